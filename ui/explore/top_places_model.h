// SPDX-License-Identifier: GPL-3.0-or-later
// The places of an answer as a table: rank, name, value, share; sorted and searched. Knows no widget but the bar that its delegate paints.
#pragma once

#include <QAbstractTableModel>
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
    /// Rows that stay say that their data changed, and rows come or go at the end: a view need not lay out all of them for each answer,
    /// and keeps where it was. What is selected belongs to rows; who wants places selected selects them again.
    void setTable(const TablePtr& table);
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
    struct Entry {
        int row = 0;
        int rank = 0;
    };
    static QVector<Entry> ranked(const Table* table);
    QVector<Entry> arranged(const Table* table, const QVector<Entry>& ranked) const;
    void arrange();
    QString display(const Entry& entry, int column) const;
    QString monthsText(const QString& key) const;

    TablePtr m_table;
    PlaceMonthsPtr m_months;
    QVector<Entry> m_ranked;  ///< largest first
    QVector<Entry> m_shown;   ///< a row each
    int m_column = Rank;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    QString m_filter;
    double m_largest = 0.0;
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
