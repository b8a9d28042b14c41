// SPDX-License-Identifier: GPL-3.0-or-later
// Delimited text against a second, slow parser written here, with the edges of the read buffer laid at every byte.
#include <random>

#include "core/import/csv_reader.h"
#include "tests/core/import/reader_fixture.h"

using namespace mudeung;
using test::Cells;
using test::ReadRows;

namespace {

struct Expected {
    std::vector<Cells> rows;
    std::vector<qint64> lines;
    int damaged = 0;
    bool unclosed = false;
};

/// One character at a time, no buffers: what the streaming reader must agree with. ASCII delimiters, UTF-8 text.
Expected slowParse(const std::string& text, char delimiter) {
    Expected out;
    size_t i = 0;
    qint64 line = 1;
    const auto lineBreak = [&] {  // at a break: steps over it
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
        ++i;
        ++line;
    };
    const auto atBreak = [&] { return i < text.size() && (text[i] == '\n' || text[i] == '\r'); };
    while (i < text.size()) {
        if (atBreak()) {
            lineBreak();
            continue;
        }
        const qint64 begun = line;
        Cells cells;
        bool damaged = false;
        for (;;) {
            std::string cell;
            if (i < text.size() && text[i] == '"') {
                ++i;
                for (;;) {
                    if (i >= text.size()) {
                        out.unclosed = true;
                        return out;
                    }
                    if (text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') {
                        cell += '"';
                        i += 2;
                    } else if (text[i] == '"') {
                        ++i;
                        break;
                    } else if (atBreak()) {
                        const size_t from = i;
                        lineBreak();
                        cell += text.substr(from, i - from);
                    } else {
                        cell += text[i++];
                    }
                }
                if (i < text.size() && text[i] != delimiter && !atBreak()) damaged = true;
            }
            while (i < text.size() && text[i] != delimiter && !atBreak()) cell += text[i++];
            cells.push_back(cell);
            if (i >= text.size() || text[i] != delimiter) break;
            ++i;
        }
        if (i < text.size()) lineBreak();
        out.rows.push_back(cells);
        out.lines.push_back(begun);
        out.damaged += damaged;
    }
    return out;
}

ReadRows readCsv(const QString& path, const CsvLimits& limits, const QString& encoding = {}) {
    auto bytes = ByteSource::open(path, QStringLiteral("data.csv"));
    if (!bytes) return test::readAll(bytes.error());
    const auto decision = decideEncoding(**bytes, encoding);
    if (!decision) return test::readAll(decision.error());
    return test::readAll(openCsv(std::move(*bytes), *decision, {}, limits));
}

std::string shown(const std::vector<Cells>& rows) {
    std::string out;
    for (const auto& row : rows) {
        for (const auto& cell : row) out += "<" + cell + ">";
        out += "|";
    }
    return out;
}

QString difference(const ReadRows& read, const Expected& expected) {
    if (expected.unclosed) return read.error.contains(QStringLiteral("never closed")) ? QString() : QStringLiteral("unclosed not refused");
    if (!read.error.isEmpty()) return read.error;
    if (read.rows != expected.rows) return QString::fromStdString("read " + shown(read.rows) + " expected " + shown(expected.rows));
    if (read.lines != expected.lines) return QStringLiteral("the line numbers differ");
    if (read.damaged != expected.damaged) return QStringLiteral("damaged quotes: %1 not %2").arg(read.damaged).arg(expected.damaged);
    return {};
}

CsvLimits chunks(size_t bytes) {
    CsvLimits limits;
    limits.chunkBytes = bytes;
    limits.sniffBytes = 8;  // the "sep=" line must be in it
    return limits;
}

// A sanitizer poisons the megabyte buffer of every reading, which makes 3,000 of them last minutes.
#if defined(__SANITIZE_ADDRESS__)
constexpr int kRandomTexts = 400;
#else
constexpr int kRandomTexts = 3000;
#endif

const QByteArray kTricky =
    "sep=,\n번호,이름,값\n1,\"가,나\",\"say "
    "\"\"hi\"\"\"\r\n2,\"두\n줄\",\r3,,\n\r\n\r\r\n4,똠방각하,힣\n\"\",\"\"\"\",\"\"\"\"\"\"\n5,끝,\"\r\n\"\n"
    "6,a\"b,\"c\"d\n,,\n7,마지막,x";

}  // namespace

class TestCsvReader : public QObject {
    Q_OBJECT

private slots:
    void exactCells() {
        const ReadRows read = m_files.read(QStringLiteral("a.csv"), kTricky);
        const std::vector<Cells> rows{
            {"번호", "이름", "값"}, {"1", "가,나", "say \"hi\""}, {"2", "두\n줄", ""}, {"3", "", ""}, {"4", "똠방각하", "힣"},
            {"", "\"", "\"\""},     {"5", "끝", "\r\n"},          {"6", "a\"b", "cd"}, {"", "", ""},  {"7", "마지막", "x"}};
        QVERIFY2(read.rows == rows, shown(read.rows).c_str());
        QCOMPARE(read.lines, (std::vector<qint64>{2, 3, 4, 6, 10, 11, 12, 14, 15, 16}));
        QCOMPARE(read.damaged, 1);
        QCOMPARE(read.info.delimiter, QStringLiteral(","));
    }

    void everyChunkEdge_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        QTest::newRow("UTF-8") << kTricky << QStringLiteral("UTF-8");
        // The same text, encoded by: iconv -f UTF-8 -t CP949
        QFile file(QStringLiteral(MUDEUNG_TEST_DATA "/readers/tricky_cp949.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow("CP949") << file.readAll() << QStringLiteral("CP949");
    }
    void everyChunkEdge() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, encoding);
        const Expected expected = slowParse(kTricky.mid(6).toStdString(), ',');
        const QString path = m_files.write(QStringLiteral("edge.csv"), bytes);
        for (size_t size = 1; size <= static_cast<size_t>(bytes.size()) + 1; ++size) {
            ReadRows read = readCsv(path, chunks(size));
            for (qint64& line : read.lines) --line;  // the sep= line
            const QString wrong = difference(read, expected);
            QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("chunks of %1 bytes: %2").arg(size).arg(wrong)));
            QCOMPARE(read.info.encoding, encoding);
        }
    }

    void randomTexts() {
        std::mt19937 random(20240405);
        const std::vector<std::string> pieces{",", ",",  ",",  "\"", "\"", "\"\"", "\n",    "\r\n", "\r",
                                              "a", "12", "가", "똠", " ",  ";",    "\",\"", "\n\""};
        int unclosed = 0;
        int wide = 0;
        for (int round = 0; round < kRandomTexts; ++round) {
            std::string text;
            const size_t length = 1 + random() % 40;
            for (size_t i = 0; i < length; ++i) text += pieces[random() % pieces.size()];
            text += "z";  // never blank
            const Expected expected = slowParse(text, ',');
            unclosed += expected.unclosed;
            wide += !expected.unclosed && expected.rows.size() > 2;
            const QString path = m_files.write(QStringLiteral("random.csv"), QByteArray::fromStdString("sep=,\n" + text));
            for (const size_t size : {size_t(1 + random() % 9), size_t(1) << 20U}) {
                ReadRows read = readCsv(path, chunks(size));
                for (qint64& line : read.lines) --line;
                const QString wrong = difference(read, expected);
                QVERIFY2(wrong.isEmpty(), qPrintable(QString::fromStdString(text) + QStringLiteral("\n→ ") + wrong));
            }
        }
        QVERIFY2(unclosed > kRandomTexts / 30 && wide > kRandomTexts / 6, qPrintable(QStringLiteral("%1 %2").arg(unclosed).arg(wide)));
    }

    /// Tables written by the rules come back cell by cell, whatever is in the cells.
    void writtenTablesComeBack_data() {
        QTest::addColumn<char>("delimiter");
        for (const char c : {',', ';', '\t', '|'}) QTest::newRow(std::string(1, c).c_str()) << c;
    }
    void writtenTablesComeBack() {
        QFETCH(char, delimiter);
        std::mt19937 random(7);
        const std::vector<std::string> pieces{"가", "나다", "1,234", "\"", "\n", "\r\n", ";", "|", "\t", "x", "", "한강로2가", "-", "0.5"};
        for (int round = 0; round < 300; ++round) {
            const size_t columns = 2 + random() % 6;
            std::vector<Cells> rows(1 + random() % 12, Cells(columns));
            std::string text;
            for (auto& row : rows) {
                for (auto& cell : row) {
                    for (size_t n = random() % 4; n > 0; --n) cell += pieces[random() % pieces.size()];
                    std::string quoted = "\"";
                    for (const char c : cell) quoted += c == '"' ? "\"\"" : std::string(1, c);
                    text += quoted + "\"" + delimiter;
                }
                text.back() = '\n';
            }
            const ReadRows read = m_files.read(QStringLiteral("w.csv"), QByteArray::fromStdString(text));
            QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
            QVERIFY2(read.rows == rows, (text + "\n" + shown(read.rows)).c_str());
            QCOMPARE(read.info.delimiter, QString(QLatin1Char(delimiter)));
        }
    }

    void delimiters_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("delimiter");
        QTest::newRow("semicolon beside decimal commas") << QByteArray("a;b;c\n1,5;2,5;x\n2,5;3,5;y\n") << QStringLiteral(";");
        QTest::newRow("tab with commas in text") << QByteArray("a\tb\nx, y\t1\nz, q, r\t2\n") << QStringLiteral("\t");
        QTest::newRow("pipe") << QByteArray("a|b\n1|2\n") << QStringLiteral("|");
        QTest::newRow("comma with a ; in one field") << QByteArray("a,b\n\"x;y\",1\nq;r,2\nz,3\n") << QStringLiteral(",");
        QTest::newRow("one column") << QByteArray("a\n1\n2\n") << QStringLiteral(",");
        QTest::newRow("title line above") << QByteArray("2024년 현황\na;b;c\n1;2;3\n4;5;6\n") << QStringLiteral(";");
        QTest::newRow("sep= wins") << QByteArray("sep=;\na,b;c,d\n1,2;3,4\n") << QStringLiteral(";");
        QTest::newRow("sep= with CRLF") << QByteArray("sep=|\r\na|b\r\n") << QStringLiteral("|");
    }
    void delimiters() {
        QFETCH(QByteArray, text);
        QFETCH(QString, delimiter);
        const ReadRows read = m_files.read(QStringLiteral("d.csv"), text);
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QCOMPARE(read.info.delimiter, delimiter);
        QVERIFY(!text.startsWith("sep=") || read.lines[0] == 2);
    }

    void endsOfFiles_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("cells");
        const auto add = [](const char* name, const QByteArray& text, const char* cells) {
            QTest::newRow(name) << text << QString::fromUtf8(cells);
        };
        add("newline", "a,b\n1,2\n", "<a><b>|<1><2>|");
        add("no newline", "a,b\n1,2", "<a><b>|<1><2>|");
        add("trailing empty field", "a,b\n1,", "<a><b>|<1><>|");
        add("trailing empty fields", "a,b,c\n1,,\n,,\n", "<a><b><c>|<1><><>|<><><>|");
        add("CR only", "a,b\r1,2\r", "<a><b>|<1><2>|");
        add("blank lines behind", "a,b\n1,2\n\n\n", "<a><b>|<1><2>|");
        add("DOS end mark", "a,b\r\n1,2\r\n\x1A", "<a><b>|<1><2>|");
        add("DOS end mark behind text", "a,b\n1,2\x1A", "<a><b>|<1><2>|");
        add("quoted at the end", "a,b\n1,\"2\"", "<a><b>|<1><2>|");
        add("empty quoted at the end", "a,b\n1,\"\"", "<a><b>|<1><>|");
        add("NUL", QByteArray("a,b\n1,2\0\0\n", 10), "<a><b>|<1><2>|");
        add("ragged", "a,b\n1\n1,2,3\n", "<a><b>|<1>|<1><2><3>|");
    }
    void endsOfFiles() {
        QFETCH(QByteArray, text);
        QFETCH(QString, cells);
        const QString path = m_files.write(QStringLiteral("e.csv"), text);
        for (const size_t size : {1, 2, 3, 1 << 20}) {
            CsvLimits limits;
            limits.chunkBytes = size;
            const ReadRows read = readCsv(path, limits);
            QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
            QCOMPARE(QString::fromStdString(shown(read.rows)), cells);
            QCOMPARE(static_cast<int>(read.info.warnings.size()), text.contains('\0') ? 1 : 0);
        }
    }

    void unclosedQuoteNamesItsLine() {
        const ReadRows read = m_files.read(QStringLiteral("u.csv"), "a,b\n\n\"x\ny\",1\n2,\"z\n3,4\n5,6\n");
        QVERIFY2(read.error.contains(QStringLiteral("line 5")), qPrintable(read.error));
        QCOMPARE(read.code, ErrorCode::InputRefused);
        QCOMPARE(read.rows.size(), size_t(2));
    }

    /// A quote opened early in a large file is refused behind 1 MiB and never swallows the rest.
    void unclosedQuoteInLargeFile() {
        QByteArray text("a,b\n1,\"open\n");
        while (text.size() < (20 << 20)) text += "1,2\n3,4\n5,6\n7,8\n9,10\n11,12\n13,14\n15,16\n";
        const ReadRows read = m_files.read(QStringLiteral("u.csv"), text);
        QVERIFY2(read.error.contains(QStringLiteral("line 2")), qPrintable(read.error));
        QCOMPARE(read.rows.size(), size_t(1));
    }

    void longLines() {
        QByteArray fits("a,b\n");
        for (int i = 0; i < 15; ++i) fits += "\"" + QByteArray(1000000, 'x') + "\",";
        const ReadRows good = m_files.read(QStringLiteral("l.csv"), fits + "\n1,2\n");
        QVERIFY2(good.error.isEmpty(), qPrintable(good.error));
        QCOMPARE(good.rows.size(), size_t(3));
        QCOMPARE(good.rows[1].size(), size_t(16));
        const ReadRows bad = m_files.read(QStringLiteral("l.csv"), "a,b\n1,2\n" + QByteArray(17 << 20, 'x') + "\n1,2\n");
        QVERIFY2(bad.error.contains(QStringLiteral("Line 3")), qPrintable(bad.error));
        QCOMPARE(bad.code, ErrorCode::InputRefused);
    }

    void sixtyMegabytesInOneLine() {
        QElapsedTimer timer;
        const QByteArray line(60 << 20, 'x');
        timer.start();
        const ReadRows read = m_files.read(QStringLiteral("one.csv"), line);
        QVERIFY2(read.error.contains(QStringLiteral("Line 1")), qPrintable(read.error));
        QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
    }

    /// The last record of a preview that is cut by its limit is not given out as if it were whole.
    void previewEndsBehindAWholeRow() {
        QByteArray text("id,name\n");
        while (text.size() < (3 << 20)) text += "1234567,\"가나다라 마바사\"\n";
        SourceOptions options;
        options.headOnly = true;
        const ReadRows read = m_files.read(QStringLiteral("h.csv"), text, options);
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QVERIFY(read.rows.size() > 1000 && read.rows.size() < 60000);
        for (size_t i = 1; i < read.rows.size(); ++i) QVERIFY(read.rows[i] == (Cells{"1234567", "가나다라 마바사"}));
    }

private:
    test::Files m_files;
};

QTEST_GUILESS_MAIN(TestCsvReader)
#include "test_csv_reader.moc"
