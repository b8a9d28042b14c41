// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a cell → value, for look-ups in every row: open addressing, keys in one arena, no allocation for a key that is known.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/same_text.h"

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
            if (e.hash == hash && sameText({m_arena.data() + e.begin, e.size}, text)) return &e.value;
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
    /// Every byte of a text of up to 8 bytes, in loads of fixed size. Texts of one size differ in it when they differ.
    static std::uint64_t loadShort(const char* at, std::size_t bytes) {
        using same_text::load;
        if (bytes >= 4) return load<std::uint32_t>(at) | load<std::uint32_t>(at + bytes - 4) << 32u;
        if (bytes == 0) return 0;
        const auto byte = [at](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
        return byte(0) | byte(bytes / 2) << 8u | byte(bytes - 1) << 16u;
    }
    static std::uint64_t hashOf(std::string_view text) {
        constexpr std::uint64_t k0 = 0xa0761d6478bd642full;
        constexpr std::uint64_t k1 = 0xe7037ed1a0b428dbull;
        std::uint64_t hash = text.size() * k0;
        const char* at = text.data();
        if (text.size() <= 8) return mix(hash ^ loadShort(at, text.size()), k0 ^ k1);
        const char* const last = at + text.size() - 8;
        for (; at < last; at += 8) hash = mix(hash ^ same_text::load<std::uint64_t>(at), k1);
        return mix(hash ^ same_text::load<std::uint64_t>(last), k0 ^ k1);
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
