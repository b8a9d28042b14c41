// SPDX-License-Identifier: GPL-3.0-or-later
// `mudeung query`: the answer to a question as CSV or JSON.
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <cmath>

#include "app/command.h"
#include "app/query_options.h"
#include "app/table_text.h"
#include "core/base/format.h"
#include "core/base/language.h"

namespace mudeung::cli {

namespace {

struct QueryJob {
    QString workspace;
    Query query;
    Breakdown by = Breakdown::Place;
    bool asJson = false;
    QString out;
};

/// The total and what to keep in mind, for people who read the terminal.
void explain(const Console& console, const Table& table) {
    console.message(table.query.toSentence(&table.dataset.scheme));
    const QString unit = koreanInterface() && !table.measure.unitKo.isEmpty() ? table.measure.unitKo : table.measure.unit;
    const QString total = table.measure.aggregation == Aggregation::Mean ? QCoreApplication::translate("Cli", "Mean: %1 %2")
                                                                         : QCoreApplication::translate("Cli", "Total: %1 %2");
    console.message(total.arg(formatNumber(table.total, table.measure.decimals), unit));
    for (const QString& note : table.notes) console.message(note);
    if (table.sample) console.message(QCoreApplication::translate("Cli", "Sample data: synthetic, not observed."));
}

int answer(const Console& console, const QueryJob& job) {
    const auto opened = openQuery(job.workspace, job.query, false);
    if (!opened) return console.fail(opened.error());
    const auto progress = console.startProgress();
    const auto table = opened->engine->run(opened->query, job.by, *progress);
    console.endProgress();
    if (!table) return console.fail(table.error());
    const QByteArray bytes = job.asJson ? QJsonDocument(tableJson(**table)).toJson() : tableCsv(**table);
    explain(console, **table);
    if (job.out.isEmpty()) {
        console.resultBytes(bytes);
        return 0;
    }
    QSaveFile file(job.out);
    // Spreadsheets take a CSV for UTF-8 only when it begins with a mark.
    const QByteArray mark = job.asJson ? QByteArray() : QByteArray("\xEF\xBB\xBF");
    if (!file.open(QIODevice::WriteOnly) || file.write(mark + bytes) != mark.size() + bytes.size() || !file.commit()) {
        return console.fail(
            {ErrorCode::Io, QCoreApplication::translate("Cli", "The file %1 cannot be written: %2.").arg(job.out, file.errorString()), {}});
    }
    console.result(job.out);
    return 0;
}

}  // namespace

Result<Job> prepareQuery(const QStringList& arguments, Console& console) {
    Parser parser(
        QStringLiteral("query"),
        QStringLiteral("--workspace W.mudeung --dataset D %1 --by place|group|hour|weekhour|day|dayhour|month|dong [--format csv|json]")
            .arg(QString::fromUtf8(kQuerySyntax)),
        QCoreApplication::translate("Cli", "Answers a question. The answer goes to stdout, the total and remarks to stderr."));
    declareQueryOptions(parser);
    parser.option(QStringLiteral("by"), QStringLiteral("WHAT"),
                  QCoreApplication::translate("Cli", "one row per place, group, hour, weekhour, day, dayhour, month or dong"));
    parser.option(QStringLiteral("format"), QStringLiteral("csv|json"),
                  QCoreApplication::translate("Cli", "form of the answer (default csv)"));
    parser.option(QStringLiteral("out"), QStringLiteral("FILE"), QCoreApplication::translate("Cli", "write the answer into this file"));
    if (const auto status = parser.parse(arguments, console); !status) return status.error();
    if (parser.wantsHelp()) return parser.helpJob();
    if (const auto none = parser.noPositional(); !none) return none.error();
    QueryJob job;
    const auto workspace = parser.required(QStringLiteral("workspace"));
    if (!workspace) return workspace.error();
    job.workspace = *workspace;
    const auto by = parser.required(QStringLiteral("by"));
    if (!by) return by.error();
    const auto breakdown = breakdownFromId(*by);
    if (!breakdown) {
        return usageError(QCoreApplication::translate("Cli", "--by takes one of %1, not \"%2\".")
                              .arg(QStringLiteral("place, group, hour, weekhour, day, dayhour, month, dong"), *by));
    }
    job.by = *breakdown;
    const auto format = parser.choice(QStringLiteral("format"), console.json ? QStringLiteral("json") : QStringLiteral("csv"),
                                      {QStringLiteral("csv"), QStringLiteral("json")});
    if (!format) return format.error();
    job.asJson = *format == QLatin1String("json");
    job.out = parser.value(QStringLiteral("out"));
    const auto query = readQuery(parser);
    if (!query) return query.error();
    job.query = *query;
    return Job([job](const Console& c) { return answer(c, job); });
}

}  // namespace mudeung::cli
