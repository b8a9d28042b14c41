// SPDX-License-Identifier: GPL-3.0-or-later
// `mudeung render`, `animate`, `chart` and `report`: pictures and pages of a question, without a window.
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSize>

#include "app/command.h"
#include "app/query_options.h"
#include "core/chart/chart_spec.h"
#include "ui/charts/chart_image.h"
#include "ui/common/frames.h"
#include "ui/common/map_style.h"
#include "ui/map/map_animation.h"
#include "ui/map/map_render.h"

namespace mudeung::cli {

namespace {

struct PictureJob {
    QString workspace;
    Query query;
    MapStyle style;
    Breakdown by = Breakdown::Group;
    QSize size;
    int scale = 1;
    FrameStep step = FrameStep::Month;
    double framesPerSecond = 4.0;
    QString out;
    AnimationFile animation() const { return {size, scale, framesPerSecond}; }
};

int written(const Console& console, const PictureJob& job, const Query& query) {
    console.message(query.toSentence());
    if (console.json) {
        console.result(QJsonObject{{"out", job.out}, {"query", query.toJson()}, {"sentence", query.toSentence()}});
    } else {
        console.result(job.out);
    }
    return 0;
}

int drawMap(const Console& console, const PictureJob& job) {
    const auto opened = openQuery(job.workspace, job.query, true);
    if (!opened) return console.fail(opened.error());
    const auto progress = console.startProgress();
    MapFile file;
    file.size = job.size;
    file.scale = job.scale;
    const auto status = writeMapFile(opened->workspace, opened->query, job.style, job.out, file, *progress);
    console.endProgress();
    if (!status) return console.fail(status.error());
    return written(console, job, opened->query);
}

int drawAnimation(const Console& console, const PictureJob& job) {
    const auto opened = openQuery(job.workspace, job.query, true);
    if (!opened) return console.fail(opened.error());
    const auto progress = console.startProgress();
    const auto status = writeAnimation(opened->workspace, opened->query, job.style, job.step, job.out, job.animation(), *progress);
    console.endProgress();
    if (!status) return console.fail(status.error());
    return written(console, job, opened->query);
}

int drawChart(const Console& console, const PictureJob& job) {
    const auto opened = openQuery(job.workspace, job.query, true);
    if (!opened) return console.fail(opened.error());
    const auto progress = console.startProgress();
    const auto table = opened->engine->run(opened->query, job.by, *progress);
    console.endProgress();
    if (!table) return console.fail(table.error());
    ChartFile file;
    file.size = job.size;
    file.scale = job.scale;
    const auto status = writeChartFile(*opened->workspace, **table, chartFor(**table), job.out, file);
    if (!status) return console.fail(status.error());
    return written(console, job, opened->query);
}

int makeReport(const Console& console, const PictureJob& job) {
    const auto opened = openQuery(job.workspace, job.query, true);
    if (!opened) return console.fail(opened.error());
    const auto progress = console.startProgress();
    const auto status = writeReport(opened->workspace, opened->query, job.style, job.out, *progress);
    console.endProgress();
    if (!status) return console.fail(status.error());
    return written(console, job, opened->query);
}

void declareSizeOptions(Parser& parser, const QString& size) {
    parser.option(QStringLiteral("size"), QStringLiteral("WxH"),
                  QCoreApplication::translate("Cli", "size in pixels (default %1); in PDF and SVG 96 of them are an inch").arg(size));
    parser.option(
        QStringLiteral("scale"), QStringLiteral("N"),
        QCoreApplication::translate("Cli", "1 to 4: the same picture with that many times the pixels each way, PNG only (default 1)"));
}

Status readSize(const Parser& parser, QSize fallback, PictureJob& job) {
    const auto size = parser.size(QStringLiteral("size"), fallback);
    if (!size) return size.error();
    job.size = *size;
    const auto scale = parser.integer(QStringLiteral("scale"), 1, 1, 4);
    if (!scale) return scale.error();
    job.scale = static_cast<int>(*scale);
    return done();
}

void declareStyleOptions(Parser& parser) {
    parser.option(QStringLiteral("kind"), QStringLiteral("density|circles|choropleth|hexagons|squares"),
                  QCoreApplication::translate("Cli", "how the map shows the numbers (default density)"));
    parser.option(QStringLiteral("cell"), QStringLiteral("100|200|250|500|1000"),
                  QCoreApplication::translate("Cli", "metres of a side of a square, or of a hexagon of the same area (default 500)"));
    parser.option(QStringLiteral("kernel"), QStringLiteral("quartic|epanechnikov|gaussian"),
                  QCoreApplication::translate("Cli", "kernel of the density (default quartic)"));
    parser.option(
        QStringLiteral("bandwidth"), QStringLiteral("METRES"),
        QCoreApplication::translate(
            "Cli", "bandwidth of the density, for a Gaussian kernel its standard deviation (default: the walking distance of the legend)"));
    parser.option(QStringLiteral("classes"), QStringLiteral("jenks|quantiles|equal|headtail|LIMITS"),
                  QCoreApplication::translate("Cli", "classes of a choropleth, or their upper limits as 100,500,2000 (default jenks)"));
    parser.option(QStringLiteral("class-count"), QStringLiteral("N"),
                  QCoreApplication::translate("Cli", "number of classes, 3 to 7 (default 5)"));
    parser.option(QStringLiteral("maximum"), QStringLiteral("VALUE"),
                  QCoreApplication::translate("Cli", "top of the colour scale, to compare several maps"));
    parser.option(QStringLiteral("base-map"), QStringLiteral("FILE"),
                  QCoreApplication::translate("Cli", "an MBTiles, GeoPackage or GeoJSON file to lie beneath the map"));
    parser.flag(QStringLiteral("no-dongs"), QCoreApplication::translate("Cli", "leave out the dong boundaries"));
    parser.flag(QStringLiteral("no-places"), QCoreApplication::translate("Cli", "leave out the places' dots"));
    parser.flag(QStringLiteral("dark"), QCoreApplication::translate("Cli", "dark background"));
}

Status readClasses(const Parser& parser, MapStyle& style) {
    const auto count = parser.number(QStringLiteral("class-count"), 5.0, 3.0, 7.0);
    if (!count) return count.error();
    style.classCount = static_cast<int>(*count);
    static const QStringList methods{QStringLiteral("jenks"), QStringLiteral("quantiles"), QStringLiteral("equal"),
                                     QStringLiteral("headtail")};
    const QString text = parser.value(QStringLiteral("classes"));
    if (text.isEmpty()) return done();
    if (const auto method = static_cast<int>(methods.indexOf(text)); method >= 0) {
        style.classes = static_cast<ClassMethod>(method);
        return done();
    }
    style.classes = ClassMethod::Manual;
    for (const QString& part : text.split(QLatin1Char(','))) {
        bool ok = false;
        const double limit = part.trimmed().toDouble(&ok);
        const bool ascending = style.manualLimits.isEmpty() || limit > style.manualLimits.last();
        if (ok && limit > 0.0 && ascending && style.manualLimits.size() < 7) {
            style.manualLimits.append(limit);
            continue;
        }
        return Error{
            ErrorCode::Usage,
            QCoreApplication::translate("Cli", "--classes “%1” is neither %2 nor ascending limits such as 100,500,2000, at most 7.")
                .arg(text, methods.join(QStringLiteral(", "))),
            {}};
    }
    return done();
}

Result<MapStyle> readStyle(const Parser& parser) {
    MapStyle style;
    const auto kind = parser.choice(QStringLiteral("kind"), QStringLiteral("density"),
                                    {QStringLiteral("density"), QStringLiteral("circles"), QStringLiteral("choropleth"),
                                     QStringLiteral("hexagons"), QStringLiteral("squares")});
    if (!kind) return kind.error();
    style.kind = *kind == QLatin1String("circles")      ? MapKind::Circles
                 : *kind == QLatin1String("choropleth") ? MapKind::Choropleth
                 : *kind == QLatin1String("hexagons")   ? MapKind::Hexagons
                 : *kind == QLatin1String("squares")    ? MapKind::Squares
                                                        : MapKind::Density;
    const auto cell =
        parser.choice(QStringLiteral("cell"), QStringLiteral("500"),
                      {QStringLiteral("100"), QStringLiteral("200"), QStringLiteral("250"), QStringLiteral("500"), QStringLiteral("1000")});
    if (!cell) return cell.error();
    style.gridMeters = cell->toInt();
    const auto bandwidth = parser.number(QStringLiteral("bandwidth"), 0.0, 10.0, 100000.0);
    if (!bandwidth) return bandwidth.error();
    const auto kernel = parser.choice(QStringLiteral("kernel"), QStringLiteral("quartic"),
                                      {QStringLiteral("quartic"), QStringLiteral("epanechnikov"), QStringLiteral("gaussian")});
    if (!kernel) return kernel.error();
    style.kernel = *kernel == QLatin1String("gaussian")       ? Kernel::Gaussian
                   : *kernel == QLatin1String("epanechnikov") ? Kernel::Epanechnikov
                                                              : Kernel::Quartic;
    style.bandwidthMeters = *bandwidth;
    if (const Status classes = readClasses(parser, style); !classes) return classes.error();
    const auto maximum = parser.number(QStringLiteral("maximum"), 0.0, 1e-9, 1e15);
    if (!maximum) return maximum.error();
    style.lockedMaximum = *maximum;
    if (const QString base = parser.value(QStringLiteral("base-map")); !base.isEmpty()) {
        if (!QFileInfo(base).isFile())
            return Error{ErrorCode::Io, QCoreApplication::translate("Cli", "The base map %1 does not exist.").arg(base), {}};
        style.baseMaps.append({base});
    }
    style.showDongs = !parser.isSet(QStringLiteral("no-dongs"));
    style.showNames = style.showDongs;
    style.showPlaces = !parser.isSet(QStringLiteral("no-places"));
    style.dark = parser.isSet(QStringLiteral("dark"));
    return style;
}

/// A wrong ending or a missing folder is said before the work, not after it. Without suffixes the command judges the ending itself.
Result<QString> readOut(const Parser& parser, const QStringList& suffixes) {
    const auto out = parser.required(QStringLiteral("out"));
    if (!out) return out.error();
    const QFileInfo info(QDir::cleanPath(*out));
    if (!suffixes.isEmpty() && !suffixes.contains(info.suffix().toLower())) {
        return usageError(QCoreApplication::translate("Cli", "The name of the file to write must end with .%1, not \"%2\".")
                              .arg(suffixes.join(QStringLiteral(", .")), *out));
    }
    if (!QFileInfo(info.path()).isDir())
        return Error{ErrorCode::Io, QCoreApplication::translate("Cli", "The folder of %1 does not exist; make it first.").arg(*out), {}};
    return *out;
}

/// What the three commands have in common. `finish` reads the command's own options.
Result<Job> preparePicture(Parser& parser, const QStringList& arguments, Console& console, const QStringList& suffixes,
                           const std::function<Status(PictureJob&)>& finish, int (*work)(const Console&, const PictureJob&)) {
    declareQueryOptions(parser);
    parser.option(QStringLiteral("out"), QStringLiteral("FILE"), QCoreApplication::translate("Cli", "the file to write"));
    if (const auto status = parser.parse(arguments, console); !status) return status.error();
    if (parser.wantsHelp()) return parser.helpJob();
    if (const auto none = parser.noPositional(); !none) return none.error();
    PictureJob job;
    const auto workspace = parser.required(QStringLiteral("workspace"));
    if (!workspace) return workspace.error();
    job.workspace = *workspace;
    const auto out = readOut(parser, suffixes);
    if (!out) return out.error();
    job.out = *out;
    const auto query = readQuery(parser);
    if (!query) return query.error();
    job.query = *query;
    if (const auto status = finish(job); !status) return status.error();
    return Job([job, work](const Console& c) { return work(c, job); });
}

QString syntax(const QString& own) {
    return QStringLiteral("--workspace W.mudeung --dataset D %1 %2").arg(QString::fromUtf8(kQuerySyntax), own);
}

}  // namespace

Result<Job> prepareRender(const QStringList& arguments, Console& console) {
    Parser parser(
        QStringLiteral("render"),
        syntax(QStringLiteral("[--kind density|circles|choropleth|hexagons|squares] [--size 1920x1080] [--scale 1] --out map.png|pdf|svg")),
        QCoreApplication::translate("Cli", "Draws the map of a question with legend, scale bar and source."));
    declareStyleOptions(parser);
    declareSizeOptions(parser, QStringLiteral("1920x1080"));
    const auto finish = [&parser](PictureJob& job) -> Status {
        if (const Status size = readSize(parser, QSize(1920, 1080), job); !size) return size;
        const auto style = readStyle(parser);
        if (!style) return style.error();
        job.style = *style;
        return done();
    };
    return preparePicture(parser, arguments, console, mapFileSuffixes(), finish, drawMap);
}

Result<Job> prepareAnimate(const QStringList& arguments, Console& console) {
    Parser parser(
        QStringLiteral("animate"),
        syntax(QStringLiteral("--step hour|day|week|month [--fps 4] [--size 1280x720] [--scale 1] --out FILE.gif|FILE.mp4|FOLDER/")),
        QCoreApplication::translate("Cli",
                                    "Draws the map of a question frame by frame, on one colour scale, with the frames of the "
                                    "window: an animated GIF, an MP4 (where ffmpeg is installed) or numbered PNG files."));
    declareStyleOptions(parser);
    parser.option(
        QStringLiteral("step"), QStringLiteral("hour|day|week|month"),
        QCoreApplication::translate("Cli", "what a frame stands for: an hour of the day, a day, a week, a month (default month)"));
    parser.option(QStringLiteral("fps"), QStringLiteral("N"),
                  QCoreApplication::translate("Cli", "frames per second, 0.1 to 30 (default 4); PNG files have none"));
    parser.option(QStringLiteral("size"), QStringLiteral("WxH"),
                  QCoreApplication::translate("Cli", "size in pixels (default %1)").arg(QStringLiteral("1280x720")));
    parser.option(QStringLiteral("scale"), QStringLiteral("N"),
                  QCoreApplication::translate("Cli", "1 to 4: the same picture with that many times the pixels each way (default 1)"));
    const auto finish = [&parser](PictureJob& job) -> Status {
        if (const Status size = readSize(parser, QSize(1280, 720), job); !size) return size;
        const QStringList steps{QStringLiteral("hour"), QStringLiteral("day"), QStringLiteral("week"), QStringLiteral("month")};
        const auto step = parser.choice(QStringLiteral("step"), QStringLiteral("month"), steps);
        if (!step) return step.error();
        job.step = static_cast<FrameStep>(steps.indexOf(*step));
        const auto rate = parser.number(QStringLiteral("fps"), 4.0, 0.1, 30.0);
        if (!rate) return rate.error();
        job.framesPerSecond = *rate;
        const auto style = readStyle(parser);
        if (!style) return style.error();
        job.style = *style;
        return checkAnimation(job.out, job.animation());
    };
    return preparePicture(parser, arguments, console, {}, finish, drawAnimation);
}

Result<Job> prepareChart(const QStringList& arguments, Console& console) {
    Parser parser(QStringLiteral("chart"), syntax(QStringLiteral("[--by group] [--size 1200x800] [--scale 1] --out chart.png|svg|pdf")),
                  QCoreApplication::translate("Cli", "Draws the chart of a question."));
    parser.option(QStringLiteral("by"), QStringLiteral("WHAT"),
                  QCoreApplication::translate("Cli", "place, group, hour, weekhour, monthhour, day, month or dong (default group)"));
    declareSizeOptions(parser, QStringLiteral("1200x800"));
    const auto finish = [&parser](PictureJob& job) -> Status {
        if (const Status size = readSize(parser, QSize(1200, 800), job); !size) return size;
        const auto by =
            parser.choice(QStringLiteral("by"), QStringLiteral("group"),
                          {QStringLiteral("place"), QStringLiteral("group"), QStringLiteral("hour"), QStringLiteral("weekhour"),
                           QStringLiteral("monthhour"), QStringLiteral("day"), QStringLiteral("month"), QStringLiteral("dong")});
        if (!by) return by.error();
        job.by = *breakdownFromId(*by);
        return done();
    };
    return preparePicture(parser, arguments, console, {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")}, finish,
                          drawChart);
}

Result<Job> prepareReport(const QStringList& arguments, Console& console) {
    Parser parser(QStringLiteral("report"), syntax(QStringLiteral("--out report.pdf")),
                  QCoreApplication::translate("Cli", "Writes A4 pages: sources, map, charts, top places and the quality of the data."));
    declareStyleOptions(parser);
    const auto finish = [&parser](PictureJob& job) -> Status {
        const auto style = readStyle(parser);
        if (!style) return style.error();
        job.style = *style;
        return done();
    };
    return preparePicture(parser, arguments, console, {QStringLiteral("pdf")}, finish, makeReport);
}

}  // namespace mudeung::cli
