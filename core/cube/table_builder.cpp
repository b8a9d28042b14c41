// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and labels of rows; values as people read them; what to keep in mind.
#include "core/cube/table_builder.h"

#include <QCoreApplication>
#include <QStringBuilder>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/base/format.h"
#include "core/base/language.h"
#include "core/model/place_name.h"

namespace mudeung {

namespace {

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

double valueOf(const Measure& measure, std::int64_t sum, std::int64_t observed, bool mentioned, double level) {
    if (measure.aggregation == Aggregation::Mean && measure.extensive)
        return observed == 0 ? kNoValue : level / std::pow(10.0, measure.decimals);
    if (measure.aggregation == Aggregation::Mean) return observed == 0 ? kNoValue : measure.toValue(sum) / static_cast<double>(observed);
    return mentioned ? measure.toValue(sum) : kNoValue;
}

QString twoDigits(int n) {
    return QString::number(n).rightJustified(2, QLatin1Char('0'));
}

QString hourLabel(int hour) {
    if (hour < 24) return QStringLiteral("%1:00").arg(twoDigits(hour));
    return QCoreApplication::translate("Cube", "%1:00 next day").arg(twoDigits(hour - 24));
}

class Builder {
public:
    Builder(const CubeState& state, const QueryPlan& plan, Breakdown by, const Sums& sums, TablePool& pool)
        : m_state(state),
          m_plan(plan),
          m_sums(sums),
          m_table(by == Breakdown::Place ? pool.take(plan.chosen, interfaceLanguage()) : std::make_shared<Table>()) {
        m_table->query = plan.query;
        m_table->by = by;
        m_table->dataset = state.dataset;
        m_table->measure = state.dataset.measures[plan.measure];
        m_table->sample = state.dataset.sample;
        m_table->placesTotal = static_cast<qint64>(plan.places().size());
        m_table->placesLocated = plan.located();
        m_table->locatedSum = sums.locatedSum;
        m_table->daysExpected = sums.daysExpected;
        m_table->daysObserved = sums.daysObserved;
    }

    TablePtr build() {
        switch (m_table->by) {
            case Breakdown::Place:
                addPlaces();
                break;
            case Breakdown::Dong:
                addDongs();
                break;
            case Breakdown::Group:
                addGroups();
                break;
            case Breakdown::Hour:
                addHours();
                break;
            case Breakdown::HourWeekday:
                addHoursOfWeek();
                break;
            case Breakdown::HourMonth:
                addHoursOfYear();
                break;
            case Breakdown::Day:
                addDays();
                break;
            case Breakdown::DayHour:
                addDaysAndHours();
                break;
            case Breakdown::Month:
                addMonths();
                break;
        }
        m_table->totalSum = 0;
        m_table->totalObserved = 0;
        for (const TableRow& row : std::as_const(m_table->rows)) {
            m_table->totalSum += row.sum;
            m_table->totalObserved += row.observed;
        }
        m_table->total = valueOf(m_table->measure, m_table->totalSum, m_table->totalObserved,
                                 m_sums.daysObserved > 0 && m_sums.anyHourKnown, m_sums.level);
        addNotes();
        return m_table;
    }

private:
    void add(const QString& key, const QString& label, std::size_t slot, double lon = kNoCoordinate, double lat = kNoCoordinate) {
        TableRow row{key, label, 0, 0, 0.0, lon, lat, false};
        count(slot, row);
        m_table->rows.append(std::move(row));
    }

    void count(std::size_t slot, TableRow& row) const {
        row.sum = m_sums.sum[slot];
        row.observed = m_sums.observed[slot];
        row.value = valueOf(m_table->measure, row.sum, row.observed, m_sums.mentioned[slot], level(slot));
    }

    double level(std::size_t slot) const { return m_sums.levels.empty() ? 0.0 : m_sums.levels[slot]; }

    void addPlaces() {
        // Those with coordinates come first there, in the order of their indices, and then the others so.
        const std::vector<int>& places = m_plan.places();
        const auto middle = places.begin() + m_plan.located();
        const bool named = !m_table->rows.isEmpty();
        if (!named) m_table->rows.reserve(static_cast<int>(places.size()));
        TableRow* row = m_table->rows.data();
        for (auto located = places.begin(), other = middle; located != middle || other != places.end();) {
            const bool next = other == places.end() || (located != middle && *located < *other);
            const auto p = static_cast<std::size_t>(next ? *located++ : *other++);
            if (named) {
                count(p, *row++);
                continue;
            }
            const LocatedPlace& place = m_state.places[p];
            add(place.code, placeName(place.code, place.name, m_table->dataset.placeKind), p, place.lon, place.lat);
            m_table->rows.last().namesake = place.namesake;
        }
    }

    void addDongs() {
        struct DongSum {
            std::int64_t sum = 0;
            std::int64_t observed = 0;
            double level = 0.0;
            bool present = false;
        };
        const std::vector<DongInfo>& dongs = m_state.dongRows;
        std::vector<DongSum> sums(dongs.size() + 1);  // the last one is for places outside
        for (const int p : m_plan.places()) {
            const auto place = static_cast<std::size_t>(p);
            const int row = m_state.dongRowOfPlace[place];
            DongSum& target = row < 0 ? sums.back() : sums[static_cast<std::size_t>(row)];
            target.present = true;
            target.sum += m_sums.sum[place];
            target.observed += m_sums.observed[place];
            target.level += level(place);
        }
        const bool everywhere =
            m_plan.query.areas.isEmpty() && m_plan.query.areaPolygon.isEmpty() && m_state.dataset.placeKind != QLatin1String("dong");
        const bool mentioned = m_sums.daysObserved > 0 && m_sums.anyHourKnown;
        const auto append = [this, mentioned](const DongInfo& dong, const DongSum& d) {
            m_table->rows.append({dong.code, dong.name.isEmpty() ? dong.code : dong.name, d.sum, d.observed,
                                  valueOf(m_table->measure, d.sum, d.observed, mentioned, d.level), dong.lon, dong.lat, false});
        };
        for (std::size_t i = 0; i < dongs.size(); ++i)
            if (everywhere || sums[i].present) append(dongs[i], sums[i]);
        if (sums.back().present)
            append({QString(), QCoreApplication::translate("Cube", "outside / not located"), kNoCoordinate, kNoCoordinate}, sums.back());
    }

    void addGroups() {
        for (std::size_t i = 0; i < m_plan.groups.size(); ++i) {
            const Group& group = m_state.dataset.scheme.groups[m_plan.groups[i]];
            const QString name = koreanInterface() && !group.nameKo.isEmpty() ? group.nameKo : group.name;
            add(group.code, name.isEmpty() ? group.code : name, i);
        }
    }

    void addHours() {
        for (std::size_t i = 0; i < m_plan.hours.size(); ++i) {
            const int hour = m_state.dataset.firstHour + m_plan.hours[i];
            add(twoDigits(hour), hourLabel(hour), i);
        }
    }

    void addHoursOfWeek() {
        static const char* const keys[7] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
        for (int day = 0; day < 7; ++day) {
            for (std::size_t i = 0; i < m_plan.hours.size(); ++i) {
                const int hour = m_state.dataset.firstHour + m_plan.hours[i];
                add(QStringLiteral("%1-%2").arg(QLatin1String(keys[day]), twoDigits(hour)),
                    QStringLiteral("%1 %2").arg(weekdayName(day + 1), hourLabel(hour)),
                    static_cast<std::size_t>(day) * m_plan.hours.size() + i);
            }
        }
    }

    void addHoursOfYear() {
        for (int month = 0; month < kCalendarMonths; ++month) {
            for (std::size_t i = 0; i < m_plan.hours.size(); ++i) {
                const int hour = m_state.dataset.firstHour + m_plan.hours[i];
                add(QStringLiteral("%1-%2").arg(twoDigits(month + 1), twoDigits(hour)),
                    QStringLiteral("%1 %2").arg(monthName(month + 1), hourLabel(hour)),
                    static_cast<std::size_t>(month) * m_plan.hours.size() + i);
            }
        }
    }

    /// Whether the day can have a row: its day type and some of its hours are asked for.
    bool asked(QDate date) const {
        const Query& q = m_plan.query;
        return (q.dayTypes >> static_cast<int>(HolidayCalendar::korea().dayType(date)) & 1u) && askedHours(q, m_state.dataset, date) != 0;
    }

    void addDays() {
        const Query& q = m_plan.query;
        for (QDate date = q.period.from; date <= q.period.to; date = date.addDays(1)) {
            if (!asked(date)) continue;
            const QString text = formatDate(date);
            add(text, text, static_cast<std::size_t>(q.period.from.daysTo(date)));
        }
    }

    /// Many rows: texts are put together from parts that are made once.
    void addDaysAndHours() {
        const Query& q = m_plan.query;
        QStringList keys, labels;
        for (const int hour : m_plan.hours) {
            keys << QLatin1Char(' ') + twoDigits(m_state.dataset.firstHour + hour);
            labels << QLatin1Char(' ') + hourLabel(m_state.dataset.firstHour + hour);
        }
        m_table->rows.reserve(static_cast<int>(m_sums.sum.size()));
        std::size_t slot = 0;
        for (QDate date = q.period.from; date <= q.period.to; date = date.addDays(1), slot += m_plan.hours.size()) {
            if (!asked(date)) continue;
            const HourMask hours = askedHours(q, m_state.dataset, date);
            const QString day = formatDate(date);
            for (int h = 0; h < keys.size(); ++h) {
                if (!(hours >> (m_state.dataset.firstHour + m_plan.hours[static_cast<std::size_t>(h)]) & 1u)) continue;
                QString key = day % keys[h];
                QString label = day % labels[h];
                add(key, label, slot + static_cast<std::size_t>(h));
            }
        }
    }

    void addMonths() {
        const MonthKey first = firstMonth(m_plan.query.period);
        for (std::size_t i = 0; i < m_sums.sum.size(); ++i) {
            const MonthKey month = first + static_cast<int>(i);
            const QString key = QStringLiteral("%1-%2").arg(yearOf(month)).arg(twoDigits(monthOf(month)));
            add(key, key, i);
        }
    }

    void addNotes() {
        QStringList notes = m_plan.notes;
        const int missing = m_sums.daysExpected - m_sums.daysObserved;
        if (missing > 0) notes << QCoreApplication::translate("Cube", "The data lacks %n of the days asked for.", nullptr, missing);
        if (!m_sums.unknownHours.empty()) {
            QStringList hours;
            for (const int hour : m_sums.unknownHours) hours << hourLabel(m_state.dataset.firstHour + hour);
            notes << QCoreApplication::translate("Cube", "The data holds nothing, on any day, for these hours: %1.")
                         .arg(hours.join(QStringLiteral(", ")));
        }
        const qint64 unlocated = m_table->placesTotal - m_table->placesLocated;
        if (unlocated > 0 && m_table->measure.aggregation == Aggregation::Sum && m_table->totalSum > 0) {
            const double share = static_cast<double>(m_table->totalSum - m_table->locatedSum) / static_cast<double>(m_table->totalSum);
            notes << QCoreApplication::translate("Cube", "%1 of %2 places have no coordinates; they hold %3 of the total.")
                         .arg(formatCount(unlocated), formatCount(m_table->placesTotal), formatPercent(share));
        } else if (unlocated > 0) {
            notes << QCoreApplication::translate("Cube", "%1 of %2 places have no coordinates.")
                         .arg(formatCount(unlocated), formatCount(m_table->placesTotal));
        }
        if (m_table->measure.aggregation == Aggregation::Mean && m_table->measure.extensive)
            notes << QCoreApplication::translate(
                "Cube", "Values are means over the observed hours and days, added over the groups and places asked for.");
        else if (m_table->measure.aggregation == Aggregation::Mean)
            notes << QCoreApplication::translate("Cube", "Values are means over the observed hours, days and places.");
        if (m_plan.places().empty()) notes << QCoreApplication::translate("Cube", "No place lies in the area asked for.");
        m_table->notes = notes;
    }

    const CubeState& m_state;
    const QueryPlan& m_plan;
    const Sums& m_sums;
    std::shared_ptr<Table> m_table;
};

}  // namespace

TablePtr buildTable(const CubeState& state, const QueryPlan& plan, Breakdown by, const Sums& sums, TablePool& pool) {
    return Builder(state, plan, by, sums, pool).build();
}

}  // namespace mudeung
