// SPDX-License-Identifier: GPL-3.0-or-later
// Where real published files lie, and a visible skip when they are absent.
#pragma once

#include <QDir>
#include <QFileInfo>
#include <QString>
#include <QtTest>

namespace mudeung::test {

inline QString realFile(const QString& relative) {
    return QDir(QStringLiteral(MUDEUNG_REAL_DATA)).filePath(relative);
}

inline QString testFile(const QString& relative) {
    return QDir(QStringLiteral(MUDEUNG_TEST_DATA)).filePath(relative);
}

}  // namespace mudeung::test

#define MUDEUNG_REAL_FILE(variable, relative)                                      \
    const QString variable = mudeung::test::realFile(QString::fromUtf8(relative)); \
    if (!QFileInfo::exists(variable)) QSKIP("the real file " relative " is not beside this checkout")
