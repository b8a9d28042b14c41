// SPDX-License-Identifier: GPL-3.0-or-later
// A published file layout as declared in resources/profiles/*.json. Values only; what each key means is in the README there.
#pragma once

#include <QHash>
#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QVector>

#include "core/base/result.h"
#include "core/model/dataset.h"

namespace mudeung {

/// A column that the layout knows. Names: plain text compared without blanks and case, "re:…" a pattern, "#1" an unnamed first column.
struct ProfileField {
    QString id;
    QStringList names;
    bool required = false;
};

/// Columns named by a pattern, each holding values of one hour, date, group or measure.
/// Captures: hour, before, after, date, year, month, day, group, measure.
struct WidePattern {
    QRegularExpression pattern;
    QString measure;  ///< when the name does not say it and no column does
    QString group;
};

/// Rows left out on purpose: the field's text is one of `values` or matches `pattern`.
struct SkipRule {
    QString field;
    QStringList values;  ///< normalised
    QRegularExpression pattern;
    bool afterExtract = false;  ///< test the place code instead of the cell
};

/// A plausibility check: at least `minShare` of the rows must match, else the file is refused unless the user insists.
struct CheckRule {
    QString field;
    QRegularExpression pattern;
    bool blankCounts = false;  ///< blanks count as failures; otherwise they are left out
    double minShare = 0.9;
    QString message;
    QString messageKo;
};

/// Which columns make the place code; the first alternative whose columns all exist is taken.
struct PlaceChoice {
    QStringList fields;
    QString warning;
    QString warningKo;
};

enum class TimeFrom { Date, MonthDay, FileYear, Columns, FileDate };

struct Profile {
    QString id;
    QString title;
    QString titleKo;
    QString source;
    QString sourceKo;
    QString note;
    QString noteKo;
    DatasetKind kind = DatasetKind::Cube;
    QString dataset;
    PlaceKind placeKind;
    TimeStep timeStep = TimeStep::Day;

    QVector<QRegularExpression> fileHints;
    QStringList containers;  ///< "csv" "xlsx" "json" "ogr"; empty = any
    int headerRows = 1;
    QVector<ProfileField> fields;
    QString joinExtra;  ///< field whose text may hold unquoted delimiters

    // cube
    QVector<PlaceChoice> placeChoices;
    QRegularExpression placeExtract;
    QRegularExpression nameExtract;
    QHash<QString, QString> placeCodes;  ///< normalised text → code
    TimeFrom timeFrom = TimeFrom::Date;
    bool hasHours = false;
    int firstHour = 0;
    int hourCount = 0;
    QVector<WidePattern> wide;
    bool wideRequired = false;
    QHash<QString, QString> valueFields;  ///< measure id → field
    QVector<Measure> measures;
    QHash<QString, int> measureValues;  ///< normalised text → measure; −1 = leave the row or column out
    GroupScheme scheme;
    bool groupsFromColumns = false;
    QHash<QString, int> groupValues;  ///< normalised text → group; −1 = leave out
    QString rowTotalField;
    bool allowNegative = false;

    // layer
    QVector<QStringList> codeChoices;  ///< first choice without blanks; several fields are joined with "|"
    QStringList aliasFields;
    QString geometryType;  ///< "point" "line" "polygon"

    QVector<SkipRule> skips;
    QVector<CheckRule> checks;

    const ProfileField* field(const QString& fieldId) const;
    QString shownTitle() const;  ///< in the interface language
};

/// Reads one profile; the error names the key that is wrong.
Result<Profile> parseProfile(const QByteArray& json);

/// The profiles compiled into the program, sorted by id.
const QVector<Profile>& profiles();
/// Null when there is none of this id.
const Profile* findProfile(const QString& id);

}  // namespace mudeung
