// SPDX-License-Identifier: GPL-3.0-or-later
// What a command of the command line is, and the parsing that all of them share. Knows no single command.
#pragma once

#include <QCommandLineParser>
#include <QString>
#include <QStringList>
#include <functional>
#include <span>

#include "app/console.h"
#include "core/base/result.h"

namespace mudeung::cli {

/// What has to live while a command runs. Nothing, plain Qt painting, or the QGIS libraries; of a command that may write a page with a map,
/// these only when it does.
enum class Needs { Core, Painting, Map, MapForPictures };

/// The work of a command whose options were read; returns the exit code.
using Job = std::function<int(const Console&)>;

struct Command {
    const char* name;
    Needs needs;
    QString (*summary)();
    /// Reads the options (arguments without the command's own name). `--help` gives a job that prints the help.
    Result<Job> (*prepare)(const QStringList& arguments, Console& console);
};

/// What the command needs with these arguments; never MapForPictures.
Needs needsOf(const Command& command, const QStringList& arguments);

/// In the order of the help text.
std::span<const Command> commands();
const Command* findCommand(const QString& name);
/// The name nearest to a mistyped one, empty when nothing is near.
QString nearest(const QString& typed, const QStringList& known);

/// A parser with --help, --json, --lang and --progress; texts of the command's own options are added by the command.
class Parser {
public:
    Parser(const QString& command, const QString& syntax, const QString& description);

    void option(const QString& name, const QString& valueName, const QString& description);
    void flag(const QString& name, const QString& description);

    /// Unknown options and missing values are Usage errors with a hint.
    Status parse(const QStringList& arguments, Console& console);
    bool wantsHelp() const;
    QString helpText() const;
    Job helpJob() const;

    bool isSet(const QString& name) const { return m_parser.isSet(name); }
    QString value(const QString& name) const { return m_parser.value(name); }
    QStringList values(const QString& name) const { return m_parser.values(name); }
    QStringList positional() const { return m_parser.positionalArguments(); }

    Result<QString> required(const QString& name) const;
    Result<qint64> integer(const QString& name, qint64 fallback, qint64 least, qint64 most) const;
    Result<double> number(const QString& name, double fallback, double least, double most) const;
    /// "1920x1080", each side 64…16384.
    Result<QSize> size(const QString& name, QSize fallback) const;
    /// The value if it is one of `choices`.
    Result<QString> choice(const QString& name, const QString& fallback, const QStringList& choices) const;
    /// An error when more words than wanted were given.
    Status noPositional() const;

private:
    QString m_command;
    QString m_syntax;
    QStringList m_names;
    QStringList m_valued;  ///< options that need a value
    QCommandLineParser m_parser;
};

Error usageError(const QString& message, const QString& detail = {});

// One per command; each lives in the file of its family.
Result<Job> prepareImport(const QStringList& arguments, Console& console);
Result<Job> prepareDatasets(const QStringList& arguments, Console& console);
Result<Job> prepareProfiles(const QStringList& arguments, Console& console);
Result<Job> prepareReceipt(const QStringList& arguments, Console& console);
Result<Job> prepareVerify(const QStringList& arguments, Console& console);
Result<Job> prepareBackup(const QStringList& arguments, Console& console);
Result<Job> prepareQuery(const QStringList& arguments, Console& console);
Result<Job> prepareAsk(const QStringList& arguments, Console& console);
Result<Job> prepareAnalyses(const QStringList& arguments, Console& console);
Result<Job> prepareRun(const QStringList& arguments, Console& console);
Result<Job> prepareRuns(const QStringList& arguments, Console& console);
Result<Job> prepareRender(const QStringList& arguments, Console& console);
Result<Job> prepareAnimate(const QStringList& arguments, Console& console);
Result<Job> prepareChart(const QStringList& arguments, Console& console);
Result<Job> prepareReport(const QStringList& arguments, Console& console);
Result<Job> prepareForecast(const QStringList& arguments, Console& console);
Result<Job> prepareSample(const QStringList& arguments, Console& console);

}  // namespace mudeung::cli
