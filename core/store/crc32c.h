// SPDX-License-Identifier: GPL-3.0-or-later
// CRC-32C (Castagnoli), the checksum of stored blobs and rows. Knows nothing of what it sums.
#pragma once

#include <QByteArray>
#include <cstddef>
#include <cstdint>

namespace mudeung::store {

/// Continues `crc` (0 to start) over `size` bytes.
std::uint32_t crc32c(std::uint32_t crc, const void* data, std::size_t size);
inline std::uint32_t crc32c(std::uint32_t crc, const QByteArray& data) {
    return crc32c(crc, data.constData(), static_cast<std::size_t>(data.size()));
}
/// Continues over a number as eight little-endian bytes.
std::uint32_t crc32cNumber(std::uint32_t crc, std::int64_t value);

}  // namespace mudeung::store
