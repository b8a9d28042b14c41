// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison as a table: now, before, change, relative change, mark. Knows no widget but the bar that its delegate paints.
#pragma once

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

#include "core/analysis/change/change.h"

namespace mudeung {

class ChangeModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Now, Before, Difference, Relative, Mark, ColumnCount };
    enum Role { SortRole = Qt::UserRole, KeyRole, FractionRole, FaintRole, SignRole };

    using QAbstractTableModel::QAbstractTableModel;
    void setChange(const ChangeTablePtr& change);
    ChangeTablePtr change() const { return m_change; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString display(const ChangeRow& row, int column) const;

    ChangeTablePtr m_change;
    double m_largest = 0.0;
};

/// "▲", "≈" … beside changeMarkText().
QString changeMarkSign(ChangeMark mark);
/// With as many decimals as its size needs: "1,234", "12.5", "1.67"; a dash without a value.
QString changeNumber(double value);
/// A difference with its sign: "+1,234", "−12.5".
QString signedNumber(double value);
QString signedPercent(double share);

/// The difference with a bar to the left or right of the middle.
class DifferenceDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace mudeung
