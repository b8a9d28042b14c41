// SPDX-License-Identifier: GPL-3.0-or-later
// Boundaries, stops, stations, residents and senior centres in their published layouts.
#include <QCoreApplication>
#include <QDir>
#include <memory>
#include <numeric>
#include <ogr_spatialref.h>

#include "core/sample/published_files.h"
#include "core/sample/text_file.h"

namespace mudeung::sample {
namespace {

std::string utf8(const QString& text) {
    return text.toStdString();
}

/// Shortest digits that read back to the same number.
std::string digits(double value) {
    char text[32];
    return std::string(text, std::to_chars(text, text + sizeof text, value).ptr);
}

std::string fixedDigits(double value, int decimals) {
    return QByteArray::number(value, 'f', decimals).toStdString();
}

Result<QString> finished(TextFile& file, const QString& path) {
    const Status status = file.finish();
    return status ? Result<QString>(path) : Result<QString>(status.error());
}

void writeRing(TextFile& file, const Ring& ring) {
    file << "[";
    for (std::size_t i = 0; i < ring.size(); ++i)
        file << (i == 0 ? "[" : ", [") << digits(ring[i].first) << ", " << digits(ring[i].second) << "]";
    file << "]";
}

/// Outer rings become polygons; clockwise rings are holes of the polygon before them.
void writeGeometry(TextFile& file, const std::vector<Ring>& rings) {
    file << R"({"type": "MultiPolygon", "coordinates": [[)";
    for (std::size_t i = 0; i < rings.size(); ++i) {
        if (i > 0) file << ", ";
        writeRing(file, rings[i]);
    }
    file << "]]}";
}

using AgeCounts = std::array<int, kAges>;

void writeResidentRow(TextFile& file, const std::string& region, const AgeCounts& counts) {
    const std::string total = quotedThousands(std::accumulate(counts.begin(), counts.end(), 0));
    file << region << "," << total << "," << total;
    for (const int count : counts) file << "," << quotedThousands(count);
    file << "\n";
}

void add(AgeCounts& sum, const AgeCounts& counts) {
    for (int age = 0; age < kAges; ++age) sum[age] += counts[age];
}

/// EPSG:4326 → EPSG:5179 (UTM-K), as the publishers of facility lists use it.
class UtmK {
public:
    UtmK() {
        OGRSpatialReference from;
        OGRSpatialReference to;
        if (from.importFromEPSG(4326) != OGRERR_NONE || to.importFromEPSG(5179) != OGRERR_NONE) return;
        from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        m_transformation.reset(OGRCreateCoordinateTransformation(&from, &to));
    }
    bool transform(double& x, double& y) const { return m_transformation && m_transformation->Transform(1, &x, &y) != 0; }

private:
    struct Destroy {
        void operator()(OGRCoordinateTransformation* t) const { OGRCoordinateTransformation::DestroyCT(t); }
    };
    std::unique_ptr<OGRCoordinateTransformation, Destroy> m_transformation;
};

}  // namespace

Result<QString> writeBoundaries(const City& city, const QString& folder) {
    const QString path = QDir(folder).filePath(QStringLiteral("행정동경계_%1.geojson").arg(city.facts.city));
    TextFile file(path);
    file << R"({"type": "FeatureCollection", "name": "temp", "crs": {"type": "name", "properties": )"
         << R"({"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}, "features": [)";
    for (std::size_t i = 0; i < city.dongs.size(); ++i) {
        const Dong& dong = city.dongs[i];
        const District& district = city.facts.districts[dong.district];
        file << (i == 0 ? "" : ",\n") << R"({"type": "Feature", "properties": {"OBJECTID": )" << static_cast<int>(i + 1);
        file << R"(, "adm_nm": ")" << utf8(QStringLiteral("%1 %2 %3").arg(city.facts.city, district.name, dong.name));
        file << R"(", "adm_cd": ")" << utf8(dong.statCode) << R"(", "adm_cd2": ")" << utf8(dong.code);
        file << R"(", "sgg": ")" << utf8(district.code) << R"(", "sido": ")" << utf8(city.facts.cityCode);
        file << R"(", "sidonm": ")" << utf8(city.facts.city) << R"(", "sggnm": ")" << utf8(district.name) << R"("}, "geometry": )";
        writeGeometry(file, dong.rings);
        file << "}";
    }
    file << "]}\n";
    return finished(file, path);
}

Result<QString> writeStops(const City& city, const QString& folder) {
    const QString path = QDir(folder).filePath(QStringLiteral("%1_버스정류소_TAGO.json").arg(city.facts.city));
    TextFile file(path);
    file << "[\n";
    for (std::size_t i = 0; i < city.stops.size(); ++i) {
        const Stop& stop = city.stops[i];
        file << "  {\n";
        if (stop.located)
            file << "    \"gpslati\": " << digits(latitudeOf(stop.at)) << ",\n    \"gpslong\": " << digits(longitudeOf(stop.at)) << ",\n";
        file << "    \"nodeid\": \"" << utf8(stop.nodeId) << "\",\n    \"nodenm\": \"" << utf8(stop.name)
             << "\",\n    \"nodeno\": " << stop.ars << (i + 1 < city.stops.size() ? "\n  },\n" : "\n  }\n");
    }
    file << "]\n";
    return finished(file, path);
}

Result<QString> writeStations(const City& city, const QString& folder) {
    const QString path = QDir(folder).filePath(QStringLiteral("%1_도시철도역_위치_1호선.json").arg(city.facts.city));
    TextFile file(path);
    file << "[\n";
    const auto& stations = city.facts.stations;
    for (std::size_t i = 0; i < stations.size(); ++i) {
        file << "  {\n    \"name\": \"" << utf8(stations[i].name) << "\",\n    \"code\": " << stations[i].code;
        file << ",\n    \"latitude\": " << digits(stations[i].lat) << ",\n    \"longitude\": " << digits(stations[i].lon)
             << (i + 1 < stations.size() ? "\n  },\n" : "\n  }\n");
    }
    file << "]\n";
    return finished(file, path);
}

Result<QString> writeResidents(const City& city, const QString& folder) {
    const QString path = QDir(folder).filePath(QStringLiteral("연령별인구현황_월간_202409.csv"));
    TextFile file(path);
    QString header = QStringLiteral("행정구역,2024년09월_계_총인구수,2024년09월_계_연령구간인구수");
    for (int age = 0; age < kAges; ++age)
        header += age < kAges - 1 ? QStringLiteral(",2024년09월_계_%1세").arg(age) : QStringLiteral(",2024년09월_계_%1세 이상").arg(age);
    file << toCp949(header) << "\n";
    AgeCounts whole{};
    std::vector<AgeCounts> byDistrict(city.facts.districts.size(), AgeCounts{});
    for (const Dong& dong : city.dongs) {
        add(whole, dong.residents);
        add(byDistrict[dong.district], dong.residents);
    }
    writeResidentRow(file, toCp949(city.facts.city + QStringLiteral("  (") + city.facts.cityCode + QStringLiteral("00000000)")), whole);
    int current = -1;
    for (const Dong& dong : city.dongs) {
        const District& district = city.facts.districts[dong.district];
        const QString name = QStringLiteral("%1 %2 ").arg(city.facts.city, district.name);
        if (dong.district != current) {
            current = dong.district;
            writeResidentRow(file, toCp949(name + QStringLiteral("(") + district.code + QStringLiteral("00000)")), byDistrict[current]);
        }
        writeResidentRow(file, toCp949(QStringLiteral("%1%2(%3)").arg(name, dong.name, dong.code)), dong.residents);
    }
    return finished(file, path);
}

Result<QString> writeSeniorCentres(const City& city, const QString& folder) {
    const QString path = QDir(folder).filePath(QStringLiteral("%1_경로당현황.csv").arg(city.facts.city));
    const UtmK utmK;
    TextFile file(path);
    file << toCp949(QStringLiteral("관리기관명,경로당명,소재지,연락처,위도,경도,X좌표,Y좌표,읍면동\n"));
    for (const SeniorCentre& centre : city.centres) {
        const Dong& dong = city.dongs[centre.dong];
        const QString district = city.facts.districts[dong.district].name;
        file << toCp949(QStringLiteral("%1,%2,%3,,").arg(district, centre.name, centre.address));
        double x = longitudeOf(centre.at);
        double y = latitudeOf(centre.at);
        if (!centre.located) {
            file << ",,,,";
        } else {
            file << digits(y) << "," << digits(x) << ",";
            if (!utmK.transform(x, y))
                return Error{ErrorCode::Internal,
                             QCoreApplication::translate("Sample",
                                                         "The coordinates of %1 cannot be computed; the PROJ database is missing or "
                                                         "damaged. Install PROJ again.")
                                 .arg(QStringLiteral("EPSG:5179")),
                             QString()};
            file << fixedDigits(x, 3) << "," << fixedDigits(y, 3) << ",";
        }
        file << toCp949(dong.name) << "\n";
    }
    return finished(file, path);
}

Result<QStringList> writeLayerFiles(const City& city, const QString& folder) {
    QStringList paths;
    for (const auto write : {&writeBoundaries, &writeStops, &writeStations, &writeResidents, &writeSeniorCentres}) {
        const auto path = write(city, folder);
        if (!path) return path.error();
        paths << *path;
    }
    return paths;
}

}  // namespace mudeung::sample
