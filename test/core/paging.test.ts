import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isInputObjectType, type GraphQLInputObjectType } from 'graphql';
import { standardModel } from '../../server/app.js';
import { camelCase } from '../../server/core/names.js';
import { standardPicklists } from '../../server/core/picklist.js';
import type { Field, Module } from '../../server/core/registry.js';
import { registry } from '../../server/modules/index.js';
import { checkProperty, sample } from '../support/seed.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

/** Runs of each property. What they cost is bounded by the pages of a list. */
const numRuns = 40;
const MAX_SHRINKS = 100;

let crm: Workspace;
let chief: Person;
let owners: readonly string[] = [];
/** What records refer to; none of them is in a list that is paged through, and the last is in the bin. */
let accountIds: readonly string[] = [];
let contactIds: readonly string[] = [];
/** Where each value of each picklist stands. */
const places = new Map<string, number>();
/** Counted for names that nothing else has. */
let lists = 0;
let touches = 0;

beforeAll(async () => {
  crm = await workspace({ database: 'own' });
  const { people } = await crm.company('acme', [
    { firstName: 'Ada', lastName: 'Zoë', email: 'chief@acme.example.com' },
    { lastName: 'zoe', email: 'second@acme.example.com', managerEmail: 'chief@acme.example.com' },
    { firstName: 'ada', lastName: 'Álvarez', email: 'third@acme.example.com' },
  ]);
  chief = people['chief']!;
  owners = Object.values(people).map(({ userId }) => `user_${userId}`);
  accountIds = await create('Account', [
    { accountName: 'B', industry: 'SERVICE_PROVIDER', employees: 3, annualRevenue: '20', ownerId: owners[1] },
    { accountName: 'b', industry: 'DATA_TELECOM_OEM', ownerId: owners[2] },
    { accountName: 'gone', employees: 1 },
  ]);
  contactIds = await create('Contact', [
    { lastName: 'B', salutation: 'DR', accountId: accountIds[0], ownerId: owners[2] },
    { lastName: 'b', firstName: 'á', accountId: accountIds[1] },
    { lastName: 'gone', salutation: 'MR' },
  ]);
  await chief.ask(`mutation ($id: ID!, $parent: ID) { updateAccount(id: $id, input: { parentAccountId: $parent }) { account { id } } }`, {
    id: accountIds[1],
    parent: accountIds[0],
  });
  await chief.ask(
    `mutation ($account: ID!, $contact: ID!) { deleteAccount(id: $account) { account { id } } deleteContact(id: $contact) { contact { id } } }`,
    {
      account: accountIds[2],
      contact: contactIds[2],
    },
  );
  for (const { name } of standardPicklists()) {
    const { picklist } = await chief.ask('query ($name: String!) { picklist(name: $name) { values { key place } } }', { name });
    for (const { key, place } of picklist.values) places.set(`${name}/${key}`, place);
  }
});

afterAll(() => crm.close());

test('paging by any order, from either end, skips and repeats nothing that stands while other records come, change and go', async () => {
  await checkProperty(
    fc.asyncProperty(fc.constantFrom('accounts' as const, 'deals' as const).chain(runsOf), (run) => pageThrough(run)),
    { numRuns },
  );
});

test('so does paging through the contacts of one account, inside the account', async () => {
  await checkProperty(
    fc.asyncProperty(runsOf('contacts'), (run) => pageThrough(run)),
    { numRuns },
  );
});

test('every order that the schema offers leads through the whole list', async () => {
  for (const kind of Object.values(kinds)) {
    const rows = sample(kind.row, 15);
    const list = await started(kind, rows);
    for (const [index, path] of pathsOf(kind.module).entries()) {
      const [direction, backward] = [DIRECTIONS[index % DIRECTIONS.length]!, Math.floor(index / DIRECTIONS.length) % 2 === 1];
      await walk(list, { terms: [{ path, direction }], backward, sizes: [6], between: [] });
    }
  }
});

test('the lists inside a list are paged each for itself', async () => {
  const terms: Term[] = [
    { path: ['salutation'], direction: 'DESC' },
    { path: ['account', 'accountName'], direction: 'ASC' },
    { path: ['lastName'], direction: 'ASC_NULLS_FIRST' },
  ];
  const lists = await Promise.all([9, 1, 4].map((count) => started(contactsOfAccount, sample(contactsOfAccount.row, count))));
  const outer = await chief.ask(
    `query ($ids: [ID!]!, $orderBy: [ContactOrder!]) { accounts(filter: { id: { in: $ids } }) { nodes { id contacts(first: 2, orderBy: $orderBy) { ${PAGE} } } } }`,
    { ids: lists.map(({ place }) => place), orderBy: terms.map(orderBy) },
  );
  for (const list of lists) {
    const first = (outer['accounts'].nodes as { id: string; contacts: Page }[]).find(({ id }) => id === list.place)!.contacts;
    await walk(list, { terms, backward: false, sizes: [2], between: [] }, first);
  }
});

const DIRECTIONS = ['ASC', 'DESC', 'ASC_NULLS_FIRST', 'DESC_NULLS_LAST', 'ASC_NULLS_LAST', 'DESC_NULLS_FIRST'] as const;
const PAGE = 'nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

interface Page {
  readonly nodes: readonly { id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** One term of an order: the way to a field, through lookups. */
interface Term {
  readonly path: readonly string[];
  readonly direction: (typeof DIRECTIONS)[number];
}

type Input = Record<string, unknown>;

/** A kind of list, and what its records are made of. */
interface ListKind {
  readonly module: string;
  readonly field: string;
  readonly row: fc.Arbitrary<Input>;
  /** Makes room for a list of its own. */
  open(): Promise<Room>;
}

interface Room {
  readonly place: string;
  /** What the records of the list have in common. */
  readonly common: Input;
  /** What leads to them: a filter of the root list, or the record that the list belongs to. */
  readonly filter?: object;
  readonly parent?: string;
}

interface List extends Room {
  readonly kind: ListKind;
}

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 2 });
// The two spellings of é are equal to a reader and different to the database.
const texts = fc.constantFrom('a', 'A', 'á', 'b', 'B', 'ab', 'é', 'e\u0301', 'zoë', 'Zoe', '1', '10', '2', 'ж', '日本', '🙂');
const amount = fc.constantFrom({}, { currency: 'USD', exchangeRate: '1.25' }, { currency: 'JPY', exchangeRate: '160' });
/** One of the owners, accounts or contacts that are there for all lists. */
const oneOf = (of: 'owner' | 'account' | 'contact') => fc.nat(2).map((index) => `${of} ${index}`);
const combined = (values: fc.Arbitrary<Input>) =>
  fc.tuple(values, amount).map(([value, money]): Input => ({ ...inWhole(value, (money as Input)['currency'] === 'JPY'), ...money }));
/** A yen has no decimals. */
const inWhole = (value: Input, isWhole: boolean): Input =>
  Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, isWhole && /^12\.50?$/.test(String(one)) && name !== 'accountName' ? '12' : one]),
  );

const accounts: ListKind = {
  module: 'Account',
  field: 'accounts',
  row: combined(
    fc.record({
      accountName: texts,
      accountNumber: maybe(texts),
      industry: maybe(fc.constantFrom('WIRELESS_INDUSTRY', 'SERVICE_PROVIDER', 'DATA_TELECOM_OEM')),
      rating: maybe(fc.constantFrom('ACTIVE', 'ACQUIRED')),
      employees: maybe(fc.nat(2)),
      annualRevenue: maybe(fc.constantFrom('10', '12.50', '-3', '1600')),
      ownerId: oneOf('owner'),
      parentAccountId: maybe(oneOf('account')),
    }),
  ),
  open() {
    const place = `site ${++lists}`;
    return Promise.resolve({ place, common: { accountSite: place }, filter: { accountSite: { eq: place } } });
  },
};

const deals: ListKind = {
  module: 'Deal',
  field: 'deals',
  row: combined(
    fc.record({
      dealName: texts,
      stage: fc.constantFrom('QUALIFICATION', 'CLOSED_WON', 'NEGOTIATION_REVIEW'),
      closingDate: fc.constantFrom('2027-01-31', '2027-02-01', '2026-12-31'),
      amount: maybe(fc.constantFrom('10', '12.5', '1600')),
      type: maybe(fc.constantFrom('NEW_BUSINESS', 'EXISTING_BUSINESS')),
      accountId: maybe(oneOf('account')),
      contactId: maybe(oneOf('contact')),
      ownerId: oneOf('owner'),
    }),
  ),
  open() {
    const place = `step ${++lists}`;
    return Promise.resolve({ place, common: { nextStep: place }, filter: { nextStep: { eq: place } } });
  },
};

const contactsOfAccount: ListKind = {
  module: 'Contact',
  field: 'contacts',
  row: fc.record({
    lastName: texts,
    firstName: maybe(texts),
    salutation: maybe(fc.constantFrom('MR', 'DR', 'MS')),
    email: maybe(fc.constantFrom('a@example.com', 'B@example.com')),
    dateOfBirth: maybe(fc.constantFrom('1970-01-01', '2000-02-29')),
    emailOptOut: fc.boolean(),
    reportingToId: maybe(oneOf('contact')),
    ownerId: oneOf('owner'),
  }),
  async open() {
    const [place] = await create('Account', [{ accountName: 'parent' }]);
    return { place: place!, common: { accountId: place }, parent: `account(id: "${place!}")` };
  },
};

const kinds = { accounts, deals, contacts: contactsOfAccount };

type Change = { readonly kind: 'insert'; readonly row: Input } | { readonly kind: 'delete' | 'touch'; readonly at: number };

interface Walk {
  readonly terms: readonly Term[];
  readonly backward: boolean;
  /** The size of each page; after the last, from the first again. */
  readonly sizes: readonly number[];
  /** What happens after each page. */
  readonly between: readonly (readonly Change[])[];
}

interface Run extends Walk {
  readonly list: keyof typeof kinds;
  readonly rows: readonly Input[];
}

function runsOf(list: keyof typeof kinds): fc.Arbitrary<Run> {
  const kind = kinds[list];
  const paths = pathsOf(kind.module);
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.record({ kind: fc.constant('insert' as const), row: kind.row }),
    fc.record({ kind: fc.constantFrom('delete' as const, 'touch' as const), at: fc.nat(1000) }),
  );
  const run = fc.record({
    list: fc.constant(list),
    rows: fc.array(kind.row, { minLength: 4, maxLength: 24 }),
    terms: fc.array(fc.record({ path: fc.constantFrom(...paths), direction: fc.constantFrom(...DIRECTIONS) }), { maxLength: 3 }),
    backward: fc.boolean(),
    sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
    between: fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 10 }),
  });
  return fc.limitShrink(run, MAX_SHRINKS);
}

/** The ways to everything that a module can be ordered by, through one lookup, and through two to a few things. */
function pathsOf(module: string): string[][] {
  const terms = (type: GraphQLInputObjectType, depth: number): string[][] =>
    Object.values(type.getFields()).flatMap(({ name, type: of }) => {
      if (!isInputObjectType(of)) return [[name]];
      return depth === 0 ? [] : terms(of, depth - 1).map((rest) => [name, ...rest]);
    });
  const all = terms(orderType(module), 1);
  const far = terms(orderType(module), 2).filter((path) => path.length === 3 && ['accountName', 'lastName', 'industry'].includes(path[2]!));
  return [...all, ...far];
}

const orderType = (module: string): GraphQLInputObjectType => standardModel().schema.getType(`${module}Order`) as GraphQLInputObjectType;

const orderBy = ({ path, direction }: Term): object =>
  path.reduceRight<object | string>((inner, name) => ({ [name]: inner }), direction) as object;

async function pageThrough(run: Run): Promise<void> {
  await walk(await started(kinds[run.list], run.rows), run);
}

async function started(kind: ListKind, rows: readonly Input[]): Promise<List> {
  const list: List = { kind, ...(await kind.open()) };
  await insert(list, rows);
  return list;
}

/** A record as far as its place in an order goes. */
interface Entry {
  readonly id: string;
  readonly keys: readonly unknown[];
}

/**
 * Reads a list page by page while others change it, and expects each page to be what the model says: the records after
 * the last one seen, in the order of their values.
 *
 * @param first the first page, where it has been read already
 */
async function walk(list: List, { terms: asked, backward, sizes, between }: Walk, first?: Page): Promise<void> {
  const terms = asked.flatMap((term) => sortTerms(list.kind.module, term));
  const known = await read(list, terms);
  const alive = new Map(known);
  const standing = new Set(known.keys());
  const compare = comparator(list, terms, backward);
  const seen: string[] = [];
  let last: Entry | undefined;
  let cursor: string | null = null;
  for (let turn = 0; ; turn++) {
    const size = sizes[turn % sizes.length]!;
    const page: Page =
      turn === 0 && first ? first : await readPage(list, asked, backward ? { last: size, before: cursor } : { first: size, after: cursor });
    const rest = [...alive.values()].filter((entry) => !last || compare(entry, last) > 0).sort(compare);
    const expected = rest.slice(0, size);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    const ahead = { hasNextPage: backward ? hasPreviousPage : hasNextPage, hasPreviousPage: backward ? hasNextPage : hasPreviousPage };
    const ids = page.nodes.map(({ id }) => id);
    expect({ turn, ids: backward ? ids.toReversed() : ids, ...ahead }).toEqual({
      turn,
      ids: expected.map(({ id }) => id),
      hasNextPage: rest.length > size,
      hasPreviousPage: cursor !== null,
    });
    seen.push(...ids);
    if (!ahead.hasNextPage) break;
    last = expected.at(-1);
    cursor = backward ? startCursor : endCursor;
    for (const change of between[turn] ?? []) await apply(change, list, terms, alive, standing);
  }
  expect(seen.length).toBe(new Set(seen).size);
  expect([...standing].filter((id) => !seen.includes(id))).toEqual([]);
}

/** What an order by a field compares: names of people by their family name. */
function sortTerms(module: string, { path, direction }: Term): Term[] {
  const names = fieldAt(registry.module(module), path).sortedBy ?? [path.at(-1)!];
  return names.map((name) => ({ path: [...path.slice(0, -1), name], direction }));
}

async function apply(change: Change, list: List, terms: readonly Term[], alive: Map<string, Entry>, standing: Set<string>): Promise<void> {
  const { module } = list.kind;
  if (change.kind === 'insert') {
    const ids = await insert(list, [change.row]);
    for (const [id, entry] of await read(list, terms, ids)) alive.set(id, entry);
    return;
  }
  const id = [...alive.keys()][change.at % alive.size];
  if (!id) return;
  if (change.kind === 'delete') {
    await chief.ask(`mutation ($id: ID!) { delete${module}(id: $id) { ${camelCase(module)} { id } } }`, { id });
    alive.delete(id);
    standing.delete(id);
    return;
  }
  // A change of what the order looks at is another matter: such a record moves.
  if (terms.some(({ path }) => ['version', 'modifiedAt', 'modifiedBy'].includes(path[0]!))) return;
  await chief.ask(
    `mutation ($id: ID!, $text: String) { update${module}(id: $id, input: { description: $text }) { ${camelCase(module)} { id } } }`,
    {
      id,
      text: `touch ${++touches}`,
    },
  );
}

/** The records of a list with the values that the terms look at, as the API shows them. */
async function read(list: List, terms: readonly Term[], ids?: readonly string[]): Promise<Map<string, Entry>> {
  const module = registry.module(list.kind.module);
  const shown = terms.map(({ path }) => shownPath(module, path));
  const selection = shown.map((path) => path.reduceRight((inner, name) => `${name}${inner && ` { ${inner} }`}`, '')).join(' ');
  const page = await ask(list, `first: 500, filter: $filter`, `nodes { id ${selection} }`, {
    filter: { ...list.filter, ...(ids && { id: { in: ids } }) },
  });
  const nodes = page.nodes as unknown as ({ id: string } & Record<string, unknown>)[];
  return new Map(nodes.map((node) => [node.id, { id: node.id, keys: shown.map((path) => valueAt(node, path)) }]));
}

const readPage = (list: List, terms: readonly Term[], page: object): Promise<Page> =>
  ask(list, 'first: $first, last: $last, after: $after, before: $before, orderBy: $orderBy, filter: $filter', PAGE, {
    ...page,
    orderBy: terms.map(orderBy),
    filter: list.filter,
  });

async function ask({ kind, parent }: List, given: string, selection: string, variables: object): Promise<Page> {
  const { field, module } = kind;
  const declared = Object.entries({
    first: 'Int',
    last: 'Int',
    after: 'Cursor',
    before: 'Cursor',
    orderBy: `[${module}Order!]`,
    filter: `${module}Filter`,
  });
  const used = declared.filter(([name]) => given.includes(`$${name}`)).map(([name, type]) => `$${name}: ${type}`);
  const text = `${field}(${given}) { ${selection} }`;
  const data = await chief.ask(`query (${used.join(', ')}) { ${parent ? `parent: ${parent} { ${text} }` : text} }`, variables);
  return (parent ? data['parent'] : data)[field] as Page;
}

const insert = ({ kind, common }: List, rows: readonly Input[]): Promise<string[]> =>
  create(
    kind.module,
    rows.map((row) => ({ ...row, ...common })),
  );

/** Creates records. Of the recycle bin, what they refer to is restored for that long. */
async function create(module: string, rows: readonly Input[]): Promise<string[]> {
  const there: Readonly<Record<string, readonly string[]>> = { owner: owners, account: accountIds, contact: contactIds };
  const resolved = (value: unknown): unknown => {
    const [, of, index] = /^(owner|account|contact) (\d)$/.exec(String(value)) ?? [];
    return of ? there[of]![Number(index)] : value;
  };
  const inputs = rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, resolved(value)])));
  const used = new Set(inputs.flatMap((input) => Object.values(input)));
  const binned = Object.entries({ Account: accountIds[2], Contact: contactIds[2] }).filter(([, id]) => id && used.has(id));
  const each = (verb: string) => binned.map(([name, id]) => `${verb}${name}(id: "${id!}") { ${camelCase(name)} { id } }`).join(' ');
  const one = camelCase(module);
  const made = await chief.ask(
    `mutation ($inputs: [${module}CreateInput!]!) { ${each('restore')} made: create${module}s(inputs: $inputs) { results { ${one} { id } } } ${each('delete')} }`,
    { inputs },
  );
  return (made['made'].results as Record<string, { id: string }>[]).map((result) => result[one]!.id);
}

/** The field at the end of a path, and its name in answers: money is compared in base currency. */
function fieldAt(module: Module, [name, ...rest]: readonly string[]): Field {
  const field = module.fields.get(name!)!;
  return rest.length > 0 ? fieldAt(registry.target(field), rest) : field;
}

function shownPath(module: Module, path: readonly string[]): string[] {
  const isMoney = fieldAt(module, path).kind === 'money';
  return path.map((name, index) => (isMoney && index === path.length - 1 ? `${name}InBaseCurrency` : name));
}

const valueAt = (node: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, name) => (at as Record<string, unknown> | null)?.[name] ?? null, node);

const collator = new Intl.Collator('und');

/** The order of two values of a field, neither of them empty. */
function compareValues({ kind, picklist }: Field, a: unknown, b: unknown): number {
  const byCode = (x: unknown, y: unknown) => (x === y ? 0 : (x as string) < (y as string) ? -1 : 1);
  switch (kind) {
    case 'text':
    case 'email':
    case 'phone':
    case 'url':
      return collator.compare(String(a), String(b)) || byCode(a, b);
    case 'integer':
    case 'decimal':
    case 'money':
    case 'boolean':
      return Number(a) - Number(b);
    case 'picklist':
      return places.get(`${picklist!.name}/${String(a)}`)! - places.get(`${picklist!.name}/${String(b)}`)!;
    default:
      return byCode(a, b);
  }
}

/** The order that the terms ask for, the id last in the direction of the last term; newest first without terms. */
function comparator({ kind }: List, terms: readonly Term[], backward: boolean): (a: Entry, b: Entry) => number {
  const fields = terms.map(({ path }) => fieldAt(registry.module(kind.module), path));
  const forward = (a: Entry, b: Entry): number => {
    for (const [index, { direction }] of terms.entries()) {
      const [x, y] = [a.keys[index] ?? null, b.keys[index] ?? null];
      const isDescending = direction.startsWith('DESC');
      const nullsFirst = direction.endsWith('NULLS_FIRST') || direction === 'DESC';
      if ((x === null) !== (y === null)) return (x === null) === nullsFirst ? -1 : 1;
      const order = x === null ? 0 : compareValues(fields[index]!, x, y);
      if (order !== 0) return isDescending ? -order : order;
    }
    const isDescending = terms.at(-1)?.direction.startsWith('DESC') ?? true;
    return (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) * (isDescending ? -1 : 1);
  };
  return backward ? (a, b) => forward(b, a) : forward;
}
