// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a ramp table and interpolates linearly between its colours.
#include "ui/common/color_ramp.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

namespace mudeung {

ColorRamp ColorRamp::named(const QString& id) {
    ColorRamp ramp;
    QFile file(QStringLiteral(":/mudeung/ramps/%1.json").arg(id));
    if (file.open(QIODevice::ReadOnly)) {
        const QJsonArray colors = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("colors")).toArray();
        for (const QJsonValue& color : colors) ramp.m_colors.append(QColor(color.toString()));
    }
    if (ramp.m_colors.size() < 2) ramp.m_colors = {QColor(40, 40, 40), QColor(230, 230, 230)};
    return ramp;
}

QColor ColorRamp::at(double t) const {
    const double position = std::clamp(std::isnan(t) ? 0.0 : t, 0.0, 1.0) * (static_cast<double>(m_colors.size()) - 1.0);
    const int low = std::min(static_cast<int>(position), static_cast<int>(m_colors.size()) - 2);
    const double f = position - low;
    const QColor& a = m_colors[low];
    const QColor& b = m_colors[low + 1];
    const auto mix = [f](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * f)); };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

ColorRamp ColorRamp::reversed() const {
    ColorRamp ramp = *this;
    std::reverse(ramp.m_colors.begin(), ramp.m_colors.end());
    return ramp;
}

}  // namespace mudeung
