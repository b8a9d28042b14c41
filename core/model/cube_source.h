// SPDX-License-Identifier: GPL-3.0-or-later
// What one import adds to one cube, in blocks of places, so that its months never need to be in memory together. Knows no files.
#pragma once

#include <QByteArray>
#include <cstdint>
#include <vector>

#include "core/model/cube_data.h"

namespace mudeung {

/// Places per block; 128 two-byte cells are four cache lines.
constexpr int kBlockPlaces = 128;
/// Codes of a packed cell: its value, or one of these.
constexpr std::uint16_t kLargeCode = 0xFFFF;    ///< the next of the large values
constexpr std::uint16_t kNothingCode = 0xFFFE;  ///< not observed

/// The cells of up to 128 places of one month, measure and group.
struct PackedBlock {
    int width = 0;                     ///< places
    std::vector<std::uint16_t> codes;  ///< [day][hour][place]
    std::vector<std::int64_t> large;   ///< values of the kLargeCode cells, in their order
    QByteArray frame;                  ///< codes and large values as one compressed frame, when the source has it; else empty

    /// Fills codes and large values from cells with kNotObserved; the frame is emptied.
    void pack(const std::int64_t* cells, std::size_t count, int places);
    /// Writes every cell, kNotObserved where there is nothing. `cells` has codes.size() elements.
    void unpack(std::int64_t* cells) const;
};

class CubeSource {
public:
    virtual ~CubeSource() = default;
    virtual const Dataset& dataset() const = 0;
    virtual const std::vector<Place>& places() const = 0;
    /// Ascending.
    virtual const std::vector<MonthKey>& months() const = 0;
    /// The places from block × 128 on. False when none of them is observed; `out` is then not to be read.
    virtual Result<bool> block(MonthKey month, int measure, int group, int block, PackedBlock& out) const = 0;

    int blocks() const { return (static_cast<int>(places().size()) + kBlockPlaces - 1) / kBlockPlaces; }
    /// Days that a month is made of: 1 for monthly and yearly data.
    int daysIn(MonthKey month) const;
    int hours() const { return dataset().hourCount > 0 ? dataset().hourCount : 1; }
    /// The whole plane [day][hour][place], from its blocks.
    Status plane(MonthKey month, int measure, int group, std::vector<std::int64_t>& cells) const;
};

/// Dense months in memory, seen as a source; `data` must outlive it.
class CubeDataSource final : public CubeSource {
public:
    explicit CubeDataSource(const CubeData& data);
    const Dataset& dataset() const override { return m_data.dataset; }
    const std::vector<Place>& places() const override { return m_data.places; }
    const std::vector<MonthKey>& months() const override { return m_months; }
    Result<bool> block(MonthKey month, int measure, int group, int block, PackedBlock& out) const override;

private:
    const CubeData& m_data;
    std::vector<MonthKey> m_months;
};

}  // namespace mudeung
