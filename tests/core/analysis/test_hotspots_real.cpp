// SPDX-License-Identifier: GPL-3.0-or-later
// The real dongs and stops of Gwangju: statistics as spdep 1.2-7 has them to 1e-9, and the same places after Benjamini-Hochberg and
// Benjamini-Yekutieli. Expected values: Rscript tests/core/analysis/oracle/real_places.R FOLDER_OF_REAL_DATA
#include <QtTest>
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

#include "core/analysis/hotspots/empirical_bayes.h"
#include "core/analysis/hotspots/global_moran.h"
#include "core/analysis/hotspots/local_statistics.h"
#include "core/analysis/hotspots/permutation.h"
#include "core/analysis/math/multiple_testing.h"
#include "core/analysis/neighbours/nearest.h"
#include "core/cube/geometry.h"
#include "tests/support/columns.h"
#include "tests/support/dongs.h"
#include "tests/support/real_data.h"

using namespace mudeung;

namespace {

struct Residents {
    double all = 0.0;
    double old = 0.0;  ///< 65 and older
};

/// Cells of a line with quotes; bytes stay bytes.
QByteArrayList cellsOf(const QByteArray& line) {
    QByteArrayList cells{QByteArray()};
    bool quoted = false;
    for (char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            cells << QByteArray();
        } else if (c != '\r' && c != '\n') {
            cells.back() += c;
        }
    }
    return cells;
}

double number(QByteArray text) {
    return text.replace(',', "").toDouble();
}

/// By dong code, which stands in brackets behind the name. Columns: name, total, total of the ages, ages 0 … 99, 100 and more.
std::map<QString, Residents> readResidents(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read the residents");
    file.readLine();
    std::map<QString, Residents> residents;
    while (!file.atEnd()) {
        const QByteArrayList cells = cellsOf(file.readLine());
        if (cells.size() != 104) continue;
        const QByteArray code = cells[0].mid(cells[0].lastIndexOf('(') + 1, 10);
        Residents r{number(cells[1]), 0.0};
        for (int c = 104 - 36; c < 104; ++c) r.old += number(cells[c]);
        residents[QString::fromLatin1(code)] = r;
    }
    return residents;
}

struct Stops {
    std::vector<LonLat> at;
    std::vector<double> boardings;
};

/// Boardings by stop (number and spot) of all ticket classes, in the order of number and spot.
Stops readStops(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read the stops");
    file.readLine();
    std::map<std::tuple<int, double, double>, double> sums;
    while (!file.atEnd()) {
        const QByteArrayList cells = cellsOf(file.readLine());
        bool hasNumber = false;
        const int stop = cells.value(0).toInt(&hasNumber);
        if (cells.size() != 8 || cells[6] != "승차" || !hasNumber || cells[2].isEmpty()) continue;
        sums[{stop, cells[2].toDouble(), cells[3].toDouble()}] += cells[7].toDouble();
    }
    Stops stops;
    for (const auto& [key, sum] : sums) {
        stops.at.push_back({std::get<2>(key), std::get<1>(key)});
        stops.boardings.push_back(sum);
    }
    return stops;
}

bool inside(const PlanarArea& area, PlanarPoint p) {
    bool odd = false;
    for (const PlanarRing& ring : area.rings)
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
            if ((ring[i].y > p.y) != (ring[j].y > p.y) &&
                p.x < (ring[j].x - ring[i].x) * (p.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
                odd = !odd;
    return odd;
}

/// What the oracle prints of a column: sums over all places, and numbers of places found (counting from 1) with their sum.
struct Expected {
    double squares, largest, smallest, moran, moranZ, localSquares;
    std::array<std::array<int, 4>, 3> found;  ///< none, BH, BY: Gi* count and sum, local Moran count and sum
};

void compare(const std::vector<double>& x, const SpatialWeights& w, const Expected& e) {
    const LocalStatistic g = getisOrd(x, withSelf(w));
    const LocalStatistic m = localMoran(x, w);
    double squares = 0.0, localSquares = 0.0;
    for (double z : g.z) squares += z * z;
    for (double z : m.z) localSquares += std::isnan(z) ? 0.0 : z * z;
    QVERIFY(std::abs(squares / e.squares - 1.0) < 1e-9);
    QVERIFY(std::abs(*std::max_element(g.z.begin(), g.z.end()) - e.largest) < 1e-9);
    QVERIFY(std::abs(*std::min_element(g.z.begin(), g.z.end()) - e.smallest) < 1e-9);
    QVERIFY(std::abs(localSquares / e.localSquares - 1.0) < 1e-9);
    const GlobalMoran global = globalMoran(x, w);
    QVERIFY(std::abs(global.i - e.moran) < 1e-9);
    QVERIFY(std::abs(global.zRandomisation - e.moranZ) < 1e-9);
    const Correction corrections[] = {Correction::None, Correction::BenjaminiHochberg, Correction::BenjaminiYekutieli};
    for (std::size_t c = 0; c < 3; ++c) {
        std::array<int, 4> found{};
        const auto count = [&](const std::vector<double>& p, std::size_t at) {
            const std::vector<double> q = adjustedP(p, corrections[c]);
            for (std::size_t i = 0; i < q.size(); ++i)
                if (q[i] <= 0.05) found[at] += 1, found[at + 1] += static_cast<int>(i) + 1;
        };
        count(g.p, 0);
        count(m.p, 2);
        QVERIFY(found == e.found[c]);
    }
}

}  // namespace

class TestHotspotsReal : public QObject {
    Q_OBJECT
private slots:
    void dongs();
    void stops();
};

void TestHotspotsReal::dongs() {
    MUDEUNG_REAL_FILE(boundaries, "boundaries/hangjeongdong_광주광역시.geojson");
    MUDEUNG_REAL_FILE(population, "population/korea_age_by_dong_202409_cp949.csv");
    MUDEUNG_REAL_FILE(ridership, "gwangju_transit/DERIVED_gwangju_bus_ridership_2022_joined.csv");
    const test::Dongs dongs = test::readDongs(boundaries);
    const auto residents = readResidents(population);
    std::vector<std::uint32_t> there;
    std::vector<double> all, old, share;
    for (std::size_t i = 0; i < dongs.areas.size(); ++i) {
        const auto found = residents.find(dongs.codes[static_cast<int>(i)]);
        if (found == residents.end()) continue;
        there.push_back(static_cast<std::uint32_t>(i));
        all.push_back(found->second.all);
        old.push_back(found->second.old);
        share.push_back(old.back() / all.back());
    }
    QCOMPARE(there.size(), std::size_t{94});
    QCOMPARE(std::accumulate(all.begin(), all.end(), 0.0), 1368456.0);
    QCOMPARE(std::accumulate(old.begin(), old.end(), 0.0), 235338.0);
    const SpatialWeights binary = subsetOf(queenContiguity(dongs.areas, 1.0), there);
    const SpatialWeights standardised = withStyle(binary, WeightStyle::RowStandardised);

    compare(old, binary,
            {184.71591710610659,
             2.8893423770743554,
             -3.006705790723772,
             0.14550148240755681,
             2.6342620493876492,
             167.72180418511681,
             {{{14, 426, 11, 415}, {0, 0, 0, 0}, {0, 0, 0, 0}}}});
    compare(share, standardised,
            {248.51676545329812,
             3.6630755854382056,
             -3.6861451562514684,
             0.37616641139138302,
             6.3966688358094306,
             203.33143005075763,
             {{{22, 1486, 19, 1263}, {8, 685, 5, 426}, {6, 513, 0, 0}}}});

    // Permutation p: 99,999 draws of ours against 99,999 by R's sample.int of eight dongs (number, at least, at most).
    PermutationParams params;
    const PermutationCounts counts = permuteNeighbourSums(std::vector<std::vector<double>>{share}, binary, params).front();
    for (const auto& [dong, least, most] : {std::array<int, 3>{72, 99992, 7},
                                            {80, 99970, 29},
                                            {81, 99999, 0},
                                            {87, 875, 99124},
                                            {89, 99992, 7},
                                            {91, 99990, 9},
                                            {92, 99962, 37},
                                            {93, 99998, 1}}) {
        const auto i = static_cast<std::size_t>(dong - 1);
        const auto agrees = [](std::uint32_t ours, int theirs) {
            const double p = (ours + theirs) / (2.0 * 99999);
            return std::abs(static_cast<double>(ours) - theirs) <= 4.5 * std::sqrt(2.0 * 99999 * p * (1.0 - p)) + 1.0;
        };
        QVERIFY(agrees(counts.atLeast[i], least) && agrees(counts.atMost[i], most));
    }

    // Boardings per resident, standardised for the size of the dongs.
    const Stops stops = readStops(ridership);
    std::vector<double> boardings(dongs.areas.size(), 0.0);
    int found = 0;
    for (std::size_t s = 0; s < stops.at.size(); ++s) {
        const PlanarPoint p = test::cityPlane(stops.at[s].lon, stops.at[s].lat);
        const auto dong = std::find_if(dongs.areas.begin(), dongs.areas.end(), [&](const PlanarArea& a) { return inside(a, p); });
        if (dong == dongs.areas.end()) continue;
        ++found;
        boardings[static_cast<std::size_t>(dong - dongs.areas.begin())] += stops.boardings[s];
    }
    QCOMPARE(found, 2369);
    std::vector<double> cases;
    for (std::uint32_t i : there) cases.push_back(boardings[i]);
    compare(standardisedRates(cases, all), standardised,
            {184.2501727789475,
             5.8466303115175924,
             -1.0231627206342306,
             0.23667864992192383,
             4.5560373205614342,
             166.81059522088361,
             {{{11, 173, 12, 221}, {5, 50, 6, 57}, {4, 47, 4, 47}}}});
}

void TestHotspotsReal::stops() {
    MUDEUNG_REAL_FILE(ridership, "gwangju_transit/DERIVED_gwangju_bus_ridership_2022_joined.csv");
    const Stops stops = readStops(ridership);
    QCOMPARE(stops.at.size(), std::size_t{2758});
    std::vector<PlanarPoint> points;
    for (LonLat at : stops.at) points.push_back(test::cityPlane(at.lon, at.lat));
    const SpatialWeights band = distanceBand(points, 500.0);
    QCOMPARE(band.neighbour.size(), std::size_t{21556});
    QCOMPARE(islandsOf(band).size(), std::size_t{23});
    QVERIFY(std::abs(leastBand(points) - 1297.6078863568043) < 1e-9);
    compare(stops.boardings, band,
            {10054.971053351221,
             12.935604965216777,
             -1.7576102679540375,
             0.35897465008982271,
             37.677271215305296,
             9157.0568209549056,
             {{{398, 383841, 371, 352625}, {212, 182684, 208, 180262}, {143, 109148, 135, 101350}}}});
}

QTEST_GUILESS_MAIN(TestHotspotsReal)
#include "test_hotspots_real.moc"
