// SPDX-License-Identifier: GPL-3.0-or-later
// Hourly boardings and alightings, one file a month: bus stops and metro stations.
#include <QCoreApplication>
#include <QDir>
#include <algorithm>

#include "core/sample/bus_days.h"
#include "core/sample/published_files.h"
#include "core/sample/random.h"
#include "core/sample/text_file.h"

namespace mudeung::sample {
namespace {

QDate lastDayOf(QDate month) {
    return month.addMonths(1).addDays(-1);
}

QString headerLine(const QString& first) {
    QString header = first;
    for (int h = 0; h < kHours; ++h)
        header += QStringLiteral(",%1_%2").arg(5 + h, 2, 10, QLatin1Char('0')).arg(6 + h, 2, 10, QLatin1Char('0'));
    return header + QStringLiteral("\r\n");
}

/// Texts that repeat on every row, encoded once.
struct Labels {
    std::array<std::string, kKinds> kinds;
    std::array<std::string, kGroups> groups;
};

Labels labelsOf(const Facts& facts, bool trailingBlank) {
    Labels labels;
    const QString blank = trailingBlank ? QStringLiteral(" ") : QString();
    labels.kinds = {"," + toCp949(QStringLiteral("승차") + blank), "," + toCp949(QStringLiteral("하차") + blank)};
    for (int g = 0; g < kGroups; ++g) labels.groups[g] = "," + toCp949(facts.groups[g]);
    return labels;
}

std::string dateText(QDate date) {
    return date.toString(Qt::ISODate).toStdString();
}

QString monthPath(const QString& folder, const QString& pattern, QDate month) {
    return QDir(folder).filePath(pattern.arg(month.toString(QStringLiteral("yyyyMM"))));
}

Result<QString> finished(TextFile& file, const QString& path) {
    const Status status = file.finish();
    return status ? Result<QString>(path) : Result<QString>(status.error());
}

/// ",1001,NAME" of every stop.
std::vector<std::string> stopTexts(const City& city) {
    std::vector<std::string> texts;
    texts.reserve(city.stops.size());
    for (const Stop& stop : city.stops) texts.push_back("," + std::to_string(stop.ars) + "," + toCp949(stop.name));
    return texts;
}

/// An hour without a passenger is blank: the cards of that hour hold no record, so there is nothing to count.
void writeBusDay(TextFile& file, const std::vector<std::string>& stops, const Labels& labels, const BusDay& day) {
    const std::string date = dateText(day.date);
    for (std::size_t s = 0; s < stops.size(); ++s) {
        for (int kind = 0; kind < kKinds; ++kind) {
            for (int g = 0; g < kGroups; ++g) {
                const HourCounts& counts = day.at(s, kind, g);
                if (std::all_of(counts.begin(), counts.end(), [](int count) { return count == 0; })) continue;
                file << date << stops[s] << labels.kinds[kind] << labels.groups[g];
                for (const int count : counts) {
                    file << ",";
                    if (count != 0) file << count;
                }
                file << "\r\n";
            }
        }
    }
}

}  // namespace

std::vector<QDate> monthsOf(const City& city) {
    std::vector<QDate> months;
    for (QDate month(city.firstDay.year(), city.firstDay.month(), 1); month <= city.lastDay; month = month.addMonths(1))
        months.push_back(month);
    return months;
}

Result<QString> writeBusMonth(const City& city, const std::vector<DayEffect>& effects, QDate month, const QString& folder,
                              const Progress& progress) {
    const QString path = monthPath(folder, city.facts.city + QStringLiteral("_시내버스_정류장별_시간대별_이용객_%1.csv"), month);
    TextFile file(path);
    file << toCp949(headerLine(QStringLiteral("일자,정류장번호,정류장명,구분,연령대")));
    const std::vector<std::string> stops = stopTexts(city);
    const Labels labels = labelsOf(city.facts, false);
    BusDays days(city, effects);
    BusDay day;
    const QDate last = std::min(lastDayOf(month), city.lastDay);
    for (QDate date = std::max(month, city.firstDay); date <= last; date = date.addDays(1)) {
        if (progress.isCancelled())
            return Error{ErrorCode::Cancelled, QCoreApplication::translate("Sample", "The sample city was not made."), {}};
        days.draw(date, day);
        if (!day.missing) writeBusDay(file, stops, labels, day);
    }
    return finished(file, path);
}

Result<QString> writeMetroMonth(const City& city, const std::vector<DayEffect>& effects, QDate month, const QString& folder) {
    const QString path = monthPath(folder, QStringLiteral("광주교통공사_역일시간대별_승하차량_%1.csv"), month);
    TextFile file(path);
    file << toCp949(headerLine(QStringLiteral("일자,역번호,역명,구분,연령대")));
    const Facts& facts = city.facts;
    const std::vector<QDate> months = monthsOf(city);
    // One published month carries blanks after 승차 and 하차; readers have to live with it.
    const Labels labels = labelsOf(facts, month == months[months.size() / 2]);
    Random random(city.options.seed, "metro-month", static_cast<std::uint64_t>(month.toJulianDay()));
    const QDate last = std::min(lastDayOf(month), city.lastDay);
    std::vector<PlaceRates> rates;
    std::vector<std::string> codes;
    for (const Station& station : facts.stations) {
        GroupValues daily{};
        for (int g = 0; g < kGroups; ++g) daily[g] = facts.metroBoardingsPerDay * station.weight * facts.metroShare[g];
        const double km = distanceMeters(pointAt(station.lon, station.lat), facts.centre) / 1000.0;
        rates.push_back(ratesOf(facts, daily, std::clamp(0.25 + 0.07 * km, 0.25, 0.8), facts.metroAlightingRatio));
        codes.push_back("," + std::to_string(station.code) + "," + toCp949(station.name));
    }
    HourCounts counts{};
    for (QDate date = std::max(month, city.firstDay); date <= last; date = date.addDays(1)) {
        const DayEffect& effect = effectOn(city, effects, date);
        const std::string day = dateText(date);
        for (std::size_t s = 0; s < codes.size(); ++s) {
            for (int kind = 0; kind < kKinds; ++kind) {
                for (int g = 0; g < kGroups; ++g) {
                    std::array<double, kHours> means = rates[s][effect.workday ? 1 : 0][kind][g];
                    const bool crowd = date == city.festival && facts.stations[s].code == 104 && g == 2;
                    for (int h = 12; crowd && h < kHours - 1; ++h) means[h] = means[h] * 4.0 + 900.0;
                    if (!drawHours(random, means, crowd ? 1.0 : effect.factor[g], counts)) continue;
                    file << day << codes[s] << labels.kinds[kind] << labels.groups[g];
                    for (const int count : counts) file << "," << quotedThousands(count);
                    file << "\r\n";
                }
            }
        }
    }
    return finished(file, path);
}

Result<QStringList> writeMonthFiles(const City& city, const std::vector<DayEffect>& effects, QDate month, const QString& folder,
                                    const Progress& progress) {
    const auto bus = writeBusMonth(city, effects, month, folder, progress);
    if (!bus) return bus.error();
    const auto metro = writeMetroMonth(city, effects, month, folder);
    if (!metro) return metro.error();
    const auto present = writePresentMonth(city, effects, month, folder, progress);
    if (!present) return present.error();
    return QStringList{*bus, *metro, *present};
}

}  // namespace mudeung::sample
