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
#include "ui/common/table_head.h"
#include "ui/common/table_rows.h"
#include "ui/common/workspace_state.h"

namespace mudeung {

namespace {
constexpr int kTarget = 28;
constexpr int kLeastWidth = 44;
constexpr int kMostWidth = 200;
constexpr int kHeadMargin = 16;
constexpr int kCellMargin = 8;
constexpr int kLeastName = 130;
constexpr int kLeastColumn = 92;  ///< of one that is not a number: its swatch and a word
constexpr int kArrow = 12;        ///< of the order, with the gap beside it
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
    m_view->setHorizontalHeader(new TableHead(m_view));
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
    m_view->horizontalHeader()->setMinimumSectionSize(kLeastWidth);
    m_view->horizontalHeader()->setResizeContentsPrecision(40);
    m_view->setItemDelegateForColumn(0, new NameDelegate(ResultModel::KeyRole, m_view));
    auto* rows = new QHBoxLayout;
    rows->setSpacing(4);
    rows->addWidget(m_tables, 3);
    rows->addWidget(m_search, 2);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(4);
    tools->addWidget(m_count, 1);
    tools->addWidget(m_only);
    tools->addWidget(m_copy);
    tools->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(rows);
    column->addWidget(m_view, 1);
    column->addLayout(tools);
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
        int place = 1;
        for (const int c : m_model->firstColumns()) head->moveSection(head->visualIndex(c), place++);
        m_view->horizontalScrollBar()->setValue(0);
        m_updating = false;
    }
    fitColumns();
    filter();
}

/// Of head and cells. The header's own hint keeps room for an arrow in every column.
int ResultTableView::contentWidth(int column) const {
    int head = 0;
    const QStringList lines = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().split(QLatin1Char('\n'));
    for (const QString& line : lines) head = std::max(head, m_view->horizontalHeader()->fontMetrics().horizontalAdvance(line));
    const int arrow = column > 0 && column == m_model->leadColumn() ? kArrow : 0;
    const QAbstractItemView& cells = *m_view;
    return std::max(head + kHeadMargin + arrow, cells.sizeHintForColumn(column) + kCellMargin);
}

/// Whole columns only at first sight: the names take what is left beside those that fit. What stands first is seen whatever the width:
/// in narrow views units move into a line of their own and words are shortened for it, the names before the categories.
void ResultTableView::fitColumns() {
    m_fitting = true;
    const int columns = m_model->columnCount(), room = m_view->viewport()->width();
    const QVector<int> first = m_model->firstColumns();
    std::vector<int> widths(static_cast<std::size_t>(columns));
    int lacking = 0;
    for (const bool unitsBelow : {false, true}) {
        m_model->setUnitsBelow(unitsBelow);
        for (int c = 0; c < columns; ++c) widths[c] = std::clamp(contentWidth(c), kLeastWidth, c == 0 ? kMostWidth : kMostWidth - 20);
        lacking = -room;
        for (const int c : QVector<int>{0} + first) lacking += c < columns ? widths[c] : 0;
        if (lacking <= 0) break;
    }
    const auto shorten = [&](int c, int least) {
        const int less = std::clamp(lacking, 0, std::max(0, widths[c] - least));
        widths[c] -= less;
        lacking -= less;
    };
    if (columns > 0 && !first.isEmpty()) shorten(0, kLeastName);
    for (const int c : first)
        if (m_model->isText(c)) shorten(c, kLeastColumn);
    int together = 0, whole = 0;
    for (int v = 0; v < columns; ++v) {
        together += widths[m_view->horizontalHeader()->logicalIndex(v)];
        if (together <= room) whole = together;
    }
    if (whole > 0) widths[0] += room - whole;
    for (int c = 0; c < columns; ++c) m_view->setColumnWidth(c, widths[c]);
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
