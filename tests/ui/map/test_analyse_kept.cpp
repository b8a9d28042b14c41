// SPDX-License-Identifier: GPL-3.0-or-later
// Results of analyses in the whole window: announced, kept, opened again, compared, saved, in both languages, read-only.
#include "tests/ui/map/analyse_window.h"

using namespace mudeung;
using namespace mudeung::test;

class TestAnalyseKept : public AnalyseTest {
    Q_OBJECT
private slots:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }

    void othersAreAnnounced();
    void keptOpenedRenamedRemoved();
    void twoAreCompared();
    void filesCarryTheirReceipt();
    void wordsFollowTheLanguage();
    void readOnlyIsSaid();
    void pictures_data();
    void pictures();
};

void TestAnalyseKept::othersAreAnnounced() {
    openForm();
    click("moreSettings");
    setNumber("parameter_pace", QStringLiteral("20"));
    click("runAnalysis");
    click("runAnalysis");
    QCOMPARE(w().window.findChildren<QToolButton*>(QStringLiteral("cancelRun")).size(), 2);
    QWidget* focused = w().part<QTabWidget>("analyseTabs");
    w().ctrlShift(Qt::Key_H);
    QVERIFY(w().tasksDone());
    QTRY_VERIFY_WITH_TIMEOUT(w().window.messageBar()->isVisible(), kPatience);
    QVERIFY(w().window.messageBar()->text().contains(QLatin1String("Far from the mean")));
    QCOMPARE(static_cast<QTabWidget*>(focused)->currentIndex(), int(AnalysePanel::Kept));
    QVERIFY(!w().state.shownResult());
    QTRY_COMPARE(kept()->count(), 2);
    QTest::mouseClick(w().window.messageBar()->findChild<QPushButton*>(QStringLiteral("messageAction")), Qt::LeftButton);
    QTRY_VERIFY(w().state.shownResult());
    QCOMPARE(static_cast<QTabWidget*>(focused)->currentIndex(), int(AnalysePanel::ShowResult));
}

void TestAnalyseKept::keptOpenedRenamedRemoved() {
    openForm();
    const ShownResultPtr shown = ran();
    QVERIFY(shown && shown->run->id > 0);
    const QString digest = shown->run->digest;
    m_w.reset();
    m_w = std::make_unique<WholeWindow>();
    open(m_file);
    w().ctrlShift(Qt::Key_H);
    QTRY_COMPARE(kept()->count(), 1);
    QTRY_VERIFY(kept()->hasFocus());
    QTest::keyClick(kept(), Qt::Key_Space);
    QTRY_COMPARE(kept()->selectedItems().size(), 1);
    QTest::keyClick(kept(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(w().state.shownResult(), kPatience);
    QCOMPARE(w().state.shownResult()->run->digest, digest);
    QCOMPARE(w().part<QLabel>("resultTitle")->text(), QStringLiteral("Far from the mean"));
    QVERIFY(resultMap()->result);

    w().ctrlShift(Qt::Key_H);
    kept()->item(0)->setSelected(true);
    answerNext(QStringLiteral("봄 결과"));
    QTest::keyClick(kept(), Qt::Key_F2);
    QTRY_COMPARE(kept()->item(0)->text(), QStringLiteral("봄 결과"));
    // Once more: same recipe, same numbers.
    click("runAgain");
    QTRY_COMPARE_WITH_TIMEOUT(kept()->count(), 2, kPatience);
    const auto runs = keptRuns(*w().state.workspace());
    QVERIFY(runs);
    QCOMPARE(runs->at(0).digest, digest);
    QCOMPARE(runs->at(0).recipe, runs->at(1).recipe);
    QVERIFY(w().tasksDone());
    w().ctrlShift(Qt::Key_H);
    answerBox(QMessageBox::No);
    kept()->clearSelection();
    kept()->item(1)->setSelected(true);
    QTest::keyClick(kept(), Qt::Key_Delete);
    QVERIFY(w().tasksDone());
    QCOMPARE(keptCount(), 2);
    answerBox(QMessageBox::Yes);
    QTest::keyClick(kept(), Qt::Key_Delete);
    QTRY_COMPARE(kept()->count(), 1);
    QCOMPARE(keptCount(), 1);
    QVERIFY(kept()->item(0)->text() != QStringLiteral("봄 결과"));
}

void TestAnalyseKept::twoAreCompared() {
    openForm();
    QVERIFY(ran());
    w().ctrlShift(Qt::Key_I);
    setNumber("parameter_limit", QStringLiteral("0.2"));
    QVERIFY(ran());
    w().ctrlShift(Qt::Key_H);
    QTRY_COMPARE(kept()->count(), 2);
    QVERIFY(!w().part<QPushButton>("compareRuns")->isEnabled());
    QTest::mouseClick(kept()->viewport(), Qt::LeftButton, Qt::NoModifier, kept()->visualItemRect(kept()->item(0)).center());
    QTest::mouseClick(kept()->viewport(), Qt::LeftButton, Qt::ControlModifier, kept()->visualItemRect(kept()->item(1)).center());
    QTRY_VERIFY(w().part<QPushButton>("compareRuns")->isEnabled());
    click("compareRuns");
    auto* changed = w().part<QTableWidget>("changedRows");
    QTRY_VERIFY_WITH_TIMEOUT(changed->isVisible(), kPatience);
    QStringList said;
    for (QLabel* label : w().window.findChildren<QLabel*>(QRegularExpression(QStringLiteral("^comparison")))) said << label->text();
    const QString all = said.join(QLatin1Char('\n'));
    QVERIFY2(all.contains(QLatin1String("a parameter")) && all.contains(QStringLiteral("Limit: 1.00 → 0.20")), qPrintable(all));
    // Only classes change; rows and classes by their names, not by their ids.
    QVERIFY(changed->rowCount() > 0);
    for (int r = 0; r < changed->rowCount(); ++r) {
        QCOMPARE(changed->item(r, 1)->text(), QStringLiteral("Class"));
        QCOMPARE(changed->item(r, 2)->text(), QStringLiteral("not far"));
        QVERIFY(changed->item(r, 3)->text().startsWith(QLatin1String("far ")));
    }
    click("closeComparison");
    QTRY_VERIFY(kept()->isVisible());
}

void TestAnalyseKept::filesCarryTheirReceipt() {
    openForm();
    const ShownResultPtr shown = ran();
    QVERIFY(shown);
    QVERIFY(resultMap()->result);
    for (const char* suffix : {"csv", "xlsx", "gpkg", "json"}) {
        const QString path = m_folder.filePath(QStringLiteral("scores.") + QLatin1String(suffix));
        answerNext(path);
        w().ctrlShift(Qt::Key_S);
        QTRY_VERIFY2_WITH_TIMEOUT(w().window.messageBar()->text().contains(path), qPrintable(w().window.messageBar()->text()), kPatience);
        const auto found = readReceipt(path);
        QVERIFY2(found.ok(), found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->receipt.analysis.value(QLatin1String("digest")).toString(), shown->run->digest);
    }
    for (const char* suffix : {"png", "svg", "pdf"}) {
        const QString path = m_folder.filePath(QStringLiteral("scores-map.") + QLatin1String(suffix));
        answerNext(path);
        w().ctrlShift(Qt::Key_M);
        QTRY_VERIFY2_WITH_TIMEOUT(w().window.messageBar()->text().contains(path), qPrintable(w().window.messageBar()->text()), kPatience);
        const auto found = readReceipt(path);
        QVERIFY2(found.ok(), found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->receipt.what, ReceiptOf::Map);
        QCOMPARE(found->receipt.style.value(QLatin1String("kind")).toString(), QStringLiteral("result"));
        QCOMPARE(found->receipt.analysis.value(QLatin1String("digest")).toString(), shown->run->digest);
    }
    // The legend of the file names the classes: as text in an SVG.
    QFile svg(m_folder.filePath(QStringLiteral("scores-map.svg")));
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray text = svg.readAll();
    QVERIFY(text.contains("far above") && text.contains("not far") && text.contains("Far from the mean"));
    const QString chartFile = m_folder.filePath(QStringLiteral("scores-chart.png"));
    auto* chart = w().part<ChartView>("resultChart1");
    emit chart->saveWanted(chart->spec(), chartFile);
    QTRY_VERIFY_WITH_TIMEOUT(w().window.messageBar()->text().contains(chartFile), kPatience);
    const auto found = readReceipt(chartFile);
    QVERIFY(found.ok());
    QCOMPARE(found->receipt.what, ReceiptOf::Chart);
}

void TestAnalyseKept::wordsFollowTheLanguage() {
    openForm();
    const ShownResultPtr shown = ran();
    QVERIFY(shown);
    QVERIFY(resultMap()->result);
    setInterfaceLanguage(QStringLiteral("ko"));
    QTRY_COMPARE_WITH_TIMEOUT(w().part<QLabel>("resultTitle")->text(), QStringLiteral("평균에서 먼 곳"), kPatience);
    QCOMPARE(w().state.shownResult()->run, shown->run);  // the same numbers
    QTRY_COMPARE_WITH_TIMEOUT(resultMap()->result->classes[0].name, QStringLiteral("훨씬 많음"), kPatience);
    QVERIFY(w().part<QLabel>("resultNote")->text().contains(QStringLiteral("표준편차")));
    setInterfaceLanguage(QStringLiteral("en"));
    QTRY_COMPARE_WITH_TIMEOUT(w().part<QLabel>("resultTitle")->text(), QStringLiteral("Far from the mean"), kPatience);
}

void TestAnalyseKept::readOnlyIsSaid() {
    const auto workspace = Workspace::open(m_file, OpenMode::ReadOnly);
    QVERIFY(workspace.ok());
    w().state.setWorkspace(*workspace);
    if (w().state.query().dataset != kRidership) w().state.setDataset(kRidership);
    QVERIFY(w().settled());
    openForm();
    QVERIFY(w().part<QLabel>("keepNote")->text().contains(QLatin1String("not kept")));
    const ShownResultPtr shown = ran();
    QVERIFY(shown);
    QCOMPARE(shown->run->id, qint64(0));
    QVERIFY(w().part<QLabel>("resultRemark")->isVisible());
    QVERIFY(w().part<QLabel>("resultRemark")->text().contains(QLatin1String("not kept")));
    QCOMPARE(keptCount(), 0);
}

void TestAnalyseKept::pictures_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QSize>("size");
    QTest::newRow("en-light-1920") << QStringLiteral("en") << QStringLiteral("light") << QSize(1920, 1080);
    QTest::newRow("ko-dark-1366") << QStringLiteral("ko") << QStringLiteral("dark") << QSize(1366, 768);
}

void TestAnalyseKept::pictures() {
    QFETCH(QString, language);
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    const Unwatched looks("a change of theme polishes every widget");
    setInterfaceLanguage(language);
    applyTheme(theme);
    MapStyle style = w().state.mapStyle();
    style.dark = darkTheme();
    w().state.setMapStyle(style);
    w().window.resize(size);
    const auto keep = [&](const char* what) {
        (void)QTest::qWaitFor([this] { return !w().canvas()->isDrawing(); }, kPatience);
        QTest::qWait(400);
        const QPixmap picture = w().window.grab();
        QVERIFY(countColors(picture.toImage()) > 30);
        keepPicture(picture, QStringLiteral("analyse-%1-%2.png").arg(QLatin1String(QTest::currentDataTag()), QLatin1String(what)));
    };
    w().ctrlShift(Qt::Key_I);
    keep("list");
    openForm();
    keep("form");
    QVERIFY(ran());
    QVERIFY(resultMap()->result);
    keep("result");
    w().ctrlShift(Qt::Key_H);
    QTRY_COMPARE(kept()->count(), 1);
    keep("kept");
}

MUDEUNG_MAP_TEST_MAIN(TestAnalyseKept)
#include "test_analyse_kept.moc"
