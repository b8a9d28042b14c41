// SPDX-License-Identifier: GPL-3.0-or-later
// Which profile fits the head of a file, how well, and why.
#pragma once

#include <QString>
#include <vector>

#include "core/import/importer.h"
#include "core/import/mapping.h"

namespace mudeung {

/// The best binding of one profile to the head, with its score.
struct ScoredProfile {
    const Profile* profile = nullptr;
    Mapping mapping;
    ProfileMatch match;
};

/// Scores every profile (or only `options.profile`) on every possible header row; best first, ties by id.
/// `fileName` in any normal form.
std::vector<ScoredProfile> matchProfiles(const std::vector<HeadRow>& head, const SourceInfo& info, const QString& fileName,
                                         const ImportOptions& options);

/// The profile to import with, or why none fits: the columns found and what the nearest profile misses.
Result<ScoredProfile> chooseProfile(const std::vector<HeadRow>& head, const SourceInfo& info, const QString& fileName,
                                    const ImportOptions& options);

/// Text cell of a bound field; empty when unbound or the row is too short.
inline std::string_view cellOf(const Row& row, int column) {
    return column < 0 || static_cast<std::size_t>(column) >= row.cells.size() ? std::string_view{}
                                                                              : row.cells[static_cast<std::size_t>(column)];
}

}  // namespace mudeung
