// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the parts of a QML style (QGIS 3) that symbology and field names need.
#include "core/export/qgis_style.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamWriter>
#include <algorithm>
#include <cmath>

#include "core/analysis/classification/classification.h"
#include "core/base/format.h"

namespace mudeung {

namespace {

constexpr int kClasses = 5;
constexpr double kLargestCircleMm = 11.0;  ///< of up to kRoomy places; thousands get smaller ones, or they would be one blot
constexpr double kRoomy = 300.0;
constexpr double kLeastCircleMm = 0.8;

struct Class {
    double lower = 0.0;
    double upper = 0.0;
    QString label;
};

std::vector<Class> classesOf(const QgisStyle& style) {
    std::vector<double> above;
    bool zero = false;
    for (const double v : style.values) {
        if (v > 0.0) above.push_back(v);
        zero = zero || v == 0.0;
    }
    std::vector<Class> classes;
    if (zero || above.empty()) classes.push_back({0.0, 0.0, QStringLiteral("0")});
    if (above.empty()) return classes;
    const Classes found = fisherJenks(above, kClasses);
    double lower = found.lowest;
    for (const double upper : found.upper) {
        const QString ends = lower == upper
                                 ? formatNumber(upper, style.decimals)
                                 : QStringLiteral("%1 – %2").arg(formatNumber(lower, style.decimals), formatNumber(upper, style.decimals));
        classes.push_back({lower, upper, ends});
        lower = upper;
    }
    return classes;
}

/// "r,g,b,a" as QML writes colours. t: 0 = least … 1 = most; the ramp's table goes from dark to light.
QString rampColor(double t) {
    QFile file(QStringLiteral(":/mudeung/ramps/viridis.json"));
    QJsonArray colors;
    if (file.open(QIODevice::ReadOnly)) colors = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("colors")).toArray();
    if (colors.isEmpty()) return QStringLiteral("60,60,60,255");
    const int last = static_cast<int>(colors.size()) - 1;
    const QString hex = colors[std::clamp(static_cast<int>(std::lround((1.0 - t) * last)), 0, last)].toString();
    const auto part = [&hex](int at) { return QString::number(hex.mid(at, 2).toInt(nullptr, 16)); };
    return QStringLiteral("%1,%2,%3,255").arg(part(1), part(3), part(5));
}

class Writer {
public:
    Writer(QString* text, const QgisStyle& style) : m_xml(text), m_style(style), m_classes(classesOf(style)) {}

    void write() {
        m_xml.setAutoFormatting(true);
        m_xml.writeStartDocument();
        m_xml.writeDTD(QStringLiteral("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"));
        m_xml.writeStartElement(QStringLiteral("qgis"));
        m_xml.writeAttribute(QStringLiteral("version"), QStringLiteral("3.40"));
        m_xml.writeAttribute(QStringLiteral("styleCategories"), QStringLiteral("Symbology|Fields"));
        renderer();
        m_xml.writeStartElement(QStringLiteral("aliases"));
        for (int i = 0; i < static_cast<int>(m_style.names.size()); ++i) {
            const auto& [field, name] = m_style.names[static_cast<std::size_t>(i)];
            element("alias", {{"field", field}, {"index", QString::number(i + 1)}, {"name", name}});
        }
        m_xml.writeEndElement();
        m_xml.writeEndDocument();
    }

private:
    using Attributes = std::vector<std::pair<const char*, QString>>;

    void start(const char* name, const Attributes& attributes) {
        m_xml.writeStartElement(QLatin1String(name));
        for (const auto& [key, value] : attributes) m_xml.writeAttribute(QLatin1String(key), value);
    }
    void element(const char* name, const Attributes& attributes) {
        start(name, attributes);
        m_xml.writeEndElement();
    }

    void renderer() {
        start("renderer-v2", {{"type", "graduatedSymbol"},
                              {"attr", m_style.field},
                              {"graduatedMethod", "GraduatedColor"},
                              {"symbollevels", "0"},
                              {"forceraster", "0"},
                              {"enableorderby", m_style.areas ? "0" : "1"}});
        start("ranges", {});
        for (int i = 0; i < count(); ++i) {
            const Class& c = m_classes[static_cast<std::size_t>(i)];
            element("range", {{"lower", QString::number(c.lower, 'g', 17)},
                              {"upper", QString::number(c.upper, 'g', 17)},
                              {"label", c.label},
                              {"symbol", QString::number(i)},
                              {"render", "true"}});
        }
        m_xml.writeEndElement();
        start("symbols", {});
        for (int i = 0; i < count(); ++i) symbol(i);
        m_xml.writeEndElement();
        if (!m_style.areas) {  // the largest circles first, so that small ones stay visible on top
            start("orderby", {});
            start("orderByClause", {{"asc", "0"}, {"nullsFirst", "0"}});
            m_xml.writeCharacters(QStringLiteral("\"%1\"").arg(m_style.field));
            m_xml.writeEndElement();
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }

    void symbol(int i) {
        start("symbol", {{"type", m_style.areas ? "fill" : "marker"},
                         {"name", QString::number(i)},
                         {"alpha", m_style.areas ? "1" : "0.75"},
                         {"clip_to_extent", "1"},
                         {"force_rhr", "0"}});
        start("layer", {{"class", m_style.areas ? "SimpleFill" : "SimpleMarker"}, {"enabled", "1"}, {"locked", "0"}, {"pass", "0"}});
        start("Option", {{"type", "Map"}});
        const bool zero = m_classes[static_cast<std::size_t>(i)].upper == 0.0;
        if (m_style.areas) {
            option("color", zero ? QStringLiteral("240,240,236,255") : rampColor(position(i)));
            option("outline_color", QStringLiteral("255,255,255,255"));
            option("outline_width", QStringLiteral("0.2"));
        } else {
            option("name", QStringLiteral("circle"));
            option("color", zero ? QStringLiteral("255,255,255,0") : rampColor(0.55));
            option("outline_color", zero ? QStringLiteral("120,120,120,255") : QStringLiteral("255,255,255,255"));
            option("outline_width", QStringLiteral("0.2"));
            option("size", QString::number(circle(i), 'f', 2));
            option("size_unit", QStringLiteral("MM"));
        }
        option("style", QStringLiteral("solid"));
        option("outline_style", QStringLiteral("solid"));
        option("outline_width_unit", QStringLiteral("MM"));
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    void option(const char* name, const QString& value) {
        element("Option", {{"type", "QString"}, {"name", QLatin1String(name)}, {"value", value}});
    }

    int count() const { return static_cast<int>(m_classes.size()); }
    /// 0.08 … 1 over the classes above zero: the lightest end of the ramp would vanish on white.
    double position(int i) const {
        const int first = m_classes.front().upper == 0.0 ? 1 : 0;
        const int above = count() - first;
        return above <= 1 ? 0.7 : 0.08 + 0.92 * static_cast<double>(i - first) / (above - 1);
    }
    double circle(int i) const {
        const double most = m_classes.back().upper;
        const double own = m_classes[static_cast<std::size_t>(i)].upper;
        const double places = std::max(kRoomy, static_cast<double>(m_style.values.size()));
        const double largest = std::max(4.5, kLargestCircleMm * std::sqrt(kRoomy / places));
        return most > 0.0 ? std::max(kLeastCircleMm, largest * std::sqrt(own / most)) : kLeastCircleMm;
    }

    QXmlStreamWriter m_xml;
    const QgisStyle& m_style;
    std::vector<Class> m_classes;
};

}  // namespace

QString qgisStyleQml(const QgisStyle& style) {
    QString text;
    Writer(&text, style).write();
    return text;
}

}  // namespace mudeung
