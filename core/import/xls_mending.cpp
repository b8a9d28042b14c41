// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the records of the "Workbook" stream through the sectors of its OLE container. Records keep their size; those that must not be
// seen get the number of one that every reader skips. The area of a sheet is found from its cells when it is not declared.
#include "core/import/xls_mending.h"

#include <QString>
#include <QVector>
#include <QtEndian>

namespace mudeung {

namespace {

constexpr quint32 kEndOfChain = 0xFFFFFFFE;
constexpr quint16 kSharedTexts = 0x00FC;
constexpr quint16 kContinue = 0x003C;
constexpr quint16 kTextCell = 0x00FD;
constexpr quint16 kDimensions = 0x0200;
constexpr quint16 kSkipped = 0x00E2;  // "interface end", without meaning in a stored file

/// The stream of records; reads beyond any end give zero.
class Workbook {
public:
    explicit Workbook(QByteArray& file) : m_file(file) {}

    bool find() {
        m_sector = qint64(1) << (fileValue<quint16>(30) & 15U);
        if ((m_sector != 512 && m_sector != 4096) || m_file.size() < m_sector) return false;
        for (const quint32 sector : chain(fileValue<quint32>(48))) {
            for (qint64 at = position(sector); at < position(sector) + m_sector; at += 128) {
                const int nameBytes = fileValue<quint16>(at + 64);
                if (nameBytes < 2 || nameBytes > 64 || at + 128 > m_file.size()) continue;
                QString name;
                for (int i = 0; i + 2 < nameBytes; i += 2) name += QChar(fileValue<quint16>(at + i));
                if (name != QLatin1String("Workbook") && name != QLatin1String("Book")) continue;
                m_size = fileValue<quint32>(at + 120);
                m_sectors = chain(fileValue<quint32>(at + 116));
                // Streams under 4096 bytes lie in another place; no report is that small.
                return m_size >= 4096 && m_size <= m_sectors.size() * m_sector;
            }
        }
        return false;
    }
    qint64 size() const { return m_size; }
    template <typename T>
    T value(qint64 at) const {
        T out = 0;
        for (unsigned i = 0; i < sizeof(T); ++i) out = static_cast<T>(out | (static_cast<T>(byte(at + i)) << (8U * i)));
        return out;
    }
    template <typename T>
    void set(qint64 at, T value) {
        for (unsigned i = 0; i < sizeof(T); ++i) {
            const qint64 place = where(at + i);
            if (place >= 0) m_file[static_cast<int>(place)] = static_cast<char>((value >> (8U * i)) & 0xFFU);
        }
    }

private:
    template <typename T>
    T fileValue(qint64 at) const {
        if (at < 0 || at + static_cast<qint64>(sizeof(T)) > m_file.size()) return 0;
        return qFromLittleEndian<T>(m_file.constData() + at);
    }
    qint64 position(quint32 sector) const { return (static_cast<qint64>(sector) + 1) * m_sector; }
    QVector<quint32> chain(quint32 sector) const {
        QVector<quint32> sectors;
        const qint64 perSector = m_sector / 4;
        while (sector < kEndOfChain - 4 && sectors.size() <= m_file.size() / m_sector) {
            sectors.push_back(sector);
            const qint64 table = sector / perSector;
            if (table >= 109) return {};  // over 6.8 MB: the table itself is chained
            sector = fileValue<quint32>(position(fileValue<quint32>(76 + 4 * table)) + 4 * (sector % perSector));
        }
        return sectors;
    }
    qint64 where(qint64 at) const {
        if (at < 0 || at >= m_size) return -1;
        const qint64 place = position(m_sectors[static_cast<int>(at / m_sector)]) + at % m_sector;
        return place < m_file.size() ? place : -1;
    }
    quint8 byte(qint64 at) const {
        const qint64 place = where(at);
        return place < 0 ? quint8(0) : static_cast<quint8>(m_file.at(static_cast<int>(place)));
    }

    QByteArray& m_file;
    qint64 m_sector = 0;
    qint64 m_size = 0;
    QVector<quint32> m_sectors;
};

/// How many texts there are without the empty ones at the end; -1 when the record does not hold them all.
qint64 textsThatCount(const Workbook& book, qint64 begin, qint64 end) {
    const qint64 texts = book.value<quint32>(begin + 4);
    qint64 at = begin + 8;
    qint64 count = 0;
    for (qint64 i = 0; i < texts; ++i) {
        if (at + 3 > end) return -1;
        const qint64 letters = book.value<quint16>(at);
        const quint8 flags = book.value<quint8>(at + 2);
        at += 3;
        qint64 more = letters * ((flags & 1U) != 0 ? 2 : 1);
        if ((flags & 8U) != 0) {
            more += 4 * qint64(book.value<quint16>(at));
            at += 2;
        }
        if ((flags & 4U) != 0) {
            more += book.value<quint32>(at);
            at += 4;
        }
        at += more;
        if (at > end) return -1;
        if (letters > 0) count = i + 1;
    }
    return count;
}

}  // namespace

bool mendXls(QByteArray& file) {
    QByteArray mended = file;
    Workbook book(mended);
    if (!book.find()) return false;
    qint64 texts = -1;
    bool changed = false;
    for (qint64 at = 0; at + 4 <= book.size();) {
        const auto kind = book.value<quint16>(at);
        const qint64 next = at + 4 + book.value<quint16>(at + 2);
        if (kind == kSharedTexts && book.value<quint16>(next) != kContinue) {
            texts = textsThatCount(book, at + 4, next);
            if (texts >= 0 && texts < book.value<quint32>(at + 8)) {
                book.set<quint32>(at + 8, static_cast<quint32>(texts));
                changed = true;
            }
        }
        const bool emptyText = kind == kTextCell && texts >= 0 && book.value<quint32>(at + 10) >= texts;
        if (kind == kDimensions || emptyText) {
            book.set<quint16>(at, kSkipped);
            changed = true;
        }
        at = next;
    }
    if (changed) file = mended;
    return changed;
}

}  // namespace mudeung
