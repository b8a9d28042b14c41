// SPDX-License-Identifier: GPL-3.0-or-later
// Vector layers as rows: the first row holds the field names, each further row one feature with its geometry as WKB in the file's own CRS.
// Text of a Shapefile is taken raw and decoded here, strictly, because GDAL would replace what it cannot decode.
#include <QCoreApplication>
#include <QFileInfo>
#include <atomic>
#include <charconv>
#include <cmath>
#include <cpl_vsi.h>
#include <cstring>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include "core/base/format.h"
#include "core/import/format_readers.h"
#include "core/import/ogr_support.h"

namespace mudeung {

namespace {

using Opened = Result<std::unique_ptr<RowSource>>;

QString crsOf(const OGRSpatialReference* reference) {
    if (reference == nullptr) return {};
    const QString authority = QString::fromUtf8(reference->GetAuthorityName(nullptr));
    const QString code = QString::fromUtf8(reference->GetAuthorityCode(nullptr));
    if (code.compare(QLatin1String("CRS84"), Qt::CaseInsensitive) == 0) return QStringLiteral("EPSG:4326");
    if (authority == QLatin1String("EPSG") && !code.isEmpty()) return QStringLiteral("EPSG:") + code;
    int count = 0;
    int* confidence = nullptr;
    OGRSpatialReferenceH* matches = reference->FindMatches(nullptr, &count, &confidence);
    QString found;
    if (count > 0 && confidence[0] >= 90) {
        const auto* match = OGRSpatialReference::FromHandle(matches[0]);
        if (QLatin1String(match->GetAuthorityName(nullptr)) == QLatin1String("EPSG")) {
            found = QStringLiteral("EPSG:") + QString::fromUtf8(match->GetAuthorityCode(nullptr));
        }
    }
    OSRFreeSRSArray(matches);
    CPLFree(confidence);
    if (!found.isEmpty()) return found;
    char* wkt = nullptr;
    reference->exportToWkt(&wkt);
    const QString text = QString::fromUtf8(wkt);
    CPLFree(wkt);
    return text;
}

QString geometryName(OGRwkbGeometryType type) {
    switch (wkbFlatten(OGR_GT_GetLinear(type))) {
        case wkbPoint:
        case wkbMultiPoint:
            return QStringLiteral("point");
        case wkbLineString:
        case wkbMultiLineString:
            return QStringLiteral("line");
        case wkbPolygon:
        case wkbMultiPolygon:
            return QStringLiteral("polygon");
        default:
            return {};
    }
}

/// Whole numbers without ".0", others in the shortest form that reads back as the same number.
std::string numberText(double value) {
    char buffer[64];
    const bool whole = std::isfinite(value) && value == std::floor(value) && std::fabs(value) < 1e17;
    const auto end = whole ? std::to_chars(buffer, buffer + sizeof buffer, static_cast<long long>(value)).ptr
                           : std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return {buffer, end};
}

/// How the raw text of a Shapefile is decoded.
struct RawText {
    bool raw = false;
    Encoding encoding = Encoding::Utf8;
};

class OgrRowSource final : public RowSource {
public:
    OgrRowSource(std::unique_ptr<MemoryFile> memory, GdalDataset dataset, OGRLayer* layer, QString shownName, SourceInfo info, RawText text)
        : m_memory(std::move(memory)),
          m_dataset(std::move(dataset)),
          m_layer(layer),
          m_shownName(std::move(shownName)),
          m_info(std::move(info)),
          m_rawText(text) {
        m_count = static_cast<double>(m_layer->GetFeatureCount(0));
        m_layer->ResetReading();
    }
    const SourceInfo& info() const override { return m_info; }
    double fraction() const override { return m_count > 0 ? std::min(1.0, static_cast<double>(m_line) / m_count) : 0.0; }
    Result<bool> next(Row& row) override;

private:
    Status header();
    Status fill(OGRFeature& feature);
    Status setCell(size_t index, const char* raw, int width);
    Status fieldText(OGRFeature& feature, int field);
    void give(Row& row);

    std::unique_ptr<MemoryFile> m_memory;  ///< outlives the dataset that reads it
    GdalDataset m_dataset;
    OGRLayer* m_layer;
    QString m_shownName;
    SourceInfo m_info;
    RawText m_rawText;
    std::vector<std::string> m_cells;
    std::string m_wkb;
    double m_count = 0.0;
    qint64 m_line = -1;
    qint64 m_cut = 0;
};

Status OgrRowSource::setCell(size_t index, const char* raw, int width) {
    m_cells[index] = raw;
    std::string& cell = m_cells[index];
    std::string text;
    DecodeStep step = decodeText(m_rawText.encoding, cell.data(), cell.size(), true, text);
    // A value as long as its field may be cut in the middle of its last letter by the program that wrote it.
    if (step.fault && m_rawText.raw && width > 0 && static_cast<int>(cell.size()) == width && cell.size() - step.consumed < 4) {
        TextTally tally;
        if (!checkText(m_rawText.encoding, cell.data() + step.consumed, cell.size() - step.consumed, false, tally).fault) {
            step.fault = false;
            if (m_cut++ == 0)
                m_info.warnings << QCoreApplication::translate(
                                       "Import", "Some texts of %1 were cut in the middle of a letter by the width of their field.")
                                       .arg(m_shownName);
        }
    }
    if (step.fault) {
        return Error{
            ErrorCode::InputRefused,
            QCoreApplication::translate(
                "Import", "%1 cannot be decoded as %2: feature %3, field %4 holds the undecodable byte 0x%5. Choose another encoding.")
                .arg(m_shownName, encodingName(m_rawText.encoding), formatCount(std::max<qint64>(0, m_line)),
                     formatCount(static_cast<qint64>(index) + 1),
                     QString::number(static_cast<unsigned char>(cell[step.consumed]), 16).toUpper()),
            {}};
    }
    cell = std::move(text);
    return done();
}

Status OgrRowSource::header() {
    const OGRFeatureDefn* schema = m_layer->GetLayerDefn();
    m_cells.assign(static_cast<size_t>(schema->GetFieldCount()), {});
    m_wkb.clear();
    for (int i = 0; i < schema->GetFieldCount(); ++i) {
        if (auto status = setCell(static_cast<size_t>(i), schema->GetFieldDefn(i)->GetNameRef(), 10); !status) return status;
    }
    return done();
}

Status OgrRowSource::fieldText(OGRFeature& feature, int field) {
    std::string& cell = m_cells[static_cast<size_t>(field)];
    cell.clear();
    if (!feature.IsFieldSetAndNotNull(field)) return done();
    const OGRFieldDefn* definition = feature.GetFieldDefnRef(field);
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0.0F;
    char buffer[64];
    switch (definition->GetType()) {
        case OFTReal:
            cell = numberText(feature.GetFieldAsDouble(field));
            return done();
        case OFTDate:
        case OFTDateTime:
            feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
            if (definition->GetType() == OFTDate) {
                std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", year, month, day);
            } else {
                std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d %02d:%02d:%02d", year, month, day, hour, minute,
                              static_cast<int>(second));
            }
            cell = buffer;
            return done();
        case OFTString:
            return setCell(static_cast<size_t>(field), feature.GetFieldAsString(field), definition->GetWidth());
        default:
            cell = feature.GetFieldAsString(field);
            return done();
    }
}

Status OgrRowSource::fill(OGRFeature& feature) {
    for (int i = 0; i < feature.GetFieldCount(); ++i) {
        if (auto status = fieldText(feature, i); !status) return status;
    }
    m_wkb.clear();
    if (OGRGeometry* geometry = feature.GetGeometryRef(); geometry != nullptr && !geometry->IsEmpty()) {
        geometry->flattenTo2D();
        m_wkb.resize(geometry->WkbSize());
        geometry->exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(m_wkb.data()), wkbVariantIso);
    }
    return done();
}

void OgrRowSource::give(Row& row) {
    row.line = std::max<qint64>(0, m_line);
    row.damagedQuotes = false;
    row.cells.assign(m_cells.begin(), m_cells.end());
    row.wkb = m_wkb;
}

Result<bool> OgrRowSource::next(Row& row) {
    GdalErrors errors;
    if (m_line < 0) {
        if (auto status = header(); !status) return status.error();
        m_line = 0;
        give(row);
        return true;
    }
    const std::unique_ptr<OGRFeature> feature(m_layer->GetNextFeature());
    if (feature == nullptr) {
        if (!errors.failed()) return false;
        return Error{ErrorCode::InputRefused,
                     QCoreApplication::translate("Import", "%1 is damaged after feature %2. Download it again.")
                         .arg(m_shownName, formatCount(m_line)),
                     errors.text()};
    }
    ++m_line;
    if (auto status = fill(*feature); !status) return status.error();
    give(row);
    return true;
}

/// The announcement beside the .dbf: .cpg or GeoServer's .cst.
QString announcedEncoding(const QString& vsiPath) {
    const QString base = vsiPath.left(vsiPath.lastIndexOf(QLatin1Char('.')));
    for (const char* suffix : {".cpg", ".CPG", ".cst", ".CST"}) {
        VSILFILE* file = VSIFOpenL((base + QLatin1String(suffix)).toUtf8().constData(), "rb");
        if (file == nullptr) continue;
        char text[64] = {};
        VSIFReadL(text, 1, sizeof text - 1, file);
        VSIFCloseL(file);
        return QString::fromLatin1(text).trimmed();
    }
    return {};
}

/// UTF-8 when every text value is valid UTF-8 and not merely ASCII by chance, else CP949; the announcement is tried first.
bool allDecodable(OGRLayer& layer, Encoding encoding, bool headOnly) {
    layer.ResetReading();
    int seen = 0;
    while (const std::unique_ptr<OGRFeature> feature{layer.GetNextFeature()}) {
        for (int i = 0; i < feature->GetFieldCount(); ++i) {
            if (feature->GetFieldDefnRef(i)->GetType() != OFTString || !feature->IsFieldSetAndNotNull(i)) continue;
            const char* raw = feature->GetFieldAsString(i);
            const size_t size = std::strlen(raw);
            TextTally tally;
            const bool full = static_cast<int>(size) == feature->GetFieldDefnRef(i)->GetWidth();
            if (checkText(encoding, raw, size, !full, tally).fault) return false;
        }
        if (headOnly && ++seen >= 1000) break;
    }
    return true;
}

Result<RawText> shapeEncoding(OGRLayer& layer, const SourceLocation& location, const SourceOptions& options, SourceInfo& info) {
    const QString announced = announcedEncoding(location.vsiPath);
    const auto wanted = encodingFromName(options.encoding.isEmpty() ? announced : options.encoding);
    if (!options.encoding.isEmpty()) {
        if (!wanted)
            return Error{
                ErrorCode::Usage, QCoreApplication::translate("Import", "The encoding %1 is not known.").arg(options.encoding), {}};
        info.encodingReason = QCoreApplication::translate("Import", "The encoding was chosen by hand.");
        info.encoding = encodingName(*wanted);
        return RawText{true, *wanted};
    }
    Encoding chosen = Encoding::Cp949;
    if (wanted && allDecodable(layer, *wanted, options.headOnly)) {
        chosen = *wanted;
        info.encodingReason = QCoreApplication::translate("Import", "The file beside the table declares %1.").arg(announced);
    } else if (allDecodable(layer, Encoding::Utf8, options.headOnly)) {
        chosen = Encoding::Utf8;
        info.encodingReason = QCoreApplication::translate("Import", "All texts of the attribute table are valid UTF-8.");
    } else {
        info.encodingReason =
            QCoreApplication::translate("Import", "The attribute table is not UTF-8 and declares no other encoding: read as CP949.");
    }
    if (wanted && chosen != *wanted)
        info.warnings << QCoreApplication::translate("Import",
                                                     "The file beside the table declares %1, but the texts are not in that encoding.")
                             .arg(announced);
    info.encoding = encodingName(chosen);
    return RawText{true, chosen};
}

/// GeoJSON says nothing of its encoding, and GDAL takes what is not UTF-8 for Latin letters. So the text is checked first, and one in
/// another encoding is opened from a decoded copy.
Result<std::unique_ptr<MemoryFile>> decodedCopy(const SourceLocation& location, const SourceOptions& options, SourceInfo& info) {
    constexpr qint64 kLimit = qint64(1) << 30;
    static std::atomic<unsigned> counter{0};
    auto bytes = ByteSource::open(location.vsiPath, location.shownName);
    if (!bytes) return bytes.error();
    const auto decision = decideEncoding(**bytes, options.encoding);
    if (!decision) return decision.error();
    info.encoding = decision->name;
    info.encodingReason = decision->reason;
    if (decision->encoding == Encoding::Utf8) return std::unique_ptr<MemoryFile>();
    TextStream stream(std::move(*bytes), *decision);
    const auto text = readAllText(stream, kLimit);
    if (!text) return text.error();
    auto copy = std::make_unique<MemoryFile>(QStringLiteral("/vsimem/mudeung_layer_%1.geojson").arg(counter++).toUtf8());
    VSILFILE* file = VSIFOpenL(copy->path().constData(), "wb");
    const bool written = file != nullptr && VSIFWriteL(text->data(), 1, text->size(), file) == text->size();
    if (file != nullptr) VSIFCloseL(file);
    if (!written)
        return Error{
            ErrorCode::Io, QCoreApplication::translate("Import", "There is not enough memory to open %1.").arg(location.shownName), {}};
    return {std::move(copy)};
}

bool isJsonText(const QString& vsiPath) {
    VSILFILE* file = VSIFOpenL(vsiPath.toUtf8().constData(), "rb");
    if (file == nullptr) return false;
    char head[64] = {};
    VSIFReadL(head, 1, sizeof head, file);
    VSIFCloseL(file);
    for (const char c : head) {
        if (std::strchr("\xEF\xBB\xBF\xFE\xFF \t\r\n", c) == nullptr) return c == '{';
    }
    return false;
}

Error notOpened(const SourceLocation& location, const GdalErrors& errors) {
    return {ErrorCode::InputRefused,
            QCoreApplication::translate("Import",
                                        "%1 cannot be opened as a map layer: it is damaged or parts of it are missing. Download it again.")
                .arg(location.shownName),
            errors.text()};
}

OGRLayer* chooseLayer(GDALDataset& dataset, const QString& wanted) {
    if (!wanted.isEmpty()) return dataset.GetLayerByName(wanted.toUtf8().constData());
    for (int i = 0; i < dataset.GetLayerCount(); ++i) {
        OGRLayer* layer = dataset.GetLayer(i);
        if (layer->GetFeatureCount() > 0) return layer;
    }
    return dataset.GetLayerCount() > 0 ? dataset.GetLayer(0) : nullptr;
}

}  // namespace

Opened openVector(const SourceLocation& location, const SourceOptions& options, SourceInfo info) {
    GdalErrors errors;
    const bool shape = location.vsiPath.endsWith(QLatin1String(".shp"), Qt::CaseInsensitive);
    const GdalOption noRecoding("SHAPE_ENCODING", shape ? "" : nullptr);
    // Restoring writes beside the file: impossible inside an archive, where GDAL would then open nothing at all.
    const QString base = location.vsiPath.left(location.vsiPath.lastIndexOf(QLatin1Char('.')));
    const bool noIndex = shape && !location.vsiPath.startsWith(QLatin1String("/vsi")) && !QFileInfo::exists(base + QLatin1String(".shx")) &&
                         !QFileInfo::exists(base + QLatin1String(".SHX"));
    const GdalOption restoreIndex("SHAPE_RESTORE_SHX", noIndex ? "YES" : nullptr);
    std::unique_ptr<MemoryFile> memory;
    if (isJsonText(location.vsiPath)) {
        auto copy = decodedCopy(location, options, info);
        if (!copy) return copy.error();
        memory = std::move(*copy);
    }
    const QByteArray path = memory != nullptr ? memory->path() : location.vsiPath.toUtf8();
    const char* const shapeOptions[] = {"ENCODING=", nullptr};
    GdalDataset dataset(
        GDALDataset::Open(path.constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, shape ? shapeOptions : nullptr, nullptr));
    if (dataset == nullptr) return notOpened(location, errors);
    OGRLayer* layer = chooseLayer(*dataset, options.sheet);
    if (layer == nullptr && options.sheet.isEmpty()) return notOpened(location, errors);
    if (layer == nullptr) {
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Import", "%1 has no layer named \"%2\".").arg(location.shownName, options.sheet),
                     errors.text()};
    }
    info.crs = crsOf(layer->GetSpatialRef());
    info.geometryType = geometryName(layer->GetGeomType());
    if (info.geometryType.isEmpty() && layer->GetGeomType() != wkbNone) {
        layer->ResetReading();
        const std::unique_ptr<OGRFeature> first(layer->GetNextFeature());
        if (first != nullptr && first->GetGeometryRef() != nullptr)
            info.geometryType = geometryName(first->GetGeometryRef()->getGeometryType());
    }
    if (info.entry.isEmpty() && !shape) info.entry = QString::fromUtf8(layer->GetName()).normalized(QString::NormalizationForm_C);
    RawText text;
    if (shape) {
        const auto decided = shapeEncoding(*layer, location, options, info);
        if (!decided) return decided.error();
        text = *decided;
    } else if (info.encoding.isEmpty()) {
        info.encoding = QStringLiteral("UTF-8");
        info.encodingReason = QCoreApplication::translate("Import", "The format is always UTF-8.");
    }
    return std::unique_ptr<RowSource>(
        std::make_unique<OgrRowSource>(std::move(memory), std::move(dataset), layer, location.shownName, std::move(info), text));
}

}  // namespace mudeung
