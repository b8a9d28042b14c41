// SPDX-License-Identifier: GPL-3.0-or-later
// Writes layer, style and metadata through GDAL's GPKG driver.
#include "core/export/gpkg_file.h"

#include <QCoreApplication>
#include <QFile>
#include <cmath>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include "core/cube/area_shapes.h"
#include "core/export/answer_columns.h"
#include "core/export/gdal_scope.h"
#include "core/export/gpkg_style.h"
#include "core/export/out_file.h"
#include "core/export/qgis_style.h"
#include "core/model/names.h"
#include "core/receipt/carrier.h"

namespace mudeung {

namespace {

QString layerName(const Table& table) {
    QString name;
    for (const QChar c : table.dataset.id) name += c.isLetterOrNumber() ? c : QLatin1Char('_');
    return name + (table.by == Breakdown::Dong ? QStringLiteral("_dong") : QStringLiteral("_place"));
}

void setText(OGRFeature& feature, const char* field, const QString& text) {
    feature.SetField(field, text.toUtf8().constData());
}

void setNumber(OGRFeature& feature, const char* field, double value) {
    if (!std::isnan(value)) feature.SetField(field, value);
}

class GpkgWriter {
public:
    GpkgWriter(const Workspace& workspace, const Table& table, const Receipt& receipt)
        : m_workspace(workspace), m_table(table), m_receipt(receipt), m_standing(standings(table)) {}

    /// False when GDAL refused something; its message is GDAL's last error.
    Result<bool> write(const QString& path, Progress& progress) {
        const auto shapes = areaShapes(m_workspace, m_table);
        if (!shapes) return shapes.error();
        m_shapes = *shapes;
        m_areas = !m_shapes.isEmpty();
        // Areas hide how many live there: a quantity is shown per km² unless it is an intensity already.
        m_perArea = m_areas && (m_table.measure.aggregation == Aggregation::Sum || m_table.measure.extensive);
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
        if (!driver) return false;
        const std::unique_ptr<GDALDataset, CloseDataset> file(driver->Create(path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
        if (!file || !addLayer(*file, progress)) return false;
        if (progress.isCancelled())
            return Error{ErrorCode::Cancelled, QCoreApplication::translate("Export", "The export was cancelled; nothing was written."), {}};
        if (!addGpkgStyle(*file, {layerName(m_table), valueHead(m_table), m_receipt.sentence, style()})) return false;
        if (file->SetMetadataItem(kGpkgReceiptKey, receiptText(m_receipt).constData()) != CE_None) return false;
        if (file->SetMetadataItem("DESCRIPTION", m_receipt.sentence.toUtf8().constData()) != CE_None) return false;
        return file->FlushCache(false), CPLGetLastErrorType() < CE_Failure;
    }

private:
    bool addLayer(GDALDataset& file, Progress& progress) {
        OGRSpatialReference degrees;
        degrees.SetFromUserInput("EPSG:4326");
        degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        CPLStringList options;
        options.SetNameValue("GEOMETRY_NAME", kGeometryColumn);
        options.SetNameValue("IDENTIFIER", datasetTitle(m_table.dataset).toUtf8().constData());
        options.SetNameValue("DESCRIPTION", m_receipt.sentence.toUtf8().constData());
        OGRLayer* layer =
            file.CreateLayer(layerName(m_table).toUtf8().constData(), &degrees, m_areas ? wkbMultiPolygon : wkbPoint, options.List());
        if (!layer || !addFields(*layer) || layer->StartTransaction() != OGRERR_NONE) return false;
        const int count = static_cast<int>(m_table.rows.size());
        for (int i = 0; i < count && !progress.isCancelled(); ++i) {
            if (!addRow(*layer, i)) return false;
            progress.set(static_cast<double>(i + 1) / count);
        }
        return layer->CommitTransaction() == OGRERR_NONE;
    }

    bool addFields(OGRLayer& layer) {
        std::vector<std::pair<const char*, OGRFieldType>> fields{
            {"code", OFTString}, {"name", OFTString}, {"value", OFTReal}, {"rank", OFTInteger}, {"share", OFTReal}};
        if (m_perArea) fields.push_back({"value_per_km2", OFTReal});
        fields.push_back({"sum", OFTInteger64});
        fields.push_back({"observed", OFTInteger64});
        for (const auto& [name, type] : fields) {
            OGRFieldDefn field(name, type);
            if (layer.CreateField(&field) != OGRERR_NONE) return false;
        }
        return true;
    }

    bool addRow(OGRLayer& layer, int i) {
        const TableRow& row = m_table.rows[i];
        const RowStanding& own = m_standing[static_cast<std::size_t>(i)];
        const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
        setText(*feature, "code", row.key);
        setText(*feature, "name", row.label);
        setNumber(*feature, "value", row.value);
        if (own.rank > 0) feature->SetField("rank", own.rank);
        setNumber(*feature, "share", own.share);
        feature->SetField("sum", static_cast<GIntBig>(row.sum));
        feature->SetField("observed", static_cast<GIntBig>(row.observed));
        double styled = row.value;
        if (m_areas) {
            const OgrGeometryPtr shape = m_shapes.value(row.key);
            if (shape) feature->SetGeometry(shape.get());
            if (m_perArea) {
                const double area = shape ? squareKilometres(*shape) : std::nan("");
                styled = area > 0.0 ? row.value / area : std::nan("");
                setNumber(*feature, "value_per_km2", styled);
            }
        } else if (!std::isnan(row.lon) && !std::isnan(row.lat)) {
            const OGRPoint point(row.lon, row.lat);
            feature->SetGeometry(&point);
        }
        m_styled.push_back(styled);
        return layer.CreateFeature(feature.get()) == OGRERR_NONE;
    }

    QString style() const {
        QgisStyle style;
        style.field = m_perArea ? QStringLiteral("value_per_km2") : QStringLiteral("value");
        style.areas = m_areas;
        style.values = m_styled;
        style.decimals = m_table.measure.decimals;
        style.names = {{"code", keyHead(m_table.by)},
                       {"name", labelHead(m_table.by)},
                       {"value", valueHead(m_table)},
                       {"rank", QCoreApplication::translate("Export", "Rank")},
                       {"share", QCoreApplication::translate("Export", "Share")}};
        if (m_perArea)
            style.names.push_back({"value_per_km2", QCoreApplication::translate("Export", "%1 per km²").arg(valueHead(m_table))});
        style.names.push_back({"sum", QCoreApplication::translate("Export", "Sum as stored")});
        style.names.push_back({"observed", QCoreApplication::translate("Export", "Observed cells")});
        return qgisStyleQml(style);
    }

    const Workspace& m_workspace;
    const Table& m_table;
    const Receipt& m_receipt;
    std::vector<RowStanding> m_standing;
    std::vector<double> m_styled;  ///< what the style classifies, per row
    QHash<QString, OgrGeometryPtr> m_shapes;
    bool m_areas = false;
    bool m_perArea = false;
};

}  // namespace

Status writeGpkg(const QString& path, const Workspace& workspace, const Table& shown, const Receipt& receipt, Progress& progress) {
    if (!rowsAreOnMap(shown.by))
        return Error{ErrorCode::Usage,
                     QCoreApplication::translate("Export",
                                                 "A GeoPackage holds places or dongs; an answer by “%1” has neither. "
                                                 "Ask by place or dong, or write .xlsx or .csv.")
                         .arg(breakdownId(shown.by)),
                     {}};
    const QuietErrors quiet;
    GDALAllRegister();
    CPLErrorReset();
    PendingFile file(path);
    if (file.path().isEmpty()) return cannotWriteFile(path, {});
    QFile::remove(file.path());  // the driver wants to make the file itself
    const auto written = GpkgWriter(workspace, shown, receipt).write(file.path(), progress);
    if (!written) return written.error();
    if (!*written) return cannotWriteFile(path, QString::fromUtf8(CPLGetLastErrorMsg()));
    return file.putInPlace();
}

}  // namespace mudeung
