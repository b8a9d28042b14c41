// SPDX-License-Identifier: GPL-3.0-or-later
// Bands around lines, categories that are pointed out, and points: where they are drawn, what the pointer says, their table twin.
#include <QSignalSpy>
#include <QToolTip>
#include <QtTest>
#include <cmath>

#include "tests/ui/ui_test_support.h"
#include "ui/charts/chart_axis.h"
#include "ui/charts/chart_image.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/chart_view.h"
#include "ui/common/theme.h"

using namespace mudeung;

namespace {

constexpr QSize kSize(800, 500);

/// Twelve months counted, six forecast with two intervals; the last month of the narrow one is missing.
ChartSpec forecast() {
    ChartSpec spec;
    spec.kind = ChartKind::Line;
    spec.title = QStringLiteral("Boardings, forecast");
    spec.yTitle = QStringLiteral("trips");
    spec.xTitle = QStringLiteral("month");
    ChartSeries series;
    series.name = QStringLiteral("forecast");
    ChartBand wide{QStringLiteral("95 %"), {}, {}}, narrow{QStringLiteral("80 %"), {}, {}};
    for (int m = 0; m < 18; ++m) {
        spec.categories << QStringLiteral("m%1").arg(m + 1);
        spec.categoryKeys << spec.categories.last();
        series.values << 1000.0;
        const bool ahead = m >= 12;
        wide.lower << (ahead ? 400.0 : NAN);
        wide.upper << (ahead ? 1600.0 : NAN);
        narrow.lower << (ahead && m < 17 ? 700.0 : NAN);
        narrow.upper << (ahead && m < 17 ? 1300.0 : NAN);
    }
    series.bands = {wide, narrow};
    spec.series = {series};
    spec.marks = {{12, QStringLiteral("forecast from here")}};
    return spec;
}

ChartSpec points() {
    ChartSpec spec;
    spec.kind = ChartKind::Scatter;
    spec.title = QStringLiteral("Places beside their neighbours");
    spec.xTitle = QStringLiteral("own value (z)");
    spec.yTitle = QStringLiteral("mean of the neighbours (z)");
    spec.categories = QStringList{QStringLiteral("City Hall"), QStringLiteral("Station"), QStringLiteral("Market"), QStringLiteral("Lake")};
    spec.categoryKeys = QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")};
    ChartSeries series;
    series.values = {1.5, -1.0, 0.25, NAN};
    series.x = {2.0, -1.5, 0.5, 1.0};
    spec.series = {series};
    return spec;
}

QColor at(const QImage& image, const ChartHit& hit, const AxisScale& scale, double value) {
    const double y = hit.area.bottom() - hit.area.height() * scale.share(value);
    return image.pixelColor(QPointF(hit.area.center().x(), y).toPoint());
}

QVector<ChartHit> painted(const ChartSpec& spec, QImage& image) {
    image = QImage(kSize, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    return paintChartScene(painter, QRectF(QPointF(0, 0), QSizeF(kSize)), spec, false);
}

int distance(const QColor& a, const QColor& b) {
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
}

}  // namespace

class TestChartPoints : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(QStringLiteral("light")); }
    void bandsLieWhereTheirNumbersAre();
    void marksStandAtTheirCategory();
    void negativeLines();
    void pointsLieWhereTheirNumbersAre();
    void pointersSayTheNames();
    void tableTwins();
    void spans();
    void pictures_data();
    void pictures();
};

void TestChartPoints::bandsLieWhereTheirNumbersAre() {
    const ChartSpec spec = forecast();
    QImage image;
    const QVector<ChartHit> hits = painted(spec, image);
    QCOMPARE(hits.size(), 18);
    const QColor surface = themeColors(false).surface;
    // Both bands end at 1,600, so the axis does; halfway between two ticks no line of the grid is met.
    const AxisScale scale{1600.0, {}, 0.0};
    const QColor nothing = at(image, hits[5], scale, 850.0);
    const QColor wide = at(image, hits[14], scale, 550.0);
    const QColor narrow = at(image, hits[14], scale, 850.0);
    QCOMPARE(nothing, surface);
    QVERIFY2(distance(wide, surface) > 20, qPrintable(wide.name()));
    QVERIFY2(distance(narrow, wide) > 15, qPrintable(narrow.name()));  // the narrow one lies over the wide one
    QCOMPARE(at(image, hits[14], scale, 330.0), surface);              // below both
    ChartHit last = hits[17];
    last.area.translate(-4.0, 0.0);                 // the band ends in the middle of the last month
    QCOMPARE(at(image, last, scale, 850.0), wide);  // no narrow one there
}

void TestChartPoints::marksStandAtTheirCategory() {
    ChartSpec spec = forecast();
    QImage with, without;
    const QVector<ChartHit> hits = painted(spec, with);
    spec.marks.clear();
    painted(spec, without);
    const auto changed = [&](const ChartHit& hit, double share) {
        const QPoint p(static_cast<int>(hit.area.center().x()), static_cast<int>(hit.area.top() + hit.area.height() * share));
        return distance(with.pixelColor(p), without.pixelColor(p)) > 30 ||
               distance(with.pixelColor(p + QPoint(-1, 0)), without.pixelColor(p + QPoint(-1, 0))) > 30;
    };
    QVERIFY(changed(hits[12], 0.9) && changed(hits[12], 0.83));
    for (const int other : {0, 5, 11, 13, 17}) QVERIFY2(!changed(hits[other], 0.9), qPrintable(QString::number(other)));
    spec.marks = {{-1, QStringLiteral("before all")}, {18, QStringLiteral("after all")}};
    QImage outside;
    painted(spec, outside);
    QCOMPARE(outside, without);
}

/// The axis reaches below zero, and the zero line is no longer the bottom.
void TestChartPoints::negativeLines() {
    ChartSpec spec = forecast();
    spec.marks.clear();
    spec.series[0].bands.clear();
    spec.series[0].values = {-400, 800, -400};
    spec.categories = spec.categories.mid(0, 3);
    QImage image;
    const QVector<ChartHit> hits = painted(spec, image);
    QCOMPARE(hits.size(), 3);
    const QColor line = themeColors(false).accent;
    const AxisScale scale =
        roundSpan(-400, 800, wantedTicks({*std::make_unique<QPainter>(), spec, themeColors(false), {}, {0, 0, 760, 440}, 12}));
    QCOMPARE(scale.minimum, -400.0);
    QCOMPARE(scale.maximum, 800.0);
    QVERIFY(distance(at(image, hits[1], scale, 800.0), line) < 90);
    QVERIFY(distance(at(image, hits[0], scale, -400.0), line) < 90);
}

void TestChartPoints::pointsLieWhereTheirNumbersAre() {
    QImage image;
    const QVector<ChartHit> hits = painted(points(), image);
    QCOMPARE(hits.size(), 3);  // the one without a number is nowhere
    const QColor accent = themeColors(false).accent;
    for (const ChartHit& hit : hits) QVERIFY(distance(image.pixelColor(hit.area.center().toPoint()), accent) < 90);
    // In proportion across and up: a to b are 3.5 and 2.5 apart, a to c 1.5 and 1.25.
    const QPointF ab = hits[0].area.center() - hits[1].area.center(), ac = hits[0].area.center() - hits[2].area.center();
    QVERIFY(std::abs(ab.x() / ac.x() - 3.5 / 1.5) < 0.01);
    QVERIFY(std::abs(ab.y() / ac.y() - 2.5 / 1.25) < 0.01);
    QVERIFY(ab.x() > 0 && ab.y() < 0);
}

void TestChartPoints::pointersSayTheNames() {
    ChartView view;
    view.resize(kSize);
    view.setSpec(points());
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.grab();
    const QPoint station = view.markCentre(QStringLiteral("b"));
    QVERIFY(!station.isNull());
    QTest::mouseMove(&view, station);
    QTRY_COMPARE(QToolTip::text().split(QLatin1Char('\n')).value(0), QStringLiteral("Station"));
    QVERIFY2(QToolTip::text().contains(QStringLiteral("own value (z): -1.5")) ||
                 QToolTip::text().contains(QStringLiteral("own value (z): −1.5")),
             qPrintable(QToolTip::text()));
    QSignalSpy clicked(&view, &ChartView::categoryClicked);
    QTest::mouseClick(&view, Qt::LeftButton, Qt::NoModifier, station);
    QCOMPARE(clicked.value(0).value(0).toString(), QStringLiteral("b"));
    // The keyboard goes from point to point and says the same.
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY2(view.accessibleDescription().startsWith(QLatin1String("Market")), qPrintable(view.accessibleDescription()));

    view.setSpec(forecast());
    view.grab();
    QTest::keyClick(&view, Qt::Key_Left);  // the last month
    QVERIFY2(view.accessibleDescription().contains(QStringLiteral("95 %: 400 – 1,600")), qPrintable(view.accessibleDescription()));
    QVERIFY(!view.accessibleDescription().contains(QLatin1String("80 %")));
}

void TestChartPoints::tableTwins() {
    ChartTableModel model;
    model.setSpec(forecast());
    QCOMPARE(model.columnCount(), 5);  // value, and from and to of both bands
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("95 %, from"));
    QCOMPARE(model.headerData(4, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("80 %, to"));
    QCOMPARE(model.data(model.index(14, 2), ChartTableModel::NumberRole).toDouble(), 1600.0);
    QCOMPARE(model.data(model.index(14, 3), ChartTableModel::NumberRole).toDouble(), 700.0);
    QVERIFY(std::isnan(model.data(model.index(17, 3), ChartTableModel::NumberRole).toDouble()));
    QCOMPARE(model.headerData(12, Qt::Vertical, Qt::DisplayRole).toString(), QStringLiteral("m13 · forecast from here"));

    model.setSpec(points());
    QCOMPARE(model.columnCount(), 2);
    QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("own value (z)"));
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("mean of the neighbours (z)"));
    QCOMPARE(model.headerData(2, Qt::Vertical, Qt::DisplayRole).toString(), QStringLiteral("Market"));
    QCOMPARE(model.data(model.index(1, 0), ChartTableModel::NumberRole).toDouble(), -1.5);
    QCOMPARE(model.data(model.index(2, 1), Qt::DisplayRole).toString(), QStringLiteral("0.250"));

    ChartView view;
    view.setSpec(forecast());
    const QStringList lines = view.tableText().split(QLatin1Char('\n'));
    QCOMPARE(lines[0], QStringLiteral("month\tforecast\t95 %, from\t95 %, to\t80 %, from\t80 %, to"));
    QCOMPARE(lines[18], QStringLiteral("m18\t1000\t400\t1600\t\t"));
    view.setSpec(points());
    QCOMPARE(view.tableText().split(QLatin1Char('\n'))[2], QStringLiteral("Station\t-1.5\t-1"));
}

void TestChartPoints::spans() {
    QCOMPARE(roundSpan(-0.4, 0.6, 5).ticks.size(), 6);
    QCOMPARE(roundSpan(-0.4, 0.6, 5).ticks.first(), -0.4);
    QCOMPARE(roundSpan(3, 3, 5).ticks.contains(3.0), true);
    QCOMPARE(roundSpan(0, 0, 5).maximum, 1.0);
    QCOMPARE(roundSpan(NAN, NAN, 5).maximum, 1.0);
    const AxisScale quarter = roundSpan(0, 1, 4);
    QCOMPARE(tickText(quarter, quarter.ticks[1]), QStringLiteral("0.25"));
    const AxisScale fifth = roundSpan(0, 1, 5);
    QCOMPARE(tickText(fifth, fifth.ticks[1]), QStringLiteral("0.2"));
}

void TestChartPoints::pictures_data() {
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestChartPoints::pictures() {
    QFETCH(bool, dark);
    const QString theme = dark ? QStringLiteral("dark") : QStringLiteral("light");
    for (const QSize size : {QSize(360, 240), QSize(1200, 800)}) {
        const auto keep = [&](const ChartSpec& spec, const QString& name) {
            const QImage image = renderChart(spec, size, dark);
            QVERIFY(test::countColors(image) > 8);
            test::keepPicture(QPixmap::fromImage(image), QStringLiteral("%1-%2-%3.png").arg(name, theme).arg(size.width()));
        };
        keep(forecast(), QStringLiteral("chart-bands"));
        keep(points(), QStringLiteral("chart-scatter"));
        ChartSpec many = points();
        many.series.clear();
        quint32 state = 1;
        const auto next = [&state] {
            state = state * 1664525U + 1013904223U;
            return static_cast<double>(state >> 8) / (1U << 24) - 0.5;
        };
        for (const char* name : {"high beside high", "low beside low", "not significant"}) {
            ChartSeries series;
            series.name = QLatin1String(name);
            for (int i = 0; i < 300; ++i) {
                const double x = (next() + next() + next()) * 2.0;
                series.x << x;
                series.values << x * 0.6 + next() + next();
            }
            many.series << series;
        }
        many.categories.clear();
        for (int i = 0; i < 300; ++i) many.categories << QStringLiteral("p%1").arg(i);
        many.categoryKeys = many.categories;
        keep(many, QStringLiteral("chart-scatter-many"));
    }
}

MUDEUNG_UI_TEST_MAIN(TestChartPoints)
#include "test_chart_points.moc"
