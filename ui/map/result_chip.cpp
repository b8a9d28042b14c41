// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the chip follow the shown result and the question.
#include "ui/map/result_chip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

#include "ui/common/workspace_state.h"

namespace mudeung {

ResultChip::ResultChip(WorkspaceState* state, QWidget* parent) : QFrame(parent), m_state(state) {
    setObjectName(QStringLiteral("resultChip"));
    m_label = new QLabel(this);
    m_label->setTextFormat(Qt::PlainText);
    m_back = new QPushButton(this);
    m_back->setObjectName(QStringLiteral("backToQuestion"));
    m_back->setMinimumHeight(28);
    m_back->setCursor(Qt::ArrowCursor);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 3, 4, 3);
    row->setSpacing(10);
    row->addWidget(m_label);
    row->addWidget(m_back);
    connect(m_back, &QPushButton::clicked, this, [this] { m_state->setShownResult(nullptr); });
    connect(state, &WorkspaceState::shownResultChanged, this, &ResultChip::retranslate);
    connect(state, &WorkspaceState::queryChanged, this, &ResultChip::retranslate);
    connect(state, &WorkspaceState::frameLabelChanged, this, &ResultChip::retranslate);
    retranslate();
}

void ResultChip::retranslate() {
    const ShownResultPtr shown = m_state->shownResult();
    m_back->setText(tr("Back to the data map"));
    m_back->setToolTip(tr("Show the numbers of the present question on the map again"));
    m_back->setAccessibleName(m_back->toolTip());
    const bool seen = shown && shown->isOnMap() && m_state->frameLabel().isEmpty();
    setVisible(seen);
    if (!seen) return;
    const Query& asked = shown->run->subject.query;
    const Query now = m_state->query();
    // The period of the stored question is written out.
    const bool same = asked.dataset == now.dataset && asked.groups == now.groups && asked.hours == now.hours &&
                      asked.dayTypes == now.dayTypes && (now.period.isAll() || asked.period == now.period);
    m_title = shown->view.title;
    m_current = same;
    setToolTip(worded(m_title) + QLatin1Char('\n') + asked.toSentence(&shown->run->subject.dataset.scheme));
    setAccessibleName(toolTip());
    place(m_map, m_top, m_left, m_right);
}

QString ResultChip::worded(const QString& title) const {
    return m_current ? title : tr("%1 (of another question)", "analysis").arg(title);
}

void ResultChip::place(const QRect& map, int top, int left, int right) {
    m_map = map;
    m_top = top;
    m_left = left;
    m_right = right;
    if (!map.isValid()) return;
    ensurePolished();
    m_label->ensurePolished();
    const int room = std::max(80, map.width() - left - right - m_back->sizeHint().width() - 30);
    // Too long: what stands behind the colon is in the legend, too.
    const QFontMetrics metrics = m_label->fontMetrics();
    const QString text = worded(m_title), head = worded(m_title.section(QStringLiteral(": "), 0, 0));
    m_label->setText(metrics.elidedText(metrics.horizontalAdvance(text) <= room ? text : head, Qt::ElideRight, room));
    adjustSize();
    const int middle = map.left() + left + (map.width() - left - right - width()) / 2;
    move(std::max(map.left() + left, middle), map.top() + top);
    raise();
}

void ResultChip::applyTheme(const MapPalette& palette) {
    setStyleSheet(QStringLiteral("mudeung--ResultChip{background:%1;border:1px solid %3;border-radius:6px}"
                                 "QLabel{color:%2;font-size:13px;font-weight:bold;background:transparent}"
                                 "QPushButton{background:%1;color:%2;border:1px solid %3;border-radius:4px;padding:2px 10px;font-size:13px}"
                                 "QPushButton:hover,QPushButton:focus{border-color:%2}")
                      .arg(palette.panel.name(), palette.text.name(), palette.panelLine.name()));
    retranslate();
}

void ResultChip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QFrame::changeEvent(event);
}

}  // namespace mudeung
