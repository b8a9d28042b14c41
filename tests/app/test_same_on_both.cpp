// SPDX-License-Identifier: GPL-3.0-or-later
// The same program on Qt 5 and on Qt 6: the same bytes of every table, the same pictures, files and workspaces that each takes from the
// other. MUDEUNG_OTHER_PROGRAM names the program of the other build (packaging/test sets it where both were built).
#include <QImage>
#include <QJsonArray>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>

#include "tests/app/program.h"

using namespace mudeung::test;

namespace {

constexpr int kTolerance = 2;             ///< levels of 255 by which a colour may differ
constexpr double kMostDifferent = 0.001;  ///< share of the pixels that may differ by more

const QString kBuses = QStringLiteral("bus-stop-hourly");

/// Share of pixels of which a channel differs by more than the tolerance; 1 when the sizes differ. `where` becomes a picture of them.
double shareOfDifferentPixels(const QImage& first, const QImage& second, QImage* where) {
    if (first.isNull() || first.size() != second.size()) return 1;
    const QImage a = first.convertToFormat(QImage::Format_ARGB32);
    const QImage b = second.convertToFormat(QImage::Format_ARGB32);
    *where = QImage(a.size(), QImage::Format_ARGB32);
    where->fill(Qt::white);
    qint64 different = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            const int most = std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q)),
                                       std::abs(qAlpha(p) - qAlpha(q))});
            if (most <= kTolerance) continue;
            ++different;
            where->setPixel(x, y, qRgb(200, 0, 0));
        }
    }
    return static_cast<double>(different) / (static_cast<double>(a.width()) * a.height());
}

}  // namespace

class TestSameOnBoth : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_other;
    QString m_workspace;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    Ran runOther(const QStringList& arguments) const { return runProgram(m_other, arguments, shellEnvironment()); }

    /// A path of the same name in a folder of its own, since receipts and pages name the file that they stand beside.
    QString ownPath(const QString& name) const { return path(QStringLiteral("own/") + name); }
    QString otherPath(const QString& name) const { return path(QStringLiteral("other/") + name); }

    QStringList arguments(const QString& command) const {
        QStringList list = command.split(QLatin1Char(' '));
        list << QStringLiteral("--workspace") << m_workspace;
        return list;
    }

    void comparePictures(const QString& ownFile, const QString& otherFile, const QString& name) {
        QImage where;
        const double share = shareOfDifferentPixels(QImage(ownFile), QImage(otherFile), &where);
        if (share > 0) qInfo("%s: %.4f %% of the pixels differ by more than %d", qPrintable(name), 100 * share, kTolerance);
        if (share <= kMostDifferent) return;
        const QString kept = QStringLiteral(MUDEUNG_BINARY_DIR "/different/");
        QDir().mkpath(kept);
        for (const auto& [file, suffix] : {std::pair(ownFile, "own"), std::pair(otherFile, "other")}) {
            const QString target = kept + name + QLatin1Char('-') + QLatin1String(suffix) + QStringLiteral(".png");
            QFile::remove(target);
            QFile::copy(file, target);
        }
        where.save(kept + name + QStringLiteral("-where.png"));
        QFAIL(qPrintable(QStringLiteral("%1 %% of the pixels differ; see %2%3-*.png").arg(100 * share, 0, 'f', 3).arg(kept, name)));
    }

private slots:
    void initTestCase();
    void tablesAreTheSameBytes_data();
    void tablesAreTheSameBytes();
    void outputHoldsForTheOther();
    void workspaceOfTheOther();
    void pictures_data();
    void pictures();
    void otherPicturesDiffer();
    void pagesOfTheReport();
};

void TestSameOnBoth::initTestCase() {
    m_other = qEnvironmentVariable("MUDEUNG_OTHER_PROGRAM");
    if (m_other.isEmpty())
        QSKIP("nothing to compare with: MUDEUNG_OTHER_PROGRAM names the program built on the other Qt (packaging/test --qt6 sets it)");
    const Ran versions = runOther({QStringLiteral("--version")});
    QVERIFY2(versions.exitCode == 0, versions.told());
    const QByteArray ownQt = "Qt " + QByteArray::number(QT_VERSION_MAJOR) + '.';
    QVERIFY2(!versions.out.contains(ownQt), "MUDEUNG_OTHER_PROGRAM is built on the same Qt: " + versions.out);
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("own")) && QDir(m_folder.path()).mkpath(QStringLiteral("other")));
    m_workspace = path(QStringLiteral("city.mudeung"));
    const Ran made = run({"sample", "--out", m_workspace, "--stops", "160", "--days", "400"});
    QVERIFY2(made.exitCode == 0, made.told());
}

void TestSameOnBoth::tablesAreTheSameBytes_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("suffix");
    for (const char* by : {"place", "group", "hour", "weekhour", "monthhour", "day", "month", "dong"})
        QTest::newRow(by) << QStringLiteral("query --dataset %1 --days weekday --hours 7-9 --by %2").arg(kBuses, QLatin1String(by))
                          << "csv";
    QTest::newRow("as JSON") << QStringLiteral("query --dataset %1 --by place").arg(kBuses) << "json";
    QTest::newRow("Korean") << QStringLiteral("query --lang ko --dataset living-population-dong-ages7 --by group") << "csv";
    for (const char* id : {"density", "gridstress", "hotspots", "clusters", "emerging", "change", "shifts"})
        QTest::newRow(id) << QStringLiteral("run %1 --dataset %2").arg(QLatin1String(id), kBuses) << "csv";
    QTest::newRow("forecast") << QStringLiteral("run forecast --dataset gwangju-metro-hourly --set horizon=14") << "csv";
    QTest::newRow("forecast as JSON") << QStringLiteral("run forecast --dataset gwangju-metro-hourly --set horizon=7") << "json";
}

void TestSameOnBoth::tablesAreTheSameBytes() {
    QFETCH(QString, command);
    QFETCH(QString, suffix);
    const QString name =
        QString::fromLatin1(QTest::currentDataTag()).replace(QLatin1Char(' '), QLatin1Char('-')) + QLatin1Char('.') + suffix;
    const Ran own = run(arguments(command) << QStringLiteral("--out") << ownPath(name));
    QVERIFY2(own.exitCode == 0, own.told());
    const Ran other = runOther(arguments(command) << QStringLiteral("--out") << otherPath(name));
    QVERIFY2(other.exitCode == 0, other.told());
    const QByteArray bytes = contentOf(ownPath(name));
    QVERIFY2(bytes.size() > 40, bytes);
    if (suffix == QLatin1String("json")) {
        // Beside the numbers stand the time of the run and the versions of the libraries.
        for (const char* part :
             command.startsWith(QLatin1String("run")) ? QList<const char*>{"result", "digest"} : QList<const char*>{"rows"}) {
            auto numbers = [&](const QString& file) {
                return QJsonDocument::fromJson(contentOf(file)).object().value(QLatin1String(part));
            };
            QVERIFY(!numbers(ownPath(name)).isUndefined());
            QVERIFY2(numbers(otherPath(name)) == numbers(ownPath(name)), part);
        }
    } else {
        QCOMPARE(contentOf(otherPath(name)), bytes);
    }
    QCOMPARE(other.err, own.err);
}

void TestSameOnBoth::outputHoldsForTheOther() {
    for (const char* suffix : {"csv", "xlsx", "gpkg"}) {
        const QString file = ownPath(QStringLiteral("holds.") + QLatin1String(suffix));
        const Ran written = run(arguments(QStringLiteral("query --dataset %1 --by place").arg(kBuses)) << QStringLiteral("--out") << file);
        QVERIFY2(written.exitCode == 0, written.told());
        const Ran verified = runOther({"verify", file, "--workspace", m_workspace});
        QVERIFY2(verified.exitCode == 0, verified.told());
    }
}

void TestSameOnBoth::workspaceOfTheOther() {
    const QString theirs = path(QStringLiteral("theirs.mudeung"));
    const Ran made = runOther({"sample", "--out", theirs, "--stops", "160", "--days", "400"});
    QVERIFY2(made.exitCode == 0, made.told());
    const Ran verified = run({"verify", theirs});
    QVERIFY2(verified.exitCode == 0, verified.told());
    // A run kept by one is repeated by the other and found equal.
    const Ran kept = run({"run", "hotspots", "--workspace", theirs, "--dataset", kBuses, "--keep"});
    QVERIFY2(kept.exitCode == 0, kept.told());
    const Ran runs = runOther({"runs", "--workspace", theirs, "--json"});
    QVERIFY2(runs.exitCode == 0, runs.told());
    auto rows = [&](const QString& workspace) {
        return run({"query", "--workspace", workspace, "--dataset", kBuses, "--by", "place"}).out;
    };
    QVERIFY(!rows(theirs).isEmpty());
    QCOMPARE(rows(theirs), rows(m_workspace));
}

void TestSameOnBoth::pictures_data() {
    QTest::addColumn<QString>("command");
    for (const char* kind : {"density", "circles", "choropleth", "hexagons", "squares"})
        QTest::newRow(kind) << QStringLiteral("render --dataset %1 --kind %2").arg(kBuses, QLatin1String(kind));
    QTest::newRow("Korean") << QStringLiteral("render --lang ko --dataset %1 --days weekday --hours 7-9").arg(kBuses);
    QTest::newRow("dark") << QStringLiteral("render --dark --dataset %1 --size 1200x900 --scale 2").arg(kBuses);
    for (const char* by : {"group", "hour", "weekhour", "month", "day"})
        QTest::newRow(qPrintable(QStringLiteral("chart by %1").arg(QLatin1String(by))))
            << QStringLiteral("chart --dataset %1 --by %2").arg(kBuses, QLatin1String(by));
    QTest::newRow("Korean chart") << QStringLiteral("chart --lang ko --dataset %1 --by group").arg(kBuses);
    QTest::newRow("page of an analysis") << QStringLiteral("run hotspots --lang ko --dataset %1").arg(kBuses);
}

void TestSameOnBoth::pictures() {
    QFETCH(QString, command);
    const QString name = QString::fromLatin1(QTest::currentDataTag()).replace(QLatin1Char(' '), QLatin1Char('-'));
    const QString file = name + QStringLiteral(".png");
    const Ran own = run(arguments(command) << QStringLiteral("--out") << ownPath(file));
    QVERIFY2(own.exitCode == 0, own.told());
    const Ran other = runOther(arguments(command) << QStringLiteral("--out") << otherPath(file));
    QVERIFY2(other.exitCode == 0, other.told());
    comparePictures(ownPath(file), otherPath(file), name);
}

/// The comparison itself: another hour of the day is another picture, on one program too.
void TestSameOnBoth::otherPicturesDiffer() {
    for (const char* hours : {"7-9", "8-9"}) {
        const QString file = ownPath(QStringLiteral("hours-") + QLatin1String(hours) + QStringLiteral(".png"));
        const Ran drawn = run(arguments(QStringLiteral("render --dataset %1 --kind circles --hours %2").arg(kBuses, QLatin1String(hours)))
                              << QStringLiteral("--out") << file);
        QVERIFY2(drawn.exitCode == 0, drawn.told());
    }
    QImage where;
    const double share =
        shareOfDifferentPixels(QImage(ownPath(QStringLiteral("hours-7-9.png"))), QImage(ownPath(QStringLiteral("hours-8-9.png"))), &where);
    QVERIFY2(share > kMostDifferent && share < 0.5, qPrintable(QString::number(share)));
}

void TestSameOnBoth::pagesOfTheReport() {
    const QString reader = QStandardPaths::findExecutable(QStringLiteral("pdftoppm"));
    if (reader.isEmpty()) QSKIP("pdftoppm (poppler-utils) is not installed");
    const QStringList command = arguments(QStringLiteral("report --lang ko --dataset %1").arg(kBuses)) << QStringLiteral("--out");
    const Ran own = run(command + QStringList{ownPath(QStringLiteral("report.pdf"))});
    QVERIFY2(own.exitCode == 0, own.told());
    const Ran other = runOther(command + QStringList{otherPath(QStringLiteral("report.pdf"))});
    QVERIFY2(other.exitCode == 0, other.told());
    for (const QString& folder : {ownPath(QString()), otherPath(QString())})
        QCOMPARE(QProcess::execute(reader, {QStringLiteral("-r"), QStringLiteral("96"), QStringLiteral("-png"),
                                            folder + QStringLiteral("report.pdf"), folder + QStringLiteral("report-page")}),
                 0);
    const QStringList pages = QDir(ownPath(QString())).entryList({QStringLiteral("report-page-*.png")});
    QVERIFY(pages.size() >= 3);
    QCOMPARE(QDir(otherPath(QString())).entryList({QStringLiteral("report-page-*.png")}), pages);
    for (const QString& page : pages) comparePictures(ownPath(page), otherPath(page), page.section(QLatin1Char('.'), 0, 0));
}

QTEST_GUILESS_MAIN(TestSameOnBoth)
#include "test_same_on_both.moc"
