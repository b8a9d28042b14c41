// SPDX-License-Identifier: GPL-3.0-or-later
// CRC-32C by eight tables ("slicing by 8"), the same on every processor.
#include "core/store/crc32c.h"

#include <QtEndian>
#include <array>
#include <cstring>

namespace mudeung::store {

namespace {
constexpr std::uint32_t kReversedPolynomial = 0x82F63B78u;
using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

constexpr Tables makeTables() {
    Tables tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t crc = byte;
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1u) != 0 ? kReversedPolynomial : 0u);
        tables[0][byte] = crc;
    }
    for (std::size_t level = 1; level < tables.size(); ++level) {
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const std::uint32_t below = tables[level - 1][byte];
            tables[level][byte] = (below >> 8) ^ tables[0][below & 0xFFu];
        }
    }
    return tables;
}

constexpr Tables kTables = makeTables();
}  // namespace

std::uint32_t crc32c(std::uint32_t crc, const void* data, std::size_t size) {
    const auto* bytes = static_cast<const std::uint8_t*>(data);
    std::uint32_t state = ~crc;
    while (size >= 8) {
        const auto low = qFromLittleEndian<quint32>(bytes) ^ state;
        const auto high = qFromLittleEndian<quint32>(bytes + 4);
        state = kTables[7][low & 0xFFu] ^ kTables[6][(low >> 8) & 0xFFu] ^ kTables[5][(low >> 16) & 0xFFu] ^ kTables[4][low >> 24] ^
                kTables[3][high & 0xFFu] ^ kTables[2][(high >> 8) & 0xFFu] ^ kTables[1][(high >> 16) & 0xFFu] ^ kTables[0][high >> 24];
        bytes += 8;
        size -= 8;
    }
    for (; size > 0; --size) state = (state >> 8) ^ kTables[0][(state ^ *bytes++) & 0xFFu];
    return ~state;
}

std::uint32_t crc32cNumber(std::uint32_t crc, std::int64_t value) {
    std::uint8_t bytes[8];
    qToLittleEndian<qint64>(value, bytes);
    return crc32c(crc, bytes, sizeof bytes);
}

}  // namespace mudeung::store
