// SPDX-License-Identifier: GPL-3.0-or-later
// The executable: decides between a command and the window, and makes the application object that the choice needs.
#include <QApplication>
#include <QCoreApplication>
#include <QFileInfo>
#include <clocale>
#include <cstdlib>
#include <langinfo.h>
#include <memory>

#include "app/command.h"
#include "app/versions.h"
#include "app/window.h"
#include "core/base/language.h"
#include "ui/map/qgis_session.h"

namespace mudeung::cli {

namespace {

void nameTheProgram() {
    QCoreApplication::setApplicationName(QStringLiteral("mudeung"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MUDEUNG_VERSION));
    QCoreApplication::setOrganizationName(QStringLiteral("mudeung"));
}

/// A process without a locale (cron, a container) cannot name a Hangul file on Qt 5; UTF-8 it is then, in the same language.
QString settleLocale() {
    const QString language = systemLanguage();
    std::setlocale(LC_ALL, "");
    if (QByteArray(nl_langinfo(CODESET)) != "UTF-8") qputenv("LC_ALL", "C.UTF-8");
    return language;
}

QStringList argumentsOf(int argc, char** argv) {
    QStringList arguments;
    for (int i = 1; i < argc; ++i) arguments << QString::fromUtf8(argv[i]);
    return arguments;
}

/// `--lang ko` or `--lang=ko` anywhere, taken out; a wrong language is a Usage error.
Result<QString> takeLanguage(QStringList& arguments, const QString& fallback) {
    QString language = fallback;
    for (int i = 0; i < static_cast<int>(arguments.size()); ++i) {
        QString value;
        if (arguments[i].startsWith(QStringLiteral("--lang="))) {
            value = arguments.takeAt(i).mid(7);
        } else if (arguments[i] == QLatin1String("--lang")) {
            arguments.removeAt(i);
            if (i < static_cast<int>(arguments.size())) value = arguments.takeAt(i);
        } else {
            continue;
        }
        if (value != QLatin1String("ko") && value != QLatin1String("en"))
            return usageError(QCoreApplication::translate("Cli", "--lang takes ko or en, not \"%1\".").arg(value));
        language = value;
        --i;
    }
    return language;
}

QString helpText() {
    QStringList lines{QCoreApplication::translate("Cli", "Mudeung: GIS analysis for city policy planners, offline."),
                      QString(),
                      QCoreApplication::translate("Cli", "Usage:"),
                      QCoreApplication::translate("Cli", "  mudeung [FILE.mudeung]          open the window"),
                      QCoreApplication::translate("Cli", "  mudeung COMMAND [OPTIONS]       work without a window or display"),
                      QString(),
                      QCoreApplication::translate("Cli", "Commands:")};
    for (const Command& c : commands()) lines << QStringLiteral("  %1 %2").arg(QLatin1String(c.name), -10).arg(c.summary());
    lines << QString() << QCoreApplication::translate("Cli", "Options of every command:")
          << QCoreApplication::translate("Cli", "  --help       the options of a command: mudeung query --help")
          << QCoreApplication::translate("Cli", "  --json       results and errors as JSON on stdout")
          << QCoreApplication::translate("Cli", "  --lang ko|en language of messages")
          << QCoreApplication::translate("Cli", "  --progress   show progress even when stderr is no terminal")
          << QCoreApplication::translate("Cli", "  --version    versions of the program and its libraries") << QString()
          << QCoreApplication::translate("Cli",
                                         "Exit codes: 0 done, 1 internal error, 2 wrong usage, 3 file refused or verify found changes, "
                                         "4 input or output failed, 6 cancelled, 130 interrupted.");
    return lines.join(QLatin1Char('\n'));
}

/// Runs prepared work inside the application object that it needs.
int runJob(const Job& job, Needs needs, const QString& language, const Console& console, int& argc, char** argv) {
    if (needs == Needs::Map) {
        const QgisSession session(argc, argv, false);
        setInterfaceLanguage(language);
        return job(console);
    }
    std::unique_ptr<QCoreApplication> application;
    if (needs == Needs::Painting) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    setInterfaceLanguage(language);
    return job(console);
}

struct Choice {
    int exitCode = -1;  ///< ≥ 0: everything is said and done
    Job job;
    Needs needs = Needs::Core;
    bool window = false;
    QString workspace;
};

Choice chooseWindow(const QStringList& arguments, const Console& console) {
    Choice choice;
    const QString first = arguments.isEmpty() ? QString() : arguments.first();
    if (first.startsWith(QLatin1Char('-'))) {
        choice.exitCode = console.fail(usageError(QCoreApplication::translate("Cli", "There is no option %1.").arg(first),
                                                  QCoreApplication::translate("Cli", "Run \"mudeung --help\" to see what there is.")));
        return choice;
    }
    if (arguments.size() > 1 || (!first.isEmpty() && !QFileInfo::exists(first) && !first.endsWith(QStringLiteral(".mudeung")))) {
        QStringList names;
        for (const Command& c : commands()) names << QLatin1String(c.name);
        const QString near = nearest(first, names);
        const QString hint = near.isEmpty() ? QCoreApplication::translate("Cli", "Run \"mudeung --help\" to see what there is.")
                                            : QCoreApplication::translate("Cli", "Did you mean \"mudeung %1\"?").arg(near);
        choice.exitCode = console.fail(usageError(QCoreApplication::translate("Cli", "There is no command \"%1\".").arg(first), hint));
        return choice;
    }
    if (!first.isEmpty() && !QFileInfo::exists(first)) {
        choice.exitCode = console.fail(
            {ErrorCode::Io, QCoreApplication::translate("Cli", "The workspace %1 does not exist; check the name.").arg(first), {}});
        return choice;
    }
    if (!displayIsThere()) {
        choice.exitCode =
            console.fail({ErrorCode::Io,
                          QCoreApplication::translate(
                              "Cli", "There is no display for a window; the commands render, chart and report work without one."),
                          QCoreApplication::translate("Cli", "Run \"mudeung --help\" to see what there is.")});
        return choice;
    }
    choice.window = true;
    choice.workspace = first;
    return choice;
}

Choice choose(QStringList arguments, Console& console) {
    Choice choice;
    const QString first = arguments.isEmpty() ? QString() : arguments.first();
    if (first == QLatin1String("--help") || first == QLatin1String("-h") || first == QLatin1String("help")) {
        console.result(helpText());
        choice.exitCode = 0;
    } else if (first == QLatin1String("--version") || first == QLatin1String("-v")) {
        console.json ? console.result(versionsJson()) : console.result(versionsText());
        choice.exitCode = 0;
    } else if (const Command* command = findCommand(first)) {
        arguments.removeFirst();
        const auto job = command->prepare(arguments, console);
        if (!job) {
            choice.exitCode = console.fail(job.error());
        } else {
            choice.job = *job;
            choice.needs = needsOf(*command, arguments);
        }
    } else {
        if (first != QLatin1String("--json")) arguments.removeAll(QStringLiteral("--json"));
        return chooseWindow(arguments, console);
    }
    return choice;
}

int run(int& argc, char** argv) {
    nameTheProgram();
    QString language = settleLocale();
    Console console;
    Choice choice;
    bool languageGiven = false;
    {
        // Options are read with no display and no QGIS, so that help and mistakes are answered at once.
        const QCoreApplication reader(argc, argv);
        setInterfaceLanguage(language);
        QStringList arguments = argumentsOf(argc, argv);
        languageGiven = !arguments.filter(QStringLiteral("--lang")).isEmpty();
        console.json = arguments.contains(QStringLiteral("--json"));
        const auto taken = takeLanguage(arguments, language);
        if (!taken) return console.fail(taken.error());
        language = *taken;
        setInterfaceLanguage(language);
        choice = choose(arguments, console);
        if (choice.exitCode >= 0) return choice.exitCode;
    }
    if (choice.window) return runWindow(choice.workspace, languageGiven ? language : QString(), argc, argv);
    installInterruptHandler();
    return runJob(choice.job, choice.needs, language, console, argc, argv);
}

}  // namespace

}  // namespace mudeung::cli

int main(int argc, char** argv) {
    return mudeung::cli::run(argc, argv);
}
