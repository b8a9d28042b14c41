// SPDX-License-Identifier: GPL-3.0-or-later
// Look-ups of the row loop: a hash on the bytes of the cell; Unicode work only for texts not seen before.
#include "core/import/build_lookup.h"

#include <QCoreApplication>

#include "core/base/format.h"
#include "core/import/clean.h"
#include "core/import/coordinates.h"
#include "core/import/match.h"
#include "core/model/place_name.h"

namespace mudeung {

int ClassLookup::resolve(std::string_view cell) {
    const int index = m_values.value(normalised(trimmed(cell)), kUnknown);
    if (m_known.size() < 10'000) m_known.emplace(cell, index);
    return index;
}

bool TextTest::test(std::string_view cell) {
    if (const bool* known = m_known.find(cell)) return *known;
    const bool ok = m_pattern.pattern().isEmpty() ? !cell.empty() : m_pattern.match(toText(cell)).hasMatch();
    if (m_known.size() < 100'000) m_known.emplace(cell, ok);
    return ok;
}

bool SkipLookup::matches(const SkipRule& rule, const QString& text) {
    if (!rule.values.isEmpty() && rule.values.contains(normalised(text))) return true;
    return !rule.pattern.pattern().isEmpty() && rule.pattern.match(text).hasMatch();
}

bool SkipLookup::test(std::string_view cell) {
    if (const bool* known = m_known.find(cell)) return *known;
    const bool skip = matches(m_rule, toText(cell));
    if (m_known.size() < 100'000) m_known.emplace(cell, skip);
    return skip;
}

PlaceLookup::PlaceLookup(const Profile& profile, const Mapping& mapping, const std::vector<Place>& known)
    : m_profile(profile), m_mapping(mapping) {
    for (const Place& place : known) add(place.code);
    for (const QString& field : profile.placeChoices[mapping.placeChoice].fields) m_columns.push_back(mapping.column(field));
    m_nameColumn = mapping.column(QStringLiteral("name"));
    m_lonColumn = mapping.column(QStringLiteral("lon"));
    m_latColumn = mapping.column(QStringLiteral("lat"));
}

int PlaceLookup::findAnew(const Row& row) {
    std::string_view key;
    if (m_columns.size() == 1) {
        key = trimmed(cellOf(row, m_columns.front()));
    } else {
        m_key.clear();
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (i > 0) m_key.push_back('|');
            m_key.append(trimmed(cellOf(row, m_columns[i])));
        }
        key = m_key;
    }
    const int* known = m_known.find(key);
    int place = known != nullptr ? *known : kSkip;
    if (known == nullptr) {
        place = create(key);
        m_known.emplace(key, place);
        if (place >= 0) m_mentioned[static_cast<std::size_t>(place)] = 1;
        if (place >= 0 && m_lonColumn >= 0 && m_latColumn >= 0) {
            const double lon = parseCoordinate(cellOf(row, m_lonColumn));
            const double lat = parseCoordinate(cellOf(row, m_latColumn));
            Place& p = m_places[static_cast<std::size_t>(place)];
            if (insideKorea(lon, lat)) {
                p.lon = lon;
                p.lat = lat;
            }
        }
    }
    if (place >= 0) takeName(place, row);
    return place;
}

int PlaceLookup::create(std::string_view key) {
    QString text = toText(key);
    if (m_columns.size() == 1 && normalised(text) == normalised(m_mapping.columns.value(m_columns.front())) && !text.isEmpty())
        return kSkip;
    const bool blank = std::all_of(key.begin(), key.end(), [](char c) { return c == '|'; });
    if (blank) {
        if (!m_profile.placeExtract.pattern().isEmpty()) return kNoCode;
        if (m_unknown < 0) m_unknown = placeOf(kUnknownPlace);
        return m_unknown;
    }
    if (!m_profile.placeExtract.pattern().isEmpty()) {
        const auto m = m_profile.placeExtract.match(text);
        if (!m.hasMatch()) return kNoCode;
        text = m.captured(1);
    }
    static const QRegularExpression floatId(QStringLiteral("^(\\d+)\\.0+$"));
    if (const auto m = floatId.match(text); m.hasMatch()) text = m.captured(1);
    text = m_profile.placeCodes.value(normalised(text), text).normalized(QString::NormalizationForm_C);
    for (const SkipRule& rule : m_profile.skips) {
        if (rule.afterExtract && SkipLookup::matches(rule, text)) return kSkip;
    }
    return placeOf(text);
}

int PlaceLookup::placeOf(const QString& code) {
    const auto known = m_byCode.constFind(code);
    return known != m_byCode.constEnd() ? *known : add(code);
}

int PlaceLookup::add(const QString& code) {
    const int place = static_cast<int>(m_places.size());
    m_places.push_back({code, {}, kNoCoordinate, kNoCoordinate});
    m_rawNames.emplace_back();
    m_mentioned.push_back(0);
    m_byCode.insert(code, place);
    return place;
}

void PlaceLookup::takeName(int place, const Row& row) {
    if (m_nameColumn < 0 || place == m_unknown) return;
    const std::string_view cell = trimmed(cellOf(row, m_nameColumn));
    std::string& known = m_rawNames[static_cast<std::size_t>(place)];
    if (cell.empty() || sameText(cell, known)) return;
    if (!known.empty()) {
        m_severalNames.insert(place);
        return;
    }
    known.assign(cell);
    QString name = toText(cell);
    if (!m_profile.nameExtract.pattern().isEmpty()) {
        if (const auto m = m_profile.nameExtract.match(name); m.hasMatch()) name = m.captured(1);
    }
    m_places[static_cast<std::size_t>(place)].name = name.normalized(QString::NormalizationForm_C);
}

std::vector<Place> PlaceLookup::take(QStringList& notes) {
    if (!m_severalNames.empty()) {
        notes.append(QCoreApplication::translate("Import", "%n code(s) carry more than one name; the first name was kept.", nullptr,
                                                 int(m_severalNames.size())));
    }
    for (Place& p : m_places) {
        if (p.name.isEmpty()) p.name = p.code;
    }
    return std::move(m_places);
}

}  // namespace mudeung
