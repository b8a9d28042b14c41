// SPDX-License-Identifier: GPL-3.0-or-later
// The report: A4 pages with real text, from the same answers and layers as the window.
#include <QCoreApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>

#include "core/chart/chart_spec.h"
#include "core/cube/query_engine.h"
#include "ui/charts/chart_image.h"
#include "ui/map/map_compose.h"
#include "ui/map/map_render.h"
#include "ui/map/report_pages.h"

namespace mudeung {
namespace {

constexpr int kDpi = 200;

/// All answers of the report; tables that the data cannot give stay null and their page is left out.
Result<ReportContent> gather(const std::shared_ptr<Workspace>& workspace, const Query& query, const MapStyle& style, Progress& progress) {
    ReportContent content;
    progress.setPhase(QCoreApplication::translate("Report", "Evaluate the query"), 0.0, 0.4);
    const auto map = loadMapData(workspace, query, style, progress);
    if (!map) return map.error();
    content.map = *map;
    QueryEngine engine(workspace);
    const auto places = engine.run(query, Breakdown::Place, progress);
    if (!places) return places.error();
    content.byPlace = *places;
    if (const auto groups = engine.run(query, Breakdown::Group, progress)) content.byGroup = *groups;
    if (content.byPlace->dataset.hasHours()) {
        const auto hours = engine.run(query, Breakdown::Hour, progress);
        if (!hours) return hours.error();
        content.byHour = *hours;
    }
    const auto batches = workspace->batches(content.byPlace->dataset.id);
    if (!batches) return batches.error();
    content.batches = *batches;
    const auto receipt = makeReceipt(*workspace, *content.byPlace, ReceiptOf::Report, mapStyleJson(style));
    if (!receipt) return receipt.error();
    content.receipt = *receipt;
    if (progress.isCancelled())
        return Error{ErrorCode::Cancelled, QCoreApplication::translate("Report", "The report was cancelled; nothing was written."),
                     QString()};
    return content;
}

Error cannotWrite(const QString& path, const QString& why) {
    return {ErrorCode::Io,
            QCoreApplication::translate(
                "Report", "The report “%1” cannot be written: choose another folder or close the program that holds the file.")
                .arg(path),
            why};
}

void paintReport(QPdfWriter& writer, const ReportContent& content, Progress& progress) {
    ReportPainter painter(writer, content);
    progress.setPhase(QCoreApplication::translate("Report", "Write the pages"), 0.4, 1.0);
    painter.titlePage();
    progress.set(0.2);
    painter.mapPage();
    progress.set(0.6);
    painter.chartPage();
    painter.placesPage();
    progress.set(0.8);
    painter.qualityPage();
    progress.set(1.0);
}

}  // namespace

Status writeReport(const std::shared_ptr<Workspace>& workspace, const Query& query, const MapStyle& style, const QString& pdfPath,
                   Progress& progress) {
    MapStyle paper = style;
    paper.dark = false;  // paper is white
    const auto content = gather(workspace, query, paper, progress);
    if (!content) return content.error();
    QSaveFile file(pdfPath);  // a report on disk is always a whole one
    if (!file.open(QIODevice::WriteOnly)) return cannotWrite(pdfPath, file.errorString());
    {
        QPdfWriter writer(&file);
        writer.setResolution(kDpi);
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(), QPageLayout::Millimeter));
        writer.setTitle(content->map->title);
        writer.setCreator(QStringLiteral("Mudeung %1").arg(QStringLiteral(MUDEUNG_VERSION)));
        putReceipt(writer, content->receipt, content->map->title);
        paintReport(writer, *content, progress);
    }
    if (progress.isCancelled())
        return Error{ErrorCode::Cancelled, QCoreApplication::translate("Report", "The report was cancelled; nothing was written."),
                     QString()};
    if (!file.commit()) return cannotWrite(pdfPath, file.errorString());
    return done();
}

}  // namespace mudeung
