// SPDX-License-Identifier: GPL-3.0-or-later
// Binding of a profile to column names, and the reading of wide column names ("05시-06시 승차인원").
#include "core/import/mapping.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/import/clean.h"

namespace mudeung {

namespace {

int findColumn(const QStringList& names, const QStringList& keys, const QVector<bool>& taken) {
    for (const QString& name : names) {
        if (name.startsWith('#')) {
            const int at = name.mid(1).toInt() - 1;
            if (at >= 0 && at < keys.size() && keys[at].isEmpty()) return at;
            continue;
        }
        const bool isPattern = name.startsWith("re:");
        const QRegularExpression re(isPattern ? name.mid(3) : QString(), QRegularExpression::CaseInsensitiveOption);
        const QString key = isPattern ? QString() : normalised(name);
        for (int c = 0; c < keys.size(); ++c) {
            if (taken[c] || keys[c].isEmpty()) continue;
            if (isPattern ? re.match(keys[c]).hasMatch() : keys[c] == key) return c;
        }
    }
    return -1;
}

int toInt(const QString& text) {
    return text.isEmpty() ? 0 : text.toInt();
}

/// A group made from a column name: "20~24세", "100세이상", "7세". Null code when the text is no age.
Group ageGroup(const QString& text) {
    static const QRegularExpression band("^(\\d+)[~\\-](\\d+)세?$");
    static const QRegularExpression open("^(\\d+)세이상$");
    static const QRegularExpression single("^(\\d+)세$");
    const QString t = normalised(text);
    if (const auto m = band.match(t); m.hasMatch()) {
        const QString a = m.captured(1);
        const QString b = m.captured(2);
        return {a + '-' + b, a + QStringLiteral("–") + b, a + '~' + b + QStringLiteral("세"), a.toInt(), b.toInt()};
    }
    if (const auto m = open.match(t); m.hasMatch()) {
        const QString a = m.captured(1);
        return {a + '+', a + '+', a + QStringLiteral("세 이상"), a.toInt(), -1};
    }
    if (const auto m = single.match(t); m.hasMatch()) {
        const QString a = m.captured(1);
        return {a, a, a + QStringLiteral("세"), a.toInt(), a.toInt()};
    }
    return {};
}

enum class WideFit { No, LeftOut, Yes };

bool readHour(const QRegularExpressionMatch& m, const Profile& p, ValueColumn& v) {
    int hour = -1;
    if (!m.captured("hour").isEmpty()) {
        hour = m.captured("hour").toInt();
    } else if (!m.captured("before").isEmpty()) {
        hour = m.captured("before").toInt() - 1;
    } else if (!m.captured("after").isEmpty()) {
        hour = m.captured("after").toInt();
    } else {
        return true;
    }
    if (hour < p.firstHour) hour += 24;  // 00–03 belong to the service day before
    if (hour < p.firstHour || hour >= p.firstHour + p.hourCount) return false;
    v.hour = hour;
    return true;
}

bool readDate(const QRegularExpressionMatch& m, const Profile& p, ValueColumn& v) {
    const QString date = m.captured("date");
    if (!date.isEmpty()) {
        const auto parts = parseDate(date.toStdString());
        if (!parts || (p.timeStep == TimeStep::Day && parts->day == 0)) return false;
        v.year = parts->year;
        v.month = parts->month;
        v.day = parts->day;
        return true;
    }
    v.year = toInt(m.captured("year"));
    v.month = toInt(m.captured("month"));
    v.day = toInt(m.captured("day"));
    return v.year == 0 || (v.year > 1900 && v.year < 2101 && v.month < 13 && v.day < 32);
}

WideFit readGroup(const QRegularExpressionMatch& m, const WidePattern& w, const Profile& p, Mapping& mapping, ValueColumn& v) {
    const QString text = m.captured("group").isEmpty() ? w.group : m.captured("group");
    if (text.isEmpty()) return WideFit::Yes;
    if (p.groupsFromColumns) {
        const Group g = ageGroup(text);
        if (g.code.isEmpty()) return WideFit::No;
        v.group = mapping.scheme.indexOf(g.code);
        if (v.group < 0) {
            v.group = static_cast<int>(mapping.scheme.groups.size());
            mapping.scheme.groups.append(g);
        }
        return WideFit::Yes;
    }
    const auto found = p.groupValues.constFind(normalised(text));
    if (found == p.groupValues.constEnd()) return WideFit::No;
    v.group = *found;
    return *found < 0 ? WideFit::LeftOut : WideFit::Yes;
}

WideFit readWide(const QString& name, const WidePattern& w, const Profile& p, Mapping& mapping, ValueColumn& v) {
    const QRegularExpressionMatch m = w.pattern.match(name);
    if (!m.hasMatch() || !readHour(m, p, v) || !readDate(m, p, v)) return WideFit::No;
    const QString measure = m.captured("measure").isEmpty() ? w.measure : m.captured("measure");
    if (!measure.isEmpty()) {
        const auto found = p.measureValues.constFind(normalised(measure));
        if (found == p.measureValues.constEnd()) return WideFit::No;
        v.measure = *found;
        if (*found < 0) return WideFit::LeftOut;
    }
    return readGroup(m, w, p, mapping, v);
}

void bindWide(const Profile& p, const QStringList& keys, QVector<bool>& taken, Mapping& mapping) {
    for (const WidePattern& w : p.wide) {
        const std::size_t before = mapping.values.size();
        for (int c = 0; c < keys.size(); ++c) {
            if (taken[c] || keys[c].isEmpty()) continue;
            ValueColumn v;
            v.column = c;
            const WideFit fit = readWide(keys[c], w, p, mapping, v);
            if (fit == WideFit::No) continue;
            ++mapping.explained;
            if (fit == WideFit::Yes) {
                mapping.values.push_back(v);
                taken[c] = true;
            }
        }
        if (mapping.values.size() > before) break;  // the patterns are alternatives, best first
    }
    if (mapping.values.empty()) {
        mapping.missing.append(p.hasHours && p.timeFrom != TimeFrom::Columns ? QCoreApplication::translate("Import", "hour columns")
                                                                             : QCoreApplication::translate("Import", "columns of values"));
    }
}

void choosePlace(const Profile& p, Mapping& mapping) {
    for (int i = 0; i < p.placeChoices.size(); ++i) {
        const PlaceChoice& choice = p.placeChoices[i];
        const bool all = std::all_of(choice.fields.begin(), choice.fields.end(), [&](const QString& f) { return mapping.column(f) >= 0; });
        if (!all) continue;
        mapping.placeChoice = i;
        if (!choice.warning.isEmpty()) mapping.warnings.append(choice.warning);
        return;
    }
    QStringList names;
    for (const QString& f : p.placeChoices.last().fields) {
        if (mapping.column(f) < 0 && p.field(f) != nullptr) names.append(p.field(f)->names.value(0));
    }
    for (const QString& n : names) {
        if (!mapping.missing.contains(n)) mapping.missing.append(n);
    }
}

void bindLongValues(const Profile& p, Mapping& mapping) {
    for (int m = 0; m < p.measures.size(); ++m) {
        const int c = mapping.column(p.valueFields.value(p.measures[m].id));
        if (c >= 0) mapping.values.push_back({c, m, -1, -1, 0, 0, 0});
    }
    const int value = mapping.column("value");
    if (value >= 0 && mapping.values.empty()) {
        mapping.values.push_back({value, p.measures.size() == 1 ? 0 : -1, -1, -1, 0, 0, 0});
    }
    if (mapping.values.empty()) mapping.missing.append(QCoreApplication::translate("Import", "a column of values"));
}

void checkRowWise(const Profile& p, Mapping& mapping) {
    const bool rowMeasure = mapping.column("measure") >= 0;
    const bool rowGroup = mapping.column("group") >= 0;
    const bool split =
        rowGroup || std::any_of(mapping.values.begin(), mapping.values.end(), [](const ValueColumn& v) { return v.group >= 0; });
    const bool unnamed = mapping.scheme.groups.isEmpty();  // they are made from the columns, and none names any
    if (unnamed || (!split && mapping.scheme.groups.size() > 1)) {
        mapping.scheme = {"none", {{"all", "all", QStringLiteral("전체"), -1, -1}}};  // a sibling without the split
    }
    for (ValueColumn& v : mapping.values) {
        if (v.measure < 0 && !rowMeasure) v.measure = p.measures.size() == 1 ? 0 : -2;
        if (v.group < 0 && !rowGroup) v.group = 0;
        if (v.measure == -2 && !mapping.missing.contains(QCoreApplication::translate("Import", "a column that says what is counted"))) {
            mapping.missing.append(QCoreApplication::translate("Import", "a column that says what is counted"));
        }
    }
}

}  // namespace

HeadRow HeadRow::copyOf(const Row& row) {
    HeadRow h;
    h.line = row.line;
    h.wkb = std::string(row.wkb);
    h.damagedQuotes = row.damagedQuotes;
    h.cells.reserve(row.cells.size());
    for (auto cell : row.cells) h.cells.emplace_back(cell);
    return h;
}

void HeadRow::viewInto(Row& row) const {
    row.line = line;
    row.wkb = wkb;
    row.damagedQuotes = damagedQuotes;
    row.cells.assign(cells.begin(), cells.end());
}

bool HeadRow::isBlank() const {
    return wkb.empty() && std::all_of(cells.begin(), cells.end(), [](const std::string& c) { return trimmed(c).empty(); });
}

QStringList headerNames(const std::vector<HeadRow>& head, int row, int headerRows) {
    QStringList out;
    const auto at = static_cast<std::size_t>(row);
    if (at + static_cast<std::size_t>(headerRows) > head.size()) return out;
    for (const std::string& cell : head[at].cells) out.append(toText(trimmed(cell)));
    if (headerRows == 2) {
        const auto& below = head[at + 1].cells;
        while (out.size() < static_cast<int>(below.size())) out.append(QString());
        QString carried;
        for (int c = 0; c < out.size(); ++c) {
            if (!out[c].isEmpty()) carried = out[c];
            const QString lower = c < static_cast<int>(below.size()) ? toText(trimmed(below[static_cast<std::size_t>(c)])) : QString();
            if (!lower.isEmpty()) out[c] = carried + '|' + lower;
        }
    }
    while (!out.isEmpty() && out.last().isEmpty()) out.removeLast();
    return out;
}

Mapping bindProfile(const Profile& p, const QStringList& columns, const QHash<QString, QString>& chosen) {
    Mapping mapping;
    mapping.headerRows = p.headerRows;
    mapping.columns = columns;
    mapping.scheme = p.scheme;
    QStringList keys;
    for (const QString& c : columns) keys.append(normalised(c));
    QVector<bool> taken(static_cast<int>(keys.size()), false);
    for (const ProfileField& f : p.fields) {
        int c = -1;
        if (chosen.contains(f.id)) c = findColumn({chosen.value(f.id)}, keys, QVector<bool>(static_cast<int>(keys.size()), false));
        if (c < 0) c = findColumn(f.names, keys, taken);
        if (c >= 0) {
            mapping.fieldColumn.insert(f.id, c);
            taken[c] = true;
            ++mapping.explained;
        } else if (f.required) {
            QString shown = f.names.first();
            mapping.missing.append(shown.startsWith("re:") ? f.id : shown);
        }
    }
    if (p.kind == DatasetKind::Layer) return mapping;
    choosePlace(p, mapping);
    if (p.wideRequired) {
        bindWide(p, keys, taken, mapping);
    } else {
        bindLongValues(p, mapping);
    }
    checkRowWise(p, mapping);
    return mapping;
}

}  // namespace mudeung
