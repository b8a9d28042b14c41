// SPDX-License-Identifier: GPL-3.0-or-later
// The ranking of places with search, selection and export. Speaks to WorkspaceState only.
#pragma once

#include "ui/common/panel.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace mudeung {

class TopPlacesModel;
class WorkspaceState;

class TopPlacesPanel : public Panel {
    Q_OBJECT
public:
    explicit TopPlacesPanel(WorkspaceState* state, QWidget* parent = nullptr);

signals:
    /// A file was chosen; whoever owns the tasks writes it.
    void saveWanted(const QString& path);

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void showSelection();
    void publishSelection();
    void askExport();

    WorkspaceState* m_state;
    TopPlacesModel* m_model;
    QLabel* m_empty;
    QLineEdit* m_search;
    QTableView* m_view;
    QPushButton* m_copy;
    QPushButton* m_export;
    bool m_updating = false;
};

}  // namespace mudeung
