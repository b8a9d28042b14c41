// SPDX-License-Identifier: GPL-3.0-or-later
// Names of districts come from a district layer, or from the full names of the dongs.
#include "core/cube/area_list.h"

#include <QMap>

namespace mudeung {

namespace {

constexpr int kDistrictDigits = 5;

/// "광주광역시 동구 충장동" → "동구"; empty when the layer does not say.
QString districtNameOf(const Feature& dong) {
    for (const char* key : {"sggnm", "sgg_nm", "SGG_NM", "SIGUNGU_NM", "district", "district_name"}) {
        const QString name = dong.attributes.value(QLatin1String(key)).toString();
        if (!name.isEmpty()) return name;
    }
    for (const QString& full : {dong.attributes.value(QStringLiteral("adm_nm")).toString(), dong.name}) {
        const QStringList words = full.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (words.size() >= 2) return words[words.size() - 2];
    }
    return {};
}

}  // namespace

Result<AreaList> readAreas(const Workspace& workspace) {
    auto datasets = workspace.datasets();
    if (!datasets) return datasets.error();
    QMap<QString, QString> districts;
    QMap<QString, QString> dongs;
    for (const Dataset& d : datasets.value()) {
        if (d.kind != DatasetKind::Layer || (d.placeKind != QLatin1String("district") && d.placeKind != QLatin1String("dong"))) continue;
        auto features = workspace.features(d.id);
        if (!features) return features.error();
        for (const Feature& f : features.value()) {
            if (d.placeKind == QLatin1String("district")) {
                districts[f.code.left(kDistrictDigits)] = f.name;
                continue;
            }
            dongs[f.code] = f.name.section(QLatin1Char(' '), -1);
            QString& district = districts[f.code.left(kDistrictDigits)];
            if (district.isEmpty()) district = districtNameOf(f);
        }
    }
    AreaList areas;
    for (auto it = districts.cbegin(); it != districts.cend(); ++it)
        areas.push_back({it.key(), it.value().isEmpty() ? it.key() : it.value()});
    for (auto it = dongs.cbegin(); it != dongs.cend(); ++it) {
        const QString district = districts.value(it.key().left(kDistrictDigits));
        areas.push_back({it.key(), district.isEmpty() ? it.value() : district + QStringLiteral(" · ") + it.value()});
    }
    return areas;
}

}  // namespace mudeung
