// SPDX-License-Identifier: GPL-3.0-or-later
// Items and their painting.
#include "ui/analyse/analysis_list.h"

#include <QPainter>
#include <QTextLayout>
#include <algorithm>
#include <cmath>

#include "ui/common/text_layout.h"
#include "ui/common/theme.h"

namespace mudeung {

namespace {

constexpr int kAcross = 12;
constexpr int kUpDown = 8;

QFont nameFont(QFont font) {
    font.setBold(true);
    return font;
}

QFont smallFont(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.95);
    return font;
}

int roomOf(const QStyleOptionViewItem& option) {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    return std::max(80, (view ? view->viewport()->width() : option.rect.width()) - 2 * kAcross);
}

int heightOf(const QFont& font, int width, const QString& text) {
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, text).height();
}

}  // namespace

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int width = roomOf(option);
    return {width, 2 * kUpDown + heightOf(nameFont(option.font), width, unbroken(index.data().toString())) + 2 +
                       heightOf(smallFont(option.font), width, index.data(SmallRole).toString())};
}

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const ThemeColors& c = themeColors(darkTheme());
    const bool faint = index.data(FaintRole).toBool();
    painter->save();
    painter->fillRect(option.rect, option.state & (QStyle::State_Selected | QStyle::State_MouseOver) ? c.selection : c.surface);
    painter->setPen(c.separator);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const QRect inner = option.rect.adjusted(kAcross, kUpDown, -kAcross, -kUpDown);
    const QString name = unbroken(index.data().toString());
    const int height = heightOf(nameFont(option.font), inner.width(), name);
    painter->setFont(nameFont(option.font));
    painter->setPen(faint ? c.mutedText : c.text);
    painter->drawText(QRect(inner.topLeft(), QSize(inner.width(), height)), Qt::TextWordWrap, name);
    painter->setFont(smallFont(option.font));
    painter->setPen(c.mutedText);
    painter->drawText(inner.adjusted(0, height + 2, 0, 4), Qt::TextWordWrap, index.data(SmallRole).toString());
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(c.accent);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

AnalysisList::AnalysisList(std::span<const AnalysisInfo* const> analyses, QWidget* parent) : QListWidget(parent), m_analyses(analyses) {
    setItemDelegate(new TwoLineDelegate(this));
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(false);
    setWordWrap(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    const auto choose = [this](const QListWidgetItem* item) {
        const int row = this->row(item);
        if (row >= 0 && row < static_cast<int>(m_analyses.size())) emit chosen(m_analyses[static_cast<std::size_t>(row)]);
    };
    connect(this, &QListWidget::itemClicked, this, choose);
    // Enter: a mouse that activates on a click has chosen already.
    connect(this, &QListWidget::itemActivated, this, choose);
}

void AnalysisList::setSubject(const AnalysisSubject& subject) {
    const bool known = !subject.dataset.id.isEmpty();
    while (count() < static_cast<int>(m_analyses.size())) addItem(new QListWidgetItem);
    for (int i = 0; i < count(); ++i) {
        const AnalysisInfo& info = *m_analyses[static_cast<std::size_t>(i)];
        QListWidgetItem* item = this->item(i);
        const QString obstacle = known && info.obstacle ? info.obstacle(subject) : QString();
        item->setText(info.name());
        item->setData(TwoLineDelegate::SmallRole, obstacle.isEmpty() ? info.summary() : obstacle);
        item->setData(TwoLineDelegate::FaintRole, !obstacle.isEmpty());
        item->setData(TwoLineDelegate::KeyRole, QLatin1String(info.id));
        item->setData(Qt::AccessibleTextRole, item->text() + QStringLiteral(". ") + item->data(TwoLineDelegate::SmallRole).toString());
        item->setToolTip(obstacle.isEmpty() ? QString() : info.summary());
    }
}

}  // namespace mudeung
