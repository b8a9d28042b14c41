// SPDX-License-Identifier: GPL-3.0-or-later
// All models by id, and which of them are tried for which kind of series.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/analysis/forecast/combine.h"
#include "core/analysis/forecast/model.h"
#include "core/analysis/forecast/profile.h"

namespace mudeung::forecast {

/// Ids that a user may ask for, single models first, then combinations; "auto" is not one of them.
const std::vector<std::string>& modelIds();
/// One for the whole program; nullptr when unknown. Combinations have one too ("scum").
const Model* findModel(std::string_view id);

/// What the automatic choice looks at.
struct Candidates {
    std::vector<const Model*> models;  ///< benchmarks first
    struct Mix {
        std::string id;
        std::vector<std::size_t> members;  ///< indices into `models`
        Combination how;
    };
    std::vector<Mix> mixes;
    std::string preferred;        ///< id of the candidate that stays unless another one is clearly better
    std::string withoutBackTest;  ///< the same for series that are too short to test
    /// Judge by squares (RMSSE): absolute errors of a mostly empty series are least for a forecast of 0, which is not its mean.
    bool bySquares = false;
};

Candidates candidatesFor(const SeriesProfile& profile, bool hasRegressors);

}  // namespace mudeung::forecast
