// SPDX-License-Identifier: GPL-3.0-or-later
// Dongs with names and codes, residents by single year of age, senior centres.
#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/sample/layout.h"
#include "core/sample/random.h"

namespace mudeung::sample {
namespace {

constexpr int kFirstSerial = 901;  // no dong of the real city has such a serial

double bandAt(const std::vector<double>& bands, int age) {
    // Linear between the middles of the five-year bands, so that single years have no steps.
    const double position = std::clamp((age - 2.0) / 5.0, 0.0, static_cast<double>(bands.size()) - 1.0);
    const std::size_t low = std::min(static_cast<std::size_t>(position), bands.size() - 2);
    const double share = position - static_cast<double>(low);
    return bands[low] * (1.0 - share) + bands[low + 1] * share;
}

QString kindOf(const Dong& dong, const Facts& facts, Random& random) {
    const double km = distanceMeters(dong.centre, facts.centre) / 1000.0;
    if (dong.areaKm2 > 13.0) return QStringLiteral("rural");
    if (km < 2.6) return QStringLiteral("oldCentre");
    const double newTown = km > 5.0 ? 0.6 : 0.25;
    return random.uniform() < newTown ? QStringLiteral("newTown") : QStringLiteral("balanced");
}

double sizeOf(const QString& kind) {
    if (kind == QLatin1String("newTown")) return 1.9;
    if (kind == QLatin1String("rural")) return 0.14;
    return kind == QLatin1String("oldCentre") ? 0.5 : 0.95;
}

}  // namespace

std::vector<int> apportion(int total, const std::vector<double>& weights) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<int> parts(weights.size(), 0);
    if (!(sum > 0.0)) return parts;
    std::vector<std::pair<double, std::size_t>> remainders;
    int given = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double exact = total * weights[i] / sum;
        parts[i] = static_cast<int>(std::floor(exact));
        given += parts[i];
        remainders.emplace_back(parts[i] - exact, i);
    }
    std::sort(remainders.begin(), remainders.end());
    for (int i = 0; i < total - given; ++i) ++parts[remainders[static_cast<std::size_t>(i) % remainders.size()].second];
    return parts;
}

void layOutDongs(City& city, const HexMap& map) {
    Random random(city.options.seed, "dongs");
    const auto rings = map.rings();
    int first = 0;
    for (std::size_t d = 0; d < city.facts.districts.size(); ++d) {
        const District& district = city.facts.districts[d];
        std::vector<int> order(district.dongs);
        std::iota(order.begin(), order.end(), first);
        // Names run from west to east in strips, so that 1동 and 2동 of one name are neighbours more often than not.
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return map.centres()[a].x < map.centres()[b].x; });
        const int stems = static_cast<int>(district.stems.size());
        for (int i = 0; i < district.dongs; ++i) {
            const int stem = i * stems / district.dongs;
            const int from = (stem * district.dongs + stems - 1) / stems;
            const int to = ((stem + 1) * district.dongs + stems - 1) / stems;
            Dong dong;
            dong.name = to - from > 1 ? QStringLiteral("%1%2동").arg(district.stems[stem]).arg(i - from + 1)
                                      : district.stems[stem] + QStringLiteral("동");
            dong.code = district.code + QString::number(kFirstSerial + i) + QStringLiteral("00");
            dong.statCode = district.statCode + QStringLiteral("%1").arg(i + 1, 2, 10, QLatin1Char('0'));
            dong.district = static_cast<int>(d);
            dong.centre = map.centres()[order[i]];
            dong.areaKm2 = static_cast<double>(map.cellsOfDong(order[i]).size()) * map.cellAreaKm2();
            dong.rings = rings[order[i]];
            dong.kind = kindOf(dong, city.facts, random);
            city.dongs.push_back(std::move(dong));
        }
        first += district.dongs;
    }
}

void layOutResidents(City& city) {
    Random random(city.options.seed, "residents");
    std::size_t first = 0;
    for (const District& district : city.facts.districts) {
        std::vector<double> weights;
        for (int i = 0; i < district.dongs; ++i) weights.push_back(sizeOf(city.dongs[first + i].kind) * std::exp(0.35 * random.normal()));
        const std::vector<int> totals = apportion(district.residents, weights);
        for (int i = 0; i < district.dongs; ++i) {
            Dong& dong = city.dongs[first + i];
            const double lean = random.uniform(0.05, 0.3);  // no dong is purely of one kind
            std::vector<double> ages(kAges);
            for (int age = 0; age < kAges; ++age) {
                const double own = bandAt(city.facts.pyramids[dong.kind], age);
                const double common = bandAt(city.facts.pyramids[QStringLiteral("balanced")], age);
                ages[age] = ((1.0 - lean) * own + lean * common) * std::exp(0.06 * random.normal());
            }
            const std::vector<int> counts = apportion(totals[i], ages);
            std::copy(counts.begin(), counts.end(), dong.residents.begin());
            dong.total = totals[i];
            for (int age = 0; age < kAges; ++age) {
                int group = kGroups - 1;
                while (age < city.facts.groupFirstAge[group]) --group;
                dong.residentsByGroup[group] += counts[age];
            }
        }
        first += static_cast<std::size_t>(district.dongs);
    }
}

void layOutSeniorCentres(City& city, const HexMap& map) {
    Random random(city.options.seed, "senior-centres");
    const QStringList& stems = city.facts.landmarkStems;
    for (std::size_t i = 0; i < city.dongs.size(); ++i) {
        const Dong& dong = city.dongs[i];
        const int old = dong.residentsByGroup[5] + dong.residentsByGroup[6];
        const int count = std::clamp(static_cast<int>(std::lround(old / 1100.0)), 1, 6);
        for (int k = 0; k < count; ++k) {
            SeniorCentre centre;
            const QString stem = stems[random.below(static_cast<int>(stems.size()))];
            centre.name = QStringLiteral("%1 %2%3경로당").arg(dong.name, stem).arg(k + 1);
            centre.address = QStringLiteral("%1 %2 %3길 %4")
                                 .arg(city.facts.city, city.facts.districts[dong.district].name, stem)
                                 .arg(1 + random.below(180));
            centre.dong = static_cast<int>(i);
            centre.at = dong.centre;
            for (int attempt = 0; attempt < 60; ++attempt) {
                const double reach = 0.5 * std::sqrt(std::min(dong.areaKm2, 9.0)) * 1000.0;
                const Point p{dong.centre.x + random.uniform(-reach, reach), dong.centre.y + random.uniform(-reach, reach)};
                const int at = map.dongAt(p);
                if (at < 0 || distanceMeters(map.centres()[at], dong.centre) > 1.0) continue;
                centre.at = p;
                break;
            }
            city.centres.push_back(std::move(centre));
        }
    }
    for (int i = 0; i < 2; ++i) city.centres[random.below(static_cast<int>(city.centres.size()))].located = false;
}

}  // namespace mudeung::sample
