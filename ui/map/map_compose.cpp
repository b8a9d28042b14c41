// SPDX-License-Identifier: GPL-3.0-or-later
// The publication map: header band, map with legend and scale bar, footer with source.
#include "ui/map/map_compose.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <optional>
#include <qgscoordinatereferencesystem.h>
#include <qgsmaprenderercustompainterjob.h>
#include <qgsmapsettings.h>

#include "ui/common/text_layout.h"
#include "ui/map/map_furniture.h"
#include "ui/map/result_map.h"

namespace mudeung {
namespace {

/// The layers over `extent` at one pixel of the page per pixel of the map.
QgsMapSettings mapSettings(const PictureStack& stack, const QgsRectangle& extent, QSize size, double scale, const QColor& background) {
    QgsMapSettings settings;
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(mapCrsId()));
    settings.setOutputSize(size);
    settings.setOutputDpi(96.0 * scale);
    settings.setExtent(extent);
    settings.setLayers(stack.layers());
    settings.setBackgroundColor(background);
    settings.setFlag(Qgis::MapSettingsFlag::Antialiasing, true);
    settings.setFlag(Qgis::MapSettingsFlag::DrawLabeling, false);
    return settings;
}

class Composer {
public:
    Composer(const MapDataPtr& data, const ComposeOptions& options)
        : m_data(*data),
          m_layout(options.layoutOf ? *options.layoutOf : *data),
          m_options(options),
          m_palette(MapPalette::forTheme(data->style.dark)) {
        m_scale = options.scale > 0.0 ? options.scale : composeScale(options.size);
        m_stack.setInput({data, m_palette});
    }

    QImage run() {
        QImage image(m_options.size, QImage::Format_ARGB32_Premultiplied);
        if (image.isNull()) return image;
        QPainter painter(&image);
        paint(painter, Layers::AsImage);
        painter.end();
        const auto dotsPerMeter = static_cast<int>(96.0 / 0.0254 * m_scale);
        image.setDotsPerMeterX(dotsPerMeter);
        image.setDotsPerMeterY(dotsPerMeter);
        return image;
    }

    void paint(QPainter& painter, Layers layers) const {
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
        const bool asShapes = layers == Layers::AsShapes;
        std::optional<SearchableText> searchable;
        if (asShapes) searchable.emplace();
        const QSizeF page = m_options.size;
        const QColor paper = m_palette.paper;
        const double top = m_options.header ? headerHeight() : 0.0;
        const Footer footer = m_options.footer ? footerPlan() : Footer{};
        painter.fillRect(QRectF(QPointF(0, 0), page), paper);
        const QRect map = QRectF(0, top, page.width(), page.height() - footer.height - top).toAlignedRect();
        paintMap(painter, map, layers);
        // Some devices cannot clip: what a layer draws beyond the map goes under the bands.
        if (asShapes) {
            painter.fillRect(QRectF(0, 0, page.width(), map.top()), paper);
            painter.fillRect(QRectF(0, map.bottom() + 1.0, page.width(), page.height() - map.bottom() - 1.0), paper);
        }
        paintFurniture(painter, map);
        if (m_options.header) paintHeader(painter);
        if (m_options.footer) paintFooter(painter, footer);
    }

private:
    /// The lines under the map and the room that they take.
    struct Footer {
        QStringList lines;
        double height = 0.0;
    };

    double px(double at96dpi) const { return at96dpi * m_scale; }
    double margin() const { return px(24); }
    double textWidth() const { return m_options.size.width() - 2.0 * margin(); }
    QFont titleFont() const { return mapFont(px(30), true); }
    QFont sentenceFont() const { return mapFont(px(17)); }
    QFont footerFont() const { return mapFont(px(13)); }
    double footerGap() const { return px(30); }

    double headerHeight() const {
        return px(16) + TextMetrics(titleFont()).height() + px(2) + TextMetrics(sentenceFont()).height() + px(14);
    }

    void paintHeader(QPainter& painter) const {
        const TextMetrics title(titleFont()), sentence(sentenceFont());
        double y = px(16);
        const QString words = QCoreApplication::translate("Map", "%1: %2", "dataset: measure").arg(m_data.title, m_data.measureName);
        painter.setFont(titleFont());
        painter.setPen(m_palette.text);
        paintText(painter, QPointF(margin(), y + title.ascent()), title.elidedText(words, textWidth()));
        y += title.height() + px(2);
        painter.setFont(sentenceFont());
        painter.setPen(m_palette.faint);
        paintText(painter, QPointF(margin(), y + sentence.ascent()), sentence.elidedText(m_data.sentence, textWidth()));
    }

    static QString programLine() {
        return QCoreApplication::translate("Map", "Coordinates EPSG:5186. Made with Mudeung %1.").arg(QStringLiteral(MUDEUNG_VERSION));
    }

    Footer footerPlan() const {
        const TextMetrics metrics(footerFont());
        const QString first = m_data.source + QLatin1Char(' ') + m_data.located;
        const double together = metrics.horizontalAdvance(first) + metrics.horizontalAdvance(programLine()) + footerGap();
        Footer footer;
        // The shares of frames differ by some characters; their number of lines must not.
        const bool oneLine = together <= textWidth() && !m_options.layoutOf;
        footer.lines = oneLine ? QStringList{first} : QStringList{m_data.source, m_data.located};
        footer.height = metrics.height() * static_cast<double>(footer.lines.size()) + px(20);
        return footer;
    }

    void paintFooter(QPainter& painter, const Footer& footer) const {
        const TextMetrics metrics(footerFont());
        const QString program = programLine();
        painter.setFont(footerFont());
        painter.setPen(m_palette.faint);
        double y = m_options.size.height() - footer.height + px(10) + metrics.ascent();
        for (int i = 0; i < static_cast<int>(footer.lines.size()); ++i) {
            const QString& line = footer.lines[i];
            const bool last = i == static_cast<int>(footer.lines.size()) - 1;
            const double programWidth = metrics.horizontalAdvance(program);
            const bool besides = last && metrics.horizontalAdvance(line) + footerGap() + programWidth <= textWidth();
            paintText(painter, QPointF(margin(), y), metrics.elidedText(line, textWidth()));
            if (besides) paintText(painter, QPointF(margin() + textWidth() - programWidth, y), program);
            y += metrics.height();
        }
    }

    /// The city's extent grown to the shape of the map, moved so that the legend covers as little as possible.
    QgsRectangle viewFor(const QRect& map, const QSizeF& legend) const {
        QgsRectangle view = m_options.extent.isEmpty() ? m_layout.extent : m_options.extent;
        const double perPixel = std::max(view.width() / map.width(), view.height() / map.height());
        const double slack = map.width() * perPixel - view.width();
        const double shift = m_options.extent.isEmpty() ? std::min(slack, (legend.width() + 2.0 * margin()) * perPixel) / 2.0 : 0.0;
        const QgsPointXY centre = view.center();
        return QgsRectangle::fromCenterAndSize(QgsPointXY(centre.x() - shift, centre.y()), map.width() * perPixel, map.height() * perPixel);
    }

    void paintMap(QPainter& painter, const QRect& map, Layers layers) const {
        const QgsRectangle view = viewFor(map, legendSize(m_layout, m_palette, m_scale));
        if (layers == Layers::AsImage) {
            painter.drawImage(map.topLeft(), paintLayers(m_stack, view, map.size(), m_scale, m_palette.background));
            return;
        }
        painter.save();
        painter.translate(map.topLeft());
        painter.setClipRect(QRect(QPoint(0, 0), map.size()));
        const QgsMapSettings settings = mapSettings(m_stack, view, map.size(), m_scale, m_palette.background);
        QgsMapRendererCustomPainterJob job(settings, &painter);
        job.renderSynchronously();
        painter.restore();
    }

    void paintFurniture(QPainter& painter, const QRect& map) const {
        const QSizeF legend = legendSize(m_data, m_palette, m_scale);
        const double metersPerPixel = viewFor(map, legendSize(m_layout, m_palette, m_scale)).width() / map.width();
        painter.setPen(QPen(m_palette.panelLine, px(1)));
        painter.drawLine(map.topLeft(), map.topRight());
        painter.drawLine(map.bottomLeft(), map.bottomRight());
        const QRectF inner = QRectF(map).adjusted(margin(), px(18), -margin(), -px(18));
        paintLegend(painter, QPointF(inner.left(), inner.bottom() - legend.height()), m_data, m_palette, m_scale);
        paintScaleBar(painter, inner.bottomRight(), metersPerPixel, m_palette, m_scale);
        paintNorthArrow(painter, inner.topRight(), m_palette, m_scale);
        if (m_data.sample) paintSampleStamp(painter, inner.topLeft(), m_palette, m_scale);
        if (!m_options.frameLabel.isEmpty())
            paintFrameLabel(painter, {inner.center().x(), inner.top()}, m_options.frameLabel, m_palette, m_scale);
    }

    const MapData& m_data;
    const MapData& m_layout;
    const ComposeOptions& m_options;
    MapPalette m_palette;
    PictureStack m_stack;
    double m_scale = 1.0;
};

}  // namespace

double composeScale(QSize size) {
    return std::max(0.55, std::min(size.width() / 1600.0, size.height() / 900.0));
}

QImage paintLayers(const PictureStack& stack, const QgsRectangle& extent, QSize size, double scale, const QColor& background) {
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(background);
    QPainter painter(&image);
    QgsMapRendererCustomPainterJob job(mapSettings(stack, extent, size, scale, background), &painter);
    job.renderSynchronously();
    return image;
}

QImage composeMap(const MapDataPtr& data, const ComposeOptions& options) {
    return Composer(data, options).run();
}

void paintComposedMap(QPainter& painter, const MapDataPtr& data, const ComposeOptions& options, Layers layers) {
    Composer(data, options).paint(painter, layers);
}

Result<MapDataPtr> loadResultMap(const std::shared_ptr<Workspace>& workspace, const ShownResultPtr& shown, const MapStyle& style,
                                 Progress& progress) {
    const auto city = readCityShapes(*workspace, shown->run->subject.dataset, progress);
    if (!city) return city.error();
    return makeResultMap(*workspace, *city, shown, style, progress);
}

Result<LoadedMap> loadMap(QueryEngine& engine, CityShapesPtr& city, const Query& query, const MapStyle& style, Progress& progress) {
    MapAnswers answers;
    const auto byPlace = engine.run(query, Breakdown::Place, progress);
    if (!byPlace) return byPlace.error();
    answers.byPlace = *byPlace;
    if (!city) {
        const auto read = readCityShapes(*engine.workspace(), answers.byPlace->dataset, progress);
        if (!read) return read.error();
        city = *read;
    }
    const bool dongs = style.kind == MapKind::Choropleth && !city->isEmpty() && !isPolygonKind(answers.byPlace->dataset.placeKind);
    const auto ask = [&](const Query& asked, Breakdown by, TablePtr* into) -> Status {
        const auto answer = engine.run(asked, by, progress);
        if (!answer) return answer.error();
        *into = *answer;
        return done();
    };
    if (dongs)
        if (const Status asked = ask(query, Breakdown::Dong, &answers.byDong); !asked) return asked.error();
    if (style.comparesWith()) {
        if (const Status asked = ask(style.before, Breakdown::Place, &answers.beforeByPlace); !asked) return asked.error();
        if (dongs)
            if (const Status asked = ask(style.before, Breakdown::Dong, &answers.beforeByDong); !asked) return asked.error();
        if (style.kind == MapKind::Circles) {
            const auto change = compareAnswers(engine, query, style.before, Breakdown::Place, progress);
            if (!change) return change.error();
            answers.change = *change;
        }
    }
    const auto data = makeMapData(*engine.workspace(), city, answers, style, progress);
    if (!data) return data.error();
    return LoadedMap{*data, answers};
}

Result<LoadedMap> loadMap(const std::shared_ptr<Workspace>& workspace, const Query& query, const MapStyle& style, Progress& progress) {
    QueryEngine engine(workspace);
    CityShapesPtr city;
    return loadMap(engine, city, query, style, progress);
}

Result<MapDataPtr> loadMapData(const std::shared_ptr<Workspace>& workspace, const Query& query, const MapStyle& style, Progress& progress) {
    const auto loaded = loadMap(workspace, query, style, progress);
    if (!loaded) return loaded.error();
    return loaded->data;
}

}  // namespace mudeung
