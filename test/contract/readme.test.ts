import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { configReference } from '../../server/config.js';
import { seedDemo } from '../../server/demo/seed.js';
import { workspace } from '../support/workspace.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
/** Those of the first hour are run by test/platform/first-hour.test.ts, on a team of its own. */
const snippets = [...readme.replace(/## A team's first hour\n[\s\S]*?\n## /, '\n## ').matchAll(/```graphql\n([^`]+)```/g)].map(
  ([, text]) => text!,
);

test('every GraphQL snippet of the README runs on the demo organisation', async () => {
  await using crm = await workspace({ database: 'own' });
  const { email, password } = await seedDemo(crm.app);
  const [signIn, ...rest] = snippets;
  const answer = await crm.post({ query: signIn, variables: { email, password } });
  const { token } = (answer.data as { signIn: { token: string } }).signIn;
  expect(rest.length).toBeGreaterThan(1);
  const authorization = `Bearer ${token}`;
  const query = '{ accounts(first: 1) { nodes { id } } products(first: 1, filter: { unitPrice: { isNull: false } }) { nodes { id } } }';
  const { accounts, products } = (await crm.post({ query }, { authorization })).data as Record<string, { nodes: { id: string }[] }>;
  const ids = { accountId: accounts!.nodes[0]!.id, productId: products!.nodes[0]!.id };
  for (const query of rest) {
    // Those that need ids get them.
    const variables = Object.fromEntries(Object.entries(ids).filter(([name]) => query.includes(`$${name}:`)));
    const { errors, data } = await crm.post({ query, variables }, { authorization });
    expect(errors).toBeUndefined();
    expect(data).toBeTruthy();
  }
});

test('the demo organisation holds what was promised, in two pipelines', async () => {
  await using crm = await workspace({ database: 'own' });
  const { email, password } = await seedDemo(crm.app);
  const signedIn = await crm.post({ query: snippets[0], variables: { email, password } });
  const { token } = (signedIn.data as { signIn: { token: string } }).signIn;
  const { data } = await crm.post(
    {
      query:
        '{ accounts { totalCount } contacts { totalCount } deals { totalCount groups(by: [{ field: PIPELINE }]) { key { pipeline { name } } aggregate { count } } } }',
    },
    { authorization: `Bearer ${token}` },
  );
  expect(data).toMatchObject({ accounts: { totalCount: 60 }, contacts: { totalCount: 150 }, deals: { totalCount: 120 } });
  const { groups } = (data as { deals: { groups: { aggregate: { count: number } }[] } }).deals;
  expect(groups.map(({ aggregate }) => aggregate.count).every((count) => count > 10)).toBe(true);
  expect(groups).toHaveLength(2);
});

test('the README tells every setting as the server reads it', () => {
  const table = configReference().map(({ name, default: value, description }) => `| \`${name}\` | ${value || '–'} | ${description} |`);
  expect(readme).toContain(table.join('\n'));
});
