// SPDX-License-Identifier: GPL-3.0-or-later
// The public and simulated series on which forecasts are compared with R (tests/data/analysis/forecast_series.csv).
#pragma once

#include <QFile>

#include "core/analysis/forecast/model.h"
#include "tests/support/real_data.h"

namespace mudeung::test {

/// Stops the test when there is no such series.
inline forecast::Series namedSeries(const char* name) {
    QFile file(testFile(QStringLiteral("analysis/forecast_series.csv")));
    if (!file.open(QIODevice::ReadOnly)) qFatal("no forecast_series.csv");
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().trimmed().split(',');
        if (cells.front() != name) continue;
        forecast::Series series;
        const int season = cells[1].toInt();
        if (season > 1) series.seasons = {season};
        for (int i = 2; i < cells.size(); ++i) series.values.push_back(cells[i].toDouble());
        return series;
    }
    qFatal("no series %s", name);
}

}  // namespace mudeung::test
