// SPDX-License-Identifier: GPL-3.0-or-later
// The quality report for people: plain text and a self-contained HTML page, both from one list of sections.
#include <QCoreApplication>
#include <QDate>

#include "core/base/format.h"
#include "core/base/language.h"
#include "core/import/quality_report.h"

namespace mudeung {

namespace {

constexpr int kTextRows = 20;

struct Section {
    QString title;
    QStringList head;           ///< empty = a two-column list of facts
    QVector<QStringList> rows;  ///< one cell each = plain sentences
};

QString numberText(const QString& exact) {
    const int point = static_cast<int>(exact.indexOf('.'));
    bool ok = false;
    const qint64 whole = exact.left(point < 0 ? exact.size() : point).toLongLong(&ok);
    return ok ? formatCount(whole) + (point < 0 ? QString() : exact.mid(point)) : exact;
}

void fact(Section& s, const QString& name, const QString& value) {
    if (!value.isEmpty()) s.rows.append({name, value});
}

QString withReason(const QString& value, const QString& reason) {
    return reason.isEmpty() ? value : QStringLiteral("%1 · %2").arg(value, reason);
}

/// "2023-01-01..2023-12-31" as people read it.
QString periodText(const QString& stored) {
    const QStringList ends = stored.split(QStringLiteral(".."));
    const QDate from = QDate::fromString(ends.first(), Qt::ISODate), to = QDate::fromString(ends.last(), Qt::ISODate);
    return from.isValid() && to.isValid() ? formatDates(from, to) : stored;
}

Section fileSection(const QualityReport& r) {
    Section s{QCoreApplication::translate("Import", "File"), {}, {}};
    fact(s, QCoreApplication::translate("Import", "Name"), r.file);
    fact(s, QCoreApplication::translate("Import", "Size"), formatBytes(r.bytes));
    fact(s, QStringLiteral("SHA-256"), r.sha256);
    fact(s, QCoreApplication::translate("Import", "Kind"), r.container);
    fact(s, QCoreApplication::translate("Import", "Encoding"), withReason(r.encoding, r.encodingReason));
    fact(s, QCoreApplication::translate("Import", "Layout"), withReason(r.profileTitle, r.profileReason));
    fact(s, QCoreApplication::translate("Import", "Profile and score"),
         QStringLiteral("%1 · %2").arg(r.profile, formatPercent(r.profileScore, 0)));
    fact(s, QCoreApplication::translate("Import", "Dataset (id)"), r.dataset);
    fact(s, QCoreApplication::translate("Import", "Period"), periodText(r.periodText));
    fact(s, QCoreApplication::translate("Import", "Coordinates"), r.crs.isEmpty() ? r.crsReason : withReason(r.crs, r.crsReason));
    fact(s, QCoreApplication::translate("Import", "Imported"), r.importedAt.left(16).replace(QLatin1Char('T'), QLatin1Char(' ')));
    fact(s, QCoreApplication::translate("Import", "Time taken"), formatDuration(r.seconds));
    return s;
}

Section rowSection(const QualityReport& r) {
    Section s{QCoreApplication::translate("Import", "Rows"), {}, {}};
    fact(s, QCoreApplication::translate("Import", "Read"), formatCount(r.rowsRead));
    fact(s, QCoreApplication::translate("Import", "Kept"), formatCount(r.rowsKept));
    fact(s, QCoreApplication::translate("Import", "Rejected"), formatCount(r.rowsRejected));
    fact(s, QCoreApplication::translate("Import", "Left out on purpose (totals, blank lines)"), formatCount(r.rowsSkipped));
    fact(s, QCoreApplication::translate("Import", "Repeated keys"), formatCount(r.duplicates));
    fact(s, QCoreApplication::translate("Import", "Without a place code, kept as unknown"), formatCount(r.blankCodes));
    fact(s, QCoreApplication::translate("Import", "Dates missing"), formatCount(r.datesMissingCount));
    return s;
}

Section placeSection(const QualityReport& r) {
    Section s{QCoreApplication::translate("Import", "Places"), {}, {}};
    fact(s, QCoreApplication::translate("Import", "Places"), formatCount(r.placesTotal));
    fact(s, QCoreApplication::translate("Import", "Without coordinates"), formatCount(r.placesWithoutCoordinates));
    if (r.totalSum != 0) {
        fact(s, QCoreApplication::translate("Import", "“%1” held by places without coordinates").arg(r.unlocatedMeasure),
             QStringLiteral("%1 (%2)").arg(
                 formatPercent(static_cast<double>(r.unlocatedSum) / static_cast<double>(r.totalSum)),
                 QCoreApplication::translate("Import", "%1 of %2").arg(formatCount(r.unlocatedSum), formatCount(r.totalSum))));
    }
    fact(s, QCoreApplication::translate("Import", "Codes found in no layer"), r.unknownCodes.join(QStringLiteral(", ")));
    return s;
}

Section sumSection(const QualityReport& r) {
    Section s{QCoreApplication::translate("Import", "Sums"),
              {QCoreApplication::translate("Import", "Measure"), QCoreApplication::translate("Import", "Group"),
               QCoreApplication::translate("Import", "Read from the file"), QCoreApplication::translate("Import", "In the workspace"),
               QCoreApplication::translate("Import", "Before the import")},
              {}};
    const auto shown = [](const QString& name, const QString& id) { return name.isEmpty() ? id : name; };
    for (const SumCheck& c : r.sums)
        s.rows.append({shown(c.measureName, c.measure), shown(c.groupName, c.group), numberText(c.read), numberText(c.stored),
                       numberText(c.workspaceBefore)});
    return s;
}

Section rejectSection(const QualityReport& r, int most) {
    Section s{QCoreApplication::translate("Import", "Rejected rows"),
              {QCoreApplication::translate("Import", "Line"), QCoreApplication::translate("Import", "Column"),
               QCoreApplication::translate("Import", "Value"), QCoreApplication::translate("Import", "Reason")},
              {}};
    for (const RejectedRow& row : r.rejected.mid(0, most)) s.rows.append({formatCount(row.line), row.field, row.value, row.reason});
    return s;
}

Section sentenceSection(const QString& title, const QStringList& sentences) {
    Section s{title, {}, {}};
    for (const QString& text : sentences) s.rows.append({text});
    return s;
}

/// What everybody asks first.
QString outcome(const QualityReport& r) {
    if (r.rowsRejected == 0)
        return QCoreApplication::translate("Import", "%1 rows were read and none was rejected.").arg(formatCount(r.rowsRead));
    return QCoreApplication::translate("Import", "Rejected rows: %1 of %2. They are listed at the end, each with its reason.")
        .arg(formatCount(r.rowsRejected), formatCount(r.rowsRead));
}

QVector<Section> sectionsOf(const QualityReport& r, int mostRejects) {
    QVector<Section> all;
    if (r.noop) {
        all.append(
            sentenceSection({}, {QCoreApplication::translate("Import", "This very file was imported before; nothing was changed.")}));
    }
    if (!r.noop && r.rowsRead > 0) all.append(sentenceSection({}, {outcome(r)}));
    all.append(sentenceSection(QCoreApplication::translate("Import", "Please note"), r.warnings));
    all.append(sentenceSection(QCoreApplication::translate("Import", "Looks odd"), r.suspicious));
    all.append(fileSection(r));
    all.append(rowSection(r));
    all.append(sumSection(r));
    all.append(placeSection(r));
    all.append(sentenceSection(QCoreApplication::translate("Import", "Dates missing"), r.datesMissing));
    all.append(rejectSection(r, mostRejects));
    QVector<Section> shown;
    for (const Section& s : all) {
        if (!s.rows.isEmpty()) shown.append(s);
    }
    return shown;
}

QString tableRow(const QStringList& cells, const QString& tag) {
    QString out = QStringLiteral("<tr>");
    for (const QString& cell : cells) out += QStringLiteral("<%1>%2</%1>").arg(tag, cell.toHtmlEscaped());
    return out + QStringLiteral("</tr>\n");
}

}  // namespace

QString QualityReport::toText() const {
    QString out;
    for (const Section& s : sectionsOf(*this, kTextRows)) {
        if (!s.title.isEmpty()) out += s.title + QLatin1Char('\n');
        if (!s.head.isEmpty()) out += QStringLiteral("  ") + s.head.join(QStringLiteral(" | ")) + QLatin1Char('\n');
        for (const QStringList& row : s.rows) {
            const bool isFact = s.head.isEmpty() && row.size() == 2;
            out += QStringLiteral("  ") + (isFact ? row.join(QStringLiteral(": ")) : row.join(QStringLiteral(" | "))) + QLatin1Char('\n');
        }
        out += QLatin1Char('\n');
    }
    return out;
}

QString QualityReport::toHtml() const {
    QString body;
    for (const Section& s : sectionsOf(*this, static_cast<int>(rejected.size()))) {
        if (!s.title.isEmpty()) body += QStringLiteral("<h2>%1</h2>\n").arg(s.title.toHtmlEscaped());
        if (s.head.isEmpty() && s.rows.first().size() == 1) {
            body += QStringLiteral("<ul>\n");
            for (const QStringList& row : s.rows) body += QStringLiteral("<li>%1</li>\n").arg(row.first().toHtmlEscaped());
            body += QStringLiteral("</ul>\n");
            continue;
        }
        body += QStringLiteral("<table border=\"0\" cellspacing=\"0\" cellpadding=\"4\">\n");
        if (!s.head.isEmpty()) body += tableRow(s.head, QStringLiteral("th"));
        for (const QStringList& row : s.rows) body += tableRow(row, QStringLiteral("td"));
        body += QStringLiteral("</table>\n");
    }
    const QString title = QCoreApplication::translate("Import", "Quality report: %1").arg(file).toHtmlEscaped();
    // no colours of text or ground: the page follows the light or dark palette of whatever shows it
    return QStringLiteral(
               "<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light "
               "dark\"><title>%2</title>\n"
               "<style>body{font-family:\"Noto Sans CJK KR\",\"Noto Sans KR\",\"Malgun Gothic\",sans-serif;margin:1.5em}"
               "th,td{text-align:left;vertical-align:top;padding:2px 12px 2px 0;border-bottom:1px solid "
               "#888888}</style></head>\n<body>\n<h1>%2</h1>\n")
               .arg(interfaceLanguage(), title) +
           body + QStringLiteral("</body></html>\n");
}

}  // namespace mudeung
