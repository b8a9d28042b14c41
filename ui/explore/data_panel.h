// SPDX-License-Identifier: GPL-3.0-or-later
// The list of what the workspace holds; choosing a cube makes it the subject of the query. Speaks to WorkspaceState only.
#pragma once

#include "ui/common/panel.h"

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace mudeung {

class WorkspaceState;
struct Dataset;

class DataPanel : public Panel {
    Q_OBJECT
public:
    explicit DataPanel(WorkspaceState* state, QWidget* parent = nullptr);

signals:
    void importWanted();

protected:
    void retranslate() override;

private:
    void rebuild();
    void showCurrent();
    QTreeWidgetItem* itemFor(const Dataset& dataset) const;

    WorkspaceState* m_state;
    QTreeWidget* m_tree;
    QLabel* m_details;
    bool m_updating = false;
};

}  // namespace mudeung
