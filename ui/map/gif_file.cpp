// SPDX-License-Identifier: GPL-3.0-or-later
// GIF89a through giflib: loop and comment extensions, frames that store their changed rectangle only.
#include "ui/map/gif_file.h"

#include <QFile>
#include <QRect>
#include <algorithm>
#include <array>
#include <gif_lib.h>
#include <utility>

#include "core/export/out_file.h"

namespace mudeung {

class GifFile::Impl {
public:
    Impl(const QString& path, QSize size) : m_path(path), m_size(size) {}
    ~Impl() {
        int problem = 0;
        if (m_gif) EGifCloseFile(m_gif, &problem);
    }

    Status open(const QVector<QRgb>& palette, const QByteArray& comment) {
        int problem = 0;
        m_gif = EGifOpenFileName(QFile::encodeName(m_path).constData(), false, &problem);
        if (!m_gif) return cannotWriteFile(m_path, QString::fromLatin1(GifErrorString(problem)));
        EGifSetGifVersion(m_gif, true);
        std::array<GifColorType, 256> colors{};
        for (int i = 0; i < std::min(kMostColors, static_cast<int>(palette.size())); ++i)
            colors[static_cast<std::size_t>(i)] = {static_cast<GifByteType>(qRed(palette[i])), static_cast<GifByteType>(qGreen(palette[i])),
                                                   static_cast<GifByteType>(qBlue(palette[i]))};
        ColorMapObject* map = GifMakeMapObject(256, colors.data());
        const bool begun = map && EGifPutScreenDesc(m_gif, m_size.width(), m_size.height(), 8, 0, map) == GIF_OK;
        GifFreeMapObject(map);
        if (!begun || !putLoop() || !putComment(comment)) return failed();
        return done();
    }

    Status add(const QByteArray& indices, int hundredths) {
        QRect part(QPoint(0, 0), m_size);
        QByteArray pixels = indices;
        if (!m_before.isEmpty()) {
            part = changedPart(indices);
            for (int i = 0; i < static_cast<int>(indices.size()); ++i)
                if (indices[i] == m_before[i]) pixels[i] = static_cast<char>(kMostColors);
        }
        GraphicsControlBlock control{};
        control.DisposalMode = DISPOSE_DO_NOT;
        control.DelayTime = hundredths;
        control.TransparentColor = m_before.isEmpty() ? NO_TRANSPARENT_COLOR : kMostColors;
        std::array<GifByteType, 4> bytes{};
        const auto length = static_cast<int>(EGifGCBToExtension(&control, bytes.data()));
        if (EGifPutExtension(m_gif, GRAPHICS_EXT_FUNC_CODE, length, bytes.data()) != GIF_OK) return failed();
        if (EGifPutImageDesc(m_gif, part.left(), part.top(), part.width(), part.height(), false, nullptr) != GIF_OK) return failed();
        for (int y = part.top(); y <= part.bottom(); ++y) {
            auto* row = reinterpret_cast<GifPixelType*>(pixels.data()) + qint64{y} * m_size.width() + part.left();
            if (EGifPutLine(m_gif, row, part.width()) != GIF_OK) return failed();
        }
        m_before = indices;
        return done();
    }

    Status close() {
        int problem = 0;
        const bool closed = EGifCloseFile(std::exchange(m_gif, nullptr), &problem) == GIF_OK;
        return closed ? done() : Status(cannotWriteFile(m_path, QString::fromLatin1(GifErrorString(problem))));
    }

private:
    /// "NETSCAPE2.0" with the count 0: for ever.
    bool putLoop() {
        const std::array<GifByteType, 3> count{1, 0, 0};
        return EGifPutExtensionLeader(m_gif, APPLICATION_EXT_FUNC_CODE) == GIF_OK &&
               EGifPutExtensionBlock(m_gif, 11, "NETSCAPE2.0") == GIF_OK && EGifPutExtensionBlock(m_gif, 3, count.data()) == GIF_OK &&
               EGifPutExtensionTrailer(m_gif) == GIF_OK;
    }

    bool putComment(const QByteArray& comment) {
        if (EGifPutExtensionLeader(m_gif, COMMENT_EXT_FUNC_CODE) != GIF_OK) return false;
        for (int at = 0; at < static_cast<int>(comment.size()); at += 255) {
            const QByteArray piece = comment.mid(at, 255);
            if (EGifPutExtensionBlock(m_gif, static_cast<int>(piece.size()), piece.constData()) != GIF_OK) return false;
        }
        return EGifPutExtensionTrailer(m_gif) == GIF_OK;
    }

    /// The least rectangle that holds every changed pixel; one pixel when nothing changed.
    QRect changedPart(const QByteArray& indices) const {
        const int width = m_size.width();
        int left = width, right = -1, top = m_size.height(), bottom = -1;
        for (int y = 0; y < m_size.height(); ++y)
            for (int x = 0; x < width; ++x) {
                if (indices[y * width + x] == m_before[y * width + x]) continue;
                left = std::min(left, x);
                right = std::max(right, x);
                top = std::min(top, y);
                bottom = y;
            }
        return right < 0 ? QRect(0, 0, 1, 1) : QRect(QPoint(left, top), QPoint(right, bottom));
    }

    Error failed() const { return cannotWriteFile(m_path, QString::fromLatin1(GifErrorString(m_gif ? m_gif->Error : 0))); }

    QString m_path;
    QSize m_size;
    GifFileType* m_gif = nullptr;
    QByteArray m_before;
};

GifFile::GifFile(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
GifFile::~GifFile() = default;

Result<std::unique_ptr<GifFile>> GifFile::create(const QString& path, QSize size, const QVector<QRgb>& palette, const QByteArray& comment) {
    auto impl = std::make_unique<Impl>(path, size);
    if (const Status opened = impl->open(palette, comment); !opened) return opened.error();
    return std::unique_ptr<GifFile>(new GifFile(std::move(impl)));
}

Status GifFile::add(const QByteArray& indices, int hundredths) {
    return m_impl->add(indices, hundredths);
}

Status GifFile::close() {
    return m_impl->close();
}

}  // namespace mudeung
