// SPDX-License-Identifier: GPL-3.0-or-later
// The maps of a layout: where each lies, that all show the same part of the city, and what the pointer of one means in the others.
#pragma once

#include <QObject>
#include <QVector>
#include <qgspointxy.h>

#include "ui/common/map_style.h"
#include "ui/map/map_pane.h"
#include "ui/map/map_tool.h"

namespace mudeung {

class SwipeHandle;

/// How many maps a layout holds.
int paneCount(MapLayout layout);

class MapPanes : public QObject {
    Q_OBJECT
public:
    explicit MapPanes(QWidget* view);
    ~MapPanes() override;

    MapPane* main() const { return m_panes.first(); }
    MapPane* pane(int number) const { return m_panes[number]; }
    /// Those that the layout shows.
    int count() const { return paneCount(m_layout); }
    MapLayout layout() const { return m_layout; }
    void setLayout(MapLayout layout);
    SwipeHandle* handle() const { return m_handle; }

    /// Lays the maps out in `area`; captions keep clear of `left` pixels of buttons, of `right` pixels at the top right, and begin at
    /// `top`.
    void arrange(const QRect& area, int left, int right, int top);
    /// Again, after a caption has changed.
    void placeCaptions();
    /// Pixels from the top of a map to the end of the largest caption.
    int captionsBottom() const;
    void applyTheme(const MapPalette& palette);
    void retranslate();
    void setBaseMaps(const BaseMapsPtr& base);
    void setTool(SelectTool tool);
    void showSelection(const QStringList& selected);
    void hideCards();
    /// All maps take over what the first one shows.
    void follow();
    /// Draws what the maps were given, beginning before anything else happens: between that and a later beginning the end of an earlier job
    /// could put its picture into QGIS' cache, from where it would be shown again.
    void refresh();
    /// Shows cards in all maps and the pointer of `from` as a cross in the others; gives the code that lies there in `from`.
    QString hover(MapPane* from, const QgsPointXY& point);

signals:
    void paneMade(mudeung::MapPane* pane, int number);

private:
    void add();
    void take(MapPane* from);
    void placeSwipe();

    QWidget* m_view;
    QVector<MapPane*> m_panes;
    SwipeHandle* m_handle;
    MapLayout m_layout = MapLayout::Single;
    MapPalette m_palette;
    QRect m_area;
    int m_left = 0;
    int m_right = 0;
    int m_top = 0;
    QVector<QSize> m_sizes;  ///< of each canvas when it last took over a view
    bool m_following = false;
    BaseMapsPtr m_base;
    SelectTool m_tool = SelectTool::Pointer;
};

}  // namespace mudeung
