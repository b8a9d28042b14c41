// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the engine, puts days into weeks and months.
#include "core/analysis/forecast/question_series.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/analysis/daily_series/daily_series.h"
#include "core/analysis/forecast/series_tree.h"
#include "core/model/names.h"

namespace mudeung::forecast {

namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
constexpr int kDaysOfWeek = 7;
constexpr int kWeeksOfYear = 52;
constexpr int kMostHourlyUnits = 200;  ///< two years of hours of each take a second or two

/// The days that the question is about, as far as the data has any.
Period spanOf(const AnalysisSubject& subject) {
    const Period& held = subject.dataset.period;
    const Period& asked = subject.query.period;
    if (asked.isAll()) return held;
    return {std::max(held.from, asked.from), std::min(held.to, asked.to)};
}

QString monthName(QDate day) {
    return day.toString(QStringLiteral("yyyy-MM"));
}

/// The first day of a time: "2024-03", "2024-03-01" or "2024-03-01 07".
QDate dayOf(const QString& time) {
    return QDate::fromString(time.size() == 7 ? time + QStringLiteral("-01") : time.left(10), Qt::ISODate);
}

/// Where the bins of a step begin within the days, and where the last one ends: n bins have n + 1 limits.
std::vector<QDate> limitsOf(SeriesStep step, const Period& days) {
    const QDate end = days.to.addDays(1);
    std::vector<QDate> limits;
    if (step == SeriesStep::Week) {
        for (QDate d = days.from.addDays((8 - days.from.dayOfWeek()) % kDaysOfWeek); d <= end; d = d.addDays(kDaysOfWeek))
            limits.push_back(d);
    } else if (step == SeriesStep::Month) {
        QDate d(days.from.year(), days.from.month(), 1);
        if (d < days.from) d = d.addMonths(1);
        for (; d <= end; d = d.addMonths(1)) limits.push_back(d);
    } else {
        for (QDate d = days.from; d <= end; d = d.addDays(1)) limits.push_back(d);
    }
    return limits;
}

/// Sums over the days of each bin; means for levels that do not add up over time. `asked` marks the days that the question is about; a bin
/// with such a day missing is NaN.
std::vector<double> binned(const std::vector<double>& days, QDate first, const std::vector<QDate>& limits, const std::vector<char>& asked,
                           bool mean) {
    std::vector<double> bins;
    for (std::size_t b = 0; b + 1 < limits.size(); ++b) {
        double sum = 0.0;
        int count = 0;
        for (auto d = static_cast<std::size_t>(first.daysTo(limits[b])); d < static_cast<std::size_t>(first.daysTo(limits[b + 1])); ++d) {
            if (!asked[d]) continue;
            sum += days[d];
            ++count;
        }
        bins.push_back(count == 0 ? kNothing : mean ? sum / count : sum);
    }
    return bins;
}

class Gatherer {
public:
    Gatherer(const AnalysisInput& input, SeriesUnit unit, SeriesStep step, const ParameterValues& values, Progress& progress)
        : m_input(input), m_subject(input.subject), m_unit(unit), m_values(values), m_progress(progress), m_span(spanOf(input.subject)) {
        m_series.step = step;
        m_mean = m_subject.measure.aggregation == Aggregation::Mean;
    }

    Result<QuestionSeries> gather() {
        if (const Status possible = check(); !possible) return possible.error();
        const bool whole = m_unit == SeriesUnit::Everything || m_unit == SeriesUnit::Group;
        const Status read = m_subject.dataset.timeStep == TimeStep::Month ? readMonths()
                            : !whole                                      ? readPlaces()
                            : m_series.step == SeriesStep::Hour           ? readHours()
                                                                          : readDays();
        if (!read) return read.error();
        if (m_progress.isCancelled()) return analysisCancelled();
        trimEnds();
        if (m_series.times.isEmpty())
            return Error{ErrorCode::Usage,
                         QCoreApplication::translate(
                             "Analysis", "The period contains no complete step of this length. Widen it or choose shorter steps."),
                         {}};
        return m_series;
    }

private:
    Status check() const {
        if (m_subject.query.dayTypes != kAllDayTypes && (m_series.step == SeriesStep::Day || m_series.step == SeriesStep::Hour))
            return Error{ErrorCode::Usage,
                         QCoreApplication::translate("Analysis",
                                                     "The question leaves out some day types, which leaves gaps in a daily series. Ask "
                                                     "about all days, or forecast weeks or months."),
                         {}};
        const bool hoursCut =
            m_subject.query.hours != kAllHours || m_subject.query.weekHours != kWholeWeek || m_subject.query.yearHours != kWholeYear;
        if (m_series.step == SeriesStep::Hour && hoursCut)
            return Error{
                ErrorCode::Usage,
                QCoreApplication::translate(
                    "Analysis",
                    "The question leaves out some hours, which leaves gaps in an hourly series. Ask about all hours, or forecast days."),
                {}};
        return done();
    }

    void addSeries(const QString& level, const QString& key, const QString& label, std::vector<double> values) {
        m_series.keys << key;
        m_series.levels << level;
        m_series.labels << label;
        m_series.lon << kNothing;
        m_series.lat << kNothing;
        m_series.values.push_back(std::move(values));
    }

    QString everything() const { return measureName(m_subject.measure); }

    /// The question itself, and one per group when these are the series.
    Status eachQuestion(const std::function<Status(const Query&, std::vector<double>*)>& ask) {
        Query query = m_subject.query;
        query.period = m_span;
        std::vector<double> values;
        if (const Status all = ask(query, &values); !all) return all;
        addSeries(QStringLiteral("all"), QStringLiteral("all"), everything(), std::move(values));
        if (m_unit != SeriesUnit::Group) return done();
        std::vector<int> singles;
        for (const Group& group : askedGroups()) {
            query.groups = QStringList{group.code};
            if (const Status one = ask(query, &values); !one) return one;
            addSeries(QStringLiteral("group"), group.code, groupName(group), std::move(values));
            singles.push_back(static_cast<int>(singles.size()));
            if (m_progress.isCancelled()) return analysisCancelled();
        }
        if (addsUp()) m_series.sums.push_back(std::move(singles));
        return done();
    }

    bool addsUp() const { return !m_mean || m_subject.measure.extensive; }

    QVector<Group> askedGroups() const {
        QVector<Group> asked;
        for (const Group& group : m_subject.dataset.scheme.groups)
            if (m_subject.query.groups.isEmpty() || m_subject.query.groups.contains(group.code)) asked << group;
        return asked;
    }

    void setDays(const std::vector<QDate>& limits) {
        for (std::size_t b = 0; b + 1 < limits.size(); ++b)
            m_series.times << (m_series.step == SeriesStep::Month ? monthName(limits[b]) : limits[b].toString(Qt::ISODate));
        m_series.first = limits.empty() ? QDate() : limits.front();
        if (m_series.step == SeriesStep::Day) m_series.seasons = {kDaysOfWeek};
        if (m_series.step == SeriesStep::Week) m_series.seasons = {kWeeksOfYear};
        if (m_series.step == SeriesStep::Month) m_series.seasons = {12};
    }

    std::vector<char> askedDays() const {
        std::vector<char> asked;
        const HolidayCalendar& calendar = HolidayCalendar::korea();
        for (QDate d = m_span.from; d <= m_span.to; d = d.addDays(1))
            asked.push_back(
                (m_subject.query.dayTypes >> static_cast<int>(calendar.dayType(d)) & 1u) && m_subject.query.hoursOn(d) != 0 ? 1 : 0);
        return asked;
    }

    Status readDays() {
        const std::vector<QDate> limits = limitsOf(m_series.step, m_span);
        const std::vector<char> asked = askedDays();
        setDays(limits);
        return eachQuestion([&](const Query& query, std::vector<double>* values) -> Status {
            const auto answer = m_input.engine.run(query, Breakdown::Day, m_progress);
            if (!answer) return answer.error();
            QHash<QString, double> byDay;
            for (const TableRow& row : (*answer)->rows) byDay.insert(row.key, row.observed > 0 ? row.value : kNothing);
            std::vector<double> days;
            for (QDate d = m_span.from; d <= m_span.to; d = d.addDays(1)) days.push_back(byDay.value(d.toString(Qt::ISODate), kNothing));
            if (!m_series.values.empty()) fillObserved(days);
            if (m_series.values.empty()) m_allDays = days;
            *values = binned(days, m_span.from, limits, asked, m_mean);
            return done();
        });
    }

    /// A group that the source does not mention on a day that it has is zero; of levels nothing is known.
    void fillObserved(std::vector<double>& days) const {
        for (std::size_t d = 0; d < days.size() && !m_mean; ++d)
            if (std::isnan(days[d]) && !std::isnan(m_allDays[d])) days[d] = 0.0;
    }

    Status readMonths() {
        const std::vector<QDate> limits = limitsOf(SeriesStep::Month, m_span);
        setDays(limits);
        return eachQuestion([&](const Query& query, std::vector<double>* values) -> Status {
            const auto answer = m_input.engine.run(query, Breakdown::Month, m_progress);
            if (!answer) return answer.error();
            QHash<QString, double> byMonth;
            for (const TableRow& row : (*answer)->rows) byMonth.insert(row.key, row.observed > 0 ? row.value : kNothing);
            values->clear();
            for (const QString& month : m_series.times) values->push_back(byMonth.value(month, kNothing));
            return done();
        });
    }

    void setHours() {
        m_series.hours = m_subject.dataset.hourCount;
        m_series.firstHour = m_subject.dataset.firstHour;
        m_series.first = m_span.from;
        m_series.seasons = {m_series.hours, kDaysOfWeek * m_series.hours};
        for (QDate d = m_span.from; d <= m_span.to; d = d.addDays(1))
            for (int h = 0; h < m_series.hours; ++h) m_series.times << hourKey(d, h);
    }

    /// One per time of the series.
    Status hoursOf(const Query& query, std::vector<double>* values) {
        const auto answer = m_input.engine.run(query, Breakdown::DayHour, m_progress);
        if (!answer) return answer.error();
        QHash<QString, double> byHour;
        for (const TableRow& row : (*answer)->rows) byHour.insert(row.key, row.observed > 0 ? row.value : kNothing);
        values->clear();
        for (const QString& time : m_series.times) values->push_back(byHour.value(time, kNothing));
        return done();
    }

    Status readHours() {
        setHours();
        return eachQuestion([&](const Query& query, std::vector<double>* values) { return hoursOf(query, values); });
    }

    QString hourKey(QDate day, int hour) const {
        return QStringLiteral("%1 %2").arg(day.toString(Qt::ISODate)).arg(m_series.firstHour + hour, 2, 10, QLatin1Char('0'));
    }

    /// Units by day, and their sums over dongs, districts and groups.
    Status readPlaces() {
        const bool split = m_values.flag(QStringLiteral("bygroup")) && askedGroups().size() > 1;
        Query query = m_subject.query;
        std::vector<SeriesLeaf> leaves;
        if (split) {
            for (const Group& group : askedGroups()) {
                query.groups = QStringList{group.code};
                if (const Status read = readUnits(query, &group, &leaves); !read) return read;
            }
        } else if (const Status read = readUnits(query, nullptr, &leaves); !read) {
            return read;
        }
        const auto tree = seriesTree(m_input.engine, m_subject, m_unit, std::move(leaves));
        if (!tree) return tree.error();
        const bool hours = m_series.step == SeriesStep::Hour;
        const std::vector<QDate> limits = hours ? std::vector<QDate>() : limitsOf(m_series.step, m_span);
        const std::vector<char> asked = askedDays();
        const auto inSteps = [&](const std::vector<double>& values) {
            return hours ? values : binned(values, m_span.from, limits, asked, m_mean);
        };
        if (!addsUp()) {
            // A mean of everything is not the sum of the places: the engine knows it.
            m_series.times.clear();
            if (const Status all = hours ? readHours() : readDays(); !all) return all;
        } else {
            if (!hours) setDays(limits);
            for (const SeriesSum& sum : tree->sums) {
                addSeries(sum.level, sum.key, sum.label.isEmpty() ? everything() : sum.label, inSteps(sum.days(tree->leaves)));
                m_series.lon.back() = sum.lon;
                m_series.lat.back() = sum.lat;
                m_series.sums.push_back(sum.members);
            }
        }
        for (const SeriesLeaf& leaf : tree->leaves) {
            addSeries(leaf.level, leaf.key, leaf.label, inSteps(leaf.days));
            m_series.lon.back() = leaf.lon;
            m_series.lat.back() = leaf.lat;
        }
        return done();
    }

    Status readUnits(const Query& query, const Group* group, std::vector<SeriesLeaf>* leaves) {
        return m_series.step == SeriesStep::Hour ? readHourLeaves(query, group, leaves) : readLeaves(query, group, leaves);
    }

    /// Districts are sums of dongs; data that is counted by dong has them as its places.
    bool readsDongs() const {
        return (m_unit == SeriesUnit::Dong || m_unit == SeriesUnit::District) && m_subject.dataset.placeKind != QLatin1String("dong");
    }

    /// A question for every unit: what is asked for by hour is read place by place.
    Status readHourLeaves(const Query& asked, const Group* group, std::vector<SeriesLeaf>* leaves) {
        Query query = asked;
        query.period = m_span;
        const bool byDong = readsDongs();
        const auto units = m_input.engine.run(query, byDong ? Breakdown::Dong : Breakdown::Place, m_progress);
        if (!units) return units.error();
        const QVector<TableRow>& rows = (*units)->rows;
        const auto isWhole = [&rows](const QString& area) {
            return std::any_of(rows.begin(), rows.end(), [&area](const TableRow& dong) { return dong.key.startsWith(area); });
        };
        if (byDong && (!query.areaPolygon.isEmpty() || !std::all_of(query.areas.begin(), query.areas.end(), isWhole)))
            return Error{ErrorCode::Usage,
                         QCoreApplication::translate("Analysis",
                                                     "Hours of dongs and districts are those of all their places. Ask about whole dongs or "
                                                     "districts, or forecast single places."),
                         {}};
        if (static_cast<int>(rows.size()) > kMostHourlyUnits)
            return Error{
                ErrorCode::Usage,
                QCoreApplication::translate("Analysis",
                                            "%1 series by hour would take too long; at most %2 can be forecast at once. Choose dongs or "
                                            "districts, fewer places, or days.")
                    .arg(rows.size())
                    .arg(kMostHourlyUnits),
                {}};
        m_series.rows = m_unit == SeriesUnit::District                                   ? RowKind::Other
                        : byDong || m_subject.dataset.placeKind == QLatin1String("dong") ? RowKind::Dong
                                                                                         : RowKind::Place;
        if (m_series.times.isEmpty()) setHours();
        const std::size_t before = leaves->size();
        for (const TableRow& unit : rows) {
            if (unit.key.isEmpty()) continue;  // outside of all dongs
            if (m_progress.isCancelled()) return analysisCancelled();
            Query one = query;
            one.areas = QStringList{unit.key};
            one.areaPolygon.clear();
            SeriesLeaf leaf;
            leaf.unit = leaf.key = unit.key;
            leaf.label = unit.label;
            leaf.lon = unit.lon;
            leaf.lat = unit.lat;
            if (group) {
                leaf.group = group->code;
                leaf.groupLabel = groupName(*group);
            }
            if (const Status read = hoursOf(one, &leaf.days); !read) return read;
            leaves->push_back(std::move(leaf));
        }
        // An hour that the source knows of any of them is zero where it says nothing; of levels nothing is known.
        for (int t = 0; t < static_cast<int>(m_series.times.size()) && !m_mean; ++t) {
            const auto at = static_cast<std::size_t>(t);
            const auto known = [at](const SeriesLeaf& leaf) { return !std::isnan(leaf.days[at]); };
            const auto first = leaves->begin() + static_cast<std::ptrdiff_t>(before);
            if (!std::any_of(first, leaves->end(), known)) continue;
            for (auto leaf = first; leaf != leaves->end(); ++leaf)
                if (!known(*leaf)) leaf->days[at] = 0.0;
        }
        return done();
    }

    Status readLeaves(const Query& query, const Group* group, std::vector<SeriesLeaf>* leaves) {
        const bool byDong = readsDongs();
        const ParameterValues unit =
            ParameterValues::unchecked({{QStringLiteral("unit"), byDong ? QStringLiteral("dong") : QStringLiteral("place")}});
        const auto daily = dailySeries(m_input.engine, query, m_span, unit, m_progress, m_input.threads);
        if (!daily) return daily.error();
        m_series.rows = m_unit == SeriesUnit::District ? RowKind::Other : daily->rows;
        const auto days = static_cast<std::size_t>(m_span.from.daysTo(m_span.to) + 1);
        for (int r = 0; r < daily->values.series; ++r) {
            SeriesLeaf leaf;
            leaf.unit = leaf.key = daily->keys[r];
            leaf.label = daily->labels[r];
            leaf.lon = daily->lon.value(r, kNothing);
            leaf.lat = daily->lat.value(r, kNothing);
            if (group) {
                leaf.group = group->code;
                leaf.groupLabel = groupName(*group);
            }
            leaf.days.assign(days, kNothing);
            for (int d = 0; d < daily->values.days && static_cast<std::size_t>(d) < days; ++d)
                leaf.days[static_cast<std::size_t>(d)] = daily->values.at(r, d);
            leaves->push_back(std::move(leaf));
        }
        return done();
    }

    /// Times at both ends at which nothing at all was observed say nothing.
    void trimEnds() {
        const std::vector<double>& all = m_series.values.front();
        std::size_t from = 0;
        std::size_t to = all.size();
        while (from < to && std::isnan(all[from])) ++from;
        while (to > from && std::isnan(all[to - 1])) --to;
        if (from == 0 && to == all.size()) return;
        for (std::vector<double>& v : m_series.values)
            v = std::vector<double>(v.begin() + static_cast<long>(from), v.begin() + static_cast<long>(to));
        m_series.times = m_series.times.mid(static_cast<int>(from), static_cast<int>(to - from));
        if (!m_series.times.isEmpty()) m_series.first = dayOf(m_series.times.first());
    }

    const AnalysisInput& m_input;
    const AnalysisSubject& m_subject;
    SeriesUnit m_unit;
    const ParameterValues& m_values;
    Progress& m_progress;
    Period m_span;
    QuestionSeries m_series;
    std::vector<double> m_allDays;
    bool m_mean = false;
};

}  // namespace

QString stepId(SeriesStep step) {
    switch (step) {
        case SeriesStep::Hour:
            return QStringLiteral("hour");
        case SeriesStep::Day:
            return QStringLiteral("day");
        case SeriesStep::Week:
            return QStringLiteral("week");
        case SeriesStep::Month:
            break;
    }
    return QStringLiteral("month");
}

QStringList QuestionSeries::future(int horizon) const {
    QStringList names;
    const int known = static_cast<int>(times.size());
    for (int i = known; i < known + horizon; ++i) {
        switch (step) {
            case SeriesStep::Day:
                names << first.addDays(i).toString(Qt::ISODate);
                break;
            case SeriesStep::Week:
                names << first.addDays(kDaysOfWeek * i).toString(Qt::ISODate);
                break;
            case SeriesStep::Month:
                names << monthName(first.addMonths(i));
                break;
            case SeriesStep::Hour: {
                // The first time may be in the middle of a day.
                const int at = times.first().mid(11).toInt() - firstHour + i;
                names << QStringLiteral("%1 %2")
                             .arg(first.addDays(at / hours).toString(Qt::ISODate))
                             .arg(firstHour + at % hours, 2, 10, QLatin1Char('0'));
                break;
            }
        }
    }
    return names;
}

Result<QuestionSeries> questionSeries(const AnalysisInput& input, SeriesUnit unit, SeriesStep step, const ParameterValues& values,
                                      Progress& progress) {
    return Gatherer(input, unit, step, values, progress).gather();
}

}  // namespace mudeung::forecast
