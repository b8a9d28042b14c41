// SPDX-License-Identifier: GPL-3.0-or-later
// From which scale on places are drawn as dots. Values only.
#pragma once

namespace mudeung {

constexpr double kDotsBelowMetersPerPixel = 12.0;  ///< further out, thousands of dots would only be grey
constexpr int kFewPlaces = 150;                    ///< so many never are
/// The same as a scale, at 96 pixels to an inch, and twice as far out, so that the limit above decides on any screen.
constexpr double kDotsBelowScale = 2.0 * kDotsBelowMetersPerPixel * 96.0 / 0.0254;

}  // namespace mudeung
