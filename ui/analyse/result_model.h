// SPDX-License-Identifier: GPL-3.0-or-later
// A table of a result: names, numbers and categories as people read them, sorted and searched in memory. Knows no widget.
#pragma once

#include <QAbstractTableModel>
#include <QSet>
#include <vector>

#include "ui/common/shown_result.h"

namespace mudeung {

class ResultModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { KeyRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;
    /// Null or an index that there is not = empty.
    void setTable(const ShownResultPtr& result, int table);
    const ResultTable* table() const { return m_table; }
    /// Rows whose name or key holds the text, and of these only the given ones; an empty set = all.
    void setFilter(const QString& text, const QSet<QString>& only);
    void sort(int column, Qt::SortOrder order) override;  ///< −1 = as the analysis orders them
    /// What the analysis would have its rows sorted by at first, and how; −1 = as they are.
    int leadColumn() const;
    /// What stands beside the names, from the left: the key number, then what the rows are sorted or coloured by.
    QVector<int> firstColumns() const;
    Qt::SortOrder leadOrder() const;
    /// In a line of their own in the heads, which makes the columns narrower.
    void setUnitsBelow(bool below);
    bool isText(int column) const { return column == 0 || m_table->columns[column - 1].isText(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void findColours();
    void arrange();
    QString name(int row) const;
    int columnOf(const QString& id) const;  ///< −1 = none

    ShownResultPtr m_result;  ///< keeps the table alive
    const ResultTable* m_table = nullptr;
    TableView m_view;
    QSet<int> m_coloured;  ///< columns of categories that have colours
    bool m_unitsBelow = false;
    QString m_text;
    QSet<QString> m_only;
    QSet<QString> m_namesakes;  ///< names that several places of the table bear
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    std::vector<int> m_rows;  ///< rows of the table that are shown, in order
};

}  // namespace mudeung
