// SPDX-License-Identifier: GPL-3.0-or-later
// Assembles the window: panels, menus, message bar, status line, drag and drop. Counts nothing, draws nothing, knows no QGIS:
// the map comes from a factory.
#pragma once

#include <QImage>
#include <QMainWindow>
#include <functional>

#include "core/base/result.h"
#include "core/chart/chart_spec.h"
#include "core/task/task_runner.h"
#include "ui/common/frames.h"
#include "ui/common/workspace_state.h"

class QAction;
class QActionGroup;
class QDockWidget;
class QLabel;
class QMenu;
class QStackedWidget;

namespace mudeung {

class AnalysePanel;
class AskBox;
class DataPanel;
class GroupsPanel;
class ImportDialog;
class MessageBar;
class Player;
class StartPage;
class TopPlacesPanel;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    using MapFactory = std::function<QWidget*(WorkspaceState*, QWidget*)>;
    using WriteFile = std::function<Status(Progress&)>;
    /// How the map leaves the window. Each takes what the map shows now, on the GUI thread; what it returns draws and writes on another
    /// thread. What is empty is not offered.
    struct MapOutput {
        std::function<WriteFile(const QString& path, int scale)> save;
        std::function<std::function<Result<QImage>(Progress&)>()> image;
        std::function<WriteFile(const QString& path)> report;
        std::function<WriteFile(const ShownResultPtr& result, const QString& path, int scale)> result;  ///< as a page
        std::function<WriteFile(const QString& path, FrameStep step, double framesPerSecond)> animation;
    };

    MainWindow(WorkspaceState* state, TaskRunner* tasks, const MapFactory& mapFactory, MapOutput output = {});
    ~MainWindow() override;

    void openWorkspace(const QString& path);
    void createWorkspace(const QString& path);
    void makeSample(const QString& path);
    /// For a workspace on a network drive: copies it to `target`, then opens the copy.
    void copyAndOpen(const QString& path, const QString& target);
    /// Workspaces are opened, anything else is imported.
    void openFiles(const QStringList& paths);
    MessageBar* messageBar() const { return m_messages; }
    ImportDialog* importDialog() const { return m_import; }

    static int pictureScale();  ///< 1 to 4, of the settings

    // What the menu does once a file is chosen; the kind of file follows from its ending.
    void saveMap(const QString& path);
    void saveTable(const QString& path);                                          ///< the places of the answer
    void saveChange(const QString& path);                                         ///< the comparison
    void saveResult(const mudeung::ShownResultPtr& result, const QString& path);  ///< of an analysis
    void saveResultChart(const mudeung::ShownResultPtr& result, const mudeung::ChartSpec& spec, const QString& path);
    void saveChart(const mudeung::ChartSpec& spec, const mudeung::TablePtr& table, const QString& path);

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
    void addDock(const char* title, const QString& name, QWidget* content, Qt::DockWidgetArea area, bool scrolls, QWidget* tools = nullptr);
    void buildMenus();
    QAction* addAction(QMenu* menu, const char* text, const QKeySequence& shortcut, const std::function<void()>& run);
    void buildViewMenu();
    void buildFiles(QMenu* file);
    void buildAnalyse(QMenu* analyse);
    /// The panel of analyses needs the height of the window: the other panels of its side stand back while it is there.
    void followAnalyse(bool shown);
    void widenAnalyse();
    void openAnalyse(int page);
    void buildQuestions(QMenu* data);
    void followQuestion();
    void reloadQuestions();
    void openQuestion(const Query& query);
    void askSaveQuestion();
    void saveQuestion(const QString& name);
    void askForgetQuestion(const QStringList& names);
    void changeQuestions(const QString& title, const std::function<Status(Workspace&)>& change, const QString& ended);
    void copyQuestion();
    void pasteQuestion();
    /// Brings the panel to the front that shows rows of this kind.
    void showRows(mudeung::Breakdown by);
    void showFrame(const QString& label);
    void connectState();
    void retranslate();
    void rebuildRecent();
    void restoreWindow();
    void spreadDocks();
    void followWorkspace();
    /// A workspace with the list of its datasets, both read off the GUI thread.
    struct Opened {
        std::shared_ptr<Workspace> workspace;
        QVector<Dataset> datasets;
        bool writtenElsewhere = false;  ///< read-only, because another window or program holds it for writing
    };
    static Result<Opened> withDatasets(Result<std::shared_ptr<Workspace>> workspace);
    void adopt(const QString& path, const Result<Opened>& opened);
    void importFiles(const QStringList& paths);
    void sayWrittenElsewhere(const QString& path);
    void askLocalCopy(const QString& path);
    void askOpen();
    void askNew();
    void askImport();
    void askSample();
    void askSaveMap();
    void askSaveChart();
    void askSaveTable();
    void askSaveReport();
    void askSaveAnimation();
    void copyMap();
    void copyTable();
    /// Runs `write` as a task and says how it ended.
    void save(const QString& path, WriteFile write);
    bool mayClose();
    void showImportResult(const QString& text, bool refused);
    void askRemoveDataset();
    void explainEmpty();
    void useMemorySetting();
    void askMemory();
    void about();

    WorkspaceState* m_state;
    TaskRunner* m_tasks;
    MapOutput m_output;
    LatestOnly m_emptyTask;
    LatestOnly m_questionsTask;
    QStackedWidget* m_pages = nullptr;
    StartPage* m_start = nullptr;
    QWidget* m_map = nullptr;
    QLabel* m_frame = nullptr;  ///< over the map, while frames are played
    Player* m_player = nullptr;
    MessageBar* m_messages = nullptr;
    AskBox* m_ask = nullptr;
    GroupsPanel* m_groups = nullptr;
    AnalysePanel* m_analyse = nullptr;
    QDockWidget* m_analyseDock = nullptr;
    TopPlacesPanel* m_places = nullptr;
    ImportDialog* m_import = nullptr;
    QVector<Dock> m_docks;
    QVector<std::pair<QAction*, const char*>> m_actions;
    QVector<std::pair<QMenu*, const char*>> m_menus;
    QVector<QAction*> m_needWorkspace;
    QAction* m_back = nullptr;
    QAction* m_forward = nullptr;
    QMenu* m_savedMenu = nullptr;
    QMenu* m_recentMenu = nullptr;
    QMenu* m_panelsMenu = nullptr;
    QStringList m_pendingImports;
    TaskId m_sampleTask = 0;
};

}  // namespace mudeung
