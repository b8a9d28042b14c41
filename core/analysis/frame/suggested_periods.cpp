// SPDX-License-Identifier: GPL-3.0-or-later
// Periods from what the data holds and what is asked.
#include "core/analysis/frame/suggested_periods.h"

#include <algorithm>

namespace mudeung {

namespace {

constexpr int kLeastDays = 56;  ///< that the data must hold a year later

int daysOf(const Period& p) {
    return static_cast<int>(p.from.daysTo(p.to)) + 1;
}

Period wholeMonths(const Period& p, const Dataset& dataset) {
    if (dataset.timeStep != TimeStep::Month) return p;
    return {QDate(p.from.year(), p.from.month(), 1), QDate(p.to.year(), p.to.month(), p.to.daysInMonth())};
}

}  // namespace

Period suggestedNow(const AnalysisSubject& subject) {
    const Period& held = subject.dataset.period;
    const Period& asked = subject.query.period;
    if (asked.from.isValid() && asked.from > held.from && asked.from < held.to) return {asked.from, std::min(asked.to, held.to)};
    const QDate yearLater = held.from.addYears(1);
    if (yearLater.addDays(kLeastDays - 1) <= held.to) return {std::max(yearLater, held.to.addYears(-1).addDays(1)), held.to};
    return wholeMonths({held.from.addDays(daysOf(held) / 2), held.to}, subject.dataset);
}

Period suggestedBefore(const Period& now, const Dataset& dataset) {
    const Period& held = dataset.period;
    Period year{std::max(now.from.addYears(-1), held.from), now.to.addYears(-1)};
    if (year.to >= now.from) year.to = now.from.addDays(-1);
    if (year.from <= year.to && 2 * daysOf(year) >= daysOf(now)) return year;
    return {std::max(wholeMonths({now.from.addDays(-daysOf(now)), now.to}, dataset).from, held.from), now.from.addDays(-1)};
}

}  // namespace mudeung
