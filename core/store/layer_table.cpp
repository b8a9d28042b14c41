// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and writing the features of a layer, each row under a checksum.
#include "core/store/layer_table.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <cstring>

#include "core/store/crc32c.h"
#include "core/store/dataset_json.h"

namespace mudeung::store {

namespace {
constexpr int kFeatureBits = 40;
constexpr MonthKey kNoMonth = 0;  ///< the month under which the sources of a layer are noted
constexpr std::size_t kPollEvery = 256;

struct FeatureTexts {
    QString aliases;
    QString attributes;
};

std::uint32_t featureCrc(qint64 key, const Feature& f, const FeatureTexts& texts) {
    std::uint32_t crc = crc32cNumber(0, key);
    for (const QByteArray& part : {f.code.toUtf8(), texts.aliases.toUtf8(), f.name.toUtf8(), f.wkb, texts.attributes.toUtf8()}) {
        crc = crc32c(crc32cNumber(crc, part.size()), part);
    }
    for (const double v : {f.lon, f.lat}) {
        std::int64_t bits = 0;
        if (v == v) std::memcpy(&bits, &v, sizeof bits);
        crc = crc32cNumber(crc, v == v ? bits : 1);
    }
    return crc;
}

QString aliasText(const QStringList& aliases) {
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(aliases)).toJson(QJsonDocument::Compact));
}

QStringList aliasList(const QString& text) {
    QStringList aliases;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue& value : array) aliases.append(value.toString());
    return aliases;
}

void poll(Progress& progress) {
    if (!progress.isCancelled()) return;
    fail(ErrorCode::Cancelled, QCoreApplication::translate("Store", "Stopped. Nothing was changed."));
}

/// Joins the new features to the old ones by code: Add lets the new one win, Fill only completes the old one.
std::vector<Feature> joined(std::vector<Feature> all, const std::vector<Feature>& added, OnExisting onExisting, WriteOutcome& outcome) {
    QHash<QString, std::size_t> byCode;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].code.isEmpty()) byCode.insert(all[i].code, i);
    }
    const std::size_t before = all.size();
    for (const Feature& f : added) {
        const auto known = byCode.constFind(f.code);
        if (f.code.isEmpty() || known == byCode.constEnd() || *known >= before) {
            all.push_back(f);
            ++outcome.placesAdded;
            continue;
        }
        Feature& old = all[*known];
        if (onExisting == OnExisting::Add) {
            old = f;
            continue;
        }
        outcome.cellsFilled += (old.name.isEmpty() && !f.name.isEmpty()) || (old.wkb.isEmpty() && !f.wkb.isEmpty()) ? 1 : 0;
        if (old.name.isEmpty()) old.name = f.name;
        if (old.wkb.isEmpty()) old.wkb = f.wkb;
        if (old.lon != old.lon || old.lat != old.lat) {
            old.lon = f.lon;
            old.lat = f.lat;
        }
    }
    return all;
}

void saveFeatures(Database& db, StoredDataset& stored, const std::vector<Feature>& features, Progress& progress) {
    const qint64 firstKey = stored.rowId() << kFeatureBits;
    Statement(db, "DELETE FROM feature WHERE key >= ?1 AND key < ?2").bind(1, firstKey).bind(2, (stored.rowId() + 1) << kFeatureBits).run();
    Statement save(
        db, "INSERT INTO feature(key, code, aliases, name, wkb, lon, lat, attributes, crc) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    std::uint32_t all = 0;
    for (std::size_t i = 0; i < features.size(); ++i) {
        if (i % kPollEvery == 0) {
            poll(progress);
            progress.set(static_cast<double>(i) / static_cast<double>(features.size()));
        }
        const Feature& f = features[i];
        const FeatureTexts texts{aliasText(f.aliases), jsonText(f.attributes)};
        const qint64 key = firstKey + static_cast<qint64>(i);
        const std::uint32_t crc = featureCrc(key, f, texts);
        save.bind(1, key).bind(2, f.code).bind(3, texts.aliases).bind(4, f.name).bindBlob(5, f.wkb).bind(6, f.lon).bind(7, f.lat);
        save.bind(8, texts.attributes).bind(9, qint64{crc}).run();
        all = crc32cNumber(all, crc);
    }
    poll(progress);
    stored.itemsCrc = all;
    stored.dataset.featureCount = static_cast<qint64>(features.size());
}
bool isSound(Database& db, const StoredDataset& stored) {
    try {
        loadFeatures(db, stored);
        return true;
    } catch (const Failure&) {
        return false;
    }
}
}  // namespace

std::vector<Feature> loadFeatures(Database& db, const StoredDataset& stored) {
    std::vector<Feature> features;
    std::uint32_t all = 0;
    Statement rows(
        db, "SELECT key, code, aliases, name, wkb, lon, lat, attributes, crc FROM feature WHERE key >= ?1 AND key < ?2 ORDER BY key");
    rows.bind(1, stored.rowId() << kFeatureBits).bind(2, (stored.rowId() + 1) << kFeatureBits);
    while (rows.step()) {
        Feature f;
        const FeatureTexts texts{rows.text(2), rows.text(7)};
        f.code = rows.text(1);
        f.name = rows.text(3);
        f.wkb = rows.blob(4);
        f.lon = rows.real(5);
        f.lat = rows.real(6);
        const std::uint32_t crc = featureCrc(rows.integer(0), f, texts);
        if (crc != static_cast<std::uint32_t>(rows.integer(8))) {
            throw Failure{damagedDataset(stored.dataset.id, db.path(), QStringLiteral("feature %1").arg(rows.integer(0)))};
        }
        f.aliases = aliasList(texts.aliases);
        f.attributes = jsonObject(texts.attributes);
        features.push_back(std::move(f));
        all = crc32cNumber(all, crc);
    }
    if (static_cast<qint64>(features.size()) != stored.dataset.featureCount || all != stored.itemsCrc) {
        throw Failure{damagedDataset(stored.dataset.id, db.path(), QStringLiteral("%1 features").arg(features.size()))};
    }
    return features;
}

WriteOutcome writeFeatures(Database& db, const Dataset& dataset, const std::vector<Feature>& features, const Batch& batch,
                           OnExisting onExisting, Progress& progress) {
    if (dataset.id.isEmpty() || dataset.kind != DatasetKind::Layer) {
        fail(ErrorCode::Internal,
             QCoreApplication::translate("Store", "The import handed over a layer without a name; nothing was changed."));
    }
    WriteOutcome outcome;
    StoredDataset stored;
    std::vector<Feature> old;
    bool whole = true;
    if (auto found = findDataset(db, dataset.id)) {
        stored = requireDataset(db, dataset.id, DatasetKind::Layer);
        const QStringList sources = contributors(db, stored.rowId(), kNoMonth);
        const bool same = !batch.sha256.isEmpty() && sources.contains(batch.sha256);
        if (same && (onExisting != OnExisting::Replace || sources.size() == 1) && isSound(db, stored)) {
            outcome.noop = true;
            return outcome;
        }
        if (onExisting == OnExisting::Ask && stored.dataset.featureCount > 0 && !same) {
            fail(ErrorCode::Usage,
                 QCoreApplication::translate("Store",
                                             "The layer “%1” already has features. Choose whether to replace it, to add the new "
                                             "features to it, or to fill only the gaps. Nothing was changed.")
                     .arg(dataset.id));
        }
        whole = onExisting == OnExisting::Replace || onExisting == OnExisting::Ask;
        if (!whole) old = loadFeatures(db, stored);
    }
    const qint64 generation = bumpGeneration(db);
    const Dataset before = stored.dataset;
    if (whole) stored.dataset = dataset;
    stored.dataset.rowId = before.rowId;
    stored.dataset.sample = dataset.sample || (!whole && before.sample);
    saveDataset(db, stored);
    if (whole) outcome.placesAdded = static_cast<int>(features.size());
    saveFeatures(db, stored, whole ? features : joined(std::move(old), features, onExisting, outcome), progress);
    saveDataset(db, stored);
    const qint64 batchRow = insertBatch(db, stored.rowId(), batch, 1, generation);
    addContributor(db, stored.rowId(), kNoMonth, batchRow, whole);
    loadFeatures(db, stored);
    return outcome;
}

}  // namespace mudeung::store
