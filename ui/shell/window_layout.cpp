// SPDX-License-Identifier: GPL-3.0-or-later
// What the window is made of: centre, docks, menus, texts and remembered geometry.
#include <QAction>
#include <QActionGroup>
#include <QDockWidget>
#include <QFileInfo>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStatusBar>
#include <algorithm>
#include <functional>
#include <utility>

#include "core/base/language.h"
#include "core/cube/query_engine.h"
#include "ui/analyse/analyse_panel.h"
#include "ui/charts/carpet_view.h"
#include "ui/common/message_bar.h"
#include "ui/common/settings_keys.h"
#include "ui/common/theme.h"
#include "ui/explore/ask_box.h"
#include "ui/explore/change_panel.h"
#include "ui/explore/chart_panels.h"
#include "ui/explore/data_panel.h"
#include "ui/explore/filter_panel.h"
#include "ui/explore/hours_panel.h"
#include "ui/explore/map_style_panel.h"
#include "ui/explore/numbers_panel.h"
#include "ui/explore/player.h"
#include "ui/explore/quality_panel.h"
#include "ui/explore/timeline_panel.h"
#include "ui/explore/top_places_panel.h"
#include "ui/shell/centre_page.h"
#include "ui/shell/dock_title.h"
#include "ui/shell/main_window.h"
#include "ui/shell/recent_workspaces.h"
#include "ui/shell/start_page.h"
#include "ui/shell/status_line.h"
#include "ui/shell/task_tray.h"

namespace mudeung {

namespace {

/// Says that it is about to be shown, when the window has not yet grown to hold it, and that it was.
class PanelDock : public QDockWidget {
public:
    using Call = std::function<void()>;
    explicit PanelDock(QWidget* parent) : QDockWidget(parent) {}
    void setVisible(bool visible) override {
        const bool appears = visible && isHidden();
        if (appears && m_before) m_before();
        QDockWidget::setVisible(visible);
        if (appears && m_after) m_after();
    }
    void whenShown(Call before, Call after) {
        m_before = std::move(before);
        m_after = std::move(after);
    }

private:
    Call m_before, m_after;
};
constexpr int kLeftWidth = 288;
constexpr int kLeastLeftWidth = 272;
constexpr int kRightWidth = 384;
constexpr int kLeastRightWidth = 340;
constexpr int kTimelineHeight = 112;
constexpr int kMostTimeline = 200;
constexpr int kLeastMemory = 64;  // megabytes
constexpr int kMostMemory = 16384;
}  // namespace

void MainWindow::buildCentre(const MapFactory& mapFactory) {
    auto* centre = new CentrePage(this);
    m_messages = centre->messages();
    m_pages = centre->pages();
    m_start = new StartPage(m_pages);
    m_pages->addWidget(m_start);
    m_map = mapFactory(m_state, m_pages);
    m_pages->addWidget(m_map);
    m_frame = new QLabel(m_map);
    m_frame->setObjectName(QStringLiteral("frameLabel"));
    m_frame->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_frame->hide();
    setCentralWidget(centre);
    auto* status = new StatusLine(m_state, this);
    statusBar()->addWidget(status, 1);
    statusBar()->addPermanentWidget(new TaskTray(m_tasks, this));
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::addDock(const char* title, const QString& name, QWidget* content, Qt::DockWidgetArea area, bool scrolls, QWidget* tools) {
    auto* dock = new PanelDock(this);
    dock->setObjectName(name);
    dock->setProperty("wanted", true);
    dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    if (scrolls) {
        auto* scroll = new QScrollArea(dock);
        scroll->setWidgetResizable(true);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setWidget(content);
        scroll->setMinimumWidth(area == Qt::RightDockWidgetArea ? kLeastRightWidth : kLeastLeftWidth);
        dock->setWidget(scroll);
    } else {
        // Charts and the table of places lose their labels below this.
        if (area == Qt::RightDockWidgetArea) content->setMinimumWidth(kLeastRightWidth);
        dock->setWidget(content);
    }
    dock->setTitleBarWidget(new DockTitle(dock, tools));
    addDockWidget(area, dock);
    connect(dock->toggleViewAction(), &QAction::triggered, dock, [dock](bool shown) { dock->setProperty("wanted", shown); });
    dock->installEventFilter(this);
    m_docks.push_back({dock, title});
}

void MainWindow::buildDocks() {
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    auto* data = new DataPanel(m_state);
    m_groups = new GroupsPanel(m_state);
    auto* hours = new HoursPanel(m_state);
    auto* trend = new TrendPanel(m_state);
    m_places = new TopPlacesPanel(m_state);
    addDock(QT_TR_NOOP("Data"), QStringLiteral("dockData"), data, Qt::LeftDockWidgetArea, false);
    addDock(QT_TR_NOOP("Filters"), QStringLiteral("dockFilters"), new FilterPanel(m_state, m_tasks), Qt::LeftDockWidgetArea, true);
    addDock(QT_TR_NOOP("Map"), QStringLiteral("dockStyle"), new MapStylePanel(m_state), Qt::LeftDockWidgetArea, true);
    addDock(QT_TR_NOOP("Groups"), QStringLiteral("dockGroups"), m_groups, Qt::RightDockWidgetArea, false, m_groups->tools());
    addDock(QT_TR_NOOP("Hours"), QStringLiteral("dockHours"), hours, Qt::RightDockWidgetArea, false, hours->tools());
    addDock(QT_TR_NOOP("Trend"), QStringLiteral("dockTrend"), trend, Qt::RightDockWidgetArea, false);
    addDock(QT_TR_NOOP("Top places"), QStringLiteral("dockPlaces"), m_places, Qt::RightDockWidgetArea, false);
    auto* timeline = new TimelinePanel(m_state);
    timeline->setMaximumHeight(kMostTimeline);
    addDock(QT_TR_NOOP("Timeline"), QStringLiteral("dockTimeline"), timeline, Qt::BottomDockWidgetArea, false, timeline->player());
    m_player = timeline->player();
    auto* change = new ChangePanel(m_state);
    addDock(QT_TR_NOOP("Compare"), QStringLiteral("dockCompare"), change, Qt::RightDockWidgetArea, true, change->tools());
    addDock(QT_TR_NOOP("Numbers"), QStringLiteral("dockNumbers"), new NumbersPanel(m_state), Qt::RightDockWidgetArea, true);
    addDock(QT_TR_NOOP("Quality"), QStringLiteral("dockQuality"), new QualityPanel(m_state, m_tasks), Qt::RightDockWidgetArea, true);
    m_analyse = new AnalysePanel(m_state, m_tasks);
    addDock(QT_TR_NOOP("Analyse"), QStringLiteral("dockAnalyse"), m_analyse, Qt::RightDockWidgetArea, false);
    m_analyseDock = m_docks.last().widget;
    m_analyseDock->setProperty("wanted", false);
    m_analyseDock->hide();
    static_cast<PanelDock*>(m_analyseDock)->whenShown([this] { followAnalyse(true); }, [this] { widenAnalyse(); });
    const auto dock = [this](int i) { return m_docks[i].widget; };
    tabifyDockWidget(dock(1), dock(2));
    tabifyDockWidget(dock(3), dock(9));
    tabifyDockWidget(dock(4), dock(5));
    tabifyDockWidget(dock(6), dock(8));
    tabifyDockWidget(dock(8), dock(10));
    dock(1)->raise();
    dock(3)->raise();
    dock(4)->raise();
    dock(6)->raise();
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    // Each chart is saved with the receipt of the answer that it shows.
    const auto saves = [this](ChartView* chart, TablePtr Answers::*shown) {
        connect(chart, &ChartView::saveWanted, this, [this, shown](const ChartSpec& spec, const QString& path) {
            const AnswersPtr answers = m_state->answers();
            const bool months = spec.kind == ChartKind::Carpet && spec.rowNames.size() == kCalendarMonths;
            saveChart(spec, !answers ? TablePtr() : months ? answers->byHourMonth : (*answers).*shown, path);
        });
    };
    saves(m_groups->chart(), &Answers::byGroup);
    saves(hours->profile(), &Answers::byHour);
    saves(hours->carpet(), &Answers::byHourWeekday);
    saves(trend->chart(), &Answers::byMonth);
    connect(m_places, &TopPlacesPanel::saveWanted, this, &MainWindow::saveTable);
    connect(change, &ChangePanel::saveWanted, this, &MainWindow::saveChange);
    connect(m_analyseDock, &QDockWidget::visibilityChanged, this, [this] { followAnalyse(!m_analyseDock->isHidden()); });
    connect(m_analyse, &AnalysePanel::saveWanted, this, &MainWindow::saveResult);
    connect(m_analyse, &AnalysePanel::saveChartWanted, this, &MainWindow::saveResultChart);
    connect(m_analyse, &AnalysePanel::announced, this,
            [this](const QString& text, const QString& actionText, const std::function<void()>& open) {
                m_messages->showMessage(MessageBar::Level::Success, text, {}, actionText, [this, open] {
                    openAnalyse(AnalysePanel::ShowResult);
                    open();
                });
            });
}

QAction* MainWindow::addAction(QMenu* menu, const char* text, const QKeySequence& shortcut, const std::function<void()>& run) {
    auto* action = menu->addAction(QString());
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, [run] { run(); });
    m_actions.push_back({action, text});
    return action;
}

void MainWindow::buildMenus() {
    const auto addMenu = [this](const char* title) {
        QMenu* menu = menuBar()->addMenu(QString());
        m_menus.push_back({menu, title});
        return menu;
    };
    QMenu* file = addMenu(QT_TR_NOOP("&File"));
    addAction(file, QT_TR_NOOP("&New workspace …"), QKeySequence::New, [this] { askNew(); });
    addAction(file, QT_TR_NOOP("&Open workspace …"), QKeySequence::Open, [this] { askOpen(); });
    addAction(file, QT_TR_NOOP("Open the &sample city"), QKeySequence(QStringLiteral("Ctrl+Shift+O")), [this] { askSample(); });
    m_recentMenu = file->addMenu(QString());
    m_menus.push_back({m_recentMenu, QT_TR_NOOP("&Recent workspaces")});
    file->addSeparator();
    addAction(file, QT_TR_NOOP("&Import files …"), QKeySequence(QStringLiteral("Ctrl+I")), [this] { askImport(); });
    file->addSeparator();
    buildFiles(file);
    file->addSeparator();
    addAction(file, QT_TR_NOOP("&Quit"), QKeySequence(QStringLiteral("Ctrl+Q")), [this] { close(); });

    QMenu* data = addMenu(QT_TR_NOOP("&Data"));
    buildQuestions(data);
    data->addSeparator();
    m_needWorkspace << addAction(data, QT_TR_NOOP("&Remove this dataset …"), QKeySequence(QStringLiteral("Ctrl+Shift+Del")),
                                 [this] { askRemoveDataset(); });
    buildViewMenu();
    buildAnalyse(addMenu(QT_TR_NOOP("&Analyse")));
    QMenu* help = addMenu(QT_TR_NOOP("&Help"));
    addAction(help, QT_TR_NOOP("&About Mudeung"), QKeySequence(Qt::Key_F1), [this] { about(); });
    m_ask = new AskBox(m_state, m_tasks, menuBar());
    m_ask->setObjectName(QStringLiteral("askBox"));
    menuBar()->setCornerWidget(m_ask, Qt::TopRightCorner);
    connect(m_ask, &AskBox::rowsWanted, this, &MainWindow::showRows);
}

/// In the middle of the map's upper edge.
void MainWindow::showFrame(const QString& label) {
    const ThemeColors& c = themeColors(darkTheme());
    m_frame->setStyleSheet(QStringLiteral("background:%1;color:%2;border:1px solid %3;border-radius:4px;padding:4px 12px;font-size:20px")
                               .arg(c.surface.name(), c.text.name(), c.separator.name()));
    m_frame->setText(label);
    m_frame->adjustSize();
    m_frame->move((m_map->width() - m_frame->width()) / 2, m_map->contentsMargins().top() + 12);
    m_frame->setVisible(!label.isEmpty());
    m_frame->raise();
}

void MainWindow::showRows(Breakdown by) {
    if (by == Breakdown::Dong) {
        MapStyle style = m_state->mapStyle();
        style.kind = MapKind::Choropleth;
        return m_state->setMapStyle(style);
    }
    const char* const name = by == Breakdown::Group                                  ? "dockGroups"
                             : by == Breakdown::Hour || by == Breakdown::HourWeekday ? "dockHours"
                             : by == Breakdown::Place                                ? "dockPlaces"
                                                                                     : "dockTrend";
    for (const Dock& dock : m_docks) {
        if (dock.widget->objectName() != QLatin1String(name)) continue;
        dock.widget->setProperty("wanted", true);
        dock.widget->show();
        dock.widget->raise();
    }
}

void MainWindow::buildViewMenu() {
    QMenu* view = menuBar()->addMenu(QString());
    m_menus.push_back({view, QT_TR_NOOP("&View")});
    m_panelsMenu = view->addMenu(QString());
    m_menus.push_back({m_panelsMenu, QT_TR_NOOP("&Panels")});
    for (int i = 0; i < static_cast<int>(m_docks.size()); ++i) {
        QAction* toggle = m_docks[i].widget->toggleViewAction();
        toggle->setShortcut(QKeySequence(i < 10    ? QStringLiteral("Ctrl+%1").arg((i + 1) % 10)
                                         : i == 10 ? QStringLiteral("Ctrl+Shift+U")
                                                   : QStringLiteral("Ctrl+Shift+N")));
        m_panelsMenu->addAction(toggle);
    }
    m_needWorkspace << m_panelsMenu->menuAction();
    view->addSeparator();
    auto* languages = new QActionGroup(this);
    const auto addLanguage = [&](const QString& name, const QString& id, const QString& shortcut) {
        QAction* action = view->addAction(name);  // every language under its own name
        action->setShortcut(QKeySequence(shortcut));
        action->setCheckable(true);
        action->setChecked(interfaceLanguage() == id);
        languages->addAction(action);
        connect(action, &QAction::triggered, this, [id] {
            settings::open().setValue(QLatin1String(settings::kLanguage), id);
            setInterfaceLanguage(id);
        });
    };
    addLanguage(QStringLiteral("한국어"), QStringLiteral("ko"), QStringLiteral("Ctrl+Shift+K"));
    addLanguage(QStringLiteral("English"), QStringLiteral("en"), QStringLiteral("Ctrl+Shift+E"));
    view->addSeparator();
    auto* themes = new QActionGroup(this);
    const auto addTheme = [&](const char* text, const QString& id, const QString& shortcut) {
        QAction* action = addAction(view, text, QKeySequence(shortcut), [this, id] {
            settings::open().setValue(QLatin1String(settings::kTheme), id);
            applyTheme(id);
            MapStyle style = m_state->mapStyle();
            style.dark = darkTheme();
            m_state->setMapStyle(style);
        });
        action->setCheckable(true);
        action->setChecked(currentTheme() == id);
        themes->addAction(action);
    };
    addTheme(QT_TR_NOOP("&Light"), QStringLiteral("light"), QStringLiteral("Ctrl+Shift+L"));
    addTheme(QT_TR_NOOP("&Dark"), QStringLiteral("dark"), QStringLiteral("Ctrl+Shift+D"));
    addTheme(QT_TR_NOOP("As the &system"), QStringLiteral("system"), QStringLiteral("Ctrl+Shift+Y"));
    view->addSeparator();
    addAction(view, QT_TR_NOOP("&Memory for answers …"), QKeySequence(QStringLiteral("Ctrl+Shift+A")), [this] { askMemory(); });
}

void MainWindow::useMemorySetting() {
    const int standard = static_cast<int>(QueryEngine::kDefaultCacheBytes >> 20);
    const int megabytes = settings::open().value(QLatin1String(settings::kMemory), standard).toInt();
    m_state->setMemoryLimit(static_cast<std::size_t>(std::clamp(megabytes, kLeastMemory, kMostMemory)) << 20);
}

void MainWindow::askMemory() {
    const int standard = static_cast<int>(QueryEngine::kDefaultCacheBytes >> 20);
    bool accepted = false;
    const int megabytes = QInputDialog::getInt(
        this, tr("Memory for answers"),
        tr("Sums are kept in memory so that filters answer at once.\nLess memory makes them slower; the numbers stay the same.\n\n"
           "Megabytes, at most (%1 unless changed):")
            .arg(standard),
        std::clamp(settings::open().value(QLatin1String(settings::kMemory), standard).toInt(), kLeastMemory, kMostMemory), kLeastMemory,
        kMostMemory, kLeastMemory, &accepted);
    if (!accepted) return;
    settings::open().setValue(QLatin1String(settings::kMemory), megabytes);
    useMemorySetting();
}

void MainWindow::retranslate() {
    for (const auto& [action, text] : m_actions) action->setText(tr(text));
    for (const auto& [menu, text] : m_menus) menu->setTitle(tr(text));
    for (const Dock& dock : m_docks) {
        dock.widget->setWindowTitle(tr(dock.title));
        dock.widget->setAccessibleName(tr(dock.title));
    }
    m_map->setAccessibleName(tr("Map"));
    rebuildRecent();
    const auto workspace = m_state->workspace();
    setWindowTitle(workspace ? tr("%1 – Mudeung").arg(QFileInfo(workspace->path()).completeBaseName()) : tr("Mudeung"));
}

void MainWindow::rebuildRecent() {
    m_recentMenu->clear();
    const QStringList recent = recentWorkspaces();
    int number = 0;
    for (const QString& path : recent) {
        const bool exists = QFileInfo::exists(path);
        QAction* action = m_recentMenu->addAction(exists ? path : tr("%1 (missing)").arg(path));
        action->setEnabled(exists);
        if (++number <= 9) action->setShortcut(QKeySequence(QStringLiteral("Ctrl+Alt+%1").arg(number)));
        connect(action, &QAction::triggered, this, [this, path] { openWorkspace(path); });
    }
    m_recentMenu->setEnabled(!recent.isEmpty());
    m_start->refreshRecent();
}

/// The first division of the window; a user's own one is restored instead.
void MainWindow::spreadDocks() {
    resizeDocks({m_docks[0].widget, m_docks[3].widget}, {kLeftWidth, kRightWidth}, Qt::Horizontal);
    QDockWidget* timeline = m_docks[7].widget;
    resizeDocks({timeline}, {kTimelineHeight}, Qt::Vertical);
    const int height = std::max(400, centralWidget()->height() + timeline->height());
    const auto part = [height](int percent) { return height * percent / 100; };
    resizeDocks({m_docks[0].widget, m_docks[1].widget}, {part(34), part(66)}, Qt::Vertical);
    // The carpet of hours gets what its rows need, the tables the rest.
    // A window that is only about to fill the screen has its height already.
    const int whole = windowState() & Qt::WindowMaximized && screen() ? screen()->availableGeometry().height() : this->height();
    const bool low = whole < 900;
    resizeDocks({m_docks[3].widget, m_docks[4].widget, m_docks[6].widget}, {part(low ? 28 : 25), part(low ? 32 : 31), part(low ? 40 : 44)},
                Qt::Vertical);
}

void MainWindow::restoreWindow() {
    const auto store = settings::open();
    const QByteArray geometry = store.value(QLatin1String(settings::kGeometry)).toByteArray();
    if (geometry.isEmpty() || !restoreGeometry(geometry)) {
        // The first start fills the screen; un-maximised it keeps to four fifths, in the middle.
        const QRect screen =
            QGuiApplication::primaryScreen() ? QGuiApplication::primaryScreen()->availableGeometry() : QRect(0, 0, 1366, 768);
        resize(screen.size() * 0.8);
        move(screen.center() - rect().center());
        setWindowState(windowState() | Qt::WindowMaximized);
    }
    const QByteArray docks = store.value(QLatin1String(settings::kDockState)).toByteArray();
    if (docks.isEmpty() || !restoreState(docks)) return;
    m_analyseDock->hide();  // a window begins with the question
    for (const Dock& dock : m_docks) dock.widget->setProperty("wanted", !dock.widget->isHidden());
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Close) watched->setProperty("wanted", false);
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    // Another window may have imported into a workspace that this one only reads.
    const auto workspace = m_state->workspace();
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && workspace && workspace->isReadOnly()) m_state->reloadDatasets();
    QMainWindow::changeEvent(event);
}

void MainWindow::about() {
    QMessageBox::about(this, tr("About Mudeung"),
                       tr("<h3>Mudeung %1</h3><p>GIS analysis for city policy planners. Works offline; nothing leaves this computer.</p>"
                          "<p>Qt %2 · GNU General Public License, version 3 or later</p>")
                           .arg(QStringLiteral(MUDEUNG_VERSION), QString::fromLatin1(qVersion())));
}

}  // namespace mudeung
