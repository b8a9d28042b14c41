// SPDX-License-Identifier: GPL-3.0-or-later
// The sample city's files: the same bytes for a seed, a gap-free ground plan, the right margins and events.
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QtTest>
#include <cstdarg>
#include <cstring>
#include <geos_c.h>
#include <numeric>

#include "core/sample/present_people.h"
#include "core/sample/published_files.h"
#include "core/sample/sample_city.h"

using namespace mudeung;

namespace {

SampleOptions smallCity(quint64 seed = 1) {
    SampleOptions options;
    options.stops = 60;
    options.days = 62;
    options.seed = seed;
    return options;
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QMap<QString, QByteArray> hashes(const QStringList& paths) {
    QMap<QString, QByteArray> out;
    for (const QString& path : paths)
        out[QFileInfo(path).fileName()] = QCryptographicHash::hash(bytesOf(path), QCryptographicHash::Sha256).toHex();
    return out;
}

void quiet(const char*, ...) {}

/// The geometry of one GeoJSON MultiPolygon as a GEOS polygon with holes.
GEOSGeometry* polygonOf(GEOSContextHandle_t geos, const QJsonObject& geometry) {
    std::vector<GEOSGeometry*> rings;
    for (const QJsonValue& ringValue : geometry["coordinates"].toArray().at(0).toArray()) {
        const QJsonArray points = ringValue.toArray();
        GEOSCoordSequence* sequence = GEOSCoordSeq_create_r(geos, static_cast<unsigned>(points.size()), 2);
        for (int i = 0; i < points.size(); ++i)
            GEOSCoordSeq_setXY_r(geos, sequence, static_cast<unsigned>(i), points.at(i).toArray().at(0).toDouble(),
                                 points.at(i).toArray().at(1).toDouble());
        rings.push_back(GEOSGeom_createLinearRing_r(geos, sequence));
    }
    return GEOSGeom_createPolygon_r(geos, rings.front(), rings.data() + 1, static_cast<unsigned>(rings.size() - 1));
}

/// A reader of the hourly files that shares nothing with the import: splits at commas outside quotes, bytes only.
struct HourRow {
    QByteArray date, code, kind;
    qint64 sum = 0;
    qint64 largest = 0;
};

QVector<HourRow> hourRows(const QString& path) {
    QVector<HourRow> rows;
    bool header = true;
    for (QByteArray line : bytesOf(path).split('\n')) {
        if (header || line.isEmpty()) {
            header = false;
            continue;
        }
        line = line.trimmed();
        QByteArray plain;
        bool quoted = false;
        for (const char c : line) {
            if (c == '"') quoted = !quoted;
            if (c != '"' && !(quoted && c == ',')) plain += c;
        }
        const QList<QByteArray> cells = plain.split(',');
        HourRow row{cells.at(0), cells.at(1), cells.at(3), 0, 0};
        for (int i = 5; i < cells.size(); ++i) {
            row.sum += cells.at(i).toLongLong();
            row.largest = std::max(row.largest, cells.at(i).toLongLong());
        }
        if (cells.size() != 24) row.sum = -1;
        rows.push_back(row);
    }
    return rows;
}

}  // namespace

class TestSampleFiles : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void sameSeedSameBytes();
    void otherSeedOtherBytes();
    void monthsDoNotDependOnOrder();
    void groundPlanIsGapFree_data();
    void groundPlanIsGapFree();
    void stationsAreTheRealOnes();
    void stopsStandInPairs();
    void residentsAddUpToTheMargins();
    void busMonthsShowTheEvents();
    void metroMonthsHaveTheKnownHabits();
    void presentPeopleFollowTheResidents();
    void presentPeopleFollowTheDay();
    void optionsAreChecked_data();
    void optionsAreChecked();
    void unwritableFolderIsAnError();
    void cancelStops();

private:
    QString path(const QString& part) const;
    QStringList paths(const QString& part) const;
    QTemporaryDir m_folder;
    QStringList m_files;
};

QString TestSampleFiles::path(const QString& part) const {
    const QStringList found = paths(part);
    return found.isEmpty() ? QString() : found.first();
}

QStringList TestSampleFiles::paths(const QString& part) const {
    return m_files.filter(part);
}

void TestSampleFiles::initTestCase() {
    const auto files = writeSampleFiles(m_folder.filePath(QStringLiteral("first")), smallCity(), Progress::none());
    QVERIFY2(files.ok(), files ? "" : qPrintable(files.error().message));
    m_files = *files;
    QCOMPARE(int(m_files.size()), 5 + 3 * 3);  // 2025-10-31 … 2025-12-31 touches three months
    for (const QString& file : m_files) QVERIFY2(QFileInfo(file).size() > 500, qPrintable(file));
}

void TestSampleFiles::sameSeedSameBytes() {
    const auto again = writeSampleFiles(m_folder.filePath(QStringLiteral("again")), smallCity(), Progress::none());
    QVERIFY(again.ok());
    QCOMPARE(hashes(*again), hashes(m_files));
}

void TestSampleFiles::otherSeedOtherBytes() {
    const auto other = writeSampleFiles(m_folder.filePath(QStringLiteral("other")), smallCity(2), Progress::none());
    QVERIFY(other.ok());
    const auto mine = hashes(m_files);
    const auto theirs = hashes(*other);
    QCOMPARE(theirs.keys(), mine.keys());
    for (const QString& name : mine.keys()) QCOMPARE(theirs[name] == mine[name], name.contains(QStringLiteral("도시철도역")));
}

// writeSampleFiles uses two threads; here the months are written by one, last month first.
void TestSampleFiles::monthsDoNotDependOnOrder() {
    const auto city = sample::planCity(smallCity());
    QVERIFY(city.ok());
    const auto effects = sample::dayEffects(*city);
    auto months = sample::monthsOf(*city);
    std::reverse(months.begin(), months.end());
    const QString folder = m_folder.filePath(QStringLiteral("single"));
    QVERIFY(QDir().mkpath(folder));
    QStringList written;
    for (const QDate month : months) {
        const auto metro = sample::writeMetroMonth(*city, effects, month, folder);
        const auto bus = sample::writeBusMonth(*city, effects, month, folder, Progress::none());
        const auto present = sample::writePresentMonth(*city, effects, month, folder, Progress::none());
        QVERIFY(metro.ok() && bus.ok() && present.ok());
        written << *bus << *metro << *present;
    }
    QCOMPARE(hashes(written), hashes(paths(QStringLiteral("시간대별")) + paths(QStringLiteral("LOCAL_PEOPLE"))));
}

void TestSampleFiles::groundPlanIsGapFree_data() {
    QTest::addColumn<int>("seed");
    for (const int seed : {1, 2, 3, 42}) QTest::addRow("seed %d", seed) << seed;
}

void TestSampleFiles::groundPlanIsGapFree() {
    QFETCH(int, seed);
    const auto city = sample::planCity(smallCity(static_cast<quint64>(seed)));
    QVERIFY(city.ok());
    QVERIFY(QDir().mkpath(m_folder.filePath(QStringLiteral("plan"))));
    const auto file = sample::writeBoundaries(*city, m_folder.filePath(QStringLiteral("plan")));
    QVERIFY(file.ok());
    const QJsonObject document = QJsonDocument::fromJson(bytesOf(*file)).object();
    QCOMPARE(document["crs"].toObject()["properties"].toObject()["name"].toString(), QStringLiteral("urn:ogc:def:crs:OGC:1.3:CRS84"));

    GEOSContextHandle_t geos = initGEOS_r(quiet, quiet);
    QMap<QString, int> dongs;
    QMap<QString, std::vector<GEOSGeometry*>> byDistrict;
    QSet<QString> codes;
    std::vector<GEOSGeometry*> all;
    double areas = 0.0;
    for (const QJsonValue& feature : document["features"].toArray()) {
        const QJsonObject properties = feature.toObject()["properties"].toObject();
        ++dongs[properties["sgg"].toString()];
        QVERIFY(properties["adm_cd2"].toString().startsWith(properties["sgg"].toString()));
        QCOMPARE(int(properties["adm_cd2"].toString().size()), 10);
        QCOMPARE(int(properties["adm_cd"].toString().size()), 7);
        codes << properties["adm_cd2"].toString();
        GEOSGeometry* polygon = polygonOf(geos, feature.toObject()["geometry"].toObject());
        QVERIFY2(GEOSisValid_r(geos, polygon) == 1, qPrintable(properties["adm_nm"].toString()));
        double area = 0.0;
        GEOSArea_r(geos, polygon, &area);
        areas += area;
        all.push_back(GEOSGeom_clone_r(geos, polygon));
        byDistrict[properties["sgg"].toString()].push_back(polygon);
    }
    const QMap<QString, int> expected{{QStringLiteral("29110"), 13},
                                      {QStringLiteral("29140"), 18},
                                      {QStringLiteral("29155"), 17},
                                      {QStringLiteral("29170"), 27},
                                      {QStringLiteral("29200"), 21}};
    QCOMPARE(dongs, expected);
    QCOMPARE(int(codes.size()), 96);

    GEOSGeometry* collection = GEOSGeom_createCollection_r(geos, GEOS_GEOMETRYCOLLECTION, all.data(), static_cast<unsigned>(all.size()));
    GEOSGeometry* whole = GEOSUnaryUnion_r(geos, collection);
    double wholeArea = 0.0;
    GEOSArea_r(geos, whole, &wholeArea);
    QCOMPARE(GEOSGeomTypeId_r(geos, whole), static_cast<int>(GEOS_POLYGON));
    QCOMPARE(GEOSGetNumInteriorRings_r(geos, whole), 0);                     // no gaps
    QVERIFY(std::abs(areas - wholeArea) < 1e-9 * wholeArea);                 // no overlaps
    const double km2 = wholeArea * 111.3 * 111.0 * 0.8176;                   // cos 35.155°
    QVERIFY2(km2 > 350.0 && km2 < 700.0, qPrintable(QString::number(km2)));  // the real city has 501
    for (auto& parts : byDistrict) {
        GEOSGeometry* many = GEOSGeom_createCollection_r(geos, GEOS_GEOMETRYCOLLECTION, parts.data(), static_cast<unsigned>(parts.size()));
        GEOSGeometry* district = GEOSUnaryUnion_r(geos, many);
        QCOMPARE(GEOSGeomTypeId_r(geos, district), static_cast<int>(GEOS_POLYGON));  // in one piece
        GEOSGeom_destroy_r(geos, district);
        GEOSGeom_destroy_r(geos, many);
    }
    for (const auto& station : city->facts.stations) {
        GEOSGeometry* point = GEOSGeom_createPointFromXY_r(geos, station.lon, station.lat);
        QVERIFY2(GEOSContains_r(geos, whole, point) == 1, qPrintable(station.name));
        GEOSGeom_destroy_r(geos, point);
    }
    GEOSGeom_destroy_r(geos, whole);
    GEOSGeom_destroy_r(geos, collection);
    finishGEOS_r(geos);
}

void TestSampleFiles::stationsAreTheRealOnes() {
    const QJsonArray stations = QJsonDocument::fromJson(bytesOf(path(QStringLiteral("도시철도역")))).array();
    QCOMPARE(int(stations.size()), 20);
    QMap<int, QJsonObject> byCode;
    for (const QJsonValue& v : stations) byCode[v.toObject()["code"].toInt()] = v.toObject();
    QCOMPARE(byCode.firstKey(), 100);
    QCOMPARE(byCode.lastKey(), 119);
    QCOMPARE(byCode[113]["name"].toString(), QStringLiteral("상무역"));
    QVERIFY(std::abs(byCode[113]["latitude"].toDouble() - 35.14670) < 1e-5);
    QVERIFY(std::abs(byCode[113]["longitude"].toDouble() - 126.84858) < 1e-5);
    QVERIFY(std::abs(byCode[100]["latitude"].toDouble() - 35.10680) < 1e-5);
    QVERIFY(std::abs(byCode[119]["longitude"].toDouble() - 126.76961) < 1e-5);
}

void TestSampleFiles::stopsStandInPairs() {
    const QJsonArray stops = QJsonDocument::fromJson(bytesOf(path(QStringLiteral("TAGO")))).array();
    QCOMPARE(int(stops.size()), 60);
    QSet<int> numbers;
    QSet<QString> nodes;
    QMap<QString, int> names;
    int withoutCoordinates = 0;
    for (const QJsonValue& v : stops) {
        const QJsonObject stop = v.toObject();
        numbers << stop["nodeno"].toInt();
        nodes << stop["nodeid"].toString();
        ++names[stop["nodenm"].toString()];
        if (!stop.contains(QStringLiteral("gpslati"))) ++withoutCoordinates;
        QVERIFY(stop["nodeno"].toInt() >= 1000 && stop["nodeno"].toInt() <= 9999);
        QVERIFY(stop["nodeid"].toString().startsWith(QStringLiteral("KJB")));
    }
    QCOMPARE(int(numbers.size()), 60);
    QCOMPARE(int(nodes.size()), 60);
    QVERIFY(withoutCoordinates >= 1 && withoutCoordinates <= 3);
    for (auto it = names.cbegin(); it != names.cend(); ++it) QVERIFY2(it.value() <= 2, qPrintable(it.key()));
    QVERIFY(names.size() <= 36);  // most have a facing stop
}

void TestSampleFiles::residentsAddUpToTheMargins() {
    const QList<QByteArray> lines = bytesOf(path(QStringLiteral("연령별인구현황"))).trimmed().split('\n');
    QCOMPARE(int(lines.size()), 1 + 1 + 5 + 96);
    QCOMPARE(int(lines.at(0).split(',').size()), 104);
    QVERIFY(lines.at(1).contains(",\"1,411,357\",\"1,411,357\","));
    for (const char* total : {"(2911000000),\"106,354\"", "(2914000000),\"280,045\"", "(2915500000),\"207,363\"",
                              "(2917000000),\"424,942\"", "(2920000000),\"392,653\""})
        QVERIFY2(bytesOf(path(QStringLiteral("연령별인구현황"))).contains(total), total);
}

void TestSampleFiles::busMonthsShowTheEvents() {
    const auto city = sample::planCity(smallCity());
    QVERIFY(city.ok());
    QSet<QByteArray> dates;
    QMap<QByteArray, QPair<QByteArray, QByteArray>> seen;  // code → first and last date
    QMap<QByteArray, qint64> sums;
    for (const QString& file : paths(QStringLiteral("시내버스"))) {
        QVERIFY(bytesOf(file).contains("\r\n"));
        for (const HourRow& row : hourRows(file)) {
            QVERIFY(row.sum > 0);  // rows of zeros are left out
            dates << row.date;
            auto& span = seen[row.code];
            if (span.first.isEmpty()) span.first = row.date;
            span.second = row.date;
            sums[row.kind] += row.sum;
        }
    }
    QCOMPARE(int(city->missingDays.size()), 3);
    QCOMPARE(int(dates.size()), 62 - 3);
    for (const QDate day : city->missingDays) QVERIFY(!dates.contains(day.toString(Qt::ISODate).toLatin1()));
    QCOMPARE(int(sums.size()), 2);
    // 82,390,250 boardings a year on 2,864 stops; 60 stops for 62 days; a new route and a closed stop cost a little.
    const qint64 boardings = std::max(sums.first(), sums.last());
    const double expected = 82390250.0 / 2864 * 60 * 62 / 365;
    QVERIFY2(boardings > 0.85 * expected && boardings < 1.05 * expected, qPrintable(QString::number(boardings)));
    const double alighting = static_cast<double>(std::min(sums.first(), sums.last())) / static_cast<double>(boardings);
    QVERIFY2(alighting > 0.33 && alighting < 0.37, qPrintable(QString::number(alighting)));

    int opened = 0;
    int closed = 0;
    for (auto it = seen.cbegin(); it != seen.cend(); ++it) {
        if (it->first >= city->newRouteOpens.toString(Qt::ISODate).toLatin1()) ++opened;
        if (it->second < city->stopCloses.toString(Qt::ISODate).toLatin1()) ++closed;
    }
    QCOMPARE(opened, 4);
    QCOMPARE(closed, 1);
    QCOMPARE(int(seen.size()), 60);
}

void TestSampleFiles::metroMonthsHaveTheKnownHabits() {
    QSet<QByteArray> kinds;
    QSet<QByteArray> dates;
    qint64 largest = 0;
    qint64 total = 0;
    for (const QString& file : paths(QStringLiteral("승하차량"))) {
        for (const HourRow& row : hourRows(file)) {
            QVERIFY(row.sum > 0);
            kinds << row.kind;
            dates << row.date;
            largest = std::max(largest, row.largest);
            total += row.sum;
        }
    }
    QCOMPARE(int(kinds.size()), 4);  // two, and the same two with a trailing blank
    QCOMPARE(int(dates.size()), 62);
    QVERIFY(largest >= 1000);  // the festival: thousands separators occur
    QVERIFY(total > 62 * 60000 && total < 62 * 130000);
}

// Read without the import. Whole persons; a masked class would be counted as none and make the first sum differ.
void TestSampleFiles::presentPeopleFollowTheResidents() {
    QMap<QByteArray, qint64> residents;
    for (const QByteArray& line : bytesOf(path(QStringLiteral("연령별인구현황"))).split('\n')) {
        const auto open = line.indexOf('(');
        const auto quoted = line.indexOf(",\"");
        const QByteArray code = line.mid(open + 1, 10);
        if (open < 0 || code.endsWith("00000")) continue;
        const QByteArray total = quoted == line.indexOf(',') ? line.mid(quoted + 2).split('"').first() : line.split(',').at(1);
        residents[code.left(8)] = QByteArray(total).replace(",", "").toLongLong();
    }
    QCOMPARE(int(residents.size()), 96);
    QSet<QByteArray> days;
    qint64 rows = 0;
    for (const QString& file : paths(QStringLiteral("LOCAL_PEOPLE"))) {
        QByteArrayList lines = bytesOf(file).split('\n');
        QVERIFY(lines.takeFirst().startsWith("\xEF\xBB\xBF\xEA\xB8\xB0"));
        QVERIFY(lines.takeLast().isEmpty());
        for (const QByteArray& line : lines) {
            const QByteArrayList cells = line.split(',');
            QCOMPARE(int(cells.size()), 33);  // one more than the header, as published
            ++rows;
            days << cells[0];
            qint64 sum = 0;
            for (int c = 4; c < 32; ++c) sum += cells[c].toLongLong();
            if (cells[1] != "04") continue;
            QCOMPARE(sum, residents.value(cells[2]));
            QCOMPARE(cells[3].toLongLong(), sum);
        }
    }
    QCOMPARE(int(days.size()), 62);
    QCOMPARE(rows, qint64(62 * 24 * 96));
}

void TestSampleFiles::presentPeopleFollowTheDay() {
    const auto city = sample::planCity(smallCity());
    QVERIFY(city.ok());
    const sample::PresentPeople people(*city);
    const auto effects = sample::dayEffects(*city);
    const auto workday = std::find_if(effects.begin(), effects.end(), [](const auto& e) { return e.workday; });
    const auto freeDay = std::find_if(effects.begin(), effects.end(), [](const auto& e) { return !e.workday; });
    QVERIFY(workday != effects.end() && freeDay != effects.end());
    qint64 residents = 0;
    int centre = 0;
    for (std::size_t d = 0; d < city->dongs.size(); ++d) {
        residents += city->dongs[d].total;
        const auto km = [&](std::size_t i) { return sample::distanceMeters(city->dongs[i].centre, city->facts.centre); };
        if (km(d) < km(static_cast<std::size_t>(centre))) centre = static_cast<int>(d);
    }
    const auto at = [&](const sample::DayEffect& effect, int hour) {
        sample::Random noise(1, "test");
        std::vector<sample::PresentCounts> counts;
        people.present(effect, hour, noise, counts);
        return counts;
    };
    const auto total = [](const sample::PresentCounts& counts) { return std::accumulate(counts.begin(), counts.end(), qint64(0)); };
    const auto perResident = [&](const sample::DayEffect& effect, int hour) {
        qint64 sum = 0;
        for (const auto& dong : at(effect, hour)) sum += total(dong);
        return static_cast<double>(sum) / static_cast<double>(residents);
    };
    // Who leaves a dong is in another; on top of them workers come in from around the city, and people go out of it on free days.
    QVERIFY(std::abs(perResident(*workday, 4) - 1.0) < 0.002);
    const double noon1 = perResident(*workday, 12), freeNoon = perResident(*freeDay, 14);
    QVERIFY2(noon1 > 1.02 && noon1 < 1.08, qPrintable(QString::number(noon1)));
    QVERIFY2(freeNoon > 0.92 && freeNoon < 0.98, qPrintable(QString::number(freeNoon)));
    for (int hour = 0; hour < 24; ++hour) {
        QVERIFY(perResident(*workday, hour) > 0.998 && perResident(*workday, hour) < noon1 + 0.01);
        QVERIFY(perResident(*freeDay, hour) < 1.002 && perResident(*freeDay, hour) > freeNoon - 0.01);
    }
    const auto middle = static_cast<std::size_t>(centre);
    const qint64 night = total(at(*workday, 4)[middle]);
    const qint64 noon = total(at(*workday, 14)[middle]);
    const qint64 sundayMorning = total(at(*freeDay, 8)[middle]);
    QCOMPARE(night, qint64(city->dongs[middle].total));
    QVERIFY2(noon > 3 * night, qPrintable(QStringLiteral("%1 %2").arg(night).arg(noon)));
    QVERIFY(sundayMorning < total(at(*workday, 8)[middle]));
    QCOMPARE(at(*workday, 14), at(*workday, 14));
    // more women than men among the old, more boys than girls
    qint64 men = 0, women = 0, boys = 0, girls = 0;
    for (const auto& dong : people.residents()) {
        men += dong[sample::kBands - 1];
        women += dong[2 * sample::kBands - 1];
        boys += dong[0];
        girls += dong[sample::kBands];
    }
    QVERIFY(women > men && boys > girls);
}

void TestSampleFiles::optionsAreChecked_data() {
    QTest::addColumn<int>("stops");
    QTest::addColumn<int>("days");
    QTest::newRow("no stops") << 0 << 730;
    QTest::newRow("negative") << -5 << 730;
    QTest::newRow("too many stops") << 5000 << 730;
    QTest::newRow("less than a month") << 300 << 30;
    QTest::newRow("more than ten years") << 300 << 4000;
}

void TestSampleFiles::optionsAreChecked() {
    QFETCH(int, stops);
    QFETCH(int, days);
    SampleOptions options;
    options.stops = stops;
    options.days = days;
    const auto files = writeSampleFiles(m_folder.filePath(QStringLiteral("refused")), options, Progress::none());
    QVERIFY(!files.ok());
    QCOMPARE(files.error().code, ErrorCode::Usage);
}

void TestSampleFiles::unwritableFolderIsAnError() {
    const QString blocked = m_folder.filePath(QStringLiteral("a-file"));
    QFile file(blocked);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto files = writeSampleFiles(blocked + QStringLiteral("/below"), smallCity(), Progress::none());
    QVERIFY(!files.ok());
    QCOMPARE(files.error().code, ErrorCode::Io);
    QVERIFY(files.error().message.contains(QStringLiteral("below")));
}

void TestSampleFiles::cancelStops() {
    Progress progress;
    progress.cancel();
    const QString folder = m_folder.filePath(QStringLiteral("cancelled"));
    const auto files = writeSampleFiles(folder, smallCity(), progress);
    QVERIFY(!files.ok());
    QCOMPARE(files.error().code, ErrorCode::Cancelled);
    QVERIFY(QDir(folder).entryList({QStringLiteral("*.csv")}, QDir::Files).filter(QStringLiteral("시내버스")).isEmpty());
}

QTEST_GUILESS_MAIN(TestSampleFiles)
#include "test_sample_files.moc"
