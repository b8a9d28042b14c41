// SPDX-License-Identifier: GPL-3.0-or-later
// The hot kernels, each on the same made input, for counting instructions: only what runs inside a kernel_* function is counted.
// Prints a number that depends on the whole result, so that nothing can be optimised away and a wrong result is seen.
#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>
#include <functional>
#include <map>
#include <random>

#include "core/analysis/density/density.h"
#include "core/cube/query_engine.h"
#include "core/import/importer.h"
#include "core/import/row_source.h"
#include "core/store/blob_codec.h"

using namespace mudeung;

namespace {

constexpr int kStops = 60;
constexpr int kDays = 31;

[[noreturn]] void stop(const QString& why) {
    QTextStream(stderr) << why << '\n';
    std::exit(1);
}

/// Stop × day × age rows with 19 hours across: 60 × 31 × 7 × 19 numbers.
QByteArray ridership() {
    std::mt19937 random(11);
    QByteArray text = "날짜,정류소번호,정류소명,구분,연령대";
    for (int h = 5; h < 24; ++h)
        text += QStringLiteral(",%1_%2").arg(h, 2, 10, QLatin1Char('0')).arg((h + 1) % 24, 2, 10, QLatin1Char('0')).toUtf8();
    text += '\n';
    for (int day = 0; day < kDays; ++day) {
        const QByteArray date = QDate(2024, 3, 1).addDays(day).toString(Qt::ISODate).toUtf8();
        for (int stop = 0; stop < kStops; ++stop)
            for (const char* age : {"0-12세", "13-18세", "19-34세", "35-49세", "50-64세", "65-74세", "75세 이상"}) {
                text += date + ',' + QByteArray::number(1000 + stop) + ",정류소,승차," + age;
                for (int h = 5; h < 24; ++h) text += ',' + QByteArray::number(int(random() % 90));
                text += '\n';
            }
    }
    return text;
}

QString writeFile(const QTemporaryDir& folder) {
    const QString path = folder.filePath(QStringLiteral("bus_stop_hourly.csv"));
    QFile file(path);
    const QByteArray text = ridership();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) stop(file.errorString());
    return path;
}

std::shared_ptr<Workspace> newWorkspace(const QTemporaryDir& folder) {
    auto workspace = Workspace::create(folder.filePath(QStringLiteral("city.mudeung")));
    if (!workspace) stop(workspace.error().message);
    return *workspace;
}

extern "C" {

[[gnu::noinline]] qint64 kernel_read(const QString& path) {
    auto source = openRowSource(path);
    if (!source) stop(source.error().message);
    Row row;
    qint64 cells = 0;
    for (auto more = (*source)->next(row); more && *more; more = (*source)->next(row)) cells += static_cast<qint64>(row.cells.size());
    return cells;
}

[[gnu::noinline]] qint64 kernel_import(Workspace& workspace, const QString& path) {
    const auto outcome = importFile(workspace, path, {}, Progress::none());
    if (!outcome) stop(outcome.error().message);
    return outcome->report.rowsKept;
}

[[gnu::noinline]] qint64 kernel_encode(const std::vector<std::int64_t>& cells, const store::SlabShape& shape) {
    qint64 bytes = 0;
    for (int i = 0; i < 10; ++i) bytes += store::encodeSlab(cells.data(), shape, {1, i, 1}).size();
    return bytes;
}

[[gnu::noinline]] qint64 kernel_decode(const QByteArray& blob) {
    qint64 sum = 0;
    for (int i = 0; i < 10; ++i) {
        store::SlabShape shape{kDays, 24, 128};
        std::vector<std::int64_t> cells;
        QString problem;
        const store::Bytes bytes{reinterpret_cast<const std::uint8_t*>(blob.constData()), static_cast<std::size_t>(blob.size())};
        if (!store::decodeSlab(bytes, {1, 2, 1}, shape, cells, problem)) stop(problem);
        for (const std::int64_t cell : cells) sum += cell == kNotObserved ? 0 : cell;
    }
    return sum;
}

[[gnu::noinline]] qint64 kernel_query(QueryEngine& engine, const std::vector<std::pair<Query, Breakdown>>& queries) {
    qint64 sum = 0;
    for (const auto& [query, by] : queries) {
        const auto table = engine.run(query, by);
        if (!table) stop(table.error().message);
        sum += (*table)->totalSum;
    }
    return sum;
}

[[gnu::noinline]] qint64 kernel_density(const std::vector<WeightedPoint>& points, const GridSpec& grid) {
    const DensityGrid density = kernelDensity(Kernel::Quartic, points, grid, 500.0, 1);
    double sum = 0.0;
    for (const double value : density.values) sum += value;
    return qRound64(sum);
}

}  // extern "C"

/// Hourly numbers of 128 places: small, many of them zero, as at real stops.
std::vector<std::int64_t> slabCells() {
    std::mt19937 random(5);
    std::vector<std::int64_t> cells(std::size_t{kDays} * 24 * 128);
    for (auto& cell : cells) cell = random() % 3 ? static_cast<std::int64_t>(random() % 40) : random() % 50 ? 0 : kNotObserved;
    return cells;
}

qint64 encodeKernel() {
    return kernel_encode(slabCells(), {kDays, 24, 128});
}

qint64 decodeKernel() {
    return kernel_decode(store::encodeSlab(slabCells().data(), {kDays, 24, 128}, {1, 2, 1}));
}

qint64 readKernel() {
    const QTemporaryDir folder;
    return kernel_read(writeFile(folder));
}

qint64 importKernel() {
    const QTemporaryDir folder;
    const auto workspace = newWorkspace(folder);
    return kernel_import(*workspace, writeFile(folder));
}

qint64 queryKernel() {
    const QTemporaryDir folder;
    const auto workspace = newWorkspace(folder);
    const auto outcome = importFile(*workspace, writeFile(folder), {}, Progress::none());
    if (!outcome) stop(outcome.error().message);
    QueryEngine engine(workspace);
    std::vector<std::pair<Query, Breakdown>> queries;
    for (const Breakdown by : {Breakdown::Place, Breakdown::Group, Breakdown::Hour, Breakdown::HourWeekday, Breakdown::Day})
        for (int i = 0; i < 4; ++i) {
            Query q;
            q.dataset = outcome->dataset;
            q.dayTypes = i % 2 ? kAllDayTypes : DayTypeMask(1);
            q.hours = i < 2 ? kAllHours : HourMask(3u << 7);
            if (i == 3) q.period = Period{QDate(2024, 3, 4), QDate(2024, 3, 19)};
            queries.emplace_back(q, by);
        }
    kernel_query(engine, queries);  // fills the cache; counted twice, cold and warm together
    return kernel_query(engine, queries);
}

qint64 densityKernel() {
    std::mt19937 random(3);
    std::vector<WeightedPoint> points(800);
    for (auto& point : points) point = {200000.0 + double(random() % 10000), 280000.0 + double(random() % 10000), double(random() % 500)};
    return kernel_density(points, {200000.0, 290000.0, 50.0, 200, 200});
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const std::map<QString, std::function<qint64()>> kernels{{"decode", decodeKernel}, {"density", densityKernel}, {"encode", encodeKernel},
                                                             {"import", importKernel}, {"query", queryKernel},     {"read", readKernel}};
    const auto chosen = kernels.find(argc == 2 ? QString::fromLocal8Bit(argv[1]) : QString());
    if (chosen == kernels.end()) {
        QTextStream out(stderr);
        out << "kernels NAME, NAME =";
        for (const auto& [name, run] : kernels) out << ' ' << name;
        out << '\n';
        return 2;
    }
    QTextStream(stdout) << chosen->second() << '\n';
    return 0;
}
