// SPDX-License-Identifier: GPL-3.0-or-later
// Properties of the store: slabs, rollups and texts come back as they were whatever they hold, and sequences of writes in every mode leave
// what a plain map would hold.
#include <QTemporaryDir>
#include <set>
#include <tuple>

#include "core/model/calendar.h"
#include "core/store/blob_codec.h"
#include "tests/core/store/store_fixtures.h"
#include "tests/support/properties.h"

using namespace mudeung;
using namespace mudeung::store;
using namespace mudeung::test;

namespace {

// ---- blobs

rc::Gen<std::int64_t> anyValue() {
    return rc::gen::weightedOneOf<std::int64_t>(
        {{3, between<std::int64_t>(0, 300)},
         {3, oneOfValues<std::int64_t>({0, 1, 65'533, 65'534, 65'535, 65'536, -1, 4'294'967'296, INT64_MAX, INT64_MIN + 1, kNotObserved})},
         {1, rc::gen::arbitrary<std::int64_t>()}});
}

rc::Gen<Seal> anySeal() {
    return rc::gen::build<Seal>(rc::gen::set(&Seal::salt), rc::gen::set(&Seal::key), rc::gen::set(&Seal::generation));
}

/// Many numbers from a few: a case stays small to look at, whatever the size of its blob.
struct Numbers {
    std::vector<std::int64_t> palette;
    std::uint32_t mixing = 0;  ///< 0 = the palette again and again
    std::vector<std::pair<std::uint32_t, std::int64_t>> spots;

    std::vector<std::int64_t> make(std::size_t count) const {
        std::vector<std::int64_t> out(count);
        for (std::size_t i = 0; i < count; ++i)
            out[i] = palette[(mixing == 0 ? i : (i * 0x9E3779B97F4A7C15u ^ mixing) >> 17u) % palette.size()];
        if (count > 0)
            for (const auto& [at, value] : spots) out[at % count] = value;
        return out;
    }
};

void showValue(const Numbers& n, std::ostream& os) {
    os << "palette ";
    rc::show(n.palette, os);
    os << " mixing " << n.mixing << " spots ";
    rc::show(n.spots, os);
}

rc::Gen<Numbers> anyNumbers() {
    return rc::gen::build<Numbers>(
        rc::gen::set(&Numbers::palette, rc::gen::nonEmpty(rc::gen::container<std::vector<std::int64_t>>(anyValue()))),
        rc::gen::set(&Numbers::mixing),
        rc::gen::set(&Numbers::spots, rc::gen::container<std::vector<std::pair<std::uint32_t, std::int64_t>>>(
                                          rc::gen::pair(between<std::uint32_t>(0, 200'000), anyValue()))));
}

// ---- writes

constexpr int kMonths = 3;  // of 2024, from January on, with a 29 February; or years
constexpr int kMostGroups = 3;
constexpr int kMostMeasures = 2;

struct Spot {
    int month = 0, measure = 0, group = 0, day = 0, hour = 0, place = 0;
    std::int64_t value = 0;
    bool operator==(const Spot&) const = default;
};

/// What one file would hold: which months, places, groups and hours it speaks of, and its numbers (indices wrap around).
struct Delivery {
    int months = 1, groups = 1, measures = 1;  ///< masks
    int firstPlace = 0, places = 1;
    bool backwards = false;  ///< places in falling order
    int firstHour = 5, hours = 1;
    std::vector<Spot> spots;
    bool operator==(const Delivery&) const = default;
};

void showValue(const Spot& s, std::ostream& os) {
    os << "{month " << s.month << " measure " << s.measure << " group " << s.group << " day " << s.day << " hour " << s.hour << " place "
       << s.place << ": " << s.value << "}";
}
void showValue(const Delivery& d, std::ostream& os) {
    os << "\n  months " << d.months << " groups " << d.groups << " measures " << d.measures << " places " << d.firstPlace << "+" << d.places
       << (d.backwards ? " backwards" : "") << " hours " << d.firstHour << "+" << d.hours << " spots ";
    rc::show(d.spots, os);
}

rc::Gen<Spot> anySpot() {
    const auto value = rc::gen::weightedOneOf<std::int64_t>({{4, between<std::int64_t>(0, 300)},
                                                             {1, between<std::int64_t>(65'530, 70'000)},
                                                             {1, between<std::int64_t>(-(1LL << 40), 1LL << 40)}});
    return rc::gen::build<Spot>(rc::gen::set(&Spot::month, between(0, kMonths - 1)), rc::gen::set(&Spot::measure, between(0, 1)),
                                rc::gen::set(&Spot::group, between(0, 2)), rc::gen::set(&Spot::day, between(0, 30)),
                                rc::gen::set(&Spot::hour, between(0, 3)), rc::gen::set(&Spot::place, between(0, 150)),
                                rc::gen::set(&Spot::value, value));
}

rc::Gen<Delivery> anyDelivery() {
    return rc::gen::build<Delivery>(rc::gen::set(&Delivery::months, between(1, 7)), rc::gen::set(&Delivery::groups, between(1, 7)),
                                    rc::gen::set(&Delivery::measures, oneOfValues<int>({3, 3, 1, 2})),
                                    rc::gen::set(&Delivery::firstPlace, oneOfValues<int>({0, 0, 60, 129})),
                                    rc::gen::set(&Delivery::places, oneOfValues<int>({1, 2, 128, 140})), rc::gen::set(&Delivery::backwards),
                                    rc::gen::set(&Delivery::firstHour, oneOfValues<int>({5, 5, 6})),
                                    rc::gen::set(&Delivery::hours, oneOfValues<int>({4, 4, 2, 1})),
                                    rc::gen::set(&Delivery::spots, rc::gen::container<std::vector<Spot>>(anySpot())));
}

MonthKey keyOf(int month, TimeStep step) {
    return monthKey(2024, 1) + (step == TimeStep::Year ? 12 * month : month);
}

std::vector<int> bitsOf(int mask, int most) {
    std::vector<int> bits;
    for (int bit = 0; bit < most; ++bit)
        if (mask >> bit & 1) bits.push_back(bit);
    return bits;
}

/// measure, group, day, hour (of the day), place: by their names, whatever index the store gives them.
using CellKey = std::tuple<int, int, int, int, int>;
using Cells = std::map<CellKey, std::int64_t>;

/// Tells a delivery's numbers to the store and to the model in the same way.
class Written {
public:
    Written(const Delivery& delivery, TimeStep step) : m_delivery(delivery) {
        m_data.dataset = cubeDataset(delivery.hours, kMostGroups, kMostMeasures);
        Dataset& d = m_data.dataset;
        d.timeStep = step;
        d.firstHour = delivery.firstHour;
        const GroupScheme scheme = d.scheme;
        const QVector<Measure> measures = d.measures;
        d.scheme.groups.clear();
        d.measures.clear();
        for (const int g : bitsOf(delivery.groups, kMostGroups)) d.scheme.groups.append(scheme.groups[g]);
        for (const int m : bitsOf(delivery.measures, kMostMeasures)) d.measures.append(measures[m]);
        m_data.places = makePlaces(delivery.places, delivery.firstPlace);
        if (delivery.backwards) std::reverse(m_data.places.begin(), m_data.places.end());
        for (const int month : bitsOf(delivery.months, kMonths)) {
            const MonthKey key = keyOf(month, step);
            m_data.months.emplace(key, emptyMonth(m_data, key));
            months[key];
        }
        for (const Spot& spot : delivery.spots) put(spot);
    }
    const CubeData& data() const { return m_data; }
    std::map<MonthKey, Cells> months;

private:
    void put(const Spot& spot) {
        const std::vector<int> held = bitsOf(m_delivery.months, kMonths);
        const std::vector<int> groups = bitsOf(m_delivery.groups, kMostGroups);
        const std::vector<int> measures = bitsOf(m_delivery.measures, kMostMeasures);
        const auto pick = [](int at, std::size_t size) { return at % static_cast<int>(size); };
        const MonthKey month = keyOf(held[static_cast<std::size_t>(pick(spot.month, held.size()))], m_data.dataset.timeStep);
        MonthCells& cells = m_data.months.at(month);
        const int measure = pick(spot.measure, measures.size()), group = pick(spot.group, groups.size());
        const int day = spot.day % cells.days, hour = spot.hour % cells.hours, place = spot.place % cells.places;
        cells.cells[cells.index(measure, group, day, hour, place)] = spot.value;
        const int code = m_data.places[static_cast<std::size_t>(place)].code.mid(1).toInt();
        months[month][{measures[static_cast<std::size_t>(measure)], groups[static_cast<std::size_t>(group)], day,
                       m_delivery.firstHour + hour, code}] = spot.value;
    }
    Delivery m_delivery;
    CubeData m_data;
};

/// What the workspace should hold, by the rules of core/store/README.md.
class Model {
public:
    struct Month {
        Cells cells;
        std::set<int> files;
    };
    struct Expected {
        bool refused = false;
        WriteOutcome outcome;
    };

    Expected write(int file, const Delivery& d, const Written& written, OnExisting mode) {
        Expected expected;
        if (!months.empty() && (d.firstHour < m_firstHour || d.firstHour + d.hours > m_firstHour + m_hours || (d.measures & ~m_measures))) {
            expected.refused = true;
            return expected;
        }
        std::vector<MonthKey> jobs;
        for (const auto& [month, cells] : written.months) {
            const auto held = months.find(month);
            if (held == months.end()) {
                jobs.push_back(month);
                continue;
            }
            const std::set<int>& files = held->second.files;
            if (files.count(file) && (mode != OnExisting::Replace || files.size() == 1)) continue;
            expected.refused = expected.refused || mode == OnExisting::Ask;
            jobs.push_back(month);
        }
        expected.outcome.noop = jobs.empty();
        if (expected.refused || jobs.empty()) return expected;
        takeDescription(d, written, expected.outcome);
        for (const MonthKey month : jobs) writeMonth(file, month, written.months.at(month), mode, expected.outcome);
        return expected;
    }

    std::map<MonthKey, Month> months;

private:
    void takeDescription(const Delivery& d, const Written& written, WriteOutcome& outcome) {
        if (months.empty()) {
            m_firstHour = d.firstHour;
            m_hours = d.hours;
            m_measures = d.measures;
        }
        for (const Place& place : written.data().places) outcome.placesAdded += m_places.insert(place.code).second;
    }
    void writeMonth(int file, MonthKey key, const Cells& cells, OnExisting mode, WriteOutcome& outcome) {
        const bool existed = months.count(key) > 0;
        Month& month = months[key];
        ++outcome.monthsWritten;
        outcome.monthsReplaced += existed;
        if (mode == OnExisting::Replace) month = {};
        month.files.insert(file);
        for (const auto& [cell, value] : cells) {
            const auto [at, fresh] = month.cells.emplace(cell, value);
            if (!fresh && mode == OnExisting::Add) at->second += value;
            outcome.cellsFilled += fresh && existed && mode == OnExisting::Fill;
        }
    }

    int m_firstHour = 0, m_hours = 0, m_measures = 0;
    std::set<QString> m_places;
};

template <typename Key>
void verifyEqual(const std::map<Key, std::int64_t>& found, const std::map<Key, std::int64_t>& expected) {
    RC_ASSERT(found == expected);
}

/// Names of the store's indices.
struct Shape {
    std::vector<int> measures, groups, places;
    int firstHour = 0;

    explicit Shape(const Workspace& ws) {
        const Dataset d = ws.dataset(QStringLiteral("rides")).value();
        firstHour = d.firstHour;
        for (const Measure& m : d.measures) measures.push_back(m.id == QLatin1String("boardings") ? 0 : 1);
        for (const Group& g : d.scheme.groups) groups.push_back(g.code.mid(1).toInt());
        const auto stored = ws.places(QStringLiteral("rides"));
        for (const Place& p : stored.value()) places.push_back(p.code.mid(1).toInt());
    }
};

void compareCells(const Workspace& ws, const Model& model) {
    const Shape shape(ws);
    const QString id = QStringLiteral("rides");
    std::vector<MonthKey> months;
    std::vector<int> groups;
    for (const auto& [month, held] : model.months) months.push_back(month);
    for (std::size_t g = 0; g < shape.groups.size(); ++g) groups.push_back(static_cast<int>(g));
    RC_ASSERT(ws.months(id).value() == months);
    for (const auto& [month, held] : model.months) {
        Cells found;
        for (std::size_t m = 0; m < shape.measures.size(); ++m) {
            const auto cells = ws.readMonth(id, month, static_cast<int>(m), groups);
            RC_ASSERT(cells.ok());
            std::size_t at = 0;
            for (const int group : shape.groups)
                for (int day = 0; day < cells->days; ++day)
                    for (int hour = 0; hour < cells->hours; ++hour)
                        for (const int place : shape.places)
                            if (const auto value = cells->cells[at++]; value != kNotObserved)
                                found[{shape.measures[m], group, day, shape.firstHour + hour, place}] = value;
        }
        verifyEqual(found, held.cells);
    }
}

/// month, measure, group (−1 = all), day type, hour, place, 0 = sum or 1 = count.
using SumKey = std::tuple<MonthKey, int, int, int, int, int, int>;

void compareRollups(const Workspace& ws, const Model& model, TimeStep step) {
    const Shape shape(ws);
    std::map<SumKey, std::int64_t> expected, found;
    for (const auto& [month, held] : model.months) {
        for (const auto& [key, value] : held.cells) {
            const auto [measure, group, day, hour, place] = key;
            const QDate date(yearOf(month), monthOf(month), day + 1);
            const int type = step == TimeStep::Day ? static_cast<int>(HolidayCalendar::korea().dayType(date)) : kWholeStep;
            for (const int g : {group, -1}) {
                expected[{month, measure, g, type, hour, place, 0}] += value;
                expected[{month, measure, g, type, hour, place, 1}] += 1;
            }
        }
    }
    for (std::size_t m = 0; m < shape.measures.size(); ++m) {
        for (int g = kEveryGroup; g < static_cast<int>(shape.groups.size()); ++g) {
            const int group = g == kEveryGroup ? -1 : shape.groups[static_cast<std::size_t>(g)];
            const auto take = [&](MonthKey month, int type, const Rollup& r) {
                for (int hour = 0; hour < r.hours; ++hour) {
                    for (int p = 0; p < r.places; ++p) {
                        const std::size_t at = r.index(hour, p);
                        if (r.observed[at] == 0 && r.sum[at] == 0) continue;
                        const int place = shape.places[static_cast<std::size_t>(p)], h = shape.firstHour + hour;
                        found[{month, shape.measures[m], group, type, h, place, 0}] = r.sum[at];
                        found[{month, shape.measures[m], group, type, h, place, 1}] = r.observed[at];
                    }
                }
            };
            RC_ASSERT(ws.eachRollup(QStringLiteral("rides"), static_cast<int>(m), {g}, take, [](MonthKey, const Error&) {}).ok());
        }
    }
    verifyEqual(found, expected);
}

}  // namespace

class TestStoreProperties : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { keepFilesInMemory(); }

    void slabsComeBack() {
        VERIFY_PROPERTY(300, [] {
            SlabShape shape{*between(1, 31).as("days"), *between(1, 28).as("hours"), *between(1, 128).as("places")};
            const auto count = static_cast<std::size_t>(shape.days) * static_cast<std::size_t>(shape.hours * shape.width);
            const std::vector<std::int64_t> cells = (*anyNumbers()).make(count);
            const Seal seal = *anySeal();
            const QByteArray blob = encodeSlab(cells.data(), shape, seal);
            SlabShape asked{shape.days, shape.hours, 0};
            std::vector<std::int64_t> back;
            QString problem;
            RC_ASSERT(decodeSlab(bytesOf(blob), seal, asked, back, problem));
            RC_ASSERT(asked.width == shape.width);
            RC_ASSERT(std::mismatch(cells.begin(), cells.end(), back.begin(), back.end()).first - cells.begin() ==
                      static_cast<std::ptrdiff_t>(count));
            RC_ASSERT(back.size() == count);
            // The importer hands over compressed pieces instead of cells; they make the same blob.
            PackedBlock packed;
            RC_ASSERT(decodeSlab(bytesOf(blob), seal, asked, packed, problem));
            packed.frame = compressCells(packed.codes.data(), packed.codes.size(), packed.large);
            RC_ASSERT(encodeSlab(packed, shape, seal) == blob);
        });
    }

    /// One bit changed, an end cut off, or a blob of another row, write, workspace or shape.
    void foreignSlabsAreRefused() {
        VERIFY_PROPERTY(300, [] {
            const SlabShape shape{*between(1, 31), *between(1, 28), *between(1, 8)};
            const std::vector<std::int64_t> cells =
                (*anyNumbers()).make(static_cast<std::size_t>(shape.days) * static_cast<std::size_t>(shape.hours * shape.width));
            const Seal seal = *anySeal();
            const QByteArray blob = encodeSlab(cells.data(), shape, seal);
            std::vector<std::int64_t> back;
            QString problem;
            const auto taken = [&](const QByteArray& bytes, const Seal& as, int days, int hours) {
                SlabShape asked{days, hours, 0};
                return decodeSlab(bytesOf(bytes), as, asked, back, problem);
            };
            RC_ASSERT(taken(blob, seal, shape.days, shape.hours));
            const auto bit = static_cast<int>(*between<qint64>(0, blob.size() * qint64{8} - 1).as("bit"));
            QByteArray bad = blob;
            bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
            RC_ASSERT_FALSE(taken(bad, seal, shape.days, shape.hours));
            RC_ASSERT_FALSE(taken(blob.left(bit / 8), seal, shape.days, shape.hours));
            const qint64 step = *rc::gen::nonZero<qint64>().as("step to another seal");
            for (qint64 Seal::*part : {&Seal::salt, &Seal::key, &Seal::generation}) {
                Seal other = seal;
                other.*part ^= step;
                RC_ASSERT_FALSE(taken(blob, other, shape.days, shape.hours));
            }
            RC_ASSERT_FALSE(taken(blob, seal, shape.days + 1, shape.hours));
            RC_ASSERT_FALSE(taken(blob, seal, shape.days, shape.hours + 1));
        });
    }

    void rollupsComeBack() {
        VERIFY_PROPERTY(300, [] {
            RollupPlanes planes{*between(1, 28).as("hours"), *between(1, 300).as("places"), {}, {}};
            const auto count = static_cast<std::size_t>(planes.hours * planes.places);
            planes.sum = (*anyNumbers().as("sums")).make(count);
            planes.observed = (*anyNumbers().as("counts")).make(count);
            const Seal seal = *anySeal();
            const QByteArray blob = encodeRollup(planes, seal);
            RollupPlanes back;
            QString problem;
            RC_ASSERT(decodeRollup(bytesOf(blob), seal, planes.hours, planes.places, back, problem));
            RC_ASSERT(bool(back == planes));
            RC_ASSERT_FALSE(decodeRollup(bytesOf(blob), seal, planes.hours, planes.places - 1, back, problem));
            RC_ASSERT_FALSE(decodeRollup(bytesOf(blob), seal, planes.hours + 1, planes.places, back, problem));
        });
    }

    void rollupsAddUpOrSayThatTheyDoNot() {
        VERIFY_PROPERTY(500, [] {
            const auto left = *rc::gen::container<std::vector<std::int64_t>>(4, anyValue()).as("left");
            const auto right = *rc::gen::container<std::vector<std::int64_t>>(4, anyValue()).as("right");
            RollupPlanes a{2, 2, left, {1, 2, 3, 4}};
            const RollupPlanes b{2, 2, right, {5, 6, 7, 8}};
            bool fits = true;
            for (std::size_t i = 0; i < left.size(); ++i) {
                const __int128 sum = static_cast<__int128>(left[i]) + right[i];
                fits = fits && sum >= INT64_MIN && sum <= INT64_MAX;
            }
            RC_ASSERT(a.add(b) == fits);
            RC_ASSERT(bool(a.observed == std::vector<std::int64_t>{6, 8, 10, 12}));
            for (std::size_t i = 0; fits && i < left.size(); ++i) RC_ASSERT(a.sum[i] == left[i] + right[i]);
        });
    }

    void textsComeBack() {
        VERIFY_PROPERTY(300, [] {
            const std::string piece = *rc::gen::arbitrary<std::string>().as("piece");
            const int copies = *oneOfValues<int>({1, 0, 2, 3'000}).as("copies");
            const QByteArray data = QByteArray::fromStdString(piece).repeated(copies);
            const Seal seal = *anySeal();
            const QByteArray blob = packBytes(data, seal);
            QByteArray back;
            QString problem;
            RC_ASSERT(unpackBytes(bytesOf(blob), seal, back, problem));
            RC_ASSERT(bool(back == data));
            const auto bit = static_cast<int>(*between<qint64>(0, blob.size() * qint64{8} - 1).as("bit"));
            QByteArray bad = blob;
            bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
            RC_ASSERT_FALSE(unpackBytes(bytesOf(bad), seal, back, problem));
        });
    }

    void keysSortLikeWhatTheyMean() {
        VERIFY_PROPERTY(5'000, [] {
            // Most of two keys is the same, so that each part is what decides now and then.
            const auto part = [](int highest) { return rc::gen::oneOf(between(0, 1), between(0, highest), rc::gen::just(highest)); };
            const auto key = rc::gen::tuple(oneOfValues<qint64>({1, 2, kMaxDatasetRow}), part(kMaxMonth), part(kMaxMeasures - 1),
                                            part(kMaxGroups), part(65'535));
            const auto a = *key.as("a"), b = *key.as("b");
            const auto pack = [](const auto& parts) { return std::apply(packKey, parts); };
            RC_ASSERT((pack(a) < pack(b)) == (a < b));
            RC_ASSERT((pack(a) == pack(b)) == (a == b));
        });
    }

    void sequencesOfWrites();
};

void TestStoreProperties::sequencesOfWrites() {
    std::map<QByteArray, int> seen;  // what the cases met
    VERIFY_PROPERTY(400, [&seen] {
        const std::string stepId = *oneOfValues<std::string>({"day", "day", "month", "year"}).as("time step");
        const TimeStep step = *timeStepFromId(QString::fromStdString(stepId));
        const auto files = *rc::gen::container<std::vector<Delivery>>(3, anyDelivery()).as("files");
        const auto steps = *anySteps(16).as("steps");
        QTemporaryDir folder;
        const auto ws = Workspace::create(folder.filePath(QStringLiteral("w.mudeung"))).value();
        Model model;
        for (const Step& s : steps) {
            const Delivery& d = files[static_cast<std::size_t>(s.file)];
            const auto same = static_cast<int>(std::find(files.begin(), files.end(), d) - files.begin());
            const Written written(d, step);
            const auto expected = model.write(same, d, written, s.mode);
            const auto outcome =
                ws->writeCube(written.data(), makeBatch(QByteArray::number(100 + same).constData()), s.mode, Progress::none());
            RC_ASSERT(outcome.ok() != expected.refused);
            if (expected.refused) {
                RC_ASSERT(outcome.error().code == ErrorCode::Usage);
                ++seen["refused"];
            } else {
                const WriteOutcome& want = expected.outcome;
                RC_ASSERT(outcome->noop == want.noop);
                RC_ASSERT(outcome->monthsWritten == want.monthsWritten);
                RC_ASSERT(outcome->monthsReplaced == want.monthsReplaced);
                RC_ASSERT(outcome->placesAdded == want.placesAdded);
                RC_ASSERT(outcome->cellsFilled == want.cellsFilled);
                ++seen[want.noop                                          ? "noop"
                       : want.cellsFilled > 0                             ? "filled"
                       : s.mode == OnExisting::Add && want.monthsReplaced ? "added"
                                                                          : "written"];
            }
            if (!model.months.empty()) compareCells(*ws, model);
        }
        if (model.months.empty()) return;
        compareRollups(*ws, model, step);
        RC_ASSERT(firstProblem(*ws).toStdString() == std::string());
    });
    if (!isOrdinaryRun()) return;
    for (const char* kind : {"refused", "noop", "filled", "added", "written"})
        QVERIFY2(seen[kind] > 0, qPrintable(QStringLiteral("no case was %1").arg(QLatin1String(kind))));
}

QTEST_GUILESS_MAIN(TestStoreProperties)
#include "test_store_properties.moc"
