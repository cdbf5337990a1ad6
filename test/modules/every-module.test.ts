import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Decimal } from 'decimal.js';
import { getNamedType, isInputObjectType, isLeafType, isObjectType, type GraphQLInputObjectType, type GraphQLObjectType } from 'graphql';
import { idName, inputName, isNeeded } from '../../server/core/fields.js';
import { languages, label, textOf } from '../../server/core/messages.js';
import { camelCase } from '../../server/core/names.js';
import { leadsToRecord, type Field, type Module } from '../../server/core/registry.js';
import { registry } from '../../server/modules/index.js';
import { codesOf } from '../support/answers.js';
import { changesOf } from '../support/change-log.js';
import { create, read, remove, restore, tryUpdate, update } from '../support/records.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let ada: Person;
beforeAll(async () => {
  crm = await workspace({
    limits: { maxAliases: 1000, maxTokens: 100_000, maxCost: 1_000_000_000, maxOperand: 100_000, maxConditions: 10_000 },
  });
  ada = (await crm.company('acme', [{ firstName: 'Ada', lastName: 'Lovelace', email: 'ada@acme.example' }])).chief;
});
afterAll(() => crm.close());

/** How an organisation is set up, what is only written with something else, and what only the product writes: each has a test of its own. */
const others = [
  'Organization', 'Role', 'Profile', 'User', 'Currency', 'ExchangeRate', 'Pipeline', 'PipelineStage', 'DealStageHistory', 'Job', 'JobRow', 'ImportMapping',
  'DocumentSetting', 'LineItem', 'PriceRange', 'StockMovement',
]; // prettier-ignore
const modules = [...registry.modules.values()].filter(({ name }) => !others.includes(name));

type End = 'most' | 'least';
type Values = Record<string, unknown>;

/** A discount is an amount or percent, and no more than what it is taken from; no document is without a line. */
const documentRules = async (end: End): Promise<Values> => ({
  discount: undefined,
  ...(end === 'least' && { discountPercent: '0', taxes: null }),
  lineItems: { create: [{ productId: await record(registry.module('Product')), quantity: '3', listPrice: '7' }] },
});

/** What rules of a module ask for beside the fields themselves; undefined: leave it out. */
const rules: Readonly<Record<string, Readonly<Partial<Record<End, Values>>> | ((end: End) => Promise<Values>)>> = {
  Quote: documentRules,
  SalesOrder: documentRules,
  PurchaseOrder: documentRules,
  Invoice: documentRules,
  // Unless the organisation sells to consumers.
  Lead: { least: { company: 'a' } },
  Deal: { most: { stage: 'CLOSED_LOST', probability: 0 }, least: { stage: 'QUALIFICATION', reasonForLoss: null, probability: 0 } },
};

/** The longest, largest and last that a field takes, or the shortest, smallest and first. */
async function valueOf(field: Field, end: End): Promise<unknown> {
  const isMost = end === 'most';
  const { max = 0, range, positive, format } = field;
  // The only format of records: VAT numbers, of which those without a known country are kept.
  if (format) return isMost ? 'X'.repeat(max) : null;
  switch (field.kind) {
    case 'text':
    case 'textarea':
      return isMost ? `😀${'é'.repeat(max - 1)}` : field.required ? 'a' : null;
    case 'email':
      return isMost ? `${'a'.repeat(max - '@example.org'.length)}@example.org` : 'a@b.example';
    case 'phone':
      return isMost ? '+'.padEnd(max, '1') : '1';
    case 'url':
      return isMost ? 'https://example.org/'.padEnd(max, 'p') : 'x.example';
    case 'integer':
      return range![isMost ? 1 : 0];
    case 'decimal':
      if (!isMost && positive) return '0.000001';
      return range ? String(range[isMost ? 1 : 0]) : isMost ? '99999999999999.999999' : '-99999999999999.999999';
    case 'money':
      return isMost ? '9999999999999.99' : range?.[0] === 0 ? '0' : '-9999999999999.99';
    case 'enum':
      return Object.keys(field.enum!.values).at(isMost ? -1 : 0);
    case 'json':
      return [{ taxId: await record(registry.module('Tax')) }];
    case 'boolean':
      return isMost ? !field.default : field.default;
    case 'date':
      return isMost ? (field.isPast ? '2026-01-01' : '9999-12-31') : '0001-01-01';
    case 'instant':
      return isMost ? '9999-12-31T23:59:59.999Z' : '0001-01-01T00:00:00.000Z';
    case 'picklist':
      return field.picklist!.values.at(isMost ? -1 : 0)!.key;
    case 'currency':
      return 'EUR';
    case 'externalIds':
      return { [`walk_${end}`]: 'é'.repeat(isMost ? 100 : 1) };
    case 'lookup':
      return record(registry.target(field));
    case 'reference':
      return record(registry.targets(field).at(isMost ? -1 : 0)!);
    default:
      throw new Error(`What is the ${end} that a field of the kind ${field.kind} takes? Say so here.`);
  }
}

/** A document and the quote that it follows are for one account. */
let account: Promise<string> | undefined;

/** The id of a record with no more than it needs. */
const record = (module: Module): Promise<string> => (module.name === 'Account' ? (account ??= madeRecord(module)) : madeRecord(module));

async function madeRecord(module: Module): Promise<string> {
  if (module.name === 'User') return `${module.prefix}_${ada.userId}`;
  if (module.name === 'Pipeline') return (await ada.ask('{ pipelines { nodes { id } } }'))['pipelines'].nodes[0].id as string;
  // No two share a name.
  if (module.name === 'Tax') return (await ada.ask('{ taxes { nodes { id } } }'))['taxes'].nodes[0].id as string;
  const isNeededHere = (field: Field): boolean => isNeeded(field) || field === module.oneOf[0];
  const needed = [...module.fields.values()].filter((field) => field.writable && isNeededHere(field));
  return (await create(ada, module.name, await inputOf(module, 'least', needed)))['id'] as string;
}

async function inputOf(module: Module, end: End, fields: readonly Field[]): Promise<Values> {
  const given: Values = {};
  const [chosen] = module.oneOf;
  for (const field of fields) {
    // The rate of a record in base currency is 1.
    if (field.name === 'exchangeRate' || field.inputKey || (module.oneOf.includes(field) && field !== chosen)) continue;
    given[inputName(field)] = await valueOf(field, end);
  }
  const rule = rules[module.name];
  const all = { ...given, ...(typeof rule === 'function' ? await rule(end) : rule?.[end]) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

const offers = (verb: string, name: string): boolean => `${verb}${name}` in crm.app.model.schema.getMutationType()!.getFields();
const typeOf = (name: string) => crm.app.model.schema.getType(name);
const leavesOf = (module: Module): string[] =>
  Object.values((typeOf(module.name) as GraphQLObjectType).getFields()).flatMap(({ name, type }) =>
    isLeafType(getNamedType(type)) ? [name] : [],
  );

function expectValues(module: Module, found: Values, given: Values): void {
  for (const field of module.fields.values()) {
    const name = inputName(field);
    if (!(name in given) || field.inputKey) continue;
    const [is, was] = [found[name], given[name]];
    if (is !== null && ['decimal', 'money'].includes(field.kind))
      expect([name, new Decimal(is as string).equals(was as string)]).toEqual([name, true]);
    else if (was !== null && ['externalIds', 'json'].includes(field.kind)) expect(is).toMatchObject(was as object);
    else expect([name, is]).toEqual([name, was]);
  }
}

test('the modules of the product are all here or have tests of their own', () => {
  expect(others.filter((name) => !registry.modules.has(name))).toEqual([]);
  expect(modules.length).toBeGreaterThan(6);
});

test.each(modules.map((module) => [module.name, module] as const))(
  '%s: every field at its limits, written and read, filtered and ordered by; versions, the bin, the log, labels',
  async (name, module) => {
    const writable = [...module.fields.values()].filter((field) => field.writable);
    const given = await inputOf(module, 'most', writable);
    const leaves = leavesOf(module).join(' ');
    const made = await create(ada, name, given, leaves);
    const id = made['id'] as string;
    expectValues(module, made, given);
    expect(await read(ada, name, id, leaves)).toEqual(made);
    if (module.displayName) expect(made['displayName']).toBe(made[module.displayName.name]);
    expect((await ada.ask(`query ($id: ID!) { node(id: $id) { id ... on CrmRecord { displayName } } }`, { id }))['node']).toEqual(
      module.isRecord ? { id, displayName: made['displayName'] } : { id },
    );

    // Filtered by each field with its value, or by its having none, the record is found, and by the opposite it is not; ordered by each, it is there.
    const filter = (typeOf(`${name}Filter`) as GraphQLInputObjectType).getFields();
    const conditions = [...module.fields.values()]
      .filter(({ queryable }) => queryable)
      .map((field): [string, object] => {
        const key = leadsToRecord(field) ? idName(field) : field.name;
        const value = made[key];
        const operators = getNamedType(filter[key]!.type) as GraphQLInputObjectType;
        if (value === null || value === undefined) return [key, { isNull: true }];
        return [key, field.kind === 'externalIds' ? { has: value } : 'eq' in operators.getFields() ? { eq: value } : { isNull: false }];
      });
    const among = (condition: string, at: number): string =>
      `${module.plural}(filter: { and: [{ id: { eq: $id } }, ${condition.replace('$c', `$c${at}`)}] }) { nodes { id } }`;
    const asked = conditions.flatMap(([key], at) => [
      `f${at}: ${among(`{ ${key}: $c }`, at)}`,
      `n${at}: ${among(`{ not: { ${key}: $c } }`, at)}`,
    ]);
    const declared = conditions.map(([key], at) => `$c${at}: ${String(filter[key]!.type)}`);
    const found = await ada.ask(`query ($id: ID!, ${declared.join(', ')}) { ${asked.join('\n')} }`, {
      id,
      ...Object.fromEntries(conditions.map(([, condition], at) => [`c${at}`, condition])),
    });
    conditions.forEach(([key], at) => expect([key, found[`f${at}`].nodes, found[`n${at}`].nodes]).toEqual([key, [{ id }], []]));
    const orders = Object.values((typeOf(`${name}Order`) as GraphQLInputObjectType).getFields()).filter(
      ({ type }) => !isInputObjectType(getNamedType(type)),
    );
    const ordered = await ada.ask(
      `{ ${orders.map((one) => `${one.name}: ${module.plural}(orderBy: [{ ${one.name}: DESC }]) { nodes { id } }`).join('\n')} }`,
    );
    for (const one of orders)
      expect([one.name, ordered[one.name].nodes.some((node: Values) => node['id'] === id)]).toEqual([one.name, true]);

    // Changed to the other end of each field, at the version that was read and at no other.
    const history = ['CREATE'];
    if (offers('update', name)) {
      const change = await inputOf(
        module,
        'least',
        writable.filter(({ fixed }) => !fixed),
      );
      const changed = await update(ada, name, id, change, leaves);
      expectValues(module, changed, change);
      expect(changed['version']).toBe((made['version'] as number) + 1);
      expect(codesOf(await tryUpdate(ada, name, id, change, 1))).toEqual(['CONFLICT']);
      history.push('UPDATE');
    }
    if (offers('delete', name)) {
      await remove(ada, name, id);
      expect(await read(ada, name, id)).toBeNull();
      expect((await read(ada, name, id, 'id deletedAt', 'ONLY'))!['deletedAt']).not.toBeNull();
      await restore(ada, name, id);
      history.push('DELETE', 'RESTORE');
    }
    expect(await read(ada, name, id, 'version')).toEqual({ version: history.length });

    const log = await changesOf(crm, id);
    expect(log.map(({ operation, version }) => `${version} ${operation}`)).toEqual(
      history.map((operation, at) => `${at + 1} ${operation}`),
    );
    const inLog = Object.keys(given).filter((key) => key !== 'stage' && !module.relatedLists.has(key));
    expect(Object.keys(log[0]!.became)).toEqual(expect.arrayContaining(inLog));
    expect(log.every(({ actor, module: of }) => actor === ada.userId && of === name)).toBe(true);

    const type = typeOf(name);
    const interfaces = isObjectType(type) ? type.getInterfaces().map((one) => one.name) : [];
    expect([interfaces.includes('Node'), interfaces.includes('CrmRecord')]).toEqual([true, module.fields.has('owner')]);
    for (const language of languages)
      for (const said of [label(name), ...[...module.fields.keys()].map((field) => label(name, field))])
        expect([said.key, textOf(said, language)]).not.toEqual([said.key, said.key]);
  },
);

test.each([
  ['Campaign', 'campaignName'],
  ['Vendor', 'vendorName'],
  ['PriceBook', 'priceBookName'],
  ['Quote', 'subject'],
  ['SalesOrder', 'subject'],
  ['PurchaseOrder', 'subject'],
  ['Invoice', 'subject'],
])('%s: what an upsert does not find by its %s it makes, and what it finds it changes', async (name, field) => {
  const module = registry.module(name);
  const needed = [...module.fields.values()].filter((one) => one.writable && isNeeded(one));
  const one = camelCase(name);
  const mutations = crm.app.model.schema.getMutationType()!.getFields();
  const takes = String(mutations[`upsert${name}`]!.args.find((arg) => arg.name === 'input')!.type);
  const upsert = async (input: object): Promise<Values> => {
    const mutation = `mutation ($input: ${takes}) { upsert${name}(input: $input) { outcome ${one} { id version ${field} description } } }`;
    return (await ada.ask(mutation, { input }))[`upsert${name}`] as Values;
  };
  const key = { [field]: `Once ${name}` };
  const first = await upsert({ ...(await inputOf(module, 'least', needed)), ...key, description: 'First' });
  expect(first).toEqual({ outcome: 'CREATED', [one]: { id: expect.any(String), version: 1, ...key, description: 'First' } });
  const second = await upsert({ ...key, description: 'Second' });
  expect(second).toEqual({ outcome: 'UPDATED', [one]: { ...(first[one] as Values), version: 2, description: 'Second' } });
  const found = await ada.ask(`query ($key: String!) { ${module.plural}(filter: { ${field}: { eq: $key } }) { totalCount } }`, {
    key: key[field],
  });
  expect(found[module.plural]).toEqual({ totalCount: 1 });
});
