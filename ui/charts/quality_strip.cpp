// SPDX-License-Identifier: GPL-3.0-or-later
// Complete is quiet, gaps are loud: a tint of the accent, then orange the more is missing, hatched where there is nothing.
#include "ui/charts/quality_strip.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/format.h"
#include "core/base/language.h"
#include "ui/common/qt_compat.h"
#include "ui/common/table_rows.h"
#include "ui/common/theme.h"

namespace mudeung {

namespace {

constexpr double kSide = 8.0;
constexpr double kLegend = 22.0;  ///< above the rows, when it has one line
constexpr double kLegendLine = 16.0;
constexpr double kBox = 12.0;      ///< width of a sign
constexpr double kSomeBox = 30.0;  ///< of that of days of which some are missing: all shades
constexpr int kSomeDays = 1;       ///< its place in the legend
constexpr double kAfterBox = 5.0;
constexpr double kLegendGap = 12.0;
constexpr double kMonths = 18.0;  ///< below them
constexpr double kRow = 15.0;
constexpr double kAllGap = 4.0;  ///< between all places and the first of them
constexpr double kMostName = 130.0;
constexpr double kLeastLabelGap = 46.0;
constexpr double kFontSize = 11.0;
constexpr int kLateInMonth = 7;  ///< days
constexpr int kQuiet = 95;       ///< percent from which on the tint fades to that of all days

QColor mixed(const QColor& from, const QColor& to, double share) {
    const auto part = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return {part(from.red(), to.red()), part(from.green(), to.green()), part(from.blue(), to.blue())};
}

QBrush brushOf(int percent, const ThemeColors& c) {
    const QColor orange = darkTheme() ? QColor(0xE6, 0x9F, 0x00) : QColor(0xD5, 0x5E, 0x00);  // Okabe–Ito
    if (percent <= 0) return {c.text, Qt::BDiagPattern};
    const QColor complete = mixed(c.surface, c.accent, 0.35);
    const QColor partial = mixed(c.surface, orange, 0.35 + 0.65 * (100 - percent) / 100.0);
    // A day missing in a week is loud, a few places missing among thousands are not.
    return percent > kQuiet ? mixed(complete, partial, (100 - percent) / static_cast<double>(100 - kQuiet)) : partial;
}

}  // namespace

QualityStrip::QualityStrip(QWidget* parent) : QAbstractScrollArea(parent) {
    viewport()->setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    describe();
}

void QualityStrip::setMatrix(const QualityMatrix& matrix) {
    m_matrix = matrix;
    m_message.clear();
    m_row = kAll;
    m_bin = 0;
    verticalScrollBar()->setValue(0);
    layOut();
    describe();
    viewport()->update();
}

void QualityStrip::setMessage(const QString& message) {
    m_message = message;
    if (!message.isEmpty()) m_matrix = {};
    layOut();
    describe();
    viewport()->update();
}

void QualityStrip::setChosen(const QStringList& codes) {
    m_chosen = QSet<QString>(codes.begin(), codes.end());
    viewport()->update();
}

void QualityStrip::describe() {
    setAccessibleName(tr("Completeness of places over time"));
    if (!m_message.isEmpty()) return setAccessibleDescription(m_message);
    setAccessibleDescription(bins() == 0 ? QString() : cellText(m_row, m_bin));
}

QString QualityStrip::rowName(int row) const {
    if (row == kAll) return tr("All places");
    const QString name = m_matrix.names.value(row);
    return name.isEmpty() ? m_matrix.codes.value(row) : name;
}

qint8 QualityStrip::valueAt(int row, int bin) const {
    return row == kAll ? m_matrix.all[static_cast<std::size_t>(bin)] : m_matrix.at(row, bin);
}

QString QualityStrip::cellText(int row, int bin) const {
    if (row < kAll || row >= rows() || bin < 0 || bin >= bins()) return {};
    const QString date = formatDate(m_matrix.bins[bin]);
    const QString when = m_matrix.daysPerBin == 1 ? date : tr("week from %1").arg(date);
    const int percent = valueAt(row, bin);
    const QString what = percent < 0    ? tr("outside the time with data")
                         : percent == 0 ? tr("no data")
                                        : tr("%1 of the days have data").arg(formatPercent(percent / 100.0, 0));
    QString text = tr("%1, %2: %3", "place, week: what").arg(rowName(row), when, what);
    if (row != kAll) text += QLatin1Char('\n') + tr("whole time: %1").arg(formatPercent(m_matrix.shares.value(row)));
    return text;
}

QRectF QualityStrip::plot() const {
    const QRectF area = QRectF(viewport()->rect()).adjusted(kSide, kLegend + kLegendLine * m_legendBreaks, -kSide, -kMonths);
    const double name = std::min(kMostName, area.width() * 0.32);
    return area.adjusted(name, 0.0, 0.0, 0.0);
}

QRectF QualityStrip::rowArea(int row) const {
    const QRectF area = plot();
    if (row == kAll) return {area.left(), area.top(), area.width(), kRow};
    return {area.left(), area.top() + kRow + kAllGap + kRow * row - verticalScrollBar()->value(), area.width(), kRow};
}

QRectF QualityStrip::cellArea(int row, int bin) const {
    const QRectF area = rowArea(row);
    const double width = area.width() / std::max(1, bins());
    return {area.left() + width * bin, area.top(), width, area.height()};
}

QPoint QualityStrip::cellCentre(int row, int bin) const {
    const QRectF cell = cellArea(row, bin);
    const QRectF area = plot();
    if (row != kAll && (cell.top() < area.top() + kRow || cell.bottom() > area.bottom())) return {};
    return cell.center().toPoint();
}

QualityStrip::Cell QualityStrip::cellAt(const QPointF& position) const {
    const QRectF area = plot();
    if (bins() == 0 || position.y() < area.top() || position.y() >= area.bottom() || position.x() >= area.right()) return {};
    Cell cell;
    cell.bin = std::clamp(static_cast<int>((position.x() - area.left()) / area.width() * bins()), 0, bins() - 1);
    if (position.y() < area.top() + kRow) {
        cell.row = kAll;
    } else if (position.y() < area.top() + kRow + kAllGap) {
        return {};
    } else {
        cell.row = static_cast<int>((position.y() - rowArea(0).top()) / kRow);
    }
    cell.valid = cell.row < rows();
    return cell;
}

void QualityStrip::layOut() {
    m_legendBreaks = legendPlaces().last().y();
    const QRectF area = plot();
    const double room = std::max(0.0, area.height() - kRow - kAllGap);
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(rows() * kRow - room))));
    verticalScrollBar()->setPageStep(static_cast<int>(room));
    verticalScrollBar()->setSingleStep(static_cast<int>(kRow));
}

void QualityStrip::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void QualityStrip::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    const ThemeColors& c = themeColors(darkTheme());
    painter.fillRect(viewport()->rect(), c.surface);
    painter.setFont(chartFont(kFontSize));
    if (bins() == 0) {
        painter.setPen(c.mutedText);
        painter.drawText(viewport()->rect().adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap, m_message);
    } else {
        paintRow(painter, kAll);
        painter.save();
        const QRectF area = plot();
        painter.setClipRect(QRectF(0.0, area.top() + kRow + kAllGap, viewport()->width(), area.height() - kRow - kAllGap));
        for (int row = 0; row < rows(); ++row) {
            const QRectF line = rowArea(row);
            if (line.bottom() >= area.top() && line.top() <= area.bottom()) paintRow(painter, row);
        }
        painter.restore();
        paintMonths(painter);
        paintLegend(painter);
    }
    if (!hasFocus()) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(c.accent);
    painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    if (bins() == 0 || cellCentre(m_row, m_bin).isNull()) return;
    painter.setPen(QPen(c.text, 1.5));
    painter.drawRect(cellArea(m_row, m_bin).adjusted(-1.0, 0.0, 1.0, 0.0));
}

void QualityStrip::paintRow(QPainter& painter, int row) const {
    const ThemeColors& c = themeColors(darkTheme());
    const QRectF line = rowArea(row);
    const bool chosen = row != kAll && m_chosen.contains(m_matrix.codes[row]);
    const QRectF name(kSide, line.top(), line.left() - kSide - 4.0, line.height());
    if (chosen) painter.fillRect(QRectF(0.0, line.top(), viewport()->width(), line.height()), c.selection);
    painter.setPen(row == kAll || chosen ? c.text : c.mutedText);
    painter.drawText(
        name, Qt::AlignLeft | Qt::AlignVCenter,
        row == kAll ? rowName(row) : fittedName(rowName(row), m_matrix.codes[row], painter.fontMetrics(), static_cast<int>(name.width())));
    // Runs of equal cells in one piece: no seams between them, and hatching goes through.
    for (int bin = 0; bin < bins();) {
        const qint8 percent = valueAt(row, bin);
        int end = bin + 1;
        while (end < bins() && valueAt(row, end) == percent) ++end;
        if (percent != QualityMatrix::kOutside) {
            const QRectF from = cellArea(row, bin);
            const QRectF piece(from.left(), from.top(), cellArea(row, end).left() - from.left(), kRow - 1.0);
            painter.fillRect(piece, brushOf(percent, c));
            if (percent == 0) {
                painter.setPen(c.text);
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(piece.adjusted(0.0, 0.0, -1.0, -1.0));
            }
        }
        bin = end;
    }
}

void QualityStrip::paintMonths(QPainter& painter) const {
    const ThemeColors& c = themeColors(darkTheme());
    const QRectF area = plot();
    const QDate first = m_matrix.bins.first();
    const QDate last = m_matrix.bins.last().addDays(m_matrix.daysPerBin - 1);
    const double days = static_cast<double>(first.daysTo(last)) + 1.0;
    const double perMonth = area.width() / std::max(1.0, days / 30.44);
    int step = 12;
    for (const int months : {6, 3, 2, 1})
        if (perMonth * months >= kLeastLabelGap) step = months;
    for (QDate month(first.year(), first.month(), 1); month <= last; month = month.addMonths(1)) {
        // Data that begin in the first days of a month begin with that month; later ones with the next.
        if (month.daysTo(first) > kLateInMonth) continue;
        const double x = area.left() + area.width() * static_cast<double>(std::max<qint64>(0, first.daysTo(month))) / days;
        painter.setPen(month.month() == 1 ? c.mutedText : c.separator);
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 4.0));
        if ((month.month() - 1) % step != 0 || area.right() - x < 24.0) continue;
        painter.setPen(c.mutedText);
        const QString label = month.month() == 1  ? QString::number(month.year())
                              : koreanInterface() ? QStringLiteral("%1월").arg(month.month())
                                                  : QLocale(QLocale::English).monthName(month.month(), QLocale::ShortFormat);
        painter.drawText(QRectF(x + 2.0, area.bottom() + 2.0, kLeastLabelGap * step, kMonths - 2.0), Qt::AlignLeft | Qt::AlignVCenter,
                         label);
    }
}

QStringList QualityStrip::legendTexts() {
    return {tr("all days"), tr("some days"), tr("no data"), tr("not there yet, or no longer")};
}

/// Of each text where it begins and in which line: what does not fit into the width goes on below.
QVector<QPointF> QualityStrip::legendPlaces() const {
    const QFontMetrics metrics(chartFont(kFontSize));
    QVector<QPointF> places;
    double x = kSide;
    int line = 0;
    for (const QString& text : legendTexts()) {
        const double width = (places.size() == kSomeDays ? kSomeBox : kBox) + kAfterBox + metrics.horizontalAdvance(text);
        if (x > kSide && x + width > viewport()->width() - kSide) {
            x = kSide;
            ++line;
        }
        places.append(QPointF(x, line));
        x += width + kLegendGap;
    }
    return places;
}

void QualityStrip::paintLegend(QPainter& painter) const {
    const ThemeColors& c = themeColors(darkTheme());
    const QStringList texts = legendTexts();
    const QVector<QPointF> places = legendPlaces();
    // The row of all places has every shade between complete and gone, so the sign of "some" shows them all.
    QLinearGradient some(0.0, 0.0, 1.0, 0.0);
    some.setCoordinateMode(QGradient::ObjectMode);
    for (int percent = 100; percent >= 1; percent -= percent > kQuiet ? 1 : 10)
        // Half of the sign for the few percent in which the tint turns to orange.
        some.setColorAt(percent > kQuiet ? 0.5 * (100 - percent) / (100 - kQuiet) : 0.5 + 0.5 * (kQuiet - percent) / (kQuiet - 1.0),
                        brushOf(percent, c).color());
    const std::array<QBrush, 4> brushes{brushOf(100, c), QBrush(some), brushOf(0, c), QBrush(Qt::NoBrush)};
    for (int i = 0; i < static_cast<int>(texts.size()); ++i) {
        const double x = places[i].x(), y = places[i].y() * kLegendLine;
        const QRectF box(x, y + 5.0, i == kSomeDays ? kSomeBox : kBox, 10.0);
        painter.fillRect(box, brushes[static_cast<std::size_t>(i)]);
        painter.setPen(c.mutedText);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box);
        painter.drawText(QPointF(box.right() + kAfterBox, y + 14.0), texts[i]);
    }
}

void QualityStrip::mousePressEvent(QMouseEvent* event) {
    event->accept();  // the release is meant for us, not for what lies behind
}

void QualityStrip::mouseMoveEvent(QMouseEvent* event) {
    const Cell cell = cellAt(eventPosition(event));
    if (cell.valid) {
        QToolTip::showText(eventGlobalPosition(event), cellText(cell.row, cell.bin), viewport());
    } else {
        QToolTip::hideText();
    }
}

void QualityStrip::mouseReleaseEvent(QMouseEvent* event) {
    const Cell cell = cellAt(eventPosition(event));
    if (event->button() != Qt::LeftButton || !cell.valid) return;
    moveTo(cell.row, cell.bin);
    if (cell.row != kAll) emit placeClicked(m_matrix.codes[cell.row]);
}

void QualityStrip::moveTo(int row, int bin) {
    m_row = std::clamp(row, kAll, rows() - 1);
    m_bin = std::clamp(bin, 0, std::max(0, bins() - 1));
    if (m_row != kAll) {
        const double top = kRow * m_row;
        QScrollBar* bar = verticalScrollBar();
        if (top < bar->value()) bar->setValue(static_cast<int>(top));
        if (top + kRow > bar->value() + bar->pageStep()) bar->setValue(static_cast<int>(std::ceil(top + kRow)) - bar->pageStep());
    }
    describe();
    viewport()->update();
}

void QualityStrip::keyPressEvent(QKeyEvent* event) {
    if (bins() == 0) return QAbstractScrollArea::keyPressEvent(event);
    const int page = std::max(1, static_cast<int>(verticalScrollBar()->pageStep() / kRow) - 1);
    switch (event->key()) {
        case Qt::Key_Left:
            moveTo(m_row, m_bin - 1);
            break;
        case Qt::Key_Right:
            moveTo(m_row, m_bin + 1);
            break;
        case Qt::Key_Up:
            moveTo(m_row - 1, m_bin);
            break;
        case Qt::Key_Down:
            moveTo(m_row + 1, m_bin);
            break;
        case Qt::Key_PageUp:
            moveTo(m_row - page, m_bin);
            break;
        case Qt::Key_PageDown:
            moveTo(m_row + page, m_bin);
            break;
        case Qt::Key_Home:
            moveTo(m_row, 0);
            break;
        case Qt::Key_End:
            moveTo(m_row, bins() - 1);
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (m_row != kAll) emit placeClicked(m_matrix.codes[m_row]);
            return;
        default:
            return QAbstractScrollArea::keyPressEvent(event);
    }
    const QPoint at = cellCentre(m_row, m_bin);
    if (!at.isNull()) QToolTip::showText(viewport()->mapToGlobal(at), cellText(m_row, m_bin), viewport());
}

void QualityStrip::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void QualityStrip::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void QualityStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        layOut();
        describe();
    }
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) viewport()->update();
    QAbstractScrollArea::changeEvent(event);
}

}  // namespace mudeung
