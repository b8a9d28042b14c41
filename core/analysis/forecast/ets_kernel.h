// SPDX-License-Identifier: GPL-3.0-or-later
// Recursions of the exponential smoothing family, for the search in ets_search.cpp: the likelihood at four points at once, and the
// likelihood with the derivatives of all errors. No allocation, no branch on the form inside the loops.
#pragma once

#include <cmath>

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wpsabi"  // everything that takes or returns Four is inlined
#endif

namespace mudeung::forecast::ets_kernel {

typedef double Four __attribute__((vector_size(32)));

inline Four all(double x) {
    return Four{x, x, x, x};
}

/// Sum of logarithms of absolute values: the product is taken, and its logarithm every eight factors.
class LogSum {
public:
    void multiply(const Four& x) {
        m_product *= x;
        if (++m_factors == 8) flush();
    }
    Four sum() {
        flush();
        return m_sum;
    }

private:
    void flush() {
        for (int i = 0; i < 4; ++i) m_sum[i] += std::log(std::abs(m_product[i]));
        m_product = all(1.0);
        m_factors = 0;
    }
    Four m_product = {1, 1, 1, 1};
    Four m_sum = {0, 0, 0, 0};
    int m_factors = 0;
};

/// What is smoothed. Seasonal states lie by their place in the season: `season[j]` meets the steps j, j + m, j + 2m …
struct Observed {
    const double* values = nullptr;  ///< NaN: the states move on without an error
    int count = 0;
    int seen = 0;    ///< values that are not NaN
    int season = 1;  ///< 1 … 24
};

/// Four sets of smoothing parameters and states side by side.
struct FourPoints {
    Four alpha, beta, gamma, phi, level, slope;
    Four season[24];
};

enum TrendKind { NoTrend = 0, AdditiveTrend = 1, MultiplicativeTrend = 2 };
enum SeasonKind { NoSeason = 0, AdditiveSeason = 1, MultiplicativeSeason = 2 };

inline Four powers(const Four& base, const Four& exponent) {
    return Four{std::pow(base[0], exponent[0]), std::pow(base[1], exponent[1]), std::pow(base[2], exponent[2]),
                std::pow(base[3], exponent[3])};
}

/// n·log Σe² (+ 2 Σ log|ŷ| with multiplicative errors), R's −2 log L without constants. `p` ends as the last states.
template <int Trend, int Season, bool MultiplicativeError>
__attribute__((always_inline)) inline Four criterionBody(const Observed& data, FourPoints& p) {
    constexpr bool HasTrend = Trend != NoTrend;
    Four level = p.level, slope = p.slope, squares = all(0.0);
    const bool damped = p.phi[0] != 1 || p.phi[1] != 1 || p.phi[2] != 1 || p.phi[3] != 1;
    LogSum logs;
    int place = 0;
    for (int t = 0; t < data.count; ++t) {
        const Four phiSlope = Trend == AdditiveTrend         ? p.phi * slope
                              : Trend == MultiplicativeTrend ? (damped ? powers(slope, p.phi) : slope)
                                                             : all(0.0);
        const Four q = Trend == AdditiveTrend ? level + phiSlope : Trend == MultiplicativeTrend ? level * phiSlope : level;
        const double y = data.values[t];
        if (y != y) {
            level = q;
            if (HasTrend) slope = phiSlope;
        } else {
            Four mean = q, toLevel = y - q;
            if (Season == AdditiveSeason) {
                const Four s = p.season[place];
                mean = q + s;
                toLevel = y - mean;
                p.season[place] = s + p.gamma * toLevel;
            } else if (Season == MultiplicativeSeason) {
                const Four s = p.season[place];
                mean = q * s;
                toLevel = y / s - q;
                p.season[place] = s + p.gamma * (y / q - s);
            }
            if (Trend == AdditiveTrend) slope = phiSlope + p.beta * toLevel;
            if (Trend == MultiplicativeTrend) slope = phiSlope + p.beta * toLevel / level;
            level = q + p.alpha * toLevel;
            Four error = y - mean;
            if (MultiplicativeError) {
                error /= mean;
                logs.multiply(mean);
            }
            squares += error * error;
        }
        if (Season != NoSeason && ++place == data.season) place = 0;
    }
    p.level = level;
    p.slope = slope;
    Four result;
    const Four logSum = MultiplicativeError ? logs.sum() : all(0.0);
    for (int i = 0; i < 4; ++i) result[i] = data.seen * std::log(squares[i] + 1e-300) + 2 * logSum[i];
    return result;
}

constexpr int kMostBlocks = 8;  ///< blocks of four derivatives: α, β, γ, φ; level, slope, season

/// One point with the derivatives of its parameters by the searched coordinates, block 0: d[parameter][coordinate].
struct Tangent {
    double alpha, beta, gamma, phi, level, slope;
    double season[24];
    Four dAlpha, dBeta, dGamma, dPhi;  ///< by the four coordinates of block 0; zero by all others
};

/// Sums that a Gauss–Newton step wants. `rows` holds the derivatives of the errors, `data.count` rows of 4·blocks.
struct TangentSums {
    double squares = 0.0;
    double logs = 0.0;              ///< Σ log|ŷ|
    Four gradient[kMostBlocks];     ///< Σ e·de
    Four logGradient[kMostBlocks];  ///< Σ dŷ/ŷ
};

/// Coordinates: block 0 as `Tangent` says, then level, slope, season[1] … season[m − 1]; season[0] is what keeps the sum.
template <int Trend, int Season, bool MultiplicativeError, int FixedBlocks>
__attribute__((always_inline)) inline void tangentBody(const Observed& data, const Tangent& at, int runtimeBlocks, Four* rows,
                                                       TangentSums& out) {
    const int blocks = FixedBlocks > 0 ? FixedBlocks : runtimeBlocks;
    const bool damped = at.phi != 1;
    double level = at.level, slope = at.slope;
    double season[24];
    Four dLevel[kMostBlocks], dSlope[kMostBlocks], dSeason[24 * kMostBlocks];
    for (int k = 0; k < blocks; ++k) {
        dLevel[k] = dSlope[k] = out.gradient[k] = out.logGradient[k] = all(0.0);
        if (Season != NoSeason)
            for (int j = 0; j < data.season; ++j) dSeason[j * blocks + k] = all(0.0);
    }
    dLevel[1][0] = 1.0;
    dSlope[1][1] = 1.0;
    if (Season != NoSeason) {
        for (int j = 0; j < data.season; ++j) season[j] = at.season[j];
        for (int j = 1; j < data.season; ++j) {
            const int coordinate = 5 + j;
            dSeason[j * blocks + coordinate / 4][coordinate % 4] = 1.0;
            dSeason[coordinate / 4][coordinate % 4] = -1.0;
        }
    }
    double squares = 0.0, product = 1.0, logs = 0.0;
    int factors = 0, place = 0;
    for (int t = 0; t < data.count; ++t, rows += blocks) {
        const double y = data.values[t];
        const bool gap = y != y;
        double phiSlope = 0.0, q = level, byB = 0.0, byPhi = 0.0;  // of b^φ by b and by φ
        if (Trend == AdditiveTrend) {
            phiSlope = at.phi * slope;
            q = level + phiSlope;
        } else if (Trend == MultiplicativeTrend) {
            phiSlope = damped ? std::pow(slope, at.phi) : slope;
            byB = damped ? at.phi * phiSlope / slope : 1.0;
            byPhi = damped ? phiSlope * std::log(slope) : 0.0;
            q = level * phiSlope;
        }
        const double s = Season != NoSeason ? season[place] : 0.0;
        Four* const ds = dSeason + place * blocks;
        double mean = q, toLevel = 0.0, toSeason = 0.0, byS = 0.0, byQ = 0.0;
        if (Season == MultiplicativeSeason) {
            mean = q * s;
            const double inverseS = 1 / s, inverseQ = 1 / q;
            toLevel = y * inverseS - q;
            toSeason = y * inverseQ - s;
            byS = -y * inverseS * inverseS;
            byQ = -y * inverseQ * inverseQ;
        } else {
            if (Season == AdditiveSeason) mean = q + s;
            toLevel = toSeason = y - mean;
        }
        if (gap) {
            for (int k = 0; k < blocks; ++k) {
                if (Trend == AdditiveTrend) {
                    dSlope[k] = at.phi * dSlope[k];
                    if (k == 0) dSlope[0] += slope * at.dPhi;
                    dLevel[k] += dSlope[k];
                } else if (Trend == MultiplicativeTrend) {
                    dSlope[k] = byB * dSlope[k];
                    if (k == 0) dSlope[0] += byPhi * at.dPhi;
                    dLevel[k] = phiSlope * dLevel[k] + level * dSlope[k];
                }
                rows[k] = all(0.0);
            }
            level = q;
            slope = phiSlope;
        } else {
            double error = y - mean, scale = -1.0, inverse = 0.0;
            if (MultiplicativeError) {
                inverse = 1 / mean;
                error *= inverse;
                scale = -y * inverse * inverse;
                product *= mean;
                if (++factors == 8) {
                    logs += std::log(std::abs(product));
                    product = 1.0;
                    factors = 0;
                }
            }
            squares += error * error;
            for (int k = 0; k < blocks; ++k) {
                const Four dOldLevel = dLevel[k];
                Four dPhiSlope = all(0.0), dq = dOldLevel;
                if (Trend == AdditiveTrend) {
                    dPhiSlope = at.phi * dSlope[k];
                    if (k == 0) dPhiSlope += slope * at.dPhi;
                    dq += dPhiSlope;
                } else if (Trend == MultiplicativeTrend) {
                    dPhiSlope = byB * dSlope[k];
                    if (k == 0) dPhiSlope += byPhi * at.dPhi;
                    dq = phiSlope * dOldLevel + level * dPhiSlope;
                }
                Four dMean = dq, dToLevel = -dq;
                if (Season == AdditiveSeason) {
                    dMean = dq + ds[k];
                    dToLevel = -dMean;
                    Four d = ds[k] + at.gamma * dToLevel;
                    if (k == 0) d += toSeason * at.dGamma;
                    ds[k] = d;
                } else if (Season == MultiplicativeSeason) {
                    const Four old = ds[k];
                    dMean = q * old + s * dq;
                    dToLevel = byS * old - dq;
                    Four d = old + at.gamma * (byQ * dq - old);
                    if (k == 0) d += toSeason * at.dGamma;
                    ds[k] = d;
                }
                Four dl = dq + at.alpha * dToLevel;
                if (k == 0) dl += toLevel * at.dAlpha;
                dLevel[k] = dl;
                if (Trend == AdditiveTrend) {
                    Four db = dPhiSlope + at.beta * dToLevel;
                    if (k == 0) db += toLevel * at.dBeta;
                    dSlope[k] = db;
                } else if (Trend == MultiplicativeTrend) {
                    const double inverseLevel = 1 / level, relative = toLevel * inverseLevel;
                    Four db = dPhiSlope + at.beta * inverseLevel * (dToLevel - relative * dOldLevel);
                    if (k == 0) db += relative * at.dBeta;
                    dSlope[k] = db;
                }
                const Four dError = scale * dMean;
                rows[k] = dError;
                out.gradient[k] += error * dError;
                if (MultiplicativeError) out.logGradient[k] += inverse * dMean;
            }
            if (Trend == AdditiveTrend) slope = phiSlope + at.beta * toLevel;
            if (Trend == MultiplicativeTrend) slope = phiSlope + at.beta * toLevel / level;
            level = q + at.alpha * toLevel;
            if (Season != NoSeason) season[place] = s + at.gamma * toSeason;
        }
        if (Season != NoSeason && ++place == data.season) place = 0;
    }
    out.squares = squares;
    out.logs = logs + std::log(std::abs(product));
}

/// Lower blocks of JᵀJ: `products[(i·(i + 1)/2 + j)·4 + r]` is row r of block (i, j), j ≤ i.
__attribute__((always_inline)) inline void crossProductsBody(const Four* rows, int count, int blocks, Four* products) {
    for (int i = 0; i < blocks; ++i) {
        for (int j = 0; j <= i; ++j) {
            Four a = all(0.0), b = all(0.0), c = all(0.0), d = all(0.0);
            const Four* left = rows + i;
            const Four* right = rows + j;
            for (int t = 0; t < count; ++t, left += blocks, right += blocks) {
                const Four l = *left, r = *right;
                a += l[0] * r;
                b += l[1] * r;
                c += l[2] * r;
                d += l[3] * r;
            }
            Four* out = products + (i * (i + 1) / 2 + j) * 4;
            out[0] = a;
            out[1] = b;
            out[2] = c;
            out[3] = d;
        }
    }
}

}  // namespace mudeung::forecast::ets_kernel
