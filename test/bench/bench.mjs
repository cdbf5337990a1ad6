/** The course of a run: data, servers, comparison of answers, rounds, table. */
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { ask, oursBy, signIn } from './ask.mjs';
import { backupSizes, compareBackup } from './backup.mjs';
import { compareData, dataSizes } from './data-in-and-out.mjs';
import { sizes } from './data.mjs';
import { openDatabase } from './database.mjs';
import { compareQuotes, documentSizes, makeDocuments, orderScreen } from './documents.mjs';
import { compareCredentials, compareGroups, compareSignIns } from './first-use.mjs';
import { compete, median, ratioOf, startLoad } from './measure.mjs';
import { create, createMany, normalized, reads } from './operations.mjs';
import { comparePages, pageSizes } from './pages.mjs';
import { detailTable, verdictTable, writeReadme } from './report.mjs';
import { compareSdk } from './sdk.mjs';
import { startOurs, startPeer } from './servers.mjs';

const BULK = 1000;
const limits = { recordsPerSecond: 10_000, idleMegabytes: 200, pageTimes: 1.5 };
const paces = {
  full: { rounds: 7, ms: 2500, warmUpMs: 3000 },
  quick: { rounds: 3, ms: 800, warmUpMs: 800 },
};

/**
 * @param {{ isQuick: boolean, isWritten: boolean, only: 'backup' | 'data' | 'documents' | 'sdk' | null }} options
 * @returns whether the run came to its end; a figure that misses its limit is a result, not a failure
 */
export async function bench({ isQuick, isWritten, only }) {
  const began = performance.now();
  const pace = isQuick ? paces.quick : paces.full;
  await using started = new AsyncDisposableStack();
  const interrupted = new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => reject(new Error(`Stopped by ${signal}.`)));
  });
  try {
    const { verdicts, details } = await Promise.race([parts[only](started, pace), interrupted]);
    const tables = [verdictTable(verdicts), ...(details.length > 0 ? [detailTable(details)] : [])].join('\n\n');
    console.log(`\n${tables}\n\n${seconds(began)} s in all.`);
    if (isWritten) await writeReadme(tables, { isQuick, pace });
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

const parts = {
  null: measure,
  backup: measureBackup,
  data: measureData,
  documents: measureDocuments,
  sdk: async () => ({ verdicts: await compareSdk(), details: [] }),
};

/** Everything is started once; `started` ends it. */
async function measure(started, pace) {
  const say = progress();
  const database = await openDatabase({ one: sizes, two: sizes, ...pageSizes }, started);
  say('Database: two organisations of 20k accounts, 100k contacts, 100k deals; two of 1M and 10k accounts');

  const ours = await startOurs(database);
  started.defer(() => ours.stop());
  const verdicts = [await idleMemory(ours)];
  const peer = await startPeer(database);
  started.defer(() => peer.stop());
  const load = startLoad();
  started.defer(() => load.stop());
  const sql = new pg.Client({ connectionString: database.superuserUrl });
  await sql.connect();
  started.defer(() => sql.end());
  const callers = await Promise.all(['one', 'two'].map((name) => signIn(ours, database.organizations[name])));
  say('Servers');

  const run = { ours, peer, load, database, sql, callers, pace };
  const details = [];
  for (const operation of [...reads, create]) {
    const detail = await contest(run, operation);
    details.push(detail);
    const { median: value, least, most } = detail.ratio;
    const figure = `${operation.name}, × PostGraphile`;
    verdicts.push({ figure, value, text: `${value.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`, least: operation.least });
    say(`${operation.name}: ${value.toFixed(2)} × PostGraphile`);
  }
  verdicts.push(await bulk(run));
  say(`1,000 creates in one call: ${verdicts.at(-1).text} records/s`);
  for (const { figure, value, text } of await comparePages(run)) {
    verdicts.push({ figure, value, text, most: limits.pageTimes });
    say(`${figure}: ${text}`);
  }
  const firstUse = [await compareGroups(run), ...(await compareCredentials(run)), await compareSignIns(run)];
  for (const verdict of [...firstUse, ...(await compareBackup(database)), ...(await compareSdk())]) {
    verdicts.push(verdict);
    say(`${verdict.figure}: ${verdict.text}`);
  }
  return { verdicts, details };
}

/** Backups alone, of a million records. */
async function measureBackup(started) {
  const say = progress();
  const database = await openDatabase(backupSizes, started);
  say('Database: an organisation of 200k accounts, 400k contacts, 400k deals');
  const verdicts = await compareBackup(database);
  for (const { figure, text } of verdicts) say(`${figure}: ${text}`);
  return { verdicts, details: [] };
}

/** Imports and exports alone. */
async function measureData(started) {
  const say = progress();
  const database = await openDatabase(dataSizes, started);
  const ours = await startOurs(database);
  started.defer(() => ours.stop());
  say('Database and server');
  return { verdicts: await compareData({ ours, database }, say), details: [] };
}

/** Documents alone. */
async function measureDocuments(started, pace) {
  const say = progress();
  const database = await openDatabase({ one: documentSizes, two: documentSizes }, started);
  const ours = await startOurs(database);
  started.defer(() => ours.stop());
  const peer = await startPeer(database);
  started.defer(() => peer.stop());
  const load = startLoad();
  started.defer(() => load.stop());
  const sql = new pg.Client({ connectionString: database.superuserUrl });
  await sql.connect();
  started.defer(() => sql.end());
  const callers = await Promise.all(['one', 'two'].map((name) => signIn(ours, database.organizations[name])));
  const run = { ours, peer, load, database, sql, callers, pace };
  await makeDocuments(run);
  say('Database with 400 sales orders, and servers');
  const screen = await contest(run, orderScreen);
  const { median: value, least, most } = screen.ratio;
  const verdicts = [
    {
      figure: `${orderScreen.name}, × PostGraphile`,
      value,
      text: `${value.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`,
      least: orderScreen.least,
    },
    await compareQuotes(run),
  ];
  for (const { figure, text } of verdicts) say(`${figure}: ${text}`);
  return { verdicts, details: [screen] };
}

/** Tells what is done and how long it took. */
function progress() {
  let at = performance.now();
  return (text) => {
    console.log(`${text} (${seconds(at)} s)`);
    at = performance.now();
  };
}

/** What the server holds when it has just started and nobody has asked anything. */
async function idleMemory(ours) {
  // What start-up left behind is swept when it likes; a moment later the server is idle.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const idle = await ours.usage();
  const collected = await ours.usage('collect');
  const [value, after] = [idle, collected].map(({ rss }) => rss / 1e6);
  return {
    figure: 'server process idle, MB',
    value,
    text: `${Math.round(value)} (after a collection ${Math.round(after)})`,
    most: limits.idleMegabytes,
  };
}

/** One operation on both servers: first the answers, then the times. */
async function contest({ ours, peer, load, database, sql, callers, pace }, operation) {
  const requests = await requestsOf(operation, callers, sql);
  if (operation === create) await comparePayloads(ours, peer, requests);
  else await compareAnswers(operation, ours, peer, requests);
  const contestants = [
    { server: ours, requests: requests.ours },
    { server: peer, requests: requests.peer },
  ];
  const results = await compete(load, database, contestants, pace);
  return { name: operation.name, ratio: ratioOf(results), ours: summary(results[0]), peer: summary(results[1]) };
}

const seconds = (since) => Math.round((performance.now() - since) / 1000);

/** Requests for both servers, one for each row that the operation's variables come from, the organisations in turn. */
async function requestsOf({ ours, peer, rows }, callers, sql) {
  const sources = await Promise.all(callers.map(async ({ org }) => (rows ? (await sql.query(rows, [org])).rows : [{}])));
  const all = sources[0].flatMap((_, index) => callers.map((caller, at) => ({ caller, row: sources[at][index] })));
  return {
    ours: all.map(({ caller, row }) => oursBy(caller, ours.query, ours.variables?.(row))),
    peer: all.map(({ caller, row }) => ({
      headers: { 'x-org': caller.org, 'x-actor': caller.userId },
      body: JSON.stringify({ query: peer.query, variables: peer.variables?.(row, caller) }),
    })),
  };
}

const COMPARED = 100;

/** Nothing is timed before both servers have answered the same. */
async function compareAnswers({ name }, ours, peer, requests) {
  for (let index = 0; index < Math.min(requests.ours.length, COMPARED); index++) {
    const [a, b] = await Promise.all([ask(ours, requests.ours[index]), ask(peer, requests.peer[index])]);
    const [mine, theirs] = [normalized(a), normalized(b)];
    if (isEmpty(mine)) throw new Error(`${name}: the answer is empty, there is nothing to time.`);
    if (!isDeepStrictEqual(mine, theirs))
      throw new Error(
        `${name}: the answers differ, nothing is timed.\nours: ${JSON.stringify(mine).slice(0, 2000)}\npeer: ${JSON.stringify(theirs).slice(0, 2000)}`,
      );
  }
}

const isEmpty = (data) => Object.values(data).every((value) => value === null || value.nodes?.length === 0);

/** Creates differ by their ids alone. */
async function comparePayloads(ours, peer, requests) {
  const [a, b] = await Promise.all([ask(ours, requests.ours[0]), ask(peer, requests.peer[0])]);
  const [mine, theirs] = [a, b].map((data) => ({ ...normalized(data).createAccount.account, id: 'id' }));
  if (!isDeepStrictEqual(mine, theirs))
    throw new Error(`create: the payloads differ.\nours: ${JSON.stringify(mine)}\npeer: ${JSON.stringify(theirs)}`);
}

/** One call after the other, each of 1,000 records. */
async function bulk({ ours, load, database, callers, pace }) {
  const { query, variables } = createMany(BULK);
  const requests = [oursBy(callers[0], query, variables)];
  const [results] = await compete(load, database, [{ server: ours, requests }], { ...pace, connections: 1 });
  const value = median(results.map(({ perSecond }) => perSecond)) * BULK;
  return {
    figure: '1,000 creates in one call, records/s',
    value,
    text: Math.round(value).toLocaleString('en'),
    least: limits.recordsPerSecond,
  };
}

/** The medians of a contestant's rounds. */
function summary(rounds) {
  const of = (figure) => median(rounds.map((one) => one[figure]));
  return {
    perSecond: of('perSecond'),
    p50: of('p50'),
    p99: of('p99'),
    serverMicros: of('serverMicros'),
    postgresMicros: rounds[0].postgresMicros === null ? null : of('postgresMicros'),
  };
}
