// SPDX-License-Identifier: GPL-3.0-or-later
// Which coordinate system numbers are in, decided from the values, and their way to EPSG:4326. Knows no files.
#pragma once

#include <QByteArray>
#include <QString>
#include <memory>
#include <vector>

#include "core/base/result.h"

namespace mudeung {

struct XY {
    double x = 0.0;
    double y = 0.0;
};

/// Korea with its seas: lon 124–132, lat 33–39.
bool insideKorea(double lon, double lat);

struct CrsDecision {
    QString crs;           ///< "EPSG:4326", "EPSG:5179" …; empty when nothing fits
    bool swapped = false;  ///< the first column is the northing or latitude
    bool guessed = false;  ///< several systems would fit: the user should confirm
    QString reason;        ///< translated sentence
};

/// Decides from sample pairs in file order (x or longitude first). `known` are places of the workspace in degrees: among the
/// systems that land in Korea, the one closest to them wins. `forced` is taken as it is, only the axis order is decided.
CrsDecision decideCrs(const std::vector<XY>& samples, const std::vector<XY>& known, const QString& forced);

/// Transforms points and geometries to EPSG:4326, longitude first. Not thread-safe; make one per job.
class ToWgs84 {
public:
    /// `crs` is an EPSG code, "KATEC" or WKT.
    static Result<std::unique_ptr<ToWgs84>> create(const QString& crs);
    ~ToWgs84();
    /// False when the point has no image.
    bool point(double& x, double& y) const;
    /// Short name of the source system: "EPSG:5186" when its numbers equal that, else its own name, else `given`.
    QString name(const QString& given) const;

    /// WKB → WKB in degrees with two dimensions, and a point inside it. False when the geometry is damaged or empty.
    bool geometry(std::string_view wkb, QByteArray& out, XY& inside, QString& type) const;

private:
    struct Impl;
    explicit ToWgs84(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Little-endian WKB of a point.
QByteArray pointWkb(double lon, double lat);

}  // namespace mudeung
