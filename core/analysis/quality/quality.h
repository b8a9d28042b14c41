// SPDX-License-Identifier: GPL-3.0-or-later
// How far the numbers of a dataset can be trusted, place by place and day by day: completeness, shifts, places that come, go or move, and
// the balance of boardings and alightings. Pure but for the engine.
#pragma once

#include <QDate>
#include <QString>
#include <QVector>
#include <memory>
#include <vector>

#include "core/cube/query_engine.h"

namespace mudeung {

/// One number per place and day. Row-major: [place][day].
struct PlaceDays {
    QDate first;
    int days = 0;
    QStringList codes;
    QStringList names;
    std::vector<double> values;  ///< flows: sum of the day; levels: mean
    std::vector<char> observed;  ///< whether the source mentions the place on that day
    std::size_t index(int place, int day) const {
        return static_cast<std::size_t>(place) * static_cast<std::size_t>(days) + static_cast<std::size_t>(day);
    }
    int places() const { return static_cast<int>(codes.size()); }
};

struct PlaceCompleteness {
    int place = 0;      ///< index into PlaceDays
    int firstDay = -1;  ///< with data; −1 = the place has none
    int lastDay = -1;
    int daysWithData = 0;
    int span() const { return firstDay < 0 ? 0 : lastDay - firstDay + 1; }
    double share() const { return span() > 0 ? static_cast<double>(daysWithData) / span() : 0.0; }
};

struct DayCompleteness {
    int expected = 0;  ///< places between their first and last day with data
    int withData = 0;
    double share() const { return expected > 0 ? static_cast<double>(withData) / expected : 0.0; }
};

struct Completeness {
    QVector<PlaceCompleteness> places;  ///< in the order of PlaceDays
    QVector<DayCompleteness> days;
};
Completeness completenessOf(const PlaceDays& data);

/// Completeness of bins of days, ready to paint. Percent of the days of a bin that lie in the place's span and have data.
struct QualityMatrix {
    static constexpr qint8 kOutside = -1;  ///< before the first or after the last day of the place
    int daysPerBin = 1;                    ///< 1 or 7
    QVector<QDate> bins;                   ///< first day of each; weeks begin on Mondays, the first and last may be cut
    QStringList codes;                     ///< rows: worst place first
    QStringList names;
    QVector<double> shares;  ///< of each row over its whole span, 0…1
    std::vector<qint8> cells;
    std::vector<qint8> all;  ///< the same over all places, also those without a row
    qint8 at(int row, int bin) const {
        return cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(bins.size()) + static_cast<std::size_t>(bin)];
    }
};
constexpr int kMostDayBins = 92;      ///< longer spans are shown by week
constexpr int kMostMatrixRows = 500;  ///< the worst ones
QualityMatrix qualityMatrix(const PlaceDays& data, const Completeness& completeness, int mostRows = kMostMatrixRows);

/// Means per day of whole weeks (Monday to Sunday), one row per place; NaN where a day of the week is in nobody's data, or the place has
/// no data in the week (levels: fewer than four days). `monday` becomes the first week's.
std::vector<std::vector<double>> weeklyMeans(const PlaceDays& data, bool flow, QDate* monday);

enum class FindingKind { NoData, LevelShift, Appeared, Vanished, Moved, Unbalanced };
QString findingKindName(FindingKind kind);  ///< "level shift" … in the interface language

struct QualityFinding {
    FindingKind kind = FindingKind::NoData;
    QString code;  ///< of the place; empty = all places
    QString name;
    QDate date;           ///< first day of what is new; invalid = no date
    QDate until;          ///< NoData: the last day
    double before = 0.0;  ///< LevelShift: per day. Unbalanced: boardings of the whole span
    double after = 0.0;   ///< LevelShift: per day. Unbalanced: alightings
    double amount = 0.0;  ///< Appeared, Vanished: per day while there. Moved: metres. LevelShift: size. Unbalanced: both together
    QString second;       ///< Moved: the layer with the other coordinates; empty = the file of the numbers
};

constexpr int kComesAndGoesDays = 28;  ///< a place that begins or ends within so many days of the data's ends is not remarkable
/// Runs of days that the source mentions for no place, and places that appear or vanish.
QVector<QualityFinding> gapsAndMoves(const PlaceDays& data, const Completeness& completeness, bool flow);
/// Shifts of single places against what all have in common.
QVector<QualityFinding> shiftsOf(const PlaceDays& data, bool flow, Progress& progress);

struct Balance {
    bool known = false;  ///< the dataset counts both
    double boardings = 0.0;
    double alightings = 0.0;
    int places = 0;        ///< with enough trips to be judged
    int outside = 0;       ///< of those, outside the band
    double ratio() const;  ///< boardings ÷ alightings; NaN without alightings
};
constexpr double kLeastBalance = 0.5;  ///< the band of a place's ratio ÷ the ratio of all places
constexpr double kMostBalance = 2.0;
constexpr double kLeastBalanceTrips = 1000.0;  ///< both together, over the whole span
/// Against the ratio of all places, so that a rule for everybody (no card when getting off) is not found at every place. False when `ofAll`
/// is zero, infinite or NaN.
bool isUnbalanced(double boardings, double alightings, double ofAll);

constexpr double kMovedMetres = 50.0;
/// Places whose coordinates differ between the layers and the file of the numbers.
struct Moves {
    QVector<QualityFinding> findings;
    int sources = 0;  ///< sets of coordinates that know places of the dataset
};
Result<Moves> movedPlaces(const Workspace& workspace, const Dataset& cube);
double metresBetween(double lonA, double latA, double lonB, double latB);

struct QualityView {
    Query query;  ///< dataset, measure and areas of the question; the rest does not matter here
    Dataset dataset;
    Measure measure;
    QDate firstDay;
    QDate lastDay;
    int placesWithData = 0;
    int placesWithoutData = 0;
    double completeness = 0.0;  ///< place-days with data ÷ place-days in the places' spans
    int daysWithoutData = 0;    ///< days of the span that the source mentions for no place
    QVector<DayCompleteness> days;
    QualityMatrix matrix;
    QVector<QualityFinding> findings;  ///< by kind, then the largest first
    int placesTested = 0;              ///< for level shifts
    Balance balance;
    int coordinateSources = 0;
    bool sample = false;

    int count(FindingKind kind) const;
};
using QualityViewPtr = std::shared_ptr<const QualityView>;

/// Finding, summary and caveats as sentences in the interface language.
QString findingText(const QualityView& view, const QualityFinding& finding);
QString qualitySummary(const QualityView& view);
QStringList qualityNotes(const QualityView& view);

/// Judges whole days of all groups over the whole span of the dataset; only measure and areas of `query` count. Usage error when the data
/// has no single days.
Result<QualityViewPtr> dataQuality(QueryEngine& engine, const Query& query, Progress& progress);

}  // namespace mudeung
