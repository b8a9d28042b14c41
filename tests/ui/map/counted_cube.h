// SPDX-License-Identifier: GPL-3.0-or-later
// Counts by adding up stored cells one by one, without the query engine: what stories compare the window with.
#pragma once

#include <QHash>
#include <QVector>
#include <algorithm>
#include <map>
#include <numeric>
#include <vector>

#include "core/model/calendar.h"
#include "core/model/cube_data.h"
#include "core/store/workspace.h"

namespace mudeung::test {

/// Which cells count. The defaults take everything.
struct Count {
    QDate from;
    QDate to;
    std::vector<int> weekdays{1, 2, 3, 4, 5, 6, 7};  ///< 1 = Monday
    int dayTypes = 7;                                ///< bits of DayType
    int firstHour = 0;
    int lastHour = 23;        ///< included
    std::vector<int> groups;  ///< empty = all
};

class CountedCube {
public:
    CountedCube() = default;
    CountedCube(const Workspace& workspace, const QString& id, int measure = 0) {
        dataset = *workspace.dataset(id);
        places = *workspace.places(id);
        std::vector<int> groups(static_cast<std::size_t>(dataset.scheme.groups.size()));
        std::iota(groups.begin(), groups.end(), 0);
        const std::vector<MonthKey> stored = *workspace.months(id);
        for (const MonthKey month : stored) months.emplace(month, *workspace.readMonth(id, month, measure, groups));
    }

    /// Per place, in the order of `places`.
    std::vector<qint64> byPlace(const Count& count) const {
        std::vector<qint64> sums(places.size(), 0);
        for (const auto& [month, cells] : months)
            for (int day = 0; day < cells.days; ++day) {
                const QDate date(yearOf(month), monthOf(month), day + 1);
                if (dataset.timeStep == TimeStep::Day && !counts(count, date)) continue;
                for (int group = 0; group < cells.groups; ++group) {
                    if (!count.groups.empty() && std::find(count.groups.begin(), count.groups.end(), group) == count.groups.end()) continue;
                    for (int h = 0; h < cells.hours; ++h) {
                        const int hour = dataset.firstHour + h;
                        if (dataset.hasHours() && (hour < count.firstHour || hour > count.lastHour)) continue;
                        const std::int64_t* cell = &cells.cells[cells.index(0, group, day, h, 0)];
                        for (std::size_t p = 0; p < sums.size(); ++p)
                            if (cell[p] != kNotObserved) sums[p] += cell[p];
                    }
                }
            }
        return sums;
    }

    /// Days of which the source says anything at all.
    int daysWithData(const Count& count) const {
        int found = 0;
        for (const auto& [month, cells] : months)
            for (int day = 0; day < cells.days; ++day) {
                bool any = false;
                for (int group = 0; group < cells.groups && !any; ++group) {
                    const auto first = cells.cells.begin() + static_cast<std::ptrdiff_t>(cells.index(0, group, day, 0, 0));
                    any = std::any_of(first, first + cells.hours * cells.places, [](std::int64_t v) { return v != kNotObserved; });
                }
                found += any && counts(count, QDate(yearOf(month), monthOf(month), day + 1));
            }
        return found;
    }

    qint64 total(const Count& count = {}) const {
        const std::vector<qint64> sums = byPlace(count);
        return std::accumulate(sums.begin(), sums.end(), qint64{0});
    }

    qint64 of(const std::vector<qint64>& sums, const QStringList& codes) const {
        qint64 sum = 0;
        for (std::size_t p = 0; p < places.size(); ++p)
            if (codes.contains(places[p].code)) sum += sums[p];
        return sum;
    }

    /// The largest sums, which is unique only when the last one is larger than the next.
    QVector<qint64> largest(std::vector<qint64> sums, int count) const {
        std::sort(sums.begin(), sums.end(), std::greater<>());
        sums.resize(std::min(sums.size(), static_cast<std::size_t>(count)));
        return {sums.begin(), sums.end()};
    }

    /// Groups whose youngest are at least so old.
    std::vector<int> groupsFrom(int age) const {
        std::vector<int> found;
        for (int g = 0; g < static_cast<int>(dataset.scheme.groups.size()); ++g)
            if (dataset.scheme.groups[g].ageFrom >= age) found.push_back(g);
        return found;
    }
    int groupOf(const QString& id) const {
        for (int g = 0; g < static_cast<int>(dataset.scheme.groups.size()); ++g)
            if (dataset.scheme.groups[g].code == id) return g;
        return -1;
    }
    std::vector<int> groupsOf(const QStringList& ids) const {
        std::vector<int> found;
        for (const QString& id : ids) found.push_back(groupOf(id));
        return found;
    }

    Dataset dataset;
    std::vector<Place> places;
    std::map<MonthKey, MonthCells> months;

private:
    static bool counts(const Count& count, QDate date) {
        if (count.from.isValid() && date < count.from) return false;
        if (count.to.isValid() && date > count.to) return false;
        if (std::find(count.weekdays.begin(), count.weekdays.end(), date.dayOfWeek()) == count.weekdays.end()) return false;
        return (count.dayTypes >> static_cast<int>(HolidayCalendar::korea().dayType(date)) & 1) != 0;
    }
};

}  // namespace mudeung::test
