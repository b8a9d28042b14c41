// SPDX-License-Identifier: GPL-3.0-or-later
// Layers of polygons: land, classes by area, boundaries, names.
#include <QLineF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <qgsmaptopixel.h>
#include <qgsrendercontext.h>

#include "ui/common/text_layout.h"
#include "ui/map/picture_layer.h"

namespace mudeung {

QPainterPath shapePath(const CityShape& shape, const QgsMapToPixel& toPixel) {
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const QPolygonF& ring : shape.rings) {
        QPolygonF points;
        points.reserve(ring.size());
        for (const QPointF& p : ring) {
            const QPointF at = toPixel.transform(p.x(), p.y()).toQPointF();
            // Vertices closer than a third of a pixel only cost time.
            if (points.isEmpty() || (at - points.last()).manhattanLength() > 0.3) points.append(at);
        }
        if (points.size() >= 3) path.addPolygon(points);
        path.closeSubpath();
    }
    return path;
}

namespace {

void drawLand(QgsRenderContext& context, const PictureInput& input) {
    QPainter& painter = *context.painter();
    painter.setBrush(input.palette.land);
    painter.setPen(QPen(input.palette.land, 1.0));  // closes the hair lines between neighbours
    for (const CityShape& shape : input.data->city->shapes) {
        if (context.renderingStopped()) return;
        if (shape.box.intersects(context.mapExtent())) painter.drawPath(shapePath(shape, context.mapToPixel()));
    }
}

QColor fillOf(const PictureInput& input, double value) {
    const Classes& classes = input.data->classes;
    QColor fill = input.data->comparison ? input.palette.changeColor(value > 0.0, classes.classOf(std::abs(value)), classes.count())
                                         : input.palette.classColor(classes.classOf(value), classes.count());
    fill.setAlphaF(areaOpacity(input.data->style));
    return fill;
}

void drawChoropleth(QgsRenderContext& context, const PictureInput& input) {
    QPainter& painter = *context.painter();
    const MapData& data = *input.data;
    painter.setPen(Qt::NoPen);
    // Cells of the lowest class are nearly as light, or on a dark map as dark, as the land: where they are not too small they have an edge.
    // The others need none, and edges take as long as fills.
    constexpr double kEdgedPixels = 6.0;
    const double scale = outputScale(context);
    const bool edged = isGrid(data.style.kind) && data.style.gridMeters >= kEdgedPixels * context.mapToPixel().mapUnitsPerPixel() * scale;
    const QVector<CityShape>& areas = data.areas();
    for (int i = 0; i < static_cast<int>(areas.size()) && i < static_cast<int>(data.shapeValues.size()); ++i) {
        const CityShape& shape = areas[i];
        if (context.renderingStopped()) return;
        if (!shape.box.intersects(context.mapExtent())) continue;
        const double value = data.shapeValues[i];
        const bool silent = data.shapeSilent.value(i, false);
        if (value == 0.0 && !silent) continue;  // zero is the land itself
        const QPainterPath path = shapePath(shape, context.mapToPixel());
        if (silent) {
            painter.fillPath(path, silentColor(input.palette));
        } else if (std::isnan(value)) {
            painter.fillPath(path, QBrush(input.palette.noData, Qt::BDiagPattern));
        } else if (data.shapeNoise.value(i, false)) {
            painter.fillPath(path, QBrush(noiseColor(input.palette, data, value > 0.0), kNoisePattern));
        } else if (edged && data.classes.classOf(std::abs(value)) == 0) {
            const QColor fill = fillOf(input, value);
            painter.setPen(QPen(input.palette.dark ? fill.lighter(140) : fill.darker(130), 0.7 * scale));
            painter.setBrush(fill);
            painter.drawPath(path);
        } else {
            painter.fillPath(path, fillOf(input, value));
        }
    }
}

void strokeAll(QgsRenderContext& context, const QVector<CityShape>& shapes, const QPen& pen) {
    QPainter& painter = *context.painter();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    for (const CityShape& shape : shapes) {
        if (context.renderingStopped()) return;
        if (shape.box.intersects(context.mapExtent())) painter.drawPath(shapePath(shape, context.mapToPixel()));
    }
}

void drawBoundaries(QgsRenderContext& context, const PictureInput& input) {
    const double scale = outputScale(context);
    QColor thin = input.palette.outline;
    thin.setAlpha(200);
    // Districts have one value each: lines inside them would suggest more.
    const QVector<CityShape>& dongs = input.data->city->shapes;
    if (!input.data->byDistrict) strokeAll(context, dongs, QPen(thin, 0.7 * scale));
    // On a dark map the low classes are as light as that line: between filled areas it is darker than they are.
    if (const QVector<bool> isFilled = filledAreas(input); !isFilled.isEmpty()) {
        QVector<CityShape> filled;
        for (int i = 0; i < static_cast<int>(dongs.size()); ++i)
            if (isFilled[i]) filled.append(dongs[i]);
        strokeAll(context, filled, QPen(input.palette.background, 0.9 * scale));
    }
    strokeAll(context, input.data->city->districts, QPen(input.palette.strong, 1.3 * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

/// Where the name of a shape goes that fills the view while its own label point is outside: the middle of what is seen of it.
QPointF seenMiddle(const CityShape& shape, const QgsRectangle& view) {
    constexpr int kSamples = 14;
    QVector<QPointF> seen;
    QPointF sum;
    const auto inside = [&shape](const QPointF& p) {
        int crossings = 0;
        for (const QPolygonF& ring : shape.rings) crossings += ring.containsPoint(p, Qt::OddEvenFill);
        return crossings % 2 == 1;
    };
    for (int row = 1; row < kSamples; ++row) {
        for (int column = 1; column < kSamples; ++column) {
            const QPointF p(view.xMinimum() + view.width() * column / kSamples, view.yMinimum() + view.height() * row / kSamples);
            if (!shape.box.contains(QgsPointXY(p)) || !inside(p)) continue;
            seen.append(p);
            sum += p;
        }
    }
    if (seen.size() < kSamples) return {};  // a sliver needs no name
    const QPointF middle = sum / static_cast<double>(seen.size());
    return *std::min_element(seen.begin(), seen.end(), [&middle](const QPointF& a, const QPointF& b) {
        return QLineF(a, middle).length() < QLineF(b, middle).length();
    });
}

/// Names in order of importance (larger areas first); one that would touch an earlier one is left out.
void drawNames(QgsRenderContext& context, const PictureInput& input, const QVector<CityShape>& shapes, const QFont& font,
               const QColor& color, bool close, QVector<QRectF>& taken) {
    QPainter& painter = *context.painter();
    const TextMetrics metrics(font);
    const double scale = outputScale(context);
    struct Named {
        const CityShape* shape;
        QPointF at;
    };
    QVector<Named> order;
    for (const CityShape& shape : shapes) {
        if (shape.name.isEmpty() || !shape.box.intersects(context.mapExtent())) continue;
        const bool seen = context.mapExtent().contains(QgsPointXY(shape.labelAt));
        const QPointF at = seen ? shape.labelAt : close ? seenMiddle(shape, context.mapExtent()) : QPointF();
        if (!at.isNull()) order.append({&shape, at});
    }
    std::sort(order.begin(), order.end(), [](const Named& a, const Named& b) {
        return a.shape->areaKm2 != b.shape->areaKm2 ? a.shape->areaKm2 > b.shape->areaKm2 : a.shape->code < b.shape->code;
    });
    for (const Named& named : order) {
        if (context.renderingStopped()) return;
        const CityShape* shape = named.shape;
        const QPointF at = context.mapToPixel().transform(named.at.x(), named.at.y()).toQPointF();
        QRectF box(0, 0, metrics.horizontalAdvance(shape->name), metrics.height());
        box.moveCenter(at);
        const QRectF claim = box.adjusted(-4 * scale, -1 * scale, 4 * scale, 1 * scale);
        if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& t) { return t.intersects(claim); })) continue;
        taken.append(claim);
        QPainterPath text;
        text.addText(QPointF(box.left(), box.top() + metrics.ascent()), font, shape->name);
        painter.strokePath(text, QPen(input.palette.halo, 2.6 * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.fillPath(text, color);
    }
}

void drawAllNames(QgsRenderContext& context, const PictureInput& input) {
    constexpr double kDongNamesBelowMetersPerPixel = 24.0;
    const double scale = outputScale(context);
    const double metersPerPixel = context.mapToPixel().mapUnitsPerPixel() * scale;
    const CityShapes& city = *input.data->city;
    QVector<QRectF> taken;
    const bool close = metersPerPixel < kDongNamesBelowMetersPerPixel;
    drawNames(context, input, city.districts, mapFont(15.0 * scale, true), input.palette.text, false, taken);
    if (input.data->byDistrict) return;
    if (close || city.districts.isEmpty()) {
        drawNames(context, input, city.shapes, mapFont(12.5 * scale), input.palette.text, close, taken);
    }
}

}  // namespace

LandLayer::LandLayer() : PictureLayer(QStringLiteral("land"), drawLand, Shows::City) {}
ChoroplethLayer::ChoroplethLayer() : PictureLayer(QStringLiteral("choropleth"), drawChoropleth) {}
BoundaryLayer::BoundaryLayer() : PictureLayer(QStringLiteral("boundaries"), drawBoundaries, Shows::City) {}
NamesLayer::NamesLayer() : PictureLayer(QStringLiteral("names"), drawAllNames, Shows::City) {}

QVector<bool> filledAreas(const PictureInput& input) {
    const MapData& data = *input.data;
    const int count = static_cast<int>(data.city->shapes.size());
    if (!input.palette.dark || data.byDistrict || static_cast<int>(data.shapeValues.size()) != count) return {};
    QVector<bool> filled(count);
    for (int i = 0; i < count; ++i) filled[i] = data.shapeValues[i] != 0.0 || data.shapeSilent.value(i, false);
    return filled;
}

QColor silentColor(const MapPalette& palette) {
    QColor grey = palette.noData;
    grey.setAlphaF(0.45);
    return grey;
}

QColor noiseColor(const MapPalette& palette, const MapData& data, bool increase) {
    // Thin lines need more colour than areas do; the same however many classes the real changes have.
    QColor line = palette.changeColor(increase, 3, 5);
    line.setAlphaF(areaOpacity(data.style));
    return line;
}

}  // namespace mudeung
