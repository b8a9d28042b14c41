// SPDX-License-Identifier: GPL-3.0-or-later
// Words and table of a comparison.
#include "ui/analyse/comparison_page.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

#include "core/base/format.h"
#include "ui/common/result_text.h"

namespace mudeung {

namespace {

constexpr int kTarget = 28;

QString number(double value) {
    const double size = std::abs(value);
    return std::isnan(value) ? QStringLiteral("–")
                             : formatNumber(value, size == std::floor(size) || size >= 1000.0 ? 0
                                                   : size >= 10.0                             ? 2
                                                                                              : 4);
}

}  // namespace

ComparisonPage::ComparisonPage(QWidget* parent) : Panel(parent) {
    m_back = new QToolButton(this);
    m_back->setObjectName(QStringLiteral("closeComparison"));
    m_back->setProperty("flat", true);
    m_back->setMinimumHeight(kTarget);
    m_title = new QLabel(this);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setProperty("muted", true);
    m_body = new QWidget(this);
    m_words = new QVBoxLayout(m_body);
    m_words->setContentsMargins(0, 0, 0, 0);
    m_words->setSpacing(4);
    m_tableHead = new QLabel(this);
    m_tableHead->setProperty("sentence", true);
    m_table = new QTableWidget(this);
    m_table->setObjectName(QStringLiteral("changedRows"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kTarget);
    m_table->horizontalHeader()->setHighlightSections(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 12, 8);
    column->setSpacing(6);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    column->addWidget(m_title);
    column->addWidget(m_body);
    column->addWidget(m_tableHead);
    column->addWidget(m_table, 1);
    column->addStretch(0);
    connect(m_back, &QToolButton::clicked, this, &ComparisonPage::closed);
    retranslate();
}

void ComparisonPage::retranslate() {
    m_back->setText(QStringLiteral("‹ ") + tr("Kept results"));
    m_back->setAccessibleName(tr("Back to the kept results"));
    m_table->setAccessibleName(tr("Rows that changed"));
    show();
}

void ComparisonPage::setComparison(const ShownComparison& shown) {
    m_shown = shown;
    show();
}

void ComparisonPage::show() {
    const RunComparison& c = m_shown.comparison;
    const auto when = [](const Run& run) { return run.startedAt.left(16).replace(QLatin1Char('T'), QLatin1Char(' ')); };
    m_title->setText(tr("Earlier: %1, %2\nLater: %3, %4", "title, time; title, time")
                         .arg(runTitle(m_shown.before), when(m_shown.before), runTitle(m_shown.after), when(m_shown.after)));
    while (QLayoutItem* item = m_words->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto say = [this](const QString& text, const char* name, bool strong) {
        auto* label = new QLabel(text, m_body);
        label->setObjectName(QLatin1String(name));
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setFocusPolicy(Qt::NoFocus);
        if (strong) label->setProperty("sentence", true);
        m_words->addWidget(label);
    };
    for (int i = 0; i < static_cast<int>(c.conclusion.size()); ++i) say(c.conclusion[i], "comparisonConclusion", i == 0);
    const QString heads[] = {tr("The question"), tr("Settings"), tr("Data"), tr("Program")};
    for (const ChangeReason reason : {ChangeReason::Question, ChangeReason::Parameter, ChangeReason::Data, ChangeReason::Program}) {
        bool first = true;
        for (const RunDifference& difference : c.differences) {
            if (difference.reason != reason) continue;
            if (first) say(heads[static_cast<int>(reason)], "comparisonReason", true);
            first = false;
            say(difference.sentence, "comparisonDifference", false);
        }
    }
    const bool rows = !c.rows.isEmpty();
    m_tableHead->setVisible(rows);
    m_table->setVisible(rows);
    m_tableHead->setText(tr("The largest changes"));
    m_table->clear();
    m_table->setColumnCount(4);
    m_table->setHorizontalHeaderLabels({tr("Row"), tr("Column"), tr("Earlier"), tr("Later")});
    m_table->setRowCount(static_cast<int>(c.rows.size()));
    const TableView view = m_shown.view.tables.value(0);
    const auto category = [&view](const QString& id) {
        const int index = categoryIndex(view, id);
        return index >= 0 ? view.categories[index].name : id;
    };
    for (int r = 0; r < static_cast<int>(c.rows.size()); ++r) {
        const RowDifference& row = c.rows[r];
        const bool text = !row.beforeText.isEmpty() || !row.afterText.isEmpty();
        const QString head = view.heads.value(static_cast<int>(m_shown.columns.indexOf(row.column))).name;
        const QString cells[] = {row.label.isEmpty() ? row.key : row.label, head.isEmpty() ? row.column : head,
                                 text ? category(row.beforeText) : number(row.before), text ? category(row.afterText) : number(row.after)};
        for (int column = 0; column < 4; ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            item->setTextAlignment((column < 2 || text ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
            item->setToolTip(column == 0 ? row.key : cells[column]);
            m_table->setItem(r, column, item);
        }
    }
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setStretchLastSection(true);
}

}  // namespace mudeung
