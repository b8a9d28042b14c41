// SPDX-License-Identifier: GPL-3.0-or-later
// A perceptually uniform colour ramp read from resources/ramps. Knows no map and no data.
#pragma once

#include <QColor>
#include <QString>
#include <QVector>

namespace mudeung {

class ColorRamp {
public:
    /// "viridis", "cividis", "batlow". An unknown id gives a grey ramp, which nobody mistakes for a chosen one.
    static ColorRamp named(const QString& id);

    /// Colour at t in 0…1 (clamped), dark to light.
    QColor at(double t) const;
    /// The same from light to dark: on a light map more is darker.
    ColorRamp reversed() const;

private:
    QVector<QColor> m_colors;
};

}  // namespace mudeung
