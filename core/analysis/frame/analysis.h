// SPDX-License-Identifier: GPL-3.0-or-later
// What an analysis is: a description, a pure function from a question to numbers, and the words and pictures for these numbers.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>
#include <limits>
#include <span>

#include "core/analysis/frame/parameter.h"
#include "core/analysis/frame/result.h"
#include "core/base/progress.h"
#include "core/chart/chart_spec.h"
#include "core/cube/query_engine.h"

namespace mudeung {

/// What an analysis is about: a question to a dataset, and what else the workspace holds.
struct AnalysisSubject {
    Query query;  ///< normalised
    Dataset dataset;
    Measure measure;
    QVector<Dataset> datasets;  ///< all of the workspace: denominators, boundaries
    bool hasDongs() const;      ///< the workspace has boundaries of dongs
};
Result<AnalysisSubject> subjectOf(QueryEngine& engine, const Query& query);

struct AnalysisInput {
    QueryEngine& engine;
    AnalysisSubject subject;
    int threads = 0;  ///< 0 = one per processor; results do not depend on it
};

struct ColumnHead {
    QString name;
    QString unit;
    QString explanation;    ///< tool tip
    bool isChange = false;  ///< more is shown with its sign, as less is
};

struct CategoryHead {
    QString id;
    QString name;
    double tone = std::numeric_limits<double>::quiet_NaN();  ///< −1 (cold, less) … 1 (hot, more) on a diverging ramp; NaN = not so
    int hue = -1;                                            ///< colour of the categorical palette when `tone` is NaN; −1 = grey
    /// Grey: it steps back behind the others.
    bool isQuiet() const { return tone == 0.0 || (!(tone == tone) && hue < 0); }
};

/// How the column `TableView::mapColumn` is coloured on the map and in the table.
enum class MapPicture { None, Sequential, Diverging, Categories };

struct TableView {
    QString title;
    QString rowHead;            ///< what its rows are, where their kind does not say it
    QVector<ColumnHead> heads;  ///< one per column of the table
    QString mapColumn;
    MapPicture picture = MapPicture::None;
    QVector<CategoryHead> categories;  ///< of all its category columns, in the order of the legend
    /// Of the largest numbers, or the first category, first: what a reader looks for. Empty = the rows' own order says more.
    QString leadColumn;
    /// The number to see first where that order, or the picture, comes from a category: it stands beside the names. Empty = none.
    QString keyColumn;
};

/// A result in the interface language.
struct AnalysisView {
    QString title;
    QStringList notes;          ///< plain sentences: what was found, what to keep in mind about this run
    QStringList limits;         ///< what the indicator does not say
    QVector<TableView> tables;  ///< one per table of the data
    QStringList gridTitles;     ///< one per grid, with unit
    QVector<ChartSpec> charts;
    QString mapNote;  ///< what the legend has to say of how it was made; may be empty
};

struct AnalysisInfo {
    const char* id = nullptr;  ///< stable: "hotspots"
    int version = 1;           ///< grows when the same input gives other numbers
    QString (*name)() = nullptr;
    QString (*summary)() = nullptr;  ///< the question that it answers, one sentence
    /// Why it cannot be run on this subject, as a sentence with the remedy; empty = it can.
    QString (*obstacle)(const AnalysisSubject&) = nullptr;
    QVector<ParameterSpec> (*parameters)(const AnalysisSubject&) = nullptr;
    /// All questions that it asks, for the receipt: the subject's own first. Null = only that one.
    QVector<Query> (*queries)(const AnalysisSubject&, const ParameterValues&) = nullptr;
    /// Touches no setting and no global; polls `progress.isCancelled()` at least every 50 ms. Usage errors say what the data lacks.
    Result<AnalysisData> (*run)(const AnalysisInput&, const ParameterValues&, Progress&) = nullptr;
    /// Words and charts for numbers that were found now or long ago.
    AnalysisView (*view)(const AnalysisSubject&, const ParameterValues&, const AnalysisData&) = nullptr;
};

/// All of them, in the order of the menu.
std::span<const AnalysisInfo* const> analyses();
/// Null when there is none of this name.
const AnalysisInfo* findAnalysis(const QString& id);

/// "cancelled", as every analysis says it.
Error analysisCancelled();

}  // namespace mudeung
