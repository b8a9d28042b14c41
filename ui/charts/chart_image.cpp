// SPDX-License-Identifier: GPL-3.0-or-later
// Charts to images and files, through the painter that the screen uses.
#include "ui/charts/chart_image.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <cmath>

#include "core/export/out_file.h"
#include "core/receipt/carrier.h"
#include "ui/charts/chart_painter.h"

namespace mudeung {

namespace {

constexpr int kFileDpi = 96;
constexpr int kMostScale = 4;

Error cannotWrite(const QString& path, const QString& reason) {
    return {ErrorCode::Io,
            QCoreApplication::translate("Charts", "The chart could not be written to “%1”. Check the folder and the free space.").arg(path),
            reason};
}

bool paintSvg(QIODevice& device, const ChartSpec& spec, QSize size) {
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setResolution(kFileDpi);
    generator.setTitle(spec.title);
    generator.setDescription(spec.subtitle);
    QPainter painter;
    if (!painter.begin(&generator)) return false;
    paintChart(painter, QRectF(QPointF(0, 0), QSizeF(size)), spec, false);
    return painter.end();
}

bool paintPdf(QIODevice& device, const ChartSpec& spec, QSize size, const std::optional<Receipt>& receipt) {
    QPdfWriter writer(&device);
    const double pointsPerPixel = 72.0 / kFileDpi;
    writer.setPageSize(QPageSize(QSizeF(size.width() * pointsPerPixel, size.height() * pointsPerPixel), QPageSize::Point));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setResolution(kFileDpi * 10);  // coordinates are whole device units in PDF: finer ones keep hairlines even
    writer.setTitle(spec.title);
    writer.setCreator(QStringLiteral("Mudeung"));
    if (receipt) putReceipt(writer, *receipt, spec.title);
    QPainter painter;
    if (!painter.begin(&writer)) return false;
    painter.scale(10.0, 10.0);
    paintChart(painter, QRectF(QPointF(0, 0), QSizeF(size)), spec, false);
    return painter.end();
}

}  // namespace

void paintChart(QPainter& painter, const QRectF& target, const ChartSpec& spec, bool dark) {
    paintChartScene(painter, target, spec, dark);
}

void putReceipt(QPdfWriter& writer, const Receipt& receipt, const QString& title) {
    writer.setDocumentXmpMetadata(receiptXmp(receipt, title));
    writer.addFileAttachment(QStringLiteral("mudeung-receipt.json"), QJsonDocument(receiptJson(receipt)).toJson(),
                             QStringLiteral("application/json"));
}

QByteArray svgInOurFonts(const QByteArray& svg) {
    QByteArray drawn = svg;
    const QByteArray start("font-family=\""), ours("'Noto Sans CJK KR', NanumGothic, sans-serif");
    for (auto at = drawn.indexOf(start); at >= 0; at = drawn.indexOf(start, at)) {
        at += start.size();
        const auto end = drawn.indexOf('"', at);
        if (end < 0) break;
        drawn.replace(at, end - at, ours);
    }
    return drawn;
}

QImage renderChart(const ChartSpec& spec, QSize size, bool dark, int scale) {
    QImage image(size * scale, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) return image;
    image.fill(themeColors(dark).surface);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paintChart(painter, QRectF(QPointF(0, 0), QSizeF(size)), spec, dark);
    return image;
}

Status writeChart(const ChartSpec& spec, const QString& path, QSize size) {
    ChartFile file;
    file.size = size;
    return writeChart(spec, path, file);
}

Status writeChart(const ChartSpec& spec, const QString& path, const ChartFile& file) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix != QLatin1String("png") && suffix != QLatin1String("svg") && suffix != QLatin1String("pdf"))
        return Error{ErrorCode::Usage,
                     QCoreApplication::translate("Charts", "A chart cannot be saved as “%1”. Use .png, .svg or .pdf.").arg(path),
                     {}};
    if (file.size.isEmpty())
        return Error{ErrorCode::Usage, QCoreApplication::translate("Charts", "A chart needs a width and a height above zero."), {}};
    if (file.scale < 1 || file.scale > kMostScale)
        return Error{
            ErrorCode::Usage,
            QCoreApplication::translate("Charts", "A chart can be drawn at the scales 1 to %1, not %2.").arg(kMostScale).arg(file.scale),
            {}};
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const bool svg = suffix == QLatin1String("svg");
    const bool pdf = suffix == QLatin1String("pdf");
    const bool painted = svg   ? paintSvg(buffer, spec, file.size)
                         : pdf ? paintPdf(buffer, spec, file.size, file.receipt)
                               : renderChart(spec, file.size, false, file.scale).save(&buffer, "PNG");
    if (!painted) return cannotWrite(path, {});
    QByteArray bytes = svg ? svgInOurFonts(buffer.data()) : buffer.data();
    if (file.receipt && !pdf) {
        const auto carrying = svg ? svgWithReceipt(bytes, *file.receipt) : pngWithReceipt(bytes, *file.receipt);
        if (!carrying) return carrying.error();
        bytes = *carrying;
    }
    const Status written = writeWholeFile(path, bytes);
    return written ? done() : Status(cannotWrite(path, written.error().message));
}

Status writeChartFile(const Workspace& workspace, const Table& table, const ChartSpec& spec, const QString& path, ChartFile file) {
    const auto receipt = makeReceipt(workspace, table, ReceiptOf::Chart);
    if (!receipt) return receipt.error();
    file.receipt = *receipt;
    return writeChart(spec, path, file);
}

}  // namespace mudeung
