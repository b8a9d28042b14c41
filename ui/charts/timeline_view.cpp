// SPDX-License-Identifier: GPL-3.0-or-later
// One bar a day; weekdays, Saturdays, Sundays and holidays in three colours; days without data hatched.
#include "ui/charts/timeline_view.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "core/base/format.h"
#include "core/base/language.h"
#include "core/model/calendar.h"
#include "ui/common/qt_compat.h"
#include "ui/common/theme.h"

namespace mudeung {

namespace {

constexpr double kSide = 12.0;
constexpr double kTop = 22.0;     ///< room for the legend
constexpr double kBottom = 20.0;  ///< and for the months
constexpr double kGrip = 5.0;     ///< an edge of the period is caught within so many pixels
constexpr double kLeastLabelGap = 46.0;

QColor colorOf(DayType type, const ThemeColors& c) {
    if (type == DayType::Weekday) return c.accent;
    if (type == DayType::Saturday) {
        QColor pale = c.accent;
        pale.setAlphaF(0.45);
        return pale;
    }
    return darkTheme() ? QColor(0xE6, 0x9F, 0x00) : QColor(0xD5, 0x5E, 0x00);  // Okabe–Ito
}

}  // namespace

TimelineView::TimelineView(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    describe();
}

void TimelineView::setDays(const QVector<TimelineDay>& days, const QString& measure, const QString& unit) {
    m_days = days;
    m_measure = measure;
    m_unit = unit;
    m_message.clear();
    m_largest = 0.0;
    for (const TimelineDay& day : days)
        if (day.value > m_largest) m_largest = day.value;
    describe();
    update();
}

void TimelineView::setMessage(const QString& message) {
    m_message = message;
    if (!message.isEmpty()) m_days.clear();
    describe();
    update();
}

void TimelineView::setChosen(const Period& period) {
    if (period == m_chosen) return;
    m_chosen = period;
    describe();
    update();
}

void TimelineView::setCompared(const Period& period) {
    if (period == m_compared) return;
    m_compared = period;
    describe();
    update();
}

void TimelineView::describe() {
    setAccessibleName(tr("Timeline: totals by day"));
    QString text = m_chosen.isAll() ? tr("Whole span. Drag to choose a period.")
                                    : tr("Chosen period: %1 to %2").arg(formatDate(m_chosen.from), formatDate(m_chosen.to));
    if (!m_compared.isAll())
        text += QLatin1Char(' ') + tr("Compared with: %1 to %2").arg(formatDate(m_compared.from), formatDate(m_compared.to));
    setAccessibleDescription(m_message.isEmpty() ? text : m_message);
}

void TimelineView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        describe();
        update();
    }
    QWidget::changeEvent(event);
}

QRectF TimelineView::plot() const {
    return QRectF(rect()).adjusted(kSide, kTop, -kSide, -kBottom);
}

Period TimelineView::span() const {
    return m_days.isEmpty() ? Period{} : Period{m_days.first().date, m_days.last().date};
}

double TimelineView::xOf(QDate date) const {
    const QRectF area = plot();
    return area.left() + area.width() * static_cast<double>(m_days.first().date.daysTo(date)) / static_cast<double>(m_days.size());
}

QRectF TimelineView::areaOf(QDate date) const {
    if (m_days.isEmpty()) return {};
    const QRectF area = plot();
    return {xOf(date), area.top(), xOf(date.addDays(1)) - xOf(date), area.height()};
}

std::optional<QDate> TimelineView::dayAt(double x) const {
    const QRectF area = plot();
    if (m_days.isEmpty() || area.width() <= 0.0) return std::nullopt;
    const auto day = static_cast<int>(std::floor((x - area.left()) / area.width() * static_cast<double>(m_days.size())));
    if (day < 0 || day >= static_cast<int>(m_days.size())) return std::nullopt;
    return m_days[day].date;
}

Period TimelineView::clipped(Period period) const {
    if (period.to < period.from) std::swap(period.from, period.to);
    const Period all = span();
    period = {std::max(period.from, all.from), std::min(period.to, all.to)};
    return period == all ? Period{} : period;
}

void TimelineView::choose(const Period& period) {
    const Period next = period.isAll() ? period : clipped(period);
    setChosen(next);
    emit periodChosen(next);
}

void TimelineView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ThemeColors& c = themeColors(darkTheme());
    painter.fillRect(rect(), c.surface);
    painter.setFont(chartFont(11.0));
    if (m_days.isEmpty()) {
        painter.setPen(c.mutedText);
        painter.drawText(rect().adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap, m_message);
    } else {
        paintDays(painter);
        paintAxis(painter);
        paintChosen(painter);
        paintCompared(painter);
        paintLegend(painter);
    }
    if (!hasFocus()) return;
    painter.setPen(c.accent);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void TimelineView::paintDays(QPainter& painter) const {
    const ThemeColors& c = themeColors(darkTheme());
    const HolidayCalendar& calendar = HolidayCalendar::korea();
    const QRectF area = plot();
    const double width = area.width() / static_cast<double>(m_days.size());
    const double gap = width >= 4.0 ? 1.0 : 0.0;
    const Period period = shownPeriod();
    for (const TimelineDay& day : m_days) {
        // Days outside are grey: paler blue would be Saturdays.
        const bool outside = !period.isAll() && (day.date < period.from || day.date > period.to);
        const QRectF place = areaOf(day.date);
        if (!std::isfinite(day.value)) {
            if (day.expected) painter.fillRect(place, QBrush(c.mutedText, Qt::BDiagPattern));
            continue;
        }
        if (m_largest > 0.0) {
            const double height = area.height() * std::max(0.0, day.value) / m_largest;
            painter.fillRect(QRectF(place.left(), area.bottom() - height, place.width() - gap, height),
                             outside ? c.mutedText : colorOf(calendar.dayType(day.date), c));
        }
        if (calendar.isHoliday(day.date))
            painter.fillRect(QRectF(place.center().x() - 1.0, area.bottom() + 1.0, 2.0, 3.0), colorOf(DayType::Holiday, c));
    }
    painter.setPen(c.separator);
    painter.drawLine(QPointF(area.left(), area.bottom()), QPointF(area.right(), area.bottom()));
}

void TimelineView::paintAxis(QPainter& painter) const {
    const ThemeColors& c = themeColors(darkTheme());
    const QRectF area = plot();
    const QDate first = m_days.first().date;
    const QDate last = m_days.last().date;
    const double perMonth = area.width() / std::max(1.0, static_cast<double>(m_days.size()) / 30.44);
    int step = 1;
    for (const int months : {1, 2, 3, 6, 12}) {
        step = months;
        if (perMonth * months >= kLeastLabelGap) break;
    }
    for (QDate month(first.year(), first.month(), 1); month <= last; month = month.addMonths(1)) {
        if (month < first && month.addMonths(1) <= first) continue;
        const double x = std::max(area.left(), xOf(std::max(month, first)));
        const bool january = month.month() == 1;
        painter.setPen(january ? c.mutedText : c.separator);
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 4.0));
        if ((month.month() - 1) % step != 0 || area.right() - x < 24.0) continue;
        painter.setPen(c.mutedText);
        const QString label = january             ? QString::number(month.year())
                              : koreanInterface() ? QStringLiteral("%1월").arg(month.month())
                                                  : QLocale(QLocale::English).monthName(month.month(), QLocale::ShortFormat);
        painter.drawText(QRectF(x + 2.0, area.bottom() + 3.0, kLeastLabelGap * step, kBottom - 3.0), Qt::AlignLeft | Qt::AlignVCenter,
                         label);
    }
}

Period TimelineView::shownPeriod() const {
    const bool drawing = m_gesture != Gesture::None && m_gesture != Gesture::Press && !m_comparing;
    return drawing ? m_drawn : m_chosen;
}

void TimelineView::paintChosen(QPainter& painter) const {
    const Period period = shownPeriod();
    if (period.isAll()) return;
    const ThemeColors& c = themeColors(darkTheme());
    const QRectF area = plot();
    const double from = xOf(std::max(period.from, m_days.first().date));
    const double to = xOf(std::min(period.to, m_days.last().date).addDays(1));
    QColor veil = c.surface;
    veil.setAlphaF(0.72);
    painter.fillRect(QRectF(area.left(), area.top(), from - area.left(), area.height()), veil);
    painter.fillRect(QRectF(to, area.top(), area.right() - to, area.height()), veil);
    painter.setPen(QPen(c.text, 1.5));
    for (const double x : {from, to}) {
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.fillRect(QRectF(x - 2.5, area.top() + area.height() / 2.0 - 7.0, 5.0, 14.0), c.text);
    }
}

void TimelineView::paintCompared(QPainter& painter) const {
    const bool drawing = m_gesture != Gesture::None && m_gesture != Gesture::Press && m_comparing;
    const Period period = drawing ? m_drawn : m_compared;
    if (period.isAll() || period.to < m_days.first().date || period.from > m_days.last().date) return;
    const ThemeColors& c = themeColors(darkTheme());
    const QRectF area = plot();
    const double from = xOf(std::max(period.from, m_days.first().date));
    const double to = xOf(std::min(period.to, m_days.last().date).addDays(1));
    QColor tint = c.text;
    tint.setAlphaF(0.12);
    painter.fillRect(QRectF(from, area.top(), to - from, area.height()), tint);
    painter.setPen(QPen(c.text, 1.5, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(from, area.top(), to - from, area.height()));
    const double room = std::max(0.0, to - from - 8.0);
    const QString name = painter.fontMetrics().elidedText(tr("before"), Qt::ElideRight, static_cast<int>(room));
    const QRectF label(from + 4.0, area.top() + 3.0, std::min(room, painter.fontMetrics().horizontalAdvance(name) + 4.0), 15.0);
    QColor ground = c.surface;
    ground.setAlphaF(0.8);
    painter.fillRect(label, ground);
    painter.setPen(c.text);
    painter.drawText(label, Qt::AlignCenter, name);
}

void TimelineView::paintLegend(QPainter& painter) const {
    const ThemeColors& c = themeColors(darkTheme());
    const QFontMetricsF metrics(painter.font());
    double x = kSide;
    const auto put = [&](const QBrush& brush, const QString& text) {
        // A pattern begins anywhere in so small a sign: its strokes are drawn.
        const bool hatched = brush.style() != Qt::SolidPattern;
        if (!hatched) painter.fillRect(QRectF(x, 7.0, 9.0, 9.0), brush);
        painter.setPen(c.mutedText);
        painter.setBrush(Qt::NoBrush);
        if (hatched) {
            painter.drawRect(QRectF(x + 0.5, 7.5, 8.0, 8.0));
            for (const double at : {3.0, 6.0, 9.0}) painter.drawLine(QPointF(x, 7.0 + at), QPointF(x + at, 7.0));
            for (const double at : {3.0, 6.0}) painter.drawLine(QPointF(x + at, 16.0), QPointF(x + 9.0, 7.0 + at));
        }
        painter.drawText(QPointF(x + 13.0, 7.0 + 8.5), text);
        x += 13.0 + metrics.horizontalAdvance(text) + 14.0;
    };
    put(colorOf(DayType::Weekday, c), tr("weekdays"));
    put(colorOf(DayType::Saturday, c), tr("Saturdays"));
    put(colorOf(DayType::Holiday, c), tr("Sundays and holidays"));
    const bool missing =
        std::any_of(m_days.begin(), m_days.end(), [](const TimelineDay& d) { return d.expected && !std::isfinite(d.value); });
    if (missing) put(QBrush(c.mutedText, Qt::BDiagPattern), tr("no data"));
    const QString top = tr("highest day %1 %2", "number unit").arg(formatShort(m_largest), m_unit);
    const double width = metrics.horizontalAdvance(top);
    if (x + width < this->width() - kSide) painter.drawText(QPointF(this->width() - kSide - width, 15.5), top);
}

void TimelineView::hint(const QPoint& at) {
    const auto date = dayAt(at.x());
    if (!date) return QToolTip::hideText();
    const TimelineDay& day = m_days[static_cast<int>(m_days.first().date.daysTo(*date))];
    QString text = tr("%1 (%2)", "date (weekday)").arg(formatDate(*date), weekdayName(date->dayOfWeek()));
    const QString holiday = HolidayCalendar::korea().nameOf(*date, koreanInterface());
    if (!holiday.isEmpty()) text += QStringLiteral(" · ") + holiday;
    text += QLatin1Char('\n');
    if (std::isfinite(day.value))
        text += tr("%1: %2 %3", "measure: number unit").arg(m_measure, formatNumber(day.value), m_unit);
    else
        text += day.expected ? tr("no data") : tr("left out by the day filter");
    QToolTip::showText(mapToGlobal(at), text, this);
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_days.isEmpty()) return;
    m_start = eventPosition(event).toPoint();
    m_gesture = Gesture::Press;
    m_drawn = m_chosen;
    m_comparing = event->modifiers() & Qt::ShiftModifier;
    if (m_chosen.isAll() || m_comparing) return;
    const double from = xOf(m_chosen.from);
    const double to = xOf(m_chosen.to.addDays(1));
    const double x = m_start.x();
    if (std::abs(x - from) <= kGrip && std::abs(x - from) <= std::abs(x - to))
        m_gesture = Gesture::MoveFrom;
    else if (std::abs(x - to) <= kGrip)
        m_gesture = Gesture::MoveTo;
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
    const QPoint at = eventPosition(event).toPoint();
    if (m_gesture == Gesture::None) {
        const bool onEdge = !m_chosen.isAll() && !m_days.isEmpty() &&
                            (std::abs(at.x() - xOf(m_chosen.from)) <= kGrip || std::abs(at.x() - xOf(m_chosen.to.addDays(1))) <= kGrip);
        setCursor(onEdge ? Qt::SizeHorCursor : Qt::ArrowCursor);
        return hint(at);
    }
    if (m_gesture == Gesture::Press && std::abs(at.x() - m_start.x()) < 3) return;
    if (m_gesture == Gesture::Press) m_gesture = Gesture::Draw;
    const QRectF area = plot();
    const auto day = dayAt(std::clamp(static_cast<double>(at.x()), area.left(), area.right() - 0.5));
    if (!day) return;
    if (m_gesture == Gesture::Draw)
        m_drawn = {dayAt(std::clamp(static_cast<double>(m_start.x()), area.left(), area.right() - 0.5)).value_or(*day), *day};
    if (m_gesture == Gesture::MoveFrom) m_drawn = {std::min(*day, m_chosen.to), m_chosen.to};
    if (m_gesture == Gesture::MoveTo) m_drawn = {m_chosen.from, std::max(*day, m_chosen.from)};
    if (m_drawn.to < m_drawn.from) std::swap(m_drawn.from, m_drawn.to);
    update();
    QToolTip::showText(mapToGlobal(at), tr("%1 to %2").arg(formatDate(m_drawn.from), formatDate(m_drawn.to)), this);
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_gesture == Gesture::None) return;
    const bool drawn = m_gesture != Gesture::Press;
    m_gesture = Gesture::None;
    if (drawn && m_comparing) {
        setCompared(clipped(m_drawn));
        emit comparedChosen(m_compared);
    } else if (drawn && m_drawn != m_chosen) {
        choose(m_drawn);
    }
    m_comparing = false;
    update();
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    if (!(event->modifiers() & Qt::ShiftModifier)) {
        if (!m_chosen.isAll()) choose({});
    } else if (!m_compared.isAll()) {
        setCompared({});
        emit comparedChosen({});
    }
}

/// Moves the period as a whole, as far as the data goes.
void TimelineView::shift(int days) {
    if (m_chosen.isAll() || m_days.isEmpty()) return;
    const Period all = span();
    const qint64 back = all.from.daysTo(m_chosen.from);
    const qint64 ahead = m_chosen.to.daysTo(all.to);
    const qint64 by = std::clamp<qint64>(days, -back, ahead);
    if (by != 0) choose({m_chosen.from.addDays(by), m_chosen.to.addDays(by)});
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    const int length = m_chosen.isAll() ? 1 : static_cast<int>(m_chosen.from.daysTo(m_chosen.to)) + 1;
    const int step = event->modifiers() & Qt::ShiftModifier ? length : 1;
    switch (event->key()) {
        case Qt::Key_Left:
            return shift(-step);
        case Qt::Key_Right:
            return shift(step);
        case Qt::Key_Home:
            if (!m_chosen.isAll()) choose({});
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace mudeung
