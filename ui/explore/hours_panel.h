// SPDX-License-Identifier: GPL-3.0-or-later
// The time of day as a picture that filters: hour × weekday and hour × month carpets, and the day's profile. Speaks to WorkspaceState only.
#pragma once

#include <vector>

#include "core/model/query.h"
#include "core/model/table.h"
#include "ui/common/panel.h"

class QStackedLayout;
class QToolButton;

namespace mudeung {

class CarpetView;
class ChartView;
class WorkspaceState;

class HoursPanel : public Panel {
    Q_OBJECT
public:
    explicit HoursPanel(WorkspaceState* state, QWidget* parent = nullptr);
    ChartView* profile() const { return m_profile; }
    CarpetView* carpet() const { return m_carpet; }
    /// The choice between carpets and profile, for whoever has a better place for it than above the chart.
    QWidget* tools() const { return m_tools; }

protected:
    void retranslate() override;

private:
    bool showsMonths() const;
    void refresh();
    void refreshCarpet(const TablePtr& table);
    void showMessage(const QString& message);
    void choose(const std::vector<char>& cells);
    void toggleHour(const QString& key);
    void chooseHours(const QStringList& keys);

    WorkspaceState* m_state;
    QStackedLayout* m_pages;
    ChartView* m_profile;
    CarpetView* m_carpet;
    QWidget* m_tools;
    QToolButton* m_weekButton;
    QToolButton* m_yearButton;
    QToolButton* m_profileButton;
    TablePtr m_shown;  ///< on the carpet
};

/// The cells of a carpet with `columns` hours from `firstHour` on that a query takes; empty = all. Rows are weekdays, or months.
std::vector<char> carpetCells(const Query& query, bool months, int firstHour, int columns);
/// The query with other cells. Cells that are the same in every row become plain hours.
Query withCarpetCells(const Query& query, bool months, int firstHour, int columns, const std::vector<char>& cells);

}  // namespace mudeung
