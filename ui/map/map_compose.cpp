// SPDX-License-Identifier: GPL-3.0-or-later
// The publication map: header band, map with legend and scale bar, footer with source.
#include "ui/map/map_compose.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <qgscoordinatereferencesystem.h>
#include <qgsmaprenderercustompainterjob.h>
#include <qgsmapsettings.h>

#include "core/cube/query_engine.h"
#include "ui/map/map_furniture.h"

namespace mudeung {
namespace {

class Composer {
public:
    Composer(const MapDataPtr& data, const ComposeOptions& options)
        : m_data(*data), m_options(options), m_palette(MapPalette::forTheme(data->style.dark)) {
        m_scale =
            options.scale > 0.0 ? options.scale : std::max(0.55, std::min(options.size.width() / 1600.0, options.size.height() / 900.0));
        m_stack.setInput({data, m_palette});
    }

    QImage run() {
        QImage image(m_options.size, QImage::Format_ARGB32_Premultiplied);
        image.fill(m_palette.dark ? QColor(0x1a, 0x1e, 0x25) : QColor(Qt::white));
        QPainter painter(&image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
        const double top = m_options.header ? paintHeader(painter) : 0.0;
        const double bottom = m_options.footer ? paintFooter(painter) : m_options.size.height();
        paintMap(painter, QRectF(0, top, m_options.size.width(), bottom - top).toAlignedRect());
        painter.end();
        const auto dotsPerMeter = static_cast<int>(96.0 / 0.0254 * m_scale);
        image.setDotsPerMeterX(dotsPerMeter);
        image.setDotsPerMeterY(dotsPerMeter);
        return image;
    }

private:
    double px(double at96dpi) const { return at96dpi * m_scale; }
    double margin() const { return px(24); }

    /// Returns where the map begins.
    double paintHeader(QPainter& painter) const {
        const double width = m_options.size.width() - 2.0 * margin();
        const QFont titleFont = mapFont(px(30), true), sentenceFont = mapFont(px(17));
        const QFontMetricsF title(titleFont), sentence(sentenceFont);
        double y = px(16);
        const QString words = QCoreApplication::translate("Map", "%1: %2", "dataset: measure").arg(m_data.title, m_data.measureName);
        painter.setFont(titleFont);
        painter.setPen(m_palette.text);
        painter.drawText(QPointF(margin(), y + title.ascent()), title.elidedText(words, Qt::ElideRight, width));
        y += title.height() + px(2);
        painter.setFont(sentenceFont);
        painter.setPen(m_palette.faint);
        painter.drawText(QPointF(margin(), y + sentence.ascent()), sentence.elidedText(m_data.sentence, Qt::ElideRight, width));
        return y + sentence.height() + px(14);
    }

    /// Returns where the map ends.
    double paintFooter(QPainter& painter) const {
        const QFont font = mapFont(px(13));
        const QFontMetricsF metrics(font);
        const double width = m_options.size.width() - 2.0 * margin();
        const QString program =
            QCoreApplication::translate("Map", "Coordinates EPSG:5186. Made with Mudeung %1.").arg(QStringLiteral(MUDEUNG_VERSION));
        QStringList lines;
        const QString first = m_data.source + QLatin1Char(' ') + m_data.located;
        const double gap = px(30);
        if (metrics.horizontalAdvance(first) + metrics.horizontalAdvance(program) + gap <= width) {
            lines << first;
        } else {
            lines << m_data.source << m_data.located;
        }
        const double height = metrics.height() * static_cast<double>(lines.size()) + px(20);
        const double top = m_options.size.height() - height;
        painter.setFont(font);
        painter.setPen(m_palette.faint);
        double y = top + px(10) + metrics.ascent();
        for (int i = 0; i < static_cast<int>(lines.size()); ++i) {
            const bool last = i == static_cast<int>(lines.size()) - 1;
            const double programWidth = metrics.horizontalAdvance(program);
            const bool besides = last && metrics.horizontalAdvance(lines[i]) + gap + programWidth <= width;
            painter.drawText(QPointF(margin(), y), metrics.elidedText(lines[i], Qt::ElideRight, width));
            if (besides) painter.drawText(QPointF(margin() + width - programWidth, y), program);
            y += metrics.height();
        }
        return top;
    }

    /// The city's extent grown to the shape of the map, moved so that the legend covers as little as possible.
    QgsRectangle viewFor(const QRect& map, const QSizeF& legend) const {
        QgsRectangle view = m_options.extent.isEmpty() ? m_data.extent : m_options.extent;
        const double perPixel = std::max(view.width() / map.width(), view.height() / map.height());
        const double slack = map.width() * perPixel - view.width();
        const double shift = m_options.extent.isEmpty() ? std::min(slack, (legend.width() + 2.0 * margin()) * perPixel) / 2.0 : 0.0;
        const QgsPointXY centre = view.center();
        return QgsRectangle::fromCenterAndSize(QgsPointXY(centre.x() - shift, centre.y()), map.width() * perPixel, map.height() * perPixel);
    }

    void paintMap(QPainter& painter, const QRect& map) const {
        const QSizeF legend = legendSize(m_data, m_palette, m_scale);
        const QgsRectangle view = viewFor(map, legend);
        painter.drawImage(map.topLeft(), paintLayers(m_stack, view, map.size(), m_scale, m_palette.background));
        painter.setPen(QPen(m_palette.panelLine, px(1)));
        painter.drawLine(map.topLeft(), map.topRight());
        painter.drawLine(map.bottomLeft(), map.bottomRight());
        const double metersPerPixel = view.width() / map.width();
        const QRectF inner = QRectF(map).adjusted(margin(), px(18), -margin(), -px(18));
        paintLegend(painter, QPointF(inner.left(), inner.bottom() - legend.height()), m_data, m_palette, m_scale);
        paintScaleBar(painter, inner.bottomRight(), metersPerPixel, m_palette, m_scale);
        paintNorthArrow(painter, inner.topRight(), m_palette, m_scale);
        if (m_data.sample) paintSampleStamp(painter, inner.topLeft(), m_palette, m_scale);
    }

    const MapData& m_data;
    const ComposeOptions& m_options;
    MapPalette m_palette;
    PictureStack m_stack;
    double m_scale = 1.0;
};

}  // namespace

QImage paintLayers(const PictureStack& stack, const QgsRectangle& extent, QSize size, double scale, const QColor& background) {
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(background);
    QgsMapSettings settings;
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(mapCrsId()));
    settings.setOutputSize(size);
    settings.setOutputDpi(96.0 * scale);
    settings.setExtent(extent);
    settings.setLayers(stack.layers());
    settings.setBackgroundColor(background);
    settings.setFlag(Qgis::MapSettingsFlag::Antialiasing, true);
    settings.setFlag(Qgis::MapSettingsFlag::DrawLabeling, false);
    QPainter painter(&image);
    QgsMapRendererCustomPainterJob job(settings, &painter);
    job.renderSynchronously();
    return image;
}

QImage composeMap(const MapDataPtr& data, const ComposeOptions& options) {
    return Composer(data, options).run();
}

Result<MapDataPtr> loadMapData(const std::shared_ptr<Workspace>& workspace, const Query& query, const MapStyle& style, Progress& progress) {
    QueryEngine engine(workspace);
    MapAnswers answers;
    const auto byPlace = engine.run(query, Breakdown::Place, progress);
    if (!byPlace) return byPlace.error();
    answers.byPlace = *byPlace;
    const auto city = readCityShapes(*workspace, answers.byPlace->dataset, progress);
    if (!city) return city.error();
    if (style.kind == MapKind::Choropleth && !(*city)->isEmpty() && !isPolygonKind(answers.byPlace->dataset.placeKind)) {
        const auto byDong = engine.run(query, Breakdown::Dong, progress);
        if (!byDong) return byDong.error();
        answers.byDong = *byDong;
    }
    return makeMapData(*workspace, *city, answers, style, progress);
}

}  // namespace mudeung
