// SPDX-License-Identifier: GPL-3.0-or-later
// The import window as a person uses it: cancel, a refused file and "import anyway", a column named by hand, the year asked for,
// closing it while it works, and a window that stays awake meanwhile.
#include <QComboBox>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTimer>
#include <QtTest>

#include "tests/ui/plain_window.h"
#include "tests/ui/ui_test_support.h"
#include "ui/common/message_bar.h"
#include "ui/common/theme.h"
#include "ui/import/import_dialog.h"
#include "ui/import/import_report_page.h"

using namespace mudeung;

namespace {

constexpr int kLongestGapMs = 250;

struct Window : test::PlainWindow {
    template <typename T>
    T* part(const char* name) {
        return window.importDialog()->findChild<T*>(QLatin1String(name));
    }
};

/// Measures how long the event loop was away.
class Watchdog : public QObject {
public:
    Watchdog() {
        connect(&m_timer, &QTimer::timeout, this, [this] { m_longest = std::max(m_longest, m_since.restart()); });
        m_since.start();
        m_timer.start(5);
    }
    qint64 longest() const { return m_longest; }
    void restart() {
        m_longest = 0;
        m_since.restart();
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

const QByteArray kYearHead = "정류장명,정류장 번호,권종,승하차구분,거래건수\n";

}  // namespace

class TestImportDialog : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cancelLeavesTheWorkspaceAlone();
    void staysAwake();
    void refusedThenImportedAnyway();
    void reportAndRejectsAreSaved();
    void columnNamedByHand();
    void yearIsAsked();
    void closedDialogReportsLater();
    void closingTheWindowAsksFirst();

private:
    QString write(const char* name, const QByteArray& bytes) const;
    QString bigFile(int days) const;
    /// Opens the preview of a file and waits until its import button can be pressed.
    QPushButton* preview(const QString& path);
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Window> m_w;
    QTemporaryDir m_settings;
};

void TestImportDialog::initTestCase() {
    test::isolateSettings(m_settings.path());
    applyTheme(QStringLiteral("light"));
}

void TestImportDialog::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_w = std::make_unique<Window>();
    m_w->window.show();
    m_w->window.createWorkspace(m_folder->filePath(QStringLiteral("city.mudeung")));
    QTRY_VERIFY(m_w->state.workspace());
}

void TestImportDialog::cleanup() {
    m_w.reset();
    m_folder.reset();
}

QString TestImportDialog::write(const char* name, const QByteArray& bytes) const {
    const QString path = m_folder->filePath(QLatin1String(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qWarning() << "cannot write" << path;
    return path;
}

QString TestImportDialog::bigFile(int days) const {
    QByteArray text = "날짜,정류소번호,정류소명,구분,연령대";
    for (int h = 5; h < 24; ++h)
        text += QStringLiteral(",%1_%2").arg(h, 2, 10, QLatin1Char('0')).arg((h + 1) % 24, 2, 10, QLatin1Char('0')).toUtf8();
    text += '\n';
    QByteArray numbers;
    for (int h = 5; h < 24; ++h) numbers += ',' + QByteArray::number(h);
    for (int day = 0; day < days; ++day) {
        const QByteArray date = QDate(2024, 1, 1).addDays(day).toString(Qt::ISODate).toUtf8();
        for (int stop = 0; stop < 200; ++stop)
            for (const char* age : {"19-34세", "65-74세"})
                text += date + ',' + QByteArray::number(1000 + stop) + ",정류소,승차," + age + numbers + '\n';
    }
    return write("bus_stop_hourly.csv", text);
}

QPushButton* TestImportDialog::preview(const QString& path) {
    m_w->window.openFiles({path});
    auto* button = m_w->part<QPushButton>("importButton");
    if (!QTest::qWaitFor([&] { return button->isVisible(); }, 8000)) qWarning() << "no preview of" << path;
    return button;
}

void TestImportDialog::cancelLeavesTheWorkspaceAlone() {
    QPushButton* import = preview(bigFile(900));
    QVERIFY(import->isEnabled());
    QTest::mouseClick(import, Qt::LeftButton);
    auto* cancel = m_w->part<QPushButton>("cancelImport");
    QVERIFY(cancel->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QTRY_VERIFY(m_w->tasks.tasks().isEmpty());
    QTRY_VERIFY(import->isVisible());  // back at the preview, ready to try again
    const auto datasets = m_w->state.workspace()->datasets();
    QVERIFY(datasets && datasets->isEmpty());
}

void TestImportDialog::staysAwake() {
    QPushButton* import = preview(bigFile(60));
    QSignalSpy imported(m_w->window.importDialog(), &ImportDialog::imported);
    Watchdog watchdog;
    QTest::mouseClick(import, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(imported.count(), 1, 15000);
    QVERIFY2(watchdog.longest() < kLongestGapMs, qPrintable(QStringLiteral("%1 ms away during the import").arg(watchdog.longest())));
    QTRY_VERIFY_WITH_TIMEOUT(m_w->state.answers() && !m_w->state.busy(), 8000);
    watchdog.restart();
    Query query = m_w->state.query();
    query.dayTypes = 1;
    m_w->state.setQuery(query);
    QTRY_VERIFY_WITH_TIMEOUT(!m_w->state.busy() && m_w->state.answers() && m_w->state.answers()->query == query, 8000);
    QTest::qWait(50);
    QVERIFY2(watchdog.longest() < kLongestGapMs, qPrintable(QStringLiteral("%1 ms away after a filter").arg(watchdog.longest())));
}

void TestImportDialog::refusedThenImportedAnyway() {
    QByteArray rows;
    for (int i = 0; i < 20; ++i) rows += "가,순환" + QByteArray::number(i) + ",일반,승차,3\n";
    QPushButton* import = preview(write("ridership_2023.csv", kYearHead + rows));
    QTest::mouseClick(import, Qt::LeftButton);
    auto* refusal = m_w->part<QLabel>("refusal");
    QTRY_VERIFY(refusal->isVisible());
    QVERIFY2(refusal->text().size() > 20, qPrintable(refusal->text()));
    test::keepPicture(m_w->window.importDialog()->grab(), QStringLiteral("import-refused.png"));
    QVERIFY(m_w->state.workspace()->datasets()->isEmpty());
    auto* anyway = m_w->part<QPushButton>("importAnyway");
    QVERIFY(anyway->isVisible());
    QSignalSpy imported(m_w->window.importDialog(), &ImportDialog::imported);
    QTest::mouseClick(anyway, Qt::LeftButton);
    QTRY_COMPARE(imported.count(), 1);
    QTRY_COMPARE(m_w->state.datasets().size(), 1);
    QTRY_VERIFY(m_w->state.answers());
    QCOMPARE(m_w->state.answers()->byPlace->totalSum, qint64(60));
}

void TestImportDialog::reportAndRejectsAreSaved() {
    QByteArray rows = "나,1002,일반,승차,셋\n";
    for (int i = 0; i < 40; ++i) rows += "가," + QByteArray::number(1100 + i) + ",일반,승차,3\n";
    QPushButton* import = preview(write("ridership_2023.csv", kYearHead + rows));
    QTest::mouseClick(import, Qt::LeftButton);
    auto* page = m_w->window.importDialog()->findChild<ImportReportPage*>();
    QTRY_VERIFY(page->isVisible());
    const auto saved = [&](const char* name) {
        if (!QTest::qWaitFor([&] { return m_w->tasks.tasks().isEmpty(); }, 8000)) qWarning() << "still saving" << name;
        QFile file(m_folder->filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    for (const char* name : {"report.html", "report.json", "report.txt"}) {
        page->saveReport(m_folder->filePath(QLatin1String(name)));
        QVERIFY2(!m_w->tasks.tasks().isEmpty(), "written by the GUI thread");
        QVERIFY2(saved(name).contains("ridership_2023.csv"), name);
    }
    QVERIFY(QJsonDocument::fromJson(saved("report.json")).isObject());
    page->saveRejects(m_folder->filePath(QStringLiteral("rejected.csv")));
    QVERIFY2(saved("rejected.csv").contains("셋"), saved("rejected.csv"));
    page->saveReport(m_folder->filePath(QStringLiteral("no such folder/report.html")));
    QTRY_VERIFY(m_w->tasks.tasks().isEmpty());
    bool said = false;
    for (const QLabel* label : page->findChildren<QLabel*>()) said = said || label->text().contains(QStringLiteral("no such folder"));
    QVERIFY(said);
}

void TestImportDialog::columnNamedByHand() {
    QPushButton* import =
        preview(write("x_2023.csv", "정류장명,정류장 번호,다른 번호,권종,승하차구분,거래건수\n가,1001,2002,일반,승차,3\n"));
    auto* place = m_w->part<QComboBox>("column-place");
    QVERIFY(place);
    QCOMPARE(place->currentData().toString(), QStringLiteral("정류장 번호"));
    place->setCurrentIndex(place->findData(QStringLiteral("다른 번호")));
    QSignalSpy imported(m_w->window.importDialog(), &ImportDialog::imported);
    QTest::mouseClick(import, Qt::LeftButton);
    QTRY_COMPARE(imported.count(), 1);
    const auto places = m_w->state.workspace()->places(imported.first().first().toString());
    QVERIFY(places.ok());
    QCOMPARE(places->front().code, QStringLiteral("2002"));
}

void TestImportDialog::yearIsAsked() {
    QPushButton* import = preview(write("ridership.csv", kYearHead + "가,1001,일반,승차,3\n나,1002,경로,승차,4\n"));
    auto* year = m_w->part<QSpinBox>("year");
    QVERIFY(year->isVisible());
    year->setValue(2019);
    QTest::mouseClick(import, Qt::LeftButton);
    QTRY_COMPARE(m_w->state.datasets().size(), 1);
    QCOMPARE(m_w->state.datasets().first().period.from, QDate(2019, 1, 1));
    m_w->window.importDialog()->close();
    preview(write("ridership_2021.csv", kYearHead + "가,1001,일반,승차,3\n"));
    QTRY_VERIFY(m_w->part<QPushButton>("importButton")->isVisible() && !year->isVisible());  // the name says it
}

void TestImportDialog::closedDialogReportsLater() {
    QPushButton* import = preview(bigFile(60));
    QTest::mouseClick(import, Qt::LeftButton);
    m_w->window.importDialog()->close();
    QVERIFY(!m_w->tasks.tasks().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(m_w->tasks.tasks().isEmpty(), 15000);
    QTRY_COMPARE(m_w->state.datasets().size(), 1);
    MessageBar* bar = m_w->window.messageBar();
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(bar->level() == MessageBar::Level::Success);
    QVERIFY(bar->text().contains(QStringLiteral("bus_stop_hourly.csv")));
    for (QPushButton* button : bar->findChildren<QPushButton*>())
        if (button->isVisible() && !button->isCheckable()) QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(m_w->window.importDialog()->isVisible());
    QVERIFY(m_w->part<QWidget>("qualityReport")->isVisible());
}

void TestImportDialog::closingTheWindowAsksFirst() {
    QPushButton* import = preview(bigFile(900));
    int asked = 0;
    const auto answer = [&](const char* name) {
        QTimer::singleShot(50, this, [&asked, name] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (!box) return;
            ++asked;
            box->findChild<QPushButton*>(QLatin1String(name))->click();
        });
    };
    QTest::mouseClick(import, Qt::LeftButton);
    answer("keepWorking");
    QVERIFY(!m_w->window.close());
    QCOMPARE(asked, 1);
    QVERIFY(m_w->window.isVisible());
    answer("closeAnyway");
    QVERIFY(m_w->window.close());
    QCOMPARE(asked, 2);
    QTRY_VERIFY_WITH_TIMEOUT(m_w->tasks.tasks().isEmpty(), 15000);
    m_w->window.show();
    QVERIFY(m_w->window.close());  // nothing runs: nobody is asked
    QCOMPARE(asked, 2);
}

MUDEUNG_UI_TEST_MAIN(TestImportDialog)
#include "test_import_dialog.moc"
