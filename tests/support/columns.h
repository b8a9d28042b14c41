// SPDX-License-Identifier: GPL-3.0-or-later
// Small tables of numbers that an oracle wrote: CSV with one head line, without quotes.
#pragma once

#include <QFile>
#include <QMap>
#include <QStringList>
#include <QtTest>
#include <cmath>
#include <vector>

namespace mudeung::test {

using Columns = QMap<QString, std::vector<double>>;

/// The columns by name; "nan" is NaN. Ends the program when the file is not there or holds something else than numbers.
inline Columns readColumns(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text)) qFatal("cannot read %s", qPrintable(path));
    const QStringList names = QString::fromUtf8(file.readLine()).trimmed().split(QLatin1Char(','));
    Columns columns;
    while (!file.atEnd()) {
        const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(QLatin1Char(','));
        if (cells.size() != names.size()) qFatal("a line of %s has another number of cells", qPrintable(path));
        for (int i = 0; i < cells.size(); ++i) {
            bool ok = false;
            const double value = cells[i].toDouble(&ok);
            if (!ok) qFatal("%s is no number in %s", qPrintable(cells[i]), qPrintable(path));
            columns[names[i]].push_back(value);
        }
    }
    return columns;
}

/// |a − b| ≤ tolerance · max(1, |b|), or both NaN.
inline bool near(double a, double b, double tolerance) {
    if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
    return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
}

/// "" when the two agree, else where they do not.
inline QString difference(const std::vector<double>& actual, const std::vector<double>& expected, double tolerance) {
    if (actual.size() != expected.size()) return QStringLiteral("%1 values, not %2").arg(actual.size()).arg(expected.size());
    for (std::size_t i = 0; i < actual.size(); ++i)
        if (!near(actual[i], expected[i], tolerance))
            return QStringLiteral("value %1 is %2, not %3").arg(i).arg(actual[i], 0, 'g', 17).arg(expected[i], 0, 'g', 17);
    return {};
}

}  // namespace mudeung::test
