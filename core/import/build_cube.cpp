// SPDX-License-Identifier: GPL-3.0-or-later
// The row loop of cubes. Per row a few hash look-ups, per cell a plain integer parse; places, dates and classes are resolved once.
#include "core/import/build_cube.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>
#include <set>

#include "core/base/csv_text.h"
#include "core/base/format.h"
#include "core/import/build_lookup.h"
#include "core/import/match.h"

namespace mudeung {

namespace {

constexpr int kMaxMonths = 1200;
constexpr int kReportedRejects = 1000;
constexpr int kExportedRejects = 10'000;
constexpr double kMaxRejectedShare = 0.2;

struct DateRef {
    MonthUnits::Month* month = nullptr;
    int day = 0;  ///< 0-based
};

struct Parsed {
    std::size_t at = 0;  ///< index into the value columns
    std::int64_t value = 0;
};

}  // namespace

void BuildCounts::reject(qint64 line, const QString& field, std::string_view value, const QString& reason) {
    ++rowsRejected;
    const QString shown = toText(value.substr(0, 200));
    if (rejected.size() < kReportedRejects) rejected.append({line, field, shown, reason});
    if (rowsRejected <= kExportedRejects) {
        rejectsCsv += QByteArray::number(line) + ',' + csvText(field).toUtf8() + ',' + csvText(shown).toUtf8() + ',' +
                      csvText(reason).toUtf8() + '\n';
    }
}

class CubeBuilder::Impl {
public:
    Impl(const Profile& p, const Mapping& m, bool shortRowsAreDamage, const YearSource& year, const MonthUnits::Limits& limits,
         const std::vector<Place>& known);
    Status add(Row& row);
    Result<std::unique_ptr<BuiltCube>> finish(const Dataset& dataset);

    BuildCounts counts;
    std::vector<CheckCount> checkCounts;
    std::vector<std::int64_t> sums;
    QStringList notes;

private:
    enum class Take { Yes, No, Refuse };

    bool fixWidth(Row& row);
    bool isSkipped(const Row& row);
    Take dateOf(const Row& row, DateRef& date);
    Take hourOf(const Row& row, int& hour);
    Take classOf(const Row& row, int column, ClassLookup& lookup, int& index);
    Take parseValues(const Row& row, int measure);
    Take store(const Row& row, std::size_t place, const DateRef& date, int hour, int measure, int group);
    void countChecks(const Row& row);
    void checkRowTotal(const Row& row);
    DateRef resolve(int year, int month, int day);
    Take reject(const Row& row, int column, const QString& reason);
    Status refuse(const QString& sentence) { return Error{ErrorCode::InputRefused, sentence, {}}; }
    QString columnName(int column) const { return m_mapping.columns.value(column); }

    const Profile& m_profile;
    const Mapping m_mapping;
    const bool m_shortRowsAreDamage;
    const YearSource m_year;
    const int m_groups;
    const int m_hours;
    int m_neededColumns = 0;
    int m_joinColumn = -1;
    const int m_measureColumn;
    const int m_groupColumn;
    const int m_hourColumn;
    const int m_dateColumn;  ///< the month's when months and days have columns of their own
    const int m_dayColumn;
    const int m_totalColumn;
    PlaceLookup m_places;
    ClassLookup m_measureLookup;
    ClassLookup m_groupLookup;
    std::vector<SkipLookup> m_skips;
    std::vector<TextTest> m_checks;
    std::vector<DateRef> m_columnDates;  // parallel to the value columns
    std::vector<char> m_shared;          // value columns whose cell another column of the row also fills
    TextMap<DateRef> m_dates;
    LastText m_lastDate;
    DateRef m_lastDateRef;
    DateRef m_fixedDate;
    std::unique_ptr<MonthUnits> m_units;
    std::set<MonthKey> m_months;
    std::vector<Parsed> m_parsed;
    std::string m_joined;
    QString m_refusal;
};

CubeBuilder::Impl::Impl(const Profile& p, const Mapping& m, bool shortRowsAreDamage, const YearSource& year,
                        const MonthUnits::Limits& limits, const std::vector<Place>& known)
    : m_profile(p),
      m_mapping(m),
      m_shortRowsAreDamage(shortRowsAreDamage),
      m_year(year),
      m_groups(static_cast<int>(m.scheme.groups.size())),
      m_hours(std::max(1, p.hourCount)),
      m_measureColumn(m.column(QStringLiteral("measure"))),
      m_groupColumn(m.column(QStringLiteral("group"))),
      m_hourColumn(m.column(QStringLiteral("hour"))),
      m_dateColumn(m.column(p.timeFrom == TimeFrom::MonthDay ? QStringLiteral("month") : QStringLiteral("date"))),
      m_dayColumn(m.column(QStringLiteral("day"))),
      m_totalColumn(m.column(p.rowTotalField)),
      m_places(p, m_mapping, known),
      m_measureLookup(p.measureValues),
      m_groupLookup(p.groupValues) {
    sums.assign(static_cast<std::size_t>(p.measures.size()) * static_cast<std::size_t>(m_groups), 0);
    checkCounts.resize(static_cast<std::size_t>(p.checks.size()));
    std::vector<char> mean;
    for (const Measure& measure : p.measures) mean.push_back(measure.aggregation == Aggregation::Mean);
    m_units = std::make_unique<MonthUnits>(
        MonthUnits::Shape{static_cast<int>(p.measures.size()), m_groups, m_hours, p.timeStep, std::move(mean)}, limits);
    m_joinColumn = m_mapping.column(p.joinExtra);
    for (const ValueColumn& v : m_mapping.values) m_neededColumns = std::max(m_neededColumns, v.column + 1);
    for (const ProfileField& f : p.fields) {
        if (f.required) m_neededColumns = std::max(m_neededColumns, m_mapping.column(f.id) + 1);
    }
    for (const SkipRule& rule : p.skips) {
        if (!rule.afterExtract && m_mapping.column(rule.field) >= 0) m_skips.emplace_back(rule, m_mapping.column(rule.field));
    }
    for (const CheckRule& rule : p.checks) m_checks.emplace_back(rule.pattern, m_mapping.column(rule.field));
    std::set<std::tuple<int, int, int, int, int, int>> seen;
    for (const ValueColumn& v : m_mapping.values) {
        m_columnDates.push_back(v.year != 0 ? resolve(v.year, v.month, v.day) : DateRef{});
        m_shared.push_back(!seen.emplace(v.measure, v.group, v.hour, v.year, v.month, v.day).second);
    }
    if (p.timeFrom == TimeFrom::FileYear) m_fixedDate = resolve(year.year, 1, 1);
    if (p.timeFrom == TimeFrom::FileDate)
        m_fixedDate = resolve(year.year, std::max(1, year.fileDate.month), std::max(1, year.fileDate.day));
    m_parsed.reserve(m_mapping.values.size());
}

CubeBuilder::Impl::Take CubeBuilder::Impl::reject(const Row& row, int column, const QString& reason) {
    counts.reject(row.line, columnName(column), cellOf(row, column), reason);
    return Take::No;
}

DateRef CubeBuilder::Impl::resolve(int year, int month, int day) {
    const TimeStep step = m_profile.timeStep;
    const int m = step == TimeStep::Year ? 1 : std::max(1, month);
    if (!QDate::isValid(year, m, 1)) return {};
    if (step == TimeStep::Day && !QDate::isValid(year, m, day)) return {};
    const MonthKey key = monthKey(year, m);
    if (m_months.count(key) == 0 && m_months.size() >= static_cast<std::size_t>(kMaxMonths)) return {};
    m_months.insert(key);
    const int days = step == TimeStep::Day ? QDate(year, m, 1).daysInMonth() : 1;
    return {&m_units->month(key, days), step == TimeStep::Day ? day - 1 : 0};
}

bool CubeBuilder::Impl::fixWidth(Row& row) {
    const auto width = static_cast<std::size_t>(m_mapping.columns.size());
    while (row.cells.size() > width && trimmed(row.cells.back()).empty()) row.cells.pop_back();
    if (row.cells.size() > width && m_joinColumn >= 0) {
        // an unquoted delimiter inside a name: everything right of it is counted from the right
        const std::size_t extra = row.cells.size() - width;
        const auto first = static_cast<std::size_t>(m_joinColumn);
        m_joined.assign(row.cells[first]);
        for (std::size_t i = first + 1; i <= first + extra; ++i) m_joined.append(",").append(row.cells[i]);
        row.cells.erase(row.cells.begin() + static_cast<std::ptrdiff_t>(first + 1),
                        row.cells.begin() + static_cast<std::ptrdiff_t>(first + 1 + extra));
        row.cells[first] = m_joined;
    }
    if (row.cells.size() > width) {
        counts.reject(row.line, {}, {},
                      QCoreApplication::translate("Import", "%1 fields under %2 column names")
                          .arg(formatCount(static_cast<qint64>(row.cells.size())), formatCount(static_cast<qint64>(width))));
        return false;
    }
    if (m_shortRowsAreDamage && row.cells.size() < static_cast<std::size_t>(m_neededColumns)) {
        counts.reject(row.line, {}, row.cells.empty() ? std::string_view{} : row.cells.front(),
                      QCoreApplication::translate("Import", "the line ends after %1 of %2 fields")
                          .arg(formatCount(static_cast<qint64>(row.cells.size())), formatCount(static_cast<qint64>(width))));
        return false;
    }
    return true;
}

bool CubeBuilder::Impl::isSkipped(const Row& row) {
    for (SkipLookup& skip : m_skips) {
        if (skip.matches(row)) return true;
    }
    return false;
}

CubeBuilder::Impl::Take CubeBuilder::Impl::dateOf(const Row& row, DateRef& date) {
    const Profile& p = m_profile;
    if (p.timeFrom == TimeFrom::Columns) return Take::Yes;
    if (p.timeFrom == TimeFrom::FileYear || p.timeFrom == TimeFrom::FileDate) {
        date = m_fixedDate;
        return Take::Yes;
    }
    const bool split = p.timeFrom == TimeFrom::MonthDay;
    const std::string_view cell = cellOf(row, m_dateColumn);
    const std::string_view dayCell = split ? cellOf(row, m_dayColumn) : std::string_view{};
    std::string_view key = cell;
    if (split) {
        m_joined.assign(cell).append("/").append(dayCell);
        key = m_joined;
    }
    if (m_lastDate.is(key)) {
        date = m_lastDateRef;
    } else if (const DateRef* known = m_dates.find(key)) {
        date = *known;
        m_lastDate.set(key);
        m_lastDateRef = date;
    } else {
        DateRef ref;
        if (split) {
            ref = resolve(m_year.year, parseSmallNumber(cell), parseSmallNumber(dayCell));
            if (parseSmallNumber(cell) < 1) ref = {};
        } else if (const auto parts = parseDate(cell); parts && (p.timeStep == TimeStep::Year || parts->month != 0)) {
            ref = resolve(parts->year, parts->month, parts->day);
        }
        m_dates.emplace(key, ref);
        date = ref;
    }
    if (date.month == nullptr) return reject(row, m_dateColumn, QCoreApplication::translate("Import", "not a date of this layout"));
    return Take::Yes;
}

CubeBuilder::Impl::Take CubeBuilder::Impl::hourOf(const Row& row, int& hour) {
    if (m_hourColumn < 0) return Take::Yes;
    hour = parseSmallNumber(cellOf(row, m_hourColumn));
    if (hour >= 0 && hour < m_profile.firstHour) hour += 24;
    hour -= m_profile.firstHour;
    if (hour < 0 || hour >= m_hours) return reject(row, m_hourColumn, QCoreApplication::translate("Import", "not an hour of the day"));
    return Take::Yes;
}

CubeBuilder::Impl::Take CubeBuilder::Impl::classOf(const Row& row, int column, ClassLookup& lookup, int& index) {
    if (column < 0) return Take::Yes;
    index = lookup.find(cellOf(row, column));
    if (index == ClassLookup::kUnknown)
        return reject(row, column, QCoreApplication::translate("Import", "a value that the profile does not know"));
    if (index < 0) {
        ++counts.rowsSkipped;
        return Take::No;
    }
    return Take::Yes;
}

CubeBuilder::Impl::Take CubeBuilder::Impl::parseValues(const Row& row, int rowMeasure) {
    m_parsed.clear();
    for (std::size_t i = 0; i < m_mapping.values.size(); ++i) {
        const ValueColumn& v = m_mapping.values[i];
        const std::string_view cell = cellOf(row, v.column);
        const int measure = v.measure >= 0 ? v.measure : rowMeasure;
        const Number n = parseNumber(cell, m_profile.measures[measure].decimals);
        switch (n.kind) {
            case NumberKind::Value:
                if (n.value < 0 && !m_profile.allowNegative) {
                    m_refusal = QCoreApplication::translate("Import",
                                                            "Line %1: “%2” is %3. Counts are never negative, so the whole file is refused.")
                                    .arg(formatCount(row.line), columnName(v.column), toText(trimmed(cell)));
                    return Take::Refuse;
                }
                m_parsed.push_back({i, n.value});
                break;
            case NumberKind::Blank:
                break;
            case NumberKind::Suppressed:
                ++counts.suppressed;
                break;
            case NumberKind::NotANumber:
                return reject(row, v.column, QCoreApplication::translate("Import", "not a number"));
            case NumberKind::NotWhole:
                return reject(row, v.column, QCoreApplication::translate("Import", "not a whole number"));
            case NumberKind::TooLarge:
                return reject(row, v.column, QCoreApplication::translate("Import", "too large to be a count"));
        }
    }
    return Take::Yes;
}

CubeBuilder::Impl::Take CubeBuilder::Impl::store(const Row& row, std::size_t place, const DateRef& rowDate, int rowHour, int rowMeasure,
                                                 int rowGroup) {
    bool duplicate = false;
    for (const Parsed& parsed : m_parsed) {
        const ValueColumn& v = m_mapping.values[parsed.at];
        const int measure = v.measure >= 0 ? v.measure : rowMeasure;
        const int group = v.group >= 0 ? v.group : rowGroup;
        const DateRef& date = m_columnDates[parsed.at].month != nullptr ? m_columnDates[parsed.at] : rowDate;
        if (date.month == nullptr) continue;
        const int hour = v.hour >= 0 ? v.hour - m_profile.firstHour : rowHour;
        const std::size_t slot = static_cast<std::size_t>(measure) * static_cast<std::size_t>(m_groups) + static_cast<std::size_t>(group);
        const bool shared = m_shared[parsed.at] != 0;
        const MonthUnits::Added added = m_units->add(*date.month, place, static_cast<int>(slot), date.day, hour, parsed.value, shared,
                                                     static_cast<std::uint64_t>(counts.rowsRead));
        duplicate = duplicate || (added == MonthUnits::Added::Further && !shared);
        const bool tooLarge = added == MonthUnits::Added::TooLarge;
        if (tooLarge || __builtin_add_overflow(sums[slot], parsed.value, &sums[slot])) {
            m_refusal =
                QCoreApplication::translate("Import", "Line %1: the sum of the file is too large to be true.").arg(formatCount(row.line));
            return Take::Refuse;
        }
    }
    if (duplicate) ++counts.duplicates;
    return Take::Yes;
}

void CubeBuilder::Impl::countChecks(const Row& row) {
    for (std::size_t i = 0; i < m_checks.size(); ++i) {
        if (m_checks[i].column() < 0) continue;  // a sibling without the column has nothing to check
        const std::string_view cell = trimmed(cellOf(row, m_checks[i].column()));
        const CheckRule& rule = m_profile.checks[static_cast<int>(i)];
        if (cell.empty() && !rule.blankCounts) continue;
        ++checkCounts[i].all;
        if (m_checks[i].passes(cell)) ++checkCounts[i].good;
    }
}

void CubeBuilder::Impl::checkRowTotal(const Row& row) {
    if (m_totalColumn < 0) return;
    const Number total = parseNumber(cellOf(row, m_totalColumn), 0);
    if (total.kind != NumberKind::Value) return;
    std::int64_t sum = 0;
    for (const Parsed& parsed : m_parsed) sum += parsed.value;
    if (sum == total.value) return;
    if (counts.wrongTotals++ == 0) counts.firstWrongTotalLine = row.line;
}

Status CubeBuilder::Impl::add(Row& row) {
    ++counts.rowsRead;
    if (m_units->failed()) return m_units->finish();
    const bool blank = std::all_of(row.cells.begin(), row.cells.end(), [](std::string_view c) {
        return c.empty() || (c[0] <= ' ' || c[0] > '~' ? trimmed(c).empty() : false);
    });
    if (blank || isSkipped(row)) {
        ++counts.rowsSkipped;
        return done();
    }
    if (row.damagedQuotes) {
        counts.reject(row.line, {}, row.cells.front(), QCoreApplication::translate("Import", "damaged quotation marks"));
        return done();
    }
    if (!fixWidth(row)) return done();
    countChecks(row);
    int hour = 0;
    int measure = 0;
    int group = 0;
    DateRef date;
    if (classOf(row, m_measureColumn, m_measureLookup, measure) == Take::No) return done();
    if (classOf(row, m_groupColumn, m_groupLookup, group) == Take::No) return done();
    if (dateOf(row, date) == Take::No || hourOf(row, hour) == Take::No) return done();
    const int place = m_places.find(row);
    if (place == PlaceLookup::kSkip) {
        ++counts.rowsSkipped;
        return done();
    }
    if (place == PlaceLookup::kNoCode) {
        reject(row, m_places.firstColumn(), QCoreApplication::translate("Import", "no place code"));
        return done();
    }
    const Take parsed = parseValues(row, measure);
    if (parsed == Take::Refuse) return refuse(m_refusal);
    if (parsed == Take::No) return done();
    if (store(row, static_cast<std::size_t>(place), date, hour, measure, group) == Take::Refuse) return refuse(m_refusal);
    checkRowTotal(row);
    if (m_places.isUnknown(place)) ++counts.blankCodes;
    ++counts.rowsKept;
    return done();
}

Result<std::unique_ptr<BuiltCube>> CubeBuilder::Impl::finish(const Dataset& dataset) {
    const qint64 meant = counts.rowsRead - counts.rowsSkipped;
    if (counts.rowsRejected > 0 && static_cast<double>(counts.rowsRejected) > kMaxRejectedShare * static_cast<double>(meant)) {
        const RejectedRow& first = counts.rejected.first();
        return Error{
            ErrorCode::InputRefused,
            QCoreApplication::translate("Import",
                                        "%1 of %2 rows cannot be read, more than a fifth. The first is line %3, “%4” in “%5”: %6.")
                .arg(formatCount(counts.rowsRejected), formatCount(meant), formatCount(first.line), first.value, first.field, first.reason),
            {}};
    }
    if (counts.rowsKept == 0)
        return Error{ErrorCode::InputRefused, QCoreApplication::translate("Import", "The file has no rows that hold data."), {}};
    if (const Status packed = m_units->finish(); !packed) return packed.error();
    if (m_units->tooLarge())
        return Error{ErrorCode::InputRefused, QCoreApplication::translate("Import", "The sum of the file is too large to be true."), {}};
    counts.duplicates += m_units->lateRepeats();
    for (std::size_t slot = 0; slot < sums.size(); ++slot) sums[slot] -= m_units->averagedAway()[slot];
    std::vector<char> mentioned = m_places.mentioned();
    return std::make_unique<BuiltCube>(dataset, m_places.take(notes), std::move(m_units), std::move(mentioned));
}

CubeBuilder::CubeBuilder(const Profile& profile, const Mapping& mapping, bool shortRowsAreDamage, const YearSource& year,
                         const MonthUnits::Limits& limits, const std::vector<Place>& known)
    : m_impl(std::make_unique<Impl>(profile, mapping, shortRowsAreDamage, year, limits, known)) {}
CubeBuilder::~CubeBuilder() = default;

Status CubeBuilder::add(Row& row) {
    return m_impl->add(row);
}

Result<std::unique_ptr<BuiltCube>> CubeBuilder::finish(const Dataset& dataset) {
    return m_impl->finish(dataset);
}

const BuildCounts& CubeBuilder::counts() const {
    return m_impl->counts;
}

const std::vector<CheckCount>& CubeBuilder::checks() const {
    return m_impl->checkCounts;
}

const std::vector<std::int64_t>& CubeBuilder::sumsRead() const {
    return m_impl->sums;
}

const QStringList& CubeBuilder::notes() const {
    return m_impl->notes;
}

}  // namespace mudeung
