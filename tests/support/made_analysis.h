// SPDX-License-Identifier: GPL-3.0-or-later
// Analyses made for tests of the window, which take the place of the program's own list. Include in the one source file of a test program:
// it defines analyses() and findAnalysis(), so that the linker leaves core/analysis/frame/registry.cpp out.
#pragma once

#include <QJsonObject>
#include <algorithm>
#include <cmath>
#include <thread>
#include <vector>

#include "core/analysis/frame/analysis.h"
#include "core/analysis/frame/units.h"
#include "core/base/format.h"
#include "core/base/language.h"

namespace mudeung::test {

inline QString words(const char* english, const char* korean) {
    return koreanInterface() ? QString::fromUtf8(korean) : QString::fromUtf8(english);
}

/// Distances from the mean in standard deviations, with a category, points and a small grid; as slow as asked for.
struct MadeScores {
    static QVector<ParameterSpec> parameters(const AnalysisSubject& subject) {
        QVector<ParameterSpec> specs = unitParameters(subject);
        specs << realParameter(QStringLiteral("limit"), words("Limit", "한계"),
                               words("From here on a place is far from the mean.", "평균과 먼 값의 시작입니다."), 1.0, 0.1, 5.0, 2)
              << choiceParameter(QStringLiteral("side"), words("Side", "방향"),
                                 words("Which places are pointed out.", "어느 쪽을 표시할지 정합니다."),
                                 {{QStringLiteral("both"), words("both", "양쪽")}, {QStringLiteral("high"), words("above only", "위쪽만")}},
                                 QStringLiteral("both"))
              << flagParameter(QStringLiteral("least"), words("Leave out small ones", "작은 값 제외"),
                               words("Places below a number.", "기준보다 작은 곳을 뺍니다."), false)
              << integerParameter(QStringLiteral("floor"), words("Smallest", "최솟값"),
                                  words("Of the number itself.", "값 자체의 기준입니다."), 10, 0, 1000000, words("trips", "건"))
              << periodParameter(QStringLiteral("window"), words("Window", "기간"),
                                 words("Only kept with the result.", "결과와 함께 남습니다."), {})
              << seedParameter()
              << integerParameter(QStringLiteral("pace"), words("Pace", "속도"), words("Waits so long for each row.", "행마다 기다립니다."),
                                  0, 0, 1000, QStringLiteral("ms"));
        specs.last().advanced = true;
        for (ParameterSpec& spec : specs) {
            if (spec.id != QLatin1String("floor")) continue;
            spec.onlyWhen = QStringLiteral("least");
            spec.onlyWhenValues = QStringList{QStringLiteral("true")};
        }
        return specs;
    }

    static Result<AnalysisData> run(const AnalysisInput& input, const ParameterValues& values, Progress& progress) {
        const auto units = valuesByUnit(input.engine, input.subject.query, values, progress);
        if (!units) return units.error();
        double sum = 0.0, squares = 0.0, n = 0.0;
        for (const double v : units->values) {
            if (std::isnan(v)) continue;
            sum += v;
            squares += v * v;
            n += 1.0;
        }
        const double mean = sum / n, deviation = std::sqrt((squares - n * mean * mean) / (n - 1.0));
        AnalysisData data;
        ResultTable table = units->table(QStringLiteral("scores"));
        ResultColumn value{QStringLiteral("value"), ColumnKind::Number, 0, {}, {}},
            score{QStringLiteral("score"), ColumnKind::Number, 2, {}, {}};
        ResultColumn kind{QStringLiteral("class"), ColumnKind::Category, 0, {}, {}};
        const double limit = values.real(QStringLiteral("limit"));
        const auto pace = std::chrono::milliseconds(values.integer(QStringLiteral("pace")));
        for (std::size_t i = 0; i < units->size(); ++i) {
            if (progress.isCancelled()) return analysisCancelled();
            if (pace.count() > 0) std::this_thread::sleep_for(pace);
            progress.set(static_cast<double>(i) / static_cast<double>(units->size()));
            const double v = units->values[i], z = (v - mean) / deviation;
            const bool low = z < -limit && values.choice(QStringLiteral("side")) == QLatin1String("both");
            value.numbers << v;
            score.numbers << z;
            kind.texts << (std::isnan(v) ? QString()
                           : z > limit   ? QStringLiteral("high")
                           : low         ? QStringLiteral("low")
                                         : QStringLiteral("ns"));
        }
        table.columns = {value, score, kind};
        data.tables.append(table);
        // Something to draw: a ramp over the middle of the city.
        DensityGrid grid;
        grid.spec = {180000.0, 190000.0, 500.0, 30, 20};
        for (int row = 0; row < 20; ++row)
            for (int column = 0; column < 30; ++column) grid.values.push_back(row * 30.0 + column);
        data.grids.append({QStringLiteral("ramp"), grid});
        data.facts = {{QStringLiteral("mean"), mean}, {QStringLiteral("deviation"), deviation}, {QStringLiteral("units"), n}};
        return data;
    }

    static AnalysisView view(const AnalysisSubject& subject, const ParameterValues&, const AnalysisData& data) {
        AnalysisView view;
        view.title = words("Far from the mean", "평균에서 먼 곳");
        view.notes << words("The mean is %1, the standard deviation %2.", "평균은 %1, 표준편차는 %2입니다.")
                          .arg(formatNumber(data.facts.value(QLatin1String("mean")).toDouble(), 1),
                               formatNumber(data.facts.value(QLatin1String("deviation")).toDouble(), 1));
        view.limits << words("A place far from the mean need not be unusual among its neighbours.",
                             "평균에서 멀다고 해서 이웃과 다른 것은 아닙니다.");
        TableView table;
        table.title = words("Scores", "점수");
        table.heads = {{words("Number", "값"), words("trips", "건"), {}},
                       {words("Score", "점수"), {}, words("Standard deviations from the mean.", "평균에서 표준편차로 잰 거리입니다.")},
                       {words("Class", "구분"), {}, {}}};
        table.mapColumn = QStringLiteral("class");
        table.picture = MapPicture::Categories;
        table.categories = {{QStringLiteral("high"), words("far above", "훨씬 많음"), 1.0, -1},
                            {QStringLiteral("low"), words("far below", "훨씬 적음"), -1.0, -1},
                            {QStringLiteral("ns"), words("not far", "보통"), 0.0, -1}};
        view.tables = {table};
        view.gridTitles << words("A ramp", "경사면");
        const ResultTable& scores = data.tables.first();
        ChartSpec points;
        points.kind = ChartKind::Scatter;
        points.title = words("Number and score", "값과 점수");
        points.xTitle = words("Number", "값");
        points.yTitle = words("Score", "점수");
        points.categories = scores.labels;
        points.categoryKeys = scores.keys;
        ChartSeries series;
        series.x = scores.columns[0].numbers;
        series.values = scores.columns[1].numbers;
        points.series = {series};
        points.sample = subject.dataset.sample;
        view.charts = {points};
        return view;
    }

    static const AnalysisInfo& info() {
        static const AnalysisInfo made = [] {
            AnalysisInfo info;
            info.id = "scores";
            info.version = 3;
            info.name = [] { return words("Far from the mean", "평균에서 먼 곳"); };
            info.summary = [] {
                return words("Which places have far more or fewer than the others?", "다른 곳보다 훨씬 많거나 적은 곳은 어디일까요?");
            };
            info.obstacle = [](const AnalysisSubject&) { return QString(); };
            info.parameters = parameters;
            info.run = run;
            info.view = view;
            return info;
        }();
        return made;
    }
};

/// Cannot be asked of anything.
inline const AnalysisInfo& madeObstacle() {
    static const AnalysisInfo made = [] {
        AnalysisInfo info = MadeScores::info();
        info.id = "never";
        info.name = [] { return words("Ten years ahead", "10년 뒤"); };
        info.obstacle = [](const AnalysisSubject&) {
            return words("It needs thirty years of days; import more files.", "30년의 일별 자료가 필요합니다.");
        };
        return info;
    }();
    return made;
}

}  // namespace mudeung::test

namespace mudeung {

std::span<const AnalysisInfo* const> analyses() {
    static const std::vector<const AnalysisInfo*> list{&test::MadeScores::info(), &test::madeObstacle()};
    return list;
}

const AnalysisInfo* findAnalysis(const QString& id) {
    for (const AnalysisInfo* info : analyses())
        if (id == QLatin1String(info->id)) return info;
    return nullptr;
}

}  // namespace mudeung
