// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of any supported file as UTF-8 cells: CSV, XLSX/XLS, JSON, vector layers, any of them inside a zip.
// Knows nothing of profiles: header rows are ordinary rows (for JSON and vector layers the first row holds the names).
#pragma once

#include <QString>
#include <QStringList>
#include <memory>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace mudeung {

/// Views into buffers of the source: valid until the next call of next().
struct Row {
    qint64 line = 0;  ///< 1-based line (CSV), sheet row, or feature number
    std::vector<std::string_view> cells;
    std::string_view wkb;  ///< geometry of a vector layer in its own CRS; empty for tables
    bool damagedQuotes = false;
};

struct SourceInfo {
    QString container;  ///< "csv" "xlsx" "xls" "json" "ogr"; "zip/csv" …
    QString encoding;   ///< "UTF-8" "UTF-8 BOM" "CP949" "UTF-16LE" "UTF-16BE"; what was decided, strictly
    QString encodingReason;
    QString delimiter;
    QString entry;         ///< file inside the archive, sheet or layer name; NFC
    QString crs;           ///< "EPSG:4326" or WKT when the file says it; empty otherwise
    QString geometryType;  ///< "point" "line" "polygon"; empty for tables
    QStringList warnings;
};

struct SourceOptions {
    QString encoding;       ///< force; empty = decide
    QString sheet;          ///< sheet or layer name; empty = the first that holds a table
    bool headOnly = false;  ///< only the first 1 MiB will be read: for previews (the encoding decision then says so)
};

class RowSource {
public:
    virtual ~RowSource() = default;
    virtual const SourceInfo& info() const = 0;
    /// Fills `row`; false at the end. Errors (undecodable byte with line and column, a line over 16 MiB) are InputRefused.
    virtual Result<bool> next(Row& row) = 0;
    /// 0…1 of the bytes consumed.
    virtual double fraction() const = 0;
};

/// Opens by content, not by extension. Refuses with a sentence: directory, no permission, empty, HTML saved as CSV, U+FFFD-ridden text,
/// unknown binary, undecodable bytes, archives that are bombs or hold nothing usable.
Result<std::unique_ptr<RowSource>> openRowSource(const QString& path, const SourceOptions& options = {});

/// Hex sha256 of the file's bytes.
Result<QString> sha256OfFile(const QString& path, Progress& progress);

}  // namespace mudeung
