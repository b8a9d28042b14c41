// SPDX-License-Identifier: GPL-3.0-or-later
// How a command talks: results on stdout, messages and progress on stderr, JSON for machines, Ctrl+C as a polite request.
// Knows no command.
#pragma once

#include <QJsonObject>
#include <QString>
#include <memory>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace mudeung::cli {

constexpr int kInterruptedExit = 130;

/// "input-refused": the stable name of an error code in JSON.
QString errorCodeId(ErrorCode code);
QJsonObject errorJson(const Error& error);

class Console {
public:
    bool json = false;
    bool forceProgress = false;

    void result(const QString& text) const;  ///< stdout; a missing line end is added
    void resultBytes(const QByteArray& bytes) const;
    void result(const QJsonObject& object) const;
    void message(const QString& text) const;  ///< stderr
    /// The sentence on stderr (and {"error": …} on stdout with --json); returns the exit code.
    int fail(const Error& error) const;

    /// A progress shown on stderr when that is a terminal or --progress was given; Ctrl+C cancels it.
    std::unique_ptr<Progress> startProgress() const;
    void endProgress() const;  ///< wipes the line of a terminal

private:
    bool terminal() const;
};

/// Ctrl+C and SIGTERM cancel the running progress; a second one ends the process at once.
void installInterruptHandler();
bool interrupted();

}  // namespace mudeung::cli
