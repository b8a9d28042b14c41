// SPDX-License-Identifier: GPL-3.0-or-later
// Captions, scale strips and notices of the maps of a layout.
#include "ui/map/pane_caption.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLinearGradient>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "core/base/format.h"
#include "ui/common/text_layout.h"
#include "ui/map/picture_layer.h"
#include "ui/map/result_map.h"

namespace mudeung {
namespace {
constexpr double kStripText = 12.0;
constexpr double kBarWidth = 92.0;
constexpr double kBarHeight = 10.0;
constexpr double kGap = 5.0;
constexpr int kRemove = 28;
constexpr int kPadding = 9;
}  // namespace

ScaleStrip::ScaleStrip(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void ScaleStrip::setData(const MapDataPtr& data, const MapPalette& palette) {
    m_data = data;
    m_palette = palette;
    setVisible(data != nullptr);
    if (data) setAccessibleName(QStringLiteral("%1 … %2 %3").arg(low(), high(), unit()));
    updateGeometry();
    update();
}

QString ScaleStrip::low() const {
    if (m_data && m_data->result) return {};
    return m_data && m_data->comparison ? QStringLiteral("−") + formatShort(m_data->scaleTop) : QStringLiteral("0");
}

QString ScaleStrip::high() const {
    if (!m_data) return {};
    if (m_data->result) return m_data->measureName;
    return (m_data->comparison ? QStringLiteral("+") : QString()) + formatShort(m_data->scaleTop);
}

QString ScaleStrip::unit() const {
    if (!m_data) return {};
    if (m_data->result) return m_data->unit;
    if (m_data->style.kind == MapKind::Density) return perSquareKilometre(m_data->unit);
    if (isGrid(m_data->style.kind)) return perCell(m_data->unit, m_data->style.gridMeters);
    return hasClasses(m_data->style.kind) && m_data->classesPerArea ? perSquareKilometre(m_data->unit) : m_data->unit;
}

QString ScaleStrip::note() const {
    QStringList parts;
    if (!m_data || m_data->result) return {};
    if (m_data->style.kind == MapKind::Density)
        parts << QCoreApplication::translate("Map", "Bandwidth %1 m", "metres").arg(formatNumber(m_data->bandwidthMeters));
    if (m_data->scaleSharedBy > 1) parts << QCoreApplication::translate("Map", "One scale for %1 maps").arg(m_data->scaleSharedBy);
    return parts.join(QStringLiteral(" · "));
}

QSize ScaleStrip::sizeHint() const {
    const TextMetrics metrics(mapFont(kStripText));
    const double above =
        metrics.horizontalAdvance(low()) + metrics.horizontalAdvance(high() + QLatin1Char(' ') + unit()) + kBarWidth + 2 * kGap;
    const double width = std::max(above, metrics.horizontalAdvance(note()));
    const int lines = note().isEmpty() ? 1 : 2;
    return {static_cast<int>(std::ceil(width)) + 2, lines * (static_cast<int>(std::ceil(metrics.height())) + 1)};
}

void ScaleStrip::paintEvent(QPaintEvent*) {
    if (!m_data) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing, true);
    const QFont font = mapFont(kStripText);
    const TextMetrics metrics(font);
    painter.setFont(font);
    painter.setPen(m_palette.text);
    const double line = height() / (note().isEmpty() ? 1.0 : 2.0), left = metrics.horizontalAdvance(low());
    paintText(painter, QRectF(0, 0, left + 1.0, line), Qt::AlignLeft | Qt::AlignVCenter, low());
    const QRectF bar(left + kGap, (line - kBarHeight) / 2.0, kBarWidth, kBarHeight);
    const QRectF room(bar.right() + kGap, 0, std::max(0.0, width() - bar.right() - kGap), line);
    paintText(painter, room, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(high() + QLatin1Char(' ') + unit(), room.width()));
    painter.setPen(m_palette.faint);
    paintText(painter, QRectF(0, line, width(), line), Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(note(), width()));
    paintBar(painter, bar);
}

void ScaleStrip::paintBar(QPainter& painter, const QRectF& bar) const {
    painter.fillRect(bar, m_palette.land);
    if (m_data->result && m_data->result->shown->mapTable()) {
        const auto count = static_cast<int>(m_data->result->classes.size());
        for (int i = 0; i < count; ++i)
            painter.fillRect(QRectF(bar.left() + bar.width() * i / count, bar.top(), bar.width() / count, bar.height()),
                             resultColor(m_palette, m_data->result->classes[i]));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_palette.faint, 0.8));
        painter.drawRect(bar);
        return;
    }
    const int classes = m_data->classes.count();
    if (m_data->style.kind == MapKind::Circles) {
        const double step = bar.width() / 5.0;
        for (int i = 0; i < 5; ++i) {
            const bool more = !m_data->comparison || i > 2;
            const double share = m_data->comparison ? std::abs(i - 2) / 2.0 : (i + 1) / 5.0;
            const CircleLook look = circleLook(m_palette, m_data->comparison, more);
            painter.setPen(QPen(look.line, 0.8));
            painter.setBrush(look.fill);
            const double radius = std::max(0.9, bar.height() / 2.0 * share);
            painter.drawEllipse(QPointF(bar.left() + step * (i + 0.5), bar.center().y()), radius, radius);
        }
    } else if (hasClasses(m_data->style.kind) && classes > 0) {
        const int boxes = m_data->comparison ? 2 * classes : classes;
        for (int i = 0; i < boxes; ++i) {
            const QRectF box(bar.left() + bar.width() * i / boxes, bar.top(), bar.width() / boxes, bar.height());
            const bool more = !m_data->comparison || i >= classes;
            const int index = !m_data->comparison ? i : more ? i - classes : classes - 1 - i;
            painter.fillRect(box, m_data->comparison ? m_palette.changeColor(more, index, classes) : m_palette.classColor(index, classes));
        }
    } else {
        QLinearGradient gradient(bar.topLeft(), bar.topRight());
        for (int i = 0; i <= 32; ++i)
            gradient.setColorAt(i / 32.0, m_data->comparison ? m_palette.changeAt(i / 16.0 - 1.0) : m_palette.densityAt(i / 32.0));
        painter.fillRect(bar, gradient);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_palette.faint, 0.8));
    painter.drawRect(bar);
}

PaneCaption::PaneCaption(int number, QWidget* parent)
    : QFrame(parent),
      m_title(new QLabel(this)),
      m_sentence(new QLabel(this)),
      m_sum(new QLabel(this)),
      m_strip(new ScaleStrip(this)),
      m_remove(new QToolButton(this)) {
    setObjectName(QStringLiteral("paneCaption%1").arg(number + 1));
    m_title->setTextFormat(Qt::PlainText);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sum->setTextFormat(Qt::PlainText);
    m_sum->hide();
    m_remove->setObjectName(QStringLiteral("paneUnpin%1").arg(number + 1));
    m_remove->setText(QStringLiteral("×"));
    m_remove->setFixedSize(kRemove, kRemove);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(kPadding, 4, kPadding, 5);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(1);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_remove, 0, 1, 2, 1, Qt::AlignTop);
    grid->addWidget(m_sentence, 1, 0);
    grid->addWidget(m_sum, 2, 0, 1, 2);
    grid->addWidget(m_strip, 3, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    connect(m_remove, &QToolButton::clicked, this, &PaneCaption::removed);
    m_remove->hide();
    m_strip->hide();
    hide();
    retranslate();
}

void PaneCaption::setText(const QString& title, const QString& sentence) {
    m_titleText = title;
    m_sentenceText = sentence;
    setToolTip(sentence.isEmpty() ? title : title + QLatin1Char('\n') + sentence);
    setAccessibleName(toolTip());
    setVisible(!title.isEmpty());
}

void PaneCaption::setScale(const MapDataPtr& data) {
    m_scale = data;
    m_strip->setData(data, m_palette);
}

void PaneCaption::setRemovable(bool removable) {
    m_remove->setVisible(removable);
}

void PaneCaption::setSum(const QString& sum) {
    m_sumText = sum;
    m_sum->setVisible(!sum.isEmpty());
}

void PaneCaption::applyTheme(const MapPalette& palette) {
    m_palette = palette;
    m_strip->setData(m_scale, palette);
    setStyleSheet(QStringLiteral("mudeung--PaneCaption{background:%1;border:1px solid %3;border-radius:6px}"
                                 "QLabel{color:%2;font-size:12px;background:transparent}"
                                 "QToolButton{background:%1;color:%2;border:1px solid %3;border-radius:4px;font-size:16px}"
                                 "QToolButton:hover,QToolButton:focus{border-color:%2}")
                      .arg(palette.panel.name(), palette.text.name(), palette.panelLine.name()));
    m_title->setStyleSheet(QStringLiteral("font-weight:bold;font-size:13px"));
    m_sentence->setStyleSheet(QStringLiteral("color:%1").arg(palette.faint.name()));
}

void PaneCaption::retranslate() {
    m_remove->setToolTip(tr("Remove the pinned question"));
    m_remove->setAccessibleName(m_remove->toolTip());
}

/// As narrow as the text, at most `width`; both lines are shortened at the end.
void PaneCaption::fit(int width) {
    m_title->ensurePolished();
    m_sentence->ensurePolished();
    m_sum->ensurePolished();
    const bool removable = !m_remove->isHidden();
    const int room = std::max(60, width - 2 * kPadding - 4 - (removable ? kRemove + 6 : 0));
    m_title->setText(m_title->fontMetrics().elidedText(m_titleText, Qt::ElideRight, room));
    m_sentence->setText(m_sentence->fontMetrics().elidedText(m_sentenceText, Qt::ElideRight, room));
    m_sentence->setVisible(!m_sentenceText.isEmpty());
    m_sum->setText(m_sum->fontMetrics().elidedText(m_sumText, Qt::ElideRight, std::max(60, width - 2 * kPadding - 4)));
    layout()->activate();
    resize(std::min(width, layout()->sizeHint().width()), layout()->sizeHint().height());
    raise();
}

void PaneCaption::layOut(const QPoint& at, int width) {
    fit(width);
    move(at);
}

void PaneCaption::layOutRight(int right, int y, int width) {
    fit(width);
    move(right - this->width(), y);
}

PaneNotice::PaneNotice(int number, QWidget* parent) : QWidget(parent), m_label(new QLabel(this)), m_pin(new QPushButton(this)) {
    setObjectName(QStringLiteral("paneNotice%1").arg(number + 1));
    m_label->setAlignment(Qt::AlignCenter);
    m_label->setWordWrap(true);
    m_pin->setObjectName(QStringLiteral("panePin%1").arg(number + 1));
    m_pin->setMinimumHeight(kRemove + 4);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addStretch(1);
    column->addWidget(m_label);
    column->addWidget(m_pin, 0, Qt::AlignHCenter);
    column->addStretch(1);
    connect(m_pin, &QPushButton::clicked, this, &PaneNotice::pinned);
    hide();
    retranslate();
}

void PaneNotice::setText(const QString& text, bool pinnable) {
    m_label->setText(text);
    m_pin->setVisible(pinnable);
    setVisible(!text.isEmpty());
    if (isVisible()) raise();
}

QString PaneNotice::text() const {
    return m_label->text();
}

void PaneNotice::applyTheme(const MapPalette& palette) {
    setStyleSheet(QStringLiteral("QLabel{color:%1;font-size:14px}"
                                 "QPushButton{background:%2;color:%1;border:1px solid %3;border-radius:4px;padding:4px 12px;font-size:13px}"
                                 "QPushButton:hover,QPushButton:focus{border-color:%1}")
                      .arg(palette.text.name(), palette.panel.name(), palette.panelLine.name()));
}

void PaneNotice::retranslate() {
    m_pin->setText(tr("Pin the present question"));
    m_pin->setToolTip(tr("Keeps the question that is shown now in this map, so that you can ask another beside it."));
}

}  // namespace mudeung
