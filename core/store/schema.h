// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a workspace file, its version number, and how older versions become the present one.
#pragma once

#include <vector>

#include "core/store/sqlite.h"

namespace mudeung::store {

constexpr qint64 kApplicationId = 0x4D554447;  // "MUDG"

/// Brings a file from version `from` to `from + 1`, inside a transaction.
struct Migration {
    int from = 0;
    void (*apply)(Database& db) = nullptr;
};

/// The present version and the way to it. Tests pass plans of their own.
struct SchemaPlan {
    int version = 1;
    std::vector<Migration> migrations;
    /// The first program that reads this version (10000 × major + 100 × minor + patch). Written into the file, so that earlier programs can
    /// name it when they refuse.
    int program = 100;
};
const SchemaPlan& currentPlan();

enum class FileState { Empty, Foreign, Older, Current, Newer };
FileState stateOf(Database& db, const SchemaPlan& plan);
/// Throws what belongs to a file that cannot be used as it is (Foreign, Newer, and for readers Empty and Older).
void refuse(FileState state, Database& db);

/// Writes all tables in one transaction and turns the write-ahead log on.
void createSchema(Database& db, const SchemaPlan& plan);
/// Copies the file to `<name>.v<version>.backup.mudeung` beside it, then applies the migrations in one transaction.
void migrate(Database& db, const SchemaPlan& plan);
/// Writes a consistent copy beside `target`, flushes it and renames it over `target`.
void copyDatabase(Database& db, const QString& target);

}  // namespace mudeung::store
