// SPDX-License-Identifier: GPL-3.0-or-later
// A ChartSpec on screen: hover, click, keyboard, copy and save. Knows the spec only, not where it comes from.
#pragma once

#include <QWidget>

#include "ui/charts/chart_painter.h"

class QMenu;

namespace mudeung {

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

    /// Copying and saving; also the context menu.
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
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

    ChartSpec m_spec;
    ChartHighlight m_highlight;
    QVector<ChartMark> m_marks;

private:
    int markAt(const QPointF& position) const;
    void hover(int mark);
    void activate(int mark);
    QString markText(const ChartMark& mark) const;
    QString keyOf(const ChartMark& mark) const;
    void describe();
    void copyImage();
    void saveImage();
    ChartSpec shownSpec() const;

    QStringList keysBetween(int first, int last) const;

    bool m_compact = false;
    bool m_choosesRanges = false;
    int m_pressed = -1;  ///< mark that a drag began on
    int m_last = -1;     ///< mark that was chosen last
    QString m_message;
};

}  // namespace mudeung
