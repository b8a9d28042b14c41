// SPDX-License-Identifier: GPL-3.0-or-later
// Parameters, columns and sentences of tests at many places.
#include "core/analysis/hotspots/significance.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "core/analysis/math/multiple_testing.h"
#include "core/base/format.h"

namespace mudeung {

namespace {

int countAtMost(const std::vector<double>& p, double level) {
    return static_cast<int>(std::count_if(p.begin(), p.end(), [level](double v) { return v <= level; }));
}

}  // namespace

QVector<ParameterSpec> significanceParameters() {
    QVector<ParameterSpec> specs{
        choiceParameter(QStringLiteral("test"), QCoreApplication::translate("Analysis", "Test"),
                        QCoreApplication::translate("Analysis",
                                                    "Permutations show how often chance alone gives a result this extreme; the normal "
                                                    "distribution is immediate, but assumes that the values are not strongly skewed."),
                        {{QStringLiteral("permutation"), QCoreApplication::translate("Analysis", "permutations")},
                         {QStringLiteral("normal"), QCoreApplication::translate("Analysis", "normal distribution")}},
                        QStringLiteral("permutation")),
        integerParameter(QStringLiteral("permutations"), QCoreApplication::translate("Analysis", "Permutations"),
                         QCoreApplication::translate("Analysis",
                                                     "With few permutations no p is small enough to survive the correction for multiple "
                                                     "testing. 99,999 are enough for a thousand places."),
                         99999, 99, 9999999),
        correctionParameter(),
        realParameter(QStringLiteral("level"), QCoreApplication::translate("Analysis", "Level"),
                      QCoreApplication::translate("Analysis", "The share of marked places that may be marked by chance. 5 % is common."), 5,
                      0.1, 20, 1, QStringLiteral("%")),
        seedParameter()};
    specs[1].onlyWhen = QStringLiteral("test");
    specs[1].onlyWhenValues = QStringList{QStringLiteral("permutation")};
    specs[1].advanced = true;
    return specs;
}

PermutationParams permutationParams(const ParameterValues& values, int threads, Progress& progress) {
    PermutationParams params;
    params.permutations = static_cast<int>(values.integer(QStringLiteral("permutations")));
    params.seed = static_cast<std::uint64_t>(values.integer(QStringLiteral("seed")));
    params.threads = threads;
    params.cancelled = [&progress] { return progress.isCancelled(); };
    params.done = [&progress](double done) { progress.set(done); };
    return params;
}

Significance::Verdict Significance::verdict(std::size_t i) const {
    if (std::isnan(p[i])) return Verdict::Untested;
    if (chosen[i] <= level) return Verdict::Yes;
    return p[i] <= level ? Verdict::OnlyRaw : Verdict::No;
}

Significance significanceOf(std::vector<double> p, const ParameterValues& values) {
    Significance s;
    s.bh = adjustedP(p, Correction::BenjaminiHochberg);
    s.by = adjustedP(p, Correction::BenjaminiYekutieli);
    s.p = std::move(p);
    const QString correction = values.choice(QStringLiteral("correction"));
    s.chosen = correction == QLatin1String("bh") ? s.bh : correction == QLatin1String("by") ? s.by : s.p;
    s.level = values.real(QStringLiteral("level")) / 100.0;
    s.tested = static_cast<int>(std::count_if(s.p.begin(), s.p.end(), [](double v) { return !std::isnan(v); }));
    return s;
}

QVector<ResultColumn> significanceColumns(const Significance& s) {
    return {numberColumn("p", ColumnKind::PValue, 5, s.p), numberColumn("p_bh", ColumnKind::PValue, 5, s.bh),
            numberColumn("p_by", ColumnKind::PValue, 5, s.by)};
}

QJsonObject significanceFacts(const Significance& s, const ParameterValues& values) {
    const bool permuted = values.choice(QStringLiteral("test")) == QLatin1String("permutation");
    const double permutations = permuted ? static_cast<double>(values.integer(QStringLiteral("permutations"))) : 0.0;
    return {{QStringLiteral("tested"), s.tested},
            {QStringLiteral("level"), s.level},
            {QStringLiteral("correction"), values.choice(QStringLiteral("correction"))},
            {QStringLiteral("permutations"), permutations},
            {QStringLiteral("leastP"), permuted ? 2.0 / (permutations + 1.0) : 0.0},
            {QStringLiteral("raw"), countAtMost(s.p, s.level)},
            {QStringLiteral("bh"), countAtMost(s.bh, s.level)},
            {QStringLiteral("by"), countAtMost(s.by, s.level)}};
}

QStringList significanceNotes(const QJsonObject& facts) {
    const auto number = [&facts](const char* key) { return facts.value(QLatin1String(key)).toDouble(); };
    const auto count = [&number](const char* key) { return formatCount(static_cast<qint64>(number(key))); };
    QStringList notes;
    notes << QCoreApplication::translate(
                 "Analysis",
                 "At a level of %1, %2 would be marked without correction, %3 after Benjamini–Hochberg and %4 after Benjamini–Yekutieli.")
                 .arg(formatPercent(number("level"), 0), count("raw"), count("bh"), count("by"));
    if (number("permutations") > 0.0) {
        // Digits enough for the smallest p.
        const int decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(number("leastP")))), 2, 8);
        notes << QCoreApplication::translate("Analysis", "With %1 permutations the smallest possible p is %2.")
                     .arg(count("permutations"), formatNumber(number("leastP"), decimals));
        const double first = number("level") / std::max(1.0, number("tested"));
        if (number("leastP") > first && facts.value(QStringLiteral("correction")).toString() != QLatin1String("none"))
            notes << QCoreApplication::translate(
                "Analysis", "That is too few for so many tests: a single unusual place cannot be found. Ask for more permutations.");
    } else {
        notes << QCoreApplication::translate(
            "Analysis", "p comes from the normal distribution; with few neighbours and skewed values it is only roughly right.");
    }
    return notes;
}

ResultColumn numberColumn(const char* id, ColumnKind kind, int decimals, const std::vector<double>& values) {
    return {QLatin1String(id), kind, decimals, QVector<double>(values.begin(), values.end()), {}};
}

}  // namespace mudeung
