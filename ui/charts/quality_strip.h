// SPDX-License-Identifier: GPL-3.0-or-later
// The completeness of places over time as a heat strip: a row per place, worst first, under a row for all. Knows the matrix only.
#pragma once

#include <QAbstractScrollArea>
#include <QSet>

#include "core/analysis/quality/quality.h"

namespace mudeung {

class QualityStrip : public QAbstractScrollArea {
    Q_OBJECT
public:
    static constexpr int kAll = -1;  ///< the row of all places

    explicit QualityStrip(QWidget* parent = nullptr);

    void setMatrix(const QualityMatrix& matrix);
    const QualityMatrix& matrix() const { return m_matrix; }
    /// A sentence instead of the strip; empty = the strip.
    void setMessage(const QString& message);
    QString message() const { return m_message; }
    /// Codes of places whose rows are marked.
    void setChosen(const QStringList& codes);

    /// "City Hall, week of 2024-03-04: 71 % of the days"; also the tooltip and what assistive technology hears.
    QString cellText(int row, int bin) const;
    /// In the viewport; null when the row is scrolled out of it.
    QPoint cellCentre(int row, int bin) const;
    int currentRow() const { return m_row; }
    int currentBin() const { return m_bin; }

    QSize sizeHint() const override { return {360, 240}; }
    QSize minimumSizeHint() const override { return {220, 110}; }

signals:
    void placeClicked(const QString& code);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Cell {
        int row = 0;
        int bin = 0;
        bool valid = false;
    };
    int rows() const { return static_cast<int>(m_matrix.codes.size()); }
    int bins() const { return static_cast<int>(m_matrix.bins.size()); }
    QRectF plot() const;
    QRectF rowArea(int row) const;
    QRectF cellArea(int row, int bin) const;
    Cell cellAt(const QPointF& position) const;
    qint8 valueAt(int row, int bin) const;
    QString rowName(int row) const;
    void layOut();
    void describe();
    void moveTo(int row, int bin);
    void paintRow(QPainter& painter, int row) const;
    void paintMonths(QPainter& painter) const;
    static QStringList legendTexts();
    QVector<QPointF> legendPlaces() const;
    void paintLegend(QPainter& painter) const;

    QualityMatrix m_matrix;
    QString m_message;
    QSet<QString> m_chosen;
    int m_row = kAll;  ///< of the keyboard
    int m_bin = 0;
    double m_legendBreaks = 0.0;  ///< lines of the legend but the first
};

}  // namespace mudeung
