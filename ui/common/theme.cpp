// SPDX-License-Identifier: GPL-3.0-or-later
// The two palettes, the interface font and the style sheet that gives controls their size.
#include "ui/common/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>
#include <algorithm>
#include <cmath>

#include "ui/common/qt_compat.h"

namespace mudeung {

namespace {

QString theTheme = QStringLiteral("system");  // NOLINT: one interface per process
bool isDark = false;                          // NOLINT

ThemeColors lightColors() {
    return {QColor(0xf4f5f7), QColor(0xffffff), QColor(0x1b1f24), QColor(0x57606a), QColor(0xdcdfe4), QColor(0xffffff), QColor(0x0b5cad),
            QColor(0xffffff), QColor(0xdbe9f8), QColor(0x6b7480), QColor(0xe3eefb), QColor(0xdff3e6), QColor(0xfff1d0), QColor(0xfde2df)};
}

ThemeColors darkColors() {
    return {QColor(0x1c2025), QColor(0x24292f), QColor(0xe8eaed), QColor(0xaab2bd), QColor(0x3a414a), QColor(0x2d333b), QColor(0x6cb2f5),
            QColor(0x0b1520), QColor(0x2b4460), QColor(0x9aa4b0), QColor(0x1f3650), QColor(0x1e3d2b), QColor(0x4a3a12), QColor(0x50241f)};
}

bool systemIsDark() {
    static const bool dark = [] {
        const QPalette desktop = QGuiApplication::palette();
        return desktop.color(QPalette::Window).lightness() < desktop.color(QPalette::WindowText).lightness();
    }();
    return dark;
}

double luminance(const QColor& c) {
    const auto linear = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

QString styleSheet(const ThemeColors& c) {
    QFile file(QStringLiteral(":/mudeung/styles/window.qss"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const auto between = [](int a, int b) { return (a + b) / 2; };
    const QColor handle(between(c.separator.red(), c.mutedText.red()), between(c.separator.green(), c.mutedText.green()),
                        between(c.separator.blue(), c.mutedText.blue()));
    const QPair<const char*, QColor> names[] = {{"@handle", handle},        {"@window", c.window},       {"@surface", c.surface},
                                                {"@text", c.text},          {"@muted", c.mutedText},     {"@separator", c.separator},
                                                {"@control", c.control},    {"@onAccent", c.accentText}, {"@accent", c.accent},
                                                {"@selection", c.selection}};
    for (const auto& [name, color] : names) sheet.replace(QLatin1String(name), color.name());
    sheet.replace(QLatin1String("@check"), QLatin1String(isDark ? "check-dark.svg" : "check.svg"));
    return sheet;
}

}  // namespace

const ThemeColors& themeColors(bool dark) {
    static const ThemeColors light = lightColors();
    static const ThemeColors night = darkColors();
    return dark ? night : light;
}

QPalette themePalette(bool dark) {
    const ThemeColors& c = themeColors(dark);
    QPalette p;
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.window);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, c.mutedText);
    p.setColor(QPalette::Button, c.control);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.accentText);
    p.setColor(QPalette::ToolTipBase, c.surface);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.accentText);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::Mid, c.separator);
    p.setColor(QPalette::Midlight, c.separator);
    p.setColor(QPalette::Light, c.surface);
    p.setColor(QPalette::Dark, c.mutedText);
    p.setColor(QPalette::Shadow, c.separator);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) p.setColor(QPalette::Disabled, role, c.mutedText);
    p.setColor(QPalette::Disabled, QPalette::Highlight, c.separator);
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, c.mutedText);
    return p;
}

void applyTheme(const QString& theme) {
    const bool systemDark = systemIsDark();  // read before our own palette replaces the desktop's
    theTheme = theme == QLatin1String("light") || theme == QLatin1String("dark") ? theme : QStringLiteral("system");
    isDark = theTheme == QLatin1String("dark") || (theTheme == QLatin1String("system") && systemDark);
    if (!qApp) return;
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(themePalette(isDark));
    QFont font(interfaceFontFamily());
    font.setPointSizeF(std::clamp(QApplication::font().pointSizeF(), 9.0, 10.0));
    font.setStyleStrategy(QFont::PreferAntialias);
    QApplication::setFont(font);
    qApp->setStyleSheet(styleSheet(themeColors(isDark)));
}

QString currentTheme() {
    return theTheme;
}

bool darkTheme() {
    return isDark;
}

QString interfaceFontFamily() {
    static const QString family = [] {
        const QStringList installed = installedFontFamilies();
        for (const char* wanted : {"Noto Sans CJK KR", "Noto Sans KR", "NanumGothic", "Nanum Gothic"})
            if (installed.contains(QLatin1String(wanted))) return QString::fromLatin1(wanted);
        return QStringLiteral("Sans Serif");
    }();
    return family;
}

QFont chartFont(double pixelSize, bool bold) {
    QFont font(interfaceFontFamily());
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixelSize))));
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferFullHinting);  // letters on whole pixels: the same ones on every Qt and every desktop
    font.setWordSpacing(std::round(pixelSize / 12.0));    // which leaves hardly three of them between words
    return font;
}

double contrastRatio(const QColor& a, const QColor& b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}  // namespace mudeung
