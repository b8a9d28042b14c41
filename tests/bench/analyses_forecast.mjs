// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of run-analyses: forecasts of every stop of the full sample city beside R's forecast::ets.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { run, say, stop } from './harness.mjs';

export const name = 'forecast';
export const target = ['mudeung', 'bench_forecast'];
export const debian = ['r-cran-forecast'];  // found by `library(forecast)`
const city = 'build/bench/data/2420x730/city.mudeung';
const samples = 24;

export async function measure(table, { cores, folder }) {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(city)) {
    say('forecast: making the sample city, half a minute …');
    mkdirSync(dirname(city), { recursive: true });
    await run('build/qt5/app/mudeung', ['sample', '--stops', '2420', '--days', '730', '--out', city]);
  }
  say('forecast: ours, every stop with its sums, a minute …');
  const ours = JSON.parse((await run('build/qt5/tests/bench/bench_forecast', [city, 'bus-stop-hourly', folder, String(samples)])).out);
  say(`forecast: R's ets, ${samples} stops in ${cores} processes …`);
  const peer = JSON.parse((await run('Rscript', ['tests/bench/forecast_peer.R', folder, String(cores)])).out);
  if (peer.worst > 2) stop(`our exponential smoothing has an AICc that is ${peer.worst} above R's`);

  const what = `${ours.series.toLocaleString('en')} stops × ${ours.days} days`;
  table.add(`forecast of ${what}, 28 days, nine windows, all models`, 's', ours.seconds, { atMost: 60 });
  // R's ets uses one processor. Two processes at a time share the machine's memory, so one alone would be a little faster than this says.
  table.add('  beside forecast::ets alone, without back-test', 's', ours.seconds,
    { peer: peer.seconds * cores * ours.series, peerName: 'R', ratioAtLeast: 50 });
  table.add(`  beside ${cores} such processes at once`, 's', ours.seconds, { peer: peer.seconds * ours.series, peerName: 'R' });
  table.add('  exponential smoothing alone, a series', 'ms', ours.etsMs, { peer: peer.seconds * cores * 1000, peerName: 'R' });
  table.add('one stop that is being looked at, from the question to the fan chart, median', 'ms', ours.oneStop, { atMost: 50 });
  table.add('  slowest', 'ms', ours.slowestStop);
  table.add('  its days read before, as the timeline shows them', 'ms', ours.reading);
  table.add('  both together, a stop not looked at before', 'ms', ours.firstPicture, { atMost: 50 });
  return [`forecast ${peer.version}: of ${peer.series} stops, every hundredth, our AICc is lower for ${peer.better} and higher for ${peer.worse} ` +
    `(by more than 0.01; at most ${peer.worst.toFixed(2)}). Its time for all of them is that of these ${peer.series}, scaled.`];
}
