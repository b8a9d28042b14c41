// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts the cloud of colours into boxes; looks up the nearest colour once per colour.
#include "ui/map/gif_palette.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace mudeung {

namespace {

constexpr QRgb kOpaque = 0xff000000u;

struct Weighted {
    std::array<double, 3> at;
    double weight;
    QRgb color;
};

struct Box {
    std::vector<Weighted> colors;
    std::array<double, 3> mean{};
    double error = 0.0;  ///< squared, weighted
    int axis = 0;        ///< with the largest part of the error
};

void measure(Box& box) {
    double weight = 0.0;
    std::array<double, 3> sum{}, squares{};
    for (const Weighted& c : box.colors) {
        weight += c.weight;
        for (std::size_t k = 0; k < 3; ++k) {
            sum[k] += c.weight * c.at[k];
            squares[k] += c.weight * c.at[k] * c.at[k];
        }
    }
    box.error = 0.0;
    double largest = -1.0;
    for (std::size_t k = 0; k < 3; ++k) {
        box.mean[k] = sum[k] / weight;
        const double error = std::max(0.0, squares[k] - sum[k] * box.mean[k]);
        box.error += error;
        if (error > largest) {
            largest = error;
            box.axis = static_cast<int>(k);
        }
    }
}

/// The colours above the mean go into the second box; neither is empty as long as the box has two colours.
Box cut(Box& box) {
    const auto k = static_cast<std::size_t>(box.axis);
    const auto above = std::partition(box.colors.begin(), box.colors.end(), [&](const Weighted& c) { return c.at[k] <= box.mean[k]; });
    Box second;
    second.colors.assign(above, box.colors.end());
    box.colors.erase(above, box.colors.end());
    measure(box);
    measure(second);
    return second;
}

QRgb colorOf(const Box& box) {
    double all = 0.0;
    const Weighted* most = &box.colors.front();
    for (const Weighted& c : box.colors) {
        all += c.weight;
        if (c.weight > most->weight) most = &c;
    }
    if (most->weight * 2.0 > all) return most->color;
    return qRgb(static_cast<int>(std::lround(box.mean[0])), static_cast<int>(std::lround(box.mean[1])),
                static_cast<int>(std::lround(box.mean[2])));
}

int nearest(QRgb color, const QVector<QRgb>& palette) {
    int best = 0, least = std::numeric_limits<int>::max();
    for (int i = 0; i < static_cast<int>(palette.size()); ++i) {
        const int r = qRed(color) - qRed(palette[i]), g = qGreen(color) - qGreen(palette[i]), b = qBlue(color) - qBlue(palette[i]);
        const int distance = r * r + g * g + b * b;
        if (distance < least) {
            least = distance;
            best = i;
        }
    }
    return best;
}

}  // namespace

void ColorCounts::add(const QImage& image) {
    const QImage plain = image.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < plain.height(); ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(plain.constScanLine(y));
        for (int x = 0; x < plain.width(); ++x) ++m_counts[row[x] | kOpaque];
    }
}

QVector<QRgb> ColorCounts::palette(int size) const {
    QVector<QRgb> colors;
    if (m_counts.empty() || size < 1) return colors;
    Box whole;
    for (const auto& [color, count] : m_counts)
        whole.colors.push_back(
            {{double(qRed(color)), double(qGreen(color)), double(qBlue(color))}, std::sqrt(static_cast<double>(count)), color});
    // The order of a hash is not that of another run.
    std::sort(whole.colors.begin(), whole.colors.end(), [](const Weighted& a, const Weighted& b) { return a.color < b.color; });
    measure(whole);
    std::vector<Box> boxes{whole};
    while (static_cast<int>(boxes.size()) < size) {
        const auto worst = std::max_element(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.error < b.error; });
        if (worst->colors.size() < 2 || worst->error <= 1e-6) break;
        Box second = cut(*worst);
        boxes.push_back(std::move(second));
    }
    for (const Box& box : boxes) colors.append(colorOf(box));
    return colors;
}

QByteArray nearestIndices(const QImage& image, const QVector<QRgb>& palette) {
    const QImage plain = image.convertToFormat(QImage::Format_RGB32);
    QByteArray indices;
    indices.reserve(plain.width() * plain.height());
    std::unordered_map<QRgb, int> known;
    QRgb last = 0;
    int index = 0;
    for (int y = 0; y < plain.height(); ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(plain.constScanLine(y));
        for (int x = 0; x < plain.width(); ++x) {
            const QRgb color = row[x] | kOpaque;
            if (color != last) {
                const auto found = known.find(color);
                index = found != known.end() ? found->second : known.emplace(color, nearest(color, palette)).first->second;
                last = color;
            }
            indices.append(static_cast<char>(index));
        }
    }
    return indices;
}

}  // namespace mudeung
