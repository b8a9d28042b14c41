// SPDX-License-Identifier: GPL-3.0-or-later
// Datasets as a two-branch tree: numbers and map layers.
#include "ui/explore/data_panel.h"

#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "core/base/format.h"
#include "core/model/names.h"
#include "ui/common/workspace_state.h"

namespace mudeung {

namespace {
constexpr int kIdRole = Qt::UserRole;
}

DataPanel::DataPanel(WorkspaceState* state, QWidget* parent) : Panel(parent), m_state(state) {
    m_tree = new QTreeWidget(this);
    m_tree->setObjectName(QStringLiteral("datasetTree"));
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(12);
    m_tree->setUniformRowHeights(true);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setMinimumHeight(88);
    m_details = new QLabel(this);
    m_details->setProperty("muted", true);
    m_details->setWordWrap(true);
    m_details->setMinimumWidth(160);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_tree, 1);
    column->addWidget(m_details);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (!m_updating && item) m_state->setDataset(item->data(0, kIdRole).toString());
    });
    connect(m_state, &WorkspaceState::datasetsChanged, this, &DataPanel::rebuild);
    connect(m_state, &WorkspaceState::queryChanged, this, &DataPanel::showCurrent);
    retranslate();
}

void DataPanel::retranslate() {
    m_tree->setAccessibleName(tr("Datasets of this workspace"));
    rebuild();
}

QTreeWidgetItem* DataPanel::itemFor(const Dataset& d) const {
    auto* item = new QTreeWidgetItem;
    const qint64 count = d.kind == DatasetKind::Cube ? d.placeCount : d.featureCount;
    item->setText(0, datasetTitle(d));
    item->setData(0, kIdRole, d.id);
    QString tip = tr("%1\n%2 places · source: %3")
                      .arg(datasetTitle(d), formatCount(count), datasetSource(d).isEmpty() ? tr("not stated") : datasetSource(d));
    if (d.sample) tip += QLatin1Char('\n') + tr("Sample data: invented numbers");
    item->setToolTip(0, tip);
    if (d.kind == DatasetKind::Layer) item->setFlags(item->flags() & ~Qt::ItemIsSelectable);
    return item;
}

void DataPanel::rebuild() {
    m_updating = true;
    m_tree->clear();
    QTreeWidgetItem* branches[2] = {new QTreeWidgetItem({tr("Numbers")}), new QTreeWidgetItem({tr("Map layers")})};
    for (const Dataset& d : m_state->datasets()) branches[static_cast<int>(d.kind)]->addChild(itemFor(d));
    for (QTreeWidgetItem* branch : branches) {
        branch->setFlags(Qt::ItemIsEnabled);
        m_tree->addTopLevelItem(branch);
        branch->setExpanded(true);
        branch->setHidden(branch->childCount() == 0);
    }
    m_updating = false;
    showCurrent();
}

void DataPanel::showCurrent() {
    m_updating = true;
    const Dataset current = m_state->currentDataset();
    for (int b = 0; b < m_tree->topLevelItemCount(); ++b) {
        QTreeWidgetItem* branch = m_tree->topLevelItem(b);
        for (int i = 0; i < branch->childCount(); ++i)
            if (branch->child(i)->data(0, kIdRole).toString() == current.id) m_tree->setCurrentItem(branch->child(i));
    }
    m_updating = false;
    if (current.id.isEmpty()) {
        m_details->setText(m_state->workspace() ? tr("No numbers yet. Drop a file on this window to import it.") : QString());
        return;
    }
    QStringList units;
    for (const Measure& m : current.measures)
        units << (measureUnit(m).isEmpty() ? measureName(m) : tr("%1 (%2)", "measure (unit)").arg(measureName(m), measureUnit(m)));
    const QString period =
        current.period.from.isValid() ? tr("%1 to %2").arg(formatDate(current.period.from), formatDate(current.period.to)) : tr("no dates");
    m_details->setText(tr("%1 places · %2\n%3").arg(formatCount(current.placeCount), period, units.join(QStringLiteral(", "))));
}

}  // namespace mudeung
