// SPDX-License-Identifier: GPL-3.0-or-later
// Measure, period, day types, hours, groups and area of the query. A filter that the data cannot answer is grey and says why.
#pragma once

#include <QVector>

#include "core/model/dataset.h"
#include "core/model/query.h"
#include "core/task/task_runner.h"
#include "ui/common/panel.h"

class QComboBox;
class QDateEdit;
class QLabel;
class QListWidget;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace mudeung {

class HourStrip;
class StillLabel;
class WorkspaceState;

class FilterPanel : public Panel {
    Q_OBJECT
public:
    FilterPanel(WorkspaceState* state, TaskRunner* tasks, QWidget* parent = nullptr);

protected:
    void retranslate() override;

private:
    /// A filter with its heading and the reason why it is grey.
    struct Block {
        QLabel* heading = nullptr;
        QWidget* body = nullptr;
        QLabel* reason = nullptr;
    };
    Block addBlock(QWidget* body);
    void buildPeriod();
    void buildDays();
    void buildHours();
    void connectAll();
    void setReason(const Block& block, const QString& reason, const QString& note = {});  ///< a reason greys the block, a note does not
    QString holidayNote(const Query& query) const;
    void refresh();
    void buildChoices(const Dataset& cube);
    void refreshChoices(const Dataset& cube, const Query& query);
    void refreshGroups(const Query& query);
    void refreshPeriod(const Dataset& cube, const Query& query);
    void loadAreas();
    /// What the strip shows: a carpet may have taken hours from some weekdays or months, or from all of them.
    static HourMask hoursOfSomeDay(const Query& query);
    void chooseHours(HourMask hours);
    void editPeriod();
    void presetPeriod(int index);
    void editDays();
    void editGroups();
    void change(const std::function<void(Query&)>& edit);

    WorkspaceState* m_state;
    LatestOnly m_areasTask;
    QVBoxLayout* m_column;
    StillLabel* m_sentence;
    QPushButton* m_clear;
    QComboBox* m_measure;
    QDateEdit* m_from = nullptr;
    QDateEdit* m_to = nullptr;
    QComboBox* m_preset = nullptr;
    QVector<QToolButton*> m_days;
    QLabel* m_clock = nullptr;  ///< hours by weekday or month, in words
    HourStrip* m_hours = nullptr;
    QComboBox* m_hourPreset = nullptr;
    QListWidget* m_groups;
    QComboBox* m_area;
    Block m_measureBlock, m_periodBlock, m_dayBlock, m_hourBlock, m_groupBlock, m_areaBlock;
    QVector<std::pair<QString, QString>> m_areas;  // code, name
    Dataset m_cube;                                ///< whose measures, groups and hours are offered
    bool m_built = false;
    bool m_updating = false;
};

}  // namespace mudeung
