// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of level shifts as an analysis: days in; the largest real shifts, places and months out.
#include <QCoreApplication>
#include <QJsonObject>
#include <QMap>
#include <algorithm>
#include <cmath>

#include "core/analysis/change_points/level_shift_dates.h"
#include "core/analysis/daily_series/daily_series.h"
#include "core/analysis/frame/registry.h"
#include "core/analysis/frame/units.h"
#include "core/base/format.h"
#include "core/model/names.h"
#include "core/model/place_name.h"
#include "core/model/with_unit.h"

namespace mudeung {

namespace {

constexpr int kNamedShifts = 3;
constexpr int kLeastDays = 112;

QString name() {
    return QCoreApplication::translate("Analysis", "Dates of level shifts");
}

QString summary() {
    return QCoreApplication::translate("Analysis", "On which day did a place move to another level, and is the shift real?");
}

QString obstacle(const AnalysisSubject& subject) {
    if (subject.dataset.timeStep != TimeStep::Day)
        return QCoreApplication::translate("Analysis",
                                           "“%1” has no daily data, so no shift can be dated. Choose data that is counted by day.")
            .arg(datasetTitle(subject.dataset));
    const Period& asked = subject.query.period.isAll() ? subject.dataset.period : subject.query.period;
    if (asked.from.daysTo(asked.to) + 1 < kLeastDays)
        return QCoreApplication::translate("Analysis", "Finding shifts needs at least 16 weeks of daily data. Choose a longer period.");
    return {};
}

QVector<ParameterSpec> parameters(const AnalysisSubject& subject) {
    QVector<ParameterSpec> specs = unitParameters(subject);
    specs << integerParameter(
                 QStringLiteral("segment"), QCoreApplication::translate("Analysis", "Minimum days between shifts"),
                 QCoreApplication::translate(
                     "Analysis", "A level that lasts less than this does not count: detours and events of a few weeks are ignored."),
                 28, 7, 366, QCoreApplication::translate("Analysis", "days"))
          << flagParameter(QStringLiteral("city"), QCoreApplication::translate("Analysis", "Adjust for the city"),
                           QCoreApplication::translate("Analysis",
                                                       "Removes what all places have in common from week to week: season, strikes, fare "
                                                       "rises. Needs at least ten places that are not small."),
                           true)
          << realParameter(
                 QStringLiteral("discovery"), QCoreApplication::translate("Analysis", "False discovery rate"),
                 QCoreApplication::translate("Analysis", "The expected share of false findings among the shifts reported as real."), 5, 0.1,
                 50, 1, QStringLiteral("%"))
          << correctionParameter();
    ParameterSpec confidence =
        realParameter(QStringLiteral("confidence"), QCoreApplication::translate("Analysis", "Confidence of dates"),
                      QCoreApplication::translate("Analysis", "The interval contains the true date in this share of all cases."), 95, 50,
                      99.9, 1, QStringLiteral("%"));
    ParameterSpec penalty = realParameter(
        QStringLiteral("penalty"), QCoreApplication::translate("Analysis", "Penalty per shift"),
        QCoreApplication::translate(
            "Analysis",
            "How much better the levels must fit to allow one more shift; 0 means three times the logarithm of the number of days."),
        0, 0, 1000, 1);
    confidence.advanced = penalty.advanced = true;
    specs << confidence << penalty;
    return specs;
}

std::vector<DayClass> classesFrom(QDate first, int days) {
    const HolidayCalendar& calendar = HolidayCalendar::korea();
    std::vector<DayClass> classes;
    for (int d = 0; d < days; ++d) {
        const QDate date = first.addDays(d);
        if (!calendar.isHoliday(date)) {
            classes.push_back(static_cast<DayClass>(date.dayOfWeek() - 1));
            continue;
        }
        const QString names = calendar.nameOf(date, false);
        // The days of the feasts themselves; their substitutes are like other holidays.
        const bool feast = !names.startsWith(QLatin1String("Substitute")) &&
                           (names.contains(QLatin1String("Seollal")) || names.contains(QLatin1String("Chuseok")));
        classes.push_back(feast ? kFeastDay : kPublicHoliday);
    }
    return classes;
}

ResultColumn column(const char* id, ColumnKind kind, int decimals) {
    return {QLatin1String(id), kind, decimals, {}, {}};
}

/// A shift and whose it is.
struct Found {
    int series = 0;
    LevelShiftDate shift;
    double size() const { return shift.after - shift.before; }
    double relative() const { return shift.before > 0.0 ? size() / shift.before : std::nan(""); }
};

std::vector<Found> realShifts(const std::vector<SeriesShifts>& all) {
    std::vector<Found> found;
    for (std::size_t s = 0; s < all.size(); ++s)
        for (const LevelShiftDate& shift : all[s].shifts)
            if (shift.real) found.push_back({static_cast<int>(s), shift});
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return std::abs(a.size()) > std::abs(b.size()); });
    return found;
}

/// Date, interval, levels and p of each; kinds of the columns are those of both tables.
class ShiftColumns {
public:
    ShiftColumns(QDate first, int decimals, bool flow) : m_first(first), m_flow(flow) {
        m_before.decimals = m_after.decimals = m_difference.decimals = decimals;
    }

    void add(const Found* found) {
        const auto date = [&](int day) { return m_first.addDays(day).toString(Qt::ISODate); };
        m_date.texts << (found ? date(found->shift.day) : QString());
        m_earliest.texts << (found ? date(found->shift.earliest) : QString());
        m_latest.texts << (found ? date(found->shift.latest) : QString());
        const double none = std::nan("");
        m_before.numbers << (found ? found->shift.before : none);
        m_after.numbers << (found ? found->shift.after : none);
        m_difference.numbers << (found ? found->size() : none);
        m_relative.numbers << (found && m_flow ? found->relative() : none);
        m_p.numbers << (found ? found->shift.p : none);
        m_adjusted.numbers << (found ? found->shift.adjustedP : none);
    }

    void putInto(ResultTable& table) const {
        table.columns << m_date << m_earliest << m_latest << m_before << m_after << m_difference << m_relative << m_p << m_adjusted;
    }

private:
    QDate m_first;
    bool m_flow;
    ResultColumn m_date = column("date", ColumnKind::Date, 0);
    ResultColumn m_earliest = column("earliest", ColumnKind::Date, 0);
    ResultColumn m_latest = column("latest", ColumnKind::Date, 0);
    ResultColumn m_before = column("before", ColumnKind::Number, 1);
    ResultColumn m_after = column("after", ColumnKind::Number, 1);
    ResultColumn m_difference = column("difference", ColumnKind::Number, 1);
    ResultColumn m_relative = column("relative", ColumnKind::Share, 1);
    ResultColumn m_p = column("p", ColumnKind::PValue, 4);
    ResultColumn m_adjusted = column("p_adjusted", ColumnKind::PValue, 4);
};

/// One row per place with its largest real shift, by size; places without one after them, by key.
ResultTable placesTable(const DailySeries& series, const std::vector<SeriesShifts>& all, const std::vector<Found>& found, int decimals,
                        bool flow) {
    std::vector<const Found*> largest(all.size(), nullptr);
    std::vector<int> order;
    for (const Found& f : found) {
        const Found*& best = largest[static_cast<std::size_t>(f.series)];
        if (best) continue;
        best = &f;
        order.push_back(f.series);
    }
    for (std::size_t s = 0; s < all.size(); ++s)
        if (!largest[s]) order.push_back(static_cast<int>(s));
    ResultTable table = series.table(QStringLiteral("places"), order);
    ResultColumn verdict = column("verdict", ColumnKind::Category, 0);
    ResultColumn count = column("shifts", ColumnKind::Number, 0);
    ShiftColumns columns(series.first, decimals, flow);
    for (const int s : order) {
        const auto i = static_cast<std::size_t>(s);
        const Found* const best = largest[i];
        const auto real = std::count_if(all[i].shifts.begin(), all[i].shifts.end(), [](const LevelShiftDate& d) { return d.real; });
        verdict.texts << (best                          ? best->size() > 0.0 ? QStringLiteral("up") : QStringLiteral("down")
                                                   : std::isnan(all[i].variance) ? QStringLiteral("not_tested")
                                                        : QStringLiteral("none"));
        count.numbers << static_cast<double>(real);
        columns.add(best);
    }
    table.columns << verdict << count;
    columns.putInto(table);
    return table;
}

ResultTable shiftsTable(const DailySeries& series, const std::vector<Found>& found, int decimals, bool flow) {
    ResultTable table;
    table.id = QStringLiteral("shifts");
    ShiftColumns columns(series.first, decimals, flow);
    ResultColumn place = column("place", ColumnKind::Text, 0);
    for (const Found& f : found) {
        table.keys << series.keys[f.series] + QLatin1Char('@') + series.first.addDays(f.shift.day).toString(Qt::ISODate);
        table.labels << series.labels[f.series];
        place.texts << series.keys[f.series];
        columns.add(&f);
    }
    table.columns << place;
    columns.putInto(table);
    return table;
}

/// Real shifts by the month of their date; many in one month point to one cause.
ResultTable monthsTable(const DailySeries& series, const std::vector<Found>& found) {
    ResultTable table;
    table.id = QStringLiteral("months");
    table.rows = RowKind::Date;
    ResultColumn up = column("up", ColumnKind::Number, 0);
    ResultColumn down = column("down", ColumnKind::Number, 0);
    const QDate last = series.first.addDays(series.values.days - 1);
    for (QDate month(series.first.year(), series.first.month(), 1); month <= last; month = month.addMonths(1)) {
        int more = 0, less = 0;
        for (const Found& f : found) {
            const QDate date = series.first.addDays(f.shift.day);
            if (date.year() != month.year() || date.month() != month.month()) continue;
            ++(f.size() > 0.0 ? more : less);
        }
        table.keys << month.toString(QStringLiteral("yyyy-MM"));
        table.labels << table.keys.last();
        up.numbers << more;
        down.numbers << less;
    }
    table.columns = {up, down};
    return table;
}

Result<AnalysisData> run(const AnalysisInput& input, const ParameterValues& values, Progress& progress) {
    const AnalysisSubject& subject = input.subject;
    Period period = subject.query.period;
    const Period& held = subject.dataset.period;
    period = {std::max(period.from, held.from), std::min(period.to, held.to)};
    progress.setPhase(QCoreApplication::translate("Analysis", "Reading days"), 0.0, 0.8);
    const auto series = dailySeries(input.engine, subject.query, period, values, progress, input.threads);
    if (!series) return series.error();
    progress.setPhase(QCoreApplication::translate("Analysis", "Looking for shifts"), 0.8, 1.0);
    ShiftOptions options;
    options.minSegmentDays = static_cast<int>(values.integer(QStringLiteral("segment")));
    options.penalty = values.real(QStringLiteral("penalty"));
    options.flow = subject.measure.aggregation == Aggregation::Sum || subject.measure.extensive;
    options.counts = subject.measure.aggregation == Aggregation::Sum && subject.measure.decimals == 0;
    options.againstCity = values.flag(QStringLiteral("city"));
    options.confidence = values.real(QStringLiteral("confidence")) / 100.0;
    options.discovery = values.real(QStringLiteral("discovery")) / 100.0;
    const QString correction = values.choice(QStringLiteral("correction"));
    options.correction = correction == QLatin1String("none") ? Correction::None
                         : correction == QLatin1String("by") ? Correction::BenjaminiYekutieli
                                                             : Correction::BenjaminiHochberg;
    options.threads = input.threads;
    options.cancelled = [&progress] { return progress.isCancelled(); };
    const auto all = levelShiftDates(series->values, classesFrom(period.from, series->values.days), period.from.dayOfWeek() - 1, options);
    if (progress.isCancelled()) return analysisCancelled();
    const std::vector<Found> found = realShifts(all);
    const int decimals = std::max(1, subject.measure.decimals);
    AnalysisData data;
    data.tables << placesTable(*series, all, found, decimals, options.flow) << shiftsTable(*series, found, decimals, options.flow)
                << monthsTable(*series, found);
    int tested = 0, places = 0;
    for (const SeriesShifts& s : all) {
        tested += !std::isnan(s.variance);
        places += std::any_of(s.shifts.begin(), s.shifts.end(), [](const LevelShiftDate& d) { return d.real; });
    }
    data.facts = {{QStringLiteral("tested"), tested},
                  {QStringLiteral("notTested"), static_cast<int>(all.size()) - tested},
                  {QStringLiteral("shifts"), static_cast<int>(found.size())},
                  {QStringLiteral("places"), places},
                  {QStringLiteral("days"), series->daysWithData},
                  {QStringLiteral("withoutSpot"), series->withoutSpot}};
    return data;
}

QString shiftSentence(const ResultTable& shifts, int row, const QString& name, const Measure& measure) {
    const int decimals = std::max(1, measure.decimals);
    const auto number = [&](const char* id) { return shifts.column(QLatin1String(id))->numbers[row]; };
    const auto date = [&](const char* id) {
        return formatDate(QDate::fromString(shifts.column(QLatin1String(id))->texts[row], Qt::ISODate));
    };
    const QString unit = measureUnit(measure), after = withUnit(formatNumber(number("after"), decimals), unit),
                  before = withUnit(formatNumber(number("before"), decimals), unit);
    if (date("earliest") == date("latest"))
        return QCoreApplication::translate("Analysis", "%1: from %2 onwards, %3 a day instead of %4 (no other date fits equally well).")
            .arg(name, date("date"), after, before);
    return QCoreApplication::translate("Analysis", "%1: from %2 onwards, %3 a day instead of %4 (the date lies between %5 and %6).")
        .arg(name, date("date"), after, before, date("earliest"), date("latest"));
}

QStringList notesOf(const AnalysisSubject& subject, const ParameterValues& values, const AnalysisData& data) {
    const auto fact = [&data](const char* key) { return data.facts.value(QLatin1String(key)).toInt(); };
    QStringList notes;
    const ResultTable& shifts = *data.table(QStringLiteral("shifts"));
    const QString limit = formatNumber(values.real(QStringLiteral("discovery")), 1);
    if (fact("tested") == 0)
        notes << QCoreApplication::translate("Analysis", "No place has enough days to be tested. Choose a longer period.");
    else if (fact("shifts") == 0)
        notes << QCoreApplication::translate("Analysis", "None of the %1 places has a shift beyond chance (false discovery rate %2 %).")
                     .arg(formatCount(fact("tested")), limit);
    else
        notes << QCoreApplication::translate("Analysis",
                                             "%3 shifts beyond chance were found at %1 of %2 places (false discovery rate %4 %).")
                     .arg(formatCount(fact("places")), formatCount(fact("tested")), formatCount(fact("shifts")), limit);
    const QSet<QString> namesakes = namesOfSeveral(data.table(QStringLiteral("places"))->labels);
    for (int row = 0; row < std::min<qint64>(kNamedShifts, shifts.size()); ++row)
        notes << shiftSentence(
            shifts, row,
            toldApart(shifts.labels[row], shifts.column(QStringLiteral("place"))->texts[row], namesakes.contains(shifts.labels[row])),
            subject.measure);
    const ResultTable& months = *data.table(QStringLiteral("months"));
    int most = -1;
    double count = 0.0;
    for (int m = 0; m < months.size(); ++m) {
        const double sum = months.column(QStringLiteral("up"))->numbers[m] + months.column(QStringLiteral("down"))->numbers[m];
        if (sum > count) {
            count = sum;
            most = m;
        }
    }
    if (most >= 0 && count >= 3.0)
        notes << QCoreApplication::translate("Analysis",
                                             "The most shifts, %1, fall in %2: look for a single cause, such as a network reform.")
                     .arg(formatCount(static_cast<qint64>(count)), months.keys[most]);
    notes << (values.flag(QStringLiteral("city"))
                  ? QCoreApplication::translate(
                        "Analysis", "Levels are those of a mean day, adjusted for weekdays, holidays and what all places have in common.")
                  : QCoreApplication::translate(
                        "Analysis", "Levels are those of a mean day, adjusted for weekdays and holidays; a season can look like shifts."));
    if (fact("notTested") > 0)
        notes << QCoreApplication::translate("Analysis", "%1 places have too few days with data to be tested.")
                     .arg(formatCount(fact("notTested")));
    return notes;
}

QVector<ColumnHead> shiftHeads(const QString& unit) {
    return {
        {QCoreApplication::translate("Analysis", "Date"), {}, QCoreApplication::translate("Analysis", "The first day on the new level.")},
        {QCoreApplication::translate("Analysis", "Earliest"),
         {},
         QCoreApplication::translate("Analysis", "Limit of the interval of the date.")},
        {QCoreApplication::translate("Analysis", "Latest"),
         {},
         QCoreApplication::translate("Analysis", "Limit of the interval of the date.")},
        {QCoreApplication::translate("Analysis", "Level before"), unit,
         QCoreApplication::translate("Analysis", "Mean day since the shift before.")},
        {QCoreApplication::translate("Analysis", "Level after"), unit,
         QCoreApplication::translate("Analysis", "Mean day until the next shift.")},
        {QCoreApplication::translate("Analysis", "Difference"), unit,
         QCoreApplication::translate("Analysis", "Level after minus level before."), true},
        {QCoreApplication::translate("Analysis", "Change"),
         {},
         QCoreApplication::translate("Analysis", "Level after ÷ level before − 1."),
         true},
        {QCoreApplication::translate("Analysis", "p"),
         {},
         QCoreApplication::translate("Analysis", "How often the largest contrast at any date would be this large by chance.")},
        {QCoreApplication::translate("Analysis", "p, adjusted"),
         {},
         QCoreApplication::translate("Analysis", "The same, corrected for the number of places and shifts tested.")}};
}

AnalysisView view(const AnalysisSubject& subject, const ParameterValues& values, const AnalysisData& data) {
    AnalysisView view;
    view.title = QCoreApplication::translate("Analysis", "Dates of level shifts: %1").arg(measureName(subject.measure));
    view.notes = notesOf(subject, values, data);
    view.limits << QCoreApplication::translate("Analysis", "It does not say why a level changed, nor whether it will stay.")
                << QCoreApplication::translate("Analysis",
                                               "A slow drift is cut into steps: look at a place's daily values before quoting a date.");
    QString unit = measureUnit(subject.measure);
    if (subject.measure.aggregation == Aggregation::Sum) unit = QCoreApplication::translate("Analysis", "%1 a day").arg(unit);
    TableView places;
    places.title = QCoreApplication::translate("Analysis", "Largest shift per place");
    places.heads = {{QCoreApplication::translate("Analysis", "Verdict"),
                     {},
                     QCoreApplication::translate("Analysis", "The direction of the largest real shift.")},
                    {QCoreApplication::translate("Analysis", "Shifts"),
                     {},
                     QCoreApplication::translate("Analysis", "How many real shifts the place has.")}};
    places.heads += shiftHeads(unit);
    places.mapColumn = QStringLiteral("verdict");  // its rows are in the order of their sizes
    places.keyColumn = QStringLiteral("difference");
    places.picture = MapPicture::Categories;
    places.categories = {{QStringLiteral("up"), QCoreApplication::translate("Analysis", "more"), 0.6, -1},
                         {QStringLiteral("down"), QCoreApplication::translate("Analysis", "less"), -0.6, -1},
                         {QStringLiteral("none"), QCoreApplication::translate("Analysis", "no shift"), 0.0, -1},
                         {QStringLiteral("not_tested"), QCoreApplication::translate("Analysis", "not tested"), std::nan(""), -1}};
    TableView shifts;
    shifts.title = QCoreApplication::translate("Analysis", "Real shifts, largest first");
    shifts.heads = {{QCoreApplication::translate("Analysis", "Place"), {}, {}}};
    shifts.heads += shiftHeads(unit);
    TableView months;
    months.title = QCoreApplication::translate("Analysis", "Real shifts by month");
    months.heads = {{QCoreApplication::translate("Analysis", "Upwards"), {}, {}},
                    {QCoreApplication::translate("Analysis", "Downwards"), {}, {}}};
    view.tables << places << shifts << months;
    const ResultTable& counted = *data.table(QStringLiteral("months"));
    ChartSpec chart;
    chart.kind = ChartKind::Bars;
    chart.title = months.title;
    chart.yTitle = QCoreApplication::translate("Analysis", "Shifts");
    chart.categories = chart.categoryKeys = counted.keys;
    chart.series = {{months.heads[0].name, counted.column(QStringLiteral("up"))->numbers, {}, {}, {}, {}, {}},
                    {months.heads[1].name, counted.column(QStringLiteral("down"))->numbers, {}, {}, {}, {}, {}}};
    chart.series[0].tone = places.categories[0].tone;
    chart.series[1].tone = places.categories[1].tone;
    chart.sample = subject.dataset.sample;
    view.charts << chart;
    return view;
}

}  // namespace

const AnalysisInfo& shiftsAnalysis() {
    static const AnalysisInfo info{"shifts", 1, name, summary, obstacle, parameters, nullptr, run, view};
    return info;
}

}  // namespace mudeung
