// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that a workspace answers as one checksum, and files laid on the disk for it to open.
#pragma once

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <map>

#include "tests/core/store/store_fixtures.h"

namespace mudeung::test {

/// Adds up answers; the first error ends the sum.
class Digest {
public:
    explicit Digest(const Workspace& ws) : m_ws(ws) {
        if (const auto all = take(ws.datasets())) {
            for (const Dataset& d : *all) addDataset(d);
        }
        for (const char* key : {"k", "window"}) {
            if (const auto text = take(ws.setting(QLatin1String(key)))) add(text->toUtf8());
        }
    }
    /// Empty when something could not be answered; then see problem().
    QByteArray result() const { return m_problem.isEmpty() ? m_hash.result().toHex() : QByteArray(); }
    const QString& problem() const { return m_problem; }

private:
    template <typename T>
    std::optional<T> take(const Result<T>& answer) {
        if (answer) return answer.value();
        if (m_problem.isEmpty()) m_problem = answer.error().message + QStringLiteral(" | ") + answer.error().detail;
        return std::nullopt;
    }
    void add(const QByteArray& bytes) {
        number(bytes.size());
        m_hash.addData(bytes);
    }
    void number(qint64 value) { m_hash.addData(QByteArray::number(value) + ';'); }
    void numbers(const std::vector<std::int64_t>& values) {
        add(QByteArray(reinterpret_cast<const char*>(values.data()), static_cast<int>(values.size() * sizeof(values[0]))));
    }

    void addDataset(const Dataset& d) {
        add(d.id.toUtf8());
        number(d.placeCount);
        number(d.featureCount);
        add(d.period.from.toString(Qt::ISODate).toUtf8() + d.period.to.toString(Qt::ISODate).toUtf8());
        if (d.kind == DatasetKind::Cube) {
            addCube(d);
        } else if (const auto features = take(m_ws.features(d.id))) {
            for (const Feature& f : *features)
                add((f.code + f.name + f.aliases.join(QLatin1Char('|'))).toUtf8() + f.wkb + QJsonDocument(f.attributes).toJson());
        }
        const auto batches = take(m_ws.batches(d.id));
        for (int i = 0; batches && i < static_cast<int>(batches->size()); ++i) {
            add((*batches)[i].sha256.toUtf8());
            if (const auto rejects = take(m_ws.rejects((*batches)[i].rowId))) add(*rejects);
        }
    }

    void addCube(const Dataset& d) {
        if (const auto places = take(m_ws.places(d.id))) {
            for (const Place& p : *places) add(p.code.toUtf8() + p.name.toUtf8());
        }
        if (const auto sums = take(m_ws.monthSums(d.id))) {
            for (const MonthSum& s : *sums) numbers({s.month, s.measure, s.group, s.sum, s.observed});
        }
        const auto months = take(m_ws.months(d.id));
        if (!months) return;
        for (const MonthKey month : *months) {
            number(month);
            if (const auto days = take(m_ws.daysObserved(d.id, month))) number(*days);
            for (int measure = 0; measure < static_cast<int>(d.measures.size()); ++measure) {
                if (const auto cells = take(m_ws.readMonth(d.id, month, measure, allGroups(d)))) numbers(cells->cells);
                for (int type = 0; type < kDayTypes; ++type) {
                    const auto rollup = take(m_ws.readRollup(d.id, month, type, measure, 0));
                    if (!rollup) continue;
                    numbers(rollup->sum);
                    numbers(rollup->observed);
                }
            }
        }
    }

    const Workspace& m_ws;
    QCryptographicHash m_hash{QCryptographicHash::Sha1};
    QString m_problem;
};

/// A folder in memory where there is one: what is tested here does not depend on how slow a disk is.
class WorkFolder {
public:
    WorkFolder() : m_dir(place()) {}
    QString path() const { return QFileInfo(m_dir.path()).canonicalFilePath(); }
    QString file(const char* name = "w.mudeung") const { return QDir(path()).filePath(QLatin1String(name)); }

    void clear() const {
        const QDir dir(path());
        for (const QString& name : dir.entryList(QDir::Files | QDir::Hidden)) QFile::remove(dir.filePath(name));
    }
    bool lay(const std::map<QByteArray, QByteArray>& files) const {
        clear();
        return std::all_of(files.begin(), files.end(),
                           [this](const auto& entry) { return writeBytes(file(entry.first.constData()), entry.second); });
    }

private:
    static QString place() {
        const QFileInfo memory(QStringLiteral("/dev/shm"));
        return (memory.isDir() && memory.isWritable() ? memory.filePath() : QDir::tempPath()) + QStringLiteral("/mudeung-test-XXXXXX");
    }
    QTemporaryDir m_dir;
};

}  // namespace mudeung::test
