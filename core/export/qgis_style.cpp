// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the parts of a QML style (QGIS 3) that symbology and field names need.
#include "core/export/qgis_style.h"

#include <QStringList>
#include <QXmlStreamWriter>
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/analysis/classification/classification.h"
#include "core/base/format.h"

namespace mudeung {

namespace {

constexpr int kClasses = 5;
constexpr double kLargestCircleMm = 11.0;  ///< of up to kRoomy places; thousands get smaller ones, or they would be one blot
constexpr double kRoomy = 300.0;
constexpr double kLeastCircleMm = 0.8;
constexpr double kCategoryCircleMm = 2.6;
constexpr double kQuietCircleMm = 1.6;
constexpr Rgb kEmptyArea{240, 240, 236};

/// A row of the legend with its look.
struct Class {
    double lower = 0.0, upper = 0.0;  ///< both included
    QString id;                       ///< of a category
    QString label;
    Rgb color;
    bool hollow = false;
    double circleMm = kLeastCircleMm;
};

class Classing {
public:
    explicit Classing(const QgisStyle& style) : m_style(style) {}

    std::vector<Class> classes() {
        if (m_style.picture == QgisPicture::Categories) return categories();
        std::vector<double> amounts;
        bool zero = false;
        for (const double v : m_style.values) {
            if (v > 0.0 || (v < 0.0 && m_style.picture == QgisPicture::Changes)) amounts.push_back(std::abs(v));
            zero = zero || v == 0.0;
        }
        if (!amounts.empty()) m_limits = fisherJenks(amounts, kClasses);
        std::vector<Class> classes;
        for (int i = m_limits.count() - 1; i >= 0 && m_style.picture == QgisPicture::Changes; --i) classes.push_back(numbered(i, -1));
        if (zero || amounts.empty()) classes.push_back(zeroClass());
        for (int i = 0; i < m_limits.count(); ++i) classes.push_back(numbered(i, 1));
        return classes;
    }

private:
    std::vector<Class> categories() const {
        std::vector<Class> classes;
        for (const QgisCategory& category : m_style.categories) {
            Class c;
            c.id = category.id;
            c.label = category.name;
            c.color = category.color;
            c.circleMm = category.quiet ? kQuietCircleMm : kCategoryCircleMm;
            classes.push_back(c);
        }
        return classes;
    }

    Class zeroClass() const {
        Class c;
        c.label = QStringLiteral("0");
        c.color = kEmptyArea;
        c.hollow = !m_style.areas;
        return c;
    }

    Class numbered(int i, int sign) const {
        const double before = i == 0 ? m_limits.lowest : m_limits.upper[static_cast<std::size_t>(i) - 1];
        const double last = m_limits.upper[static_cast<std::size_t>(i)];
        Class c;
        // A limit belongs to the class that it closes. QGIS' ranges have both ends, so the next one begins at the number after it.
        const double first = i == 0 ? before : std::nextafter(before, std::numeric_limits<double>::infinity());
        c.lower = sign > 0 ? first : -last;
        c.upper = sign > 0 ? last : -first;
        c.label = before == last ? limit(sign * last) : QStringLiteral("%1 – %2").arg(limit(sign * before), limit(sign * last));
        c.color = color(i, sign);
        c.circleMm = circle(last);
        return c;
    }

    QString limit(double value) const {
        const QString text =
            m_style.percent ? formatPercent(std::abs(value), m_style.decimals) : formatNumber(std::abs(value), m_style.decimals);
        if (m_style.picture != QgisPicture::Changes) return text;
        return (value > 0.0 ? QStringLiteral("+") : QStringLiteral("−")) + text;
    }

    /// The lightest end of the ramp would vanish on white: amounts begin at 0.08.
    Rgb color(int i, int sign) const {
        const double t = m_limits.count() <= 1 ? 0.7 : static_cast<double>(i) / (m_limits.count() - 1);
        if (m_style.picture == QgisPicture::Changes) return toneRgb(sign * (0.05 + 0.95 * t), false);
        if (!m_style.areas && !m_style.coloredCircles) return m_ramp.at(0.55);
        return m_ramp.at(m_limits.count() <= 1 ? t : 0.08 + 0.92 * t);
    }

    double circle(double amount) const {
        const double most = m_limits.upper.back();
        const double places = std::max(kRoomy, static_cast<double>(m_style.values.size()));
        const double largest = std::max(4.5, kLargestCircleMm * std::sqrt(kRoomy / places));
        return most > 0.0 ? std::max(kLeastCircleMm, largest * std::sqrt(amount / most)) : kLeastCircleMm;
    }

    const QgisStyle& m_style;
    const RampTable m_ramp = RampTable::named(QStringLiteral("viridis")).reversed();
    Classes m_limits;
};

/// "r,g,b,a" as QML writes colours.
QString qmlColor(const Rgb& color) {
    return QStringLiteral("%1,%2,%3,255").arg(QString::number(color.red), QString::number(color.green), QString::number(color.blue));
}

class Writer {
public:
    Writer(QString* text, const QgisStyle& style) : m_xml(text), m_style(style), m_classes(Classing(style).classes()) {}

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

    bool categories() const { return m_style.picture == QgisPicture::Categories; }
    int count() const { return static_cast<int>(m_classes.size()); }

    void renderer() {
        Attributes attributes{{"type", categories() ? "categorizedSymbol" : "graduatedSymbol"},
                              {"attr", m_style.field},
                              {"symbollevels", "0"},
                              {"forceraster", "0"},
                              {"enableorderby", m_style.areas ? "0" : "1"}};
        if (!categories()) attributes.push_back({"graduatedMethod", "GraduatedColor"});
        start("renderer-v2", attributes);
        start(categories() ? "categories" : "ranges", {});
        for (int i = 0; i < count(); ++i) classElement(i);
        m_xml.writeEndElement();
        start("symbols", {});
        for (int i = 0; i < count(); ++i) symbol(i);
        m_xml.writeEndElement();
        if (!m_style.areas) {
            start("orderby", {});
            start("orderByClause", {{"asc", "0"}, {"nullsFirst", "0"}});
            m_xml.writeCharacters(drawnFirst());
            m_xml.writeEndElement();
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }

    void classElement(int i) {
        const Class& c = m_classes[static_cast<std::size_t>(i)];
        if (categories()) {
            element("category",
                    {{"value", c.id}, {"type", "string"}, {"label", c.label}, {"symbol", QString::number(i)}, {"render", "true"}});
        } else {
            element("range", {{"lower", QString::number(c.lower, 'g', 17)},
                              {"upper", QString::number(c.upper, 'g', 17)},
                              {"label", c.label},
                              {"symbol", QString::number(i)},
                              {"render", "true"}});
        }
    }

    /// The largest circles first, so that small ones stay visible on top; of categories those that step back.
    QString drawnFirst() const {
        const QString field = QStringLiteral("\"%1\"").arg(m_style.field);
        if (!categories()) return m_style.picture == QgisPicture::Changes ? QStringLiteral("abs(%1)").arg(field) : field;
        QStringList quiet;
        for (const QgisCategory& category : m_style.categories)
            if (category.quiet) quiet << QStringLiteral("'%1'").arg(QString(category.id).replace(QLatin1Char('\''), QStringLiteral("''")));
        return quiet.isEmpty() ? QStringLiteral("0")
                               : QStringLiteral("CASE WHEN %1 IN (%2) THEN 1 ELSE 0 END").arg(field, quiet.join(QStringLiteral(", ")));
    }

    void symbol(int i) {
        const Class& c = m_classes[static_cast<std::size_t>(i)];
        start("symbol", {{"type", m_style.areas ? "fill" : "marker"},
                         {"name", QString::number(i)},
                         {"alpha", m_style.areas ? "1" : "0.75"},
                         {"clip_to_extent", "1"},
                         {"force_rhr", "0"}});
        start("layer", {{"class", m_style.areas ? "SimpleFill" : "SimpleMarker"}, {"enabled", "1"}, {"locked", "0"}, {"pass", "0"}});
        start("Option", {{"type", "Map"}});
        option("color", c.hollow ? QStringLiteral("255,255,255,0") : qmlColor(c.color));
        option("outline_color", c.hollow ? QStringLiteral("120,120,120,255") : QStringLiteral("255,255,255,255"));
        if (!m_style.areas) {
            option("name", QStringLiteral("circle"));
            option("size", QString::number(c.circleMm, 'f', 2));
            option("size_unit", QStringLiteral("MM"));
        }
        option("outline_width", QStringLiteral("0.2"));
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
