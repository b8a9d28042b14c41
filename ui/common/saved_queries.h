// SPDX-License-Identifier: GPL-3.0-or-later
// Questions that people gave a name, kept in the workspace that they are about. Called on worker threads.
#pragma once

#include <QJsonArray>
#include <QVector>
#include <optional>

#include "core/model/query.h"
#include "core/store/workspace.h"

namespace mudeung {

struct SavedQuery {
    QString name;
    Query query;
};

/// In the order of their names. Entries that this version cannot read are left out here and left alone by the others.
Result<QVector<SavedQuery>> readSavedQueries(const Workspace& workspace);
/// Replaces the question of the same name.
Status saveQuery(Workspace& workspace, const SavedQuery& saved);
Status forgetQuery(Workspace& workspace, const QString& name);

}  // namespace mudeung
