// SPDX-License-Identifier: GPL-3.0-or-later
// The findings about a dataset as a table: kind, place, date, what. Knows no widget.
#pragma once

#include <QAbstractTableModel>

#include "core/analysis/quality/quality.h"

namespace mudeung {

class QualityModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Kind, PlaceName, Date, What, ColumnCount };
    enum Role { SortRole = Qt::UserRole, KeyRole, KindRole };

    using QAbstractTableModel::QAbstractTableModel;
    void setView(const QualityViewPtr& view);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString display(const QualityFinding& finding, int column) const;

    QualityViewPtr m_view;
};

}  // namespace mudeung
