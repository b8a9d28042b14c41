// SPDX-License-Identifier: GPL-3.0-or-later
// `mudeung import`: published files into a workspace, each all or nothing, with the quality report of each.
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <memory>

#include "app/command.h"
#include "core/base/format.h"
#include "core/import/importer.h"
#include "core/store/workspace.h"

namespace mudeung::cli {

namespace {

struct ImportJob {
    QString workspace;
    QStringList files;
    ImportOptions options;
    QString reportFile;
    QString rejectsFile;
};

Status writeFile(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return done();
    return Error{
        ErrorCode::Io, QCoreApplication::translate("Cli", "The file “%1” cannot be written: %2.").arg(path, file.errorString()), {}};
}

/// With several files the second report becomes report-2.html, and so on.
QString numbered(const QString& path, int index) {
    if (index == 0 || path.isEmpty()) return path;
    const QFileInfo info(path);
    const QString suffix = info.suffix().isEmpty() ? QString() : QLatin1Char('.') + info.suffix();
    return QStringLiteral("%1/%2-%3%4").arg(info.path(), info.completeBaseName()).arg(index + 1).arg(suffix);
}

Status writeReportFile(const QualityReport& report, const QString& path) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("json")) return writeFile(path, QJsonDocument(report.toJson()).toJson());
    if (suffix == QLatin1String("html") || suffix == QLatin1String("htm")) return writeFile(path, report.toHtml().toUtf8());
    return writeFile(path, report.toText().toUtf8());
}

Status writeRejectsFile(const Workspace& workspace, const ImportOutcome& outcome, const QString& path) {
    const auto batch = workspace.findBatch(outcome.dataset, outcome.report.sha256);
    if (!batch) return batch.error();
    if (!batch->has_value()) return writeFile(path, {});
    const auto rows = workspace.rejects((*batch)->rowId);
    if (!rows) return rows.error();
    return writeFile(path, *rows);
}

QJsonObject outcomeJson(const ImportOutcome& outcome) {
    return {{"file", outcome.report.file},
            {"dataset", outcome.dataset},
            {"noop", outcome.write.noop},
            {"monthsWritten", outcome.write.monthsWritten},
            {"monthsReplaced", outcome.write.monthsReplaced},
            {"placesAdded", outcome.write.placesAdded},
            {"cellsFilled", static_cast<double>(outcome.write.cellsFilled)},
            {"report", outcome.report.toJson()}};
}

class Import {
public:
    Import(const Console& console, const ImportJob& job) : m_console(console), m_job(job) {}

    int run() {
        const bool existed = QFileInfo(m_job.workspace).size() > 0;
        auto opened = Workspace::openOrCreate(m_job.workspace);
        if (!opened) return m_console.fail(opened.error());
        std::shared_ptr<Workspace> workspace = *opened;
        opened = Error{};
        for (int i = 0; i < m_job.files.size() && m_exitCode != exitCodeFor(ErrorCode::Io) && !interrupted(); ++i) importOne(*workspace, i);
        workspace.reset();
        // A workspace that this command made and into which nothing came is not left lying about.
        if (!existed && m_imported == 0) removeWorkspace();
        if (m_console.json) m_console.result(QJsonObject{{"workspace", m_job.workspace}, {"files", m_results}});
        return interrupted() ? kInterruptedExit : m_exitCode;
    }

private:
    void importOne(Workspace& workspace, int index) {
        const QString& path = m_job.files[index];
        if (m_job.files.size() > 1) m_console.message(QCoreApplication::translate("Cli", "Importing %1 …").arg(path));
        const auto progress = m_console.startProgress();
        const auto outcome = importFile(workspace, path, m_job.options, *progress);
        m_console.endProgress();
        if (!outcome) {
            failed(path, outcome.error());
            return;
        }
        ++m_imported;
        m_results.append(outcomeJson(*outcome));
        if (!m_console.json) m_console.result(outcome->report.toText());
        if (outcome->write.noop)
            m_console.message(QCoreApplication::translate("Cli", "%1 was imported before; nothing was changed.").arg(path));
        if (!m_job.reportFile.isEmpty()) check(path, writeReportFile(outcome->report, numbered(m_job.reportFile, index)));
        if (!m_job.rejectsFile.isEmpty()) check(path, writeRejectsFile(workspace, *outcome, numbered(m_job.rejectsFile, index)));
    }

    void check(const QString& path, const Status& status) {
        if (!status) failed(path, status.error());
    }

    /// Goes on with the other files; the first failure decides the exit code.
    void failed(const QString& path, const Error& error) {
        m_console.message(QStringLiteral("mudeung: ") + error.message);
        if (!error.detail.isEmpty()) m_console.message(QStringLiteral("  ") + error.detail);
        m_results.append(QJsonObject{{"file", path}, {"error", errorJson(error)}});
        if (m_exitCode == 0) m_exitCode = exitCodeFor(error.code);
    }

    void removeWorkspace() {
        for (const char* suffix : {"", "-wal", "-shm", "-lock", ".lock"}) QFile::remove(m_job.workspace + QLatin1String(suffix));
    }

    const Console& m_console;
    const ImportJob& m_job;
    QJsonArray m_results;
    int m_imported = 0;
    int m_exitCode = 0;
};

void declareOptions(Parser& parser) {
    parser.option(QStringLiteral("workspace"), QStringLiteral("FILE"),
                  QCoreApplication::translate("Cli", "the workspace; made when it does not exist"));
    parser.option(QStringLiteral("dataset"), QStringLiteral("NAME"),
                  QCoreApplication::translate("Cli", "dataset to import into (default: the profile's own)"));
    parser.option(QStringLiteral("profile"), QStringLiteral("ID"),
                  QCoreApplication::translate("Cli", "layout of the file (default: the one that fits best)"));
    parser.option(QStringLiteral("year"), QStringLiteral("Y"),
                  QCoreApplication::translate("Cli", "year of the data, for layouts that do not say it"));
    parser.option(QStringLiteral("on-existing"), QStringLiteral("replace|add|fill"),
                  QCoreApplication::translate("Cli", "what to do with months that the dataset already has"));
    parser.flag(QStringLiteral("insist"), QCoreApplication::translate("Cli", "import although a plausibility check refuses the file"));
    parser.option(QStringLiteral("encoding"), QStringLiteral("NAME"),
                  QCoreApplication::translate("Cli", "UTF-8, CP949, UTF-16LE or UTF-16BE (default: decided strictly)"));
    parser.option(QStringLiteral("crs"), QStringLiteral("EPSG:N"),
                  QCoreApplication::translate("Cli", "coordinate system (default: from the file or its values)"));
    parser.option(QStringLiteral("column"), QStringLiteral("FIELD=COLUMN"),
                  QCoreApplication::translate("Cli", "take a field of the profile from this column; may be repeated"));
    parser.option(QStringLiteral("report"), QStringLiteral("FILE"),
                  QCoreApplication::translate("Cli", "write the quality report too: .txt, .html or .json"));
    parser.option(QStringLiteral("rejects"), QStringLiteral("FILE"), QCoreApplication::translate("Cli", "write the rejected rows as CSV"));
}

Result<OnExisting> readOnExisting(const Parser& parser) {
    const auto choice =
        parser.choice(QStringLiteral("on-existing"), QString(), {QStringLiteral("replace"), QStringLiteral("add"), QStringLiteral("fill")});
    if (!choice) return choice.error();
    if (*choice == QLatin1String("replace")) return OnExisting::Replace;
    if (*choice == QLatin1String("add")) return OnExisting::Add;
    if (*choice == QLatin1String("fill")) return OnExisting::Fill;
    return OnExisting::Ask;
}

Result<ImportOptions> readOptions(const Parser& parser) {
    ImportOptions options;
    options.dataset = parser.value(QStringLiteral("dataset"));
    options.profile = parser.value(QStringLiteral("profile"));
    options.insist = parser.isSet(QStringLiteral("insist"));
    options.crs = parser.value(QStringLiteral("crs"));
    const auto year = parser.integer(QStringLiteral("year"), 0, 1900, 2200);
    if (!year) return year.error();
    if (*year != 0) options.year = static_cast<int>(*year);
    const auto onExisting = readOnExisting(parser);
    if (!onExisting) return onExisting.error();
    options.onExisting = *onExisting;
    const auto encoding =
        parser.choice(QStringLiteral("encoding"), QString(),
                      {QStringLiteral("UTF-8"), QStringLiteral("CP949"), QStringLiteral("UTF-16LE"), QStringLiteral("UTF-16BE")});
    if (!encoding) return encoding.error();
    options.encoding = *encoding;
    for (const QString& pair : parser.values(QStringLiteral("column"))) {
        const auto equals = pair.indexOf(QLatin1Char('='));
        if (equals <= 0) {
            return usageError(
                QCoreApplication::translate("Cli", "--column takes a field and a column such as value=승차, not \"%1\".").arg(pair));
        }
        options.columns.insert(pair.left(equals), pair.mid(equals + 1));
    }
    return options;
}

}  // namespace

Result<Job> prepareImport(const QStringList& arguments, Console& console) {
    Parser parser(QStringLiteral("import"), QStringLiteral("--workspace W.mudeung [OPTIONS] FILE…"),
                  QCoreApplication::translate(
                      "Cli", "Imports published files. Each file comes in whole or not at all; the quality report says what was found."));
    declareOptions(parser);
    if (const auto status = parser.parse(arguments, console); !status) return status.error();
    if (parser.wantsHelp()) return parser.helpJob();
    const auto workspace = parser.required(QStringLiteral("workspace"));
    if (!workspace) return workspace.error();
    const auto options = readOptions(parser);
    if (!options) return options.error();
    if (parser.positional().isEmpty()) return usageError(QCoreApplication::translate("Cli", "\"mudeung import\" needs a file to import."));
    const ImportJob job{*workspace, parser.positional(), *options, parser.value(QStringLiteral("report")),
                        parser.value(QStringLiteral("rejects"))};
    return Job([job](const Console& c) { return Import(c, job).run(); });
}

}  // namespace mudeung::cli
