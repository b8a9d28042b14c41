// SPDX-License-Identifier: GPL-3.0-or-later
// The QGIS libraries' lifetime: one per process, created in main() before any map, gone last. Hides QgsApplication.
#pragma once

#include <memory>

class QEvent;
class QObject;

namespace mudeung {

/// Called before and after every event, on the thread that delivers it.
struct DeliveryObserver {
    void (*began)(const QObject* receiver, const QEvent* event) = nullptr;
    void (*ended)() = nullptr;
};

class QgisSession {
public:
    /// `gui` = a window will be shown. Without a display the offscreen platform is chosen by itself.
    QgisSession(int& argc, char** argv, bool gui);
    ~QgisSession();
    QgisSession(const QgisSession&) = delete;
    QgisSession& operator=(const QgisSession&) = delete;
    int exec();
    /// For tests that measure how long events take; once, before the session is made.
    static void observeDeliveries(const DeliveryObserver& observer);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace mudeung
