// SPDX-License-Identifier: GPL-3.0-or-later
// Layout of the report's pages. Lengths in millimetres of A4, text in points.
#include "ui/map/report_pages.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFontMetricsF>
#include <QJsonDocument>
#include <algorithm>
#include <cmath>

#include "core/base/format.h"
#include "core/import/quality_report.h"
#include "ui/charts/chart_image.h"
#include "ui/map/map_compose.h"

namespace mudeung {
namespace {

constexpr int kTopPlaces = 20;
constexpr double kMapDpi = 200.0;

}  // namespace

ReportPainter::ReportPainter(QPdfWriter& writer, const ReportContent& content)
    : m_writer(writer), m_painter(&writer), m_content(content), m_palette(MapPalette::forTheme(false)) {}

ReportPainter::~ReportPainter() = default;

double ReportPainter::mm(double millimetres) const {
    return millimetres / 25.4 * m_writer.resolution();
}

QFont ReportPainter::font(double points, bool bold) const {
    return mapFont(points / 72.0 * m_writer.resolution(), bold);
}

void ReportPainter::beginPage(const QString& heading) {
    if (m_page > 0) m_writer.newPage();
    ++m_page;
    m_heading = heading;
    m_y = mm(20);
    footer();
    paragraph(heading, m_page == 1 ? 22 : 16, m_palette.text, true);
    gap(1);
    m_painter.setPen(QPen(m_palette.panelLine, mm(0.3)));
    m_painter.drawLine(QPointF(left(), m_y), QPointF(left() + width(), m_y));
    gap(4);
}

void ReportPainter::footer() {
    const QRectF box(left(), mm(297 - 15), width(), mm(6));
    m_painter.setFont(font(8));
    m_painter.setPen(m_palette.faint);
    const QString page = QCoreApplication::translate("Report", "Page %1").arg(m_page);
    const QFontMetricsF metrics(m_painter.font(), &m_writer);
    const double room = width() - metrics.horizontalAdvance(page) - mm(6);
    QString words = QStringLiteral("%1. %2").arg(m_content.map->title, m_content.map->sentence);
    if (m_content.map->sample) words = QCoreApplication::translate("Report", "SAMPLE DATA. %1").arg(words);
    m_painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(words, Qt::ElideRight, room));
    m_painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, page);
}

void ReportPainter::need(double height) {
    if (m_y + height > bottom()) beginPage(m_heading);
}

void ReportPainter::paragraph(const QString& text, double points, const QColor& color, bool bold) {
    const QFont f = font(points, bold);
    const QFontMetricsF metrics(f, &m_writer);
    const int flags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
    const double height = metrics.boundingRect(QRectF(0, 0, width(), 1e6), flags, text).height();
    if (m_page > 0 && m_y > mm(40)) need(height);
    m_painter.setFont(f);
    m_painter.setPen(color);
    m_painter.drawText(QRectF(left(), m_y, width(), height + 2.0), flags, text);
    m_y += height;
}

void ReportPainter::fact(const QString& name, const QString& value) {
    const QFont f = font(10);
    const QFontMetricsF metrics(f, &m_writer);
    const double column = mm(58);
    const int flags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWrapAnywhere;
    const QRectF room(0, 0, width() - column, 1e6);
    const double height = std::max(metrics.height(), metrics.boundingRect(room, flags, value).height());
    need(height);
    m_painter.setFont(f);
    m_painter.setPen(m_palette.faint);
    m_painter.drawText(QRectF(left(), m_y, column - mm(3), height + 2.0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, name);
    m_painter.setPen(m_palette.text);
    m_painter.drawText(QRectF(left() + column, m_y, width() - column, height + 2.0), flags, value);
    m_y += height + mm(1.2);
}

void ReportPainter::sectionTitle(const QString& text) {
    need(mm(20));
    gap(5);
    paragraph(text, 12, m_palette.text, true);
    gap(1.5);
}

void ReportPainter::titlePage() {
    const MapData& map = *m_content.map;
    const Table& table = *m_content.byPlace;
    beginPage(QCoreApplication::translate("Report", "%1: %2", "dataset: measure").arg(map.title, map.measureName));
    paragraph(map.sentence, 12, m_palette.faint);
    if (map.sample) {
        gap(3);
        paragraph(QCoreApplication::translate("Report", "SAMPLE DATA: the numbers of this report are synthetic."), 12,
                  QColor(0xb7, 0x1c, 0x1c), true);
    }
    sectionTitle(QCoreApplication::translate("Report", "Key numbers"));
    const bool flow = table.measure.aggregation == Aggregation::Sum;
    fact(flow ? QCoreApplication::translate("Report", "Total") : QCoreApplication::translate("Report", "Average"),
         QCoreApplication::translate("Report", "%1 %2", "number unit").arg(formatNumber(table.total, table.measure.decimals), map.unit));
    fact(QCoreApplication::translate("Report", "Places"), QCoreApplication::translate("Report", "%1, of them %2 on the map")
                                                              .arg(formatCount(table.placesTotal), formatCount(table.placesLocated)));
    if (flow) fact(QCoreApplication::translate("Report", "Share on the map"), formatPercent(map.locatedShare));
    if (table.daysExpected > 0) {
        fact(QCoreApplication::translate("Report", "Days"), QCoreApplication::translate("Report", "%1 of %2 with data")
                                                                .arg(formatCount(table.daysObserved), formatCount(table.daysExpected)));
    }
    if (!map.places.isEmpty() && !std::isnan(map.places.first().value)) {
        const MapPlace& first = map.places.first();
        fact(QCoreApplication::translate("Report", "Highest on the map"),
             QCoreApplication::translate("Report", "%1: %2 %3", "place: number unit")
                 .arg(first.name.isEmpty() ? first.code : first.name, formatNumber(first.value, table.measure.decimals), map.unit));
    }
    for (const QString& note : table.notes) fact(QCoreApplication::translate("Report", "Note"), note);
    sectionTitle(QCoreApplication::translate("Report", "Sources"));
    fact(QCoreApplication::translate("Report", "Publisher"),
         table.dataset.source.isEmpty() ? QCoreApplication::translate("Report", "not stated") : table.dataset.source);
    for (const Batch& batch : m_content.batches) {
        gap(2);
        fact(QCoreApplication::translate("Report", "File"), batch.fileName);
        fact(QCoreApplication::translate("Report", "SHA-256"), batch.sha256);
        fact(QCoreApplication::translate("Report", "Imported"), batch.importedAt);
        if (!batch.period.isAll()) fact(QCoreApplication::translate("Report", "Period"), batch.period.toString());
    }
    sectionTitle(QCoreApplication::translate("Report", "This report"));
    fact(QCoreApplication::translate("Report", "Written"), QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    fact(QCoreApplication::translate("Report", "Program"), QStringLiteral("Mudeung %1").arg(QStringLiteral(MUDEUNG_VERSION)));
}

void ReportPainter::mapPage() {
    beginPage(QCoreApplication::translate("Report", "Map"));
    paragraph(m_content.map->sentence, 10, m_palette.faint);
    gap(3);
    const double height = std::min(bottom() - m_y, mm(150));
    ComposeOptions options;
    options.size = QSize(static_cast<int>(170.0 / 25.4 * kMapDpi), static_cast<int>(height / mm(1) / 25.4 * kMapDpi));
    options.header = false;
    m_painter.drawImage(QRectF(left(), m_y, width(), height), composeMap(m_content.map, options));
    m_y += height + mm(3);
    paragraph(m_content.map->source, 9, m_palette.faint);
    paragraph(m_content.map->located, 9, m_palette.faint);
    if (m_content.map->style.kind == MapKind::Density) {
        gap(2);
        paragraph(
            QCoreApplication::translate(
                "Report",
                "Each place spreads its number over a disc of %1 m (quartic kernel). The colour shows the sum per km²; the total over "
                "the map equals the total of the places.")
                .arg(formatNumber(m_content.map->bandwidthMeters)),
            9, m_palette.faint);
    }
}

void ReportPainter::chart(const ChartSpec& spec, double height) {
    need(height);
    m_painter.save();
    paintChart(m_painter, QRectF(left(), m_y, width(), height), spec, false);
    m_painter.restore();
    m_y += height + mm(6);
}

void ReportPainter::chartPage() {
    const bool groups = m_content.byGroup && m_content.byGroup->rows.size() > 1;
    if (!groups && !m_content.byHour) return;
    beginPage(groups && m_content.byHour ? QCoreApplication::translate("Report", "Groups and hours")
              : groups                   ? QCoreApplication::translate("Report", "Groups")
                                         : QCoreApplication::translate("Report", "Hours"));
    if (groups) chart(chartFor(*m_content.byGroup), mm(m_content.byHour ? 112 : 130));
    if (m_content.byHour) chart(chartFor(*m_content.byHour), mm(112));
}

void ReportPainter::rankRow(int rank, const TableRow& row, double largest) {
    const Table& table = *m_content.byPlace;
    const double height = mm(8.4);
    const QRectF line(left(), m_y, width(), height);
    m_painter.setFont(font(10));
    const QFontMetricsF metrics(m_painter.font(), &m_writer);
    m_painter.setPen(m_palette.faint);
    m_painter.drawText(line.adjusted(0, 0, -width() + mm(9), 0), Qt::AlignRight | Qt::AlignVCenter, formatCount(rank));
    m_painter.setPen(m_palette.text);
    const QString name = row.label.isEmpty() ? row.key : row.label;
    m_painter.drawText(line.adjusted(mm(13), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(name, Qt::ElideRight, mm(58)));
    m_painter.setPen(m_palette.faint);
    m_painter.drawText(line.adjusted(mm(73), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                       metrics.elidedText(row.key, Qt::ElideRight, mm(24)));
    if (largest > 0.0 && row.value > 0.0) {
        const QRectF bar(left() + mm(99), m_y + height * 0.28, mm(28) * row.value / largest, height * 0.44);
        m_painter.fillRect(bar, m_palette.ramp.at(0.62));
    }
    m_painter.setPen(m_palette.text);
    m_painter.drawText(line.adjusted(0, 0, -mm(17), 0), Qt::AlignRight | Qt::AlignVCenter, formatNumber(row.value, table.measure.decimals));
    if (table.measure.aggregation == Aggregation::Sum && table.total > 0.0) {
        m_painter.setPen(m_palette.faint);
        m_painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, formatPercent(row.value / table.total, 2));
    }
    m_y += height;
    m_painter.setPen(QPen(m_palette.panelLine, mm(0.15)));
    m_painter.drawLine(line.bottomLeft(), line.bottomRight());
}

void ReportPainter::placesPage() {
    const Table& table = *m_content.byPlace;
    QVector<const TableRow*> rows;
    for (const TableRow& row : table.rows) {
        if (!std::isnan(row.value)) rows.append(&row);
    }
    if (rows.isEmpty()) return;
    std::sort(rows.begin(), rows.end(),
              [](const TableRow* a, const TableRow* b) { return a->value != b->value ? a->value > b->value : a->key < b->key; });
    const int count = std::min(kTopPlaces, static_cast<int>(rows.size()));
    beginPage(QCoreApplication::translate("Report", "Top %1 of %2 places").arg(formatCount(count), formatCount(table.placesTotal)));
    paragraph(QCoreApplication::translate("Report", "%1, %2", "measure, unit").arg(m_content.map->measureName, m_content.map->unit), 10,
              m_palette.faint);
    gap(2);
    for (int i = 0; i < count; ++i) rankRow(i + 1, *rows[i], rows.first()->value);
}

void ReportPainter::qualityOf(const Batch& batch) {
    const QualityReport q = QualityReport::fromJson(batch.report);
    sectionTitle(batch.fileName);
    fact(QCoreApplication::translate("Report", "Rows read"), formatCount(q.rowsRead));
    fact(QCoreApplication::translate("Report", "Rows kept"), formatCount(q.rowsKept));
    fact(QCoreApplication::translate("Report", "Rows rejected"), formatCount(q.rowsRejected));
    if (q.rowsSkipped > 0) fact(QCoreApplication::translate("Report", "Totals and blank lines left out"), formatCount(q.rowsSkipped));
    if (q.duplicates > 0) fact(QCoreApplication::translate("Report", "Rows added to an earlier one"), formatCount(q.duplicates));
    if (q.blankCodes > 0) fact(QCoreApplication::translate("Report", "Rows without a place code"), formatCount(q.blankCodes));
    if (q.placesTotal > 0) {
        fact(QCoreApplication::translate("Report", "Places without coordinates"),
             QCoreApplication::translate("Report", "%1 of %2").arg(formatCount(q.placesWithoutCoordinates), formatCount(q.placesTotal)));
    }
    if (q.totalSum > 0) {
        const double share = static_cast<double>(q.unlocatedSum) / static_cast<double>(q.totalSum);
        fact(QCoreApplication::translate("Report", "What they hold"),
             q.unlocatedMeasure.isEmpty()
                 ? formatPercent(share)
                 : QCoreApplication::translate("Report", "%1 of %2", "share of measure").arg(formatPercent(share), q.unlocatedMeasure));
    }
    if (q.datesMissingCount > 0) fact(QCoreApplication::translate("Report", "Dates missing"), formatCount(q.datesMissingCount));
    if (!q.encoding.isEmpty()) fact(QCoreApplication::translate("Report", "Encoding"), q.encoding);
    if (!q.profileTitle.isEmpty()) fact(QCoreApplication::translate("Report", "Profile"), q.profileTitle);
    for (const SumCheck& sum : q.sums) {
        const QString name = sum.group.isEmpty() ? sum.measure : QStringLiteral("%1, %2").arg(sum.measure, sum.group);
        fact(name, sum.read == sum.stored
                       ? QCoreApplication::translate("Report", "%1, equal in file and workspace").arg(sum.read)
                       : QCoreApplication::translate("Report", "%1 in the file, %2 in the workspace").arg(sum.read, sum.stored));
    }
    for (const QString& sentence : q.warnings) fact(QCoreApplication::translate("Report", "Warning"), sentence);
    for (const QString& sentence : q.suspicious) fact(QCoreApplication::translate("Report", "Looks odd"), sentence);
}

void ReportPainter::qualityPage() {
    beginPage(QCoreApplication::translate("Report", "Quality of the data"));
    if (m_content.batches.isEmpty())
        paragraph(QCoreApplication::translate("Report", "No import is recorded for this dataset."), 10, m_palette.text);
    for (const Batch& batch : m_content.batches) qualityOf(batch);
    gap(6);
    paragraph(m_content.map->located, 10, m_palette.faint);
}

}  // namespace mudeung
