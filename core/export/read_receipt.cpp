// SPDX-License-Identifier: GPL-3.0-or-later
// Recognises containers by their first bytes; zip and SQLite containers are opened through GDAL, the others searched.
#include "core/export/read_receipt.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QXmlStreamReader>
#include <optional>

#include "core/export/gdal_scope.h"
#include "core/export/gpkg_file.h"
#include "core/export/out_file.h"
#include "core/export/shown_numbers.h"
#include "core/export/xlsx_file.h"
#include "core/receipt/carrier.h"

namespace mudeung {

namespace {

constexpr qint64 kMostBytes = qint64{1} << 30;
const QString kFileKey = QStringLiteral("file");

Error cannotRead(const QString& path, const QString& why) {
    return {ErrorCode::Io, QCoreApplication::translate("Export", "The file %1 cannot be read: %2.").arg(path, why), {}};
}

Error noReceipt(const QString& path) {
    return {
        ErrorCode::NotFound,
        QCoreApplication::translate("Export",
                                    "%1 has no receipt. Files of other programs have none, and pictures lose theirs when they are "
                                    "edited, converted or sent through a messenger; a CSV keeps it in %2. Use the file as it was written.")
            .arg(path, QFileInfo(receiptPathBeside(path)).fileName()),
        {}};
}

QString sha256Of(const QByteArray& bytes) {
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// The cells of the sheet "receipt" are among the shared strings of the workbook, also after Excel or LibreOffice saved it again.
QByteArray textInWorkbook(const QString& path) {
    QXmlStreamReader reader(zipMember(path, "xl/sharedStrings.xml"));
    QStringList cells;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() != QLatin1String("t")) continue;
        const QString text = reader.readElementText();
        if (text.startsWith(QLatin1String("mudeung-receipt "))) cells << text;
    }
    return receiptFromCells(cells);
}

QByteArray textInGeoPackage(const QString& path) {
    const QByteArray name = path.toUtf8();
    const char* const drivers[] = {"GPKG", nullptr};
    GDALDatasetH dataset = GDALOpenEx(name.constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr, nullptr);
    if (!dataset) return {};
    const QByteArray text(GDALGetMetadataItem(dataset, kGpkgReceiptKey, nullptr));
    GDALClose(dataset);
    return text;
}

/// A receipt file itself, or an answer as JSON that holds one under "receipt".
QByteArray textInJson(const QByteArray& bytes) {
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const QJsonObject inner = object.value(QLatin1String("receipt")).toObject();
    if (!inner.isEmpty()) return QJsonDocument(inner).toJson(QJsonDocument::Compact);
    return object.contains(QLatin1String("mudeungReceipt")) ? QJsonDocument(object).toJson(QJsonDocument::Compact) : QByteArray();
}

struct Found {
    QString carrier;
    QByteArray text;
};

Found search(const QString& path, const QByteArray& bytes) {
    const QByteArray head = bytes.left(1024);
    const auto in = [&bytes](const char* carrier) {
        return Found{QString::fromLatin1(carrier), findReceiptText(bytes).value_or(QByteArray())};
    };
    if (head.startsWith("\x89PNG")) return in("png");
    if (head.startsWith("GIF8")) return in("gif");
    if (head.startsWith("%PDF")) return in("pdf");
    if (head.mid(4, 4) == "ftyp") return in("mp4");
    if (head.startsWith("PK")) return {QStringLiteral("xlsx"), textInWorkbook(path)};
    // Only a GeoPackage, never a workspace: another library must not open and close that file.
    if (head.startsWith("SQLite format 3") && head.mid(68, 4) == "GPKG") return {QStringLiteral("gpkg"), textInGeoPackage(path)};
    if (head.contains("<svg") || head.trimmed().startsWith("<?xml")) return in("svg");
    const QByteArray text = head.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
    if (text.trimmed().startsWith('{')) return {QStringLiteral("json"), textInJson(text)};
    return {};
}

/// Whether the numbers that the file shows are still those that were written. Pictures do not say.
bool showsOtherNumbers(const Found& found, const Receipt& receipt, const QString& path, const QByteArray& bytes) {
    if (receipt.shown.isEmpty()) return false;
    std::optional<ShownNumbers> numbers;
    if (found.carrier == QLatin1String("xlsx")) numbers = numbersInWorkbook(path);
    if (found.carrier == QLatin1String("gpkg")) numbers = numbersInGeoPackage(path);
    if (found.carrier == QLatin1String("json")) {
        if (QJsonDocument::fromJson(bytes).object().contains(QLatin1String("mudeungReceipt"))) return false;  // the receipt alone
        numbers = numbersInJson(bytes);
    }
    return !numbers || shownDigest(*numbers) != receipt.shown;
}

Result<FoundReceipt> readBeside(const QString& path, const QByteArray& bytes) {
    QFile beside(receiptPathBeside(path));
    if (!beside.open(QIODevice::ReadOnly)) return noReceipt(path);
    const QByteArray text = beside.readAll();
    const auto receipt = receiptFromText(text);
    if (!receipt) return receipt.error();
    const QJsonObject file = QJsonDocument::fromJson(text).object().value(kFileKey).toObject();
    return FoundReceipt{*receipt, QFileInfo(beside).fileName(), file.value(QLatin1String("sha256")).toString() != sha256Of(bytes)};
}

}  // namespace

Result<FoundReceipt> readReceipt(const QString& path) {
    QFile file(path);
    if (QFileInfo(path).isDir()) return cannotRead(path, QCoreApplication::translate("Export", "it is a folder"));
    if (!file.open(QIODevice::ReadOnly)) return cannotRead(path, file.errorString());
    if (file.size() > kMostBytes)
        return cannotRead(path, QCoreApplication::translate("Export", "it is larger than 1 GB, and so no output of this program"));
    const QByteArray head = file.peek(72);
    if (head.startsWith("SQLite format 3") && head.mid(68, 4) == "MUDG")
        return Error{ErrorCode::Usage,
                     QCoreApplication::translate("Export", "%1 is a workspace; only outputs made from one have a receipt.").arg(path),
                     {}};
    const QByteArray bytes = file.readAll();
    const QuietErrors quiet;
    GDALAllRegister();
    const Found found = search(path, bytes);
    if (found.text.isEmpty()) return readBeside(path, bytes);
    const auto receipt = receiptFromText(found.text);
    if (!receipt) return receipt.error();
    return FoundReceipt{*receipt, found.carrier, showsOtherNumbers(found, *receipt, path, bytes)};
}

QString receiptPathBeside(const QString& path) {
    return path + QStringLiteral(".receipt.json");
}

Status writeReceiptBeside(const QString& path, const Receipt& receipt) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return cannotRead(path, file.errorString());
    QJsonObject json = receiptJson(receipt);
    json.insert(kFileKey, QJsonObject{{"name", QFileInfo(path).fileName()}, {"sha256", sha256Of(file.readAll())}});
    return writeWholeFile(receiptPathBeside(path), QJsonDocument(json).toJson());
}

}  // namespace mudeung
