// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of every analysis of the list: a complete description in both languages, the same bits with one and with four threads,
// words for all of its columns, obedience to cancel.
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <random>
#include <thread>
#include <time.h>

#include "core/analysis/frame/analysis.h"
#include "core/base/language.h"
#include "tests/support/made_city.h"
#include "tests/support/test_runs.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {

/// A warm corner, weekdays, noise, and a step in the south-west from March on: something to find for everybody.
std::int64_t livelyCount(QDate date, int stop, int hour, int group) {
    std::mt19937 random(static_cast<unsigned>(date.toJulianDay() * 1000003 + stop * 101 + hour * 11 + group));
    const int column = stop % 10;
    const int row = stop / 10;
    double mean = 8.0 + (column >= 6 && row >= 6 ? 20.0 : 0.0) + (date.dayOfWeek() > 5 ? -3.0 : 0.0);
    if (column < 3 && row < 3 && date >= QDate(2024, 3, 1)) mean += 6.0;
    return std::poisson_distribution<int>(mean * (group == 0 ? 1.0 : 0.4))(random);
}

qint64 processorNanoseconds() {
    timespec spent{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return qint64{spent.tv_sec} * 1'000'000'000 + spent.tv_nsec;
}

bool hasHangul(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0xAC00 && c.unicode() <= 0xD7A3; });
}

}  // namespace

class TestRegistry : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        MadeCity city;
        city.from = QDate(2023, 1, 1);
        city.count = livelyCount;
        m_workspace = makeCity(m_folder, city);
        m_engine = std::make_unique<QueryEngine>(m_workspace);
    }

    void idsAreUniqueAndPlain() {
        QVERIFY(!analyses().empty());
        QStringList ids;
        for (const AnalysisInfo* info : analyses()) {
            const QString id = QLatin1String(info->id);
            QVERIFY2(QRegularExpression(QStringLiteral("^[a-z][a-z0-9]*$")).match(id).hasMatch(), info->id);
            QVERIFY2(!ids.contains(id), info->id);
            QCOMPARE(findAnalysis(id), info);
            ids << id;
        }
        QCOMPARE(findAnalysis(QStringLiteral("no such")), nullptr);
    }

    void described_data() { eachAnalysis(); }
    void described() {
        QFETCH(int, index);
        const AnalysisInfo& info = *analyses()[static_cast<std::size_t>(index)];
        for (const char* language : {"en", "ko"}) {
            setInterfaceLanguage(QLatin1String(language));
            const bool korean = koreanInterface();
            const AnalysisSubject subject = subjectOf(*m_engine, stopsQuery()).value();
            QVERIFY(!info.name().isEmpty() && !info.summary().isEmpty());
            QCOMPARE(hasHangul(info.name()), korean);
            QCOMPARE(hasHangul(info.summary()), korean);
            QStringList ids;
            for (const ParameterSpec& spec : info.parameters(subject)) {
                const QByteArray name = (QLatin1String(info.id) + QLatin1Char('/') + spec.id).toLatin1();
                QVERIFY2(!ids.contains(spec.id), name.constData());
                ids << spec.id;
                QVERIFY2(!spec.name.isEmpty() && !spec.explanation.isEmpty(), name.constData());
                QVERIFY2(hasHangul(spec.explanation) == korean, name.constData());
                QVERIFY2(spec.onlyWhen.isEmpty() || ids.contains(spec.onlyWhen), name.constData());
            }
            const auto defaults = readParameters(info.parameters(subject), {});
            QVERIFY2(defaults.ok(), defaults ? "" : qPrintable(defaults.error().message));
        }
        setInterfaceLanguage(QStringLiteral("en"));
    }

    void sameBitsWithAnyThreads_data() { eachAnalysis(); }
    void sameBitsWithAnyThreads() {
        QFETCH(int, index);
        const AnalysisInfo& info = *analyses()[static_cast<std::size_t>(index)];
        const AnalysisSubject subject = subjectOf(*m_engine, stopsQuery()).value();
        const ParameterValues values = readParameters(info.parameters(subject), {}).value();
        const auto one = info.run({*m_engine, subject, 1}, values, Progress::none());
        QVERIFY2(one.ok(), one ? "" : qPrintable(one.error().message));
        const auto four = info.run({*m_engine, subject, 4}, values, Progress::none());
        QVERIFY(four.ok());
        QCOMPARE(resultDigest(*one), resultDigest(*four));
        // The stored form gives the same numbers back.
        const auto read = resultFromJson(QJsonDocument::fromJson(QJsonDocument(resultJson(*one)).toJson()).object());
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(resultDigest(*read), resultDigest(*one));
    }

    void wordsForEverything_data() { eachAnalysis(); }
    void wordsForEverything() {
        QFETCH(int, index);
        const AnalysisInfo& info = *analyses()[static_cast<std::size_t>(index)];
        const AnalysisSubject subject = subjectOf(*m_engine, stopsQuery()).value();
        const ParameterValues values = readParameters(info.parameters(subject), {}).value();
        const AnalysisData data = info.run({*m_engine, subject, 0}, values, Progress::none()).value();
        QVERIFY(!data.tables.isEmpty());
        for (const char* language : {"en", "ko"}) {
            setInterfaceLanguage(QLatin1String(language));
            const AnalysisView view = info.view(subject, values, data);
            QVERIFY(!view.title.isEmpty() && !view.notes.isEmpty() && !view.limits.isEmpty());
            for (const QString& note : view.notes + view.limits) {
                QString words = note;  // without the names of places, which are as the data has them
                words.remove(QRegularExpression(QStringLiteral("(정류장|동) [0-9-]+")));
                QVERIFY2(hasHangul(words) == koreanInterface(), qPrintable(note));
                QVERIFY2(!note.contains(QLatin1String("nan")) && !note.contains(QLatin1Char('%') + QString::number(1)), qPrintable(note));
            }
            QCOMPARE(view.tables.size(), data.tables.size());
            QCOMPARE(view.gridTitles.size(), data.grids.size());
            for (int t = 0; t < data.tables.size(); ++t) checkTable(data.tables[t], view.tables[t]);
        }
        setInterfaceLanguage(QStringLiteral("en"));
    }

    /// 300 points of time spread over the whole run, shared by the analyses.
    void cancelledSoon_data() { eachAnalysis(); }
    void cancelledSoon() {
        QFETCH(int, index);
        const AnalysisInfo& info = *analyses()[static_cast<std::size_t>(index)];
        const AnalysisSubject subject = subjectOf(*m_engine, stopsQuery()).value();
        const ParameterValues values = readParameters(info.parameters(subject), {}).value();
        QElapsedTimer clock;
        clock.start();
        QVERIFY(info.run({*m_engine, subject, 0}, values, Progress::none()).ok());
        const qint64 whole = std::max<qint64>(1, clock.nsecsElapsed() / 1000);
        QRandomGenerator random(7);
        const int count = static_cast<int>(analyses().size());
        const int points = std::max(10, (runs(300) + count - 1) / count);  // never fewer than 300 in all
        qint64 longest = 0;
        int stopped = 0;
        for (int i = 0; i < points && clock.elapsed() < 60000; ++i) {
            Progress progress;
            std::atomic<qint64> asked{0};
            const auto after = std::chrono::microseconds(random.bounded(static_cast<quint32>(std::min<qint64>(whole, 1500000))));
            std::thread stopper([&] {
                std::this_thread::sleep_for(after);
                asked = processorNanoseconds();
                progress.cancel();
            });
            const auto result = info.run({*m_engine, subject, 0}, values, progress);
            const qint64 ended = processorNanoseconds();
            stopper.join();
            if (result.ok()) continue;
            QCOMPARE(result.error().code, ErrorCode::Cancelled);
            ++stopped;
            longest = std::max(longest, ended - asked);
        }
        qInfo("%s: %d of %d stopped, the slowest after %.1f ms of processor time", info.id, stopped, points,
              static_cast<double>(longest) * 1e-6);
        // 200 ms of two processors: processor time of all threads, since these machines do other things as well.
        QVERIFY2(longest < 400'000'000, info.id);
    }

private:
    void eachAnalysis() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < analyses().size(); ++i) QTest::newRow(analyses()[i]->id) << static_cast<int>(i);
    }

    void checkTable(const ResultTable& table, const TableView& view) {
        QVERIFY2(!view.title.isEmpty(), qPrintable(table.id));
        QCOMPARE(view.heads.size(), table.columns.size());
        QCOMPARE(table.labels.size(), table.keys.size());
        for (const ColumnHead& head : view.heads) QVERIFY2(!head.name.isEmpty(), qPrintable(table.id));
        QVERIFY(view.mapColumn.isEmpty() || table.column(view.mapColumn));
        for (const ResultColumn& column : table.columns) {
            QCOMPARE(static_cast<int>(column.isText() ? column.texts.size() : column.numbers.size()), static_cast<int>(table.keys.size()));
            if (column.kind != ColumnKind::Category) continue;
            for (const QString& id : column.texts) {
                const bool named =
                    std::any_of(view.categories.begin(), view.categories.end(), [&](const CategoryHead& c) { return c.id == id; });
                QVERIFY2(named || id.isEmpty(), qPrintable(column.id + QLatin1Char('=') + id));
            }
        }
    }

    QTemporaryDir m_folder;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<QueryEngine> m_engine;
};

QTEST_GUILESS_MAIN(TestRegistry)
#include "test_registry.moc"
