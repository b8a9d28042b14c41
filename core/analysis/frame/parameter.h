// SPDX-License-Identifier: GPL-3.0-or-later
// What an analysis can be told, described once: form, command line, recipe and help page all come from it. Values only.
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QVector>

#include "core/base/result.h"
#include "core/model/query.h"

namespace mudeung {

enum class ParameterKind {
    Integer,  ///< JSON number without a fraction
    Real,     ///< JSON number
    Choice,   ///< JSON string, the id of one of the choices
    Flag,     ///< JSON bool
    Period    ///< JSON string as Period::toString(); empty = everything the data has
};

struct ParameterChoice {
    QString id;
    QString name;  ///< in the interface language
};

struct ParameterSpec {
    QString id;  ///< stable, lower case; the key on the command line and in recipes
    ParameterKind kind = ParameterKind::Integer;
    QString name;         ///< in the interface language, as the label of the field
    QString explanation;  ///< one or two sentences: what it does, and when to change it
    QString unit;         ///< "m", "%"; empty = none
    QJsonValue fallback;  ///< used when nothing is given; may depend on the question
    double least = 0.0;   ///< numbers only
    double most = 0.0;
    int decimals = 0;                  ///< of reals, as the form shows them
    QVector<ParameterChoice> choices;  ///< choices only; at least one
    bool advanced = false;             ///< the form folds it away
    // Asked only while another parameter has one of these values (choices and flags: "true"/"false"); empty = always.
    QString onlyWhen;
    QStringList onlyWhenValues;

    /// Whether it counts beside these values of the others.
    bool isAsked(const QJsonObject& values) const;
};

ParameterSpec integerParameter(const QString& id, const QString& name, const QString& explanation, qint64 fallback, qint64 least,
                               qint64 most, const QString& unit = {});
ParameterSpec realParameter(const QString& id, const QString& name, const QString& explanation, double fallback, double least, double most,
                            int decimals, const QString& unit = {});
ParameterSpec choiceParameter(const QString& id, const QString& name, const QString& explanation, const QVector<ParameterChoice>& choices,
                              const QString& fallback);
ParameterSpec flagParameter(const QString& id, const QString& name, const QString& explanation, bool fallback);
ParameterSpec periodParameter(const QString& id, const QString& name, const QString& explanation, const Period& fallback);
/// The seed of all random numbers of an analysis: "seed", advanced.
ParameterSpec seedParameter();
/// Several tests at once: "correction" = bh (default), by, none.
ParameterSpec correctionParameter();

/// A complete set of values, each inside its bounds.
class ParameterValues {
public:
    qint64 integer(const QString& id) const;
    double real(const QString& id) const;
    QString choice(const QString& id) const;
    bool flag(const QString& id) const;
    Period period(const QString& id) const;
    const QJsonObject& json() const { return m_json; }
    bool operator==(const ParameterValues&) const = default;

private:
    friend Result<ParameterValues> readParameters(const QVector<ParameterSpec>& specs, const QJsonObject& given);
    QJsonObject m_json;
};

/// Given values over the defaults. Usage errors name the parameter, what it takes and, for an unknown one, which there are.
Result<ParameterValues> readParameters(const QVector<ParameterSpec>& specs, const QJsonObject& given);
/// One value as people type it: "99999", "0.05", "queen", "yes", "2024-03..2024-05".
Result<QJsonValue> parseParameter(const ParameterSpec& spec, const QString& text);
/// The value for people: "99,999", "queen contiguity", "yes", "500 m".
QString parameterText(const ParameterSpec& spec, const QJsonValue& value);
/// What may be given: "a whole number from 1 to 100", "one of queen, knn, band".
QString parameterRange(const ParameterSpec& spec);

}  // namespace mudeung
