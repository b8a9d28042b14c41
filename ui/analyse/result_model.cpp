// SPDX-License-Identifier: GPL-3.0-or-later
// Rows in order; a sort key is made once per row, so that tens of thousands of cells are sorted at once.
#include "ui/analyse/result_model.h"

#include <QColor>
#include <algorithm>
#include <cmath>

#include "core/model/place_name.h"
#include "ui/common/result_text.h"
#include "ui/common/theme.h"

namespace mudeung {

void ResultModel::setTable(const ShownResultPtr& result, int table) {
    beginResetModel();
    const bool there = result && table >= 0 && table < result->run->data.tables.size();
    const bool same = m_table && there && m_table == &result->run->data.tables[table];  // other words for the same numbers
    m_result = result;
    m_table = there ? &result->run->data.tables[table] : nullptr;
    m_view = there ? result->tableView(table) : TableView();
    if (!same) {
        m_sortColumn = -1;
        const bool places = there && m_table->rows == RowKind::Place;
        m_namesakes = places ? namesOfSeveral(m_table->labels) : QSet<QString>();
    }
    findColours();
    arrange();
    endResetModel();
}

/// Where no category has a colour of its own, squares in one grey would say nothing.
void ResultModel::findColours() {
    m_coloured.clear();
    if (!m_table) return;
    const auto coloured = [this](const QString& id) {
        const int category = categoryIndex(m_view, id);
        return category >= 0 && (std::isfinite(m_view.categories[category].tone) || m_view.categories[category].hue >= 0);
    };
    for (int c = 0; c < static_cast<int>(m_table->columns.size()); ++c) {
        const ResultColumn& column = m_table->columns[c];
        if (column.kind == ColumnKind::Category && std::any_of(column.texts.begin(), column.texts.end(), coloured)) m_coloured << c;
    }
}

void ResultModel::setFilter(const QString& text, const QSet<QString>& only) {
    if (text == m_text && only == m_only) return;
    beginResetModel();
    m_text = text;
    m_only = only;
    arrange();
    endResetModel();
}

void ResultModel::sort(int column, Qt::SortOrder order) {
    beginResetModel();
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
    endResetModel();
}

QString ResultModel::name(int row) const {
    const QString label = m_table->labels.value(row);
    return toldApart(label, m_table->keys[row], m_namesakes.contains(label));
}

int ResultModel::columnOf(const QString& id) const {
    const ResultColumn* column = m_table ? m_table->column(id) : nullptr;
    return column ? static_cast<int>(column - m_table->columns.constData()) + 1 : -1;
}

int ResultModel::leadColumn() const {
    return columnOf(m_view.leadColumn);
}

QVector<int> ResultModel::firstColumns() const {
    QVector<int> first;
    const bool coloured = m_view.leadColumn.isEmpty() && m_view.picture == MapPicture::Categories;
    for (const QString& id : {m_view.keyColumn, coloured ? m_view.mapColumn : m_view.leadColumn})
        if (const int column = columnOf(id); column > 0) first << column;
    return first;
}

Qt::SortOrder ResultModel::leadOrder() const {
    const int column = leadColumn();
    return column > 0 && m_table->columns[column - 1].kind == ColumnKind::Category ? Qt::AscendingOrder : Qt::DescendingOrder;
}

void ResultModel::setUnitsBelow(bool below) {
    if (below == m_unitsBelow) return;
    m_unitsBelow = below;
    if (columnCount() > 0) emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void ResultModel::arrange() {
    m_rows.clear();
    if (!m_table) return;
    for (int row = 0; row < static_cast<int>(m_table->size()); ++row) {
        const QString& key = m_table->keys[row];
        if (!m_only.isEmpty() && !m_only.contains(key)) continue;
        if (!m_text.isEmpty() && !key.contains(m_text, Qt::CaseInsensitive) &&
            !m_table->labels.value(row).contains(m_text, Qt::CaseInsensitive))
            continue;
        m_rows.push_back(row);
    }
    const int column = m_sortColumn - 1;
    if (m_sortColumn < 0 || column >= static_cast<int>(m_table->columns.size())) return;
    const bool down = m_sortOrder == Qt::DescendingOrder;
    const auto sortBy = [&](const auto& keys) {
        std::stable_sort(m_rows.begin(), m_rows.end(), [&](int a, int b) {
            const auto& x = keys[static_cast<std::size_t>(a)];
            const auto& y = keys[static_cast<std::size_t>(b)];
            return down ? y < x : x < y;
        });
    };
    const auto size = static_cast<std::size_t>(m_table->size());
    if (column < 0 || (m_table->columns[column].isText() && m_table->columns[column].kind != ColumnKind::Category)) {
        std::vector<QString> keys(size);
        for (std::size_t i = 0; i < size; ++i)
            keys[i] = column < 0 ? name(static_cast<int>(i)) : m_table->columns[column].texts.value(static_cast<int>(i));
        return sortBy(keys);
    }
    std::vector<double> keys(size);
    for (std::size_t i = 0; i < size; ++i) {
        keys[i] = resultSortKey(*m_table, m_view, column, static_cast<int>(i)).toDouble();
        // What is not known is last either way.
        if (keys[i] <= -1e300) keys[i] = down ? -HUGE_VAL : HUGE_VAL;
        // Nor what says nothing: the rest of a category column.
        if (m_table->columns[column].kind == ColumnKind::Category && keys[i] < m_view.categories.size() &&
            m_view.categories[static_cast<int>(keys[i])].isQuiet())
            keys[i] += (down ? -1.0 : 1.0) * (m_view.categories.size() + 1.0);
    }
    sortBy(keys);
}

int ResultModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ResultModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_table ? 0 : static_cast<int>(m_table->columns.size()) + 1;
}

QVariant ResultModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !m_table) return {};
    const int row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column() - 1;
    const bool text = column < 0 || m_table->columns[column].isText();
    switch (role) {
        case Qt::DisplayRole:
            return column < 0 ? name(row) : resultCellText(*m_table, m_view, column, row);
        case Qt::TextAlignmentRole:
            return static_cast<int>((text ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        case Qt::ToolTipRole:
            return column < 0
                       ? QVariant(name(row) == m_table->keys[row] ? name(row) : tr("%1 · number %2").arg(name(row), m_table->keys[row]))
                       : QVariant(resultHead(*m_table, m_view, column) + QStringLiteral(": ") +
                                  resultCellText(*m_table, m_view, column, row));
        case Qt::DecorationRole: {
            if (column < 0 || !m_coloured.contains(column)) return {};
            const int category = categoryIndex(m_view, m_table->columns[column].texts.value(row));
            return category < 0 ? QVariant() : QVariant(categoryColor(m_view.categories[category], darkTheme()));
        }
        case KeyRole:
            return m_table->keys[row];
        default:
            return {};
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || !m_table) return {};
    const int column = section - 1;
    if (role == Qt::DisplayRole) {
        if (column >= 0) {
            QString head = resultHead(*m_table, m_view, column);
            if (!m_unitsBelow) return head;
            const int unit = static_cast<int>(head.lastIndexOf(QStringLiteral(" (")));
            const int part = unit > 0 ? unit : static_cast<int>(head.lastIndexOf(QStringLiteral(", "))) + 1;  // "p, adjusted"
            return part > 0 ? head.replace(part, 1, QLatin1Char('\n')) : head;
        }
        if (!m_view.rowHead.isEmpty()) return m_view.rowHead;
        switch (m_table->rows) {
            case RowKind::Place:
                return tr("Place");
            case RowKind::Dong:
                return tr("Dong");
            case RowKind::Cell:
                return tr("Cell");
            case RowKind::Date:
                return tr("Time");
            case RowKind::Other:
                return tr("Row");
        }
    }
    if (role == Qt::ToolTipRole && column >= 0) {
        const QString explanation = m_view.heads.value(column).explanation;
        return explanation.isEmpty() ? resultHead(*m_table, m_view, column) : explanation;
    }
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((column < 0 || m_table->columns[column].isText() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

}  // namespace mudeung
