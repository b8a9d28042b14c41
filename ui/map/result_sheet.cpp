// SPDX-License-Identifier: GPL-3.0-or-later
// The page of a result: header, map or charts on the left, words and charts on the right, source below.
#include "ui/map/result_sheet.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <optional>

#include "core/export/run_file.h"
#include "core/model/names.h"
#include "ui/charts/chart_image.h"
#include "ui/common/text_layout.h"
#include "ui/map/drawn_file.h"
#include "ui/map/map_compose.h"
#include "ui/map/map_furniture.h"

namespace mudeung {

namespace {

constexpr double kMapShare = 0.6;     // of the width
constexpr double kChartShare = 0.36;  // of the height of the right column, beside a map
constexpr double kChartsShare = 0.5;  // of two
constexpr double kSmallestText = 0.7;
constexpr int kMostCharts = 2;

class Sheet {
public:
    Sheet(ShownResultPtr shown, MapDataPtr map, MapStyle style)
        : m_shown(std::move(shown)), m_map(std::move(map)), m_style(std::move(style)), m_palette(MapPalette::forTheme(m_style.dark)) {
        for (const ChartSpec& chart : m_shown->view.charts)
            if (!chart.categories.isEmpty() || !chart.series.isEmpty()) m_charts << chart;
        if (m_charts.size() > kMostCharts) m_charts = m_charts.mid(0, kMostCharts);
    }

    QImage image(const MapFile& file) const {
        QImage image(file.size * file.scale, QImage::Format_ARGB32_Premultiplied);
        if (image.isNull()) return image;
        QPainter painter(&image);
        painter.scale(file.scale, file.scale);
        paint(painter, file, Layers::AsImage);
        return image;
    }

    void paint(QPainter& painter, const MapFile& file, Layers layers) const {
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
        std::optional<SearchableText> searchable;
        if (layers == Layers::AsShapes) searchable.emplace();
        const QSizeF page = file.size;
        const double s = composeScale(file.size);
        painter.fillRect(QRectF(QPointF(0, 0), page), m_palette.paper);
        const double margin = 24 * s;
        const double top = paintHeader(painter, page, margin, s);
        const double bottom = paintFooter(painter, page, margin, s);
        const QRectF body(0, top, page.width(), bottom - top);
        const double split = body.width() * kMapShare;
        const QRectF left(body.left(), body.top(), split, body.height());
        QRectF right(split + margin, body.top() + 14 * s, body.width() - split - 2 * margin, body.height() - 28 * s);
        if (m_map) {
            paintMap(painter, left.toAlignedRect(), file, layers);
            const double height = m_charts.isEmpty() ? 0.0 : right.height() * (m_charts.size() > 1 ? kChartsShare : kChartShare);
            paintCharts(painter, QRectF(right.left(), right.bottom() - height, right.width(), height), margin / 2);
            right.setHeight(right.height() - (height > 0.0 ? height + margin / 2 : 0.0));
        } else {
            paintCharts(painter, left.adjusted(margin, 14 * s, -margin / 2, -14 * s), margin / 2);
        }
        paintWords(painter, right, s);
        painter.setPen(QPen(m_palette.panelLine, s));
        painter.drawLine(body.topLeft(), body.topRight());
        painter.drawLine(body.bottomLeft(), body.bottomRight());
        // Charts carry the stamp themselves.
        if (!m_map && m_charts.isEmpty() && m_shown->run->sample)
            paintSampleStamp(painter, right.bottomLeft() - QPointF(0, 44 * s), m_palette, s);
    }

private:
    double paintHeader(QPainter& painter, const QSizeF& page, double margin, double s) const {
        const QFont titleFont = mapFont(30 * s, true), sentenceFont = mapFont(17 * s);
        const TextMetrics title(titleFont), sentence(sentenceFont);
        const double width = page.width() - 2 * margin;
        const AnalysisSubject& subject = m_shown->run->subject;
        double y = 16 * s;
        painter.setFont(titleFont);
        painter.setPen(m_palette.text);
        paintText(painter, QPointF(margin, y + title.ascent()), title.elidedText(m_shown->view.title, width));
        y += title.height() + 2 * s;
        painter.setFont(sentenceFont);
        painter.setPen(m_palette.faint);
        const QString words = QCoreApplication::translate("Map", "%1: %2", "dataset: filters")
                                  .arg(datasetTitle(subject.dataset), subject.query.toSentence(&subject.dataset.scheme));
        paintText(painter, QPointF(margin, y + sentence.ascent()), sentence.elidedText(words, width));
        return y + sentence.height() + 14 * s;
    }

    /// Returns where it begins.
    double paintFooter(QPainter& painter, const QSizeF& page, double margin, double s) const {
        const QFont font = mapFont(13 * s);
        const TextMetrics metrics(font);
        const QString program = QCoreApplication::translate("Map", "Made with Mudeung %1.").arg(QStringLiteral(MUDEUNG_VERSION));
        const QString source = m_map ? m_map->source + QLatin1Char(' ') + m_map->located
                                     : QCoreApplication::translate("Map", "Source: %1").arg(datasetSource(m_shown->run->subject.dataset));
        const double top = page.height() - metrics.height() - 20 * s;
        const double width = page.width() - 2 * margin;
        const double own = metrics.horizontalAdvance(program);
        painter.setFont(font);
        painter.setPen(m_palette.faint);
        const double y = top + 10 * s + metrics.ascent();
        paintText(painter, QPointF(margin, y), metrics.elidedText(source, width - own - 30 * s));
        paintText(painter, QPointF(margin + width - own, y), program);
        return top;
    }

    void paintMap(QPainter& painter, const QRect& target, const MapFile& file, Layers layers) const {
        ComposeOptions options;
        options.header = options.footer = false;
        const double scale = composeScale(file.size);
        if (layers == Layers::AsImage) {
            options.size = target.size() * file.scale;
            options.scale = scale * file.scale;
            painter.drawImage(QRectF(target), composeMap(m_map, options));
            return;
        }
        options.size = target.size();
        options.scale = scale;
        painter.save();
        painter.translate(target.topLeft());
        paintComposedMap(painter, m_map, options, layers);
        painter.restore();
    }

    void paintCharts(QPainter& painter, const QRectF& area, double gap) const {
        if (m_charts.isEmpty()) return;
        const double height = (area.height() - gap * static_cast<double>(m_charts.size() - 1)) / static_cast<double>(m_charts.size());
        for (int i = 0; i < m_charts.size(); ++i) {
            painter.save();
            paintChart(painter, QRectF(area.left(), area.top() + i * (height + gap), area.width(), height), m_charts[i], m_style.dark);
            painter.restore();
        }
    }

    /// Headings and sentences, smaller until they fit; what still does not fit is counted.
    void paintWords(QPainter& painter, const QRectF& area, double s) const {
        struct Line {
            QString text;
            bool heading;
            bool faint;
        };
        QVector<Line> lines;
        if (!m_shown->view.notes.isEmpty()) lines.append({QCoreApplication::translate("Map", "What was found"), true, false});
        for (const QString& note : m_shown->view.notes) lines.append({note, false, false});
        if (!m_shown->view.limits.isEmpty()) lines.append({QCoreApplication::translate("Map", "What it does not say"), true, true});
        for (const QString& limit : m_shown->view.limits) lines.append({limit, false, true});
        const auto height = [&](double size, const Line& line) {
            return WrappedText(line.text, mapFont(size, line.heading), area.width()).height() + size * (line.heading ? 0.45 : 0.55);
        };
        double size = 17 * s;
        for (; size > kSmallestText * 17 * s; size -= 0.5 * s) {
            double sum = 0.0;
            for (const Line& line : lines) sum += height(size, line);
            if (sum <= area.height()) break;
        }
        double y = area.top();
        for (int i = 0; i < lines.size(); ++i) {
            const double need = height(size, lines[i]);
            painter.setFont(mapFont(size, lines[i].heading));
            painter.setPen(lines[i].faint ? m_palette.faint : m_palette.text);
            const bool last = i == lines.size() - 1;
            if (y + need + (last ? 0.0 : 1.6 * size) > area.bottom() + 0.5 * size) {
                paintText(painter, QRectF(area.left(), y, area.width(), 1.6 * size), Qt::AlignTop,
                          QCoreApplication::translate("Map", "… and %n more sentence(s)", nullptr, int(lines.size() - i)));
                return;
            }
            WrappedText(lines[i].text, painter.font(), area.width()).paint(painter, QPointF(area.left(), y));
            y += need;
        }
    }

    ShownResultPtr m_shown;
    MapDataPtr m_map;  ///< null: nothing of the result lies on the map
    MapStyle m_style;
    MapPalette m_palette;
    QVector<ChartSpec> m_charts;
};

}  // namespace

Status writeResultSheet(const std::shared_ptr<QueryEngine>& engine, const ShownResultPtr& shown, const MapStyle& style, const QString& path,
                        const MapFile& file, Progress& progress) {
    const auto drawn = drawnFile(path, file);
    if (!drawn) return drawn.error();
    MapDataPtr map;
    if (shown->isOnMap()) {
        const auto loaded = loadResultMap(engine->workspace(), shown, style, progress);
        // Places that nobody can locate have no map; their charts and words remain.
        if (!loaded && loaded.error().code != ErrorCode::Usage) return loaded.error();
        if (loaded) map = *loaded;
    }
    auto receipt = map ? resultMapReceipt(*engine, *shown, style, progress) : runReceipt(*engine, *shown->run, progress);
    if (!receipt) return receipt.error();
    if (!map) receipt->what = ReceiptOf::Chart;
    const auto sheet = std::make_shared<Sheet>(shown, map, style);
    const Drawing drawing{shown->view.title, [sheet](const MapFile& f) { return sheet->image(f); },
                          [sheet](QPainter& painter, const MapFile& f) { sheet->paint(painter, f, Layers::AsShapes); }};
    return writeDrawing(drawing, path, *drawn, *receipt, progress);
}

}  // namespace mudeung
