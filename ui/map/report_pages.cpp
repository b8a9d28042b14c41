// SPDX-License-Identifier: GPL-3.0-or-later
// Layout of the report's pages. Lengths in millimetres of A4, text in points.
#include "ui/map/report_pages.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>
#include <cmath>

#include "core/base/format.h"
#include "core/base/language.h"
#include "core/import/quality_report.h"
#include "core/model/names.h"
#include "core/model/with_unit.h"
#include "ui/charts/chart_image.h"
#include "ui/common/text_layout.h"
#include "ui/map/map_compose.h"

namespace mudeung {
namespace {

constexpr int kTopPlaces = 20;
constexpr int kSingleFiles = 3;  // more files than this are reported together
constexpr int kSingleSums = 12;  // more groups than this are added up
constexpr int kSentences = 12;
constexpr double kChartPoints = 9.0;
constexpr double kMapDpi = 300.0;
constexpr double kMapScale = 2.4;  // of the furniture at 96 dpi: the smallest words of the map print at about 6.5 pt

constexpr auto kWrapping = QTextOption::WrapAtWordBoundaryOrAnywhere;  // a checksum or file name may have no boundary

/// Sums are stored as exact decimal texts.
QString exactNumber(const QString& text) {
    bool whole = false;
    const qint64 number = text.toLongLong(&whole);
    return whole ? formatCount(number) : text;
}

/// Exact sum of two decimal texts.
QString added(const QString& a, const QString& b) {
    const auto places = [](const QString& text) { return text.contains(QLatin1Char('.')) ? text.section(QLatin1Char('.'), 1).size() : 0; };
    const auto decimals = std::max(places(a), places(b));
    const auto stored = [&](QString text) {
        text += QString(decimals - places(text), QLatin1Char('0'));
        return text.remove(QLatin1Char('.')).toLongLong();
    };
    const qint64 sum = stored(a) + stored(b);
    QString digits = QString::number(std::abs(sum)).rightJustified(static_cast<int>(decimals) + 1, QLatin1Char('0'));
    if (decimals > 0) digits.insert(digits.size() - decimals, QLatin1Char('.'));
    return sum < 0 ? QLatin1Char('-') + digits : digits;
}

void addSum(QVector<SumCheck>* sums, const SumCheck& sum, bool byGroup) {
    for (SumCheck& known : *sums) {
        if (known.measure != sum.measure || (byGroup && known.group != sum.group)) continue;
        known.read = added(known.read, sum.read);
        known.stored = added(known.stored, sum.stored);
        return;
    }
    sums->append(sum);
    if (!byGroup) sums->last().group.clear();
}

/// Sums that differ stay apart; equal ones of many groups are added up.
QVector<SumCheck> shortened(const QVector<SumCheck>& sums) {
    if (sums.size() <= kSingleSums) return sums;
    QVector<SumCheck> out, wrong;
    for (const SumCheck& sum : sums) {
        addSum(&out, sum, false);
        if (sum.read != sum.stored) wrong.append(sum);
    }
    return out + wrong;
}

QualityReport merged(const QVector<Batch>& batches) {
    QualityReport all;
    for (const Batch& batch : batches) {
        const QualityReport q = QualityReport::fromJson(batch.report);
        all.rowsRead += q.rowsRead;
        all.rowsKept += q.rowsKept;
        all.rowsRejected += q.rowsRejected;
        all.rowsSkipped += q.rowsSkipped;
        all.duplicates += q.duplicates;
        all.blankCodes += q.blankCodes;
        all.datesMissingCount += q.datesMissingCount;
        all.placesTotal = std::max(all.placesTotal, q.placesTotal);
        all.placesWithoutCoordinates = std::max(all.placesWithoutCoordinates, q.placesWithoutCoordinates);
        all.totalSum += q.totalSum;
        all.unlocatedSum += q.unlocatedSum;
        all.profileTitle = q.profileTitle;
        if (!all.encoding.contains(q.encoding)) all.encoding += all.encoding.isEmpty() ? q.encoding : QStringLiteral(", ") + q.encoding;
        for (const SumCheck& sum : q.sums) addSum(&all.sums, sum, true);
        for (const QString& text : q.warnings)
            if (!all.warnings.contains(text)) all.warnings.append(text);
        all.suspicious += q.suspicious;
    }
    return all;
}

/// A file of residents may know codes only: the boundaries give the name.
QString placeName(const MapData& map, const QString& code, const QString& label) {
    if (!label.isEmpty() && label != code) return label;
    if (map.city) {
        for (const CityShape& shape : map.city->shapes) {
            if (shape.code == code || shape.aliases.contains(code)) return shape.name;
        }
    }
    return code;
}

QString localTime(const QString& iso) {
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODate);
    return time.isValid() ? time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")) : iso;
}

QString periodText(const Period& period) {
    if (period.from == period.to) return formatDate(period.from);
    return formatDates(period.from, period.to);
}

QString measureName(const Dataset& dataset, const QString& id) {
    const int i = dataset.measureIndex(id);
    if (i < 0) return id;
    const Measure& measure = dataset.measures[i];
    return koreanInterface() && !measure.nameKo.isEmpty() ? measure.nameKo : measure.name;
}

/// "Boardings, Adult" for the ids of a sum.
QString sumName(const Dataset& dataset, const SumCheck& sum) {
    const QString measure = measureName(dataset, sum.measure);
    const int i = dataset.scheme.indexOf(sum.group);
    if (sum.group.isEmpty() || dataset.scheme.groups.size() < 2) return measure;
    QString group = sum.group;
    if (i >= 0)
        group = koreanInterface() && !dataset.scheme.groups[i].nameKo.isEmpty() ? dataset.scheme.groups[i].nameKo
                                                                                : dataset.scheme.groups[i].name;
    return QCoreApplication::translate("Report", "%1, %2", "measure, group").arg(measure, group);
}

}  // namespace

ReportPainter::ReportPainter(QPdfWriter& writer, const ReportContent& content)
    : m_writer(writer), m_painter(&writer), m_content(content), m_palette(MapPalette::forTheme(false)) {}

ReportPainter::~ReportPainter() = default;

double ReportPainter::mm(double millimetres) const {
    return millimetres / 25.4 * m_writer.resolution();
}

QFont ReportPainter::font(double points, bool bold) const {
    QFont font = mapFont(points / 72.0 * m_writer.resolution(), bold);
    // Shaping swaps the digits of Noto CJK for forms without a code point, and they could not be searched or copied in the PDF.
    font.setStyleStrategy(QFont::PreferNoShaping);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
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
    const TextMetrics metrics(m_painter.font(), &m_writer);
    const double room = width() - metrics.horizontalAdvance(page) - mm(6);
    QString words = QStringLiteral("%1. %2").arg(m_content.map->title, m_content.map->sentence);
    if (m_content.map->sample) words = QCoreApplication::translate("Report", "SAMPLE DATA. %1").arg(words);
    paintText(m_painter, box, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(words, room));
    paintText(m_painter, box, Qt::AlignRight | Qt::AlignVCenter, page);
}

void ReportPainter::need(double height) {
    if (m_y + height > bottom()) beginPage(m_heading);
}

void ReportPainter::paragraph(const QString& text, double points, const QColor& color, bool bold) {
    const WrappedText lines(text, font(points, bold), width(), kWrapping, &m_writer);
    if (m_page > 0 && m_y > mm(40)) need(lines.height());
    m_painter.setPen(color);
    lines.paint(m_painter, QPointF(left(), m_y));
    m_y += lines.height();
}

void ReportPainter::fact(const QString& name, const QString& value, double points) {
    const QFont f = font(points);
    const double column = mm(58);
    const WrappedText names(name, f, column - mm(3), kWrapping, &m_writer);
    const WrappedText values(value, f, width() - column, kWrapping, &m_writer);
    const double height = std::max(names.height(), values.height());
    need(height);
    m_painter.setPen(m_palette.faint);
    names.paint(m_painter, QPointF(left(), m_y));
    m_painter.setPen(m_palette.text);
    values.paint(m_painter, QPointF(left() + column, m_y));
    m_y += height + mm(1.2);
}

void ReportPainter::sectionTitle(const QString& text) {
    need(mm(20));
    gap(5);
    paragraph(text, 12, m_palette.text, true);
    gap(1.5);
}

void ReportPainter::keyNumbers() {
    const MapData& map = *m_content.map;
    const Table& table = *m_content.byPlace;
    sectionTitle(QCoreApplication::translate("Report", "Key numbers"));
    const bool flow = table.measure.aggregation == Aggregation::Sum;
    fact(flow ? QCoreApplication::translate("Report", "Total") : QCoreApplication::translate("Report", "Average"),
         withUnit(formatNumber(table.total, table.measure.decimals), map.unit));
    fact(QCoreApplication::translate("Report", "Places"), QCoreApplication::translate("Report", "%1, of them %2 on the map")
                                                              .arg(formatCount(table.placesTotal), formatCount(table.placesLocated)));
    if (flow) fact(QCoreApplication::translate("Report", "Share on the map"), formatPercent(map.locatedShare));
    if (table.daysExpected > 0) {
        fact(QCoreApplication::translate("Report", "Days"), QCoreApplication::translate("Report", "%1 of %2 with data")
                                                                .arg(formatCount(table.daysObserved), formatCount(table.daysExpected)));
    }
    if (const MapPlace* largest = largestPlace(map)) {
        fact(QCoreApplication::translate("Report", "Highest on the map"),
             QCoreApplication::translate("Report", "%1: %2 %3", "place: number unit")
                 .arg(placeName(map, largest->code(), largest->name()), formatNumber(largest->value, table.measure.decimals), map.unit));
    }
    for (const QString& note : table.notes) fact(QCoreApplication::translate("Report", "Note"), note);
}

void ReportPainter::sources() {
    const Dataset& dataset = m_content.byPlace->dataset;
    sectionTitle(QCoreApplication::translate("Report", "Sources"));
    fact(QCoreApplication::translate("Report", "Publisher"),
         datasetSource(dataset).isEmpty() ? QCoreApplication::translate("Report", "not stated") : datasetSource(dataset));
    const bool many = m_content.batches.size() > kSingleFiles;
    for (const Batch& batch : m_content.batches) {
        gap(many ? 0.5 : 2);
        if (many) need(mm(14));
        fact(QCoreApplication::translate("Report", "File"), batch.fileName);
        fact(QCoreApplication::translate("Report", "SHA-256"), batch.sha256, 8);
        if (many) continue;
        fact(QCoreApplication::translate("Report", "Imported"), localTime(batch.importedAt));
        if (!batch.period.isAll()) fact(QCoreApplication::translate("Report", "Period"), periodText(batch.period));
    }
}

void ReportPainter::titlePage() {
    const MapData& map = *m_content.map;
    beginPage(map.title);
    paragraph(QCoreApplication::translate("Report", "%1 (%2)", "measure (unit)").arg(map.measureName, map.unit), 14, m_palette.text, true);
    gap(1);
    paragraph(map.sentence, 12, m_palette.faint);
    if (map.sample) {
        gap(3);
        paragraph(QCoreApplication::translate("Report", "SAMPLE DATA: the numbers of this report are synthetic."), 12,
                  QColor(0xb7, 0x1c, 0x1c), true);
    }
    keyNumbers();
    sources();
    sectionTitle(QCoreApplication::translate("Report", "This report"));
    fact(QCoreApplication::translate("Report", "Written"), QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    fact(QCoreApplication::translate("Report", "Program"), QStringLiteral("Mudeung %1").arg(QStringLiteral(MUDEUNG_VERSION)));
    fact(QCoreApplication::translate("Report", "Recipe"), m_content.receipt.recipe, 8);
    fact(QCoreApplication::translate("Report", "Result"), m_content.receipt.result, 8);
    fact(QCoreApplication::translate("Report", "To check"),
         QCoreApplication::translate("Report", "mudeung verify FILE --workspace W asks the question again and compares the numbers."), 8);
}

void ReportPainter::mapPage() {
    beginPage(QCoreApplication::translate("Report", "Map"));
    paragraph(QCoreApplication::translate("Report", "%1 (%2)", "measure (unit)").arg(m_content.map->measureName, m_content.map->unit), 11,
              m_palette.text, true);
    paragraph(m_content.map->sentence, 10, m_palette.faint);
    gap(3);
    const double height = std::min(bottom() - m_y, mm(150));
    ComposeOptions options;
    options.size = QSize(static_cast<int>(170.0 / 25.4 * kMapDpi), static_cast<int>(height / mm(1) / 25.4 * kMapDpi));
    options.header = false;
    options.footer = false;
    options.scale = kMapScale;
    // Opaque: a picture with an alpha channel becomes two in the PDF.
    m_painter.drawImage(QRectF(left(), m_y, width(), height), composeMap(m_content.map, options).convertToFormat(QImage::Format_RGB32));
    m_y += height + mm(3);
    paragraph(m_content.map->source, 9, m_palette.faint);
    paragraph(m_content.map->located, 9, m_palette.faint);
    if (m_content.map->style.kind == MapKind::Density) {
        gap(2);
        const QString meters = formatNumber(m_content.map->bandwidthMeters);
        const Kernel kernel = m_content.map->style.kernel;
        const QString spread =
            kernel == Kernel::Gaussian
                ? QCoreApplication::translate(
                      "Report", "The number of each place is spread around it with a standard deviation of %1 m (Gaussian kernel).")
            : kernel == Kernel::Epanechnikov
                ? QCoreApplication::translate("Report",
                                              "The number of each place is spread over a disc of radius %1 m (Epanechnikov kernel).")
                : QCoreApplication::translate("Report", "The number of each place is spread over a disc of radius %1 m (quartic kernel).");
        const QString sum = QCoreApplication::translate(
            "Report", "The colour shows the sum per km²; the total over the map equals the total of the places.");
        paragraph(spread.arg(meters) + QLatin1Char(' ') + sum, 9, m_palette.faint);
    }
}

void ReportPainter::chart(const ChartSpec& spec, double height) {
    need(height);
    // A chart sizes its text by its frame, but never below 12 units: a frame of larger units keeps the smallest words readable.
    const double unit = kChartPoints / 72.0 * m_writer.resolution() / 12.0;
    m_painter.save();
    m_painter.translate(left(), m_y);
    m_painter.scale(unit, unit);
    paintChart(m_painter, QRectF(0, 0, width() / unit, height / unit), spec, false);
    m_painter.restore();
    m_y += height + mm(6);
}

void ReportPainter::chartPage() {
    const bool groups = m_content.byGroup && m_content.byGroup->rows.size() > 1;
    if (!groups && !m_content.byHour) return;
    beginPage(groups && m_content.byHour ? QCoreApplication::translate("Report", "Groups and hours")
              : groups                   ? QCoreApplication::translate("Report", "Groups")
                                         : QCoreApplication::translate("Report", "Hours"));
    if (groups) {
        const ChartSpec spec = chartFor(*m_content.byGroup);
        const double height = 45.0 + 15.0 * static_cast<double>(spec.categories.size());
        chart(spec, mm(std::min(height, m_content.byHour ? 112.0 : 200.0)));
    }
    if (m_content.byHour) chart(chartFor(*m_content.byHour), mm(112));
}

void ReportPainter::rankRow(const RankCells& cells, double barShare, bool heading) {
    const double height = mm(heading ? 7.0 : 8.4);
    const QRectF line(left(), m_y, width(), height);
    m_painter.setFont(font(heading ? 9 : 10, false));
    const TextMetrics metrics(m_painter.font(), &m_writer);
    const auto cell = [&](double from, double to, int alignment, const QString& text, const QColor& color) {
        const QRectF box(line.left() + mm(from), line.top(), mm(to - from), height);
        m_painter.setPen(heading ? m_palette.faint : color);
        paintText(m_painter, box, Qt::Alignment(alignment) | Qt::AlignVCenter, metrics.elidedText(text, box.width()));
    };
    cell(0, 9, Qt::AlignRight, cells.rank, m_palette.faint);
    cell(13, 72, Qt::AlignLeft, cells.name, m_palette.text);
    cell(73, 97, Qt::AlignLeft, cells.code, m_palette.faint);
    cell(heading ? 99 : 127, 153, Qt::AlignRight, cells.value, m_palette.text);
    cell(154, 170, Qt::AlignRight, cells.share, m_palette.faint);
    if (barShare > 0.0)
        m_painter.fillRect(QRectF(left() + mm(99), m_y + height * 0.28, mm(28) * barShare, height * 0.44), m_palette.ramp.at(0.62));
    m_y += height;
    m_painter.setPen(QPen(m_palette.panelLine, mm(heading ? 0.3 : 0.15)));
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
    paragraph(m_content.map->sentence, 10, m_palette.faint);
    gap(2);
    const bool shares = table.measure.aggregation == Aggregation::Sum && table.total > 0.0;
    rankRow({QString(), QCoreApplication::translate("Report", "Place"), QCoreApplication::translate("Report", "Code"),
             QCoreApplication::translate("Report", "%1 (%2)", "measure (unit)").arg(m_content.map->measureName, m_content.map->unit),
             shares ? QCoreApplication::translate("Report", "Share") : QString()},
            0.0, true);
    const double largest = rows.first()->value;
    for (int i = 0; i < count; ++i) {
        const TableRow& row = *rows[i];
        rankRow({formatCount(i + 1), placeName(*m_content.map, row.key, row.label), row.key,
                 formatNumber(row.value, table.measure.decimals), shares ? formatPercent(row.value / table.total, 2) : QString()},
                largest > 0.0 ? row.value / largest : 0.0);
    }
}

void ReportPainter::qualityOf(const QualityReport& q, const QString& title) {
    sectionTitle(title);
    fact(QCoreApplication::translate("Report", "Rows read"), formatCount(q.rowsRead));
    fact(QCoreApplication::translate("Report", "Rows kept"), formatCount(q.rowsKept));
    fact(QCoreApplication::translate("Report", "Rows rejected"), formatCount(q.rowsRejected));
    if (q.rowsSkipped > 0) fact(QCoreApplication::translate("Report", "Totals and blank lines left out"), formatCount(q.rowsSkipped));
    if (q.duplicates > 0) fact(QCoreApplication::translate("Report", "Rows added to an earlier one"), formatCount(q.duplicates));
    if (q.blankCodes > 0) fact(QCoreApplication::translate("Report", "Rows without a place code"), formatCount(q.blankCodes));
    if (q.placesTotal > 0) {
        fact(QCoreApplication::translate("Report", "No coordinates at import"),
             QCoreApplication::translate("Report", "%1 of %2 places")
                 .arg(formatCount(q.placesWithoutCoordinates), formatCount(q.placesTotal)));
    }
    if (q.totalSum > 0 && q.unlocatedSum > 0) {
        const double share = static_cast<double>(q.unlocatedSum) / static_cast<double>(q.totalSum);
        fact(QCoreApplication::translate("Report", "What they hold"),
             QCoreApplication::translate("Report", "%1 of %2", "share of measure")
                 .arg(formatPercent(share), measureName(m_content.byPlace->dataset, QString())));
    }
    if (q.datesMissingCount > 0) fact(QCoreApplication::translate("Report", "Dates missing"), formatCount(q.datesMissingCount));
    if (!q.encoding.isEmpty()) fact(QCoreApplication::translate("Report", "Encoding"), q.encoding);
    const Dataset& dataset = m_content.byPlace->dataset;
    if (!q.profileTitle.isEmpty())
        fact(QCoreApplication::translate("Report", "Profile"), q.profileTitle == dataset.title ? m_content.map->title : q.profileTitle);
    for (const SumCheck& sum : shortened(q.sums)) {
        fact(sumName(dataset, sum),
             sum.read == sum.stored ? QCoreApplication::translate("Report", "%1, equal in file and workspace").arg(exactNumber(sum.read))
                                    : QCoreApplication::translate("Report", "%1 in the file, %2 in the workspace")
                                          .arg(exactNumber(sum.read), exactNumber(sum.stored)));
    }
    for (const QString& sentence : q.warnings.mid(0, kSentences)) fact(QCoreApplication::translate("Report", "Warning"), sentence);
    for (const QString& sentence : q.suspicious.mid(0, kSentences)) fact(QCoreApplication::translate("Report", "Looks odd"), sentence);
    const auto more = std::max<qsizetype>(0, q.warnings.size() - kSentences) + std::max<qsizetype>(0, q.suspicious.size() - kSentences);
    if (more > 0) {
        fact(QCoreApplication::translate("Report", "Note"),
             QCoreApplication::translate("Report", "%n more remarks are kept with the imports in the workspace.", nullptr, int(more)));
    }
}

void ReportPainter::qualityPage() {
    beginPage(QCoreApplication::translate("Report", "Quality of the data"));
    if (m_content.batches.isEmpty())
        paragraph(QCoreApplication::translate("Report", "No import is recorded for this dataset."), 10, m_palette.text);
    const auto files = static_cast<int>(m_content.batches.size());
    if (files > kSingleFiles) {
        qualityOf(merged(m_content.batches), QCoreApplication::translate("Report", "%n files together", nullptr, files));
    } else {
        for (const Batch& batch : m_content.batches) qualityOf(QualityReport::fromJson(batch.report), batch.fileName);
    }
    gap(6);
    paragraph(m_content.map->located, 10, m_palette.faint);
}

}  // namespace mudeung
