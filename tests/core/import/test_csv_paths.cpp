// SPDX-License-Identifier: GPL-3.0-or-later
// The fast ways of reading delimited text against the scalar reference: marks, generated texts, and every real file.
#include <QDirIterator>
#include <random>

#include "core/import/csv_reader.h"
#include "core/import/row_splitter.h"
#include "tests/core/import/reader_fixture.h"
#include "tests/fuzz/csv_agreement.h"
#include "tests/support/real_data.h"

using namespace mudeung;

namespace {

// Sanitizers make every reading many times slower.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kTexts = 10000;
constexpr int kMarkTexts = 20000;
#else
constexpr int kTexts = 200000;
constexpr int kMarkTexts = 200000;
#endif

std::vector<std::uint32_t> marksOf(MarkPath path, std::string_view text, char delimiter) {
    std::vector<std::uint32_t> marks(text.size() + kMarkSlack);
    marks.resize(markFinder(path)(text.data(), text.size(), delimiter, marks.data()));
    return marks;
}

test::ReadRows readWith(const QString& path, const CsvLimits& limits) {
    auto bytes = ByteSource::open(path, QStringLiteral("data.csv"));
    if (!bytes) return test::readAll(bytes.error());
    const auto decision = decideEncoding(**bytes, {});
    if (!decision) return test::readAll(decision.error());
    return test::readAll(openCsv(std::move(*bytes), *decision, {}, limits));
}

}  // namespace

class TestCsvPaths : public QObject {
    Q_OBJECT

private slots:
    void marksInBlocks_data() {
        QTest::addColumn<int>("path");
        QTest::newRow("AVX2") << static_cast<int>(MarkPath::Avx2);
        QTest::newRow("SSE2") << static_cast<int>(MarkPath::Sse2);
        QTest::newRow("best") << static_cast<int>(MarkPath::Best);
    }
    /// Texts of 0 to 300 bytes, from nothing but marks to hardly any, at any address.
    void marksInBlocks() {
        QFETCH(int, path);
        const auto way = static_cast<MarkPath>(path);
        if (!markPathAvailable(way)) QSKIP("this processor has no such instructions");
        std::mt19937 random(41);
        std::string text;
        for (int round = 0; round < kMarkTexts; ++round) {
            const char delimiter = ",\t;|a\x01"[random() % 6];
            const std::size_t rarity = 1 + random() % 20;
            text.resize(random() % 300);
            for (char& c : text) c = random() % rarity == 0 ? ",\"\n\r\t;|"[random() % 7] : static_cast<char>(random() % 256);
            const std::string_view part =
                std::string_view(text).substr(text.empty() ? 0 : random() % std::min<std::size_t>(text.size(), 40));
            std::vector<std::uint32_t> expected;
            for (std::size_t i = 0; i < part.size(); ++i) {
                if (part[i] == delimiter || part[i] == '"' || part[i] == '\n' || part[i] == '\r')
                    expected.push_back(static_cast<std::uint32_t>(i));
            }
            QVERIFY2(marksOf(MarkPath::Scalar, part, delimiter) == expected, "scalar");
            QVERIFY2(marksOf(way, part, delimiter) == expected, qPrintable(QStringLiteral("round %1").arg(round)));
        }
    }

    void generatedTexts() {
        std::mt19937 random(20241123);
        for (int round = 0; round < kTexts; ++round) {
            const std::string input = test::structuredInput(random);
            const std::string wrong = test::disagreement(input);
            QVERIFY2(wrong.empty(), (QByteArray::fromStdString(input).toHex() + "\n" + QByteArray::fromStdString(wrong)).constData());
        }
    }

    /// Two U+FFFD with the edge of a chunk between them: found by the fuzz target.
    void replacementsAtAnEdge() {
        const char* const inputs[] = {"04eab080440d0a0025282c22342d30312d3030303831325900001e3cefbfbdefbfbd",
                                      "0509000114010a0a0a0a0a0a0a0a0a0a0a0a0a0aefbfbdefbfbd0a0a0a0a0a0a0a0aefbfbd0a0a0a0a0a0a0a0a0a0a0a"
                                      "0a000161"
                                      "2c2c620a2c330a"};
        for (const char* input : inputs) {
            const std::string wrong = test::disagreement(QByteArray::fromHex(input).toStdString());
            QVERIFY2(wrong.empty(), wrong.c_str());
        }
        for (std::size_t chunk = 1; chunk < 60; ++chunk) {
            const std::string text = "a,b\n1,\xEF\xBF\xBD\xEF\xBF\xBD\n2,some more text behind it\n";
            const auto decision = decideEncoding(*ByteSource::fromMemory(text, QStringLiteral("data.csv")), {}, chunk);
            QVERIFY2(!decision.ok(), qPrintable(QString::number(chunk)));
        }
    }

    /// A window edge at every byte of rows of every kind.
    void everyWindowEdge() {
        const std::string text = "a,b,c\r\n1,,\"x,y\"\r\n\"2\",\"\",3\n\n4,\"a\"\"b\",\"d\"e\r5,6\"7,8\r\n,,\r\n\"l\nm\",9,0\n";
        for (int encoding : {0, 4}) {
            for (char window = 0; window < 90; ++window) {
                for (char chunk = 0; chunk < 90; ++chunk) {
                    std::string input{chunk, window, static_cast<char>(encoding), 1, 0, 1};
                    const std::string wrong = test::disagreement(input + text);
                    QVERIFY2(wrong.empty(), wrong.c_str());
                }
            }
        }
    }

    /// Rows without doubled quotes and breaks in cells do not go the careful way, or the speed is lost unseen.
    void plainRowsAreSplitAtMarks() {
        if (!markPathAvailable(MarkPath::Sse2)) QSKIP("this processor has no blocks to look at");
        std::string text("a,b,c\r\n");
        for (int i = 0; i < 5000; ++i) text += std::to_string(i) + (i % 2 == 0 ? ",\"q,r\",\n" : ",\"q,r\",in\"side\r\n");
        RowSplitter splitter(',', CsvLimits());
        std::vector<std::string_view> cells;
        std::size_t at = 0;
        for (int i = -1; i < 5000; ++i) {
            const std::size_t behind = splitter.split(text.data(), at, text.size(), cells);
            QVERIFY2(behind > at, qPrintable(QString::number(i)));
            at = behind;
            QCOMPARE(cells.size(), std::size_t(3));
            if (i < 0) continue;
            QVERIFY(cells[0] == std::to_string(i) && cells[1] == "q,r" && cells[2] == (i % 2 == 0 ? "" : "in\"side"));
        }
        QCOMPARE(at, text.size());
        const std::string careful = "\"a\"\"b\",1\n";
        splitter.forget();
        QCOMPARE(splitter.split(careful.data(), 0, careful.size(), cells), std::size_t(0));
    }

    void everyRealFile() {
        MUDEUNG_REAL_FILE(some, "ridership/CARD_SUBWAY_MONTH_202301.csv");
        QDirIterator files(QStringLiteral(MUDEUNG_REAL_DATA), {QStringLiteral("*.csv")}, QDir::Files, QDirIterator::Subdirectories);
        int seen = 0;
        std::size_t rows = 0;
        while (files.hasNext()) {
            const QString path = files.next();
            if (QFileInfo(path).size() > (32 << 20)) continue;
            CsvLimits limits;
            limits.marks = MarkPath::Scalar;
            const test::ReadRows reference = readWith(path, limits);
            for (const MarkPath way : {MarkPath::Avx2, MarkPath::Sse2}) {
                limits.marks = way;
                limits.chunkBytes = way == MarkPath::Avx2 ? kTextChunk : 4099;
                limits.windowBytes = way == MarkPath::Avx2 ? CsvLimits().windowBytes : 521;
                const test::ReadRows read = readWith(path, limits);
                QVERIFY2(read.rows == reference.rows && read.lines == reference.lines && read.damaged == reference.damaged &&
                             read.error == reference.error && read.info.delimiter == reference.info.delimiter,
                         qPrintable(path));
            }
            ++seen;
            rows += reference.rows.size();
        }
        QVERIFY2(seen > 20 && rows > 200000, qPrintable(QStringLiteral("%1 files, %2 rows").arg(seen).arg(rows)));
        QVERIFY(!some.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCsvPaths)
#include "test_csv_paths.moc"
