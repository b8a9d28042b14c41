// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's mutator for targets that read JSON: mostly changes that leave it JSON, because a changed byte rarely gets further than the
// parser's first error. Works on the text, in one pass: building a document for every input would take longer than trying it.
#include <QString>
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t maxSize);

namespace {

using Random = std::minstd_rand;

constexpr std::size_t kMostSeen = 60;
constexpr std::size_t kLongestSeen = 400;
constexpr const char* kValues[] = {"-1",    "0",   "1",    "2",   "7",     "24",         "28",          "29",
                                   "60",    "100", "150",  "365", "65536", "2147483647", "-2147483648", "4294967296",
                                   "1e300", "0.5", "\"\"", "[]",  "{}",    "null",       "true",        "false"};

/// A value, or a member of an object from its key on.
struct Span {
    std::size_t begin = std::string::npos;
    std::size_t value = 0;  ///< where the value begins; `begin` for elements of arrays
    std::size_t end = 0;
    std::string_view key;     ///< its own, or that of the array that it is an element of
    std::string_view within;  ///< the key of the object that it is a member of
    bool isMember() const { return value > begin; }
};

std::size_t behindText(std::string_view json, std::size_t at) {
    for (++at; at < json.size() && json[at] != '"'; ++at) at += json[at] == '\\' ? 1 : 0;
    return std::min(at + 1, json.size());
}

/// Everything between brackets, commas and colons, whether or not the whole is right.
class Spans {
public:
    explicit Spans(std::string_view json) : m_json(json) {
        for (std::size_t at = 0; at < json.size();) at = step(at);
    }
    const std::vector<Span>& all() const { return m_all; }
    /// Seldom one of the many texts of a list: they are all of a kind.
    const Span& any(Random& random) const {
        std::size_t at = random() % m_all.size();
        for (int tries = 0; tries < 4 && !m_all[at].isMember() && m_json[m_all[at].value] == '"'; ++tries) at = random() % m_all.size();
        return m_all[at];
    }

private:
    std::size_t step(std::size_t at) {
        const char c = m_json[at];
        if (c == '{' || c == '[') {
            begin(at);
            m_open.push_back(m_next);
            m_next = {};
        } else if ((c == '}' || c == ']') && !m_open.empty()) {
            m_next = m_open.back();
            m_open.pop_back();
            close(at + 1);
        } else if (c == '"') {
            const std::size_t behind = behindText(m_json, at);
            const std::size_t mark = m_json.find_first_not_of(" \n", behind);
            begin(at);
            if (mark != std::string_view::npos && m_json[mark] == ':') {
                m_next.key = m_json.substr(at, behind - at);
            } else {
                close(behind);
            }
            return behind;
        } else if (c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) {
            begin(at);
            close(std::min(m_json.find_first_of(",]} \n", at), m_json.size()));
            return m_all.back().end;
        }
        return at + 1;
    }
    void begin(std::size_t at) {
        if (m_next.begin == std::string::npos) m_next.begin = at;
        m_next.value = at;
        if (!m_open.empty()) m_next.within = m_open.back().key;
        if (!m_next.isMember()) m_next.key = m_next.within;
    }
    void close(std::size_t at) {
        m_next.end = at;
        m_all.push_back(m_next);
        m_next = {};
    }

    std::string_view m_json;
    Span m_next;
    std::vector<Span> m_open;
    std::vector<Span> m_all;
};

/// Pieces of all inputs by the key that they belong to: what one profile says of its hours can be said of another's.
class Seen {
public:
    void put(std::string_view key, std::string_view piece) {
        if (piece.size() > kLongestSeen) return;
        auto place = m_pieces.find(key);
        if (place == m_pieces.end()) place = m_pieces.emplace(key, std::vector<std::string>()).first;
        std::vector<std::string>& pieces = place->second;
        if (pieces.size() < kMostSeen && std::find(pieces.begin(), pieces.end(), piece) == pieces.end()) pieces.emplace_back(piece);
    }
    /// Empty when nothing was seen under the key.
    std::string any(std::string_view key, Random& random) const {
        const auto place = m_pieces.find(key);
        return place == m_pieces.end() ? std::string() : place->second[random() % place->second.size()];
    }

private:
    std::map<std::string, std::vector<std::string>, std::less<>> m_pieces;
};

Seen& values() {
    static Seen all;
    return all;
}

/// By the key of the object.
Seen& members() {
    static Seen all;
    return all;
}

void remember(std::string_view json, const std::vector<Span>& spans) {
    for (const Span& span : spans) {
        values().put(span.key, json.substr(span.value, span.end - span.value));
        if (span.isMember()) members().put(span.within, json.substr(span.begin, span.end - span.begin));
    }
}

/// Between the quotes of JSON and back. Of the escapes only quotes and backslashes matter: patterns are full of them.
std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '\\' || text[i + 1] == '"')) ++i;
        out += text[i];
    }
    return out;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == '"') out += '\\';
        out += c >= 0 && c < ' ' ? ' ' : c;
    }
    return out;
}

/// Bytes are changed as libFuzzer likes, with words of the dictionary, and kept UTF-8.
std::string changedText(std::string text) {
    const std::size_t size = text.size();
    text.resize(size + 40);
    text.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(text.data()), size, text.size()));
    return QString::fromUtf8(text.data(), static_cast<int>(text.size())).toStdString();
}

std::string changedValue(const std::string& value, std::string_view key, Random& random) {
    const bool isText = value.size() > 1 && value[0] == '"';
    const bool isNumber = value.size() < 9 && (value[0] == '-' || (value[0] >= '0' && value[0] <= '9'));
    if (random() % 4 == 0) {
        if (std::string other = values().any(key, random); !other.empty()) return other;
    }
    if (isText && random() % 4 != 0) return '"' + escaped(changedText(unescaped(value.substr(1, value.size() - 2)))) + '"';
    if (isNumber && random() % 2 != 0) return std::to_string(std::atoi(value.c_str()) - 4 + static_cast<int>(random() % 9));
    return kValues[random() % std::size(kValues)];
}

/// With one of the commas beside it.
void remove(std::string& json, const Span& span) {
    const std::size_t before = span.begin == 0 ? std::string::npos : json.find_last_not_of(" \n", span.begin - 1);
    if (span.end < json.size() && json[span.end] == ',') {
        json.erase(span.begin, span.end + 1 - span.begin);
    } else if (before != std::string::npos && json[before] == ',') {
        json.erase(before, span.end - before);
    } else {
        json.erase(span.begin, span.end - span.begin);
    }
}

void change(std::string& json, const Span& span, Random& random) {
    const std::string value = json.substr(span.value, span.end - span.value);
    const unsigned dice = random() % 8;
    if (dice == 0) return remove(json, span);
    if (dice == 1) {
        json.insert(span.begin, json.substr(span.begin, span.end - span.begin) + ',');
        return;
    }
    const std::string member = value[0] == '{' && dice < 6 ? members().any(span.key, random) : std::string();
    if (member.empty()) {
        json.replace(span.value, value.size(), changedValue(value, span.key, random));
    } else {
        json.insert(span.value + 1, member + (value.find(':') == std::string::npos ? "" : ","));
    }
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t maxSize, unsigned seed) {
    Random random(seed);
    std::string json(reinterpret_cast<const char*>(data), size);
    for (unsigned changes = 1 + random() % 2; changes > 0; --changes) {
        const std::string before = json;
        const Spans spans(before);
        if (spans.all().empty() || random() % 16 == 0) return LLVMFuzzerMutate(data, size, maxSize);
        if (random() % 4 == 0) remember(before, spans.all());
        change(json, spans.any(random), random);
    }
    if (json.size() > maxSize) return LLVMFuzzerMutate(data, size, maxSize);
    std::memcpy(data, json.data(), json.size());
    return json.size();
}
