// SPDX-License-Identifier: GPL-3.0-or-later
// Pixels of a grid against the plain rule, pixel by pixel: value between four centres of cells, colour of the table, laid over what is
// there by QPainter.
#include <QImage>
#include <QPainter>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <random>

#include "ui/map/grid_colouring.h"

using namespace mudeung;

namespace {

std::vector<QRgb> ramp(int steps, bool clearAtZero) {
    std::vector<QRgb> table;
    for (int i = 0; i < steps; ++i) {
        const double share = static_cast<double>(i) / (steps - 1);
        const int alpha = clearAtZero ? static_cast<int>(255.0 * std::sqrt(share)) : 255;
        table.push_back(qPremultiply(qRgba(static_cast<int>(255 * share), 90, static_cast<int>(255 * (1.0 - share)), alpha)));
    }
    return table;
}

QImage ground(QSize size, QRgb colour, std::mt19937& random) {
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(colour);
    for (int i = 0; i < 200; ++i) {
        const int alpha = static_cast<int>(random() % 256);
        image.setPixel(static_cast<int>(random() % static_cast<unsigned>(size.width())),
                       static_cast<int>(random() % static_cast<unsigned>(size.height())),
                       qPremultiply(qRgba(static_cast<int>(random() % 256), 40, static_cast<int>(random() % 256), alpha)));
    }
    return image;
}

}  // namespace

class TestGridColouring : public QObject {
    Q_OBJECT

private slots:
    void likeThePlainRule_data() {
        QTest::addColumn<double>("cell");  // pixels
        QTest::addColumn<bool>("clear");
        QTest::addColumn<double>("bottom");
        QTest::addColumn<double>("empty");  // share of cells that hold nothing
        QTest::newRow("cells of two pixels") << 2.0 << true << 0.0 << 0.3;
        QTest::newRow("cells of any size") << 3.37 << true << 0.0 << 0.9;
        QTest::newRow("large cells") << 21.5 << true << 0.0 << 0.0;
        QTest::newRow("of both signs") << 2.6 << false << -10.0 << 0.5;
        QTest::newRow("nothing at all") << 2.0 << true << 0.0 << 1.0;
        QTest::newRow("nothing, with a colour") << 2.0 << false << -10.0 << 1.0;
    }

    void likeThePlainRule() {
        QFETCH(double, cell);
        QFETCH(bool, clear);
        QFETCH(double, bottom);
        QFETCH(double, empty);
        const double top = 10.0;
        std::mt19937 random(9);
        std::uniform_real_distribution<double> value(bottom * 1.2, top * 1.2), chance(0.0, 1.0);
        // Widths that are no multiple of four, and lines with a gap between them.
        for (const QSize size : {QSize(61, 33), QSize(64, 7), QSize(3, 40), QSize(1, 1)}) {
            DensityGrid grid;
            grid.spec = {-1.3 * cell, 1.7 * cell, cell, static_cast<int>(size.width() / cell) + 5,
                         static_cast<int>(size.height() / cell) + 5};
            for (int i = 0; i < grid.spec.columns * grid.spec.rows; ++i)
                grid.values.push_back(chance(random) < empty ? 0.0 : value(random));
            const std::vector<QRgb> table = ramp(1024, clear);
            const QImage before = ground(size, clear ? 0xfff0f0f0 : 0x00000000, random);
            QImage painted = before, colours(size, QImage::Format_ARGB32_Premultiplied), expected = before;
            GridColouring(grid, bottom, top, table)
                .paint(painted.bits(), static_cast<std::ptrdiff_t>(painted.bytesPerLine()), size, 0.5, -0.5, 1.0);
            const double steps = static_cast<double>(table.size()) - 1.0;
            const auto stepAt = [&](int row, int column) {
                return std::clamp((grid.at(row, column) - bottom) / (top - bottom), 0.0, 1.0) * steps;
            };
            std::vector<double> plain;
            for (int y = 0; y < size.height(); ++y)
                for (int x = 0; x < size.width(); ++x) {
                    const double column = (x + 0.5 - grid.spec.originX) / cell - 0.5, row = (grid.spec.originY + y + 0.5) / cell - 0.5;
                    const int c = static_cast<int>(column), r = static_cast<int>(row);
                    const double north = std::lerp(stepAt(r, c), stepAt(r, c + 1), column - c);
                    const double south = std::lerp(stepAt(r + 1, c), stepAt(r + 1, c + 1), column - c);
                    plain.push_back(std::lerp(north, south, row - r));
                    colours.setPixel(x, y, table[static_cast<std::size_t>(plain.back() + 0.5)]);
                }
            QPainter painter(&expected);
            painter.drawImage(0, 0, colours);
            painter.end();
            // Floats may land on the neighbouring step where the plain value lies between two.
            for (int y = 0; y < size.height(); ++y)
                for (int x = 0; x < size.width(); ++x) {
                    const double step = plain[static_cast<std::size_t>(y * size.width() + x)] + 0.5;
                    if (std::abs(step - std::round(step)) < 1e-2) continue;
                    QCOMPARE(painted.pixel(x, y), expected.pixel(x, y));
                }
        }
    }
};

QTEST_APPLESS_MAIN(TestGridColouring)
#include "test_grid_colouring.moc"
