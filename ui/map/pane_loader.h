// SPDX-License-Identifier: GPL-3.0-or-later
// The work behind the maps of a layout: answers of pinned questions, snapshots, one scale. Runs off the GUI thread.
#pragma once

#include <QString>
#include <QVector>
#include <memory>
#include <vector>

#include "core/model/query.h"
#include "ui/map/map_loader.h"

namespace mudeung {

/// What one map of the layout is asked to show.
struct PaneQuestion {
    enum class Kind { Now, Before, Difference, Pinned, Result, Nothing };
    Kind kind = Kind::Nothing;
    MapAnswers answers;  ///< of Now, Before and Difference
    Query pinned;        ///< of Pinned; answered here
    ShownResultPtr result = nullptr;
    QString title;    ///< what the caption calls it
    QString message;  ///< of Nothing: what to do
    bool pinnable = false;
};

/// A snapshot, or the reason why there is none.
struct PaneAnswer {
    MapDataPtr data;
    QString message;
};

/// The answers of a pinned question and the state of the data that they belong to.
struct PinnedAnswers {
    Query query;
    std::weak_ptr<Workspace> workspace;
    qint64 generation = -1;
    MapAnswers answers;
};

/// What is kept from one call for the next.
struct PaneCache {
    std::vector<CachedCity> cities;
    std::vector<PinnedAnswers> pinned;
    BaseMapsPtr base;
};

struct LoadedPanes {
    PaneCache cache;
    QVector<PaneAnswer> panes;  ///< one per question
};

/// A map that cannot be drawn is a message in its pane; the error of the call is that it was cancelled or the workspace cannot be read.
Result<LoadedPanes> loadPanes(const std::shared_ptr<Workspace>& workspace, const QVector<PaneQuestion>& questions, const MapStyle& style,
                              const PaneCache& cache, Progress& progress);

}  // namespace mudeung
