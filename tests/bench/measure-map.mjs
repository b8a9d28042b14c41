// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs of run-map, in order: starts of the window, moves of the filters, months, frames of the density.
import { parseArgs } from 'node:util';
import { Table, median, run, say, settle, stop } from './harness.mjs';

const { values: options } = parseArgs({
  options: { workspace: { type: 'string' }, frames: { type: 'string' }, moves: { type: 'string' }, starts: { type: 'string' }, head: { type: 'string' } },
});
const table = new Table();

async function bench(job, ...args) {
  const { out, err } = await run('build/qt5/tests/bench/bench_map', [job, options.workspace, ...args]);
  for (const line of err.split('\n')) if (/stall|^ {4}/.test(line)) say(line);
  return JSON.parse(out.trim().split('\n').at(-1));
}

async function starts() {
  await settle(options.workspace);
  await bench('start');  // makes QGIS' profile folder and reads the libraries
  const runs = [];
  for (let n = 0; n < Number(options.starts); ++n) {
    say(`start ${n + 1} of ${options.starts} …`);
    runs.push(await bench('start'));
  }
  const of = (part) => median(runs.map((result) => result[part]));
  table.add('start of the process to the first map', 'ms', of('firstMap'), { atMost: 1500 });
  table.add('  until libraries and QGIS are there', 'ms', of('session'));
  table.add('  until the window is shown', 'ms', of('window'));
  table.add('  until the first answer', 'ms', of('answer'));
}

const moves = { filters: 'moves of hours and days', single: 'the same, each after a pause', months: 'months played' };

async function windowMoves() {
  say('moves of the filters, months …');
  const result = await bench('window', options.moves);
  for (const [key, name] of Object.entries(moves)) {
    const { all, answer, charts, map, count, busy } = result[key];
    table.add(`${count} ${name}, new picture in all views, p50`, 'ms', all.p50);
    table.add('  p95', 'ms', all.p95, { atMost: 33 });
    table.add('  longest', 'ms', all.max);
    table.add('  p50 of the answer', 'ms', answer.p50);
    table.add('  p50 of the charts', 'ms', charts.p50);
    table.add('  p50 of the map', 'ms', map.p50);
    table.add('  longest event of the GUI thread', 'ms', busy, { atMost: 50 });
  }
  table.add('longest event of the GUI thread while starting', 'ms', result.startBusy, { atMost: 50 });
  return `The window has ${result.windowWidth} × ${result.windowHeight} pixels, its map ${result.width} × ${result.height}.`;
}

const kernels = ['quartic', 'Epanechnikov', 'Gaussian'];

async function frames() {
  say('frames of the density …');
  const { frames: rows } = await bench('density', options.frames);
  for (const row of rows) {
    // Cut off at six standard deviations, the Gaussian lacks at most 1.5e-8 of each point's peak.
    if (!(row.worst <= 1e-6)) stop(`${kernels[row.kernel]}, ${row.points} points, ${row.radius} px: off by ${row.worst} of the largest value`);
    if (row.qgis !== undefined && !(row.correlation > 0.98)) stop(`${row.points} points, ${row.radius} px: QGIS draws something else (correlation ${row.correlation})`);
    const name = `density, ${row.points.toLocaleString('en')} points, ${kernels[row.kernel]}, ${row.radius} px`;
    const goal = { atMost: row.points > 50000 ? 33 : 8 };
    table.add(name, 'ms', row.ours, goal);
    if (row.qgis !== undefined) table.add('  beside QGIS', 'ms', row.ours, { peer: row.qgis, peerName: 'QgsHeatmapRenderer', ratioAtLeast: 10 });
  }
  const worst = Math.max(...rows.map((row) => row.worst));
  const least = Math.min(...rows.filter((row) => row.correlation !== undefined).map((row) => row.correlation));
  return `Against the plain sum in extended precision: our grid is off by at most ${worst.toExponential(1)} of the largest value; ` +
    `QGIS' grey values correlate with ${least.toFixed(5)} or more.`;
}

await starts();
const size = await windowMoves();
const agreement = await frames();
console.log(`${options.head}\n`);
table.print();
console.log(`\n${size}\n${agreement}`);
if (table.missed) say(`${table.missed} goals were missed`);
