// SPDX-License-Identifier: GPL-3.0-or-later
// Ranking and drawing of places.
#include "ui/explore/top_places_model.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>
#include <vector>

#include "core/base/format.h"
#include "core/model/names.h"
#include "ui/common/theme.h"

namespace mudeung {

namespace {

const QString& nameOf(const TableRow& row) {
    return row.label.isEmpty() ? row.key : row.label;
}

}  // namespace

QVector<TopPlacesModel::Entry> TopPlacesModel::ranked(const Table* table) {
    if (!table) return {};
    std::vector<std::pair<double, int>> largestFirst;
    largestFirst.reserve(static_cast<std::size_t>(table->rows.size()));
    for (int i = 0; i < static_cast<int>(table->rows.size()); ++i)
        if (table->rows[i].observed > 0) largestFirst.emplace_back(-table->rows[i].value, i);
    std::sort(largestFirst.begin(), largestFirst.end());
    QVector<Entry> entries;
    entries.reserve(static_cast<int>(largestFirst.size()));
    for (const auto& [value, row] : largestFirst) {
        const bool tie = !entries.isEmpty() && table->rows[entries.last().row].value == table->rows[row].value;
        entries.append({row, tie ? entries.last().rank : static_cast<int>(entries.size()) + 1});
    }
    return entries;
}

/// Every column but the name goes with the rank.
QVector<TopPlacesModel::Entry> TopPlacesModel::arranged(const Table* table, const QVector<Entry>& ranked) const {
    QVector<Entry> shown;
    const auto name = [&](const Entry& entry) { return nameOf(table->rows[entry.row]); };
    if (m_filter.isEmpty()) {
        shown = ranked;
    } else {
        std::copy_if(ranked.begin(), ranked.end(), std::back_inserter(shown),
                     [&](const Entry& entry) { return name(entry).contains(m_filter, Qt::CaseInsensitive); });
    }
    const bool up = m_order == Qt::AscendingOrder;
    if (m_column == Name) {
        std::stable_sort(shown.begin(), shown.end(), [&](const Entry& a, const Entry& b) {
            const int compared = name(a).compare(name(b));
            return up ? compared < 0 : compared > 0;
        });
    } else if ((m_column == Rank) != up) {
        std::reverse(shown.begin(), shown.end());
    }
    return shown;
}

/// Rows go while the old data stand behind those that are left, and come when the new ones do.
void TopPlacesModel::setTable(const TablePtr& table) {
    const QVector<Entry> all = ranked(table.get());
    const QVector<Entry> shown = arranged(table.get(), all);
    const int before = static_cast<int>(m_shown.size()), now = static_cast<int>(shown.size());
    const int kept = std::min(before, now);
    if (kept < before) {
        beginRemoveRows({}, kept, before - 1);
        m_shown.resize(kept);
        endRemoveRows();
    }
    m_table = table;
    m_ranked = all;
    m_shown = shown.mid(0, kept);
    m_largest = all.isEmpty() ? 0.0 : table->rows[all.first().row].value;
    if (kept > 0) emit dataChanged(index(0, 0), index(kept - 1, ColumnCount - 1));
    if (kept == now) return;
    beginInsertRows({}, kept, now - 1);
    m_shown = shown;
    endInsertRows();
}

void TopPlacesModel::arrange() {
    beginResetModel();
    m_shown = arranged(m_table.get(), m_ranked);
    endResetModel();
}

void TopPlacesModel::setMonths(const PlaceMonthsPtr& months) {
    m_months = months;
    if (rowCount() > 0) emit dataChanged(index(0, Months), index(rowCount() - 1, Months));
}

void TopPlacesModel::sort(int column, Qt::SortOrder order) {
    m_column = column;
    m_order = order;
    arrange();
}

void TopPlacesModel::setFilter(const QString& text) {
    m_filter = text;
    arrange();
}

void TopPlacesModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int TopPlacesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int TopPlacesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString TopPlacesModel::display(const Entry& entry, int column) const {
    const TableRow& row = m_table->rows[entry.row];
    switch (column) {
        case Rank:
            return formatCount(entry.rank);
        case Name:
            return nameOf(row);
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
    const Entry& entry = m_shown[index.row()];
    const TableRow& row = m_table->rows[entry.row];
    switch (role) {
        case Qt::DisplayRole:
            return display(entry, index.column());
        case Qt::TextAlignmentRole:
            return static_cast<int>((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        case Qt::ToolTipRole:
            if (index.column() == Months) return monthsText(row.key);
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
            return index.column() == Months ? monthsText(row.key) : display(entry, index.column());
        case FractionRole:
            return m_largest > 0.0 ? std::max(0.0, row.value / m_largest) : 0.0;
        default:
            return {};
    }
}

QVariant TopPlacesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Rank:
            return tr("Rank");
        case Name:
            return tr("Place");
        case Value:
            return m_table ? measureName(m_table->measure) : tr("Value");
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
    if (index.column() == TopPlacesModel::Name) text = option.fontMetrics.elidedText(text, Qt::ElideRight, room.width());
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
        const auto draw = [&] {
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
