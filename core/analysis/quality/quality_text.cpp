// SPDX-License-Identifier: GPL-3.0-or-later
// Findings, summary and caveats as sentences.
#include <QCoreApplication>
#include <cmath>

#include "core/analysis/quality/level_shift.h"
#include "core/analysis/quality/quality.h"
#include "core/base/format.h"
#include "core/base/sentence_case.h"
#include "core/model/names.h"

namespace mudeung {

namespace {

QString number(double value) {
    return formatNumber(value, std::abs(value) < 100.0 ? 1 : 0);
}

QString signedShare(double before, double after) {
    if (!(before > 0.0)) return QStringLiteral("–");
    const double share = (after - before) / before;
    return (share >= 0.0 ? QStringLiteral("+") : QStringLiteral("−")) + formatPercent(std::abs(share), 0);
}

QString noDataText(const QualityFinding& finding) {
    const int days = static_cast<int>(finding.date.daysTo(finding.until)) + 1;
    if (days == 1) return QCoreApplication::translate("Quality", "No place has data on this day");
    return QCoreApplication::translate("Quality", "No place has data until %1 (%2 days)").arg(formatDate(finding.until)).arg(days);
}

QString balanceText(const QualityFinding& finding) {
    if (finding.after <= 0.0)
        return QCoreApplication::translate("Quality", "%1 boardings, no alightings").arg(formatNumber(finding.before));
    return QCoreApplication::translate("Quality", "%1 boardings, %2 alightings: ratio %3")
        .arg(formatNumber(finding.before), formatNumber(finding.after), formatNumber(finding.before / finding.after, 2));
}

}  // namespace

QString findingKindName(FindingKind kind) {
    switch (kind) {
        case FindingKind::NoData:
            return QCoreApplication::translate("Quality", "days without data");
        case FindingKind::LevelShift:
            return QCoreApplication::translate("Quality", "level shift");
        case FindingKind::Appeared:
            return QCoreApplication::translate("Quality", "appeared");
        case FindingKind::Vanished:
            return QCoreApplication::translate("Quality", "vanished");
        case FindingKind::Moved:
            return QCoreApplication::translate("Quality", "moved");
        case FindingKind::Unbalanced:
            break;
    }
    return QCoreApplication::translate("Quality", "unbalanced");
}

QString findingText(const QualityView& view, const QualityFinding& finding) {
    const QString unit = measureUnit(view.measure);
    const bool flow = view.measure.aggregation == Aggregation::Sum;
    const QString of = flow ? QCoreApplication::translate("Quality", "%1 per day", "unit").arg(unit) : unit;
    switch (finding.kind) {
        case FindingKind::NoData:
            return noDataText(finding);
        case FindingKind::LevelShift:
            return QCoreApplication::translate("Quality", "%1 → %2 %3 (%4)", "before → after unit (relative)")
                .arg(number(finding.before), number(finding.after), of, signedShare(finding.before, finding.after));
        case FindingKind::Appeared:
            return QCoreApplication::translate("Quality", "First data on this day; %1 %2 since", "number unit")
                .arg(number(finding.amount), of);
        case FindingKind::Vanished:
            return QCoreApplication::translate("Quality", "No more data from this day on; %1 %2 before", "number unit")
                .arg(number(finding.amount), of);
        case FindingKind::Moved:
            return QCoreApplication::translate("Quality", "%1 m from its location in “%2”")
                .arg(formatNumber(finding.amount),
                     finding.second.isEmpty() ? QCoreApplication::translate("Quality", "the file of the numbers") : finding.second);
        case FindingKind::Unbalanced:
            break;
    }
    return balanceText(finding);
}

QString qualitySummary(const QualityView& view) {
    QString text = QCoreApplication::translate("Quality", "%1, %4: across %3 places, %2 of the days have data.",
                                               "measure, share, number of places, days")
                       .arg(sentenceCase(measureName(view.measure)), formatPercent(view.completeness), formatCount(view.placesWithData),
                            formatDates(view.firstDay, view.lastDay));
    text +=
        QLatin1Char(' ') +
        QCoreApplication::translate(
            "Quality", "Since the first day, %1 level shifts were found, %2 places appeared, %3 vanished, and %4 days have no data at all.")
            .arg(formatCount(view.count(FindingKind::LevelShift)), formatCount(view.count(FindingKind::Appeared)),
                 formatCount(view.count(FindingKind::Vanished)), formatCount(view.daysWithoutData));
    if (!view.balance.known) return text;
    if (view.balance.outside == 0)
        return text + QLatin1Char(' ') +
               QCoreApplication::translate("Quality",
                                           "Boardings ÷ alightings is %1 overall, and at every place between %2 and %3 times that ratio.")
                   .arg(formatNumber(view.balance.ratio(), 2), formatNumber(kLeastBalance, 1), formatNumber(kMostBalance, 1));
    return text + QLatin1Char(' ') +
           QCoreApplication::translate("Quality",
                                       "Boardings ÷ alightings is %1 overall; at %4 of %5 places the ratio is less than %2 times or more "
                                       "than %3 times the overall one.")
               .arg(formatNumber(view.balance.ratio(), 2), formatNumber(kLeastBalance, 1), formatNumber(kMostBalance, 1),
                    formatCount(view.balance.outside), formatCount(view.balance.places));
}

QStringList qualityNotes(const QualityView& view) {
    QStringList notes;
    notes << QCoreApplication::translate("Quality",
                                         "The check covers the whole period, with whole days and all groups together; only the measure and "
                                         "the areas of the question count.");
    if (view.measure.aggregation == Aggregation::Sum)
        notes << QCoreApplication::translate(
            "Quality", "Sources often leave out zeros: a day without data at a small place can be a day on which nobody was counted.");
    if (view.placesWithoutData > 0)
        notes
            << QCoreApplication::translate("Quality", "Places without any data, not judged: %1.").arg(formatCount(view.placesWithoutData));
    notes << QCoreApplication::translate(
                 "Quality",
                 "Level shifts are found in weekly values after removing what all places have in common; each has at least %1 weeks on "
                 "both sides and a change of at least %2 and %3 standard errors. %4 places were tested: some shifts are due to chance, and "
                 "a real one can have a good reason (a new line, a moved stop). Treat them as questions, not conclusions.")
                 .arg(kLeastSegmentWeeks)
                 .arg(formatPercent(kLeastRelativeShift, 0), formatNumber(kShiftThreshold), formatCount(view.placesTested));
    if (view.coordinateSources < 2)
        notes << QCoreApplication::translate("Quality",
                                             "Moved places cannot be detected: the workspace holds only one set of coordinates for them. A "
                                             "new edition replaces the previous one; import it alongside the old one to compare.");
    else
        notes << QCoreApplication::translate("Quality",
                                             "Moved places differ by more than %1 m between the %2 sets of coordinates in the workspace. A "
                                             "new edition of the same layer replaces the previous one, so older moves cannot be seen.")
                     .arg(formatNumber(kMovedMetres))
                     .arg(view.coordinateSources);
    if (view.balance.known)
        notes << QCoreApplication::translate("Quality",
                                             "Boardings and alightings can differ for good reasons: one-way streets, counting on one side "
                                             "only, and fares that need no card when getting off explain much of it. So each place with at "
                                             "least %1 boardings and alightings together is compared with the overall ratio.")
                     .arg(formatNumber(kLeastBalanceTrips));
    return notes;
}

}  // namespace mudeung
