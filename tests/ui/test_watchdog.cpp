// SPDX-License-Identifier: GPL-3.0-or-later
// The watch that all tests of the window run under: what it must notice, what it must let pass.
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QProcessEnvironment>
#include <QPushButton>
#include <QTimer>
#include <QtTest>
#include <functional>
#include <unistd.h>

#include "tests/support/watchdog.h"

using namespace mudeung::test;

namespace {

/// Keeps the thread busy by its own clock, so that other programs make no difference.
[[gnu::noinline]] void spin(double milliseconds) {
    const auto busy = [] {
        timespec t{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
        return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) * 1e-6;
    };
    const double end = busy() + milliseconds;
    while (busy() < end) {
    }
}

class Receiver : public QObject {
    Q_OBJECT
public:
    explicit Receiver(std::function<void()> work) : m_work(std::move(work)) { setObjectName(QStringLiteral("slowOne")); }
    bool event(QEvent* event) override {
        if (event->type() != QEvent::User) return QObject::event(event);
        m_work();
        return true;
    }
    void deliver() {
        QCoreApplication::postEvent(this, new QEvent(QEvent::User));
        QCoreApplication::sendPostedEvents(this);
    }

private:
    std::function<void()> m_work;
};

}  // namespace

class TestWatchdog : public QObject {
    Q_OBJECT
private slots:
    void init() {
        const double allowance = qEnvironmentVariable("MUDEUNG_STALL_ALLOWANCE", QStringLiteral("1")).toDouble();
        if (allowance != 1.0) QSKIP("limits are not the usual ones");
        watch().forget();
    }

    void busyEventIsAStall() {
        Receiver([] { spin(120.0); }).deliver();
        QCOMPARE(watch().stalls(), 1);
        QVERIFY(watch().longest().busy >= 119.0);
        const QString report = watch().reports().value(0);
        QVERIFY2(report.contains(QLatin1String("slowOne")) && report.contains(QLatin1String("User")), qPrintable(report));
        // Taken by the other thread while it lasted.
        if (!QStandardPaths::findExecutable(QStringLiteral("addr2line")).isEmpty())
            QVERIFY2(report.contains(QLatin1String("spin")), qPrintable(report));
    }

    void shortEventIsNone() {
        Receiver([] { spin(25.0); }).deliver();
        QCOMPARE(watch().stalls(), 0);
        QVERIFY(watch().longest().busy >= 24.0 && watch().longest().busy < 50.0);
    }

    void codeBetweenEventsDoesNotCount() {
        spin(120.0);
        QCoreApplication::processEvents();
        spin(60.0);
        QCOMPARE(watch().stalls(), 0);
    }

    void waitingIsAStallWhenItIsLong() {
        Receiver([] { ::usleep(120'000); }).deliver();
        QCOMPARE(watch().stalls(), 0);  // could be the disk of a busy machine
        Receiver([] { ::usleep(320'000); }).deliver();
        QCOMPARE(watch().stalls(), 1);
        QVERIFY(watch().longest().busy < 50.0);
    }

    void eventsInsideBelongToTheOuterOne() {
        Receiver inner([] { spin(30.0); });
        Receiver([&inner] {
            inner.deliver();
            inner.deliver();
            inner.deliver();
        }).deliver();
        QCOMPARE(watch().stalls(), 1);
    }

    void modalLoopIsNoStall() {
        Receiver inner([] { spin(30.0); });
        Receiver([&inner] {
            QEventLoop loop;  // as a dialog runs it
            QTimer::singleShot(0, &loop, [&inner] { inner.deliver(); });
            QTimer::singleShot(100, &loop, [&inner] { inner.deliver(); });
            QTimer::singleShot(400, &loop, &QEventLoop::quit);
            loop.exec();
            spin(30.0);
        }).deliver();
        QVERIFY2(watch().stalls() == 0, qPrintable(watch().reports().join(QLatin1Char('\n'))));
        Receiver([] {
            QEventLoop loop;
            QTimer::singleShot(0, &loop, &QEventLoop::quit);
            loop.exec();
            spin(120.0);
        }).deliver();
        QCOMPARE(watch().stalls(), 1);
    }

    void clicksCount() {
        QPushButton button;
        connect(&button, &QPushButton::clicked, this, [] { spin(120.0); });
        QTest::mouseClick(&button, Qt::LeftButton);
        QCOMPARE(watch().stalls(), 1);
    }

    void phasesCanBeLeftOut() {
        {
            const Unwatched phase("a phase");
            Receiver([] { spin(120.0); }).deliver();
        }
        QCOMPARE(watch().stalls(), 0);
        Receiver([] { spin(120.0); }).deliver();
        QCOMPARE(watch().stalls(), 1);
    }

    void suspicionsAreConfirmed_data() {
        QTest::addColumn<QString>("when");
        QTest::addColumn<bool>("passes");
        QTest::newRow("never") << QStringLiteral("never") << true;
        QTest::newRow("only the first time") << QStringLiteral("first") << true;
        QTest::newRow("every time") << QStringLiteral("always") << false;
        QTest::newRow("far too long, once") << QStringLiteral("far") << false;
    }
    void suspicionsAreConfirmed() {
        QFETCH(QString, when);
        QFETCH(bool, passes);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("MUDEUNG_WATCHED_CHILD"), when);
        QProcess child;
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(QCoreApplication::applicationFilePath(), QStringList());
        QVERIFY(child.waitForFinished(60'000));
        const QByteArray said = child.readAll();
        QCOMPARE(child.exitStatus(), QProcess::NormalExit);
        QVERIFY2((child.exitCode() == 0) == passes, said.constData());
        QCOMPARE(said.count("suspected"), when == QLatin1String("first") || when == QLatin1String("always") ? 1 : 0);
    }

    void otherThreadsAreNotWatched() {
        QThread thread;
        Receiver worker([] { spin(120.0); });
        worker.moveToThread(&thread);
        thread.start();
        QCoreApplication::postEvent(&worker, new QEvent(QEvent::User));
        QTest::qWait(200);
        thread.quit();
        thread.wait();
        QCOMPARE(watch().stalls(), 0);
    }

private:
    static StallWatch& watch() { return *StallWatch::instance(); }
};

/// What suspicionsAreConfirmed() starts as a program of its own.
class TestChild : public QObject {
    Q_OBJECT
private slots:
    void unconcerned() {}
    void stalls() {
        const QString when = qEnvironmentVariable("MUDEUNG_WATCHED_CHILD");
        double busy = 0.0;
        if (when == QLatin1String("always") || (when == QLatin1String("first") && !StallWatch::confirms())) busy = 80.0;
        if (when == QLatin1String("far") && !StallWatch::confirms()) busy = 200.0;
        Receiver([busy] { spin(busy); }).deliver();
    }
};

int main(int argc, char* argv[]) {
    WatchedApplication application(argc, argv);
    if (qEnvironmentVariableIsSet("MUDEUNG_WATCHED_CHILD")) {
        const StallWatch watch;
        TestChild child;
        return runWatched(watch, child, argc, argv);
    }
    const StallWatch watch(false);  // this test makes stalls
    TestWatchdog test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_watchdog.moc"
