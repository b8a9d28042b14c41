// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's entry: any bytes as a profile. They are refused with a message, or give a profile that is recognised in a table with its own
// columns, or not, and that maps its rows without harm.
#include <algorithm>
#include <cstdint>

#include "core/import/build_cube.h"
#include "core/import/build_layer.h"
#include "core/import/clean.h"
#include "core/import/match.h"
#include "tests/fuzz/require.h"

using namespace mudeung;
using mudeung::test::require;

namespace {

/// Columns of published files, for the patterns that name columns of values.
const QStringList kPublished = QStringLiteral(
                                   "05시-06시 승차인원;06시승차;07:00~08:00승차;08시~09시|하차;09시;00시-01시;h10;11_12;05시이전;24시이후;"
                                   "2024년_계_20~24세;2024년01월_계_100세이상;2024년02월_남_7세;남자20~24세;여자0세부터9세생활인구수;"
                                   "남자70세이상생활인구수;m10;2024-01-15;정류장번호;(호선)")
                                   .split(';');
constexpr int kWideColumns = 12;

/// The profile under test, in the place of those that are compiled into the program.
QVector<Profile>& known() {
    static QVector<Profile> profiles(1);
    return profiles;
}

QString columnOf(const ProfileField& field) {
    for (const QString& name : field.names) {
        if (name.startsWith('#')) return {};
        if (!name.startsWith("re:")) return name;
        const QRegularExpression pattern(name.mid(3), QRegularExpression::CaseInsensitiveOption);
        for (const QString& column : kPublished)
            if (pattern.match(normalised(column)).hasMatch()) return column;
    }
    return field.id;
}

QStringList columnsOf(const Profile& p) {
    QStringList columns;
    for (const ProfileField& field : p.fields) columns.append(columnOf(field));
    const int wide = static_cast<int>(columns.size()) + kWideColumns;
    for (const QString& column : kPublished) {
        const auto fits = [&](const WidePattern& w) { return w.pattern.match(normalised(column)).hasMatch(); };
        if (columns.size() < wide && std::any_of(p.wide.begin(), p.wide.end(), fits)) columns.append(column);
    }
    return columns;
}

/// What the field is for, in the last of four rows often not.
QString valueOf(const Profile& p, const QString& field, int row) {
    static const QHash<QString, QStringList> kCells{{"date", {"20240101", "2024-01-31", "2024.2.29", "2024"}},
                                                    {"month", {"1", "02월", "12", "13"}},
                                                    {"day", {"1", "15일", "29", "31"}},
                                                    {"hour", {"7", "00", "23시", "27"}},
                                                    {"lon", {"127.0", "126.9", "37.5", "x"}},
                                                    {"lat", {"37.5", "35.1", "127.0", ""}},
                                                    {"x", {"200000", "1.5", "", "-1"}},
                                                    {"y", {"500000", "1.5", "", "-1"}},
                                                    {"name", {"시청(1234567890)", "시청", "a|b", ""}},
                                                    {"place", {"12345", "12345.0", "서울(1100000000)", ""}}};
    static const QStringList kValues{"12", "1,234", "", "*", "70000", "0.4", "999999999999999", "-5", "x"};
    if (field == "measure" && !p.measures.isEmpty()) return p.measures[row % p.measures.size()].id;
    if (field == "group" && !p.scheme.groups.isEmpty()) return p.scheme.groups[row % p.scheme.groups.size()].code;
    if (kCells.contains(field)) return kCells[field][row];
    return kValues[(row + static_cast<int>(field.size())) % (row < 2 ? 6 : kValues.size())];
}

HeadRow rowOf(qint64 line, const QStringList& cells) {
    HeadRow row;
    row.line = line;
    for (const QString& cell : cells) row.cells.push_back(cell.toStdString());
    return row;
}

/// A title, the names of columns in one row or two, and one to four rows of values, as `variety` says.
std::vector<HeadRow> tableOf(const Profile& p, std::size_t variety) {
    const QStringList columns = columnsOf(p);
    std::vector<HeadRow> table{rowOf(1, {"title"})};
    QStringList upper;
    QStringList lower;
    for (const QString& column : columns) {
        upper.append(p.headerRows == 2 ? column.section('|', 0, 0) : column);
        lower.append(column.section('|', 1));
    }
    table.push_back(rowOf(2, upper));
    if (p.headerRows == 2) table.push_back(rowOf(3, lower));
    for (int row = 0; row <= static_cast<int>(variety % 4); ++row) {
        QStringList cells;
        for (int c = 0; c < columns.size(); ++c) cells.append(valueOf(p, c < p.fields.size() ? p.fields[c].id : columns[c], row));
        table.push_back(rowOf(4 + row, cells));
    }
    return table;
}

/// As the importer reads the rows behind the header.
template <typename Take>
void eachRow(const std::vector<HeadRow>& table, const Mapping& mapping, const Take& take) {
    Row row;
    for (auto i = static_cast<std::size_t>(mapping.headerRow + mapping.headerRows); i < table.size(); ++i) {
        table[i].viewInto(row);
        const Status taken = take(row);
        if (!taken) return require(!taken.error().message.isEmpty(), "a file is refused with a message");
    }
}

void mapRows(const Profile& p, const Mapping& mapping, const std::vector<HeadRow>& table) {
    if (p.kind == DatasetKind::Layer) {
        LayerBuilder builder(p, mapping);
        eachRow(table, mapping, [&](Row& row) {
            builder.add(row);
            return done();
        });
        return;
    }
    CubeBuilder builder(p, mapping, true, {2024, {2024, 12, 31}}, {});
    eachRow(table, mapping, [&](Row& row) { return builder.add(row); });
    require(builder.counts().rowsKept + builder.counts().rowsRejected + builder.counts().rowsSkipped <= builder.counts().rowsRead,
            "every row is counted once");
}

void tryProfile(const Profile& p, std::size_t variety) {
    known()[0] = p;
    const std::vector<HeadRow> table = tableOf(p, variety);
    SourceInfo info;
    info.container = p.containers.value(0, "csv");
    info.geometryType = p.geometryType;
    const auto chosen = chooseProfile(table, info, "table_20241231.csv", {});
    if (!chosen) return require(!chosen.error().message.isEmpty(), "a table is refused with a message");
    mapRows(p, chosen->mapping, table);
}

}  // namespace

/// The linker puts it in the place of mudeung::profiles() wherever core/import looks for a profile that fits (see CMakeLists.txt).
const QVector<Profile>& wrappedProfiles() asm("__wrap__ZN7mudeung8profilesEv");
const QVector<Profile>& wrappedProfiles() {
    return known();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto profile = parseProfile(QByteArray(reinterpret_cast<const char*>(data), static_cast<int>(size)));
    if (profile) {
        tryProfile(*profile, size);  // every change of the length gives another table
    } else {
        require(!profile.error().message.isEmpty(), "a profile is refused with a message");
    }
    return 0;
}
