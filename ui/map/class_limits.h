// SPDX-License-Identifier: GPL-3.0-or-later
// Class limits that a legend can print exactly: the colours follow the printed numbers, not hidden ones.
#pragma once

#include <QString>
#include <vector>

#include "core/analysis/classification/classification.h"
#include "ui/common/map_style.h"

namespace mudeung {

/// The same classes with every limit moved to the roundest number before the next larger value, so that no value changes its class.
/// The first class begins above zero.
Classes roundedLimits(const Classes& classes, std::vector<double> values);

/// The least number of at most two digits (times a power of ten) that is not below `value`.
double roundedStep(double value);

/// Equal steps from zero to `top`: limits that do not depend on the values, for a locked scale.
Classes equalSteps(double top, int count);

/// Places after the point that the limits need to be printed exactly; at most 6.
int limitDecimals(const Classes& classes);

/// What a legend says of its classes: the method, and how much of the variation lies between them (1 = all).
QString fitNote(ClassMethod method, double goodness);

}  // namespace mudeung
