// SPDX-License-Identifier: GPL-3.0-or-later
// Two periods and level shifts at the size of a city: seconds of the kernels on made days, false discoveries on whole made cities; with a
// workspace also the analyses from question to result.
//   bench_change [--places 2420] [--days 730] [--cities 20] [--workspace FILE --dataset ID]
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>
#include <algorithm>
#include <limits>

#include "core/analysis/change_points/level_shift_dates.h"
#include "core/analysis/frame/registry.h"
#include "core/analysis/period_comparison/period_comparison.h"
#include "tests/support/simulated_city.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {

QTextStream& out() {
    static QTextStream stream(stdout);
    return stream;
}

/// The shortest of several runs, in milliseconds: the machine may be busy.
template <typename Work>
double shortest(int runs, const Work& work) {
    double best = std::numeric_limits<double>::infinity();
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer clock;
        clock.start();
        work();
        best = std::min(best, static_cast<double>(clock.nsecsElapsed()) * 1e-6);
    }
    return best;
}

DayMatrix half(const DayMatrix& days, int from, int count) {
    DayMatrix part(days.series, count);
    for (int s = 0; s < days.series; ++s)
        for (int d = 0; d < count; ++d) part.at(s, d) = days.at(s, from + d);
    return part;
}

std::vector<DayClass> weekdays(int days) {
    std::vector<DayClass> classes;
    for (int d = 0; d < days; ++d) classes.push_back(static_cast<DayClass>(d % 7));
    return classes;
}

void times(int places, int days) {
    CityOptions options;
    options.places = places;
    Random random(1);
    const auto made = makePlaces(options, random);
    const DayMatrix all = simulateDays(made, QDate(2023, 1, 2), days, random,
                                       [&](int p, int d) { return d >= days / 2 ? made[static_cast<std::size_t>(p)].change : 1.0; });
    const DayMatrix before = half(all, 0, days / 2);
    const DayMatrix now = half(all, days - days / 2, days / 2);
    for (const int threads : {1, 2}) {
        ComparisonOptions comparison;
        comparison.threads = threads;
        ShiftOptions shifts;
        shifts.threads = threads;
        out() << places << " places, " << days / 2 << " pairs of days, " << threads << " threads: two periods "
              << shortest(5, [&] { comparePeriods(before, now, comparison); }) << " ms\n";
        out() << places << " places, " << days << " days, " << threads << " threads: level shifts "
              << shortest(3, [&] { levelShiftDates(all, weekdays(days), 0, shifts); }) << " ms\n";
        out().flush();
    }
}

/// Twelve weeks against twelve, one place in ten changed.
void discoveries(int places, int cities) {
    double rate = 0.0, power = 0.0;
    for (int c = 0; c < cities; ++c) {
        CityOptions options;
        options.places = places;
        Random random(2, static_cast<std::uint64_t>(c));
        const auto made = makePlaces(options, random);
        const QDate first(2024, 4, 1);
        const DayMatrix before = simulateDays(made, first, 84, random, [](int, int) { return 1.0; });
        const DayMatrix now = simulateDays(made, first, 84, random, [&](int p, int) { return made[static_cast<std::size_t>(p)].change; });
        const PeriodComparison result = comparePeriods(before, now, {});
        int truly = 0, falsely = 0, changed = 0;
        for (std::size_t p = 0; p < made.size(); ++p) {
            const Verdict v = result.series[p].verdict;
            const bool real = v != Verdict::Unclear && v != Verdict::TooFewDays;
            changed += made[p].change != 1.0;
            if (real) ++(made[p].change != 1.0 ? truly : falsely);
        }
        rate += static_cast<double>(falsely) / std::max(1, truly + falsely) / cities;
        power += static_cast<double>(truly) / std::max(1, changed) / cities;
    }
    out() << cities << " cities of " << places << " places: false discovery rate " << rate << " of 0.05, power " << power << '\n';
}

int analysesOf(const QString& file, const QString& dataset) {
    auto workspace = Workspace::open(file, OpenMode::ReadOnly);
    if (!workspace) {
        QTextStream(stderr) << workspace.error().message << '\n';
        return 1;
    }
    QueryEngine engine(*workspace);
    Query query;
    query.dataset = dataset;
    const auto subject = subjectOf(engine, query);
    if (!subject) {
        QTextStream(stderr) << subject.error().message << '\n';
        return 1;
    }
    for (const AnalysisInfo* info : {&changeAnalysis(), &shiftsAnalysis()}) {
        const auto values = readParameters(info->parameters(*subject), {});
        if (!values) return 1;
        AnalysisData data;
        const double ms = shortest(2, [&] {
            auto result = info->run({engine, *subject, 0}, *values, Progress::none());
            if (result) data = *result;
        });
        out() << info->id << ", whole analysis: " << ms << " ms\n";
        for (const QString& note : info->view(*subject, *values, data).notes) out() << "  " << note << '\n';
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{"places", "places", "n", "2420"},
                       {"days", "days", "n", "730"},
                       {"cities", "made cities", "n", "20"},
                       {"workspace", "workspace", "file"},
                       {"dataset", "dataset", "id"}});
    parser.process(app);
    times(parser.value("places").toInt(), parser.value("days").toInt());
    discoveries(parser.value("places").toInt(), parser.value("cities").toInt());
    return parser.isSet("workspace") ? analysesOf(parser.value("workspace"), parser.value("dataset")) : 0;
}
