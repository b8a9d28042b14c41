// SPDX-License-Identifier: GPL-3.0-or-later
// The built program from the outside: help, versions, languages, mistakes and their exit codes, all without a display.
#include <QTemporaryDir>
#include <QtTest>

#include "tests/app/program.h"

using namespace mudeung::test;

class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY2(QFile::exists(program()), "the program was not built");
        run({QStringLiteral("--version")});  // brings the libraries into memory, so that the times below are the program's own
    }

    void helpIsFast() {
        const Ran ran = run({QStringLiteral("--help")});
        QVERIFY2(ran.exitCode == 0, ran.told());
        QVERIFY2(ran.err.isEmpty(), ran.told());
        for (const char* command : {"import", "datasets", "profiles", "query", "analyses", "run", "runs", "render", "animate", "chart",
                                    "report", "sample", "receipt", "verify"})
            QVERIFY2(ran.out.contains(command), command);
        QVERIFY2(ran.milliseconds < 1500, qPrintable(QString::number(ran.milliseconds)));
    }

    void versionsOfLibraries() {
        const Ran ran = run({QStringLiteral("--version")});
        QCOMPARE(ran.exitCode, 0);
        QVERIFY2(ran.out.startsWith("mudeung " MUDEUNG_VERSION), ran.told());
        for (const char* library : {"\nQt ", "\nQGIS 3.", "\nGDAL 3.", "\nSQLite 3."}) QVERIFY2(ran.out.contains(library), library);
        QVERIFY2(ran.milliseconds < 1500, qPrintable(QString::number(ran.milliseconds)));
        QCOMPARE(run({QStringLiteral("--version"), QStringLiteral("--json")}).json().value(QStringLiteral("mudeung")).toString(),
                 QStringLiteral(MUDEUNG_VERSION));
    }

    void helpOfEveryCommand_data() {
        QTest::addColumn<QString>("option");
        for (const char* command : {"import", "datasets", "profiles", "query", "ask", "analyses", "run", "runs", "render", "animate",
                                    "chart", "report", "sample", "receipt", "verify", "backup"})
            QTest::newRow(command) << QStringLiteral("--help");
        QTest::newRow("query ") << QStringLiteral("-h");
    }
    void helpOfEveryCommand() {
        QFETCH(QString, option);
        const QString command = QString::fromLatin1(QTest::currentDataTag()).trimmed();
        const Ran ran = run({command, option});
        QVERIFY2(ran.exitCode == 0 && ran.err.isEmpty(), ran.told());
        QVERIFY2(ran.out.startsWith("Usage: mudeung " + command.toUtf8()), ran.told());
        QVERIFY2(ran.out.contains("--lang"), ran.told());
    }

    void helpKeepsItsSigns() {
        const Ran help = run({QStringLiteral("query"), QStringLiteral("--help"), QStringLiteral("--lang=en")});
        QVERIFY2(help.out.contains("[--groups G,…]"), help.told());
    }

    void mistakes_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* name, const char* arguments, int exitCode, const char* said) {
            QTest::newRow(name) << QString::fromUtf8(arguments).split(QLatin1Char(' ')) << exitCode << QByteArray(said);
        };
        row("unknown command", "imprt --workspace x", 2, "mudeung import");
        row("unknown option", "query --wrkspace x", 2, "--workspace");
        row("far from any option", "query --zzzzzzzzzz x", 2, "--help");
        row("no command but an option", "--frobnicate", 2, "--frobnicate");
        row("missing workspace", "datasets", 2, "--workspace");
        row("missing value", "datasets --workspace", 2, "datasets");
        row("missing --by", "query --workspace x --dataset d", 2, "--by");
        row("wrong --by", "query --workspace x --dataset d --by street", 2, "street");
        row("wrong hours", "query --workspace x --by hour --hours 25-99", 2, "25-99");
        row("wrong days", "query --workspace x --by hour --days someday", 2, "someday");
        row("wrong period", "query --workspace x --by hour --period soon", 2, "soon");
        row("nothing asked", "ask --workspace x", 2, "question");
        row("wrong format", "query --workspace x --by hour --format xml", 2, "xml");
        row("wrong language", "profiles --lang fr", 2, "fr");
        row("wrong size", "render --workspace x --size huge --out m.png", 2, "huge");
        row("no analysis", "run --workspace x", 2, "analyses");
        row("mistyped analysis", "run densty --workspace x", 2, "density");
        row("wrong ending of a result", "run density --workspace x --out r.doc", 2, "r.doc");
        row("comparison of one run", "runs --workspace x --compare 1", 2, "--with");
        row("two things at once", "runs --workspace x --show 1 --again 2", 2, "--show");
        row("wrong step", "animate --workspace x --step year --out m.gif", 2, "year");
        row("wrong rate", "animate --workspace x --fps 60 --out m.gif", 2, "--fps");
        row("wrong ending of an animation", "animate --workspace x --out m.avi", 2, "m.avi");
        row("wrong kind", "render --workspace x --kind pie --out m.png", 2, "pie");
        row("wrong ending", "chart --workspace x --out chart.gif", 2, "chart.gif");
        row("no folder", "report --workspace x --out no/such/folder/report.pdf", 4, "no/such/folder");
        row("no file to import", "import --workspace x", 2, "file");
        row("wrong year", "import --workspace x --year soon a.csv", 2, "soon");
        row("wrong on-existing", "import --workspace x --on-existing maybe a.csv", 2, "maybe");
        row("scale too large", "render --workspace x --scale 5 --out m.png", 2, "--scale");
        row("wrong ending of a map", "render --workspace x --out m.gif", 2, "m.gif");
        row("wrong ending of a table", "query --workspace x --by place --out t.doc", 2, "t.doc");
        row("format against ending", "query --workspace x --by place --format csv --out t.xlsx", 2, "t.xlsx");
        row("receipt of nothing", "receipt", 2, "file");
        row("receipt of two files", "receipt a.png b.png", 2, "b.png");
        row("receipt of a file that is not there", "receipt no/such.png", 4, "no/such.png");
        row("verify without a workspace", "verify map.png", 2, "--workspace");
        row("verify a file that is not there", "verify no/such.png --workspace x", 4, "no/such.png");
        row("too many words", "profiles now", 2, "now");
        row("too few stops", "sample --out x.mudeung --stops 0", 2, "--stops");
        row("neither workspace nor long form", "sample --stops 20", 2, "--out");
        row("long form into no folder", "sample --stops 20 --days 31 --long-form no/such/folder/a.csv", 4, "no/such/folder");
        row("long form over a folder", "sample --stops 20 --days 31 --long-form .", 2, "exists");
        row("workspace that is not there", "datasets --workspace no/such.mudeung", 4, "no/such.mudeung");
        row("window of a workspace that is not there", "no/such.mudeung", 4, "no/such.mudeung");
        row("area file that is not there", "query --workspace x --by place --area no/such.geojson", 4, "no/such.geojson");
    }
    void mistakes() {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, said);
        const Ran ran = run(arguments + QStringList{QStringLiteral("--lang=en")}.mid(arguments.contains(QStringLiteral("--lang")) ? 1 : 0));
        QVERIFY2(ran.exitCode == exitCode, ran.told());
        QVERIFY2(ran.err.contains(said), ran.told());
        QVERIFY2(ran.out.isEmpty(), ran.told());

        const Ran asJson = run(arguments + QStringList{QStringLiteral("--json")});
        QCOMPARE(asJson.exitCode, exitCode);
        const QJsonObject error = asJson.json().value(QStringLiteral("error")).toObject();
        QVERIFY2(!error.value(QStringLiteral("code")).toString().isEmpty(), asJson.told());
        QVERIFY2(!error.value(QStringLiteral("message")).toString().isEmpty(), asJson.told());
    }

    void longFormAlone() {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("long.csv"));
        const QStringList arguments{"sample", "--stops", "20", "--days", "31", "--long-form", file};
        const Ran ran = run(arguments + QStringList{QStringLiteral("--json")});
        QVERIFY2(ran.exitCode == 0, ran.told());
        QCOMPARE(ran.json().value(QStringLiteral("longForm")).toString(), file);
        QVERIFY(!ran.json().contains(QStringLiteral("out")));
        QVERIFY(QFileInfo(file).size() > 100000);
        QCOMPARE(int(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size()), 1);
        const Ran again = run(arguments);
        QVERIFY2(again.exitCode == 2, again.told());
    }

    void windowNeedsADisplay() {
        const Ran ran = run({});
        QVERIFY2(ran.exitCode == 4, ran.told());
        QVERIFY2(ran.err.contains("display"), ran.told());
    }

    void profilesInBothLanguages() {
        const Ran english = run({QStringLiteral("profiles"), QStringLiteral("--lang"), QStringLiteral("en")});
        const Ran korean = run({QStringLiteral("profiles"), QStringLiteral("--lang"), QStringLiteral("ko")});
        QVERIFY2(english.exitCode == 0 && english.out.contains("gwangju-bus-stop-ridership"), english.told());
        QVERIFY2(english.out.contains("ticket class"), english.told());
        QVERIFY2(korean.exitCode == 0 && korean.out.contains("권종"), korean.told());
        QVERIFY(run({QStringLiteral("profiles"), QStringLiteral("--json")}).json().value(QStringLiteral("profiles")).isArray());
    }

    void koreanMessages() {
        const Ran ran = run({QStringLiteral("query"), QStringLiteral("--lang"), QStringLiteral("ko")});
        QCOMPARE(ran.exitCode, 2);
        const QString said = QString::fromUtf8(ran.err);
        QVERIFY2(said.contains(QRegularExpression(QStringLiteral("[가-힣]"))), ran.told());
        QVERIFY(QString::fromUtf8(run({QStringLiteral("--help"), QStringLiteral("--lang=ko")}).out)
                    .contains(QRegularExpression(QStringLiteral("[가-힣]"))));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "test_command_line.moc"
