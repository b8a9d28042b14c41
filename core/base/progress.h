// SPDX-License-Identifier: GPL-3.0-or-later
// How a long job reports how far it is and learns that it should stop. Thread-safe; knows no GUI.
#pragma once

#include <QString>
#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>

namespace mudeung {

/// One report of a running job. `fraction` is 0…1, negative when unknown; `secondsLeft` is negative when unknown.
struct ProgressReport {
    double fraction = -1.0;
    double secondsLeft = -1.0;
    QString phase;
};

/// Shared by the job (which reports and polls) and its owner (which listens and cancels).
/// Reports reach the sink at most ten times a second, whatever the job does; a change of phase always does.
class Progress {
public:
    using Sink = std::function<void(const ProgressReport&)>;

    Progress() = default;
    explicit Progress(Sink sink);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Reports `fraction` (0…1) of the current phase's part of the job (see setSpan).
    void set(double fraction);
    /// Starts a phase with a translated name, occupying [from, to] of the whole job.
    void setPhase(const QString& name, double from, double to);

    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }
    bool isCancelled() const { return m_cancelled.load(std::memory_order_relaxed); }

    /// A progress nobody listens to and nobody cancels.
    static Progress& none();

private:
    void report(double whole, bool always);

    using Clock = std::chrono::steady_clock;
    std::atomic<bool> m_cancelled{false};
    Sink m_sink;
    std::mutex m_mutex;
    QString m_phase;
    double m_from = 0.0;
    double m_to = 1.0;
    Clock::time_point m_started = Clock::now();
    Clock::time_point m_lastReport{};
};

}  // namespace mudeung
