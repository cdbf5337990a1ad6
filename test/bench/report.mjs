/** The tables of a run. */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem, type as systemName } from 'node:os';
import { join } from 'node:path';
import { CONNECTIONS } from './measure.mjs';

/** @param {{ figure: string, value: number, text: string, least?: number, most?: number }[]} verdicts */
export function verdictTable(verdicts) {
  const rows = verdicts.map(({ figure, value, text, least, most }) => {
    const isMet = least === undefined ? value <= most : value >= least;
    return [
      figure,
      text,
      least === undefined ? `≤ ${most.toLocaleString('en')}` : `≥ ${least.toLocaleString('en')}`,
      isMet ? 'met' : '**missed**',
    ];
  });
  return table(['figure', 'measured', 'wanted', ''], rows);
}

/** @param {{ name: string, ours: Summary, peer: Summary }[]} details @typedef {{ perSecond: number, p50: number, p99: number, serverMicros: number, postgresMicros: number | null }} Summary */
export function detailTable(details) {
  const cpu = ({ serverMicros, postgresMicros }) =>
    `${Math.round(serverMicros)} + ${postgresMicros === null ? '?' : Math.round(postgresMicros)}`;
  const cpuRatio = (ours, peer) =>
    ours.postgresMicros === null ? '?' : ((peer.serverMicros + peer.postgresMicros) / (ours.serverMicros + ours.postgresMicros)).toFixed(2);
  const rows = details.map(({ name, ours, peer }) => [
    name,
    Math.round(ours.perSecond).toLocaleString('en'),
    Math.round(peer.perSecond).toLocaleString('en'),
    `${ours.p50.toFixed(1)} / ${ours.p99.toFixed(1)}`,
    `${peer.p50.toFixed(1)} / ${peer.p99.toFixed(1)}`,
    cpu(ours),
    cpu(peer),
    cpuRatio(ours, peer),
  ]);
  return table(
    [
      'operation',
      'ours/s',
      'PostGraphile/s',
      'ours p50 / p99, ms',
      'PostGraphile p50 / p99, ms',
      'ours: CPU µs, server + PostgreSQL',
      'PostGraphile: CPU µs',
      'CPU ratio',
    ],
    rows,
  );
}

function table(heads, rows) {
  const widths = heads.map((head, at) => Math.max(...[head, ...rows.map((row) => row[at])].map((cell) => cell.length)));
  const line = (cells) => `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Replaces what stands between the marks in README.md. */
export async function writeReadme(tables, { isQuick, pace }) {
  const path = join(import.meta.dirname, '../../README.md');
  const readme = await readFile(path, 'utf8');
  const marks = /(<!-- bench:start -->\n)[\s\S]*?(<!-- bench:end -->)/;
  if (!marks.test(readme)) throw new Error('README.md has no place for the table: <!-- bench:start --> and <!-- bench:end -->.');
  const text = `${conditions(isQuick, pace)}\n\n${tables}\n`;
  await writeFile(
    path,
    readme.replace(marks, (_, start, end) => `${start}${text}${end}`),
  );
  console.log('README.md has the new table.');
}

function conditions(isQuick, { rounds, ms }) {
  const date = new Date().toISOString().slice(0, 10);
  const [cpu] = cpus();
  const { dependencies } = JSON.parse(
    execFileSync(process.execPath, ['-p', `JSON.stringify(require('./package.json'))`], { cwd: import.meta.dirname, encoding: 'utf8' }),
  );
  return [
    `${date}, ${systemName()}, ${cpus().length} cores of ${cpu?.model.trim() ?? 'an unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version}, PostgreSQL 18, PostGraphile ${dependencies.postgraphile}.`,
    `Both over HTTP on one database with the same row level security, ${CONNECTIONS} connections, load from the same machine, medians of ${rounds} interleaved rounds of ${ms / 1000} s${isQuick ? ' (a quick run)' : ''}; in brackets the least and the most.`,
  ].join('\n');
}
