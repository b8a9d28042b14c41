// SPDX-License-Identifier: GPL-3.0-or-later
// The one import path for drop, menu and command line: a published file → profile → workspace, all or nothing.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>
#include <memory>
#include <optional>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/import/quality_report.h"
#include "core/store/workspace.h"

namespace mudeung {

struct ImportOptions {
    QString dataset;          ///< id to import into; empty = the profile's own
    QString profile;          ///< force a profile; empty = the best score
    std::optional<int> year;  ///< for layouts without a year
    OnExisting onExisting = OnExisting::Ask;
    bool insist = false;              ///< import although a plausibility check refuses
    QString encoding;                 ///< force "UTF-8", "CP949", "UTF-16LE", "UTF-16BE"; empty = decide
    QString crs;                      ///< force "EPSG:5186"; empty = from the file or guessed from values
    QHash<QString, QString> columns;  ///< field of the profile → column of the file, corrected by the user
    bool sample = false;              ///< mark the dataset as synthetic
    struct Naming {
        QString title, titleKo, source, sourceKo;
    };
    std::optional<Naming> naming;  ///< of the dataset, instead of the profile's: a city may deliver in another one's layout
};

/// Why a profile fits or does not.
struct ProfileMatch {
    QString profile;
    QString title;
    QString titleKo;
    double score = 0.0;   ///< 0…1; below 0.5 is not usable
    QString reason;       ///< translated sentence
    QStringList missing;  ///< columns it would need
};

/// What the user sees before an import starts. Reads the head of the file only.
struct ImportPreview {
    QString path;
    QString container;  ///< "csv", "xlsx", "json", "ogr"; "zip/csv" when inside an archive
    QString encoding;
    QString encodingReason;
    QString delimiter;
    QStringList columns;
    QVector<QStringList> rows;        ///< the first 50 rows
    QVector<ProfileMatch> matches;    ///< best first; empty when nothing fits
    QHash<QString, QString> mapping;  ///< field → column of the best profile
    QStringList fields;               ///< fields of the best profile, required first
    bool needsYear = false;
    QStringList warnings;
};

struct ImportOutcome {
    QString dataset;
    WriteOutcome write;
    QualityReport report;
};

Result<ImportPreview> previewFile(const QString& path, const ImportOptions& options = {});

/// Imports one file. InputRefused says what is wrong with the file and what to do; the workspace is then unchanged.
Result<ImportOutcome> importFile(Workspace& workspace, const QString& path, const ImportOptions& options, Progress& progress);

}  // namespace mudeung
