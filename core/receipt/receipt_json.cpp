// SPDX-License-Identifier: GPL-3.0-or-later
// Receipts as JSON and back, with errors that name the field. Integers that must stay exact are written as text.
#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/receipt/receipt.h"

namespace mudeung {

namespace {

const QString kFormatKey = QStringLiteral("mudeungReceipt");

QJsonObject sourceJson(const SourceDataset& source) {
    QJsonArray files;
    for (const SourceFile& file : source.files) {
        QJsonObject entry{{"name", file.name}, {"sha256", file.sha256}, {"importedAt", file.importedAt}};
        if (file.replaced) entry.insert(QStringLiteral("replaced"), true);
        files.append(entry);
    }
    QJsonObject json{{"dataset", source.id}, {"title", source.title}, {"files", files}};
    if (!source.publisher.isEmpty()) json.insert(QStringLiteral("publisher"), source.publisher);
    if (!source.period.isAll()) json.insert(QStringLiteral("period"), source.period.toString());
    if (source.layer) json.insert(QStringLiteral("layer"), true);
    return json;
}

/// Reads fields one after the other and remembers the first that is wrong, so that a reader is a list of fields.
class Fields {
public:
    Fields(const QJsonObject& json, const QString& prefix) : m_json(json), m_prefix(prefix) {}

    QString text(const char* field, bool needed = true) {
        const QJsonValue value = m_json.value(QLatin1String(field));
        if (value.isUndefined() && !needed) return {};
        if (!value.isString()) blame(field);
        return value.toString();
    }
    bool flag(const char* field) {
        const QJsonValue value = m_json.value(QLatin1String(field));
        if (!value.isUndefined() && !value.isBool()) blame(field);
        return value.toBool();
    }
    /// A whole number that is not negative.
    int count(const char* field, bool needed = true) {
        const QJsonValue value = m_json.value(QLatin1String(field));
        if (value.isUndefined() && !needed) return 0;
        const double number = value.toDouble(-1.0);
        if (number < 0.0 || number > std::numeric_limits<int>::max() || number != std::floor(number)) {
            blame(field);
            return 0;
        }
        return static_cast<int>(number);
    }
    std::int64_t exact(const char* field) {
        bool ok = false;
        const std::int64_t number = text(field).toLongLong(&ok);
        if (!ok) blame(field);
        return number;
    }
    /// A number, or null for "nothing was observed".
    double value(const char* field) {
        const QJsonValue value = m_json.value(QLatin1String(field));
        if (value.isNull()) return std::numeric_limits<double>::quiet_NaN();
        if (!value.isDouble()) blame(field);
        return value.toDouble();
    }
    QString sha256(const char* field, bool needed = true) {
        const QString hex = text(field, needed);
        if (hex.isEmpty() && !needed) return hex;
        const auto isHex = [](QChar c) {
            return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
        };
        if (hex.size() != 64 || !std::all_of(hex.begin(), hex.end(), isHex)) blame(field);
        return hex;
    }
    QJsonObject object(const char* field, bool needed = true) {
        const QJsonValue value = m_json.value(QLatin1String(field));
        if (value.isUndefined() && !needed) return {};
        if (!value.isObject()) blame(field);
        return value.toObject();
    }
    QJsonArray array(const char* field) {
        const QJsonValue value = m_json.value(QLatin1String(field));
        if (!value.isArray()) blame(field);
        return value.toArray();
    }
    void blame(const char* field) {
        if (m_wrong.isEmpty()) m_wrong = m_prefix + QLatin1String(field);
    }
    const QString& wrong() const { return m_wrong; }

private:
    QJsonObject m_json;
    QString m_prefix;
    QString m_wrong;
};

Error wrongField(const QString& field, const QString& detail = {}) {
    return {ErrorCode::InputRefused,
            QCoreApplication::translate(
                "Receipt", "The receipt cannot be read: its field “%1” is missing or wrong. Use the file as the program wrote it.")
                .arg(field),
            detail};
}

Result<SourceDataset> sourceFromJson(const QJsonObject& json, const QString& prefix) {
    Fields fields(json, prefix);
    SourceDataset source;
    source.id = fields.text("dataset");
    source.title = fields.text("title");
    source.publisher = fields.text("publisher", false);
    source.layer = fields.flag("layer");
    if (const QString text = fields.text("period", false); !text.isEmpty()) {
        const auto period = Period::parse(text);
        if (!period) return wrongField(prefix + QStringLiteral("period"), period.error().message);
        source.period = *period;
    }
    int index = 0;
    for (const QJsonValue& entry : fields.array("files")) {
        Fields file(entry.toObject(), QStringLiteral("%1files[%2].").arg(prefix).arg(index++));
        source.files.append({file.text("name"), file.text("sha256"), file.text("importedAt"), file.flag("replaced")});
        if (!file.wrong().isEmpty()) return wrongField(file.wrong());
    }
    if (!fields.wrong().isEmpty()) return wrongField(fields.wrong());
    return source;
}

Status readQuestion(Fields& fields, Receipt* receipt) {
    const auto query = Query::fromJson(fields.object("query"));
    if (!query) return wrongField(QStringLiteral("query"), query.error().message);
    receipt->query = *query;
    const auto by = breakdownFromId(fields.text("by"));
    if (!by) return wrongField(QStringLiteral("by"));
    receipt->by = *by;
    receipt->top = fields.count("top", false);
    receipt->recipe = fields.sha256("recipe");
    if (!fields.wrong().isEmpty()) return wrongField(fields.wrong());
    if (receipt->recipe != recipeId(receipt->query, receipt->by, receipt->top))
        return Error{ErrorCode::InputRefused,
                     QCoreApplication::translate("Receipt",
                                                 "The receipt was changed after it was written: its field “recipe” does not belong to its "
                                                 "question. Use the file as the program wrote it."),
                     {}};
    return done();
}

}  // namespace

QJsonArray sourcesJson(const QVector<SourceDataset>& sources) {
    QJsonArray json;
    for (const SourceDataset& source : sources) json.append(sourceJson(source));
    return json;
}

Result<QVector<SourceDataset>> sourcesFromJson(const QJsonArray& json) {
    QVector<SourceDataset> sources;
    for (int i = 0; i < static_cast<int>(json.size()); ++i) {
        const auto source = sourceFromJson(json.at(i).toObject(), QStringLiteral("sources[%1].").arg(i));
        if (!source) return source.error();
        sources.append(*source);
    }
    return sources;
}

QJsonObject receiptJson(const Receipt& r) {
    const QJsonObject measure{{"name", r.measureName}, {"unit", r.unit}, {"decimals", r.decimals}};
    QJsonObject result{{"sha256", r.result},
                       {"rows", static_cast<double>(r.rows)},
                       {"sum", QString::number(static_cast<qint64>(r.totalSum))},
                       {"observed", QString::number(static_cast<qint64>(r.totalObserved))},
                       {"total", std::isnan(r.total) ? QJsonValue(QJsonValue::Null) : QJsonValue(r.total)}};
    if (!r.shown.isEmpty()) result.insert(QStringLiteral("shown"), r.shown);
    QJsonObject json{
        {kFormatKey, kReceiptFormat}, {"program", r.program}, {"what", receiptOfId(r.what)}, {"query", r.query.toJson()},
        {"by", breakdownId(r.by)},    {"measure", measure},   {"sentence", r.sentence},      {"sources", sourcesJson(r.sources)},
        {"recipe", r.recipe},         {"result", result}};
    if (r.top > 0) json.insert(QStringLiteral("top"), r.top);
    if (!r.style.isEmpty()) json.insert(QStringLiteral("style"), r.style);
    if (r.sample) json.insert(QStringLiteral("sample"), true);
    QJsonArray compared;
    for (const Receipt& before : r.compared) compared.append(receiptJson(before));
    if (!compared.isEmpty()) json.insert(QStringLiteral("compared"), compared);
    return json;
}

Result<Receipt> receiptFromJson(const QJsonObject& json) {
    Fields fields(json, QString());
    const int format = fields.count("mudeungReceipt");
    if (!fields.wrong().isEmpty() || format < 1) return wrongField(kFormatKey);
    if (format > kReceiptFormat)
        return Error{ErrorCode::NewerVersion,
                     QCoreApplication::translate("Receipt",
                                                 "The receipt was written by a later version (form %1; this program reads up to %2). "
                                                 "Update the program.")
                         .arg(format)
                         .arg(kReceiptFormat),
                     {}};
    Receipt r;
    r.program = fields.text("program");
    const QString what = fields.text("what");
    bool known = false;
    for (const ReceiptOf kind : {ReceiptOf::Map, ReceiptOf::Chart, ReceiptOf::Table, ReceiptOf::Report}) {
        if (receiptOfId(kind) != what) continue;
        r.what = kind;
        known = true;
    }
    if (!known) fields.blame("what");
    if (const Status question = readQuestion(fields, &r); !question) return question.error();
    Fields measure(fields.object("measure"), QStringLiteral("measure."));
    r.measureName = measure.text("name");
    r.unit = measure.text("unit");
    r.decimals = measure.count("decimals");
    Fields result(fields.object("result"), QStringLiteral("result."));
    r.result = result.sha256("sha256");
    r.shown = result.sha256("shown", false);
    r.rows = result.count("rows");
    r.totalSum = result.exact("sum");
    r.totalObserved = result.exact("observed");
    r.total = result.value("total");
    r.style = fields.object("style", false);
    r.sentence = fields.text("sentence");
    r.sample = fields.flag("sample");
    const auto sources = sourcesFromJson(fields.array("sources"));
    if (!sources) return sources.error();
    r.sources = *sources;
    // One level only: what is compared with has nothing of its own beside it.
    const QJsonValue compared = json.value(QLatin1String("compared"));
    if (!compared.isUndefined() && !compared.isArray()) fields.blame("compared");
    for (const QJsonValue& entry : compared.toArray()) {
        if (entry.toObject().contains(QLatin1String("compared"))) return wrongField(QStringLiteral("compared"));
        const auto before = receiptFromJson(entry.toObject());
        if (!before) return before.error();
        r.compared.append(*before);
    }
    for (const Fields* part : {&fields, &measure, &result})
        if (!part->wrong().isEmpty()) return wrongField(part->wrong());
    return r;
}

}  // namespace mudeung
