// SPDX-License-Identifier: GPL-3.0-or-later
// The look of an exported layer in QGIS, as QML: classes of amounts, of changes to both sides of zero, or categories; circles for points,
// fills for areas. Knows no file.
#pragma once

#include <QString>
#include <utility>
#include <vector>

#include "core/chart/colors.h"

namespace mudeung {

enum class QgisPicture { Amounts, Changes, Categories };

struct QgisCategory {
    QString id;  ///< value of the field
    QString name;
    Rgb color;
    bool quiet = false;  ///< steps back: below the others, smaller
};

struct QgisStyle {
    QString field;  ///< the number or category that decides about size or colour
    bool areas = false;
    QgisPicture picture = QgisPicture::Amounts;
    bool coloredCircles = false;                     ///< circles of amounts in the colours of their classes, not all in one
    std::vector<double> values;                      ///< of all features, but for categories; NaN is left out
    std::vector<QgisCategory> categories;            ///< in the order of the legend
    int decimals = 0;                                ///< of the class limits in the legend
    bool percent = false;                            ///< limits are shares
    std::vector<std::pair<QString, QString>> names;  ///< field → name for people
};

/// Amounts: five Fisher–Jenks classes of the values above zero, and one for zero when there is one. Circles: area proportional to the upper
/// limit of the class. Areas: viridis, darker = more. Changes: the classes of their amounts on either side of zero, vik. Categories: their
/// colours, circles all alike.
QString qgisStyleQml(const QgisStyle& style);

}  // namespace mudeung
