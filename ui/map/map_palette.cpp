// SPDX-License-Identifier: GPL-3.0-or-later
// The two themes of the map.
#include "ui/map/map_palette.h"

#include <QStringList>
#include <algorithm>
#include <cmath>

namespace mudeung {
namespace {

thread_local int searchable = 0;  ///< SearchableText objects of this thread
constexpr int kTableSteps = 1024;
constexpr double kOpacity = 0.86;     ///< boundaries and land still show through
constexpr double kOpaqueFrom = 0.10;  ///< of the top: below, the colour fades so that zero is clear land
constexpr int kChangeSteps = 2049;
constexpr double kFade = 0.75;  ///< quicker than even at the very bottom, so that a quiet stop is still seen

/// Full colour of an amount of change 0…1. The very middle of the ramp is too pale beside land, its ends are too dark on a dark map.
QColor changeTone(const MapPalette& palette, bool increase, double amount) {
    const double least = palette.dark ? 0.37 : 0.10, most = palette.dark ? 0.13 : 0.47;
    const double fromMiddle = least + (most - least) * amount;
    return palette.change.at(0.5 + (increase ? fromMiddle : -fromMiddle));
}

QColor mixed(const QColor& full, const QColor& ground, double weight) {
    const auto mix = [weight](int color, int under) { return static_cast<int>(std::lround(color * weight + under * (1.0 - weight))); };
    return QColor(mix(full.red(), ground.red()), mix(full.green(), ground.green()), mix(full.blue(), ground.blue()));
}

/// Premultiplied colours of either theme.
struct TablesOfThemes {
    std::vector<QRgb> light, dark;
};

template <typename ColorAt>
TablesOfThemes tablesOfThemes(int steps, const ColorAt& colorAt) {
    const auto table = [&](const MapPalette& palette) {
        std::vector<QRgb> colors;
        for (int i = 0; i < steps; ++i) colors.push_back(qPremultiply(colorAt(palette, i).rgba()));
        return colors;
    };
    return {table(MapPalette::forTheme(false)), table(MapPalette::forTheme(true))};
}

}  // namespace

MapPalette MapPalette::forTheme(bool dark) {
    MapPalette p;
    p.dark = dark;
    const ColorRamp viridis = ColorRamp::named(QStringLiteral("viridis"));
    p.change = ColorRamp::named(QStringLiteral("vik"));
    if (dark) {
        p.paper = QColor(0x1a, 0x1e, 0x25);
        p.background = QColor(0x12, 0x15, 0x1a);
        p.land = QColor(0x1c, 0x21, 0x28);
        p.outline = QColor(0x46, 0x4f, 0x5c);
        p.strong = QColor(0x7d, 0x88, 0x96);
        p.text = QColor(0xec, 0xef, 0xf3);
        p.faint = QColor(0xa9, 0xb2, 0xbe);
        p.halo = QColor(0x12, 0x15, 0x1a, 190);
        p.panel = QColor(0x1a, 0x1e, 0x25);
        p.panelLine = QColor(0x3a, 0x43, 0x4f);
        p.circle = QColor(0x56, 0xb4, 0xe9, 120);
        p.circleLine = QColor(0xbf, 0xe3, 0xf8);
        p.stop = QColor(0xc8, 0xd0, 0xda, 190);
        p.curve = QColor(0x56, 0xb4, 0xe9);
        p.selection = QColor(0xff, 0xb0, 0x00);
        p.noData = QColor(0x5a, 0x63, 0x6f);
        p.ramp = viridis;
    } else {
        p.paper = Qt::white;
        p.background = QColor(0xe9, 0xec, 0xef);
        p.land = QColor(0xfd, 0xfd, 0xfb);
        p.outline = QColor(0xb4, 0xba, 0xc2);
        p.strong = QColor(0x70, 0x78, 0x82);
        p.text = QColor(0x1d, 0x22, 0x29);
        p.faint = QColor(0x55, 0x5e, 0x69);
        p.halo = QColor(0xff, 0xff, 0xff, 200);
        p.panel = Qt::white;
        p.panelLine = QColor(0xd3, 0xd8, 0xde);
        p.circle = QColor(0x00, 0x72, 0xb2, 105);
        p.circleLine = QColor(0x00, 0x3f, 0x66);
        p.stop = QColor(0x3b, 0x44, 0x4f, 170);
        p.curve = QColor(0x00, 0x72, 0xb2);
        p.selection = QColor(0xd5, 0x5e, 0x00);
        p.noData = QColor(0xb9, 0xbf, 0xc7);
        p.ramp = viridis.reversed();
    }
    return p;
}

QColor MapPalette::densityAt(double t) const {
    if (!(t > 0.0)) return QColor(0, 0, 0, 0);
    QColor color = ramp.at(t);
    color.setAlphaF(kOpacity * std::pow(std::min(1.0, t / kOpaqueFrom), kFade));
    return color;
}

std::vector<QRgb> MapPalette::densityTable() const {
    // A thousand powers for every frame would be a tenth of its time: palettes are those of the two themes.
    static const TablesOfThemes tables = tablesOfThemes(
        kTableSteps, [](const MapPalette& palette, int i) { return palette.densityAt(static_cast<double>(i) / (kTableSteps - 1)); });
    return dark ? tables.dark : tables.light;
}

QColor MapPalette::classColor(int i, int count) const {
    if (i < 0) return noData;
    // Low classes often cover the widest areas: mixed with the land they stay quiet. Lightness still falls from class to class.
    const double t = count <= 1 ? 0.5 : static_cast<double>(i) / (count - 1);
    // The dark end of a ramp is too near a dark land to be mixed with it as much.
    if (dark) return mixed(ramp.at(0.28 + 0.66 * t), land, 0.8 + 0.2 * t);
    return mixed(ramp.at(0.06 + 0.86 * t), land, 0.34 + 0.66 * t);
}

QColor MapPalette::changeAt(double t) const {
    if (!(std::abs(t) > 0.0)) return QColor(0, 0, 0, 0);
    const double amount = std::min(1.0, std::abs(t));
    QColor color = changeTone(*this, t > 0.0, amount);
    color.setAlphaF(kOpacity * std::pow(std::min(1.0, amount / kOpaqueFrom), kFade));
    return color;
}

std::vector<QRgb> MapPalette::changeTable() const {
    static const TablesOfThemes tables =
        tablesOfThemes(kChangeSteps, [](const MapPalette& palette, int i) { return palette.changeAt(2.0 * i / (kChangeSteps - 1) - 1.0); });
    return dark ? tables.dark : tables.light;
}

QColor MapPalette::changeColor(bool increase, int i, int count) const {
    if (i < 0) return noData;
    const double t = count <= 1 ? 0.5 : static_cast<double>(i) / (count - 1);
    return mixed(changeTone(*this, increase, t), land, dark ? 0.65 + 0.35 * t : 0.45 + 0.55 * t);
}

QFont mapFont(double pixels, bool bold) {
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans CJK KR"), QStringLiteral("NanumGothic"), QStringLiteral("Sans Serif")});
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixels))));
    font.setBold(bold);
    // On an image letters stand on whole pixels: the same ones on every Qt and every desktop. In a file of shapes that would space them
    // unevenly.
    font.setHintingPreference(searchable > 0 ? QFont::PreferNoHinting : QFont::PreferFullHinting);
    font.setWordSpacing(std::round(pixels / 12.0));  // whole pixels leave hardly three of them between words
    if (searchable > 0) font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

SearchableText::SearchableText() {
    ++searchable;
}
SearchableText::~SearchableText() {
    --searchable;
}

}  // namespace mudeung
