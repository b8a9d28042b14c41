// SPDX-License-Identifier: GPL-3.0-or-later
// The one state that every view reads: workspace, query, selection, map style, and the answers to the query.
// Setters compare first and emit only on change; no view calls another.
#pragma once

#include <QObject>
#include <QStringList>
#include <QVector>
#include <functional>
#include <memory>
#include <vector>

#include "core/analysis/change/change.h"
#include "core/base/error.h"
#include "core/chart/chart_spec.h"
#include "core/cube/query_engine.h"
#include "core/model/table.h"
#include "core/store/workspace.h"
#include "ui/common/comparison.h"
#include "ui/common/map_style.h"
#include "ui/common/place_months.h"
#include "ui/common/shown_result.h"

namespace mudeung {

/// What one evaluation of the query gives; all of one generation. A table is null when the data lacks that dimension.
struct Answers {
    Query query;
    TablePtr byPlace;
    /// Rows of `byPlace` where something was observed, the largest number first, equal ones in their order.
    std::shared_ptr<const std::vector<int>> placesLargestFirst;
    TablePtr byGroup;
    TablePtr byGroupEveryone;  ///< the same without the group filter: "now vs all"
    TablePtr byHour;
    TablePtr byHourWeekday;  ///< without the filters of hours, which are chosen on it
    TablePtr byHourMonth;    ///< the same
    TablePtr byMonth;
    TablePtr byDong;
    QVector<TablePtr> byHourOfGroups;  ///< one per group asked for, when there are a few
    TablePtr everything;               ///< the same period and measure without any filter, by month or by place
    /// Of what is compared with: the answers that it was counted for. A difference is taken from these; later ones wait for their own.
    std::shared_ptr<const Answers> countedFor;
};
using AnswersPtr = std::shared_ptr<const Answers>;

class WorkspaceState;
/// What panels say while there is nothing to show: open something, or counting.
QString waitingText(const WorkspaceState* state);
QString nothingMatches();
/// Puts the same answer to the question that is compared with beside the bars of a chart, when there is one.
void addCompared(ChartSpec& spec, const WorkspaceState* state, const TablePtr& table, TablePtr Answers::*answer,
                 BandScheme scheme = BandScheme::AsCounted);

class WorkspaceState : public QObject {
    Q_OBJECT
public:
    explicit WorkspaceState(QObject* parent = nullptr);
    ~WorkspaceState() override;

    std::shared_ptr<Workspace> workspace() const;
    void setWorkspace(std::shared_ptr<Workspace> workspace);
    /// The same with the datasets already read, so that the GUI thread reads nothing.
    void setWorkspace(std::shared_ptr<Workspace> workspace, const QVector<Dataset>& datasets);
    QVector<Dataset> datasets() const;
    void reloadDatasets();  ///< after an import; reads off the GUI thread, datasetsChanged follows
    Dataset currentDataset() const;

    Query query() const;
    void setQuery(const Query& query);
    /// Shows another question without a step that can be undone: a frame of an animation. Days and comparison stay those of the question
    /// before.
    void previewQuery(const Query& query);
    /// What the map shows just now, while frames are played; empty otherwise.
    QString frameLabel() const;
    void setFrameLabel(const QString& label);
    QStringList selection() const;
    void setSelection(const QStringList& placeCodes);
    MapStyle mapStyle() const;
    void setMapStyle(const MapStyle& style);
    /// The top of the colour scale that the map uses for this answer, published by the map itself (a density is known to nobody
    /// else); 0 = not known. Back to 0 with another dataset or kind of map.
    double mapMaximum() const;
    void setMapMaximum(double maximum);

    /// The result of an analysis that the map shows in place of the question; null = the question. Goes with the workspace.
    ShownResultPtr shownResult() const;
    void setShownResult(const ShownResultPtr& result);
    /// Keys of the rows of the shown result that are chosen, where rows are areas or cells; places are chosen by selection().
    QStringList resultRows() const;
    void setResultRows(const QStringList& keys);

    /// What the question is compared with; like a filter, a step that can be undone.
    Comparison comparison() const;
    void setComparison(const Comparison& comparison);

    /// The query before the last change; false when there is none.
    bool canStepBack() const;
    void stepBack();
    /// The query before the last stepBack(); gone with the next change.
    bool canStepForward() const;
    void stepForward();
    /// Keeps dataset and measure, lifts every filter.
    void clearFilters();
    /// Switches to another cube and keeps the filters that it can answer.
    void setDataset(const QString& id);

    /// Bytes of sums kept between answers (QueryEngine::kDefaultCacheBytes at first), also for workspaces opened later.
    void setMemoryLimit(std::size_t bytes);

    /// Answers questions about the workspace, with the sums that are in memory already; null without a workspace. Safe on any thread.
    std::shared_ptr<QueryEngine> engine() const;
    AnswersPtr answers() const;  ///< null before the first answer
    /// The query without its period, by day, read after the answers; null when the data has no days, or not yet.
    TablePtr days() const;
    bool busy() const;
    /// The months of every place; read after the answers, null before.
    PlaceMonthsPtr placeMonths() const;
    /// The answers to the other question; null without a comparison, and before its first answer.
    /// What is made of each new answer where it is counted, before anybody hears of it: the map's snapshot, so that the map is drawn while
    /// the charts are painted. It gets the answers as soon as those by place and by dong are there, and must not look at others. `start` is
    /// called on the GUI thread when a count begins, what it gives on a worker thread.
    using Companion = std::function<std::shared_ptr<const void>(const AnswersPtr&, Progress&)>;
    void setCompanion(std::function<Companion()> start);
    /// What was made of the present answers; null = nothing.
    std::shared_ptr<const void> companion() const;
    AnswersPtr comparedAnswers() const;
    /// Both answers place by place; read after them.
    ChangeTablePtr change() const;

signals:
    void workspaceChanged();
    void datasetsChanged();
    void queryChanged();
    void selectionChanged();
    void shownResultChanged();
    void resultRowsChanged();
    void mapStyleChanged();
    void mapMaximumChanged(double maximum);
    void answersChanged();
    void daysChanged();
    void placeMonthsChanged();
    void frameLabelChanged(const QString& label);
    void comparisonChanged();
    void comparedAnswersChanged();
    void changeChanged();
    void busyChanged(bool busy);
    void failed(const mudeung::Error& error);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace mudeung
