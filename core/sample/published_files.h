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

/// Population present by dong, hour, sex and age, in the layout of Seoul's living population; its 28 classes are imported as 14 by this
/// profile, which has to be named since the file's columns fit the profile of all 28 as well.
inline constexpr char kPresentProfile[] = "living-population-dong-ages7";
Result<QString> writePresentMonth(const City& city, const std::vector<DayEffect>& effects, QDate month, const QString& folder,
                                  const Progress& progress);

/// The files of a month: bus, metro, population present.
Result<QStringList> writeMonthFiles(const City& city, const std::vector<DayEffect>& effects, QDate month, const QString& folder,
                                    const Progress& progress);

/// The first days of the months that the span touches.
std::vector<QDate> monthsOf(const City& city);

}  // namespace mudeung::sample
