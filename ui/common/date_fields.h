// SPDX-License-Identifier: GPL-3.0-or-later
// What all fields of a date have in common.
#pragma once

#include <QDateEdit>

namespace mudeung {

/// The program's one form of dates, with a calendar; a typed date counts when it is whole.
inline void prepareDateEdit(QDateEdit* edit, int minimumHeight) {
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    edit->setCalendarPopup(true);
    edit->setKeyboardTracking(false);
    edit->setMinimumHeight(minimumHeight);
}

}  // namespace mudeung
