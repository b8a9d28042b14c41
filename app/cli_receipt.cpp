// SPDX-License-Identifier: GPL-3.0-or-later
// `mudeung receipt` and `mudeung verify`: what an output says about itself, whether it is still true, and whether a workspace is whole.
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

#include "app/command.h"
#include "core/export/read_receipt.h"
#include "core/runs/verify_run.h"

namespace mudeung::cli {

namespace {

constexpr int kChangedExit = 3;

int showReceipt(const Console& console, const QString& path) {
    const auto found = readReceipt(path);
    if (!found) return console.fail(found.error());
    if (found->fileChanged)
        console.message(QCoreApplication::translate("Cli", "The file %1 was changed after its receipt was written.").arg(path));
    if (console.json) {
        QJsonObject json = receiptJson(found->receipt);
        json.insert(QStringLiteral("carrier"), found->carrier);
        json.insert(QStringLiteral("fileChanged"), found->fileChanged);
        console.result(json);
    } else {
        console.result(receiptLines(found->receipt).join(QLatin1Char('\n')));
    }
    return 0;
}

QJsonArray filesJson(const QVector<SourceFile>& files) {
    QJsonArray array;
    for (const SourceFile& file : files)
        array.append(QJsonObject{{"name", file.name}, {"sha256", file.sha256}, {"importedAt", file.importedAt}});
    return array;
}

QJsonObject verificationJson(const QString& path, const Receipt& receipt, const Verification& found) {
    QJsonObject now;
    if (found.rows >= 0)
        now = {{"rows", static_cast<double>(found.rows)},
               {"sum", QString::number(static_cast<qint64>(found.totalSum))},
               {"observed", QString::number(static_cast<qint64>(found.totalObserved))},
               {"sha256", found.result}};
    return {{"file", path},
            {"equal", found.changes.isEmpty()},
            {"changes", QJsonArray::fromStringList(found.changes)},
            {"remarks", QJsonArray::fromStringList(found.remarks)},
            {"missingFiles", filesJson(found.missingFiles)},
            {"newFiles", filesJson(found.newFiles)},
            {"then", receiptJson(receipt).value(QLatin1String("result"))},
            {"now", now}};
}

int verifyFile(const Console& console, const QString& path, const QString& workspacePath) {
    const auto read = readReceipt(path);
    if (!read) return console.fail(read.error());
    const auto workspace = Workspace::open(workspacePath, OpenMode::ReadOnly);
    if (!workspace) return console.fail(workspace.error());
    QueryEngine engine(*workspace);
    const auto progress = console.startProgress();
    auto found = verifyOutput(engine, read->receipt, *progress);
    console.endProgress();
    if (!found) return console.fail(found.error());
    if (read->fileChanged)
        found->changes.prepend(QCoreApplication::translate("Cli", "The file %1 was changed after its receipt was written.").arg(path));
    console.message(read->receipt.sentence);
    const bool equal = found->changes.isEmpty();
    if (console.json) {
        console.result(verificationJson(path, read->receipt, *found));
    } else {
        console.result(equal ? QCoreApplication::translate("Cli", "%1: equal. The workspace gives the same numbers again.").arg(path)
                             : QCoreApplication::translate("Cli", "%1: changed.").arg(path));
        for (const QString& change : found->changes) console.result(QStringLiteral("  ") + change);
    }
    for (const QString& remark : found->remarks) console.message(remark);
    return equal ? 0 : kChangedExit;
}

int verifyWorkspace(const Console& console, const QString& path) {
    const auto workspace = Workspace::open(path, OpenMode::ReadOnly);
    if (!workspace) return console.fail(workspace.error());
    const auto progress = console.startProgress();
    const auto problems = (*workspace)->verify(*progress);
    console.endProgress();
    if (!problems) return console.fail(problems.error());
    if (console.json) console.result(QJsonObject{{"workspace", path}, {"problems", QJsonArray::fromStringList(*problems)}});
    if (problems->isEmpty()) {
        if (!console.json) console.result(QCoreApplication::translate("Cli", "%1: every page and every block is intact.").arg(path));
        return 0;
    }
    if (!console.json)
        for (const QString& problem : *problems) console.result(problem);
    console.message(QCoreApplication::translate("Cli", "%1 has %n problem(s).", nullptr, int(problems->size())).arg(path));
    return exitCodeFor(ErrorCode::Corrupt);
}

/// The one file that the command is about.
Result<QString> oneFile(const Parser& parser) {
    const QStringList words = parser.positional();
    if (words.isEmpty())
        return usageError(QCoreApplication::translate("Cli", "Name the file: a picture, table or report of this program."));
    if (words.size() > 1) return usageError(QCoreApplication::translate("Cli", "\"%1\" is one word too many.").arg(words[1]));
    return words.first();
}

}  // namespace

Result<Job> prepareReceipt(const QStringList& arguments, Console& console) {
    Parser parser(QStringLiteral("receipt"), QStringLiteral("FILE"),
                  QCoreApplication::translate("Cli",
                                              "Shows what a picture, table or report says about itself: question, source files with "
                                              "sha256, digest of the numbers, program version."));
    if (const auto status = parser.parse(arguments, console); !status) return status.error();
    if (parser.wantsHelp()) return parser.helpJob();
    const auto path = oneFile(parser);
    if (!path) return path.error();
    return Job([path = *path](const Console& c) { return showReceipt(c, path); });
}

Result<Job> prepareVerify(const QStringList& arguments, Console& console) {
    Parser parser(QStringLiteral("verify"), QStringLiteral("[FILE] --workspace W.mudeung"),
                  QCoreApplication::translate("Cli",
                                              "With a picture, table or report: asks its question again and says whether the workspace "
                                              "still gives the same numbers, or what changed (exit code 3). Without: reads every page "
                                              "and every block of the workspace and says what is damaged."));
    parser.option(QStringLiteral("workspace"), QStringLiteral("FILE"), QCoreApplication::translate("Cli", "the workspace"));
    if (const auto status = parser.parse(arguments, console); !status) return status.error();
    if (parser.wantsHelp()) return parser.helpJob();
    const QString workspace = parser.value(QStringLiteral("workspace"));
    if (parser.positional().isEmpty()) {
        const auto path = parser.required(QStringLiteral("workspace"));
        if (!path) return path.error();
        return Job([path = *path](const Console& c) { return verifyWorkspace(c, path); });
    }
    const auto file = oneFile(parser);
    if (!file) return file.error();
    if (workspace.isEmpty() && file->endsWith(QLatin1String(".mudeung")))
        return Job([path = *file](const Console& c) { return verifyWorkspace(c, path); });
    const auto named = parser.required(QStringLiteral("workspace"));
    if (!named) return named.error();
    return Job([path = *file, workspace](const Console& c) { return verifyFile(c, path, workspace); });
}

}  // namespace mudeung::cli
