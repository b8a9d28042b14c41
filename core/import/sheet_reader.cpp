// SPDX-License-Identifier: GPL-3.0-or-later
// Spreadsheets as rows, through GDAL with its guessing of headers and types switched off: every cell is the text of its stored value.
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <atomic>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cpl_vsi.h>
#include <cstring>
#include <ogrsf_frmts.h>

#include "core/base/format.h"
#include "core/import/format_readers.h"
#include "core/import/ogr_support.h"
#include "core/import/xls_mending.h"

namespace mudeung {

namespace {

constexpr qint64 kMaxSheetBytes = qint64(512) << 20;

/// A copy under a name with the right ending: GDAL's drivers look at it, and a sheet renamed to .csv must open all the same.
class NamedCopy {
public:
    static Result<std::unique_ptr<NamedCopy>> make(const SourceLocation& location, const QString& kind);
    ~NamedCopy() {
        if (!m_memory.isEmpty()) VSIUnlink(m_memory.constData());
    }
    NamedCopy(const NamedCopy&) = delete;
    NamedCopy& operator=(const NamedCopy&) = delete;
    /// True when slips of the program that wrote an old Excel file were corrected in the copy.
    bool mend() {
        QFile file(m_disk);
        if (m_disk.isEmpty() || !file.open(QIODevice::ReadWrite)) return false;
        QByteArray bytes = file.readAll();
        return mendXls(bytes) && file.seek(0) && file.write(bytes) == bytes.size();
    }
    QByteArray path() const { return m_memory.isEmpty() ? m_disk.toUtf8() : m_memory; }

private:
    NamedCopy() = default;
    QByteArray m_memory;
    QString m_disk;
    std::unique_ptr<QTemporaryDir> m_folder;
};

Result<std::unique_ptr<NamedCopy>> NamedCopy::make(const SourceLocation& location, const QString& kind) {
    static std::atomic<unsigned> counter{0};
    auto bytes = ByteSource::open(location.vsiPath, location.shownName);
    if (!bytes) return bytes.error();
    const qint64 size = (*bytes)->size();
    if (size > kMaxSheetBytes) {
        return Error{ErrorCode::InputRefused,
                     QCoreApplication::translate("Import", "%1 is a spreadsheet larger than %2. Save it as CSV.")
                         .arg(location.shownName, formatBytes(kMaxSheetBytes)),
                     {}};
    }
    std::unique_ptr<NamedCopy> copy(new NamedCopy);
    auto* data = static_cast<GByte*>(VSI_MALLOC_VERBOSE(static_cast<size_t>(std::max<qint64>(1, size))));
    if (data == nullptr)
        return Error{
            ErrorCode::Io, QCoreApplication::translate("Import", "There is not enough memory to open %1.").arg(location.shownName), {}};
    const auto got = (*bytes)->read(reinterpret_cast<char*>(data), static_cast<size_t>(size));
    if (!got) {
        VSIFree(data);
        return got.error();
    }
    if (kind != QLatin1String("xls")) {
        copy->m_memory = QStringLiteral("/vsimem/mudeung_sheet_%1.%2").arg(counter++).arg(kind).toUtf8();
        VSIFCloseL(VSIFileFromMemBuffer(copy->m_memory.constData(), data, static_cast<vsi_l_offset>(size), TRUE));
        return {std::move(copy)};
    }
    // The reader of old .xls files cannot read GDAL's virtual files.
    copy->m_folder = std::make_unique<QTemporaryDir>();
    copy->m_disk = copy->m_folder->filePath(QStringLiteral("sheet.xls"));
    QFile file(copy->m_disk);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(reinterpret_cast<const char*>(data), size) == size;
    VSIFree(data);
    if (!written) {
        return Error{ErrorCode::Io,
                     QCoreApplication::translate("Import", "A temporary copy of %1 could not be written. Free some disk space.")
                         .arg(location.shownName),
                     file.errorString()};
    }
    return {std::move(copy)};
}

bool isDigits(const std::string& text, size_t from, size_t count) {
    for (size_t i = from; i < from + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return false;
    }
    return true;
}

/// GDAL writes dates with slashes.
void dashDate(std::string& text) {
    const bool date =
        text.size() >= 10 && text[4] == '/' && text[7] == '/' && isDigits(text, 0, 4) && isDigits(text, 5, 2) && isDigits(text, 8, 2);
    if (date && (text.size() == 10 || text[10] == ' ')) text[4] = text[7] = '-';
}

/// A number as Excel keeps it ("5893.0", "0.30000000000000004", "1.2E+3") in its shortest plain form; other text unchanged.
void plainNumber(std::string& text) {
    if (text.find_first_of(".eE") == std::string::npos || text.find_first_not_of("+-.0123456789eE") != std::string::npos) return;
    const size_t digits = text[0] == '-' ? 1 : 0;
    if (text.size() > digits + 1 && text[digits] == '0' && text[digits + 1] != '.') return;  // a code with leading zeros
    const size_t power = text.find_first_of("eE");
    if (power != std::string::npos && (power + 1 == text.size() || std::isdigit(static_cast<unsigned char>(text[power + 1])) != 0))
        return;  // a code such as 12E3: stored numbers carry a sign behind the E
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return;
    const bool exponent = power != std::string::npos;
    const bool endsInZero = text.size() > 2 && text.compare(text.size() - 2, 2, ".0") == 0;
    const bool tooLong = text.size() > 16;
    if (!exponent && !endsInZero && !tooLong) return;
    if (std::fabs(value) >= 1e17) return;
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.15g", value);
    std::from_chars(buffer, buffer + std::strlen(buffer), value);
    const auto written = value == std::floor(value) ? std::to_chars(buffer, buffer + sizeof buffer, static_cast<long long>(value))
                                                    : std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed);
    text.assign(buffer, written.ptr);
}

class SheetRowSource final : public RowSource {
public:
    SheetRowSource(std::unique_ptr<NamedCopy> copy, GdalDataset dataset, OGRLayer* layer, SourceInfo info)
        : m_copy(std::move(copy)), m_dataset(std::move(dataset)), m_layer(layer), m_info(std::move(info)) {
        m_count = static_cast<double>(m_layer->GetFeatureCount());
        m_layer->ResetReading();
    }
    const SourceInfo& info() const override { return m_info; }
    double fraction() const override { return m_count > 0 ? std::min(1.0, m_read / m_count) : 1.0; }
    Result<bool> next(Row& row) override {
        GdalErrors errors;
        for (;;) {
            const std::unique_ptr<OGRFeature> feature(m_layer->GetNextFeature());
            if (feature == nullptr) return false;
            m_read += 1.0;
            m_cells.assign(static_cast<size_t>(feature->GetFieldCount()), {});
            bool any = false;
            for (int i = 0; i < feature->GetFieldCount(); ++i) {
                std::string& cell = m_cells[static_cast<size_t>(i)];
                if (!feature->IsFieldSetAndNotNull(i)) continue;
                cell = feature->GetFieldAsString(i);
                dashDate(cell);
                plainNumber(cell);
                any = any || !cell.empty();
            }
            if (!any) continue;
            row.line = static_cast<qint64>(feature->GetFID());
            row.wkb = {};
            row.damagedQuotes = false;
            row.cells.assign(m_cells.begin(), m_cells.end());
            return true;
        }
    }

private:
    std::unique_ptr<NamedCopy> m_copy;
    GdalDataset m_dataset;
    OGRLayer* m_layer;
    SourceInfo m_info;
    std::vector<std::string> m_cells;
    double m_count = 0.0;
    double m_read = 0.0;
};

Error unreadable(const QString& name, const QString& kind, const GdalErrors& errors) {
    const QString sentence =
        kind == QLatin1String("xls")
            ? QCoreApplication::translate(
                  "Import",
                  "%1 is an old Excel file (.xls) that cannot be read: it is damaged, protected by a password or written in an "
                  "unusual way. Open it in a spreadsheet program and save it as XLSX or CSV.")
            : QCoreApplication::translate(
                  "Import",
                  "%1 cannot be opened as a spreadsheet: it is damaged, protected by a password or of an unknown kind. "
                  "Open it in a spreadsheet program and save it as XLSX or CSV.");
    return {ErrorCode::InputRefused, sentence.arg(name), errors.text()};
}

OGRLayer* chooseSheet(GDALDataset& dataset, const QString& wanted) {
    if (!wanted.isEmpty()) return dataset.GetLayerByName(wanted.toUtf8().constData());
    OGRLayer* any = nullptr;
    for (int i = 0; i < dataset.GetLayerCount(); ++i) {
        OGRLayer* layer = dataset.GetLayer(i);
        const GIntBig rows = layer->GetFeatureCount();
        if (rows >= 2) return layer;
        if (rows >= 1 && any == nullptr) any = layer;
    }
    return any;
}

}  // namespace

Result<std::unique_ptr<RowSource>> openSheet(const SourceLocation& location, const QString& kind, const SourceOptions& options,
                                             SourceInfo info) {
    auto copy = NamedCopy::make(location, kind);
    if (!copy) return copy.error();
    const GdalOption plain[] = {{"OGR_XLSX_HEADERS", "DISABLE"},   {"OGR_XLSX_FIELD_TYPES", "STRING"}, {"OGR_XLS_HEADERS", "DISABLE"},
                                {"OGR_XLS_FIELD_TYPES", "STRING"}, {"OGR_ODS_HEADERS", "DISABLE"},     {"OGR_ODS_FIELD_TYPES", "STRING"}};
    const char* const drivers[] = {"XLSX", "XLS", "ODS", nullptr};
    const auto open = [&] {
        return GdalDataset(GDALDataset::Open((*copy)->path().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr, nullptr));
    };
    GdalDataset dataset;
    {
        const GdalErrors firstErrors;
        dataset = open();
        if (dataset != nullptr && firstErrors.failed()) return unreadable(location.shownName, kind, firstErrors);
    }
    GdalErrors errors;
    if (dataset == nullptr && (kind != QLatin1String("xls") || (*copy)->mend())) dataset = open();
    if (dataset == nullptr) return unreadable(location.shownName, kind, errors);
    OGRLayer* layer = chooseSheet(*dataset, options.sheet);
    if (errors.failed()) return unreadable(location.shownName, kind, errors);  // else another sheet would stand in for a damaged one
    if (layer == nullptr) {
        if (!options.sheet.isEmpty()) {
            return Error{ErrorCode::NotFound,
                         QCoreApplication::translate("Import", "%1 has no sheet named \"%2\".").arg(location.shownName, options.sheet),
                         {}};
        }
        return Error{
            ErrorCode::InputRefused, QCoreApplication::translate("Import", "%1 has only empty sheets.").arg(location.shownName), {}};
    }
    info.entry = QString::fromUtf8(layer->GetName()).normalized(QString::NormalizationForm_C);
    info.encoding = QStringLiteral("UTF-8");
    info.encodingReason = QCoreApplication::translate("Import", "The format says how its text is stored.");
    return std::unique_ptr<RowSource>(std::make_unique<SheetRowSource>(std::move(*copy), std::move(dataset), layer, std::move(info)));
}

}  // namespace mudeung
