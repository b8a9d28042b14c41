// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the status line.
#include "ui/shell/status_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <cmath>

#include "core/base/format.h"
#include "core/base/sentence_case.h"
#include "core/model/names.h"
#include "ui/common/still_label.h"
#include "ui/common/workspace_state.h"

namespace mudeung {

StatusLine::StatusLine(WorkspaceState* state, QWidget* parent) : Panel(parent), m_state(state) {
    m_stamp = new QLabel(this);
    m_stamp->setStyleSheet(
        QStringLiteral("color: #8a2c08; background: #fff1d0; border: 1px solid #b03a10; padding: 1px 6px; font-weight: bold;"));
    m_text = new StillLabel(this);
    m_text->label()->setProperty("muted", true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 2, 8, 2);
    row->addWidget(m_stamp);
    row->addWidget(m_text, 1);
    connect(state, &WorkspaceState::answersChanged, this, &StatusLine::refresh);
    connect(state, &WorkspaceState::workspaceChanged, this, &StatusLine::refresh);
    connect(state, &WorkspaceState::queryChanged, this, &StatusLine::refresh);
    connect(state, &WorkspaceState::selectionChanged, this, &StatusLine::refresh);
    connect(state, &WorkspaceState::busyChanged, this, &StatusLine::refresh);
    retranslate();
}

QString StatusLine::text() const {
    return m_text->label()->text();
}

void StatusLine::retranslate() {
    m_stamp->setText(tr("SAMPLE DATA"));
    refresh();
}

void StatusLine::refresh() {
    const AnswersPtr answers = m_state->answers();
    const TablePtr table = answers ? answers->byPlace : TablePtr();
    m_stamp->setVisible(table && table->sample);
    if (!table) {
        m_text->setText(m_state->busy()                      ? tr("Counting …")
                        : !m_state->workspace()              ? tr("No workspace is open. Everything stays on this computer.")
                        : m_state->query().dataset.isEmpty() ? tr("This workspace holds no numbers yet.")
                                                             : tr("There is no answer to this query."));
        m_text->setToolTip({});
        return;
    }
    QStringList parts;
    const QString unit = measureUnit(table->measure);
    const QString total = formatShort(table->total);
    const QString name = sentenceCase(measureName(table->measure));
    const QString what = table->measure.aggregation == Aggregation::Mean && table->dataset.timeStep == TimeStep::Day
                             ? tr("%1, mean", "measure").arg(name)
                             : name;
    parts << (!std::isfinite(table->total) ? tr("%1: no data", "measure").arg(name)
              : unit.isEmpty()             ? tr("%1: %2", "measure: total").arg(what, total)
                                           : tr("%1: %2 %3", "measure: total unit").arg(what, total, unit));
    parts << (table->placesTotal == table->placesLocated
                  ? tr("%1 places").arg(formatCount(table->placesTotal))
                  : tr("%1 places (%2 without coordinates)")
                        .arg(formatCount(table->placesTotal), formatCount(table->placesTotal - table->placesLocated)));
    if (!m_state->selection().isEmpty()) parts << tr("%n selected", nullptr, static_cast<int>(m_state->selection().size()));
    if (table->dataset.period.to.isValid()) parts << tr("as of %1").arg(formatDate(table->dataset.period.to));
    if (!datasetSource(table->dataset).isEmpty()) parts << tr("source: %1").arg(datasetSource(table->dataset));
    m_text->setText(parts.join(QStringLiteral("  ·  ")));
    QStringList tip{text()};
    tip += table->notes;
    m_text->setToolTip(tip.join(QLatin1Char('\n')));
}

}  // namespace mudeung
