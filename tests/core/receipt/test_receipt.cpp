// SPDX-License-Identifier: GPL-3.0-or-later
// Receipts: digests against sha256sum, JSON with its errors, every carrier, and what verifying says before and after data changes.
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/receipt/carrier.h"
#include "core/receipt/verify.h"
#include "tests/ui/map/made_city.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {

const QString kStops = QStringLiteral("stops");

/// A white pixel.
const QByteArray kPng =
    QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==");

Query stopsQuery() {
    Query query;
    query.dataset = kStops;
    return query;
}

/// The stops again with other numbers, as another file.
void replaceStops(Workspace& workspace, int factor) {
    CubeData data;
    data.dataset = madeDataset(kStops, QStringLiteral("bus_stop"));
    for (int i = 0; i < 12; ++i) data.places.push_back({QString::number(1000 + i), QString()});
    MonthCells cells{1, 2, 1, 1, 12, {}};
    for (int g = 0; g < 2; ++g)
        for (int i = 0; i < 12; ++i) cells.cells.push_back(i == 11 ? 0 : (i + 1) * (g == 0 ? 1000 : 100) * factor);
    data.months.emplace(monthKey(2022, 1), cells);
    Batch batch = madeBatch(kStops);
    batch.sha256 = QString(64, QLatin1Char('b'));
    batch.fileName = QStringLiteral("corrected.csv");
    const auto written = workspace.writeCube(data, batch, OnExisting::Replace, Progress::none());
    QVERIFY2(written.ok(), written ? "" : qPrintable(written.error().message));
}

QString messageOf(const Result<Receipt>& receipt) {
    return receipt ? QString() : receipt.error().message;
}

}  // namespace

class TestReceipt : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_count = 0;

    std::shared_ptr<Workspace> city() {
        const auto workspace = emptyWorkspace(m_folder.filePath(QStringLiteral("w%1.mudeung").arg(++m_count)));
        writeStops(*workspace, kStops);
        writeDongs(*workspace);
        return workspace;
    }
    static TablePtr answer(const std::shared_ptr<Workspace>& workspace, Breakdown by, const Query& query = stopsQuery()) {
        const auto table = QueryEngine(workspace).run(query, by);
        if (!table) qFatal("%s", qPrintable(table.error().message));
        return *table;
    }
    Receipt receipt(Breakdown by = Breakdown::Place, const QJsonObject& style = {}, int top = 0) {
        const auto workspace = city();
        const auto made = makeReceipt(*workspace, *answer(workspace, by), ReceiptOf::Map, style, top);
        if (!made) qFatal("%s", qPrintable(made.error().message));
        return *made;
    }

private slots:
    // The expected digests come from `printf '…' | sha256sum` of the canonical texts.
    void digestsAreThoseOfSha256sum() {
        const auto table = answer(city(), Breakdown::Group);
        QCOMPARE(canonicalRows(*table), QByteArray("adult\t66000\t12\nchild\t6600\t12\n"));
        QCOMPARE(resultDigest(*table), QStringLiteral("56de8785b0c4ee6dad7c9e01461cef3d7a260581433b350a05ee18c48ff8cbb9"));
        QCOMPARE(recipeId(table->query, Breakdown::Place),
                 QStringLiteral("c78976a57fde222b23e9fe74f5dc8916f2f4ff8ab0930e82b0187fb0696dcd43"));
        QVERIFY(recipeId(table->query, Breakdown::Place, 10) != recipeId(table->query, Breakdown::Place));
        QVERIFY(recipeId(table->query, Breakdown::Dong) != recipeId(table->query, Breakdown::Place));
    }

    void orderOfRowsDoesNotMatter() {
        Table table = *answer(city(), Breakdown::Place);
        const QString digest = resultDigest(table);
        std::reverse(table.rows.begin(), table.rows.end());
        QCOMPARE(resultDigest(table), digest);
        table.rows[3].sum += 1;
        QVERIFY(resultDigest(table) != digest);
    }

    void saysWhereItComesFrom() {
        const Receipt r = receipt();
        QCOMPARE(r.program, QStringLiteral(MUDEUNG_VERSION));
        QCOMPARE(r.rows, qint64(12));
        QCOMPARE(r.totalSum, std::int64_t(72600));
        QCOMPARE(r.query.period.toString(), QStringLiteral("2022-01-01..2022-12-31"));
        QCOMPARE(int(r.sources.size()), 2);
        QCOMPARE(r.sources[0].id, kStops);
        QCOMPARE(r.sources[0].files[0].sha256, QString(64, QLatin1Char('a')));
        QCOMPARE(r.sources[0].files[0].importedAt, QStringLiteral("2026-01-02T03:04:05+09:00"));
        QVERIFY(!r.sources[0].files[0].replaced);
        QVERIFY(r.sources[1].layer);
        const QString lines = receiptLines(r).join(QLatin1Char('\n'));
        for (const char* part : {"Made stops: Boardings", "72,600 trips", "stops.csv", "dongs.csv", "2026-01-02", "Made city"})
            QVERIFY2(lines.contains(QLatin1String(part)), qPrintable(lines));
        QVERIFY(lines.contains(r.recipe) && lines.contains(r.result));
    }

    // An answer that does not ask where things are does not come from the boundaries.
    void layersOnlyWhereTheyCount() {
        QCOMPARE(int(receipt(Breakdown::Group).sources.size()), 1);
        QCOMPARE(int(receipt(Breakdown::Dong).sources.size()), 2);
    }

    void jsonAndBack() {
        const Receipt r = receipt(Breakdown::Dong, {{"kind", "choropleth"}, {"classCount", 5}}, 3);
        const auto back = receiptFromJson(receiptJson(r));
        QVERIFY2(back.ok(), qPrintable(messageOf(back)));
        QCOMPARE(receiptJson(*back), receiptJson(r));
        QCOMPARE(back->query, r.query);
        QCOMPARE(back->sources, r.sources);
        QCOMPARE(back->top, 3);
        QCOMPARE(back->total, r.total);
        QCOMPARE(back->style, r.style);
        QVERIFY(receiptText(r).startsWith("{\"mudeungReceipt\":1,"));
        QVERIFY(!receiptText(r).contains('\n'));
        QCOMPARE(QJsonDocument::fromJson(receiptText(r)).object(), receiptJson(r));
    }

    // Sums above 2^53 are no JSON numbers; nothing observed has no total.
    void exactAndMissingNumbers() {
        Receipt r = receipt();
        r.totalSum = 9007199254740993;
        r.total = std::numeric_limits<double>::quiet_NaN();
        const auto back = receiptFromText(receiptText(r));
        QVERIFY2(back.ok(), qPrintable(messageOf(back)));
        QCOMPARE(back->totalSum, std::int64_t(9007199254740993));
        QVERIFY(std::isnan(back->total));
    }

    void wrongFieldsAreNamed_data() {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* name, const QJsonObject& change, const char* field) {
            QTest::newRow(name) << change << QString::fromLatin1(field);
        };
        row("no program", {{"program", QJsonValue::Undefined}}, "program");
        row("program is a number", {{"program", 3}}, "program");
        row("unknown kind", {{"what", "song"}}, "what");
        row("unknown filter", {{"query", QJsonObject{{"dataset", "stops"}, {"weather", "rain"}}}}, "query");
        row("unknown breakdown", {{"by", "street"}}, "by");
        row("recipe is no digest", {{"recipe", "abc"}}, "recipe");
        row("digest too short", {{"result", QJsonObject{{"sha256", "ab"}, {"rows", 1}, {"sum", "1"}, {"observed", "1"}, {"total", 1}}}},
            "result.sha256");
        row("half a row",
            {{"result", QJsonObject{{"sha256", QString(64, 'a')}, {"rows", 1.5}, {"sum", "1"}, {"observed", "1"}, {"total", 1}}}},
            "result.rows");
        row("sum as number",
            {{"result", QJsonObject{{"sha256", QString(64, 'a')}, {"rows", 1}, {"sum", 1}, {"observed", "1"}, {"total", 1}}}},
            "result.sum");
        row("sources are no list", {{"sources", "none"}}, "sources");
        row("file without a digest",
            {{"sources", QJsonArray{QJsonObject{{"dataset", "d"}, {"title", "t"}, {"files", QJsonArray{QJsonObject{{"name", "n"}}}}}}}},
            "sources[0].files[0].sha256");
        row("format", {{"mudeungReceipt", "one"}}, "mudeungReceipt");
    }
    void wrongFieldsAreNamed() {
        QFETCH(QJsonObject, change);
        QFETCH(QString, field);
        QJsonObject json = receiptJson(receipt());
        for (auto it = change.begin(); it != change.end(); ++it) json[it.key()] = it.value();
        if (QTest::currentDataTag() == QByteArray("no program")) json.remove(QStringLiteral("program"));
        const auto read = receiptFromJson(json);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::InputRefused);
        QVERIFY2(read.error().message.contains(QStringLiteral("“%1”").arg(field)), qPrintable(read.error().message));
    }

    void editedQuestionIsRefused() {
        QJsonObject json = receiptJson(receipt());
        QJsonObject query = json[QStringLiteral("query")].toObject();
        query[QStringLiteral("groups")] = QJsonArray{QStringLiteral("child")};
        json[QStringLiteral("query")] = query;
        const auto read = receiptFromJson(json);
        QVERIFY(!read.ok() && read.error().code == ErrorCode::InputRefused);
        QVERIFY2(read.error().message.contains(QLatin1String("recipe")), qPrintable(read.error().message));
    }

    void laterFormIsRefused() {
        QJsonObject json = receiptJson(receipt());
        json[QStringLiteral("mudeungReceipt")] = kReceiptFormat + 1;
        const auto read = receiptFromJson(json);
        QVERIFY(!read.ok() && read.error().code == ErrorCode::NewerVersion);
    }

    void carriers_data() {
        QTest::addColumn<int>("kind");
        for (const char* name : {"png", "svg", "xmp", "gif", "mp4", "json"}) QTest::newRow(name) << 0;
    }
    void carriers() {
        Receipt r = receipt();
        r.sentence = QString::fromUtf8("승차 <7 & 9> \"따옴표\" {중괄호} \\");
        const QString kind = QString::fromLatin1(QTest::currentDataTag());
        QByteArray bytes = receiptText(r);
        if (kind == QLatin1String("png")) {
            const auto png = pngWithReceipt(kPng, r);
            QVERIFY(png.ok());
            bytes = *png;
        } else if (kind == QLatin1String("svg")) {
            const auto svg = svgWithReceipt("<?xml version=\"1.0\"?>\n<svg width=\"1\">\n<g/></svg>", r);
            QVERIFY(svg.ok());
            bytes = *svg;
            QXmlStreamReader reader(bytes);
            while (!reader.atEnd()) reader.readNext();
            QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        } else if (kind == QLatin1String("xmp")) {
            bytes = "%PDF-1.4\nstream\n" + receiptXmp(r, QStringLiteral("a < b")) + "\nendstream";
        } else if (kind == QLatin1String("gif")) {
            QByteArray comment;
            for (int i = 0; i < static_cast<int>(bytes.size()); i += 255) {
                const QByteArray piece = bytes.mid(i, 255);
                comment += static_cast<char>(piece.size()) + piece;
            }
            bytes = "GIF89a....\x21\xF9....\x21\xFE" + comment + QByteArray(1, '\0') + ";";
        } else if (kind == QLatin1String("mp4")) {
            bytes = QByteArray(
                        "\0\0\0\x18"
                        "ftypisom\0\0",
                        14) +
                    QByteArray(100, '{') + bytes + QByteArray(50, '"');
        }
        const auto found = findReceiptText(bytes);
        QVERIFY(found.has_value());
        const auto back = receiptFromText(*found);
        QVERIFY2(back.ok(), qPrintable(messageOf(back)));
        QCOMPARE(receiptJson(*back), receiptJson(r));
    }

    // Editors write element text with other escapes and drop unused declarations.
    void drawingSavedByAnotherProgram() {
        const Receipt r = receipt();
        QByteArray svg = svgWithReceipt("<svg><g/></svg>", r).value();
        svg.replace(receiptText(r), receiptText(r).replace('"', "&quot;"));
        const auto found = findReceiptText(svg);
        QVERIFY(found.has_value());
        QCOMPARE(*found, receiptText(r));
    }

    void nothingIsFoundWhereNothingIs() {
        QVERIFY(!findReceiptText(kPng).has_value());
        QVERIFY(!findReceiptText("").has_value());
        QVERIFY(!findReceiptText("{\"mudeungReceipt\":1,\"program\":\"cut").has_value());
        QVERIFY(!findReceiptText(QByteArray("GIF89a\x21\xFE\xFF", 9)).has_value());
        QVERIFY(!pngWithReceipt("GIF89a", receipt()).ok());
        QVERIFY(!svgWithReceipt("<html>", receipt()).ok());
    }

    void verifyEqual() {
        const auto workspace = city();
        QueryEngine engine(workspace);
        for (const Breakdown by : {Breakdown::Place, Breakdown::Group, Breakdown::Dong}) {
            const auto made = makeReceipt(*workspace, *answer(workspace, by), ReceiptOf::Table);
            const auto found = verifyReceipt(engine, *made);
            QVERIFY(found.ok());
            QVERIFY2(found->equal && found->changes.isEmpty() && found->remarks.isEmpty(), qPrintable(found->changes.join('\n')));
            QCOMPARE(found->result, made->result);
        }
    }

    // The same numbers in another workspace, stored in another order, are the same.
    void verifyInAnotherWorkspace() {
        const Receipt r = receipt();
        const auto other = emptyWorkspace(m_folder.filePath(QStringLiteral("other.mudeung")));
        writeDongs(*other);
        writeStops(*other, kStops);
        QueryEngine engine(other);
        QVERIFY(verifyReceipt(engine, r)->equal);
    }

    void verifySaysWhatAnImportChanged() {
        const auto workspace = city();
        QueryEngine engine(workspace);
        const auto made = makeReceipt(*workspace, *answer(workspace, Breakdown::Place), ReceiptOf::Table);
        replaceStops(*workspace, 2);
        const auto found = verifyReceipt(engine, *made);
        QVERIFY(found.ok());
        QVERIFY(!found->equal);
        QCOMPARE(found->totalSum, std::int64_t(145200));
        QCOMPARE(int(found->newFiles.size()), 1);
        QCOMPARE(found->newFiles[0].sha256, QString(64, QLatin1Char('b')));
        const QString said = found->changes.join(QLatin1Char('\n'));
        for (const char* part : {"72,600 trips", "145,200 trips", "corrected.csv", "stops.csv have been replaced"})
            QVERIFY2(said.contains(QLatin1String(part)), qPrintable(said));
    }

    // A file that changes nothing is worth a remark, not an alarm.
    void verifyRemarksOnOtherFiles() {
        const auto workspace = city();
        QueryEngine engine(workspace);
        auto made = makeReceipt(*workspace, *answer(workspace, Breakdown::Place), ReceiptOf::Table);
        replaceStops(*workspace, 1);
        made->program = QStringLiteral("0.0.9");
        const auto found = verifyReceipt(engine, *made);
        QVERIFY(found->equal && found->changes.isEmpty());
        const QString said = found->remarks.join(QLatin1Char('\n'));
        QVERIFY2(said.contains(QLatin1String("corrected.csv")) && said.contains(QLatin1String("0.0.9")), qPrintable(said));
    }

    void verifyWithoutTheDataset() {
        const Receipt r = receipt();
        const auto bare = emptyWorkspace(m_folder.filePath(QStringLiteral("bare.mudeung")));
        QueryEngine engine(bare);
        const auto found = verifyReceipt(engine, r);
        QVERIFY(found.ok() && !found->equal && found->rows == -1);
        QVERIFY2(found->changes.join('\n').contains(QString::fromUtf8("“stops”")), qPrintable(found->changes.join('\n')));
    }

    void verifyWhenTheGroupIsGone() {
        const auto workspace = city();
        Query query = stopsQuery();
        query.groups = QStringList{QStringLiteral("child")};
        Receipt r = makeReceipt(*workspace, *answer(workspace, Breakdown::Place, query), ReceiptOf::Table).value();
        r.query.groups = QStringList{QStringLiteral("pensioner")};
        QueryEngine engine(workspace);
        const auto found = verifyReceipt(engine, r);
        QVERIFY(found.ok() && !found->equal);
        QVERIFY2(found->changes.join('\n').contains(QLatin1String("pensioner")), qPrintable(found->changes.join('\n')));
    }

    void verifyCancelled() {
        const auto workspace = city();
        const Receipt r = makeReceipt(*workspace, *answer(workspace, Breakdown::Place), ReceiptOf::Table).value();
        QueryEngine engine(workspace);
        Progress progress;
        progress.cancel();
        const auto found = verifyReceipt(engine, r, progress);
        QVERIFY(found.ok() ? found->equal : found.error().code == ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestReceipt)
#include "test_receipt.moc"
