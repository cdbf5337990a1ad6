import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codesOf, faultsOf } from '../support/answers.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let ada: Person;
beforeAll(async () => {
  crm = await workspace();
  ada = (await crm.company('filters', [{ lastName: 'Ada', email: 'ada@filters.example.com' }])).people['ada']!;
});
afterAll(() => crm.close());

const ACCOUNTS = 'query ($filter: AccountFilter) { accounts(first: 1, filter: $filter) { nodes { id } } }';
const named = (count: number) => Array.from({ length: count }, (_, i) => ({ accountName: { eq: `Name ${i}` } }));
const cost = async (query: string, variables: object = {}): Promise<number> => {
  const { extensions, errors } = await ada.send(query, variables);
  expect(errors).toBeUndefined();
  return (extensions!['cost'] as { requested: number }).requested;
};
const refusal = (limit = 500) => ({ code: 'COST_EXCEEDED', unit: 'CONDITIONS', limit, inputPath: expect.any(String) });

describe('the conditions of an operation', () => {
  test('each cost a point, whether in variables or in the document, in branches, through lookups or lists', async () => {
    expect(await cost('{ accounts(first: 1) { nodes { id } } }')).toBe(1);
    expect(await cost(ACCOUNTS, { filter: { accountName: { eq: 'A', notEq: 'B' } } })).toBe(3);
    expect(await cost('{ accounts(first: 1, filter: { or: [{ accountName: { eq: "A" } }, {}] }) { nodes { id } } }')).toBe(3);
    const plain = await cost(ACCOUNTS, { filter: { contacts: { some: {} } } });
    expect(await cost(ACCOUNTS, { filter: { contacts: { some: { lastName: { eq: 'A' }, phone: { isNull: true } } } } })).toBe(plain + 1);
  });

  test('are at most 500, over all root fields together; the 501st refuses the operation', async () => {
    expect(await cost(ACCOUNTS, { filter: { or: named(500) } })).toBe(501);
    expect((await ada.send(ACCOUNTS, { filter: { or: named(501) } })).errors).toMatchObject([{ extensions: refusal() }]);
    const twice = `query ($filter: AccountFilter) {
      first: accounts(first: 1, filter: $filter) { nodes { id } } second: accounts(first: 1, filter: $filter) { totalCount } }`;
    expect(await cost(twice, { filter: { or: named(250) } })).toBe(1 + 50 + 500);
    const answer = await ada.send(twice, { filter: { or: named(251) } });
    expect(answer).toMatchObject({ errors: [{ extensions: refusal() }] });
    expect(answer.data ?? null).toBeNull();
  });

  test('count when they hide in nested branches, in empty objects, in conditions on groups, or in what a mutation answers', async () => {
    let deep: object = { or: named(251) };
    for (let i = 0; i < 5; i++) deep = { and: [{ not: deep }, {}] };
    const found = [
      await ada.send(ACCOUNTS, { filter: { and: [deep, { or: named(251) }] } }),
      await ada.send(ACCOUNTS, { filter: { or: Array.from({ length: 501 }, () => ({})) } }),
      await ada.send(ACCOUNTS, { filter: { or: Array.from({ length: 501 }, () => ({ contacts: {} })) } }),
      await ada.send(
        'mutation ($filter: ContactFilter) { createAccount(input: { accountName: "X" }) { account { contacts(filter: $filter) { totalCount } } } }',
        { filter: { or: Array.from({ length: 501 }, () => ({ lastName: { eq: 'x' } })) } },
      ),
    ];
    for (const { errors } of found) expect(errors).toMatchObject([{ extensions: refusal() }]);
  });

  test('of a hundred thousand, the first too many ends the work: nothing of them is coerced', async () => {
    const filter = { or: Array.from({ length: 60_000 }, () => ({ accountName: { eq: 1 } })) };
    // Each of them would be a fault of its own.
    expect(codesOf(await ada.send(ACCOUNTS, { filter }))).toEqual(['COST_EXCEEDED']);
  });

  test('are limited by a setting', async () => {
    await using own = await workspace({ limits: { maxConditions: 2 } });
    const person = (await own.company('few', [{ lastName: 'Few', email: 'few@filters.example.com' }])).people['few']!;
    expect(codesOf(await person.send(ACCOUNTS, { filter: { or: named(2) } }))).toEqual([]);
    expect((await person.send(ACCOUNTS, { filter: { or: named(3) } })).errors).toMatchObject([{ extensions: refusal(2) }]);
  });
});

describe('the operands of a condition', () => {
  test('of a list cost a point each, in every run of a plan', async () => {
    const many = (count: number) => ({ filter: { accountName: { in: Array.from({ length: count }, (_, i) => `Name ${i}`) } } });
    expect(await cost(ACCOUNTS, many(3))).toBe(1 + 1 + 3);
    expect(await cost(ACCOUNTS, many(1000))).toBe(1 + 1 + 1000);
    expect(await cost(ACCOUNTS, many(0))).toBe(2);
    expect((await ada.send(ACCOUNTS, many(50_000))).errors).toMatchObject([{ extensions: { code: 'COST_EXCEEDED', unit: 'POINTS' } }]);
    const ids = { filter: { id: { notIn: Array.from({ length: 600 }, () => 'account_0') } } };
    expect(await cost(ACCOUNTS, ids)).toBe(1 + 1 + 600);
  });

  test('have at most 1,000 characters each', async () => {
    const at = async (filter: object) => faultsOf(await ada.send(ACCOUNTS, { filter }));
    for (const operator of ['eq', 'contains', 'notContains', 'startsWith', 'endsWith', 'equalsIgnoreCase']) {
      expect(await at({ accountName: { [operator]: 'x'.repeat(1000) } })).toEqual([]);
      expect(await at({ accountName: { [operator]: 'x'.repeat(1001) } })).toEqual([`filter.accountName.${operator} TOO_LONG`]);
    }
    expect(await at({ accountName: { in: ['x', 'x'.repeat(1001)] } })).toEqual(['filter.accountName.in TOO_LONG']);
    expect(await at({ industry: { labelContains: 'x'.repeat(1001) } })).toEqual(['filter.industry.labelContains TOO_LONG']);
    expect(await at({ owner: { lastName: { contains: '%'.repeat(200_000) } } })).toEqual(['filter.owner.lastName.contains TOO_LONG']);
  });
});
