// SPDX-License-Identifier: GPL-3.0-or-later
// The window as the program assembles it, with the real map, and the hands of somebody who uses it: keys, mouse, files.
#pragma once

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QFileDialog>
#include <QInputDialog>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QtTest>
#include <qgsmapcanvas.h>
#include <type_traits>

#include "app/map_output.h"
#include "core/base/format.h"
#include "core/task/task_runner.h"
#include "tests/ui/ui_test_support.h"
#include "ui/charts/carpet_view.h"
#include "ui/charts/timeline_view.h"
#include "ui/common/message_bar.h"
#include "ui/map/map_data.h"
#include "ui/map/map_view.h"
#include "ui/map/picture_layer.h"
#include "ui/shell/main_window.h"

namespace mudeung::test {

constexpr int kPatience = 30000;

inline void drag(QWidget* on, QPoint from, QPoint to, Qt::KeyboardModifiers keys = Qt::NoModifier) {
    QTest::mousePress(on, Qt::LeftButton, keys, from);
    for (int i = 1; i <= 5; ++i) {
        const QPoint at = from + (to - from) * i / 5;
        QMouseEvent move(QEvent::MouseMove, at, on->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, keys);
        QCoreApplication::sendEvent(on, &move);
    }
    QTest::mouseRelease(on, Qt::LeftButton, keys, to);
}

/// What an input method gives after Hangul was composed.
inline void write(QWidget* into, const QString& text) {
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(into, &event);
}

/// Answers the next modal dialog: a file dialog with a path, an input dialog with a text.
inline void answerNext(const QString& text) {
    auto* timer = new QTimer(qApp);
    timer->setInterval(20);
    QObject::connect(timer, &QTimer::timeout, qApp, [timer, text] {
        QWidget* modal = QApplication::activeModalWidget();
        if (!modal || !modal->isVisible()) return;
        timer->stop();
        timer->deleteLater();
        if (auto* input = qobject_cast<QInputDialog*>(modal)) {
            input->setTextValue(text);
            input->accept();
        } else if (auto* files = qobject_cast<QFileDialog*>(modal)) {
            files->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(text);
            QMetaObject::invokeMethod(files, "accept");
        } else {
            qWarning() << "an unexpected dialog" << modal;
            modal->close();
        }
    });
    timer->start();
}

struct WholeWindow {
    WorkspaceState state;
    TaskRunner tasks;
    MainWindow window{&state, &tasks, createMapView, cli::mapOutput(state)};

    WholeWindow() {
        const Unwatched first("the first show of a window");
        window.setWindowState(Qt::WindowNoState);  // "offscreen" has a small screen, which a full window would fill
        window.resize(1600, 1000);
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window, kPatience);
    }

    template <typename Part>
    Part* part(const char* name) const {
        auto* found = window.findChild<Part*>(QLatin1String(name));
        if (!found) qFatal("the window has no %s", name);
        return found;
    }
    QgsMapCanvas* canvas() const { return part<QgsMapCanvas>("mapCanvas"); }
    MapDataPtr mapData() const {
        const auto layers = canvas()->layers();
        return layers.isEmpty() ? nullptr : static_cast<PictureLayer*>(layers.first())->input().data;
    }
    QPoint onMap(const MapPlace& place) const {
        return canvas()->mapSettings().mapToPixel().transform(QgsPointXY(place.at)).toQPointF().toPoint();
    }

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window, kPatience);
        QTest::keyClick(&window, static_cast<Qt::Key>(key), modifiers);
    }
    void ctrl(int key) { press(key, Qt::ControlModifier); }
    void ctrlShift(int key) { press(key, Qt::ControlModifier | Qt::ShiftModifier); }

    /// Brings a panel to the front.
    template <typename Part>
    Part* shown(const char* name) const {
        Part* found = part<Part>(name);
        for (QWidget* parent = found->parentWidget(); parent; parent = parent->parentWidget())
            if (auto* dock = qobject_cast<QDockWidget*>(parent)) {
                dock->show();
                dock->raise();
            }
        QCoreApplication::processEvents();
        if constexpr (std::is_base_of_v<ChartView, Part>) found->grab();  // charts know where their marks are once they were painted
        return found;
    }

    /// Answers and map are those of the question.
    bool settled() {
        return QTest::qWaitFor(
            [this] {
                const MapDataPtr data = mapData();
                const AnswersPtr answers = state.answers();
                return data && !state.busy() && answers && answers->byPlace && answers->query == state.query() &&
                       data->query == answers->byPlace->query && data->style == state.mapStyle();
            },
            kPatience);
    }
    bool tasksDone() {
        return QTest::qWaitFor([this] { return tasks.tasks().isEmpty(); }, kPatience);
    }
    qint64 total() const { return state.answers()->byPlace->totalSum; }
    /// Brings a panel that lies behind another tab to the front, as its tab does; it shows what it then has to say.
    void bringToFront(const char* dock) const {
        part<QDockWidget>(dock)->raise();
        for (int turn = 0; turn < 4; ++turn) QCoreApplication::processEvents();
    }
    /// The large number of the panel, as digits. The groups stand in front of it again afterwards.
    qint64 shownTotal() const {
        bringToFront("dockNumbers");
        QString digits;
        for (const QChar c : part<QLabel>("numbersTotal")->text())
            if (c.isDigit()) digits += c;
        bringToFront("dockGroups");
        return digits.toLongLong();
    }
    /// Numbers of the table of places by code, as it shows them.
    QHash<QString, qint64> tableNumbers() const {
        QHash<QString, qint64> numbers;
        const QAbstractItemModel* model = part<QTableView>("placeTable")->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            QString digits;
            for (const QChar c : model->index(row, 2).data().toString())
                if (c.isDigit()) digits += c;
            numbers.insert(model->index(row, 0).data(Qt::UserRole + 1).toString(), digits.toLongLong());
        }
        return numbers;
    }
    /// The same number in the answer, in the panel of numbers, in the table and on the map.
    bool everywhere(qint64 expected) const {
        qint64 inTable = 0;
        for (const qint64 number : tableNumbers()) inTable += number;
        qint64 onMap = 0;
        for (const MapPlace& place : mapData()->places)
            if (place.value > 0.0) onMap += qRound64(place.value);
        const bool same =
            total() == expected && shownTotal() == expected && inTable == expected && onMap == state.answers()->byPlace->locatedSum;
        if (!same)
            qWarning() << "expected" << expected << "answer" << total() << "panel" << shownTotal() << "table" << inTable << "map" << onMap
                       << "of" << state.answers()->byPlace->locatedSum;
        return same;
    }
};

}  // namespace mudeung::test
