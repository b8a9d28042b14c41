// SPDX-License-Identifier: GPL-3.0-or-later
// A map as an image or a file, from the workspace to the pixels.
#include "ui/map/map_render.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

#include "core/export/run_file.h"
#include "ui/map/drawn_file.h"
#include "ui/map/map_compose.h"

namespace mudeung {

namespace {

constexpr int kMostScale = 4;

Status checkSize(QSize size) {
    if (size.width() >= 640 && size.height() >= 480 && size.width() <= 16384 && size.height() <= 16384) return done();
    return Error{ErrorCode::Usage,
                 QCoreApplication::translate("Map", "A map of %1 × %2 pixels cannot be drawn: choose from 640 × 480 to 16384 × 16384.")
                     .arg(size.width())
                     .arg(size.height()),
                 QString()};
}

ComposeOptions composed(const MapFile& file) {
    ComposeOptions options;
    options.size = file.size * file.scale;
    options.scale = composeScale(file.size) * file.scale;
    return options;
}

Drawing drawingOf(const MapDataPtr& map) {
    return {map->title, [map](const MapFile& file) { return composeMap(map, composed(file)); },
            [map](QPainter& painter, const MapFile& file) { paintComposedMap(painter, map, composed(file), Layers::AsShapes); }};
}

}  // namespace

Result<QImage> renderMap(const std::shared_ptr<Workspace>& workspace, const Query& query, const MapStyle& style, QSize size,
                         Progress& progress) {
    if (const Status possible = checkSize(size); !possible) return possible.error();
    const auto data = loadMapData(workspace, query, style, progress);
    if (!data) return data.error();
    ComposeOptions options;
    options.size = size;
    return composeMap(*data, options);
}

QStringList mapFileSuffixes() {
    return {QStringLiteral("png"), QStringLiteral("pdf"), QStringLiteral("svg")};
}

bool isMapFile(const QString& path) {
    return mapFileSuffixes().contains(QFileInfo(path).suffix().toLower());
}

Status checkMapFile(const MapFile& file) {
    if (file.scale < 1 || file.scale > kMostScale)
        return Error{
            ErrorCode::Usage,
            QCoreApplication::translate("Map", "A map can be drawn at the scales 1 to %1, not %2.").arg(kMostScale).arg(file.scale),
            QString()};
    if (const Status own = checkSize(file.size); !own) return own;
    return checkSize(file.size * file.scale);
}

Status writeMapFile(const std::shared_ptr<Workspace>& workspace, const Query& query, const MapStyle& style, const QString& path,
                    const MapFile& file, Progress& progress) {
    const auto possible = drawnFile(path, file);
    if (!possible) return possible.error();
    const MapFile& drawn = *possible;
    const auto map = loadMap(workspace, query, style, progress);
    if (!map) return map.error();
    auto receipt = makeReceipt(*workspace, map->shown(), ReceiptOf::Map, mapStyleJson(style));
    if (!receipt) return receipt.error();
    if (const Table* before = map->shownBefore()) {
        const auto other = makeReceipt(*workspace, *before, ReceiptOf::Map);
        if (!other) return other.error();
        receipt->compared.append(*other);
    }
    return writeDrawing(drawingOf(map->data), path, drawn, *receipt, progress);
}

Result<QImage> renderResultMap(const std::shared_ptr<Workspace>& workspace, const ShownResultPtr& shown, const MapStyle& style, QSize size,
                               Progress& progress) {
    if (const Status possible = checkSize(size); !possible) return possible.error();
    const auto data = loadResultMap(workspace, shown, style, progress);
    if (!data) return data.error();
    ComposeOptions options;
    options.size = size;
    return composeMap(*data, options);
}

Result<Receipt> resultMapReceipt(QueryEngine& engine, const ShownResult& shown, const MapStyle& style, Progress& progress) {
    auto receipt = runReceipt(engine, *shown.run, progress);
    if (!receipt) return receipt.error();
    receipt->what = ReceiptOf::Map;
    receipt->style = mapStyleJson(style);
    receipt->style.insert(QStringLiteral("kind"), QStringLiteral("result"));
    if (const ResultTable* table = shown.mapTable()) {
        receipt->style.insert(QStringLiteral("table"), table->id);
        receipt->style.insert(QStringLiteral("column"), shown.tableView(shown.table).mapColumn);
    } else if (const ResultGrid* grid = shown.mapGrid()) {
        receipt->style.insert(QStringLiteral("grid"), grid->id);
    }
    return receipt;
}

Status writeResultMapFile(const std::shared_ptr<QueryEngine>& engine, const ShownResultPtr& shown, const MapStyle& style,
                          const QString& path, const MapFile& file, Progress& progress) {
    const auto drawn = drawnFile(path, file);
    if (!drawn) return drawn.error();
    const auto map = loadResultMap(engine->workspace(), shown, style, progress);
    if (!map) return map.error();
    const auto receipt = resultMapReceipt(*engine, *shown, style, progress);
    if (!receipt) return receipt.error();
    return writeDrawing(drawingOf(*map), path, *drawn, *receipt, progress);
}

QJsonObject mapStyleJson(const MapStyle& style) {
    static const char* const kinds[] = {"density", "circles", "choropleth", "hexagons", "squares"};
    static const char* const kernels[] = {"quartic", "epanechnikov", "gaussian"};
    static const char* const methods[] = {"jenks", "quantiles", "equal", "headtail", "limits"};
    const auto kernel = style.kernel == Kernel::Gaussian ? 2 : style.kernel == Kernel::Epanechnikov ? 1 : 0;
    QJsonObject json{{"kind", kinds[static_cast<int>(style.kind)]}, {"dongs", style.showDongs}, {"places", style.showPlaces}};
    if (style.dark) json.insert(QStringLiteral("dark"), true);
    if (!style.showNames) json.insert(QStringLiteral("names"), false);
    if (style.comparesWith()) json.insert(QStringLiteral("before"), style.before.toJson());
    QJsonArray base;
    for (const BaseMap& map : style.baseMaps)
        if (map.shown) base.append(QJsonObject{{"file", QFileInfo(map.path).fileName()}, {"opacity", map.opacity}});
    if (!base.isEmpty()) json.insert(QStringLiteral("baseMaps"), base);
    if (style.lockedMaximum > 0.0) json.insert(QStringLiteral("maximum"), style.lockedMaximum);
    if (style.kind == MapKind::Density) {
        json.insert(QStringLiteral("kernel"), kernels[kernel]);
        json.insert(QStringLiteral("bandwidth"), style.bandwidthMeters > 0.0 ? style.bandwidthMeters : kWalkingBandwidthMeters);
    } else if (hasClasses(style.kind)) {
        if (isGrid(style.kind)) json.insert(QStringLiteral("cell"), style.gridMeters);
        json.insert(QStringLiteral("classes"), methods[static_cast<int>(style.classes)]);
        json.insert(QStringLiteral("classCount"), style.classCount);
        QJsonArray limits;
        for (const double limit : style.manualLimits) limits.append(limit);
        if (!limits.isEmpty()) json.insert(QStringLiteral("limits"), limits);
    }
    return json;
}

}  // namespace mudeung
