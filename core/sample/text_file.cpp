// SPDX-License-Identifier: GPL-3.0-or-later
// Buffered text output and the CP949 encoder.
#include "core/sample/text_file.h"

#ifdef __unix__
#include <fcntl.h>
#include <unistd.h>
#endif

#include <QCoreApplication>
#include <QDir>
#include <memory>
#include <unicode/ucnv.h>

namespace mudeung::sample {

std::string toCp949(const QString& text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("windows-949", &status), &ucnv_close);
    if (U_FAILURE(status)) return {};
    ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    std::string out(static_cast<std::size_t>(text.size()) * 2 + 2, '\0');
    const auto* units = reinterpret_cast<const UChar*>(text.utf16());
    const int length =
        ucnv_fromUChars(converter.get(), out.data(), static_cast<int32_t>(out.size()), units, static_cast<int32_t>(text.size()), &status);
    if (U_FAILURE(status)) return {};
    out.resize(static_cast<std::size_t>(length));
    return out;
}

std::string quotedThousands(int value) {
    std::string digits = std::to_string(value);
    if (value < 1000) return digits;
    for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), 1, ',');
    return '"' + digits + '"';
}

void syncToDisk(const QString& path) {
#ifdef __unix__
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) return;
    ::fsync(handle);
    ::close(handle);
#else
    Q_UNUSED(path);
#endif
}

TextFile::TextFile(const QString& path) : m_file(path) {
    m_buffer.reserve(kFlushBytes + 4096);
    m_failed = !m_file.open(QIODevice::WriteOnly | QIODevice::Truncate);
}

TextFile::~TextFile() {
    if (m_finished || !m_file.isOpen()) return;
    m_file.close();
    m_file.remove();
}

void TextFile::flush() {
    // A full disk takes a part first; only the next attempt says why.
    std::string_view left(m_buffer);
    while (!m_failed && !left.empty()) {
        const qint64 written = m_file.write(left.data(), static_cast<qint64>(left.size()));
        m_failed = written <= 0;
        if (!m_failed) left.remove_prefix(static_cast<std::size_t>(written));
    }
    m_buffer.clear();
}

Status TextFile::finish() {
    flush();
    if (!m_failed) m_failed = !m_file.flush();
    if (m_failed) {
        const QString path = QDir::toNativeSeparators(m_file.fileName());
        const QString message =
            QCoreApplication::translate("Sample", "The file %1 cannot be written. Check free space and permission of its folder.");
        return Error{ErrorCode::Io, message.arg(path), m_file.errorString()};
    }
    m_finished = true;
    m_file.close();
    return done();
}

}  // namespace mudeung::sample
