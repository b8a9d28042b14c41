// SPDX-License-Identifier: GPL-3.0-or-later
// Throttling and time left of running jobs.
#include "core/base/progress.h"

#include <algorithm>

namespace mudeung {

namespace {
constexpr auto kShortestInterval = std::chrono::milliseconds(100);
constexpr double kSecondsBeforeEstimate = 0.5;
}  // namespace

Progress::Progress(Sink sink) : m_sink(std::move(sink)) {}

void Progress::set(double fraction) {
    if (!m_sink) return;
    const std::lock_guard lock(m_mutex);
    report(m_from + (m_to - m_from) * std::clamp(fraction, 0.0, 1.0), false);
}

void Progress::setPhase(const QString& name, double from, double to) {
    if (!m_sink) return;
    const std::lock_guard lock(m_mutex);
    m_phase = name;
    m_from = from;
    m_to = to;
    report(from, true);
}

void Progress::report(double whole, bool always) {
    const auto now = Clock::now();
    if (!always && now - m_lastReport < kShortestInterval) return;
    m_lastReport = now;
    const double elapsed = std::chrono::duration<double>(now - m_started).count();
    const bool canEstimate = elapsed > kSecondsBeforeEstimate && whole > 0.01;
    m_sink({whole, canEstimate ? elapsed * (1.0 - whole) / whole : -1.0, m_phase});
}

Progress& Progress::none() {
    static Progress silent;
    return silent;
}

}  // namespace mudeung
