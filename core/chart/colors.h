// SPDX-License-Identifier: GPL-3.0-or-later
// Colours that mean something: ramps, tones of change and categories, the same in the window, in its files and in QGIS. Knows no QColor.
#pragma once

#include <QString>
#include <vector>

namespace mudeung {

struct Rgb {
    int red = 0, green = 0, blue = 0;  ///< 0…255, sRGB
    bool operator==(const Rgb&) const = default;
};

/// A perceptually uniform ramp from resources/ramps, dark to light, or −1 to 1 for a diverging one.
class RampTable {
public:
    /// "viridis", "cividis", "batlow", "vik". An unknown id gives a grey ramp, which nobody mistakes for a chosen one.
    static RampTable named(const QString& id);

    /// Colour at t in 0…1 (clamped), linear between the entries.
    Rgb at(double t) const;
    RampTable reversed() const;

private:
    std::vector<Rgb> m_colors;
};

/// Grey that says "nothing to see here" on a light or a dark ground.
Rgb neutralRgb(bool dark);
/// vik at a tone of −1 … 1: on a light ground more is darker, on a dark one brighter. Grey at zero.
Rgb toneRgb(double tone, bool dark);
/// Colour of a category: by its tone, else (NaN) of Okabe and Ito's palette by its hue, else (−1) grey.
Rgb categoryRgb(double tone, int hue, bool dark);

}  // namespace mudeung
