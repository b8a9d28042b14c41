// SPDX-License-Identifier: GPL-3.0-or-later
// The quality panel: counts when seen and only then, shows gaps, findings and selection; the strip by mouse and keyboard.
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest>

#include "tests/ui/ui_test_support.h"
#include "ui/charts/quality_strip.h"
#include "ui/explore/quality_panel.h"

using namespace mudeung;

namespace {

/// The small workspace from March to August 2024: stop 1002 begins on 1 May, stop 1001 has nothing on 10 and 11 June, and three times
/// as many from 1 July on.
CubeData halfYear() {
    CubeData data = test::smallCube();
    data.dataset.id = QStringLiteral("half-year");
    data.dataset.period = {QDate(2024, 3, 1), QDate(2024, 8, 31)};
    data.months.clear();
    for (int month = 3; month <= 8; ++month) {
        MonthCells cells;
        cells.measures = 1;
        cells.groups = cells.hours = cells.places = 2;
        cells.days = QDate(2024, month, 1).daysInMonth();
        cells.cells.resize(std::size_t{8} * cells.days);
        for (int g = 0; g < 2; ++g)
            for (int day = 0; day < cells.days; ++day)
                for (int h = 0; h < 2; ++h)
                    for (int p = 0; p < 2; ++p) {
                        const bool gap = p == 0 ? month == 6 && (day == 9 || day == 10) : month < 5;
                        cells.cells[cells.index(0, g, day, h, p)] = gap ? kNotObserved : p == 0 && month >= 7 ? 60 : 20;
                    }
        data.months[monthKey(2024, month)] = cells;
    }
    return data;
}

void write(const std::shared_ptr<Workspace>& workspace, const CubeData& cube, char letter) {
    Batch batch;
    batch.dataset = cube.dataset.id;
    batch.sha256 = QString(64, QLatin1Char(letter));
    batch.period = cube.dataset.period;
    const auto written = workspace->writeCube(cube, batch, OnExisting::Ask, Progress::none());
    if (!written) qFatal("%s", qPrintable(written.error().message));
}

QualityMatrix manyPlaces() {
    PlaceDays data;
    data.first = QDate(2023, 1, 1);
    data.days = 730;
    for (int p = 0; p < 60; ++p) {
        data.codes << QString::number(1000 + p);
        data.names << QStringLiteral("Stop %1").arg(p);
        for (int day = 0; day < data.days; ++day) {
            const bool gap = (p % 5 == 0 && day < 100) || (day % 60 < p / 6) || (day > 300 && day < 300 + p);
            data.observed.push_back(!gap);
            data.values.push_back(1.0);
        }
    }
    return qualityMatrix(data, completenessOf(data));
}

}  // namespace

class TestQualityPanel : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanup();
    void countsOnlyWhenSeen();
    void findingsAndSelection();
    void kindsAreFiltered();
    void otherFiltersDoNotCount();
    void saysWhyNot();
    void copies();
    void stripByMouse();
    void stripByKeyboard();
    void stripIsPainted();

private:
    std::unique_ptr<QualityPanel> shownPanel(const QString& dataset) {
        m_state = std::make_unique<WorkspaceState>();
        m_state->setWorkspace(m_workspace);
        m_state->setDataset(dataset);
        auto panel = std::make_unique<QualityPanel>(m_state.get(), &m_runner);
        panel->resize(420, 520);
        panel->show();
        return panel;
    }
    QTemporaryDir m_folder;
    std::shared_ptr<Workspace> m_workspace;
    TaskRunner m_runner;
    std::unique_ptr<WorkspaceState> m_state;
};

void TestQualityPanel::initTestCase() {
    test::isolateSettings(m_folder.path());
    m_workspace = test::smallWorkspace(m_folder.filePath(QStringLiteral("quality.mudeung")), true);
    QVERIFY(m_workspace);
    write(m_workspace, halfYear(), 'c');
}

void TestQualityPanel::cleanup() {
    m_state.reset();
}

void TestQualityPanel::countsOnlyWhenSeen() {
    m_state = std::make_unique<WorkspaceState>();
    m_state->setWorkspace(m_workspace);
    m_state->setDataset(QStringLiteral("half-year"));
    QualityPanel panel(m_state.get(), &m_runner);
    QTRY_VERIFY(!m_state->busy() && m_state->answers());
    QTest::qWait(50);
    QVERIFY(!panel.view());
    QVERIFY(m_runner.tasks().isEmpty());
    panel.show();
    QTRY_VERIFY(panel.view());
    QCOMPARE(panel.view()->dataset.id, QStringLiteral("half-year"));
    panel.hide();
    m_state->setDataset(QStringLiteral("test-stops"));
    QTRY_VERIFY(!m_state->busy() && m_state->answers()->query.dataset == QLatin1String("test-stops"));
    QTest::qWait(50);
    QCOMPARE(panel.view()->dataset.id, QStringLiteral("half-year"));
    panel.show();
    QTRY_VERIFY(panel.view() && panel.view()->dataset.id == QLatin1String("test-stops"));
}

void TestQualityPanel::findingsAndSelection() {
    const auto panel = shownPanel(QStringLiteral("half-year"));
    QTRY_VERIFY(panel->view());
    auto* table = panel->findChild<QTableView*>(QStringLiteral("qualityTable"));
    QCOMPARE(table->model()->rowCount(), 2);
    const auto text = [table](int row, int column) { return table->model()->index(row, column).data().toString(); };
    QCOMPARE(text(0, 1), QStringLiteral("Station"));
    QCOMPARE(text(0, 2), QStringLiteral("2024-05-01"));
    QCOMPARE(text(1, 1), QStringLiteral("City Hall"));
    QCOMPARE(text(1, 2), QStringLiteral("2024-07-01"));
    QVERIFY2(text(1, 3).contains(QStringLiteral("80.0 → 240")), qPrintable(text(1, 3)));
    table->selectRow(1);
    QCOMPARE(m_state->selection(), QStringList{"1001"});
    m_state->setSelection({QStringLiteral("1002")});
    QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(table->selectionModel()->selectedRows().first().row(), 0);
    QVERIFY(panel->findChild<QLabel*>(QStringLiteral("qualitySummary"))->text().contains(QStringLiteral("99.3 %")));
    QCOMPARE(panel->strip()->matrix().codes.first(), QStringLiteral("1001"));
    test::keepPicture(panel->grab(), QStringLiteral("quality-panel.png"));
}

void TestQualityPanel::kindsAreFiltered() {
    const auto panel = shownPanel(QStringLiteral("half-year"));
    QTRY_VERIFY(panel->view());
    auto* kinds = panel->findChild<QComboBox*>(QStringLiteral("qualityKinds"));
    QCOMPARE(kinds->count(), 3);
    auto* table = panel->findChild<QTableView*>(QStringLiteral("qualityTable"));
    kinds->setCurrentIndex(1);
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("City Hall"));
    kinds->setCurrentIndex(0);
    QCOMPARE(table->model()->rowCount(), 2);
}

void TestQualityPanel::otherFiltersDoNotCount() {
    const auto panel = shownPanel(QStringLiteral("half-year"));
    QTRY_VERIFY(panel->view());
    const QualityViewPtr before = panel->view();
    Query query = m_state->query();
    query.hours = 1u << 7;
    m_state->setQuery(query);
    QTRY_VERIFY(!m_state->busy() && m_state->answers()->query.hours == (1u << 7));
    QCOMPARE(panel->view(), before);
    query.areas = QStringList{QStringLiteral("place:1002")};
    m_state->setQuery(query);
    QTRY_VERIFY(panel->view() && panel->view() != before);
    QCOMPARE(panel->view()->placesWithData, 1);
}

void TestQualityPanel::saysWhyNot() {
    const auto panel = shownPanel(QStringLiteral("test-year"));
    QTRY_VERIFY(panel->strip()->message().contains(QStringLiteral("no daily values")));
    QVERIFY(!panel->view());
    QVERIFY(panel->strip()->accessibleDescription().contains(QStringLiteral("no daily values")));
    m_state->setDataset(QStringLiteral("half-year"));
    QTRY_VERIFY(panel->view());
    QVERIFY(panel->strip()->message().isEmpty());
}

void TestQualityPanel::copies() {
    const auto panel = shownPanel(QStringLiteral("half-year"));
    QTRY_VERIFY(panel->view());
    QPushButton* copy = panel->findChild<QPushButton*>();
    QVERIFY(copy->isEnabled());
    copy->click();
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].count(QLatin1Char('\t')), 3);
}

void TestQualityPanel::stripByMouse() {
    QualityStrip strip;
    strip.resize(500, 200);
    strip.setMatrix(manyPlaces());
    strip.show();
    QSignalSpy clicked(&strip, &QualityStrip::placeClicked);
    QTest::mouseClick(strip.viewport(), Qt::LeftButton, Qt::NoModifier, strip.cellCentre(3, 20));
    QCOMPARE(clicked.count(), 1);
    QCOMPARE(clicked.first().first().toString(), strip.matrix().codes[3]);
    QCOMPARE(strip.currentBin(), 20);
    QTest::mouseClick(strip.viewport(), Qt::LeftButton, Qt::NoModifier, strip.cellCentre(QualityStrip::kAll, 5));
    QCOMPARE(clicked.count(), 1);  // all places are no place
    QVERIFY(strip.verticalScrollBar()->maximum() > 0);
    strip.verticalScrollBar()->setValue(150);
    QVERIFY(strip.cellCentre(0, 5).isNull());
    QTest::mouseClick(strip.viewport(), Qt::LeftButton, Qt::NoModifier, strip.cellCentre(14, 5));
    QCOMPARE(clicked.last().first().toString(), strip.matrix().codes[14]);
    QVERIFY(strip.cellText(3, 20).contains(strip.matrix().names[3]));
}

void TestQualityPanel::stripByKeyboard() {
    QualityStrip strip;
    strip.resize(500, 200);
    strip.setMatrix(manyPlaces());
    strip.show();
    strip.setFocus();
    QSignalSpy clicked(&strip, &QualityStrip::placeClicked);
    QTest::keyClick(&strip, Qt::Key_Return);
    QCOMPARE(clicked.count(), 0);
    for (int i = 0; i < 20; ++i) QTest::keyClick(&strip, Qt::Key_Down);
    QCOMPARE(strip.currentRow(), 19);
    QVERIFY(!strip.cellCentre(19, 0).isNull());  // scrolled into view
    QTest::keyClick(&strip, Qt::Key_End);
    QCOMPARE(strip.currentBin(), static_cast<int>(strip.matrix().bins.size()) - 1);
    QTest::keyClick(&strip, Qt::Key_Return);
    QCOMPARE(clicked.count(), 1);
    QCOMPARE(clicked.first().first().toString(), strip.matrix().codes[19]);
    QCOMPARE(strip.accessibleDescription(), strip.cellText(19, strip.currentBin()));
    QVERIFY(!strip.accessibleName().isEmpty());
}

/// What is complete, in part and not there looks different.
void TestQualityPanel::stripIsPainted() {
    PlaceDays data;
    data.first = QDate(2024, 1, 1);
    data.days = 140;
    data.codes = data.names = QStringList{QStringLiteral("1")};
    for (int day = 0; day < data.days; ++day) {
        const int week = day / 7;
        data.observed.push_back(week < 5 || (week < 10 && day % 2) || week >= 15);
        data.values.push_back(1.0);
    }
    QualityStrip strip;
    strip.resize(600, 120);
    strip.setMatrix(qualityMatrix(data, completenessOf(data)));
    const QImage image = strip.viewport()->grab().toImage();
    const auto colors = [&](int week) {
        const QPoint c = strip.cellCentre(0, week);
        QSet<QRgb> found;
        for (int y = c.y() - 5; y < c.y() + 5; ++y)
            for (int x = c.x() - 6; x < c.x() + 6; ++x) found.insert(image.pixel(x, y));
        return static_cast<int>(found.size());
    };
    QCOMPARE(image.pixel(strip.cellCentre(0, 1)), image.pixel(strip.cellCentre(0, 17)));
    QVERIFY(image.pixel(strip.cellCentre(0, 1)) != image.pixel(strip.cellCentre(0, 6)));
    QVERIFY(colors(12) > 1);  // hatched
    QCOMPARE(colors(2), 1);
    strip.setMatrix(manyPlaces());
    test::keepPicture(strip.viewport()->grab(), QStringLiteral("quality-strip.png"));
}

MUDEUNG_UI_TEST_MAIN(TestQualityPanel)
#include "test_quality_panel.moc"
