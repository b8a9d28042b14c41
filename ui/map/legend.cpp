// SPDX-License-Identifier: GPL-3.0-or-later
// The legend: what is shown, in which unit, on which scale. Measured and painted by the same code, so that it always fits.
#include <QCoreApplication>
#include <QLinearGradient>
#include <QPaintEngine>
#include <algorithm>
#include <cmath>

#include "core/base/format.h"
#include "core/base/sentence_case.h"
#include "core/model/names.h"
#include "ui/common/text_layout.h"
#include "ui/map/class_limits.h"
#include "ui/map/map_furniture.h"
#include "ui/map/picture_layer.h"
#include "ui/map/result_map.h"

namespace mudeung {
namespace {

constexpr double kMostWidth = 228.0;  ///< without the padding; longer sentences are broken
constexpr double kLeastBar = 168.0;
constexpr double kWidthStep = 24.0;  ///< a digit more from one frame to the next must not change the width
constexpr double kAfterSwatch = 36.0;
constexpr double kSwatchLine = 17.0;  ///< close together, so that they hide less of the city
constexpr double kSwatchGap = 2.0;
constexpr double kBesideCircle = 26.0;
constexpr double kPadding = 14.0;

/// Walks down the legend; paints when it has a painter. What has the width of the whole legend (bars, numbers at its right) needs
/// `width`, which a walk without a painter finds.
class Legend {
public:
    Legend(QPainter* painter, const QPointF& origin, const MapData& data, const MapPalette& palette, double scale,
           double width = kMostWidth)
        : m_painter(painter),
          m_data(data),
          m_palette(palette),
          m_scale(scale),
          m_width(width),
          m_left(origin.x() + kPadding * scale),
          m_y(origin.y()) {
        m_y += kPadding * scale;
    }

    /// The least width, without padding and scale, that has room for everything that was walked over: the city behind is worth more.
    double neededWidth() const { return std::min(kMostWidth, std::ceil(m_needed / m_scale / kWidthStep) * kWidthStep); }

    double run() {
        heading(sentenceCase(m_data.measureName), isEmpty() && !m_data.result ? QString() : unitText());
        if (m_data.result) {
            result(*m_data.result);
            return m_y + kPadding * m_scale;
        }
        if (isEmpty()) {
            note(QCoreApplication::translate("Map", "There are no numbers for this choice."));
            return m_y + kPadding * m_scale;
        }
        before();
        switch (m_data.style.kind) {
            case MapKind::Density:
                density();
                break;
            case MapKind::Circles:
                circles();
                break;
            case MapKind::Choropleth:
            case MapKind::Hexagons:
            case MapKind::Squares:
                areas();
                break;
        }
        if (m_data.scaleSharedBy > 1) note(QCoreApplication::translate("Map", "One scale for %1 maps").arg(m_data.scaleSharedBy));
        return m_y + kPadding * m_scale;
    }

private:
    /// Nothing was observed: a scale would speak of numbers that are not there.
    bool isEmpty() const {
        const auto isNumber = [](double value) { return !std::isnan(value); };
        if (hasClasses(m_data.style.kind)) return std::none_of(m_data.shapeValues.begin(), m_data.shapeValues.end(), isNumber);
        return std::none_of(m_data.places.begin(), m_data.places.end(), [&](const MapPlace& place) { return isNumber(place.value); });
    }
    double width() const { return m_width * m_scale; }
    void need(double pixels) { m_needed = std::max(m_needed, pixels); }
    void gap(double pixels) { m_y += pixels * m_scale; }

    void text(const QString& words, const QFont& font, const QColor& color) {
        const WrappedText lines(unbroken(words), font, width());
        need(lines.width());
        if (m_painter) {
            m_painter->setPen(color);
            lines.paint(*m_painter, QPointF(m_left, m_y));
        }
        m_y += lines.height();
    }
    void note(const QString& words) { text(words, mapFont(12.0 * m_scale), m_palette.faint); }

    QString unitText() const {
        if (m_data.result) return m_data.result->unit;
        if (hasClasses(m_data.style.kind)) return areaUnit();
        return m_data.style.kind == MapKind::Density ? perSquareKilometre(m_data.unit) : m_data.unit;
    }

    /// Name and unit, side by side where there is room: a line less hides less of the city.
    void heading(const QString& name, const QString& unit) {
        const QFont bold = mapFont(16.0 * m_scale, true), small = mapFont(12.0 * m_scale);
        const TextMetrics wide(bold);
        const double after = wide.horizontalAdvance(name) + 8.0 * m_scale, together = after + TextMetrics(small).horizontalAdvance(unit);
        text(name, bold, m_palette.text);
        if (unit.isEmpty()) return;
        if (together > width()) return note(unit);
        need(together);
        if (!m_painter) return;
        m_painter->setFont(small);
        m_painter->setPen(m_palette.faint);
        paintText(*m_painter, QPointF(m_left + after, m_y - wide.descent()), unit);
    }

    /// The period that a change is counted from.
    void before() {
        if (!m_data.beforeByPlace || m_data.beforeByPlace->query.period == m_data.query.period) return;
        const Period& period = m_data.beforeByPlace->query.period;
        note(QCoreApplication::translate("Map", "against %1", "dates").arg(formatDates(period.from, period.to)));
    }

    void density() {
        gap(8);
        const QRectF bar(m_left, m_y, width(), 14.0 * m_scale);
        if (m_painter) {
            // The colours lie over the land, as on the map.
            m_painter->fillRect(bar, m_palette.land);
            QLinearGradient gradient(bar.topLeft(), bar.topRight());
            for (int i = 0; i <= 64; ++i) {
                gradient.setColorAt(i / 64.0, m_data.comparison ? m_palette.changeAt(i / 32.0 - 1.0) : m_palette.densityAt(i / 64.0));
            }
            m_painter->fillRect(bar, gradient);
            m_painter->setBrush(Qt::NoBrush);
            m_painter->setPen(QPen(m_palette.faint, 0.8 * m_scale));
            m_painter->drawRect(bar);
        }
        m_y = bar.bottom() + 3.0 * m_scale;
        const bool clipped = m_data.largestDensity > m_data.scaleTop * 1.001;
        const QString top = formatShort(m_data.scaleTop);
        if (m_data.comparison) {
            ticks(bar, {signedText(-1, top), QStringLiteral("0"), signedText(1, top)});
        } else {
            ticks(bar, {QStringLiteral("0"), formatShort(m_data.scaleTop / 2.0),
                        clipped ? QCoreApplication::translate("Map", "%1 or more").arg(top) : top});
        }
        gap(6);
        const QString meters = formatNumber(m_data.bandwidthMeters);
        switch (m_data.style.kernel) {
            case Kernel::Quartic:
                note(QCoreApplication::translate("Map", "Bandwidth %1 m, quartic kernel").arg(meters));
                break;
            case Kernel::Epanechnikov:
                note(QCoreApplication::translate("Map", "Bandwidth %1 m, Epanechnikov kernel").arg(meters));
                break;
            case Kernel::Gaussian:
                note(QCoreApplication::translate("Map", "Standard deviation %1 m, Gaussian kernel").arg(meters));
                break;
        }
        const QString largest = formatShort(m_data.largestDensity);
        note(!m_data.against.isEmpty() ? QCoreApplication::translate("Map", "Largest difference %1").arg(largest)
             : m_data.comparison       ? QCoreApplication::translate("Map", "Largest change %1").arg(largest)
                                       : QCoreApplication::translate("Map", "Highest %1").arg(largest));
        if (m_data.scaleLocked) note(QCoreApplication::translate("Map", "Scale locked"));
    }

    void ticks(const QRectF& bar, const QStringList& labels) {
        const QFont font = mapFont(12.0 * m_scale);
        const TextMetrics metrics(font);
        double together = 0.0;
        for (const QString& label : labels) together += metrics.horizontalAdvance(label) + 16.0 * m_scale;
        need(std::max(kLeastBar * m_scale, together));
        const auto count = static_cast<int>(labels.size());
        for (int i = 0; i < count && m_painter; ++i) {
            const double f = static_cast<double>(i) / (count - 1);
            const double x = bar.left() + bar.width() * f;
            const double shift = i == 0           ? 0.0
                                 : i == count - 1 ? metrics.horizontalAdvance(labels[i])
                                                  : metrics.horizontalAdvance(labels[i]) / 2;
            m_painter->setPen(QPen(m_palette.faint, 0.8 * m_scale));
            m_painter->drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.bottom() + 4.0 * m_scale));
            m_painter->setPen(m_palette.text);
            m_painter->setFont(font);
            paintText(*m_painter, QPointF(x - shift, m_y + 2.0 * m_scale + metrics.ascent()), labels[i]);
        }
        m_y += metrics.height() + 2.0 * m_scale;
    }

    void result(const ResultMap& result) {
        gap(6);
        if (!result.shown->mapTable()) {
            grid(result);
        } else {
            // What did not happen and what could not be judged, where there is none of it, would only hide more of the city.
            for (const ResultClass& each : result.classes)
                if (each.count > 0 || !each.isQuiet()) resultRow(each);
            gap(4);
        }
        for (const QString& line : result.notes) note(line);
        note(QCoreApplication::translate("Map", "Analysis – %1").arg(m_data.title));
    }

    void grid(const ResultMap& result) {
        const QRectF bar(m_left, m_y, width(), 14.0 * m_scale);
        if (m_painter) {
            m_painter->fillRect(bar, m_palette.land);
            QLinearGradient gradient(bar.topLeft(), bar.topRight());
            for (int i = 0; i <= 64; ++i)
                gradient.setColorAt(i / 64.0, result.bothSigns ? m_palette.changeAt(i / 32.0 - 1.0) : m_palette.densityAt(i / 64.0));
            m_painter->fillRect(bar, gradient);
            m_painter->setBrush(Qt::NoBrush);
            m_painter->setPen(QPen(m_palette.faint, 0.8 * m_scale));
            m_painter->drawRect(bar);
        }
        m_y = bar.bottom() + 3.0 * m_scale;
        const QString top = formatShort(result.gridTop);
        ticks(bar, {result.bothSigns ? signedText(-1, top) : QStringLiteral("0"),
                    result.bothSigns ? QStringLiteral("0") : formatShort(result.gridTop / 2.0), signedText(result.bothSigns ? 1 : 0, top)});
        gap(6);
    }

    /// Colour, name and number of rows.
    void resultRow(const ResultClass& of) {
        const QFont font = mapFont(12.5 * m_scale);
        const TextMetrics metrics(font);
        const double line = kSwatchLine * m_scale;
        const QString count = formatCount(of.count);
        need(metrics.horizontalAdvance(of.name) + metrics.horizontalAdvance(count) + (kAfterSwatch + 16.0) * m_scale);
        if (m_painter) {
            const QRectF box(m_left, m_y + kSwatchGap * m_scale, 26.0 * m_scale, line - 2.0 * kSwatchGap * m_scale);
            if (m_data.cells.isEmpty()) {
                const CircleLook look = resultCircle(m_palette, of);
                m_painter->setBrush(look.fill);
                m_painter->setPen(QPen(look.line, 0.8 * m_scale));
                const double radius = resultRadius(of) * m_scale;
                m_painter->drawEllipse(box.center(), radius, radius);
            } else {
                m_painter->fillRect(box, m_palette.land);
                QColor fill = resultColor(m_palette, of);
                if (of.isQuiet()) fill.setAlphaF(0.55 * fill.alphaF());
                if (of.kind == ResultClass::Kind::NoData) m_painter->fillRect(box, inPixels(QBrush(m_palette.noData, Qt::BDiagPattern)));
                if (of.kind != ResultClass::Kind::NoData && of.kind != ResultClass::Kind::Zero) m_painter->fillRect(box, fill);
                m_painter->setBrush(Qt::NoBrush);
                m_painter->setPen(QPen(m_palette.faint, 0.7 * m_scale));
                m_painter->drawRect(box);
            }
            const double base = m_y + (line + metrics.ascent() - metrics.descent()) / 2.0;
            const double room = width() - kAfterSwatch * m_scale - metrics.horizontalAdvance(count) - 8.0 * m_scale;
            m_painter->setFont(font);
            m_painter->setPen(m_palette.text);
            paintText(*m_painter, QPointF(box.right() + 10.0 * m_scale, base), metrics.elidedText(of.name, room));
            m_painter->setPen(m_palette.faint);
            paintText(*m_painter, QPointF(m_left + width() - metrics.horizontalAdvance(count), base), count);
        }
        m_y += line;
    }

    void circles() {
        gap(8);
        const double top = m_data.scaleTop;
        const double largest = circleRadius(top, top, m_data.places.size()) * m_scale;
        const QPointF base(m_left + largest + 2.0 * m_scale, m_y + 2.0 * largest);
        const QFont font = mapFont(12.0 * m_scale);
        const TextMetrics metrics(font);
        double labelY = base.y() - 2.0 * largest;
        for (double share : {1.0, 0.25, 0.05}) {
            const double r = circleRadius(top * share, top, m_data.places.size()) * m_scale;
            need(2.0 * largest + kBesideCircle * m_scale + metrics.horizontalAdvance(formatShort(top * share)));
            if (m_painter) {
                circle(QPointF(base.x(), base.y() - r), r, true);
                const double crest = base.y() - 2.0 * r;
                const double y = std::max(labelY, crest);
                m_painter->setPen(QPen(m_palette.faint, 0.7 * m_scale));
                const double labelX = m_left + 2.0 * largest + kBesideCircle * m_scale;
                m_painter->drawPolyline(
                    QPolygonF(QVector<QPointF>{{base.x(), crest}, {labelX - 12.0 * m_scale, y}, {labelX - 4.0 * m_scale, y}}));
                m_painter->setPen(m_palette.text);
                m_painter->setFont(font);
                paintText(*m_painter, QPointF(labelX, y + metrics.ascent() * 0.36), formatShort(top * share));
                labelY = y + metrics.height();
            }
        }
        m_y = base.y() + 12.0 * m_scale;
        if (m_data.comparison) {
            const bool times = m_data.against.isEmpty();
            if (hasSign(1))
                circleRow(true, times ? QCoreApplication::translate("Map", "+ more than before")
                                      : QCoreApplication::translate("Map", "+ more %1", "measure").arg(measureName(m_data.measure)));
            if (hasSign(-1))
                circleRow(false, times ? QCoreApplication::translate("Map", "− fewer than before")
                                       : QCoreApplication::translate("Map", "− more %1", "measure").arg(m_data.against));
            if (m_data.knowsNoise) note(QCoreApplication::translate("Map", "Faint: usual ups and downs"));
            if (!m_data.lessRecorded.isEmpty())
                note(QCoreApplication::translate("Map", "%1 recorded far less often.", "measure").arg(sentenceCase(m_data.lessRecorded)));
        }
        note(QCoreApplication::translate("Map", "The area of a circle is proportional to the number."));
        if (m_data.scaleLocked) note(QCoreApplication::translate("Map", "Scale locked"));
    }

    bool hasSign(int sign) const {
        if (m_data.scaleSharedBy > 1) return true;
        return std::any_of(m_data.places.begin(), m_data.places.end(), [sign](const MapPlace& place) { return place.value * sign > 0.0; });
    }

    void circle(const QPointF& centre, double radius, bool increase) {
        const CircleLook look = circleLook(m_palette, m_data.comparison, increase);
        m_painter->setBrush(look.fill);
        m_painter->setPen(QPen(look.line, 0.8 * m_scale));
        m_painter->drawEllipse(centre, radius, radius);
    }

    void circleRow(bool increase, const QString& label) {
        const QFont font = mapFont(12.5 * m_scale);
        const TextMetrics metrics(font);
        const double line = 20.0 * m_scale;
        need(24.0 * m_scale + metrics.horizontalAdvance(label));
        if (m_painter) {
            circle(QPointF(m_left + 8.0 * m_scale, m_y + line / 2.0), 6.5 * m_scale, increase);
            m_painter->setPen(m_palette.text);
            m_painter->setFont(font);
            paintText(*m_painter, QPointF(m_left + 24.0 * m_scale, m_y + (line + metrics.ascent() - metrics.descent()) / 2.0), label);
        }
        m_y += line;
    }

    QString areaUnit() const {
        if (isGrid(m_data.style.kind)) return perCell(m_data.unit, m_data.style.gridMeters);
        return m_data.classesPerArea ? perSquareKilometre(m_data.unit) : m_data.unit;
    }

    void areas() {
        gap(8);
        classRows(m_data.comparison ? 1 : 0);
        if (m_data.hasZeroShapes || (m_data.comparison && !m_data.hasSilentShapes)) {
            swatch(m_palette.land, !m_data.against.isEmpty() ? QCoreApplication::translate("Map", "0 (both equal)")
                                   : m_data.comparison       ? QCoreApplication::translate("Map", "0 (no change)")
                                                             : QStringLiteral("0"));
        }
        if (m_data.comparison) classRows(-1);
        if (m_data.shapeNoise.contains(true)) noiseSwatch(QCoreApplication::translate("Map", "usual ups and downs"));
        if (m_data.hasSilentShapes) swatch(silentColor(m_palette), QCoreApplication::translate("Map", "nothing recorded"));
        if (m_data.hasEmptyShapes) swatch(QBrush(m_palette.noData, Qt::BDiagPattern), QCoreApplication::translate("Map", "no data"));
        gap(4);
        if (m_data.style.kind == MapKind::Hexagons) {
            const double km2 = m_data.style.gridMeters * m_data.style.gridMeters / 1e6;
            note(QCoreApplication::translate("Map", "Hexagons of %1 km² each").arg(formatNumber(km2, limitDecimals({0.0, {km2}, 1.0}))));
        } else if (m_data.style.kind == MapKind::Squares) {
            note(QCoreApplication::translate("Map", "National grid squares (EPSG:5179)"));
        }
        if (m_data.scaleLocked) {
            note(QCoreApplication::translate("Map", "Equal steps, scale locked"));
        } else if (m_data.classes.count() > 0 && m_data.classes.goodness < 1.0 - 1e-12) {
            // Where every number has a class of its own there is no fit to speak of.
            note(fitNote(m_data.style.classes, m_data.classes.goodness));
        }
    }

    /// Classes of a change beyond the last one that an area has only hide more of the city; those between zero and it stay, so that the
    /// scale has no holes. All are there where the scale is kept or shared: it is the same beside other maps.
    bool isShown(int sign, int cls) const {
        if (sign == 0 || m_data.scaleLocked || m_data.scaleSharedBy > 1) return true;
        return cls <= (sign > 0 ? m_data.mostIncrease : m_data.mostDecrease);
    }

    /// One row per class; `sign` 0 = plain numbers, most first; +1 increases, most first; −1 decreases, least first.
    void classRows(int sign) {
        const Classes& classes = m_data.classes;
        const int decimals = limitDecimals(classes);
        for (int row = 0; row < classes.count(); ++row) {
            const int i = sign < 0 ? row : classes.count() - 1 - row;
            if (!isShown(sign, i)) continue;
            const double from = i == 0 ? 0.0 : classes.upper[static_cast<std::size_t>(i) - 1];
            const double to = classes.upper[static_cast<std::size_t>(i)];
            const bool open = i == classes.count() - 1 && m_data.largestShape > to;
            const QString low = signedText(from > 0.0 ? sign : 0, formatNumber(from, from > 0.0 ? decimals : 0));
            const QString high = signedText(sign, formatNumber(to, decimals));
            QColor fill = sign == 0 ? m_palette.classColor(i, classes.count()) : m_palette.changeColor(sign > 0, i, classes.count());
            fill.setAlphaF(areaOpacity(m_data.style));
            swatch(fill, rowText(sign, low, high, open));
        }
    }

    static QString rowText(int sign, const QString& low, const QString& high, bool open) {
        if (sign < 0) {
            return open ? QCoreApplication::translate("Map", "below %1").arg(low)
                        : QCoreApplication::translate("Map", "%2 to below %1").arg(low, high);
        }
        return open ? QCoreApplication::translate("Map", "over %1").arg(low)
                    : QCoreApplication::translate("Map", "over %1 – %2").arg(low, high);
    }

    /// "+120", "−120"; 0 = without a sign.
    static QString signedText(int sign, const QString& number) {
        return sign == 0 ? number : (sign > 0 ? QStringLiteral("+") : QStringLiteral("−")) + number;
    }

    /// Hatching is a bitmap, which a screen of more pixels would enlarge into stairs: there it has the pixels of the screen, as on the map.
    QBrush inPixels(QBrush brush) const {
        const QPaintEngine* engine = m_painter->paintEngine();
        const QTransform& device = m_painter->deviceTransform();
        if (brush.style() != Qt::SolidPattern && engine && engine->type() == QPaintEngine::Raster && device.type() <= QTransform::TxScale)
            brush.setTransform(QTransform::fromScale(1.0 / device.m11(), 1.0 / device.m22()));
        return brush;
    }

    /// Hatched in the colours of both directions, as on the map.
    void noiseSwatch(const QString& label) {
        const double top = m_y;
        swatch(QBrush(Qt::NoBrush), label);
        if (!m_painter) return;
        const QRectF box = swatchBox(top);
        const QRectF half(box.left(), box.top(), box.width() / 2.0, box.height());
        m_painter->fillRect(half, inPixels(QBrush(noiseColor(m_palette, m_data, true), kNoisePattern)));
        m_painter->fillRect(half.translated(half.width(), 0.0), inPixels(QBrush(noiseColor(m_palette, m_data, false), kNoisePattern)));
    }

    double swatchLine() const { return kSwatchLine * m_scale; }
    QRectF swatchBox(double top) const {
        return QRectF(m_left, top + kSwatchGap * m_scale, 26.0 * m_scale, swatchLine() - 2.0 * kSwatchGap * m_scale);
    }

    void swatch(const QBrush& fill, const QString& label) {
        const QFont font = mapFont(12.5 * m_scale);
        const TextMetrics metrics(font);
        const double line = swatchLine();
        need(kAfterSwatch * m_scale + metrics.horizontalAdvance(label));
        if (m_painter) {
            const QRectF box = swatchBox(m_y);
            m_painter->fillRect(box, m_palette.land);
            m_painter->fillRect(box, inPixels(fill));
            m_painter->setBrush(Qt::NoBrush);
            m_painter->setPen(QPen(m_palette.faint, 0.7 * m_scale));
            m_painter->drawRect(box);
            m_painter->setPen(m_palette.text);
            m_painter->setFont(font);
            paintText(*m_painter, QPointF(box.right() + 10.0 * m_scale, m_y + (line + metrics.ascent() - metrics.descent()) / 2.0), label);
        }
        m_y += line;
    }

    QPainter* m_painter;
    const MapData& m_data;
    const MapPalette& m_palette;
    double m_scale;
    double m_width;
    double m_left;
    double m_y;
    double m_needed = 0.0;
};

}  // namespace

QSizeF legendSize(const MapData& data, const MapPalette& palette, double scale) {
    // At scale 1 whatever the scale, since letters of twice the size are not exactly twice as wide: an image of higher resolution is the
    // same picture.
    Legend plain(nullptr, QPointF(), data, palette, 1.0);
    plain.run();
    const double width = plain.neededWidth();
    return QSizeF((width + 2.0 * kPadding) * scale, Legend(nullptr, QPointF(), data, palette, scale, width).run());
}

void paintLegend(QPainter& painter, const QPointF& topLeft, const MapData& data, const MapPalette& palette, double scale) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(palette.panel);
    painter.setPen(QPen(palette.panelLine, 1.0 * scale));
    const QSizeF size = legendSize(data, palette, scale);
    painter.drawRoundedRect(QRectF(topLeft, size), 6.0 * scale, 6.0 * scale);
    Legend(&painter, topLeft, data, palette, scale, size.width() / scale - 2.0 * kPadding).run();
    painter.restore();
}

}  // namespace mudeung
