// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace in a temporary folder and the sums in it, for the tests of the importer.
#pragma once

#include <QCryptographicHash>
#include <QMap>
#include <QTemporaryDir>
#include <QtTest>

#include "core/import/importer.h"
#include "tests/support/real_data.h"

namespace mudeung::test {

class ImportFixture {
public:
    ImportFixture() {
        auto opened = Workspace::create(m_folder.filePath(QStringLiteral("w.mudeung")));
        if (!opened) qFatal("%s", qPrintable(opened.error().message));
        workspace = opened.value();
    }

    Result<ImportOutcome> import(const QString& path, const ImportOptions& options = {}) {
        return importFile(*workspace, path, options, Progress::none());
    }
    /// Writes bytes under a name in the temporary folder.
    QString write(const QString& name, const QByteArray& bytes) {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    QString copyAs(const QString& from, const QString& name) {
        QFile file(from);
        if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(from));
        return write(name, file.readAll());
    }

    qint64 sum(const QString& dataset, const QString& measure, const QString& group = {}, MonthKey month = -1) const {
        const auto d = workspace->dataset(dataset);
        const auto sums = workspace->monthSums(dataset);
        if (!d || !sums) return -1;
        qint64 total = 0;
        for (const MonthSum& s : sums.value()) {
            if (s.measure != d->measureIndex(measure)) continue;
            if (!group.isEmpty() && s.group != d->scheme.indexOf(group)) continue;
            if (month < 0 || s.month == month) total += s.sum;
        }
        return total;
    }

    /// Everything a user can see of the workspace, hashed: equal before and after a refusal.
    QByteArray fingerprint() const {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const auto text = [&](const QString& t) { hash.addData(t.toUtf8()); };
        text(QString::number(workspace->generation().value()));
        const auto datasets = workspace->datasets();
        if (!datasets) return {};
        for (const Dataset& d : datasets.value()) {
            text(d.id);
            if (d.kind == DatasetKind::Cube) {
                const auto places = workspace->places(d.id);
                if (!places) return {};
                for (const Place& p : places.value()) text(p.code + p.name);
                const auto sums = workspace->monthSums(d.id);
                if (!sums) return {};
                for (const MonthSum& s : sums.value()) {
                    text(QStringLiteral("%1/%2/%3/%4/%5").arg(s.month).arg(s.measure).arg(s.group).arg(s.sum).arg(s.observed));
                }
            } else {
                const auto features = workspace->features(d.id);
                if (!features) return {};
                for (const Feature& f : features.value()) text(f.code + f.name);
            }
            const auto batches = workspace->batches(d.id);
            if (!batches) return {};
            for (const Batch& b : batches.value()) text(b.sha256);
        }
        return hash.result();
    }

    std::shared_ptr<Workspace> workspace;

private:
    QTemporaryDir m_folder;
};

}  // namespace mudeung::test

#define VERIFY_OK(result) QVERIFY2((result).ok(), (result).ok() ? "" : qPrintable((result).error().message))
