// SPDX-License-Identifier: GPL-3.0-or-later
// planCity: dates of the events, then ground plan, people and stops.
#include "core/sample/city.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/sample/hex_map.h"
#include "core/sample/layout.h"
#include "core/sample/random.h"

namespace mudeung::sample {
namespace {

Status checkOptions(const SampleOptions& options) {
    const auto refuse = [](const QString& message) { return Status(Error{ErrorCode::Usage, message, QString()}); };
    if (options.stops < 20 || options.stops > 4000)
        return refuse(
            QCoreApplication::translate("Sample", "The number of stops is %1; give a number from 20 to 4000.").arg(options.stops));
    if (options.days < 31 || options.days > 3653)
        return refuse(QCoreApplication::translate("Sample", "The number of days is %1; give a number from 31 to 3653.").arg(options.days));
    if (!options.lastDay.isValid()) return refuse(QCoreApplication::translate("Sample", "The last day of the sample city is not a date."));
    return done();
}

void setEvents(City& city) {
    const int days = city.options.days;
    Random random(city.options.seed, "events");
    city.newRouteOpens = city.firstDay.addDays(days * 45 / 100);
    city.stopCloses = city.firstDay.addDays(days * 60 / 100);
    while (city.missingDays.size() < 3) {
        const QDate day = city.firstDay.addDays(2 + random.below(days - 4));
        if (std::find(city.missingDays.begin(), city.missingDays.end(), day) == city.missingDays.end()) city.missingDays.push_back(day);
    }
    std::sort(city.missingDays.begin(), city.missingDays.end());
    city.festival = city.firstDay.addDays(days * 7 / 10);
    while (city.festival.dayOfWeek() != Qt::Saturday) city.festival = city.festival.addDays(1);
}

}  // namespace

Result<City> planCity(const SampleOptions& options) {
    if (const Status checked = checkOptions(options); !checked) return checked.error();
    auto facts = loadFacts();
    if (!facts) return facts.error();
    City city;
    city.options = options;
    city.facts = std::move(facts).value();
    city.lastDay = options.lastDay;
    city.firstDay = options.lastDay.addDays(1 - options.days);
    setEvents(city);
    const HexMap map(city.facts, options.seed);
    layOutDongs(city, map);
    layOutResidents(city);
    layOutSeniorCentres(city, map);
    layOutStops(city, map);
    nameStops(city);
    weighStops(city);
    return city;
}

}  // namespace mudeung::sample
