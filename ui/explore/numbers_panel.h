// SPDX-License-Identifier: GPL-3.0-or-later
// The answer in a few numbers: total, share, per day, selection with rank, coverage. Speaks to WorkspaceState only.
#pragma once

#include <QVector>

#include "ui/common/panel.h"

class QLabel;

namespace mudeung {

class NumberRows;
class StillLabel;
class WorkspaceState;

class NumbersPanel : public Panel {
    Q_OBJECT
public:
    explicit NumbersPanel(WorkspaceState* state, QWidget* parent = nullptr);
    /// Name and value of each line, for copying and for tests.
    QVector<std::pair<QString, QString>> lines() const { return m_lines; }

protected:
    void retranslate() override;
    void catchUp() override { refresh(); }

private:
    void refresh();
    void addTotal();
    void addSelection();
    void addCoverage();

    WorkspaceState* m_state;
    StillLabel* m_total;
    StillLabel* m_what;
    NumberRows* m_rows;
    QLabel* m_message;
    QVector<std::pair<QString, QString>> m_lines;
};

}  // namespace mudeung
