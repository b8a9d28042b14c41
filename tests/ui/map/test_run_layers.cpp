// SPDX-License-Identifier: GPL-3.0-or-later
// Results of analyses as layers: QGIS opens them with the classes, categories and colours that the program's own map has.
#include <QSet>
#include <QTemporaryDir>
#include <QtTest>
#include <qgscategorizedsymbolrenderer.h>
#include <qgsgraduatedsymbolrenderer.h>
#include <qgssymbol.h>
#include <qgsvectorlayer.h>

#include "core/export/qgis_style.h"
#include "core/export/run_file.h"
#include "core/runs/run.h"
#include "tests/support/made_city.h"
#include "tests/support/map_test.h"
#include "tests/ui/map/drawn_layer.h"
#include "tests/ui/ui_test_support.h"
#include "ui/common/result_text.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {

/// A hill of counts in the south-west that grows from April on, with a valley beside it that shrinks.
std::int64_t counted(QDate date, int stop, int hour, int group) {
    const int x = stop % 10, y = stop / 10;
    const int high = x < 4 && y < 4 ? 60 : x > 5 && y > 5 ? 8 : 20;
    const int noise = static_cast<int>((static_cast<unsigned>(date.dayOfYear()) * 31u + static_cast<unsigned>(stop) * 7u) % 5u);
    const int trend = date.month() >= 4 ? (x < 4 && y < 4 ? 15 : x > 5 && y > 5 ? -4 : 0) : 0;
    return high + trend + noise + hour + group;
}

}  // namespace

class TestRunLayers : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<QueryEngine> m_engine;

    /// The run's file, opened as QGIS opens it; the run beside it.
    std::unique_ptr<QgsVectorLayer> opened(const QString& analysis, const QJsonObject& parameters, Run& run) {
        auto carried = carryOut(*m_engine, *findAnalysis(analysis), stopsQuery(), parameters, Progress::none());
        if (!carried) qFatal("%s", qPrintable(carried.error().message));
        run = std::move(*carried);
        static int number = 0;
        const QString path = m_folder.filePath(QStringLiteral("결과 %1.gpkg").arg(++number));
        const Status written = writeRunFile(*m_engine, run, path);
        if (!written) qFatal("%s %s", qPrintable(written.error().message), qPrintable(written.error().detail));
        auto layer =
            std::make_unique<QgsVectorLayer>(QStringLiteral("%1|layername=%2").arg(path, analysis), analysis, QStringLiteral("ogr"));
        if (!layer->isValid()) qFatal("%s is no layer", qPrintable(path));
        bool isDefault = false;
        layer->loadDefaultStyle(isDefault);
        return layer;
    }

private slots:
    void initTestCase() {
        MadeCity city;
        city.to = QDate(2024, 6, 30);
        city.count = counted;
        m_engine = std::make_unique<QueryEngine>(makeCity(m_folder, city));
    }

    void categories_data() {
        QTest::addColumn<QString>("analysis");
        QTest::addColumn<QJsonObject>("parameters");
        QTest::addColumn<Qgis::SymbolType>("type");
        QTest::addRow("hot stops") << QStringLiteral("hotspots") << QJsonObject{} << Qgis::SymbolType::Marker;
        QTest::addRow("hot dongs") << QStringLiteral("hotspots") << QJsonObject{{"unit", "dong"}} << Qgis::SymbolType::Fill;
        QTest::addRow("hot cells") << QStringLiteral("hotspots") << QJsonObject{{"unit", "square"}} << Qgis::SymbolType::Fill;
        QTest::addRow("clusters") << QStringLiteral("clusters") << QJsonObject{} << Qgis::SymbolType::Marker;
        QTest::addRow("emerging") << QStringLiteral("emerging") << QJsonObject{} << Qgis::SymbolType::Marker;
        QTest::addRow("change") << QStringLiteral("change") << QJsonObject{} << Qgis::SymbolType::Marker;
        QTest::addRow("shifts") << QStringLiteral("shifts") << QJsonObject{} << Qgis::SymbolType::Marker;
    }
    void categories() {
        QFETCH(QString, analysis);
        QFETCH(QJsonObject, parameters);
        QFETCH(Qgis::SymbolType, type);
        Run run;
        const auto layer = opened(analysis, parameters, run);
        const TableView view = viewOf(run)->tables.first();
        auto* renderer = dynamic_cast<QgsCategorizedSymbolRenderer*>(layer->renderer());
        QVERIFY2(renderer, layer->renderer() ? qPrintable(layer->renderer()->type()) : "no renderer");
        QCOMPARE(renderer->classAttribute(), view.mapColumn);
        const int field = layer->fields().indexOf(view.mapColumn);
        QgsFeatureIterator rows = layer->getFeatures();
        QgsFeature feature;
        int found = 0;
        QSet<QString> ids;
        while (rows.nextFeature(feature)) {
            const QString id = feature.attribute(field).toString();
            const int category = renderer->categoryIndexForValue(id);
            QVERIFY2(category >= 0, qPrintable(id));
            const QgsRendererCategory shown = renderer->categories().at(category);
            const CategoryHead& head = view.categories[categoryIndex(view, id)];
            QCOMPARE(shown.label(), head.name);
            QCOMPARE(shown.symbol()->type(), type);
            QCOMPARE(shown.symbol()->color().name(), categoryColor(head, false).name());
            QCOMPARE(feature.attribute(view.mapColumn + QStringLiteral("_name")).toString(), head.name);
            ids.insert(id);
            ++found;
        }
        QCOMPARE(found, static_cast<int>(run.data.tables.first().size()));
        const QImage picture = drawn(*layer);
        const QString tag = QString::fromLatin1(QTest::currentDataTag()).replace(QLatin1Char(' '), QLatin1Char('-'));
        keepPicture(QPixmap::fromImage(picture), QStringLiteral("run-layer-%1.png").arg(tag));
        QVERIFY(colorsIn(picture) > static_cast<int>(ids.size()));
    }

    void amountsAndChanges_data() {
        QTest::addColumn<QString>("analysis");
        QTest::addColumn<QJsonObject>("parameters");
        QTest::addColumn<bool>("bothSigns");
        QTest::addRow("density") << QStringLiteral("density") << QJsonObject{} << false;
        QTest::addRow("forecast") << QStringLiteral("forecast")
                                  << QJsonObject{{"unit", "dong"}, {"step", "day"}, {"model", "drift"}, {"horizon", 7}} << true;
    }
    void amountsAndChanges() {
        QFETCH(QString, analysis);
        QFETCH(QJsonObject, parameters);
        QFETCH(bool, bothSigns);
        Run run;
        const auto layer = opened(analysis, parameters, run);
        const TableView view = viewOf(run)->tables.first();
        const ResultColumn& mapped = *run.data.tables.first().column(view.mapColumn);
        const auto* renderer = dynamic_cast<const QgsGraduatedSymbolRenderer*>(layer->renderer());
        QVERIFY2(renderer, layer->renderer() ? qPrintable(layer->renderer()->type()) : "no renderer");
        QCOMPARE(renderer->classAttribute(), view.mapColumn);
        const int field = layer->fields().indexOf(view.mapColumn);
        QgsFeatureIterator rows = layer->getFeatures();
        QgsFeature feature;
        int found = 0;
        bool below = false;
        while (rows.nextFeature(feature)) {
            const QVariant value = feature.attribute(field);
            if (value.isNull()) continue;
            const QgsRendererRange* range = renderer->rangeForValue(value.toDouble());
            QVERIFY2(range, qPrintable(value.toString()));
            below = below || value.toDouble() < 0.0;
            // More is redder, less is bluer.
            const QColor color = range->symbol()->color();
            if (bothSigns && value.toDouble() > 0.0) QVERIFY(color.red() > color.blue());
            if (bothSigns && value.toDouble() < 0.0) QVERIFY(color.red() < color.blue());
            ++found;
        }
        QCOMPARE(below, bothSigns);
        QCOMPARE(found,
                 static_cast<int>(std::count_if(mapped.numbers.begin(), mapped.numbers.end(), [](double v) { return std::isfinite(v); })));
        const QImage picture = drawn(*layer);
        keepPicture(QPixmap::fromImage(picture), QStringLiteral("run-layer-%1.png").arg(analysis));
        QVERIFY(colorsIn(picture) >= 4);
    }

    /// A limit belongs to the class below it, on either side of zero, and nothing lies between two classes.
    void limitsOfClasses() {
        QgisStyle style;
        style.field = QStringLiteral("v");
        style.picture = QgisPicture::Changes;
        style.values = {-9, -8, -3, -2, -1, 0, 1, 2, 3, 8, 9, 20, 21, 40, 41};
        QDomDocument document;
        QVERIFY(document.setContent(qgisStyleQml(style)));
        QgsReadWriteContext context;
        QDomElement element = document.documentElement().firstChildElement(QStringLiteral("renderer-v2"));
        const std::unique_ptr<QgsFeatureRenderer> read(QgsFeatureRenderer::load(element, context));
        const auto* renderer = dynamic_cast<const QgsGraduatedSymbolRenderer*>(read.get());
        QVERIFY(renderer);
        std::vector<double> amounts;
        for (const double v : style.values)
            if (v != 0.0) amounts.push_back(std::abs(v));
        QCOMPARE(renderer->ranges().size(), 11);  // five on either side, and zero
        for (double v = 1.0; v <= 41.0; v += 0.25) {
            const QgsRendererRange *up = renderer->rangeForValue(v), *down = renderer->rangeForValue(-v);
            QVERIFY2(up && down, qPrintable(QString::number(v)));
            QVERIFY(v <= up->upperValue() && v > 0.0 && -v >= down->lowerValue());
            QCOMPARE(up->upperValue(), -down->lowerValue());
            if (v == up->upperValue()) QVERIFY(renderer->rangeForValue(std::nextafter(v, 100.0)) != up || v == 41.0);
        }
        QCOMPARE(renderer->rangeForValue(0.0)->label(), QStringLiteral("0"));
        QCOMPARE(renderer->rangeForValue(41.0)->label().left(1), QStringLiteral("+"));
        QCOMPARE(renderer->rangeForValue(-9.0)->label().left(1), QStringLiteral("−"));
    }
};

MUDEUNG_MAP_TEST_MAIN(TestRunLayers)
#include "test_run_layers.moc"
