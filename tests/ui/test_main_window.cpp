// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a person uses it: import a file, see it listed, click a bar, read the table, change the language, drop files.
#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QDropEvent>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QTranslator>
#include <QTreeWidget>
#include <QUrl>
#include <QtTest>
#include <algorithm>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/language.h"
#include "tests/ui/plain_window.h"
#include "tests/ui/ui_test_support.h"
#include "ui/charts/chart_view.h"
#include "ui/common/message_bar.h"
#include "ui/common/settings_keys.h"
#include "ui/common/theme.h"
#include "ui/explore/chart_panels.h"
#include "ui/explore/filter_panel.h"
#include "ui/explore/hour_strip.h"
#include "ui/explore/top_places_panel.h"
#include "ui/import/import_dialog.h"

using namespace mudeung;

namespace {

/// Stands in for a translation file: every text gets brackets.
class Brackets : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override {
        return QLatin1Char('[') + QString::fromUtf8(source) + QLatin1Char(']');
    }
};

using Window = test::PlainWindow;

QString csvFile() {
    return QStringLiteral(MUDEUNG_TEST_DATA "/ui/bus_stop_hourly_202403.csv");
}

}  // namespace

class TestMainWindow : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void importThenClickThrough();
    void dropImports();
    void filtersAreGreyWithReasons();
    void dayTypesFollowTheCarpet();
    void hourStripFilters();
    void emptyResultOffersToRelax();
    void tableSelectsAndExports();
    void languageChangeRetranslates();
    void everythingHasAName();
    void foreignFileIsAnError();
    void secondWindowReadsOnly();
    void networkDriveOffersACopy();
    void memoryIsASetting();
    void everyActionHasAShortcut();
    void targetsAreLargeEnough();
    void panelsStayAsTheyWereLeft();
    void chartIsSavedThroughItsMenu_data();
    void chartIsSavedThroughItsMenu();
    void manyAgesAreChosenByBand();
    void koreanTexts();
    void pictures();

private:
    QString workspaceFile() const { return m_folder->filePath(QStringLiteral("city.mudeung")); }
    std::unique_ptr<QTemporaryDir> m_folder;
    QTemporaryDir m_settings;
};

void TestMainWindow::initTestCase() {
    test::isolateSettings(m_settings.path());
    applyTheme(QStringLiteral("light"));
}

void TestMainWindow::importThenClickThrough() {
    Window w;
    w.window.show();
    w.window.createWorkspace(workspaceFile());
    QTRY_VERIFY(w.state.workspace());
    w.window.openFiles({csvFile()});
    ImportDialog* dialog = w.window.importDialog();
    QVERIFY(dialog);
    auto* import = dialog->findChild<QPushButton*>(QStringLiteral("importButton"));
    QTRY_VERIFY(import->isVisible() && import->isEnabled());
    test::keepPicture(dialog->grab(), QStringLiteral("import-preview.png"));
    QTest::mouseClick(import, Qt::LeftButton);
    QSignalSpy imported(dialog, &ImportDialog::imported);
    QTRY_COMPARE(imported.count(), 1);
    test::keepPicture(dialog->grab(), QStringLiteral("import-report.png"));
    QTRY_COMPARE(w.state.query().dataset, QStringLiteral("bus-stop-hourly"));
    auto* tree = w.window.findChild<QTreeWidget*>(QStringLiteral("datasetTree"));
    QCOMPARE(tree->topLevelItem(0)->childCount(), 1);
    QTRY_VERIFY(!w.state.busy() && w.state.answers() && w.state.answers()->byPlace);
    QCOMPARE(w.state.answers()->byPlace->totalSum, qint64(1693));

    auto* chart = w.window.findChild<ChartView*>(QStringLiteral("groupsChart"));
    chart->grab();
    QTest::mouseClick(chart, Qt::LeftButton, Qt::NoModifier, chart->markCentre(QStringLiteral("65-74")));
    QCOMPARE(w.state.query().groups, QStringList{QStringLiteral("65-74")});
    QTRY_VERIFY(!w.state.busy());
    QCOMPARE(w.state.answers()->byPlace->totalSum, qint64(848));
    auto* table = w.window.findChild<QTableView*>(QStringLiteral("placeTable"));
    QCOMPARE(table->model()->rowCount(), 2);
    // 0101: 217 + 219; 0202: 194 + 218 (awk, same command per stop)
    QCOMPARE(table->model()->index(0, 2).data().toString().toInt() + table->model()->index(1, 2).data().toString().toInt(), 848);
    chart->grab();
    QTest::mouseClick(chart, Qt::LeftButton, Qt::NoModifier, chart->markCentre(QStringLiteral("65-74")));
    QVERIFY(w.state.query().groups.isEmpty());
}

void TestMainWindow::dropImports() {
    Window w;
    w.state.setWorkspace(test::smallWorkspace(workspaceFile()));
    w.window.show();
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(csvFile()), QUrl::fromLocalFile(csvFile())});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&w.window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPoint(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&w.window, &drop);
    QVERIFY(w.window.importDialog());
    QCOMPARE(w.window.importDialog()->queuedFiles().size(), 1);  // the first one is on screen
    QVERIFY(w.window.importDialog()->isVisible());
    QTRY_VERIFY(w.tasks.tasks().isEmpty());
}

void TestMainWindow::filtersAreGreyWithReasons() {
    Window w;
    w.state.setWorkspace(test::smallWorkspace(workspaceFile(), true));
    auto* hours = w.window.findChild<HourStrip*>(QStringLiteral("hourStrip"));
    auto* groups = w.window.findChild<QListWidget*>(QStringLiteral("groups"));
    auto* weekday = w.window.findChild<QToolButton*>(QStringLiteral("dayType0"));
    QVERIFY(hours->isEnabled() && groups->isEnabled() && weekday->isEnabled());
    w.state.setDataset(QStringLiteral("test-year"));
    QVERIFY(!hours->isEnabled() && !groups->isEnabled() && !weekday->isEnabled());
    QVERIFY(!hours->parentWidget()->toolTip().isEmpty());
    QVERIFY(!groups->toolTip().isEmpty());
    QVERIFY(!weekday->parentWidget()->toolTip().isEmpty());
}

/// Saturdays that the carpet leaves out are not shown as chosen; choosing them opens their row again.
void TestMainWindow::dayTypesFollowTheCarpet() {
    Window w;
    w.state.setWorkspace(test::smallWorkspace(workspaceFile()));
    QVector<QToolButton*> days;
    for (int i = 0; i < kDayTypes; ++i) days << w.window.findChild<QToolButton*>(QStringLiteral("dayType%1").arg(i));
    const auto shown = [&days] { return QVector<bool>{days[0]->isChecked(), days[1]->isChecked(), days[2]->isChecked()}; };
    Query query = w.state.query();
    query.weekHours[5] = query.weekHours[6] = 0;
    w.state.setQuery(query);
    QCOMPARE(shown(), (QVector<bool>{true, false, true}));  // holidays from Monday to Friday are still counted
    const auto said = [&w] {
        const auto labels = w.window.findChildren<QLabel*>(QStringLiteral("filterReason"));
        return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return !label->isHidden() &&
                   label->text() == QStringLiteral("Public holidays on the chosen days are counted, Sundays are not.");
        });
    };
    QVERIFY(said());
    days[0]->click();
    QCOMPARE(w.state.query().dayTypes, static_cast<DayTypeMask>(kAllDayTypes & ~1));  // what was not pressed stays
    QCOMPARE(w.state.query().weekHours, query.weekHours);
    days[1]->click();
    QCOMPARE(w.state.query().weekHours[5], kAllHours);
    QCOMPARE(w.state.query().weekHours[6], HourMask(0));
    QCOMPARE(shown(), (QVector<bool>{false, true, true}));
    days[1]->click();
    days[2]->click();
    QCOMPARE(w.state.query().dayTypes, kAllDayTypes);  // none at all is every day
    Query all;
    all.dataset = query.dataset;
    w.state.setQuery(all);
    QVERIFY(!said());
}

void TestMainWindow::hourStripFilters() {
    Window w;
    w.state.setWorkspace(test::smallWorkspace(workspaceFile()));
    w.window.show();
    auto* hours = w.window.findChild<HourStrip*>(QStringLiteral("hourStrip"));
    QTest::mouseClick(hours, Qt::LeftButton, Qt::NoModifier, hours->cellRect(8).center());
    QCOMPARE(w.state.query().hours, HourMask(1u << 8));
    QTRY_VERIFY(!w.state.busy());
    QCOMPARE(w.state.answers()->byPlace->totalSum, qint64(31 * (101 + 102 + 111 + 112)));
    QTest::mouseClick(hours, Qt::LeftButton, Qt::NoModifier, hours->cellRect(7).center());
    QCOMPARE(w.state.query().hours, kAllHours);  // every hour that there is
    QTest::mousePress(hours, Qt::LeftButton, Qt::NoModifier, hours->cellRect(7).center());
    QTest::mouseRelease(hours, Qt::LeftButton, Qt::NoModifier, hours->cellRect(7).center());
    QCOMPARE(w.state.query().hours, HourMask(1u << 7));
}

void TestMainWindow::emptyResultOffersToRelax() {
    Window w;
    w.state.setWorkspace(test::smallWorkspace(workspaceFile()));
    w.window.show();
    Query query = w.state.query();
    query.period = Period{QDate(2024, 3, 1), QDate(2024, 3, 1)};  // a holiday
    query.dayTypes = 1;                                           // weekdays only
    w.state.setQuery(query);
    QTRY_VERIFY2(w.window.messageBar()->isVisible(), "no message about the empty result");
    QVERIFY(w.window.messageBar()->level() == MessageBar::Level::Info);
    test::keepPicture(w.window.grab(), QStringLiteral("empty-result.png"));
    for (QPushButton* button : w.window.messageBar()->findChildren<QPushButton*>())
        if (button->isVisible() && !button->isCheckable()) QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(!w.state.busy() && w.state.answers() && w.state.answers()->byPlace->totalObserved > 0);
}

void TestMainWindow::tableSelectsAndExports() {
    Window w;
    w.state.setWorkspace(test::smallWorkspace(workspaceFile()));
    w.window.show();
    QTRY_VERIFY(!w.state.busy() && w.state.answers());
    auto* table = w.window.findChild<QTableView*>(QStringLiteral("placeTable"));
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->selectRow(0);
    QCOMPARE(w.state.selection(), QStringList{QStringLiteral("1002")});
    w.state.setSelection({QStringLiteral("1001")});
    QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(table->selectionModel()->selectedRows().first().row(), 1);
    const QString path = m_folder->filePath(QStringLiteral("places.csv"));
    w.window.saveTable(path);
    QTRY_VERIFY(QFile::exists(path + QStringLiteral(".receipt.json")));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
    QCOMPARE(bytes.count('\n'), 3);
    QVERIFY(bytes.contains("1002,Station,7068"));  // 31 × (2 + 12 + 102 + 112)
}

void TestMainWindow::languageChangeRetranslates() {
    Window w;
    w.state.setWorkspace(test::smallWorkspace(workspaceFile()));
    w.window.show();
    QTRY_VERIFY(!w.state.busy() && w.state.answers());
    auto* clear = w.window.findChild<QPushButton*>(QStringLiteral("clearFilters"));
    QCOMPARE(clear->text(), QStringLiteral("Clear all filters"));
    Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    QCoreApplication::processEvents();
    QStringList english;
    for (QLabel* label : w.window.findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(QRegularExpression(QStringLiteral("[A-Za-z]{3}"))) &&
            !label->text().contains(QLatin1Char('[')))
            english << label->text();
    for (QAbstractButton* button : w.window.findChildren<QAbstractButton*>())
        if (button->isVisible() && button->text().contains(QRegularExpression(QStringLiteral("[A-Za-z]{3}"))) &&
            !button->text().contains(QLatin1Char('[')))
            english << button->text();
    const QString after = clear->text();
    QCoreApplication::removeTranslator(&brackets);
    QCoreApplication::processEvents();
    QCOMPARE(after, QStringLiteral("[Clear all filters]"));
    QVERIFY2(english.isEmpty(), qPrintable(english.join(QStringLiteral(" | "))));
    QCOMPARE(clear->text(), QStringLiteral("Clear all filters"));
}

void TestMainWindow::everythingHasAName() {
    Window w;
    w.state.setWorkspace(test::smallWorkspace(workspaceFile()));
    w.window.show();
    w.window.openFiles({csvFile()});
    QTRY_VERIFY(w.window.importDialog()->findChild<QPushButton*>(QStringLiteral("importButton"))->isVisible());
    QStringList nameless;
    for (QWidget* widget : w.window.findChildren<QWidget*>()) {
        const QString type = QString::fromLatin1(widget->metaObject()->className());
        const bool inner = widget->objectName().startsWith(QStringLiteral("qt_")) || qobject_cast<QMenuBar*>(widget) ||
                           type == QLatin1String("QTabBar") || type.contains(QLatin1String("Calendar")) || widget->focusProxy();
        bool part = false;  // the editor inside a combo or spin box speaks for its owner
        for (QWidget* p = widget->parentWidget(); p; p = p->parentWidget())
            part = part || qobject_cast<QComboBox*>(p) || p->inherits("QAbstractSpinBox") || p->inherits("QAbstractItemView") ||
                   p->inherits("QLineEdit") || p->inherits("QCalendarWidget") || p->inherits("QDockWidgetTitleButton");
        if (inner || part || !(widget->focusPolicy() & Qt::TabFocus)) continue;
        if (widget->inherits("QLabel") || widget->inherits("QDockWidget") || widget->inherits("QMenu")) continue;
        if (widget->accessibleName().isEmpty()) nameless << type + QLatin1Char(' ') + widget->objectName();
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(" | "))));
}

void TestMainWindow::foreignFileIsAnError() {
    QFile file(workspaceFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no database, whatever its name says, and it is long enough to be looked at");
    file.close();
    Window w;
    w.window.show();
    w.window.openFiles({workspaceFile()});
    QTRY_VERIFY(w.window.messageBar()->isVisible());
    QVERIFY(w.window.messageBar()->level() == MessageBar::Level::Error);
    QVERIFY(!w.state.workspace());
}

/// Another process, as a second window is one, holds the lock.
void TestMainWindow::secondWindowReadsOnly() {
    { QVERIFY(Workspace::create(workspaceFile()).ok()); }
    int ready[2], end[2];
    QVERIFY(pipe(ready) == 0 && pipe(end) == 0);
    const pid_t other = fork();
    if (other == 0) {
        const auto held = Workspace::open(workspaceFile(), OpenMode::ReadWrite);
        char byte = held ? 'y' : 'n';
        if (::write(ready[1], &byte, 1) != 1 || ::read(end[0], &byte, 1) < 0) _exit(1);
        _exit(0);
    }
    char byte = 0;
    QVERIFY(::read(ready[0], &byte, 1) == 1 && byte == 'y');
    Window w;
    w.window.show();
    w.window.openWorkspace(workspaceFile());
    QTRY_VERIFY(w.state.workspace());
    QVERIFY(w.state.workspace()->isReadOnly());
    QVERIFY2(w.window.messageBar()->text().contains(QLatin1String("Another window")), qPrintable(w.window.messageBar()->text()));
    w.window.openFiles({csvFile()});
    QVERIFY2(w.window.messageBar()->text().contains(QLatin1String("nothing can be imported")), qPrintable(w.window.messageBar()->text()));
    QVERIFY(!w.window.importDialog());
    QVERIFY(::write(end[1], "x", 1) == 1);
    int status = 0;
    QCOMPARE(waitpid(other, &status, 0), other);
    for (const int descriptor : {ready[0], ready[1], end[0], end[1]}) ::close(descriptor);
    // The other one is gone (its lock with it), so the same file can be opened for writing.
    w.window.openWorkspace(workspaceFile());
    QTRY_VERIFY(!w.state.workspace()->isReadOnly());
}

void TestMainWindow::networkDriveOffersACopy() {
    const QString share = m_folder->filePath(QStringLiteral("share"));
    QVERIFY(QDir().mkpath(share));
    const QString remote = share + QStringLiteral("/city.mudeung");
    { QVERIFY(Workspace::create(remote).ok()); }
    qputenv("MUDEUNG_NETWORK_FOLDERS", QFile::encodeName(share));
    Window w;
    w.window.show();
    w.window.openWorkspace(remote);
    QTRY_VERIFY(w.window.messageBar()->text().contains(QLatin1String("network drive")));
    QVERIFY(!w.state.workspace());
    auto* offer = w.window.messageBar()->findChild<QPushButton*>(QStringLiteral("messageAction"));
    QVERIFY(offer && offer->isVisible());
    const QString local = m_folder->filePath(QStringLiteral("local.mudeung"));
    QTimer::singleShot(300, this, [local] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (!dialog) return;
        dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(local);
        QMetaObject::invokeMethod(dialog, "accept");
    });
    QTest::mouseClick(offer, Qt::LeftButton);
    QTRY_VERIFY(w.state.workspace());
    qunsetenv("MUDEUNG_NETWORK_FOLDERS");
    QCOMPARE(w.state.workspace()->path(), QFileInfo(local).canonicalFilePath());
    QVERIFY(!w.state.workspace()->isReadOnly());
}

void TestMainWindow::memoryIsASetting() {
    Window w;
    w.window.show();
    QAction* memory = nullptr;
    for (QAction* action : w.window.findChildren<QAction*>())
        if (action->text().contains(QLatin1String("Memory"))) memory = action;
    QVERIFY(memory);
    QTimer::singleShot(100, this, [] {
        auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
        if (!dialog) return;
        QCOMPARE(dialog->intValue(), 512);
        dialog->setIntValue(128);
        dialog->accept();
    });
    memory->trigger();
    QCOMPARE(settings::open().value(QLatin1String(settings::kMemory)).toInt(), 128);
    settings::open().remove(QLatin1String(settings::kMemory));
}

void TestMainWindow::everyActionHasAShortcut() {
    Window w;
    QStringList without;
    QSet<QString> taken;
    const auto look = [&](const QMenu* menu, const auto& again) -> void {
        for (const QAction* action : menu->actions()) {
            if (action->isSeparator()) continue;
            if (action->menu()) {
                again(action->menu(), again);
                continue;
            }
            const QString keys = action->shortcut().toString();
            if (keys.isEmpty() || taken.contains(keys)) without << action->text() + QLatin1Char(' ') + keys;
            taken.insert(keys);
        }
    };
    for (const QAction* menu : w.window.menuBar()->actions()) look(menu->menu(), look);
    QVERIFY(taken.size() > 15);
    QVERIFY2(without.isEmpty(), qPrintable(without.join(QStringLiteral(" | "))));
}

void TestMainWindow::targetsAreLargeEnough() {
    Window w;
    w.state.setWorkspace(test::smallWorkspace(workspaceFile()));
    w.window.show();
    QTRY_VERIFY(!w.state.busy() && w.state.answers());
    QCoreApplication::processEvents();
    QStringList small;
    int looked = 0;
    for (QWidget* widget : w.window.findChildren<QWidget*>()) {
        const bool clicked = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) || widget->inherits("QLineEdit") ||
                             widget->inherits("QAbstractSpinBox");
        bool part = false;
        for (QWidget* p = widget->parentWidget(); p; p = p->parentWidget())
            part = part || qobject_cast<QComboBox*>(p) || p->inherits("QAbstractSpinBox") || p->inherits("QLineEdit") ||
                   p->inherits("QCalendarWidget") || p->inherits("QTabBar") || p->inherits("QAbstractItemView") || p->inherits("QMenuBar");
        if (!clicked || part || !widget->isVisible()) continue;
        ++looked;
        if (widget->height() < 28)
            small << QStringLiteral("%1 %2: %3")
                         .arg(QString::fromLatin1(widget->metaObject()->className()), widget->accessibleName())
                         .arg(widget->height());
    }
    QVERIFY(looked > 10);
    QVERIFY2(small.isEmpty(), qPrintable(small.join(QStringLiteral(" | "))));
}

void TestMainWindow::panelsStayAsTheyWereLeft() {
    const auto workspace = test::smallWorkspace(workspaceFile());
    {
        Window w;
        w.window.show();
        w.state.setWorkspace(workspace);
        QVERIFY(w.window.findChild<QWidget*>(QStringLiteral("dockGroups"))->isVisible());
        w.window.findChild<QDockWidget*>(QStringLiteral("dockGroups"))->toggleViewAction()->trigger();
        w.window.close();
    }
    {
        Window w;
        w.window.show();
        w.state.setWorkspace(workspace);
        QVERIFY(!w.window.findChild<QWidget*>(QStringLiteral("dockGroups"))->isVisible());
        QVERIFY(w.window.findChild<QWidget*>(QStringLiteral("dockData"))->isVisible());
    }
    auto store = settings::open();
    store.remove(QLatin1String(settings::kDockState));
    store.remove(QLatin1String(settings::kGeometry));
}

void TestMainWindow::chartIsSavedThroughItsMenu_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("png") << QStringLiteral("chart.png") << QByteArray("\x89PNG");
    QTest::newRow("svg") << QStringLiteral("chart.svg") << QByteArray("<?xml");
}

void TestMainWindow::chartIsSavedThroughItsMenu() {
    QFETCH(QString, name);
    QFETCH(QByteArray, begins);
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    Window w;
    w.state.setWorkspace(test::smallWorkspace(workspaceFile()));
    w.window.show();
    QTRY_VERIFY(!w.state.busy() && w.state.answers());
    auto* chart = w.window.findChild<ChartView*>(QStringLiteral("groupsChart"));
    const std::unique_ptr<QMenu> menu(chart->createMenu(chart));
    const QString path = m_folder->filePath(name);
    QTimer::singleShot(200, this, [path] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (!dialog) return;
        dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(path);
        QMetaObject::invokeMethod(dialog, "accept");
    });
    menu->findChild<QAction*>(QStringLiteral("savePicture"))->trigger();
    QTRY_VERIFY(w.window.messageBar()->isVisible());
    QVERIFY2(w.window.messageBar()->level() == MessageBar::Level::Success, qPrintable(w.window.messageBar()->text()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith(begins));
    // The panel hides question and source; the file must not.
    if (name.endsWith(QLatin1String("svg"))) QVERIFY(QString::fromUtf8(bytes).contains(QStringLiteral("Test office")));
}

void TestMainWindow::manyAgesAreChosenByBand() {
    CubeData data = test::smallCube();
    MonthCells& cells = data.months[monthKey(2024, 3)];
    constexpr int kAges = 40;
    data.dataset.scheme.groups.clear();
    for (int age = 0; age < kAges; ++age)
        data.dataset.scheme.groups.push_back({QString::number(age), QString::number(age), QStringLiteral("%1세").arg(age), age, age});
    cells.groups = kAges;
    cells.cells.assign(std::size_t{kAges} * 31 * 2 * 2, 1);
    auto workspace = Workspace::create(workspaceFile());
    QVERIFY(workspace);
    Batch batch;
    batch.dataset = data.dataset.id;
    batch.fileName = QStringLiteral("ages.csv");
    batch.sha256 = QString(64, QLatin1Char('c'));
    batch.importedAt = QStringLiteral("2024-04-01T00:00:00+09:00");
    batch.period = data.dataset.period;
    QVERIFY(workspace.value()->writeCube(data, batch, OnExisting::Ask, Progress::none()).ok());
    Window w;
    w.state.setWorkspace(workspace.value());
    w.window.show();
    QTRY_VERIFY(!w.state.busy() && w.state.answers());
    auto* groups = w.window.findChild<QListWidget*>(QStringLiteral("groups"));
    QCOMPARE(groups->count(), 4);
    groups->item(1)->setCheckState(Qt::Unchecked);
    QTRY_COMPARE(w.state.query().groups.size(), 30);
    QVERIFY(!w.state.query().groups.contains(QStringLiteral("15")));
    QTRY_VERIFY(!w.state.busy());
    QCOMPARE(w.state.answers()->byPlace->totalSum, qint64(30 * 31 * 2 * 2));
    auto* chart = w.window.findChild<ChartView*>(QStringLiteral("groupsChart"));
    QCOMPARE(chart->spec().categoryKeys.size(), 4);
    chart->grab();
    QTest::mouseClick(chart, Qt::LeftButton, Qt::NoModifier, chart->markCentre(QStringLiteral("10-19")));
    QVERIFY(w.state.query().groups.isEmpty());  // all of them again
    Query query = w.state.query();
    query.groups = QStringList{QStringLiteral("3")};
    w.state.setQuery(query);
    QVERIFY(groups->item(0)->checkState() == Qt::PartiallyChecked);
    QVERIFY(groups->item(2)->checkState() == Qt::Unchecked);
}

void TestMainWindow::koreanTexts() {
    setInterfaceLanguage(QStringLiteral("ko"));
    const bool there = QCoreApplication::translate("mudeung::FilterPanel", "Clear all filters") != QLatin1String("Clear all filters");
    if (!there) {
        setInterfaceLanguage(QStringLiteral("en"));
        QSKIP("the Korean translation is not compiled into this test");
    }
    Window w;
    w.window.show();
    static const QRegularExpression hangul(QStringLiteral("[가-힣]"));
    QVERIFY(w.window.findChild<QPushButton*>(QStringLiteral("openSample"))->text().contains(hangul));
    w.state.setWorkspace(test::smallWorkspace(workspaceFile()));
    QTRY_VERIFY(!w.state.busy() && w.state.answers());
    QStringList foreign;
    for (QAbstractButton* button : w.window.findChildren<QAbstractButton*>())
        if (button->isVisible() && button->text().contains(QRegularExpression(QStringLiteral("[A-Za-z]{3}"))) &&
            !button->text().startsWith(QLatin1String("CSV")))
            foreign << button->text();
    for (QDockWidget* dock : w.window.findChildren<QDockWidget*>())
        if (!dock->windowTitle().contains(hangul)) foreign << dock->windowTitle();
    setInterfaceLanguage(QStringLiteral("en"));
    QVERIFY2(foreign.isEmpty(), qPrintable(foreign.join(QStringLiteral(" | "))));
}

void TestMainWindow::pictures() {
    for (const char* theme : {"light", "dark"}) {
        applyTheme(QLatin1String(theme));
        Window w;
        w.window.setWindowState(Qt::WindowNoState);  // the first start fills the screen
        w.window.resize(1366, 768);
        w.window.show();
        test::keepPicture(w.window.grab(), QStringLiteral("start-%1.png").arg(QLatin1String(theme)));
        w.state.setWorkspace(test::smallWorkspace(m_folder->filePath(QLatin1String(theme) + QStringLiteral(".mudeung"))));
        QTRY_VERIFY(!w.state.busy() && w.state.answers());
        QCoreApplication::processEvents();
        QVERIFY(w.window.width() <= 1366 && w.window.height() <= 768);
        test::keepPicture(w.window.grab(), QStringLiteral("window-%1.png").arg(QLatin1String(theme)));
    }
    applyTheme(QStringLiteral("light"));
}

MUDEUNG_UI_TEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
