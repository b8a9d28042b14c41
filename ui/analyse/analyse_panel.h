// SPDX-License-Identifier: GPL-3.0-or-later
// Analyses in the window: choose one, set it, run it, read its result, and what was kept. Speaks to WorkspaceState and TaskRunner only.
#pragma once

#include <functional>
#include <optional>
#include <span>

#include "core/task/task_runner.h"
#include "ui/analyse/comparison_page.h"
#include "ui/common/panel.h"
#include "ui/common/shown_result.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace mudeung {

class AnalysisList;
class HistoryPanel;
class ParameterForm;
class ResultPanel;
class RunBoard;
class WorkspaceState;

class AnalysePanel : public Panel {
    Q_OBJECT
public:
    enum Page { Choose, ShowResult, Kept };

    AnalysePanel(WorkspaceState* state, TaskRunner* tasks, std::span<const AnalysisInfo* const> analyses = mudeung::analyses(),
                 QWidget* parent = nullptr);
    ~AnalysePanel() override;
    QSize minimumSizeHint() const override;

    /// Brings a page to the front and the keyboard to it.
    void openPage(Page page);
    /// Runs what the form says; nothing while there is an obstacle.
    void runChosen();
    void askSave();

signals:
    /// A result ended while something else was being read; `open` shows it.
    void announced(const QString& text, const QString& actionText, const std::function<void()>& open);
    void saveWanted(const mudeung::ShownResultPtr& result, const QString& path);
    void saveChartWanted(const mudeung::ShownResultPtr& result, const mudeung::ChartSpec& spec, const QString& path);

protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;

private:
    /// What a run leaves behind, made off the GUI thread.
    struct Finished {
        std::shared_ptr<const Run> run;
        AnalysisView view;
        std::optional<Error> notKept;
        bool readOnly = false;
    };
    QWidget* buildChoose();
    void followSubject();
    void openForm(const AnalysisInfo* info);
    void start(const AnalysisInfo& info, const Query& query, const QJsonObject& values);
    void take(const Result<Finished>& finished, quint64 reading);
    void show(const Finished& finished);
    QString remarkOf(const Finished& finished) const;
    const AnalysisInfo* find(const QString& id) const;
    AnalysisSubject subject() const;
    void reloadKept();
    void openKept(qint64 id);
    void runKeptAgain(qint64 id);
    void compareKept(qint64 before, qint64 after);
    void changeKept(const QString& title, const std::function<Status(Workspace&)>& change);
    void rewordResult();

    WorkspaceState* m_state;
    TaskRunner* m_tasks;
    LatestOnly m_keptTask;
    LatestOnly m_openTask;
    std::span<const AnalysisInfo* const> m_analyses;
    const AnalysisInfo* m_chosen = nullptr;
    quint64 m_reading = 0;  ///< grows whenever somebody opens something to read
    Finished m_shown;

    QTabWidget* m_tabs;
    QStackedWidget* m_choose;
    QLabel* m_about;
    AnalysisList* m_list;
    QToolButton* m_backToList;
    QLabel* m_name;
    QLabel* m_summary;
    QLabel* m_question;
    QLabel* m_obstacle;
    ParameterForm* m_form;
    QPushButton* m_run;
    QLabel* m_keepNote;
    ResultPanel* m_result;
    QStackedWidget* m_kept;
    HistoryPanel* m_history;
    ComparisonPage* m_comparison;
    RunBoard* m_board;
};

}  // namespace mudeung
