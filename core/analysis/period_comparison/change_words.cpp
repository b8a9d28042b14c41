// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences from facts and the first rows of the ranking; heads, categories and charts.
#include "core/analysis/period_comparison/change_words.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <cmath>

#include "core/base/format.h"
#include "core/model/names.h"
#include "core/model/place_name.h"
#include "core/model/with_unit.h"

namespace mudeung {

namespace {

constexpr int kNamedChanges = 3;  ///< that the notes name
constexpr int kMostPoints = 2000;

QString signedNumber(double value, int decimals) {
    return withSign(value, formatNumber(value, decimals));
}

QString signedPercent(double share) {
    if (std::isinf(share)) return QStringLiteral("+∞");
    return withSign(share, formatPercent(share));
}

bool isReal(const QString& verdict) {
    return verdict == QLatin1String("up") || verdict == QLatin1String("down") || verdict == QLatin1String("appeared") ||
           verdict == QLatin1String("vanished");
}

/// A sentence about one row of the ranking.
QString changeSentence(const ResultTable& table, int row, const QString& name, const QString& verdict, int decimals, const QString& unit,
                       double confidence) {
    const auto at = [&](const char* id) { return table.column(QLatin1String(id))->numbers[row]; };
    const QString now = withUnit(formatNumber(at("now"), decimals), unit);
    const QString before = formatNumber(at("before"), decimals);
    const QString lower = signedNumber(at("difference_lower"), decimals);
    const QString upper = signedNumber(at("difference_upper"), decimals);
    if (verdict == QLatin1String("appeared"))
        return QCoreApplication::translate("Analysis", "%1: new, %2 a day now and nothing before.").arg(name, now);
    if (verdict == QLatin1String("vanished"))
        return QCoreApplication::translate("Analysis", "%1: nothing now, %2 a day before.").arg(name, withUnit(before, unit));
    return QCoreApplication::translate("Analysis", "%1: from %2 to %3 a day (%4; %7 interval of the difference %5 to %6).")
        .arg(name, before, now, signedPercent(at("relative")), lower, upper, formatPercent(confidence, 0));
}

QString shareSentence(const ResultTable& table, int row, const QString& name) {
    const auto at = [&](const char* id) { return table.column(QLatin1String(id))->numbers[row]; };
    return QCoreApplication::translate("Analysis", "%1: from %2 to %3 of the whole (shift between %4 and %5).")
        .arg(name, formatPercent(at("share_before"), 2), formatPercent(at("share_now"), 2), formatPercent(at("share_lower"), 2),
             formatPercent(at("share_upper"), 2));
}

class Words {
public:
    Words(const AnalysisSubject& subject, const ParameterValues& values, const AnalysisData& data)
        : m_subject(subject), m_values(values), m_data(data), m_table(*data.table(QStringLiteral("changes"))) {}

    QStringList notes() const {
        QStringList notes;
        const bool byShare = m_values.choice(QStringLiteral("rank")) == QLatin1String("share");
        const QJsonObject verdicts = m_data.facts.value(QLatin1String(byShare ? "shareVerdicts" : "verdicts")).toObject();
        const auto count = [&verdicts](const char* id) { return verdicts.value(QLatin1String(id)).toInt(); };
        const int up = count("up"), down = count("down"), came = count("appeared"), went = count("vanished");
        const int tested = up + down + came + went + count("unclear");
        const QString limit = formatNumber(m_values.real(QStringLiteral("discovery")), 1);
        if (tested == 0) {
            notes << QCoreApplication::translate("Analysis", "No place has enough comparable days to be tested. Choose longer periods.");
        } else if (up + down + came + went == 0) {
            notes << QCoreApplication::translate("Analysis",
                                                 "None of the %1 places changed beyond its usual ups and downs (false discovery rate %2 "
                                                 "%). That does not prove that nothing changed: see the intervals.")
                         .arg(formatCount(tested), limit);
        } else if (byShare) {
            notes << QCoreApplication::translate("Analysis",
                                                 "At %1 of %2 places the share changed beyond its usual ups and downs (false discovery "
                                                 "rate %3 %): %4 gained, %5 lost.")
                         .arg(formatCount(up + down), formatCount(tested), limit, formatCount(up), formatCount(down));
        } else {
            QStringList parts;
            const auto part = [&parts](int places, const QString& text) {
                if (places > 0) parts << text.arg(formatCount(places));
            };
            part(up, QCoreApplication::translate("Analysis", "%1 increased", "places"));
            part(down, QCoreApplication::translate("Analysis", "%1 decreased", "places"));
            part(came, QCoreApplication::translate("Analysis", "%1 had nothing before", "places"));
            part(went, QCoreApplication::translate("Analysis", "%1 have nothing now", "places"));
            notes << QCoreApplication::translate(
                         "Analysis", "%1 of %2 places changed beyond their usual ups and downs (false discovery rate %3 %): %4.")
                         .arg(formatCount(up + down + came + went), formatCount(tested), limit, parts.join(QStringLiteral(", ")));
        }
        // Areas and cells have names of their own.
        const QSet<QString> namesakes = m_table.rows == RowKind::Place ? namesOfSeveral(m_table.labels) : QSet<QString>();
        const ResultColumn& verdict = *m_table.column(QLatin1String(byShare ? "share_verdict" : "verdict"));
        for (int row = 0; row < std::min<qint64>(kNamedChanges, m_table.size()); ++row)
            if (isReal(verdict.texts[row])) {
                const QString name = toldApart(m_table.labels[row], m_table.keys[row], namesakes.contains(m_table.labels[row]));
                notes << (byShare ? shareSentence(m_table, row, name)
                                  : changeSentence(m_table, row, name, verdict.texts[row], decimals(), measureUnit(m_subject.measure),
                                                   m_values.real(QStringLiteral("confidence")) / 100.0));
            }
        notes << wholeNote();
        addDayNotes(notes);
        const QJsonObject all = m_data.facts.value(QLatin1String("verdicts")).toObject();
        const int noBefore = all.value(QLatin1String("no_data_before")).toInt();
        const int noNow = all.value(QLatin1String("no_data_now")).toInt();
        const int notTested = all.value(QLatin1String("not_tested")).toInt();
        if (noBefore + noNow + notTested > 0)
            notes
                << QCoreApplication::translate(
                       "Analysis",
                       "Not tested: %1 places without data before, %2 without data now, %3 with too few comparable days or nobody counted.")
                       .arg(formatCount(noBefore), formatCount(noNow), formatCount(notTested));
        if (m_values.flag(QStringLiteral("moderate")) && !m_data.facts.value(QLatin1String("moderated")).toBool())
            notes << QCoreApplication::translate(
                "Analysis", "There are too few places to estimate the noise from similar ones; each is judged by its own days alone.");
        const int withoutSpot = fact("withoutSpot").toInt();
        if (withoutSpot > 0)
            notes << QCoreApplication::translate(
                         "Analysis", "%1 places lie in no cell because their location is unknown; the whole is the sum of the cells.")
                         .arg(formatCount(withoutSpot));
        return notes;
    }

    QVector<ChartSpec> charts() const { return {daysChart(), placesChart()}; }

private:
    QJsonValue fact(const char* key) const { return m_data.facts.value(QLatin1String(key)); }
    int decimals() const { return std::max(1, m_subject.measure.decimals); }
    bool sums() const { return m_subject.measure.aggregation == Aggregation::Sum || m_subject.measure.extensive; }

    QString wholeNote() const {
        const auto number = [this](const char* key) { return fact(key).isDouble() ? fact(key).toDouble() : std::nan(""); };
        if (std::isnan(number("wholeBefore")) || std::isnan(number("wholeNow")))
            return QCoreApplication::translate("Analysis", "No day of the two periods can be compared.");
        const QString before = formatNumber(number("wholeBefore"), m_subject.measure.decimals);
        const QString now = withUnit(formatNumber(number("wholeNow"), m_subject.measure.decimals), measureUnit(m_subject.measure));
        const QString verdict = fact("wholeVerdict").toString();
        if (std::isnan(number("wholeRelative")) || std::isnan(number("wholeLower")))
            return QCoreApplication::translate("Analysis", "All places together, on comparable days: %1 a day before, %2 now.")
                .arg(before, now);
        const QString upper = signedPercent(fact("wholeUpper").isDouble() ? number("wholeUpper") : std::numeric_limits<double>::infinity());
        const QString base =
            sums() ? QCoreApplication::translate(
                         "Analysis", "All places together, on comparable days: %1 a day before, %2 now (%3; interval %4 to %5). %6")
                   : QCoreApplication::translate("Analysis", "Mean of all: %1 before, %2 now (%3; interval %4 to %5). %6");
        return base.arg(before, now, signedPercent(number("wholeRelative")), signedPercent(number("wholeLower")), upper,
                        isReal(verdict) ? QCoreApplication::translate("Analysis", "This is more than the usual ups and downs.")
                                        : QCoreApplication::translate("Analysis", "This is within the usual ups and downs."));
    }

    void addDayNotes(QStringList& notes) const {
        notes << QCoreApplication::translate(
                     "Analysis",
                     "%1 pairs of comparable days, %2 of them the same public holiday in both periods; %3 days now and %4 before have no "
                     "counterpart and are left out.")
                     .arg(formatCount(fact("pairs").toInt()), formatCount(fact("holidayPairs").toInt()),
                          formatCount(fact("unmatchedNow").toInt()), formatCount(fact("unmatchedBefore").toInt()));
        if (!fact("sameSeason").toBool())
            notes << QCoreApplication::translate("Analysis",
                                                 "The two periods lie in different seasons, so the season is part of the change. Compare "
                                                 "with the same months of another year to leave it out.");
        if (!fact("holidaysKnown").toBool())
            notes << QCoreApplication::translate(
                "Analysis",
                "The calendar of public holidays does not cover all of these days: holidays may have been compared with ordinary days.");
    }

    ChartSpec daysChart() const {
        const ResultTable& days = *m_data.table(QStringLiteral("days"));
        ChartSpec chart;
        chart.kind = ChartKind::Line;
        chart.title = QCoreApplication::translate("Analysis", "Comparable days, all places");
        chart.yTitle = measureUnit(m_subject.measure);
        if (sums()) chart.yTitle = QCoreApplication::translate("Analysis", "%1 a day").arg(chart.yTitle);
        chart.xTitle = QCoreApplication::translate("Analysis", "Day of the current period");
        // Weekends of a year are so many strokes that neither line can be seen.
        constexpr int kManyDays = 120, kTogether = 7;
        const int each = days.size() > kManyDays ? kTogether : 1;
        if (each > 1) chart.title = QCoreApplication::translate("Analysis", "Comparable days, 7-day means");
        for (int row = 0; row < static_cast<int>(days.size()); row += each) chart.categories << days.keys[row];
        chart.categoryKeys = chart.categories;
        const auto means = [each](const QVector<double>& all) {
            QVector<double> few;
            for (int from = 0; from < static_cast<int>(all.size()); from += each) {
                double sum = 0.0;
                int known = 0;
                for (int i = from; i < std::min(from + each, static_cast<int>(all.size())); ++i)
                    if (std::isfinite(all[i])) sum += all[i], ++known;
                few << (known > 0 ? sum / known : std::nan(""));
            }
            return few;
        };
        ChartSeries series;
        series.name = QCoreApplication::translate("Analysis", "Now");
        series.values = means(days.column(QStringLiteral("total_now"))->numbers);
        series.reference = means(days.column(QStringLiteral("total_before"))->numbers);
        chart.series = {series};
        chart.referenceName = QCoreApplication::translate("Analysis", "Before");
        chart.sample = m_subject.dataset.sample;
        return chart;
    }

    ChartSpec placesChart() const {
        ChartSpec chart;
        chart.kind = ChartKind::Scatter;
        chart.title = QCoreApplication::translate("Analysis", "Before and now, by place");
        const QString unit = measureUnit(m_subject.measure);
        chart.xTitle = QCoreApplication::translate("Analysis", "%1 a day before").arg(unit);
        chart.yTitle = QCoreApplication::translate("Analysis", "%1 a day now").arg(unit);
        chart.sample = m_subject.dataset.sample;
        ChartSeries series;
        series.name = measureName(m_subject.measure);
        const ResultColumn& before = *m_table.column(QStringLiteral("before"));
        const ResultColumn& now = *m_table.column(QStringLiteral("now"));
        for (int row = 0; row < std::min<qint64>(kMostPoints, m_table.size()); ++row) {
            chart.categories << m_table.labels[row];
            chart.categoryKeys << m_table.keys[row];
            series.x << before.numbers[row];
            series.values << now.numbers[row];
        }
        chart.series = {series};
        return chart;
    }

    const AnalysisSubject& m_subject;
    const ParameterValues& m_values;
    const AnalysisData& m_data;
    const ResultTable& m_table;
};

QVector<CategoryHead> categories() {
    return {{QStringLiteral("appeared"), QCoreApplication::translate("Analysis", "new"), 1.0, -1},
            {QStringLiteral("up"), QCoreApplication::translate("Analysis", "more"), 0.4, -1},
            {QStringLiteral("unclear"), QCoreApplication::translate("Analysis", "usual ups and downs"), 0.0, -1},
            {QStringLiteral("down"), QCoreApplication::translate("Analysis", "less"), -0.4, -1},
            {QStringLiteral("vanished"), QCoreApplication::translate("Analysis", "gone"), -1.0, -1},
            {QStringLiteral("no_data_before"), QCoreApplication::translate("Analysis", "no data before"), std::nan(""), -1},
            {QStringLiteral("no_data_now"), QCoreApplication::translate("Analysis", "no data now"), std::nan(""), -1},
            {QStringLiteral("not_tested"), QCoreApplication::translate("Analysis", "not tested"), std::nan(""), -1}};
}

TableView changesView(const AnalysisSubject& subject, const QString& rank) {
    const QString unit = measureUnit(subject.measure);
    const QString perDay =
        subject.measure.aggregation == Aggregation::Sum ? QCoreApplication::translate("Analysis", "%1 a day").arg(unit) : unit;
    const QString low = QCoreApplication::translate("Analysis", "lower end");
    const QString high = QCoreApplication::translate("Analysis", "upper end");
    TableView view;
    view.title = QCoreApplication::translate("Analysis", "Changes, largest first");
    view.heads = {
        {QCoreApplication::translate("Analysis", "Verdict"),
         {},
         QCoreApplication::translate("Analysis",
                                     "Whether the difference is more than the usual ups and downs, seen together with all other places.")},
        {QCoreApplication::translate("Analysis", "Before"), perDay,
         QCoreApplication::translate("Analysis", "Mean of the comparable days.")},
        {QCoreApplication::translate("Analysis", "Now"), perDay, QCoreApplication::translate("Analysis", "Mean of the comparable days.")},
        {QCoreApplication::translate("Analysis", "Difference"), perDay, QCoreApplication::translate("Analysis", "Now minus before."), true},
        {low, perDay, QCoreApplication::translate("Analysis", "Limit of the interval of the difference."), true},
        {high, perDay, QCoreApplication::translate("Analysis", "Limit of the interval of the difference."), true},
        {QCoreApplication::translate("Analysis", "Change"),
         {},
         QCoreApplication::translate("Analysis", "Now ÷ before − 1; empty when there was nothing before."),
         true},
        {low, {}, QCoreApplication::translate("Analysis", "Limit of the interval of the change in per cent."), true},
        {high,
         {},
         QCoreApplication::translate("Analysis",
                                     "Limit of the interval of the change in per cent; ∞ if the earlier value could have been zero."),
         true},
        {QCoreApplication::translate("Analysis", "p"),
         {},
         QCoreApplication::translate("Analysis", "How often such a difference comes from ups and downs alone, two-sided.")},
        {QCoreApplication::translate("Analysis", "p, adjusted"),
         {},
         QCoreApplication::translate("Analysis", "The same, corrected for the number of places tested.")},
        {QCoreApplication::translate("Analysis", "Share before"),
         {},
         QCoreApplication::translate("Analysis", "Part of the whole on the same days.")},
        {QCoreApplication::translate("Analysis", "Share now"),
         {},
         QCoreApplication::translate("Analysis", "Part of the whole on the same days.")},
        {QCoreApplication::translate("Analysis", "Shift of the share"),
         {},
         QCoreApplication::translate("Analysis", "Share now minus share before; zero when all places change alike."),
         true},
        {low, {}, QCoreApplication::translate("Analysis", "Limit of the interval of the shift."), true},
        {high, {}, QCoreApplication::translate("Analysis", "Limit of the interval of the shift."), true},
        {QCoreApplication::translate("Analysis", "p of the shift"),
         {},
         QCoreApplication::translate("Analysis", "How often such a shift comes from ups and downs alone, two-sided.")},
        {QCoreApplication::translate("Analysis", "p of the shift, adjusted"),
         {},
         QCoreApplication::translate("Analysis", "The same, corrected for the number of places tested.")},
        {QCoreApplication::translate("Analysis", "Days"),
         {},
         QCoreApplication::translate("Analysis", "Pairs of comparable days with data on both sides.")},
        {QCoreApplication::translate("Analysis", "Verdict on the share"),
         {},
         QCoreApplication::translate("Analysis", "Whether the shift of the share is more than the usual ups and downs.")}};
    view.mapColumn = QStringLiteral("verdict");
    view.keyColumn = rank == QLatin1String("share") ? QStringLiteral("share_shift") : rank;  // the others bear the name of their column
    view.picture = MapPicture::Categories;
    view.categories = categories();
    return view;
}

}  // namespace

QString verdictId(Verdict verdict) {
    switch (verdict) {
        case Verdict::Up:
            return QStringLiteral("up");
        case Verdict::Down:
            return QStringLiteral("down");
        case Verdict::Unclear:
            return QStringLiteral("unclear");
        case Verdict::Appeared:
            return QStringLiteral("appeared");
        case Verdict::Vanished:
            return QStringLiteral("vanished");
        case Verdict::NoDataBefore:
            return QStringLiteral("no_data_before");
        case Verdict::NoDataNow:
            return QStringLiteral("no_data_now");
        case Verdict::TooFewDays:
            break;
    }
    return QStringLiteral("not_tested");
}

AnalysisView changeView(const AnalysisSubject& subject, const ParameterValues& values, const AnalysisData& data) {
    const Words words(subject, values, data);
    AnalysisView view;
    view.title = QCoreApplication::translate("Analysis", "Change of %1: %2 against %3")
                     .arg(measureName(subject.measure), values.period(QStringLiteral("now")).toText(),
                          values.period(QStringLiteral("before")).toText());
    view.notes = words.notes();
    view.limits << QCoreApplication::translate(
                       "Analysis", "It does not say why: a new estate, a detour, a broken card reader and a hotter summer look alike.")
                << QCoreApplication::translate("Analysis",
                                               "Ups and downs are taken from the days within the two periods. Two years can differ for "
                                               "reasons that last the whole time without being a trend.")
                << QCoreApplication::translate(
                       "Analysis", "“Within the usual ups and downs” is not “no change”: the interval says how large it could be.");
    TableView days;
    days.title = QCoreApplication::translate("Analysis", "Comparable days");
    const QString unit = measureUnit(subject.measure);
    days.heads = {{QCoreApplication::translate("Analysis", "Day before"),
                   {},
                   QCoreApplication::translate("Analysis", "The day that it is compared with.")},
                  {QCoreApplication::translate("Analysis", "All before"), unit, {}},
                  {QCoreApplication::translate("Analysis", "All now"), unit, {}}};
    view.tables << changesView(subject, values.choice(QStringLiteral("rank"))) << days;
    view.charts = words.charts();
    return view;
}

}  // namespace mudeung
