// SPDX-License-Identifier: GPL-3.0-or-later
// The title bar of a panel: its name, what the panel wants to have there, and a close button large enough to hit. Knows no panel.
#pragma once

#include "ui/common/panel.h"

class QDockWidget;
class QLabel;
class QToolButton;

namespace mudeung {

class DockTitle : public Panel {
    Q_OBJECT
public:
    /// `tools` may be null; otherwise it moves into the bar.
    DockTitle(QDockWidget* dock, QWidget* tools);
    QSize minimumSizeHint() const override;

protected:
    void retranslate() override;

private:
    QDockWidget* m_dock;
    QLabel* m_name;
    QToolButton* m_close;
};

}  // namespace mudeung
