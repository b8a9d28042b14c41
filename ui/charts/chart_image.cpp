// SPDX-License-Identifier: GPL-3.0-or-later
// Charts to images and files, through the painter that the screen uses.
#include "ui/charts/chart_image.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <cmath>

#include "ui/charts/chart_painter.h"

namespace mudeung {

namespace {

constexpr int kFileDpi = 96;

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

bool paintPdf(QIODevice& device, const ChartSpec& spec, QSize size) {
    QPdfWriter writer(&device);
    const double pointsPerPixel = 72.0 / kFileDpi;
    writer.setPageSize(QPageSize(QSizeF(size.width() * pointsPerPixel, size.height() * pointsPerPixel), QPageSize::Point));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setResolution(kFileDpi * 10);  // coordinates are whole device units in PDF: finer ones keep hairlines even
    writer.setTitle(spec.title);
    writer.setCreator(QStringLiteral("Mudeung"));
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

QImage renderChart(const ChartSpec& spec, QSize size, bool dark) {
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) return image;
    image.fill(themeColors(dark).surface);
    QPainter painter(&image);
    paintChart(painter, QRectF(QPointF(0, 0), QSizeF(size)), spec, dark);
    return image;
}

Status writeChart(const ChartSpec& spec, const QString& path, QSize size) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix != QLatin1String("png") && suffix != QLatin1String("svg") && suffix != QLatin1String("pdf"))
        return Error{
            ErrorCode::Usage,
            QCoreApplication::translate("Charts", "“%1” is not a kind of picture that a chart can be. Use .png, .svg or .pdf.").arg(path),
            {}};
    if (size.isEmpty())
        return Error{ErrorCode::Usage, QCoreApplication::translate("Charts", "A chart needs a width and a height above zero."), {}};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return cannotWrite(path, file.errorString());
    bool painted = false;
    if (suffix == QLatin1String("svg")) {
        painted = paintSvg(file, spec, size);
    } else if (suffix == QLatin1String("pdf")) {
        painted = paintPdf(file, spec, size);
    } else {
        painted = renderChart(spec, size).save(&file, "PNG");
    }
    if (!painted) file.cancelWriting();
    if (!painted || !file.commit()) return cannotWrite(path, file.errorString());
    return done();
}

}  // namespace mudeung
