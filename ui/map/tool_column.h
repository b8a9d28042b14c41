// SPDX-License-Identifier: GPL-3.0-or-later
// The column of selection tools at the left of the map: which one is chosen, and the radius. Selects nothing itself.
#pragma once

#include <QVector>
#include <QWidget>
#include <array>

#include "ui/map/map_palette.h"
#include "ui/map/map_tool.h"

class QActionGroup;
class QMenu;
class QToolButton;

namespace mudeung {

/// Walks of about 4, 7 and 11 minutes.
constexpr std::array<int, 3> kRadii{300, 500, 800};

class ToolColumn : public QWidget {
    Q_OBJECT
public:
    explicit ToolColumn(QWidget* parent);

    SelectTool tool() const { return m_tool; }
    void setTool(SelectTool tool);
    int radius() const { return m_radius; }
    void setRadius(int meters);
    /// The dong tool needs boundaries; without them it says so.
    void setHasDongs(bool has);
    void applyTheme(const MapPalette& palette);
    void retranslate();

signals:
    void toolChosen(mudeung::SelectTool tool);
    void radiusChosen(int meters);

private:
    QVector<QToolButton*> m_buttons;  ///< in the order of SelectTool
    QMenu* m_radii;
    QActionGroup* m_radiusGroup;
    SelectTool m_tool = SelectTool::Pointer;
    int m_radius = 500;
    bool m_hasDongs = true;
};

}  // namespace mudeung
