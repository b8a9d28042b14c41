// SPDX-License-Identifier: GPL-3.0-or-later
// Animations as files: as many frames as the window plays, one colour scale, readable by others, whole or not at all, with receipts.
#include <QImageReader>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "core/cube/query_engine.h"
#include "core/export/read_receipt.h"
#include "core/receipt/verify.h"
#include "tests/support/map_test.h"
#include "tests/ui/map/made_city.h"
#include "tests/ui/ui_test_support.h"
#include "ui/map/gif_palette.h"
#include "ui/map/map_animation.h"
#include "ui/map/map_compose.h"
#include "ui/map/map_render.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {

const QString kStops = QStringLiteral("daily-stops");
const QSize kSize(800, 600);

/// January to March 2024. A stop in the north-west counts 5,000 adults on the first of every month, one in the east 1,000, 4,000 and 9,000.
void writeDailyStops(Workspace& workspace) {
    CubeData data;
    data.dataset = madeDataset(kStops, QStringLiteral("bus_stop"));
    data.dataset.timeStep = TimeStep::Day;
    data.dataset.period = {QDate(2024, 1, 1), QDate(2024, 3, 31)};
    data.dataset.placeCount = 2;
    data.places = {{QStringLiteral("W"), QStringLiteral("서쪽"), 126.86, 35.18},
                   {QStringLiteral("E"), QStringLiteral("동쪽"), 126.92, 35.16}};
    const int east[] = {1000, 4000, 9000};
    for (int month = 1; month <= 3; ++month) {
        const int days = QDate(2024, month, 1).daysInMonth();
        MonthCells cells{1, 2, days, 1, 2, {}};
        cells.cells.resize(std::size_t(2 * days * 2));
        cells.cells[cells.index(0, 0, 0, 0, 0)] = 5000;
        cells.cells[cells.index(0, 0, 0, 0, 1)] = east[month - 1];
        data.months.emplace(monthKey(2024, month), cells);
    }
    Batch batch = madeBatch(kStops);
    batch.period = data.dataset.period;
    const auto written = workspace.writeCube(data, batch, OnExisting::Ask, Progress::none());
    if (!written) qFatal("%s", qPrintable(written.error().message));
}

QString said(const Status& status) {
    return status ? QString() : status.error().message;
}

QVector<QImage> framesIn(const QString& gif) {
    QVector<QImage> frames;
    QImageReader reader(gif);
    while (reader.canRead()) {
        const QImage image = reader.read().convertToFormat(QImage::Format_RGB32);
        if (image.isNull()) break;
        frames.append(image);
    }
    return frames;
}

/// Parts of the picture that hold one of the stops and no text.
QImage west(const QImage& image) {
    return image.copy(QRect(int(image.width() * 0.53), int(image.height() * 0.18), int(image.width() * 0.14), int(image.height() * 0.18)));
}
QImage east(const QImage& image) {
    return image.copy(QRect(int(image.width() * 0.7), int(image.height() * 0.3), int(image.width() * 0.13), int(image.height() * 0.3)));
}
/// The top middle of the map, below title and sentence.
QImage label(const QImage& image) {
    return image.copy(QRect(int(image.width() * 0.3), int(image.height() * 0.085), int(image.width() * 0.4), int(image.height() * 0.07)));
}

/// Of a channel of a pixel.
int largestDifference(const QImage& a, const QImage& b) {
    int largest = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            largest = std::max({largest, std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))});
        }
    return largest;
}

/// Mean of the largest difference of a channel.
double meanDifference(const QImage& a, const QImage& b) {
    double sum = 0.0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            sum += std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))});
        }
    return sum / a.width() / a.height();
}

}  // namespace

class TestMapAnimation : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::shared_ptr<Workspace> m_city;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    static Query query() {
        Query q;
        q.dataset = kStops;
        return q;
    }
    static AnimationFile how() {
        AnimationFile file;
        file.size = kSize;
        file.framesPerSecond = 3.0;
        return file;
    }
    static MapStyle styleOf(MapKind kind) {
        MapStyle style;
        style.kind = kind;
        style.showPlaces = false;
        return style;
    }
    Status write(const QString& out, MapKind kind = MapKind::Density, FrameStep step = FrameStep::Month) const {
        return writeAnimation(m_city, query(), styleOf(kind), step, out, how(), Progress::none());
    }
    QImage png(const QString& folder, int frame) const {
        return QImage(path(QStringLiteral("%1/frame-000%2.png").arg(folder).arg(frame))).convertToFormat(QImage::Format_RGB32);
    }
    QStringList everything() const {
        return QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

private slots:
    void initTestCase() {
        m_city = emptyWorkspace(path(QStringLiteral("city.mudeung")));
        writeDailyStops(*m_city);
        writeDongs(*m_city);
        const Status written = write(path(QStringLiteral("months/")));
        QVERIFY2(written.ok(), qPrintable(said(written)));
    }

    // As many frames as the window plays; each says its question and gives its numbers again.
    void pngFramesAreThoseOfTheWindow() {
        const auto dataset = m_city->dataset(kStops);
        const QVector<Frame> frames = framesOf(query(), *dataset, FrameStep::Month);
        QCOMPARE(frames.size(), 3);
        QCOMPARE(QDir(path(QStringLiteral("months"))).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 3);
        QueryEngine engine(m_city);
        const std::int64_t sums[] = {6000, 9000, 14000};
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(png(QStringLiteral("months"), i + 1).size(), kSize);
            const auto found = readReceipt(path(QStringLiteral("months/frame-000%1.png").arg(i + 1)));
            QVERIFY2(found.ok(), found ? "" : qPrintable(found.error().message));
            QCOMPARE(found->receipt.query.period, frames[i].query.period);
            QCOMPARE(found->receipt.totalSum, sums[i]);
            QVERIFY(verifyReceipt(engine, found->receipt)->equal);
        }
    }

    // The busiest frame gives the scale: 5,000 look the same beside 1,000 and beside 9,000. Maps with a scale of their own do not.
    void oneScale_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("density") << int(MapKind::Density);
        QTest::newRow("circles") << int(MapKind::Circles);
        QTest::newRow("choropleth") << int(MapKind::Choropleth);
    }
    void oneScale() {
        QFETCH(int, kind);
        const MapStyle style = styleOf(static_cast<MapKind>(kind));
        const QString folder = QStringLiteral("scale%1").arg(kind);
        QVERIFY(write(path(folder), style.kind).ok());
        QImage first, last;
        double top = 0.0;
        for (int i = 0; i < 3; ++i) {
            const QImage image = png(folder, i + 1);
            if (i == 0) keepPicture(QPixmap::fromImage(image), QStringLiteral("animation-%1.png").arg(kind));
            if (i == 0) first = image;
            last = image;
            QVERIFY(largestDifference(west(image), west(first)) <= 1);  // antialiased lines round either way
            Query month = query();
            month.period = {QDate(2024, i + 1, 1), QDate(2024, i + 1, QDate(2024, i + 1, 1).daysInMonth())};
            top = std::max(top, (*loadMapData(m_city, month, style, Progress::none()))->scaleTop);
        }
        QVERIFY(meanDifference(east(first), east(last)) > 0.05);
        QVERIFY(meanDifference(label(first), label(last)) > 0.3);
        const auto receipt = readReceipt(path(folder + QStringLiteral("/frame-0001.png")));
        QCOMPARE(receipt->receipt.style.value(QStringLiteral("maximum")).toDouble(), top);
        // Not so with the scale of each month: the test would notice.
        Query january = query(), march = query();
        january.period = {QDate(2024, 1, 1), QDate(2024, 1, 31)};
        march.period = {QDate(2024, 3, 1), QDate(2024, 3, 31)};
        const auto own = renderMap(m_city, january, style, kSize, Progress::none());
        const auto other = renderMap(m_city, march, style, kSize, Progress::none());
        QVERIFY(largestDifference(west(*own), west(*other)) > 20);
    }

    void gif() {
        const QString file = path(QStringLiteral("months.gif"));
        const Status written = write(file);
        QVERIFY2(written.ok(), qPrintable(said(written)));
        QImageReader reader(file);
        QCOMPARE(reader.size(), kSize);
        QCOMPARE(reader.loopCount(), -1);  // for ever
        QVERIFY(!reader.read().isNull());
        QCOMPARE(reader.nextImageDelay(), 330);  // a third of a second
        const QVector<QImage> frames = framesIn(file);
        QCOMPARE(frames.size(), 3);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(frames[i].size(), kSize);
            QCOMPARE(west(frames[i]), west(frames[0]));  // the same colours for the same values
            const double loss = meanDifference(frames[i], png(QStringLiteral("months"), i + 1));
            QVERIFY2(loss < 1.5, qPrintable(QString::number(loss)));
        }
        QVERIFY(meanDifference(label(frames[0]), label(frames[1])) > 0.3);
        QVERIFY(meanDifference(label(frames[1]), label(frames[2])) > 0.3);
        const auto found = readReceipt(file);
        QVERIFY2(found.ok(), found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->carrier, QStringLiteral("gif"));
        QCOMPARE(found->receipt.totalSum, std::int64_t(29000));
        QCOMPARE(found->receipt.style.value(QStringLiteral("frames")).toString(), QStringLiteral("month"));
        QueryEngine engine(m_city);
        QVERIFY(verifyReceipt(engine, found->receipt)->equal);
    }

    void mp4() {
        const QString probe = QStandardPaths::findExecutable(QStringLiteral("ffprobe"));
        if (probe.isEmpty()) QSKIP("ffmpeg is not installed");
        const QString file = path(QStringLiteral("months.mp4"));
        const Status written = write(file);
        QVERIFY2(written.ok(), qPrintable(said(written) + (written ? QString() : written.error().detail)));
        QProcess process;
        process.start(probe, {"-v", "error", "-count_frames", "-show_entries", "stream=width,height,pix_fmt,nb_read_frames,r_frame_rate",
                              "-of", "default=nokey=1:noprint_wrappers=1", file});
        QVERIFY(process.waitForFinished());
        const QString told = QString::fromUtf8(process.readAllStandardOutput()).simplified();
        QCOMPARE(told, QStringLiteral("800 600 yuv420p 3/1 3"));
        QFile opened(file);
        QVERIFY(opened.open(QIODevice::ReadOnly));
        const QByteArray bytes = opened.readAll();
        QVERIFY(bytes.indexOf("moov") < bytes.indexOf("mdat"));  // plays before it is read to the end
        const auto found = readReceipt(file);
        QVERIFY2(found.ok(), found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->carrier, QStringLiteral("mp4"));
        QCOMPARE(found->receipt.totalSum, std::int64_t(29000));
        QueryEngine engine(m_city);
        QVERIFY(verifyReceipt(engine, found->receipt)->equal);
        // The pictures are those of the PNGs, colours included.
        QProcess decode;
        decode.start(QStandardPaths::findExecutable(QStringLiteral("ffmpeg")),
                     {"-v", "error", "-y", "-i", file, "-frames:v", "1", path(QStringLiteral("decoded.png"))});
        QVERIFY(decode.waitForFinished());
        const double loss = meanDifference(QImage(path(QStringLiteral("decoded.png"))), png(QStringLiteral("months"), 1));
        QVERIFY2(loss < 3.0, qPrintable(QString::number(loss)));
    }

    void withoutFfmpeg() {
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", "");
        const QStringList there = everything();
        const Status status = write(path(QStringLiteral("none.mp4")));
        qputenv("PATH", before);
        QVERIFY(!status.ok());
        QCOMPARE(status.error().code, ErrorCode::NotFound);
        QVERIFY2(status.error().message.contains(QStringLiteral("Install the package “ffmpeg”")), qPrintable(said(status)));
        QCOMPARE(everything(), there);
    }

    void cancelLeavesNothing_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"cancelled.gif", "cancelled.mp4", "cancelled/", "cancelled.png"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void cancelLeavesNothing() {
        QFETCH(QString, name);
        if (name.endsWith(QLatin1String("mp4")) && QStandardPaths::findExecutable(QStringLiteral("ffmpeg")).isEmpty())
            QSKIP("ffmpeg is not installed");
        const QStringList there = everything();
        Progress* running = nullptr;
        double reached = 0.0;
        Progress progress([&](const ProgressReport& report) {
            reached = std::max(reached, report.fraction);
            if (report.fraction > 0.4) running->cancel();
        });
        running = &progress;
        const Status status = writeAnimation(m_city, query(), styleOf(MapKind::Density), FrameStep::Day, path(name), how(), progress);
        QVERIFY(!status.ok());
        QCOMPARE(status.error().code, ErrorCode::Cancelled);
        QVERIFY2(reached < 0.9, qPrintable(QString::number(reached)));
        QCOMPARE(everything(), there);
    }

    // Thirteen weeks; three months over them would be a mixture.
    void framesOfAnotherSeriesStay() {
        QVERIFY(write(path(QStringLiteral("mixed")), MapKind::Density, FrameStep::Week).ok());
        QCOMPARE(QDir(path(QStringLiteral("mixed"))).entryList(QDir::Files).size(), 13);
        const Status status = write(path(QStringLiteral("mixed")));
        QVERIFY(!status.ok());
        QVERIFY2(said(status).contains(QLatin1String("frame-0004.png")), qPrintable(said(status)));
        // A name of its own fits beside them.
        QVERIFY(write(path(QStringLiteral("mixed/달.png"))).ok());
        QVERIFY(QFileInfo::exists(path(QStringLiteral("mixed/달-0003.png"))));
    }

    void refusals() {
        AnimationFile file = how();
        QVERIFY(said(checkAnimation(path(QStringLiteral("m.avi")), file)).contains(QLatin1String(".gif, .mp4, .png")));
        file.framesPerSecond = 60;
        QVERIFY(!checkAnimation(path(QStringLiteral("m.gif")), file).ok());
        // There are no hours in this data.
        const Status status = write(path(QStringLiteral("hours.gif")), MapKind::Density, FrameStep::HourOfDay);
        QVERIFY(said(status).contains(QLatin1String("no frames")));
    }

    // Plain colours stay exactly themselves; many colours come near.
    void palette() {
        QImage image(256, 256, QImage::Format_RGB32);
        for (int y = 0; y < 256; ++y)
            for (int x = 0; x < 256; ++x) image.setPixel(x, y, y < 128 ? qRgb(255, 255, 255) : qRgb(x, 255 - x, (x * 7 + y) % 256));
        ColorCounts counts;
        counts.add(image);
        const QVector<QRgb> colors = counts.palette(255);
        QCOMPARE(colors.size(), 255);
        QVERIFY(colors.contains(qRgb(255, 255, 255)));
        const QByteArray indices = nearestIndices(image, colors);
        double worst = 0.0;
        for (int i = 0; i < indices.size(); ++i) {
            const QRgb is = image.pixel(i % 256, i / 256), shown = colors[static_cast<unsigned char>(indices[i])];
            worst = std::max(worst, std::hypot(qRed(is) - qRed(shown), qGreen(is) - qGreen(shown), qBlue(is) - qBlue(shown)));
        }
        QVERIFY2(worst < 40.0, qPrintable(QString::number(worst)));
    }
};

MUDEUNG_MAP_TEST_MAIN(TestMapAnimation)
#include "test_map_animation.moc"
