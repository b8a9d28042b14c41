// SPDX-License-Identifier: GPL-3.0-or-later
// A dataset's description as the JSON text of its row. The stored form: it may not change with the form shown to people.
#pragma once

#include <QByteArray>

#include "core/model/dataset.h"

namespace mudeung::store {

/// Everything but row id, id, kind and counts, which are columns.
QString describeDataset(const Dataset& dataset);
/// False when the text is not such a description.
bool parseDataset(const QString& text, Dataset& dataset);

QString jsonText(const QJsonObject& object);
QJsonObject jsonObject(const QString& text);

}  // namespace mudeung::store
