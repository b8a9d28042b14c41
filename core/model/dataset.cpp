// SPDX-License-Identifier: GPL-3.0-or-later
// Descriptions of datasets as JSON.
#include "core/model/dataset.h"

#include <QCoreApplication>
#include <QJsonArray>

#include "core/base/json_number.h"

namespace mudeung {

namespace {

QJsonObject measureToJson(const Measure& m) {
    return {{"id", m.id},
            {"name", m.name},
            {"nameKo", m.nameKo},
            {"unit", m.unit},
            {"unitKo", m.unitKo},
            {"aggregation", m.aggregation == Aggregation::Sum ? "sum" : "mean"},
            {"decimals", m.decimals},
            {"extensive", m.extensive}};
}

Measure measureFromJson(const QJsonObject& o) {
    Measure m;
    m.id = o["id"].toString();
    m.name = o["name"].toString();
    m.nameKo = o["nameKo"].toString();
    m.unit = o["unit"].toString();
    m.unitKo = o["unitKo"].toString();
    m.aggregation = o["aggregation"].toString() == QLatin1String("mean") ? Aggregation::Mean : Aggregation::Sum;
    m.decimals = o["decimals"].toInt();
    m.extensive = o["extensive"].toBool();
    return m;
}

QJsonObject schemeToJson(const GroupScheme& scheme) {
    QJsonArray groups;
    for (const Group& g : scheme.groups)
        groups.append(QJsonObject{{"code", g.code}, {"name", g.name}, {"nameKo", g.nameKo}, {"ageFrom", g.ageFrom}, {"ageTo", g.ageTo}});
    return {{"id", scheme.id}, {"groups", groups}};
}

GroupScheme schemeFromJson(const QJsonObject& o) {
    GroupScheme scheme;
    scheme.id = o["id"].toString();
    for (const auto& v : o["groups"].toArray()) {
        const QJsonObject g = v.toObject();
        scheme.groups.append(
            {g["code"].toString(), g["name"].toString(), g["nameKo"].toString(), g["ageFrom"].toInt(-1), g["ageTo"].toInt(-1)});
    }
    return scheme;
}

Error badField(const QString& field) {
    return {
        ErrorCode::Corrupt,
        QCoreApplication::translate("Model", "The description of a dataset cannot be read: the field “%1” is missing or wrong.").arg(field),
        {}};
}

}  // namespace

QString timeStepName(TimeStep step) {
    switch (step) {
        case TimeStep::Year:
            return QCoreApplication::translate("Model", "year");
        case TimeStep::Month:
            return QCoreApplication::translate("Model", "month");
        case TimeStep::Day:
            break;
    }
    return QCoreApplication::translate("Model", "day");
}

QString placeKindName(const PlaceKind& kind) {
    if (kind == QLatin1String("bus_stop")) return QCoreApplication::translate("Model", "bus stop");
    if (kind == QLatin1String("station")) return QCoreApplication::translate("Model", "station");
    if (kind == QLatin1String("dong")) return QCoreApplication::translate("Model", "dong");
    if (kind == QLatin1String("district")) return QCoreApplication::translate("Model", "district");
    if (kind == QLatin1String("province")) return QCoreApplication::translate("Model", "province");
    if (kind == QLatin1String("facility")) return QCoreApplication::translate("Model", "facility");
    if (kind == QLatin1String("air_station")) return QCoreApplication::translate("Model", "air-quality station");
    return kind;
}

QString timeStepId(TimeStep step) {
    switch (step) {
        case TimeStep::Year:
            return QStringLiteral("year");
        case TimeStep::Month:
            return QStringLiteral("month");
        case TimeStep::Day:
            break;
    }
    return QStringLiteral("day");
}

std::optional<TimeStep> timeStepFromId(const QString& id) {
    for (const TimeStep step : {TimeStep::Year, TimeStep::Month, TimeStep::Day})
        if (timeStepId(step) == id) return step;
    return std::nullopt;
}

int Dataset::measureIndex(const QString& wanted) const {
    if (wanted.isEmpty()) return measures.isEmpty() ? -1 : 0;
    for (int i = 0; i < static_cast<int>(measures.size()); ++i)
        if (measures[i].id == wanted) return i;
    return -1;
}

QJsonObject Dataset::toJson() const {
    QJsonObject o{
        {"id", id},           {"title", title},         {"titleKo", titleKo}, {"kind", kind == DatasetKind::Cube ? "cube" : "layer"},
        {"profile", profile}, {"placeKind", placeKind}, {"source", source},   {"sourceKo", sourceKo},
        {"sample", sample}};
    if (kind == DatasetKind::Layer) {
        o["geometryType"] = geometryType;
        o["featureCount"] = featureCount;
        return o;
    }
    QJsonArray list;
    for (const Measure& m : measures) list.append(measureToJson(m));
    o["timeStep"] = timeStepId(timeStep);
    o["firstHour"] = firstHour;
    o["hourCount"] = hourCount;
    o["measures"] = list;
    o["scheme"] = schemeToJson(scheme);
    o["period"] = period.toString();
    o["placeCount"] = placeCount;
    return o;
}

Result<Dataset> Dataset::fromJson(const QJsonObject& o) {
    Dataset d;
    d.id = o["id"].toString();
    if (d.id.isEmpty()) return badField(QStringLiteral("id"));
    const QString kind = o["kind"].toString();
    if (kind != QLatin1String("cube") && kind != QLatin1String("layer")) return badField(QStringLiteral("kind"));
    d.kind = kind == QLatin1String("cube") ? DatasetKind::Cube : DatasetKind::Layer;
    d.title = o["title"].toString();
    d.titleKo = o["titleKo"].toString();
    d.profile = o["profile"].toString();
    d.placeKind = o["placeKind"].toString();
    d.source = o["source"].toString();
    d.sourceKo = o["sourceKo"].toString();
    d.sample = o["sample"].toBool();
    if (d.kind == DatasetKind::Layer) {
        d.geometryType = o["geometryType"].toString();
        const auto features = wholeNumber(o["featureCount"]);
        if (!features || *features < 0) return badField(QStringLiteral("featureCount"));
        d.featureCount = *features;
        return d;
    }
    const auto step = timeStepFromId(o["timeStep"].toString());
    if (!step) return badField(QStringLiteral("timeStep"));
    d.timeStep = *step;
    d.firstHour = o["firstHour"].toInt();
    d.hourCount = o["hourCount"].toInt();
    if (d.firstHour < 0 || d.hourCount < 0 || d.hourCount > kMaxHours || d.firstHour > kMaxHours - d.hourCount)
        return badField(QStringLiteral("hourCount"));
    for (const auto& v : o["measures"].toArray()) d.measures.append(measureFromJson(v.toObject()));
    if (d.measures.isEmpty()) return badField(QStringLiteral("measures"));
    for (const Measure& m : d.measures)
        if (m.decimals < 0 || m.decimals > 6) return badField(QStringLiteral("decimals"));
    d.scheme = schemeFromJson(o["scheme"].toObject());
    const auto period = Period::parse(o["period"].toString());
    if (!period) return badField(QStringLiteral("period"));
    d.period = *period;
    const auto places = wholeNumber(o["placeCount"]);
    if (!places || *places < 0) return badField(QStringLiteral("placeCount"));
    d.placeCount = *places;
    return d;
}

}  // namespace mudeung
