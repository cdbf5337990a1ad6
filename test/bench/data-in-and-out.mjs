/** Imports and exports beside PostgreSQL's own COPY of the same rows. */
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { ask, oursBy, signIn } from './ask.mjs';
import { median } from './measure.mjs';

const ROUNDS = 3;
const ROWS = 100_000;
const MANY = 1_000_000;

/** Each round has an organisation of its own, so that none finds duplicates. */
const nobody = { accounts: 0, contacts: 0, deals: 0 };
export const dataSizes = {
  ...Object.fromEntries(Array.from({ length: 2 * (ROUNDS + 1) }, (_, at) => [`round${at}`, nobody])),
  many: nobody,
  readers: { accounts: 20_000, contacts: 100_000, deals: 0 },
};

const HEADER = ['Account Name', 'Phone', 'Website', 'Annual Revenue', 'Employees', 'Billing City', 'Billing Country', 'Industry'];
const row = (at) => [
  `Company ${at}`,
  `030-${at}`,
  `company${at}.example.com`,
  `${at * 13}.50`,
  at % 500,
  'Utrecht',
  'Nederland',
  'LARGE_ENTERPRISE',
];

function* lines(count, header) {
  if (header) yield `${HEADER.join()}\n`;
  for (let at = 0; at < count; at += 1000)
    yield Array.from({ length: Math.min(1000, count - at) }, (_, one) => `${row(at + one).join()}\n`).join('');
}

/**
 * @param {{ ours: object, database: { url: string, superuserUrl: string, organizations: object } }} run
 * @param {(text: string) => void} say
 */
export async function compareData({ ours, database }, say) {
  const verdicts = [];
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const copyMs = await copyIn(database, database.organizations[`round${2 * round}`]);
    const caller = await signIn(ours, database.organizations[`round${2 * round + 1}`]);
    const importMs = await importRows(ours, caller, ROWS);
    const query =
      'accounts(orderBy: [{ accountName: ASC }]) { nodes { id accountName phone website annualRevenue employees createdAt owner { lastName } } }';
    const exportMs = await timed(() => job(ours, caller, `startExport(document: ${JSON.stringify(`{ ${query} }`)})`));
    const outMs = await copyOut(database, caller.org);
    // The first is for warming up.
    if (round > 0) rounds.push({ copyMs, importMs, exportMs, outMs });
    say(`import ${sec(importMs)} / COPY ${sec(copyMs)}, export ${sec(exportMs)} / COPY ${sec(outMs)}`);
  }
  const ratio = (figure, mine, theirs, most) => {
    const ratios = rounds.map((one) => one[mine] / one[theirs]);
    const [value, times] = [median(ratios), [mine, theirs].map((name) => sec(median(rounds.map((one) => one[name])))).join(' / ')];
    verdicts.push({
      figure,
      value,
      text: `${value.toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}; ${times})`,
      most,
    });
  };
  ratio('import of 100,000 accounts, × COPY with the same triggers', 'importMs', 'copyMs', 6);
  ratio('export of 100,000 accounts, × COPY of the same query', 'exportMs', 'outMs', 3);
  verdicts.push(...(await importMany(ours, database)));
  return verdicts;
}

/** A million rows while others read. */
async function importMany(ours, { organizations }) {
  const [reader, caller] = [await signIn(ours, organizations.readers), await signIn(ours, organizations.many)];
  const alone = await readRate(ours, reader, sleep(4000));
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, residentMegabytes(ours.child.pid) ?? NaN)), 50);
  const began = performance.now();
  const importing = importRows(ours, caller, MANY);
  await sleep(3000);
  const beside = await readRate(ours, reader, sleep(6000));
  await importing;
  clearInterval(watch);
  const rate = beside / alone;
  return [
    {
      figure: 'import of 1M accounts, most memory of the server, MB',
      value: peak,
      text: `${Math.round(peak)} (${sec(performance.now() - began)})`,
      most: 300,
    },
    { figure: 'reads while importing, × without', value: rate, text: rate.toFixed(2), least: 0.5 },
  ];
}

/** Lists of 50 a second, eight at a time, until `end`. */
async function readRate(ours, caller, end) {
  const request = oursBy(caller, '{ accounts(first: 50) { nodes { id accountName phone owner { lastName } } } }');
  const state = { isOver: false, count: 0 };
  void end.then(() => (state.isOver = true));
  const began = performance.now();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (!state.isOver) {
        await ask(ours, request);
        state.count++;
      }
    }),
  );
  return state.count / (performance.now() - began);
}

/** As a client does it: uploaded, started, waited for; from the start of the job to its end. */
async function importRows(ours, caller, count) {
  const blob = new globalThis.Blob([...lines(count, true)]);
  const { createUpload } = await ask(
    ours,
    oursBy(
      caller,
      `mutation { createUpload(input: { fileName: "bench.csv", size: ${blob.size}, contentType: "text/csv" }) { url fileId } }`,
    ),
  );
  const sent = await fetch(createUpload.url, { method: 'PUT', body: blob, headers: { 'content-type': 'text/csv' } });
  if (!sent.ok) throw new Error(`The upload failed: ${await sent.text()}`);
  return timed(async () => {
    const { created } = await job(ours, caller, `startImport(files: [{ fileId: "${createUpload.fileId}", module: "Account" }])`);
    if (created !== count) throw new Error(`The import made ${created} of ${count} records.`);
  });
}

async function job(ours, caller, call) {
  const [started] = Object.values(await ask(ours, oursBy(caller, `mutation { ${call} { job { id } } }`)));
  for (;;) {
    const { job: now } = await ask(ours, oursBy(caller, `{ job(id: "${started.job.id}") { state created errorMessage } }`));
    if (now.state === 'DONE') return now;
    if (now.state === 'FAILED') throw new Error(now.errorMessage);
    await sleep(25);
  }
}

const COLUMNS = 'account_name, phone, website, annual_revenue, employees, billing_city, billing_country, industry';

/** The same rows into the same table, whose triggers fill in the same and log the same. PostgreSQL has no COPY behind row level security: it goes past the wall. */
async function copyIn({ superuserUrl }, { org, userId }) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    return await timed(async () => {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('app.org', $1, true), set_config('app.actor', $2, true)`, [org, userId]);
      const owned = function* () {
        let at = 0;
        for (const some of lines(ROWS, false)) yield some.replace(/^(?=.)/gm, () => `${org},${idOf(at++)},${userId},`);
      };
      await pipeline(
        Readable.from(owned()),
        client.query(copyFrom(`COPY account (org, id, owner_id, ${COLUMNS}) FROM STDIN (FORMAT csv)`)),
      );
      await client.query('COMMIT');
    });
  } finally {
    await client.end();
  }
}

let made = 0;
const idOf = () => `0192aaaa-0000-7000-8000-${(++made).toString(16).padStart(12, '0')}`;

async function copyOut({ superuserUrl }, org) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    return await timed(async () => {
      const sql = `SELECT t.id, t.account_name, t.phone, t.website, t.annual_revenue, t.employees, t.created_at, u.last_name FROM account t LEFT JOIN app_user u ON u.org = t.org AND u.id = t.owner_id WHERE t.org = '${org}' AND t.deleted_at IS NULL ORDER BY t.account_name, t.id`;
      await finished(client.query(copyTo(`COPY (${sql}) TO STDOUT (FORMAT csv)`)).resume());
    });
  } finally {
    await client.end();
  }
}

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const sec = (ms) => `${(ms / 1000).toFixed(1)} s`;

function residentMegabytes(pid) {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes ? Number(kilobytes) / 1000 : null;
  } catch {
    return null;
  }
}
