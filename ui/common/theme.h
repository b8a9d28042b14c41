// SPDX-License-Identifier: GPL-3.0-or-later
// Colours and fonts of the window and of charts: light and dark, one accent, text contrast of at least 4.5:1.
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

namespace mudeung {

struct ThemeColors {
    QColor window;   ///< behind panels
    QColor surface;  ///< lists, charts, tables
    QColor text;
    QColor mutedText;  ///< subtitles, axis labels
    QColor separator;  ///< hairlines and grid
    QColor control;    ///< buttons
    QColor accent;
    QColor accentText;  ///< on the accent
    QColor selection;   ///< a quiet tint of the accent
    QColor reference;   ///< outline of the comparison
    QColor info;        ///< message backgrounds
    QColor success;
    QColor warning;
    QColor error;
};

const ThemeColors& themeColors(bool dark);
QPalette themePalette(bool dark);

/// "system", "light" or "dark".
void applyTheme(const QString& theme);
QString currentTheme();
bool darkTheme();  ///< what is in force now

/// Noto Sans CJK KR where installed, else a Nanum or system face; tabular figures are the default of these faces.
QString interfaceFontFamily();
QFont chartFont(double pixelSize, bool bold = false);

/// WCAG contrast ratio, 1…21.
double contrastRatio(const QColor& a, const QColor& b);

}  // namespace mudeung
