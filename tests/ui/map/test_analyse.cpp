// SPDX-License-Identifier: GPL-3.0-or-later
// Analyses in the whole window by mouse and keyboard: listed, set, run, cancelled, read, seen on the map.
#include <QToolButton>
#include <qgsgeometry.h>

#include "tests/ui/map/analyse_window.h"

using namespace mudeung;
using namespace mudeung::test;

class TestAnalyse : public AnalyseTest {
    Q_OBJECT
private slots:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }

    void listNamesQuestionsAndObstacles();
    void formFollowsAndResets();
    void resultIsReadAndSeen();
    void rowsArePlaces();
    void cellsAreRows();
    void shapesSelectCells();
    void dongsAreColoured();
    void gridIsAPicture();
    void cancelledLeavesNothing();
    void panelsStandBack();
    void namesAndTargets();
};

void TestAnalyse::listNamesQuestionsAndObstacles() {
    w().ctrlShift(Qt::Key_I);
    auto* list = w().part<QListWidget>("analysisList");
    QTRY_VERIFY(list->isVisible());
    QCOMPARE(list->count(), 2);
    QCOMPARE(list->item(0)->text(), QStringLiteral("Far from the mean"));
    QVERIFY(list->item(0)->data(Qt::AccessibleTextRole).toString().contains(QLatin1String("Which places have far more")));
    QVERIFY(list->item(1)->data(Qt::AccessibleTextRole).toString().contains(QLatin1String("thirty years")));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier, list->visualItemRect(list->item(1)).center());
    QTRY_VERIFY(w().part<QLabel>("analysisObstacle")->isVisible());
    QVERIFY(w().part<QLabel>("analysisObstacle")->text().contains(QLatin1String("thirty years")));
    QVERIFY(!w().part<QPushButton>("runAnalysis")->isEnabled());
    w().ctrl(Qt::Key_R);
    QVERIFY(w().tasksDone());
    QCOMPARE(keptCount(), 0);
    click("allAnalyses");
    QTRY_VERIFY(list->isVisible());
    QVERIFY(list->hasFocus());
}

void TestAnalyse::formFollowsAndResets() {
    openForm();
    auto* limit = w().part<QDoubleSpinBox>("parameter_limit");
    QCOMPARE(limit->value(), 1.0);
    QVERIFY(!w().part<QDoubleSpinBox>("parameter_floor")->isVisible());
    QVERIFY(!w().part<QDoubleSpinBox>("parameter_seed")->isVisible());
    QVERIFY(!w().part<QPushButton>("resetParameters")->isEnabled());
    QTest::mouseClick(w().part<QCheckBox>("parameter_least"), Qt::LeftButton, Qt::NoModifier, QPoint(10, 14));
    QVERIFY(w().part<QDoubleSpinBox>("parameter_floor")->isVisible());
    QCOMPARE(w().part<QDoubleSpinBox>("parameter_floor")->suffix(), QStringLiteral(" trips"));
    click("moreSettings");
    QVERIFY(w().part<QDoubleSpinBox>("parameter_seed")->isVisible());
    limit->setFocus();
    limit->selectAll();
    QTest::keyClicks(limit, QStringLiteral("2.5"));
    QTest::keyClick(limit, Qt::Key_Return);
    QCOMPARE(limit->value(), 2.5);
    // Another question leaves alone what was changed by hand.
    Query query = w().state.query();
    query.dayTypes = 1;
    w().state.setQuery(query);
    QVERIFY(w().settled());
    limit = w().part<QDoubleSpinBox>("parameter_limit");
    QCOMPARE(limit->value(), 2.5);
    QVERIFY(w().part<QLabel>("analysisQuestion")->text().contains(QLatin1String("weekdays"), Qt::CaseInsensitive));
    // The wheel over a field that nobody is in scrolls the form.
    w().part<QPushButton>("runAnalysis")->setFocus();
    QWheelEvent wheel(QPointF(5, 5), limit->mapToGlobal(QPoint(5, 5)), QPoint(), QPoint(0, 120), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(limit, &wheel);
    QCOMPARE(limit->value(), 2.5);
    click("resetParameters");
    QCOMPARE(limit->value(), 1.0);
    QVERIFY(!w().part<QCheckBox>("parameter_least")->isChecked());
    QVERIFY(!w().part<QPushButton>("resetParameters")->isEnabled());
}

void TestAnalyse::resultIsReadAndSeen() {
    openForm();
    const ShownResultPtr shown = ran();
    QVERIFY(shown);
    QCOMPARE(w().part<QTabWidget>("analyseTabs")->currentIndex(), int(AnalysePanel::ShowResult));
    QCOMPARE(w().part<QLabel>("resultTitle")->text(), QStringLiteral("Far from the mean"));
    // The scores, counted here from the answer of the window.
    double sum = 0.0, squares = 0.0;
    int n = 0;
    QHash<QString, double> values;
    for (const TableRow& row : w().state.answers()->byPlace->rows) {
        if (std::isnan(row.lon)) continue;
        values.insert(row.key, row.value);
        sum += row.value;
        squares += row.value * row.value;
        ++n;
    }
    const double mean = sum / n, deviation = std::sqrt((squares - n * mean * mean) / (n - 1));
    int high = 0, low = 0;
    for (const double v : values) {
        high += v > mean + deviation;
        low += v < mean - deviation;
    }
    QVERIFY(high > 0 && low + high < n);
    const QString note = w().part<QLabel>("resultNote")->text();
    QVERIFY2(note.contains(formatNumber(mean, 1)) && note.contains(formatNumber(deviation, 1)), qPrintable(note));
    QVERIFY(w().part<QFrame>("resultLimits")->isVisible());
    QVERIFY(w().part<QLabel>("resultLimit")->text().contains(QLatin1String("need not be unusual")));
    QCOMPARE(table()->model()->rowCount(), n);
    QCOMPARE(table()->model()->columnCount(), 4);
    auto* chart = w().part<ChartView>("resultChart1");
    QVERIFY(chart->isVisible());
    QCOMPARE(chart->spec().categories.size(), n);

    const MapDataPtr data = resultMap();
    QVERIFY(data && data->result);
    QCOMPARE(data->places.size(), n);
    const QVector<ResultClass>& classes = data->result->classes;
    QCOMPARE(classes.size(), 3);
    QCOMPARE(classes[0].name, QStringLiteral("far above"));
    QCOMPARE(classes[0].count, qint64(high));
    QCOMPARE(classes[1].count, qint64(low));
    QCOMPARE(classes[2].count, qint64(n - high - low));
    const MapPalette palette = MapPalette::forTheme(false);
    const QColor hot = resultColor(palette, classes[0]), cold = resultColor(palette, classes[1]), none = resultColor(palette, classes[2]);
    QVERIFY(hot.red() > hot.blue() + 60 && cold.blue() > cold.red() + 60 && std::abs(none.red() - none.blue()) < 20);
    // It is on the canvas, and the card says its numbers.
    QTRY_VERIFY_WITH_TIMEOUT(!w().canvas()->isDrawing(), kPatience);
    const int top =
        static_cast<int>(std::find_if(data->result->placeClass.begin(), data->result->placeClass.end(), [](int c) { return c == 0; }) -
                         data->result->placeClass.begin());
    const MapPlace place = data->places[top];
    QImage picture;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            picture = w().canvas()->grab().toImage();
            const QColor at = picture.pixelColor(w().onMap(place));
            return at.red() > at.blue() + 40;
        }(),
        kPatience);
    QMouseEvent move(QEvent::MouseMove, w().onMap(place), w().canvas()->viewport()->mapToGlobal(w().onMap(place)), Qt::NoButton,
                     Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(w().canvas()->viewport(), &move);
    HoverCard* card = nullptr;
    for (QWidget* each : w().window.findChildren<QWidget*>())
        if (auto* found = dynamic_cast<HoverCard*>(each); found && found->isVisible()) card = found;
    QVERIFY(card);
    QVERIFY2(card->lines().join(QLatin1Char('|')).contains(QLatin1String("Class: far above")),
             qPrintable(card->lines().join(QLatin1Char('|'))));
    QVERIFY(card->lines()
                .join(QLatin1Char('|'))
                .contains(QLatin1String("Number: ") + formatNumber(place.code().isEmpty() ? 0 : values[place.code()])));

    // Back to the question and to the result again.
    QVERIFY(w().part<QFrame>("resultChip")->isVisible());
    click("backToQuestion");
    QTRY_VERIFY_WITH_TIMEOUT(!w().mapData()->result, kPatience);
    QCOMPARE(w().mapData()->byPlace, w().state.answers()->byPlace);
    QVERIFY(!w().part<QFrame>("resultChip")->isVisible());
    QVERIFY(!w().part<QCheckBox>("resultOnMap")->isChecked());
    QTest::mouseClick(w().part<QCheckBox>("resultOnMap"), Qt::LeftButton, Qt::NoModifier, QPoint(10, 14));
    QVERIFY(resultMap()->result);
}

void TestAnalyse::rowsArePlaces() {
    openForm();
    QVERIFY(ran());
    const MapDataPtr data = resultMap();
    QTableView* rows = table();
    QTest::mouseClick(rows->viewport(), Qt::LeftButton, Qt::NoModifier, rows->visualRect(rows->model()->index(1, 0)).center());
    const QString key = rows->model()->index(1, 0).data(Qt::UserRole + 1).toString();
    QCOMPARE(w().state.selection(), QStringList{key});
    // From the map into the table.
    const MapPlace& other = data->places.last();
    QTest::mouseClick(w().canvas()->viewport(), Qt::LeftButton, Qt::NoModifier, w().onMap(other));
    QTRY_COMPARE(w().state.selection(), QStringList{other.code()});
    QCOMPARE(rows->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(rows->selectionModel()->selectedRows().first().data(Qt::UserRole + 1).toString(), other.code());
    // Sorted by a click on the head: down, then up; the chosen row stays chosen.
    const auto score = [&](int row) {
        return rows->model()->index(row, 2).data().toString().replace(QStringLiteral("−"), QStringLiteral("-")).toDouble();
    };
    QHeaderView* head = rows->horizontalHeader();
    const auto pressHead = [&] {
        QTest::mouseClick(head->viewport(), Qt::LeftButton, Qt::NoModifier,
                          QPoint(head->sectionViewportPosition(2) + head->sectionSize(2) / 2, head->height() / 2));
    };
    pressHead();
    const bool downFirst = score(0) >= score(1);
    for (int r = 1; r < rows->model()->rowCount(); ++r) QVERIFY(downFirst ? score(r - 1) >= score(r) : score(r - 1) <= score(r));
    pressHead();
    for (int r = 1; r < rows->model()->rowCount(); ++r) QVERIFY(downFirst ? score(r - 1) <= score(r) : score(r - 1) >= score(r));
    QCOMPARE(rows->selectionModel()->selectedRows().value(0).data(Qt::UserRole + 1).toString(), other.code());
    // Searched.
    auto* search = w().part<QLineEdit>("resultSearch");
    search->setFocus();
    write(search, other.name());
    QTRY_VERIFY(rows->model()->rowCount() >= 1 && rows->model()->rowCount() < data->places.size());
    for (int r = 0; r < rows->model()->rowCount(); ++r)
        QVERIFY(rows->model()->index(r, 0).data().toString().contains(other.name(), Qt::CaseInsensitive));
    search->clear();
    click("resultSelectedOnly");
    QCOMPARE(rows->model()->rowCount(), 1);
}

void TestAnalyse::cellsAreRows() {
    openForm();
    setCombo("parameter_unit", QStringLiteral("hexagon"));
    QVERIFY(ran());
    const MapDataPtr data = resultMap();
    QVERIFY(data->result && data->places.isEmpty());
    QCOMPARE(data->cells.size(), static_cast<int>(w().state.shownResult()->mapTable()->size()));
    QVERIFY(data->cells.size() > 5);
    const QPointF middle = data->cells[2].box.center().toQPointF();
    const QPoint at = w().canvas()->mapSettings().mapToPixel().transform(QgsPointXY(middle)).toQPointF().toPoint();
    QTest::mouseClick(w().canvas()->viewport(), Qt::LeftButton, Qt::NoModifier, at);
    QTRY_COMPARE(w().state.resultRows(), QStringList{data->shapeCodes[2]});
    QVERIFY(w().state.selection().isEmpty());
    QCOMPARE(table()->selectionModel()->selectedRows().value(0).data(Qt::UserRole + 1).toString(), data->shapeCodes[2]);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, Qt::NoModifier,
                      table()->visualRect(table()->model()->index(table()->rowAt(40), 0)).center());
    QCOMPARE(w().state.resultRows().size(), 1);
    QVERIFY(w().state.resultRows() != QStringList{data->shapeCodes[2]} || table()->model()->rowCount() == 1);
    QTRY_VERIFY_WITH_TIMEOUT(!w().canvas()->isDrawing(), kPatience);
    keepPicture(w().window.grab(), QStringLiteral("analyse-hexagons.png"));
}

/// Box, lasso, radius and dong select the rows of a result whose rows are cells; which ones they touch, GEOS says.
void TestAnalyse::shapesSelectCells() {
    openForm();
    setCombo("parameter_unit", QStringLiteral("hexagon"));
    QVERIFY(ran());
    const MapDataPtr data = resultMap();
    const auto touched = [&data](const QgsGeometry& shape) {
        QStringList keys;
        for (int i = 0; i < static_cast<int>(data->cells.size()); ++i)
            if (QgsGeometry::fromQPolygonF(data->cells[i].rings.first()).intersects(shape)) keys << data->shapeCodes[i];
        keys.sort();
        return keys;
    };
    const auto selected = [this] {
        QStringList keys = w().state.resultRows();
        keys.sort();
        return keys;
    };
    QWidget* viewport = w().canvas()->viewport();
    const auto at = [this](const QPoint& pixel) { return w().canvas()->getCoordinateTransform()->toMapCoordinates(pixel); };
    const QPoint middle = w().canvas()->mapSettings().mapToPixel().transform(data->cells[3].box.center()).toQPointF().toPoint();

    QTest::mouseClick(w().part<QToolButton>("toolBox"), Qt::LeftButton);
    const QPoint from = middle - QPoint(60, 45), to = middle + QPoint(70, 50);
    drag(viewport, from, to);
    const QStringList boxed = touched(QgsGeometry::fromRect(QgsRectangle(at(from), at(to))));
    QVERIFY2(boxed.size() > 1 && boxed.size() < data->cells.size(), qPrintable(QString::number(boxed.size())));
    QCOMPARE(selected(), boxed);
    QVERIFY(w().state.selection().isEmpty());
    auto* sum = w().part<QLabel>("mapSum");
    QVERIFY(sum->isVisible());
    QCOMPARE(sum->text(), QStringLiteral("%1 areas selected").arg(boxed.size()));
    QCOMPARE(static_cast<int>(table()->selectionModel()->selectedRows().size()), static_cast<int>(boxed.size()));

    QTRY_VERIFY_WITH_TIMEOUT(!w().canvas()->isDrawing(), kPatience);
    keepPicture(w().window.grab(), QStringLiteral("analyse-cells-selected.png"));

    QTest::mouseClick(w().part<QToolButton>("toolRadius"), Qt::LeftButton);
    QTest::mouseClick(viewport, Qt::LeftButton, Qt::NoModifier, middle);
    const QStringList within = touched(QgsGeometry::fromPointXY(at(middle)).buffer(500, 180));
    QCOMPARE(selected(), within);

    QTest::mouseClick(w().part<QToolButton>("toolLasso"), Qt::LeftButton);
    const QVector<QPoint> corners{middle + QPoint(-80, 40), middle + QPoint(80, 40), middle + QPoint(-80, -70)};
    QTest::mousePress(viewport, Qt::LeftButton, Qt::NoModifier, corners.first());
    QgsPolylineXY line;
    for (const QPoint& corner : corners) {
        QMouseEvent move(QEvent::MouseMove, corner, viewport->mapToGlobal(corner), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &move);
        line << at(corner);
    }
    QTest::mouseRelease(viewport, Qt::LeftButton, Qt::NoModifier, corners.last());
    QCOMPARE(selected(), touched(QgsGeometry::fromPolygonXY({line})));

    // A dong holds the cells whose middle lies in it.
    QTest::mouseClick(w().part<QToolButton>("toolDong"), Qt::LeftButton);
    QTest::mouseClick(viewport, Qt::LeftButton, Qt::NoModifier, middle);
    QVERIFY(!selected().isEmpty());
    for (const QString& key : selected()) {
        const int cell = static_cast<int>(data->shapeCodes.indexOf(key));
        bool inside = false;
        for (const CityShape& dong : data->city->shapes) {
            const bool holdsClick = dong.rings.first().containsPoint(at(middle).toQPointF(), Qt::OddEvenFill);
            inside = inside || (holdsClick && dong.rings.first().containsPoint(data->cells[cell].labelAt, Qt::OddEvenFill));
        }
        QVERIFY(inside);
    }
    QTest::keyClick(w().canvas(), Qt::Key_Escape);
    QVERIFY(w().state.resultRows().isEmpty() && !sum->isVisible());
}

void TestAnalyse::dongsAreColoured() {
    openForm();
    setCombo("parameter_unit", QStringLiteral("dong"));
    QVERIFY(ran());
    const MapDataPtr data = resultMap();
    QVERIFY(data->result && !data->cells.isEmpty());
    // Every dong of the city is there: those without a row are hatched, and counted so.
    QCOMPARE(data->cells.size(), data->city->shapes.size());
    const auto without = std::count(data->result->areaRow.begin(), data->result->areaRow.end(), -1);
    qint64 counted = 0, none = 0;
    for (const ResultClass& each : data->result->classes) {
        counted += each.count;
        if (each.kind == ResultClass::Kind::NoData) none = each.count;
    }
    QCOMPARE(counted, qint64(data->cells.size()));
    QCOMPARE(none, qint64(without));
}

void TestAnalyse::gridIsAPicture() {
    openForm();
    QVERIFY(ran());
    QVERIFY(resultMap()->result);
    auto* part = w().part<QComboBox>("resultPart");
    QVERIFY(part->isVisible());
    QCOMPARE(part->count(), 2);
    part->setFocus();
    QTest::keyClick(part, Qt::Key_Down);
    QTRY_COMPARE(w().state.shownResult()->grid, 0);
    const MapDataPtr data = resultMap();
    QVERIFY(!w().state.shownResult()->mapTable());
    QCOMPARE(data->result->head, QStringLiteral("A ramp"));
    QCOMPARE(data->result->gridTop, 600.0);  // 599 rounded up
    // Under the pointer: the cell of row 10, column 15.
    const GridSpec& spec = w().state.shownResult()->mapGrid()->grid.spec;
    const QPointF at(spec.originX + 15.5 * spec.cellSize, spec.originY - 10.5 * spec.cellSize);
    QCOMPARE(gridLines(*data, at).value(1), QStringLiteral("315"));
    QVERIFY(gridLines(*data, QPointF(0, 0)).isEmpty());
}

void TestAnalyse::cancelledLeavesNothing() {
    openForm();
    click("moreSettings");
    setNumber("parameter_pace", QStringLiteral("200"));
    click("runAnalysis");
    QTRY_VERIFY(w().window.findChild<QToolButton*>(QStringLiteral("cancelRun")));
    QTRY_VERIFY_WITH_TIMEOUT(w().tasks.tasks().value(0).progress.fraction > 0.02, kPatience);
    QTRY_VERIFY(w().part<QLabel>("runningText")->text().contains(QLatin1String("left")));
    QElapsedTimer clock;
    clock.start();
    click("cancelRun");
    QVERIFY(w().tasksDone());
    QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(!w().state.shownResult());
    QCOMPARE(keptCount(), 0);
    QTRY_VERIFY(!w().window.findChild<QToolButton*>(QStringLiteral("cancelRun")));
    QVERIFY(!w().window.messageBar()->isVisible());  // who cancels knows
}

void TestAnalyse::panelsStandBack() {
    const auto visible = [this](const char* name) { return !w().part<QDockWidget>(name)->isHidden(); };
    QVERIFY(!visible("dockAnalyse") && visible("dockGroups") && visible("dockPlaces"));
    // One that somebody has made higher, and one that was chosen among its tabs.
    auto* hours = w().part<QDockWidget>("dockHours");
    auto* numbers = w().part<QDockWidget>("dockNumbers");
    w().window.resizeDocks({hours}, {hours->height() + 60}, Qt::Vertical);
    numbers->raise();
    QTRY_VERIFY(!numbers->visibleRegion().isEmpty());
    const int height = hours->height();
    w().ctrlShift(Qt::Key_I);
    QTRY_VERIFY(visible("dockAnalyse"));
    QVERIFY(!visible("dockGroups") && !visible("dockPlaces") && !visible("dockHours"));
    QVERIFY(visible("dockFilters") && visible("dockTimeline"));
    // By the same key of the panels' menu as any other panel.
    w().ctrlShift(Qt::Key_N);
    QTRY_VERIFY(!visible("dockAnalyse"));
    QVERIFY(visible("dockGroups") && visible("dockPlaces") && visible("dockHours"));
    QTRY_VERIFY2(std::abs(hours->height() - height) <= 2, qPrintable(QStringLiteral("%1, %2").arg(hours->height()).arg(height)));
    QVERIFY(!numbers->visibleRegion().isEmpty());
    w().ctrlShift(Qt::Key_I);
    QTRY_VERIFY(visible("dockAnalyse"));
    w().window.close();
    m_w.reset();
    m_w = std::make_unique<WholeWindow>();
    open(m_file);
    QVERIFY(!visible("dockAnalyse") && visible("dockGroups") && visible("dockPlaces"));
}

void TestAnalyse::namesAndTargets() {
    openForm();
    click("moreSettings");
    QStringList bad;
    const auto look = [&] {
        QCoreApplication::processEvents();
        for (QWidget* widget : w().part<QDockWidget>("dockAnalyse")->findChildren<QWidget*>()) {
            if (!widget->isVisible()) continue;
            bool inner = widget->objectName().startsWith(QLatin1String("qt_")) || widget->focusProxy() || widget->inherits("QTabBar");
            for (QWidget* p = widget->parentWidget(); p; p = p->parentWidget())
                inner = inner || qobject_cast<QComboBox*>(p) || p->inherits("QAbstractSpinBox") || p->inherits("QAbstractItemView") ||
                        p->inherits("QLineEdit") || p->inherits("QTabBar");
            if (inner) continue;
            const QString who = QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            if ((widget->focusPolicy() & Qt::TabFocus) && !widget->inherits("QLabel") && widget->accessibleName().isEmpty() &&
                (!button || button->text().isEmpty()))
                bad << who + QStringLiteral(" has no name");
            const bool pressed =
                button || qobject_cast<QComboBox*>(widget) || widget->inherits("QLineEdit") || widget->inherits("QAbstractSpinBox");
            if (pressed && widget->height() < 28) bad << who + QStringLiteral(": %1").arg(widget->height());
        }
    };
    look();
    QVERIFY(ran());
    look();
    w().ctrlShift(Qt::Key_H);
    QTRY_COMPARE(kept()->count(), 1);
    look();
    bad.removeDuplicates();
    QVERIFY2(bad.isEmpty(), qPrintable(bad.join(QStringLiteral(" | "))));
    // Tab goes from field to field, as the eye does.
    w().ctrlShift(Qt::Key_I);
    auto* limit = w().part<QDoubleSpinBox>("parameter_limit");
    limit->setFocus();
    QTest::keyClick(limit, Qt::Key_Tab);
    QCOMPARE(w().window.focusWidget()->objectName(), QStringLiteral("parameter_side"));
    QTest::keyClick(w().window.focusWidget(), Qt::Key_Tab);
    QCOMPARE(w().window.focusWidget()->objectName(), QStringLiteral("parameter_least"));
}

MUDEUNG_MAP_TEST_MAIN(TestAnalyse)
#include "test_analyse.moc"
