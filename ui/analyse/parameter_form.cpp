// SPDX-License-Identifier: GPL-3.0-or-later
// Widgets of the parameters, and which of them are asked.
#include "ui/analyse/parameter_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/analyse/period_field.h"

namespace mudeung {

namespace {

constexpr int kTarget = 28;

bool sameSpec(const ParameterSpec& a, const ParameterSpec& b) {
    const auto sameChoices = [](const QVector<ParameterChoice>& x, const QVector<ParameterChoice>& y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                          [](const ParameterChoice& p, const ParameterChoice& q) { return p.id == q.id && p.name == q.name; });
    };
    return a.id == b.id && a.kind == b.kind && a.name == b.name && a.explanation == b.explanation && a.unit == b.unit &&
           a.least == b.least && a.most == b.most && a.decimals == b.decimals && a.advanced == b.advanced && a.onlyWhen == b.onlyWhen &&
           a.onlyWhenValues == b.onlyWhenValues && sameChoices(a.choices, b.choices);
}

}  // namespace

ParameterForm::ParameterForm(QWidget* parent) : Panel(parent) {
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_reset = new QPushButton(this);
    m_reset->setObjectName(QStringLiteral("resetParameters"));
    m_reset->setProperty("flat", true);
    m_reset->setProperty("leading", true);
    m_reset->setMinimumHeight(kTarget);
    m_column->addWidget(m_reset, 0, Qt::AlignLeft);
    connect(m_reset, &QPushButton::clicked, this, &ParameterForm::reset);
    retranslate();
}

void ParameterForm::retranslate() {
    m_reset->setText(tr("Reset to the defaults"));
    m_reset->setToolTip(tr("Set all values to the defaults for the question"));
    m_reset->setAccessibleName(m_reset->text());
    if (!m_fold) return;
    m_fold->setText((m_open ? QStringLiteral("▾ ") : QStringLiteral("▸ ")) + tr("More settings"));
    m_fold->setAccessibleName(tr("More settings"));
}

void ParameterForm::setSpecs(const QString& analysis, const QVector<ParameterSpec>& specs, const Period& bounds) {
    const bool same = analysis == m_analysis && bounds == m_bounds && m_specs.size() == specs.size() &&
                      std::equal(specs.begin(), specs.end(), m_specs.begin(), sameSpec);
    m_analysis = analysis;
    m_specs = specs;
    m_bounds = bounds;
    if (same) {
        for (int i = 0; i < static_cast<int>(m_fields.size()); ++i)
            for (const ParameterSpec& spec : specs)
                if (spec.id == m_fields[i].spec.id) m_fields[i].spec = spec;
    } else {
        build();
    }
    // What another question does not allow is no choice any more.
    QJsonObject& chosen = m_chosen[analysis];
    for (const QString& id : chosen.keys()) {
        QJsonObject one;
        one.insert(id, chosen.value(id));
        if (!readParameters(specs, one)) chosen.remove(id);
    }
    refresh();
}

void ParameterForm::build() {
    QWidget* focused = focusWidget();
    const QString focus = focused && isAncestorOf(focused) ? focused->objectName() : QString();
    delete m_body;
    m_fields.clear();
    m_fold = nullptr;
    m_advanced = nullptr;
    m_body = new QWidget(this);
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    for (const ParameterSpec& spec : m_specs)
        if (!spec.advanced) addField(spec, column);
    const bool advanced = std::any_of(m_specs.begin(), m_specs.end(), [](const ParameterSpec& spec) { return spec.advanced; });
    if (advanced) {
        m_fold = new QToolButton(m_body);
        m_fold->setObjectName(QStringLiteral("moreSettings"));
        m_fold->setProperty("heading", true);
        m_fold->setMinimumHeight(kTarget);
        m_advanced = new QWidget(m_body);
        auto* inner = new QVBoxLayout(m_advanced);
        inner->setContentsMargins(0, 0, 0, 0);
        inner->setSpacing(10);
        column->addWidget(m_fold);
        column->addWidget(m_advanced);
        for (const ParameterSpec& spec : m_specs)
            if (spec.advanced) addField(spec, inner);
        connect(m_fold, &QToolButton::clicked, this, [this] {
            m_open = !m_open;
            refresh();
            retranslate();
        });
    }
    m_column->insertWidget(0, m_body);
    for (QWidget* before = nullptr; const Field& field : m_fields) {
        if (before) setTabOrder(before, field.input);
        before = field.input;
    }
    retranslate();
    if (focus.isEmpty()) return;
    if (auto* again = findChild<QWidget*>(focus)) again->setFocus();
}

void ParameterForm::addField(const ParameterSpec& spec, QVBoxLayout* column) {
    Field field;
    field.spec = spec;
    field.block = new QWidget(column->parentWidget());
    auto* rows = new QVBoxLayout(field.block);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    field.input = makeInput(spec);
    field.input->setObjectName(QStringLiteral("parameter_") + spec.id);
    field.input->setAccessibleName(spec.name);
    field.input->setAccessibleDescription(spec.explanation);
    const QString range = parameterRange(spec);
    field.input->setToolTip(spec.kind == ParameterKind::Integer || spec.kind == ParameterKind::Real
                                ? spec.explanation + QLatin1Char('\n') + range
                                : spec.explanation);
    if (spec.kind != ParameterKind::Flag) {
        auto* name = new QLabel(spec.name, field.block);
        name->setBuddy(field.input);
        rows->addWidget(name);
    }
    rows->addWidget(field.input);
    if (!spec.explanation.isEmpty()) {
        auto* explanation = new QLabel(spec.explanation, field.block);
        explanation->setProperty("muted", true);
        explanation->setWordWrap(true);
        QFont small = explanation->font();
        small.setPointSizeF(small.pointSizeF() * 0.92);
        explanation->setFont(small);
        rows->addWidget(explanation);
    }
    column->addWidget(field.block);
    m_fields.append(field);
}

QWidget* ParameterForm::makeNumber(const ParameterSpec& spec) {
    // Whole numbers too: seeds are larger than a QSpinBox takes.
    auto* spin = new QDoubleSpinBox(this);
    spin->setDecimals(spec.kind == ParameterKind::Integer ? 0 : spec.decimals);
    spin->setRange(spec.least, spec.most);
    spin->setGroupSeparatorShown(spec.id != QLatin1String("seed"));
    spin->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    spin->setKeyboardTracking(false);
    if (!spec.unit.isEmpty()) spin->setSuffix(QLatin1Char(' ') + spec.unit);
    connect(spin, QOverload<double>::of(&QDoubleSpinBox::valueChanged), this, [this, id = spec.id] { edited(id); });
    return spin;
}

QWidget* ParameterForm::makeInput(const ParameterSpec& spec) {
    QWidget* input = nullptr;
    const QString id = spec.id;
    switch (spec.kind) {
        case ParameterKind::Integer:
        case ParameterKind::Real:
            input = makeNumber(spec);
            break;
        case ParameterKind::Choice: {
            auto* combo = new QComboBox(this);
            combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
            combo->setMinimumContentsLength(12);
            for (const ParameterChoice& choice : spec.choices) combo->addItem(choice.name, choice.id);
            connect(combo, QOverload<int>::of(&QComboBox::currentIndexChanged), this, [this, id] { edited(id); });
            input = combo;
            break;
        }
        case ParameterKind::Flag: {
            auto* box = new QCheckBox(spec.name, this);
            connect(box, &QCheckBox::toggled, this, [this, id] { edited(id); });
            input = box;
            break;
        }
        case ParameterKind::Period: {
            auto* period = new PeriodField(m_bounds, this);
            connect(period, &PeriodField::edited, this, [this, id] { edited(id); });
            input = period;
            break;
        }
    }
    input->setMinimumHeight(kTarget);
    input->setFocusPolicy(spec.kind == ParameterKind::Period ? Qt::NoFocus : Qt::StrongFocus);
    input->installEventFilter(this);
    return input;
}

/// Scrolling through the form must not change a field that the pointer happens to be over.
bool ParameterForm::eventFilter(QObject* watched, QEvent* event) {
    auto* widget = qobject_cast<QWidget*>(watched);
    if (event->type() == QEvent::Wheel && widget && !widget->hasFocus()) {
        event->ignore();
        return true;
    }
    return Panel::eventFilter(watched, event);
}

void ParameterForm::show(const Field& field, const QJsonValue& value) {
    if (auto* spin = qobject_cast<QDoubleSpinBox*>(field.input)) spin->setValue(value.toDouble());
    if (auto* combo = qobject_cast<QComboBox*>(field.input)) combo->setCurrentIndex(combo->findData(value.toString()));
    if (auto* box = qobject_cast<QCheckBox*>(field.input)) box->setChecked(value.toBool());
    if (auto* period = qobject_cast<PeriodField*>(field.input)) period->setText(value.toString());
}

QJsonValue ParameterForm::valueOf(const Field& field) const {
    if (auto* spin = qobject_cast<QDoubleSpinBox*>(field.input)) return spin->value();
    if (auto* combo = qobject_cast<QComboBox*>(field.input)) return combo->currentData().toString();
    if (auto* box = qobject_cast<QCheckBox*>(field.input)) return box->isChecked();
    if (auto* period = qobject_cast<PeriodField*>(field.input)) return period->text();
    return {};
}

void ParameterForm::edited(const QString& id) {
    if (m_updating) return;
    for (const Field& field : m_fields)
        if (field.spec.id == id) m_chosen[m_analysis].insert(id, valueOf(field));
    refresh();
    emit changed();
}

void ParameterForm::refresh() {
    m_updating = true;
    const QJsonObject chosen = m_chosen.value(m_analysis);
    QJsonObject shown;
    for (const Field& field : m_fields) {
        const QJsonValue value = chosen.contains(field.spec.id) ? chosen.value(field.spec.id) : field.spec.fallback;
        if (valueOf(field) != value) show(field, value);
        shown.insert(field.spec.id, value);
    }
    for (const Field& field : m_fields) field.block->setVisible(field.spec.isAsked(shown));
    if (m_advanced) m_advanced->setVisible(m_open);
    m_reset->setEnabled(isChanged());
    m_reset->setVisible(!m_fields.isEmpty());
    m_updating = false;
}

QJsonObject ParameterForm::values() const {
    QJsonObject shown;
    for (const Field& field : m_fields) shown.insert(field.spec.id, valueOf(field));
    QJsonObject asked = shown;
    for (const Field& field : m_fields)
        if (!field.spec.isAsked(shown)) asked.insert(field.spec.id, field.spec.fallback);
    return asked;
}

void ParameterForm::setValues(const QJsonObject& values) {
    QJsonObject chosen;
    for (const Field& field : m_fields)
        if (values.contains(field.spec.id) && values.value(field.spec.id) != field.spec.fallback)
            chosen.insert(field.spec.id, values.value(field.spec.id));
    m_chosen.insert(m_analysis, chosen);
    refresh();
    emit changed();
}

void ParameterForm::reset() {
    m_chosen.remove(m_analysis);
    refresh();
    emit changed();
}

}  // namespace mudeung
