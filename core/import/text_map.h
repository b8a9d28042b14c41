// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a cell → value, for look-ups in every row: open addressing, keys in one arena, no allocation for a key that is known.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace mudeung {

template <typename Value>
class TextMap {
public:
    /// Null when the text is not known. Valid until the next emplace().
    const Value* find(std::string_view text) const {
        if (m_entries.empty()) return nullptr;
        const std::uint64_t hash = hashOf(text);
        for (std::size_t i = hash & m_mask;; i = (i + 1) & m_mask) {
            const Entry& e = m_entries[i];
            if (!e.used) return nullptr;
            if (e.hash == hash && e.size == text.size() && std::memcmp(m_arena.data() + e.begin, text.data(), e.size) == 0) return &e.value;
        }
    }
    /// The text must not be known yet.
    void emplace(std::string_view text, const Value& value) {
        if (2 * (m_size + 1) > m_entries.size()) grow();
        const std::uint64_t hash = hashOf(text);
        place({hash, m_arena.size(), text.size(), true, value});
        m_arena.append(text);
        ++m_size;
    }
    std::size_t size() const { return m_size; }

private:
    struct Entry {
        std::uint64_t hash = 0;
        std::size_t begin = 0;
        std::size_t size = 0;
        bool used = false;
        Value value{};
    };

    static std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
        const auto product = static_cast<unsigned __int128>(a) * b;
        return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64u);
    }
    static std::uint64_t load(const char* at, std::size_t bytes) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, bytes);
        return word;
    }
    static std::uint64_t hashOf(std::string_view text) {
        constexpr std::uint64_t k0 = 0xa0761d6478bd642full;
        constexpr std::uint64_t k1 = 0xe7037ed1a0b428dbull;
        std::uint64_t hash = text.size() * k0;
        const char* at = text.data();
        std::size_t left = text.size();
        for (; left > 8; at += 8, left -= 8) hash = mix(hash ^ load(at, 8), k1);
        return mix(hash ^ load(at, left), k0 ^ k1);
    }
    void grow() {
        std::vector<Entry> before(m_entries.empty() ? 64 : m_entries.size() * 2);
        before.swap(m_entries);
        m_mask = m_entries.size() - 1;
        for (const Entry& e : before)
            if (e.used) place(e);
    }
    void place(const Entry& entry) {
        std::size_t i = entry.hash & m_mask;
        while (m_entries[i].used) i = (i + 1) & m_mask;
        m_entries[i] = entry;
    }

    std::vector<Entry> m_entries;
    std::size_t m_mask = 0;
    std::size_t m_size = 0;
    std::string m_arena;
};

}  // namespace mudeung
