// SPDX-License-Identifier: GPL-3.0-or-later
// Two robust questions per measure: which cells lie far above their group, and which days or months far above their own place.
#include "core/import/outliers.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "core/base/format.h"
#include "core/base/language.h"

namespace mudeung {

namespace {

constexpr double kFarFromMedian = 100.0;
constexpr double kFarFromTop = 10.0;    ///< times the value that 99.9 % stay below
constexpr double kFarOnLogScale = 5.0;  ///< robust standard deviations
constexpr double kJump = 20.0;          ///< times the usual day or month of the place
constexpr double kFloor = 1000.0;       ///< small counts vary by more than all that without being odd
constexpr std::size_t kFewest = 10;     ///< values that a comparison needs
constexpr std::size_t kNamed = 5;

struct Found {
    double ratio = 0.0;
    double value = 0.0;
    std::size_t place = 0;
    QString when;
};

struct Hits {
    qint64 count = 0;
    std::vector<Found> worst;

    bool wants(double ratio) const { return worst.size() < kNamed || worst.back().ratio < ratio; }
    void keep(Found found) {
        worst.push_back(std::move(found));
        std::stable_sort(worst.begin(), worst.end(), [](const Found& a, const Found& b) { return a.ratio > b.ratio; });
        if (worst.size() > kNamed) worst.pop_back();
    }
};

double quantile(std::vector<double>& values, double share) {
    const auto at = static_cast<std::ptrdiff_t>(std::floor(share * static_cast<double>(values.size() - 1)));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

QString timeText(const BuiltCube& cube, MonthKey key, int day, int hour) {
    const Dataset& d = cube.dataset();
    QString text = QString::number(yearOf(key));
    if (d.timeStep != TimeStep::Year) text += QStringLiteral("-%1").arg(monthOf(key), 2, 10, QLatin1Char('0'));
    if (d.timeStep == TimeStep::Day) text += QStringLiteral("-%1").arg(day + 1, 2, 10, QLatin1Char('0'));
    if (hour >= 0) text += QStringLiteral(" %1:00").arg(d.firstHour + hour, 2, 10, QLatin1Char('0'));
    return text;
}

/// The limit that a value of this group has to pass to be odd; infinite when there is too little to compare with.
double groupLimit(const BuiltCube& cube, int measure, int group, double floor) {
    std::vector<double> values = cube.sample(measure, group);
    if (values.size() < kFewest) return HUGE_VAL;
    const double median = quantile(values, 0.5);
    const double top = quantile(values, 0.999);
    for (double& v : values) v = std::abs(std::log(v / median));
    const double spread = 1.4826 * quantile(values, 0.5);
    const double byLog = spread > 0.0 ? median * std::exp(kFarOnLogScale * spread) : HUGE_VAL;
    return std::max({floor, kFarFromMedian * median, std::min(byLog, kFarFromTop * top)});
}

void takeAbove(const BuiltCube& cube, MonthKey month, int block, const PackedBlock& packed, double limit, Hits& hits) {
    std::vector<std::int64_t> cells(packed.codes.size());
    packed.unpack(cells.data());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto value = static_cast<double>(cells[i]);
        if (value <= limit) continue;
        ++hits.count;
        if (!hits.wants(value / limit)) continue;
        const std::size_t line = i / static_cast<std::size_t>(packed.width);
        const auto day = static_cast<int>(line / static_cast<std::size_t>(cube.hours()));
        const auto hour = static_cast<int>(line % static_cast<std::size_t>(cube.hours()));
        const std::size_t place = static_cast<std::size_t>(block) * kBlockPlaces + i % static_cast<std::size_t>(packed.width);
        hits.keep({value / limit, value, place, timeText(cube, month, day, cube.dataset().hasHours() ? hour : -1)});
    }
}

Hits farAboveGroup(const BuiltCube& cube, int measure, double floor) {
    Hits hits;
    PackedBlock packed;
    for (int group = 0; group < static_cast<int>(cube.dataset().scheme.groups.size()); ++group) {
        const double limit = groupLimit(cube, measure, group, floor);
        if (!std::isfinite(limit)) continue;
        for (const MonthKey month : cube.months()) {
            for (int b = 0; b < cube.blocks(); ++b) {
                if (static_cast<double>(cube.largest(month, measure, group, b)) <= limit) continue;  // most: nothing to unpack
                const auto any = cube.block(month, measure, group, b, packed);
                if (any && *any) takeAbove(cube, month, b, packed, limit, hits);
            }
        }
    }
    return hits;
}

Hits farAboveItself(const BuiltCube& cube, int measure, double floor) {
    Hits hits;
    struct Step {
        MonthKey month;
        int day;
        std::vector<std::int64_t> sums;
    };
    std::vector<Step> steps;
    for (const MonthKey month : cube.months())
        for (int day = 0; day < cube.daysIn(month); ++day) steps.push_back({month, day, cube.daySums(month, measure, day)});
    if (steps.size() < kFewest) return hits;
    std::vector<double> own;
    for (std::size_t p = 0; p < cube.places().size(); ++p) {
        own.clear();
        for (const Step& s : steps)
            if (s.sums[p] > 0) own.push_back(static_cast<double>(s.sums[p]));
        if (own.size() < kFewest) continue;
        const double usual = quantile(own, 0.5);
        for (const Step& s : steps) {
            const auto sum = static_cast<double>(s.sums[p]);
            if (sum <= std::max(floor, kJump * usual)) continue;
            ++hits.count;
            if (hits.wants(sum / usual)) hits.keep({sum / usual, sum, p, timeText(cube, s.month, s.day, -1)});
        }
    }
    return hits;
}

QString named(const BuiltCube& cube, const Measure& measure, const Hits& hits, double scale) {
    QStringList out;
    for (const Found& f : hits.worst) {
        const Place& place = cube.places()[f.place];
        out.append(QStringLiteral("%1 (%2): %3")
                       .arg(place.name.isEmpty() ? place.code : place.name, f.when, formatNumber(f.value / scale, measure.decimals)));
    }
    return out.join(QStringLiteral("; "));
}

}  // namespace

QStringList outlierSentences(const BuiltCube& cube) {
    QStringList out;
    for (int m = 0; m < static_cast<int>(cube.dataset().measures.size()); ++m) {
        const Measure& measure = cube.dataset().measures[m];
        const QString shown = koreanInterface() && !measure.nameKo.isEmpty() ? measure.nameKo : measure.name;
        const double scale = std::pow(10.0, measure.decimals);
        if (const Hits hits = farAboveGroup(cube, m, kFloor * scale); hits.count > 0) {
            out.append(QCoreApplication::translate("Import", "%n value(s) of “%1” lie far above all comparable ones: %2.", nullptr,
                                                   int(hits.count))
                           .arg(shown, named(cube, measure, hits, scale)));
        }
        if (const Hits hits = farAboveItself(cube, m, kFloor * scale); measure.aggregation == Aggregation::Sum && hits.count > 0) {
            out.append(QCoreApplication::translate("Import", "%n case(s) of a place with more than 20 times its usual “%1”: %2.", nullptr,
                                                   int(hits.count))
                           .arg(shown, named(cube, measure, hits, scale)));
        }
    }
    return out;
}

}  // namespace mudeung
