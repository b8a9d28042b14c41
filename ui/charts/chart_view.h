// SPDX-License-Identifier: GPL-3.0-or-later
// A ChartSpec on screen: hover, click, keyboard, copy and save. Knows the spec only, not where it comes from.
#pragma once

#include <QWidget>

#include "ui/charts/chart_painter.h"

class QLabel;
class QMenu;
class QToolButton;

namespace mudeung {

class ChartTable;

class ChartView : public QWidget {
    Q_OBJECT
public:
    explicit ChartView(QWidget* parent = nullptr);

    void setSpec(const ChartSpec& spec);
    const ChartSpec& spec() const { return m_spec; }
    /// A panel has little room and its window already says question and source: they are left out on screen, never in what is
    /// copied or saved.
    void setCompact(bool compact);
    /// Shows a sentence instead of a chart; empty = the chart.
    void setMessage(const QString& message);
    QString message() const { return m_message; }
    /// Categories that stay strong while the others fade.
    void setChosen(const QSet<QString>& keys);

    /// Dragging over categories, or Shift with a click, chooses all from one to the other.
    void setChoosesRanges(bool on) { m_choosesRanges = on; }

    /// Shows the numbers as a table instead of the picture, until it is switched back; also by the key T and in the menu. Enter or a double
    /// click on a number does what a click on its mark does.
    void setTable(bool on);
    bool isTable() const { return m_isTable; }
    /// The table twin; null before it was shown first.
    ChartTable* table() const { return m_table; }

    /// Copying, saving and the table; also the context menu.
    QMenu* createMenu(QWidget* parent);

    /// The numbers as tab-separated text with a header line.
    QString tableText() const;
    /// Centre of a category's mark, for tests and for assistive technology.
    QPoint markCentre(const QString& key) const;

    QSize sizeHint() const override { return {360, 240}; }
    QSize minimumSizeHint() const override { return {220, 96}; }

signals:
    void categoryClicked(const QString& key);
    void rangeChosen(const QStringList& keys);
    void cellClicked(int row, const QString& key);  ///< carpets
    /// A file was chosen for the picture; whoever owns the tasks writes it.
    void saveWanted(const mudeung::ChartSpec& spec, const QString& path);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

    ChartSpec m_spec;
    ChartHighlight m_highlight;
    QVector<ChartHit> m_marks;

private:
    int markAt(const QPointF& position) const;
    void hover(int mark);
    void activate(int mark);
    QString markText(const ChartHit& mark) const;
    QString lineText(int category) const;
    QString keyOf(const ChartHit& mark) const;
    void describe();
    void buildTable();
    void refreshTable();
    void popUpMenu(const QPoint& at);
    void copyImage();
    void saveImage();
    ChartSpec shownSpec() const;

    QStringList keysBetween(int first, int last) const;

    bool m_compact = false;
    bool m_choosesRanges = false;
    int m_pressed = -1;  ///< mark that a drag began on
    int m_last = -1;     ///< mark that was chosen last
    QString m_message;

    bool m_isTable = false;
    QWidget* m_tablePage = nullptr;  ///< over the picture
    QLabel* m_tableTitle = nullptr;
    QToolButton* m_backToChart = nullptr;
    ChartTable* m_table = nullptr;
};

}  // namespace mudeung
