// SPDX-License-Identifier: GPL-3.0-or-later
// A profile declares every group its series may hold; a dataset must list only those a file has said something about.
#pragma once

#include <cstdint>
#include <vector>

#include "core/model/cube_data.h"

namespace mudeung {

/// Takes the groups out of the cube that no cell speaks of, else a chart would show "0" for people whom nobody counted. The order stays.
/// `sums` [measure × groups + group] shrinks along. A cube without any cell stays as it is.
void dropUnmentionedGroups(CubeData& cube, std::vector<std::int64_t>& sums);

}  // namespace mudeung
