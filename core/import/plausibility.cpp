// SPDX-License-Identifier: GPL-3.0-or-later
// Checks on a finished cube. Walks the dense month arrays once per question.
#include "core/import/plausibility.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/base/format.h"
#include "core/base/language.h"

namespace mudeung {

namespace {

constexpr double kOutlierFactor = 100.0;
constexpr std::int64_t kOutlierFloor = 1000;  ///< small counts vary by more than that without being odd
constexpr std::size_t kSampledCells = 200'000;
constexpr int kNamedOutliers = 5;

/// Median of the cells above zero, from an even sample.
std::int64_t medianOfPositive(const CubeData& cube, int measure) {
    std::vector<std::int64_t> sample;
    for (const auto& [key, m] : cube.months) {
        const std::size_t size = m.cells.size() / static_cast<std::size_t>(m.measures);
        const std::size_t step = std::max<std::size_t>(1, size * cube.months.size() / kSampledCells);
        const std::int64_t* cells = m.cells.data() + size * static_cast<std::size_t>(measure);
        for (std::size_t i = 0; i < size; i += step) {
            if (cells[i] > 0) sample.push_back(cells[i]);
        }
    }
    if (sample.empty()) return 0;
    const auto middle = sample.begin() + static_cast<std::ptrdiff_t>(sample.size() / 2);
    std::nth_element(sample.begin(), middle, sample.end());
    return *middle;
}

QString timeOfCell(const CubeData& cube, MonthKey key, const MonthCells& m, std::size_t at) {
    const std::size_t hour = at / static_cast<std::size_t>(m.places) % static_cast<std::size_t>(m.hours);
    const std::size_t day = at / static_cast<std::size_t>(m.places) / static_cast<std::size_t>(m.hours) % static_cast<std::size_t>(m.days);
    QString text = QString::number(yearOf(key));
    if (cube.dataset.timeStep != TimeStep::Year) text += QStringLiteral("-%1").arg(monthOf(key), 2, 10, QLatin1Char('0'));
    if (cube.dataset.timeStep == TimeStep::Day) text += QStringLiteral("-%1").arg(static_cast<int>(day) + 1, 2, 10, QLatin1Char('0'));
    if (cube.dataset.hasHours())
        text += QStringLiteral(" %1:00").arg(cube.dataset.firstHour + static_cast<int>(hour), 2, 10, QLatin1Char('0'));
    return text;
}

void findOutliers(const CubeData& cube, int measure, QStringList& out) {
    const Measure& m = cube.dataset.measures[measure];
    const std::int64_t median = medianOfPositive(cube, measure);
    std::int64_t scale = 1;
    for (int d = 0; d < m.decimals; ++d) scale *= 10;
    const auto limit = std::max(static_cast<std::int64_t>(static_cast<double>(median) * kOutlierFactor), kOutlierFloor * scale);
    if (median == 0) return;
    qint64 count = 0;
    struct Found {
        std::int64_t value;
        QString place;
        QString when;
    };
    std::vector<Found> largest;
    for (const auto& [key, cells] : cube.months) {
        const std::size_t size = cells.cells.size() / static_cast<std::size_t>(cells.measures);
        const std::size_t first = size * static_cast<std::size_t>(measure);
        for (std::size_t i = first; i < first + size; ++i) {
            if (cells.cells[i] <= limit) continue;
            ++count;
            if (largest.size() == kNamedOutliers && largest.back().value >= cells.cells[i]) continue;
            const Place& p = cube.places[i % static_cast<std::size_t>(cells.places)];
            largest.push_back({cells.cells[i], p.name, timeOfCell(cube, key, cells, i - first)});
            std::stable_sort(largest.begin(), largest.end(), [](const Found& a, const Found& b) { return a.value > b.value; });
            if (largest.size() > kNamedOutliers) largest.pop_back();
        }
    }
    if (count == 0) return;
    QStringList named;
    for (const Found& f : largest)
        named.append(QStringLiteral("%1 (%2): %3").arg(f.place, f.when, formatNumber(m.toValue(f.value), m.decimals)));
    out.append(
        QCoreApplication::translate("Import", "%n value(s) of “%1” are more than 100 times the usual one (%2): %3.", nullptr,
                                    static_cast<int>(count))
            .arg(koreanInterface() ? m.nameKo : m.name, formatNumber(m.toValue(median), m.decimals), named.join(QStringLiteral("; "))));
}

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
    QStringList out;
    for (int m = 0; m < cube.dataset.measures.size(); ++m) findOutliers(cube, m, out);
    if (const qint64 empty = placesWithoutCounts(cube); empty > 0) {
        out.append(
            QCoreApplication::translate("Import", "%n place(s) have not a single count in this file.", nullptr, static_cast<int>(empty)));
    }
    if (counts.wrongTotals > 0) {
        out.append(QCoreApplication::translate("Import",
                                               "%n row(s) have a total that differs from the sum of their hours; the first is line %1.",
                                               nullptr, static_cast<int>(counts.wrongTotals))
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
