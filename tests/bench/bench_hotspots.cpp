// SPDX-License-Identifier: GPL-3.0-or-later
// Times of the local statistics on a made city of stops, and the same data as CSV for the peer.
//   bench_hotspots FOLDER [STOPS [PERMUTATIONS [ROUNDS]]]
// Writes FOLDER/points.csv, values.csv (one column per hour), links.csv, z.csv and p.csv; prints one line of JSON: milliseconds, medians.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <string>

#include "core/analysis/emerging/emerging.h"
#include "core/analysis/hotspots/global_moran.h"
#include "core/analysis/hotspots/permutation.h"
#include "core/analysis/math/random.h"
#include "core/analysis/neighbours/nearest.h"

using namespace mudeung;

namespace {

constexpr int kHours = 24;
constexpr int kNeighbours = 30;

struct City {
    std::vector<PlanarPoint> points;
    std::vector<std::vector<double>> hours;
};

/// Clusters of stops; boardings are counts that grow towards a centre that moves with the hour.
City madeCity(int stops) {
    Random random(2026);
    std::vector<PlanarPoint> centres;
    for (int c = 0; c < 40; ++c) centres.push_back({180000 + 26000 * random.uniform(), 170000 + 24000 * random.uniform()});
    City city;
    for (int i = 0; i < stops; ++i) {
        const PlanarPoint c = centres[random.below(40)];
        city.points.push_back({c.x + 1500 * random.normal(), c.y + 1500 * random.normal()});
    }
    for (int h = 0; h < kHours; ++h) {
        const PlanarPoint c = centres[static_cast<std::size_t>(h)];
        std::vector<double> x;
        for (const PlanarPoint& p : city.points) {
            const double near = std::exp(-((p.x - c.x) * (p.x - c.x) + (p.y - c.y) * (p.y - c.y)) / 2e7);
            x.push_back(std::floor((20.0 + 60.0 * near) * std::exp(random.normal())));
        }
        city.hours.push_back(std::move(x));
    }
    return city;
}

template <typename Work>
double milliseconds(int rounds, Work work) {
    std::vector<double> times;
    for (int r = 0; r < rounds; ++r) {
        const auto began = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

void writeTable(const std::string& path, const std::vector<std::string>& names, const std::vector<std::vector<double>>& columns) {
    std::ofstream out(path);
    out << std::setprecision(17);
    for (std::size_t c = 0; c < names.size(); ++c) out << (c ? "," : "") << names[c];
    for (std::size_t r = 0; r < columns.front().size(); ++r)
        for (std::size_t c = 0; c < columns.size(); ++c) out << (c ? "," : "\n") << columns[c][r];
    out << '\n';
    if (!out.flush()) {
        std::cerr << "cannot write " << path << '\n';
        std::exit(1);
    }
}

void writeData(const std::string& folder, const City& city, const SpatialWeights& w) {
    std::vector<double> x, y, from, to;
    for (const PlanarPoint& p : city.points) x.push_back(p.x), y.push_back(p.y);
    writeTable(folder + "/points.csv", {"x", "y"}, {x, y});
    std::vector<std::string> names;
    for (int h = 0; h < kHours; ++h) names.push_back("h" + std::to_string(h));
    writeTable(folder + "/values.csv", names, city.hours);
    for (std::size_t i = 0; i < w.size(); ++i)
        for (std::uint32_t j : w.neighboursOf(i)) from.push_back(static_cast<double>(i)), to.push_back(j);
    writeTable(folder + "/links.csv", {"from", "to"}, {from, to});
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "bench_hotspots FOLDER [STOPS [PERMUTATIONS [ROUNDS]]]\n";
        return 2;
    }
    const std::string folder = argv[1];
    const int stops = argc > 2 ? std::max(kNeighbours + 2, std::atoi(argv[2])) : 2420;
    const int rounds = argc > 4 ? std::max(1, std::atoi(argv[4])) : 7;
    PermutationParams params;
    params.permutations = argc > 3 ? std::max(1, std::atoi(argv[3])) : 99999;

    const City city = madeCity(stops);
    SpatialWeights w;
    const double nearest = milliseconds(rounds, [&] { w = kNearest(city.points, kNeighbours); });
    const double metres = leastBand(city.points);
    SpatialWeights band;
    const double bandTime = milliseconds(rounds, [&] { band = distanceBand(city.points, metres); });
    const SpatialWeights star = withSelf(w), rows = withStyle(w, WeightStyle::RowStandardised);
    writeData(folder, city, w);

    std::vector<LocalStatistic> gi(kHours), moran(kHours);
    const auto allHours = [&](auto work) {
        return [&, work] {
            for (std::size_t h = 0; h < kHours; ++h) work(h);
        };
    };
    const double giTime = milliseconds(rounds, allHours([&](std::size_t h) { gi[h] = getisOrd(city.hours[h], star); }));
    const double moranTime = milliseconds(rounds, allHours([&](std::size_t h) { moran[h] = localMoran(city.hours[h], rows); }));

    const std::vector<std::vector<double>> one{city.hours.front()};
    std::vector<PermutationCounts> counts;
    const double oneTime = milliseconds(rounds, [&] { counts = permuteNeighbourSums(one, w, params); });
    const double allTime = milliseconds(std::max(1, rounds / 3), [&] { permuteNeighbourSums(city.hours, w, params); });
    const double bandOne = milliseconds(std::max(1, rounds / 3), [&] { permuteNeighbourSums(one, band, params); });
    GlobalCounts global;
    const double globalTime = milliseconds(std::max(1, rounds / 3), [&] { global = permuteGlobalMoran(one.front(), rows, params); });
    EmergingResult emerging;
    const double emergingTime = milliseconds(rounds, [&] { emerging = emergingHotSpots(city.hours, w, {}); });

    std::vector<std::vector<double>> z;
    std::vector<std::string> names;
    for (std::size_t h = 0; h < kHours; ++h) {
        names.push_back("g" + std::to_string(h)), z.push_back(gi[h].z);
        names.push_back("m" + std::to_string(h)), z.push_back(moran[h].z);
    }
    writeTable(folder + "/z.csv", names, z);
    writeTable(folder + "/p.csv", {"gi", "moran"},
               {permutationP(counts.front(), params.permutations, Alternative::TwoSided),
                permutationPOfMoran(counts.front(), one.front(), params.permutations, Alternative::TwoSided)});
    std::printf(
        "{\"stops\": %d, \"hours\": %d, \"neighbours\": %d, \"permutations\": %d, \"knn\": %.4f, \"band\": %.4f, \"bandLinks\": %zu, "
        "\"gi\": %.4f, "
        "\"moran\": %.4f, \"permute\": %.3f, \"permuteHours\": %.3f, \"permuteBand\": %.3f, \"global\": %.3f, \"emerging\": %.4f, "
        "\"globalP\": %.6f}\n",
        stops, kHours, kNeighbours, params.permutations, nearest, bandTime, band.neighbour.size(), giTime, moranTime, oneTime, allTime,
        bandOne, globalTime, emergingTime, permutationP(global.atLeast, global.atMost, params.permutations, Alternative::TwoSided));
    return 0;
}
