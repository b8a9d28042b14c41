// SPDX-License-Identifier: GPL-3.0-or-later
// Painting of the overlays.
#include "ui/map/map_overlays.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <qgsexception.h>
#include <qgsmapcanvas.h>

#include "core/base/language.h"
#include "ui/common/text_layout.h"
#include "ui/map/city_shapes.h"
#include "ui/map/map_furniture.h"
#include "ui/map/tool_column.h"

namespace mudeung {
namespace {
constexpr double kScreenScale = 0.94;
constexpr int kMargin = 16;
constexpr int kStampFromRight = 290;  ///< left of the scale bar
constexpr int kStampFromBottom = 46;  ///< above the coordinates
constexpr double kStripPixels = 12.0;
constexpr int kPiece = 96;    ///< room for the arrow, and height of the others
constexpr int kNarrow = 620;  ///< a map with the legend leaves no room for coordinates beside the scale bar
constexpr int kPointerWidth = 270;
constexpr int kPointerHeight = 22;
constexpr int kWidePiece = 320;  ///< room for scale bar or stamp, with what they reach over
constexpr double kCurveWidth = 132.0;
constexpr double kCurveHeight = 52.0;
constexpr double kMonthNames = 14.0;
constexpr double kStripRim = 4.0;  ///< above and below the words
}  // namespace

LegendOverlay::LegendOverlay(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void LegendOverlay::setData(const MapDataPtr& data, const MapPalette& palette) {
    m_data = data;
    m_palette = palette;
    setVisible(data != nullptr);
    if (!data) return;
    const QSizeF size = legendSize(*data, palette, kScreenScale);
    resize(static_cast<int>(std::ceil(size.width())) + 2, static_cast<int>(std::ceil(size.height())) + 2);
    setAccessibleName(data->measureName);
}

void LegendOverlay::paintEvent(QPaintEvent*) {
    if (!m_data) return;
    QPainter painter(this);
    paintLegend(painter, QPointF(1, 1), *m_data, m_palette, kScreenScale);
}

FurnitureOverlay::FurnitureOverlay(QWidget* parent) : QWidget(parent), m_fromDegrees(toMapTransform()), m_pointer(mapCrsId()) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void FurnitureOverlay::setPointer(const std::optional<QgsPointXY>& point) {
    QStringList parts{mapCrsId()};
    if (point) {
        try {
            const QgsPointXY degrees = m_fromDegrees.transform(*point, Qgis::TransformDirection::Reverse);
            if (degrees.x() >= -180.0 && degrees.x() <= 180.0 && degrees.y() >= 0.0 && degrees.y() <= 90.0) {
                constexpr int kToAMetre = 5;
                parts.prepend(QCoreApplication::translate("Map", "%1° N %2° E", "latitude, longitude")
                                  .arg(degrees.y(), 0, 'f', kToAMetre)
                                  .arg(degrees.x(), 0, 'f', kToAMetre));
            }
        } catch (const QgsCsException&) {  // far outside of the projection there are no degrees to name
        }
    }
    const QString text = parts.join(QStringLiteral(" · "));
    if (text == m_pointer) return;
    m_pointer = text;
    update(pointerArea());
}

/// Left of the scale bar; above it where the map is narrow.
QRect FurnitureOverlay::pointerArea() const {
    const int bar = static_cast<int>(std::ceil(scaleBarFor(m_metersPerPixel, 140.0 * kScreenScale).pixels));
    const bool narrow = width() < kNarrow;
    const int right = width() - kMargin - (narrow ? 0 : bar + 24), bottom = height() - stripHeight() - (narrow ? 46 : 8);
    return QRect(right - kPointerWidth, bottom - kPointerHeight, kPointerWidth, kPointerHeight);
}

/// This lies over the whole map: what is drawn anew here is drawn anew below, so only what differs is.
void FurnitureOverlay::setData(const MapDataPtr& data, const MapPalette& palette) {
    const int before = stripHeight();
    const QStringList lines = stripLines();
    const bool other = !data || !m_data || data->sample != m_data->sample || palette.panel != m_palette.panel;
    m_data = data;
    m_palette = palette;
    const int line = stripHeight();
    if (other || line != before) {
        update();
    } else if (stripLines() != lines) {
        update(0, height() - line, width(), line);
    }
}

void FurnitureOverlay::setMetersPerPixel(double metersPerPixel) {
    if (metersPerPixel == m_metersPerPixel) return;
    m_metersPerPixel = metersPerPixel;
    update();
}

void FurnitureOverlay::setStampBelow(bool below) {
    if (below == m_stampBelow) return;
    m_stampBelow = below;
    update();
}

void FurnitureOverlay::setCovered(int top) {
    if (top == m_covered) return;
    m_covered = top;
    update();
}

/// It is asked for several times a picture and seldom changes; laying out its letters takes longer than painting what is kept of it.
const FurnitureOverlay::Strip& FurnitureOverlay::strip() const {
    Strip& strip = m_laidOut;
    if (strip.width == width() && strip.source == m_data->source && strip.located == m_data->located) return strip;
    strip = {m_data->source, m_data->located, width(), {m_data->source, m_data->located}, 0};
    const QString whole = strip.source + QLatin1Char(' ') + strip.located;
    if (TextMetrics(mapFont(kStripPixels)).horizontalAdvance(whole) <= width() - 2.0 * kMargin) strip.lines = QStringList{whole};
    strip.height = static_cast<int>(std::ceil(stripText(strip.lines).height() + 2.0 * kStripRim));
    return strip;
}

QStringList FurnitureOverlay::stripLines() const {
    return m_data ? strip().lines : QStringList();
}

WrappedText FurnitureOverlay::stripText(const QStringList& lines) const {
    return {lines.join(QLatin1Char('\n')), mapFont(kStripPixels), std::max(80.0, width() - 2.0 * kMargin)};
}

int FurnitureOverlay::stripHeight() const {
    return m_data ? strip().height : 0;
}

void FurnitureOverlay::paintEvent(QPaintEvent*) {
    if (!m_data) return;
    QPainter painter(this);
    const int line = stripHeight();
    const QString look = m_palette.panel.name() + interfaceLanguage();
    m_arrow.paint(painter, QRect(width() - kPiece, m_covered, kPiece, kPiece), look, [&](QPainter& piece) {
        paintNorthArrow(piece, QPointF(width() - kMargin, m_covered + kMargin), m_palette, kScreenScale);
    });
    const QRect bar(width() - kWidePiece, height() - line - kPiece, kWidePiece, kPiece);
    m_bar.paint(painter, bar, look + QString::number(m_metersPerPixel, 'g', 17), [&](QPainter& piece) {
        paintScaleBar(piece, QPointF(width() - kMargin, height() - line - 12.0), m_metersPerPixel, m_palette, kScreenScale);
    });
    if (m_data->sample) {
        const QPoint stamp =
            m_stampBelow ? QPoint(width() - kStampFromRight, pointerArea().top() - kStampFromBottom) : QPoint(64, m_covered + kMargin);
        m_stamp.paint(painter, QRect(stamp - QPoint(8, 16), QSize(kWidePiece, kPiece)), look,
                      [&](QPainter& piece) { paintSampleStamp(piece, stamp, m_palette, kScreenScale); });
    }
    const QRect pointer = pointerArea();
    m_degrees.paint(painter, pointer, look + m_pointer, [&](QPainter& piece) {
        piece.setRenderHint(QPainter::Antialiasing, true);
        const QFont small = mapFont(kStripPixels);
        const double textWidth = TextMetrics(small).horizontalAdvance(m_pointer);
        paintHaloText(piece, QPointF(pointer.right() - 2.0 - textWidth, pointer.bottom() - 6.0), small, m_pointer, m_palette, kScreenScale);
    });
    const QRect strip(0, height() - line, width(), line);
    m_strip.paint(painter, strip, look + stripLines().join(QLatin1Char('\n')), [&](QPainter& piece) {
        piece.fillRect(strip, m_palette.panel);
        piece.setPen(m_palette.faint);
        stripText(stripLines()).paint(piece, QPointF(kMargin, strip.top() + kStripRim));
    });
}

HoverCard::HoverCard(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void HoverCard::showLines(const QStringList& lines, const QPoint& beside, const MapPalette& palette) {
    if (lines != m_lines) m_months = {};
    m_lines = lines;
    m_beside = beside;
    m_palette = palette;
    setVisible(!lines.isEmpty());
    if (!lines.isEmpty()) layOut();
}

void HoverCard::showMonths(const MonthCurve& months) {
    m_months = months;
    if (!m_lines.isEmpty()) layOut();
}

void HoverCard::layOut() {
    double width = m_months.isEmpty() ? 0.0 : kCurveWidth, height = 16.0 + (m_months.isEmpty() ? 0.0 : kCurveHeight);
    for (int i = 0; i < static_cast<int>(m_lines.size()); ++i) {
        const TextMetrics metrics(mapFont(i == 0 ? 14 : 12.5, i == 0));
        width = std::max(width, metrics.horizontalAdvance(m_lines[i]));
        height += metrics.height();
    }
    resize(static_cast<int>(std::ceil(width)) + 26, static_cast<int>(std::ceil(height)) + 2);
    const QRect room = m_room.isEmpty() ? parentWidget()->rect() : m_room;
    QPoint at = m_beside + QPoint(16, 16);
    if (at.x() + this->width() > room.right()) at.setX(m_beside.x() - 12 - this->width());
    if (at.y() + this->height() > room.bottom()) at.setY(m_beside.y() - 12 - this->height());
    move(std::max(room.left(), at.x()), std::max(room.top(), at.y()));
    raise();
    update();
}

/// From zero to the highest month, so that small wobbles stay small; a dot marks the last month.
void HoverCard::paintMonths(QPainter& painter, const QRectF& box) const {
    const QVector<double>& values = m_months.values;
    double largest = 0.0;
    for (double v : values) largest = std::max(largest, v);
    if (!(largest > 0.0) || values.size() < 2) return;
    const auto at = [&](int i) {
        return QPointF(box.left() + box.width() * i / (static_cast<double>(values.size()) - 1.0),
                       box.bottom() - box.height() * std::max(0.0, values[i]) / largest);
    };
    painter.setPen(QPen(m_palette.panelLine, 1.0));
    painter.drawLine(box.bottomLeft(), box.bottomRight());
    painter.setFont(mapFont(10.5));
    painter.setPen(m_palette.faint);
    const QRectF below(box.left(), box.bottom() + 1.0, box.width(), kMonthNames);
    paintText(painter, below, Qt::AlignLeft | Qt::AlignVCenter, m_months.first);
    paintText(painter, below, Qt::AlignRight | Qt::AlignVCenter, m_months.last);
    QPointF last;
    painter.setPen(QPen(m_palette.curve, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (int i = 0; i < static_cast<int>(values.size()); ++i) {
        if (std::isnan(values[i])) continue;
        if (i > 0 && !std::isnan(values[i - 1])) painter.drawLine(at(i - 1), at(i));
        last = at(i);
    }
    painter.setBrush(m_palette.curve);
    painter.drawEllipse(last, 2.2, 2.2);
}

void HoverCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(m_palette.panel);
    painter.setPen(QPen(m_palette.panelLine, 1.0));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    double y = 8.0;
    for (int i = 0; i < static_cast<int>(m_lines.size()); ++i) {
        const QFont font = mapFont(i == 0 ? 14 : 12.5, i == 0);
        const TextMetrics metrics(font);
        painter.setFont(font);
        painter.setPen(i == 0 ? m_palette.text : m_palette.faint);
        paintText(painter, QPointF(13, y + metrics.ascent()), m_lines[i]);
        y += metrics.height();
    }
    if (!m_months.isEmpty()) paintMonths(painter, QRectF(14, y + 6.0, width() - 28.0, kCurveHeight - 10.0 - kMonthNames));
}

CrossItem::CrossItem(QgsMapCanvas* canvas) : QgsMapCanvasItem(canvas) {
    setZValue(70);
}

void CrossItem::setPoint(const QgsPointXY& point, const MapPalette& palette) {
    m_point = point;
    m_palette = palette;
    m_shown = true;
    updatePosition();
    update();
}

void CrossItem::clear() {
    if (!m_shown) return;
    m_shown = false;
    update();
}

void CrossItem::updatePosition() {
    setRect(mMapCanvas->extent());
}

void CrossItem::paint(QPainter* painter) {
    if (!m_shown) return;
    constexpr double kArm = 9.0;
    const QPointF at = toCanvasCoordinates(m_point) - pos();
    for (const QPen& pen : {QPen(m_palette.halo, 4.0), QPen(m_palette.text, 1.6)}) {
        painter->setPen(pen);
        painter->drawLine(at - QPointF(kArm, 0), at + QPointF(kArm, 0));
        painter->drawLine(at - QPointF(0, kArm), at + QPointF(0, kArm));
    }
}

RadiusItem::RadiusItem(QgsMapCanvas* canvas) : QgsMapCanvasItem(canvas) {
    setZValue(60);
}

void RadiusItem::setRings(const QgsPointXY& centre, int chosenMeters, const QString& label, const MapPalette& palette) {
    m_centre = centre;
    m_chosen = chosenMeters;
    m_label = label;
    m_palette = palette;
    updatePosition();
    update();
}

void RadiusItem::clear() {
    if (m_chosen == 0 && m_label.isEmpty()) return;
    m_chosen = 0;
    m_label.clear();
    update();
}

void RadiusItem::updatePosition() {
    setRect(mMapCanvas->extent());
}

void RadiusItem::paint(QPainter* painter) {
    if (m_chosen <= 0) return;
    painter->setRenderHint(QPainter::Antialiasing, true);
    const QPointF centre = toCanvasCoordinates(m_centre) - pos();
    const double perPixel = mMapCanvas->mapUnitsPerPixel();
    for (int meters : kRadii) {
        const double radius = meters / perPixel;
        const bool chosen = meters == m_chosen;
        QColor inside = m_palette.selection;
        inside.setAlpha(chosen ? 36 : 0);
        painter->setBrush(inside);
        painter->setPen(QPen(QColor(255, 255, 255, m_palette.dark ? 90 : 200), chosen ? 4.0 : 2.6));
        painter->drawEllipse(centre, radius, radius);
        painter->setPen(QPen(m_palette.selection, chosen ? 2.2 : 1.2, chosen ? Qt::SolidLine : Qt::DashLine));
        painter->drawEllipse(centre, radius, radius);
    }
    painter->setBrush(m_palette.selection);
    painter->drawEllipse(centre, 3.0, 3.0);
    paintLabel(*painter, centre + QPointF(0, kRadii.back() / perPixel + 6.0));
}

void RadiusItem::paintLabel(QPainter& painter, const QPointF& at) const {
    const QFont font = mapFont(13, true);
    const TextMetrics metrics(font);
    QRectF box(0, 0, metrics.horizontalAdvance(m_label) + 16.0, metrics.height() + 6.0);
    box.moveCenter(at + QPointF(0, box.height() / 2.0));
    painter.setBrush(m_palette.panel);
    painter.setPen(QPen(m_palette.panelLine, 1.0));
    painter.drawRoundedRect(box, 4, 4);
    painter.setFont(font);
    painter.setPen(m_palette.text);
    paintText(painter, box, Qt::AlignCenter, m_label);
}

SelectionItem::SelectionItem(QgsMapCanvas* canvas) : QgsMapCanvasItem(canvas) {
    setZValue(50);
}

void SelectionItem::setPlaces(const QVector<QPointF>& places, const QVector<double>& radii, const QColor& color) {
    if (places == m_places && radii == m_radii && color == m_color) return;  // it covers the whole map
    m_places = places;
    m_radii = radii;
    m_color = color;
    updatePosition();
    update();
}

void SelectionItem::setAreas(const QVector<QPolygonF>& rings) {
    if (rings == m_rings) return;
    m_rings = rings;
    update();
}

void SelectionItem::updatePosition() {
    setRect(mMapCanvas->extent());
}

void SelectionItem::paint(QPainter* painter) {
    painter->setRenderHint(QPainter::Antialiasing, true);
    painter->setBrush(Qt::NoBrush);
    for (const QPolygonF& ring : m_rings) {
        QPolygonF outline;
        outline.reserve(ring.size());
        for (const QPointF& p : ring) outline.append(toCanvasCoordinates(QgsPointXY(p)) - pos());
        painter->setPen(QPen(QColor(255, 255, 255, 220), 5.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolygon(outline);
        painter->setPen(QPen(m_color, 2.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolygon(outline);
    }
    // Seen from afar, rings of many neighbours would be one blot.
    constexpr double kFarMetersPerPixel = 16.0;
    const double shrink = m_places.size() > 8 && mMapCanvas->mapUnitsPerPixel() > kFarMetersPerPixel ? 0.6 : 1.0;
    for (int i = 0; i < static_cast<int>(m_places.size()); ++i) {
        const QPointF at = toCanvasCoordinates(QgsPointXY(m_places[i])) - pos();
        const double radius = m_radii[i] * shrink;
        painter->setPen(QPen(QColor(255, 255, 255, 220), 5.0 * shrink));
        painter->drawEllipse(at, radius, radius);
        painter->setPen(QPen(m_color, 2.6 * shrink));
        painter->drawEllipse(at, radius, radius);
    }
}

}  // namespace mudeung
