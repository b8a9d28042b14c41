// SPDX-License-Identifier: GPL-3.0-or-later
// Charts: something is drawn, the sample stamp is there, files are written, clicks name the category, colours have contrast.
#include <QImageReader>
#include <QSignalSpy>
#include <QtTest>
#include <cmath>

#include "core/base/language.h"
#include "tests/ui/ui_test_support.h"
#include "ui/charts/chart_axis.h"
#include "ui/charts/chart_image.h"
#include "ui/charts/chart_view.h"
#include "ui/common/group_colors.h"
#include "ui/common/theme.h"

using namespace mudeung;

namespace {

ChartSpec groupsSpec() {
    ChartSpec spec;
    spec.kind = ChartKind::HorizontalBars;
    spec.title = QStringLiteral("Boardings by age group");
    spec.subtitle = QStringLiteral("weekdays, 07–09, 2024-03-01 … 2024-05-31");
    spec.yTitle = QStringLiteral("trips");
    spec.categories = QStringList{QStringLiteral("어린이"), QStringLiteral("청소년"), QStringLiteral("일반"), QStringLiteral("경로")};
    spec.categoryKeys = QStringList{QStringLiteral("child"), QStringLiteral("youth"), QStringLiteral("adult"), QStringLiteral("senior")};
    spec.series = {{QStringLiteral("now"), {1894086, 11048441, 69447723, 9000000}, {2500000, 12000000, 80000000, 15000000}}};
    spec.footer = QStringLiteral("Source: Test office · as of 2024-05-31");
    return spec;
}

ChartSpec specOf(ChartKind kind) {
    ChartSpec spec = groupsSpec();
    spec.kind = kind;
    spec.categories.clear();
    spec.categoryKeys.clear();
    QVector<double> values;
    const int rows = kind == ChartKind::Carpet ? 7 : 1;
    for (int h = 0; h < 24; ++h) {
        spec.categories << QString::number(h);
        spec.categoryKeys << QStringLiteral("%1").arg(h, 2, 10, QLatin1Char('0'));
    }
    for (int r = 0; r < rows; ++r)
        for (int h = 0; h < 24; ++h) values << (h == 3 ? NAN : 1000.0 * (2.0 + std::sin(h / 3.0)) * (r < 5 ? 1.0 : 0.6));
    spec.series = {{QStringLiteral("boardings"), values, {}}};
    if (kind == ChartKind::Carpet)
        spec.rowNames = QStringList{QStringLiteral("Mon"), QStringLiteral("Tue"), QStringLiteral("Wed"), QStringLiteral("Thu"),
                                    QStringLiteral("Fri"), QStringLiteral("Sat"), QStringLiteral("Sun")};
    return spec;
}

int pixelsNear(const QImage& image, QColor wanted, const QRect& area) {
    int n = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x) {
            const QColor c = image.pixelColor(x, y);
            if (std::abs(c.red() - wanted.red()) + std::abs(c.green() - wanted.green()) + std::abs(c.blue() - wanted.blue()) < 24) ++n;
        }
    return n;
}

/// The longest row of pixels of that colour: the length of a bar, whatever its soft edges.
int barLength(const QImage& image, const QColor& color) {
    int longest = 0;
    for (int y = 0; y < image.height(); ++y) longest = std::max(longest, pixelsNear(image, color, QRect(0, y, image.width(), 1)));
    return longest;
}

}  // namespace

class TestCharts : public QObject {
    Q_OBJECT
private slots:
    void drawsEveryKind_data();
    void drawsEveryKind();
    void stampOnSampleOnly();
    void barsAreInProportion();
    void writesFiles();
    void refusesOtherFiles();
    void roundScales();
    void clickNamesTheCategory();
    void tableTextHasAllNumbers();
    void textContrast();
    void colorsDependOnCodeOnly();
    void pyramidNamesEveryNumber();
    void lowBarsKeepTheirTitle();
    void carpetOfPeoplePresent();
    void carpetSaysWhatHatchingMeans();
    void manyDaysAreNamedByMonths();
};

void TestCharts::drawsEveryKind_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("dark");
    for (const bool dark : {false, true})
        for (const ChartKind kind : {ChartKind::Bars, ChartKind::HorizontalBars, ChartKind::Line, ChartKind::Carpet})
            QTest::newRow(qPrintable(QStringLiteral("%1-%2").arg(static_cast<int>(kind)).arg(dark))) << static_cast<int>(kind) << dark;
}

void TestCharts::drawsEveryKind() {
    QFETCH(int, kind);
    QFETCH(bool, dark);
    const auto chartKind = static_cast<ChartKind>(kind);
    ChartSpec spec = chartKind == ChartKind::HorizontalBars ? groupsSpec() : specOf(chartKind);
    spec.sample = true;
    for (const QSize size : {QSize(360, 240), QSize(1600, 1000)}) {
        const QImage image = renderChart(spec, size, dark);
        QCOMPARE(image.size(), size);
        QVERIFY(test::countColors(image) > 8);
        test::keepPicture(QPixmap::fromImage(image), QStringLiteral("chart-%1-%2-%3.png").arg(kind).arg(dark).arg(size.width()));
    }
    spec.categories.clear();
    spec.series.clear();
    QVERIFY(!renderChart(spec, QSize(360, 240), dark).isNull());  // an empty answer draws its frame
}

void TestCharts::stampOnSampleOnly() {
    ChartSpec spec = groupsSpec();
    const QRect corner(600, 0, 200, 60);
    const QColor stamp(0xff, 0xf1, 0xd0);
    QCOMPARE(pixelsNear(renderChart(spec, QSize(800, 500)), stamp, corner), 0);
    spec.sample = true;
    QVERIFY(pixelsNear(renderChart(spec, QSize(800, 500)), stamp, corner) > 200);
}

void TestCharts::barsAreInProportion() {
    ChartSpec spec = groupsSpec();
    spec.series.first().reference.clear();
    spec.series.first().values = {10, 20, 40, 40};
    const QImage image = renderChart(spec, QSize(800, 500));
    const int adult = barLength(image, groupColor(QStringLiteral("adult")));
    const int youth = barLength(image, groupColor(QStringLiteral("youth")));
    const int child = barLength(image, groupColor(QStringLiteral("child")));
    QVERIFY2(std::abs(adult / double(youth) - 2.0) < 0.05, qPrintable(QStringLiteral("%1 %2").arg(adult).arg(youth)));
    QVERIFY(std::abs(youth / double(child) - 2.0) < 0.05);
}

void TestCharts::writesFiles() {
    QTemporaryDir folder;
    for (const char* name : {"c.png", "c.svg", "c.pdf"}) {
        const QString path = folder.filePath(QLatin1String(name));
        const Status status = writeChart(groupsSpec(), path, QSize(800, 500));
        QVERIFY2(status.ok(), status ? "" : qPrintable(status.error().message));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.size() > 1000);
        if (path.endsWith(QLatin1String("svg"))) {
            QVERIFY(bytes.contains("<svg"));
            QVERIFY(QString::fromUtf8(bytes).contains(QStringLiteral("경로")));
        }
        if (path.endsWith(QLatin1String("pdf"))) QVERIFY(bytes.startsWith("%PDF-"));
        if (path.endsWith(QLatin1String("png"))) QCOMPARE(QImageReader(path).size(), QSize(800, 500));
    }
}

void TestCharts::refusesOtherFiles() {
    const Status kind = writeChart(groupsSpec(), QStringLiteral("chart.doc"), QSize(800, 500));
    QVERIFY(!kind.ok());
    QVERIFY(kind.error().code == ErrorCode::Usage);
    const Status folder = writeChart(groupsSpec(), QStringLiteral("/nowhere/at/all/chart.png"), QSize(800, 500));
    QVERIFY(!folder.ok());
    QVERIFY(folder.error().code == ErrorCode::Io);
}

void TestCharts::roundScales() {
    QCOMPARE(roundScale(82390250, 5).maximum, 100000000.0);
    QCOMPARE(roundScale(100, 5).maximum, 100.0);
    QCOMPARE(roundScale(0, 5).maximum, 1.0);
    QCOMPARE(roundScale(7, 5).ticks.last(), 8.0);
}

void TestCharts::clickNamesTheCategory() {
    ChartView view;
    view.resize(420, 300);
    view.setSpec(groupsSpec());
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.grab();
    QSignalSpy clicked(&view, &ChartView::categoryClicked);
    QTest::mouseClick(&view, Qt::LeftButton, Qt::NoModifier, view.markCentre(QStringLiteral("youth")));
    QCOMPARE(clicked.count(), 1);
    QCOMPARE(clicked.first().first().toString(), QStringLiteral("youth"));
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(clicked.count(), 2);
    QVERIFY(!view.accessibleName().isEmpty());
}

void TestCharts::tableTextHasAllNumbers() {
    ChartView view;
    view.setSpec(groupsSpec());
    const QStringList lines = view.tableText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[4], QStringLiteral("경로\t9000000\t15000000"));
    view.setSpec(specOf(ChartKind::Carpet));
    QCOMPARE(view.tableText().count(QLatin1Char('\n')), 8);
}

void TestCharts::textContrast() {
    for (const bool dark : {false, true}) {
        const ThemeColors& c = themeColors(dark);
        for (const QColor& back : {c.window, c.surface, c.control, c.selection, c.info, c.success, c.warning, c.error}) {
            QVERIFY2(contrastRatio(c.text, back) >= 4.5, qPrintable(back.name()));
        }
        for (const QColor& back : {c.window, c.surface, c.control})
            QVERIFY2(contrastRatio(c.mutedText, back) >= 4.5, qPrintable(back.name()));
        QVERIFY(contrastRatio(c.accentText, c.accent) >= 4.5);
        QVERIFY(contrastRatio(c.accent, c.window) >= 4.5);
    }
}

void TestCharts::colorsDependOnCodeOnly() {
    QCOMPARE(groupColor(QStringLiteral("m_20-29")), groupColor(QStringLiteral("f_20-29")));
    QVERIFY(groupColor(QStringLiteral("20-29")) != groupColor(QStringLiteral("30-39")));
    QVERIFY(groupColor(QStringLiteral("adult")) != groupColor(QStringLiteral("senior")));
    QSet<QRgb> decades;
    for (int from = 0; from < 100; from += 10) decades << groupColor(QStringLiteral("%1-%2").arg(from).arg(from + 9)).rgb();
    decades << groupColor(QStringLiteral("100+")).rgb();
    QCOMPARE(decades.size(), 11);
}

/// "170만" is the largest number and not the longest: none of the others is cut.
void TestCharts::pyramidNamesEveryNumber() {
    setInterfaceLanguage(QStringLiteral("ko"));
    ChartSpec spec;
    spec.kind = ChartKind::Pyramid;
    spec.rowNames = QStringList{QStringLiteral("남자"), QStringLiteral("여자"), QStringLiteral("0–9세"), QStringLiteral("10–19세"),
                                QStringLiteral("20세 이상")};
    for (const char* sex : {"m", "f"})
        for (const char* ages : {"0-9", "10-19", "20+"})
            spec.categoryKeys << QStringLiteral("%1_%2").arg(QLatin1String(sex), QLatin1String(ages));
    spec.categories = spec.categoryKeys;
    spec.series = {{QStringLiteral("people"), {166100, 165900, 53100, 1700000, 162300, 91300}, {}}};
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("pyramid.svg"));
    QVERIFY(writeChart(spec, path, QSize(360, 240)).ok());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString drawing = QString::fromUtf8(file.readAll());
    setInterfaceLanguage(QStringLiteral("en"));
    QVERIFY(drawing.contains(QStringLiteral("16.6만")) && drawing.contains(QStringLiteral("170만")));
    QVERIFY(!drawing.contains(QChar(0x2026)));
}

/// In a low panel what the outlines are stands beside the title; its dates give way before the title does.
void TestCharts::lowBarsKeepTheirTitle() {
    ChartSpec spec;
    spec.kind = ChartKind::HorizontalBars;
    spec.title = QStringLiteral("Boardings by group");
    spec.referenceName = QStringLiteral("a year before (2024-01-01 – 2024-12-31)");
    for (int i = 0; i < 7; ++i) spec.categories << QStringLiteral("group %1").arg(i);
    spec.categoryKeys = spec.categories;
    spec.series = {{QStringLiteral("boardings"), {1, 2, 3, 4, 5, 6, 7}, {2, 3, 4, 5, 6, 7, 8}}};
    QTemporaryDir folder;
    const auto drawn = [&](int width) {
        const QString path = folder.filePath(QStringLiteral("%1.svg").arg(width));
        QFile file(writeChart(spec, path, QSize(width, 133)).ok() ? path : QString());
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    const QString narrow = drawn(360), wide = drawn(700);
    for (const QString& drawing : {narrow, wide})
        QVERIFY2(drawing.contains(QStringLiteral("Boardings by group")) && drawing.contains(QStringLiteral("a year before")),
                 qPrintable(drawing));
    QVERIFY(!narrow.contains(QStringLiteral("2024-01-01")));
    QVERIFY(wide.contains(QStringLiteral("2024-01-01")));
}

/// Levels of people differ by a few percent from hour to hour: the colours begin at the least. Where they differ by roundings only, one
/// colour says so.
void TestCharts::carpetOfPeoplePresent() {
    ChartSpec spec = specOf(ChartKind::Carpet);
    spec.fromLeast = true;
    const auto colours = [&spec](double swing) {
        QVector<double>& values = spec.series.first().values;
        for (int i = 0; i < static_cast<int>(values.size()); ++i) values[i] = 1.4e6 * (1.0 + swing * (i % 24) / 23.0);
        const QImage image = renderChart(spec, QSize(900, 500));
        return QPair<int, int>(pixelsNear(image, QColor::fromRgb(0xff00224e), image.rect()),
                               pixelsNear(image, QColor::fromRgb(0xfffee838), image.rect()));
    };
    const auto [dark, bright] = colours(0.05);
    QVERIFY2(dark > 1000 && bright > 1000, qPrintable(QStringLiteral("%1 %2").arg(dark).arg(bright)));
    QCOMPARE(colours(0.0001), qMakePair(0, 0));
    spec.fromLeast = false;
    QCOMPARE(colours(0.05).first > 1000, false);
}

/// Above a low carpet, beside the stamp of a sample: everything that its colours and its hatching mean.
void TestCharts::carpetSaysWhatHatchingMeans() {
    ChartSpec spec = specOf(ChartKind::Carpet);
    spec.title.clear();
    spec.subtitle.clear();
    spec.footer.clear();
    spec.yTitle = QStringLiteral("Sum of boardings (trips)");
    spec.sample = true;
    QTemporaryDir folder;
    const auto drawn = [&](int width) {
        const QString path = folder.filePath(QStringLiteral("%1.svg").arg(width));
        QFile file(writeChart(spec, path, QSize(width, 160)).ok() ? path : QString());
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    const auto holds = [](const QString& drawing, const char* text) { return drawing.contains(QLatin1String(text)); };
    for (const int width : {384, 700}) {
        const QString drawing = drawn(width);
        QVERIFY2(holds(drawing, "Sum of boardings (trips)") && holds(drawing, "no data"), qPrintable(QString::number(width)));
    }
    // What is measured is cut last.
    const QString narrow = drawn(300);
    QVERIFY(!holds(narrow, "no data") && holds(narrow, "Sum of boardings"));
    for (double& value : spec.series.first().values)
        if (std::isnan(value)) value = 1000.0;
    QVERIFY(!holds(drawn(700), "no data"));
}

void TestCharts::manyDaysAreNamedByMonths() {
    QTemporaryDir folder;
    const auto drawn = [&](int days) {
        ChartSpec spec;
        spec.kind = ChartKind::Line;
        spec.yTitle = QStringLiteral("trips");
        for (int i = 0; i < days; ++i) spec.categories << QDate(2025, 1, 20).addDays(i).toString(Qt::ISODate);
        spec.categoryKeys = spec.categories;
        spec.series = {{QStringLiteral("now"), QVector<double>(days, 5.0), {}}};
        const QString path = folder.filePath(QStringLiteral("%1.svg").arg(days));
        QFile file(writeChart(spec, path, QSize(700, 260)).ok() ? path : QString());
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    const QString few = drawn(5), many = drawn(150);
    QVERIFY(few.contains(QStringLiteral("2025-01-20")) && few.contains(QStringLiteral("2025-01-24")));
    for (const char* month : {">2025-02<", ">2025-03<", ">2025-04<", ">2025-05<", ">2025-06<"})
        QVERIFY2(QString(many).remove(QLatin1Char(' ')).remove(QLatin1Char('\n')).contains(QLatin1String(month)), month);
    QVERIFY(!many.contains(QStringLiteral("2025-01-20")) && !many.contains(QStringLiteral("2025-02-01")));
}

MUDEUNG_UI_TEST_MAIN(TestCharts)
#include "test_charts.moc"
