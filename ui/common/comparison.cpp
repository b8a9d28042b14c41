// SPDX-License-Identifier: GPL-3.0-or-later
// Shifts periods for comparisons.
#include "ui/common/comparison.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/base/format.h"
#include "core/model/names.h"

namespace mudeung {

namespace {

Error usage(const QString& message) {
    return {ErrorCode::Usage, message, {}};
}

/// Whole months move by months, so that March is compared with February, not with 31 days before it.
bool isWholeMonths(const Period& p) {
    return p.from.day() == 1 && p.to.day() == p.to.daysInMonth();
}

Period before(const Period& p) {
    if (isWholeMonths(p)) {
        const int months = (p.to.year() - p.from.year()) * 12 + p.to.month() - p.from.month() + 1;
        return {p.from.addMonths(-months), p.from.addDays(-1)};
    }
    const qint64 days = p.from.daysTo(p.to) + 1;
    return {p.from.addDays(-days), p.from.addDays(-1)};
}

Period yearBefore(const Period& p) {
    const QDate to = p.to.addYears(-1);
    return {p.from.addYears(-1), isWholeMonths(p) ? QDate(to.year(), to.month(), to.daysInMonth()) : to};
}

}  // namespace

const Measure* counterpart(const Dataset& dataset, const QString& measure) {
    const int index = dataset.measureIndex(measure);
    if (index < 0) return nullptr;
    const Measure& own = dataset.measures[index];
    for (const Measure& other : dataset.measures)
        if (other.id != own.id && other.unit == own.unit && other.aggregation == own.aggregation && other.extensive == own.extensive)
            return &other;
    return nullptr;
}

Result<Query> comparedQuery(const Query& query, const Dataset& dataset, const Comparison& comparison) {
    if (comparison.kind == Comparison::Kind::Question) return comparison.question;
    Query other = query;
    if (comparison.kind == Comparison::Kind::Measure) {
        const Measure* measure = counterpart(dataset, query.measure);
        if (!measure)
            return usage(QCoreApplication::translate("Comparison",
                                                     "“%1” counts nothing else in the same unit: there is no flow the other way to compare "
                                                     "with. Compare with another time instead.")
                             .arg(datasetTitle(dataset)));
        other.measure = measure->id;
        return other;
    }
    const Period now = query.period.isAll() ? dataset.period : query.period;
    if (!now.from.isValid() || !now.to.isValid())
        return usage(QCoreApplication::translate("Comparison", "This dataset says nothing about dates, so periods cannot be compared."));
    switch (comparison.kind) {
        case Comparison::Kind::YearBefore:
            other.period = yearBefore(now);
            break;
        case Comparison::Kind::PeriodBefore:
            other.period = before(now);
            break;
        default:
            other.period = comparison.period;
            break;
    }
    const Period held = dataset.period;
    if (other.period.to < held.from || other.period.from > held.to)
        return usage(QCoreApplication::translate(
                         "Comparison", "There is no data for %1 … %2. Choose a shorter or later period, or compare with other days.")
                         .arg(formatDate(other.period.from), formatDate(other.period.to)));
    return other;
}

QString comparisonName(const Query& compared, const Dataset& dataset, const Comparison& comparison) {
    const QString days = formatDates(compared.period.from, compared.period.to);
    switch (comparison.kind) {
        case Comparison::Kind::None:
            return {};
        case Comparison::Kind::YearBefore:
            return QCoreApplication::translate("Comparison", "a year before (%1)").arg(days);
        case Comparison::Kind::PeriodBefore:
            return QCoreApplication::translate("Comparison", "the period before (%1)").arg(days);
        case Comparison::Kind::Chosen:
            return days;
        case Comparison::Kind::Measure:
            if (const int index = dataset.measureIndex(compared.measure); index >= 0) return measureName(dataset.measures[index]);
            break;
        case Comparison::Kind::Question:
            break;
    }
    return compared.toSentence(&dataset.scheme);
}

}  // namespace mudeung
