// SPDX-License-Identifier: GPL-3.0-or-later
// Overlap of age intervals.
#include "core/chart/crosswalk.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/chart/age_bands.h"

namespace mudeung {

namespace {

constexpr int kOldest = 99;      ///< the last year of an open group
constexpr int kOpenYears = 10;   ///< of a group that is open beyond that
constexpr int kNoEnd = 1 << 20;  ///< of an open band

struct Target {
    int from;
    int to;  ///< included; kNoEnd = open
    const char* name = nullptr;
};

QVector<Target> targetsOf(BandScheme as) {
    if (as == BandScheme::Policy) return {{0, 12}, {13, 18}, {19, 34}, {35, 49}, {50, 64}, {65, 74}, {75, kNoEnd}};
    if (as == BandScheme::Ticket)
        return {{0, 5, QT_TRANSLATE_NOOP("Chart", "under 6")},
                {6, 12, QT_TRANSLATE_NOOP("Chart", "child 6–12")},
                {13, 18, QT_TRANSLATE_NOOP("Chart", "youth 13–18")},
                {19, 64, QT_TRANSLATE_NOOP("Chart", "adult 19–64")},
                {65, kNoEnd, QT_TRANSLATE_NOOP("Chart", "senior 65+")}};
    QVector<Target> decades;
    for (int from = 0; from < 100; from += 10) decades.append({from, from + 9});
    decades.append({100, kNoEnd});
    return decades;
}

QString nameOf(const Target& target, const QString& sex) {
    if (target.name) return withSex(sex, QCoreApplication::translate("Chart", target.name));
    return ageBandName(sex, target.from, target.to == kNoEnd ? -1 : target.to);
}

/// "m" of "m_34"; empty without a sex.
QString sexOf(const QString& code) {
    const auto at = code.indexOf(QLatin1Char('_'));
    const QString sex = at > 0 ? code.left(at) : QString();
    return sex == QLatin1String("m") || sex == QLatin1String("f") ? sex : QString();
}

/// The part of the group's years that lie in the target.
double overlap(const Group& group, const Target& target) {
    const int to = group.ageTo >= 0 ? group.ageTo : std::max(kOldest, group.ageFrom + kOpenYears - 1);
    const int years = std::min(to, target.to) - std::max(group.ageFrom, target.from) + 1;
    return years <= 0 ? 0.0 : static_cast<double>(years) / (to - group.ageFrom + 1);
}

QVector<Band> asCounted(const GroupScheme& scheme) {
    QVector<Band> bands;
    for (const AgeBand& band : ageBands(scheme)) {
        Band out{band.key, band.name, {}, true};
        for (const QString& group : band.groups) out.shares.append({group, 1.0});
        bands.append(out);
    }
    return bands;
}

}  // namespace

QStringList Band::groups() const {
    QStringList codes;
    for (const BandShare& share : shares)
        if (share.share >= 0.5) codes << share.group;
    return codes;
}

QVector<Band> bandsFor(const GroupScheme& scheme, BandScheme as) {
    if (as == BandScheme::AsCounted) return asCounted(scheme);
    QStringList sexes;
    for (const Group& group : scheme.groups) {
        if (group.ageFrom < 0) return {};
        if (!sexes.contains(sexOf(group.code))) sexes << sexOf(group.code);
    }
    QVector<Band> bands;
    for (const QString& sex : sexes) {
        for (const Target& target : targetsOf(as)) {
            Band band{ageBandKey(sex, target.from, target.to == kNoEnd ? -1 : target.to), nameOf(target, sex), {}, true};
            for (const Group& group : scheme.groups) {
                const double share = sexOf(group.code) == sex ? overlap(group, target) : 0.0;
                if (share <= 0.0) continue;
                band.shares.append({group.code, share});
                // An open group in an open band is there as a whole, however old people get.
                band.exact = band.exact && share >= 1.0;
            }
            if (band.shares.isEmpty()) continue;
            if (!band.exact) band.name = QStringLiteral("≈ ") + band.name;
            bands.append(band);
        }
    }
    return bands;
}

Table inBands(const Table& table, const QVector<Band>& bands) {
    if (bands.isEmpty()) return table;
    QHash<QString, const TableRow*> byKey;
    for (const TableRow& row : table.rows) byKey.insert(row.key, &row);
    Table out = table;
    out.rows.clear();
    const bool mean = table.measure.aggregation == Aggregation::Mean && !table.measure.extensive;
    for (const Band& band : bands) {
        TableRow row;
        row.key = band.key;
        row.label = band.name;
        double sum = 0.0, value = 0.0, observed = 0.0;
        bool any = false;
        for (const BandShare& share : band.shares) {
            const TableRow* part = byKey.value(share.group, nullptr);
            if (!part || std::isnan(part->value)) continue;
            any = true;
            sum += share.share * static_cast<double>(part->sum);
            observed += share.share * static_cast<double>(part->observed);
            value += share.share * part->value;
            if (share.share < 1.0) continue;
            row.sum += part->sum;  // whole groups stay exact integers
            row.observed += part->observed;
        }
        if (!band.exact) {
            row.sum = std::llround(sum);
            row.observed = std::llround(observed);
        }
        row.value = !any ? std::numeric_limits<double>::quiet_NaN() : mean ? table.measure.toValue(1) * sum / observed : value;
        out.rows.append(row);
    }
    return out;
}

}  // namespace mudeung
