// SPDX-License-Identifier: GPL-3.0-or-later
// The two entry points: files into a folder, and a whole workspace by way of the ordinary import.
#include "core/sample/sample_city.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <exception>
#include <thread>

#include "core/sample/published_files.h"

namespace mudeung {
namespace {

using namespace sample;

/// On a thread of its own: exceptions become errors here.
Result<QStringList> writeMonth(const City& city, const std::vector<DayEffect>& effects, QDate month, const QString& folder,
                               const Progress& progress) {
    try {
        return writeMonthFiles(city, effects, month, folder, progress);
    } catch (const std::exception& e) {
        return Error{ErrorCode::Internal, QCoreApplication::translate("Sample", "The sample city could not be made."),
                     QString::fromUtf8(e.what())};
    }
}

/// Months by two threads; which thread writes a month does not matter to its bytes.
Result<QStringList> writeMonths(const City& city, const QString& folder, Progress& progress) {
    const auto effects = dayEffects(city);
    const auto months = monthsOf(city);
    QStringList bus;
    QStringList metro;
    QStringList present;
    for (std::size_t first = 0; first < months.size(); first += 2) {
        std::vector<Result<QStringList>> written(2, Result<QStringList>(QStringList()));
        std::thread other;
        if (first + 1 < months.size())
            other = std::thread([&] { written[1] = writeMonth(city, effects, months[first + 1], folder, progress); });
        written[0] = writeMonth(city, effects, months[first], folder, progress);
        if (other.joinable()) other.join();
        for (const auto& result : written) {
            if (!result) return result.error();
            if (result->isEmpty()) continue;
            bus << result->at(0);
            metro << result->at(1);
            present << result->at(2);
        }
        progress.set(static_cast<double>(std::min(first + 2, months.size())) / static_cast<double>(months.size()));
    }
    return bus + metro + present;
}

}  // namespace

Status checkSampleTarget(const QString& path) {
    const QFileInfo target(path);
    if (!target.exists() && !target.isSymLink()) return done();
    const QString message =
        QCoreApplication::translate("Sample", "%1 exists already. Choose another name for the sample city, or remove that file first.");
    return Error{ErrorCode::Usage, message.arg(QDir::toNativeSeparators(path)), QString()};
}

Result<QStringList> writeSampleFiles(const QString& folder, const SampleOptions& options, Progress& progress) {
    progress.setPhase(QCoreApplication::translate("Sample", "Laying out the sample city"), 0.0, 0.1);
    if (!QDir().mkpath(folder)) {
        const QString message =
            QCoreApplication::translate("Sample", "The folder %1 cannot be created. Choose a folder that you may write to.");
        return Error{ErrorCode::Io, message.arg(QDir::toNativeSeparators(folder)), QString()};
    }
    const auto city = planCity(options);
    if (!city) return city.error();
    auto layers = writeLayerFiles(*city, folder);
    if (!layers) return layers.error();
    progress.setPhase(QCoreApplication::translate("Sample", "Writing the sample city's files"), 0.1, 1.0);
    auto months = writeMonths(*city, folder, progress);
    if (!months) return months.error();
    progress.set(1.0);
    return *layers + *months;
}

}  // namespace mudeung
