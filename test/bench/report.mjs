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

/** The median of a ratio, with the least and the most of it. */
export const spread = ({ median, least, most }) => `${median.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;

/**
 * @typedef {{ perSecond: number, p50: number, p99: number, serverMicros: number, postgresMicros: number | null, perCoreSecond: number | null }} Summary
 * @typedef {{ median: number, least: number, most: number }} Ratio
 * @typedef {Summary & { ratio: Ratio, coreRatio: Ratio | null }} Rival with how ours compare
 */

/**
 * Requests per second and their times, then the CPU that they take.
 *
 * @param {{ name: string, ours: Summary, peer: Rival, limit?: Rival }[]} details
 */
export function detailTables(details) {
  const whole = (value) => (value === null ? '?' : Math.round(value).toLocaleString('en'));
  const times = ({ p50, p99 }) => `${p50.toFixed(1)} / ${p99.toFixed(1)}`;
  const cpu = ({ serverMicros, postgresMicros }) => `${whole(serverMicros)} + ${whole(postgresMicros)}`;
  const coreRatio = ({ coreRatio: ratio }) => (ratio === null ? '?' : spread(ratio));
  /** A write has no limit. */
  const ofLimit = (limit, cell) => (limit ? cell(limit) : '–');
  const rates = details.map(({ name, ours, peer, limit }) => [
    name,
    whole(ours.perSecond),
    whole(peer.perSecond),
    ofLimit(limit, ({ perSecond }) => whole(perSecond)),
    ofLimit(limit, ({ ratio }) => spread(ratio)),
    times(ours),
    times(peer),
    ofLimit(limit, times),
  ]);
  const costs = details.map(({ name, ours, peer, limit }) => [
    name,
    whole(ours.perCoreSecond),
    whole(peer.perCoreSecond),
    ofLimit(limit, ({ perCoreSecond }) => whole(perCoreSecond)),
    coreRatio(peer),
    ofLimit(limit, coreRatio),
    cpu(ours),
    cpu(peer),
    ofLimit(limit, cpu),
  ]);
  return [
    table(['requests per second', 'ours', 'PostGraphile', 'limit', 'of the limit', 'p50 / p99, ms: ours', 'PostGraphile', 'limit'], rates),
    table(
      [
        'requests per core-second, PostgreSQL included',
        'ours',
        'PostGraphile',
        'limit',
        '× PostGraphile',
        'of the limit',
        'CPU µs, server + PostgreSQL: ours',
        'PostGraphile',
        'limit',
      ],
      costs,
    ),
  ];
}

function table(heads, rows) {
  const widths = heads.map((head, at) => Math.max(...[head, ...rows.map((row) => row[at])].map((cell) => cell.length)));
  const line = (cells) => `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Replaces what stands between the marks in README.md. */
export async function writeReadme(tables, { isQuick, pace, loadBefore }) {
  const path = join(import.meta.dirname, '../../README.md');
  const readme = await readFile(path, 'utf8');
  const marks = /(<!-- bench:start -->\n)[\s\S]*?(<!-- bench:end -->)/;
  if (!marks.test(readme)) throw new Error('README.md has no place for the table: <!-- bench:start --> and <!-- bench:end -->.');
  const text = `${conditions(isQuick, pace, loadBefore)}\n\n${tables}\n`;
  await writeFile(
    path,
    readme.replace(marks, (_, start, end) => `${start}${text}${end}`),
  );
  console.log('README.md has the new table.');
}

/** Above this load average before a run, the machine has other work. */
const BUSY_LOAD = 1;

function conditions(isQuick, { rounds, ms }, loadBefore) {
  const date = new Date().toISOString().slice(0, 10);
  const [cpu] = cpus();
  const { dependencies } = JSON.parse(
    execFileSync(process.execPath, ['-p', `JSON.stringify(require('./package.json'))`], { cwd: import.meta.dirname, encoding: 'utf8' }),
  );
  return [
    `${date}, ${systemName()}, ${cpus().length} cores of ${cpu?.model.trim() ?? 'an unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version}, PostgreSQL 18, PostGraphile ${dependencies.postgraphile}.`,
    `All over HTTP on one database with the same row level security, ${CONNECTIONS} connections, load from the same machine, medians of ${rounds} interleaved rounds of ${ms / 1000} s${isQuick ? ' (a quick run)' : ''}; in brackets the least and the most.`,
    `The limit is a bare \`node:http\` server that runs the same statements with our sessions and writers and answers with the same bytes: no Fastify, Apollo, authentication or log.`,
    ...(loadBefore > BUSY_LOAD ? [`The machine had other work: its load average was ${loadBefore.toFixed(1)} before the run.`] : []),
  ].join('\n');
}
