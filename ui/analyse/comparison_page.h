// SPDX-License-Identifier: GPL-3.0-or-later
// Why the numbers of two results differ: what was found, the reasons, the rows that changed most.
#pragma once

#include "core/runs/compare_runs.h"
#include "ui/common/panel.h"

class QLabel;
class QTableWidget;
class QToolButton;
class QVBoxLayout;

namespace mudeung {

/// A comparison with what is needed to word it.
struct ShownComparison {
    Run before;  ///< without data
    Run after;
    RunComparison comparison;
    AnalysisView view;    ///< of the later run
    QStringList columns;  ///< ids of the columns of its main table
};

class ComparisonPage : public Panel {
    Q_OBJECT
public:
    explicit ComparisonPage(QWidget* parent = nullptr);
    void setComparison(const ShownComparison& shown);

signals:
    void closed();

protected:
    void retranslate() override;

private:
    void show();

    ShownComparison m_shown;
    QToolButton* m_back;
    QLabel* m_title;
    QVBoxLayout* m_words;
    QWidget* m_body;
    QLabel* m_tableHead;
    QTableWidget* m_table;
};

}  // namespace mudeung
