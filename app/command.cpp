// SPDX-License-Identifier: GPL-3.0-or-later
// The list of commands, and option parsing with errors that say what to do.
#include "app/command.h"

#include <QCoreApplication>
#include <QSize>
#include <algorithm>
#include <array>
#include <vector>

#include "ui/map/map_render.h"

namespace mudeung::cli {

namespace {

int editDistance(const QString& a, const QString& b) {
    std::vector<int> previous(static_cast<std::size_t>(b.size()) + 1);
    std::vector<int> current(previous.size());
    for (std::size_t j = 0; j < previous.size(); ++j) previous[j] = static_cast<int>(j);
    for (int i = 0; i < a.size(); ++i) {
        current[0] = i + 1;
        for (int j = 0; j < b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const int replaced = previous[at] + (a[i] == b[j] ? 0 : 1);
            current[at + 1] = std::min({replaced, previous[at + 1] + 1, current[at] + 1});
        }
        std::swap(previous, current);
    }
    return previous.back();
}

constexpr std::array<Command, 17> kCommands{{
    {"import", Needs::Core, [] { return QCoreApplication::translate("Cli", "import published files into a workspace"); }, prepareImport},
    {"datasets", Needs::Core, [] { return QCoreApplication::translate("Cli", "list what a workspace holds"); }, prepareDatasets},
    {"profiles", Needs::Core, [] { return QCoreApplication::translate("Cli", "list the file layouts that can be imported"); },
     prepareProfiles},
    {"query", Needs::Core, [] { return QCoreApplication::translate("Cli", "answer a question as CSV, JSON, Excel or GeoPackage"); },
     prepareQuery},
    {"ask", Needs::Core, [] { return QCoreApplication::translate("Cli", "answer a question in words"); }, prepareAsk},
    {"analyses", Needs::Core, [] { return QCoreApplication::translate("Cli", "list the analyses, or describe one with its parameters"); },
     prepareAnalyses},
    {"run", Needs::MapForPictures, [] { return QCoreApplication::translate("Cli", "carry out an analysis"); }, prepareRun},
    {"runs", Needs::MapForPictures,
     [] { return QCoreApplication::translate("Cli", "list, repeat and compare the runs kept in a workspace"); }, prepareRuns},
    {"render", Needs::Map, [] { return QCoreApplication::translate("Cli", "draw the map of a question as PNG, PDF or SVG"); },
     prepareRender},
    {"animate", Needs::Map, [] { return QCoreApplication::translate("Cli", "draw a question frame by frame as GIF, MP4 or PNG files"); },
     prepareAnimate},
    {"chart", Needs::Painting, [] { return QCoreApplication::translate("Cli", "draw the chart of a question as PNG, SVG or PDF"); },
     prepareChart},
    {"report", Needs::Map, [] { return QCoreApplication::translate("Cli", "write a PDF report with map, charts and data quality"); },
     prepareReport},
    {"forecast", Needs::Core, [] { return QCoreApplication::translate("Cli", "forecast every series of a table, with intervals"); },
     prepareForecast},
    {"sample", Needs::Core, [] { return QCoreApplication::translate("Cli", "make the synthetic sample city"); }, prepareSample},
    {"receipt", Needs::Core, [] { return QCoreApplication::translate("Cli", "show where an output file comes from"); }, prepareReceipt},
    {"verify", Needs::Core, [] { return QCoreApplication::translate("Cli", "check an output against a workspace, or a workspace itself"); },
     prepareVerify},
    {"backup", Needs::Core, [] { return QCoreApplication::translate("Cli", "write a consistent copy of a workspace"); }, prepareBackup},
}};

}  // namespace

std::span<const Command> commands() {
    return kCommands;
}

const Command* findCommand(const QString& name) {
    const auto found = std::find_if(kCommands.begin(), kCommands.end(), [&](const Command& c) { return name == QLatin1String(c.name); });
    return found == kCommands.end() ? nullptr : &*found;
}

Needs needsOf(const Command& command, const QStringList& arguments) {
    if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h"))) return Needs::Core;
    if (command.needs != Needs::MapForPictures) return command.needs;
    for (int i = 0; i < arguments.size(); ++i) {
        const QString file = arguments[i].startsWith(QLatin1String("--out=")) ? arguments[i].mid(6)
                             : arguments[i] == QLatin1String("--out")         ? arguments.value(i + 1)
                                                                              : QString();
        if (isMapFile(file)) return Needs::Map;
    }
    return Needs::Core;
}

QString nearest(const QString& typed, const QStringList& known) {
    QString best;
    int bestDistance = std::max(2, static_cast<int>(typed.size()) / 3) + 1;
    for (const QString& candidate : known) {
        const int distance = editDistance(typed, candidate);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

Error usageError(const QString& message, const QString& detail) {
    return {ErrorCode::Usage, message, detail};
}

Parser::Parser(const QString& command, const QString& syntax, const QString& description) : m_command(command), m_syntax(syntax) {
    m_parser.setApplicationDescription(description);
    flag(QStringLiteral("help"), QCoreApplication::translate("Cli", "show this help"));
    flag(QStringLiteral("json"), QCoreApplication::translate("Cli", "results and errors as JSON on stdout"));
    option(QStringLiteral("lang"), QStringLiteral("ko|en"),
           QCoreApplication::translate("Cli", "language of messages (default: the system's)"));
    flag(QStringLiteral("progress"), QCoreApplication::translate("Cli", "show progress even when stderr is no terminal"));
}

void Parser::option(const QString& name, const QString& valueName, const QString& description) {
    m_names << name;
    m_valued << QStringLiteral("--") + name;
    m_parser.addOption(QCommandLineOption(name, description, valueName));
}

void Parser::flag(const QString& name, const QString& description) {
    m_names << name;
    const QStringList names = name == QLatin1String("help") ? QStringList{QStringLiteral("h"), name} : QStringList{name};
    m_parser.addOption(QCommandLineOption(names, description));
}

Status Parser::parse(const QStringList& arguments, Console& console) {
    const bool understood = m_parser.parse(QStringList{QStringLiteral("mudeung ") + m_command} + arguments);
    const QStringList unknown = m_parser.unknownOptionNames();
    if (!unknown.isEmpty()) {
        const QString near = nearest(unknown.first(), m_names);
        const QString hint = near.isEmpty()
                                 ? QCoreApplication::translate("Cli", "Run \"mudeung %1 --help\" to see the options.").arg(m_command)
                                 : QCoreApplication::translate("Cli", "Did you mean --%1? Run \"mudeung %2 --help\" to see the options.")
                                       .arg(near, m_command);
        return usageError(QCoreApplication::translate("Cli", "\"mudeung %1\" has no option --%2.").arg(m_command, unknown.first()), hint);
    }
    if (!understood)
        return usageError(QCoreApplication::translate("Cli", "The options of \"mudeung %1\" cannot be read.").arg(m_command),
                          m_parser.errorText());
    // "--workspace --json": Qt would take the next option for the value, and the file "--json" would be missed instead.
    for (int i = 0; i + 1 < arguments.size(); ++i) {
        if (m_valued.contains(arguments[i]) && m_names.contains(arguments[i + 1].mid(2)) &&
            arguments[i + 1].startsWith(QLatin1String("--")))
            return usageError(QCoreApplication::translate("Cli", "The options of \"mudeung %1\" cannot be read.").arg(m_command),
                              QCoreApplication::translate("Cli", "%1 needs a value.").arg(arguments[i]));
    }
    console.json = console.json || isSet(QStringLiteral("json"));
    console.forceProgress = isSet(QStringLiteral("progress"));
    return done();
}

bool Parser::wantsHelp() const {
    return m_parser.isSet(QStringLiteral("help"));
}

QString Parser::helpText() const {
    // Qt's own help text puts the program's options first; a command's syntax line says more.
    QString text = m_parser.helpText();
    const auto firstBreak = text.indexOf(QLatin1Char('\n'));
    return QCoreApplication::translate("Cli", "Usage: %1").arg(QStringLiteral("mudeung ") + m_command + QLatin1Char(' ') + m_syntax) +
           text.mid(firstBreak);
}

Job Parser::helpJob() const {
    const QString text = helpText();
    return [text](const Console& console) {
        console.result(text);
        return 0;
    };
}

Result<QString> Parser::required(const QString& name) const {
    const QString text = value(name);
    if (text.isEmpty())
        return usageError(QCoreApplication::translate("Cli", "\"mudeung %1\" needs --%2.").arg(m_command, name),
                          QCoreApplication::translate("Cli", "Usage: %1").arg("mudeung " + m_command + " " + m_syntax));
    return text;
}

Result<qint64> Parser::integer(const QString& name, qint64 fallback, qint64 least, qint64 most) const {
    if (!isSet(name)) return fallback;
    bool isNumber = false;
    const qint64 number = value(name).toLongLong(&isNumber);
    if (isNumber && number >= least && number <= most) return number;
    return usageError(QCoreApplication::translate("Cli", "--%1 takes a whole number from %2 to %3, not \"%4\".")
                          .arg(name)
                          .arg(least)
                          .arg(most)
                          .arg(value(name)));
}

Result<double> Parser::number(const QString& name, double fallback, double least, double most) const {
    if (!isSet(name)) return fallback;
    bool isNumber = false;
    const double number = value(name).toDouble(&isNumber);
    if (isNumber && number >= least && number <= most) return number;
    return usageError(QCoreApplication::translate("Cli", "--%1 takes a number from %2 to %3, not \"%4\".")
                          .arg(name)
                          .arg(least)
                          .arg(most)
                          .arg(value(name)));
}

Result<QSize> Parser::size(const QString& name, QSize fallback) const {
    if (!isSet(name)) return fallback;
    const QStringList sides = value(name).toLower().split(QLatin1Char('x'));
    if (sides.size() == 2) {
        bool widthIsNumber = false;
        bool heightIsNumber = false;
        const QSize size(sides[0].toInt(&widthIsNumber), sides[1].toInt(&heightIsNumber));
        const auto fits = [](int side) { return side >= 64 && side <= 16384; };
        if (widthIsNumber && heightIsNumber && fits(size.width()) && fits(size.height())) return size;
    }
    return usageError(QCoreApplication::translate("Cli", "--%1 takes a size such as 1920x1080 with sides from 64 to 16384, not \"%2\".")
                          .arg(name, value(name)));
}

Result<QString> Parser::choice(const QString& name, const QString& fallback, const QStringList& choices) const {
    if (!isSet(name)) return fallback;
    if (choices.contains(value(name))) return value(name);
    return usageError(
        QCoreApplication::translate("Cli", "--%1 takes one of %2, not \"%3\".").arg(name, choices.join(QStringLiteral(", ")), value(name)));
}

Status Parser::noPositional() const {
    if (positional().isEmpty()) return done();
    return usageError(QCoreApplication::translate("Cli", "\"mudeung %1\" does not take \"%2\".").arg(m_command, positional().first()),
                      QCoreApplication::translate("Cli", "Usage: %1").arg("mudeung " + m_command + " " + m_syntax));
}

}  // namespace mudeung::cli
