// SPDX-License-Identifier: GPL-3.0-or-later
// Neighbours against spdep (poly2nb, knn2nb, dnearneigh) on Columbus and on the real dongs, against plain search on random points, and with
// everything that is awkward: ties, places at one spot, islands, borders drawn badly.
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "core/analysis/math/random.h"
#include "core/analysis/neighbours/contiguity.h"
#include "core/analysis/neighbours/nearest.h"
#include "tests/support/columns.h"
#include "tests/support/dongs.h"
#include "tests/support/real_data.h"

using namespace mudeung;
using mudeung::test::Columns;

namespace {

using Links = std::set<std::pair<int, int>>;

Links linksOf(const SpatialWeights& w) {
    Links links;
    for (std::size_t i = 0; i < w.size(); ++i)
        for (std::uint32_t j : w.neighboursOf(i)) links.insert({static_cast<int>(i), static_cast<int>(j)});
    return links;
}

/// The links of one kind in columbus_links.csv: 0 queen, 1 four nearest, 2 least band, 3 six tenths of it.
Links expectedLinks(int kind) {
    const Columns c = test::readColumns(test::testFile("analysis/columbus_links.csv"));
    Links links;
    for (std::size_t i = 0; i < c["kind"].size(); ++i)
        if (static_cast<int>(c["kind"][i]) == kind) links.insert({static_cast<int>(c["from"][i]), static_cast<int>(c["to"][i])});
    return links;
}

std::vector<PlanarPoint> columbusPoints() {
    const Columns c = test::readColumns(test::testFile("analysis/columbus.csv"));
    std::vector<PlanarPoint> points;
    for (std::size_t i = 0; i < c["x"].size(); ++i) points.push_back({c["x"][i], c["y"][i]});
    return points;
}

std::vector<PlanarArea> columbusAreas(double scale = 1.0) {
    const Columns c = test::readColumns(test::testFile("analysis/columbus_rings.csv"));
    std::vector<PlanarArea> areas(49);
    for (std::size_t i = 0; i < c["x"].size(); ++i) {
        PlanarArea& area = areas[static_cast<std::size_t>(c["area"][i])];
        const auto ring = static_cast<std::size_t>(c["ring"][i]) - 1;
        if (area.rings.size() <= ring) area.rings.resize(ring + 1);
        area.rings[ring].push_back({c["x"][i] * scale, c["y"][i] * scale});
    }
    return areas;
}

PlanarArea rectangle(double left, double bottom, double right, double top) {
    return {{{{left, bottom}, {right, bottom}, {right, top}, {left, top}}}};
}

/// Clustered points with repetitions and some unknown ones.
std::vector<PlanarPoint> randomPoints(int count, std::uint64_t seed) {
    Random random(seed);
    std::vector<PlanarPoint> points;
    for (int i = 0; i < count; ++i) {
        const double spread = random.below(3) == 0 ? 20000.0 : 800.0;
        points.push_back({1000000.0 + random.normal() * spread, 1700000.0 + random.normal() * spread});
        if (i > 2 && random.below(10) == 0) points.back() = points[random.below(static_cast<std::uint32_t>(i))];
        if (random.below(40) == 0) points.back().x = std::numeric_limits<double>::quiet_NaN();
    }
    return points;
}

bool known(PlanarPoint p) {
    return std::isfinite(p.x) && std::isfinite(p.y);
}

double distance(PlanarPoint a, PlanarPoint b) {
    return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

}  // namespace

class TestNeighbours : public QObject {
    Q_OBJECT
private slots:
    void asSpdep();
    void bandAgainstPlainSearch();
    void nearestAgainstPlainSearch();
    void orderDoesNotMatter();
    void ties();
    void fewPoints();
    void badlyDrawnBorders();
    void corners();
    void areaInArea();
    void weights();
    void subset();
    void islands();
    void realDongs();
};

void TestNeighbours::asSpdep() {
    const auto points = columbusPoints();
    QCOMPARE(linksOf(queenContiguity(columbusAreas(), 0.0)), expectedLinks(0));
    QCOMPARE(linksOf(kNearest(points, 4)), expectedLinks(1));
    QVERIFY(std::abs(leastBand(points) - 3.3742713791279413) < 1e-14);
    QCOMPARE(linksOf(distanceBand(points, leastBand(points))), expectedLinks(2));
    QCOMPARE(linksOf(distanceBand(points, leastBand(points) * 0.6)), expectedLinks(3));
}

void TestNeighbours::bandAgainstPlainSearch() {
    const auto points = randomPoints(400, 3);
    for (double metres : {0.0, 1.0, 150.0, 900.0, leastBand(points), 1e6}) {
        Links expected;
        for (int i = 0; i < 400; ++i)
            for (int j = 0; j < 400; ++j)
                if (i != j && distance(points[static_cast<std::size_t>(i)], points[static_cast<std::size_t>(j)]) <= metres)
                    expected.insert({i, j});
        QVERIFY(linksOf(distanceBand(points, metres)) == expected);
    }
    const SpatialWeights least = distanceBand(points, leastBand(points));
    for (std::uint32_t island : islandsOf(least)) QVERIFY(!known(points[island]));
    QVERIFY(std::any_of(points.begin(), points.end(), [&](PlanarPoint p) { return !known(p); }));
    const SpatialWeights less = distanceBand(points, std::nextafter(leastBand(points), 0.0));
    QVERIFY(islandsOf(less).size() > islandsOf(least).size());
}

/// Nobody outside of the list is nearer than the farthest in it, at 1, 5, 30 neighbours and more than there are points.
void TestNeighbours::nearestAgainstPlainSearch() {
    const auto points = randomPoints(300, 4);
    const auto withPosition = static_cast<std::size_t>(std::count_if(points.begin(), points.end(), known));
    for (int k : {1, 5, 30, 500}) {
        const SpatialWeights w = kNearest(points, k);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto row = w.neighboursOf(i);
            if (!known(points[i])) {
                QVERIFY(row.empty());
                continue;
            }
            QCOMPARE(row.size(), std::min(static_cast<std::size_t>(k), withPosition - 1));
            double farthest = 0.0;
            for (std::uint32_t j : row) farthest = std::max(farthest, distance(points[i], points[j]));
            for (std::size_t j = 0; j < points.size(); ++j)
                if (j != i && known(points[j]) && !std::binary_search(row.begin(), row.end(), static_cast<std::uint32_t>(j)))
                    QVERIFY(distance(points[i], points[j]) >= farthest);
        }
    }
}

/// The same places in another order have the same neighbours.
void TestNeighbours::orderDoesNotMatter() {
    std::vector<PlanarPoint> points;
    for (int x = 0; x < 12; ++x)
        for (int y = 0; y < 12; ++y) points.push_back({x * 100.0, y * 100.0});  // ties everywhere
    std::vector<std::uint32_t> order(points.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    Random(8).shuffle(std::span<std::uint32_t>(order));
    std::vector<PlanarPoint> shuffled;
    for (std::uint32_t i : order) shuffled.push_back(points[i]);
    for (int k : {1, 3, 6, 8}) {
        Links back;
        for (auto [from, to] : linksOf(kNearest(shuffled, k)))
            back.insert({static_cast<int>(order[static_cast<std::size_t>(from)]), static_cast<int>(order[static_cast<std::size_t>(to)])});
        QCOMPARE(back, linksOf(kNearest(points, k)));
    }
}

void TestNeighbours::ties() {
    // Four at the same distance from the first: west, then south, then north (same x), then east.
    const std::vector<PlanarPoint> cross{{0, 0}, {10, 0}, {0, 10}, {0, -10}, {-10, 0}};
    const auto rowOf = [&](int k) {
        const SpatialWeights w = kNearest(cross, k);
        return std::vector<std::uint32_t>(w.neighboursOf(0).begin(), w.neighboursOf(0).end());
    };
    QCOMPARE(rowOf(1), (std::vector<std::uint32_t>{4}));
    QCOMPARE(rowOf(2), (std::vector<std::uint32_t>{3, 4}));
    QCOMPARE(rowOf(3), (std::vector<std::uint32_t>{2, 3, 4}));
    // Four places at one spot: the others there, lowest numbers first.
    const std::vector<PlanarPoint> same(4, PlanarPoint{5, 5});
    QCOMPARE(linksOf(kNearest(same, 2)), (Links{{0, 1}, {0, 2}, {1, 0}, {1, 2}, {2, 0}, {2, 1}, {3, 0}, {3, 1}}));
    QCOMPARE(leastBand(same), 0.0);
    QCOMPARE(linksOf(distanceBand(same, 0.0)).size(), std::size_t{12});
}

void TestNeighbours::fewPoints() {
    QCOMPARE(kNearest({}, 3).size(), std::size_t{0});
    const std::vector<PlanarPoint> one{{1, 2}};
    QVERIFY(kNearest(one, 3).neighbour.empty());
    QVERIFY(distanceBand(one, 100).neighbour.empty());
    QCOMPARE(leastBand(one), 0.0);
    const std::vector<PlanarPoint> none(3, PlanarPoint{std::nan(""), 1.0});
    QVERIFY(kNearest(none, 1).neighbour.empty());
    QCOMPARE(islandsOf(kNearest(none, 1)).size(), std::size_t{3});
    QCOMPARE(queenContiguity({}, 1.0).size(), std::size_t{0});
    QCOMPARE(islandsOf(queenContiguity(std::vector<PlanarArea>(2), 1.0)).size(), std::size_t{2});
}

/// Every corner of every tract moved by up to 30 cm, each tract for itself: no border fits any more, with a tolerance all are found.
void TestNeighbours::badlyDrawnBorders() {
    std::vector<PlanarArea> areas = columbusAreas(1000.0);
    Random random(12);
    for (PlanarArea& area : areas)
        for (PlanarRing& ring : area.rings)
            for (PlanarPoint& p : ring) p.x += 0.6 * random.uniform() - 0.3, p.y += 0.6 * random.uniform() - 0.3;
    QCOMPARE(linksOf(queenContiguity(areas, 1.0)), expectedLinks(0));
    // A vertex in the middle of the neighbour's side.
    const std::vector<PlanarArea> tee{rectangle(0, 0, 10, 10), rectangle(10.5, 3, 20, 7)};
    QCOMPARE(linksOf(queenContiguity(tee, 1.0)).size(), std::size_t{2});
    QVERIFY(queenContiguity(tee, 0.4).neighbour.empty());
}

void TestNeighbours::corners() {
    std::vector<PlanarArea> board;
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column) board.push_back(rectangle(column, row, column + 1, row + 1));
    const SpatialWeights w = queenContiguity(board, 0.0);
    QCOMPARE(w.neighboursOf(4).size(), std::size_t{8});
    QCOMPARE(w.neighboursOf(0).size(), std::size_t{3});
    QCOMPARE(w.neighboursOf(1).size(), std::size_t{5});
}

/// An enclave in a hole touches its border; an area drawn over another has it as a neighbour; a lake's island does not touch the shore.
void TestNeighbours::areaInArea() {
    PlanarArea ring = rectangle(0, 0, 100, 100);
    ring.rings.push_back(rectangle(40, 40, 60, 60).rings.front());
    QCOMPARE(linksOf(queenContiguity(std::vector{ring, rectangle(40, 40, 60, 60)}, 0.0)).size(), std::size_t{2});
    QCOMPARE(linksOf(queenContiguity(std::vector{rectangle(0, 0, 100, 100), rectangle(20, 20, 30, 30)}, 0.0)).size(), std::size_t{2});
    QCOMPARE(linksOf(queenContiguity(std::vector{rectangle(20, 20, 30, 30), rectangle(0, 0, 100, 100)}, 0.0)).size(), std::size_t{2});
    QVERIFY(queenContiguity(std::vector{ring, rectangle(45, 45, 55, 55)}, 1.0).neighbour.empty());
}

void TestNeighbours::weights() {
    const SpatialWeights w = weightsFromLists({{2, 1, 2, 0}, {0}, {}});
    QCOMPARE(w.neighbour, (std::vector<std::uint32_t>{1, 2, 0}));
    QCOMPARE(w.weight, (std::vector<double>{1, 1, 1}));
    const SpatialWeights standard = withStyle(w, WeightStyle::RowStandardised);
    QCOMPARE(standard.weight, (std::vector<double>{0.5, 0.5, 1}));
    const SpatialWeights star = withSelf(standard);
    QVERIFY(star.selfIncluded);
    QCOMPARE(star.neighbour, (std::vector<std::uint32_t>{0, 1, 2, 0, 1, 2}));
    QCOMPARE(star.weight, (std::vector<double>{1.0 / 3, 1.0 / 3, 1.0 / 3, 0.5, 0.5, 1}));
    QCOMPARE(withSelf(star).neighbour, star.neighbour);
    QCOMPARE(islandsOf(star), (std::vector<std::uint32_t>{2}));
    QCOMPARE(spatialLag(standard, std::vector<double>{1, 10, 100}), (std::vector<double>{55, 1, 0}));
}

void TestNeighbours::subset() {
    const SpatialWeights w = withStyle(weightsFromLists({{1, 2, 3}, {0}, {0, 3}, {0}}), WeightStyle::RowStandardised);
    const SpatialWeights rest = subsetOf(w, std::vector<std::uint32_t>{0, 2, 3});
    QCOMPARE(rest.first, (std::vector<std::size_t>{0, 2, 4, 5}));
    QCOMPARE(rest.neighbour, (std::vector<std::uint32_t>{1, 2, 0, 2, 0}));
    QCOMPARE(rest.weight, (std::vector<double>{0.5, 0.5, 0.5, 0.5, 1}));
}

void TestNeighbours::islands() {
    const std::vector<PlanarPoint> points{{0, 0}, {1, 0}, {50, 0}, {0, 1}, {std::nan(""), 0}};
    const SpatialWeights w = distanceBand(points, 2.0);
    QCOMPARE(islandsOf(w), (std::vector<std::uint32_t>{2, 4}));
    const SpatialWeights connected = connectIslands(withSelf(withStyle(w, WeightStyle::RowStandardised)), points, 1);
    QVERIFY(connected.selfIncluded);
    QCOMPARE(islandsOf(connected), (std::vector<std::uint32_t>{4}));
    QVERIFY(std::ranges::equal(connected.neighboursOf(2), std::vector<std::uint32_t>{1, 2}));
    QVERIFY(std::ranges::equal(connected.weightsOf(2), std::vector<double>{0.5, 0.5}));
    QVERIFY(std::ranges::equal(connected.neighboursOf(1), std::vector<std::uint32_t>{0, 1, 3}));  // does not look back
}

/// spdep on the same file: poly2nb(st_transform(dongs, 5186), snap = s) has 544 links for every s from 1.5e-8 to 5, and
/// st_is_within_distance says the same.
void TestNeighbours::realDongs() {
    MUDEUNG_REAL_FILE(path, "boundaries/hangjeongdong_광주광역시.geojson");
    const test::Dongs dongs = test::readDongs(path);
    QCOMPARE(dongs.areas.size(), std::size_t{96});
    for (double tolerance : {0.001, 1.0, 5.0}) QCOMPARE(queenContiguity(dongs.areas, tolerance).neighbour.size(), std::size_t{544});
    const SpatialWeights w = queenContiguity(dongs.areas, 1.0);
    QVERIFY(islandsOf(w).empty());
    const Links links = linksOf(w);
    for (auto [from, to] : links) QVERIFY(links.count({to, from}) == 1);
}

QTEST_GUILESS_MAIN(TestNeighbours)
#include "test_neighbours.moc"
