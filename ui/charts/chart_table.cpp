// SPDX-License-Identifier: GPL-3.0-or-later
// Which number stands where; the same decimals down a table.
#include "ui/charts/chart_table.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "core/base/csv_text.h"
#include "core/base/format.h"

namespace mudeung {

namespace {

constexpr int kRowHeight = 24;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// None for whole or large numbers, else one or two.
int decimalsOf(const ChartSpec& spec) {
    double largest = 0.0;
    bool whole = true;
    const auto take = [&](const QVector<double>& values) {
        for (const double v : values) {
            if (!std::isfinite(v)) continue;
            largest = std::max(largest, std::abs(v));
            whole = whole && v == std::floor(v);
        }
    };
    for (const ChartSeries& series : spec.series) {
        take(series.values);
        take(series.reference);
        take(series.x);
        for (const ChartBand& band : series.bands) {
            take(band.lower);
            take(band.upper);
        }
    }
    if (spec.kind == ChartKind::Scatter && !whole && largest < 10.0) return 3;
    return whole || largest >= 1000.0 ? 0 : largest >= 10.0 ? 1 : 2;
}

}  // namespace

void ChartTableModel::setSpec(const ChartSpec& spec) {
    beginResetModel();
    m_spec = spec;
    m_columns.clear();
    m_decimals = decimalsOf(spec);
    const int categories = static_cast<int>(spec.categories.size());
    if (spec.kind == ChartKind::Carpet) {
        m_rows = spec.rowNames;
        for (int hour = 0; hour < categories; ++hour) m_columns.append({spec.categories[hour], 0, Part::Value, hour});
    } else if (spec.kind == ChartKind::Pyramid) {
        m_rows = spec.rowNames.mid(2);
        for (int side = 0; side < 2; ++side) addColumns(spec.rowNames.value(side), 0, side * (categories / 2));
    } else {
        m_rows = spec.categories;
        for (const ChartMark& mark : spec.marks)
            if (mark.category >= 0 && mark.category < static_cast<int>(m_rows.size()))
                m_rows[mark.category] += QStringLiteral(" · ") + mark.name;
        for (int s = 0; s < static_cast<int>(spec.series.size()); ++s)
            addColumns(spec.series[s].name.isEmpty() ? spec.yTitle : spec.series[s].name, s, 0);
    }
    endResetModel();
}

void ChartTableModel::addColumns(const QString& name, int series, int offset) {
    if (series >= static_cast<int>(m_spec.series.size())) return;
    const ChartSeries& of = m_spec.series[series];
    const bool several = m_spec.series.size() > 1 || m_spec.kind == ChartKind::Pyramid;
    if (!of.x.isEmpty()) m_columns.append({m_spec.xTitle, series, Part::Across, offset});
    m_columns.append({name, series, Part::Value, offset});
    for (int b = 0; b < static_cast<int>(of.bands.size()); ++b) {
        const QString band = several ? tr("%1, %2", "series, band").arg(name, of.bands[b].name) : of.bands[b].name;
        m_columns.append({tr("%1, from", "name of a band").arg(band), series, Part::Lower, offset, b});
        m_columns.append({tr("%1, to", "name of a band").arg(band), series, Part::Upper, offset, b});
    }
    const QString other = m_spec.referenceName.isEmpty() ? tr("all") : m_spec.referenceName;
    if (!of.reference.isEmpty())
        m_columns.append(
            {several ? tr("%1, %2", "series, what it is compared with").arg(name, other) : other, series, Part::Reference, offset});
    if (!of.shares.isEmpty()) m_columns.append({several ? tr("%1, share", "series").arg(name) : tr("Share"), series, Part::Share, offset});
}

int ChartTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChartTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

int ChartTableModel::categoryOf(const QModelIndex& index) const {
    const Column& column = m_columns[index.column()];
    return m_spec.kind == ChartKind::Carpet ? column.offset : index.row() + column.offset;
}

int ChartTableModel::carpetRowOf(const QModelIndex& index) const {
    return m_spec.kind == ChartKind::Carpet ? index.row() : 0;
}

int ChartTableModel::indexOf(const QModelIndex& index) const {
    return carpetRowOf(index) * static_cast<int>(m_spec.categories.size()) + categoryOf(index);
}

double ChartTableModel::number(const QModelIndex& index) const {
    const Column& column = m_columns[index.column()];
    const ChartSeries series = m_spec.series.value(column.series);
    switch (column.part) {
        case Part::Value:
            return series.values.value(indexOf(index), kNone);
        case Part::Reference:
            return series.reference.value(indexOf(index), kNone);
        case Part::Across:
            return series.x.value(indexOf(index), kNone);
        case Part::Lower:
            return series.bands.value(column.band).lower.value(indexOf(index), kNone);
        case Part::Upper:
            return series.bands.value(column.band).upper.value(indexOf(index), kNone);
        case Part::Share:
            break;
    }
    return series.shares.value(indexOf(index), kNone);
}

QVariant ChartTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    switch (role) {
        case Qt::DisplayRole: {
            const double value = number(index);
            if (m_columns[index.column()].part == Part::Share) return std::isfinite(value) ? formatPercent(value) : QStringLiteral("–");
            return formatNumber(value, m_decimals);
        }
        case Qt::TextAlignmentRole:
            return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
        case Qt::AccessibleTextRole: {
            const QString text = std::isfinite(number(index)) ? data(index, Qt::DisplayRole).toString() : tr("no data");
            return tr("%1, %2: %3", "row, column: number").arg(m_rows[index.row()], m_columns[index.column()].name, text);
        }
        case NumberRole:
            return number(index);
        default:
            return {};
    }
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((orientation == Qt::Horizontal ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    if (orientation == Qt::Vertical) return m_rows.value(section);
    return section < static_cast<int>(m_columns.size()) ? m_columns[section].name : QString();
}

ChartTable::ChartTable(QWidget* parent) : QTableView(parent), m_model(new ChartTableModel(this)) {
    setModel(m_model);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    setWordWrap(false);
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(36);
    connect(this, &QTableView::activated, this,
            [this](const QModelIndex& index) { emit cellActivated(m_model->carpetRowOf(index), m_model->categoryOf(index)); });
}

void ChartTable::setSpec(const ChartSpec& spec) {
    const QModelIndex current = currentIndex();
    const bool sameShape = m_model->spec().kind == spec.kind;
    const int row = current.row();
    const int column = current.column();
    m_model->setSpec(spec);
    resizeColumnsToContents();
    // Null where there is no such cell any more.
    if (sameShape && current.isValid()) selectionModel()->setCurrentIndex(m_model->index(row, column), QItemSelectionModel::NoUpdate);
    setAccessibleName(spec.title.isEmpty() ? tr("Numbers of the chart") : tr("Numbers of the chart: %1").arg(spec.title));
    setAccessibleDescription(spec.subtitle);
}

QString ChartTable::text() const {
    std::set<int> rows, columns;
    for (const QModelIndex& index : selectionModel()->selectedIndexes()) {
        rows.insert(index.row());
        columns.insert(index.column());
    }
    if (rows.empty()) {
        for (int r = 0; r < m_model->rowCount(); ++r) rows.insert(r);
        for (int c = 0; c < m_model->columnCount(); ++c) columns.insert(c);
    }
    // The title across names the rows, except where it names a column.
    const ChartKind kind = m_model->spec().kind;
    QStringList head{kind == ChartKind::Carpet || kind == ChartKind::Scatter ? QString() : tabText(m_model->spec().xTitle)};
    for (const int c : columns) head << tabText(m_model->headerData(c, Qt::Horizontal, Qt::DisplayRole).toString());
    QString text = head.join(QLatin1Char('\t')) + QLatin1Char('\n');
    for (const int r : rows) {
        QStringList cells{tabText(m_model->headerData(r, Qt::Vertical, Qt::DisplayRole).toString())};
        for (const int c : columns) {
            const double value = m_model->index(r, c).data(ChartTableModel::NumberRole).toDouble();
            cells << (std::isfinite(value) ? QString::number(value, 'g', 15) : QString());
        }
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

void ChartTable::keyPressEvent(QKeyEvent* event) {
    if (event == QKeySequence::Copy) return QApplication::clipboard()->setText(text());
    if (event->key() == Qt::Key_T && event->modifiers() == Qt::NoModifier) return event->ignore();  // the chart's own key
    QTableView::keyPressEvent(event);
}

}  // namespace mudeung
