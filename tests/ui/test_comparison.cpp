// SPDX-License-Identifier: GPL-3.0-or-later
// Comparisons and frames: which question is the other one, how it is undone, and that what was played comes back.
#include <QComboBox>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QtTest>
#include <cmath>

#include "core/base/language.h"
#include "tests/ui/ui_test_support.h"
#include "ui/common/frames.h"
#include "ui/explore/change_model.h"
#include "ui/explore/change_panel.h"
#include "ui/explore/player.h"

using namespace mudeung;

namespace {

Query march(int from, int to) {
    Query q;
    q.dataset = QStringLiteral("test-stops");
    q.period = {QDate(2024, 3, from), QDate(2024, 3, to)};
    return q;
}

Dataset twoYears() {
    Dataset d = test::smallCube().dataset;
    d.period = {QDate(2023, 1, 1), QDate(2024, 12, 31)};
    return d;
}

}  // namespace

class TestComparison : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void otherQuestions_data();
    void otherQuestions();
    void beyondTheData();
    void theOtherDirection();
    void framesOfAQuestion();
    void framesLeaveOutEmptyDays();
    void changeOfPlaces();
    void comparisonIsOneStep();
    void playedAndBack();
    void anotherQuestionEndsPlaying();

private:
    void settle() {
        QTRY_VERIFY(!m_state->busy() && m_state->answers());
        QTRY_COMPARE(m_state->answers()->query, m_state->query());
    }
    QTemporaryDir m_folder;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<WorkspaceState> m_state;
};

void TestComparison::initTestCase() {
    test::isolateSettings(m_folder.path());
    m_workspace = test::smallWorkspace(m_folder.filePath(QStringLiteral("a.mudeung")));
    QVERIFY(m_workspace);
}

void TestComparison::init() {
    m_state = std::make_unique<WorkspaceState>();
    m_state->setWorkspace(m_workspace);
    settle();
}

void TestComparison::cleanup() {
    m_state.reset();
}

void TestComparison::otherQuestions_data() {
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::addColumn<bool>("year");
    QTest::addColumn<QDate>("otherFrom");
    QTest::addColumn<QDate>("otherTo");
    QTest::newRow("year") << QDate(2024, 1, 1) << QDate(2024, 12, 31) << true << QDate(2023, 1, 1) << QDate(2023, 12, 31);
    QTest::newRow("leap February") << QDate(2024, 2, 1) << QDate(2024, 2, 29) << true << QDate(2023, 2, 1) << QDate(2023, 2, 28);
    QTest::newRow("some days") << QDate(2024, 3, 5) << QDate(2024, 4, 6) << true << QDate(2023, 3, 5) << QDate(2023, 4, 6);
    QTest::newRow("month before") << QDate(2024, 3, 1) << QDate(2024, 3, 31) << false << QDate(2024, 2, 1) << QDate(2024, 2, 29);
    QTest::newRow("two months before") << QDate(2024, 3, 1) << QDate(2024, 4, 30) << false << QDate(2024, 1, 1) << QDate(2024, 2, 29);
    QTest::newRow("ten days before") << QDate(2024, 3, 1) << QDate(2024, 3, 10) << false << QDate(2024, 2, 20) << QDate(2024, 2, 29);
}

void TestComparison::otherQuestions() {
    QFETCH(QDate, from);
    QFETCH(QDate, to);
    QFETCH(bool, year);
    QFETCH(QDate, otherFrom);
    QFETCH(QDate, otherTo);
    Query q = march(1, 31);
    q.period = {from, to};
    q.hours = 1u << 7;
    const auto kind = year ? Comparison::Kind::YearBefore : Comparison::Kind::PeriodBefore;
    const auto other = comparedQuery(q, twoYears(), {kind, {}, {}});
    QVERIFY(other.ok());
    QCOMPARE(other->period.from, otherFrom);
    QCOMPARE(other->period.to, otherTo);
    q.period = other->period;
    QVERIFY(*other == q);  // nothing but the period differs
}

void TestComparison::beyondTheData() {
    const auto other = comparedQuery(march(1, 31), test::smallCube().dataset, {Comparison::Kind::YearBefore, {}, {}});
    QVERIFY(!other.ok());
    QCOMPARE(other.error().code, ErrorCode::Usage);
    QVERIFY(other.error().message.contains(QStringLiteral("2023-03-01")));
}

/// Alightings where boardings are asked for and the other way round, at the same places and times.
void TestComparison::theOtherDirection() {
    Dataset d = twoYears();
    Measure alightings = d.measures.first(), rainfall = d.measures.first();
    alightings.id = QStringLiteral("alightings");
    alightings.name = QStringLiteral("Alightings");
    rainfall.id = QStringLiteral("rainfall");
    rainfall.unit = QStringLiteral("mm");
    Query q = march(1, 31);
    q.hours = 1u << 8;
    const Comparison against{Comparison::Kind::Measure, {}, {}};
    const auto none = comparedQuery(q, d, against);
    QVERIFY(!none.ok());
    QCOMPARE(none.error().code, ErrorCode::Usage);
    d.measures = {d.measures.first(), rainfall, alightings};
    const auto other = comparedQuery(q, d, against);
    QVERIFY(other.ok());
    QCOMPARE(other->measure, QStringLiteral("alightings"));
    QCOMPARE(comparisonName(*other, d, against), QStringLiteral("Alightings"));
    QCOMPARE(comparedMeasures(d, q, *other).before, QStringLiteral("Alightings"));
    QVERIFY(comparedMeasures(d, q, q).isEmpty());
    const auto back = comparedQuery(*other, d, against);
    QVERIFY(back.ok());
    QCOMPARE(d.measureIndex(back->measure), 0);
    Query same = *other;
    same.measure = q.measure;
    QVERIFY(same == q);
    QVERIFY(!counterpart(d, QStringLiteral("rainfall")));
}

void TestComparison::framesOfAQuestion() {
    const Dataset d = twoYears();
    Query q = march(1, 31);
    QCOMPARE(framesOf(q, d, FrameStep::Day).size(), 31);
    const QVector<Frame> weeks = framesOf(q, d, FrameStep::Week);  // 1 March 2024 was a Friday
    QCOMPARE(weeks.size(), 5);
    QCOMPARE(weeks[0].query.period.to, QDate(2024, 3, 3));
    QCOMPARE(weeks[1].query.period.from, QDate(2024, 3, 4));
    QCOMPARE(weeks[4].query.period.to, QDate(2024, 3, 31));
    q.period = {};
    QCOMPARE(framesOf(q, d, FrameStep::Month).size(), 24);
    QCOMPARE(framesOf(q, d, FrameStep::Month).last().label, QStringLiteral("2024-12"));
    QCOMPARE(framesOf(q, d, FrameStep::HourOfDay).size(), 2);
    QCOMPARE(framesOf(q, d, FrameStep::HourOfDay)[1].query.hours, HourMask(1u << 8));
}

void TestComparison::framesLeaveOutEmptyDays() {
    Query q = march(1, 31);
    q.weekHours = *parseWeekHours(QStringLiteral("mon:7-8"));
    const QVector<Frame> days = framesOf(q, twoYears(), FrameStep::Day);
    QCOMPARE(days.size(), 4);
    QCOMPARE(days[0].query.period.from, QDate(2024, 3, 4));
    QCOMPARE(framesOf(q, twoYears(), FrameStep::HourOfDay).size(), 1);
    q = march(1, 31);
    q.dayTypes = 1u << static_cast<int>(DayType::Saturday);
    QCOMPARE(framesOf(q, twoYears(), FrameStep::Day).size(), 5);
}

/// Every day is alike: the same per day, though the periods have 10 and 21 days.
void TestComparison::changeOfPlaces() {
    ChangePanel panel(m_state.get());
    panel.resize(400, 320);
    panel.show();
    m_state->setQuery(march(11, 31));
    auto* with = panel.findChild<QComboBox*>(QStringLiteral("compareWith"));
    QVERIFY(with && with->isEnabled());
    with->setCurrentIndex(static_cast<int>(Comparison::Kind::Chosen));
    emit with->activated(with->currentIndex());
    m_state->setComparison({Comparison::Kind::Chosen, {QDate(2024, 3, 1), QDate(2024, 3, 10)}, {}});
    QTRY_VERIFY(m_state->change() && m_state->change()->daysBefore == 10);
    const ChangeTable& change = *m_state->change();
    QVERIFY(change.perDay);
    QCOMPARE(change.rows.size(), 2);
    QCOMPARE(change.rows[0].difference, 0.0);
    QCOMPARE(change.rows[0].now, change.rows[0].before);
    QCOMPARE(change.total.now, 26.0 + 426.0);
    auto* table = panel.findChild<QTableView*>(QStringLiteral("changeTable"));
    QCOMPARE(table->model()->rowCount(), 2);
    // The period compared with has a line where there is room for it, and is in the tool tip always.
    const auto* summary = panel.findChild<QLabel*>(QStringLiteral("changeSummary"));
    const QString before = QStringLiteral("2024-03-01 – 2024-03-10");
    QVERIFY(!summary->text().contains(before) && summary->toolTip().contains(before));
    panel.resize(400, 400);
    QTRY_VERIFY(summary->text().contains(before) && summary->toolTip().contains(before));
    table->selectRow(1);
    QCOMPARE(m_state->selection().size(), 1);
    QTRY_VERIFY(m_state->comparedAnswers() != nullptr);
    QCOMPARE(m_state->comparedAnswers()->byPlace->total, 10.0 * (26.0 + 426.0));
    test::keepPicture(panel.grab(), QStringLiteral("change-panel.png"));
}

void TestComparison::comparisonIsOneStep() {
    QVERIFY(!m_state->canStepBack());
    m_state->setComparison({Comparison::Kind::Chosen, {QDate(2024, 3, 1), QDate(2024, 3, 10)}, {}});
    QVERIFY(m_state->canStepBack());
    QTRY_VERIFY(m_state->comparedAnswers() != nullptr);
    m_state->stepBack();
    QVERIFY(!m_state->comparison().isOn());
    QTRY_VERIFY(m_state->comparedAnswers() == nullptr && m_state->change() == nullptr);
    m_state->stepForward();
    QVERIFY(m_state->comparison().isOn());
    QTRY_VERIFY(m_state->change() != nullptr);
}

void TestComparison::playedAndBack() {
    Player player(m_state.get());
    player.show();
    const Query question = m_state->query();
    player.setStep(FrameStep::Day);
    player.next();
    QVERIFY(player.isOn());
    QCOMPARE(player.frames(), 31);
    QCOMPARE(player.frame(), 0);
    QCOMPARE(m_state->query().period.from, QDate(2024, 3, 1));
    QCOMPARE(m_state->frameLabel(), QStringLiteral("2024-03-01 (Fri)"));
    settle();
    QCOMPARE(m_state->answers()->byPlace->total, 26.0 + 426.0);
    player.next();
    QCOMPARE(player.frame(), 1);
    player.previous();
    player.previous();
    QCOMPARE(player.frame(), 30);  // round the corner
    player.playOrPause();
    QVERIFY(player.isPlaying());
    QTRY_VERIFY(player.frame() >= 1 && player.frame() < 30);
    player.playOrPause();
    QVERIFY(!player.isPlaying());
    player.stop();
    QVERIFY(m_state->query() == question);
    QVERIFY(m_state->frameLabel().isEmpty());
    QVERIFY(!m_state->canStepBack());  // playing leaves no steps
    QCOMPARE(m_state->mapStyle().lockedMaximum, 0.0);
    settle();
}

void TestComparison::anotherQuestionEndsPlaying() {
    Player player(m_state.get());
    player.setStep(FrameStep::HourOfDay);
    const Query question = m_state->query();
    player.next();
    QVERIFY(player.isOn());
    m_state->setQuery(march(1, 2));
    QVERIFY(!player.isOn());
    QVERIFY(m_state->query() == march(1, 2));
    QVERIFY(m_state->frameLabel().isEmpty());
    // Back is the question that was played, not the frame that happened to be shown.
    m_state->stepBack();
    QVERIFY(m_state->query() == question);
    // The same the other way round.
    player.next();
    QVERIFY(m_state->query() != question);
    m_state->stepForward();
    m_state->stepBack();
    QVERIFY(m_state->query() == question);
}

MUDEUNG_UI_TEST_MAIN(TestComparison)
#include "test_comparison.moc"
