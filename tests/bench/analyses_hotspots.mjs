// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of run-analyses: hot spots and clusters beside R's spdep.
import { mkdirSync } from 'node:fs';
import { run, say, stop } from './harness.mjs';

export const name = 'hotspots';
export const target = 'bench_hotspots';
export const debian = ['r-cran-spdep'];  // found by `library(spdep)`

export async function measure(table, { draws: asked, cores, folder }) {
  mkdirSync(folder, { recursive: true });
  const permutations = 99999;
  say(`hot spots: ours, ${permutations.toLocaleString('en')} permutations …`);
  const ours = JSON.parse((await run('build/qt5/tests/bench/bench_hotspots', [folder, '2420', String(permutations), '9'])).out);
  // A part of the draws, and the time scaled up, because all of them take R a quarter of an hour.
  const draws = Math.min(asked, permutations);
  const full = draws === permutations;
  say(`hot spots: spdep, ${draws.toLocaleString('en')} permutations in ${cores} processes, some minutes …`);
  const peer = JSON.parse((await run('Rscript', ['tests/bench/hotspots_peer.R', folder, String(draws), String(cores)])).out);
  if (!peer.same) stop('the neighbours of spdep are not ours');
  if (!(peer.off <= 1e-9)) stop(`z of spdep and ours differ by ${peer.off}`);
  // Chance, and a little more: its draws are with replacement.
  const chance = Math.sqrt(1 / draws);
  if (!(peer.medianP <= 0.005 + chance && peer.largestP <= 0.04 + 5 * chance)) stop(`p of spdep and ours differ by ${peer.medianP} in the median, ${peer.largestP} at most`);

  const peerName = 'spdep';
  const scale = permutations / draws;
  const ms = (seconds) => seconds * 1000;
  const hours = `${ours.stops.toLocaleString('en')} stops × ${ours.hours} hours`;
  const stops = `${ours.stops.toLocaleString('en')} stops × ${ours.neighbours} neighbours`;
  table.add(`neighbours, ${stops}`, 'ms', ours.knn, { peer: ms(peer.knn), peerName });
  table.add(`neighbours, least band, ${ours.bandLinks.toLocaleString('en')} links`, 'ms', ours.band, { peer: ms(peer.band), peerName });
  table.add(`Gi*, z and p, ${hours}`, 'ms', ours.gi, { peer: ms(peer.gi), peerName, atMost: 50 });
  table.add(`local Moran, z and p, ${hours}`, 'ms', ours.moran, { peer: ms(peer.moran), peerName });
  table.add(`Gi* in space and time, trend, pattern, ${ours.hours} months`, 'ms', ours.emerging);
  table.add(`${permutations.toLocaleString('en')} permutations, ${stops}`, 's', ours.permute / 1000, { atMost: 5 });
  table.add('  beside localG_perm', 's', ours.permute / 1000, { peer: peer.giPerm * scale, peerName, ratioAtLeast: 50 });
  table.add('  beside localmoran_perm (ours serves both)', 's', ours.permute / 1000, { peer: peer.moranPerm * scale, peerName, ratioAtLeast: 50 });
  table.add(`  ${ours.hours} hours at once`, 's', ours.permuteHours / 1000, {});
  table.add('  with the least band', 's', ours.permuteBand / 1000, {});
  table.add('  of the whole map, global Moran', 's', ours.global / 1000, { peer: peer.globalPerDraw * permutations, peerName });
  return [`spdep ${peer.version}: z differ by at most ${peer.off.toExponential(1)}, p by ${peer.medianP} in the median and ${peer.largestP} at most. ` +
    `Its permutations are ${draws.toLocaleString('en')} draws${full ? '' : ', times ' + Math.round(scale)}; global Moran 999 draws, scaled.`];
}
