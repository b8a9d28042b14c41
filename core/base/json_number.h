// SPDX-License-Identifier: GPL-3.0-or-later
// Whole numbers in JSON, whose only numbers are doubles: every count up to 2⁵³ is exact.
#pragma once

#include <QJsonValue>
#include <cmath>
#include <optional>

namespace mudeung {

/// Absent counts as 0. Nothing for what is not a number, has a fraction, or is not exact as a double.
inline std::optional<qint64> wholeNumber(const QJsonValue& value) {
    if (value.isUndefined()) return 0;
    constexpr double kLargest = 9007199254740992.0;
    const double number = value.toDouble(0.5);
    if (std::abs(number) > kLargest || number != std::floor(number)) return std::nullopt;
    return static_cast<qint64>(number);
}

}  // namespace mudeung
