// SPDX-License-Identifier: GPL-3.0-or-later
// A state with its map in a window, driven as a person would, for tests of the map.
#pragma once

#include <QLabel>
#include <QSignalSpy>
#include <QWheelEvent>
#include <QtTest>
#include <memory>
#include <qgsmapcanvas.h>
#include <qgsmaptopixel.h>

#include "ui/common/workspace_state.h"
#include "ui/map/map_overlays.h"
#include "ui/map/map_view.h"
#include "ui/map/picture_layer.h"
#include "ui/map/sheet_layer.h"

namespace mudeung::test {

constexpr int kWait = 8000;

/// A state, its map and the canvas in it.
struct Window {
    WorkspaceState state;
    std::unique_ptr<QWidget> view;
    QgsMapCanvas* canvas = nullptr;

    explicit Window(QSize size = QSize(1000, 800)) {
        view.reset(createMapView(&state));
        canvas = view->findChild<QgsMapCanvas*>(QStringLiteral("mapCanvas"));
        view->resize(size);
        view->show();
        (void)QTest::qWaitForWindowExposed(view.get());
    }
    ~Window() { view.reset(); }

    DensityLayer* density() const { return layer<DensityLayer>(); }
    template <typename Layer>
    Layer* layer() const {
        for (QgsMapLayer* each : canvas->layers()) {
            const auto* sheet = dynamic_cast<SheetLayer*>(each);
            if (!sheet) continue;
            for (PictureLayer* part : sheet->parts())
                if (auto* found = dynamic_cast<Layer*>(part)) return found;
        }
        return nullptr;
    }
    MapDataPtr data() const {
        const auto layers = canvas->layers();
        return layers.isEmpty() ? nullptr : static_cast<PictureLayer*>(layers.first())->input().data;
    }
    /// Waits for a snapshot that answers the query of the state, in the style of the state, and for its picture.
    bool settle() {
        const bool there = QTest::qWaitFor(
            [this] {
                const MapDataPtr d = data();
                const AnswersPtr answers = state.answers();
                return d && !state.busy() && answers && answers->query == state.query() && d->query == answers->byPlace->query &&
                       d->dataset.id == state.query().dataset && d->style == state.mapStyle();
            },
            kWait);
        if (!there)
            qWarning() << "no snapshot:" << message()->text() << state.busy() << (data() != nullptr) << (state.answers() != nullptr);
        return there && drawn();
    }
    bool drawn() {
        // The end of an earlier job must not be taken for that of this one.
        (void)QTest::qWaitFor([this] { return !canvas->isDrawing(); }, kWait);
        QSignalSpy refreshed(canvas, &QgsMapCanvas::mapCanvasRefreshed);
        canvas->refreshAllLayers();
        if (refreshed.wait(kWait)) return true;
        qWarning() << "no picture" << canvas->size() << canvas->isDrawing() << canvas->isFrozen() << canvas->extent().toString();
        return false;
    }
    QPoint pixelOf(const QString& code) const {
        for (const MapPlace& place : data()->places) {
            if (place.code() == code) return canvas->mapSettings().mapToPixel().transform(QgsPointXY(place.at)).toQPointF().toPoint();
        }
        return {-1, -1};
    }
    QImage picture() const { return canvas->grab().toImage(); }
    template <typename Widget>
    Widget* overlay() const {
        for (QWidget* each : view->findChildren<QWidget*>())
            if (auto* found = dynamic_cast<Widget*>(each)) return found;
        return nullptr;
    }
    QStringList hover(QPoint at) {
        QMouseEvent move(QEvent::MouseMove, at, canvas->viewport()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(canvas->viewport(), &move);
        return overlay<HoverCard>()->isVisible() ? overlay<HoverCard>()->lines() : QStringList();
    }
    QLabel* message() const { return view->findChild<QLabel*>(QStringLiteral("mapMessage")); }
};

inline void drag(QWidget* on, QPoint from, QPoint to, Qt::KeyboardModifiers keys) {
    QTest::mousePress(on, Qt::LeftButton, keys, from);
    for (int i = 1; i <= 5; ++i) {
        const QPoint at = from + (to - from) * i / 5;
        QMouseEvent move(QEvent::MouseMove, at, on->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, keys);
        QCoreApplication::sendEvent(on, &move);
    }
    QTest::mouseRelease(on, Qt::LeftButton, keys, to);
}

inline void wheel(QWidget* on, QPoint at, int steps) {
    QWheelEvent event(at, on->mapToGlobal(at), QPoint(), QPoint(0, 120 * steps), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(on, &event);
}

}  // namespace mudeung::test
