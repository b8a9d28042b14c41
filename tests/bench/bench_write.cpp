// SPDX-License-Identifier: GPL-3.0-or-later
// How long the workspace is busy when a corrected month comes in: two files of the same month replace each other again and again. The
// import changes its phase when everything is parsed and packed, and from there to the end is the write with its checks. The processor's
// time tells whether the machine was busy with something else.
//   bench_write WORKSPACE MONTH.csv CORRECTED.csv [ROUNDS]
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>
#include <ctime>

#include "core/import/importer.h"

using namespace mudeung;

namespace {

[[noreturn]] void stop(const QString& why) {
    QTextStream(stderr) << why << '\n';
    std::exit(1);
}

/// A Progress that remembers when its last phase began.
struct PhaseClock {
    PhaseClock() { clock.start(); }
    QElapsedTimer clock;
    QString phase;
    qint64 began = 0;
    std::clock_t processor = 0;
    Progress progress{[this](const ProgressReport& report) {
        if (report.phase == phase) return;
        phase = report.phase;
        began = clock.nsecsElapsed();
        processor = std::clock();
    }};
};

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    if (argc < 4) stop(QStringLiteral("bench_write WORKSPACE MONTH.csv CORRECTED.csv [ROUNDS]"));
    const auto workspace = Workspace::open(QString::fromLocal8Bit(argv[1]), OpenMode::ReadWrite);
    if (!workspace) stop(workspace.error().message);
    const int rounds = argc > 4 ? std::max(1, QString::fromLocal8Bit(argv[4]).toInt()) : 3;
    ImportOptions options;
    options.onExisting = OnExisting::Replace;
    QTextStream out(stdout);
    for (int i = 0; i < 2 * rounds; ++i) {
        PhaseClock times;
        const auto outcome = importFile(**workspace, QString::fromLocal8Bit(argv[2 + i % 2]), options, times.progress);
        const qint64 ended = times.clock.nsecsElapsed();
        const double processor = static_cast<double>(std::clock() - times.processor) / CLOCKS_PER_SEC;
        if (!outcome) stop(outcome.error().message + QLatin1Char(' ') + outcome.error().detail);
        // The first file may be what the month already holds.
        if (i > 0 && outcome->write.monthsReplaced != 1) stop(QStringLiteral("not one month was replaced"));
        if (i == 0 && outcome->write.noop) continue;
        out << "parsed " << static_cast<double>(times.began) / 1e9 << " s, written " << static_cast<double>(ended - times.began) / 1e9
            << " s, of which processor " << processor << " s (" << times.phase << ")\n";
        out.flush();
    }
    return 0;
}
