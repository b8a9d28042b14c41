// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program in one window: published files are imported by clicking, the QGIS map draws them, the age chart filters them,
// and the map is saved while the window stays awake.
#include <QAction>
#include <QDockWidget>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>
#include <QtTest>
#include <cmath>
#include <qgsmapcanvas.h>

#include "core/base/language.h"
#include "core/sample/sample_city.h"
#include "tests/support/map_test.h"
#include "tests/ui/ui_test_support.h"
#include "ui/charts/chart_view.h"
#include "ui/common/message_bar.h"
#include "ui/common/theme.h"
#include "ui/import/import_dialog.h"
#include "ui/map/map_data.h"
#include "ui/map/map_render.h"
#include "ui/map/map_view.h"
#include "ui/map/picture_layer.h"
#include "ui/shell/main_window.h"

using namespace mudeung;

namespace {

constexpr int kWait = 20000;
const QString kRidership = QStringLiteral("bus-stop-hourly");

struct Window {
    WorkspaceState state;
    TaskRunner tasks;
    MainWindow window{&state, &tasks, createMapView, output()};

    MainWindow::MapOutput output() {
        MainWindow::MapOutput output;
        output.save = [this](const QString& path, int) -> MainWindow::WriteFile {
            return [workspace = state.workspace(), query = state.query(), style = state.mapStyle(), path](Progress& progress) -> Status {
                const auto image = renderMap(workspace, query, style, QSize(960, 600), progress);
                if (!image) return image.error();
                return image->save(path) ? done() : Status(Error{ErrorCode::Io, path, {}});
            };
        };
        return output;
    }

    QgsMapCanvas* canvas() const { return window.findChild<QgsMapCanvas*>(QStringLiteral("mapCanvas")); }
    template <typename Part>
    Part* part(const char* name) const {
        return window.findChild<Part*>(QLatin1String(name));
    }
    MapDataPtr mapData() const {
        const auto layers = canvas()->layers();
        return layers.isEmpty() ? nullptr : static_cast<PictureLayer*>(layers.first())->input().data;
    }
    /// The map has taken the present answers and the style.
    bool settled() {
        return QTest::qWaitFor(
            [this] {
                const MapDataPtr data = mapData();
                return data && !state.busy() && state.answers() && state.answers()->query == state.query() &&
                       data->query == state.answers()->byPlace->query && data->style == state.mapStyle();
            },
            kWait);
    }
    /// A picture that stays: the end of an earlier job may be heard of only after the next one was asked for.
    QImage picture() {
        QImage before, now;
        for (int i = 0; i < 6 && (i < 2 || before != now); ++i) {
            QSignalSpy refreshed(canvas(), &QgsMapCanvas::renderComplete);  // not of a job that was cancelled
            canvas()->refreshAllLayers();
            if (!refreshed.wait(kWait)) qWarning() << "no picture of the map";
            before = now;
            now = canvas()->grab().toImage();
        }
        return now;
    }
};

/// Share of the pixels that differ clearly.
double difference(const QImage& a, const QImage& b) {
    if (a.size() != b.size()) return 1.0;
    int different = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QColor p = a.pixelColor(x, y), q = b.pixelColor(x, y);
            different += std::abs(p.red() - q.red()) + std::abs(p.green() - q.green()) + std::abs(p.blue() - q.blue()) > 24;
        }
    return double(different) / a.width() / a.height();
}

}  // namespace

class TestWindowMap : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        test::isolateSettings(m_folder.path());
        setInterfaceLanguage(QStringLiteral("en"));
        applyTheme(QStringLiteral("light"));
    }

    void importThenMapThenChart() {
        SampleOptions options;
        options.stops = 40;
        options.days = 40;
        const auto files = writeSampleFiles(m_folder.filePath(QStringLiteral("files")), options, Progress::none());
        QVERIFY2(files.ok(), files ? "" : qPrintable(files.error().message));

        Window w;
        w.window.setWindowState(Qt::WindowNoState);  // "offscreen" has a small screen, which a full window would fill
        w.window.resize(1600, 1000);
        w.window.show();
        w.window.createWorkspace(m_folder.filePath(QStringLiteral("city.mudeung")));
        QTRY_VERIFY(w.state.workspace());

        // Import: every file by its buttons, as a person does.
        w.window.openFiles(*files);
        ImportDialog* dialog = w.window.importDialog();
        QVERIFY(dialog);
        QSignalSpy imported(dialog, &ImportDialog::imported);
        auto* button = dialog->findChild<QPushButton*>(QStringLiteral("importButton"));
        for (int i = 0; i < files->size(); ++i) {
            QTRY_VERIFY2_WITH_TIMEOUT(button->isVisible() && button->isEnabled(), qPrintable(files->at(i)), kWait);
            QTest::mouseClick(button, Qt::LeftButton);
            QTRY_COMPARE_WITH_TIMEOUT(imported.count(), i + 1, kWait);
            QTest::mouseClick(button, Qt::LeftButton);  // "Next file", at the end "Done"
        }
        QVERIFY(!dialog->isVisible());
        QTRY_VERIFY(w.part<QTreeWidget>("datasetTree")->topLevelItemCount() > 0);

        // Map: the ridership by stop, as density, then as circles.
        w.state.setDataset(kRidership);
        QVERIFY(w.settled());
        const TablePtr everyone = w.state.answers()->byPlace;
        QVERIFY(everyone->totalSum > 0);
        QCOMPARE(w.mapData()->dataset.id, kRidership);
        QCOMPARE(qint64(w.mapData()->places.size()), everyone->placesLocated);
        const QImage density = w.picture();
        QVERIFY(test::countColors(density) > 32);
        test::keepPicture(w.window.grab(), QStringLiteral("window-density.png"));
        w.part<QToolButton>("kindCircles")->click();
        QVERIFY(w.settled());
        const QImage circles = w.picture();
        QVERIFY2(difference(density, circles) > 0.004, qPrintable(QString::number(difference(density, circles))));

        // Chart: a click on an age group filters chart, table and map.
        auto* chart = w.part<ChartView>("groupsChart");
        chart->grab();
        QTest::mouseClick(chart, Qt::LeftButton, Qt::NoModifier, chart->markCentre(QStringLiteral("65-74")));
        QCOMPARE(w.state.query().groups, QStringList{QStringLiteral("65-74")});
        QVERIFY(w.settled());
        const TablePtr seniors = w.state.answers()->byPlace;
        QVERIFY(seniors->totalSum > 0 && seniors->totalSum < everyone->totalSum);
        const TablePtr groups = w.state.answers()->byGroupEveryone;
        for (const TableRow& row : groups->rows)
            if (row.key == QLatin1String("65-74")) QCOMPARE(seniors->totalSum, row.sum);
        qint64 onMap = 0;
        for (const MapPlace& place : w.mapData()->places) onMap += qRound64(place.value);
        QCOMPARE(onMap, seniors->locatedSum);
        QVERIFY(difference(circles, w.picture()) > 0.001);
        QCOMPARE(w.part<QTableView>("placeTable")->model()->rowCount(), seniors->rows.size());

        // Map → table: a stop that is clicked is selected everywhere.
        const MapPlace& place = *largestPlace(*w.mapData());
        const QPoint at = w.canvas()->mapSettings().mapToPixel().transform(QgsPointXY(place.at)).toQPointF().toPoint();
        QTest::mouseClick(w.canvas()->viewport(), Qt::LeftButton, Qt::NoModifier, at);
        QTRY_COMPARE(w.state.selection().size(), 1);
        test::keepPicture(w.window.grab(), QStringLiteral("window-seniors.png"));
        saveTheMap(w);
    }

    /// 768 lines less the bars of a desktop: whatever panel is in front, the window does not grow beyond them.
    void fitsASmallScreen() {
        constexpr int kWidth = 1366, kHeight = 700;
        Window w;
        w.window.setWindowState(Qt::WindowNoState);
        w.window.resize(kWidth, kHeight);
        w.window.show();
        w.window.openWorkspace(m_folder.filePath(QStringLiteral("city.mudeung")));
        QTRY_VERIFY(w.state.workspace());
        w.state.setDataset(kRidership);
        QVERIFY(w.settled());
        for (QDockWidget* dock : w.window.findChildren<QDockWidget*>()) {
            const bool shown = !dock->isHidden();
            if (!shown) dock->toggleViewAction()->trigger();
            dock->raise();
            QTest::qWait(60);
            QStringList least;
            for (const QDockWidget* each : w.window.findChildren<QDockWidget*>())
                if (!each->visibleRegion().isEmpty())
                    least
                        << QStringLiteral("%1 %2 of %3").arg(each->objectName()).arg(each->minimumSizeHint().height()).arg(each->height());
            QVERIFY2(w.window.height() <= kHeight && w.window.minimumSizeHint().height() <= kHeight,
                     qPrintable(QStringLiteral("%1: %2 of %3; %4")
                                    .arg(dock->objectName())
                                    .arg(w.window.height())
                                    .arg(w.window.minimumSizeHint().height())
                                    .arg(least.join(QStringLiteral(", ")))));
            QVERIFY(w.window.width() <= kWidth);
            if (!shown) dock->toggleViewAction()->trigger();
        }
    }

private:
    /// By its menu entry; the event loop keeps turning while the picture is drawn.
    void saveTheMap(Window& w) {
        const QString path = m_folder.filePath(QStringLiteral("map.png"));
        QAction* save = nullptr;
        for (QAction* action : w.window.findChildren<QAction*>())
            if (action->text().remove(QLatin1Char('&')).startsWith(QLatin1String("Save map"))) save = action;
        QVERIFY(save);
        QTimer::singleShot(300, this, [path] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (!dialog) return;
            dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(path);
            QMetaObject::invokeMethod(dialog, "accept");
        });
        save->trigger();
        QVERIFY2(!w.tasks.tasks().isEmpty(), "the picture is not drawn as a task");
        QTRY_VERIFY_WITH_TIMEOUT(w.tasks.tasks().isEmpty(), kWait);
        QVERIFY2(w.window.messageBar()->level() == MessageBar::Level::Success, qPrintable(w.window.messageBar()->text()));
        QCOMPARE(QImage(path).size(), QSize(960, 600));
    }

    QTemporaryDir m_folder;
};

MUDEUNG_MAP_TEST_MAIN(TestWindowMap)
#include "test_window_map.moc"
