// SPDX-License-Identifier: GPL-3.0-or-later
// What the form asks, what the notes say, the fan chart.
#include "core/analysis/forecast/forecast_words.h"

#include <QCoreApplication>
#include <QDate>
#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

#include "core/analysis/forecast/catalogue.h"
#include "core/analysis/forecast/forecast.h"
#include "core/base/format.h"
#include "core/model/calendar.h"
#include "core/model/names.h"
#include "core/model/with_unit.h"

namespace mudeung::forecast {

namespace {

constexpr int kLevels[] = {80, 90, 95};

QVector<ParameterChoice> unitChoices(const AnalysisSubject& subject) {
    QVector<ParameterChoice> choices{{QStringLiteral("all"), QCoreApplication::translate("Analysis", "everything together")}};
    if (subject.dataset.scheme.groups.size() > 1)
        choices << ParameterChoice{QStringLiteral("group"), QCoreApplication::translate("Analysis", "each group")};
    if (subject.dataset.timeStep != TimeStep::Day) return choices;
    const QString kind = subject.dataset.placeKind;
    const bool larger = kind == QLatin1String("district") || kind == QLatin1String("province");
    if (!larger && (subject.hasDongs() || kind == QLatin1String("dong")))
        choices << ParameterChoice{QStringLiteral("district"), QCoreApplication::translate("Analysis", "each district")};
    if (subject.hasDongs() && kind != QLatin1String("dong"))
        choices << ParameterChoice{QStringLiteral("dong"), QCoreApplication::translate("Analysis", "each dong")};
    choices << ParameterChoice{QStringLiteral("place"), QCoreApplication::translate("Analysis", "each place")};
    return choices;
}

QVector<ParameterChoice> stepChoices(const AnalysisSubject& subject) {
    QVector<ParameterChoice> choices;
    if (subject.dataset.timeStep != TimeStep::Month) {
        choices << ParameterChoice{QStringLiteral("day"), QCoreApplication::translate("Analysis", "days")}
                << ParameterChoice{QStringLiteral("week"), QCoreApplication::translate("Analysis", "weeks from Monday")};
    }
    choices << ParameterChoice{QStringLiteral("month"), QCoreApplication::translate("Analysis", "calendar months")};
    if (subject.dataset.timeStep != TimeStep::Month && subject.dataset.hasHours())
        choices << ParameterChoice{QStringLiteral("hour"), QCoreApplication::translate("Analysis", "hours")};
    return choices;
}

QVector<ParameterChoice> modelChoices() {
    QVector<ParameterChoice> choices{{QStringLiteral("auto"), QCoreApplication::translate("Analysis", "chosen by back-test")}};
    for (const std::string& id : modelIds()) choices << ParameterChoice{QString::fromStdString(id), modelName(QString::fromStdString(id))};
    return choices;
}

QString timesName(const ParameterValues& values) {
    const QString step = values.choice(QStringLiteral("step"));
    if (step == QLatin1String("hour")) return QCoreApplication::translate("Analysis", "hours", "units of time");
    if (step == QLatin1String("week")) return QCoreApplication::translate("Analysis", "weeks", "units of time");
    if (step == QLatin1String("month")) return QCoreApplication::translate("Analysis", "months", "units of time");
    return QCoreApplication::translate("Analysis", "days", "units of time");
}

QString noteText(int code, double number, double second) {
    switch (static_cast<Note::Code>(code)) {
        case Note::Code::TooShortToFit:
            return QCoreApplication::translate("Analysis",
                                               "Only %1 values: too few for any model. The last value is repeated, without bounds.")
                .arg(formatNumber(number));
        case Note::Code::TooShortForBackTest:
            return QCoreApplication::translate(
                       "Analysis", "%1 values are too few for a back-test, so how good this forecast would have been is unknown.")
                .arg(formatNumber(number));
        case Note::Code::FewWindows:
            return QCoreApplication::translate("Analysis", "The series has room for only %1 back-test windows.").arg(formatNumber(number));
        case Note::Code::NotBetterThanSeasonalNaive:
            return QCoreApplication::translate(
                       "Analysis", "Not better than repeating the last season: MASE %1 against %2. Do not read more into it than that.")
                .arg(formatNumber(number, 2), formatNumber(second, 2));
        case Note::Code::FewErrorsForLevel:
            return QCoreApplication::translate(
                       "Analysis", "%1 back-test errors are too few for conformal bounds of %2 %; the model's own are used instead.")
                .arg(formatNumber(second), formatNumber(number));
        case Note::Code::CoverageOff:
            return QCoreApplication::translate("Analysis", "The %1 % interval held only %2 of the values of the back-test.")
                .arg(formatNumber(number), formatPercent(second, 0));
        case Note::Code::GapsFilled:
            return QCoreApplication::translate("Analysis", "%1 missing values were interpolated and are not part of the back-test.")
                .arg(formatNumber(number));
        case Note::Code::Sparse:
            return QCoreApplication::translate("Analysis", "%1 of the values are zero: models for rare demand are used.")
                .arg(formatPercent(number, 0));
        case Note::Code::SeasonNotUsed:
            return QCoreApplication::translate("Analysis", "A season of %1 steps needs two full cycles, which the series does not have.")
                .arg(formatNumber(number));
        case Note::Code::Constant:
            return QCoreApplication::translate("Analysis", "All values are the same.");
        case Note::Code::HorizonLong:
            return QCoreApplication::translate("Analysis",
                                               "%1 steps are more than half the length of the known series: read the far end with care.")
                .arg(formatNumber(number));
        case Note::Code::ModelRefused:
            return QCoreApplication::translate(
                "Analysis", "The model asked for does not suit this series; the reason is given beside it in the table of models.");
    }
    return {};
}

/// What a series stands for.
QVector<CategoryHead> levelHeads() {
    const QString group = QStringLiteral("/group");
    const std::pair<QString, QString> levels[] = {
        {QStringLiteral("all"), QCoreApplication::translate("Analysis", "total", "a sum of series")},
        {QStringLiteral("district"), QCoreApplication::translate("Analysis", "district", "a sum of series")},
        {QStringLiteral("dong"), QCoreApplication::translate("Analysis", "dong", "a sum of series")},
        {QStringLiteral("place"), QCoreApplication::translate("Analysis", "place", "a sum of series")},
        {QStringLiteral("group"), QCoreApplication::translate("Analysis", "group", "a sum of series")},
        {QStringLiteral("district") + group, QCoreApplication::translate("Analysis", "district and group")},
        {QStringLiteral("dong") + group, QCoreApplication::translate("Analysis", "dong and group")},
        {QStringLiteral("place") + group, QCoreApplication::translate("Analysis", "place and group")}};
    QVector<CategoryHead> heads;
    for (const auto& [id, name] : levels) heads.append({id, name, NAN, -1});
    return heads;
}

/// The models of a series in the language of the reader: "ETS(M,N,M), DOTM (robust)". What they are combined by, the model's
/// name says.
QString fittedText(QString fitted) {
    static const QRegularExpression combined(QStringLiteral("^(?:median|mean|weighted)\\((.*)\\)$"));
    static const QRegularExpression regression(QStringLiteral("Regression with (.+?) errors"));
    if (const auto match = combined.match(fitted); match.hasMatch()) fitted = match.captured(1);
    fitted.replace(regression, QCoreApplication::translate("Analysis", "regression with %1 errors", "a model").arg(QStringLiteral("\\1")));
    fitted.remove(QLatin1String(", known days apart"));
    return fitted.replace(QLatin1String(" without odd values"), QCoreApplication::translate("Analysis", " (robust)", "of a model"));
}

/// What was asked for, as a number: of the whole over all steps, beside as many steps before.
void addTotal(AnalysisView& view, const ParameterValues& values, const ResultTable& series, const QString& unit, int decimals) {
    const int all = static_cast<int>(series.column(QStringLiteral("level"))->texts.indexOf(QStringLiteral("all")));
    const auto at = [&series, all](const char* id) { return series.column(QLatin1String(id))->numbers.value(all, NAN); };
    if (all < 0 || !std::isfinite(at("expected")) || !std::isfinite(at("before")) || !std::isfinite(at("change"))) return;
    const auto text = [&](const char* id) { return withUnit(formatNumber(at(id), decimals), unit); };
    view.notes << QCoreApplication::translate("Analysis", "Expected in these %1 %2: %3 in all, compared with %4 in the %1 %2 before (%5).")
                      .arg(formatCount(values.integer(QStringLiteral("horizon"))), timesName(values), text("expected"), text("before"),
                           withSign(at("change"), formatPercent(at("change"))));
}

void addNotes(AnalysisView& view, const AnalysisSubject& subject, const ParameterValues& values, const AnalysisData& data) {
    const QJsonObject& facts = data.facts;
    const auto number = [&facts](const char* key) { return facts.value(QLatin1String(key)).toDouble(NAN); };
    const auto count = [&](const char* key) { return formatCount(static_cast<qint64>(number(key))); };
    view.notes << QCoreApplication::translate("Analysis", "The next %5 %2 are forecast from the data of %3 to %4 (%1 %2).")
                      .arg(count("times"), timesName(values), facts.value(QLatin1String("from")).toString(),
                           facts.value(QLatin1String("to")).toString(), formatCount(values.integer(QStringLiteral("horizon"))));
    if (const ResultTable* series = data.table(QStringLiteral("series")); series && subject.measure.aggregation == Aggregation::Sum)
        addTotal(view, values, *series, measureUnit(subject.measure), subject.measure.decimals);
    view.notes << QCoreApplication::translate("Analysis", "The total is forecast by: %1.")
                      .arg(modelName(facts.value(QLatin1String("model")).toString()));
    if (std::isfinite(number("mase")))
        view.notes << QCoreApplication::translate("Analysis",
                                                  "In %1 back-test windows its mean error was %2 times that of the naive forecast (MASE); "
                                                  "repeating the last season gave %3.")
                          .arg(count("windows"), formatNumber(number("mase"), 2), formatNumber(number("benchmark"), 2));
    const QJsonArray coverage = facts.value(QLatin1String("coverage")).toArray();
    QStringList held;
    for (int k = 0; k < 3; ++k) {
        if (coverage.at(k).isDouble())
            held << QCoreApplication::translate("Analysis", "%1 % interval covered %2")
                        .arg(kLevels[k])
                        .arg(formatPercent(coverage.at(k).toDouble(), 0));
    }
    if (!held.isEmpty())
        view.notes << QCoreApplication::translate("Analysis", "Coverage in the back-test: %1.").arg(held.join(QStringLiteral(", ")));
    const QJsonArray notes = facts.value(QLatin1String("notes")).toArray();
    for (const QJsonValue& n : notes) {
        const QJsonArray parts = n.toArray();
        const QString text = noteText(parts.at(0).toInt(), parts.at(1).toDouble(), parts.at(2).toDouble());
        if (!text.isEmpty()) view.notes << text;
    }
    if (number("series") > 0.0)
        view.notes << QCoreApplication::translate("Analysis",
                                                  "Of %1 individual series, %2 are forecast no better than by repeating the last season, "
                                                  "%3 could not be tested and %4 are sparse.")
                          .arg(count("series"), count("worse"), count("untested"), count("sparse"));
    const QJsonObject adding = facts.value(QLatin1String("adding")).toObject();
    QStringList sums;
    for (const CategoryHead& level : levelHeads())
        if (const int n = adding.value(QLatin1String("sums")).toObject().value(level.id).toInt(); n > 0 && level.id != QLatin1String("all"))
            sums << QStringLiteral("%1: %2").arg(level.name, formatCount(n));
    if (!sums.isEmpty())
        view.notes << QCoreApplication::translate("Analysis", "Subtotals were also forecast: %1.").arg(sums.join(QStringLiteral(", ")));
    if (adding.value(QLatin1String("method")).toString() == QLatin1String("mint")) {
        view.notes << QCoreApplication::translate(
                          "Analysis",
                          "The forecasts add up (MinT, shrinkage %1); this changed the total by %2. Bounds moved with their means.")
                          .arg(formatNumber(adding.value(QLatin1String("shrinkage")).toDouble(), 2),
                               formatPercent(adding.value(QLatin1String("moved")).toDouble(), 1));
    } else if (adding.value(QLatin1String("method")).toString() == QLatin1String("bottom")) {
        view.notes << QCoreApplication::translate(
                          "Analysis", "The forecasts add up: the total is the sum of the individual series; this changed it by %1.")
                          .arg(formatPercent(adding.value(QLatin1String("moved")).toDouble(), 1));
    }
    // For those who ask how: last.
    const QString fitted = facts.value(QLatin1String("fitted")).toString();
    view.notes << QCoreApplication::translate("Analysis", "Model of the total: %1.").arg(fittedText(fitted));
    if (fitted.contains(QLatin1String("known days apart")))
        view.notes << QCoreApplication::translate(
            "Analysis", "Robust models leave odd values out and estimate the effect of known days, such as holidays, separately.");
    else if (fitted.contains(QLatin1String("without odd values")))
        view.notes << QCoreApplication::translate("Analysis", "Robust models leave odd values out.");
}

/// The end of what was known, what the back-test had said of it, and the forecast with its bands.
ChartSpec fanChart(const AnalysisSubject& subject, const AnalysisData& data, int horizon) {
    const ResultTable* history = data.table(QStringLiteral("history"));
    const ResultTable* steps = data.table(QStringLiteral("steps"));
    ChartSpec chart;
    chart.kind = ChartKind::Line;
    if (!history || !steps) return chart;
    chart.title = QCoreApplication::translate("Analysis", "Forecast of the total");
    chart.subtitle = subject.query.toSentence(&subject.dataset.scheme);
    const QString unit = measureUnit(subject.measure);
    chart.yTitle = unit.isEmpty() ? measureName(subject.measure) : QStringLiteral("%1 (%2)").arg(measureName(subject.measure), unit);
    chart.sample = subject.dataset.sample;
    const int known = static_cast<int>(history->keys.size());
    const int shown = std::min(known, std::max(56, 3 * horizon));
    chart.categories = history->keys.mid(known - shown);
    ChartSeries was, tested, will;
    was.name = QCoreApplication::translate("Analysis", "counted");
    was.key = QStringLiteral("counted");
    tested.name = QCoreApplication::translate("Analysis", "back-test forecast");
    tested.key = QStringLiteral("tested");
    will.name = QCoreApplication::translate("Analysis", "forecast", "of a line in a chart");
    will.key = QStringLiteral("forecast");
    was.values = history->column(QStringLiteral("value"))->numbers.mid(known - shown);
    tested.values = history->column(QStringLiteral("tested"))->numbers.mid(known - shown);
    will.values.fill(std::nan(""), shown);
    QVector<ChartBand> bands(3);
    for (int k = 0; k < 3; ++k) {
        // The widest first.
        bands[2 - k].name = QCoreApplication::translate("Analysis", "%1 % interval", "legend of a chart").arg(kLevels[k]);
        bands[2 - k].lower.fill(std::nan(""), shown);
        bands[2 - k].upper.fill(std::nan(""), shown);
    }
    const ResultColumn* series = steps->column(QStringLiteral("series"));
    for (int i = 0; i < steps->keys.size() && series->texts[i] == QLatin1String("all"); ++i) {
        chart.categories << steps->column(QStringLiteral("time"))->texts[i];
        was.values << std::nan("");
        tested.values << std::nan("");
        will.values << steps->column(QStringLiteral("mean"))->numbers[i];
        for (int k = 0; k < 3; ++k) {
            bands[2 - k].lower << steps->column(QStringLiteral("lower%1").arg(kLevels[k]))->numbers[i];
            bands[2 - k].upper << steps->column(QStringLiteral("upper%1").arg(kLevels[k]))->numbers[i];
        }
    }
    will.bands = bands;
    chart.categoryKeys = chart.categories;
    chart.series = {was, tested, will};
    chart.marks = {{shown, QCoreApplication::translate("Analysis", "forecast", "mark in a chart, from here on")}};
    return chart;
}

ChartSpec errorsChart(const AnalysisData& data) {
    const ResultTable* horizon = data.table(QStringLiteral("horizon"));
    ChartSpec chart;
    chart.kind = ChartKind::Line;
    chart.title = QCoreApplication::translate("Analysis", "Error by step of the horizon");
    chart.xTitle = QCoreApplication::translate("Analysis", "Step");
    chart.yTitle = QStringLiteral("MASE");
    if (!horizon || horizon->keys.isEmpty()) return chart;
    chart.categories = horizon->labels;
    chart.categoryKeys = horizon->keys;
    ChartSeries mase;
    mase.name = QStringLiteral("MASE");
    mase.values = horizon->column(QStringLiteral("mase"))->numbers;
    chart.series = {mase};
    return chart;
}

TableView seriesView(const AnalysisSubject& subject) {
    const QString unit = measureUnit(subject.measure);
    TableView view;
    view.title = view.rowHead = QCoreApplication::translate("Analysis", "Series");
    view.heads = {{QCoreApplication::translate("Analysis", "Level", "of a sum of series"), {}, {}},
                  {QCoreApplication::translate("Analysis", "Expected"), unit,
                   QCoreApplication::translate("Analysis", "Sum of the forecast over the horizon.")},
                  {QCoreApplication::translate("Analysis", "Before"), unit,
                   QCoreApplication::translate("Analysis", "Sum over the same number of steps just before.")},
                  {QCoreApplication::translate("Analysis", "Change"), {}, {}, true},
                  {QCoreApplication::translate("Analysis", "Model"), {}, {}},
                  {QStringLiteral("MASE"),
                   {},
                   QCoreApplication::translate("Analysis", "Mean absolute error in units of the naive seasonal error; below 1 is better.")},
                  {QStringLiteral("RMSSE"), {}, QCoreApplication::translate("Analysis", "The same with squared errors.")},
                  {QCoreApplication::translate("Analysis", "Pinball"), unit,
                   QCoreApplication::translate("Analysis", "Loss of the interval bounds as quantiles; less is better.")},
                  {QCoreApplication::translate("Analysis", "Bias"), unit,
                   QCoreApplication::translate("Analysis", "Mean of forecast minus counted; positive is too high."), true},
                  {QCoreApplication::translate("Analysis", "90 % coverage"),
                   {},
                   QCoreApplication::translate("Analysis", "Share of the back-test inside the 90 % interval.")},
                  {QCoreApplication::translate("Analysis", "Better than naive"), {}, {}}};
    view.mapColumn = QStringLiteral("change");
    view.picture = MapPicture::Diverging;
    view.categories = {{QStringLiteral("yes"), QCoreApplication::translate("Analysis", "better than naive"), NAN, 2},
                       {QStringLiteral("no"), QCoreApplication::translate("Analysis", "not better than naive"), NAN, 5},
                       {QStringLiteral("untested"), QCoreApplication::translate("Analysis", "not tested"), NAN, -1}};
    view.categories += levelHeads();
    return view;
}

TableView anomaliesView(const AnalysisData& data, const QString& unit) {
    TableView view;
    view.title = QCoreApplication::translate("Analysis", "Odd values");
    view.heads = {{QCoreApplication::translate("Analysis", "When"), {}, {}},
                  {QCoreApplication::translate("Analysis", "Calendar"), {}, {}},
                  {QCoreApplication::translate("Analysis", "Counted"), unit, {}},
                  {QCoreApplication::translate("Analysis", "Expected"), unit,
                   QCoreApplication::translate("Analysis", "Forecast one step ahead by the model of the whole series.")},
                  {QCoreApplication::translate("Analysis", "From"), unit, {}},
                  {QCoreApplication::translate("Analysis", "To"), unit, {}},
                  {QCoreApplication::translate("Analysis", "Deviations"),
                   {},
                   QCoreApplication::translate("Analysis", "Error in usual (robust) standard deviations.")}};
    QStringList named;
    const ResultTable* table = data.table(QStringLiteral("anomalies"));
    for (const QString& id : table ? table->column(QStringLiteral("day"))->texts : QStringList()) {
        if (id.isEmpty() || named.contains(id)) continue;
        named << id;
        const QDate date = QDate::fromString(id, Qt::ISODate);
        const QString name = date.isValid() ? HolidayCalendar::korea().nameOf(date, koreanInterface()) : weekdayName(id.right(1).toInt());
        view.categories << CategoryHead{id, name, NAN, date.isValid() ? 5 : -1};
    }
    return view;
}

}  // namespace

QString modelName(const QString& id) {
    static const std::pair<const char*, const char*> names[] = {
        {"naive", QT_TRANSLATE_NOOP("Analysis", "last value repeated (naive)")},
        {"seasonal_naive", QT_TRANSLATE_NOOP("Analysis", "last season repeated (seasonal naive)")},
        {"drift", QT_TRANSLATE_NOOP("Analysis", "last value with drift")},
        {"mean", QT_TRANSLATE_NOOP("Analysis", "mean of all values")},
        {"ets", QT_TRANSLATE_NOOP("Analysis", "exponential smoothing (ETS)")},
        {"ets_all", QT_TRANSLATE_NOOP("Analysis", "exponential smoothing, multiplicative trends too (ETS)")},
        {"ces", QT_TRANSLATE_NOOP("Analysis", "complex exponential smoothing (CES)")},
        {"theta", QT_TRANSLATE_NOOP("Analysis", "Theta")},
        {"dotm", QT_TRANSLATE_NOOP("Analysis", "dynamic optimised Theta")},
        {"arima", QT_TRANSLATE_NOOP("Analysis", "ARIMA")},
        {"mstl_ets", QT_TRANSLATE_NOOP("Analysis", "several seasons (MSTL) and ETS")},
        {"harmonic", QT_TRANSLATE_NOOP("Analysis", "harmonic regression with calendar and ARIMA errors")},
        {"croston", QT_TRANSLATE_NOOP("Analysis", "Croston, for rare demand")},
        {"sba", QT_TRANSLATE_NOOP("Analysis", "Croston corrected (SBA)")},
        {"tsb", QT_TRANSLATE_NOOP("Analysis", "rare demand that may fade (TSB)")},
        {"scum", QT_TRANSLATE_NOOP("Analysis", "median of ETS, CES, ARIMA and Theta (SCUM)")},
        {"ets_robust", QT_TRANSLATE_NOOP("Analysis", "ETS without odd values")},
        {"dotm_robust", QT_TRANSLATE_NOOP("Analysis", "dynamic optimised Theta without odd values")},
        {"arima_robust", QT_TRANSLATE_NOOP("Analysis", "ARIMA without odd values")},
        {"mstl_ets_robust", QT_TRANSLATE_NOOP("Analysis", "MSTL and ETS without odd values")},
        {"median", QT_TRANSLATE_NOOP("Analysis", "median of the models")},
        {"mean_of_models", QT_TRANSLATE_NOOP("Analysis", "mean of the models")},
        {"weighted", QT_TRANSLATE_NOOP("Analysis", "weighted mean of the models")}};
    for (const auto& [known, name] : names) {
        if (id == QLatin1String(known)) return QCoreApplication::translate("Analysis", name);
    }
    return id;
}

QVector<ParameterSpec> forecastParameters(const AnalysisSubject& subject) {
    const QVector<ParameterChoice> steps = stepChoices(subject);
    const bool days = steps.first().id == QLatin1String("day");
    QVector<ParameterSpec> specs{
        choiceParameter(
            QStringLiteral("unit"), QCoreApplication::translate("Analysis", "Series"),
            QCoreApplication::translate("Analysis", "Which series are forecast one by one. The overall total is always forecast too."),
            unitChoices(subject), QStringLiteral("all")),
        choiceParameter(QStringLiteral("step"), QCoreApplication::translate("Analysis", "Steps"),
                        QCoreApplication::translate("Analysis", "Length of one step. Longer steps are smoother and reach further."), steps,
                        steps.first().id),
        integerParameter(QStringLiteral("horizon"), QCoreApplication::translate("Analysis", "Horizon"),
                         QCoreApplication::translate(
                             "Analysis", "How many steps ahead. With two years of data nothing beyond half a year can be relied on."),
                         days ? 28 : 6, 1, 400, QCoreApplication::translate("Analysis", "steps")),
        choiceParameter(QStringLiteral("model"), QCoreApplication::translate("Analysis", "Model"),
                        QCoreApplication::translate(
                            "Analysis", "Chosen by back-test: what would have forecast the past best; the runners-up are listed."),
                        modelChoices(), QStringLiteral("auto")),
        choiceParameter(QStringLiteral("adding"), QCoreApplication::translate("Analysis", "Adding up"),
                        QCoreApplication::translate("Analysis",
                                                    "Whether the forecasts are made to add up: places to dongs, districts and everything, "
                                                    "groups to all people."),
                        {{QStringLiteral("mint"), QCoreApplication::translate("Analysis", "least squares (MinT, shrunk)")},
                         {QStringLiteral("bottom"), QCoreApplication::translate("Analysis", "sum of the single ones")},
                         {QStringLiteral("none"), QCoreApplication::translate("Analysis", "no")}},
                        QStringLiteral("mint")),
        flagParameter(QStringLiteral("calendar"), QCoreApplication::translate("Analysis", "Holidays and vacations"),
                      QCoreApplication::translate("Analysis",
                                                  "Takes account of public holidays, including lunar ones, and the usual school vacations. "
                                                  "A model with them is tried, and used if it is clearly better."),
                      true),
        choiceParameter(QStringLiteral("intervals"), QCoreApplication::translate("Analysis", "Intervals"),
                        QCoreApplication::translate("Analysis", "Where the bounds come from."),
                        {{QStringLiteral("auto"), QCoreApplication::translate("Analysis", "the model's, stretched by the back-test")},
                         {QStringLiteral("model"), QCoreApplication::translate("Analysis", "the model's own")},
                         {QStringLiteral("conformal"), QCoreApplication::translate("Analysis", "errors of the back-test (conformal)")}},
                        QStringLiteral("auto")),
        integerParameter(
            QStringLiteral("windows"), QCoreApplication::translate("Analysis", "Back-test windows"),
            QCoreApplication::translate(
                "Analysis", "How many times the forecast is tried out on the past. 90 % bounds need nine windows, 95 % bounds nineteen."),
            9, 0, 60)};
    const QStringList areas{QStringLiteral("district"), QStringLiteral("dong"), QStringLiteral("place")};
    specs[4].onlyWhen = QStringLiteral("unit");
    specs[4].onlyWhenValues = areas + QStringList{QStringLiteral("group")};
    specs[5].onlyWhen = QStringLiteral("step");
    specs[5].onlyWhenValues = QStringList{QStringLiteral("day")};
    specs[6].advanced = specs[7].advanced = true;
    if (subject.dataset.scheme.groups.size() < 2 || subject.dataset.timeStep != TimeStep::Day) return specs;
    ParameterSpec groups = flagParameter(QStringLiteral("bygroup"), QCoreApplication::translate("Analysis", "Split by group"),
                                         QCoreApplication::translate("Analysis",
                                                                     "Also forecasts every group of every series, so that they add up over "
                                                                     "groups as well. Multiplies the time taken by the number of groups."),
                                         false);
    groups.onlyWhen = QStringLiteral("unit");
    groups.onlyWhenValues = areas;
    specs.insert(1, groups);
    return specs;
}

AnalysisView forecastView(const AnalysisSubject& subject, const ParameterValues& values, const AnalysisData& data) {
    const QString unit = measureUnit(subject.measure);
    AnalysisView view;
    view.title = QCoreApplication::translate("Analysis", "Forecast: %1").arg(measureName(subject.measure));
    addNotes(view, subject, values, data);
    view.limits << QCoreApplication::translate(
                       "Analysis", "A forecast continues the past. It knows nothing of new lines, closed stops, fares or an epidemic.")
                << QCoreApplication::translate("Analysis",
                                               "The interval of a sum is narrower than the sum of the intervals; do not add bounds.");
    TableView steps;
    steps.title = QCoreApplication::translate("Analysis", "Steps of the forecast");
    steps.heads = {{QCoreApplication::translate("Analysis", "Series"), {}, {}},
                   {QCoreApplication::translate("Analysis", "When"), {}, {}},
                   {QCoreApplication::translate("Analysis", "Expected"), unit, {}}};
    for (const int level : kLevels)
        steps.heads << ColumnHead{QCoreApplication::translate("Analysis", "from, %1 %").arg(level), unit, {}}
                    << ColumnHead{QCoreApplication::translate("Analysis", "to, %1 %").arg(level), unit, {}};
    TableView history;
    history.title = QCoreApplication::translate("Analysis", "The total so far");
    history.heads = {{QCoreApplication::translate("Analysis", "Counted"), unit, {}},
                     {QCoreApplication::translate("Analysis", "Back-test forecast"), unit, {}}};
    TableView horizon;
    horizon.title = QCoreApplication::translate("Analysis", "By step of the horizon");
    horizon.heads = {{QCoreApplication::translate("Analysis", "Step"), {}, {}},
                     {QStringLiteral("MASE"), {}, {}},
                     {QCoreApplication::translate("Analysis", "Bias"), unit, {}}};
    for (const int level : kLevels) horizon.heads << ColumnHead{QCoreApplication::translate("Analysis", "Within %1 %").arg(level), {}, {}};
    TableView models;
    models.title = QCoreApplication::translate("Analysis", "Models, best first");
    models.heads = {{QCoreApplication::translate("Analysis", "Form"), {}, {}},
                    {QStringLiteral("MASE"), {}, {}},
                    {QStringLiteral("RMSSE"), {}, {}},
                    {QCoreApplication::translate("Analysis", "Pinball"), unit, {}},
                    {QCoreApplication::translate("Analysis", "Used"), {}, {}},
                    {QCoreApplication::translate("Analysis", "Why not"), {}, {}}};
    models.categories = {{QStringLiteral("chosen"), QCoreApplication::translate("Analysis", "chosen"), NAN, 2},
                         {QStringLiteral("other"), QCoreApplication::translate("Analysis", "runner-up"), NAN, -1},
                         {QStringLiteral("unused"), QCoreApplication::translate("Analysis", "not suited"), NAN, -1}};
    view.tables << seriesView(subject) << steps << history << horizon << models << anomaliesView(data, unit);
    view.charts << fanChart(subject, data, static_cast<int>(values.integer(QStringLiteral("horizon"))));
    if (const ResultTable* table = data.table(QStringLiteral("horizon")); table && table->size() > 1) view.charts << errorsChart(data);
    return view;
}

}  // namespace mudeung::forecast
