// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of findings, and what they are sorted by.
#include "ui/explore/quality_model.h"

#include "core/base/format.h"

namespace mudeung {

void QualityModel::setView(const QualityViewPtr& view) {
    beginResetModel();
    m_view = view;
    endResetModel();
}

void QualityModel::retranslate() {
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int QualityModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_view ? 0 : static_cast<int>(m_view->findings.size());
}

int QualityModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString QualityModel::display(const QualityFinding& finding, int column) const {
    switch (column) {
        case Kind:
            return findingKindName(finding.kind);
        case PlaceName:
            return finding.code.isEmpty() ? tr("all places") : finding.name;
        case Date:
            return finding.date.isValid() ? formatDate(finding.date) : QString();
        default:
            return findingText(*m_view, finding);
    }
}

QVariant QualityModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !m_view) return {};
    const QualityFinding& finding = m_view->findings[index.row()];
    switch (role) {
        case Qt::DisplayRole:
            return display(finding, index.column());
        case Qt::ToolTipRole:
            return finding.code.isEmpty() ? display(finding, What)
                                          : tr("%1 · number %2\n%3").arg(finding.name, finding.code, display(finding, What));
        case Qt::TextAlignmentRole:
            return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
        case SortRole:
            if (index.column() == Date) return finding.date;
            if (index.column() == What) return finding.amount;
            return display(finding, index.column());
        case KeyRole:
            return finding.code;
        case KindRole:
            return QString::number(static_cast<int>(finding.kind));
        default:
            return {};
    }
}

QVariant QualityModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Kind:
            return tr("Kind");
        case PlaceName:
            return tr("Place");
        case Date:
            return tr("From");
        default:
            return tr("What");
    }
}

}  // namespace mudeung
