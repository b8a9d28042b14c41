// SPDX-License-Identifier: GPL-3.0-or-later
// Before anything is written: does the import fit the dataset, which index means what, and what happens to each month.
#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <algorithm>

#include "core/store/cube_writer.h"

namespace mudeung::store {

namespace {
void internal(bool ok, const char* what) {
    if (ok) return;
    fail(ErrorCode::Internal,
         QCoreApplication::translate("Store", "The import handed over numbers that do not fit together; nothing was changed."),
         QString::fromLatin1(what));
}

[[noreturn]] void misfit(const Dataset& stored, const QString& reason) {
    fail(ErrorCode::Usage,
         QCoreApplication::translate("Store", "The file does not fit the dataset “%1”: %2 Import it under another dataset name.")
             .arg(stored.id, reason));
}

QString stepName(TimeStep step) {
    if (step == TimeStep::Year) return QCoreApplication::translate("Store", "years");
    return step == TimeStep::Month ? QCoreApplication::translate("Store", "months") : QCoreApplication::translate("Store", "days");
}
}  // namespace

void CubeWriter::checkInput(const CubeSource& data) const {
    const Dataset& d = data.dataset();
    internal(!d.id.isEmpty() && d.kind == DatasetKind::Cube, "not a cube");
    internal(!d.measures.isEmpty() && d.measures.size() <= kMaxMeasures, "measures");
    internal(!d.scheme.groups.isEmpty() && d.scheme.groups.size() <= kMaxGroups, "groups");
    internal(d.hourCount >= 0 && d.firstHour >= 0 && d.firstHour + d.hourCount <= kMaxHours, "hours");
    internal(static_cast<qint64>(data.places().size()) <= kMaxPlaces, "places");
    QSet<QString> seen;
    for (const Measure& m : d.measures) seen.insert(m.id);
    internal(seen.size() == d.measures.size(), "measure ids");
    seen.clear();
    for (const Group& g : d.scheme.groups) seen.insert(g.code);
    internal(seen.size() == d.scheme.groups.size(), "group codes");
    for (const MonthKey month : data.months()) internal(month > 0 && month < kMaxMonth, "month");
}

void CubeWriter::reconcile(const CubeSource& data) {
    if (auto found = findDataset(m_db, data.dataset().id)) {
        m_stored = *found;
        if (m_stored.dataset.kind != DatasetKind::Cube) {
            misfit(m_stored.dataset, QCoreApplication::translate("Store", "it is a map layer."));
        }
        m_places = loadPlaces(m_db, m_stored);
        reconcileShape(data);
    } else {
        m_stored = {};
        m_stored.dataset = data.dataset();
        m_stored.dataset.rowId = 0;
        m_stored.dataset.placeCount = 0;
        m_stored.dataset.period = {};
    }
    m_stored.dataset.sample = m_stored.dataset.sample || data.dataset().sample;
    reconcileMeasuresAndGroups(data);
    reconcilePlaces(data);
    m_map.straight =
        m_map.hourOffset == 0 && data.dataset().hourCount == m_stored.dataset.hourCount && m_map.places.size() == m_places.size();
    for (std::size_t i = 0; m_map.straight && i < m_map.places.size(); ++i) m_map.straight = m_map.places[i] == static_cast<int>(i);
}

void CubeWriter::reconcileShape(const CubeSource& data) {
    const Dataset& stored = m_stored.dataset;
    const Dataset& d = data.dataset();
    if (d.timeStep != stored.timeStep) {
        misfit(stored, QCoreApplication::translate("Store", "it counts by %1 and the file by %2.")
                           .arg(stepName(stored.timeStep), stepName(d.timeStep)));
    }
    if (d.placeKind != stored.placeKind) {
        misfit(stored, QCoreApplication::translate("Store", "its places are of the kind “%1” and those of the file are “%2”.")
                           .arg(stored.placeKind, d.placeKind));
    }
    if (d.hasHours() != stored.hasHours()) {
        misfit(stored, d.hasHours() ? QCoreApplication::translate("Store", "it has no hours and the file has.")
                                    : QCoreApplication::translate("Store", "it has hours and the file has none."));
    }
    m_map.hourOffset = d.hasHours() ? d.firstHour - stored.firstHour : 0;
    if (m_map.hourOffset < 0 || m_map.hourOffset + d.hourCount > stored.hourCount) {
        misfit(stored, QCoreApplication::translate("Store", "it has the hours %1–%2 and the file %3–%4.")
                           .arg(stored.firstHour)
                           .arg(stored.firstHour + stored.hourCount)
                           .arg(d.firstHour)
                           .arg(d.firstHour + d.hourCount));
    }
}

void CubeWriter::reconcileMeasuresAndGroups(const CubeSource& data) {
    Dataset& stored = m_stored.dataset;
    m_map.measures.clear();
    for (const Measure& m : data.dataset().measures) {
        const auto at = std::find_if(stored.measures.cbegin(), stored.measures.cend(), [&](const Measure& s) { return s.id == m.id; });
        if (at == stored.measures.cend()) {
            misfit(stored, QCoreApplication::translate("Store", "it does not count “%1”.").arg(m.name.isEmpty() ? m.id : m.name));
        }
        if (at->decimals != m.decimals || at->aggregation != m.aggregation || at->unit != m.unit) {
            misfit(
                stored,
                QCoreApplication::translate("Store", "it counts “%1” in another unit or precision.").arg(m.name.isEmpty() ? m.id : m.name));
        }
        const auto index = static_cast<int>(at - stored.measures.cbegin());
        m_map.measures.push_back(index);
        stored.measures[index].extensive = stored.measures[index].extensive || m.extensive;  // a file of an earlier version did not say it
    }
    if (data.dataset().scheme.id != stored.scheme.id) {
        misfit(stored, QCoreApplication::translate("Store", "it splits people in another way (“%1” instead of “%2”).")
                           .arg(stored.scheme.id, data.dataset().scheme.id));
    }
    m_map.groups.clear();
    for (const Group& g : data.dataset().scheme.groups) {
        const auto at =
            std::find_if(stored.scheme.groups.cbegin(), stored.scheme.groups.cend(), [&](const Group& s) { return s.code == g.code; });
        m_map.groups.push_back(static_cast<int>(at - stored.scheme.groups.cbegin()));
        if (at == stored.scheme.groups.cend()) stored.scheme.groups.append(g);
    }
    if (stored.scheme.groups.size() > kMaxGroups) {
        misfit(stored, QCoreApplication::translate("Store", "together they have too many groups."));
    }
}

void CubeWriter::reconcilePlaces(const CubeSource& data) {
    QHash<QString, int> indexOf;
    for (std::size_t i = 0; i < m_places.size(); ++i) indexOf.insert(m_places[i].code, static_cast<int>(i));
    const std::size_t before = m_places.size();
    m_firstChangedPlace = before;
    m_map.places.clear();
    QSet<QString> seen;
    for (const Place& place : data.places()) {
        if (seen.contains(place.code)) {
            fail(ErrorCode::InputRefused,
                 QCoreApplication::translate("Store", "The place code “%1” occurs twice in the list of places. Correct the file.")
                     .arg(place.code));
        }
        seen.insert(place.code);
        const int index = indexOf.value(place.code, -1);
        if (index < 0) {
            m_map.places.push_back(static_cast<int>(m_places.size()));
            m_places.push_back(place);
            continue;
        }
        m_map.places.push_back(index);
        // What an earlier file left open is filled in; what it said stays, as files may come in any order.
        Place& known = m_places[static_cast<std::size_t>(index)];
        Place filled = known;
        if (filled.name.isEmpty()) filled.name = place.name;
        if (filled.lon != filled.lon) filled.lon = place.lon;
        if (filled.lat != filled.lat) filled.lat = place.lat;
        const bool changed = filled.name != known.name || (known.lon != known.lon && place.lon == place.lon) ||
                             (known.lat != known.lat && place.lat == place.lat);
        if (!changed) continue;
        known = filled;
        m_firstChangedPlace = std::min(m_firstChangedPlace, static_cast<std::size_t>(index));
    }
    if (static_cast<qint64>(m_places.size()) > kMaxPlaces) {
        misfit(m_stored.dataset, QCoreApplication::translate("Store", "together they have too many places."));
    }
    m_outcome.placesAdded = static_cast<int>(m_places.size() - before);
}

bool CubeWriter::alreadyHolds(const Job& job, const QString& sha256, OnExisting onExisting) {
    if (!job.old || sha256.isEmpty()) return false;
    const QStringList sources = contributors(m_db, m_stored.rowId(), job.month);
    if (!sources.contains(sha256)) return false;
    if (onExisting != OnExisting::Replace) return true;
    if (sources.size() > 1) return false;
    const std::vector<int> slotOfDay = daySlots(m_stored, job.month);
    // The same file may be read in another way (columns corrected by the user): only the same sums mean the same numbers.
    for (std::size_t m = 0; m < m_map.measures.size(); ++m) {
        for (std::size_t g = 0; g < m_map.groups.size(); ++g) {
            Totals found;
            PackedBlock packed;
            PlaneTotals totals;
            for (int block = 0; block < m_source->blocks(); ++block) {
                const auto any = m_source->block(job.month, static_cast<int>(m), static_cast<int>(g), block, packed);
                if (!any) throw Failure{any.error()};
                if (!*any) continue;
                totals.start(m_source->hours(), packed.width, slotOfDay);
                if (!totals.add(packed, 0, slotOfDay)) return false;
                if (__builtin_add_overflow(found.sum, totals.sum, &found.sum)) return false;
                found.observed += totals.observed;
            }
            Statement kept(m_db, "SELECT sum, observed FROM month_sum WHERE dataset=?1 AND month=?2 AND measure=?3 AND grp=?4");
            kept.bind(1, m_stored.rowId()).bind(2, job.month).bind(3, m_map.measures[m]).bind(4, m_map.groups[g]);
            const Totals stored = kept.step() ? Totals{kept.integer(0), kept.integer(1)} : Totals{};
            if (stored != found) return false;
        }
    }
    return true;
}

std::vector<CubeWriter::Job> CubeWriter::plan(const CubeSource& data, const Batch& batch, OnExisting onExisting,
                                              const std::vector<MonthKey>& damaged) {
    std::vector<Job> jobs;
    std::vector<MonthKey> inTheWay;
    for (const MonthKey month : data.months()) {
        Job job;
        job.month = month;
        bool bad = std::find(damaged.begin(), damaged.end(), month) != damaged.end();
        if (m_stored.rowId() != 0) {
            try {
                job.old = findMonth(m_db, m_stored, month);
            } catch (const Failure&) {
                bad = true;  // its row is damaged: it can still be replaced
                job.old = MonthRow{month, 0, 0, 0, 0};
            }
        }
        if (bad) {
            const QStringList sources = m_stored.rowId() != 0 ? contributors(m_db, m_stored.rowId(), month) : QStringList{};
            const bool sameFile = sources.size() == 1 && !batch.sha256.isEmpty() && sources.front() == batch.sha256;
            if (!sameFile && onExisting != OnExisting::Replace) throw Failure{damagedMonth(m_stored.dataset, month, {})};
        } else if (job.old) {
            if (alreadyHolds(job, batch.sha256, onExisting)) {
                m_held.push_back(month);
                continue;
            }
            if (onExisting == OnExisting::Ask) inTheWay.push_back(month);
            if (onExisting == OnExisting::Add) job.mode = Mode::Add;
            if (onExisting == OnExisting::Fill) job.mode = Mode::Fill;
        }
        jobs.push_back(std::move(job));
    }
    if (inTheWay.empty()) return jobs;
    fail(ErrorCode::Usage,
         QCoreApplication::translate(
             "Store",
             "“%1” already has numbers for %2. Choose whether to replace these months, to add the new numbers to them, or "
             "to fill only the gaps. Nothing was changed.")
             .arg(m_stored.dataset.id, monthNames(m_stored.dataset, inTheWay)));
}

}  // namespace mudeung::store
