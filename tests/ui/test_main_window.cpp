// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a person uses it: import a file, see it listed, click a bar, read the table, change the language, drop files.
#include <QAbstractButton>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QToolButton>
#include <QTranslator>
#include <QTreeWidget>
#include <QUrl>
#include <QtTest>

#include "tests/ui/ui_test_support.h"
#include "ui/charts/chart_view.h"
#include "ui/common/message_bar.h"
#include "ui/common/theme.h"
#include "ui/explore/chart_panels.h"
#include "ui/explore/filter_panel.h"
#include "ui/explore/hour_strip.h"
#include "ui/explore/top_places_panel.h"
#include "ui/import/import_dialog.h"
#include "ui/shell/main_window.h"

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

struct Window {
    WorkspaceState state;
    TaskRunner tasks;
    MainWindow window{&state, &tasks, [](WorkspaceState*, QWidget* parent) { return new QWidget(parent); }};
};

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
    void hourStripFilters();
    void emptyResultOffersToRelax();
    void tableSelectsAndExports();
    void languageChangeRetranslates();
    void everythingHasAName();
    void foreignFileIsAnError();
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
    QTRY_VERIFY(w.state.answers() && w.state.answers()->byPlace);
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
    QTRY_VERIFY(w.state.answers() && w.state.answers()->byPlace->totalObserved > 0);
}

void TestMainWindow::tableSelectsAndExports() {
    Window w;
    w.state.setWorkspace(test::smallWorkspace(workspaceFile()));
    w.window.show();
    QTRY_VERIFY(w.state.answers());
    auto* table = w.window.findChild<QTableView*>(QStringLiteral("placeTable"));
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->selectRow(0);
    QCOMPARE(w.state.selection(), QStringList{QStringLiteral("1002")});
    w.state.setSelection({QStringLiteral("1001")});
    QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(table->selectionModel()->selectedRows().first().row(), 1);
    const QString path = m_folder->filePath(QStringLiteral("places.csv"));
    QVERIFY(w.window.findChild<TopPlacesPanel*>()->exportCsv(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
    QCOMPARE(bytes.count('\n'), 3);
    QVERIFY(bytes.contains("1,1002,Station,7068,"));  // 31 × (2 + 12 + 102 + 112)
}

void TestMainWindow::languageChangeRetranslates() {
    Window w;
    w.state.setWorkspace(test::smallWorkspace(workspaceFile()));
    w.window.show();
    QTRY_VERIFY(w.state.answers());
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

void TestMainWindow::pictures() {
    for (const char* theme : {"light", "dark"}) {
        applyTheme(QLatin1String(theme));
        Window w;
        w.window.resize(1366, 768);
        w.window.show();
        test::keepPicture(w.window.grab(), QStringLiteral("start-%1.png").arg(QLatin1String(theme)));
        w.state.setWorkspace(test::smallWorkspace(m_folder->filePath(QLatin1String(theme) + QStringLiteral(".mudeung"))));
        QTRY_VERIFY(w.state.answers());
        QCoreApplication::processEvents();
        QVERIFY(w.window.width() <= 1366 && w.window.height() <= 768);
        test::keepPicture(w.window.grab(), QStringLiteral("window-%1.png").arg(QLatin1String(theme)));
    }
    applyTheme(QStringLiteral("light"));
}

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
