// SPDX-License-Identifier: GPL-3.0-or-later
// How complete and steady the numbers of the dataset are: strip of places and weeks, and a table of findings. Counts only while it is
// seen. Speaks to WorkspaceState only.
#pragma once

#include "core/analysis/quality/quality.h"
#include "core/task/task_runner.h"
#include "ui/common/panel.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace mudeung {

class QualityModel;
class QualityStrip;
class WorkspaceState;

class QualityPanel : public Panel {
    Q_OBJECT
public:
    QualityPanel(WorkspaceState* state, TaskRunner* runner, QWidget* parent = nullptr);
    /// What is shown; null before the first result and while the data has no single days.
    QualityViewPtr view() const { return m_quality; }
    QualityStrip* strip() const { return m_strip; }

protected:
    void retranslate() override;
    void catchUp() override { refresh(); }
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildTable();
    void refresh();
    void start(const Query& query);
    void take(const QualityViewPtr& quality);
    void say(const QString& message);
    void fillKinds();
    void showTexts();
    void filterKind();
    void showSelection();
    void publishSelection();

    WorkspaceState* m_state;
    LatestOnly m_task;
    QualityModel* m_model;
    QSortFilterProxyModel* m_proxy;
    QLabel* m_summary;
    QualityStrip* m_strip;
    QComboBox* m_kinds;
    QPushButton* m_copy;
    QTableView* m_view;
    QualityViewPtr m_quality;
    Query m_asked;         ///< what is shown or being counted
    bool m_known = false;  ///< m_asked is that
    bool m_running = false;
    bool m_updating = false;
};

}  // namespace mudeung
