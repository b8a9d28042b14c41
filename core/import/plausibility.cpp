// SPDX-License-Identifier: GPL-3.0-or-later
// Checks on a finished cube. Walks the dense month arrays once per question.
#include "core/import/plausibility.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/base/format.h"
#include "core/base/language.h"
#include "core/import/outliers.h"

namespace mudeung {

namespace {

qint64 placesWithoutCounts(const CubeData& cube) {
    std::vector<char> seen(cube.places.size(), 0);
    for (const auto& [key, m] : cube.months) {
        for (std::size_t i = 0; i < m.cells.size(); ++i) {
            if (m.cells[i] != kNotObserved && m.cells[i] != 0) seen[i % static_cast<std::size_t>(m.places)] = 1;
        }
    }
    return std::count(seen.begin(), seen.end(), char(0));
}

/// Which days of a month some cell speaks of.
std::vector<char> observedDays(const MonthCells& m) {
    std::vector<char> days(static_cast<std::size_t>(m.days), 0);
    const std::size_t dayCells = static_cast<std::size_t>(m.hours) * static_cast<std::size_t>(m.places);
    for (std::size_t slot = 0; slot < m.cells.size() / dayCells; ++slot) {
        char& day = days[slot % static_cast<std::size_t>(m.days)];
        if (day) continue;
        const auto first = m.cells.begin() + static_cast<std::ptrdiff_t>(slot * dayCells);
        day = std::any_of(first, first + static_cast<std::ptrdiff_t>(dayCells), [](std::int64_t c) { return c != kNotObserved; });
    }
    return days;
}

}  // namespace

QStringList failedChecks(const Profile& profile, const std::vector<CheckCount>& counts) {
    QStringList out;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const CheckRule& rule = profile.checks[static_cast<int>(i)];
        if (counts[i].all == 0) continue;
        const double share = static_cast<double>(counts[i].good) / static_cast<double>(counts[i].all);
        if (share >= rule.minShare) continue;
        const QString& text = koreanInterface() && !rule.messageKo.isEmpty() ? rule.messageKo : rule.message;
        out.append(text.contains(QLatin1String("%1")) ? text.arg(formatPercent(1.0 - share)) : text);
    }
    return out;
}

QStringList suspiciousValues(const CubeData& cube, const BuildCounts& counts) {
    QStringList out = outlierSentences(cube);
    if (const qint64 empty = placesWithoutCounts(cube); empty > 0) {
        out.append(QCoreApplication::translate("Import", "%n place(s) have not a single count in this file.", nullptr, int(empty)));
    }
    if (counts.wrongTotals > 0) {
        out.append(QCoreApplication::translate("Import",
                                               "%n row(s) have a total that differs from the sum of their hours; the first is line %1.",
                                               nullptr, int(counts.wrongTotals))
                       .arg(formatCount(counts.firstWrongTotalLine)));
    }
    return out;
}

QStringList missingDates(const CubeData& cube, int most, qint64& count) {
    QStringList out;
    count = 0;
    if (cube.months.empty() || cube.dataset.timeStep == TimeStep::Year) return out;
    const Period span = observedPeriod(cube);
    const auto miss = [&](const QString& text) {
        if (count++ < most) out.append(text);
    };
    for (MonthKey key = cube.months.begin()->first; key <= cube.months.rbegin()->first; ++key) {
        const QString month = QStringLiteral("%1-%2").arg(yearOf(key)).arg(monthOf(key), 2, 10, QLatin1Char('0'));
        const auto found = cube.months.find(key);
        if (found == cube.months.end()) {
            miss(month);
            continue;
        }
        if (cube.dataset.timeStep != TimeStep::Day) continue;
        const std::vector<char> days = observedDays(found->second);
        for (std::size_t d = 0; d < days.size(); ++d) {
            const QDate date(yearOf(key), monthOf(key), static_cast<int>(d) + 1);
            if (!days[d] && date > span.from && date < span.to) miss(date.toString(Qt::ISODate));
        }
    }
    return out;
}

Period observedPeriod(const CubeData& cube) {
    Period p;
    if (cube.months.empty()) return p;
    const auto& [firstKey, first] = *cube.months.begin();
    const auto& [lastKey, last] = *cube.months.rbegin();
    p.from = QDate(yearOf(firstKey), monthOf(firstKey), 1);
    if (cube.dataset.timeStep == TimeStep::Year) {
        p.to = QDate(yearOf(lastKey), 12, 31);
    } else if (cube.dataset.timeStep == TimeStep::Month) {
        p.to = QDate(yearOf(lastKey), monthOf(lastKey), 1).addMonths(1).addDays(-1);
    } else {
        const std::vector<char> firstDays = observedDays(first);
        const std::vector<char> lastDays = observedDays(last);
        p.from = p.from.addDays(std::find(firstDays.begin(), firstDays.end(), char(1)) - firstDays.begin());
        p.to = QDate(yearOf(lastKey), monthOf(lastKey), 1)
                   .addDays(lastDays.rend() - std::find(lastDays.rbegin(), lastDays.rend(), char(1)) - 1);
    }
    return p;
}

std::vector<std::int64_t> sumsOfCells(const CubeData& cube) {
    std::vector<std::int64_t> sums;
    for (const auto& [key, m] : cube.months) {
        sums.resize(static_cast<std::size_t>(m.measures) * static_cast<std::size_t>(m.groups), 0);
        const std::size_t slotCells = m.cells.size() / sums.size();
        for (std::size_t slot = 0; slot < sums.size(); ++slot) {
            std::int64_t sum = 0;
            for (std::size_t i = slot * slotCells; i < (slot + 1) * slotCells; ++i) {
                if (m.cells[i] != kNotObserved) sum += m.cells[i];
            }
            sums[slot] += sum;
        }
    }
    return sums;
}

}  // namespace mudeung
