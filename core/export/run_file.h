// SPDX-License-Identifier: GPL-3.0-or-later
// The result of an analysis as a file with its receipt: CSV, JSON, Excel or GeoPackage, by the ending of the name. Runs on any thread.
#pragma once

#include <QByteArray>
#include <QStringList>

#include "core/runs/run.h"

namespace mudeung {

QStringList runFileSuffixes();  ///< csv, json, xlsx, gpkg

/// The receipt of a result: that of the question, with analysis, parameters, recipe and digest, and all files behind it.
Result<Receipt> runReceipt(QueryEngine& engine, const Run& run, Progress& progress = Progress::none());

/// Columns code, name and one per column with its unit; begins with the mark of UTF-8.
QByteArray resultTableCsv(const ResultTable& table, const TableView& view);

/// CSV: the main table, receipt beside it. XLSX: one sheet per table and the receipt's. GeoPackage: the main table with points or areas
/// (Usage error when its rows are not on the map). JSON: runJson() with the words of now and the receipt.
/// Numbers are written unrounded to 15 digits; categories by their names, in GeoPackages with their ids beside.
Status writeRunFile(QueryEngine& engine, const Run& run, const QString& path, Progress& progress = Progress::none());

}  // namespace mudeung
