// SPDX-License-Identifier: GPL-3.0-or-later
// Scoring of profiles: columns first, then sample values, then the file's name. No profile is named in this file.
#include "core/import/match.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "core/base/format.h"
#include "core/import/clean.h"

namespace mudeung {

namespace {

constexpr int kHeaderSearchRows = 6;
constexpr std::size_t kTestRows = 200;

bool containerFits(const Profile& p, const SourceInfo& info) {
    if (p.containers.isEmpty()) return true;
    return std::any_of(p.containers.begin(), p.containers.end(), [&](const QString& c) { return info.container.endsWith(c); });
}

/// How many of the sample cells of a column mean something; −1 when all are blank.
template <typename Test>
double shareOf(const std::vector<HeadRow>& head, const Mapping& mapping, int column, Test test) {
    std::size_t good = 0;
    std::size_t all = 0;
    const auto first = static_cast<std::size_t>(mapping.headerRow + mapping.headerRows);
    for (std::size_t i = first; i < head.size() && i < first + kTestRows; ++i) {
        const auto c = static_cast<std::size_t>(column);
        if (c >= head[i].cells.size()) continue;
        const std::string_view cell = trimmed(head[i].cells[c]);
        if (cell.empty()) continue;
        ++all;
        if (test(cell)) ++good;
    }
    return all == 0 ? -1.0 : static_cast<double>(good) / static_cast<double>(all);
}

struct ValueTests {
    double worst = 1.0;
    QString worstColumn;
    void take(double share, const QString& column) {
        if (share >= 0.0 && share < worst) {
            worst = share;
            worstColumn = column;
        }
    }
};

/// Sample values of a cube: dates are dates, classes are known, counts are numbers.
ValueTests testCubeValues(const Profile& p, const std::vector<HeadRow>& head, const Mapping& m) {
    ValueTests t;
    const auto named = [&](int c) { return m.columns.value(c); };
    if (const int c = m.column("date"); c >= 0 && p.timeFrom == TimeFrom::Date) {
        t.take(shareOf(head, m, c,
                       [&](std::string_view v) {
                           const auto d = parseDate(v);
                           return d && (p.timeStep != TimeStep::Day || d->day != 0) && (p.timeStep != TimeStep::Month || d->month != 0);
                       }),
               named(c));
    }
    if (const int c = m.column("measure"); c >= 0) {
        t.take(shareOf(head, m, c, [&](std::string_view v) { return p.measureValues.contains(normalised(v)); }), named(c));
    }
    if (const int c = m.column("group"); c >= 0) {
        t.take(shareOf(head, m, c, [&](std::string_view v) { return p.groupValues.contains(normalised(v)); }), named(c));
    }
    for (std::size_t i = 0; i < m.values.size() && i < 4; ++i) {
        const int c = m.values[i].column;
        t.take(shareOf(head, m, c, [](std::string_view v) { return parseNumber(v, 6).kind != NumberKind::NotANumber; }), named(c));
    }
    return t;
}

ValueTests testLayerValues(const std::vector<HeadRow>& head, const Mapping& m) {
    ValueTests t;
    for (const char* field : {"lon", "lat", "x", "y"}) {
        const int c = m.column(field);
        if (c < 0) continue;
        t.take(shareOf(head, m, c, [](std::string_view v) { return !std::isnan(parseCoordinate(v)); }), m.columns.value(c));
    }
    return t;
}

int namedColumns(const QStringList& columns) {
    return static_cast<int>(std::count_if(columns.begin(), columns.end(), [](const QString& c) { return !c.isEmpty(); }));
}

double missingScore(const Profile& p, const Mapping& m) {
    const int required =
        static_cast<int>(std::count_if(p.fields.begin(), p.fields.end(), [](const ProfileField& f) { return f.required; })) +
        (p.kind == DatasetKind::Cube ? 1 : 0);
    const int missing = static_cast<int>(m.missing.size());
    return required == 0 ? 0.0 : 0.45 * std::max(0, required - missing) / required;
}

ScoredProfile score(const Profile& p, Mapping mapping, const std::vector<HeadRow>& head, const SourceInfo& info, const QString& nfcName) {
    ScoredProfile s{&p, std::move(mapping), {}};
    const Mapping& m = s.mapping;
    s.match.profile = p.id;
    s.match.title = p.title;
    s.match.titleKo = p.titleKo;
    s.match.missing = m.missing;
    const bool needsGeometry = p.kind == DatasetKind::Layer && m.column("lon") < 0 && m.column("x") < 0;
    if (needsGeometry && info.geometryType != p.geometryType) s.match.missing.append(QCoreApplication::translate("Import", "coordinates"));
    if (!containerFits(p, info)) s.match.missing.append(QCoreApplication::translate("Import", "another kind of file"));
    if (!s.match.missing.isEmpty()) {
        s.match.score = missingScore(p, m);
        s.match.reason = QCoreApplication::translate("Import", "Missing: %1.").arg(s.match.missing.join(QStringLiteral(", ")));
        return s;
    }
    const ValueTests tests = p.kind == DatasetKind::Cube ? testCubeValues(p, head, m) : testLayerValues(head, m);
    if (tests.worst < 0.5) {
        s.match.score = 0.45;
        s.match.missing.append(tests.worstColumn);
        s.match.reason = QCoreApplication::translate("Import", "The columns fit, but only %1 of the values in “%2” make sense.")
                             .arg(formatPercent(tests.worst, 0), tests.worstColumn);
        return s;
    }
    const int total = std::max(1, namedColumns(m.columns));
    const double optional =
        p.fields.isEmpty() ? 1.0 : static_cast<double>(m.fieldColumn.size()) / static_cast<double>(std::max<qsizetype>(1, p.fields.size()));
    const bool hinted =
        std::any_of(p.fileHints.begin(), p.fileHints.end(), [&](const QRegularExpression& h) { return h.match(nfcName).hasMatch(); });
    const double explained = std::min(1.0, static_cast<double>(m.explained) / total);
    s.match.score = 0.55 + 0.12 * optional + 0.18 * explained + 0.05 * tests.worst + (hinted ? 0.10 : 0.0);
    s.match.reason =
        hinted ? QCoreApplication::translate("Import", "%1 of %2 columns are known and the file name fits.")
                     .arg(formatCount(m.explained), formatCount(total))
               : QCoreApplication::translate("Import", "%1 of %2 columns are known.").arg(formatCount(m.explained), formatCount(total));
    return s;
}

/// The header may stand below titles: every row of the first few is tried, the best wins, earlier rows first.
ScoredProfile bestHeader(const Profile& p, const std::vector<HeadRow>& head, const SourceInfo& info, const QString& nfcName,
                         const ImportOptions& options) {
    ScoredProfile best;
    for (int row = 0; row < kHeaderSearchRows && row + p.headerRows <= static_cast<int>(head.size()); ++row) {
        if (head[static_cast<std::size_t>(row)].isBlank()) continue;
        Mapping mapping = bindProfile(p, headerNames(head, row, p.headerRows), options.columns);
        mapping.headerRow = row;
        ScoredProfile s = score(p, std::move(mapping), head, info, nfcName);
        s.match.score -= 0.005 * row;
        if (best.profile == nullptr || s.match.score > best.match.score) best = std::move(s);
    }
    return best;
}

QString shownColumns(const std::vector<HeadRow>& head) {
    for (const HeadRow& row : head) {
        if (row.isBlank()) continue;
        QStringList names;
        for (const std::string& c : row.cells) {
            const QString name = toText(trimmed(c));
            if (!name.isEmpty()) names.append(name.left(40));
            if (names.size() == 12) break;
        }
        return names.join(QStringLiteral(", ")) + (row.cells.size() > 12 ? QStringLiteral(" …") : QString());
    }
    return {};
}

}  // namespace

std::vector<ScoredProfile> matchProfiles(const std::vector<HeadRow>& head, const SourceInfo& info, const QString& fileName,
                                         const ImportOptions& options) {
    const QString nfcName = fileName.normalized(QString::NormalizationForm_C);
    std::vector<ScoredProfile> out;
    for (const Profile& p : profiles()) {
        if (!options.profile.isEmpty() && p.id != options.profile) continue;
        ScoredProfile s = bestHeader(p, head, info, nfcName, options);
        if (s.profile != nullptr) out.push_back(std::move(s));
    }
    std::stable_sort(out.begin(), out.end(), [](const ScoredProfile& a, const ScoredProfile& b) {
        return std::lround(a.match.score * 10000) > std::lround(b.match.score * 10000);
    });
    return out;
}

Result<ScoredProfile> chooseProfile(const std::vector<HeadRow>& head, const SourceInfo& info, const QString& fileName,
                                    const ImportOptions& options) {
    if (!options.profile.isEmpty() && findProfile(options.profile) == nullptr) {
        QStringList ids;
        for (const Profile& p : profiles()) ids.append(p.id);
        return Error{
            ErrorCode::NotFound,
            QCoreApplication::translate("Import", "There is no profile “%1”. Known profiles: %2.").arg(options.profile, ids.join(", ")),
            {}};
    }
    std::vector<ScoredProfile> all = matchProfiles(head, info, fileName, options);
    if (all.empty())
        return Error{ErrorCode::InputRefused,
                     QCoreApplication::translate("Import", "“%1” holds no table: no row with column names was found.").arg(fileName),
                     {}};
    ScoredProfile& best = all.front();
    if (best.match.score < 0.5 || !best.match.missing.isEmpty()) {
        const QString sentence =
            best.match.score > 0.0
                ? QCoreApplication::translate(
                      "Import",
                      "“%1” fits no known layout. Columns found: %2. The nearest profile is “%3”. %4 Choose the columns by hand or add "
                      "a profile.")
                      .arg(fileName, shownColumns(head), best.profile->shownTitle(), best.match.reason)
                : QCoreApplication::translate("Import", "“%1” fits no known layout. Columns found: %2.").arg(fileName, shownColumns(head));
        return Error{ErrorCode::InputRefused, sentence, best.match.score > 0.0 ? best.match.profile : QString()};
    }
    const auto dataRows = static_cast<std::size_t>(best.mapping.headerRow + best.mapping.headerRows);
    const bool anyData = std::any_of(head.begin() + static_cast<std::ptrdiff_t>(std::min(dataRows, head.size())), head.end(),
                                     [](const HeadRow& r) { return !r.isBlank(); });
    if (!anyData)
        return Error{
            ErrorCode::InputRefused, QCoreApplication::translate("Import", "“%1” has column names but no rows.").arg(fileName), {}};
    return std::move(best);
}

}  // namespace mudeung
