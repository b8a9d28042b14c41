// SPDX-License-Identifier: GPL-3.0-or-later
// Counts all frames for their common scale, then draws them on all processors and hands them on in order.
#include "ui/map/map_animation.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QThread>
#include <atomic>
#include <cmath>

#include "core/base/in_order.h"
#include "core/export/out_file.h"
#include "core/receipt/carrier.h"
#include "ui/map/gif_file.h"
#include "ui/map/gif_palette.h"
#include "ui/map/map_compose.h"
#include "ui/map/map_render.h"
#include "ui/map/mp4_file.h"
#include "ui/map/numbered_files.h"

namespace mudeung {

namespace {

constexpr double kLeastRate = 0.1;
constexpr double kMostRate = 30.0;
constexpr int kPaletteSamples = 8;  ///< frames whose colours make the palette of a GIF
constexpr double kCounted = 0.15;   ///< parts of the work, for the progress

Error usage(const QString& message) {
    return {ErrorCode::Usage, message, QString()};
}

Error cancelled() {
    return {ErrorCode::Cancelled, QCoreApplication::translate("Map", "The animation was cancelled; nothing was written."), QString()};
}

Error notDrawn() {
    return {ErrorCode::Io,
            QCoreApplication::translate("Map", "The map could not be drawn: there is not enough memory. Choose a smaller size."),
            QString()};
}

/// `make(i)` on all processors, `take(i, made)` here and in order, until one of them fails or somebody cancels.
template <typename Made, typename Make, typename Take>
Status everyOne(int count, Progress& progress, Make make, Take take) {
    std::atomic<bool> stop{false};
    Status status = done();
    const auto prepare = [&](int i) {
        return [&stop, &progress, make, i]() -> Result<Made> {
            if (stop || progress.isCancelled()) return cancelled();
            return make(i);
        };
    };
    inOrder(count, QThread::idealThreadCount(), prepare, [&](int i, Result<Made> made) {
        if (!status) return;
        status = made ? take(i, *made) : Status(made.error());
        if (status && progress.isCancelled()) status = cancelled();
        if (!status) stop = true;
        progress.set((i + 1.0) / count);
    });
    return status;
}

/// The frames of one question and everything that they share.
class Series {
public:
    Series(const std::shared_ptr<Workspace>& workspace, const MapStyle& style, const AnimationFile& file)
        : m_engine(workspace), m_style(style), m_file(file) {}

    Status prepare(const Query& query, FrameStep step, Progress& progress) {
        progress.setPhase(QCoreApplication::translate("Map", "Counting the frames"), 0.0, kCounted);
        Progress own;
        auto whole = loadMap(m_engine, m_city, query, m_style, own);
        if (!whole) return whole.error();
        const Table& asked = *whole->answers.byPlace;
        m_frames = framesOf(asked.query, asked.dataset, step);
        if (m_frames.isEmpty())
            return usage(
                QCoreApplication::translate("Map", "“%1” has no frames of that step in this question: choose another step or period.")
                    .arg(whole->data->title));
        if (const Status locked = lockScale(progress); !locked) return locked;
        whole = loadMap(m_engine, m_city, query, m_style, own);
        if (!whole) return whole.error();
        m_whole = std::move(*whole);
        return done();
    }

    int count() const { return static_cast<int>(m_frames.size()); }
    QSize pixels() const { return m_file.size * m_file.scale; }
    int busiest() const { return m_busiest; }
    const MapStyle& style() const { return m_style; }
    const LoadedMap& whole() const { return m_whole; }

    struct Drawn {
        QImage image;
        LoadedMap map;
    };
    /// Safe on several threads at a time: each has layers and a painter of its own.
    Result<Drawn> draw(int frame) {
        Progress own;
        CityShapesPtr city = m_city;
        auto map = loadMap(m_engine, city, m_frames[frame].query, m_style, own);
        if (!map) return map.error();
        ComposeOptions options;
        options.size = pixels();
        options.scale = composeScale(m_file.size) * m_file.scale;
        options.frameLabel = m_frames[frame].label;
        options.layoutOf = m_whole.data;
        QImage image = composeMap(map->data, options);
        if (image.isNull()) return notDrawn();
        return Drawn{std::move(image), std::move(*map)};
    }
    Result<QImage> picture(int frame) {
        auto drawn = draw(frame);
        if (!drawn) return drawn.error();
        return std::move(drawn->image);
    }

private:
    /// The end of a frame's own scale; 0 when it shows nothing.
    Result<double> topOf(int frame) {
        Progress own;
        CityShapesPtr city = m_city;
        const auto map = loadMap(m_engine, city, m_frames[frame].query, m_style, own);
        if (!map) return map.error();
        const MapData& data = *map->data;
        const bool something = std::max({data.largestDensity, data.largestValue, data.largestShape}) > 0.0;
        return something ? data.scaleTop : 0.0;
    }

    Status lockScale(Progress& progress) {
        // Limits that somebody chose are the same in every frame already.
        const bool ownLimits = m_style.kind == MapKind::Choropleth && m_style.classes == ClassMethod::Manual;
        double highest = 0.0;
        const Status found = everyOne<double>(
            count(), progress, [this](int i) { return topOf(i); },
            [&](int i, double top) {
                if (top > highest) {
                    highest = top;
                    m_busiest = i;
                }
                return done();
            });
        if (found && !ownLimits && m_style.lockedMaximum <= 0.0) m_style.lockedMaximum = highest;
        return found;
    }

    QueryEngine m_engine;
    MapStyle m_style;
    AnimationFile m_file;
    CityShapesPtr m_city;
    QVector<Frame> m_frames;
    LoadedMap m_whole;
    int m_busiest = 0;
};

QJsonObject styleOf(const Series& series, FrameStep step, const AnimationFile& file, bool moving) {
    static const char* const steps[] = {"hour", "day", "week", "month"};
    QJsonObject json = mapStyleJson(series.style());
    json.insert(QStringLiteral("frames"), QLatin1String(steps[static_cast<int>(step)]));
    if (moving) json.insert(QStringLiteral("framesPerSecond"), file.framesPerSecond);
    return json;
}

/// The palette of a sample of frames, the busiest among them, which has the whole colour scale.
Result<QVector<QRgb>> commonPalette(Series& series, Progress& progress) {
    QVector<int> chosen{series.busiest()};
    const int others = std::min(kPaletteSamples - 1, series.count());
    for (int i = 0; i < others; ++i) chosen.append(i * series.count() / others);
    ColorCounts colors;
    const Status counted = everyOne<QImage>(
        static_cast<int>(chosen.size()), progress, [&series, chosen](int i) { return series.picture(chosen[i]); },
        [&colors](int, const QImage& image) {
            colors.add(image);
            return done();
        });
    if (!counted) return counted.error();
    return colors.palette(GifFile::kMostColors);
}

Status writeGif(Series& series, const QString& path, double rate, const QByteArray& receipt, Progress& progress) {
    progress.setPhase(QCoreApplication::translate("Map", "Choosing the colours"), kCounted, 0.25);
    const auto palette = commonPalette(series, progress);
    if (!palette) return palette.error();
    progress.setPhase(QCoreApplication::translate("Map", "Drawing the frames"), 0.25, 1.0);
    PendingFile pending(path);
    if (pending.path().isEmpty()) return cannotWriteFile(path, QString());
    auto gif = GifFile::create(pending.path(), series.pixels(), *palette, receipt);
    if (!gif) return gif.error();
    const auto hundredths = [rate](int frames) { return std::lround(frames * 100.0 / rate); };
    const Status drawn = everyOne<QByteArray>(
        series.count(), progress,
        [&](int i) -> Result<QByteArray> {
            const auto image = series.picture(i);
            if (!image) return image.error();
            return nearestIndices(*image, *palette);
        },
        [&](int i, const QByteArray& indices) { return (*gif)->add(indices, static_cast<int>(hundredths(i + 1) - hundredths(i))); });
    if (!drawn) return drawn;
    if (const Status closed = (*gif)->close(); !closed) return closed;
    return pending.putInPlace();
}

Status writeMp4(Series& series, const QString& path, double rate, const QByteArray& receipt, Progress& progress) {
    progress.setPhase(QCoreApplication::translate("Map", "Drawing the frames"), kCounted, 1.0);
    PendingFile pending(path);
    if (pending.path().isEmpty()) return cannotWriteFile(path, QString());
    Mp4File mp4(pending.path());
    if (const Status opened = mp4.open(series.pixels(), rate, receipt); !opened) return opened;
    const Status drawn = everyOne<QImage>(
        series.count(), progress, [&](int i) { return series.picture(i); },
        [&](int, const QImage& image) { return mp4.add(image, progress); });
    if (!drawn) return drawn;
    if (const Status closed = mp4.close(progress); !closed) return closed;
    return pending.putInPlace();
}

Status writePngs(Series& series, const QString& path, const QJsonObject& style, const Workspace& workspace, Progress& progress) {
    progress.setPhase(QCoreApplication::translate("Map", "Drawing the frames"), kCounted, 1.0);
    NumberedFiles files(path);
    if (const Status begun = files.begin(series.count()); !begun) return begun;
    const Status drawn = everyOne<QByteArray>(
        series.count(), progress,
        [&](int i) -> Result<QByteArray> {
            const auto frame = series.draw(i);
            if (!frame) return frame.error();
            const auto receipt = makeReceipt(workspace, frame->map.shown(), ReceiptOf::Map, style);
            if (!receipt) return receipt.error();
            QBuffer buffer;
            buffer.open(QIODevice::WriteOnly);
            if (!frame->image.save(&buffer, "PNG")) return notDrawn();
            return pngWithReceipt(buffer.data(), *receipt);
        },
        [&](int i, const QByteArray& png) { return files.add(i, png); });
    if (!drawn) return drawn;
    return files.putInPlace();
}

}  // namespace

Status checkAnimation(const QString& path, const AnimationFile& file) {
    const QFileInfo info(path);
    const QString suffix = info.isDir() || path.endsWith(QLatin1Char('/')) ? QString() : info.suffix().toLower();
    if (!suffix.isEmpty() && suffix != QLatin1String("gif") && suffix != QLatin1String("mp4") && suffix != QLatin1String("png"))
        return usage(
            QCoreApplication::translate("Map", "An animation cannot be saved as “%1”. Use .gif, .mp4, .png or a folder.").arg(path));
    if (!(file.framesPerSecond >= kLeastRate && file.framesPerSecond <= kMostRate))
        return usage(QCoreApplication::translate("Map", "An animation can show %1 to %2 frames a second, not %3.")
                         .arg(kLeastRate)
                         .arg(kMostRate)
                         .arg(file.framesPerSecond));
    MapFile frame;
    frame.size = file.size;
    frame.scale = file.scale;
    if (const Status drawable = checkMapFile(frame); !drawable) return drawable;
    if (suffix != QLatin1String("mp4")) return done();
    const auto program = findFfmpeg();
    return program ? done() : Status(program.error());
}

Status writeAnimation(const std::shared_ptr<Workspace>& workspace, const Query& query, const MapStyle& style, FrameStep step,
                      const QString& path, const AnimationFile& file, Progress& progress) {
    if (const Status possible = checkAnimation(path, file); !possible) return possible;
    Series series(workspace, style, file);
    if (const Status ready = series.prepare(query, step, progress); !ready) return ready;
    const QString suffix = QFileInfo(path).suffix().toLower();
    const bool moving = !QFileInfo(path).isDir() && (suffix == QLatin1String("gif") || suffix == QLatin1String("mp4"));
    const QJsonObject look = styleOf(series, step, file, moving);
    if (!moving) return writePngs(series, path, look, *workspace, progress);
    const auto receipt = makeReceipt(*workspace, series.whole().shown(), ReceiptOf::Map, look);
    if (!receipt) return receipt.error();
    return suffix == QLatin1String("gif") ? writeGif(series, path, file.framesPerSecond, receiptText(*receipt), progress)
                                          : writeMp4(series, path, file.framesPerSecond, receiptText(*receipt), progress);
}

}  // namespace mudeung
