// SPDX-License-Identifier: GPL-3.0-or-later
// Starts and ends QGIS in the right order, with a profile folder of our own.
#include "ui/map/qgis_session.h"

#include <QDir>
#include <QStandardPaths>
#include <qgsapplication.h>
#include <qgsproject.h>
#include <qgsrendercontext.h>
#include <thread>

#include "ui/map/qgis_compat.h"

namespace mudeung {
namespace {

/// Without a display Qt would end the process; with "offscreen" the same pictures come out.
void chooseOffscreenWhenAlone() {
    const bool display = !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
    if (!display && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
}

QString profileFolder() {
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    const QString folder = QDir(data.isEmpty() ? QDir::tempPath() : data).filePath(QStringLiteral("mudeung/qgis"));
    QDir().mkpath(folder);
    return folder;
}

DeliveryObserver g_observer;

class Application : public QgsApplication {
public:
    using QgsApplication::QgsApplication;
    bool notify(QObject* receiver, QEvent* event) override {
        if (!g_observer.began) return QgsApplication::notify(receiver, event);
        g_observer.began(receiver, event);
        const bool handled = QgsApplication::notify(receiver, event);
        g_observer.ended();
        return handled;
    }
};

}  // namespace

class QgisSession::Impl {
public:
    Impl(int& argc, char** argv, bool gui) : app(argc, argv, gui, profileFolder(), QStringLiteral("external")) {}
    Application app;
    std::thread warming;
};

QgisSession::QgisSession(int& argc, char** argv, bool gui) {
    enableHighDpi();
    chooseOffscreenWhenAlone();
    // Fonts and painters need the GUI part of Qt even without a window, so QGIS is always started with it; `gui` = false only means
    // that no window follows.
    Q_UNUSED(gui)
    m_impl = std::make_unique<Impl>(argc, argv, true);
    QgsApplication::initQgis();
    // The first of these asks PROJ's database for the way between two ellipsoids, some 35 ms that the first map would take on the GUI
    // thread; QGIS keeps the answer for all threads.
    m_impl->warming = std::thread([] { const QgsRenderContext context; });
    QCoreApplication::setOrganizationName(QStringLiteral("mudeung"));
    QCoreApplication::setApplicationName(QStringLiteral("mudeung"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MUDEUNG_VERSION));
}

QgisSession::~QgisSession() {
    m_impl->warming.join();
    if (QgsProject* project = QgsProject::instance()) project->clear();
    QgsApplication::exitQgis();
}

void QgisSession::observeDeliveries(const DeliveryObserver& observer) {
    g_observer = observer;
}

int QgisSession::exec() {
    return QCoreApplication::exec();
}

}  // namespace mudeung
