// SPDX-License-Identifier: GPL-3.0-or-later
// A period as a parameter: everything that the data has, or from one day to another.
#pragma once

#include "core/model/query.h"
#include "ui/common/panel.h"

class QComboBox;
class QDateEdit;

namespace mudeung {

class PeriodField : public Panel {
    Q_OBJECT
public:
    /// `bounds` is what the data has.
    explicit PeriodField(const Period& bounds, QWidget* parent = nullptr);
    /// As Period::toString(); empty = everything.
    void setText(const QString& text);
    QString text() const;

signals:
    void edited();

protected:
    void retranslate() override;

private:
    void showDates();
    void dateEdited();

    QComboBox* m_which;
    QDateEdit* m_from;
    QDateEdit* m_to;
    bool m_updating = false;
};

}  // namespace mudeung
