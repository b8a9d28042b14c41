// SPDX-License-Identifier: GPL-3.0-or-later
// The benchmarks that every other forecast has to beat: mean, last value, last season, last value with drift. Standard C++ only.
#pragma once

#include "core/analysis/forecast/model.h"

namespace mudeung::forecast {

/// Mean of all values; bounds of Student's t with s·√(1 + 1/n), as R's `meanf`. Gaps are left out. Wants two values.
class MeanModel : public Model {
public:
    const char* id() const override { return "mean"; }
    std::unique_ptr<FittedModel> fit(const Series& series, std::string* why = nullptr) const override;
};

/// The last value: a random walk. Variance σ²·h, σ² = mean square of the first differences. Gaps: R's `lagwalk`.
class NaiveModel : public Model {
public:
    const char* id() const override { return "naive"; }
    std::unique_ptr<FittedModel> fit(const Series& series, std::string* why = nullptr) const override;
};

/// The value one season (the series' first) before. Variance σ²·(k + 1), k = ⌊(h − 1)/m⌋. A gap takes the value of the season before.
/// Wants more than one season.
class SeasonalNaiveModel : public Model {
public:
    const char* id() const override { return "seasonal_naive"; }
    std::unique_ptr<FittedModel> fit(const Series& series, std::string* why = nullptr) const override;
};

/// Random walk with drift, as R's `rwf(drift = TRUE)`: drift b = mean difference, variance σ²·h + (h·se(b))². Wants three values.
class DriftModel : public Model {
public:
    const char* id() const override { return "drift"; }
    std::unique_ptr<FittedModel> fit(const Series& series, std::string* why = nullptr) const override;
};

}  // namespace mudeung::forecast
