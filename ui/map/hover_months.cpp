// SPDX-License-Identifier: GPL-3.0-or-later
// One small query at a time; the pointer only has to rest for a moment.
#include "ui/map/hover_months.h"

namespace mudeung {
namespace {

constexpr int kRestMilliseconds = 150;
constexpr int kFewestMonths = 3;
constexpr int kMostKnown = 200;
constexpr std::size_t kEngineBytes = std::size_t{96} << 20;  ///< the running sums of one measure over all groups, and some to spare

}  // namespace

HoverMonths::HoverMonths(QObject* parent) : QObject(parent), m_runner(nullptr, 1), m_latest(&m_runner) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &HoverMonths::count);
}

HoverMonths::~HoverMonths() {
    m_latest.cancel();
}

void HoverMonths::setSource(const std::shared_ptr<Workspace>& workspace, const MapDataPtr& data, int months) {
    if (!m_engine || m_engine->workspace() != workspace)
        m_engine = workspace ? std::make_shared<QueryEngine>(workspace, kEngineBytes) : nullptr;
    m_latest.cancel();
    m_rest.stop();
    m_known.clear();
    m_data = data;
    m_months = months;
    m_wanted.clear();
}

void HoverMonths::want(const QString& place) {
    if (place == m_wanted) return;
    m_wanted = place;
    m_rest.stop();
    if (place.isEmpty() || !m_engine || !m_data || m_months < kFewestMonths) return;
    const auto known = m_known.constFind(place);
    if (known == m_known.constEnd()) return m_rest.start();
    const MonthCurve months = *known;
    emit ready(place, months);
}

void HoverMonths::count() {
    Query query = m_data->query;
    query.areas = QStringList{QStringLiteral("place:") + m_wanted};
    query.areaPolygon.clear();  // the place lies in it already
    m_latest.run(
        tr("Months of a place"), [engine = m_engine, query](Progress& progress) { return engine->run(query, Breakdown::Month, progress); },
        this,
        [this, place = m_wanted](const Result<TablePtr>& table) {
            if (!table) return;  // a card without its curve is whole
            MonthCurve months;
            for (const TableRow& row : table.value()->rows) months.values.append(row.value);
            if (months.isEmpty()) return;
            months.first = table.value()->rows.first().key;
            months.last = table.value()->rows.last().key;
            remember(place, months);
            if (place == m_wanted) emit ready(place, months);
        });
}

void HoverMonths::remember(const QString& place, const MonthCurve& months) {
    if (m_known.size() >= kMostKnown) m_known.clear();
    m_known.insert(place, months);
}

}  // namespace mudeung
