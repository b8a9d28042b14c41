// SPDX-License-Identifier: GPL-3.0-or-later
// MB/s of each step of reading a delimited file: the hash, the encoding decision, the rows. Best of a few rounds, on one core.
//   bench_reader FILE [ROUNDS]
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTextStream>
#include <functional>

#include "core/import/csv_reader.h"
#include "core/import/row_source.h"

using namespace mudeung;

namespace {

[[noreturn]] void stop(const QString& why) {
    QTextStream(stderr) << why << '\n';
    std::exit(1);
}

std::unique_ptr<ByteSource> openBytes(const QString& path) {
    auto bytes = ByteSource::open(path, QFileInfo(path).fileName());
    if (!bytes) stop(bytes.error().message);
    return std::move(*bytes);
}

EncodingDecision decide(const QString& path) {
    const auto bytes = openBytes(path);
    const auto decision = decideEncoding(*bytes, {});
    if (!decision) stop(decision.error().message);
    return *decision;
}

QString hash(const QString& path) {
    const auto sum = sha256OfFile(path, Progress::none());
    if (!sum) stop(sum.error().message);
    return sum->left(16);
}

QString text(const QString& path, const EncodingDecision& decision) {
    TextStream stream(openBytes(path), decision);
    std::string chunk;
    qint64 total = 0;
    for (;;) {
        chunk.clear();
        const auto more = stream.more(chunk);
        if (!more) stop(more.error().message);
        if (!*more) return QStringLiteral("%1 bytes of UTF-8").arg(total);
        total += static_cast<qint64>(chunk.size());
    }
}

QString rows(const QString& path, const EncodingDecision& decision) {
    const auto source = openCsv(openBytes(path), decision, {});
    if (!source) stop(source.error().message);
    Row row;
    qint64 count = 0;
    qint64 cells = 0;
    qint64 letters = 0;
    for (;;) {
        const auto more = (*source)->next(row);
        if (!more) stop(more.error().message);
        if (!*more) break;
        ++count;
        cells += static_cast<qint64>(row.cells.size());
        for (const std::string_view cell : row.cells) letters += static_cast<qint64>(cell.size());
    }
    return QStringLiteral("%1 rows, %2 cells, %3 bytes in them").arg(count).arg(cells).arg(letters);
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    if (argc < 2) stop(QStringLiteral("bench_reader FILE [ROUNDS]"));
    const QString path = QString::fromLocal8Bit(argv[1]);
    const int rounds = argc > 2 ? std::max(1, QString::fromLocal8Bit(argv[2]).toInt()) : 3;
    const double megabytes = static_cast<double>(QFileInfo(path).size()) / 1e6;
    QTextStream out(stdout);
    const EncodingDecision decision = decide(path);
    const std::vector<std::pair<QString, std::function<QString()>>> steps{{QStringLiteral("hash"), [&] { return hash(path); }},
                                                                          {QStringLiteral("decide"), [&] { return decide(path).name; }},
                                                                          {QStringLiteral("text"), [&] { return text(path, decision); }},
                                                                          {QStringLiteral("rows"), [&] { return rows(path, decision); }}};
    for (const auto& [name, step] : steps) {
        qint64 best = 0;
        QString result;
        for (int round = 0; round < rounds; ++round) {
            QElapsedTimer timer;
            timer.start();
            result = step();
            const qint64 took = std::max<qint64>(1, timer.nsecsElapsed());
            best = round == 0 ? took : std::min(best, took);
        }
        const double seconds = static_cast<double>(best) / 1e9;
        out << QStringLiteral("%1 %2 MB/s  %3 s  %4\n")
                   .arg(name, -8)
                   .arg(megabytes / seconds, 8, 'f', 0)
                   .arg(seconds, 0, 'f', 3)
                   .arg(result);
        out.flush();
    }
    return 0;
}
