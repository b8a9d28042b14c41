// SPDX-License-Identifier: GPL-3.0-or-later
// The QGIS version that the map needs, and the small differences between Qt 5 and Qt 6 that its headers let through.
#pragma once

#include <QEvent>
#include <QGuiApplication>
#include <QTimer>
#include <qgsconfig.h>
#include <qgsmapcanvas.h>

#if _QGIS_VERSION_INT < 34000
#error "Mudeung needs QGIS 3.40 or later (Debian 12: libqgis-dev from bookworm-backports)"
#endif

namespace mudeung {

/// The event type of QWidget::enterEvent, which Qt 6 renamed.
#if QT_VERSION >= 0x060000
using EnterEvent = QEnterEvent;
#else
using EnterEvent = QEvent;
#endif

/// High-DPI pictures and fractional scale factors, which Qt 6 has by itself. Before the application object.
inline void enableHighDpi() {
#if QT_VERSION < 0x060000
    QCoreApplication::setAttribute(Qt::AA_EnableHighDpiScaling);
    QCoreApplication::setAttribute(Qt::AA_UseHighDpiPixmaps);
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
#endif
}

/// Starts the drawing that refresh() would start with the next turn of the event loop, after all that waits to be painted. A canvas that
/// does not know the slot by this name, or has another timer, draws a little later.
inline void renderNow(QgsMapCanvas* canvas) {
    canvas->refresh();
    const auto timers = canvas->findChildren<QTimer*>(QString(), Qt::FindDirectChildrenOnly);
    for (QTimer* timer : timers) {
        if (!timer->isActive() || !timer->isSingleShot() || timer->interval() != 1) continue;
        timer->stop();
        if (!QMetaObject::invokeMethod(canvas, "refreshMap", Qt::DirectConnection)) timer->start(1);
        return;
    }
}

}  // namespace mudeung
