// SPDX-License-Identifier: GPL-3.0-or-later
// The import: open → profile → rows → checks → one transaction. Until the last step nothing is written.
#include "core/import/importer.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QSet>
#include <algorithm>
#include <atomic>
#include <exception>
#include <future>

#include "core/base/format.h"
#include "core/base/language.h"
#include "core/cube/location_coverage.h"
#include "core/cube/place_index.h"
#include "core/import/build_layer.h"
#include "core/import/importer_parts.h"
#include "core/import/plausibility.h"
#include "core/import/read_ahead.h"
#include "core/model/names.h"

namespace mudeung {

namespace {

constexpr qint64 kPollRows = 4096;
constexpr int kListedTexts = 200;

/// Everything one import carries from step to step.
struct Job {
    Workspace& workspace;
    const QString path;
    const ImportOptions& options;
    Progress& progress;
    QElapsedTimer clock;
    OpenedFile file;
    ScoredProfile chosen;
    Dataset dataset;
    Batch batch;
    QualityReport report;

    const Profile& profile() const { return *chosen.profile; }
    const Mapping& mapping() const { return chosen.mapping; }
};

Error refused(const QString& sentence) {
    return {ErrorCode::InputRefused, sentence, {}};
}

Error cancelled() {
    return {ErrorCode::Cancelled, QCoreApplication::translate("Import", "The import was cancelled; nothing was changed."), {}};
}

QJsonObject optionsJson(const ImportOptions& o) {
    static const char* const existing[] = {"ask", "replace", "add", "fill"};
    QJsonObject columns;
    for (auto it = o.columns.begin(); it != o.columns.end(); ++it) columns.insert(it.key(), it.value());
    QJsonObject out{{"dataset", o.dataset}, {"profile", o.profile},   {"onExisting", existing[static_cast<int>(o.onExisting)]},
                    {"insist", o.insist},   {"encoding", o.encoding}, {"crs", o.crs},
                    {"columns", columns},   {"sample", o.sample}};
    if (o.year) out.insert("year", *o.year);
    if (o.naming) out.insert("naming", QJsonArray{o.naming->title, o.naming->titleKo, o.naming->source, o.naming->sourceKo});
    return out;
}

Dataset describe(const Profile& p, const Mapping& m, const ImportOptions& o) {
    Dataset d;
    d.id = o.dataset.isEmpty() ? p.dataset : o.dataset;
    const ImportOptions::Naming naming = o.naming.value_or(ImportOptions::Naming{p.title, p.titleKo, p.source, p.sourceKo});
    d.title = naming.title;
    d.titleKo = naming.titleKo;
    d.kind = p.kind;
    d.profile = p.id;
    d.placeKind = p.placeKind;
    d.source = naming.source;
    d.sourceKo = naming.sourceKo;
    d.sample = o.sample;
    d.timeStep = p.timeStep;
    d.firstHour = p.firstHour;
    d.hourCount = p.hourCount;
    d.measures = p.measures;
    if (p.kind == DatasetKind::Cube) d.scheme = m.scheme;
    d.geometryType = p.geometryType;
    return d;
}

void beginReport(Job& job) {
    const SourceInfo& info = job.file.source->info();
    QualityReport& r = job.report;
    r.file = job.file.fileName;
    r.bytes = QFileInfo(job.path).size();
    r.container = info.container;
    r.encoding = info.encoding;
    r.encodingReason = info.encodingReason;
    r.profile = job.profile().id;
    r.profileTitle = job.profile().shownTitle();
    r.profileScore = job.chosen.match.score;
    r.profileReason = job.chosen.match.reason;
    r.dataset = job.dataset.id;
    r.importedAt = QDateTime::currentDateTime().toOffsetFromUtc(QDateTime::currentDateTime().offsetFromUtc()).toString(Qt::ISODate);
    r.warnings = info.warnings;
    r.warnings.append(job.mapping().warnings);
    const QString note = koreanInterface() && !job.profile().noteKo.isEmpty() ? job.profile().noteKo : job.profile().note;
    if (!note.isEmpty()) r.warnings.append(note);
}

void takeCounts(const BuildCounts& c, QualityReport& r) {
    r.rowsRead = c.rowsRead;
    r.rowsKept = c.rowsKept;
    r.rowsRejected = c.rowsRejected;
    r.rowsSkipped = c.rowsSkipped;
    r.duplicates = c.duplicates;
    r.blankCodes = c.blankCodes;
    r.rejected = c.rejected;
    r.warnings.append(c.warnings);
    if (c.suppressed > 0) {
        r.warnings.append(QCoreApplication::translate("Import", "%n cell(s) are masked by the publisher and count as not observed.",
                                                      nullptr, int(c.suppressed)));
    }
}

/// Feeds every data row to `take`: the head first, then the rest of the source.
template <typename Take>
Status eachRow(Job& job, Take take) {
    Row row;
    const auto first = static_cast<std::size_t>(job.mapping().headerRow + job.mapping().headerRows);
    for (std::size_t i = first; i < job.file.head.size(); ++i) {
        job.file.head[i].viewInto(row);
        if (const Status s = take(row); !s) return s;
    }
    if (job.file.atEnd) return done();
    ReadAhead rows(*job.file.source);
    for (qint64 n = 0; rows.next(row); ++n) {
        if (n % kPollRows == 0) {
            if (job.progress.isCancelled()) return cancelled();
            job.progress.set(rows.fraction());
        }
        if (const Status s = take(row); !s) return s;
    }
    if (rows.error()) return *rows.error();
    return done();
}

/// The sha256 of the file, computed by a thread of its own while the file is read.
class Hashing {
public:
    Hashing(const QString& path, Progress& whole)
        : m_progress([this, &whole](const ProgressReport& report) {
              if (whole.isCancelled()) m_progress.cancel();
              if (m_shown) whole.set(report.fraction);
          }),
          m_result(std::async(std::launch::async, [this, path] { return sha256OfFile(path, m_progress); }).share()) {}
    ~Hashing() { m_progress.cancel(); }
    const Result<QString>& result() const { return m_result.get(); }
    /// From now on something else moves the bar.
    void goOnUnseen() { m_shown = false; }

private:
    std::atomic<bool> m_shown{true};
    Progress m_progress;
    std::shared_future<Result<QString>> m_result;
};

Status checkYear(const Job& job, const YearSource& year) {
    if (!needsYear(job.profile())) return done();
    if (year.year == 0) {
        return refused(QCoreApplication::translate("Import", "“%1” does not state its year, either inside or in its name. Give the year.")
                           .arg(job.file.fileName));
    }
    if (year.year < 1900 || year.year > 2100) {
        return refused(QCoreApplication::translate("Import", "%1 is not a possible year for data.").arg(year.year));
    }
    return done();
}

/// A year taken from the file name cannot hold months after the file's own date.
Status checkFileDate(const Job& job, const YearSource& year, const BuiltCube& cube) {
    if (job.profile().timeFrom != TimeFrom::MonthDay || year.fileDate.year == 0 || year.fileDate.month == 0 || cube.months().empty())
        return done();
    if (cube.months().back() <= monthKey(year.fileDate.year, year.fileDate.month)) return done();
    return refused(
        QCoreApplication::translate("Import",
                                    "The name of “%1” is dated %2-%3, but the rows go on to month %4: they must be of another year. "
                                    "Give the year.")
            .arg(job.file.fileName)
            .arg(year.fileDate.year)
            .arg(year.fileDate.month, 2, 10, QLatin1Char('0'))
            .arg(monthOf(cube.months().back())));
}

/// What the workspace holds for the months of the file, in the file's order of measures and groups.
std::vector<std::int64_t> storedSums(const Job& job, const BuiltCube& cube, std::size_t slotCount) {
    std::vector<std::int64_t> out(slotCount, 0);
    const auto stored = job.workspace.dataset(job.dataset.id);
    const auto sums = job.workspace.monthSums(job.dataset.id);
    if (!stored || !sums) return out;
    const auto groups = static_cast<std::size_t>(job.dataset.scheme.groups.size());
    for (const MonthSum& s : sums.value()) {
        if (s.measure >= stored->measures.size() || s.group >= stored->scheme.groups.size() ||
            !std::binary_search(cube.months().begin(), cube.months().end(), s.month))
            continue;
        const int measure = job.dataset.measureIndex(stored->measures[s.measure].id);
        const int group = job.dataset.scheme.indexOf(stored->scheme.groups[s.group].code);
        if (measure < 0 || group < 0) continue;
        const std::size_t slot = static_cast<std::size_t>(measure) * groups + static_cast<std::size_t>(group);
        if (slot < slotCount) out[slot] += s.sum;
    }
    return out;
}

void fillSums(Job& job, const std::vector<std::int64_t>& read, const std::vector<std::int64_t>& stored,
              const std::vector<std::int64_t>& before) {
    job.report.sums.clear();
    std::size_t slot = 0;
    for (const Measure& m : job.dataset.measures) {
        for (const Group& g : job.dataset.scheme.groups) {
            if (read[slot] != 0 || stored[slot] != 0 || before[slot] != 0) {
                job.report.sums.append({m.id, g.code, decimalText(read[slot], m.decimals), decimalText(stored[slot], m.decimals),
                                        decimalText(before[slot], m.decimals), measureName(m), groupName(g)});
            }
            ++slot;
        }
    }
}

/// Coverage of this very file, for the stored report; the returned report gets the dataset's after the commit.
void fillCoverage(Job& job, const BuiltCube& cube) {
    const std::vector<Place>& places = cube.places();
    const std::vector<Place> mentioned = cube.mentionedPlaces();
    const auto known = codesOnMap(job.workspace, job.dataset.placeKind, mentioned);
    const QSet<QString> codes = known ? known.value() : QSet<QString>();
    std::vector<char> located;
    QualityReport& r = job.report;
    r.placesTotal = static_cast<qint64>(mentioned.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Place& p = places[i];
        located.push_back(p.lon == p.lon || codes.contains(p.code.trimmed()));
        if (located.back() || !cube.mentioned(i)) continue;
        ++r.placesWithoutCoordinates;
        if (r.unknownCodes.size() < kListedTexts) r.unknownCodes.append(p.code);
    }
    r.unlocatedMeasure = koreanInterface() ? job.dataset.measures.first().nameKo : job.dataset.measures.first().name;
    for (const MonthKey month : cube.months()) {
        for (int day = 0; day < cube.daysIn(month); ++day) {
            const std::vector<std::int64_t> sums = cube.daySums(month, 0, day);
            for (std::size_t p = 0; p < sums.size(); ++p) {
                if (sums[p] == UnitFacts::kNotMentioned) continue;
                r.totalSum += sums[p];
                if (!located[p]) r.unlocatedSum += sums[p];
            }
        }
    }
}

void refreshCoverage(Job& job) {
    const auto stored = job.workspace.dataset(job.dataset.id);
    if (!stored) return;
    const auto coverage = locationCoverage(job.workspace, stored.value(), 0);
    if (!coverage) return;
    QualityReport& r = job.report;
    r.placesTotal = coverage->places;
    r.placesWithoutCoordinates = coverage->placesWithoutCoordinates;
    r.totalSum = coverage->totalSum;
    r.unlocatedSum = coverage->unlocatedSum;
    r.unknownCodes = coverage->unknownCodes.mid(0, kListedTexts);
}

void warnOnYear(const Job& job, const YearSource& year, QualityReport& report) {
    if (job.profile().timeFrom == TimeFrom::FileYear && year.fileDate.year != 0 && year.fileDate.month == 1 && year.fileDate.day == 1) {
        report.warnings.append(
            QCoreApplication::translate("Import",
                                        "The file name is dated 1 January %1: the counts may be of the year before. They were "
                                        "stored under %1; import with the right year if that is wrong.")
                .arg(year.fileDate.year));
    }
}

Status checkPlausible(Job& job, const std::vector<CheckCount>& checks) {
    const QStringList failed = failedChecks(job.profile(), checks);
    if (failed.isEmpty()) return done();
    if (!job.options.insist) {
        return refused(
            QCoreApplication::translate(
                "Import", "“%1” does not look right. %2 Nothing was imported. If the file is correct, choose to import it anyway.")
                .arg(job.file.fileName, failed.join(QLatin1Char(' '))));
    }
    job.report.warnings.append(failed);
    return done();
}

/// Memory for cells while reading; what does not fit is compressed, and beyond that put beside the workspace, which needs the room anyway.
MonthUnits::Limits limitsFor(const Job& job) {
    MonthUnits::Limits limits;
    limits.folder = QFileInfo(job.workspace.path()).absolutePath();
    return limits;
}

void shrinkTo(const std::vector<int>& keptGroups, std::size_t groups, std::vector<std::int64_t>& sums) {
    if (keptGroups.empty()) return;
    std::vector<std::int64_t> shrunk;
    for (std::size_t measure = 0; measure * groups < sums.size(); ++measure)
        for (const int group : keptGroups) shrunk.push_back(sums[measure * groups + static_cast<std::size_t>(group)]);
    sums = std::move(shrunk);
}

/// The places of the dataset that the file will be added to, in its order; none when it is new.
std::vector<Place> knownPlaces(const Job& job) {
    const auto stored = job.workspace.dataset(job.dataset.id);
    if (!stored || stored->kind != DatasetKind::Cube) return {};
    auto places = job.workspace.places(job.dataset.id);
    return places ? std::move(places).value() : std::vector<Place>();
}

Result<std::unique_ptr<BuiltCube>> buildCube(Job& job, std::vector<std::int64_t>& sumsRead, QByteArray& rejects) {
    const YearSource year = yearFor(job.profile(), job.options, job.file.fileName, job.file.source->info());
    if (const Status s = checkYear(job, year); !s) return s.error();
    CubeBuilder builder(job.profile(), job.mapping(), job.report.container.endsWith(QLatin1String("csv")), year, limitsFor(job),
                        knownPlaces(job));
    if (const Status s = eachRow(job, [&](Row& row) { return builder.add(row); }); !s) return s.error();
    auto built = builder.finish(job.dataset);
    if (!built) return built.error();
    BuiltCube& cube = **built;
    if (const Status s = checkFileDate(job, year, cube); !s) return s.error();
    takeCounts(builder.counts(), job.report);
    job.report.warnings.append(builder.notes());
    if (const Status s = checkPlausible(job, builder.checks()); !s) return s.error();
    warnOnYear(job, year, job.report);
    sumsRead = builder.sumsRead();
    shrinkTo(cube.dropUnmentionedGroups(), static_cast<std::size_t>(job.dataset.scheme.groups.size()), sumsRead);
    rejects = builder.counts().rejectsCsv;
    cube.description().period = cube.observedPeriod();
    cube.description().placeCount = static_cast<qint64>(cube.mentionedPlaces().size());
    job.dataset = cube.dataset();
    job.report.periodText = job.dataset.period.toString();
    job.report.suspicious = suspiciousValues(cube, builder.counts());
    job.report.datesMissing = missingDates(cube, kListedTexts, job.report.datesMissingCount);
    return built;
}

void keepRejects(Job& job, const QByteArray& rows) {
    if (rows.isEmpty()) return;
    const Status s = job.workspace.writeRejects(job.dataset.id, job.batch.sha256, "line,field,value,reason\n" + rows);
    if (!s) job.report.warnings.append(s.error().message);
}

void completeBatch(Job& job) {
    job.report.seconds = static_cast<double>(job.clock.elapsed()) / 1000.0;
    job.batch.encoding = job.report.encoding;
    job.batch.profile = job.profile().id;
    job.batch.importedAt = job.report.importedAt;
    job.batch.options = optionsJson(job.options);
    job.batch.period = job.dataset.period;
    job.batch.report = job.report.toJson();
}

/// The sums found in the workspace must be those that were read; Fill keeps older cells, so there is nothing to compare.
void verifySums(Job& job, const std::vector<std::int64_t>& read, const std::vector<std::int64_t>& stored,
                const std::vector<std::int64_t>& before) {
    if (job.options.onExisting == OnExisting::Fill) return;
    const bool add = job.options.onExisting == OnExisting::Add;
    for (std::size_t i = 0; i < read.size(); ++i) {
        const bool level =
            job.dataset.measures[static_cast<int>(i) / static_cast<int>(job.dataset.scheme.groups.size())].aggregation == Aggregation::Mean;
        if (stored[i] == read[i] + (add ? before[i] : 0) || (add && level)) continue;
        job.report.warnings.append(
            QCoreApplication::translate("Import", "The sums stored differ from the sums read. Please check the table of sums."));
        return;
    }
}

/// Whether two imports of one file read the same numbers from it.
bool readAlike(const QJsonObject& one, const QJsonObject& other) {
    for (const char* key : {"encoding", "crs", "columns", "year", "sample"})
        if (one.value(QLatin1String(key)) != other.value(QLatin1String(key))) return false;
    return true;
}

/// The result of an import that would change nothing, if this is one. Replacing does change something when a month also holds the numbers
/// of another file, or when the file is now read in another way.
Result<std::optional<ImportOutcome>> unchanged(const Job& job, const QString& dataset, const QString& sha256) {
    const bool replace = job.options.onExisting == OnExisting::Replace;
    const auto known = job.workspace.findBatch(dataset, sha256, replace);
    if (!known) return known.error();
    if (!known.value()) return std::optional<ImportOutcome>();
    if (replace && !readAlike(known.value()->options, optionsJson(job.options))) return std::optional<ImportOutcome>();
    ImportOutcome same;
    same.dataset = dataset;
    same.write.noop = true;
    same.report = QualityReport::fromJson(known.value()->report);
    same.report.noop = true;
    return std::optional<ImportOutcome>(same);
}

/// Waits for the hash of what was read. The outcome when the workspace holds that file already.
Result<std::optional<ImportOutcome>> identify(Job& job, const Hashing& hashing) {
    const auto& sha = hashing.result();
    if (!sha) return sha.error();
    job.report.sha256 = sha.value();
    job.batch.dataset = job.dataset.id;
    job.batch.fileName = job.file.fileName;
    job.batch.sha256 = sha.value();
    job.batch.bytes = job.report.bytes;
    return unchanged(job, job.dataset.id, sha.value());
}

Result<ImportOutcome> importCube(Job& job, const Hashing& hashing) {
    std::vector<std::int64_t> read;
    QByteArray rejects;
    const auto built = buildCube(job, read, rejects);
    if (!built) return built.error();
    const auto same = identify(job, hashing);
    if (!same) return same.error();
    if (same.value()) return *same.value();
    const BuiltCube& cube = **built;
    const std::vector<std::int64_t> before = storedSums(job, cube, read.size());
    fillSums(job, read, cube.sums(), before);
    fillCoverage(job, cube);
    completeBatch(job);
    job.progress.setPhase(QCoreApplication::translate("Import", "Writing the workspace"), 0.75, 1.0);
    auto written = job.workspace.writeCube(cube, job.batch, job.options.onExisting, job.progress);
    if (!written) return written.error();
    keepRejects(job, rejects);
    const std::vector<std::int64_t> stored = storedSums(job, cube, read.size());
    fillSums(job, read, stored, before);
    verifySums(job, read, stored, before);
    refreshCoverage(job);
    job.report.seconds = static_cast<double>(job.clock.elapsed()) / 1000.0;
    return ImportOutcome{job.dataset.id, written.value(), job.report};
}

Result<ImportOutcome> importLayer(Job& job, const Hashing& hashing) {
    LayerBuilder builder(job.profile(), job.mapping());
    const Status read = eachRow(job, [&](Row& row) {
        builder.add(row);
        return done();
    });
    if (!read) return read.error();
    auto features = builder.finish(job.file.source->info().crs, job.options.crs, knownPoints(job.workspace));
    if (!features) return features.error();
    const auto same = identify(job, hashing);
    if (!same) return same.error();
    if (same.value()) return *same.value();
    BuildCounts& counts = builder.counts();
    if (counts.rowsRejected * 5 > counts.rowsRead - counts.rowsSkipped) {
        return refused(QCoreApplication::translate("Import", "%1 of %2 rows have no code.")
                           .arg(formatCount(counts.rowsRejected), formatCount(counts.rowsRead)));
    }
    takeCounts(counts, job.report);
    job.report.crs = builder.crs().crs;
    job.report.crsReason = builder.crs().reason;
    job.report.placesTotal = static_cast<qint64>(features->size());
    job.report.placesWithoutCoordinates = builder.withoutCoordinates();
    job.dataset.geometryType = builder.geometryType();
    job.dataset.featureCount = static_cast<qint64>(features->size());
    completeBatch(job);
    job.progress.setPhase(QCoreApplication::translate("Import", "Writing the workspace"), 0.75, 1.0);
    auto written = job.workspace.writeLayer(job.dataset, features.value(), job.batch, job.options.onExisting, job.progress);
    if (!written) return written.error();
    keepRejects(job, counts.rejectsCsv);
    return ImportOutcome{job.dataset.id, written.value(), job.report};
}

/// A file as large as one that was imported is mostly that very file: then its hash alone is waited for, and nothing else of it is read.
Result<std::optional<ImportOutcome>> importedBefore(const Job& job, const Hashing& hashing) {
    const qint64 bytes = QFileInfo(job.path).size();
    const auto datasets = job.workspace.datasets();
    if (!datasets) return datasets.error();
    for (const Dataset& d : datasets.value()) {
        if (!job.options.dataset.isEmpty() && job.options.dataset != d.id) continue;
        const auto batches = job.workspace.batches(d.id);
        if (!batches) return batches.error();
        for (const Batch& batch : batches.value()) {
            const Profile* profile = findProfile(batch.profile);
            const bool sameTarget = !job.options.dataset.isEmpty() || (profile != nullptr && profile->dataset == d.id);
            const bool sameProfile = job.options.profile.isEmpty() || job.options.profile == batch.profile;
            if (batch.bytes != bytes || !sameTarget || !sameProfile) continue;
            const auto& sha = hashing.result();
            if (!sha) return sha.error();
            if (sha.value() == batch.sha256) return unchanged(job, d.id, sha.value());
        }
    }
    return std::optional<ImportOutcome>();
}

Result<ImportOutcome> run(Job& job) {
    job.progress.setPhase(QCoreApplication::translate("Import", "Opening the file"), 0.0, 0.05);
    Hashing hashing(job.path, job.progress);
    const auto before = importedBefore(job, hashing);
    if (!before) return before.error();
    if (before.value()) return *before.value();
    auto opened = openWithHead(job.path, job.options, false);
    if (!opened) return opened.error();
    job.file = std::move(opened).value();
    auto chosen = chooseProfile(job.file.head, job.file.source->info(), job.file.fileName, job.options);
    if (!chosen) return chosen.error();
    job.chosen = std::move(chosen).value();
    job.dataset = describe(job.profile(), job.mapping(), job.options);
    beginReport(job);
    hashing.goOnUnseen();
    job.progress.setPhase(QCoreApplication::translate("Import", "Reading rows"), 0.05, 0.75);
    return job.profile().kind == DatasetKind::Cube ? importCube(job, hashing) : importLayer(job, hashing);
}

}  // namespace

Result<ImportOutcome> importFile(Workspace& workspace, const QString& path, const ImportOptions& options, Progress& progress) {
    Job job{workspace, path, options, progress, {}, {}, {}, {}, {}, {}};
    job.clock.start();
    try {
        return run(job);
    } catch (const std::bad_alloc&) {
        return Error{
            ErrorCode::InputRefused,
            QCoreApplication::translate("Import", "“%1” does not fit in memory. Split it into months.").arg(QFileInfo(path).fileName()),
            {}};
    } catch (const std::exception& e) {
        return Error{ErrorCode::Internal,
                     QCoreApplication::translate("Import", "The import of “%1” failed.").arg(QFileInfo(path).fileName()),
                     QString::fromUtf8(e.what())};
    }
}

}  // namespace mudeung
