// SPDX-License-Identifier: GPL-3.0-or-later
// Assembles the window: panels, menus, message bar, status line, drag and drop. Counts nothing, draws nothing, knows no QGIS:
// the map comes from a factory.
#pragma once

#include <QMainWindow>
#include <functional>

#include "core/base/result.h"
#include "core/task/task_runner.h"
#include "ui/common/workspace_state.h"

class QAction;
class QActionGroup;
class QDockWidget;
class QMenu;
class QStackedWidget;

namespace mudeung {

class DataPanel;
class GroupsPanel;
class ImportDialog;
class MessageBar;
class StartPage;
class TopPlacesPanel;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    using MapFactory = std::function<QWidget*(WorkspaceState*, QWidget*)>;
    using SaveMap = std::function<Status(const QString& path)>;

    MainWindow(WorkspaceState* state, TaskRunner* tasks, const MapFactory& mapFactory, SaveMap saveMap = {});
    ~MainWindow() override;

    void openWorkspace(const QString& path);
    void createWorkspace(const QString& path);
    void makeSample(const QString& path);
    /// Workspaces are opened, anything else is imported.
    void openFiles(const QStringList& paths);
    MessageBar* messageBar() const { return m_messages; }
    ImportDialog* importDialog() const { return m_import; }

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Dock {
        QDockWidget* widget;
        const char* title;
    };
    void buildCentre(const MapFactory& mapFactory);
    void buildDocks();
    void addDock(const char* title, const QString& name, QWidget* content, Qt::DockWidgetArea area, bool scrolls);
    void buildMenus();
    QAction* addAction(QMenu* menu, const char* text, const QKeySequence& shortcut, const std::function<void()>& run);
    void buildViewMenu();
    void connectState();
    void retranslate();
    void rebuildRecent();
    void restoreWindow();
    void spreadDocks();
    void followWorkspace();
    void adopt(const QString& path, Result<std::shared_ptr<Workspace>> opened);
    void importFiles(const QStringList& paths);
    void askOpen();
    void askNew();
    void askImport();
    void askSample();
    void askSaveMap();
    void askSaveChart();
    void askRemoveDataset();
    void explainEmpty();
    void about();

    WorkspaceState* m_state;
    TaskRunner* m_tasks;
    SaveMap m_saveMap;
    LatestOnly m_emptyTask;
    QStackedWidget* m_pages = nullptr;
    StartPage* m_start = nullptr;
    QWidget* m_map = nullptr;
    MessageBar* m_messages = nullptr;
    GroupsPanel* m_groups = nullptr;
    TopPlacesPanel* m_places = nullptr;
    ImportDialog* m_import = nullptr;
    QVector<Dock> m_docks;
    QVector<std::pair<QAction*, const char*>> m_actions;
    QVector<std::pair<QMenu*, const char*>> m_menus;
    QVector<QAction*> m_needWorkspace;
    QAction* m_back = nullptr;
    QMenu* m_recentMenu = nullptr;
    QMenu* m_panelsMenu = nullptr;
    QStringList m_pendingImports;
};

}  // namespace mudeung
