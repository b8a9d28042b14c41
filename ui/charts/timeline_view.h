// SPDX-License-Identifier: GPL-3.0-or-later
// Daily totals over the whole span of the data, with a period that is drawn, moved and lifted by mouse and keyboard. Knows no workspace.
#pragma once

#include <QDate>
#include <QVector>
#include <QWidget>
#include <optional>

#include "core/model/query.h"

namespace mudeung {

struct TimelineDay {
    QDate date;
    double value = 0.0;    ///< NaN = nothing observed
    bool expected = true;  ///< false: the day types of the query leave it out, so that nothing is missing
};

class TimelineView : public QWidget {
    Q_OBJECT
public:
    explicit TimelineView(QWidget* parent = nullptr);

    /// Ascending, without gaps. `unit` follows the values in hints.
    void setDays(const QVector<TimelineDay>& days, const QString& measure, const QString& unit);
    /// Shows a sentence instead; empty = the days.
    void setMessage(const QString& message);
    /// The period of the query; all = nothing is drawn around it.
    void setChosen(const Period& period);
    Period chosen() const { return m_chosen; }
    /// The days that the period is compared with; all = none.
    void setCompared(const Period& period);
    Period compared() const { return m_compared; }

    /// Where a day is drawn, and the day that is drawn there.
    QRectF areaOf(QDate date) const;
    std::optional<QDate> dayAt(double x) const;

    QSize sizeHint() const override { return {600, 112}; }
    QSize minimumSizeHint() const override { return {240, 84}; }

signals:
    /// Whole span: an empty period.
    void periodChosen(const mudeung::Period& period);
    /// Drawn with Shift; a double click with Shift lifts it: an empty period.
    void comparedChosen(const mudeung::Period& period);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Gesture { None, Press, Draw, MoveFrom, MoveTo };
    QRectF plot() const;
    double xOf(QDate date) const;
    Period clipped(Period period) const;
    Period span() const;
    void choose(const Period& period);
    void shift(int days);
    void hint(const QPoint& at);
    void paintDays(QPainter& painter) const;
    void paintAxis(QPainter& painter) const;
    Period shownPeriod() const;  ///< the chosen one, or what is being drawn
    void paintChosen(QPainter& painter) const;
    void paintCompared(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;
    void describe();

    QVector<TimelineDay> m_days;
    QString m_measure;
    QString m_unit;
    QString m_message;
    double m_largest = 0.0;
    Period m_chosen;
    Period m_compared;
    bool m_comparing = false;  ///< the gesture draws the other period
    Gesture m_gesture = Gesture::None;
    QPoint m_start;
    Period m_drawn;  ///< while the mouse button is down
};

}  // namespace mudeung
