// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up bus routes and their stops: facing pairs every 350 to 500 m along smooth lines between dongs, stations and the centre.
#include <algorithm>
#include <cmath>
#include <map>

#include "core/sample/layout.h"
#include "core/sample/random.h"

namespace mudeung::sample {
namespace {

using Line = std::vector<Point>;

Point catmullRom(Point a, Point b, Point c, Point d, double t) {
    const auto mix = [t](double p0, double p1, double p2, double p3) {
        return 0.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t + (3 * p1 - p0 - 3 * p2 + p3) * t * t * t);
    };
    return {mix(a.x, b.x, c.x, d.x), mix(a.y, b.y, c.y, d.y)};
}

Line smoothLine(const Line& through) {
    Line line;
    const int last = static_cast<int>(through.size()) - 1;
    for (int i = 0; i < last; ++i) {
        const Point a = through[std::max(i - 1, 0)];
        const Point d = through[std::min(i + 2, last)];
        const int steps = std::max(2, static_cast<int>(distanceMeters(through[i], through[i + 1]) / 25.0));
        for (int s = 0; s < steps; ++s) line.push_back(catmullRom(a, through[i], through[i + 1], d, static_cast<double>(s) / steps));
    }
    line.push_back(through.back());
    return line;
}

/// Lays stops; remembers where they are so that routes sharing a road share its stops.
class StopLayer {
public:
    StopLayer(City& city, const HexMap& map) : m_city(city), m_map(map), m_random(city.options.seed, "stops") {
        for (std::size_t i = 0; i < city.dongs.size(); ++i)
            for (std::size_t k = 0; k < map.centres().size(); ++k)
                if (distanceMeters(city.dongs[i].centre, map.centres()[k]) < 0.5) m_cityDong[static_cast<int>(k)] = static_cast<int>(i);
    }

    int cityDong(Point p) const {
        const int dong = m_map.dongAt(p);
        return dong < 0 ? -1 : m_cityDong.at(dong);
    }

    /// Pairs along the line until the city has `limit` stops. Returns how many were added.
    int layAlong(const Line& line, int limit, double apart) {
        const std::size_t before = m_city.stops.size();
        double along = 0.0;
        double nextAt = m_random.uniform(50.0, 250.0);
        for (std::size_t i = 1; i < line.size(); ++i) {
            along += distanceMeters(line[i - 1], line[i]);
            if (along < nextAt) continue;
            nextAt = along + m_random.uniform(350.0, 500.0);
            if (!isFree(line[i], apart)) continue;
            layPair(line[i - 1], line[i], limit);
            if (static_cast<int>(m_city.stops.size()) >= limit) break;
        }
        return static_cast<int>(m_city.stops.size() - before);
    }

    Random& random() { return m_random; }

private:
    using Bin = std::pair<int, int>;
    static Bin binOf(Point p) { return {static_cast<int>(std::floor(p.x / 500.0)), static_cast<int>(std::floor(p.y / 500.0))}; }

    bool isFree(Point p, double apart) const {
        const Bin bin = binOf(p);
        for (int dx = -1; dx <= 1; ++dx) {
            for (int dy = -1; dy <= 1; ++dy) {
                const auto it = m_bins.find({bin.first + dx, bin.second + dy});
                if (it == m_bins.end()) continue;
                for (const Point& other : it->second)
                    if (distanceMeters(other, p) < apart) return false;
            }
        }
        return true;
    }

    void layPair(Point from, Point at, int limit) {
        const double length = std::max(1.0, distanceMeters(from, at));
        const Point ahead{(at.x - from.x) / length, (at.y - from.y) / length};
        const double stagger = m_random.uniform(8.0, 30.0);
        const double aside = m_random.uniform(9.0, 16.0);
        bool laid = false;
        for (const double side : {1.0, -1.0}) {
            if (static_cast<int>(m_city.stops.size()) >= limit) break;
            const Point p{at.x + side * (ahead.x * stagger + ahead.y * aside), at.y + side * (ahead.y * stagger - ahead.x * aside)};
            const int dong = cityDong(p);
            if (dong < 0) continue;
            Stop stop;
            stop.at = p;
            stop.dong = dong;
            stop.pair = m_pairs;
            m_city.stops.push_back(stop);
            laid = true;
        }
        if (!laid) return;
        m_bins[binOf(at)].push_back(at);
        ++m_pairs;
    }

    City& m_city;
    const HexMap& m_map;
    Random m_random;
    int m_pairs = 0;
    std::map<int, int> m_cityDong;
    std::map<Bin, std::vector<Point>> m_bins;
};

/// A dong to start or end at: chosen by residents, within reach of the hub.
Point terminal(const City& city, Point hub, double reach, Random& random) {
    std::vector<double> weights;
    double total = 0.0;
    for (const Dong& dong : city.dongs) {
        const double d = distanceMeters(dong.centre, hub);
        total += d > 600.0 && d < reach ? std::sqrt(static_cast<double>(dong.total)) : 0.0;
        weights.push_back(total);
    }
    if (!(total > 0.0)) return city.dongs[random.below(static_cast<int>(city.dongs.size()))].centre;
    const auto it = std::upper_bound(weights.begin(), weights.end(), random.uniform() * total);
    return city.dongs[std::min<std::size_t>(it - weights.begin(), city.dongs.size() - 1)].centre;
}

Point wobble(Point p, double meters, Random& random) {
    return {p.x + random.uniform(-meters, meters), p.y + random.uniform(-meters, meters)};
}

Line trunkAlongStations(const City& city, Random& random) {
    Line through;
    for (const Station& station : city.facts.stations) through.push_back(wobble(pointAt(station.lon, station.lat), 60.0, random));
    return smoothLine(through);
}

Line radial(const City& city, const District& district, Random& random) {
    const Point end = wobble(district.anchors.back(), 500.0, random);
    const Point hub = city.facts.centre;
    const Line through{wobble(hub, 300.0, random), wobble({(hub.x + end.x) / 2, (hub.y + end.y) / 2}, 700.0, random), end};
    return smoothLine(through);
}

/// First a line along the stations, then one from the centre into each district, then any number of others.
Line route(const City& city, int index, double reach, Random& random) {
    const auto& stations = city.facts.stations;
    if (index == 0) return trunkAlongStations(city, random);
    if (index <= static_cast<int>(city.facts.districts.size())) return radial(city, city.facts.districts[index - 1], random);
    Point hub = city.facts.centre;
    if (index % 3 == 1) {
        const Station& station = stations[random.below(static_cast<int>(stations.size()))];
        hub = pointAt(station.lon, station.lat);
    } else if (index % 3 == 2) {
        hub = terminal(city, city.facts.centre, 9000.0, random);
    }
    Line through{wobble(terminal(city, hub, reach, random), 400.0, random)};
    const Point start = through.front();
    const Point end = wobble(terminal(city, hub, reach, random), 400.0, random);
    through.push_back(wobble({(start.x + hub.x) / 2, (start.y + hub.y) / 2}, 450.0, random));
    through.push_back(wobble(hub, 250.0, random));
    through.push_back(wobble({(end.x + hub.x) / 2, (end.y + hub.y) / 2}, 450.0, random));
    through.push_back(end);
    return smoothLine(through);
}

void numberStops(City& city) {
    std::vector<int> serial(city.facts.districts.size(), 0);
    int overflow = 6001;
    for (std::size_t i = 0; i < city.stops.size(); ++i) {
        Stop& stop = city.stops[i];
        const int district = city.dongs[stop.dong].district;
        stop.ars = serial[district] < 999 ? (district + 1) * 1000 + ++serial[district] : overflow++;
        stop.nodeId = QStringLiteral("KJB%1").arg(90001 + static_cast<int>(i));
        stop.opens = city.firstDay;
        stop.closes = city.lastDay.addDays(1);
    }
}

}  // namespace

void layOutStops(City& city, const HexMap& map) {
    StopLayer layer(city, map);
    const int wanted = city.options.stops;
    const int newOnes = std::max(4, wanted / 20 / 2 * 2);
    const double reach = 3800.0 + 5.2 * std::min(wanted, 2400);
    double apart = 260.0;
    int barren = 0;
    for (int index = 0; static_cast<int>(city.stops.size()) < wanted - newOnes; ++index) {
        const int added = layer.layAlong(route(city, index, reach, layer.random()), wanted - newOnes, apart);
        barren = added == 0 ? barren + 1 : 0;
        if (barren >= 20) {  // the roads are full: allow stops to be closer
            apart *= 0.8;
            barren = 0;
        }
    }
    const std::size_t firstNew = city.stops.size();
    for (int index = 8; static_cast<int>(city.stops.size()) < wanted; index += 3) {
        layer.layAlong(route(city, index, reach, layer.random()), wanted, apart);
        apart *= 0.9;
    }
    numberStops(city);
    for (std::size_t i = firstNew; i < city.stops.size(); ++i) city.stops[i].opens = city.newRouteOpens;
    city.stops[layer.random().below(static_cast<int>(firstNew))].closes = city.stopCloses;
    for (int i = 0; i < std::max(2, wanted / 100); ++i) city.stops[layer.random().below(static_cast<int>(firstNew))].located = false;
}

}  // namespace mudeung::sample
