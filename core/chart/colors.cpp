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

/// `a` at 0, `b` at 1.
Rgb mixed(const Rgb& a, const Rgb& b, double f) {
    const auto mix = [f](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * f)); };
    return {mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue)};
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
    return mixed(m_colors[low], m_colors[low + 1], f);
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
    const double amount = std::min(1.0, std::abs(tone));
    if (dark) {
        // Much is bright on a dark map. The ramp itself becomes dark towards its ends and pale towards its middle; these are its hues.
        constexpr Rgb weakWarm{0x86, 0x4c, 0x30}, strongWarm{0xf5, 0xa0, 0x6c}, weakCold{0x2a, 0x64, 0x88}, strongCold{0x74, 0xc0, 0xee};
        return tone > 0.0 ? mixed(weakWarm, strongWarm, amount) : mixed(weakCold, strongCold, amount);
    }
    // The very middle of the ramp is too pale beside land.
    constexpr double least = 0.10, most = 0.38;
    const double away = least + (most - least) * amount;
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
