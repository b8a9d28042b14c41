// SPDX-License-Identifier: GPL-3.0-or-later
// What the tables of places have in common: rows that follow a selection of keys, the keys of the rows that are chosen, rows as text.
#pragma once

#include <QFontMetrics>
#include <QStringList>
#include <QStyledItemDelegate>

class QTableView;

namespace mudeung {

/// Chooses the rows with these keys, in the view's own order of rows, and shows those of the first key that has any.
void chooseRows(QTableView& view, const QStringList& keys, int keyRole);
/// The keys of the chosen rows, each once, without those of rows that have none.
QStringList chosenKeys(const QTableView& view, int keyRole);
/// The chosen rows, or all when none is, onto the clipboard: the first `columns` columns, tab separated, as they are shown.
void copyRows(const QTableView& view, int columns);

/// Of a name with its number behind it ("Market (1017)"), the name is shortened and not the number, which is left out where too little of
/// the name would stay.
QString fittedName(const QString& text, const QString& key, const QFontMetrics& metrics, int room);

/// A column of such names; `keyRole` gives the number.
class NameDelegate : public QStyledItemDelegate {
public:
    NameDelegate(int keyRole, QObject* parent) : QStyledItemDelegate(parent), m_keyRole(keyRole) {}
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    int m_keyRole;
};

}  // namespace mudeung
