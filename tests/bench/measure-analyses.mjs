// SPDX-License-Identifier: GPL-3.0-or-later
// The families of run-analyses, one module each. A module exports `name`, `target` (the program to build), `debian` (packages of R that it needs) and
// `measure(table, options)`, which adds rows and returns sentences for below the table.
import { parseArgs } from 'node:util';
import { Table, say } from './harness.mjs';
import * as forecast from './analyses_forecast.mjs';
import * as hotspots from './analyses_hotspots.mjs';

const families = [hotspots, forecast];
const { values: options } = parseArgs({
  options: {
    list: { type: 'string' }, head: { type: 'string' }, only: { type: 'string' }, draws: { type: 'string' }, cores: { type: 'string' },
  },
});
const wanted = families.filter((family) => !options.only || options.only.split(',').includes(family.name));
if (options.list) {
  for (const family of wanted) for (const entry of [family[options.list]].flat()) console.log(entry);
} else {
  const table = new Table();
  const sentences = [];
  for (const family of wanted) {
    sentences.push(...await family.measure(table, { draws: Number(options.draws), cores: Number(options.cores), folder: `build/bench/${family.name}` }));
  }
  console.log(`${options.head}\n`);
  table.print();
  console.log(`\n${sentences.join('\n')}`);
  if (table.missed) say(`${table.missed} goals were missed`);
}
