// SPDX-License-Identifier: GPL-3.0-or-later
// What may be on a disk after the power fails: everything that was flushed, and any part of what was not. Knows no SQLite.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <random>

#include "tests/support/fault_vfs.h"

namespace mudeung::test {

/// How a power failure treats what was not flushed.
struct PowerLoss {
    enum class Writes { Dropped, Kept, Random, Prefix };
    Writes writes = Writes::Dropped;
    double share = 0.5;    ///< of writes that are kept, when Random
    int sector = 0;        ///< kept writes are torn at this size; 0 = whole
    bool garbage = false;  ///< parts of a file that grew hold anything, not zeros
    bool sizes = false;    ///< a file may have grown although the write that made it grow is lost
    bool folder = false;   ///< any subset of new and removed names, not the beginning of them
};

class DiskModel {
public:
    using Files = std::map<QByteArray, QByteArray>;
    using Random = std::mt19937_64;

    explicit DiskModel(const Files& before = {}) {
        for (const auto& [name, bytes] : before) m_names[name] = m_flushed[name] = std::make_shared<Inode>(Inode{bytes, {}});
    }

    void apply(const DiskEvent& event) {
        using Kind = DiskEvent::Kind;
        if (event.kind == Kind::Mark) return;
        if (event.kind == Kind::Create) {
            // The file may be there, empty: then it only stays.
            if (m_names.count(event.name) > 0) return;
            m_pending.push_back({event.name, m_names[event.name] = std::make_shared<Inode>()});
        } else if (event.kind == Kind::Delete) {
            m_names.erase(event.name);
            m_pending.push_back({event.name, nullptr});
        } else if (event.kind == Kind::SyncFolder) {
            for (const NameChange& change : m_pending) change.applyTo(m_flushed);
            m_pending.clear();
        } else if (event.kind == Kind::Sync) {
            Inode& inode = *m_names.at(event.name);
            for (const Change& change : inode.pending) change.applyTo(inode.flushed);
            inode.pending.clear();
        } else {
            m_names.at(event.name)->pending.push_back({event.offset, event.data, event.kind == Kind::Truncate});
        }
    }

    Files afterPowerLoss(const PowerLoss& loss, Random& random) const {
        Names names = m_flushed;
        std::size_t kept = m_pending.size();
        if (loss.writes == PowerLoss::Writes::Dropped) kept = 0;
        if (loss.writes == PowerLoss::Writes::Random || loss.writes == PowerLoss::Writes::Prefix) kept = random() % (kept + 1);
        for (std::size_t i = 0; i < m_pending.size(); ++i) {
            if (loss.folder ? random() % 2 == 0 : i < kept) m_pending[i].applyTo(names);
        }
        Files files;
        for (const auto& [name, inode] : names) files[name] = content(*inode, loss, random);
        return files;
    }

private:
    struct Change {
        qint64 offset = 0;
        QByteArray data;
        bool truncate = false;

        void applyTo(QByteArray& bytes) const {
            if (truncate) {
                grow(bytes, offset, nullptr);
                bytes.truncate(static_cast<int>(offset));
                return;
            }
            grow(bytes, offset + data.size(), nullptr);
            std::memcpy(bytes.data() + offset, data.constData(), static_cast<std::size_t>(data.size()));
        }
    };
    struct Inode {
        QByteArray flushed;
        std::vector<Change> pending;
    };
    using Names = std::map<QByteArray, std::shared_ptr<Inode>>;
    struct NameChange {
        QByteArray name;
        std::shared_ptr<Inode> inode;  ///< null: the name is removed
        void applyTo(Names& names) const {
            if (inode) {
                names[name] = inode;
            } else {
                names.erase(name);
            }
        }
    };

    static void grow(QByteArray& bytes, qint64 size, Random* garbage) {
        const qint64 old = bytes.size();
        if (size <= old) return;
        bytes.resize(static_cast<int>(size));
        for (qint64 i = old; i < size; ++i) bytes[static_cast<int>(i)] = garbage == nullptr ? '\0' : static_cast<char>((*garbage)());
    }

    static QByteArray content(const Inode& inode, const PowerLoss& loss, Random& random) {
        using Writes = PowerLoss::Writes;
        QByteArray bytes = inode.flushed;
        const std::size_t cut = loss.writes == Writes::Prefix ? random() % (inode.pending.size() + 1) : inode.pending.size();
        for (std::size_t i = 0; i < inode.pending.size(); ++i) {
            const Change& change = inode.pending[i];
            bool keep = loss.writes == Writes::Kept || (loss.writes == Writes::Prefix && i < cut);
            if (loss.writes == Writes::Random) keep = static_cast<double>(random() % 1000) < loss.share * 1000;
            const bool last = i + 1 == cut && loss.writes == Writes::Prefix;
            const bool torn = keep && loss.sector > 0 && !change.truncate && (last || loss.writes == Writes::Random);
            Random* garbage = loss.garbage ? &random : nullptr;
            if (!change.truncate && (keep || (loss.sizes && random() % 2 == 0))) {
                grow(bytes, keep ? change.offset : change.offset + change.data.size(), garbage);
            }
            if (torn) {
                tear(bytes, change, loss.sector, garbage, random);
            } else if (keep) {
                change.applyTo(bytes);
            }
        }
        return bytes;
    }

    /// Any of the sectors that the write touches; nothing outside of it.
    static void tear(QByteArray& bytes, const Change& change, int sector, Random* garbage, Random& random) {
        grow(bytes, change.offset + change.data.size(), garbage);
        qint64 at = change.offset;
        const qint64 end = change.offset + change.data.size();
        while (at < end) {
            const qint64 next = std::min(end, (at / sector + 1) * sector);
            if (random() % 2 == 0)
                std::memcpy(bytes.data() + at, change.data.constData() + (at - change.offset), static_cast<std::size_t>(next - at));
            at = next;
        }
    }

    Names m_names;    ///< as programs see them
    Names m_flushed;  ///< as the folder on the disk has them
    std::vector<NameChange> m_pending;
};

}  // namespace mudeung::test
