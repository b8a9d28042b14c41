// SPDX-License-Identifier: GPL-3.0-or-later
// The look at a file before anything is imported, and the parts that the import itself begins with.
#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

#include "core/base/language.h"
#include "core/import/importer_parts.h"

namespace mudeung {

namespace {

constexpr std::size_t kHeadRows = 260;
constexpr int kPreviewRows = 50;
constexpr std::size_t kKnownPoints = 3000;

QString shownRange(const QStringList& names) {
    return names.size() < 3 ? names.join(QStringLiteral(", ")) : names.first() + QStringLiteral(" … ") + names.last();
}

void fillMapping(const ScoredProfile& best, ImportPreview& out) {
    for (const ProfileField& f : best.profile->fields) {
        out.fields.append(f.id);
        const int column = best.mapping.column(f.id);
        if (column >= 0) out.mapping.insert(f.id, best.mapping.columns.value(column));
    }
    if (best.profile->wide.isEmpty()) return;
    QStringList names;
    for (const ValueColumn& v : best.mapping.values) names.append(best.mapping.columns.value(v.column));
    out.fields.append(QStringLiteral("columns"));
    out.mapping.insert(QStringLiteral("columns"), shownRange(names));
}

}  // namespace

Result<OpenedFile> openWithHead(const QString& path, const ImportOptions& options, bool headOnly) {
    SourceOptions wanted;
    wanted.encoding = options.encoding;
    wanted.headOnly = headOnly;
    auto source = openRowSource(path, wanted);
    if (!source) return source.error();
    OpenedFile out;
    out.source = std::move(source).value();
    out.fileName = QFileInfo(path).fileName().normalized(QString::NormalizationForm_C);
    Row row;
    while (out.head.size() < kHeadRows) {
        const auto more = out.source->next(row);
        if (!more) return more.error();
        if (!more.value()) {
            out.atEnd = true;
            break;
        }
        out.head.push_back(HeadRow::copyOf(row));
    }
    if (out.head.empty()) {
        return Error{ErrorCode::InputRefused, QCoreApplication::translate("Import", "“%1” is empty.").arg(out.fileName), {}};
    }
    return out;
}

bool needsYear(const Profile& profile) {
    return profile.timeFrom == TimeFrom::FileYear || profile.timeFrom == TimeFrom::MonthDay || profile.timeFrom == TimeFrom::FileDate;
}

YearSource yearFor(const Profile& profile, const ImportOptions& options, const QString& fileName, const SourceInfo& info) {
    YearSource y;
    if (!needsYear(profile)) return y;
    y.fileDate = dateInFileName(fileName);
    if (y.fileDate.year == 0) y.fileDate = dateInFileName(info.entry);
    y.year = options.year.value_or(y.fileDate.year);
    if (options.year) y.fileDate.year = 0;  // the user knows better
    return y;
}

std::vector<XY> knownPoints(const Workspace& workspace) {
    std::vector<XY> out;
    const auto datasets = workspace.datasets();
    if (!datasets) return out;
    for (const Dataset& d : datasets.value()) {
        if (d.kind != DatasetKind::Layer) continue;
        const auto features = workspace.features(d.id);
        if (!features) continue;
        const std::size_t step = std::max<std::size_t>(1, features->size() / kKnownPoints);
        for (std::size_t i = 0; i < features->size(); i += step) {
            const Feature& f = features.value()[i];
            if (insideKorea(f.lon, f.lat)) out.push_back({f.lon, f.lat});
        }
    }
    return out;
}

Result<ImportPreview> previewFile(const QString& path, const ImportOptions& options) {
    auto opened = openWithHead(path, options, true);
    if (!opened) return opened.error();
    const OpenedFile& file = opened.value();
    const SourceInfo& info = file.source->info();
    ImportPreview out;
    out.path = path;
    out.container = info.container;
    out.encoding = info.encoding;
    out.encodingReason = info.encodingReason;
    out.delimiter = info.delimiter;
    out.warnings = info.warnings;
    const std::vector<ScoredProfile> scored = matchProfiles(file.head, info, file.fileName, options);
    int firstRow = 1;
    out.columns = headerNames(file.head, 0, 1);
    for (const ScoredProfile& s : scored) {
        if (s.match.score >= 0.5 && s.match.missing.isEmpty()) out.matches.append(s.match);
    }
    if (!out.matches.isEmpty()) {
        const ScoredProfile& best = scored.front();
        out.columns = best.mapping.columns;
        firstRow = best.mapping.headerRow + best.mapping.headerRows;
        fillMapping(best, out);
        out.warnings.append(best.mapping.warnings);
        out.needsYear = needsYear(*best.profile) && yearFor(*best.profile, options, file.fileName, info).year == 0;
    } else if (!scored.empty()) {
        out.warnings.append(QCoreApplication::translate("Import", "The file fits no known layout. The nearest profile is “%1”. %2")
                                .arg(scored.front().profile->shownTitle(), scored.front().match.reason));
    }
    for (std::size_t i = static_cast<std::size_t>(firstRow); i < file.head.size() && out.rows.size() < kPreviewRows; ++i) {
        QStringList cells;
        for (const std::string& c : file.head[i].cells) cells.append(toText(c));
        out.rows.append(cells);
    }
    return out;
}

}  // namespace mudeung
