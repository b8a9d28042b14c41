// SPDX-License-Identifier: GPL-3.0-or-later
// A question in words, typed into the window: shown before it is applied, applied as one step, answered with a selection.
#include <QAction>
#include <QDockWidget>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QtTest>

#include "core/base/language.h"
#include "tests/ui/ui_test_support.h"
#include "ui/common/theme.h"
#include "ui/explore/ask_box.h"
#include "ui/shell/main_window.h"

using namespace mudeung;
using namespace mudeung::test;

class TestAskBox : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        isolateSettings(m_settings.path());
        setInterfaceLanguage(QStringLiteral("ko"));
        applyTheme(QStringLiteral("light"));
    }

    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_state = std::make_unique<WorkspaceState>();
        m_tasks = std::make_unique<TaskRunner>();
        m_window = std::make_unique<MainWindow>(m_state.get(), m_tasks.get(),
                                                [](WorkspaceState*, QWidget* parent) { return new QWidget(parent); });
        m_window->resize(1366, 768);
        m_window->show();
        m_window->activateWindow();
        m_line = m_window->findChild<QLineEdit*>(QStringLiteral("askLine"));
        QVERIFY(m_line != nullptr);
        QVERIFY(!m_line->isEnabled());  // no data, no question
        const auto workspace = Workspace::create(m_folder->filePath(QStringLiteral("w.mudeung")));
        QVERIFY(workspace.ok());
        QVERIFY(workspace.value()->writeCube(smallCube(), {}, OnExisting::Ask, Progress::none()).ok());
        m_state->setWorkspace(workspace.value());
        QTRY_VERIFY(!m_state->busy() && m_state->answers() != nullptr);
        QVERIFY(m_line->isEnabled());
        for (QAction* action : m_window->findChildren<QAction*>())
            if (action->shortcut() == QKeySequence(QStringLiteral("Ctrl+K"))) action->trigger();
        QTRY_VERIFY(m_line->hasFocus());
    }

    void cleanup() {
        m_window.reset();
        m_tasks.reset();
        m_state.reset();
    }

    /// The example in the empty line is fainter than what somebody writes.
    void exampleIsFaint() {
        const auto darkest = [this] {
            const QImage picture = m_line->grab(m_line->rect().adjusted(4, 4, -4, -4)).toImage();
            int least = 255;
            for (int y = 0; y < picture.height(); ++y)
                for (int x = 0; x < picture.width(); ++x) least = std::min(least, qGray(picture.pixel(x, y)));
            return least;
        };
        m_window->setFocus();
        m_line->clearFocus();  // no cursor
        QVERIFY(!m_line->placeholderText().isEmpty());
        const int example = darkest();
        m_line->setText(m_line->placeholderText());
        const int written = darkest();
        const ThemeColors& colors = themeColors(false);
        QVERIFY2(example >= qGray(colors.mutedText.rgb()) - 6, qPrintable(QString::number(example)));
        QVERIFY2(written < qGray(colors.mutedText.rgb()) - 20, qPrintable(QString::number(written)));
        m_line->clear();
    }

    void shownThenApplied() {
        const Query before = m_state->query();
        m_line->setText(QStringLiteral("평일 아침 경로 승차 상위 1 정류장 무지개"));
        QTRY_VERIFY(popup() != nullptr && popup()->isVisible());
        QCOMPARE(chips(), QStringList({QStringLiteral("평일"), hoursText(), QStringLiteral("경로"), QStringLiteral("승차"),
                                       QStringLiteral("상위 1"), QStringLiteral("장소별")}));
        QVERIFY(unknown()->isVisible() && unknown()->text().contains(QStringLiteral("무지개")));
        QCOMPARE(m_state->query(), before);  // nothing happens before Enter
        QVERIFY(m_window->rect().contains(popup()->geometry()));
        QTest::keyClick(m_line, Qt::Key_Return);
        QVERIFY(!popup()->isVisible());
        const Query query = m_state->query();
        QCOMPARE(dayTypesToString(query.dayTypes), QStringLiteral("weekday"));
        QCOMPARE(hoursToString(query.hours), QStringLiteral("7-9"));
        QCOMPARE(query.groups, QStringList{QStringLiteral("senior")});
        QCOMPARE(query.measure, QStringLiteral("boardings"));
        QTRY_COMPARE(m_state->selection(), QStringList{QStringLiteral("1002")});  // the station has one more in every cell
        m_state->stepBack();
        QCOMPARE(m_state->query(), before);
    }

    void refusedWordsAreSaid() {
        m_line->setText(QStringLiteral("20대 밤 2019년"));
        QTRY_VERIFY(popup() != nullptr && popup()->isVisible());
        for (const QLabel* chip : popup()->findChildren<QLabel*>(QStringLiteral("askChip")))
            if (chip->isVisible()) QVERIFY2(!chip->toolTip().isEmpty(), qPrintable(chip->text()));
        const Query before = m_state->query();
        m_line->setText(QStringLiteral("밤"));
        QTest::keyClick(m_line, Qt::Key_Return);
        QCOMPARE(m_state->query(), before);
    }

    void escapeLeavesTheFilters() {
        Query filtered = m_state->query();
        filtered.dayTypes = 1;
        m_state->setQuery(filtered);
        m_line->setText(QStringLiteral("평일"));
        QTRY_VERIFY(popup() != nullptr && popup()->isVisible());
        QTest::keyClick(m_line, Qt::Key_Escape);
        QVERIFY(!popup()->isVisible());
        QCOMPARE(m_line->text(), QStringLiteral("평일"));
        QTest::keyClick(m_line, Qt::Key_Escape);
        QVERIFY(m_line->text().isEmpty());
        QCOMPARE(m_state->query(), filtered);
    }

    void tabTakesTheFirstWord() {
        m_line->setText(QStringLiteral("승차 평"));
        QTRY_VERIFY(popup() != nullptr && popup()->isVisible());
        QTest::keyClick(m_line, Qt::Key_Tab);
        QCOMPARE(m_line->text(), QStringLiteral("승차 평일 "));
        QVERIFY(m_line->hasFocus());
    }

    void rowsBringTheirPanel() {
        auto* hours = m_window->findChild<QDockWidget*>(QStringLiteral("dockHours"));
        hours->hide();
        m_line->setText(QStringLiteral("시간대별 승차"));
        QTest::keyClick(m_line, Qt::Key_Return);
        QVERIFY(hours->isVisible());
        m_line->setText(QStringLiteral("동별 승차"));
        QTest::keyClick(m_line, Qt::Key_Return);
        QCOMPARE(m_state->mapStyle().kind, MapKind::Choropleth);
    }

    void languageChanges() {
        const QString korean = m_line->placeholderText();
        setInterfaceLanguage(QStringLiteral("en"));
        QTRY_VERIFY(m_line->placeholderText() != korean);
        m_line->setText(QStringLiteral("평일"));
        QTRY_COMPARE(chips(), QStringList{QStringLiteral("weekdays")});
        setInterfaceLanguage(QStringLiteral("ko"));
    }

private:
    QFrame* popup() const { return m_window->findChild<QFrame*>(QStringLiteral("askPopup")); }
    QLabel* unknown() const { return popup()->findChild<QLabel*>(QStringLiteral("askUnknown")); }
    QStringList chips() const {
        QStringList texts;
        if (!popup()) return texts;
        for (const QLabel* chip : popup()->findChildren<QLabel*>(QStringLiteral("askChip")))
            if (chip->isVisible()) texts.append(chip->text());
        return texts;
    }
    static QString hoursText() {
        Query only;
        only.hours = *parseHours(QStringLiteral("7-9"));
        return only.toSentence().section(QStringLiteral(", "), 0, 0);
    }

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WorkspaceState> m_state;
    std::unique_ptr<TaskRunner> m_tasks;
    std::unique_ptr<MainWindow> m_window;
    QLineEdit* m_line = nullptr;
};

MUDEUNG_UI_TEST_MAIN(TestAskBox)
#include "test_ask_box.moc"
