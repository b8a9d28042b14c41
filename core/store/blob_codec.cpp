// SPDX-License-Identifier: GPL-3.0-or-later
// The byte layouts that README.md describes. All numbers little-endian.
#include "core/store/blob_codec.h"

#include <QtEndian>
#include <algorithm>
#include <array>
#include <memory>
#include <zstd.h>

#include "core/model/cube_source.h"
#include "core/store/crc32c.h"

namespace mudeung::store {

namespace {
constexpr quint32 kSlabMagic = 0x31424C53;    // "SLB1"
constexpr quint32 kRollupMagic = 0x31555252;  // "RRU1"
constexpr quint32 kBytesMagic = 0x31545942;   // "BYT1"
constexpr std::size_t kHeaderSize = 36;
constexpr std::size_t kCrcAt = 32;
// On two years of a city level 3 makes slabs 5 % smaller than level 1 and faster to read, but rollups no smaller and slower to write.
constexpr int kSlabLevel = 3;
constexpr int kOtherLevel = 1;
constexpr quint64 kMaxRawBytes = (quint64{1} << 31) - 65536;

/// magic, three 16-bit or 32-bit shape numbers, count, raw bytes, generation, crc: see README.md.
struct Header {
    quint32 magic = 0;
    quint32 a = 0;
    quint32 b = 0;
    quint32 c = 0;
    quint64 rawBytes = 0;
    qint64 generation = 0;
};

std::uint32_t sealedCrc(const Seal& seal, const std::uint8_t* header, const std::uint8_t* body, std::size_t bodySize) {
    std::uint32_t crc = crc32cNumber(0, seal.salt);
    crc = crc32cNumber(crc, seal.key);
    crc = crc32cNumber(crc, seal.generation);
    crc = crc32c(crc, header, kCrcAt);
    return crc32c(crc, body, bodySize);
}

QByteArray compress(const void* raw, std::size_t rawSize, int level) {
    thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
    const std::size_t bound = ZSTD_compressBound(rawSize);
    thread_local std::vector<char> frame;
    frame.resize(bound);
    const std::size_t size = ZSTD_compressCCtx(context.get(), frame.data(), bound, raw, rawSize, level);
    if (ZSTD_isError(size) != 0) fail(ErrorCode::Internal, QString::fromUtf8(ZSTD_getErrorName(size)));
    return QByteArray(frame.data(), static_cast<int>(size));
}

/// Header and frame.
QByteArray seal(const Header& header, const Seal& seal, const QByteArray& frame, std::size_t rawSize) {
    std::array<std::uint8_t, kHeaderSize> bytes{};
    qToLittleEndian(header.magic, bytes.data());
    qToLittleEndian(header.a, bytes.data() + 4);
    qToLittleEndian(header.b, bytes.data() + 8);
    qToLittleEndian(header.c, bytes.data() + 12);
    qToLittleEndian(static_cast<quint64>(rawSize), bytes.data() + 16);
    qToLittleEndian(seal.generation, bytes.data() + 24);
    const auto* body = reinterpret_cast<const std::uint8_t*>(frame.constData());
    qToLittleEndian(sealedCrc(seal, bytes.data(), body, static_cast<std::size_t>(frame.size())), bytes.data() + kCrcAt);
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<int>(kHeaderSize)) + frame;
}

bool openHeader(Bytes blob, quint32 magic, const Seal& seal, Header& header, QString& problem) {
    if (blob.size() < kHeaderSize) {
        problem = QStringLiteral("blob of %1 bytes is too short").arg(blob.size());
        return false;
    }
    const std::uint8_t* bytes = blob.data();
    header = {qFromLittleEndian<quint32>(bytes),      qFromLittleEndian<quint32>(bytes + 4),  qFromLittleEndian<quint32>(bytes + 8),
              qFromLittleEndian<quint32>(bytes + 12), qFromLittleEndian<quint64>(bytes + 16), qFromLittleEndian<qint64>(bytes + 24)};
    if (header.magic != magic) {
        problem = QStringLiteral("wrong magic");
        return false;
    }
    if (header.generation != seal.generation) {
        problem = QStringLiteral("generation %1 instead of %2").arg(header.generation).arg(seal.generation);
        return false;
    }
    const auto crc = sealedCrc(seal, bytes, bytes + kHeaderSize, blob.size() - kHeaderSize);
    if (crc != qFromLittleEndian<quint32>(bytes + kCrcAt)) {
        problem = QStringLiteral("checksum differs");
        return false;
    }
    if (header.rawBytes > kMaxRawBytes) {
        problem = QStringLiteral("%1 raw bytes are too many").arg(header.rawBytes);
        return false;
    }
    return true;
}

bool inflate(Bytes frame, std::size_t rawBytes, void* raw, QString& problem) {
    thread_local const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    const std::size_t size = ZSTD_decompressDCtx(context.get(), raw, rawBytes, frame.data(), frame.size());
    if (ZSTD_isError(size) != 0 || size != rawBytes) {
        problem = QStringLiteral("cannot be decompressed");
        return false;
    }
    return true;
}

int widthFor(const std::vector<std::int64_t>& values) {
    std::int64_t low = 0;
    std::int64_t high = 0;
    for (const std::int64_t v : values) {
        low = std::min(low, v);
        high = std::max(high, v);
    }
    if (low >= INT8_MIN && high <= INT8_MAX) return 1;
    if (low >= INT16_MIN && high <= INT16_MAX) return 2;
    if (low >= INT32_MIN && high <= INT32_MAX) return 4;
    return 8;
}

template <typename T>
void putAll(const std::vector<std::int64_t>& values, std::uint8_t* out) {
    for (std::size_t i = 0; i < values.size(); ++i) qToLittleEndian(static_cast<T>(values[i]), out + i * sizeof(T));
}

template <typename T>
void takeAll(const std::uint8_t* in, std::vector<std::int64_t>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = qFromLittleEndian<T>(in + i * sizeof(T));
}

void putPlane(const std::vector<std::int64_t>& values, int width, std::uint8_t* out) {
    if (width == 1) putAll<qint8>(values, out);
    if (width == 2) putAll<qint16>(values, out);
    if (width == 4) putAll<qint32>(values, out);
    if (width == 8) putAll<qint64>(values, out);
}

void takePlane(const std::uint8_t* in, int width, std::vector<std::int64_t>& values) {
    if (width == 1) takeAll<qint8>(in, values);
    if (width == 2) takeAll<qint16>(in, values);
    if (width == 4) takeAll<qint32>(in, values);
    if (width == 8) takeAll<qint64>(in, values);
}

/// Of less than 65,536 codes. Counted in the width of the codes, which std::count does not do: that took a quarter of the time of a slab.
__attribute__((optimize("O3"))) std::uint16_t largeCodes(const std::uint16_t* codes, std::size_t n) {
    std::uint16_t found = 0;
    for (std::size_t i = 0; i < n; ++i) found = static_cast<std::uint16_t>(found + (codes[i] == kLargeCode));
    return found;
}

std::size_t largeCodes(const std::vector<std::uint16_t>& codes) {
    constexpr std::size_t kAtOnce = 32768;
    std::size_t all = 0;
    for (std::size_t from = 0; from < codes.size(); from += kAtOnce)
        all += largeCodes(codes.data() + from, std::min(codes.size() - from, kAtOnce));
    return all;
}

bool isWidth(quint32 width) {
    return width == 1 || width == 2 || width == 4 || width == 8;
}
}  // namespace

qint64 packKey(qint64 datasetRow, int month, int measure, int group, int block) {
    return (datasetRow << 48) | (static_cast<qint64>(month) << 32) | (static_cast<qint64>(measure) << 26) |
           (static_cast<qint64>(group) << 16) | static_cast<qint64>(block);
}

QByteArray compressCells(const std::uint16_t* codes, std::size_t count, const std::vector<std::int64_t>& large) {
    thread_local std::vector<std::uint8_t> raw;
    raw.resize(count * 2 + large.size() * 8);
    qToLittleEndian<quint16>(codes, static_cast<qsizetype>(count), raw.data());
    putAll<qint64>(large, raw.data() + count * 2);
    return compress(raw.data(), raw.size(), kSlabLevel);
}

bool decompressCells(Bytes frame, std::size_t rawBytes, PackedBlock& out, QString& problem) {
    const std::size_t count = out.codes.size();
    if (rawBytes < count * 2 || (rawBytes - count * 2) % 8 != 0) {
        problem = QStringLiteral("%1 raw bytes do not fit").arg(rawBytes);
        return false;
    }
    thread_local std::vector<std::uint8_t> raw;
    raw.resize(rawBytes);
    if (!inflate(frame, rawBytes, raw.data(), problem)) return false;
    qFromLittleEndian<quint16>(raw.data(), static_cast<qsizetype>(count), out.codes.data());
    out.large.resize((rawBytes - count * 2) / 8);
    takeAll<qint64>(raw.data() + count * 2, out.large);
    const std::size_t used = largeCodes(out.codes);
    if (used == out.large.size()) return true;
    problem = QStringLiteral("%1 large values for %2 cells").arg(out.large.size()).arg(used);
    return false;
}

QByteArray encodeSlab(const PackedBlock& block, const SlabShape& shape, const Seal& sealOf) {
    const Header header{kSlabMagic, static_cast<quint32>(shape.days) | (static_cast<quint32>(shape.hours) << 16),
                        static_cast<quint32>(shape.width), static_cast<quint32>(block.large.size())};
    const QByteArray frame = block.frame.isEmpty() ? compressCells(block.codes.data(), block.codes.size(), block.large) : block.frame;
    return seal(header, sealOf, frame, block.codes.size() * 2 + block.large.size() * 8);
}

QByteArray encodeSlab(const std::int64_t* cells, const SlabShape& shape, const Seal& sealOf) {
    thread_local PackedBlock block;
    block.pack(cells, static_cast<std::size_t>(shape.days) * shape.hours * shape.width, shape.width);
    return encodeSlab(block, shape, sealOf);
}

bool decodeSlab(Bytes blob, const Seal& sealOf, SlabShape& shape, PackedBlock& block, QString& problem) {
    Header header;
    if (!openHeader(blob, kSlabMagic, sealOf, header, problem)) return false;
    const int days = static_cast<int>(header.a & 0xFFFFu);
    const int hours = static_cast<int>(header.a >> 16);
    if (days != shape.days || hours != shape.hours || header.b < 1 || header.b > kBlockPlaces) {
        problem = QStringLiteral("shape %1 × %2 × %3 does not fit").arg(days).arg(hours).arg(header.b);
        return false;
    }
    shape.width = static_cast<int>(header.b);
    const std::size_t count = static_cast<std::size_t>(days) * hours * shape.width;
    if (header.c > count || header.rawBytes != count * 2 + quint64{header.c} * 8) {
        problem = QStringLiteral("%1 raw bytes with %2 large values do not fit").arg(header.rawBytes).arg(header.c);
        return false;
    }
    block.width = shape.width;
    block.codes.resize(count);
    block.frame.clear();
    return decompressCells(blob.subspan(kHeaderSize), header.rawBytes, block, problem);
}

bool decodeSlab(Bytes blob, const Seal& sealOf, SlabShape& shape, std::vector<std::int64_t>& cells, QString& problem) {
    thread_local PackedBlock block;
    if (!decodeSlab(blob, sealOf, shape, block, problem)) return false;
    cells.resize(block.codes.size());
    block.unpack(cells.data());
    return true;
}

bool RollupPlanes::add(const RollupPlanes& other) {
    bool overflow = false;
    for (std::size_t i = 0; i < sum.size(); ++i) {
        overflow |= __builtin_add_overflow(sum[i], other.sum[i], &sum[i]);
        overflow |= __builtin_add_overflow(observed[i], other.observed[i], &observed[i]);
    }
    return !overflow;
}

QByteArray encodeRollup(const RollupPlanes& planes, const Seal& sealOf) {
    const int sumWidth = widthFor(planes.sum);
    const int observedWidth = widthFor(planes.observed);
    std::vector<std::uint8_t> raw(planes.sum.size() * sumWidth + planes.observed.size() * observedWidth);
    putPlane(planes.sum, sumWidth, raw.data());
    putPlane(planes.observed, observedWidth, raw.data() + planes.sum.size() * sumWidth);
    const Header header{kRollupMagic, static_cast<quint32>(planes.hours), static_cast<quint32>(planes.places),
                        static_cast<quint32>(sumWidth | (observedWidth << 8))};
    return seal(header, sealOf, compress(raw.data(), raw.size(), kOtherLevel), raw.size());
}

bool decodeRollup(Bytes blob, const Seal& sealOf, int hours, int maxPlaces, RollupPlanes& planes, QString& problem) {
    Header header;
    if (!openHeader(blob, kRollupMagic, sealOf, header, problem)) return false;
    const quint32 sumWidth = header.c & 0xFFu;
    const quint32 observedWidth = header.c >> 8;
    if (header.a != static_cast<quint32>(hours) || header.b > static_cast<quint32>(maxPlaces) || !isWidth(sumWidth) ||
        !isWidth(observedWidth)) {
        problem = QStringLiteral("rollup shape %1 × %2 does not fit").arg(header.a).arg(header.b);
        return false;
    }
    const std::size_t count = std::size_t{header.a} * header.b;
    if (header.rawBytes != count * (sumWidth + observedWidth)) {
        problem = QStringLiteral("rollup of %1 raw bytes does not fit").arg(header.rawBytes);
        return false;
    }
    std::vector<std::uint8_t> raw(header.rawBytes);
    if (!inflate(blob.subspan(kHeaderSize), header.rawBytes, raw.data(), problem)) return false;
    planes.hours = hours;
    planes.places = static_cast<int>(header.b);
    planes.sum.resize(count);
    planes.observed.resize(count);
    takePlane(raw.data(), static_cast<int>(sumWidth), planes.sum);
    takePlane(raw.data() + count * sumWidth, static_cast<int>(observedWidth), planes.observed);
    return true;
}

QByteArray packBytes(const QByteArray& data, const Seal& sealOf) {
    const auto size = static_cast<std::size_t>(data.size());
    return seal({kBytesMagic, 0, 0, 0}, sealOf, compress(data.constData(), size, kOtherLevel), size);
}

bool unpackBytes(Bytes blob, const Seal& sealOf, QByteArray& data, QString& problem) {
    Header header;
    if (!openHeader(blob, kBytesMagic, sealOf, header, problem)) return false;
    const Bytes frame = blob.subspan(kHeaderSize);
    // No shape bounds the length here, so the frame has to confirm it before memory is taken.
    if (ZSTD_getFrameContentSize(frame.data(), frame.size()) != header.rawBytes) {
        problem = QStringLiteral("%1 raw bytes do not fit").arg(header.rawBytes);
        return false;
    }
    data = QByteArray(static_cast<int>(header.rawBytes), Qt::Uninitialized);
    return inflate(frame, header.rawBytes, data.data(), problem);
}

}  // namespace mudeung::store
