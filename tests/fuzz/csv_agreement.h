// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the same bytes in every way the reader knows (scalar or by blocks, chunks and windows of any size) and says where two ways differ.
// Used by the fuzz target and, on generated input, by a test. Knows no files.
#pragma once

#include <random>
#include <string>
#include <string_view>

namespace mudeung::test {

/// The first kAgreementHead bytes choose limits, chunk and window sizes, encoding; the rest is the file. Empty when all ways agree.
std::string disagreement(std::string_view input);
constexpr std::size_t kAgreementHead = 6;

/// Input for it: mostly delimiters, quotes and line breaks between short words, in UTF-8 or CP949, sometimes damaged.
std::string structuredInput(std::mt19937& random);

}  // namespace mudeung::test
