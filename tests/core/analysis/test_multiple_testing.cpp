// SPDX-License-Identifier: GPL-3.0-or-later
// Adjusted p values against R's p.adjust, to the last bit. Expected values: Rscript tests/core/analysis/oracle/multiple_testing.R
#include <QtTest>
#include <cmath>
#include <limits>

#include "core/analysis/math/multiple_testing.h"

using namespace mudeung;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
const std::vector<double> kP{0.01, 0.02, kNaN, 0.02, 0.8, 1e-9, 0.04, 1, 0.03, 0, 0.5, 0.049, 2e-5, kNaN, 0.2};

bool same(const std::vector<double>& a, const std::vector<double>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

}  // namespace

class TestMultipleTesting : public QObject {
    Q_OBJECT
private slots:
    void asInR();
    void thousandAsInR();
    void edges();
};

void TestMultipleTesting::asInR() {
    QVERIFY(same(adjustedP(kP, Correction::None), kP));
    QVERIFY(same(adjustedP(kP, Correction::BenjaminiHochberg),
                 {0x1.0a3d70a3d70a4p-5, 0x1.62fc962fc962fp-5, kNaN, 0x1.62fc962fc962fp-5, 0x1.bbbbbbbbbbbbcp-1, 0x1.bead3593f1cb2p-28,
                  0x1.0a3d70a3d70a4p-4, 1.0, 0x1.c869536202edp-5, 0.0, 0x1.2e8ba2e8ba2e9p-1, 0x1.21e7e10d6cffcp-4, 0x1.6b819fef65c5ap-14,
                  kNaN, 0x1.0a3d70a3d70a4p-2}));
    QVERIFY(same(adjustedP(kP, Correction::BenjaminiYekutieli),
                 {0x1.a756e3471b4f5p-4, 0x1.1a39ecda1234ep-3, kNaN, 0x1.1a39ecda1234ep-3, 1.0, 0x1.631f71f0f50cdp-26, 0x1.a756e3471b4f5p-3,
                  1.0, 0x1.6adcc2cf3bfadp-3, 0.0, 1.0, 0x1.ccf8360ed9788p-3, 0x1.20ffec646cc16p-12, kNaN, 0x1.a756e3471b4f5p-1}));
}

void TestMultipleTesting::thousandAsInR() {
    std::vector<double> p;
    for (int i = 0; i < 1000; ++i) p.push_back(std::pow((i * 7919 % 1000) / 1000.0, 3));
    const auto check = [&](Correction correction, int at5, int at20, double mean) {
        const std::vector<double> a = adjustedP(p, correction);
        QCOMPARE(std::count_if(a.begin(), a.end(), [](double v) { return v <= 0.05; }), at5);
        QCOMPARE(std::count_if(a.begin(), a.end(), [](double v) { return v <= 0.2; }), at20);
        double sum = 0.0;
        for (double v : a) sum += v;
        QVERIFY(std::abs(sum / 1000.0 - mean) < 1e-14);
    };
    check(Correction::BenjaminiHochberg, 225, 448, 0.33233499251452914);
    check(Correction::BenjaminiYekutieli, 83, 164, 0.75533408102571975);
}

void TestMultipleTesting::edges() {
    for (Correction c : {Correction::None, Correction::BenjaminiHochberg, Correction::BenjaminiYekutieli}) {
        QVERIFY(adjustedP({}, c).empty());
        QVERIFY(same(adjustedP(std::vector<double>{kNaN, 0.3, kNaN}, c), {kNaN, 0.3, kNaN}));
        QVERIFY(same(adjustedP(std::vector<double>{kNaN}, c), {kNaN}));
    }
}

QTEST_GUILESS_MAIN(TestMultipleTesting)
#include "test_multiple_testing.moc"
