// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots of grid maps and of comparisons: cells, sums, classes, refusals, legends.
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <qgscoordinatetransform.h>

#include "core/base/language.h"
#include "core/cube/query_engine.h"
#include "tests/support/map_test.h"
#include "tests/ui/map/made_city.h"
#include "ui/map/cube_facts.h"
#include "ui/map/map_areas.h"
#include "ui/map/map_cards.h"
#include "ui/map/map_compose.h"
#include "ui/map/map_furniture.h"
#include "ui/map/map_selection.h"
#include "ui/map/picture_layer.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {

const QString kStops = QStringLiteral("stops");
const QString kMany = QStringLiteral("many");
const QString kLevels = QStringLiteral("levels");

Query queryOf(const QString& dataset) {
    Query query;
    query.dataset = dataset;
    return query;
}

MapStyle styleOf(MapKind kind, int meters = 500) {
    MapStyle style;
    style.kind = kind;
    style.gridMeters = meters;
    return style;
}

/// Three stations of which each measures 10 times its number, in `unit`; extensive or not.
void writeLevels(Workspace& workspace, const QString& id, const QString& unit, bool extensive) {
    Dataset levels = madeDataset(id, QStringLiteral("air_station"));
    levels.measures[0].aggregation = Aggregation::Mean;
    levels.measures[0].unit = unit;
    levels.measures[0].extensive = extensive;
    std::vector<Place> places;
    for (int i = 0; i < 3; ++i) places.push_back({QString::number(i), QStringLiteral("측정소%1").arg(i), 126.86 + 0.0001 * i, 35.13});
    writeMade(workspace, levels, places, {10, 20, 30}, {0, 0, 0});
}

}  // namespace

class TestMapKinds : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        setInterfaceLanguage(QStringLiteral("en"));
        m_city = emptyWorkspace(m_folder.filePath(QStringLiteral("w.mudeung")));
        writeStops(*m_city, kStops);
        writeManyStops(*m_city, kMany, 3000);
        writeLevels(*m_city, kLevels, QStringLiteral("µg/m³"), false);
        writeLevels(*m_city, QStringLiteral("persons"), QStringLiteral("persons"), true);
        writeDongs(*m_city);
    }

    void squaresAreTheNationalOnes() {
        const MapDataPtr data = map(kStops, styleOf(MapKind::Squares, 500));
        QVERIFY(data);
        QCOMPARE(data->areas().size(), 12);
        // Stop 1000 at 126.86° 35.13° is 941 691.04 / 1 681 832.10 in EPSG:5179 (gdaltransform; and by Snyder's series).
        const int first = cellOfPlace(*data, QStringLiteral("1000"));
        QVERIFY(first >= 0);
        QCOMPARE(data->areas()[first].code, QStringLiteral("다라41508150"));
        QCOMPARE(data->shapeValues[first], 1100.0);
        const MapDataPtr kilometre = map(kStops, styleOf(MapKind::Squares, 1000));
        QCOMPARE(kilometre->areas()[cellOfPlace(*kilometre, QStringLiteral("1000"))].code, QStringLiteral("다라4181"));
        // The south-west corner goes back to the coordinates that gdaltransform gives for it.
        const QgsCoordinateTransform there(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:5179")),
                                           QgsCoordinateReferenceSystem(mapCrsId()), QgsCoordinateTransformContext());
        const QgsPointXY corner = there.transform(941500.0, 1681500.0);
        const QPointF drawn = data->areas()[first].rings.first().first();
        QVERIFY(std::hypot(corner.x() - drawn.x(), corner.y() - drawn.y()) < 0.01);
        QVERIFY(data->hasZeroShapes);  // the stop that counted zero
    }

    void cellsAddUp_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("meters");
        for (int meters : {100, 200, 250, 500, 1000}) {
            QTest::newRow(qPrintable(QStringLiteral("hexagons %1").arg(meters))) << static_cast<int>(MapKind::Hexagons) << meters;
            QTest::newRow(qPrintable(QStringLiteral("squares %1").arg(meters))) << static_cast<int>(MapKind::Squares) << meters;
        }
    }

    void cellsAddUp() {
        QFETCH(int, kind);
        QFETCH(int, meters);
        const MapDataPtr data = map(kMany, styleOf(static_cast<MapKind>(kind), meters));
        QVERIFY(data);
        double sum = 0.0;
        int places = 0, inside = 0;
        for (int i = 0; i < static_cast<int>(data->cells.size()); ++i) {
            sum += data->shapeValues[i];
            double members = 0.0;
            for (int place : data->cellPlaces[i]) {
                members += data->places[place].value;
                inside += areaAt(*data, QgsPointXY(data->places[place].at)) == i;
            }
            places += static_cast<int>(data->cellPlaces[i].size());
            QCOMPARE(data->shapeValues[i], members);
        }
        QCOMPARE(sum, data->total);
        QCOMPARE(places, 3000);
        QVERIFY2(inside >= 2999, qPrintable(QString::number(inside)));  // drawn where it was counted, but for a point on a border
        QVERIFY(data->scaleTop >= data->largestShape);
        QCOMPARE(data->classes.count(), 5);
        QVERIFY(!data->classesPerArea);
    }

    /// Cells are found once; the answers after that only bring other numbers, and another grid other cells.
    void cellsOfOneAnswerServeTheNext() {
        QueryEngine engine(m_city);
        CubeFacts facts = readCubeFacts(*m_city, kMany);
        const auto city = readCityShapes(*m_city, map(kMany, styleOf(MapKind::Squares))->dataset, Progress::none());
        QVERIFY(city.ok());
        for (const MapStyle& style : {styleOf(MapKind::Hexagons, 500), styleOf(MapKind::Squares, 500), styleOf(MapKind::Squares, 250)})
            for (const char* group : {"", "adult", "child"}) {
                Query query = queryOf(kMany);
                if (*group) query.groups = QStringList{QString::fromLatin1(group)};
                const auto answer = engine.run(query, Breakdown::Place);
                QVERIFY(answer.ok());
                const auto now = makeMapData(facts, *city, {*answer, nullptr, nullptr, nullptr}, style, Progress::none());
                QVERIFY(now.ok());
                const auto anew = loadMapData(m_city, query, style, Progress::none());
                QVERIFY(anew.ok());
                QCOMPARE((*now)->shapeValues, (*anew)->shapeValues);
                QCOMPARE((*now)->cellPlaces, (*anew)->cellPlaces);
                QCOMPARE((*now)->cells.size(), (*anew)->cells.size());
                QCOMPARE((*now)->cells.last().rings, (*anew)->cells.last().rings);
                QCOMPARE((*now)->classes.upper, (*anew)->classes.upper);
            }
    }

    /// Hours in which nothing runs are no reason to speak of missing boundaries.
    void areasWithoutNumbers() {
        const MapDataPtr whole = map(kStops, styleOf(MapKind::Choropleth));
        QVERIFY(whole);
        const auto byDong = QueryEngine(m_city).run(queryOf(kStops), Breakdown::Dong);
        QVERIFY(byDong.ok());
        Table nothing = **byDong;
        nothing.rows.clear();
        MapData data;
        data.city = whole->city;
        data.title = whole->title;
        QVERIFY(takeShapeValues(nothing, nullptr, data).ok());
        classify(data);
        QVERIFY(data.hasEmptyShapes && !data.hasZeroShapes);
        QCOMPARE(data.shapeValues.size(), whole->shapeValues.size());
        for (const double value : data.shapeValues) QVERIFY(std::isnan(value));

        Table elsewhere = **byDong;
        for (TableRow& row : elsewhere.rows) row.key = QStringLiteral("26110%1").arg(row.key.mid(5));
        MapData none;
        none.city = whole->city;
        none.title = whole->title;
        const Status refused = takeShapeValues(elsewhere, nullptr, none);
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().message.contains(QLatin1String("No boundary")), qPrintable(refused.error().message));
    }

    /// A zero that was measured is not the same as an area where nothing was recorded; in a comparison it has to be so both times.
    void silentAreasAreNotZero() {
        const MapDataPtr whole = map(kStops, styleOf(MapKind::Choropleth));
        const auto byDong = QueryEngine(m_city).run(queryOf(kStops), Breakdown::Dong);
        QVERIFY(byDong.ok());
        Table now = **byDong, before = **byDong;
        QVERIFY(now.rows.size() >= 3);
        for (Table* table : {&now, &before})
            for (TableRow& row : table->rows) {
                row.value = 0.0;
                row.observed = 0;
            }
        now.rows[0].observed = 5;
        before.rows[1].observed = 5;
        const auto silent = [&](const Table* other) {
            MapData data;
            data.city = whole->city;
            if (!takeShapeValues(now, other, data).ok()) return -1;
            classify(data);
            if (!data.hasZeroShapes || data.hasEmptyShapes) return -2;
            const auto count = std::count(data.shapeSilent.begin(), data.shapeSilent.end(), true);
            return data.hasSilentShapes == (count > 0) ? static_cast<int>(count) : -3;
        };
        const int rows = static_cast<int>(now.rows.size());
        QCOMPARE(silent(nullptr), rows - 1);
        QCOMPARE(silent(&before), rows - 2);
    }

    /// Three changes of about one size have the same colour, and hatched ones have no say in the limits.
    void fewChangesHaveEqualSteps() {
        MapData data;
        data.comparison = true;
        data.shapeValues = {66000.0, -60000.0, 50000.0, 900.0, -20000.0, 0.0};
        data.shapeNoise = {false, false, false, true, true, false};
        classify(data);
        QCOMPARE(data.classes.count(), 3);
        for (const double value : {66000.0, 60000.0, 50000.0}) QCOMPARE(data.classes.classOf(value), 2);
        QCOMPARE(data.largestShape, 66000.0);
        QCOMPARE(qMakePair(data.mostIncrease, data.mostDecrease), qMakePair(2, 2));
        data.shapeValues[1] = 0.0;  // nothing has less any more
        data.mostIncrease = data.mostDecrease = -1;
        classify(data);
        QCOMPARE(qMakePair(data.mostIncrease, data.mostDecrease), qMakePair(1, -1));
        data.shapeValues[1] = -60000.0;
        data.shapeNoise.clear();  // five changes, as many as classes
        classify(data);
        QCOMPARE(data.classes.count(), 5);
        QCOMPARE(data.classes.classOf(20000.0), 1);
    }

    void cellCardTells() {
        const MapDataPtr data = map(kStops, styleOf(MapKind::Squares, 500));
        const QString card = areaLines(*data, cellOfPlace(*data, QStringLiteral("1010"))).join(QLatin1Char('|'));
        for (const char* words : {"500 m cell 다라", "12,100 trips", "Rank 1 of 12", "16.67 %", "1 place"})
            QVERIFY2(card.contains(QString::fromUtf8(words)), qPrintable(card));
        const MapDataPtr hexagons = map(kStops, styleOf(MapKind::Hexagons, 1000));
        QCOMPARE(areaLines(*hexagons, 0).first(), QStringLiteral("1,000 m hexagon"));
    }

    void levelsThatCannotBeAddedAreRefused() {
        const auto refused = loadMapData(m_city, queryOf(kLevels), styleOf(MapKind::Squares), Progress::none());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::Usage);
        QVERIFY2(refused.error().message.contains(QStringLiteral("µg/m³")), qPrintable(refused.error().message));
        QVERIFY(map(kLevels, styleOf(MapKind::Circles)));
        // People present are a level, too, but they add up: 10 + 20 + 30 in two groups' cell.
        const MapDataPtr persons = map(QStringLiteral("persons"), styleOf(MapKind::Squares, 1000));
        QVERIFY(persons);
        double sum = 0.0;
        for (double v : persons->shapeValues) sum += v;
        QCOMPARE(sum, persons->total);
    }

    void areasAreNotPutIntoCells() {
        writeDistrictNumbers(*m_city, QStringLiteral("districts"));
        const auto refused = loadMapData(m_city, queryOf(QStringLiteral("districts")), styleOf(MapKind::Hexagons), Progress::none());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::Usage);
        QVERIFY2(refused.error().message.contains(QLatin1String("belong to areas")), qPrintable(refused.error().message));
    }

    void lockedGrid() {
        MapStyle style = styleOf(MapKind::Hexagons, 500);
        style.lockedMaximum = 100000.0;
        const MapDataPtr data = map(kMany, style);
        QCOMPARE(data->scaleTop, 100000.0);
        QCOMPARE(data->classes.upper.back(), 100000.0);
    }

    void gridPicture() {
        const MapDataPtr data = map(kMany, styleOf(MapKind::Squares, 1000));
        PictureStack stack;
        const MapPalette palette = MapPalette::forTheme(false);
        stack.setInput({data, palette});
        const QSize size(600, 600);
        const double perPixel = std::max(data->extent.width(), data->extent.height()) / 600.0;
        const QgsRectangle view = QgsRectangle::fromCenterAndSize(data->extent.center(), 600 * perPixel, 600 * perPixel);
        const QImage image = paintLayers(stack, view, size, 1.0, Qt::white);
        int looked = 0;
        for (int i = 0; i < static_cast<int>(data->cells.size()); ++i) {
            // A quarter of the way to a corner: away from names and boundaries' likely middle.
            const QPointF at = data->cells[i].labelAt * 0.75 + data->cells[i].rings.first().first() * 0.25;
            const int x = static_cast<int>((at.x() - view.xMinimum()) / perPixel),
                      y = static_cast<int>((view.yMaximum() - at.y()) / perPixel);
            if (!image.rect().contains(x, y)) continue;
            looked += image.pixelColor(x, y) == palette.classColor(data->classes.classOf(data->shapeValues[i]), data->classes.count());
        }
        QVERIFY2(looked > static_cast<int>(data->cells.size()) * 3 / 4, qPrintable(QString::number(looked)));
    }

private:
    MapDataPtr map(const QString& dataset, const MapStyle& style) {
        const auto data = loadMapData(m_city, queryOf(dataset), style, Progress::none());
        if (!data) qWarning() << data.error().message;
        return data ? *data : nullptr;
    }

    static int cellOfPlace(const MapData& data, const QString& code) {
        for (int i = 0; i < static_cast<int>(data.cellPlaces.size()); ++i) {
            for (int place : data.cellPlaces[i])
                if (data.places[place].code() == code) return i;
        }
        return -1;
    }

    QTemporaryDir m_folder;
    std::shared_ptr<Workspace> m_city;
};

MUDEUNG_MAP_TEST_MAIN(TestMapKinds)
#include "test_map_kinds.moc"
