// SPDX-License-Identifier: GPL-3.0-or-later
// The table twin of every kind of chart: the same numbers under their names, there and back by key and menu, copied with headers.
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>
#include <cmath>

#include "tests/ui/ui_test_support.h"
#include "ui/charts/carpet_view.h"
#include "ui/charts/chart_table.h"

using namespace mudeung;

namespace {

ChartSpec specOf(ChartKind kind) {
    ChartSpec spec;
    spec.kind = kind;
    spec.title = QStringLiteral("Boardings");
    spec.xTitle = QStringLiteral("group");
    spec.yTitle = QStringLiteral("trips");
    spec.categories = QStringList{QStringLiteral("child"), QStringLiteral("adult"), QStringLiteral("senior")};
    spec.categoryKeys = QStringList{QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("s")};
    spec.series = {{QString(), {1200, 34567, NAN}, {1300, 30000, 5}, {0.034, 0.966, NAN}, {}}};
    spec.referenceName = QStringLiteral("everyone");
    return spec;
}

ChartSpec carpet() {
    ChartSpec spec;
    spec.kind = ChartKind::Carpet;
    spec.title = QStringLiteral("Hours");
    spec.rowNames = QStringList{QStringLiteral("Mon"), QStringLiteral("Tue")};
    spec.categories = QStringList{QStringLiteral("7"), QStringLiteral("8"), QStringLiteral("9")};
    spec.categoryKeys = QStringList{QStringLiteral("07"), QStringLiteral("08"), QStringLiteral("09")};
    spec.series = {{QString(), {1.5, 2, 3, 4, NAN, 6}, {}, {}, {}}};
    return spec;
}

ChartSpec pyramid() {
    ChartSpec spec;
    spec.kind = ChartKind::Pyramid;
    spec.rowNames = QStringList{QStringLiteral("men"), QStringLiteral("women"), QStringLiteral("0–9"), QStringLiteral("10–19")};
    spec.categories = QStringList{QStringLiteral("m 0–9"), QStringLiteral("m 10–19"), QStringLiteral("f 0–9"), QStringLiteral("f 10–19")};
    spec.categoryKeys = QStringList{QStringLiteral("m_0-9"), QStringLiteral("m_10-19"), QStringLiteral("f_0-9"), QStringLiteral("f_10-19")};
    spec.series = {{QString(), {10, 20, 30, 40}, {11, 21, 31, 41}, {}, {}}};
    return spec;
}

QString cell(const ChartView& view, int row, int column) {
    return view.table()->model()->index(row, column).data().toString();
}
QString header(const ChartView& view, Qt::Orientation orientation, int section) {
    return view.table()->model()->headerData(section, orientation).toString();
}

}  // namespace

class TestChartTable : public QObject {
    Q_OBJECT
private slots:
    void categories_data();
    void categories();
    void severalSeries();
    void carpets();
    void pyramids();
    void decimals();
    void thereAndBackByKey();
    void byMenu();
    void messageCovers();
    void followsTheAnswer();
    void copies();
    void activates();
    void sampleIsSaid();
    void carpetKeepsItsChoice();
    void isAccessible();
};

void TestChartTable::categories_data() {
    QTest::addColumn<int>("kind");
    for (const ChartKind kind : {ChartKind::Bars, ChartKind::HorizontalBars, ChartKind::Line})
        QTest::newRow(qPrintable(QString::number(static_cast<int>(kind)))) << static_cast<int>(kind);
}

void TestChartTable::categories() {
    QFETCH(int, kind);
    ChartView view;
    view.setSpec(specOf(static_cast<ChartKind>(kind)));
    QVERIFY(!view.table());
    view.setTable(true);
    QVERIFY(view.isTable());
    QCOMPARE(view.table()->model()->rowCount(), 3);
    QCOMPARE(view.table()->model()->columnCount(), 3);
    QCOMPARE(header(view, Qt::Horizontal, 0), QStringLiteral("trips"));
    QCOMPARE(header(view, Qt::Horizontal, 1), QStringLiteral("everyone"));
    QCOMPARE(header(view, Qt::Horizontal, 2), QStringLiteral("Share"));
    QCOMPARE(header(view, Qt::Vertical, 1), QStringLiteral("adult"));
    QCOMPARE(cell(view, 1, 0), QStringLiteral("34,567"));
    QCOMPARE(cell(view, 1, 1), QStringLiteral("30,000"));
    QCOMPARE(cell(view, 1, 2), QStringLiteral("96.6 %"));
    QCOMPARE(cell(view, 2, 0), QStringLiteral("–"));
    QCOMPARE(cell(view, 2, 2), QStringLiteral("–"));
    QVERIFY(view.table()->model()->index(1, 0).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
}

void TestChartTable::severalSeries() {
    ChartSpec spec = specOf(ChartKind::Bars);
    spec.series = {{QStringLiteral("adults"), {1, 2, 3}, {}, {}, {}}, {QStringLiteral("seniors"), {4, 5, 6}, {7, 8, 9}, {}, {}}};
    ChartView view;
    view.setSpec(spec);
    view.setTable(true);
    QCOMPARE(view.table()->model()->columnCount(), 3);
    QCOMPARE(header(view, Qt::Horizontal, 1), QStringLiteral("seniors"));
    QCOMPARE(header(view, Qt::Horizontal, 2), QStringLiteral("seniors, everyone"));
    QCOMPARE(cell(view, 2, 1), QStringLiteral("6"));
    QCOMPARE(cell(view, 0, 2), QStringLiteral("7"));
}

void TestChartTable::carpets() {
    ChartView view;
    view.setSpec(carpet());
    view.setTable(true);
    QCOMPARE(view.table()->model()->rowCount(), 2);
    QCOMPARE(view.table()->model()->columnCount(), 3);
    QCOMPARE(header(view, Qt::Vertical, 1), QStringLiteral("Tue"));
    QCOMPARE(header(view, Qt::Horizontal, 2), QStringLiteral("9"));
    QCOMPARE(cell(view, 0, 0), QStringLiteral("1.50"));
    QCOMPARE(cell(view, 1, 0), QStringLiteral("4.00"));
    QCOMPARE(cell(view, 1, 1), QStringLiteral("–"));
    QCOMPARE(cell(view, 1, 2), QStringLiteral("6.00"));
}

void TestChartTable::pyramids() {
    ChartView view;
    view.setSpec(pyramid());
    view.setTable(true);
    QCOMPARE(view.table()->model()->rowCount(), 2);
    QCOMPARE(view.table()->model()->columnCount(), 4);
    QCOMPARE(header(view, Qt::Vertical, 1), QStringLiteral("10–19"));
    QCOMPARE(header(view, Qt::Horizontal, 0), QStringLiteral("men"));
    QCOMPARE(header(view, Qt::Horizontal, 1), QStringLiteral("men, all"));
    QCOMPARE(header(view, Qt::Horizontal, 2), QStringLiteral("women"));
    QCOMPARE(cell(view, 1, 0), QStringLiteral("20"));
    QCOMPARE(cell(view, 1, 2), QStringLiteral("40"));
    QCOMPARE(cell(view, 0, 3), QStringLiteral("31"));
}

void TestChartTable::decimals() {
    ChartView view;
    ChartSpec spec = specOf(ChartKind::Bars);
    spec.series = {{QString(), {10.25, 3, 4}, {}, {}, {}}};
    view.setSpec(spec);
    view.setTable(true);
    QCOMPARE(cell(view, 1, 0), QStringLiteral("3.0"));
    spec.series = {{QString(), {1000.25, 3, 4}, {}, {}, {}}};
    view.setSpec(spec);
    QCOMPARE(cell(view, 0, 0), QStringLiteral("1,000"));
}

void TestChartTable::thereAndBackByKey() {
    ChartView view;
    view.resize(400, 260);
    view.setSpec(specOf(ChartKind::HorizontalBars));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.setFocus();
    const QImage picture = view.grab().toImage();
    QTest::keyClick(&view, Qt::Key_T);
    QVERIFY(view.isTable());
    QVERIFY(view.table()->isVisible());
    QVERIFY(view.table()->hasFocus());
    QVERIFY(view.grab().toImage() != picture);
    QVERIFY(view.markCentre(QStringLiteral("a")).isNull());  // nothing of the picture can be hit
    test::keepPicture(view.grab(), QStringLiteral("chart-table.png"));
    QTest::keyClick(view.table(), Qt::Key_T);
    QVERIFY(!view.isTable());
    QVERIFY(!view.table()->isVisible());
    QVERIFY(view.hasFocus());
    QCOMPARE(view.grab().toImage(), picture);
    QTest::keyClick(&view, Qt::Key_T, Qt::ControlModifier);
    QVERIFY(!view.isTable());
}

void TestChartTable::byMenu() {
    ChartView view;
    view.resize(400, 260);
    view.setSpec(specOf(ChartKind::Bars));
    view.show();
    const auto choose = [&] {
        QMenu* menu = view.createMenu(&view);
        QAction* action = menu->findChild<QAction*>(QStringLiteral("showTable"));
        QVERIFY(action);
        action->trigger();
        delete menu;
    };
    choose();
    QVERIFY(view.isTable());
    QContextMenuEvent asked(QContextMenuEvent::Mouse, QPoint(5, 5), view.table()->viewport()->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(view.table()->viewport(), &asked);
    QMenu* menu = view.findChild<QMenu*>(QStringLiteral("chartMenu"));
    QVERIFY(menu);
    menu->close();
    choose();
    QVERIFY(!view.isTable());
    view.setTable(true);
    view.findChild<QToolButton*>(QStringLiteral("backToChart"))->click();
    QVERIFY(!view.isTable());
}

void TestChartTable::messageCovers() {
    ChartView view;
    view.resize(400, 260);
    view.setSpec(specOf(ChartKind::Bars));
    view.setTable(true);
    view.show();
    QVERIFY(view.table()->isVisible());
    view.setMessage(QStringLiteral("Nothing matches."));
    QVERIFY(!view.table()->isVisible());
    view.setSpec(specOf(ChartKind::Bars));
    QVERIFY(view.table()->isVisible());
    QCOMPARE(view.table()->parentWidget()->size(), view.size());
    view.resize(500, 300);
    QCOMPARE(view.table()->parentWidget()->size(), view.size());
}

void TestChartTable::followsTheAnswer() {
    ChartView view;
    view.setSpec(specOf(ChartKind::Bars));
    view.setTable(true);
    view.table()->setCurrentIndex(view.table()->model()->index(1, 1));
    ChartSpec next = specOf(ChartKind::Bars);
    next.series[0].reference[1] = 31000;
    view.setSpec(next);
    QCOMPARE(cell(view, 1, 1), QStringLiteral("31,000"));
    QCOMPARE(view.table()->currentIndex().row(), 1);
    view.setSpec(carpet());
    QCOMPARE(view.table()->model()->rowCount(), 2);
}

void TestChartTable::copies() {
    ChartView view;
    view.setSpec(specOf(ChartKind::Bars));
    view.setTable(true);
    QTest::keyClick(view.table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(),
             QStringLiteral("group\ttrips\teveryone\tShare\nchild\t1200\t1300\t0.034\nadult\t34567\t30000\t0.966\nsenior\t\t5\t\n"));
    const QAbstractItemModel* model = view.table()->model();
    view.table()->selectionModel()->select(QItemSelection(model->index(0, 0), model->index(1, 0)), QItemSelectionModel::ClearAndSelect);
    QTest::keyClick(view.table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("group\ttrips\nchild\t1200\nadult\t34567\n"));
    view.setSpec(pyramid());
    QVERIFY(view.table()->text().contains(QStringLiteral("10–19\t20\t21\t40\t41\n")));
    view.setSpec(carpet());
    QVERIFY(view.table()->text().contains(QStringLiteral("Tue\t4\t\t6\n")));
}

void TestChartTable::activates() {
    ChartView view;
    view.resize(400, 260);
    view.setSpec(pyramid());
    view.setTable(true);
    view.show();
    view.setFocus();
    QSignalSpy clicked(&view, &ChartView::categoryClicked);
    view.table()->setCurrentIndex(view.table()->model()->index(1, 2));
    QTest::keyClick(view.table(), Qt::Key_Return);
    QCOMPARE(clicked.count(), 1);
    QCOMPARE(clicked.first().first().toString(), QStringLiteral("f_10-19"));
    view.setSpec(carpet());
    QSignalSpy cellClicked(&view, &ChartView::cellClicked);
    view.table()->setCurrentIndex(view.table()->model()->index(1, 2));
    QTest::keyClick(view.table(), Qt::Key_Return);
    QCOMPARE(cellClicked.count(), 1);
    QCOMPARE(cellClicked.first()[0].toInt(), 1);
    QCOMPARE(cellClicked.first()[1].toString(), QStringLiteral("09"));
}

void TestChartTable::sampleIsSaid() {
    ChartView view;
    ChartSpec spec = specOf(ChartKind::Bars);
    view.setSpec(spec);
    view.setTable(true);
    auto* title = view.findChild<QLabel*>(QStringLiteral("chartTableTitle"));
    QVERIFY(title->text().contains(QStringLiteral("Boardings")));
    QVERIFY(!title->text().contains(QStringLiteral("SAMPLE DATA")));
    spec.sample = true;
    view.setSpec(spec);
    QVERIFY(title->text().contains(QStringLiteral("SAMPLE DATA")));
}

/// Clicks beside the numbers are no gestures on the carpet behind them.
void TestChartTable::carpetKeepsItsChoice() {
    CarpetView view;
    view.resize(400, 260);
    view.setSpec(carpet());
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.grab();
    view.setTable(true);
    QSignalSpy edited(&view, &CarpetView::cellsEdited);
    QWidget* page = view.table()->parentWidget();
    QTest::mouseClick(page, Qt::LeftButton, Qt::NoModifier, QPoint(3, page->height() / 2));
    QTest::mouseClick(view.findChild<QLabel*>(QStringLiteral("chartTableTitle")), Qt::LeftButton);
    QTest::mouseClick(view.table()->viewport(), Qt::LeftButton, Qt::NoModifier, QPoint(10, 10));
    QTest::keyClick(view.table(), Qt::Key_Right);
    QTest::keyClick(view.table(), Qt::Key_Space);
    QCOMPARE(edited.count(), 0);
    view.setTable(false);
    view.grab();
    QVERIFY(!view.cellCentre(1, 1).isNull());
}

void TestChartTable::isAccessible() {
    ChartView view;
    view.setSpec(specOf(ChartKind::Bars));
    view.setTable(true);
    QVERIFY(view.table()->accessibleName().contains(QStringLiteral("Boardings")));
    const QAbstractItemModel* model = view.table()->model();
    QCOMPARE(model->index(1, 1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("adult, everyone: 30,000"));
    QCOMPARE(model->index(2, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("senior, trips: no data"));
}

MUDEUNG_UI_TEST_MAIN(TestChartTable)
#include "test_chart_table.moc"
