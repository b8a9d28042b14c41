// SPDX-License-Identifier: GPL-3.0-or-later
// What a map of the layout says of itself: caption with its question and, where the legend does not speak for it, its own scale; or why it
// shows nothing.
#pragma once

#include <QFrame>

#include "ui/map/map_data.h"
#include "ui/map/map_palette.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace mudeung {

/// A small colour scale: colours with the numbers at both ends, the unit, and a note.
class ScaleStrip : public QWidget {
public:
    explicit ScaleStrip(QWidget* parent);
    void setData(const MapDataPtr& data, const MapPalette& palette);
    QString low() const;
    QString high() const;
    QString unit() const;
    /// Second line: the bandwidth of a density, and how many maps have this scale.
    QString note() const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintBar(QPainter& painter, const QRectF& bar) const;

    MapDataPtr m_data;
    MapPalette m_palette;
};

/// Title and, on a second line, the question: shortened to the room there is, whole in the tooltip.
class PaneCaption : public QFrame {
    Q_OBJECT
public:
    PaneCaption(int number, QWidget* parent);
    void setText(const QString& title, const QString& sentence);
    /// Null when the legend speaks for this map.
    void setScale(const MapDataPtr& data);
    void setRemovable(bool removable);
    /// What the selected places add up to in this map; empty = nothing is selected.
    void setSum(const QString& sum);
    QString sum() const { return m_sumText; }
    void applyTheme(const MapPalette& palette);
    void retranslate();
    /// Where it lies in the pane, and how wide it may be.
    void layOut(const QPoint& at, int width);
    /// With its right edge at `right`.
    void layOutRight(int right, int y, int width);
    QString title() const { return m_titleText; }
    QString sentence() const { return m_sentenceText; }
    const MapDataPtr& scale() const { return m_scale; }

signals:
    void removed();

private:
    void fit(int width);

    QLabel* m_title;
    QLabel* m_sentence;
    QLabel* m_sum;
    ScaleStrip* m_strip;
    QToolButton* m_remove;
    QString m_titleText;
    QString m_sentenceText;
    QString m_sumText;
    MapDataPtr m_scale;
    MapPalette m_palette;
};

/// A pane without a map: what to do, and a button that pins the present question here.
class PaneNotice : public QWidget {
    Q_OBJECT
public:
    PaneNotice(int number, QWidget* parent);
    /// Empty text hides it.
    void setText(const QString& text, bool pinnable);
    QString text() const;
    void applyTheme(const MapPalette& palette);
    void retranslate();

signals:
    void pinned();

private:
    QLabel* m_label;
    QPushButton* m_pin;
};

}  // namespace mudeung
