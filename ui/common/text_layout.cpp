// SPDX-License-Identifier: GPL-3.0-or-later
// Rounds the measures of fonts, puts baselines on whole pixels, breaks lines.
#include "ui/common/text_layout.h"

#include <QPaintEngine>
#include <QPainter>
#include <QRegularExpression>
#include <QTextLayout>
#include <algorithm>
#include <cmath>

namespace mudeung {
namespace {

/// Metrics come in 64ths of a pixel; what is whole but for that must not be rounded to the next one.
double roundedUp(double pixels) {
    return std::ceil(pixels - 1.0 / 64.0);
}

bool paintsPixels(const QPainter& painter) {
    const QPaintEngine* engine = painter.paintEngine();
    return engine && engine->type() == QPaintEngine::Raster && painter.deviceTransform().type() <= QTransform::TxScale;
}

}  // namespace

TextMetrics::TextMetrics(const QFontMetricsF& metrics)
    : m_metrics(metrics),
      m_ascent(roundedUp(metrics.ascent())),
      m_descent(roundedUp(metrics.descent())),
      m_leading(std::max(0.0, std::round(metrics.leading()))) {}

void paintText(QPainter& painter, const QPointF& baseline, const QString& text) {
    QPointF at = baseline;
    if (paintsPixels(painter)) {
        const QTransform toDevice = painter.deviceTransform();
        const QPointF pixel = toDevice.map(baseline);
        at = toDevice.inverted().map(QPointF(std::round(pixel.x()), std::round(pixel.y())));
    }
    painter.drawText(at, text);
}

void paintText(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text) {
    const TextMetrics metrics(painter.font(), painter.device());
    const double free = box.width() - metrics.horizontalAdvance(text);
    double x = box.left();
    if (alignment & Qt::AlignRight) x += free;
    if (alignment & Qt::AlignHCenter) x += free / 2.0;
    double top = box.top();
    if (alignment & Qt::AlignBottom) top = box.bottom() - metrics.height();
    if (alignment & Qt::AlignVCenter) top += (box.height() - metrics.height()) / 2.0;
    paintText(painter, QPointF(x, top + metrics.ascent()), text);
}

QVector<int> lineStarts(const QString& text, const QFont& font, double width, QTextOption::WrapMode mode, QPaintDevice* device) {
    if (text.isEmpty()) return {};
    QString words = text;
    words.replace(QLatin1Char('\n'), QChar::LineSeparator);
    QTextLayout layout = device ? QTextLayout(words, font, device) : QTextLayout(words, font);
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(mode);
    layout.setTextOption(option);
    QVector<int> starts;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        starts.append(line.textStart());
    }
    layout.endLayout();
    return starts;
}

WrappedText::WrappedText(const QString& text, const QFont& font, double width, QTextOption::WrapMode mode, QPaintDevice* device)
    : m_font(font), m_metrics(device ? TextMetrics(font, device) : TextMetrics(font)) {
    const QVector<int> starts = lineStarts(text, font, width, mode, device);
    for (int i = 0; i < static_cast<int>(starts.size()); ++i) {
        QString line = i + 1 < static_cast<int>(starts.size()) ? text.mid(starts[i], starts[i + 1] - starts[i]) : text.mid(starts[i]);
        // The mark that ends a line and the space at which it was broken have no picture.
        while (!line.isEmpty() && line.back().isSpace()) line.chop(1);
        m_lines.append(line);
    }
}

double WrappedText::height() const {
    return m_lines.isEmpty() ? 0.0 : m_metrics.lineSpacing() * (count() - 1) + m_metrics.height();
}

double WrappedText::width() const {
    double widest = 0.0;
    for (const QString& line : m_lines) widest = std::max(widest, m_metrics.horizontalAdvance(line));
    return widest;
}

void WrappedText::paint(QPainter& painter, const QPointF& topLeft) const {
    painter.setFont(m_font);
    for (int i = 0; i < count(); ++i)
        paintText(painter, topLeft + QPointF(0, m_metrics.ascent() + m_metrics.lineSpacing() * i), m_lines[i]);
}

QString unbroken(QString sentence) {
    const QString space(QChar::Nbsp);
    sentence.replace(QStringLiteral(" %"), space + QLatin1Char('%'));
    static const QRegularExpression range(QStringLiteral("(?<=\\d) ([~–]) (?=[+−]?\\d)")), equals(QStringLiteral(" = (?=[−\\d])")),
        afterColon(QStringLiteral("(?<=:) (?=\\d+[,.;])")), unit(QStringLiteral("(?<=\\d) (?=[건명곳개일])"));
    // A dash is a place to break behind, whatever space follows, but for a word joiner.
    sentence.replace(range, space + QStringLiteral("\\1") + QChar(0x2060) + space);
    sentence.replace(equals, space + QLatin1Char('=') + space);
    sentence.replace(afterColon, space);
    return sentence.replace(unit, space);
}

}  // namespace mudeung
