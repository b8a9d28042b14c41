// SPDX-License-Identifier: GPL-3.0-or-later
// Plays a question frame by frame: step, speed, loop, keys. Shows frames through WorkspaceState; the question itself comes back at the end.
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QVector>

#include "ui/common/frames.h"
#include "ui/common/map_style.h"
#include "ui/common/panel.h"

class QComboBox;
class QToolButton;

namespace mudeung {

class WorkspaceState;

class Player : public Panel {
    Q_OBJECT
public:
    explicit Player(WorkspaceState* state, QWidget* parent = nullptr);

    bool isOn() const { return !m_frames.isEmpty(); }
    bool isPlaying() const { return m_timer.isActive(); }
    int frame() const { return m_at; }
    int frames() const { return static_cast<int>(m_frames.size()); }
    void setStep(FrameStep step);
    FrameStep step() const;
    double framesPerSecond() const;

public slots:
    void playOrPause();
    void next();
    void previous();
    /// Back to the question that was played.
    void stop();

protected:
    void retranslate() override;

private:
    bool begin();
    void showFrame(int frame);
    void tick();
    void forgetFrames();
    void followState();
    /// The frame with the most, whose map has the scale of all.
    int busiest() const;

    WorkspaceState* m_state;
    QToolButton* m_back;
    QToolButton* m_play;
    QToolButton* m_ahead;
    QToolButton* m_stop;
    QToolButton* m_loop;
    QComboBox* m_step;
    QComboBox* m_speed;
    QTimer m_timer;
    QVector<Frame> m_frames;
    int m_at = -1;
    bool m_rewound = true;  ///< the next frame is the first
    Query m_question;
    MapStyle m_style;         ///< before the scale was locked
    bool m_scaling = false;   ///< the busiest frame is being drawn for its scale
    bool m_changing = false;  ///< the change of query is ours
};

}  // namespace mudeung
