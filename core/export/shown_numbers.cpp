// SPDX-License-Identifier: GPL-3.0-or-later
// Reads keys and values back: JSON, SpreadsheetML (ECMA-376) and GeoPackage, as written here or saved again by office programs.
#include "core/export/shown_numbers.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>
#include <algorithm>
#include <cmath>
#include <cpl_vsi.h>
#include <limits>
#include <memory>
#include <ogrsf_frmts.h>

#include "core/base/csv_text.h"
#include "core/export/gdal_scope.h"

namespace mudeung {

namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
constexpr int kMostBytes = 1 << 30;

/// The text of a <si> or <is> element: its runs joined, without readings (<rPh>).
QString textOfElement(QXmlStreamReader& reader) {
    QString text;
    while (reader.readNextStartElement()) {
        if (reader.name() == QLatin1String("t")) {
            text += reader.readElementText();
        } else if (reader.name() == QLatin1String("r")) {
            text += textOfElement(reader);
        } else {
            reader.skipCurrentElement();
        }
    }
    return text;
}

QStringList sharedStrings(const QString& path) {
    QXmlStreamReader reader(zipMember(path, "xl/sharedStrings.xml"));
    QStringList strings;
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("si")) strings << textOfElement(reader);
    return strings;
}

struct Cell {
    QString column;  ///< "A"
    int row = 0;     ///< from 1
    QString text;
};

/// The cell at whose start element the reader stands.
Cell readCell(QXmlStreamReader& reader, const QStringList& strings) {
    const QString where = reader.attributes().value(QLatin1String("r")).toString();
    const QString type = reader.attributes().value(QLatin1String("t")).toString();
    Cell cell;
    for (const QChar c : where) (c.isDigit() ? cell.text : cell.column) += c;
    cell.row = cell.text.toInt();
    cell.text.clear();
    while (reader.readNextStartElement()) {
        if (reader.name() == QLatin1String("v")) {
            cell.text = reader.readElementText();
            if (type == QLatin1String("s")) cell.text = strings.value(cell.text.toInt());
        } else if (reader.name() == QLatin1String("is")) {
            cell.text = textOfElement(reader);
        } else {
            reader.skipCurrentElement();
        }
    }
    return cell;
}

double numberOf(const QString& text) {
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok ? number : kNothing;
}

}  // namespace

QByteArray zipMember(const QString& path, const char* member) {
    const QByteArray name = "/vsizip/{" + path.toUtf8() + "}/" + member;
    VSILFILE* file = VSIFOpenL(name.constData(), "rb");
    if (!file) return {};
    QByteArray bytes;
    QByteArray part(1 << 16, '\0');
    while (bytes.size() < kMostBytes) {
        const size_t got = VSIFReadL(part.data(), 1, static_cast<size_t>(part.size()), file);
        if (got == 0) break;
        bytes.append(part.constData(), static_cast<int>(got));
    }
    VSIFCloseL(file);
    return bytes;
}

ShownNumbers numbersOf(const Table& shown) {
    ShownNumbers numbers;
    numbers.reserve(static_cast<std::size_t>(shown.rows.size()));
    for (const TableRow& row : shown.rows) numbers.emplace_back(row.key, row.value);
    return numbers;
}

QString shownDigest(const ShownNumbers& numbers) {
    std::vector<QByteArray> lines;
    lines.reserve(numbers.size());
    for (const auto& [key, value] : numbers) {
        const QByteArray number = std::isnan(value) ? QByteArray() : QByteArray::number(value, 'g', 15);
        lines.push_back(withoutFormula(key).toUtf8() + '\t' + number + '\n');
    }
    std::sort(lines.begin(), lines.end());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray& line : lines) hash.addData(line);
    return QString::fromLatin1(hash.result().toHex());
}

std::optional<ShownNumbers> numbersInJson(const QByteArray& json) {
    const QJsonValue rows = QJsonDocument::fromJson(json).object().value(QLatin1String("rows"));
    if (!rows.isArray()) return std::nullopt;
    ShownNumbers numbers;
    for (const QJsonValue& row : rows.toArray()) {
        const QJsonObject object = row.toObject();
        numbers.emplace_back(object.value(QLatin1String("key")).toString(), object.value(QLatin1String("value")).toDouble(kNothing));
    }
    return numbers;
}

std::optional<ShownNumbers> numbersInWorkbook(const QString& path) {
    const QByteArray sheet = zipMember(path, "xl/worksheets/sheet1.xml");
    if (sheet.isEmpty()) return std::nullopt;
    const QStringList strings = sharedStrings(path);
    QXmlStreamReader reader(sheet);
    ShownNumbers numbers;
    int row = 0;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() != QLatin1String("c")) continue;
        const Cell cell = readCell(reader, strings);
        const bool key = cell.column == QLatin1String("A");
        if (cell.row < 2 || cell.text.isEmpty() || (!key && cell.column != QLatin1String("C"))) continue;
        if (cell.row != row) numbers.emplace_back(QString(), kNothing);
        row = cell.row;
        if (key) numbers.back().first = cell.text;
        if (!key) numbers.back().second = numberOf(cell.text);
    }
    return reader.hasError() ? std::nullopt : std::optional(numbers);
}

std::optional<ShownNumbers> numbersInGeoPackage(const QString& path) {
    const char* const drivers[] = {"GPKG", nullptr};
    const std::unique_ptr<GDALDataset, CloseDataset> file(
        GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers));
    OGRLayer* layer = file && file->GetLayerCount() > 0 ? file->GetLayer(0) : nullptr;
    if (!layer) return std::nullopt;
    const int code = layer->GetLayerDefn()->GetFieldIndex("code");
    const int value = layer->GetLayerDefn()->GetFieldIndex("value");
    if (code < 0 || value < 0) return std::nullopt;
    ShownNumbers numbers;
    for (const auto& feature : *layer)
        numbers.emplace_back(QString::fromUtf8(feature->GetFieldAsString(code)),
                             feature->IsFieldSetAndNotNull(value) ? feature->GetFieldAsDouble(value) : kNothing);
    return numbers;
}

}  // namespace mudeung
