// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of places that nobody reads any more, for the next answer about the same places: with very many of them, making and freeing the
// texts of the rows takes longer than counting. Safe to call from several threads.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "core/cube/query_plan.h"

namespace mudeung {

class TablePool : public std::enable_shared_from_this<TablePool> {
public:
    /// A table whose rows have the keys, labels and coordinates of these places in this language, in the order of their indices, and
    /// numbers of an earlier answer; empty when there is none. Comes back when its last owner lets go, on whatever thread.
    std::shared_ptr<Table> take(const ChosenPlacesPtr& places, const QString& language);

private:
    void giveBack(std::unique_ptr<Table> table, const ChosenPlacesPtr& places, const QString& language);

    std::mutex m_mutex;
    ChosenPlacesPtr m_places;  ///< of all tables in the pool
    QString m_language;
    std::vector<std::unique_ptr<Table>> m_tables;
};

}  // namespace mudeung
