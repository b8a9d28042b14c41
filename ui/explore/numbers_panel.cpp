// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers in words.
#include "ui/explore/numbers_panel.h"

#include <QEvent>
#include <QFontMetrics>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "core/base/format.h"
#include "core/base/sentence_case.h"
#include "core/model/names.h"
#include "core/model/with_unit.h"
#include "ui/common/still_label.h"
#include "ui/common/workspace_state.h"

namespace mudeung {

namespace {

QString valueText(double value, const Measure& measure) {
    const bool level = measure.aggregation == Aggregation::Mean;
    const QString number = formatNumber(value, level && value < 1000.0 ? std::max(1, measure.decimals) : measure.decimals);
    return withUnit(number, measureUnit(measure));
}

constexpr int kRowGap = 4;
constexpr int kColumnGap = 10;

}  // namespace

/// Names at the left, numbers at the right, each of them selectable. Places its labels itself and keeps them: every answer has other
/// numbers, and a form layout would have the whole window laid out for them.
class NumberRows : public QWidget {
public:
    explicit NumberRows(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); }

    void setLines(const QVector<std::pair<QString, QString>>& lines) {
        m_lines = lines;
        while (m_names.size() < lines.size()) {
            auto* name = new QLabel(this);
            name->setProperty("muted", true);
            auto* number = new QLabel(this);
            number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            number->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
            m_names.append(name);
            m_numbers.append(number);
        }
        place();
    }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QWidget::resizeEvent(event);
        place();
    }
    void changeEvent(QEvent* event) override {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) place();
    }

private:
    /// A name that does not fit beside its number is cut and says itself as a tool tip.
    void place() {
        int y = kRowGap;
        for (int i = 0; i < static_cast<int>(m_names.size()); ++i) {
            QLabel *name = m_names[i], *number = m_numbers[i];
            const bool shown = i < static_cast<int>(m_lines.size());
            name->setVisible(shown);
            number->setVisible(shown);
            if (!shown) continue;
            const auto& [words, value] = m_lines[i];
            if (number->text() != value) number->setText(value);
            number->ensurePolished();
            name->ensurePolished();
            const int numberWidth = number->fontMetrics().horizontalAdvance(value) + 2, room = width() - numberWidth - kColumnGap;
            const QString cut = name->fontMetrics().elidedText(words, Qt::ElideRight, std::max(0, room));
            if (name->text() != cut) name->setText(cut);
            name->setToolTip(cut == words ? QString() : words);
            const int height = std::max(name->fontMetrics().height(), number->fontMetrics().height());
            name->setGeometry(0, y, std::max(0, room), height);
            number->setGeometry(width() - numberWidth, y, numberWidth, height);
            y += height + kRowGap;
        }
        if (y != minimumHeight() || y != maximumHeight()) setFixedHeight(y);
    }

    QVector<std::pair<QString, QString>> m_lines;
    QVector<QLabel*> m_names, m_numbers;
};

NumbersPanel::NumbersPanel(WorkspaceState* state, QWidget* parent) : Panel(parent), m_state(state) {
    m_what = new StillLabel(this);
    m_what->label()->setProperty("muted", true);
    m_what->label()->setWordWrap(true);
    m_total = new StillLabel(this);
    m_total->label()->setObjectName(QStringLiteral("numbersTotal"));
    QFont large = font();
    large.setPixelSize(24);
    large.setBold(true);
    m_total->label()->setFont(large);
    m_total->label()->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_message = new QLabel(this);
    m_message->setProperty("muted", true);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_rows = new NumberRows(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 12, 8);
    column->setSpacing(2);
    column->addWidget(m_what);
    column->addWidget(m_total);
    column->addWidget(m_message);
    column->addWidget(m_rows);
    column->addStretch(1);
    connect(state, &WorkspaceState::answersChanged, this, &NumbersPanel::refresh);
    connect(state, &WorkspaceState::selectionChanged, this, &NumbersPanel::refresh);
    connect(state, &WorkspaceState::changeChanged, this, &NumbersPanel::refresh);
    retranslate();
}

void NumbersPanel::retranslate() {
    setAccessibleName(tr("Numbers"));
    refresh();
}

void NumbersPanel::refresh() {
    if (waitsToBeSeen()) return;
    m_lines.clear();
    const AnswersPtr answers = m_state->answers();
    const bool any = answers && answers->byPlace;
    m_message->setVisible(!any);
    if (!any) m_message->setText(waitingText(m_state));
    m_what->setVisible(any);
    m_total->setVisible(any);
    if (any) {
        addTotal();
        addSelection();
        addCoverage();
    }
    m_rows->setLines(m_lines);
}

void NumbersPanel::addTotal() {
    const Table& table = *m_state->answers()->byPlace;
    m_what->setText(
        tr("%1 · %2", "measure · question").arg(sentenceCase(measureName(table.measure)), table.query.toSentence(&table.dataset.scheme)));
    m_total->setText(valueText(table.total, table.measure));
    if (table.totalObserved == 0) return;  // no number, so no share of one
    const bool flow = table.measure.aggregation == Aggregation::Sum;
    const TablePtr all = m_state->answers()->everything;
    if (flow && all && all->total > 0.0)
        m_lines.append({tr("Share of all, same period"),
                        tr("%1 of %2").arg(formatPercent(table.total / all->total, 2), valueText(all->total, table.measure))});
    if (flow && table.dataset.timeStep == TimeStep::Day && table.daysObserved > 0)
        m_lines.append({tr("Per day with data"), valueText(std::round(table.total / table.daysObserved * 10.0) / 10.0, table.measure)});
    const ChangeTablePtr change = m_state->change();
    const bool overTime = change && comparedMeasures(change->dataset, change->now, change->before).isEmpty();
    if (overTime && std::isfinite(change->total.relative)) {
        const double relative = change->total.relative;
        m_lines.append({tr("Change"), (relative >= 0.0 ? QStringLiteral("+") : QStringLiteral("−")) + formatPercent(std::abs(relative))});
    }
}

void NumbersPanel::addSelection() {
    const Table& table = *m_state->answers()->byPlace;
    const QStringList selected = m_state->selection();
    if (selected.isEmpty()) return;
    const QSet<QString> codes(selected.begin(), selected.end());
    double sum = 0.0;
    int found = 0;
    QVector<double> values;
    for (const TableRow& row : table.rows) {
        if (!codes.contains(row.key) || std::isnan(row.value)) continue;
        sum += row.value;
        ++found;
        values.append(row.value);
    }
    if (found == 0) return;
    const bool flow = table.measure.aggregation == Aggregation::Sum;
    const double shown = flow || table.measure.extensive ? sum : sum / found;
    m_lines.append({tr("%n selected place(s)", nullptr, found), valueText(shown, table.measure)});
    if (flow && table.total > 0.0) m_lines.append({tr("Their share"), formatPercent(sum / table.total, 2)});
    const auto rankOf = [&](double value) {
        return 1 + std::count_if(table.rows.begin(), table.rows.end(), [value](const TableRow& row) { return row.value > value; });
    };
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const QString of =
        formatCount(std::count_if(table.rows.begin(), table.rows.end(), [](const TableRow& row) { return row.observed > 0; }));
    m_lines.append({tr("Rank"), found == 1
                                    ? tr("%1 of %2", "rank").arg(formatCount(rankOf(*most)), of)
                                    : tr("%1 to %2 of %3", "ranks").arg(formatCount(rankOf(*most)), formatCount(rankOf(*least)), of)});
}

void NumbersPanel::addCoverage() {
    const Table& table = *m_state->answers()->byPlace;
    const auto active = std::count_if(table.rows.begin(), table.rows.end(), [](const TableRow& row) { return row.observed > 0; });
    m_lines.append({tr("Places with data"), tr("%1 of %2 places").arg(formatCount(active), formatCount(table.placesTotal))});
    if (table.dataset.timeStep == TimeStep::Day)
        m_lines.append({tr("Days with data"), tr("%1 of %2 days").arg(formatCount(table.daysObserved), formatCount(table.daysExpected))});
    if (table.totalSum > 0 && table.measure.aggregation == Aggregation::Sum)
        m_lines.append(
            {tr("On the map"),
             tr("%1 of the total").arg(formatPercent(static_cast<double>(table.locatedSum) / static_cast<double>(table.totalSum)))});
}

}  // namespace mudeung
