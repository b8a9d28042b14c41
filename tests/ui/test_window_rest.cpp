// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer does not do: have the window laid out anew, change the size of the map, wake panels that nobody sees.
#include <QDockWidget>
#include <QLabel>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/format.h"
#include "tests/ui/plain_window.h"
#include "tests/ui/ui_test_support.h"
#include "ui/common/message_bar.h"
#include "ui/common/theme.h"

using namespace mudeung;

namespace {

using Window = test::PlainWindow;

/// Counts how often the window is asked to lay out its docks and its centre.
class LayoutCounter : public QObject {
public:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::LayoutRequest) ++count;
        return QObject::eventFilter(watched, event);
    }
    int count = 0;
};

}  // namespace

class TestWindowRest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void answersLayNothingOutAnew();
    void hiddenPanelsCatchUp();
    void panelsComeBackAsTheyWere();

private:
    QTemporaryDir m_folder;
};

void TestWindowRest::initTestCase() {
    test::isolateSettings(m_folder.path());
    applyTheme(QStringLiteral("light"));
}

void TestWindowRest::answersLayNothingOutAnew() {
    Window w;
    w.state.setWorkspace(test::smallWorkspace(m_folder.filePath(QStringLiteral("layout.mudeung"))));
    w.window.resize(1366, 768);
    w.window.show();
    Query query = w.state.query();
    const auto ask = [&](HourMask hours) {
        query.hours = hours;
        w.state.setQuery(query);
        QTRY_VERIFY(!w.state.busy() && w.state.answers() && w.state.answers()->query.hours == hours);
        QTest::qWait(30);
    };
    ask(1u << 7);
    ask((1u << 7) | (1u << 8));  // the first time lists get their widths
    const QSize map = w.window.centralWidget()->size();
    LayoutCounter counter;
    w.window.installEventFilter(&counter);
    for (const HourMask hours : {1u << 8, 1u << 7, (1u << 7) | (1u << 8)}) ask(hours);
    QCOMPARE(counter.count, 0);
    query.period = Period{QDate(2024, 3, 1), QDate(2024, 3, 1)};  // a holiday
    query.dayTypes = 1;                                           // weekdays only
    w.state.setQuery(query);                                      // nothing: the message lies over the centre
    QTRY_VERIFY(w.window.messageBar()->isVisible());
    QCoreApplication::processEvents();
    QCOMPARE(w.window.centralWidget()->size(), map);
    QCOMPARE(w.window.messageBar()->width(), map.width());
}

void TestWindowRest::hiddenPanelsCatchUp() {
    Window w;
    w.state.setWorkspace(test::smallWorkspace(m_folder.filePath(QStringLiteral("panels.mudeung"))));
    w.window.resize(1366, 768);
    w.window.show();
    auto* dock = w.window.findChild<QDockWidget*>(QStringLiteral("dockNumbers"));
    auto* front = w.window.findChild<QDockWidget*>(QStringLiteral("dockGroups"));
    auto* total = w.window.findChild<QLabel*>(QStringLiteral("numbersTotal"));
    QTRY_VERIFY(!w.state.busy() && w.state.answers());
    dock->raise();
    QTRY_VERIFY2(total->text().startsWith(formatNumber(w.state.answers()->byPlace->total)), qPrintable(total->text()));
    const QString before = total->text();
    front->raise();
    QTRY_VERIFY(dock->visibleRegion().isEmpty());
    Query query = w.state.query();
    query.hours = 1u << 7;
    w.state.setQuery(query);
    QTRY_VERIFY(!w.state.busy() && w.state.answers()->query.hours == query.hours);
    QCoreApplication::processEvents();
    QCOMPARE(total->text(), before);  // nobody sees it
    dock->raise();
    QTRY_VERIFY2(total->text().startsWith(formatNumber(w.state.answers()->byPlace->total)), qPrintable(total->text()));
    QVERIFY(total->text() != before);
}

/// The analyses take the whole side; when they are closed, every panel is as high as it was, to the pixel.
void TestWindowRest::panelsComeBackAsTheyWere() {
    Window w;
    w.state.setWorkspace(test::smallWorkspace(m_folder.filePath(QStringLiteral("heights.mudeung"))));
    w.window.setWindowState(Qt::WindowNoState);
    w.window.resize(1366, 768);
    w.window.show();
    QTRY_VERIFY(!w.state.busy() && w.state.answers());
    const auto dock = [&](const char* name) { return w.window.findChild<QDockWidget*>(QLatin1String(name)); };
    const auto heights = [&] {
        QVector<int> all;
        for (const char* name : {"dockGroups", "dockHours", "dockPlaces"}) all << dock(name)->height();
        return all;
    };
    for (const QList<int>& wanted : {QList<int>{160, 180, 250}, {200, 230, 160}, {132, 160, 300}}) {
        w.window.resizeDocks({dock("dockGroups"), dock("dockHours"), dock("dockPlaces")}, wanted, Qt::Vertical);
        QCoreApplication::processEvents();
        const QVector<int> before = heights();
        for (int time = 0; time < 2; ++time) {
            dock("dockAnalyse")->show();
            QTRY_VERIFY(dock("dockGroups")->isHidden());
            QCoreApplication::processEvents();
            dock("dockAnalyse")->hide();
            QTRY_VERIFY(!dock("dockGroups")->isHidden());
            QCoreApplication::processEvents();
            const QVector<int> after = heights();
            for (int i = 0; i < static_cast<int>(before.size()); ++i)
                QVERIFY2(after[i] == before[i], qPrintable(QStringLiteral("%1: %2, was %3").arg(i).arg(after[i]).arg(before[i])));
        }
    }
}

MUDEUNG_UI_TEST_MAIN(TestWindowRest)
#include "test_window_rest.moc"
