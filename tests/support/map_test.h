// SPDX-License-Identifier: GPL-3.0-or-later
// main() of tests that need QGIS: one QgisSession around the test object, with a watch on the GUI thread.
#pragma once

#include <QtTest>

#include "tests/support/watchdog.h"
#include "ui/map/qgis_session.h"

namespace mudeung::test {

inline void watchDeliveries() {
    QgisSession::observeDeliveries({[](const QObject* receiver, const QEvent* event) {
                                        if (StallWatch* watch = StallWatch::instance()) watch->began(receiver, event);
                                    },
                                    [] {
                                        if (StallWatch* watch = StallWatch::instance()) watch->ended();
                                    }});
}

}  // namespace mudeung::test

#define MUDEUNG_MAP_TEST_MAIN(TestObject)                          \
    int main(int argc, char* argv[]) {                             \
        QStandardPaths::setTestModeEnabled(true);                  \
        mudeung::test::watchDeliveries();                          \
        mudeung::QgisSession session(argc, argv, false);           \
        const mudeung::test::StallWatch watch;                     \
        TestObject test;                                           \
        return mudeung::test::runWatched(watch, test, argc, argv); \
    }
