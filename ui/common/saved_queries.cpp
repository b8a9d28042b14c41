// SPDX-License-Identifier: GPL-3.0-or-later
// One setting of the workspace holds them all, as JSON: [{"name": …, "query": {…}}, …].
#include "ui/common/saved_queries.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <algorithm>

namespace mudeung {

namespace {

QString key() {
    return QStringLiteral("saved-queries");
}

Result<QJsonArray> readAll(const Workspace& workspace) {
    const auto text = workspace.setting(key());
    if (!text) return text.error();
    if (text->isEmpty()) return QJsonArray();
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(text->toUtf8(), &parsing);
    if (parsing.error == QJsonParseError::NoError && document.isArray()) return document.array();
    return Error{ErrorCode::Corrupt, QCoreApplication::translate("Ui", "The saved questions of this workspace cannot be read."),
                 parsing.errorString()};
}

Status writeAll(Workspace& workspace, const QJsonArray& all) {
    return workspace.setSetting(key(), QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact)));
}

QJsonArray without(const QJsonArray& all, const QString& name) {
    QJsonArray rest;
    for (const QJsonValue entry : all)
        if (entry.toObject().value(QLatin1String("name")).toString() != name) rest.append(entry);
    return rest;
}

}  // namespace

Result<QVector<SavedQuery>> readSavedQueries(const Workspace& workspace) {
    const auto all = readAll(workspace);
    if (!all) return all.error();
    QVector<SavedQuery> out;
    for (const QJsonValue entry : *all) {
        const QJsonObject o = entry.toObject();
        const auto query = Query::fromJson(o.value(QLatin1String("query")).toObject());
        if (query) out.append({o.value(QLatin1String("name")).toString(), *query});
    }
    std::sort(out.begin(), out.end(), [](const SavedQuery& a, const SavedQuery& b) { return a.name.localeAwareCompare(b.name) < 0; });
    return out;
}

Status saveQuery(Workspace& workspace, const SavedQuery& saved) {
    const auto all = readAll(workspace);
    if (!all) return all.error();
    QJsonArray next = without(*all, saved.name);
    next.append(QJsonObject{{QStringLiteral("name"), saved.name}, {QStringLiteral("query"), saved.query.toJson()}});
    return writeAll(workspace, next);
}

Status forgetQuery(Workspace& workspace, const QString& name) {
    const auto all = readAll(workspace);
    if (!all) return all.error();
    return writeAll(workspace, without(*all, name));
}

}  // namespace mudeung
