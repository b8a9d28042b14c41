// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of a file while it is read, in units of a month × 128 places. What has not been written to for a while is compressed by a
// second thread, so that memory stays bounded whatever the size of the file. Knows no columns and no workspace.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <thread>
#include <unordered_map>

#include "core/import/frame_store.h"
#include "core/import/unit_facts.h"

namespace mudeung {

class MonthUnits {
public:
    struct Shape {
        int measures = 1;
        int groups = 1;
        int hours = 1;
        TimeStep step = TimeStep::Day;
        std::vector<char> mean;  ///< by measure: further values of a cell are averaged instead of added
    };
    struct Limits {
        std::size_t openBytes = std::size_t{96} << 20;   ///< cells that can be written to
        std::size_t frameBytes = std::size_t{64} << 20;  ///< compressed ones in memory; beyond that in a temporary file
        std::size_t lateCells = 1'000'000;               ///< values for compressed units that wait to be added
        std::size_t lateCellsOfUnit = 16'384;
        QString folder;  ///< for the temporary file
    };
    struct Unit;
    struct Month {
        MonthKey key = 0;
        int days = 1;
        std::vector<std::unique_ptr<Unit>> blocks;
    };
    enum class Added { First, Further, Late, TooLarge };

    MonthUnits(Shape shape, Limits limits);
    ~MonthUnits();

    /// Stable until the end.
    Month& month(MonthKey key, int days);
    /// Adds one value. Late = the unit is compressed: whether the cell was new is found out later and counted in lateRepeats().
    /// `row` numbers rows; `shared` marks columns whose cell another column of the same row also fills, which is no repeat.
    Added add(Month& month, std::size_t place, int slot, int day, int hour, std::int64_t value, bool shared, std::uint64_t row) {
        Unit& unit = unitOf(month, place >> 7u);
        const std::size_t at = ((static_cast<std::size_t>(day) * m_shape.hours + hour) << 7u) | (place & 127u);
        if (!unit.open) return addLate(unit, slot, at, value, shared, row);
        Cells& cells = unit.bySlot[static_cast<std::size_t>(slot)];
        if (cells.codes.empty()) open(unit, cells);
        if (&unit != m_last) {
            m_last = &unit;
            unit.lastUsed = ++m_clock;
        }
        if (cells.wide.empty() && cells.codes[at] == kNothingCode && value >= 0 && value < kNothingCode) {
            cells.codes[at] = static_cast<std::uint16_t>(value);
            return Added::First;
        }
        return addSlowly(unit, slot, at, value, shared);
    }

    /// Something went wrong while packing; finish() says what.
    bool failed() const { return m_failed.load(std::memory_order_relaxed); }
    /// Compresses everything that is still open. Afterwards only the functions below may be used.
    Status finish();
    /// The cells of a slot, compressed; null when none of them is observed.
    const FrameStore::Frame* frame(MonthKey month, std::size_t block, std::size_t slot) const;
    const UnitFacts* facts(MonthKey month, std::size_t block) const;  ///< null when the file says nothing of it
    Status unpack(const FrameStore::Frame& frame, int days, PackedBlock& out) const;
    std::vector<MonthKey> months() const;
    std::size_t blocks() const;
    int days(MonthKey month) const { return m_months.at(month).days; }
    const Shape& shape() const { return m_shape; }
    const ValueSample& sample() const { return m_sample; }
    /// Rows that filled cells again, among those that were added late.
    qint64 lateRepeats() const { return m_lateRepeats; }
    bool tooLarge() const { return m_tooLarge; }
    /// By how much averaging changed the sum of a slot.
    const std::vector<std::int64_t>& averagedAway() const { return m_averagedAway; }

    struct Cells {
        std::vector<std::uint16_t> codes;                       ///< [day][hour][128 places]; empty = nothing yet
        std::unordered_map<std::uint32_t, std::int64_t> large;  ///< of the kLargeCode cells
        std::vector<std::int64_t> wide;                         ///< instead of both when many are large
        std::unordered_map<std::uint32_t, int> repeats;         ///< averaged measures: further values of a cell
    };
    struct Late {
        std::uint32_t slot = 0;
        std::uint32_t at = 0;
        std::int64_t value = 0;
        std::uint64_t row = 0;  ///< number × 2 + 1 when shared
    };
    struct Unit {
        std::uint64_t id = 0;
        int days = 1;
        bool open = true;     ///< can be written to; known to the reading thread only
        bool packed = false;  ///< guarded by the mutex
        std::uint64_t lastUsed = 0;
        std::size_t bytes = 0;
        std::vector<Cells> bySlot;
        std::vector<FrameStore::Frame> frames;
        UnitFacts facts;
        std::vector<Late> late;
    };

private:
    Unit& unitOf(Month& month, std::size_t block) {
        if (block < month.blocks.size() && month.blocks[block]) return *month.blocks[block];
        return newUnit(month, block);
    }
    Unit& newUnit(Month& month, std::size_t block);
    void open(Unit& unit, Cells& cells);
    void widen(Unit& unit, Cells& cells);
    Added addSlowly(Unit& unit, int slot, std::size_t at, std::int64_t value, bool shared);
    Added addLate(Unit& unit, int slot, std::size_t at, std::int64_t value, bool shared, std::uint64_t row);
    void addWaiting(Unit& unit);
    void average(Unit& unit);
    void makeRoom(const Unit* keep);
    void queue(Unit& unit);
    void waitFor(const Unit& unit);
    Status pack(Unit& unit);
    Status reopen(Unit& unit);
    void work();
    void note(const Status& status);
    void keep(const Status& status);  ///< with the mutex held

    Shape m_shape;
    Limits m_limits;
    FrameStore m_frames;
    ValueSample m_sample;
    std::map<MonthKey, Month> m_months;
    std::vector<Unit*> m_units;
    Unit* m_last = nullptr;
    std::uint64_t m_clock = 0;
    std::size_t m_openBytes = 0;
    std::size_t m_late = 0;
    qint64 m_lateRepeats = 0;
    bool m_tooLarge = false;
    std::vector<std::int64_t> m_averagedAway;

    // between the reading thread and the packing one
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Unit*> m_queue;
    bool m_stop = false;
    std::optional<Error> m_error;
    std::atomic<bool> m_failed{false};
    std::thread m_worker;
};

}  // namespace mudeung
