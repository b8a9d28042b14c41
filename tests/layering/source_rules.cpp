// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the sources as text; the rules need no compiler.
#include "tests/layering/source_rules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <functional>

namespace mudeung::rules {

namespace {

struct Source {
    QString path;  ///< below the root, with /
    QStringList lines;
};

QStringList linesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
}

QList<Source> sourcesBelow(const QString& root, const QStringList& folders) {
    QList<Source> sources;
    for (const QString& folder : folders) {
        QDirIterator files(QDir(root).filePath(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            sources.append({QDir(root).relativeFilePath(path), linesOf(path)});
        }
    }
    return sources;
}

const QStringList kProgramFolders{QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")};
const QStringList kAllFolders{QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app"), QStringLiteral("tests")};

QString at(const Source& source, int line, const QString& sentence) {
    return QStringLiteral("%1:%2: %3").arg(source.path).arg(line + 1).arg(sentence);
}

/// What `judge` says about each included path; an empty answer means allowed.
QStringList judgeIncludes(const QList<Source>& sources, const std::function<QString(const Source&, const QString&)>& judge) {
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"));
    QStringList found;
    for (const Source& source : sources) {
        for (int i = 0; i < source.lines.size(); ++i) {
            const auto match = include.match(source.lines[i]);
            if (!match.hasMatch()) continue;
            const QString sentence = judge(source, match.captured(1));
            if (!sentence.isEmpty()) found << at(source, i, sentence);
        }
    }
    return found;
}

/// Lines that match, in files that `allowed` does not name.
QStringList judgeLines(const QList<Source>& sources, const QRegularExpression& forbidden, const QStringList& allowed,
                       const QString& sentence) {
    QStringList found;
    for (const Source& source : sources) {
        if (allowed.contains(source.path)) continue;
        for (int i = 0; i < source.lines.size(); ++i) {
            const auto match = forbidden.match(source.lines[i]);
            if (match.hasMatch()) found << at(source, i, sentence.arg(match.captured(0)));
        }
    }
    return found;
}

QString segment(const QString& path, int index) {
    return path.section(QLatin1Char('/'), index, index);
}

}  // namespace

QStringList coreFolderOrder(const QString& root) {
    static const QHash<QString, QStringList> mayInclude{
        {QStringLiteral("base"), {}},
        {QStringLiteral("task"), {QStringLiteral("base")}},
        {QStringLiteral("model"), {QStringLiteral("base")}},
        {QStringLiteral("store"), {QStringLiteral("base"), QStringLiteral("model")}},
        {QStringLiteral("chart"), {QStringLiteral("base"), QStringLiteral("model")}},
        {QStringLiteral("cube"), {QStringLiteral("base"), QStringLiteral("model"), QStringLiteral("store"), QStringLiteral("chart")}},
        {QStringLiteral("import"),
         {QStringLiteral("base"), QStringLiteral("model"), QStringLiteral("store"), QStringLiteral("chart"), QStringLiteral("cube")}},
        {QStringLiteral("ask"), {QStringLiteral("base"), QStringLiteral("model"), QStringLiteral("chart")}},
        {QStringLiteral("analysis"),
         {QStringLiteral("base"), QStringLiteral("model"), QStringLiteral("store"), QStringLiteral("chart"), QStringLiteral("cube")}},
        {QStringLiteral("receipt"), {QStringLiteral("base"), QStringLiteral("model"), QStringLiteral("store"), QStringLiteral("cube")}},
        {QStringLiteral("runs"),
         {QStringLiteral("base"), QStringLiteral("model"), QStringLiteral("store"), QStringLiteral("chart"), QStringLiteral("cube"),
          QStringLiteral("analysis"), QStringLiteral("receipt")}},
        {QStringLiteral("export"),
         {QStringLiteral("base"), QStringLiteral("model"), QStringLiteral("store"), QStringLiteral("chart"), QStringLiteral("cube"),
          QStringLiteral("analysis"), QStringLiteral("receipt"), QStringLiteral("runs")}},
        {QStringLiteral("sample"),
         {QStringLiteral("base"), QStringLiteral("model"), QStringLiteral("store"), QStringLiteral("chart"), QStringLiteral("cube"),
          QStringLiteral("import"), QStringLiteral("analysis")}}};
    return judgeIncludes(sourcesBelow(root, {QStringLiteral("core")}), [](const Source& source, const QString& included) {
        if (segment(included, 0) != QLatin1String("core")) return QString();
        const QString own = segment(source.path, 1);
        const QString other = segment(included, 1);
        if (own == other) return QString();
        if (!mayInclude.contains(own)) return QStringLiteral("core/%1 has no place in the order of folders").arg(own);
        if (mayInclude.value(own).contains(other)) return QString();
        return QStringLiteral("core/%1 must not include core/%2").arg(own, other);
    });
}

QStringList coreHasNoGui(const QString& root) {
    static const QRegularExpression gui(
        QStringLiteral("^(Qt(Gui|Widgets|Charts|Svg|PrintSupport|Test)(/"
                       "|$)|qgs|Q(Application|GuiApplication|Widget|Painter|Image|Pixmap|Color|Font|Icon|Pen|"
                       "Brush|Palette|Chart|Action|Dialog|MainWindow|Svg\\w*|Transform|Polygon|PolygonF|PdfWriter|TextDocument|Clipboard|"
                       "Screen|Window)$)"));
    return judgeIncludes(sourcesBelow(root, {QStringLiteral("core")}), [](const Source&, const QString& included) {
        if (gui.match(included).hasMatch()) return QStringLiteral("core must not include <%1>").arg(included);
        const QString top = segment(included, 0);
        if (top == QLatin1String("ui") || top == QLatin1String("app")) return QStringLiteral("core must not include \"%1\"").arg(included);
        return QString();
    });
}

QStringList qgisOnlyInMap(const QString& root) {
    return judgeIncludes(sourcesBelow(root, kAllFolders), [](const Source& source, const QString& included) {
        const bool isQgis = segment(included, -1).startsWith(QLatin1String("qgs"));
        const bool inMap = source.path.startsWith(QLatin1String("ui/map/")) || source.path.startsWith(QLatin1String("tests/ui/map/")) ||
                           source.path.startsWith(QLatin1String("tests/bench/bench_map"));  // measures it beside QGIS' own
        return isQgis && !inMap ? QStringLiteral("<%1> belongs into ui/map").arg(included) : QString();
    });
}

QStringList uiPanelsApart(const QString& root) {
    static const QStringList panels{QStringLiteral("explore"), QStringLiteral("import"),  QStringLiteral("analyse"),
                                    QStringLiteral("present"), QStringLiteral("publish"), QStringLiteral("shell"),
                                    QStringLiteral("map")};
    return judgeIncludes(sourcesBelow(root, {QStringLiteral("ui")}), [](const Source& source, const QString& included) {
        if (segment(included, 0) == QLatin1String("app")) return QStringLiteral("ui must not include \"%1\"").arg(included);
        if (segment(included, 0) != QLatin1String("ui")) return QString();
        const QString own = segment(source.path, 1);
        const QString other = segment(included, 1);
        if (own == other || !panels.contains(other)) return QString();
        // The shell puts the panels together, but the map reaches it as a function: it must build without QGIS.
        if (own == QLatin1String("shell") && other != QLatin1String("map")) return QString();
        return QStringLiteral("ui/%1 must not include ui/%2; meet in WorkspaceState").arg(own, other);
    });
}

QStringList versionChecks(const QString& root) {
    static const QRegularExpression check(QStringLiteral("^\\s*#\\s*(el)?if.*\\b(QT_VERSION|QT_VERSION_CHECK|_QGIS_VERSION_INT)\\b"));
    // core/base/language.cpp: the folder of Qt's translations has another name in Qt 6, and core may not see ui.
    static const QStringList allowed{QStringLiteral("ui/common/qt_compat.h"), QStringLiteral("ui/charts/qt_charts.h"),
                                     QStringLiteral("ui/map/qgis_compat.h"), QStringLiteral("app/main.cpp"),
                                     QStringLiteral("core/base/language.cpp")};
    return judgeLines(sourcesBelow(root, kProgramFolders), check, allowed, QStringLiteral("\"%1\" belongs into a compat header"));
}

QStringList fileSizes(const QString& root) {
    constexpr int kMostLines = 600;
    QStringList found;
    for (const Source& source : sourcesBelow(root, kAllFolders))
        if (source.lines.size() - 1 > kMostLines)
            found << at(source, 0, QStringLiteral("%1 lines; split it at %2").arg(source.lines.size() - 1).arg(kMostLines));
    return found;
}

QStringList folderReadmes(const QString& root) {
    QSet<QString> folders;
    for (const Source& source : sourcesBelow(root, kProgramFolders)) folders.insert(source.path.section(QLatin1Char('/'), 0, -2));
    QStringList found;
    for (const QString& folder : folders)
        if (!QFile::exists(QDir(root).filePath(folder + QStringLiteral("/README.md"))))
            found << QStringLiteral("%1: has no README.md").arg(folder);
    found.sort();
    return found;
}

QStringList fileHeads(const QString& root) {
    QStringList found;
    for (const Source& source : sourcesBelow(root, kAllFolders)) {
        const QString first = source.lines.value(0);
        const QString second = source.lines.value(1);
        if (first != QLatin1String("// SPDX-License-Identifier: GPL-3.0-or-later"))
            found << at(source, 0, QStringLiteral("begins without the SPDX line"));
        else if (!second.startsWith(QLatin1String("// ")))
            found << at(source, 1, QStringLiteral("says nothing about its role"));
        if (source.path.endsWith(QLatin1String(".h")) && !source.lines.contains(QStringLiteral("#pragma once")))
            found << at(source, 0, QStringLiteral("has no #pragma once"));
    }
    return found;
}

QStringList forbiddenNames(const QString& root) {
    static const QRegularExpression names(QStringLiteral(
        "\\b(QRegExp|QTextCodec|QStringRef|QDesktopWidget|QVariant::Type|Qt5::|Qt6::|QT_CHARTS_USE_NAMESPACE|qt_add_\\w+|Core5Compat|"
        "setCodec)\\b|\\b(Qt5|Qt6)::|event->pos\\(\\)|using namespace QtCharts|QtCharts::"));
    static const QStringList allowed{QStringLiteral("ui/common/qt_compat.h"), QStringLiteral("ui/charts/qt_charts.h"),
                                     QStringLiteral("tests/layering/source_rules.cpp"), QStringLiteral("tests/layering/test_layering.cpp")};
    return judgeLines(sourcesBelow(root, kAllFolders), names, allowed, QStringLiteral("\"%1\" is not used in this program"));
}

QStringList unfinishedWords(const QString& root) {
    static const QRegularExpression words(QStringLiteral("\\b(TODO|FIXME|XXX)\\b|\\bnot implemented\\b"));
    static const QStringList allowed{QStringLiteral("tests/layering/source_rules.cpp"), QStringLiteral("tests/layering/test_layering.cpp")};
    return judgeLines(sourcesBelow(root, kAllFolders), words, allowed, QStringLiteral("\"%1\": finish it or leave it out"));
}

QStringList profilesWithoutTest(const QString& root) {
    QString tests;
    for (const Source& source : sourcesBelow(root, {QStringLiteral("tests")})) tests += source.lines.join(QLatin1Char('\n'));
    QStringList found;
    const QDir profiles(QDir(root).filePath(QStringLiteral("resources/profiles")));
    for (const QString& file : profiles.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const QString id = file.chopped(5);
        const QRegularExpression named(QStringLiteral("[\"/]%1[\".]").arg(QRegularExpression::escape(id)));
        if (!named.match(tests).hasMatch()) found << QStringLiteral("resources/profiles/%1: no test names it").arg(file);
    }
    return found;
}

}  // namespace mudeung::rules
