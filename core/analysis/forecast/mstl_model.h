// SPDX-License-Identifier: GPL-3.0-or-later
// Decomposition by MSTL, a model without season for what is left, and the last cycle of each season repeated. Standard C++ only.
#pragma once

#include <memory>

#include "core/analysis/forecast/model.h"
#include "core/analysis/forecast/stl.h"

namespace mudeung::forecast {

/// `forecast::stlf` 8.20 for any number of seasons: the series without its seasons (MSTL) is handed to `inner` as a series without season;
/// its forecasts and bounds plus the last cycle of every season are the forecast. The bounds leave out that the seasons are estimated.
/// Gaps are filled as by `fillGaps`. Refuses a series that is not longer than two periods of its shortest season.
class MstlModel : public Model {
public:
    explicit MstlModel(std::shared_ptr<const Model> inner, const char* id = "mstl", MstlOptions options = {});
    const char* id() const override { return m_id; }
    std::unique_ptr<FittedModel> fit(const Series& series, std::string* why = nullptr) const override;
    /// Decomposes anew; the inner model is refitted.
    std::unique_ptr<FittedModel> refit(const Series& series, const FittedModel& earlier, std::string* why = nullptr) const override;

private:
    std::unique_ptr<FittedModel> fitFrom(const Series& series, const FittedModel* earlier, std::string* why) const;

    std::shared_ptr<const Model> m_inner;
    const char* m_id;
    MstlOptions m_options;
};

}  // namespace mudeung::forecast
