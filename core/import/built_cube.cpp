// SPDX-License-Identifier: GPL-3.0-or-later
// Frames are handed on as they are; only the last block, which is rarely full, is packed anew.
#include "core/import/built_cube.h"

#include <QDate>
#include <algorithm>
#include <numeric>

namespace mudeung {

BuiltCube::BuiltCube(Dataset dataset, std::vector<Place> places, std::unique_ptr<MonthUnits> units, std::vector<char> mentioned)
    : m_dataset(std::move(dataset)),
      m_places(std::move(places)),
      m_mentioned(std::move(mentioned)),
      m_units(std::move(units)),
      m_months(m_units->months()) {
    m_mentioned.resize(m_places.size(), 1);
    m_groups.resize(static_cast<std::size_t>(m_units->shape().groups));
    std::iota(m_groups.begin(), m_groups.end(), 0);
}

std::size_t BuiltCube::slot(int measure, int group) const {
    return static_cast<std::size_t>(measure) * static_cast<std::size_t>(m_units->shape().groups) +
           static_cast<std::size_t>(m_groups[static_cast<std::size_t>(group)]);
}

Result<bool> BuiltCube::block(MonthKey month, int measure, int group, int block, PackedBlock& out) const {
    const FrameStore::Frame* frame = m_units->frame(month, static_cast<std::size_t>(block), slot(measure, group));
    if (frame == nullptr) return false;
    if (const Status read = m_units->unpack(*frame, daysIn(month), out); !read) return read.error();
    const int width = std::min(kBlockPlaces, static_cast<int>(m_places.size()) - block * kBlockPlaces);
    if (width == kBlockPlaces) return true;
    std::size_t to = 0;
    for (std::size_t line = 0; line < out.codes.size(); line += kBlockPlaces)
        for (int p = 0; p < width; ++p) out.codes[to++] = out.codes[line + static_cast<std::size_t>(p)];
    out.codes.resize(to);
    out.width = width;
    out.frame.clear();
    return true;
}

std::vector<Place> BuiltCube::mentionedPlaces() const {
    std::vector<Place> out;
    for (std::size_t p = 0; p < m_places.size(); ++p)
        if (mentioned(p)) out.push_back(m_places[p]);
    return out;
}

std::vector<int> BuiltCube::dropUnmentionedGroups() {
    const GroupScheme scheme = m_dataset.scheme;
    std::vector<int> kept;
    for (int group = 0; group < static_cast<int>(scheme.groups.size()); ++group) {
        bool any = false;
        for (int measure = 0; measure < static_cast<int>(m_dataset.measures.size()) && !any; ++measure)
            for (const MonthKey month : m_months)
                for (int b = 0; b < blocks() && !any; ++b)
                    any = m_units->frame(month, static_cast<std::size_t>(b), slot(measure, group)) != nullptr;
        if (any) kept.push_back(group);
    }
    if (kept.empty() || kept.size() == static_cast<std::size_t>(scheme.groups.size())) return {};
    m_dataset.scheme.groups.clear();
    for (const int group : kept) m_dataset.scheme.groups.append(scheme.groups[group]);
    m_groups = kept;
    return kept;
}

std::vector<std::int64_t> BuiltCube::sums() const {
    std::vector<std::int64_t> sums;
    for (int measure = 0; measure < static_cast<int>(m_dataset.measures.size()); ++measure) {
        for (int group = 0; group < static_cast<int>(m_groups.size()); ++group) {
            std::int64_t sum = 0;
            for (const MonthKey month : m_months)
                for (int b = 0; b < blocks(); ++b)
                    if (const UnitFacts* facts = m_units->facts(month, static_cast<std::size_t>(b)))
                        sum += facts->bySlot[slot(measure, group)].sum;
            sums.push_back(sum);
        }
    }
    return sums;
}

std::uint32_t BuiltCube::observedDays(MonthKey month) const {
    std::uint32_t days = 0;
    for (int b = 0; b < blocks(); ++b)
        if (const UnitFacts* facts = m_units->facts(month, static_cast<std::size_t>(b)))
            for (const SlotFacts& each : facts->bySlot) days |= each.days;
    return days;
}

Period BuiltCube::observedPeriod() const {
    Period p;
    if (m_months.empty()) return p;
    const MonthKey first = m_months.front();
    const MonthKey last = m_months.back();
    p.from = QDate(yearOf(first), monthOf(first), 1);
    if (m_dataset.timeStep == TimeStep::Year) {
        p.to = QDate(yearOf(last), 12, 31);
    } else if (m_dataset.timeStep == TimeStep::Month) {
        p.to = QDate(yearOf(last), monthOf(last), 1).addMonths(1).addDays(-1);
    } else {
        p.from = p.from.addDays(__builtin_ctz(std::max(1u, observedDays(first))));
        p.to = QDate(yearOf(last), monthOf(last), 1).addDays(31 - __builtin_clz(std::max(1u, observedDays(last))));
    }
    return p;
}

std::vector<std::int64_t> BuiltCube::daySums(MonthKey month, int measure, int day) const {
    std::vector<std::int64_t> sums(m_places.size(), UnitFacts::kNotMentioned);
    const std::size_t row = static_cast<std::size_t>(measure) * daysIn(month) + static_cast<std::size_t>(day);
    for (std::size_t p = 0; p < sums.size(); p += kBlockPlaces) {
        const UnitFacts* facts = m_units->facts(month, p / kBlockPlaces);
        if (facts == nullptr) continue;
        const auto from = facts->dayPlace.begin() + static_cast<std::ptrdiff_t>(row * kBlockPlaces);
        const auto width = static_cast<std::ptrdiff_t>(std::min<std::size_t>(kBlockPlaces, sums.size() - p));
        std::copy(from, from + width, sums.begin() + static_cast<std::ptrdiff_t>(p));
    }
    return sums;
}

std::vector<char> BuiltCube::countedPlaces() const {
    std::vector<char> counted(m_places.size(), 0);
    for (const MonthKey month : m_months) {
        for (std::size_t p = 0; p < counted.size(); ++p) {
            const UnitFacts* facts = m_units->facts(month, p / kBlockPlaces);
            if (facts != nullptr && facts->counted[p % kBlockPlaces]) counted[p] = 1;
        }
    }
    return counted;
}

std::vector<double> BuiltCube::sample(int measure, int group) const {
    return m_units->sample().values(slot(measure, group));
}

std::int64_t BuiltCube::largest(MonthKey month, int measure, int group, int block) const {
    const UnitFacts* facts = m_units->facts(month, static_cast<std::size_t>(block));
    return facts == nullptr ? 0 : facts->bySlot[slot(measure, group)].largest;
}

}  // namespace mudeung
