// SPDX-License-Identifier: GPL-3.0-or-later
// A run from question to result and back: kept, reopened, repeated, compared, written to files and verified.
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "core/export/read_receipt.h"
#include "core/export/run_file.h"
#include "core/model/names.h"
#include "core/runs/compare_runs.h"
#include "core/runs/verify_run.h"
#include "tests/support/made_city.h"

using namespace mudeung;
using namespace mudeung::test;

class TestRuns : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_city.to = QDate(2024, 1, 31);
        m_city.count = [](QDate, int stop, int, int) { return stop % 7; };
        m_workspace = makeCity(*m_folder, m_city);
        m_engine = std::make_unique<QueryEngine>(m_workspace);
    }

    void carriedOut() {
        const Run run = density({});
        QCOMPARE(run.data.tables.first().size(), qint64{100});
        QCOMPARE(run.data.grids.size(), 1);
        QCOMPARE(run.digest, resultDigest(run.data));
        QCOMPARE(run.recipe, runRecipe(QStringLiteral("density"), run.subject.query, run.parameters));
        QCOMPARE(run.parameters.choice("kernel"), QStringLiteral("quartic"));
        // Files behind the question: the counts and the boundaries that places may be joined with.
        QStringList files;
        for (const SourceDataset& source : run.sources)
            for (const SourceFile& file : source.files) files << file.name;
        QVERIFY(files.contains(QStringLiteral("stops.csv")));
        // Σ stop % 7 over 100 stops is 295: 31 days, 2 hours, 2 groups.
        QCOMPARE(run.data.facts.value("total").toDouble(), 295.0 * 31 * 4);
        QVERIFY(std::abs(run.data.facts.value("held").toDouble() / (295.0 * 31 * 4) - 1.0) < 0.005);
    }

    void refused() {
        const AnalysisInfo& info = *findAnalysis(QStringLiteral("density"));
        QCOMPARE(carryOut(*m_engine, info, stopsQuery(), {{"kernel", "box"}}, Progress::none()).error().code, ErrorCode::Usage);
        Query other = stopsQuery();
        other.dataset = QStringLiteral("none");
        QCOMPARE(carryOut(*m_engine, info, other, {}, Progress::none()).error().code, ErrorCode::NotFound);
        const auto large =
            carryOut(*m_engine, info, stopsQuery(), {{"bandwidth", "given"}, {"radius", 20000}, {"cell", 5}}, Progress::none());
        QCOMPARE(large.error().code, ErrorCode::Usage);
        QVERIFY(large.error().message.contains(QStringLiteral("4,000,000")));
    }

    void keptAndReopened() {
        const Run run = density({{"kernel", "gaussian"}});
        const auto id = keepRun(*m_workspace, run);
        QVERIFY(id.ok());
        const auto second = keepRun(*m_workspace, density({}));
        QVERIFY(second.ok() && *second > *id);
        const auto kept = keptRuns(*m_workspace);
        QVERIFY(kept.ok());
        QCOMPARE(kept->size(), 2);
        QCOMPARE(kept->first().id, *second);
        // What was done to what: one list holds runs of several measures.
        QVERIFY2(runTitle(kept->first()).contains(measureName(run.subject.measure)), qPrintable(runTitle(kept->first())));
        QVERIFY(renameRun(*m_workspace, *id, QStringLiteral("  시의회 보고용 ")).ok());
        const auto opened = openRun(*m_workspace, *id);
        QVERIFY(opened.ok());
        QCOMPARE(opened->title, QStringLiteral("시의회 보고용"));
        QCOMPARE(runTitle(*opened), opened->title);
        QCOMPARE(opened->digest, run.digest);
        QCOMPARE(resultDigest(opened->data), run.digest);
        QVERIFY(opened->parameters == run.parameters);
        QVERIFY(opened->subject.query == run.subject.query);
        QCOMPARE(opened->sources, run.sources);
        QCOMPARE(viewOf(*opened)->notes, viewOf(run)->notes);
        QVERIFY(m_workspace->verify(Progress::none())->isEmpty());
        QVERIFY(m_workspace->removeRun(*id).ok());
        QCOMPARE(openRun(*m_workspace, *id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_workspace->removeRun(*id).error().code, ErrorCode::NotFound);
    }

    /// A workspace opened for reading shows its runs and keeps none.
    void readOnly() {
        QVERIFY(keepRun(*m_workspace, density({})).ok());
        const QString path = m_workspace->path();
        m_engine.reset();
        m_workspace.reset();
        const auto reader = Workspace::open(path, OpenMode::ReadOnly);
        QVERIFY(reader.ok());
        QCOMPARE(keptRuns(**reader)->size(), 1);
        const Run run = openRun(**reader, 1).value();
        QCOMPARE(keepRun(**reader, run).error().code, ErrorCode::Usage);
    }

    void aFlippedByteIsFound() {
        const auto id = keepRun(*m_workspace, density({}));
        const QString path = m_workspace->path();
        m_engine.reset();
        m_workspace.reset();
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QByteArray bytes = file.readAll();
            const auto at = bytes.lastIndexOf("BYT1");
            QVERIFY(at > 0);
            bytes[at + 60] = static_cast<char>(bytes[at + 60] ^ 4);
            QVERIFY(file.seek(0));
            file.write(bytes);
        }
        const auto reader = Workspace::open(path, OpenMode::ReadOnly);
        QVERIFY(reader.ok());
        QCOMPARE(openRun(**reader, *id).error().code, ErrorCode::Corrupt);
        QVERIFY(!(*reader)->verify(Progress::none())->isEmpty());
    }

    void whyNothingChanged() {
        const Run before = density({});
        const Run after = runAgain(*m_engine, before, Progress::none()).value();
        const RunComparison c = compareRuns(before, after);
        QVERIFY(c.equal && c.differences.isEmpty() && c.rows.isEmpty());
        QCOMPARE(c.conclusion.size(), 1);
    }

    void becauseOfAParameter() {
        const RunComparison c = compareRuns(density({}), density({{"kernel", "gaussian"}}));
        QVERIFY(!c.equal);
        QCOMPARE(c.differences.size(), 1);
        QCOMPARE(c.differences.first().reason, ChangeReason::Parameter);
        QVERIFY(c.differences.first().sentence.contains(QStringLiteral("quartic → Gaussian")));
        QVERIFY(c.rowsChanged > 0);
        // A parameter that is not asked beside the others has no say.
        QVERIFY(compareRuns(density({}), density({{"radius", 700}})).equal);
    }

    void becauseOfTheData() {
        const Run before = density({});
        correct();
        const Run after = density({});
        const RunComparison c = compareRuns(before, after);
        QVERIFY(!c.equal);
        for (const RunDifference& d : c.differences) QCOMPARE(d.reason, ChangeReason::Data);
        QVERIFY(!c.differences.isEmpty());
        bool found = false;
        for (const RowDifference& r : c.rows) {
            if (r.key != stopCode(5) || r.column != QLatin1String("value")) continue;
            QCOMPARE(r.before, 5.0 * 124);
            QCOMPARE(r.after, 50.0 * 124);
            found = true;
        }
        QVERIFY(found);
    }

    void becauseOfBoth() {
        const Run before = density({});
        correct();
        const Run after = density({{"kernel", "gaussian"}});
        const auto c = explainChange(*m_engine, before, after, Progress::none());
        QVERIFY(c.ok());
        QCOMPARE(c->conclusion.size(), 4);
        QVERIFY(c->conclusion[2].contains(QStringLiteral("the data")));
        // Data that came without touching the question changes nothing, and it is said.
        const Run now = density({});
        Run renamed = now;
        renamed.program = QStringLiteral("0.0.1");
        const auto same = explainChange(*m_engine, renamed, density({{"kernel", "gaussian"}}), Progress::none());
        QVERIFY(same->conclusion.last().contains(QStringLiteral("made no difference")));
    }

    void files_data() {
        QTest::addColumn<QString>("suffix");
        for (const QString& suffix : runFileSuffixes()) QTest::newRow(qPrintable(suffix)) << suffix;
    }
    void files() {
        QFETCH(QString, suffix);
        const Run run = density({});
        const QString path = m_folder->filePath(QStringLiteral("밀도.") + suffix);
        const Status written = writeRunFile(*m_engine, run, path);
        QVERIFY2(written.ok(), written ? "" : qPrintable(written.error().message + written.error().detail));
        const auto found = readReceipt(path);
        QVERIFY2(found.ok(), found ? "" : qPrintable(found.error().message));
        QVERIFY(!found->fileChanged);
        QCOMPARE(found->receipt.analysis.value("digest").toString(), run.digest);
        QVERIFY(verifyOutput(*m_engine, found->receipt)->equal);
        correct();
        const auto changed = verifyOutput(*m_engine, found->receipt);
        QVERIFY(!changed->equal);
        QVERIFY(changed->changes.size() >= 2);  // the numbers, and the analysis made of them
    }

    void layerHasPointsAndNumbers() {
        const Run run = density({});
        const QString path = m_folder->filePath(QStringLiteral("d.gpkg"));
        QVERIFY(writeRunFile(*m_engine, run, path).ok());
        GDALAllRegister();
        const std::unique_ptr<GDALDataset> file(GDALDataset::Open(qPrintable(path), GDAL_OF_VECTOR));
        QVERIFY(file);
        OGRLayer* layer = file->GetLayer(0);
        QCOMPARE(layer->GetFeatureCount(), GIntBig{100});
        const OGRFeatureUniquePtr feature(layer->GetNextFeature());
        QCOMPARE(QString::fromUtf8(feature->GetFieldAsString("code")), stopCode(0));
        QCOMPARE(QString::fromUtf8(feature->GetFieldAsString("name")), QStringLiteral("정류장 0"));
        QCOMPARE(feature->GetFieldAsDouble("value"), 0.0);
        QCOMPARE(feature->GetFieldAsDouble("density"), run.data.tables[0].column("density")->numbers[0]);
        QCOMPARE(feature->GetGeometryRef()->toPoint()->getX(), 126.85);
    }

    void damagedDescriptions() {
        const QJsonObject good = runJson(density({}));
        QVERIFY(runFromDescription(good).ok());
        for (const char* field : {"mudeungRun", "analysis", "query", "datasets", "sources"}) {
            QJsonObject bad = good;
            bad.insert(QLatin1String(field), QLatin1String("x"));
            const auto run = runFromDescription(bad);
            if (QLatin1String(field) == QLatin1String("analysis") || QLatin1String(field) == QLatin1String("sources")) continue;
            QVERIFY2(!run.ok() && run.error().message.contains(QLatin1String(field)), field);
        }
        QJsonObject later = good;
        later.insert(QStringLiteral("mudeungRun"), 99);
        QCOMPARE(runFromDescription(later).error().code, ErrorCode::NewerVersion);
        // A run of an analysis that this program does not have still lists; its words are not known.
        QJsonObject other = good;
        other.insert(QStringLiteral("analysis"), QStringLiteral("horoscope"));
        const auto run = runFromDescription(other);
        QVERIFY(run.ok());
        QCOMPARE(run->parameters.json(), good.value("parameters").toObject());
        QCOMPARE(viewOf(*run).error().code, ErrorCode::NotFound);
    }

private:
    Run density(const QJsonObject& parameters) {
        auto run = carryOut(*m_engine, *findAnalysis(QStringLiteral("density")), stopsQuery(), parameters, Progress::none());
        if (!run) qFatal("%s", qPrintable(run.error().message));
        return std::move(*run);
    }
    /// A second file replaces the month: stop 5 has ten times as many.
    void correct() {
        MadeCity corrected = m_city;
        corrected.count = [](QDate, int stop, int, int) { return stop == 5 ? 50 : stop % 7; };
        importCube(*m_workspace, corrected, QStringLiteral("corrected.csv"), 'b', OnExisting::Replace);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    MadeCity m_city;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<QueryEngine> m_engine;
};

QTEST_GUILESS_MAIN(TestRuns)
#include "test_runs.moc"
