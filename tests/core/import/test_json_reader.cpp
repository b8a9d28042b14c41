// SPDX-License-Identifier: GPL-3.0-or-later
// JSON documents as rows: which list is taken, what its values become, and which text is not JSON at all.
#include "tests/core/import/reader_fixture.h"

using namespace mudeung;
using test::Cells;
using test::ReadRows;

class TestJsonReader : public QObject {
    Q_OBJECT

private slots:
    void tables_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("table");
        const auto add = [](const char* name, const char* text, const char* table) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(table);
        };
        add("list", R"([{"a":1,"b":"x"},{"a":2,"b":"y"}])", "a/b/|1/x/|2/y/|");
        add("union of keys", R"([{"a":1},{"b":2},{"c":3,"a":4}])", "a/b/c/|1///|/2//|4//3/|");
        add("null and booleans", R"([{"a":null,"b":true,"c":false}])", "a/b/c/|/true/false/|");
        add("wrapped", R"({"response":{"header":{"code":"00"},"body":{"items":{"item":[{"a":1},{"a":2}]},"total":2}}})", "a/|1/|2/|");
        add("rows beside a short head", R"({"T":[{"head":[{"n":3},{"code":"OK"}]},{"row":[{"a":1},{"a":2},{"a":3}]}]})", "a/|1/|2/|3/|");
        add("nested object", R"([{"id":1,"at":{"x":1.5,"in":{"y":2}},"z":0}])", "id/at.x/at.in.y/z/|1/1.5/2/0/|");
        add("list inside a row", R"([{"a":[1,"x",null,{"k":true}],"b":1}])", "a/b/|[1,\"x\",null,{\"k\":true}]/1/|");
        add("lists inside rows are not the table",
            R"([{"line":"1","stops":[{"n":"a"},{"n":"b"},{"n":"c"}]},{"line":"2","stops":[{"n":"d"},{"n":"e"},{"n":"f"}]}])",
            "line/stops/|1/[{\"n\":\"a\"},{\"n\":\"b\"},{\"n\":\"c\"}]/|2/[{\"n\":\"d\"},{\"n\":\"e\"},{\"n\":\"f\"}]/|");
        add("single object", R"({"a":1,"b":"x"})", "a/b/|1/x/|");
        add("codes keep their zeros", R"([{"c":"007"},{"c":"12E3"}])", "c/|007/|12E3/|");
        add("numbers as written",
            R"([{"n":9007199254740993},{"n":-9007199254740993},{"n":18446744073709551615},{"n":123456789012345678901234}])",
            "n/|9007199254740993/|-9007199254740993/|18446744073709551615/|123456789012345678901234/|");
        add("decimals as written", R"([{"n":0.1},{"n":1.10},{"n":126.85140000001},{"n":1e3},{"n":-0.0}])",
            "n/|0.1/|1.10/|126.85140000001/|1e3/|-0.0/|");
        add("escapes", R"([{"\uac00\u0022":"\ud83d\ude8c\n\/"}])", "가\"/|🚌\n//|");
        add("same key twice: the last", R"([{"a":1,"a":2}])", "a/|2/|");
        add("white space and mark", "\xEF\xBB\xBF \n [\n {\"a\" : 1}\n]\n", "a/|1/|");
        add("empty rows stay", R"([{"a":1},{},{"a":3}])", "a/|1/|/|3/|");
    }
    void tables() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, table);
        for (const char* name : {"t.json", "t.txt", "t.csv"}) {
            const ReadRows read = m_files.read(QString::fromLatin1(name), text);
            QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
            QCOMPARE(joined(read), table);
            QCOMPARE(read.info.container, QStringLiteral("json"));
            QCOMPARE(read.lines[0], qint64(0));
            QCOMPARE(read.lines.back(), qint64(read.rows.size()) - 1);
        }
    }

    void textThatOnlyBeginsLikeJson_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("table");
        QTest::newRow("title in brackets") << QByteArray("[서울] 승차,값\n1,2\n") << QByteArray("[서울] 승차/값/|1/2/|");
        QTest::newRow("interval") << QByteArray("[0,5)\n1,2\n") << QByteArray("[0/5)/|1/2/|");
        QTest::newRow("brace") << QByteArray("{주의},b\n1,2\n") << QByteArray("{주의}/b/|1/2/|");
    }
    void textThatOnlyBeginsLikeJson() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, table);
        for (const char* name : {"t.csv", "t.txt"}) {
            const ReadRows read = m_files.read(QString::fromLatin1(name), text);
            QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
            QCOMPARE(joined(read), table);
            QCOMPARE(read.info.container, QStringLiteral("csv"));
        }
    }

    void refusals_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("word");
        const auto add = [](const char* name, const QByteArray& text, const char* word) {
            QTest::newRow(name) << text << QString::fromLatin1(word);
        };
        add("value missing", "[{\"a\":1},\n{\"a\":}]", "line 2, column 6");
        add("comma missing", "[\n{\"a\":1}\n{\"가\":2}]", "line 3, column 1");
        add("Hangul counts as one column", "[{\"가나\":\"다라\" x}]", "line 1, column 13");
        add("cut off", "[{\"a\":1},{\"a\":2", "line 1, column 1");
        add("text behind", "[{\"a\":1}] x", "line 1, column 11");
        add("empty list", "[]", "no list of objects");
        add("empty object", "{}", "no list of objects");
        add("wrapped empty list", "{\"items\":[]}", "no list of objects");
        add("list of empty objects", "[{},{}]", "no list of objects");
        add("list of numbers", "[1,2,3]", "no list of objects");
        add("list of lists", "[[1,2],[3,4]]", "no list of objects");
        add("very deep", QByteArray(100000, '['), "not valid JSON");
        add("single quotes", "{'a':1}", "line 1, column 2");
        add("lone surrogate", "[{\"a\":\"\\ud83d\"}]", "line 1");
    }
    void refusals() {
        QFETCH(QByteArray, text);
        QFETCH(QString, word);
        const ReadRows read = m_files.read(QStringLiteral("r.json"), text);
        QVERIFY2(read.error.contains(word), qPrintable(read.error));
        QCOMPARE(read.code, ErrorCode::InputRefused);
    }

    void otherEncodings() {
        const QByteArray korean("[{\"\xB1\xB8\":\"\xB0\xAD\xB3\xB2\xB1\xB8\"}]");  // iconv -f UTF-8 -t CP949
        const ReadRows read = m_files.read(QStringLiteral("k.json"), korean);
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QCOMPARE(joined(read), QByteArray("구/|강남구/|"));
        QCOMPARE(read.info.encoding, QStringLiteral("CP949"));
        const ReadRows spoiled = m_files.read(QStringLiteral("k.json"), "[{\"a\":\"가나\"},\n{\"a\":\"\xB0\xA1\"}]");
        QVERIFY2(spoiled.error.contains(QStringLiteral("line 2, column 7")), qPrintable(spoiled.error));
    }

    /// GDAL would take these bytes for Latin letters.
    void koreanGeoJsonIsDecodedOrRefused() {
        const QByteArray before("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"");
        const QByteArray behind("\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[126.8514,35.16]}}]}");
        for (const QByteArray& mark : {QByteArray(), QByteArray("\xEF\xBB\xBF")}) {
            const ReadRows plain = m_files.read(QStringLiteral("u.geojson"), mark + before + "강남구" + behind);
            QVERIFY2(plain.error.isEmpty(), qPrintable(plain.error));
            QCOMPARE(joined(plain), QByteArray("name/|강남구/|"));
        }
        const ReadRows korean = m_files.read(QStringLiteral("k.geojson"), before + "\xB0\xAD\xB3\xB2\xB1\xB8" + behind);
        QVERIFY2(korean.error.isEmpty(), qPrintable(korean.error));
        QCOMPARE(joined(korean), QByteArray("name/|강남구/|"));
        QCOMPARE(korean.info.encoding, QStringLiteral("CP949"));
        QCOMPARE(korean.wkb[1].size(), size_t(21));
        const ReadRows spoiled = m_files.read(QStringLiteral("s.geojson"), before + "\xB0\xAD\xFF" + behind);
        QVERIFY2(spoiled.error.contains(QStringLiteral("0xFF")), qPrintable(spoiled.error));
        const ReadRows mixed = m_files.read(QStringLiteral("m.geojson"), before + "강남구\xB0\xA1" + behind);
        QVERIFY2(mixed.error.contains(QStringLiteral("two encodings")), qPrintable(mixed.error));
    }

private:
    static QByteArray joined(const ReadRows& read) {
        QByteArray out;
        for (const auto& row : read.rows) {
            for (const auto& cell : row) out += QByteArray::fromStdString(cell) + "/";
            out += "|";
        }
        return out;
    }

    test::Files m_files;
};

QTEST_GUILESS_MAIN(TestJsonReader)
#include "test_json_reader.moc"
