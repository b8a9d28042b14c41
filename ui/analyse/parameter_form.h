// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of an analysis, made from the description of its parameters. Knows no analysis and no state.
#pragma once

#include <QHash>
#include <QJsonObject>

#include "core/analysis/frame/parameter.h"
#include "ui/common/panel.h"

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace mudeung {

class ParameterForm : public Panel {
    Q_OBJECT
public:
    explicit ParameterForm(QWidget* parent = nullptr);

    /// Fields for an analysis. What was changed by hand stays, as long as it is allowed; the rest follows the defaults.
    void setSpecs(const QString& analysis, const QVector<ParameterSpec>& specs, const Period& bounds);
    /// Values as of a run that is to be repeated: they count as changed by hand where they differ from the defaults.
    void setValues(const QJsonObject& values);
    /// Every parameter; one that is not asked beside the others has its default.
    QJsonObject values() const;
    /// Back to the defaults.
    void reset();
    bool isChanged() const { return !m_chosen.value(m_analysis).isEmpty(); }

signals:
    void changed();

protected:
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Field {
        ParameterSpec spec;
        QWidget* block = nullptr;  ///< label, field and explanation
        QWidget* input = nullptr;
    };
    void build();
    void addField(const ParameterSpec& spec, QVBoxLayout* column);
    QWidget* makeInput(const ParameterSpec& spec);
    QWidget* makeNumber(const ParameterSpec& spec);
    void show(const Field& field, const QJsonValue& value);
    QJsonValue valueOf(const Field& field) const;
    void edited(const QString& id);
    void refresh();

    QString m_analysis;
    QVector<ParameterSpec> m_specs;
    Period m_bounds;
    QHash<QString, QJsonObject> m_chosen;  ///< by analysis: what was changed by hand
    QVector<Field> m_fields;
    QVBoxLayout* m_column;
    QWidget* m_body = nullptr;
    QToolButton* m_fold = nullptr;
    QWidget* m_advanced = nullptr;
    QPushButton* m_reset;
    bool m_open = false;  ///< advanced ones are shown
    bool m_updating = false;
};

}  // namespace mudeung
