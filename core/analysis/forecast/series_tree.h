// SPDX-License-Identifier: GPL-3.0-or-later
// Series of places and the sums over them that people ask for: stop → dong → district → city, crossed with groups. Pure but for the names
// and places of the workspace.
#pragma once

#include <QString>
#include <vector>

#include "core/analysis/forecast/question_series.h"

namespace mudeung::forecast {

/// A single series by day, before it is put into weeks or months, or by hour.
struct SeriesLeaf {
    QString unit;  ///< key of the place, dong or district
    QString level;
    QString key;
    QString label;
    QString group;  ///< empty: all groups together
    QString groupLabel;
    double lon = 0.0;  ///< EPSG:4326; NaN where unknown
    double lat = 0.0;
    std::vector<double> days;  ///< or hours; NaN = not observed
};

struct SeriesSum {
    QString level;
    QString key;
    QString label;  ///< empty: everything
    double lon = 0.0;
    double lat = 0.0;
    std::vector<int> members;
    /// Day by day; NaN where no member was observed.
    std::vector<double> days(const std::vector<SeriesLeaf>& leaves) const;
};

struct SeriesTree {
    std::vector<SeriesSum> sums;  ///< everything first, then from large to small; none that equals another one
    std::vector<SeriesLeaf> leaves;
};

/// Names and sums of leaves of one unit, in the order given; `unit` District adds up dongs first. Places outside of all dongs are in the
/// sum of everything only.
Result<SeriesTree> seriesTree(QueryEngine& engine, const AnalysisSubject& subject, SeriesUnit unit, std::vector<SeriesLeaf> leaves);

}  // namespace mudeung::forecast
