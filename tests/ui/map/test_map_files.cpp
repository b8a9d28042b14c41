// SPDX-License-Identifier: GPL-3.0-or-later
// Maps as files: scales, text that stays text, receipts; and exported layers that QGIS opens with their style.
#include <QProcess>
#include <QSet>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <qgsgraduatedsymbolrenderer.h>
#include <qgsrendercontext.h>
#include <qgssymbol.h>
#include <qgsvectorlayer.h>

#include "core/chart/chart_spec.h"
#include "core/cube/query_engine.h"
#include "core/export/read_receipt.h"
#include "core/export/table_file.h"
#include "core/receipt/verify.h"
#include "tests/support/map_test.h"
#include "tests/ui/map/drawn_layer.h"
#include "tests/ui/map/made_city.h"
#include "ui/charts/chart_image.h"
#include "ui/map/map_render.h"

Q_DECLARE_METATYPE(mudeung::MapKind)
Q_DECLARE_METATYPE(mudeung::Breakdown)

using namespace mudeung;
using namespace mudeung::test;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString said(const Status& status) {
    return status ? QString() : status.error().message;
}

/// The texts of an SVG, one a line.
QString textsOf(const QByteArray& svg) {
    QXmlStreamReader reader(svg);
    QStringList texts;
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("text"))
            texts << reader.readElementText(QXmlStreamReader::IncludeChildElements);
    return texts.join(QLatin1Char('\n'));
}

}  // namespace

class TestMapFiles : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::shared_ptr<Workspace> m_city;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    static Query query() {
        Query q;
        q.dataset = QStringLiteral("stops");
        return q;
    }
    static MapStyle styleOf(MapKind kind) {
        MapStyle style;
        style.kind = kind;
        return style;
    }
    Status write(const QString& file, MapKind kind, const MapFile& how = {}) const {
        return writeMapFile(m_city, query(), styleOf(kind), file, how, Progress::none());
    }

private slots:
    void initTestCase() {
        m_city = emptyWorkspace(path(QStringLiteral("city.mudeung")));
        writeStops(*m_city, QStringLiteral("stops"));
        writeDongs(*m_city);
        writeDistrictNumbers(*m_city, QStringLiteral("districts"));  // not for all of the dongs: some are hatched
    }

    void everyKindCarriesItsReceipt_data() {
        QTest::addColumn<MapKind>("kind");
        QTest::addColumn<QString>("suffix");
        for (const char* suffix : {"png", "pdf", "svg"}) {
            QTest::addRow("density %s", suffix) << MapKind::Density << QString::fromLatin1(suffix);
            QTest::addRow("circles %s", suffix) << MapKind::Circles << QString::fromLatin1(suffix);
            QTest::addRow("choropleth %s", suffix) << MapKind::Choropleth << QString::fromLatin1(suffix);
        }
    }
    void everyKindCarriesItsReceipt() {
        QFETCH(MapKind, kind);
        QFETCH(QString, suffix);
        const QString file = path(QStringLiteral("map%1.%2").arg(static_cast<int>(kind)).arg(suffix));
        const Status written = write(file, kind);
        QVERIFY2(written.ok(), qPrintable(said(written)));
        const auto found = readReceipt(file);
        QVERIFY2(found.ok(), found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->carrier, suffix);
        QCOMPARE(found->receipt.what, ReceiptOf::Map);
        QCOMPARE(found->receipt.by, kind == MapKind::Choropleth ? Breakdown::Dong : Breakdown::Place);
        QCOMPARE(found->receipt.totalSum, std::int64_t(72600));
        QCOMPARE(found->receipt.style, mapStyleJson(styleOf(kind)));
        QueryEngine engine(m_city);
        QVERIFY(verifyReceipt(engine, found->receipt)->equal);
    }

    // The same map in more pixels: made smaller again, it is the map at scale 1.
    void scales() {
        MapFile how;
        how.size = QSize(800, 600);
        QImage once;
        for (const int scale : {1, 2, 4}) {
            how.scale = scale;
            const QString file = path(QStringLiteral("x%1.png").arg(scale));
            QVERIFY(write(file, MapKind::Choropleth, how).ok());
            const QImage image(file);
            QCOMPARE(image.size(), QSize(800, 600) * scale);
            QCOMPARE(image.text(QStringLiteral("Description")), readReceipt(file)->receipt.sentence);
            if (scale == 1) once = image.convertToFormat(QImage::Format_RGB32);
            const QImage small =
                image.scaled(800, 600, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
            int different = 0;
            for (int y = 0; y < 600; ++y)
                for (int x = 0; x < 800; ++x) different += std::abs(qGray(small.pixel(x, y)) - qGray(once.pixel(x, y))) > 48;
            QVERIFY2(different < 800 * 600 / 50, qPrintable(QStringLiteral("%1 pixels at scale %2").arg(different).arg(scale)));
        }
        for (const int scale : {0, 5}) {
            how.scale = scale;
            QCOMPARE(write(path(QStringLiteral("wrong.png")), MapKind::Circles, how).error().code, ErrorCode::Usage);
        }
        how.size = QSize(8000, 6000);
        how.scale = 4;
        QCOMPARE(write(path(QStringLiteral("wrong.png")), MapKind::Circles, how).error().code, ErrorCode::Usage);
        QVERIFY(!QFile::exists(path(QStringLiteral("wrong.png"))));
    }

    void textStaysText() {
        QVERIFY(write(path(QStringLiteral("text.svg")), MapKind::Choropleth).ok());
        const QString texts = textsOf(contentOf(path(QStringLiteral("text.svg"))));
        for (const char* words : {"Made stops: Boardings", "2022-12-31", "km", "EPSG:5186"})
            QVERIFY2(texts.contains(QLatin1String(words)), qPrintable(texts));
        QVERIFY(!contentOf(path(QStringLiteral("text.svg"))).contains("<image"));  // areas are shapes
        QVERIFY(!contentOf(path(QStringLiteral("text.svg"))).contains("font-family=\"DejaVu"));
        if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty()) QSKIP("pdftotext (poppler-utils) is not installed");
        QVERIFY(write(path(QStringLiteral("text.pdf")), MapKind::Choropleth).ok());
        QProcess process;
        process.start(QStringLiteral("pdftotext"), {path(QStringLiteral("text.pdf")), QStringLiteral("-")});
        QVERIFY(process.waitForFinished());
        const QString page = QString::fromUtf8(process.readAllStandardOutput());
        for (const char* words : {"Made stops: Boardings", "2022-12-31", "EPSG:5186", "n = 12"})
            QVERIFY2(page.contains(QLatin1String(words)), qPrintable(page));
    }

    // Paper and file show the same map as the picture: where the picture has a colour, so has the drawing.
    void drawingLooksLikeThePicture_data() {
        QTest::addColumn<MapKind>("kind");
        QTest::addColumn<QString>("dataset");
        QTest::newRow("density") << MapKind::Density << QStringLiteral("stops");
        QTest::newRow("circles") << MapKind::Circles << QStringLiteral("stops");
        QTest::newRow("choropleth") << MapKind::Choropleth << QStringLiteral("stops");
        QTest::newRow("hatched") << MapKind::Choropleth << QStringLiteral("districts");
    }
    void drawingLooksLikeThePicture() {
        QFETCH(MapKind, kind);
        QFETCH(QString, dataset);
        Query asked = query();
        asked.dataset = dataset;
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const QString svg = path(name + QStringLiteral(".svg"));
        const QString png = path(name + QStringLiteral(".png"));
        for (const QString& file : {svg, png}) QVERIFY(writeMapFile(m_city, asked, styleOf(kind), file, {}, Progress::none()).ok());
        // The test's renderer knows SVG Tiny, which has no patterns: the hatching is looked for in the file.
        QCOMPARE(contentOf(svg).contains("fill=\"url(#fillpattern"), dataset == QLatin1String("districts"));
        QSvgRenderer renderer(svg);
        QVERIFY(renderer.isValid());
        QImage drawn(1920, 1080, QImage::Format_RGB32);
        drawn.fill(Qt::magenta);
        QPainter painter(&drawn);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter);
        painter.end();
        if (const QString keep = qEnvironmentVariable("MUDEUNG_KEEP_PICTURES"); !keep.isEmpty()) {
            QFile::copy(svg, QDir(keep).filePath(name + QStringLiteral(".svg")));
            drawn.save(QDir(keep).filePath(name + QStringLiteral("-svg.png")));
            QFile::copy(png, QDir(keep).filePath(name + QStringLiteral("-png.png")));
        }
        const QImage picture = QImage(png).convertToFormat(QImage::Format_RGB32);
        int different = 0;
        for (int y = 0; y < 1080; y += 2)
            for (int x = 0; x < 1920; x += 2) different += std::abs(qGray(drawn.pixel(x, y)) - qGray(picture.pixel(x, y))) > 40;
        QVERIFY2(different < 1920 * 1080 / 4 / 50, qPrintable(QString::number(different)));
    }

    void wrongEndingAndNoFolder() {
        const Status kind = write(path(QStringLiteral("map.gif")), MapKind::Density);
        QVERIFY(!kind.ok() && kind.error().code == ErrorCode::Usage && kind.error().message.contains(QLatin1String(".svg")));
        for (const char* suffix : {"png", "pdf", "svg"})
            QCOMPARE(write(path(QStringLiteral("absent/map.%1").arg(QLatin1String(suffix))), MapKind::Density).error().code, ErrorCode::Io);
        Progress cancelled;
        cancelled.cancel();
        QVERIFY(!writeMapFile(m_city, query(), MapStyle{}, path(QStringLiteral("never.png")), {}, cancelled).ok());
        QVERIFY(!QFile::exists(path(QStringLiteral("never.png"))));
    }

    void chartsAndReportsCarryTheirs() {
        const auto table = QueryEngine(m_city).run(query(), Breakdown::Group);
        QVERIFY(table.ok());
        for (const char* suffix : {"png", "svg", "pdf"}) {
            const QString file = path(QStringLiteral("chart.%1").arg(QLatin1String(suffix)));
            ChartFile how;
            how.scale = 2;
            const Status written = writeChartFile(*m_city, **table, chartFor(**table), file, how);
            QVERIFY2(written.ok(), qPrintable(said(written)));
            const auto found = readReceipt(file);
            QVERIFY2(found.ok(), suffix);
            QCOMPARE(found->receipt.what, ReceiptOf::Chart);
            QCOMPARE(found->receipt.by, Breakdown::Group);
        }
        QCOMPARE(QImage(path(QStringLiteral("chart.png"))).size(), QSize(2400, 1600));
        const QString report = path(QStringLiteral("report.pdf"));
        QVERIFY(writeReport(m_city, query(), MapStyle{}, report, Progress::none()).ok());
        const auto found = readReceipt(report);
        QVERIFY(found.ok());
        QCOMPARE(found->receipt.what, ReceiptOf::Report);
    }

    void qgisOpensExportsWithTheirStyle_data() {
        QTest::addColumn<Breakdown>("by");
        QTest::addColumn<QString>("layer");
        QTest::addColumn<QString>("attribute");
        QTest::addColumn<int>("features");
        QTest::newRow("places") << Breakdown::Place << QStringLiteral("stops_place") << QStringLiteral("value") << 12;
        QTest::newRow("dongs") << Breakdown::Dong << QStringLiteral("stops_dong") << QStringLiteral("value_per_km2") << 7;
    }
    void qgisOpensExportsWithTheirStyle() {
        QFETCH(Breakdown, by);
        QFETCH(QString, layer);
        QFETCH(QString, attribute);
        QFETCH(int, features);
        const auto table = QueryEngine(m_city).run(query(), by);
        const QString file = path(layer + QStringLiteral(".gpkg"));
        const Status written = writeTableFile(*m_city, **table, file);
        QVERIFY2(written.ok(), qPrintable(said(written)));
        QgsVectorLayer opened(QStringLiteral("%1|layername=%2").arg(file, layer), layer, QStringLiteral("ogr"));
        QVERIFY(opened.isValid());
        QCOMPARE(static_cast<int>(opened.featureCount()), features);
        bool isDefault = false;
        opened.loadDefaultStyle(isDefault);
        const auto* renderer = dynamic_cast<const QgsGraduatedSymbolRenderer*>(opened.renderer());
        QVERIFY2(renderer, opened.renderer() ? qPrintable(opened.renderer()->type()) : "no renderer");
        QCOMPARE(renderer->classAttribute(), attribute);
        QVERIFY(renderer->ranges().size() >= 3);
        for (const QgsRendererRange& range : renderer->ranges()) {
            QVERIFY(range.symbol() != nullptr);
            QCOMPARE(range.symbol()->type(), by == Breakdown::Place ? Qgis::SymbolType::Marker : Qgis::SymbolType::Fill);
        }
        // Every row that has a number finds its class.
        const int field = opened.fields().indexOf(attribute);
        QgsFeatureIterator rows = opened.getFeatures();
        QgsFeature feature;
        int classified = 0;
        while (rows.nextFeature(feature)) {
            const QVariant value = feature.attribute(field);
            if (value.isNull()) continue;
            QVERIFY2(renderer->rangeForValue(value.toDouble()) != nullptr, qPrintable(value.toString()));
            ++classified;
        }
        QVERIFY(classified >= 7);
        const int colors = colorsIn(drawn(opened));
        QVERIFY2(colors >= 5, qPrintable(QString::number(colors)));
        QCOMPARE(opened.attributeDisplayName(opened.fields().indexOf(QStringLiteral("value"))), QStringLiteral("Boardings (trips)"));
    }
};

MUDEUNG_MAP_TEST_MAIN(TestMapFiles)
#include "test_map_files.moc"
