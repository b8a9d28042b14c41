// SPDX-License-Identifier: GPL-3.0-or-later
// Pages by SQLite's own check, then places, features, months, sums and rollups by ours.
#include "core/store/verifier.h"

#include <QCoreApplication>
#include <sqlite3.h>

#include "core/store/cube_reader.h"
#include "core/store/layer_table.h"

namespace mudeung::store {

namespace {
constexpr int kMostPageProblems = 20;
constexpr int kOpcodesBetweenPolls = 10000;
constexpr double kPagesShare = 0.3;

int stopWhenCancelled(void* progress) {
    return static_cast<Progress*>(progress)->isCancelled() ? 1 : 0;
}

class Interruptible {
public:
    Interruptible(Database& db, Progress& progress) : m_db(db) {
        sqlite3_progress_handler(db.handle(), kOpcodesBetweenPolls, &stopWhenCancelled, &progress);
    }
    ~Interruptible() { sqlite3_progress_handler(m_db.handle(), 0, nullptr, nullptr); }
    Interruptible(const Interruptible&) = delete;
    Interruptible& operator=(const Interruptible&) = delete;

private:
    Database& m_db;
};

/// Runs a step; damage becomes a sentence, a stop or a failing disk ends the whole check.
template <typename Step>
void noting(QStringList& problems, Step&& step) {
    try {
        step();
    } catch (const Failure& failure) {
        if (failure.error.code == ErrorCode::Cancelled || failure.error.code == ErrorCode::Io) throw;
        if (!problems.contains(failure.error.message)) problems.append(failure.error.message);
    }
}

void checkPages(Database& db, QStringList& problems) {
    Statement check(db, "PRAGMA integrity_check(20)");
    for (int i = 0; i < kMostPageProblems && check.step(); ++i) {
        const QString line = check.text(0);
        if (line != QLatin1String("ok"))
            problems.append(QCoreApplication::translate("Store", "A page of the file is damaged: %1").arg(line));
    }
}

void checkCube(Database& db, const StoredDataset& stored, qint64 salt, Progress& progress, double from, double share,
               QStringList& problems) {
    noting(problems, [&] { loadPlaces(db, stored); });
    noting(problems, [&] { loadMonths(db, stored); });
    std::vector<MonthKey> months;
    Statement rows(db, "SELECT month FROM month WHERE dataset=?1 ORDER BY month");
    rows.bind(1, stored.rowId());
    while (rows.step()) months.push_back(static_cast<MonthKey>(rows.integer(0)));
    const CubeReader reader(db, stored, salt);
    const auto poll = [&progress] {
        if (progress.isCancelled()) fail(ErrorCode::Cancelled, QCoreApplication::translate("Store", "Stopped. Nothing was changed."));
    };
    qint64 slabs = 0;
    for (std::size_t i = 0; i < months.size(); ++i) {
        noting(problems, [&] {
            const auto row = findMonth(db, stored, months[i]);
            if (!row) return;
            slabs += row->slabs;
            reader.checkMonth(*row, static_cast<int>(stored.dataset.measures.size()), static_cast<int>(stored.dataset.scheme.groups.size()),
                              poll);
        });
        progress.set(from + share * static_cast<double>(i + 1) / static_cast<double>(months.size()));
    }
    Statement count(db, "SELECT count(*) FROM slab WHERE key >= ?1 << 48 AND key < (?1 + 1) << 48");
    count.bind(1, stored.rowId());
    if (count.step() && count.integer(0) != slabs && problems.isEmpty()) {
        problems.append(QCoreApplication::translate("Store", "“%1” has stored numbers that belong to no month.").arg(stored.dataset.id));
    }
}
}  // namespace

QStringList verifyDatabase(Database& db, qint64 salt, Progress& progress) {
    QStringList problems;
    const Interruptible interruptible(db, progress);
    noting(problems, [&] { checkPages(db, problems); });
    progress.set(kPagesShare);
    std::vector<QString> names;
    noting(problems, [&] {
        Statement rows(db, "SELECT name FROM dataset ORDER BY id");
        while (rows.step()) names.push_back(rows.text(0));
    });
    const double share = (1.0 - kPagesShare) / static_cast<double>(std::max<std::size_t>(1, names.size()));
    for (std::size_t i = 0; i < names.size(); ++i) {
        noting(problems, [&] {
            const StoredDataset stored = requireDataset(db, names[i]);
            if (stored.dataset.kind == DatasetKind::Layer) {
                loadFeatures(db, stored);
            } else {
                checkCube(db, stored, salt, progress, kPagesShare + share * static_cast<double>(i), share, problems);
            }
        });
    }
    noting(problems, [&] { problems += verifyRuns(db, salt); });
    progress.set(1.0);
    return problems;
}

}  // namespace mudeung::store
