// SPDX-License-Identifier: GPL-3.0-or-later
// The join of rows to polygons by code, and districts as unions of their dongs.
#include "core/cube/area_shapes.h"

#include <algorithm>
#include <limits>
#include <ogr_spatialref.h>
#include <vector>

namespace mudeung {

namespace {

/// Layers of polygons of a kind, the newest import first.
Result<std::vector<Dataset>> polygonLayers(const Workspace& workspace, const PlaceKind& kind) {
    const auto datasets = workspace.datasets();
    if (!datasets) return datasets.error();
    std::vector<std::pair<qint64, Dataset>> layers;
    for (const Dataset& d : *datasets) {
        if (d.kind != DatasetKind::Layer || d.placeKind != kind || d.geometryType != QLatin1String("polygon")) continue;
        const auto batches = workspace.batches(d.id);
        if (!batches) return batches.error();
        qint64 newest = 0;
        for (const Batch& batch : *batches) newest = std::max(newest, batch.rowId);
        layers.emplace_back(newest, d);
    }
    std::sort(layers.begin(), layers.end(),
              [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second.rowId > b.second.rowId; });
    std::vector<Dataset> sorted;
    for (auto& [batch, dataset] : layers) sorted.push_back(std::move(dataset));
    return sorted;
}

OgrGeometryPtr multiPolygon(const QByteArray& wkb) {
    OGRGeometry* parsed = nullptr;
    if (wkb.isEmpty() ||
        OGRGeometryFactory::createFromWkb(wkb.constData(), nullptr, &parsed, static_cast<size_t>(wkb.size())) != OGRERR_NONE)
        return nullptr;
    return OgrGeometryPtr(OGRGeometryFactory::forceToMultiPolygon(parsed));
}

/// By code and alias, and dongs of 8 digits also under the 10 digits that queries use.
Result<QHash<QString, OgrGeometryPtr>> shapesOf(const Workspace& workspace, const PlaceKind& kind) {
    const auto layers = polygonLayers(workspace, kind);
    if (!layers) return layers.error();
    QHash<QString, OgrGeometryPtr> shapes;
    for (const Dataset& layer : *layers) {
        const auto features = workspace.features(layer.id);
        if (!features) return features.error();
        for (const Feature& f : *features) {
            const OgrGeometryPtr geometry = multiPolygon(f.wkb);
            if (!geometry) continue;
            QStringList codes{f.code.trimmed()};
            for (const QString& alias : f.aliases) codes << alias.trimmed();
            if (kind == QLatin1String("dong") && codes.first().size() == 8) codes << codes.first() + QStringLiteral("00");
            for (const QString& code : codes)
                if (!code.isEmpty() && !shapes.contains(code)) shapes.insert(code, geometry);
        }
    }
    return shapes;
}

/// The union of the dongs whose 10-digit code begins with `code`.
OgrGeometryPtr united(const QHash<QString, OgrGeometryPtr>& dongs, const QString& code) {
    OGRMultiPolygon parts;
    for (auto it = dongs.cbegin(); it != dongs.cend(); ++it) {
        if (it.key().size() != 10 || !it.key().startsWith(code)) continue;
        for (const OGRPolygon* polygon : *it.value()->toMultiPolygon()) parts.addGeometry(polygon);
    }
    if (parts.IsEmpty()) return nullptr;
    OGRGeometry* whole = parts.UnionCascaded();
    return whole ? OgrGeometryPtr(OGRGeometryFactory::forceToMultiPolygon(whole)) : nullptr;
}

}  // namespace

Result<QHash<QString, OgrGeometryPtr>> areaShapes(const Workspace& workspace, const Table& table) {
    const PlaceKind kind = table.by == Breakdown::Dong ? QStringLiteral("dong") : table.dataset.placeKind;
    auto shapes = shapesOf(workspace, kind);
    if (!shapes || (kind != QLatin1String("district") && kind != QLatin1String("province"))) return shapes;
    const auto dongs = shapesOf(workspace, QStringLiteral("dong"));
    if (!dongs) return dongs.error();
    for (const TableRow& row : table.rows) {
        if (shapes->contains(row.key) || row.key.isEmpty()) continue;
        if (const OgrGeometryPtr whole = united(*dongs, row.key)) shapes->insert(row.key, whole);
    }
    return shapes;
}

double squareKilometres(const OGRGeometry& geometry) {
    OGRSpatialReference degrees, plane;
    const bool known = degrees.importFromEPSG(4326) == OGRERR_NONE && plane.importFromEPSG(5186) == OGRERR_NONE;
    degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    plane.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const std::unique_ptr<OGRCoordinateTransformation> transform(known ? OGRCreateCoordinateTransformation(&degrees, &plane) : nullptr);
    const std::unique_ptr<OGRGeometry> projected(geometry.clone());
    if (!transform || projected->transform(transform.get()) != OGRERR_NONE) return std::numeric_limits<double>::quiet_NaN();
    return projected->toMultiPolygon()->get_Area() / 1e6;
}

}  // namespace mudeung
