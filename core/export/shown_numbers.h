// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers that a table file shows, from the answer and read back from the file, so that edited cells are noticed.
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>
#include <utility>
#include <vector>

#include "core/model/table.h"

namespace mudeung {

/// Key and value of each row; NaN where nothing was observed.
using ShownNumbers = std::vector<std::pair<QString, double>>;

ShownNumbers numbersOf(const Table& shown);

/// sha256 (hex) of "key TAB value LF" per row, sorted: values with 15 digits, which every format keeps. Keys as cells hold them, without
/// formulas. Sorting the rows of a sheet therefore changes nothing.
QString shownDigest(const ShownNumbers& numbers);

// Nothing when the file has no such table.
std::optional<ShownNumbers> numbersInJson(const QByteArray& json);
/// The first sheet: keys in column A, values in C, below the head.
std::optional<ShownNumbers> numbersInWorkbook(const QString& path);
/// The first layer: fields code and value.
std::optional<ShownNumbers> numbersInGeoPackage(const QString& path);

/// A member of a zip file; empty when there is none.
QByteArray zipMember(const QString& path, const char* member);

}  // namespace mudeung
