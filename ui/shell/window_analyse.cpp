// SPDX-License-Identifier: GPL-3.0-or-later
// Analyses in the window: their menu, the room that their panel gets, and their files.
#include <QDockWidget>
#include <QHash>
#include <QMenu>
#include <QStyle>
#include <algorithm>
#include <utility>

#include "core/export/run_file.h"
#include "ui/analyse/analyse_panel.h"
#include "ui/charts/chart_image.h"
#include "ui/shell/main_window.h"

namespace mudeung {

namespace {
constexpr int kAnalyseWidth = 460;
constexpr int kNarrowWidth = 380;
constexpr int kWideWindow = 1600;
constexpr QSize kChartFile(1600, 1000);

/// What resizeDocks() has to be asked for to make the panels in front on the side of `other` as high as they are: with their tabs.
QHash<QDockWidget*, int> heightsBeside(const QMainWindow& window, QDockWidget* other) {
    QList<QDockWidget*> inFront;
    for (auto* dock : window.findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly))
        if (dock != other && !dock->isFloating() && !dock->visibleRegion().isEmpty() &&
            window.dockWidgetArea(dock) == window.dockWidgetArea(other))
            inFront << dock;
    std::sort(inFront.begin(), inFront.end(), [](const QDockWidget* a, const QDockWidget* b) { return a->y() < b->y(); });
    const int separator = window.style()->pixelMetric(QStyle::PM_DockWidgetSeparatorExtent, nullptr, &window);
    QHash<QDockWidget*, int> heights;
    int from = window.centralWidget()->y();
    for (QDockWidget* dock : std::as_const(inFront)) {
        const int to = dock->geometry().bottom() + 1;
        heights.insert(dock, to - from);
        from = to + separator;
    }
    return heights;
}

}  // namespace

void MainWindow::buildAnalyse(QMenu* analyse) {
    m_needWorkspace << addAction(analyse, QT_TR_NOOP("&Choose an analysis"), QKeySequence(QStringLiteral("Ctrl+Shift+I")),
                                 [this] { openAnalyse(AnalysePanel::Choose); });
    m_needWorkspace << addAction(analyse, QT_TR_NOOP("&Run"), QKeySequence(QStringLiteral("Ctrl+R")), [this] {
        if (!m_analyseDock->isHidden()) return m_analyse->runChosen();
        openAnalyse(AnalysePanel::Choose);
    });
    m_needWorkspace << addAction(analyse, QT_TR_NOOP("Show the r&esult"), QKeySequence(QStringLiteral("Ctrl+Shift+R")),
                                 [this] { openAnalyse(AnalysePanel::ShowResult); });
    m_needWorkspace << addAction(analyse, QT_TR_NOOP("&Kept results"), QKeySequence(QStringLiteral("Ctrl+Shift+H")),
                                 [this] { openAnalyse(AnalysePanel::Kept); });
    analyse->addSeparator();
    m_needWorkspace << addAction(analyse, QT_TR_NOOP("&Save the result …"), QKeySequence(QStringLiteral("Ctrl+Shift+S")),
                                 [this] { m_analyse->askSave(); });
    m_needWorkspace << addAction(analyse, QT_TR_NOOP("&Back to the question on the map"), QKeySequence(QStringLiteral("Ctrl+Shift+G")),
                                 [this] { m_state->setShownResult(nullptr); });
}

void MainWindow::openAnalyse(int page) {
    m_analyseDock->setProperty("wanted", true);
    m_analyseDock->show();
    m_analyse->openPage(static_cast<AnalysePanel::Page>(page));
}

void MainWindow::followAnalyse(bool shown) {
    if (m_analyseDock->property("leads").toBool() == shown) return;
    m_analyseDock->setProperty("leads", shown);
    const bool workspace = m_state->workspace() != nullptr;
    const QHash<QDockWidget*, int> before = shown ? heightsBeside(*this, m_analyseDock) : QHash<QDockWidget*, int>();
    QList<QDockWidget*> onTop;
    QList<int> heights;
    for (const Dock& dock : m_docks) {
        if (dock.widget == m_analyseDock || dock.widget->isFloating()) continue;
        if (dockWidgetArea(dock.widget) != dockWidgetArea(m_analyseDock)) continue;
        // As high as they were, with the same ones on top of their tabs, when they come back.
        if (shown) dock.widget->setProperty("heightBefore", before.value(dock.widget, 0));
        dock.widget->setProperty("standsBack", shown);
        dock.widget->setVisible(workspace && !shown && dock.widget->property("wanted").toBool());
        if (shown || dock.widget->isHidden() || dock.widget->property("heightBefore").toInt() <= 0) continue;
        onTop << dock.widget;
        heights << dock.widget->property("heightBefore").toInt();
    }
    for (QDockWidget* dock : std::as_const(onTop)) dock->raise();
    if (!onTop.isEmpty()) resizeDocks(onTop, heights, Qt::Vertical);
}

void MainWindow::widenAnalyse() {
    resizeDocks({m_analyseDock}, {width() >= kWideWindow ? kAnalyseWidth : kNarrowWidth}, Qt::Horizontal);
}

void MainWindow::saveResult(const ShownResultPtr& result, const QString& path) {
    const auto engine = m_state->engine();
    if (!result || !engine) return;
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (m_output.result && QStringList{QStringLiteral("png"), QStringLiteral("pdf"), QStringLiteral("svg")}.contains(suffix))
        return save(path, m_output.result(result, path, pictureScale()));
    save(path, [engine, result, path](Progress& progress) { return writeRunFile(*engine, *result->run, path, progress); });
}

void MainWindow::saveResultChart(const ShownResultPtr& result, const ChartSpec& spec, const QString& path) {
    const auto engine = m_state->engine();
    if (!result || !engine) return;
    ChartFile file;
    file.size = kChartFile;
    file.scale = pictureScale();
    save(path, [engine, result, spec, path, file](Progress& progress) -> Status {
        auto receipt = runReceipt(*engine, *result->run, progress);
        if (!receipt) return receipt.error();
        receipt->what = ReceiptOf::Chart;
        ChartFile carried = file;
        carried.receipt = *receipt;
        return writeChart(spec, path, carried);
    });
}

}  // namespace mudeung
