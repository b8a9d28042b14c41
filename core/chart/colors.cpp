// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a ramp table and interpolates linearly between its colours.
#include "core/chart/colors.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>
#include <cmath>

namespace mudeung {

namespace {

/// "#rrggbb".
Rgb fromHex(const QString& hex) {
    const auto part = [&hex](int at) { return hex.mid(at, 2).toInt(nullptr, 16); };
    return {part(1), part(3), part(5)};
}

}  // namespace

RampTable RampTable::named(const QString& id) {
    RampTable ramp;
    QFile file(QStringLiteral(":/mudeung/ramps/%1.json").arg(id));
    if (file.open(QIODevice::ReadOnly)) {
        const QJsonArray colors = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("colors")).toArray();
        for (const QJsonValue& color : colors) ramp.m_colors.push_back(fromHex(color.toString()));
    }
    if (ramp.m_colors.size() < 2) ramp.m_colors = {{40, 40, 40}, {230, 230, 230}};
    return ramp;
}

Rgb RampTable::at(double t) const {
    const double position = std::clamp(std::isnan(t) ? 0.0 : t, 0.0, 1.0) * (static_cast<double>(m_colors.size()) - 1.0);
    const std::size_t low = std::min(static_cast<std::size_t>(position), m_colors.size() - 2);
    const double f = position - static_cast<double>(low);
    const Rgb &a = m_colors[low], &b = m_colors[low + 1];
    const auto mix = [f](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * f)); };
    return {mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue)};
}

RampTable RampTable::reversed() const {
    RampTable ramp = *this;
    std::reverse(ramp.m_colors.begin(), ramp.m_colors.end());
    return ramp;
}

Rgb neutralRgb(bool dark) {
    return dark ? Rgb{0x78, 0x80, 0x8a} : Rgb{0xb4, 0xb9, 0xc0};
}

Rgb toneRgb(double tone, bool dark) {
    static const RampTable vik = RampTable::named(QStringLiteral("vik"));
    if (!(std::abs(tone) > 0.0)) return neutralRgb(dark);
    // The very middle of the ramp is too pale beside land, its ends are too dark on a dark map.
    const double least = dark ? 0.33 : 0.14, most = dark ? 0.19 : 0.38;
    const double away = least + (most - least) * std::min(1.0, std::abs(tone));
    return vik.at(0.5 + (tone > 0.0 ? away : -away));
}

Rgb categoryRgb(double tone, int hue, bool dark) {
    static const std::array<Rgb, 8> okabeIto{{{0x00, 0x72, 0xb2},
                                              {0xd5, 0x5e, 0x00},
                                              {0x00, 0x9e, 0x73},
                                              {0xcc, 0x79, 0xa7},
                                              {0xe6, 0x9f, 0x00},
                                              {0x56, 0xb4, 0xe9},
                                              {0x8c, 0x8c, 0x3a},
                                              {0x7a, 0x51, 0x95}}};
    if (std::isfinite(tone)) return toneRgb(tone, dark);
    if (hue < 0) return neutralRgb(dark);
    return okabeIto[static_cast<std::size_t>(hue) % okabeIto.size()];
}

}  // namespace mudeung
