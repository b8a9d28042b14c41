// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the window: maps, charts, tables, comparisons, reports and animations as files and on the clipboard, each with its receipt.
#include <QAction>
#include <QActionGroup>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QSaveFile>
#include <QStandardPaths>
#include <algorithm>

#include "core/base/csv_text.h"
#include "core/export/change_file.h"
#include "core/export/table_file.h"
#include "core/model/names.h"
#include "ui/charts/chart_image.h"
#include "ui/charts/chart_view.h"
#include "ui/common/message_bar.h"
#include "ui/common/settings_keys.h"
#include "ui/explore/chart_panels.h"
#include "ui/explore/player.h"
#include "ui/shell/last_folder.h"
#include "ui/shell/main_window.h"

namespace mudeung {

namespace {

constexpr QSize kChartFile(1600, 1000);
constexpr int kMostScale = 4;

/// A file name that says what is inside: dataset, measure and period, without what file systems refuse.
QString proposedName(const WorkspaceState& state, const QString& what, const QString& suffix) {
    const Dataset cube = state.currentDataset();
    const Query query = state.query();
    const int measure = std::max(0, cube.measureIndex(query.measure));
    QStringList parts{datasetTitle(cube)};
    if (measure < static_cast<int>(cube.measures.size())) parts << measureName(cube.measures[measure]);
    parts << what;
    if (const QString period = query.period.toString(); !period.isEmpty()) parts << period;
    QString name = parts.join(QStringLiteral(", "));
    for (const QChar c : QStringLiteral("/\\:*?\"<>|")) name.replace(c, QLatin1Char('-'));
    return QDir(lastFolder()).filePath(name.left(120) + suffix);
}

}  // namespace

int MainWindow::pictureScale() {
    return std::clamp(settings::open().value(QLatin1String(settings::kPictureScale), 2).toInt(), 1, kMostScale);
}

void MainWindow::buildFiles(QMenu* file) {
    m_needWorkspace << addAction(file, QT_TR_NOOP("Save &map …"), QKeySequence(QStringLiteral("Ctrl+Shift+M")), [this] { askSaveMap(); });
    m_needWorkspace << addAction(file, QT_TR_NOOP("Save group &chart …"), QKeySequence(QStringLiteral("Ctrl+Shift+C")),
                                 [this] { askSaveChart(); });
    m_needWorkspace << addAction(file, QT_TR_NOOP("Save &table of places …"), QKeySequence(QStringLiteral("Ctrl+Shift+T")),
                                 [this] { askSaveTable(); });
    if (m_output.report)
        m_needWorkspace << addAction(file, QT_TR_NOOP("Save re&port …"), QKeySequence(QStringLiteral("Ctrl+Shift+P")),
                                     [this] { askSaveReport(); });
    if (m_output.animation)
        m_needWorkspace << addAction(file, QT_TR_NOOP("Save &animation …"), QKeySequence(QStringLiteral("Ctrl+Shift+F")),
                                     [this] { askSaveAnimation(); });
    if (m_output.image)
        m_needWorkspace << addAction(file, QT_TR_NOOP("Cop&y map"), QKeySequence(QStringLiteral("Ctrl+Shift+X")), [this] { copyMap(); });
    m_needWorkspace << addAction(file, QT_TR_NOOP("Copy ta&ble"), QKeySequence(QStringLiteral("Ctrl+Shift+B")), [this] { copyTable(); });
    QMenu* scale = file->addMenu(QString());
    m_menus.push_back({scale, QT_TR_NOOP("Si&ze of pictures")});
    auto* scales = new QActionGroup(this);
    for (int s = 1; s <= kMostScale; ++s) {
        QAction* action = scale->addAction(QStringLiteral("%1×").arg(s));
        action->setShortcut(QKeySequence(QStringLiteral("Ctrl+Alt+Shift+%1").arg(s)));
        action->setCheckable(true);
        action->setChecked(pictureScale() == s);
        scales->addAction(action);
        connect(action, &QAction::triggered, this, [s] { settings::open().setValue(QLatin1String(settings::kPictureScale), s); });
    }
}

void MainWindow::askSaveMap() {
    const QString kinds = m_output.save ? tr("Pictures (*.png *.pdf *.svg)") : tr("Pictures (*.png)");
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save map"), proposedName(*m_state, tr("map"), QStringLiteral(".png")), kinds);
    if (!path.isEmpty()) saveMap(path);
}

/// A frame on the map is saved as it stands: its own question, on the scale of all frames.
void MainWindow::saveMap(const QString& path) {
    if (m_output.save) return save(path, m_output.save(path, pictureScale()));
    save(path, [picture = m_map->grab().toImage(), path](Progress&) -> Status {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && picture.save(&file, "PNG") && file.commit()) return done();
        return Error{ErrorCode::Io, tr("The map could not be written to “%1”. Check the folder and the free space.").arg(path),
                     file.errorString()};
    });
}

void MainWindow::askSaveChart() {
    const AnswersPtr answers = m_state->answers();
    const QString path = QFileDialog::getSaveFileName(this, tr("Save chart"), proposedName(*m_state, tr("groups"), QStringLiteral(".png")),
                                                      tr("Pictures (*.png *.svg *.pdf)"));
    if (!path.isEmpty()) saveChart(m_groups->chart()->spec(), answers ? answers->byGroup : TablePtr(), path);
}

void MainWindow::saveChart(const ChartSpec& spec, const TablePtr& table, const QString& path) {
    ChartFile file;
    file.size = kChartFile;
    file.scale = pictureScale();
    const auto workspace = m_state->workspace();
    save(path, [spec, table, path, file, workspace](Progress&) {
        return table && workspace ? writeChartFile(*workspace, *table, spec, path, file) : writeChart(spec, path, file);
    });
}

void MainWindow::askSaveTable() {
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save table of places"), proposedName(*m_state, tr("places"), QStringLiteral(".xlsx")),
                                     tr("Tables (*.xlsx *.csv *.gpkg *.json)"));
    if (!path.isEmpty()) saveTable(path);
}

void MainWindow::saveTable(const QString& path) {
    const AnswersPtr answers = m_state->answers();
    const auto workspace = m_state->workspace();
    if (!answers || !answers->byPlace || !workspace) return;
    save(path,
         [table = answers->byPlace, workspace, path](Progress& progress) { return writeTableFile(*workspace, *table, path, progress); });
}

void MainWindow::saveChange(const QString& path) {
    const ChangeTablePtr change = m_state->change();
    const AnswersPtr now = m_state->answers();
    const AnswersPtr before = m_state->comparedAnswers();
    const auto workspace = m_state->workspace();
    // Frames of an animation are answered too, but not compared.
    if (!change || !now || !before || !workspace || !now->byPlace || !before->byPlace || now->byPlace->query != change->now) {
        return m_messages->showMessage(MessageBar::Level::Info,
                                       tr("The comparison is still being counted. Save it once the table appears."));
    }
    save(path, [change, now = now->byPlace, before = before->byPlace, workspace, path](Progress&) {
        return writeChangeFile(*workspace, *change, *now, *before, path);
    });
}

void MainWindow::askSaveReport() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Save report"), proposedName(*m_state, tr("report"), QStringLiteral(".pdf")),
                                                      tr("PDF (*.pdf)"));
    if (!path.isEmpty()) save(path, m_output.report(path));
}

void MainWindow::askSaveAnimation() {
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save animation"), proposedName(*m_state, tr("animation"), QStringLiteral(".gif")),
                                     tr("Animations (*.gif *.mp4);;Numbered pictures (*.png)"));
    if (path.isEmpty()) return;
    m_player->stop();  // the question is animated, not the frame that stands there
    save(path, m_output.animation(path, m_player->step(), m_player->framesPerSecond()));
}

void MainWindow::copyMap() {
    m_tasks->run(tr("Copying the map"), m_output.image(), this, [this](const Result<QImage>& image) {
        if (!image) return m_messages->showError(image.error());
        QGuiApplication::clipboard()->setImage(*image);
        m_messages->showMessage(MessageBar::Level::Success, tr("The map is on the clipboard."));
    });
}

void MainWindow::copyTable() {
    const AnswersPtr answers = m_state->answers();
    if (!answers || !answers->byPlace) return;
    const Table& table = *answers->byPlace;
    QString text = QStringList{tr("Number"), tr("Place"), measureName(table.measure)}.join(QLatin1Char('\t')) + QLatin1Char('\n');
    for (const TableRow& row : table.rows)
        text += QStringList{tabText(row.key), tabText(row.label), row.observed > 0 ? QString::number(row.value, 'g', 15) : QString()}.join(
                    QLatin1Char('\t')) +
                QLatin1Char('\n');
    QGuiApplication::clipboard()->setText(text);
    m_messages->showMessage(MessageBar::Level::Success, tr("The table is on the clipboard."));
}

void MainWindow::save(const QString& path, WriteFile write) {
    noteFolder(path);
    m_tasks->run(tr("Saving %1").arg(QFileInfo(path).fileName()), std::move(write), this, [this, path](const Status& saved) {
        saved ? m_messages->showMessage(MessageBar::Level::Success, tr("Saved: %1").arg(path)) : m_messages->showError(saved.error());
    });
}

}  // namespace mudeung
