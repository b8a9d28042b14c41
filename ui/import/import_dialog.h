// SPDX-License-Identifier: GPL-3.0-or-later
// The import of dropped or opened files, one after the other: preview → progress → quality report. Not modal; previews and
// imports run off the GUI thread. Knows the importer's contract, no file format.
#pragma once

#include <QDialog>
#include <QStringList>

#include "core/import/importer.h"
#include "core/task/task_runner.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace mudeung {

class ImportPreviewPage;
class ImportReportPage;
class WorkspaceState;

class ImportDialog : public QDialog {
    Q_OBJECT
public:
    ImportDialog(WorkspaceState* state, TaskRunner* tasks, QWidget* parent = nullptr);
    /// Queues files; the first one is previewed at once.
    void addFiles(const QStringList& paths);
    QStringList queuedFiles() const { return m_queue; }

signals:
    void imported(const QString& dataset);
    /// An import ended while the dialog was closed: what happened, as a sentence. Showing the dialog shows the rest.
    void endedUnseen(const QString& text, bool refused);

protected:
    void changeEvent(QEvent* event) override;
    void reject() override;

private:
    enum class Step { Busy, Preview, Report, Refused };
    void retranslate();
    QWidget* buildBusyPage();
    QWidget* buildRefusedPage();
    void showStep(Step step);
    void nextFile();
    void preview();
    void startImport(bool insist);
    /// An import with the rejected rows that the workspace keeps of it.
    struct Ended {
        ImportOutcome outcome;
        QByteArray rejects;
    };
    static Result<Ended> runImport(Workspace& workspace, const QString& path, const ImportOptions& options, Progress& progress);
    void finishImport(const Result<Ended>& result);
    void showRefusal(const Error& error, bool mayInsist);
    void showTaskProgress(quint64 id);

    WorkspaceState* m_state;
    TaskRunner* m_tasks;
    LatestOnly m_previewTask;
    TaskId m_importTask = 0;
    QStringList m_queue;
    QString m_path;
    bool m_insisted = false;

    QLabel* m_head;
    QStackedWidget* m_pages;
    ImportPreviewPage* m_preview;
    ImportReportPage* m_report;
    QLabel* m_phase;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QLabel* m_refusalHead;
    QLabel* m_refusal;
    QLabel* m_refusalDetail;
    QPushButton* m_insist;
    QPushButton* m_import;
    QPushButton* m_skip;
    QPushButton* m_back;
    QLabel* m_waiting;
    Step m_step = Step::Busy;
};

}  // namespace mudeung
