// SPDX-License-Identifier: GPL-3.0-or-later
// Rows → cube: the fast loop. Adds up duplicates, keeps rejected rows with reasons, refuses negative counts. Knows no workspace.
#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/import/built_cube.h"
#include "core/import/clean.h"
#include "core/import/mapping.h"
#include "core/import/quality_report.h"

namespace mudeung {

/// Everything a build counts beside the data.
struct BuildCounts {
    qint64 rowsRead = 0;
    qint64 rowsKept = 0;
    qint64 rowsRejected = 0;
    qint64 rowsSkipped = 0;
    qint64 duplicates = 0;
    qint64 blankCodes = 0;
    qint64 suppressed = 0;
    qint64 wrongTotals = 0;  ///< rows whose own total column differs from the sum of their hours
    qint64 firstWrongTotalLine = 0;
    QVector<RejectedRow> rejected;
    QByteArray rejectsCsv;  ///< "line,field,value,reason" of the first 10,000
    QStringList warnings;

    void reject(qint64 line, const QString& field, std::string_view value, const QString& reason);
};

/// How often a plausibility check held.
struct CheckCount {
    qint64 good = 0;
    qint64 all = 0;
};

struct YearSource {
    int year = 0;  ///< for layouts without a year
    FileDate fileDate;
};

class CubeBuilder {
public:
    /// `limits` say how much memory the cells may take before they are compressed, and where the rest goes. Places get the index that
    /// they have in `known`, the others follow: then the workspace takes the compressed cells as they are.
    CubeBuilder(const Profile& profile, const Mapping& mapping, bool shortRowsAreDamage, const YearSource& year,
                const MonthUnits::Limits& limits, const std::vector<Place>& known = {});
    ~CubeBuilder();

    /// Takes one data row. Fails only when the whole file must be refused.
    Status add(Row& row);
    /// The finished cube; the builder is empty afterwards. Sums read from the rows lie in `sumsRead` [measure × groups + group].
    Result<std::unique_ptr<BuiltCube>> finish(const Dataset& dataset);

    const BuildCounts& counts() const;
    const std::vector<CheckCount>& checks() const;  ///< parallel to Profile::checks
    const std::vector<std::int64_t>& sumsRead() const;
    const QStringList& notes() const;  ///< places with several names and the like

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace mudeung
