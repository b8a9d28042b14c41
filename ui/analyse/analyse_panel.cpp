// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the panel and the work behind them, all of it off the GUI thread.
#include "ui/analyse/analyse_panel.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShowEvent>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/model/names.h"
#include "ui/analyse/analysis_list.h"
#include "ui/analyse/history_panel.h"
#include "ui/analyse/parameter_form.h"
#include "ui/analyse/result_panel.h"
#include "ui/analyse/run_board.h"
#include "ui/common/text_layout.h"
#include "ui/common/workspace_state.h"

namespace mudeung {

namespace {

constexpr int kTarget = 28;
constexpr int kMargin = 12;

QLabel* wrapped(QWidget* parent, const char* name) {
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

}  // namespace

AnalysePanel::AnalysePanel(WorkspaceState* state, TaskRunner* tasks, std::span<const AnalysisInfo* const> analyses, QWidget* parent)
    : Panel(parent), m_state(state), m_tasks(tasks), m_keptTask(tasks), m_openTask(tasks), m_analyses(analyses) {
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("analyseTabs"));
    m_tabs->setDocumentMode(true);
    m_result = new ResultPanel(state, m_tabs);
    m_kept = new QStackedWidget(m_tabs);
    m_history = new HistoryPanel(m_kept);
    m_comparison = new ComparisonPage(m_kept);
    m_kept->addWidget(m_history);
    m_kept->addWidget(m_comparison);
    m_tabs->addTab(buildChoose(), QString());
    m_tabs->addTab(m_result, QString());
    m_tabs->addTab(m_kept, QString());
    m_board = new RunBoard(tasks, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_board);
    connect(m_list, &AnalysisList::chosen, this, &AnalysePanel::openForm);
    connect(m_backToList, &QToolButton::clicked, this, [this] { openForm(nullptr); });
    connect(m_run, &QPushButton::clicked, this, &AnalysePanel::runChosen);
    connect(m_result, &ResultPanel::saveWanted, this, &AnalysePanel::saveWanted);
    connect(m_result, &ResultPanel::saveChartWanted, this, &AnalysePanel::saveChartWanted);
    connect(m_history, &HistoryPanel::openWanted, this, &AnalysePanel::openKept);
    connect(m_history, &HistoryPanel::againWanted, this, &AnalysePanel::runKeptAgain);
    connect(m_history, &HistoryPanel::compareWanted, this, &AnalysePanel::compareKept);
    connect(m_history, &HistoryPanel::renameWanted, this, [this](qint64 id, const QString& title) {
        changeKept(tr("Renaming a result"), [id, title](Workspace& w) { return renameRun(w, id, title); });
    });
    connect(m_history, &HistoryPanel::removeWanted, this, [this](const QVector<qint64>& ids) {
        changeKept(tr("Removing results"), [ids](Workspace& w) -> Status {
            for (const qint64 id : ids)
                if (const Status removed = w.removeRun(id); !removed) return removed;
            return done();
        });
    });
    connect(m_comparison, &ComparisonPage::closed, this, [this] {
        m_kept->setCurrentWidget(m_history);
        m_history->list()->setFocus();
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] { ++m_reading; });
    connect(state, &WorkspaceState::queryChanged, this, &AnalysePanel::followSubject);
    connect(state, &WorkspaceState::datasetsChanged, this, &AnalysePanel::followSubject);
    connect(state, &WorkspaceState::workspaceChanged, this, [this] {
        m_shown = {};
        m_result->setResult(nullptr, {});
        m_kept->setCurrentWidget(m_history);
        followSubject();
        reloadKept();
    });
    m_result->setResult(nullptr, {});
    retranslate();
    openForm(nullptr);
    reloadKept();
}

AnalysePanel::~AnalysePanel() = default;

QWidget* AnalysePanel::buildChoose() {
    m_choose = new QStackedWidget(m_tabs);
    auto* listPage = new QWidget(m_choose);
    m_about = wrapped(listPage, "analysisAbout");
    m_about->setProperty("muted", true);
    m_list = new AnalysisList(m_analyses, listPage);
    m_list->setObjectName(QStringLiteral("analysisList"));
    auto* listColumn = new QVBoxLayout(listPage);
    listColumn->setContentsMargins(kMargin, 8, kMargin, 8);
    listColumn->setSpacing(6);
    listColumn->addWidget(m_about);
    listColumn->addWidget(m_list, 1);

    auto* formPage = new QWidget(m_choose);
    m_backToList = new QToolButton(formPage);
    m_backToList->setObjectName(QStringLiteral("allAnalyses"));
    m_backToList->setProperty("flat", true);
    m_backToList->setMinimumHeight(kTarget);
    auto* scroll = new QScrollArea(formPage);
    auto* body = new QWidget;
    m_name = wrapped(body, "analysisName");
    QFont bold = m_name->font();
    bold.setPointSizeF(bold.pointSizeF() * 1.25);
    bold.setBold(true);
    m_name->setFont(bold);
    m_summary = wrapped(body, "analysisSummary");
    m_question = wrapped(body, "analysisQuestion");
    m_question->setProperty("muted", true);
    m_obstacle = wrapped(body, "analysisObstacle");
    m_obstacle->setProperty("remark", true);
    m_form = new ParameterForm(body);
    auto* rows = new QVBoxLayout(body);
    rows->setContentsMargins(kMargin, 4, kMargin, 8);
    rows->setSpacing(8);
    for (QWidget* widget : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_summary), static_cast<QWidget*>(m_question),
                            static_cast<QWidget*>(m_obstacle), static_cast<QWidget*>(m_form)})
        rows->addWidget(widget);
    rows->addStretch(1);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    m_run = new QPushButton(formPage);
    m_run->setObjectName(QStringLiteral("runAnalysis"));
    m_run->setProperty("primary", true);
    m_run->setMinimumHeight(kTarget + 4);
    m_keepNote = wrapped(formPage, "keepNote");
    m_keepNote->setProperty("muted", true);
    auto* formColumn = new QVBoxLayout(formPage);
    formColumn->setContentsMargins(0, 4, 0, 8);
    formColumn->setSpacing(4);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(kMargin, 4, kMargin, 0);
    foot->addWidget(m_run);
    foot->addWidget(m_keepNote);
    formColumn->addWidget(m_backToList, 0, Qt::AlignLeft);
    formColumn->addWidget(scroll, 1);
    formColumn->addLayout(foot);
    m_choose->addWidget(listPage);
    m_choose->addWidget(formPage);
    return m_choose;
}

void AnalysePanel::retranslate() {
    m_tabs->setTabText(Choose, tr("Analyses"));
    m_tabs->setTabText(ShowResult, tr("Result"));
    m_tabs->setTabText(Kept, m_history->runs().isEmpty() ? tr("Kept") : tr("Kept (%1)").arg(m_history->runs().size()));
    m_tabs->setAccessibleName(tr("Analyses, result, kept results"));
    m_list->setAccessibleName(tr("Analyses"));
    m_backToList->setText(QStringLiteral("‹ ") + tr("All analyses"));
    m_backToList->setAccessibleName(tr("Back to all analyses"));
    m_run->setText(tr("Run"));
    m_run->setToolTip(tr("Runs in the background; you can go on meanwhile (Ctrl+R)"));
    m_run->setAccessibleName(m_run->text());
    followSubject();
    rewordResult();
}

void AnalysePanel::showEvent(QShowEvent* event) {
    Panel::showEvent(event);
    followSubject();
}

AnalysisSubject AnalysePanel::subject() const {
    AnalysisSubject subject;
    subject.query = m_state->query();
    subject.dataset = m_state->currentDataset();
    if (subject.query.period.isAll()) subject.query.period = subject.dataset.period;  // as the run itself will have it
    subject.measure = subject.dataset.measures.value(std::max(0, subject.dataset.measureIndex(subject.query.measure)));
    subject.datasets = m_state->datasets();
    return subject;
}

const AnalysisInfo* AnalysePanel::find(const QString& id) const {
    const auto found =
        std::find_if(m_analyses.begin(), m_analyses.end(), [&id](const AnalysisInfo* a) { return id == QLatin1String(a->id); });
    return found == m_analyses.end() ? nullptr : *found;
}

void AnalysePanel::followSubject() {
    if (!isVisible()) return;  // when it is shown
    const AnalysisSubject now = subject();
    const bool any = !now.dataset.id.isEmpty();
    const QString question =
        any ? datasetTitle(now.dataset) + QStringLiteral(": ") + now.query.toSentence(&now.dataset.scheme) : waitingText(m_state);
    m_about->setText(unbroken(any ? tr("Current query – %1", "question").arg(question) : question));
    m_list->setSubject(now);
    const auto workspace = m_state->workspace();
    m_keepNote->setText(workspace && workspace->isReadOnly()
                            ? tr("This workspace is open for reading only: results are shown, but not kept.")
                            : tr("The result is kept in this workspace with its settings and sources."));
    if (!m_chosen) return;
    const QString obstacle = any && m_chosen->obstacle ? m_chosen->obstacle(now) : QString();
    m_name->setText(m_chosen->name());
    m_summary->setText(m_chosen->summary());
    m_question->setText(unbroken(question));
    m_obstacle->setText(obstacle);
    m_obstacle->setVisible(!obstacle.isEmpty());
    m_form->setVisible(any && obstacle.isEmpty());
    m_run->setEnabled(any && obstacle.isEmpty());
    if (any && obstacle.isEmpty()) m_form->setSpecs(QLatin1String(m_chosen->id), m_chosen->parameters(now), now.dataset.period);
}

QSize AnalysePanel::minimumSizeHint() const {
    // Its texts wrap: before they know their width they ask for more lines than a screen has, and the window would take them.
    constexpr int kLeastHeight = 240;
    return {QWidget::minimumSizeHint().width(), kLeastHeight};
}

void AnalysePanel::openForm(const AnalysisInfo* info) {
    ++m_reading;
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    m_chosen = info;
    followSubject();
    m_choose->setCurrentIndex(info ? 1 : 0);
    if (hadFocus) (info ? static_cast<QWidget*>(m_run) : m_list)->setFocus();
}

void AnalysePanel::openPage(Page page) {
    m_tabs->setCurrentIndex(page);
    if (page == Choose) (m_chosen ? static_cast<QWidget*>(m_run) : m_list)->setFocus();
    if (page == Kept) m_history->list()->setFocus();
    if (page == ShowResult) m_tabs->setFocus();
    if (page != Choose || m_list->currentRow() >= 0) return;
    m_list->setCurrentRow(0, QItemSelectionModel::NoUpdate);
}

void AnalysePanel::runChosen() {
    if (m_chosen && m_run->isEnabled()) start(*m_chosen, m_state->query(), m_form->values());
}

void AnalysePanel::start(const AnalysisInfo& info, const Query& query, const QJsonObject& values) {
    const auto workspace = m_state->workspace();
    const auto engine = m_state->engine();
    if (!workspace || !engine) return;
    const QString title = tr("%1: %2", "analysis, dataset").arg(info.name(), datasetTitle(m_state->currentDataset()));
    const TaskId id = m_tasks->run(
        title,
        [engine, workspace, &info, query, values](Progress& progress) -> Result<Finished> {
            auto made = carryOut(*engine, info, query, values, progress);
            if (!made) return made.error();
            Finished finished;
            auto run = std::make_shared<Run>(std::move(*made));
            finished.readOnly = workspace->isReadOnly();
            if (!finished.readOnly) {
                const auto kept = keepRun(*workspace, *run);
                kept ? void(run->id = *kept) : void(finished.notKept = kept.error());
            }
            finished.view = info.view(run->subject, run->parameters, run->data);
            finished.run = run;
            return finished;
        },
        this,
        [this, reading = m_reading, asked = std::weak_ptr<Workspace>(workspace)](const Result<Finished>& finished) {
            if (asked.lock() != m_state->workspace()) return;  // kept where it was asked
            take(finished, reading);
        });
    m_board->add(id, title);
}

/// Whoever still waits for it sees it at once; whoever reads something else is told.
void AnalysePanel::take(const Result<Finished>& finished, quint64 reading) {
    if (!finished) {
        if (finished.error().code != ErrorCode::Cancelled) emit m_state->failed(finished.error());
        return;
    }
    reloadKept();
    if (reading == m_reading && isVisible()) return show(*finished);
    emit announced(tr("The result is ready: %1").arg(finished->view.title), tr("Show it"),
                   [this, finished = *finished] { show(finished); });
}

QString AnalysePanel::remarkOf(const Finished& finished) const {
    if (finished.readOnly) return tr("This workspace is open for reading only: the result is shown, but not kept.");
    if (finished.notKept) return tr("The result could not be kept: %1").arg(finished.notKept->message);
    const AnalysisInfo* info = find(finished.run->analysis);
    if (info && info->version != finished.run->algorithm)
        return tr("Made by version %1 of the method; this program has version %2. Run it again for current numbers.")
            .arg(finished.run->algorithm)
            .arg(info->version);
    return {};
}

void AnalysePanel::show(const Finished& finished) {
    ++m_reading;
    m_shown = finished;
    auto shown = std::make_shared<ShownResult>();
    shown->run = finished.run;
    shown->view = finished.view;
    chooseMapPart(*shown);
    m_result->setResult(shown, remarkOf(finished));
    m_state->setShownResult(shown);
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    m_tabs->setCurrentIndex(ShowResult);
    if (hadFocus) m_tabs->setFocus();  // else Qt hands it to whatever comes next
}

/// The words of a result follow the language; they may take a while, too.
void AnalysePanel::rewordResult() {
    const AnalysisInfo* info = m_shown.run ? find(m_shown.run->analysis) : nullptr;
    if (!info) return;
    m_openTask.run(
        tr("Wording the result"),
        [info, run = m_shown.run](Progress&) { return Result<AnalysisView>(info->view(run->subject, run->parameters, run->data)); }, this,
        [this, run = m_shown.run](const Result<AnalysisView>& view) {
            if (!view || m_shown.run != run) return;
            m_shown.view = *view;
            const ShownResultPtr before = m_result->result();
            auto shown = std::make_shared<ShownResult>(*before);
            shown->view = *view;
            m_result->setResult(shown, remarkOf(m_shown));
            if (m_state->shownResult() && m_state->shownResult()->run == run) m_state->setShownResult(shown);
        });
}

void AnalysePanel::reloadKept() {
    const auto workspace = m_state->workspace();
    if (!workspace) {
        m_keptTask.cancel();
        m_history->setRuns({}, true);
        return retranslate();
    }
    m_keptTask.run(
        tr("Reading the kept results"), [workspace](Progress&) { return keptRuns(*workspace); }, this,
        [this, workspace](const Result<QVector<Run>>& runs) {
            if (!runs) {
                if (runs.error().code != ErrorCode::Cancelled) emit m_state->failed(runs.error());
                return;
            }
            m_history->setRuns(*runs, workspace->isReadOnly());
            m_tabs->setTabText(Kept, runs->isEmpty() ? tr("Kept") : tr("Kept (%1)").arg(runs->size()));
        });
}

void AnalysePanel::openKept(qint64 id) {
    const auto workspace = m_state->workspace();
    if (!workspace || id == 0) return;
    m_openTask.run(
        tr("Opening a result"),
        [workspace, id, analyses = m_analyses](Progress&) -> Result<Finished> {
            auto opened = openRun(*workspace, id);
            if (!opened) return opened.error();
            Finished finished;
            const auto run = std::make_shared<Run>(std::move(*opened));
            for (const AnalysisInfo* info : analyses)
                if (run->analysis == QLatin1String(info->id)) finished.view = info->view(run->subject, run->parameters, run->data);
            finished.run = run;
            return finished;
        },
        this,
        [this](const Result<Finished>& finished) {
            if (finished) return show(*finished);
            if (finished.error().code != ErrorCode::Cancelled) emit m_state->failed(finished.error());
        });
}

void AnalysePanel::runKeptAgain(qint64 id) {
    for (const Run& run : m_history->runs()) {
        const AnalysisInfo* info = run.id == id ? find(run.analysis) : nullptr;
        if (info) return start(*info, run.subject.query, run.parameters.json());
    }
}

void AnalysePanel::compareKept(qint64 before, qint64 after) {
    const auto workspace = m_state->workspace();
    const auto engine = m_state->engine();
    if (!workspace || !engine) return;
    const QString title = tr("Comparing two results");
    const TaskId id = m_tasks->run(
        title,
        [workspace, engine, before, after, analyses = m_analyses](Progress& progress) -> Result<ShownComparison> {
            auto earlier = openRun(*workspace, before);
            if (!earlier) return earlier.error();
            auto later = openRun(*workspace, after);
            if (!later) return later.error();
            auto comparison = explainChange(*engine, *earlier, *later, progress);
            // A dataset that is gone cannot be asked again; what is stored can still be compared.
            if (!comparison && comparison.error().code != ErrorCode::Cancelled) comparison = compareRuns(*earlier, *later);
            if (!comparison) return comparison.error();
            ShownComparison shown;
            shown.comparison = std::move(*comparison);
            for (const AnalysisInfo* info : analyses)
                if (later->analysis == QLatin1String(info->id)) shown.view = info->view(later->subject, later->parameters, later->data);
            if (!later->data.tables.isEmpty())
                for (const ResultColumn& column : later->data.tables.first().columns) shown.columns << column.id;
            earlier->data = {};
            later->data = {};
            shown.before = std::move(*earlier);
            shown.after = std::move(*later);
            return shown;
        },
        this,
        [this](const Result<ShownComparison>& shown) {
            if (!shown) {
                if (shown.error().code != ErrorCode::Cancelled) emit m_state->failed(shown.error());
                return;
            }
            m_comparison->setComparison(*shown);
            m_kept->setCurrentWidget(m_comparison);
        });
    m_board->add(id, title);
}

void AnalysePanel::changeKept(const QString& title, const std::function<Status(Workspace&)>& change) {
    const auto workspace = m_state->workspace();
    if (!workspace) return;
    m_tasks->run(
        title, [workspace, change](Progress&) { return change(*workspace); }, this,
        [this](const Status& changed) {
            if (!changed) emit m_state->failed(changed.error());
            reloadKept();
        });
}

void AnalysePanel::askSave() {
    m_result->askSave();
}

}  // namespace mudeung
