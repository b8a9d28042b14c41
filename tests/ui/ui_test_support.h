// SPDX-License-Identifier: GPL-3.0-or-later
// A small workspace written through the store, and helpers that every widget test needs.
#pragma once

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QPixmap>
#include <QSet>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "core/store/workspace.h"
#include "tests/support/watchdog.h"
#include "ui/common/workspace_state.h"

namespace mudeung::test {

/// Two stops, two groups, two hours (7 and 8), March 2024 by day. Cell value = 1 + place + 10·group + 100·(hour − 7), every day.
/// So over 31 days: stop A adult 7h 31·1, 8h 31·101; senior 31·11, 31·111; stop B one more each.
inline CubeData smallCube() {
    CubeData data;
    Dataset& d = data.dataset;
    d.id = QStringLiteral("test-stops");
    d.title = QStringLiteral("Test stops");
    d.titleKo = QStringLiteral("시험 정류장");
    d.profile = QStringLiteral("test");
    d.placeKind = QStringLiteral("bus_stop");
    d.source = QStringLiteral("Test office");
    d.sample = true;
    d.timeStep = TimeStep::Day;
    d.firstHour = 7;
    d.hourCount = 2;
    Measure boardings;
    boardings.id = QStringLiteral("boardings");
    boardings.name = QStringLiteral("boardings");
    boardings.nameKo = QStringLiteral("승차");
    boardings.unit = QStringLiteral("trips");
    boardings.unitKo = QStringLiteral("건");
    d.measures = {boardings};
    d.scheme.id = QStringLiteral("test");
    d.scheme.groups = {{QStringLiteral("adult"), QStringLiteral("Adults"), QStringLiteral("일반"), 19, 64},
                       {QStringLiteral("senior"), QStringLiteral("Seniors"), QStringLiteral("경로"), 65, -1}};
    d.period = {QDate(2024, 3, 1), QDate(2024, 3, 31)};
    d.placeCount = 2;
    data.places = {{QStringLiteral("1001"), QStringLiteral("City Hall"), 126.85, 35.16},
                   {QStringLiteral("1002"), QStringLiteral("Station"), 126.91, 35.16}};
    MonthCells cells;
    cells.measures = 1;
    cells.groups = 2;
    cells.days = 31;
    cells.hours = 2;
    cells.places = 2;
    cells.cells.resize(std::size_t{2} * 31 * 2 * 2);
    for (int g = 0; g < 2; ++g)
        for (int day = 0; day < 31; ++day)
            for (int h = 0; h < 2; ++h)
                for (int p = 0; p < 2; ++p) cells.cells[cells.index(0, g, day, h, p)] = 1 + p + 10 * g + 100 * h;
    data.months[monthKey(2024, 3)] = cells;
    return data;
}

/// The same places as one number per year and without groups or hours.
inline CubeData yearlyCube() {
    CubeData data = smallCube();
    data.dataset.id = QStringLiteral("test-year");
    data.dataset.title = QStringLiteral("Test year");
    data.dataset.titleKo.clear();
    data.dataset.timeStep = TimeStep::Year;
    data.dataset.hourCount = 0;
    data.dataset.scheme.groups = {{QStringLiteral("all"), QStringLiteral("All"), QStringLiteral("전체"), -1, -1}};
    data.dataset.scheme.id = QStringLiteral("none");
    data.dataset.period = {QDate(2024, 1, 1), QDate(2024, 12, 31)};
    MonthCells cells;
    cells.measures = cells.groups = cells.days = cells.hours = 1;
    cells.places = 2;
    cells.cells = {5, 6};
    data.months.clear();
    data.months[monthKey(2024, 1)] = cells;
    return data;
}

inline std::shared_ptr<Workspace> smallWorkspace(const QString& path, bool withYear = false) {
    auto workspace = Workspace::create(path);
    if (!workspace) {
        qWarning() << workspace.error().message << workspace.error().detail;
        return nullptr;
    }
    QVector<CubeData> cubes{smallCube()};
    if (withYear) cubes.push_back(yearlyCube());
    for (const CubeData& cube : cubes) {
        Batch batch;
        batch.dataset = cube.dataset.id;
        batch.fileName = cube.dataset.id + QStringLiteral(".csv");
        batch.sha256 = QString(64, QLatin1Char(withYear && cube.dataset.hourCount == 0 ? 'b' : 'a'));
        batch.bytes = 1;
        batch.importedAt = QStringLiteral("2024-04-01T00:00:00+09:00");
        batch.period = cube.dataset.period;
        auto written = workspace.value()->writeCube(cube, batch, OnExisting::Ask, Progress::none());
        if (!written) {
            qWarning() << written.error().message << written.error().detail;
            return nullptr;
        }
    }
    return workspace.value();
}

/// Preferences and data of the test only: never those of whoever runs it.
inline void isolateSettings(const QString& folder) {
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(folder));
    qputenv("XDG_DATA_HOME", QFile::encodeName(folder));
}

/// Pictures for people to look at, kept below the build folder.
inline void keepPicture(const QPixmap& picture, const QString& name) {
    const QDir folder(QStringLiteral(MUDEUNG_BINARY_DIR "/screens"));
    folder.mkpath(QStringLiteral("."));
    picture.save(folder.filePath(name));
}

inline int countColors(const QImage& image, int atMost = 64) {
    QSet<QRgb> colors;
    for (int y = 0; y < image.height() && colors.size() < atMost; y += 2)
        for (int x = 0; x < image.width() && colors.size() < atMost; x += 2) colors.insert(image.pixel(x, y));
    return static_cast<int>(colors.size());
}

}  // namespace mudeung::test
