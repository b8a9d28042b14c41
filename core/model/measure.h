// SPDX-License-Identifier: GPL-3.0-or-later
// What is counted: a measure with its unit, and how a source splits people into groups. Values only.
#pragma once

#include <QString>
#include <QVector>
#include <cstdint>

namespace mudeung {

/// A flow sums over time and places; a level (persons present, µg/m³) averages over the observed hours and days.
enum class Aggregation { Sum, Mean };

struct Measure {
    QString id;    ///< stable, ASCII: "boardings"
    QString name;  ///< shown; as in the profile, English and Korean in nameKo
    QString nameKo;
    QString unit;  ///< "trips", "persons", "µg/m³"
    QString unitKo;
    Aggregation aggregation = Aggregation::Sum;
    int decimals = 0;  ///< stored integer = value × 10^decimals, so that sums stay exact
    /// A level of an extensive quantity: persons of several groups and places add up, concentrations do not.
    bool extensive = false;

    double toValue(std::int64_t stored) const;
    bool operator==(const Measure&) const = default;
};

/// A group of people in a source: ticket class, age band, sex × age band. Ages in completed years, −1 = open or unknown.
struct Group {
    QString code;  ///< as stable key: "adult", "20-29", "m_20-29", "all"
    QString name;
    QString nameKo;
    int ageFrom = -1;
    int ageTo = -1;
    bool operator==(const Group&) const = default;
};

/// The way a source splits people. A dataset without a split has the scheme "none" with the one group "all".
struct GroupScheme {
    QString id;
    QVector<Group> groups;
    int indexOf(const QString& code) const;  ///< −1 when absent
    bool operator==(const GroupScheme&) const = default;
};

}  // namespace mudeung
