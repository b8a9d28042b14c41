// SPDX-License-Identifier: GPL-3.0-or-later
// The three kinds of picture file.
#include "ui/map/drawn_file.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include "core/export/out_file.h"
#include "core/receipt/carrier.h"
#include "ui/charts/chart_image.h"

namespace mudeung {

namespace {

constexpr int kPdfUnits = 10;  // coordinates of a PDF are whole device units: finer ones keep hairlines even
constexpr double kDpi = 96.0;

Error notDrawn() {
    return {ErrorCode::Io,
            QCoreApplication::translate("Map", "The map could not be drawn: there is not enough memory. Choose a smaller size."),
            QString()};
}

Result<QByteArray> pngOf(const Drawing& drawing, const MapFile& file, const Receipt& receipt) {
    const QImage image = drawing.image(file);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (image.isNull() || !image.save(&buffer, "PNG")) return notDrawn();
    return pngWithReceipt(buffer.data(), receipt);
}

Result<QByteArray> pdfOf(const Drawing& drawing, const MapFile& file, const Receipt& receipt) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QSizeF(file.size) * 72.0 / kDpi, QPageSize::Point));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setResolution(static_cast<int>(kDpi) * kPdfUnits);
    writer.setTitle(drawing.title);
    writer.setCreator(QStringLiteral("Mudeung %1").arg(QStringLiteral(MUDEUNG_VERSION)));
    putReceipt(writer, receipt, drawing.title);
    QPainter painter;
    if (!painter.begin(&writer)) return notDrawn();
    painter.setRenderHint(QPainter::LosslessImageRendering);
    painter.scale(kPdfUnits, kPdfUnits);
    drawing.shapes(painter, file);
    if (!painter.end()) return notDrawn();
    return buffer.data();
}

Result<QByteArray> svgOf(const Drawing& drawing, const MapFile& file, const Receipt& receipt) {
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(file.size);
    generator.setViewBox(QRect(QPoint(0, 0), file.size));
    generator.setResolution(static_cast<int>(kDpi));
    generator.setTitle(drawing.title);
    generator.setDescription(receipt.sentence);
    QPainter painter;
    if (!painter.begin(&generator)) return notDrawn();
    drawing.shapes(painter, file);
    if (!painter.end()) return notDrawn();
    return svgWithReceipt(svgInOurFonts(buffer.data()), receipt);
}

}  // namespace

/// How the file is drawn, by its ending; Usage error when it cannot be.
Result<MapFile> drawnFile(const QString& path, const MapFile& file) {
    if (!isMapFile(path))
        return Error{ErrorCode::Usage,
                     QCoreApplication::translate("Map", "A map cannot be saved as “%1”. Use .png, .pdf or .svg.").arg(path), QString()};
    MapFile drawn = file;
    if (QFileInfo(path).suffix().toLower() != QLatin1String("png")) drawn.scale = 1;  // shapes have no pixels
    if (const Status possible = checkMapFile(drawn); !possible) return possible.error();
    return drawn;
}

Status writeDrawing(const Drawing& drawing, const QString& path, const MapFile& file, const Receipt& receipt, Progress& progress) {
    if (progress.isCancelled())
        return Error{ErrorCode::Cancelled, QCoreApplication::translate("Map", "The map was cancelled; nothing was written."), QString()};
    const QString suffix = QFileInfo(path).suffix().toLower();
    const auto bytes = suffix == QLatin1String("svg")   ? svgOf(drawing, file, receipt)
                       : suffix == QLatin1String("pdf") ? pdfOf(drawing, file, receipt)
                                                        : pngOf(drawing, file, receipt);
    if (!bytes) return bytes.error();
    return writeWholeFile(path, *bytes);
}

}  // namespace mudeung
