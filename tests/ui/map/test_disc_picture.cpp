// SPDX-License-Identifier: GPL-3.0-or-later
// Discs that are written into the pixels of an image against the plain rule and QPainter, and those of stamps against those drawn one by
// one.
#include <QImage>
#include <QPainter>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <random>

#include "ui/map/disc_picture.h"

using namespace mudeung;

namespace {

constexpr int kSide = 64;
const std::function<bool()> kNever = [] { return false; };

QImage drawn(const std::vector<Disc>& discs, const std::vector<DiscLook>& looks, QImage::Format format, QRgb ground = 0xfff4f1ec,
             QSize size = {kSide, kSide}, double pixelRatio = 1.0, const std::function<bool()>& stopped = kNever,
             DiscOrder order = DiscOrder::AsGiven) {
    QImage image(size, format);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(QColor::fromRgba(qUnpremultiply(ground)));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing, true);
    drawDiscs(painter, discs, looks, order, stopped);
    painter.end();
    return image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

/// Written into the pixels.
QImage direct(const std::vector<Disc>& discs, const std::vector<DiscLook>& looks, QRgb ground = 0xfff4f1ec) {
    return drawn(discs, looks, QImage::Format_ARGB32_Premultiplied, ground);
}

/// By QPainter: images of this kind are left to it.
QImage painted(const std::vector<Disc>& discs, const std::vector<DiscLook>& looks, QRgb ground = 0xfff4f1ec) {
    return drawn(discs, looks, QImage::Format_RGBA8888_Premultiplied, ground);
}

struct Difference {
    int most = 0;
    double sumOfA = 0.0, sumOfB = 0.0;  ///< of all channels, from the ground on
};

Difference differenceOf(const QImage& a, const QImage& b, QRgb ground) {
    Difference result;
    const auto channels = [](QRgb p) { return std::array{qRed(p), qGreen(p), qBlue(p), qAlpha(p)}; };
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const auto p = channels(reinterpret_cast<const QRgb*>(a.constScanLine(y))[x]),
                       q = channels(reinterpret_cast<const QRgb*>(b.constScanLine(y))[x]), g = channels(ground);
            for (std::size_t c = 0; c < p.size(); ++c) {
                result.most = std::max(result.most, std::abs(p[c] - q[c]));
                result.sumOfA += p[c] - g[c];
                result.sumOfB += q[c] - g[c];
            }
        }
    return result;
}

/// Which part of the pixel whose corner is at (x, y) from the centre lies between two radii.
double coverage(double x, double y, double inner, double outer) {
    constexpr int kSamples = 16;
    const double middle = std::hypot(x + 0.5, y + 0.5);
    if (middle > outer + 1.0 || middle < inner - 1.0) return 0.0;
    int within = 0;
    for (int i = 0; i < kSamples; ++i)
        for (int j = 0; j < kSamples; ++j) {
            const double distance = std::hypot(x + (i + 0.5) / kSamples, y + (j + 0.5) / kSamples);
            within += distance >= inner && distance < outer;
        }
    return within / static_cast<double>(kSamples * kSamples);
}

std::vector<DiscLook> looksOfMaps() {
    return {{QColor(0, 114, 178, 105), QColor(0, 63, 102), 0.8},
            {QColor(200, 40, 30, 225), QColor(255, 255, 255, 220), 0.8},
            {QColor(0, 0, 0, 0), QColor(59, 68, 79, 170), 0.9},
            {QColor(59, 68, 79, 170), QColor(0, 0, 0, 0), 0.0}};
}

/// On fourths of a pixel, with radii that stamps have; without a line, so that the radius is that of the fill.
std::vector<Disc> discsOnTheRaster(std::size_t count, QSize size) {
    std::mt19937 random(4);
    const auto below = [&random](int n) { return static_cast<float>(random() % static_cast<unsigned>(n)); };
    std::vector<Disc> discs;
    for (std::size_t i = 0; i < count; ++i) {
        const float drawn = i % 7 == 0 ? 4.0F + below(60) / 4.0F : 1.0F + below(24) / 8.0F;
        discs.push_back({-20.0F + (below((size.width() + 40) * 4) + 0.5F) / 4.0F, -20.0F + (below((size.height() + 40) * 4) + 0.5F) / 4.0F,
                         std::sqrt(drawn * drawn + 1.0F / 12.0F), static_cast<int>(i % 2)});
    }
    return discs;
}

std::vector<DiscLook> fills() {
    return {{QColor(0, 114, 178, 40), QColor(0, 0, 0, 0), 0.0}, {QColor(220, 90, 10, 60), QColor(0, 0, 0, 0), 0.0}};
}

}  // namespace

class TestDiscPicture : public QObject {
    Q_OBJECT

private slots:
    void coversWhatItsAreaCovers_data() {
        QTest::addColumn<int>("look");
        QTest::addColumn<double>("radius");
        for (int look = 0; look < 4; ++look)
            for (const double radius : {0.9, 1.7, 3.0, 5.2, 11.9, 22.0})
                QTest::newRow(qPrintable(QStringLiteral("look %1, radius %2").arg(look).arg(radius))) << look << radius;
    }

    /// Against 256 samples of each pixel: the fill, and the line over it. (QPainter draws thin lines as polygons, up to a quarter of a
    /// pixel off.)
    void coversWhatItsAreaCovers() {
        QFETCH(int, look);
        QFETCH(double, radius);
        const DiscLook of = looksOfMaps()[static_cast<std::size_t>(look)];
        const double half = of.line.alpha() > 0 ? of.lineWidth / 2.0 : 0.0;
        const QColor ground = QColor::fromRgb(0xfff4f1ec);
        for (const auto& [x, y] : {std::pair{32.0F, 32.0F}, {31.5F, 31.5F}, {30.13F, 33.71F}, {32.87F, 31.29F}}) {
            const QImage found = direct({{x, y, static_cast<float>(radius), look}}, looksOfMaps());
            double most = 0.0, sum = 0.0, expectedSum = 0.0, contrast = 0.0;
            for (int row = 0; row < kSide; ++row)
                for (int column = 0; column < kSide; ++column) {
                    const double fill = coverage(column - x, row - y, 0.0, radius),
                                 line = coverage(column - x, row - y, radius - half, radius + half);
                    const QRgb pixel = found.pixel(column, row);
                    for (const auto& [value, g, f, l] : {std::array{qRed(pixel), ground.red(), of.fill.red(), of.line.red()},
                                                         std::array{qGreen(pixel), ground.green(), of.fill.green(), of.line.green()},
                                                         std::array{qBlue(pixel), ground.blue(), of.fill.blue(), of.line.blue()}}) {
                        const double filled = g + (f - g) * of.fill.alphaF() * fill,
                                     expected = filled + (l - filled) * of.line.alphaF() * line;
                        most = std::max(most, std::abs(value - expected));
                        sum += value - g;
                        expectedSum += expected - g;
                        contrast += std::abs(expected - g);
                    }
                }
            // Of 255. Rings hardly wider than a pixel are the worst.
            QVERIFY2(most <= (radius < 1.0 ? 36.0 : 26.0), qPrintable(QString::number(most)));
            QVERIFY2(std::abs(sum - expectedSum) < (radius < 1.0 ? 0.15 * contrast + 50.0 : 0.05 * contrast),
                     qPrintable(QStringLiteral("%1 and %2").arg(sum).arg(expectedSum)));
        }
    }

    /// One that covers a whole image has one colour, which is QPainter's.
    void withinADiscItIsQPaintersColour() {
        for (const QRgb ground : {0xfff4f1ecU, 0xff12151aU, 0x00000000U}) {
            const std::vector<Disc> disc{{32.0F, 32.0F, 90.0F, 0}, {20.0F, 30.0F, 120.0F, 1}};
            const QImage a = direct(disc, looksOfMaps(), ground), b = painted(disc, looksOfMaps(), ground);
            QVERIFY(differenceOf(a, b, ground).most <= 1);
            QVERIFY(a.pixel(0, 0) != ground);
        }
    }

    void laterDiscsLieOverEarlierOnes() {
        const std::vector<DiscLook> opaque{{QColor(255, 0, 0), QColor(0, 0, 0, 0), 0.0}, {QColor(0, 0, 255), QColor(0, 0, 0, 0), 0.0}};
        const QImage image = direct({{32.0F, 32.0F, 20.0F, 0}, {32.0F, 32.0F, 6.0F, 1}}, opaque);
        QCOMPARE(image.pixel(32, 32), 0xff0000ffU);
        QCOMPARE(image.pixel(32, 46), 0xffff0000U);
        QCOMPARE(image.pixel(2, 2), 0xfff4f1ecU);
    }

    /// Few are sorted by their radius, very many by that of their stamp: the small one in the middle stays on top either way.
    void smallOnesStayOnTop() {
        const std::vector<DiscLook> opaque{{QColor(255, 0, 0), QColor(0, 0, 0, 0), 0.0}, {QColor(0, 0, 255), QColor(0, 0, 0, 0), 0.0}};
        for (const std::size_t count : {2, 100, 25'000}) {
            std::vector<Disc> discs(count, Disc{32.0F, 32.0F, 20.0F, 0});
            discs.front() = {32.0F, 32.0F, 6.0F, 1};
            for (const auto format : {QImage::Format_ARGB32_Premultiplied, QImage::Format_RGBA8888_Premultiplied}) {
                const auto image = [&](DiscOrder order) {
                    return drawn(discs, opaque, format, 0xfff4f1ec, {kSide, kSide}, 1.0, kNever, order);
                };
                QCOMPARE(image(DiscOrder::LargestFirst).pixel(32, 32), 0xff0000ffU);
                QCOMPARE(image(DiscOrder::LargestFirst).pixel(32, 46), 0xffff0000U);
                QCOMPARE(image(DiscOrder::AsGiven).pixel(32, 32), 0xffff0000U);
            }
        }
    }

    /// Half outside, wholly outside, at the very corner; lines whose length is no multiple of four.
    void edgesOfTheImage() {
        const std::vector<Disc> discs{{0.0F, 0.0F, 9.0F, 0},    {61.0F, 30.0F, 9.5F, 1}, {-30.0F, 10.0F, 9.0F, 0},
                                      {30.0F, 47.2F, 22.0F, 0}, {61.4F, 47.0F, 1.2F, 3}, {500.0F, 500.0F, 22.0F, 1}};
        const QSize size(61, 47);
        const QImage part = drawn(discs, looksOfMaps(), QImage::Format_ARGB32_Premultiplied, 0xfff4f1ec, size);
        std::vector<Disc> moved = discs;
        for (Disc& disc : moved) disc.x += 32.0F, disc.y += 32.0F;
        const QImage whole = drawn(moved, looksOfMaps(), QImage::Format_ARGB32_Premultiplied, 0xfff4f1ec, {160, 160});
        QVERIFY(differenceOf(part, whole.copy(32, 32, 61, 47), 0xfff4f1ec).most <= 2);
    }

    void twoPixelsForOne() {
        const std::vector<Disc> disc{{16.0F, 16.0F, 9.0F, 0}}, twice{{32.0F, 32.0F, 18.0F, 0}};
        std::vector<DiscLook> wide = looksOfMaps();
        wide[0].lineWidth *= 2.0;
        QCOMPARE(drawn(disc, looksOfMaps(), QImage::Format_ARGB32_Premultiplied, 0xfff4f1ec, {kSide, kSide}, 2.0), [&] {
            QImage image = direct(twice, wide);
            image.setDevicePixelRatio(2.0);
            return image;
        }());
    }

    /// Stamps of discs that lie on their raster are those discs, up to what two ways of rounding differ in.
    void stampsAreTheDiscs() {
        const QSize size(301, 203);
        const std::vector<Disc> discs = discsOnTheRaster(24'000, size);
        const QImage stamped = drawn(discs, fills(), QImage::Format_ARGB32_Premultiplied, 0xfff4f1ec, size);
        // In portions that are drawn one by one.
        QImage single(size, QImage::Format_ARGB32_Premultiplied);
        single.fill(0xfff4f1ec);
        QPainter painter(&single);
        for (std::size_t i = 0; i < discs.size(); i += 6000)
            drawDiscs(painter, {discs.begin() + static_cast<std::ptrdiff_t>(i), discs.begin() + static_cast<std::ptrdiff_t>(i + 6000)},
                      fills(), DiscOrder::AsGiven, kNever);
        painter.end();
        const Difference found = differenceOf(stamped, single, 0xfff4f1ec);
        QVERIFY2(found.most <= 3, qPrintable(QString::number(found.most)));
    }

    /// Anywhere else they are as good as that on average: neither darker nor larger.
    void stampsAreNotDarker() {
        std::mt19937 random(8);
        std::uniform_real_distribution<float> x(-10.0F, 310.0F), y(-10.0F, 210.0F), radius(0.9F, 9.0F);
        std::vector<Disc> discs;
        for (int i = 0; i < 24'000; ++i) discs.push_back({x(random), y(random), i % 50 ? radius(random) : 3.0F * radius(random), 0});
        const std::vector<DiscLook> looks{{QColor(0, 114, 178, 3), QColor(0, 63, 102, 9), 0.8}};
        const QSize size(300, 200);
        const QImage stamped = drawn(discs, looks, QImage::Format_ARGB32_Premultiplied, 0xffffffff, size);
        QImage single(size, QImage::Format_ARGB32_Premultiplied);
        single.fill(Qt::white);
        QPainter painter(&single);
        for (const Disc& disc : discs) drawDiscs(painter, {disc}, looks, DiscOrder::AsGiven, kNever);
        painter.end();
        const Difference found = differenceOf(stamped, single, 0xffffffff);
        QVERIFY2(std::abs(found.sumOfA / found.sumOfB - 1.0) < 0.01, qPrintable(QString::number(found.sumOfA / found.sumOfB)));
    }

    void stopsWhenTold() {
        const std::vector<Disc> disc{{32.0F, 32.0F, 20.0F, 0}};
        for (const auto format : {QImage::Format_ARGB32_Premultiplied, QImage::Format_RGBA8888_Premultiplied}) {
            const QImage image = drawn(disc, looksOfMaps(), format, 0xfff4f1ec, {kSide, kSide}, 1.0, [] { return true; });
            QCOMPARE(image.pixel(32, 32), 0xfff4f1ecU);
        }
    }

    /// What writing into the image would not know is left to QPainter.
    void clippingIsKept() {
        QImage image(kSide, kSide, QImage::Format_ARGB32_Premultiplied);
        image.fill(0xfff4f1ec);
        QPainter painter(&image);
        painter.setClipRect(0, 0, 32, kSide);
        drawDiscs(painter, {{32.0F, 32.0F, 20.0F, 0}}, looksOfMaps(), DiscOrder::AsGiven, kNever);
        painter.end();
        QVERIFY(image.pixel(24, 32) != 0xfff4f1ecU);
        QCOMPARE(image.pixel(40, 32), 0xfff4f1ecU);
    }
};

QTEST_APPLESS_MAIN(TestDiscPicture)
#include "test_disc_picture.moc"
