// SPDX-License-Identifier: GPL-3.0-or-later
// How many times a random test repeats: an ordinary run, ten times that at night, a fifth under a sanitizer.
#pragma once

#include <QtGlobal>

namespace mudeung::test {

inline bool isNightly() {
    return qEnvironmentVariableIntValue("MUDEUNG_NIGHTLY") > 0;
}

inline int runs(int ordinary) {
    if (isNightly()) return ordinary * 10;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return ordinary < 5 ? ordinary : ordinary / 5;
#else
    return ordinary;
#endif
}

}  // namespace mudeung::test
