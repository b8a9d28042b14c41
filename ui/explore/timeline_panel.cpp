// SPDX-License-Identifier: GPL-3.0-or-later
// From the table of days to the view, and from the drawn period to the query.
#include "ui/explore/timeline_panel.h"

#include <QHash>
#include <QHeaderView>
#include <QKeyEvent>
#include <QVBoxLayout>
#include <cmath>

#include "core/model/names.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/timeline_view.h"
#include "ui/common/query_defaults.h"
#include "ui/common/workspace_state.h"
#include "ui/explore/player.h"

namespace mudeung {

namespace {

/// Of "2024-03-05"; QDate's own reading takes ten times as long, and a span has hundreds of days.
QDate dayOf(const QString& key) {
    const auto number = [&key](int from, int count) {
        int value = 0;
        for (int i = from; i < from + count && i < key.size(); ++i) value = value * 10 + key[i].digitValue();
        return value;
    };
    return QDate(number(0, 4), number(5, 2), number(8, 2));
}

}  // namespace

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
    m_shownDays = nullptr;
    refresh();
}

void TimelinePanel::setTable(bool on) {
    if (on == m_isTable) return;
    if (on && !m_table) {
        m_table = new ChartTable(this);
        m_table->setObjectName(QStringLiteral("timelineTable"));
        // Hundreds of days of the same width: the first ones say how wide.
        m_table->horizontalHeader()->setResizeContentsPrecision(8);
        m_table->setMinimumHeight(m_view->minimumSizeHint().height());
        layout()->addWidget(m_table);
        connect(m_table, &ChartTable::cellActivated, this, [this](int, int category) {
            const TablePtr days = m_state->days();
            if (!days || category < 0 || category >= static_cast<int>(days->rows.size())) return;
            Query query = m_state->query();
            query.period.from = query.period.to = QDate::fromString(days->rows[category].key, Qt::ISODate);
            m_state->setQuery(query);
        });
    }
    m_isTable = on;
    const bool focused = m_view->hasFocus() || (m_table && m_table->hasFocus());
    m_view->setVisible(!on);
    if (m_table) m_table->setVisible(on);
    if (on) fillTable();
    if (focused) (on ? static_cast<QWidget*>(m_table) : m_view)->setFocus();
}

void TimelinePanel::fillTable() {
    const TablePtr table = m_state->days();
    m_table->setSpec(table ? chartFor(*table) : ChartSpec{});
}

void TimelinePanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_T || event->modifiers() != Qt::NoModifier) return Panel::keyPressEvent(event);
    setTable(!m_isTable);
}

void TimelinePanel::refresh() {
    if (m_isTable) fillTable();
    const Dataset cube = m_state->currentDataset();
    const TablePtr table = m_state->days();
    const auto say = [this](const QString& message) {
        m_shownDays = nullptr;
        m_view->setMessage(message);
    };
    if (cube.id.isEmpty()) return say(tr("The days of a dataset appear here."));
    if (cube.timeStep == TimeStep::Month) return say(tr("This dataset has one number per month; the timeline shows days."));
    if (cube.timeStep != TimeStep::Day) return say(tr("This dataset has one number per year; the timeline shows days."));
    m_view->setChosen(m_state->query().period);
    const auto other = comparedQuery(m_state->query(), cube, m_state->comparison());
    const bool otherDays = m_state->comparison().isOn() && m_state->comparison().kind != Comparison::Kind::Measure;
    const bool compares = otherDays && other.ok() && other->dataset == cube.id;
    m_view->setCompared(compares ? other->period : Period{});
    if (!table || table->dataset.id != cube.id) return say(tr("Counting …"));
    if (table->totalObserved == 0) return say(tr("Nothing matches these filters."));
    if (table == m_shownDays) return;  // only the chosen periods are others
    m_shownDays = table;
    QHash<qint64, double> values;  // by Julian day
    values.reserve(table->rows.size());
    for (const TableRow& row : table->rows) values.insert(dayOf(row.key).toJulianDay(), row.value);
    const HolidayCalendar& calendar = HolidayCalendar::korea();
    QVector<TimelineDay> days;
    for (QDate day = cube.period.from; day <= cube.period.to; day = day.addDays(1)) {
        const bool expected = table->query.dayTypes >> static_cast<int>(calendar.dayType(day)) & 1 && table->query.hoursOn(day) != 0;
        days.append({day, values.value(day.toJulianDay(), NAN), expected});
    }
    m_view->setDays(days, measureName(table->measure), measureUnit(table->measure));
}

}  // namespace mudeung
