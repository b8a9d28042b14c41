// SPDX-License-Identifier: GPL-3.0-or-later
// First start: drop files, open the sample city, open a workspace, recent ones.
#include "ui/shell/start_page.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/base/format.h"
#include "ui/shell/recent_workspaces.h"

namespace mudeung {

namespace {
constexpr int kContentWidth = 640;
}

StartPage::StartPage(QWidget* parent) : Panel(parent) {
    m_headline = new QLabel(this);
    m_headline->setProperty("headline", true);
    m_intro = new QLabel(this);
    m_intro->setProperty("muted", true);
    m_intro->setWordWrap(true);
    m_drop = new QLabel(this);
    m_drop->setAlignment(Qt::AlignCenter);
    m_drop->setWordWrap(true);
    m_drop->setMinimumHeight(120);
    m_drop->setProperty("dropZone", true);
    m_sample = new QPushButton(this);
    m_sample->setObjectName(QStringLiteral("openSample"));
    m_sample->setProperty("primary", true);
    m_import = new QPushButton(this);
    m_open = new QPushButton(this);
    m_new = new QPushButton(this);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {m_sample, m_import, m_open, m_new}) {
        button->setMinimumHeight(36);
        buttons->addWidget(button, 1);
    }
    m_progress = new QWidget(this);
    m_bar = new QProgressBar(m_progress);
    m_bar->setTextVisible(false);
    m_phase = new QLabel(m_progress);
    m_phase->setProperty("muted", true);
    m_cancel = new QPushButton(m_progress);
    m_cancel->setObjectName(QStringLiteral("cancelSample"));
    m_cancel->setMinimumHeight(28);
    auto* progress = new QHBoxLayout(m_progress);
    progress->setContentsMargins(0, 0, 0, 0);
    progress->addWidget(m_bar, 1);
    progress->addWidget(m_phase, 1);
    progress->addWidget(m_cancel);
    m_progress->hide();
    m_recentLabel = new QLabel(this);
    m_recentLabel->setProperty("muted", true);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(0);
    auto* content = new QWidget(this);
    content->setFixedWidth(kContentWidth);
    auto* column = new QVBoxLayout(content);
    column->setSpacing(16);
    column->addStretch(1);
    column->addWidget(m_headline);
    column->addWidget(m_intro);
    column->addWidget(m_drop);
    column->addLayout(buttons);
    column->addWidget(m_progress);
    column->addWidget(m_recentLabel);
    column->addLayout(m_recent);
    column->addStretch(2);
    auto* centre = new QHBoxLayout(this);
    centre->addStretch(1);
    centre->addWidget(content);
    centre->addStretch(1);
    connect(m_cancel, &QPushButton::clicked, this, &StartPage::sampleCancelled);
    connect(m_sample, &QPushButton::clicked, this, &StartPage::sampleWanted);
    connect(m_import, &QPushButton::clicked, this, &StartPage::importWanted);
    connect(m_open, &QPushButton::clicked, this, &StartPage::openWanted);
    connect(m_new, &QPushButton::clicked, this, &StartPage::newWanted);
    retranslate();
}

void StartPage::retranslate() {
    m_headline->setText(tr("Mudeung"));
    m_intro->setText(tr("Who rides where and when: the city's published files as maps and charts, on this computer only."));
    m_drop->setText(tr("Drop files here\nCSV, Excel, JSON, Shapefile, GeoPackage or a zip from the data portal"));
    m_sample->setText(m_making ? tr("Making the sample city …") : tr("Open the sample city"));
    m_import->setText(tr("Import files …"));
    m_open->setText(tr("Open workspace …"));
    m_new->setText(tr("New workspace …"));
    for (QPushButton* button : {m_sample, m_import, m_open, m_new}) button->setAccessibleName(button->text());
    m_sample->setToolTip(tr("A made-up city with two years of invented numbers, for trying everything out"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Stop making the sample city"));
    m_bar->setAccessibleName(tr("Progress of the sample city"));
    m_recentLabel->setText(tr("Recent workspaces"));
    refreshRecent();
}

void StartPage::setMakingSample(bool making) {
    m_making = making;
    m_sample->setEnabled(!making);
    m_bar->setRange(0, 0);
    m_phase->clear();
    m_cancel->setEnabled(true);
    m_progress->setVisible(making);
    retranslate();
}

void StartPage::setSampleProgress(const ProgressReport& report, bool cancelling) {
    m_cancel->setEnabled(!cancelling);
    if (report.fraction >= 0.0) {
        m_bar->setRange(0, 1000);
        m_bar->setValue(static_cast<int>(report.fraction * 1000.0));
    }
    m_phase->setText(cancelling                  ? tr("Cancelling …")
                     : report.secondsLeft >= 0.0 ? tr("%1 left").arg(formatDuration(report.secondsLeft))
                                                 : report.phase);
}

void StartPage::refreshRecent() {
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList recent = recentWorkspaces();
    m_recentLabel->setVisible(!recent.isEmpty());
    for (const QString& path : recent) {
        const QFileInfo file(path);
        auto* button = new QPushButton(this);
        button->setProperty("flat", true);
        button->setMinimumHeight(28);
        button->setStyleSheet(QStringLiteral("text-align: left;"));
        button->setText(file.exists() ? tr("%1   in %2", "file in folder").arg(file.fileName(), file.path())
                                      : tr("%1   missing from %2", "file missing from folder").arg(file.fileName(), file.path()));
        button->setAccessibleName(button->text());
        button->setEnabled(file.exists());
        connect(button, &QPushButton::clicked, this, [this, path] { emit recentWanted(path); });
        m_recent->addWidget(button);
    }
}

}  // namespace mudeung
