// SPDX-License-Identifier: GPL-3.0-or-later
// The table of styles of a GeoPackage, as QGIS itself makes it.
#pragma once

#include <QString>

class GDALDataset;

namespace mudeung {

/// Name of the geometry column of every layer that is written here.
constexpr char kGeometryColumn[] = "geom";

struct GpkgStyle {
    QString layer;  ///< of this file
    QString name;
    QString description;
    QString qml;
};

/// Adds `layer_styles` with this style as the default one of its layer. False when GDAL refused; its message is GDAL's last error.
bool addGpkgStyle(GDALDataset& file, const GpkgStyle& style);

}  // namespace mudeung
