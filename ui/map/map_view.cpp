// SPDX-License-Identifier: GPL-3.0-or-later
// The map of the window: subscribes to WorkspaceState, has the snapshot made off the GUI thread, hands it to the layers.
#include "ui/map/map_view.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QShortcut>
#include <QToolButton>
#include <algorithm>
#include <qgsmapcanvas.h>

#include "core/task/task_runner.h"
#include "ui/common/workspace_state.h"
#include "ui/map/city_view.h"
#include "ui/map/hover_months.h"
#include "ui/map/layout_button.h"
#include "ui/map/map_button.h"
#include "ui/map/map_cards.h"
#include "ui/map/map_overlays.h"
#include "ui/map/map_panes.h"
#include "ui/map/map_selection.h"
#include "ui/map/pane_caption.h"
#include "ui/map/pane_loader.h"
#include "ui/map/pane_questions.h"
#include "ui/map/result_chip.h"
#include "ui/map/shared_scale.h"
#include "ui/map/tool_column.h"

namespace mudeung {
namespace {

constexpr int kAboveScaleBar = 40;
constexpr int kMargin = 12;
constexpr int kToolColumn = 54;   ///< buttons at the left and the gap after them
constexpr int kAfterStamp = 216;  ///< tools and the stamp of sample data
constexpr int kArrowColumn = 48;  ///< north arrow at the right

class MapView : public QWidget {
    Q_OBJECT
public:
    MapView(WorkspaceState* state, QWidget* parent)
        : QWidget(parent),
          m_state(state),
          m_runner(nullptr, 1),
          m_latest(&m_runner),
          m_palette(MapPalette::forTheme(state->mapStyle().dark)) {
        m_panes = new MapPanes(this);
        m_canvas = m_panes->main()->canvas();
        m_card = m_panes->main()->card();
        m_furniture = new FurnitureOverlay(this);
        m_legend = new LegendOverlay(this);
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
        m_chip = new ResultChip(state, this);
        makeTools();
        makeButtons();
        connectState();
        retranslate();
        applyTheme();
        reload();
    }

    ~MapView() override {
        m_latest.cancel();
        if (m_state) m_state->setCompanion({});
        delete m_panes;  // before the base maps that its canvases show
    }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QWidget::resizeEvent(event);
        if (event->size() == event->oldSize()) return;  // other contents margins are told as a resize too
        placeOverlays();
        if (m_showsCity) zoomToCity();
    }

    /// A message over the top of the map: what stands there moves below it, the map itself stays.
    bool event(QEvent* event) override {
        if (event->type() == QEvent::ContentsRectChange) placeOverlays();
        return QWidget::event(event);
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
        const bool selected = m_radiusShown || !m_state->selection().isEmpty() || !m_state->resultRows().isEmpty();
        if (event->type() == QEvent::ShortcutOverride && selected && qobject_cast<QgsMapCanvas*>(watched) &&
            static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
        return QWidget::eventFilter(watched, event);
    }

    void leaveEvent(QEvent* event) override {
        QWidget::leaveEvent(event);
        hideCards();
        m_furniture->setPointer(std::nullopt);
    }

private:
    void makeTools() {
        m_tools = new ToolColumn(this);
        connect(m_tools, &ToolColumn::toolChosen, this, [this](SelectTool tool) {
            clearRadius();
            m_panes->setTool(tool);
        });
        connect(m_tools, &ToolColumn::radiusChosen, this, [this] {
            if (m_radiusShown) selectAround(m_panes->main(), m_centre, false);
        });
        m_layout = new LayoutButton(this);
        connect(m_layout, &LayoutButton::chosen, this, [this](MapLayout layout) {
            MapStyle style = m_state->mapStyle();
            style.layout = layout;
            m_state->setMapStyle(style);
        });
        connect(m_canvas, &QgsMapCanvas::renderComplete, m_legend, QOverload<>::of(&QWidget::update));
        preparePane(m_panes->main(), 0);
        connect(m_panes, &MapPanes::paneMade, this, &MapView::preparePane);
        connect(m_canvas, &QgsMapCanvas::extentsChanged, this, [this] {
            // A change of the view that neither we nor a new size of the window made is the user's: keep it.
            if (!m_zooming && m_canvas->size() == m_zoomedSize) m_showsCity = false;
            m_furniture->setMetersPerPixel(m_canvas->mapUnitsPerPixel());
            hideCards();
        });
    }

    /// Gestures on any map of the layout mean the same.
    void preparePane(MapPane* pane, int number) {
        MapTool* tool = pane->tool();
        tool->hovered = [this, pane](QPoint, const QgsPointXY& point) { hover(pane, point); };
        tool->clicked = [this, pane](const QgsPointXY& point, bool add) { click(pane, point, add); };
        tool->boxed = [this, pane](const QgsRectangle& box, bool add) {
            select(pane, pane->data() ? placesInBox(*pane->data(), box) : QStringList(), add);
        };
        tool->drawn = [this, pane](const QPolygonF& lasso, bool add) {
            select(pane, pane->data() ? placesInPolygon(*pane->data(), lasso) : QStringList(), add);
        };
        tool->cleared = [this] {
            clearRadius();
            m_state->setResultRows({});
            m_state->setSelection({});
        };
        pane->canvas()->installEventFilter(this);
        pane->canvas()->setAccessibleName(MapPanes::tr("Map"));
        connect(pane->canvas(), &QgsMapCanvas::xyCoordinates, m_furniture, &FurnitureOverlay::setPointer);
        connect(pane->notice(), &PaneNotice::pinned, this, [this, number] { pin(number, m_state->query()); });
        connect(pane->caption(), &PaneCaption::removed, this, [this, number] { pin(number, std::nullopt); });
    }

    void pin(int number, const std::optional<Query>& question) {
        m_pins[static_cast<std::size_t>(number)] = question;
        reload();
    }

    void makeButtons() {
        const auto make = [this](const QString& sign, const QString& name) {
            auto* button = new MapButton(this);
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
        m_state->setCompanion([this] { return snapshotWithTheAnswer(); });
        connect(m_state, &WorkspaceState::answersChanged, this, &MapView::reload);
        connect(m_state, &WorkspaceState::comparedAnswersChanged, this, [this] {
            const MapStyle style = m_state->mapStyle();
            if (style.showChange || style.layout != MapLayout::Single) reload();
        });
        connect(m_state, &WorkspaceState::changeChanged, this, [this] {
            const MapStyle style = m_state->mapStyle();
            if (m_state->change() && style.kind == MapKind::Circles && (style.showChange || style.layout == MapLayout::Four)) reload();
        });
        connect(m_state, &WorkspaceState::shownResultChanged, this, &MapView::reload);
        connect(m_state, &WorkspaceState::resultRowsChanged, this, &MapView::showSelection);
        connect(m_state, &WorkspaceState::comparisonChanged, this, [this] {
            if (m_state->mapStyle().layout != MapLayout::Single) reload();  // the words where there is no other map
        });
        connect(m_state, &WorkspaceState::workspaceChanged, this, [this] {
            m_pins = {};
            reload();
        });
        connect(m_state, &WorkspaceState::queryChanged, this, &MapView::showEmptiness);
        connect(m_state, &WorkspaceState::datasetsChanged, this, &MapView::showEmptiness);
        connect(m_state, &WorkspaceState::failed, this, [this](const Error& error) {
            if (!m_data) showMessage(error.message);
        });
        connect(m_state, &WorkspaceState::selectionChanged, this, [this] {
            if (m_state->selection().isEmpty()) clearRadius();
            showSelection();
        });
        connect(m_state, &WorkspaceState::mapStyleChanged, this, [this] {
            applyTheme();
            reload();
        });
    }

    void retranslate() {
        m_panes->retranslate();
        m_layout->retranslate();
        m_zoomIn->setToolTip(tr("Zoom in"));
        m_zoomOut->setToolTip(tr("Zoom out"));
        m_zoomCity->setToolTip(tr("Show the whole city (Home)"));
        for (QToolButton* button : {m_zoomIn, m_zoomOut, m_zoomCity}) button->setAccessibleName(button->toolTip());
        m_tools->retranslate();
    }

    void applyTheme() {
        m_palette = MapPalette::forTheme(m_state->mapStyle().dark);
        m_panes->applyTheme(m_palette);
        m_layout->applyTheme(m_palette);
        m_chip->applyTheme(m_palette);
        // Between maps beside each other lies a line.
        setAutoFillBackground(true);
        QPalette ground = palette();
        ground.setColor(QPalette::Window, m_palette.panelLine);
        setPalette(ground);
        const QString sheet = QStringLiteral(
                                  "QToolButton{background:%1;color:%2;border:1px solid %3;border-radius:4px;font-size:17px}"
                                  "QToolButton:hover,QToolButton:focus{border-color:%2}")
                                  .arg(m_palette.panel.name(), m_palette.text.name(), m_palette.panelLine.name());
        for (QToolButton* button : {m_zoomIn, m_zoomOut, m_zoomCity}) button->setStyleSheet(sheet);
        m_tools->applyTheme(m_palette);
        m_sum->setStyleSheet(QStringLiteral("background:%1;color:%2;border:1px solid %3;border-radius:6px;padding:5px 9px;font-size:13px")
                                 .arg(m_palette.panel.name(), m_palette.text.name(), m_palette.panelLine.name()));
        m_message->setStyleSheet(QStringLiteral("color:%1;font-size:15px").arg(m_palette.faint.name()));
    }

    /// The snapshot of a map that stands alone, made where its answer is counted.
    struct ReadyMap {
        AnswersPtr answers;
        MapStyle style;
        LoadedPanes loaded;
    };

    WorkspaceState::Companion snapshotWithTheAnswer() {
        const auto workspace = m_state->workspace();
        const MapStyle style = m_state->mapStyle();
        if (!workspace || style.layout != MapLayout::Single || style.showChange || m_cache.cities.empty()) return {};
        return [workspace, style, cache = m_cache](const AnswersPtr& answers, Progress& progress) -> std::shared_ptr<const void> {
            if (!answers || !answers->byPlace) return nullptr;
            const auto loaded = loadPanes(workspace, {presentQuestion(*answers)}, style, cache, progress);
            if (!loaded || !loaded->panes.first().data) return nullptr;  // said by the map's own attempt
            return std::make_shared<const ReadyMap>(ReadyMap{answers, style, *loaded});
        };
    }

    void reload() {
        const AnswersPtr answers = m_state->answers();
        const auto workspace = m_state->workspace();
        if (!workspace || !answers || !answers->byPlace) {
            m_latest.cancel();
            m_panes->setLayout(MapLayout::Single);
            show(nullptr, QString());
            showEmptiness();
            return;
        }
        const MapStyle style = m_state->mapStyle();
        const QVector<PaneQuestion> questions = paneQuestions(*m_state, m_pins);
        const auto ready = std::static_pointer_cast<const ReadyMap>(m_state->companion());
        if (ready && ready->answers == answers && ready->style == style && questions.size() == 1 &&
            questions.first().kind == PaneQuestion::Kind::Now) {
            m_latest.cancel();
            takeBaseMaps(ready->loaded.cache);
            showPanes(style.layout, questions, ready->loaded.panes);
            return;
        }
        const PaneCache cache = m_cache;
        m_latest.run(
            tr("Draw the map"),
            [workspace, questions, style, cache](Progress& progress) { return loadPanes(workspace, questions, style, cache, progress); },
            this,
            [this, questions, layout = style.layout](const Result<LoadedPanes>& loaded) {
                if (loaded) {
                    takeBaseMaps(loaded->cache);
                    showPanes(layout, questions, loaded->panes);
                } else if (loaded.error().code != ErrorCode::Cancelled) {
                    show(nullptr, loaded.error().message);
                }
            });
    }

    /// Layout, then the other maps with their captions, then the map itself.
    void showPanes(MapLayout layout, const QVector<PaneQuestion>& questions, const QVector<PaneAnswer>& answers) {
        m_panes->setLayout(layout);
        m_layout->setLayoutShown(layout);
        const MapDataPtr first = answers.first().data;
        m_canvas->setAccessibleName(MapPanes::tr("Map"));
        for (int i = 0; i < m_panes->count() && layout != MapLayout::Single; ++i) {
            MapPane* pane = m_panes->pane(i);
            pane->canvas()->setAccessibleName(QStringLiteral("%1: %2").arg(MapPanes::tr("Map"), questions[i].title));
            const MapDataPtr& data = answers[i].data;
            pane->caption()->setText(questions[i].title, data ? data->sentence : QString());
            pane->caption()->setRemovable(questions[i].kind == PaneQuestion::Kind::Pinned);
            // The legend speaks for the first map and for those with its scale.
            pane->caption()->setScale(i > 0 && data && !(first && canShareScale(*first, *data)) ? data : nullptr);
            if (i == 0) continue;
            pane->setData(data);
            pane->notice()->setText(data ? QString() : answers[i].message, questions[i].pinnable);
        }
        show(first, answers.first().message);
    }

    /// A file that cannot be opened is said once and unticked; ticking it again tries again.
    void takeBaseMaps(const PaneCache& cache) {
        const BaseMapsPtr before = m_cache.base, base = cache.base;  // lives until the canvas has let go of its layers
        m_cache = cache;
        m_panes->setBaseMaps(base);
        if (!base || base == before || base->problems().isEmpty()) return;
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
        if (otherPlace) clearRadius();
        m_data = data;
        m_panes->main()->setData(data);
        hideCards();
        const AnswersPtr answers = m_state->answers();
        m_months->setSource(m_state->workspace(), data, answers && answers->byMonth ? static_cast<int>(answers->byMonth->rows.size()) : 0);
        showMessage(message);
        m_legend->setData(data, m_palette);
        m_furniture->setData(data, m_palette);
        placeWhatMoved();
        if (otherPlace || (data && m_showsCity && m_canvas->size() != m_zoomedSize)) zoomToCity();
        m_panes->refresh();
        showSelection();
        m_tools->setHasDongs(data && !data->city->isEmpty());
        if (m_radiusShown) showRadius();
        const bool something = data && !data->result && (data->scaleLocked || std::max(data->largestValue, data->largestShape) > 0.0);
        m_state->setMapMaximum(something ? data->scaleTop : 0.0);
    }

    void hideCards() {
        m_panes->hideCards();
        m_months->want(QString());
    }

    void zoomToCity() {
        if (!m_data || m_data->extent.isEmpty()) return;
        const QSizeF size(std::max(1, m_canvas->width()), std::max(1, m_canvas->height()));
        const QgsRectangle view = m_panes->layout() == MapLayout::Single
                                      ? cityAlone(m_data->extent, size, m_furniture->stripHeight(), m_legend->size())
                                      : cityBeside(m_data->extent, size, kMargin + kToolColumn, m_panes->captionsBottom() + 1.0);
        m_zooming = true;
        m_canvas->setExtent(view);
        m_zooming = false;
        m_zoomedSize = m_canvas->size();
        m_showsCity = true;
        placeLegend();
        m_canvas->refresh();
    }

    /// Whatever is raised or moved over the map has the map below it painted too: only when something has another place.
    void placeWhatMoved() {
        const QVector<int> places{width(),
                                  height(),
                                  contentsMargins().top(),
                                  m_furniture->stripHeight(),
                                  m_legend->width(),
                                  m_legend->height(),
                                  m_data ? 1 : 0,
                                  m_data && m_data->sample ? 1 : 0,
                                  static_cast<int>(m_panes->layout())};
        if (m_panes->layout() == MapLayout::Single && places == m_placed) return;
        m_placed = places;
        placeOverlays();
    }

    void placeOverlays() {
        const bool alone = m_panes->layout() == MapLayout::Single;
        const int top = contentsMargins().top() + kMargin;
        m_furniture->setStampBelow(!alone);
        m_furniture->setCovered(contentsMargins().top());
        m_furniture->setGeometry(rect());
        // Several maps stand on the line with the sources, so that all have the same room.
        m_panes->arrange(rect().adjusted(0, 0, 0, alone ? 0 : -m_furniture->stripHeight()), kMargin + kToolColumn, kArrowColumn, top);
        m_furniture->setMetersPerPixel(m_canvas->mapUnitsPerPixel());
        const QRect map = m_panes->main()->geometry();
        m_message->setGeometry(map.adjusted(map.width() / 6, map.height() / 4, -map.width() / 6, -map.height() / 4));
        int y = top;
        for (QToolButton* button : {m_zoomIn, m_zoomOut, m_zoomCity}) {
            button->move(kMargin, y);
            y += button->height() + 4;
            button->raise();
        }
        m_tools->adjustSize();
        m_tools->move(kMargin, y + 8);
        m_tools->raise();
        m_layout->move(kMargin, m_tools->geometry().bottom() + 13);
        m_layout->raise();
        // Beside the stamp of sample data with one map, below the captions with several.
        m_chip->place(map, alone ? top : static_cast<int>(m_panes->captionsBottom()) + 6,
                      alone && m_data && m_data->sample ? kAfterStamp : kMargin + kToolColumn, kArrowColumn);
        placeLegend();
        placeSum();
    }

    void hover(MapPane* pane, const QgsPointXY& point) {
        const QString code = m_panes->hover(pane, point);
        m_months->want(m_panes->count() == 1 && !pane->showsResult() ? code : QString());
    }

    void click(MapPane* pane, const QgsPointXY& point, bool add) {
        const MapDataPtr data = pane->data();
        if (!data) return m_state->setSelection({});
        if (m_tools->tool() == SelectTool::Radius) return selectAround(pane, point, add);
        if (m_tools->tool() == SelectTool::Dong) {
            const int dong = dongAt(*data, point);
            return select(pane, dong < 0 ? QStringList() : placesInShape(*data, data->city->shapes[dong]), add, true);
        }
        select(pane, pane->codesAt(point), add, true);
    }

    /// `toggle`: what is all selected already is taken out again when it is added once more.
    /// Areas that are the rows of a result are selected as such: no place belongs to them.
    void select(const MapPane* pane, const QStringList& found, bool add, bool toggle = false) {
        if (pane->showsResultAreas()) return m_state->setResultRows(combined(add ? m_state->resultRows() : QStringList(), found, toggle));
        m_state->setSelection(combined(add ? m_state->selection() : QStringList(), found, toggle));
    }

    void selectAround(MapPane* pane, const QgsPointXY& centre, bool add) {
        if (!pane->data()) return;
        m_centre = centre;
        select(pane, placesWithin(*pane->data(), centre, m_tools->radius()), add);
        showRadius();
    }

    void clearRadius() {
        m_radiusShown = false;
        for (int i = 0; i < m_panes->count(); ++i) m_panes->pane(i)->radius()->clear();
    }

    /// The rings stay where they are while filters change; what they hold is counted anew, in each map its own numbers.
    void showRadius() {
        const int meters = m_tools->radius();
        m_radiusShown = true;
        for (int i = 0; i < m_panes->count(); ++i) {
            MapPane* pane = m_panes->pane(i);
            if (!pane->data()) {
                pane->radius()->clear();
                continue;
            }
            const SelectionSum sum = sumOf(*pane->data(), placesWithin(*pane->data(), m_centre, meters));
            pane->radius()->setRings(m_centre, meters, radiusSentence(*pane->data(), meters, sum), m_palette);
        }
    }

    void showSelection() {
        const QStringList selected = m_state->selection() + m_state->resultRows();
        m_panes->showSelection(selected);
        showSum(selected);
    }

    /// At the bottom left of the first map; beside the tools where it would reach up to them. Where it would cover most of a small map, the
    /// caption holds the scale instead.
    void placeLegend() {
        const QRect map = m_panes->main()->geometry();
        const int bottom = std::min(map.bottom() + 1, height() - m_furniture->stripHeight()) - kMargin;
        const int top = bottom - m_legend->height();
        const bool high = top < m_layout->geometry().bottom() + 8;
        const int left = high ? m_layout->geometry().right() + 8 : kMargin;
        const QPoint atRight(map.right() + 1 - kMargin - m_legend->width(), top - kAboveScaleBar);
        const int maps = m_panes->count();
        const bool small =
            maps > 2 || (maps == 2 && (m_legend->width() + left > map.width() * 0.7 || m_legend->height() > map.height() * 0.6));
        m_legend->setVisible(m_data && !small);
        if (m_panes->layout() != MapLayout::Single) {
            m_legendAtRight = false;
        } else if (m_showsCity && m_data) {
            const QSize size = m_legend->size();
            m_legendAtRight = hidesLessAtRight(*m_data, *m_canvas->getCoordinateTransform(), QRect({left, top}, size), QRect(atRight, size),
                                               m_legendAtRight);
        }
        m_legend->move(m_legendAtRight ? atRight : QPoint(left, top));
        const MapDataPtr scale = small ? m_data : nullptr;
        if (m_panes->count() == 1 || m_panes->main()->caption()->scale() == scale) return;
        m_panes->main()->caption()->setScale(scale);
        m_panes->placeCaptions();
    }

    /// One map has a card for it; several say it in their captions, each with its own numbers.
    void showSum(const QStringList& selected) {
        const bool alone = m_panes->count() == 1;
        for (int i = 0; i < m_panes->count() && !alone; ++i) {
            const MapDataPtr& data = m_panes->pane(i)->data();
            const SelectionSum sum = data ? sumOf(*data, selected) : SelectionSum{};
            m_panes->pane(i)->caption()->setSum(sum.places > 0 ? selectionSentence(*data, sum) : QString());
        }
        if (!alone) m_panes->placeCaptions();
        const SelectionSum sum = m_data && alone ? sumOf(*m_data, selected) : SelectionSum{};
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
        m_sum->move(width() - kMargin - m_sum->width(), contentsMargins().top() + kBelowArrow);
        m_sum->raise();
    }

    QPointer<WorkspaceState> m_state;
    TaskRunner m_runner;
    LatestOnly m_latest;
    MapPalette m_palette;
    MapPanes* m_panes = nullptr;
    Pins m_pins;
    MapDataPtr m_data;  ///< of the first map
    PaneCache m_cache;
    bool m_showsCity = true;  ///< the view is the whole city, so that it follows the size of the window
    bool m_zooming = false;
    QSize m_zoomedSize;
    QgsMapCanvas* m_canvas = nullptr;  ///< of the first map
    FurnitureOverlay* m_furniture = nullptr;
    LegendOverlay* m_legend = nullptr;
    HoverCard* m_card = nullptr;
    bool m_legendAtRight = false;
    QLabel* m_message = nullptr;
    HoverMonths* m_months = nullptr;
    QLabel* m_sum = nullptr;
    ResultChip* m_chip = nullptr;
    ToolColumn* m_tools = nullptr;
    LayoutButton* m_layout = nullptr;
    QVector<int> m_placed;  ///< sizes for which the overlays have their places
    bool m_radiusShown = false;
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
