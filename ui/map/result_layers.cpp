// SPDX-License-Identifier: GPL-3.0-or-later
// Layers of a result of an analysis: areas and cells by class, a grid as a picture, places as circles.
#include <QPainter>
#include <cmath>
#include <qgsmaptopixel.h>
#include <qgsrendercontext.h>

#include "ui/map/density_picture.h"
#include "ui/map/picture_layer.h"
#include "ui/map/place_discs.h"
#include "ui/map/result_map.h"

namespace mudeung {
namespace {

void drawAreas(QgsRenderContext& context, const PictureInput& input) {
    const MapData& data = *input.data;
    if (!data.result) return;
    const ResultMap& result = *data.result;
    if (const ResultGrid* grid = result.shown->mapTable() ? nullptr : result.shown->mapGrid()) {
        const bool both = result.bothSigns;
        drawGrid(context, grid->grid, both ? -result.gridTop : 0.0, result.gridTop,
                 both ? input.palette.changeTable() : input.palette.densityTable());
        return;
    }
    QPainter& painter = *context.painter();
    const double scale = outputScale(context);
    QColor line = input.palette.outline;
    line.setAlpha(150);
    for (int i = 0; i < static_cast<int>(data.cells.size()); ++i) {
        if (context.renderingStopped()) return;
        const int cls = result.areaClass.value(i, -1);
        if (cls < 0 || !data.cells[i].box.intersects(context.mapExtent())) continue;
        const ResultClass& of = result.classes[cls];
        const QPainterPath path = shapePath(data.cells[i], context.mapToPixel());
        QColor fill = resultColor(input.palette, of);
        if (of.isQuiet()) fill.setAlphaF(0.55 * fill.alphaF());
        fill.setAlphaF(fill.alphaF() * areaOpacity(data.style));
        painter.setPen(QPen(line, 0.5 * scale));
        painter.setBrush(of.kind == ResultClass::Kind::NoData ? QBrush(input.palette.noData, Qt::BDiagPattern)
                         : of.kind == ResultClass::Kind::Zero ? QBrush(Qt::NoBrush)  // zero is the land itself
                                                              : QBrush(fill));
        painter.drawPath(path);
    }
}

void drawPlaces(QgsRenderContext& context, const PictureInput& input) {
    const MapData& data = *input.data;
    if (!data.result) return;
    const double scale = outputScale(context);
    std::vector<DiscLook> looks;
    for (const ResultClass& of : data.result->classes) {
        const CircleLook look = resultCircle(input.palette, of);
        looks.push_back({look.fill, look.line, 0.8 * scale});
    }
    PlaceDiscs discs(context, kLargestCircleRadius * scale, data.places.size());
    for (int i = 0; i < static_cast<int>(data.places.size()); ++i) {  // what is quiet first, then weak before strong
        const int cls = data.result->placeClass.value(i, -1);
        if (cls >= 0) discs.add(data.places[i].at, placeRadius(data, i) * scale, cls);
    }
    discs.draw(looks, DiscOrder::AsGiven);
}

}  // namespace

CircleLook resultCircle(const MapPalette& palette, const ResultClass& of) {
    // Counted zero is a ring, what has no data or was not tested a faint ring: neither looks like a number.
    if (of.kind == ResultClass::Kind::Zero) return {QColor(0, 0, 0, 0), palette.stop};
    if (of.kind == ResultClass::Kind::NoData || (of.isQuiet() && std::isnan(of.category.tone))) return {QColor(0, 0, 0, 0), palette.noData};
    CircleLook look{resultColor(palette, of), palette.dark ? QColor(0x12, 0x15, 0x1a, 200) : QColor(0xff, 0xff, 0xff, 220)};
    // Opaque: one upon another they would make colours that no legend has. Quiet ones are darker than areas of that kind, being small.
    if (of.isQuiet()) look.fill = palette.dark ? look.fill.darker(125) : look.fill.darker(130);
    if (!of.isQuiet()) look.line = palette.dark ? look.fill.lighter(135) : look.fill.darker(150);
    return look;
}

ResultAreasLayer::ResultAreasLayer() : PictureLayer(QStringLiteral("resultAreas"), drawAreas) {}
ResultPlacesLayer::ResultPlacesLayer() : PictureLayer(QStringLiteral("resultPlaces"), drawPlaces) {}

}  // namespace mudeung
