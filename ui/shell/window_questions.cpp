// SPDX-License-Identifier: GPL-3.0-or-later
// Questions of the window: steps back and forward, saved under a name, copied and pasted as JSON.
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>
#include <QJsonDocument>
#include <QMenu>

#include "ui/common/message_bar.h"
#include "ui/common/saved_queries.h"
#include "ui/explore/ask_box.h"
#include "ui/explore/player.h"
#include "ui/shell/main_window.h"

namespace mudeung {

void MainWindow::buildQuestions(QMenu* data) {
    m_back = addAction(data, QT_TR_NOOP("&Undo last filter"), QKeySequence::Undo, [this] { m_state->stepBack(); });
    m_forward =
        addAction(data, QT_TR_NOOP("Re&do filter"), QKeySequence(QStringLiteral("Ctrl+Shift+Z")), [this] { m_state->stepForward(); });
    m_needWorkspace << addAction(data, QT_TR_NOOP("&Clear all filters"), QKeySequence(Qt::Key_Escape), [this] { m_state->clearFilters(); });
    m_needWorkspace << addAction(data, QT_TR_NOOP("Ask in &words"), QKeySequence(QStringLiteral("Ctrl+K")),
                                 [this] { m_ask->startTyping(); });
    data->addSeparator();
    m_needWorkspace << addAction(data, QT_TR_NOOP("&Play or pause"), QKeySequence(QStringLiteral("Ctrl+Space")),
                                 [this] { m_player->playOrPause(); });
    m_needWorkspace << addAction(data, QT_TR_NOOP("Frame &before"), QKeySequence(QStringLiteral("Ctrl+[")),
                                 [this] { m_player->previous(); });
    m_needWorkspace << addAction(data, QT_TR_NOOP("&Next frame"), QKeySequence(QStringLiteral("Ctrl+]")), [this] { m_player->next(); });
    m_needWorkspace << addAction(data, QT_TR_NOOP("S&top playing"), QKeySequence(QStringLiteral("Ctrl+.")), [this] { m_player->stop(); });
    data->addSeparator();
    m_needWorkspace << addAction(data, QT_TR_NOOP("&Save this question …"), QKeySequence(QStringLiteral("Ctrl+D")),
                                 [this] { askSaveQuestion(); });
    m_savedMenu = data->addMenu(QString());
    m_savedMenu->setObjectName(QStringLiteral("savedQuestions"));
    m_menus.push_back({m_savedMenu, QT_TR_NOOP("Saved &questions")});
    m_needWorkspace << addAction(data, QT_TR_NOOP("Copy question as &JSON"), QKeySequence(QStringLiteral("Ctrl+Shift+J")),
                                 [this] { copyQuestion(); });
    m_needWorkspace << addAction(data, QT_TR_NOOP("&Paste question"), QKeySequence(QStringLiteral("Ctrl+Shift+V")),
                                 [this] { pasteQuestion(); });
}

void MainWindow::followQuestion() {
    m_back->setEnabled(m_state->canStepBack());
    m_forward->setEnabled(m_state->canStepForward());
}

void MainWindow::reloadQuestions() {
    m_savedMenu->clear();
    m_savedMenu->setEnabled(false);
    const auto workspace = m_state->workspace();
    if (!workspace) return m_questionsTask.cancel();
    m_questionsTask.run(
        tr("Reading saved questions"), [workspace](Progress&) { return readSavedQueries(*workspace); }, this,
        [this](const Result<QVector<SavedQuery>>& saved) {
            if (!saved) {
                if (saved.error().code != ErrorCode::Cancelled) m_messages->showError(saved.error());
                return;
            }
            m_savedMenu->clear();
            for (const SavedQuery& each : *saved) {
                QString text = each.name;
                QAction* action = m_savedMenu->addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")));
                connect(action, &QAction::triggered, this, [this, query = each.query] { openQuestion(query); });
            }
            if (!saved->isEmpty()) {
                m_savedMenu->addSeparator();
                QAction* forget = m_savedMenu->addAction(tr("Forget one of them …"));
                QStringList names;
                for (const SavedQuery& each : *saved) names.append(each.name);
                connect(forget, &QAction::triggered, this, [this, names] { askForgetQuestion(names); });
            }
            m_savedMenu->setEnabled(!saved->isEmpty());
        });
}

/// Only what this workspace can be asked.
void MainWindow::openQuestion(const Query& query) {
    for (const Dataset& d : m_state->datasets()) {
        if (d.id != query.dataset || d.kind != DatasetKind::Cube) continue;
        if (d.measureIndex(query.measure) >= 0) return m_state->setQuery(query);
        return m_messages->showError({ErrorCode::Usage, tr("“%1” does not count “%2”.").arg(query.dataset, query.measure), {}});
    }
    m_messages->showError(
        {ErrorCode::NotFound, tr("The question is about “%1”, which this workspace does not have.").arg(query.dataset), {}});
}

void MainWindow::askSaveQuestion() {
    const Query query = m_state->query();
    if (query.dataset.isEmpty()) return;
    const GroupScheme scheme = m_state->currentDataset().scheme;
    bool accepted = false;
    const QString name = QInputDialog::getText(this, tr("Save this question"), tr("Name of the question:"), QLineEdit::Normal,
                                               query.toSentence(&scheme), &accepted)
                             .trimmed();
    if (accepted && !name.isEmpty()) saveQuestion(name);
}

void MainWindow::saveQuestion(const QString& name) {
    changeQuestions(
        tr("Saving a question"), [saved = SavedQuery{name, m_state->query()}](Workspace& w) { return saveQuery(w, saved); },
        tr("Saved as a question: %1").arg(name));
}

void MainWindow::askForgetQuestion(const QStringList& names) {
    bool accepted = false;
    const QString name =
        QInputDialog::getItem(this, tr("Forget a question"), tr("The numbers stay. Question to forget:"), names, 0, false, &accepted);
    if (!accepted) return;
    changeQuestions(
        tr("Forgetting a question"), [name](Workspace& w) { return forgetQuery(w, name); }, tr("Forgotten: %1").arg(name));
}

void MainWindow::changeQuestions(const QString& title, const std::function<Status(Workspace&)>& change, const QString& ended) {
    const auto workspace = m_state->workspace();
    if (!workspace) return;
    m_tasks->run(
        title, [workspace, change](Progress&) { return change(*workspace); }, this,
        [this, ended](const Status& changed) {
            changed ? m_messages->showMessage(MessageBar::Level::Success, ended) : m_messages->showError(changed.error());
            reloadQuestions();
        });
}

void MainWindow::copyQuestion() {
    if (m_state->query().dataset.isEmpty()) return;
    QGuiApplication::clipboard()->setText(QString::fromUtf8(QJsonDocument(m_state->query().toJson()).toJson()));
    m_messages->showMessage(MessageBar::Level::Success, tr("The question is on the clipboard, as JSON."));
}

void MainWindow::pasteQuestion() {
    QJsonParseError parsing;
    const QJsonDocument json = QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8(), &parsing);
    if (!json.isObject()) {
        return m_messages->showError(
            {ErrorCode::Usage, tr("There is no question on the clipboard. Copy one as JSON first."), parsing.errorString()});
    }
    const auto query = Query::fromJson(json.object());
    if (!query) return m_messages->showError(query.error());
    openQuestion(*query);
}

}  // namespace mudeung
