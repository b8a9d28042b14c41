// SPDX-License-Identifier: GPL-3.0-or-later
// Results as JSON and back, and their digest.
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/analysis/frame/result.h"

namespace mudeung {

namespace {

constexpr const char* kRows[] = {"place", "dong", "cell", "date", "other"};
constexpr const char* kColumns[] = {"number", "share", "p", "category", "date", "text"};

QJsonValue numberJson(double value) {
    if (std::isnan(value)) return QJsonValue::Null;
    if (std::isinf(value)) return value > 0 ? QStringLiteral("inf") : QStringLiteral("-inf");
    return value;
}

QJsonArray numbersJson(const QVector<double>& values) {
    QJsonArray array;
    for (const double v : values) array.append(numberJson(v));
    return array;
}

double numberFrom(const QJsonValue& value) {
    if (value.isString())
        return value.toString() == QLatin1String("inf") ? std::numeric_limits<double>::infinity()
                                                        : -std::numeric_limits<double>::infinity();
    return value.isDouble() ? value.toDouble() : std::numeric_limits<double>::quiet_NaN();
}

QVector<double> numbersFrom(const QJsonValue& value) {
    QVector<double> numbers;
    const QJsonArray array = value.toArray();
    numbers.reserve(array.size());
    for (const QJsonValue& v : array) numbers.append(numberFrom(v));
    return numbers;
}

QStringList textsFrom(const QJsonValue& value) {
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& v : array) texts.append(v.toString());
    return texts;
}

template <std::size_t N>
int indexOf(const char* const (&names)[N], const QString& name) {
    for (std::size_t i = 0; i < N; ++i) {
        if (name == QLatin1String(names[i])) return static_cast<int>(i);
    }
    return -1;
}

/// Little-endian doubles.
QByteArray bytesOf(const std::vector<double>& values) {
    QByteArray bytes(static_cast<int>(values.size() * sizeof(double)), Qt::Uninitialized);
    std::memcpy(bytes.data(), values.data(), values.size() * sizeof(double));
    return bytes;
}

QJsonObject tableJsonOf(const ResultTable& table) {
    QJsonObject json{{QStringLiteral("id"), table.id},
                     {QStringLiteral("rows"), QLatin1String(kRows[static_cast<int>(table.rows)])},
                     {QStringLiteral("keys"), QJsonArray::fromStringList(table.keys)},
                     {QStringLiteral("labels"), QJsonArray::fromStringList(table.labels)}};
    if (!table.lon.isEmpty()) {
        json.insert(QStringLiteral("lon"), numbersJson(table.lon));
        json.insert(QStringLiteral("lat"), numbersJson(table.lat));
    }
    if (!table.shapes.isEmpty()) {
        QJsonArray shapes;
        for (const QByteArray& wkb : table.shapes) shapes.append(QString::fromLatin1(wkb.toBase64()));
        json.insert(QStringLiteral("shapes"), shapes);
    }
    QJsonArray columns;
    for (const ResultColumn& c : table.columns) {
        columns.append(QJsonObject{{QStringLiteral("id"), c.id},
                                   {QStringLiteral("kind"), QLatin1String(kColumns[static_cast<int>(c.kind)])},
                                   {QStringLiteral("decimals"), c.decimals},
                                   {QStringLiteral("values"), c.isText() ? QJsonArray::fromStringList(c.texts) : numbersJson(c.numbers)}});
    }
    json.insert(QStringLiteral("columns"), columns);
    return json;
}

Error wrongPart(const QString& part) {
    return {ErrorCode::InputRefused,
            QCoreApplication::translate("Analysis", "The stored result cannot be read: its part “%1” is missing or wrong. Run it again.")
                .arg(part),
            {}};
}

Result<ResultColumn> columnFrom(const QJsonObject& json, qint64 rows, const QString& tableId) {
    ResultColumn column;
    column.id = json.value(QStringLiteral("id")).toString();
    const int kind = indexOf(kColumns, json.value(QStringLiteral("kind")).toString());
    if (kind < 0 || column.id.isEmpty()) return wrongPart(tableId + QStringLiteral("/columns"));
    column.kind = static_cast<ColumnKind>(kind);
    column.decimals = json.value(QStringLiteral("decimals")).toInt();
    if (column.isText()) {
        column.texts = textsFrom(json.value(QStringLiteral("values")));
    } else {
        column.numbers = numbersFrom(json.value(QStringLiteral("values")));
    }
    if (column.texts.size() + column.numbers.size() != rows) return wrongPart(tableId + QLatin1Char('/') + column.id);
    return column;
}

Result<ResultTable> tableFrom(const QJsonObject& json) {
    ResultTable table;
    table.id = json.value(QStringLiteral("id")).toString();
    const int rows = indexOf(kRows, json.value(QStringLiteral("rows")).toString());
    if (rows < 0 || table.id.isEmpty()) return wrongPart(QStringLiteral("tables"));
    table.rows = static_cast<RowKind>(rows);
    table.keys = textsFrom(json.value(QStringLiteral("keys")));
    table.labels = textsFrom(json.value(QStringLiteral("labels")));
    table.lon = numbersFrom(json.value(QStringLiteral("lon")));
    table.lat = numbersFrom(json.value(QStringLiteral("lat")));
    const QJsonArray shapes = json.value(QStringLiteral("shapes")).toArray();
    for (const QJsonValue& s : shapes) table.shapes.append(QByteArray::fromBase64(s.toString().toLatin1()));
    const auto fits = [&](qint64 n) { return n == 0 || n == table.size(); };
    if (table.labels.size() != table.size() || !fits(table.lon.size()) || table.lat.size() != table.lon.size() ||
        !fits(table.shapes.size()))
        return wrongPart(table.id);
    const QJsonArray columns = json.value(QStringLiteral("columns")).toArray();
    for (const QJsonValue& c : columns) {
        const auto column = columnFrom(c.toObject(), table.size(), table.id);
        if (!column) return column.error();
        table.columns.append(*column);
    }
    return table;
}

Result<ResultGrid> gridFrom(const QJsonObject& json) {
    ResultGrid grid;
    grid.id = json.value(QStringLiteral("id")).toString();
    GridSpec& spec = grid.grid.spec;
    spec.originX = json.value(QStringLiteral("originX")).toDouble();
    spec.originY = json.value(QStringLiteral("originY")).toDouble();
    spec.cellSize = json.value(QStringLiteral("cellSize")).toDouble();
    spec.columns = json.value(QStringLiteral("columns")).toInt();
    spec.rows = json.value(QStringLiteral("rows")).toInt();
    const QByteArray bytes = QByteArray::fromBase64(json.value(QStringLiteral("values")).toString().toLatin1());
    const qint64 cells = static_cast<qint64>(spec.columns) * spec.rows;
    if (grid.id.isEmpty() || cells < 0 || bytes.size() != cells * static_cast<qint64>(sizeof(double)))
        return wrongPart(QStringLiteral("grids"));
    grid.grid.values.resize(static_cast<std::size_t>(cells));
    std::memcpy(grid.grid.values.data(), bytes.constData(), static_cast<std::size_t>(bytes.size()));
    return grid;
}

}  // namespace

const ResultColumn* ResultTable::column(const QString& wanted) const {
    for (const ResultColumn& c : columns) {
        if (c.id == wanted) return &c;
    }
    return nullptr;
}

const ResultTable* AnalysisData::table(const QString& wanted) const {
    for (const ResultTable& t : tables) {
        if (t.id == wanted) return &t;
    }
    return nullptr;
}

QJsonObject resultJson(const AnalysisData& data) {
    QJsonArray tables;
    for (const ResultTable& t : data.tables) tables.append(tableJsonOf(t));
    QJsonArray grids;
    for (const ResultGrid& g : data.grids) {
        grids.append(QJsonObject{{QStringLiteral("id"), g.id},
                                 {QStringLiteral("originX"), g.grid.spec.originX},
                                 {QStringLiteral("originY"), g.grid.spec.originY},
                                 {QStringLiteral("cellSize"), g.grid.spec.cellSize},
                                 {QStringLiteral("columns"), g.grid.spec.columns},
                                 {QStringLiteral("rows"), g.grid.spec.rows},
                                 {QStringLiteral("values"), QString::fromLatin1(bytesOf(g.grid.values).toBase64())}});
    }
    return {{QStringLiteral("tables"), tables}, {QStringLiteral("grids"), grids}, {QStringLiteral("facts"), data.facts}};
}

Result<AnalysisData> resultFromJson(const QJsonObject& json) {
    AnalysisData data;
    const QJsonArray tables = json.value(QStringLiteral("tables")).toArray();
    for (const QJsonValue& t : tables) {
        const auto table = tableFrom(t.toObject());
        if (!table) return table.error();
        data.tables.append(*table);
    }
    const QJsonArray grids = json.value(QStringLiteral("grids")).toArray();
    for (const QJsonValue& g : grids) {
        const auto grid = gridFrom(g.toObject());
        if (!grid) return grid.error();
        data.grids.append(*grid);
    }
    data.facts = json.value(QStringLiteral("facts")).toObject();
    return data;
}

QString resultDigest(const AnalysisData& data) {
    // Objects of QJson keep their keys sorted, so the text is canonical. Labels and decimals are for people.
    QJsonObject json = resultJson(data);
    QJsonArray tables = json.value(QStringLiteral("tables")).toArray();
    for (int i = 0; i < tables.size(); ++i) {
        QJsonObject table = tables.at(i).toObject();
        table.remove(QStringLiteral("labels"));
        QJsonArray columns = table.value(QStringLiteral("columns")).toArray();
        for (int c = 0; c < columns.size(); ++c) {
            QJsonObject column = columns.at(c).toObject();
            column.remove(QStringLiteral("decimals"));
            columns.replace(c, column);
        }
        table.insert(QStringLiteral("columns"), columns);
        tables.replace(i, table);
    }
    json.insert(QStringLiteral("tables"), tables);
    return QString::fromLatin1(
        QCryptographicHash::hash(QJsonDocument(json).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256).toHex());
}

}  // namespace mudeung
