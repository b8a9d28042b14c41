// SPDX-License-Identifier: GPL-3.0-or-later
// The window as the program puts it together, without a display: from the start to the first map, and from a move of the filters to the new
// picture in every view, while the GUI thread is watched.
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTimer>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <qgsmapcanvas.h>
#include <random>
#include <unistd.h>

#include "core/base/language.h"
#include "core/task/task_runner.h"
#include "tests/bench/bench_map.h"
#include "tests/support/watchdog.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/timeline_view.h"
#include "ui/common/theme.h"
#include "ui/common/workspace_state.h"
#include "ui/map/map_data.h"
#include "ui/map/map_view.h"
#include "ui/map/picture_layer.h"
#include "ui/map/qgis_session.h"
#include "ui/shell/main_window.h"

namespace mudeung::bench {
namespace {

constexpr qint64 kPatience = 30'000;
constexpr int kPause = 30;  ///< milliseconds after a move that stands alone

double clockMilliseconds(clockid_t clock) {
    timespec t{};
    clock_gettime(clock, &t);
    return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) * 1e-6;
}

/// Since the process was started: the libraries are loaded before main().
double processAge() {
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly)) return 0.0;
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    const double started = fields.value(19).toDouble() * 1e3 / static_cast<double>(sysconf(_SC_CLK_TCK));
    return clockMilliseconds(CLOCK_BOOTTIME) - started;
}

struct Quantiles {
    std::vector<double> values;
    double at(double share) const {
        std::vector<double> sorted = values;
        std::sort(sorted.begin(), sorted.end());
        if (sorted.empty()) return 0.0;
        return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
    }
    QJsonObject toJson() const {
        return {{QStringLiteral("p50"), at(0.5)}, {QStringLiteral("p95"), at(0.95)}, {QStringLiteral("max"), at(1.0)}};
    }
};

/// What one move took: until the answer, until the last chart or the days were painted, until QGIS began and ended to draw the map, until
/// the map was painted; all from the move on.
struct Move {
    double answer = 0.0;
    double drawing = 0.0;
    double drawn = 0.0;
    double charts = 0.0;
    double map = 0.0;
    double all() const { return std::max({answer, charts, map}); }
};

class Program : public QObject {
public:
    explicit Program(const QString& path) : m_window(&m_state, &m_tasks, createMapView) {
        m_window.setWindowState(Qt::WindowNoState);  // "offscreen" has a small screen, which a full window would fill
        m_window.resize(1920, 1080);
        m_window.show();
        m_canvas = m_window.findChild<QgsMapCanvas*>(QStringLiteral("mapCanvas"));
        if (!m_canvas) stop(QStringLiteral("the window has no map"));
        connect(&m_state, &WorkspaceState::answersChanged, this, [this] {
            if (m_move.answer == 0.0) m_move.answer = elapsed();
        });
        connect(m_canvas, &QgsMapCanvas::renderComplete, this, [this] {  // not for a cancelled job
            m_rendered = mapIsCurrent();
            m_move.drawn = elapsed();
        });
        connect(m_canvas, &QgsMapCanvas::renderStarting, this, [this] { m_move.drawing = elapsed(); });
        connect(&m_state, &WorkspaceState::daysChanged, this, [this] { m_days = Days::Come; });
        qApp->installEventFilter(this);
        m_timer.start();
        m_windowAge = processAge();
        m_window.openWorkspace(path);
        waitForMap();
    }
    ~Program() override { qApp->removeEventFilter(this); }

    WorkspaceState& state() { return m_state; }
    QSize mapSize() const { return m_canvas->size(); }
    double pixelRatio() const { return m_canvas->devicePixelRatioF(); }
    QSize windowSize() const { return m_window.size(); }
    /// Age of the process when the window was there, and when the first answer, charts and map were.
    double windowAge() const { return m_windowAge; }
    const Move& lastMove() const { return m_move; }

    Move ask(const Query& query) {
        m_move = {};
        m_days = spanOf(query) == spanOf(m_state.query()) ? Days::Painted : Days::Awaited;
        m_rendered = m_painted = false;
        m_timer.start();
        m_state.setQuery(query);
        waitForMap();
        return m_move;
    }

    /// Shows what lies so many pixels to the east and south, as when the map is dragged.
    Move pan(double east, double south) {
        m_move = {};
        m_days = Days::Painted;
        m_rendered = m_painted = false;
        m_timer.start();
        QgsRectangle view = m_canvas->extent();
        view += QgsVector(east * m_canvas->mapUnitsPerPixel(), -south * m_canvas->mapUnitsPerPixel());
        m_canvas->setExtent(view);
        m_canvas->refresh();
        waitForMap();
        return m_move;
    }

    /// Until nothing runs any more that was started for earlier questions.
    void rest(int milliseconds) {
        QElapsedTimer timer;
        timer.start();
        QTimer wake;
        wake.start(5);
        while (timer.elapsed() < milliseconds || m_state.busy()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    bool eventFilter(QObject* receiver, QEvent* event) override {
        if (event->type() != QEvent::Paint) return false;
        // Taken when painting begins; the end is that of the turn of the event loop, see waitForMap().
        if (receiver == m_canvas->viewport() && m_rendered) m_painted = true;
        if (qobject_cast<ChartView*>(receiver)) m_chartPainted = true;
        if (qobject_cast<TimelineView*>(receiver)) {
            m_chartPainted = true;
            if (m_days == Days::Come) m_days = Days::Painted;
        }
        return false;
    }

private:
    double elapsed() const { return static_cast<double>(m_timer.nsecsElapsed()) * 1e-6; }

    /// What the timeline follows: the question but for its period.
    static Query spanOf(Query query) {
        query.period = {};
        return query;
    }

    bool mapIsCurrent() const {
        const AnswersPtr answers = m_state.answers();
        const auto layers = m_canvas->layers();
        if (!answers || !answers->byPlace || answers->query != m_state.query() || layers.isEmpty()) return false;
        const auto* layer = dynamic_cast<PictureLayer*>(layers.first());
        if (!layer || !layer->input().data) return false;
        const Query& shown = layer->input().data->query;
        return shown == answers->byPlace->query || (answers->byDong && shown == answers->byDong->query);
    }

    void waitForMap() {
        bool charts = false;
        while (!m_painted || charts || m_days != Days::Painted) {
            m_chartPainted = false;
            QCoreApplication::processEvents(m_painted && m_days == Days::Painted ? QEventLoop::AllEvents
                                                                                 : QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
            const double now = elapsed();
            if (m_chartPainted) m_move.charts = now;
            if (m_painted && m_move.map == 0.0) m_move.map = now;
            charts = m_chartPainted;  // one more turn shows whether others follow
            if (now > kPatience) stop(QStringLiteral("no map after %1 ms").arg(now));
        }
    }

    WorkspaceState m_state;
    TaskRunner m_tasks;
    MainWindow m_window;
    QgsMapCanvas* m_canvas = nullptr;
    QElapsedTimer m_timer;
    Move m_move;
    bool m_rendered = false;
    bool m_painted = false;
    bool m_chartPainted = false;
    enum class Days { Awaited, Come, Painted };
    Days m_days = Days::Painted;  ///< of the timeline
    double m_windowAge = 0.0;
};

struct Session {
    Session() {
        QgisSession::observeDeliveries({[](const QObject* receiver, const QEvent* event) {
                                            if (auto* watch = test::StallWatch::instance()) watch->began(receiver, event);
                                        },
                                        [] {
                                            if (auto* watch = test::StallWatch::instance()) watch->ended();
                                        }});
        session = std::make_unique<QgisSession>(argc, argv, true);
        setInterfaceLanguage(QStringLiteral("ko"));
        applyTheme(QStringLiteral("light"));
    }
    int argc = 1;
    char name[10] = "bench_map";
    char* argv[2] = {name, nullptr};
    std::unique_ptr<QgisSession> session;
};

QJsonObject summary(const std::vector<Move>& moves, test::StallWatch& watch) {
    Quantiles all, answer, charts, drawing, drawn, map;
    for (const Move& move : moves) {
        all.values.push_back(move.all());
        answer.values.push_back(move.answer);
        charts.values.push_back(move.charts);
        drawing.values.push_back(move.drawing);
        drawn.values.push_back(move.drawn);
        map.values.push_back(move.map);
    }
    for (const QString& report : watch.reports()) std::fprintf(stderr, "%s\n", qPrintable(report));
    const test::EventTimes longest = watch.longest();
    QJsonObject result{{QStringLiteral("all"), all.toJson()},
                       {QStringLiteral("answer"), answer.toJson()},
                       {QStringLiteral("charts"), charts.toJson()},
                       {QStringLiteral("map"), map.toJson()},
                       {QStringLiteral("drawing"), drawing.toJson()},
                       {QStringLiteral("drawn"), drawn.toJson()},
                       {QStringLiteral("count"), static_cast<int>(moves.size())},
                       {QStringLiteral("busy"), longest.busy},
                       {QStringLiteral("held"), longest.held}};
    watch.forget();
    return result;
}

MapKind kindOf(const QString& name) {
    const std::pair<const char*, MapKind> kinds[] = {{"", MapKind::Density},          {"density", MapKind::Density},
                                                     {"circles", MapKind::Circles},   {"choropleth", MapKind::Choropleth},
                                                     {"hexagons", MapKind::Hexagons}, {"squares", MapKind::Squares}};
    for (const auto& [known, kind] : kinds)
        if (name == QLatin1String(known)) return kind;
    stop(QStringLiteral("bench_map does not know maps of %1").arg(name));
}

/// As a slider or the carpet asks: a range of hours, some kinds of day.
Query movedFilters(Query query, const Dataset& cube, std::mt19937& random) {
    const int hours = std::max(1, cube.hourCount);
    const int first = cube.firstHour + static_cast<int>(random() % static_cast<unsigned>(hours));
    const int last = first + static_cast<int>(random() % static_cast<unsigned>(cube.firstHour + hours - first));
    query.hours = 0;
    for (int h = first; h <= last; ++h) query.hours |= 1u << h;
    query.dayTypes = static_cast<DayTypeMask>(1 + random() % 7);
    return query;
}

}  // namespace

QJsonObject windowStart(const QString& workspace) {
    const double beforeMain = processAge();
    Session session;
    const double qgis = processAge();
    Program program(workspace);
    const double whole = processAge();
    const double window = program.windowAge();
    return {{QStringLiteral("libraries"), beforeMain},
            {QStringLiteral("session"), qgis},
            {QStringLiteral("window"), window},
            {QStringLiteral("answer"), window + program.lastMove().answer},
            {QStringLiteral("firstMap"), whole}};
}

QJsonObject windowMoves(const QString& workspace, int moves, const QString& kind) {
    Session session;
    test::StallWatch watch(false);
    Program program(workspace);
    MapStyle style = program.state().mapStyle();
    style.kind = kindOf(kind);
    program.state().setMapStyle(style);
    const test::EventTimes start = watch.longest();
    for (const QString& report : watch.reports()) std::fprintf(stderr, "while starting: %s\n", qPrintable(report));
    program.rest(3000);
    watch.forget();
    const Dataset cube = program.state().currentDataset();
    std::mt19937 random(11);
    Query query = program.state().query();
    std::vector<Move> filters, singles, months;
    const auto moveFilters = [&](std::vector<Move>& series, int pause) {
        for (int i = 0; i < moves; ++i) {
            Query next = query;
            while (next == program.state().query()) next = movedFilters(query, cube, random);
            series.push_back(program.ask(next));
            program.rest(pause);
        }
        return summary(series, watch);
    };
    const QJsonObject moved = moveFilters(filters, 0);  // as while something is dragged
    const QJsonObject alone = moveFilters(singles, kPause);
    QDate month(cube.period.from.year(), cube.period.from.month(), 1);
    for (int i = 0; i < moves; ++i) {
        query.period = {std::max(month, cube.period.from), std::min(month.addMonths(1).addDays(-1), cube.period.to)};
        if (query == program.state().query()) break;  // data of one month has nothing to play
        months.push_back(program.ask(query));
        month = month.addMonths(1);
        if (month > cube.period.to) month = QDate(cube.period.from.year(), cube.period.from.month(), 1);
    }
    const QJsonObject played = summary(months, watch);
    std::vector<Move> pans;
    for (int i = 0; i < moves; ++i) pans.push_back(program.pan(i / 10 % 2 ? -23.0 : 23.0, i / 5 % 2 ? -11.0 : 11.0));
    return {{QStringLiteral("filters"), moved},
            {QStringLiteral("single"), alone},
            {QStringLiteral("months"), played},
            {QStringLiteral("pans"), summary(pans, watch)},
            {QStringLiteral("startBusy"), start.busy},
            {QStringLiteral("width"), program.mapSize().width()},
            {QStringLiteral("height"), program.mapSize().height()},
            {QStringLiteral("pixelRatio"), program.pixelRatio()},
            {QStringLiteral("windowWidth"), program.windowSize().width()},
            {QStringLiteral("windowHeight"), program.windowSize().height()}};
}

}  // namespace mudeung::bench
