// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs of the benchmark, in order: data, imports, the corrected month, queries, readers. Started by tests/bench/run from the root of
// the sources; a job compares the answers before its times count.
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Results, Table, median, quantile, run, say, settle, shell, stop } from './harness.mjs';

const { values: options } = parseArgs({
  options: { data: { type: 'string' }, stops: { type: 'string' }, days: { type: 'string' }, runs: { type: 'string' },
    queries: { type: 'string' }, part: { type: 'string' }, head: { type: 'string' } },
});
const runs = Number(options.runs);
const folder = join(resolve(options.data), `${options.stops}x${options.days}`);
const inFolder = (name) => join(folder, name);
const mudeung = 'build/qt5/app/mudeung';
const bench = (name) => `build/qt5/tests/bench/${name}`;
const size = ['--stops', options.stops, '--days', options.days];
const results = new Results('build/bench/results.csv');
const table = new Table();
const rounds = [...Array(runs).keys()].map((n) => n + 1);

const peer = async (...args) => {
  const result = await run('node', ['tests/bench/peers.mjs', ...args], { allow: [3] });
  if (result.code === 3) stop(`${args[0]}: ${result.err}If the sample city was changed since the data were made, remove ${folder}.`);
  return { ...result, json: JSON.parse(result.out) };
};

function remove(...paths) {
  for (const path of paths) for (const tail of ['', '-wal', '-shm', '.lock']) rmSync(path + tail, { recursive: true, force: true });
}

async function makeOnce(path, what, make) {
  if (existsSync(path)) return;
  say(`${what} …`);
  remove(`${path}-unfinished`);
  await make(`${path}-unfinished`);
  renameSync(`${path}-unfinished`, path);
}

// --- Data

const city = inFolder('city.mudeung');
const published = inFolder('bus-long-cp949.csv');
const utf8 = inFolder('bus-long-utf8.csv');
const part = inFolder(`bus-long-part-${options.part}.csv`);
const facts = inFolder('facts');

async function makeData() {
  mkdirSync(folder, { recursive: true });
  say('sample city …');
  const made = inFolder('new.mudeung');
  remove(made);
  await settle();
  const { seconds, peakMB } = await run(mudeung, ['sample', ...size, '--out', made]);
  results.add('sample city', 'mudeung', 1, seconds, 's', peakMB, `${options.stops} stops, ${options.days} days`);
  table.add(`sample city, ${options.stops} stops × ${options.days} days`, 's', seconds);
  remove(city);
  renameSync(made, city);
  await makeOnce(published, 'long form', (to) => run(mudeung, ['sample', ...size, '--long-form', to]));
  await makeOnce(utf8, 'long form in UTF-8', (to) => shell('iconv -f CP949 -t UTF-8 "$1" >"$2"', published, to));
  await makeOnce(part, 'first lines of the long form', (to) => shell('head -n "$1" "$2" >"$3"', options.part, utf8, to));
  await makeOnce(facts, 'facts for the other engines', async (to) => {
    mkdirSync(to);
    await run(bench('bench_queries'), ['--workspace', city, '--queries', '1', '--stops', '0', '--export', to]);
  });
  for (const engine of ['duckdb', 'chdb']) {
    say(`tables for ${engine} …`);
    await peer(engine, 'load', facts);
  }
}

// --- Imports

/// Group as written in the file → code, from the layout that the import uses.
const groupCode = new Map(JSON.parse(readFileSync('resources/profiles/bus-stop-hourly-long.json', 'utf8'))
  .scheme.groups.flatMap((group) => group.values.map((text) => [text, group.code])));

async function ourSums(workspace) {
  const sums = new Map();
  for (const measure of ['boardings', 'alightings']) {
    const { out } = await run(mudeung, ['query', '--workspace', workspace, '--dataset', 'bus-stop-hourly', '--measure', measure,
      '--by', 'group', '--format', 'json']);
    for (const row of JSON.parse(out).rows) sums.set(`${row.key} ${measure}`, row.sum);
  }
  return sums;
}

/// `theirs`: [group as in the file, boardings, alightings]
function compareSums(ours, theirs, engine) {
  const found = new Map();
  for (const [text, on, off] of theirs) found.set(`${groupCode.get(text)} boardings`, on).set(`${groupCode.get(text)} alightings`, off);
  for (const key of new Set([...ours.keys(), ...found.keys()]))
    if (ours.get(key) !== found.get(key)) stop(`the sums differ: ${key}: mudeung ${ours.get(key)}, ${engine} ${found.get(key)}`);
}

async function importOurs(job, file, workspace, round) {
  remove(workspace);
  await settle(file);
  const result = await run(mudeung, ['import', '--workspace', workspace, file]);
  const bytes = statSync(workspace).size;
  results.add(job, 'mudeung', round, result.seconds, 's', result.peakMB, `${bytes} bytes`);
  return { ...result, bytes };
}

const workspace = inFolder('import.mudeung');

async function importWhole() {
  const database = inFolder('import.duckdb');
  const second = inFolder('import-utf8.mudeung');
  const [fromPublished, fromUtf8, duck] = [[], [], []];
  for (const round of rounds) {
    say(`import, run ${round} of ${runs} …`);
    fromPublished.push(await importOurs('import CP949', published, workspace, round));
    await settle(utf8);
    const { json, peakMB } = await peer('duckdb', 'import', utf8, database);
    results.add('import UTF-8', 'duckdb', round, json.seconds, 's', peakMB, `${json.bytes} bytes`);
    duck.push({ ...json, peakMB });
    fromUtf8.push(await importOurs('import UTF-8', utf8, second, round));
    for (const ours of [workspace, second, city]) compareSums(await ourSums(ours), json.sums, 'DuckDB');
  }
  remove(database, second);
  const of = (list, field) => median(list.map((result) => result[field]));
  const most = (list, field) => Math.max(...list.map((result) => result[field]));
  const theirs = { peer: of(duck, 'seconds'), peerName: 'DuckDB' };
  const gb = (file) => `${(statSync(file).size / 1e9).toFixed(2)} GB`;
  theirs.ratioAtLeast = 1;
  table.add(`import, as published in CP949 (${gb(published)}; peer: UTF-8)`, 's', of(fromPublished, 'seconds'), theirs);
  table.add(`import, the same in UTF-8 (${gb(utf8)})`, 's', of(fromUtf8, 'seconds'), theirs);
  table.add('  peak memory', 'MB', Math.max(most(fromPublished, 'peakMB'), most(fromUtf8, 'peakMB')),
    { peer: most(duck, 'peakMB'), peerName: 'DuckDB', atMost: 400 });
  table.add('  size of the result', 'MB', most(fromPublished, 'bytes') / 1e6,
    { peer: most(duck, 'bytes') / 1e6, peerName: 'DuckDB', atMost: 200 });
}

async function importPart() {
  const ours = inFolder('part.mudeung');
  const theirs = inFolder('part.sqlite');
  const [seconds, peerSeconds] = [[], []];
  for (const round of rounds) {
    say(`import of the part, run ${round} of ${runs} …`);
    seconds.push((await importOurs('import part', part, ours, round)).seconds);
    remove(theirs);
    await settle(part);
    const ogr = await run('ogr2ogr', ['-f', 'SQLite', theirs, part, '-nln', 't', '-oo', 'AUTODETECT_TYPE=YES']);
    results.add('import part', 'ogr2ogr', round, ogr.seconds, 's', ogr.peakMB, `${statSync(theirs).size} bytes`);
    peerSeconds.push(ogr.seconds);
  }
  const sql = 'SELECT "이용자구분", sum("승차인원"), sum("하차인원") FROM t GROUP BY 1';
  const { out } = await run('sqlite3', ['-separator', '\t', theirs, sql]);
  const sums = out.trim().split('\n').map((line) => line.split('\t'));
  compareSums(await ourSums(ours), sums.map(([group, on, off]) => [group, Number(on), Number(off)]), 'SQLite');
  remove(ours, theirs);
  const lines = Number((await shell('wc -l <"$1"', part)).out).toLocaleString('en');
  table.add(`import, first ${lines} lines (${Math.round(statSync(part).size / 1e6)} MB)`, 's', median(seconds),
    { peer: median(peerSeconds), peerName: 'ogr2ogr', ratioAtLeast: 10 });
}

async function importAgain() {
  const perGb = [];
  for (const round of rounds) {
    await settle(published);
    const { seconds, peakMB, out } = await run(mudeung, ['import', '--json', '--workspace', workspace, published]);
    if (!JSON.parse(out).files[0].noop) stop('the identical file was written again');
    results.add('same file again', 'mudeung', round, seconds, 's', peakMB);
    perGb.push(seconds / (statSync(published).size / 1e9));
  }
  table.add('the same file again, per GB', 's', median(perGb), { below: 1 });
}

/// The second month of the long form, which is whole, and the same with one number changed.
async function correctMonth() {
  say('a corrected month …');
  const [month, corrected] = [inFolder('bus-long-month.csv'), inFolder('bus-long-month-corrected.csv')];
  await shell(`export LC_ALL=C
    awk 'NR == 1 { print; next } { m = substr($0, 1, 7); if (m != last) { n++; last = m } if (n > 2) exit } n == 2' "$1" >"$2"
    sed '2s/[0-9]*,[0-9]*\\r$/77,\\r/' "$2" >"$3"`, published, month, corrected);
  const target = inFolder('corrected.mudeung');
  remove(target);
  copyFileSync(workspace, target);
  await settle(month, corrected);
  const { out, peakMB } = await run(bench('bench_write'), [target, month, corrected, String(runs)]);
  const times = [...out.matchAll(/parsed ([\d.e-]+) s, written ([\d.e-]+) s/g)].map(([, ...seconds]) => seconds.map(Number));
  times.forEach(([parsed, written], n) => {
    results.add('corrected month, parsing', 'mudeung', n + 1, parsed, 's', peakMB);
    results.add('corrected month, writing', 'mudeung', n + 1, written, 's', peakMB);
  });
  remove(target, month, corrected);
  table.add('a corrected month, after parsing', 's', median(times.map(([, written]) => written)), { atMost: 0.3 });
}

// --- Queries

const answersOf = (file) => readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));

async function askOurs(cache, stops, repeat) {
  const [answers, summary] = [inFolder(`answers-${cache}.jsonl`), inFolder(`summary-${cache}.json`)];
  await settle(city);
  const { peakMB } = await run(bench('bench_queries'), ['--workspace', city, '--queries', options.queries, '--cache', String(cache),
    '--stops', String(stops), '--repeat', String(repeat), '--out', answers, '--summary', summary]);
  return { answers: answersOf(answers), file: answers, summary: JSON.parse(readFileSync(summary, 'utf8')), peakMB };
}

async function askEveryone() {
  const times = { mudeung: [], duckdb: [], chdb: [] };  // engine → run → query
  const peak = { duckdb: 0, chdb: 0 };
  const summaries = [];
  let queries = [];
  for (const round of rounds) {
    say(`queries, run ${round} of ${runs} …`);
    const ours = await askOurs(512, 20, 3);
    queries = ours.answers;
    times.mudeung.push(queries.map((query) => query.ms));
    summaries.push(ours.summary);
    results.add('cold first answer', 'mudeung', round, ours.summary.coldMs, 'ms');
    for (const [name, { median: ms }] of Object.entries(ours.summary.oneStop)) results.add(`one stop ${name}`, 'mudeung', round, ms, 'ms');
    for (const engine of ['duckdb', 'chdb']) {
      const { json, peakMB } = await peer(engine, 'query', facts, ours.file);
      times[engine].push(json.ms);
      peak[engine] = Math.max(peak[engine], peakMB);
    }
    for (const engine of Object.keys(times))
      times[engine].at(-1).forEach((ms, n) => results.add(`query ${n + 1}`, engine, round, ms, 'ms', '', queries[n].by));
  }
  say('queries with a small cache …');
  // Once: cells that do not fit are read again for every question, which takes minutes.
  const small = await askOurs(64, 0, 1);
  queries.forEach((query, n) => {
    if (JSON.stringify(query.rows) !== JSON.stringify(small.answers[n].rows)) stop(`a small cache gives another answer to query ${n + 1}`);
  });
  reportQueries(queries, times, peak, summaries, small);
}

function reportQueries(queries, times, peak, summaries, small) {
  const perQuery = (engine) => queries.map((_, n) => median(times[engine].map((ms) => ms[n])));
  const ours = perQuery('mudeung');
  const of = (pick) => median(summaries.map(pick));
  table.add('first answer of a new engine, all places', 'ms', of((s) => s.coldMs), { atMost: 100 });
  const count = `${queries.length} queries`;
  for (const [engine, peerName] of [['duckdb', 'DuckDB'], ['chdb', 'chDB']]) {
    const theirs = perQuery(engine);
    table.add(`${count}, median`, 'ms', quantile(ours, 0.5), { peer: quantile(theirs, 0.5), peerName });
    table.add(`${count}, p99`, 'ms', quantile(ours, 0.99), { peer: quantile(theirs, 0.99), peerName });
    table.addRatio(`${count}, median of the ratios`, median(theirs.map((ms, n) => ms / ours[n])), peerName, 20);
  }
  const byPlace = ours.filter((_, n) => queries[n].by === 'place');
  table.add(`${byPlace.length} of them by place, median`, 'ms', quantile(byPlace, 0.5), { atMost: 1 });
  table.add(`${byPlace.length} of them by place, p99`, 'ms', quantile(byPlace, 0.99), { atMost: 5 });
  table.add('one stop that nobody asked about before, whole period, by day', 'ms', of((s) => s.oneStop.reading.median));
  table.add('one stop, whole period, by day', 'ms', of((s) => s.oneStop.day.median), { atMost: 5 });
  table.add('one stop, whole period, by hour of the week', 'ms', of((s) => s.oneStop.weekhour.median), { atMost: 5 });
  table.add('one stop, whole period, by day and hour', 'ms', of((s) => s.oneStop.series.median), { atMost: 5 });
  table.add('memory, cache of 512 MB', 'MB', Math.max(...summaries.map((s) => s.peakMB)), { peer: peak.duckdb, peerName: 'DuckDB' });
  table.add('memory, cache of 512 MB', 'MB', Math.max(...summaries.map((s) => s.peakMB)), { peer: peak.chdb, peerName: 'chDB' });
  table.add('memory, cache of 64 MB (same answers)', 'MB', small.summary.peakMB);
  table.add(`${count}, cache of 64 MB, median`, 'ms', quantile(small.answers.map((query) => query.ms), 0.5));
}

// --- Readers

async function readers() {
  const lines = [];
  for (const [name, file] of [['CP949', published], ['UTF-8', utf8]]) {
    say(`reading ${name} …`);
    await settle(file);
    const { out } = await run(bench('bench_reader'), [file, String(runs)]);
    for (const line of out.trim().split('\n')) {
      const [step, speed] = line.trim().split(/\s+/);
      results.add(`read ${name} ${step}`, 'mudeung', 1, Number(speed), 'MB/s');
      lines.push(`${name}: ${line}`);
    }
  }
  return lines;
}

await makeData();
await importWhole();
await importPart();
await importAgain();
await correctMonth();
await askEveryone();
remove(workspace);
const lines = await readers();

console.log(`${options.head}\n`);
table.print();
console.log(`\nSteps of reading the long form, best of ${runs}:`);
for (const line of lines) console.log(`    ${line}`);
say(`every run is in build/bench/results.csv${table.missed ? `; ${table.missed} goals were missed` : ''}`);
