// SPDX-License-Identifier: GPL-3.0-or-later
// Pixels from a grid: values are interpolated between the centres of cells and then coloured, not the other way round. Knows no QGIS.
#pragma once

#include <QRgb>
#include <QSize>
#include <cstddef>
#include <vector>

#include "core/analysis/density/density.h"

namespace mudeung {

class GridColouring {
public:
    /// The colours of `table`, premultiplied and at least one, stand for values from `bottom` to `top`, evenly; what lies outside gets the
    /// first or the last. Both must outlive this object.
    GridColouring(const DensityGrid& grid, double bottom, double top, const std::vector<QRgb>& table);

    /// Lays the picture over `size` pixels from `first` on, those of an image with premultiplied colours, as QPainter would; the first has
    /// its centre at (x, y) in the units of the grid. On all processors; the same bits on any number.
    void paint(uchar* first, std::ptrdiff_t bytesPerLine, QSize size, double x, double y, double pixel) const;

private:
    /// Where pixels of one direction lie among the cells: between `cell` and the next, `share` of the way.
    struct Samples {
        std::vector<int> cell;
        std::vector<float> share;
    };
    /// A row of the grid in steps of the table; only cells in [begin, end) differ from zero.
    struct Line {
        int row = -1;
        int begin = 0, end = 0;
        std::vector<float> values;
    };
    /// What one thread works with: the rows above and below a line of pixels, and the mixture.
    struct Lines {
        Line upper, lower, mixed;
    };

    static Samples samples(int pixels, double first, double step, int cells);
    void take(int row, Line& line) const;
    void mix(int cell, float share, Lines& lines) const;
    void colourLine(const Samples& columns, const Line& mixed, QRgb* out) const;

    const DensityGrid& m_grid;
    const std::vector<QRgb>& m_table;
    float m_last = 0.0F;
    double m_scale = 0.0;  ///< steps of the table per unit
    float m_offset = 0.0F;
};

}  // namespace mudeung
