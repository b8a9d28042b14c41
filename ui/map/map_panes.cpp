// SPDX-License-Identifier: GPL-3.0-or-later
// Geometry and synchronisation of the maps of a layout.
#include "ui/map/map_panes.h"

#include <algorithm>
#include <qgsmapcanvas.h>

#include "ui/map/map_overlays.h"
#include "ui/map/pane_caption.h"
#include "ui/map/qgis_compat.h"
#include "ui/map/swipe_handle.h"

namespace mudeung {
namespace {
constexpr int kGap = 3;  ///< between maps beside each other
constexpr int kMargin = 12;
}  // namespace

int paneCount(MapLayout layout) {
    return layout == MapLayout::Single ? 1 : layout == MapLayout::Four ? 4 : 2;
}

MapPanes::MapPanes(QWidget* view) : QObject(view), m_view(view), m_handle(new SwipeHandle(view)), m_palette(MapPalette::forTheme(false)) {
    add();
    connect(m_handle, &SwipeHandle::moved, this, [this] {
        placeSwipe();
        placeCaptions();
    });
}

MapPanes::~MapPanes() {
    qDeleteAll(m_panes);
}

void MapPanes::add() {
    const auto number = static_cast<int>(m_panes.size());
    auto* pane = new MapPane(number, m_view);
    m_panes.append(pane);
    for (auto each = m_panes.rbegin(); each != m_panes.rend(); ++each) (*each)->lower();  // each above the one before, all below the rest
    m_sizes.append(QSize());
    pane->applyTheme(m_palette);
    pane->tool()->setTool(m_tool);
    if (m_base) pane->setBaseMaps(m_base);
    connect(pane->canvas(), &QgsMapCanvas::extentsChanged, this, [this, pane] { take(pane); });
    emit paneMade(pane, number);
}

void MapPanes::setLayout(MapLayout layout) {
    m_layout = layout;
    while (static_cast<int>(m_panes.size()) < count()) add();
    for (int i = 0; i < static_cast<int>(m_panes.size()); ++i) {
        MapPane* pane = m_panes[i];
        if (layout != MapLayout::Swipe || i != 1) pane->clearMask();
        if (i >= count()) {
            pane->setData(nullptr);
            pane->radius()->clear();
        }
        pane->setVisible(i < count());
        if (layout == MapLayout::Single) pane->caption()->setText(QString(), QString());
    }
    m_handle->setVisible(layout == MapLayout::Swipe);
}

void MapPanes::arrange(const QRect& area, int left, int right, int top) {
    m_area = area;
    m_left = left;
    m_right = right;
    m_top = top;
    // All canvases have the same size, so that the same extent is the same scale to the last digit.
    const bool columns = m_layout == MapLayout::SideBySide || m_layout == MapLayout::Four;
    const QSize size(columns ? (area.width() - kGap) / 2 : area.width(),
                     m_layout == MapLayout::Four ? (area.height() - kGap) / 2 : area.height());
    for (int i = 0; i < count(); ++i) {
        const QPoint shift =
            m_layout == MapLayout::Swipe ? QPoint() : QPoint(i % 2 * (size.width() + kGap), i / 2 * (size.height() + kGap));
        m_panes[i]->place(QRect(area.topLeft() + shift, size));
    }
    placeSwipe();
    placeCaptions();
    follow();
}

void MapPanes::placeSwipe() {
    for (int i = 1; i < count(); ++i) {
        const int buttons = m_panes[i]->x() == m_area.left() ? m_left : 0;
        m_panes[i]->notice()->setGeometry(m_panes[i]->rect().adjusted(buttons, 0, 0, 0));
    }
    if (m_layout != MapLayout::Swipe) return;
    m_handle->setArea(m_area);
    const int column = m_handle->column() - m_area.left();
    const QRect right(column, 0, std::max(0, m_area.width() - column), m_area.height());
    // An empty mask would be no mask.
    m_panes[1]->setMask(right.isEmpty() ? QRegion(-1, -1, 1, 1) : QRegion(right));
    m_panes[1]->notice()->setGeometry(right);
    m_panes[0]->card()->setRoom(m_area);
    m_panes[1]->card()->setRoom(m_area);
    m_handle->raise();
}

void MapPanes::placeCaptions() {
    for (int i = 0; i < count(); ++i) {
        MapPane* pane = m_panes[i];
        if (pane->caption()->title().isEmpty()) continue;
        const bool first = pane->x() == m_area.left(), upper = pane->y() == m_area.top();
        const int from = first ? m_left : kMargin, y = upper ? m_top : kMargin;
        const int until = pane->width() - (upper && !(first && m_layout != MapLayout::Swipe) ? m_right : kMargin);
        if (m_layout == MapLayout::Swipe) {
            const int column = m_handle->column() - m_area.left(), beside = SwipeHandle::kWidth / 2 + 6;
            if (i == 0) {
                pane->caption()->layOut(QPoint(m_left, y), std::max(0, column - beside - m_left));
            } else {
                pane->caption()->layOutRight(until, y, std::max(0, until - column - beside));
            }
        } else {
            pane->caption()->layOut(QPoint(from, y), std::max(80, until - from));
        }
    }
}

int MapPanes::captionsBottom() const {
    int bottom = 0;
    for (int i = 0; i < count(); ++i) {
        const PaneCaption* caption = m_panes[i]->caption();
        if (!caption->isHidden()) bottom = std::max(bottom, caption->geometry().bottom());
    }
    return bottom;
}

void MapPanes::applyTheme(const MapPalette& palette) {
    m_palette = palette;
    for (MapPane* pane : m_panes) pane->applyTheme(palette);
    m_handle->applyTheme(palette);
}

void MapPanes::retranslate() {
    for (MapPane* pane : m_panes) {
        pane->canvas()->setAccessibleName(tr("Map"));
        pane->caption()->retranslate();
        pane->notice()->retranslate();
    }
    m_handle->retranslate();
}

void MapPanes::setBaseMaps(const BaseMapsPtr& base) {
    m_base = base;
    for (MapPane* pane : m_panes) pane->setBaseMaps(base);
}

void MapPanes::setTool(SelectTool tool) {
    m_tool = tool;
    for (MapPane* pane : m_panes) pane->tool()->setTool(tool);
}

void MapPanes::showSelection(const QStringList& selected) {
    for (int i = 0; i < count(); ++i) m_panes[i]->showSelection(selected);
}

void MapPanes::hideCards() {
    for (MapPane* pane : m_panes) pane->hideCard();
}

void MapPanes::refresh() {
    for (int i = 0; i < count(); ++i) renderNow(m_panes[i]->canvas());
}

void MapPanes::follow() {
    take(main());
}

/// The others show what `from` shows. A canvas whose size has just changed does not lead: that is not the user's move.
void MapPanes::take(MapPane* from) {
    if (m_following || count() < 2) return;
    const auto number = static_cast<int>(m_panes.indexOf(from));
    if (number >= count()) return;
    if (number > 0 && m_sizes[number] != from->canvas()->size()) from = main();
    m_following = true;
    const QgsRectangle extent = from->canvas()->extent();
    for (int i = 0; i < count(); ++i) {
        QgsMapCanvas* canvas = m_panes[i]->canvas();
        m_sizes[i] = canvas->size();
        if (m_panes[i] == from || canvas->extent() == extent) continue;
        canvas->setExtent(extent);
        canvas->refresh();
    }
    m_following = false;
}

QString MapPanes::hover(MapPane* from, const QgsPointXY& point) {
    QString code;
    for (int i = 0; i < count(); ++i) {
        MapPane* pane = m_panes[i];
        // Maps over each other have one pointer and one card.
        if (m_layout == MapLayout::Swipe && pane != from) {
            pane->hideCard();
            continue;
        }
        const QString found = pane->hover(point);
        if (pane == from) {
            code = found;
            pane->cross()->clear();
        } else if (pane->data()) {
            pane->cross()->setPoint(point, m_palette);
        }
    }
    return code;
}

}  // namespace mudeung
