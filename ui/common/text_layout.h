// SPDX-License-Identifier: GPL-3.0-or-later
// Text of pictures, laid out and drawn alike by Qt 5 and Qt 6.
//
// The two disagree by a pixel here and there: Qt 5 rounds a font's ascent and descent up, Qt 6 does not; each rounds in its own way where a
// letter begins between two pixels. Here the measures are rounded in one way, and on an image every baseline stands on a whole pixel.
#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QTextOption>
#include <QVector>

class QPainter;
class QPaintDevice;

namespace mudeung {

/// Measures of a font in pixels of the device (that of the screen, when none is given).
class TextMetrics {
public:
    explicit TextMetrics(const QFont& font) : TextMetrics(QFontMetricsF(font)) {}
    TextMetrics(const QFont& font, QPaintDevice* device) : TextMetrics(QFontMetricsF(font, device)) {}
    double ascent() const { return m_ascent; }
    double descent() const { return m_descent; }
    /// Of one line.
    double height() const { return m_ascent + m_descent; }
    /// From one baseline to the next.
    double lineSpacing() const { return height() + m_leading; }
    double horizontalAdvance(const QString& text) const { return m_metrics.horizontalAdvance(text); }
    /// Cut at its end with "…" when it is wider than `width`.
    QString elidedText(const QString& text, double width) const { return m_metrics.elidedText(text, Qt::ElideRight, width); }

private:
    explicit TextMetrics(const QFontMetricsF& metrics);
    QFontMetricsF m_metrics;
    double m_ascent = 0.0;
    double m_descent = 0.0;
    double m_leading = 0.0;
};

/// Draws one line with the painter's font and pen. `baseline` is moved to a whole pixel where the painter draws on an image and is not
/// rotated.
void paintText(QPainter& painter, const QPointF& baseline, const QString& text);

/// One line inside `box`, as QPainter::drawText() places it; it is neither cut nor wrapped.
void paintText(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text);

/// Where the lines of `text` begin when none may be wider than `width`; "\n" begins a new one. Empty text has no lines.
QVector<int> lineStarts(const QString& text, const QFont& font, double width, QTextOption::WrapMode mode = QTextOption::WordWrap,
                        QPaintDevice* device = nullptr);

/// Text in lines of at most `width` pixels, broken by lineStarts().
class WrappedText {
public:
    WrappedText(const QString& text, const QFont& font, double width, QTextOption::WrapMode mode = QTextOption::WordWrap,
                QPaintDevice* device = nullptr);
    int count() const { return static_cast<int>(m_lines.size()); }
    double height() const;
    /// Of the widest line.
    double width() const;
    /// Draws with the font that it was laid out with and the painter's pen.
    void paint(QPainter& painter, const QPointF& topLeft) const;

private:
    QFont m_font;
    TextMetrics m_metrics;
    QVector<QString> m_lines;
};

/// The sentence with spaces that lines do not end at: within a number with its unit or sign, and within a period.
QString unbroken(QString sentence);

}  // namespace mudeung
