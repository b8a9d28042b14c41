// SPDX-License-Identifier: GPL-3.0-or-later
// Values of parameters: typed by people, read from recipes, refused with a reason.
#include <QtTest>

#include "core/analysis/frame/parameter.h"

using namespace mudeung;

class TestParameters : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_specs = {integerParameter("draws", "Draws", "How many.", 99999, 99, 999999),
                   realParameter("level", "Level", "Of the test.", 5, 0.1, 20, 1, "%"),
                   choiceParameter("rule", "Rule", "Which.", {{"queen", "queen contiguity"}, {"knn", "nearest"}}, "queen"),
                   flagParameter("self", "Self", "With itself.", true),
                   periodParameter("before", "Before", "Compared with.", {QDate(2023, 1, 1), QDate(2023, 12, 31)})};
        m_specs[1].onlyWhen = QStringLiteral("rule");
        m_specs[1].onlyWhenValues = QStringList{QStringLiteral("knn")};
    }

    void defaultsAreComplete() {
        const auto values = readParameters(m_specs, {});
        QVERIFY(values.ok());
        QCOMPARE(values->integer("draws"), qint64{99999});
        QCOMPARE(values->real("level"), 5.0);
        QCOMPARE(values->choice("rule"), QStringLiteral("queen"));
        QVERIFY(values->flag("self"));
        QCOMPARE(values->period("before").from, QDate(2023, 1, 1));
        QVERIFY(!m_specs[1].isAsked(values->json()));
    }

    void typed_data() {
        QTest::addColumn<int>("spec");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("number with separators") << 0 << "99,999" << true;
        QTest::newRow("too small") << 0 << "98" << false;
        QTest::newRow("too large") << 0 << "1000000" << false;
        QTest::newRow("fraction") << 0 << "100.5" << false;
        QTest::newRow("no number") << 0 << "many" << false;
        QTest::newRow("not a number") << 1 << "nan" << false;
        QTest::newRow("real") << 1 << " 2.5 " << true;
        QTest::newRow("choice") << 2 << "knn" << true;
        QTest::newRow("no such choice") << 2 << "rook" << false;
        QTest::newRow("yes") << 3 << "Yes" << true;
        QTest::newRow("korean no") << 3 << QStringLiteral("아니요") << true;
        QTest::newRow("perhaps") << 3 << "perhaps" << false;
        QTest::newRow("period") << 4 << "2024-03..2024-05" << true;
        QTest::newRow("no period") << 4 << "spring" << false;
        QTest::newRow("everything") << 4 << "" << true;
    }
    void typed() {
        QFETCH(int, spec);
        QFETCH(QString, text);
        QFETCH(bool, good);
        const auto value = parseParameter(m_specs[spec], text);
        QCOMPARE(value.ok(), good);
        if (!good) {
            QCOMPARE(value.error().code, ErrorCode::Usage);
            // Says which parameter, what it takes and what was given.
            QVERIFY(value.error().message.contains(m_specs[spec].id));
            QVERIFY(value.error().message.contains(parameterRange(m_specs[spec])));
        }
    }

    void refused() {
        const auto unknown = readParameters(m_specs, {{"drawz", 5}});
        QVERIFY(!unknown.ok());
        QVERIFY(unknown.error().message.contains(QStringLiteral("drawz")) && unknown.error().message.contains(QStringLiteral("draws")));
        QVERIFY(!readParameters(m_specs, {{"draws", "5"}}).ok());  // a recipe holds numbers as numbers
        QVERIFY(!readParameters(m_specs, {{"self", 1}}).ok());
        QVERIFY(!readParameters(m_specs, {{"rule", "rook"}}).ok());
    }

    void shownToPeople() {
        QCOMPARE(parameterText(m_specs[0], 99999), QStringLiteral("99,999"));
        QCOMPARE(parameterText(m_specs[1], 2.5), QStringLiteral("2.5 %"));
        QCOMPARE(parameterText(m_specs[2], "knn"), QStringLiteral("nearest"));
        QCOMPARE(parameterText(seedParameter(), 12345), QStringLiteral("12345"));
    }

private:
    QVector<ParameterSpec> m_specs;
};

QTEST_GUILESS_MAIN(TestParameters)
#include "test_parameters.moc"
