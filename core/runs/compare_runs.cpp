// SPDX-License-Identifier: GPL-3.0-or-later
// What went in and what came out of two runs, side by side.
#include "core/runs/compare_runs.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/format.h"
#include "core/model/names.h"

namespace mudeung {

namespace {

QString changed(const QString& what, const QString& before, const QString& after) {
    return QStringLiteral("%1: %2 → %3").arg(what, before, after);
}

void compareQuestions(const Run& before, const Run& after, QVector<RunDifference>& found) {
    if (before.subject.query == after.subject.query) return;
    found.append({ChangeReason::Question,
                  changed(QCoreApplication::translate("Runs", "Question"), before.subject.query.toSentence(&before.subject.dataset.scheme),
                          after.subject.query.toSentence(&after.subject.dataset.scheme))});
}

void compareParameters(const Run& before, const Run& after, QVector<RunDifference>& found) {
    const AnalysisInfo* info = findAnalysis(after.analysis);
    if (!info) return;
    const QJsonObject old = before.parameters.json();
    const QJsonObject now = after.parameters.json();
    for (const ParameterSpec& spec : info->parameters(after.subject)) {
        // What is not asked beside the other values has no say.
        if (!spec.isAsked(old) && !spec.isAsked(now)) continue;
        if (old.value(spec.id) == now.value(spec.id)) continue;
        found.append({ChangeReason::Parameter,
                      changed(spec.name, parameterText(spec, old.value(spec.id)), parameterText(spec, now.value(spec.id)))});
    }
}

QHash<QString, SourceFile> filesOf(const Run& run) {
    QHash<QString, SourceFile> files;
    for (const SourceDataset& source : run.sources) {
        for (const SourceFile& file : source.files) files.insert(source.id + QLatin1Char('/') + file.sha256, file);
    }
    return files;
}

void compareSources(const Run& before, const Run& after, QVector<RunDifference>& found) {
    const auto old = filesOf(before);
    const auto now = filesOf(after);
    QStringList sentences;
    for (auto it = now.begin(); it != now.end(); ++it) {
        if (!old.contains(it.key())) {
            sentences << QCoreApplication::translate("Runs", "New file: %1, imported %2").arg(it->name, it->importedAt.left(10));
        } else if (it->replaced != old.value(it.key()).replaced) {
            sentences << QCoreApplication::translate("Runs", "Numbers of this file were replaced by another file: %1").arg(it->name);
        }
    }
    for (auto it = old.begin(); it != old.end(); ++it) {
        if (!now.contains(it.key())) sentences << QCoreApplication::translate("Runs", "File no longer used: %1").arg(it->name);
    }
    sentences.sort();
    for (const QString& sentence : sentences) found.append({ChangeReason::Data, sentence});
}

void comparePrograms(const Run& before, const Run& after, QVector<RunDifference>& found) {
    if (before.algorithm != after.algorithm) {
        found.append({ChangeReason::Program, changed(QCoreApplication::translate("Runs", "Version of the method"),
                                                     QString::number(before.algorithm), QString::number(after.algorithm))});
    } else if (before.program != after.program) {
        found.append(
            {ChangeReason::Program, changed(QCoreApplication::translate("Runs", "Version of the program"), before.program, after.program)});
    }
}

/// Size of a usual value, so that differences of columns can be ranked beside each other: the standard deviation of both runs.
double spreadOf(const ResultColumn& a, const ResultColumn& b) {
    double sum = 0.0;
    double squares = 0.0;
    double n = 0.0;
    for (const QVector<double>* numbers : {&a.numbers, &b.numbers}) {
        for (const double v : *numbers) {
            if (!std::isfinite(v)) continue;
            sum += v;
            squares += v * v;
            n += 1.0;
        }
    }
    if (n < 2.0) return 1.0;
    const double variance = (squares - sum * sum / n) / (n - 1.0);
    return variance > 0.0 ? std::sqrt(variance) : 1.0;
}

bool sameNumber(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

struct Ranked {
    RowDifference difference;
    double size = 0.0;
};

void compareColumn(const ResultTable& before, const ResultTable& after, const QHash<QString, int>& old, int column,
                   std::vector<Ranked>& found, QSet<QString>& rows) {
    const ResultColumn& now = after.columns[column];
    const ResultColumn* then = before.column(now.id);
    if (!then || then->isText() != now.isText()) return;
    const double spread = now.isText() ? 1.0 : spreadOf(*then, now);
    for (int i = 0; i < after.keys.size(); ++i) {
        const int j = old.value(after.keys[i], -1);
        if (j < 0) continue;
        Ranked ranked{{after.id, after.keys[i], after.labels[i], now.id, NAN, NAN, {}, {}}, 0.0};
        if (now.isText()) {
            if (then->texts[j] == now.texts[i]) continue;
            ranked.difference.beforeText = then->texts[j];
            ranked.difference.afterText = now.texts[i];
            ranked.size = 1.0;
        } else {
            if (sameNumber(then->numbers[j], now.numbers[i])) continue;
            ranked.difference.before = then->numbers[j];
            ranked.difference.after = now.numbers[i];
            const double size = std::abs(now.numbers[i] - then->numbers[j]) / spread;
            ranked.size = std::isfinite(size) ? size : std::numeric_limits<double>::max();
        }
        rows.insert(after.keys[i]);
        found.push_back(std::move(ranked));
    }
}

void compareTables(const Run& before, const Run& after, int mostRows, RunComparison& result) {
    if (before.data.tables.isEmpty() || after.data.tables.isEmpty()) return;
    const ResultTable& a = before.data.tables.first();
    const ResultTable& b = after.data.tables.first();
    QHash<QString, int> old;
    for (int i = 0; i < a.keys.size(); ++i) old.insert(a.keys[i], i);
    qint64 both = 0;
    for (const QString& key : b.keys) both += old.contains(key) ? 1 : 0;
    result.rowsAdded = b.size() - both;
    result.rowsGone = a.size() - both;
    std::vector<Ranked> found;
    QSet<QString> rows;
    for (int c = 0; c < b.columns.size(); ++c) compareColumn(a, b, old, c, found, rows);
    result.rowsChanged = rows.size();
    std::stable_sort(found.begin(), found.end(), [](const Ranked& x, const Ranked& y) { return x.size > y.size; });
    for (std::size_t i = 0; i < found.size() && static_cast<int>(i) < mostRows; ++i) result.rows.append(found[i].difference);
}

QString reasonName(ChangeReason reason) {
    switch (reason) {
        case ChangeReason::Question:
            return QCoreApplication::translate("Runs", "the question");
        case ChangeReason::Parameter:
            return QCoreApplication::translate("Runs", "a parameter");
        case ChangeReason::Data:
            return QCoreApplication::translate("Runs", "the data");
        case ChangeReason::Program:
            return QCoreApplication::translate("Runs", "the program");
    }
    return {};
}

QStringList reasonsOf(const RunComparison& comparison) {
    QStringList names;
    for (const RunDifference& d : comparison.differences) {
        const QString name = reasonName(d.reason);
        if (!names.contains(name)) names << name;
    }
    return names;
}

QString rowsSentence(const RunComparison& c) {
    return QCoreApplication::translate("Runs", "%1 rows have other numbers, %2 are new, %3 are gone.")
        .arg(formatCount(c.rowsChanged), formatCount(c.rowsAdded), formatCount(c.rowsGone));
}

void conclude(RunComparison& c) {
    if (!c.sameAnalysis) {
        c.conclusion << QCoreApplication::translate("Runs", "The two runs are of different analyses and cannot be compared.");
        return;
    }
    const QStringList reasons = reasonsOf(c);
    if (c.equal) {
        c.conclusion << QCoreApplication::translate("Runs", "Both runs have the same result to the last digit.");
        if (!reasons.isEmpty())
            c.conclusion << QCoreApplication::translate("Runs", "What differs between them (%1) made no difference.")
                                .arg(reasons.join(QStringLiteral(", ")));
        return;
    }
    c.conclusion << rowsSentence(c);
    if (reasons.isEmpty()) {
        c.conclusion << QCoreApplication::translate(
            "Runs",
            "Question, parameters, files and versions are the same, so the result should be too: the workspace or the "
            "program has changed without saying so. Check the workspace.");
    } else if (reasons.size() == 1) {
        c.conclusion << QCoreApplication::translate("Runs", "The reason is %1; nothing else differs.").arg(reasons.first());
    } else {
        c.conclusion << QCoreApplication::translate("Runs", "Several things differ: %1.").arg(reasons.join(QStringLiteral(", ")));
    }
}

bool differs(const RunComparison& c, ChangeReason reason) {
    return std::any_of(c.differences.begin(), c.differences.end(), [&](const RunDifference& d) { return d.reason == reason; });
}

}  // namespace

RunComparison compareRuns(const Run& before, const Run& after, int mostRows) {
    RunComparison c;
    c.sameAnalysis = before.analysis == after.analysis;
    if (c.sameAnalysis) {
        c.equal = before.digest == after.digest;
        compareQuestions(before, after, c.differences);
        compareParameters(before, after, c.differences);
        compareSources(before, after, c.differences);
        comparePrograms(before, after, c.differences);
        if (!c.equal) compareTables(before, after, mostRows, c);
    }
    conclude(c);
    return c;
}

Result<RunComparison> explainChange(QueryEngine& engine, const Run& before, const Run& after, Progress& progress) {
    RunComparison c = compareRuns(before, after);
    if (!c.sameAnalysis || c.equal || reasonsOf(c).size() < 2) return c;
    const bool askedDifferently = differs(c, ChangeReason::Question) || differs(c, ChangeReason::Parameter);
    if (!askedDifferently) return c;
    // The earlier run on what is there now: what it changes is due to data and program, the rest to what was asked.
    const auto again = runAgain(engine, before, progress);
    if (!again) return again.error();
    const RunComparison ground = compareRuns(before, *again);
    if (ground.equal) {
        c.conclusion << QCoreApplication::translate(
            "Runs",
            "Repeated now, the earlier run gives the same result: files and program made no difference, all of the change "
            "comes from what was asked.");
        return c;
    }
    const RunComparison asked = compareRuns(*again, after);
    c.conclusion << QCoreApplication::translate("Runs", "Repeated now, the earlier run differs in %1 rows: this part comes from %2.")
                        .arg(formatCount(ground.rowsChanged + ground.rowsAdded + ground.rowsGone),
                             reasonsOf(ground).join(QStringLiteral(", ")));
    c.conclusion << (asked.equal ? QCoreApplication::translate("Runs", "What was asked made no difference beyond that.")
                                 : QCoreApplication::translate(
                                       "Runs", "From there to the later run %1 rows change: this part comes from what was asked.")
                                       .arg(formatCount(asked.rowsChanged + asked.rowsAdded + asked.rowsGone)));
    return c;
}

}  // namespace mudeung
