// SPDX-License-Identifier: GPL-3.0-or-later
// Search, sorting, and the way to and from the selection.
#include "ui/analyse/result_table.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/format.h"
#include "ui/analyse/result_model.h"
#include "ui/common/table_rows.h"
#include "ui/common/workspace_state.h"

namespace mudeung {

namespace {
constexpr int kTarget = 28;
constexpr int kMostWidth = 200;
constexpr int kArrow = 20;  ///< of the order, on either side of a head in the middle
}  // namespace

ResultTableView::ResultTableView(WorkspaceState* state, QWidget* parent) : Panel(parent), m_state(state) {
    m_model = new ResultModel(this);
    build();
    connect(m_tables, QOverload<int>::of(&QComboBox::activated), this, &ResultTableView::showTable);
    connect(m_search, &QLineEdit::textChanged, this, &ResultTableView::filter);
    connect(m_only, &QToolButton::clicked, this, &ResultTableView::filter);
    connect(m_copy, &QPushButton::clicked, this, [this] { copyRows(*m_view, m_model->columnCount()); });
    connect(m_save, &QPushButton::clicked, this, &ResultTableView::saveWanted);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ResultTableView::publishSelection);
    connect(m_view->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &ResultTableView::followSelection);
    connect(state, &WorkspaceState::selectionChanged, this, &ResultTableView::followSelection);
    connect(state, &WorkspaceState::resultRowsChanged, this, &ResultTableView::followSelection);
    connect(m_view->horizontalHeader(), &QHeaderView::sectionResized, this, [this] { m_pulled |= !m_fitting; });
    m_view->viewport()->installEventFilter(this);
    retranslate();
}

void ResultTableView::build() {
    m_tables = new QComboBox(this);
    m_tables->setObjectName(QStringLiteral("resultTables"));
    m_tables->setMinimumHeight(kTarget);
    m_tables->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("resultSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumHeight(kTarget);
    m_only = new QToolButton(this);
    m_only->setObjectName(QStringLiteral("resultSelectedOnly"));
    m_only->setCheckable(true);
    m_only->setMinimumHeight(kTarget);
    m_copy = new QPushButton(this);
    m_copy->setObjectName(QStringLiteral("copyResult"));
    m_save = new QPushButton(this);
    m_save->setObjectName(QStringLiteral("saveResult"));
    for (QPushButton* button : {m_copy, m_save}) {
        button->setProperty("flat", true);
        button->setMinimumHeight(kTarget);
    }
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("resultCount"));
    m_count->setProperty("muted", true);
    m_view = new QTableView(this);
    m_view->setObjectName(QStringLiteral("resultTable"));
    m_view->setModel(m_model);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(-1, Qt::DescendingOrder);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(kTarget);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setMinimumSectionSize(44);
    m_view->horizontalHeader()->setResizeContentsPrecision(40);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(4);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_only);
    tools->addWidget(m_copy);
    tools->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_tables);
    column->addLayout(tools);
    column->addWidget(m_view, 1);
    column->addWidget(m_count);
}

void ResultTableView::retranslate() {
    m_tables->setAccessibleName(tr("Table of the result"));
    const QString search = tr("Search rows");
    m_search->setPlaceholderText(search);
    m_search->setAccessibleName(search);
    m_only->setText(tr("Selected"));
    m_only->setToolTip(tr("Only the selected rows"));
    m_only->setAccessibleName(m_only->toolTip());
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the selected rows, or all"));
    m_copy->setAccessibleName(m_copy->toolTip());
    m_save->setText(tr("Save …"));
    m_save->setToolTip(tr("Save the result as a workbook, CSV, GeoPackage or JSON"));
    m_save->setAccessibleName(m_save->toolTip());
    m_view->setAccessibleName(tr("Rows of the result"));
    filter();
}

void ResultTableView::setResult(const ShownResultPtr& result) {
    const bool same = m_result && result && m_result->run == result->run;
    const int shown = same ? m_tables->currentIndex() : 0;
    m_result = result;
    m_tables->clear();
    const int count = result ? static_cast<int>(result->run->data.tables.size()) : 0;
    for (int i = 0; i < count; ++i) {
        const QString title = result->tableView(i).title;
        m_tables->addItem(title.isEmpty() ? result->run->data.tables[i].id : title);
    }
    m_tables->setVisible(count > 1);
    if (!same) m_search->clear();
    showTable(std::min(shown, count - 1));
}

void ResultTableView::showTable(int index) {
    m_updating = true;
    m_tables->setCurrentIndex(index);
    const ResultTable* before = m_model->table();
    m_model->setTable(m_result, index);
    m_updating = false;
    if (m_model->table() != before) {
        m_updating = true;
        m_view->sortByColumn(m_model->leadColumn(), m_model->leadOrder());
        // What the rows are sorted by stands beside their names.
        QHeaderView* head = m_view->horizontalHeader();
        for (int c = 0; c < m_model->columnCount(); ++c) head->moveSection(head->visualIndex(c), c);
        if (m_model->leadColumn() > 1) head->moveSection(m_model->leadColumn(), 1);
        m_view->horizontalScrollBar()->setValue(0);
        m_updating = false;
    }
    fitColumns();
    filter();
}

/// Whole columns only at first sight: the names take what is left beside those that fit.
void ResultTableView::fitColumns() {
    m_fitting = true;
    m_view->resizeColumnsToContents();
    const int columns = m_model->columnCount(), room = m_view->viewport()->width();
    int together = 0, whole = 0;
    for (int v = 0; v < columns; ++v) {
        const int c = m_view->horizontalHeader()->logicalIndex(v);
        const int arrow = c > 0 && c == m_model->leadColumn() ? kArrow : 0;
        m_view->setColumnWidth(c, std::min(m_view->columnWidth(c) + 8 + arrow, c == 0 ? kMostWidth : kMostWidth - 20));
        together += m_view->columnWidth(c);
        if (together <= room) whole = together;
    }
    if (whole > 0) m_view->setColumnWidth(0, m_view->columnWidth(0) + room - whole);
    m_fitted = room;
    m_fitting = false;
}

/// Not when somebody pulled at a column since.
bool ResultTableView::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && m_model->columnCount() > 0 && !m_pulled && m_view->viewport()->width() != m_fitted) fitColumns();
    return Panel::eventFilter(watched, event);
}

bool ResultTableView::areasAreRows() const {
    return m_model->table() && m_model->table()->rows != RowKind::Place;
}

QStringList ResultTableView::chosen() const {
    return areasAreRows() ? m_state->resultRows() : m_state->selection();
}

void ResultTableView::filter() {
    if (m_updating) return;
    m_updating = true;
    const QStringList keys = chosen();
    m_only->setEnabled(!keys.isEmpty());
    m_model->setFilter(m_search->text().trimmed(),
                       m_only->isChecked() && !keys.isEmpty() ? QSet<QString>(keys.begin(), keys.end()) : QSet<QString>());
    const qint64 all = m_model->table() ? m_model->table()->size() : 0;
    m_count->setText(m_model->rowCount() == all
                         ? tr("%n row(s)", nullptr, static_cast<int>(all))
                         : tr("%1 of %n row(s)", nullptr, static_cast<int>(all)).arg(formatCount(m_model->rowCount())));
    chooseRows(*m_view, keys, ResultModel::KeyRole);
    m_updating = false;
}

void ResultTableView::followSelection() {
    filter();
}

void ResultTableView::publishSelection() {
    if (m_updating || !m_model->table()) return;
    m_updating = true;
    const QStringList keys = chosenKeys(*m_view, ResultModel::KeyRole);
    areasAreRows() ? m_state->setResultRows(keys) : m_state->setSelection(keys);
    m_only->setEnabled(!keys.isEmpty());
    m_updating = false;
}

}  // namespace mudeung
