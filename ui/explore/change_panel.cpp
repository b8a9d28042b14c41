// SPDX-License-Identifier: GPL-3.0-or-later
// The choice of the comparison, the total in one sentence, and the table with its way to and from the selection.
#include "ui/explore/change_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "core/base/format.h"
#include "core/base/sentence_case.h"
#include "core/model/names.h"
#include "ui/common/table_head.h"
#include "ui/common/table_rows.h"
#include "ui/common/workspace_state.h"
#include "ui/explore/change_model.h"

namespace mudeung {

namespace {
constexpr int kRowHeight = 28;
constexpr int kNumberWidth = 56;
constexpr int kNamedWidth = 76;  ///< most for names of measures, which are longer than "now" and "before"
constexpr int kAroundName = 18;
constexpr int kWide = 400;   ///< from which on there is room for what was before
constexpr int kRoomy = 330;  ///< height from which on a line may go to the period compared with
}  // namespace

/// A choice whose text ends with "…" where the box is too narrow for it; Qt 5 cuts it anywhere.
class ElidedBox : public QComboBox {
public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent*) override {
        constexpr int kPadding = 6;
        QStylePainter painter(this);
        QStyleOptionComboBox option;
        initStyleOption(&option);
        const int room = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this).width() - kPadding;
        option.currentText = option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, room);
        painter.drawComplexControl(QStyle::CC_ComboBox, option);
        painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    }
};

/// Search by name, and the selected places alone.
class ChangeFilter : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setOnly(bool only, const QSet<QString>& keys) {
        if (only == m_only && keys == m_keys) return;
        m_only = only;
        m_keys = keys;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
        if (m_only && !m_keys.contains(sourceModel()->index(row, 0, parent).data(ChangeModel::KeyRole).toString())) return false;
        return QSortFilterProxyModel::filterAcceptsRow(row, parent);
    }

private:
    bool m_only = false;
    QSet<QString> m_keys;
};

ChangePanel::ChangePanel(WorkspaceState* state, QWidget* parent) : Panel(parent), m_state(state) {
    m_model = new ChangeModel(this);
    m_proxy = new ChangeFilter(this);
    m_proxy->setSourceModel(m_model);
    m_proxy->setSortRole(ChangeModel::SortRole);
    m_proxy->setFilterKeyColumn(ChangeModel::Name);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_with = new ElidedBox(this);
    m_with->setObjectName(QStringLiteral("compareWith"));
    m_with->setMinimumHeight(kRowHeight);
    // What is long is cut: the panel must not become wider than its dock, which scrolls up and down only.
    m_with->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_with->setMinimumContentsLength(6);
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("changeSummary"));
    m_summary->setWordWrap(true);
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("changeSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumHeight(kRowHeight);
    m_only = new QToolButton(this);
    m_only->setObjectName(QStringLiteral("changeSelectedOnly"));
    m_only->setCheckable(true);
    m_only->setMinimumHeight(kRowHeight);
    m_copy = new QPushButton(this);
    m_export = new QPushButton(this);
    for (QPushButton* button : {m_copy, m_export}) {
        button->setProperty("flat", true);
        button->setMinimumHeight(kRowHeight);
    }
    m_onMap = new QCheckBox(this);
    m_onMap->setObjectName(QStringLiteral("changeOnMap"));
    m_onMap->setMinimumHeight(kRowHeight);
    buildTable();
    auto* tools = new QHBoxLayout;
    tools->setSpacing(4);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_only);
    tools->addWidget(m_copy);
    tools->addWidget(m_export);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 8);
    column->setSpacing(4);
    m_choice = new QWidget(this);
    m_choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* choice = new QHBoxLayout(m_choice);
    choice->setContentsMargins(0, 0, 0, 0);
    choice->setSpacing(8);
    choice->addWidget(m_with, 1);
    choice->addWidget(m_onMap);
    column->addWidget(m_choice);
    column->addWidget(m_summary);
    column->addLayout(tools);
    column->addWidget(m_view, 1);
    column->addStretch(0);
    connect(m_with, QOverload<int>::of(&QComboBox::activated), this, &ChangePanel::choose);
    connect(m_onMap, &QCheckBox::clicked, this, [this](bool on) {
        MapStyle style = m_state->mapStyle();
        style.showChange = on;
        m_state->setMapStyle(style);
    });
    connect(state, &WorkspaceState::mapStyleChanged, this, [this] { m_onMap->setChecked(m_state->mapStyle().showChange); });
    connect(m_search, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ChangePanel::publishSelection);
    connect(m_only, &QToolButton::clicked, this, &ChangePanel::showSelection);
    connect(m_copy, &QPushButton::clicked, this, [this] { copyRows(*m_view, ChangeModel::ColumnCount); });
    connect(m_export, &QPushButton::clicked, this, &ChangePanel::askExport);
    connect(state, &WorkspaceState::comparisonChanged, this, &ChangePanel::refresh);
    connect(state, &WorkspaceState::changeChanged, this, &ChangePanel::refresh);
    connect(state, &WorkspaceState::queryChanged, this, [this] {
        m_with->setEnabled(!m_state->currentDataset().id.isEmpty());
        nameCounterpart();
        // Another workspace may have nothing to compare.
        if (!m_state->comparison().isOn()) refresh();
    });
    connect(state, &WorkspaceState::selectionChanged, this, &ChangePanel::showSelection);
    retranslate();
}

void ChangePanel::buildTable() {
    m_view = new QTableView(this);
    m_view->setObjectName(QStringLiteral("changeTable"));
    m_view->setHorizontalHeader(new TableHead(m_view));
    m_view->setModel(m_proxy);
    m_view->setItemDelegateForColumn(ChangeModel::Name, new NameDelegate(ChangeModel::KeyRole, m_view));
    m_view->setItemDelegateForColumn(ChangeModel::Difference, new DifferenceDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(-1, Qt::AscendingOrder);  // as the comparison sorts: largest change first, either way
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_view->horizontalHeader()->setSectionResizeMode(ChangeModel::Name, QHeaderView::Stretch);
    m_view->horizontalHeader()->setMinimumSectionSize(28);
    const int widths[] = {0, kNumberWidth, kNumberWidth, 76, 62};
    for (int c = 1; c < ChangeModel::Mark; ++c) m_view->setColumnWidth(c, widths[c]);
    m_view->setColumnHidden(ChangeModel::Mark, true);  // its sign stands beside the change
}

void ChangePanel::retranslate() {
    m_with->setAccessibleName(tr("Compare with"));
    m_onMap->setText(tr("On the map"));
    m_onMap->setToolTip(tr("Show the change on the map"));
    m_onMap->setAccessibleName(m_onMap->toolTip());
    m_search->setPlaceholderText(tr("Search places"));
    m_search->setAccessibleName(tr("Search places"));
    m_view->setAccessibleName(tr("Places by change"));
    m_only->setText(tr("Selected"));
    m_only->setToolTip(tr("Only the selected places"));
    m_only->setAccessibleName(m_only->toolTip());
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the selected rows, or all"));
    m_copy->setAccessibleName(m_copy->toolTip());
    m_export->setText(tr("Save …"));
    m_export->setToolTip(tr("Save all changes as a workbook or CSV"));
    m_export->setAccessibleName(m_export->toolTip());
    m_updating = true;
    m_with->clear();
    m_with->addItems({tr("No comparison"), tr("With a year before"), tr("With the period before"),
                      tr("With chosen days (Shift+drag on the timeline)"), tr("Net flow, boardings against alightings"),
                      tr("With this question, as it is now")});
    m_updating = false;
    m_model->retranslate();
    refresh();
}

void ChangePanel::choose(int index) {
    if (m_updating) return;
    Comparison comparison;
    comparison.kind = static_cast<Comparison::Kind>(index);
    const Query query = m_state->query();
    const Period held = m_state->currentDataset().period;
    if (comparison.kind == Comparison::Kind::Question) comparison.question = query;
    if (comparison.kind == Comparison::Kind::Chosen) {
        const auto before = comparedQuery(query, m_state->currentDataset(), {Comparison::Kind::PeriodBefore, {}, {}});
        comparison.period = before ? before->period : held;
    }
    // The whole span has nothing before it: its last half is meant, a year where there is one.
    const bool whole = query.period.isAll() || query.period == held;
    if (whole && held.from.isValid() &&
        (comparison.kind == Comparison::Kind::YearBefore || comparison.kind == Comparison::Kind::PeriodBefore)) {
        Query last = query;
        const QDate year = held.to.addYears(-1).addDays(1);
        last.period = {year > held.from ? year : held.from.addDays(held.from.daysTo(held.to) / 2 + 1), held.to};
        m_state->setQuery(last);
    }
    m_state->setComparison(comparison);
}

void ChangePanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    // A narrow table would have no room for the numbers of stops of one name; what was before follows from now and the change.
    m_view->setColumnHidden(ChangeModel::Before, width() < kWide);
    if (m_isRoomy != (height() >= kRoomy) && m_state->change()) refresh();
}

void ChangePanel::refresh() {
    const Comparison comparison = m_state->comparison();
    const ChangeTablePtr change = m_state->change();
    m_updating = true;
    nameCounterpart();
    m_with->setCurrentIndex(static_cast<int>(comparison.kind));
    m_onMap->setVisible(comparison.isOn());
    for (QWidget* widget : {static_cast<QWidget*>(m_search), static_cast<QWidget*>(m_only), static_cast<QWidget*>(m_copy),
                            static_cast<QWidget*>(m_export), static_cast<QWidget*>(m_view)})
        widget->setVisible(comparison.isOn());
    m_with->setEnabled(!m_state->currentDataset().id.isEmpty());
    m_model->setChange(change);
    const bool measures = change && !comparedMeasures(change->dataset, change->now, change->before).isEmpty();
    for (const int column : {ChangeModel::Now, ChangeModel::Before}) {
        const QString head = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().section(QLatin1Char('\n'), 0, 0);
        const int named = m_view->horizontalHeader()->fontMetrics().horizontalAdvance(head) + kAroundName;
        m_view->setColumnWidth(column, measures ? std::clamp(named, kNumberWidth, kNamedWidth) : kNumberWidth);
    }
    m_updating = false;
    for (QWidget* widget : {static_cast<QWidget*>(m_search), static_cast<QWidget*>(m_copy), static_cast<QWidget*>(m_export)})
        widget->setEnabled(change != nullptr);
    const QString notes = change ? change->notes.join(QLatin1Char('\n')) : QString();
    m_summary->setToolTip(notes);
    m_summary->setAccessibleDescription(notes);
    if (!change) {
        m_summary->setText(comparison.isOn() ? tr("Counting …")
                           : m_state->currentDataset().id.isEmpty()
                               ? waitingText(m_state)
                               : tr("Choose what to compare with: the change of every place appears here, with a mark where it is "
                                    "more than the usual ups and downs."));
        return;
    }
    const QString unit = measureUnit(change->measure);
    const QString of = change->perDay ? tr("%1 per day", "unit").arg(unit) : unit;
    const ChangeRow& total = change->total;
    if (const ComparedMeasures measures = comparedMeasures(change->dataset, change->now, change->before); !measures.isEmpty()) {
        m_headline = tr("%1: %2, %3: %4 %5; difference %6 (%7)", "measure: number, other measure: number unit; difference (relative)")
                         .arg(sentenceCase(measures.now), changeNumber(total.now), measures.before, changeNumber(total.before), of,
                              signedNumber(total.difference), signedPercent(total.relative));
        const QSet<QString> directions{change->now.measure, change->before.measure};
        if (isUnevenlyRecorded(total.now, total.before))
            m_headline +=
                QLatin1Char('\n') + tr("%1 were recorded far less often, so most of the difference is due to missing records.", "measure")
                                        .arg(sentenceCase(total.now < total.before ? measures.now : measures.before));
        else if (directions.contains(QStringLiteral("boardings")) && directions.contains(QStringLiteral("alightings")))
            m_headline += QLatin1Char('\n') + tr("Trips begin where more get on than off, and end where more get off.");
        if (!notes.isEmpty()) m_headline += QStringLiteral(" ⓘ");
        showSelection();
        return;
    }
    m_headline = (change->perDay ? tr("%1 → %2 %3 per day: %4 (%5), %6", "before → now unit: change (relative), mark")
                                 : tr("%1 → %2 %3: %4 (%5), %6", "before → now unit: change (relative), mark"))
                     .arg(changeNumber(total.before), changeNumber(total.now), unit, signedNumber(total.difference),
                          signedPercent(total.relative), changeMarkText(total.mark)) +
                 (notes.isEmpty() ? QString() : QStringLiteral(" ⓘ"));
    // In a low panel the rows of the table need the line; the tool tip has it, too.
    const QString before = tr("Before: %1").arg(comparisonName(change->before, change->dataset, comparison));
    m_summary->setToolTip(notes.isEmpty() ? before : before + QLatin1Char('\n') + notes);
    m_isRoomy = height() >= kRoomy;
    if (m_isRoomy) m_headline += QLatin1Char('\n') + before;
    showSelection();
}

/// The other direction has the name that the data gives it, and can be chosen where the data has one.
void ChangePanel::nameCounterpart() {
    const Dataset cube = m_state->currentDataset();
    const int index = static_cast<int>(Comparison::Kind::Measure), own = cube.measureIndex(m_state->query().measure);
    const Measure* other = counterpart(cube, m_state->query().measure);
    m_with->setItemText(index, other ? tr("Minus %1", "measure").arg(measureName(*other)) : tr("Net flow, boardings against alightings"));
    if (auto* items = qobject_cast<QStandardItemModel*>(m_with->model()); items && items->item(index))
        items->item(index)->setEnabled(other != nullptr && own >= 0);
}

void ChangePanel::showSelection() {
    if (m_updating) return;
    m_updating = true;
    const QStringList selected = m_state->selection();
    const QSet<QString> keys(selected.begin(), selected.end());
    m_only->setEnabled(!keys.isEmpty());
    m_proxy->setOnly(m_only->isChecked() && !keys.isEmpty(), keys);
    sayTotals(keys);
    chooseRows(*m_view, selected, ChangeModel::KeyRole);
    m_updating = false;
}

/// The change of everything, and of the selected places together.
void ChangePanel::sayTotals(const QSet<QString>& selected) {
    const ChangeTablePtr change = m_state->change();
    if (!change) return;
    double now = 0.0, before = 0.0;
    int count = 0;
    for (const ChangeRow& row : change->rows) {
        if (!selected.contains(row.key)) continue;
        if (std::isfinite(row.now)) now += row.now;
        if (std::isfinite(row.before)) before += row.before;
        ++count;
    }
    QString text = m_headline;
    const bool addsUp = change->measure.aggregation == Aggregation::Sum || change->measure.extensive;
    if (count > 0 && addsUp)
        text += QLatin1Char('\n') +
                tr("%n selected: %1 → %2 (%3)", "before → now (relative)", count)
                    .arg(changeNumber(before), changeNumber(now), signedPercent(before > 0.0 ? now / before - 1.0 : std::nan("")));
    // No line ends between a number and its percent sign.
    m_summary->setText(text.replace(QStringLiteral(" %"), QStringLiteral("\u00a0%")));
}

void ChangePanel::publishSelection() {
    if (m_updating) return;
    m_updating = true;
    m_state->setSelection(chosenKeys(*m_view, ChangeModel::KeyRole));
    m_updating = false;
}

void ChangePanel::askExport() {
    const QString name = tr("%1, change", "dataset").arg(datasetTitle(m_state->currentDataset())) + QStringLiteral(".xlsx");
    const QString path = QFileDialog::getSaveFileName(this, tr("Save changes"), name, tr("Tables (*.xlsx *.csv)"));
    if (!path.isEmpty()) emit saveWanted(path);
}

}  // namespace mudeung
