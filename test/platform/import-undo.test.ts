import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countsOf, importsConfig, importsOf, type Imports } from '../support/imports.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let folder: string;
let crm: Workspace;
let ada: Person;
let imports: Imports;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relata-undo-'));
  crm = await workspace({ config: importsConfig(folder) });
  await crm.app.http.listen({ host: '127.0.0.1', port: 0 });
  ada = (await crm.company('undo', [{ email: 'ada@undo.example.com', lastName: 'Ada' }])).chief;
  imports = importsOf(ada);
});
afterAll(async () => {
  await crm.close();
  await rm(folder, { recursive: true, force: true });
});

const accounts = async (prefix: string): Promise<object[]> =>
  (
    await ada.ask(
      'query ($prefix: String!) { accounts(filter: { accountName: { startsWith: $prefix } }, orderBy: [{ accountName: ASC }]) { nodes { accountName phone externalIds } } }',
      { prefix },
    )
  )['accounts'].nodes as object[];

/** A file with keys of another system. */
const keyed = (rows: string) => imports.run(`Key,Account Name,Phone\n${rows}`, { columns: KEYED, module: 'Account' });
const KEYED = [
  { column: 'Key', externalId: 'erp' },
  { column: 'Account Name', field: 'accountName' },
  { column: 'Phone', field: 'phone' },
];

test('a file with ids that was imported and undone can be imported again, with the same result', async () => {
  const rows = 'k1,Again A,1\nk2,Again B,2\n';
  const first = await keyed(rows);
  const wanted = await accounts('Again');
  expect(countsOf(first)).toMatchObject({ state: 'DONE', created: 2, failed: 0 });
  const undone = await imports.undo(first.id);
  expect([undone.state, undone.result]).toMatchObject(['UNDONE', { undo: { removed: 2, kept: 0 } }]);
  expect(await accounts('Again')).toEqual([]);
  const second = await keyed(rows);
  expect(countsOf(second)).toEqual(countsOf(first));
  expect(await accounts('Again')).toEqual(wanted);
  // And once more, after an undo of the second.
  await imports.undo(second.id);
  expect(countsOf(await keyed(rows))).toEqual(countsOf(first));
});

test('what a later import touched and gave back is not in the way of an earlier one', async () => {
  const first = await keyed('b1,Back A,1\nb2,Back B,1\n');
  const second = await keyed('b1,Back A,2\nb2,Back B renamed,1\nb3,Back C,3\n');
  expect(countsOf(second)).toMatchObject({ created: 1, updated: 2 });
  expect((await imports.undo(second.id)).result).toMatchObject({ undo: { removed: 1, restored: 2, kept: 0 } });
  const undone = await imports.undo(first.id);
  expect(undone.result).toMatchObject({ undo: { removed: 2, kept: 0 } });
  expect(await accounts('Back')).toEqual([]);
});

test('what a later import changed and did not give back stays, and is counted on the job', async () => {
  const first = await keyed('s1,Stay A,1\ns2,Stay B,1\ns3,Stay C,1\n');
  await keyed('s1,Stay A,2\n');
  const undone = await imports.undo(first.id);
  expect([undone.state, undone.result]).toMatchObject(['UNDONE', { undo: { removed: 2, restored: 0, kept: 1 } }]);
  expect(undone.rows.nodes.filter(({ errorCode }) => errorCode === 'CHANGED_SINCE')).toHaveLength(1);
  expect(await accounts('Stay')).toMatchObject([{ accountName: 'Stay A', phone: '2' }]);
});

test('a change that a person made and took back by hand is not in the way either; one that they kept is, field by field', async () => {
  await keyed('h1,Hand A,0\nh2,Hand B,0\n');
  const changed = await keyed('h1,Hand A,1\nh2,Hand B,1\n');
  const { accounts: found } = await ada.ask(
    '{ accounts(filter: { accountName: { startsWith: "Hand" } }, orderBy: [{ accountName: ASC }]) { nodes { id } } }',
  );
  const [a, b] = (found.nodes as { id: string }[]).map(({ id }) => id);
  const change = (id: string | undefined, phone: string) =>
    ada.ask('mutation ($id: ID!, $phone: String!) { updateAccount(id: $id, input: { phone: $phone }) { account { id } } }', { id, phone });
  await change(a, '9');
  await change(a, '1');
  await change(b, '9');
  expect((await imports.undo(changed.id)).result).toMatchObject({ undo: { restored: 1, kept: 1 } });
  expect(await accounts('Hand')).toMatchObject([{ phone: '0' }, { phone: '9' }]);
});

test('picklist values that an import added are removed with it, unless another record holds them', async () => {
  const values = async (): Promise<string[]> =>
    (await ada.ask('{ picklist(name: "Industry") { values { label } } }'))['picklist'].values.map(({ label }: { label: string }) => label);
  const before = await values();
  const done = await imports.run('Account Name,Industry\nPick A,Falconry\nPick B,Bookbinding\nPick C,Falconry\n', {
    addsPicklistValues: true,
    module: 'Account',
  });
  expect([countsOf(done), await values()]).toMatchObject([{ created: 3 }, [...before, 'Falconry', 'Bookbinding']]);
  await imports.run('Account Name,Industry\nPick other,Bookbinding\n', { module: 'Account' });
  const undone = await imports.undo(done.id);
  expect(undone.result).toMatchObject({ undo: { removed: 3, picklistValues: 1 } });
  expect(await values()).toEqual([...before, 'Bookbinding']);
});
