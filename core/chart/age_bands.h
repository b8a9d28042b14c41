// SPDX-License-Identifier: GPL-3.0-or-later
// Many single-year age groups shown as 10-year bands: for display and for choosing, never for counting. Knows no chart.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

#include "core/model/query.h"

namespace mudeung {

/// More age groups than this are shown as bands.
constexpr int kMostAgeGroups = 24;

/// One band with the groups of the scheme that lie in it. The last one is open upwards when the scheme is.
struct AgeBand {
    QString key;   ///< "20-29", "100+"; with a sex in front when the scheme has one: "m_20-29"
    QString name;  ///< in the interface language
    QStringList groups;
    bool operator==(const AgeBand&) const = default;
};

/// The 10-year bands of a scheme with more than `kMostAgeGroups` groups that all say their age; empty for any other scheme.
QVector<AgeBand> ageBands(const GroupScheme& scheme);

/// Key and name of a band of the ages from `from` to `to` (−1 = open) of men ("m"), women ("f") or both (empty).
QString ageBandKey(const QString& sex, int from, int to);
QString ageBandName(const QString& sex, int from, int to);
/// The name with the sex in front: "men 20–29"; `ages` as it is for both.
QString withSex(const QString& sex, const QString& ages);

/// Query::toSentence, with whole bands under one name instead of ten.
QString sentenceWithBands(const Query& query, const GroupScheme& scheme);

}  // namespace mudeung
