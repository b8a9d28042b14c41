// SPDX-License-Identifier: GPL-3.0-or-later
// After OWASP's "CSV injection".
#include "core/base/csv_text.h"

namespace mudeung {

QString withoutFormula(const QString& text) {
    int at = 0;
    while (at < text.size() && text[at] == QLatin1Char(' ')) ++at;
    if (at == text.size() || !QStringLiteral("=+-@\t\r").contains(text[at])) return text;
    bool number = false;
    (void)text.toDouble(&number);
    return number ? text : QLatin1Char('\'') + text;
}

QString csvText(const QString& text) {
    QString cell = withoutFormula(text);
    const bool quote = cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('"')) || cell.contains(QLatin1Char('\n')) ||
                       cell.contains(QLatin1Char('\r'));
    if (!quote) return cell;
    return QLatin1Char('"') + cell.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

QString tabText(const QString& text) {
    // A number with the minus of print gets the sign that spreadsheets read.
    constexpr QChar kMinus(0x2212);
    QString amount = text.startsWith(kMinus) ? text.mid(1) : QString();
    bool number = false;
    (void)amount.remove(QLatin1Char(',')).toDouble(&number);
    if (number) return QLatin1Char('-') + text.mid(1);
    QString cell = withoutFormula(text);
    for (QChar& c : cell)
        if (c == QLatin1Char('\t') || c == QLatin1Char('\n') || c == QLatin1Char('\r')) c = QLatin1Char(' ');
    return cell;
}

}  // namespace mudeung
