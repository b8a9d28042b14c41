// SPDX-License-Identifier: GPL-3.0-or-later
// One row in a table without geometry.
#include "core/export/gpkg_style.h"

#include <ogrsf_frmts.h>
#include <utility>

namespace mudeung {

bool addGpkgStyle(GDALDataset& file, const GpkgStyle& style) {
    CPLStringList options;
    options.SetNameValue("FID", "id");
    OGRLayer* styles = file.CreateLayer("layer_styles", nullptr, wkbNone, options.List());
    if (!styles) return false;
    const std::pair<const char*, OGRFieldType> fields[] = {
        {"f_table_catalog", OFTString}, {"f_table_schema", OFTString}, {"f_table_name", OFTString}, {"f_geometry_column", OFTString},
        {"styleName", OFTString},       {"styleQML", OFTString},       {"styleSLD", OFTString},     {"useAsDefault", OFTInteger},
        {"description", OFTString},     {"owner", OFTString},          {"ui", OFTString},           {"update_time", OFTDateTime}};
    for (const auto& [name, type] : fields) {
        OGRFieldDefn field(name, type);
        if (type == OFTInteger) field.SetSubType(OFSTBoolean);
        if (styles->CreateField(&field) != OGRERR_NONE) return false;
    }
    const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(styles->GetLayerDefn()));
    const auto set = [&feature](const char* field, const QString& text) { feature->SetField(field, text.toUtf8().constData()); };
    for (const char* empty : {"f_table_catalog", "f_table_schema", "styleSLD", "owner"}) set(empty, QLatin1String(""));
    set("f_table_name", style.layer);
    feature->SetField("f_geometry_column", kGeometryColumn);
    set("styleName", style.name);
    set("styleQML", style.qml);
    feature->SetField("useAsDefault", 1);
    set("description", style.description);
    return styles->CreateFeature(feature.get()) == OGRERR_NONE;
}

}  // namespace mudeung
