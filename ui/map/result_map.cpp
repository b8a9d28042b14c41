// SPDX-License-Identifier: GPL-3.0-or-later
// Classes, places and shapes of a result.
#include "ui/map/result_map.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsgeometry.h>

#include "core/base/format.h"
#include "core/model/names.h"
#include "ui/common/result_text.h"
#include "ui/map/class_limits.h"
#include "ui/map/cube_facts.h"
#include "ui/map/map_areas.h"
#include "ui/map/picture_layer.h"

namespace mudeung {
namespace {

constexpr double kCategoryRadius = 5.0;
constexpr double kQuietRadius = 3.0;
constexpr double kLeastRadius = 4.0;
constexpr double kMostRadius = 7.0;  ///< the strongest mostly lie together, and each of them has to be seen
constexpr int kMostLines = 8;

/// A limit of classes as the column shows its numbers.
QString limitText(const ResultColumn& column, double value, int decimals) {
    if (column.kind == ColumnKind::Share) return formatPercent(value, std::max(column.decimals, decimals - 2));
    return formatNumber(value, value == 0.0 ? 0 : decimals);
}

class Builder {
public:
    Builder(const Workspace& workspace, const CityShapesPtr& city, const ShownResultPtr& shown, const MapStyle& style)
        : m_workspace(workspace), m_shown(shown), m_run(*shown->run) {
        m_data->style = style;
        m_data->city = city;
        m_data->dataset = m_run.subject.dataset;
        m_data->measure = m_run.subject.measure;
        m_data->query = m_run.subject.query;
        m_result->shown = shown;
    }

    Result<MapDataPtr> run(Progress& progress) {
        m_data->title = m_shown->view.title;
        if (!m_shown->view.mapNote.isEmpty()) m_result->notes << m_shown->view.mapNote;
        m_data->sentence = m_run.subject.query.toSentence(&m_run.subject.dataset.scheme);
        m_data->source =
            sourceSentence(readCubeFacts(m_workspace, m_run.subject.dataset.id).imported, m_run.subject.dataset, m_data->style);
        m_data->sample = m_run.sample || m_run.subject.dataset.sample;
        if (const ResultTable* table = m_shown->mapTable()) {
            takeTable(*table, m_shown->tableView(m_shown->table), progress);
        } else if (const ResultGrid* grid = m_shown->mapGrid()) {
            takeGrid(*grid);
        }
        if (progress.isCancelled()) return Error{ErrorCode::Cancelled, QString(), QString()};
        if (m_data->places.isEmpty() && m_data->cells.isEmpty() && !m_shown->mapGrid())
            return Error{ErrorCode::Usage, QCoreApplication::translate("Map", "Nothing of this result lies on the map."), QString()};
        m_data->measureName = m_result->head;
        m_data->unit = m_result->unit;
        m_data->extent = cityExtent(*m_data);
        m_data->result = m_result;
        return MapDataPtr(m_data);
    }

private:
    void takeGrid(const ResultGrid& grid) {
        double most = 0.0;
        for (const double v : grid.grid.values) {
            if (!std::isfinite(v)) continue;
            most = std::max(most, std::abs(v));
            m_result->bothSigns = m_result->bothSigns || v < 0.0;
        }
        m_result->head = m_shown->view.gridTitles.value(m_shown->grid, m_shown->view.title);
        m_result->gridTop = niceCeiling(most);
        const auto places = static_cast<qint64>(m_run.data.facts.value(QLatin1String("places")).toDouble());
        m_data->located =
            (places > 0 ? allLocated(places) + QLatin1Char(' ') : QString()) +
            QCoreApplication::translate("Map", "%1 × %2 cells of %3 m.", "columns, rows, metres")
                .arg(formatCount(grid.grid.spec.columns), formatCount(grid.grid.spec.rows), formatNumber(grid.grid.spec.cellSize));
    }

    void takeTable(const ResultTable& table, const TableView& view, Progress& progress) {
        const int column = static_cast<int>(table.column(view.mapColumn) - table.columns.constData());
        const ColumnHead head = view.heads.value(column);
        m_result->head = head.name.isEmpty() ? view.title : head.name;
        m_result->unit = table.columns[column].kind == ColumnKind::Share ? QString() : head.unit;
        const QVector<int> classes =
            table.columns[column].isText() ? byCategory(table.columns[column], view) : byNumber(table.columns[column], view.picture);
        qint64 located = 0;
        placeRows(table, table.columns[column], classes, progress);
        located = m_data->places.size() + std::count_if(m_result->areaRow.begin(), m_result->areaRow.end(), [](int r) { return r >= 0; });
        m_data->placesTotal = table.size();
        m_data->placesLocated = located;
        m_data->located =
            located == table.size() && table.rows == RowKind::Place ? allLocated(located)
            : located == table.size()
                ? QCoreApplication::translate("Map", "n = %1, all on the map.").arg(formatCount(located))
                : QCoreApplication::translate("Map", "n = %1, %2 of them on the map.").arg(formatCount(table.size()), formatCount(located));
        // What nothing belongs to is not explained, but for the categories of the analysis: that none was found is a finding.
        QVector<int> kept(m_result->classes.size(), -1);
        QVector<ResultClass> shown;
        for (int i = 0; i < static_cast<int>(m_result->classes.size()); ++i) {
            const ResultClass& each = m_result->classes[i];
            if (each.count == 0 && each.kind != ResultClass::Kind::Category) continue;
            kept[i] = static_cast<int>(shown.size());
            shown.append(each);
        }
        m_result->classes = shown;
        for (QVector<int>* of : {&m_result->placeClass, &m_result->areaClass})
            for (int& c : *of) c = kept.value(c, -1);
    }

    /// An analysis of where places lie takes only those whose location is known.
    QString allLocated(qint64 places) const {
        const auto leftOut = static_cast<qint64>(m_run.data.facts.value(QLatin1String("withoutSpot")).toDouble());
        return leftOut > 0 ? QCoreApplication::translate("Map", "n = %1, all on the map; %2 without a location are left out.")
                                 .arg(formatCount(places), formatCount(leftOut))
                           : QCoreApplication::translate("Map", "n = %1, all on the map.").arg(formatCount(places));
    }

    int add(ResultClass::Kind kind, const QString& name, int index = 0, int count = 1) {
        ResultClass c;
        c.kind = kind;
        c.name = name;
        c.index = index;
        c.classCount = count;
        m_result->classes.append(c);
        return static_cast<int>(m_result->classes.size()) - 1;
    }

    /// The class of each row; the last class is "no data".
    QVector<int> byCategory(const ResultColumn& column, const TableView& view) {
        for (const CategoryHead& category : view.categories) {
            // A table may have several columns of categories: the legend has those of this one.
            if (!column.texts.contains(category.id) && view.categories.size() > 8) continue;
            m_result->classes[add(ResultClass::Kind::Category, category.name)].category = category;
        }
        const int none = add(ResultClass::Kind::NoData, QCoreApplication::translate("Map", "no data"));
        QVector<int> classes;
        for (const QString& id : column.texts) {
            int found = none;
            for (int i = 0; i < none; ++i)
                if (m_result->classes[i].category.id == id) found = i;
            ++m_result->classes[found].count;
            classes << found;
        }
        return classes;
    }

    QVector<int> byNumber(const ResultColumn& column, MapPicture picture) {
        const bool diverging = picture == MapPicture::Diverging;
        std::vector<double> amounts;
        for (const double v : column.numbers)
            if (std::isfinite(v) && v != 0.0) amounts.push_back(std::abs(v));
        MapStyle style = m_data->style;
        if (style.classes == ClassMethod::Manual) style.classes = ClassMethod::FisherJenks;  // limits of another measure
        const Classes limits = amounts.empty() ? Classes() : classesOf(style, amounts);
        const int n = limits.count(), decimals = limitDecimals(limits);
        QVector<int> up(n), down(n);
        const auto named = [&](int i, const char* sign) {
            const QString low = limitText(column, i == 0 ? 0.0 : limits.upper[static_cast<std::size_t>(i) - 1], decimals);
            const QString high = limitText(column, limits.upper[static_cast<std::size_t>(i)], decimals);
            const QString s = QString::fromUtf8(sign);
            const QString from = i == 0 ? low : s + low;
            return s == QLatin1String("−") ? QCoreApplication::translate("Map", "%2 to below %1").arg(from, s + high)
                                           : QCoreApplication::translate("Map", "over %1 – %2").arg(from, s + high);
        };
        for (int i = n - 1; i >= 0; --i)
            up[i] = diverging ? add(ResultClass::Kind::Increase, named(i, "+"), i, n) : add(ResultClass::Kind::Amount, named(i, ""), i, n);
        const int zero =
            add(ResultClass::Kind::Zero, diverging ? QCoreApplication::translate("Map", "0 (no change)") : limitText(column, 0.0, 0));
        for (int i = 0; i < n; ++i) down[i] = add(ResultClass::Kind::Decrease, named(i, "−"), i, n);
        const int none = add(ResultClass::Kind::NoData, QCoreApplication::translate("Map", "no data"));
        QVector<int> classes;
        for (const double v : column.numbers) {
            const int found = !std::isfinite(v) ? none
                              : v == 0.0        ? zero
                              : v > 0.0         ? up.value(limits.classOf(v), none)
                                                : down.value(limits.classOf(-v), none);
            ++m_result->classes[found].count;
            classes << found;
            if (std::isfinite(v)) m_data->largestValue = std::max(m_data->largestValue, std::abs(v));
        }
        m_data->scaleTop = niceCeiling(m_data->largestValue);
        if (n > 0) m_result->notes << fitNote(style.classes, limits.goodness);
        return classes;
    }

    /// The shape of a row: its own one, or that of the dong with its code.
    void placeRows(const ResultTable& table, const ResultColumn& column, const QVector<int>& classes, Progress& progress) {
        const QgsCoordinateTransform transform = toMapTransform();
        QHash<QString, int> byCode;
        const QVector<CityShape>& shapes = m_data->city->shapes;
        const bool areas = table.rows == RowKind::Dong || (table.rows == RowKind::Place && isPolygonKind(m_data->dataset.placeKind));
        for (int i = 0; areas && i < static_cast<int>(shapes.size()); ++i) {
            byCode.insert(shapes[i].code, i);
            for (const QString& alias : shapes[i].aliases) byCode.insert(alias, i);
        }
        QVector<bool> used(shapes.size(), false);
        QVector<int> order(static_cast<int>(table.size()));
        std::iota(order.begin(), order.end(), 0);
        // What is quiet lies below, weak below strong, frequent below rare: what the result points out is seen.
        const auto weight = [&](int row) {
            const ResultClass& of = m_result->classes[classes[row]];
            if (of.isQuiet()) return 1e301;
            if (column.isText()) return static_cast<double>(of.count);
            return -std::abs(column.numbers[row]);
        };
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return weight(a) > weight(b); });
        for (const int row : order) {
            if (progress.isCancelled()) return;
            const int own = areas ? byCode.value(table.keys[row], -1) : -1;
            const QByteArray wkb = table.shapes.value(row);
            if (own >= 0) {
                used[own] = true;
                addArea(shapes[own], table, row, classes[row]);
            } else if (!wkb.isEmpty()) {
                addShape(wkb, transform, table, row, classes[row]);
            } else {
                addPlace(transform, table, column, row, classes[row]);
            }
        }
        if (table.rows != RowKind::Dong && !areas) return;
        int none = -1;
        for (int i = 0; i < static_cast<int>(shapes.size()) && !m_data->cells.isEmpty(); ++i) {
            if (used[i] || !byCode.contains(shapes[i].code)) continue;
            if (none < 0) none = noData();
            ++m_result->classes[none].count;
            m_data->cells.append(shapes[i]);
            m_data->shapeCodes.append(QString());
            m_result->areaClass.append(none);
            m_result->areaRow.append(-1);
        }
    }

    int noData() {
        for (int i = 0; i < static_cast<int>(m_result->classes.size()); ++i)
            if (m_result->classes[i].kind == ResultClass::Kind::NoData) return i;
        return add(ResultClass::Kind::NoData, QCoreApplication::translate("Map", "no data"));
    }

    void addArea(const CityShape& shape, const ResultTable& table, int row, int cls) {
        m_data->cells.append(shape);
        m_data->shapeCodes.append(table.keys[row]);
        m_result->areaClass.append(cls);
        m_result->areaRow.append(row);
    }

    void addShape(const QByteArray& wkb, const QgsCoordinateTransform& transform, const ResultTable& table, int row, int cls) {
        CityShape shape;
        shape.code = table.keys[row];
        shape.name = table.labels.value(row);
        if (shapeFromWkb(wkb, transform, shape)) addArea(shape, table, row, cls);
    }

    void addPlace(const QgsCoordinateTransform& transform, const ResultTable& table, const ResultColumn& column, int row, int cls) {
        const double lon = table.lon.value(row, kNoCoordinate), lat = table.lat.value(row, kNoCoordinate);
        if (std::isnan(lon) || std::isnan(lat)) return;
        MapPlace place;
        try {
            place.at = transform.transform(lon, lat).toQPointF();
        } catch (const QgsCsException&) {
            return;  // outside the projection: on no map
        }
        place.codeText = &table.keys[row];
        if (row < static_cast<int>(table.labels.size())) place.nameText = &table.labels[row];
        place.lon = lon;
        place.lat = lat;
        place.share = kNoCoordinate;
        place.value = column.isText() ? kNoCoordinate : column.numbers.value(row, kNoCoordinate);
        m_data->places.append(place);
        m_result->placeClass.append(cls);
        m_result->placeRow.append(row);
    }

    const Workspace& m_workspace;
    const ShownResultPtr& m_shown;
    const Run& m_run;
    std::shared_ptr<MapData> m_data = std::make_shared<MapData>();
    std::shared_ptr<ResultMap> m_result = std::make_shared<ResultMap>();
};

}  // namespace

bool ResultClass::isQuiet() const {
    if (kind != Kind::Category) return kind == Kind::Zero || kind == Kind::NoData;
    return category.isQuiet();
}

Result<MapDataPtr> makeResultMap(const Workspace& workspace, const CityShapesPtr& city, const ShownResultPtr& shown, const MapStyle& style,
                                 Progress& progress) {
    return Builder(workspace, city, shown, style).run(progress);
}

QColor resultColor(const MapPalette& palette, const ResultClass& of) {
    switch (of.kind) {
        case ResultClass::Kind::Category:
            return categoryColor(of.category, palette.dark);
        case ResultClass::Kind::Amount:
            return palette.classColor(of.index, of.classCount);
        case ResultClass::Kind::Increase:
        case ResultClass::Kind::Decrease:
            return palette.changeColor(of.kind == ResultClass::Kind::Increase, of.index, of.classCount);
        case ResultClass::Kind::Zero:
            return palette.land;
        case ResultClass::Kind::NoData:
            break;
    }
    return palette.noData;
}

double resultRadius(const ResultClass& of) {
    if (of.isQuiet()) return kQuietRadius;
    if (of.kind == ResultClass::Kind::Category || of.classCount < 2) return kCategoryRadius;
    return kLeastRadius + (kMostRadius - kLeastRadius) * of.index / (of.classCount - 1);
}

double placeRadius(const MapData& data, int place) {
    if (!data.result)
        return data.style.kind == MapKind::Circles ? circleRadius(std::abs(data.places[place].value), data.scaleTop, data.places.size())
                                                   : 0.0;
    const int cls = data.result->placeClass.value(place, -1);
    return cls < 0 ? kQuietRadius : resultRadius(data.result->classes[cls]);
}

QStringList resultLines(const MapData& data, int row) {
    const ShownResult& shown = *data.result->shown;
    const ResultTable* table = shown.mapTable();
    if (!table || row < 0 || row >= table->size()) return {};
    const TableView view = shown.tableView(shown.table);
    const QString label = table->labels.value(row), key = table->keys[row];
    QStringList lines{label.isEmpty() || label == key ? key : QStringLiteral("%1 (%2)").arg(label, key)};
    if (table->rows == RowKind::Cell) lines[0] = label.isEmpty() ? key : label;
    const auto add = [&](int column) {
        const QString unit = table->columns[column].kind == ColumnKind::Share ? QString() : view.heads.value(column).unit;
        const QString value = resultCellText(*table, view, column, row);
        lines << QStringLiteral("%1: %2").arg(view.heads.value(column).name, unit.isEmpty() ? value : value + QLatin1Char(' ') + unit);
    };
    const auto mapped = static_cast<int>(table->column(view.mapColumn) - table->columns.constData());
    add(mapped);
    for (int c = 0; c < static_cast<int>(table->columns.size()) && lines.size() < kMostLines; ++c)
        if (c != mapped) add(c);
    return lines;
}

bool showsAreaRows(const MapData& data) {
    const ResultTable* table = data.result ? data.result->shown->mapTable() : nullptr;
    return table && table->rows != RowKind::Place;
}

QStringList gridLines(const MapData& data, const QPointF& at) {
    const ResultGrid* result = data.result ? data.result->shown->mapGrid() : nullptr;
    if (!result || data.result->shown->mapTable()) return {};
    const GridSpec& spec = result->grid.spec;
    const int column = static_cast<int>(std::floor((at.x() - spec.originX) / spec.cellSize));
    const int row = static_cast<int>(std::floor((spec.originY - at.y()) / spec.cellSize));
    if (column < 0 || row < 0 || column >= spec.columns || row >= spec.rows) return {};
    const double value = result->grid.at(row, column);
    if (!std::isfinite(value)) return {data.result->head, QCoreApplication::translate("Map", "no data")};
    const double size = std::abs(value);
    return {data.result->head, formatNumber(value, size >= 100.0 || size == 0.0 ? 0 : size >= 1.0 ? 1 : 3)};
}

}  // namespace mudeung
