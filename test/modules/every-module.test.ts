import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Decimal } from 'decimal.js';
import { getNamedType, isInputObjectType, isLeafType, isObjectType, type GraphQLInputObjectType, type GraphQLObjectType } from 'graphql';
import { idName, inputName, isNeeded } from '../../server/core/fields.js';
import { languages, label, textOf } from '../../server/core/messages.js';
import type { Field, Module } from '../../server/core/registry.js';
import { registry } from '../../server/modules/index.js';
import { codesOf } from '../support/answers.js';
import { changesOf } from '../support/change-log.js';
import { create, read, remove, restore, tryUpdate, update } from '../support/records.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let ada: Person;
beforeAll(async () => {
  crm = await workspace({ limits: { maxAliases: 1000, maxTokens: 100_000, maxCost: 1_000_000_000 } });
  ada = (await crm.company('acme', [{ firstName: 'Ada', lastName: 'Lovelace', email: 'ada@acme.example' }])).chief;
});
afterAll(() => crm.close());

/** How an organisation is set up, and what only the product writes: each has a test of its own. */
const others = [
  'Organization', 'Role', 'Profile', 'User', 'Currency', 'ExchangeRate', 'Pipeline', 'PipelineStage', 'DealStageHistory', 'Job', 'JobRow', 'ImportMapping',
]; // prettier-ignore
const modules = [...registry.modules.values()].filter(({ name }) => !others.includes(name));

type End = 'most' | 'least';
type Values = Record<string, unknown>;

/** What rules of a module ask for beside the fields themselves. */
const rules: Readonly<Record<string, Readonly<Partial<Record<End, Values>>>>> = {
  // Unless the organisation sells to consumers.
  Lead: { least: { company: 'a' } },
  Deal: { most: { stage: 'CLOSED_LOST', probability: 100 }, least: { stage: 'QUALIFICATION', reasonForLoss: null, probability: 0 } },
};

/** The longest, largest and last that a field takes, or the shortest, smallest and first. */
async function valueOf(field: Field, end: End): Promise<unknown> {
  const isMost = end === 'most';
  const { max = 0, range, positive } = field;
  switch (field.kind) {
    case 'text':
    case 'textarea':
      return isMost ? `😀${'é'.repeat(max - 1)}` : field.required ? 'a' : '';
    case 'email':
      return isMost ? `${'a'.repeat(max - '@example.org'.length)}@example.org` : 'a@b.example';
    case 'phone':
      return isMost ? '+'.padEnd(max, '1') : '1';
    case 'url':
      return isMost ? 'https://example.org/'.padEnd(max, 'p') : 'x.example';
    case 'integer':
      return range![isMost ? 1 : 0];
    case 'decimal':
      return isMost ? '99999999999999.999999' : positive ? '0.000001' : '-99999999999999.999999';
    case 'money':
      return isMost ? '9999999999999.99' : '-9999999999999.99';
    case 'boolean':
      return isMost ? !field.default : field.default;
    case 'date':
      return isMost ? '9999-12-31' : '0001-01-01';
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
    default:
      throw new Error(`What is the ${end} that a field of the kind ${field.kind} takes? Say so here.`);
  }
}

/** The id of a record with no more than it needs. */
async function record(module: Module): Promise<string> {
  if (module.name === 'User') return `${module.prefix}_${ada.userId}`;
  if (module.name === 'Pipeline') return (await ada.ask('{ pipelines { nodes { id } } }'))['pipelines'].nodes[0].id as string;
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
  return { ...given, ...rules[module.name]?.[end] };
}

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
    else if (field.kind === 'externalIds') expect(is).toMatchObject(was as object);
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
      module.fields.has('owner') ? { id, displayName: made['displayName'] } : { id },
    );

    // Filtered by each field with its value, or by its having none, the record is found, and by the opposite it is not; ordered by each, it is there.
    const filter = (typeOf(`${name}Filter`) as GraphQLInputObjectType).getFields();
    const conditions = [...module.fields.values()]
      .filter(({ queryable }) => queryable)
      .map((field): [string, object] => {
        const key = field.kind === 'lookup' ? idName(field) : field.name;
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
    const change = await inputOf(
      module,
      'least',
      writable.filter(({ fixed }) => !fixed),
    );
    const changed = await update(ada, name, id, change, leaves);
    expectValues(module, changed, change);
    expect(changed['version']).toBe((made['version'] as number) + 1);
    expect(codesOf(await tryUpdate(ada, name, id, change, 1))).toEqual(['CONFLICT']);

    await remove(ada, name, id);
    expect(await read(ada, name, id)).toBeNull();
    expect((await read(ada, name, id, 'id deletedAt', 'ONLY'))!['deletedAt']).not.toBeNull();
    await restore(ada, name, id);
    expect(await read(ada, name, id, 'version')).toEqual({ version: 4 });

    const log = await changesOf(crm, id);
    expect(log.map(({ operation, version }) => `${version} ${operation}`)).toEqual(['1 CREATE', '2 UPDATE', '3 DELETE', '4 RESTORE']);
    expect(Object.keys(log[0]!.became)).toEqual(expect.arrayContaining(Object.keys(given).filter((key) => key !== 'stage')));
    expect(log.every(({ actor, module: of }) => actor === ada.userId && of === name)).toBe(true);

    const type = typeOf(name);
    expect(isObjectType(type) && type.getInterfaces().map((one) => one.name)).toEqual(
      module.fields.has('owner') ? ['Node', 'CrmRecord'] : ['Node'],
    );
    for (const language of languages)
      for (const said of [label(name), ...[...module.fields.keys()].map((field) => label(name, field))])
        expect([said.key, textOf(said, language)]).not.toEqual([said.key, said.key]);
  },
);
