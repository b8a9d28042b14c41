// SPDX-License-Identifier: GPL-3.0-or-later
// Slips of report tools in old Excel files that make the reading library give up although every cell is there. Knows only bytes.
#pragma once

#include <QByteArray>

namespace mudeung {

/// Corrects in place: a declared area smaller than the cells, and empty texts at the end of the table of texts.
/// False when the file holds nothing of the kind or is no such file; the bytes are unchanged then.
bool mendXls(QByteArray& file);

}  // namespace mudeung
