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
    // A number with a sign, of per cent too, is no formula; the minus of print becomes the sign that spreadsheets read.
    constexpr QChar kMinus(0x2212);
    const bool less = text.startsWith(kMinus);
    if (less || text.startsWith(QLatin1Char('+'))) {
        QString amount = text.mid(1).remove(QLatin1Char(','));
        if (amount.endsWith(QStringLiteral(" %"))) amount.chop(2);
        bool number = false;
        (void)amount.toDouble(&number);
        if (number) return less ? QLatin1Char('-') + text.mid(1) : text;
    }
    QString cell = withoutFormula(text);
    for (QChar& c : cell)
        if (c == QLatin1Char('\t') || c == QLatin1Char('\n') || c == QLatin1Char('\r')) c = QLatin1Char(' ');
    return cell;
}

}  // namespace mudeung
