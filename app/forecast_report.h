// SPDX-License-Identifier: GPL-3.0-or-later
// What `mudeung forecast` says about its forecasts: lines for the terminal, JSON for programs. Knows no option.
#pragma once

#include <QJsonObject>
#include <QStringList>
#include <vector>

#include "core/analysis/forecast/forecast.h"
#include "core/import/series_file.h"

namespace mudeung::cli {

struct ForecastReport {
    QStringList lines;  ///< translated sentences: accuracy of all series together, models chosen, remarks with the number of series
    QJsonObject json;
};

/// A remark in a sentence.
QString noteText(const forecast::Note& note);

/// `results` belong to `file.series` one by one.
ForecastReport makeForecastReport(const SeriesFile& file, const std::vector<forecast::SeriesForecast>& results,
                                  const forecast::ForecastOptions& options, const std::vector<int>& seasons, qint64 seed);

}  // namespace mudeung::cli
