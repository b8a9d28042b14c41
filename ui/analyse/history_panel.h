// SPDX-License-Identifier: GPL-3.0-or-later
// The kept results of the workspace: open, rename, run again, remove, compare two. Shows them; whoever owns the tasks does the work.
#pragma once

#include <QListWidget>

#include "core/runs/run.h"
#include "ui/common/panel.h"

class QLabel;
class QPushButton;

namespace mudeung {

class HistoryPanel : public Panel {
    Q_OBJECT
public:
    explicit HistoryPanel(QWidget* parent = nullptr);
    /// The newest first. `readOnly` takes away what would write.
    void setRuns(const QVector<Run>& runs, bool readOnly);
    const QVector<Run>& runs() const { return m_runs; }
    QListWidget* list() const { return m_list; }

signals:
    void openWanted(qint64 id);
    void renameWanted(qint64 id, const QString& title);
    void againWanted(qint64 id);
    void removeWanted(const QVector<qint64>& ids);
    void compareWanted(qint64 before, qint64 after);

protected:
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(bool chooseNewest = false);
    void follow();
    QVector<qint64> chosen() const;
    const Run* find(qint64 id) const;
    void askName();
    void askRemove();

    QVector<Run> m_runs;
    bool m_readOnly = false;
    QLabel* m_nothing;
    QListWidget* m_list;
    QLabel* m_hint;
    QPushButton* m_open;
    QPushButton* m_rename;
    QPushButton* m_again;
    QPushButton* m_remove;
    QPushButton* m_compare;
};

}  // namespace mudeung
