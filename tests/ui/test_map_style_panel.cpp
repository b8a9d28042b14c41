// SPDX-License-Identifier: GPL-3.0-or-later
// The panel of the map's style: kernels at the same spread, and the bandwidth of the rule of thumb.
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QtTest>
#include <cmath>

#include "core/base/language.h"
#include "tests/ui/ui_test_support.h"
#include "ui/explore/map_style_panel.h"

using namespace mudeung;
using namespace mudeung::test;

class TestMapStylePanel : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        setInterfaceLanguage(QStringLiteral("en"));
        m_state.setWorkspace(smallWorkspace(m_folder.filePath(QStringLiteral("w.mudeung"))));
        QTRY_VERIFY(!m_state.busy() && m_state.answers() != nullptr);
    }

    void init() { m_state.setMapStyle({}); }

    void kernelsKeepTheSpread() {
        MapStylePanel panel(&m_state);
        auto* kernel = panel.findChild<QComboBox*>(QStringLiteral("kernel"));
        auto* meters = panel.findChild<QSpinBox*>();
        QCOMPARE(meters->value(), 500);
        MapStyle locked = m_state.mapStyle();
        locked.lockedMaximum = 7.0;
        m_state.setMapStyle(locked);
        choose(kernel, 2);
        QCOMPARE(m_state.mapStyle().kernel, Kernel::Gaussian);
        QCOMPARE(m_state.mapStyle().bandwidthMeters, 180.0);  // 500/√8, in tens
        QCOMPARE(m_state.mapStyle().lockedMaximum, 0.0);      // the top of another kernel says nothing
        QCOMPARE(meters->value(), 180);
        choose(kernel, 1);
        QCOMPARE(m_state.mapStyle().bandwidthMeters, 440.0);  // 180·√6
        choose(kernel, 0);
        QCOMPARE(m_state.mapStyle().bandwidthMeters, 510.0);
    }

    void ruleOfThumbIsOffered() {
        MapStylePanel panel(&m_state);
        auto* presets = panel.findChild<QComboBox*>(QStringLiteral("bandwidthPreset"));
        const int at = presets->findData(-1);
        QVERIFY(at >= 0);
        // Two stops 0.06° of longitude apart at 35.16° north and of nearly one weight: SD = 2,727 m, n_eff = 2,
        // 0.9·SD·2^(−0.2) = 2,137 m.
        const double apart = 0.06 * 111195.0 * std::cos(35.16 * 3.14159265358979 / 180.0);
        const int expected = static_cast<int>(std::lround(0.9 * apart / 2.0 * std::pow(2.0, -0.2) / 10.0)) * 10;
        QCOMPARE(presets->itemText(at), QStringLiteral("%1 m (rule of thumb)").arg(expected));
        choose(presets, at);
        QCOMPARE(m_state.mapStyle().bandwidthMeters, static_cast<double>(expected));
        QCOMPARE(presets->currentIndex(), at);
    }

    void classesFollowThePanel() {
        MapStyle areas;
        areas.kind = MapKind::Choropleth;
        m_state.setMapStyle(areas);
        MapStylePanel panel(&m_state);
        panel.show();
        auto* method = panel.findChild<QComboBox*>(QStringLiteral("classMethod"));
        auto* count = panel.findChild<QSpinBox*>(QStringLiteral("classCount"));
        auto* limits = panel.findChild<QLineEdit*>(QStringLiteral("classLimits"));
        QVERIFY(method->isEnabled() && count->isEnabled() && !limits->isVisible());
        choose(method, 1);
        count->setValue(7);
        QCOMPARE(m_state.mapStyle().classes, ClassMethod::Quantiles);
        QCOMPARE(m_state.mapStyle().classCount, 7);
        choose(method, 3);
        QVERIFY(!count->isEnabled());  // head/tail breaks find their own number
        choose(method, 4);
        QVERIFY(limits->isVisible());
        limits->setText(QStringLiteral("500; 100, many"));
        emit limits->editingFinished();
        QVERIFY(m_state.mapStyle().manualLimits.isEmpty() && !limits->toolTip().isEmpty());
        limits->setText(QStringLiteral("500; 100, 2000"));
        emit limits->editingFinished();
        QCOMPARE(m_state.mapStyle().manualLimits, (QVector<double>{100, 500, 2000}));
        QVERIFY(limits->toolTip().isEmpty());
    }

private:
    static void choose(QComboBox* box, int index) {
        box->setCurrentIndex(index);
        emit box->activated(index);
    }

    QTemporaryDir m_folder;
    WorkspaceState m_state;
};

MUDEUNG_UI_TEST_MAIN(TestMapStylePanel)
#include "test_map_style_panel.moc"
