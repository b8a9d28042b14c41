// SPDX-License-Identifier: GPL-3.0-or-later
// Names of measures are written small, as in the middle of a sentence; as a heading they begin with a capital letter.
#pragma once

#include <QString>

namespace mudeung {

/// The text with its first letter in upper case. Scripts without cases, such as Hangul, stay as they are.
inline QString sentenceCase(QString text) {
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

}  // namespace mudeung
