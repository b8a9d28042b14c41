// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window with a sample city and made analyses, and what tests of analyses do with it. One test program, one inclusion.
#pragma once

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QListWidget>
#include <QMenuBar>
#include <QMessageBox>
#include <QTabWidget>
#include <QTableWidget>
#include <cmath>

#include "core/base/language.h"
#include "core/export/read_receipt.h"
#include "core/runs/run.h"
#include "core/sample/sample_city.h"
#include "tests/support/made_analysis.h"
#include "tests/support/map_test.h"
#include "tests/ui/map/whole_window.h"
#include "ui/analyse/analyse_panel.h"
#include "ui/analyse/run_board.h"
#include "ui/charts/chart_view.h"
#include "ui/common/theme.h"
#include "ui/map/map_overlays.h"
#include "ui/map/result_map.h"

namespace mudeung::test {

inline const QString kRidership = QStringLiteral("bus-stop-hourly");

/// Presses a button of the next message box.
inline void answerBox(QMessageBox::StandardButton button) {
    auto* timer = new QTimer(qApp);
    timer->setInterval(20);
    QObject::connect(timer, &QTimer::timeout, qApp, [timer, button] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (!box) return;
        timer->stop();
        timer->deleteLater();
        QTest::mouseClick(box->button(button), Qt::LeftButton);
    });
    timer->start();
}

class AnalyseTest : public QObject {
protected:
    void prepare();
    void begin();
    void end();
    WholeWindow& w() { return *m_w; }
    void open(const QString& file);
    /// The form of the made analysis, by keyboard.
    void openForm();
    void click(const char* button) { QTest::mouseClick(w().part<QAbstractButton>(button), Qt::LeftButton); }
    ShownResultPtr ran();
    MapDataPtr resultMap();
    QTableView* table() { return w().part<QTableView>("resultTable"); }
    QListWidget* kept() { return w().part<QListWidget>("keptRuns"); }
    int keptCount();
    void setCombo(const char* name, const QString& id);
    void setNumber(const char* name, const QString& text);

    QTemporaryDir m_folder;
    QString m_original;
    QString m_file;
    std::unique_ptr<WholeWindow> m_w;
    int m_copies = 0;
};

inline void AnalyseTest::prepare() {
    isolateSettings(m_folder.path());
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    applyTheme(QStringLiteral("light"));
    m_original = m_folder.filePath(QStringLiteral("city.mudeung"));
    SampleOptions options;
    options.stops = 60;
    options.days = 60;
    const Status made = makeSampleWorkspace(m_original, options, Progress::none());
    QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().message));
}

inline void AnalyseTest::begin() {
    setInterfaceLanguage(QStringLiteral("en"));
    m_file = m_folder.filePath(QStringLiteral("copy%1.mudeung").arg(++m_copies));
    QVERIFY(QFile::copy(m_original, m_file));
    m_w = std::make_unique<WholeWindow>();
    open(m_file);
}

inline void AnalyseTest::end() {
    m_w.reset();
    applyTheme(QStringLiteral("light"));
}

inline void AnalyseTest::open(const QString& file) {
    w().window.openWorkspace(file);
    QTRY_VERIFY_WITH_TIMEOUT(w().state.workspace(), kPatience);
    if (w().state.query().dataset != kRidership) w().state.setDataset(kRidership);
    QVERIFY(w().settled());
}

inline void AnalyseTest::openForm() {
    w().ctrlShift(Qt::Key_I);
    auto* list = w().part<QListWidget>("analysisList");
    QTRY_VERIFY(list->isVisible());
    QTRY_VERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Home);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(w().part<QPushButton>("runAnalysis")->isVisible());
}

inline ShownResultPtr AnalyseTest::ran() {
    const ShownResultPtr before = w().state.shownResult();
    click("runAnalysis");
    (void)QTest::qWaitFor([&] { return w().state.shownResult() && w().state.shownResult() != before; }, kPatience);
    return w().state.shownResult();
}

inline MapDataPtr AnalyseTest::resultMap() {
    (void)QTest::qWaitFor(
        [this] {
            const MapDataPtr data = w().mapData();
            return data && data->result && data->result->shown == w().state.shownResult();
        },
        kPatience);
    return w().mapData();
}

inline int AnalyseTest::keptCount() {
    const auto runs = keptRuns(*w().state.workspace());
    return runs ? static_cast<int>(runs->size()) : -1;
}

inline void AnalyseTest::setCombo(const char* name, const QString& id) {
    auto* combo = w().part<QComboBox>(name);
    const int index = combo->findData(id);
    QVERIFY2(index >= 0, qPrintable(id));
    combo->setFocus();
    while (combo->currentIndex() < index) QTest::keyClick(combo, Qt::Key_Down);
    while (combo->currentIndex() > index) QTest::keyClick(combo, Qt::Key_Up);
}

inline void AnalyseTest::setNumber(const char* name, const QString& text) {
    auto* spin = w().part<QDoubleSpinBox>(name);
    spin->setFocus();
    spin->selectAll();
    QTest::keyClicks(spin, text);
    QTest::keyClick(spin, Qt::Key_Return);
}

}  // namespace mudeung::test
