// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every panel and state of the window, for people to look at: one language, theme and size a run. Judges nothing.
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <utility>
#include <vector>

#include "core/base/language.h"
#include "core/task/task_runner.h"
#include "ui/analyse/analyse_panel.h"
#include "ui/analyse/analysis_list.h"
#include "ui/common/message_bar.h"
#include "ui/common/settings_keys.h"
#include "ui/common/theme.h"
#include "ui/common/workspace_state.h"
#include "ui/explore/player.h"
#include "ui/import/import_dialog.h"
#include "ui/map/map_view.h"
#include "ui/map/qgis_session.h"
#include "ui/shell/main_window.h"

using namespace mudeung;

namespace {

constexpr int kPatience = 60'000;  // milliseconds
constexpr int kDrawing = 1'200;    // for the map, after everything is counted

void wait(int milliseconds) {
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds) QApplication::processEvents(QEventLoop::AllEvents, 20);
}

class Gallery {
public:
    Gallery(WorkspaceState& state, TaskRunner& tasks, MainWindow& window, const QString& folder)
        : m_state(state), m_tasks(tasks), m_window(window), m_folder(folder) {}

    int run(const QString& workspace) {
        picture(QStringLiteral("start"));
        m_window.openWorkspace(written("damaged.mudeung", "SQLite format 3, but nothing more\n"));
        waitFor([this] { return m_window.messageBar()->isVisible(); });
        picture(QStringLiteral("start-damaged"));
        m_window.messageBar()->hide();
        m_window.openWorkspace(workspace);
        if (!waitFor([this] { return !m_state.busy() && m_state.answers() != nullptr; })) return 1;
        settle();
        spread();
        picture(QStringLiteral("window"));
        panels();
        maps();
        questions();
        analyses();
        troubles();
        imports();
        std::printf("%d pictures in %s\n", m_number, qPrintable(m_folder));
        return m_failed ? 1 : 0;
    }

private:
    bool waitFor(const std::function<bool()>& there) {
        QElapsedTimer timer;
        timer.start();
        while (!there() && timer.elapsed() < kPatience) wait(20);
        if (there()) return true;
        std::fprintf(stderr, "gallery: waited in vain before picture %d\n", m_number + 1);
        m_failed = true;
        return false;
    }

    void settle() {
        waitFor([this] { return !m_state.busy() && (!m_state.comparison().isOn() || m_state.change()); });
        wait(kDrawing);
    }

    void save(QWidget* widget, const QString& name) {
        const QString file = QStringLiteral("%1-%2.png").arg(++m_number, 2, 10, QLatin1Char('0')).arg(name);
        if (!widget->grab().save(QDir(m_folder).filePath(file))) m_failed = true;
    }
    void picture(const QString& name) {
        wait(300);
        save(&m_window, name);
    }

    /// Heights as a first start on a real screen has them: here the window got its size after it was divided.
    void spread() {
        const auto share = [this](const std::vector<std::pair<const char*, int>>& percents) {
            QList<QDockWidget*> docks;
            QList<int> heights;
            for (const auto& [name, percent] : percents) {
                docks << m_window.findChild<QDockWidget*>(QLatin1String(name));
                heights << m_window.height() * percent / 100;
            }
            m_window.resizeDocks(docks, heights, Qt::Vertical);
        };
        share({{"dockData", 34}, {"dockFilters", 66}});
        share({{"dockGroups", 28}, {"dockHours", 32}, {"dockPlaces", 40}});
        wait(300);
    }

    /// Each dock alone, on top of its tabs, as high as somebody would drag it who works with it.
    void panels() {
        const QByteArray layout = m_window.saveState();
        for (QDockWidget* dock : m_window.findChildren<QDockWidget*>()) {
            if (dock->isHidden()) dock->toggleViewAction()->trigger();
            dock->raise();
            m_window.resizeDocks({dock}, {m_window.height() / 2}, Qt::Vertical);
            wait(200);
            waitFor([this] { return m_tasks.tasks().isEmpty(); });
            wait(400);
            save(dock, QStringLiteral("panel-") + dock->objectName().mid(4).toLower());
        }
        m_window.restoreState(layout);
        spread();
        for (const char* first : {"dockGroups", "dockHours", "dockPlaces", "dockFilters"})
            if (auto* dock = m_window.findChild<QDockWidget*>(QLatin1String(first))) dock->raise();
    }

    void maps() {
        const MapStyle before = m_state.mapStyle();
        const std::pair<MapKind, const char*> kinds[] = {{MapKind::Circles, "map-circles"},
                                                         {MapKind::Choropleth, "map-dongs"},
                                                         {MapKind::Hexagons, "map-hexagons"},
                                                         {MapKind::Squares, "map-squares"}};
        for (const auto& [kind, name] : kinds) {
            MapStyle style = before;
            style.kind = kind;
            m_state.setMapStyle(style);
            settle();
            picture(QLatin1String(name));
        }
        m_state.setMapStyle(before);
        settle();
    }

    void questions() {
        const Query whole = m_state.query();
        const Period held = m_state.currentDataset().period;
        Query query = whole;
        query.weekHours = *parseWeekHours(QStringLiteral("mon-fri:7-9"));
        m_state.setQuery(query);
        settle();
        const AnswersPtr answers = m_state.answers();
        if (answers) {
            QVector<TableRow> rows = answers->byPlace->rows;
            std::sort(rows.begin(), rows.end(), [](const TableRow& a, const TableRow& b) { return a.sum > b.sum; });
            QStringList top;
            for (const TableRow& row : rows.mid(0, 10)) top << row.key;
            m_state.setSelection(top);
        }
        picture(QStringLiteral("carpet-and-selection"));
        m_state.setSelection({});
        query = whole;
        query.period = {held.to.addYears(-1).addDays(1), held.to};
        m_state.setQuery(query);
        m_state.setComparison({Comparison::Kind::YearBefore, {}, {}});
        if (auto* dock = m_window.findChild<QDockWidget*>(QStringLiteral("dockCompare"))) dock->raise();
        settle();
        picture(QStringLiteral("comparison"));
        MapStyle style = m_state.mapStyle();
        style.showChange = true;
        m_state.setMapStyle(style);
        settle();
        picture(QStringLiteral("map-of-change"));
        const MapKind kind = style.kind;
        style.kind = MapKind::Choropleth;
        m_state.setMapStyle(style);
        settle();
        picture(QStringLiteral("change-by-dong"));
        query = whole;
        query.hours = 0x3C0;  // 6 to 10 h
        m_state.setQuery(query);
        m_state.setComparison({Comparison::Kind::Measure, {}, {}});
        style.kind = MapKind::Circles;
        m_state.setMapStyle(style);
        settle();
        picture(QStringLiteral("net-flow"));
        style.kind = kind;
        style.showChange = false;
        m_state.setMapStyle(style);
        m_state.setComparison({});
        m_state.setQuery(whole);
        settle();
        if (auto* player = m_window.findChild<Player*>()) {
            player->next();
            wait(800);
            player->next();
            settle();
            picture(QStringLiteral("frame"));
            player->stop();
        }
        query = whole;
        query.hours = 1u << 27;
        m_state.setQuery(query);
        settle();
        picture(QStringLiteral("nothing-matches"));
        for (const Dataset& other : m_state.datasets()) {
            if (other.kind != DatasetKind::Cube || other.id == whole.dataset) continue;
            m_state.setDataset(other.id);
            m_state.clearFilters();
            settle();
            picture(QStringLiteral("data-") + other.id);
        }
    }

    /// Every analysis of the list: its form, its result, and what was kept.
    void analyses() {
        auto* dock = m_window.findChild<QDockWidget*>(QStringLiteral("dockAnalyse"));
        auto* panel = m_window.findChild<AnalysePanel*>();
        if (!dock || !panel) return;
        for (const Dataset& data : m_state.datasets())
            if (data.kind == DatasetKind::Cube && data.timeStep == TimeStep::Day && data.placeKind == QLatin1String("bus_stop"))
                m_state.setDataset(data.id);
        m_state.clearFilters();
        settle();
        dock->show();
        dock->raise();
        panel->openPage(AnalysePanel::Choose);
        picture(QStringLiteral("analyses"));
        auto* list = panel->findChild<AnalysisList*>();
        const auto* tabs = panel->findChild<QTabWidget*>(QStringLiteral("analyseTabs"));
        const auto* start = panel->findChild<QPushButton*>(QStringLiteral("runAnalysis"));
        for (const AnalysisInfo* info : mudeung::analyses()) {
            panel->openPage(AnalysePanel::Choose);
            emit list->chosen(info);
            picture(QStringLiteral("form-") + QLatin1String(info->id));
            if (!start->isEnabled()) continue;
            panel->runChosen();
            waitFor([tabs] { return tabs->currentIndex() == AnalysePanel::ShowResult; });
            settle();
            picture(QStringLiteral("result-") + QLatin1String(info->id));
        }
        panel->openPage(AnalysePanel::Kept);
        picture(QStringLiteral("kept-results"));
    }

    /// What the window says when something cannot be done.
    void troubles() {
        if (auto* dock = m_window.findChild<QDockWidget*>(QStringLiteral("dockAnalyse"))) dock->toggleViewAction()->trigger();
        m_state.setShownResult(nullptr);
        m_window.saveTable(m_other.filePath(QStringLiteral("no such folder/places.xlsx")));
        waitFor([this] { return m_window.messageBar()->isVisible(); });
        settle();
        picture(QStringLiteral("error-over-the-map"));
        m_window.messageBar()->hide();
    }

    /// An empty workspace, and files on their way into it: a good one, one with some bad rows, one that is refused.
    void imports() {
        m_window.createWorkspace(m_other.filePath(QStringLiteral("new.mudeung")));
        if (!waitFor([this] { return m_state.workspace() && m_state.datasets().isEmpty(); })) return;
        settle();
        picture(QStringLiteral("empty-workspace"));
        const QByteArray head = "정류장명,정류장 번호,권종,승하차구분,거래건수\n";
        QByteArray good, bad;
        for (int i = 0; i < 60; ++i) {
            good +=
                "중앙로 " + QByteArray::number(i) + ',' + QByteArray::number(1100 + i) + ",일반,승차," + QByteArray::number(3 + i) + '\n';
            bad += "중앙로,순환" + QByteArray::number(i) + ",일반,승차,3\n";
        }
        if (!importFile(written("ridership_2023.csv", head + good + "중앙로,1102,일반,승차,셋\n"), "some-bad-rows")) return;
        importFile(written("ridership_2022.csv", head + bad), "refused");
    }

    bool importFile(const QString& path, const char* name) {
        m_window.openFiles({path});
        QDialog* dialog = m_window.importDialog();
        auto* start = dialog->findChild<QPushButton*>(QStringLiteral("importButton"));
        if (!waitFor([start] { return start->isVisible(); })) return false;
        wait(300);
        save(dialog, QStringLiteral("import-preview-") + QLatin1String(name));
        start->click();
        const auto* refusal = dialog->findChild<QLabel*>(QStringLiteral("refusal"));
        const auto* report = dialog->findChild<QWidget*>(QStringLiteral("qualityReport"));
        if (!waitFor([=] { return refusal->isVisible() || report->isVisible(); })) return false;
        wait(300);
        save(dialog, QStringLiteral("import-") + QLatin1String(name));
        dialog->close();
        return true;
    }

    QString written(const char* name, const QByteArray& bytes) {
        const QString path = m_other.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) m_failed = true;
        return path;
    }

    WorkspaceState& m_state;
    TaskRunner& m_tasks;
    MainWindow& m_window;
    QString m_folder;
    QTemporaryDir m_other;  ///< for files that are not those of the city
    int m_number = 0;
    bool m_failed = false;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 6) {
        std::fprintf(stderr, "gallery WORKSPACE FOLDER ko|en light|dark WIDTHxHEIGHT\n");
        return 2;
    }
    const QString workspace = QString::fromLocal8Bit(argv[1]), folder = QString::fromLocal8Bit(argv[2]);
    const QStringList size = QString::fromLocal8Bit(argv[5]).split(QLatin1Char('x'));
    QDir().mkpath(folder);
    QgisSession session(argc, argv, true);
    setInterfaceLanguage(QString::fromLocal8Bit(argv[3]));
    applyTheme(QString::fromLocal8Bit(argv[4]));
    TaskRunner tasks;
    WorkspaceState state;
    MainWindow window(&state, &tasks, createMapView);
    window.setWindowState(Qt::WindowNoState);
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    const int result = Gallery(state, tasks, window, folder).run(workspace);
    window.close();
    return result;
}
