// SPDX-License-Identifier: GPL-3.0-or-later
// Cells while a file is read: whatever the memory limits and the order of the rows, the cells and their sums are those of a plain map.
#include <QTemporaryDir>
#include <QtTest>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include "core/import/built_cube.h"
#include "core/import/text_map.h"

using namespace mudeung;

namespace {

using CellKey = std::tuple<MonthKey, int, int, int, int>;  // month, slot, day, hour, place

struct Fact {
    MonthKey month = 0;
    int place = 0, slot = 0, day = 0, hour = 0;
    std::int64_t value = 0;
};

constexpr int kGroups = 3;
constexpr int kHours = 4;

Dataset description() {
    Dataset d;
    d.id = QStringLiteral("made");
    d.timeStep = TimeStep::Day;
    d.hourCount = kHours;
    d.measures.resize(2);
    d.measures[0].id = QStringLiteral("on");
    d.measures[1].id = QStringLiteral("level");
    d.measures[1].aggregation = Aggregation::Mean;
    for (const char* code : {"a", "b", "c"}) {
        Group group;
        group.code = QLatin1String(code);
        d.scheme.groups.append(group);
    }
    return d;
}

/// Small and large numbers, negative ones, repeats; in some months nearly all are large.
std::vector<Fact> madeFacts(unsigned seed, int count, int places) {
    std::mt19937 random(seed);
    std::vector<Fact> facts;
    for (int i = 0; i < count; ++i) {
        Fact f;
        f.month = monthKey(2024, 1 + static_cast<int>(random() % 5));
        f.place = static_cast<int>(random() % static_cast<unsigned>(places));
        f.slot = static_cast<int>(random() % (2 * kGroups));
        f.day = static_cast<int>(random() % 29);
        f.hour = static_cast<int>(random() % kHours);
        f.value = static_cast<std::int64_t>(random() % 50);
        if (random() % 40 == 0) f.value = 65'530 + static_cast<std::int64_t>(random() % 10);
        if (random() % 60 == 0) f.value = -static_cast<std::int64_t>(random() % 90'000);
        if (monthOf(f.month) == 5) f.value += 1'000'000;
        facts.push_back(f);
    }
    return facts;
}

struct Expected {
    std::map<CellKey, std::int64_t> cells;
    std::vector<std::int64_t> sums = std::vector<std::int64_t>(2 * kGroups, 0);
    qint64 repeats = 0;
};

Expected plainly(const std::vector<Fact>& facts) {
    Expected e;
    std::map<CellKey, std::pair<std::int64_t, std::int64_t>> sumAndCount;
    for (const Fact& f : facts) {
        auto& [sum, n] = sumAndCount[{f.month, f.slot, f.day, f.hour, f.place}];
        e.repeats += n > 0;
        sum += f.value;
        ++n;
    }
    for (const auto& [key, value] : sumAndCount) {
        const auto [sum, n] = value;
        const bool mean = std::get<1>(key) >= kGroups;
        const std::int64_t cell = mean && n > 1 ? (sum + (sum < 0 ? -n / 2 : n / 2)) / n : sum;
        e.cells[key] = cell;
        e.sums[static_cast<std::size_t>(std::get<1>(key))] += cell;
    }
    return e;
}

}  // namespace

class TestMonthUnits : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    void compare(std::vector<Fact> facts, int places, MonthUnits::Limits limits) {
        limits.folder = m_folder.path();
        auto units = std::make_unique<MonthUnits>(MonthUnits::Shape{2, kGroups, kHours, TimeStep::Day, {0, 1}}, limits);
        qint64 repeats = 0;
        std::uint64_t row = 0;
        for (const Fact& f : facts) {
            MonthUnits::Month& month = units->month(f.month, QDate(yearOf(f.month), monthOf(f.month), 1).daysInMonth());
            const auto added = units->add(month, static_cast<std::size_t>(f.place), f.slot, f.day, f.hour, f.value, false, ++row);
            repeats += added == MonthUnits::Added::Further;
        }
        QVERIFY(units->finish().ok());
        repeats += units->lateRepeats();
        std::vector<Place> list(static_cast<std::size_t>(places));
        const BuiltCube cube(description(), list, std::move(units));
        const Expected expected = plainly(facts);
        QCOMPARE(repeats, expected.repeats);
        QVERIFY(cube.sums() == expected.sums);
        std::size_t found = 0;
        std::vector<std::int64_t> plane;
        for (const MonthKey month : cube.months()) {
            for (int slot = 0; slot < 2 * kGroups; ++slot) {
                QVERIFY(cube.plane(month, slot / kGroups, slot % kGroups, plane).ok());
                for (std::size_t i = 0; i < plane.size(); ++i) {
                    if (plane[i] == kNotObserved) continue;
                    const std::size_t line = i / static_cast<std::size_t>(places);
                    const CellKey key{month, slot, static_cast<int>(line) / kHours, static_cast<int>(line) % kHours,
                                      static_cast<int>(i % static_cast<std::size_t>(places))};
                    const auto at = expected.cells.find(key);
                    QVERIFY(at != expected.cells.end());
                    QCOMPARE(plane[i], at->second);
                    ++found;
                }
            }
        }
        QCOMPARE(found, expected.cells.size());
    }

private slots:
    void cellsDoNotDependOnMemory_data() {
        QTest::addColumn<qulonglong>("open");
        QTest::addColumn<qulonglong>("frames");
        QTest::addColumn<qulonglong>("late");
        QTest::addColumn<bool>("sorted");
        QTest::newRow("all in memory") << (qulonglong{1} << 30) << (qulonglong{1} << 30) << qulonglong{1'000'000} << false;
        QTest::newRow("sorted by month, little memory") << qulonglong{400'000} << qulonglong{20'000} << qulonglong{1'000'000} << true;
        QTest::newRow("shuffled, little memory") << qulonglong{400'000} << qulonglong{20'000} << qulonglong{3'000} << false;
        QTest::newRow("shuffled, no memory at all") << qulonglong{1} << qulonglong{0} << qulonglong{500} << false;
    }
    void cellsDoNotDependOnMemory() {
        QFETCH(qulonglong, open);
        QFETCH(qulonglong, frames);
        QFETCH(qulonglong, late);
        QFETCH(bool, sorted);
        MonthUnits::Limits limits;
        limits.openBytes = open;
        limits.frameBytes = frames;
        limits.lateCells = late;
        limits.lateCellsOfUnit = late / 4 + 1;
        for (unsigned seed = 1; seed <= 3; ++seed) {
            std::vector<Fact> facts = madeFacts(seed, 30'000, 300);
            if (sorted) std::stable_sort(facts.begin(), facts.end(), [](const Fact& a, const Fact& b) { return a.month < b.month; });
            compare(facts, 300, limits);
            if (QTest::currentTestFailed()) return;
        }
        compare(madeFacts(9, 500, 1), 1, limits);
        compare(madeFacts(10, 5'000, 128), 128, limits);
        // The temporary file goes away with the import.
        QVERIFY(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void aFullDiskIsAnError() {
        MonthUnits::Limits limits;
        limits.openBytes = 1;
        limits.frameBytes = 0;
        limits.folder = m_folder.filePath(QStringLiteral("absent"));
        MonthUnits units(MonthUnits::Shape{2, kGroups, kHours, TimeStep::Day, {0, 1}}, limits);
        for (const Fact& f : madeFacts(1, 2'000, 300))
            units.add(units.month(f.month, 31), static_cast<std::size_t>(f.place), f.slot, f.day, f.hour, f.value, false, 1);
        const Status finished = units.finish();
        QVERIFY(!finished.ok());
        QCOMPARE(finished.error().code, ErrorCode::Io);
        QVERIFY2(finished.error().message.contains(QStringLiteral("absent")), qPrintable(finished.error().message));
    }

    void theReportsFactsAgreeWithTheCells() {
        MonthUnits::Limits limits;
        limits.folder = m_folder.path();
        auto units = std::make_unique<MonthUnits>(MonthUnits::Shape{2, kGroups, kHours, TimeStep::Day, {0, 1}}, limits);
        const std::vector<Fact> facts = madeFacts(4, 3'000, 200);
        std::map<std::pair<int, int>, std::int64_t> daySums;  // day of March, place; measure 0
        std::uint32_t days = 0;
        std::int64_t largest = 0;
        for (const Fact& f : facts) {
            units->add(units->month(f.month, QDate(yearOf(f.month), monthOf(f.month), 1).daysInMonth()), static_cast<std::size_t>(f.place),
                       f.slot, f.day, f.hour, f.value, false, 1);
            if (monthOf(f.month) != 3) continue;
            days |= 1u << f.day;
            if (f.slot < kGroups) daySums[{f.day, f.place}] += f.value;
        }
        QVERIFY(units->finish().ok());
        const BuiltCube cube(description(), std::vector<Place>(200), std::move(units));
        const MonthKey march = monthKey(2024, 3);
        QCOMPARE(cube.observedDays(march), days);
        for (int day = 0; day < 31; ++day) {
            const std::vector<std::int64_t> sums = cube.daySums(march, 0, day);
            for (int place = 0; place < 200; ++place) {
                const auto at = daySums.find({day, place});
                QCOMPARE(sums[static_cast<std::size_t>(place)], at == daySums.end() ? UnitFacts::kNotMentioned : at->second);
            }
        }
        std::vector<std::int64_t> plane;
        QVERIFY(cube.plane(march, 0, 1, plane).ok());
        for (const std::int64_t cell : plane) largest = std::max(largest, cell);
        QCOMPARE(std::max(cube.largest(march, 0, 1, 0), cube.largest(march, 0, 1, 1)), largest);
        QCOMPARE(cube.sample(0, 1).size(), [&] {
            std::size_t positive = 0;
            for (const MonthKey month : cube.months()) {
                (void)cube.plane(month, 0, 1, plane);
                for (const std::int64_t cell : plane) positive += cell > 0;
            }
            return positive;
        }());
    }

    void samplesStaySmallAndDoNotDependOnTheOrder() {
        ValueSample forwards(1), backwards(1);
        std::vector<double> values(100'000);
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<double>(i);
        for (std::uint64_t unit = 0; unit < 10; ++unit) {
            forwards.put(0, unit, values);
            backwards.put(0, 9 - unit, values);
            backwards.put(0, 9 - unit, values);  // a unit that is packed again replaces what it gave
        }
        QVERIFY(forwards.values(0) == backwards.values(0));
        QVERIFY(forwards.values(0).size() > 100'000);
        QVERIFY(forwards.values(0).size() <= 262'144);
    }

    void textsAreComparedWhateverTheirLength() {
        std::mt19937 random(7);
        for (std::size_t size = 0; size < 40; ++size) {
            std::string one(size, 'a');
            for (char& c : one) c = static_cast<char>(random() % 256);
            QVERIFY(sameText(one, std::string(one)));
            QVERIFY(!sameText(one, one + "a"));
            for (std::size_t at = 0; at < size; ++at) {
                std::string other = one;
                other[at] = static_cast<char>(other[at] ^ (1 << random() % 8));
                QVERIFY(!sameText(one, other));
            }
        }
        QVERIFY(sameText({}, std::string()));
    }

    void textsAreFoundWhateverTheirLength() {
        TextMap<int> map;
        std::set<std::string> texts;
        std::mt19937 random(5);
        while (texts.size() < 5'000) {
            std::string text(random() % 40, 'a');
            for (char& c : text) c = static_cast<char>(random() % 3 ? 'a' + random() % 3 : random() % 256);
            texts.insert(text);
        }
        int index = 0;
        for (const std::string& text : texts) {
            QVERIFY(map.find(text) == nullptr);
            map.emplace(text, index++);
        }
        index = 0;
        for (const std::string& text : texts) {
            const int* found = map.find(text);
            QVERIFY(found != nullptr);
            QCOMPARE(*found, index++);
        }
        QCOMPARE(map.size(), texts.size());
        QVERIFY(map.find("not in it: longer than eight bytes") == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestMonthUnits)
#include "test_month_units.moc"
