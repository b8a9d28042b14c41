// SPDX-License-Identifier: GPL-3.0-or-later
// Exact numbers and safe text.
#include "core/export/table_text.h"

#include <QJsonArray>
#include <cmath>

#include "core/base/csv_text.h"

namespace mudeung {

namespace {

/// sum / 10^decimals as text, without going through floating point.
QByteArray exactSum(std::int64_t sum, int decimals) {
    const bool negative = sum < 0;
    QByteArray digits = QByteArray::number(negative ? -static_cast<qint64>(sum) : static_cast<qint64>(sum));
    if (decimals > 0) {
        digits = digits.rightJustified(decimals + 1, '0');
        digits.insert(digits.size() - decimals, '.');
    }
    return negative ? '-' + digits : digits;
}

QJsonValue number(double value) {
    return std::isnan(value) ? QJsonValue(QJsonValue::Null) : QJsonValue(value);
}

QJsonObject rowJson(const TableRow& row) {
    QJsonObject object{{"key", row.key},
                       {"label", row.label},
                       {"value", number(row.value)},
                       {"sum", static_cast<qint64>(row.sum)},
                       {"observed", static_cast<qint64>(row.observed)}};
    if (!std::isnan(row.lon)) {
        object.insert(QStringLiteral("lon"), row.lon);
        object.insert(QStringLiteral("lat"), row.lat);
    }
    return object;
}

}  // namespace

QByteArray exactValue(const TableRow& row, const Measure& measure) {
    if (std::isnan(row.value)) return {};  // not observed is not zero
    if (measure.aggregation == Aggregation::Sum) return exactSum(row.sum, measure.decimals);
    return QByteArray::number(row.value, 'g', 15);
}

QByteArray tableCsv(const Table& table) {
    const bool level = table.measure.aggregation == Aggregation::Mean;
    QByteArray csv = level ? "key,label,value,sum,observed\r\n" : "key,label,value\r\n";
    for (const TableRow& row : table.rows) {
        csv += csvText(row.key).toUtf8() + ',' + csvText(row.label).toUtf8() + ',' + exactValue(row, table.measure);
        if (level) csv += ',' + exactSum(row.sum, table.measure.decimals) + ',' + QByteArray::number(static_cast<qint64>(row.observed));
        csv += "\r\n";
    }
    return csv;
}

QByteArray rowsCsv(const QStringList& heads, const QVector<QVariantList>& rows) {
    QByteArray csv("\xEF\xBB\xBF");
    QStringList line;
    for (const QString& head : heads) line << csvText(head);
    csv += line.join(QLatin1Char(',')).toUtf8() + "\r\n";
    for (const QVariantList& row : rows) {
        line.clear();
        for (const QVariant& cell : row) {
            if (cell.userType() != QMetaType::Double)
                line << csvText(cell.toString());
            else
                line << (std::isfinite(cell.toDouble()) ? QString::number(cell.toDouble(), 'g', 15) : QString());
        }
        csv += line.join(QLatin1Char(',')).toUtf8() + "\r\n";
    }
    return csv;
}

QJsonObject tableJson(const Table& table) {
    QJsonArray rows;
    for (const TableRow& row : table.rows) rows.append(rowJson(row));
    const QJsonObject measure{{"id", table.measure.id},
                              {"name", table.measure.name},
                              {"unit", table.measure.unit},
                              {"aggregation", table.measure.aggregation == Aggregation::Sum ? "sum" : "mean"},
                              {"decimals", table.measure.decimals}};
    return {{"query", table.query.toJson()},
            {"sentence", table.query.toSentence(&table.dataset.scheme)},
            {"by", breakdownId(table.by)},
            {"dataset", table.dataset.id},
            {"measure", measure},
            {"rows", rows},
            {"total", number(table.total)},
            {"totalSum", static_cast<qint64>(table.totalSum)},
            {"totalObserved", static_cast<qint64>(table.totalObserved)},
            {"placesTotal", table.placesTotal},
            {"placesLocated", table.placesLocated},
            {"locatedSum", static_cast<qint64>(table.locatedSum)},
            {"daysExpected", table.daysExpected},
            {"daysObserved", table.daysObserved},
            {"notes", QJsonArray::fromStringList(table.notes)},
            {"sample", table.sample}};
}

}  // namespace mudeung
