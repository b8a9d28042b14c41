// SPDX-License-Identifier: GPL-3.0-or-later
// The made-up city as values: districts, dongs, stations, stops, senior centres, and the facts they are shaped by.
// Knows no file formats and no workspace.
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/sample/sample_city.h"

namespace mudeung::sample {

constexpr int kGroups = 7;
constexpr int kHours = 19;  ///< 05 … 23
constexpr int kAges = 101;  ///< 0 … 99, 100 and over

using GroupValues = std::array<double, kGroups>;
using HourProfiles = std::array<std::array<double, kHours>, kGroups>;  ///< each group sums to 1

/// Metres east and north of a fixed point in the city, on a plane good enough to lay out a made-up city.
struct Point {
    double x = 0.0;
    double y = 0.0;
};
double longitudeOf(Point p);  ///< rounded to 1e-7 degrees
double latitudeOf(Point p);
Point pointAt(double lon, double lat);
double distanceMeters(Point a, Point b);

struct District {
    QString code;      ///< "29110"
    QString name;      ///< "동구"
    QString statCode;  ///< "24010"
    int residents = 0;
    int dongs = 0;
    std::vector<Point> anchors;
    QStringList stems;
};

struct Station {
    int code = 0;
    QString name;
    double lat = 0.0;
    double lon = 0.0;
    double weight = 0.0;
};

struct Landmark {
    QString text;
    QString kind;  ///< "child" "youth" "young" "old" "home" "work"
};

/// resources/sample/facts.json.
struct Facts {
    QString city;
    QString cityCode;
    std::vector<District> districts;
    std::vector<Station> stations;
    double boardingsPerStopYear = 0.0;
    double alightingRatio = 0.0;
    QStringList groups;
    std::array<int, kGroups> groupFirstAge{};
    GroupValues busShare{};
    GroupValues metroShare{};
    GroupValues trendPerYear{};
    GroupValues vacation{};
    GroupValues rain{};
    GroupValues snow{};
    double metroBoardingsPerDay = 0.0;
    double metroAlightingRatio = 0.0;
    HourProfiles home{};
    HourProfiles away{};
    HourProfiles weekend{};
    std::array<std::array<double, 7>, kGroups> weekday{};   ///< Monday … Sunday
    std::array<std::array<double, 12>, kGroups> monthly{};  ///< January … December
    std::array<double, 12> wetDayShare{};
    std::map<QString, std::vector<double>> pyramids;  ///< 21 five-year bands
    Point centre;
    Point outlineCentre;
    Point outlineRadii;
    QStringList landmarkStems;
    std::vector<Landmark> landmarks;
    QStringList landmarkSuffixes;
};
Result<Facts> loadFacts();

using Ring = std::vector<std::pair<double, double>>;  ///< lon, lat; closed

struct Dong {
    QString name;  ///< "가람1동"
    QString code;  ///< 10 digits
    QString statCode;
    int district = 0;
    Point centre;
    double areaKm2 = 0.0;
    QString kind;  ///< which age pyramid: "newTown" "oldCentre" "balanced" "rural"
    std::vector<Ring> rings;
    std::array<int, kAges> residents{};
    int total = 0;
    std::array<int, kGroups> residentsByGroup{};
};

struct Stop {
    int ars = 0;
    QString nodeId;
    QString name;
    Point at;
    bool located = true;  ///< false: the published stop list has no coordinates for it
    int dong = 0;
    int pair = 0;  ///< the two sides of one road share it
    QString kind;
    QDate opens;                  ///< first day with riders
    QDate closes;                 ///< first day without
    double residential = 0.5;     ///< 1 = people start their day here, 0 = they come here
    GroupValues dailyBoarding{};  ///< mean boardings a day, before calendar and weather
};

struct SeniorCentre {
    QString name;
    QString address;
    int dong = 0;
    Point at;
    bool located = true;
};

struct City {
    SampleOptions options;
    QDate firstDay;
    QDate lastDay;
    Facts facts;
    std::vector<Dong> dongs;
    std::vector<Stop> stops;
    std::vector<SeniorCentre> centres;
    std::vector<QDate> missingDays;  ///< no bus row at all
    QDate newRouteOpens;
    QDate stopCloses;
    QDate festival;  ///< a Saturday evening on which one metro station is crowded
};

/// Lays out the whole city: a pure function of the options.
Result<City> planCity(const SampleOptions& options);

}  // namespace mudeung::sample
