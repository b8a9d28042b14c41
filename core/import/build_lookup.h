// SPDX-License-Identifier: GPL-3.0-or-later
// Cell text → place, class or yes/no, resolved once per distinct text. Knows no months and no sums.
#pragma once

#include <QHash>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/import/clean.h"
#include "core/import/mapping.h"
#include "core/import/match.h"
#include "core/import/same_text.h"
#include "core/import/text_map.h"
#include "core/model/dataset.h"

namespace mudeung {

/// The text of the row before: sorted files repeat it, and comparing is cheaper than looking up.
class LastText {
public:
    bool is(std::string_view text) const { return m_known && sameText(m_text, text); }
    void set(std::string_view text) {
        m_text.assign(text);
        m_known = true;
    }

private:
    std::string m_text;
    bool m_known = false;
};

/// Texts of a class column (권종, 승하차구분 …) → index of the profile.
class ClassLookup {
public:
    static constexpr int kUnknown = -2;
    explicit ClassLookup(const QHash<QString, int>& values) : m_values(values) {}
    int find(std::string_view cell) {  ///< −1 = leave the row out
        const int* known = m_known.find(cell);
        return known != nullptr ? *known : resolve(cell);
    }

private:
    int resolve(std::string_view cell);
    const QHash<QString, int>& m_values;
    TextMap<int> m_known;
};

/// A pattern on the text of one column.
class TextTest {
public:
    TextTest(const QRegularExpression& pattern, int column) : m_pattern(pattern), m_column(column) {}
    int column() const { return m_column; }
    bool passes(std::string_view trimmedCell) {
        if (!m_last.is(trimmedCell)) {
            m_lastPasses = test(trimmedCell);
            m_last.set(trimmedCell);
        }
        return m_lastPasses;
    }

private:
    bool test(std::string_view trimmedCell);
    QRegularExpression m_pattern;
    int m_column;
    LastText m_last;
    bool m_lastPasses = false;
    TextMap<bool> m_known;
};

/// Rows left out on purpose.
class SkipLookup {
public:
    SkipLookup(const SkipRule& rule, int column) : m_rule(rule), m_column(column) {}
    bool matches(const Row& row) {
        const std::string_view cell = cellOf(row, m_column);
        if (!m_last.is(cell)) {
            m_lastMatches = test(trimmed(cell));
            m_last.set(cell);
        }
        return m_lastMatches;
    }
    static bool matches(const SkipRule& rule, const QString& text);

private:
    bool test(std::string_view trimmedCell);
    const SkipRule& m_rule;
    int m_column;
    LastText m_last;
    bool m_lastMatches = false;
    TextMap<bool> m_known;
};

/// The places that were known before, then those of the file in the order of their first row.
class PlaceLookup {
public:
    static constexpr int kSkip = -1;
    static constexpr int kNoCode = -2;

    PlaceLookup(const Profile& profile, const Mapping& mapping, const std::vector<Place>& known);
    int find(const Row& row) {
        if (m_columns.size() != 1) return findAnew(row);
        const std::string_view code = cellOf(row, m_columns.front());
        const std::string_view name = cellOf(row, m_nameColumn);
        if (!m_lastCode.is(code) || !m_lastName.is(name)) {
            m_lastPlace = findAnew(row);
            m_lastCode.set(code);
            m_lastName.set(name);
        }
        return m_lastPlace;
    }
    int firstColumn() const { return m_columns.empty() ? -1 : m_columns.front(); }
    bool isUnknown(int place) const { return place == m_unknown; }
    /// By place: some row speaks of it.
    const std::vector<char>& mentioned() const { return m_mentioned; }
    /// Hands over the places; `notes` gets a sentence on codes that carry several names.
    std::vector<Place> take(QStringList& notes);

private:
    int findAnew(const Row& row);
    int create(std::string_view key);
    int placeOf(const QString& code);
    int add(const QString& code);
    void takeName(int place, const Row& row);

    const Profile& m_profile;
    const Mapping& m_mapping;
    std::vector<int> m_columns;
    int m_nameColumn = -1;
    int m_lonColumn = -1;
    int m_latColumn = -1;
    std::string m_key;
    LastText m_lastCode;  ///< only for codes of one column
    LastText m_lastName;
    int m_lastPlace = kSkip;
    TextMap<int> m_known;
    QHash<QString, int> m_byCode;
    std::vector<Place> m_places;
    std::vector<std::string> m_rawNames;
    std::vector<char> m_mentioned;
    std::unordered_set<int> m_severalNames;
    int m_unknown = -1;
};

}  // namespace mudeung
