// SPDX-License-Identifier: GPL-3.0-or-later
// A question as a series of frames: by hour of the day, day, week or month. The same for playing in the window and for files.
#pragma once

#include <QString>
#include <QVector>

#include "core/model/dataset.h"
#include "core/model/query.h"

namespace mudeung {

enum class FrameStep { HourOfDay, Day, Week, Month };

struct Frame {
    Query query;
    QString label;  ///< "07–08 h", "2024-03-01 (Fri)", "2024-03-04 … 2024-03-10", "2024-03"
};

/// The frames of a question, in order; each asks the same but for its hour or its days. Days whose type the question leaves out have no
/// frame; weeks begin on Mondays and may be cut at both ends, as may months. Empty when the data has no hours, or no single days or months.
QVector<Frame> framesOf(const Query& query, const Dataset& dataset, FrameStep step);

}  // namespace mudeung
