// SPDX-License-Identifier: GPL-3.0-or-later
// The daily totals of the query without its period, and the period drawn on them. Speaks to WorkspaceState only.
#pragma once

#include "core/model/table.h"
#include "ui/common/panel.h"

namespace mudeung {

class ChartTable;
class TimelineView;
class Player;
class WorkspaceState;

class TimelinePanel : public Panel {
    Q_OBJECT
public:
    explicit TimelinePanel(WorkspaceState* state, QWidget* parent = nullptr);
    TimelineView* view() const { return m_view; }
    /// Play, step and speed, for whoever has a better place for them than above the days.
    Player* player() const { return m_player; }

    /// The days as a table instead of a picture (key T).
    void setTable(bool on);
    bool isTable() const { return m_isTable; }
    /// The table twin; null before it was shown first.
    ChartTable* table() const { return m_table; }

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh();
    void fillTable();

    WorkspaceState* m_state;
    TimelineView* m_view;
    Player* m_player;
    ChartTable* m_table = nullptr;
    TablePtr m_shownDays;  ///< whose days the view has; null while it has none
    bool m_isTable = false;
};

}  // namespace mudeung
