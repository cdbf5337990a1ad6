import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { readerDb, transactionDb, type Db } from '../../server/core/database/typed-sql.js';
import type { WriteContext } from '../../server/core/context.js';
import { viewerDb } from '../../server/core/typed-sql.js';
import { create } from '../support/records.js';
import { workspace, type Company, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let acme: Company;
beforeAll(async () => {
  crm = await workspace();
  acme = await crm.company('acme', [
    { lastName: 'Chief', email: 'chief@acme.example' },
    { lastName: 'Clerk', email: 'clerk@acme.example' },
  ]);
});
afterAll(() => crm.close());

const inTransaction = <T>(work: (db: Db) => Promise<T>): Promise<T> =>
  crm.app.services.transactions.run({ org: acme.org, actor: acme.chief.userId, cause: 'test' }, (transaction) =>
    work(transactionDb(transaction)),
  );

const textOf = (query: (db: Db) => { compile(): { sql: string } }): Promise<string> =>
  inTransaction((db) => Promise.resolve(query(db).compile().sql));

describe('a row is an object by column names', () => {
  test.each([
    ['true', true],
    ['1::smallint', 1],
    ['-2147483648', -2147483648],
    ['9007199254740993::bigint', '9007199254740993'],
    ['count(*)', '1'],
    ['12345678901234567890.10::numeric', '12345678901234567890.10'],
    ['0.1::float8', 0.1],
    [`'a'::text`, 'a'],
    [`''::text`, ''],
    [`'Zoë 🎉'::text`, 'Zoë 🎉'],
    ['NULL::integer', null],
    [`date '2026-02-28'`, '2026-02-28'],
    [`timestamptz '2026-02-28 23:59:59.5+02'`, '2026-02-28T21:59:59.500Z'],
    [`timestamptz '2026-02-28 23:59:59.123456+00'`, '2026-02-28T23:59:59.123456Z'],
    [`timestamptz '2026-02-28 00:00:00+00'`, '2026-02-28T00:00:00.000Z'],
    [`timestamptz 'infinity'`, 'infinity'],
    [`'{"a":[1,null]}'::jsonb`, { a: [1, null] }],
    [`'null'::jsonb`, null],
    [`'\\x00ff'::bytea`, Buffer.from([0, 255])],
    [`ARRAY['a','',NULL,'b"c,d\\']::text[]`, ['a', '', null, 'b"c,d\\']],
    [`ARRAY[]::uuid[]`, []],
    [`ARRAY['0192f0c1-2345-7000-8000-000000000001']::uuid[]`, ['0192f0c1-2345-7000-8000-000000000001']],
    [`ARRAY[0.10,NULL]::numeric[]`, ['0.10', null]],
    [`ARRAY[1,NULL]::int[]`, [1, null]],
    [`ARRAY[true,false]`, [true, false]],
  ])('%s', async (text, value) => {
    const read = () =>
      inTransaction(
        async (db) => (await sql<{ a: unknown; second: string }>`SELECT ${sql.raw(text)} AS a, 'b' AS second`.execute(db)).rows,
      );
    expect(await read()).toEqual([{ a: value, second: 'b' }]);
    // The second time its columns are known already.
    expect(await read()).toEqual([{ a: value, second: 'b' }]);
  });

  test('values come back as they were given', async () => {
    const list = ['a"b', '', 'c\\d', '{x}', 'NULL', null];
    const { rows } = await inTransaction((db) =>
      sql`SELECT ${list}::text[] AS list, ${1.5}::numeric AS number, ${null}::text AS none, ${new Date(0)}::timestamptz AS at, ${Buffer.from('é')}::bytea AS bytes`.execute(
        db,
      ),
    );
    expect(rows).toEqual([{ list, number: '1.5', none: null, at: '1970-01-01T00:00:00.000Z', bytes: Buffer.from('é') }]);
    await expect(inTransaction((db) => sql`SELECT ${{ a: 1 }}::jsonb`.execute(db))).rejects.toThrow('give JSON as text');
  });

  test('a statement says how many rows it changed', async () => {
    await create(acme.chief, 'Account', { accountName: 'Counted' });
    const { numUpdatedRows } = await inTransaction((db) =>
      db.updateTable('account').set({ phone: '1' }).where('account_name', '=', 'Counted').executeTakeFirst(),
    );
    expect(numUpdatedRows).toBe(1n);
  });

  test('a statement that fails is the transaction’s to roll back, and its text is not remembered with wrong columns', async () => {
    const divide = (by: number) => inTransaction(async (db) => (await sql<{ q: number }>`SELECT 4 / ${by}::int AS q`.execute(db)).rows);
    await expect(divide(0)).rejects.toMatchObject({ code: '22012' });
    expect(await divide(2)).toEqual([{ q: 2 }]);
  });
});

describe('the organization is added to every table', () => {
  test.each<[string, (db: Db) => { compile(): { sql: string } }, string]>([
    ['FROM', (db) => db.selectFrom('account').select('id'), 'select "id" from "account" where "account"."org" = $1'],
    [
      'a condition that holds an OR in SQL',
      (db) =>
        db
          .selectFrom('account as a')
          .select('a.id')
          .where(sql<boolean>`true or false`),
      'select "a"."id" from "account" as "a" where "a"."org" = $1 and (true or false)',
    ],
    [
      'JOIN',
      (db) =>
        db
          .selectFrom('deal as d')
          .innerJoin('account as a', 'a.id', 'd.account_id')
          .leftJoin('contact as c', 'c.id', 'd.contact_id')
          .select('d.id'),
      'select "d"."id" from "deal" as "d" inner join "account" as "a" on "a"."org" = $1 and "a"."id" = "d"."account_id" left join "contact" as "c" on "c"."org" = $2 and "c"."id" = "d"."contact_id" where "d"."org" = $3',
    ],
    [
      'CROSS JOIN and a list of tables',
      (db) => db.selectFrom(['deal as d', 'tax as t']).crossJoin('account as a').select('d.id'),
      'select "d"."id" from "deal" as "d", "tax" as "t" cross join "account" as "a" where "d"."org" = $1 and "t"."org" = $2 and "a"."org" = $3',
    ],
    [
      'a subquery in a condition',
      (db) =>
        db
          .selectFrom('account as a')
          .select('a.id')
          .where((eb) => eb.exists(eb.selectFrom('deal as d').select('d.id').whereRef('d.account_id', '=', 'a.id'))),
      'select "a"."id" from "account" as "a" where "a"."org" = $1 and (exists (select "d"."id" from "deal" as "d" where "d"."org" = $2 and "d"."account_id" = "a"."id"))',
    ],
    [
      'a query of the same builder inside of another, once',
      (db) => db.selectFrom('account as a').select('a.id').where('a.id', 'in', db.selectFrom('deal').select('account_id')),
      'select "a"."id" from "account" as "a" where "a"."org" = $1 and "a"."id" in (select "account_id" from "deal" where "deal"."org" = $2)',
    ],
    [
      'a subquery in FROM, and in SQL',
      (db) =>
        db
          .selectFrom((eb) => eb.selectFrom('deal').select('id').as('d'))
          .select((eb) => ['d.id', sql`coalesce(${eb.selectFrom('tax').select('id').limit(1)}, NULL)`.as('t')]),
      'select "d"."id", coalesce((select "id" from "tax" where "tax"."org" = $1 limit $2), NULL) as "t" from (select "id" from "deal" where "deal"."org" = $3) as "d"',
    ],
    [
      'a common table expression, which itself has no organization',
      (db) =>
        db
          .with('open', (qb) => qb.selectFrom('deal').select('id'))
          .selectFrom('open')
          .innerJoin('deal as d', 'd.id', 'open.id')
          .select('open.id'),
      'with "open" as (select "id" from "deal" where "deal"."org" = $1) select "open"."id" from "open" inner join "deal" as "d" on "d"."org" = $2 and "d"."id" = "open"."id"',
    ],
    [
      'a common table expression that has the name of a table',
      (db) =>
        db
          .with('deal', (qb) => qb.selectFrom('deal').select('deal.id'))
          .selectFrom('deal')
          .select('deal.id'),
      'with "deal" as (select "deal"."id" from "deal" where "deal"."org" = $1) select "deal"."id" from "deal"',
    ],
    [
      'both sides of a UNION',
      (db) => db.selectFrom('account').select('id').union(db.selectFrom('contact').select('id')),
      'select "id" from "account" where "account"."org" = $1 union select "id" from "contact" where "contact"."org" = $2',
    ],
    [
      'UPDATE … FROM',
      (db) => db.updateTable('deal as d').from('account as a').set({ deal_name: 'x' }).whereRef('a.id', '=', 'd.account_id'),
      'update "deal" as "d" set "deal_name" = $1 from "account" as "a" where "d"."org" = $2 and "a"."org" = $3 and "a"."id" = "d"."account_id"',
    ],
    [
      'DELETE … USING',
      (db) => db.deleteFrom('picklist_value').using('deal as d').where('picklist_value.key', '=', 'x'),
      'delete from "picklist_value" using "deal" as "d" where "picklist_value"."org" = $1 and "d"."org" = $2 and "picklist_value"."key" = $3',
    ],
    [
      'INSERT',
      (db) =>
        db.insertInto('unique_field').values([
          { module: 'Deal', field: 'a' },
          { module: 'Deal', field: 'b' },
        ]),
      'insert into "unique_field" ("org", "module", "field") values ($1, $2, $3), ($4, $5, $6)',
    ],
    [
      'INSERT … SELECT',
      (db) =>
        db
          .insertInto('unique_field')
          .columns(['module', 'field'])
          .expression((eb) => eb.selectFrom('deal').select(['deal.deal_name', 'deal.description as field'])),
      'insert into "unique_field" ("org", "module", "field") select cast($1 as uuid) as "org", "deal"."deal_name", "deal"."description" as "field" from "deal" where "deal"."org" = $2',
    ],
    [
      'a table that is only known at run time',
      (db) => db.selectFrom(db.dynamic.table('lead').as('l')).selectAll(),
      'select * from "lead" as "l" where "l"."org" = $1',
    ],
    [
      'a table that is named inside of SQL',
      (db) => db.selectFrom(sql<{ id: string }>`(SELECT max(id) AS id FROM ${sql.table('deal')} d)`.as('m')).select('m.id'),
      'select "m"."id" from (SELECT max(id) AS id FROM (select * from "deal" where "deal"."org" = $1) d) as "m"',
    ],
    ['no table that belongs to no organization', (db) => db.selectFrom('signing_key').select('id'), 'select "id" from "signing_key"'],
  ])('%s', async (_, query, text) => {
    expect(await textOf(query)).toBe(text);
  });

  test('what it could not be added to is refused', async () => {
    const refused = (query: (db: Db) => Promise<unknown>) => (message: string) => expect(inTransaction(query)).rejects.toThrow(message);
    await refused((db) => db.selectFrom('deal as d').rightJoin('account as a', 'a.id', 'd.account_id').select('a.id').execute())(
      'left join',
    );
    await refused((db) => db.selectFrom('deal as d').fullJoin('account as a', 'a.id', 'd.account_id').select('a.id').execute())(
      'left join',
    );
    await refused((db) =>
      db
        .insertInto('unique_field')
        .values({ module: 'a', field: 'b', org: acme.org } as never)
        .execute(),
    )('filled in');
    await refused((db) => db.insertInto('unique_field').defaultValues().execute())('names its columns');
    await refused((db) => sql`SELECT id FROM account`.execute(db))('query builder');
    await refused((db) => sql`SELECT id FROM ONLY "account" a`.execute(db))('query builder');
    await refused((db) => sql`UPDATE deal SET version = 1`.execute(db))('query builder');
    await refused((db) =>
      db
        .selectFrom('deal')
        .select(sql`(SELECT max(id) FROM account)`.as('a'))
        .execute(),
    )('query builder');
    await refused((db) => db.mergeInto('deal').using('account', 'account.id', 'deal.account_id').whenMatched().thenDoNothing().execute())(
      'MERGE',
    );
  });

  test('each organization has its own rows, in transactions and outside of them', async () => {
    const globex = await crm.company('globex');
    await create(globex.chief, 'Account', { accountName: 'Of globex' });
    const names = () =>
      inTransaction((db) => db.selectFrom('account').select('account_name').where('account_name', '=', 'Of globex').execute());
    expect(await names()).toEqual([]);
    const other = { statementCount: 0 };
    const found = await readerDb(crm.app.services.reader, globex.org, other).selectFrom('account').select('account_name').execute();
    expect(found).toEqual([{ account_name: 'Of globex' }]);
    expect(other.statementCount).toBe(1);
  });
});

test('a list is one parameter, however long it is, and may be empty', async () => {
  const query = (db: Db, ids: string[]) => db.selectFrom('account').select('id').where('id', 'in', ids);
  const text = 'select "id" from "account" where "account"."org" = $1 and "id" = any($2)';
  for (const ids of [[], [acme.org], [acme.org, acme.org, acme.org]]) {
    expect(await textOf((db) => query(db, ids))).toBe(text);
    expect(await inTransaction((db) => query(db, ids).execute())).toEqual([]);
  }
  expect(await textOf((db) => db.selectFrom('account').select('id').where('id', 'not in', []))).toBe(
    'select "id" from "account" where "account"."org" = $1 and "id" != all($2)',
  );
  expect(await inTransaction((db) => db.selectFrom('organization').select('id').where('id', 'not in', []).execute())).toEqual([
    { id: acme.org },
  ]);
});

describe('on the viewer’s behalf', () => {
  const asViewer = async <T>(person: Company['chief'], work: (db: Db) => Promise<T>, deleted?: 'WITHOUT' | 'WITH' | 'ONLY'): Promise<T> => {
    const viewer = (await crm.app.services.auth.viewerOfUser(acme.org, person.userId))!;
    const scope = { org: acme.org, actor: person.userId, cause: 'test' };
    return crm.app.services.transactions.run(scope, (transaction) =>
      work(viewerDb({ transaction, viewer, model: crm.app.model } as WriteContext, deleted)),
    );
  };

  test('records in the recycle bin are left out unless they are asked for', async () => {
    const ids = [
      await create(acme.chief, 'Account', { accountName: 'Kept' }),
      await create(acme.chief, 'Account', { accountName: 'Deleted' }),
    ];
    await acme.chief.ask('mutation ($id: ID!) { deleteAccount(id: $id) { account { id } } }', { id: ids[1]!['id'] });
    const names = (deleted?: 'WITHOUT' | 'WITH' | 'ONLY') =>
      asViewer(
        acme.chief,
        async (db) =>
          (
            await db
              .selectFrom('account')
              .select('account_name as name')
              .where('account_name', 'in', ['Kept', 'Deleted'])
              .orderBy('id')
              .execute()
          ).map(({ name }) => name),
        deleted,
      );
    expect([await names(), await names('WITH'), await names('ONLY')]).toEqual([['Kept'], ['Kept', 'Deleted'], ['Deleted']]);
  });

  test('of private records there are the viewer’s own, in every place that a table has', async () => {
    const clerk = acme.people['clerk']!;
    const add = (person: Company['chief'], id: string) =>
      crm.app.services.transactions.run({ org: acme.org, actor: person.userId, cause: 'test' }, (transaction) =>
        transactionDb(transaction).insertInto('job').values({ id, kind: 'EXPORT' }).execute(),
      );
    await add(acme.chief, '0192f0c1-2345-7000-8000-000000000001');
    await add(clerk, '0192f0c1-2345-7000-8000-000000000002');
    const jobs = (person: Company['chief']) =>
      asViewer(person, async (db) => {
        const direct = await db.selectFrom('job').select('id').execute();
        const joined = await db
          .selectFrom('app_user as u')
          .leftJoin('job as j', 'j.created_by_id', 'u.id')
          .select('j.id')
          .where('j.id', 'is not', null)
          .execute();
        const nested = await db
          .selectFrom('organization as o')
          .select((eb) =>
            eb
              .selectFrom('job as j')
              .select((inner) => inner.fn.countAll<string>().as('n'))
              .as('n'),
          )
          .execute();
        return [direct.length, joined.length, Number(nested[0]!.n)];
      });
    expect(await jobs(clerk)).toEqual([1, 1, 1]);
    expect(await jobs(acme.chief)).toEqual([2, 2, 2]);
  });

  test('a table of the platform, which has no row rule, carries the organization alone', async () => {
    expect(await asViewer(acme.chief, (db) => Promise.resolve(db.selectFrom('picklist_value as v').select('v.key').compile().sql))).toBe(
      'select "v"."key" from "picklist_value" as "v" where "v"."org" = $1',
    );
  });
});

test('the query builder is the one that the ORM brings', () => {
  const read = (path: string) =>
    JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as { dependencies: Record<string, string> };
  const own = read('package.json').dependencies['kysely'];
  expect(own).toMatch(/^\d+\.\d+\.\d+$/);
  expect(read('node_modules/@mikro-orm/sql/package.json').dependencies['kysely']).toBe(own);
});
