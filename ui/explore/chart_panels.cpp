// SPDX-License-Identifier: GPL-3.0-or-later
// From answers to chart specs, and from clicks back to the query.
#include "ui/explore/chart_panels.h"

#include <QComboBox>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "core/chart/age_bands.h"
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
ChartSpec groupSpec(const Table& now, const Table* everyone, BandScheme scheme) {
    if (!everyone || everyone == &now) return chartFor(now, scheme);
    ChartSpec spec = chartFor(*everyone, scheme);
    const ChartSpec chosen = chartFor(now, scheme);
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
    m_scheme = new QComboBox(this);
    m_scheme->setObjectName(QStringLiteral("groupScheme"));
    m_scheme->setMinimumHeight(28);
    m_scheme->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_scheme, 0, Qt::AlignRight);
    m_chart = chartIn(this, column, QStringLiteral("groupsChart"));
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumHeight(m_chart->minimumSizeHint().height());
    column->addWidget(scroll, 1);
    scroll->setWidget(m_chart);
    connect(state, &WorkspaceState::answersChanged, this, &GroupsPanel::refresh);
    // A new question alone changes what stands here only while there are no bars.
    connect(state, &WorkspaceState::queryChanged, this, [this] {
        if (!m_chart->message().isEmpty()) refresh();
    });
    connect(state, &WorkspaceState::comparedAnswersChanged, this, &GroupsPanel::refresh);
    connect(m_chart, &ChartView::categoryClicked, this, &GroupsPanel::toggle);
    connect(m_chart, &ChartView::rangeChosen, this, &GroupsPanel::choose);
    connect(m_scheme, QOverload<int>::of(&QComboBox::activated), this, &GroupsPanel::refresh);
    m_chart->setChoosesRanges(true);
    retranslate();
}

QWidget* GroupsPanel::tools() const {
    return m_scheme;
}

void GroupsPanel::retranslate() {
    const int scheme = std::max(0, m_scheme->currentIndex());
    m_scheme->clear();
    m_scheme->addItems({tr("As counted"), tr("10-year ages"), tr("Policy ages"), tr("Ticket classes")});
    m_scheme->setCurrentIndex(scheme);
    m_scheme->setAccessibleName(tr("How people are grouped"));
    refresh();
}

/// Other groupings need the ages of the groups.
BandScheme GroupsPanel::scheme() {
    const Dataset cube = m_state->currentDataset();
    const bool possible = !bandsFor(cube.scheme, BandScheme::TenYear).isEmpty();
    m_scheme->setEnabled(possible);
    // Single years are too many bars: what is shown is said.
    m_scheme->setItemText(0, ageBands(cube.scheme).isEmpty() ? tr("As counted") : tr("As counted, by 10 years"));
    m_scheme->setToolTip(possible || cube.id.isEmpty()
                             ? m_scheme->accessibleName()
                             : tr("The groups of this dataset do not say their ages, so they cannot be regrouped."));
    return possible ? static_cast<BandScheme>(std::max(0, m_scheme->currentIndex())) : BandScheme::AsCounted;
}

void GroupsPanel::refresh() {
    const AnswersPtr answers = m_state->answers();
    const BandScheme shown = scheme();
    if (!answers || !answers->byGroup) {
        const QString reason = answers ? whyNoGroups(m_state->currentDataset()) : QString();
        m_chart->setMessage(reason.isEmpty() ? waitingText(m_state) : reason);
        return;
    }
    if (isEmpty(*answers->byGroup)) {
        m_chart->setMessage(nothingMatches());
        return;
    }
    ChartSpec spec = groupSpec(*answers->byGroup, answers->byGroupEveryone.get(), shown);
    addCompared(spec, m_state, answers->byGroup, &Answers::byGroup, shown);
    QSet<QString> chosen;
    for (int i = 0; i < static_cast<int>(spec.categoryKeys.size()); ++i)
        for (const QString& code : spec.membersOf(i))
            if (answers->query.groups.contains(code)) chosen.insert(spec.categoryKeys[i]);
    m_chart->setSpec(spec);
    // A line of letters per bar: in a lower panel the chart scrolls.
    const bool pyramid = spec.kind == ChartKind::Pyramid;
    const int bars = static_cast<int>(spec.categories.size()) / (pyramid ? 2 : 1), line = pyramid ? 14 : 13, around = pyramid ? 64 : 40;
    // What has to be scrolled anyway has letters of the usual size.
    const int visible = m_chart->parentWidget()->height(), tight = bars * line + around, roomy = bars * (line + 3) + around;
    m_chart->setMinimumHeight(std::max(m_chart->minimumSizeHint().height(), visible > 0 && tight > visible ? roomy : tight));
    m_chart->setChosen(chosen);
}

void GroupsPanel::toggle(const QString& key) {
    const Dataset cube = m_state->currentDataset();
    const ChartSpec& spec = m_chart->spec();
    QStringList members;
    for (const QString& code : spec.membersOf(static_cast<int>(spec.categoryKeys.indexOf(key))))
        if (cube.scheme.indexOf(code) >= 0) members << code;  // a modelled band may have no group of its own
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

void GroupsPanel::choose(const QStringList& keys) {
    const Dataset cube = m_state->currentDataset();
    const ChartSpec& spec = m_chart->spec();
    QSet<QString> members;
    for (const QString& key : keys)
        for (const QString& code : spec.membersOf(static_cast<int>(spec.categoryKeys.indexOf(key)))) members.insert(code);
    Query query = m_state->query();
    query.groups.clear();
    for (const Group& g : cube.scheme.groups)
        if (members.contains(g.code)) query.groups << g.code;
    if (query.groups.size() == cube.scheme.groups.size()) query.groups.clear();
    m_state->setQuery(query);
    refresh();  // what the drag has marked
}

TrendPanel::TrendPanel(WorkspaceState* state, QWidget* parent) : Panel(parent), m_state(state) {
    m_chart = chartIn(this, new QVBoxLayout(this), QStringLiteral("trendChart"));
    connect(state, &WorkspaceState::answersChanged, this, &TrendPanel::refresh);
    connect(state, &WorkspaceState::daysChanged, this, &TrendPanel::refresh);
    connect(m_chart, &ChartView::categoryClicked, this, &TrendPanel::toggleMonth);
    connect(m_chart, &ChartView::rangeChosen, this, [this](const QStringList& months) {
        const auto first = Period::parse(months.first());
        const auto last = Period::parse(months.last());
        if (!first || !last) return;
        Query query = m_state->query();
        query.period = {first->from, last->to};
        m_state->setQuery(query);
    });
    m_chart->setChoosesRanges(true);
    refresh();
}

void TrendPanel::retranslate() {
    refresh();
}

void TrendPanel::refresh() {
    const AnswersPtr answers = m_state->answers();
    if (!answers || !answers->byMonth) {
        m_chart->setMessage(answers && !m_state->busy() ? tr("This dataset has one number per year, so there are no months to compare.")
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
