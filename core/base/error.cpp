// SPDX-License-Identifier: GPL-3.0-or-later
// Maps kinds of failure to exit codes of the command line.
#include "core/base/error.h"

namespace mudeung {

int exitCodeFor(ErrorCode code) {
    switch (code) {
        case ErrorCode::Usage:
        case ErrorCode::NotFound:
            return 2;
        case ErrorCode::InputRefused:
            return 3;
        case ErrorCode::Io:
        case ErrorCode::Corrupt:
        case ErrorCode::NewerVersion:
        case ErrorCode::NetworkDrive:
        case ErrorCode::Busy:
            return 4;
        case ErrorCode::Cancelled:
            return 6;
        case ErrorCode::Internal:
            break;
    }
    return 1;
}

}  // namespace mudeung
