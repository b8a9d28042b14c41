// SPDX-License-Identifier: GPL-3.0-or-later
// Texts and bars of changes.
#include "ui/explore/change_model.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "core/base/format.h"
#include "core/base/sentence_case.h"
#include "core/model/compared_measures.h"
#include "core/model/names.h"
#include "core/model/place_name.h"
#include "ui/common/theme.h"

namespace mudeung {

namespace {

int decimalsFor(double value) {
    const double size = std::abs(value);
    return size >= 100.0 || size == std::floor(size) ? 0 : size >= 10.0 ? 1 : 2;
}

}  // namespace

QString changeNumber(double value) {
    return std::isnan(value) ? QStringLiteral("–") : formatNumber(value, decimalsFor(value));
}

QString signedNumber(double value) {
    return withSign(value, formatNumber(value, decimalsFor(value)));
}

QString signedPercent(double share) {
    return withSign(share, formatPercent(share, std::abs(share) < 10.0 ? 1 : 0));
}

QString changeMarkSign(ChangeMark mark) {
    switch (mark) {
        case ChangeMark::Up:
            return QStringLiteral("▲");
        case ChangeMark::Down:
            return QStringLiteral("▼");
        case ChangeMark::WithinNoise:
            return QStringLiteral("≈");
        case ChangeMark::Appeared:
            return QStringLiteral("＋");
        case ChangeMark::Vanished:
            return QStringLiteral("✕");
        case ChangeMark::NotTested:
            break;
    }
    return {};
}

void ChangeModel::setChange(const ChangeTablePtr& change) {
    beginResetModel();
    m_change = change;
    m_largest = 0.0;
    if (change)
        for (const ChangeRow& row : change->rows)
            if (std::isfinite(row.difference)) m_largest = std::max(m_largest, std::abs(row.difference));
    endResetModel();
}

void ChangeModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int ChangeModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_change ? 0 : static_cast<int>(m_change->rows.size());
}

int ChangeModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ChangeModel::display(const ChangeRow& row, int column) const {
    switch (column) {
        case Name:
            return toldApart(row.label, row.key, row.namesake);
        case Now:
            return changeNumber(row.now);
        case Before:
            return changeNumber(row.before);
        case Difference:
            return signedNumber(row.difference);
        case Relative:
            return signedPercent(row.relative);
        default:
            return changeMarkSign(row.mark);
    }
}

QVariant ChangeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !m_change) return {};
    const ChangeRow& row = m_change->rows[index.row()];
    const auto sortable = [](double v) { return std::isnan(v) ? -1e300 : v; };
    switch (role) {
        case Qt::DisplayRole:
            return display(row, index.column());
        case Qt::TextAlignmentRole:
            return static_cast<int>((index.column() == Name   ? Qt::AlignLeft
                                     : index.column() == Mark ? Qt::AlignHCenter
                                                              : Qt::AlignRight) |
                                    Qt::AlignVCenter);
        case Qt::ToolTipRole: {
            QString text = tr("%1 · number %2\n%3").arg(row.label, row.key, changeMarkText(row.mark));
            if (!std::isnan(row.band)) text += QLatin1Char('\n') + tr("noise band: ± %1").arg(changeNumber(row.band));
            return text;
        }
        case Qt::AccessibleTextRole:
            if (index.column() == Difference) return tr("%1, %2", "change, mark").arg(display(row, Difference), changeMarkText(row.mark));
            return index.column() == Mark ? changeMarkText(row.mark) : display(row, index.column());
        case SortRole:
            switch (index.column()) {
                case Name:
                    return row.label;
                case Now:
                    return sortable(row.now);
                case Before:
                    return sortable(row.before);
                case Difference:
                    return sortable(row.difference);
                case Relative:
                    return sortable(row.relative);
                default:
                    return static_cast<int>(row.mark);
            }
        case KeyRole:
            return row.key;
        case FractionRole:
            return m_largest > 0.0 && std::isfinite(row.difference) ? row.difference / m_largest : 0.0;
        case SignRole:
            return changeMarkSign(row.mark);
        case FaintRole:
            return row.mark == ChangeMark::WithinNoise;
        case Qt::ForegroundRole:
            return row.mark == ChangeMark::WithinNoise ? QVariant(themeColors(darkTheme()).mutedText) : QVariant();
        default:
            return {};
    }
}

QVariant ChangeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return static_cast<int>(Qt::AlignVCenter | (section == Name ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole) return {};
    const ComparedMeasures measures = m_change ? comparedMeasures(m_change->dataset, m_change->now, m_change->before) : ComparedMeasures{};
    // The map beside the table may show the sums of whole periods.
    const auto withRate = [this](const QString& name) {
        return m_change && m_change->perDay ? name + QLatin1Char('\n') + tr("a day", "numbers of a mean day") : name;
    };
    switch (section) {
        case Name:
            return tr("Place");
        case Now:
            return withRate(measures.isEmpty() ? tr("Now") : sentenceCase(measures.now));
        case Before:
            return withRate(measures.isEmpty() ? tr("Before") : sentenceCase(measures.before));
        case Difference:
            return withRate(measures.isEmpty() ? tr("Change") : tr("Difference"));
        case Relative:
            return tr("%");
        default:
            return tr("Mark");
    }
}

void DifferenceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const ThemeColors& c = themeColors(darkTheme());
    const bool selected = option.state & QStyle::State_Selected;
    const bool faint = index.data(ChangeModel::FaintRole).toBool();
    painter->save();
    painter->fillRect(option.rect, selected ? c.selection : c.surface);
    const double fraction = std::clamp(index.data(ChangeModel::FractionRole).toDouble(), -1.0, 1.0);
    QColor bar = fraction > 0.0 ? QColor(0xD5, 0x5E, 0x00) : QColor(0x00, 0x72, 0xB2);  // Okabe–Ito
    bar.setAlphaF(faint ? 0.3 : 0.8);
    // Below the number: a bar behind it would end in the middle of a digit.
    constexpr double kBar = 4.0;
    const QRectF area(option.rect.left() + 2.0, option.rect.bottom() - kBar - 1.0, option.rect.width() - 4.0, kBar);
    const double length = area.width() / 2.0 * std::abs(fraction);
    painter->fillRect(QRectF(fraction > 0.0 ? area.center().x() : area.center().x() - length, area.top(), length, area.height()), bar);
    painter->setPen(c.separator);
    painter->drawLine(QPointF(area.center().x(), area.top()), QPointF(area.center().x(), area.bottom()));
    painter->setPen(faint ? c.mutedText : c.text);
    painter->drawText(option.rect.adjusted(4, 0, -3, 0), Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
    painter->drawText(option.rect.adjusted(6, 0, -4, 0), Qt::AlignLeft | Qt::AlignVCenter, index.data(ChangeModel::SignRole).toString());
    painter->restore();
}

}  // namespace mudeung
