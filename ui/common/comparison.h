// SPDX-License-Identifier: GPL-3.0-or-later
// What a question is compared with: a rule that follows the question, a fixed period, or a question of its own. A value.
#pragma once

#include <QString>

#include "core/base/result.h"
#include "core/model/compared_measures.h"
#include "core/model/dataset.h"
#include "core/model/query.h"

namespace mudeung {

struct Comparison {
    enum class Kind {
        None,
        YearBefore,    ///< the same days a year earlier
        PeriodBefore,  ///< as many days just before
        Chosen,        ///< `period`
        Measure,       ///< the other direction: alightings where boardings are asked for, and the other way round
        Question       ///< `question`, whatever it asks
    };
    Kind kind = Kind::None;
    Period period;
    Query question;
    bool isOn() const { return kind != Kind::None; }
    bool operator==(const Comparison&) const = default;
};

/// The measure that can be set against another: the first of the same unit and kind. Null when there is none.
const Measure* counterpart(const Dataset& dataset, const QString& measure);
/// The other question. Usage error that says what to do when the data does not reach back that far or the question has no period to shift.
Result<Query> comparedQuery(const Query& query, const Dataset& dataset, const Comparison& comparison);
/// "a year before", "2024-03-01 … 2024-05-31", the other question as a sentence.
QString comparisonName(const Query& compared, const Dataset& dataset, const Comparison& comparison);

}  // namespace mudeung
