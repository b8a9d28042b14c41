// SPDX-License-Identifier: GPL-3.0-or-later
// The colours and fonts of maps, light and dark, on screen and on paper.
#pragma once

#include <QColor>
#include <QFont>
#include <vector>

#include "ui/common/color_ramp.h"

namespace mudeung {

struct MapPalette {
    bool dark = false;
    QColor paper;       ///< of a page, around the map
    QColor background;  ///< outside the city
    QColor land;        ///< inside the city: "nothing here" of the density map
    QColor outline;     ///< dong boundaries
    QColor strong;      ///< district boundaries
    QColor text;
    QColor faint;  ///< secondary text
    QColor halo;   ///< around labels
    QColor panel;  ///< behind legend and cards
    QColor panelLine;
    QColor circle;
    QColor circleLine;
    QColor stop;
    QColor curve;  ///< the months on a card
    QColor selection;
    QColor noData;
    ColorRamp ramp;    ///< 0 = least, 1 = most
    ColorRamp change;  ///< diverging, 0.5 = no change; see changeAt

    static MapPalette forTheme(bool dark);

    /// Colour of the density scale at t = value / top; transparent at zero, opaque from 10 % of the top on.
    QColor densityAt(double t) const;
    /// The same as 1,024 steps, premultiplied.
    std::vector<QRgb> densityTable() const;
    /// Fill of class `i` of `count`.
    QColor classColor(int i, int count) const;
    /// Colour of a change at t = value / top, −1…1; transparent at zero, so that no change is clear land. On a light map more is darker, on
    /// a dark map more is brighter, as with the other ramp.
    QColor changeAt(double t) const;
    /// The same as 2,049 steps from −1 to 1, premultiplied.
    std::vector<QRgb> changeTable() const;
    /// Fill of class `i` of `count` classes of amounts, of increases or decreases.
    QColor changeColor(bool increase, int i, int count) const;
};

/// Noto Sans CJK KR (Nanum as fallback), `pixels` high.
QFont mapFont(double pixels, bool bold = false);

/// While it lives, mapFont() of this thread gives fonts whose text can be searched and copied in a PDF: shaping would swap the digits of
/// Noto CJK for forms without a code point.
class SearchableText {
public:
    SearchableText();
    ~SearchableText();
    SearchableText(const SearchableText&) = delete;
    SearchableText& operator=(const SearchableText&) = delete;
};

}  // namespace mudeung
