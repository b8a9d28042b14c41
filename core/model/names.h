// SPDX-License-Identifier: GPL-3.0-or-later
// Names of datasets, measures and groups in the language of the interface.
#pragma once

#include "core/base/language.h"
#include "core/model/dataset.h"

namespace mudeung {

inline QString inInterfaceLanguage(const QString& english, const QString& korean) {
    if (koreanInterface()) return korean.isEmpty() ? english : korean;
    return english.isEmpty() ? korean : english;
}
inline QString datasetTitle(const Dataset& d) {
    const QString title = inInterfaceLanguage(d.title, d.titleKo);
    return title.isEmpty() ? d.id : title;
}
/// The publisher; empty when not stated.
inline QString datasetSource(const Dataset& d) {
    return inInterfaceLanguage(d.source, d.sourceKo);
}
inline QString measureName(const Measure& m) {
    const QString name = inInterfaceLanguage(m.name, m.nameKo);
    return name.isEmpty() ? m.id : name;
}
inline QString measureUnit(const Measure& m) {
    return inInterfaceLanguage(m.unit, m.unitKo);
}
inline QString groupName(const Group& g) {
    const QString name = inInterfaceLanguage(g.name, g.nameKo);
    return name.isEmpty() ? g.code : name;
}

}  // namespace mudeung
