// SPDX-License-Identifier: GPL-3.0-or-later
// The QGIS map canvas with legend, scale bar and hover card, fed by WorkspaceState. The header shows no QGIS type.
#pragma once

#include <QWidget>

namespace mudeung {

class WorkspaceState;

/// The map of the window: dong boundaries, places, density or circles or choropleth; click and box select places.
QWidget* createMapView(WorkspaceState* state, QWidget* parent = nullptr);

}  // namespace mudeung
