// SPDX-License-Identifier: GPL-3.0-or-later
// Answers queries over the cubes of a workspace with exact integer sums. Safe to call from several threads.
#pragma once

#include <cstddef>
#include <memory>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/table.h"
#include "core/store/workspace.h"

namespace mudeung {

class QueryEngine {
public:
    static constexpr std::size_t kDefaultCacheBytes = std::size_t{512} << 20;

    /// Keeps at most `cacheBytes` of running sums and cells between queries.
    explicit QueryEngine(std::shared_ptr<Workspace> workspace, std::size_t cacheBytes = kDefaultCacheBytes);
    ~QueryEngine();

    /// Usage errors name the filter or breakdown that the data cannot answer ("this dataset has no hours") and the remedy.
    Result<TablePtr> run(const Query& query, Breakdown by, Progress& progress = Progress::none());

    /// Brings in, within the cache's size, what queries of one measure will need, most useful first. For a background task after the
    /// first answer; stops quietly when cancelled or when the cache is full.
    Status preload(const QString& dataset, int measure, Progress& progress);

    /// The query with defaults made explicit and codes checked; the error names what is unknown and lists what exists.
    Result<Query> normalised(const Query& query) const;

    /// Answers stay the same with any limit; a small one makes them slower.
    void setCacheBytes(std::size_t bytes);

    std::shared_ptr<Workspace> workspace() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace mudeung
