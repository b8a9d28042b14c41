// SPDX-License-Identifier: GPL-3.0-or-later
// Coordinates of the same code in several sources: the one in use against each other one.
#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/analysis/quality/quality.h"
#include "core/cube/geometry.h"
#include "core/cube/place_index.h"
#include "core/model/names.h"

namespace mudeung {

namespace {

constexpr double kEarthMetres = 6'371'008.8;  ///< mean radius, IUGG
constexpr double kOtherCityMetres = 5000.0;   ///< as the join of layers judges it
constexpr double kLeastShareAgreeing = 0.5;

struct Spot {
    double lon = kNoCoordinate;
    double lat = kNoCoordinate;
};

struct Source {
    QString title;  ///< empty = the file of the numbers
    QHash<QString, Spot> spots;
};

Source sourceOf(const Dataset& layer, const std::vector<Feature>& features) {
    Source source{datasetTitle(layer), {}};
    const auto add = [&source](const QString& code, const Spot& spot) {
        if (!code.isEmpty() && !source.spots.contains(code)) source.spots.insert(code, spot);
    };
    const auto spotOf = [](const Feature& f) {
        if (std::isfinite(f.lon) && std::isfinite(f.lat)) return Spot{f.lon, f.lat};
        const auto point = f.wkb.isEmpty() ? std::nullopt : representativePoint({f.wkb});
        return point ? Spot{point->lon, point->lat} : Spot{};
    };
    for (const bool aliases : {false, true})
        for (const Feature& f : features) {
            const Spot spot = spotOf(f);
            if (!std::isfinite(spot.lon)) continue;
            if (!aliases) add(f.code.trimmed(), spot);
            if (!aliases) continue;
            for (const QString& alias : f.aliases) add(alias.trimmed(), spot);
        }
    return source;
}

}  // namespace

double metresBetween(double lonA, double latA, double lonB, double latB) {
    constexpr double rad = std::numbers::pi / 180.0;
    const double north = std::sin((latB - latA) * rad / 2.0);
    const double east = std::sin((lonB - lonA) * rad / 2.0);
    const double h = north * north + std::cos(latA * rad) * std::cos(latB * rad) * east * east;
    return 2.0 * kEarthMetres * std::asin(std::min(1.0, std::sqrt(h)));
}

Result<Moves> movedPlaces(const Workspace& workspace, const Dataset& cube) {
    const auto inUse = locatePlaces(workspace, cube);
    if (!inUse) return inUse.error();
    const auto own = workspace.places(cube.id);
    if (!own) return own.error();
    const auto datasets = workspace.datasets();
    if (!datasets) return datasets.error();
    std::vector<Source> sources;
    Source numbers;
    for (const Place& place : *own)
        if (std::isfinite(place.lon) && std::isfinite(place.lat)) numbers.spots.insert(place.code.trimmed(), {place.lon, place.lat});
    if (!numbers.spots.isEmpty()) sources.push_back(numbers);
    for (const Dataset& dataset : *datasets) {
        if (dataset.kind != DatasetKind::Layer || dataset.placeKind != cube.placeKind) continue;
        const auto features = workspace.features(dataset.id);
        if (!features) return features.error();
        sources.push_back(sourceOf(dataset, *features));
    }
    Moves moves;
    for (const Source& source : sources) {
        QVector<QualityFinding> found;
        int shared = 0;
        int near = 0;
        for (const LocatedPlace& place : *inUse) {
            const auto other = source.spots.constFind(place.code);
            if (!place.located() || other == source.spots.constEnd()) continue;
            ++shared;
            QualityFinding finding;
            finding.kind = FindingKind::Moved;
            finding.code = place.code;
            finding.name = place.name.isEmpty() ? place.code : place.name;
            finding.amount = metresBetween(place.lon, place.lat, other->lon, other->lat);
            finding.second = source.title;
            near += finding.amount <= kOtherCityMetres ? 1 : 0;
            if (finding.amount > kMovedMetres) found.append(finding);
        }
        // Another city's layer that uses the same numbers says nothing about these places.
        if (shared == 0 || near < kLeastShareAgreeing * shared) continue;
        ++moves.sources;
        moves.findings += found;
    }
    std::stable_sort(moves.findings.begin(), moves.findings.end(),
                     [](const QualityFinding& a, const QualityFinding& b) { return a.amount > b.amount; });
    return moves;
}

}  // namespace mudeung
