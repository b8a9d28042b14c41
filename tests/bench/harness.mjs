// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one program at a time with its wall time and peak memory, keeps every result, and prints the table. Knows no job.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync, appendFileSync } from 'node:fs';

export function stop(why) {
  console.error(`[bench] stopped: ${why}`);
  process.exit(1);
}

export const say = (text) => console.error(`[bench] ${text}`);

/// Seconds, peak memory in MB and stdout of a command; stops the benchmark when it fails.
export function run(command, args, { stdout = 'pipe', allow = [] } = {}) {
  return new Promise((resolve) => {
    const began = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', stdout, 'pipe'] });
    let peakKb = 0;
    // The kernel keeps the highest value itself, so only what comes in the last hundredth of a second is missed.
    const look = setInterval(() => {
      try {
        const line = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'latin1'));
        if (line) peakKb = Math.max(peakKb, Number(line[1]));
      } catch { /* it has just ended */ }
    }, 10);
    const out = [];
    const err = [];
    child.stdout?.on('data', (bytes) => out.push(bytes));
    child.stderr.on('data', (bytes) => err.push(bytes));
    child.on('error', (error) => stop(`${command}: ${error.message}`));
    child.on('exit', () => clearInterval(look));
    let seconds = 0;
    child.on('exit', () => { seconds = (performance.now() - began) / 1000; });
    child.on('close', (code) => {
      const result = { code, seconds, peakMB: peakKb / 1024, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
      if (code !== 0 && !allow.includes(code)) stop(`${command} ${args.join(' ')}\n${result.out}${result.err}`);
      resolve(result);
    });
  });
}

export const shell = (script, ...args) => run('bash', ['-o', 'pipefail', '-ec', script, 'bash', ...args]);

/// Puts files into the page cache and lets earlier writes reach the disk, so that no engine pays for the one before it.
export const settle = (...files) => shell('sync; [ $# -eq 0 ] || cat "$@" >/dev/null', ...files);

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/// Every run as one line of a CSV file.
export class Results {
  constructor(file) {
    this.file = file;
    writeFileSync(file, 'job,engine,run,value,unit,peak MB,note\n');
  }
  add(job, engine, number, value, unit, peakMB = '', note = '') {
    const cells = [job, engine, number, value, unit, peakMB === '' ? '' : Math.round(peakMB), note];
    appendFileSync(this.file, `${cells.map((cell) => (/[",\n]/.test(String(cell)) ? JSON.stringify(cell) : cell)).join(',')}\n`);
  }
}

export function show(value, unit) {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return `${value.toFixed(digits)} ${unit}`;
}

/// Rows of job | ours | peer | ratio | goal. `goal` is a text and whether it was reached.
export class Table {
  rows = [['job', 'ours', 'peer', 'ratio', 'goal']];
  missed = 0;

  add(job, unit, ours, { peer, peerName, atMost, below, ratioAtLeast } = {}) {
    const ratio = peer === undefined ? undefined : peer / ours;
    let goal = '';
    const judge = (text, reached) => {
      goal = `${text}: ${reached ? 'reached' : 'MISSED'}`;
      if (!reached) ++this.missed;
    };
    if (atMost !== undefined) judge(`≤ ${atMost} ${unit}`, ours <= atMost);
    if (below !== undefined) judge(`< ${below} ${unit}`, ours < below);
    if (ratioAtLeast !== undefined) judge(`≥ ${ratioAtLeast}×`, ratio >= ratioAtLeast);
    this.rows.push([job, show(ours, unit), peer === undefined ? '' : `${peerName} ${show(peer, unit)}`,
      ratio === undefined ? '' : `${show(ratio, '×').replace(' ', '')}`, goal]);
  }
  /// A ratio that is itself the median of many.
  addRatio(job, ratio, peerName, ratioAtLeast) {
    const reached = ratio >= ratioAtLeast;
    if (!reached) ++this.missed;
    this.rows.push([job, '', peerName, show(ratio, '×').replace(' ', ''), `≥ ${ratioAtLeast}×: ${reached ? 'reached' : 'MISSED'}`]);
  }
  print() {
    const widths = this.rows[0].map((_, column) => Math.max(...this.rows.map((row) => row[column].length)));
    const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
    console.log(line(this.rows[0]));
    console.log(`|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
    for (const row of this.rows.slice(1)) console.log(line(row));
  }
}
