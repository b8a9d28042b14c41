// SPDX-License-Identifier: GPL-3.0-or-later
// Every text of the program has a finished Korean translation, and none lost a %1. The texts are searched anew on a copy.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

namespace {

struct Entry {
    QString context;
    QString source;
    QStringList translations;
    bool unfinished = false;
    bool plural = false;
};

QList<Entry> entriesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    QXmlStreamReader xml(&file);
    QList<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) continue;
        const auto name = xml.name();
        if (name == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (name == QLatin1String("message")) {
            entries.append(Entry{context, {}, {}, false, xml.attributes().value(QStringLiteral("numerus")) == QLatin1String("yes")});
        } else if (name == QLatin1String("source")) {
            entries.last().source = xml.readElementText();
        } else if (name == QLatin1String("translation")) {
            entries.last().unfinished = xml.attributes().hasAttribute(QStringLiteral("type"));
            if (!entries.last().plural) entries.last().translations << xml.readElementText();
        } else if (name == QLatin1String("numerusform")) {
            entries.last().translations << xml.readElementText();
        }
    }
    return entries;
}

/// The literals that a source hands to tr() and translate(); those with escapes other than \\n and \\" are left out.
QStringList textsIn(const QString& source) {
    static const QRegularExpression call(
        QStringLiteral("(?:translate\\(\\s*\"\\w+\",\\s*|\\btr\\(\\s*)((?:\"(?:[^\"\\\\\\n]|\\\\.)*\"\\s*)+)"));
    static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\\\n]|\\\\.)*)\""));
    QStringList texts;
    auto calls = call.globalMatch(source);
    while (calls.hasNext()) {
        QString text;
        auto parts = literal.globalMatch(calls.next().captured(1));
        while (parts.hasNext()) text += parts.next().captured(1);
        text.replace(QStringLiteral("\\n"), QStringLiteral("\n")).replace(QStringLiteral("\\\""), QStringLiteral("\""));
        if (!text.contains(QLatin1Char('\\'))) texts << text;
    }
    return texts;
}

QStringList markers(const QString& text) {
    static const QRegularExpression marker(QStringLiteral("%L?(\\d{1,2}|n)"));
    QSet<QString> found;
    auto matches = marker.globalMatch(text);
    while (matches.hasNext()) found.insert(matches.next().captured(1));
    QStringList sorted(found.begin(), found.end());
    sorted.sort();
    return sorted;
}

/// Sentences about what is wrong with a translation file.
QStringList problems(const QList<Entry>& entries) {
    QStringList found;
    for (const Entry& e : entries) {
        const QString where = QStringLiteral("[%1] %2").arg(e.context, e.source.left(90));
        if (e.unfinished || e.translations.isEmpty() || e.translations.contains(QString())) {
            found << where + QStringLiteral(": not translated");
            continue;
        }
        for (const QString& translation : e.translations) {
            // A plural form may leave out its number ("one row"), but never another value.
            QStringList wanted = markers(e.source);
            QStringList held = markers(translation);
            if (e.plural) {
                wanted.removeAll(QStringLiteral("n"));
                held.removeAll(QStringLiteral("n"));
            }
            if (wanted != held) found << where + QStringLiteral(": the translation lost or gained a value: ") + translation.left(90);
        }
    }
    return found;
}

}  // namespace

class TestTranslations : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        for (const char* language : {"ko", "en"}) {
            const QString name = QStringLiteral("mudeung_%1.ts").arg(QLatin1String(language));
            QVERIFY(QFile::copy(QStringLiteral(MUDEUNG_SOURCE_DIR "/translations/") + name, m_folder.filePath(name)));
            QStringList arguments{QStringLiteral("-no-obsolete"), QStringLiteral("-locations"), QStringLiteral("none"),
                                  QStringLiteral("-I"),           QStringLiteral("."),          QStringLiteral("core"),
                                  QStringLiteral("ui"),           QStringLiteral("app")};
            if (language[0] == 'e') arguments << QStringLiteral("-pluralonly");
            arguments << QStringLiteral("-ts") << m_folder.filePath(name);
            QProcess lupdate;
            lupdate.setWorkingDirectory(QStringLiteral(MUDEUNG_SOURCE_DIR));
            lupdate.start(QStringLiteral(MUDEUNG_LUPDATE), arguments);
            QVERIFY2(lupdate.waitForFinished(60000), qPrintable(lupdate.errorString()));
            QCOMPARE(lupdate.exitCode(), 0);
            m_said = QString::fromUtf8(lupdate.readAllStandardError());
        }
    }

    // A text that the search cannot place is one that no translation reaches.
    void everyTextHasAContext() {
        const QStringList lost = m_said.split(QLatin1Char('\n'))
                                     .filter(QRegularExpression(QStringLiteral(
                                         "lacks Q_OBJECT|cannot be called without context|Unterminated|Unbalanced|Excess closing")));
        QVERIFY2(lost.isEmpty(), qPrintable(QLatin1Char('\n') + lost.join(QLatin1Char('\n'))));
    }

    // lupdate silently passes over a call whose arguments it cannot parse, such as a static_cast as the number of a plural.
    void noTextIsPassedOver() {
        QSet<QString> known;
        for (const Entry& e : entriesOf(m_folder.filePath(QStringLiteral("mudeung_ko.ts")))) known.insert(e.source);
        QStringList missed;
        for (const char* folder : {"core", "ui", "app"}) {
            QDirIterator files(QStringLiteral(MUDEUNG_SOURCE_DIR "/") + QLatin1String(folder), {QStringLiteral("*.cpp")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                for (const QString& text : textsIn(QString::fromUtf8(file.readAll())))
                    if (!known.contains(text)) missed << QFileInfo(file).fileName() + QStringLiteral(": ") + text;
            }
        }
        QVERIFY2(missed.isEmpty(), qPrintable(QLatin1Char('\n') + missed.join(QLatin1Char('\n'))));
        QCOMPARE(textsIn(QStringLiteral("x = tr(\"one %n\"\n \" two\", nullptr, static_cast<int>(n));")),
                 QStringList{QStringLiteral("one %n two")});
    }

    void koreanIsComplete() {
        const QList<Entry> entries = entriesOf(m_folder.filePath(QStringLiteral("mudeung_ko.ts")));
        QVERIFY2(entries.size() > 100, "the search found hardly any text");
        const QStringList found = problems(entries);
        QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("%1 problems\n").arg(found.size()) + found.mid(0, 30).join(QLatin1Char('\n'))));
    }

    void englishPluralsAreComplete() {
        QList<Entry> plurals;
        for (const Entry& e : entriesOf(m_folder.filePath(QStringLiteral("mudeung_en.ts"))))
            if (e.plural) plurals << e;
        const QStringList found = problems(plurals);
        QVERIFY2(found.isEmpty(), qPrintable(QLatin1Char('\n') + found.mid(0, 30).join(QLatin1Char('\n'))));
    }

    void theCheckSeesBadEntries() {
        const Entry good{QStringLiteral("C"), QStringLiteral("%1 of %2"), {QStringLiteral("%2 중 %1")}, false, false};
        QVERIFY(problems({good}).isEmpty());
        Entry unfinished = good;
        unfinished.unfinished = true;
        QCOMPARE(problems({unfinished}).size(), 1);
        Entry empty = good;
        empty.translations = QStringList{QString()};
        QCOMPARE(problems({empty}).size(), 1);
        Entry lost = good;
        lost.translations = QStringList{QStringLiteral("%2 중")};
        QCOMPARE(problems({lost}).size(), 1);
    }

private:
    QTemporaryDir m_folder;
    QString m_said;
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "test_translations.moc"
