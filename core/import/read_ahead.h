// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a source, read by a thread of their own in batches while earlier ones are worked on. Knows nothing of what rows mean.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/import/row_source.h"

namespace mudeung {

class ReadAhead {
public:
    /// `source` must outlive this and is not to be used by anybody else meanwhile.
    explicit ReadAhead(RowSource& source);
    ~ReadAhead();
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    /// False at the end, or when the source failed: see error(). The row is valid until the next call.
    bool next(Row& row) {
        if (m_at == m_batch.rows.size() && !nextBatch()) return false;
        const Head& head = m_batch.rows[m_at++];
        row.line = head.line;
        row.damagedQuotes = head.damagedQuotes;
        row.wkb = view(head.wkb);
        row.cells.resize(head.cellCount);
        const Piece* piece = m_batch.cells.data() + head.firstCell;
        for (std::string_view& cell : row.cells) cell = view(*piece++);
        return true;
    }
    const std::optional<Error>& error() const { return m_batch.error; }
    /// 0…1 of the bytes that have been worked on.
    double fraction() const { return m_batch.fraction; }

private:
    struct Piece {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };
    struct Head {
        qint64 line = 0;
        std::uint32_t firstCell = 0;
        std::uint32_t cellCount = 0;
        Piece wkb;
        bool damagedQuotes = false;
    };
    struct Batch {
        std::string text;
        std::vector<Piece> cells;
        std::vector<Head> rows;
        std::optional<Error> error;
        bool last = false;
        double fraction = 0.0;

        void clear();
        void take(const Row& row);
        Piece append(std::string_view bytes);
    };

    std::string_view view(const Piece& piece) const { return {m_batch.text.data() + piece.begin, piece.size}; }
    bool nextBatch();
    void fill(Batch& batch);
    void work();

    RowSource& m_source;
    Batch m_batch;  ///< what next() gives out
    std::size_t m_at = 0;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Batch> m_full;
    std::vector<Batch> m_empty;
    std::atomic<bool> m_stop{false};
    std::thread m_thread;
};

}  // namespace mudeung
