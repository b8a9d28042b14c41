// SPDX-License-Identifier: GPL-3.0-or-later
// A query checked against its dataset and turned into indices. Knows the cube's description and places, not its cells.
#pragma once

#include <memory>
#include <vector>

#include "core/cube/place_index.h"
#include "core/model/table.h"

namespace mudeung {

/// What the workspace knows about one cube at one generation.
struct CubeState {
    qint64 generation = 0;  ///< of the workspace when it was read
    Dataset dataset;
    std::vector<LocatedPlace> places;  ///< index = place index in cells
    std::vector<DongInfo> dongs;       ///< by code
    std::vector<MonthKey> months;      ///< sorted
    /// The rows that an answer by dong can have, by code: `dongs`, and those that only places name.
    std::vector<DongInfo> dongRows;
    std::vector<int> dongRowOfPlace;  ///< index in `dongRows`; −1 = in none
};

/// The places that a question covers. Questions to the same data about the same area share one object.
struct ChosenPlaces {
    std::vector<int> places;  ///< index in CubeState::places; those with coordinates first; ascending within each part
    int located = 0;          ///< how many of `places` have coordinates
    QStringList notes;
};
using ChosenPlacesPtr = std::shared_ptr<const ChosenPlaces>;

struct QueryPlan {
    Query query;  ///< with defaults made explicit
    int measure = 0;
    std::vector<int> groups;
    std::vector<int> hours;  ///< offsets from Dataset::firstHour; {0} for data without hours
    ChosenPlacesPtr chosen;  ///< null until chosen
    QStringList notes;

    const std::vector<int>& places() const { return chosen->places; }
    int located() const { return chosen->located; }
};

/// The hours of a date that are asked for and that the data holds; all of them, or none, for data without hours.
HourMask askedHours(const Query& query, const Dataset& dataset, QDate date);

/// Everything that does not need places: measure, groups, hours, day types, alignment of the period.
Result<QueryPlan> checkQuery(const Query& query, const Dataset& dataset);
/// The places of the query's areas and polygon.
Result<ChosenPlacesPtr> choosePlaces(const CubeState& state, const Query& query);
/// Fills the rows by dong from places and dongs.
void findDongRows(CubeState* state);
/// Usage error when the data cannot be broken down so.
Status checkBreakdown(Breakdown by, const CubeState& state);

}  // namespace mudeung
