// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of every chart: title, the question as a sentence, footer with source, sample stamp.
#include "ui/charts/chart_painter.h"

#include <QCoreApplication>
#include <QPaintEngine>
#include <algorithm>
#include <cmath>

#include "core/base/language.h"
#include "core/chart/colors.h"
#include "ui/common/text_layout.h"

namespace mudeung {

QColor ChartCanvas::colorOf(const ChartSeries& series, const QColor& other) const {
    if (!std::isfinite(series.tone)) return other;
    const Rgb rgb = toneRgb(series.tone, isDark());
    return {rgb.red, rgb.green, rgb.blue};
}

QFont ChartCanvas::font(double factor, bool bold) const {
    QFont face = chartFont(em * factor, bold);
    // Shaping swaps the digits of Noto CJK for forms without a code point, and they could not be searched or copied in a PDF.
    const QPaintEngine* engine = painter.paintEngine();
    if (engine && engine->type() == QPaintEngine::Pdf) {
        face.setStyleStrategy(QFont::PreferNoShaping);
        face.setHintingPreference(QFont::PreferNoHinting);  // widths of screen pixels would space the letters unevenly
    }
    return face;
}

double ChartCanvas::textWidth(const QString& text, double factor, bool bold) const {
    return TextMetrics(font(factor, bold)).horizontalAdvance(text);
}

void ChartCanvas::text(const QRectF& area, int alignment, const QString& text, const QColor& color, double factor, bool bold) const {
    if (area.width() <= 0.0 || text.isEmpty()) return;
    const QFont face = font(factor, bold);
    painter.setFont(face);
    painter.setPen(color);
    paintText(painter, area, Qt::Alignment(alignment), TextMetrics(face).elidedText(text, area.width() + 0.5));
}

namespace {

constexpr double kTitle = 1.25;
constexpr double kLowTitle = 1.05;

/// Wrapped text of at most `maxLines`, the last one elided; returns the height used.
double paintWrapped(const ChartCanvas& c, const QRectF& area, const QString& text, const QColor& color, double factor, bool bold,
                    int maxLines) {
    if (text.isEmpty()) return 0.0;
    const QFont face = c.font(factor, bold);
    const double lineHeight = TextMetrics(face).lineSpacing();
    const QVector<int> starts = lineStarts(text, face, area.width());
    const int count = std::min(static_cast<int>(starts.size()), maxLines);
    for (int line = 0; line < count; ++line) {
        const QString shown = line == maxLines - 1 || line + 1 == static_cast<int>(starts.size())
                                  ? text.mid(starts[line])
                                  : text.mid(starts[line], starts[line + 1] - starts[line]);
        c.text(QRectF(area.left(), area.top() + lineHeight * line, area.width(), lineHeight), Qt::AlignLeft | Qt::AlignVCenter,
               shown.trimmed(), color, factor, bold);
    }
    return lineHeight * count;
}

double paintStamp(const ChartCanvas& c, const QRectF& frame) {
    const QString stamp = QCoreApplication::translate("Charts", "SAMPLE DATA");
    const double width = c.textWidth(stamp, 0.85, true) + c.em * 1.0;
    const QRectF box(frame.right() - width, frame.top(), width, c.em * 1.5);
    c.painter.setPen(QPen(QColor(0xb0, 0x3a, 0x10), std::max(1.0, c.em / 10.0)));
    c.painter.setBrush(QColor(0xff, 0xf1, 0xd0));
    c.painter.drawRect(box);
    c.text(box, Qt::AlignCenter, stamp, QColor(0x8a, 0x2c, 0x08), 0.85, true);
    return width + c.em * 0.5;
}

/// In little height what the outlines are stands beside the title, without its dates where both are too long; returns the height used.
double paintReferenceHead(const ChartCanvas& c, const QRectF& head) {
    const double line = c.em * 1.5, width = c.textWidth(c.spec.title, kLowTitle, true) + c.em;
    const QRectF whole(head.left(), head.top(), head.width(), line), rest = whole.adjusted(width, 0, 0, 0);
    QString name = c.spec.referenceName;
    if (referenceNameWidth(c, name) > rest.width())
        if (const int dates = static_cast<int>(name.indexOf(QLatin1Char('('))); dates > 0) name = name.left(dates).trimmed();
    c.text(whole, Qt::AlignLeft | Qt::AlignVCenter, c.spec.title, c.colors.text, kLowTitle, true);
    paintReferenceName(c, rest, name);
    return line;
}

QVector<ChartHit> paintKind(const ChartCanvas& canvas) {
    switch (canvas.spec.kind) {
        case ChartKind::HorizontalBars:
            return paintHorizontalBars(canvas);
        case ChartKind::Line:
            return paintLine(canvas);
        case ChartKind::Carpet:
            return paintCarpet(canvas);
        case ChartKind::Pyramid:
            return paintPyramid(canvas);
        case ChartKind::Scatter:
            return paintScatter(canvas);
        case ChartKind::Bars:
            break;
    }
    return paintBars(canvas);
}

}  // namespace

QVector<ChartHit> paintChartScene(QPainter& painter, const QRectF& target, const ChartSpec& spec, bool dark,
                                  const ChartHighlight& highlight) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    const ThemeColors& colors = themeColors(dark);
    painter.fillRect(target, colors.surface);
    const double em = std::clamp(std::sqrt(target.width() * target.height()) / 50.0, 12.0, 96.0);
    // Where there is little height, it belongs to the numbers.
    constexpr double kLowLines = 15.0;
    const bool low = target.height() < em * kLowLines;
    const double margin = em * 0.8, above = em * (low ? 0.45 : 0.8);
    ChartCanvas canvas{painter, spec, colors, highlight, target.adjusted(margin, above, -margin, -above), em};
    if (spec.sample) canvas.stampWidth = paintStamp(canvas, canvas.plot);
    const QRectF head = canvas.plot.adjusted(0, 0, -canvas.stampWidth, 0);
    canvas.referenceNamed = low && spec.subtitle.isEmpty() && hasNamedReference(spec);
    double y = canvas.referenceNamed ? paintReferenceHead(canvas, head)
                                     : paintWrapped(canvas, head, spec.title, colors.text, low ? kLowTitle : kTitle, true, 2);
    if (!spec.subtitle.isEmpty())
        y += paintWrapped(canvas, canvas.plot.adjusted(0, y, 0, 0), spec.subtitle, colors.mutedText, 0.9, false, 2);
    if (spec.sample || (spec.title.isEmpty() && spec.kind == ChartKind::Carpet)) y = std::max(y, em * 1.5);
    canvas.plot.setTop(canvas.plot.top() + y + em * 0.6);
    if (!spec.footer.isEmpty()) {
        const QRectF foot(canvas.plot.left(), canvas.plot.bottom() - em * 1.2, canvas.plot.width(), em * 1.2);
        canvas.text(foot, Qt::AlignLeft | Qt::AlignVCenter, spec.footer, colors.mutedText, 0.78);
        canvas.plot.setBottom(foot.top() - em * 0.5);
    }
    const auto marks = canvas.plot.height() > em * 2.0 ? paintKind(canvas) : QVector<ChartHit>();
    painter.restore();
    return marks;
}

}  // namespace mudeung
