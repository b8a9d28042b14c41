// SPDX-License-Identifier: GPL-3.0-or-later
// What lies at each stop and how many people of each group board there on a mean day.
#include <algorithm>
#include <cmath>
#include <set>

#include "core/sample/layout.h"
#include "core/sample/random.h"

namespace mudeung::sample {
namespace {

double nearestStation(const City& city, Point p, QString* name) {
    double best = 1e18;
    for (const Station& station : city.facts.stations) {
        const double d = distanceMeters(p, pointAt(station.lon, station.lat));
        if (d >= best) continue;
        best = d;
        if (name != nullptr) *name = station.name;
    }
    return best;
}

double residentialOf(const QString& kind) {
    if (kind == QLatin1String("home")) return 0.85;
    if (kind == QLatin1String("old")) return 0.5;
    return kind == QLatin1String("work") ? 0.4 : 0.35;
}

void boost(GroupValues& weights, const QString& kind) {
    if (kind == QLatin1String("child")) weights[0] *= 3.0;
    if (kind == QLatin1String("youth")) weights[1] *= 3.2;
    if (kind == QLatin1String("young")) weights[2] *= 2.6;
    if (kind == QLatin1String("old")) {
        weights[4] *= 1.3;
        weights[5] *= 2.0;
        weights[6] *= 2.3;
    }
}

QString freshName(const Facts& facts, const Landmark& landmark, std::set<QString>& used, Random& random) {
    const QStringList& stems = facts.landmarkStems;
    const QStringList& suffixes = facts.landmarkSuffixes;
    for (int attempt = 0;; ++attempt) {
        const QString stem = stems[random.below(static_cast<int>(stems.size()))];
        const QString suffix = suffixes[attempt < 4 ? 0 : random.below(static_cast<int>(suffixes.size()))];
        QString name = stem + landmark.text + suffix;
        if (attempt > 40) name += QString::number(attempt);
        if (used.insert(name).second) return name;
    }
}

}  // namespace

void nameStops(City& city) {
    Random random(city.options.seed, "names");
    std::set<QString> used;
    const auto& landmarks = city.facts.landmarks;
    for (std::size_t i = 0; i < city.stops.size(); ++i) {
        Stop& stop = city.stops[i];
        if (i > 0 && city.stops[i - 1].pair == stop.pair) {
            stop.name = city.stops[i - 1].name;
            stop.kind = city.stops[i - 1].kind;
            continue;
        }
        QString station;
        const bool atStation = nearestStation(city, stop.at, &station) < 260.0;
        if (atStation && used.insert(station).second) {
            stop.name = station;
            stop.kind = QStringLiteral("work");
            continue;
        }
        const Landmark& landmark = landmarks[random.below(static_cast<int>(landmarks.size()))];
        stop.kind = landmark.kind;
        stop.name = freshName(city.facts, landmark, used, random);
    }
}

void weighStops(City& city) {
    Random random(city.options.seed, "demand");
    double residents = 0.0;
    double area = 0.0;
    GroupValues cityShare{};
    for (const Dong& dong : city.dongs) {
        residents += dong.total;
        area += dong.areaKm2;
        for (int g = 0; g < kGroups; ++g) cityShare[g] += dong.residentsByGroup[g];
    }
    GroupValues sums{};
    for (Stop& stop : city.stops) {
        const Dong& dong = city.dongs[stop.dong];
        const double km = distanceMeters(stop.at, city.facts.centre) / 1000.0;
        const double central = std::exp(-km * km / 6.0);
        const double density = std::clamp(std::sqrt(dong.total / dong.areaKm2 / (residents / area)), 0.25, 2.2);
        const double station = nearestStation(city, stop.at, nullptr) < 350.0 ? 1.8 : 1.0;
        const double base = std::exp(0.5 * random.normal()) * density * (1.0 + 2.2 * central) * station;
        for (int g = 0; g < kGroups; ++g) {
            const double own = static_cast<double>(dong.residentsByGroup[g]) / std::max(1, dong.total);
            stop.dailyBoarding[g] = base * std::pow(own / (cityShare[g] / residents), 0.8) * std::exp(0.15 * random.normal());
        }
        boost(stop.dailyBoarding, stop.kind);
        stop.residential = std::clamp(residentialOf(stop.kind) * (1.0 - 0.5 * central) + 0.12 * random.normal(), 0.05, 0.95);
        for (int g = 0; g < kGroups; ++g) sums[g] += stop.dailyBoarding[g];
    }
    const double perDay = city.facts.boardingsPerStopYear * static_cast<double>(city.stops.size()) / 365.0;
    for (Stop& stop : city.stops)
        for (int g = 0; g < kGroups; ++g) stop.dailyBoarding[g] *= perDay * city.facts.busShare[g] / sums[g];
}

}  // namespace mudeung::sample
