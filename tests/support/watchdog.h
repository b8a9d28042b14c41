// SPDX-License-Identifier: GPL-3.0-or-later
// Watches how long the GUI thread takes for one event: a second thread notices a stall while it lasts, takes its stack, and the test fails.
//
// Only events count, not the code of a test around them. An event is a stall when the GUI thread was busy with it (CPU time) for more than
// 50 ms, or was held in it for more than 250 ms without waiting for a processor; neither depends on how busy the machine is otherwise.
// MUDEUNG_STALL_ALLOWANCE=4 in the environment multiplies both, for sanitizers and slow machines.
//
// CPU time itself stretches, up to two or three times, on a processor whose other half or whose host is busy. A stall of less than three
// times the limit is therefore only suspected: runWatched() runs the functions in which it happened twice more in processes of their own,
// and it counts when it comes back both times.
#pragma once

#include <QApplication>
#include <QEvent>
#include <QMetaEnum>
#include <QProcess>
#include <QProcessEnvironment>
#include <QThread>
#include <QtTest>
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <cxxabi.h>
#include <dlfcn.h>
#include <execinfo.h>
#include <fcntl.h>
#include <pthread.h>
#include <string>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace mudeung::test {

/// Times of the GUI thread in one event, milliseconds.
struct EventTimes {
    double busy = 0.0;  ///< CPU time
    double held = 0.0;  ///< on the clock, without the time it was ready but had no processor
    double wall = 0.0;
};

/// One per process, made on the GUI thread. began() and ended() are called around the delivery of every event.
class StallWatch {
public:
    static constexpr double kBusyLimit = 50.0;
    static constexpr double kHeldLimit = 250.0;
    static constexpr double kCertain = 3.0;  ///< so many times the limit needs no confirmation

    /// `fails` = a stall fails the running test and the process; else it is only counted.
    explicit StallWatch(bool fails = true) : m_fails(fails), m_gui(pthread_self()) {
        bool given = false;
        const double allowance = qEnvironmentVariable("MUDEUNG_STALL_ALLOWANCE").toDouble(&given);
        if (given && allowance > 0.0) m_allowance = allowance;
        pthread_getcpuclockid(m_gui, &m_cpuClock);
        const std::string file = "/proc/self/task/" + std::to_string(::syscall(SYS_gettid)) + "/schedstat";
        m_schedule = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        (void)::backtrace(s_stack.data(), 1);  // loads what it needs now, not in the signal handler
        struct sigaction action {};
        action.sa_handler = [](int) { s_stackSize.store(::backtrace(s_stack.data(), static_cast<int>(s_stack.size()))); };
        action.sa_flags = SA_RESTART;
        ::sigaction(SIGUSR2, &action, &m_before);
        s_instance = this;
        m_watcher = std::thread([this] { watch(); });
    }

    ~StallWatch() {
        m_ends.store(true);
        m_watcher.join();
        ::sigaction(SIGUSR2, &m_before, nullptr);
        if (m_schedule >= 0) ::close(m_schedule);
        s_instance = nullptr;
    }
    StallWatch(const StallWatch&) = delete;
    StallWatch& operator=(const StallWatch&) = delete;

    static StallWatch* instance() { return s_instance; }

    /// Events delivered inside another belong to it, unless a nested event loop (a modal dialog) delivers them.
    void began(const QObject* receiver, const QEvent* event) {
        if (!pthread_equal(pthread_self(), m_gui)) return;
        const int level = QThread::currentThread()->loopLevel();
        if (!m_spans.empty() && level <= m_spans.back().level) {
            ++m_spans.back().depth;
            return;
        }
        Span span;
        span.level = level;
        span.type = event->type();
        span.receiver = receiver->metaObject()->className();
        span.name = receiver->objectName();
        span.start = now();
        m_spans.push_back(span);
        s_stackSize.store(0);
        m_busySince.store(m_spans.back().start.busy);
        m_running.fetch_add(1);
    }

    void ended() {
        if (!pthread_equal(pthread_self(), m_gui) || m_spans.empty() || --m_spans.back().depth > 0) return;
        m_busySince.store(-1.0);
        const Span span = m_spans.back();
        m_spans.pop_back();
        const EventTimes end = now();
        EventTimes took{end.busy - span.start.busy - span.inside.busy, end.held - span.start.held - span.inside.held,
                        end.wall - span.start.wall};
        if (!m_spans.empty()) {
            // The event outside goes on; what the nested loop did, waiting included, is not its own.
            m_spans.back().inside.busy += end.busy - span.start.busy;
            m_spans.back().nested = true;
            m_busySince.store(end.busy);
        }
        if (span.nested) took.held = took.busy;
        if (m_unwatched > 0) return;
        m_longest.busy = std::max(m_longest.busy, took.busy);
        m_longest.held = std::max(m_longest.held, took.held);
        m_longest.wall = std::max(m_longest.wall, span.nested ? took.busy : took.wall);
        if (took.busy > kBusyLimit * m_allowance || took.held > kHeldLimit * m_allowance) report(span, took);
    }

    /// The longest of each since the start or the last forget().
    EventTimes longest() const { return m_longest; }
    int stalls() const { return m_stalls; }
    const QStringList& reports() const { return m_reports; }
    /// Test functions with stalls that another run must confirm; "" = outside of all.
    const QStringList& suspects() const { return m_suspects; }
    static bool confirms() { return qEnvironmentVariableIsSet("MUDEUNG_STALL_CONFIRM"); }
    void forget() {
        m_longest = {};
        m_stalls = 0;
        m_reports.clear();
    }

    /// A part of a test whose length says nothing about the program in use: the first show of a window, reading QGIS' tables.
    class Unwatched {
    public:
        explicit Unwatched(const char* /*why*/) {
            if (s_instance) ++s_instance->m_unwatched;
        }
        ~Unwatched() {
            if (s_instance) --s_instance->m_unwatched;
        }
        Unwatched(const Unwatched&) = delete;
        Unwatched& operator=(const Unwatched&) = delete;
    };

private:
    struct Span {
        int level = 0;
        int depth = 1;
        QEvent::Type type = QEvent::None;
        const char* receiver = "";
        QString name;
        EventTimes start;
        EventTimes inside;    ///< spent in events of a nested loop
        bool nested = false;  ///< there was one
    };

    static double milliseconds(clockid_t clock) {
        timespec t{};
        ::clock_gettime(clock, &t);
        return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) * 1e-6;
    }

    EventTimes now() const {
        EventTimes t;
        t.busy = milliseconds(CLOCK_THREAD_CPUTIME_ID);
        t.wall = milliseconds(CLOCK_MONOTONIC);
        // Where the kernel does not say how long the thread waited for a processor, only the time it was busy can be judged.
        t.held = t.busy;
        std::array<char, 96> text{};
        unsigned long long ran = 0, waited = 0;
        if (m_schedule >= 0 && ::pread(m_schedule, text.data(), text.size() - 1, 0) > 0 &&
            std::sscanf(text.data(), "%llu %llu", &ran, &waited) == 2)
            t.held = t.wall - static_cast<double>(waited) * 1e-6;
        return t;
    }

    /// The other thread: asks for the stack of an event that takes too long, once, and speaks up when it does not end at all.
    void watch() {
        constexpr double kHangs = 20'000.0;
        unsigned asked = 0, told = 0;
        while (!m_ends.load()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
            const unsigned running = m_running.load();
            const double since = m_busySince.load();
            if (since < 0.0) continue;
            const double busy = milliseconds(m_cpuClock) - since;
            if (busy > kBusyLimit * m_allowance && asked != running) {
                asked = running;
                pthread_kill(m_gui, SIGUSR2);
            }
            if (busy > kHangs * m_allowance && told != running) {
                told = running;
                std::fprintf(stderr, "The GUI thread has been busy with one event for %.0f ms.\n", busy);
            }
        }
    }

    void report(const Span& span, const EventTimes& took) {
        const double times = std::max(took.busy / (kBusyLimit * m_allowance), took.held / (kHeldLimit * m_allowance));
        const bool suspected = m_fails && times < kCertain && !confirms();
        if (!suspected) ++m_stalls;
        const char* type = QMetaEnum::fromType<QEvent::Type>().valueToKey(span.type);
        const QString text =
            QStringLiteral("the GUI thread stalled: busy %1 ms, held %2 ms, on the clock %3 ms, with %4 to %5 “%6”\n%7")
                .arg(took.busy, 0, 'f', 0)
                .arg(took.held, 0, 'f', 0)
                .arg(took.wall, 0, 'f', 0)
                .arg(type ? QString::fromLatin1(type) : QString::number(span.type), QString::fromLatin1(span.receiver), span.name, stack());
        m_reports.append(text);
        if (!m_fails) return;
        if (suspected) {
            m_suspects.append(QString::fromLatin1(QTest::currentTestFunction()));
            QTest::qWarn(qPrintable(QStringLiteral("suspected, runs again at the end: ") + text));
            return;
        }
        if (QTest::currentTestFunction()) {
            QTest::qFail(qPrintable(text), __FILE__, __LINE__);
        } else {
            std::fprintf(stderr, "%s\n", qPrintable(text));
        }
    }

    /// Where the event was when it had taken too long; names need binutils' addr2line.
    static QString stack() {
        QStringList lines;
        const int size = s_stackSize.exchange(0);
        for (int i = 2; i < size; ++i) {  // without the handler and the frame that the kernel makes for it
            Dl_info info{};
            if (!::dladdr(s_stack[static_cast<std::size_t>(i)], &info) || !info.dli_fname) continue;
            const auto offset = static_cast<char*>(s_stack[static_cast<std::size_t>(i)]) - static_cast<char*>(info.dli_fbase);
            QProcess names;
            names.start(QStringLiteral("addr2line"), {QStringLiteral("-Cfpse"), QString::fromLocal8Bit(info.dli_fname),
                                                      QStringLiteral("0x%1").arg(static_cast<qulonglong>(offset), 0, 16)});
            QString name = names.waitForFinished(5000) ? QString::fromUtf8(names.readAllStandardOutput()).trimmed() : QString();
            if (name.isEmpty() || name.startsWith(QLatin1String("??")))
                name = info.dli_sname ? demangled(info.dli_sname) : QString::fromLocal8Bit(info.dli_fname);
            lines.append(QStringLiteral("    ") + name.left(160));
            if (name.contains(QLatin1String("notifyInternal2")) || static_cast<int>(lines.size()) >= 40) break;
        }
        return lines.join(QLatin1Char('\n'));
    }

    static QString demangled(const char* name) {
        int status = 0;
        char* const text = abi::__cxa_demangle(name, nullptr, nullptr, &status);
        const QString result = QString::fromUtf8(status == 0 && text ? text : name);
        std::free(text);
        return result;
    }

    const bool m_fails;
    pthread_t m_gui;
    clockid_t m_cpuClock{};
    int m_schedule = -1;
    double m_allowance = 1.0;
    std::vector<Span> m_spans;
    EventTimes m_longest;
    int m_stalls = 0;
    int m_unwatched = 0;
    QStringList m_reports;
    QStringList m_suspects;
    std::atomic<bool> m_ends{false};
    std::atomic<double> m_busySince{-1.0};  ///< CPU time at the start of the event that is being delivered; −1 = none
    std::atomic<unsigned> m_running{0};     ///< number of that event
    struct sigaction m_before {};
    std::thread m_watcher;

    inline static StallWatch* s_instance = nullptr;
    inline static std::array<void*, 96> s_stack{};
    inline static std::atomic<int> s_stackSize{0};
};

using Unwatched = StallWatch::Unwatched;

/// Runs the test object; the result of the process. `watch` decides with it, see the head of this file.
inline int runWatched(const StallWatch& watch, QObject& test, int argc, char* argv[]) {
    const int failed = QTest::qExec(&test, argc, argv);
    if (failed != 0 || watch.stalls() > 0) return std::max(failed, watch.stalls());
    if (watch.suspects().isEmpty()) return 0;
    QStringList functions = watch.suspects();
    functions.removeDuplicates();
    // Without names all functions run, as for a stall outside of one.
    if (functions.contains(QString()) || functions.contains(QStringLiteral("initTestCase"))) functions.clear();
    int again = 0;
    for (int run = 0; run < 2; ++run) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("MUDEUNG_STALL_CONFIRM"), QStringLiteral("1"));
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), functions);
        if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) ++again;
    }
    std::printf("%d of 2 further runs had the stall again: %s\n", again, again == 2 ? "it counts" : "a busy machine");
    return again == 2 ? 1 : 0;
}

/// Around one delivery.
class WatchedDelivery {
public:
    WatchedDelivery(const QObject* receiver, const QEvent* event) : m_watch(StallWatch::instance()) {
        if (m_watch) m_watch->began(receiver, event);
    }
    ~WatchedDelivery() {
        if (m_watch) m_watch->ended();
    }
    WatchedDelivery(const WatchedDelivery&) = delete;
    WatchedDelivery& operator=(const WatchedDelivery&) = delete;

private:
    StallWatch* m_watch;
};

class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override {
        const WatchedDelivery delivery(receiver, event);
        return QApplication::notify(receiver, event);
    }
};

}  // namespace mudeung::test

/// QTEST_MAIN with a watch on the GUI thread: a stall fails the test function in which it happens, and the program in any case.
#define MUDEUNG_UI_TEST_MAIN(TestObject)                           \
    int main(int argc, char* argv[]) {                             \
        mudeung::test::WatchedApplication application(argc, argv); \
        QCoreApplication::setAttribute(Qt::AA_Use96Dpi, true);     \
        const mudeung::test::StallWatch watch;                     \
        TestObject test;                                           \
        return mudeung::test::runWatched(watch, test, argc, argv); \
    }
