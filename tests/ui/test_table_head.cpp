// SPDX-License-Identifier: GPL-3.0-or-later
// Heads stand over their cells, whether the rows are sorted by them or not; the arrow stands beside the words.
#include <QStandardItemModel>
#include <QTableView>
#include <QtTest>

#include "tests/ui/ui_test_support.h"
#include "ui/common/table_head.h"
#include "ui/common/theme.h"

using namespace mudeung;

namespace {

/// Columns of `image` inside `area` with anything drawn on the ground, without the last lines, which are borders.
QPair<int, int> inked(const QImage& image, const QRect& area) {
    QPair<int, int> found{-1, -1};
    const QRgb ground = image.pixel(area.left() + 1, area.top() + 2);
    for (int x = area.left() + 1; x < area.right(); ++x)
        for (int y = area.top() + 2; y < area.bottom() - 2; ++y) {
            if (image.pixel(x, y) == ground) continue;
            if (found.first < 0) found.first = x;
            found.second = x;
        }
    return found;
}

}  // namespace

class TestTableHead : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(QStringLiteral("light")); }

    void headsEndWhereNumbersEnd() {
        QStandardItemModel model(1, 2);
        model.setHorizontalHeaderLabels({QStringLiteral("Place"), QStringLiteral("Trips")});
        model.horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        model.horizontalHeaderItem(1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        model.setItem(0, 0, new QStandardItem(QStringLiteral("Hall")));
        model.setItem(0, 1, new QStandardItem(QStringLiteral("1118")));
        model.item(0, 1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        QTableView view;
        view.setHorizontalHeader(new TableHead(&view));
        view.setModel(&model);
        view.setSortingEnabled(true);
        view.setShowGrid(false);
        view.verticalHeader()->hide();
        view.resize(400, 120);
        view.setColumnWidth(0, 150);
        view.setColumnWidth(1, 150);
        view.show();
        const auto areas = [&](int column) {
            const QImage image = view.grab().toImage();
            const QHeaderView& head = *view.horizontalHeader();
            const QRect section(head.x() + head.sectionViewportPosition(column), head.y(), head.sectionSize(column), head.height());
            QRect cell = view.visualRect(model.index(0, column));
            cell.translate(view.viewport()->pos());
            return QPair<QPair<int, int>, QPair<int, int>>{inked(image, section), inked(image, cell)};
        };
        view.sortByColumn(0, Qt::AscendingOrder);
        const auto [plain, number] = areas(1);
        QVERIFY2(plain.second > 0 && std::abs(plain.second - number.second) <= 2,
                 qPrintable(QStringLiteral("%1 %2").arg(plain.second).arg(number.second)));
        const auto [sortedName, name] = areas(0);
        QVERIFY2(std::abs(sortedName.first - name.first) <= 2, qPrintable(QStringLiteral("%1 %2").arg(sortedName.first).arg(name.first)));
        view.sortByColumn(1, Qt::DescendingOrder);
        const auto [sorted, again] = areas(1);
        QCOMPARE(sorted.second, plain.second);
        QCOMPARE(again, number);
        QVERIFY(sorted.first < plain.first - 8);                 // the arrow before the word
        QVERIFY(areas(0).first.second < sortedName.second - 8);  // and none behind the other any more
    }

    void longHeadsAreElided() {
        QStandardItemModel model(1, 1);
        model.setHorizontalHeaderLabels({QStringLiteral("A head that is far too long for its column")});
        QTableView view;
        view.setHorizontalHeader(new TableHead(&view));
        view.setModel(&model);
        view.resize(300, 80);
        view.setColumnWidth(0, 90);
        view.show();
        const QImage image = view.grab().toImage();
        const QHeaderView& head = *view.horizontalHeader();
        const auto ink = inked(image, QRect(head.x() + head.sectionViewportPosition(0), head.y(), 90, head.height()));
        QVERIFY(ink.second > 0 && ink.second <= head.x() + head.sectionViewportPosition(0) + 90 - 3);
    }
};

MUDEUNG_UI_TEST_MAIN(TestTableHead)
#include "test_table_head.moc"
