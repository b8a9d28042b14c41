// SPDX-License-Identifier: GPL-3.0-or-later
// RapidCheck inside QtTest: a slot checks one property on generated cases, the same ones in every run. On failure the seed, the smallest
// counterexample and how to repeat it go to stderr. RC_PARAMS="seed=7 max_success=1000" asks for other cases. Also what several
// properties generate.
#pragma once

#include <QElapsedTimer>
#include <QFileInfo>
#include <QStorageInfo>
#include <QtTest>
#include <iostream>
#include <random>
#include <rapidcheck.h>
#include <rapidcheck/detail/TestListenerAdapter.h>
#include <sstream>

#include "core/model/cube_data.h"
#include "tests/support/test_runs.h"

namespace mudeung::test {

/// Temporary folders in memory where there is room: properties are not about the disk, and waiting for it takes most of their time.
inline void keepFilesInMemory() {
    const QString folder = QStringLiteral("/dev/shm");
    if (qEnvironmentVariableIsSet("TMPDIR") || !QFileInfo(folder).isWritable()) return;
    if (QStorageInfo(folder).bytesAvailable() > qint64{256} << 20) qputenv("TMPDIR", folder.toUtf8());
}

/// Any number of [low, high] whatever the size of the case (rc::gen::inRange begins with the low ones); shrinks towards `low`.
template <typename T>
rc::Gen<T> between(T low, T high) {
    return rc::gen::resize(rc::kNominalSize, rc::gen::inRange<T>(low, static_cast<T>(high + 1)));
}

/// One of a few values; shrinks towards the first.
template <typename T>
rc::Gen<T> oneOfValues(std::vector<T> values) {
    return rc::gen::map(between<std::size_t>(0, values.size() - 1), [values](std::size_t i) { return values[i]; });
}

/// `count` is a number of cases in an ordinary run. What RC_PARAMS names is taken from it; with RC_PARAMS but without a seed in it, every
/// run has another one.
inline rc::detail::Configuration configurationOf(int count) {
    rc::detail::Configuration configuration;
    configuration.testParams.seed = 20'240'229;
    configuration.testParams.maxSuccess = runs(count);
    if (!qEnvironmentVariableIsSet("RC_PARAMS")) return configuration;
    configuration.testParams.seed = std::random_device{}();
    return rc::detail::configFromString(qgetenv("RC_PARAMS").toStdString(), configuration);
}

/// All of the usual cases or more: then the rare kinds must be among them, or the property proves little.
inline bool isOrdinaryRun() {
    return !qEnvironmentVariableIsSet("RC_PARAMS") && runs(100) >= 100;
}

/// Runs a property until its first failure, and for a while after that: a slow property could else be made smaller for hours.
template <typename Property>
class BoundedProperty {
public:
    explicit BoundedProperty(Property property) : m_property(std::move(property)) {}
    void operator()() {
        constexpr qint64 kSmallerForMs = 60'000;
        if (m_failing.isValid() && m_failing.elapsed() > kSmallerForMs) return;
        try {
            m_property();
        } catch (const rc::detail::CaseResult& result) {
            if (result.type == rc::detail::CaseResult::Type::Failure) note();
            throw;
        } catch (...) {
            note();
            throw;
        }
    }

private:
    void note() {
        if (!m_failing.isValid()) m_failing.start();
    }
    Property m_property;
    QElapsedTimer m_failing;
};

/// Empty when `property` held in every case; else one line for QtTest, the rest is printed.
template <typename Property>
QByteArray failureOf(int count, Property property) {
    rc::detail::Configuration configuration;
    try {
        configuration = configurationOf(count);
    } catch (const rc::detail::ConfigurationException& problem) {
        return QByteArray("RC_PARAMS: ") + problem.what();
    }
    const rc::detail::TestMetadata metadata{QTest::currentTestFunction(), QTest::currentTestFunction()};
    rc::detail::TestListenerAdapter silent;
    auto bounded = std::make_shared<BoundedProperty<Property>>(std::move(property));
    const auto result =
        rc::detail::checkTestable([bounded] { (*bounded)(); }, metadata, configuration.testParams, silent, configuration.reproduce);
    if (result.template is<rc::detail::SuccessResult>()) return {};
    std::ostringstream text;
    rc::detail::printResultMessage(result, text);
    text << "\n\nseed " << configuration.testParams.seed << " in " << metadata.id << '\n';
    if (result.template is<rc::detail::FailureResult>()) {
        configuration.reproduce[metadata.id] = result.template get<rc::detail::FailureResult>().reproduce;
        text << "this case alone: RC_PARAMS=\"" << rc::detail::configToMinimalString(configuration) << "\"\n";
    }
    std::cerr << text.str() << std::endl;
    const std::string seed = std::to_string(configuration.testParams.seed);
    return QByteArray("the property does not hold, see the counterexample above; seed ") + seed.c_str();
}

/// One of three files is written.
struct Step {
    int file = 0;
    OnExisting mode = OnExisting::Ask;
};

inline void showValue(const Step& s, std::ostream& os) {
    static const char* const names[] = {"ask", "replace", "add", "fill"};
    os << names[static_cast<int>(s.mode)] << " file " << s.file;
}

inline rc::Gen<std::vector<Step>> anySteps(int most) {
    using enum OnExisting;
    const auto step = rc::gen::build<Step>(rc::gen::set(&Step::file, between(0, 2)),
                                           rc::gen::set(&Step::mode, oneOfValues<OnExisting>({Ask, Replace, Add, Fill, Replace, Add})));
    return rc::gen::resize(most, rc::gen::container<std::vector<Step>>(step));
}

}  // namespace mudeung::test

/// VERIFY_PROPERTY(200, [] { … RC_ASSERT(…); });
#define VERIFY_PROPERTY(count, ...)                                                        \
    do {                                                                                   \
        const QByteArray propertyFailure = ::mudeung::test::failureOf(count, __VA_ARGS__); \
        QVERIFY2(propertyFailure.isEmpty(), propertyFailure.constData());                  \
    } while (false)
