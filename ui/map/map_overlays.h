// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over the canvas: legend, scale bar and north arrow, hover card, message. None takes the mouse.
#pragma once

#include <QLabel>
#include <QVector>
#include <QWidget>
#include <optional>
#include <qgscoordinatetransform.h>
#include <qgsmapcanvasitem.h>

#include "ui/common/text_layout.h"
#include "ui/map/hover_months.h"
#include "ui/map/kept_picture.h"
#include "ui/map/map_data.h"
#include "ui/map/map_palette.h"

namespace mudeung {

class LegendOverlay : public QWidget {
public:
    explicit LegendOverlay(QWidget* parent);
    /// It is painted with the map that it belongs to: whoever has that drawn calls update() then.
    void setData(const MapDataPtr& data, const MapPalette& palette);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    MapDataPtr m_data;
    MapPalette m_palette;
};

/// North arrow at the top right, scale bar at the bottom right, sample stamp at the top: a see-through sheet over the whole map.
class FurnitureOverlay : public QWidget {
public:
    explicit FurnitureOverlay(QWidget* parent);
    void setData(const MapDataPtr& data, const MapPalette& palette);
    void setMetersPerPixel(double metersPerPixel);
    /// The stamp stands beside the scale bar where captions need the top.
    void setStampBelow(bool below);
    /// Height at the top that a message covers, in pixels.
    void setCovered(int top);
    /// Where the pointer is, in the map's system; its degrees and the system are written beside the scale bar. Nothing = the system alone.
    void setPointer(const std::optional<QgsPointXY>& point);
    QString pointerText() const { return m_pointer; }
    /// Height of the line with source and counts at the bottom; two lines where the map is narrow.
    int stripHeight() const;
    QStringList stripLines() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// The line at the bottom, laid out for these texts and this width.
    struct Strip {
        QString source, located;
        int width = -1;
        QStringList lines;
        int height = 0;
    };
    const Strip& strip() const;
    WrappedText stripText(const QStringList& lines) const;
    QRect pointerArea() const;

    MapDataPtr m_data;
    MapPalette m_palette;
    QgsCoordinateTransform m_fromDegrees;
    QString m_pointer;
    double m_metersPerPixel = 0.0;
    bool m_stampBelow = false;
    int m_covered = 0;
    mutable Strip m_laidOut;
    KeptPicture m_arrow, m_bar, m_stamp, m_strip, m_degrees;
};

/// A small card beside the pointer: name, number, rank, share, and the months as a curve.
class HoverCard : public QWidget {
public:
    explicit HoverCard(QWidget* parent);
    /// Empty `lines` hides it. The first line is the title. A curve stays until other lines are shown.
    void showLines(const QStringList& lines, const QPoint& beside, const MapPalette& palette);
    QStringList lines() const { return m_lines; }
    /// The part of the parent that the card stays within; empty = all of it.
    void setRoom(const QRect& room) { m_room = room; }
    /// Adds the curve of the months to the lines; NaN leaves a gap.
    void showMonths(const MonthCurve& months);
    QVector<double> months() const { return m_months.values; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut();
    void paintMonths(QPainter& painter, const QRectF& box) const;

    QStringList m_lines;
    MonthCurve m_months;
    QPoint m_beside;
    QRect m_room;
    MapPalette m_palette;
};

/// Where the pointer is in another map of the layout.
class CrossItem : public QgsMapCanvasItem {
public:
    explicit CrossItem(QgsMapCanvas* canvas);
    void setPoint(const QgsPointXY& point, const MapPalette& palette);
    void clear();
    bool isShown() const { return m_shown; }
    QgsPointXY point() const { return m_point; }
    void updatePosition() override;
    using QgsMapCanvasItem::paint;
    void paint(QPainter* painter) override;

private:
    QgsPointXY m_point;
    bool m_shown = false;
    MapPalette m_palette;
};

/// Rings of the radius tool around a point, the chosen one strong, with a label under it.
class RadiusItem : public QgsMapCanvasItem {
public:
    explicit RadiusItem(QgsMapCanvas* canvas);
    void setRings(const QgsPointXY& centre, int chosenMeters, const QString& label, const MapPalette& palette);
    void clear();
    bool isShown() const { return m_chosen > 0; }
    QString label() const { return m_label; }
    void updatePosition() override;
    using QgsMapCanvasItem::paint;
    void paint(QPainter* painter) override;

private:
    void paintLabel(QPainter& painter, const QPointF& at) const;

    QgsPointXY m_centre;
    int m_chosen = 0;  ///< metres; 0 = nothing to show
    QString m_label;
    MapPalette m_palette;
};

/// Rings around the selected places, outlines of the selected areas.
class SelectionItem : public QgsMapCanvasItem {
public:
    explicit SelectionItem(QgsMapCanvas* canvas);
    void setPlaces(const QVector<QPointF>& places, const QVector<double>& radii, const QColor& color);
    void setAreas(const QVector<QPolygonF>& rings);
    int count() const { return static_cast<int>(m_places.size()); }
    void updatePosition() override;
    using QgsMapCanvasItem::paint;
    void paint(QPainter* painter) override;

private:
    QVector<QPointF> m_places;
    QVector<double> m_radii;
    QVector<QPolygonF> m_rings;
    QColor m_color;
};

}  // namespace mudeung
