// SPDX-License-Identifier: GPL-3.0-or-later
// Ramps of core/chart/colors as colours of Qt. Knows no map and no data.
#pragma once

#include <QColor>
#include <QString>

#include "core/chart/colors.h"

namespace mudeung {

inline QColor toColor(const Rgb& rgb) {
    return QColor(rgb.red, rgb.green, rgb.blue);
}

class ColorRamp {
public:
    ColorRamp() = default;
    explicit ColorRamp(RampTable table) : m_table(std::move(table)) {}
    /// "viridis", "cividis", "batlow", "vik". An unknown id gives a grey ramp, which nobody mistakes for a chosen one.
    static ColorRamp named(const QString& id) { return ColorRamp(RampTable::named(id)); }

    /// Colour at t in 0…1 (clamped), dark to light.
    QColor at(double t) const { return toColor(m_table.at(t)); }
    /// The same from light to dark: on a light map more is darker.
    ColorRamp reversed() const { return ColorRamp(m_table.reversed()); }

private:
    RampTable m_table;
};

}  // namespace mudeung
