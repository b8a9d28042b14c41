// SPDX-License-Identifier: GPL-3.0-or-later
// The middle of the window: the pages, and the message bar over their top. A message comes and goes without the map getting another size,
// which would have it drawn anew; what stands at the top of a page makes room by the page's contents margin.
#pragma once

#include <QWidget>

class QStackedWidget;

namespace mudeung {

class MessageBar;

class CentrePage : public QWidget {
    Q_OBJECT
public:
    explicit CentrePage(QWidget* parent = nullptr);
    MessageBar* messages() const { return m_messages; }
    QStackedWidget* pages() const { return m_pages; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QStackedWidget* m_pages;
    MessageBar* m_messages;
};

}  // namespace mudeung
