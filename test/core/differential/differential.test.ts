import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  isEnumType,
  isInputObjectType,
  isObjectType,
  parse,
  print,
  visit,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { camelCase } from '../../../server/core/names.js';
import type { Model } from '../../../server/core/read/plan.js';
import { customModel } from '../../support/custom-schema.js';
import type { Answer } from '../../support/workspace.js';
import { dataText, hiddenPaths, valuesAt } from './answer.js';
import { byLanguage } from './compare.js';
import { loadContent, type Content } from './content.js';
import { createCoverage } from './coverage.js';
import { createFixture, type Fixture, type Persona } from './fixture.js';
import { createGenerator, type Generator, type Operation } from './generate.js';
import { createNaive, type GivenCursor, type Naive, type NaiveAnswer } from './naive.js';
import { createRandom } from './random.js';
import type { Refusal } from './refusals.js';
import { shrink } from './shrink.js';
import { texts } from './texts.js';

/** How many operations are asked, and what they are made from: the same seed makes the same ones. */
const runs = Number(process.env['DIFFERENTIAL_RUNS'] ?? 4000);
const seed = Number(process.env['DIFFERENTIAL_SEED'] ?? Date.now() % 1_000_000_007);

const random = createRandom(seed);
const coverage = createCoverage();
const MAX_CURSORS = 300;

/** A persona with both ways to answer them. */
interface Side {
  readonly persona: Persona;
  readonly model: Model;
  readonly naive: Naive;
  readonly generator: Generator;
  /** Cursors of earlier answers, by module. */
  readonly cursors: Map<string, GivenCursor[]>;
}

interface Asked {
  readonly document: string;
  readonly variables: Record<string, unknown>;
  readonly operationName?: string;
}

let fixture: Fixture;
let content: Content;
let sides: readonly Side[];
let strangers: readonly Side[];

beforeAll(async () => {
  fixture = await createFixture(seed);
  const { app } = fixture.crm;
  const custom = customModel(app.model);
  content = await loadContent(app.database.system, custom.registry);
  const naives = new Map([app.model, custom].map((model) => [model, createNaive(model.schema, model.registry, content)]));
  const side = (persona: Persona): Side => {
    const model = persona.isCustom ? custom : app.model;
    const cursors = new Map<string, GivenCursor[]>();
    const { org } = persona.person;
    const generator = createGenerator({
      random,
      ...model,
      content,
      coverage,
      org,
      hidden: persona.hidden,
      cursors: (module) => cursors.get(module) ?? [],
    });
    return { persona, model, naive: naives.get(model)!, generator, cursors };
  };
  sides = fixture.personas.map(side);
  strangers = fixture.strangers.map(side);
}, 120_000);

afterAll(async () => fixture?.[Symbol.asyncDispose]());

test(
  'random operations are answered byte for byte as a plain reading of the same rows answers them',
  async () => {
    let asked = 0;
    // On until everything had its turn, within reason.
    for (let round = 0; asked < runs || (asked < 2 * runs && unused(asked).length > 0); round++) {
      const side = sides[round % sides.length]!;
      const operation = side.generator.operation();
      const askings = askingsOf(side, operation);
      // Together, as they would come from many people: what is set for one must not be seen by another.
      await Promise.all(askings.map(({ by, variables }) => compare(by, { ...operation, variables }, operation.refusal)));
      asked += askings.length;
    }
    expect(unused(asked)).toEqual([]);
  },
  60_000 + runs * 50,
);

/** The same document several times: with other values for its variables, and by others who may see as much. */
function askingsOf(side: Side, operation: Operation): { by: Side; variables: Record<string, unknown> }[] {
  const askings = [{ by: side, variables: operation.variables }];
  if (Object.keys(operation.variables).length > 0) askings.push(...[1, 2].map(() => ({ by: side, variables: operation.vary() })));
  const others = [...sides, ...strangers].filter(
    ({ persona }) => (!side.persona.isCustom || persona.isCustom) && (persona.team === null || side.persona.team !== null),
  );
  if (!operation.refusal && random.chance(0.4))
    askings.push(...[1, 2].map(() => ({ by: random.pick(others), variables: operation.vary() })));
  return askings;
}

/** Asks both; on any difference fails with the smallest operation that still shows one. */
async function compare(side: Side, asked: Asked, refusal: Refusal | null): Promise<void> {
  const { answer, expected, difference } = await ask(side, asked, refusal);
  if (difference) throw new Error(await report(side, asked, refusal));
  expect(answer.status).toBe(200);
  if (refusal) return;
  for (const cursor of expected.cursors) {
    const known = side.cursors.get(cursor.module) ?? [];
    known[known.length < MAX_CURSORS ? known.length : random.below(MAX_CURSORS)] = cursor;
    side.cursors.set(cursor.module, known);
  }
}

async function ask({ persona, naive }: Side, { document, variables, operationName }: Asked, refusal: Refusal | null) {
  const { person, hidden, team } = persona;
  const asking = fixture.crm.post({ query: document, variables, operationName }, { authorization: `Bearer ${person.token}` });
  const expected = await naive(parse(document), variables, { org: person.org, hidden, team }, operationName);
  const answer = await asking;
  return { answer, expected, difference: differenceBetween(answer, expected, refusal) };
}

/** What is different, in words; null when nothing is. */
function differenceBetween(answer: Answer, expected: NaiveAnswer, refusal: Refusal | null): string | null {
  const errors = (answer.errors ?? []).map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`).join();
  const expectedErrors = refusal ? `${refusal.key} ${refusal.code}` : expected.errors.map(String).join();
  if (errors !== expectedErrors) return `errors: ${errors || 'none'} instead of ${expectedErrors || 'none'}`;
  const data = expectedData(expected, refusal);
  if (dataText(answer) !== data) return `data, from here: ${firstDifference(dataText(answer), data)}`;
  const told = hiddenPaths(answer);
  const untold = [...expected.hidden].filter((path) => !told.includes(path) && path.split('.')[0] !== refusal?.key);
  if (untold.length > 0) return `hidden without being said: ${untold.join()}`;
  const shown = told.filter((path) => valuesAt(answer.data, path.split('.')).some((value) => value !== null));
  return shown.length > 0 ? `said to be hidden, but shown: ${shown.join()}` : null;
}

/** What is refused reads null as a whole. */
const expectedData = ({ data }: NaiveAnswer, refusal: Refusal | null): string =>
  JSON.stringify(data && refusal ? Object.assign(data, { [refusal.key]: null }) : data);

function firstDifference(actual: string, expected: string): string {
  let at = 0;
  while (at < actual.length && actual[at] === expected[at]) at++;
  const excerpt = (text: string): string => text.slice(Math.max(0, at - 200), at + 200);
  return `\n  server: ${excerpt(actual)}\n  naive:  ${excerpt(expected)}`;
}

async function report(side: Side, asked: Asked, refusal: Refusal | null): Promise<string> {
  const differs = async (document: string) => (await ask(side, { ...asked, document }, refusal)).difference !== null;
  // Without its fault an operation that must be refused is another one.
  const document = refusal ? asked.document : await shrink(asked.document, side.model.schema, differs, 20_000);
  const { difference } = await ask(side, { ...asked, document }, refusal);
  const { name, team } = side.persona;
  return [
    `The answers differ in their ${difference}`,
    `DIFFERENTIAL_SEED=${seed} DIFFERENTIAL_RUNS=${runs}`,
    `asked by ${name}${team ? ', who sees what their team owns' : ''}${refusal ? `; to be refused for ${refusal.reason}` : ''}`,
    document,
    `variables: ${JSON.stringify(asked.variables)}`,
    ...fixture.faults.slice(-1),
  ].join('\n');
}

/** Whatever the schema offers and a document can be made of, if the operations had too little of it. */
function unused(asked: number): string[] {
  const { schema } = customModel(fixture.crm.app.model);
  const expected = [
    ...fieldsAndInputs(schema),
    ...groupFields(schema),
    ...constructs.map((name) => [name, Math.floor(asked / 400)] as const),
  ];
  return expected
    .filter(([item, least]) => coverage.count(item) < Math.max(1, least))
    .map(([item, least]) => `${item}: ${coverage.count(item)} of ${least}`);
}

/** What stands beside the reads: tested elsewhere, or below. */
const otherTypes =
  /^(Mutation|.*Payload|.*Result|.*Input|.*Item|.*Reference|RowError|InputFault|Session|CostEstimate|Picklist|PicklistValue|__.*)$/;

function fieldsAndInputs(schema: GraphQLSchema): (readonly [string, number])[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (otherTypes.test(type.name)) return [];
    const names = isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : [];
    if (isInputObjectType(type) && type.name.endsWith('ListFilter')) return [];
    const kind = isObjectType(type) ? 'field' : 'input';
    return names.filter((name) => !['picklist', 'estimateCost'].includes(name)).map((name) => [`${kind}:${type.name}.${name}`, 1] as const);
  });
}

const groupFields = (schema: GraphQLSchema): (readonly [string, number])[] =>
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isEnumType(type) && type.name.endsWith('GroupField') ? type.getValues().map(({ name }) => [`by:${type.name}.${name}`, 1] as const) : [],
  );

const constructs = [
  ...['alias', 'odd alias', '__typename', '@include', '@skip', 'inline fragment', 'named fragment', 'fragment used again'],
  ...[
    'fragment on a possible type',
    'fragment on the interface',
    'same key twice',
    'several roots',
    'several operations',
    'every leaf',
    'refused',
  ],
]
  .map((name) => `construct:${name}`)
  .concat(
    ['first', 'last', 'after', 'before', 'filter', 'orderBy', 'deleted', 'id', 'ids'].map((name) => `argument:${name}`),
    ['leaf', 'list', 'object', 'null'].flatMap((kind) => [`value:${kind} as literal`, `value:${kind} as variable`]),
    ['some', 'none', 'every'].map((name) => `quantifier:${name}`),
    [
      'given',
      'given, non-null',
      'given with default',
      'missing',
      'missing with default',
      'missing with default, non-null',
      'used twice',
    ].map((name) => `variable:${name}`),
    ['cursor:of an empty value', 'cursor:both', 'order:through a lookup', 'filter:empty', 'value:one item for a list'],
  );

test('a variable that is null where none is taken refuses its root field and no other', async () => {
  const side = sides[0]!;
  const id = `account_${content.rows('Account')[0]!.id}`;
  for (const [type, field] of [
    ['DeletedRecords = WITH', 'accounts(deleted: $null) { totalCount }'],
    ['ID = ""', 'account(id: $null) { id }'],
    ['ID = ""', 'node(id: $null) { id }'],
    ['[ID!] = []', 'nodes(ids: $null) { id }'],
    ['[AccountGroupField!] = [INDUSTRY]', 'accounts { groups(by: $null) { __typename } }'],
    ['DeletedRecords = WITH', `account(id: "${id}") { contacts(deleted: $null) { totalCount } }`],
    ['Boolean = true', 'accounts { totalCount @include(if: $null) }'],
    ['Boolean = true', 'accounts { nodes { ... @skip(if: $null) { id } } }'],
  ]) {
    const asked = { document: `query ($null: ${type!}) { refused: ${field!} users { totalCount } }`, variables: { null: null } };
    const { expected } = await ask(side, asked, null);
    expect(expected.errors).not.toEqual([]);
    const { difference } = await ask(side, asked, { key: 'refused', code: 'VALIDATION_FAILED', reason: 'null' });
    expect({ document: asked.document, difference }).toEqual({ document: asked.document, difference: null });
  }
});

test('the texts of this test sort and lower-case the same in PostgreSQL and in JavaScript', async () => {
  const { system } = fixture.crm.app.database;
  const { rows } = await system.query<{ t: string; lower: string }>(
    `SELECT t, lower(t COLLATE "und-x-icu") AS lower FROM unnest($1::text[]) t ORDER BY t COLLATE "und-x-icu"`,
    [texts],
  );
  expect(rows.map(({ t }) => t)).toEqual([...texts].sort(byLanguage));
  expect(rows.map(({ lower }) => lower)).toEqual(rows.map(({ t }) => t.toLowerCase()));
});

test('beside a picklist or the schema itself, which are resolved, compiled fields answer as they do alone', async () => {
  for (let round = 0; round < 60; round++) {
    const side = sides[round % sides.length]!;
    const { document, variables, refusal, operationName } = side.generator.operation();
    if (refusal || operationName) continue;
    const mixed = withRoot(document, random.pick(resolvedRoots));
    const { person } = side.persona;
    const alone = await person.send(document, variables);
    const together = await person.send(mixed, variables);
    expect({ mixed, errors: together.errors }).toEqual({ mixed, errors: undefined });
    const { resolved, ...rest } = together.data as Record<string, unknown>;
    expect(resolved).toBeTruthy();
    expect({ mixed, data: JSON.stringify(rest) }).toEqual({ mixed, data: dataText(alone) });
    expect(hiddenPaths(together).sort()).toEqual(hiddenPaths(alone).sort());
  }
});

const resolvedRoots = [
  'picklist(name: "Rating") { name values { key place } }',
  '__schema { queryType { name } }',
  '__type(name: "Deal") { name }',
];

/** The document with one more root field, `resolved`, in its operation. */
function withRoot(document: string, field: string): string {
  const [added] = (parse(`{ resolved: ${field} }`).definitions as OperationDefinitionNode[])[0]!.selectionSet.selections;
  return print(
    visit(parse(document), {
      OperationDefinition: (operation) => ({
        ...operation,
        selectionSet: { ...operation.selectionSet, selections: [added!, ...operation.selectionSet.selections] },
      }),
    }),
  );
}

test("a mutation's payload reads a record as a query does", async () => {
  for (let round = 0; round < 60; round++) {
    const side = sides[round % sides.length]!;
    const module = side.model.registry.module(random.pick(['Account', 'Contact', 'Deal']));
    const { selection, definitions, variables, fragments } = side.generator.recordSelection(module);
    const { org } = side.persona.person;
    const live = content
      .rows(module.name)
      .filter(
        (row) => row.org === org && row.cells['deleted_at'] === null && (side.persona.team?.includes(row.cells['owner_id']!) ?? true),
      );
    const id = `${module.prefix}_${random.pick(live).id}`;
    const key = camelCase(module.name);
    // A change of nothing writes nothing.
    const changed = await side.persona.person.send(
      `mutation ${definitions} { update${module.name}(id: "${id}", input: {}) { ${key} ${selection} } } ${fragments}`,
      variables,
    );
    const read = await side.persona.person.send(`query ${definitions} { ${key}(id: "${id}") ${selection} } ${fragments}`, variables);
    expect({ selection, payload: dataText(changed) }).toEqual({ selection, payload: `{"update${module.name}":${dataText(read)}}` });
  }
});
