// SPDX-License-Identifier: GPL-3.0-or-later
// Receipts inside the bytes of pictures and pages: put in, and found again. Knows the containers, not what is drawn.
#pragma once

#include <QByteArray>
#include <optional>

#include "core/receipt/receipt.h"

namespace mudeung {

/// Compact JSON in UTF-8, one line. It begins with {"mudeungReceipt": so that it can be found in any bytes that hold it unchanged: a PNG
/// text chunk, a GIF comment, a comment of an MP4 file.
QByteArray receiptText(const Receipt& receipt);
/// The first receipt text in the bytes of a PNG, GIF, SVG, PDF, MP4, XML or JSON, uncompressed; what it says is not checked.
std::optional<QByteArray> findReceiptText(const QByteArray& bytes);
/// receiptFromJson() of such a text.
Result<Receipt> receiptFromText(const QByteArray& text);

/// The picture with the receipt in an iTXt chunk "mudeung-receipt" and its sentence in "Description". Internal error when it is no PNG.
Result<QByteArray> pngWithReceipt(const QByteArray& png, const Receipt& receipt);
/// The drawing with the receipt in a <metadata> element. Internal error when it is no SVG.
Result<QByteArray> svgWithReceipt(const QByteArray& svg, const Receipt& receipt);
/// Metadata of a PDF (XMP, which is written uncompressed) with title, sentence and receipt.
QByteArray receiptXmp(const Receipt& receipt, const QString& title);

}  // namespace mudeung
