// SPDX-License-Identifier: GPL-3.0-or-later
// Widgets of the filters and their way to and from the query.
#include "ui/explore/filter_panel.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPixmap>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/sentence_case.h"
#include "core/chart/age_bands.h"
#include "core/cube/area_list.h"
#include "core/model/names.h"
#include "ui/common/date_fields.h"
#include "ui/common/group_colors.h"
#include "ui/common/query_defaults.h"
#include "ui/common/still_label.h"
#include "ui/common/workspace_state.h"
#include "ui/explore/hour_strip.h"

namespace mudeung {

namespace {

constexpr int kTarget = 28;  // smallest height of anything that is clicked

/// The rows of the carpet of weekdays that days of a type lie in; public holidays lie in all of them.
QVector<int> rowsOf(DayType type) {
    if (type == DayType::Weekday) return {0, 1, 2, 3, 4};
    return type == DayType::Saturday ? QVector<int>{5} : QVector<int>{0, 1, 2, 3, 4, 5, 6};
}

/// Whether a question counts any day of the type: one that the carpet leaves out altogether is not counted, whatever the day types say.
bool countsDays(const Query& query, DayType type) {
    const QVector<int> rows = rowsOf(type);
    return (query.dayTypes >> static_cast<int>(type) & 1) != 0 && std::any_of(rows.begin(), rows.end(), [&query](int row) {
               return (query.hours & query.weekHours[static_cast<std::size_t>(row)]) != 0;
           });
}

/// The colour that the group has in the panel of groups: men and women of several ages are a pyramid there, with one colour a side.
QIcon dot(const QString& group) {
    const bool sided = group.startsWith(QLatin1String("m_")) || group.startsWith(QLatin1String("f_"));
    QPixmap pixmap(12, 12);
    pixmap.fill(groupColor(sided ? group.left(1) : group));
    return QIcon(pixmap);
}

}  // namespace

FilterPanel::FilterPanel(WorkspaceState* state, TaskRunner* tasks, QWidget* parent) : Panel(parent), m_state(state), m_areasTask(tasks) {
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(8, 0, 8, 8);
    m_column->setSpacing(4);
    m_sentence = new StillLabel(this);
    m_sentence->label()->setObjectName(QStringLiteral("querySentence"));
    m_sentence->label()->setProperty("sentence", true);
    m_sentence->label()->setWordWrap(true);
    m_clear = new QPushButton(this);
    m_clear->setObjectName(QStringLiteral("clearFilters"));
    m_clear->setProperty("flat", true);
    m_clear->setProperty("leading", true);
    m_clear->setMinimumHeight(kTarget);
    m_column->addWidget(m_sentence);
    m_column->addWidget(m_clear, 0, Qt::AlignLeft);
    m_measure = new QComboBox(this);
    m_measure->setObjectName(QStringLiteral("measure"));
    m_measureBlock = addBlock(m_measure);
    buildPeriod();
    buildDays();
    buildHours();
    m_groups = new QListWidget(this);
    m_groups->setObjectName(QStringLiteral("groups"));
    m_groups->setSelectionMode(QAbstractItemView::NoSelection);
    m_groups->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_groups->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_groupBlock = addBlock(m_groups);
    m_area = new QComboBox(this);
    m_area->setObjectName(QStringLiteral("area"));
    m_area->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_areaBlock = addBlock(m_area);
    m_column->addStretch(1);
    connectAll();
    retranslate();
    loadAreas();
}

FilterPanel::Block FilterPanel::addBlock(QWidget* body) {
    Block block;
    block.heading = new QLabel(this);
    block.heading->setProperty("muted", true);
    block.heading->setContentsMargins(0, 8, 0, 0);
    block.body = body;
    block.reason = new QLabel(this);
    block.reason->setObjectName(QStringLiteral("filterReason"));
    block.reason->setProperty("muted", true);
    block.reason->setWordWrap(true);
    block.reason->hide();
    if (!body->layout()) body->setMinimumHeight(std::max(kTarget, body->minimumHeight()));  // a layout knows better: it has rows
    m_column->addWidget(block.heading);
    m_column->addWidget(body);
    m_column->addWidget(block.reason);
    return block;
}

void FilterPanel::buildPeriod() {
    auto* body = new QWidget(this);
    auto* rows = new QVBoxLayout(body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    m_preset = new QComboBox(body);
    m_preset->setObjectName(QStringLiteral("periodPreset"));
    m_from = new QDateEdit(body);
    m_from->setObjectName(QStringLiteral("periodFrom"));
    m_to = new QDateEdit(body);
    m_to->setObjectName(QStringLiteral("periodTo"));
    auto* dates = new QHBoxLayout;
    dates->setSpacing(4);
    for (QDateEdit* edit : {m_from, m_to}) {
        prepareDateEdit(edit, kTarget);
        dates->addWidget(edit, 1);
    }
    m_preset->setMinimumHeight(kTarget);
    rows->addWidget(m_preset);
    rows->addLayout(dates);
    m_periodBlock = addBlock(body);
}

void FilterPanel::buildDays() {
    auto* body = new QWidget(this);
    auto* row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (int i = 0; i < kDayTypes; ++i) {
        auto* button = new QToolButton(body);
        button->setObjectName(QStringLiteral("dayType%1").arg(i));
        button->setCheckable(true);
        button->setMinimumHeight(kTarget);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        row->addWidget(button);
        m_days.push_back(button);
    }
    m_dayBlock = addBlock(body);
}

void FilterPanel::buildHours() {
    auto* body = new QWidget(this);
    auto* rows = new QVBoxLayout(body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    m_hourPreset = new QComboBox(body);
    m_hourPreset->setObjectName(QStringLiteral("hourPreset"));
    m_hourPreset->setMinimumHeight(kTarget);
    m_hours = new HourStrip(body);
    m_hours->setObjectName(QStringLiteral("hourStrip"));
    rows->addWidget(m_hourPreset);
    rows->addWidget(m_hours);
    m_clock = new QLabel(body);
    m_clock->setObjectName(QStringLiteral("clockHours"));
    m_clock->setProperty("muted", true);
    m_clock->setWordWrap(true);
    m_clock->hide();
    rows->addWidget(m_clock);
    m_hourBlock = addBlock(body);
}

void FilterPanel::connectAll() {
    connect(m_state, &WorkspaceState::queryChanged, this, &FilterPanel::refresh);
    connect(m_state, &WorkspaceState::datasetsChanged, this, [this] {
        loadAreas();
        refresh();
    });
    connect(m_clear, &QPushButton::clicked, m_state, &WorkspaceState::clearFilters);
    connect(m_measure, QOverload<int>::of(&QComboBox::activated), this,
            [this](int index) { change([&](Query& q) { q.measure = m_measure->itemData(index).toString(); }); });
    connect(m_from, &QDateEdit::dateChanged, this, &FilterPanel::editPeriod);
    connect(m_to, &QDateEdit::dateChanged, this, &FilterPanel::editPeriod);
    connect(m_preset, QOverload<int>::of(&QComboBox::activated), this, &FilterPanel::presetPeriod);
    for (QToolButton* button : m_days) connect(button, &QToolButton::clicked, this, &FilterPanel::editDays);
    connect(m_hours, &HourStrip::hoursEdited, this, [this](HourMask hours) { chooseHours(hours); });
    connect(m_hourPreset, QOverload<int>::of(&QComboBox::activated), this, [this](int index) {
        const QVariant mask = m_hourPreset->itemData(index);
        if (mask.isValid()) chooseHours(mask.toUInt());
    });
    connect(m_groups, &QListWidget::itemChanged, this, &FilterPanel::editGroups);
    connect(m_area, QOverload<int>::of(&QComboBox::activated), this, [this](int index) {
        const QString code = m_area->itemData(index).toString();
        change([&](Query& q) { q.areas = code.isEmpty() ? QStringList() : QStringList{code}; });
    });
}

void FilterPanel::retranslate() {
    m_clear->setText(tr("Clear all filters"));
    m_clear->setAccessibleName(tr("Clear all filters"));
    m_measureBlock.heading->setText(tr("Measure"));
    m_periodBlock.heading->setText(tr("Period"));
    m_dayBlock.heading->setText(tr("Days"));
    m_hourBlock.heading->setText(tr("Hours"));
    m_areaBlock.heading->setText(tr("Area"));
    m_measure->setAccessibleName(tr("Measure"));
    m_from->setAccessibleName(tr("First day"));
    m_to->setAccessibleName(tr("Last day"));
    m_preset->setAccessibleName(tr("Period"));
    m_hours->setAccessibleName(tr("Hours of the day"));
    m_hourPreset->setAccessibleName(tr("Usual hours"));
    m_groups->setAccessibleName(tr("Groups"));
    m_area->setAccessibleName(tr("Area"));
    const QStringList days{tr("Weekdays"), tr("Saturdays"), tr("Sundays and holidays")};
    const QStringList shortDays{tr("Weekday"), tr("Sat"), tr("Sun/Hol")};
    for (int i = 0; i < kDayTypes; ++i) {
        m_days[i]->setText(shortDays[i]);
        m_days[i]->setToolTip(days[i]);
        m_days[i]->setAccessibleName(days[i]);
    }
    m_preset->clear();
    m_preset->addItems({tr("Whole span"), tr("Last year"), tr("Last 3 months"), tr("Chosen dates")});
    m_hourPreset->clear();
    m_hourPreset->addItem(tr("All hours"), kAllHours);
    m_hourPreset->addItem(tr("Morning peak 7–9"), (1u << 7) | (1u << 8));
    m_hourPreset->addItem(tr("Daytime 9–17"), ((1u << 17) - 1) & ~((1u << 9) - 1));
    m_hourPreset->addItem(tr("Evening peak 17–19"), (1u << 17) | (1u << 18));
    m_hourPreset->addItem(tr("Night 22–28"), kAllHours & ~((1u << 22) - 1));
    m_hourPreset->addItem(tr("Chosen hours"));
    m_built = false;
    refresh();
}

void FilterPanel::setReason(const Block& block, const QString& reason, const QString& note) {
    block.body->setEnabled(reason.isEmpty());
    block.body->setToolTip(reason);
    const QString text = reason.isEmpty() ? note : reason;
    block.reason->setText(text);
    block.reason->setVisible(!text.isEmpty());
}

/// The button of Sundays and holidays is one: where the carpet leaves Sundays out, it stands for the holidays on the other days.
QString FilterPanel::holidayNote(const Query& query) const {
    const bool sundays = (query.hours & query.weekHours[6]) != 0;
    return sundays || !countsDays(query, DayType::Holiday) ? QString()
                                                           : tr("Public holidays on the chosen days are counted, Sundays are not.");
}

void FilterPanel::refresh() {
    m_updating = true;
    const Dataset cube = m_state->currentDataset();
    const Query query = m_state->query();
    // Lists stay while the dataset does: every move of a slider comes through here.
    if (!m_built || cube != m_cube) buildChoices(cube);
    const bool none = cube.id.isEmpty();
    const bool empty = none && m_state->datasets().isEmpty();
    const QString noData = !none   ? QString()
                           : empty ? tr("There is nothing to filter yet: import a file first.")
                                   : tr("Choose a dataset first.");
    m_sentence->setText(none ? QString() : sentenceCase(sentenceWithBands(query, cube.scheme)));
    Query bare;
    bare.dataset = query.dataset;
    bare.measure = query.measure;
    m_clear->setEnabled(!none && bare != query);
    refreshChoices(cube, query);
    refreshPeriod(cube, query);
    setReason(m_measureBlock, noData);
    setReason(m_periodBlock, none ? noData : whyNoPeriod(cube));
    setReason(m_dayBlock, none ? noData : whyNoDayTypes(cube), holidayNote(query));
    setReason(m_hourBlock, none ? noData : whyNoHours(cube));
    setReason(m_groupBlock, none ? noData : whyNoGroups(cube));
    setReason(m_areaBlock, none ? noData : m_areas.isEmpty() ? tr("Import dong boundaries to filter by area.") : QString());
    // Once is enough.
    if (none)
        for (const Block* block : {&m_periodBlock, &m_dayBlock, &m_hourBlock, &m_groupBlock, &m_areaBlock}) block->reason->hide();
    m_updating = false;
}

/// One box per group, or per 10-year band when there are too many to read.
void FilterPanel::buildChoices(const Dataset& cube) {
    m_cube = cube;
    m_built = true;
    m_measure->clear();
    for (const Measure& m : cube.measures) m_measure->addItem(measureName(m), m.id);
    m_hours->setRange(cube.firstHour, cube.hasHours() ? cube.hourCount : 24);
    for (QDateEdit* edit : {m_from, m_to}) {
        edit->clearMinimumDate();
        edit->clearMaximumDate();
        edit->setVisible(cube.period.from.isValid());  // without days there is nothing to be read in the fields
        if (cube.period.from.isValid()) edit->setDateRange(cube.period.from, cube.period.to);
    }
    m_groups->clear();
    QVector<AgeBand> boxes = ageBands(cube.scheme);
    m_groupBlock.heading->setText(boxes.isEmpty() ? tr("Groups") : tr("Ages, in 10-year bands"));
    if (boxes.isEmpty())
        for (const Group& g : cube.scheme.groups) boxes.push_back({g.code, groupName(g), {g.code}});
    for (const AgeBand& box : boxes) {
        auto* item = new QListWidgetItem(dot(box.key), box.name, m_groups);
        item->setData(Qt::UserRole, box.groups);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable);
    }
    // As tall as its content: the panel scrolls, the list in it does not.
    m_groups->setFixedHeight(std::max(1, m_groups->count()) * (kTarget + 2) + 6);
}

void FilterPanel::refreshChoices(const Dataset& cube, const Query& query) {
    m_measure->setCurrentIndex(std::max(0, cube.measureIndex(query.measure)));
    for (int i = 0; i < kDayTypes; ++i) m_days[i]->setChecked(countsDays(query, static_cast<DayType>(i)));
    m_hours->setHours(hoursOfSomeDay(query));
    const QString clock = QStringList{weekHoursPhrase(query.weekHours), yearHoursPhrase(query.yearHours)}.join(QLatin1Char('\n')).trimmed();
    m_clock->setText(clock);
    m_clock->setVisible(!clock.isEmpty());
    const int preset = clock.isEmpty() ? m_hourPreset->findData(query.hours) : -1;
    m_hourPreset->setCurrentIndex(preset >= 0 ? preset : m_hourPreset->count() - 1);
    refreshGroups(query);
    m_area->setCurrentIndex(query.areas.isEmpty() ? 0 : m_area->findData(query.areas.first()));
}

/// A band that is chosen in part stays so.
void FilterPanel::refreshGroups(const Query& query) {
    for (int i = 0; i < m_groups->count(); ++i) {
        QListWidgetItem* item = m_groups->item(i);
        const QStringList groups = item->data(Qt::UserRole).toStringList();
        const auto chosen = std::count_if(groups.begin(), groups.end(),
                                          [&](const QString& code) { return query.groups.isEmpty() || query.groups.contains(code); });
        item->setCheckState(chosen == 0 ? Qt::Unchecked : chosen == groups.size() ? Qt::Checked : Qt::PartiallyChecked);
    }
}

void FilterPanel::refreshPeriod(const Dataset& cube, const Query& query) {
    const Period shown = query.period.isAll() ? cube.period : query.period;
    if (shown.from.isValid()) m_from->setDate(shown.from);
    if (shown.to.isValid()) m_to->setDate(shown.to);
    int preset = 3;
    if (query.period.isAll() || query.period == cube.period)
        preset = 0;
    else if (query.period.to == cube.period.to && query.period.from == cube.period.to.addYears(-1).addDays(1))
        preset = 1;
    else if (query.period.to == cube.period.to && query.period.from == cube.period.to.addMonths(-3).addDays(1))
        preset = 2;
    m_preset->setCurrentIndex(preset);
}

void FilterPanel::change(const std::function<void(Query&)>& edit) {
    if (m_updating) return;
    Query query = m_state->query();
    edit(query);
    m_state->setQuery(query);
}

/// Hours of every day take the place of hours by weekday or month.
HourMask FilterPanel::hoursOfSomeDay(const Query& query) {
    HourMask week = 0, year = 0;
    for (const HourMask hours : query.weekHours) week |= hours;
    for (const HourMask hours : query.yearHours) year |= hours;
    return query.hours & week & year;
}

void FilterPanel::chooseHours(HourMask hours) {
    change([hours](Query& q) {
        q.hours = hours;
        q.weekHours = kWholeWeek;
        q.yearHours = kWholeYear;
    });
}

void FilterPanel::editPeriod() {
    change([this](Query& q) {
        const QDate from = std::min(m_from->date(), m_to->date());
        const QDate to = std::max(m_from->date(), m_to->date());
        q.period = Period{from, to};
        if (q.period == m_state->currentDataset().period) q.period = {};
    });
}

void FilterPanel::presetPeriod(int index) {
    const Period span = m_state->currentDataset().period;
    if (index == 3 || !span.to.isValid()) return;
    change([&](Query& q) {
        if (index == 0) q.period = {};
        if (index == 1) q.period = Period{std::max(span.from, span.to.addYears(-1).addDays(1)), span.to};
        if (index == 2) q.period = Period{std::max(span.from, span.to.addMonths(-3).addDays(1)), span.to};
    });
}

void FilterPanel::editDays() {
    change([this](Query& q) {
        for (int i = 0; i < kDayTypes; ++i) {
            const auto type = static_cast<DayType>(i);
            const bool on = m_days[i]->isChecked();
            if (on == countsDays(q, type)) continue;  // not the one that was pressed
            const auto bit = static_cast<DayTypeMask>(1u << i);
            q.dayTypes = static_cast<DayTypeMask>(on ? q.dayTypes | bit : q.dayTypes & ~bit);
            // Left out on the carpet: the rows of these days are opened again.
            if (on && !countsDays(q, type))
                for (const int row : rowsOf(type)) q.weekHours[static_cast<std::size_t>(row)] = kAllHours;
        }
        // No day at all would be an empty question: it means every day again.
        if (q.dayTypes == 0) q.dayTypes = kAllDayTypes;
    });
    refresh();
}

void FilterPanel::editGroups() {
    if (m_updating) return;
    const QStringList before = m_state->query().groups;
    QStringList chosen;
    for (int i = 0; i < m_groups->count(); ++i) {
        const QListWidgetItem* item = m_groups->item(i);
        for (const QString& code : item->data(Qt::UserRole).toStringList())
            if (item->checkState() == Qt::Checked || (item->checkState() == Qt::PartiallyChecked && before.contains(code))) chosen << code;
    }
    if (chosen.size() == m_state->currentDataset().scheme.groups.size()) chosen.clear();
    // The change sets the items anew; it must not happen while one of them still reports it.
    QMetaObject::invokeMethod(
        this,
        [this, chosen] {
            change([&](Query& q) { q.groups = chosen; });
            refresh();
        },
        Qt::QueuedConnection);
}

void FilterPanel::loadAreas() {
    const auto workspace = m_state->workspace();
    const auto show = [this](const AreaList& areas) {
        m_areas = areas;
        m_updating = true;
        m_area->clear();
        m_area->addItem(tr("Everywhere"), QString());
        for (const auto& [code, name] : areas) m_area->addItem(name, code);
        m_updating = false;
        refresh();
    };
    if (!workspace) {
        m_areasTask.cancel();
        show({});
        return;
    }
    m_areasTask.run(
        tr("Reading areas"), [workspace](Progress&) { return readAreas(*workspace); }, this,
        [show](Result<AreaList> areas) { show(areas ? areas.value() : AreaList()); });
}

}  // namespace mudeung
