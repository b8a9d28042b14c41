// SPDX-License-Identifier: GPL-3.0-or-later
// The map of the window: subscribes to WorkspaceState, has the snapshot made off the GUI thread, hands it to the layers.
#include "ui/map/map_view.h"

#include <QKeyEvent>
#include <QLabel>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <qgscoordinatereferencesystem.h>
#include <qgsmapcanvas.h>

#include "core/base/format.h"
#include "core/task/task_runner.h"
#include "ui/common/workspace_state.h"
#include "ui/map/base_maps.h"
#include "ui/map/hover_months.h"
#include "ui/map/map_cards.h"
#include "ui/map/map_data.h"
#include "ui/map/map_loader.h"
#include "ui/map/map_overlays.h"
#include "ui/map/map_selection.h"
#include "ui/map/map_tool.h"
#include "ui/map/picture_layer.h"
#include "ui/map/tool_column.h"

namespace mudeung {
namespace {

constexpr int kMargin = 12;

class MapView : public QWidget {
    Q_OBJECT
public:
    MapView(WorkspaceState* state, QWidget* parent)
        : QWidget(parent),
          m_state(state),
          m_runner(nullptr, 1),
          m_latest(&m_runner),
          m_palette(MapPalette::forTheme(state->mapStyle().dark)) {
        m_canvas = new QgsMapCanvas(this);
        m_canvas->setDestinationCrs(QgsCoordinateReferenceSystem(mapCrsId()));
        m_canvas->setCanvasColor(m_palette.background);
        m_canvas->setParallelRenderingEnabled(true);
        m_canvas->setCachingEnabled(true);
        m_canvas->setPreviewJobsEnabled(false);
        m_canvas->enableAntiAliasing(true);
        m_canvas->setFrameShape(QFrame::NoFrame);
        m_canvas->setObjectName(QStringLiteral("mapCanvas"));
        m_canvas->setMouseTracking(true);
        m_canvas->viewport()->setMouseTracking(true);
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_canvas);
        m_selection = new SelectionItem(m_canvas);
        m_radius = new RadiusItem(m_canvas);
        m_furniture = new FurnitureOverlay(this);
        m_legend = new LegendOverlay(this);
        m_card = new HoverCard(this);
        m_months = new HoverMonths(this);
        connect(m_months, &HoverMonths::ready, this, [this](const QString&, const MonthCurve& months) { m_card->showMonths(months); });
        m_sum = new QLabel(this);
        m_sum->setObjectName(QStringLiteral("mapSum"));
        m_sum->setAttribute(Qt::WA_TransparentForMouseEvents);
        m_sum->hide();
        m_message = new QLabel(this);
        m_message->setObjectName(QStringLiteral("mapMessage"));
        m_message->setAlignment(Qt::AlignCenter);
        m_message->setWordWrap(true);
        m_message->setAttribute(Qt::WA_TransparentForMouseEvents);
        makeTool();
        makeButtons();
        connectState();
        retranslate();
        applyTheme();
        reload();
    }

    ~MapView() override {
        m_latest.cancel();
        m_tool->setTool(SelectTool::Pointer);  // gives up a lasso before the canvas goes
        m_canvas->stopRendering();
        m_canvas->setLayers({});
        delete m_selection;
        delete m_radius;
    }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QWidget::resizeEvent(event);
        placeOverlays();
        if (m_showsCity) zoomToCity();
    }

    void changeEvent(QEvent* event) override {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::LanguageChange) {
            retranslate();
            reload();  // the snapshot holds sentences
        }
    }

    /// Esc clears the selection before it clears the filters of the window.
    bool eventFilter(QObject* watched, QEvent* event) override {
        const bool selected = m_radius->isShown() || !m_state->selection().isEmpty();
        if (watched == m_canvas && event->type() == QEvent::ShortcutOverride && selected &&
            static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
        return QWidget::eventFilter(watched, event);
    }

    void leaveEvent(QEvent* event) override {
        QWidget::leaveEvent(event);
        hideCard();
    }

private:
    void makeTool() {
        m_tool = new MapTool(m_canvas);
        m_tool->hovered = [this](QPoint at, const QgsPointXY& point) { hover(at, point); };
        m_tool->clicked = [this](const QgsPointXY& point, bool add) { click(point, add); };
        m_tool->boxed = [this](const QgsRectangle& box, bool add) { select(m_data ? placesInBox(*m_data, box) : QStringList(), add); };
        m_tool->drawn = [this](const QPolygonF& lasso, bool add) { select(m_data ? placesInPolygon(*m_data, lasso) : QStringList(), add); };
        m_tool->cleared = [this] {
            m_radius->clear();
            m_state->setSelection({});
        };
        m_canvas->setMapTool(m_tool);
        m_canvas->installEventFilter(this);
        m_tools = new ToolColumn(this);
        connect(m_tools, &ToolColumn::toolChosen, this, [this](SelectTool tool) {
            m_radius->clear();
            m_tool->setTool(tool);
        });
        connect(m_tools, &ToolColumn::radiusChosen, this, [this] {
            if (m_radius->isShown()) selectAround(m_centre, false);
        });
        connect(m_canvas, &QgsMapCanvas::extentsChanged, this, [this] {
            // A change of the view that neither we nor a new size of the window made is the user's: keep it.
            if (!m_zooming && m_canvas->size() == m_zoomedSize) m_showsCity = false;
            m_furniture->setMetersPerPixel(m_canvas->mapUnitsPerPixel());
            hideCard();
        });
    }

    void makeButtons() {
        const auto make = [this](const QString& sign, const QString& name) {
            auto* button = new QToolButton(this);
            button->setText(sign);
            button->setObjectName(name);
            button->setFixedSize(32, 32);
            button->setAutoRaise(false);
            return button;
        };
        m_zoomIn = make(QStringLiteral("+"), QStringLiteral("mapZoomIn"));
        m_zoomOut = make(QStringLiteral("−"), QStringLiteral("mapZoomOut"));
        m_zoomCity = make(QStringLiteral("⌂"), QStringLiteral("mapZoomCity"));
        connect(m_zoomIn, &QToolButton::clicked, m_canvas, &QgsMapCanvas::zoomIn);
        connect(m_zoomOut, &QToolButton::clicked, m_canvas, &QgsMapCanvas::zoomOut);
        connect(m_zoomCity, &QToolButton::clicked, this, &MapView::zoomToCity);
        auto* home = new QShortcut(QKeySequence(Qt::Key_Home), this);
        home->setContext(Qt::WidgetWithChildrenShortcut);
        connect(home, &QShortcut::activated, this, &MapView::zoomToCity);
    }

    void connectState() {
        connect(m_state, &WorkspaceState::answersChanged, this, &MapView::reload);
        connect(m_state, &WorkspaceState::comparedAnswersChanged, this, [this] {
            if (m_state->mapStyle().showChange) reload();
        });
        connect(m_state, &WorkspaceState::workspaceChanged, this, &MapView::reload);
        connect(m_state, &WorkspaceState::queryChanged, this, &MapView::showEmptiness);
        connect(m_state, &WorkspaceState::datasetsChanged, this, &MapView::showEmptiness);
        connect(m_state, &WorkspaceState::failed, this, [this](const Error& error) {
            if (!m_data) showMessage(error.message);
        });
        connect(m_state, &WorkspaceState::selectionChanged, this, [this] {
            if (m_state->selection().isEmpty()) m_radius->clear();
            showSelection();
        });
        connect(m_state, &WorkspaceState::mapStyleChanged, this, [this] {
            applyTheme();
            reload();
        });
    }

    void retranslate() {
        m_canvas->setAccessibleName(tr("Map"));
        m_zoomIn->setToolTip(tr("Zoom in"));
        m_zoomOut->setToolTip(tr("Zoom out"));
        m_zoomCity->setToolTip(tr("Show the whole city (Home)"));
        for (QToolButton* button : {m_zoomIn, m_zoomOut, m_zoomCity}) button->setAccessibleName(button->toolTip());
        m_tools->retranslate();
    }

    void applyTheme() {
        m_palette = MapPalette::forTheme(m_state->mapStyle().dark);
        m_canvas->setCanvasColor(m_palette.background);
        const QString sheet = QStringLiteral(
                                  "QToolButton{background:%1;color:%2;border:1px solid %3;border-radius:4px;font-size:17px}"
                                  "QToolButton:hover,QToolButton:focus{border-color:%2}")
                                  .arg(m_palette.panel.name(), m_palette.text.name(), m_palette.panelLine.name());
        for (QToolButton* button : {m_zoomIn, m_zoomOut, m_zoomCity}) button->setStyleSheet(sheet);
        m_tools->applyTheme(m_palette);
        m_tool->setColor(m_palette.selection);
        m_sum->setStyleSheet(QStringLiteral("background:%1;color:%2;border:1px solid %3;border-radius:6px;padding:5px 9px;font-size:13px")
                                 .arg(m_palette.panel.name(), m_palette.text.name(), m_palette.panelLine.name()));
        m_message->setStyleSheet(QStringLiteral("color:%1;font-size:15px").arg(m_palette.faint.name()));
    }

    void reload() {
        const AnswersPtr answers = m_state->answers();
        const auto workspace = m_state->workspace();
        if (!workspace || !answers || !answers->byPlace) {
            m_latest.cancel();
            show(nullptr, QString());
            showEmptiness();
            return;
        }
        const MapStyle style = m_state->mapStyle();
        MapAnswers given{answers->byPlace, answers->byDong, nullptr, nullptr};
        // A frame of an animation is another question than the one that was compared.
        if (const AnswersPtr before = m_state->comparedAnswers(); style.showChange && before && m_state->frameLabel().isEmpty()) {
            given.beforeByPlace = before->byPlace;
            given.beforeByDong = before->byDong;
        }
        const CachedCity cache = m_cache;
        const BaseMapsPtr base = m_base;
        m_latest.run(
            tr("Draw the map"),
            [workspace, given, style, cache, base](Progress& progress) { return loadMap(workspace, given, style, cache, base, progress); },
            this,
            [this](Result<Loaded> loaded) {
                if (loaded) {
                    m_cache = loaded->cache;
                    takeBaseMaps(loaded->base);
                    show(loaded->data, QString());
                } else if (loaded.error().code != ErrorCode::Cancelled) {
                    show(nullptr, loaded.error().message);
                }
            });
    }

    /// A file that cannot be opened is said once and unticked; ticking it again tries again.
    void takeBaseMaps(const BaseMapsPtr& base) {
        const BaseMapsPtr before = m_base;  // lives until the canvas has let go of its layers
        m_base = base;
        m_stack.setBaseMaps(base);
        if (base == before || base->problems().isEmpty()) return;
        MapStyle style = m_state->mapStyle();
        for (const BaseMaps::Problem& problem : base->problems()) {
            for (BaseMap& map : style.baseMaps) map.shown = map.shown && map.path != problem.path;
            emit m_state->failed(problem.error);
        }
        m_state->setMapStyle(style);
    }

    /// Never an empty map without a word. While the first answer is on its way there is nothing to say.
    void showEmptiness() {
        if (m_state->answers()) return;
        if (!m_state->workspace()) {
            showMessage(tr("Open a workspace to see its map."));
        } else {
            showMessage(m_state->query().dataset.isEmpty() ? tr("This workspace holds no numbers yet: import a file.") : QString());
        }
    }

    void showMessage(const QString& message) {
        m_message->setText(message);
        m_message->setVisible(!message.isEmpty());
    }

    void show(const MapDataPtr& data, const QString& message) {
        const bool otherPlace = data && (!m_data || m_data->dataset.id != data->dataset.id || m_data->city != data->city);
        if (otherPlace) m_radius->clear();
        m_data = data;
        hideCard();
        const AnswersPtr answers = m_state->answers();
        m_months->setSource(m_state->workspace(), data, answers && answers->byMonth ? static_cast<int>(answers->byMonth->rows.size()) : 0);
        showMessage(message);
        m_legend->setData(data, m_palette);
        m_furniture->setData(data, m_palette);
        m_stack.setInput({data, m_palette});
        m_canvas->setLayers(data ? m_stack.layers() : QList<QgsMapLayer*>());
        placeOverlays();
        if (otherPlace) zoomToCity();
        m_canvas->refresh();
        showSelection();
        m_tools->setHasDongs(data && !data->city->isEmpty());
        if (m_radius->isShown()) showRadius();
        const bool something = data && (data->scaleLocked || std::max(data->largestValue, data->largestShape) > 0.0);
        m_state->setMapMaximum(something ? data->scaleTop : 0.0);
    }

    void hideCard() {
        m_card->showLines({}, QPoint(), m_palette);
        m_months->want(QString());
    }

    void zoomToCity() {
        if (!m_data || m_data->extent.isEmpty()) return;
        const QgsRectangle city = m_data->extent;
        const double width = std::max(1, m_canvas->width());
        const double height = std::max(1, m_canvas->height());
        const double strip = std::min(height / 2.0, static_cast<double>(m_furniture->stripHeight()));
        const double perPixel = std::max(city.width() / width, city.height() / (height - strip));
        // The room that the city leaves goes to the corner of the legend.
        const double besides = std::min(width * perPixel - city.width(), m_legend->width() * perPixel);
        const double below = std::min((height - strip) * perPixel - city.height(), m_legend->height() * perPixel);
        const QgsPointXY centre(city.center().x() - besides / 2.0, city.center().y() - (strip * perPixel + below) / 2.0);
        m_zooming = true;
        m_canvas->setExtent(QgsRectangle::fromCenterAndSize(centre, width * perPixel, height * perPixel));
        m_zooming = false;
        m_zoomedSize = m_canvas->size();
        m_showsCity = true;
        m_canvas->refresh();
    }

    void placeOverlays() {
        m_furniture->setGeometry(rect());
        m_furniture->setMetersPerPixel(m_canvas->mapUnitsPerPixel());
        m_message->setGeometry(rect().adjusted(width() / 6, height() / 4, -width() / 6, -height() / 4));
        int y = kMargin;
        for (QToolButton* button : {m_zoomIn, m_zoomOut, m_zoomCity}) {
            button->move(kMargin, y);
            y += button->height() + 4;
            button->raise();
        }
        m_tools->adjustSize();
        m_tools->move(kMargin, y + 8);
        m_tools->raise();
        placeLegend();
        placeSum();
    }

    void hover(const QPoint& at, const QgsPointXY& point) {
        QStringList lines;
        QString code;
        if (m_data) {
            const int area = areaAt(*m_data, point);
            const MapPlace* place = area < 0 ? placeAt(*m_data, point, m_canvas->mapUnitsPerPixel()) : nullptr;
            lines = area >= 0 ? areaLines(*m_data, area) : place ? placeLines(*m_data, *place) : QStringList();
            code = place ? place->code : area >= 0 ? m_data->shapeCodes.value(area) : QString();
        }
        m_card->showLines(lines, m_canvas->viewport()->mapTo(this, at), m_palette);
        m_months->want(code);
    }

    /// What a click means: the area itself when it is a place, all places of a cell, or the place under the pointer.
    QStringList codesAt(const QgsPointXY& point) const {
        if (!m_data) return {};
        const int area = areaAt(*m_data, point);
        const QString own = area >= 0 ? m_data->shapeCodes.value(area) : QString();
        if (!own.isEmpty()) return {own};
        QStringList codes;
        if (area >= 0) {
            for (int place : m_data->cellPlaces.value(area)) codes.append(m_data->places[place].code);
        }
        if (!codes.isEmpty()) return codes;
        const MapPlace* place = placeAt(*m_data, point, m_canvas->mapUnitsPerPixel());
        return place ? QStringList{place->code} : QStringList();
    }

    void click(const QgsPointXY& point, bool add) {
        if (!m_data) return m_state->setSelection({});
        if (m_tool->tool() == SelectTool::Radius) return selectAround(point, add);
        if (m_tool->tool() == SelectTool::Dong) {
            const int dong = dongAt(*m_data, point);
            return select(dong < 0 ? QStringList() : placesInShape(*m_data, m_data->city->shapes[dong]), add, true);
        }
        select(codesAt(point), add, true);
    }

    /// `toggle`: what is all selected already is taken out again when it is added once more.
    void select(const QStringList& found, bool add, bool toggle = false) {
        m_state->setSelection(combined(add ? m_state->selection() : QStringList(), found, toggle));
    }

    void selectAround(const QgsPointXY& centre, bool add) {
        m_centre = centre;
        select(placesWithin(*m_data, centre, m_tools->radius()), add);
        showRadius();
    }

    /// The rings stay where they are while filters change; what they hold is counted anew.
    void showRadius() {
        const int meters = m_tools->radius();
        if (!m_data) return m_radius->clear();
        const SelectionSum sum = sumOf(*m_data, placesWithin(*m_data, m_centre, meters));
        m_radius->setRings(m_centre, meters, radiusSentence(*m_data, meters, sum), m_palette);
    }

    void showSelection() {
        const QStringList selected = m_state->selection();
        const QSet<QString> codes(selected.begin(), selected.end());
        QVector<QPointF> places;
        QVector<double> radii;
        QVector<QPolygonF> outlines;
        if (m_data) {
            QSet<QString> outlined;
            for (int i = 0; i < static_cast<int>(m_data->shapeCodes.size()); ++i) {
                if (m_data->shapeCodes[i].isEmpty() || !codes.contains(m_data->shapeCodes[i])) continue;
                outlined.insert(m_data->shapeCodes[i]);
                outlines += m_data->areas()[i].rings;
            }
            for (const MapPlace& place : m_data->places) {
                if (!codes.contains(place.code) || outlined.contains(place.code)) continue;
                places.append(place.at);
                const double circle = m_data->style.kind == MapKind::Circles ? circleRadius(std::abs(place.value), m_data->scaleTop) : 0.0;
                radii.append(std::max(6.0, circle + 2.0));
            }
        }
        m_selection->setPlaces(places, radii, m_palette.selection);
        m_selection->setAreas(outlines);
        showSum(selected);
    }

    /// At the bottom left; beside the tools where it would reach up to them.
    void placeLegend() {
        const int top = height() - m_furniture->stripHeight() - kMargin - m_legend->height();
        const bool high = top < m_tools->geometry().bottom() + 8;
        m_legend->move(high ? m_tools->geometry().right() + 8 : kMargin, top);
    }

    void showSum(const QStringList& selected) {
        const SelectionSum sum = m_data ? sumOf(*m_data, selected) : SelectionSum{};
        m_sum->setVisible(sum.places > 0);
        if (sum.places == 0) return;
        m_sum->setText(selectionSentence(*m_data, sum));
        m_sum->setAccessibleName(m_sum->text());
        placeSum();
    }

    /// Below the north arrow, not over the buttons at the left however narrow the map is.
    void placeSum() {
        constexpr int kBelowArrow = 66;
        m_sum->setMaximumWidth(std::max(120, width() - 2 * kMargin - 60));
        m_sum->adjustSize();
        m_sum->move(width() - kMargin - m_sum->width(), kBelowArrow);
        m_sum->raise();
    }

    WorkspaceState* m_state;
    TaskRunner m_runner;
    LatestOnly m_latest;
    MapPalette m_palette;
    PictureStack m_stack;
    MapDataPtr m_data;
    CachedCity m_cache;
    BaseMapsPtr m_base;
    bool m_showsCity = true;  ///< the view is the whole city, so that it follows the size of the window
    bool m_zooming = false;
    QSize m_zoomedSize;
    QgsMapCanvas* m_canvas = nullptr;
    SelectionItem* m_selection = nullptr;
    FurnitureOverlay* m_furniture = nullptr;
    LegendOverlay* m_legend = nullptr;
    HoverCard* m_card = nullptr;
    QLabel* m_message = nullptr;
    HoverMonths* m_months = nullptr;
    QLabel* m_sum = nullptr;
    MapTool* m_tool = nullptr;
    ToolColumn* m_tools = nullptr;
    RadiusItem* m_radius = nullptr;
    QgsPointXY m_centre;  ///< of the radius tool
    QToolButton* m_zoomIn = nullptr;
    QToolButton* m_zoomOut = nullptr;
    QToolButton* m_zoomCity = nullptr;
};

}  // namespace

QWidget* createMapView(WorkspaceState* state, QWidget* parent) {
    return new MapView(state, parent);
}

}  // namespace mudeung

#include "map_view.moc"
