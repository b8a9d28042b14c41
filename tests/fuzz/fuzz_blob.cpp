// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's entry: any bytes as a slab, a rollup or a packed text of a workspace. They are refused with a reason, or have the promised
// shape and survive being written again.
#include <QByteArray>
#include <QtEndian>
#include <cstdint>
#include <vector>

#include "core/store/blob_codec.h"
#include "core/store/crc32c.h"
#include "tests/fuzz/require.h"

using namespace mudeung;
using namespace mudeung::store;
using mudeung::test::require;

namespace {

// The layout of blobs: core/store/README.md.
constexpr std::size_t kHeader = 36;
constexpr std::size_t kRawBytesAt = 16;
constexpr std::size_t kGenerationAt = 24;
constexpr std::size_t kCrcAt = 32;
const Seal kSeal{42, 4711, 9};

/// The first two bytes of an input: what the rest is taken for, and how much of it is put right so that the decoders behind the checksum
/// are reached.
struct Choice {
    enum class Kind { Slab, Rollup, Text };
    Kind kind = Kind::Slab;
    bool sealed = false;      ///< the checksum is made right: half of the inputs
    bool compressed = false;  ///< sealed, and what follows the header is content that still has to be compressed
    bool fitting = false;     ///< compressed, and content and header have the length that the header's shape asks for
    bool claiming = false;    ///< sealed, not compressed, and the header claims `claim` bytes
    std::uint64_t claim = 0;
    int days = 1;
    int hours = 1;
    int places = 0;

    Choice(std::uint8_t how, std::uint8_t shape) {
        static constexpr Kind kKinds[] = {Kind::Slab, Kind::Rollup, Kind::Text, Kind::Slab};
        static constexpr int kDays[] = {1, 2, 3, 31};
        static constexpr int kHours[] = {1, 2, 20, 28};
        static constexpr int kPlaces[] = {0, 5, 128, 3000};
        kind = kKinds[how % 4];
        sealed = (how & 0x80U) != 0;
        compressed = sealed && (how & 0x40U) != 0;
        claiming = sealed && !compressed && (how & 0x20U) != 0;
        fitting = compressed && (how & 0x20U) != 0;
        claim = std::uint64_t{1} << (shape % 64U);
        days = kDays[shape % 4];
        hours = kHours[shape / 4 % 4];
        places = kPlaces[shape / 16 % 4];
    }
};

template <typename T>
void put(QByteArray& blob, std::size_t at, T value) {
    for (std::size_t i = 0; i < sizeof(T); ++i) blob[static_cast<int>(at + i)] = static_cast<char>((value >> (8 * i)) & 0xFFU);
}

void putChecksum(QByteArray& blob) {
    std::uint32_t crc = crc32cNumber(crc32cNumber(crc32cNumber(0, kSeal.salt), kSeal.key), kSeal.generation);
    crc = crc32c(crc, blob.constData(), kCrcAt);
    crc = crc32c(crc, blob.constData() + kHeader, static_cast<std::size_t>(blob.size()) - kHeader);
    put(blob, kCrcAt, crc);
}

/// Bytes of content that the header asks for; 0 when they are too many to try often, and for texts, which have no shape.
std::uint64_t askedLength(const Choice& choice, const QByteArray& header) {
    const auto number = [&header](int at) { return std::uint64_t{qFromLittleEndian<quint32>(header.constData() + at)}; };
    std::uint64_t length = 0;
    if (choice.kind == Choice::Kind::Slab)
        length = std::uint64_t(2) * choice.days * choice.hours * (number(8) % 4096) + 8 * (number(12) % 4096);
    if (choice.kind == Choice::Kind::Rollup) length = choice.hours * (number(8) % 4096) * (number(12) % 256 + number(12) / 256);
    return length < 20000 ? length : 0;
}

QByteArray blobOf(const Choice& choice, const QByteArray& input) {
    if (!choice.sealed || input.size() < static_cast<int>(kHeader)) return input;
    QByteArray blob = input;
    if (choice.compressed) {
        static const QByteArray kMagic[] = {"SLB1", "RRU1", "BYT1"};
        QByteArray content = input.mid(kHeader);
        if (const auto length = static_cast<int>(askedLength(choice, input)); choice.fitting && length > 0) {
            content = content.leftJustified(length, '\1', true);
        }
        blob = kMagic[static_cast<int>(choice.kind)] + input.mid(4, kHeader - 4) + packBytes(content, kSeal).mid(kHeader);
        put(blob, kGenerationAt, static_cast<std::uint64_t>(kSeal.generation));
        if (choice.fitting) put(blob, kRawBytesAt, static_cast<std::uint64_t>(content.size()));
    }
    if (choice.claiming) put(blob, kRawBytesAt, choice.claim);
    putChecksum(blob);
    return blob;
}

void slab(Bytes blob, const Choice& choice) {
    const SlabShape wanted{choice.days, choice.hours, 0};
    SlabShape shape = wanted;
    PackedBlock block;
    QString problem;
    if (!decodeSlab(blob, kSeal, shape, block, problem)) return require(!problem.isEmpty(), "a slab is refused with a reason");
    require(shape.days == wanted.days && shape.hours == wanted.hours && shape.width >= 1 && shape.width <= kBlockPlaces &&
                block.width == shape.width && block.codes.size() == std::size_t(1) * shape.days * shape.hours * shape.width,
            "a slab has the shape that was asked for");
    std::vector<std::int64_t> cells;
    require(decodeSlab(blob, kSeal, shape, cells, problem) && cells.size() == block.codes.size(), "two ways of reading a slab agree");
    const QByteArray again = encodeSlab(cells.data(), shape, kSeal);
    std::vector<std::int64_t> same;
    require(decodeSlab(bytesOf(again), kSeal, shape, same, problem) && same == cells, "a slab survives being written again");
}

void rollup(Bytes blob, const Choice& choice) {
    RollupPlanes planes;
    QString problem;
    if (!decodeRollup(blob, kSeal, choice.hours, choice.places, planes, problem))
        return require(!problem.isEmpty(), "a rollup is refused with a reason");
    require(planes.hours == choice.hours && planes.places >= 0 && planes.places <= choice.places &&
                planes.sum.size() == std::size_t(1) * planes.hours * planes.places && planes.observed.size() == planes.sum.size(),
            "a rollup has the shape that was asked for");
    RollupPlanes same;
    require(decodeRollup(bytesOf(encodeRollup(planes, kSeal)), kSeal, choice.hours, choice.places, same, problem) && same == planes,
            "a rollup survives being written again");
    same.add(planes);  // as groups are added up: says when a sum is too large, and no more
}

void text(Bytes blob) {
    QByteArray data;
    QString problem;
    if (!unpackBytes(blob, kSeal, data, problem)) return require(!problem.isEmpty(), "a text is refused with a reason");
    QByteArray same;
    require(unpackBytes(bytesOf(packBytes(data, kSeal)), kSeal, same, problem) && same == data, "a text survives being written again");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const Choice choice(data[0], data[1]);
    const QByteArray blob = blobOf(choice, QByteArray(reinterpret_cast<const char*>(data + 2), static_cast<int>(size - 2)));
    // A copy without the NUL that Qt puts behind its bytes: reading one byte too many is then seen.
    const std::vector<std::uint8_t> exact(blob.begin(), blob.end());
    if (choice.kind == Choice::Kind::Slab) slab(exact, choice);
    if (choice.kind == Choice::Kind::Rollup) rollup(exact, choice);
    if (choice.kind == Choice::Kind::Text) text(exact);
    return 0;
}
