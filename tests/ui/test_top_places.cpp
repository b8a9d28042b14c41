// SPDX-License-Identifier: GPL-3.0-or-later
// The table of places: ranks with ties, orders, search; and what it tells the views that show it when answers come and go.
#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest>
#include <random>

#include "ui/explore/top_places_model.h"

using namespace mudeung;

namespace {

struct Row {
    QString key;
    double value = 0.0;
    int observed = 1;
};

TablePtr tableOf(const QVector<Row>& places) {
    auto table = std::make_shared<Table>();
    for (const Row& place : places) {
        TableRow row;
        row.key = place.key;
        row.label = QStringLiteral("Stop ") + place.key;
        row.value = place.value;
        row.observed = place.observed;
        table->rows.append(row);
        table->total += place.value;
    }
    return table;
}

QString keys(const QAbstractItemModel& model) {
    QString all;
    for (int r = 0; r < model.rowCount(); ++r) all += model.index(r, 0).data(TopPlacesModel::KeyRole).toString();
    return all;
}

QString ranks(const QAbstractItemModel& model) {
    QString all;
    for (int r = 0; r < model.rowCount(); ++r) all += model.index(r, TopPlacesModel::Rank).data().toString();
    return all;
}

}  // namespace

class TestTopPlaces : public QObject {
    Q_OBJECT

private slots:
    void ranksAndOrders() {
        TopPlacesModel model;
        model.setTable(tableOf({{"a", 5.0}, {"b", 9.0}, {"c", 5.0}, {"d", 7.0, 0}, {"e", 1.0}}));
        QCOMPARE(keys(model), QStringLiteral("bace"));  // nothing was observed at d
        QCOMPARE(ranks(model), QStringLiteral("1224"));
        model.sort(TopPlacesModel::Value, Qt::AscendingOrder);
        QCOMPARE(keys(model), QStringLiteral("ecab"));
        model.sort(TopPlacesModel::Rank, Qt::DescendingOrder);
        QCOMPARE(ranks(model), QStringLiteral("4221"));
        model.sort(TopPlacesModel::Name, Qt::DescendingOrder);
        QCOMPARE(keys(model), QStringLiteral("ecba"));
        // A new answer comes in the order that was chosen.
        model.setTable(tableOf({{"x", 1.0}, {"a", 2.0}, {"z", 3.0}}));
        QCOMPARE(keys(model), QStringLiteral("zxa"));
        model.sort(TopPlacesModel::Share, Qt::DescendingOrder);
        QCOMPARE(keys(model), QStringLiteral("zax"));
    }

    void searches() {
        TopPlacesModel model;
        model.setTable(tableOf({{"aB", 5.0}, {"bC", 9.0}, {"cA", 3.0}}));
        model.setFilter(QStringLiteral("B"));
        QCOMPARE(keys(model), QStringLiteral("bCaB"));
        QCOMPARE(ranks(model), QStringLiteral("12"));  // among all places, not among those found
        model.setTable(tableOf({{"aB", 5.0}, {"bC", 9.0}, {"cA", 13.0}}));
        QCOMPARE(ranks(model), QStringLiteral("23"));
        model.setFilter(QStringLiteral("stop"));
        QCOMPARE(model.rowCount(), 3);
        model.setFilter(QStringLiteral("nowhere"));
        QCOMPARE(model.rowCount(), 0);
        model.setFilter({});
        QCOMPARE(keys(model), QStringLiteral("cAbCaB"));
    }

    /// Answers with more, fewer and no places, orders and searches in any sequence: views are told the truth, and without starting anew.
    void tellsViewsWhatChanges() {
        TopPlacesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTableView view;
        view.setModel(&model);
        std::mt19937 random(3);
        for (int i = 0; i < 300; ++i) {
            QVector<Row> places;
            const int count = static_cast<int>(random() % 40);
            for (int p = 0; p < count; ++p)
                places.append({QString::number(p), static_cast<double>(random() % 9), static_cast<int>(random() % 5)});
            QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
            const TablePtr table = random() % 10 == 0 ? TablePtr() : tableOf(places);
            model.setTable(table);
            QCOMPARE(resets.count(), 0);
            QCOMPARE(view.verticalHeader()->count(), model.rowCount());
            if (random() % 4 == 0) model.setFilter(QString::number(random() % 4));
            if (random() % 6 == 0) model.setFilter({});
            if (random() % 3 == 0)
                model.sort(static_cast<int>(random() % TopPlacesModel::ColumnCount),
                           random() % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
        }
    }
};

QTEST_MAIN(TestTopPlaces)
#include "test_top_places.moc"
