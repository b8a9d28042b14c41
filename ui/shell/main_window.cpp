// SPDX-License-Identifier: GPL-3.0-or-later
// Workspaces, imports and messages of the window. Menus and docks are built in window_layout.cpp.
#include "ui/shell/main_window.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QUrl>

#include "core/model/names.h"
#include "core/sample/sample_city.h"
#include "ui/common/message_bar.h"
#include "ui/common/relax.h"
#include "ui/common/settings_keys.h"
#include "ui/common/theme.h"
#include "ui/import/import_dialog.h"
#include "ui/shell/last_folder.h"
#include "ui/shell/recent_workspaces.h"
#include "ui/shell/start_page.h"

namespace mudeung {

namespace {

const auto kWorkspaceSuffix = QStringLiteral("mudeung");  // NOLINT

QString withSuffix(const QString& path) {
    return QFileInfo(path).suffix().isEmpty() ? path + QLatin1Char('.') + kWorkspaceSuffix : path;
}

QStringList localFiles(const QMimeData* mime) {
    QStringList files;
    for (const QUrl& url : mime->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    return files;
}

}  // namespace

MainWindow::MainWindow(WorkspaceState* state, TaskRunner* tasks, const MapFactory& mapFactory, MapOutput output)
    : m_state(state), m_tasks(tasks), m_output(std::move(output)), m_emptyTask(tasks), m_questionsTask(tasks) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    MapStyle style = state->mapStyle();
    style.dark = darkTheme();
    state->setMapStyle(style);
    setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowTabbedDocks | QMainWindow::AllowNestedDocks);
    buildCentre(mapFactory);
    buildDocks();
    buildMenus();
    connectState();
    retranslate();
    restoreWindow();
    useMemorySetting();
    followWorkspace();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectState() {
    connect(m_state, &WorkspaceState::failed, m_messages, &MessageBar::showError);
    connect(m_state, &WorkspaceState::workspaceChanged, this, &MainWindow::followWorkspace);
    connect(m_state, &WorkspaceState::queryChanged, this, &MainWindow::followQuestion);
    connect(m_state, &WorkspaceState::comparisonChanged, this, &MainWindow::followQuestion);
    connect(m_state, &WorkspaceState::frameLabelChanged, this, &MainWindow::showFrame);
    connect(m_state, &WorkspaceState::answersChanged, this, &MainWindow::explainEmpty);
    connect(m_state, &WorkspaceState::queryChanged, this, [this] { m_emptyTask.cancel(); });
    connect(m_start, &StartPage::sampleCancelled, this, [this] { m_tasks->cancel(m_sampleTask); });
    connect(m_tasks, &TaskRunner::taskProgressed, this, [this](quint64 id) {
        if (id != m_sampleTask) return;
        for (const TaskState& task : m_tasks->tasks())
            if (task.id == id) m_start->setSampleProgress(task.progress, task.cancelling);
    });
    connect(m_start, &StartPage::sampleWanted, this, &MainWindow::askSample);
    connect(m_start, &StartPage::openWanted, this, &MainWindow::askOpen);
    connect(m_start, &StartPage::newWanted, this, &MainWindow::askNew);
    connect(m_start, &StartPage::importWanted, this, &MainWindow::askImport);
    connect(m_start, &StartPage::recentWanted, this, &MainWindow::openWorkspace);
}

void MainWindow::followWorkspace() {
    const auto workspace = m_state->workspace();
    m_pages->setCurrentIndex(workspace ? 1 : 0);
    for (const Dock& dock : m_docks)
        dock.widget->setVisible(workspace != nullptr && dock.widget->property("wanted").toBool() &&
                                !dock.widget->property("standsBack").toBool());
    // Panels that were hidden until now get their place first; what is divided before that is lost.
    if (workspace && settings::open().value(QLatin1String(settings::kDockState)).isNull())
        QMetaObject::invokeMethod(this, &MainWindow::spreadDocks, Qt::QueuedConnection);
    for (QAction* action : m_needWorkspace) action->setEnabled(workspace != nullptr);
    followQuestion();
    reloadQuestions();
    setWindowTitle(workspace ? tr("%1 – Mudeung").arg(QFileInfo(workspace->path()).completeBaseName()) : tr("Mudeung"));
    m_messages->clear();
    if (workspace && workspace->isReadOnly())
        m_messages->showMessage(MessageBar::Level::Info,
                                tr("This workspace is open for reading only. Imports need a copy that you may write: save one elsewhere."));
}

Result<MainWindow::Opened> MainWindow::withDatasets(Result<std::shared_ptr<Workspace>> workspace) {
    if (!workspace) return workspace.error();
    auto datasets = workspace.value()->datasets();
    if (!datasets) return datasets.error();
    return Opened{workspace.value(), datasets.value(), false};
}

void MainWindow::adopt(const QString& path, const Result<Opened>& opened) {
    if (!opened) {
        m_pendingImports.clear();
        if (opened.error().code == ErrorCode::NetworkDrive) {
            m_messages->showMessage(MessageBar::Level::Warning, opened.error().message, {}, tr("Copy to this computer …"),
                                    [this, path] { askLocalCopy(path); });
            return;
        }
        m_messages->showError(opened.error());
        return;
    }
    noteRecentWorkspace(path);
    rebuildRecent();
    m_state->setWorkspace(opened.value().workspace, opened.value().datasets);
    if (opened.value().writtenElsewhere) sayWrittenElsewhere(path);
    const QStringList pending = m_pendingImports;
    m_pendingImports.clear();
    if (!pending.isEmpty()) importFiles(pending);
}

void MainWindow::sayWrittenElsewhere(const QString& path) {
    m_messages->showMessage(MessageBar::Level::Info,
                            tr("Another window or program has this workspace open for writing, so this one shows it for reading only. "
                               "What is imported there appears here when you come back to this window."),
                            {}, tr("Open for writing"), [this, path] { openWorkspace(path); });
}

void MainWindow::openWorkspace(const QString& path) {
    m_tasks->run(
        tr("Opening %1").arg(QFileInfo(path).fileName()),
        [path](Progress&) -> Result<Opened> {
            auto opened = Workspace::open(path, OpenMode::ReadWrite);
            // A file on a read-only medium, or one that another window writes to, can still be looked at.
            const bool retry = !opened && (opened.error().code == ErrorCode::Io || opened.error().code == ErrorCode::Busy);
            if (!retry) return withDatasets(std::move(opened));
            auto reading = withDatasets(Workspace::open(path, OpenMode::ReadOnly));
            if (!reading) return opened.error();
            reading.value().writtenElsewhere = opened.error().code == ErrorCode::Busy;
            return reading;
        },
        this, [this, path](const Result<Opened>& opened) { adopt(path, opened); });
}

void MainWindow::askLocalCopy(const QString& path) {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString target = QFileDialog::getSaveFileName(
        this, tr("Copy to this computer"), QDir(documents).filePath(QFileInfo(path).fileName()), tr("Mudeung workspaces (*.mudeung)"));
    if (!target.isEmpty()) copyAndOpen(path, withSuffix(target));
}

void MainWindow::copyAndOpen(const QString& path, const QString& target) {
    m_tasks->run(
        tr("Copying %1").arg(QFileInfo(path).fileName()),
        [path, target](Progress& progress) { return Workspace::copyToLocal(path, target, progress); }, this,
        [this, target](const Status& copied) {
            if (copied) {
                openWorkspace(target);
            } else if (copied.error().code != ErrorCode::Cancelled) {
                m_messages->showError(copied.error());
            }
        });
}

void MainWindow::createWorkspace(const QString& path) {
    m_tasks->run(
        tr("Creating %1").arg(QFileInfo(path).fileName()), [path](Progress&) { return withDatasets(Workspace::create(path)); }, this,
        [this, path](const Result<Opened>& opened) { adopt(path, opened); });
}

void MainWindow::makeSample(const QString& path) {
    if (m_sampleTask) return;
    if (QFileInfo(path).size() > 0) {
        openWorkspace(path);
        return;
    }
    QDir().mkpath(QFileInfo(path).absolutePath());
    m_start->setMakingSample(true);
    m_sampleTask = m_tasks->run(
        tr("Making the sample city"), [path](Progress& progress) { return makeSampleWorkspace(path, {}, progress); }, this,
        [this, path](const Status& made) {
            m_sampleTask = 0;
            m_start->setMakingSample(false);
            if (made) {
                openWorkspace(path);
            } else if (made.error().code != ErrorCode::Cancelled) {
                m_messages->showError(made.error());
            }
        });
}

void MainWindow::openFiles(const QStringList& paths) {
    QStringList imports;
    for (const QString& path : paths) {
        if (QFileInfo(path).suffix().toLower() == kWorkspaceSuffix) {
            openWorkspace(path);
        } else {
            imports << path;
        }
    }
    if (!imports.isEmpty()) importFiles(imports);
}

void MainWindow::importFiles(const QStringList& paths) {
    if (!m_state->workspace()) {
        m_pendingImports = paths;
        m_messages->showMessage(MessageBar::Level::Info, tr("An import needs a workspace: the file that will hold the numbers."), {},
                                tr("New workspace …"), [this] { askNew(); });
        return;
    }
    if (m_state->workspace()->isReadOnly()) {
        m_messages->showMessage(MessageBar::Level::Warning, tr("This workspace is open for reading only, so nothing can be imported."));
        return;
    }
    if (!m_import) {
        m_import = new ImportDialog(m_state, m_tasks, this);
        connect(m_import, &ImportDialog::endedUnseen, this, &MainWindow::showImportResult);
    }
    m_import->addFiles(paths);
    m_import->show();
    m_import->raise();
}

void MainWindow::askOpen() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open workspace"), lastFolder(), tr("Mudeung workspaces (*.mudeung)"));
    if (path.isEmpty()) return;
    noteFolder(path);
    openWorkspace(path);
}

void MainWindow::askNew() {
    const QString proposed = QDir(lastFolder()).filePath(tr("city") + QLatin1Char('.') + kWorkspaceSuffix);
    const QString path = QFileDialog::getSaveFileName(this, tr("New workspace"), proposed, tr("Mudeung workspaces (*.mudeung)"));
    if (path.isEmpty()) return;
    noteFolder(path);
    createWorkspace(withSuffix(path));
}

void MainWindow::askImport() {
    const QStringList paths = QFileDialog::getOpenFileNames(this, tr("Import files"), lastFolder());
    if (paths.isEmpty()) return;
    noteFolder(paths.first());
    importFiles(paths);
}

void MainWindow::askSample() {
    // The same place on every start and for every way of making it: the folder of the program below the user's data.
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    makeSample(QDir(folder).filePath(QStringLiteral("mudeung/sample-city.mudeung")));
}

void MainWindow::showImportResult(const QString& text, bool refused) {
    m_messages->showMessage(refused ? MessageBar::Level::Error : MessageBar::Level::Success, text, {},
                            refused ? tr("Show why") : tr("Show the report"), [this] {
                                m_import->show();
                                m_import->raise();
                            });
}

void MainWindow::askRemoveDataset() {
    const Dataset dataset = m_state->currentDataset();
    const auto workspace = m_state->workspace();
    if (dataset.id.isEmpty() || !workspace) return;
    const auto answer = QMessageBox::question(
        this, tr("Remove dataset"), tr("Remove “%1” from this workspace? Its file can be imported again.").arg(datasetTitle(dataset)));
    if (answer != QMessageBox::Yes) return;
    m_tasks->run(
        tr("Removing %1").arg(datasetTitle(dataset)), [workspace, id = dataset.id](Progress&) { return workspace->removeDataset(id); },
        this,
        [this](const Status& removed) {
            if (!removed) m_messages->showError(removed.error());
            m_state->reloadDatasets();
        });
}

void MainWindow::explainEmpty() {
    const AnswersPtr answers = m_state->answers();
    m_emptyTask.cancel();
    if (!answers || !answers->byPlace || answers->byPlace->totalObserved > 0) {
        if (m_messages->property("emptyNotice").toBool()) m_messages->clear();
        m_messages->setProperty("emptyNotice", false);
        return;
    }
    m_emptyTask.run(
        tr("Looking for the filter that left nothing"),
        [engine = m_state->engine(), query = answers->query](Progress& progress) { return emptyingFilter(*engine, query, progress); }, this,
        [this](const Result<Filter>& found) {
            if (!found) return;
            m_messages->setProperty("emptyNotice", true);
            if (found.value() == Filter::None) {
                m_messages->showMessage(MessageBar::Level::Info, tr("Nothing matches these filters together."), {}, tr("Clear all filters"),
                                        [this] { m_state->clearFilters(); });
                return;
            }
            m_messages->showMessage(
                MessageBar::Level::Info, tr("Nothing is left because of this filter: %1.").arg(filterName(found.value())), {},
                tr("Clear this filter"), [this, filter = found.value()] { m_state->setQuery(withoutFilter(m_state->query(), filter)); });
        });
}

bool MainWindow::mayClose() {
    QStringList running;
    for (const TaskState& task : m_tasks->tasks())
        if (task.kind == TaskKind::Asked && !task.cancelling) running << task.title;
    if (running.isEmpty()) return true;
    QMessageBox box(QMessageBox::Question, tr("Close Mudeung"),
                    tr("%n task(s) still running. Closing now cancels what is not finished; finished work stays.", nullptr,
                       static_cast<int>(running.size())),
                    QMessageBox::NoButton, this);
    box.setInformativeText(running.join(QLatin1Char('\n')));
    QPushButton* leave = box.addButton(tr("Cancel them and close"), QMessageBox::DestructiveRole);
    QPushButton* stay = box.addButton(tr("Keep working"), QMessageBox::RejectRole);
    leave->setObjectName(QStringLiteral("closeAnyway"));
    stay->setObjectName(QStringLiteral("keepWorking"));
    box.setDefaultButton(stay);
    box.setEscapeButton(stay);
    box.exec();
    return box.clickedButton() == leave;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayClose()) {
        event->ignore();
        return;
    }
    m_analyseDock->hide();  // the panels that stood back for it are there in the next window
    followAnalyse(false);
    auto store = settings::open();
    store.setValue(QLatin1String(settings::kGeometry), saveGeometry());
    // On the start page every panel is hidden; that is not what the user chose.
    if (m_state->workspace()) store.setValue(QLatin1String(settings::kDockState), saveState());
    m_tasks->cancelAll();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFiles(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList files = localFiles(event->mimeData());
    if (files.isEmpty()) return;
    event->acceptProposedAction();
    openFiles(files);
}

}  // namespace mudeung
