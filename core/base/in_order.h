// SPDX-License-Identifier: GPL-3.0-or-later
// Work that falls into independent pieces, done on all processors, its results taken in order by the thread that asked.
#pragma once

#include <QThreadPool>
#include <deque>
#include <future>
#include <memory>
#include <type_traits>

namespace mudeung {

/// For i = 0 … count − 1: `prepare(i)` gives a function, which a thread of a pool calls, and `take(i, result)` gets what it returned.
/// `prepare` and `take` are called here, in order; at most as many pieces as there are threads are prepared and not yet taken. What any of
/// them throws is thrown here, after the pieces that had begun have ended; no further piece is taken. `threads` 1: everything is done here,
/// which is quicker when a piece takes less than some tenths of a millisecond.
template <typename Prepare, typename Take>
void inOrder(int count, int threads, Prepare prepare, Take take) {
    using Work = std::invoke_result_t<Prepare, int>;
    using Result = std::invoke_result_t<Work>;
    if (threads < 2 || count < 2) {
        for (int i = 0; i < count; ++i) take(i, prepare(i)());
        return;
    }
    std::deque<std::future<Result>> running;
    QThreadPool pool;  // its end waits for the pieces, which may use what belongs to the caller
    pool.setMaxThreadCount(threads);
    int prepared = 0;
    for (int i = 0; i < count; ++i) {
        for (; prepared < count && static_cast<int>(running.size()) < threads; ++prepared) {
            // The pool wants functions that can be copied.
            auto piece = std::make_shared<std::packaged_task<Result()>>(prepare(prepared));
            running.push_back(piece->get_future());
            pool.start([piece] { (*piece)(); });
        }
        Result result = running.front().get();
        running.pop_front();
        take(i, std::move(result));
    }
}

}  // namespace mudeung
