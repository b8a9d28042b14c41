// SPDX-License-Identifier: GPL-3.0-or-later
// What an import found: rows kept and rejected, sums before and after, places without coordinates, encoding, hash.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>
#include <cstdint>

namespace mudeung {

struct RejectedRow {
    qint64 line = 0;  ///< 1-based line in the file where the row begins
    QString field;
    QString value;
    QString reason;  ///< translated
};

/// One measure × group: sum of the numbers read from the file and sum found in the workspace afterwards, exact decimals as text.
struct SumCheck {
    QString measure;
    QString group;
    QString read;
    QString stored;
    QString workspaceBefore;  ///< of the touched period, before this import
    QString measureName;      ///< as people read them, in the language of the import
    QString groupName;
};

struct QualityReport {
    QString file;
    QString sha256;
    qint64 bytes = 0;
    QString container;
    QString encoding;
    QString encodingReason;
    QString profile;
    QString profileTitle;
    double profileScore = 0.0;
    QString profileReason;
    QString dataset;
    QString crs;  ///< "EPSG:4326", empty when the file has no coordinates
    QString crsReason;
    QString periodText;
    QString importedAt;
    double seconds = 0.0;

    qint64 rowsRead = 0;
    qint64 rowsKept = 0;
    qint64 rowsRejected = 0;
    qint64 rowsSkipped = 0;         ///< totals, blank lines, repeated headers: left out on purpose
    qint64 duplicates = 0;          ///< rows added to a cell that already had a value
    qint64 blankCodes = 0;          ///< rows kept under "unknown place"
    QVector<RejectedRow> rejected;  ///< the first 1,000
    QStringList datesMissing;       ///< ISO dates (or months) without a row, the first 200
    qint64 datesMissingCount = 0;
    QVector<SumCheck> sums;

    qint64 placesTotal = 0;
    qint64 placesWithoutCoordinates = 0;
    QString unlocatedMeasure;  ///< name of the measure that the two sums below count
    std::int64_t unlocatedSum = 0;
    std::int64_t totalSum = 0;
    QStringList unknownCodes;  ///< places that no layer knows, the first 200
    QStringList suspicious;    ///< sentences: what looks odd and where
    QStringList warnings;      ///< sentences
    bool noop = false;

    QJsonObject toJson() const;
    static QualityReport fromJson(const QJsonObject& json);
    QString toText() const;  ///< translated, plain text
    QString toHtml() const;  ///< translated, a whole page
};

}  // namespace mudeung
