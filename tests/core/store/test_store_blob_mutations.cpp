// SPDX-License-Identifier: GPL-3.0-or-later
// Slabs, rollups and texts changed in every systematic way, with the checksum made right again so that the decoders behind it are reached:
// an error or cells of the promised shape, never a crash.
#include <QTemporaryDir>
#include <QtTest>
#include <functional>
#include <random>

#include "core/store/blob_codec.h"
#include "core/store/catalog.h"
#include "core/store/crc32c.h"
#include "tests/core/store/store_fixtures.h"
#include "tests/support/test_runs.h"

using namespace mudeung;
using namespace mudeung::store;
using namespace mudeung::test;

namespace {
constexpr int kFlips = 60000;
constexpr int kHeader = 36;
constexpr int kCrcAt = 32;
const Seal kSeal{42, 4711, 9};

/// Little-endian, byte by byte: the compiler cannot follow a pointer into a QByteArray and warns.
template <typename T>
void put(QByteArray& blob, int at, T value) {
    for (int i = 0; i < static_cast<int>(sizeof(T)); ++i) blob[at + i] = static_cast<char>((value >> (8 * i)) & 0xFF);
}

/// As core/store/README.md describes it.
QByteArray resealed(QByteArray blob, const Seal& seal = kSeal) {
    if (blob.size() < kHeader) return blob;
    std::uint32_t crc = crc32cNumber(crc32cNumber(crc32cNumber(0, seal.salt), seal.key), seal.generation);
    crc = crc32c(crc, blob.constData(), kCrcAt);
    crc = crc32c(crc, blob.constData() + kHeader, static_cast<std::size_t>(blob.size() - kHeader));
    put(blob, kCrcAt, crc);
    return blob;
}

/// The compressed form of any bytes: the frame of a text.
QByteArray frameOf(const QByteArray& raw) {
    return packBytes(raw, kSeal).mid(kHeader);
}
}  // namespace

class TestStoreBlobMutations : public QObject {
    Q_OBJECT
    int m_tried = 0;
    int m_accepted = 0;
    std::vector<std::int64_t> m_cells = std::vector<std::int64_t>(3 * 2 * 7);
    QByteArray m_slab;
    QByteArray m_rollup;
    QByteArray m_text;

    /// Whether it was accepted; what is accepted has the promised shape.
    bool slab(const QByteArray& blob) {
        ++m_tried;
        SlabShape shape{3, 2, 0};
        PackedBlock block;
        QString problem;
        if (!decodeSlab(bytesOf(blob), kSeal, shape, block, problem)) {
            if (problem.isEmpty()) QTest::qFail("refused without a reason", __FILE__, __LINE__);
            return false;
        }
        ++m_accepted;
        const bool fits = shape.days == 3 && shape.hours == 2 && shape.width >= 1 && shape.width <= kBlockPlaces &&
                          block.width == shape.width && block.codes.size() == std::size_t{6} * shape.width &&
                          static_cast<std::size_t>(std::count(block.codes.begin(), block.codes.end(), kLargeCode)) == block.large.size();
        if (!fits) QTest::qFail("a slab of another shape", __FILE__, __LINE__);
        std::vector<std::int64_t> cells;
        if (!decodeSlab(bytesOf(blob), kSeal, shape, cells, problem) || cells.size() != block.codes.size())
            QTest::qFail("two readings differ", __FILE__, __LINE__);
        return true;
    }

    bool rollup(const QByteArray& blob) {
        ++m_tried;
        RollupPlanes planes;
        QString problem;
        if (!decodeRollup(bytesOf(blob), kSeal, 2, 9, planes, problem)) {
            if (problem.isEmpty()) QTest::qFail("refused without a reason", __FILE__, __LINE__);
            return false;
        }
        ++m_accepted;
        const bool fits = planes.hours == 2 && planes.places >= 0 && planes.places <= 9 &&
                          planes.sum.size() == std::size_t{2} * planes.places && planes.observed.size() == planes.sum.size();
        if (!fits) QTest::qFail("a rollup of another shape", __FILE__, __LINE__);
        return true;
    }

    bool text(const QByteArray& blob) {
        ++m_tried;
        QByteArray data;
        QString problem;
        if (!unpackBytes(bytesOf(blob), kSeal, data, problem)) {
            if (problem.isEmpty()) QTest::qFail("refused without a reason", __FILE__, __LINE__);
            return false;
        }
        ++m_accepted;
        return true;
    }

    using Decoder = std::function<bool(const QByteArray&)>;
    std::vector<std::pair<QByteArray, Decoder>> all() {
        return {{m_slab, [this](const QByteArray& b) { return slab(b); }},
                {m_rollup, [this](const QByteArray& b) { return rollup(b); }},
                {m_text, [this](const QByteArray& b) { return text(b); }}};
    }

private slots:
    void initTestCase() {
        std::mt19937 random(1);
        for (auto& v : m_cells) {
            const auto dice = random() % 10;
            v = dice < 3 ? kNotObserved : dice < 6 ? static_cast<std::int64_t>(random()) * 7 : static_cast<std::int64_t>(random() % 300);
        }
        m_slab = encodeSlab(m_cells.data(), {3, 2, 7}, kSeal);
        m_rollup = encodeRollup({2, 5, {0, 1, 2, 3, 4, 5, 6, 70000, 8, 9}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}}, kSeal);
        m_text = packBytes("line 1\nline 2\nline 3\nline 3\nline 3\n", kSeal);
        for (const auto& [blob, decode] : all()) {
            QVERIFY(decode(blob));
            QCOMPARE(resealed(blob), blob);
        }
    }

    void everyHeaderByte() {
        for (const auto& [blob, decode] : all()) {
            for (int at = 0; at < kHeader; ++at) {
                for (int value = 0; value < 256; ++value) {
                    QByteArray bad = blob;
                    bad[at] = static_cast<char>(value);
                    if (bad == blob) continue;
                    QVERIFY2(!decode(bad), qPrintable(QStringLiteral("byte %1 = %2 with the old checksum").arg(at).arg(value)));
                    decode(resealed(bad));
                }
            }
        }
    }

    /// Lengths and counts that only make sense together, at the ends of their ranges.
    void headerNumbers() {
        const quint32 numbers[] = {0, 1, 2, 5, 7, 9, 127, 128, 129, 0xFFFF, 0x10000, 0x20003, 0x30002, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF};
        const quint64 sizes[] = {0, 1, 84, 0x7FFEFFFF, 0x7FFFFFFF, 0x80000000ull, 0xFFFFFFFFull, quint64{1} << 40, ~quint64{0}};
        for (const auto& [blob, decode] : all()) {
            for (const quint32 a : numbers) {
                for (const quint32 b : numbers) {
                    for (const quint32 c : numbers) {
                        QByteArray bad = blob;
                        put(bad, 4, a);
                        put(bad, 8, b);
                        put(bad, 12, c);
                        decode(resealed(bad));
                    }
                }
            }
            for (const quint64 size : sizes) {
                QByteArray bad = blob;
                put(bad, 16, size);
                QVERIFY2(!decode(resealed(bad)), qPrintable(QStringLiteral("%1 raw bytes").arg(size)));
            }
        }
    }

    /// A few bytes that claim to be two gigabytes are refused before the memory is taken.
    void hugeClaims() {
        for (const quint64 size : {quint64{1} << 24, quint64{0x7FFE0000}}) {
            QByteArray bad = m_text;
            put(bad, 16, size);
            QByteArray data;
            QString problem;
            QVERIFY(!unpackBytes(bytesOf(resealed(bad)), kSeal, data, problem));
            QVERIFY2(data.isEmpty(), qPrintable(QString::number(data.size())));
        }
    }

    void everyLength() {
        for (const auto& [blob, decode] : all()) {
            for (int size = 0; size < blob.size(); ++size) {
                QVERIFY(!decode(blob.left(size)));
                QVERIFY(!decode(resealed(blob.left(size))));
            }
            for (int more = 1; more < 40; ++more) QVERIFY(!decode(resealed(blob + QByteArray(more, static_cast<char>(more)))));
            QVERIFY(!decode(blob + blob));
        }
    }

    void flippedPayload() {
        std::mt19937 random(2);
        for (const auto& [blob, decode] : all()) {
            const auto payload = static_cast<unsigned>(blob.size() - kHeader);
            for (int i = 0; i < runs(kFlips); ++i) {
                QByteArray bad = blob;
                for (unsigned n = 0; n <= random() % 3; ++n) {
                    const int at = kHeader + static_cast<int>(random() % payload);
                    bad[at] = static_cast<char>(random() % 2 == 0 ? random() : static_cast<unsigned>(bad[at]) ^ (1u << (random() % 8)));
                }
                if (bad == blob) continue;
                if (i % 16 == 0) QVERIFY(!decode(bad));
                decode(resealed(bad));
            }
        }
    }

    /// A frame that can be decompressed and whose content lies: as many large values as it likes, and every length around the right one.
    void lyingContent() {
        std::mt19937 random(3);
        for (int i = 0; i < runs(kFlips) / 4; ++i) {
            const int raw = static_cast<int>(random() % 140);
            QByteArray content(raw, '\0');
            for (auto& c : content) c = static_cast<char>(random() % 3 == 0 ? 0xFF : random());
            QByteArray bad = m_slab.left(kHeader) + frameOf(content);
            if (i % 2 == 0) {
                const auto width = 1 + random() % 9;
                const auto large = raw >= static_cast<int>(width * 12) ? (static_cast<quint32>(raw) - width * 12) / 8 : 0;
                put(bad, 8, static_cast<quint32>(width));
                put(bad, 12, static_cast<quint32>(large));
                put(bad, 16, static_cast<quint64>(width * 12 + large * 8));
            }
            slab(resealed(bad));
            QByteArray other = m_rollup.left(kHeader) + frameOf(content);
            if (i % 2 == 0) {
                const auto places = random() % 10;
                constexpr quint32 kWidths[] = {1, 2, 4, 8};
                const quint32 sums = kWidths[random() % 4];
                const quint32 counts = kWidths[random() % 4];
                put(other, 8, static_cast<quint32>(places));
                put(other, 12, sums | (counts << 8));
                put(other, 16, static_cast<quint64>(places * 2 * (sums + counts)));
                other = other.left(kHeader) + frameOf(content.left(static_cast<int>(places * 2 * (sums + counts))));
            }
            rollup(resealed(other));
        }
    }

    /// Slabs that are whole and sealed, and hold other cells than were imported, contradict the sums of their month.
    void forgedSlabs() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w.mudeung"));
        const MonthKey month = monthKey(2024, 2);
        const CubeData data = makeCube({month}, 20, 1, cubeDataset(2, 1));
        { STORE_OK(Workspace::create(path).value()->writeCube(data, makeBatch("aa"), OnExisting::Ask, Progress::none())); }
        {
            Database db(path, Database::Access::Writer);
            const Seal seal{metaNumber(db, QStringLiteral("salt")), db.scalar("SELECT min(key) FROM slab"), 1};
            CubeData other = makeCube({month}, 20, 2, cubeDataset(2, 1));
            const QByteArray forged = encodeSlab(other.months.at(month).cells.data(), {29, 2, 20}, seal);
            Transaction transaction(db, Transaction::Kind::Write);
            Statement(db, "UPDATE slab SET data=?2 WHERE key=?1").bind(1, seal.key).bindBlob(2, forged).run();
            transaction.commit();
        }
        const auto ws = Workspace::open(path, OpenMode::ReadOnly).value();
        const auto read = ws->readMonth(data.dataset.id, month, 0, {0});
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Corrupt);
        QVERIFY(!firstProblem(*ws).isEmpty());
    }

    void cleanupTestCase() {
        qInfo("%d changed blobs, %d of them still of the right shape", m_tried, m_accepted);
        QVERIFY(m_tried > 60000 && m_accepted > 1000);
    }
};

QTEST_APPLESS_MAIN(TestStoreBlobMutations)
#include "test_store_blob_mutations.moc"
