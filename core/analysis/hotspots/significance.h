// SPDX-License-Identifier: GPL-3.0-or-later
// What the maps of local statistics have in common: how p is found and adjusted, and how that is said.
#pragma once

#include <QJsonObject>
#include <QStringList>
#include <QVector>
#include <vector>

#include "core/analysis/frame/parameter.h"
#include "core/analysis/frame/result.h"
#include "core/analysis/hotspots/permutation.h"
#include "core/base/progress.h"

namespace mudeung {

/// "test" (permutation, normal), "permutations", "correction", "level" in per cent, "seed".
QVector<ParameterSpec> significanceParameters();

/// For the kernels: number, seed, threads, cancel and progress.
PermutationParams permutationParams(const ParameterValues& values, int threads, Progress& progress);

/// p with both corrections beside it.
struct Significance {
    std::vector<double> p;
    std::vector<double> bh;
    std::vector<double> by;
    std::vector<double> chosen;  ///< the one that "correction" names
    double level = 0.05;
    int tested = 0;

    enum class Verdict { Untested, No, OnlyRaw, Yes };  ///< OnlyRaw: p is small, but not small enough for so many tests
    Verdict verdict(std::size_t i) const;
};
Significance significanceOf(std::vector<double> p, const ParameterValues& values);

/// Columns p, p_bh, p_by.
QVector<ResultColumn> significanceColumns(const Significance& s);
/// tested, level, permutations (0 = normal), least p, marks by correction: raw, bh, by; correction.
QJsonObject significanceFacts(const Significance& s, const ParameterValues& values);
/// How p was found, what the other corrections would mark, what the level means.
QStringList significanceNotes(const QJsonObject& facts);

/// A column of numbers, one per unit.
ResultColumn numberColumn(const char* id, ColumnKind kind, int decimals, const std::vector<double>& values);

}  // namespace mudeung
