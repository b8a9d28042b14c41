// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a ChartSpec and says where its marks are. Shared by screen, image and vector files; knows no widget.
#pragma once

#include <QPainter>
#include <QSet>
#include <QVector>
#include <vector>

#include "core/chart/chart_spec.h"
#include "ui/common/theme.h"

namespace mudeung {

/// A mark that the pointer can hit.
struct ChartHit {
    QRectF area;  ///< generous: a whole category band
    int category = 0;
    int row = 0;  ///< carpets: the row; points: the series
    double value = 0.0;
    double reference = 0.0;  ///< NaN when there is none
};

/// What the view adds to the picture of the spec.
struct ChartHighlight {
    int hovered = -1;         ///< index into the marks
    QSet<QString> chosen;     ///< keys that stay strong while others fade; empty = all strong
    std::vector<char> cells;  ///< carpets: the cells that stay strong, row by row; empty = all
};

/// Everything that the parts of the painter share.
struct ChartCanvas {
    QPainter& painter;
    const ChartSpec& spec;
    const ThemeColors& colors;
    const ChartHighlight& highlight;
    QRectF plot;                  ///< what is left for the marks and their axes
    double em = 12.0;             ///< pixel size of ordinary text
    bool referenceNamed = false;  ///< what the outlines are stands in the head already
    double stampWidth = 0.0;      ///< at the right end of the head, with the gap before it; 0 = no stamp

    /// The same with less room at the top.
    ChartCanvas below(double height) const {
        return {painter, spec, colors, highlight, plot.adjusted(0, height, 0, 0), em, referenceNamed, stampWidth};
    }
    bool isDark() const { return colors.surface.lightness() < 128; }
    /// Of a series: its tone's, or `other` when it has none.
    QColor colorOf(const ChartSeries& series, const QColor& other) const;
    QFont font(double factor = 1.0, bool bold = false) const;
    double textWidth(const QString& text, double factor = 1.0, bool bold = false) const;
    /// One line, elided to the rectangle.
    void text(const QRectF& area, int alignment, const QString& text, const QColor& color, double factor = 1.0, bool bold = false) const;
};

QVector<ChartHit> paintChartScene(QPainter& painter, const QRectF& target, const ChartSpec& spec, bool dark,
                                  const ChartHighlight& highlight = {});

/// Lying bars with outlines behind them, which have a name.
bool hasNamedReference(const ChartSpec& spec);
double referenceNameWidth(const ChartCanvas& canvas, const QString& name);
/// What the outlines are, at the left of the line.
void paintReferenceName(const ChartCanvas& canvas, const QRectF& line, const QString& name);

// The kinds, each in its own file.
QVector<ChartHit> paintHorizontalBars(const ChartCanvas& canvas);
QVector<ChartHit> paintBars(const ChartCanvas& canvas);
QVector<ChartHit> paintLine(const ChartCanvas& canvas);
QVector<ChartHit> paintScatter(const ChartCanvas& canvas);
QVector<ChartHit> paintPyramid(const ChartCanvas& canvas);
QVector<ChartHit> paintCarpet(const ChartCanvas& canvas);

}  // namespace mudeung
