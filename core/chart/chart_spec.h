// SPDX-License-Identifier: GPL-3.0-or-later
// What a chart shows, as values; ui/charts draws it. Knows no widget and no colour but palette names.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>
#include <limits>

#include "core/chart/crosswalk.h"
#include "core/model/table.h"

namespace mudeung {

enum class ChartKind { Bars, HorizontalBars, Line, Carpet, Pyramid, Scatter };

/// A range around a line: an interval of a forecast, of noise.
struct ChartBand {
    QString name;           ///< "80 %"
    QVector<double> lower;  ///< one per category; NaN = none there
    QVector<double> upper;
};

/// A category that is pointed out, such as the start of a forecast.
struct ChartMark {
    int category = 0;
    QString name;
};

struct ChartSeries {
    QString name;
    QVector<double> values;     ///< one per category; NaN = no data
    QVector<double> reference;  ///< optional second value per category ("everyone", last year); empty = none
    QVector<double> shares;     ///< optional part of the whole per category, 0…1, written beside the value; empty = none
    QString key;                ///< the group that gives the colour, when there are several series
    QVector<ChartBand> bands;   ///< lines only, the widest first
    QVector<double> x;          ///< scatter only: one per value; the categories then name the points
    /// −1 (less, cold) … 1 (more, hot): the colour that this has on a map, of bars upon each other and of lines; NaN = another one.
    double tone = std::numeric_limits<double>::quiet_NaN();
};

struct ChartSpec {
    ChartKind kind = ChartKind::Bars;
    QString title;
    QString subtitle;  ///< the query as a sentence
    QString xTitle;
    QString yTitle;  ///< with unit
    QStringList categories;
    QStringList categoryKeys;
    /// The codes that each category stands for, when it is a band of several; empty = each for its own key.
    QVector<QStringList> categoryMembers;
    QVector<ChartSeries> series;
    QString referenceName;  ///< what the second values are; empty = "all"
    QString footer;         ///< source, as-of date, n
    bool sample = false;
    QVector<ChartMark> marks;
    // Carpet: rows × columns values in series[0].values, row-major, with the names of the rows. Pyramid: the categories are the men's, then
    // the women's, from young to old; the names are those of both sides, then those of the ages.
    QStringList rowNames;
    /// Carpets only: the colours begin at the least value instead of at zero, as for numbers of people who are there at every hour, whose
    /// differences would not be seen otherwise.
    bool fromLeast = false;

    /// The codes behind a category; never empty for a valid index.
    QStringList membersOf(int category) const;
};

/// The chart of a table: groups → horizontal bars with shares, hours → bars, days/months → line, hour × weekday → carpet.
/// More than 24 age groups are drawn as 10-year bands, and the chart says so; men and women of the same ages as a pyramid. Groups can be
/// shown in other bands; modelled ones are marked.
ChartSpec chartFor(const Table& table, BandScheme scheme = BandScheme::AsCounted);
/// The hours of several groups, one on top of the other. `names` are those of the groups.
ChartSpec stackedHours(const QVector<TablePtr>& groups, const QStringList& names);
/// The same with another answer beside it ("everyone", last year), both in percent of their totals. Without a common measure of
/// comparison (levels, another breakdown, an empty total) it is the plain chart and `reference` stays empty.
ChartSpec chartFor(const Table& table, const Table& reference);

/// Puts the values of another answer of the same breakdown and measure beside each bar or point; rows meet by key. Nothing changes where
/// the two cannot be compared or the chart has a second value already.
void addReference(ChartSpec& spec, const Table& table, const Table& other, const QString& name, BandScheme scheme = BandScheme::AsCounted);

/// Puts the same month of the year before beside each month, added up from `days`, which answer the same query for the whole span. Only
/// flows, and only months that the period and the data cover whole, both times; where none is left nothing changes.
void addYearBefore(ChartSpec& spec, const Table& months, const Table& days);

}  // namespace mudeung
