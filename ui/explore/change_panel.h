// SPDX-License-Identifier: GPL-3.0-or-later
// What the question is compared with, and the change place by place. Speaks to WorkspaceState only.
#pragma once

#include <QSet>

#include "ui/common/panel.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QToolButton;

namespace mudeung {

class ChangeFilter;
class ChangeModel;
class WorkspaceState;

class ChangePanel : public Panel {
    Q_OBJECT
public:
    explicit ChangePanel(WorkspaceState* state, QWidget* parent = nullptr);
    /// What to compare with, and whether on the map, for whoever has a better place for it than above the table.
    QWidget* tools() const { return m_choice; }

signals:
    /// A file was chosen; whoever owns the tasks writes it.
    void saveWanted(const QString& path);

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildTable();
    void choose(int index);
    void refresh();
    void nameCounterpart();
    void showSelection();
    void sayTotals(const QSet<QString>& selected);
    void publishSelection();
    void askExport();

    WorkspaceState* m_state;
    ChangeModel* m_model;
    ChangeFilter* m_proxy;
    QWidget* m_choice;
    QComboBox* m_with;
    QCheckBox* m_onMap;
    QLabel* m_summary;
    bool m_isRoomy = true;
    QString m_headline;  ///< the change of everything
    QToolButton* m_only;
    QLineEdit* m_search;
    QTableView* m_view;
    QPushButton* m_copy;
    QPushButton* m_export;
    bool m_updating = false;
};

}  // namespace mudeung
