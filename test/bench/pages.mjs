/** A page of a list by an indexed order must cost the same however long the list is. */
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'graphql';
import pg from 'pg';
import { ask, oursBy, signIn } from './ask.mjs';
import { compete, median, ratioOf } from './measure.mjs';

const LARGE = 1_000_000;
const SMALL = 10_000;
const INDEX = 'account_account_name_idx';

export const pageSizes = { large: { accounts: LARGE, contacts: 0, deals: 0 }, small: { accounts: SMALL, contacts: 0, deals: 0 } };

const page = `query Page($after: Cursor) { accounts(first: 50, after: $after, orderBy: [{ accountName: ASC }]) { nodes { id accountName industry phone website billingCity createdAt } } }`;

/** Compares the plans, which must be the same index scan, then the times. */
export async function comparePages({ ours, load, database, sql, pace }) {
  const lists = [];
  for (const name of ['large', 'small']) {
    const caller = await signIn(ours, database.organizations[name]);
    lists.push({ name, caller, cursors: await middleCursors(ours, caller, sql) });
  }
  await compareAccessPaths(database, lists);
  const figures = [];
  for (const [where, cursorsOf] of [
    ['first page', () => [null]],
    ['page in the middle', ({ cursors }) => cursors],
  ]) {
    const contestants = lists.map((list) => ({
      server: ours,
      requests: cursorsOf(list).map((after) => oursBy(list.caller, page, { after })),
    }));
    const results = await compete(load, database, contestants, { ...pace, connections: 1 });
    const { median: value, least, most } = ratioOf(results, 'p50');
    const [large, small] = results.map((rounds) => median(rounds.map(({ p50 }) => p50)).toFixed(2));
    figures.push({
      figure: `${where} by name, 1M accounts / 10k, × the time`,
      value,
      text: `${value.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)}; ${large} / ${small} ms)`,
    });
  }
  return figures;
}

/** Cursors of records spread over the list. */
async function middleCursors(server, caller, sql) {
  const { org, size } = caller;
  const numbers = Array.from({ length: 50 }, (_, index) => String(Math.floor(((index + 0.5) * size.accounts) / 50)).padStart(8, '0'));
  const { rows } = await sql.query('SELECT account_name AS name FROM account WHERE org = $1 AND account_number = ANY($2)', [org, numbers]);
  const query = `query Cursor($name: String!) { accounts(first: 1, orderBy: [{ accountName: ASC }], filter: { accountName: { eq: $name } }) { edges { cursor } } }`;
  return Promise.all(
    rows.map(async ({ name }) => {
      const { accounts } = await ask(server, oursBy(caller, query, { name }));
      return accounts.edges[0].cursor;
    }),
  );
}

/** Asks PostgreSQL how it reads the very statements that the server sends, with the values in sight and without. */
async function compareAccessPaths(database, lists) {
  const client = new pg.Client({ connectionString: database.url, options: '-c role=crm_app -c jit=off -c timezone=UTC' });
  await client.connect();
  try {
    for (const middle of [false, true]) {
      const paths = await Promise.all(
        lists.map(async ({ caller, cursors }) => {
          const { text, values } = await statementOf(caller.org, middle ? cursors[0] : null);
          return { caller, text, values };
        }),
      );
      for (const mode of ['force_custom_plan', 'force_generic_plan']) {
        const plans = [];
        for (const { caller, text, values } of paths) plans.push(await accessPath(client, mode, caller.org, text, values));
        if (!isDeepStrictEqual(plans[0], plans[1]))
          throw new Error(
            `The long list is read in another way than the short one (${mode}):\n${plans.map((one) => one.join(' < ')).join('\n')}`,
          );
        if (
          !plans[0].some((node) => node === `Index Scan ${INDEX}`) ||
          plans[0].some((node) => node.includes('Sort') || node.includes('Seq'))
        ) {
          throw new Error(`A page is not read from its index (${mode}): ${plans[0].join(' < ')}`);
        }
      }
    }
  } finally {
    await client.end();
  }
}

/** What the compiler makes of the page for somebody of this organisation. */
async function statementOf(org, after) {
  const { standardModel } = await import('../../build/server/app.js');
  const { planQuery } = await import('../../build/server/core/read/plan.js');
  const { fullAccess } = await import('../../build/server/core/access.js');
  const document = parse(page);
  const variables = after === null ? {} : { after };
  const { roots } = planQuery(standardModel(), fullAccess, document, document.definitions[0], variables);
  const [{ plan, error }] = roots;
  if (!plan) throw error;
  return { text: plan.text, values: plan.binders.map((binder) => binder({ variables, org, language: 'en', viewer: {} })) };
}

/** The nodes of a plan from the top, with their indexes. */
async function accessPath(client, mode, org, text, values) {
  await client.query(`BEGIN; SET LOCAL plan_cache_mode = ${mode}; SELECT set_config('app.org', '${org}', true)`);
  try {
    await client.query(`PREPARE page AS ${text}`);
    const given = values.map((value) => (value === null ? 'NULL' : client.escapeLiteral(value)));
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) EXECUTE page(${given.join(', ')})`);
    const nodes = [];
    const walk = (node) => {
      nodes.push(`${node['Node Type']}${node['Index Name'] ? ` ${node['Index Name']}` : ''}`);
      for (const child of node.Plans ?? []) walk(child);
    };
    walk(rows[0]['QUERY PLAN'][0].Plan);
    return nodes;
  } finally {
    await client.query('DEALLOCATE ALL; ROLLBACK');
  }
}
