// SPDX-License-Identifier: GPL-3.0-or-later
// Over the map while it shows a result of an analysis: which one, and the way back to the question.
#pragma once

#include <QFrame>

#include "ui/map/map_palette.h"

class QLabel;
class QPushButton;

namespace mudeung {

class WorkspaceState;

class ResultChip : public QFrame {
    Q_OBJECT
public:
    ResultChip(WorkspaceState* state, QWidget* parent);
    void applyTheme(const MapPalette& palette);
    /// In the middle of the upper edge of `map`, as wide as its words, keeping clear of `left` and `right` pixels.
    void place(const QRect& map, int top, int left, int right);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    QString worded(const QString& title) const;

    WorkspaceState* m_state;
    QLabel* m_label;
    QPushButton* m_back;
    QString m_title;
    bool m_current = true;  ///< of the question of now
    QRect m_map;
    int m_top = 0;
    int m_left = 0;
    int m_right = 0;
};

}  // namespace mudeung
