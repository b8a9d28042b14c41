// SPDX-License-Identifier: GPL-3.0-or-later
// One way to split people shown as another: 10-year bands, policy groups, ticket classes. Exact where groups lie within bands, else
// modelled, and it says which. For display and for choosing, never for what is stored.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

#include "core/model/table.h"

namespace mudeung {

enum class BandScheme {
    AsCounted,  ///< the groups of the data; more than kMostAgeGroups single years as 10-year bands
    TenYear,    ///< 0–9 … 90–99, 100 and older
    Policy,     ///< 0–12, 13–18, 19–34 (청년), 35–49, 50–64 (중장년), 65–74, 75 and older
    Ticket      ///< free under 6, child 6–12, youth 13–18, adult 19–64, senior from 65 on (Korean transit fares)
};

/// The part of a group that belongs to a band, 0…1.
struct BandShare {
    QString group;
    double share = 1.0;
};

struct Band {
    QString key;   ///< "20-29", "65+"; with a sex in front when the data has one: "m_20-29"
    QString name;  ///< in the interface language; "≈" in front when modelled
    QVector<BandShare> shares;
    bool exact = true;  ///< every group lies in it as a whole
    /// The groups that a filter by this band takes: those of which at least half belong to it.
    QStringList groups() const;
};

/// Ages are spread evenly over the years of a group (assumption); an open group reaches to age 99, or 10 years up from there. Empty when a
/// group does not say its ages, or for AsCounted groups that need no bands. Bands that no group touches are left out.
QVector<Band> bandsFor(const GroupScheme& scheme, BandScheme as);

/// The rows of an answer by group, added up to bands. Flows and levels that add up are summed by share; other levels are means over what
/// was observed. Sums of modelled bands are rounded to whole stored units.
Table inBands(const Table& table, const QVector<Band>& bands);

}  // namespace mudeung
