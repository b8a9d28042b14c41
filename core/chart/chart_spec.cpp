// SPDX-License-Identifier: GPL-3.0-or-later
// The picture that fits each breakdown, with titles in the interface language.
#include "core/chart/chart_spec.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <limits>

#include "core/base/format.h"
#include "core/base/language.h"
#include "core/base/sentence_case.h"
#include "core/chart/age_bands.h"
#include "core/chart/crosswalk.h"
#include "core/model/names.h"

namespace mudeung {

namespace {

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

QString chosen(const QString& name, const QString& nameKo) {
    return koreanInterface() && !nameKo.isEmpty() ? nameKo : name;
}

QString measureName(const Table& table) {
    const QString name = chosen(table.measure.name, table.measure.nameKo);
    return name.isEmpty() ? table.measure.id : name;
}

QString withUnit(const Table& table) {
    const QString unit = chosen(table.measure.unit, table.measure.unitKo);
    // "persons present" says its unit itself.
    if (unit.isEmpty() || measureName(table).split(QLatin1Char(' ')).contains(unit, Qt::CaseInsensitive)) return measureName(table);
    return QCoreApplication::translate("Chart", "%1 (%2)").arg(measureName(table), unit);
}

QString titleOf(const Table& table) {
    const QString name = measureName(table);
    switch (table.by) {
        case Breakdown::Place:
            return QCoreApplication::translate("Chart", "%1 by place").arg(name);
        case Breakdown::Group:
            return QCoreApplication::translate("Chart", "%1 by group").arg(name);
        case Breakdown::Hour:
            return QCoreApplication::translate("Chart", "%1 by hour").arg(name);
        case Breakdown::HourWeekday:
            return QCoreApplication::translate("Chart", "%1 by hour and weekday").arg(name);
        case Breakdown::HourMonth:
            return QCoreApplication::translate("Chart", "%1 by hour and month").arg(name);
        case Breakdown::Day:
            return QCoreApplication::translate("Chart", "%1 by day").arg(name);
        case Breakdown::DayHour:
            return QCoreApplication::translate("Chart", "%1 by day and hour").arg(name);
        case Breakdown::Month:
            return QCoreApplication::translate("Chart", "%1 by month").arg(name);
        case Breakdown::Dong:
            break;
    }
    return QCoreApplication::translate("Chart", "%1 by dong").arg(name);
}

QString categoryTitle(Breakdown by) {
    switch (by) {
        case Breakdown::Place:
            return QCoreApplication::translate("Chart", "Place");
        case Breakdown::Group:
            return QCoreApplication::translate("Chart", "Group");
        case Breakdown::Hour:
        case Breakdown::HourWeekday:
        case Breakdown::HourMonth:
            return QCoreApplication::translate("Chart", "Hour of the day");
        case Breakdown::Day:
        case Breakdown::DayHour:
            return QCoreApplication::translate("Chart", "Day");
        case Breakdown::Month:
            return QCoreApplication::translate("Chart", "Month");
        case Breakdown::Dong:
            break;
    }
    return QCoreApplication::translate("Chart", "Dong");
}

ChartKind kindOf(Breakdown by) {
    switch (by) {
        case Breakdown::Hour:
            return ChartKind::Bars;
        case Breakdown::Day:
        case Breakdown::DayHour:
        case Breakdown::Month:
            return ChartKind::Line;
        case Breakdown::HourWeekday:
        case Breakdown::HourMonth:
            return ChartKind::Carpet;
        default:
            return ChartKind::HorizontalBars;
    }
}

/// Shares make sense of flows whose parts add up; a level has none.
bool hasShares(const Table& table) {
    return table.by == Breakdown::Group && table.measure.aggregation == Aggregation::Sum && table.totalSum > 0;
}

double shareOf(const Table& table, std::int64_t sum) {
    return table.totalSum > 0 ? static_cast<double>(sum) / static_cast<double>(table.totalSum) : kNoValue;
}

QString footerOf(const Table& table) {
    const QString total = table.measure.aggregation == Aggregation::Sum
                              ? QCoreApplication::translate("Chart", "n = %1").arg(formatNumber(table.total, table.measure.decimals))
                              : QCoreApplication::translate("Chart", "mean %1").arg(formatNumber(table.total, table.measure.decimals));
    const QString date = formatDate(table.dataset.period.to);
    if (datasetSource(table.dataset).isEmpty()) return QCoreApplication::translate("Chart", "As of %1, %2").arg(date, total);
    return QCoreApplication::translate("Chart", "Source: %1, as of %2, %3").arg(datasetSource(table.dataset), date, total);
}

QVector<Band> bandsOf(const Table& table, BandScheme scheme) {
    return table.by == Breakdown::Group ? bandsFor(table.dataset.scheme, scheme) : QVector<Band>();
}

/// Men's bands, then the same of women: a pyramid.
bool isPyramid(const QStringList& keys) {
    const auto n = static_cast<int>(keys.size()) / 2;
    if (n < 3 || keys.size() % 2 != 0) return false;
    for (int i = 0; i < n; ++i)
        if (!keys[i].startsWith(QLatin1String("m_")) || keys[n + i] != QLatin1String("f_") + keys[i].mid(2)) return false;
    return true;
}

/// Of "20-29" and "70+", as the bands of all data are called; other classes keep their code.
QString agesName(const QString& code) {
    static const QRegularExpression ages(QStringLiteral("^(\\d+)(?:-(\\d+)|\\+)$"));
    const QRegularExpressionMatch match = ages.match(code);
    if (!match.hasMatch()) return code;
    return ageBandName({}, match.captured(1).toInt(), match.captured(2).isEmpty() ? -1 : match.captured(2).toInt());
}

/// The ages of "men 20–29" stand once, between both sides.
void makePyramid(const Table& table, ChartSpec* spec) {
    spec->kind = ChartKind::Pyramid;
    spec->rowNames = QStringList{QCoreApplication::translate("Chart", "Male"), QCoreApplication::translate("Chart", "Female")};
    const int n = static_cast<int>(spec->categoryKeys.size()) / 2;
    for (int i = 0; i < n; ++i) {
        const bool modelled = table.rows[i].label.startsWith(QStringLiteral("≈"));
        spec->rowNames << (modelled ? QStringLiteral("≈ ") : QString()) + agesName(spec->categoryKeys[i].mid(2));
    }
}

QString groupAxisTitle(const QVector<Band>& bands, BandScheme scheme) {
    const bool modelled = std::any_of(bands.begin(), bands.end(), [](const Band& band) { return !band.exact; });
    if (modelled) return QCoreApplication::translate("Chart", "≈ modelled: ages spread evenly within each group of the data");
    return scheme == BandScheme::AsCounted ? QCoreApplication::translate("Chart", "Age, in 10-year bands")
                                           : QCoreApplication::translate("Chart", "Age groups, added up exactly");
}

/// Rows of weekdays or months, columns of hours: the keys are "mon-07" or "01-07", the labels "Mon 07:00" or "Jan 07:00".
void fillCarpet(const Table& table, ChartSpec* spec) {
    const int rows = table.by == Breakdown::HourMonth ? kCalendarMonths : kWeekdays;
    const int columns = static_cast<int>(table.rows.size()) / rows;
    for (int i = 0; i < columns; ++i) {
        spec->categoryKeys << table.rows[i].key.section(QLatin1Char('-'), 1);
        spec->categories << table.rows[i].label.section(QLatin1Char(' '), 1);
    }
    for (int row = 0; row < rows && columns > 0; ++row) spec->rowNames << table.rows[row * columns].label.section(QLatin1Char(' '), 0, 0);
}

}  // namespace

QStringList ChartSpec::membersOf(int category) const {
    const QStringList members = categoryMembers.value(category);
    return members.isEmpty() ? QStringList(categoryKeys.mid(category, 1)) : members;
}

ChartSpec chartFor(const Table& source, BandScheme scheme) {
    const QVector<Band> bands = bandsOf(source, scheme);
    const Table table = inBands(source, bands);
    ChartSpec spec;
    spec.kind = kindOf(table.by);
    spec.title = sentenceCase(titleOf(table));
    spec.subtitle = sentenceWithBands(table.query, table.dataset.scheme);
    spec.xTitle = bands.isEmpty() ? categoryTitle(table.by) : groupAxisTitle(bands, scheme);
    spec.yTitle = withUnit(table);
    spec.footer = footerOf(table);
    spec.sample = table.sample;
    for (const Band& band : bands) spec.categoryMembers << band.groups();
    ChartSeries series;
    series.name = measureName(table);
    const bool shares = hasShares(table);
    for (const TableRow& row : table.rows) {
        series.values.append(row.value);
        if (spec.kind == ChartKind::Carpet) continue;
        spec.categoryKeys << row.key;
        spec.categories << row.label;
        if (shares) series.shares << shareOf(table, row.sum);
    }
    if (spec.kind == ChartKind::Carpet) {
        fillCarpet(table, &spec);
        // Five Thursdays in a month are more than four Fridays: sums say that they are sums.
        spec.yTitle = (table.measure.aggregation == Aggregation::Sum ? QCoreApplication::translate("Chart", "Sum of %1")
                                                                     : QCoreApplication::translate("Chart", "Mean of %1"))
                          .arg(spec.yTitle);
        spec.fromLeast = table.measure.aggregation != Aggregation::Sum;
    }
    if (table.by == Breakdown::Group && isPyramid(spec.categoryKeys)) makePyramid(table, &spec);
    spec.series.append(series);
    return spec;
}

ChartSpec chartFor(const Table& source, const Table& other) {
    ChartSpec spec = chartFor(source);
    // Two tables of unlike size or aggregation can only be compared as shares of flows of the same rows.
    if (source.by != other.by || source.measure.aggregation != Aggregation::Sum || other.measure.aggregation != Aggregation::Sum ||
        source.totalSum <= 0 || other.totalSum <= 0)
        return spec;
    const Table table = inBands(source, bandsOf(source, BandScheme::AsCounted));
    const Table reference = inBands(other, bandsOf(other, BandScheme::AsCounted));
    QHash<QString, std::int64_t> sums;
    for (const TableRow& row : reference.rows) sums.insert(row.key, row.sum);
    ChartSeries& series = spec.series.first();
    series.shares.clear();  // the values are shares themselves
    for (int i = 0; i < static_cast<int>(table.rows.size()); ++i) {
        const TableRow& row = table.rows[i];
        series.values[i] = row.value == row.value ? 100.0 * shareOf(table, row.sum) : kNoValue;
        series.reference.append(sums.contains(row.key) ? 100.0 * shareOf(reference, sums.value(row.key)) : kNoValue);
    }
    spec.yTitle = QCoreApplication::translate("Chart", "Share of %1 (%)").arg(measureName(table));
    return spec;
}

void addReference(ChartSpec& spec, const Table& table, const Table& other, const QString& name, BandScheme scheme) {
    if (table.by != other.by || table.measure.unit != other.measure.unit || spec.kind == ChartKind::Carpet || spec.series.isEmpty() ||
        !spec.series.first().reference.isEmpty())
        return;
    const Table reference = inBands(other, bandsOf(other, scheme));
    QHash<QString, double> values;
    for (const TableRow& row : reference.rows) values.insert(row.key, row.value);
    QVector<double> beside;
    for (const QString& key : spec.categoryKeys) beside.append(values.value(key, kNoValue));
    spec.series.first().reference = beside;
    spec.referenceName = name;
}

ChartSpec stackedHours(const QVector<TablePtr>& groups, const QStringList& names) {
    if (groups.isEmpty()) return {};
    ChartSpec spec = chartFor(*groups.first());
    spec.series.clear();
    for (int i = 0; i < static_cast<int>(groups.size()); ++i) {
        ChartSeries series;
        series.name = names.value(i);
        series.key = groups[i]->query.groups.value(0);
        for (const TableRow& row : groups[i]->rows) series.values.append(row.value);
        spec.series.append(series);
    }
    return spec;
}

void addYearBefore(ChartSpec& spec, const Table& months, const Table& days) {
    Query asked = months.query;
    Query answered = days.query;
    asked.period = answered.period = {};  // an answer names the period that it covers
    const bool wholeSpan = days.query.period.isAll() || days.query.period == days.dataset.period;
    if (months.by != Breakdown::Month || days.by != Breakdown::Day || answered != asked || !wholeSpan ||
        months.dataset.id != days.dataset.id || months.measure.aggregation != Aggregation::Sum || spec.series.isEmpty())
        return;
    QHash<QString, double> sums;  // by month, of days that were observed
    for (const TableRow& row : days.rows)
        if (row.value == row.value) sums[row.key.left(7)] += row.value;
    const Period held = months.dataset.period;
    const Period period = months.query.period.isAll() ? held : months.query.period;
    const auto whole = [](const Period& within, QDate first) {
        return first >= within.from && first.addMonths(1).addDays(-1) <= within.to;
    };
    QVector<double> reference;
    bool any = false;
    for (const QString& key : spec.categoryKeys) {
        const QDate first = QDate::fromString(key + QStringLiteral("-01"), Qt::ISODate);
        const QDate before = first.addYears(-1);
        const auto sum = sums.constFind(before.toString(QStringLiteral("yyyy-MM")));
        const bool comparable =
            first.isValid() && whole(period, first) && whole(held, first) && whole(held, before) && sum != sums.constEnd();
        reference.append(comparable ? *sum : kNoValue);
        any = any || comparable;
    }
    if (!any) return;
    spec.series.first().reference = reference;
    spec.referenceName = QCoreApplication::translate("Chart", "a year before");
}

}  // namespace mudeung
