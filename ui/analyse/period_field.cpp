// SPDX-License-Identifier: GPL-3.0-or-later
// A choice and two dates, which cannot pass each other.
#include "ui/analyse/period_field.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/common/date_fields.h"

namespace mudeung {

namespace {
constexpr int kTarget = 28;
}

PeriodField::PeriodField(const Period& bounds, QWidget* parent) : Panel(parent) {
    m_which = new QComboBox(this);
    m_which->setObjectName(QStringLiteral("periodKind"));
    m_which->setMinimumHeight(kTarget);
    m_from = new QDateEdit(this);
    m_from->setObjectName(QStringLiteral("periodFirst"));
    m_to = new QDateEdit(this);
    m_to->setObjectName(QStringLiteral("periodLast"));
    auto* dates = new QHBoxLayout;
    dates->setSpacing(4);
    for (QDateEdit* edit : {m_from, m_to}) {
        prepareDateEdit(edit, kTarget);
        if (bounds.from.isValid() && bounds.to.isValid()) edit->setDateRange(bounds.from, bounds.to);
        dates->addWidget(edit, 1);
        connect(edit, &QDateEdit::dateChanged, this, &PeriodField::dateEdited);
    }
    if (bounds.from.isValid()) m_from->setDate(bounds.from);
    if (bounds.to.isValid()) m_to->setDate(bounds.to);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_which);
    column->addLayout(dates);
    m_which->addItems({QString(), QString()});
    connect(m_which, QOverload<int>::of(&QComboBox::currentIndexChanged), this, [this] {
        showDates();
        if (!m_updating) emit edited();
    });
    retranslate();
    showDates();
}

void PeriodField::retranslate() {
    m_which->setItemText(0, tr("All of the data"));
    m_which->setItemText(1, tr("Chosen days"));
    m_which->setAccessibleName(tr("Period"));
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
}

void PeriodField::showDates() {
    for (QDateEdit* edit : {m_from, m_to}) edit->setVisible(m_which->currentIndex() == 1);
}

void PeriodField::dateEdited() {
    if (m_updating) return;
    m_updating = true;
    if (m_from->date() > m_to->date()) (sender() == m_from ? m_to : m_from)->setDate(sender() == m_from ? m_from->date() : m_to->date());
    m_updating = false;
    emit edited();
}

void PeriodField::setText(const QString& text) {
    m_updating = true;
    const auto period = text.isEmpty() ? Result<Period>(Period{}) : Period::parse(text);
    const bool all = !period || period->isAll();
    m_which->setCurrentIndex(all ? 0 : 1);
    if (!all) {
        m_from->setDate(period->from);
        m_to->setDate(period->to);
    }
    m_updating = false;
    showDates();
}

QString PeriodField::text() const {
    return m_which->currentIndex() == 0 ? QString() : Period{m_from->date(), m_to->date()}.toString();
}

}  // namespace mudeung
