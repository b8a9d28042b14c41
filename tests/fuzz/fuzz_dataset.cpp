// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's entry: any bytes as the description of a dataset, as a workspace keeps it and as other programs get it. They are refused, or
// give a dataset that can be used and written again.
#include <QJsonObject>
#include <algorithm>
#include <cstdint>

#include "core/model/dataset.h"
#include "core/store/dataset_json.h"
#include "tests/fuzz/require.h"

using namespace mudeung;
using mudeung::test::require;

namespace {

/// Hours are shifted into masks and decimals are a number of digits to write: both need their bounds.
void requireUsable(const Dataset& d) {
    require(d.firstHour >= 0 && d.hourCount >= 0 && d.hourCount <= kMaxHours && d.firstHour <= kMaxHours - d.hourCount,
            "hours lie within the longest service day");
    require(std::all_of(d.measures.begin(), d.measures.end(), [](const Measure& m) { return m.decimals >= 0 && m.decimals <= 6; }),
            "measures have zero to six decimals");
}

/// JSON can hold half of a surrogate pair, UTF-8 cannot.
bool canBeWritten(const QString& text) {
    return !text.contains(QLatin1String("\\ud"), Qt::CaseInsensitive);
}

void storedForm(const QString& text) {
    Dataset read;
    if (!store::parseDataset(text, read)) return;
    requireUsable(read);
    Dataset again;
    require(store::parseDataset(store::describeDataset(read), again), "a description can be read again");
    require(again == read || !canBeWritten(text), "a description keeps everything");
}

void shownForm(const QString& text) {
    const auto read = Dataset::fromJson(store::jsonObject(text));
    if (!read) return require(!read.error().message.isEmpty(), "a description is refused with a message");
    requireUsable(*read);
    const auto again = Dataset::fromJson(store::jsonObject(store::jsonText(read->toJson())));
    require(again.ok(), "a shown description can be read again");
    require(*again == *read || !canBeWritten(text), "a shown description keeps everything");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<int>(size));
    storedForm(text);
    shownForm(text);
    return 0;
}
