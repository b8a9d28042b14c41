// SPDX-License-Identifier: GPL-3.0-or-later
// Series, continued fractions and safeguarded Newton steps behind the distribution functions.
#include "core/analysis/math/distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mudeung {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
constexpr double kTiny = 1e-300;
constexpr double kSqrt2 = 1.41421356237309504880;
constexpr double kLogSqrt2Pi = 0.91893853320467274178;
constexpr double kSqrt2Pi = 2.50662827463100050242;

/// log Γ(x) − [(x − ½) log x − x + ½ log 2π]
double stirlingError(double x) {
    if (x < 16.0) return logGamma(x) - ((x - 0.5) * std::log(x) - x + kLogSqrt2Pi);
    const double s = 1.0 / (x * x);
    return (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s * (1.0 / 1188 - s * 691.0 / 360360))))) / x;
}

/// a log(a / x) + x − a, without cancellation near x = a (Loader 2000).
double deviance(double a, double x) {
    if (std::abs(a - x) < 0.1 * (a + x)) {
        const double v = (a - x) / (a + x);
        double sum = (a - x) * v;
        double term = 2 * a * v;
        for (int j = 1; j < 1000; ++j) {
            term *= v * v;
            const double next = sum + term / (2 * j + 1);
            if (next == sum) break;
            sum = next;
        }
        return sum;
    }
    return a * std::log(a / x) + x - a;
}

/// x^a e^−x / Γ(a + 1)
double gammaFactor(double a, double x) {
    return std::exp(-stirlingError(a) - deviance(a, x)) / (kSqrt2Pi * std::sqrt(a));
}

double gammaSeries(double a, double x) {
    double term = 1.0;
    double sum = 1.0;
    for (double k = a + 1; term > sum * kEpsilon * 0.25; k += 1) {
        term *= x / k;
        sum += term;
    }
    return sum * gammaFactor(a, x);
}

double gammaFraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1 / kTiny;
    double d = 1 / b;
    double h = d;
    for (int i = 1; i < 1000000; ++i) {
        const double an = -i * (i - a);
        b += 2;
        d = an * d + b;
        if (std::abs(d) < kTiny) d = kTiny;
        c = b + an / c;
        if (std::abs(c) < kTiny) c = kTiny;
        d = 1 / d;
        const double delta = d * c;
        h *= delta;
        if (std::abs(delta - 1) <= kEpsilon) break;
    }
    return h * gammaFactor(a, x) * a;
}

/// Continued fraction of I_x(a, b) for x < (a + 1) / (a + b + 2); y = 1 − x, given apart to keep its digits.
double betaFraction(double x, double y, double a, double b) {
    const double total = a + b;
    double c = 1.0;
    double d = 1 - total * x / (a + 1);
    if (std::abs(d) < kTiny) d = kTiny;
    d = 1 / d;
    double h = d;
    for (int m = 1; m < 1000000; ++m) {
        const double m2 = 2.0 * m;
        double an = m * (b - m) * x / ((a + m2 - 1) * (a + m2));
        d = 1 + an * d;
        if (std::abs(d) < kTiny) d = kTiny;
        c = 1 + an / c;
        if (std::abs(c) < kTiny) c = kTiny;
        d = 1 / d;
        h *= d * c;
        an = -(a + m) * (total + m) * x / ((a + m2) * (a + m2 + 1));
        d = 1 + an * d;
        if (std::abs(d) < kTiny) d = kTiny;
        c = 1 + an / c;
        if (std::abs(c) < kTiny) c = kTiny;
        d = 1 / d;
        const double delta = d * c;
        h *= delta;
        if (std::abs(delta - 1) <= kEpsilon) break;
    }
    const double logX = x < 0.5 ? std::log(x) : std::log1p(-y);
    const double logY = y < 0.5 ? std::log(y) : std::log1p(-x);
    return std::exp(a * logX + b * logY - logBeta(a, b)) * h / a;
}

double betaFromBoth(double x, double y, double a, double b) {
    if (x <= 0) return 0.0;
    if (y <= 0) return 1.0;
    if (x < (a + 1) / (a + b + 2)) return betaFraction(x, y, a, b);
    return 1 - betaFraction(y, x, b, a);
}

/// P(T > t) for t ≥ 0
double studentTail(double t, double degrees) {
    const double square = t * t;
    if (degrees > 2000 && square < 200) {
        // Hill's expansion about the normal distribution (CACM algorithm 395, 1970); the continued fraction loses digits here.
        const double a = degrees - 0.5;
        const double b = 48 * a * a;
        const double w = a * std::log1p(square / degrees);
        const double y = std::sqrt(w);
        const double second = (((4 * w + 33) * w + 240) * w + 855) / 10;
        const double third = (((((64 * w + 788) * w + 9801) * w + 89775) * w + 543375) * w + 1788885) / 210;
        return normalUpper(y + y * ((w + 3) - (second - third / b) / b) / b);
    }
    if (std::isinf(square))
        return 0.5 * std::exp(0.5 * degrees * (std::log(degrees) - 2 * std::log(t)) - logBeta(degrees / 2, 0.5)) / (degrees / 2);
    return 0.5 * betaFromBoth(degrees / (degrees + square), square / (degrees + square), degrees / 2, 0.5);
}

/// Root of an increasing function in (low, high): Newton's steps, halving where they leave the bracket.
template <typename Value, typename Slope>
double increasingRoot(double low, double high, double start, const Value& value, const Slope& slope) {
    double x = start;
    for (int i = 0; i < 200; ++i) {
        const double f = value(x);
        if (f == 0) return x;
        (f < 0 ? low : high) = x;
        double next = x - f / slope(x);
        if (!(next > low && next < high)) next = low + (high - low) / 2;
        if (next == x || std::abs(next - x) <= 2 * kEpsilon * std::abs(x)) return next;
        x = next;
    }
    return x;
}

}  // namespace

double normalPdf(double x) {
    return std::exp(-0.5 * x * x) / kSqrt2Pi;
}

double normalCdf(double x) {
    return 0.5 * std::erfc(-x / kSqrt2);
}

double normalUpper(double x) {
    return 0.5 * std::erfc(x / kSqrt2);
}

double normalQuantile(double p) {
    if (!(p >= 0 && p <= 1)) return kNone;
    if (p == 0) return -kInfinite;
    if (p == 1) return kInfinite;
    const double q = p - 0.5;
    if (std::abs(q) <= 0.425) {
        const double r = 0.180625 - q * q;
        return q *
               (((((((r * 2509.0809287301226727 + 33430.575583588128105) * r + 67265.770927008700853) * r + 45921.953931549871457) * r +
                   13731.693765509461125) *
                      r +
                  1971.5909503065514427) *
                     r +
                 133.14166789178437745) *
                    r +
                3.387132872796366608) /
               (((((((r * 5226.495278852545925 + 28729.085735721942674) * r + 39307.89580009271061) * r + 21213.794301586595867) * r +
                   5394.1960214247511077) *
                      r +
                  687.1870074920579083) *
                     r +
                 42.313330701600911252) *
                    r +
                1.0);
    }
    double r = std::sqrt(-std::log(q < 0 ? p : 1 - p));
    double value = 0.0;
    if (r <= 5) {
        r -= 1.6;
        value =
            (((((((r * 7.7454501427834140764e-4 + 0.0227238449892691845833) * r + 0.24178072517745061177) * r + 1.27045825245236838258) *
                    r +
                3.64784832476320460504) *
                   r +
               5.7694972214606914055) *
                  r +
              4.6303378461565452959) *
                 r +
             1.42343711074968357734) /
            (((((((r * 1.05075007164441684324e-9 + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r + 0.14810397642748007459) *
                    r +
                0.68976733498510000455) *
                   r +
               1.6763848301838038494) *
                  r +
              2.05319162663775882187) *
                 r +
             1.0);
    } else {
        r -= 5;
        value = (((((((r * 2.01033439929228813265e-7 + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r +
                     0.026532189526576123093) *
                        r +
                    0.29656057182850489123) *
                       r +
                   1.7848265399172913358) *
                      r +
                  5.4637849111641143699) *
                     r +
                 6.6579046435011037772) /
                (((((((r * 2.04426310338993978564e-15 + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r +
                     7.868691311456132591e-4) *
                        r +
                    0.0148753612908506148525) *
                       r +
                   0.13692988092273580531) *
                      r +
                  0.59983220655588793769) *
                     r +
                 1.0);
    }
    return q < 0 ? -value : value;
}

double logGamma(double x) {
    if (!(x > 0)) return kNone;
    double product = 1.0;
    while (x < 16.0) {
        product *= x;
        x += 1;
    }
    return (x - 0.5) * std::log(x) - x + kLogSqrt2Pi + stirlingError(x) - std::log(product);
}

double logBeta(double a, double b) {
    if (!(a > 0 && b > 0)) return kNone;
    const double small = std::min(a, b);
    const double large = std::max(a, b);
    if (large < 16) return logGamma(small) + logGamma(large) - logGamma(small + large);
    if (small < 16) {
        // log Γ(large) − log Γ(large + small), term by term
        const double rest = stirlingError(large) - stirlingError(small + large) + small - small * std::log(small + large);
        return logGamma(small) + rest - (large - 0.5) * std::log1p(small / large);
    }
    const double ratio = small / large;
    return kLogSqrt2Pi - 0.5 * std::log(large) + stirlingError(small) + stirlingError(large) - stirlingError(small + large) +
           (small - 0.5) * std::log(ratio / (1 + ratio)) - large * std::log1p(ratio);
}

double betaCdf(double x, double a, double b) {
    if (!(a > 0 && b > 0) || std::isnan(x)) return kNone;
    return betaFromBoth(x, 1 - x, a, b);
}

double gammaCdf(double x, double shape, double scale) {
    if (!(shape > 0 && scale > 0) || std::isnan(x)) return kNone;
    x /= scale;
    if (x <= 0) return 0.0;
    if (std::isinf(x)) return 1.0;
    return x < shape + 1 ? gammaSeries(shape, x) : 1 - gammaFraction(shape, x);
}

double gammaUpper(double x, double shape, double scale) {
    if (!(shape > 0 && scale > 0) || std::isnan(x)) return kNone;
    x /= scale;
    if (x <= 0) return 1.0;
    if (std::isinf(x)) return 0.0;
    return x < shape + 1 ? 1 - gammaSeries(shape, x) : gammaFraction(shape, x);
}

double chiSquareCdf(double x, double degrees) {
    return gammaCdf(x, degrees / 2, 2.0);
}

double chiSquareUpper(double x, double degrees) {
    return gammaUpper(x, degrees / 2, 2.0);
}

double chiSquareQuantile(double p, double degrees) {
    if (!(p >= 0 && p <= 1 && degrees > 0)) return kNone;
    if (p == 0) return 0.0;
    if (p == 1) return kInfinite;
    const double a = degrees / 2;
    // Wilson and Hilferty's cube, and for small quantiles the leading term of P(a, x).
    const double z = normalQuantile(p);
    const double third = 2 / (9 * degrees);
    double start = degrees * std::pow(std::max(1 - third + z * std::sqrt(third), 0.0), 3);
    const double leading = 2 * std::exp((std::log(p) + logGamma(a + 1)) / a);
    if (start < 0.1 * degrees || leading < 0.1) start = leading;
    if (!(start > 0)) return 0.0;
    double high = std::max(start, degrees) + 1;
    while (chiSquareCdf(high, degrees) < p && chiSquareUpper(high, degrees) > 1 - p) high *= 2;
    const bool upper = p > 0.5;  // from the nearer tail, where the digits are
    return increasingRoot(
        0.0, high, std::min(start, high),
        [&](double x) { return upper ? (1 - p) - chiSquareUpper(x, degrees) : chiSquareCdf(x, degrees) - p; },
        [&](double x) { return gammaFactor(a, x / 2) * a / x; });
}

double studentTUpper(double t, double degrees) {
    if (!(degrees > 0) || std::isnan(t)) return kNone;
    if (std::isinf(degrees)) return normalUpper(t);
    return t >= 0 ? studentTail(t, degrees) : 1 - studentTail(-t, degrees);
}

double studentTCdf(double t, double degrees) {
    return studentTUpper(-t, degrees);
}

double studentTQuantile(double p, double degrees) {
    if (!(p >= 0 && p <= 1 && degrees > 0)) return kNone;
    if (p == 0) return -kInfinite;
    if (p == 1) return kInfinite;
    if (p == 0.5) return 0.0;
    if (std::isinf(degrees)) return normalQuantile(p);
    const double tail = p < 0.5 ? p : 1 - p;
    const double sign = p < 0.5 ? -1.0 : 1.0;
    // Searched on the scale of log t: the tail is a power there, so that steps stay useful for few degrees of freedom.
    const double z = -normalQuantile(tail);
    const double logStart = std::log(std::max(z, 1e-300)) + std::max(0.0, -std::log(tail) / degrees - 1);
    double low = std::min(logStart - 1, -5.0);
    double high = logStart + 1;
    while (studentTail(std::exp(low), degrees) < tail) low -= 5;
    while (studentTail(std::exp(high), degrees) > tail) high += 5;
    const double logBetaHalf = logBeta(degrees / 2, 0.5);
    const double u = increasingRoot(
        low, high, std::clamp(logStart, low, high), [&](double v) { return std::log(tail) - std::log(studentTail(std::exp(v), degrees)); },
        [&](double v) {
            const double t = std::exp(v);
            const double density = std::exp(-0.5 * (degrees + 1) * std::log1p(t * t / degrees) - logBetaHalf) / std::sqrt(degrees);
            return density * t / studentTail(t, degrees);
        });
    // The last digits: one Newton step on the scale of t itself.
    const double t = std::exp(u);
    const double density = std::exp(-0.5 * (degrees + 1) * std::log1p(t * t / degrees) - logBetaHalf) / std::sqrt(degrees);
    return sign * (t + (studentTail(t, degrees) - tail) / density);
}

}  // namespace mudeung
