// SPDX-License-Identifier: GPL-3.0-or-later
// Grouping of single years into decades.
#include "core/chart/age_bands.h"

#include <QCoreApplication>
#include <algorithm>

namespace mudeung {

namespace {

constexpr int kWidth = 10;

/// "m" of "m_34"; empty without a sex.
QString sexOf(const QString& code) {
    const auto at = code.indexOf(QLatin1Char('_'));
    return at > 0 ? code.left(at) : QString();
}

}  // namespace

QString withSex(const QString& sex, const QString& ages) {
    if (sex == QLatin1String("m")) return QCoreApplication::translate("Chart", "men %1", "ages").arg(ages);
    if (sex == QLatin1String("f")) return QCoreApplication::translate("Chart", "women %1", "ages").arg(ages);
    return ages;
}

QString ageBandName(const QString& sex, int from, int to) {
    return withSex(sex, to < 0 ? QCoreApplication::translate("Chart", "%1 and older", "age").arg(from)
                               : QCoreApplication::translate("Chart", "%1–%2", "ages from, to").arg(from).arg(to));
}

QString ageBandKey(const QString& sex, int from, int to) {
    const QString years = to < 0 ? QStringLiteral("%1+").arg(from) : QStringLiteral("%1-%2").arg(from).arg(to);
    return sex.isEmpty() ? years : sex + QLatin1Char('_') + years;
}

QVector<AgeBand> ageBands(const GroupScheme& scheme) {
    QVector<AgeBand> bands;
    if (scheme.groups.size() <= kMostAgeGroups) return bands;
    struct Place {
        QString sex;
        int decade;
        bool open;
    };
    QVector<Place> places;  // of the bands so far
    for (const Group& g : scheme.groups) {
        if (g.ageFrom < 0) return {};
        const Place place{sexOf(g.code), g.ageFrom / kWidth, g.ageTo < 0};
        const auto same =
            std::find_if(places.begin(), places.end(), [&](const Place& p) { return p.sex == place.sex && p.decade == place.decade; });
        if (same == places.end()) {
            places.push_back(place);
            bands.push_back({{}, {}, {g.code}});
        } else {
            same->open = same->open || place.open;
            bands[static_cast<int>(same - places.begin())].groups << g.code;
        }
    }
    for (int i = 0; i < static_cast<int>(bands.size()); ++i) {
        const int from = places[i].decade * kWidth;
        const int to = places[i].open ? -1 : from + kWidth - 1;
        bands[i].key = ageBandKey(places[i].sex, from, to);
        bands[i].name = ageBandName(places[i].sex, from, to);
    }
    return bands;
}

QString sentenceWithBands(const Query& query, const GroupScheme& scheme) {
    const QVector<AgeBand> bands = ageBands(scheme);
    if (query.groups.isEmpty() || bands.isEmpty()) return query.toSentence(&scheme);
    Query shown = query;
    GroupScheme names = scheme;
    QStringList codes;
    for (const AgeBand& band : bands) {
        QStringList chosen;
        for (const QString& code : band.groups)
            if (query.groups.contains(code)) chosen << code;
        if (chosen.size() < band.groups.size()) {
            codes += chosen;
            continue;
        }
        // A band of one group already has its name; a band's key never means another group than its own.
        Group whole;
        whole.code = QStringLiteral("band ") + band.key;
        whole.name = whole.nameKo = band.name;
        names.groups.push_back(whole);
        codes << whole.code;
    }
    shown.groups = codes;
    return shown.toSentence(&names);
}

}  // namespace mudeung
