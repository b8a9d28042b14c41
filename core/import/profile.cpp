// SPDX-License-Identifier: GPL-3.0-or-later
// JSON → Profile, and the profiles compiled into the program. Knows no files of users.
#include "core/import/profile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "core/base/language.h"
#include "core/import/clean.h"

static void initProfileResources() {
    Q_INIT_RESOURCE(mudeung_resources);
}

namespace mudeung {

namespace {

constexpr int kOldest = 150;  ///< years of age
constexpr int kMostHeaderRows = 10;

/// Collects the first problem, so that the reading functions stay short.
struct Reader {
    QString problem;

    void fail(const QString& key, const QString& why) {
        if (problem.isEmpty()) problem = QStringLiteral("%1: %2").arg(key, why);
    }
    QRegularExpression pattern(const QJsonValue& value, const QString& key) {
        if (!value.isString() || value.toString().isEmpty()) return {};
        const QRegularExpression re(value.toString(),
                                    QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
        if (!re.isValid()) fail(key, re.errorString());
        return re;
    }
    static QStringList texts(const QJsonValue& value) {
        if (value.isString()) return {value.toString()};
        QStringList out;
        for (const QJsonValue v : value.toArray()) out.append(v.toString());
        return out;
    }
};

void readMeasures(Reader& r, const QJsonArray& list, Profile& p) {
    for (const QJsonValue v : list) {
        const QJsonObject o = v.toObject();
        Measure m;
        m.id = o.value("id").toString();
        m.name = o.value("name").toString();
        m.nameKo = o.value("nameKo").toString();
        m.unit = o.value("unit").toString();
        m.unitKo = o.value("unitKo").toString();
        m.decimals = o.value("decimals").toInt();
        m.extensive = o.value("extensive").toBool();
        const QString aggregation = o.value("aggregation").toString("sum");
        if (aggregation != "sum" && aggregation != "mean") r.fail("measures.aggregation", aggregation);
        m.aggregation = aggregation == "mean" ? Aggregation::Mean : Aggregation::Sum;
        if (m.id.isEmpty() || m.name.isEmpty() || m.decimals < 0 || m.decimals > 6) r.fail("measures", m.id);
        const int index = static_cast<int>(p.measures.size());
        p.measureValues.insert(normalised(m.id), index);
        for (const QString& text : Reader::texts(o.value("values"))) p.measureValues.insert(normalised(text), index);
        if (o.contains("field")) p.valueFields.insert(m.id, o.value("field").toString());
        p.measures.append(m);
    }
}

void addSingleYears(Profile& p, int from, int to) {
    for (int age = from; age <= to; ++age) {
        const bool open = age == to;
        const QString n = QString::number(age);
        Group g{open ? n + '+' : n, open ? n + '+' : n, open ? n + QStringLiteral("세 이상") : n + QStringLiteral("세"), age,
                open ? -1 : age};
        p.groupValues.insert(normalised(g.nameKo), static_cast<int>(p.scheme.groups.size()));
        p.scheme.groups.append(g);
    }
}

void readScheme(Reader& r, const QJsonObject& o, Profile& p) {
    p.scheme.id = o.value("id").toString("none");
    p.groupsFromColumns = o.value("fromColumns").toBool();
    if (o.contains("singleYears")) {
        const QJsonArray range = o.value("singleYears").toArray();
        const int youngest = range.at(0).toInt(-1);
        const int oldest = range.at(1).toInt(-1);
        if (youngest < 0 || oldest <= youngest || oldest > kOldest) return r.fail("scheme.singleYears", "not [from, to]");
        addSingleYears(p, youngest, oldest);
    }
    for (const QJsonValue v : o.value("groups").toArray()) {
        const QJsonObject g = v.toObject();
        const Group group{g.value("code").toString(), g.value("name").toString(), g.value("nameKo").toString(),
                          g.value("ageFrom").toInt(-1), g.value("ageTo").toInt(-1)};
        if (group.code.isEmpty()) r.fail("scheme.groups", "code");
        const int index = static_cast<int>(p.scheme.groups.size());
        p.groupValues.insert(normalised(group.code), index);
        for (const QString& text : Reader::texts(g.value("values"))) p.groupValues.insert(normalised(text), index);
        p.scheme.groups.append(group);
    }
    for (const QString& text : Reader::texts(o.value("leaveOut"))) p.groupValues.insert(normalised(text), -1);
    if (p.scheme.groups.isEmpty() && !p.groupsFromColumns) p.scheme.groups.append({"all", "all", QStringLiteral("전체"), -1, -1});
}

void readColumns(Reader& r, const QJsonObject& columns, Profile& p) {
    for (const QString& id : columns.keys()) {
        const QJsonObject o = columns.value(id).toObject();
        ProfileField f{id, Reader::texts(o.value("names")), o.value("required").toBool()};
        if (f.names.isEmpty()) r.fail("columns." + id, "names");
        for (const QString& name : f.names) {
            if (name.startsWith("re:")) r.pattern(name.mid(3), "columns." + id);
        }
        p.fields.append(f);
    }
    std::stable_sort(p.fields.begin(), p.fields.end(),
                     [](const ProfileField& a, const ProfileField& b) { return a.required && !b.required; });
}

void readTime(Reader& r, const QJsonObject& o, Profile& p) {
    static const QHash<QString, TimeFrom> sources{{"date", TimeFrom::Date},
                                                  {"month-day", TimeFrom::MonthDay},
                                                  {"file-year", TimeFrom::FileYear},
                                                  {"columns", TimeFrom::Columns},
                                                  {"file-date", TimeFrom::FileDate}};
    static const QHash<QString, TimeStep> steps{{"year", TimeStep::Year}, {"month", TimeStep::Month}, {"day", TimeStep::Day}};
    const QString from = o.value("from").toString("date");
    const QString step = o.value("step").toString("day");
    if (!sources.contains(from)) r.fail("time.from", from);
    if (!steps.contains(step)) r.fail("time.step", step);
    p.timeFrom = sources.value(from);
    p.timeStep = steps.value(step, TimeStep::Day);
    const QJsonObject hours = o.value("hours").toObject();
    p.hasHours = !hours.isEmpty();
    p.firstHour = hours.value("first").toInt();
    p.hourCount = p.hasHours ? hours.value("count").toInt(24) : 0;
    if (p.firstHour < 0 || p.hourCount < 0 || p.hourCount > kMaxHours || p.firstHour > kMaxHours - p.hourCount)
        r.fail("time.hours", "first + count > 28");
}

void readPlace(Reader& r, const QJsonObject& o, Profile& p) {
    for (const QJsonValue v : o.value("choices").toArray()) {
        const QJsonObject c = v.toObject();
        p.placeChoices.append({Reader::texts(c.value("fields")), c.value("warning").toString(), c.value("warningKo").toString()});
    }
    if (p.placeChoices.isEmpty()) p.placeChoices.append({{"place"}, {}, {}});
    p.placeExtract = r.pattern(o.value("extract"), "place.extract");
    p.nameExtract = r.pattern(o.value("nameExtract"), "place.nameExtract");
    const QJsonObject codes = o.value("codes").toObject();
    for (const QString& text : codes.keys()) p.placeCodes.insert(normalised(text), codes.value(text).toString());
}

void readRules(Reader& r, const QJsonObject& o, Profile& p) {
    for (const QJsonValue v : o.value("skip").toArray()) {
        const QJsonObject s = v.toObject();
        SkipRule rule{s.value("field").toString(), {}, r.pattern(s.value("pattern"), "skip.pattern"), s.value("code").toBool()};
        for (const QString& text : Reader::texts(s.value("values"))) rule.values.append(normalised(text));
        p.skips.append(rule);
    }
    for (const QJsonValue v : o.value("checks").toArray()) {
        const QJsonObject c = v.toObject();
        p.checks.append({c.value("field").toString(), r.pattern(c.value("pattern"), "checks.pattern"), c.value("blankCounts").toBool(),
                         c.value("minShare").toDouble(0.9), c.value("message").toString(), c.value("messageKo").toString()});
    }
}

void readLayer(Reader& r, const QJsonObject& o, Profile& p) {
    for (const QJsonValue v : o.value("code").toArray()) p.codeChoices.append(Reader::texts(v));
    p.aliasFields = Reader::texts(o.value("aliases"));
    p.geometryType = o.value("geometry").toString("point");
    p.nameExtract = r.pattern(o.value("nameExtract"), "nameExtract");
}

void readCube(Reader& r, const QJsonObject& o, Profile& p) {
    readTime(r, o.value("time").toObject(), p);
    readPlace(r, o.value("place").toObject(), p);
    readMeasures(r, o.value("measures").toArray(), p);
    for (const QString& text : Reader::texts(o.value("measuresLeftOut"))) p.measureValues.insert(normalised(text), -1);
    readScheme(r, o.value("scheme").toObject(), p);
    for (const QJsonValue v : o.value("wide").toArray()) {
        const QJsonObject w = v.toObject();
        p.wide.append({r.pattern(w.value("pattern"), "wide.pattern"), w.value("measure").toString(), w.value("group").toString()});
    }
    p.wideRequired = !p.wide.isEmpty();
    p.rowTotalField = o.value("rowTotal").toString();
    p.allowNegative = o.value("allowNegative").toBool();
    if (p.measures.isEmpty()) r.fail("measures", "empty");
}

QVector<Profile> loadProfiles() {
    initProfileResources();
    QVector<Profile> out;
    const QDir folder(QStringLiteral(":/mudeung/profiles"));
    for (const QString& name : folder.entryList({"*.json"}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) continue;
        const auto profile = parseProfile(file.readAll());
        if (profile) {
            out.append(profile.value());
        } else {
            qWarning("profile %s: %s", qPrintable(name), qPrintable(profile.error().message));
        }
    }
    std::sort(out.begin(), out.end(), [](const Profile& a, const Profile& b) { return a.id < b.id; });
    return out;
}

}  // namespace

const ProfileField* Profile::field(const QString& fieldId) const {
    for (const ProfileField& f : fields) {
        if (f.id == fieldId) return &f;
    }
    return nullptr;
}

QString Profile::shownTitle() const {
    return koreanInterface() && !titleKo.isEmpty() ? titleKo : title;
}

Result<Profile> parseProfile(const QByteArray& json) {
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    Reader r;
    Profile p;
    if (parsing.error != QJsonParseError::NoError) r.fail("JSON", parsing.errorString());
    const QJsonObject o = document.object();
    p.id = o.value("id").toString();
    p.title = o.value("title").toString();
    p.titleKo = o.value("titleKo").toString();
    p.source = o.value("source").toString();
    p.sourceKo = o.value("sourceKo").toString();
    p.note = o.value("note").toString();
    p.noteKo = o.value("noteKo").toString();
    p.kind = o.value("kind").toString() == "layer" ? DatasetKind::Layer : DatasetKind::Cube;
    p.dataset = o.value("dataset").toString(p.id);
    p.placeKind = o.value("placeKind").toString();
    if (p.id.isEmpty() || p.title.isEmpty() || p.placeKind.isEmpty()) r.fail("id, title, placeKind", "missing");
    const QJsonObject recognise = o.value("recognise").toObject();
    for (const QString& hint : Reader::texts(recognise.value("files"))) p.fileHints.append(r.pattern(hint, "recognise.files"));
    p.containers = Reader::texts(recognise.value("containers"));
    p.headerRows = o.value("headerRows").toInt(1);
    if (p.headerRows < 1 || p.headerRows > kMostHeaderRows) r.fail("headerRows", "1 to 10");
    p.joinExtra = o.value("joinExtra").toString();
    readColumns(r, o.value("columns").toObject(), p);
    readRules(r, o, p);
    if (p.kind == DatasetKind::Cube) {
        readCube(r, o, p);
    } else {
        readLayer(r, o, p);
    }
    if (!r.problem.isEmpty()) {
        return Error{
            ErrorCode::Internal, QCoreApplication::translate("Import", "The profile “%1” is wrong at %2.").arg(p.id, r.problem), {}};
    }
    return p;
}

const QVector<Profile>& profiles() {
    static const QVector<Profile> all = loadProfiles();
    return all;
}

const Profile* findProfile(const QString& id) {
    for (const Profile& p : profiles()) {
        if (p.id == id) return &p;
    }
    return nullptr;
}

}  // namespace mudeung
