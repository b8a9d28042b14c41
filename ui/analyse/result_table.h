// SPDX-License-Identifier: GPL-3.0-or-later
// A table of a result with its search, and rows that are chosen together with places and areas of the map.
#pragma once

#include "ui/common/panel.h"
#include "ui/common/shown_result.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QToolButton;

namespace mudeung {

class ResultModel;
class WorkspaceState;

class ResultTableView : public Panel {
    Q_OBJECT
public:
    explicit ResultTableView(WorkspaceState* state, QWidget* parent = nullptr);
    void setResult(const ShownResultPtr& result);
    QPushButton* saveButton() const { return m_save; }

signals:
    void saveWanted();

protected:
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void showTable(int index);
    int contentWidth(int column) const;
    void fitColumns();
    void filter();
    void followSelection();
    void publishSelection();
    bool areasAreRows() const;
    QStringList chosen() const;

    WorkspaceState* m_state;
    ShownResultPtr m_result;
    ResultModel* m_model;
    QComboBox* m_tables;
    QLineEdit* m_search;
    QToolButton* m_only;
    QPushButton* m_copy;
    QPushButton* m_save;
    QLabel* m_count;
    QTableView* m_view;
    bool m_updating = false;
    bool m_pulled = false;  ///< somebody has set a width by hand
    bool m_fitting = false;
    int m_fitted = 0;  ///< width of the view that the columns were fitted to
};

}  // namespace mudeung
