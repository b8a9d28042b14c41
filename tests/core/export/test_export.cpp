// SPDX-License-Identifier: GPL-3.0-or-later
// Answers as files, opened again with GDAL and as bytes: numbers, Hangul, no formulas, geometry, style, receipt; and what cannot be
// written.
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <gdal_priv.h>
#include <memory>
#include <ogrsf_frmts.h>
#include <random>

#include "core/cube/area_shapes.h"
#include "core/cube/query_engine.h"
#include "core/export/read_receipt.h"
#include "core/export/shown_numbers.h"
#include "core/export/table_file.h"
#include "core/export/xlsx_file.h"
#include "core/receipt/carrier.h"
#include "tests/ui/map/made_city.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {

struct CloseDataset {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using DatasetPtr = std::unique_ptr<GDALDataset, CloseDataset>;

DatasetPtr openVector(const QString& path) {
    return DatasetPtr(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray insideZip(const QString& path, const char* member) {
    const QByteArray name = "/vsizip/{" + path.toUtf8() + "}/" + member;
    VSILFILE* file = VSIFOpenL(name.constData(), "rb");
    if (!file) return {};
    QByteArray bytes(1 << 22, '\0');
    bytes.truncate(static_cast<int>(VSIFReadL(bytes.data(), 1, static_cast<size_t>(bytes.size()), file)));
    VSIFCloseL(file);
    return bytes;
}

QString said(const Status& status) {
    return status ? QString() : status.error().message;
}

}  // namespace

class TestExport : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::shared_ptr<Workspace> m_city;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    TablePtr answer(const QString& dataset, Breakdown by) const {
        Query query;
        query.dataset = dataset;
        const auto table = QueryEngine(m_city).run(query, by);
        if (!table) qFatal("%s", qPrintable(table.error().message));
        return *table;
    }
    int filesInFolder() const { return int(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size()); }

private slots:
    void initTestCase() {
        GDALAllRegister();
        m_city = emptyWorkspace(path(QStringLiteral("city.mudeung")));
        writeStops(*m_city, QStringLiteral("stops"));
        writeDongs(*m_city);
        writeDistrictNumbers(*m_city, QStringLiteral("districts"));
        // Names as somebody may have written them into a published file, and a place nobody knows where it is.
        writeMade(*m_city, madeDataset(QStringLiteral("tricky"), QStringLiteral("facility")),
                  {{QStringLiteral("f1"), QStringLiteral("=HYPERLINK(\"http://a\",\"경로당\")"), 126.87, 35.14},
                   {QStringLiteral("f2"), QString::fromUtf8("쉼표, \"따옴표\" & <꺾쇠>"), 126.88, 35.15},
                   {QStringLiteral("f3"), QStringLiteral("+82-62"), kNoCoordinate, kNoCoordinate}},
                  {10, 20, 30}, {1, 2, 3});
    }

    void everyFormatCarriesItsReceipt_data() {
        QTest::addColumn<QString>("carrier");
        for (const char* suffix : {"xlsx", "gpkg", "json"}) QTest::newRow(suffix) << QString::fromLatin1(suffix);
        QTest::newRow("csv") << QString::fromUtf8("답.csv.receipt.json");
    }
    void everyFormatCarriesItsReceipt() {
        QFETCH(QString, carrier);
        const QString file = path(QString::fromUtf8("답.") + QLatin1String(QTest::currentDataTag()));
        const TablePtr table = answer(QStringLiteral("stops"), Breakdown::Place);
        const Status written = writeTableFile(*m_city, *table, file);
        QVERIFY2(written.ok(), qPrintable(said(written)));
        const auto found = readReceipt(file);
        QVERIFY2(found.ok(), found ? "" : qPrintable(found.error().message));
        Receipt expected = makeReceipt(*m_city, *table, ReceiptOf::Table).value();
        expected.shown = shownDigest(numbersOf(*table));
        QCOMPARE(receiptJson(found->receipt), receiptJson(expected));
        QCOMPARE(found->receipt.shown, expected.shown);
        QCOMPARE(found->carrier, carrier);
        QVERIFY(!found->fileChanged);
        // Writing over an old file leaves one whole file and nothing beside it.
        const int files = filesInFolder();
        QVERIFY(writeTableFile(*m_city, *table, file).ok());
        QCOMPARE(filesInFolder(), files);
    }

    void workbookHoldsNumbersAndNoFormula() {
        const QString file = path(QStringLiteral("tricky.xlsx"));
        const Status written = writeTableFile(*m_city, *answer(QStringLiteral("tricky"), Breakdown::Place), file);
        QVERIFY2(written.ok(), qPrintable(said(written)));
        const QByteArray sheet = insideZip(file, "xl/worksheets/sheet1.xml");
        QVERIFY(sheet.contains("<v>11</v>") && sheet.contains("<v>33</v>"));
        QVERIFY2(!sheet.contains("<f>") && !sheet.contains("<f "), "a formula was written");
        QVERIFY(sheet.contains("ySplit=\"1\"") && sheet.contains("state=\"frozen\""));
        CPLSetConfigOption("OGR_XLSX_HEADERS", "FORCE");
        const DatasetPtr book = openVector(file);
        QVERIFY(book != nullptr);
        OGRLayer* layer = book->GetLayer(0);
        QCOMPARE(int(layer->GetFeatureCount()), 3);
        OGRFeatureDefn* columns = layer->GetLayerDefn();
        QCOMPARE(QString::fromUtf8(columns->GetFieldDefn(2)->GetNameRef()), QStringLiteral("Boardings (trips)"));
        QVERIFY(columns->GetFieldDefn(2)->GetType() == OFTInteger || columns->GetFieldDefn(2)->GetType() == OFTReal);
        QCOMPARE(columns->GetFieldDefn(0)->GetType(), OFTString);
        QStringList names;
        double sum = 0.0;
        for (const auto& feature : *layer) {
            names << QString::fromUtf8(feature->GetFieldAsString(1));
            sum += feature->GetFieldAsDouble(2);
        }
        QCOMPARE(sum, 66.0);
        QCOMPARE(names[0], QString::fromUtf8("'=HYPERLINK(\"http://a\",\"경로당\")"));
        QCOMPARE(names[1], QString::fromUtf8("쉼표, \"따옴표\" & <꺾쇠>"));
        QCOMPARE(names[2], QStringLiteral("'+82-62"));
        QCOMPARE(QString::fromUtf8(book->GetLayer(1)->GetName()), QStringLiteral("receipt"));
        QVERIFY(insideZip(file, "docProps/custom.xml").contains("mudeung-recipe"));
    }

    // A cell holds 32,767 characters; an area drawn by hand can have more.
    void longReceiptInCells() {
        QByteArray text = "{\"mudeungReceipt\":1,\"x\":\"";
        for (int i = 0; i < 40000; ++i) text += i % 7 == 0 ? "광" : i % 7 == 3 ? "\xF0\x9F\x9A\x8C" : "a";
        text += "\"}";
        QStringList cells = receiptCells(text);
        QVERIFY(cells.size() > 1);
        for (const QString& cell : cells) QVERIFY(cell.size() <= 32767);
        std::reverse(cells.begin(), cells.end());
        QCOMPARE(receiptFromCells(QStringList{QStringLiteral("other")} + cells), text);
        cells.removeFirst();
        QVERIFY(receiptFromCells(cells).isEmpty());
    }

    void csvThatWasChangedIsNoticed() {
        const QString file = path(QStringLiteral("changed.csv"));
        QVERIFY(writeTableFile(*m_city, *answer(QStringLiteral("stops"), Breakdown::Group), file).ok());
        QVERIFY(contentOf(file).startsWith("\xEF\xBB\xBFkey,label,value\r\nadult,Adult,66000\r\n"));
        QFile edited(file);
        QVERIFY(edited.open(QIODevice::Append) && edited.write("senior,Senior,1\r\n") > 0);
        edited.close();
        const auto found = readReceipt(file);
        QVERIFY(found.ok() && found->fileChanged);
    }

    // Somebody makes a number prettier: the file says so. A sorted sheet is the same table.
    void editedNumbersAreNoticed() {
        const TablePtr table = answer(QStringLiteral("tricky"), Breakdown::Place);
        const QString json = path(QStringLiteral("edited.json"));
        QVERIFY(writeTableFile(*m_city, *table, json).ok());
        QVERIFY(!readReceipt(json)->fileChanged);
        QByteArray text = contentOf(json);
        QVERIFY(text.contains("\"value\": 22"));
        QFile file(json);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.replace("\"value\": 22", "\"value\": 29"));
        file.close();
        QVERIFY(readReceipt(json)->fileChanged);

        const QString gpkg = path(QStringLiteral("edited.gpkg"));
        QVERIFY(writeTableFile(*m_city, *table, gpkg).ok());
        QVERIFY(!readReceipt(gpkg)->fileChanged);
        {
            const DatasetPtr opened(GDALDataset::Open(gpkg.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
            OGRLayer* layer = opened->GetLayer(0);
            const OGRFeatureUniquePtr row(layer->GetFeature(1));
            row->SetField("value", 12.0);
            QCOMPARE(layer->SetFeature(row.get()), OGRERR_NONE);
        }
        QVERIFY(readReceipt(gpkg)->fileChanged);

        Table sorted = *table;
        std::reverse(sorted.rows.begin(), sorted.rows.end());
        QCOMPARE(shownDigest(numbersOf(sorted)), shownDigest(numbersOf(*table)));
        const QString sheet = path(QStringLiteral("edited.xlsx"));
        Receipt receipt = makeReceipt(*m_city, *table, ReceiptOf::Table).value();
        receipt.shown = shownDigest(numbersOf(*table));
        QVERIFY(writeXlsx(sheet, sorted, receipt).ok());
        QVERIFY(!readReceipt(sheet)->fileChanged);
        sorted.rows[1].value += 1.0;
        QVERIFY(writeXlsx(sheet, sorted, receipt).ok());
        QVERIFY(readReceipt(sheet)->fileChanged);
    }

    // Means have as many digits as a double holds; no format may lose one that the digest counts.
    void longFractionsStayTheSame() {
        Table table = *answer(QStringLiteral("tricky"), Breakdown::Place);
        table.measure.aggregation = Aggregation::Mean;
        std::mt19937_64 random(3);
        table.rows.clear();
        for (int i = 0; i < 4000; ++i) {
            TableRow row;
            row.key = QString::number(i);
            row.value = i == 7 ? std::nan("") : std::ldexp(static_cast<double>(random() >> 11), static_cast<int>(random() % 40) - 60);
            table.rows.append(row);
        }
        for (const char* suffix : {"json", "gpkg", "xlsx"}) {
            const QString file = path(QStringLiteral("fractions.%1").arg(QLatin1String(suffix)));
            QVERIFY(writeTableFile(*m_city, table, file).ok());
            QVERIFY2(!readReceipt(file)->fileChanged, suffix);
        }
    }

    // As Excel writes it again: runs of text, readings, text in the cell, a formula's value, cells without anything.
    void workbookSavedByAnotherProgram() {
        const QByteArray strings =
            "<sst><si><t>Place code</t></si><si><r><t>f</t></r><r><rPr/><t>1</t></r><rPh><t>ruby</t></rPh></si></sst>";
        const QByteArray sheet =
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\"><v>5</v></c></row>"
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\"/><c r=\"C2\"><f>5+6</f><v>11</v></c></row>"
            "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>f2</t></is></c><c r=\"C4\"/></row></sheetData></worksheet>";
        const QString file = path(QStringLiteral("resaved.xlsx"));
        const QByteArray zip = "/vsizip/" + file.toUtf8();
        VSILFILE* whole = VSIFOpenL(zip.constData(), "wb");
        QVERIFY(whole != nullptr);
        for (const auto& [name, text] : {std::pair{"/xl/sharedStrings.xml", strings}, {"/xl/worksheets/sheet1.xml", sheet}}) {
            VSILFILE* member = VSIFOpenL((zip + name).constData(), "wb");
            QVERIFY(member != nullptr);
            QCOMPARE(int(VSIFWriteL(text.constData(), 1, static_cast<size_t>(text.size()), member)), int(text.size()));
            VSIFCloseL(member);
        }
        VSIFCloseL(whole);
        const auto numbers = numbersInWorkbook(file);
        QVERIFY(numbers.has_value());
        QCOMPARE(int(numbers->size()), 2);
        QCOMPARE((*numbers)[0].first, QStringLiteral("f1"));
        QCOMPARE((*numbers)[0].second, 11.0);
        QCOMPARE((*numbers)[1].first, QStringLiteral("f2"));
        QVERIFY(std::isnan((*numbers)[1].second));
    }

    void pointsOfAGeoPackage() {
        const QString file = path(QStringLiteral("tricky.gpkg"));
        const Status written = writeTableFile(*m_city, *answer(QStringLiteral("tricky"), Breakdown::Place), file);
        QVERIFY2(written.ok(), qPrintable(said(written)));
        const DatasetPtr opened = openVector(file);
        QVERIFY(opened != nullptr);
        OGRLayer* layer = opened->GetLayerByName("tricky_place");
        QVERIFY(layer != nullptr);
        QCOMPARE(int(layer->GetFeatureCount()), 3);
        QCOMPARE(wkbFlatten(layer->GetGeomType()), wkbPoint);
        QCOMPARE(QString::fromLatin1(layer->GetSpatialRef()->GetAuthorityCode(nullptr)), QStringLiteral("4326"));
        int located = 0;
        double sum = 0.0, share = 0.0;
        for (const auto& feature : *layer) {
            if (const OGRGeometry* geometry = feature->GetGeometryRef()) {
                ++located;
                QVERIFY(std::abs(geometry->toPoint()->getX() - 126.875) < 0.01 && std::abs(geometry->toPoint()->getY() - 35.145) < 0.01);
            }
            sum += feature->GetFieldAsDouble("value");
            share += feature->GetFieldAsDouble("share");
        }
        QCOMPARE(located, 2);
        QCOMPARE(sum, 66.0);
        QVERIFY(std::abs(share - 1.0) < 1e-12);
        OGRLayer* styles = opened->GetLayerByName("layer_styles");
        QVERIFY(styles && styles->GetFeatureCount() == 1);
        const OGRFeatureUniquePtr style(styles->GetNextFeature());
        QCOMPARE(QByteArray(style->GetFieldAsString("f_table_name")), QByteArray("tricky_place"));
        QVERIFY(QByteArray(style->GetFieldAsString("styleQML")).contains("graduatedSymbol"));
    }

    void dongsOfAGeoPackage() {
        const QString file = path(QStringLiteral("dongs.gpkg"));
        const TablePtr table = answer(QStringLiteral("stops"), Breakdown::Dong);
        QVERIFY(writeTableFile(*m_city, *table, file).ok());
        const DatasetPtr opened = openVector(file);
        OGRLayer* layer = opened ? opened->GetLayerByName("stops_dong") : nullptr;
        QVERIFY(layer != nullptr);
        QCOMPARE(int(layer->GetFeatureCount()), int(table->rows.size()));
        QCOMPARE(wkbFlatten(layer->GetGeomType()), wkbMultiPolygon);
        double sum = 0.0;
        for (const auto& feature : *layer) {
            sum += feature->GetFieldAsDouble("value");
            if (!feature->GetGeometryRef()) continue;
            // A square of 0.04° at 35.1° north is 4.44 km high and 3.64 km wide.
            const double perArea = feature->GetFieldAsDouble("value_per_km2");
            QVERIFY(std::abs(perArea - feature->GetFieldAsDouble("value") / 16.17) <= perArea * 0.01);
        }
        QCOMPARE(sum, table->total);
    }

    // Districts have no layer of their own here: each is the union of its dongs.
    void districtsFromTheirDongs() {
        const TablePtr table = answer(QStringLiteral("districts"), Breakdown::Place);
        const auto shapes = areaShapes(*m_city, *table);
        QVERIFY(shapes.ok());
        QVERIFY(shapes->value(QStringLiteral("29110")) && shapes->value(QStringLiteral("29140")));
        const double four = squareKilometres(*shapes->value(QStringLiteral("29110")));
        const double two = squareKilometres(*shapes->value(QStringLiteral("29140")));
        QVERIFY(std::abs(four / two - 2.0) < 0.001);
        const QString file = path(QStringLiteral("districts.gpkg"));
        QVERIFY(writeTableFile(*m_city, *table, file).ok());
        const DatasetPtr opened = openVector(file);
        int withShape = 0;
        for (const auto& feature : *opened->GetLayerByName("districts_place")) withShape += feature->GetGeometryRef() ? 1 : 0;
        QCOMPARE(withShape, 2);
    }

    void largestRowsOnly() {
        const QString file = path(QStringLiteral("top.json"));
        const TablePtr table = answer(QStringLiteral("stops"), Breakdown::Place);
        QVERIFY(writeTableFile(*m_city, *table, file, Progress::none(), 3).ok());
        const QJsonArray rows = QJsonDocument::fromJson(contentOf(file)).object().value(QLatin1String("rows")).toArray();
        QCOMPARE(int(rows.size()), 3);
        QCOMPARE(rows[0].toObject().value(QLatin1String("value")).toDouble(), 12100.0);
        const auto found = readReceipt(file);
        QVERIFY(found.ok());
        QCOMPARE(found->receipt.top, 3);
        QCOMPARE(found->receipt.rows, qint64(12));  // the digest is of the whole answer
    }

    void whatCannotBeWritten() {
        const TablePtr groups = answer(QStringLiteral("stops"), Breakdown::Group);
        const int files = filesInFolder();
        for (const char* suffix : {"csv", "json", "xlsx", "gpkg"}) {
            const TablePtr table = answer(QStringLiteral("stops"), Breakdown::Place);
            const Status status = writeTableFile(*m_city, *table, path(QStringLiteral("no/such/folder/a.%1").arg(QLatin1String(suffix))));
            QVERIFY2(!status.ok() && status.error().code == ErrorCode::Io, suffix);
        }
        const Status kind = writeTableFile(*m_city, *groups, path(QStringLiteral("a.doc")));
        QVERIFY(!kind.ok() && kind.error().code == ErrorCode::Usage && kind.error().message.contains(QLatin1String(".xlsx")));
        // A refusal leaves an older file as it was.
        const QString old = path(QStringLiteral("districts.gpkg"));
        const QByteArray before = contentOf(old);
        const Status noPlaces = writeTableFile(*m_city, *groups, old);
        QVERIFY(!noPlaces.ok() && noPlaces.error().code == ErrorCode::Usage);
        Progress cancelled;
        cancelled.cancel();
        const Status stopped = writeTableFile(*m_city, *answer(QStringLiteral("stops"), Breakdown::Place), old, cancelled);
        QVERIFY(!stopped.ok() && stopped.error().code == ErrorCode::Cancelled);
        QVERIFY(!before.isEmpty() && contentOf(old) == before);
        QCOMPARE(filesInFolder(), files);
    }

    void filesWithoutAReceipt() {
        const QString plain = path(QStringLiteral("plain.csv"));
        QFile file(plain);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a,b\n1,2\n") > 0);
        file.close();
        const auto none = readReceipt(plain);
        QVERIFY(!none.ok() && none.error().code == ErrorCode::NotFound);
        QVERIFY2(none.error().message.contains(QLatin1String("plain.csv.receipt.json")), qPrintable(none.error().message));
        QCOMPARE(readReceipt(path(QStringLiteral("absent.png"))).error().code, ErrorCode::Io);
        QCOMPARE(readReceipt(m_folder.path()).error().code, ErrorCode::Io);
        const auto workspace = readReceipt(m_city->path());
        QVERIFY(!workspace.ok() && workspace.error().code == ErrorCode::Usage);
    }
};

QTEST_GUILESS_MAIN(TestExport)
#include "test_export.moc"
