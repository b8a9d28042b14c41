// SPDX-License-Identifier: GPL-3.0-or-later
// How the map shows the answer: kind, bandwidth, locked scale, what else is drawn. Speaks to WorkspaceState only.
#pragma once

#include <QVector>

#include "ui/common/panel.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace mudeung {

struct MapStyle;
class WorkspaceState;

class MapStylePanel : public Panel {
    Q_OBJECT
public:
    explicit MapStylePanel(WorkspaceState* state, QWidget* parent = nullptr);

protected:
    void retranslate() override;
    void catchUp() override { refresh(); }

private:
    void refresh();
    void refreshLock();
    void refreshKinds(const MapStyle& style, bool areasOnly);
    void apply();
    void lock(bool on);
    void changeKernel(int index);
    void changeClasses();
    void readLimits();
    /// The bandwidth that the rule of thumb gives for the answer, for the chosen kernel, in tens of metres; 0 = none.
    int ruleOfThumb() const;

    WorkspaceState* m_state;
    QVector<QToolButton*> m_kinds;
    QComboBox* m_cells;
    QLabel* m_bandwidthLabel;
    QComboBox* m_kernel;
    QComboBox* m_classes;
    QSpinBox* m_classCount;
    QLineEdit* m_limits;
    QComboBox* m_presets;
    QSpinBox* m_bandwidth;
    QCheckBox* m_lock;
    bool m_updating = false;
};

}  // namespace mudeung
