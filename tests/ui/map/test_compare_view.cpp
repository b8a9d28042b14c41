// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts of several maps: switching, one view and one scale for all, swipe, pins, shared selection, words where there is no map.
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>
#include <cmath>

#include "core/base/language.h"
#include "tests/support/map_test.h"
#include "tests/ui/map/made_city.h"
#include "tests/ui/map/map_window.h"
#include "ui/map/layout_button.h"
#include "ui/map/map_pane.h"
#include "ui/map/pane_caption.h"
#include "ui/map/shared_scale.h"
#include "ui/map/swipe_handle.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {

const QString kStops = QStringLiteral("stops");
const QString kDistricts = QStringLiteral("districts");

MapPane* paneOf(const Window& w, int number) {
    const QString name = number == 0 ? QStringLiteral("mapCanvas") : QStringLiteral("mapCanvas%1").arg(number + 1);
    auto* canvas = w.view->findChild<QgsMapCanvas*>(name);
    return canvas ? static_cast<MapPane*>(canvas->parentWidget()) : nullptr;
}

bool sameView(const QgsMapCanvas* a, const QgsMapCanvas* b) {
    const QgsRectangle one = a->extent(), other = b->extent();
    const double near = a->mapUnitsPerPixel() * 0.01;
    return a->size() == b->size() && std::abs(one.xMinimum() - other.xMinimum()) < near &&
           std::abs(one.yMaximum() - other.yMaximum()) < near && std::abs(a->mapUnitsPerPixel() / b->mapUnitsPerPixel() - 1.0) < 1e-9;
}

bool drawn(MapPane* pane) {
    (void)QTest::qWaitFor([pane] { return !pane->canvas()->isDrawing(); }, kWait);
    QSignalSpy refreshed(pane->canvas(), &QgsMapCanvas::mapCanvasRefreshed);
    pane->canvas()->refreshAllLayers();
    return refreshed.wait(kWait);
}

}  // namespace

class TestCompareView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        setInterfaceLanguage(QStringLiteral("en"));
        m_city = emptyWorkspace(m_folder.filePath(QStringLiteral("w.mudeung")));
        writeStops(*m_city, kStops);
        writeDistrictNumbers(*m_city, kDistricts);
        writeDongs(*m_city);
    }

    void layoutsSwitch() {
        Window w;
        open(w);
        compareWithChildren(w);
        auto* button = w.view->findChild<LayoutButton*>(QStringLiteral("mapLayout"));
        QVERIFY(button && button->height() >= 28 && !button->accessibleName().isEmpty() && !button->toolTip().isEmpty());
        const QSize whole = w.canvas->size();
        for (const auto& [layout, maps] :
             {std::pair{MapLayout::SideBySide, 2}, {MapLayout::Four, 4}, {MapLayout::Swipe, 2}, {MapLayout::Single, 1}}) {
            QTest::keyClick(w.view.get(), Qt::Key_F6);
            QTRY_COMPARE_WITH_TIMEOUT(w.state.mapStyle().layout, layout, kWait);
            QVERIFY(w.settle());
            QTRY_COMPARE_WITH_TIMEOUT(visiblePanes(w), maps, kWait);
            const bool alone = layout == MapLayout::Single || layout == MapLayout::Swipe;
            QVERIFY(alone ? w.canvas->width() == whole.width() : w.canvas->width() < whole.width() / 2 + 1);
            QVERIFY2(button->toolTip().contains(layoutName(layout)), qPrintable(button->toolTip()));
        }
        QVERIFY(paneOf(w, 1)->canvas()->layers().isEmpty());  // what is hidden is not drawn
        button->menu()->actions().at(2)->trigger();
        QCOMPARE(w.state.mapStyle().layout, MapLayout::Four);
        QVERIFY(w.settle());
        QTRY_COMPARE_WITH_TIMEOUT(visiblePanes(w), 4, kWait);
        QVERIFY(paneOf(w, 2)->data()->comparison && !paneOf(w, 1)->data()->comparison && !paneOf(w, 0)->data()->comparison);
        QCOMPARE(paneOf(w, 2)->data()->total, 72600.0 - 6600.0);
        QVERIFY(paneOf(w, 2)->caption()->scale());  // a change has a scale of its own, and shows it
        QVERIFY(!paneOf(w, 1)->caption()->scale());
        QVERIFY(paneOf(w, 1)->caption()->toolTip().contains(paneOf(w, 1)->data()->sentence));
    }

    void oneViewForAll() {
        Window w;
        open(w);
        compareWithChildren(w);
        setLayout(w, MapLayout::Four);
        for (int i = 1; i < 4; ++i) QVERIFY2(sameView(w.canvas, paneOf(w, i)->canvas()), qPrintable(QString::number(i)));
        for (int i : {0, 1, 2, 0}) {
            QgsMapCanvas* canvas = paneOf(w, i)->canvas();
            const QgsRectangle before = canvas->extent();
            wheel(canvas->viewport(), QPoint(120, 90), 1);
            const QgsRectangle zoomed = canvas->extent();
            QVERIFY(zoomed.width() < before.width() * 0.8);
            for (int other = 0; other < 4; ++other) QVERIFY(sameView(canvas, paneOf(w, other)->canvas()));
            drag(canvas->viewport(), QPoint(150, 200), QPoint(190, 180), Qt::NoModifier);
            QVERIFY(std::abs(canvas->extent().xMinimum() - zoomed.xMinimum()) > canvas->mapUnitsPerPixel() * 20);
            for (int other = 0; other < 4; ++other) QVERIFY(sameView(canvas, paneOf(w, other)->canvas()));
        }
        const QgsPointXY centre = w.canvas->center();
        w.view->resize(1201, 701);
        for (int other = 1; other < 4; ++other) QVERIFY(sameView(w.canvas, paneOf(w, other)->canvas()));
        QVERIFY(w.canvas->center().distance(centre) < w.canvas->mapUnitsPerPixel() * 120);
    }

    void oneScaleForAll_data() {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind <= 4; ++kind) QTest::newRow(qPrintable(QString::number(kind))) << kind;
    }

    void oneScaleForAll() {
        QFETCH(int, kind);
        Window w;
        open(w);
        MapStyle style = w.state.mapStyle();
        style.kind = static_cast<MapKind>(kind);
        w.state.setMapStyle(style);
        QVERIFY(w.settle());
        const double alone = w.data()->scaleTop;
        compareWithChildren(w);
        setLayout(w, MapLayout::SideBySide);
        QCOMPARE(paneOf(w, 0)->data()->scaleTop, alone);  // children are fewer: the larger map sets the scale
        QCOMPARE(paneOf(w, 1)->data()->scaleTop, alone);
        QCOMPARE(paneOf(w, 1)->data()->classes.upper, paneOf(w, 0)->data()->classes.upper);
        QCOMPARE(paneOf(w, 1)->data()->bandwidthMeters, paneOf(w, 0)->data()->bandwidthMeters);
        QCOMPARE(paneOf(w, 1)->data()->scaleSharedBy, 2);
        QVERIFY(!canShareScale(*paneOf(w, 0)->data(), [&] {
            MapData other = *paneOf(w, 1)->data();
            other.measure.unit = QStringLiteral("persons");
            return other;
        }()));
        // The other way round: the larger map is the other one.
        Query children = w.state.query();
        children.groups = QStringList{QStringLiteral("child")};
        Query all = w.state.query();
        w.state.setComparison({Comparison::Kind::Question, {}, all});
        w.state.setQuery(children);
        QVERIFY(w.settle());
        QTRY_VERIFY_WITH_TIMEOUT(paneOf(w, 1)->data() && paneOf(w, 1)->data()->total == 72600.0 && paneOf(w, 0)->data()->total == 6600.0,
                                 kWait);
        QCOMPARE(paneOf(w, 0)->data()->scaleTop, alone);
        QCOMPARE(w.state.mapMaximum(), alone);
        style = w.state.mapStyle();
        style.lockedMaximum = alone * 3.0;
        w.state.setMapStyle(style);
        QVERIFY(w.settle());
        QTRY_COMPARE_WITH_TIMEOUT(paneOf(w, 1)->data()->scaleTop, alone * 3.0, kWait);
        QCOMPARE(paneOf(w, 0)->data()->scaleTop, alone * 3.0);
    }

    void swipeClips() {
        Window w;
        open(w);
        compareWithChildren(w);
        MapStyle style = w.state.mapStyle();
        style.kind = MapKind::Circles;
        w.state.setMapStyle(style);
        setLayout(w, MapLayout::Swipe);
        QVERIFY(drawn(paneOf(w, 0)) && drawn(paneOf(w, 1)));
        auto* handle = w.view->findChild<SwipeHandle*>();
        QVERIFY(handle && handle->isVisible() && !handle->accessibleName().isEmpty() && handle->width() >= 28);
        QCOMPARE(handle->share(), 0.5);
        const QImage left = paneOf(w, 0)->canvas()->grab().toImage(), right = paneOf(w, 1)->canvas()->grab().toImage();
        QVERIFY(left != right);
        const QPoint high = w.pixelOf(QStringLiteral("1010"));  // its circle is eleven times smaller for children
        const QPoint probe = high + QPoint(9, 0);
        QVERIFY(left.pixel(probe) != right.pixel(probe));
        const auto moveTo = [&](int x) {
            const QPoint grip(SwipeHandle::kWidth / 2, 300);
            QTest::mousePress(handle, Qt::LeftButton, Qt::NoModifier, grip);
            for (int step : {x - 20, x}) {  // the handle moves with the pointer, so each place is asked for anew
                const QPoint at = handle->mapFromParent(QPoint(step, handle->y() + 300));
                QMouseEvent move(QEvent::MouseMove, at, handle->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
                QCoreApplication::sendEvent(handle, &move);
            }
            QTest::mouseRelease(handle, Qt::LeftButton, Qt::NoModifier, grip);
            return handle->column();
        };
        QCOMPARE(moveTo(probe.x() + 60), probe.x() + 60);
        QCOMPARE(w.view->grab().toImage().pixel(probe), left.pixel(probe));
        QCOMPARE(w.view->grab().toImage().pixel(probe + QPoint(80, 40)), right.pixel(probe + QPoint(80, 40)));
        QCOMPARE(moveTo(probe.x() - 60), probe.x() - 60);
        QCOMPARE(w.view->grab().toImage().pixel(probe), right.pixel(probe));
        // Keys.
        handle->setFocus();
        QTRY_VERIFY(handle->hasFocus());
        const double share = handle->share();
        QTest::keyClick(handle, Qt::Key_Right);
        QVERIFY(handle->share() > share);
        QTest::keyClick(handle, Qt::Key_Left);
        QVERIFY(std::abs(handle->share() - share) < 1e-9);
        for (int i = 0; i < 60; ++i) QTest::keyClick(handle, Qt::Key_Left);
        QCOMPARE(handle->share(), 0.0);
        QCOMPARE(w.view->grab().toImage().pixel(probe), right.pixel(probe));
        for (int i = 0; i < 60; ++i) QTest::keyClick(handle, Qt::Key_Right);
        QCOMPARE(w.view->grab().toImage().pixel(probe), left.pixel(probe));
    }

    void wordsWithoutAComparison() {
        Window w;
        open(w);
        for (MapLayout layout : {MapLayout::SideBySide, MapLayout::Swipe}) {
            setLayout(w, layout);
            QTRY_VERIFY_WITH_TIMEOUT(paneOf(w, 1) && paneOf(w, 1)->notice()->isVisible(), kWait);
            QVERIFY2(paneOf(w, 1)->notice()->text().contains(QLatin1String("Compare")), qPrintable(paneOf(w, 1)->notice()->text()));
            QVERIFY(!w.view->findChild<QPushButton*>(QStringLiteral("panePin2"))->isVisible());
            QVERIFY(!paneOf(w, 1)->data());
        }
        const QRect right = paneOf(w, 1)->notice()->geometry();
        QCOMPARE(right.left(), w.view->findChild<SwipeHandle*>()->column());
        // A comparison that the data cannot answer says why.
        w.state.setComparison({Comparison::Kind::YearBefore, {}, {}});
        QTRY_VERIFY_WITH_TIMEOUT(paneOf(w, 1)->notice()->text().contains(QLatin1String("2021")), kWait);
        compareWithChildren(w);
        QTRY_VERIFY_WITH_TIMEOUT(paneOf(w, 1)->data() && !paneOf(w, 1)->notice()->isVisible(), kWait);
    }

    void selectionAndPointerAreShared() {
        Window w;
        open(w);
        compareWithChildren(w);
        setLayout(w, MapLayout::SideBySide);
        MapPane* other = paneOf(w, 1);
        const QPoint at = w.pixelOf(QStringLiteral("1010"));
        QMouseEvent move(QEvent::MouseMove, at, other->canvas()->viewport()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(other->canvas()->viewport(), &move);
        QVERIFY2(other->card()->lines().contains(QStringLiteral("1,100 trips")), qPrintable(other->card()->lines().join(QLatin1Char('|'))));
        QVERIFY2(paneOf(w, 0)->card()->lines().contains(QStringLiteral("12,100 trips")),
                 qPrintable(paneOf(w, 0)->card()->lines().join(QLatin1Char('|'))));
        QVERIFY(paneOf(w, 0)->cross()->isShown() && !other->cross()->isShown());
        QVERIFY(paneOf(w, 0)->card()->isVisible() && other->card()->isVisible());
        QVERIFY(other->geometry().contains(other->card()->geometry()));
        QTest::mouseClick(other->canvas()->viewport(), Qt::LeftButton, Qt::NoModifier, at);
        QCOMPARE(w.state.selection(), QStringList{QStringLiteral("1010")});
        for (int i : {0, 1}) QCOMPARE(selectionItem(paneOf(w, i))->count(), 1);
        QVERIFY2(paneOf(w, 0)->caption()->sum().contains(QStringLiteral("12,100 trips")), qPrintable(paneOf(w, 0)->caption()->sum()));
        QVERIFY2(other->caption()->sum().contains(QStringLiteral("1,100 trips")), qPrintable(other->caption()->sum()));
        QVERIFY(!w.view->findChild<QLabel*>(QStringLiteral("mapSum"))->isVisible());
        QTest::keyClick(other->canvas(), Qt::Key_Escape);
        QVERIFY(w.state.selection().isEmpty() && other->caption()->sum().isEmpty());
        for (int i : {0, 1}) QCOMPARE(selectionItem(paneOf(w, i))->count(), 0);
        // Back to one map nothing of the others stays.
        QCoreApplication::sendEvent(other->canvas()->viewport(), &move);
        setLayout(w, MapLayout::Single);
        QVERIFY(!other->card()->isVisible() && !paneOf(w, 0)->cross()->isShown() && !paneOf(w, 0)->caption()->isVisible());
    }

    void pins() {
        Window w;
        open(w);
        setLayout(w, MapLayout::Four);
        QTRY_VERIFY_WITH_TIMEOUT(paneOf(w, 3) && paneOf(w, 3)->notice()->isVisible(), kWait);
        const auto press = [&w](const char* name, int number) {
            auto* button = w.view->findChild<QAbstractButton*>(QStringLiteral("%1%2").arg(QLatin1String(name)).arg(number + 1));
            QVERIFY(button && button->isVisible());
            QTest::mouseClick(button, Qt::LeftButton);
        };
        press("panePin", 3);
        QTRY_VERIFY_WITH_TIMEOUT(paneOf(w, 3)->data(), kWait);
        QCOMPARE(paneOf(w, 3)->data()->total, 72600.0);
        QVERIFY(!paneOf(w, 3)->notice()->isVisible());
        Query children = w.state.query();
        children.groups = QStringList{QStringLiteral("child")};
        w.state.setQuery(children);
        QVERIFY(w.settle());
        QTRY_COMPARE_WITH_TIMEOUT(paneOf(w, 0)->data()->total, 6600.0, kWait);
        QCOMPARE(paneOf(w, 3)->data()->total, 72600.0);  // the pinned question stays
        QCOMPARE(paneOf(w, 0)->data()->scaleTop, paneOf(w, 3)->data()->scaleTop);
        press("panePin", 1);
        QTRY_VERIFY_WITH_TIMEOUT(paneOf(w, 1)->data() && paneOf(w, 1)->data()->total == 6600.0, kWait);
        // Another measure in another unit has a scale of its own.
        w.state.setDataset(kDistricts);
        MapStyle style = w.state.mapStyle();
        style.kind = MapKind::Choropleth;
        w.state.setMapStyle(style);
        QVERIFY(w.settle());
        QTRY_VERIFY_WITH_TIMEOUT(paneOf(w, 0)->data() && paneOf(w, 3)->data() && paneOf(w, 3)->data()->style == style, kWait);
        QCOMPARE(paneOf(w, 3)->data()->dataset.id, kStops);
        press("paneUnpin", 3);
        QTRY_VERIFY_WITH_TIMEOUT(!paneOf(w, 3)->data() && paneOf(w, 3)->notice()->isVisible(), kWait);
        QVERIFY(paneOf(w, 1)->data());
        // With another workspace nothing is pinned.
        w.state.setWorkspace(nullptr);
        w.state.setWorkspace(m_city);
        QVERIFY(w.settle());
        QTRY_VERIFY_WITH_TIMEOUT(visiblePanes(w) == 4 && !paneOf(w, 1)->data(), kWait);
    }

    void windowGoesWhileMapsAreDrawn() {
        for (int i = 0; i < 4; ++i) {
            Window w(QSize(700, 500));
            open(w);
            compareWithChildren(w);
            MapStyle style = w.state.mapStyle();
            style.layout = MapLayout::Four;
            w.state.setMapStyle(style);
            QTest::qWait(i * 40);
        }
    }

private:
    void open(Window& w) {
        w.state.setWorkspace(m_city);
        w.state.setDataset(kStops);
        QVERIFY(w.settle());
    }

    static void compareWithChildren(Window& w) {
        Comparison comparison;
        comparison.kind = Comparison::Kind::Question;
        comparison.question = w.state.query();
        comparison.question.groups = QStringList{QStringLiteral("child")};
        w.state.setComparison(comparison);
        QTRY_VERIFY_WITH_TIMEOUT(w.state.comparedAnswers(), kWait);
    }

    static void setLayout(Window& w, MapLayout layout) {
        MapStyle style = w.state.mapStyle();
        style.layout = layout;
        w.state.setMapStyle(style);
        QVERIFY(w.settle());
    }

    static int visiblePanes(const Window& w) {
        int count = 0;
        for (int i = 0; i < 4; ++i) count += paneOf(w, i) && paneOf(w, i)->isVisible();
        return count;
    }

    static SelectionItem* selectionItem(MapPane* pane) {
        for (QGraphicsItem* item : pane->canvas()->scene()->items())
            if (auto* found = dynamic_cast<SelectionItem*>(item)) return found;
        return nullptr;
    }

    QTemporaryDir m_folder;
    std::shared_ptr<Workspace> m_city;
};

MUDEUNG_MAP_TEST_MAIN(TestCompareView)
#include "test_compare_view.moc"
