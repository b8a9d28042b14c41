// SPDX-License-Identifier: GPL-3.0-or-later
// Where delimiters, quotes and line breaks stand in a stretch of text, found in blocks. Knows nothing of cells and rows.
#pragma once

#include <cstddef>
#include <cstdint>

namespace mudeung {

/// How the marks are found. All ways give the same positions; Scalar is the reference, Best is the widest that the processor has.
enum class MarkPath { Best, Avx2, Sse2, Scalar };

/// Writes the offsets of `delimiter`, '"', CR and LF in text[0, size) to `out`, ascending, and returns how many there are.
/// `out` must have room for size + kMarkSlack offsets: blocks are written whole.
using MarkFinder = std::size_t (*)(const char* text, std::size_t size, char delimiter, std::uint32_t* out);
constexpr std::size_t kMarkSlack = 64;

/// False when this processor or build has no such way.
bool markPathAvailable(MarkPath path);
/// An unavailable path gives the scalar one.
MarkFinder markFinder(MarkPath path);

}  // namespace mudeung
