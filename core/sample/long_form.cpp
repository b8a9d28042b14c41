// SPDX-License-Identifier: GPL-3.0-or-later
// The riders of the monthly bus files as one narrow table. One thread draws the next days while this one writes; memory is three days.
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

#include "core/sample/bus_days.h"
#include "core/sample/published_files.h"
#include "core/sample/sample_city.h"
#include "core/sample/text_file.h"

namespace mudeung {
namespace {

using namespace sample;

/// Draws all days of the city in order on a thread of its own, at most two ahead.
class DrawnDays {
public:
    DrawnDays(const City& city, const std::vector<DayEffect>& effects)
        : m_city(city), m_effects(effects), m_free(3), m_thread([this] { work(); }) {}
    ~DrawnDays() {
        {
            const std::lock_guard lock(m_mutex);
            m_stop = true;
        }
        m_changed.notify_all();
        m_thread.join();
    }
    DrawnDays(const DrawnDays&) = delete;
    DrawnDays& operator=(const DrawnDays&) = delete;

    /// False when the days could not be drawn.
    bool next(BusDay& day) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_drawn.empty() || m_stop; });
        if (m_drawn.empty()) return false;
        m_free.push_back(std::exchange(day, std::move(m_drawn.front())));
        m_drawn.pop_front();
        m_changed.notify_all();
        return true;
    }

private:
    bool take(BusDay& day) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_free.empty() || m_stop; });
        if (m_stop) return false;
        day = std::move(m_free.front());
        m_free.pop_front();
        return true;
    }

    void work() {
        try {
            BusDays days(m_city, m_effects);
            for (QDate date = m_city.firstDay; date <= m_city.lastDay; date = date.addDays(1)) {
                BusDay day;
                if (!take(day)) return;
                days.draw(date, day);
                const std::lock_guard lock(m_mutex);
                m_drawn.push_back(std::move(day));
                m_changed.notify_all();
            }
        } catch (const std::exception&) {  // out of memory
            const std::lock_guard lock(m_mutex);
            m_stop = true;
            m_changed.notify_all();
        }
    }

    const City& m_city;
    const std::vector<DayEffect>& m_effects;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<BusDay> m_free;
    std::deque<BusDay> m_drawn;
    bool m_stop = false;
    std::thread m_thread;  // last: it uses the members above
};

char* put(char* to, const std::string& text) {
    std::memcpy(to, text.data(), text.size());
    return to + text.size();
}

/// Blank instead of zero, as in the monthly files.
char* putCount(char* to, int count) {
    if (count >= 10) return std::to_chars(to, to + 12, count).ptr;
    if (count > 0) *to++ = static_cast<char>('0' + count);
    return to;
}

class LongRows {
public:
    LongRows(const City& city, TextFile& file) : m_file(file) {
        std::size_t longest = 0;
        for (const Stop& stop : city.stops) {
            m_stops.push_back("," + std::to_string(stop.ars) + "," + toCp949(stop.name) + ",");
            longest = std::max(longest, m_stops.back().size());
        }
        for (std::size_t g = 0; g < kGroups; ++g) m_groups[g] = toCp949(city.facts.groups[static_cast<int>(g)]) + ",";
        m_row.resize(longest + 128);
    }

    void header() { m_file << toCp949(QStringLiteral("일자,시간,정류장번호,정류장명,이용자구분,승차인원,하차인원\r\n")); }

    void write(const BusDay& day) {
        if (day.missing) return;
        for (int hour = 0; hour < kHours; ++hour) {
            const int shown = 5 + hour;
            m_start = day.date.toString(Qt::ISODate).toStdString() + (shown < 10 ? ",0" : ",") + std::to_string(shown);
            for (std::size_t s = 0; s < m_stops.size(); ++s) writeStop(day, s, static_cast<std::size_t>(hour));
        }
    }

private:
    void writeStop(const BusDay& day, std::size_t stop, std::size_t hour) {
        char* const stopEnd = put(put(m_row.data(), m_start), m_stops[stop]);
        for (std::size_t g = 0; g < kGroups; ++g) {
            const int on = day.at(stop, 0, static_cast<int>(g))[hour];
            const int off = day.at(stop, 1, static_cast<int>(g))[hour];
            if ((on | off) == 0) continue;
            char* end = putCount(put(stopEnd, m_groups[g]), on);
            *end++ = ',';
            end = putCount(end, off);
            *end++ = '\r';
            *end++ = '\n';
            m_file << std::string_view(m_row.data(), static_cast<std::size_t>(end - m_row.data()));
        }
    }

    TextFile& m_file;
    std::vector<std::string> m_stops;
    std::array<std::string, kGroups> m_groups;
    std::string m_start;
    std::vector<char> m_row;
};

Error cancelledError() {
    return {ErrorCode::Cancelled, QCoreApplication::translate("Sample", "The long-form file was not written."), QString()};
}

Error writeError(const QString& path, const QString& detail) {
    const QString message =
        QCoreApplication::translate("Sample", "The file %1 cannot be written. Check free space and permission of its folder.");
    return {ErrorCode::Io, message.arg(QDir::toNativeSeparators(path)), detail};
}

Status writeRows(const City& city, const QString& unfinished, const QString& path, Progress& progress) {
    const auto effects = dayEffects(city);
    TextFile file(unfinished);
    LongRows rows(city, file);
    rows.header();
    DrawnDays days(city, effects);
    BusDay day;
    for (int done = 0; done < city.options.days; ++done) {
        if (progress.isCancelled()) return cancelledError();
        if (!days.next(day))
            return Error{ErrorCode::Internal, QCoreApplication::translate("Sample", "The sample city could not be made."), QString()};
        rows.write(day);
        if (file.failed()) break;
        progress.set((done + 1.0) / city.options.days);
    }
    const Status status = file.finish();
    return status ? status : Status(writeError(path, status.error().detail));
}

}  // namespace

Status writeLongForm(const QString& path, const SampleOptions& options, Progress& progress) {
    if (const Status free = checkSampleTarget(path); !free) return free;
    const QFileInfo target(path);
    progress.setPhase(QCoreApplication::translate("Sample", "Laying out the sample city"), 0.0, 0.01);
    const auto city = planCity(options);
    if (!city) return city.error();
    // Beside the target: on the same disk, so that the last step is one rename.
    const QTemporaryDir folder(target.absoluteDir().filePath(QStringLiteral(".mudeung-sample-")));
    if (!folder.isValid()) return writeError(path, folder.errorString());
    const QString unfinished = folder.filePath(QStringLiteral("long-form.csv"));
    progress.setPhase(QCoreApplication::translate("Sample", "Writing the long-form file"), 0.01, 1.0);
    if (const Status status = writeRows(*city, unfinished, path, progress); !status) return status;
    if (progress.isCancelled()) return cancelledError();
    syncToDisk(unfinished);
    if (const Status free = checkSampleTarget(path); !free) return free;
    if (!QFile::rename(unfinished, path)) return writeError(path, QString());
    syncToDisk(target.absolutePath());
    progress.set(1.0);
    return done();
}

}  // namespace mudeung
