// SPDX-License-Identifier: GPL-3.0-or-later
// Okabe–Ito colours for groups of people: the same group has the same colour in every view and file.
#pragma once

#include <QColor>
#include <QString>

namespace mudeung {

/// The colour of a group code ("senior", "20-29", "m_60-69"); depends on the code only.
QColor groupColor(const QString& code);

}  // namespace mudeung
