// SPDX-License-Identifier: GPL-3.0-or-later
// How many times a random test repeats: an ordinary run, ten times that at night (MUDEUNG_NIGHTLY=1), a tenth under a sanitizer and in the
// second of two builds of the same code (MUDEUNG_FEWER_RUNS=1).
#pragma once

#include <QtGlobal>

namespace mudeung::test {

inline bool isNightly() {
    return qEnvironmentVariableIntValue("MUDEUNG_NIGHTLY") > 0;
}

inline int runs(int ordinary) {
    if (isNightly()) return ordinary * 10;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    const bool fewer = true;
#else
    const bool fewer = qEnvironmentVariableIntValue("MUDEUNG_FEWER_RUNS") > 0;
#endif
    return fewer && ordinary >= 10 ? ordinary / 10 : ordinary;
}

}  // namespace mudeung::test
