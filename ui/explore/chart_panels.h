// SPDX-License-Identifier: GPL-3.0-or-later
// Charts of the current answers: groups, months. A click filters the query; each speaks to WorkspaceState only.
#pragma once

#include "core/chart/crosswalk.h"
#include "ui/common/panel.h"

class QComboBox;

namespace mudeung {

class ChartView;
class WorkspaceState;

/// Bars of the groups, now over everyone; a click adds or removes a group.
class GroupsPanel : public Panel {
    Q_OBJECT
public:
    explicit GroupsPanel(WorkspaceState* state, QWidget* parent = nullptr);
    ChartView* chart() const { return m_chart; }
    /// How people are grouped, for whoever has a better place for it than above the chart.
    QWidget* tools() const;

protected:
    void retranslate() override;

private:
    void refresh();
    BandScheme scheme();
    void toggle(const QString& group);
    void choose(const QStringList& keys);

    QComboBox* m_scheme;
    WorkspaceState* m_state;
    ChartView* m_chart;
};

/// Months over time; a click takes that month as the period.
class TrendPanel : public Panel {
    Q_OBJECT
public:
    explicit TrendPanel(WorkspaceState* state, QWidget* parent = nullptr);
    ChartView* chart() const { return m_chart; }

protected:
    void retranslate() override;

private:
    void refresh();
    void toggleMonth(const QString& key);

    WorkspaceState* m_state;
    ChartView* m_chart;
};

}  // namespace mudeung
