// SPDX-License-Identifier: GPL-3.0-or-later
// A thousand actions at random through every panel of the whole window, in rounds that are undone to the start: nothing crashes, nothing
// stalls, and question and comparison are those that it began with. MUDEUNG_SEED chooses another series.
#include <QListWidget>
#include <QScrollArea>
#include <QSpinBox>
#include <QTreeWidget>
#include <functional>
#include <random>

#include "core/base/language.h"
#include "core/sample/sample_city.h"
#include "tests/support/map_test.h"
#include "tests/support/test_runs.h"
#include "tests/ui/map/whole_window.h"
#include "ui/common/query_defaults.h"
#include "ui/common/theme.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {

constexpr unsigned kSeed = 20251125;
constexpr int kActions = 1000;
constexpr int kRound = 50;  ///< actions between two looks

/// Somebody without a plan.
class Hands {
public:
    Hands(WholeWindow& window, unsigned seed) : m_w(window), m_random(seed) {
        add(4, "carpet", [this] { dragCarpet(); });
        add(4, "bars", [this] { clickBar(); });
        add(4, "timeline", [this] { useTimeline(); });
        add(3, "days", [this] { toggle(pick({"dayType0", "dayType1", "dayType2"})); });
        add(3, "groups list", [this] { checkGroup(); });
        add(3, "box", [this] { chooseIn(pick({"periodPreset", "hourPreset", "area", "measure", "groupScheme"})); });
        add(2, "comparison", [this] { chooseIn("compareWith"); });
        add(3, "ask", [this] { ask(); });
        add(3, "table", [this] { selectRow(); });
        add(2, "map", [this] { useMap(); });
        add(2, "style", [this] { useStyle(); });
        add(3, "play", [this] { play(); });
        add(1, "dataset", [this] { chooseDataset(); });
        add(2, "undo", [this] { m_w.ctrl(Qt::Key_Z); });
        add(1, "redo", [this] { m_w.ctrlShift(Qt::Key_Z); });
        add(1, "clear", [this] { m_w.press(Qt::Key_Escape); });
        add(1, "language", [this] { m_w.ctrlShift(pick<int>({Qt::Key_K, Qt::Key_E})); });
        add(1, "theme", [this] {
            const Unwatched restyling("a theme restyles every widget at once, which takes about 70 ms");
            m_w.ctrlShift(pick<int>({Qt::Key_L, Qt::Key_D}));
        });
    }

    /// What was done, for the report.
    QString act() {
        std::uniform_int_distribution<std::size_t> which(0, m_actions.size() - 1);
        const auto& [name, run] = m_actions[which(m_random)];
        run();
        return QString::fromLatin1(name);
    }
    const QHash<QString, int>& kinds() const { return m_kinds; }
    int below(int limit) { return limit < 1 ? 0 : std::uniform_int_distribution<int>(0, limit - 1)(m_random); }

private:
    void add(int weight, const char* name, const std::function<void()>& run) {
        for (int i = 0; i < weight; ++i)
            m_actions.emplace_back(name, [this, name, run] {
                ++m_kinds[QString::fromLatin1(name)];
                run();
            });
    }
    template <typename T = const char*>
    T pick(std::initializer_list<T> from) {
        return *(from.begin() + below(static_cast<int>(from.size())));
    }
    QPoint inside(const QWidget* widget) { return {below(widget->width()), below(widget->height())}; }
    Qt::KeyboardModifiers modifiers() {
        return pick<Qt::KeyboardModifiers>({Qt::NoModifier, Qt::NoModifier, Qt::ShiftModifier, Qt::ControlModifier});
    }
    /// Somebody can only use what is there and not grey.
    static bool usable(const QWidget* widget) { return widget->isVisible() && widget->isEnabled(); }

    void dragCarpet() {
        toggle(pick({"hoursByWeekday", "hoursByMonth", "hoursProfile"}));
        auto* carpet = m_w.shown<CarpetView>("hoursCarpet");
        if (!usable(carpet)) return;
        drag(carpet, inside(carpet), inside(carpet), modifiers());
    }
    void clickBar() {
        auto* chart = m_w.shown<ChartView>(pick({"groupsChart", "hoursChart"}));
        if (!usable(chart)) return;
        const QPoint from = inside(chart);
        if (below(3) == 0) return drag(chart, from, inside(chart), modifiers());
        QTest::mouseClick(chart, Qt::LeftButton, modifiers(), from);
    }
    void useTimeline() {
        auto* timeline = m_w.shown<TimelineView>("timeline");
        if (!usable(timeline)) return;
        timeline->setFocus();
        switch (below(4)) {
            case 0:
                QTest::keyClick(timeline, pick<Qt::Key>({Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End}), modifiers());
                break;
            case 1:
                QTest::mouseDClick(timeline, Qt::LeftButton, modifiers(), inside(timeline));
                break;
            default:
                drag(timeline, inside(timeline), inside(timeline), modifiers());
        }
    }
    void toggle(const char* name) {
        auto* button = m_w.shown<QToolButton>(name);
        if (usable(button)) QTest::mouseClick(button, Qt::LeftButton);
    }
    void checkGroup() {
        auto* list = m_w.shown<QListWidget>("groups");
        if (!usable(list) || list->count() == 0) return;
        QListWidgetItem* item = list->item(below(list->count()));
        if (item->flags() & Qt::ItemIsUserCheckable) item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    }
    void chooseIn(const char* name) {
        auto* box = m_w.shown<QComboBox>(name);
        if (!usable(box) || box->count() == 0) return;
        box->setFocus();
        QTest::keyClick(box, pick<Qt::Key>({Qt::Key_Down, Qt::Key_Up, Qt::Key_Home, Qt::Key_End}));
    }
    void ask() {
        m_w.ctrl(Qt::Key_K);
        auto* line = m_w.part<QLineEdit>("askLine");
        if (!usable(line)) return;
        line->clear();
        write(line, QString::fromUtf8(pick({"평일 아침 경로 승차 상위 5 정류장", "주말 저녁", "청소년", "2024년 3월", "top 3 stops",
                                            "weekdays 7-9", "동별 승차", "무지개", "월별", "65세 이상 작년 대비"})));
        QTest::keyClick(line, pick<Qt::Key>({Qt::Key_Return, Qt::Key_Return, Qt::Key_Escape}));
        m_w.canvas()->setFocus();
    }
    void selectRow() {
        auto* table = m_w.shown<QTableView>(pick({"placeTable", "changeTable"}));
        if (!usable(table) || table->model()->rowCount() == 0) return;
        const QModelIndex index = table->model()->index(below(table->model()->rowCount()), 0);
        table->scrollTo(index);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, modifiers(), table->visualRect(index).center());
    }
    void useMap() {
        QWidget* map = m_w.canvas()->viewport();
        if (!usable(map)) return;
        switch (below(3)) {
            case 0:
                QTest::mouseClick(map, Qt::LeftButton, modifiers(), inside(map));
                break;
            case 1:
                drag(map, inside(map), inside(map), Qt::ShiftModifier);
                break;
            default: {
                const QPoint at = inside(map);
                QWheelEvent wheel(at, map->mapToGlobal(at), QPoint(), QPoint(0, below(2) ? 120 : -120), Qt::NoButton, Qt::NoModifier,
                                  Qt::NoScrollPhase, false);
                QCoreApplication::sendEvent(map, &wheel);
            }
        }
    }
    void useStyle() {
        if (below(2)) return toggle(pick({"kindDensity", "kindCircles", "kindChoropleth"}));
        chooseIn(pick({"kernel", "classMethod"}));
    }
    void play() {
        if (below(2)) chooseIn(pick({"playStep", "playSpeed"}));
        pick<std::function<void()>>({[this] { m_w.ctrl(Qt::Key_Space); }, [this] { m_w.ctrl(Qt::Key_BracketLeft); },
                                     [this] { m_w.ctrl(Qt::Key_BracketRight); }, [this] { m_w.ctrl(Qt::Key_Period); }})();
    }
    void chooseDataset() {
        auto* tree = m_w.shown<QTreeWidget>("datasetTree");
        QVector<QTreeWidgetItem*> items;
        for (QTreeWidgetItemIterator it(tree); *it; ++it)
            if ((*it)->flags() & Qt::ItemIsSelectable) items.append(*it);
        if (!usable(tree) || items.isEmpty()) return;
        QTreeWidgetItem* item = items[below(static_cast<int>(items.size()))];
        tree->scrollToItem(item);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, Qt::NoModifier, tree->visualItemRect(item).center());
    }

    WholeWindow& m_w;
    std::mt19937 m_random;
    std::vector<std::pair<const char*, std::function<void()>>> m_actions;
    QHash<QString, int> m_kinds;
};

bool answered(WholeWindow& w) {
    return QTest::qWaitFor([&] { return !w.state.busy() && w.state.answers() && w.state.answers()->query == w.state.query(); }, kPatience);
}

}  // namespace

class TestRandomActions : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        isolateSettings(m_folder.path());
        setInterfaceLanguage(QStringLiteral("en"));
        applyTheme(QStringLiteral("light"));
        SampleOptions options;
        options.stops = 25;
        options.days = 120;
        const Status made = makeSampleWorkspace(m_folder.filePath(QStringLiteral("city.mudeung")), options, Progress::none());
        QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().message));
    }

    void thousandActionsAndBack() {
        bool given = false;
        const unsigned wished = qEnvironmentVariable("MUDEUNG_SEED").toUInt(&given);
        const unsigned seed = given ? wished : kSeed;
        qInfo("seed %u", seed);
        WholeWindow w;
        w.window.openWorkspace(m_folder.filePath(QStringLiteral("city.mudeung")));
        QTRY_VERIFY_WITH_TIMEOUT(w.state.workspace(), kPatience);
        QVERIFY(w.settled());
        const Query start = w.state.query();
        const Comparison compared = w.state.comparison();
        QVERIFY(!w.state.canStepBack());
        const qint64 total = w.total();
        QString failures;
        QObject::connect(&w.state, &WorkspaceState::failed, &w.window, [&](const Error& error) {
            if (error.code == ErrorCode::Internal || error.code == ErrorCode::Corrupt) failures += error.message + QLatin1Char('\n');
        });

        Hands hands(w, seed);
        QueryEngine engine(w.state.workspace());
        int changes = 0, steps = 0;
        const int actions = runs(kActions);
        for (int i = 0; i < actions; ++i) {
            const Query before = w.state.query();
            const QString last = hands.act();
            changes += w.state.query() != before;
            QCoreApplication::processEvents();
            if ((i + 1) % kRound != 0) continue;
            // Now and then somebody looks: what is shown is the answer to the question.
            w.ctrl(Qt::Key_Period);
            const QByteArray where = QStringLiteral("action %1, %2").arg(i).arg(last).toUtf8();
            QVERIFY2(answered(w), where.constData());
            const auto own = engine.run(w.state.query(), Breakdown::Place);
            QVERIFY2(own.ok(), where.constData());
            QCOMPARE(w.total(), (*own)->totalSum);
            // And takes everything back. The window remembers more steps than a round has.
            for (; w.state.canStepBack(); ++steps) w.ctrl(Qt::Key_Z);
            QVERIFY2(w.state.query() == start, where.constData());
            QVERIFY2(w.state.comparison() == compared, where.constData());
        }
        QVERIFY(answered(w));
        QCOMPARE(w.total(), total);
        QVERIFY2(failures.isEmpty(), qPrintable(failures));
        qInfo("%d of %d actions changed the question, %d steps back", changes, actions, steps);
        QVERIFY(changes > actions / 10 && steps > actions / 10);
        QVERIFY(actions < kActions || hands.kinds().size() == 18);
    }

private:
    QTemporaryDir m_folder;
};

MUDEUNG_MAP_TEST_MAIN(TestRandomActions)
#include "test_random_actions.moc"
