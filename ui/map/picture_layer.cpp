// SPDX-License-Identifier: GPL-3.0-or-later
// The plumbing between QGIS' render jobs and the drawing functions.
#include "ui/map/picture_layer.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <qgscoordinatereferencesystem.h>
#include <qgsrendercontext.h>

#include "ui/map/place_dots.h"
#include "ui/map/sheet_layer.h"

namespace mudeung {
namespace {

class PictureRenderer : public QgsMapLayerRenderer {
public:
    PictureRenderer(const QString& id, QgsRenderContext& context, DrawPicture draw, PictureInput input)
        : QgsMapLayerRenderer(id, &context), m_draw(std::move(draw)), m_input(std::move(input)) {}

    bool render() override {
        QgsRenderContext& context = *renderContext();
        if (!m_input.data || !context.painter()) return true;
        QPainter& painter = *context.painter();
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing, true);
        m_draw(context, m_input);
        painter.restore();
        return !context.renderingStopped();
    }

private:
    DrawPicture m_draw;
    PictureInput m_input;
};

/// Both inputs give the same picture of the city.
bool sameCity(const PictureInput& a, const PictureInput& b) {
    return a.data && b.data && a.data->city == b.data->city && a.data->byDistrict == b.data->byDistrict &&
           a.palette.dark == b.palette.dark && filledAreas(a) == filledAreas(b);
}

}  // namespace

QImage KeptImage::get(const View& view) const {
    const std::lock_guard lock(m_mutex);
    return m_view == view ? m_image : QImage();
}

void KeptImage::set(const View& view, const QImage& image) {
    const std::lock_guard lock(m_mutex);
    m_view = view;
    m_image = image;
}

PictureLayer::PictureLayer(const QString& kind, DrawPicture draw, Shows shows)
    : QgsPluginLayer(QStringLiteral("mudeung_%1").arg(kind), kind), m_draw(std::move(draw)), m_shows(shows) {
    setCrs(QgsCoordinateReferenceSystem(mapCrsId()));
    setValid(true);
    if (shows == Shows::City) m_kept = std::make_shared<KeptImage>();
}

void PictureLayer::setInput(const PictureInput& input) {
    const bool changed = m_shows == Shows::Answer || !sameCity(m_input, input);
    m_input = input;
    if (input.data) setExtent(input.data->extent);
    if (changed) ++m_revision;
    if (changed) triggerRepaint();  // else QGIS keeps the image that it has
}

PictureLayer* PictureLayer::clone() const {
    auto* copy = new PictureLayer(name(), m_draw, m_shows);
    copy->m_input = m_input;
    copy->setExtent(extent());
    return copy;
}

QgsMapLayerRenderer* PictureLayer::createMapRenderer(QgsRenderContext& context) {
    return new PictureRenderer(id(), context, m_draw, m_input);
}

void PictureLayer::setTransformContext(const QgsCoordinateTransformContext&) {}

bool PictureLayer::readSymbology(const QDomNode&, QString&, QgsReadWriteContext&, StyleCategories) {
    return true;  // the look belongs to MapStyle, not to a QGIS project
}

bool PictureLayer::writeSymbology(QDomNode&, QDomDocument&, QString&, const QgsReadWriteContext&, StyleCategories) const {
    return true;
}

void LastGrid::set(std::shared_ptr<const DensityGrid> grid) {
    const std::lock_guard lock(m_mutex);
    m_grid.swap(grid);
}

std::shared_ptr<const DensityGrid> LastGrid::get() const {
    const std::lock_guard lock(m_mutex);
    return m_grid;
}

PictureStack::PictureStack() {
    const auto add = [this](auto layer) {
        auto* raw = layer.get();
        m_layers.push_back(std::move(layer));
        return raw;
    };
    add(std::make_unique<LandLayer>());
    add(std::make_unique<ChoroplethLayer>());
    m_density = add(std::make_unique<DensityLayer>());
    add(std::make_unique<ChangeDensityLayer>());
    add(std::make_unique<ResultAreasLayer>());
    add(std::make_unique<BoundaryLayer>());
    add(std::make_unique<StopsLayer>());
    add(std::make_unique<CirclesLayer>());
    add(std::make_unique<ResultPlacesLayer>());
    add(std::make_unique<NamesLayer>());
    m_ground = std::make_unique<SheetLayer>();
    m_sheet = std::make_unique<SheetLayer>();
}

PictureStack::~PictureStack() = default;

void PictureStack::setInput(const PictureInput& input) {
    if (input.data) {
        m_style = input.data->style;
        m_comparison = input.data->comparison;
        m_result = input.data->result != nullptr;
        takeBaseMaps();
        // Areas that are the places themselves need no dot in their middle.
        const QStringList& own = input.data->shapeCodes;
        if (std::any_of(own.begin(), own.end(), [](const QString& code) { return !code.isEmpty(); })) m_style.showPlaces = false;
    }
    for (const auto& layer : m_layers) {
        // Where no dots are drawn, QGIS need not make and lay over the rest an image without any.
        if (input.data && dynamic_cast<StopsLayer*>(layer.get())) {
            layer->setMinimumScale(kDotsBelowScale);
            layer->setScaleBasedVisibility(input.data->places.size() > kFewPlaces);
        }
        layer->setInput(input);
    }
    m_ground->setInput(input);
    m_sheet->setInput(input);
}

void PictureStack::takeBaseMaps() {
    if (!m_base || !m_base->suits(m_style)) {
        m_base = BaseMaps::open(m_style, m_base);
        for (const BaseMaps::Problem& problem : m_base->problems()) qWarning("%s", qPrintable(problem.error.message));
    }
    // A new dress repaints the layer, so only when something of it changed.
    if (m_dressed == m_base && m_dressedFor.dark == m_style.dark && m_dressedFor.baseMaps == m_style.baseMaps) return;
    m_base->dress(m_style);
    m_dressed = m_base;
    m_dressedFor = m_style;
}

bool PictureStack::isWanted(const PictureLayer* layer) const {
    if (dynamic_cast<const ResultAreasLayer*>(layer) || dynamic_cast<const ResultPlacesLayer*>(layer)) return m_result;
    const bool numbers = dynamic_cast<const ChoroplethLayer*>(layer) || dynamic_cast<const DensityLayer*>(layer) ||
                         dynamic_cast<const ChangeDensityLayer*>(layer) || dynamic_cast<const CirclesLayer*>(layer) ||
                         dynamic_cast<const StopsLayer*>(layer);
    if (numbers && m_result) return false;
    if (dynamic_cast<const ChoroplethLayer*>(layer)) return hasClasses(m_style.kind);
    if (dynamic_cast<const DensityLayer*>(layer)) return m_style.kind == MapKind::Density && !m_comparison;
    if (dynamic_cast<const ChangeDensityLayer*>(layer)) return m_style.kind == MapKind::Density && m_comparison;
    if (dynamic_cast<const CirclesLayer*>(layer)) return m_style.kind == MapKind::Circles;
    if (dynamic_cast<const StopsLayer*>(layer)) return m_style.showPlaces;
    if (dynamic_cast<const BoundaryLayer*>(layer)) return m_style.showDongs;
    if (dynamic_cast<const NamesLayer*>(layer)) return m_style.showNames;
    return true;
}

QList<QgsMapLayer*> PictureStack::canvasLayers() {
    const QList<QgsMapLayer*> base = m_base ? m_base->layers() : QList<QgsMapLayer*>();
    std::vector<PictureLayer*> ground, rest;
    for (const auto& layer : m_layers) {
        if (!isWanted(layer.get())) continue;
        const bool below = !base.isEmpty() && dynamic_cast<const LandLayer*>(layer.get());
        (below ? ground : rest).push_back(layer.get());
    }
    m_ground->setParts(std::move(ground));
    m_sheet->setParts(std::move(rest));
    QList<QgsMapLayer*> result{m_sheet.get()};
    if (!base.isEmpty()) {
        result += base;
        result.append(m_ground.get());
    }
    return result;
}

QList<QgsMapLayer*> PictureStack::layers() const {
    QList<QgsMapLayer*> result;
    for (const auto& layer : m_layers) {
        if (!isWanted(layer.get())) continue;
        result.prepend(layer.get());
        // Beneath everything but the plain land, which would cover it.
        if (m_base && dynamic_cast<const LandLayer*>(layer.get())) result = m_base->layers() + result;
    }
    return result;
}

double outputScale(const QgsRenderContext& context) {
    return context.scaleFactor() * 25.4 / 96.0;  // scaleFactor = pixels per millimetre
}

double areaOpacity(const MapStyle& style) {
    constexpr double kOverBaseMap = 0.72;
    return std::any_of(style.baseMaps.begin(), style.baseMaps.end(), [](const BaseMap& map) { return map.shown; }) ? kOverBaseMap : 1.0;
}

double circleRadius(double value, double top, qsizetype places) {
    if (!(value > 0.0) || !(top > 0.0)) return 0.0;
    // The more there are, the more would lie on each other.
    const double crowd = std::pow(std::max(1.0, static_cast<double>(places) / kFewCircles), -0.25);
    const double largest = std::max(kLargestCircleRadiusOfMany, kLargestCircleRadius * crowd);
    return std::max(0.9, largest * std::sqrt(value / top));
}

}  // namespace mudeung
