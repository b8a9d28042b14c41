// SPDX-License-Identifier: GPL-3.0-or-later
// Text as a cell of a table that a spreadsheet will open. Published files hold what anybody wrote, so no cell may run as a formula.
#pragma once

#include <QString>

namespace mudeung {

/// Text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage return, also behind blanks) gets a leading
/// apostrophe; other text stays. Plain numbers such as -5 stay as well.
QString withoutFormula(const QString& text);
/// The same, quoted by RFC 4180 where needed.
QString csvText(const QString& text);
/// The same for the clipboard: tabs and line breaks, which would begin another cell, become blanks.
QString tabText(const QString& text);

}  // namespace mudeung
