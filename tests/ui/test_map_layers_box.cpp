// SPDX-License-Identifier: GPL-3.0-or-later
// The layers of the map's panel: base map files are added, faded, removed and remembered; grids are chosen beside them.
#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QSlider>
#include <QToolButton>
#include <QtTest>

#include "core/base/language.h"
#include "tests/ui/ui_test_support.h"
#include "ui/common/settings_keys.h"
#include "ui/explore/map_layers_box.h"
#include "ui/explore/map_style_panel.h"

using namespace mudeung;
using namespace mudeung::test;

class TestMapLayersBox : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        setInterfaceLanguage(QStringLiteral("en"));
        m_state.setWorkspace(smallWorkspace(m_folder.filePath(QStringLiteral("w.mudeung"))));
        QTRY_VERIFY(!m_state.busy() && m_state.answers() != nullptr);
    }

    void init() {
        settings::open().remove(settings::kBaseMaps);
        m_state.setMapStyle({});
    }

    void cleanupTestCase() { settings::open().remove(settings::kBaseMaps); }

    void filesAreAddedFadedAndRemoved() {
        MapLayersBox box(&m_state);
        auto* list = box.findChild<QListWidget*>(QStringLiteral("baseMaps"));
        auto* opacity = box.findChild<QSlider*>(QStringLiteral("baseMapOpacity"));
        auto* remove = box.findChild<QToolButton*>(QStringLiteral("removeBaseMap"));
        QVERIFY(!opacity->isEnabled() && !remove->isEnabled() && !remove->toolTip().isEmpty());
        box.addFiles({QStringLiteral("/data/a.mbtiles"), QStringLiteral("/data/b.gpkg")});
        QCOMPARE(list->count(), 2);
        QCOMPARE(list->item(0)->text(), QStringLiteral("b.gpkg"));  // the last one lies on top
        QCOMPARE(m_state.mapStyle().baseMaps.size(), 2);
        QVERIFY(m_state.mapStyle().baseMaps[0].shown);
        list->setCurrentRow(1);
        opacity->setValue(40);
        QCOMPARE(m_state.mapStyle().baseMaps[1].opacity, 0.4);
        QCOMPARE(m_state.mapStyle().baseMaps[0].opacity, 1.0);
        list->item(1)->setCheckState(Qt::Unchecked);
        QVERIFY(!m_state.mapStyle().baseMaps[1].shown);
        box.addFiles({QStringLiteral("/data/a.mbtiles")});  // shown again, not twice
        QCOMPARE(list->count(), 2);
        QVERIFY(m_state.mapStyle().baseMaps[1].shown);
        list->setCurrentRow(0);
        QTest::mouseClick(remove, Qt::LeftButton);
        QCOMPARE(m_state.mapStyle().baseMaps.size(), 1);
        QCOMPARE(m_state.mapStyle().baseMaps[0].path, QStringLiteral("/data/a.mbtiles"));
    }

    void theListIsRemembered() {
        QVector<BaseMap> kept;
        {
            MapLayersBox box(&m_state);
            box.addFiles({QStringLiteral("/data/바탕 지도.mbtiles"), QStringLiteral("/data/b.gpkg")});
            box.findChild<QListWidget*>(QStringLiteral("baseMaps"))->item(0)->setCheckState(Qt::Unchecked);
            box.findChild<QSlider*>(QStringLiteral("baseMapOpacity"))->setValue(70);
            kept = m_state.mapStyle().baseMaps;
        }
        WorkspaceState next;
        MapLayersBox box(&next);
        QCOMPARE(next.mapStyle().baseMaps, kept);
        QVERIFY(!kept[0].shown && kept[1].shown);
        QCOMPARE(kept[0].opacity, 0.7);
    }

    void whatCannotBeOpenedIsUnticked() {
        MapLayersBox box(&m_state);
        box.addFiles({QStringLiteral("/data/a.mbtiles")});
        MapStyle style = m_state.mapStyle();  // as the map does it
        style.baseMaps[0].shown = false;
        m_state.setMapStyle(style);
        QCOMPARE(box.findChild<QListWidget*>(QStringLiteral("baseMaps"))->item(0)->checkState(), Qt::Unchecked);
    }

    void checkBoxes() {
        MapLayersBox box(&m_state);
        for (const char* name : {"layerDongs", "layerNames", "layerPlaces"}) {
            auto* check = box.findChild<QCheckBox*>(QLatin1String(name));
            QVERIFY(check && check->isChecked() && !check->accessibleName().isEmpty());
            check->click();
        }
        const MapStyle style = m_state.mapStyle();
        QVERIFY(!style.showDongs && !style.showNames && !style.showPlaces);
    }

    void gridsAreOffered() {
        MapStylePanel panel(&m_state);
        auto* cells = panel.findChild<QComboBox*>(QStringLiteral("gridSize"));
        auto* hexagons = panel.findChild<QToolButton*>(QStringLiteral("kindHexagons"));
        QVERIFY(!cells->isEnabled() && hexagons->isEnabled());
        QCOMPARE(cells->currentText(), QStringLiteral("500 m"));
        hexagons->click();
        QCOMPARE(m_state.mapStyle().kind, MapKind::Hexagons);
        QVERIFY(cells->isEnabled() && panel.findChild<QComboBox*>(QStringLiteral("classMethod"))->isEnabled());
        MapStyle locked = m_state.mapStyle();
        locked.lockedMaximum = 10.0;
        m_state.setMapStyle(locked);
        const int thousand = cells->findData(1000);
        cells->setCurrentIndex(thousand);
        emit cells->activated(thousand);
        QCOMPARE(m_state.mapStyle().gridMeters, 1000);
        QCOMPARE(m_state.mapStyle().lockedMaximum, 0.0);  // sums of other cells are on another scale
        panel.findChild<QToolButton*>(QStringLiteral("kindSquares"))->click();
        QCOMPARE(m_state.mapStyle().kind, MapKind::Squares);
        QCOMPARE(m_state.mapStyle().gridMeters, 1000);
    }

private:
    QTemporaryDir m_folder;
    WorkspaceState m_state;
};

MUDEUNG_UI_TEST_MAIN(TestMapLayersBox)
#include "test_map_layers_box.moc"
