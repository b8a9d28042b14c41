// SPDX-License-Identifier: GPL-3.0-or-later
// Openers of the formats that are not delimited text. Internal to the readers: the rest of the program calls openRowSource.
#pragma once

#include <memory>

#include "core/import/row_source.h"
#include "core/import/text_stream.h"

namespace mudeung {

/// A file on disk or inside an archive.
struct SourceLocation {
    QString vsiPath;
    QString shownName;
};

/// "xlsx" "xls" "ods".
Result<std::unique_ptr<RowSource>> openSheet(const SourceLocation& location, const QString& kind, const SourceOptions& options,
                                             SourceInfo info);
/// Vector layers: Shapefile, GeoPackage, GeoJSON, GML, KML.
Result<std::unique_ptr<RowSource>> openVector(const SourceLocation& location, const SourceOptions& options, SourceInfo info);
/// The largest array of objects of a JSON document (UTF-8).
Result<std::unique_ptr<RowSource>> openJson(std::string text, const QString& shownName, SourceInfo info);

}  // namespace mudeung
