// SPDX-License-Identifier: GPL-3.0-or-later
// Showing and saving of the quality report.
#include "ui/import/import_report_page.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTextBrowser>
#include <QTimer>
#include <QVBoxLayout>

namespace mudeung {

ImportReportPage::ImportReportPage(TaskRunner* tasks, QWidget* parent) : Panel(parent), m_tasks(tasks) {
    m_browser = new QTextBrowser(this);
    m_browser->setObjectName(QStringLiteral("qualityReport"));
    m_browser->setOpenLinks(false);
    m_browser->setUndoRedoEnabled(false);
    m_browser->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);  // one that comes later has the whole report laid out again
    m_save = new QPushButton(this);
    m_saveRejects = new QPushButton(this);
    m_status = new QLabel(this);
    m_status->setWordWrap(true);
    auto* row = new QHBoxLayout;
    for (QPushButton* button : {m_save, m_saveRejects}) {
        button->setMinimumHeight(28);
        row->addWidget(button);
    }
    row->addWidget(m_status, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_browser, 1);
    column->addLayout(row);
    connect(m_save, &QPushButton::clicked, this, &ImportReportPage::askSaveReport);
    connect(m_saveRejects, &QPushButton::clicked, this, &ImportReportPage::askSaveRejects);
    retranslate();
}

void ImportReportPage::retranslate() {
    m_browser->setAccessibleName(tr("Quality report"));
    m_save->setText(tr("Save report …"));
    m_save->setAccessibleName(tr("Save report as HTML, JSON or text"));
    m_saveRejects->setText(tr("Export rejected rows …"));
    m_saveRejects->setAccessibleName(tr("Export rejected rows as CSV"));
    if (m_filled) fill();
}

/// In the font of the window: the families that the saved page names would each be looked for and loaded, which takes longer than the rest.
void ImportReportPage::fill() {
    static const QRegularExpression families(QStringLiteral("font-family:[^;}]*;"));
    m_browser->setHtml(m_reportValue.toHtml().remove(families));
}

void ImportReportPage::setReport(const QualityReport& report, const QByteArray& rejects) {
    m_reportValue = report;
    m_rejects = rejects;
    m_filled = true;
    m_status->clear();
    // An event of its own, and after the page was shown: showing it lays the text out once more for its font.
    QTimer::singleShot(0, this, &ImportReportPage::fill);
    m_saveRejects->setEnabled(!rejects.isEmpty());
    m_saveRejects->setToolTip(rejects.isEmpty() ? tr("No row was rejected.") : QString());
}

void ImportReportPage::write(const QString& path, std::function<QByteArray()> bytes, const QString& failed) {
    m_status->setText(tr("Saving %1").arg(QFileInfo(path).fileName()));
    m_tasks->run(
        tr("Saving %1").arg(QFileInfo(path).fileName()),
        [path, bytes = std::move(bytes), failed](Progress&) -> Status {
            const QByteArray content = bytes();
            QSaveFile file(path);
            if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit()) return done();
            return Error{ErrorCode::Io, failed, file.errorString()};
        },
        this, [this, path](const Status& saved) { m_status->setText(saved ? tr("Saved: %1").arg(path) : saved.error().message); });
}

void ImportReportPage::saveReport(const QString& path) {
    const auto content = [report = m_reportValue, suffix = QFileInfo(path).suffix().toLower()] {
        if (suffix == QLatin1String("json")) return QJsonDocument(report.toJson()).toJson();
        if (suffix == QLatin1String("txt")) return report.toText().toUtf8();
        return report.toHtml().toUtf8();
    };
    write(path, content, tr("The report could not be written to “%1”. Check the folder and the free space.").arg(path));
}

void ImportReportPage::askSaveReport() {
    const QString name = QFileInfo(m_reportValue.file).completeBaseName() + QStringLiteral("-quality.html");
    const QString path = QFileDialog::getSaveFileName(this, tr("Save report"), name, tr("Reports (*.html *.json *.txt)"));
    if (!path.isEmpty()) saveReport(path);
}

void ImportReportPage::saveRejects(const QString& path) {
    write(
        path, [rejects = m_rejects] { return rejects; },
        tr("The rows could not be written to “%1”. Check the folder and the free space.").arg(path));
}

void ImportReportPage::askSaveRejects() {
    const QString name = QFileInfo(m_reportValue.file).completeBaseName() + QStringLiteral("-rejected.csv");
    const QString path = QFileDialog::getSaveFileName(this, tr("Export rejected rows"), name, tr("Tables (*.csv)"));
    if (!path.isEmpty()) saveRejects(path);
}

}  // namespace mudeung
