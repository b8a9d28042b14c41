// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the receipt of an output file, whatever its format, by its content.
#pragma once

#include <QString>

#include "core/base/result.h"
#include "core/receipt/receipt.h"

namespace mudeung {

struct FoundReceipt {
    Receipt receipt;
    QString carrier;           ///< "png" "svg" "pdf" "xlsx" "gpkg" "gif" "mp4" "json", or the name of the file beside it
    bool fileChanged = false;  ///< a table whose numbers are no longer those that were written (CSV: any byte); pictures cannot tell
};

/// NotFound with a remedy when there is none, Io when the file cannot be read, InputRefused when the receipt is damaged.
Result<FoundReceipt> readReceipt(const QString& path);

/// "answer.csv.receipt.json": where the receipt of a format lies that has no room for it.
QString receiptPathBeside(const QString& path);
/// Writes it, with the sha256 of the file as it is now.
Status writeReceiptBeside(const QString& path, const Receipt& receipt);

}  // namespace mudeung
