// SPDX-License-Identifier: GPL-3.0-or-later
// Ranking and drawing of places.
#include "ui/explore/top_places_model.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/base/format.h"
#include "core/base/sentence_case.h"
#include "core/model/names.h"
#include "core/model/place_name.h"
#include "ui/common/query_runner.h"
#include "ui/common/table_rows.h"
#include "ui/common/theme.h"

namespace mudeung {

namespace {

const QString& nameOf(const TableRow& row) {
    return row.label.isEmpty() ? row.key : row.label;
}

}  // namespace

std::vector<int> TopPlacesModel::listed(const Table& table, const std::vector<int>& order) const {
    std::vector<int> shown;
    if (!isListed()) return shown;
    const auto rowAt = [&](int position) -> const TableRow& { return table.rows[order[static_cast<std::size_t>(position)]]; };
    const auto name = [&](int position) { return nameOf(rowAt(position)); };
    for (int i = 0; i < static_cast<int>(order.size()); ++i)
        if (m_filter.isEmpty() || name(i).contains(m_filter, Qt::CaseInsensitive) || rowAt(i).key.contains(m_filter, Qt::CaseInsensitive))
            shown.push_back(i);
    const bool up = m_order == Qt::AscendingOrder;
    if (m_column == Name) {
        std::stable_sort(shown.begin(), shown.end(), [&](int a, int b) {
            const int compared = name(a).compare(name(b));
            return up ? compared < 0 : compared > 0;
        });
    } else if ((m_column == Rank) != up) {
        std::reverse(shown.begin(), shown.end());
    }
    return shown;
}

int TopPlacesModel::countOf(const std::vector<int>& listed, const Order& order) const {
    return static_cast<int>(isListed() ? listed.size() : order ? order->size() : 0);
}

/// Every column but the name goes with the rank.
int TopPlacesModel::positionOf(int shown) const {
    if (isListed()) return m_listed[static_cast<std::size_t>(shown)];
    const bool largestFirst = (m_column == Rank) == (m_order == Qt::AscendingOrder);
    return largestFirst ? shown : static_cast<int>(m_largestFirst->size()) - 1 - shown;
}

const TableRow& TopPlacesModel::placeAt(int position) const {
    return m_table->rows[(*m_largestFirst)[static_cast<std::size_t>(position)]];
}

/// Equal numbers share the rank of the first of them.
int TopPlacesModel::rankAt(int position) const {
    const double value = placeAt(position).value;
    const auto larger = [&](int row) { return m_table->rows[row].value > value; };
    return 1 + static_cast<int>(std::partition_point(m_largestFirst->begin(), m_largestFirst->end(), larger) - m_largestFirst->begin());
}

/// Rows go while the old data stand behind those that are left, and come when the new ones do.
void TopPlacesModel::setTable(const TablePtr& table, Order largestFirst) {
    if (table && !largestFirst) largestFirst = std::make_shared<const std::vector<int>>(placesLargestFirst(*table));
    if (!table) largestFirst = nullptr;
    std::vector<int> shown = table ? listed(*table, *largestFirst) : std::vector<int>();
    const int before = m_rows, now = countOf(shown, largestFirst), kept = std::min(before, now);
    if (kept < before) {
        beginRemoveRows({}, kept, before - 1);
        m_rows = kept;
        endRemoveRows();
    }
    m_table = table;
    m_largestFirst = std::move(largestFirst);
    m_listed = std::move(shown);
    if (kept > 0) emit dataChanged(index(0, 0), index(kept - 1, ColumnCount - 1));
    if (kept == now) return;
    beginInsertRows({}, kept, now - 1);
    m_rows = now;
    endInsertRows();
}

void TopPlacesModel::arrange() {
    m_listed = m_table ? listed(*m_table, *m_largestFirst) : std::vector<int>();
    m_rows = countOf(m_listed, m_largestFirst);
}

void TopPlacesModel::setMonths(const PlaceMonthsPtr& months) {
    m_months = months;
    if (rowCount() > 0) emit dataChanged(index(0, Months), index(rowCount() - 1, Months));
}

void TopPlacesModel::sort(int column, Qt::SortOrder order) {
    beginResetModel();
    m_column = column;
    m_order = order;
    arrange();
    endResetModel();
}

void TopPlacesModel::setFilter(const QString& text) {
    beginResetModel();
    m_filter = text;
    arrange();
    endResetModel();
}

void TopPlacesModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int TopPlacesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

int TopPlacesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString TopPlacesModel::display(int position, int column) const {
    const TableRow& row = placeAt(position);
    switch (column) {
        case Rank:
            return formatCount(rankAt(position));
        case Name:
            return toldApart(row.label, row.key, row.namesake);
        case Value:
            return formatNumber(row.value, m_table->measure.aggregation == Aggregation::Mean ? 1 : m_table->measure.decimals);
        case Months:
            return {};
        default:
            break;
    }
    if (m_table->measure.aggregation == Aggregation::Mean || !(m_table->total > 0.0)) return QStringLiteral("–");
    return formatPercent(row.value / m_table->total);
}

QVariant TopPlacesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !m_table) return {};
    const int position = positionOf(index.row());
    const TableRow& row = placeAt(position);
    switch (role) {
        case Qt::DisplayRole:
            return display(position, index.column());
        case Qt::TextAlignmentRole:
            return static_cast<int>((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        case Qt::ToolTipRole:
            if (index.column() == Months) return monthsText(row.key);
            if (index.column() == Value && display(position, Share) != QStringLiteral("–"))
                return tr("%1 of all", "share").arg(display(position, Share));
            return std::isnan(row.lon) ? tr("%1 · number %2 · no coordinates").arg(row.label, row.key)
                                       : tr("%1 · number %2").arg(row.label, row.key);
        case KeyRole:
            return row.key;
        case CurveRole: {
            QVariantList curve;
            if (m_months)
                for (const float v : m_months->values.value(row.key)) curve.append(v);
            return curve;
        }
        case Qt::AccessibleTextRole:
            return index.column() == Months ? monthsText(row.key) : display(position, index.column());
        case FractionRole:
            return placeAt(0).value > 0.0 ? std::max(0.0, row.value / placeAt(0).value) : 0.0;
        default:
            return {};
    }
}

QVariant TopPlacesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignVCenter | (section == Name     ? Qt::AlignLeft
                                                    : section == Months ? Qt::AlignHCenter
                                                                        : Qt::AlignRight));
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Rank:
            return tr("Rank");
        case Name:
            return tr("Place");
        case Value:
            return m_table ? sentenceCase(measureName(m_table->measure)) : tr("Value");
        case Share:
            return tr("Share");
        default:
            return tr("Months");
    }
}

/// The curve in words: its ends, and the highest month.
QString TopPlacesModel::monthsText(const QString& key) const {
    if (!m_months) return {};
    const QVector<float> values = m_months->values.value(key);
    int highest = -1;
    for (int i = 0; i < static_cast<int>(values.size()); ++i)
        if (std::isfinite(values[i]) && (highest < 0 || values[i] > values[highest])) highest = i;
    if (highest < 0) return tr("no data");
    return tr("%1 to %2, highest in %3", "months").arg(m_months->months.first(), m_months->months.last(), m_months->months[highest]);
}

void TextDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const ThemeColors& c = themeColors(darkTheme());
    const bool selected = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect, selected ? c.selection : c.surface);
    painter->setPen(c.text);
    const QRect room = option.rect.adjusted(4, 0, -8, 0);
    QString text = index.data().toString();
    if (index.column() == TopPlacesModel::Name)
        text = fittedName(text, index.data(TopPlacesModel::KeyRole).toString(), option.fontMetrics, room.width());
    painter->drawText(room, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine, text);
    if (option.state & QStyle::State_HasFocus) {
        QStyleOptionFocusRect frame;
        frame.QStyleOption::operator=(option);
        frame.backgroundColor = selected ? c.selection : c.surface;
        QApplication::style()->drawPrimitive(QStyle::PE_FrameFocusRect, &frame, painter);
    }
}

void CurveDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const ThemeColors& c = themeColors(darkTheme());
    painter->save();
    painter->fillRect(option.rect, option.state & QStyle::State_Selected ? c.selection : c.surface);
    const QVariantList curve = index.data(TopPlacesModel::CurveRole).toList();
    const QRectF area = QRectF(option.rect).adjusted(4, 6, -4, -6);
    double highest = 0.0;
    for (const QVariant& v : curve)
        if (const double value = v.toDouble(); value > highest) highest = value;
    if (curve.size() > 1 && highest > 0.0) {
        painter->setRenderHint(QPainter::Antialiasing);
        QPolygonF line;
        QColor beneath = c.accent;
        beneath.setAlphaF(0.16);
        const auto draw = [&] {
            // Down to the zero line: else a curve along the top of its row says little.
            if (line.size() > 1) {
                painter->setPen(Qt::NoPen);
                painter->setBrush(beneath);
                painter->drawPolygon(QPolygonF(line)
                                     << QPointF(line.last().x(), area.bottom()) << QPointF(line.first().x(), area.bottom()));
            }
            painter->setPen(QPen(c.accent, 1.4));
            line.size() > 1 ? painter->drawPolyline(line) : painter->drawPoints(line);
            line.clear();
        };
        for (int i = 0; i < static_cast<int>(curve.size()); ++i) {
            const double value = curve[i].toDouble();
            if (!std::isfinite(value)) {
                draw();
                continue;
            }
            line << QPointF(area.left() + area.width() * i / (static_cast<double>(curve.size()) - 1.0),
                            area.bottom() - area.height() * std::max(0.0, value) / highest);
        }
        draw();
    }
    painter->restore();
}

void BarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const ThemeColors& c = themeColors(darkTheme());
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->fillRect(option.rect, selected ? c.selection : c.surface);
    const double fraction = std::clamp(index.data(TopPlacesModel::FractionRole).toDouble(), 0.0, 1.0);
    QColor bar = c.accent;
    bar.setAlphaF(0.28);
    const QRect area = option.rect.adjusted(2, 4, -2, -4);
    painter->fillRect(QRect(area.left(), area.top(), static_cast<int>(area.width() * fraction), area.height()), bar);
    painter->setPen(c.text);
    painter->drawText(option.rect.adjusted(4, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
    painter->restore();
}

}  // namespace mudeung
