// SPDX-License-Identifier: GPL-3.0-or-later
// Maps of a change: the numbers, the signs, the colours around zero, for every kind of map.
#include <QPainter>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "core/base/language.h"
#include "core/cube/query_engine.h"
#include "tests/support/map_test.h"
#include "tests/ui/map/made_city.h"
#include "ui/map/map_cards.h"
#include "ui/map/map_compose.h"
#include "ui/map/map_furniture.h"
#include "ui/map/map_selection.h"
#include "ui/map/picture_layer.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {

const QString kStops = QStringLiteral("stops");

bool reddish(const QColor& c) {
    return c.red() > c.blue() + 15;
}
bool bluish(const QColor& c) {
    return c.blue() > c.red() + 15;
}

double lightness(const QColor& c) {
    return 0.2126 * c.redF() + 0.7152 * c.greenF() + 0.0722 * c.blueF();
}

}  // namespace

class TestMapComparison : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        setInterfaceLanguage(QStringLiteral("en"));
        m_city = emptyWorkspace(m_folder.filePath(QStringLiteral("w.mudeung")));
        writeStops(*m_city, kStops);
        writeManyStops(*m_city, QStringLiteral("many"), 500);
        writeDongs(*m_city);
        QueryEngine engine(m_city);
        Query query;
        query.dataset = kStops;
        m_now.byPlace = *engine.run(query, Breakdown::Place);
        m_now.byDong = *engine.run(query, Breakdown::Dong);
        // Before: 6,000 at every stop, nothing known of 1003, so that 1000 … 1004 grew less and 1005 … 1010 are over it.
        m_now.beforeByPlace = flattened(*m_now.byPlace, 6000.0, QStringLiteral("1003"));
        m_now.beforeByDong = flattened(*m_now.byDong, 20000.0, QString());
    }

    void numbersAreNowMinusBefore() {
        const MapDataPtr data = map(MapKind::Circles);
        QVERIFY(data && data->comparison);
        QCOMPARE(data->measureName, QStringLiteral("Change of Boardings"));
        QVERIFY2(data->sentence.contains(QLatin1String("compared with")), qPrintable(data->sentence));
        QCOMPARE(data->places.size(), 12);
        QCOMPARE(place(*data, "1000").value, 1100.0 - 6000.0);
        QCOMPARE(place(*data, "1010").value, 12100.0 - 6000.0);
        QCOMPARE(place(*data, "1010").before, 6000.0);
        QVERIFY(std::isnan(place(*data, "1003").value));  // no number before: no change, which is not zero
        QVERIFY(std::isnan(place(*data, "1010").share));
        QCOMPARE(map(MapKind::Density)->points.size(), std::size_t(11));
        QCOMPARE(data->places.first().code(), QStringLiteral("1000"));  // as in the answer
        QCOMPARE(largestPlace(*data)->code(), QStringLiteral("1010"));
        QCOMPARE(data->largestValue, 6100.0);
        const QString card = placeLines(*data, place(*data, "1000")).join(QLatin1Char('|'));
        for (const char* words : {"−4,900 trips", "6,000 before, 1,100 now"})
            QVERIFY2(card.contains(QString::fromUtf8(words)), qPrintable(card));
        QCOMPARE(selectionSentence(*data, sumOf(*data, {QStringLiteral("1000"), QStringLiteral("1010"), QStringLiteral("1003")})),
                 QStringLiteral("3 places selected · +1,200 trips"));
    }

    /// Boardings minus alightings: two measures that are counted alike, at the same time.
    void netFlow() {
        Measure alightings = m_now.byPlace->measure;
        alightings.id = QStringLiteral("alightings");
        alightings.name = QStringLiteral("Alightings");
        const auto with = [&](const TablePtr& table, bool other) {
            auto copy = std::make_shared<Table>(*table);
            copy->dataset.measures = {m_now.byPlace->measure, alightings};
            copy->query = m_now.byPlace->query;
            copy->query.measure = other ? alightings.id : m_now.byPlace->measure.id;
            if (other) copy->measure = alightings;
            return TablePtr(copy);
        };
        MapAnswers answers{with(m_now.byPlace, false), with(m_now.byDong, false), with(m_now.beforeByPlace, true),
                           with(m_now.beforeByDong, true)};
        for (const MapKind kind : {MapKind::Circles, MapKind::Density, MapKind::Choropleth, MapKind::Squares}) {
            const MapDataPtr data = map(styleOf(kind), answers);
            QVERIFY(data && data->comparison);
            QCOMPARE(data->measureName, QStringLiteral("Boardings minus Alightings"));
            QCOMPARE(data->against, QStringLiteral("Alightings"));
            QVERIFY2(!data->sentence.contains(QLatin1String("compared with")), qPrintable(data->sentence));
            QCOMPARE(place(*data, "1000").value, 1100.0 - 6000.0);
        }
        const MapDataPtr circles = map(styleOf(MapKind::Circles), answers);
        const QString card = placeLines(*circles, place(*circles, "1000")).join(QLatin1Char('|'));
        for (const char* words : {"−4,900 trips", "Boardings 1,100, Alightings 6,000"})
            QVERIFY2(card.contains(QString::fromUtf8(words)), qPrintable(card));
        // Of another dataset, or counted in another way, they cannot be set against each other.
        auto foreign = std::make_shared<Table>(*answers.beforeByPlace);
        foreign->query.dataset = QStringLiteral("elsewhere");
        answers.beforeByPlace = foreign;
        const auto refused = makeMapData(*m_city, circles->city, answers, styleOf(MapKind::Circles), Progress::none());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::Usage);
    }

    /// What the change table calls noise is drawn faint, and only that.
    void noiseIsFaint() {
        auto change = std::make_shared<ChangeTable>();
        change->weeks = 52;
        ChangeRow row;
        row.key = QStringLiteral("1010");
        row.mark = ChangeMark::WithinNoise;
        change->rows.append(row);
        row.key = QStringLiteral("1000");
        row.mark = ChangeMark::Down;
        change->rows.append(row);
        m_now.change = change;
        const MapDataPtr data = map(MapKind::Circles);
        m_now.change = nullptr;
        QVERIFY(data && data->knowsNoise);
        QVERIFY(place(*data, "1010").noise);
        QVERIFY(!place(*data, "1000").noise);
        QVERIFY(!map(MapKind::Circles)->knowsNoise);
        const MapPalette palette = MapPalette::forTheme(false);
        const CircleLook faint = circleLook(palette, true, true, true), strong = circleLook(palette, true, true, false);
        QVERIFY(faint.fill.alpha() * 3 < strong.fill.alpha());
        QCOMPARE(faint.fill.rgb(), strong.fill.rgb());
    }

    /// Areas whose change is noise are hatched, by the dongs' own noise and not by that of their places.
    void noisyAreasAreHatched() {
        const MapDataPtr plain = map(MapKind::Choropleth);
        QVERIFY(plain && plain->shapeNoise.isEmpty());
        auto change = std::make_shared<ChangeTable>();
        auto dongs = std::make_shared<ChangeTable>();
        change->weeks = dongs->weeks = 52;
        const int noisy =
            static_cast<int>(std::find_if(plain->shapeCounts.begin(), plain->shapeCounts.end(), [](double v) { return v > 0.0; }) -
                             plain->shapeCounts.begin());
        ChangeRow row;
        row.key = plain->city->shapes[noisy].code;
        row.mark = ChangeMark::WithinNoise;
        dongs->rows.append(row);
        change->byDong = dongs;
        m_now.change = change;
        const MapDataPtr data = map(MapKind::Choropleth), cells = map(MapKind::Hexagons);
        m_now.change = nullptr;
        QVERIFY(data && cells);
        QCOMPARE(data->shapeNoise.count(true), 1);
        QVERIFY(data->shapeNoise[noisy]);
        QVERIFY(cells->shapeNoise.isEmpty());
        QVERIFY(areaLines(*data, noisy).contains(QStringLiteral("within the usual ups and downs")));
        QVERIFY(!areaLines(*plain, noisy).contains(QStringLiteral("within the usual ups and downs")));
    }

    /// Cells are judged by the weeks of their places together.
    void noisyCellsAreHatched() {
        const MapDataPtr plain = map(MapKind::Squares);
        QVERIFY(plain && plain->shapeNoise.isEmpty());
        auto weekly = std::make_shared<ChangeWeeks>();
        weekly->now = weekly->before = 52.0;
        // The first place goes up and down by far more than any cell has changed, the others never.
        for (int week = 0; week < 40; ++week) weekly->total.append(1.0);
        for (const MapPlace& place : plain->places) {
            QVector<double>& values = weekly->rows[place.code()];
            for (int week = 0; week < 40; ++week) values.append(place.code() == QLatin1String("1010") && week % 2 ? 1e7 : 5.0);
        }
        auto change = std::make_shared<ChangeTable>();
        change->weeks = 40;
        change->weekly = weekly;
        m_now.change = change;
        const MapDataPtr data = map(MapKind::Squares);
        m_now.change = nullptr;
        QVERIFY(data);
        QCOMPARE(data->shapeNoise.size(), data->cells.size());
        for (int i = 0; i < static_cast<int>(data->cells.size()); ++i) {
            const QVector<int>& members = data->cellPlaces[i];
            const bool noisy =
                std::any_of(members.begin(), members.end(), [&](int place) { return data->places[place].code() == QLatin1String("1010"); });
            QCOMPARE(data->shapeNoise[i], noisy || data->shapeValues[i] == 0.0);
            QCOMPARE(areaLines(*data, i).contains(QStringLiteral("within the usual ups and downs")), data->shapeNoise[i]);
        }
        QCOMPARE(data->shapeNoise.count(true), 1);
    }

    void areasAndCells() {
        const MapDataPtr dongs = map(MapKind::Choropleth);
        QVERIFY(dongs);
        int up = 0, down = 0;
        for (int i = 0; i < static_cast<int>(dongs->shapeValues.size()); ++i) {
            const double change = dongs->shapeCounts[i];
            if (std::isnan(change)) continue;
            QCOMPARE(dongs->shapeBefore[i], 20000.0);
            QVERIFY(std::abs(dongs->shapeValues[i] - change / dongs->areas()[i].areaKm2) < 1e-9);
            (change > 0 ? up : down) += 1;
        }
        QCOMPARE(up + down, 7);  // dongs without a stop count zero now
        QVERIFY(up > 0 && down > 0);
        QVERIFY(dongs->classes.upper.back() >= dongs->largestShape && dongs->largestShape > 0.0);
        for (MapKind kind : {MapKind::Hexagons, MapKind::Squares}) {
            const MapDataPtr cells = map(kind);
            QVERIFY(cells && cells->cells.size() == 12);
            double sum = 0.0;
            for (double v : cells->shapeValues)
                if (!std::isnan(v)) sum += v;
            QCOMPARE(sum, 72600.0 - 4400.0 - 11 * 6000.0);  // 1003 has no change
            QVERIFY(cells->hasEmptyShapes);
            const QString card = areaLines(*cells, cellOf(*cells, QStringLiteral("1010"))).join(QLatin1Char('|'));
            QVERIFY2(card.contains(QStringLiteral("+6,100 trips")) && card.contains(QStringLiteral("6,000 before, 12,100 now")),
                     qPrintable(card));
        }
    }

    void colours_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("dark");
        for (bool dark : {false, true}) {
            for (int kind : {0, 1, 3, 4}) QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(kind).arg(dark))) << kind << dark;
        }
    }

    void colours() {
        QFETCH(int, kind);
        QFETCH(bool, dark);
        MapStyle style = styleOf(static_cast<MapKind>(kind));
        style.dark = dark;
        style.showPlaces = false;
        const MapDataPtr data = map(style);
        const QImage image = draw(data);
        const MapPalette palette = MapPalette::forTheme(dark);
        // Not on the very middle of a circle, where nothing else can be: a few pixels beside it.
        const QColor more = image.pixelColor(at(*data, "1010") + QPoint(3, 3)), fewer = image.pixelColor(at(*data, "1011") + QPoint(3, 3));
        QVERIFY2(reddish(more), qPrintable(more.name()));
        QVERIFY2(bluish(fewer), qPrintable(fewer.name()));
        if (kind == 0) QCOMPARE(image.pixelColor(at(*data, "1003") + QPoint(3, 3)), palette.land);
    }

    void densityIsTheExactDifference() {
        const MapDataPtr data = map(MapKind::Density);
        // At a stop that stands alone the density is change · 3/(π h²), h in km.
        QVERIFY(std::abs(data->largestDensity / (6100.0 * 3.0 / M_PI / 0.25) - 1.0) < 0.01);
        MapStyle style = styleOf(MapKind::Density);
        style.showPlaces = false;
        const QImage image = draw(map(style));
        const MapPalette palette = MapPalette::forTheme(false);
        for (const char* code : {"1000", "1006", "1010", "1011"}) {
            const double value = place(*data, code).value * 3.0 / M_PI / 0.25;
            const QColor over = palette.changeAt(value / data->scaleTop);
            const auto blend = [&](double c, double ground) { return c * over.alphaF() + ground * (1.0 - over.alphaF()); };
            const QColor seen = image.pixelColor(at(*data, code));
            QVERIFY2(std::abs(seen.red() - blend(over.red(), palette.land.red())) <= 8 &&
                         std::abs(seen.blue() - blend(over.blue(), palette.land.blue())) <= 8,
                     qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(code), seen.name())));
        }
    }

    void otherWayRoundIsTheOppositeMap() {
        MapAnswers turned{m_now.beforeByPlace, m_now.beforeByDong, m_now.byPlace, m_now.byDong};
        const MapDataPtr forth = map(MapKind::Squares), back = map(styleOf(MapKind::Squares), turned);
        QCOMPARE(back->classes.upper, forth->classes.upper);
        QCOMPARE(back->scaleTop, forth->scaleTop);
        for (int i = 0; i < static_cast<int>(forth->shapeValues.size()); ++i) {
            QVERIFY(std::isnan(forth->shapeValues[i]) ? std::isnan(back->shapeValues[i]) : back->shapeValues[i] == -forth->shapeValues[i]);
        }
    }

    void scaleDivergesEvenly() {
        for (bool dark : {false, true}) {
            const MapPalette p = MapPalette::forTheme(dark);
            QCOMPARE(p.changeAt(0.0).alpha(), 0);
            for (int i = 1; i <= 40; ++i) {
                for (double sign : {1.0, -1.0}) {
                    const double now = lightness(p.changeAt(sign * i / 40.0)), before = lightness(p.changeAt(sign * (i - 1) / 40.0));
                    if (i > 1) QVERIFY2(dark ? now >= before - 1e-3 : now <= before + 1e-3, qPrintable(QString::number(i * sign)));
                }
            }
            for (double t : {0.2, 0.6, 1.0}) {
                QVERIFY2(reddish(p.changeAt(t)), qPrintable(p.changeAt(t).name()));
                QVERIFY2(bluish(p.changeAt(-t)), qPrintable(p.changeAt(-t).name()));
            }
        }
    }

    void legendsFit() {
        for (int kind = 0; kind <= 4; ++kind) {
            const MapDataPtr data = map(static_cast<MapKind>(kind));
            QVERIFY(data);
            const MapPalette palette = MapPalette::forTheme(false);
            const QSizeF size = legendSize(*data, palette, 1.0);
            QVERIFY2(size.height() > 100.0 && size.height() < 420.0, qPrintable(QString::number(size.height())));
            QImage image(size.toSize(), QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintLegend(painter, QPointF(), *data, palette, 1.0);
            painter.end();
            bool red = false, blue = false;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    red = red || reddish(image.pixelColor(x, y));
                    blue = blue || bluish(image.pixelColor(x, y));
                }
            }
            QVERIFY2(red && blue, qPrintable(QString::number(kind)));
        }
    }

    void lockedScale() {
        MapStyle style = styleOf(MapKind::Squares);
        style.lockedMaximum = 10000.0;
        const MapDataPtr data = map(style);
        QCOMPARE(data->scaleTop, 10000.0);
        QCOMPARE(data->classes.upper.back(), 10000.0);
    }

    void onlyTheSameMeasure() {
        MapAnswers other = m_now;
        auto people = std::make_shared<Table>(*m_now.beforeByPlace);
        people->measure.id = QStringLiteral("people");
        other.beforeByPlace = people;
        const auto refused = makeMapData(*m_city, city(), other, styleOf(MapKind::Circles), Progress::none());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::Usage);
    }

private:
    static MapStyle styleOf(MapKind kind) {
        MapStyle style;
        style.kind = kind;
        style.gridMeters = 1000;
        return style;
    }

    /// The same rows with one number everywhere, but none for `without`.
    static TablePtr flattened(const Table& table, double value, const QString& without) {
        auto flat = std::make_shared<Table>(table);
        flat->total = 0.0;
        for (TableRow& row : flat->rows) {
            row.value = row.key == without ? kNoCoordinate : value;
            if (row.key != without) flat->total += value;
        }
        return flat;
    }

    CityShapesPtr city() {
        if (!m_shapes) m_shapes = *readCityShapes(*m_city, m_now.byPlace->dataset, Progress::none());
        return m_shapes;
    }
    MapDataPtr map(const MapStyle& style, const MapAnswers& answers) {
        const auto data = makeMapData(*m_city, city(), answers, style, Progress::none());
        if (!data) qWarning() << data.error().message;
        return data ? *data : nullptr;
    }
    MapDataPtr map(const MapStyle& style) { return map(style, m_now); }
    MapDataPtr map(MapKind kind) { return map(styleOf(kind)); }

    static MapPlace place(const MapData& data, const char* code) {
        for (const MapPlace& p : data.places)
            if (p.code() == QLatin1String(code)) return p;
        return {};
    }
    static int cellOf(const MapData& data, const QString& code) {
        for (int i = 0; i < static_cast<int>(data.cellPlaces.size()); ++i) {
            for (int p : data.cellPlaces[i])
                if (data.places[p].code() == code) return i;
        }
        return -1;
    }

    QgsRectangle view(const MapData& data) const {
        const double side = std::max(data.extent.width(), data.extent.height());
        return QgsRectangle::fromCenterAndSize(data.extent.center(), side, side);
    }
    QPoint at(const MapData& data, const char* code) const {
        const QgsRectangle v = view(data);
        const QPointF p = place(data, code).at;
        return {static_cast<int>((p.x() - v.xMinimum()) / v.width() * 800.0),
                static_cast<int>((v.yMaximum() - p.y()) / v.height() * 800.0)};
    }
    QImage draw(const MapDataPtr& data) const {
        const MapPalette palette = MapPalette::forTheme(data->style.dark);
        PictureStack stack;
        stack.setInput({data, palette});
        return paintLayers(stack, view(*data), QSize(800, 800), 1.0, palette.background);
    }

    QTemporaryDir m_folder;
    std::shared_ptr<Workspace> m_city;
    CityShapesPtr m_shapes;
    MapAnswers m_now;
};

MUDEUNG_MAP_TEST_MAIN(TestMapComparison)
#include "test_map_comparison.moc"
