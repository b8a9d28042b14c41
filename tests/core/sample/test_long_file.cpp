// SPDX-License-Identifier: GPL-3.0-or-later
// The long-form file and the monthly files of one small city hold the same numbers, and neither the order of files nor where a file is
// cut changes any of them.
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <csignal>
#include <random>
#include <sys/resource.h>

#include "core/cube/query_engine.h"
#include "core/import/importer.h"
#include "core/sample/sample_city.h"

using namespace mudeung;

namespace {

const QString kRidership = QStringLiteral("bus-stop-hourly");

SampleOptions smallCity() {
    SampleOptions options;
    options.stops = 30;
    options.days = 62;
    return options;
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A workspace that files are put into.
class Imported {
public:
    Imported() {
        auto opened = Workspace::create(m_folder.filePath(QStringLiteral("w.mudeung")));
        if (!opened) qFatal("%s", qPrintable(opened.error().message));
        workspace = *opened;
    }
    QString put(const QString& path, OnExisting onExisting = OnExisting::Ask) {
        ImportOptions options;
        options.onExisting = onExisting;
        const auto outcome = importFile(*workspace, path, options, Progress::none());
        return outcome ? QString() : outcome.error().message;
    }
    QString write(const QString& name, const QByteArray& bytes) const {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    std::shared_ptr<Workspace> workspace;

private:
    QTemporaryDir m_folder;
};

/// Every cell of a cube in an order that does not depend on how the cube came about, with what each part is called.
struct AllCells {
    QStringList names;
    std::vector<std::int64_t> cells;
    bool operator==(const AllCells&) const = default;
};

AllCells allCells(const Workspace& workspace) {
    AllCells all;
    const auto dataset = workspace.dataset(kRidership);
    const auto places = workspace.places(kRidership);
    auto months = workspace.months(kRidership);
    if (!dataset || !places || !months) return all;
    std::vector<std::size_t> order(places->size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return (*places)[a].code < (*places)[b].code; });
    for (const std::size_t p : order) all.names << (*places)[p].code + QLatin1Char(' ') + (*places)[p].name;
    QStringList groups;
    for (const Group& g : dataset->scheme.groups) groups << g.code;
    groups.sort();
    all.names << groups;
    std::sort(months->begin(), months->end());
    for (const MonthKey month : *months) {
        all.names << QString::number(month);
        for (int m = 0; m < dataset->measures.size(); ++m) {
            for (const QString& group : groups) {
                const auto read = workspace.readMonth(kRidership, month, m, {static_cast<int>(dataset->scheme.indexOf(group))});
                if (!read) {
                    all.names << read.error().message;
                    continue;
                }
                for (int day = 0; day < read->days; ++day)
                    for (int hour = 0; hour < read->hours; ++hour)
                        for (const std::size_t p : order) all.cells.push_back(read->cells[read->index(0, 0, day, hour, int(p))]);
            }
        }
    }
    return all;
}

QStringList answer(const std::shared_ptr<Workspace>& workspace, const Query& query, Breakdown by) {
    QueryEngine engine(workspace);
    const auto table = engine.run(query, by);
    if (!table) return {table.error().message};
    QStringList rows;
    for (const TableRow& row : (*table)->rows) rows << QStringLiteral("%1 %2 %3").arg(row.key).arg(row.sum).arg(row.observed);
    rows.sort();
    return rows;
}

}  // namespace

Q_DECLARE_METATYPE(mudeung::OnExisting)

class TestLongFile : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theFileIsAsDescribed();
    void sameSeedSameBytes();
    void sameCellsAsTheMonths();
    void sameAnswersAsTheMonths();
    void orderOfMonthsDoesNotMatter();
    void cuttingDoesNotMatter_data();
    void cuttingDoesNotMatter();
    void anExistingFileIsNotOverwritten();
    void cancelLeavesNothing();
    void aFullDiskIsAnError();
    void anUnwritableFolderIsAnError();

private:
    QTemporaryDir m_folder;
    QString m_long;
    QStringList m_months;
    std::unique_ptr<Imported> m_fromMonths;
    AllCells m_expected;
};

void TestLongFile::initTestCase() {
    m_long = m_folder.filePath(QStringLiteral("긴 파일.csv"));
    const Status written = writeLongForm(m_long, smallCity(), Progress::none());
    QVERIFY2(written.ok(), written ? "" : qPrintable(written.error().message));
    const auto files = writeSampleFiles(m_folder.filePath(QStringLiteral("files")), smallCity(), Progress::none());
    QVERIFY(files.ok());
    m_months = files->filter(QStringLiteral("정류장별"));
    QCOMPARE(int(m_months.size()), 3);
    m_fromMonths = std::make_unique<Imported>();
    for (const QString& file : m_months) QCOMPARE(m_fromMonths->put(file), QString());
    m_expected = allCells(*m_fromMonths->workspace);
    QCOMPARE(int(m_expected.names.size()), 30 + 7 + 3);
    const auto seen = std::count_if(m_expected.cells.begin(), m_expected.cells.end(), [](std::int64_t c) { return c != kNotObserved; });
    QVERIFY(seen > 50000);
    QCOMPARE(std::count(m_expected.cells.begin(), m_expected.cells.end(), 0), std::ptrdiff_t(0));  // blank, not zero
}

void TestLongFile::theFileIsAsDescribed() {
    QByteArrayList lines = bytesOf(m_long).split('\n');
    QVERIFY(lines.takeLast().isEmpty());
    // "일자,시간,정류장번호,정류장명,이용자구분,승차인원,하차인원" in CP949
    QCOMPARE(lines.takeFirst(), QByteArray("\xC0\xCF\xC0\xDA,\xBD\xC3\xB0\xA3,\xC1\xA4\xB7\xF9\xC0\xE5\xB9\xF8\xC8\xA3,"
                                           "\xC1\xA4\xB7\xF9\xC0\xE5\xB8\xED,\xC0\xCC\xBF\xEB\xC0\xDA\xB1\xB8\xBA\xD0,"
                                           "\xBD\xC2\xC2\xF7\xC0\xCE\xBF\xF8,\xC7\xCF\xC2\xF7\xC0\xCE\xBF\xF8\r"));
    QByteArray last;
    QSet<QByteArray> keys;
    for (const QByteArray& line : lines) {
        QVERIFY(line.endsWith('\r'));
        const QByteArrayList cells = line.trimmed().split(',');
        QCOMPARE(int(cells.size()), 7);
        const QByteArray when = cells[0] + cells[1];
        QVERIFY(when >= last);
        last = when;
        QVERIFY(!(cells[5].isEmpty() && cells[6].isEmpty()) && cells[5] != "0" && cells[6] != "0");
        keys << when + cells[2] + cells[4];
    }
    QCOMPARE(int(keys.size()), int(lines.size()));
    QVERIFY(lines.size() > 50000);
}

void TestLongFile::sameSeedSameBytes() {
    const QString again = m_folder.filePath(QStringLiteral("again.csv"));
    QVERIFY(writeLongForm(again, smallCity(), Progress::none()).ok());
    QVERIFY(bytesOf(again) == bytesOf(m_long));
    SampleOptions other = smallCity();
    other.seed = 2;
    const QString another = m_folder.filePath(QStringLiteral("another.csv"));
    QVERIFY(writeLongForm(another, other, Progress::none()).ok());
    QVERIFY(bytesOf(another) != bytesOf(m_long));
}

void TestLongFile::sameCellsAsTheMonths() {
    Imported fromLong;
    QCOMPARE(fromLong.put(m_long), QString());
    const AllCells cells = allCells(*fromLong.workspace);
    QCOMPARE(cells.names, m_expected.names);
    QVERIFY(cells.cells == m_expected.cells);
    const auto dataset = fromLong.workspace->dataset(kRidership);
    QVERIFY(dataset.ok());
    QCOMPARE(dataset->profile, QStringLiteral("bus-stop-hourly-long"));
}

void TestLongFile::sameAnswersAsTheMonths() {
    Imported fromLong;
    QCOMPARE(fromLong.put(m_long), QString());
    Query all;
    all.dataset = kRidership;
    Query some = all;
    some.measure = QStringLiteral("alightings");
    some.period = {QDate(2025, 11, 3), QDate(2025, 12, 17)};
    some.hours = 0x00000380u;  // 07–10
    some.groups = QStringList{QStringLiteral("65-74"), QStringLiteral("19-34")};
    Query weekend = all;
    weekend.dayTypes = 0b110;
    for (const Query& query : {all, some, weekend})
        for (const Breakdown by :
             {Breakdown::Place, Breakdown::Hour, Breakdown::Group, Breakdown::HourWeekday, Breakdown::Day, Breakdown::Month})
            QCOMPARE(answer(fromLong.workspace, query, by), answer(m_fromMonths->workspace, query, by));
    const auto dataset = m_fromMonths->workspace->dataset(kRidership);
    const auto places = m_fromMonths->workspace->places(kRidership);
    QVERIFY(dataset.ok() && places.ok());
    for (std::size_t p = 0; p < places->size(); p += 7) {
        for (const Group& group : dataset->scheme.groups) {
            Query one = all;
            one.areas = QStringList{QStringLiteral("place:") + (*places)[p].code};
            one.groups = QStringList{group.code};
            QCOMPARE(answer(fromLong.workspace, one, Breakdown::Hour), answer(m_fromMonths->workspace, one, Breakdown::Hour));
        }
    }
}

void TestLongFile::orderOfMonthsDoesNotMatter() {
    QStringList order = m_months;
    std::sort(order.begin(), order.end());
    do {
        Imported imported;
        for (const QString& file : order) QCOMPARE(imported.put(file), QString());
        QVERIFY(allCells(*imported.workspace) == m_expected);
    } while (std::next_permutation(order.begin(), order.end()));
}

void TestLongFile::cuttingDoesNotMatter_data() {
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("parts");
    QTest::addColumn<OnExisting>("onExisting");
    QTest::newRow("two, add") << 1 << 2 << OnExisting::Add;
    QTest::newRow("three, fill") << 2 << 3 << OnExisting::Fill;
    QTest::newRow("five, add") << 3 << 5 << OnExisting::Add;
    QTest::newRow("five, fill") << 4 << 5 << OnExisting::Fill;
    QTest::newRow("nine, add") << 5 << 9 << OnExisting::Add;
    QTest::newRow("at the months") << 0 << 3 << OnExisting::Ask;
}

void TestLongFile::cuttingDoesNotMatter() {
    QFETCH(int, seed);
    QFETCH(int, parts);
    QFETCH(OnExisting, onExisting);
    QByteArrayList lines = bytesOf(m_long).split('\n');
    lines.removeLast();
    const QByteArray header = lines.takeFirst() + '\n';
    const auto rows = static_cast<int>(lines.size());
    std::mt19937 random(static_cast<unsigned>(seed));
    std::vector<int> cuts{0, rows};
    if (seed == 0) {
        for (int i = 1; i < rows; ++i)
            if (lines[i].left(7) != lines[i - 1].left(7)) cuts.push_back(i);
    } else {
        while (static_cast<int>(cuts.size()) < parts + 1) cuts.push_back(1 + static_cast<int>(random() % static_cast<unsigned>(rows - 1)));
    }
    std::sort(cuts.begin(), cuts.end());
    Imported imported;
    QStringList files;
    for (std::size_t i = 1; i < cuts.size(); ++i) {
        QByteArray part = header;
        for (int row = cuts[i - 1]; row < cuts[i]; ++row) part += lines[row] + '\n';
        files << imported.write(QStringLiteral("part%1.csv").arg(i), part);
    }
    QCOMPARE(int(files.size()), parts);
    std::shuffle(files.begin(), files.end(), random);
    for (const QString& file : files) QCOMPARE(imported.put(file, onExisting), QString());
    const AllCells cells = allCells(*imported.workspace);
    QCOMPARE(cells.names, m_expected.names);
    QVERIFY(cells.cells == m_expected.cells);
    // the same parts once more are no news
    for (const QString& file : files) QCOMPARE(imported.put(file, OnExisting::Add), QString());
    QVERIFY(allCells(*imported.workspace) == m_expected);
}

void TestLongFile::anExistingFileIsNotOverwritten() {
    const QByteArray before = bytesOf(m_long);
    const Status written = writeLongForm(m_long, smallCity(), Progress::none());
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, ErrorCode::Usage);
    QVERIFY(bytesOf(m_long) == before);
}

void TestLongFile::cancelLeavesNothing() {
    for (const double when : {0.0, 0.3, 0.6}) {
        QTemporaryDir folder;
        Progress* job = nullptr;
        Progress progress([&](const ProgressReport& report) {
            if (report.fraction >= when) job->cancel();
        });
        job = &progress;
        SampleOptions options = smallCity();
        options.stops = 300;  // long enough for reports, which come ten times a second at most
        options.days = 365;
        const Status written = writeLongForm(folder.filePath(QStringLiteral("never.csv")), options, progress);
        QVERIFY(!written.ok());
        QCOMPARE(written.error().code, ErrorCode::Cancelled);
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }
}

// The kernel refuses to let a file grow over a limit just as it refuses on a full disk, only with another reason.
void TestLongFile::aFullDiskIsAnError() {
    QTemporaryDir folder;
    const auto previous = std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 1u << 20;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const Status written = writeLongForm(folder.filePath(QStringLiteral("full.csv")), smallCity(), Progress::none());
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, previous);
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, ErrorCode::Io);
    QVERIFY2(written.error().message.contains(QStringLiteral("full.csv")), qPrintable(written.error().message));
    QVERIFY2(written.error().detail.contains(QStringLiteral("too large")), qPrintable(written.error().detail));
    QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void TestLongFile::anUnwritableFolderIsAnError() {
    const Status written = writeLongForm(m_folder.filePath(QStringLiteral("nowhere/long.csv")), smallCity(), Progress::none());
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, ErrorCode::Io);
    QVERIFY(!QFileInfo::exists(m_folder.filePath(QStringLiteral("nowhere"))));
}

QTEST_GUILESS_MAIN(TestLongFile)
#include "test_long_file.moc"
