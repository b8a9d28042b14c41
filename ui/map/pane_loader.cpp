// SPDX-License-Identifier: GPL-3.0-or-later
// Answers pinned questions once, draws each map's snapshot, then gives them one scale.
#include "ui/map/pane_loader.h"

#include <algorithm>

#include "core/cube/query_engine.h"
#include "ui/map/shared_scale.h"

namespace mudeung {
namespace {

using Kind = PaneQuestion::Kind;

Result<PinnedAnswers> answerPinned(const std::shared_ptr<Workspace>& workspace, qint64 generation, const Query& query, Progress& progress) {
    QueryEngine engine(workspace);
    const auto places = engine.run(query, Breakdown::Place, progress);
    if (!places) return places.error();
    PinnedAnswers pinned{query, workspace, generation, {*places, nullptr, nullptr, nullptr}};
    // Data without dongs has no answer by dong; the map says so where it needs one.
    const auto dongs = engine.run(query, Breakdown::Dong, progress);
    if (dongs) pinned.answers.byDong = *dongs;
    return pinned;
}

class PaneLoader {
public:
    PaneLoader(const std::shared_ptr<Workspace>& workspace, const MapStyle& style, const PaneCache& cache, qint64 generation,
               Progress& progress)
        : m_workspace(workspace), m_style(style), m_before(cache), m_generation(generation), m_progress(progress) {
        m_now.base = cache.base;
    }

    Result<PaneAnswer> load(const PaneQuestion& question) {
        if (question.kind == Kind::Nothing) return PaneAnswer{nullptr, question.message};
        if (question.kind == Kind::Result)
            return take(loadResult(m_workspace, question.result, m_style, cityOf(question.result->run->subject.dataset.id), m_now.base,
                                   m_progress));
        MapAnswers answers = question.answers;
        if (question.kind == Kind::Pinned) {
            const auto pinned = answersOf(question.pinned);
            if (!pinned) return failed(pinned.error());
            answers = *pinned;
        }
        return take(loadMap(m_workspace, answers, m_style, cityOf(answers.byPlace->dataset.id), m_now.base, m_progress));
    }

    PaneCache cache() const { return m_now; }

private:
    Result<PaneAnswer> take(const Result<Loaded>& loaded) {
        if (!loaded) return failed(loaded.error());
        remember(loaded->cache);
        m_now.base = loaded->base;
        return PaneAnswer{loaded->data, QString()};
    }

    static Result<PaneAnswer> failed(const Error& error) {
        if (error.code == ErrorCode::Cancelled) return error;
        return PaneAnswer{nullptr, error.message};
    }

    Result<MapAnswers> answersOf(const Query& query) {
        for (const PinnedAnswers& known : m_before.pinned) {
            if (!(known.query == query) || known.generation != m_generation || known.workspace.lock() != m_workspace) continue;
            m_now.pinned.push_back(known);
            return known.answers;
        }
        const auto made = answerPinned(m_workspace, m_generation, query, m_progress);
        if (!made) return made.error();
        m_now.pinned.push_back(*made);
        return made->answers;
    }

    CachedCity cityOf(const QString& cube) const {
        for (const auto* known : {&m_now.cities, &m_before.cities}) {
            const auto found = std::find_if(known->begin(), known->end(), [&cube](const CachedCity& city) { return city.cube == cube; });
            if (found != known->end()) return *found;
        }
        return {};
    }

    void remember(const CachedCity& city) {
        const auto same = [&city](const CachedCity& other) { return other.cube == city.cube; };
        if (std::none_of(m_now.cities.begin(), m_now.cities.end(), same)) m_now.cities.push_back(city);
    }

    const std::shared_ptr<Workspace>& m_workspace;
    const MapStyle& m_style;
    const PaneCache& m_before;
    qint64 m_generation;
    Progress& m_progress;
    PaneCache m_now;
};

}  // namespace

Result<LoadedPanes> loadPanes(const std::shared_ptr<Workspace>& workspace, const QVector<PaneQuestion>& questions, const MapStyle& style,
                              const PaneCache& cache, Progress& progress) {
    const auto generation = workspace->generation();
    if (!generation) return generation.error();
    PaneLoader loader(workspace, style, cache, *generation, progress);
    LoadedPanes loaded;
    QVector<MapDataPtr> maps;
    for (const PaneQuestion& question : questions) {
        const auto pane = loader.load(question);
        if (!pane) return pane.error();
        loaded.panes.append(*pane);
        maps.append(pane->data);
    }
    shareScale(maps);
    for (int i = 0; i < static_cast<int>(maps.size()); ++i) loaded.panes[i].data = maps[i];
    loaded.cache = loader.cache();
    if (loaded.cache.cities.empty()) loaded.cache.cities = cache.cities;
    return loaded;
}

}  // namespace mudeung
