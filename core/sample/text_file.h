// SPDX-License-Identifier: GPL-3.0-or-later
// Writing of large files: CP949 through ICU, numbers without locale, one buffer, safe last step. Knows nothing of the city.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <charconv>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace mudeung::sample {

/// Strict: a letter outside CP949 is an internal error of the sample's texts and gives an empty result.
std::string toCp949(const QString& text);

/// "1,234" with the quotes that a comma needs; plain below a thousand.
std::string quotedThousands(int value);

/// Waits until a file or folder has reached the disk, as far as the system offers that.
void syncToDisk(const QString& path);

class TextFile {
public:
    explicit TextFile(const QString& path);
    ~TextFile();
    TextFile(const TextFile&) = delete;
    TextFile& operator=(const TextFile&) = delete;

    TextFile& operator<<(std::string_view text) {
        m_buffer.append(text);
        if (m_buffer.size() >= kFlushBytes) flush();
        return *this;
    }
    TextFile& operator<<(int value) {
        char digits[16];
        const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        m_buffer.append(digits, end);
        return *this;
    }
    /// Something could not be written; what follows is lost as well.
    bool failed() const { return m_failed; }
    /// Flushes and closes; an unfinished file is removed by the destructor.
    Status finish();

private:
    static constexpr std::size_t kFlushBytes = 1 << 20;
    void flush();
    QFile m_file;
    std::string m_buffer;
    bool m_failed = false;
    bool m_finished = false;
};

}  // namespace mudeung::sample
