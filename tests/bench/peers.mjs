// SPDX-License-Identifier: GPL-3.0-or-later
// What DuckDB and chDB do in the benchmark, each in a process of its own so that memory can be read from outside.
//   peers.mjs version
//   peers.mjs duckdb import FILE.csv DATABASE          the CSV as it is, into a database file
//   peers.mjs duckdb|chdb load FOLDER                  tables for queries from facts.csv, places.csv, groups.csv, dates.csv
//   peers.mjs duckdb|chdb query FOLDER QUERIES.jsonl   compares every answer, then times every query once
// One JSON object on stdout, or the versions as a text; 3 = an answer differs.
import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

// The packages are installed beside the builds, not beside this file.
const require = createRequire(new URL('../../build/bench/', import.meta.url));
const THREADS = 2;

class DuckDb {
  static file = (folder) => join(folder, 'facts.duckdb');

  static async open(path) {
    const peer = new DuckDb();
    peer.instance = await require('@duckdb/node-api').DuckDBInstance.create(path, { threads: String(THREADS) });
    peer.connection = await peer.instance.connect();
    // Rows may come in any order; this is what its manual advises for large files.
    await peer.run('SET preserve_insertion_order=false');
    return peer;
  }
  run(sql) { return this.connection.run(sql); }
  async rows(sql) { return (await this.connection.runAndReadAll(sql)).getRows(); }
  close() {
    this.connection.closeSync();
    this.instance.closeSync();
  }

  // Sorted from few values to many: a row group (122,880 rows) holds one group and hour and some months, so that filters skip many.
  async load(folder) {
    const literal = (columns) => JSON.stringify(columns).replaceAll('"', "'");
    const csv = (name, columns) => `read_csv('${join(folder, name)}', header=true, columns=${literal(columns)})`;
    const facts = csv('facts.csv', { place: 'USMALLINT', date: 'DATE', hour: 'UTINYINT', grp: 'UTINYINT', value: 'UINTEGER' });
    const places = csv('places.csv', { place: 'USMALLINT', code: 'VARCHAR', dong: 'VARCHAR' });
    const dates = csv('dates.csv', { date: 'DATE', type: 'UTINYINT' });
    const most = Number((await this.rows(`SELECT max(value) FROM ${facts}`))[0][0]);
    await this.run(`CREATE TABLE facts AS
      SELECT grp, hour, date, place, type, (isodow(date) - 1)::UTINYINT AS weekday, (year(date) * 12 + month(date) - 1)::USMALLINT AS month,
             coalesce(d.number, 0)::USMALLINT AS dong, value::${most < 65536 ? 'USMALLINT' : 'UINTEGER'} AS value
      FROM ${facts} f JOIN ${dates} t USING (date) JOIN ${places} p USING (place)
      LEFT JOIN (SELECT dong, row_number() OVER (ORDER BY dong) AS number FROM ${places} WHERE dong IS NOT NULL GROUP BY dong) d
             ON d.dong = p.dong
      ORDER BY grp, hour, date, place`);
    await this.run('CHECKPOINT');
  }
}

class ChDb {
  static file = (folder) => join(folder, 'facts.chdb');

  static async open(path) {
    const peer = new ChDb();
    peer.database = new (require('chdb').Session)(path);
    await peer.run(`SET max_threads = ${THREADS}`);
    return peer;
  }
  run(sql) { return this.database.query(sql, 'TSV'); }
  rows(sql) { return this.run(sql).split('\n').slice(0, -1).map((line) => line.split('\t')); }
  close() {
    this.database.close();
    return require('chdb').drainPending();
  }

  // Ordered from few values to many, as its manual advises; merged into one part.
  async load(folder) {
    const csv = (name, columns) => `file('${join(folder, name)}', 'CSVWithNames', '${columns}')`;
    const places = csv('places.csv', 'place UInt16, code String, dong String');
    this.run(`CREATE TABLE facts (place UInt16, date Date, hour UInt8, grp UInt8, type UInt8, weekday UInt8, month UInt16, dong UInt16,
                                  value UInt32)
      ENGINE = MergeTree ORDER BY (grp, hour, date, place)`);
    this.run(`INSERT INTO facts
      SELECT f.place, f.date, f.hour, f.grp, t.type, toDayOfWeek(f.date) - 1, toYear(f.date) * 12 + toMonth(f.date) - 1, p.number,
             f.value
      FROM ${csv('facts.csv', 'place UInt16, date Date, hour UInt8, grp UInt8, value UInt32')} f
      JOIN ${csv('dates.csv', 'date Date, type UInt8')} t ON t.date = f.date
      JOIN (SELECT place, if(dong = '', 0, dense_rank() OVER (ORDER BY dong) - (SELECT count() > 0 FROM ${places} WHERE dong = ''))
                   AS number
            FROM ${places}) p ON p.place = f.place`);
    this.run('OPTIMIZE TABLE facts FINAL');
  }
}

const engines = { duckdb: DuckDb, chdb: ChDb };

// --- Queries: from the JSON lines of bench_queries to the SQL that suits the layout best.

function table(folder, name) {
  return readFileSync(join(folder, name), 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
}

function dictionaries(folder) {
  const places = table(folder, 'places.csv');
  const dates = table(folder, 'dates.csv').map(([date]) => date);
  return {
    places: places.map(([, code]) => code),
    groups: table(folder, 'groups.csv').map(([, code]) => code),
    dongs: ['', ...[...new Set(places.map(([, , dong]) => dong))].filter(Boolean).sort()],
    first: dates[0],
    last: dates.at(-1),
  };
}

const KEY = { place: 'place', group: 'grp', hour: 'hour', weekhour: 'weekday, hour', day: 'date', month: 'month', dong: 'dong' };
const ALL_HOURS = 28;

function oneOf(column, values) {
  const run = values.at(-1) - values[0] === values.length - 1;
  return run ? `${column} BETWEEN ${values[0]} AND ${values.at(-1)}` : `${column} IN (${values})`;
}

function sqlOf(query, names) {
  const where = [];
  if (query.hours.length < ALL_HOURS) where.push(oneOf('hour', query.hours));
  if (query.from !== names.first || query.to !== names.last) where.push(`date BETWEEN '${query.from}' AND '${query.to}'`);
  if (query.groups.length) where.push(oneOf('grp', query.groups.map((code) => names.groups.indexOf(code)).sort()));
  if (query.dayTypes !== 7) where.push(oneOf('type', [0, 1, 2].filter((type) => (query.dayTypes >> type) & 1)));
  for (const area of query.areas) {  // the numbers of dongs follow their codes, so a district is a range
    const inside = names.dongs.map((code, number) => (code.startsWith(area) ? number : 0)).filter(Boolean);
    where.push(inside.length ? oneOf('dong', inside) : '1 = 0');
  }
  const key = KEY[query.by];
  return `SELECT ${key}, sum(value) FROM facts${where.length ? ` WHERE ${where.join(' AND ')}` : ''} GROUP BY ${key}`;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const two = (number) => String(number).padStart(2, '0');

function keyOf(by, row, names) {
  switch (by) {
    case 'place': return names.places[row[0]];
    case 'group': return names.groups[row[0]];
    case 'dong': return names.dongs[row[0]];
    case 'hour': return two(row[0]);
    case 'weekhour': return `${WEEKDAYS[row[0]]}-${two(row[1])}`;
    case 'month': return `${Math.floor(row[0] / 12)}-${two((row[0] % 12) + 1)}`;
    default: return String(row[0]);
  }
}

/// What differs, as a text; empty when the answers are the same in every cell.
function difference(expected, found) {
  const lines = [];
  for (const [key, sum] of expected) {
    if (found.get(key) !== sum) lines.push(`  ${key || '(no dong)'}: mudeung ${sum}, the other engine ${found.get(key) ?? 'nothing'}`);
    found.delete(key);
  }
  for (const [key, sum] of found) lines.push(`  ${key || '(no dong)'}: mudeung nothing, the other engine ${sum}`);
  return lines.slice(0, 10).join('\n');
}

async function query(Engine, folder, file) {
  const names = dictionaries(folder);
  const queries = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  const peer = await Engine.open(Engine.file(folder));
  for (const q of queries) {
    const rows = await peer.rows(sqlOf(q, names));
    const wrong = difference(q.rows, new Map(rows.map((row) => [keyOf(q.by, row, names), Number(row.at(-1))])));
    if (!wrong) continue;
    const { rows: _, ...asked } = q;
    console.error(`The answers differ.\n  ${JSON.stringify(asked)}\n  ${sqlOf(q, names)}\n${wrong}`);
    process.exit(3);
  }
  const ms = [];
  for (const q of queries) {
    const sql = sqlOf(q, names);
    const began = performance.now();
    await peer.rows(sql);
    ms.push(performance.now() - began);
  }
  await peer.close();
  return { ms };
}

async function load(Engine, folder) {
  const path = Engine.file(folder);
  if (existsSync(path)) return { made: false };
  const unfinished = `${path}-unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const peer = await Engine.open(unfinished);
  await peer.load(folder);
  await peer.close();
  renameSync(unfinished, path);
  return { made: true };
}

async function importCsv(file, database) {
  rmSync(database, { force: true });
  const began = performance.now();
  const peer = await DuckDb.open(database);
  await peer.run(`CREATE TABLE t AS SELECT * FROM read_csv('${file}')`);
  await peer.run('CHECKPOINT');
  const seconds = (performance.now() - began) / 1000;
  const sums = await peer.rows('SELECT 이용자구분, sum(승차인원), sum(하차인원) FROM t GROUP BY 이용자구분');
  await peer.close();
  return { seconds, bytes: statSync(database).size, sums: sums.map(([group, on, off]) => [group, Number(on), Number(off)]) };
}

async function version() {
  const duck = await DuckDb.open(':memory:');
  const [[text]] = await duck.rows('SELECT version()');
  await duck.close();
  const { query: ask } = require('chdb');
  const clickHouse = ask('SELECT version()', 'TSV').trim();
  return `DuckDB ${String(text).replace(/^v/, '')}, chDB ${require('chdb/package.json').version} (ClickHouse ${clickHouse})`;
}

const [engine, job, ...rest] = process.argv.slice(2);
const Engine = engines[engine];
let result;
if (engine === 'version') result = await version();
else if (Engine && job === 'load') result = await load(Engine, ...rest);
else if (Engine && job === 'query') result = await query(Engine, ...rest);
else if (Engine === DuckDb && job === 'import') result = await importCsv(...rest);
else throw new Error('see the first lines of this file');
console.log(typeof result === 'string' ? result : JSON.stringify(result));
