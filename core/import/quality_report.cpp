// SPDX-License-Identifier: GPL-3.0-or-later
// The quality report as JSON and back. Large integers travel as text, so that no reader rounds them.
#include "core/import/quality_report.h"

#include <QJsonArray>

#include "core/base/json_number.h"

namespace mudeung {

namespace {

QJsonValue big(std::int64_t v) {
    return QString::number(v);
}

std::int64_t big(const QJsonValue& v) {
    return v.isString() ? v.toString().toLongLong() : wholeNumber(v).value_or(0);
}

QStringList texts(const QJsonValue& v) {
    QStringList out;
    for (const QJsonValue t : v.toArray()) out.append(t.toString());
    return out;
}

}  // namespace

QJsonObject QualityReport::toJson() const {
    QJsonArray rejectedRows;
    for (const RejectedRow& r : rejected) {
        rejectedRows.append(QJsonObject{{"line", r.line}, {"field", r.field}, {"value", r.value}, {"reason", r.reason}});
    }
    QJsonArray sumRows;
    for (const SumCheck& s : sums) {
        sumRows.append(QJsonObject{{"measure", s.measure},
                                   {"group", s.group},
                                   {"read", s.read},
                                   {"stored", s.stored},
                                   {"workspaceBefore", s.workspaceBefore},
                                   {"measureName", s.measureName},
                                   {"groupName", s.groupName}});
    }
    return {{"file", file},
            {"sha256", sha256},
            {"bytes", bytes},
            {"container", container},
            {"encoding", encoding},
            {"encodingReason", encodingReason},
            {"profile", profile},
            {"profileTitle", profileTitle},
            {"profileScore", profileScore},
            {"profileReason", profileReason},
            {"dataset", dataset},
            {"crs", crs},
            {"crsReason", crsReason},
            {"period", periodText},
            {"importedAt", importedAt},
            {"seconds", seconds},
            {"rowsRead", rowsRead},
            {"rowsKept", rowsKept},
            {"rowsRejected", rowsRejected},
            {"rowsSkipped", rowsSkipped},
            {"duplicates", duplicates},
            {"blankCodes", blankCodes},
            {"rejected", rejectedRows},
            {"datesMissing", QJsonArray::fromStringList(datesMissing)},
            {"datesMissingCount", datesMissingCount},
            {"sums", sumRows},
            {"placesTotal", placesTotal},
            {"placesWithoutCoordinates", placesWithoutCoordinates},
            {"unlocatedMeasure", unlocatedMeasure},
            {"unlocatedSum", big(unlocatedSum)},
            {"totalSum", big(totalSum)},
            {"unknownCodes", QJsonArray::fromStringList(unknownCodes)},
            {"suspicious", QJsonArray::fromStringList(suspicious)},
            {"warnings", QJsonArray::fromStringList(warnings)},
            {"noop", noop}};
}

QualityReport QualityReport::fromJson(const QJsonObject& o) {
    const auto number = [&](const char* key) { return wholeNumber(o.value(QLatin1String(key))).value_or(0); };
    const auto text = [&](const char* key) { return o.value(QLatin1String(key)).toString(); };
    QualityReport r;
    r.file = text("file");
    r.sha256 = text("sha256");
    r.bytes = number("bytes");
    r.container = text("container");
    r.encoding = text("encoding");
    r.encodingReason = text("encodingReason");
    r.profile = text("profile");
    r.profileTitle = text("profileTitle");
    r.profileScore = o.value("profileScore").toDouble();
    r.profileReason = text("profileReason");
    r.dataset = text("dataset");
    r.crs = text("crs");
    r.crsReason = text("crsReason");
    r.periodText = text("period");
    r.importedAt = text("importedAt");
    r.seconds = o.value("seconds").toDouble();
    r.rowsRead = number("rowsRead");
    r.rowsKept = number("rowsKept");
    r.rowsRejected = number("rowsRejected");
    r.rowsSkipped = number("rowsSkipped");
    r.duplicates = number("duplicates");
    r.blankCodes = number("blankCodes");
    for (const QJsonValue v : o.value("rejected").toArray()) {
        const QJsonObject row = v.toObject();
        r.rejected.append({wholeNumber(row.value("line")).value_or(0), row.value("field").toString(), row.value("value").toString(),
                           row.value("reason").toString()});
    }
    r.datesMissing = texts(o.value("datesMissing"));
    r.datesMissingCount = number("datesMissingCount");
    for (const QJsonValue v : o.value("sums").toArray()) {
        const QJsonObject s = v.toObject();
        r.sums.append({s.value("measure").toString(), s.value("group").toString(), s.value("read").toString(), s.value("stored").toString(),
                       s.value("workspaceBefore").toString(), s.value("measureName").toString(), s.value("groupName").toString()});
    }
    r.placesTotal = number("placesTotal");
    r.placesWithoutCoordinates = number("placesWithoutCoordinates");
    r.unlocatedMeasure = text("unlocatedMeasure");
    r.unlocatedSum = big(o.value("unlocatedSum"));
    r.totalSum = big(o.value("totalSum"));
    r.unknownCodes = texts(o.value("unknownCodes"));
    r.suspicious = texts(o.value("suspicious"));
    r.warnings = texts(o.value("warnings"));
    r.noop = o.value("noop").toBool();
    return r;
}

}  // namespace mudeung
