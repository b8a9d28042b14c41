// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of Workspace, shared by its source files; included by nobody else.
#pragma once

#include <QCoreApplication>
#include <map>
#include <new>
#include <set>

#include "core/store/catalog.h"
#include "core/store/connections.h"
#include "core/store/workspace.h"

namespace mudeung {

class Workspace::Impl {
public:
    QString path;
    bool readOnly = true;
    qint64 salt = 0;
    // Readers are closed before the writer, which then removes the log.
    std::shared_ptr<store::SharedWriter> writer;
    std::unique_ptr<store::ReadPool> readers;

    static Result<std::shared_ptr<Workspace>> openPath(const QString& path, OpenMode mode, const store::SchemaPlan& plan);

    /// Runs `read` on a connection in one read transaction.
    template <typename Read>
    auto read(Read&& body) const -> Result<decltype(body(std::declval<store::Database&>()))>;
    /// Runs `body` in one write transaction; it returns whether to commit.
    template <typename Body>
    Status write(const Progress& progress, Body&& body);

    void noteDamage(const store::StoredDataset& stored, MonthKey month);
    std::vector<MonthKey> notedDamage(const QString& datasetId) const;
    void forgetDamage(const QString& datasetId, const std::vector<MonthKey>& months);

private:
    mutable std::mutex m_damageMutex;
    std::map<QString, std::set<MonthKey>> m_damage;
};

namespace store {

/// Turns what is thrown inside the folder into an Error at its border.
template <typename Body>
auto guarded(Body&& body) -> Result<decltype(body())> {
    try {
        return body();
    } catch (const Failure& failure) {
        return failure.error;
    } catch (const std::bad_alloc&) {
        return Error{
            ErrorCode::Io, QCoreApplication::translate("Store", "There is not enough memory. Close other programs and try again."), {}};
    } catch (const std::exception& exception) {
        return Error{ErrorCode::Internal,
                     QCoreApplication::translate("Store", "The workspace failed in an unexpected way; nothing was changed."),
                     QString::fromUtf8(exception.what())};
    }
}

}  // namespace store

template <typename Read>
auto Workspace::Impl::read(Read&& body) const -> Result<decltype(body(std::declval<store::Database&>()))> {
    return store::guarded([&] {
        auto lease = readers->lease();
        const store::Transaction transaction(*lease, store::Transaction::Kind::Read);
        return body(*lease);
    });
}

template <typename Body>
Status Workspace::Impl::write(const Progress& progress, Body&& body) {
    return store::guarded([&] {
        if (!writer) {
            store::fail(
                ErrorCode::Usage,
                QCoreApplication::translate("Store", "“%1” was opened read-only and cannot be changed. Open it for writing.").arg(path));
        }
        const auto turn = writer->turn(progress);
        store::Transaction transaction(writer->database(), store::Transaction::Kind::Write);
        if (body(writer->database())) transaction.commit();
        return Done{};
    });
}

}  // namespace mudeung
