// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows before a workspace is open. Says what is wanted; does nothing itself.
#pragma once

#include "core/base/progress.h"
#include "ui/common/panel.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace mudeung {

class StartPage : public Panel {
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);
    void refreshRecent();
    /// True while a sample city is being made: the button waits.
    void setMakingSample(bool making);
    void setSampleProgress(const ProgressReport& report, bool cancelling);

signals:
    void sampleWanted();
    void sampleCancelled();
    void openWanted();
    void newWanted();
    void importWanted();
    void recentWanted(const QString& path);

protected:
    void retranslate() override;

private:
    QLabel* m_headline;
    QLabel* m_intro;
    QLabel* m_drop;
    QPushButton* m_import;
    QPushButton* m_sample;
    QWidget* m_progress;
    QProgressBar* m_bar;
    QLabel* m_phase;
    QPushButton* m_cancel;
    QPushButton* m_open;
    QPushButton* m_new;
    QLabel* m_recentLabel;
    QVBoxLayout* m_recent;
    bool m_making = false;
};

}  // namespace mudeung
