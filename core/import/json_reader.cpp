// SPDX-License-Identifier: GPL-3.0-or-later
// JSON documents as rows. Two passes over the text: the first finds the largest array of objects, the second takes its rows.
// Numbers are kept as they are written, so a code of 20 digits survives.
#include <QCoreApplication>
#include <functional>
#include <nlohmann/json.hpp>
#include <tuple>
#include <unordered_map>

#include "core/base/format.h"
#include "core/import/format_readers.h"

namespace mudeung {

namespace {

using Json = nlohmann::json;
using Sax = nlohmann::json_sax<Json>;
constexpr size_t kMaxDepth = 200;

/// Common to both passes: where in the document we are, and the error of the parser.
class Walker : public Sax {
public:
    bool null() override { return scalar({}, false); }
    bool boolean(bool value) override { return scalar(value ? "true" : "false", false); }
    bool number_integer(number_integer_t value) override { return scalar(std::to_string(value), false); }
    bool number_unsigned(number_unsigned_t value) override { return scalar(std::to_string(value), false); }
    bool number_float(number_float_t /*value*/, const string_t& written) override { return scalar(written, false); }
    bool string(string_t& value) override { return scalar(value, true); }
    bool binary(binary_t& /*value*/) override { return false; }
    bool start_object(std::size_t /*elements*/) override { return open(false); }
    bool start_array(std::size_t /*elements*/) override { return open(true); }
    bool end_object() override { return close(false); }
    bool end_array() override { return close(true); }
    bool parse_error(std::size_t position, const std::string& /*token*/, const Json::exception& error) override {
        m_position = position;
        m_message = error.what();
        return false;
    }
    size_t position() const { return m_position; }
    const std::string& message() const { return m_message; }

protected:
    virtual bool scalar(const std::string& value, bool quoted) = 0;
    virtual bool open(bool array) = 0;
    virtual bool close(bool array) = 0;

private:
    size_t m_position = 0;
    std::string m_message;
};

/// Pass 1: the ordinal of the array with the most objects; without any array, the object with the most values. An array that every
/// row of another one holds ("stops" of each line) is part of those rows: arrays whose place occurs once go first.
class Survey final : public Walker {
public:
    bool key(string_t& name) override {
        m_key = name;
        return true;
    }
    int bestArray() const {
        const Place* best = nullptr;
        for (const auto& [path, place] : m_places) {
            const bool better = best == nullptr || std::make_tuple(place.arrays == 1, place.count, -place.ordinal) >
                                                       std::make_tuple(best->arrays == 1, best->count, -best->ordinal);
            if (place.count > 0 && better) best = &place;
        }
        return best == nullptr ? -1 : best->ordinal;
    }
    int bestObject() const { return m_bestValues > 0 ? m_bestObject : -1; }

protected:
    bool scalar(const std::string& /*value*/, bool /*quoted*/) override {
        if (!m_open.empty() && !m_open.back().array) ++m_open.back().count;
        return true;
    }
    bool open(bool array) override {
        if (m_open.size() > kMaxDepth) return false;
        const bool inArray = !m_open.empty() && m_open.back().array;
        if (!array && inArray) ++m_open.back().count;
        const size_t above = m_open.empty() ? 0 : m_open.back().path;
        const size_t here = above * 1000003U + (inArray ? 1U : std::hash<std::string>{}(m_key) | 2U);
        m_open.push_back({array, array ? m_arrays++ : m_objects++, 0, here});
        return true;
    }
    bool close(bool array) override {
        const Level level = m_open.back();
        m_open.pop_back();
        if (array && level.count > 0) {
            Place& place = m_places[level.path];
            ++place.arrays;
            if (level.count > place.count) {
                place.count = level.count;
                place.ordinal = level.ordinal;
            }
        } else if (!array && (level.count > m_bestValues || (level.count == m_bestValues && level.ordinal < m_bestObject))) {
            m_bestValues = level.count;
            m_bestObject = level.ordinal;
        }
        return true;
    }

private:
    struct Level {
        bool array = false;
        int ordinal = 0;
        int count = 0;
        size_t path = 0;
    };
    struct Place {
        int arrays = 0;
        int count = 0;
        int ordinal = 0;
    };
    std::vector<Level> m_open;
    std::unordered_map<size_t, Place> m_places;
    std::string m_key;
    int m_arrays = 0;
    int m_objects = 0;
    int m_bestObject = -1;
    int m_bestValues = 0;
};

struct Cell {
    int column = 0;
    size_t begin = 0;
    size_t size = 0;
};

struct Table {
    std::vector<std::string> columns;
    std::string text;  ///< all values behind one another
    std::vector<Cell> cells;
    std::vector<size_t> rowEnds;  ///< into cells
};

/// Pass 2: flattens the objects of one array (or one object) into rows; arrays inside a row stay JSON text.
class Collect final : public Walker {
public:
    Collect(Table& table, int array, int object) : m_table(table), m_wantedArray(array), m_wantedObject(object) {}

    bool key(string_t& name) override {
        if (m_inList > 0) {
            separate();
            m_list += Json(name).dump() + ":";
            m_comma = false;
        } else {
            m_key = name;
        }
        return true;
    }

protected:
    bool scalar(const std::string& value, bool quoted) override {
        if (m_inList > 0) {
            separate();
            m_list += quoted ? Json(value).dump() : value.empty() ? std::string("null") : value;
        } else if (m_inRow > 0) {
            store(m_prefix + m_key, value);
        }
        return true;
    }
    bool open(bool array) override {
        const int ordinal = array ? m_arrays++ : m_objects++;
        ++m_depth;
        if (m_inList > 0 || (m_inRow > 0 && array)) {
            if (m_inList++ == 0) {
                m_list.clear();
                m_comma = false;
            }
            separate();
            m_list += array ? '[' : '{';
            m_comma = false;
        } else if (m_inRow > 0) {
            m_prefixes.push_back(m_prefix.size());
            m_prefix += m_key + ".";
            ++m_inRow;
        } else if (array && ordinal == m_wantedArray) {
            m_arrayDepth = m_depth;
        } else if (!array && (ordinal == m_wantedObject || (m_arrayDepth > 0 && m_depth == m_arrayDepth + 1))) {
            m_inRow = 1;
        }
        return true;
    }
    bool close(bool array) override {
        if (m_inList > 0) {
            m_list += array ? ']' : '}';
            m_comma = true;
            if (--m_inList == 0) store(m_prefix + m_key, m_list);
        } else if (m_inRow > 1) {
            m_prefix.resize(m_prefixes.back());
            m_prefixes.pop_back();
            --m_inRow;
        } else if (m_inRow == 1) {
            m_inRow = 0;
            m_table.rowEnds.push_back(m_table.cells.size());
        } else if (array && m_depth == m_arrayDepth) {
            m_arrayDepth = 0;
        }
        --m_depth;
        return true;
    }

private:
    void separate() {
        if (m_comma) m_list += ',';
        m_comma = true;
    }
    void store(const std::string& name, const std::string& value) {
        const auto [it, isNew] = m_index.try_emplace(name, static_cast<int>(m_table.columns.size()));
        if (isNew) m_table.columns.push_back(name);
        m_table.cells.push_back({it->second, m_table.text.size(), value.size()});
        m_table.text += value;
    }

    Table& m_table;
    std::unordered_map<std::string, int> m_index;
    int m_wantedArray;
    int m_wantedObject;
    int m_arrays = 0;
    int m_objects = 0;
    int m_depth = 0;
    int m_arrayDepth = 0;
    int m_inRow = 0;
    int m_inList = 0;
    bool m_comma = false;
    std::string m_key;
    std::string m_prefix;
    std::vector<size_t> m_prefixes;
    std::string m_list;
};

class JsonRowSource final : public RowSource {
public:
    JsonRowSource(Table table, SourceInfo info) : m_table(std::move(table)), m_info(std::move(info)) {}
    const SourceInfo& info() const override { return m_info; }
    double fraction() const override {
        return m_table.rowEnds.empty() ? 1.0 : static_cast<double>(m_next) / static_cast<double>(m_table.rowEnds.size() + 1);
    }
    Result<bool> next(Row& row) override {
        if (m_next > m_table.rowEnds.size()) return false;
        row.line = static_cast<qint64>(m_next);
        row.wkb = {};
        row.damagedQuotes = false;
        if (m_next == 0) {
            row.cells.assign(m_table.columns.begin(), m_table.columns.end());
        } else {
            row.cells.assign(m_table.columns.size(), {});
            const size_t from = m_next == 1 ? 0 : m_table.rowEnds[m_next - 2];
            for (size_t i = from; i < m_table.rowEnds[m_next - 1]; ++i) {
                const Cell& cell = m_table.cells[i];
                row.cells[static_cast<size_t>(cell.column)] = {m_table.text.data() + cell.begin, cell.size};
            }
        }
        ++m_next;
        return true;
    }

private:
    Table m_table;
    SourceInfo m_info;
    size_t m_next = 0;
};

Error broken(const std::string& text, const Walker& walker, const QString& name) {
    const size_t end = std::min(walker.position(), text.size());
    const size_t errorAt = end > 0 ? end - 1 : 0;
    qint64 line = 1;
    qint64 column = 1;
    for (size_t i = 0; i < errorAt; ++i) {
        if (text[i] == '\n') {
            ++line;
            column = 1;
        } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
            ++column;
        }
    }
    return {
        ErrorCode::InputRefused,
        QCoreApplication::translate(
            "Import", "%1 is not valid JSON: reading stopped in line %2, column %3. The download may be incomplete; get the file again.")
            .arg(name, formatCount(line), formatCount(column)),
        QString::fromStdString(walker.message())};
}

}  // namespace

Result<std::unique_ptr<RowSource>> openJson(std::string text, const QString& shownName, SourceInfo info) {
    try {
        Survey survey;
        if (!Json::sax_parse(text.begin(), text.end(), &survey)) return broken(text, survey, shownName);
        const auto noRows = [&shownName] {
            return Error{ErrorCode::InputRefused,
                         QCoreApplication::translate("Import",
                                                     "%1 holds no list of objects, so there are no rows to read. Download the data as CSV.")
                             .arg(shownName),
                         {}};
        };
        if (survey.bestArray() < 0 && survey.bestObject() < 0) return noRows();
        Table table;
        Collect collect(table, survey.bestArray(), survey.bestArray() < 0 ? survey.bestObject() : -1);
        if (!Json::sax_parse(text.begin(), text.end(), &collect)) return broken(text, collect, shownName);
        if (table.columns.empty()) return noRows();
        return std::unique_ptr<RowSource>(std::make_unique<JsonRowSource>(std::move(table), std::move(info)));
    } catch (const std::exception& error) {
        return Error{ErrorCode::Internal, QCoreApplication::translate("Import", "%1 could not be read as JSON.").arg(shownName),
                     QString::fromUtf8(error.what())};
    }
}

}  // namespace mudeung
