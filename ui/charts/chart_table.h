// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of a ChartSpec as a table: the twin of every chart. Knows the spec only.
#pragma once

#include <QAbstractTableModel>
#include <QTableView>

#include "core/chart/chart_spec.h"

namespace mudeung {

/// Categories × series with their second values and shares; a carpet as rows × hours; a pyramid as ages × men and women. Horizontal headers
/// name the numbers, vertical ones what they are of.
class ChartTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { NumberRole = Qt::UserRole };  ///< the number itself; NaN = no data

    using QAbstractTableModel::QAbstractTableModel;
    void setSpec(const ChartSpec& spec);
    const ChartSpec& spec() const { return m_spec; }
    /// The category that a cell belongs to, and the row of a carpet (0 otherwise).
    int categoryOf(const QModelIndex& index) const;
    int carpetRowOf(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum class Part { Value, Reference, Share, Across, Lower, Upper };
    struct Column {
        QString name;
        int series = 0;
        Part part = Part::Value;
        int offset = 0;  ///< added to the row: the hour of a carpet, the women of a pyramid
        int band = 0;    ///< of Lower and Upper
    };
    void addColumns(const QString& name, int series, int offset);
    int indexOf(const QModelIndex& index) const;
    double number(const QModelIndex& index) const;

    ChartSpec m_spec;
    QVector<Column> m_columns;
    QStringList m_rows;
    int m_decimals = 0;
};

/// The view: Ctrl+C copies the selected cells, or all, with their headers.
class ChartTable : public QTableView {
    Q_OBJECT
public:
    explicit ChartTable(QWidget* parent = nullptr);
    void setSpec(const ChartSpec& spec);
    /// Tab-separated with headers, numbers in full; the rows and columns of the selection, or all.
    QString text() const;

signals:
    /// Enter or a double click.
    void cellActivated(int row, int category);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    ChartTableModel* m_model;
};

}  // namespace mudeung
