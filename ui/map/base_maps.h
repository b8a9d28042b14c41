// SPDX-License-Identifier: GPL-3.0-or-later
// The user's base map files as QGIS layers in quiet colours, opened on any thread. Knows no numbers.
#pragma once

#include <QHash>
#include <QStringList>
#include <QVector>
#include <memory>

#include "core/base/error.h"
#include "ui/common/map_style.h"

class QThread;
class QgsMapLayer;

namespace mudeung {

class BaseMaps;
using BaseMapsPtr = std::shared_ptr<const BaseMaps>;

class BaseMaps {
public:
    /// Opens the files that the style shows; what `before` has open already is taken over. Layers belong to `home` afterwards (where they
    /// are drawn from), null = the thread of the call. Files that cannot be opened are left out and named in `problems`.
    static BaseMapsPtr open(const MapStyle& style, const BaseMapsPtr& before, QThread* home = nullptr);

    /// Whether the style shows exactly the files that these were opened for.
    bool suits(const MapStyle& style) const;
    /// Colours and opacity as the style says; on the thread that the layers belong to.
    void dress(const MapStyle& style) const;
    QList<QgsMapLayer*> layers() const;  ///< top first
    struct Problem {
        QString path;
        Error error;
    };
    const QVector<Problem>& problems() const { return m_problems; }

private:
    using Layers = QVector<std::shared_ptr<QgsMapLayer>>;
    QStringList m_paths;  ///< asked for, in the order of the style
    QHash<QString, Layers> m_layers;
    QVector<Problem> m_problems;
};

/// "Base map: roads.mbtiles (© OpenStreetMap contributors)." for the source line of a picture; empty without a base map. The attribution is
/// what an MBTiles file says of itself; the other formats have no place for one.
QString baseMapSource(const MapStyle& style);

}  // namespace mudeung
