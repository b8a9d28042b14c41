// SPDX-License-Identifier: GPL-3.0-or-later
// The daily totals of the query without its period, and the period drawn on them. Speaks to WorkspaceState only.
#pragma once

#include "ui/common/panel.h"

namespace mudeung {

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

protected:
    void retranslate() override;

private:
    void refresh();

    WorkspaceState* m_state;
    TimelineView* m_view;
    Player* m_player;
};

}  // namespace mudeung
