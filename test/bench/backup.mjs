/** A backup beside the bare COPY of the same tables. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { median } from './measure.mjs';

const root = join(import.meta.dirname, '../..');
const ROUNDS = 3;

/** A million records. */
export const backupSizes = { team: { accounts: 200_000, contacts: 400_000, deals: 400_000 } };

/**
 * Times both in turn. The tables are copied by PostgreSQL itself to /dev/null: nothing is sent, received, compressed or
 * written to a disk. The backup is the command as people run it, from its start to its end.
 *
 * @param {{ url: string, superuserUrl: string }} database
 */
export async function compareBackup({ url, superuserUrl }) {
  const { registry } = await import('../../build/server/modules/index.js');
  const { backedUpTables, columnList } = await import('../../build/server/platform/backup/tables.js');
  const statements = backedUpTables(registry, true).map((table) => `COPY (SELECT ${columnList(table)} FROM ${table.name}) TO '/dev/null'`);
  const folder = await mkdtemp(join(tmpdir(), 'relata-bench-backup-'));
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const copyMs = await timed(async () => {
        let rows = 0;
        for (const sql of statements) rows += (await client.query(sql)).rowCount ?? 0;
        return rows;
      });
      const backup = await makeBackup(url, join(folder, `${round}.backup`));
      // The first is for warming up.
      if (round > 0) rounds.push({ ...backup, copyMs: copyMs.ms, rows: copyMs.result, ratio: backup.ms / copyMs.ms });
    }
    return verdicts(rounds);
  } finally {
    await client.end();
    await rm(folder, { recursive: true, force: true });
  }
}

function verdicts(rounds) {
  const of = (figure) => median(rounds.map((round) => round[figure]));
  const ratios = rounds.map(({ ratio }) => ratio);
  const rows = `${(rounds[0].rows / 1e6).toFixed(1)}M rows`;
  const spread = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
  const times = `${(of('ms') / 1000).toFixed(1)} / ${(of('copyMs') / 1000).toFixed(1)} s, ${Math.round(of('size') / 1e6)} MB`;
  const time = {
    figure: `backup of ${rows}, × COPY to /dev/null`,
    value: of('ratio'),
    text: `${of('ratio').toFixed(2)} (${spread}; ${times})`,
    most: 2,
  };
  const peak = of('peakMegabytes');
  if (Number.isNaN(peak)) return [time];
  return [time, { figure: 'backup, most memory, MB', value: peak, text: String(Math.round(peak)), most: 300 }];
}

async function makeBackup(url, path) {
  const { ms, result } = await timed(async () => {
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, ['build/server/tools/backup.js', path], {
      cwd: root,
      env: { PATH, HOME, DATABASE_URL: url, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let words = '';
    child.stderr.on('data', (chunk) => (words += String(chunk)));
    let peak = NaN;
    const watch = setInterval(() => (peak = peakMegabytes(child.pid) ?? peak), 20);
    const [code] = await once(child, 'exit');
    clearInterval(watch);
    if (code !== 0) throw new Error(`The backup failed: ${words}`);
    return peak;
  });
  return { ms, peakMegabytes: result, size: statSync(path).size };
}

/** The most a process has had in memory; Linux tells it. */
function peakMegabytes(pid) {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes ? Number(kilobytes) / 1000 : null;
  } catch {
    return null;
  }
}

async function timed(work) {
  const began = performance.now();
  const result = await work();
  return { ms: performance.now() - began, result };
}
