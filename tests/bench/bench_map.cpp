// SPDX-License-Identifier: GPL-3.0-or-later
// Times of the map and the window on one workspace: bench_map density|window|start WORKSPACE. Run by tests/bench/run-map.
#include "tests/bench/bench_map.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QTextStream>

namespace mudeung::bench {

void stop(const QString& why) {
    QTextStream(stderr) << why << '\n';
    // Without the destructors of QGIS, which wait for threads that may be what hangs.
    std::_Exit(1);
}

}  // namespace mudeung::bench

int main(int argc, char* argv[]) {
    using namespace mudeung::bench;
    const auto argument = [&](int i) { return i < argc ? QString::fromLocal8Bit(argv[i]) : QString(); };
    const QString job = argument(1), workspace = argument(2);
    const int count = argument(3).toInt();
    if (!QFileInfo(workspace).isFile() || (job != QLatin1String("start") && count < 1))
        stop(QStringLiteral(
            "bench_map density WORKSPACE RUNS | window WORKSPACE MOVES [circles|choropleth|hexagons|squares] | start WORKSPACE"));
    QJsonObject results;
    if (job == QLatin1String("density")) {
        results = densityFrames(workspace, count, 15.0);
    } else if (job == QLatin1String("window")) {
        results = windowMoves(workspace, count, argument(4));
    } else if (job == QLatin1String("start")) {
        results = windowStart(workspace);
    } else {
        stop(QStringLiteral("bench_map does not know %1").arg(job));
    }
    QTextStream(stdout) << QJsonDocument(results).toJson(QJsonDocument::Compact) << '\n';
    return 0;
}
