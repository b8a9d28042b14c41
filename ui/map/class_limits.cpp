// SPDX-License-Identifier: GPL-3.0-or-later
// Round numbers between two values.
#include "ui/map/class_limits.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "core/base/format.h"

namespace mudeung {
namespace {

constexpr int kMostDecimals = 6;
constexpr double kTopSlack = 1.05;  ///< the last class may end this much above the largest value

/// The least multiple of 10^exponent × `part` not below `value`. Divides by whole powers, so that 0.3 is the double that people write.
double multipleAbove(double value, int exponent, double part) {
    if (exponent >= 0) {
        const double step = std::pow(10.0, exponent) * part;
        return std::ceil(value / step) * step;
    }
    const double power = std::pow(10.0, -exponent);
    return std::ceil(value * power / part) * part / power;
}

/// The number with the fewest digits in [from, before).
double roundest(double from, double before) {
    if (!(from > 0.0) || !std::isfinite(before)) return from;
    for (int exponent = static_cast<int>(std::floor(std::log10(before))); exponent >= -kMostDecimals; --exponent) {
        for (double part : {5.0, 2.0, 1.0}) {
            const double candidate = multipleAbove(from, exponent, part);
            if (candidate >= from && candidate < before) return candidate;
        }
    }
    return from;
}

}  // namespace

Classes roundedLimits(const Classes& classes, std::vector<double> values) {
    Classes rounded = classes;
    std::sort(values.begin(), values.end());
    for (double& limit : rounded.upper) {
        const auto next = std::upper_bound(values.begin(), values.end(), limit);
        limit = roundest(limit, next == values.end() ? limit * kTopSlack : *next);
    }
    rounded.lowest = 0.0;
    return rounded;
}

double roundedStep(double value) {
    if (!(value > 0.0) || !std::isfinite(value)) return value;
    const int exponent = static_cast<int>(std::floor(std::log10(value))) - 1;
    return multipleAbove(value, exponent, 1.0);
}

Classes equalSteps(double top, int count) {
    Classes classes;
    for (int i = 1; i <= count; ++i) classes.upper.push_back(top * i / count);
    return classes;
}

int limitDecimals(const Classes& classes) {
    int decimals = 0;
    for (double limit : classes.upper) {
        for (double power = std::pow(10.0, decimals); decimals < kMostDecimals; power *= 10.0, ++decimals) {
            if (std::abs(limit * power - std::round(limit * power)) <= 1e-9 * std::max(1.0, limit * power)) break;
        }
    }
    return decimals;
}

QString fitNote(ClassMethod method, double goodness) {
    const auto text = [method] {
        switch (method) {
            case ClassMethod::FisherJenks:
                return QCoreApplication::translate("Map", "Fisher–Jenks classes, fit %1");
            case ClassMethod::Quantiles:
                return QCoreApplication::translate("Map", "Quantiles, fit %1");
            case ClassMethod::EqualIntervals:
                return QCoreApplication::translate("Map", "Equal intervals, fit %1");
            case ClassMethod::HeadTail:
                return QCoreApplication::translate("Map", "Head/tail breaks, fit %1");
            case ClassMethod::Manual:
                return QCoreApplication::translate("Map", "Own limits, fit %1");
        }
        return QString();
    };
    return text().arg(formatPercent(goodness));
}

}  // namespace mudeung
