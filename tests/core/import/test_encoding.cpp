// SPDX-License-Identifier: GPL-3.0-or-later
// Strict decoding: every Hangul syllable, every decision, and refusals that name the byte, its line and its column.
#include <QCryptographicHash>

#include "core/base/format.h"
#include "core/import/encoding.h"
#include "core/import/text_stream.h"
#include "tests/core/import/reader_fixture.h"

using namespace mudeung;
using test::ReadRows;

namespace {

QByteArray sha256(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray utf16(const QString& text, bool big, bool mark) {
    QByteArray out = mark ? (big ? QByteArray("\xFE\xFF") : QByteArray("\xFF\xFE")) : QByteArray();
    for (const QChar c : text) {
        const char low = static_cast<char>(c.unicode() & 0xFFU);
        const char high = static_cast<char>(c.unicode() >> 8U);
        out.append(big ? high : low).append(big ? low : high);
    }
    return out;
}

QByteArray joined(const ReadRows& read) {
    QByteArray out;
    for (const auto& row : read.rows) {
        for (const auto& cell : row) out += QByteArray::fromStdString(cell) + "/";
        out += "\n";
    }
    return out;
}

}  // namespace

class TestEncoding : public QObject {
    Q_OBJECT

private slots:
    /// Figures from Python's cp949 codec; see tests/data/README.md.
    void allHangulSyllables() {
        QMap<char16_t, QByteArray> pairs;
        for (int lead = 0; lead < 256; ++lead) {
            for (int trail = 0; trail < 256; ++trail) {
                const char16_t c = cp949Char(static_cast<unsigned char>(lead), static_cast<unsigned char>(trail));
                if (c == 0) continue;
                QVERIFY2(!pairs.contains(c), "two pairs for one character");
                pairs.insert(c, QByteArray(1, static_cast<char>(lead)) + static_cast<char>(trail));
            }
        }
        QByteArray bytes;
        QString text;
        for (char16_t c = 0xAC00; c <= 0xD7A3; ++c) {
            bytes += pairs.value(c);
            text += QChar(c);
        }
        QCOMPARE(static_cast<int>(bytes.size()), 2 * 11172);
        QCOMPARE(sha256(bytes), QByteArray("9d355925bccc44ae41885b4e53eb25cf5f2f5f52000c586e3b8cd938791447bd"));
        const auto decoded = decodeAll(Encoding::Cp949, bytes.constData(), static_cast<size_t>(bytes.size()));
        QVERIFY(decoded.has_value());
        QCOMPARE(QString::fromStdString(*decoded), text);
    }
    void allPairs() {
        QString text;
        for (int lead = 0x81; lead <= 0xFE; ++lead) {
            for (int trail = 0x41; trail <= 0xFE; ++trail) {
                const char16_t c = cp949Char(static_cast<unsigned char>(lead), static_cast<unsigned char>(trail));
                if (c != 0) text += QChar(c);
            }
        }
        QCOMPARE(static_cast<int>(text.size()), 17048);
        QCOMPARE(sha256(text.toUtf8()), QByteArray("f49bf642f090c1ce9815815ce783022b6deebb12346af361db70c72d9d7bb59d"));
    }

    /// Any split of the bytes decodes to the same text, and a character is never cut.
    void splitsAnywhere_data() {
        QTest::addColumn<int>("encoding");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("UTF-8") << static_cast<int>(Encoding::Utf8) << QByteArray("a가\xC3\xA9\xF0\x9F\x9A\x8C b힣");
        QTest::newRow("CP949") << static_cast<int>(Encoding::Cp949)
                               << QByteArray(
                                      "a\xB0\xA1,\x8C\x63 \xC8\xFE"
                                      "Z\xC6\x52");
        QTest::newRow("UTF-16LE") << static_cast<int>(Encoding::Utf16Le) << utf16(QStringLiteral("a가🚌 b힣"), false, false);
        QTest::newRow("UTF-16BE") << static_cast<int>(Encoding::Utf16Be) << utf16(QStringLiteral("a가🚌 b힣"), true, false);
    }
    void splitsAnywhere() {
        QFETCH(int, encoding);
        QFETCH(QByteArray, bytes);
        const auto e = static_cast<Encoding>(encoding);
        const auto size = static_cast<size_t>(bytes.size());
        const auto whole = decodeAll(e, bytes.constData(), size);
        QVERIFY(whole.has_value());
        for (size_t cut = 0; cut <= size; ++cut) {
            std::string text;
            const DecodeStep first = decodeText(e, bytes.constData(), cut, false, text);
            QVERIFY(!first.fault && first.consumed <= cut);
            QVERIFY(QString::fromStdString(text).indexOf(QChar(0xFFFD)) < 0);
            const DecodeStep rest = decodeText(e, bytes.constData() + first.consumed, size - first.consumed, true, text);
            QVERIFY(!rest.fault);
            QCOMPARE(text, *whole);
        }
    }

    void refusesEveryMalformedSequence_data() {
        QTest::addColumn<int>("encoding");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("at");
        const auto add = [](const char* name, Encoding encoding, const QByteArray& bytes, int at) {
            QTest::newRow(name) << static_cast<int>(encoding) << bytes << at;
        };
        add("lone continuation", Encoding::Utf8, "ab\x80", 2);
        add("overlong /", Encoding::Utf8, "\xC0\xAF", 0);
        add("overlong three", Encoding::Utf8, "a\xE0\x80\xAF", 1);
        add("overlong four", Encoding::Utf8, "\xF0\x80\x80\xAF", 0);
        add("surrogate", Encoding::Utf8, "\xED\xA0\x80", 0);
        add("beyond Unicode", Encoding::Utf8, "\xF4\x90\x80\x80", 0);
        add("F5", Encoding::Utf8, "xx\xF5\x80\x80\x80", 2);
        add("cut by a letter", Encoding::Utf8,
            "\xEA\xB0"
            "a",
            0);
        add("cut by the end", Encoding::Utf8, "가\xEA\xB0", 3);
        add("lead 80", Encoding::Cp949,
            "a\x80"
            "a",
            1);
        add("lead FF", Encoding::Cp949, "\xFF\xA1", 0);
        add("trail newline", Encoding::Cp949, "\xB0\n", 0);
        add("trail digit", Encoding::Cp949, "\xB0\x31", 0);
        add("user-defined row C9", Encoding::Cp949, "\xB0\xA1\xC9\xA1", 2);
        add("user-defined row FE", Encoding::Cp949, "\xFE\xA1", 0);
        add("cut by the end", Encoding::Cp949, "\xB0\xA1\xB0", 2);
        add("lone low surrogate", Encoding::Utf16Le, QByteArray("a\0\x00\xDC", 4), 2);
        add("high without low", Encoding::Utf16Le,
            QByteArray("\x3D\xD8"
                       "a\0",
                       4),
            0);
        add("odd size", Encoding::Utf16Le, QByteArray("a\0b", 3), 2);
        add("high at the end", Encoding::Utf16Be, QByteArray("\0a\xD8\x3D", 4), 2);
    }
    void refusesEveryMalformedSequence() {
        QFETCH(int, encoding);
        QFETCH(QByteArray, bytes);
        QFETCH(int, at);
        TextTally tally;
        const DecodeStep step =
            checkText(static_cast<Encoding>(encoding), bytes.constData(), static_cast<size_t>(bytes.size()), true, tally);
        QVERIFY(step.fault);
        QCOMPARE(step.consumed, static_cast<size_t>(at));
        QVERIFY(!decodeAll(static_cast<Encoding>(encoding), bytes.constData(), static_cast<size_t>(bytes.size())));
    }

    void decisions_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("forced");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QByteArray>("cells");
        const QString text = QStringLiteral("구,동\n강남구,가락동\n가평,1\n");
        const QByteArray cells = text.toUtf8().replace(",", "/").replace("\n", "/\n");
        // iconv -f UTF-8 -t CP949
        const QByteArray korean("\xB1\xB8,\xB5\xBF\n\xB0\xAD\xB3\xB2\xB1\xB8,\xB0\xA1\xB6\xF4\xB5\xBF\n\xB0\xA1\xC6\xF2,1\n");
        const auto add = [&](const char* name, const QByteArray& bytes, const char* forced, const char* encoding) {
            QTest::newRow(name) << bytes << QString::fromLatin1(forced) << QString::fromLatin1(encoding) << cells;
        };
        add("UTF-8", text.toUtf8(), "", "UTF-8");
        add("UTF-8 BOM", "\xEF\xBB\xBF" + text.toUtf8(), "", "UTF-8 BOM");
        add("CP949", korean, "", "CP949");
        add("UTF-16LE BOM", utf16(text, false, true), "", "UTF-16LE");
        add("UTF-16BE BOM", utf16(text, true, true), "", "UTF-16BE");
        add("UTF-16LE", utf16(text, false, false), "", "UTF-16LE");
        add("UTF-16BE", utf16(text, true, false), "", "UTF-16BE");
        add("forced CP949", korean, "euc-kr", "CP949");
        add("forced UTF-8", text.toUtf8(), "utf8", "UTF-8");
        add("forced UTF-8 with BOM", "\xEF\xBB\xBF" + text.toUtf8(), "UTF-8", "UTF-8 BOM");
        add("forced UTF-16BE", utf16(text, true, false), "UTF-16BE", "UTF-16BE");
        QTest::newRow("one stray NUL") << QByteArray("a,b\n1,2\0", 8) << QString() << QStringLiteral("UTF-8") << QByteArray("a/b/\n1/2/\n");
        QTest::newRow("ASCII") << QByteArray("a,b\n") << QString() << QStringLiteral("UTF-8") << QByteArray("a/b/\n");
        QTest::newRow("BOM behind line 1 is text") << QByteArray(
                                                          "a,b\n\xEF\xBB\xBF"
                                                          "1,2\n")
                                                   << QString() << QStringLiteral("UTF-8")
                                                   << QByteArray(
                                                          "a/b/\n\xEF\xBB\xBF"
                                                          "1/2/\n");
        QTest::newRow("extended Hangul") << QByteArray("a,\x8C\x63\n") << QString() << QStringLiteral("CP949") << QByteArray("a/똠/\n");
        QTest::newRow("one lost letter") << QByteArray("a,\xEF\xBF\xBD\n") << QString() << QStringLiteral("UTF-8")
                                         << QByteArray("a/\xEF\xBF\xBD/\n");
    }
    void decisions() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, forced);
        QFETCH(QString, encoding);
        QFETCH(QByteArray, cells);
        SourceOptions options;
        options.encoding = forced;
        const ReadRows read = m_files.read(QStringLiteral("d.csv"), bytes, options);
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QCOMPARE(read.info.encoding, encoding);
        QVERIFY(!read.info.encodingReason.isEmpty());
        QCOMPARE(joined(read), cells);
    }

    void refusals_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("forced");
        QTest::addColumn<QStringList>("words");
        const auto add = [](const char* name, const QByteArray& bytes, const char* forced, const QStringList& words) {
            QTest::newRow(name) << bytes << QString::fromLatin1(forced) << words;
        };
        const QByteArray header = QByteArray("이름,값\n");
        add("UTF-8 then CP949", header + "가나,1\n다\xB0\xA1,2\n", "", {"0xB0", "line 3, column 2", "two encodings"});
        add("the same with CRLF", "이름,값\r\n가나,1\r\n다\xB0\xA1,2\r\n", "", {"line 3, column 2"});
        add("the same with BOM", "\xEF\xBB\xBF" + QByteArray("이름\xB0\xA1,2\n"), "", {"0xB0", "line 1, column 3"});
        add("cut at the end", header + "가나,\xEA\xB0", "", {"0xEA", "line 2, column 4"});
        add("CP949 cut at the end", "a,b\n\xB0\xA1\xB3\xAA,\xB0", "", {"0xB0", "line 2, column 4"});
        add("lone FF", "a,b\n12,\xFF\n", "", {"0xFF", "line 2, column 4", "neither"});
        add("Latin-1", "a,b\ncaf\xE9,1\n", "", {"line 2, column 4"});
        add("forced UTF-8", "a,b\nx\xB0\xA1,1\n", "UTF-8", {"UTF-8", "0xB0", "line 2, column 2"});
        add("forced CP949", "a,b\n가나,1\n", "CP949", {"CP949", "line 2"});
        add("forced UTF-16LE odd", QByteArray("a\0,\0b\0\n\0x", 9), "UTF-16LE", {"line 2, column 1"});
        add("unknown name", "a,b\n", "KOI8-R", {"KOI8-R", "not known"});
        add("destroyed", "a,b\n\xEF\xBF\xBD\xEF\xBF\xBD,1\n", "", {"U+FFFD", "destroyed"});
        add("destroyed here and there", "a\n" + QByteArray("x\xEF\xBF\xBDy\n").repeated(4), "", {"4 replacement characters"});
        add("destroyed before CP949 was forced", "a\n" + QByteArray("x\xEF\xBF\xBDy\n").repeated(4), "UTF-8", {"U+FFFD"});
    }
    void refusals() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, forced);
        QFETCH(QStringList, words);
        SourceOptions options;
        options.encoding = forced;
        const ReadRows read = m_files.read(QStringLiteral("r.csv"), bytes, options);
        QVERIFY2(!read.error.isEmpty(), joined(read).constData());
        for (const QString& word : words) QVERIFY2(read.error.contains(word), qPrintable(read.error));
        QVERIFY2(!read.error.contains(QLatin1Char('%')), qPrintable(read.error));
        QVERIFY(read.rows.empty());
    }

    /// A file name with marks of its own does not disturb the sentence.
    void percentInTheFileName() {
        const ReadRows read = m_files.read(QStringLiteral("비율%2 %5.csv"), "a,b\n1,\xFF\n");
        QVERIFY2(read.error.contains(QStringLiteral("비율%2 %5.csv")) && read.error.contains(QStringLiteral("line 2, column 3")),
                 qPrintable(read.error));
    }

    /// Fault far into the file: the position is counted over chunk edges.
    void faultBehindManyChunks() {
        QByteArray bytes("이름,값\n");
        const QByteArray line("가나다라마,12345\n");
        while (bytes.size() < (3 << 20)) bytes += line;
        const qint64 lines = bytes.count('\n');
        const ReadRows read = m_files.read(QStringLiteral("f.csv"), bytes + "가나\xB0\xA1,1\n" + line);
        const QString where = QStringLiteral("line %1, column 3").arg(formatCount(lines + 1));
        QVERIFY2(read.error.contains(where), qPrintable(read.error + where));
    }

    /// The head that a preview reads may end inside a character; that is no fault, and the decision says what it saw.
    void headEndsInsideACharacter() {
        for (const QByteArray& letter : {QByteArray("가"), QByteArray("\xB0\xA1")}) {
            for (int shift = 0; shift < letter.size() + 1; ++shift) {
                QByteArray bytes("a,b\n" + QByteArray(shift, 'x') + ",1\n");
                while (bytes.size() < (3 << 19)) bytes += letter.repeated(30) + ",1\n";
                SourceOptions options;
                options.headOnly = true;
                const ReadRows read = m_files.read(QStringLiteral("h.csv"), bytes, options);
                QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
                QCOMPARE(read.info.encoding, letter.size() == 3 ? QStringLiteral("UTF-8") : QStringLiteral("CP949"));
                QVERIFY2(read.info.encodingReason.contains(QStringLiteral("beginning")), qPrintable(read.info.encodingReason));
                QVERIFY(read.rows.size() > 5000);
            }
        }
    }

    void names() {
        QCOMPARE(encodingFromName(QStringLiteral("EUC-KR")), std::optional<Encoding>(Encoding::Cp949));
        QCOMPARE(encodingFromName(QStringLiteral("ks_c_5601-1987")), std::optional<Encoding>(Encoding::Cp949));
        QCOMPARE(encodingFromName(QStringLiteral("utf-8")), std::optional<Encoding>(Encoding::Utf8));
        QVERIFY(!encodingFromName(QStringLiteral("latin1")));
    }

private:
    test::Files m_files;
};

QTEST_GUILESS_MAIN(TestEncoding)
#include "test_encoding.moc"
