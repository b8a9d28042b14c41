// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline: what it shows of each day, and the period drawn, moved, shifted and lifted on it.
#include <QMouseEvent>
#include <QtTest>
#include <cmath>

#include "core/base/language.h"
#include "tests/ui/ui_test_support.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/timeline_view.h"
#include "ui/common/theme.h"
#include "ui/explore/timeline_panel.h"

using namespace mudeung;
using namespace mudeung::test;

class TestTimeline : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        setInterfaceLanguage(QStringLiteral("en"));
        applyTheme(QStringLiteral("light"));
    }

    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_state = std::make_unique<WorkspaceState>();
        m_panel = std::make_unique<TimelinePanel>(m_state.get());
        m_view = m_panel->view();
        m_panel->resize(640, 120);
        m_panel->show();
        m_state->setWorkspace(smallWorkspace(m_folder->filePath(QStringLiteral("w.mudeung")), true));
        QTRY_VERIFY(m_state->days() != nullptr);
    }

    void cleanup() {
        m_panel.reset();
        m_state.reset();
    }

    void daysAreThoseOfTheQuery() {
        const TablePtr days = m_state->days();
        QCOMPARE(static_cast<int>(days->rows.size()), 31);
        // every day the same: 2 stops × (adults 1, 2, seniors 11, 12; an hour later 100 more each) = 452
        for (const TableRow& row : days->rows) QCOMPARE(row.value, 452.0);
        Query mornings = m_state->query();
        mornings.hours = 1u << 7;
        m_state->setQuery(mornings);
        QTRY_VERIFY(m_state->days() != days);
        QTRY_COMPARE(m_state->days()->rows.first().value, 26.0);
        // a period changes the answers, not the days
        const TablePtr before = m_state->days();
        Query week = mornings;
        week.period = {QDate(2024, 3, 4), QDate(2024, 3, 10)};
        m_state->setQuery(week);
        QTRY_VERIFY(!m_state->busy() && m_state->answers() && m_state->answers()->query == week);
        QCOMPARE(m_state->days(), before);
        QCOMPARE(m_view->chosen(), week.period);
    }

    /// Key T: the same days as a table, and Enter on one asks about it.
    void asATable() {
        m_view->setFocus();
        QTest::keyClick(m_view, Qt::Key_T);
        QVERIFY(m_panel->isTable() && m_panel->table()->isVisible() && !m_view->isVisible());
        const QAbstractItemModel* model = m_panel->table()->model();
        QCOMPARE(model->rowCount(), 31);
        QCOMPARE(model->index(4, 0).data(ChartTableModel::NumberRole).toDouble(), 452.0);
        QVERIFY(model->headerData(4, Qt::Vertical).toString().contains(QStringLiteral("2024-03-05")));
        m_panel->table()->setCurrentIndex(model->index(4, 0));
        emit m_panel->table()->activated(model->index(4, 0));
        QCOMPARE(m_state->query().period.from, QDate(2024, 3, 5));
        QCOMPARE(m_state->query().period.to, QDate(2024, 3, 5));
        QTest::keyClick(m_panel->table(), Qt::Key_T);
        QVERIFY(!m_panel->isTable() && m_view->isVisible());
        QCOMPARE(m_view->chosen().from, QDate(2024, 3, 5));
    }

    void drawnMovedShiftedLifted() {
        const auto middle = [this](int day) { return m_view->areaOf(QDate(2024, 3, day)).center().toPoint(); };
        drag(middle(5), middle(12));
        QCOMPARE(m_state->query().period.toString(), QStringLiteral("2024-03-05..2024-03-12"));
        drag(middle(20), middle(15));  // from right to left
        QCOMPARE(m_state->query().period, (Period{QDate(2024, 3, 15), QDate(2024, 3, 20)}));
        const QPoint end = m_view->areaOf(QDate(2024, 3, 20)).topRight().toPoint() + QPoint(0, 20);
        drag(end, middle(25));
        QCOMPARE(m_state->query().period, (Period{QDate(2024, 3, 15), QDate(2024, 3, 25)}));
        m_view->setFocus();
        QTest::keyClick(m_view, Qt::Key_Left);
        QCOMPARE(m_state->query().period, (Period{QDate(2024, 3, 14), QDate(2024, 3, 24)}));
        QTest::keyClick(m_view, Qt::Key_Right, Qt::ShiftModifier);  // by its length, as far as there is data
        QCOMPARE(m_state->query().period, (Period{QDate(2024, 3, 21), QDate(2024, 3, 31)}));
        QTest::keyClick(m_view, Qt::Key_Home);
        QVERIFY(m_state->query().period.isAll());
        m_state->stepBack();
        QCOMPARE(m_view->chosen(), (Period{QDate(2024, 3, 21), QDate(2024, 3, 31)}));
        QTest::mouseDClick(m_view, Qt::LeftButton, {}, middle(3));
        QVERIFY(m_state->query().period.isAll());
        const Query before = m_state->query();
        drag(middle(1) - QPoint(200, 0), middle(31) + QPoint(200, 0));  // all of it is no filter
        QCOMPARE(m_state->query(), before);
        QTest::mouseClick(m_view, Qt::LeftButton, {}, middle(9));  // a click alone chooses nothing
        QCOMPARE(m_state->query(), before);
    }

    void everyDayHasItsPlace() {
        for (QDate day(2024, 3, 1); day <= QDate(2024, 3, 31); day = day.addDays(1)) {
            const auto found = m_view->dayAt(m_view->areaOf(day).center().x());
            QVERIFY(found && *found == day);
        }
        QVERIFY(!m_view->dayAt(-5.0));
    }

    void holidaysAndGapsLookDifferent() {
        TimelineView view;
        view.resize(500, 120);
        QVector<TimelineDay> days;
        for (int i = 0; i < 10; ++i) days.append({QDate(2024, 2, 26).addDays(i), 10.0, true});  // Monday; 1 March is a holiday
        days[2].value = NAN;
        days[3].value = NAN;
        days[3].expected = false;
        view.setDays(days, QStringLiteral("boardings"), QStringLiteral("trips"));
        const QImage image = view.grab().toImage();
        const auto colors = [&](int day) {
            QSet<QRgb> found;
            const QRect area = view.areaOf(days[day].date).toRect().adjusted(2, 2, -2, -2);
            for (int y = area.top(); y < area.bottom(); ++y)
                for (int x = area.left(); x < area.right(); ++x) found.insert(image.pixel(x, y));
            return found;
        };
        const QRgb surface = themeColors(false).surface.rgb();
        QCOMPARE(colors(0), (QSet<QRgb>{themeColors(false).accent.rgb()}));
        QVERIFY(colors(2).size() > 1);                              // hatched: nobody knows
        QCOMPARE(colors(3), (QSet<QRgb>{surface}));                 // left out on purpose
        QVERIFY(colors(4) != colors(0));                            // Friday, 1 March
        QVERIFY(colors(5) != colors(0) && colors(5) != colors(4));  // Saturday
        QCOMPARE(colors(6), colors(4));                             // Sunday
    }

    /// Days outside the chosen ones lose their colour: paler blue would be Saturdays.
    void daysOutsideAreGrey() {
        TimelineView view;
        view.resize(500, 120);
        QVector<TimelineDay> days;
        for (int i = 0; i < 10; ++i) days.append({QDate(2024, 2, 26).addDays(i), 10.0, true});
        view.setDays(days, QStringLiteral("boardings"), QStringLiteral("trips"));
        const auto color = [&](int day) { return view.grab().toImage().pixelColor(view.areaOf(days[day].date).center().toPoint()); };
        const QColor weekday = color(1), saturday = color(5);
        view.setChosen({days[4].date, days[6].date});
        QCOMPARE(color(5), saturday);
        const QColor outside = color(1), sameSunday = color(9);
        QVERIFY(outside != weekday && outside == sameSunday);
        const auto colourfulness = [](const QColor& c) {
            return std::max({c.red(), c.green(), c.blue()}) - std::min({c.red(), c.green(), c.blue()});
        };
        QVERIFY2(colourfulness(outside) < 16 && colourfulness(weekday) > 100, qPrintable(outside.name()));
        view.setChosen({});
        QCOMPARE(color(1), weekday);
    }

    void datasetsWithoutDaysSayWhy() {
        m_state->setDataset(QStringLiteral("test-year"));
        QTRY_VERIFY(!m_state->busy() && m_state->answers() && m_state->answers()->query.dataset == QLatin1String("test-year"));
        QTRY_VERIFY(m_state->days() == nullptr);
        QVERIFY(!m_view->accessibleDescription().isEmpty());
        QVERIFY(!m_view->dayAt(100.0));
        m_state->setDataset(QStringLiteral("test-stops"));
        QTRY_VERIFY(m_state->days() != nullptr);
        QVERIFY(m_view->dayAt(100.0).has_value());
    }

private:
    void drag(const QPoint& from, const QPoint& to) {
        QTest::mousePress(m_view, Qt::LeftButton, {}, from);
        for (int i = 1; i <= 4; ++i) {
            const QPoint at = from + (to - from) * i / 4;  // QTest::mouseMove moves the pointer only
            QMouseEvent move(QEvent::MouseMove, at, m_view->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(m_view, &move);
        }
        QTest::mouseRelease(m_view, Qt::LeftButton, {}, to);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WorkspaceState> m_state;
    std::unique_ptr<TimelinePanel> m_panel;
    TimelineView* m_view = nullptr;
};

MUDEUNG_UI_TEST_MAIN(TestTimeline)
#include "test_timeline.moc"
