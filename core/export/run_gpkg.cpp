// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the layer and its look through GDAL's GPKG driver.
#include "core/export/run_gpkg.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <algorithm>
#include <cmath>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include "core/cube/area_shapes.h"
#include "core/export/gdal_scope.h"
#include "core/export/gpkg_style.h"
#include "core/export/out_file.h"
#include "core/export/qgis_style.h"
#include "core/receipt/carrier.h"

namespace mudeung {

namespace {

/// Areas of the rows: shapes of the table itself, else of the workspace's boundaries; empty when rows are points.
Result<QHash<QString, OgrGeometryPtr>> shapesOf(const Workspace& workspace, const Run& run, const ResultTable& table) {
    QHash<QString, OgrGeometryPtr> shapes;
    for (int i = 0; i < table.shapes.size(); ++i) {
        OGRGeometry* parsed = nullptr;
        const QByteArray& wkb = table.shapes[i];
        if (OGRGeometryFactory::createFromWkb(wkb.constData(), nullptr, &parsed, static_cast<size_t>(wkb.size())) == OGRERR_NONE)
            shapes.insert(table.keys[i], OgrGeometryPtr(OGRGeometryFactory::forceToMultiPolygon(parsed)));
    }
    if (!shapes.isEmpty() || (table.rows != RowKind::Dong && table.rows != RowKind::Place)) return shapes;
    Table answer;
    answer.by = table.rows == RowKind::Dong ? Breakdown::Dong : Breakdown::Place;
    answer.dataset = run.subject.dataset;
    for (const QString& key : table.keys) {
        TableRow row;
        row.key = key;
        answer.rows.append(row);
    }
    return areaShapes(workspace, answer);
}

QString categoryName(const TableView& view, const QString& id) {
    for (const CategoryHead& c : view.categories) {
        if (c.id == id) return c.name;
    }
    return id;
}

/// As the program's own map has it: the mapped column in classes or categories. Empty when the table is not one for a map.
QString styleOf(const ResultTable& table, const TableView& view, bool areas) {
    const ResultColumn* mapped = view.picture == MapPicture::None ? nullptr : table.column(view.mapColumn);
    if (!mapped) return {};
    QgisStyle style;
    style.field = mapped->id;
    style.areas = areas;
    style.coloredCircles = true;
    style.decimals = mapped->decimals;
    style.percent = mapped->kind == ColumnKind::Share;
    style.picture = mapped->isText()                        ? QgisPicture::Categories
                    : view.picture == MapPicture::Diverging ? QgisPicture::Changes
                                                            : QgisPicture::Amounts;
    for (const double v : mapped->numbers) style.values.push_back(std::isfinite(v) ? v : std::nan(""));
    for (const CategoryHead& c : view.categories) {
        // A table may have several columns of categories: a long legend has those of this one.
        if (mapped->texts.contains(c.id) || view.categories.size() <= 8)
            style.categories.push_back({c.id, c.name, categoryRgb(c.tone, c.hue, false), c.isQuiet()});
    }
    style.names = {{QStringLiteral("code"), QCoreApplication::translate("Export", "Code")},
                   {QStringLiteral("name"), QCoreApplication::translate("Export", "Name")}};
    for (int c = 0; c < std::min(view.heads.size(), table.columns.size()); ++c) {
        const bool category = table.columns[c].kind == ColumnKind::Category;
        const ColumnHead& head = view.heads[c];
        const QString name = head.unit.isEmpty() || table.columns[c].kind == ColumnKind::Share
                                 ? head.name
                                 : QStringLiteral("%1 (%2)").arg(head.name, head.unit);
        style.names.push_back({category ? table.columns[c].id + QStringLiteral("_name") : table.columns[c].id, name});
    }
    return qgisStyleQml(style);
}

class Layer {
public:
    Layer(const ResultTable& table, const TableView& view, const QHash<QString, OgrGeometryPtr>& shapes)
        : m_table(table), m_view(view), m_shapes(shapes) {}

    bool write(GDALDataset& file, const QString& name, const QString& title, const QString& sentence, Progress& progress) {
        OGRSpatialReference degrees;
        degrees.SetFromUserInput("EPSG:4326");
        degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        CPLStringList options;
        options.SetNameValue("GEOMETRY_NAME", kGeometryColumn);
        options.SetNameValue("IDENTIFIER", title.toUtf8().constData());
        options.SetNameValue("DESCRIPTION", sentence.toUtf8().constData());
        OGRLayer* layer =
            file.CreateLayer(name.toUtf8().constData(), &degrees, m_shapes.isEmpty() ? wkbPoint : wkbMultiPolygon, options.List());
        if (!layer || !addFields(*layer) || layer->StartTransaction() != OGRERR_NONE) return false;
        for (int i = 0; i < m_table.keys.size() && !progress.isCancelled(); ++i) {
            if (!addRow(*layer, i)) return false;
        }
        return layer->CommitTransaction() == OGRERR_NONE;
    }

private:
    static bool addField(OGRLayer& layer, const QString& name, OGRFieldType type) {
        OGRFieldDefn field(name.toUtf8().constData(), type);
        return layer.CreateField(&field) == OGRERR_NONE;
    }
    bool addFields(OGRLayer& layer) const {
        if (!addField(layer, QStringLiteral("code"), OFTString) || !addField(layer, QStringLiteral("name"), OFTString)) return false;
        for (const ResultColumn& c : m_table.columns) {
            if (!addField(layer, c.id, c.isText() ? OFTString : OFTReal)) return false;
            if (c.kind == ColumnKind::Category && !addField(layer, c.id + QStringLiteral("_name"), OFTString)) return false;
        }
        return true;
    }
    bool addRow(OGRLayer& layer, int i) const {
        const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
        int field = 0;
        const auto text = [&](const QString& value) { feature->SetField(field++, value.toUtf8().constData()); };
        text(m_table.keys[i]);
        text(m_table.labels[i]);
        for (const ResultColumn& c : m_table.columns) {
            if (c.isText()) {
                text(c.texts[i]);
                if (c.kind == ColumnKind::Category) text(categoryName(m_view, c.texts[i]));
            } else {
                if (std::isfinite(c.numbers[i])) feature->SetField(field, c.numbers[i]);
                ++field;
            }
        }
        if (!m_shapes.isEmpty()) {
            if (const OgrGeometryPtr shape = m_shapes.value(m_table.keys[i])) feature->SetGeometry(shape.get());
        } else if (!m_table.lon.isEmpty() && std::isfinite(m_table.lon[i]) && std::isfinite(m_table.lat[i])) {
            const OGRPoint point(m_table.lon[i], m_table.lat[i]);
            feature->SetGeometry(&point);
        }
        return layer.CreateFeature(feature.get()) == OGRERR_NONE;
    }

    const ResultTable& m_table;
    const TableView& m_view;
    const QHash<QString, OgrGeometryPtr>& m_shapes;
};

}  // namespace

Status writeRunGpkg(const QString& path, const Workspace& workspace, const Run& run, const AnalysisView& view, const Receipt& receipt,
                    Progress& progress) {
    const ResultTable* table = run.data.tables.isEmpty() ? nullptr : &run.data.tables.first();
    if (!table || table->rows == RowKind::Date || table->rows == RowKind::Other)
        return Error{ErrorCode::Usage,
                     QCoreApplication::translate("Export",
                                                 "A GeoPackage holds places, dongs or cells; this result has none of them. "
                                                 "Write .xlsx or .csv."),
                     {}};
    const auto shapes = shapesOf(workspace, run, *table);
    if (!shapes) return shapes.error();
    const QuietErrors quiet;
    GDALAllRegister();
    CPLErrorReset();
    PendingFile file(path);
    if (file.path().isEmpty()) return cannotWriteFile(path, {});
    QFile::remove(file.path());  // the driver wants to make the file itself
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    std::unique_ptr<GDALDataset, CloseDataset> dataset(
        driver ? driver->Create(file.path().toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr) : nullptr);
    bool written =
        dataset && Layer(*table, view.tables.value(0), *shapes).write(*dataset, run.analysis, view.title, receipt.sentence, progress);
    if (progress.isCancelled())
        return Error{ErrorCode::Cancelled, QCoreApplication::translate("Export", "The export was cancelled; nothing was written."), {}};
    const QString style = styleOf(*table, view.tables.value(0), !shapes->isEmpty());
    const QString styleName = view.tables.value(0).title.isEmpty() ? view.title : view.tables.value(0).title;
    if (!style.isEmpty()) written = written && addGpkgStyle(*dataset, {run.analysis, styleName, receipt.sentence, style});
    written = written && dataset->SetMetadataItem(kGpkgReceiptKey, receiptText(receipt).constData()) == CE_None;
    written = written && dataset->SetMetadataItem("DESCRIPTION", view.notes.join(QLatin1Char(' ')).toUtf8().constData()) == CE_None;
    if (dataset) dataset->FlushCache(false);
    dataset.reset();
    if (!written || CPLGetLastErrorType() >= CE_Failure) return cannotWriteFile(path, QString::fromUtf8(CPLGetLastErrorMsg()));
    return file.putInPlace();
}

}  // namespace mudeung
