// SPDX-License-Identifier: GPL-3.0-or-later
// A result as people read it: what was found, what it does not say, charts, tables, and what of it the map shows.
#pragma once

#include <functional>

#include "core/chart/chart_spec.h"
#include "ui/common/panel.h"
#include "ui/common/shown_result.h"

class QCheckBox;
class QComboBox;
class QFrame;
class QLabel;
class QSplitter;
class QVBoxLayout;

namespace mudeung {

class ChartView;
class ResultTableView;
class WorkspaceState;

class ResultPanel : public Panel {
    Q_OBJECT
public:
    explicit ResultPanel(WorkspaceState* state, QWidget* parent = nullptr);
    /// `remark` is said below the title, such as that nothing was kept. Null shows what to do.
    void setResult(const ShownResultPtr& result, const QString& remark);
    const ShownResultPtr& result() const { return m_result; }
    /// Asks for a file.
    void askSave();

signals:
    void saveWanted(const mudeung::ShownResultPtr& result, const QString& path);
    void saveChartWanted(const mudeung::ShownResultPtr& result, const mudeung::ChartSpec& spec, const QString& path);

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void shareRoom();
    void fitFirstChart();
    void arrangeAgain();
    void build();
    void showWords();
    void showCharts();
    void showParts();
    void followMap();
    void putOnMap(bool on);
    void fill(QVBoxLayout* into, const QStringList& sentences);

    WorkspaceState* m_state;
    ShownResultPtr m_result;
    QString m_remark;
    QWidget* m_empty;
    QLabel* m_nothing;
    QSplitter* m_split;
    bool m_moved = false;      ///< the splitter, by hand
    double m_wordShare = 0.5;  ///< of the height, until then
    QWidget* m_words;
    QLabel* m_title;
    QLabel* m_sentence;
    QLabel* m_facts;
    QLabel* m_said;  ///< the remark
    QCheckBox* m_onMap;
    QComboBox* m_part;
    QVBoxLayout* m_lead;  ///< the first of the notes
    QVBoxLayout* m_firstChart;
    QVBoxLayout* m_notes;
    QFrame* m_limitBox;
    QLabel* m_limitHead;
    QVBoxLayout* m_limits;
    QVBoxLayout* m_charts;
    QVector<ChartView*> m_chartViews;
    ResultTableView* m_table;
};

}  // namespace mudeung
