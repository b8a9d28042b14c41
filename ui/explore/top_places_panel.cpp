// SPDX-License-Identifier: GPL-3.0-or-later
// The table's view, its search and its way to and from the selection.
#include "ui/explore/top_places_panel.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "core/model/names.h"
#include "ui/common/table_head.h"
#include "ui/common/table_rows.h"
#include "ui/common/workspace_state.h"
#include "ui/explore/top_places_model.h"

namespace mudeung {

namespace {
constexpr int kRowHeight = 28;
}

TopPlacesPanel::TopPlacesPanel(WorkspaceState* state, QWidget* parent) : Panel(parent), m_state(state) {
    m_model = new TopPlacesModel(this);
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("placeSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumHeight(kRowHeight);
    m_view = new QTableView(this);
    m_view->setObjectName(QStringLiteral("placeTable"));
    m_view->setHorizontalHeader(new TableHead(m_view, 8, 4));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new TextDelegate(m_view));
    m_view->setItemDelegateForColumn(TopPlacesModel::Value, new BarDelegate(m_view));
    m_view->setItemDelegateForColumn(TopPlacesModel::Months, new CurveDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(TopPlacesModel::Rank, Qt::AscendingOrder);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_view->horizontalHeader()->setSectionResizeMode(TopPlacesModel::Name, QHeaderView::Stretch);
    m_view->setColumnWidth(TopPlacesModel::Rank, 48);
    m_view->setColumnWidth(TopPlacesModel::Value, 80);
    m_view->setColumnWidth(TopPlacesModel::Share, 50);
    m_view->setColumnWidth(TopPlacesModel::Months, 54);
    m_copy = new QPushButton(this);
    m_export = new QPushButton(this);
    for (QPushButton* button : {m_copy, m_export}) {
        button->setProperty("flat", true);
        button->setMinimumHeight(kRowHeight);
    }
    m_empty = new QLabel(m_view->viewport());
    m_empty->setProperty("muted", true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    auto* over = new QVBoxLayout(m_view->viewport());
    over->addWidget(m_empty);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(4);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_copy);
    tools->addWidget(m_export);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 8);
    column->setSpacing(4);
    column->addLayout(tools);
    column->addWidget(m_view, 1);
    connect(m_search, &QLineEdit::textChanged, m_model, &TopPlacesModel::setFilter);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TopPlacesPanel::showSelection);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TopPlacesPanel::publishSelection);
    connect(m_copy, &QPushButton::clicked, this, [this] { copyRows(*m_view, TopPlacesModel::Months); });
    connect(m_export, &QPushButton::clicked, this, &TopPlacesPanel::askExport);
    connect(state, &WorkspaceState::answersChanged, this, &TopPlacesPanel::refresh);
    connect(state, &WorkspaceState::placeMonthsChanged, this, [this] { m_model->setMonths(m_state->placeMonths()); });
    connect(state, &WorkspaceState::selectionChanged, this, &TopPlacesPanel::showSelection);
    retranslate();
}

/// Names need the room of a narrow panel more than shares, which the bars show.
void TopPlacesPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    constexpr int kRoomForShares = 390;
    m_view->setColumnHidden(TopPlacesModel::Share, width() < kRoomForShares);
}

void TopPlacesPanel::retranslate() {
    m_search->setPlaceholderText(tr("Search places"));
    m_search->setAccessibleName(tr("Search places"));
    m_view->setAccessibleName(tr("Places by rank"));
    // The arrow of the order stands beside the word.
    constexpr int kArrow = 30;
    const QFontMetrics metrics = m_view->horizontalHeader()->fontMetrics();
    constexpr int kAround = 18;
    const QString share = m_model->headerData(TopPlacesModel::Share, Qt::Horizontal, Qt::DisplayRole).toString();
    m_view->setColumnWidth(TopPlacesModel::Share, std::max(50, metrics.horizontalAdvance(share) + kAround));
    const QString months = m_model->headerData(TopPlacesModel::Months, Qt::Horizontal, Qt::DisplayRole).toString();
    m_view->setColumnWidth(TopPlacesModel::Months, std::max(54, metrics.horizontalAdvance(months) + kAround));
    m_view->setColumnWidth(
        TopPlacesModel::Rank,
        metrics.horizontalAdvance(m_model->headerData(TopPlacesModel::Rank, Qt::Horizontal, Qt::DisplayRole).toString()) + kArrow);
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the selected rows, or all"));
    m_copy->setToolTip(tr("Copy the selected rows, or all"));
    m_export->setText(tr("Save …"));
    m_export->setAccessibleName(tr("Save all places as a workbook, CSV or GeoPackage"));
    m_export->setToolTip(tr("Save all places as a workbook, CSV or GeoPackage"));
    m_model->retranslate();
    refresh();
}

void TopPlacesPanel::refresh() {
    m_updating = true;
    const AnswersPtr answers = m_state->answers();
    if (answers)
        m_model->setTable(answers->byPlace, answers->placesLargestFirst);
    else
        m_model->setTable(nullptr);
    m_updating = false;
    const bool nothing = !answers || !answers->byPlace || answers->byPlace->totalObserved == 0;
    m_empty->setVisible(nothing);
    m_empty->setText(!answers ? QString() : tr("No place matches these filters."));
    m_copy->setEnabled(m_model->rowCount() > 0);
    m_export->setEnabled(m_model->rowCount() > 0);
    showSelection();
}

void TopPlacesPanel::showSelection() {
    if (m_updating) return;
    m_updating = true;
    chooseRows(*m_view, m_state->selection(), TopPlacesModel::KeyRole);
    m_updating = false;
}

void TopPlacesPanel::publishSelection() {
    if (m_updating) return;
    m_updating = true;
    m_state->setSelection(chosenKeys(*m_view, TopPlacesModel::KeyRole));
    m_updating = false;
}

void TopPlacesPanel::askExport() {
    const QString name = datasetTitle(m_state->currentDataset()) + QStringLiteral(".xlsx");
    const QString path = QFileDialog::getSaveFileName(this, tr("Save places"), name, tr("Tables (*.xlsx *.csv *.gpkg *.json)"));
    if (!path.isEmpty()) emit saveWanted(path);
}

}  // namespace mudeung
