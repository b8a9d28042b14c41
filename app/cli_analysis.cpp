// SPDX-License-Identifier: GPL-3.0-or-later
// `mudeung analyses`, `mudeung run` and `mudeung runs`: what can be found out, finding it out, and what was found before.
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include "app/command.h"
#include "app/query_options.h"
#include "core/base/format.h"
#include "core/export/run_file.h"
#include "core/runs/compare_runs.h"
#include "core/runs/run.h"
#include "ui/common/shown_result.h"
#include "ui/map/result_sheet.h"

namespace mudeung::cli {

namespace {

Error unknownAnalysis(const QString& typed) {
    QStringList names;
    for (const AnalysisInfo* info : analyses()) names << QLatin1String(info->id);
    const QString near = nearest(typed, names);
    return usageError(QCoreApplication::translate("Cli", "There is no analysis \"%1\".").arg(typed),
                      near.isEmpty() ? QCoreApplication::translate("Cli", "There are: %1.").arg(names.join(QStringLiteral(", ")))
                                     : QCoreApplication::translate("Cli", "Did you mean \"%1\"?").arg(near));
}

const char* kindId(ParameterKind kind) {
    switch (kind) {
        case ParameterKind::Integer:
            return "integer";
        case ParameterKind::Real:
            return "real";
        case ParameterKind::Choice:
            return "choice";
        case ParameterKind::Flag:
            return "flag";
        case ParameterKind::Period:
            return "period";
    }
    return "";
}

QJsonObject parameterJson(const ParameterSpec& spec) {
    QJsonObject json{{"id", spec.id},
                     {"kind", QLatin1String(kindId(spec.kind))},
                     {"name", spec.name},
                     {"explanation", spec.explanation},
                     {"default", spec.fallback}};
    if (!spec.unit.isEmpty()) json.insert(QStringLiteral("unit"), spec.unit);
    if (spec.kind == ParameterKind::Integer || spec.kind == ParameterKind::Real) {
        json.insert(QStringLiteral("least"), spec.least);
        json.insert(QStringLiteral("most"), spec.most);
    }
    QJsonArray choices;
    for (const ParameterChoice& c : spec.choices) choices.append(QJsonObject{{"id", c.id}, {"name", c.name}});
    if (!choices.isEmpty()) json.insert(QStringLiteral("choices"), choices);
    if (!spec.onlyWhen.isEmpty())
        json.insert(QStringLiteral("onlyWhen"),
                    QJsonObject{{"parameter", spec.onlyWhen}, {"values", QJsonArray::fromStringList(spec.onlyWhenValues)}});
    return json;
}

QJsonObject analysisJson(const AnalysisInfo& info, const AnalysisSubject& subject) {
    QJsonArray parameters;
    for (const ParameterSpec& spec : info.parameters(subject)) parameters.append(parameterJson(spec));
    return {{"id", QLatin1String(info.id)},
            {"version", info.version},
            {"name", info.name()},
            {"summary", info.summary()},
            {"parameters", parameters}};
}

void describe(const Console& console, const AnalysisInfo& info, const AnalysisSubject& subject) {
    console.result(QStringLiteral("%1: %2").arg(QLatin1String(info.id), info.name()));
    console.result(info.summary());
    for (const ParameterSpec& spec : info.parameters(subject)) {
        console.result(QString());
        console.result(QStringLiteral("  --set %1=…  %2").arg(spec.id, spec.name));
        console.result(QStringLiteral("      ") + spec.explanation);
        for (const ParameterChoice& c : spec.choices) console.result(QStringLiteral("      %1  %2").arg(c.id, -10).arg(c.name));
        if (spec.choices.isEmpty()) console.result(QStringLiteral("      ") + parameterRange(spec));
        console.result(QStringLiteral("      ") +
                       QCoreApplication::translate("Cli", "default: %1").arg(parameterText(spec, spec.fallback)));
    }
}

int listAnalyses(const Console& console, const AnalysisInfo* only, const AnalysisSubject& subject) {
    if (only) {
        if (console.json) {
            console.result(analysisJson(*only, subject));
        } else {
            describe(console, *only, subject);
        }
        return 0;
    }
    QJsonArray list;
    for (const AnalysisInfo* info : analyses()) {
        list.append(analysisJson(*info, subject));
        if (!console.json) console.result(QStringLiteral("%1 %2. %3").arg(QLatin1String(info->id), -12).arg(info->name(), info->summary()));
    }
    if (console.json) console.result(QJsonObject{{"analyses", list}});
    return 0;
}

struct RunJob {
    QString workspace;
    Query query;
    const AnalysisInfo* info = nullptr;
    QStringList settings;  ///< "key=value"
    QString out;
    bool keep = false;
};

/// Typed settings against the parameters that the subject gives.
Result<QJsonObject> readSettings(const AnalysisInfo& info, const AnalysisSubject& subject, const QStringList& settings) {
    const QVector<ParameterSpec> specs = info.parameters(subject);
    QStringList ids;
    for (const ParameterSpec& spec : specs) ids << spec.id;
    QJsonObject values;
    for (const QString& setting : settings) {
        const int equals = static_cast<int>(setting.indexOf(QLatin1Char('=')));
        if (equals < 1)
            return usageError(QCoreApplication::translate("Cli", "--set takes a parameter and its value, such as %1=…, not \"%2\".")
                                  .arg(ids.value(0), setting));
        const QString id = setting.left(equals).trimmed();
        const int at = static_cast<int>(ids.indexOf(id));
        if (at < 0) {
            const QString near = nearest(id, ids);
            return usageError(QCoreApplication::translate("Cli", "\"%1\" has no parameter \"%2\".").arg(QLatin1String(info.id), id),
                              near.isEmpty() ? QCoreApplication::translate("Cli", "There are: %1.").arg(ids.join(QStringLiteral(", ")))
                                             : QCoreApplication::translate("Cli", "Did you mean \"%1\"?").arg(near));
        }
        const auto value = parseParameter(specs[at], setting.mid(equals + 1));
        if (!value) return value.error();
        values.insert(id, *value);
    }
    return values;
}

void sayWhatWasFound(const Console& console, const AnalysisView& view) {
    console.message(view.title);
    for (const QString& note : view.notes) console.message(note);
    for (const QString& limit : view.limits) console.message(limit);
}

Status writePicture(const std::shared_ptr<QueryEngine>& engine, const Run& run, const AnalysisView& view, const QString& out,
                    Progress& progress) {
    const auto shown = std::make_shared<ShownResult>();
    shown->run = std::make_shared<Run>(run);
    shown->view = view;
    chooseMapPart(*shown);
    return writeResultSheet(engine, shown, MapStyle(), out, MapFile(), progress);
}

/// To the file, else as JSON or as the rows of the main table.
int hand(const Console& console, const std::shared_ptr<QueryEngine>& engine, const Run& run, const QString& out) {
    const auto view = viewOf(run);
    if (!view) return console.fail(view.error());
    sayWhatWasFound(console, *view);
    if (!out.isEmpty()) {
        const auto progress = console.startProgress();
        const Status written =
            isMapFile(out) ? writePicture(engine, run, *view, out, *progress) : writeRunFile(*engine, run, out, *progress);
        console.endProgress();
        if (!written) return console.fail(written.error());
        console.result(out);
        return 0;
    }
    if (console.json) {
        console.result(runJson(run));
    } else if (!run.data.tables.isEmpty()) {
        console.resultBytes(resultTableCsv(run.data.tables.first(), view->tables.value(0)));
    }
    return 0;
}

int carryOutJob(const Console& console, const RunJob& job) {
    auto opened = openQuery(job.workspace, job.query, true);
    if (!opened) return console.fail(opened.error());
    const auto subject = subjectOf(*opened->engine, opened->query);
    if (!subject) return console.fail(subject.error());
    const auto values = readSettings(*job.info, *subject, job.settings);
    if (!values) return console.fail(values.error());
    const auto progress = console.startProgress();
    auto run = carryOut(*opened->engine, *job.info, opened->query, *values, *progress);
    console.endProgress();
    if (!run) return console.fail(run.error());
    if (job.keep) {
        const auto workspace = Workspace::open(job.workspace, OpenMode::ReadWrite);
        if (!workspace) return console.fail(workspace.error());
        const auto id = keepRun(**workspace, *run);
        if (!id) return console.fail(id.error());
        run->id = *id;
        console.message(QCoreApplication::translate("Cli", "Kept as run %1.").arg(*id));
    }
    return hand(console, opened->engine, *run, job.out);
}

QJsonObject comparisonJson(const RunComparison& c) {
    static const char* const reasons[] = {"question", "parameter", "data", "program"};
    QJsonArray differences;
    for (const RunDifference& d : c.differences)
        differences.append(QJsonObject{{"reason", QLatin1String(reasons[static_cast<int>(d.reason)])}, {"text", d.sentence}});
    QJsonArray rows;
    for (const RowDifference& r : c.rows) {
        const bool words = !r.beforeText.isEmpty() || !r.afterText.isEmpty();
        rows.append(QJsonObject{{"key", r.key},
                                {"label", r.label},
                                {"column", r.column},
                                {"before", words ? QJsonValue(r.beforeText) : QJsonValue(r.before)},
                                {"after", words ? QJsonValue(r.afterText) : QJsonValue(r.after)}});
    }
    return {{"equal", c.equal},
            {"differences", differences},
            {"rowsChanged", static_cast<double>(c.rowsChanged)},
            {"rowsAdded", static_cast<double>(c.rowsAdded)},
            {"rowsGone", static_cast<double>(c.rowsGone)},
            {"rows", rows},
            {"conclusion", QJsonArray::fromStringList(c.conclusion)}};
}

void sayComparison(const Console& console, const RunComparison& c) {
    for (const QString& sentence : c.conclusion) console.result(sentence);
    for (const RunDifference& d : c.differences) console.result(QStringLiteral("  ") + d.sentence);
    for (const RowDifference& r : c.rows) {
        const bool words = !r.beforeText.isEmpty() || !r.afterText.isEmpty();
        console.result(QStringLiteral("  %1 %2, %3: %4 → %5")
                           .arg(r.key, r.label, r.column, words ? r.beforeText : QString::number(r.before, 'g', 6),
                                words ? r.afterText : QString::number(r.after, 'g', 6)));
    }
}

int compareKept(const Console& console, const std::shared_ptr<Workspace>& workspace, qint64 first, qint64 second) {
    const auto before = openRun(*workspace, first);
    if (!before) return console.fail(before.error());
    const auto after = openRun(*workspace, second);
    if (!after) return console.fail(after.error());
    QueryEngine engine(workspace);
    const auto progress = console.startProgress();
    const auto found = explainChange(engine, *before, *after, *progress);
    console.endProgress();
    if (!found) return console.fail(found.error());
    if (console.json) {
        console.result(comparisonJson(*found));
    } else {
        sayComparison(console, *found);
    }
    return 0;
}

int listRuns(const Console& console, const Workspace& workspace) {
    const auto runs = keptRuns(workspace);
    if (!runs) return console.fail(runs.error());
    QJsonArray list;
    for (const Run& run : *runs) {
        QJsonObject json = runDescription(run);
        json.remove(QStringLiteral("datasets"));
        json.insert(QStringLiteral("id"), static_cast<double>(run.id));
        list.append(json);
        if (!console.json)
            console.result(
                QStringLiteral("%1  %2  %3  %4")
                    .arg(run.id, 4)
                    .arg(run.startedAt.left(16).replace(QLatin1Char('T'), QLatin1Char(' ')), formatDuration(run.seconds), runTitle(run)));
    }
    if (console.json) console.result(QJsonObject{{"runs", list}});
    if (runs->isEmpty()) console.message(QCoreApplication::translate("Cli", "No run is kept in this workspace."));
    return 0;
}

struct RunsJob {
    QString workspace;
    qint64 show = 0;
    qint64 again = 0;
    qint64 remove = 0;
    qint64 compare = 0;
    qint64 with = 0;
    QString out;
};

int repeat(const Console& console, const std::shared_ptr<Workspace>& workspace, const RunsJob& job) {
    const auto run = openRun(*workspace, job.again);
    if (!run) return console.fail(run.error());
    const auto engine = std::make_shared<QueryEngine>(workspace);
    const auto progress = console.startProgress();
    const auto again = runAgain(*engine, *run, *progress);
    console.endProgress();
    if (!again) return console.fail(again.error());
    const RunComparison found = compareRuns(*run, *again);
    for (const QString& sentence : found.conclusion) console.message(sentence);
    return hand(console, engine, *again, job.out);
}

int workOnRuns(const Console& console, const RunsJob& job) {
    const auto workspace = Workspace::open(job.workspace, job.remove > 0 ? OpenMode::ReadWrite : OpenMode::ReadOnly);
    if (!workspace) return console.fail(workspace.error());
    if (job.compare > 0) return compareKept(console, *workspace, job.compare, job.with);
    if (job.again > 0) return repeat(console, *workspace, job);
    if (job.show > 0) {
        const auto run = openRun(**workspace, job.show);
        if (!run) return console.fail(run.error());
        return hand(console, std::make_shared<QueryEngine>(*workspace), *run, job.out);
    }
    if (job.remove > 0) {
        const Status removed = (*workspace)->removeRun(job.remove);
        if (!removed) return console.fail(removed.error());
        console.message(QCoreApplication::translate("Cli", "Run %1 was removed.").arg(job.remove));
        return 0;
    }
    return listRuns(console, **workspace);
}

Result<const AnalysisInfo*> analysisNamed(const QStringList& words) {
    if (words.isEmpty()) return usageError(QCoreApplication::translate("Cli", "Name the analysis; \"mudeung analyses\" lists them."));
    if (words.size() > 1) return usageError(QCoreApplication::translate("Cli", "\"%1\" is one word too many.").arg(words[1]));
    const AnalysisInfo* info = findAnalysis(words.first());
    if (!info) return unknownAnalysis(words.first());
    return info;
}

Status checkOut(const QString& out) {
    const QStringList suffixes = runFileSuffixes() + mapFileSuffixes();
    if (out.isEmpty() || suffixes.contains(QFileInfo(out).suffix().toLower())) return done();
    return usageError(QCoreApplication::translate("Cli", "The name of the file to write must end with .%1, not \"%2\".")
                          .arg(suffixes.join(QStringLiteral(", .")), out));
}

}  // namespace

Result<Job> prepareAnalyses(const QStringList& arguments, Console& console) {
    Parser parser(
        QStringLiteral("analyses"), QStringLiteral("[ID]"),
        QCoreApplication::translate("Cli", "Lists the analyses; with a name, what it answers and its parameters with their defaults."));
    if (const auto status = parser.parse(arguments, console); !status) return status.error();
    if (parser.wantsHelp()) return parser.helpJob();
    const AnalysisInfo* only = nullptr;
    if (!parser.positional().isEmpty()) {
        const auto named = analysisNamed(parser.positional());
        if (!named) return named.error();
        only = *named;
    }
    return Job([only](const Console& c) { return listAnalyses(c, only, AnalysisSubject{}); });
}

Result<Job> prepareRun(const QStringList& arguments, Console& console) {
    Parser parser(
        QStringLiteral("run"),
        QStringLiteral("ID --workspace W.mudeung [--dataset D] %1 [--set KEY=VALUE …] [--keep] [--out FILE]")
            .arg(QString::fromUtf8(kQuerySyntax)),
        QCoreApplication::translate("Cli", "Carries out an analysis. The rows go to stdout, what was found to stderr in plain sentences."));
    declareQueryOptions(parser);
    parser.option(QStringLiteral("set"), QStringLiteral("KEY=VALUE"),
                  QCoreApplication::translate("Cli", "a parameter of the analysis; may be given several times"));
    parser.option(QStringLiteral("out"), QStringLiteral("FILE"),
                  QCoreApplication::translate(
                      "Cli",
                      "write the result with its receipt into this file: .csv, .json, .xlsx or .gpkg; as a page with map, charts and "
                      "findings: .png, .pdf or .svg"));
    parser.flag(QStringLiteral("keep"),
                QCoreApplication::translate("Cli", "keep the run in the workspace, where the window and \"mudeung runs\" find it"));
    if (const auto status = parser.parse(arguments, console); !status) return status.error();
    if (parser.wantsHelp()) return parser.helpJob();
    RunJob job;
    const auto info = analysisNamed(parser.positional());
    if (!info) return info.error();
    job.info = *info;
    const auto workspace = parser.required(QStringLiteral("workspace"));
    if (!workspace) return workspace.error();
    job.workspace = *workspace;
    const auto query = readQuery(parser);
    if (!query) return query.error();
    job.query = *query;
    job.settings = parser.values(QStringLiteral("set"));
    job.out = parser.value(QStringLiteral("out"));
    job.keep = parser.isSet(QStringLiteral("keep"));
    if (const Status out = checkOut(job.out); !out) return out.error();
    return Job([job](const Console& c) { return carryOutJob(c, job); });
}

Result<Job> prepareRuns(const QStringList& arguments, Console& console) {
    Parser parser(QStringLiteral("runs"),
                  QStringLiteral("--workspace W.mudeung [--show ID | --again ID | --compare ID --with ID | --remove ID] [--out FILE]"),
                  QCoreApplication::translate("Cli", "Lists the runs kept in a workspace, shows or repeats one, or says why two differ."));
    parser.option(QStringLiteral("workspace"), QStringLiteral("FILE"), QCoreApplication::translate("Cli", "the workspace"));
    parser.option(QStringLiteral("show"), QStringLiteral("ID"), QCoreApplication::translate("Cli", "show this run"));
    parser.option(QStringLiteral("again"), QStringLiteral("ID"),
                  QCoreApplication::translate("Cli", "run it again on the current data and say what changed"));
    parser.option(QStringLiteral("compare"), QStringLiteral("ID"),
                  QCoreApplication::translate("Cli", "why another run differs from this one"));
    parser.option(QStringLiteral("with"), QStringLiteral("ID"), QCoreApplication::translate("Cli", "the other run"));
    parser.option(QStringLiteral("remove"), QStringLiteral("ID"), QCoreApplication::translate("Cli", "remove this run"));
    parser.option(QStringLiteral("out"), QStringLiteral("FILE"),
                  QCoreApplication::translate("Cli", "write the shown or repeated run into this file"));
    if (const auto status = parser.parse(arguments, console); !status) return status.error();
    if (parser.wantsHelp()) return parser.helpJob();
    if (const auto none = parser.noPositional(); !none) return none.error();
    RunsJob job;
    const auto workspace = parser.required(QStringLiteral("workspace"));
    if (!workspace) return workspace.error();
    job.workspace = *workspace;
    constexpr qint64 kMostRuns = qint64{1} << 40;
    const std::pair<const char*, qint64*> numbers[] = {
        {"show", &job.show}, {"again", &job.again}, {"compare", &job.compare}, {"with", &job.with}, {"remove", &job.remove}};
    for (const auto& [name, number] : numbers) {
        const auto value = parser.integer(QLatin1String(name), 0, 1, kMostRuns);
        if (!value) return value.error();
        *number = *value;
    }
    if ((job.compare > 0) != (job.with > 0))
        return usageError(QCoreApplication::translate("Cli", "--compare and --with go together: two runs are compared."));
    if ((job.show > 0) + (job.again > 0) + (job.compare > 0) + (job.remove > 0) > 1)
        return usageError(QCoreApplication::translate("Cli", "Use one of --show, --again, --compare and --remove."));
    job.out = parser.value(QStringLiteral("out"));
    if (const Status out = checkOut(job.out); !out) return out.error();
    return Job([job](const Console& c) { return workOnRuns(c, job); });
}

}  // namespace mudeung::cli
