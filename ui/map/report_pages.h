// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a report, painted as vector text on a PDF. Asks nothing of a workspace: everything is in the content.
#pragma once

#include <QPainter>
#include <QPdfWriter>
#include <QVector>

#include "core/chart/chart_spec.h"
#include "core/model/cube_data.h"
#include "core/model/table.h"
#include "core/receipt/receipt.h"
#include "ui/map/map_data.h"
#include "ui/map/map_palette.h"

namespace mudeung {

struct ReportContent {
    MapDataPtr map;
    TablePtr byPlace;
    TablePtr byGroup;  ///< may be null
    TablePtr byHour;   ///< null when the data has no hours
    QVector<Batch> batches;
    Receipt receipt;
};

struct QualityReport;

class ReportPainter {
public:
    ReportPainter(QPdfWriter& writer, const ReportContent& content);
    ~ReportPainter();

    void titlePage();
    void mapPage();
    void chartPage();
    void placesPage();
    void qualityPage();

private:
    struct RankCells {
        QString rank, name, code, value, share;
    };

    double mm(double millimetres) const;
    double left() const { return mm(20); }
    double width() const { return mm(170); }
    double bottom() const { return mm(297 - 22); }
    QFont font(double points, bool bold = false) const;

    void beginPage(const QString& heading);
    void footer();
    /// Moves to a new page when `height` does not fit.
    void need(double height);
    void paragraph(const QString& text, double points, const QColor& color, bool bold = false);
    void fact(const QString& name, const QString& value, double points = 10);
    void sectionTitle(const QString& text);
    void gap(double millimetres) { m_y += mm(millimetres); }
    void chart(const ChartSpec& spec, double height);
    void keyNumbers();
    void sources();
    /// A line of the table of places; `barShare` 0…1 of the longest bar.
    void rankRow(const RankCells& cells, double barShare, bool heading = false);
    void qualityOf(const QualityReport& report, const QString& title);

    QPdfWriter& m_writer;
    QPainter m_painter;
    const ReportContent& m_content;
    MapPalette m_palette;
    QString m_heading;
    double m_y = 0.0;
    int m_page = 0;
};

}  // namespace mudeung
