// SPDX-License-Identifier: GPL-3.0-or-later
// Which dong and district each series belongs to, and the sums that follow.
#include "core/analysis/forecast/series_tree.h"

#include <QHash>
#include <cmath>
#include <limits>
#include <string>

#include "core/analysis/forecast/reconcile.h"
#include "core/cube/area_list.h"
#include "core/cube/place_index.h"

namespace mudeung::forecast {

namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
constexpr int kDistrictDigits = 5;
constexpr int kDongDigits = 10;

struct Areas {
    QString dong;  ///< empty: in none, or the unit is one itself
    QString district;
};

QString districtOf(const QString& dong) {
    return dong.size() == kDongDigits ? dong.left(kDistrictDigits) : QString();
}

/// By key of the unit.
Result<QHash<QString, Areas>> areasOf(QueryEngine& engine, const AnalysisSubject& subject, SeriesUnit unit,
                                      const std::vector<SeriesLeaf>& leaves) {
    QHash<QString, Areas> areas;
    const QString kind = subject.dataset.placeKind;
    if (unit != SeriesUnit::Place || kind == QLatin1String("dong")) {
        for (const SeriesLeaf& leaf : leaves) areas.insert(leaf.unit, {QString(), districtOf(leaf.unit)});
        return areas;
    }
    const auto places = locatePlaces(*engine.workspace(), subject.dataset);
    if (!places) return places.error();
    for (const LocatedPlace& place : *places) areas.insert(place.code, {place.dong, districtOf(place.dong)});
    return areas;
}

void addTo(std::vector<double>& sums, const std::vector<double>& days) {
    for (std::size_t d = 0; d < sums.size(); ++d)
        if (!std::isnan(days[d])) sums[d] = std::isnan(sums[d]) ? days[d] : sums[d] + days[d];
}

/// Dongs added up, in the order in which their districts appear.
std::vector<SeriesLeaf> districts(const std::vector<SeriesLeaf>& dongs, const QHash<QString, Areas>& areas,
                                  const QHash<QString, QString>& names) {
    std::vector<SeriesLeaf> found;
    QHash<QString, int> known;
    for (const SeriesLeaf& dong : dongs) {
        const QString code = areas.value(dong.unit).district;
        const QString id = code + QLatin1Char('/') + dong.group;
        auto at = known.constFind(id);
        if (at == known.constEnd()) {
            at = known.insert(id, static_cast<int>(found.size()));
            SeriesLeaf leaf = dong;
            leaf.unit = code;
            if (!code.isEmpty()) leaf.label = names.value(code, code);
            leaf.lon = leaf.lat = kNothing;
            leaf.days.assign(dong.days.size(), kNothing);
            found.push_back(std::move(leaf));
        }
        addTo(found[static_cast<std::size_t>(*at)].days, dong.days);
    }
    return found;
}

/// What a sum is called, by the label that `hierarchyOf` is given for it.
class Levels {
public:
    explicit Levels(std::size_t leaves) : m_leaves(leaves) {}

    void begin() { m_labels.emplace_back(m_leaves); }
    void put(std::size_t leaf, SeriesSum sum) {
        const std::string id = (sum.level + QLatin1Char(' ') + sum.key).toStdString();
        m_labels.back()[leaf] = id;
        m_sums.insert(QString::fromStdString(id), std::move(sum));
    }
    std::vector<SeriesSum> sums() const {
        std::vector<std::string> names;
        const Hierarchy hierarchy = hierarchyOf(m_labels, static_cast<int>(m_leaves), true, &names);
        std::vector<SeriesSum> found;
        if (m_leaves == 1)  // the sum of one equals it, and is asked for all the same
            found.push_back({QStringLiteral("all"), QStringLiteral("all"), {}, kNothing, kNothing, {0}});
        for (std::size_t k = 0; k < names.size(); ++k) {
            SeriesSum sum = m_sums.value(QString::fromStdString(names[k]));
            if (sum.level.isEmpty()) sum = {QStringLiteral("all"), QStringLiteral("all"), {}, kNothing, kNothing, {}};
            sum.members = hierarchy.aggregates[k];
            found.push_back(std::move(sum));
        }
        return found;
    }

private:
    std::size_t m_leaves;
    std::vector<std::vector<std::string>> m_labels;
    QHash<QString, SeriesSum> m_sums;
};

QString prefixed(const char* level, const QString& code) {
    return QLatin1String(level) + QLatin1Char(':') + code;
}

}  // namespace

std::vector<double> SeriesSum::days(const std::vector<SeriesLeaf>& leaves) const {
    std::vector<double> sums(leaves.front().days.size(), kNothing);
    for (const int member : members) addTo(sums, leaves[static_cast<std::size_t>(member)].days);
    return sums;
}

Result<SeriesTree> seriesTree(QueryEngine& engine, const AnalysisSubject& subject, SeriesUnit unit, std::vector<SeriesLeaf> leaves) {
    const auto areas = areasOf(engine, subject, unit, leaves);
    if (!areas) return areas.error();
    const auto list = readAreas(*engine.workspace());
    if (!list) return list.error();
    QHash<QString, QString> names;
    for (const auto& [code, name] : *list) names.insert(code, name);

    SeriesTree tree;
    tree.leaves = unit == SeriesUnit::District ? districts(leaves, *areas, names) : std::move(leaves);
    const QString level = unit == SeriesUnit::District ? QStringLiteral("district")
                          : unit == SeriesUnit::Dong   ? QStringLiteral("dong")
                                                       : QStringLiteral("place");
    const bool split = !tree.leaves.empty() && !tree.leaves.front().group.isEmpty();
    std::vector<Areas> above;
    std::vector<QString> plain;  // names without the group
    for (SeriesLeaf& leaf : tree.leaves) {
        above.push_back(unit == SeriesUnit::District ? Areas{} : areas->value(leaf.unit));
        plain.push_back(leaf.label);
        leaf.level = level;
        leaf.key = leaf.unit;
        if (!split) continue;
        leaf.level += QStringLiteral("/group");
        leaf.key += QLatin1Char('/') + leaf.group;
        leaf.label += QStringLiteral(" · ") + leaf.groupLabel;
    }
    Levels levels(tree.leaves.size());
    const auto addAreas = [&](const char* kind, QString Areas::*code, bool byGroup) {
        levels.begin();
        for (std::size_t i = 0; i < tree.leaves.size(); ++i) {
            const QString area = above[i].*code;
            if (area.isEmpty()) continue;
            SeriesSum sum{QLatin1String(kind), prefixed(kind, area), names.value(area, area), kNothing, kNothing, {}};
            if (byGroup) {
                sum.level += QStringLiteral("/group");
                sum.key += QLatin1Char('/') + tree.leaves[i].group;
                sum.label += QStringLiteral(" · ") + tree.leaves[i].groupLabel;
            }
            levels.put(i, std::move(sum));
        }
    };
    addAreas("district", &Areas::district, false);
    addAreas("dong", &Areas::dong, false);
    if (split) {
        levels.begin();
        for (std::size_t i = 0; i < tree.leaves.size(); ++i) {
            const SeriesLeaf& leaf = tree.leaves[i];
            levels.put(i, {level, leaf.unit, plain[i], leaf.lon, leaf.lat, {}});
        }
        levels.begin();
        for (std::size_t i = 0; i < tree.leaves.size(); ++i) {
            const SeriesLeaf& leaf = tree.leaves[i];
            levels.put(i, {QStringLiteral("group"), prefixed("group", leaf.group), leaf.groupLabel, kNothing, kNothing, {}});
        }
        addAreas("district", &Areas::district, true);
        addAreas("dong", &Areas::dong, true);
    }
    tree.sums = levels.sums();
    if (split)
        for (SeriesLeaf& leaf : tree.leaves) leaf.lon = leaf.lat = kNothing;  // the sum over its groups is what the map shows
    return tree;
}

}  // namespace mudeung::forecast
