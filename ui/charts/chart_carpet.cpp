// SPDX-License-Identifier: GPL-3.0-or-later
// Hour × weekday as coloured cells (cividis: uniform, readable in grey and with any colour vision), with its scale.
#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/base/format.h"
#include "ui/charts/chart_axis.h"
#include "ui/charts/chart_painter.h"

namespace mudeung {

namespace {

QColor cividis(double t) {
    static constexpr std::array<QRgb, 9> stops{0xff00224e, 0xff123570, 0xff3b496c, 0xff575d6d, 0xff707173,
                                               0xff8a8678, 0xffa59c74, 0xffc3b369, 0xfffee838};
    const double x = std::clamp(t, 0.0, 1.0) * (stops.size() - 1);
    const auto i = std::min(static_cast<std::size_t>(x), stops.size() - 2);
    const double f = x - static_cast<double>(i);
    const QColor a = QColor::fromRgb(stops[i]);
    const QColor b = QColor::fromRgb(stops[i + 1]);
    return QColor::fromRgbF(a.redF() + (b.redF() - a.redF()) * f, a.greenF() + (b.greenF() - a.greenF()) * f,
                            a.blueF() + (b.blueF() - a.blueF()) * f);
}

constexpr double kFlat = 0.005;

/// What the first and the last colour stand for.
struct CarpetScale {
    double least = 0.0;
    double most = 0.0;

    /// So little between the least and the most that colours would show roundings.
    bool isFlat() const { return !(most - least > kFlat * std::abs(most)); }
    /// In the middle where all cells are the same: neither little nor much.
    double at(double value) const { return !isFlat() ? (value - least) / (most - least) : most != 0.0 ? 0.5 : 0.0; }
};

CarpetScale carpetScale(const ChartSpec& spec) {
    CarpetScale scale{0.0, largestValue(spec)};
    if (!spec.fromLeast) return scale;
    double least = std::numeric_limits<double>::infinity();
    for (const double v : spec.series.first().values)
        if (std::isfinite(v)) least = std::min(least, v);
    if (std::isfinite(least)) scale.least = least;
    return scale;
}

/// Where every cell is the same there is no scale to be read, only its one number.
void paintFlatScale(const ChartCanvas& c, const QRectF& area, const CarpetScale& scale) {
    const QString number = formatShort(scale.most);
    QString text = QCoreApplication::translate("Chart", "%1: %2 everywhere", "measure: number").arg(c.spec.yTitle, number);
    if (c.textWidth(text, 0.85) > area.width() - c.em * 2.0)
        text = QCoreApplication::translate("Chart", "%1 everywhere", "number").arg(number);
    const QRectF box(area.left(), area.center().y() - c.em * 0.35, c.em * 1.3, c.em * 0.7);
    c.painter.fillRect(box, cividis(scale.at(scale.most)));
    c.text(QRectF(box.right() + c.em * 0.5, area.top(), area.right() - box.right() - c.em * 0.5, area.height()),
           Qt::AlignLeft | Qt::AlignVCenter, text, c.colors.mutedText, 0.85);
}

/// Seen on both grounds, and weaker than any number.
QBrush hatching(const ChartCanvas& c) {
    QColor lines = c.colors.mutedText;
    lines.setAlphaF(0.6);
    return {lines, Qt::BDiagPattern};
}

void paintHatching(const ChartCanvas& c, const QRectF& box) {
    c.painter.fillRect(box, hatching(c));
    c.painter.setPen(c.colors.separator);
    c.painter.setBrush(Qt::NoBrush);
    c.painter.drawRect(box);
}

/// What is measured, what hatching means where there is some, and the colours between the least and the most.
void paintScale(const ChartCanvas& c, const QRectF& area, const CarpetScale& scale) {
    constexpr int steps = 40;
    constexpr double kLetters = 0.85, kLeastLetters = 0.72;
    const double gap = c.em * 0.6, beside = c.em * 0.4, box = c.em * 1.1, least = std::min(c.em * 2.5, area.width() * 0.4);
    QString top = formatShort(scale.most), bottom = formatShort(scale.least);
    if (top == bottom) top = formatNumber(scale.most), bottom = formatNumber(scale.least);
    const double topWidth = c.textWidth(top, kLetters) + beside, bottomWidth = c.textWidth(bottom, kLetters) + beside;
    const QString none = QCoreApplication::translate("Charts", "no data");
    const QVector<double>& values = c.spec.series.first().values;
    const bool gaps = std::any_of(values.begin(), values.end(), [](double v) { return std::isnan(v); });
    const auto noneWidth = [&](double letters, bool keyed) { return keyed ? box + beside + c.textWidth(none, letters) + gap : 0.0; };
    const auto room = [&](double letters, bool keyed) {
        return area.width() - c.textWidth(c.spec.yTitle, letters) - gap - noneWidth(letters, keyed) - topWidth - bottomWidth;
    };
    // All of it is said, in smaller letters where it has to be; where even they are too large, what is measured comes before hatching.
    const bool keyed = gaps && room(kLeastLetters, true) >= least;
    const double letters = room(kLetters, keyed) >= least ? kLetters : kLeastLetters;
    const double width = std::clamp(room(letters, keyed), least, std::min(c.em * 8.0, area.width() * 0.4));
    const double right = area.right() - topWidth, left = right - width, zero = left - bottomWidth;
    for (int i = 0; i < steps; ++i)
        c.painter.fillRect(QRectF(left + width * i / steps, area.center().y() - c.em * 0.35, width / steps + 0.6, c.em * 0.7),
                           cividis((i + 0.5) / steps));
    const auto word = [&](double from, double to, const QString& text, double size) {
        c.text(QRectF(from, area.top(), to - from, area.height()), Qt::AlignLeft | Qt::AlignVCenter, text, c.colors.mutedText, size);
    };
    word(zero, left, bottom, kLetters);
    word(right + beside, area.right() + c.em * 0.3, top, kLetters);
    const double key = zero - noneWidth(letters, keyed);
    word(area.left(), key - gap * 0.5, c.spec.yTitle, letters);
    if (!keyed) return;
    paintHatching(c, QRectF(key, area.center().y() - c.em * 0.4, box, c.em * 0.8));
    word(key + box + beside, zero, none, letters);
}

/// The hour alone: every one where there is room.
void paintColumnNames(const ChartCanvas& c, const QRectF& plot) {
    const int columns = static_cast<int>(c.spec.categoryKeys.size());
    const double band = plot.width() / std::max(1, columns);
    const double width = c.textWidth(QStringLiteral("00"), 0.85);
    const int every = std::max(1, static_cast<int>(std::ceil((width + c.em * 0.35) / band)));
    for (int k = 0; k < columns; k += every) {
        const double centre = plot.left() + band * (k + 0.5);
        c.text(QRectF(centre - width, plot.bottom() + c.em * 0.2, width * 2.0, c.em * 1.3), Qt::AlignHCenter | Qt::AlignVCenter,
               c.spec.categoryKeys[k], c.colors.mutedText, 0.85);
    }
}

bool isChosen(const ChartCanvas& c, int cell) {
    const std::vector<char>& cells = c.highlight.cells;
    return cells.empty() || (cell < static_cast<int>(cells.size()) && cells[static_cast<std::size_t>(cell)] != 0);
}

QColor veil(QColor color) {
    color.setAlphaF(0.76);
    return color;
}

/// The border between chosen cells and the others.
void paintOutline(const ChartCanvas& c, const QVector<ChartHit>& marks, int rows, int columns) {
    if (c.highlight.cells.empty()) return;
    c.painter.setPen(QPen(c.colors.text, std::max(1.5, c.em / 8.0)));
    const auto chosen = [&](int row, int column) {
        return row >= 0 && row < rows && column >= 0 && column < columns && isChosen(c, row * columns + column);
    };
    for (const ChartHit& mark : marks) {
        const QRectF& area = mark.area;
        if (!chosen(mark.row, mark.category)) continue;
        if (!chosen(mark.row - 1, mark.category)) c.painter.drawLine(area.topLeft(), area.topRight());
        if (!chosen(mark.row + 1, mark.category)) c.painter.drawLine(area.bottomLeft(), area.bottomRight());
        if (!chosen(mark.row, mark.category - 1)) c.painter.drawLine(area.topLeft(), area.bottomLeft());
        if (!chosen(mark.row, mark.category + 1)) c.painter.drawLine(area.topRight(), area.bottomRight());
    }
}

}  // namespace

QVector<ChartHit> paintCarpet(const ChartCanvas& c) {
    QVector<ChartHit> marks;
    const int columns = static_cast<int>(c.spec.categories.size());
    const int rows = static_cast<int>(c.spec.rowNames.size());
    if (columns == 0 || rows == 0 || c.spec.series.isEmpty()) return marks;
    const QVector<double>& values = c.spec.series.first().values;
    double nameWidth = 0.0;
    for (const QString& name : c.spec.rowNames) nameWidth = std::max(nameWidth, c.textWidth(name, 0.9));
    const bool scaleOnTop = c.spec.title.isEmpty();
    const double bottom = c.em * (scaleOnTop ? 1.6 : 3.2);
    const QRectF plot = c.plot.adjusted(nameWidth + c.em * 0.6, 0, -c.em * 0.3, -bottom);
    if (plot.height() < c.em || plot.width() < c.em) return marks;
    const CarpetScale scale = carpetScale(c.spec);
    const double w = plot.width() / columns;
    const double h = plot.height() / rows;
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    // Whole pixels: sharp cells, and no edges to be smoothed for each of them.
    const bool smooth = c.painter.testRenderHint(QPainter::Antialiasing);
    c.painter.setRenderHint(QPainter::Antialiasing, false);
    const auto edge = [](double from, double step, int i) { return std::round(from + step * i); };
    for (int r = 0; r < rows; ++r) {
        // Names keep to their rows: smaller in low ones, every second one where even that is too much.
        const double factor = std::clamp(h / c.em * 0.85, 0.7, 0.9);
        if (h >= c.em * 0.72 || r % 2 == 0)
            c.text(QRectF(c.plot.left(), plot.top() + h * r, nameWidth, h), Qt::AlignRight | Qt::AlignVCenter, c.spec.rowNames[r],
                   c.colors.text, factor);
        for (int k = 0; k < columns; ++k) {
            const int i = r * columns + k;
            const double v = i < static_cast<int>(values.size()) ? values[i] : none;
            const QRectF cell(QPointF(edge(plot.left(), w, k), edge(plot.top(), h, r)),
                              QPointF(edge(plot.left(), w, k + 1), edge(plot.top(), h, r + 1)));
            const QRectF inner = cell.adjusted(0, 0, -1, -1);
            if (std::isfinite(v)) {
                c.painter.fillRect(inner, cividis(scale.at(v)));
            } else {
                c.painter.fillRect(inner, hatching(c));  // no data is not zero, chosen or not
            }
            if (!isChosen(c, i) && std::isfinite(v)) c.painter.fillRect(cell, veil(c.colors.surface));
            if (static_cast<int>(marks.size()) == c.highlight.hovered) {
                c.painter.setBrush(Qt::NoBrush);
                c.painter.setPen(QPen(c.colors.text, std::max(1.5, c.em / 8.0)));
                c.painter.drawRect(inner.adjusted(0, 0, -1, -1));
            }
            marks.push_back({cell, k, r, v, none});
        }
    }
    c.painter.setRenderHint(QPainter::Antialiasing, smooth);
    paintOutline(c, marks, rows, columns);
    paintColumnNames(c, plot);
    const double scaleTop = scaleOnTop ? c.plot.top() - c.em * 2.1 : c.plot.bottom() - c.em * 1.5;
    const double right = scaleOnTop ? std::min(plot.right(), c.plot.right() - c.stampWidth) : plot.right();
    const QRectF scaleArea(plot.left(), scaleTop, right - plot.left(), c.em * 1.5);
    if (scale.isFlat() && scale.most > 0.0) {
        paintFlatScale(c, scaleArea, scale);
    } else {
        paintScale(c, scaleArea, scale);
    }
    return marks;
}

}  // namespace mudeung
