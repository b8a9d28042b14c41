// SPDX-License-Identifier: GPL-3.0-or-later
// The models of the program, and the lists that the automatic choice works through.
#include "core/analysis/forecast/catalogue.h"

#include <algorithm>
#include <memory>

#include "core/analysis/forecast/auto_arima.h"
#include "core/analysis/forecast/ces.h"
#include "core/analysis/forecast/croston.h"
#include "core/analysis/forecast/ets.h"
#include "core/analysis/forecast/harmonic.h"
#include "core/analysis/forecast/mstl_model.h"
#include "core/analysis/forecast/naive.h"
#include "core/analysis/forecast/robust.h"
#include "core/analysis/forecast/theta.h"

namespace mudeung::forecast {

namespace {

constexpr int kLong = 300;
/// With fewer values a trend is guesswork, and some models then draw a steep one through three points.
constexpr int kLeastToModel = 6;
/// Weeks and days (7, 5, 24 and more steps) have holidays; from so many cycles on these can be told from other values. Months and quarters
/// with odd values mostly have another level afterwards, and shielding makes their forecasts worse.
constexpr int kManyCycles = 20;
constexpr int kLeastForRegressors = 120;

/// The automatic ARIMA for long series: fewer orders are tried, parameters are the conditional ones, and a later fit keeps the order.
class QuickArima final : public Model {
public:
    const char* id() const override { return "arima"; }
    bool usesRegressors() const override { return true; }
    std::unique_ptr<FittedModel> fit(const Series& series, std::string* why) const override {
        AutoArimaOptions options;
        options.maxP = options.maxQ = 2;
        options.maxSeasonalP = options.maxSeasonalQ = 1;
        options.mostModels = 12;
        options.conditional = true;
        return autoArima(series, options, why);
    }
    std::unique_ptr<FittedModel> refit(const Series& series, const FittedModel& earlier, std::string* why) const override {
        const auto* arima = dynamic_cast<const FittedArima*>(&earlier);
        return arima ? fitArimaConditionally(series, arima->order(), &arima->parameters(), why) : fit(series, why);
    }
};

/// Made once; models have no state.
struct Shelf {
    MeanModel mean;
    NaiveModel naive;
    SeasonalNaiveModel seasonalNaive;
    DriftModel drift;
    EtsModel ets;
    EtsModel etsAll{EtsTrends::All};
    AutoArimaModel arima;
    QuickArima quickArima;
    CesModel ces;
    HarmonicModel harmonic;
    HarmonicModel quickHarmonic{HarmonicOptions{.conditional = true}};
    ThetaModel theta;
    ThetaModel dotm{ThetaKind::DynamicOptimised};
    CrostonModel croston{CrostonKind::Croston};
    CrostonModel sba{CrostonKind::Sba};
    CrostonModel tsb{CrostonKind::Tsb};
    MstlModel mstl{std::make_shared<EtsModel>(), "mstl_ets"};
    RobustModel etsRobust{&ets, "ets_robust"};
    RobustModel dotmRobust{&dotm, "dotm_robust"};
    RobustModel arimaRobust{&quickArima, "arima_robust"};
    RobustModel mstlRobust{&mstl, "mstl_ets_robust"};
    CombinedModel scum{"scum", {&ets, &ces, &arima, &dotm}, Combination::Median};
    std::vector<const Model*> all{&naive, &seasonalNaive, &drift,     &mean,       &ets,         &etsAll,    &ces,
                                  &theta, &dotm,          &arima,     &mstl,       &harmonic,    &croston,   &sba,
                                  &tsb,   &scum,          &etsRobust, &dotmRobust, &arimaRobust, &mstlRobust};
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
    const bool seasonal = !profile.seasons.empty();
    if (seasonal) c.models.push_back(&s.seasonalNaive);
    c.models.push_back(&s.naive);
    if (profile.observed < kLeastToModel) {
        c.preferred = c.withoutBackTest = "naive";
        return c;
    }
    const std::size_t first = c.models.size();
    bool manyCycles = false;
    if (profile.sparse) {
        c.models.insert(c.models.end(), {&s.sba, &s.tsb, &s.ets});
        c.bySquares = true;
    } else {
        const int season = seasonal ? profile.seasons.front() : 1;
        manyCycles = (season == 5 || season == 7 || season >= 24) && profile.length >= kManyCycles * season;
        const Model* arima = profile.length >= kLong ? static_cast<const Model*>(&s.quickArima) : &s.arima;
        if (manyCycles)
            c.models.insert(c.models.end(), {&s.ets, &s.etsRobust, &s.dotmRobust, &s.mstlRobust, &s.arimaRobust});
        else
            c.models.insert(c.models.end(), {&s.ets, arima, &s.dotm, &s.ces});
        if (seasonal && !manyCycles) c.models.push_back(&s.mstl);
    }
    std::vector<std::size_t> members;
    for (std::size_t i = first; i < c.models.size(); ++i) members.push_back(i);
    // Where the days are known ahead (holidays), a model of them is tried; it has to be clearly better to be taken.
    if (hasRegressors && !profile.sparse && profile.length >= kLeastForRegressors)
        c.models.push_back(profile.length >= kLong ? &s.quickHarmonic : &s.harmonic);
    c.models.push_back(profile.sparse ? static_cast<const Model*>(&s.mean) : &s.theta);
    c.mixes = {{"median", members, Combination::Median},
               {"mean_of_models", members, Combination::Mean},
               {"weighted", members, Combination::Weighted}};
    // With many cycles the members agree but for odd days, and the median lets none of them through.
    if (!profile.sparse && !manyCycles) c.mixes.push_back({"scum", {first, first + 1, first + 2, first + 3}, Combination::Median});
    c.preferred = manyCycles ? "median" : seasonal || profile.sparse ? "weighted" : "scum";
    c.withoutBackTest = profile.sparse || manyCycles ? "median" : "scum";
    return c;
}

}  // namespace mudeung::forecast
