// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, in a sentence for people and a detail for experts. Knows no other folder.
#pragma once

#include <QString>

namespace mudeung {

/// The kind of failure; the command line derives its exit code from it (see exitCodeFor).
enum class ErrorCode {
    Usage,         ///< the question makes no sense (unknown option, a filter that the data cannot answer)
    InputRefused,  ///< a file was understood well enough to say why it must not be imported
    Io,            ///< the operating system failed: no permission, disk full, path is a directory
    Corrupt,       ///< a stored blob or file fails its checksum or its bounds
    NewerVersion,  ///< the workspace was written by a later program version
    NetworkDrive,  ///< the workspace lies where it cannot be used safely; a local copy can
    Busy,          ///< another process holds the writer lock
    NotFound,      ///< a named dataset, profile, place does not exist
    Cancelled,     ///< the user asked to stop; nothing was changed
    Internal       ///< a bug: reported, never hidden
};

/// An error with a translated sentence (what failed, on which file/row/field, what to do) and technical text.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString detail;
};

/// Exit codes of the command line: 0 ok, 2 usage, 3 input refused, 4 input/output, 6 cancelled, 1 anything else.
int exitCodeFor(ErrorCode code);

}  // namespace mudeung
