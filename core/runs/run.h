// SPDX-License-Identifier: GPL-3.0-or-later
// One run of an analysis: asked, carried out, kept in the workspace, reopened, run again.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QVector>

#include "core/analysis/frame/analysis.h"
#include "core/receipt/receipt.h"

namespace mudeung {

struct Run {
    qint64 id = 0;  ///< 0 until kept
    QString analysis;
    int algorithm = 1;  ///< AnalysisInfo::version that made the numbers
    AnalysisSubject subject;
    ParameterValues parameters;
    QVector<SourceDataset> sources;  ///< files behind all of its questions, by dataset
    QString program;                 ///< version of the program
    QString startedAt;               ///< ISO 8601 with offset
    double seconds = 0.0;
    QString title;   ///< given by people; empty = the analysis' own name
    QString recipe;  ///< runRecipe() of question and parameters
    QString digest;  ///< resultDigest() of the data
    bool sample = false;
    AnalysisData data;
};

/// sha256 (hex) of the canonical JSON of analysis, question and parameters: what determines the result, given the data and the program.
QString runRecipe(const QString& analysis, const Query& query, const ParameterValues& parameters);

/// Carries it out; nothing is kept. Errors are those of the question, of the parameters and of the analysis itself.
Result<Run> carryOut(QueryEngine& engine, const AnalysisInfo& info, const Query& query, const QJsonObject& parameters, Progress& progress,
                     int threads = 0);

/// The words for a run in the interface language. NotFound when this program does not have its analysis.
Result<AnalysisView> viewOf(const Run& run);
/// Title for people: the given one, else name of the analysis and question.
QString runTitle(const Run& run);

QJsonObject runDescription(const Run& run);  ///< everything but the data
/// Checked like an input of strangers; a parameter that this program does not know any more is dropped.
Result<Run> runFromDescription(const QJsonObject& json);
/// Description and result in one object, as `mudeung run --out FILE.json` writes it.
QJsonObject runJson(const Run& run);

/// Keeps the run in its workspace; gives its number.
Result<qint64> keepRun(Workspace& workspace, const Run& run);
/// The newest first, without their data.
Result<QVector<Run>> keptRuns(const Workspace& workspace);
Result<Run> openRun(const Workspace& workspace, qint64 id);
Status renameRun(Workspace& workspace, qint64 id, const QString& title);
/// The same question with the same parameters, on the data and the program of now.
Result<Run> runAgain(QueryEngine& engine, const Run& run, Progress& progress);

}  // namespace mudeung
