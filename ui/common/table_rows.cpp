// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and rows of a table view, whatever its model sorts and filters.
#include "ui/common/table_rows.h"

#include <QApplication>
#include <QClipboard>
#include <QHash>
#include <QTableView>

#include "core/base/csv_text.h"

namespace mudeung {

void chooseRows(QTableView& view, const QStringList& keys, int keyRole) {
    QHash<QString, QItemSelection> rows;
    for (const QString& key : keys) rows.insert(key, {});
    for (int r = 0; r < view.model()->rowCount() && !rows.isEmpty(); ++r) {
        const QModelIndex index = view.model()->index(r, 0);
        const auto wanted = rows.find(index.data(keyRole).toString());
        if (wanted != rows.end()) wanted->select(index, index);
    }
    QItemSelection chosen;
    for (const QString& key : keys) chosen += rows.take(key);
    view.selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (!chosen.isEmpty()) view.scrollTo(chosen.first().topLeft());
}

QStringList chosenKeys(const QTableView& view, int keyRole) {
    QStringList keys;
    for (const QModelIndex& index : view.selectionModel()->selectedRows()) {
        const QString key = index.data(keyRole).toString();
        if (!key.isEmpty()) keys << key;
    }
    keys.removeDuplicates();
    return keys;
}

void copyRows(const QTableView& view, int columns) {
    QModelIndexList rows = view.selectionModel()->selectedRows();
    if (rows.isEmpty())
        for (int r = 0; r < view.model()->rowCount(); ++r) rows << view.model()->index(r, 0);
    QString text;
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (int c = 0; c < columns; ++c) cells << tabText(row.sibling(row.row(), c).data().toString());
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    QApplication::clipboard()->setText(text);
}

QString fittedName(const QString& text, const QString& key, const QFontMetrics& metrics, int room) {
    const QString number = QStringLiteral(" (%1)").arg(key);
    if (!text.endsWith(number)) return metrics.elidedText(text, Qt::ElideRight, room);
    const QString name = text.chopped(number.size());
    const int left = room - metrics.horizontalAdvance(number);
    // A number behind a letter or two would tell nobody which place it is.
    constexpr double kReadable = 0.6;
    if (left < kReadable * metrics.horizontalAdvance(name)) return metrics.elidedText(name, Qt::ElideRight, room);
    return metrics.elidedText(name, Qt::ElideRight, left) + number;
}

namespace {
constexpr int kMargins = 10;  ///< of a name in its cell, both sides
}

/// Of the whole name: what asks for the hint has no room to shorten it to.
QSize NameDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {option.fontMetrics.horizontalAdvance(index.data().toString()) + kMargins, size.height()};
}

void NameDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = fittedName(option->text, index.data(m_keyRole).toString(), option->fontMetrics, option->rect.width() - kMargins);
}

}  // namespace mudeung
