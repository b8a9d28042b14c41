// SPDX-License-Identifier: GPL-3.0-or-later
// A label whose text changes with every answer without the window being laid out anew for it. QLabel asks all layouts above it after
// each text; this one only when it needs another height.
#pragma once

#include <QLabel>
#include <QWidget>

namespace mudeung {

class StillLabel : public QWidget {
    Q_OBJECT
public:
    explicit StillLabel(QWidget* parent = nullptr);
    /// For name, font, properties and alignment; its text is set here.
    QLabel* label() const { return m_label; }
    void setText(const QString& text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void fit();

    QLabel* m_label;
};

}  // namespace mudeung
