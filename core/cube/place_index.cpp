// SPDX-License-Identifier: GPL-3.0-or-later
// The join of cube places to layer features, newest import first, and of points to dongs.
#include "core/cube/place_index.h"

#include <QMap>
#include <algorithm>
#include <cmath>

#include "core/cube/geometry.h"
#include "core/model/place_name.h"

namespace mudeung {

namespace {

struct Layer {
    qint64 batch = 0;
    Dataset dataset;
    std::vector<Feature> features;
};

bool hasPoint(double lon, double lat) {
    return std::isfinite(lon) && std::isfinite(lat);
}

/// Layers of a kind, the newest import first; features have their representative points.
Result<std::vector<Layer>> layersOf(const Workspace& workspace, const PlaceKind& kind) {
    const auto datasets = workspace.datasets();
    if (!datasets) return datasets.error();
    std::vector<Layer> layers;
    for (const Dataset& dataset : *datasets) {
        if (dataset.kind != DatasetKind::Layer || dataset.placeKind != kind) continue;
        const auto batches = workspace.batches(dataset.id);
        if (!batches) return batches.error();
        auto features = workspace.features(dataset.id);
        if (!features) return features.error();
        Layer layer{0, dataset, std::move(features).value()};
        for (const Batch& batch : *batches) layer.batch = std::max(layer.batch, batch.rowId);
        for (Feature& f : layer.features) {
            f.code = f.code.trimmed();
            if (hasPoint(f.lon, f.lat) || f.wkb.isEmpty()) continue;
            if (const auto point = representativePoint({f.wkb})) {
                f.lon = point->lon;
                f.lat = point->lat;
            }
        }
        layers.push_back(std::move(layer));
    }
    std::sort(layers.begin(), layers.end(), [](const Layer& a, const Layer& b) {
        if (a.batch != b.batch) return a.batch > b.batch;
        return a.dataset.rowId != b.dataset.rowId ? a.dataset.rowId > b.dataset.rowId : a.dataset.id < b.dataset.id;
    });
    return layers;
}

bool isDigits(const QString& text, int length) {
    return text.size() == length &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
}

/// The 10-digit code of a dong feature; statistics offices also write 8 digits (the last two are always 00).
QString dongCode(const Feature& feature) {
    if (isDigits(feature.code, 10)) return feature.code;
    for (const QString& alias : feature.aliases)
        if (isDigits(alias.trimmed(), 10)) return alias.trimmed();
    return isDigits(feature.code, 8) ? feature.code + QLatin1String("00") : feature.code;
}

using CodeIndex = QHash<QString, const Feature*>;

/// Located features by code, then by alias; what stands in the index already is kept.
void addToIndex(const Layer& layer, CodeIndex* index) {
    const auto add = [index](const QString& code, const Feature& feature) {
        if (!code.isEmpty() && !index->contains(code)) index->insert(code, &feature);
    };
    for (const Feature& f : layer.features)
        if (hasPoint(f.lon, f.lat)) add(f.code, f);
    for (const Feature& f : layer.features)
        if (hasPoint(f.lon, f.lat))
            for (const QString& alias : f.aliases) add(alias.trimmed(), f);
}

constexpr double kLeastShareKnown = 0.05;  ///< of the cube's places, or of the layer's own features
constexpr double kSameSpotKm = 5.0;
constexpr double kLeastShareAgreeing = 0.5;

bool sameSpot(const Feature& a, const Feature& b) {
    const double north = (a.lat - b.lat) * 111.2;
    const double east = (a.lon - b.lon) * 111.2 * std::cos((a.lat + b.lat) / 2.0 * 3.14159265358979 / 180.0);
    return std::hypot(north, east) <= kSameSpotKm;
}

/// What one layer knows of a cube's places.
struct LayerMatch {
    const Layer* layer = nullptr;
    CodeIndex known;
};

LayerMatch matchLayer(const Layer& layer, const std::vector<Place>& places) {
    LayerMatch match{&layer, {}};
    CodeIndex all;
    addToIndex(layer, &all);
    for (const Place& place : places) {
        const QString code = place.code.trimmed();
        const auto found = all.constFind(code);
        if (found != all.constEnd()) match.known.insert(code, *found);
    }
    return match;
}

/// Stop numbers are given by each city on its own: a layer that shares some numbers by chance must not move stops into another city.
/// It is taken when it knows a fair part of the places (or they are a fair part of it) and agrees with the layer that knows most.
bool servesCube(const LayerMatch& match, const LayerMatch& best, std::size_t places) {
    const double known = static_cast<double>(match.known.size());
    const double own = static_cast<double>(match.layer->features.size());
    if (known < kLeastShareKnown * static_cast<double>(places) && known < kLeastShareKnown * own) return false;
    if (match.layer == best.layer) return true;
    int shared = 0;
    int agreeing = 0;
    for (auto it = match.known.constBegin(); it != match.known.constEnd(); ++it) {
        const auto other = best.known.constFind(it.key());
        if (other == best.known.constEnd()) continue;
        ++shared;
        if (sameSpot(**it, **other)) ++agreeing;
    }
    return shared == 0 || agreeing >= kLeastShareAgreeing * shared;
}

/// Places by code; of the layers that serve the cube the newest counts.
CodeIndex indexFor(const std::vector<Layer>& layers, const std::vector<Place>& places) {
    std::vector<LayerMatch> matches;
    for (const Layer& layer : layers) matches.push_back(matchLayer(layer, places));
    const auto best = std::max_element(matches.begin(), matches.end(),
                                       [](const LayerMatch& a, const LayerMatch& b) { return a.known.size() < b.known.size(); });
    CodeIndex index;
    for (const LayerMatch& match : matches) {
        if (!servesCube(match, *best, places.size())) continue;
        for (auto it = match.known.constBegin(); it != match.known.constEnd(); ++it)
            if (!index.contains(it.key())) index.insert(it.key(), *it);
    }
    return index;
}

/// Dongs of all editions by 10-digit code; `wkb` is kept for unions.
struct Dong {
    DongInfo info;
    QByteArray wkb;
};

QMap<QString, Dong> dongsByCode(const std::vector<Layer>& layers) {
    QMap<QString, Dong> dongs;
    for (const Layer& layer : layers) {
        for (const Feature& f : layer.features) {
            const QString code = dongCode(f);
            if (!code.isEmpty() && !dongs.contains(code)) dongs.insert(code, {{code, f.name, f.lon, f.lat}, f.wkb});
        }
    }
    return dongs;
}

void locateByPrefix(const QMap<QString, Dong>& dongs, LocatedPlace* place) {
    std::vector<QByteArray> parts;
    for (auto it = dongs.lowerBound(place->code); it != dongs.end() && it.key().startsWith(place->code); ++it)
        if (!it->wkb.isEmpty()) parts.push_back(it->wkb);
    if (const auto point = representativePoint(parts)) {
        place->lon = point->lon;
        place->lat = point->lat;
    }
}

void locateDong(const QMap<QString, Dong>& dongs, const CodeIndex& byCode, LocatedPlace* place) {
    QString code = place->code;
    if (!dongs.contains(code)) {
        const Feature* feature = byCode.value(code);
        if (feature)
            code = dongCode(*feature);
        else if (isDigits(code, 8))
            code += QLatin1String("00");
    }
    place->dong = code;
    place->dongName = place->name;
    const auto it = dongs.find(code);
    if (it == dongs.end()) return;
    if (!it->info.name.isEmpty()) place->dongName = it->info.name;
    if (!hasPoint(it->info.lon, it->info.lat)) return;
    place->lon = it->info.lon;
    place->lat = it->info.lat;
}

/// Fills the dong of every located place.
class DongFinder {
public:
    explicit DongFinder(const std::vector<Layer>& layers) {
        for (const Layer& layer : layers) {
            std::vector<const Feature*> sorted;
            for (const Feature& f : layer.features)
                if (!f.wkb.isEmpty()) sorted.push_back(&f);
            std::sort(sorted.begin(), sorted.end(), [](const Feature* a, const Feature* b) { return dongCode(*a) < dongCode(*b); });
            for (const Feature* f : sorted) {
                m_polygons.addWkb(f->wkb);
                m_features.push_back(f);
            }
        }
    }

    void fill(LocatedPlace* place) const {
        if (!place->located()) return;
        const int number = m_polygons.find({place->lon, place->lat});
        if (number < 0) return;
        place->dong = dongCode(*m_features[static_cast<std::size_t>(number)]);
        place->dongName = m_features[static_cast<std::size_t>(number)]->name;
    }

private:
    PolygonIndex m_polygons;
    std::vector<const Feature*> m_features;
};

}  // namespace

Result<std::vector<LocatedPlace>> locatePlaces(const Workspace& workspace, const Dataset& cube) {
    const auto places = workspace.places(cube.id);
    if (!places) return places.error();
    const auto dongLayers = layersOf(workspace, QStringLiteral("dong"));
    if (!dongLayers) return dongLayers.error();
    const bool isDong = cube.placeKind == QLatin1String("dong");
    const bool isArea = cube.placeKind == QLatin1String("district") || cube.placeKind == QLatin1String("province");
    const auto ownLayers = isDong ? dongLayers : layersOf(workspace, cube.placeKind);
    if (!ownLayers) return ownLayers.error();
    const CodeIndex byCode = indexFor(*ownLayers, *places);
    const QMap<QString, Dong> dongs = dongsByCode(*dongLayers);
    const DongFinder finder(*dongLayers);

    std::vector<LocatedPlace> located;
    located.reserve(places->size());
    for (const Place& place : *places) {
        LocatedPlace l{place.code.trimmed(), place.name, kNoCoordinate, kNoCoordinate, {}, {}, false};
        if (isDong) {
            locateDong(dongs, byCode, &l);
        } else if (const Feature* feature = l.code.isEmpty() ? nullptr : byCode.value(l.code)) {
            l.lon = feature->lon;
            l.lat = feature->lat;
            if (l.name.trimmed().isEmpty()) l.name = feature->name;
        } else if (isArea && !l.code.isEmpty()) {
            locateByPrefix(dongs, &l);
        }
        if (!l.located() && hasPoint(place.lon, place.lat)) {
            l.lon = place.lon;
            l.lat = place.lat;
        }
        // An area larger than a dong lies in none, although its centre does.
        if (!isDong && !isArea) finder.fill(&l);
        located.push_back(std::move(l));
    }
    const QSet<QString> several = namesOfSeveral(located, [](const LocatedPlace& l) { return l.name; });
    for (LocatedPlace& l : located) l.namesake = several.contains(l.name);
    return located;
}

Result<QSet<QString>> codesOnMap(const Workspace& workspace, const PlaceKind& kind, const std::vector<Place>& places) {
    const auto layers = layersOf(workspace, kind);
    if (!layers) return layers.error();
    QSet<QString> codes;
    const CodeIndex known = indexFor(*layers, places);
    for (auto it = known.constBegin(); it != known.constEnd(); ++it) codes.insert(it.key());
    return codes;
}

Result<std::vector<DongInfo>> knownDongs(const Workspace& workspace) {
    const auto layers = layersOf(workspace, QStringLiteral("dong"));
    if (!layers) return layers.error();
    std::vector<DongInfo> list;
    for (const Dong& dong : dongsByCode(*layers)) list.push_back(dong.info);
    return list;
}

}  // namespace mudeung
