// SPDX-License-Identifier: GPL-3.0-or-later
// The one formatter of numbers and dates, in the language of the interface.
#pragma once

#include <QDate>
#include <QString>

namespace mudeung {

/// The text of a number, with "+" before it when the number is above zero.
QString withSign(double value, const QString& text);
/// "82,390,250", "−17.9" with the minus of print; NaN gives "–". At most `decimals` places after the point, trailing zeros kept.
QString formatNumber(double value, int decimals = 0);
QString formatCount(qint64 value);
/// Short form for labels: Korean 8,239만 / 1.2억, English 82.4M / 1.2K.
QString formatShort(double value);
/// The same with three digits whatever they are, for numbers that stand below each other: 1.70M as 1.13M.
QString formatShortAligned(double value);
/// "0.153" → "15.3 %".
QString formatPercent(double share, int decimals = 1);
/// yyyy-MM-dd, the only date form in tables.
QString formatDate(QDate date);
/// Both ends, in the way of the language; the one day when they are equal.
QString formatDates(QDate from, QDate to);
/// "1 min 20 s" / "1분 20초".
QString formatDuration(double seconds);
/// "1.2 MB".
QString formatBytes(qint64 bytes);

}  // namespace mudeung
