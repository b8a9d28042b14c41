// SPDX-License-Identifier: GPL-3.0-or-later
// Widgets of the map style.
#include "ui/explore/map_style_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "core/analysis/grid/binning.h"
#include "ui/common/query_defaults.h"
#include "ui/common/workspace_state.h"
#include "ui/explore/map_layers_box.h"

namespace mudeung {

namespace {

constexpr std::array<int, 4> kBandwidths{300, 400, 500, 800};
constexpr int kWalkingDistance = 500;
constexpr int kRulePreset = -1;
constexpr int kKindsPerRow = 3;

/// The top of the scale that is on screen: what the map says, or for circles and areas what the answer says.
double ownMaximum(const WorkspaceState& state) {
    if (state.mapMaximum() > 0.0) return state.mapMaximum();
    const AnswersPtr answers = state.answers();
    const MapKind kind = state.mapStyle().kind;
    if (!answers || kind == MapKind::Density || isGrid(kind)) return 0.0;
    const TablePtr table = kind == MapKind::Choropleth && answers->byDong ? answers->byDong : answers->byPlace;
    double largest = 0.0;
    if (table)
        for (const TableRow& row : table->rows)
            if (row.value > largest) largest = row.value;
    return largest;
}

}  // namespace

MapStylePanel::MapStylePanel(WorkspaceState* state, QWidget* parent) : Panel(parent), m_state(state) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 8);
    column->setSpacing(4);
    auto* kinds = new QGridLayout;
    kinds->setSpacing(0);
    for (const char* name : {"kindDensity", "kindCircles", "kindChoropleth", "kindHexagons", "kindSquares"}) {
        auto* button = new QToolButton(this);
        button->setObjectName(QLatin1String(name));
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setMinimumHeight(28);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        const auto at = static_cast<int>(m_kinds.size());
        kinds->addWidget(button, at / kKindsPerRow, at % kKindsPerRow);
        m_kinds.push_back(button);
    }
    column->addLayout(kinds);
    m_cells = new QComboBox(this);
    m_cells->setObjectName(QStringLiteral("gridSize"));
    m_cells->setMinimumHeight(28);
    kinds->addWidget(m_cells, 1, 2);
    m_kernel = new QComboBox(this);
    m_kernel->setObjectName(QStringLiteral("kernel"));
    m_kernel->setMinimumHeight(28);
    column->addWidget(m_kernel);
    m_bandwidthLabel = new QLabel(this);
    m_bandwidthLabel->setProperty("muted", true);
    m_bandwidth = new QSpinBox(this);
    m_bandwidth->setRange(50, 5000);
    m_bandwidth->setSingleStep(50);
    m_bandwidth->setKeyboardTracking(false);
    m_bandwidthLabel->setBuddy(m_bandwidth);
    m_presets = new QComboBox(this);
    m_presets->setObjectName(QStringLiteral("bandwidthPreset"));
    auto* bandwidth = new QHBoxLayout;
    bandwidth->setSpacing(4);
    bandwidth->addWidget(m_bandwidthLabel, 1);
    bandwidth->addWidget(m_bandwidth);
    column->addLayout(bandwidth);
    column->addWidget(m_presets);
    m_classes = new QComboBox(this);
    m_classes->setObjectName(QStringLiteral("classMethod"));
    m_classCount = new QSpinBox(this);
    m_classCount->setObjectName(QStringLiteral("classCount"));
    m_classCount->setRange(3, 7);
    m_limits = new QLineEdit(this);
    m_limits->setObjectName(QStringLiteral("classLimits"));
    auto* classes = new QHBoxLayout;
    classes->setSpacing(4);
    classes->addWidget(m_classes, 2);
    classes->addWidget(m_classCount, 1);
    column->addLayout(classes);
    column->addWidget(m_limits);
    for (QWidget* widget : {static_cast<QWidget*>(m_classes), static_cast<QWidget*>(m_classCount), static_cast<QWidget*>(m_limits)})
        widget->setMinimumHeight(28);
    m_lock = new QCheckBox(this);
    column->addWidget(m_lock);
    column->addWidget(new MapLayersBox(state, this));
    column->addStretch(1);
    // Their longest text would make the panel wider than its place.
    for (QComboBox* box : {m_kernel, m_presets, m_classes, m_cells}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(box == m_cells ? 5 : 8);
    }
    for (QToolButton* button : m_kinds) connect(button, &QToolButton::clicked, this, &MapStylePanel::apply);
    connect(m_cells, QOverload<int>::of(&QComboBox::activated), this, &MapStylePanel::apply);
    connect(m_kernel, QOverload<int>::of(&QComboBox::activated), this, &MapStylePanel::changeKernel);
    connect(m_presets, QOverload<int>::of(&QComboBox::activated), this, [this](int index) {
        int meters = m_presets->itemData(index).toInt();
        if (meters == kRulePreset) meters = ruleOfThumb();
        if (meters > 0) m_bandwidth->setValue(meters);
    });
    connect(m_classes, QOverload<int>::of(&QComboBox::activated), this, &MapStylePanel::changeClasses);
    connect(m_classCount, QOverload<int>::of(&QSpinBox::valueChanged), this, &MapStylePanel::changeClasses);
    connect(m_limits, &QLineEdit::editingFinished, this, &MapStylePanel::readLimits);
    connect(m_bandwidth, QOverload<int>::of(&QSpinBox::valueChanged), this, &MapStylePanel::apply);
    connect(m_lock, &QCheckBox::clicked, this, &MapStylePanel::lock);
    connect(state, &WorkspaceState::mapStyleChanged, this, &MapStylePanel::refresh);
    connect(state, &WorkspaceState::queryChanged, this, &MapStylePanel::refresh);
    connect(state, &WorkspaceState::mapMaximumChanged, this, &MapStylePanel::refreshLock);
    connect(state, &WorkspaceState::answersChanged, this, &MapStylePanel::refresh);
    retranslate();
}

void MapStylePanel::retranslate() {
    const QStringList kinds{tr("Density"), tr("Circles"), tr("Areas"), tr("Hexagons"), tr("Squares")};
    for (int i = 0; i < static_cast<int>(m_kinds.size()); ++i) m_kinds[i]->setText(kinds[i]);
    m_cells->clear();
    for (int meters : kCellSizes) m_cells->addItem(tr("%1 m").arg(meters), meters);
    m_cells->setAccessibleName(tr("Size of the cells"));
    m_cells->setToolTip(tr("Side of a square; a hexagon has the same area"));
    m_kernel->clear();
    m_kernel->addItems({tr("Quartic kernel"), tr("Epanechnikov kernel"), tr("Gaussian kernel")});
    m_kernel->setAccessibleName(tr("Kernel of the density"));
    m_kernel->setToolTip(tr("How the number of a place is spread around it. Changing the kernel keeps the spread."));
    m_bandwidth->setSuffix(tr(" m", "metres"));
    m_bandwidth->setAccessibleName(tr("Bandwidth in metres"));
    m_presets->setAccessibleName(tr("Usual bandwidths"));
    m_presets->clear();
    const QStringList names{tr("300 m"), tr("400 m"), tr("500 m (7-minute walk)"), tr("800 m (10 to 12 minutes)")};
    for (int i = 0; i < 4; ++i) m_presets->addItem(names[i], kBandwidths[static_cast<std::size_t>(i)]);
    m_presets->addItem(QString(), kRulePreset);
    m_presets->addItem(tr("Own value"), 0);
    m_classes->clear();
    m_classes->addItems({tr("Fisher–Jenks"), tr("Quantiles"), tr("Equal intervals"), tr("Head/tail breaks"), tr("Own limits")});
    m_classes->setAccessibleName(tr("Classes of the areas"));
    m_classes->setToolTip(tr("How the areas are divided into classes. The same numbers always give the same classes."));
    m_classCount->setAccessibleName(tr("Number of classes"));
    m_classCount->setSuffix(tr(" classes"));
    m_limits->setAccessibleName(tr("Upper limits of the classes"));
    m_limits->setPlaceholderText(tr("Upper limits: 100, 500, 2000"));
    m_lock->setText(tr("Lock the colour scale"));
    m_lock->setToolTip(tr("Keeps the top of the scale, so that pictures can be compared"));
    m_lock->setAccessibleName(m_lock->text());
    refresh();
}

void MapStylePanel::refresh() {
    if (waitsToBeSeen()) return;
    m_updating = true;
    const MapStyle style = m_state->mapStyle();
    const Dataset cube = m_state->currentDataset();
    refreshKinds(style, placesAreAreas(cube));
    const int meters = style.bandwidthMeters > 0.0 ? static_cast<int>(style.bandwidthMeters) : kWalkingDistance;
    m_bandwidth->setValue(meters);
    const bool gaussian = style.kernel == Kernel::Gaussian;
    m_kernel->setCurrentIndex(static_cast<int>(style.kernel));
    m_bandwidthLabel->setText(gaussian ? tr("Standard deviation of the density") : tr("Bandwidth of the density"));
    const int rule = ruleOfThumb();
    const int ruleAt = m_presets->findData(kRulePreset);
    m_presets->setItemText(ruleAt, rule > 0 ? tr("%1 m (rule of thumb)").arg(rule) : tr("Rule of thumb"));
    int preset = m_presets->findData(meters);
    if (preset < 0) preset = meters == rule ? ruleAt : m_presets->count() - 1;
    m_presets->setCurrentIndex(preset);
    const bool density = style.kind == MapKind::Density;
    m_bandwidth->setEnabled(density);
    m_kernel->setEnabled(density);
    m_presets->setEnabled(density);
    m_bandwidthLabel->setEnabled(density);
    const bool areas = hasClasses(style.kind);
    const bool counted = style.classes != ClassMethod::HeadTail && style.classes != ClassMethod::Manual;
    m_classes->setCurrentIndex(static_cast<int>(style.classes));
    m_classes->setEnabled(areas && style.lockedMaximum <= 0.0);
    m_classCount->setValue(style.classCount);
    m_classCount->setEnabled(areas && (counted || style.lockedMaximum > 0.0));
    m_limits->setVisible(style.classes == ClassMethod::Manual);
    m_limits->setEnabled(areas && style.lockedMaximum <= 0.0);
    QStringList limits;
    for (const double limit : style.manualLimits) limits.append(QString::number(limit, 'g', 12));
    if (!m_limits->hasFocus()) m_limits->setText(limits.join(QStringLiteral(", ")));
    refreshLock();
    m_updating = false;
}

void MapStylePanel::refreshLock() {
    const MapStyle style = m_state->mapStyle();
    m_lock->setChecked(style.lockedMaximum > 0.0);  // tells clicks only, so that this asks for nothing
    const bool lockable = style.lockedMaximum > 0.0 || ownMaximum(*m_state) > 0.0;
    m_lock->setEnabled(lockable);
    m_lock->setToolTip(lockable ? tr("Keeps the top of the scale, so that pictures can be compared")
                                : tr("Works as soon as the map shows numbers."));
}

void MapStylePanel::refreshKinds(const MapStyle& style, bool areasOnly) {
    const QStringList tips{tr("Density per km² around the places"), tr("One circle per place, its area proportional to the number"),
                           tr("Dongs coloured by their total"), tr("Sums per hexagon, all of one area"),
                           tr("Sums per square of the national grid")};
    for (int i = 0; i < static_cast<int>(m_kinds.size()); ++i) {
        const auto kind = static_cast<MapKind>(i);
        const bool points = kind == MapKind::Density || isGrid(kind);
        m_kinds[i]->setChecked(style.kind == kind);
        m_kinds[i]->setEnabled(!(points && areasOnly));
        m_kinds[i]->setToolTip(m_kinds[i]->isEnabled() ? tips[i] : tr("These numbers belong to areas, not to points."));
        m_kinds[i]->setAccessibleName(tips[i]);
    }
    m_cells->setEnabled(isGrid(style.kind));
    m_cells->setCurrentIndex(m_cells->findData(style.gridMeters));
}

void MapStylePanel::apply() {
    if (m_updating) return;
    MapStyle style = m_state->mapStyle();
    for (int i = 0; i < static_cast<int>(m_kinds.size()); ++i) {
        if (!m_kinds[i]->isChecked()) continue;
        if (static_cast<int>(style.kind) != i) style.lockedMaximum = 0.0;
        style.kind = static_cast<MapKind>(i);
    }
    if (const int meters = m_cells->currentData().toInt(); meters > 0 && meters != style.gridMeters) {
        if (isGrid(style.kind)) style.lockedMaximum = 0.0;
        style.gridMeters = meters;
    }
    if (m_bandwidth->value() != kWalkingDistance || style.bandwidthMeters > 0.0) {
        if (style.kind == MapKind::Density && style.bandwidthMeters != m_bandwidth->value()) style.lockedMaximum = 0.0;
        style.bandwidthMeters = m_bandwidth->value();
    }
    m_state->setMapStyle(style);
}

/// Distances of some kilometres: a plane that touches the city is as good as a projection, to 0.3 %.
int MapStylePanel::ruleOfThumb() const {
    const AnswersPtr answers = m_state->answers();
    if (!answers || !answers->byPlace) return 0;
    constexpr double kMetersPerDegree = 111'195.0;
    std::vector<WeightedPoint> points;
    double shrink = 0.0;
    for (const TableRow& row : answers->byPlace->rows) {
        if (row.lon != row.lon || !(row.value > 0.0)) continue;
        if (points.empty()) shrink = std::cos(row.lat * std::numbers::pi / 180.0);
        points.push_back({row.lon * kMetersPerDegree * shrink, row.lat * kMetersPerDegree, row.value});
    }
    const double rule = ruleOfThumbBandwidth(points) * equalSpread(m_state->mapStyle().kernel);
    const int meters = static_cast<int>(std::lround(rule / 10.0)) * 10;
    return meters >= m_bandwidth->minimum() && meters <= m_bandwidth->maximum() ? meters : 0;
}

void MapStylePanel::changeClasses() {
    if (m_updating) return;
    MapStyle style = m_state->mapStyle();
    style.classes = static_cast<ClassMethod>(m_classes->currentIndex());
    style.classCount = m_classCount->value();
    m_state->setMapStyle(style);
    if (style.classes == ClassMethod::Manual) m_limits->setFocus();
}

/// Numbers with anything between them; what is not a number stays for the person to mend, marked.
void MapStylePanel::readLimits() {
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    constexpr int kMost = 7;
    MapStyle style = m_state->mapStyle();
    QVector<double> limits;
    bool good = true;
    for (const QString& part : m_limits->text().split(between, Qt::SkipEmptyParts)) {
        bool number = false;
        const double limit = part.toDouble(&number);
        good = good && number && limit > 0.0;
        limits.append(limit);
    }
    std::sort(limits.begin(), limits.end());
    good = good && limits.size() <= kMost;
    m_limits->setToolTip(good ? QString() : tr("Up to %1 positive numbers, such as 100, 500, 2000.").arg(kMost));
    m_limits->setProperty("invalid", !good);
    m_limits->style()->unpolish(m_limits);
    m_limits->style()->polish(m_limits);
    if (!good) return;
    style.manualLimits = limits;
    m_state->setMapStyle(style);
}

void MapStylePanel::changeKernel(int index) {
    MapStyle style = m_state->mapStyle();
    const auto kernel = static_cast<Kernel>(index);
    if (kernel == style.kernel) return;
    const double before = style.bandwidthMeters > 0.0 ? style.bandwidthMeters : kWalkingDistance;
    const double same = before / equalSpread(style.kernel) * equalSpread(kernel);
    style.bandwidthMeters = std::clamp(std::round(same / 10.0) * 10.0, 50.0, 5000.0);
    style.kernel = kernel;
    style.lockedMaximum = 0.0;
    m_state->setMapStyle(style);
}

void MapStylePanel::lock(bool on) {
    MapStyle style = m_state->mapStyle();
    style.lockedMaximum = on ? ownMaximum(*m_state) : 0.0;
    m_state->setMapStyle(style);
    refresh();
}

}  // namespace mudeung
