// SPDX-License-Identifier: GPL-3.0-or-later
// Holds workspace, query, selection and style; runs the query off-thread and publishes its answers.
#include "ui/common/workspace_state.h"

#include <QTimer>

#include "core/task/task_runner.h"
#include "ui/common/query_defaults.h"
#include "ui/common/query_runner.h"

namespace mudeung {

namespace {
constexpr int kMaxSteps = 200;
/// A curve for every place is an answer for every month: counted when a slider rests, not while the map of the next move is drawn.
constexpr int kRestMilliseconds = 200;
}  // namespace

class WorkspaceState::Impl {
public:
    explicit Impl(WorkspaceState* owner) : owner(owner) {
        rest.setSingleShot(true);
        rest.setInterval(kRestMilliseconds);
        QObject::connect(&rest, &QTimer::timeout, owner, [this] { countMonths(answers); });
    }

    WorkspaceState* owner;
    std::shared_ptr<Workspace> workspace;
    std::shared_ptr<QueryEngine> engine;
    QVector<Dataset> datasets;
    Query query;
    struct Step {
        Query query;
        Comparison comparison;
    };
    QVector<Step> steps;
    QVector<Step> undone;
    Comparison comparison;
    bool preview = false;  ///< the present question is a frame
    Query previewed;       ///< the question whose frame it is
    QString frameLabel;
    PlaceMonthsPtr placeMonths;
    AnswersPtr compared;
    ChangeTablePtr change;
    QStringList selection;
    ShownResultPtr shownResult;
    QStringList resultRows;
    MapStyle style;
    double mapMaximum = 0.0;
    bool styleChosenForAreas = false;
    MapKind styleBeforeAreas = MapKind::Density;
    AnswersPtr answers;
    KnownAnswers known;  ///< the last that the present engine gave
    std::function<Companion()> startCompanion;
    std::shared_ptr<const void> companion;  ///< made of `answers`
    TablePtr days;
    Query daysQuery;              ///< that the days answer, or will
    bool daysAreCurrent = false;  ///< false when the data may have changed since
    bool busy = false;
    TaskRunner runner;
    QTimer rest;  ///< since the last answer
    LatestOnly latest{&runner};
    LatestOnly reload{&runner};
    LatestOnly preload{&runner};
    LatestOnly daily{&runner};
    LatestOnly months{&runner};
    LatestOnly comparing{&runner};
    LatestOnly changing{&runner};
    std::size_t memoryLimit = QueryEngine::kDefaultCacheBytes;
    QString preloaded;  ///< dataset and measure that the engine has been asked to bring in

    const Dataset* find(const QString& id) const {
        for (const Dataset& d : datasets)
            if (d.id == id) return &d;
        return nullptr;
    }

    void setBusy(bool now) {
        if (busy == now) return;
        busy = now;
        emit owner->busyChanged(now);
    }

    void publish(AnswersPtr published) {
        if (answers == published) return;
        answers = std::move(published);
        emit owner->answersChanged();
    }

    void publishDays(TablePtr table) {
        if (days == table) return;
        days = std::move(table);
        emit owner->daysChanged();
    }

    /// The days follow the answers, which people wait for. A change of the period alone does not change them.
    void countDays(const AnswersPtr& answered) {
        const Dataset* cube = find(query.dataset);
        if (!engine || !cube || cube->timeStep != TimeStep::Day || !answered) {
            daily.cancel();
            daysAreCurrent = false;
            return publishDays(nullptr);
        }
        Query whole = query;
        whole.period = {};
        if (daysAreCurrent && daysQuery == whole) return;
        daysAreCurrent = true;
        daysQuery = whole;
        daily.run(
            WorkspaceState::tr("Counting days"),
            [engine = engine, whole](Progress& progress) { return engine->run(whole, Breakdown::Day, progress); }, owner,
            [this](const Result<TablePtr>& table) {
                if (table) return publishDays(table.value());
                daysAreCurrent = false;
                if (table.error().code != ErrorCode::Cancelled) publishDays(nullptr);  // the query itself says what is wrong
            });
    }

    void publishCompared(AnswersPtr published) {
        if (compared == published) return;
        compared = std::move(published);
        emit owner->comparedAnswersChanged();
    }

    void publishChange(ChangeTablePtr published) {
        if (change == published) return;
        change = std::move(published);
        emit owner->changeChanged();
    }

    void publishMonths(PlaceMonthsPtr published) {
        if (placeMonths == published) return;
        placeMonths = std::move(published);
        emit owner->placeMonthsChanged();
    }

    void countMonths(const AnswersPtr& answered) {
        rest.stop();
        const Dataset* cube = find(query.dataset);
        if (!engine || !cube || !answered) {
            months.cancel();
            return publishMonths(nullptr);
        }
        months.run(
            WorkspaceState::tr("Counting months"),
            [engine = engine, query = answered->query, cube = *cube](Progress& progress) {
                return readPlaceMonths(*engine, query, cube, progress);
            },
            owner,
            [this](const Result<PlaceMonthsPtr>& read) {
                if (read) return publishMonths(read.value());
                if (read.error().code != ErrorCode::Cancelled) publishMonths(nullptr);  // the question itself says what is wrong
            });
    }

    void stopComparing() {
        comparing.cancel();
        changing.cancel();
        publishCompared(nullptr);
        publishChange(nullptr);
    }

    /// The other question is answered after the first, which people wait for.
    void compare(const AnswersPtr& answered) {
        const Dataset* cube = find(query.dataset);
        if (!engine || !cube || !answered || !comparison.isOn()) return stopComparing();
        const auto other = comparedQuery(answered->query, *cube, comparison);
        if (!other) {
            stopComparing();
            emit owner->failed(other.error());
            return;
        }
        comparing.run(
            WorkspaceState::tr("Counting what to compare with"),
            [engine = engine, other = *other, answered](Progress& progress) {
                return evaluateCompared(*engine, other, answered, progress);
            },
            owner,
            [this](const Result<KnownAnswers>& result) {
                if (result) return publishCompared(result->answers);
                if (result.error().code == ErrorCode::Cancelled) return;
                stopComparing();
                emit owner->failed(result.error());
            });
        changing.run(
            WorkspaceState::tr("Comparing"),
            [engine = engine, now = answered->query, other = *other](Progress& progress) {
                return compareAnswers(*engine, now, other, Breakdown::Place, progress);
            },
            owner,
            [this](const Result<ChangeTablePtr>& result) {
                if (result) return publishChange(result.value());
                if (result.error().code != ErrorCode::Cancelled) publishChange(nullptr);  // the answers themselves say why
            });
    }

    void evaluate() {
        rest.stop();
        if (!engine || query.dataset.isEmpty()) {
            latest.cancel();
            setBusy(false);
            publish(nullptr);
            countDays(nullptr);
            compare(nullptr);
            countMonths(nullptr);
            return;
        }
        setBusy(true);
        // Until the engine has read ahead, what is slow then comes second: the map does not wait for it.
        run(wantedAhead() == preloaded ? AnswerParts::All : AnswerParts::First);
    }

    /// An answer and what its companion made of it.
    struct Counted {
        KnownAnswers known;
        std::shared_ptr<const void> companion;
    };

    void run(AnswerParts parts) {
        latest.run(
            WorkspaceState::tr("Counting"),
            [engine = engine, query = query, parts, before = known,
             makeCompanion = startCompanion ? startCompanion() : Companion{}](Progress& progress) -> Result<Counted> {
                Counted counted;
                WhenPlaced placed;
                if (makeCompanion) placed = [&](const AnswersPtr& answers) { counted.companion = makeCompanion(answers, progress); };
                const auto found = evaluateAnswers(*engine, query, parts, before, progress, placed);
                if (!found) return found.error();
                counted.known = *found;
                return counted;
            },
            owner,
            [this, parts](const Result<Counted>& counted) {
                const bool goesOn = counted && parts == AnswerParts::First;
                if (!goesOn) setBusy(false);
                if (counted) {
                    known = counted->known;
                    if (known.answers != answers) companion = counted->companion;
                    publish(known.answers);
                    if (goesOn) return run(AnswerParts::All);
                    if (!preview) {
                        countDays(known.answers);
                        compare(known.answers);
                        months.cancel();
                        rest.start();
                    }
                    preloadRest();
                } else if (counted.error().code != ErrorCode::Cancelled) {
                    publish(nullptr);
                    countDays(nullptr);
                    compare(nullptr);
                    emit owner->failed(counted.error());
                }
            });
    }

    /// Dataset and measure of the query, as `preloaded` names them.
    QString wantedAhead() const {
        const Dataset* cube = find(query.dataset);
        return query.dataset + QLatin1Char('/') + QString::number(cube ? cube->measureIndex(query.measure) : -1);
    }

    /// The first answer comes at once; what further filters will need is read meanwhile.
    void preloadRest() {
        const Dataset* cube = find(query.dataset);
        const int measure = cube ? cube->measureIndex(query.measure) : -1;
        const QString wanted = wantedAhead();
        if (measure < 0 || wanted == preloaded) return;
        preloaded = wanted;
        preload.run(
            WorkspaceState::tr("Reading ahead"),
            [engine = engine, dataset = query.dataset, measure](Progress& progress) { return engine->preload(dataset, measure, progress); },
            owner, [](const Status&) {});  // what cannot be read is said by the query that needs it
    }

    void adoptDatasets(const QVector<Dataset>& list) {
        preloaded.clear();
        daysAreCurrent = false;
        datasets = list;
        emit owner->datasetsChanged();
        if (!find(query.dataset)) {
            const Query first = defaultQuery(datasets);
            if (first != query) {
                steps.clear();
                undone.clear();
                changeQuery(first);
                return;
            }
        }
        evaluate();
    }

    /// Areas cannot be a density: the kind of map follows the data and goes back when the data does.
    void adaptStyle() {
        const Dataset* cube = find(query.dataset);
        if (!cube) return;
        MapStyle adapted = style;
        if (placesAreAreas(*cube)) {
            if (style.kind == MapKind::Choropleth) return;
            styleBeforeAreas = style.kind;
            styleChosenForAreas = true;
            adapted.kind = MapKind::Choropleth;
        } else if (styleChosenForAreas) {
            styleChosenForAreas = false;
            if (style.kind == MapKind::Choropleth) adapted.kind = styleBeforeAreas;
        }
        adapted.lockedMaximum = 0.0;
        owner->setMapStyle(adapted);
    }

    /// What somebody asked last; a frame of it is no step of its own.
    Query question() const { return preview ? previewed : query; }

    void remember() {
        steps.push_back({question(), comparison});
        if (steps.size() > kMaxSteps) steps.removeFirst();
        undone.clear();
    }

    void restore(const Step& step) {
        if (step.comparison != comparison) {
            comparison = step.comparison;
            emit owner->comparisonChanged();
            if (step.query == query) {
                emit owner->queryChanged();  // whether there is a step back is asked then
                compare(answers);
            }
        }
        preview = false;
        if (step.query != query) changeQuery(step.query);
    }

    void changeQuery(const Query& next) {
        const bool otherDataset = next.dataset != query.dataset;
        query = next;
        if (otherDataset) {
            if (!selection.isEmpty()) owner->setSelection({});
            owner->setMapMaximum(0.0);
            adaptStyle();
        }
        // Who hears of the question also hears that it is being answered, and it is counted while the filters show themselves anew.
        const bool counted = engine && !next.dataset.isEmpty();
        if (counted) evaluate();
        emit owner->queryChanged();
        if (!counted) evaluate();
    }
};

WorkspaceState::WorkspaceState(QObject* parent) : QObject(parent), m_impl(std::make_unique<Impl>(this)) {}

WorkspaceState::~WorkspaceState() = default;

std::shared_ptr<Workspace> WorkspaceState::workspace() const {
    return m_impl->workspace;
}

void WorkspaceState::setWorkspace(std::shared_ptr<Workspace> workspace) {
    if (m_impl->workspace == workspace) return;
    QVector<Dataset> datasets;
    if (workspace) {
        auto read = workspace->datasets();
        if (!read) emit failed(read.error());
        if (read) datasets = std::move(read).value();
    }
    setWorkspace(std::move(workspace), datasets);
}

void WorkspaceState::setWorkspace(std::shared_ptr<Workspace> workspace, const QVector<Dataset>& datasets) {
    if (m_impl->workspace == workspace) return;
    m_impl->latest.cancel();
    m_impl->reload.cancel();
    m_impl->preload.cancel();
    m_impl->daily.cancel();
    m_impl->stopComparing();
    m_impl->countMonths(nullptr);
    m_impl->workspace = workspace;
    m_impl->known = {};
    m_impl->engine = workspace ? std::make_shared<QueryEngine>(workspace, m_impl->memoryLimit) : nullptr;
    m_impl->datasets.clear();
    m_impl->steps.clear();
    m_impl->undone.clear();
    m_impl->query = {};
    if (m_impl->comparison.isOn()) {
        m_impl->comparison = {};
        emit comparisonChanged();
    }
    setSelection({});
    setShownResult(nullptr);
    m_impl->publish(nullptr);
    m_impl->publishDays(nullptr);
    emit workspaceChanged();
    m_impl->adoptDatasets(datasets);
    if (m_impl->query.dataset.isEmpty()) emit queryChanged();
}

QVector<Dataset> WorkspaceState::datasets() const {
    return m_impl->datasets;
}

void WorkspaceState::reloadDatasets() {
    const auto workspace = m_impl->workspace;
    if (!workspace) {
        m_impl->adoptDatasets({});
        return;
    }
    m_impl->reload.run(
        tr("Reading the list of datasets"), [workspace](Progress&) { return workspace->datasets(); }, this,
        [this](const Result<QVector<Dataset>>& datasets) {
            if (datasets) {
                m_impl->adoptDatasets(datasets.value());
            } else if (datasets.error().code != ErrorCode::Cancelled) {
                emit failed(datasets.error());
            }
        });
}

Dataset WorkspaceState::currentDataset() const {
    const Dataset* found = m_impl->find(m_impl->query.dataset);
    return found ? *found : Dataset{};
}

Query WorkspaceState::query() const {
    return m_impl->query;
}

void WorkspaceState::setQuery(const Query& query) {
    if (query == m_impl->query) return;
    if (!m_impl->query.dataset.isEmpty()) m_impl->remember();
    m_impl->undone.clear();
    m_impl->preview = false;
    m_impl->changeQuery(query);
}

void WorkspaceState::previewQuery(const Query& query) {
    if (query == m_impl->query) return;
    if (!m_impl->preview) m_impl->previewed = m_impl->query;
    m_impl->preview = true;
    m_impl->changeQuery(query);
}

QString WorkspaceState::frameLabel() const {
    return m_impl->frameLabel;
}

void WorkspaceState::setFrameLabel(const QString& label) {
    if (label == m_impl->frameLabel) return;
    m_impl->frameLabel = label;
    emit frameLabelChanged(label);
}

Comparison WorkspaceState::comparison() const {
    return m_impl->comparison;
}

void WorkspaceState::setComparison(const Comparison& comparison) {
    if (comparison == m_impl->comparison || m_impl->query.dataset.isEmpty()) return;
    m_impl->remember();
    m_impl->comparison = comparison;
    emit comparisonChanged();
    emit queryChanged();  // there is a step back now
    m_impl->compare(m_impl->answers);
}

bool WorkspaceState::canStepBack() const {
    return !m_impl->steps.isEmpty();
}

void WorkspaceState::stepBack() {
    if (m_impl->steps.isEmpty()) return;
    m_impl->undone.push_back({m_impl->question(), m_impl->comparison});
    m_impl->restore(m_impl->steps.takeLast());
}

bool WorkspaceState::canStepForward() const {
    return !m_impl->undone.isEmpty();
}

void WorkspaceState::stepForward() {
    if (m_impl->undone.isEmpty()) return;
    m_impl->steps.push_back({m_impl->question(), m_impl->comparison});
    m_impl->restore(m_impl->undone.takeLast());
}

void WorkspaceState::clearFilters() {
    Query cleared;
    cleared.dataset = m_impl->query.dataset;
    cleared.measure = m_impl->query.measure;
    setSelection({});
    setQuery(cleared);
}

void WorkspaceState::setDataset(const QString& id) {
    const Dataset* cube = m_impl->find(id);
    if (!cube || cube->kind != DatasetKind::Cube) return;
    setQuery(queryFor(*cube, m_impl->query));
}

QStringList WorkspaceState::selection() const {
    return m_impl->selection;
}

void WorkspaceState::setSelection(const QStringList& placeCodes) {
    if (placeCodes == m_impl->selection) return;
    m_impl->selection = placeCodes;
    emit selectionChanged();
}

ShownResultPtr WorkspaceState::shownResult() const {
    return m_impl->shownResult;
}

void WorkspaceState::setShownResult(const ShownResultPtr& result) {
    if (result == m_impl->shownResult) return;
    const bool other = !result || !m_impl->shownResult || result->run != m_impl->shownResult->run;
    m_impl->shownResult = result;
    if (other) setResultRows({});
    emit shownResultChanged();
}

QStringList WorkspaceState::resultRows() const {
    return m_impl->resultRows;
}

void WorkspaceState::setResultRows(const QStringList& keys) {
    if (keys == m_impl->resultRows) return;
    m_impl->resultRows = keys;
    emit resultRowsChanged();
}

MapStyle WorkspaceState::mapStyle() const {
    return m_impl->style;
}

void WorkspaceState::setMapStyle(const MapStyle& style) {
    if (style == m_impl->style) return;
    // The top of one kind of picture, or of one bandwidth, says nothing about another's.
    const bool otherScale =
        style.kind != m_impl->style.kind || style.kernel != m_impl->style.kernel || style.bandwidthMeters != m_impl->style.bandwidthMeters;
    m_impl->style = style;
    if (otherScale) setMapMaximum(0.0);
    emit mapStyleChanged();
}

double WorkspaceState::mapMaximum() const {
    return m_impl->mapMaximum;
}

void WorkspaceState::setMapMaximum(double maximum) {
    if (!(maximum > 0.0)) maximum = 0.0;  // also turns NaN into "not known"
    if (maximum == m_impl->mapMaximum) return;
    m_impl->mapMaximum = maximum;
    emit mapMaximumChanged(maximum);
}

void WorkspaceState::setMemoryLimit(std::size_t bytes) {
    if (bytes == m_impl->memoryLimit) return;
    m_impl->memoryLimit = bytes;
    if (!m_impl->engine) return;
    m_impl->engine->setCacheBytes(bytes);
    m_impl->preloaded.clear();
    if (m_impl->answers) m_impl->preloadRest();
}

std::shared_ptr<QueryEngine> WorkspaceState::engine() const {
    return m_impl->engine;
}

AnswersPtr WorkspaceState::answers() const {
    return m_impl->answers;
}

TablePtr WorkspaceState::days() const {
    return m_impl->days;
}

PlaceMonthsPtr WorkspaceState::placeMonths() const {
    return m_impl->placeMonths;
}

void WorkspaceState::setCompanion(std::function<Companion()> start) {
    m_impl->startCompanion = std::move(start);
}

std::shared_ptr<const void> WorkspaceState::companion() const {
    return m_impl->answers ? m_impl->companion : nullptr;
}

AnswersPtr WorkspaceState::comparedAnswers() const {
    return m_impl->compared;
}

ChangeTablePtr WorkspaceState::change() const {
    return m_impl->change;
}

bool WorkspaceState::busy() const {
    return m_impl->busy;
}

}  // namespace mudeung
