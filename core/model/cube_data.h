// SPDX-License-Identifier: GPL-3.0-or-later
// The parsed content of one source: dense arrays per month, as the importer fills and the store writes them.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "core/model/dataset.h"

namespace mudeung {

/// Months since year 0: 2024-03 → 2024 × 12 + 2. Yearly data sits in January of its year.
using MonthKey = int;
inline MonthKey monthKey(int year, int month) {
    return year * 12 + month - 1;
}
inline int yearOf(MonthKey m) {
    return m / 12;
}
inline int monthOf(MonthKey m) {
    return m % 12 + 1;
}

/// A cell that the source did not mention. Flow measures treat it as zero, level measures leave it out of the mean.
constexpr std::int64_t kNotObserved = INT64_MIN;

/// One month of one cube: cells [measure][group][day][hour][place], row-major, place fastest.
/// days = days in the month (1 for monthly and yearly data), hours = Dataset::hourCount (1 without hours).
struct MonthCells {
    int measures = 0;
    int groups = 0;
    int days = 0;
    int hours = 0;
    int places = 0;
    std::vector<std::int64_t> cells;  ///< kNotObserved where the source has no row

    std::size_t index(int measure, int group, int day, int hour, int place) const {
        return (((static_cast<std::size_t>(measure) * groups + group) * days + day) * hours + hour) * places + place;
    }
};

/// Everything one import adds to one cube. Place indices refer to `places`; the store maps them to its own by code.
struct CubeData {
    Dataset dataset;
    std::vector<Place> places;
    std::map<MonthKey, MonthCells> months;
};

/// What happens to months that the dataset already has.
enum class OnExisting { Ask, Replace, Add, Fill };

/// Where numbers came from; one row per imported file.
struct Batch {
    qint64 rowId = 0;
    QString dataset;
    QString fileName;
    QString sha256;  ///< hex of the whole file
    qint64 bytes = 0;
    QString profile;
    QString encoding;
    QString importedAt;   ///< ISO 8601 with offset
    QJsonObject options;  ///< everything needed to repeat the import
    QJsonObject report;   ///< QualityReport::toJson()
    Period period;
};

}  // namespace mudeung
