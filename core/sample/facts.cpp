// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the compiled-in facts of the sample city.
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

#include "core/sample/city.h"

namespace mudeung::sample {
namespace {

constexpr double kOriginLon = 126.835;
constexpr double kOriginLat = 35.155;
constexpr double kMetersPerDegreeLat = 110950.0;
constexpr double kMetersPerDegreeLon = 91120.0;

template <std::size_t N>
std::array<double, N> numbers(const QJsonValue& value) {
    std::array<double, N> out{};
    const QJsonArray array = value.toArray();
    for (std::size_t i = 0; i < N; ++i) out[i] = array.at(static_cast<int>(i)).toDouble();
    return out;
}

template <std::size_t N>
std::array<std::array<double, N>, kGroups> rows(const QJsonValue& value) {
    std::array<std::array<double, N>, kGroups> out{};
    const QJsonArray array = value.toArray();
    for (int g = 0; g < kGroups; ++g) out[g] = numbers<N>(array.at(g));
    return out;
}

HourProfiles profiles(const QJsonValue& value) {
    HourProfiles out = rows<kHours>(value);
    for (auto& profile : out) {
        double sum = 0.0;
        for (const double v : profile) sum += v;
        for (double& v : profile) v /= sum;
    }
    return out;
}

QStringList texts(const QJsonValue& value) {
    QStringList out;
    for (const QJsonValue& v : value.toArray()) out << v.toString();
    return out;
}

Point pointOf(const QJsonValue& value) {
    const auto lonLat = numbers<2>(value);
    return pointAt(lonLat[0], lonLat[1]);
}

void readPublished(const QJsonObject& published, Facts& facts) {
    facts.city = published["city"].toObject()["name"].toString();
    facts.cityCode = published["city"].toObject()["code"].toString();
    for (const QJsonValue& v : published["districts"].toArray()) {
        const QJsonObject o = v.toObject();
        District district;
        district.code = o["code"].toString();
        district.name = o["name"].toString();
        district.statCode = o["statCode"].toString();
        district.residents = o["residents"].toInt();
        district.dongs = o["dongs"].toInt();
        facts.districts.push_back(district);
    }
    for (const QJsonValue& v : published["stations"].toArray()) {
        const QJsonObject o = v.toObject();
        facts.stations.push_back({o["code"].toInt(), o["name"].toString(), o["latitude"].toDouble(), o["longitude"].toDouble(), 0.0});
    }
    const QJsonObject bus = published["bus"].toObject();
    facts.boardingsPerStopYear = bus["boardings"].toDouble() / bus["stops"].toDouble();
    facts.alightingRatio = bus["alightings"].toDouble() / bus["boardings"].toDouble();
}

void readShares(const QJsonObject& published, const QJsonObject& assumed, Facts& facts) {
    const QJsonObject classShares = published["bus"].toObject()["classShares"].toObject();
    const QStringList classes = texts(assumed["groupClass"]);
    const auto within = numbers<kGroups>(assumed["shareWithinClass"]);
    facts.groups = texts(assumed["groups"]);
    const auto firstAges = numbers<kGroups>(assumed["groupFirstAges"]);
    facts.metroShare = numbers<kGroups>(assumed["metroGroupShares"]);
    for (int g = 0; g < kGroups; ++g) {
        facts.busShare[g] = classShares[classes[g]].toDouble() * within[g];
        facts.groupFirstAge[g] = static_cast<int>(firstAges[g]);
    }
    facts.trendPerYear = numbers<kGroups>(assumed["trendPerYear"]);
    facts.vacation = numbers<kGroups>(assumed["vacationFactor"]);
    facts.rain = numbers<kGroups>(assumed["rainFactor"]);
    facts.snow = numbers<kGroups>(assumed["snowFactor"]);
    facts.metroBoardingsPerDay = assumed["metroBoardingsPerDay"].toDouble();
    facts.metroAlightingRatio = assumed["metroAlightingRatio"].toDouble();
    const QJsonArray weights = assumed["metroStationWeights"].toArray();
    double sum = 0.0;
    for (const QJsonValue& w : weights) sum += w.toDouble();
    for (std::size_t i = 0; i < facts.stations.size(); ++i) facts.stations[i].weight = weights.at(static_cast<int>(i)).toDouble() / sum;
}

void readShape(const QJsonObject& assumed, Facts& facts) {
    const QJsonObject hours = assumed["hourProfiles"].toObject();
    facts.home = profiles(hours["weekdayHome"]);
    facts.away = profiles(hours["weekdayAway"]);
    facts.weekend = profiles(hours["weekend"]);
    facts.weekday = rows<7>(assumed["weekday"]);
    facts.monthly = rows<12>(assumed["monthly"]);
    facts.wetDayShare = numbers<12>(assumed["wetDayShare"]);
    const QJsonObject pyramids = assumed["agePyramids"].toObject();
    for (const QString& kind : pyramids.keys()) {
        const auto bands = numbers<21>(pyramids[kind]);
        facts.pyramids[kind] = std::vector<double>(bands.begin(), bands.end());
    }
    facts.centre = pointOf(assumed["centre"]);
    const QJsonObject outline = assumed["outline"].toObject();
    facts.outlineCentre = pointOf(outline["centre"]);
    const auto radii = numbers<2>(outline["radiiMeters"]);
    facts.outlineRadii = {radii[0], radii[1]};
    const QJsonArray anchors = assumed["districtAnchors"].toArray();
    const QJsonArray stems = assumed["dongStems"].toArray();
    for (std::size_t d = 0; d < facts.districts.size(); ++d) {
        for (const QJsonValue& v : anchors.at(static_cast<int>(d)).toArray()) facts.districts[d].anchors.push_back(pointOf(v));
        facts.districts[d].stems = texts(stems.at(static_cast<int>(d)));
    }
    facts.landmarkStems = texts(assumed["landmarkStems"]);
    facts.landmarkSuffixes = texts(assumed["landmarkSuffixes"]);
    for (const QJsonValue& v : assumed["landmarks"].toArray())
        facts.landmarks.push_back({v.toObject()["text"].toString(), v.toObject()["kind"].toString()});
}

}  // namespace

Point pointAt(double lon, double lat) {
    return {(lon - kOriginLon) * kMetersPerDegreeLon, (lat - kOriginLat) * kMetersPerDegreeLat};
}

double longitudeOf(Point p) {
    return std::round((kOriginLon + p.x / kMetersPerDegreeLon) * 1e7) / 1e7;
}

double latitudeOf(Point p) {
    return std::round((kOriginLat + p.y / kMetersPerDegreeLat) * 1e7) / 1e7;
}

double distanceMeters(Point a, Point b) {
    return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

Result<Facts> loadFacts() {
    QFile file(QStringLiteral(":/mudeung/sample/facts.json"));
    QJsonParseError parse;
    QJsonDocument document;
    if (file.open(QIODevice::ReadOnly)) document = QJsonDocument::fromJson(file.readAll(), &parse);
    if (!document.isObject())
        return Error{ErrorCode::Internal,
                     QCoreApplication::translate("Sample", "The facts of the sample city are missing from this program; install it again."),
                     file.fileName()};
    const QJsonObject published = document.object()["published"].toObject();
    const QJsonObject assumed = document.object()["assumed"].toObject();
    Facts facts;
    readPublished(published, facts);
    readShares(published, assumed, facts);
    readShape(assumed, facts);
    return facts;
}

}  // namespace mudeung::sample
