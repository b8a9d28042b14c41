// SPDX-License-Identifier: GPL-3.0-or-later
// The places of an answer as a table: rank, name, value, share. Knows no widget but the bar that its delegate paints.
#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

#include "core/model/table.h"
#include "ui/common/place_months.h"

namespace mudeung {

class TopPlacesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Rank, Name, Value, Share, Months, ColumnCount };
    enum Role { KeyRole = Qt::UserRole + 1, FractionRole, CurveRole };

    using QAbstractTableModel::QAbstractTableModel;
    void setTable(const TablePtr& table);
    void setMonths(const PlaceMonthsPtr& months);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Whether row `a` stands before row `b` by `column`; thousands are asked with every answer.
    bool isBefore(int a, int b, int column) const;

private:
    struct Entry {
        int row = 0;
        int rank = 0;
    };
    QString display(const Entry& entry, int column) const;
    QString monthsText(const QString& key) const;

    TablePtr m_table;
    PlaceMonthsPtr m_months;
    QVector<Entry> m_entries;
    double m_largest = 0.0;
};

/// The places in the order of a column, as the search leaves them.
class PlaceOrder : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override {
        return static_cast<const TopPlacesModel*>(sourceModel())->isBefore(left.row(), right.row(), left.column());
    }
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
