// SPDX-License-Identifier: GPL-3.0-or-later
// Pointer, keyboard, export and table twin of the chart widget.
#include "ui/charts/chart_view.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/format.h"
#include "ui/charts/chart_image.h"
#include "ui/charts/chart_table.h"
#include "ui/common/qt_compat.h"

namespace mudeung {

namespace {
constexpr QSize kExportSize(1600, 1000);
}

ChartView::ChartView(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    describe();
}

void ChartView::setSpec(const ChartSpec& spec) {
    m_spec = spec;
    m_message.clear();
    m_highlight.hovered = -1;
    m_marks.clear();
    describe();
    refreshTable();
    update();
}

void ChartView::setMessage(const QString& message) {
    m_message = message;
    if (!message.isEmpty()) m_marks.clear();
    describe();
    refreshTable();
    update();
}

void ChartView::setChosen(const QSet<QString>& keys) {
    m_highlight.chosen = keys;
    update();
}

void ChartView::setCompact(bool compact) {
    m_compact = compact;
    refreshTable();
    update();
}

ChartSpec ChartView::shownSpec() const {
    ChartSpec shown = m_spec;
    if (!m_compact) return shown;
    shown.subtitle.clear();
    shown.footer.clear();
    // The title names the breakdown already; bands are worth saying.
    if (shown.kind != ChartKind::HorizontalBars && shown.kind != ChartKind::Scatter) shown.xTitle.clear();
    // The panel's own buttons say what rows and columns are; its scale takes the place of the title.
    if (shown.kind == ChartKind::Carpet) shown.title.clear();
    return shown;
}

void ChartView::describe() {
    setAccessibleName(m_spec.title.isEmpty() ? tr("Chart") : tr("Chart: %1").arg(m_spec.title));
    setAccessibleDescription(m_message.isEmpty() ? m_spec.subtitle : m_message);
}

QString ChartView::keyOf(const ChartHit& mark) const {
    return mark.category < static_cast<int>(m_spec.categoryKeys.size()) ? m_spec.categoryKeys[mark.category] : QString();
}

namespace {

QString shortNumber(double value) {
    if (!std::isfinite(value)) return ChartView::tr("no data");
    const double size = std::abs(value);
    return formatNumber(value, size == std::floor(size) || size >= 100.0 ? 0 : size >= 1.0 ? 1 : 3);
}

}  // namespace

/// What is known of a category of a line chart: all series, their bands, what is pointed out there.
QString ChartView::lineText(int category) const {
    QStringList lines{m_spec.categories.value(category)};
    for (const ChartMark& mark : m_spec.marks)
        if (mark.category == category) lines.first() += QStringLiteral(" · ") + mark.name;
    for (const ChartSeries& series : m_spec.series) {
        const QString name = series.name.isEmpty() ? m_spec.yTitle : series.name;
        if (std::isfinite(series.values.value(category, NAN)))
            lines << tr("%1: %2", "category: value").arg(name, shortNumber(series.values[category]));
        for (const ChartBand& band : series.bands) {
            const double low = band.lower.value(category, NAN), high = band.upper.value(category, NAN);
            if (std::isfinite(low) && std::isfinite(high))
                lines << tr("%1: %2 – %3", "band: from, to").arg(band.name, shortNumber(low), shortNumber(high));
        }
    }
    if (lines.size() == 1) lines << tr("no data");
    return lines.join(QLatin1Char('\n'));
}

QString ChartView::markText(const ChartHit& mark) const {
    const bool rich = m_spec.series.size() > 1 || !m_spec.marks.isEmpty() || !m_spec.series.value(0).bands.isEmpty();
    if (m_spec.kind == ChartKind::Line && rich) return lineText(mark.category);
    if (m_spec.kind == ChartKind::Scatter) {
        const ChartSeries series = m_spec.series.value(mark.row);
        QStringList lines{m_spec.categories.value(mark.category)};
        if (!series.name.isEmpty()) lines << series.name;
        lines << tr("%1: %2", "category: value").arg(m_spec.xTitle, shortNumber(series.x.value(mark.category, NAN)))
              << tr("%1: %2", "category: value").arg(m_spec.yTitle, shortNumber(mark.value));
        return lines.join(QLatin1Char('\n'));
    }
    QString name = m_spec.categories.value(mark.category);
    if (m_spec.kind == ChartKind::Carpet) name = tr("%1, %2", "weekday, hour").arg(m_spec.rowNames.value(mark.row), name);
    const QString value = std::isfinite(mark.value)
                              ? formatNumber(mark.value, mark.value < 100.0 && mark.value != std::floor(mark.value) ? 1 : 0)
                              : tr("not chosen or no data");
    QString text = tr("%1: %2", "category: value").arg(name, value);
    const double share = m_spec.series.value(0).shares.value(mark.category, NAN);
    if (m_spec.kind != ChartKind::Carpet && std::isfinite(mark.value) && std::isfinite(share))
        text = tr("%1: %2 (%3)", "category: value (share)").arg(name, value, formatPercent(share));
    if (std::isfinite(mark.reference))
        text +=
            QLatin1Char('\n') + tr("%1: %2", "category: value")
                                    .arg(m_spec.referenceName.isEmpty() ? tr("all") : m_spec.referenceName, formatNumber(mark.reference));
    return text;
}

QString ChartView::tableText() const {
    QStringList lines;
    const bool carpet = m_spec.kind == ChartKind::Carpet;
    const auto number = [](double v) { return std::isfinite(v) ? QString::number(v, 'g', 15) : QString(); };
    QStringList head{carpet || m_spec.kind == ChartKind::Scatter ? QString() : m_spec.xTitle};
    if (carpet) {
        head += m_spec.categories;
        lines << head.join(QLatin1Char('\t'));
        const auto columns = m_spec.categories.size();
        for (int r = 0; r < static_cast<int>(m_spec.rowNames.size()); ++r) {
            QStringList cells{m_spec.rowNames[r]};
            for (int k = 0; k < static_cast<int>(columns); ++k)
                cells << number(m_spec.series.value(0).values.value(r * static_cast<int>(columns) + k, NAN));
            lines << cells.join(QLatin1Char('\t'));
        }
        return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
    }
    for (const ChartSeries& series : m_spec.series) {
        if (!series.x.isEmpty()) head << m_spec.xTitle;
        head << (series.name.isEmpty() ? m_spec.yTitle : series.name);
        for (const ChartBand& band : series.bands)
            head << tr("%1, from", "name of a band").arg(band.name) << tr("%1, to", "name of a band").arg(band.name);
        if (!series.reference.isEmpty()) head << (m_spec.referenceName.isEmpty() ? tr("all") : m_spec.referenceName);
    }
    lines << head.join(QLatin1Char('\t'));
    for (int i = 0; i < static_cast<int>(m_spec.categories.size()); ++i) {
        QStringList cells{m_spec.categories[i]};
        for (const ChartSeries& series : m_spec.series) {
            if (!series.x.isEmpty()) cells << number(series.x.value(i, NAN));
            cells << number(series.values.value(i, NAN));
            for (const ChartBand& band : series.bands) cells << number(band.lower.value(i, NAN)) << number(band.upper.value(i, NAN));
            if (!series.reference.isEmpty()) cells << number(series.reference.value(i, NAN));
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QPoint ChartView::markCentre(const QString& key) const {
    for (const ChartHit& mark : m_marks)
        if (keyOf(mark) == key) return mark.area.center().toPoint();
    return {};
}

void ChartView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ThemeColors& colors = themeColors(darkTheme());
    if (m_message.isEmpty() && m_isTable) {
        painter.fillRect(rect(), colors.surface);  // the table lies on it
    } else if (m_message.isEmpty()) {
        m_marks = paintChartScene(painter, rect(), shownSpec(), darkTheme(), m_highlight);
    } else {
        painter.fillRect(rect(), colors.surface);
        painter.setPen(colors.mutedText);
        painter.setFont(font());
        painter.drawText(rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap, m_message);
    }
    if (hasFocus()) {
        painter.setPen(QPen(colors.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

int ChartView::markAt(const QPointF& position) const {
    int found = -1;
    double nearest = 0.0;
    for (int i = 0; i < static_cast<int>(m_marks.size()); ++i) {
        if (!m_marks[i].area.contains(position)) continue;
        const QPointF away = m_marks[i].area.center() - position;
        const double distance = away.x() * away.x() + away.y() * away.y();
        if (found >= 0 && distance >= nearest) continue;  // points overlap, bands of categories do not
        found = i;
        nearest = distance;
    }
    return found;
}

void ChartView::hover(int mark) {
    if (mark == m_highlight.hovered) return;
    m_highlight.hovered = mark;
    update();
}

void ChartView::activate(int mark) {
    if (mark < 0 || mark >= static_cast<int>(m_marks.size())) return;
    const QString key = keyOf(m_marks[mark]);
    if (m_spec.kind == ChartKind::Carpet) {
        emit cellClicked(m_marks[mark].row, key);
    } else {
        emit categoryClicked(key);
    }
}

QStringList ChartView::keysBetween(int first, int last) const {
    QStringList keys;
    for (int i = std::min(first, last); i <= std::max(first, last) && i < static_cast<int>(m_marks.size()); ++i) keys << keyOf(m_marks[i]);
    return keys;
}

void ChartView::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->button() == Qt::LeftButton && m_choosesRanges ? markAt(eventPosition(event)) : -1;
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
    const int mark = markAt(eventPosition(event));
    hover(mark);
    if (m_pressed >= 0 && mark >= 0 && mark != m_pressed) {
        const QStringList keys = keysBetween(m_pressed, mark);
        setChosen(QSet<QString>(keys.begin(), keys.end()));
    }
    if (mark >= 0) {
        QToolTip::showText(eventGlobalPosition(event), markText(m_marks[mark]), this);
    } else {
        QToolTip::hideText();
    }
}

void ChartView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const int mark = markAt(eventPosition(event));
    const int pressed = std::exchange(m_pressed, -1);
    const bool shift = m_choosesRanges && (event->modifiers() & Qt::ShiftModifier) && m_last >= 0;
    const int last = std::exchange(m_last, mark);
    if (mark >= 0 && pressed >= 0 && pressed != mark) return emit rangeChosen(keysBetween(pressed, mark));
    if (mark >= 0 && shift) return emit rangeChosen(keysBetween(last, mark));
    activate(mark);
}

void ChartView::leaveEvent(QEvent*) {
    hover(-1);
}

void ChartView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_T && event->modifiers() == Qt::NoModifier && m_message.isEmpty()) return setTable(!m_isTable);
    if (m_isTable) return QWidget::keyPressEvent(event);  // what the table left over is not for the picture
    const int n = static_cast<int>(m_marks.size());
    const int columns = m_spec.kind == ChartKind::Carpet ? static_cast<int>(m_spec.categories.size()) : 1;
    int mark = m_highlight.hovered;
    switch (event->key()) {
        case Qt::Key_Left:
            mark = mark <= 0 ? n - 1 : mark - 1;
            break;
        case Qt::Key_Right:
            mark = mark + 1 >= n ? 0 : mark + 1;
            break;
        case Qt::Key_Up:
            mark = mark - columns < 0 ? n - 1 : mark - columns;
            break;
        case Qt::Key_Down:
            mark = mark + columns >= n ? 0 : mark + columns;
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            activate(mark);
            return;
        default:
            QWidget::keyPressEvent(event);
            return;
    }
    if (n == 0) return;
    hover(mark);
    setAccessibleDescription(markText(m_marks[mark]));
    QToolTip::showText(mapToGlobal(m_marks[mark].area.center().toPoint()), markText(m_marks[mark]), this);
}

void ChartView::setTable(bool on) {
    if (on == m_isTable) return;
    m_isTable = on;
    if (on && !m_tablePage) buildTable();
    const bool focused = hasFocus() || (m_table && m_table->hasFocus());
    m_marks.clear();
    m_highlight.hovered = -1;
    setFocusProxy(on ? m_table : nullptr);
    refreshTable();
    if (focused) setFocus();
    update();
}

void ChartView::buildTable() {
    m_tablePage = new QWidget(this);
    // What the table does not use must not reach the picture behind it; the menu is the chart's.
    m_tablePage->setAttribute(Qt::WA_NoMousePropagation);
    m_tablePage->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tablePage, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) { popUpMenu(m_tablePage->mapToGlobal(at)); });
    m_tableTitle = new QLabel(m_tablePage);
    m_tableTitle->setObjectName(QStringLiteral("chartTableTitle"));
    m_tableTitle->setWordWrap(true);
    m_backToChart = new QToolButton(m_tablePage);
    m_backToChart->setObjectName(QStringLiteral("backToChart"));
    m_backToChart->setAutoRaise(true);
    m_table = new ChartTable(m_tablePage);
    m_table->setObjectName(QStringLiteral("chartTable"));
    auto* head = new QHBoxLayout;
    head->addWidget(m_tableTitle, 1);
    head->addWidget(m_backToChart, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(m_tablePage);
    column->setContentsMargins(6, 2, 2, 2);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    connect(m_backToChart, &QToolButton::clicked, this, [this] { setTable(false); });
    connect(m_table, &ChartTable::cellActivated, this, [this](int row, int category) {
        const QString key = m_spec.categoryKeys.value(category);
        if (m_spec.kind == ChartKind::Carpet) {
            emit cellClicked(row, key);
        } else {
            emit categoryClicked(key);
        }
    });
}

void ChartView::refreshTable() {
    if (!m_tablePage) return;
    const bool shown = m_isTable && m_message.isEmpty();
    m_tablePage->setVisible(shown);
    if (!shown) return;
    const ChartSpec visible = shownSpec();
    QStringList head;
    for (const QString& line : {visible.title, visible.subtitle, visible.footer})
        if (!line.isEmpty()) head << line;
    if (m_spec.sample) head << QCoreApplication::translate("Charts", "SAMPLE DATA");
    m_tableTitle->setText(head.join(QStringLiteral(" · ")));
    m_backToChart->setText(tr("Chart"));
    m_backToChart->setToolTip(tr("Show as chart (T)"));
    m_backToChart->setAccessibleName(m_backToChart->toolTip());
    m_table->setSpec(m_spec);
    m_tablePage->setGeometry(rect());
    m_tablePage->raise();
}

void ChartView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_tablePage) m_tablePage->setGeometry(rect());
}

void ChartView::copyImage() {
    QApplication::clipboard()->setImage(renderChart(m_spec, kExportSize));
}

void ChartView::saveImage() {
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save chart"), m_spec.title + QStringLiteral(".png"), tr("Pictures (*.png *.svg *.pdf)"));
    if (!path.isEmpty()) emit saveWanted(m_spec, path);
}

QMenu* ChartView::createMenu(QWidget* parent) {
    auto* menu = new QMenu(parent);
    const auto add = [&](const QString& text, const QString& name, const auto& run) {
        QAction* action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, run);
    };
    add(tr("Copy picture"), QStringLiteral("copyPicture"), &ChartView::copyImage);
    add(tr("Copy numbers"), QStringLiteral("copyNumbers"), [this] { QApplication::clipboard()->setText(tableText()); });
    add(tr("Save as PNG, SVG or PDF …"), QStringLiteral("savePicture"), &ChartView::saveImage);
    menu->addSeparator();
    add((m_isTable ? tr("Show as chart") : tr("Show as table")) + QStringLiteral("\tT"), QStringLiteral("showTable"),
        [this] { setTable(!m_isTable); });
    return menu;
}

void ChartView::popUpMenu(const QPoint& at) {
    QMenu* menu = createMenu(this);
    menu->setObjectName(QStringLiteral("chartMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(at);
}

void ChartView::contextMenuEvent(QContextMenuEvent* event) {
    if (m_message.isEmpty()) popUpMenu(event->globalPos());
}

void ChartView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        describe();
        refreshTable();
    }
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) update();
    QWidget::changeEvent(event);
}

}  // namespace mudeung
