// SPDX-License-Identifier: GPL-3.0-or-later
// Features from rows: code, aliases, name, geometry; every other column becomes an attribute with its own name.
#include "core/import/build_layer.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>
#include <cmath>

#include "core/base/format.h"
#include "core/import/build_lookup.h"
#include "core/import/clean.h"
#include "core/import/match.h"

namespace mudeung {

namespace {

constexpr int kNamedDuplicates = 10;

QString codeText(std::string_view cell) {
    static const QRegularExpression floatId(QStringLiteral("^(\\d+)\\.0+$"));
    const QString text = toText(trimmed(cell)).normalized(QString::NormalizationForm_C);
    const auto m = floatId.match(text);
    return m.hasMatch() ? m.captured(1) : text;
}

bool isBlankCode(const QString& text) {
    static const QRegularExpression blank(QStringLiteral("^(-|0+|~|null|none|nan|undefined|:temp)?$"),
                                          QRegularExpression::CaseInsensitiveOption);
    return blank.match(text).hasMatch();
}

bool isGiven(const XY& p) {
    return !std::isnan(p.x) && !std::isnan(p.y) && !(p.x == 0.0 && p.y == 0.0);
}

}  // namespace

QString LayerBuilder::codeOf(const Row& row) const {
    for (const QStringList& choice : m_profile.codeChoices) {
        QStringList parts;
        for (const QString& field : choice) {
            const QString part = codeText(cellOf(row, m_mapping.column(field)));
            if (!isBlankCode(part)) parts.append(part);
        }
        if (parts.size() == choice.size()) return parts.join('|');
    }
    return {};
}

void LayerBuilder::add(const Row& row) {
    ++m_counts.rowsRead;
    const bool blank =
        row.wkb.empty() && std::all_of(row.cells.begin(), row.cells.end(), [](std::string_view c) { return trimmed(c).empty(); });
    bool skipped = blank;
    for (const SkipRule& rule : m_profile.skips) {
        skipped = skipped || SkipLookup::matches(rule, toText(trimmed(cellOf(row, m_mapping.column(rule.field)))));
    }
    if (skipped) {
        ++m_counts.rowsSkipped;
        return;
    }
    Pending p;
    p.line = row.line;
    p.feature.code = codeOf(row);
    p.feature.name = toText(trimmed(cellOf(row, m_mapping.column(QStringLiteral("name"))))).normalized(QString::NormalizationForm_C);
    if (!m_profile.nameExtract.pattern().isEmpty()) {
        if (const auto m = m_profile.nameExtract.match(p.feature.name); m.hasMatch()) p.feature.name = m.captured(1);
    }
    if (p.feature.code.isEmpty()) {
        m_counts.reject(row.line, m_mapping.columns.value(m_mapping.column(m_profile.codeChoices.value(0).value(0))), {},
                        QCoreApplication::translate("Import", "no code"));
        return;
    }
    for (const QString& field : m_profile.aliasFields) {
        const QString alias = codeText(cellOf(row, m_mapping.column(field)));
        if (!isBlankCode(alias) && alias != p.feature.code && !p.feature.aliases.contains(alias)) p.feature.aliases.append(alias);
    }
    const bool degrees = m_mapping.column(QStringLiteral("lon")) >= 0 && m_mapping.column(QStringLiteral("lat")) >= 0;
    const auto number = [&](const char* field) { return parseCoordinate(cellOf(row, m_mapping.column(QLatin1String(field)))); };
    const XY plane{number("x"), number("y")};
    p.xy = degrees ? XY{number("lon"), number("lat")} : plane;
    if (degrees) p.second = plane;
    p.wkb = std::string(row.wkb);
    const QSet<int> used{m_mapping.column(QStringLiteral("name")), m_mapping.column(QStringLiteral("lon")),
                         m_mapping.column(QStringLiteral("lat"))};
    for (int c = 0; c < m_mapping.columns.size(); ++c) {
        const std::string_view cell = trimmed(cellOf(row, c));
        if (!used.contains(c) && !cell.empty() && !m_mapping.columns[c].isEmpty())
            p.feature.attributes.insert(m_mapping.columns[c], toText(cell));
    }
    ++m_counts.rowsKept;
    m_pending.push_back(std::move(p));
}

/// Rows without degrees whose second pair of columns holds plane coordinates; the located rows tell which system that is.
void LayerBuilder::locateBySecondPair() {
    std::vector<XY> samples;
    std::vector<XY> known;
    for (const Pending& p : m_pending) {
        if (isGiven(p.second)) samples.push_back(p.second);
        if (!p.feature.wkb.isEmpty()) known.push_back({p.feature.lon, p.feature.lat});
    }
    const CrsDecision second = decideCrs(samples, known, {});
    if (m_without == 0 || second.crs.isEmpty()) return;
    const auto transform = ToWgs84::create(second.crs);
    if (!transform) return;
    qint64 found = 0;
    for (Pending& p : m_pending) {
        XY q = second.swapped ? XY{p.second.y, p.second.x} : p.second;
        if (!p.feature.wkb.isEmpty() || !isGiven(p.second) || !transform.value()->point(q.x, q.y) || !insideKorea(q.x, q.y)) continue;
        p.feature.lon = q.x;
        p.feature.lat = q.y;
        p.feature.wkb = pointWkb(q.x, q.y);
        ++found;
    }
    m_without -= found;
    if (found > 0) {
        m_counts.warnings.append(
            QCoreApplication::translate("Import", "%n place(s) without longitude and latitude were located by their %1 coordinates.",
                                        nullptr, int(found))
                .arg(second.crs));
    }
}

Status LayerBuilder::locatePoints(const QString& forcedCrs, const std::vector<XY>& known) {
    std::vector<XY> samples;
    for (const Pending& p : m_pending) {
        if (isGiven(p.xy)) samples.push_back(p.xy);
    }
    m_crs = decideCrs(samples, known, forcedCrs);
    if (m_crs.crs.isEmpty()) {
        if (samples.empty()) m_crs.reason = QCoreApplication::translate("Import", "No row has coordinates.");
        m_without = static_cast<qint64>(m_pending.size());
        return done();
    }
    const auto transform = ToWgs84::create(m_crs.crs);
    if (!transform) return transform.error();
    qint64 outside = 0;
    qint64 exchanged = 0;
    for (Pending& p : m_pending) {
        XY q = m_crs.swapped ? XY{p.xy.y, p.xy.x} : p.xy;
        const bool there = isGiven(p.xy) && transform.value()->point(q.x, q.y);
        if (there && !insideKorea(q.x, q.y) && insideKorea(q.y, q.x)) {
            std::swap(q.x, q.y);
            ++exchanged;
        }
        if (!there || !insideKorea(q.x, q.y)) {
            ++m_without;
            if (there) ++outside;
            continue;
        }
        p.feature.lon = q.x;
        p.feature.lat = q.y;
        p.feature.wkb = pointWkb(q.x, q.y);
    }
    locateBySecondPair();
    if (outside > 0) {
        m_counts.warnings.append(QCoreApplication::translate("Import", "%n place(s) lie outside Korea and were kept without coordinates.",
                                                             nullptr, int(outside)));
    }
    if (exchanged > 0) {
        m_counts.warnings.append(QCoreApplication::translate(
            "Import", "%n row(s) had longitude and latitude exchanged; this was put right.", nullptr, int(exchanged)));
    }
    return done();
}

Status LayerBuilder::locateGeometries(const QString& fileCrs, const QString& forcedCrs, const std::vector<XY>& known) {
    m_crs.crs = !forcedCrs.isEmpty() ? forcedCrs : fileCrs;
    m_crs.reason = !forcedCrs.isEmpty() ? QCoreApplication::translate("Import", "The coordinate system was given.")
                                        : QCoreApplication::translate("Import", "The file says so.");
    if (m_crs.crs.isEmpty()) {
        const auto plain = ToWgs84::create(QStringLiteral("EPSG:4326"));
        if (!plain) return plain.error();
        std::vector<XY> samples;
        for (const Pending& p : m_pending) {
            QByteArray wkb;
            XY inside;
            QString type;
            if (!p.wkb.empty() && plain.value()->geometry(p.wkb, wkb, inside, type)) samples.push_back(inside);
        }
        m_crs = decideCrs(samples, known, {});
        if (m_crs.crs.isEmpty()) m_crs.crs = QStringLiteral("EPSG:4326");
    }
    const auto transform = ToWgs84::create(m_crs.crs);
    if (!transform) return transform.error();
    m_crs.crs = transform.value()->name(m_crs.crs);
    for (Pending& p : m_pending) {
        XY inside;
        QString type;
        if (p.wkb.empty() || !transform.value()->geometry(p.wkb, p.feature.wkb, inside, type) || !insideKorea(inside.x, inside.y)) {
            p.feature.wkb.clear();
            ++m_without;
            continue;
        }
        m_geometryType = type;
        p.feature.lon = inside.x;
        p.feature.lat = inside.y;
    }
    return done();
}

void LayerBuilder::reportDuplicates() {
    QHash<QString, int> seen;
    QStringList repeated;
    for (const Pending& p : m_pending) {
        if (++seen[p.feature.code] == 2) repeated.append(p.feature.code);
        if (seen[p.feature.code] > 1) ++m_counts.duplicates;
    }
    if (repeated.isEmpty()) return;
    QStringList shown = repeated.mid(0, kNamedDuplicates);
    if (repeated.size() > kNamedDuplicates) shown.append(QStringLiteral("…"));
    m_counts.warnings.append(QCoreApplication::translate("Import", "%n code(s) appear on more than one row; all rows were kept: %1.",
                                                         nullptr, int(repeated.size()))
                                 .arg(shown.join(QStringLiteral(", "))));
}

Result<std::vector<Feature>> LayerBuilder::finish(const QString& fileCrs, const QString& forcedCrs, const std::vector<XY>& known) {
    if (m_pending.empty())
        return Error{ErrorCode::InputRefused, QCoreApplication::translate("Import", "The file has no rows that hold data."), {}};
    m_geometryType = m_profile.geometryType;
    const bool geometries = std::any_of(m_pending.begin(), m_pending.end(), [](const Pending& p) { return !p.wkb.empty(); });
    const Status located = geometries ? locateGeometries(fileCrs, forcedCrs, known) : locatePoints(forcedCrs, known);
    if (!located) return located.error();
    reportDuplicates();
    if (m_crs.guessed) m_counts.warnings.append(m_crs.reason);
    std::vector<Feature> out;
    out.reserve(m_pending.size());
    for (Pending& p : m_pending) out.push_back(std::move(p.feature));
    m_pending.clear();
    return out;
}

}  // namespace mudeung
