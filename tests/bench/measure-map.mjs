// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs of run-map, in order: starts of the window, moves of the filters, months, frames of the density.
import { parseArgs } from 'node:util';
import { Table, median, run, say, settle, stop } from './harness.mjs';

const { values: options } = parseArgs({
  options: {
    workspace: { type: 'string' }, many: { type: 'string' }, frames: { type: 'string' }, moves: { type: 'string' }, starts: { type: 'string' }, head: { type: 'string' },
    qt6: { type: 'boolean' },
  },
});
const table = new Table();
const builds = options.qt6 ? ['qt5', 'qt6-full'] : ['qt5'];

async function bench(build, job, ...args) {
  return benchOf(options.workspace, build, job, ...args);
}

async function benchOf(workspace, build, job, ...args) {
  const { out, err } = await run(`build/${build}/tests/bench/bench_map`, [job, workspace, ...args]);
  for (const line of err.split('\n')) if (/stall|^ {4}/.test(line)) say(line);
  return JSON.parse(out.trim().split('\n').at(-1));
}

/// A row of the build on Qt 5, with the one on Qt 6 as its peer where both are measured.
function addRow(name, results, of, goal) {
  const [ours, beside] = results.map(of);
  if (beside === undefined) table.add(name, 'ms', ours, goal);
  else table.add(name, 'ms', ours, { ...goal, peer: beside, peerName: 'Qt 6' });
}

async function starts() {
  await settle(options.workspace);
  const runs = builds.map(() => []);
  for (const build of builds) await bench(build, 'start');  // makes QGIS' profile folder and reads the libraries
  for (let n = 0; n < Number(options.starts); ++n) {
    say(`start ${n + 1} of ${options.starts} …`);
    // In turn, so that what slows the machine down slows both.
    for (const [b, build] of builds.entries()) runs[b].push(await bench(build, 'start'));
  }
  const add = (name, part, goal) => addRow(name, runs, (ofBuild) => median(ofBuild.map((result) => result[part])), goal);
  add('start of the process to the first map', 'firstMap', { atMost: 1500 });
  add('  until libraries and QGIS are there', 'session');
  add('  until the window is shown', 'window');
  add('  until the first answer', 'answer');
}

const moves = {
  filters: 'moves of hours and days', single: 'the same, each after a pause', months: 'months played', pans: 'steps of a dragged map',
};

async function windowMoves() {
  say('moves of the filters, months …');
  const results = [];
  for (const build of builds) results.push(await bench(build, 'window', options.moves));
  const [{ width, height, windowWidth, windowHeight }] = results;
  for (const [key, name] of Object.entries(moves)) {
    const add = (row, of, goal) => addRow(row, results, (result) => of(result[key]), goal);
    add(`${results[0][key].count} ${name}, new picture${key === 'pans' ? '' : ' in all views'}, p50`, ({ all }) => all.p50);
    add('  p95', ({ all }) => all.p95, { atMost: 33 });
    add('  longest', ({ all }) => all.max);
    if (key !== 'pans') {
      add('  p50 of the answer', ({ answer }) => answer.p50);
      add('  p50 of the charts', ({ charts }) => charts.p50);
      add('  p50 of the map', ({ map }) => map.p50);
    }
    add('  longest event of the GUI thread', ({ busy }) => busy, { atMost: 50 });
  }
  addRow('longest event of the GUI thread while starting', results, ({ startBusy }) => startBusy, { atMost: 50 });
  return `The window has ${windowWidth} × ${windowHeight} pixels, its map ${width} × ${height}.`;
}

/// Seven days of 100,000 places: 30 pictures a second while something is dragged. Each after a pause there is no next one to be late for.
async function manyPlaces() {
  if (!options.many) return;
  say('moves and dragging with 100,000 places …');
  await settle(options.many);
  for (const kind of ['density', 'circles', 'hexagons']) {
    const results = [];
    for (const build of builds) results.push(await benchOf(options.many, build, 'window', options.moves, kind));
    for (const key of ['filters', 'single', 'pans']) {
      const add = (row, of, goal) => addRow(row, results, (result) => of(result[key]), goal);
      add(`100,000 places, ${kind}: ${results[0][key].count} ${moves[key]}, p50`, ({ all }) => all.p50, key === 'single' ? undefined : { atMost: 33 });
      add('  p95', ({ all }) => all.p95);
      add('  longest event of the GUI thread', ({ busy }) => busy, { atMost: 50 });
    }
  }
}

const kernels = ['quartic', 'Epanechnikov', 'Gaussian'];

async function frames() {
  say('frames of the density …');
  const { frames: rows } = await bench('qt5', 'density', options.frames);
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
await manyPlaces();
const agreement = await frames();
console.log(`${options.head}\n`);
table.print();
console.log(`\n${size}\n${agreement}`);
if (table.missed) say(`${table.missed} goals were missed`);
