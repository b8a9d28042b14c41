// SPDX-License-Identifier: GPL-3.0-or-later
// From options to a checked query over an opened workspace.
#include "app/query_options.h"

#include <QCoreApplication>
#include <QFileInfo>

#include "core/import/area_file.h"

namespace mudeung::cli {

const char* const kQuerySyntax =
    "[--measure M] [--period A..B] [--days weekday,saturday,holiday] [--hours 7-9] [--weekhours mon-fri:7-9] [--groups G,…] [--area "
    "CODE|FILE]";

namespace {

QStringList commaSeparated(const QStringList& values) {
    QStringList parts;
    for (const QString& value : values)
        for (const QString& part : value.split(QLatin1Char(',')))
            if (!part.trimmed().isEmpty()) parts << part.trimmed();
    return parts;
}

/// A word with a dot or a slash, or the name of a file that is there, is a file; everything else is a code.
bool looksLikeFile(const QString& area) {
    if (area.startsWith(QLatin1String("place:"))) return false;
    return area.contains(QLatin1Char('/')) || area.contains(QLatin1Char('.')) || QFileInfo(area).isFile();
}

Status readAreas(const Parser& parser, Query& query) {
    for (const QString& area : parser.values(QStringLiteral("area"))) {
        if (!looksLikeFile(area)) {
            query.areas << commaSeparated({area});
            continue;
        }
        if (!query.areaPolygon.isEmpty())
            return usageError(QCoreApplication::translate("Cli", "Only one --area can be a file; put all polygons into one file."));
        const auto wkt = readAreaFile(area);
        if (!wkt) return wkt.error();
        query.areaPolygon = *wkt;
    }
    return done();
}

int rank(const Dataset& d) {
    if (d.placeKind == QLatin1String("bus_stop")) return d.hasHours() ? 0 : 1;
    if (d.placeKind == QLatin1String("station")) return 2;
    return 3;
}

Result<Dataset> chooseDataset(const Workspace& workspace, const QString& id, bool preferRidership) {
    if (!id.isEmpty()) return workspace.dataset(id);
    const auto datasets = workspace.datasets();
    if (!datasets) return datasets.error();
    QStringList cubes;
    const Dataset* best = nullptr;
    for (const Dataset& d : *datasets) {
        if (d.kind != DatasetKind::Cube) continue;
        cubes << d.id;
        if (!best || rank(d) < rank(*best)) best = &d;
    }
    if (best && (preferRidership || cubes.size() == 1)) return *best;
    if (cubes.isEmpty()) {
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Cli", "The workspace %1 holds no counts yet; import a file first.").arg(workspace.path()),
                     {}};
    }
    return usageError(QCoreApplication::translate("Cli", "Say which dataset with --dataset; the workspace holds %1.")
                          .arg(cubes.join(QStringLiteral(", "))));
}

}  // namespace

void declareQueryOptions(Parser& parser) {
    parser.option(QStringLiteral("workspace"), QStringLiteral("FILE"), QCoreApplication::translate("Cli", "the workspace"));
    parser.option(QStringLiteral("dataset"), QStringLiteral("D"),
                  QCoreApplication::translate("Cli", "the dataset, as listed by \"mudeung datasets\""));
    parser.option(QStringLiteral("measure"), QStringLiteral("M"),
                  QCoreApplication::translate("Cli", "the measure (default: the dataset's first)"));
    parser.option(QStringLiteral("period"), QStringLiteral("A..B"),
                  QCoreApplication::translate("Cli", "days, months or years: 2024-03-01..2024-05-31, 2024-03..2024-05, 2024"));
    parser.option(QStringLiteral("days"), QStringLiteral("TYPES"),
                  QCoreApplication::translate("Cli", "weekday, saturday, holiday (Sundays and public holidays)"));
    parser.option(QStringLiteral("hours"), QStringLiteral("H"),
                  QCoreApplication::translate("Cli", "7-9 means 07:00 up to 09:00; several: 7-9,17-19"));
    parser.option(QStringLiteral("weekhours"), QStringLiteral("W"),
                  QCoreApplication::translate("Cli", "hours by weekday: mon-fri:7-9;sat:10-12; a weekday without hours means all of them"));
    parser.option(QStringLiteral("monthhours"), QStringLiteral("M"),
                  QCoreApplication::translate("Cli", "hours by month of the year: 3-5:7-9;12"));
    parser.option(QStringLiteral("groups"), QStringLiteral("G"),
                  QCoreApplication::translate("Cli", "codes of groups, separated by commas"));
    parser.option(
        QStringLiteral("area"), QStringLiteral("CODE|FILE"),
        QCoreApplication::translate("Cli", "a dong (10 digits), district (5) or place, or a file with polygons; may be repeated"));
}

Result<Query> readQuery(const Parser& parser) {
    Query query;
    query.dataset = parser.value(QStringLiteral("dataset"));
    query.measure = parser.value(QStringLiteral("measure"));
    if (parser.isSet(QStringLiteral("period"))) {
        const auto period = Period::parse(parser.value(QStringLiteral("period")));
        if (!period) return period.error();
        query.period = *period;
    }
    if (parser.isSet(QStringLiteral("days"))) {
        const auto types = parseDayTypes(parser.value(QStringLiteral("days")));
        if (!types) return types.error();
        query.dayTypes = *types;
    }
    if (parser.isSet(QStringLiteral("hours"))) {
        const auto hours = parseHours(parser.value(QStringLiteral("hours")));
        if (!hours) return hours.error();
        query.hours = *hours;
    }
    if (parser.isSet(QStringLiteral("weekhours"))) {
        const auto week = parseWeekHours(parser.value(QStringLiteral("weekhours")));
        if (!week) return week.error();
        query.weekHours = *week;
    }
    if (parser.isSet(QStringLiteral("monthhours"))) {
        const auto year = parseYearHours(parser.value(QStringLiteral("monthhours")));
        if (!year) return year.error();
        query.yearHours = *year;
    }
    query.groups = commaSeparated(parser.values(QStringLiteral("groups")));
    if (const auto areas = readAreas(parser, query); !areas) return areas.error();
    return query;
}

Result<OpenedQuery> openQuery(const QString& workspacePath, const Query& query, bool preferRidership) {
    auto workspace = Workspace::open(workspacePath, OpenMode::ReadOnly);
    if (!workspace) return workspace.error();
    const auto dataset = chooseDataset(**workspace, query.dataset, preferRidership);
    if (!dataset) return dataset.error();
    OpenedQuery opened;
    opened.workspace = *workspace;
    opened.engine = std::make_shared<QueryEngine>(*workspace);
    opened.dataset = *dataset;
    Query chosen = query;
    chosen.dataset = dataset->id;
    const auto normalised = opened.engine->normalised(chosen);
    if (!normalised) return normalised.error();
    opened.query = *normalised;
    return opened;
}

}  // namespace mudeung::cli
