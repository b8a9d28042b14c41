// SPDX-License-Identifier: GPL-3.0-or-later
// Selecting on the map: click on a cell, box, lasso, radius, dong; the sum card; what survives a change of filters.
#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>
#include <cmath>

#include "core/base/language.h"
#include "tests/support/map_test.h"
#include "tests/ui/map/made_city.h"
#include "tests/ui/map/map_window.h"
#include "ui/map/map_selection.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {

const QString kStops = QStringLiteral("stops");
const QString kMany = QStringLiteral("many");

const QString kMonths = QStringLiteral("months");

/// Three stops over six months; stop i counts 100 · (i + 1) adults and 10 · (i + 1) children in January, twice that in February …
void writeMonths(Workspace& workspace) {
    CubeData data;
    data.dataset = madeDataset(kMonths, QStringLiteral("bus_stop"));
    data.dataset.timeStep = TimeStep::Month;
    data.dataset.period = {QDate(2022, 1, 1), QDate(2022, 6, 30)};
    for (int i = 0; i < 3; ++i) data.places.push_back({QString::number(i), QStringLiteral("달%1").arg(i), 126.86 + 0.02 * i, 35.13});
    data.dataset.placeCount = 3;
    for (int month = 1; month <= 6; ++month) {
        MonthCells cells{1, 2, 1, 1, 3, {}};
        for (int group : {100, 10})
            for (int i = 0; i < 3; ++i) cells.cells.push_back(group * (i + 1) * month);
        data.months.emplace(monthKey(2022, month), cells);
    }
    const auto written = workspace.writeCube(data, madeBatch(kMonths), OnExisting::Ask, Progress::none());
    if (!written) qFatal("%s", qPrintable(written.error().message));
}

QStringList sorted(QStringList codes) {
    codes.sort();
    return codes;
}

void choose(Window& w, const char* tool) {
    QTest::mouseClick(w.view->findChild<QToolButton*>(QLatin1String(tool)), Qt::LeftButton);
}

QLabel* sumCard(const Window& w) {
    return w.view->findChild<QLabel*>(QStringLiteral("mapSum"));
}

RadiusItem* rings(const Window& w) {
    for (QGraphicsItem* item : w.canvas->scene()->items())
        if (auto* found = dynamic_cast<RadiusItem*>(item)) return found;
    return nullptr;
}

/// Press, along the points, release.
void lasso(QWidget* on, const QVector<QPoint>& points, Qt::KeyboardModifiers keys = Qt::NoModifier) {
    QTest::mousePress(on, Qt::LeftButton, keys, points.first());
    for (const QPoint& at : points) {
        QMouseEvent move(QEvent::MouseMove, at, on->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, keys);
        QCoreApplication::sendEvent(on, &move);
    }
    QTest::mouseRelease(on, Qt::LeftButton, keys, points.last());
}

}  // namespace

class TestMapTools : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        setInterfaceLanguage(QStringLiteral("en"));
        m_city = emptyWorkspace(m_folder.filePath(QStringLiteral("w.mudeung")));
        writeStops(*m_city, kStops);
        writeManyStops(*m_city, kMany, 3000);
        writeMonths(*m_city);
        writeDongs(*m_city);
    }

    void everyToolCanBeReached() {
        Window w;
        QVERIFY(open(w, kStops));
        int key = Qt::Key_1;
        for (const char* name : {"toolPointer", "toolBox", "toolLasso", "toolRadius", "toolDong"}) {
            auto* button = w.view->findChild<QToolButton*>(QLatin1String(name));
            QVERIFY(button && button->isVisible() && button->isEnabled() && button->isCheckable());
            QVERIFY(button->width() >= 28 && button->height() >= 28);
            QVERIFY(!button->accessibleName().isEmpty() && !button->toolTip().isEmpty() && !button->icon().isNull());
            w.canvas->setFocus();
            QTest::keyClick(w.canvas, static_cast<Qt::Key>(key++));
            QVERIFY2(button->isChecked(), name);
        }
    }

    void lassoSelects() {
        Window w;
        QVERIFY(open(w, kStops));
        choose(w, "toolLasso");
        const QPoint a = w.pixelOf(QStringLiteral("1000")), b = w.pixelOf(QStringLiteral("1001")), c = w.pixelOf(QStringLiteral("1004"));
        const QgsRectangle view = w.canvas->extent();
        // A triangle around 1000, 1001 and 1004 that leaves out 1005, which a box would hold.
        const QVector<QPoint> triangle{a + QPoint(-15, 15), b + QPoint(30, 15), c + QPoint(-15, -30)};
        lasso(w.canvas->viewport(), triangle);
        QCOMPARE(sorted(w.state.selection()), (QStringList{QStringLiteral("1000"), QStringLiteral("1001"), QStringLiteral("1004")}));
        QCOMPARE(w.canvas->extent(), view);  // nothing was panned
        const QPoint d = w.pixelOf(QStringLiteral("1010"));
        lasso(w.canvas->viewport(), {d + QPoint(-12, -12), d + QPoint(12, -12), d + QPoint(12, 12), d + QPoint(-12, 12)},
              Qt::ControlModifier);
        QCOMPARE(w.state.selection().size(), 4);
        QTest::keyClick(w.canvas, Qt::Key_Escape);
        QVERIFY(w.state.selection().isEmpty());
    }

    void boxTool() {
        Window w;
        QVERIFY(open(w, kStops));
        choose(w, "toolBox");
        const QgsRectangle view = w.canvas->extent();
        drag(w.canvas->viewport(), w.pixelOf(QStringLiteral("1004")) + QPoint(-20, -20), w.pixelOf(QStringLiteral("1006")) + QPoint(20, 20),
             Qt::NoModifier);
        QCOMPARE(sorted(w.state.selection()), (QStringList{QStringLiteral("1004"), QStringLiteral("1005"), QStringLiteral("1006")}));
        QCOMPARE(w.canvas->extent(), view);
    }

    void radiusSelectsWithinTheDistance() {
        Window w;
        QVERIFY(open(w, kMany));
        choose(w, "toolRadius");
        const QPoint at = w.pixelOf(QStringLiteral("5007"));
        QTest::mouseClick(w.canvas->viewport(), Qt::LeftButton, Qt::NoModifier, at);
        const QgsPointXY centre = w.canvas->getCoordinateTransform()->toMapCoordinates(at);
        const auto expected = [&](double meters) {
            QStringList codes;
            for (const MapPlace& place : w.data()->places)
                if (std::hypot(place.at.x() - centre.x(), place.at.y() - centre.y()) <= meters) codes.append(place.code());
            return sorted(codes);
        };
        QVERIFY(expected(500).size() > 5);
        QCOMPARE(sorted(w.state.selection()), expected(500));
        QVERIFY(rings(w)->isShown());
        double sum = 0.0;
        for (const MapPlace& place : w.data()->places)
            if (w.state.selection().contains(place.code())) sum += place.value;
        const QString label = QStringLiteral("500 m: %1 places, %2 trips")
                                  .arg(expected(500).size())
                                  .arg(QLocale(QLocale::English).toString(static_cast<qint64>(sum)));
        QCOMPARE(rings(w)->label(), label);
        // Another radius counts around the same point anew.
        auto* button = w.view->findChild<QToolButton*>(QStringLiteral("toolRadius"));
        QCOMPARE(button->menu()->actions().size(), 3);
        button->menu()->actions().last()->trigger();
        QCOMPARE(sorted(w.state.selection()), expected(800));
        QVERIFY(rings(w)->label().startsWith(QStringLiteral("800 m: ")));
        QTest::keyClick(w.canvas, Qt::Key_Escape);
        QVERIFY(!rings(w)->isShown() && w.state.selection().isEmpty());
        QTest::mouseClick(w.canvas->viewport(), Qt::LeftButton, Qt::NoModifier, at);
        QVERIFY(rings(w)->isShown());
        choose(w, "toolPointer");
        QVERIFY(!rings(w)->isShown());
        QVERIFY(!w.state.selection().isEmpty());  // the places stay selected
    }

    void dongSelectsItsPlaces() {
        Window w;
        QVERIFY(open(w, kStops));
        choose(w, "toolDong");
        // The dong from 126.85° 35.12°, 0.04° wide, holds the stops at 126.86°, 126.88° × 35.13°, 35.15°.
        const QPoint inside = (w.pixelOf(QStringLiteral("1000")) + w.pixelOf(QStringLiteral("1005"))) / 2;
        QTest::mouseClick(w.canvas->viewport(), Qt::LeftButton, Qt::NoModifier, inside);
        const QStringList four{QStringLiteral("1000"), QStringLiteral("1001"), QStringLiteral("1004"), QStringLiteral("1005")};
        QCOMPARE(sorted(w.state.selection()), four);
        const QPoint east = (w.pixelOf(QStringLiteral("1002")) + w.pixelOf(QStringLiteral("1007"))) / 2;
        QTest::mouseClick(w.canvas->viewport(), Qt::LeftButton, Qt::ControlModifier, east);
        QCOMPARE(w.state.selection().size(), 8);
        QTest::mouseClick(w.canvas->viewport(), Qt::LeftButton, Qt::ControlModifier, inside);
        QCOMPARE(w.state.selection().size(), 4);  // taken out again
        QVERIFY(!w.state.selection().contains(QStringLiteral("1000")));
    }

    void clickOnACellSelectsItsPlaces() {
        Window w;
        QVERIFY(open(w, kMany));
        MapStyle style = w.state.mapStyle();
        style.kind = MapKind::Hexagons;
        style.gridMeters = 1000;
        w.state.setMapStyle(style);
        QVERIFY(w.settle());
        const MapDataPtr data = w.data();
        const int cell = static_cast<int>(data->cells.size()) / 2;
        const QPoint at = w.canvas->mapSettings().mapToPixel().transform(QgsPointXY(data->cells[cell].labelAt)).toQPointF().toPoint();
        QStringList expected;
        for (int place : data->cellPlaces[cell]) expected.append(data->places[place].code());
        QVERIFY(expected.size() > 3);
        QTest::mouseClick(w.canvas->viewport(), Qt::LeftButton, Qt::NoModifier, at);
        QCOMPARE(sorted(w.state.selection()), sorted(expected));
        const QString card = w.hover(at).join(QLatin1Char('|'));
        QVERIFY2(card.contains(QStringLiteral("%1 places in it").arg(expected.size())), qPrintable(card));
    }

    void selectionSurvivesFilters() {
        Window w;
        QVERIFY(open(w, kStops));
        choose(w, "toolRadius");
        QTest::mouseClick(w.canvas->viewport(), Qt::LeftButton, Qt::NoModifier, w.pixelOf(QStringLiteral("1005")));
        QCOMPARE(w.state.selection(), QStringList{QStringLiteral("1005")});
        QCOMPARE(rings(w)->label(), QStringLiteral("500 m: 1 place, 6,600 trips"));
        QCOMPARE(sumCard(w)->text(), QStringLiteral("1 place selected · 6,600 trips · 9.1 %"));  // of 72,600
        Query query = w.state.query();
        query.groups = QStringList{QStringLiteral("child")};
        w.state.setQuery(query);
        QVERIFY(w.settle());
        QCOMPARE(w.state.selection(), QStringList{QStringLiteral("1005")});
        QCOMPARE(rings(w)->label(), QStringLiteral("500 m: 1 place, 600 trips"));
        QCOMPARE(sumCard(w)->text(), QStringLiteral("1 place selected · 600 trips · 9.1 %"));
        w.state.setDataset(kMany);
        QVERIFY(w.settle());
        QVERIFY(w.state.selection().isEmpty() && !sumCard(w)->isVisible() && !rings(w)->isShown());
    }

    void escClearsTheSelectionBeforeTheFilters() {
        Window w;
        QVERIFY(open(w, kStops));
        // A shortcut of the window on Esc comes second while something is selected.
        const auto keepsEsc = [&w] {
            QKeyEvent esc(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
            esc.ignore();
            QCoreApplication::sendEvent(w.canvas, &esc);
            return esc.isAccepted();
        };
        QVERIFY(!keepsEsc());
        w.state.setSelection({QStringLiteral("1000")});
        QVERIFY(keepsEsc());
        QTest::keyClick(w.canvas, Qt::Key_Escape);
        QVERIFY(w.state.selection().isEmpty() && !keepsEsc());
    }

    void sumCardStaysInTheMap() {
        Window w(QSize(480, 420));
        QVERIFY(open(w, kStops));
        QVERIFY(!sumCard(w)->isVisible());
        w.state.setSelection({QStringLiteral("1000"), QStringLiteral("1010"), QStringLiteral("no such stop")});
        QVERIFY(sumCard(w)->isVisible());
        QCOMPARE(sumCard(w)->text(), QStringLiteral("2 places selected · 13,200 trips · 18.2 %"));
        QVERIFY(w.view->rect().contains(sumCard(w)->geometry()));
        for (QToolButton* button : w.view->findChildren<QToolButton*>()) {
            const QRect there(button->mapTo(w.view.get(), QPoint()), button->size());
            QVERIFY(!there.intersects(sumCard(w)->geometry()));
        }
        w.state.setSelection({});
        QVERIFY(!sumCard(w)->isVisible());
    }

    void cardShowsTheMonths() {
        Window w;
        QVERIFY(open(w, kMonths));
        auto* card = w.overlay<HoverCard>();
        QVERIFY(!w.hover(w.pixelOf(QStringLiteral("1"))).isEmpty());
        QVERIFY(card->months().isEmpty());  // not asked yet: the pointer has to rest
        QTRY_COMPARE_WITH_TIMEOUT(card->months(), (QVector<double>{220, 440, 660, 880, 1100, 1320}), kWait);
        const int high = card->height();
        // Another place, then back: known at once.
        w.hover(w.pixelOf(QStringLiteral("2")));
        QVERIFY(card->months().isEmpty() && card->height() < high);
        QTRY_COMPARE_WITH_TIMEOUT(card->months().value(5), 1980.0, kWait);
        w.hover(w.pixelOf(QStringLiteral("1")));
        QCOMPARE(card->months().value(0), 220.0);
        // The filters of the map are the curve's.
        Query query = w.state.query();
        query.groups = QStringList{QStringLiteral("child")};
        w.state.setQuery(query);
        QVERIFY(w.settle());
        QVERIFY(!card->isVisible());
        w.hover(w.pixelOf(QStringLiteral("1")));
        QTRY_COMPARE_WITH_TIMEOUT(card->months(), (QVector<double>{20, 40, 60, 80, 100, 120}), kWait);
        // Data of one year has no months to show.
        QVERIFY(open(w, kStops));
        w.hover(w.pixelOf(QStringLiteral("1005")));
        QTest::qWait(400);
        QVERIFY(card->isVisible() && card->months().isEmpty());
    }

    void levelsAreAveraged() {
        auto table = std::make_shared<Table>();
        table->measure.aggregation = Aggregation::Mean;
        for (const auto& [key, value] : {std::pair{"a", 10.0}, {"b", 20.0}, {"c", kNoCoordinate}}) {
            TableRow row;
            row.key = QLatin1String(key);
            row.value = value;
            table->rows.append(row);
        }
        MapData data;
        data.measure = table->measure;
        data.byPlace = table;
        data.unit = QStringLiteral("µg/m³");
        const SelectionSum sum = sumOf(data, {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        QCOMPARE(sum.places, 3);
        QCOMPARE(sum.counted, 2);
        QCOMPARE(selectionSentence(data, sum), QStringLiteral("3 places selected · mean 15.0 µg/m³"));
        QVERIFY(std::isnan(sumOf(data, {QStringLiteral("c")}).value));
    }

private:
    bool open(Window& w, const QString& dataset) {
        w.state.setWorkspace(m_city);
        w.state.setDataset(dataset);
        return w.settle();
    }

    QTemporaryDir m_folder;
    std::shared_ptr<Workspace> m_city;
};

MUDEUNG_MAP_TEST_MAIN(TestMapTools)
#include "test_map_tools.moc"
