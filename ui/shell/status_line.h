// SPDX-License-Identifier: GPL-3.0-or-later
// One line about the numbers on screen: as-of date, places with and without coordinates, total, source, sample stamp.
#pragma once

#include "ui/common/panel.h"

class QLabel;

namespace mudeung {

class StillLabel;
class WorkspaceState;

class StatusLine : public Panel {
    Q_OBJECT
public:
    explicit StatusLine(WorkspaceState* state, QWidget* parent = nullptr);
    QString text() const;

protected:
    void retranslate() override;

private:
    void refresh();

    WorkspaceState* m_state;
    StillLabel* m_text;
    QLabel* m_stamp;
};

}  // namespace mudeung
