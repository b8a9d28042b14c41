// SPDX-License-Identifier: GPL-3.0-or-later
// What a fuzz target promises; a broken promise ends the program, as a crash would.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace mudeung::test {

inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

}  // namespace mudeung::test
