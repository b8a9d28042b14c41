// SPDX-License-Identifier: GPL-3.0-or-later
// From parameters to spatial weights; distances on the plane of the national grid.
#include "core/analysis/neighbours/unit_neighbours.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>
#include <memory>
#include <ogr_geometry.h>

#include "core/analysis/frame/analysis.h"
#include "core/analysis/neighbours/contiguity.h"
#include "core/analysis/neighbours/nearest.h"
#include "core/base/format.h"

namespace mudeung {

namespace {

constexpr int kNamedIslands = 5;

void addRings(PlanarArea& area, const OGRPolygon& polygon) {
    for (const OGRLinearRing* ring : polygon) {
        PlanarRing points;
        for (int i = 0; i < ring->getNumPoints(); ++i) points.push_back({ring->getX(i), ring->getY(i)});
        area.rings.push_back(std::move(points));
    }
}

/// Empty when it cannot be read or projected: such a unit is an island.
PlanarArea areaOf(const QByteArray& wkb, Plane& plane) {
    PlanarArea area;
    const QByteArray metres = plane.toPlane(wkb);
    OGRGeometry* made = nullptr;
    if (metres.isEmpty() ||
        OGRGeometryFactory::createFromWkb(metres.constData(), nullptr, &made, static_cast<std::size_t>(metres.size())) != OGRERR_NONE)
        return area;
    const std::unique_ptr<OGRGeometry> geometry(made);
    const OGRwkbGeometryType type = wkbFlatten(geometry->getGeometryType());
    if (type == wkbPolygon) {
        addRings(area, *geometry->toPolygon());
    } else if (type == wkbMultiPolygon) {
        for (const OGRPolygon* polygon : *geometry->toMultiPolygon()) addRings(area, *polygon);
    }
    return area;
}

QString kindOf(const UnitValues& units, const ParameterValues& values) {
    const QString choice = values.choice(QStringLiteral("neighbours"));
    if (choice != QLatin1String("usual")) return choice;
    return units.areas() ? QStringLiteral("queen") : QStringLiteral("knn");
}

QJsonObject factsOf(const UnitNeighbours& found, const std::vector<std::uint32_t>& islands, const UnitValues& units) {
    const SpatialWeights& w = found.weights;
    double fewest = w.size() > 0 ? static_cast<double>(w.neighboursOf(0).size()) : 0.0;
    double most = fewest;
    for (std::size_t i = 0; i < w.size(); ++i) {
        fewest = std::min(fewest, static_cast<double>(w.neighboursOf(i).size()));
        most = std::max(most, static_cast<double>(w.neighboursOf(i).size()));
    }
    QJsonArray names;
    for (const std::uint32_t i : islands) names.append(units.labels[static_cast<int>(i)]);
    QJsonObject facts = found.facts;
    facts.insert(QStringLiteral("islands"), names);
    facts.insert(QStringLiteral("fewest"), fewest);
    facts.insert(QStringLiteral("most"), most);
    facts.insert(QStringLiteral("mean"), w.size() > 0 ? static_cast<double>(w.neighbour.size()) / static_cast<double>(w.size()) : 0.0);
    return facts;
}

}  // namespace

QVector<ParameterSpec> neighbourParameters() {
    QVector<ParameterSpec> specs{
        choiceParameter(
            QStringLiteral("neighbours"), QCoreApplication::translate("Analysis", "Neighbours"),
            QCoreApplication::translate("Analysis",
                                        "Which units each unit is compared with. Shared borders are common for areas and cells, the "
                                        "nearest units for points; a distance makes all neighbourhoods the same size on the ground."),
            {{QStringLiteral("usual"), QCoreApplication::translate("Analysis", "default for the unit")},
             {QStringLiteral("queen"), QCoreApplication::translate("Analysis", "shared border or corner")},
             {QStringLiteral("knn"), QCoreApplication::translate("Analysis", "a number of nearest ones")},
             {QStringLiteral("band"), QCoreApplication::translate("Analysis", "all within a distance")},
             {QStringLiteral("least"),
              QCoreApplication::translate("Analysis", "all within the shortest distance that leaves no unit alone")}},
            QStringLiteral("usual")),
        integerParameter(QStringLiteral("k"), QCoreApplication::translate("Analysis", "Number of neighbours"),
                         QCoreApplication::translate("Analysis", "8 is common for points. More neighbours smooth more strongly."), 8, 1,
                         200),
        realParameter(QStringLiteral("distance"), QCoreApplication::translate("Analysis", "Within"),
                      QCoreApplication::translate("Analysis", "Straight-line distance between the spots of two units."), 1000, 10, 100000,
                      0, QStringLiteral("m")),
        realParameter(QStringLiteral("tolerance"), QCoreApplication::translate("Analysis", "Gap between borders"),
                      QCoreApplication::translate(
                          "Analysis", "Borders this near each other count as shared: published borders may not fit each other exactly."),
                      1, 0, 100, 1, QStringLiteral("m")),
        choiceParameter(QStringLiteral("islands"), QCoreApplication::translate("Analysis", "Units without a neighbour"),
                        QCoreApplication::translate(
                            "Analysis", "They can be compared with the nearest unit, or left untested. They are listed either way."),
                        {{QStringLiteral("nearest"), QCoreApplication::translate("Analysis", "take the nearest one")},
                         {QStringLiteral("alone"), QCoreApplication::translate("Analysis", "stay alone")}},
                        QStringLiteral("nearest"))};
    const auto only = [&specs](int index, const QStringList& kinds) {
        specs[index].onlyWhen = QStringLiteral("neighbours");
        specs[index].onlyWhenValues = kinds;
    };
    only(1, {QStringLiteral("knn"), QStringLiteral("usual")});
    only(2, {QStringLiteral("band")});
    only(3, {QStringLiteral("queen"), QStringLiteral("usual")});
    specs[3].advanced = specs[4].advanced = true;
    return specs;
}

Result<UnitNeighbours> neighboursOf(const UnitValues& units, const ParameterValues& values, Progress& progress) {
    const ShouldStop stop = [&progress] { return progress.isCancelled(); };
    std::vector<PlanarPoint> points;
    for (const PlanePoint& p : units.at) points.push_back({p.x, p.y});
    const QString kind = kindOf(units, values);
    UnitNeighbours found;
    found.facts.insert(QStringLiteral("kind"), kind == QLatin1String("least") ? QStringLiteral("band") : kind);
    if (kind == QLatin1String("queen")) {
        if (!units.areas())
            return Error{ErrorCode::Usage,
                         QCoreApplication::translate(
                             "Analysis",
                             "Points share no borders. Choose dongs or cells as the unit, or choose neighbours by number or by distance."),
                         {}};
        Plane plane;
        std::vector<PlanarArea> areas;
        for (const QByteArray& wkb : units.shapes) {
            if (progress.isCancelled()) return analysisCancelled();
            areas.push_back(areaOf(wkb, plane));
        }
        found.weights = queenContiguity(areas, values.real(QStringLiteral("tolerance")), stop);
    } else if (kind == QLatin1String("knn")) {
        const auto k = static_cast<int>(values.integer(QStringLiteral("k")));
        found.weights = kNearest(points, k, stop);
        found.facts.insert(QStringLiteral("k"), k);
    } else {
        const double metres = kind == QLatin1String("least") ? leastBand(points, stop) : values.real(QStringLiteral("distance"));
        found.weights = distanceBand(points, metres, stop);
        found.facts.insert(QStringLiteral("metres"), metres);
    }
    if (progress.isCancelled()) return analysisCancelled();
    const std::vector<std::uint32_t> islands = islandsOf(found.weights);
    const bool connect = values.choice(QStringLiteral("islands")) == QLatin1String("nearest");
    if (connect) found.weights = connectIslands(found.weights, points);
    found.facts.insert(QStringLiteral("connected"), connect);
    found.facts = factsOf(found, islands, units);
    return found;
}

QStringList neighbourNotes(const QJsonObject& facts) {
    const auto number = [&facts](const char* key, int decimals) {
        return formatNumber(facts.value(QLatin1String(key)).toDouble(), decimals);
    };
    const QString kind = facts.value(QStringLiteral("kind")).toString();
    QStringList notes;
    if (kind == QLatin1String("queen")) {
        notes << QCoreApplication::translate("Analysis", "Neighbours share a border or a corner: %1 on average, from %2 to %3.")
                     .arg(number("mean", 1), number("fewest", 0), number("most", 0));
    } else if (kind == QLatin1String("knn")) {
        notes << QCoreApplication::translate("Analysis", "Neighbours are the %1 nearest ones.").arg(number("k", 0));
    } else {
        notes << QCoreApplication::translate("Analysis", "The neighbours are all units within %1 m: %2 on average, from %3 to %4.")
                     .arg(number("metres", 0), number("mean", 1), number("fewest", 0), number("most", 0));
    }
    const QJsonArray islands = facts.value(QStringLiteral("islands")).toArray();
    if (islands.isEmpty()) return notes;
    QStringList names;
    for (int i = 0; i < std::min<int>(kNamedIslands, islands.size()); ++i) names << islands[i].toString();
    if (islands.size() > kNamedIslands) names << QStringLiteral("…");
    const QString list = names.join(QStringLiteral(", "));
    const QString count = formatCount(islands.size());
    notes << (facts.value(QStringLiteral("connected")).toBool()
                  ? QCoreApplication::translate("Analysis", "%1 had no neighbour, so the nearest unit was used: %2.").arg(count, list)
                  : QCoreApplication::translate("Analysis", "%1 have no neighbour and are not tested: %2.").arg(count, list));
    return notes;
}

QString unitNoun(RowKind rows) {
    if (rows == RowKind::Dong) return QCoreApplication::translate("Analysis", "dongs");
    if (rows == RowKind::Cell) return QCoreApplication::translate("Analysis", "cells");
    return QCoreApplication::translate("Analysis", "places");
}

}  // namespace mudeung
