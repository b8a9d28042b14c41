// SPDX-License-Identifier: GPL-3.0-or-later
// Degrees to metres and back, on the plane of Korea's national grid. One object per thread.
#pragma once

#include <QByteArray>
#include <memory>
#include <optional>
#include <span>

#include "core/cube/geometry.h"

class OGRCoordinateTransformation;

namespace mudeung {

/// Metres, EPSG:5179 (Korea 2000 / Unified CS): x to the east, y to the north. Its scale is within 0.04 % of 1 everywhere on the mainland.
struct PlanePoint {
    double x = 0.0;
    double y = 0.0;
};

class NationalPlane {
public:
    NationalPlane();
    ~NationalPlane();
    NationalPlane(const NationalPlane&) = delete;
    NationalPlane& operator=(const NationalPlane&) = delete;

    /// Nothing for points that cannot be projected, NaN among them.
    std::optional<PlanePoint> toPlane(LonLat at);
    std::optional<LonLat> fromPlane(PlanePoint at);
    /// A geometry in EPSG:4326 as WKB → the same in metres; empty when it cannot be read or projected.
    QByteArray toPlane(const QByteArray& wkb);
    /// A ring of corners (not closed) → WKB polygon in EPSG:4326.
    QByteArray polygonFromPlane(std::span<const PlanePoint> corners);

private:
    std::unique_ptr<OGRCoordinateTransformation> m_forward;
    std::unique_ptr<OGRCoordinateTransformation> m_back;
};

}  // namespace mudeung
