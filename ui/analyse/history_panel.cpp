// SPDX-License-Identifier: GPL-3.0-or-later
// The list of runs and its buttons.
#include "ui/analyse/history_panel.h"

#include <QGridLayout>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/format.h"
#include "ui/analyse/analysis_list.h"
#include "ui/common/text_layout.h"

namespace mudeung {

namespace {
constexpr int kTarget = 28;
}

HistoryPanel::HistoryPanel(QWidget* parent) : Panel(parent) {
    m_nothing = new QLabel(this);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setProperty("muted", true);
    m_nothing->setContentsMargins(24, 24, 24, 24);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("keptRuns"));
    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setWordWrap(true);  // else a scroll bar that appears leaves the heights as they were without it
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->installEventFilter(this);
    m_hint = new QLabel(this);
    m_hint->setProperty("muted", true);
    m_hint->setWordWrap(true);
    const auto button = [this](const char* name) {
        auto* made = new QPushButton(this);
        made->setObjectName(QLatin1String(name));
        made->setMinimumHeight(kTarget);
        return made;
    };
    m_open = button("openRun");
    m_compare = button("compareRuns");
    m_again = button("runAgain");
    m_rename = button("renameRun");
    m_remove = button("removeRun");
    auto* grid = new QGridLayout;
    grid->setSpacing(4);
    grid->addWidget(m_open, 0, 0);
    grid->addWidget(m_again, 0, 1);
    grid->addWidget(m_compare, 0, 2);
    grid->addWidget(m_rename, 1, 0);
    grid->addWidget(m_remove, 1, 1);
    for (int c = 0; c < 3; ++c) grid->setColumnStretch(c, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_list, 1);
    column->addWidget(m_hint);
    column->addLayout(grid);
    const auto one = [this] { return chosen().value(0); };
    connect(m_list, &QListWidget::itemSelectionChanged, this, &HistoryPanel::follow);
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this, one] { emit openWanted(one()); });
    connect(m_open, &QPushButton::clicked, this, [this, one] { emit openWanted(one()); });
    connect(m_again, &QPushButton::clicked, this, [this, one] { emit againWanted(one()); });
    connect(m_rename, &QPushButton::clicked, this, &HistoryPanel::askName);
    connect(m_remove, &QPushButton::clicked, this, &HistoryPanel::askRemove);
    connect(m_compare, &QPushButton::clicked, this, [this] {
        QVector<qint64> ids = chosen();
        std::sort(ids.begin(), ids.end());  // numbers grow: the earlier run first
        if (ids.size() == 2) emit compareWanted(ids[0], ids[1]);
    });
    retranslate();
}

void HistoryPanel::retranslate() {
    m_nothing->setText(
        tr("Nothing is kept yet. Every analysis that you run in this workspace is kept here with its question, its "
           "settings and its files."));
    m_list->setAccessibleName(tr("Kept results"));
    m_hint->setText(tr("Choose two (Ctrl+click) to see why their numbers differ."));
    m_open->setText(tr("Open"));
    m_open->setToolTip(tr("Show this result (Enter)"));
    m_again->setText(tr("Run again"));
    m_again->setToolTip(tr("The same question with the same settings, on the current data"));
    m_compare->setText(tr("Compare"));
    m_compare->setToolTip(tr("Why two results differ: question, settings, data or program"));
    m_rename->setText(tr("Rename …"));
    m_rename->setToolTip(tr("Give this result a name (F2)"));
    m_remove->setText(tr("Remove …"));
    m_remove->setToolTip(tr("Remove the chosen results (Del)"));
    for (QPushButton* button : {m_open, m_again, m_compare, m_rename, m_remove}) {
        button->setAccessibleName(button->text());
        button->setAccessibleDescription(button->toolTip());
    }
    fill();
}

bool HistoryPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        QPushButton* const pressed = key == Qt::Key_Return || key == Qt::Key_Enter ? m_open
                                     : key == Qt::Key_F2                           ? m_rename
                                     : key == Qt::Key_Delete                       ? m_remove
                                                                                   : nullptr;
        if (pressed) {
            pressed->click();
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

void HistoryPanel::setRuns(const QVector<Run>& runs, bool readOnly) {
    const bool isNew = !runs.isEmpty() && !find(runs.first().id);
    m_runs = runs;
    m_readOnly = readOnly;
    fill(isNew);
}

/// One is always chosen, so that the buttons have something to work on: what was, else the newest.
void HistoryPanel::fill(bool chooseNewest) {
    const QVector<qint64> before = chooseNewest ? QVector<qint64>() : chosen();
    const int current = chooseNewest ? 0 : m_list->currentRow();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const Run& run : m_runs) {
            auto* item = new QListWidgetItem(runTitle(run), m_list);
            QStringList facts{run.startedAt.left(16).replace(QLatin1Char('T'), QLatin1Char(' ')), formatDuration(run.seconds),
                              tr("method version %1").arg(run.algorithm)};
            const AnalysisInfo* info = findAnalysis(run.analysis);
            if (!info) facts << tr("this program does not have this analysis");
            if (info && info->version != run.algorithm) facts << tr("made by another version");
            if (!run.title.isEmpty() && info) facts.prepend(info->name());
            QString small = facts.join(QStringLiteral(" · "));
            const Period now = run.parameters.period(QStringLiteral("now")), earlier = run.parameters.period(QStringLiteral("before"));
            if (run.analysis == QLatin1String("change") && now.from.isValid() && earlier.from.isValid())
                small.prepend(unbroken(tr("%1 against %2", "periods").arg(now.toText(), earlier.toText())) + QLatin1Char('\n'));
            item->setData(TwoLineDelegate::SmallRole, small);
            item->setData(TwoLineDelegate::KeyRole, run.id);
            item->setData(TwoLineDelegate::FaintRole, info == nullptr);
            const QString spoken =
                small.replace(QStringLiteral(" · "), QStringLiteral(", ")).replace(QLatin1Char('\n'), QStringLiteral(", "));
            item->setData(Qt::AccessibleTextRole, item->text() + QStringLiteral(". ") + spoken);
            item->setToolTip(run.subject.query.toSentence(&run.subject.dataset.scheme));
            item->setSelected(before.contains(run.id));
        }
        if (m_list->count() > 0)
            m_list->setCurrentRow(std::clamp(current, 0, m_list->count() - 1),
                                  m_list->selectedItems().isEmpty() ? QItemSelectionModel::ClearAndSelect : QItemSelectionModel::NoUpdate);
    }
    const bool any = !m_runs.isEmpty();
    m_nothing->setVisible(!any);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_hint), static_cast<QWidget*>(m_open), static_cast<QWidget*>(m_again),
          static_cast<QWidget*>(m_compare), static_cast<QWidget*>(m_rename), static_cast<QWidget*>(m_remove)})
        widget->setVisible(any);
    follow();
}

QVector<qint64> HistoryPanel::chosen() const {
    QVector<qint64> ids;
    for (const QListWidgetItem* item : m_list->selectedItems()) ids << item->data(TwoLineDelegate::KeyRole).toLongLong();
    return ids;
}

const Run* HistoryPanel::find(qint64 id) const {
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [id](const Run& run) { return run.id == id; });
    return found == m_runs.end() ? nullptr : &*found;
}

void HistoryPanel::follow() {
    const QVector<qint64> ids = chosen();
    const Run* first = find(ids.value(0));
    const bool known = ids.size() == 1 && first && findAnalysis(first->analysis);
    m_open->setEnabled(known);
    m_again->setEnabled(known);
    m_rename->setEnabled(ids.size() == 1 && !m_readOnly);
    m_remove->setEnabled(!ids.isEmpty() && !m_readOnly);
    m_compare->setEnabled(ids.size() == 2);
}

void HistoryPanel::askName() {
    const Run* run = find(chosen().value(0));
    if (!run) return;
    bool accepted = false;
    const QString name = QInputDialog::getText(this, tr("Rename result"), tr("Name of the result (empty = default name):"),
                                               QLineEdit::Normal, run->title, &accepted);
    if (accepted) emit renameWanted(run->id, name.trimmed());
}

void HistoryPanel::askRemove() {
    const QVector<qint64> ids = chosen();
    if (ids.isEmpty()) return;
    const Run* run = find(ids.first());
    const QString question = ids.size() == 1 && run ? tr("Remove “%1”? It cannot be restored, but it can be run again.").arg(runTitle(*run))
                                                    : tr("Remove %n result(s)? They cannot be restored, but they can be run again.",
                                                         nullptr, static_cast<int>(ids.size()));
    if (QMessageBox::question(this, tr("Remove results"), question) == QMessageBox::Yes) emit removeWanted(ids);
}

}  // namespace mudeung
