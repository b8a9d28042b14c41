// SPDX-License-Identifier: GPL-3.0-or-later
// A few batches go round between the two threads; the text of a row is copied in one piece where its cells lie behind each other.
#include "core/import/read_ahead.h"

#include <QCoreApplication>
#include <exception>

namespace mudeung {

namespace {

constexpr std::size_t kBatches = 4;
constexpr std::size_t kRows = 8192;
constexpr std::size_t kBytes = std::size_t{512} << 10;

}  // namespace

ReadAhead::ReadAhead(RowSource& source) : m_source(source), m_empty(kBatches) {
    m_thread = std::thread([this] { work(); });
}

ReadAhead::~ReadAhead() {
    m_stop = true;
    {
        const std::lock_guard lock(m_mutex);
        m_empty.emplace_back();  // lets a waiting reader go on and see that it should stop
    }
    m_changed.notify_all();
    m_thread.join();
}

void ReadAhead::Batch::clear() {
    text.clear();
    cells.clear();
    rows.clear();
    error.reset();
    last = false;
}

ReadAhead::Piece ReadAhead::Batch::append(std::string_view bytes) {
    const Piece piece{static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(bytes.size())};
    text.append(bytes);
    return piece;
}

void ReadAhead::Batch::take(const Row& row) {
    Head head;
    head.line = row.line;
    head.damagedQuotes = row.damagedQuotes;
    head.firstCell = static_cast<std::uint32_t>(cells.size());
    head.cellCount = static_cast<std::uint32_t>(row.cells.size());
    if (!row.wkb.empty()) head.wkb = append(row.wkb);
    // Cells of a text file lie behind each other, with delimiters and quotes between them.
    const char* const first = row.cells.empty() ? nullptr : row.cells.front().data();
    const char* const end = row.cells.empty() ? nullptr : row.cells.back().data() + row.cells.back().size();
    std::size_t letters = 0;
    bool inOrder = first != nullptr && end >= first;
    const char* at = first;
    for (const std::string_view cell : row.cells) {
        inOrder = inOrder && cell.data() >= at && cell.data() <= end;
        at = cell.data() + cell.size();
        letters += cell.size();
    }
    if (inOrder && static_cast<std::size_t>(end - first) <= letters + 4 * row.cells.size()) {
        const auto base = static_cast<std::uint32_t>(text.size());
        text.append(first, end);
        for (const std::string_view cell : row.cells)
            cells.push_back({base + static_cast<std::uint32_t>(cell.data() - first), static_cast<std::uint32_t>(cell.size())});
    } else {
        for (const std::string_view cell : row.cells) cells.push_back(append(cell));
    }
    rows.push_back(head);
}

void ReadAhead::fill(Batch& batch) {
    thread_local Row row;
    try {
        while (batch.rows.size() < kRows && batch.text.size() < kBytes) {
            const auto more = m_source.next(row);
            if (!more) batch.error = more.error();
            batch.last = !more || !more.value();
            if (batch.last) break;
            batch.take(row);
        }
    } catch (const std::exception& problem) {
        batch.error =
            Error{ErrorCode::Internal, QCoreApplication::translate("Import", "The import ran out of memory. Nothing was changed."),
                  QString::fromUtf8(problem.what())};
        batch.last = true;
    }
    batch.fraction = m_source.fraction();
}

void ReadAhead::work() {
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_empty.empty(); });
        if (m_stop) return;
        Batch batch = std::move(m_empty.back());
        m_empty.pop_back();
        lock.unlock();
        batch.clear();
        fill(batch);
        const bool last = batch.last;
        lock.lock();
        m_full.push_back(std::move(batch));
        m_changed.notify_all();
        if (last) return;
    }
}

bool ReadAhead::nextBatch() {
    if (m_batch.last) return false;
    std::unique_lock lock(m_mutex);
    m_empty.push_back(std::move(m_batch));
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return !m_full.empty(); });
    m_batch = std::move(m_full.front());
    m_full.pop_front();
    m_at = 0;
    return !m_batch.rows.empty();
}

}  // namespace mudeung
