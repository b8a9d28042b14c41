// SPDX-License-Identifier: GPL-3.0-or-later
// A question in words: shows what it understood before it applies it. Speaks to WorkspaceState only; the grammar is core/ask.
#pragma once

#include <optional>

#include "core/ask/ask.h"
#include "core/task/task_runner.h"
#include "ui/common/panel.h"

class QFrame;
class QLabel;
class QLineEdit;

namespace mudeung {

class WorkspaceState;

class AskBox : public Panel {
    Q_OBJECT
public:
    AskBox(WorkspaceState* state, TaskRunner* tasks, QWidget* parent = nullptr);
    /// Puts the cursor into the box and marks what stands there.
    void startTyping();
    /// What is understood of the text now.
    const Asked& understood() const { return m_asked; }

signals:
    /// The question was applied and asked for rows of this kind.
    void rowsWanted(mudeung::Breakdown by);

protected:
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void followDataset();
    void loadAreas();
    void understand();
    void showUnderstood();
    int popupWidth() const;
    void placePopup();
    void complete(const QString& word);
    void apply();
    void selectTop();

    WorkspaceState* m_state;
    LatestOnly m_areasTask;
    QLineEdit* m_edit;
    QFrame* m_popup;
    QWidget* m_chips;
    QLabel* m_notes;
    QLabel* m_unknown;
    QWidget* m_words;
    QLabel* m_hint;
    AskContext m_context;
    Asked m_asked;
    QStringList m_completions;
    std::optional<Query> m_topOf;  ///< the query whose first places are to be selected when its answer comes
    int m_top = 0;
};

}  // namespace mudeung
