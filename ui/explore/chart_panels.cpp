// SPDX-License-Identifier: GPL-3.0-or-later
// From answers to chart specs, and from clicks back to the query.
#include "ui/explore/chart_panels.h"

#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/charts/chart_view.h"
#include "ui/common/query_defaults.h"
#include "ui/common/workspace_state.h"

namespace mudeung {

namespace {

ChartView* chartIn(QWidget* panel, QVBoxLayout* column, const QString& name) {
    auto* chart = new ChartView(panel);
    chart->setObjectName(name);
    chart->setCompact(true);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(chart, 1);
    return chart;
}

/// Axes without a single number would only look broken.
bool isEmpty(const Table& table) {
    return table.totalObserved == 0;
}

/// All groups stay visible when some are filtered out: theirs is the outline only.
ChartSpec groupSpec(const Table& now, const Table* everyone) {
    if (!everyone || everyone == &now) return chartFor(now);
    ChartSpec spec = chartFor(*everyone);
    const ChartSpec chosen = chartFor(now);
    if (spec.series.isEmpty() || chosen.series.isEmpty()) return chosen;
    ChartSeries& series = spec.series.first();
    series.reference = series.values;
    for (int i = 0; i < static_cast<int>(spec.categoryKeys.size()); ++i) {
        const auto at = chosen.categoryKeys.indexOf(spec.categoryKeys[i]);
        bool wanted = now.query.groups.isEmpty();
        for (const QString& code : spec.membersOf(i)) wanted = wanted || now.query.groups.contains(code);
        series.values[i] = at >= 0 && wanted ? chosen.series.first().values.value(static_cast<int>(at), NAN) : NAN;
    }
    const QVector<double> shares = chosen.series.first().shares;
    series.shares.clear();
    for (const QString& key : spec.categoryKeys)
        if (!shares.isEmpty()) series.shares << shares.value(static_cast<int>(chosen.categoryKeys.indexOf(key)), NAN);
    spec.subtitle = chosen.subtitle;
    spec.title = chosen.title;
    spec.footer = chosen.footer;
    return spec;
}

}  // namespace

GroupsPanel::GroupsPanel(WorkspaceState* state, QWidget* parent) : Panel(parent), m_state(state) {
    m_chart = chartIn(this, new QVBoxLayout(this), QStringLiteral("groupsChart"));
    connect(state, &WorkspaceState::answersChanged, this, &GroupsPanel::refresh);
    connect(state, &WorkspaceState::queryChanged, this, &GroupsPanel::refresh);
    connect(state, &WorkspaceState::comparedAnswersChanged, this, &GroupsPanel::refresh);
    connect(m_chart, &ChartView::categoryClicked, this, &GroupsPanel::toggle);
    refresh();
}

void GroupsPanel::retranslate() {
    refresh();
}

void GroupsPanel::refresh() {
    const AnswersPtr answers = m_state->answers();
    if (!answers || !answers->byGroup) {
        const QString reason = answers ? whyNoGroups(m_state->currentDataset()) : QString();
        m_chart->setMessage(reason.isEmpty() ? waitingText(m_state) : reason);
        return;
    }
    if (isEmpty(*answers->byGroup)) {
        m_chart->setMessage(nothingMatches());
        return;
    }
    ChartSpec spec = groupSpec(*answers->byGroup, answers->byGroupEveryone.get());
    addCompared(spec, m_state, answers->byGroup, &Answers::byGroup);
    QSet<QString> chosen;
    for (int i = 0; i < static_cast<int>(spec.categoryKeys.size()); ++i)
        for (const QString& code : spec.membersOf(i))
            if (answers->query.groups.contains(code)) chosen.insert(spec.categoryKeys[i]);
    m_chart->setSpec(spec);
    m_chart->setChosen(chosen);
}

void GroupsPanel::toggle(const QString& key) {
    const Dataset cube = m_state->currentDataset();
    const ChartSpec& spec = m_chart->spec();
    const QStringList members = spec.membersOf(static_cast<int>(spec.categoryKeys.indexOf(key)));
    if (members.isEmpty() || cube.scheme.groups.size() < 2) return;
    Query query = m_state->query();
    const auto chosen = [&](const QString& code) { return query.groups.contains(code); };
    const bool remove = std::all_of(members.begin(), members.end(), chosen);
    QStringList ordered;
    for (const Group& g : cube.scheme.groups) {
        const bool here = members.contains(g.code);
        if (here ? !remove : chosen(g.code)) ordered << g.code;
    }
    query.groups = ordered.size() == cube.scheme.groups.size() ? QStringList() : ordered;
    m_state->setQuery(query);
}

TrendPanel::TrendPanel(WorkspaceState* state, QWidget* parent) : Panel(parent), m_state(state) {
    m_chart = chartIn(this, new QVBoxLayout(this), QStringLiteral("trendChart"));
    connect(state, &WorkspaceState::answersChanged, this, &TrendPanel::refresh);
    connect(state, &WorkspaceState::daysChanged, this, &TrendPanel::refresh);
    connect(m_chart, &ChartView::categoryClicked, this, &TrendPanel::toggleMonth);
    refresh();
}

void TrendPanel::retranslate() {
    refresh();
}

void TrendPanel::refresh() {
    const AnswersPtr answers = m_state->answers();
    if (!answers || !answers->byMonth) {
        m_chart->setMessage(answers ? tr("This dataset has one number per year, so there are no months to compare.")
                                    : waitingText(m_state));
        return;
    }
    if (isEmpty(*answers->byMonth)) return m_chart->setMessage(nothingMatches());
    ChartSpec spec = chartFor(*answers->byMonth);
    if (const TablePtr days = m_state->days()) addYearBefore(spec, *answers->byMonth, *days);
    m_chart->setSpec(spec);
}

void TrendPanel::toggleMonth(const QString& key) {
    const auto period = Period::parse(key);
    if (!period) return;
    Query query = m_state->query();
    query.period = query.period == period.value() ? Period{} : period.value();
    m_state->setQuery(query);
}

}  // namespace mudeung
