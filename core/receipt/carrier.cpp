// SPDX-License-Identifier: GPL-3.0-or-later
// PNG chunks, SVG metadata and XMP, written by the rules of PNG 1.2 (4.2.3), SVG 1.1 (21) and ISO 16684-1; the search for receipts.
#include "core/receipt/carrier.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QXmlStreamReader>
#include <QtEndian>
#include <zlib.h>

namespace mudeung {

namespace {

constexpr char kStart[] = "{\"mudeungReceipt\":";
constexpr char kElement[] = "<mudeung:receipt";
constexpr char kElementEnd[] = "</mudeung:receipt>";
constexpr char kPngSignature[] = "\x89PNG\r\n\x1a\n";

/// Only what element content needs; quotes stay, so that the text is found as it is.
QByteArray xmlText(const QByteArray& text) {
    QByteArray escaped = text;
    escaped.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    return escaped;
}

QByteArray receiptElement(const Receipt& receipt) {
    return QByteArray("<mudeung:receipt xmlns:mudeung=\"urn:mudeung:receipt\">") + xmlText(receiptText(receipt)) + kElementEnd;
}

QByteArray pngChunk(const QByteArray& type, const QByteArray& data) {
    QByteArray length(4, '\0'), check(4, '\0');
    qToBigEndian(static_cast<quint32>(data.size()), length.data());
    const QByteArray checked = type + data;
    const auto crc = crc32(0, reinterpret_cast<const Bytef*>(checked.constData()), static_cast<uInt>(checked.size()));
    qToBigEndian(static_cast<quint32>(crc), check.data());
    return length + checked + check;
}

/// International text, not compressed, without language.
QByteArray pngText(const char* keyword, const QByteArray& utf8) {
    return pngChunk("iTXt", QByteArray(keyword) + QByteArray(5, '\0') + utf8);
}

/// From the opening brace at `start` to the brace that closes it; nothing when it never closes.
std::optional<QByteArray> balancedJson(const QByteArray& bytes, int start) {
    int depth = 0;
    bool inText = false;
    for (int i = start; i < static_cast<int>(bytes.size()); ++i) {
        const char c = bytes[i];
        if (inText) {
            if (c == '\\') ++i;
            if (c == '"') inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}' && --depth == 0) {
            return bytes.mid(start, i + 1 - start);
        }
    }
    return std::nullopt;
}

/// The text of the element, whatever characters a program escaped when it saved the file again.
std::optional<QByteArray> fromElement(const QByteArray& bytes) {
    const auto start = bytes.indexOf(kElement);
    if (start < 0) return std::nullopt;
    const auto end = bytes.indexOf(kElementEnd, start);
    if (end < 0) return std::nullopt;
    QByteArray element = bytes.mid(start, end - start) + kElementEnd;
    if (!element.left(element.indexOf('>')).contains("xmlns:mudeung"))
        element.insert(static_cast<int>(sizeof(kElement)) - 1, " xmlns:mudeung=\"urn:mudeung:receipt\"");
    QXmlStreamReader reader(element);
    if (!reader.readNextStartElement()) return std::nullopt;
    const QByteArray text = reader.readElementText().trimmed().toUtf8();
    return reader.hasError() || !text.startsWith(kStart) ? std::nullopt : std::optional(text);
}

/// GIF cuts comments into pieces of at most 255 bytes, each behind its length.
std::optional<QByteArray> fromGifComment(const QByteArray& bytes) {
    const QByteArray introducer("\x21\xFE", 2);
    for (auto at = bytes.indexOf(introducer); at >= 0; at = bytes.indexOf(introducer, at + 1)) {
        QByteArray comment;
        int i = static_cast<int>(at) + 2;
        while (i < static_cast<int>(bytes.size()) && bytes[i] != '\0') {
            const int length = static_cast<unsigned char>(bytes[i]);
            comment += bytes.mid(i + 1, length);
            i += 1 + length;
        }
        if (const auto start = comment.indexOf(kStart); start >= 0) return balancedJson(comment, static_cast<int>(start));
    }
    return std::nullopt;
}

Error notA(const QString& kind) {
    return {ErrorCode::Internal, QCoreApplication::translate("Receipt", "The picture that was made is not in %1 format.").arg(kind), {}};
}

}  // namespace

QByteArray receiptText(const Receipt& receipt) {
    QJsonObject json = receiptJson(receipt);
    // Qt sorts the keys; the first one is what the search looks for.
    const QByteArray format = QByteArray::number(json.take(QStringLiteral("mudeungReceipt")).toInt());
    return kStart + format + ',' + QJsonDocument(json).toJson(QJsonDocument::Compact).mid(1);
}

std::optional<QByteArray> findReceiptText(const QByteArray& bytes) {
    if (bytes.startsWith("GIF8")) return fromGifComment(bytes);
    if (auto text = fromElement(bytes)) return text;
    const auto start = bytes.indexOf(kStart);
    return start < 0 ? std::nullopt : balancedJson(bytes, static_cast<int>(start));
}

Result<Receipt> receiptFromText(const QByteArray& text) {
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (!document.isObject())
        return Error{
            ErrorCode::InputRefused,
            QCoreApplication::translate("Receipt", "The receipt cannot be read: it is not JSON. Use the file as the program wrote it."),
            problem.errorString()};
    return receiptFromJson(document.object());
}

Result<QByteArray> pngWithReceipt(const QByteArray& png, const Receipt& receipt) {
    constexpr int kBehindHeader = 8 + 4 + 4 + 13 + 4;  // signature, and the IHDR chunk that must come first
    if (!png.startsWith(kPngSignature) || png.mid(12, 4) != "IHDR" || png.size() < kBehindHeader) return notA(QStringLiteral("PNG"));
    QByteArray whole = png;
    whole.insert(kBehindHeader, pngText("Description", receipt.sentence.toUtf8()) + pngText("mudeung-receipt", receiptText(receipt)));
    return whole;
}

Result<QByteArray> svgWithReceipt(const QByteArray& svg, const Receipt& receipt) {
    const auto root = svg.indexOf("<svg");
    const auto end = root < 0 ? root : svg.indexOf('>', root);
    if (end < 0) return notA(QStringLiteral("SVG"));
    QByteArray whole = svg;
    whole.insert(static_cast<int>(end) + 1, "\n<metadata>" + receiptElement(receipt) + "</metadata>\n");
    return whole;
}

QByteArray receiptXmp(const Receipt& receipt, const QString& title) {
    const auto localised = [](const QString& text) {
        return "<rdf:Alt><rdf:li xml:lang=\"x-default\">" + xmlText(text.toUtf8()) + "</rdf:li></rdf:Alt>";
    };
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"
           "<dc:title>" +
           localised(title) + "</dc:title><dc:description>" + localised(receipt.sentence) + "</dc:description><xmp:CreatorTool>Mudeung " +
           xmlText(receipt.program.toUtf8()) + "</xmp:CreatorTool>" + receiptElement(receipt) +
           "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

}  // namespace mudeung
