// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas of a map and what is drawn on and over it.
#include "ui/map/map_pane.h"

#include <QSet>
#include <algorithm>
#include <cmath>
#include <qgscoordinatereferencesystem.h>
#include <qgsmapcanvas.h>

#include "ui/map/map_cards.h"
#include "ui/map/map_overlays.h"
#include "ui/map/map_tool.h"
#include "ui/map/pane_caption.h"
#include "ui/map/result_map.h"

namespace mudeung {
namespace {

/// Several layers are drawn side by side and their images kept. One alone goes straight onto the ground, in its own thread: an image of
/// its own would only be laid over the ground afterwards, on the GUI thread.
void drawBeside(QgsMapCanvas* canvas, bool several) {
    if (canvas->isParallelRenderingEnabled() != several) canvas->setParallelRenderingEnabled(several);
    if (canvas->isCachingEnabled() != several) canvas->setCachingEnabled(several);
}

QgsMapCanvas* makeCanvas(QWidget* parent, const QString& name) {
    auto* canvas = new QgsMapCanvas(parent);
    canvas->setDestinationCrs(QgsCoordinateReferenceSystem(mapCrsId()));
    drawBeside(canvas, false);
    canvas->setPreviewJobsEnabled(false);
    canvas->enableAntiAliasing(true);
    canvas->setFrameShape(QFrame::NoFrame);
    canvas->setObjectName(name);
    canvas->setMouseTracking(true);
    canvas->viewport()->setMouseTracking(true);
    canvas->viewport()->setAttribute(Qt::WA_OpaquePaintEvent);  // its scene has a ground: nothing below need be painted first
    return canvas;
}

}  // namespace

MapPane::MapPane(int number, QWidget* view)
    : QWidget(view),
      m_canvas(makeCanvas(this, number == 0 ? QStringLiteral("mapCanvas") : QStringLiteral("mapCanvas%1").arg(number + 1))),
      m_tool(new MapTool(m_canvas)),
      m_card(new HoverCard(view)),
      m_radius(new RadiusItem(m_canvas)),
      m_selection(new SelectionItem(m_canvas)),
      m_cross(new CrossItem(m_canvas)),
      m_caption(new PaneCaption(number, this)),
      m_notice(new PaneNotice(number, this)),
      m_palette(MapPalette::forTheme(false)) {
    m_canvas->setMapTool(m_tool);
}

MapPane::~MapPane() {
    m_tool->setTool(SelectTool::Pointer);  // gives up a lasso before the canvas goes
    m_canvas->stopRendering();
    m_canvas->setLayers({});
    delete m_selection;
    delete m_radius;
    delete m_cross;
}

void MapPane::place(const QRect& area) {
    setGeometry(area);
    m_canvas->setGeometry(QRect(QPoint(0, 0), area.size()));
    m_card->setRoom(area);
}

void MapPane::applyTheme(const MapPalette& palette) {
    m_palette = palette;
    m_canvas->setCanvasColor(palette.background);
    m_tool->setColor(palette.selection);
    m_caption->applyTheme(palette);
    m_notice->applyTheme(palette);
}

void MapPane::setData(const MapDataPtr& data) {
    m_data = data;
    hideCard();
    m_stack.setInput({data, m_palette});
    const QList<QgsMapLayer*> layers = data ? m_stack.canvasLayers() : QList<QgsMapLayer*>();
    drawBeside(m_canvas, layers.size() > 1);
    m_canvas->setLayers(layers);
}

void MapPane::showSelection(const QStringList& selected) {
    const QSet<QString> codes(selected.begin(), selected.end());
    QVector<QPointF> places;
    QVector<double> radii;
    QVector<QPolygonF> outlines;
    if (m_data && !codes.isEmpty()) {
        QSet<QString> outlined;
        for (int i = 0; i < static_cast<int>(m_data->shapeCodes.size()); ++i) {
            if (m_data->shapeCodes[i].isEmpty() || !codes.contains(m_data->shapeCodes[i])) continue;
            outlined.insert(m_data->shapeCodes[i]);
            outlines += m_data->areas()[i].rings;
        }
        for (const MapPlace& place : m_data->places) {
            if (!codes.contains(place.code()) || outlined.contains(place.code())) continue;
            places.append(place.at);
            const double circle = placeRadius(*m_data, static_cast<int>(&place - m_data->places.constData()));
            radii.append(std::max(6.0, circle + 2.0));
        }
    }
    m_selection->setPlaces(places, radii, m_palette.selection);
    m_selection->setAreas(outlines);
}

QString MapPane::hover(const QgsPointXY& point) {
    QStringList lines;
    QString code;
    if (m_data) {
        const int area = areaAt(*m_data, point);
        const MapPlace* place = area < 0 ? placeAt(*m_data, point, m_canvas->mapUnitsPerPixel()) : nullptr;
        lines = area >= 0 ? areaLines(*m_data, area) : place ? placeLines(*m_data, *place) : gridLines(*m_data, point.toQPointF());
        code = place ? place->code() : area >= 0 ? m_data->shapeCodes.value(area) : QString();
    }
    const QPoint at = m_canvas->getCoordinateTransform()->transform(point).toQPointF().toPoint();
    m_card->showLines(lines, m_canvas->viewport()->mapTo(parentWidget(), at), m_palette);
    return code;
}

bool MapPane::showsResultAreas() const {
    return m_data && showsAreaRows(*m_data);
}

void MapPane::hideCard() {
    m_card->showLines({}, QPoint(), m_palette);
    m_cross->clear();
}

QStringList MapPane::codesAt(const QgsPointXY& point) const {
    if (!m_data) return {};
    const int area = areaAt(*m_data, point);
    const QString own = area >= 0 ? m_data->shapeCodes.value(area) : QString();
    if (!own.isEmpty()) return {own};
    QStringList codes;
    if (area >= 0) {
        for (int place : m_data->cellPlaces.value(area)) codes.append(m_data->places[place].code());
    }
    if (!codes.isEmpty()) return codes;
    const MapPlace* place = placeAt(*m_data, point, m_canvas->mapUnitsPerPixel());
    return place ? QStringList{place->code()} : QStringList();
}

}  // namespace mudeung
