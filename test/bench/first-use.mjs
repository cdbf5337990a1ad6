/** What people and time cost: sign-ins beside reads, knowing who asks, groups by fiscal quarter and stage. */
import { isDeepStrictEqual } from 'node:util';
import { ask, oursBy } from './ask.mjs';
import { withApp } from './database.mjs';
import { compete, median, round, startLoad } from './measure.mjs';
import { reads } from './operations.mjs';

const SIGN_INS_AT_ONCE = 16;
const GROUPED = 25;
const list = reads[0].ours.query;

/**
 * Reads alone and reads while people sign in without a pause, in turn.
 *
 * @returns how much of their rate reads keep
 */
export async function compareSignIns({ ours, load, database, callers, pace }) {
  const beside = startLoad();
  try {
    const requests = callers.map((caller) => oursBy(caller, list));
    const query = 'mutation SignIn($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }';
    const people = callers.flatMap(({ users }) => users);
    const order = {
      port: ours.port,
      path: ours.path,
      connections: SIGN_INS_AT_ONCE,
      ms: pace.ms,
      requests: people.map(({ email, password }) => oursBy({}, query, { email, password })),
    };
    const ratios = [];
    const signIns = [];
    for (let index = -1; index < pace.rounds; index++) {
      const alone = await round(load, ours, database, requests, pace);
      const [busy, signedIn] = await Promise.all([round(load, ours, database, requests, pace), beside.run(order)]);
      // The first is for warming up.
      if (index < 0) continue;
      ratios.push(busy.perSecond / alone.perSecond);
      signIns.push(signedIn.perSecond);
    }
    return {
      figure: 'reads while people sign in, × their rate alone',
      value: median(ratios),
      text: `${spread(ratios)}, beside ${Math.round(median(signIns))} sign-ins/s`,
      least: 0.8,
    };
  } finally {
    beside.stop();
  }
}

const KNOWN = 200_000;

/** What it costs to know who sends a token or a key, as a part of the CPU that a list of 50 costs the server and PostgreSQL. */
export async function compareCredentials({ ours, load, database, callers: [caller], pace }) {
  const { createApiKey } = await ask(
    ours,
    oursBy(caller, 'mutation { createApiKey(input: { name: "Bench", isReadOnly: true, expiresAt: "2099-01-01T00:00:00Z" }) { key } }'),
  );
  const rounds = await compete(load, database, [{ server: ours, requests: [oursBy(caller, list)] }], pace);
  const read = median(rounds[0].map(({ serverMicros, postgresMicros }) => serverMicros + (postgresMicros ?? 0)));
  const bearers = [
    ['a token', caller.token],
    ['an API key', createApiKey.key],
  ];
  const verdicts = [];
  await withApp(database.url, async ({ services }) => {
    for (const [name, bearer] of bearers) {
      if (!(await services.auth.viewerOf(bearer))) throw new Error(`The server does not know the bearer of ${name}.`);
      const before = process.cpuUsage();
      for (let index = 0; index < KNOWN; index++) await services.auth.viewerOf(bearer);
      const { user, system } = process.cpuUsage(before);
      const micros = (user + system) / KNOWN;
      const value = (100 * micros) / read;
      const text = `${value.toFixed(2)} (${micros.toFixed(2)} of ${Math.round(read)} µs CPU)`;
      verdicts.push({ figure: `knowing the bearer of ${name}, % of a list of 50`, value, text, most: 3 });
    }
  });
  return verdicts;
}

/** Groups over HTTP beside the bare SQL on a connection of its own, one after the other. */
export async function compareGroups({ ours, sql, callers: [caller] }) {
  const request = oursBy(
    caller,
    `{ deals { groups(by: [{ field: CLOSING_DATE, bucket: FISCAL_QUARTER }, { field: STAGE }]) {
       key { closingDate stageId } aggregate { count sum { amount } } } } }`,
  );
  const bare = `SELECT date_trunc('quarter', closing_date)::date::text AS day, 'stage_' || stage_id AS stage, count(*)::int AS count, trim_scale(sum(amount_base))::text AS sum
     FROM deal WHERE org = $1 AND deleted_at IS NULL GROUP BY date_trunc('quarter', closing_date), stage_id`;
  const [mine, theirs, ratios] = [[], [], []];
  for (let index = -3; index < GROUPED; index++) {
    const first = performance.now();
    const { deals } = await ask(ours, request);
    const second = performance.now();
    const { rows } = await sql.query(bare, [caller.org]);
    const third = performance.now();
    const flat = deals.groups.map(({ key, aggregate }) => [key.closingDate, key.stageId, aggregate.count, aggregate.sum.amount]);
    const wanted = rows.map(({ day, stage, count, sum }) => [day, stage, count, sum]);
    if (!isDeepStrictEqual(flat.sort(), wanted.sort())) throw new Error('groups by fiscal quarter and stage: the answers differ.');
    if (index < 0) continue;
    mine.push(second - first);
    theirs.push(third - second);
    ratios.push((second - first) / (third - second));
  }
  return {
    figure: 'groups of 100k deals by fiscal quarter and stage, × the bare SQL',
    value: median(ratios),
    text: `${spread(ratios)}; ${median(mine).toFixed(0)} / ${median(theirs).toFixed(0)} ms`,
    most: 1.3,
  };
}

const spread = (values) => `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)})`;
