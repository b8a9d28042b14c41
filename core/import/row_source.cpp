// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at the first bytes of a file and hands it to the reader of its format; refuses what no reader can use.
#include "core/import/row_source.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include "core/import/archive_reader.h"
#include "core/import/csv_reader.h"
#include "core/import/format_readers.h"

namespace mudeung {

namespace {

constexpr qint64 kHeadBytes = 1 << 20;
constexpr qint64 kJsonLimit = qint64(1) << 30;
using Opened = Result<std::unique_ptr<RowSource>>;

Error refused(const QString& message) {
    return {ErrorCode::InputRefused, message, {}};
}

Status checkPath(const QString& path, const QString& name) {
    const QFileInfo info(path);
    if (info.isSymLink() && !info.exists())
        return Error{ErrorCode::Io, QCoreApplication::translate("Import", "%1 is a link that leads nowhere.").arg(name), path};
    if (!info.exists())
        return Error{ErrorCode::Io, QCoreApplication::translate("Import", "%1 does not exist. Check the path.").arg(name), path};
    if (info.isDir())
        return Error{ErrorCode::Io, QCoreApplication::translate("Import", "%1 is a folder. Choose a file in it.").arg(name), path};
    if (!info.isFile())
        return Error{ErrorCode::Io, QCoreApplication::translate("Import", "%1 is a device or a pipe, not a file.").arg(name), path};
    if (!info.isReadable())
        return Error{
            ErrorCode::Io,
            QCoreApplication::translate("Import", "You have no permission to read %1. Ask its owner or copy it to your folder.").arg(name),
            path};
    if (info.size() == 0) return refused(QCoreApplication::translate("Import", "%1 is empty (0 bytes). Download it again.").arg(name));
    return done();
}

Result<QByteArray> headOf(const SourceLocation& location) {
    auto bytes = ByteSource::open(location.vsiPath, location.shownName);
    if (!bytes) return bytes.error();
    QByteArray head(static_cast<int>(std::min<qint64>(65536, (*bytes)->size())), '\0');
    const auto got = (*bytes)->read(head.data(), static_cast<size_t>(head.size()));
    if (!got) return got.error();
    return head;
}

/// Formats that people try to open but that hold no table, by their first bytes.
QString foreignFormat(const QByteArray& head) {
    struct Magic {
        QByteArray bytes;
        const char* name;
    };
    static const Magic table[] = {{QByteArrayLiteral("%PDF"), "PDF"},
                                  {QByteArrayLiteral("\x89PNG"), "PNG"},
                                  {QByteArrayLiteral("\xFF\xD8\xFF"), "JPEG"},
                                  {QByteArrayLiteral("GIF8"), "GIF"},
                                  {QByteArrayLiteral("\x1F\x8B"), "gzip"},
                                  {QByteArrayLiteral("7z\xBC\xAF"), "7-Zip"},
                                  {QByteArrayLiteral("Rar!"), "RAR"},
                                  {QByteArrayLiteral("BZh"), "bzip2"},
                                  {QByteArrayLiteral("\xFD"
                                                     "7zXZ"),
                                   "xz"},
                                  {QByteArrayLiteral("PAR1"), "Parquet"},
                                  {QByteArrayLiteral("HWP Document File"), "HWP"},
                                  {QByteArrayLiteral("\x7F"
                                                     "ELF"),
                                   "ELF"}};
    for (const auto& magic : table) {
        if (head.startsWith(magic.bytes)) return QString::fromLatin1(magic.name);
    }
    return {};
}

QByteArray utf16Ascii(const char* text) {
    QByteArray out;
    for (const char* p = text; *p != 0; ++p) out.append(*p).append('\0');
    return out;
}

/// Text of the head for sniffing: lower case ASCII without mark, zero bytes and leading white space.
QByteArray sniffText(QByteArray head) {
    if (head.startsWith("\xEF\xBB\xBF")) head.remove(0, 3);
    if (head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF")) head.remove(0, 2);
    head.replace('\0', "");
    return head.trimmed().toLower();
}

bool isHtml(const QByteArray& text) {
    for (const char* tag : {"<!doctype html", "<html", "<table", "<head", "<body", "<script", "<meta", "<div", "<tr"}) {
        if (text.startsWith(tag)) return true;
    }
    const QByteArray first = text.left(2048);
    return (text.startsWith("<?xml") || text.startsWith("<!--")) && (first.contains("<html") || first.contains("<!doctype html"));
}

bool isGeoJson(const QByteArray& text) {
    static const QRegularExpression pattern(QStringLiteral("\"type\"\\s*:\\s*\"(featurecollection|feature|topology)\""));
    return text.startsWith('{') && pattern.match(QString::fromLatin1(text.left(16384))).hasMatch();
}

/// A document of objects by content, whatever the name; a bare '[' also begins tables ("[notice],…"), so more than it must be seen.
bool isJson(const QByteArray& text, const QString& name) {
    if (!text.startsWith('{') && !text.startsWith('[')) return false;
    if (name.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) || name.endsWith(QLatin1String(".json)"), Qt::CaseInsensitive))
        return true;
    const QByteArray behind = text.mid(1, 4096).trimmed();
    const char next = behind.isEmpty() ? '\0' : behind.at(0);
    return text.startsWith('{') ? next == '"' || next == '}' : next == '{' || next == ']';
}

void addContainer(SourceInfo& info, const char* container) {
    info.container =
        info.container.isEmpty() ? QString::fromLatin1(container) : info.container + QLatin1Char('/') + QLatin1String(container);
}

Opened openTextual(const SourceLocation& location, const QByteArray& sniff, const SourceOptions& options, SourceInfo info) {
    auto bytes = ByteSource::open(location.vsiPath, location.shownName);
    if (!bytes) return bytes.error();
    const bool json = isJson(sniff, location.shownName);
    if (options.headOnly && !json) (*bytes)->limit(kHeadBytes);
    const auto decision = decideEncoding(**bytes, options.encoding);
    if (!decision) return decision.error();
    if (!json) {
        addContainer(info, "csv");
        return openCsv(std::move(*bytes), *decision, std::move(info));
    }
    addContainer(info, "json");
    info.encoding = decision->name;
    info.encodingReason = decision->reason;
    TextStream stream(std::move(*bytes), *decision);
    auto text = readAllText(stream, kJsonLimit);
    if (!text) return text.error();
    return openJson(std::move(*text), location.shownName, std::move(info));
}

Opened openOle(const SourceLocation& location, const QByteArray& head, const SourceOptions& options, SourceInfo info) {
    if (head.contains(utf16Ascii("HwpSummary")) || head.contains(utf16Ascii("BodyText"))) {
        return refused(QCoreApplication::translate(
                           "Import", "%1 is a HWP document, not a table. Open it in the word processor and save its table as CSV or XLSX.")
                           .arg(location.shownName));
    }
    if (head.contains(utf16Ascii("WordDocument")) || head.contains(utf16Ascii("PowerPoint"))) {
        return refused(QCoreApplication::translate("Import", "%1 is an office document without a table. Save its table as CSV or XLSX.")
                           .arg(location.shownName));
    }
    addContainer(info, "xls");
    return openSheet(location, QStringLiteral("xls"), options, std::move(info));
}

Opened openVectorAs(const SourceLocation& location, const SourceOptions& options, SourceInfo info) {
    addContainer(info, "ogr");
    return openVector(location, options, std::move(info));
}

Opened openByContent(const SourceLocation& location, const SourceOptions& options, SourceInfo info, bool inArchive);

Opened openArchive(const SourceLocation& location, const SourceOptions& options, SourceInfo info) {
    auto entries = listArchive(location.vsiPath, location.shownName);
    if (!entries) return entries.error();
    const auto has = [&](const char* name) {
        return std::any_of(entries->begin(), entries->end(), [&](const auto& e) { return e.name == QLatin1String(name); });
    };
    if (has("xl/workbook.xml") || has("xl/workbook.bin")) {
        addContainer(info, "xlsx");
        return openSheet(location, QStringLiteral("xlsx"), options, std::move(info));
    }
    if (has("content.xml") && has("mimetype")) {
        addContainer(info, "ods");
        return openSheet(location, QStringLiteral("ods"), options, std::move(info));
    }
    if (has("word/document.xml") || has("ppt/presentation.xml") || has("Contents/section0.xml")) {
        return refused(QCoreApplication::translate("Import", "%1 is an office document without a table. Save its table as CSV or XLSX.")
                           .arg(location.shownName));
    }
    auto choice = chooseEntry(*entries, options.sheet, location.shownName);
    if (!choice) return choice.error();
    if (choice->entry.bytes == 0)
        return refused(
            QCoreApplication::translate("Import", "\"%2\" in %1 is empty (0 bytes).").arg(location.shownName, choice->entry.name));
    addContainer(info, "zip");
    info.entry = choice->entry.name;
    if (!choice->left.isEmpty()) {
        info.warnings << QCoreApplication::translate("Import", "The archive also holds %1; only %2 is read.")
                             .arg(choice->left.join(QStringLiteral(", ")), choice->entry.name);
    }
    SourceOptions inner = options;
    if (options.sheet == choice->entry.name || options.sheet == shownFileName(choice->entry.name)) inner.sheet.clear();
    const SourceLocation inside{choice->entry.vsiPath, QStringLiteral("%1 (%2)").arg(location.shownName, choice->entry.name)};
    return openByContent(inside, inner, std::move(info), true);
}

Opened openByContent(const SourceLocation& location, const SourceOptions& options, SourceInfo info, bool inArchive) {
    const auto head = headOf(location);
    if (!head) return head.error();
    if (head->startsWith(QByteArray::fromRawData("PK\x03\x04", 4)) || head->startsWith(QByteArray::fromRawData("PK\x05\x06", 4))) {
        if (!inArchive) return openArchive(location, options, std::move(info));
        if (location.vsiPath.endsWith(QLatin1String(".ods"), Qt::CaseInsensitive)) {
            addContainer(info, "ods");
            return openSheet(location, QStringLiteral("ods"), options, std::move(info));
        }
        if (!head->contains("xl/") && !head->contains("[Content_Types].xml")) {
            return refused(QCoreApplication::translate("Import", "%1 is an archive inside an archive. Unpack the outer one first.")
                               .arg(location.shownName));
        }
        addContainer(info, "xlsx");
        return openSheet(location, QStringLiteral("xlsx"), options, std::move(info));
    }
    if (head->startsWith("\xD0\xCF\x11\xE0")) return openOle(location, *head, options, std::move(info));
    if (head->startsWith(QByteArray::fromRawData("\x00\x00\x27\x0A", 4)) || head->startsWith("SQLite format 3")) {
        return openVectorAs(location, options, std::move(info));
    }
    const QString foreign = foreignFormat(*head);
    if (!foreign.isEmpty()) {
        return refused(QCoreApplication::translate(
                           "Import", "%1 is a %2 file, not a table. Open the CSV, XLSX, JSON or map layer that it was made from.")
                           .arg(location.shownName, foreign));
    }
    const QByteArray sniff = sniffText(*head);
    if (isHtml(sniff)) {
        return refused(
            QCoreApplication::translate(
                "Import", "%1 is a web page saved under the name of a table, usually an error or log-in page. Download the data again.")
                .arg(location.shownName));
    }
    if (isGeoJson(sniff)) return openVectorAs(location, options, std::move(info));
    if (sniff.startsWith("<?xml") || sniff.startsWith("<kml") || sniff.startsWith("<gml")) {
        const QByteArray first = sniff.left(4096);
        if (first.contains("<kml") || first.contains("opengis.net/gml")) return openVectorAs(location, options, std::move(info));
        return refused(QCoreApplication::translate(
                           "Import", "%1 is an XML document of a kind that is not read. Download the data as CSV, JSON or XLSX.")
                           .arg(location.shownName));
    }
    return openTextual(location, sniff, options, std::move(info));
}

/// The main file of a Shapefile when one of its parts was chosen.
QString mainFile(const QString& path) {
    const QFileInfo info(path);
    static const QStringList parts{QStringLiteral("dbf"), QStringLiteral("shx"), QStringLiteral("prj"), QStringLiteral("cpg"),
                                   QStringLiteral("cst")};
    if (!parts.contains(info.suffix().toLower())) return path;
    const QString shape = info.dir().filePath(info.completeBaseName() + QStringLiteral(".shp"));
    return QFileInfo::exists(shape) ? shape : path;
}

}  // namespace

Result<std::unique_ptr<RowSource>> openRowSource(const QString& path, const SourceOptions& options) {
    registerFormats();
    const QString name = shownFileName(path);
    if (auto status = checkPath(path, name); !status) return status.error();
    return openByContent({mainFile(path), name}, options, {}, false);
}

}  // namespace mudeung
