// SPDX-License-Identifier: GPL-3.0-or-later
// From answers to carpets, and from chosen cells back to the hours of the query.
#include "ui/explore/hours_panel.h"

#include <QHBoxLayout>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/chart/chart_spec.h"
#include "ui/charts/carpet_view.h"
#include "ui/common/query_defaults.h"
#include "ui/common/workspace_state.h"

namespace mudeung {

namespace {

HourMask rowOf(const Query& query, bool months, int row) {
    const auto at = static_cast<std::size_t>(row);
    return query.hours & (months ? query.yearHours[at] : query.weekHours[at]);
}

}  // namespace

std::vector<char> carpetCells(const Query& query, bool months, int firstHour, int columns) {
    const int rows = months ? kCalendarMonths : kWeekdays;
    std::vector<char> cells;
    bool all = true;
    for (int r = 0; r < rows; ++r) {
        for (int k = 0; k < columns; ++k) {
            cells.push_back((rowOf(query, months, r) >> (firstHour + k) & 1u) != 0);
            all = all && cells.back() != 0;
        }
    }
    return all ? std::vector<char>() : cells;
}

Query withCarpetCells(const Query& query, bool months, int firstHour, int columns, const std::vector<char>& cells) {
    const int rows = months ? kCalendarMonths : kWeekdays;
    std::vector<HourMask> masks;
    for (int r = 0; r < rows; ++r) {
        HourMask mask = 0;
        int chosen = 0;
        for (int k = 0; k < columns; ++k) {
            if (!cells.empty() && cells[static_cast<std::size_t>(r * columns + k)] == 0) continue;
            mask |= 1u << (firstHour + k);
            ++chosen;
        }
        masks.push_back(chosen == columns ? kAllHours : mask);
    }
    Query next = query;
    const bool same = std::all_of(masks.begin(), masks.end(), [&](HourMask mask) { return mask == masks.front(); });
    next.hours = same ? masks.front() : kAllHours;
    if (months) {
        next.yearHours = kWholeYear;
        if (!same) std::copy(masks.begin(), masks.end(), next.yearHours.begin());
    } else {
        next.weekHours = kWholeWeek;
        if (!same) std::copy(masks.begin(), masks.end(), next.weekHours.begin());
    }
    return next;
}

HoursPanel::HoursPanel(WorkspaceState* state, QWidget* parent) : Panel(parent), m_state(state) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tools = new QWidget(this);
    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_weekButton = new QToolButton(this);
    m_yearButton = new QToolButton(this);
    m_profileButton = new QToolButton(this);
    m_weekButton->setObjectName(QStringLiteral("hoursByWeekday"));
    m_yearButton->setObjectName(QStringLiteral("hoursByMonth"));
    m_profileButton->setObjectName(QStringLiteral("hoursProfile"));
    for (QToolButton* button : {m_weekButton, m_yearButton, m_profileButton}) {
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setMinimumHeight(28);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, &HoursPanel::refresh);
    }
    m_weekButton->setChecked(true);
    column->addWidget(m_tools, 0, Qt::AlignLeft);
    m_pages = new QStackedLayout;
    m_carpet = new CarpetView(this);
    m_carpet->setObjectName(QStringLiteral("hoursCarpet"));
    m_profile = new ChartView(this);
    m_profile->setObjectName(QStringLiteral("hoursChart"));
    for (ChartView* chart : {static_cast<ChartView*>(m_carpet), m_profile}) {
        chart->setCompact(true);
        m_pages->addWidget(chart);
    }
    column->addLayout(m_pages, 1);
    connect(state, &WorkspaceState::answersChanged, this, &HoursPanel::refresh);
    connect(state, &WorkspaceState::queryChanged, this, &HoursPanel::refresh);
    connect(state, &WorkspaceState::comparedAnswersChanged, this, &HoursPanel::refresh);
    connect(m_profile, &ChartView::categoryClicked, this, &HoursPanel::toggleHour);
    connect(m_carpet, &CarpetView::cellsEdited, this, &HoursPanel::choose);
    connect(m_profile, &ChartView::rangeChosen, this, &HoursPanel::chooseHours);
    m_profile->setChoosesRanges(true);
    retranslate();
}

void HoursPanel::retranslate() {
    m_weekButton->setText(tr("Weekday"));
    m_weekButton->setToolTip(tr("Hours by weekday: drag over the cells to filter"));
    m_yearButton->setText(tr("Month"));
    m_yearButton->setToolTip(tr("Hours by month of the year: drag over the cells to filter"));
    m_profileButton->setText(tr("Profile"));
    m_profileButton->setToolTip(tr("Hours as a profile"));
    for (QToolButton* button : {m_weekButton, m_yearButton, m_profileButton}) button->setAccessibleName(button->toolTip());
    refresh();
}

bool HoursPanel::showsMonths() const {
    return m_yearButton->isChecked();
}

void HoursPanel::showMessage(const QString& message) {
    m_profile->setMessage(message);
    m_carpet->setMessage(message);
}

void HoursPanel::refresh() {
    m_pages->setCurrentWidget(m_profileButton->isChecked() ? m_profile : m_carpet);
    const AnswersPtr answers = m_state->answers();
    const Dataset cube = m_state->currentDataset();
    m_tools->setEnabled(!cube.id.isEmpty() && whyNoHours(cube).isEmpty());
    if (!answers) return showMessage(waitingText(m_state));
    const TablePtr table = m_profileButton->isChecked() ? answers->byHour : showsMonths() ? answers->byHourMonth : answers->byHourWeekday;
    if (!table) {
        QString reason = whyNoHours(cube);
        if (reason.isEmpty() && !m_profileButton->isChecked()) reason = whyNoDayTypes(cube);
        return showMessage(reason.isEmpty() ? waitingText(m_state) : reason);
    }
    if (table->totalObserved == 0) return showMessage(nothingMatches());
    if (!m_profileButton->isChecked()) return refreshCarpet(table);
    ChartSpec spec = chartFor(*table);
    addCompared(spec, m_state, table, &Answers::byHour);
    // By group, unless another question stands beside it.
    if (spec.series.first().reference.isEmpty() && answers->byHourOfGroups.size() > 1) {
        QStringList names;
        for (const TableRow& row : answers->byGroup->rows) names << row.label;
        spec = stackedHours(answers->byHourOfGroups, names);
    }
    m_profile->setSpec(spec);
}

void HoursPanel::refreshCarpet(const TablePtr& table) {
    // A new spec takes the pointer's mark away: only where the numbers are new.
    if (m_shown != table || !m_carpet->message().isEmpty()) m_carpet->setSpec(chartFor(*table));
    m_shown = table;
    m_carpet->setAddsUp(table->measure.aggregation == Aggregation::Sum);
    m_carpet->setCells(
        carpetCells(m_state->query(), showsMonths(), table->dataset.firstHour, static_cast<int>(m_carpet->spec().categories.size())));
}

void HoursPanel::choose(const std::vector<char>& cells) {
    const int columns = static_cast<int>(m_carpet->spec().categories.size());
    m_state->setQuery(withCarpetCells(m_state->query(), showsMonths(), m_state->currentDataset().firstHour, columns, cells));
}

void HoursPanel::chooseHours(const QStringList& keys) {
    Query query = m_state->query();
    query.hours = 0;
    for (const QString& key : keys) query.hours |= 1u << key.toInt();
    query.weekHours = kWholeWeek;
    query.yearHours = kWholeYear;
    m_state->setQuery(query);
}

void HoursPanel::toggleHour(const QString& key) {
    bool ok = false;
    const int hour = key.section(QLatin1Char('-'), -1).toInt(&ok);
    if (!ok || hour < 0 || hour >= kMaxHours) return;
    Query query = m_state->query();
    const HourMask only = 1u << hour;
    const bool lift = query.hours == only && query.weekHours == kWholeWeek && query.yearHours == kWholeYear;
    query.hours = lift ? kAllHours : only;
    query.weekHours = kWholeWeek;
    query.yearHours = kWholeYear;
    m_state->setQuery(query);
}

}  // namespace mudeung
