// SPDX-License-Identifier: GPL-3.0-or-later
// A small city for tests of analyses: stops on a square of dongs, counted every day at 7 and 8 h in two groups.
#pragma once

#include <QTemporaryDir>
#include <functional>
#include <memory>

#include "core/store/workspace.h"

namespace mudeung::test {

struct MadeCity {
    int side = 10;             ///< stops per side, about 450 m apart; one dong holds 2 × 2 of them
    bool eastIsOther = false;  ///< the eastern half of the dongs lies in district 29140, not in 29110
    QDate from{2024, 1, 1};
    QDate to{2024, 3, 31};
    /// What is counted at one stop on one day, at one hour (0, 1), in one group (0, 1); kNotObserved = no row.
    std::function<std::int64_t(QDate, int stop, int hour, int group)> count = [](QDate, int, int, int) { return 10; };
};

inline QString stopCode(int stop) {
    return QStringLiteral("S%1").arg(stop, 4, 10, QLatin1Char('0'));
}
inline QString dongCode(int column, int row) {
    return QStringLiteral("29110") + QString::number(column) + QString::number(row) + QStringLiteral("500");
}

inline CubeData cubeOf(const MadeCity& city) {
    CubeData data;
    Dataset& d = data.dataset;
    d.id = QStringLiteral("stops");
    d.title = QStringLiteral("Stops");
    d.titleKo = QStringLiteral("정류장");
    d.placeKind = QStringLiteral("bus_stop");
    d.firstHour = 7;
    d.hourCount = 2;
    d.measures = {{"boardings", "Boardings", "승차", "trips", "건", Aggregation::Sum, 0}};
    d.scheme = {"ticket", {{"adult", "Adults", "일반", -1, -1}, {"senior", "Seniors", "경로", -1, -1}}};
    d.period = {city.from, city.to};
    const int stops = city.side * city.side;
    for (int s = 0; s < stops; ++s)
        data.places.push_back(
            {stopCode(s), QStringLiteral("정류장 %1").arg(s), 126.85 + 0.005 * (s % city.side), 35.10 + 0.004 * (s / city.side)});
    for (QDate month(city.from.year(), city.from.month(), 1); month <= city.to; month = month.addMonths(1)) {
        MonthCells cells{1, 2, month.daysInMonth(), 2, stops, {}};
        for (int group = 0; group < 2; ++group)
            for (int day = 0; day < month.daysInMonth(); ++day)
                for (int hour = 0; hour < 2; ++hour)
                    for (int s = 0; s < stops; ++s) {
                        const QDate date = month.addDays(day);
                        cells.cells.push_back(date < city.from || date > city.to ? kNotObserved : city.count(date, s, hour, group));
                    }
        data.months[monthKey(month.year(), month.month())] = std::move(cells);
    }
    return data;
}

/// A square as WKB polygon in EPSG:4326.
inline QByteArray squareWkb(double west, double south, double width, double height) {
    QByteArray wkb;
    const auto put = [&wkb](auto value) { wkb.append(reinterpret_cast<const char*>(&value), static_cast<int>(sizeof value)); };
    put(char{1});
    put(quint32{3});
    put(quint32{1});
    put(quint32{5});
    const double ring[][2] = {{west, south}, {west + width, south}, {west + width, south + height}, {west, south + height}, {west, south}};
    for (const auto& corner : ring) {
        put(corner[0]);
        put(corner[1]);
    }
    return wkb;
}

/// One dong around each 2 × 2 stops.
inline std::vector<Feature> dongsOf(const MadeCity& city) {
    std::vector<Feature> dongs;
    for (int row = 0; row < city.side / 2; ++row) {
        for (int column = 0; column < city.side / 2; ++column) {
            Feature f;
            f.code = dongCode(column, row);
            if (city.eastIsOther && column >= city.side / 4) f.code.replace(0, 5, QStringLiteral("29140"));
            f.name = QStringLiteral("동 %1-%2").arg(column).arg(row);
            const double west = 126.8475 + 0.01 * column;
            const double south = 35.098 + 0.008 * row;
            f.wkb = squareWkb(west, south, 0.01, 0.008);
            f.lon = west + 0.005;
            f.lat = south + 0.004;
            dongs.push_back(f);
        }
    }
    return dongs;
}

inline void importCube(Workspace& workspace, const MadeCity& city, const QString& fileName, char sha, OnExisting onExisting) {
    Batch batch;
    batch.dataset = QStringLiteral("stops");
    batch.fileName = fileName;
    batch.sha256 = QString(64, QLatin1Char(sha));
    batch.importedAt = QStringLiteral("2024-06-01T09:00:00+09:00");
    batch.period = {city.from, city.to};
    const auto written = workspace.writeCube(cubeOf(city), batch, onExisting, Progress::none());
    if (!written) qFatal("%s", qPrintable(written.error().message));
}

/// A new workspace with the cube "stops" and the layer "dongs".
inline std::shared_ptr<Workspace> makeCity(const QTemporaryDir& folder, const MadeCity& city) {
    static int number = 0;
    auto made = Workspace::create(folder.filePath(QStringLiteral("city%1.mudeung").arg(++number)));
    if (!made) qFatal("%s", qPrintable(made.error().message));
    importCube(**made, city, QStringLiteral("stops.csv"), 'a', OnExisting::Ask);
    Dataset layer;
    layer.id = QStringLiteral("dongs");
    layer.title = QStringLiteral("Dongs");
    layer.kind = DatasetKind::Layer;
    layer.placeKind = QStringLiteral("dong");
    layer.geometryType = QStringLiteral("polygon");
    Batch batch;
    batch.dataset = layer.id;
    batch.fileName = QStringLiteral("dongs.geojson");
    batch.sha256 = QString(64, QLatin1Char('d'));
    batch.importedAt = QStringLiteral("2024-06-01T09:00:00+09:00");
    const auto written = (*made)->writeLayer(layer, dongsOf(city), batch, OnExisting::Ask, Progress::none());
    if (!written) qFatal("%s", qPrintable(written.error().message));
    return *made;
}

inline Query stopsQuery() {
    Query query;
    query.dataset = QStringLiteral("stops");
    return query;
}

}  // namespace mudeung::test
