// SPDX-License-Identifier: GPL-3.0-or-later
// Writing to the two streams, the progress line, and signals.
#include "app/console.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <atomic>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <unistd.h>

#include "core/base/format.h"

namespace mudeung::cli {

namespace {

std::atomic<Progress*> g_running{nullptr};
volatile std::sig_atomic_t g_interrupted = 0;

// Only what a signal handler may do: lock-free atomics, write and _exit.
void onSignal(int) {
    if (g_interrupted) _exit(kInterruptedExit);
    g_interrupted = 1;
    if (Progress* progress = g_running.load(std::memory_order_relaxed)) {
        progress->cancel();
    } else {
        _exit(kInterruptedExit);
    }
}

/// Forgets itself before it goes, so that a late signal never meets a dead object.
class ShownProgress : public Progress {
public:
    explicit ShownProgress(Sink sink) : Progress(std::move(sink)) { g_running.store(this); }
    ~ShownProgress() { g_running.store(nullptr); }
};

void write(std::FILE* stream, const QByteArray& bytes) {
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

QString progressText(const ProgressReport& report) {
    QString text = report.phase;
    if (report.fraction >= 0.0) text += QStringLiteral(" %1 %").arg(std::floor(report.fraction * 100.0), 0, 'f', 0);
    if (report.secondsLeft >= 0.0)
        text += QStringLiteral(" · ") + QCoreApplication::translate("Cli", "%1 left").arg(formatDuration(report.secondsLeft));
    return text;
}

}  // namespace

QString errorCodeId(ErrorCode code) {
    switch (code) {
        case ErrorCode::Usage:
            return QStringLiteral("usage");
        case ErrorCode::InputRefused:
            return QStringLiteral("input-refused");
        case ErrorCode::Io:
            return QStringLiteral("io");
        case ErrorCode::Corrupt:
            return QStringLiteral("corrupt");
        case ErrorCode::NewerVersion:
            return QStringLiteral("newer-version");
        case ErrorCode::NetworkDrive:
            return QStringLiteral("network-drive");
        case ErrorCode::Busy:
            return QStringLiteral("busy");
        case ErrorCode::NotFound:
            return QStringLiteral("not-found");
        case ErrorCode::Cancelled:
            return QStringLiteral("cancelled");
        case ErrorCode::Internal:
            break;
    }
    return QStringLiteral("internal");
}

QJsonObject errorJson(const Error& error) {
    return {{"code", errorCodeId(error.code)}, {"message", error.message}, {"detail", error.detail}};
}

void Console::result(const QString& text) const {
    QByteArray bytes = text.toUtf8();
    if (!bytes.endsWith('\n')) bytes += '\n';
    write(stdout, bytes);
}

void Console::resultBytes(const QByteArray& bytes) const {
    write(stdout, bytes);
}

void Console::result(const QJsonObject& object) const {
    write(stdout, QJsonDocument(object).toJson(QJsonDocument::Indented));
}

void Console::message(const QString& text) const {
    endProgress();
    write(stderr, text.toUtf8() + '\n');
}

int Console::fail(const Error& error) const {
    message(QStringLiteral("mudeung: ") + error.message);
    if (!error.detail.isEmpty()) message(QStringLiteral("  ") + error.detail);
    if (json) result(QJsonObject{{"error", errorJson(error)}});
    return interrupted() ? kInterruptedExit : exitCodeFor(error.code);
}

bool Console::terminal() const {
    return isatty(STDERR_FILENO) == 1;
}

std::unique_ptr<Progress> Console::startProgress() const {
    if (terminal()) {
        return std::make_unique<ShownProgress>(
            [](const ProgressReport& report) { write(stderr, "\r\033[K" + progressText(report).toUtf8()); });
    }
    if (forceProgress) {
        auto lastShown = std::make_shared<QString>();
        return std::make_unique<ShownProgress>([lastShown](const ProgressReport& report) {
            // Into a file or pipe: one line per phase and ten per cent, not ten lines a second.
            const QString step = report.phase + QString::number(std::floor(report.fraction * 10.0));
            if (step == *lastShown) return;
            *lastShown = step;
            write(stderr, progressText(report).toUtf8() + '\n');
        });
    }
    return std::make_unique<ShownProgress>(Progress::Sink{});
}

void Console::endProgress() const {
    if (terminal()) write(stderr, "\r\033[K");
}

void installInterruptHandler() {
    struct sigaction action {};
    action.sa_handler = onSignal;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() {
    return g_interrupted != 0;
}

}  // namespace mudeung::cli
