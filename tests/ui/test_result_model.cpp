// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a result: what a reader looks for stands first, places of one name are told apart, and no column is cut at first sight.
#include <QHeaderView>
#include <QLabel>
#include <QTabWidget>
#include <QTableView>
#include <QtTest>
#include <cmath>

#include "tests/ui/ui_test_support.h"
#include "ui/analyse/result_model.h"
#include "ui/analyse/result_panel.h"
#include "ui/analyse/result_table.h"
#include "ui/common/result_text.h"
#include "ui/common/table_rows.h"
#include "ui/common/theme.h"
#include "ui/common/workspace_state.h"

using namespace mudeung;

namespace {

/// Four stops, two of them on either side of one street; an amount and a verdict.
ShownResultPtr fourStops(const QString& lead) {
    ResultTable table;
    table.id = QStringLiteral("stops");
    table.rows = RowKind::Place;
    table.keys = QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")};
    table.labels = QStringList{QStringLiteral("Market"), QStringLiteral("School"), QStringLiteral("Market"), QString()};
    ResultColumn amount{QStringLiteral("amount"), ColumnKind::Number, 0, {10.0, 40.0, NAN, 20.0}, {}};
    ResultColumn verdict{QStringLiteral("verdict"),
                         ColumnKind::Category,
                         0,
                         {},
                         {QStringLiteral("less"), QStringLiteral("none"), QStringLiteral("more"), QStringLiteral("more")}};
    table.columns = {amount, verdict};
    for (int extra = 0; extra < 5; ++extra)
        table.columns << ResultColumn{QStringLiteral("extra %1").arg(extra), ColumnKind::Number, 0, {1.0, 2.0, 3.0, 4.0}, {}};
    TableView view;
    view.heads = {{QStringLiteral("Amount"), {}, {}}, {QStringLiteral("Verdict"), {}, {}}};
    view.categories = {{QStringLiteral("more"), QStringLiteral("more"), 1.0, -1},
                       {QStringLiteral("none"), QStringLiteral("no change"), 0.0, -1},
                       {QStringLiteral("less"), QStringLiteral("less"), -1.0, -1}};
    view.leadColumn = lead;
    auto run = std::make_shared<Run>();
    run->data.tables << table;
    auto shown = std::make_shared<ShownResult>();
    shown->run = run;
    shown->view.tables << view;
    return shown;
}

QString keys(const QAbstractItemModel& model) {
    QString all;
    for (int r = 0; r < model.rowCount(); ++r) all += model.index(r, 0).data(ResultModel::KeyRole).toString();
    return all;
}

}  // namespace

class TestResultModel : public QObject {
    Q_OBJECT
private slots:
    void namesAreToldApart() {
        ResultModel model;
        model.setTable(fourStops({}), 0);
        QStringList names;
        for (int r = 0; r < model.rowCount(); ++r) names << model.index(r, 0).data().toString();
        QCOMPARE(names,
                 (QStringList{QStringLiteral("Market (1)"), QStringLiteral("School"), QStringLiteral("Market (3)"), QStringLiteral("4")}));
    }

    /// A category has its colour beside it; squares in one grey are left out.
    void colouredCategories() {
        ResultModel model;
        auto shown = std::make_shared<ShownResult>(*fourStops({}));
        model.setTable(shown, 0);
        QVERIFY(model.index(0, 2).data(Qt::DecorationRole).isValid());
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Place"));
        auto grey = std::make_shared<ShownResult>(*fourStops({}));
        for (CategoryHead& head : grey->view.tables.first().categories) head.tone = NAN;
        grey->view.tables.first().rowHead = QStringLiteral("Series");
        model.setTable(grey, 0);
        QVERIFY(!model.index(0, 2).data(Qt::DecorationRole).isValid());
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Series"));
    }

    /// What changed is told with its sign, as a share and without end, too; zero and amounts have none.
    void changesHaveSigns() {
        auto shown = std::make_shared<ShownResult>(*fourStops({}));
        auto run = std::make_shared<Run>(*shown->run);
        ResultTable& table = run->data.tables.first();
        table.columns[0].numbers = {1250.0, -40.0, 0.0, NAN};
        table.columns[2] = {QStringLiteral("relative"), ColumnKind::Share, 1, {0.025, -0.5, 0.0, INFINITY}, {}};
        shown->run = run;
        const auto cells = [&](bool change) {
            TableView view = shown->view.tables.first();
            view.heads[0].isChange = change;
            view.heads << ColumnHead{QStringLiteral("Change"), {}, {}, change};
            QStringList texts;
            for (const int column : {0, 2})
                for (int row = 0; row < 4; ++row) texts << resultCellText(table, view, column, row);
            return texts.join(QLatin1Char('|'));
        };
        QCOMPARE(cells(true), QStringLiteral("+1,250|−40|0|–|+2.5 %|−50.0 %|0.0 %|+∞"));
        QCOMPARE(cells(false), QStringLiteral("1,250|−40|0|–|2.5 %|−50.0 %|0.0 %|∞"));
    }

    /// Of a name and its number the name is shortened, unless hardly any of it would be left.
    void namesAreShortened() {
        const QString text = QStringLiteral("Central Market (1017)"), key = QStringLiteral("1017");
        const QFontMetrics metrics{QFont()};
        const int whole = metrics.horizontalAdvance(text);
        QCOMPARE(fittedName(text, key, metrics, whole + 2), text);
        const QString shortened = fittedName(text, key, metrics, whole * 9 / 10);
        QVERIFY2(shortened.endsWith(QStringLiteral(" (1017)")) && shortened.startsWith(QStringLiteral("Cent")), qPrintable(shortened));
        QVERIFY(shortened.size() < text.size() && metrics.horizontalAdvance(shortened) <= whole * 9 / 10);
        const QString low = fittedName(text, key, metrics, whole / 2);
        QVERIFY2(!low.contains(key) && low.startsWith(QStringLiteral("Cent")), qPrintable(low));
        QCOMPARE(fittedName(QStringLiteral("School"), key, metrics, whole), QStringLiteral("School"));
    }

    void whatIsLookedForIsFirst_data() {
        QTest::addColumn<QString>("lead");
        QTest::addColumn<QString>("order");
        QTest::newRow("as the analysis has them") << QString() << "1234";
        QTest::newRow("numbers, the largest first, the unknown last") << "amount"
                                                                      << "2413";
        QTest::newRow("categories, as the legend has them, what says nothing last") << "verdict"
                                                                                    << "3412";
        QTest::newRow("a column that there is not") << "nothing"
                                                    << "1234";
    }
    void whatIsLookedForIsFirst() {
        QFETCH(QString, lead);
        QFETCH(QString, order);
        WorkspaceState state;
        ResultTableView table(&state);
        table.setResult(fourStops(lead));
        QCOMPARE(table.findChild<QTableView*>(QStringLiteral("resultTable"))->horizontalHeader()->logicalIndex(1),
                 lead == QLatin1String("verdict") ? 2 : 1);
        QCOMPARE(keys(*table.findChild<QTableView*>(QStringLiteral("resultTable"))->model()), order);
    }

    /// The number that says how much stands beside the names, and what the rows are sorted by beside it; both are seen whole in a narrow
    /// view, where the unit has a line of its own.
    void keyNumberIsSeen() {
        WorkspaceState state;
        ResultTableView table(&state);
        auto shown = std::make_shared<ShownResult>(*fourStops(QStringLiteral("verdict")));
        TableView& words = shown->view.tables.first();
        words.keyColumn = QStringLiteral("amount");
        words.heads[0].unit = QStringLiteral("passengers on the days that are compared");
        words.categories[1].name = QStringLiteral("usual ups and downs of the days, nothing else");
        table.show();
        table.setResult(shown);
        auto* view = table.findChild<QTableView*>(QStringLiteral("resultTable"));
        const QHeaderView& head = *view->horizontalHeader();
        QCOMPARE(head.logicalIndex(1), 1);
        QCOMPARE(head.logicalIndex(2), 2);
        QCOMPARE(keys(*view->model()), QStringLiteral("3412"));
        const auto amount = [view] { return view->model()->headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(); };
        for (const int width : {420, 1200}) {
            table.setFixedWidth(width);
            QTRY_COMPARE(table.width(), width);
            QTRY_VERIFY2(head.sectionViewportPosition(2) + head.sectionSize(2) <= view->viewport()->width(),
                         qPrintable(QString::number(head.sectionViewportPosition(2) + head.sectionSize(2))));
            QCOMPARE(amount().contains(QLatin1Char('\n')), width == 420);
        }
    }

    /// Whatever the width, no line of a sentence is cut.
    void sentencesAreWhole() {
        WorkspaceState state;
        applyTheme(QStringLiteral("light"));
        auto* panel = new ResultPanel(&state);
        auto shown = std::make_shared<ShownResult>(*fourStops({}));
        shown->view.title = QStringLiteral("A result");
        for (int i = 0; i < 4; ++i) {
            shown->view.notes << QStringLiteral("A sentence about what was found, with a number or two: 12 of 34.");
            shown->view.limits << QStringLiteral(
                "Counts are spread out from the places where they were made; nothing was counted in between.");
        }
        // Filled while another page is in front, as after a run.
        QTabWidget tabs;
        tabs.resize(484, 700);
        tabs.addTab(new QWidget, QStringLiteral("form"));
        tabs.addTab(panel, QStringLiteral("result"));
        tabs.show();
        QTest::qWait(50);
        panel->setResult(shown, {});
        tabs.setCurrentIndex(1);
        for (int width = 484; width >= 300; width -= 13) {
            tabs.resize(width, 700);
            QTest::qWait(30);
            for (const char* name : {"resultNote", "resultLimit"})
                for (const QLabel* label : panel->findChildren<QLabel*>(QLatin1String(name)))
                    QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                             qPrintable(QStringLiteral("%1 at %2: %3 of %4")
                                            .arg(QLatin1String(name))
                                            .arg(width)
                                            .arg(label->height())
                                            .arg(label->heightForWidth(label->width()))));
        }
    }

    /// Whatever the width: the columns that fit end where the view ends.
    void columnsAreWhole() {
        WorkspaceState state;
        ResultTableView table(&state);
        table.show();
        // One column needs less than the least width that the view gives.
        auto shown = std::make_shared<ShownResult>(*fourStops(QStringLiteral("amount")));
        auto run = std::make_shared<Run>(*shown->run);
        run->data.tables.first().columns[2].numbers = {1.0, 2.0, 3.0, 4.0};
        shown->run = run;
        shown->view.tables.first().heads << ColumnHead{QStringLiteral("z"), {}, {}};
        table.setResult(shown);
        auto* view = table.findChild<QTableView*>(QStringLiteral("resultTable"));
        for (const int width : {260, 343, 410, 480, 555}) {
            table.setFixedWidth(width);
            QTRY_COMPARE(table.width(), width);
            const auto whole = [view] {
                int end = 0;
                for (int c = 0; c < view->model()->columnCount() && end < view->viewport()->width(); ++c)
                    end += view->columnWidth(view->horizontalHeader()->logicalIndex(c));
                return end == view->viewport()->width();
            };
            QTRY_VERIFY2(whole(), qPrintable(QString::number(width)));
        }
        // Somebody's own width stays.
        constexpr int kPulled = 187;
        view->horizontalHeader()->resizeSection(0, kPulled);
        table.setFixedWidth(480);
        QTRY_COMPARE(table.width(), 480);
        QTest::qWait(50);
        QCOMPARE(view->columnWidth(0), kPulled);
    }
};

QTEST_MAIN(TestResultModel)

#include "test_result_model.moc"
