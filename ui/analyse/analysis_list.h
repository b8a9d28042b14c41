// SPDX-License-Identifier: GPL-3.0-or-later
// The analyses that there are, each with the question that it answers, or with the reason why it cannot be asked now.
#pragma once

#include <QListWidget>
#include <QStyledItemDelegate>
#include <span>

#include "core/analysis/frame/analysis.h"

namespace mudeung {

class AnalysisList : public QListWidget {
    Q_OBJECT
public:
    AnalysisList(std::span<const AnalysisInfo* const> analyses, QWidget* parent = nullptr);
    /// Names and obstacles for a subject.
    void setSubject(const AnalysisSubject& subject);

signals:
    void chosen(const mudeung::AnalysisInfo* info);

private:
    std::span<const AnalysisInfo* const> m_analyses;
};

/// A name in bold with small words under it, as many lines as they need.
class TwoLineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum Role { SmallRole = Qt::UserRole + 10, FaintRole, KeyRole };
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace mudeung
