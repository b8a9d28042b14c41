// SPDX-License-Identifier: GPL-3.0-or-later
// Values of parameters: checked against their description, read from text, shown to people.
#include "core/analysis/frame/parameter.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "core/base/format.h"

namespace mudeung {

namespace {

Error refused(const ParameterSpec& spec, const QString& given) {
    return {ErrorCode::Usage,
            QCoreApplication::translate("Analysis", "“%1” (%2) takes %3, not “%4”.").arg(spec.id, spec.name, parameterRange(spec), given),
            {}};
}

QStringList choiceIds(const ParameterSpec& spec) {
    QStringList ids;
    for (const ParameterChoice& c : spec.choices) ids << c.id;
    return ids;
}

QString shown(const QJsonValue& value) {
    if (value.isBool()) return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble()) return QString::number(value.toDouble(), 'g', 15);
    return value.toString();
}

Status check(const ParameterSpec& spec, const QJsonValue& value) {
    switch (spec.kind) {
        case ParameterKind::Integer:
        case ParameterKind::Real: {
            const double number = value.toDouble(NAN);
            const bool whole = spec.kind == ParameterKind::Real || number == std::floor(number);
            if (!value.isDouble() || !whole || !(number >= spec.least && number <= spec.most)) return refused(spec, shown(value));
            return done();
        }
        case ParameterKind::Choice:
            return value.isString() && choiceIds(spec).contains(value.toString()) ? done() : Status(refused(spec, shown(value)));
        case ParameterKind::Flag:
            return value.isBool() ? done() : Status(refused(spec, shown(value)));
        case ParameterKind::Period:
            if (!value.isString()) return refused(spec, shown(value));
            if (value.toString().isEmpty()) return done();
            return Period::parse(value.toString()) ? done() : Status(refused(spec, shown(value)));
    }
    return done();
}

}  // namespace

bool ParameterSpec::isAsked(const QJsonObject& values) const {
    return onlyWhen.isEmpty() || onlyWhenValues.contains(shown(values.value(onlyWhen)));
}

ParameterSpec integerParameter(const QString& id, const QString& name, const QString& explanation, qint64 fallback, qint64 least,
                               qint64 most, const QString& unit) {
    ParameterSpec spec;
    spec.id = id;
    spec.kind = ParameterKind::Integer;
    spec.name = name;
    spec.explanation = explanation;
    spec.unit = unit;
    spec.fallback = static_cast<double>(fallback);
    spec.least = static_cast<double>(least);
    spec.most = static_cast<double>(most);
    return spec;
}

ParameterSpec realParameter(const QString& id, const QString& name, const QString& explanation, double fallback, double least, double most,
                            int decimals, const QString& unit) {
    ParameterSpec spec = integerParameter(id, name, explanation, 0, 0, 0, unit);
    spec.kind = ParameterKind::Real;
    spec.fallback = fallback;
    spec.least = least;
    spec.most = most;
    spec.decimals = decimals;
    return spec;
}

ParameterSpec choiceParameter(const QString& id, const QString& name, const QString& explanation, const QVector<ParameterChoice>& choices,
                              const QString& fallback) {
    ParameterSpec spec = integerParameter(id, name, explanation, 0, 0, 0);
    spec.kind = ParameterKind::Choice;
    spec.choices = choices;
    spec.fallback = fallback;
    return spec;
}

ParameterSpec flagParameter(const QString& id, const QString& name, const QString& explanation, bool fallback) {
    ParameterSpec spec = integerParameter(id, name, explanation, 0, 0, 0);
    spec.kind = ParameterKind::Flag;
    spec.fallback = fallback;
    return spec;
}

ParameterSpec periodParameter(const QString& id, const QString& name, const QString& explanation, const Period& fallback) {
    ParameterSpec spec = integerParameter(id, name, explanation, 0, 0, 0);
    spec.kind = ParameterKind::Period;
    spec.fallback = fallback.isAll() ? QString() : fallback.toString();
    return spec;
}

ParameterSpec seedParameter() {
    ParameterSpec spec = integerParameter(
        QStringLiteral("seed"), QCoreApplication::translate("Analysis", "Seed"),
        QCoreApplication::translate(
            "Analysis",
            "Starting value of the random numbers. The same seed gives the same result; a different one shows how much is due to chance."),
        1, 0, qint64{1} << 31);
    spec.advanced = true;
    return spec;
}

ParameterSpec correctionParameter() {
    return choiceParameter(
        QStringLiteral("correction"), QCoreApplication::translate("Analysis", "Multiple testing"),
        QCoreApplication::translate("Analysis",
                                    "Testing every place finds some by chance alone. The false discovery rate keeps the share of such "
                                    "findings below the level."),
        {{QStringLiteral("bh"), QCoreApplication::translate("Analysis", "false discovery rate (Benjamini–Hochberg)")},
         {QStringLiteral("by"), QCoreApplication::translate("Analysis", "false discovery rate under any dependence (Benjamini–Yekutieli)")},
         {QStringLiteral("none"), QCoreApplication::translate("Analysis", "none")}},
        QStringLiteral("bh"));
}

qint64 ParameterValues::integer(const QString& id) const {
    return static_cast<qint64>(m_json.value(id).toDouble());
}

double ParameterValues::real(const QString& id) const {
    return m_json.value(id).toDouble();
}

QString ParameterValues::choice(const QString& id) const {
    return m_json.value(id).toString();
}

bool ParameterValues::flag(const QString& id) const {
    return m_json.value(id).toBool();
}

Period ParameterValues::period(const QString& id) const {
    const auto period = Period::parse(m_json.value(id).toString());
    return period ? *period : Period{};
}

ParameterValues ParameterValues::unchecked(const QJsonObject& json) {
    ParameterValues values;
    values.m_json = json;
    return values;
}

Result<ParameterValues> readParameters(const QVector<ParameterSpec>& specs, const QJsonObject& given) {
    ParameterValues values;
    QStringList known;
    for (const ParameterSpec& spec : specs) {
        known << spec.id;
        const QJsonValue value = given.contains(spec.id) ? given.value(spec.id) : spec.fallback;
        if (const Status checked = check(spec, value); !checked) return checked.error();
        values.m_json.insert(spec.id, value);
    }
    for (auto it = given.begin(); it != given.end(); ++it) {
        if (known.contains(it.key())) continue;
        return Error{ErrorCode::Usage,
                     QCoreApplication::translate("Analysis", "There is no parameter “%1”. There are: %2.")
                         .arg(it.key(), known.join(QStringLiteral(", "))),
                     {}};
    }
    return values;
}

Result<QJsonValue> parseParameter(const ParameterSpec& spec, const QString& typed) {
    const QString word = typed.trimmed();
    QJsonValue value = word;
    if (spec.kind == ParameterKind::Integer || spec.kind == ParameterKind::Real) {
        bool ok = false;
        const double number = QString(word).remove(QLatin1Char(',')).toDouble(&ok);
        if (!ok) return refused(spec, typed);
        value = number;
    } else if (spec.kind == ParameterKind::Flag) {
        static const QStringList yes{QStringLiteral("true"), QStringLiteral("yes"), QStringLiteral("1"), QStringLiteral("예")};
        static const QStringList no{QStringLiteral("false"), QStringLiteral("no"), QStringLiteral("0"), QStringLiteral("아니요")};
        if (!yes.contains(word.toLower()) && !no.contains(word.toLower())) return refused(spec, typed);
        value = yes.contains(word.toLower());
    }
    if (const Status checked = check(spec, value); !checked) return checked.error();
    return value;
}

QString parameterText(const ParameterSpec& spec, const QJsonValue& value) {
    switch (spec.kind) {
        case ParameterKind::Integer:
        case ParameterKind::Real: {
            // A seed is a name, not an amount.
            const QString number = spec.id == QLatin1String("seed") ? QString::number(value.toDouble(), 'f', 0)
                                                                    : formatNumber(value.toDouble(), spec.decimals);
            return spec.unit.isEmpty() ? number : QStringLiteral("%1 %2").arg(number, spec.unit);
        }
        case ParameterKind::Choice:
            for (const ParameterChoice& c : spec.choices) {
                if (c.id == value.toString()) return c.name;
            }
            return value.toString();
        case ParameterKind::Flag:
            return value.toBool() ? QCoreApplication::translate("Analysis", "yes") : QCoreApplication::translate("Analysis", "no");
        case ParameterKind::Period:
            return value.toString().isEmpty() ? QCoreApplication::translate("Analysis", "everything") : value.toString();
    }
    return {};
}

QString parameterRange(const ParameterSpec& spec) {
    switch (spec.kind) {
        case ParameterKind::Integer:
            return QCoreApplication::translate("Analysis", "a whole number from %1 to %2")
                .arg(formatNumber(spec.least), formatNumber(spec.most));
        case ParameterKind::Real:
            return QCoreApplication::translate("Analysis", "a number from %1 to %2")
                .arg(formatNumber(spec.least, spec.decimals), formatNumber(spec.most, spec.decimals));
        case ParameterKind::Choice:
            return QCoreApplication::translate("Analysis", "one of %1").arg(choiceIds(spec).join(QStringLiteral(", ")));
        case ParameterKind::Flag:
            return QCoreApplication::translate("Analysis", "yes or no");
        case ParameterKind::Period:
            return QCoreApplication::translate("Analysis", "a period such as 2024-03..2024-05");
    }
    return {};
}

}  // namespace mudeung
