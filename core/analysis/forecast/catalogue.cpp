// SPDX-License-Identifier: GPL-3.0-or-later
// The models of the program, and the lists that the automatic choice works through.
#include "core/analysis/forecast/catalogue.h"

#include <algorithm>

#include "core/analysis/forecast/naive.h"

namespace mudeung::forecast {

namespace {

/// Made once; models have no state.
struct Shelf {
    MeanModel mean;
    NaiveModel naive;
    SeasonalNaiveModel seasonalNaive;
    DriftModel drift;
    std::vector<const Model*> all{&naive, &seasonalNaive, &drift, &mean};
};

const Shelf& shelf() {
    static const Shelf kShelf;
    return kShelf;
}

}  // namespace

const std::vector<std::string>& modelIds() {
    static const std::vector<std::string> kIds = [] {
        std::vector<std::string> ids;
        for (const Model* model : shelf().all) ids.emplace_back(model->id());
        ids.insert(ids.end(), {"median", "mean_of_models", "weighted"});
        return ids;
    }();
    return kIds;
}

const Model* findModel(std::string_view id) {
    const auto& all = shelf().all;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Model* model) { return id == model->id(); });
    return found == all.end() ? nullptr : *found;
}

Candidates candidatesFor(const SeriesProfile& profile, bool hasRegressors) {
    const Shelf& s = shelf();
    Candidates c;
    (void)hasRegressors;
    if (profile.seasons.empty())
        c.models = {&s.naive, &s.drift, &s.mean};
    else
        c.models = {&s.seasonalNaive, &s.naive, &s.drift, &s.mean};
    c.bySquares = profile.sparse;
    c.preferred = "median";
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < c.models.size(); ++i) all.push_back(i);
    c.mixes = {{"median", all, Combination::Median}, {"mean_of_models", all, Combination::Mean}, {"weighted", all, Combination::Weighted}};
    return c;
}

}  // namespace mudeung::forecast
