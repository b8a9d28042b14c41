// SPDX-License-Identifier: GPL-3.0-or-later
// The cube that a file was read into, packed, with what the quality report asks about it. Knows no rows and no workspace.
#pragma once

#include <memory>

#include "core/import/month_units.h"

namespace mudeung {

class BuiltCube final : public CubeSource {
public:
    /// `mentioned`, by place, empty for all: the file speaks of it. The others only keep the indices of the dataset that the file is for.
    BuiltCube(Dataset dataset, std::vector<Place> places, std::unique_ptr<MonthUnits> units, std::vector<char> mentioned = {});

    const Dataset& dataset() const override { return m_dataset; }
    const std::vector<Place>& places() const override { return m_places; }
    const std::vector<MonthKey>& months() const override { return m_months; }
    Result<bool> block(MonthKey month, int measure, int group, int block, PackedBlock& out) const override;

    bool mentioned(std::size_t place) const { return m_mentioned[place] != 0; }
    /// The places that the file speaks of.
    std::vector<Place> mentionedPlaces() const;
    /// The description may be completed (period, counts); measures and groups stay.
    Dataset& description() { return m_dataset; }
    /// Leaves out groups that no cell speaks of. Returns the indices that stay, empty when all do.
    std::vector<int> dropUnmentionedGroups();

    /// Sums of the cells [measure × groups + group].
    std::vector<std::int64_t> sums() const;
    /// Bit d = some cell speaks of day d + 1.
    std::uint32_t observedDays(MonthKey month) const;
    /// First to last day (month, year) that some cell speaks of.
    Period observedPeriod() const;
    /// Sum over all groups and hours of one day (month, year) at every place; UnitFacts::kNotMentioned where there is nothing.
    std::vector<std::int64_t> daySums(MonthKey month, int measure, int day) const;
    /// Places with a cell that is not zero, by place.
    std::vector<char> countedPlaces() const;
    /// Positive values of a group, evenly thinned.
    std::vector<double> sample(int measure, int group) const;
    /// The largest value of a group in one block of one month; 0 when there is none above it.
    std::int64_t largest(MonthKey month, int measure, int group, int block) const;

private:
    std::size_t slot(int measure, int group) const;

    Dataset m_dataset;
    std::vector<Place> m_places;
    std::vector<char> m_mentioned;
    std::unique_ptr<MonthUnits> m_units;
    std::vector<MonthKey> m_months;
    std::vector<int> m_groups;  ///< index in the units by index in the scheme
};

}  // namespace mudeung
