// SPDX-License-Identifier: GPL-3.0-or-later
// The look of an exported layer in QGIS, as QML: graduated circles for points, classes of colour for areas. Knows no file.
#pragma once

#include <QString>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace mudeung {

struct QgisStyle {
    QString field;  ///< the number that decides about size or colour
    bool areas = false;
    std::vector<double> values;                      ///< of all features; NaN is left out
    int decimals = 0;                                ///< of the class limits in the legend
    std::vector<std::pair<QString, QString>> names;  ///< field → name for people
};

/// Five Fisher–Jenks classes of the values above zero, and one for zero when there is one. Circles: area proportional to the upper limit of
/// the class, one colour. Areas: viridis, darker = more.
QString qgisStyleQml(const QgisStyle& style);

}  // namespace mudeung
