// SPDX-License-Identifier: GPL-3.0-or-later
// The QGIS version that the map needs, and the small differences between Qt 5 and Qt 6 that its headers let through.
#pragma once

#include <QEvent>
#include <QGuiApplication>
#include <qgsconfig.h>

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

}  // namespace mudeung
