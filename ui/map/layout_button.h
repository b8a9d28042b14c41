// SPDX-License-Identifier: GPL-3.0-or-later
// The drop-down button that chooses how many maps the map area holds. F6 goes on to the next layout.
#pragma once

#include "ui/common/map_style.h"
#include "ui/map/map_button.h"
#include "ui/map/map_palette.h"

class QActionGroup;

namespace mudeung {

/// "One map", "Side by side", "Four maps", "Swipe".
QString layoutName(MapLayout layout);

class LayoutButton : public MapButton {
    Q_OBJECT
public:
    explicit LayoutButton(QWidget* parent);
    /// The layout whose sign and tick it shows.
    void setLayoutShown(MapLayout layout);
    void applyTheme(const MapPalette& palette);
    void retranslate();

signals:
    void chosen(mudeung::MapLayout layout);

private:
    void showIcons();

    QActionGroup* m_actions;
    MapLayout m_layout = MapLayout::Single;
    MapPalette m_palette;
};

}  // namespace mudeung
