// SPDX-License-Identifier: GPL-3.0-or-later
// Cell text → place, class or yes/no, resolved once per distinct text. Knows no months and no sums.
#pragma once

#include <QHash>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/import/mapping.h"
#include "core/import/text_map.h"
#include "core/model/dataset.h"

namespace mudeung {

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
    bool passes(std::string_view trimmedCell);

private:
    QRegularExpression m_pattern;
    int m_column;
    TextMap<bool> m_known;
};

/// Rows left out on purpose.
class SkipLookup {
public:
    SkipLookup(const SkipRule& rule, int column) : m_rule(rule), m_column(column) {}
    bool matches(const Row& row);
    static bool matches(const SkipRule& rule, const QString& text);

private:
    const SkipRule& m_rule;
    int m_column;
    TextMap<bool> m_known;
};

/// The places of the file in the order of their first row.
class PlaceLookup {
public:
    static constexpr int kSkip = -1;
    static constexpr int kNoCode = -2;

    PlaceLookup(const Profile& profile, const Mapping& mapping);
    int find(const Row& row);
    int firstColumn() const { return m_columns.empty() ? -1 : m_columns.front(); }
    bool isUnknown(int place) const { return place == m_unknown; }
    /// Hands over the places; `notes` gets a sentence on codes that carry several names.
    std::vector<Place> take(QStringList& notes);

private:
    int create(std::string_view key);
    int add(const QString& code);
    void takeName(int place, const Row& row);

    const Profile& m_profile;
    const Mapping& m_mapping;
    std::vector<int> m_columns;
    int m_nameColumn = -1;
    int m_lonColumn = -1;
    int m_latColumn = -1;
    std::string m_key;
    TextMap<int> m_known;
    QHash<QString, int> m_byCode;
    std::vector<Place> m_places;
    std::vector<std::string> m_rawNames;
    std::unordered_set<int> m_severalNames;
    int m_unknown = -1;
};

}  // namespace mudeung
