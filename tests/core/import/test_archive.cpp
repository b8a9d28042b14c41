// SPDX-License-Identifier: GPL-3.0-or-later
// Zip archives as people get them, and as nobody should open them. The archives are written here, byte by byte.
#include <QtEndian>
#include <gdal_utils.h>

#include "core/import/archive_reader.h"
#include "core/import/byte_source.h"
#include "tests/core/import/reader_fixture.h"

using namespace mudeung;
using test::Cells;
using test::ReadRows;

namespace {

struct Entry {
    QByteArray name;
    QByteArray bytes;
    bool utf8Flag = false;
    bool deflate = false;
    bool encrypted = false;
    qint64 claimedSize = -1;  ///< a lie about the unpacked size
};

quint32 crc32Of(const QByteArray& bytes) {
    quint32 crc = 0xFFFFFFFFU;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

void put(QByteArray& out, quint32 value, int bytes) {
    for (int i = 0; i < bytes; ++i) out.append(static_cast<char>((value >> (8U * static_cast<unsigned>(i))) & 0xFFU));
}

QByteArray zipOf(const QVector<Entry>& entries) {
    QByteArray out;
    QByteArray directory;
    for (const Entry& entry : entries) {
        const QByteArray zlib = entry.deflate ? qCompress(entry.bytes, 9) : QByteArray();
        const QByteArray packed = entry.deflate ? zlib.mid(6, zlib.size() - 10) : entry.bytes;  // raw deflate without zlib's frame
        const auto size = static_cast<quint32>(entry.claimedSize >= 0 ? entry.claimedSize : entry.bytes.size());
        QByteArray common;
        put(common, 20, 2);
        put(common, (entry.utf8Flag ? 0x800U : 0U) | (entry.encrypted ? 1U : 0U), 2);
        put(common, entry.deflate ? 8 : 0, 2);
        put(common, 0x58210000U, 4);  // a date in 2024
        put(common, crc32Of(entry.bytes), 4);
        put(common, static_cast<quint32>(packed.size()), 4);
        put(common, size, 4);
        put(common, static_cast<quint32>(entry.name.size()), 2);
        put(common, 0, 2);
        directory += QByteArray("PK\x01\x02\x14\x00", 6) + common;
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, static_cast<quint32>(out.size()), 4);
        directory += entry.name;
        out += QByteArray("PK\x03\x04", 4) + common + entry.name + packed;
    }
    const auto start = static_cast<quint32>(out.size());
    out += directory;
    out += QByteArray("PK\x05\x06\0\0\0\0", 8);
    put(out, static_cast<quint32>(entries.size()), 2);
    put(out, static_cast<quint32>(entries.size()), 2);
    put(out, static_cast<quint32>(directory.size()), 4);
    put(out, start, 4);
    put(out, 0, 2);
    return out;
}

const QByteArray kTable = "역,승차\n시청,10\n";
const std::vector<Cells> kRows{{"역", "승차"}, {"시청", "10"}};

}  // namespace

class TestArchive : public QObject {
    Q_OBJECT

private slots:
    void names_data() {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<bool>("utf8Flag");
        const QString name = QStringLiteral("승차현황/지하철.csv");
        QTest::newRow("UTF-8 flag") << name.toUtf8() << true;
        QTest::newRow("UTF-8 without flag") << name.toUtf8() << false;
        QTest::newRow("decomposed, from a Mac") << name.normalized(QString::NormalizationForm_D).toUtf8() << true;
        QTest::newRow("decomposed without flag") << name.normalized(QString::NormalizationForm_D).toUtf8() << false;
        // printf '승차현황/지하철.csv' | iconv -t CP949 | xxd -p
        QTest::newRow("CP949, from Korean Windows") << QByteArray::fromHex("bdc2c2f7c7f6c8b22fc1f6c7cfc3b62e637376") << false;
        QTest::newRow("CP949 with backslash") << QByteArray::fromHex("bdc2c2f7c7f6c8b25cc1f6c7cfc3b62e637376") << false;
    }
    void names() {
        QFETCH(QByteArray, raw);
        QFETCH(bool, utf8Flag);
        for (const bool deflate : {false, true}) {
            const ReadRows read = m_files.read(QStringLiteral("자료%1.zip").arg(m_number++), zipOf({{raw, kTable, utf8Flag, deflate}}));
            QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
            QCOMPARE(read.info.entry, QStringLiteral("승차현황/지하철.csv"));
            QCOMPARE(read.info.container, QStringLiteral("zip/csv"));
            QVERIFY(read.rows == kRows);
            QVERIFY(read.info.warnings.isEmpty());
        }
    }

    void hiddenFilesAreSkipped() {
        const QByteArray large(5000, 'x');
        const ReadRows read = m_files.read(QStringLiteral("a.zip"), zipOf({{"__MACOSX/._data.csv", large},
                                                                           {"folder/", ""},
                                                                           {"folder/.DS_Store", large},
                                                                           {"folder/._b.csv", large},
                                                                           {"Thumbs.db", large},
                                                                           {"folder/data.csv", kTable}}));
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QCOMPARE(read.info.entry, QStringLiteral("folder/data.csv"));
        QVERIFY(read.rows == kRows);
        QVERIFY(read.info.warnings.isEmpty());
    }

    void severalTablesWarn() {
        const QByteArray zip = zipOf({{"2023.csv", "a,b\n1,2\n"}, {"2024.csv", kTable + "공항,5\n"}, {"readme.txt", QByteArray(900, 'r')}});
        const ReadRows read = m_files.read(QStringLiteral("s.zip"), zip);
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QCOMPARE(read.info.entry, QStringLiteral("2024.csv"));
        QCOMPARE(static_cast<int>(read.info.warnings.size()), 1);
        QVERIFY2(read.info.warnings[0].contains(QStringLiteral("2023.csv")), qPrintable(read.info.warnings[0]));
        SourceOptions options;
        options.sheet = QStringLiteral("2023.csv");
        const ReadRows chosen = m_files.read(QStringLiteral("s.zip"), zip, options);
        QVERIFY2(chosen.error.isEmpty(), qPrintable(chosen.error));
        QVERIFY(chosen.rows == (std::vector<Cells>{{"a", "b"}, {"1", "2"}}));
    }

    void shapefileInside() {
        registerFormats();
        const QByteArray source = m_files
                                      .write(QStringLiteral("p.geojson"),
                                             "{\"type\":\"FeatureCollection\",\"features\":["
                                             "{\"type\":\"Feature\",\"properties\":{\"name\":\"시청역\"},"
                                             "\"geometry\":{\"type\":\"Point\",\"coordinates\":[126.8514,35.1600]}}]}")
                                      .toUtf8();
        GDALDatasetH in = GDALOpenEx(source.constData(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
        QVERIFY(in != nullptr);
        const char* arguments[] = {"-f", "ESRI Shapefile", "-lco", "ENCODING=CP949", nullptr};
        GDALVectorTranslateOptions* options = GDALVectorTranslateOptionsNew(const_cast<char**>(arguments), nullptr);
        GDALDatasetH out =
            GDALVectorTranslate(m_files.path(QStringLiteral("st.shp")).toUtf8().constData(), nullptr, 1, &in, options, nullptr);
        QVERIFY(out != nullptr);
        GDALClose(out);
        GDALClose(in);
        GDALVectorTranslateOptionsFree(options);
        QVector<Entry> entries;
        for (const char* suffix : {"shp", "shx", "dbf", "prj"}) {
            QFile file(m_files.path(QStringLiteral("st.") + QLatin1String(suffix)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            // "역/" in CP949
            entries.push_back({QByteArray("\xBF\xAA/stations.") + suffix, file.readAll(), false, true});
        }
        const ReadRows read = m_files.read(QStringLiteral("shape.zip"), zipOf(entries));
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QCOMPARE(read.info.container, QStringLiteral("zip/ogr"));
        QCOMPARE(read.info.entry, QStringLiteral("역/stations.shp"));
        QCOMPARE(read.info.encoding, QStringLiteral("CP949"));
        QCOMPARE(read.info.crs, QStringLiteral("EPSG:4326"));
        QVERIFY(read.rows == (std::vector<Cells>{{"name"}, {"시청역"}}));
        QCOMPARE(read.wkb[1].size(), size_t(21));
    }

    void refusals_data() {
        QTest::addColumn<QByteArray>("zip");
        QTest::addColumn<QString>("word");
        const auto add = [](const char* name, const QByteArray& zip, const char* word) {
            QTest::newRow(name) << zip << QString::fromLatin1(word);
        };
        add("no entries", zipOf({}), "holds no table");
        add("only folders", zipOf({{"a/", ""}, {"__MACOSX/", ""}}), "holds no table");
        add("only pictures", zipOf({{"a.png", "x"}}), "holds no table");
        add("only another archive", zipOf({{"inner.zip", zipOf({{"a.csv", kTable}})}}), "only further archives");
        add("another archive named .csv", zipOf({{"inner.csv", zipOf({{"a.csv", kTable}})}}), "archive inside an archive");
        add("parent folder", zipOf({{"../../etc/data.csv", kTable}}), "outside");
        add("parent folder with backslash", zipOf({{"..\\data.csv", kTable}}), "outside");
        add("absolute path", zipOf({{"/etc/data.csv", kTable}}), "outside");
        add("drive", zipOf({{"C:/data.csv", kTable}}), "outside");
        add("password", zipOf({{"a.csv", kTable, false, false, true}}), "password");
        add("empty entry", zipOf({{"a.csv", ""}}), "0 bytes");
        add("claims 4 GB", zipOf({{"a.csv", "a,b\n", false, false, false, 4000000000LL}}), "bomb");
        add("claims 3 x 4 GB", zipOf(QVector<Entry>(3, Entry{"a.csv", QByteArray(100, 'x'), false, false, false, 4000000000LL})), "bomb");
        const QByteArray good = zipOf({{"a.csv", kTable.repeated(100), false, true}, {"b.csv", kTable}});
        add("cut in the directory", good.left(good.size() - 30), "damaged");
        add("cut in the data", good.left(60), "damaged");
        add("cut to the first bytes", good.left(4), "damaged");
        QByteArray spoiled = good;
        for (int i = 45; i < 60; ++i) spoiled[i] = '\xFF';
        add("spoiled data", spoiled, "a.csv");
    }
    void refusals() {
        QFETCH(QByteArray, zip);
        QFETCH(QString, word);
        const ReadRows read = m_files.read(QStringLiteral("r%1.zip").arg(m_number), zip);
        QVERIFY2(read.error.contains(word), qPrintable(read.error));
        QVERIFY2(read.error.contains(QStringLiteral("r%1.zip").arg(m_number++)), qPrintable(read.error));
    }

    /// 120 MB of one letter in less than 1 MB: refused from the directory, before a byte is unpacked.
    void bomb() {
        const QByteArray zip = zipOf({{"a.csv", QByteArray(120 << 20, 'x'), false, true}});
        QVERIFY2(zip.size() < (1 << 20), qPrintable(QString::number(zip.size())));
        QElapsedTimer timer;
        timer.start();
        const ReadRows read = m_files.read(QStringLiteral("bomb.zip"), zip);
        QVERIFY2(read.error.contains(QStringLiteral("bomb")), qPrintable(read.error));
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }

    /// A real table packs well too, but not that well: 20 MB of rows are no bomb.
    void wellPackedTableIsRead() {
        QByteArray table("id,name,value\n");
        while (table.size() < (20 << 20)) table += "1234567,가나다라,0\n";
        const ReadRows read = m_files.read(QStringLiteral("big.zip"), zipOf({{"a.csv", table, false, true}}));
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QCOMPARE(static_cast<qint64>(read.rows.size()), qint64(table.count('\n')));
    }

    void tooManyEntries() {
        QVector<Entry> entries;
        for (int i = 0; i < 12; ++i) entries.push_back({"f" + QByteArray::number(i) + ".csv", "a\n"});
        const QString path = m_files.write(QStringLiteral("many.zip"), zipOf(entries));
        ArchiveLimits limits;
        limits.maxEntries = 12;
        QVERIFY(listArchive(path, QStringLiteral("many.zip"), limits).ok());
        limits.maxEntries = 11;
        const auto refused = listArchive(path, QStringLiteral("many.zip"), limits);
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().message.contains(QStringLiteral("12")), qPrintable(refused.error().message));
    }

private:
    test::Files m_files;
    int m_number = 0;  // GDAL remembers archives by name, so each test writes its own
};

QTEST_GUILESS_MAIN(TestArchive)
#include "test_archive.moc"
