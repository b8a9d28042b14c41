// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison as a file: its numbers, its names, and that verifying asks both answers again.
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "core/export/change_file.h"
#include "core/export/read_receipt.h"
#include "core/export/shown_numbers.h"
#include "core/receipt/verify.h"

using namespace mudeung;

namespace {

/// Two stops, every day of January and February 2024: 10 and 20 a day, in February 12 and 20. `extra` is added on the last day.
CubeData stops(int extra) {
    CubeData data;
    Dataset& d = data.dataset;
    d.id = QStringLiteral("stops");
    d.title = QStringLiteral("Stops");
    d.placeKind = QStringLiteral("bus_stop");
    d.measures = {{"boardings", "boardings", "승차", "trips", "건", Aggregation::Sum, 0}};
    d.scheme = {"none", {{"all", "All", "", -1, -1}}};
    d.period = {QDate(2024, 1, 1), QDate(2024, 2, 29)};
    data.places = {{"1001", "=1+1 시청", 126.9, 35.1}, {"1002", "광주역", 126.91, 35.1}};
    for (const int month : {1, 2}) {
        const int days = QDate(2024, month, 1).daysInMonth();
        MonthCells cells{1, 1, days, 1, 2, {}};
        for (int day = 1; day <= days; ++day) {
            cells.cells.push_back(month == 1 ? 10 : 12);
            cells.cells.push_back(20 + (month == 2 && day == days ? extra : 0));
        }
        data.months[monthKey(2024, month)] = cells;
    }
    return data;
}

void write(Workspace& workspace, int extra) {
    Batch batch;
    batch.dataset = QStringLiteral("stops");
    batch.fileName = QStringLiteral("stops-%1.csv").arg(extra);
    batch.sha256 = QString(64, QLatin1Char(extra == 0 ? 'a' : 'b'));
    batch.period = {QDate(2024, 1, 1), QDate(2024, 2, 29)};
    const auto written = workspace.writeCube(stops(extra), batch, OnExisting::Replace, Progress::none());
    if (!written) qFatal("%s", qPrintable(written.error().message));
}

Query month(int number) {
    Query q;
    q.dataset = QStringLiteral("stops");
    q.period = {QDate(2024, number, 1), QDate(2024, number, QDate(2024, number, 1).daysInMonth())};
    return q;
}

}  // namespace

class TestChangeFile : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace = Workspace::create(m_folder->filePath(QStringLiteral("w.mudeung"))).value();
        write(*m_workspace, 0);
    }

    void csv() {
        const QString path = save(QStringLiteral("change.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(QStringLiteral("\r\n"));
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[1].startsWith(QStringLiteral("1001,'=1+1 시청,12,10,2,0.2,")));  // no spreadsheet runs the name
        QVERIFY(lines[2].startsWith(QStringLiteral("1002,광주역,20,20,0,0,")));
    }

    void workbook() {
        const QString path = save(QStringLiteral("change.xlsx"));
        const auto numbers = numbersInWorkbook(path);
        QVERIFY(numbers);
        QCOMPARE(static_cast<int>(numbers->size()), 2);
        QCOMPARE((*numbers)[0].first, QStringLiteral("1001"));
        QCOMPARE((*numbers)[0].second, 12.0);
        const auto found = readReceipt(path);
        QVERIFY(found.ok());
        QVERIFY(!found->fileChanged);
    }

    void bothAnswersAreVerified_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("csv") << QStringLiteral("change.csv");
        QTest::newRow("xlsx") << QStringLiteral("change.xlsx");
    }

    void bothAnswersAreVerified() {
        QFETCH(QString, name);
        const auto found = readReceipt(save(name));
        QVERIFY(found.ok());
        QCOMPARE(found->receipt.compared.size(), 1);
        QCOMPARE(found->receipt.query.period.from, QDate(2024, 2, 1));
        QCOMPARE(found->receipt.compared[0].query.period.from, QDate(2024, 1, 1));
        QueryEngine engine(m_workspace);
        QVERIFY(verifyReceipt(engine, found->receipt)->equal);
        write(*m_workspace, 5);
        const auto changed = verifyReceipt(engine, found->receipt);
        QVERIFY(changed.ok());
        QVERIFY(!changed->equal);
        QVERIFY(changed->changes.join(QLatin1Char(' ')).contains(QStringLiteral("stops-5.csv")));
    }

    void otherEndings() {
        QueryEngine engine(m_workspace);
        const auto change = compareAnswers(engine, month(2), month(1), Breakdown::Place, Progress::none());
        const auto now = engine.run(month(2), Breakdown::Place);
        const auto status = writeChangeFile(*m_workspace, **change, **now, **now, m_folder->filePath(QStringLiteral("a.gpkg")));
        QVERIFY(!status.ok());
        QCOMPARE(status.error().code, ErrorCode::Usage);
    }

private:
    QString save(const QString& name) {
        QueryEngine engine(m_workspace);
        const auto change = compareAnswers(engine, month(2), month(1), Breakdown::Place, Progress::none());
        const auto now = engine.run(month(2), Breakdown::Place);
        const auto before = engine.run(month(1), Breakdown::Place);
        const QString path = m_folder->filePath(name);
        const auto written = writeChangeFile(*m_workspace, **change, **now, **before, path);
        if (!written) qFatal("%s", qPrintable(written.error().message));
        return path;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Workspace> m_workspace;
};

QTEST_GUILESS_MAIN(TestChangeFile)
#include "test_change_file.moc"
