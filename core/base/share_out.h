// SPDX-License-Identifier: GPL-3.0-or-later
// Numbered pieces of work shared among threads that live for one call. Standard C++ only.
#pragma once

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace mudeung {

/// Calls work(0) … work(count − 1); every thread takes the next number until there are none left or one call says false, and then the
/// result is false. `makeWork` is called once per thread, so that a thread can own memory. No threads asked for: one per processor.
template <typename MakeWork>
bool shareOut(int count, int threads, const MakeWork& makeWork) {
    std::atomic<int> next{0};
    std::atomic<bool> stopped{false};
    const auto run = [&] {
        auto work = makeWork();
        for (int i = next.fetch_add(1); i < count && !stopped.load(std::memory_order_relaxed); i = next.fetch_add(1)) {
            if (!work(i)) stopped.store(true);
        }
    };
    const int wanted = threads > 0 ? threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    std::vector<std::thread> pool;
    for (int i = 1; i < std::min(wanted, count); ++i) pool.emplace_back(run);
    run();
    for (std::thread& t : pool) t.join();
    return !stopped.load();
}

}  // namespace mudeung
