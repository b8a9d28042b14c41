// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the built program as a user's shell would, with an environment that names no display.
#pragma once

#include <QByteArray>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace mudeung::test {

struct Ran {
    int exitCode = -1;
    bool crashed = false;
    QByteArray out;
    QByteArray err;
    qint64 milliseconds = 0;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QByteArray told() const {
        return "exit " + QByteArray::number(exitCode) + "\nstdout: " + out.left(3000) + "\nstderr: " + err.left(3000);
    }
};

inline QString program() {
    return QStringLiteral(MUDEUNG_BINARY_DIR "/app/mudeung");
}

/// The environment of a shell without a display; LC_ALL=C as in a cron job when `bare`.
inline QProcessEnvironment shellEnvironment(bool bare = false) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"}) environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("LC_ALL"), bare ? QStringLiteral("C") : QStringLiteral("C.UTF-8"));
    return environment;
}

inline Ran runProgram(const QString& file, const QStringList& arguments, const QProcessEnvironment& environment, int timeoutMs = 120000) {
    QProcess process;
    process.setProcessEnvironment(environment);
    QElapsedTimer timer;
    timer.start();
    process.start(file, arguments);
    Ran ran;
    if (!process.waitForStarted() || !process.waitForFinished(timeoutMs)) {
        process.kill();
        process.waitForFinished();
        ran.err = "did not start or did not end: " + process.errorString().toUtf8();
        return ran;
    }
    ran.milliseconds = timer.elapsed();
    ran.crashed = process.exitStatus() != QProcess::NormalExit;
    ran.exitCode = process.exitCode();
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    return ran;
}

/// The program of this build, in English unless the arguments say otherwise.
inline Ran run(const QStringList& arguments, bool bare = false, int timeoutMs = 120000) {
    return runProgram(program(), arguments, shellEnvironment(bare), timeoutMs);
}

inline QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace mudeung::test
