// SPDX-License-Identifier: GPL-3.0-or-later
// Population present by dong, hour, sex and age: one file a month as Seoul publishes its living population (LOCAL_PEOPLE_DONG).
#include <QCoreApplication>
#include <QDir>
#include <algorithm>

#include "core/sample/bus_days.h"
#include "core/sample/present_people.h"
#include "core/sample/published_files.h"
#include "core/sample/text_file.h"

namespace mudeung::sample {
namespace {

constexpr int kMaskedBelow = 4;  ///< fewer persons are not published

QString headerLine() {
    QString header = QStringLiteral("기준일ID,시간대구분,행정동코드,총생활인구수");
    for (const char* sex : {"남자", "여자"}) {
        for (int band = 0; band < kBands; ++band) {
            const int from = band == 0 ? 0 : band * 5 + 5;
            const QString age = band == kBands - 1 ? QStringLiteral("%1세이상").arg(from)
                                                   : QStringLiteral("%1세부터%2세").arg(from).arg(band == 0 ? 9 : from + 4);
            header += QStringLiteral(",") + QString::fromUtf8(sex) + age + QStringLiteral("생활인구수");
        }
    }
    return header + QStringLiteral("\n");
}

/// The publisher ends its rows with a comma, so they have one field more than the header.
void writeRow(TextFile& file, const std::string& start, const PresentCounts& counts) {
    int total = 0;
    for (const int count : counts) total += count;
    file << start << total;
    for (const int count : counts) {
        file << ",";
        if (count < kMaskedBelow)
            file << "*";
        else
            file << count;
    }
    file << ",\n";
}

}  // namespace

Result<QString> writePresentMonth(const City& city, const std::vector<DayEffect>& effects, QDate month, const QString& folder,
                                  const Progress& progress) {
    const QString path = QDir(folder).filePath(QStringLiteral("LOCAL_PEOPLE_DONG_%1.csv").arg(month.toString(QStringLiteral("yyyyMM"))));
    TextFile file(path);
    file << "\xEF\xBB\xBF" << headerLine().toStdString();
    const PresentPeople people(city);
    std::vector<std::string> codes;
    for (const Dong& dong : city.dongs) codes.push_back(dong.code.left(8).toStdString() + ",");
    Random noise(city.options.seed, "present-month", static_cast<std::uint64_t>(month.toJulianDay()));
    std::vector<PresentCounts> counts;
    const QDate last = std::min(month.addMonths(1).addDays(-1), city.lastDay);
    for (QDate date = std::max(month, city.firstDay); date <= last; date = date.addDays(1)) {
        if (progress.isCancelled())
            return Error{ErrorCode::Cancelled, QCoreApplication::translate("Sample", "The sample city was not made."), {}};
        const DayEffect& effect = effectOn(city, effects, date);
        for (int hour = 0; hour < kPresentHours; ++hour) {
            people.present(effect, hour, noise, counts);
            const std::string start =
                date.toString(QStringLiteral("yyyyMMdd,")).toStdString() + (hour < 10 ? "0" : "") + std::to_string(hour) + ",";
            for (std::size_t d = 0; d < codes.size(); ++d) writeRow(file, start + codes[d], counts[d]);
        }
    }
    const Status status = file.finish();
    return status ? Result<QString>(path) : Result<QString>(status.error());
}

}  // namespace mudeung::sample
