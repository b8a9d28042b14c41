// SPDX-License-Identifier: GPL-3.0-or-later
// Random numbers against published sequences, and what the streams promise: uniform, without bias, unrelated to their neighbours.
#include <QtTest>
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

#include "core/analysis/math/random.h"

using namespace mudeung;

namespace {

/// Σ (observed − expected)² / expected with equal expectations.
double chiSquare(const std::vector<int>& counts) {
    const double expected = std::accumulate(counts.begin(), counts.end(), 0.0) / static_cast<double>(counts.size());
    double sum = 0.0;
    for (int c : counts) sum += (c - expected) * (c - expected) / expected;
    return sum;
}

}  // namespace

class TestRandom : public QObject {
    Q_OBJECT
private slots:
    void publishedSequences();
    void belowHasNoBias();
    void streamsAreUnrelated();
    void uniformAndNormal();
    void shuffleIsUniform();
};

/// SplitMix64 from 1234567 as on Rosetta Code; xoshiro256** from (1, 2, 3, 4) as in the tests of Rust's rand_xoshiro.
void TestRandom::publishedSequences() {
    std::uint64_t state = 1234567;
    for (std::uint64_t expected :
         {6457827717110365317ULL, 3203168211198807973ULL, 9817491932198370423ULL, 4593380528125082431ULL, 16408922859458223821ULL})
        QCOMPARE(splitMix64(state), expected);
    Random random = Random::withState({1, 2, 3, 4});
    for (std::uint64_t expected : {11520ULL, 0ULL, 1509978240ULL, 1215971899390074240ULL, 1216172134540287360ULL, 607988272756665600ULL,
                                   16172922978634559625ULL, 8476171486693032832ULL, 10595114339597558777ULL, 2904607092377533576ULL})
        QCOMPARE(random(), expected);
}

/// Twelve classes of 3 · 2^30 numbers: taking the remainder of 32 bits would give the lower third twice as often as the others.
void TestRandom::belowHasNoBias() {
    constexpr std::uint32_t kN = 3U << 30;
    Random random(17);
    std::vector<int> counts(12, 0);
    for (int i = 0; i < 240000; ++i) ++counts[random.below(kN) / (kN / 12)];
    QVERIFY2(chiSquare(counts) < 31.26, qPrintable(QString::number(chiSquare(counts))));  // 0.1 % of 11 degrees
    for (std::uint32_t n : {1U, 2U, 7U, 96U}) {
        std::vector<int> seen(n, 0);
        for (int i = 0; i < 20000; ++i) ++seen[random.below(n)];
        QVERIFY(std::all_of(seen.begin(), seen.end(), [](int c) { return c > 0; }));
    }
}

/// First numbers of neighbouring items and seeds: bits differ in half of the places, and equal pairs are no rule.
void TestRandom::streamsAreUnrelated() {
    int differing = 0;
    for (std::uint64_t item = 0; item < 1000; ++item) differing += std::popcount(Random(1, item)() ^ Random(1, item + 1)());
    QVERIFY2(std::abs(differing - 32000) < 4 * 127, qPrintable(QString::number(differing)));  // four standard deviations
    differing = 0;
    for (std::uint64_t seed = 0; seed < 1000; ++seed) differing += std::popcount(Random(seed, 5)() ^ Random(seed + 1, 5)());
    QVERIFY2(std::abs(differing - 32000) < 4 * 127, qPrintable(QString::number(differing)));
    QVERIFY(Random(3, 4)() != Random(4, 3)());
    QVERIFY(Random(7, 7)() != Random(8, 8)());
    QCOMPARE(Random(3, 4)(), Random(3, 4)());
}

void TestRandom::uniformAndNormal() {
    Random random(2026, 1);
    std::vector<int> counts(100, 0);
    double sum = 0.0, square = 0.0, fourth = 0.0;
    constexpr int kDraws = 200000;
    for (int i = 0; i < kDraws; ++i) {
        const double u = random.uniform();
        QVERIFY(u >= 0.0 && u < 1.0);
        ++counts[static_cast<std::size_t>(u * 100.0)];
        const double z = random.normal();
        sum += z, square += z * z, fourth += z * z * z * z;
    }
    QVERIFY2(chiSquare(counts) < 148.23, qPrintable(QString::number(chiSquare(counts))));  // 0.1 % of 99 degrees
    QVERIFY(std::abs(sum / kDraws) < 4.0 / std::sqrt(kDraws));
    QVERIFY(std::abs(square / kDraws - 1.0) < 4.0 * std::sqrt(2.0 / kDraws));
    QVERIFY(std::abs(fourth / kDraws - 3.0) < 4.0 * std::sqrt(96.0 / kDraws));
}

/// All 24 orders of four values, equally often.
void TestRandom::shuffleIsUniform() {
    std::vector<int> counts(24, 0);
    for (std::uint64_t item = 0; item < 48000; ++item) {
        std::array<int, 4> order{0, 1, 2, 3};
        Random(9, item).shuffle(std::span<int>(order));
        int rank = 0;
        for (int i = 0; i < 4; ++i) {
            int smaller = 0;
            for (int j = i + 1; j < 4; ++j) smaller += order[static_cast<std::size_t>(j)] < order[static_cast<std::size_t>(i)];
            rank = rank * (4 - i) + smaller;
        }
        ++counts[static_cast<std::size_t>(rank)];
    }
    QVERIFY2(chiSquare(counts) < 49.73, qPrintable(QString::number(chiSquare(counts))));  // 0.1 % of 23 degrees
}

QTEST_GUILESS_MAIN(TestRandom)
#include "test_random.moc"
