// SPDX-License-Identifier: GPL-3.0-or-later
// Tables come back through their deleter; those of other places are freed.
#include "core/cube/table_pool.h"

#include <utility>

namespace mudeung {

namespace {
constexpr std::size_t kMostTables = 4;  ///< what is shown, what is being counted, what it is compared with, and one to spare
}

std::shared_ptr<Table> TablePool::take(const ChosenPlacesPtr& places, const QString& language) {
    std::vector<std::unique_ptr<Table>> others;  // freed without the lock
    std::unique_ptr<Table> table;
    {
        const std::lock_guard lock(m_mutex);
        if (m_places != places || m_language != language) {
            others.swap(m_tables);
            m_places = places;
            m_language = language;
        }
        if (!m_tables.empty()) {
            table = std::move(m_tables.back());
            m_tables.pop_back();
        }
    }
    if (!table) table = std::make_unique<Table>();
    const std::weak_ptr<TablePool> pool = weak_from_this();
    return {table.release(), [pool, places, language](Table* done) {
                std::unique_ptr<Table> owned(done);
                if (const auto alive = pool.lock()) alive->giveBack(std::move(owned), places, language);
            }};
}

void TablePool::giveBack(std::unique_ptr<Table> table, const ChosenPlacesPtr& places, const QString& language) {
    const std::lock_guard lock(m_mutex);
    if (m_places == places && m_language == language && m_tables.size() < kMostTables) m_tables.push_back(std::move(table));
}

}  // namespace mudeung
