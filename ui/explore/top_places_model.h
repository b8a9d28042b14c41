// SPDX-License-Identifier: GPL-3.0-or-later
// The places of an answer as a table: rank, name, value, share; sorted and searched. Knows no widget but the bar that its delegate paints.
#pragma once

#include <QAbstractTableModel>
#include <QStyledItemDelegate>
#include <memory>
#include <vector>

#include "core/model/table.h"
#include "ui/common/place_months.h"

namespace mudeung {

class TopPlacesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Rank, Name, Value, Share, Months, ColumnCount };
    enum Role { KeyRole = Qt::UserRole + 1, FractionRole, CurveRole };

    using QAbstractTableModel::QAbstractTableModel;
    /// Rows that stay say that their data changed, and rows come or go at the end: a view need not lay out all of them for each answer,
    /// and keeps where it was. What is selected belongs to rows; who wants places selected selects them again.
    /// `largestFirst`: the rows where something was observed in that order, if somebody knows it.
    void setTable(const TablePtr& table, std::shared_ptr<const std::vector<int>> largestFirst = nullptr);
    void setMonths(const PlaceMonthsPtr& months);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// The model is reset.
    void sort(int column, Qt::SortOrder order) override;
    /// Shows the places whose name contains `text`, in whatever case. The model is reset.
    void setFilter(const QString& text);

private:
    using Order = std::shared_ptr<const std::vector<int>>;
    /// Places in the order that was chosen, as positions in the order by number. Of very many nothing is listed that need not be.
    std::vector<int> listed(const Table& table, const std::vector<int>& order) const;
    bool isListed() const { return m_column == Name || !m_filter.isEmpty(); }
    int countOf(const std::vector<int>& listed, const Order& order) const;
    void arrange();
    int positionOf(int shown) const;
    const TableRow& placeAt(int position) const;
    int rankAt(int position) const;
    QString display(int position, int column) const;
    QString monthsText(const QString& key) const;

    TablePtr m_table;
    PlaceMonthsPtr m_months;
    Order m_largestFirst;       ///< rows of the table
    std::vector<int> m_listed;  ///< empty unless isListed()
    int m_rows = 0;
    int m_column = Rank;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    QString m_filter;
};

/// The text of a cell in one line, cut where it does not fit: the usual delegate lays each text out several times.
class TextDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// The value with a bar behind it.
class BarDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// The months as a small curve, from zero up, its own highest month at the top.
class CurveDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace mudeung
