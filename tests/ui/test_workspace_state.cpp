// SPDX-License-Identifier: GPL-3.0-or-later
// WorkspaceState: emits on change only, publishes answers of one generation, steps back, keeps filters that the next data answers.
#include <QSignalSpy>
#include <QtTest>
#include <limits>

#include "tests/ui/ui_test_support.h"
#include "ui/common/query_defaults.h"
#include "ui/common/relax.h"

using namespace mudeung;

class TestWorkspaceState : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace = test::smallWorkspace(m_folder->filePath(QStringLiteral("w.mudeung")), true);
        QVERIFY(m_workspace);
    }
    void opensWithTheMostTellingCube();
    void emitsOnlyOnChange();
    void answersBelongTogether();
    void firstAnswerDoesNotWaitForWeekdays();
    void unknownGroupFails();
    void mapMaximumFollowsTheScale();
    void reloadReadsInTheBackground();
    void stepsBack();
    void otherDatasetDropsFilters();
    void findsTheEmptyingFilter();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Workspace> m_workspace;
};

void TestWorkspaceState::opensWithTheMostTellingCube() {
    WorkspaceState state;
    QSignalSpy workspaceChanged(&state, &WorkspaceState::workspaceChanged);
    QSignalSpy datasetsChanged(&state, &WorkspaceState::datasetsChanged);
    state.setWorkspace(m_workspace);
    QCOMPARE(workspaceChanged.count(), 1);
    QCOMPARE(datasetsChanged.count(), 1);
    QCOMPARE(state.query().dataset, QStringLiteral("test-stops"));
    QVERIFY(state.query().period.isAll());
    QVERIFY(state.busy());
    QTRY_VERIFY(state.answers() && !state.busy());
    // 31 days × Σ (1 + p + 10 g + 100 h) over 2 × 2 × 2 = 31 × 452
    QCOMPARE(state.answers()->byPlace->totalSum, qint64(14012));
}

void TestWorkspaceState::emitsOnlyOnChange() {
    WorkspaceState state;
    state.setWorkspace(m_workspace);
    QTRY_VERIFY(state.answers());
    QSignalSpy query(&state, &WorkspaceState::queryChanged);
    QSignalSpy selection(&state, &WorkspaceState::selectionChanged);
    QSignalSpy style(&state, &WorkspaceState::mapStyleChanged);
    QSignalSpy workspace(&state, &WorkspaceState::workspaceChanged);
    state.setQuery(state.query());
    state.setSelection({});
    state.setMapStyle(state.mapStyle());
    state.setWorkspace(m_workspace);
    QCOMPARE(query.count() + selection.count() + style.count() + workspace.count(), 0);
    Query next = state.query();
    next.groups = QStringList{QStringLiteral("senior")};
    state.setQuery(next);
    state.setSelection({QStringLiteral("1001")});
    MapStyle circles;
    circles.kind = MapKind::Circles;
    state.setMapStyle(circles);
    QCOMPARE(query.count(), 1);
    QCOMPARE(selection.count(), 1);
    QCOMPARE(style.count(), 1);
}

void TestWorkspaceState::answersBelongTogether() {
    WorkspaceState state;
    state.setWorkspace(m_workspace);
    QTRY_VERIFY(state.answers());
    QSignalSpy answered(&state, &WorkspaceState::answersChanged);
    Query next = state.query();
    for (const char* group : {"adult", "senior", "adult", "senior"}) {
        next.groups = QStringList{QLatin1String(group)};
        state.setQuery(next);
    }
    QTRY_VERIFY(!state.busy());
    QCOMPARE(answered.count(), 1);  // stale evaluations are dropped
    const AnswersPtr answers = state.answers();
    QCOMPARE(answers->query, next);
    QCOMPARE(answers->byPlace->query.groups, next.groups);
    // senior only: 31 × (11 + 12 + 111 + 112)
    QCOMPARE(answers->byPlace->totalSum, qint64(7626));
    QCOMPARE(answers->byGroup->totalSum, qint64(7626));
    QCOMPARE(answers->byHour->totalSum, qint64(7626));
    QCOMPARE(answers->byGroupEveryone->totalSum, qint64(14012));
}

void TestWorkspaceState::firstAnswerDoesNotWaitForWeekdays() {
    WorkspaceState state;
    QVector<bool> withWeekdays, busy;
    connect(&state, &WorkspaceState::answersChanged, &state, [&] {
        if (!state.answers()) return;
        QVERIFY(state.answers()->byPlace);
        withWeekdays.append(state.answers()->byHourWeekday != nullptr);
        busy.append(state.busy());
    });
    state.setWorkspace(m_workspace);
    QTRY_VERIFY(state.answers() && !state.busy());
    QCOMPARE(withWeekdays, (QVector<bool>{false, true}));
    QCOMPARE(busy, (QVector<bool>{true, false}));
    Query next = state.query();
    next.hours = HourMask(1u << 8);
    state.setQuery(next);  // what was slow is in memory now: everything at once
    QTRY_VERIFY(!state.busy());
    QCOMPARE(withWeekdays, (QVector<bool>{false, true, true}));
    state.setDataset(QStringLiteral("test-year"));  // no hours at all
    QTRY_VERIFY(!state.busy());
    QVERIFY(state.answers() && !state.answers()->byHourWeekday);
}

void TestWorkspaceState::unknownGroupFails() {
    WorkspaceState state;
    state.setWorkspace(m_workspace);
    QTRY_VERIFY(state.answers());
    QVector<Error> failures;
    connect(&state, &WorkspaceState::failed, this, [&](const Error& error) { failures.push_back(error); });
    Query next = state.query();
    next.groups = QStringList{QStringLiteral("martians")};
    state.setQuery(next);
    QTRY_COMPARE(failures.size(), 1);
    QVERIFY(failures.first().message.contains(QStringLiteral("martians")));
    QVERIFY(!state.answers());
}

void TestWorkspaceState::mapMaximumFollowsTheScale() {
    WorkspaceState state;
    state.setWorkspace(m_workspace);
    QSignalSpy changed(&state, &WorkspaceState::mapMaximumChanged);
    state.setMapMaximum(120.0);
    state.setMapMaximum(120.0);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(state.mapMaximum(), 120.0);
    MapStyle style = state.mapStyle();
    style.showDongs = !style.showDongs;
    state.setMapStyle(style);
    QCOMPARE(state.mapMaximum(), 120.0);  // the same scale still
    style.bandwidthMeters = 800.0;
    state.setMapStyle(style);
    QCOMPARE(state.mapMaximum(), 0.0);
    state.setMapMaximum(std::numeric_limits<double>::quiet_NaN());
    QCOMPARE(state.mapMaximum(), 0.0);
    state.setMapMaximum(7.0);
    state.setDataset(QStringLiteral("test-year"));
    QCOMPARE(state.mapMaximum(), 0.0);
}

void TestWorkspaceState::reloadReadsInTheBackground() {
    WorkspaceState state;
    state.setWorkspace(m_workspace);
    QSignalSpy reloaded(&state, &WorkspaceState::datasetsChanged);
    QVERIFY(m_workspace->removeDataset(QStringLiteral("test-stops")).ok());
    state.reloadDatasets();
    QCOMPARE(state.datasets().size(), 2);  // not read on this thread
    QTRY_COMPARE(reloaded.count(), 1);
    QCOMPARE(state.datasets().size(), 1);
    QCOMPARE(state.query().dataset, QStringLiteral("test-year"));
}

void TestWorkspaceState::stepsBack() {
    WorkspaceState state;
    state.setWorkspace(m_workspace);
    const Query first = state.query();
    QVERIFY(!state.canStepBack());
    Query next = first;
    next.hours = 1u << 7;
    state.setQuery(next);
    state.clearFilters();
    QCOMPARE(state.query(), first);
    state.stepBack();
    QCOMPARE(state.query(), next);
    state.stepBack();
    QCOMPARE(state.query(), first);
    QVERIFY(!state.canStepBack());
}

void TestWorkspaceState::otherDatasetDropsFilters() {
    WorkspaceState state;
    state.setWorkspace(m_workspace);
    Query next = state.query();
    next.groups = QStringList{QStringLiteral("senior")};
    next.hours = 1u << 7;
    next.dayTypes = 1;
    state.setQuery(next);
    state.setSelection({QStringLiteral("1001")});
    state.setDataset(QStringLiteral("test-year"));
    QCOMPARE(state.query().dataset, QStringLiteral("test-year"));
    QVERIFY(state.query().groups.isEmpty());
    QCOMPARE(state.query().hours, kAllHours);
    QCOMPARE(state.query().dayTypes, kAllDayTypes);
    QVERIFY(state.selection().isEmpty());
    QTRY_VERIFY(!state.busy() && state.answers() && state.answers()->query.dataset == QLatin1String("test-year"));
    QVERIFY(!state.answers()->byHour);
    QCOMPARE(state.answers()->byPlace->totalSum, qint64(11));
}

void TestWorkspaceState::findsTheEmptyingFilter() {
    QueryEngine engine(m_workspace);
    Query query;
    query.dataset = QStringLiteral("test-stops");
    query.groups = QStringList{QStringLiteral("senior")};
    query.areas = QStringList{QStringLiteral("1002")};
    query.period = Period{QDate(2024, 3, 1), QDate(2024, 3, 1)};  // Independence Movement Day
    query.dayTypes = 1;                                           // weekdays
    const auto found = emptyingFilter(engine, query, Progress::none());
    QVERIFY2(found.ok(), found ? "" : qPrintable(found.error().message));
    QVERIFY(found.value() == Filter::Period);
    QVERIFY(withoutFilter(query, Filter::Period).period.isAll());
}

MUDEUNG_UI_TEST_MAIN(TestWorkspaceState)
#include "test_workspace_state.moc"
