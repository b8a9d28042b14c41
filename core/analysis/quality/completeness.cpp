// SPDX-License-Identifier: GPL-3.0-or-later
// Which places have data on which days; weeks of them; who comes and goes.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/analysis/quality/level_shift.h"
#include "core/analysis/quality/quality.h"

namespace mudeung {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr int kWeek = 7;
constexpr int kLeastLevelDays = 4;  ///< of a week, for a mean of a level

QDate dateOf(const PlaceDays& data, int day) {
    return data.first.addDays(day);
}

/// First day numbers of bins, and one more for the end.
std::vector<int> binStarts(const PlaceDays& data, int daysPerBin) {
    std::vector<int> starts;
    for (int day = 0; day < data.days; ++day)
        if (day == 0 || daysPerBin == 1 || dateOf(data, day).dayOfWeek() == 1) starts.push_back(day);
    starts.push_back(data.days);
    return starts;
}

/// Nearest percent, but never 0 with data nor 100 with a gap.
qint8 percent(int part, int whole) {
    if (whole <= 0) return QualityMatrix::kOutside;
    if (part == 0) return 0;
    if (part == whole) return 100;
    return static_cast<qint8>(std::clamp(static_cast<int>(std::lround(100.0 * part / whole)), 1, 99));
}

/// Mean of a place over the days [from, to]: flows over all days, levels over those with data.
double meanOf(const PlaceDays& data, const PlaceCompleteness& c, bool flow) {
    double sum = 0.0;
    for (int day = c.firstDay; day <= c.lastDay; ++day)
        if (data.observed[data.index(c.place, day)]) sum += data.values[data.index(c.place, day)];
    return sum / (flow ? c.span() : std::max(1, c.daysWithData));
}

double weekOf(const PlaceDays& data, int place, int start, bool flow) {
    double sum = 0.0;
    int seen = 0;
    for (int day = start; day < start + kWeek; ++day) {
        const std::size_t i = data.index(place, day);
        if (!data.observed[i] || !std::isfinite(data.values[i])) continue;
        sum += data.values[i];
        ++seen;
    }
    if (flow) return seen > 0 ? sum / kWeek : kNone;
    return seen >= kLeastLevelDays ? sum / seen : kNone;
}

std::vector<char> daysOfAnybody(const PlaceDays& data) {
    std::vector<char> mentioned(static_cast<std::size_t>(data.days), 0);
    for (int p = 0; p < data.places(); ++p)
        for (int day = 0; day < data.days; ++day)
            if (data.observed[data.index(p, day)]) mentioned[static_cast<std::size_t>(day)] = 1;
    return mentioned;
}

}  // namespace

Completeness completenessOf(const PlaceDays& data) {
    Completeness result;
    result.days.resize(data.days);
    for (int p = 0; p < data.places(); ++p) {
        PlaceCompleteness place;
        place.place = p;
        for (int day = 0; day < data.days; ++day) {
            if (!data.observed[data.index(p, day)]) continue;
            if (place.firstDay < 0) place.firstDay = day;
            place.lastDay = day;
            ++place.daysWithData;
            ++result.days[day].withData;
        }
        for (int day = place.firstDay; day >= 0 && day <= place.lastDay; ++day) ++result.days[day].expected;
        result.places.append(place);
    }
    return result;
}

QualityMatrix qualityMatrix(const PlaceDays& data, const Completeness& completeness, int mostRows) {
    QualityMatrix matrix;
    matrix.daysPerBin = data.days <= kMostDayBins ? 1 : kWeek;
    const std::vector<int> starts = binStarts(data, matrix.daysPerBin);
    const int bins = static_cast<int>(starts.size()) - 1;
    for (int b = 0; b < bins; ++b) {
        matrix.bins.append(dateOf(data, starts[static_cast<std::size_t>(b)]));
        DayCompleteness all;
        for (int day = starts[static_cast<std::size_t>(b)]; day < starts[static_cast<std::size_t>(b) + 1]; ++day) {
            all.expected += completeness.days[day].expected;
            all.withData += completeness.days[day].withData;
        }
        matrix.all.push_back(percent(all.withData, all.expected));
    }
    std::vector<PlaceCompleteness> rows;
    for (const PlaceCompleteness& place : completeness.places)
        if (place.firstDay >= 0) rows.push_back(place);
    // Of equally complete places the one with the longer span first: more days are known of it.
    std::stable_sort(rows.begin(), rows.end(), [](const PlaceCompleteness& a, const PlaceCompleteness& b) {
        return a.share() != b.share() ? a.share() < b.share() : a.span() > b.span();
    });
    if (static_cast<int>(rows.size()) > mostRows) rows.resize(static_cast<std::size_t>(mostRows));
    for (const PlaceCompleteness& row : rows) {
        matrix.codes << data.codes[row.place];
        matrix.names << data.names[row.place];
        matrix.shares << row.share();
        for (int b = 0; b < bins; ++b) {
            int expected = 0;
            int seen = 0;
            const int to = std::min(starts[static_cast<std::size_t>(b) + 1] - 1, row.lastDay);
            for (int day = std::max(starts[static_cast<std::size_t>(b)], row.firstDay); day <= to; ++day) {
                ++expected;
                seen += data.observed[data.index(row.place, day)] ? 1 : 0;
            }
            matrix.cells.push_back(percent(seen, expected));
        }
    }
    return matrix;
}

std::vector<std::vector<double>> weeklyMeans(const PlaceDays& data, bool flow, QDate* monday) {
    const std::vector<char> mentioned = daysOfAnybody(data);
    const int first = data.days > 0 ? (8 - data.first.dayOfWeek()) % kWeek : 0;
    if (monday) *monday = data.first.addDays(first);
    std::vector<std::vector<double>> weeks(static_cast<std::size_t>(data.places()));
    for (int start = first; start + kWeek <= data.days; start += kWeek) {
        const auto from = mentioned.begin() + start;
        const bool whole = std::all_of(from, from + kWeek, [](char day) { return day != 0; });
        for (int p = 0; p < data.places(); ++p) weeks[static_cast<std::size_t>(p)].push_back(whole ? weekOf(data, p, start, flow) : kNone);
    }
    return weeks;
}

QVector<QualityFinding> gapsAndMoves(const PlaceDays& data, const Completeness& completeness, bool flow) {
    QVector<QualityFinding> gaps, appeared, vanished;
    const auto hasData = [&](int day) { return completeness.days[day].withData > 0; };
    int begin = 0;
    int end = data.days - 1;
    while (begin < data.days && !hasData(begin)) ++begin;
    while (end > begin && !hasData(end)) --end;
    for (int day = begin; day <= end && day < data.days; ++day) {
        if (hasData(day)) continue;
        QualityFinding gap;
        gap.date = dateOf(data, day);
        while (day < end && !hasData(day + 1)) ++day;
        gap.until = dateOf(data, day);
        gaps.append(gap);
    }
    for (const PlaceCompleteness& place : completeness.places) {
        if (place.firstDay < 0) continue;
        QualityFinding finding;
        finding.code = data.codes[place.place];
        finding.name = data.names[place.place];
        finding.amount = meanOf(data, place, flow);
        if (place.firstDay - begin > kComesAndGoesDays) {
            finding.kind = FindingKind::Appeared;
            finding.date = dateOf(data, place.firstDay);
            appeared.append(finding);
        }
        if (end - place.lastDay > kComesAndGoesDays) {
            finding.kind = FindingKind::Vanished;
            finding.date = dateOf(data, place.lastDay + 1);
            vanished.append(finding);
        }
    }
    for (QVector<QualityFinding>* list : {&appeared, &vanished})
        std::stable_sort(list->begin(), list->end(), [](const QualityFinding& a, const QualityFinding& b) { return a.amount > b.amount; });
    return gaps + appeared + vanished;
}

QVector<QualityFinding> shiftsOf(const PlaceDays& data, bool flow, Progress& progress) {
    QVector<QualityFinding> found;
    QDate monday;
    std::vector<std::vector<double>> weeks = weeklyMeans(data, flow, &monday);
    const std::vector<double> common = flow ? commonWeeks(weeks) : std::vector<double>();
    for (int p = 0; p < data.places(); ++p) {
        if (progress.isCancelled()) break;
        progress.set(static_cast<double>(p) / data.places());
        std::vector<double>& own = weeks[static_cast<std::size_t>(p)];
        for (std::size_t w = 0; w < common.size(); ++w) own[w] /= common[w];
        for (const LevelShift& shift : levelShifts(own, flow)) {
            QualityFinding finding;
            finding.kind = FindingKind::LevelShift;
            finding.code = data.codes[p];
            finding.name = data.names[p];
            finding.date = monday.addDays(qint64{kWeek} * shift.week);
            finding.before = shift.before;
            finding.after = shift.after;
            finding.amount = std::abs(shift.after - shift.before);
            found.append(finding);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const QualityFinding& a, const QualityFinding& b) { return a.amount > b.amount; });
    return found;
}

}  // namespace mudeung
