// SPDX-License-Identifier: GPL-3.0-or-later
// From the table of days to the view, and from the drawn period to the query.
#include "ui/explore/timeline_panel.h"

#include <QHash>
#include <QVBoxLayout>
#include <cmath>

#include "core/model/names.h"
#include "ui/charts/timeline_view.h"
#include "ui/common/query_defaults.h"
#include "ui/common/workspace_state.h"
#include "ui/explore/player.h"

namespace mudeung {

TimelinePanel::TimelinePanel(WorkspaceState* state, QWidget* parent) : Panel(parent), m_state(state) {
    m_view = new TimelineView(this);
    m_view->setObjectName(QStringLiteral("timeline"));
    m_player = new Player(state, this);
    m_player->setObjectName(QStringLiteral("player"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    connect(state, &WorkspaceState::daysChanged, this, &TimelinePanel::refresh);
    connect(state, &WorkspaceState::queryChanged, this, &TimelinePanel::refresh);
    connect(state, &WorkspaceState::comparisonChanged, this, &TimelinePanel::refresh);
    connect(m_view, &TimelineView::comparedChosen, this, [this](const Period& period) {
        m_state->setComparison(period.isAll() ? Comparison{} : Comparison{Comparison::Kind::Chosen, period, {}});
    });
    connect(m_view, &TimelineView::periodChosen, this, [this](const Period& period) {
        Query query = m_state->query();
        query.period = period;
        m_state->setQuery(query);
    });
    refresh();
}

void TimelinePanel::retranslate() {
    refresh();
}

void TimelinePanel::refresh() {
    const Dataset cube = m_state->currentDataset();
    const TablePtr table = m_state->days();
    if (cube.id.isEmpty()) return m_view->setMessage(tr("The days of a dataset appear here."));
    if (cube.timeStep != TimeStep::Day) return m_view->setMessage(whyNoDayTypes(cube));
    m_view->setChosen(m_state->query().period);
    const auto other = comparedQuery(m_state->query(), cube, m_state->comparison());
    const bool compares = m_state->comparison().isOn() && other.ok() && other->dataset == cube.id;
    m_view->setCompared(compares ? other->period : Period{});
    if (!table || table->dataset.id != cube.id) return m_view->setMessage(tr("Counting …"));
    if (table->totalObserved == 0) return m_view->setMessage(tr("Nothing matches these filters."));
    QHash<QString, double> values;
    for (const TableRow& row : table->rows) values.insert(row.key, row.value);
    const HolidayCalendar& calendar = HolidayCalendar::korea();
    QVector<TimelineDay> days;
    for (QDate day = cube.period.from; day <= cube.period.to; day = day.addDays(1)) {
        const bool expected = table->query.dayTypes >> static_cast<int>(calendar.dayType(day)) & 1 && table->query.hoursOn(day) != 0;
        days.append({day, values.value(day.toString(Qt::ISODate), NAN), expected});
    }
    m_view->setDays(days, measureName(table->measure), measureUnit(table->measure));
}

}  // namespace mudeung
