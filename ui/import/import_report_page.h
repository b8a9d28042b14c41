// SPDX-License-Identifier: GPL-3.0-or-later
// The quality report of an import, with its exports. Runs nothing itself.
#pragma once

#include "core/import/quality_report.h"
#include "ui/common/panel.h"

class QLabel;
class QPushButton;
class QTextBrowser;

namespace mudeung {

class ImportReportPage : public Panel {
    Q_OBJECT
public:
    explicit ImportReportPage(QWidget* parent = nullptr);
    /// `rejects` = the rejected rows as CSV, empty when there are none.
    void setReport(const QualityReport& report, const QByteArray& rejects);
    /// HTML, JSON or text by the extension.
    bool saveReport(const QString& path) const;

protected:
    void retranslate() override;

private:
    void askSaveReport();
    void askSaveRejects();
    bool write(const QString& path, const QByteArray& bytes) const;

    QualityReport m_reportValue;
    QByteArray m_rejects;
    bool m_filled = false;
    QTextBrowser* m_browser;
    QPushButton* m_save;
    QPushButton* m_saveRejects;
    QLabel* m_status;
};

}  // namespace mudeung
