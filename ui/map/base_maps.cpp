// SPDX-License-Identifier: GPL-3.0-or-later
// Which QGIS layer a file becomes, and its quiet colours.
#include "ui/map/base_maps.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTextDocumentFragment>
#include <algorithm>
#include <qgsdatasourceuri.h>
#include <qgsfillsymbol.h>
#include <qgslinesymbol.h>
#include <qgsmarkersymbol.h>
#include <qgsmbtiles.h>
#include <qgsproviderregistry.h>
#include <qgsprovidersublayerdetails.h>
#include <qgsrasterdataprovider.h>
#include <qgsrasterlayer.h>
#include <qgssinglesymbolrenderer.h>
#include <qgsvectorlayer.h>
#include <qgsvectortilebasicrenderer.h>
#include <qgsvectortilelayer.h>

#include "core/base/result.h"

namespace mudeung {
namespace {

using Layers = QVector<std::shared_ptr<QgsMapLayer>>;

Error refusal(const QString& path, const QString& why, const QString& detail = QString()) {
    return {ErrorCode::Io, QCoreApplication::translate("Map", "The base map %1 was left out: %2").arg(QFileInfo(path).fileName(), why),
            detail};
}

struct Greys {
    QColor fill;
    QColor line;
    QColor point;
};

Greys greysFor(bool dark) {
    if (dark) return {QColor(0x26, 0x2c, 0x34), QColor(0x4a, 0x53, 0x5f), QColor(0x6a, 0x74, 0x80)};
    return {QColor(0xec, 0xed, 0xee), QColor(0xc2, 0xc6, 0xcb), QColor(0xa0, 0xa6, 0xad)};
}

QgsFeatureRenderer* quietRenderer(Qgis::GeometryType type, const Greys& greys) {
    const auto named = [](const QColor& color) { return color.name(); };
    QgsSymbol* symbol = nullptr;
    if (type == Qgis::GeometryType::Polygon) {
        symbol = QgsFillSymbol::createSimple({{QStringLiteral("color"), named(greys.fill)},
                                              {QStringLiteral("outline_color"), named(greys.line)},
                                              {QStringLiteral("outline_width"), QStringLiteral("0.15")}});
    } else if (type == Qgis::GeometryType::Line) {
        symbol =
            QgsLineSymbol::createSimple({{QStringLiteral("color"), named(greys.line)}, {QStringLiteral("width"), QStringLiteral("0.3")}});
    } else {
        symbol = QgsMarkerSymbol::createSimple({{QStringLiteral("color"), named(greys.point)},
                                                {QStringLiteral("outline_style"), QStringLiteral("no")},
                                                {QStringLiteral("size"), QStringLiteral("0.9")}});
    }
    return new QgsSingleSymbolRenderer(symbol);
}

void dressLayer(QgsMapLayer& layer, bool dark, double opacity) {
    const Greys greys = greysFor(dark);
    if (auto* vector = qobject_cast<QgsVectorLayer*>(&layer)) {
        vector->setRenderer(quietRenderer(vector->geometryType(), greys));
    } else if (auto* tiles = qobject_cast<QgsVectorTileLayer*>(&layer)) {
        auto renderer = std::make_unique<QgsVectorTileBasicRenderer>();
        renderer->setStyles(
            QgsVectorTileBasicRenderer::simpleStyle(greys.fill, greys.line, 0.1, greys.line, 0.3, greys.point, greys.point, 0.8));
        tiles->setRenderer(renderer.release());
    }
    layer.setOpacity(std::clamp(opacity, 0.0, 1.0));
}

/// Between two zoom levels, and projected anew, single pixels would make letters unreadable.
void smooth(QgsRasterLayer& picture) {
    QgsRasterDataProvider& source = *picture.dataProvider();
    picture.setResamplingStage(Qgis::RasterResamplingStage::Provider);
    source.enableProviderResampling(true);
    source.setZoomedInResamplingMethod(QgsRasterDataProvider::ResamplingMethod::Bilinear);
    source.setZoomedOutResamplingMethod(QgsRasterDataProvider::ResamplingMethod::Bilinear);
}

Result<Layers> openTiles(const QString& path) {
    QgsMbTiles reader(path);
    if (!reader.open()) return refusal(path, QCoreApplication::translate("Map", "it is not an MBTiles file."));
    const QString name = QFileInfo(path).completeBaseName();
    std::shared_ptr<QgsMapLayer> layer;
    if (reader.metadataValue(QStringLiteral("format")) == QLatin1String("pbf")) {
        QgsDataSourceUri source;
        source.setParam(QStringLiteral("type"), QStringLiteral("mbtiles"));
        source.setParam(QStringLiteral("url"), path);
        layer = std::make_shared<QgsVectorTileLayer>(QString::fromUtf8(source.encodedUri()), name);
    } else {
        const auto picture = std::make_shared<QgsRasterLayer>(path, name, QStringLiteral("gdal"));
        if (picture->isValid()) smooth(*picture);
        layer = picture;
    }
    if (!layer->isValid()) return refusal(path, QCoreApplication::translate("Map", "its tiles cannot be read."), layer->error().message());
    return Layers{layer};
}

/// Every layer of a GeoPackage or GeoJSON that has a geometry; polygons first, so that lines and points lie over them.
Result<Layers> openVectors(const QString& path) {
    const auto parts = QgsProviderRegistry::instance()->querySublayers(path, Qgis::SublayerQueryFlag::ResolveGeometryType);
    const QgsProviderSublayerDetails::LayerOptions options{QgsCoordinateTransformContext()};
    Layers layers;
    for (const QgsProviderSublayerDetails& part : parts) {
        const bool drawable = part.type() == Qgis::LayerType::Raster ||
                              (part.type() == Qgis::LayerType::Vector && part.wkbType() != Qgis::WkbType::NoGeometry);
        if (!drawable) continue;
        const std::shared_ptr<QgsMapLayer> layer(part.toLayer(options));
        if (layer && layer->isValid()) layers.append(layer);
    }
    if (layers.isEmpty()) return refusal(path, QCoreApplication::translate("Map", "nothing in it can be drawn on a map."));
    const auto rank = [](const std::shared_ptr<QgsMapLayer>& layer) {
        const auto* vector = qobject_cast<const QgsVectorLayer*>(layer.get());
        return !vector                                                 ? 0
               : vector->geometryType() == Qgis::GeometryType::Polygon ? 1
               : vector->geometryType() == Qgis::GeometryType::Line    ? 2
                                                                       : 3;
    };
    std::stable_sort(layers.begin(), layers.end(), [&rank](const auto& a, const auto& b) { return rank(a) > rank(b); });
    return layers;
}

bool isTiles(const QFileInfo& file) {
    return file.suffix().compare(QLatin1String("mbtiles"), Qt::CaseInsensitive) == 0;
}

Result<Layers> openFile(const QString& path) {
    const QFileInfo file(path);
    if (!file.isFile())
        return refusal(path, QCoreApplication::translate("Map", "the file is not there any more."), file.absoluteFilePath());
    if (!file.isReadable()) return refusal(path, QCoreApplication::translate("Map", "the file may not be read."), file.absoluteFilePath());
    return isTiles(file) ? openTiles(path) : openVectors(path);
}

QStringList shownPaths(const MapStyle& style) {
    QStringList paths;
    for (const BaseMap& map : style.baseMaps) {
        if (map.shown && !paths.contains(map.path)) paths.append(map.path);
    }
    return paths;
}

}  // namespace

BaseMapsPtr BaseMaps::open(const MapStyle& style, const BaseMapsPtr& before, QThread* home) {
    if (before && before->suits(style)) return before;
    auto maps = std::make_shared<BaseMaps>();
    maps->m_paths = shownPaths(style);
    for (const QString& path : maps->m_paths) {
        if (before && before->m_layers.contains(path)) {
            maps->m_layers.insert(path, before->m_layers.value(path));
            continue;
        }
        const auto opened = openFile(path);
        if (!opened) {
            maps->m_problems.append({path, opened.error()});
            continue;
        }
        for (const auto& layer : *opened) {
            if (home) layer->moveToThread(home);
        }
        maps->m_layers.insert(path, *opened);
    }
    return maps;
}

bool BaseMaps::suits(const MapStyle& style) const {
    return m_paths == shownPaths(style);
}

void BaseMaps::dress(const MapStyle& style) const {
    for (const BaseMap& map : style.baseMaps) {
        for (const auto& layer : m_layers.value(map.path)) dressLayer(*layer, style.dark, map.opacity);
    }
}

QList<QgsMapLayer*> BaseMaps::layers() const {
    QList<QgsMapLayer*> all;
    for (const QString& path : m_paths) {
        for (const auto& layer : m_layers.value(path)) all.append(layer.get());
    }
    return all;
}

QString baseMapSource(const MapStyle& style) {
    QStringList sources;
    for (const QString& path : shownPaths(style)) {
        const QFileInfo file(path);
        if (!file.isFile()) continue;
        QString attribution;
        if (isTiles(file)) {
            QgsMbTiles reader(path);
            const bool readable =
                reader.open() && !(reader.metadataValue(QStringLiteral("format")) + reader.metadataValue(QStringLiteral("name"))).isEmpty();
            if (!readable) continue;  // left out of the map, too
            attribution = QTextDocumentFragment::fromHtml(reader.metadataValue(QStringLiteral("attribution"))).toPlainText().simplified();
        }
        sources << (attribution.isEmpty() ? file.fileName() : QStringLiteral("%1 (%2)").arg(file.fileName(), attribution));
    }
    return sources.isEmpty() ? QString() : QCoreApplication::translate("Map", "Base map: %1.").arg(sources.join(QStringLiteral(", ")));
}

}  // namespace mudeung
