// SPDX-License-Identifier: GPL-3.0-or-later
// Questions of the window: undone and redone, saved under a name and found again, copied and pasted.
#include <QAction>
#include <QClipboard>
#include <QInputDialog>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTimer>
#include <QtTest>

#include "core/base/language.h"
#include "tests/ui/ui_test_support.h"
#include "ui/common/message_bar.h"
#include "ui/common/saved_queries.h"
#include "ui/shell/main_window.h"

using namespace mudeung;
using namespace mudeung::test;

class TestQuestions : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        isolateSettings(m_settings.path());
        setInterfaceLanguage(QStringLiteral("en"));
    }

    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("w.mudeung"));
        open(smallWorkspace(m_path));
    }

    void cleanup() { close(); }

    void undoneAndRedone() {
        const Query whole = m_state->query();
        QVERIFY(!action("Ctrl+Z")->isEnabled() && !action("Ctrl+Shift+Z")->isEnabled());
        m_state->setQuery(mornings());
        m_state->setQuery(seniors());
        QVERIFY(action("Ctrl+Z")->isEnabled() && !action("Ctrl+Shift+Z")->isEnabled());
        action("Ctrl+Z")->trigger();
        action("Ctrl+Z")->trigger();
        QCOMPARE(m_state->query(), whole);
        QVERIFY(!action("Ctrl+Z")->isEnabled() && action("Ctrl+Shift+Z")->isEnabled());
        action("Ctrl+Shift+Z")->trigger();
        QCOMPARE(m_state->query(), mornings());
        action("Ctrl+Shift+Z")->trigger();
        QCOMPARE(m_state->query(), seniors());
        QVERIFY(!action("Ctrl+Shift+Z")->isEnabled());
        action("Ctrl+Z")->trigger();
        m_state->setQuery(whole);  // another way taken: what was undone is gone
        QVERIFY(!action("Ctrl+Shift+Z")->isEnabled());
        action("Ctrl+Z")->trigger();
        QCOMPARE(m_state->query(), mornings());
    }

    void savedAndFoundAgain() {
        QVERIFY(!menu()->isEnabled());
        m_state->setQuery(mornings());
        answer(QStringLiteral("아침 & 경로"));
        action("Ctrl+D")->trigger();
        QTRY_VERIFY(menu()->isEnabled());
        QCOMPARE(entries(), QStringList{QStringLiteral("아침 && 경로")});
        m_state->setQuery(seniors());
        answer(QStringLiteral("seniors"));
        action("Ctrl+D")->trigger();
        QTRY_COMPARE(static_cast<int>(entries().size()), 2);
        close();
        open(Workspace::open(m_path, OpenMode::ReadWrite).value());
        QTRY_COMPARE(static_cast<int>(entries().size()), 2);
        menu()->actions().at(entries().indexOf(QStringLiteral("아침 && 경로")))->trigger();
        QCOMPARE(m_state->query(), mornings());
        // the same name again replaces it
        m_state->setQuery(seniors());
        answer(QStringLiteral("아침 & 경로"));
        action("Ctrl+D")->trigger();
        QTRY_COMPARE(saved(QStringLiteral("아침 & 경로")), seniors());
        QTRY_COMPARE(static_cast<int>(entries().size()), 2);
        answer(QStringLiteral("seniors"));
        menu()->actions().last()->trigger();
        QTRY_COMPARE(entries(), QStringList{QStringLiteral("아침 && 경로")});
    }

    void copiedAndPasted() {
        m_state->setQuery(mornings());
        action("Ctrl+Shift+J")->trigger();
        const QByteArray json = QGuiApplication::clipboard()->text().toUtf8();
        QCOMPARE(*Query::fromJson(QJsonDocument::fromJson(json).object()), mornings());
        m_state->clearFilters();
        action("Ctrl+Shift+V")->trigger();
        QCOMPARE(m_state->query(), mornings());
        for (const char* wrong : {"no JSON", "{\"dataset\": \"other\"}", "{\"dataset\": \"test-stops\", \"measure\": \"alightings\"}",
                                  "{\"dataset\": \"test-stops\", \"colour\": \"red\"}"}) {
            m_window->messageBar()->clear();
            QGuiApplication::clipboard()->setText(QString::fromUtf8(wrong));
            action("Ctrl+Shift+V")->trigger();
            QCOMPARE(m_state->query(), mornings());
            QVERIFY2(m_window->messageBar()->isVisible(), wrong);
        }
    }

    void leavesAloneWhatItCannotRead() {
        const auto workspace = m_state->workspace();
        QVERIFY(workspace
                    ->setSetting(QStringLiteral("saved-queries"),
                                 QStringLiteral("[{\"name\": \"later\", \"query\": {\"dataset\": \"x\", \"newer\": 1}}]"))
                    .ok());
        QVERIFY(saveQuery(*workspace, {QStringLiteral("mine"), mornings()}).ok());
        const auto list = readSavedQueries(*workspace);
        QVERIFY(list.ok());
        QCOMPARE(static_cast<int>(list->size()), 1);
        QVERIFY(forgetQuery(*workspace, QStringLiteral("mine")).ok());
        QVERIFY(workspace->setting(QStringLiteral("saved-queries"))->contains(QStringLiteral("newer")));
        QVERIFY(workspace->setSetting(QStringLiteral("saved-queries"), QStringLiteral("{broken")).ok());
        QVERIFY(!saveQuery(*workspace, {QStringLiteral("mine"), mornings()}).ok());
        QCOMPARE(*workspace->setting(QStringLiteral("saved-queries")), QStringLiteral("{broken"));
    }

private:
    void open(std::shared_ptr<Workspace> workspace) {
        m_state = std::make_unique<WorkspaceState>();
        m_tasks = std::make_unique<TaskRunner>();
        m_window = std::make_unique<MainWindow>(m_state.get(), m_tasks.get(),
                                                [](WorkspaceState*, QWidget* parent) { return new QWidget(parent); });
        m_window->show();
        m_state->setWorkspace(std::move(workspace));
        QTRY_VERIFY(!m_state->busy() && m_state->answers() != nullptr);
    }
    void close() {
        m_window.reset();
        m_tasks.reset();
        m_state.reset();
    }
    QAction* action(const char* shortcut) const {
        const QKeySequence keys(QString::fromLatin1(shortcut));
        for (QAction* each : m_window->findChildren<QAction*>())
            if (each->shortcut() == keys) return each;
        qFatal("no action has %s", shortcut);
    }
    QMenu* menu() const { return m_window->findChild<QMenu*>(QStringLiteral("savedQuestions")); }
    QStringList entries() const {
        QStringList texts;
        for (const QAction* each : menu()->actions()) {
            if (each->isSeparator()) break;
            texts.append(each->text());
        }
        return texts;
    }
    Query saved(const QString& name) const {
        const auto list = readSavedQueries(*m_state->workspace());
        for (const SavedQuery& each : list.ok() ? list.value() : QVector<SavedQuery>())
            if (each.name == name) return each.query;
        return {};
    }
    static Query mornings() {
        Query q;
        q.dataset = QStringLiteral("test-stops");
        q.measure = QStringLiteral("boardings");
        q.hours = 1u << 7;
        return q;
    }
    static Query seniors() {
        Query q = mornings();
        q.groups = QStringList{QStringLiteral("senior")};
        return q;
    }
    /// Answers the next dialog with this text.
    static void answer(const QString& text) {
        QTimer::singleShot(0, [text] {
            auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
            if (dialog == nullptr) return;
            dialog->setTextValue(text);
            dialog->accept();
        });
    }

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<WorkspaceState> m_state;
    std::unique_ptr<TaskRunner> m_tasks;
    std::unique_ptr<MainWindow> m_window;
};

MUDEUNG_UI_TEST_MAIN(TestQuestions)
#include "test_questions.moc"
