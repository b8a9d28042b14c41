// SPDX-License-Identifier: GPL-3.0-or-later
// Map layers that draw an immutable MapData snapshot: new data = new pointer + repaint, never a rebuilt QGIS layer or style.
#pragma once

#include <QImage>
#include <QPainterPath>
#include <functional>
#include <memory>
#include <mutex>
#include <qgsmaplayerrenderer.h>
#include <qgsmaptopixel.h>
#include <qgspluginlayer.h>
#include <utility>
#include <vector>

#include "ui/map/base_maps.h"
#include "ui/map/map_data.h"
#include "ui/map/map_palette.h"

namespace mudeung {

/// What a renderer needs, copied on the layer's thread; drawing may then happen on any thread.
struct PictureInput {
    MapDataPtr data;
    MapPalette palette;
};

class SheetLayer;
using DrawPicture = std::function<void(QgsRenderContext&, const PictureInput&)>;

/// The image of a layer, or of several that lie on each other, for one view; read and written by render jobs on any thread.
class KeptImage {
public:
    struct View {
        std::vector<std::pair<const KeptImage*, qint64>> layers;  ///< bottom first, with PictureLayer::revision()
        QgsRectangle extent;
        QSize size;  ///< in device pixels
        double pixelRatio = 1.0;
        double scaleFactor = 0.0;
        bool operator==(const View&) const = default;
    };
    /// Null for any other view than that of the last set().
    QImage get(const View& view) const;
    void set(const View& view, const QImage& image);

private:
    mutable std::mutex m_mutex;
    View m_view;
    QImage m_image;
};

class PictureLayer : public QgsPluginLayer {
public:
    /// What the picture follows from: another answer about the same city leaves a picture of the city as it is.
    enum class Shows { Answer, City };
    PictureLayer(const QString& kind, DrawPicture draw, Shows shows = Shows::Answer);

    void setInput(const PictureInput& input);
    const PictureInput& input() const { return m_input; }
    const DrawPicture& drawing() const { return m_draw; }
    qint64 revision() const { return m_revision; }  ///< another one, another picture
    /// For who draws this layer into its own image; null for a layer that shows the answer.
    std::shared_ptr<KeptImage> keptImage() const { return m_kept; }

    PictureLayer* clone() const override;
    QgsMapLayerRenderer* createMapRenderer(QgsRenderContext& context) override;
    void setTransformContext(const QgsCoordinateTransformContext& context) override;
    bool readSymbology(const QDomNode& node, QString& error, QgsReadWriteContext& context, StyleCategories categories) override;
    bool writeSymbology(QDomNode& node, QDomDocument& document, QString& error, const QgsReadWriteContext& context,
                        StyleCategories categories) const override;

private:
    DrawPicture m_draw;
    Shows m_shows;
    PictureInput m_input;
    qint64 m_revision = 0;
    std::shared_ptr<KeptImage> m_kept;
};

/// The grid that the density layer drew last; for tests and for reading values under the pointer.
class LastGrid {
public:
    void set(std::shared_ptr<const DensityGrid> grid);
    std::shared_ptr<const DensityGrid> get() const;

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const DensityGrid> m_grid;
};

/// Land of the city: the ground that density and circles lie on.
class LandLayer : public PictureLayer {
public:
    LandLayer();
};

/// Classes by area, per km² where that makes sense; zero is the land colour, no data is hatched.
class ChoroplethLayer : public PictureLayer {
public:
    ChoroplethLayer();
};

/// Our own kernel at screen resolution, drawn as one image. The colour scale belongs to the data, not to the view.
class DensityLayer : public PictureLayer {
public:
    DensityLayer();
    std::shared_ptr<const DensityGrid> lastGrid() const { return m_grid->get(); }

private:
    explicit DensityLayer(std::shared_ptr<LastGrid> grid);
    std::shared_ptr<LastGrid> m_grid;
};

/// The density of a comparison: of both signs, on a diverging scale around zero.
class ChangeDensityLayer : public PictureLayer {
public:
    ChangeDensityLayer();
};

/// Boundaries of dongs and districts.
class BoundaryLayer : public PictureLayer {
public:
    BoundaryLayer();
};

/// Places as small dots.
class StopsLayer : public PictureLayer {
public:
    StopsLayer();
};

/// Circles whose area is proportional to the value, largest first.
class CirclesLayer : public PictureLayer {
public:
    CirclesLayer();
};

/// A result of an analysis: its areas and cells, or its grid.
class ResultAreasLayer : public PictureLayer {
public:
    ResultAreasLayer();
};

/// A result of an analysis: its places as circles.
class ResultPlacesLayer : public PictureLayer {
public:
    ResultPlacesLayer();
};

/// Names of districts or, closer, dongs.
class NamesLayer : public PictureLayer {
public:
    NamesLayer();
};

/// The layers of one map in drawing order, bottom first. Owns them.
class PictureStack {
public:
    PictureStack();
    ~PictureStack();
    /// Base maps opened elsewhere, off the GUI thread; before setInput. Without them setInput opens what the style shows.
    void setBaseMaps(const BaseMapsPtr& maps) { m_base = maps; }
    void setInput(const PictureInput& input);
    /// For QgsMapSettings and canvas: top first; only those that the style asks for.
    QList<QgsMapLayer*> layers() const;
    /// The same picture in fewer layers, for a canvas that shows one frame after another: one, or what lies below and over the base maps.
    QList<QgsMapLayer*> canvasLayers();
    DensityLayer* density() const { return m_density; }

private:
    void takeBaseMaps();
    bool isWanted(const PictureLayer* layer) const;

    std::vector<std::unique_ptr<PictureLayer>> m_layers;
    DensityLayer* m_density = nullptr;
    std::unique_ptr<SheetLayer> m_ground, m_sheet;
    MapStyle m_style;
    BaseMapsPtr m_base;
    BaseMapsPtr m_dressed;
    MapStyle m_dressedFor;
    bool m_comparison = false;
    bool m_result = false;
};

/// Pixels per CSS pixel of this output: sizes below are written for 96 dpi.
double outputScale(const QgsRenderContext& context);
/// The outline of a shape in pixels.
QPainterPath shapePath(const CityShape& shape, const QgsMapToPixel& toPixel);
/// Areas let a base map through; the legend shows them so, too.
double areaOpacity(const MapStyle& style);
/// Of areas whose change is within the usual ups and downs, in the colour of their class; areas without data have the other diagonal.
constexpr Qt::BrushStyle kNoisePattern = Qt::FDiagPattern;
/// Of the hatching of areas whose change is within the usual ups and downs.
/// Of an area where nothing was recorded: it is not an area with a measured zero, nor one whose numbers are missing.
/// The areas of the city that have a colour, one flag each; empty where boundaries do not depend on it: on light maps, and without areas.
QVector<bool> filledAreas(const PictureInput& input);
QColor silentColor(const MapPalette& palette);
QColor noiseColor(const MapPalette& palette, const MapData& data, bool increase);
/// Colours of a circle; increases and decreases differ in a comparison.
struct CircleLook {
    QColor fill;
    QColor line;
};
CircleLook circleLook(const MapPalette& palette, bool comparison, bool increase, bool noise = false);
/// Radius at 96 dpi of the circle of `value` when `top` is the largest.
/// On a map of so many places: very many have smaller circles, as they lie on each other.
double circleRadius(double value, double top, qsizetype places = 0);
constexpr double kLargestCircleRadius = 22.0;
constexpr double kFewCircles = 100.0;                ///< up to here they may be that large
constexpr double kLargestCircleRadiusOfMany = 14.0;  ///< however many there are

}  // namespace mudeung
