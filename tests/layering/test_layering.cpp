// SPDX-License-Identifier: GPL-3.0-or-later
// The source tree keeps the rules of the house; and each rule fires on a tree made to break it.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/layering/source_rules.h"

using namespace mudeung;

namespace {

using Rule = QStringList (*)(const QString&);
const char kHead[] = "// SPDX-License-Identifier: GPL-3.0-or-later\n// A file made for a test.\n";

void put(const QString& root, const QString& path, const QByteArray& text) {
    const QString whole = QDir(root).filePath(path);
    QVERIFY(QDir().mkpath(QFileInfo(whole).path()));
    QFile file(whole);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), static_cast<qint64>(text.size()));
}

}  // namespace

Q_DECLARE_METATYPE(Rule)

class TestLayering : public QObject {
    Q_OBJECT

private slots:
    void tree_data() {
        QTest::addColumn<Rule>("rule");
        QTest::newRow("core folder order") << Rule(rules::coreFolderOrder);
        QTest::newRow("core has no gui") << Rule(rules::coreHasNoGui);
        QTest::newRow("qgis only in ui/map") << Rule(rules::qgisOnlyInMap);
        QTest::newRow("ui panels apart") << Rule(rules::uiPanelsApart);
        QTest::newRow("version checks") << Rule(rules::versionChecks);
        QTest::newRow("file sizes") << Rule(rules::fileSizes);
        QTest::newRow("folder readmes") << Rule(rules::folderReadmes);
        QTest::newRow("file heads") << Rule(rules::fileHeads);
        QTest::newRow("forbidden names") << Rule(rules::forbiddenNames);
        QTest::newRow("unfinished words") << Rule(rules::unfinishedWords);
        QTest::newRow("profiles have tests") << Rule(rules::profilesWithoutTest);
    }
    void tree() {
        QFETCH(Rule, rule);
        const QStringList found = rule(QStringLiteral(MUDEUNG_SOURCE_DIR));
        QVERIFY2(found.isEmpty(), qPrintable(QLatin1Char('\n') + found.join(QLatin1Char('\n'))));
    }

    void theTreeIsThere() {
        QVERIFY(QFile::exists(QStringLiteral(MUDEUNG_SOURCE_DIR "/core/base/result.h")));
        QVERIFY(QFile::exists(QStringLiteral(MUDEUNG_SOURCE_DIR "/ui/map/map_view.h")));
    }

    void brokenTree_data() {
        QTest::addColumn<Rule>("rule");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, Rule rule, const char* file, const QByteArray& text) {
            QTest::newRow(name) << rule << QString::fromLatin1(file) << text;
        };
        row("base includes model", rules::coreFolderOrder, "core/base/a.h", "#include \"core/model/query.h\"\n");
        row("import includes analysis", rules::coreFolderOrder, "core/import/a.cpp", "#include \"core/analysis/density/density.h\"\n");
        row("analysis includes import", rules::coreFolderOrder, "core/analysis/x/a.cpp", "  #  include \"core/import/importer.h\"\n");
        row("store includes chart", rules::coreFolderOrder, "core/store/a.cpp", "#include \"core/chart/chart_spec.h\"\n");
        row("task includes model", rules::coreFolderOrder, "core/task/a.cpp", "#include \"core/model/query.h\"\n");
        row("folder nobody knows", rules::coreFolderOrder, "core/misc/a.cpp", "#include \"core/base/result.h\"\n");
        row("core paints", rules::coreHasNoGui, "core/chart/a.cpp", "#include <QPainter>\n");
        row("core has widgets", rules::coreHasNoGui, "core/base/a.h", "#include <QtWidgets/QLabel>\n");
        row("core sees ui", rules::coreHasNoGui, "core/cube/a.cpp", "#include \"ui/common/map_style.h\"\n");
        row("core uses qgis", rules::coreHasNoGui, "core/cube/a.cpp", "#include <qgspoint.h>\n");
        row("qgis in shell", rules::qgisOnlyInMap, "ui/shell/a.cpp", "#include <qgsmapcanvas.h>\n");
        row("qgis in app", rules::qgisOnlyInMap, "app/a.cpp", "#include \"qgis/qgsapplication.h\"\n");
        row("explore includes import", rules::uiPanelsApart, "ui/explore/a.cpp", "#include \"ui/import/import_dialog.h\"\n");
        row("import includes explore", rules::uiPanelsApart, "ui/import/a.cpp", "#include \"ui/explore/filter_panel.h\"\n");
        row("shell includes map", rules::uiPanelsApart, "ui/shell/a.cpp", "#include \"ui/map/map_view.h\"\n");
        row("common includes shell", rules::uiPanelsApart, "ui/common/a.cpp", "#include \"ui/shell/main_window.h\"\n");
        row("version check in a panel", rules::versionChecks, "ui/explore/a.cpp", "#if QT_VERSION >= QT_VERSION_CHECK(6, 0, 0)\n#endif\n");
        row("too long", rules::fileSizes, "core/base/a.cpp", QByteArray("\n").repeated(601));
        row("no readme", rules::folderReadmes, "core/base/a.cpp", "\n");
        row("no licence line", rules::fileHeads, "core/base/a.cpp", "int a;\n");
        row("no pragma", rules::fileHeads, "core/base/a.h", kHead);
        row("regexp of Qt 4", rules::forbiddenNames, "core/base/a.cpp", "#include <QRegExp>\n");
        row("codec", rules::forbiddenNames, "core/base/a.cpp", "auto* c = QTextCodec::codecForName(\"x\");\n");
        row("mouse position", rules::forbiddenNames, "ui/map/a.cpp", "auto p = event->pos();\n");
        row("charts namespace", rules::forbiddenNames, "ui/charts/a.cpp", "QtCharts::QChart chart;\n");
        row("left for later", rules::unfinishedWords, "core/base/a.cpp", "// TODO later\n");
        row("untested profile", rules::profilesWithoutTest, "resources/profiles/nobody.json", "{}\n");
    }
    void brokenTree() {
        QFETCH(Rule, rule);
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        QTemporaryDir folder;
        put(folder.path(), file, text);
        const QStringList found = rule(folder.path());
        QCOMPARE(found.size(), 1);
        QVERIFY2(found.first().startsWith(file) || file.startsWith(found.first().section(QLatin1Char(':'), 0, 0)),
                 qPrintable(found.first()));
    }

    void goodTree() {
        QTemporaryDir folder;
        const QByteArray head(kHead);
        put(folder.path(), QStringLiteral("core/import/a.cpp"),
            head + "#include <QString>\n#include \"core/cube/place_index.h\"\n#include \"core/import/b.h\"\n");
        put(folder.path(), QStringLiteral("core/import/README.md"), "import\n");
        put(folder.path(), QStringLiteral("ui/map/a.cpp"), head + "#include <qgsmapcanvas.h>\n#include \"ui/common/workspace_state.h\"\n");
        put(folder.path(), QStringLiteral("ui/map/README.md"), "map\n");
        put(folder.path(), QStringLiteral("ui/shell/a.h"), head + "#pragma once\n#include \"ui/explore/filter_panel.h\"\n");
        put(folder.path(), QStringLiteral("ui/shell/README.md"), "shell\n");
        put(folder.path(), QStringLiteral("app/main.cpp"), head + "#if QT_VERSION < QT_VERSION_CHECK(6, 0, 0)\n#endif\n");
        put(folder.path(), QStringLiteral("app/README.md"), "app\n");
        put(folder.path(), QStringLiteral("resources/profiles/some.layout.json"), "{}\n");
        put(folder.path(), QStringLiteral("tests/core/import/test_x.cpp"), head + "QTest::newRow(\"some.layout\");\n");
        for (const Rule rule : {rules::coreFolderOrder, rules::coreHasNoGui, rules::qgisOnlyInMap, rules::uiPanelsApart,
                                rules::versionChecks, rules::fileSizes, rules::folderReadmes, rules::fileHeads, rules::forbiddenNames,
                                rules::unfinishedWords, rules::profilesWithoutTest}) {
            const QStringList found = rule(folder.path());
            QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
        }
    }
};

QTEST_GUILESS_MAIN(TestLayering)
#include "test_layering.moc"
