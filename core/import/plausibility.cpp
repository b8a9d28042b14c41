// SPDX-License-Identifier: GPL-3.0-or-later
// Checks on a finished cube. Walks the dense month arrays once per question.
#include "core/import/plausibility.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/base/format.h"
#include "core/base/language.h"
#include "core/import/outliers.h"

namespace mudeung {

QStringList failedChecks(const Profile& profile, const std::vector<CheckCount>& counts) {
    QStringList out;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const CheckRule& rule = profile.checks[static_cast<int>(i)];
        if (counts[i].all == 0) continue;
        const double share = static_cast<double>(counts[i].good) / static_cast<double>(counts[i].all);
        if (share >= rule.minShare) continue;
        const QString& text = koreanInterface() && !rule.messageKo.isEmpty() ? rule.messageKo : rule.message;
        out.append(text.contains(QLatin1String("%1")) ? text.arg(formatPercent(1.0 - share)) : text);
    }
    return out;
}

QStringList suspiciousValues(const BuiltCube& cube, const BuildCounts& counts) {
    QStringList out = outlierSentences(cube);
    const std::vector<char> counted = cube.countedPlaces();
    int empty = 0;
    for (std::size_t p = 0; p < counted.size(); ++p) empty += cube.mentioned(p) && counted[p] == 0 ? 1 : 0;
    if (empty > 0) {
        out.append(QCoreApplication::translate("Import", "%n place(s) have not a single count in this file.", nullptr, empty));
    }
    if (counts.wrongTotals > 0) {
        out.append(QCoreApplication::translate("Import",
                                               "%n row(s) have a total that differs from the sum of their hours; the first is line %1.",
                                               nullptr, int(counts.wrongTotals))
                       .arg(formatCount(counts.firstWrongTotalLine)));
    }
    return out;
}

QStringList missingDates(const BuiltCube& cube, int most, qint64& count) {
    QStringList out;
    count = 0;
    const std::vector<MonthKey>& months = cube.months();
    const TimeStep step = cube.dataset().timeStep;
    if (months.empty() || step == TimeStep::Year) return out;
    const Period span = cube.observedPeriod();
    const auto miss = [&](const QString& text) {
        if (count++ < most) out.append(text);
    };
    for (MonthKey key = months.front(); key <= months.back(); ++key) {
        if (!std::binary_search(months.begin(), months.end(), key)) {
            miss(QStringLiteral("%1-%2").arg(yearOf(key)).arg(monthOf(key), 2, 10, QLatin1Char('0')));
            continue;
        }
        if (step != TimeStep::Day) continue;
        const std::uint32_t days = cube.observedDays(key);
        for (int d = 0; d < cube.daysIn(key); ++d) {
            const QDate date(yearOf(key), monthOf(key), d + 1);
            if (!(days >> d & 1u) && date > span.from && date < span.to) miss(date.toString(Qt::ISODate));
        }
    }
    return out;
}

}  // namespace mudeung
