// SPDX-License-Identifier: GPL-3.0-or-later
// Rows → features of a layer in EPSG:4326. Decides the coordinate system from the file or the values. Knows no workspace.
#pragma once

#include <map>
#include <vector>

#include "core/import/build_cube.h"
#include "core/import/coordinates.h"
#include "core/import/mapping.h"

namespace mudeung {

class LayerBuilder {
public:
    LayerBuilder(const Profile& profile, const Mapping& mapping) : m_profile(profile), m_mapping(mapping) {}

    void add(const Row& row);
    /// `fileCrs` is what the file says, `forcedCrs` what the user says, `known` places of the workspace in degrees.
    Result<std::vector<Feature>> finish(const QString& fileCrs, const QString& forcedCrs, const std::vector<XY>& known);

    BuildCounts& counts() { return m_counts; }
    const CrsDecision& crs() const { return m_crs; }
    qint64 withoutCoordinates() const { return m_without; }
    const QString& geometryType() const { return m_geometryType; }

private:
    struct Pending {
        Feature feature;
        XY xy{kNoCoordinate, kNoCoordinate};
        XY second{kNoCoordinate, kNoCoordinate};  ///< plane coordinates beside degrees
        std::string wkb;
        qint64 line = 0;
    };
    QString codeOf(const Row& row) const;
    Status locatePoints(const QString& forcedCrs, const std::vector<XY>& known);
    void locateBySecondPair();
    Status locateGeometries(const QString& fileCrs, const QString& forcedCrs, const std::vector<XY>& known);
    void reportDuplicates();

    const Profile& m_profile;
    const Mapping& m_mapping;
    std::vector<Pending> m_pending;
    BuildCounts m_counts;
    CrsDecision m_crs;
    qint64 m_without = 0;
    QString m_geometryType;
};

}  // namespace mudeung
