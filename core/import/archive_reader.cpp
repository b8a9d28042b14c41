// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the central directory through minizip, which gives the names as raw bytes: Korean Windows writes them in CP949.
#include "core/import/archive_reader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <map>
#include <minizip/unzip.h>

#include "core/base/format.h"
#include "core/import/encoding.h"

namespace mudeung {

namespace {

Error refused(const QString& message) {
    return {ErrorCode::InputRefused, message, {}};
}

QString readableName(const QByteArray& raw) {
    for (const Encoding encoding : {Encoding::Utf8, Encoding::Cp949}) {
        if (const auto text = decodeAll(encoding, raw.constData(), static_cast<size_t>(raw.size()))) {
            return QString::fromStdString(*text).replace(QLatin1Char('\\'), QLatin1Char('/')).normalized(QString::NormalizationForm_C);
        }
    }
    return QString::fromLatin1(raw);
}

bool isEscaping(const QString& name) {
    const QStringList parts = name.split(QLatin1Char('/'));
    return parts.contains(QStringLiteral("..")) || name.startsWith(QLatin1Char('/')) || (name.size() > 1 && name[1] == QLatin1Char(':'));
}

bool isHidden(const QString& name) {
    const QStringList parts = name.split(QLatin1Char('/'));
    return parts.contains(QStringLiteral("__MACOSX")) || parts.last().startsWith(QLatin1Char('.')) ||
           parts.last() == QLatin1String("Thumbs.db");
}

/// GDAL takes a name that is not marked as UTF-8 for code page 437; which of the two it did is asked, not guessed.
QString pathInside(const QString& path, const QByteArray& raw) {
    const QString root = QStringLiteral("/vsizip/{%1}/").arg(path);
    const auto full = [&root](const QByteArray& name) {
        return root + QString::fromUtf8(name).replace(QLatin1Char('\\'), QLatin1Char('/'));
    };
    VSIStatBufL stat;
    if (VSIStatL(full(raw).toUtf8().constData(), &stat) == 0) return full(raw);
    char* recoded = CPLRecode(raw.constData(), "CP437", CPL_ENC_UTF8);
    const QString other = full(recoded);
    CPLFree(recoded);
    return other;
}

class Zip {
public:
    explicit Zip(const QString& path) : m_file(unzOpen64(path.toUtf8().constData())) {}
    ~Zip() {
        if (m_file != nullptr) unzClose(m_file);
    }
    Zip(const Zip&) = delete;
    Zip& operator=(const Zip&) = delete;
    unzFile handle() const { return m_file; }

private:
    unzFile m_file;
};

Error damaged(const QString& name) {
    return refused(
        QCoreApplication::translate("Import", "%1 is a damaged zip archive: its table of contents cannot be read. Download it again.")
            .arg(name));
}

Error bomb(const QString& name, qint64 bytes) {
    return refused(QCoreApplication::translate(
                       "Import", "%1 would unpack to %2, far more than published data does: it looks like a zip bomb and is not opened.")
                       .arg(name, formatBytes(bytes)));
}

const std::map<QString, QString>& kinds() {
    static const std::map<QString, QString> table{
        {QStringLiteral("csv"), QStringLiteral("csv")},      {QStringLiteral("tsv"), QStringLiteral("csv")},
        {QStringLiteral("txt"), QStringLiteral("csv")},      {QStringLiteral("json"), QStringLiteral("json")},
        {QStringLiteral("geojson"), QStringLiteral("json")}, {QStringLiteral("shp"), QStringLiteral("shp")},
        {QStringLiteral("gpkg"), QStringLiteral("gpkg")},    {QStringLiteral("gml"), QStringLiteral("gml")},
        {QStringLiteral("kml"), QStringLiteral("kml")},      {QStringLiteral("xlsx"), QStringLiteral("xlsx")},
        {QStringLiteral("xlsm"), QStringLiteral("xlsx")},    {QStringLiteral("xls"), QStringLiteral("xls")},
        {QStringLiteral("ods"), QStringLiteral("ods")}};
    return table;
}

QString kindOf(const QString& name) {
    const auto it = kinds().find(QFileInfo(name).suffix().toLower());
    return it == kinds().end() ? QString() : it->second;
}

}  // namespace

Result<QVector<ArchiveEntry>> listArchive(const QString& path, const QString& shownName, const ArchiveLimits& limits) {
    constexpr qint64 kOnlyEndRecord = 22;  // an archive without entries, which minizip takes for a damaged one
    if (QFileInfo(path).size() == kOnlyEndRecord) return QVector<ArchiveEntry>();
    const Zip zip(path);
    unz_global_info64 global{};
    if (zip.handle() == nullptr || unzGetGlobalInfo64(zip.handle(), &global) != UNZ_OK) return damaged(shownName);
    if (global.number_entry > static_cast<ZPOS64_T>(limits.maxEntries)) {
        return refused(
            QCoreApplication::translate(
                "Import", "%1 holds %2 files, more than the %3 that an archive of data may hold. Unpack it and open the file you need.")
                .arg(shownName, formatCount(static_cast<qint64>(global.number_entry)), formatCount(limits.maxEntries)));
    }
    QVector<ArchiveEntry> entries;
    qint64 total = 0;
    qint64 packed = 0;
    int status = global.number_entry > 0 ? unzGoToFirstFile(zip.handle()) : UNZ_END_OF_LIST_OF_FILE;
    for (; status == UNZ_OK; status = unzGoToNextFile(zip.handle())) {
        unz_file_info64 info{};
        QByteArray raw(4096, '\0');
        if (unzGetCurrentFileInfo64(zip.handle(), &info, raw.data(), 4095, nullptr, 0, nullptr, 0) != UNZ_OK) return damaged(shownName);
        raw.truncate(static_cast<int>(qstrlen(raw.constData())));
        ArchiveEntry entry;
        entry.name = readableName(raw);
        if (isEscaping(entry.name)) {
            return refused(
                QCoreApplication::translate("Import", "%1 holds a file named \"%2\" that points outside the archive; it is not opened.")
                    .arg(shownName, entry.name));
        }
        entry.bytes = static_cast<qint64>(info.uncompressed_size);
        entry.packedBytes = static_cast<qint64>(info.compressed_size);
        entry.encrypted = (info.flag & 1U) != 0;
        total += entry.bytes;
        packed += entry.packedBytes;
        if (entry.bytes < 0 || total < 0 || total > limits.maxTotal) return bomb(shownName, total);
        if (entry.name.endsWith(QLatin1Char('/')) || isHidden(entry.name)) continue;
        entry.vsiPath = pathInside(path, raw);
        entries.push_back(entry);
    }
    if (status != UNZ_END_OF_LIST_OF_FILE) return damaged(shownName);
    // Entries may overlap in the file, so what they claim to take is measured against the file too.
    const double real = static_cast<double>(std::max<qint64>(1, std::min(packed, QFileInfo(path).size())));
    if (total > limits.ratioFrom && static_cast<double>(total) / real > limits.maxRatio) return bomb(shownName, total);
    return entries;
}

Result<ArchiveChoice> chooseEntry(const QVector<ArchiveEntry>& entries, const QString& wanted, const QString& shownName) {
    QVector<ArchiveEntry> usable;
    bool nested = false;
    for (const auto& entry : entries) {
        const QString suffix = QFileInfo(entry.name).suffix().toLower();
        nested = nested || suffix == QLatin1String("zip") || suffix == QLatin1String("gz") || suffix == QLatin1String("7z");
        if (!kindOf(entry.name).isEmpty()) usable.push_back(entry);
    }
    const bool onlyText = std::all_of(usable.begin(), usable.end(),
                                      [](const auto& e) { return e.name.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive); });
    if (!onlyText) {  // a read-me beside the data
        usable.erase(std::remove_if(usable.begin(), usable.end(),
                                    [](const auto& e) { return e.name.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive); }),
                     usable.end());
    }
    if (usable.isEmpty()) {
        return refused(
            nested
                ? QCoreApplication::translate("Import", "%1 holds only further archives. Unpack it and open the inner file.").arg(shownName)
                : QCoreApplication::translate(
                      "Import", "%1 holds no table or map layer (CSV, XLSX, XLS, ODS, JSON, Shapefile, GeoPackage, GML, KML).")
                      .arg(shownName));
    }
    auto best = std::max_element(usable.begin(), usable.end(), [](const auto& a, const auto& b) { return a.bytes < b.bytes; });
    for (auto it = usable.begin(); it != usable.end(); ++it) {
        if (!wanted.isEmpty() && (it->name == wanted || QFileInfo(it->name).fileName() == wanted)) best = it;
    }
    if (best->encrypted) {
        return refused(QCoreApplication::translate("Import", "\"%2\" in %1 is protected by a password. Unpack it and open the file itself.")
                           .arg(shownName, best->name));
    }
    ArchiveChoice choice;
    choice.entry = *best;
    choice.kind = kindOf(best->name);
    for (const auto& entry : usable) {
        if (entry.name != best->name) choice.left << entry.name;
    }
    return choice;
}

}  // namespace mudeung
