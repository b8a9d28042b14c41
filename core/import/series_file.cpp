// SPDX-License-Identifier: GPL-3.0-or-later
// Columns by name, rows to (series, time, value), times to equal steps.
#include "core/import/series_file.h"

#include <QCoreApplication>
#include <QDate>
#include <QFileInfo>
#include <QTime>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <unordered_map>

#include "core/import/clean.h"
#include "core/import/row_source.h"
#include "core/import/series_time.h"

namespace mudeung {

namespace {

Error refused(const QString& message, const QString& detail = {}) {
    return {ErrorCode::InputRefused, message, detail};
}

struct Point {
    std::int64_t time;
    double value;
    std::int64_t line;
    std::size_t row = 0;  ///< of `Collected::known`
};

struct Collected {
    QString id;
    std::vector<Point> points;
    std::vector<double> known;  ///< row by row, a value per known column
};

/// NaN = not observed; empty = not a number.
std::optional<double> valueOf(std::string_view cell) {
    cell = trimmed(cell);
    double value = 0.0;
    const char* end = cell.data() + cell.size();
    const auto [at, error] = std::from_chars(cell.data() + (cell.starts_with('+') ? 1 : 0), end, value);
    if (error == std::errc() && at == end && !cell.empty()) return std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN();
    const Number read = parseNumber(cell, 6);
    if (read.kind == NumberKind::Blank || read.kind == NumberKind::Suppressed) return std::numeric_limits<double>::quiet_NaN();
    if (read.kind == NumberKind::Value) return static_cast<double>(read.value) / 1e6;
    return std::nullopt;
}

class Reader {
public:
    Reader(const QString& path, const SeriesColumns& columns, Progress& progress)
        : m_name(QFileInfo(path).fileName().normalized(QString::NormalizationForm_C)),
          m_path(path),
          m_columns(columns),
          m_progress(progress) {}

    Result<SeriesFile> read() {
        auto source = openRowSource(m_path);
        if (!source) return source.error();
        if (const Status found = findColumns(**source); !found) return found.error();
        if (const Status rows = readRows(**source); !rows) return rows.error();
        m_file.warnings = (*source)->info().warnings;
        if (m_series.empty())
            return refused(QCoreApplication::translate("SeriesFile", "The file %1 has column names but no row below them.").arg(m_name));
        if (const Status even = toSteps(); !even) return even.error();
        return std::move(m_file);
    }

private:
    Status findColumns(RowSource& source) {
        Row row;
        const auto more = source.next(row);
        if (!more) return more.error();
        QStringList names;
        for (const auto cell : row.cells) names << toText(trimmed(cell));
        const auto find = [&](const QString& wanted, const char* option) -> Result<int> {
            int at = names.indexOf(wanted);
            for (int i = 0; at < 0 && i < names.size(); ++i)
                if (normalised(names[i]) == normalised(wanted)) at = i;
            if (at >= 0) return at;
            return refused(
                QCoreApplication::translate("SeriesFile", "The file %1 has no column \"%2\". Give one of its columns with --%3: %4.")
                    .arg(m_name, wanted, QString::fromLatin1(option), names.join(QStringLiteral(", "))));
        };
        const auto time = find(m_columns.time, "time");
        if (!time) return time.error();
        const auto value = find(m_columns.value, "value");
        if (!value) return value.error();
        m_timeAt = static_cast<std::size_t>(*time);
        m_valueAt = static_cast<std::size_t>(*value);
        for (const QString& name : m_columns.known) {
            const auto known = find(name, "columns");
            if (!known) return known.error();
            m_knownAt.push_back(static_cast<std::size_t>(*known));
        }
        if (m_columns.id.isEmpty()) return done();
        const auto id = find(m_columns.id, "id");
        if (!id) return id.error();
        m_idAt = *id;
        return done();
    }

    Status readRows(RowSource& source) {
        Row row;
        for (;;) {
            const auto more = source.next(row);
            if (!more) return more.error();
            if (!*more) return done();
            if (m_file.rows % 4096 == 0) {
                if (m_progress.isCancelled())
                    return Error{ErrorCode::Cancelled, QCoreApplication::translate("SeriesFile", "Reading was stopped."), {}};
                m_progress.set(source.fraction());
            }
            const bool empty = std::all_of(row.cells.begin(), row.cells.end(), [](auto cell) { return trimmed(cell).empty(); });
            if (empty) continue;
            ++m_file.rows;
            if (const Status taken = takeRow(row); !taken) return taken;
        }
    }

    Status takeRow(const Row& row) {
        std::size_t needed = std::max({m_timeAt, m_valueAt, static_cast<std::size_t>(std::max(m_idAt, 0))});
        for (const std::size_t at : m_knownAt) needed = std::max(needed, at);
        if (row.cells.size() <= needed)
            return refused(QCoreApplication::translate(
                               "SeriesFile", "File %1, row %2: only %3 cells, so a column is missing. Correct the row or remove it.")
                               .arg(m_name)
                               .arg(row.line)
                               .arg(row.cells.size()));
        const std::string_view timeCell = row.cells[m_timeAt];
        if (!m_timeKnown) {
            const auto kind = seriesTimeOf(timeCell);
            if (!kind) return badTime(row, timeCell);
            m_file.time = *kind;
            m_timeKnown = true;
        }
        auto time = parseSeriesTime(timeCell, m_file.time);
        if (!time) return badTime(row, timeCell);
        const auto value = valueOf(row.cells[m_valueAt]);
        if (!value) return badNumber(row, m_columns.value, row.cells[m_valueAt]);
        Collected& s = seriesOf(m_idAt < 0 ? std::string_view() : trimmed(row.cells[static_cast<std::size_t>(m_idAt)]));
        s.points.push_back({*time, *value, row.line, s.points.size()});
        for (std::size_t k = 0; k < m_knownAt.size(); ++k) {
            const auto known = valueOf(row.cells[m_knownAt[k]]);
            if (!known) return badNumber(row, m_columns.known[static_cast<int>(k)], row.cells[m_knownAt[k]]);
            s.known.push_back(*known);
        }
        return done();
    }

    Error badNumber(const Row& row, const QString& column, std::string_view cell) const {
        return refused(
            QCoreApplication::translate("SeriesFile",
                                        "File %1, row %2, column \"%3\": \"%4\" is not a number. Write a number, or leave the cell empty "
                                        "if there was no observation.")
                .arg(m_name)
                .arg(row.line)
                .arg(column, toText(trimmed(cell))));
    }

    Error badTime(const Row& row, std::string_view cell) const {
        return refused(
            QCoreApplication::translate(
                "SeriesFile",
                "File %1, row %2, column \"%3\": \"%4\" is not a time like those above it. Times are whole numbers, years, 2020-03, "
                "2020Q1, 2020-W05, 2020-03-01 or 2020-03-01 07:00, one form in the whole column.")
                .arg(m_name)
                .arg(row.line)
                .arg(m_columns.time, toText(trimmed(cell))));
    }

    Collected& seriesOf(std::string_view id) {
        if (!m_series.empty() && m_lastId == id) return m_series[m_last];  // files are mostly sorted by series
        m_lastId = std::string(id);
        const auto [found, isNew] = m_byId.try_emplace(m_lastId, m_series.size());
        if (isNew) m_series.push_back({m_idAt < 0 ? m_columns.value : toText(id), {}});
        m_last = found->second;
        return m_series[m_last];
    }

    /// Dates that are months, or workdays, become so; then the greatest step that all distances are multiples of.
    Status toSteps() {
        for (Collected& s : m_series) {
            std::stable_sort(s.points.begin(), s.points.end(), [](const Point& a, const Point& b) { return a.time < b.time; });
            for (std::size_t i = 1; i < s.points.size(); ++i) {
                if (s.points[i].time == s.points[i - 1].time) return twice(s, s.points[i - 1], s.points[i]);
            }
        }
        if (m_file.time == SeriesTime::Day) chooseDayUnit();
        std::int64_t step = 0;
        for (const Collected& s : m_series)
            for (std::size_t i = 1; i < s.points.size(); ++i) step = std::gcd(step, s.points[i].time - s.points[i - 1].time);
        m_file.step = std::max<std::int64_t>(1, step);
        for (Collected& s : m_series) {
            if (const Status laid = layOut(s); !laid) return laid;
            std::vector<Point>().swap(s.points);
            std::vector<double>().swap(s.known);
        }
        return done();
    }

    Error twice(const Collected& s, const Point& a, const Point& b) const {
        return refused(
            QCoreApplication::translate(
                "SeriesFile",
                "File %1, rows %2 and %3: series \"%4\" has two values for the same time. Keep one of them, or give the column that "
                "tells the series apart with --id.")
                .arg(m_name)
                .arg(std::min(a.line, b.line))
                .arg(std::max(a.line, b.line))
                .arg(s.id));
    }

    void chooseDayUnit() {
        std::int64_t nearest = std::numeric_limits<std::int64_t>::max();
        std::int64_t longest = 0;
        bool weekend = false;
        bool sameWeekday = true;
        for (const Collected& s : m_series) {
            longest = std::max(longest, s.points.back().time - s.points.front().time);
            for (std::size_t i = 0; i < s.points.size(); ++i) {
                weekend = weekend || s.points[i].time % 7 >= 5;
                if (i == 0) continue;
                const std::int64_t distance = s.points[i].time - s.points[i - 1].time;
                nearest = std::min(nearest, distance);
                sameWeekday = sameWeekday && distance % 7 == 0;
            }
        }
        const auto convert = [&](SeriesTime unit, const auto& to) {
            m_file.time = unit;
            for (Collected& s : m_series)
                for (Point& p : s.points) p.time = to(p.time);
        };
        if (nearest >= 28 && !sameWeekday && nearest < std::numeric_limits<std::int64_t>::max() && oncePerMonth()) {
            convert(SeriesTime::Month, monthOfDay);
        } else if (!weekend && !sameWeekday && longest >= 21) {
            convert(SeriesTime::Workday, workdayFromJulian);
        }
    }

    static std::int64_t monthOfDay(std::int64_t day) {
        const QDate date = QDate::fromJulianDay(day);
        return 12 * static_cast<std::int64_t>(date.year()) + date.month() - 1;
    }

    /// Two dates four weeks apart can lie in one month (1st and 29th).
    bool oncePerMonth() const {
        for (const Collected& s : m_series)
            for (std::size_t i = 1; i < s.points.size(); ++i)
                if (monthOfDay(s.points[i].time) == monthOfDay(s.points[i - 1].time)) return false;
        return true;
    }

    Status layOut(const Collected& s) {
        const std::int64_t first = s.points.front().time;
        const std::int64_t length = (s.points.back().time - first) / m_file.step + 1;
        if (length > 100 * static_cast<std::int64_t>(s.points.size()) + 10000) {
            // The widest distance is where the mistake is.
            std::size_t widest = 1;
            for (std::size_t i = 1; i < s.points.size(); ++i)
                if (s.points[i].time - s.points[i - 1].time > s.points[widest].time - s.points[widest - 1].time) widest = i;
            return refused(
                QCoreApplication::translate("SeriesFile",
                                            "File %1, row %2, column \"%3\": series \"%4\" jumps from %5 to %6. Check the time.")
                    .arg(m_name)
                    .arg(s.points[widest].line)
                    .arg(m_columns.time, s.id, m_file.timeText(s.points[widest - 1].time), m_file.timeText(s.points[widest].time)));
        }
        LongSeries series;
        series.id = s.id;
        series.first = first;
        series.values.assign(static_cast<std::size_t>(length), std::numeric_limits<double>::quiet_NaN());
        for (const Point& p : s.points) series.values[static_cast<std::size_t>((p.time - first) / m_file.step)] = p.value;
        for (std::size_t k = 0; k < m_knownAt.size(); ++k) {
            auto& known = series.known.emplace_back(series.values.size(), std::numeric_limits<double>::quiet_NaN());
            for (const Point& p : s.points)
                known[static_cast<std::size_t>((p.time - first) / m_file.step)] = s.known[p.row * m_knownAt.size() + k];
        }
        // What lies behind the last value is to come.
        const auto last = std::find_if(series.values.rbegin(), series.values.rend(), [](double v) { return !std::isnan(v); });
        if (!m_knownAt.empty() && last != series.values.rend()) series.values.erase(last.base(), series.values.end());
        m_file.missing += std::count_if(series.values.begin(), series.values.end(), [](double v) { return std::isnan(v); });
        m_file.series.push_back(std::move(series));
        return done();
    }

    QString m_name;
    QString m_path;
    SeriesColumns m_columns;
    Progress& m_progress;
    int m_idAt = -1;
    std::size_t m_timeAt = 0;
    std::size_t m_valueAt = 0;
    std::vector<std::size_t> m_knownAt;
    bool m_timeKnown = false;
    std::vector<Collected> m_series;
    std::unordered_map<std::string, std::size_t> m_byId;
    std::string m_lastId;
    std::size_t m_last = 0;
    SeriesFile m_file;
};

}  // namespace

std::vector<int> SeriesFile::usualSeasons() const {
    const auto whole = [&](std::int64_t cycle) { return cycle % step == 0 && cycle / step > 1 ? static_cast<int>(cycle / step) : 0; };
    std::vector<int> seasons;
    const auto add = [&](std::int64_t cycle) {
        if (const int m = whole(cycle); m > 1) seasons.push_back(m);
    };
    switch (time) {
        case SeriesTime::Number:
            break;
        case SeriesTime::Quarter:
            add(4);
            break;
        case SeriesTime::Month:
            add(12);
            break;
        case SeriesTime::Week:
            add(52);
            break;
        case SeriesTime::Day:
            if (step == 7)
                seasons.push_back(52);
            else
                add(7);
            break;
        case SeriesTime::Workday:
            add(5);
            break;
        case SeriesTime::Second:
            add(86400);
            add(7 * 86400);
            break;
    }
    return seasons;
}

QString SeriesFile::timeText(std::int64_t at) const {
    const auto day = [](std::int64_t julian) { return QDate::fromJulianDay(julian).toString(Qt::ISODate); };
    switch (time) {
        case SeriesTime::Number:
            return QString::number(at);
        case SeriesTime::Quarter:
            return QStringLiteral("%1Q%2").arg(at / 4).arg(at % 4 + 1);
        case SeriesTime::Month:
            return QStringLiteral("%1-%2").arg(at / 12).arg(at % 12 + 1, 2, 10, QLatin1Char('0'));
        case SeriesTime::Week:
            return day(7 * at);
        case SeriesTime::Day:
            return day(at);
        case SeriesTime::Workday:
            return day(julianFromWorkday(at));
        case SeriesTime::Second: {
            const std::int64_t days = at >= 0 ? at / 86400 : -((86399 - at) / 86400);
            const QTime time = QTime(0, 0).addSecs(static_cast<int>(at - 86400 * days));
            return day(days + QDate(1970, 1, 1).toJulianDay()) + time.toString(QStringLiteral(" HH:mm"));
        }
    }
    return {};
}

Result<SeriesFile> readSeriesFile(const QString& path, const SeriesColumns& columns, Progress& progress) {
    return Reader(path, columns, progress).read();
}

Status checkKnownAhead(const SeriesFile& file, const QString& path, const SeriesColumns& columns, int horizon) {
    for (const LongSeries& s : file.series) {
        const std::size_t needed = s.values.size() + static_cast<std::size_t>(horizon);
        for (std::size_t k = 0; k < s.known.size(); ++k) {
            std::size_t at = 0;
            while (at < needed && at < s.known[k].size() && !std::isnan(s.known[k][at])) ++at;
            if (at >= needed) continue;
            return refused(QCoreApplication::translate(
                               "SeriesFile",
                               "File %1, column \"%2\": series \"%3\" has no number at %4. A column that is known ahead needs one at every "
                               "step and for the %5 steps to come: add rows with an empty value.")
                               .arg(QFileInfo(path).fileName().normalized(QString::NormalizationForm_C), columns.known[static_cast<int>(k)],
                                    s.id, file.timeText(s.first + static_cast<std::int64_t>(at) * file.step))
                               .arg(horizon));
        }
    }
    return done();
}

}  // namespace mudeung
