import { expect, test } from '@jest/globals';
import { workspace } from '../support/workspace.js';

test('a record is made, read back and listed', async () => {
  await using crm = await workspace();
  const { chief } = await crm.company('acme');
  const made = await chief.ask(
    'mutation { createAccount(input: { accountName: "Acme", industry: "SERVICE_PROVIDER", annualRevenue: "1000.505" }) { account { id version accountName industry industryLabel annualRevenue annualRevenueInBaseCurrency currency createdAt owner { fullName } contacts { totalCount nodes { id } } } } }',
  );
  console.log(JSON.stringify(made));
  const listed = await chief.ask(
    '{ accounts(first: 2) { totalCount edges { cursor node { id accountName owner { lastName } } } pageInfo { hasNextPage endCursor } aggregate { sum { annualRevenue } } groups(by: [INDUSTRY, OWNER]) { key { industry industryLabel owner { fullName } } aggregate { count } } } }',
  );
  console.log(JSON.stringify(listed));
  expect(listed).toBeDefined();
});
