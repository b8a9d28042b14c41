// SPDX-License-Identifier: GPL-3.0-or-later
// The ranking of places with search, selection and export. Speaks to WorkspaceState only.
#pragma once

#include "ui/common/panel.h"

class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace mudeung {

class TopPlacesModel;
class WorkspaceState;

class TopPlacesPanel : public Panel {
    Q_OBJECT
public:
    explicit TopPlacesPanel(WorkspaceState* state, QWidget* parent = nullptr);
    /// Writes all rows as CSV with a byte order mark, so that spreadsheets read Hangul.
    bool exportCsv(const QString& path) const;

signals:
    void exportFailed(const QString& message);

protected:
    void retranslate() override;

private:
    void refresh();
    void showSelection();
    void publishSelection();
    void copyRows();
    void askExport();

    WorkspaceState* m_state;
    TopPlacesModel* m_model;
    QSortFilterProxyModel* m_proxy;
    QLineEdit* m_search;
    QTableView* m_view;
    QPushButton* m_copy;
    QPushButton* m_export;
    bool m_updating = false;
};

}  // namespace mudeung
