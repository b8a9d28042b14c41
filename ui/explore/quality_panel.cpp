// SPDX-License-Identifier: GPL-3.0-or-later
// When to count, what to say meanwhile, and the way of rows to and from the selection.
#include "ui/explore/quality_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include "core/base/format.h"
#include "ui/charts/quality_strip.h"
#include "ui/common/table_rows.h"
#include "ui/common/workspace_state.h"
#include "ui/explore/quality_model.h"

namespace mudeung {

namespace {

constexpr int kRowHeight = 28;
constexpr std::size_t kCacheBytes = std::size_t{64} << 20;  ///< a month or two at a time is all that is needed

/// The part of a question that this view depends on.
Query relevantPart(const Query& query) {
    Query part;
    part.dataset = query.dataset;
    part.measure = query.measure;
    part.areas = query.areas;
    part.areaPolygon = query.areaPolygon;
    return part;
}

}  // namespace

QualityPanel::QualityPanel(WorkspaceState* state, TaskRunner* runner, QWidget* parent) : Panel(parent), m_state(state), m_task(runner) {
    m_model = new QualityModel(this);
    m_proxy = new QSortFilterProxyModel(this);
    m_proxy->setSourceModel(m_model);
    m_proxy->setSortRole(QualityModel::SortRole);
    m_proxy->setFilterRole(QualityModel::KindRole);
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("qualitySummary"));
    m_summary->setWordWrap(true);
    m_strip = new QualityStrip(this);
    m_strip->setObjectName(QStringLiteral("qualityStrip"));
    m_kinds = new QComboBox(this);
    m_kinds->setObjectName(QStringLiteral("qualityKinds"));
    m_kinds->setMinimumHeight(kRowHeight);
    m_copy = new QPushButton(this);
    m_copy->setProperty("flat", true);
    m_copy->setMinimumHeight(kRowHeight);
    buildTable();
    auto* tools = new QHBoxLayout;
    tools->setSpacing(4);
    tools->addWidget(m_kinds, 1);
    tools->addWidget(m_copy);
    auto* lower = new QWidget(this);
    auto* lowerColumn = new QVBoxLayout(lower);
    lowerColumn->setContentsMargins(0, 0, 0, 0);
    lowerColumn->setSpacing(4);
    lowerColumn->addLayout(tools);
    lowerColumn->addWidget(m_view, 1);
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_strip);
    parts->addWidget(lower);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 8);
    column->setSpacing(4);
    column->addWidget(m_summary);
    column->addWidget(parts, 1);
    connect(m_strip, &QualityStrip::placeClicked, this, [this](const QString& code) { m_state->setSelection({code}); });
    connect(m_kinds, QOverload<int>::of(&QComboBox::currentIndexChanged), this, &QualityPanel::filterKind);
    connect(m_copy, &QPushButton::clicked, this, [this] { copyRows(*m_view, QualityModel::ColumnCount); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &QualityPanel::publishSelection);
    connect(state, &WorkspaceState::answersChanged, this, &QualityPanel::refresh);
    // An import changes the numbers without changing the question.
    const auto forget = [this] {
        m_known = false;
        refresh();
    };
    connect(state, &WorkspaceState::datasetsChanged, this, forget);
    connect(state, &WorkspaceState::workspaceChanged, this, forget);
    connect(state, &WorkspaceState::selectionChanged, this, &QualityPanel::showSelection);
    retranslate();
}

void QualityPanel::buildTable() {
    m_view = new QTableView(this);
    m_view->setObjectName(QStringLiteral("qualityTable"));
    m_view->setModel(m_proxy);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(-1, Qt::AscendingOrder);  // by kind, the largest first
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setResizeContentsPrecision(40);  // rows that are looked at, not all
    for (const int column : {QualityModel::Kind, QualityModel::Date})
        m_view->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_view->setColumnWidth(QualityModel::PlaceName, 110);
}

void QualityPanel::showEvent(QShowEvent* event) {
    Panel::showEvent(event);
    refresh();
}

void QualityPanel::hideEvent(QHideEvent* event) {
    Panel::hideEvent(event);
    if (!m_running) return;
    m_task.cancel();
    m_running = m_known = false;
}

void QualityPanel::refresh() {
    if (!isVisible() || waitsToBeSeen()) return;
    const Dataset dataset = m_state->currentDataset();
    const Query query = relevantPart(m_state->query());
    if (!m_state->workspace() || dataset.id.isEmpty()) return say(waitingText(m_state));
    if (dataset.timeStep != TimeStep::Day)
        return say(tr("This data has no daily values, so gaps and shifts cannot be seen. Choose data by day."));
    if (m_known && query == m_asked) return;
    start(query);
}

void QualityPanel::start(const Query& query) {
    say(tr("Checking the data …"));
    m_asked = query;
    m_known = m_running = true;
    m_task.run(
        tr("Checking the data"),
        [workspace = m_state->workspace(), query](Progress& progress) {
            // Its own, so that the answers on screen keep what they have in memory.
            QueryEngine engine(workspace, kCacheBytes);
            return dataQuality(engine, query, progress);
        },
        this,
        [this](Result<QualityViewPtr> result) {
            m_running = false;
            if (result) return take(*result);
            if (result.error().code == ErrorCode::Cancelled) m_known = false;
            m_strip->setMessage(result.error().message);
        });
}

/// Nothing to show but a sentence.
void QualityPanel::say(const QString& message) {
    m_task.cancel();
    m_running = m_known = false;
    take(nullptr);
    m_strip->setMessage(message);
}

void QualityPanel::take(const QualityViewPtr& quality) {
    m_quality = quality;
    m_updating = true;
    m_model->setView(quality);
    m_updating = false;
    m_strip->setMatrix(quality ? quality->matrix : QualityMatrix());
    m_copy->setEnabled(quality != nullptr);
    m_kinds->setEnabled(quality != nullptr);
    fillKinds();
    showTexts();
    showSelection();
}

void QualityPanel::fillKinds() {
    const QVariant chosen = m_kinds->currentData();
    {
        const QSignalBlocker quiet(m_kinds);
        m_kinds->clear();
        const int all = m_quality ? static_cast<int>(m_quality->findings.size()) : 0;
        m_kinds->addItem(tr("All findings (%1)").arg(formatCount(all)), QString());
        for (int kind = 0; m_quality && kind <= static_cast<int>(FindingKind::Unbalanced); ++kind) {
            const int count = m_quality->count(static_cast<FindingKind>(kind));
            if (count == 0) continue;
            m_kinds->addItem(
                tr("%1 (%2)", "kind of finding (number)").arg(findingKindName(static_cast<FindingKind>(kind)), formatCount(count)),
                QString::number(kind));
        }
        m_kinds->setCurrentIndex(std::max(0, m_kinds->findData(chosen)));
    }
    filterKind();
}

void QualityPanel::filterKind() {
    m_updating = true;
    m_proxy->setFilterFixedString(m_kinds->currentData().toString());
    m_updating = false;
}

void QualityPanel::showTexts() {
    m_summary->setVisible(m_quality != nullptr);
    if (!m_quality) return m_summary->setText(QString());
    QStringList notes = qualityNotes(*m_quality);
    if (m_quality->placesWithData > static_cast<int>(m_quality->matrix.codes.size()))
        notes.prepend(tr("Rows: the %1 least complete of %2 places.")
                          .arg(formatCount(m_quality->matrix.codes.size()), formatCount(m_quality->placesWithData)));
    m_summary->setText(qualitySummary(*m_quality) + QStringLiteral(" ⓘ"));
    m_summary->setToolTip(QStringLiteral("<p>%1</p>").arg(notes.join(QStringLiteral("</p><p>"))));
    m_summary->setAccessibleDescription(notes.join(QLatin1Char('\n')));
}

void QualityPanel::retranslate() {
    m_kinds->setAccessibleName(tr("Kind of findings"));
    m_view->setAccessibleName(tr("Findings about the data"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the selected rows, or all"));
    m_copy->setAccessibleName(m_copy->toolTip());
    m_model->retranslate();
    fillKinds();
    showTexts();
    if (!m_quality && !m_running) refresh();
}

void QualityPanel::showSelection() {
    const QStringList codes = m_state->selection();
    m_strip->setChosen(codes);
    if (m_updating) return;
    m_updating = true;
    chooseRows(*m_view, codes, QualityModel::KeyRole);
    m_updating = false;
}

void QualityPanel::publishSelection() {
    if (m_updating) return;
    const QStringList codes = chosenKeys(*m_view, QualityModel::KeyRole);
    m_updating = true;  // the other rows of the same place stay as they are
    m_state->setSelection(codes);
    m_updating = false;
}

}  // namespace mudeung
