// SPDX-License-Identifier: GPL-3.0-or-later
// Carpets as filters: rectangles, rows and columns, with mouse and keyboard, and what they do to the query and to the numbers.
#include <QMouseEvent>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

#include "core/base/language.h"
#include "tests/ui/ui_test_support.h"
#include "ui/charts/carpet_view.h"
#include "ui/explore/hours_panel.h"

using namespace mudeung;

namespace {

constexpr int kHours = 2;  // of the small cube: 7 and 8

void send(QWidget& widget, QEvent::Type type, QPoint at, Qt::KeyboardModifiers modifiers) {
    const bool move = type == QEvent::MouseMove;
    QMouseEvent event(type, at, widget.mapToGlobal(at), move ? Qt::NoButton : Qt::LeftButton,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, modifiers);
    QApplication::sendEvent(&widget, &event);
}

void drag(QWidget& widget, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    send(widget, QEvent::MouseButtonPress, from, modifiers);
    send(widget, QEvent::MouseMove, (from + to) / 2, modifiers);
    send(widget, QEvent::MouseMove, to, modifiers);
    send(widget, QEvent::MouseButtonRelease, to, modifiers);
}

}  // namespace

class TestHoursPanel : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cellsAndQueries();
    void rectanglesFilter();
    void rowsAndColumns();
    void severalRectangles();
    void keyboard();
    void monthsOfTheYear();
    void oneGestureIsOneStep();

private:
    CarpetView& carpet() { return *m_panel->carpet(); }
    void settle() {
        QTRY_VERIFY(!m_state->busy() && m_state->answers());
        QTRY_COMPARE(m_state->answers()->query, m_state->query());
        carpet().grab();  // where the cells are
    }
    double total() { return m_state->answers()->byPlace->total; }

    QTemporaryDir m_folder;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<WorkspaceState> m_state;
    std::unique_ptr<HoursPanel> m_panel;
};

void TestHoursPanel::initTestCase() {
    test::isolateSettings(m_folder.path());
    m_workspace = test::smallWorkspace(m_folder.filePath(QStringLiteral("a.mudeung")));
    QVERIFY(m_workspace);
}

void TestHoursPanel::init() {
    m_state = std::make_unique<WorkspaceState>();
    m_panel = std::make_unique<HoursPanel>(m_state.get());
    m_panel->resize(420, 300);
    m_panel->show();
    m_state->setWorkspace(m_workspace);
    settle();
}

void TestHoursPanel::cleanup() {
    m_panel.reset();
    m_state.reset();
}

void TestHoursPanel::cellsAndQueries() {
    Query query;
    QVERIFY(carpetCells(query, false, 4, 24).empty());
    query.hours = *parseHours(QStringLiteral("7-9"));
    query.weekHours = *parseWeekHours(QStringLiteral("mon-fri"));
    const auto cells = carpetCells(query, false, 4, 24);
    QCOMPARE(static_cast<int>(cells.size()), 7 * 24);
    QCOMPARE(static_cast<int>(std::count(cells.begin(), cells.end(), 1)), 5 * 2);
    QVERIFY(cells[3] == 1 && cells[2] == 0 && cells[5 * 24 + 3] == 0);
    const Query back = withCarpetCells(query, false, 4, 24, cells);
    QCOMPARE(weekHoursToString(back.weekHours), QStringLiteral("mon-fri:7-9"));
    QCOMPARE(back.hours, kAllHours);
    // The same in every row are plain hours; nothing chosen lifts the filter.
    std::vector<char> same(7 * 24, 0);
    for (int r = 0; r < 7; ++r) same[static_cast<std::size_t>(r * 24 + 3)] = 1;
    QCOMPARE(withCarpetCells(back, false, 4, 24, same).hours, HourMask(1u << 7));
    QVERIFY(withCarpetCells(back, false, 4, 24, same).weekHours == kWholeWeek);
    QVERIFY(withCarpetCells(back, false, 4, 24, {}) == Query());
    // A whole row keeps hours that other data may have beside these.
    QCOMPARE(withCarpetCells(query, true, 4, 24, carpetCells(Query{}, true, 4, 24)).hours, kAllHours);
}

/// March 2024 has 31 days: four Mondays, Tuesdays … and five Fridays, Saturdays and Sundays.
void TestHoursPanel::rectanglesFilter() {
    drag(carpet(), carpet().cellCentre(0, 0), carpet().cellCentre(1, 0));
    QCOMPARE(weekHoursToString(m_state->query().weekHours), QStringLiteral("mon-tue:7-8"));
    settle();
    // 8 days × (1 + 2 + 11 + 12) at 7 h
    QCOMPARE(total(), 8.0 * 26.0);
    QCOMPARE(static_cast<int>(std::count(carpet().cells().begin(), carpet().cells().end(), 1)), 2);
    // The carpet still shows every hour of the week: the filter fades, it does not empty.
    QVERIFY(std::isfinite(carpet().spec().series.first().values[6 * kHours + 1]));
    QCOMPARE(m_state->answers()->byHourWeekday->total, 31.0 * (26.0 + 426.0));
    QCOMPARE(m_state->query().toSentence(), QStringLiteral("Mon, Tue 07–08 h, whole period"));
    test::keepPicture(m_panel->grab(), QStringLiteral("carpet-rectangle.png"));
    // The same again lifts it.
    drag(carpet(), carpet().cellCentre(0, 0), carpet().cellCentre(1, 0));
    QVERIFY(m_state->query().weekHours == kWholeWeek);
    settle();
    QCOMPARE(total(), 31.0 * (26.0 + 426.0));
}

void TestHoursPanel::rowsAndColumns() {
    drag(carpet(), carpet().rowName(5), carpet().rowName(6));
    QCOMPARE(weekHoursToString(m_state->query().weekHours), QStringLiteral("sat-sun"));
    settle();
    QCOMPARE(total(), 10.0 * (26.0 + 426.0));
    drag(carpet(), carpet().columnName(1), carpet().columnName(1));
    QVERIFY(m_state->query().weekHours == kWholeWeek);
    QCOMPARE(m_state->query().hours, HourMask(1u << 8));
    settle();
    QCOMPARE(total(), 31.0 * 426.0);
}

void TestHoursPanel::severalRectangles() {
    drag(carpet(), carpet().cellCentre(0, 0), carpet().cellCentre(0, 1));
    drag(carpet(), carpet().cellCentre(4, 1), carpet().cellCentre(5, 1), Qt::ControlModifier);
    QCOMPARE(weekHoursToString(m_state->query().weekHours), QStringLiteral("mon;fri-sat:8-9"));
    settle();
    QCOMPARE(total(), 4.0 * (26.0 + 426.0) + 10.0 * 426.0);
    // Beginning on a chosen cell takes away.
    drag(carpet(), carpet().cellCentre(0, 0), carpet().cellCentre(0, 0), Qt::ControlModifier);
    QCOMPARE(weekHoursToString(m_state->query().weekHours), QStringLiteral("mon:8-9;fri-sat:8-9"));
}

void TestHoursPanel::keyboard() {
    carpet().setFocus();
    QTest::keyClick(&carpet(), Qt::Key_Right);
    QTest::keyClick(&carpet(), Qt::Key_Space);
    QCOMPARE(weekHoursToString(m_state->query().weekHours), QStringLiteral("mon:7-8"));
    QTest::keyClick(&carpet(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&carpet(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(weekHoursToString(m_state->query().weekHours), QStringLiteral("mon-tue"));
    settle();
    QCOMPARE(total(), 8.0 * (26.0 + 426.0));
    QVERIFY(!carpet().accessibleDescription().isEmpty());
}

void TestHoursPanel::monthsOfTheYear() {
    m_panel->findChild<QToolButton*>(QStringLiteral("hoursByMonth"))->click();
    carpet().grab();
    QCOMPARE(static_cast<int>(carpet().spec().rowNames.size()), 12);
    drag(carpet(), carpet().cellCentre(2, 0), carpet().cellCentre(3, 0));
    QCOMPARE(yearHoursToString(m_state->query().yearHours), QStringLiteral("3-4:7-8"));
    settle();
    QCOMPARE(total(), 31.0 * 26.0);
    test::keepPicture(m_panel->grab(), QStringLiteral("carpet-months.png"));
}

void TestHoursPanel::oneGestureIsOneStep() {
    const Query before = m_state->query();
    drag(carpet(), carpet().cellCentre(0, 0), carpet().cellCentre(3, 1));
    QVERIFY(m_state->canStepBack());
    m_state->stepBack();
    QVERIFY(m_state->query() == before);
    settle();
    QVERIFY(carpet().cells().empty());
}

MUDEUNG_UI_TEST_MAIN(TestHoursPanel)
#include "test_hours_panel.moc"
