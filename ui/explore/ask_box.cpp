// SPDX-License-Identifier: GPL-3.0-or-later
// The popup is a child of the window, not a window of its own, so that the line keeps the keyboard.
#include "ui/explore/ask_box.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/cube/area_list.h"
#include "ui/common/workspace_state.h"

namespace mudeung {

namespace {

constexpr int kTarget = 28;
constexpr int kLineWidth = 400;
constexpr int kPopupWidth = 520;
constexpr int kMargin = 12;
constexpr int kGap = 4;
constexpr int kMostWords = 6;

/// Lays `items` out in lines of `width`, from left to right, in place of what `row` held before.
void fillRow(QWidget* row, const QVector<QWidget*>& items, int width) {
    for (QWidget* before : row->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (items.contains(before)) continue;
        before->hide();
        before->deleteLater();  // it may be the button whose click led here
    }
    int x = 0;
    int y = 0;
    for (QWidget* item : items) {
        item->ensurePolished();
        const int wanted = std::min(item->sizeHint().width(), width);
        if (x > 0 && x + wanted > width) {
            x = 0;
            y += kTarget + kGap;
        }
        item->setGeometry(x, y, wanted, kTarget);
        item->show();
        x += wanted + kGap;
    }
    row->setFixedHeight(y + kTarget);
    row->setVisible(!items.isEmpty());
}

}  // namespace

AskBox::AskBox(WorkspaceState* state, TaskRunner* tasks, QWidget* parent) : Panel(parent), m_state(state), m_areasTask(tasks) {
    m_edit = new QLineEdit(this);
    m_edit->setObjectName(QStringLiteral("askLine"));
    m_edit->setMinimumWidth(kLineWidth);
    m_edit->installEventFilter(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(4, 3, 8, 3);
    row->addWidget(m_edit);
    m_popup = new QFrame(this);
    m_popup->setObjectName(QStringLiteral("askPopup"));
    m_popup->setProperty("popup", true);
    m_chips = new QWidget(m_popup);
    m_words = new QWidget(m_popup);
    m_notes = new QLabel(m_popup);
    m_unknown = new QLabel(m_popup);
    m_unknown->setObjectName(QStringLiteral("askUnknown"));
    m_hint = new QLabel(m_popup);
    m_hint->setProperty("muted", true);
    auto* column = new QVBoxLayout(m_popup);
    column->setContentsMargins(kMargin, 8, kMargin, 8);
    column->setSpacing(8);
    for (QWidget* part :
         {m_chips, static_cast<QWidget*>(m_notes), static_cast<QWidget*>(m_unknown), m_words, static_cast<QWidget*>(m_hint)})
        column->addWidget(part);
    for (QLabel* label : {m_notes, m_unknown, m_hint}) label->setWordWrap(true);
    m_popup->hide();
    connect(m_edit, &QLineEdit::textChanged, this, &AskBox::understand);
    connect(m_edit, &QLineEdit::returnPressed, this, &AskBox::apply);
    connect(state, &WorkspaceState::datasetsChanged, this, [this] {
        loadAreas();
        followDataset();
    });
    connect(state, &WorkspaceState::queryChanged, this, [this] {
        m_topOf.reset();
        if (m_context.cube.id != m_state->query().dataset) followDataset();
    });
    connect(state, &WorkspaceState::answersChanged, this, &AskBox::selectTop);
    retranslate();
    loadAreas();
    followDataset();
}

void AskBox::retranslate() {
    m_edit->setPlaceholderText(tr("Ask: weekday mornings, ages 65 and over, top 20 stops"));
    m_edit->setAccessibleName(tr("Ask in words"));
    m_edit->setToolTip(tr("A question in Korean or English about the current dataset. It shows what it understood before it applies it."));
    m_popup->setAccessibleName(tr("What was understood"));
    understand();
}

void AskBox::changeEvent(QEvent* event) {
    if (event->type() == QEvent::EnabledChange && !isEnabled()) m_popup->hide();
    Panel::changeEvent(event);
}

void AskBox::followDataset() {
    m_context.cube = m_state->currentDataset();
    setEnabled(!m_context.cube.id.isEmpty());
    understand();
}

void AskBox::loadAreas() {
    const auto workspace = m_state->workspace();
    m_context.areas.clear();
    if (!workspace) return m_areasTask.cancel();
    m_areasTask.run(
        tr("Reading areas"), [workspace](Progress&) { return readAreas(*workspace); }, this,
        [this](const Result<AreaList>& areas) {
            if (!areas) return;
            m_context.areas = areas.value();
            understand();
        });
}

void AskBox::startTyping() {
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void AskBox::understand() {
    m_asked = ask(m_edit->text(), m_context);
    m_completions = askCompletions(m_edit->text(), m_context, kMostWords);
    showUnderstood();
}

void AskBox::showUnderstood() {
    if (m_edit->text().trimmed().isEmpty() || !m_edit->hasFocus() || !isEnabled()) {
        m_popup->hide();
        return;
    }
    const int width = popupWidth() - 2 * kMargin;
    QStringList notes;
    QVector<QWidget*> chips;
    for (const AskChip& chip : m_asked.chips) {
        auto* label = new QLabel(chip.text, m_chips);
        label->setObjectName(QStringLiteral("askChip"));
        label->setProperty("chip", chip.applied ? QStringLiteral("applied") : QStringLiteral("refused"));
        label->setToolTip(chip.note);
        chips.append(label);
        if (!chip.note.isEmpty()) notes.append(QStringLiteral("%1: %2").arg(chip.text, chip.note));
    }
    fillRow(m_chips, chips, width);
    m_notes->setText(notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!notes.isEmpty());
    QStringList unknown;
    for (const AskWord& word : m_asked.unknown) unknown.append(tr("“%1”").arg(word.text));
    m_unknown->setText(tr("Not understood: %1").arg(unknown.join(QStringLiteral(", "))));
    m_unknown->setVisible(!unknown.isEmpty());
    QVector<QWidget*> words;
    for (const QString& word : m_completions) {
        auto* button = new QToolButton(m_words);
        button->setText(word);
        button->setFocusPolicy(Qt::NoFocus);
        connect(button, &QToolButton::clicked, this, [this, word] { complete(word); });
        words.append(button);
    }
    fillRow(m_words, words, width);
    m_hint->setText(!m_asked.saysSomething()  ? tr("Say days, hours, ages, a period, a dong, boardings or alightings.")
                    : m_completions.isEmpty() ? tr("Enter applies this, Esc closes.")
                                              : tr("Enter applies this, Tab takes the first word, Esc closes."));
    placePopup();
}

int AskBox::popupWidth() const {
    return std::min(std::max(kPopupWidth, m_edit->width()), window()->width() - 16);
}

void AskBox::placePopup() {
    QWidget* const top = window();
    if (m_popup->parentWidget() != top) m_popup->setParent(top);
    m_popup->setFixedWidth(popupWidth());
    const QPoint below = m_edit->mapTo(top, QPoint(m_edit->width() - m_popup->width(), m_edit->height() + 2));
    m_popup->move(std::max(8, below.x()), below.y());
    m_popup->show();
    m_popup->adjustSize();
    m_popup->raise();
}

void AskBox::complete(const QString& word) {
    const QString text = m_edit->text();
    m_edit->setText(text.left(askWordStart(text)) + word + QLatin1Char(' '));
}

void AskBox::apply() {
    if (!m_asked.saysSomething() || !isEnabled()) return;
    Query query = m_asked.query;
    if (query.measure.isEmpty()) query.measure = m_state->query().measure;
    m_state->setQuery(query);
    m_top = m_asked.top;
    if (m_top > 0) m_topOf = query;
    if (m_asked.by || m_top > 0) emit rowsWanted(m_asked.by.value_or(Breakdown::Place));
    m_popup->hide();
    selectTop();
}

void AskBox::selectTop() {
    const AnswersPtr answers = m_state->answers();
    if (!m_topOf || !answers || !answers->byPlace || answers->query != *m_topOf) return;
    m_topOf.reset();
    QVector<const TableRow*> rows;
    for (const TableRow& row : answers->byPlace->rows)
        if (row.observed > 0) rows.append(&row);
    const auto count = std::min<qsizetype>(m_top, rows.size());
    std::stable_sort(rows.begin(), rows.end(), [](const TableRow* a, const TableRow* b) { return a->value > b->value; });
    QStringList codes;
    for (qsizetype i = 0; i < count; ++i) codes.append(rows[static_cast<int>(i)]->key);
    m_state->setSelection(codes);
}

bool AskBox::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_edit) return Panel::eventFilter(watched, event);
    if (event->type() == QEvent::FocusIn) QMetaObject::invokeMethod(this, &AskBox::showUnderstood, Qt::QueuedConnection);
    if (event->type() == QEvent::FocusOut) m_popup->hide();
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!key) return Panel::eventFilter(watched, event);
    const int code = static_cast<QKeyEvent*>(event)->key();
    // Esc would clear every filter of the window.
    const bool closes = code == Qt::Key_Escape && (m_popup->isVisible() || !m_edit->text().isEmpty());
    const bool takes = code == Qt::Key_Tab && m_popup->isVisible() && !m_completions.isEmpty();
    if (!closes && !takes) return Panel::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride) return true;
    if (closes) {
        m_popup->isVisible() ? m_popup->hide() : m_edit->clear();
    } else {
        complete(m_completions.first());
    }
    return true;
}

}  // namespace mudeung
