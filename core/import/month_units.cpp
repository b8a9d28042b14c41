// SPDX-License-Identifier: GPL-3.0-or-later
// Least recently written units are packed first. Values for packed units wait until there are enough of them to open the unit again, so
// that files in any order are read in bounded memory and in reasonable time.
#include "core/import/month_units.h"

#include <QCoreApplication>
#include <algorithm>
#include <exception>

#include "core/store/blob_codec.h"

namespace mudeung {

namespace {

constexpr std::size_t kFewLarge = 1024;
constexpr std::size_t kLargeShare = 50;  // one in fifty: beyond that a table of large values costs more than wide cells
constexpr std::size_t kMostQueued = 8;

std::size_t bytesOf(const MonthUnits::Cells& cells) {
    return cells.codes.size() * sizeof(cells.codes[0]) + cells.wide.size() * sizeof(cells.wide[0]);
}

}  // namespace

MonthUnits::MonthUnits(Shape shape, Limits limits)
    : m_shape(std::move(shape)),
      m_limits(std::move(limits)),
      m_frames(m_limits.folder, m_limits.frameBytes),
      m_sample(static_cast<std::size_t>(m_shape.measures) * m_shape.groups),
      m_averagedAway(static_cast<std::size_t>(m_shape.measures) * m_shape.groups, 0),
      m_worker([this] { work(); }) {}

MonthUnits::~MonthUnits() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_worker.join();
}

MonthUnits::Month& MonthUnits::month(MonthKey key, int days) {
    Month& month = m_months[key];
    month.key = key;
    month.days = days;
    return month;
}

MonthUnits::Unit& MonthUnits::newUnit(Month& month, std::size_t block) {
    if (month.blocks.size() <= block) month.blocks.resize(block + 1);
    auto unit = std::make_unique<Unit>();
    unit->id = static_cast<std::uint64_t>(month.key) << 32u | block;
    unit->days = month.days;
    unit->bySlot.resize(static_cast<std::size_t>(m_shape.measures) * m_shape.groups);
    m_units.push_back(unit.get());
    month.blocks[block] = std::move(unit);
    return *month.blocks[block];
}

void MonthUnits::open(Unit& unit, Cells& cells) {
    cells.codes.assign(static_cast<std::size_t>(unit.days) * m_shape.hours * kBlockPlaces, kNothingCode);
    unit.bytes += bytesOf(cells);
    m_openBytes += bytesOf(cells);
    if (m_openBytes > m_limits.openBytes) makeRoom(&unit);
}

void MonthUnits::widen(Unit& unit, Cells& cells) {
    const std::size_t before = bytesOf(cells);
    cells.wide.resize(cells.codes.size());
    for (std::size_t i = 0; i < cells.codes.size(); ++i) {
        const std::uint16_t code = cells.codes[i];
        cells.wide[i] = code < kNothingCode ? code : code == kNothingCode ? kNotObserved : cells.large[static_cast<std::uint32_t>(i)];
    }
    std::unordered_map<std::uint32_t, std::int64_t>().swap(cells.large);
    unit.bytes += bytesOf(cells) - before;
    m_openBytes += bytesOf(cells) - before;
    if (m_openBytes > m_limits.openBytes) makeRoom(&unit);
}

MonthUnits::Added MonthUnits::addSlowly(Unit& unit, int slot, std::size_t at, std::int64_t value, bool shared) {
    Cells& cells = unit.bySlot[static_cast<std::size_t>(slot)];
    const auto key = static_cast<std::uint32_t>(at);
    std::int64_t before = kNotObserved;
    if (!cells.wide.empty())
        before = cells.wide[at];
    else if (cells.codes[at] != kNothingCode)
        before = cells.codes[at] == kLargeCode ? cells.large[key] : cells.codes[at];
    const bool first = before == kNotObserved;
    std::int64_t sum = value;
    if (!first && __builtin_add_overflow(before, value, &sum)) return Added::TooLarge;
    if (sum == kNotObserved) return Added::TooLarge;
    if (!first && !shared && m_shape.mean[static_cast<std::size_t>(slot / m_shape.groups)]) ++cells.repeats[key];
    if (!cells.wide.empty()) {
        cells.wide[at] = sum;
    } else if (sum >= 0 && sum < kNothingCode) {
        if (cells.codes[at] == kLargeCode) cells.large.erase(key);
        cells.codes[at] = static_cast<std::uint16_t>(sum);
    } else {
        cells.codes[at] = kLargeCode;
        cells.large[key] = sum;
        if (cells.large.size() > kFewLarge && cells.large.size() * kLargeShare > cells.codes.size()) widen(unit, cells);
    }
    return first ? Added::First : Added::Further;
}

MonthUnits::Added MonthUnits::addLate(Unit& unit, int slot, std::size_t at, std::int64_t value, bool shared, std::uint64_t row) {
    unit.late.push_back({static_cast<std::uint32_t>(slot), static_cast<std::uint32_t>(at), value, row * 2 + (shared ? 1 : 0)});
    ++m_late;
    if (unit.late.size() > m_limits.lateCellsOfUnit) {
        note(reopen(unit));
        addWaiting(unit);
    } else if (m_late > m_limits.lateCells) {
        for (Unit* each : m_units) {
            if (each->late.empty()) continue;
            note(reopen(*each));
            addWaiting(*each);
        }
    }
    return Added::Late;
}

void MonthUnits::addWaiting(Unit& unit) {
    unit.lastUsed = ++m_clock;
    std::uint64_t counted = ~std::uint64_t{0};
    for (const Late& late : unit.late) {
        const bool shared = late.row & 1u;
        Cells& cells = unit.bySlot[late.slot];
        if (cells.codes.empty()) open(unit, cells);
        const Added added = addSlowly(unit, static_cast<int>(late.slot), late.at, late.value, shared);
        m_tooLarge = m_tooLarge || added == Added::TooLarge;
        if (added != Added::Further || shared || counted == late.row >> 1u) continue;
        counted = late.row >> 1u;
        ++m_lateRepeats;
    }
    m_late -= unit.late.size();
    std::vector<Late>().swap(unit.late);
}

void MonthUnits::makeRoom(const Unit* keep) {
    while (m_openBytes > m_limits.openBytes) {
        Unit* oldest = nullptr;
        for (Unit* unit : m_units) {
            if (!unit->open || unit == keep || unit->bytes == 0) continue;
            if (oldest == nullptr || unit->lastUsed < oldest->lastUsed) oldest = unit;
        }
        if (oldest == nullptr) return;
        queue(*oldest);
    }
}

void MonthUnits::queue(Unit& unit) {
    unit.open = false;
    m_openBytes -= unit.bytes;
    unit.bytes = 0;
    if (m_last == &unit) m_last = nullptr;
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_queue.size() < kMostQueued; });
    unit.packed = false;
    m_queue.push_back(&unit);
    m_changed.notify_all();
}

void MonthUnits::work() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stop || !m_queue.empty(); });
        if (m_queue.empty()) return;
        Unit* const unit = m_queue.front();
        m_queue.pop_front();
        const bool skip = m_stop;
        lock.unlock();
        Status status = done();
        if (!skip) status = pack(*unit);
        lock.lock();
        keep(status);
        unit->packed = true;
        m_changed.notify_all();
    }
}

void MonthUnits::note(const Status& status) {
    const std::lock_guard lock(m_mutex);
    keep(status);
}

void MonthUnits::keep(const Status& status) {
    if (status) return;
    if (!m_error) m_error = status.error();
    m_failed = true;
}

Status MonthUnits::pack(Unit& unit) {
    try {
        const std::size_t dayPlaces = static_cast<std::size_t>(m_shape.measures) * unit.days * kBlockPlaces;
        unit.facts.bySlot.assign(unit.bySlot.size(), {});
        unit.facts.dayPlace.assign(dayPlaces, UnitFacts::kNotMentioned);
        unit.facts.counted.fill(0);
        unit.frames.resize(unit.bySlot.size());
        PackedBlock wide;
        std::vector<std::int64_t> large;
        std::vector<double> positive;
        for (std::size_t slot = 0; slot < unit.bySlot.size(); ++slot) {
            Cells& cells = unit.bySlot[slot];
            if (cells.codes.empty()) continue;
            large.clear();
            if (!cells.wide.empty()) {
                wide.pack(cells.wide.data(), cells.wide.size(), kBlockPlaces);
                cells.codes.swap(wide.codes);
                large = std::move(wide.large);
            } else if (!cells.large.empty()) {
                for (std::size_t i = 0; i < cells.codes.size(); ++i)
                    if (cells.codes[i] == kLargeCode) large.push_back(cells.large.at(static_cast<std::uint32_t>(i)));
            }
            takeFacts(unit.facts, slot, static_cast<int>(slot) / m_shape.groups, unit.days, m_shape.hours, cells.codes.data(), large,
                      positive);
            m_sample.put(slot, unit.id, positive);
            auto frame = m_frames.put(store::compressCells(cells.codes.data(), cells.codes.size(), large),
                                      cells.codes.size() * 2 + large.size() * 8);
            if (!frame) return frame.error();
            unit.frames[slot] = std::move(frame).value();
            std::vector<std::uint16_t>().swap(cells.codes);
            std::vector<std::int64_t>().swap(cells.wide);
            std::unordered_map<std::uint32_t, std::int64_t>().swap(cells.large);
        }
    } catch (const store::Failure& failure) {
        return failure.error;
    } catch (const std::exception& problem) {
        return Error{ErrorCode::Internal, QCoreApplication::translate("Import", "The import ran out of memory. Nothing was changed."),
                     QString::fromUtf8(problem.what())};
    }
    return done();
}

Status MonthUnits::unpack(const FrameStore::Frame& frame, int days, PackedBlock& out) const {
    const auto bytes = m_frames.bytes(frame);
    if (!bytes) return bytes.error();
    out.width = kBlockPlaces;
    out.codes.resize(static_cast<std::size_t>(days) * m_shape.hours * kBlockPlaces);
    out.frame.clear();
    QString problem;
    if (store::decompressCells(store::bytesOf(*bytes), frame.rawBytes, out, problem)) {
        out.frame = *bytes;
        return done();
    }
    return Error{ErrorCode::Io,
                 QCoreApplication::translate("Import", "The temporary data of the import is damaged. Check the disk. Nothing was changed."),
                 problem};
}

void MonthUnits::waitFor(const Unit& unit) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&unit] { return unit.packed; });
}

Status MonthUnits::reopen(Unit& unit) {
    if (unit.open) return done();
    waitFor(unit);
    PackedBlock block;
    for (std::size_t slot = 0; slot < unit.frames.size(); ++slot) {
        FrameStore::Frame& frame = unit.frames[slot];
        if (frame.rawBytes == 0) continue;
        if (const Status read = unpack(frame, unit.days, block); !read) return read;
        Cells& cells = unit.bySlot[slot];
        cells.codes = std::move(block.codes);
        std::size_t used = 0;
        for (std::size_t i = 0; i < cells.codes.size() && !block.large.empty(); ++i)
            if (cells.codes[i] == kLargeCode) cells.large[static_cast<std::uint32_t>(i)] = block.large[used++];
        m_frames.drop(frame);
        unit.bytes += bytesOf(cells);
        m_openBytes += bytesOf(cells);
        if (cells.large.size() > kFewLarge && cells.large.size() * kLargeShare > cells.codes.size()) widen(unit, cells);
    }
    unit.open = true;
    unit.lastUsed = ++m_clock;
    makeRoom(&unit);
    return done();
}

void MonthUnits::average(Unit& unit) {
    for (std::size_t slot = 0; slot < unit.bySlot.size(); ++slot) {
        Cells& cells = unit.bySlot[slot];
        for (const auto& [at, further] : cells.repeats) {
            const std::int64_t n = further + 1;
            const bool isWide = !cells.wide.empty();
            const std::int64_t sum = isWide ? cells.wide[at] : cells.codes[at] == kLargeCode ? cells.large[at] : cells.codes[at];
            const std::int64_t mean = (sum + (sum < 0 ? -n / 2 : n / 2)) / n;
            m_averagedAway[slot] += sum - mean;
            if (isWide) {
                cells.wide[at] = mean;
            } else if (mean >= 0 && mean < kNothingCode) {
                cells.large.erase(at);
                cells.codes[at] = static_cast<std::uint16_t>(mean);
            } else {
                cells.codes[at] = kLargeCode;
                cells.large[at] = mean;
            }
        }
        cells.repeats.clear();
    }
}

Status MonthUnits::finish() {
    for (Unit* unit : m_units) {
        const bool repeats = std::any_of(unit->bySlot.begin(), unit->bySlot.end(), [](const Cells& c) { return !c.repeats.empty(); });
        if (unit->late.empty() && !repeats) continue;
        if (const Status opened = reopen(*unit); !opened) return opened;
        addWaiting(*unit);
        average(*unit);
    }
    // The reading thread has nothing else to do now and helps.
    std::unique_lock lock(m_mutex);
    for (Unit* unit : m_units) {
        if (!unit->open) continue;
        unit->open = false;
        unit->packed = false;
        m_queue.push_back(unit);
    }
    m_changed.notify_all();
    while (!m_queue.empty()) {
        Unit* const unit = m_queue.back();
        m_queue.pop_back();
        lock.unlock();
        const Status status = pack(*unit);
        lock.lock();
        keep(status);
        unit->packed = true;
        m_changed.notify_all();
    }
    m_changed.wait(lock, [this] { return std::all_of(m_units.begin(), m_units.end(), [](const Unit* u) { return u->packed; }); });
    if (m_error) return *m_error;
    return done();
}

const FrameStore::Frame* MonthUnits::frame(MonthKey month, std::size_t block, std::size_t slot) const {
    const Month& m = m_months.at(month);
    if (block >= m.blocks.size() || !m.blocks[block]) return nullptr;
    const Unit& unit = *m.blocks[block];
    return unit.facts.bySlot[slot].observed > 0 ? &unit.frames[slot] : nullptr;
}

const UnitFacts* MonthUnits::facts(MonthKey month, std::size_t block) const {
    const Month& m = m_months.at(month);
    return block < m.blocks.size() && m.blocks[block] ? &m.blocks[block]->facts : nullptr;
}

std::vector<MonthKey> MonthUnits::months() const {
    std::vector<MonthKey> keys;
    for (const auto& [key, month] : m_months)
        if (!month.blocks.empty()) keys.push_back(key);
    return keys;
}

std::size_t MonthUnits::blocks() const {
    std::size_t most = 0;
    for (const auto& [key, month] : m_months) most = std::max(most, month.blocks.size());
    return most;
}

}  // namespace mudeung
