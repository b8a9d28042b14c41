// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's entry: any bytes as a file of delimited text, read in every way; two ways that differ end the program, as a crash would.
#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

#include "core/import/csv_marks.h"
#include "core/import/encoding.h"
#include "tests/fuzz/csv_agreement.h"
#include "tests/fuzz/require.h"

using namespace mudeung;
using mudeung::test::require;

namespace {

/// Memory that ends where the text does: the buffers of the readers hide a byte read too many.
std::unique_ptr<char[]> exactly(std::string_view text) {
    auto copy = std::make_unique<char[]>(text.size());
    if (!text.empty()) std::memcpy(copy.get(), text.data(), text.size());
    return copy;
}

void decode(std::string_view text, bool last) {
    const auto bytes = exactly(text);
    for (const Encoding encoding : {Encoding::Utf8, Encoding::Cp949, Encoding::Utf16Le, Encoding::Utf16Be}) {
        TextTally tally;
        std::string out;
        const DecodeStep checked = checkText(encoding, bytes.get(), text.size(), last, tally);
        const DecodeStep decoded = decodeText(encoding, bytes.get(), text.size(), last, out);
        require(checked.consumed <= text.size() && checked.consumed == decoded.consumed && checked.fault == decoded.fault,
                "checking and decoding come equally far");
    }
}

void findMarks(std::string_view text) {
    const auto bytes = exactly(text);
    const auto marksOf = [&](MarkPath path) {
        std::vector<std::uint32_t> marks(text.size() + kMarkSlack);
        marks.resize(markFinder(path)(bytes.get(), text.size(), ',', marks.data()));
        return marks;
    };
    const std::vector<std::uint32_t> expected = marksOf(MarkPath::Scalar);
    for (const MarkPath path : {MarkPath::Avx2, MarkPath::Sse2}) require(marksOf(path) == expected, "marks are found in every way");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::string wrong = test::disagreement(input);
    require(wrong.empty(), wrong.c_str());
    if (size <= test::kAgreementHead) return 0;
    const std::string_view text = input.substr(test::kAgreementHead);
    decode(text, true);
    decode(text.substr(0, text.size() - data[0] % text.size()), false);
    findMarks(text);
    return 0;
}
