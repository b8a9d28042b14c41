// SPDX-License-Identifier: GPL-3.0-or-later
// Degrees to metres and back, on one of Korea's planes. One object per thread.
#pragma once

#include <QByteArray>
#include <memory>
#include <optional>
#include <span>

#include "core/cube/geometry.h"

class OGRCoordinateTransformation;

namespace mudeung {

/// Metres: x to the east, y to the north.
struct PlanePoint {
    double x = 0.0;
    double y = 0.0;
};

constexpr int kNationalGrid = 5179;  ///< Korea 2000 / Unified CS, the plane of the national grid; scale within 0.04 % of 1 on the mainland
constexpr int kMapPlane = 5186;      ///< Korea 2000 / Central Belt 2010, the plane of the map; scale within 0.01 % of 1 around Gwangju

class Plane {
public:
    explicit Plane(int epsg = kNationalGrid);
    ~Plane();
    Plane(const Plane&) = delete;
    Plane& operator=(const Plane&) = delete;

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
