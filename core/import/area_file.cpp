// SPDX-License-Identifier: GPL-3.0-or-later
// Polygons of a vector file, made valid, brought to EPSG:4326 and united. Knows no profile and no workspace.
#include "core/import/area_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>
#include <memory>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

namespace mudeung {

namespace {

struct QuietErrors {
    QuietErrors() { CPLPushErrorHandler(CPLQuietErrorHandler); }
    ~QuietErrors() { CPLPopErrorHandler(); }
};

using GeometryPtr = std::unique_ptr<OGRGeometry>;

Error refused(const QString& message) {
    return {ErrorCode::InputRefused, message, QString::fromUtf8(CPLGetLastErrorMsg())};
}

/// Adds the polygons in `geometry` to `all`; points and lines that a repair leaves behind are dropped.
void addPolygons(const OGRGeometry& geometry, OGRMultiPolygon& all) {
    const auto type = wkbFlatten(geometry.getGeometryType());
    if (type == wkbPolygon) {
        all.addGeometry(&geometry);
    } else if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
        for (const auto* part : *geometry.toGeometryCollection()) addPolygons(*part, all);
    }
}

bool isPolygonal(const OGRGeometry* geometry) {
    if (!geometry || geometry->IsEmpty()) return false;
    OGRMultiPolygon found;
    const GeometryPtr linear(geometry->getLinearGeometry());
    if (linear) addPolygons(*linear, found);
    return found.getNumGeometries() > 0;
}

/// One feature's polygons, valid and in EPSG:4326; false when the coordinates cannot be transformed.
bool collect(const OGRGeometry& geometry, OGRCoordinateTransformation* toWgs84, OGRMultiPolygon& all) {
    GeometryPtr linear(geometry.getLinearGeometry());
    if (!linear) return false;
    linear->flattenTo2D();
    if (toWgs84 && linear->transform(toWgs84) != OGRERR_NONE) return false;
    if (!linear->IsValid()) linear.reset(linear->MakeValid());
    if (!linear) return false;
    addPolygons(*linear, all);
    return true;
}

Result<QString> unitedWkt(const OGRMultiPolygon& all, const QString& path) {
    const GeometryPtr united(all.UnionCascaded());
    char* text = nullptr;
    if (!united || united->IsEmpty() || united->exportToWkt(&text, wkbVariantIso) != OGRERR_NONE)
        return refused(QCoreApplication::translate("Import", "The polygons of %1 cannot be joined into one area.").arg(path));
    const QString wkt = QString::fromLatin1(text);
    CPLFree(text);
    return wkt;
}

}  // namespace

Result<QString> readAreaFile(const QString& path) {
    if (!QFileInfo(path).isReadable()) {
        return Error{
            ErrorCode::Io,
            QCoreApplication::translate("Import", "The area file %1 cannot be read; check the name and your permission.").arg(path),
            {}};
    }
    const QuietErrors quiet;
    GDALAllRegister();
    const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    OGRLayer* layer = dataset && dataset->GetLayerCount() > 0 ? dataset->GetLayer(0) : nullptr;
    if (!layer) {
        return refused(
            QCoreApplication::translate("Import", "%1 is not a file with polygons; an area can be a GeoJSON, Shapefile or GeoPackage.")
                .arg(path));
    }
    OGRSpatialReference wgs84;
    wgs84.SetFromUserInput("EPSG:4326");
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    std::unique_ptr<OGRCoordinateTransformation> toWgs84;
    if (const OGRSpatialReference* own = layer->GetSpatialRef()) {
        OGRSpatialReference source(*own);
        source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        if (!source.IsSame(&wgs84)) {
            toWgs84.reset(OGRCreateCoordinateTransformation(&source, &wgs84));
            if (!toWgs84) return refused(QCoreApplication::translate("Import", "The coordinate system of %1 is not known.").arg(path));
        }
    }
    OGRMultiPolygon all;
    layer->ResetReading();
    while (OGRFeatureUniquePtr feature{layer->GetNextFeature()}) {
        const OGRGeometry* geometry = feature->GetGeometryRef();
        if (!isPolygonal(geometry)) continue;
        if (!collect(*geometry, toWgs84.get(), all)) {
            return refused(QCoreApplication::translate("Import", "Feature %1 of %2 has coordinates that do not fit its coordinate system.")
                               .arg(static_cast<qint64>(feature->GetFID()))
                               .arg(path));
        }
    }
    if (all.getNumGeometries() == 0)
        return refused(QCoreApplication::translate("Import", "%1 holds no polygon; draw or choose an area and save it.").arg(path));
    return unitedWkt(all, path);
}

}  // namespace mudeung
