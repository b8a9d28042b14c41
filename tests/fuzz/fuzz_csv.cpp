// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's entry: any bytes, read in every way; two ways that differ end the program, as a crash would.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/csv_agreement.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string wrong = mudeung::test::disagreement({reinterpret_cast<const char*>(data), size});
    if (wrong.empty()) return 0;
    std::fprintf(stderr, "%s\n", wrong.c_str());
    std::abort();
}
