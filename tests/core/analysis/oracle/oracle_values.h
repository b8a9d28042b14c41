// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what the R scripts beside this file printed: one line per result, its name and then its numbers (NA = NaN).
#pragma once

#include <QFile>
#include <QHash>
#include <QString>
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace mudeung::oracle {

class Values {
public:
    explicit Values(const QString& file) {
        QFile in(QStringLiteral(MUDEUNG_TEST_DATA "/analysis/") + file);
        if (!in.open(QIODevice::ReadOnly)) return;
        for (const QByteArray& line : in.readAll().split('\n')) {
            const QList<QByteArray> words = line.simplified().split(' ');
            if (words.size() < 2) continue;
            std::vector<double> numbers;
            for (int i = 1; i < words.size(); ++i) {
                bool ok = false;
                const double number = words[i].toDouble(&ok);
                numbers.push_back(ok ? number : words[i] == "Inf" ? std::numeric_limits<double>::infinity() : std::nan(""));
            }
            m_lines.insert(QString::fromUtf8(words.first()), numbers);
        }
    }
    bool has(const QString& name) const { return m_lines.contains(name); }
    /// Empty when there is no such line: a comparison with it fails.
    std::vector<double> of(const QString& name) const { return m_lines.value(name); }
    double one(const QString& name) const {
        const auto numbers = of(name);
        return numbers.empty() ? std::nan("") : numbers.front();
    }

private:
    QHash<QString, std::vector<double>> m_lines;
};

/// Largest |a − b| ÷ max(1, |b|); infinite when lengths differ, when one alone is NaN, or when both are empty.
inline double distance(const std::vector<double>& a, const std::vector<double>& b) {
    if (a.size() != b.size() || a.empty()) return std::numeric_limits<double>::infinity();
    double most = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (std::isnan(a[i]) && std::isnan(b[i])) continue;
        const double gap = std::abs(a[i] - b[i]) / std::max(1.0, std::abs(b[i]));
        if (std::isnan(gap)) return std::numeric_limits<double>::infinity();
        most = std::max(most, gap);
    }
    return most;
}

}  // namespace mudeung::oracle

/// Fails the test function unless the two lists of numbers agree to `tolerance` (relative above 1).
#define COMPARE_NUMBERS(actual, expected, tolerance)                                                                                     \
    do {                                                                                                                                 \
        const double gap_ = mudeung::oracle::distance(actual, expected);                                                                 \
        QVERIFY2(gap_ <= (tolerance), qPrintable(QStringLiteral("%1 differs by %2").arg(QStringLiteral(#actual)).arg(gap_, 0, 'g', 6))); \
    } while (false)
