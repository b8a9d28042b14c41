// SPDX-License-Identifier: GPL-3.0-or-later
// Writing and reading the description of a dataset.
#include "core/store/dataset_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace mudeung::store {

namespace {
QJsonObject measureJson(const Measure& m) {
    return {{"id", m.id},
            {"name", m.name},
            {"nameKo", m.nameKo},
            {"unit", m.unit},
            {"unitKo", m.unitKo},
            {"mean", m.aggregation == Aggregation::Mean},
            {"decimals", m.decimals},
            {"extensive", m.extensive}};
}

Measure measureOf(const QJsonObject& o) {
    Measure m;
    m.id = o["id"].toString();
    m.name = o["name"].toString();
    m.nameKo = o["nameKo"].toString();
    m.unit = o["unit"].toString();
    m.unitKo = o["unitKo"].toString();
    m.aggregation = o["mean"].toBool() ? Aggregation::Mean : Aggregation::Sum;
    m.decimals = o["decimals"].toInt();
    m.extensive = o["extensive"].toBool();
    return m;
}

QJsonObject groupJson(const Group& g) {
    return {{"code", g.code}, {"name", g.name}, {"nameKo", g.nameKo}, {"ageFrom", g.ageFrom}, {"ageTo", g.ageTo}};
}

Group groupOf(const QJsonObject& o) {
    return {o["code"].toString(), o["name"].toString(), o["nameKo"].toString(), o["ageFrom"].toInt(-1), o["ageTo"].toInt(-1)};
}
}  // namespace

QString jsonText(const QJsonObject& object) {
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject jsonObject(const QString& text) {
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QString describeDataset(const Dataset& d) {
    QJsonArray measures;
    for (const Measure& m : d.measures) measures.append(measureJson(m));
    QJsonArray groups;
    for (const Group& g : d.scheme.groups) groups.append(groupJson(g));
    return jsonText({{"title", d.title},
                     {"titleKo", d.titleKo},
                     {"profile", d.profile},
                     {"placeKind", d.placeKind},
                     {"source", d.source},
                     {"sourceKo", d.sourceKo},
                     {"sample", d.sample},
                     {"timeStep", static_cast<int>(d.timeStep)},
                     {"firstHour", d.firstHour},
                     {"hourCount", d.hourCount},
                     {"measures", measures},
                     {"scheme", d.scheme.id},
                     {"groups", groups},
                     {"from", d.period.from.toString(Qt::ISODate)},
                     {"to", d.period.to.toString(Qt::ISODate)},
                     {"geometryType", d.geometryType}});
}

bool parseDataset(const QString& text, Dataset& d) {
    const QJsonObject o = jsonObject(text);
    const int step = o["timeStep"].toInt(-1);
    d.title = o["title"].toString();
    d.titleKo = o["titleKo"].toString();
    d.profile = o["profile"].toString();
    d.placeKind = o["placeKind"].toString();
    d.source = o["source"].toString();
    d.sourceKo = o["sourceKo"].toString();
    d.sample = o["sample"].toBool();
    d.timeStep = static_cast<TimeStep>(step);
    d.firstHour = o["firstHour"].toInt();
    d.hourCount = o["hourCount"].toInt();
    const QJsonArray measures = o["measures"].toArray();
    for (const QJsonValue& m : measures) d.measures.append(measureOf(m.toObject()));
    d.scheme.id = o["scheme"].toString();
    const QJsonArray groups = o["groups"].toArray();
    for (const QJsonValue& g : groups) d.scheme.groups.append(groupOf(g.toObject()));
    d.period = {QDate::fromString(o["from"].toString(), Qt::ISODate), QDate::fromString(o["to"].toString(), Qt::ISODate)};
    d.geometryType = o["geometryType"].toString();
    // Hours are shifted into masks, decimals are a number of digits: a damaged description must not get through with others.
    const bool hours = d.firstHour >= 0 && d.hourCount >= 0 && d.hourCount <= kMaxHours && d.firstHour <= kMaxHours - d.hourCount;
    const bool decimals =
        std::all_of(d.measures.begin(), d.measures.end(), [](const Measure& m) { return m.decimals >= 0 && m.decimals <= 6; });
    return step >= 0 && step <= static_cast<int>(TimeStep::Day) && hours && decimals;
}

}  // namespace mudeung::store
