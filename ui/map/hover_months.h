// SPDX-License-Identifier: GPL-3.0-or-later
// The months of one place for the card beside the pointer: asked after a short rest, counted off the GUI thread, remembered.
#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>
#include <QVector>
#include <memory>

#include "core/cube/query_engine.h"
#include "core/task/task_runner.h"
#include "ui/map/map_data.h"

namespace mudeung {

/// One number per month, NaN where there is none, and the months at both ends: "2024-01".
struct MonthCurve {
    QVector<double> values;
    QString first;
    QString last;
    bool isEmpty() const { return values.isEmpty(); }
};

class HoverMonths : public QObject {
    Q_OBJECT
public:
    explicit HoverMonths(QObject* parent);
    ~HoverMonths() override;

    /// What the map shows now; forgets the months of before. `months` = how many the answer has.
    void setSource(const std::shared_ptr<Workspace>& workspace, const MapDataPtr& data, int months);
    /// `ready` follows, at once when the months are known, not at all when the data has fewer than three. Empty = nothing is wanted.
    void want(const QString& place);

signals:
    void ready(const QString& place, const mudeung::MonthCurve& months);

private:
    void count();
    void remember(const QString& place, const MonthCurve& months);

    std::shared_ptr<QueryEngine> m_engine;
    MapDataPtr m_data;
    int m_months = 0;
    QString m_wanted;
    QHash<QString, MonthCurve> m_known;
    QTimer m_rest;
    TaskRunner m_runner;
    LatestOnly m_latest;
};

}  // namespace mudeung
