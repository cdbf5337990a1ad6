/** The course of a run: data, servers, comparison of answers, rounds, table. */
import { loadavg } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { ask, askBytes, oursBy, signIn } from './ask.mjs';
import { backupSizes, compareBackup } from './backup.mjs';
import { compareData, dataSizes } from './data-in-and-out.mjs';
import { sizes } from './data.mjs';
import { openDatabase } from './database.mjs';
import { compareQuotes, documentSizes, makeDocuments, orderScreen } from './documents.mjs';
import { compareCredentials, compareGroups, compareSignIns } from './first-use.mjs';
import { compete, median, ratioOf, startLoad } from './measure.mjs';
import { create, createMany, normalized, reads } from './operations.mjs';
import { comparePages, pageSizes } from './pages.mjs';
import { detailTables, spread, verdictTable, writeReadme } from './report.mjs';
import { compareSdk } from './sdk.mjs';
import { startLimit, startOurs, startPeer } from './servers.mjs';

const BULK = 1000;
const targets = { recordsPerSecond: 10_000, idleMegabytes: 200, pageTimes: 1.5 };
const paces = {
  full: { rounds: 7, ms: 2500, warmUpMs: 3000 },
  quick: { rounds: 3, ms: 800, warmUpMs: 800 },
};

/**
 * @param {{ isQuick: boolean, isWritten: boolean, only: 'backup' | 'data' | 'documents' | 'reads' | 'sdk' | null }} options
 * @returns whether the run came to its end; a figure that misses its limit is a result, not a failure
 */
export async function bench({ isQuick, isWritten, only }) {
  const began = performance.now();
  const [loadBefore] = loadavg();
  const pace = isQuick ? paces.quick : paces.full;
  await using started = new AsyncDisposableStack();
  const interrupted = new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => reject(new Error(`Stopped by ${signal}.`)));
  });
  try {
    const { verdicts, details } = await Promise.race([parts[only](started, pace), interrupted]);
    const tables = [verdictTable(verdicts), ...(details.length > 0 ? detailTables(details) : [])].join('\n\n');
    console.log(`\n${tables}\n\n${seconds(began)} s in all.`);
    if (isWritten) await writeReadme(tables, { isQuick, pace, loadBefore });
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
  reads: measureReads,
  sdk: async () => ({ verdicts: await compareSdk(), details: [] }),
};

/** Everything is started once; `started` ends it. */
async function measure(started, pace) {
  const say = progress();
  const database = await openDatabase({ one: sizes, two: sizes, ...pageSizes }, started);
  say('Database: two organisations of 20k accounts, 100k contacts, 100k deals; two of 1M and 10k accounts');

  const ours = await startOurs(database);
  started.defer(() => ours.stop());
  const idle = await idleMemory(ours);
  const run = await startOthers(started, { database, ours, pace });
  say('Servers');

  const { verdicts, details } = await contests(run, [...reads, create], say);
  verdicts.unshift(idle);
  verdicts.push(await bulk(run));
  say(`1,000 creates in one call: ${verdicts.at(-1).text} records/s`);
  for (const { figure, value, text } of await comparePages(run)) {
    verdicts.push({ figure, value, text, most: targets.pageTimes });
    say(`${figure}: ${text}`);
  }
  const firstUse = [await compareGroups(run), ...(await compareCredentials(run)), await compareSignIns(run)];
  for (const verdict of [...firstUse, ...(await compareBackup(database)), ...(await compareSdk())]) {
    verdicts.push(verdict);
    say(`${verdict.figure}: ${verdict.text}`);
  }
  return { verdicts, details };
}

/** The reads alone. */
async function measureReads(started, pace) {
  const say = progress();
  const database = await openDatabase({ one: sizes, two: sizes }, started);
  say('Database: two organisations of 20k accounts, 100k contacts, 100k deals');
  const ours = await startOurs(database);
  started.defer(() => ours.stop());
  const run = await startOthers(started, { database, ours, pace });
  say('Servers');
  return contests(run, reads, say);
}

/** The peer, the limit, the load and a connection of the superuser; the callers are signed in. */
async function startOthers(started, { database, ours, pace }) {
  const peer = await startPeer(database);
  started.defer(() => peer.stop());
  const load = startLoad();
  started.defer(() => load.stop());
  const sql = new pg.Client({ connectionString: database.superuserUrl });
  await sql.connect();
  started.defer(() => sql.end());
  const callers = await Promise.all(['one', 'two'].map((name) => signIn(ours, database.organizations[name])));
  const limit = await startLimit(database, callers);
  started.defer(() => limit.stop());
  return { ours, peer, limit, load, database, sql, callers, pace };
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
  const run = await startOthers(started, { database, ours, pace });
  await makeDocuments(run);
  say('Database with 400 sales orders, and servers');
  const { verdicts, details } = await contests(run, [orderScreen], say);
  const quotes = await compareQuotes(run);
  say(`${quotes.figure}: ${quotes.text}`);
  return { verdicts: [...verdicts, quotes], details };
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
    most: targets.idleMegabytes,
  };
}

/** Operations one after the other. */
async function contests(run, operations, say) {
  const [verdicts, details] = [[], []];
  for (const operation of operations) {
    const detail = await contest(run, operation);
    const { ratio } = detail.peer;
    details.push(detail);
    verdicts.push({ figure: `${operation.name}, × PostGraphile`, value: ratio.median, text: spread(ratio), least: operation.least });
    say(
      `${operation.name}: ${ratio.median.toFixed(2)} × PostGraphile${detail.limit ? `, ${detail.limit.ratio.median.toFixed(2)} of the limit` : ''}`,
    );
  }
  return { verdicts, details };
}

/** One operation on all servers, a write without the limit: first the answers, then the times. */
async function contest({ ours, peer, limit, load, database, sql, callers, pace }, operation) {
  const requests = await requestsOf(operation, callers, sql);
  const contestants = [
    { server: ours, requests: requests.ours },
    { server: peer, requests: requests.peer },
  ];
  if (operation === create) await comparePayloads(ours, peer, requests);
  else {
    await compareAnswers(operation, ours, peer, requests);
    await compareBytes(operation, ours, limit, requests.ours);
    contestants.push({ server: limit, requests: requests.ours });
  }
  const [mine, theirs, bare] = await compete(load, database, contestants, pace);
  return { name: operation.name, ours: summary(mine), peer: beside(mine, theirs), limit: bare && beside(mine, bare) };
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

/** The limit must write what the product writes, to the byte; only the product's extensions may follow. */
async function compareBytes({ name }, ours, limit, requests) {
  for (const request of requests.slice(0, COMPARED)) {
    const [mine, bare] = await Promise.all([askBytes(ours, request), askBytes(limit, request)]);
    // The last byte of the limit's answer closes what the extensions stand in.
    const end = bare.length - 1;
    const isSame = mine.subarray(0, end).equals(bare.subarray(0, end)) && /^(,"extensions":\{.*\})?\}$/s.test(mine.toString('utf8', end));
    if (isSame) continue;
    const at = bare.findIndex((byte, index) => byte !== mine[index]);
    const [here, there] = [mine, bare].map((bytes) => bytes.toString('utf8', Math.max(0, at - 200), at + 200));
    throw new Error(`${name}: the limit's bytes differ from byte ${at} on, nothing is timed.\nours: … ${here}\nlimit: … ${there}`);
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
    least: targets.recordsPerSecond,
  };
}

/** The medians of another's rounds, and how ours compare with them. */
const beside = (mine, others) => ({
  ...summary(others),
  ratio: ratioOf([mine, others]),
  coreRatio: mine[0].perCoreSecond === null ? null : ratioOf([mine, others], 'perCoreSecond'),
});

/** The medians of a contestant's rounds. */
function summary(rounds) {
  const of = (figure) => median(rounds.map((one) => one[figure]));
  return {
    perSecond: of('perSecond'),
    p50: of('p50'),
    p99: of('p99'),
    serverMicros: of('serverMicros'),
    postgresMicros: rounds[0].postgresMicros === null ? null : of('postgresMicros'),
    perCoreSecond: rounds[0].perCoreSecond === null ? null : of('perCoreSecond'),
  };
}
