// SPDX-License-Identifier: GPL-3.0-or-later
// Between cells of 64 bits and packed blocks.
#include "core/model/cube_source.h"

#include <QCoreApplication>
#include <QDate>
#include <algorithm>

namespace mudeung {

void PackedBlock::pack(const std::int64_t* cells, std::size_t count, int places) {
    width = places;
    codes.resize(count);
    large.clear();
    frame.clear();
    for (std::size_t i = 0; i < count; ++i) {
        const std::int64_t value = cells[i];
        if (value >= 0 && value < kNothingCode) {
            codes[i] = static_cast<std::uint16_t>(value);
        } else if (value == kNotObserved) {
            codes[i] = kNothingCode;
        } else {
            codes[i] = kLargeCode;
            large.push_back(value);
        }
    }
}

void PackedBlock::unpack(std::int64_t* cells) const {
    std::size_t used = 0;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const std::uint16_t code = codes[i];
        cells[i] = code < kNothingCode ? code : code == kNothingCode ? kNotObserved : large[used++];
    }
}

int CubeSource::daysIn(MonthKey month) const {
    return dataset().timeStep == TimeStep::Day ? QDate(yearOf(month), monthOf(month), 1).daysInMonth() : 1;
}

Status CubeSource::plane(MonthKey month, int measure, int group, std::vector<std::int64_t>& cells) const {
    const std::size_t lines = static_cast<std::size_t>(daysIn(month)) * hours();
    const std::size_t all = places().size();
    cells.assign(lines * all, kNotObserved);
    PackedBlock packed;
    std::vector<std::int64_t> unpacked;
    for (int b = 0; b < blocks(); ++b) {
        const auto found = block(month, measure, group, b, packed);
        if (!found) return found.error();
        if (!*found) continue;
        unpacked.resize(packed.codes.size());
        packed.unpack(unpacked.data());
        const auto width = static_cast<std::size_t>(packed.width);
        for (std::size_t line = 0; line < lines; ++line) {
            const auto from = unpacked.begin() + static_cast<std::ptrdiff_t>(line * width);
            std::copy(from, from + packed.width,
                      cells.begin() + static_cast<std::ptrdiff_t>(line * all) + std::ptrdiff_t{b} * kBlockPlaces);
        }
    }
    return done();
}

CubeDataSource::CubeDataSource(const CubeData& data) : m_data(data) {
    for (const auto& [month, cells] : data.months) m_months.push_back(month);
}

Result<bool> CubeDataSource::block(MonthKey month, int measure, int group, int block, PackedBlock& out) const {
    const auto found = m_data.months.find(month);
    const auto all = static_cast<int>(m_data.places.size());
    const Dataset& d = m_data.dataset;
    const bool fits = found != m_data.months.end() && found->second.measures == d.measures.size() &&
                      found->second.groups == d.scheme.groups.size() && found->second.hours == hours() &&
                      found->second.days == daysIn(month) && found->second.places == all &&
                      found->second.cells.size() == found->second.index(found->second.measures, 0, 0, 0, 0);
    if (!fits) {
        return Error{ErrorCode::Internal,
                     QCoreApplication::translate("Store", "The import handed over numbers that do not fit together; nothing was changed."),
                     QStringLiteral("month shape")};
    }
    const MonthCells& m = found->second;
    const int first = block * kBlockPlaces;
    const int width = std::min(kBlockPlaces, all - first);
    const std::size_t lines = static_cast<std::size_t>(m.days) * m.hours;
    std::vector<std::int64_t> cells(lines * width);
    bool any = false;
    for (std::size_t line = 0; line < lines; ++line) {
        const std::int64_t* from = m.cells.data() + m.index(measure, group, 0, 0, first) + line * all;
        for (int p = 0; p < width; ++p) {
            cells[line * width + p] = from[p];
            any = any || from[p] != kNotObserved;
        }
    }
    if (any) out.pack(cells.data(), cells.size(), width);
    return any;
}

}  // namespace mudeung
