// SPDX-License-Identifier: GPL-3.0-or-later
// A story with the real files of Gwangju, where they lie beside the checkout: import, question, comparison, map as PDF, table as XLSX.
#include <QProcess>
#include <QStandardPaths>

#include "core/base/language.h"
#include "core/export/read_receipt.h"
#include "core/export/shown_numbers.h"
#include "core/receipt/verify.h"
#include "tests/support/map_test.h"
#include "tests/support/real_data.h"
#include "tests/ui/map/counted_cube.h"
#include "tests/ui/map/whole_window.h"
#include "ui/common/theme.h"
#include "ui/import/import_dialog.h"

using namespace mudeung;
using namespace mudeung::test;

class TestStoriesGwangju : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        isolateSettings(m_folder.path());
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        applyTheme(QStringLiteral("light"));
    }
    void cleanupTestCase() { m_w.reset(); }

    // Stops, boundaries and ridership of 2022 by the buttons of the import.
    void filesAreImported() {
        MUDEUNG_REAL_FILE(stops, "gwangju_transit/gwangju_busStation_tago.json");
        MUDEUNG_REAL_FILE(dongs, "boundaries/hangjeongdong_광주광역시.geojson");
        MUDEUNG_REAL_FILE(ridership, "gwangju_transit/gwangju_시내버스_정류소별_이용객_현황_20221231.csv");
        setInterfaceLanguage(QStringLiteral("ko"));
        m_w = std::make_unique<WholeWindow>();
        w().window.createWorkspace(m_folder.filePath(QStringLiteral("광주.mudeung")));
        QTRY_VERIFY_WITH_TIMEOUT(w().state.workspace(), kPatience);
        const QStringList files{stops, dongs, ridership};
        w().window.openFiles(files);
        ImportDialog* dialog = w().window.importDialog();
        QVERIFY(dialog);
        QSignalSpy imported(dialog, &ImportDialog::imported);
        auto* button = dialog->findChild<QPushButton*>(QStringLiteral("importButton"));
        for (int i = 0; i < files.size(); ++i) {
            QTRY_VERIFY2_WITH_TIMEOUT(button->isVisible() && button->isEnabled(), qPrintable(files[i]), kPatience);
            QTest::mouseClick(button, Qt::LeftButton);
            QTRY_COMPARE_WITH_TIMEOUT(imported.count(), i + 1, kPatience);
            QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY_WITH_TIMEOUT(w().settled(), kPatience);
        m_cube = CountedCube(*w().state.workspace(), w().state.query().dataset);
        // Known from counts outside of the program.
        Count youth;
        youth.groups = m_cube.groupsOf({QStringLiteral("youth")});
        QCOMPARE(m_cube.total(youth), qint64(11048441));
        QCOMPARE(m_cube.total(), qint64(82390250));
        QVERIFY(w().everywhere(82390250));
    }

    // The ten stops where most young people board.
    void tenStopsOfYoungPeople() {
        if (!m_w) QSKIP("the real files of Gwangju are not beside this checkout");
        w().ctrl(Qt::Key_K);
        auto* line = w().part<QLineEdit>("askLine");
        write(line, QStringLiteral("청소년 승차 상위 10 정류장"));
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(w().settled());
        QCOMPARE(w().state.query().groups, QStringList{QStringLiteral("youth")});
        QTRY_COMPARE(w().state.selection().size(), 10);
        Count youth;
        youth.groups = m_cube.groupsOf({QStringLiteral("youth")});
        const std::vector<qint64> sums = m_cube.byPlace(youth);
        const QVector<qint64> largest = m_cube.largest(sums, 10);
        m_ten = std::accumulate(largest.begin(), largest.end(), qint64{0});
        QCOMPARE(m_cube.of(sums, w().state.selection()), m_ten);
        QVERIFY(w().everywhere(11048441));
        keepPicture(w().window.grab(), QStringLiteral("story-gwangju.png"));
    }

    // Compared with this question as it is now, then 일반 instead of 청소년.
    void comparedWithAdults() {
        if (!m_w) QSKIP("the real files of Gwangju are not beside this checkout");
        const QStringList ten = w().state.selection();
        auto* with = w().shown<QComboBox>("compareWith");
        with->setFocus();
        QTest::keyClick(with, Qt::Key_End);
        QCOMPARE(w().state.comparison().kind, Comparison::Kind::Question);
        auto* chart = w().shown<ChartView>("groupsChart");
        QTest::mouseClick(chart, Qt::LeftButton, Qt::NoModifier, chart->markCentre(QStringLiteral("adult")));
        // A click adds; the second takes the young away.
        QVERIFY(w().settled());
        chart->grab();
        QTest::mouseClick(chart, Qt::LeftButton, Qt::NoModifier, chart->markCentre(QStringLiteral("youth")));
        QCOMPARE(w().state.query().groups, QStringList{QStringLiteral("adult")});
        QVERIFY(w().settled());
        QVERIFY(w().everywhere(69447723));
        QTRY_VERIFY_WITH_TIMEOUT(w().state.change() && w().state.change()->now == w().state.answers()->byPlace->query, kPatience);
        Count adults, youth;
        adults.groups = m_cube.groupsOf({QStringLiteral("adult")});
        youth.groups = m_cube.groupsOf({QStringLiteral("youth")});
        const std::vector<qint64> now = m_cube.byPlace(adults), before = m_cube.byPlace(youth);
        double young = 0.0, grown = 0.0;
        for (const ChangeRow& row : w().state.change()->rows) {
            if (!ten.contains(row.key)) continue;
            young += row.before;
            grown += row.now;
        }
        QCOMPARE(qRound64(young), m_ten);
        QCOMPARE(qRound64(grown), m_cube.of(now, ten));
        QCOMPARE(m_cube.of(before, ten), m_ten);
    }

    void mapAsPdf() {
        if (!m_w) QSKIP("the real files of Gwangju are not beside this checkout");
        const QString file = m_folder.filePath(QStringLiteral("승차 지도.pdf"));
        answerNext(file);
        w().ctrlShift(Qt::Key_M);
        QTRY_VERIFY_WITH_TIMEOUT(w().tasks.tasks().isEmpty() && QFileInfo::exists(file), kPatience);
        const auto found = readReceipt(file);
        QVERIFY2(found.ok(), found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->receipt.totalSum, std::int64_t(69447723));
        QueryEngine engine(w().state.workspace());
        QVERIFY(verifyReceipt(engine, found->receipt)->equal);
        const QString reader = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
        if (reader.isEmpty()) QSKIP("pdftotext is not installed");
        QProcess process;
        process.start(reader, {file, QStringLiteral("-")});
        QVERIFY(process.waitForFinished());
        const QString text = QString::fromUtf8(process.readAllStandardOutput());
        QVERIFY2(text.contains(QStringLiteral("승차")) && text.contains(QStringLiteral("일반")), qPrintable(text));
    }

    void tableAsWorkbook() {
        if (!m_w) QSKIP("the real files of Gwangju are not beside this checkout");
        const QString file = m_folder.filePath(QStringLiteral("정류장별 승차.xlsx"));
        w().window.saveTable(file);
        QTRY_VERIFY_WITH_TIMEOUT(w().tasks.tasks().isEmpty() && QFileInfo::exists(file), kPatience);
        const auto numbers = numbersInWorkbook(file);
        QVERIFY(numbers.has_value());
        QHash<QString, double> byCode;
        double sum = 0.0;
        for (const auto& [code, value] : *numbers) {
            byCode.insert(code, value);
            if (value == value) sum += value;
        }
        QCOMPARE(qRound64(sum), qint64(69447723));
        Count adults;
        adults.groups = m_cube.groupsOf({QStringLiteral("adult")});
        const std::vector<qint64> sums = m_cube.byPlace(adults);
        for (std::size_t p = 0; p < m_cube.places.size(); ++p)
            if (byCode.contains(m_cube.places[p].code) && sums[p] > 0) QCOMPARE(qRound64(byCode.value(m_cube.places[p].code)), sums[p]);
        const QString texts = QString::fromUtf8(zipMember(file, "xl/sharedStrings.xml"));
        QVERIFY(texts.contains(QStringLiteral("승차")));
        QVERIFY(texts.contains(w().state.answers()->byPlace->rows.first().label.toHtmlEscaped()));
        const auto found = readReceipt(file);
        QVERIFY(found.ok() && !found->fileChanged);
    }

private:
    WholeWindow& w() { return *m_w; }
    QTemporaryDir m_folder;
    CountedCube m_cube;
    qint64 m_ten = 0;
    std::unique_ptr<WholeWindow> m_w;
};

MUDEUNG_MAP_TEST_MAIN(TestStoriesGwangju)
#include "test_stories_gwangju.moc"
