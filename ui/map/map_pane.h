// SPDX-License-Identifier: GPL-3.0-or-later
// One map of the layout: canvas, layers, what lies over them, and a caption. Several beside each other make the compare view.
#pragma once

#include <QStringList>
#include <QWidget>
#include <memory>
#include <qgspointxy.h>

#include "ui/map/map_data.h"
#include "ui/map/map_palette.h"
#include "ui/map/picture_layer.h"

class QgsMapCanvas;

namespace mudeung {

class CrossItem;
class HoverCard;
class MapTool;
class PaneCaption;
class PaneNotice;
class RadiusItem;
class SelectionItem;

class MapPane : public QWidget {
    Q_OBJECT
public:
    /// `view` holds the pane and the card beside the pointer. The first pane is the map itself, number 0.
    MapPane(int number, QWidget* view);
    ~MapPane() override;

    QgsMapCanvas* canvas() const { return m_canvas; }
    MapTool* tool() const { return m_tool; }
    HoverCard* card() const { return m_card; }
    RadiusItem* radius() const { return m_radius; }
    CrossItem* cross() const { return m_cross; }
    PaneCaption* caption() const { return m_caption; }
    PaneNotice* notice() const { return m_notice; }
    const MapDataPtr& data() const { return m_data; }
    bool showsResult() const { return m_data && m_data->result; }
    /// Of a result whose rows are areas or cells, not places.
    bool showsResultAreas() const;

    /// Geometry of the pane and, at once, of the canvas in it.
    void place(const QRect& area);
    void applyTheme(const MapPalette& palette);
    void setBaseMaps(const BaseMapsPtr& base) { m_stack.setBaseMaps(base); }
    void setData(const MapDataPtr& data);
    void showSelection(const QStringList& selected);

    /// Shows the card for a point of the map; gives the code of what lies there, empty when it has none.
    QString hover(const QgsPointXY& point);
    void hideCard();
    /// What a click means: the area itself when it is a place, all places of a cell, or the place under the pointer.
    QStringList codesAt(const QgsPointXY& point) const;

private:
    QgsMapCanvas* m_canvas;
    MapTool* m_tool;
    HoverCard* m_card;
    RadiusItem* m_radius;
    SelectionItem* m_selection;
    CrossItem* m_cross;
    PaneCaption* m_caption;
    PaneNotice* m_notice;
    PictureStack m_stack;
    MapPalette m_palette;
    MapDataPtr m_data;
};

}  // namespace mudeung
