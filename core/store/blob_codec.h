// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of slabs and rollups: encode, and decode with every bound and the checksum tested. Knows no SQLite.
#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <vector>

#include "core/model/cube_source.h"
#include "core/store/sqlite.h"

namespace mudeung::store {

/// What a blob belongs to. It is summed with the bytes, so that a blob that strayed to another row, another write or another
/// workspace is found out like a flipped bit.
struct Seal {
    qint64 salt = 0;  ///< of the workspace
    qint64 key = 0;
    qint64 generation = 0;
};

/// Packs dataset row (15 bits), month (16), measure (6), group (10) and block or day type slot (16) so that rows sort in this order.
qint64 packKey(qint64 datasetRow, int month, int measure, int group, int block);
constexpr qint64 kMaxDatasetRow = (1 << 15) - 1;
constexpr int kMaxMonth = (1 << 16) - 1;
constexpr int kMaxMeasures = 1 << 6;
constexpr int kMaxGroups = (1 << 10) - 1;
/// In the place of a group, in keys of rollups: all groups together.
constexpr int kAllGroupsKey = kMaxGroups;
constexpr qint64 kMaxPlaces = qint64{1 << 16} * kBlockPlaces;

/// Cells [day][hour][place in block] of at most 128 places.
struct SlabShape {
    int days = 0;
    int hours = 0;
    int width = 0;
};

/// Codes and large values as one frame, the content of a slab. Thread-safe, as everything here.
QByteArray compressCells(const std::uint16_t* codes, std::size_t count, const std::vector<std::int64_t>& large);
/// The same back; `out.codes` has the wanted size already. False with a technical reason.
bool decompressCells(Bytes frame, std::size_t rawBytes, PackedBlock& out, QString& problem);

/// Takes the block's frame when it has one.
QByteArray encodeSlab(const PackedBlock& block, const SlabShape& shape, const Seal& seal);
QByteArray encodeSlab(const std::int64_t* cells, const SlabShape& shape, const Seal& seal);
/// False with a technical reason when the bytes cannot be trusted; the cells are then meaningless. `shape.width` is set from the blob.
bool decodeSlab(Bytes blob, const Seal& seal, SlabShape& shape, PackedBlock& block, QString& problem);
bool decodeSlab(Bytes blob, const Seal& seal, SlabShape& shape, std::vector<std::int64_t>& cells, QString& problem);

/// Sums and observed counts [hour][place] of the days of one type.
struct RollupPlanes {
    int hours = 0;
    int places = 0;
    std::vector<std::int64_t> sum;
    std::vector<std::int64_t> observed;
    bool operator==(const RollupPlanes&) const = default;
    /// Of the same shape. False when a sum leaves the 64-bit range.
    bool add(const RollupPlanes& other);
};

QByteArray encodeRollup(const RollupPlanes& planes, const Seal& seal);
/// `hours` and the largest number of places are given by the caller and tested.
bool decodeRollup(Bytes blob, const Seal& seal, int hours, int maxPlaces, RollupPlanes& planes, QString& problem);

/// A zstd frame with a length and a checksum in front, for texts such as rejected rows.
QByteArray packBytes(const QByteArray& data, const Seal& seal);
bool unpackBytes(Bytes blob, const Seal& seal, QByteArray& data, QString& problem);

}  // namespace mudeung::store
