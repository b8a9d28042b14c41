// SPDX-License-Identifier: GPL-3.0-or-later
// Checksums and the bytes of slabs and rollups: exact round trips, and no trust in damaged bytes.
#include <QtTest>
#include <random>

#include "core/model/cube_data.h"
#include "core/store/blob_codec.h"
#include "core/store/crc32c.h"
#include "core/store/file_lock.h"

using namespace mudeung;
using namespace mudeung::store;

class TestStoreCodec : public QObject {
    Q_OBJECT
private slots:
    void crc() {
        // RFC 3720 B.4 and the check value of the CRC catalogue.
        QCOMPARE(crc32c(0, QByteArray("123456789")), 0xE3069283u);
        QCOMPARE(crc32c(0, QByteArray(32, '\0')), 0x8A9136AAu);
        QCOMPARE(crc32c(0, QByteArray(32, '\xff')), 0x62A8AB43u);
        QCOMPARE(crc32c(crc32c(0, QByteArray("12345")), QByteArray("6789")), 0xE3069283u);
    }

    void keysSortAndDoNotMeet() {
        QVERIFY(packKey(1, 24290, 0, 0, 0) < packKey(1, 24290, 0, 0, 1));
        QVERIFY(packKey(1, 24290, 0, 1023, 65535) < packKey(1, 24290, 1, 0, 0));
        QVERIFY(packKey(1, 24290, 63, 1023, 65535) < packKey(1, 24291, 0, 0, 0));
        QVERIFY(packKey(1, kMaxMonth, 63, 1023, 65535) < packKey(2, 0, 0, 0, 0));
        QVERIFY(packKey(kMaxDatasetRow, kMaxMonth, 63, 1023, 65535) > 0);
    }

    void slabRoundTrip_data() {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("hours");
        QTest::addColumn<int>("width");
        QTest::newRow("month") << 31 << 24 << 128;
        QTest::newRow("edge") << 28 << 28 << 1;
        QTest::newRow("year") << 1 << 1 << 97;
    }

    void slabRoundTrip() {
        QFETCH(int, days);
        QFETCH(int, hours);
        QFETCH(int, width);
        const std::int64_t special[] = {0, 1, 65533, 65534, 65535, 65536, kNotObserved, INT64_MAX, INT64_MIN + 1, -1, 4294967296};
        std::mt19937 random(7);
        std::vector<std::int64_t> cells(static_cast<std::size_t>(days * hours * width));
        for (auto& v : cells) v = special[random() % std::size(special)];
        const Seal seal{42, packKey(3, 24290, 1, 2, 3), 9};
        const QByteArray blob = encodeSlab(cells.data(), {days, hours, width}, seal);
        std::vector<std::int64_t> back;
        QString problem;
        SlabShape shape{days, hours, 0};
        QVERIFY2(decodeSlab(bytesOf(blob), seal, shape, back, problem), qPrintable(problem));
        QCOMPARE(shape.width, width);
        QVERIFY(back == cells);
        for (const Seal& other : {Seal{43, seal.key, 9}, Seal{42, seal.key + 1, 9}, Seal{42, seal.key, 10}}) {
            QVERIFY2(!decodeSlab(bytesOf(blob), other, shape, back, problem), "a slab that belongs elsewhere was accepted");
        }
        SlabShape wrong{days + 1, hours, 0};
        QVERIFY(!decodeSlab(bytesOf(blob), seal, wrong, back, problem));
    }

    void damagedSlabsAreRefused() {
        std::vector<std::int64_t> cells(30 * 4 * 20, 5);
        cells[17] = 1000000;
        const Seal seal{1, 2, 3};
        const QByteArray blob = encodeSlab(cells.data(), {30, 4, 20}, seal);
        std::vector<std::int64_t> back;
        QString problem;
        for (int bit = 0; bit < blob.size() * 8; ++bit) {
            QByteArray bad = blob;
            bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
            SlabShape shape{30, 4, 0};
            QVERIFY2(!decodeSlab(bytesOf(bad), seal, shape, back, problem), qPrintable(QString::number(bit)));
        }
        for (int size = 0; size < blob.size(); ++size) {
            SlabShape shape{30, 4, 0};
            QVERIFY(!decodeSlab(bytesOf(blob.left(size)), seal, shape, back, problem));
        }
    }

    void rollupRoundTrip() {
        for (const std::int64_t big : {std::int64_t{100}, std::int64_t{30000}, std::int64_t{70000}, std::int64_t{1} << 40}) {
            RollupPlanes planes{2, 3, {0, 1, big, -big, 4, 5}, {0, 1, 2, 3, 4, 5}};
            const QByteArray blob = encodeRollup(planes, {1, 2, 3});
            RollupPlanes back;
            QString problem;
            QVERIFY2(decodeRollup(bytesOf(blob), {1, 2, 3}, 2, 3, back, problem), qPrintable(problem));
            QVERIFY(back == planes);
            QVERIFY(!decodeRollup(bytesOf(blob), {1, 2, 3}, 2, 2, back, problem));
            QVERIFY(!decodeRollup(bytesOf(blob), {1, 2, 3}, 3, 3, back, problem));
            QVERIFY(!decodeRollup(bytesOf(blob), {1, 2, 4}, 2, 3, back, problem));
        }
    }

    void networkFileSystems() {
        QVERIFY(isNetworkFileSystem(0x6969, QStringLiteral("nfs4")));
        QVERIFY(isNetworkFileSystem(0xFF534D42, QStringLiteral("cifs")));
        QVERIFY(isNetworkFileSystem(0xFFFFFFFFFF534D42ull, QString()));  // f_type is signed on some systems
        QVERIFY(isNetworkFileSystem(0x65735546, QStringLiteral("fuse.sshfs")));
        QVERIFY(!isNetworkFileSystem(0x65735546, QStringLiteral("fuseblk")));
        QVERIFY(!isNetworkFileSystem(0xEF53, QStringLiteral("ext4")));
        QVERIFY(!isNetworkFileSystem(0x01021994, QStringLiteral("tmpfs")));
    }
};

QTEST_APPLESS_MAIN(TestStoreCodec)
#include "test_store_codec.moc"
