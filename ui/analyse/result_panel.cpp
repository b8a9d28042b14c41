// SPDX-License-Identifier: GPL-3.0-or-later
// Words, charts and table of the shown result.
#include "ui/analyse/result_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/format.h"
#include "core/model/names.h"
#include "ui/analyse/result_table.h"
#include "ui/charts/chart_view.h"
#include "ui/common/text_layout.h"
#include "ui/common/workspace_state.h"

namespace mudeung {

namespace {

constexpr int kTarget = 28;
constexpr int kChartHeight = 250;
constexpr int kLeastChartHeight = 140;

QLabel* wrapped(QWidget* parent, const char* name = nullptr) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    if (name) label->setObjectName(QLatin1String(name));
    return label;
}

}  // namespace

ResultPanel::ResultPanel(WorkspaceState* state, QWidget* parent) : Panel(parent), m_state(state) {
    build();
    connect(m_onMap, &QCheckBox::clicked, this, &ResultPanel::putOnMap);
    connect(m_part, QOverload<int>::of(&QComboBox::activated), this, [this] { putOnMap(true); });
    connect(m_table, &ResultTableView::saveWanted, this, &ResultPanel::askSave);
    connect(state, &WorkspaceState::shownResultChanged, this, &ResultPanel::followMap);
    // A chosen place is pointed out among the points, too.
    connect(state, &WorkspaceState::selectionChanged, this, [this] {
        const QStringList selected = m_state->selection();
        for (ChartView* chart : m_chartViews)
            if (chart->spec().kind == ChartKind::Scatter) chart->setChosen(QSet<QString>(selected.begin(), selected.end()));
    });
    retranslate();
}

void ResultPanel::build() {
    m_empty = new QWidget(this);
    m_nothing = new QLabel(m_empty);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setProperty("muted", true);
    m_words = new QWidget;
    m_title = wrapped(m_words, "resultTitle");
    QFont bold = m_title->font();
    bold.setPointSizeF(bold.pointSizeF() * 1.25);
    bold.setBold(true);
    m_title->setFont(bold);
    m_sentence = wrapped(m_words, "resultSentence");
    m_facts = wrapped(m_words, "resultFacts");
    m_facts->setProperty("muted", true);
    m_said = wrapped(m_words, "resultRemark");
    m_said->setProperty("remark", true);
    m_onMap = new QCheckBox(m_words);
    m_onMap->setObjectName(QStringLiteral("resultOnMap"));
    m_part = new QComboBox(m_words);
    m_part->setObjectName(QStringLiteral("resultPart"));
    m_part->setMinimumHeight(kTarget);
    m_part->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* map = new QHBoxLayout;
    map->setSpacing(8);
    map->addWidget(m_onMap);
    map->addWidget(m_part, 1);
    m_lead = new QVBoxLayout;
    m_notes = new QVBoxLayout;
    m_notes->setSpacing(4);
    m_limitBox = new QFrame(m_words);
    m_limitBox->setObjectName(QStringLiteral("resultLimits"));
    m_limitBox->setProperty("aside", true);
    m_limitHead = new QLabel(m_limitBox);
    m_limitHead->setProperty("sentence", true);
    m_limits = new QVBoxLayout(m_limitBox);
    m_limits->setContentsMargins(12, 8, 12, 8);
    m_limits->setSpacing(4);
    m_limits->addWidget(m_limitHead);
    m_firstChart = new QVBoxLayout;
    m_charts = new QVBoxLayout;
    m_charts->setSpacing(8);
    auto* column = new QVBoxLayout(m_words);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    for (QWidget* widget : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_sentence), static_cast<QWidget*>(m_said)})
        column->addWidget(widget);
    column->addLayout(map);
    // What was found in a sentence and a picture; then the rest.
    column->addLayout(m_lead);
    column->addLayout(m_firstChart);
    column->addLayout(m_notes);
    column->addWidget(m_limitBox);
    column->addWidget(m_facts);
    column->addLayout(m_charts);
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_words);
    m_table = new ResultTableView(m_state, this);
    m_table->setContentsMargins(12, 4, 12, 8);
    m_split = new QSplitter(Qt::Vertical, this);
    m_split->setObjectName(QStringLiteral("resultSplit"));
    m_split->addWidget(scroll);
    m_split->addWidget(m_table);
    m_split->setChildrenCollapsible(false);
    connect(m_split, &QSplitter::splitterMoved, this, [this] { m_moved = true; });
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto* nothing = new QVBoxLayout(m_empty);  // the style sheet takes a label's own margins
    nothing->setContentsMargins(24, 24, 24, 24);
    nothing->addWidget(m_nothing);
    whole->addWidget(m_empty, 1);
    whole->addWidget(m_split, 1);
}

void ResultPanel::retranslate() {
    m_nothing->setText(tr("Run an analysis, or open one of the kept results: what it found appears here and on the map."));
    m_onMap->setText(tr("On the map"));
    m_onMap->setToolTip(tr("Show this result on the map in place of the question"));
    m_onMap->setAccessibleName(m_onMap->toolTip());
    m_part->setAccessibleName(tr("What the map shows of the result"));
    m_limitHead->setText(tr("What it does not say"));
    showWords();
    showParts();
}

void ResultPanel::setResult(const ShownResultPtr& result, const QString& remark) {
    m_result = result;
    m_remark = remark;
    m_empty->setVisible(!result);
    m_split->setVisible(result != nullptr);
    showWords();
    showParts();
    showCharts();
    m_table->setResult(result);
    m_table->setVisible(result && !result->run->data.tables.isEmpty());
    // Charts say most; a table of a row or two needs no half of the room.
    m_wordShare = result && !result->view.charts.isEmpty() ? 0.62 : 0.45;
    shareRoom();
    QMetaObject::invokeMethod(this, &ResultPanel::arrangeAgain, Qt::QueuedConnection);
}

void ResultPanel::showEvent(QShowEvent* event) {
    Panel::showEvent(event);
    QMetaObject::invokeMethod(this, &ResultPanel::arrangeAgain, Qt::QueuedConnection);
}

/// Sentences become visible one after another; the scroll area that asks for their height in between makes the layout believe that it has
/// given them their places already, and the last ones stay as low as they were.
void ResultPanel::arrangeAgain() {
    m_words->layout()->invalidate();
    m_words->layout()->activate();
    fitFirstChart();
}

void ResultPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    shareRoom();
}

void ResultPanel::shareRoom() {
    if (!m_result || m_moved) return;
    const int words = static_cast<int>(m_wordShare * height());
    m_split->setSizes({words, height() - words});
    fitFirstChart();
}

/// Seen whole beside the words where that is possible: its axis lies at the bottom.
void ResultPanel::fitFirstChart() {
    if (m_chartViews.isEmpty()) return;
    constexpr int kMargin = 8;
    m_words->layout()->activate();
    const int room = m_split->sizes().value(0) - m_chartViews.first()->y() - kMargin;
    m_chartViews.first()->setFixedHeight(room >= kLeastChartHeight ? std::min(room, kChartHeight) : kChartHeight);
}

void ResultPanel::fill(QVBoxLayout* into, const QStringList& sentences) {
    while (into->count() > (into == m_limits ? 1 : 0)) {
        QLayoutItem* item = into->takeAt(into->count() - 1);
        delete item->widget();
        delete item;
    }
    for (const QString& sentence : sentences) {
        auto* label =
            wrapped(into == m_limits ? static_cast<QWidget*>(m_limitBox) : m_words, into == m_limits ? "resultLimit" : "resultNote");
        label->setText(unbroken(sentence));
        into->addWidget(label);
    }
}

void ResultPanel::showWords() {
    if (!m_result) return;
    const Run& run = *m_result->run;
    m_title->setText(unbroken(run.title.isEmpty() ? m_result->view.title : run.title));
    m_sentence->setText(
        unbroken(datasetTitle(run.subject.dataset) + QStringLiteral(": ") + run.subject.query.toSentence(&run.subject.dataset.scheme)));
    QStringList facts{run.startedAt.left(16).replace(QLatin1Char('T'), QLatin1Char(' ')), formatDuration(run.seconds),
                      tr("version %1 of the method").arg(run.algorithm)};
    if (!run.title.isEmpty()) facts.prepend(m_result->view.title);
    if (run.sample) facts << tr("sample data");
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_said->setText(m_remark);
    m_said->setVisible(!m_remark.isEmpty());
    fill(m_lead, m_result->view.notes.mid(0, 1));
    fill(m_notes, m_result->view.notes.mid(1));
    fill(m_limits, m_result->view.limits);
    m_limitBox->setVisible(!m_result->view.limits.isEmpty());
}

void ResultPanel::showCharts() {
    const QVector<ChartSpec> specs = m_result ? m_result->view.charts : QVector<ChartSpec>();
    while (m_chartViews.size() > specs.size()) delete m_chartViews.takeLast();
    while (m_chartViews.size() < specs.size()) {
        auto* chart = new ChartView(m_words);
        chart->setObjectName(QStringLiteral("resultChart%1").arg(m_chartViews.size() + 1));
        chart->setCompact(true);
        chart->setMinimumHeight(kChartHeight);
        connect(chart, &ChartView::saveWanted, this,
                [this](const ChartSpec& spec, const QString& path) { emit saveChartWanted(m_result, spec, path); });
        connect(chart, &ChartView::categoryClicked, this, [this](const QString& key) {
            const ResultTable* main = m_result && !m_result->run->data.tables.isEmpty() ? &m_result->run->data.tables.first() : nullptr;
            if (!main || !main->keys.contains(key)) return;
            main->rows == RowKind::Place ? m_state->setSelection({key}) : m_state->setResultRows({key});
        });
        (m_chartViews.isEmpty() ? m_firstChart : m_charts)->addWidget(chart);
        m_chartViews.append(chart);
    }
    for (int i = 0; i < static_cast<int>(specs.size()); ++i) {
        ChartSpec spec = specs[i];
        if (spec.subtitle.isEmpty()) spec.subtitle = m_sentence->text();
        spec.sample = spec.sample || m_result->run->sample;
        m_chartViews[i]->setSpec(spec);
    }
}

/// Tables and grids that the map can show.
void ResultPanel::showParts() {
    m_part->clear();
    if (m_result) {
        for (int i = 0; i < static_cast<int>(m_result->run->data.tables.size()); ++i) {
            const ResultTable& table = m_result->run->data.tables[i];
            const TableView view = m_result->tableView(i);
            if (!canBeOnMap(table, view)) continue;
            const auto column = static_cast<int>(table.column(view.mapColumn) - table.columns.constData());
            const QString head = view.heads.value(column).name;
            m_part->addItem(view.title.isEmpty() || head.isEmpty() ? view.title + head : QStringLiteral("%1: %2").arg(view.title, head), i);
        }
        for (int i = 0; i < static_cast<int>(m_result->run->data.grids.size()); ++i)
            m_part->addItem(m_result->view.gridTitles.value(i, m_result->run->data.grids[i].id), -1 - i);
        const int now = m_result->grid >= 0 ? -1 - m_result->grid : m_result->table;
        m_part->setCurrentIndex(std::max(0, m_part->findData(now)));
    }
    m_onMap->setVisible(m_part->count() > 0);
    m_part->setVisible(m_part->count() > 1);
    followMap();
}

void ResultPanel::followMap() {
    const ShownResultPtr shown = m_state->shownResult();
    const bool mine = shown && m_result && shown->run == m_result->run;
    m_onMap->setChecked(mine && shown->isOnMap());
    if (mine && shown != m_result) m_result = shown;
}

void ResultPanel::putOnMap(bool on) {
    if (!m_result) return;
    if (!on) return m_state->setShownResult(nullptr);
    auto shown = std::make_shared<ShownResult>(*m_result);
    const int part = m_part->currentData().toInt();
    shown->table = part >= 0 ? part : -1;
    shown->grid = part < 0 ? -1 - part : -1;
    m_result = shown;
    m_state->setShownResult(shown);
}

void ResultPanel::askSave() {
    if (!m_result) return;
    const Run& run = *m_result->run;
    QString name = run.title.isEmpty() ? QStringLiteral("%1, %2").arg(m_result->view.title, datasetTitle(run.subject.dataset)) : run.title;
    for (const QChar c : QStringLiteral("/\\:*?\"<>|")) name.replace(c, QLatin1Char('-'));
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save result"), name.left(120) + QStringLiteral(".xlsx"),
        tr("Results (*.xlsx *.csv *.gpkg *.json)") + QStringLiteral(";;") + tr("Page with map, charts and findings (*.pdf *.png *.svg)"));
    if (!path.isEmpty()) emit saveWanted(m_result, path);
}

}  // namespace mudeung
