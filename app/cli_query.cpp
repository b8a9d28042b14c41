// SPDX-License-Identifier: GPL-3.0-or-later
// `mudeung query` and `mudeung ask`: the answer to a question as CSV, JSON, Excel or GeoPackage.
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <optional>

#include "app/command.h"
#include "app/query_options.h"
#include "core/ask/ask.h"
#include "core/base/format.h"
#include "core/base/language.h"
#include "core/cube/area_list.h"
#include "core/export/table_file.h"
#include "core/export/table_text.h"

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

/// The whole answer or its largest `top` rows, to the terminal or into the file.
int writeAnswer(const Console& console, const OpenedQuery& opened, const Table& table, const QueryJob& job, int top = 0) {
    const Table shown = largestRows(table, top);
    explain(console, shown);
    if (job.out.isEmpty()) {
        console.resultBytes(job.asJson ? QJsonDocument(tableJson(shown)).toJson() : tableCsv(shown));
        return 0;
    }
    const auto progress = console.startProgress();
    const Status written = writeTableFile(*opened.workspace, table, job.out, *progress, top);
    console.endProgress();
    if (!written) return console.fail(written.error());
    console.result(job.out);
    return 0;
}

int answer(const Console& console, const QueryJob& job) {
    const auto opened = openQuery(job.workspace, job.query, false);
    if (!opened) return console.fail(opened.error());
    const auto progress = console.startProgress();
    const auto table = opened->engine->run(opened->query, job.by, *progress);
    console.endProgress();
    if (!table) return console.fail(table.error());
    return writeAnswer(console, *opened, **table, job);
}

/// Why a phrase is not answered: words without a meaning, or with one that this data does not have.
std::optional<Error> notUnderstood(const Asked& asked) {
    QStringList problems;
    for (const AskWord& word : asked.unknown) problems << QCoreApplication::translate("Cli", "“%1” is not understood").arg(word.text);
    for (const AskChip& chip : asked.chips) {
        if (!chip.applied) problems << QStringLiteral("%1: %2").arg(chip.text, chip.note);
    }
    if (!problems.isEmpty()) return usageError(problems.join(QStringLiteral("; ")));
    if (!asked.saysSomething())
        return usageError(
            QCoreApplication::translate("Cli", "The phrase says nothing to look for, such as days, hours, ages or a period."));
    return std::nullopt;
}

int answerInWords(const Console& console, const QString& phrase, const QueryJob& job) {
    auto opened = openQuery(job.workspace, job.query, true);
    if (!opened) return console.fail(opened.error());
    const auto areas = readAreas(*opened->workspace);
    if (!areas) return console.fail(areas.error());
    const Asked asked = ask(phrase, {opened->dataset, *areas});
    if (const auto problem = notUnderstood(asked)) return console.fail(*problem);
    QStringList understood;
    for (const AskChip& chip : asked.chips) {
        understood << chip.text;
        if (!chip.note.isEmpty()) console.message(QStringLiteral("%1: %2").arg(chip.text, chip.note));
    }
    console.message(QCoreApplication::translate("Cli", "Understood: %1").arg(understood.join(QStringLiteral(" · "))));
    const auto progress = console.startProgress();
    const auto table = opened->engine->run(asked.query, asked.by.value_or(Breakdown::Place), *progress);
    console.endProgress();
    if (!table) return console.fail(table.error());
    return writeAnswer(console, *opened, **table, job, asked.top);
}

void declareOutput(Parser& parser) {
    parser.option(QStringLiteral("format"), QStringLiteral("csv|json"),
                  QCoreApplication::translate("Cli", "form of the answer (default csv)"));
    parser.option(QStringLiteral("out"), QStringLiteral("FILE"),
                  QCoreApplication::translate("Cli", "write the answer with its receipt into this file: .csv, .json, .xlsx or .gpkg"));
}

Status readOutput(const Parser& parser, const Console& console, QueryJob& job) {
    const auto format = parser.choice(QStringLiteral("format"), console.json ? QStringLiteral("json") : QStringLiteral("csv"),
                                      {QStringLiteral("csv"), QStringLiteral("json")});
    if (!format) return format.error();
    job.asJson = *format == QLatin1String("json");
    job.out = parser.value(QStringLiteral("out"));
    if (job.out.isEmpty()) return done();
    const QString suffix = QFileInfo(job.out).suffix().toLower();
    if (!tableFileSuffixes().contains(suffix))
        return usageError(QCoreApplication::translate("Cli", "The name of the file to write must end with .%1, not \"%2\".")
                              .arg(tableFileSuffixes().join(QStringLiteral(", .")), job.out));
    if (parser.isSet(QStringLiteral("format")) && *format != suffix)
        return usageError(
            QCoreApplication::translate("Cli", "--format %1 does not fit the name \"%2\"; leave out --format.").arg(*format, job.out));
    return done();
}

}  // namespace

Result<Job> prepareQuery(const QStringList& arguments, Console& console) {
    Parser parser(
        QStringLiteral("query"),
        QStringLiteral(
            "--workspace W.mudeung --dataset D %1 --by place|group|hour|weekhour|monthhour|day|dayhour|month|dong [--format csv|json]")
            .arg(QString::fromUtf8(kQuerySyntax)),
        QCoreApplication::translate("Cli", "Answers a question. The answer goes to stdout, the total and remarks to stderr."));
    declareQueryOptions(parser);
    parser.option(QStringLiteral("by"), QStringLiteral("WHAT"),
                  QCoreApplication::translate("Cli", "one row per place, group, hour, weekhour, monthhour, day, dayhour, month or dong"));
    declareOutput(parser);
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
                              .arg(QStringLiteral("place, group, hour, weekhour, monthhour, day, dayhour, month, dong"), *by));
    }
    job.by = *breakdown;
    if (const auto output = readOutput(parser, console, job); !output) return output.error();
    const auto query = readQuery(parser);
    if (!query) return query.error();
    job.query = *query;
    return Job([job](const Console& c) { return answer(c, job); });
}

Result<Job> prepareAsk(const QStringList& arguments, Console& console) {
    Parser parser(
        QStringLiteral("ask"), QStringLiteral("--workspace W.mudeung [--dataset D] [--format csv|json] [--out FILE] WORDS…"),
        QCoreApplication::translate("Cli",
                                    "Answers a question in Korean or English words, such as “seniors on weekday mornings top 10 stops”. "
                                    "What was understood goes to stderr; nothing is guessed."));
    parser.option(QStringLiteral("workspace"), QStringLiteral("FILE"), QCoreApplication::translate("Cli", "the workspace"));
    parser.option(QStringLiteral("dataset"), QStringLiteral("D"),
                  QCoreApplication::translate("Cli", "the dataset (default: the bus stops, else the first counts)"));
    declareOutput(parser);
    if (const auto status = parser.parse(arguments, console); !status) return status.error();
    if (parser.wantsHelp()) return parser.helpJob();
    QueryJob job;
    const auto workspace = parser.required(QStringLiteral("workspace"));
    if (!workspace) return workspace.error();
    job.workspace = *workspace;
    job.query.dataset = parser.value(QStringLiteral("dataset"));
    if (const auto output = readOutput(parser, console, job); !output) return output.error();
    const QString phrase = parser.positional().join(QLatin1Char(' ')).normalized(QString::NormalizationForm_C);
    if (phrase.trimmed().isEmpty()) return usageError(QCoreApplication::translate("Cli", "Write the question after the options."));
    return Job([job, phrase](const Console& c) { return answerInWords(c, phrase, job); });
}

}  // namespace mudeung::cli
