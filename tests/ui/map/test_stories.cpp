// SPDX-License-Identifier: GPL-3.0-or-later
// Stories of somebody who asks questions in the whole window by mouse and keyboard; each ends with numbers counted cell by cell.
#include <QClipboard>
#include <QImageReader>
#include <QTreeWidget>

#include "core/base/language.h"
#include "core/model/place_name.h"
#include "core/sample/sample_city.h"
#include "tests/support/map_test.h"
#include "tests/ui/map/counted_cube.h"
#include "tests/ui/map/whole_window.h"
#include "ui/common/theme.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {
const QString kRidership = QStringLiteral("bus-stop-hourly");
}

class TestStories : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup() { m_w.reset(); }

    void firstStart();
    void askedInKorean();
    void rectangleOnTheCarpet();
    void seniorsByTheirBars();
    void periodDrawnAndShifted();
    void weekdaysByButton();
    void comparedWithAYearBefore();
    void boxOnTheMap();
    void monthsArePlayed();
    void undoneAndRedone();
    void savedAndOpenedAgain();
    void copiedIntoAnotherWindow();
    void placesAsCsv();
    void languageAndTheme();
    void escapeClears();
    void anotherDatasetAndBack();
    void animationFromTheMenu();

private:
    WholeWindow& w() { return *m_w; }
    QTemporaryDir m_folder;
    QString m_file;
    CountedCube m_cube;
    std::unique_ptr<WholeWindow> m_w;
};

void TestStories::initTestCase() {
    isolateSettings(m_folder.path());
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    setInterfaceLanguage(QStringLiteral("en"));
    applyTheme(QStringLiteral("light"));
    m_file = m_folder.filePath(QStringLiteral("city.mudeung"));
    SampleOptions options;
    options.stops = 40;
    options.days = 731;  // 2024 was a leap year: two full years
    const Status made = makeSampleWorkspace(m_file, options, Progress::none());
    QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().message));
    const auto workspace = Workspace::open(m_file, OpenMode::ReadOnly);
    QVERIFY(workspace.ok());
    m_cube = CountedCube(**workspace, kRidership);
    QCOMPARE(m_cube.dataset.period, (Period{QDate(2024, 1, 1), QDate(2025, 12, 31)}));
}

/// A window on the city with all of the ridership, but for the story of the first start.
void TestStories::init() {
    setInterfaceLanguage(QStringLiteral("en"));
    m_w = std::make_unique<WholeWindow>();
    if (QLatin1String(QTest::currentTestFunction()) == QLatin1String("firstStart")) return;
    w().window.openWorkspace(m_file);
    QTRY_VERIFY_WITH_TIMEOUT(w().state.workspace(), kPatience);
    if (w().state.query().dataset != kRidership) w().state.setDataset(kRidership);
    QVERIFY(w().settled());
    QVERIFY(w().state.query().period.isAll() || w().state.query().period == m_cube.dataset.period);
}

void TestStories::firstStart() {
    QVERIFY(w().part<QPushButton>("openSample")->isVisible());
    answerNext(m_file);
    w().ctrl(Qt::Key_O);
    QTRY_VERIFY_WITH_TIMEOUT(w().state.workspace(), kPatience);
    QVERIFY(w().settled());
    QVERIFY(!w().part<QPushButton>("openSample")->isVisible());
    // It opens with the ridership by bus stop.
    QCOMPARE(w().state.query().dataset, kRidership);
    QVERIFY(w().everywhere(m_cube.total()));
    QCOMPARE(w().tableNumbers().size(), 40);
}

void TestStories::askedInKorean() {
    w().ctrl(Qt::Key_K);
    auto* line = w().part<QLineEdit>("askLine");
    QTRY_VERIFY(line->hasFocus());
    write(line, QStringLiteral("평일 아침 경로 승차 상위 5 정류장"));
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(w().settled());
    Count mornings;
    mornings.dayTypes = 1 << static_cast<int>(DayType::Weekday);
    mornings.firstHour = 7;
    mornings.lastHour = 8;
    mornings.groups = m_cube.groupsFrom(65);
    QVERIFY(!mornings.groups.empty() && mornings.groups.size() < std::size_t(m_cube.dataset.scheme.groups.size()));
    const std::vector<qint64> sums = m_cube.byPlace(mornings);
    QVERIFY(w().everywhere(m_cube.total(mornings)));
    // The five first places are marked.
    QTRY_COMPARE(w().state.selection().size(), 5);
    const QVector<qint64> largest = m_cube.largest(sums, 5);
    QCOMPARE(m_cube.of(sums, w().state.selection()), std::accumulate(largest.begin(), largest.end(), qint64{0}));
}

void TestStories::rectangleOnTheCarpet() {
    auto* carpet = w().shown<CarpetView>("hoursCarpet");
    const int first = m_cube.dataset.firstHour;
    drag(carpet, carpet->cellCentre(0, 7 - first), carpet->cellCentre(4, 9 - first));
    QVERIFY(w().settled());
    Count count;
    count.weekdays = {1, 2, 3, 4, 5};
    count.firstHour = 7;
    count.lastHour = 9;
    QVERIFY(w().everywhere(m_cube.total(count)));
    // The same rectangle again lifts it.
    carpet->grab();
    drag(carpet, carpet->cellCentre(0, 7 - first), carpet->cellCentre(4, 9 - first));
    QVERIFY(w().settled());
    QVERIFY(w().everywhere(m_cube.total()));
}

void TestStories::seniorsByTheirBars() {
    auto* chart = w().shown<ChartView>("groupsChart");
    QStringList ids;
    for (const auto& group : m_cube.dataset.scheme.groups) ids << group.code;
    const QString last = ids.last(), before = ids[ids.size() - 2], third = ids[ids.size() - 3];
    QTest::mouseClick(chart, Qt::LeftButton, Qt::NoModifier, chart->markCentre(before));
    QVERIFY(w().settled());
    Count one;
    one.groups = m_cube.groupsOf({before});
    QVERIFY(w().everywhere(m_cube.total(one)));
    // Shift and a click: from there to here.
    chart->grab();
    QTest::mouseClick(chart, Qt::LeftButton, Qt::ShiftModifier, chart->markCentre(last));
    QVERIFY(w().settled());
    Count two;
    two.groups = m_cube.groupsOf({before, last});
    QVERIFY(w().everywhere(m_cube.total(two)));
    chart->grab();
    drag(chart, chart->markCentre(last), chart->markCentre(third));
    QVERIFY(w().settled());
    Count three;
    three.groups = m_cube.groupsOf({third, before, last});
    QVERIFY(w().everywhere(m_cube.total(three)));
}

void TestStories::periodDrawnAndShifted() {
    auto* timeline = w().shown<TimelineView>("timeline");
    QTRY_VERIFY_WITH_TIMEOUT(w().state.days(), kPatience);
    timeline->grab();
    const auto middle = [timeline](QDate day) { return timeline->areaOf(day).center().toPoint(); };
    drag(timeline, middle(QDate(2024, 4, 1)), middle(QDate(2024, 6, 30)));
    const Period drawn = w().state.query().period;
    // Two years on this width: a pixel is about half a day wide, so the ends may miss by one.
    QVERIFY(std::abs(drawn.from.daysTo(QDate(2024, 4, 1))) <= 1 && std::abs(drawn.to.daysTo(QDate(2024, 6, 30))) <= 1);
    QVERIFY(w().settled());
    Count count;
    count.from = drawn.from;
    count.to = drawn.to;
    QVERIFY(w().everywhere(m_cube.total(count)));
    timeline->setFocus();
    QTest::keyClick(timeline, Qt::Key_Left);
    QTest::keyClick(timeline, Qt::Key_Left);
    QVERIFY(w().settled());
    count.from = drawn.from.addDays(-2);
    count.to = drawn.to.addDays(-2);
    QCOMPARE(w().state.query().period, (Period{count.from, count.to}));
    QVERIFY(w().everywhere(m_cube.total(count)));
    QTest::keyClick(timeline, Qt::Key_Right, Qt::ShiftModifier);  // by its own length
    QVERIFY(w().settled());
    const int length = static_cast<int>(drawn.from.daysTo(drawn.to)) + 1;
    count.from = count.from.addDays(length);
    count.to = count.to.addDays(length);
    QVERIFY(w().everywhere(m_cube.total(count)));
}

void TestStories::weekdaysByButton() {
    auto* saturday = w().shown<QToolButton>("dayType1");
    QTest::mouseClick(saturday, Qt::LeftButton);
    QVERIFY(w().settled());
    Count count;
    count.dayTypes = w().state.query().dayTypes;
    QVERIFY(count.dayTypes != kAllDayTypes);
    QVERIFY(w().everywhere(m_cube.total(count)));
    const qint64 some = w().total();
    QTest::mouseClick(saturday, Qt::LeftButton);
    QVERIFY(w().settled());
    QVERIFY(some != w().total());
    QVERIFY(w().everywhere(m_cube.total()));
}

/// Of two whole years the last one is meant.
void TestStories::comparedWithAYearBefore() {
    auto* with = w().shown<QComboBox>("compareWith");
    with->setFocus();
    QTest::keyClick(with, Qt::Key_Down);
    QVERIFY(w().settled());
    QCOMPARE(w().state.comparison().kind, Comparison::Kind::YearBefore);
    QTRY_VERIFY_WITH_TIMEOUT(w().state.change() && w().state.change()->now.period == w().state.query().period, kPatience);
    Count now, before;
    now.from = QDate(2025, 1, 1);
    now.to = QDate(2025, 12, 31);
    before.from = QDate(2024, 1, 1);
    before.to = QDate(2024, 12, 31);
    QVERIFY(w().everywhere(m_cube.total(now)));
    const std::vector<qint64> sumsNow = m_cube.byPlace(now), sumsBefore = m_cube.byPlace(before);
    const ChangeTablePtr change = w().state.change();
    const int daysNow = m_cube.daysWithData(now), daysBefore = m_cube.daysWithData(before);
    QVERIFY(daysNow > 350 && daysBefore > 350);
    QCOMPARE(change->daysNow, daysNow);
    QCOMPARE(change->daysBefore, daysBefore);
    QCOMPARE(change->rows.size(), 40);
    const auto* table = w().part<QTableView>("changeTable");
    QTRY_COMPARE(table->model()->rowCount(), 40);
    for (const ChangeRow& row : change->rows) {
        const double perDayNow = double(m_cube.of(sumsNow, {row.key})) / daysNow;
        const double perDayBefore = double(m_cube.of(sumsBefore, {row.key})) / daysBefore;
        QVERIFY(std::abs(row.now - perDayNow) < 1e-6 && std::abs(row.before - perDayBefore) < 1e-6);
        QVERIFY(std::abs(row.difference - (perDayNow - perDayBefore)) < 1e-6);
    }
    // The first row of the table is the largest change, either way, and says its numbers.
    double largest = 0.0;
    for (const ChangeRow& row : change->rows) largest = std::max(largest, std::abs(row.difference));
    QCOMPARE(std::abs(change->rows.first().difference), largest);
    const ChangeRow& first = change->rows.first();
    QCOMPARE(table->model()->index(0, 0).data().toString(), toldApart(first.label, first.key, first.namesake));
    const QString summary = w().part<QLabel>("changeSummary")->text();
    QVERIFY2(summary.contains(formatNumber(double(m_cube.total(now)) / daysNow)), qPrintable(summary));
}

void TestStories::boxOnTheMap() {
    QWidget* map = w().canvas()->viewport();
    const QRect area = map->rect();
    QRect box(area.center() - QPoint(area.width() / 5, area.height() / 4), QSize(2 * area.width() / 5, area.height() / 2));
    QStringList inside;
    for (const MapPlace& place : w().mapData()->places)
        if (box.contains(w().onMap(place))) inside << place.code();
    QVERIFY2(inside.size() > 2 && inside.size() < 40, qPrintable(QString::number(inside.size())));
    drag(map, box.topLeft(), box.bottomRight(), Qt::ShiftModifier);
    QTRY_VERIFY(!w().state.selection().isEmpty());
    QStringList selected = w().state.selection();
    std::sort(selected.begin(), selected.end());
    std::sort(inside.begin(), inside.end());
    QCOMPARE(selected, inside);
    QCOMPARE(w().part<QTableView>("placeTable")->selectionModel()->selectedRows().size(), inside.size());
    // The panel of numbers says how much they hold.
    const QString sum = formatNumber(double(m_cube.of(m_cube.byPlace({}), inside)));
    bool said = false;
    w().bringToFront("dockNumbers");
    for (const QLabel* label : w().part<QDockWidget>("dockNumbers")->findChildren<QLabel*>()) said = said || label->text().contains(sum);
    QVERIFY2(said, qPrintable(sum));
    w().bringToFront("dockGroups");
}

void TestStories::monthsArePlayed() {
    const Query question = w().state.query();
    w().part<QComboBox>("playSpeed")->setCurrentIndex(0);
    w().ctrl(Qt::Key_BracketRight);  // the first frame
    const auto showsMonth = [this](int month) {
        return w().state.frameLabel() == QStringLiteral("2024-%1").arg(month, 2, 10, QLatin1Char('0')) && w().settled();
    };
    QTRY_VERIFY_WITH_TIMEOUT(showsMonth(1), kPatience);
    Count january;
    january.from = QDate(2024, 1, 1);
    january.to = QDate(2024, 1, 31);
    QVERIFY(w().everywhere(m_cube.total(january)));
    w().ctrl(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(showsMonth(3), kPatience);
    w().ctrl(Qt::Key_Space);  // pause
    QVERIFY(w().settled());
    const Period shown = w().state.query().period;
    Count frame;
    frame.from = shown.from;
    frame.to = shown.to;
    QVERIFY(w().everywhere(m_cube.total(frame)));
    QVERIFY(w().part<QLabel>("frameLabel")->isVisible());
    w().ctrl(Qt::Key_Period);
    QCOMPARE(w().state.query(), question);
    QVERIFY(w().settled());
    QVERIFY(w().state.frameLabel().isEmpty());
    QCOMPARE(w().state.mapStyle().lockedMaximum, 0.0);
    QVERIFY(w().everywhere(m_cube.total()));
}

void TestStories::undoneAndRedone() {
    QVector<Query> chain{w().state.query()};
    auto* carpet = w().shown<CarpetView>("hoursCarpet");
    const auto done = [&] { chain.append(w().state.query()); };
    drag(carpet, carpet->cellCentre(0, 2), carpet->cellCentre(4, 4));
    done();
    auto* chart = w().shown<ChartView>("groupsChart");
    QTest::mouseClick(chart, Qt::LeftButton, Qt::NoModifier, chart->markCentre(m_cube.dataset.scheme.groups.last().code));
    done();
    QTest::mouseClick(w().shown<QToolButton>("dayType0"), Qt::LeftButton);
    done();
    auto* timeline = w().shown<TimelineView>("timeline");
    drag(timeline, timeline->areaOf(QDate(2025, 2, 1)).center().toPoint(), timeline->areaOf(QDate(2025, 5, 1)).center().toPoint());
    done();
    for (int i = 1; i < chain.size(); ++i) QVERIFY2(chain[i] != chain[i - 1], qPrintable(QString::number(i)));
    for (int i = chain.size() - 2; i >= 0; --i) {
        w().ctrl(Qt::Key_Z);
        QCOMPARE(w().state.query(), chain[i]);
    }
    QVERIFY(w().settled());
    QVERIFY(w().everywhere(m_cube.total()));
    for (int i = 1; i < chain.size(); ++i) {
        w().ctrlShift(Qt::Key_Z);
        QCOMPARE(w().state.query(), chain[i]);
    }
    QVERIFY(w().settled());
    QueryEngine engine(w().state.workspace());
    QVERIFY(w().everywhere((*engine.run(chain.last(), Breakdown::Place))->totalSum));
}

void TestStories::savedAndOpenedAgain() {
    auto* chart = w().shown<ChartView>("groupsChart");
    const QString group = m_cube.dataset.scheme.groups.last().code;
    QTest::mouseClick(chart, Qt::LeftButton, Qt::NoModifier, chart->markCentre(group));
    QVERIFY(w().settled());
    const Query saved = w().state.query();
    answerNext(QStringLiteral("고령자"));
    w().ctrl(Qt::Key_D);
    auto* menu = w().part<QMenu>("savedQuestions");
    QTRY_VERIFY_WITH_TIMEOUT(menu->isEnabled() && !menu->actions().isEmpty(), kPatience);
    w().press(Qt::Key_Escape);
    QVERIFY(w().state.query().groups.isEmpty());
    m_w.reset();
    // Another day.
    m_w = std::make_unique<WholeWindow>();
    w().window.openWorkspace(m_file);
    QTRY_VERIFY_WITH_TIMEOUT(w().state.workspace(), kPatience);
    menu = w().part<QMenu>("savedQuestions");
    QTRY_VERIFY_WITH_TIMEOUT(menu->isEnabled() && menu->actions().first()->text() == QStringLiteral("고령자"), kPatience);
    menu->actions().first()->trigger();
    QCOMPARE(w().state.query(), saved);
    QVERIFY(w().settled());
    Count count;
    count.groups = m_cube.groupsOf({group});
    QVERIFY(w().everywhere(m_cube.total(count)));
}

void TestStories::copiedIntoAnotherWindow() {
    auto* carpet = w().shown<CarpetView>("hoursCarpet");
    drag(carpet, carpet->rowName(5), carpet->rowName(6));
    QVERIFY(w().settled());
    w().ctrlShift(Qt::Key_J);
    QVERIFY(QApplication::clipboard()->text().contains(kRidership));
    m_w.reset();
    init();
    w().ctrlShift(Qt::Key_V);
    QVERIFY(w().settled());
    Count weekend;
    weekend.weekdays = {6, 7};
    QVERIFY(w().everywhere(m_cube.total(weekend)));
}

void TestStories::placesAsCsv() {
    const QString file = m_folder.filePath(QStringLiteral("정류장.csv"));
    w().window.saveTable(file);
    QVERIFY(w().tasksDone());
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(file), kPatience);
    QFile csv(file);
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(csv.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 41);
    const std::vector<qint64> sums = m_cube.byPlace({});
    qint64 sum = 0;
    for (int i = 1; i < lines.size(); ++i) {
        const QStringList cells = lines[i].split(QLatin1Char(','));  // number, name, sum, …
        QCOMPARE(cells[2].trimmed().toLongLong(), m_cube.of(sums, {cells[0]}));
        sum += cells[2].trimmed().toLongLong();
    }
    QCOMPARE(sum, m_cube.total());
}

void TestStories::languageAndTheme() {
    QTest::mouseClick(w().shown<QToolButton>("dayType0"), Qt::LeftButton);
    QVERIFY(w().settled());
    const Query query = w().state.query();
    const qint64 total = w().total();
    const QString english = w().part<QPushButton>("clearFilters")->text();
    w().ctrlShift(Qt::Key_K);
    QTRY_VERIFY(w().part<QPushButton>("clearFilters")->text() != english);
    {
        const Unwatched restyling("a theme restyles every widget at once, which takes about 70 ms");
        w().ctrlShift(Qt::Key_D);
    }
    QVERIFY(w().settled());
    QVERIFY(w().state.mapStyle().dark);
    QCOMPARE(w().state.query(), query);
    QVERIFY(w().everywhere(total));
    {
        const Unwatched restyling("as above");
        w().ctrlShift(Qt::Key_L);
    }
    w().ctrlShift(Qt::Key_E);
    QTRY_COMPARE(w().part<QPushButton>("clearFilters")->text(), english);
    QVERIFY(w().settled());
    QVERIFY(!w().state.mapStyle().dark);
    QCOMPARE(w().state.query(), query);
    QVERIFY(w().everywhere(total));
}

void TestStories::escapeClears() {
    auto* chart = w().shown<ChartView>("groupsChart");
    QTest::mouseClick(chart, Qt::LeftButton, Qt::NoModifier, chart->markCentre(m_cube.dataset.scheme.groups.first().code));
    QTest::mouseClick(w().shown<QToolButton>("dayType2"), Qt::LeftButton);
    QVERIFY(w().settled());
    QVERIFY(w().total() < m_cube.total());
    w().press(Qt::Key_Escape);
    QVERIFY(w().settled());
    QVERIFY(w().everywhere(m_cube.total()));
}

void TestStories::anotherDatasetAndBack() {
    auto* tree = w().shown<QTreeWidget>("datasetTree");
    const auto choose = [&](const QString& id) {
        for (QTreeWidgetItemIterator it(tree); *it; ++it) {
            if ((*it)->data(0, Qt::UserRole).toString() != id) continue;
            tree->scrollToItem(*it);
            QTest::mouseClick(tree->viewport(), Qt::LeftButton, Qt::NoModifier, tree->visualItemRect(*it).center());
            return;
        }
        QFAIL(qPrintable(id));
    };
    QString other;
    for (const Dataset& dataset : w().state.datasets())
        if (dataset.kind == DatasetKind::Cube && dataset.id != kRidership && dataset.measures.first().aggregation == Aggregation::Sum)
            other = dataset.id;
    if (other.isEmpty()) QSKIP("the sample city holds no second dataset of counts");
    choose(other);
    QCOMPARE(w().state.query().dataset, other);
    QTRY_VERIFY_WITH_TIMEOUT(!w().state.busy() && w().state.answers() && w().state.answers()->query == w().state.query(), kPatience);
    const CountedCube cube(*w().state.workspace(), other);
    QCOMPARE(w().total(), cube.total());
    choose(kRidership);
    QVERIFY(w().settled());
    QVERIFY(w().everywhere(m_cube.total()));
}

void TestStories::animationFromTheMenu() {
    const QString file = m_folder.filePath(QStringLiteral("months.gif"));
    auto* timeline = w().shown<TimelineView>("timeline");
    QTRY_VERIFY_WITH_TIMEOUT(w().state.days(), kPatience);
    drag(timeline, timeline->areaOf(QDate(2024, 1, 10)).center().toPoint(), timeline->areaOf(QDate(2024, 3, 20)).center().toPoint());
    QVERIFY(w().settled());
    answerNext(file);
    w().ctrlShift(Qt::Key_F);
    QVERIFY(w().tasksDone());
    QVERIFY2(w().window.messageBar()->level() == MessageBar::Level::Success, qPrintable(w().window.messageBar()->text()));
    QImageReader reader(file);
    QCOMPARE(reader.imageCount(), 3);
}

MUDEUNG_MAP_TEST_MAIN(TestStories)
#include "test_stories.moc"
