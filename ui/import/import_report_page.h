// SPDX-License-Identifier: GPL-3.0-or-later
// The quality report of an import, with its exports, which are written off the GUI thread.
#pragma once

#include <functional>

#include "core/import/quality_report.h"
#include "core/task/task_runner.h"
#include "ui/common/panel.h"

class QLabel;
class QPushButton;
class QTextBrowser;

namespace mudeung {

class ImportReportPage : public Panel {
    Q_OBJECT
public:
    explicit ImportReportPage(TaskRunner* tasks, QWidget* parent = nullptr);
    /// `rejects` = the rejected rows as CSV, empty when there are none.
    void setReport(const QualityReport& report, const QByteArray& rejects);
    /// HTML, JSON or text by the extension; the line below the report says how it ended.
    void saveReport(const QString& path);
    void saveRejects(const QString& path);

protected:
    void retranslate() override;

private:
    void fill();
    void askSaveReport();
    void askSaveRejects();
    /// Writes what `bytes` makes, as a task; `failed` says with the path what did not work.
    void write(const QString& path, std::function<QByteArray()> bytes, const QString& failed);

    TaskRunner* m_tasks;
    QualityReport m_reportValue;
    QByteArray m_rejects;
    bool m_filled = false;
    QTextBrowser* m_browser;
    QPushButton* m_save;
    QPushButton* m_saveRejects;
    QLabel* m_status;
};

}  // namespace mudeung
