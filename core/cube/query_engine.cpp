// SPDX-License-Identifier: GPL-3.0-or-later
// Check, add up, make rows; repeat when a write came in between.
#include "core/cube/query_engine.h"

#include <QCoreApplication>
#include <algorithm>
#include <deque>
#include <map>
#include <mutex>

#include "core/base/language.h"
#include "core/cube/accumulate.h"
#include "core/cube/table_builder.h"
#include "core/cube/table_pool.h"

namespace mudeung {

namespace {
constexpr int kAttempts = 5;
constexpr std::size_t kKeptChoices = 4;  ///< of places, for the questions that a window asks at the same time
}  // namespace

class QueryEngine::Impl {
public:
    Impl(std::shared_ptr<Workspace> w, std::size_t cacheBytes) : workspace(std::move(w)), cache(workspace, cacheBytes) {}

    Result<std::shared_ptr<const CubeState>> state(const QString& id) {
        const auto now = workspace->generation();
        if (!now) return now.error();
        return state(id, *now);
    }

    /// What is known about a cube at the generation that was just read, or at a later one; places are located once per generation.
    Result<std::shared_ptr<const CubeState>> state(const QString& id, qint64 justRead) {
        const std::lock_guard lock(mutex);
        if (justRead == generation) {
            if (const auto known = states.find(id); known != states.end()) return known->second;
        }
        const auto now = workspace->generation();
        if (!now) return now.error();
        if (*now != generation) {
            states.clear();
            cache.clear();
            choices.clear();
            generation = *now;
        }
        const auto known = states.find(id);
        if (known != states.end()) return known->second;
        auto dataset = workspace->dataset(id);
        if (!dataset) return dataset.error();
        auto fresh = std::make_shared<CubeState>();
        fresh->generation = generation;
        fresh->dataset = std::move(dataset).value();
        if (fresh->dataset.kind == DatasetKind::Cube) {
            auto months = workspace->months(id);
            if (!months) return months.error();
            auto places = locatePlaces(*workspace, fresh->dataset);
            if (!places) return places.error();
            auto dongs = knownDongs(*workspace);
            if (!dongs) return dongs.error();
            fresh->months = std::move(months).value();
            std::sort(fresh->months.begin(), fresh->months.end());
            fresh->places = std::move(places).value();
            fresh->dongs = std::move(dongs).value();
            findDongRows(fresh.get());
        }
        states[id] = fresh;
        return std::shared_ptr<const CubeState>(fresh);
    }

    std::shared_ptr<Workspace> workspace;
    PlaneCache cache;
    std::mutex mutex;
    qint64 generation = -1;
    std::map<QString, std::shared_ptr<const CubeState>> states;

    /// Places of an area, chosen once for all the questions about them. Their notes are in the interface language.
    struct KeptChoice {
        qint64 generation = -1;
        QString language;
        QString dataset;
        QStringList areas;
        QString polygon;
        ChosenPlacesPtr chosen;
    };

    Status choose(const CubeState& cube, QueryPlan* plan) {
        const QString language = interfaceLanguage();
        const auto fits = [&](const KeptChoice& kept) {
            return kept.generation == cube.generation && kept.language == language && kept.dataset == plan->query.dataset &&
                   kept.areas == plan->query.areas && kept.polygon == plan->query.areaPolygon;
        };
        {
            const std::lock_guard lock(mutex);
            if (const auto known = std::find_if(choices.begin(), choices.end(), fits); known != choices.end()) plan->chosen = known->chosen;
        }
        if (!plan->chosen) {
            const auto chosen = choosePlaces(cube, plan->query);
            if (!chosen) return chosen.error();
            plan->chosen = *chosen;
            const std::lock_guard lock(mutex);
            // Another thread may have chosen the same: one object stands for them.
            if (const auto known = std::find_if(choices.begin(), choices.end(), fits); known != choices.end()) {
                plan->chosen = known->chosen;
            } else {
                choices.push_front(
                    {cube.generation, language, plan->query.dataset, plan->query.areas, plan->query.areaPolygon, plan->chosen});
                if (choices.size() > kKeptChoices) choices.pop_back();
            }
        }
        plan->notes << plan->chosen->notes;
        return done();
    }

    std::deque<KeptChoice> choices;
    std::shared_ptr<TablePool> tables = std::make_shared<TablePool>();

    /// The sums of the last answer by place: an answer by dong to the same query adds up the same ones.
    struct KeptSums {
        Query query;
        qint64 generation = -1;
        std::shared_ptr<const Sums> sums;
    };

    Result<std::shared_ptr<const Sums>> sumsOf(const CubeState& cube, const QueryPlan& plan, Breakdown by, Progress& progress) {
        const bool places = by == Breakdown::Place || by == Breakdown::Dong;
        if (by == Breakdown::Dong) {
            const std::lock_guard lock(mutex);
            if (lastPlaces.sums && lastPlaces.generation == cube.generation && lastPlaces.query == plan.query) return lastPlaces.sums;
        }
        auto fresh = accumulate(cube, plan, by, cache, progress);
        if (!fresh) return fresh.error();
        auto sums = std::make_shared<const Sums>(std::move(fresh).value());
        if (places) {
            const std::lock_guard lock(mutex);
            lastPlaces = {plan.query, cube.generation, sums};
        }
        return sums;
    }

    KeptSums lastPlaces;
};

QueryEngine::QueryEngine(std::shared_ptr<Workspace> workspace, std::size_t cacheBytes)
    : m_impl(std::make_unique<Impl>(std::move(workspace), cacheBytes)) {}
QueryEngine::~QueryEngine() = default;

void QueryEngine::setCacheBytes(std::size_t bytes) {
    m_impl->cache.setMaxBytes(bytes);
}

std::shared_ptr<Workspace> QueryEngine::workspace() const {
    return m_impl->workspace;
}

Result<Query> QueryEngine::normalised(const Query& query) const {
    const auto state = m_impl->state(query.dataset);
    if (!state) return state.error();
    auto plan = checkQuery(query, (*state)->dataset);
    if (!plan) return plan.error();
    const Status places = m_impl->choose(**state, &*plan);
    if (!places) return places.error();
    return plan->query;
}

Status QueryEngine::preload(const QString& dataset, int measure, Progress& progress) {
    const auto state = m_impl->state(dataset);
    if (!state) return state.error();
    const CubeState& cube = **state;
    if (cube.dataset.kind != DatasetKind::Cube || measure < 0 || measure >= cube.dataset.measures.size()) return done();
    PlaneCache& cache = m_impl->cache;
    // What queries have already brought in stays: no more is loaded than fits beside it.
    std::size_t largest = 0;
    const auto goesOn = [&](std::size_t before) {
        largest = std::max(largest, cache.bytes() - std::min(before, cache.bytes()));
        return !progress.isCancelled() && cache.bytes() + largest <= cache.maxBytes();
    };
    const int groups = cube.dataset.scheme.groups.size() > 1 ? static_cast<int>(cube.dataset.scheme.groups.size()) : 0;
    for (int group = groups > 0 ? PlaneCache::kAllGroups : 0; group < std::max(1, groups); ++group) {
        const std::size_t before = cache.bytes();
        const auto planes = cache.prefix(cube, measure, group);
        if (!planes) return planes.error();
        progress.set(0.5 * (group + 1) / std::max(1, groups));
        if (!goesOn(before)) return done();
    }
    if (cube.dataset.timeStep != TimeStep::Day) return done();
    largest = 0;
    for (std::size_t m = 0; m < cube.months.size(); ++m) {
        const std::size_t before = cache.bytes();
        const auto totals = cache.totals(cube, cube.months[m], measure, groups > 0 ? PlaneCache::kAllGroups : 0);
        if (!totals && totals.error().code != ErrorCode::Corrupt) return totals.error();
        progress.set(0.5 + 0.2 * static_cast<double>(m + 1) / static_cast<double>(cube.months.size()));
        if (!goesOn(before)) return done();
    }
    // Hours by weekday need the cells themselves; the latest months are asked for most.
    largest = 0;
    for (std::size_t m = cube.months.size(); m-- > 0;) {
        const std::size_t before = cache.bytes();
        const auto cells = cache.cells(cube, cube.months[m], measure, groups > 0 ? PlaneCache::kAllGroups : 0);
        if (!cells && cells.error().code != ErrorCode::Corrupt) return cells.error();
        progress.set(1.0 - 0.3 * static_cast<double>(m) / static_cast<double>(cube.months.size()));
        if (!goesOn(before)) return done();
    }
    return done();
}

Result<TablePtr> QueryEngine::run(const Query& query, Breakdown by, Progress& progress) {
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        const auto before = m_impl->workspace->generation();
        if (!before) return before.error();
        const auto state = m_impl->state(query.dataset, *before);
        if (!state) return state.error();
        if ((*state)->generation != *before) continue;
        auto plan = checkQuery(query, (*state)->dataset);
        if (!plan) return plan.error();
        const Status possible = checkBreakdown(by, **state);
        if (!possible) return possible.error();
        const Status places = m_impl->choose(**state, &*plan);
        if (!places) return places.error();
        const auto sums = m_impl->sumsOf(**state, *plan, by, progress);
        // A write during the sums may have mixed two versions: only an answer from one generation is given.
        const auto after = m_impl->workspace->generation();
        if (!after) return after.error();
        if (*after != *before) continue;
        if (!sums) return sums.error();
        return buildTable(**state, *plan, by, **sums, *m_impl->tables);
    }
    return Error{
        ErrorCode::Busy, QCoreApplication::translate("Cube", "The workspace is being written to. Ask again when the import is done."), {}};
}

}  // namespace mudeung
