// SPDX-License-Identifier: GPL-3.0-or-later
// The analysis of a receipt, carried out again.
#include "core/runs/verify_run.h"

#include <QCoreApplication>

namespace mudeung {

namespace {

void differsBecause(Verification& found, const QString& why) {
    found.equal = false;
    found.changes << why;
}

}  // namespace

Result<Verification> verifyOutput(QueryEngine& engine, const Receipt& receipt, Progress& progress) {
    auto found = verifyReceipt(engine, receipt, progress);
    if (!found || receipt.analysis.isEmpty()) return found;
    const QString id = receipt.analysis.value(QStringLiteral("id")).toString();
    const AnalysisInfo* info = findAnalysis(id);
    if (!info) {
        differsBecause(*found, QCoreApplication::translate("Runs", "This program does not have the analysis “%1”.").arg(id));
        return found;
    }
    const auto run = carryOut(engine, *info, receipt.query, receipt.analysis.value(QStringLiteral("parameters")).toObject(), progress);
    if (!run) {
        if (run.error().code != ErrorCode::Usage && run.error().code != ErrorCode::NotFound) return run.error();
        differsBecause(*found,
                       QCoreApplication::translate("Runs", "The analysis can no longer be carried out: %1").arg(run.error().message));
        return found;
    }
    if (run->digest == receipt.analysis.value(QStringLiteral("digest")).toString()) return found;
    const int algorithm = receipt.analysis.value(QStringLiteral("algorithm")).toInt();
    differsBecause(*found,
                   algorithm == info->version
                       ? QCoreApplication::translate("Runs", "The analysis gives a different result on the current numbers.")
                       : QCoreApplication::translate("Runs", "The analysis gives another result; its method changed (version %1, now %2).")
                             .arg(algorithm)
                             .arg(info->version));
    return found;
}

}  // namespace mudeung
