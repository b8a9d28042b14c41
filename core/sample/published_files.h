// SPDX-License-Identifier: GPL-3.0-or-later
// The city as files in the layouts that Korean publishers use. Each function writes one file into the folder and returns its path.
#pragma once

#include "core/base/progress.h"
#include "core/sample/calendar_effects.h"
#include "core/sample/city.h"

namespace mudeung::sample {

Result<QString> writeBoundaries(const City& city, const QString& folder);
Result<QString> writeStops(const City& city, const QString& folder);
Result<QString> writeStations(const City& city, const QString& folder);
Result<QString> writeResidents(const City& city, const QString& folder);
Result<QString> writeSeniorCentres(const City& city, const QString& folder);

/// The five above, in import order.
Result<QStringList> writeLayerFiles(const City& city, const QString& folder);

/// Every month has its own random stream: months can be written in any order and by any number of threads.
Result<QString> writeBusMonth(const City& city, const std::vector<DayEffect>& effects, QDate month, const QString& folder,
                              const Progress& progress);
Result<QString> writeMetroMonth(const City& city, const std::vector<DayEffect>& effects, QDate month, const QString& folder);

/// Both files of a month: bus, metro.
Result<QStringList> writeMonthFiles(const City& city, const std::vector<DayEffect>& effects, QDate month, const QString& folder,
                                    const Progress& progress);

/// The first days of the months that the span touches.
std::vector<QDate> monthsOf(const City& city);

}  // namespace mudeung::sample
