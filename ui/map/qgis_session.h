// SPDX-License-Identifier: GPL-3.0-or-later
// The QGIS libraries' lifetime: one per process, created in main() before any map, gone last. Hides QgsApplication.
#pragma once

#include <memory>

namespace mudeung {

class QgisSession {
public:
    /// `gui` = a window will be shown. Without a display the offscreen platform is chosen by itself.
    QgisSession(int& argc, char** argv, bool gui);
    ~QgisSession();
    QgisSession(const QgisSession&) = delete;
    QgisSession& operator=(const QgisSession&) = delete;
    int exec();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace mudeung
