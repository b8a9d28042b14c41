// SPDX-License-Identifier: GPL-3.0-or-later
// What else the map shows: boundaries, names, dots, and the user's own base map files, remembered for the user. Opens no file.
#pragma once

#include <QVector>

#include "ui/common/map_style.h"
#include "ui/common/panel.h"

class QCheckBox;
class QLabel;
class QListWidget;
class QSlider;
class QToolButton;

namespace mudeung {

class WorkspaceState;

class MapLayersBox : public Panel {
    Q_OBJECT
public:
    explicit MapLayersBox(WorkspaceState* state, QWidget* parent = nullptr);

    /// Adds files on top of the others; one that is there already is shown again.
    void addFiles(const QStringList& paths);

protected:
    void retranslate() override;

private:
    void build();
    void refresh();
    void refreshList(const QVector<BaseMap>& maps);
    void applyChecks();
    void applyList();
    void chooseFiles();
    void removeCurrent();
    void setOpacity(int percent);
    /// Sets the list and remembers it for the next start.
    void setMaps(const QVector<BaseMap>& maps);

    WorkspaceState* m_state;
    QCheckBox* m_dongs;
    QCheckBox* m_names;
    QCheckBox* m_places;
    QLabel* m_baseLabel;
    QListWidget* m_list;
    QToolButton* m_add;
    QToolButton* m_remove;
    QLabel* m_opacityLabel;
    QSlider* m_opacity;
    bool m_updating = false;
};

}  // namespace mudeung
