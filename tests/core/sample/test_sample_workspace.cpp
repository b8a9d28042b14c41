// SPDX-License-Identifier: GPL-3.0-or-later
// The sample workspace: everything imported by the ordinary import, sums equal to the files', all or nothing.
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <atomic>

#include "core/sample/sample_city.h"
#include "core/store/workspace.h"

using namespace mudeung;

namespace {

SampleOptions smallCity() {
    SampleOptions options;
    options.stops = 60;
    options.days = 62;
    return options;
}

/// Sum of all counts per 승차/하차 (bytes, trailing blanks cut), read without the import.
std::vector<qint64> naiveSums(const QStringList& files) {
    QMap<QByteArray, qint64> sums;
    for (const QString& path : files) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) return {};
        const QByteArrayList lines = file.readAll().split('\n');
        for (int n = 1; n < lines.size(); ++n) {
            QByteArray plain;
            bool quoted = false;
            for (const char c : lines.at(n).trimmed()) {
                if (c == '"') quoted = !quoted;
                if (c != '"' && !(quoted && c == ',')) plain += c;
            }
            const QByteArrayList cells = plain.split(',');
            for (int i = 5; i < cells.size(); ++i) sums[cells.at(3).trimmed()] += cells.at(i).toLongLong();
        }
    }
    std::vector<qint64> values;
    for (const qint64 sum : sums) values.push_back(sum);
    std::sort(values.begin(), values.end());
    return values;
}

std::vector<qint64> storedSums(const Workspace& workspace, const Dataset& dataset) {
    std::vector<qint64> values(static_cast<std::size_t>(dataset.measures.size()), 0);
    const auto sums = workspace.monthSums(dataset.id);
    if (!sums) return {};
    for (const MonthSum& sum : *sums) values[static_cast<std::size_t>(sum.measure)] += sum.sum;
    std::sort(values.begin(), values.end());
    return values;
}

}  // namespace

class TestSampleWorkspace : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyDatasetIsThereAndMarked();
    void sumsEqualTheFiles_data();
    void sumsEqualTheFiles();
    void presentPeopleEqualTheFiles();
    void layersHoldEveryFeature_data();
    void layersHoldEveryFeature();
    void nothingIsLeftBeside();
    void anExistingFileIsNotOverwritten();
    void cancelLeavesNothing();

private:
    Dataset byProfile(const QString& profile) const;
    QTemporaryDir m_folder;
    QString m_path;
    QStringList m_files;
    std::shared_ptr<Workspace> m_workspace;
    QVector<Dataset> m_datasets;
};

Dataset TestSampleWorkspace::byProfile(const QString& profile) const {
    for (const Dataset& dataset : m_datasets)
        if (dataset.profile == profile) return dataset;
    return {};
}

void TestSampleWorkspace::initTestCase() {
    const auto files = writeSampleFiles(m_folder.filePath(QStringLiteral("files")), smallCity(), Progress::none());
    QVERIFY(files.ok());
    m_files = *files;
    m_path = m_folder.filePath(QStringLiteral("도시.mudeung"));
    const Status made = makeSampleWorkspace(m_path, smallCity(), Progress::none());
    QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().message + QStringLiteral(" | ") + made.error().detail));
    auto workspace = Workspace::open(m_path, OpenMode::ReadOnly);
    QVERIFY2(workspace.ok(), workspace ? "" : qPrintable(workspace.error().message));
    m_workspace = *workspace;
    const auto datasets = m_workspace->datasets();
    QVERIFY(datasets.ok());
    m_datasets = *datasets;
}

void TestSampleWorkspace::everyDatasetIsThereAndMarked() {
    QStringList profiles;
    for (const Dataset& dataset : m_datasets) {
        profiles << dataset.profile;
        QVERIFY2(dataset.sample, qPrintable(dataset.id));
    }
    profiles.sort();
    const QStringList expected{QStringLiteral("bus-stop-hourly"),      QStringLiteral("dong-boundaries"),
                               QStringLiteral("gwangju-metro-hourly"), QStringLiteral("living-population-dong-ages7"),
                               QStringLiteral("metro-stations"),       QStringLiteral("residents-by-age"),
                               QStringLiteral("senior-centres"),       QStringLiteral("tago-bus-stops")};
    QCOMPARE(profiles, expected);
}

void TestSampleWorkspace::sumsEqualTheFiles_data() {
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("part");
    QTest::addColumn<int>("places");
    QTest::newRow("bus") << QStringLiteral("bus-stop-hourly") << QStringLiteral("시내버스") << 60;
    QTest::newRow("metro") << QStringLiteral("gwangju-metro-hourly") << QStringLiteral("승하차량") << 20;
}

void TestSampleWorkspace::sumsEqualTheFiles() {
    QFETCH(QString, profile);
    QFETCH(QString, part);
    QFETCH(int, places);
    const Dataset dataset = byProfile(profile);
    const auto expected = naiveSums(m_files.filter(part));
    QCOMPARE(int(expected.size()), 2);
    QVERIFY(expected.front() > 0);
    QCOMPARE(storedSums(*m_workspace, dataset), expected);
    QCOMPARE(int(dataset.scheme.groups.size()), 7);
    QCOMPARE(int(dataset.placeCount), places);
    const auto stored = m_workspace->places(dataset.id);
    QVERIFY(stored.ok());
    QCOMPARE(int(stored->size()), places);
}

void TestSampleWorkspace::presentPeopleEqualTheFiles() {
    const Dataset dataset = byProfile(QStringLiteral("living-population-dong-ages7"));
    QCOMPARE(int(dataset.scheme.groups.size()), 14);
    QCOMPARE(int(dataset.placeCount), 96);
    QCOMPARE(dataset.measures.first().aggregation, Aggregation::Mean);
    // 28 published classes are added up to 14: the same sum per sex, in tenths of persons
    std::vector<qint64> expected(2, 0);
    qint64 rows = 0;
    for (const QString& path : m_files.filter(QStringLiteral("LOCAL_PEOPLE"))) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArrayList lines = file.readAll().split('\n');
        for (int n = 1; n + 1 < lines.size(); ++n, ++rows) {
            const QByteArrayList cells = lines.at(n).split(',');
            for (int c = 4; c < 32; ++c) expected[static_cast<std::size_t>((c - 4) / 14)] += 10 * cells.at(c).toLongLong();
        }
    }
    std::vector<qint64> stored(2, 0);
    qint64 observed = 0;
    const auto sums = m_workspace->monthSums(dataset.id);
    QVERIFY(sums.ok());
    for (const MonthSum& sum : *sums) {
        stored[dataset.scheme.groups.at(sum.group).code.startsWith(QLatin1Char('f')) ? 1 : 0] += sum.sum;
        observed += sum.observed;
    }
    QCOMPARE(stored, expected);
    QCOMPARE(observed, 14 * rows);
}

void TestSampleWorkspace::layersHoldEveryFeature_data() {
    QTest::addColumn<QString>("profile");
    QTest::addColumn<int>("features");
    QTest::newRow("dongs") << QStringLiteral("dong-boundaries") << 96;
    QTest::newRow("stops") << QStringLiteral("tago-bus-stops") << 60;
    QTest::newRow("stations") << QStringLiteral("metro-stations") << 20;
}

void TestSampleWorkspace::layersHoldEveryFeature() {
    QFETCH(QString, profile);
    QFETCH(int, features);
    const auto stored = m_workspace->features(byProfile(profile).id);
    QVERIFY(stored.ok());
    QCOMPARE(int(stored->size()), features);
}

void TestSampleWorkspace::nothingIsLeftBeside() {
    const QStringList left =
        QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).filter(QStringLiteral("sample"));
    QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char(' '))));
}

void TestSampleWorkspace::anExistingFileIsNotOverwritten() {
    const QString existing = m_folder.filePath(QStringLiteral("mine.mudeung"));
    QFile file(existing);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    const Status made = makeSampleWorkspace(existing, smallCity(), Progress::none());
    QVERIFY(!made.ok());
    QCOMPARE(made.error().code, ErrorCode::Usage);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
}

void TestSampleWorkspace::cancelLeavesNothing() {
    QTemporaryDir folder;
    const QString target = folder.filePath(QStringLiteral("never.mudeung"));
    Progress* job = nullptr;
    std::atomic<int> reports{0};
    Progress progress([&](const ProgressReport& report) {
        ++reports;
        if (report.fraction > 0.2) job->cancel();
    });
    job = &progress;
    const Status made = makeSampleWorkspace(target, smallCity(), progress);
    QVERIFY(!made.ok());
    QCOMPARE(made.error().code, ErrorCode::Cancelled);
    QVERIFY(reports > 0);
    QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

QTEST_GUILESS_MAIN(TestSampleWorkspace)
#include "test_sample_workspace.moc"
