// SPDX-License-Identifier: GPL-3.0-or-later
// A phrase in Korean or English → a query, by a small grammar that needs no network and hides nothing: what was understood comes back piece
// by piece, with the words that were not. Knows the description of one dataset and the names of areas; counts nothing.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>
#include <optional>
#include <utility>

#include "core/model/dataset.h"
#include "core/model/query.h"

namespace mudeung {

/// What phrases can be about.
struct AskContext {
    Dataset cube;
    QVector<std::pair<QString, QString>> areas;  ///< code and name; of "동구 · 충장동" the last part is the name, the first its district
};

enum class AskKind { Measure, Days, Hours, Groups, Period, Area, Rows, Top };

/// One thing that was understood.
struct AskChip {
    AskKind kind = AskKind::Measure;
    int begin = 0;  ///< in the phrase
    int length = 0;
    QString text;  ///< as it will be applied, in the language of the interface
    QString note;  ///< why it cannot be applied, or only nearly; empty = as it was said
    bool applied = true;
};

struct AskWord {
    int begin = 0;
    int length = 0;
    QString text;
};

struct Asked {
    Query query;  ///< of the dataset of the context; what the phrase does not mention is not filtered
    std::optional<Breakdown> by;
    int top = 0;               ///< 0 = all
    QVector<AskChip> chips;    ///< in the order of the phrase
    QVector<AskWord> unknown;  ///< words without a meaning here, in the order of the phrase
    /// Some chip can be applied.
    bool saysSomething() const;
};

/// Dates without a year and relative ones ("작년", "last 3 months") count from the last day that the dataset holds.
Asked ask(const QString& phrase, const AskContext& context);

/// Where the word begins that is being typed at the end of the phrase; its length when there is none.
int askWordStart(const QString& phrase);
/// Words that may stand where the last word of the phrase is being typed, best first; at most `most`.
QStringList askCompletions(const QString& phrase, const AskContext& context, int most = 8);

}  // namespace mudeung
