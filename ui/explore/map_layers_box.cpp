// SPDX-License-Identifier: GPL-3.0-or-later
// Check boxes, the list of base maps, and where the list is kept.
#include "ui/explore/map_layers_box.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/common/settings_keys.h"
#include "ui/common/workspace_state.h"

namespace mudeung {

namespace {

constexpr int kPathRole = Qt::UserRole;

QVector<BaseMap> remembered() {
    auto store = settings::open();
    QVector<BaseMap> maps;
    const int count = store.beginReadArray(settings::kBaseMaps);
    for (int i = 0; i < count; ++i) {
        store.setArrayIndex(i);
        const BaseMap map{store.value(QStringLiteral("path")).toString(), store.value(QStringLiteral("shown"), true).toBool(),
                          std::clamp(store.value(QStringLiteral("opacity"), 1.0).toDouble(), 0.0, 1.0)};
        if (!map.path.isEmpty()) maps.append(map);
    }
    return maps;
}

void remember(const QVector<BaseMap>& maps) {
    auto store = settings::open();
    store.remove(settings::kBaseMaps);
    store.beginWriteArray(settings::kBaseMaps, static_cast<int>(maps.size()));
    for (int i = 0; i < static_cast<int>(maps.size()); ++i) {
        store.setArrayIndex(i);
        store.setValue(QStringLiteral("path"), maps[i].path);
        store.setValue(QStringLiteral("shown"), maps[i].shown);
        store.setValue(QStringLiteral("opacity"), maps[i].opacity);
    }
    store.endArray();
}

}  // namespace

MapLayersBox::MapLayersBox(WorkspaceState* state, QWidget* parent) : Panel(parent), m_state(state) {
    build();
    for (QCheckBox* box : {m_dongs, m_names, m_places}) connect(box, &QCheckBox::clicked, this, &MapLayersBox::applyChecks);
    connect(m_list, &QListWidget::itemChanged, this, &MapLayersBox::applyList);
    connect(m_list, &QListWidget::currentRowChanged, this, &MapLayersBox::refresh);
    connect(m_add, &QToolButton::clicked, this, &MapLayersBox::chooseFiles);
    connect(m_remove, &QToolButton::clicked, this, &MapLayersBox::removeCurrent);
    connect(m_opacity, &QSlider::valueChanged, this, &MapLayersBox::setOpacity);
    connect(state, &WorkspaceState::mapStyleChanged, this, &MapLayersBox::refresh);
    MapStyle style = state->mapStyle();
    if (style.baseMaps.isEmpty()) style.baseMaps = remembered();
    state->setMapStyle(style);
    retranslate();
}

void MapLayersBox::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    m_dongs = new QCheckBox(this);
    m_names = new QCheckBox(this);
    m_places = new QCheckBox(this);
    m_dongs->setObjectName(QStringLiteral("layerDongs"));
    m_names->setObjectName(QStringLiteral("layerNames"));
    m_places->setObjectName(QStringLiteral("layerPlaces"));
    auto* checks = new QGridLayout;
    checks->setSpacing(4);
    checks->addWidget(m_dongs, 0, 0);
    checks->addWidget(m_names, 0, 1);
    checks->addWidget(m_places, 1, 0, 1, 2);
    column->addLayout(checks);
    m_baseLabel = new QLabel(this);
    m_baseLabel->setProperty("muted", true);
    m_add = new QToolButton(this);
    m_add->setObjectName(QStringLiteral("addBaseMap"));
    m_remove = new QToolButton(this);
    m_remove->setObjectName(QStringLiteral("removeBaseMap"));
    auto* heading = new QHBoxLayout;
    heading->setSpacing(4);
    heading->addWidget(m_baseLabel, 1);
    for (QToolButton* button : {m_add, m_remove}) {
        button->setMinimumHeight(28);
        heading->addWidget(button);
    }
    column->addLayout(heading);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("baseMaps"));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setFixedHeight(72);
    m_baseLabel->setBuddy(m_list);
    column->addWidget(m_list);
    m_opacityLabel = new QLabel(this);
    m_opacityLabel->setProperty("muted", true);
    m_opacity = new QSlider(Qt::Horizontal, this);
    m_opacity->setObjectName(QStringLiteral("baseMapOpacity"));
    m_opacity->setRange(10, 100);
    m_opacity->setPageStep(10);
    m_opacity->setMinimumHeight(28);
    m_opacityLabel->setBuddy(m_opacity);
    auto* opacity = new QHBoxLayout;
    opacity->setSpacing(8);
    opacity->addWidget(m_opacityLabel);
    opacity->addWidget(m_opacity, 1);
    column->addLayout(opacity);
}

void MapLayersBox::retranslate() {
    m_dongs->setText(tr("Dong boundaries"));
    m_names->setText(tr("Names of dongs"));
    m_places->setText(tr("Stops and stations"));
    for (QCheckBox* box : {m_dongs, m_names, m_places}) box->setAccessibleName(box->text());
    m_baseLabel->setText(tr("Base maps"));
    m_list->setAccessibleName(tr("Base map files, the first on top"));
    m_list->setToolTip(tr("Files of your own beneath the map: MBTiles, GeoPackage or GeoJSON"));
    m_add->setText(tr("Add …"));
    m_add->setAccessibleName(tr("Add a base map file"));
    m_add->setToolTip(tr("Add an MBTiles, GeoPackage or GeoJSON file; nothing is loaded from the network"));
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove the base map from the list"));
    m_opacityLabel->setText(tr("Opacity"));
    m_opacity->setAccessibleName(tr("Opacity of the base map"));
    refresh();
}

void MapLayersBox::refresh() {
    if (m_updating) return;
    m_updating = true;
    const MapStyle style = m_state->mapStyle();
    m_dongs->setChecked(style.showDongs);
    m_names->setChecked(style.showNames);
    m_places->setChecked(style.showPlaces);
    refreshList(style.baseMaps);
    const int row = m_list->currentRow();
    const bool chosen = row >= 0 && row < static_cast<int>(style.baseMaps.size());
    for (QWidget* widget : {static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_opacityLabel), static_cast<QWidget*>(m_opacity)})
        widget->setVisible(!style.baseMaps.isEmpty());
    m_opacity->setEnabled(chosen);
    m_opacityLabel->setEnabled(chosen);
    m_remove->setEnabled(chosen);
    m_remove->setToolTip(chosen ? tr("Remove the base map from the list") : tr("Choose a base map in the list first."));
    m_opacity->setToolTip(chosen ? QString() : tr("Choose a base map in the list first."));
    if (chosen) m_opacity->setValue(static_cast<int>(std::lround(style.baseMaps[row].opacity * 100.0)));
    m_updating = false;
}

void MapLayersBox::refreshList(const QVector<BaseMap>& maps) {
    const auto count = static_cast<int>(maps.size());
    while (m_list->count() > count) delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < count) m_list->addItem(QString());
    for (int i = 0; i < count; ++i) {
        QListWidgetItem* item = m_list->item(i);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setText(QFileInfo(maps[i].path).fileName());
        item->setToolTip(QDir::toNativeSeparators(maps[i].path));
        item->setData(kPathRole, maps[i].path);
        item->setCheckState(maps[i].shown ? Qt::Checked : Qt::Unchecked);
    }
    if (m_list->currentRow() < 0 && count > 0) m_list->setCurrentRow(0);
}

void MapLayersBox::applyChecks() {
    MapStyle style = m_state->mapStyle();
    style.showDongs = m_dongs->isChecked();
    style.showNames = m_names->isChecked();
    style.showPlaces = m_places->isChecked();
    m_state->setMapStyle(style);
}

void MapLayersBox::applyList() {
    if (m_updating) return;
    QVector<BaseMap> maps = m_state->mapStyle().baseMaps;
    for (int i = 0; i < m_list->count() && i < static_cast<int>(maps.size()); ++i)
        maps[i].shown = m_list->item(i)->checkState() == Qt::Checked;
    setMaps(maps);
}

void MapLayersBox::chooseFiles() {
    auto store = settings::open();
    const QString folder = store.value(settings::kLastFolder).toString();
    addFiles(QFileDialog::getOpenFileNames(this, tr("Add base maps"), folder,
                                           tr("Base maps (*.mbtiles *.gpkg *.geojson *.json);;All files (*)")));
}

void MapLayersBox::addFiles(const QStringList& paths) {
    QVector<BaseMap> maps = m_state->mapStyle().baseMaps;
    for (const QString& path : paths) {
        const QString whole = QFileInfo(path).absoluteFilePath();
        const auto same = std::find_if(maps.begin(), maps.end(), [&whole](const BaseMap& map) { return map.path == whole; });
        if (same != maps.end()) {
            same->shown = true;
        } else {
            maps.prepend({whole});
        }
    }
    setMaps(maps);
}

void MapLayersBox::removeCurrent() {
    QVector<BaseMap> maps = m_state->mapStyle().baseMaps;
    const int row = m_list->currentRow();
    if (row < 0 || row >= static_cast<int>(maps.size())) return;
    maps.remove(row);
    setMaps(maps);
}

void MapLayersBox::setOpacity(int percent) {
    const int row = m_list->currentRow();
    QVector<BaseMap> maps = m_state->mapStyle().baseMaps;
    if (m_updating || row < 0 || row >= static_cast<int>(maps.size())) return;
    maps[row].opacity = percent / 100.0;
    setMaps(maps);
}

void MapLayersBox::setMaps(const QVector<BaseMap>& maps) {
    MapStyle style = m_state->mapStyle();
    if (style.baseMaps == maps) return;
    style.baseMaps = maps;
    remember(maps);
    m_state->setMapStyle(style);
}

}  // namespace mudeung
