// SPDX-License-Identifier: GPL-3.0-or-later
// The few places where Qt 5 and Qt 6 spell widget code differently.
#pragma once

#include <QDropEvent>
#include <QFontDatabase>
#include <QMouseEvent>
#include <QPointF>
#include <QSettings>
#include <QStringList>

namespace mudeung {

inline QPointF eventPosition(const QMouseEvent* event) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 0, 0)
    return event->position();
#else
    return event->localPos();
#endif
}

inline QPoint eventGlobalPosition(const QMouseEvent* event) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 0, 0)
    return event->globalPosition().toPoint();
#else
    return event->globalPos();
#endif
}

inline QPointF eventPosition(const QDropEvent* event) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 0, 0)
    return event->position();
#else
    return event->posF();
#endif
}

inline QStringList installedFontFamilies() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 0, 0)
    return QFontDatabase::families();
#else
    return QFontDatabase().families();
#endif
}

/// Qt 6 writes and reads INI files in UTF-8. Qt 5 reads Latin-1 unless told, and would make a file name of Qt 6 unreadable; what Qt 5 wrote
/// before, with its letters escaped, both read.
inline void writeUtf8(QSettings& store) {
#if QT_VERSION < QT_VERSION_CHECK(6, 0, 0)
    store.setIniCodec("UTF-8");
#else
    Q_UNUSED(store)
#endif
}

}  // namespace mudeung
