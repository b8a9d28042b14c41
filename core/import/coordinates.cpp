// SPDX-License-Identifier: GPL-3.0-or-later
// Guessing of Korean coordinate systems and transformation with PROJ through OGR (longitude or easting first throughout).
#include "core/import/coordinates.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>

#include "core/base/format.h"

namespace mudeung {

namespace {

/// In order of preference when the values alone cannot tell.
const char* const kCandidates[] = {"EPSG:5179", "EPSG:5186", "EPSG:5181", "EPSG:5174", "EPSG:2097", "EPSG:5178", "KATEC"};
constexpr const char* kKatec =
    "+proj=tmerc +lat_0=38 +lon_0=128 +k=0.9999 +x_0=400000 +y_0=600000 +ellps=bessel +units=m "
    "+towgs84=-115.80,474.99,674.11,1.16,-2.31,-1.63,6.43 +no_defs";
constexpr double kEarthRadiusMeters = 6371008.8;

double metersBetween(const XY& a, const XY& b) {
    const double rad = M_PI / 180.0;
    const double dy = (a.y - b.y) * rad;
    const double dx = (a.x - b.x) * rad * std::cos(0.5 * (a.y + b.y) * rad);
    return kEarthRadiusMeters * std::hypot(dx, dy);
}

double median(std::vector<double> v) {
    if (v.empty()) return std::numeric_limits<double>::infinity();
    const auto middle = v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2);
    std::nth_element(v.begin(), middle, v.end());
    return *middle;
}

std::vector<XY> thinned(const std::vector<XY>& all, std::size_t most) {
    if (all.size() <= most) return all;
    std::vector<XY> out;
    for (std::size_t i = 0; i < most; ++i) out.push_back(all[i * all.size() / most]);
    return out;
}

struct Trial {
    QString crs;
    bool swapped = false;
    double inside = 0.0;    ///< share of samples that land in Korea
    double distance = 0.0;  ///< median metres to the nearest known place
};

Trial tryCrs(const QString& crs, bool swapped, const std::vector<XY>& samples, const std::vector<XY>& known) {
    Trial t{crs, swapped, 0.0, std::numeric_limits<double>::infinity()};
    const auto transform = ToWgs84::create(crs);
    if (!transform) return t;
    std::size_t inside = 0;
    std::vector<double> distances;
    for (const XY& s : samples) {
        XY p = swapped ? XY{s.y, s.x} : s;
        if (!transform.value()->point(p.x, p.y) || !insideKorea(p.x, p.y)) continue;
        ++inside;
        double nearest = std::numeric_limits<double>::infinity();
        for (const XY& k : known) nearest = std::min(nearest, metersBetween(p, k));
        if (std::isfinite(nearest)) distances.push_back(nearest);
    }
    t.inside = samples.empty() ? 0.0 : static_cast<double>(inside) / static_cast<double>(samples.size());
    t.distance = median(std::move(distances));
    return t;
}

/// Degrees in either order, or neither.
CrsDecision decideDegrees(const std::vector<XY>& samples) {
    std::size_t straight = 0;
    std::size_t swapped = 0;
    for (const XY& s : samples) {
        if (insideKorea(s.x, s.y)) ++straight;
        if (insideKorea(s.y, s.x)) ++swapped;
    }
    CrsDecision d;
    if (straight * 2 > samples.size()) {
        d.crs = QStringLiteral("EPSG:4326");
        d.reason = QCoreApplication::translate("Import", "The values are longitudes 124–132 and latitudes 33–39.");
    } else if (swapped * 2 > samples.size()) {
        d.crs = QStringLiteral("EPSG:4326");
        d.swapped = true;
        d.reason = QCoreApplication::translate("Import",
                                               "The values are degrees with latitude in the first column: the two columns were exchanged.");
    }
    return d;
}

CrsDecision decideMetres(const std::vector<XY>& samples, const std::vector<XY>& known) {
    std::vector<Trial> fits;
    for (const char* crs : kCandidates) {
        for (const bool swapped : {false, true}) {
            Trial t = tryCrs(QString::fromLatin1(crs), swapped, samples, known);
            if (t.inside >= 0.9) fits.push_back(std::move(t));
        }
    }
    CrsDecision d;
    if (fits.empty()) {
        d.reason = QCoreApplication::translate("Import", "The coordinates fit no coordinate system used in Korea.");
        return d;
    }
    // without known places the plain axis order and the common systems go first
    const auto before = [&](const Trial& a, const Trial& b) {
        if (!known.empty() && std::abs(a.distance - b.distance) > 1.0) return a.distance < b.distance;
        return !a.swapped && b.swapped;
    };
    std::stable_sort(fits.begin(), fits.end(), before);
    const Trial& best = fits.front();
    d.crs = best.crs;
    d.swapped = best.swapped;
    QStringList others;
    for (std::size_t i = 1; i < fits.size(); ++i) {
        if (!others.contains(fits[i].crs) && fits[i].crs != best.crs) others.append(fits[i].crs);
    }
    const QString axes = best.swapped ? QCoreApplication::translate("Import", " The northing stands in the first column.") : QString();
    if (!known.empty() && best.distance < 20'000.0) {
        d.guessed = fits.size() > 1 && fits[1].distance < best.distance + 500.0;
        d.reason = QCoreApplication::translate("Import", "%1 brings the points closest to places already in the workspace (median %2 m).")
                       .arg(best.crs, formatNumber(best.distance)) +
                   axes;
    } else if (others.isEmpty()) {
        d.reason = QCoreApplication::translate("Import", "Only %1 puts the points in Korea.").arg(best.crs) + axes;
    } else {
        d.guessed = true;
        d.reason = QCoreApplication::translate(
                       "Import", "%1 was guessed from the values; %2 would also put the points in Korea. Please check the map.")
                       .arg(best.crs, others.join(QStringLiteral(", "))) +
                   axes;
    }
    return d;
}

}  // namespace

bool insideKorea(double lon, double lat) {
    return lon >= 124.0 && lon <= 132.0 && lat >= 33.0 && lat <= 39.0;
}

CrsDecision decideCrs(const std::vector<XY>& allSamples, const std::vector<XY>& allKnown, const QString& forced) {
    const std::vector<XY> samples = thinned(allSamples, 200);
    const std::vector<XY> known = thinned(allKnown, 2000);
    CrsDecision d;
    if (samples.empty()) return d;
    if (!forced.isEmpty()) {
        const Trial straight = tryCrs(forced, false, samples, known);
        const Trial swapped = tryCrs(forced, true, samples, known);
        d.crs = forced;
        d.swapped = swapped.inside > straight.inside ||
                    (!known.empty() && swapped.inside == straight.inside && swapped.distance < straight.distance);
        d.reason = QCoreApplication::translate("Import", "The coordinate system was given.");
        return d;
    }
    d = decideDegrees(samples);
    return d.crs.isEmpty() ? decideMetres(samples, known) : d;
}

struct ToWgs84::Impl {
    OGRSpatialReference source;
    OGRSpatialReference target;
    std::unique_ptr<OGRCoordinateTransformation> transform;  // null = already degrees
};

ToWgs84::ToWgs84(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
ToWgs84::~ToWgs84() = default;

Result<std::unique_ptr<ToWgs84>> ToWgs84::create(const QString& crs) {
    auto impl = std::make_unique<Impl>();
    const QString text = crs.compare(QLatin1String("KATEC"), Qt::CaseInsensitive) == 0 ? QString::fromLatin1(kKatec) : crs;
    if (impl->source.SetFromUserInput(text.toUtf8().constData()) != OGRERR_NONE || impl->target.importFromEPSG(4326) != OGRERR_NONE) {
        return Error{
            ErrorCode::InputRefused, QCoreApplication::translate("Import", "The coordinate system “%1” is not known.").arg(crs), {}};
    }
    impl->source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    impl->target.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    // the WKT of a .prj states no authority and another axis order, yet means the same degrees
    const char* const loosely[] = {"CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS", "IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", nullptr};
    if (!impl->source.IsSame(&impl->target, loosely)) {
        impl->transform.reset(OGRCreateCoordinateTransformation(&impl->source, &impl->target));
        if (!impl->transform) {
            return Error{ErrorCode::InputRefused,
                         QCoreApplication::translate("Import", "There is no way from the coordinate system “%1” to longitude and latitude.")
                             .arg(crs),
                         {}};
        }
    }
    return std::unique_ptr<ToWgs84>(new ToWgs84(std::move(impl)));
}

QString ToWgs84::name(const QString& given) const {
    if (!m_impl->transform) return QStringLiteral("EPSG:4326");
    if (given.size() < 20) return given;
    const char* authority = m_impl->source.GetAuthorityCode(nullptr);
    if (authority != nullptr) return QStringLiteral("EPSG:") + QString::fromLatin1(authority);
    const char* own = m_impl->source.GetName();
    return own != nullptr ? QString::fromUtf8(own) : given;
}

bool ToWgs84::point(double& x, double& y) const {
    if (m_impl->transform && !m_impl->transform->Transform(1, &x, &y)) return false;
    return std::isfinite(x) && std::isfinite(y);
}

bool ToWgs84::geometry(std::string_view wkb, QByteArray& out, XY& inside, QString& type) const {
    OGRGeometry* raw = nullptr;
    if (OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &raw, wkb.size()) != OGRERR_NONE || raw == nullptr) return false;
    std::unique_ptr<OGRGeometry> g(raw);
    g->flattenTo2D();
    if (g->IsEmpty()) return false;
    if (m_impl->transform && g->transform(m_impl->transform.get()) != OGRERR_NONE) return false;
    OGREnvelope box;
    g->getEnvelope(&box);
    inside = {0.5 * (box.MinX + box.MaxX), 0.5 * (box.MinY + box.MaxY)};
    OGRPoint p;
    const auto flat = wkbFlatten(g->getGeometryType());
    if (flat == wkbPolygon || flat == wkbMultiPolygon) {
        type = QStringLiteral("polygon");
        const OGRErr ok = flat == wkbPolygon ? g->toPolygon()->PointOnSurface(&p) : g->toMultiPolygon()->PointOnSurface(&p);
        if (ok == OGRERR_NONE && !p.IsEmpty()) inside = {p.getX(), p.getY()};
    } else if (flat == wkbLineString || flat == wkbMultiLineString) {
        type = QStringLiteral("line");
    } else {
        type = QStringLiteral("point");
    }
    out.resize(static_cast<int>(g->WkbSize()));
    return g->exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(out.data())) == OGRERR_NONE;
}

QByteArray pointWkb(double lon, double lat) {
    QByteArray out(21, '\0');
    out[0] = 1;
    out[1] = 1;
    std::memcpy(out.data() + 5, &lon, 8);
    std::memcpy(out.data() + 13, &lat, 8);
    return out;
}

}  // namespace mudeung
