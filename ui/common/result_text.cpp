// SPDX-License-Identifier: GPL-3.0-or-later
// Texts, order and colours of result tables.
#include "ui/common/result_text.h"

#include <QVariant>
#include <algorithm>
#include <cmath>

#include "core/base/format.h"
#include "ui/common/color_ramp.h"
#include "ui/common/shown_result.h"

namespace mudeung {

namespace {

constexpr int kPValueDecimals = 4;
const QString kNone = QStringLiteral("–");  // NOLINT

QString pValueText(double p) {
    // A p value of a test by permutation is never zero, and one that is too small to show is not either.
    return p > 0.0 && p < 0.0001 ? QStringLiteral("< ") + formatNumber(0.0001, kPValueDecimals) : formatNumber(p, kPValueDecimals);
}

}  // namespace

QString resultCellText(const ResultTable& table, const TableView& view, int column, int row) {
    const ResultColumn& c = table.columns[column];
    if (c.isText()) {
        const QString text = c.texts.value(row);
        if (c.kind != ColumnKind::Category) return text.isEmpty() ? kNone : text;
        const int index = categoryIndex(view, text);
        return index >= 0 ? view.categories[index].name : text.isEmpty() ? kNone : text;
    }
    const double value = c.numbers.value(row, NAN);
    if (std::isnan(value)) return kNone;
    if (c.kind == ColumnKind::PValue) return pValueText(value);
    const auto plain = [&] {
        if (c.kind == ColumnKind::Share && std::isfinite(value)) return formatPercent(value, c.decimals);
        if (std::isinf(value)) return value > 0.0 ? QStringLiteral("∞") : QStringLiteral("−∞");
        return formatNumber(value, c.decimals);
    };
    return view.heads.value(column).isChange ? withSign(value, plain()) : plain();
}

QString resultHead(const ResultTable& table, const TableView& view, int column) {
    const ColumnHead head = view.heads.value(column);
    const QString name = head.name.isEmpty() ? table.columns[column].id : head.name;
    const bool unit = !head.unit.isEmpty() && table.columns[column].kind != ColumnKind::Share;
    return unit ? QStringLiteral("%1 (%2)").arg(name, head.unit) : name;
}

QVariant resultSortKey(const ResultTable& table, const TableView& view, int column, int row) {
    const ResultColumn& c = table.columns[column];
    if (c.kind == ColumnKind::Category) {
        const int index = categoryIndex(view, c.texts.value(row));
        return index >= 0 ? index : static_cast<int>(view.categories.size());
    }
    if (c.isText()) return c.texts.value(row);
    const double value = c.numbers.value(row, NAN);
    return std::isnan(value) ? -1e300 : value;
}

int categoryIndex(const TableView& view, const QString& id) {
    const auto found =
        std::find_if(view.categories.begin(), view.categories.end(), [&id](const CategoryHead& head) { return head.id == id; });
    return found == view.categories.end() ? -1 : static_cast<int>(found - view.categories.begin());
}

QColor neutralColor(bool dark) {
    return toColor(neutralRgb(dark));
}

QColor toneColor(double tone, bool dark) {
    return toColor(toneRgb(tone, dark));
}

QColor categoryColor(const CategoryHead& category, bool dark) {
    return toColor(categoryRgb(category.tone, category.hue, dark));
}

bool canBeOnMap(const ResultTable& table, const TableView& view) {
    if (view.picture == MapPicture::None || !table.column(view.mapColumn) || table.rows == RowKind::Date || table.rows == RowKind::Other)
        return false;
    return table.size() > 0 && (!table.lon.isEmpty() || !table.shapes.isEmpty() || table.rows == RowKind::Dong);
}

void chooseMapPart(ShownResult& result) {
    result.table = result.grid = -1;
    for (int i = 0; i < static_cast<int>(result.run->data.tables.size()); ++i) {
        if (!canBeOnMap(result.run->data.tables[i], result.tableView(i))) continue;
        // Of amounts a surface says more than its places.
        if (result.tableView(i).picture == MapPicture::Sequential && !result.run->data.grids.isEmpty()) break;
        result.table = i;
        return;
    }
    if (!result.run->data.grids.isEmpty()) result.grid = 0;
}

}  // namespace mudeung
