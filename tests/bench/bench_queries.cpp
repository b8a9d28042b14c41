// SPDX-License-Identifier: GPL-3.0-or-later
// Random queries with a fixed seed over one cube: times cold and warm, and of single stops over the whole period. Writes queries, answers
// and times as JSON, and the plain facts for other engines.
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <algorithm>
#include <random>

#include "core/cube/place_index.h"
#include "core/cube/query_engine.h"

using namespace mudeung;

namespace {

[[noreturn]] void stop(const QString& why) {
    QTextStream(stderr) << why << '\n';
    std::exit(1);
}

template <typename T>
T need(Result<T> result) {
    if (!result) stop(result.error().message + QLatin1Char(' ') + result.error().detail);
    return std::move(result).value();
}

struct Job {
    Query query;
    Breakdown by = Breakdown::Place;
};

const Breakdown kAll[] = {Breakdown::Place,       Breakdown::Place, Breakdown::Place, Breakdown::Group, Breakdown::Hour,
                          Breakdown::HourWeekday, Breakdown::Day,   Breakdown::Month, Breakdown::Dong};

/// Half of the queries are as a person asks them (whole months, all groups or one, an hour range); half are arbitrary.
Query randomQuery(const Dataset& cube, const QStringList& dongs, std::mt19937& random) {
    Query q;
    q.dataset = cube.id;
    q.measure = cube.measures[0].id;
    const QDate from = cube.period.from;
    const auto days = static_cast<unsigned>(from.daysTo(cube.period.to)) + 1;
    const QDate a = from.addDays(random() % days);
    const QDate b = a.addDays(random() % (static_cast<unsigned>(a.daysTo(cube.period.to)) + 1));
    q.period = Period{a, b};
    const bool asPeopleDo = random() % 2;
    if (asPeopleDo) {
        const QDate first(a.year(), a.month(), 1), last(b.year(), b.month(), b.daysInMonth());
        q.period = Period{std::max(first, from), std::min(last, cube.period.to)};
        if (random() % 3 == 0) q.period = cube.period;
    }
    if (random() % 2) q.dayTypes = static_cast<DayTypeMask>(1 + random() % 7);
    if (random() % 2) {
        const auto first = static_cast<unsigned>(cube.firstHour);
        const unsigned hour = first + random() % 20;
        q.hours = asPeopleDo ? HourMask{((1u << (1 + random() % 4)) - 1) << hour} : ((random() & 0xffffffu) << first) | 1u << hour;
    }
    if (random() % 2)
        for (const Group& group : cube.scheme.groups)
            if (random() % 3 == 0) q.groups << group.code;
    if (random() % 5 == 0 && !dongs.isEmpty())
        q.areas = QStringList{dongs[static_cast<int>(random() % static_cast<unsigned>(dongs.size()))].left(random() % 2 ? 5 : 10)};
    return q;
}

struct Times {
    std::vector<double> ms;
    double at(double share) {
        std::sort(ms.begin(), ms.end());
        return ms[std::min(ms.size() - 1, static_cast<std::size_t>(share * static_cast<double>(ms.size())))];
    }
};

QJsonObject describe(const Job& job, const TablePtr& table, double ms) {
    const Query& q = job.query;
    QJsonArray groups, hours, areas, rows;
    for (const QString& group : q.groups) groups.append(group);
    for (const QString& area : q.areas) areas.append(area);
    for (int hour = 0; hour < 32; ++hour)
        if (q.hours >> hour & 1u) hours.append(hour);
    for (const TableRow& row : table->rows)
        if (row.observed != 0) rows.append(QJsonArray{row.key, static_cast<double>(row.sum)});
    return {{"by", breakdownId(job.by)},
            {"from", q.period.from.toString(Qt::ISODate)},
            {"to", q.period.to.toString(Qt::ISODate)},
            {"dayTypes", static_cast<int>(q.dayTypes)},
            {"hours", hours},
            {"groups", groups},
            {"areas", areas},
            {"rows", rows},
            {"total", static_cast<double>(table->totalSum)},
            {"ms", ms}};
}

/// facts.csv (place, date, hour, group as numbers; value), places.csv, groups.csv, dates.csv (day type), for loading elsewhere.
void exportFacts(const Workspace& workspace, const Dataset& cube, const QString& folder) {
    const auto open = [&folder](const char* name) {
        auto file = std::make_unique<QFile>(folder + QLatin1Char('/') + QLatin1String(name));
        if (!file->open(QIODevice::WriteOnly | QIODevice::Truncate)) stop(file->errorString());
        return file;
    };
    const auto places = need(locatePlaces(workspace, cube));
    auto placeFile = open("places.csv");
    placeFile->write("place,code,dong\n");
    for (std::size_t p = 0; p < places.size(); ++p)
        placeFile->write(QStringLiteral("%1,%2,%3\n").arg(p).arg(places[p].code, places[p].dong).toUtf8());
    auto groupFile = open("groups.csv");
    groupFile->write("grp,code\n");
    for (int g = 0; g < cube.scheme.groups.size(); ++g)
        groupFile->write(QStringLiteral("%1,%2\n").arg(g).arg(cube.scheme.groups[g].code).toUtf8());
    auto dateFile = open("dates.csv");
    dateFile->write("date,type\n");
    for (QDate d = cube.period.from; d <= cube.period.to; d = d.addDays(1))
        dateFile->write(
            QStringLiteral("%1,%2\n").arg(d.toString(Qt::ISODate)).arg(static_cast<int>(HolidayCalendar::korea().dayType(d))).toUtf8());
    auto facts = open("facts.csv");
    facts->write("place,date,hour,grp,value\n");
    for (const MonthKey month : need(workspace.months(cube.id))) {
        for (int group = 0; group < cube.scheme.groups.size(); ++group) {
            const MonthCells cells = need(workspace.readMonth(cube.id, month, 0, {group}));
            QByteArray lines;
            for (int day = 0; day < cells.days; ++day) {
                const QByteArray date = QDate(yearOf(month), monthOf(month), day + 1).toString(Qt::ISODate).toLatin1();
                for (int hour = 0; hour < cells.hours; ++hour)
                    for (int place = 0; place < cells.places; ++place) {
                        const std::int64_t value = cells.cells[cells.index(0, 0, day, hour, place)];
                        if (value == kNotObserved) continue;
                        lines += QByteArray::number(place) + ',' + date + ',' + QByteArray::number(cube.firstHour + hour) + ',' +
                                 QByteArray::number(group) + ',' + QByteArray::number(static_cast<qlonglong>(value)) + '\n';
                    }
            }
            facts->write(lines);
        }
    }
}

/// MB of a line of /proc/self/status: VmRSS is now, VmHWM the most so far.
double megabytes(const char* line) {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) return 0;
    for (const QByteArray& text : status.readAll().split('\n'))
        if (text.startsWith(line)) return text.simplified().split(' ').value(1).toDouble() / 1024;
    return 0;
}

double elapsedMs(const QElapsedTimer& clock) {
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

QJsonObject summary(Times& times) {
    return {{"median", times.at(0.5)}, {"p99", times.at(0.99)}};
}

/// One stop over the whole period, warm: by day and by hour of the week, which are what the window asks, and its hourly series.
QJsonObject timeStops(QueryEngine& engine, const Workspace& workspace, const Dataset& cube, int stops, std::mt19937& random) {
    const auto places = need(workspace.places(cube.id));
    if (places.empty()) stop(QStringLiteral("the cube has no places"));
    Times reading, byDay, byWeekhour, series;
    QElapsedTimer clock;
    for (int i = 0; i < stops; ++i) {
        Query q;
        q.dataset = cube.id;
        q.areas = QStringList{QStringLiteral("place:") + places[random() % places.size()].code};
        clock.start();
        need(engine.run(q, Breakdown::Day));  // now the cells of every month are in memory
        reading.ms.push_back(elapsedMs(clock));
        clock.restart();
        need(engine.run(q, Breakdown::Day));
        byDay.ms.push_back(elapsedMs(clock));
        clock.restart();
        need(engine.run(q, Breakdown::HourWeekday));
        byWeekhour.ms.push_back(elapsedMs(clock));
        clock.restart();
        need(engine.run(q, Breakdown::DayHour));
        series.ms.push_back(elapsedMs(clock));
    }
    return {{"reading", summary(reading)}, {"day", summary(byDay)}, {"weekhour", summary(byWeekhour)}, {"series", summary(series)}};
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({{"workspace", "Workspace file", "file"},
                        {"dataset", "Cube", "id", "bus-stop-hourly"},
                        {"queries", "Number of random queries", "n", "200"},
                        {"seed", "Seed of the queries", "n", "1"},
                        {"cache", "Size of the cache in MB", "n", "512"},
                        {"repeat", "Warm runs of every query; the median counts", "n", "3"},
                        {"stops", "Number of random stops for the questions about one stop", "n", "20"},
                        {"out", "File for queries and answers as JSON lines", "file"},
                        {"summary", "File for the other times and the memory as JSON", "file"},
                        {"export", "Folder for facts.csv, places.csv, groups.csv, dates.csv", "folder"}});
    options.process(application);
    const auto workspace = need(Workspace::open(options.value("workspace"), OpenMode::ReadOnly));
    const Dataset cube = need(workspace->dataset(options.value("dataset")));
    QTextStream out(stdout);
    QJsonObject results;

    QElapsedTimer clock;
    clock.start();
    QueryEngine engine(workspace, options.value("cache").toULongLong() << 20);
    Query everything;
    everything.dataset = cube.id;
    need(engine.run(everything, Breakdown::Place));
    results["coldMs"] = elapsedMs(clock);
    out << "cold first answer (all places, whole period): " << results["coldMs"].toDouble() << " ms\n";
    clock.restart();
    if (const Status loaded = engine.preload(cube.id, 0, Progress::none()); !loaded) stop(loaded.error().message);
    results["preloadMs"] = elapsedMs(clock);
    out << "preload: " << results["preloadMs"].toDouble() << " ms, " << megabytes("VmRSS") << " MB\n";

    QStringList dongs;
    for (const DongInfo& dong : need(knownDongs(*workspace))) dongs << dong.code;
    std::mt19937 random(options.value("seed").toUInt());
    std::vector<Job> jobs;
    for (int i = 0; i < options.value("queries").toInt(); ++i)
        jobs.push_back({randomQuery(cube, dongs, random), kAll[random() % std::size(kAll)]});

    std::map<QString, Times> first, warm;
    Times all;
    QFile file(options.value("out"));
    if (options.isSet("out") && !file.open(QIODevice::WriteOnly)) stop(file.errorString());
    for (const Job& job : jobs) {
        clock.restart();
        need(engine.run(job.query, job.by));
        first[breakdownId(job.by)].ms.push_back(elapsedMs(clock));
    }
    for (const Job& job : jobs) {
        Times times;
        TablePtr table;
        for (int i = 0; i < std::max(1, options.value("repeat").toInt()); ++i) {
            clock.restart();
            table = need(engine.run(job.query, job.by));
            times.ms.push_back(elapsedMs(clock));
        }
        const double ms = times.at(0.5);
        all.ms.push_back(ms);
        warm[breakdownId(job.by)].ms.push_back(ms);
        if (file.isOpen()) file.write(QJsonDocument(describe(job, table, ms)).toJson(QJsonDocument::Compact) + '\n');
    }
    out << "by         n   first pass median / p99   warm median / p99 (ms)\n";
    for (auto& [by, times] : warm)
        out << by.leftJustified(9) << QString::number(times.ms.size()).rightJustified(4)
            << QStringLiteral("%1 / %2 %3 / %4\n")
                   .arg(first[by].at(0.5), 14, 'f', 2)
                   .arg(first[by].at(0.99), 0, 'f', 2)
                   .arg(times.at(0.5), 14, 'f', 3)
                   .arg(times.at(0.99), 0, 'f', 3);
    results["peakMB"] = megabytes("VmHWM");
    out << "all " << all.ms.size() << ": warm median " << all.at(0.5) << " ms, p99 " << all.at(0.99) << " ms; at most "
        << results["peakMB"].toDouble() << " MB\n";

    if (const int count = options.value("stops").toInt(); count > 0) {
        const QJsonObject stops = timeStops(engine, *workspace, cube, count, random);
        results["oneStop"] = stops;
        for (const QString& by : stops.keys())
            out << "one stop, whole period, " << by << ": warm median " << stops[by].toObject()["median"].toDouble() << " ms\n";
    }
    if (options.isSet("summary")) {
        QFile summaryFile(options.value("summary"));
        if (!summaryFile.open(QIODevice::WriteOnly)) stop(summaryFile.errorString());
        summaryFile.write(QJsonDocument(results).toJson());
    }
    // Last, because it takes memory.
    if (options.isSet("export")) exportFacts(*workspace, cube, options.value("export"));
    return 0;
}
