// SPDX-License-Identifier: GPL-3.0-or-later
// From answers to values of areas: dongs, districts, grid cells, and their classes. Part of making a MapData snapshot.
#pragma once

#include "ui/map/cube_facts.h"

namespace mudeung {

/// A level of a substance (µg/m³, persons/km²).
bool isIntensity(const Measure& measure);
/// Numbers of several places have a meaning as a sum: flows, and levels of people.
bool canBeAdded(const Measure& measure);

/// Value and area of each answer row over the shapes it covers: its own shape, or all dongs of a district. With `before` the change. Usage
/// error when there are no shapes, or none of the rows'. An answer without rows is no error: all shapes are without data.
Status takeShapeValues(const Table& table, const Table* before, MapData& data);
/// Marks the shapes whose change is noise, by rows as those of takeShapeValues.
void markShapeNoise(const ChangeTable& change, MapData& data);
/// Marks the cells of a grid whose change is noise, judged by the weeks of their places together.
void markCellNoise(const ChangeTable& change, MapData& data);
/// Sums of `data.places`, which are those of `facts.rows` that are on the map, per cell of the national grid (EPSG:5179), as MapStyle says.
void takeCells(CubeFacts& facts, MapData& data);
/// Classes of `values` (all above zero) by the method of the style, with limits that can be printed.
Classes classesOf(const MapStyle& style, const std::vector<double>& values);
/// Classes of the shape values.
void classify(MapData& data);

}  // namespace mudeung
