// SPDX-License-Identifier: GPL-3.0-or-later
// Any small cube, any question, every breakdown: what the running sums answer is what counting the facts one by one gives, however little
// memory the engine may keep. Dongs and polygons are left to test_query_engine.
#include <QTemporaryDir>
#include <cmath>
#include <map>
#include <set>

#include "core/cube/query_engine.h"
#include "tests/support/properties.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {

/// One number of the cube; `day` counts from the cube's first, hour from the cube's first. Indices wrap around.
struct Fact {
    int day = 0, measure = 0, group = 0, hour = 0, place = 0;
    std::int64_t value = 0;
};

struct Cube {
    QDate from;
    int days = 1;
    int firstHour = 4, hours = 24;  ///< 0 hours: the data has none
    int groups = 1, places = 1;
    int knownFirst = 0;   ///< places that the first month is written with, before the others come; 0 = all at once
    std::set<int> holes;  ///< days that the source does not mention
    std::vector<Fact> facts;

    QDate dateOf(const Fact& f) const { return from.addDays(f.day % days); }
    bool isSplit() const { return knownFirst > 0 && monthOf(from.addDays(days - 1)) != monthOf(from); }
    static int monthOf(QDate date) { return monthKey(date.year(), date.month()); }
    int hourOf(const Fact& f) const { return firstHour + f.hour % std::max(1, hours); }
};

struct Question {
    int measure = 0;
    int span = 0;  ///< 0 = all, 1 = the months of the days below, 2 = these days, 3 = between two facts, give or take a day
    int first = 0, length = 1;
    int fromShift = 0, toShift = 0;  ///< of span 3
    int dayTypes = kAllDayTypes;
    HourMask hours = kAllHours;
    std::vector<HourMask> week, year;  ///< by weekday and by month; empty = all
    int groups = 0;                    ///< mask; 0 = all
    std::set<int> placesAsked;         ///< even: a place twice its index, odd: that of a fact; empty = all
};

void showValue(const Fact& f, std::ostream& os) {
    os << "{day " << f.day << " measure " << f.measure << " group " << f.group << " hour " << f.hour << " place " << f.place << ": "
       << f.value << "}";
}
void showValue(const Cube& c, std::ostream& os) {
    os << c.days << " days from " << c.from.toString(Qt::ISODate).toStdString() << ", hours " << c.firstHour << "+" << c.hours << ", "
       << c.groups << " groups, " << c.places << " places";
    if (c.isSplit()) os << " (first month: " << c.knownFirst << ")";
    os << ", holes ";
    rc::show(c.holes, os);
    os << ", facts ";
    rc::show(c.facts, os);
}
void showValue(const Question& q, std::ostream& os) {
    static const char* const spans[] = {"all", "months of days ", "days ", "facts "};
    os << "\n  measure " << q.measure << ", " << spans[q.span];
    if (q.span != 0) os << q.first << "+" << q.length;
    if (q.span == 3) os << " shifted " << q.fromShift << " and " << q.toShift;
    os << ", day types " << q.dayTypes << ", hours " << std::hex << q.hours << ", by weekday";
    for (const HourMask hours : q.week) os << ' ' << hours;
    os << ", by month";
    for (const HourMask hours : q.year) os << ' ' << hours;
    os << std::dec << ", groups " << q.groups << ", places";
    for (const int p : q.placesAsked) os << (p % 2 == 0 ? " " : " of fact ") << p / 2;
}

rc::Gen<std::vector<Fact>> anyFacts(const rc::Gen<std::int64_t>& value) {
    const auto fact = rc::gen::build<Fact>(
        rc::gen::set(&Fact::day, rc::gen::oneOf(between(0, 90), between(0, 1))),
        rc::gen::set(&Fact::measure, rc::gen::oneOf(rc::gen::just(0), between(0, 2))), rc::gen::set(&Fact::group, between(0, 2)),
        rc::gen::set(&Fact::hour, rc::gen::oneOf(between(0, 27), between(20, 23))),
        rc::gen::set(&Fact::place, rc::gen::oneOf(between(0, 4), between(0, 299), between(257, 260), between(257, 260))),
        rc::gen::set(&Fact::value, value));
    return rc::gen::scale(2.0, rc::gen::container<std::vector<Fact>>(fact));
}

rc::Gen<Cube> anyCube() {
    // Cells are kept in one byte, two or more, running sums in four or eight: values for each, and for the borders between them.
    const auto around = [](std::int64_t border) {
        return rc::gen::scale(0.1, anyFacts(rc::gen::oneOf(between<std::int64_t>(0, 2), between<std::int64_t>(border - 3, border + 1))));
    };
    const auto facts = rc::gen::oneOf(anyFacts(between<std::int64_t>(0, 300)), around(1LL << 8), around(1LL << 16), around(1LL << 32),
                                      anyFacts(rc::gen::oneOf(between<std::int64_t>(0, 300), between<std::int64_t>(65'530, 70'000))),
                                      anyFacts(rc::gen::oneOf(between<std::int64_t>(0, 300), between<std::int64_t>(0, 1LL << 42))));
    const auto hours = oneOfValues<std::pair<int, int>>({{4, 24}, {4, 24}, {5, 20}, {0, 28}, {27, 1}, {0, 0}});
    const auto dates = oneOfValues<QDate>({{2024, 2, 29}, {2024, 1, 1}, {2023, 12, 30}, {2024, 2, 28}, {2024, 2, 1}, {2024, 4, 10}});
    const auto days = rc::gen::oneOf(between(1, 2), between(1, 31), between(28, 90));
    return rc::gen::apply(
        [](QDate from, int length, std::pair<int, int> held, int groups, int places, int knownFirst, std::set<int> holes,
           std::vector<Fact> facts) {
            return Cube{
                from, length, held.first, held.second, groups, places, std::min(places, knownFirst), std::move(holes), std::move(facts)};
        },
        dates, days, hours, between(1, 3), oneOfValues<int>({1, 3, 128, 129, 300, 300, 300}), oneOfValues<int>({0, 0, 0, 1, 128, 258}),
        rc::gen::resize(6, rc::gen::container<std::set<int>>(between(0, 90))), facts);
}

rc::Gen<Question> anyQuestion() {
    // Filters are often left out, and places often those of a fact, or hardly a fact would pass them all.
    const auto hours = rc::gen::oneOf(rc::gen::just(kAllHours), rc::gen::just(kAllHours), between<HourMask>(0, kAllHours),
                                      oneOfValues<HourMask>({15u << 24, 3u << 7, 1u << 4, 1u << 27}));
    const auto part = rc::gen::oneOf(rc::gen::just(kAllHours), rc::gen::just(HourMask{0}), rc::gen::just(kAllHours),
                                     oneOfValues<HourMask>({15u << 24, 3u << 7, 0xFFFFu}), between<HourMask>(0, kAllHours));
    const auto parts = [&part](std::size_t count) {
        const auto none = rc::gen::just(std::vector<HourMask>());
        return rc::gen::oneOf(none, none, rc::gen::container<std::vector<HourMask>>(count, part));
    };
    const auto places = rc::gen::resize(3, rc::gen::container<std::set<int>>(between(0, 599)));
    const auto placeOfFact = rc::gen::map(between(0, 299), [](int fact) { return std::set<int>{2 * fact + 1}; });
    return rc::gen::build<Question>(
        rc::gen::set(&Question::measure, rc::gen::oneOf(rc::gen::just(0), between(0, 2))), rc::gen::set(&Question::span, between(0, 3)),
        rc::gen::set(&Question::fromShift, oneOfValues<int>({0, -1, 1})), rc::gen::set(&Question::toShift, oneOfValues<int>({0, -1, 1})),
        rc::gen::set(&Question::first, between(-3, 92)), rc::gen::set(&Question::length, rc::gen::oneOf(between(1, 3), between(1, 95))),
        rc::gen::set(&Question::dayTypes, rc::gen::oneOf(rc::gen::just(int{kAllDayTypes}), between(1, 7))),
        rc::gen::set(&Question::hours, hours), rc::gen::set(&Question::week, parts(kWeekdays)),
        rc::gen::set(&Question::year, parts(kCalendarMonths)),
        rc::gen::set(&Question::groups, rc::gen::oneOf(rc::gen::just(0), between(0, 7))),
        rc::gen::set(&Question::placesAsked, rc::gen::oneOf(rc::gen::just(std::set<int>()), places, placeOfFact, placeOfFact)));
}

const char* const kMeasures[] = {"boardings", "level", "present"};
const char* const kGroups[] = {"a", "b", "c"};

bool hasCoordinates(int place) {
    return place % 2 == 0;
}

CubeData dataOf(const Cube& cube) {
    CubeData data;
    Dataset& d = data.dataset;
    d.id = QStringLiteral("made");
    d.title = d.id;
    d.placeKind = QStringLiteral("bus_stop");
    d.firstHour = cube.firstHour;
    d.hourCount = cube.hours;
    d.measures = {{kMeasures[0], "", "", "trips", "", Aggregation::Sum, 0},
                  {kMeasures[1], "", "", "ug", "", Aggregation::Mean, 1},
                  {kMeasures[2], "", "", "persons", "", Aggregation::Mean, 1, true}};
    d.scheme.id = QStringLiteral("ages");
    for (int g = 0; g < cube.groups; ++g) d.scheme.groups.append({kGroups[g], "", ""});
    for (int p = 0; p < cube.places; ++p) {
        data.places.push_back({QStringLiteral("s%1").arg(p), {}});
        if (hasCoordinates(p)) data.places.back().lon = 126.9, data.places.back().lat = 35.1;
    }
    const int hours = std::max(1, cube.hours);
    for (int day = 0; day < cube.days; ++day) {
        const QDate date = cube.from.addDays(day);
        MonthCells& month = data.months[monthKey(date.year(), date.month())];
        if (!month.cells.empty()) continue;
        month = {3, cube.groups, date.daysInMonth(), hours, cube.places, {}};
        month.cells.assign(month.index(3, 0, 0, 0, 0), kNotObserved);
    }
    return data;
}

/// The first month with its first places, or the other months.
CubeData partOf(const CubeData& data, bool first, int places) {
    CubeData part = data;
    const MonthKey month = data.months.begin()->first;
    if (!first) {
        part.months.erase(month);
        return part;
    }
    part.months.erase(std::next(part.months.begin()), part.months.end());
    part.places.resize(static_cast<std::size_t>(places));
    MonthCells& cells = part.months.at(month);
    const MonthCells all = std::move(cells);
    cells = {all.measures, all.groups, all.days, all.hours, places, {}};
    for (std::size_t line = 0; line * all.places < all.cells.size(); ++line) {
        const auto from = all.cells.begin() + static_cast<std::ptrdiff_t>(line) * all.places;
        cells.cells.insert(cells.cells.end(), from, from + places);
    }
    return part;
}

void write(Workspace& workspace, const CubeData& data, const char* sha256) {
    Batch batch;
    batch.sha256 = QLatin1String(sha256);
    RC_ASSERT(workspace.writeCube(data, batch, OnExisting::Ask, Progress::none()).ok());
}

/// What was asked, in the cube's own words.
struct Asked {
    Query query;
    Period period;
    std::set<int> groups, places, hours;  ///< hours of the day
    bool refused = false;
};

/// The facts as they are counted: one per cell.
class Counted {
public:
    explicit Counted(const Cube& cube) : cube(cube), data(dataOf(cube)) {
        const int hours = std::max(1, cube.hours);
        for (Fact f : cube.facts) {
            f.day %= cube.days;
            f.group %= cube.groups;
            f.place %= cube.places;
            f.hour %= hours;
            if (cube.holes.count(f.day)) continue;
            const QDate date = cube.dateOf(f);
            if (cube.isSplit() && Cube::monthOf(date) == Cube::monthOf(cube.from)) f.place %= cube.knownFirst;
            MonthCells& month = data.months.at(monthKey(date.year(), date.month()));
            std::int64_t& cell = month.cells[month.index(f.measure, f.group, date.day() - 1, f.hour, f.place)];
            if (cell != kNotObserved) continue;
            cell = f.value;
            facts.push_back(f);
            mentioned.insert(date);
            hoursMentioned.insert(cube.hourOf(f));
        }
        period = heldPeriod();
    }

    Asked ask(const Question& q) const {
        Asked a;
        a.query.dataset = data.dataset.id;
        a.query.measure = QLatin1String(kMeasures[q.measure]);
        if (q.span != 0) a.query.period = periodOf(q);
        a.period = a.query.period.isAll() ? period : a.query.period;
        a.query.dayTypes = static_cast<DayTypeMask>(q.dayTypes);
        a.query.hours = cube.hours == 0 ? kAllHours : q.hours;
        HourMask week = q.week.empty() ? kAllHours : 0;
        HourMask year = q.year.empty() ? kAllHours : 0;
        for (std::size_t i = 0; i < q.week.size(); ++i) week |= a.query.weekHours[i] = clockHours(q.week[i]);
        for (std::size_t i = 0; i < q.year.size(); ++i) year |= a.query.yearHours[i] = clockHours(q.year[i]);
        const HourMask some = a.query.hours & week & year;
        for (int h = cube.firstHour; h < cube.firstHour + std::max(1, cube.hours); ++h)
            if (cube.hours == 0 ? some != 0 : (some >> h & 1u) != 0) a.hours.insert(h);
        for (int g = 0; g < cube.groups; ++g)
            if (q.groups >> g & 1) a.query.groups.append(QLatin1String(kGroups[g]));
        for (int g = 0; g < cube.groups; ++g)
            if (a.query.groups.isEmpty() || q.groups >> g & 1) a.groups.insert(g);
        for (const int p : q.placesAsked)
            a.places.insert(p % 2 == 0 || facts.empty() ? p / 2 % cube.places
                                                        : facts[static_cast<std::size_t>(p / 2) % facts.size()].place);
        for (const int p : a.places) a.query.areas.append(QStringLiteral("place:s%1").arg(p));
        for (int p = 0; q.placesAsked.empty() && p < cube.places; ++p) a.places.insert(p);
        a.refused = a.hours.empty() || a.period.to < period.from || a.period.from > period.to;
        return a;
    }

    const Cube& cube;
    CubeData data;
    std::vector<Fact> facts;
    std::set<QDate> mentioned;
    std::set<int> hoursMentioned;
    Period period;  ///< that the dataset says it holds

private:
    /// Without hours a day counts or does not.
    HourMask clockHours(HourMask hours) const { return cube.hours > 0 ? hours : hours % 2 == 1 ? kAllHours : 0; }
    Period periodOf(const Question& q) const {
        QDate from = cube.from.addDays((q.first + 3) % (cube.days + 6) - 3), to = from.addDays(q.length - 1);
        if (q.span == 1) return {QDate(from.year(), from.month(), 1), QDate(to.year(), to.month(), to.daysInMonth())};
        if (q.span == 2 || facts.empty()) return {from, to};
        // where a period ends beside a day with numbers, being off by a day shows
        from = cube.dateOf(facts[static_cast<std::size_t>(q.first + 3) % facts.size()]);
        to = cube.dateOf(facts[static_cast<std::size_t>(q.length) % facts.size()]);
        if (to < from) std::swap(from, to);
        return {from.addDays(q.fromShift), std::max(from.addDays(q.fromShift), to.addDays(q.toShift))};
    }
    Period heldPeriod() const {
        Period all;
        for (const auto& [key, cells] : data.months) {
            const QDate first(yearOf(key), monthOf(key), 1);
            const QDate last = first.addMonths(1).addDays(-1);
            const auto low = mentioned.lower_bound(first);
            const bool any = low != mentioned.end() && *low <= last;
            const QDate from = any ? *low : first, to = any ? *std::prev(mentioned.upper_bound(last)) : last;
            if (!all.from.isValid() || from < all.from) all.from = from;
            if (!all.to.isValid() || to > all.to) all.to = to;
        }
        return all;
    }
};

struct Line {
    std::int64_t sum = 0, observed = 0;
    bool empty = true;  ///< shown as "no data", not as zero
    bool operator==(const Line&) const = default;
};
void showValue(const Line& l, std::ostream& os) {
    os << l.sum << "/" << l.observed << (l.empty ? " empty" : "");
}
using Lines = std::map<std::string, Line>;

std::string twoDigits(int n) {
    return QString::number(n).rightJustified(2, QLatin1Char('0')).toStdString();
}

std::string keyOf(Breakdown by, QDate date, int group, int hour, int place) {
    static const char* const weekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    switch (by) {
        case Breakdown::Place:
            return "s" + std::to_string(place);
        case Breakdown::Group:
            return kGroups[group];
        case Breakdown::Hour:
            return twoDigits(hour);
        case Breakdown::HourWeekday:
            return weekdays[date.dayOfWeek() - 1] + ("-" + twoDigits(hour));
        case Breakdown::HourMonth:
            return twoDigits(date.month()) + "-" + twoDigits(hour);
        case Breakdown::Day:
            return date.toString(Qt::ISODate).toStdString();
        case Breakdown::DayHour:
            return date.toString(Qt::ISODate).toStdString() + " " + twoDigits(hour);
        default:
            return date.toString(QStringLiteral("yyyy-MM")).toStdString();
    }
}

/// The answer to one question, counted fact by fact.
class Recount {
public:
    Recount(const Counted& counted, const Question& question)
        : asked(counted.ask(question)), m_cube(counted.cube), m_counted(counted), m_flow(question.measure == 0) {
        for (QDate date = asked.period.from; date <= asked.period.to; date = date.addDays(1)) {
            if (!wanted(date)) continue;
            ++daysExpected;
            if (counted.mentioned.count(date)) m_filled.insert(date);
        }
        for (const int hour : asked.hours) m_anyHour = m_anyHour || known(hour);
        for (const Fact& f : counted.facts) {
            if (f.measure == question.measure && wanted(m_cube.dateOf(f)) && asked.groups.count(f.group) &&
                counts(m_cube.dateOf(f), m_cube.hourOf(f)) && asked.places.count(f.place))
                facts.push_back(f);
        }
    }

    /// Every row that there must be. A flow is empty where the source mentions no day, or the hours on no day at all.
    Lines lines(Breakdown by) const {
        Lines lines;
        const auto anyDay = [this](auto holds) { return std::any_of(m_filled.begin(), m_filled.end(), holds); };
        const bool any = !m_filled.empty() && m_anyHour;
        const auto row = [&](QDate date, int group, int hour, int place) -> Line& { return lines[keyOf(by, date, group, hour, place)]; };
        if (by == Breakdown::Place)
            for (const int place : asked.places) row({}, 0, 0, place).empty = !any;
        if (by == Breakdown::Group)
            for (const int group : asked.groups) row({}, group, 0, 0).empty = !any;
        for (const int hour : asked.hours) {
            const auto empty = [&](auto holds) {
                return !known(hour) || !anyDay([&](QDate date) { return counts(date, hour) && holds(date); });
            };
            if (by == Breakdown::Hour) row({}, 0, hour, 0).empty = empty([](QDate) { return true; });
            for (int day = 1; by == Breakdown::HourWeekday && day <= 7; ++day)  // 1 January was a Monday
                row(QDate(2024, 1, day), 0, hour, 0).empty = empty([day](QDate date) { return date.dayOfWeek() == day; });
            for (int month = 1; by == Breakdown::HourMonth && month <= 12; ++month)
                row(QDate(2024, month, 1), 0, hour, 0).empty = empty([month](QDate date) { return date.month() == month; });
        }
        for (QDate date = asked.period.from; date <= asked.period.to; date = date.addDays(1)) {
            if (by == Breakdown::Day && wanted(date)) row(date, 0, 0, 0).empty = !m_anyHour || !m_filled.count(date);
            for (const int hour : asked.hours)
                if (by == Breakdown::DayHour && wanted(date) && counts(date, hour))
                    row(date, 0, hour, 0).empty = !known(hour) || !m_filled.count(date);
            if (by != Breakdown::Month) continue;
            bool& empty = row(date, 0, 0, 0).empty;
            empty = empty && !(m_anyHour && m_filled.count(date));
        }
        for (const Fact& f : facts) {
            Line& line = row(m_cube.dateOf(f), f.group, m_cube.hourOf(f), f.place);
            line.sum += f.value;
            ++line.observed;
        }
        if (m_flow) return lines;
        for (auto& [key, line] : lines) line.empty = line.observed == 0;
        return lines;
    }

    const Asked asked;
    std::vector<Fact> facts;
    int daysExpected = 0;
    /// Some day of that month has numbers but lies outside of the period.
    bool cutsMonthOf(QDate date) const {
        const QDate first(date.year(), date.month(), 1), behind = first.addMonths(1);
        const auto end = m_counted.mentioned.lower_bound(behind);
        return std::any_of(m_counted.mentioned.lower_bound(first), end, [this](QDate day) { return !asked.period.contains(day); });
    }
    int daysObserved() const { return static_cast<int>(m_filled.size()); }

private:
    /// Whether the hour counts on that date, whatever its day type.
    bool counts(QDate date, int hour) const {
        const HourMask on = asked.query.hoursOn(date);
        return asked.hours.count(hour) && (m_cube.hours == 0 ? on != 0 : (on >> hour & 1u) != 0);
    }
    bool wanted(QDate date) const {
        return asked.period.contains(date) && std::any_of(asked.hours.begin(), asked.hours.end(), [&](int h) { return counts(date, h); }) &&
               (asked.query.dayTypes >> static_cast<int>(HolidayCalendar::korea().dayType(date)) & 1);
    }
    bool known(int hour) const { return m_cube.hours == 0 || m_counted.hoursMentioned.count(hour) > 0; }

    const Cube& m_cube;
    const Counted& m_counted;
    bool m_flow;
    bool m_anyHour = false;
    std::set<QDate> m_filled;  ///< days asked for that the source mentions
};

Lines linesOf(const Table& table) {
    Lines lines;
    for (const TableRow& row : table.rows) {
        const bool flow = table.measure.aggregation == Aggregation::Sum;
        RC_ASSERT(!flow || std::isnan(row.value) || row.value == static_cast<double>(row.sum));
        const auto fresh = lines.emplace(row.key.toStdString(), Line{row.sum, row.observed, std::isnan(row.value)}).second;
        RC_ASSERT(fresh);
    }
    return lines;
}

constexpr Breakdown kBreakdowns[] = {Breakdown::Place, Breakdown::Group,   Breakdown::Hour,  Breakdown::HourWeekday,
                                     Breakdown::Day,   Breakdown::DayHour, Breakdown::Month, Breakdown::HourMonth};

/// A question with its answers in every breakdown.
struct Expected {
    explicit Expected(const Counted& counted, const Question& question) : recount(counted, question) {
        for (const Breakdown by : kBreakdowns) lines.push_back(recount.lines(by));
        for (const Fact& f : recount.facts) {
            sum += f.value;
            located += hasCoordinates(f.place) ? f.value : 0;
        }
    }
    Recount recount;
    std::vector<Lines> lines;
    std::int64_t sum = 0, located = 0;
};

void compare(QueryEngine& engine, const Cube& cube, const Expected& expected) {
    const Recount& recount = expected.recount;
    auto lines = expected.lines.begin();
    for (const Breakdown by : kBreakdowns) {
        const Lines& wanted = *lines++;
        const auto answer = engine.run(recount.asked.query, by);
        const bool byHour = by == Breakdown::Hour || by == Breakdown::HourWeekday || by == Breakdown::DayHour || by == Breakdown::HourMonth;
        RC_ASSERT(answer.ok() == ((cube.hours > 0 || !byHour) && !recount.asked.refused));
        if (!answer) {
            RC_ASSERT(answer.error().code == ErrorCode::Usage);
            continue;
        }
        const Table& table = **answer;
        RC_ASSERT(linesOf(table) == wanted);
        RC_ASSERT(table.totalSum == expected.sum);
        RC_ASSERT(table.totalObserved == static_cast<std::int64_t>(recount.facts.size()));
        RC_ASSERT(table.locatedSum == expected.located);
        RC_ASSERT(table.daysExpected == recount.daysExpected);
        RC_ASSERT(table.daysObserved == recount.daysObserved());
    }
}

/// The rare things that the cases must have met, or they would prove little.
void note(const Cube& cube, const Recount& recount, std::map<QByteArray, int>& seen) {
    ++seen[recount.asked.refused ? "refused" : "answered"];
    if (recount.asked.refused) return;
    seen["cube of one day"] += cube.days == 1;
    seen["later places"] += cube.isSplit() && cube.knownFirst < cube.places;
    for (const int hole : cube.holes) seen["hole"] += hole < cube.days && recount.asked.period.contains(cube.from.addDays(hole));
    for (const Fact& f : recount.facts) {
        seen["leap day"] += cube.dateOf(f) == QDate(2024, 2, 29);
        seen["hours 24 to 27 of hours from 4 on"] += cube.hourOf(f) >= 24 && cube.firstHour == 4;
        seen["hours by weekday"] += recount.asked.query.weekHours != kWholeWeek && cube.hours > 0;
        seen["hours by month"] += recount.asked.query.yearHours != kWholeYear && cube.hours > 0;
        seen["large value"] += f.value > 65'535;
        seen["second block"] += f.place >= 128;
        // such a block is read alone when the period cuts the month
        seen["late block alone"] += cube.places > 256 && *recount.asked.places.begin() >= 256 && recount.cutsMonthOf(cube.dateOf(f));
    }
}

}  // namespace

class TestQueryProperties : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { keepFilesInMemory(); }

    void answersAreARecount() {
        std::map<QByteArray, int> seen;
        VERIFY_PROPERTY(250, [&seen] {
            const Cube cube = *anyCube().as("cube");
            const auto questions = *rc::gen::resize(10, rc::gen::container<std::vector<Question>>(anyQuestion())).as("questions");
            const bool ahead = *rc::gen::arbitrary<bool>().as("preload");
            const Counted counted(cube);
            std::vector<Expected> expected;
            for (const Question& question : questions) expected.emplace_back(counted, question);
            QTemporaryDir folder;
            const auto workspace = Workspace::create(folder.filePath(QStringLiteral("w.mudeung"))).value();
            if (cube.isSplit()) {
                write(*workspace, partOf(counted.data, true, cube.knownFirst), "aa");
                write(*workspace, partOf(counted.data, false, 0), "bb");
            } else {
                write(*workspace, counted.data, "aa");
            }
            for (const std::size_t bytes : {std::size_t{512} << 20, std::size_t{64} << 20, std::size_t{1}}) {
                QueryEngine engine(workspace, bytes);
                if (ahead) RC_ASSERT(engine.preload(counted.data.dataset.id, 0, Progress::none()).ok());
                for (const Expected& each : expected) compare(engine, cube, each);
            }
            for (const Expected& each : expected) note(cube, each.recount, seen);
        });
        if (!isOrdinaryRun()) return;
        for (const char* kind : {"refused", "answered", "cube of one day", "hole", "leap day", "hours 24 to 27 of hours from 4 on",
                                 "large value", "second block", "hours by weekday", "hours by month", "late block alone", "later places"})
            QVERIFY2(seen[kind] > 0, kind);
    }
};

QTEST_GUILESS_MAIN(TestQueryProperties)
#include "test_query_properties.moc"
