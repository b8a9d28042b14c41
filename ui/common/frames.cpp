// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts questions into frames.
#include "ui/common/frames.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/base/format.h"

namespace mudeung {

namespace {

QVector<Frame> hourFrames(const Query& query, const Dataset& dataset) {
    QVector<Frame> frames;
    for (int h = 0; h < dataset.hourCount; ++h) {
        const HourMask hour = 1u << (dataset.firstHour + h);
        if (!(query.hours & hour)) continue;
        Frame frame{query, hoursPhrase(hour)};
        frame.query.hours = hour;
        // An hour that no weekday and no month asks for would be a refused question.
        const auto asked = [hour](const auto& parts) {
            return std::any_of(parts.begin(), parts.end(), [hour](HourMask m) { return (m & hour) != 0; });
        };
        if (asked(query.weekHours) && asked(query.yearHours)) frames.append(frame);
    }
    return frames;
}

QDate endOf(QDate from, FrameStep step) {
    if (step == FrameStep::Week) return from.addDays(7 - from.dayOfWeek());
    if (step == FrameStep::Month) return QDate(from.year(), from.month(), from.daysInMonth());
    return from;
}

QString labelOf(const Period& period, FrameStep step) {
    if (step == FrameStep::Day)
        return QCoreApplication::translate("Frames", "%1 (%2)", "date (weekday)")
            .arg(formatDate(period.from), weekdayName(period.from.dayOfWeek()));
    if (step == FrameStep::Month) return formatDate(period.from).left(7);
    return formatDates(period.from, period.to);
}

}  // namespace

QVector<Frame> framesOf(const Query& query, const Dataset& dataset, FrameStep step) {
    if (step == FrameStep::HourOfDay) return dataset.hasHours() ? hourFrames(query, dataset) : QVector<Frame>();
    const bool possible = dataset.timeStep == TimeStep::Day || (dataset.timeStep == TimeStep::Month && step == FrameStep::Month);
    const Period whole = query.period.isAll() ? dataset.period : query.period;
    QVector<Frame> frames;
    if (!possible || !whole.from.isValid() || !whole.to.isValid()) return frames;
    const Period span{std::max(whole.from, dataset.period.from), std::min(whole.to, dataset.period.to)};
    for (QDate from = span.from; from <= span.to;) {
        Period period{from, endOf(from, step)};
        from = period.to.addDays(1);
        // Monthly data is asked by whole months.
        if (dataset.timeStep == TimeStep::Day) period.to = std::min(period.to, span.to);
        bool any = dataset.timeStep != TimeStep::Day;
        for (QDate day = period.from; day <= period.to && !any; day = day.addDays(1))
            any = (query.dayTypes >> static_cast<int>(HolidayCalendar::korea().dayType(day)) & 1u) && query.hoursOn(day) != 0;
        if (!any) continue;
        Frame frame{query, labelOf(period, step)};
        frame.query.period = period;
        frames.append(frame);
    }
    return frames;
}

}  // namespace mudeung
