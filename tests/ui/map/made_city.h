// SPDX-License-Identifier: GPL-3.0-or-later
// A made city for tests of the map: square dongs of two districts of Gwangju, stops with known numbers, residents by district.
#pragma once

#include <QtEndian>
#include <QtTest>
#include <cstring>
#include <random>

#include "core/store/workspace.h"

namespace mudeung::test {

/// WKB of a square with its south-west corner at (lon, lat).
inline QByteArray squareWkb(double lon, double lat, double side) {
    QByteArray wkb;
    const auto number = [&wkb](auto value) {
        char bytes[sizeof(value)];
        qToLittleEndian(value, bytes);
        wkb.append(bytes, sizeof(value));
    };
    wkb.append('\1');
    number(quint32(3));
    number(quint32(1));
    number(quint32(5));
    for (const auto& [dx, dy] : {std::pair{0.0, 0.0}, {side, 0.0}, {side, side}, {0.0, side}, {0.0, 0.0}}) {
        for (double v : {lon + dx, lat + dy}) {
            quint64 bits;
            std::memcpy(&bits, &v, sizeof bits);
            number(bits);
        }
    }
    return wkb;
}

inline Dataset madeDataset(const QString& id, const QString& placeKind) {
    Dataset d;
    d.id = id;
    d.title = QStringLiteral("Made ") + id;
    d.titleKo = QStringLiteral("만든 자료");
    d.placeKind = placeKind;
    d.source = QStringLiteral("Made city");
    d.timeStep = TimeStep::Year;
    d.measures = {{QStringLiteral("boardings"), QStringLiteral("Boardings"), QStringLiteral("승차"), QStringLiteral("trips"),
                   QStringLiteral("건"), Aggregation::Sum, 0}};
    d.scheme = {QStringLiteral("ticket"),
                {{QStringLiteral("adult"), QStringLiteral("Adult"), QStringLiteral("일반"), 19, -1},
                 {QStringLiteral("child"), QStringLiteral("Child"), QStringLiteral("어린이"), 6, 12}}};
    d.period = {QDate(2022, 1, 1), QDate(2022, 12, 31)};
    return d;
}

inline Batch madeBatch(const QString& dataset) {
    Batch batch;
    batch.dataset = dataset;
    batch.fileName = dataset + QStringLiteral(".csv");
    batch.sha256 = QString(64, QLatin1Char('a'));
    batch.importedAt = QStringLiteral("2026-01-02T03:04:05+09:00");
    batch.period = {QDate(2022, 1, 1), QDate(2022, 12, 31)};
    return batch;
}

inline void writeMade(Workspace& workspace, const Dataset& dataset, const std::vector<Place>& places,
                      const std::vector<std::int32_t>& adults, const std::vector<std::int32_t>& children) {
    CubeData data;
    data.dataset = dataset;
    data.dataset.placeCount = static_cast<qint64>(places.size());
    data.places = places;
    MonthCells cells{1, 2, 1, 1, static_cast<int>(places.size()), {}};
    for (std::int32_t v : adults) cells.cells.push_back(v);
    for (std::int32_t v : children) cells.cells.push_back(v);
    data.months.emplace(monthKey(2022, 1), cells);
    const auto written = workspace.writeCube(data, madeBatch(dataset.id), OnExisting::Ask, Progress::none());
    if (!written) qFatal("%s", qPrintable(written.error().message));
}

/// Twelve stops, 0.02° apart; stop i counts (i + 1) · 1000 adults and (i + 1) · 100 children, the last one zero.
inline void writeStops(Workspace& workspace, const QString& id, bool located = true) {
    std::vector<Place> places;
    std::vector<std::int32_t> adults, children;
    for (int i = 0; i < 12; ++i) {
        Place place{QString::number(1000 + i), QStringLiteral("정류장%1").arg(i + 1)};
        if (located) {
            place.lon = 126.86 + 0.02 * (i % 4);
            place.lat = 35.13 + 0.02 * (i / 4);
        }
        places.push_back(place);
        adults.push_back(i == 11 ? 0 : (i + 1) * 1000);
        children.push_back(i == 11 ? 0 : (i + 1) * 100);
    }
    writeMade(workspace, madeDataset(id, QStringLiteral("bus_stop")), places, adults, children);
}

/// As many stops as a city has, at random but the same every time.
inline void writeManyStops(Workspace& workspace, const QString& id, int count) {
    std::mt19937 random(7);
    std::vector<Place> places;
    std::vector<std::int32_t> adults, children;
    const auto unit = [&random] { return static_cast<double>(random() % 100000) / 100000.0; };
    for (int i = 0; i < count; ++i) {
        places.push_back({QString::number(5000 + i), QStringLiteral("s%1").arg(i), 126.85 + 0.08 * unit(), 35.12 + 0.08 * unit()});
        adults.push_back(static_cast<std::int32_t>(random() % 100000));
        children.push_back(static_cast<std::int32_t>(random() % 10000));
    }
    writeMade(workspace, madeDataset(id, QStringLiteral("bus_stop")), places, adults, children);
}

/// Districts 29110 and 29140 without coordinates: 40,000 and 0 adults.
inline void writeDistrictNumbers(Workspace& workspace, const QString& id) {
    writeMade(workspace, madeDataset(id, QStringLiteral("district")),
              {{QStringLiteral("29110"), QStringLiteral("동구")}, {QStringLiteral("29140"), QStringLiteral("서구")}}, {40000, 0},
              {4000, 0});
}

/// Seven square dongs: four of 29110, two of 29140 to the west of them, and one of 29155 that no number belongs to.
inline void writeDongs(Workspace& workspace) {
    Dataset layer;
    layer.id = QStringLiteral("dongs");
    layer.title = QStringLiteral("Dongs");
    layer.kind = DatasetKind::Layer;
    layer.placeKind = QStringLiteral("dong");
    layer.geometryType = QStringLiteral("polygon");
    std::vector<Feature> features;
    const auto add = [&features](const QString& code, const QString& name, double lon, double lat) {
        Feature f;
        f.code = code;
        f.name = name;
        f.lon = lon + 0.02;
        f.lat = lat + 0.02;
        f.wkb = squareWkb(lon, lat, 0.04);
        features.push_back(f);
    };
    for (int i = 0; i < 4; ++i) {
        add(QStringLiteral("29110%1").arg(52500 + i), QStringLiteral("광주광역시 동구 시험%1동").arg(i + 1), 126.85 + 0.04 * (i % 2),
            35.12 + 0.04 * (i / 2));
    }
    for (int i = 0; i < 2; ++i) {
        add(QStringLiteral("29140%1").arg(60000 + i), QStringLiteral("광주광역시 서구 서쪽%1동").arg(i + 1), 126.81, 35.12 + 0.04 * i);
    }
    add(QStringLiteral("2915570000"), QStringLiteral("광주광역시 남구 남쪽동"), 126.85, 35.08);
    const auto stored = workspace.writeLayer(layer, features, madeBatch(layer.id), OnExisting::Ask, Progress::none());
    if (!stored) qFatal("%s", qPrintable(stored.error().message));
}

inline std::shared_ptr<Workspace> emptyWorkspace(const QString& path) {
    auto workspace = Workspace::create(path);
    if (!workspace) qFatal("%s", qPrintable(workspace.error().message));
    return *workspace;
}

}  // namespace mudeung::test
