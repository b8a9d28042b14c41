// SPDX-License-Identifier: GPL-3.0-or-later
// The versions of the program and of the libraries it runs with.
#pragma once

#include <QJsonObject>
#include <QString>

namespace mudeung::cli {

QString versionsText();
QJsonObject versionsJson();

}  // namespace mudeung::cli
