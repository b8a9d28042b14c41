// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of an import and the queue of files.
#include "ui/import/import_dialog.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/base/format.h"
#include "ui/common/workspace_state.h"
#include "ui/import/import_preview_page.h"
#include "ui/import/import_report_page.h"

namespace mudeung {

namespace {

/// The rejected rows that the store keeps for the batch just written.
QByteArray storedRejects(const Workspace& workspace, const QualityReport& report) {
    const auto batch = workspace.findBatch(report.dataset, report.sha256);
    if (!batch || !batch.value()) return {};
    const auto rejects = workspace.rejects(batch.value()->rowId);
    return rejects ? rejects.value() : QByteArray();
}

}  // namespace

ImportDialog::ImportDialog(WorkspaceState* state, TaskRunner* tasks, QWidget* parent)
    : QDialog(parent), m_state(state), m_tasks(tasks), m_previewTask(tasks) {
    setModal(false);
    resize(920, 640);
    m_head = new QLabel(this);
    m_head->setProperty("sentence", true);
    m_head->setWordWrap(true);
    m_pages = new QStackedWidget(this);
    m_preview = new ImportPreviewPage(this);
    m_report = new ImportReportPage(tasks, this);
    m_pages->addWidget(buildBusyPage());
    m_pages->addWidget(m_preview);
    m_pages->addWidget(m_report);
    m_pages->addWidget(buildRefusedPage());
    m_waiting = new QLabel(this);
    m_waiting->setProperty("muted", true);
    m_skip = new QPushButton(this);
    m_back = new QPushButton(this);
    m_import = new QPushButton(this);
    m_import->setObjectName(QStringLiteral("importButton"));
    m_import->setProperty("primary", true);
    m_import->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_waiting, 1);
    for (QPushButton* button : {m_back, m_skip, m_import}) {
        button->setMinimumHeight(32);
        buttons->addWidget(button);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_head);
    column->addWidget(m_pages, 1);
    column->addLayout(buttons);
    connect(m_preview, &ImportPreviewPage::previewWanted, this, &ImportDialog::preview);
    connect(m_preview, &ImportPreviewPage::corrected, this, [this] { m_import->setEnabled(m_preview->isUsable()); });
    connect(m_import, &QPushButton::clicked, this, [this] { m_step == Step::Report ? nextFile() : startImport(false); });
    connect(m_skip, &QPushButton::clicked, this, &ImportDialog::nextFile);
    connect(m_back, &QPushButton::clicked, this, [this] { showStep(Step::Preview); });
    connect(m_tasks, &TaskRunner::taskProgressed, this, &ImportDialog::showTaskProgress);
    showStep(Step::Busy);
}

QWidget* ImportDialog::buildBusyPage() {
    auto* page = new QWidget(this);
    m_phase = new QLabel(page);
    m_phase->setWordWrap(true);
    m_bar = new QProgressBar(page);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 0);
    m_cancel = new QPushButton(page);
    m_cancel->setObjectName(QStringLiteral("cancelImport"));
    m_cancel->setMinimumHeight(28);
    auto* column = new QVBoxLayout(page);
    column->addStretch(1);
    column->addWidget(m_phase);
    column->addWidget(m_bar);
    column->addWidget(m_cancel, 0, Qt::AlignLeft);
    column->addStretch(2);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_importTask) m_tasks->cancel(m_importTask);
    });
    return page;
}

QWidget* ImportDialog::buildRefusedPage() {
    auto* page = new QWidget(this);
    m_refusal = new QLabel(page);
    m_refusal->setObjectName(QStringLiteral("refusal"));
    m_refusal->setWordWrap(true);
    m_refusal->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_refusalDetail = new QLabel(page);
    m_refusalDetail->setProperty("muted", true);
    m_refusalDetail->setWordWrap(true);
    m_refusalDetail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_insist = new QPushButton(page);
    m_insist->setObjectName(QStringLiteral("importAnyway"));
    m_insist->setMinimumHeight(28);
    m_refusalHead = new QLabel(page);
    m_refusalHead->setProperty("headline", true);
    auto* column = new QVBoxLayout(page);
    column->setSpacing(12);
    column->setContentsMargins(0, 24, 0, 0);
    column->addWidget(m_refusalHead);
    column->addWidget(m_refusal);
    column->addWidget(m_refusalDetail);
    column->addWidget(m_insist, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_insist, &QPushButton::clicked, this, [this] { startImport(true); });
    return page;
}

void ImportDialog::retranslate() {
    setWindowTitle(tr("Import"));
    m_head->setText(m_path.isEmpty() ? QString() : QFileInfo(m_path).fileName());
    m_cancel->setText(tr("Cancel import"));
    m_cancel->setAccessibleName(tr("Cancel import"));
    m_refusalHead->setText(tr("This file was not imported"));
    m_insist->setText(tr("Import anyway"));
    m_insist->setAccessibleName(tr("Import anyway"));
    m_back->setText(tr("Back"));
    m_back->setAccessibleName(tr("Back to the preview"));
    m_bar->setAccessibleName(tr("Progress of the import"));
    m_skip->setText(m_queue.isEmpty() ? tr("Close") : tr("Skip this file"));
    m_skip->setAccessibleName(m_skip->text());
    m_import->setText(m_step != Step::Report ? tr("Import") : m_queue.isEmpty() ? tr("Done") : tr("Next file"));
    m_import->setAccessibleName(m_import->text());
    m_waiting->setText(m_queue.isEmpty() ? QString() : tr("%n more file(s) waiting", nullptr, static_cast<int>(m_queue.size())));
}

void ImportDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDialog::changeEvent(event);
}

void ImportDialog::reject() {
    // A running import goes on in the task tray and reports when it ends; what waits is forgotten.
    m_previewTask.cancel();
    m_queue.clear();
    if (!m_importTask) m_path.clear();
    QDialog::reject();
}

void ImportDialog::showStep(Step step) {
    m_step = step;
    m_pages->setCurrentIndex(static_cast<int>(step));
    const bool running = step == Step::Busy;
    m_import->setVisible(!running && step != Step::Refused);
    m_import->setEnabled(step == Step::Report || m_preview->isUsable());
    m_skip->setVisible(!running && step != Step::Report);
    m_back->setVisible(step == Step::Refused && !m_preview->preview().path.isEmpty());
    m_cancel->setVisible(running && m_importTask != 0);
    retranslate();
}

void ImportDialog::addFiles(const QStringList& paths) {
    m_queue += paths;
    if (m_path.isEmpty()) {
        nextFile();
    } else {
        retranslate();
    }
}

void ImportDialog::nextFile() {
    m_previewTask.cancel();
    m_path.clear();
    m_insisted = false;
    if (m_queue.isEmpty()) {
        close();
        return;
    }
    m_path = m_queue.takeFirst();
    m_preview->setPreview({});
    preview();
}

void ImportDialog::preview() {
    const ImportOptions options = m_preview->preview().path.isEmpty() ? ImportOptions{} : m_preview->options();
    ImportOptions asked;
    asked.profile = options.profile;
    m_phase->setText(tr("Looking at the file …"));
    m_bar->setRange(0, 0);
    showStep(Step::Busy);
    m_previewTask.run(
        tr("Looking at %1").arg(QFileInfo(m_path).fileName()), [path = m_path, asked](Progress&) { return previewFile(path, asked); }, this,
        [this](Result<ImportPreview> preview) {
            if (!preview) {
                showRefusal(preview.error(), false);
                return;
            }
            m_preview->setPreview(preview.value());
            showStep(Step::Preview);
        });
}

void ImportDialog::startImport(bool insist) {
    const auto workspace = m_state->workspace();
    if (!workspace) {
        showRefusal({ErrorCode::Usage, tr("No workspace is open. Create or open one first."), {}}, false);
        return;
    }
    ImportOptions options = m_preview->options();
    options.insist = insist;
    m_insisted = insist;
    m_phase->setText(tr("Importing …"));
    m_bar->setRange(0, 0);
    m_importTask = m_tasks->run(
        tr("Import of %1").arg(QFileInfo(m_path).fileName()),
        [workspace, path = m_path, options](Progress& progress) { return runImport(*workspace, path, options, progress); }, this,
        [this](const Result<Ended>& result) { finishImport(result); });
    showStep(Step::Busy);
}

Result<ImportDialog::Ended> ImportDialog::runImport(Workspace& workspace, const QString& path, const ImportOptions& options,
                                                    Progress& progress) {
    auto outcome = importFile(workspace, path, options, progress);
    if (!outcome) return outcome.error();
    Ended ended{outcome.value(), {}};
    if (ended.outcome.report.rowsRejected > 0) ended.rejects = storedRejects(workspace, ended.outcome.report);
    return ended;
}

void ImportDialog::finishImport(const Result<Ended>& result) {
    m_importTask = 0;
    const bool unseen = !isVisible();
    const QString file = QFileInfo(m_path).fileName();
    if (!result) {
        if (result.error().code == ErrorCode::Cancelled) {
            showStep(Step::Preview);
            if (unseen) m_path.clear();
            return;
        }
        showRefusal(result.error(), result.error().code == ErrorCode::InputRefused && !m_insisted);
        if (unseen) emit endedUnseen(tr("“%1” was not imported.").arg(file), true);
        return;
    }
    const ImportOutcome& outcome = result.value().outcome;
    m_report->setReport(outcome.report, result.value().rejects);
    showStep(Step::Report);
    m_state->reloadDatasets();
    emit imported(outcome.dataset);
    if (unseen) emit endedUnseen(tr("“%1” was imported: %2 rows.").arg(file, formatCount(outcome.report.rowsKept)), false);
}

void ImportDialog::showRefusal(const Error& error, bool mayInsist) {
    m_refusal->setText(error.message);
    m_refusal->setAccessibleName(error.message);
    m_refusalDetail->setText(error.detail);
    m_insist->setVisible(mayInsist);
    showStep(Step::Refused);
}

void ImportDialog::showTaskProgress(quint64 id) {
    if (id != m_importTask) return;
    for (const TaskState& task : m_tasks->tasks()) {
        if (task.id != id) continue;
        QString text = task.progress.phase.isEmpty() ? tr("Importing …") : task.progress.phase;
        if (task.cancelling)
            text = tr("Cancelling …");
        else if (task.progress.secondsLeft >= 0.0)
            text += QLatin1Char('\n') + tr("%1 left").arg(formatDuration(task.progress.secondsLeft));
        m_phase->setText(text);
        if (task.progress.fraction >= 0.0) {
            m_bar->setRange(0, 1000);
            m_bar->setValue(static_cast<int>(task.progress.fraction * 1000.0));
        }
    }
}

}  // namespace mudeung
