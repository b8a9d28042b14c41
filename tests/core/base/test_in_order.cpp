// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of work on several threads: order, how many at once, and errors wherever they happen.
#include <QtTest>
#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

#include "core/base/in_order.h"

using namespace mudeung;

class TestInOrder : public QObject {
    Q_OBJECT
private slots:
    void resultsComeInOrder_data() {
        QTest::addColumn<int>("threads");
        for (const int threads : {1, 2, 5}) QTest::addRow("%d threads", threads) << threads;
    }

    void resultsComeInOrder() {
        QFETCH(int, threads);
        const std::thread::id here = std::this_thread::get_id();
        std::vector<int> taken;
        int prepared = 0;
        int mostWaiting = 0;
        const auto prepare = [&](int i) {
            if (std::this_thread::get_id() != here || i != prepared) throw std::logic_error("prepared elsewhere or out of order");
            mostWaiting = std::max(mostWaiting, ++prepared - static_cast<int>(taken.size()));
            return [i] {
                std::this_thread::sleep_for(std::chrono::microseconds((i * 7919) % 500));  // later pieces often end first
                return std::make_unique<int>(i * i);
            };
        };
        inOrder(200, threads, prepare, [&](int i, std::unique_ptr<int> result) {
            if (std::this_thread::get_id() != here) throw std::logic_error("taken elsewhere");
            QCOMPARE(*result, i * i);
            taken.push_back(i);
        });
        std::vector<int> expected(200);
        std::iota(expected.begin(), expected.end(), 0);
        QCOMPARE(taken, expected);
        QVERIFY(mostWaiting <= threads);
    }

    void nothingToDo() {
        inOrder(
            0, 4, [](int) { return [] { return 1; }; }, [](int, int) { QFAIL("nothing was asked for"); });
    }

    void errorsEndTheWork_data() {
        QTest::addColumn<int>("where");
        QTest::newRow("while preparing") << 0;
        QTest::newRow("in a thread") << 1;
        QTest::newRow("while taking") << 2;
    }

    void errorsEndTheWork() {
        QFETCH(int, where);
        std::atomic<int> running{0};
        int taken = 0;
        const auto failAt = [where](int here, int i) {
            if (here == where && i == 5) throw std::runtime_error("piece 5");
        };
        const auto prepare = [&](int i) {
            failAt(0, i);
            return [&, i] {
                ++running;
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
                --running;
                failAt(1, i);
                return i;
            };
        };
        const auto take = [&](int i, int) {
            failAt(2, i);
            ++taken;
        };
        QVERIFY_EXCEPTION_THROWN(inOrder(50, 3, prepare, take), std::runtime_error);
        QCOMPARE(running.load(), 0);  // no thread still works on what belongs to the caller
        QVERIFY(taken <= 5);
        if (where != 0) QCOMPARE(taken, 5);
    }
};

QTEST_GUILESS_MAIN(TestInOrder)
#include "test_in_order.moc"
