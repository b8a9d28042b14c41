// SPDX-License-Identifier: GPL-3.0-or-later
// Properties of imports of bus ridership: the order of rows and files, layout, encoding, memory and buffer sizes change no number, and any
// sequence of imports in any mode leaves what a plain map would hold.
#include <map>
#include <set>
#include <tuple>

#include "core/cube/query_engine.h"
#include "core/import/build_cube.h"
#include "core/import/csv_reader.h"
#include "core/import/match.h"
#include "core/import/read_ahead.h"
#include "tests/core/import/import_fixture.h"
#include "tests/support/properties.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {

const QString kDataset = QStringLiteral("bus-stop-hourly");
const std::vector<QDate> kDates{{2024, 3, 1},   {2024, 3, 2},   {2024, 2, 29}, {2024, 2, 1},
                                {2023, 12, 31}, {2023, 12, 30}, {2024, 3, 31}, {2024, 1, 1}};
const std::vector<std::pair<QString, QString>> kGroups{{"0-12", "0-12세"},   {"13-18", "13~18세"}, {"19-34", "19-34세"},
                                                       {"35-49", "35-49세"}, {"50-64", "50-64세"}, {"65-74", "65-74세"},
                                                       {"75+", "75세 이상"}};
constexpr std::int64_t kBlank = -1;

/// One row of the long layout, and where it stands: in which file, and by which rank in it.
struct Count {
    int day = 0, stop = 0, hour = 4, group = 0;  ///< hour of the service day: 24 to 27 are written as 0 to 3
    std::int64_t on = 0, off = kBlank;
    int file = 0, rank = 0;
};
using Counts = std::vector<Count>;

/// How a file is written down.
struct Form {
    bool wide = false;
    int encoding = 0;  ///< UTF-8, with a mark, CP949
    bool windows = false;
    bool shortDates = false;
    int blankLines = 0;  ///< at the end: keeps files of the same rows apart, which would else be one file imported twice
};

void showValue(const Count& c, std::ostream& os) {
    os << "{" << kDates[static_cast<std::size_t>(c.day)].toString(Qt::ISODate).toStdString() << " stop " << c.stop << " hour " << c.hour
       << " group " << c.group << " on " << c.on << " off " << c.off << " file " << c.file << " rank " << c.rank << "}";
}
void showValue(const Form& f, std::ostream& os) {
    static const char* const encodings[] = {"UTF-8", "UTF-8 BOM", "CP949"};
    os << (f.wide ? "wide " : "long ") << encodings[f.encoding] << (f.windows ? " CRLF" : "") << (f.shortDates ? " short dates" : "");
}

/// Days, stops, hours and groups are often the same, so that rows and files speak of the same cells.
rc::Gen<Count> anyCount(int firstDay, int lastDay) {
    const auto value = rc::gen::weightedOneOf<std::int64_t>({{2, rc::gen::just(kBlank)},
                                                             {5, between<std::int64_t>(0, 20)},
                                                             {1, between<std::int64_t>(65'530, 65'540)},
                                                             {1, between<std::int64_t>(0, 1'000'000'000'000)}});
    return rc::gen::build<Count>(
        rc::gen::set(&Count::day, between(firstDay, lastDay)),
        rc::gen::set(&Count::stop, rc::gen::weightedOneOf<int>({{4, between(0, 1)}, {2, between(0, 4)}, {1, between(0, 140)}})),
        rc::gen::set(&Count::hour, rc::gen::oneOf(between(4, 5), between(4, 27))),
        rc::gen::set(&Count::group, rc::gen::oneOf(rc::gen::just(0), between(0, 6))), rc::gen::set(&Count::on, value),
        rc::gen::set(&Count::off, value), rc::gen::set(&Count::file, between(0, 3)), rc::gen::set(&Count::rank, between(0, 1'000)));
}

rc::Gen<Counts> anyCounts(int firstDay = 0, int lastDay = static_cast<int>(kDates.size()) - 1) {
    return rc::gen::nonEmpty(rc::gen::container<Counts>(anyCount(firstDay, lastDay)));
}

rc::Gen<Form> anyForm() {
    return rc::gen::build<Form>(rc::gen::set(&Form::wide), rc::gen::set(&Form::encoding, between(0, 2)), rc::gen::set(&Form::windows),
                                rc::gen::set(&Form::shortDates));
}

Counts sortedByRank(Counts counts) {
    std::stable_sort(counts.begin(), counts.end(), [](const Count& a, const Count& b) { return a.rank < b.rank; });
    return counts;
}

// ---- files

QByteArray toCp949(const QString& text) {
    static const QHash<char16_t, QByteArray> pairs = [] {
        QHash<char16_t, QByteArray> all;
        for (int lead = 0x81; lead < 0xFF; ++lead) {
            for (int trail = 0x41; trail < 0xFF; ++trail) {
                const char16_t c = cp949Char(static_cast<unsigned char>(lead), static_cast<unsigned char>(trail));
                if (c != 0) all.insert(c, QByteArray(1, static_cast<char>(lead)) + static_cast<char>(trail));
            }
        }
        return all;
    }();
    QByteArray out;
    for (const QChar c : text) out += c.unicode() < 0x80 ? QByteArray(1, static_cast<char>(c.unicode())) : pairs.value(c.unicode());
    return out;
}

QString dateText(const Count& c, const Form& form) {
    return kDates[static_cast<std::size_t>(c.day)].toString(form.shortDates ? QStringLiteral("yyyyMMdd") : QStringLiteral("yyyy-MM-dd"));
}

QString placeText(const Count& c) {
    // a name of letters that only CP949 has beside the older standard, one with a comma and quotes
    static const QString names[] = {QStringLiteral("가상"), QStringLiteral("똠방각하"), QStringLiteral("\"나무, \"\"입구\"\"\"")};
    return QStringLiteral("%1,%2").arg(1000 + c.stop).arg(names[c.stop % 3]);
}

QString valueText(std::int64_t value) {
    if (value == kBlank) return {};
    if (value % 2 == 0 || value < 1000) return QString::number(value);
    return QStringLiteral("\"%1\"").arg(QLocale(QLocale::English).toString(qlonglong{value}));  // with thousands separators
}

QStringList longRows(const Counts& counts, const Form& form) {
    QStringList rows{QStringLiteral("일자,시간,정류장번호,정류장명,이용자구분,승차인원,하차인원")};
    for (const Count& c : counts) {
        const QString hour = QString::number(c.hour % 24).rightJustified(2, QLatin1Char('0'));
        rows << QStringList{dateText(c, form), hour, placeText(c), kGroups[static_cast<std::size_t>(c.group)].second, valueText(c.on),
                            valueText(c.off)}
                    .join(QLatin1Char(','));
    }
    return rows;
}

/// A row holds all hours of a day, stop, group and measure; what would stand in a cell twice begins another row.
QStringList wideRows(const Counts& counts, const Form& form) {
    QString header = QStringLiteral("일자,정류장번호,정류장명,구분,연령대");
    for (int hour = 4; hour < 28; ++hour)
        header += QStringLiteral(",%1_%2").arg(hour % 24, 2, 10, QLatin1Char('0')).arg((hour + 1) % 24, 2, 10, QLatin1Char('0'));
    QStringList rows{header};
    std::vector<std::pair<QString, std::map<int, QString>>> written;
    std::map<QString, std::size_t> last;
    for (const Count& c : counts) {
        for (const bool on : {true, false}) {
            const QString head = QStringList{dateText(c, form), placeText(c), on ? QStringLiteral("승차") : QStringLiteral("하차"),
                                             kGroups[static_cast<std::size_t>(c.group)].second}
                                     .join(QLatin1Char(','));
            const auto known = last.find(head);
            if (known == last.end() || written[known->second].second.count(c.hour)) {
                last[head] = written.size();
                written.push_back({head, {}});
            }
            written[last[head]].second[c.hour] = valueText(on ? c.on : c.off);
        }
    }
    for (const auto& [head, cells] : written) {
        QString row = head;
        for (int hour = 4; hour < 28; ++hour) row += QLatin1Char(',') + (cells.count(hour) ? cells.at(hour) : QString());
        rows << row;
    }
    return rows;
}

/// `copies` of every row: many rows from a small case. They are added up.
QByteArray fileOf(const Counts& counts, const Form& form, int copies = 1) {
    Counts all;
    for (int i = 0; i < copies; ++i) all.insert(all.end(), counts.begin(), counts.end());
    QStringList rows = form.wide ? wideRows(all, form) : longRows(all, form);
    for (int i = 0; i < form.blankLines + 1; ++i) rows << QString();
    const QString text = rows.join(form.windows ? QStringLiteral("\r\n") : QStringLiteral("\n"));
    if (form.encoding == 2) return toCp949(text);
    return (form.encoding == 1 ? QByteArray("\xEF\xBB\xBF") : QByteArray()) + text.toUtf8();
}

// ---- what is held

/// month, day, measure, group, hour, stop
using CellKey = std::tuple<MonthKey, int, int, int, int, int>;
using Cells = std::map<CellKey, std::int64_t>;

/// What can be seen of a dataset's numbers, by names instead of indices. Rows without a number leave no trace.
struct Held {
    Cells cells;
    std::set<MonthKey> months;
    bool operator==(const Held&) const = default;

    void add(const Count& c, int copies = 1) {
        const QDate date = kDates[static_cast<std::size_t>(c.day)];
        const MonthKey month = monthKey(date.year(), date.month());
        if (c.on != kBlank || c.off != kBlank) months.insert(month);
        if (c.on != kBlank) cells[{month, date.day() - 1, 0, c.group, c.hour, c.stop}] += c.on * copies;
        if (c.off != kBlank) cells[{month, date.day() - 1, 1, c.group, c.hour, c.stop}] += c.off * copies;
    }
};

void showValue(const Held& held, std::ostream& os) {
    os << "months ";
    rc::show(held.months, os);
    os << " cells ";
    rc::show(held.cells, os);
}

Held heldOf(const Counts& counts, int copies = 1) {
    Held held;
    for (const Count& c : counts) held.add(c, copies);
    return held;
}

int groupOf(const QString& code) {
    const auto at = std::find_if(kGroups.begin(), kGroups.end(), [&](const auto& g) { return g.first == code; });
    return static_cast<int>(at - kGroups.begin());
}

void takePlane(const std::vector<std::int64_t>& plane, const Dataset& d, const std::vector<Place>& places, MonthKey month, int measure,
               int group, Cells& cells) {
    const int m = d.measures[measure].id == QLatin1String("boardings") ? 0 : 1;
    const int g = groupOf(d.scheme.groups[group].code);
    for (std::size_t i = 0; i < plane.size(); ++i) {
        if (plane[i] == kNotObserved) continue;
        const auto line = static_cast<int>(i / places.size());
        const int stop = places[i % places.size()].code.toInt() - 1000;
        cells[{month, line / d.hourCount, m, g, d.firstHour + line % d.hourCount, stop}] = plane[i];
    }
}

Held heldBy(const Workspace& w) {
    Held held;
    const auto d = w.dataset(kDataset);
    if (!d) return held;
    const auto places = w.places(kDataset);
    const auto months = w.months(kDataset);
    RC_ASSERT(places.ok());
    for (const MonthKey month : months.value()) {
        held.months.insert(month);
        for (int m = 0; m < static_cast<int>(d->measures.size()); ++m) {
            for (int g = 0; g < static_cast<int>(d->scheme.groups.size()); ++g) {
                const auto cells = w.readMonth(kDataset, month, m, {g});
                RC_ASSERT(cells.ok());
                takePlane(cells->cells, *d, *places, month, m, g, held.cells);
            }
        }
    }
    return held;
}

QString write(ImportFixture& f, const QByteArray& bytes) {
    return f.write(QStringLiteral("이용객.csv"), bytes);
}

void require(const Result<ImportOutcome>& outcome) {
    if (!outcome) RC_FAIL(outcome.error().message.toStdString());
}

// ---- below the importer: how rows are read and cells are kept

struct Memory {
    CsvLimits csv;
    MonthUnits::Limits cells;
    bool ahead = false;  ///< rows by a thread of their own
    std::size_t head = 1;
};

void showValue(const Memory& m, std::ostream& os) {
    os << "chunk " << m.csv.chunkBytes << " window " << m.csv.windowBytes << " path " << static_cast<int>(m.csv.marks) << " open "
       << m.cells.openBytes << " frames " << m.cells.frameBytes << " late " << m.cells.lateCells << "/" << m.cells.lateCellsOfUnit
       << (m.ahead ? " ahead" : "") << " head " << m.head;
}

rc::Gen<MonthUnits::Limits> anyLimits() {
    using Limits = MonthUnits::Limits;
    return rc::gen::build<Limits>(rc::gen::set(&Limits::openBytes, oneOfValues<std::size_t>({std::size_t{1} << 30, 2'000'000, 400'000, 1})),
                                  rc::gen::set(&Limits::frameBytes, oneOfValues<std::size_t>({std::size_t{1} << 30, 20'000, 0})),
                                  rc::gen::set(&Limits::lateCells, oneOfValues<std::size_t>({1'000'000, 200, 20})),
                                  rc::gen::set(&Limits::lateCellsOfUnit, oneOfValues<std::size_t>({16'384, 50, 5})));
}

rc::Gen<Memory> anyMemory() {
    const auto csv = rc::gen::build<CsvLimits>(
        rc::gen::set(&CsvLimits::chunkBytes, rc::gen::oneOf(between<std::size_t>(1, 60), between<std::size_t>(1, 20'000))),
        rc::gen::set(&CsvLimits::windowBytes, rc::gen::oneOf(between<std::size_t>(1, 60), between<std::size_t>(1, 20'000))),
        rc::gen::set(&CsvLimits::marks, oneOfValues<MarkPath>({MarkPath::Best, MarkPath::Scalar})));
    return rc::gen::build<Memory>(rc::gen::set(&Memory::csv, csv), rc::gen::set(&Memory::cells, anyLimits()), rc::gen::set(&Memory::ahead),
                                  rc::gen::set(&Memory::head, between<std::size_t>(2, 300)));
}

template <typename T>
T needed(Result<T> result) {
    if (!result) RC_FAIL(result.error().message.toStdString());
    return std::move(result).value();
}

void needed(const Status& status) {
    if (!status) RC_FAIL(status.error().message.toStdString());
}

Dataset describe(const ScoredProfile& chosen) {
    Dataset d;
    d.id = kDataset;
    d.timeStep = chosen.profile->timeStep;
    d.firstHour = chosen.profile->firstHour;
    d.hourCount = chosen.profile->hourCount;
    d.measures = chosen.profile->measures;
    d.scheme = chosen.mapping.scheme;
    return d;
}

Held readWith(const QByteArray& file, Memory memory, const QString& folder) {
    memory.cells.folder = folder;
    const std::string_view bytes(file.constData(), static_cast<std::size_t>(file.size()));
    const QString name = QStringLiteral("a.csv");
    auto source = ByteSource::fromMemory(bytes, name);
    const EncodingDecision decision = needed(decideEncoding(*source, {}, memory.csv.chunkBytes));
    const auto rows = needed(openCsv(std::move(source), decision, {}, memory.csv));
    std::vector<HeadRow> head;
    Row row;
    while (head.size() < memory.head && needed(rows->next(row))) head.push_back(HeadRow::copyOf(row));
    const ScoredProfile chosen = needed(chooseProfile(head, rows->info(), name, {}));
    CubeBuilder builder(*chosen.profile, chosen.mapping, true, {}, memory.cells);
    for (std::size_t i = 1; i < head.size(); ++i) {
        head[i].viewInto(row);
        needed(builder.add(row));
    }
    if (memory.ahead) {
        ReadAhead ahead(*rows);
        while (ahead.next(row)) needed(builder.add(row));
        if (ahead.error()) RC_FAIL(ahead.error()->message.toStdString());
    } else {
        while (needed(rows->next(row))) needed(builder.add(row));
    }
    const auto cube = needed(builder.finish(describe(chosen)));
    Held held;
    std::vector<std::int64_t> plane;
    for (const MonthKey month : cube->months()) {
        held.months.insert(month);
        for (int m = 0; m < 2; ++m) {
            for (int g = 0; g < static_cast<int>(cube->dataset().scheme.groups.size()); ++g) {
                needed(cube->plane(month, m, g, plane));
                takePlane(plane, cube->dataset(), cube->places(), month, m, g, held.cells);
            }
        }
    }
    return held;
}

/// One value for MonthUnits of two groups: slots 0 and 1 are added up, 2 and 3 averaged.
struct Value {
    int month = 0, place = 0, slot = 0, day = 0, hour = 0;
    std::int64_t value = 0;
};
void showValue(const Value& v, std::ostream& os) {
    os << "{month " << v.month << " place " << v.place << " slot " << v.slot << " day " << v.day << " hour " << v.hour << ": " << v.value
       << "}";
}

rc::Gen<std::vector<Value>> anyValues() {
    const auto number = rc::gen::weightedOneOf<std::int64_t>({{4, between<std::int64_t>(0, 20)},
                                                              {1, between<std::int64_t>(65'530, 65'540)},
                                                              {1, between<std::int64_t>(-90'000, 90'000)},
                                                              {1, between<std::int64_t>(-(1LL << 50), 1LL << 50)}});
    const auto value = rc::gen::build<Value>(
        rc::gen::set(&Value::month, between(0, 2)), rc::gen::set(&Value::place, rc::gen::oneOf(between(0, 1), between(0, 200))),
        rc::gen::set(&Value::slot, between(0, 3)), rc::gen::set(&Value::day, rc::gen::oneOf(between(0, 1), between(0, 28))),
        rc::gen::set(&Value::hour, between(0, 1)), rc::gen::set(&Value::value, number));
    return rc::gen::scale(4.0, rc::gen::container<std::vector<Value>>(value));
}

Cells meansAndSums(const std::vector<Value>& values) {
    std::map<CellKey, std::pair<std::int64_t, std::int64_t>> sums;
    for (const Value& v : values) {
        auto& [sum, n] = sums[{monthKey(2024, 1) + v.month, v.day, v.slot / 2, v.slot % 2, v.hour, v.place}];
        sum += v.value;
        ++n;
    }
    Cells cells;
    for (const auto& [key, each] : sums) {
        const auto [sum, n] = each;
        cells[key] = std::get<2>(key) == 0 ? sum : (sum + (sum < 0 ? -n / 2 : n / 2)) / n;  // halves away from zero
    }
    return cells;
}

/// The cells of the units, and whether their sums are those that the units give.
Cells cellsOf(std::unique_ptr<MonthUnits> units, int places) {
    Dataset d;
    d.hourCount = 2;
    d.measures.resize(2);
    d.measures[1].aggregation = Aggregation::Mean;
    d.scheme.groups.resize(2);
    const BuiltCube cube(d, std::vector<Place>(static_cast<std::size_t>(places)), std::move(units));
    Cells cells;
    std::vector<std::int64_t> plane, sums(4, 0);
    for (const MonthKey month : cube.months()) {
        for (std::size_t slot = 0; slot < 4; ++slot) {
            const int measure = static_cast<int>(slot) / 2, group = static_cast<int>(slot) % 2;
            needed(cube.plane(month, measure, group, plane));
            for (std::size_t i = 0; i < plane.size(); ++i) {
                if (plane[i] == kNotObserved) continue;
                const int line = static_cast<int>(i) / places;
                cells[{month, line / 2, measure, group, line % 2, static_cast<int>(i) % places}] = plane[i];
                sums[slot] += plane[i];
            }
        }
    }
    RC_ASSERT(cube.sums() == sums);
    return cells;
}

// ---- sequences of imports

/// Three files, mostly of few rows: one of March and February, one of each, so that they replace each other in parts.
rc::Gen<std::vector<Counts>> anyContents() {
    const auto march = rc::gen::resize(2, anyCounts(0, 1)), february = rc::gen::resize(2, anyCounts(2, 3));
    const auto joined = [](Counts rows, const Counts& more) {
        rows.insert(rows.end(), more.begin(), more.end());
        return rows;
    };
    const auto both = rc::gen::apply(joined, march, february), any = rc::gen::scale(0.2, anyCounts());
    return rc::gen::apply(
        [](const Counts& a, const Counts& b, const Counts& c) {
            return std::vector<Counts>{a, b, c};
        },
        rc::gen::oneOf(both, both, any), rc::gen::oneOf(march, march, any), rc::gen::oneOf(february, february, any));
}

/// What imports should leave, by the rules of core/store/README.md: per month its cells and the files that they are of.
class Model {
public:
    enum class Effect { Refused, Nothing, Written };

    Effect import(int file, const Held& rows, OnExisting mode) {
        std::vector<MonthKey> jobs;
        bool refused = false;
        for (const MonthKey month : rows.months) {
            const auto files = m_files.find(month);
            if (files != m_files.end()) {
                if (files->second.count(file) && (mode != OnExisting::Replace || files->second.size() == 1)) continue;
                refused = refused || mode == OnExisting::Ask;
            }
            jobs.push_back(month);
        }
        if (refused) return Effect::Refused;
        if (jobs.empty()) return Effect::Nothing;
        for (const MonthKey month : jobs) write(file, month, rows, mode);
        return Effect::Written;
    }

    Held held;

private:
    void write(int file, MonthKey month, const Held& rows, OnExisting mode) {
        const auto first = [](MonthKey m) { return CellKey{m, -1, 0, 0, 0, 0}; };
        held.months.insert(month);
        if (mode == OnExisting::Replace) {
            held.cells.erase(held.cells.lower_bound(first(month)), held.cells.lower_bound(first(month + 1)));
            m_files[month].clear();
        }
        m_files[month].insert(file);
        for (auto it = rows.cells.lower_bound(first(month)); it != rows.cells.lower_bound(first(month + 1)); ++it) {
            const auto [at, fresh] = held.cells.insert(*it);
            if (!fresh && mode == OnExisting::Add) at->second += it->second;
        }
    }
    std::map<MonthKey, std::set<int>> m_files;
};

/// key of a row → sum and observed cells; rows without any are left out
using Totals = std::map<std::string, std::pair<std::int64_t, std::int64_t>>;

void compareTotals(QueryEngine& engine, const Held& held) {
    for (int measure = 0; measure < 2; ++measure) {
        for (const Breakdown by : {Breakdown::Month, Breakdown::Group}) {
            Totals expected, found;
            for (const auto& [key, value] : held.cells) {
                const auto [month, day, m, group, hour, stop] = key;
                if (m != measure) continue;
                const QDate date(yearOf(month), monthOf(month), 1);
                const QString name =
                    by == Breakdown::Month ? date.toString(QStringLiteral("yyyy-MM")) : kGroups[static_cast<std::size_t>(group)].first;
                auto& [sum, observed] = expected[name.toStdString()];
                sum += value;
                ++observed;
            }
            Query query;
            query.dataset = kDataset;
            query.measure = measure == 0 ? QStringLiteral("boardings") : QStringLiteral("alightings");
            const TablePtr table = needed(engine.run(query, by));
            for (const TableRow& row : table->rows)
                if (row.observed != 0 || row.sum != 0) found[row.key.toStdString()] = {row.sum, row.observed};
            RC_ASSERT(found == expected);
        }
    }
}

}  // namespace

class TestImportProperties : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { keepFilesInMemory(); }

    /// Rows in one file or spread over four of any layout and encoding, a month in several of them, in any order.
    void orderAndSplitChangeNothing() {
        VERIFY_PROPERTY(120, [] {
            const Counts counts = *anyCounts().as("rows");
            const auto forms = *rc::gen::container<std::vector<Form>>(5, anyForm()).as("forms");
            const int copies = *oneOfValues<int>({1, 1, 1, 7}).as("copies");
            const Held expected = heldOf(counts, copies);
            ImportFixture one;
            require(one.import(write(one, fileOf(sortedByRank(counts), forms[4], copies))));
            RC_ASSERT(heldBy(*one.workspace) == expected);
            ImportFixture many;
            ImportOptions add;
            add.onExisting = OnExisting::Add;
            for (int file = 0; file < 4; ++file) {
                Counts part;
                for (const Count& c : counts)
                    if (c.file == file) part.push_back(c);
                if (part.empty()) continue;
                Form form = forms[static_cast<std::size_t>(file)];
                form.blankLines = file;
                require(many.import(write(many, fileOf(sortedByRank(part), form, copies)), add));
            }
            RC_ASSERT(heldBy(*many.workspace) == expected);
        });
    }

    void memoryAndThreadsChangeNothing() {
        QTemporaryDir folder;
        int manyRows = 0;  // cases whose rows fill more than one batch of the reading thread
        VERIFY_PROPERTY(300, [&folder, &manyRows] {
            const Counts counts = *anyCounts().as("rows");
            const Form form = *anyForm().as("form");
            const int copies = *oneOfValues<int>({1, 1, 1, 30, 30, 300, 300}).as("copies");
            Memory memory = *anyMemory().as("memory");
            // long files open their units again as often as short ones, or a case would take seconds
            memory.cells.lateCells *= static_cast<std::size_t>(copies);
            memory.cells.lateCellsOfUnit *= static_cast<std::size_t>(copies);
            RC_ASSERT(readWith(fileOf(counts, form, copies), memory, folder.path()) == heldOf(counts, copies));
            RC_ASSERT(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
            manyRows += memory.ahead && !form.wide && counts.size() * static_cast<std::size_t>(copies) > 10'000;
        });
        if (isOrdinaryRun()) QVERIFY(manyRows > 0);
    }

    /// The same of averaged measures and negative numbers, which ridership has not.
    void memoryChangesNoMean() {
        QTemporaryDir folder;
        VERIFY_PROPERTY(300, [&folder] {
            const auto values = *anyValues().as("values");
            MonthUnits::Limits limits = (*anyMemory().as("memory")).cells;
            limits.folder = folder.path();
            auto units = std::make_unique<MonthUnits>(MonthUnits::Shape{2, 2, 2, TimeStep::Day, {0, 1}}, limits);
            std::uint64_t row = 0;
            for (const Value& v : values)
                units->add(units->month(monthKey(2024, 1) + v.month, QDate(2024, 1 + v.month, 1).daysInMonth()),
                           static_cast<std::size_t>(v.place), v.slot, v.day, v.hour, v.value, false, ++row);
            needed(units->finish());
            RC_ASSERT(cellsOf(std::move(units), 201) == meansAndSums(values));
        });
    }

    void sequencesOfImports();
};

void TestImportProperties::sequencesOfImports() {
    std::map<Model::Effect, int> seen;
    VERIFY_PROPERTY(200, [&seen] {
        const auto contents = *anyContents().as("files");
        const auto forms = *rc::gen::container<std::vector<Form>>(3, anyForm()).as("forms");
        const auto steps = *anySteps(24).as("steps");
        std::vector<QByteArray> files;
        for (std::size_t i = 0; i < contents.size(); ++i) files.push_back(fileOf(contents[i], forms[i]));
        ImportFixture f;
        QueryEngine engine(f.workspace);
        Model model;
        for (const Step& s : steps) {
            const auto at = static_cast<std::size_t>(s.file);
            const auto same = static_cast<int>(std::find(files.begin(), files.end(), files[at]) - files.begin());
            const qint64 before = f.workspace->generation().value();
            ImportOptions options;
            options.onExisting = s.mode;
            const Model::Effect effect = model.import(same, heldOf(contents[at]), s.mode);
            const auto outcome = f.import(write(f, files[at]), options);
            ++seen[effect];
            RC_ASSERT(outcome.ok() == (effect != Model::Effect::Refused));
            if (outcome) RC_ASSERT(outcome->write.noop == (effect == Model::Effect::Nothing));
            RC_ASSERT((f.workspace->generation().value() == before) == (effect != Model::Effect::Written));
            RC_ASSERT(heldBy(*f.workspace) == model.held);
            if (!model.held.months.empty()) compareTotals(engine, model.held);
        }
    });
    if (!isOrdinaryRun()) return;
    for (const auto effect : {Model::Effect::Refused, Model::Effect::Nothing, Model::Effect::Written}) QVERIFY(seen[effect] > 0);
}

QTEST_GUILESS_MAIN(TestImportProperties)
#include "test_import_properties.moc"
