// SPDX-License-Identifier: GPL-3.0-or-later
// The commands about a workspace as a whole: datasets, profiles, backup, sample.
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <memory>

#include "app/command.h"
#include "core/base/format.h"
#include "core/base/language.h"
#include "core/import/profile.h"
#include "core/sample/sample_city.h"
#include "core/store/workspace.h"

namespace mudeung::cli {

namespace {

QString titleOf(const Dataset& dataset) {
    return koreanInterface() && !dataset.titleKo.isEmpty() ? dataset.titleKo : dataset.title;
}

QString measuresText(const Dataset& dataset) {
    QStringList parts;
    for (const Measure& m : dataset.measures) parts << QStringLiteral("%1 [%2]").arg(m.id, koreanInterface() ? m.unitKo : m.unit);
    return parts.join(QStringLiteral(", "));
}

QString groupsText(const Dataset& dataset) {
    QStringList codes;
    for (const Group& g : dataset.scheme.groups) codes << g.code;
    return codes.join(QStringLiteral(", "));
}

QString geometryName(const QString& type) {
    if (type == QLatin1String("point")) return QCoreApplication::translate("Cli", "points");
    if (type == QLatin1String("line")) return QCoreApplication::translate("Cli", "lines");
    if (type == QLatin1String("polygon")) return QCoreApplication::translate("Cli", "polygons");
    return type;
}

QString datasetText(const Dataset& d) {
    QStringList lines{d.id + QStringLiteral("  ") + titleOf(d)};
    if (d.kind == DatasetKind::Layer) {
        lines << QCoreApplication::translate("Cli", "  layer of %1 (%2), %3 features")
                     .arg(placeKindName(d.placeKind), geometryName(d.geometryType), formatCount(d.featureCount));
    } else {
        lines << QCoreApplication::translate("Cli", "  %1 places (%2), %3, one value per %4%5")
                     .arg(formatCount(d.placeCount), placeKindName(d.placeKind), d.period.toString(), timeStepName(d.timeStep),
                          d.hasHours() ? QCoreApplication::translate("Cli", " and hour") : QString());
        lines << QCoreApplication::translate("Cli", "  measures: %1").arg(measuresText(d));
        if (d.scheme.groups.size() > 1) lines << QCoreApplication::translate("Cli", "  groups: %1").arg(groupsText(d));
    }
    if (d.sample) lines << QCoreApplication::translate("Cli", "  sample data: synthetic, not observed");
    return lines.join(QLatin1Char('\n'));
}

QJsonObject batchJson(const Batch& b) {
    return {{"file", b.fileName},     {"sha256", b.sha256},         {"bytes", static_cast<double>(b.bytes)}, {"profile", b.profile},
            {"encoding", b.encoding}, {"importedAt", b.importedAt}, {"period", b.period.toString()},         {"report", b.report}};
}

int listDatasets(const Console& console, const QString& path) {
    const auto workspace = Workspace::open(path, OpenMode::ReadOnly);
    if (!workspace) return console.fail(workspace.error());
    const auto datasets = (*workspace)->datasets();
    if (!datasets) return console.fail(datasets.error());
    if (!console.json) {
        if (datasets->isEmpty()) console.message(QCoreApplication::translate("Cli", "The workspace %1 holds no dataset yet.").arg(path));
        for (const Dataset& d : *datasets) console.result(datasetText(d));
        return 0;
    }
    QJsonArray array;
    for (const Dataset& d : *datasets) {
        QJsonObject object = d.toJson();
        const auto batches = (*workspace)->batches(d.id);
        if (!batches) return console.fail(batches.error());
        QJsonArray batchArray;
        for (const Batch& b : *batches) batchArray.append(batchJson(b));
        object.insert(QStringLiteral("batches"), batchArray);
        array.append(object);
    }
    console.result(QJsonObject{{"workspace", path}, {"datasets", array}});
    return 0;
}

int listProfiles(const Console& console) {
    QJsonArray array;
    for (const Profile& p : profiles()) {
        const QString title = p.shownTitle();
        const QString note = koreanInterface() && !p.noteKo.isEmpty() ? p.noteKo : p.note;
        if (console.json) {
            array.append(QJsonObject{{"id", p.id},
                                     {"title", p.title},
                                     {"titleKo", p.titleKo},
                                     {"source", p.source},
                                     {"sourceKo", p.sourceKo},
                                     {"kind", p.kind == DatasetKind::Cube ? "cube" : "layer"},
                                     {"dataset", p.dataset},
                                     {"note", note}});
        } else {
            console.result(QStringLiteral("%1  %2").arg(p.id.leftJustified(32), title));
        }
    }
    if (console.json) console.result(QJsonObject{{"profiles", array}});
    return 0;
}

/// From a network drive, where no workspace may be opened, as a checked copy of the file.
Status copyWorkspace(const Console& console, const QString& path, const QString& target) {
    const auto workspace = Workspace::open(path, OpenMode::ReadOnly);
    if (workspace) return (*workspace)->backupTo(target);
    if (workspace.error().code != ErrorCode::NetworkDrive) return workspace.error();
    const auto progress = console.startProgress();
    const Status copied = Workspace::copyToLocal(path, target, *progress);
    console.endProgress();
    return copied;
}

int backUp(const Console& console, const QString& path, const QString& target) {
    const Status status = copyWorkspace(console, path, target);
    if (!status) return console.fail(status.error());
    if (console.json) {
        console.result(QJsonObject{{"workspace", path}, {"out", target}});
    } else {
        console.result(target);
    }
    return 0;
}

int makeSample(const Console& console, const QString& path, const QString& longForm, const SampleOptions& options) {
    const auto run = [&console](const auto& job) {
        const auto progress = console.startProgress();
        const Status status = job(*progress);
        console.endProgress();
        return status;
    };
    for (const QString& file : {path, longForm}) {  // before the first of two long jobs
        const auto free = file.isEmpty() ? done() : checkSampleTarget(file);
        if (!free) return console.fail(free.error());
    }
    if (!path.isEmpty()) {
        const auto status = run([&](Progress& progress) { return makeSampleWorkspace(path, options, progress); });
        if (!status) return console.fail(status.error());
    }
    if (!longForm.isEmpty()) {
        const auto status = run([&](Progress& progress) { return writeLongForm(longForm, options, progress); });
        if (!status) return console.fail(status.error());
    }
    if (console.json) {
        QJsonObject made{{"stops", options.stops}, {"days", options.days}, {"seed", static_cast<double>(options.seed)}};
        if (!path.isEmpty()) made.insert(QStringLiteral("out"), path);
        if (!longForm.isEmpty()) made.insert(QStringLiteral("longForm"), longForm);
        console.result(made);
    } else {
        for (const QString& file : {path, longForm})
            if (!file.isEmpty()) console.result(file);
    }
    return 0;
}

/// Commands whose only question is which workspace.
Result<QString> workspaceOnly(Parser& parser) {
    if (const auto none = parser.noPositional(); !none) return none.error();
    return parser.required(QStringLiteral("workspace"));
}

}  // namespace

Result<Job> prepareDatasets(const QStringList& arguments, Console& console) {
    Parser parser(QStringLiteral("datasets"), QStringLiteral("--workspace W.mudeung"),
                  QCoreApplication::translate("Cli", "Lists the datasets of a workspace with their measures, groups and periods."));
    parser.option(QStringLiteral("workspace"), QStringLiteral("FILE"), QCoreApplication::translate("Cli", "the workspace"));
    if (const auto status = parser.parse(arguments, console); !status) return status.error();
    if (parser.wantsHelp()) return parser.helpJob();
    const auto path = workspaceOnly(parser);
    if (!path) return path.error();
    return Job([path = *path](const Console& c) { return listDatasets(c, path); });
}

Result<Job> prepareProfiles(const QStringList& arguments, Console& console) {
    Parser parser(QStringLiteral("profiles"), QString(),
                  QCoreApplication::translate("Cli", "Lists the published file layouts that the program recognises."));
    if (const auto status = parser.parse(arguments, console); !status) return status.error();
    if (parser.wantsHelp()) return parser.helpJob();
    if (const auto none = parser.noPositional(); !none) return none.error();
    return Job(listProfiles);
}

Result<Job> prepareBackup(const QStringList& arguments, Console& console) {
    Parser parser(
        QStringLiteral("backup"), QStringLiteral("--workspace W.mudeung --out COPY.mudeung"),
        QCoreApplication::translate("Cli", "Writes a consistent copy of a workspace, also while it is in use or from a network drive."));
    parser.option(QStringLiteral("workspace"), QStringLiteral("FILE"), QCoreApplication::translate("Cli", "the workspace"));
    parser.option(QStringLiteral("out"), QStringLiteral("FILE"), QCoreApplication::translate("Cli", "the copy to write"));
    if (const auto status = parser.parse(arguments, console); !status) return status.error();
    if (parser.wantsHelp()) return parser.helpJob();
    const auto path = workspaceOnly(parser);
    if (!path) return path.error();
    const auto target = parser.required(QStringLiteral("out"));
    if (!target) return target.error();
    return Job([path = *path, target = *target](const Console& c) { return backUp(c, path, target); });
}

Result<Job> prepareSample(const QStringList& arguments, Console& console) {
    Parser parser(
        QStringLiteral("sample"), QStringLiteral("--out W.mudeung [--stops 300] [--days 730] [--seed 1] [--long-form FILE.csv]"),
        QCoreApplication::translate("Cli", "Makes a synthetic city for trying everything out. The same seed gives the same city."));
    const SampleOptions defaults;
    parser.option(QStringLiteral("out"), QStringLiteral("FILE"), QCoreApplication::translate("Cli", "the workspace to make"));
    parser.option(QStringLiteral("stops"), QStringLiteral("N"),
                  QCoreApplication::translate("Cli", "number of bus stops (default %1)").arg(defaults.stops));
    parser.option(QStringLiteral("days"), QStringLiteral("N"),
                  QCoreApplication::translate("Cli", "number of days (default %1)").arg(defaults.days));
    parser.option(QStringLiteral("seed"), QStringLiteral("N"),
                  QCoreApplication::translate("Cli", "seed of the random numbers (default %1)").arg(defaults.seed));
    parser.option(QStringLiteral("long-form"), QStringLiteral("FILE"),
                  QCoreApplication::translate("Cli",
                                              "also write the bus ridership as one CSV file in CP949, a row per date, hour, stop and age "
                                              "group (about 4 GB for 2420 stops); --out may then be left out"));
    if (const auto status = parser.parse(arguments, console); !status) return status.error();
    if (parser.wantsHelp()) return parser.helpJob();
    if (const auto none = parser.noPositional(); !none) return none.error();
    const QString longForm = parser.value(QStringLiteral("long-form"));
    const auto out = longForm.isEmpty() ? parser.required(QStringLiteral("out")) : Result<QString>(parser.value(QStringLiteral("out")));
    if (!out) return out.error();
    const auto stops = parser.integer(QStringLiteral("stops"), defaults.stops, 10, 5000);
    if (!stops) return stops.error();
    const auto days = parser.integer(QStringLiteral("days"), defaults.days, 1, 3653);
    if (!days) return days.error();
    const auto seed = parser.integer(QStringLiteral("seed"), static_cast<qint64>(defaults.seed), 0, (1LL << 53) - 1);
    if (!seed) return seed.error();
    SampleOptions options;
    options.stops = static_cast<int>(*stops);
    options.days = static_cast<int>(*days);
    options.seed = static_cast<quint64>(*seed);
    return Job([path = *out, longForm, options](const Console& c) { return makeSample(c, path, longForm, options); });
}

}  // namespace mudeung::cli
