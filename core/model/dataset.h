// SPDX-License-Identifier: GPL-3.0-or-later
// What a workspace holds: cubes and layers, their places and features. Values only.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>
#include <limits>
#include <optional>

#include "core/base/result.h"
#include "core/model/measure.h"
#include "core/model/query.h"

namespace mudeung {

enum class TimeStep : int { Year = 0, Month = 1, Day = 2 };
QString timeStepId(TimeStep step);    ///< "year" "month" "day"
QString timeStepName(TimeStep step);  ///< the same for people, in the interface language
std::optional<TimeStep> timeStepFromId(const QString& id);

/// What a place is; cube places meet layer features of the same kind by code.
/// Ids in use: "bus_stop", "station", "dong", "district", "province", "facility", "air_station".
using PlaceKind = QString;
QString placeKindName(const PlaceKind& kind);  ///< "bus stop", "station" … in the interface language; an unknown kind as it is

constexpr double kNoCoordinate = std::numeric_limits<double>::quiet_NaN();

/// A row of a cube's place list. Codes are text and trimmed; `code` is unique in its dataset.
struct Place {
    QString code;
    QString name;
    double lon = kNoCoordinate;  ///< EPSG:4326 degrees, NaN when the cube's own file has no coordinates
    double lat = kNoCoordinate;
    bool operator==(const Place&) const = default;
};

enum class DatasetKind : int { Cube = 0, Layer = 1 };

/// The description of a dataset. Cube fields are empty for layers and the other way round.
struct Dataset {
    qint64 rowId = 0;  ///< 0 until stored
    QString id;        ///< stable name used on the command line: "gwangju-bus-stop-ridership"
    QString title;
    QString titleKo;
    DatasetKind kind = DatasetKind::Cube;
    QString profile;  ///< id of the profile that recognised it
    PlaceKind placeKind;
    QString source;       ///< publisher, as written in the profile
    QString sourceKo;     ///< the same in Korean; empty in workspaces of earlier versions
    bool sample = false;  ///< synthetic: stamped on every picture

    // cube
    TimeStep timeStep = TimeStep::Day;
    int firstHour = 0;
    int hourCount = 0;  ///< 0 = the data has no hours
    QVector<Measure> measures;
    GroupScheme scheme;
    Period period;  ///< first to last day held
    qint64 placeCount = 0;

    // layer
    QString geometryType;  ///< "point" "line" "polygon"
    qint64 featureCount = 0;

    bool hasHours() const { return hourCount > 0; }
    int measureIndex(const QString& id) const;  ///< empty id = 0; −1 when absent
    /// Everything but rowId, which belongs to one workspace. fromJson reads it back and names the field that is wrong.
    QJsonObject toJson() const;
    static Result<Dataset> fromJson(const QJsonObject& json);
    bool operator==(const Dataset&) const = default;
};

/// A feature of a layer. Geometry is WKB in EPSG:4326 (lon, lat); empty when the source had no coordinates.
struct Feature {
    QString code;
    QStringList aliases;  ///< further codes of the same thing: node id beside ARS number
    QString name;
    QByteArray wkb;
    double lon = kNoCoordinate;  ///< representative point
    double lat = kNoCoordinate;
    QJsonObject attributes;
};

}  // namespace mudeung
