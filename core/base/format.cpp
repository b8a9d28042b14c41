// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and dates as people read them, in the language of the interface.
#include "core/base/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

#include "core/base/language.h"

namespace mudeung {

namespace {

struct ShortUnit {
    double size;
    const char* suffix;
};

constexpr ShortUnit kKoreanUnits[] = {{1e12, "조"}, {1e8, "억"}, {1e4, "만"}};
constexpr ShortUnit kEnglishUnits[] = {{1e12, "T"}, {1e9, "B"}, {1e6, "M"}, {1e3, "K"}};

/// A minus is as long as a plus; a hyphen is not one.
QString withMinus(QString text) {
    if (text.startsWith(QLatin1Char('-'))) text[0] = QChar(0x2212);
    return text;
}

/// Three significant digits, as short as they can be: 8,239 · 82.4 · 1.2.
QString threeDigits(double value, bool aligned) {
    const double size = std::abs(value);
    const int decimals = size >= 100 || (value == std::round(value) && !aligned) ? 0 : size >= 10 ? 1 : 2;
    QString text = QLocale().toString(value, 'f', decimals);
    const QString point = QLocale().decimalPoint();
    if (text.contains(point) && !aligned) {
        while (text.endsWith(QLatin1Char('0'))) text.chop(1);
        if (text.endsWith(point)) text.chop(static_cast<int>(point.size()));
    }
    return withMinus(text);
}

QString shortForm(double value, bool aligned) {
    if (!std::isfinite(value)) return QStringLiteral("–");
    const bool korean = koreanInterface();
    const auto pick = [&](const auto& units) -> QString {
        for (const ShortUnit& unit : units) {
            if (std::abs(value) >= unit.size) return threeDigits(value / unit.size, aligned) + QString::fromUtf8(unit.suffix);
        }
        return threeDigits(value, false);  // as it was counted
    };
    return korean ? pick(kKoreanUnits) : pick(kEnglishUnits);
}

QString translated(const char* text) {
    return QCoreApplication::translate("Format", text);
}

}  // namespace

QString withSign(double value, const QString& text) {
    return value > 0.0 ? QLatin1Char('+') + text : text;
}

QString formatNumber(double value, int decimals) {
    if (!std::isfinite(value)) return QStringLiteral("–");
    return withMinus(QLocale().toString(value, 'f', decimals));
}

QString formatCount(qint64 value) {
    return withMinus(QLocale().toString(value));
}

QString formatShort(double value) {
    return shortForm(value, false);
}

QString formatShortAligned(double value) {
    return shortForm(value, true);
}

QString formatPercent(double share, int decimals) {
    if (!std::isfinite(share)) return QStringLiteral("–");
    return withMinus(QLocale().toString(share * 100.0, 'f', decimals)) + QStringLiteral(" %");
}

QString formatDate(QDate date) {
    int year = 0;
    int month = 0;
    int day = 0;
    date.getDate(&year, &month, &day);
    if (!date.isValid() || year < 0 || year > 9999) return date.toString(Qt::ISODate);
    // By hand: Qt's way takes microseconds, and tables have a row for every day.
    QString text(10, QLatin1Char('-'));
    const auto put = [&text](int from, int digits, int number) {
        for (int i = from + digits - 1; i >= from; --i, number /= 10) text[i] = QLatin1Char(static_cast<char>('0' + number % 10));
    };
    put(0, 4, year);
    put(5, 2, month);
    put(8, 2, day);
    return text;
}

QString formatDates(QDate from, QDate to) {
    if (from == to) return formatDate(from);
    return translated(QT_TRANSLATE_NOOP("Format", "%1 – %2")).arg(formatDate(from), formatDate(to));
}

QString formatDuration(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0) return QString();
    const qint64 whole = std::llround(seconds);
    if (whole < 1) return translated(QT_TRANSLATE_NOOP("Format", "less than 1 s"));
    if (whole < 60) return translated(QT_TRANSLATE_NOOP("Format", "%1 s")).arg(whole);
    if (whole < 3600) return translated(QT_TRANSLATE_NOOP("Format", "%1 min %2 s")).arg(whole / 60).arg(whole % 60);
    return translated(QT_TRANSLATE_NOOP("Format", "%1 h %2 min")).arg(whole / 3600).arg(whole % 3600 / 60);
}

QString formatBytes(qint64 bytes) {
    constexpr const char* kUnits[] = {"kB", "MB", "GB", "TB"};
    if (bytes < 1000) return QStringLiteral("%1 B").arg(bytes);
    double size = static_cast<double>(bytes) / 1000.0;
    int unit = 0;
    while (size >= 1000.0 && unit < 3) {
        size /= 1000.0;
        ++unit;
    }
    return QStringLiteral("%1 %2").arg(QLocale().toString(size, 'f', 1), QLatin1String(kUnits[unit]));
}

}  // namespace mudeung
