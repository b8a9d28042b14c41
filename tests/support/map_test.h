// SPDX-License-Identifier: GPL-3.0-or-later
// main() of tests that need QGIS: one QgisSession around the test object.
#pragma once

#include <QtTest>

#include "ui/map/qgis_session.h"

#define MUDEUNG_MAP_TEST_MAIN(TestObject)                \
    int main(int argc, char* argv[]) {                   \
        QStandardPaths::setTestModeEnabled(true);        \
        mudeung::QgisSession session(argc, argv, false); \
        TestObject test;                                 \
        return QTest::qExec(&test, argc, argv);          \
    }
