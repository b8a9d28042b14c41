// SPDX-License-Identifier: GPL-3.0-or-later
// Carrying out, describing and keeping runs.
#include "core/runs/run.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

#include "core/model/names.h"

namespace mudeung {

namespace {

constexpr int kRunFormat = 1;

Error unknownAnalysis(const QString& id) {
    QStringList known;
    for (const AnalysisInfo* info : analyses()) known << QLatin1String(info->id);
    return {ErrorCode::NotFound,
            QCoreApplication::translate("Runs", "There is no analysis “%1”. There are: %2.").arg(id, known.join(QStringLiteral(", "))),
            {}};
}

Error wrongField(const QString& field, const QString& detail = {}) {
    return {ErrorCode::InputRefused,
            QCoreApplication::translate("Runs", "The stored run cannot be read: its field “%1” is missing or wrong.").arg(field), detail};
}

/// Files of one dataset that several questions share count once.
void addSources(QVector<SourceDataset>& all, const QVector<SourceDataset>& more) {
    for (const SourceDataset& source : more) {
        const auto same = std::find_if(all.begin(), all.end(), [&](const SourceDataset& s) { return s.id == source.id; });
        if (same == all.end()) {
            all.append(source);
            continue;
        }
        for (const SourceFile& file : source.files) {
            if (!same->files.contains(file)) same->files.append(file);
        }
    }
}

Result<QVector<SourceDataset>> sourcesBehind(const Workspace& workspace, const AnalysisInfo& info, const AnalysisSubject& subject,
                                             const ParameterValues& parameters) {
    QVector<SourceDataset> all;
    const QVector<Query> queries = info.queries ? info.queries(subject, parameters) : QVector<Query>{subject.query};
    for (const Query& query : queries) {
        const auto sources = sourcesOf(workspace, query, Breakdown::Place);
        if (!sources) return sources.error();
        addSources(all, *sources);
    }
    return all;
}

/// Parameters of the running program with the stored values; what it does not know or allow any more takes its default.
ParameterValues valuesFor(const AnalysisInfo* info, const AnalysisSubject& subject, const QJsonObject& stored) {
    if (!info) return ParameterValues::unchecked(stored);
    const QVector<ParameterSpec> specs = info->parameters(subject);
    QJsonObject known;
    for (const ParameterSpec& spec : specs) {
        if (!stored.contains(spec.id)) continue;
        QJsonObject one = known;
        one.insert(spec.id, stored.value(spec.id));
        if (readParameters(specs, one)) known = one;
    }
    const auto values = readParameters(specs, known);
    return values ? *values : ParameterValues{};
}

}  // namespace

QString runRecipe(const QString& analysis, const Query& query, const ParameterValues& parameters) {
    const QJsonObject json{{QStringLiteral("analysis"), analysis},
                           {QStringLiteral("query"), query.toJson()},
                           {QStringLiteral("parameters"), parameters.json()}};
    return QString::fromLatin1(
        QCryptographicHash::hash(QJsonDocument(json).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256).toHex());
}

Result<Run> carryOut(QueryEngine& engine, const AnalysisInfo& info, const Query& query, const QJsonObject& parameters, Progress& progress,
                     int threads) {
    const auto subject = subjectOf(engine, query);
    if (!subject) return subject.error();
    if (const QString obstacle = info.obstacle ? info.obstacle(*subject) : QString(); !obstacle.isEmpty())
        return Error{ErrorCode::Usage, obstacle, {}};
    const auto values = readParameters(info.parameters(*subject), parameters);
    if (!values) return values.error();
    Run run;
    run.analysis = QLatin1String(info.id);
    run.algorithm = info.version;
    run.subject = *subject;
    run.parameters = *values;
    const auto sources = sourcesBehind(*engine.workspace(), info, *subject, *values);
    if (!sources) return sources.error();
    run.sources = *sources;
    run.program = QStringLiteral(MUDEUNG_VERSION);
    run.startedAt = QDateTime::currentDateTime().toOffsetFromUtc(QDateTime::currentDateTime().offsetFromUtc()).toString(Qt::ISODate);
    run.recipe = runRecipe(run.analysis, subject->query, *values);
    run.sample = subject->dataset.sample;
    QElapsedTimer clock;
    clock.start();
    auto data = info.run({engine, *subject, threads}, *values, progress);
    if (!data) return data.error();
    if (progress.isCancelled()) return analysisCancelled();
    run.seconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
    run.data = std::move(*data);
    run.digest = resultDigest(run.data);
    return run;
}

Result<AnalysisView> viewOf(const Run& run) {
    const AnalysisInfo* info = findAnalysis(run.analysis);
    if (!info) return unknownAnalysis(run.analysis);
    return info->view(run.subject, run.parameters, run.data);
}

QString runTitle(const Run& run) {
    if (!run.title.isEmpty()) return run.title;
    const AnalysisInfo* info = findAnalysis(run.analysis);
    const QString measure = measureName(run.subject.measure);
    return QStringLiteral("%1: %2, %3")
        .arg((info ? info->name() : run.analysis) + (measure.isEmpty() ? QString() : QStringLiteral(" – ") + measure),
             datasetTitle(run.subject.dataset), run.subject.query.toSentence(&run.subject.dataset.scheme));
}

QJsonObject runDescription(const Run& run) {
    QJsonArray datasets;
    for (const Dataset& d : run.subject.datasets) datasets.append(d.toJson());
    QJsonObject json{{QStringLiteral("mudeungRun"), kRunFormat},
                     {QStringLiteral("analysis"), run.analysis},
                     {QStringLiteral("algorithm"), run.algorithm},
                     {QStringLiteral("query"), run.subject.query.toJson()},
                     {QStringLiteral("datasets"), datasets},
                     {QStringLiteral("parameters"), run.parameters.json()},
                     {QStringLiteral("sources"), sourcesJson(run.sources)},
                     {QStringLiteral("program"), run.program},
                     {QStringLiteral("startedAt"), run.startedAt},
                     {QStringLiteral("seconds"), run.seconds},
                     {QStringLiteral("recipe"), run.recipe},
                     {QStringLiteral("digest"), run.digest}};
    if (!run.title.isEmpty()) json.insert(QStringLiteral("title"), run.title);
    if (run.sample) json.insert(QStringLiteral("sample"), true);
    return json;
}

Result<Run> runFromDescription(const QJsonObject& json) {
    const int format = json.value(QStringLiteral("mudeungRun")).toInt();
    if (format < 1) return wrongField(QStringLiteral("mudeungRun"));
    if (format > kRunFormat)
        return Error{ErrorCode::NewerVersion,
                     QCoreApplication::translate("Runs", "The run was stored by a later version. Update the program to open it."),
                     {}};
    Run run;
    run.analysis = json.value(QStringLiteral("analysis")).toString();
    if (run.analysis.isEmpty()) return wrongField(QStringLiteral("analysis"));
    run.algorithm = json.value(QStringLiteral("algorithm")).toInt();
    const auto query = Query::fromJson(json.value(QStringLiteral("query")).toObject());
    if (!query) return wrongField(QStringLiteral("query"), query.error().message);
    if (query->dataset.isEmpty()) return wrongField(QStringLiteral("query"));
    run.subject.query = *query;
    const QJsonArray datasets = json.value(QStringLiteral("datasets")).toArray();
    for (const QJsonValue& d : datasets) {
        const auto dataset = Dataset::fromJson(d.toObject());
        if (!dataset) return wrongField(QStringLiteral("datasets"), dataset.error().message);
        run.subject.datasets.append(*dataset);
        if (dataset->id == query->dataset) run.subject.dataset = *dataset;
    }
    if (run.subject.dataset.id.isEmpty()) return wrongField(QStringLiteral("datasets"));
    run.subject.measure = run.subject.dataset.measures.value(std::max(0, run.subject.dataset.measureIndex(query->measure)));
    run.parameters = valuesFor(findAnalysis(run.analysis), run.subject, json.value(QStringLiteral("parameters")).toObject());
    const auto sources = sourcesFromJson(json.value(QStringLiteral("sources")).toArray());
    if (!sources) return wrongField(QStringLiteral("sources"), sources.error().message);
    run.sources = *sources;
    run.program = json.value(QStringLiteral("program")).toString();
    run.startedAt = json.value(QStringLiteral("startedAt")).toString();
    run.seconds = json.value(QStringLiteral("seconds")).toDouble();
    run.recipe = json.value(QStringLiteral("recipe")).toString();
    run.digest = json.value(QStringLiteral("digest")).toString();
    run.title = json.value(QStringLiteral("title")).toString();
    run.sample = json.value(QStringLiteral("sample")).toBool();
    return run;
}

QJsonObject runJson(const Run& run) {
    QJsonObject json = runDescription(run);
    json.insert(QStringLiteral("result"), resultJson(run.data));
    return json;
}

Result<qint64> keepRun(Workspace& workspace, const Run& run) {
    return workspace.addRun({0, run.analysis, run.startedAt, runDescription(run)},
                            QJsonDocument(resultJson(run.data)).toJson(QJsonDocument::Compact));
}

Result<QVector<Run>> keptRuns(const Workspace& workspace) {
    const auto stored = workspace.runs();
    if (!stored) return stored.error();
    QVector<Run> runs;
    for (const StoredRun& row : *stored) {
        auto run = runFromDescription(row.description);
        if (!run) return run.error();
        run->id = row.id;
        runs.append(std::move(*run));
    }
    return runs;
}

Result<Run> openRun(const Workspace& workspace, qint64 id) {
    QByteArray bytes;
    const auto stored = workspace.run(id, &bytes);
    if (!stored) return stored.error();
    auto run = runFromDescription(stored->description);
    if (!run) return run;
    auto data = resultFromJson(QJsonDocument::fromJson(bytes).object());
    if (!data) return data.error();
    run->id = id;
    run->data = std::move(*data);
    return run;
}

Status renameRun(Workspace& workspace, qint64 id, const QString& title) {
    const auto stored = workspace.run(id, nullptr);
    if (!stored) return stored.error();
    QJsonObject description = stored->description;
    description.insert(QStringLiteral("title"), title.trimmed());
    return workspace.describeRun(id, description);
}

Result<Run> runAgain(QueryEngine& engine, const Run& run, Progress& progress) {
    const AnalysisInfo* info = findAnalysis(run.analysis);
    if (!info) return unknownAnalysis(run.analysis);
    return carryOut(engine, *info, run.subject.query, run.parameters.json(), progress);
}

}  // namespace mudeung
