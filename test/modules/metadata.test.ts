import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  type GraphQLFieldMap,
  type GraphQLInterfaceType,
} from 'graphql';
import type { AccessShape, RootAccess } from '../../server/core/access.js';
import { customField } from '../../server/core/fields.js';
import { definedEnums } from '../../server/core/enums.js';
import { languages } from '../../server/core/messages.js';
import { camelCase, pascalCase } from '../../server/core/names.js';
import { standardPicklists } from '../../server/core/picklist.js';
import type { Model } from '../../server/core/read/plan.js';
import { extendModel } from '../../server/core/schema/extend-model.js';
import { registry } from '../../server/modules/index.js';
import { ownerOrBelow } from '../support/access-shapes.js';
import { codesOf } from '../support/answers.js';
import { accountFields, customModel } from '../support/custom-schema.js';
import { watchDriver } from '../support/driver.js';
import { selectionOf } from '../support/schema-walk.js';
import { workspace, type Answer, type Person, type Workspace } from '../support/workspace.js';

type Info = Record<string, any>;

let crm: Workspace;
let chief: Person;
let clerk: Person;
let everything: string;
/** What the server has sent to its database since it was last emptied. */
let sent: string[];
/** By user. */
const models = new Map<string, (base: Model) => Model>();
const accesses = new Map<string, AccessShape>();

beforeAll(async () => {
  crm = await workspace({
    modelOf: (base, viewer) => (viewer && models.get(viewer.userId)?.(base)) ?? base,
    accessOf: ({ userId, values }) =>
      accesses.has(userId) ? { access: accesses.get(userId)!, values: { ...values, team: [userId] } } : null,
  });
  const { people } = await crm.company('acme', [
    { lastName: 'Chief', email: 'chief@acme.example.com' },
    { lastName: 'Clerk', email: 'clerk@acme.example.com' },
  ]);
  [chief, clerk] = [people['chief']!, people['clerk']!];
  everything = selectionOf(crm.app.model.schema, crm.app.model.schema.getType('ModuleInfo')!, 0);
  sent = watchDriver(crm.app);
});
afterAll(() => crm.close());

/** All modules by their names. */
async function modulesFor(person: Person, selection = everything, language = 'en'): Promise<Record<string, Info>> {
  const answer = await ask(person, `{ modules ${selection} }`, language);
  expect(answer.errors).toBeUndefined();
  return Object.fromEntries((answer.data as { modules: Info[] }).modules.map((module) => [module['name'], module]));
}

const ask = (person: Person, query: string, language: string): Promise<Answer> =>
  crm.post({ query }, { authorization: `Bearer ${person.token}`, 'accept-language': language });

const outputs = (name: string): GraphQLFieldMap<unknown, unknown> => {
  const type = crm.app.model.schema.getType(name);
  return isObjectType(type) ? type.getFields() : {};
};
/** The fields of an input with their types; none where there is no such input. */
const inputs = (name: string): Record<string, string> => {
  const type = crm.app.model.schema.getType(name);
  return isInputObjectType(type)
    ? Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, String(field.type)]))
    : {};
};
const nullable = (type: string): string => type.replace(/!$/, '');
const sorted = (names: Iterable<string>): string[] => [...names].sort();

test('every module of the product is there, in its order', async () => {
  expect(Object.keys(await modulesFor(chief, '{ name }'))).toEqual([...registry.modules.keys()]);
});

test.each([...registry.modules.keys()])(
  '%s is what the schema says: what is read, written, filtered, ordered and counted',
  async (name) => {
    const { module } = (await ask(chief, `{ module(name: "${name}") ${everything} }`, 'en')).data as { module: Info };
    const fields = module['fields'] as Info[];
    const lists = module['relatedLists'] as Info[];
    const summaries = module['summaries'] as Info[];
    const read = outputs(name);

    // Every field of the type is told, and nothing else.
    const told = fields.flatMap((field) => [field['name'], field['idName'] ?? [], field['labelName'] ?? []].flat());
    const others = [...lists, ...summaries].map((one) => one['name'] as string);
    expect(sorted([...told, ...others])).toEqual(sorted(Object.keys(read).filter((one) => one !== 'displayName' || told.includes(one))));
    for (const field of fields) expect([field['name'], field['type']]).toEqual([field['name'], String(read[field['name']]!.type)]);
    for (const { name: list, module: of } of lists) expect(getNamedType(read[list]!.type).name).toBe(`${of}Connection`);
    for (const { name: summary, figures } of summaries) {
      const types = Object.values(outputs(getNamedType(read[summary]!.type).name)).map((one) => [one.name, String(one.type)]);
      expect(figures.map((one: Info) => [one['name'], one['type']]).sort()).toEqual(types.sort());
    }

    for (const [input, can, type] of [
      [module['createInput'], 'isCreatable', 'createType'],
      [module['updateInput'], 'isUpdatable', 'updateType'],
    ] as const) {
      const given = [
        ...fields.filter((field) => field[can]).map((field) => [field['inputName'], field['inputType']]),
        ...lists.filter((list) => list[type]).map((list) => [list['name'], list[type]]),
      ];
      const taken = Object.entries(inputs(input)).map(([one, of]) => [one, nullable(of)]);
      expect(given.sort()).toEqual(taken.sort());
    }
    const needed = Object.entries(inputs(module['createInput'])).flatMap(([one, type]) => (type.endsWith('!') ? one : []));
    const isNeeded = (one: Info): boolean => one['isNeeded'];
    expect(
      sorted([...fields.filter(isNeeded).map((field) => field['inputName']), ...lists.filter(isNeeded).map((list) => list['name'])]),
    ).toEqual(sorted(needed));
    for (const { inputName, isCreatable, isUpdatable } of fields) expect(inputName !== null).toBe(isCreatable || isUpdatable);

    const { and: _and, or: _or, not: _not, ...filters } = inputs(module['filterType']);
    const conditions = fields.filter(({ filterType }) => filterType);
    expect(
      sorted([...conditions.flatMap((field) => [field['idName'] ?? [], field['name']].flat()), ...lists.map((list) => list['name'])]),
    ).toEqual(sorted(Object.keys(filters)));
    for (const field of conditions) {
      expect(filters[field['idName'] ?? field['name']]).toBe(field['filterType']);
      expect(field['operators']).toEqual(Object.keys(inputs(field['filterType'])));
    }
    for (const { filterType, operators } of fields) expect(operators.length > 0).toBe(filterType !== null);
    expect(Object.fromEntries(fields.filter(({ orderType }) => orderType).map((field) => [field['name'], field['orderType']]))).toEqual(
      inputs(module['orderType']),
    );
    const groups = crm.app.model.schema.getType(`${name}GroupField`);
    expect(sorted(fields.flatMap(({ groupField }) => groupField ?? []))).toEqual(
      sorted(isEnumType(groups) ? groups.getValues().map((value) => value.name) : []),
    );
    for (const part of ['countDistinct', 'sum', 'avg', 'min', 'max']) {
      const figures = fields.filter(({ aggregates }) => aggregates.includes(part)).map((field) => field['idName'] ?? field['name']);
      expect([part, sorted(figures)]).toEqual([part, sorted(Object.keys(outputs(name + pascalCase(part))))]);
    }

    // What leads elsewhere leads there and back.
    for (const field of fields.filter(({ lookup }) => lookup)) {
      const { list, module: target } = field['lookup'] as Info;
      expect(target).toBe(getNamedType(read[field['name']]!.type).name);
      if (list) expect(getNamedType(outputs(target)[list]!.type).name).toBe(`${name}Connection`);
    }
    for (const field of fields.filter(({ reference }) => reference)) {
      const { list, modules: targets, filterType } = field['reference'] as Info;
      const type = getNamedType(read[field['name']]!.type) as GraphQLInterfaceType;
      expect(crm.app.model.schema.getPossibleTypes(type).map((one) => one.name)).toEqual(expect.arrayContaining(targets));
      expect(Object.keys(inputs(filterType))).toEqual(['module', ...targets.map(camelCase)]);
      for (const target of list ? targets : []) expect(getNamedType(outputs(target)[list]!.type).name).toBe(`${name}Connection`);
    }
    for (const { picklist, enumeration, type } of fields) {
      if (picklist) expect(picklist.name).toBe(nullable(type));
      if (enumeration) expect(enumeration.name).toBe(nullable(type));
    }
    const names = fields.map((field) => field['name']);
    const named = [module['displayName'] ?? [], module['duplicateCheck'] ?? [], module['order'], module['unique'], module['oneOf']];
    expect(named.flat(2).filter((one) => !names.includes(one))).toEqual([]);
  },
);

test('queries and mutations are those of the schema that answer with records of the module, as far as the caller may call them', async () => {
  const { schema } = crm.app.model;
  const [forChief, forClerk] = [await modulesFor(chief), await modulesFor(clerk)];
  const [queries, mutations] = [schema.getQueryType()!.getFields(), schema.getMutationType()!.getFields()];
  for (const [name, { oneQuery, listQuery }] of Object.entries(forChief)) {
    const answering = (type: string) => Object.values(queries).find((query) => String(query.type) === type)?.name ?? null;
    expect([oneQuery, listQuery]).toEqual([answering(name), answering(`${name}Connection`)]);
  }

  const told = new Map<string, Info>(
    Object.values(forChief).flatMap((module) => module['mutations'].map((one: Info) => [one['name'] as string, one] as const)),
  );
  const allowed = new Set(Object.values(forClerk).flatMap((module) => module['mutations'].map((one: Info) => one['name'] as string)));
  for (const { name, type, args, extensions } of Object.values(mutations)) {
    const payload = outputs(getNamedType(type).name);
    const records = [payload, outputs(payload['results'] ? getNamedType(payload['results'].type).name : '')].flatMap((one) =>
      Object.values(one).filter((field) => registry.modules.has(getNamedType(field.type).name)),
    );
    if (!told.has(name)) {
      // They answer with no record, or with one that is not what they are about.
      expect(records.map((field) => [name, getNamedType(field.type).name])).toEqual(
        { startExport: [[name, 'Job']], startImport: [[name, 'Job']], resetPassword: [[name, 'User']] }[name] ?? [],
      );
      continue;
    }
    expect(told.get(name)!['type']).toBe(getNamedType(type).name);
    expect(told.get(name)!['arguments'].map((one: Info) => [one['name'], one['type']])).toEqual(
      args.map((one) => [one.name, String(one.type)]),
    );
    expect([name, allowed.has(name)]).toEqual([name, !(extensions['access'] as RootAccess | undefined)?.isForAdministrators]);

    // And so it is: what asks for no more than an id can be tried.
    if (!args.every((one) => String(one.type) === 'ID!' || !isNonNullType(one.type) || one.defaultValue !== undefined)) continue;
    const given = args.filter((one) => String(one.type) === 'ID!').map((one) => `${one.name}: "nobody"`);
    const answer = await clerk.send(`mutation { ${name}${given.length > 0 ? `(${given.join(', ')})` : ''} { __typename } }`);
    expect([name, codesOf(answer).includes('FORBIDDEN')]).toEqual([name, !allowed.has(name)]);
  }
  const verbs = (module: Info) => module['mutations'].filter((one: Info) => !one['isForMany']).flatMap((one: Info) => one['verb'] ?? []);
  expect(sorted(verbs(forClerk['Account']!))).toEqual(['CLONE', 'CREATE', 'DELETE', 'RESTORE', 'UPDATE', 'UPSERT']);
  expect(verbs(forClerk['Currency']!)).toEqual([]);
  expect(verbs(forChief['Organization']!)).toEqual(['UPDATE']);

  const made = await chief.ask('mutation { createApiKey(input: { name: "Reader", isReadOnly: true }) { key } }');
  const answer = await crm.post({ query: '{ modules { mutations { name } } }' }, { authorization: `Bearer ${made['createApiKey'].key}` });
  expect((answer.data as { modules: Info[] }).modules.flatMap(({ mutations: some }) => some)).toEqual([]);
});

test.each([...languages])('everything is called something in %s', async (language) => {
  const modules = await modulesFor(chief, everything, language);
  const labels: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (/label$/i.test(key)) labels.push(String(inner));
      visit(inner);
    }
  };
  visit(modules);
  expect(labels.length).toBeGreaterThan(500);
  expect(labels.filter((label) => label.trim() === '' || /^(labels|plurals|undefined|null)\b|[{}*]/.test(label))).toEqual([]);
});

test.each([...languages])('picklists, their values and enums are described in %s, and never by the key of a text', async (language) => {
  const headers = { authorization: `Bearer ${chief.token}`, 'accept-language': language };
  const { data, errors } = await crm.post({ query: '{ picklists { name description values { label } } }' }, headers);
  expect(errors).toBeUndefined();
  const query = 'query ($name: String!) { enumeration(name: $name) { description values { label description } } }';
  const enums = await Promise.all([...definedEnums().keys()].map((name) => crm.post({ query, variables: { name } }, headers)));
  const texts: string[] = [];
  JSON.stringify([data, enums.map((one) => one.data)], (_key, value: unknown) => {
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  expect(texts.length).toBeGreaterThan(300);
  expect(texts.filter((text) => text.trim() === '' || /^(labels|plurals|texts|enums|faults|errors)\./.test(text))).toEqual([]);
  const { picklists } = data as { picklists: { name: string; description: string }[] };
  expect(picklists.map(({ name }) => name).sort()).toEqual(
    standardPicklists()
      .map(({ name }) => name)
      .sort(),
  );
  const vendorList = picklists.find(({ name }) => name === 'GlAccount')!.description;
  expect(vendorList.startsWith('De grootboekrekening')).toBe(language === 'nl');
});

test('background jobs and prices are called what a Dutch user calls them', async () => {
  const said = await modulesFor(chief, '{ name label pluralLabel fields { name label } }', 'nl');
  expect(said['Job']).toMatchObject({ label: 'Achtergrondtaak', pluralLabel: 'Achtergrondtaken' });
  const called = (module: string, name: string): string =>
    said[module]!['fields'].find((one: Info) => one['name'] === name).label as string;
  expect(called('Product', 'unitPrice')).toBe('Eenheidsprijs');
  expect(called('Product', 'reorderLevel')).toBe('Vervolgbestellingsniveau');
  expect(called('ListPrice', 'listPrice')).toBe('Catalogusprijs');
  expect(called('LineItem', 'listPrice')).toBe('Catalogusprijs');
});

test('modules, fields, lists, picklists and kinds are said in the language of the reader', async () => {
  const selection = '{ name label pluralLabel fields { name label kind picklist { values { key label } } } relatedLists { name label } }';
  const said = await modulesFor(chief, selection, 'nl');
  expect(said['Contact']).toMatchObject({ label: 'Contactpersoon', pluralLabel: 'Contactpersonen' });
  expect(said['User']!['relatedLists']).toContainEqual({ name: 'ownedContacts', label: 'Contactpersonen in eigendom' });
  expect(said['Account']!['relatedLists']).toContainEqual({ name: 'contacts', label: 'Contactpersonen' });
  const field = (name: string): Info => said['Account']!['fields'].find((one: Info) => one['name'] === name);
  expect(field('accountName')).toMatchObject({ label: 'Accountnaam', kind: 'TEXT', picklist: null });
  expect(field('industry').picklist.values).toContainEqual({ key: 'GOVERNMENT_MILITARY', label: 'Overheid/defensie' });
});

test('it takes no statement, and one where values of picklists are asked for or versions, of one module and of all', async () => {
  const counted = async (query: string): Promise<number> => {
    sent.length = 0;
    await chief.ask(query);
    return sent.length;
  };
  const plain = '{ name label fields { name label kind lookup { module } enumeration { values { key } } } mutations { name } }';
  expect(await counted(`{ modules ${plain} module(name: "Deal") ${plain} }`)).toBe(0);
  expect(await counted(`{ modules ${everything} module(name: "Deal") ${everything} picklists { name } }`)).toBe(1);
  expect(await counted('{ modules { version } }')).toBe(1);
  expect(await counted('{ module(name: "Currency") { version } }')).toBe(0);
});

test('a version changes with the metadata of its module, for whom it changes, and with nothing else', async () => {
  const versions = async (person: Person, language = 'en'): Promise<Record<string, string>> => {
    const modules = await modulesFor(person, '{ name version }', language);
    return Object.fromEntries(Object.entries(modules).map(([name, { version }]) => [name, version]));
  };
  let known = await versions(chief);
  /** The modules whose version is another than before. */
  const changed = async (): Promise<string[]> => {
    const found = await versions(chief);
    const names = Object.keys(found).filter((name) => found[name] !== known[name]);
    known = found;
    return names;
  };
  const holding = (picklist: string): string[] =>
    [...registry.modules.values()]
      .filter(({ fields }) => [...fields.values()].some((one) => one.picklist?.name === picklist))
      .map(({ name }) => name);
  const setUnique = (isUnique: boolean) =>
    chief.ask(`mutation { setFieldUnique(module: "Account", field: "website", isUnique: ${isUnique}) { uniqueFields { field } } }`);

  expect(await changed()).toEqual([]);
  await chief.ask('mutation { createAccount(input: { accountName: "Globex" }) { account { id } } }');
  expect(await changed()).toEqual([]);

  await chief.ask('mutation { createPicklistValue(picklist: "Industry", input: { label: "Space" }) { picklist { name } } }');
  expect(await changed()).toEqual(holding('Industry'));
  await chief.ask(
    'mutation { updatePicklistValue(picklist: "Industry", key: "SPACE", input: { color: "#112233" }) { picklist { name } } }',
  );
  expect(await changed()).toEqual(holding('Industry'));
  await chief.ask('mutation { deletePicklistValue(picklist: "Industry", key: "SPACE") { picklist { name } } }');
  expect(await changed()).toEqual(holding('Industry'));

  await setUnique(true);
  const { module } = await chief.ask('{ module(name: "Account") { fields { name isUnique } } }');
  expect(module.fields.filter((one: Info) => one['isUnique'])).toEqual([{ name: 'website', isUnique: true }]);
  const unique = known['Account'];
  expect(await changed()).toEqual(['Account']);
  await setUnique(false);
  expect(await changed()).toEqual(['Account']);
  expect(known['Account']).toBe(unique);

  models.set(chief.userId, customModel);
  expect(await changed()).toEqual(['Account']);
  const another = customField('text', 'loyaltyTier_c', { description: 'The level of loyalty.', max: 50 });
  const longer = new Map<Model, Model>();
  models.set(chief.userId, (base) => {
    const made = longer.get(base) ?? extendModel(base, 'longer', { Account: [another, ...accountFields.slice(1)] });
    longer.set(base, made);
    return made;
  });
  expect(await changed()).toEqual(['Account']);
  models.delete(chief.userId);
  expect(await changed()).toEqual(['Account']);
  expect(known['Account']).toBe(unique);

  // Others read and may do other things.
  const [dutch, ofClerk] = [await versions(chief, 'nl'), await versions(clerk)];
  expect(Object.keys(known).filter((name) => dutch[name] === known[name])).toEqual([]);
  expect(Object.keys(known).filter((name) => ofClerk[name] !== known[name])).toEqual(expect.arrayContaining(['User', 'Currency']));
  expect(ofClerk['Account']).toBe(known['Account']);
});

test('own fields of an organisation stand beside those of the product', async () => {
  models.set(chief.userId, customModel);
  const own = (await modulesFor(chief))['Account']!['fields'].filter((one: Info) => one['isCustom']) as Info[];
  models.delete(chief.userId);
  expect(own.map(({ name }) => name)).toEqual(accountFields.map(({ name }) => name));
  const { schema } = customModel(crm.app.model);
  for (const { name, inputName, inputType, filterType } of own) {
    expect(inputName).toBe(name);
    const typeIn = (input: string) => {
      const type = schema.getType(input);
      return isInputObjectType(type) ? String(type.getFields()[name]?.type) : null;
    };
    expect([typeIn('AccountCreateInput'), typeIn('AccountFilter')]).toEqual([inputType, filterType]);
  }
  expect((await modulesFor(chief))['Account']!['fields'].filter((one: Info) => one['isCustom'])).toEqual([]);
});

test('what is hidden from the caller does not show: fields, what is made of them, and modules of which all is hidden', async () => {
  const vendor = [...registry.module('Vendor').fields.keys()];
  const hidden = {
    Account: ['accountName', 'industry', 'annualRevenue'],
    Contact: ['account'],
    Campaign: ['startDate', 'actualCost', 'parentCampaign'],
    CampaignMember: ['person'],
    Deal: ['amount'],
    PipelineStage: ['place'],
    Vendor: vendor,
  };
  const before = await modulesFor(clerk);
  accesses.set(clerk.userId, ownerOrBelow(hidden));
  const modules = await modulesFor(clerk);
  accesses.delete(clerk.userId);
  const names = (module: string, part: string) => modules[module]![part].map((one: Info) => one['name']);

  for (const [module, fields] of Object.entries(hidden)) {
    if (module === 'Vendor') continue;
    expect(names(module, 'fields').filter((name: string) => fields.includes(name))).toEqual([]);
    const rest = before[module]!['fields'].map((one: Info) => one['name']).filter((name: string) => !fields.includes(name));
    expect(names(module, 'fields')).toEqual(rest);
  }
  expect(modules['Account']).toMatchObject({ displayName: null, duplicateCheck: null });
  expect(names('Account', 'relatedLists')).not.toContain('contacts');
  expect(names('Account', 'relatedLists')).toContain('deals');
  expect(modules['CampaignMember']).toMatchObject({ unique: [] });
  expect(modules['PipelineStage']).toMatchObject({ order: [] });
  expect(modules['Campaign']!['fields'].find((one: Info) => one['name'] === 'endDate')).toMatchObject({ notBefore: null });
  expect(names('Campaign', 'summaries')).toEqual(['figures']);
  const figures = modules['Campaign']!['summaries'][0].figures.map((one: Info) => one['name']);
  expect(figures).toContain('totalMembers');
  for (const figure of ['actualCost', 'actualRevenue', 'leads', 'roiPercent']) expect(figures).not.toContain(figure);

  expect(modules['Vendor']).toBeUndefined();
  expect(names('User', 'relatedLists')).toContain('ownedAccounts');
  expect(names('User', 'relatedLists')).not.toContain('ownedVendors');
});

test('it is for who is signed in; a module that there is not is null; it costs what it weighs', async () => {
  for (const query of ['{ modules { name } }', '{ module(name: "Account") { name } }'])
    expect(codesOf(await crm.post({ query }))).toEqual(['UNAUTHENTICATED']);
  const answer = await chief.send(
    '{ a: module(name: "Nothing") { name } b: module(name: "toString") { name } c: module(name: "\\u0000") { name } modules { name } }',
  );
  expect(answer).toMatchObject({ data: { a: null, b: null, c: null }, extensions: { cost: { requested: 2300 } } });
});

/** A frontend that knows GraphQL and the metadata, and no module. */
class Frontend {
  private count = 0;
  constructor(
    private readonly person: Person,
    private readonly modules: Readonly<Record<string, Info>>,
  ) {}

  /** Fills in what a form of the module needs, and saves it; what the server then misses is filled in, too. */
  async create(name: string): Promise<{ id: string; input: Info }> {
    const module = this.modules[name]!;
    const mutation = module['mutations'].find((one: Info) => one['verb'] === 'CREATE' && !one['isForMany']);
    const inputType = mutation.arguments.find((one: Info) => one['name'] === 'input').type;
    const document = `mutation ($input: ${inputType}) { ${mutation.name}(input: $input) { ${module['singular']} { id } } }`;
    const input = await this.needed(module);
    const lists = (module['relatedLists'] as Info[]).filter((one) => one['isNeeded']);
    for (const { name: list, module: of } of lists) input[list] = { create: [await this.needed(this.modules[of]!)] };
    for (let tries = 0; ; tries++) {
      const { data, errors } = await this.person.send(document, { input });
      if (data) return { id: data[mutation.name][module['singular']].id, input };
      const faults = (errors![0]!.extensions as unknown as { fields?: { inputPath: string }[] }).fields ?? [];
      const fill = async (of: Info, given: Info, path: string): Promise<number> => {
        let filled = 0;
        for (const field of of['fields'] as Info[]) {
          if (!faults.some(({ inputPath }) => inputPath === `${path}.${field['inputName']}`)) continue;
          given[field['inputName']] = await this.value(field);
          filled++;
        }
        return filled;
      };
      let filled = await fill(module, input, 'input');
      for (const { name: list, module: of } of lists)
        filled += await fill(this.modules[of]!, input[list].create[0], `input.${list}.create.0`);
      if (tries > 2 || filled === 0) throw new Error(`${name}: ${JSON.stringify(errors)} ${JSON.stringify(input)}`);
    }
  }

  /** What a new record must say, and the first of what it has one of where it stands by itself. */
  private async needed({ fields, oneOf, mutations }: Info): Promise<Info> {
    const input: Info = {};
    const isAlone = (mutations as Info[]).some((one) => one['verb'] === 'CREATE');
    for (const field of fields as Info[])
      if (field['isNeeded'] || (isAlone && field['name'] === oneOf[0])) input[field['inputName']] = await this.value(field);
    return input;
  }

  private async value({ kind, maxLength, minimum, picklist, enumeration, lookup }: Info): Promise<unknown> {
    switch (kind) {
      case 'TEXT':
      case 'TEXTAREA':
        return `Form ${++this.count}`.slice(0, maxLength);
      case 'EMAIL':
        return `form${++this.count}@example.com`;
      case 'INTEGER':
        return Math.max(Number(minimum), 1);
      case 'DECIMAL':
      case 'MONEY':
        return '1';
      case 'BOOLEAN':
        return true;
      case 'DATE':
        return '2027-01-31';
      case 'PICKLIST':
        return picklist.values.find((one: Info) => !one['isRetired']).key;
      case 'ENUM':
        return enumeration.values[0].key;
      case 'LOOKUP': {
        const { listQuery } = this.modules[lookup.module]!;
        const key = lookup.inputKey ?? 'id';
        const { nodes } = (await this.person.ask(`{ ${listQuery}(first: 1) { nodes { ${key} } } }`))[listQuery];
        return nodes[0]?.[key] ?? (await this.create(lookup.module)).id;
      }
      default:
        throw new Error(`What does a form give for ${kind}?`);
    }
  }
}

test('a form made of the metadata alone makes, shows, finds and changes a record of any module that people work with', async () => {
  const modules = await modulesFor(clerk);
  const form = new Frontend(clerk, modules);
  const worked = Object.values(modules).filter(({ mutations }) => mutations.some((one: Info) => one['verb'] === 'CLONE'));
  expect(worked.map(({ name }) => name)).toEqual(expect.arrayContaining(['Account', 'Contact', 'Deal', 'Lead']));
  for (const { name, oneQuery, listQuery, filterType, orderType, displayName, fields, mutations, singular } of worked) {
    const { id, input } = await form.create(name);
    const plain = (fields as Info[]).map((one) => one['idName'] ?? one['name']).join(' ');
    const found = (await clerk.ask(`query ($id: ID!) { ${oneQuery}(id: $id) { ${plain} } }`, { id }))[oneQuery];
    for (const field of fields as Info[])
      if (input[field['inputName']] !== undefined && !field['lookup']?.inputKey)
        expect(found[field['idName'] ?? field['name']]).toEqual(input[field['inputName']]);

    const line = (fields as Info[]).find((one) => one['name'] === displayName)!;
    expect(line['operators']).toContain('eq');
    const list = await clerk.ask(
      `query ($filter: ${filterType}, $orderBy: [${orderType}!]) { ${listQuery}(filter: $filter, orderBy: $orderBy) { nodes { id } } }`,
      { filter: { [displayName]: { eq: found[displayName] } }, orderBy: [{ [displayName]: 'ASC' }] },
    );
    expect(list[listQuery].nodes).toContainEqual({ id });

    const change = mutations.find((one: Info) => one['verb'] === 'UPDATE' && !one['isForMany']);
    const types = Object.fromEntries(change.arguments.map((one: Info) => [one['name'], one['type']]));
    const text = (fields as Info[]).find((one) => one['isUpdatable'] && one['kind'] === 'TEXT' && !one['isUnique'])!;
    const changed = await clerk.ask(
      `mutation ($id: ${types['id']}, $input: ${types['input']}) { ${change.name}(id: $id, input: $input) { ${singular} { ${text['name']} } } }`,
      { id, input: { [text['inputName']]: 'Changed' } },
    );
    expect(changed[change.name][singular]).toEqual({ [text['name']]: 'Changed' });
  }
});

test('a form edits the lists that say so: an account is made with its contacts', async () => {
  const modules = await modulesFor(clerk, '{ name createInput relatedLists { name module via createType updateType isNeeded } }');
  const lists = modules['Account']!['relatedLists'].filter((one: Info) => one['createType']);
  expect(lists).toEqual([
    {
      name: 'contacts',
      module: 'Contact',
      via: 'account',
      createType: 'NewContactsOfAccountInput',
      updateType: 'ContactsOfAccountInput',
      isNeeded: false,
    },
  ]);
  const made = await clerk.ask(
    `mutation ($list: ${lists[0].createType}) { createAccount(input: { accountName: "Hooli", ${lists[0].name}: $list }) { account { ${lists[0].name} { totalCount } } } }`,
    { list: { create: [{ lastName: 'Lovelace' }] } },
  );
  expect(made['createAccount'].account.contacts.totalCount).toBe(1);
});
