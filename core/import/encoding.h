// SPDX-License-Identifier: GPL-3.0-or-later
// Strict decoding: UTF-8, CP949 (the superset of EUC-KR that Korean offices write), UTF-16. Never replaces a byte it cannot read.
// Works on memory only; files and the decision which encoding a file has are in text_stream.h.
#pragma once

#include <QString>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace mudeung {

enum class Encoding { Utf8, Cp949, Utf16Le, Utf16Be };

/// "UTF-8", "CP949", "UTF-16LE", "UTF-16BE".
QString encodingName(Encoding encoding);
/// Understands the usual spellings ("utf8", "EUC-KR", "MS949"…); empty when unknown.
std::optional<Encoding> encodingFromName(const QString& name);

/// What a stretch of text held; used to tell destroyed text and damaged UTF-8 from CP949.
struct TextTally {
    int64_t replacements = 0;      ///< U+FFFD found in the text itself
    int64_t replacementPairs = 0;  ///< of those, directly behind another one
    int64_t hangul = 0;            ///< Hangul syllables
    int64_t nuls = 0;
    bool lastWasReplacement = false;
};

/// How far a step came. Without a fault, bytes left over are the beginning of a character that the next chunk completes.
struct DecodeStep {
    size_t consumed = 0;
    bool fault = false;  ///< the byte at `consumed` cannot be part of a character here
};

/// Checks without output. `last` says that no byte follows.
DecodeStep checkText(Encoding encoding, const char* data, size_t size, bool last, TextTally& tally);
/// Appends the text as UTF-8.
DecodeStep decodeText(Encoding encoding, const char* data, size_t size, bool last, std::string& out);

/// The character of a CP949 pair; 0 when the pair is not assigned.
char16_t cp949Char(unsigned char lead, unsigned char trail);

/// Whole text at once; empty when a byte cannot be decoded.
std::optional<std::string> decodeAll(Encoding encoding, const char* data, size_t size);

}  // namespace mudeung
