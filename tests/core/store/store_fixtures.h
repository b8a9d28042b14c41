// SPDX-License-Identifier: GPL-3.0-or-later
// Made cubes for the store tests, and the comparison of a workspace with what was written.
#pragma once

#include <QFile>
#include <QtTest>
#include <random>

#include "core/store/workspace.h"

namespace mudeung::test {

inline Measure measure(const char* id) {
    Measure m;
    m.id = QLatin1String(id);
    m.name = m.id;
    m.unit = QStringLiteral("trips");
    return m;
}

inline Dataset cubeDataset(int hours = 4, int groups = 2, int measures = 1) {
    Dataset d;
    d.id = QStringLiteral("rides");
    d.title = QStringLiteral("Rides");
    d.placeKind = QStringLiteral("bus_stop");
    d.timeStep = TimeStep::Day;
    d.firstHour = 5;
    d.hourCount = hours;
    const char* ids[] = {"boardings", "alightings", "transfers"};
    for (int m = 0; m < measures; ++m) d.measures.append(measure(ids[m]));
    d.scheme.id = QStringLiteral("ticket");
    for (int g = 0; g < groups; ++g) d.scheme.groups.append({QStringLiteral("g%1").arg(g), {}, {}, -1, -1});
    return d;
}

inline std::vector<Place> makePlaces(int count, int first = 0) {
    std::vector<Place> places;
    for (int i = 0; i < count; ++i) {
        places.push_back({QStringLiteral("P%1").arg(first + i, 5, 10, QLatin1Char('0')), QStringLiteral("정류장 %1").arg(first + i),
                          126.8 + i * 0.001, 35.1});
    }
    return places;
}

inline MonthCells emptyMonth(const CubeData& data, MonthKey month) {
    const Dataset& d = data.dataset;
    const int days = d.timeStep == TimeStep::Day ? QDate(yearOf(month), monthOf(month), 1).daysInMonth() : 1;
    MonthCells cells{static_cast<int>(d.measures.size()),
                     static_cast<int>(d.scheme.groups.size()),
                     days,
                     std::max(1, d.hourCount),
                     static_cast<int>(data.places.size()),
                     {}};
    cells.cells.assign(cells.index(cells.measures, 0, 0, 0, 0), kNotObserved);
    return cells;
}

/// About a third of the cells without a row, some large values, the rest small counts.
inline CubeData makeCube(const std::vector<MonthKey>& months, int places, unsigned seed, Dataset dataset = cubeDataset(),
                         int firstPlace = 0) {
    CubeData data;
    data.dataset = std::move(dataset);
    data.places = makePlaces(places, firstPlace);
    std::mt19937_64 random(seed);
    for (const MonthKey month : months) {
        MonthCells cells = emptyMonth(data, month);
        for (auto& v : cells.cells) {
            const auto dice = random() % 100;
            if (dice < 33) continue;
            v = dice > 97 ? static_cast<std::int64_t>(random() % 100000000) : static_cast<std::int64_t>(random() % 300);
        }
        data.months.emplace(month, std::move(cells));
    }
    return data;
}

inline Batch makeBatch(const char* sha, const char* file = "file.csv") {
    Batch b;
    b.sha256 = QLatin1String(sha);
    b.fileName = QLatin1String(file);
    b.bytes = 1234;
    b.profile = QStringLiteral("made");
    b.encoding = QStringLiteral("UTF-8");
    b.importedAt = QStringLiteral("2024-05-01T09:00:00+09:00");
    b.options = {{"year", 2024}};
    b.report = {{"rows", 5}};
    b.period = {QDate(2024, 1, 1), QDate(2024, 1, 31)};
    return b;
}

inline std::vector<int> allGroups(const Dataset& d) {
    std::vector<int> groups;
    for (int g = 0; g < static_cast<int>(d.scheme.groups.size()); ++g) groups.push_back(g);
    return groups;
}

/// Empty when the workspace holds exactly these cells (places of `data` looked up by code); else the first difference.
inline QString difference(const Workspace& ws, const CubeData& data) {
    const auto dataset = ws.dataset(data.dataset.id);
    if (!dataset) return dataset.error().message;
    const auto places = ws.places(data.dataset.id);
    if (!places) return places.error().message;
    std::map<QString, int> indexOf;
    for (std::size_t i = 0; i < places->size(); ++i) indexOf[(*places)[i].code] = static_cast<int>(i);
    for (const auto& [month, cells] : data.months) {
        for (int m = 0; m < cells.measures; ++m) {
            const auto read = ws.readMonth(data.dataset.id, month, m, allGroups(data.dataset));
            if (!read) return read.error().message;
            for (int g = 0; g < cells.groups; ++g) {
                for (int d = 0; d < cells.days; ++d) {
                    for (int h = 0; h < cells.hours; ++h) {
                        for (int p = 0; p < cells.places; ++p) {
                            const auto want = cells.cells[cells.index(m, g, d, h, p)];
                            const auto have = read->cells[read->index(0, g, d, h, indexOf[data.places[static_cast<std::size_t>(p)].code])];
                            if (want != have)
                                return QStringLiteral("%1 %2/%3/%4/%5/%6: %7 ≠ %8")
                                    .arg(month)
                                    .arg(m)
                                    .arg(g)
                                    .arg(d)
                                    .arg(h)
                                    .arg(p)
                                    .arg(have)
                                    .arg(want);
                        }
                    }
                }
            }
        }
    }
    return {};
}

inline QString firstProblem(const Workspace& ws) {
    const auto problems = ws.verify(Progress::none());
    if (!problems) return problems.error().message + problems.error().detail;
    return problems->isEmpty() ? QString() : problems->join(QLatin1Char('\n'));
}

inline QByteArray fileBytes(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeBytes(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

}  // namespace mudeung::test

#define STORE_OK(expression)                                                                                   \
    do {                                                                                                       \
        const auto& storeResult = (expression);                                                                \
        if (!storeResult) QFAIL(qPrintable(storeResult.error().message + " | " + storeResult.error().detail)); \
    } while (false)
