import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse, print, visit, type OperationDefinitionNode } from 'graphql';
import { camelCase } from '../../../server/core/names.js';
import type { Model } from '../../../server/core/read/plan.js';
import { codesOf } from '../../support/answers.js';
import { customModel } from '../../support/custom-schema.js';
import { byLanguage } from './compare.js';
import { loadContent, type Content } from './content.js';
import { createCoverage } from './coverage.js';
import { dataText, differenceBetween, hiddenPaths } from './differences.js';
import { expectedUse } from './expected-use.js';
import { createFixture, NOW, type Fixture, type Persona } from './fixture.js';
import { createGenerator, type Generator, type Operation } from './generate.js';
import { createNaive, type GivenCursor, type Naive } from './naive.js';
import { reproduction, runs, seed, seededRandom } from '../../support/seed.js';
import type { Refusal } from './refusals.js';
import { shrink } from './shrink.js';
import { texts } from './texts.js';

/** Operations that lead to what has not been used yet, several things at once; what is left then gets an operation each. */
const LED = 400;
/** Operations after that, led by chance alone. */
const UNLED = runs(100);

/** The same seed makes the same records and operations, but for their ids. */
const random = seededRandom();
const coverage = createCoverage();
const MAX_CURSORS = 300;

/** A persona, with both ways to answer them. */
interface Side {
  readonly persona: Persona;
  readonly model: Model;
  readonly naive: Naive;
  readonly generator: Generator;
  /** What its schema offers. */
  readonly offered: ReadonlyMap<string, number>;
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
  const offered = new Map([app.model, custom].map((model) => [model, expectedUse(model.schema)]));
  const sideOf = (persona: Persona): Side => {
    const model = persona.isCustom ? custom : app.model;
    const cursors = new Map<string, GivenCursor[]>();
    const generator = createGenerator({
      random,
      schema: model.schema,
      registry: model.registry,
      content,
      coverage,
      org: persona.person.org,
      hidden: persona.hidden,
      cursors: (module) => cursors.get(module) ?? [],
    });
    return { persona, model, naive: naives.get(model)!, generator, offered: offered.get(model)!, cursors };
  };
  sides = fixture.personas.map(sideOf);
  strangers = fixture.strangers.map(sideOf);
});

afterAll(() => fixture.crm.close());

test(
  'random operations are answered byte for byte as a plain reading of the same rows answers them',
  async () => {
    let asked = 0;
    const askAll = async (side: Side, operation: Operation): Promise<void> => {
      const askings = askingsOf(side, operation);
      // Together, as they would come from many people: what is set for one must not be seen by another.
      const answers = await Promise.all(askings.map(({ by, variables }) => compare(by, { ...operation, variables }, operation.refusal)));
      // Not as they arrive: the same seed goes on with the same cursors.
      for (const [index, cursors] of answers.entries()) keepCursors(askings[index]!.by, cursors);
      asked += askings.length;
    };
    for (const side of sides)
      for (const document of cursorsToStartWith) keepCursors(side, await compare(side, { document, variables: {} }, null));
    coverage.want(expectedUse(customModel(fixture.crm.app.model).schema));
    for (let round = 0; round < LED; round++) {
      const side = sides[round % sides.length]!;
      await askAll(side, side.generator.operation());
    }
    const left = coverage.wanted;
    let round = 0;
    for (const item of left) {
      while (coverage.isWanted(item)) {
        const { side, operation } = operationFor(item, round++);
        await askAll(side, operation);
      }
    }
    for (round = 0; round < UNLED; round++) {
      const side = sides[round % sides.length]!;
      await askAll(side, side.generator.operation());
    }
    process.stdout.write(`${asked} operations, of which ${left.length} items were built one by one\n`);
  },
  // What is asked is bounded: this only ends what hangs.
  900_000 + UNLED * 1000,
);

/** Two lists whose cursors are known from the start, also one of an empty value. */
const cursorsToStartWith = [
  '{ accounts(first: 2, orderBy: [{ accountSite: ASC_NULLS_FIRST }]) { pageInfo { startCursor endCursor } } }',
  '{ deals(first: 2) { pageInfo { startCursor endCursor } } }',
];

/** An operation that is made of an item, of the first persona whose schema and access allow it. */
function operationFor(item: string, round: number): { side: Side; operation: Operation } {
  for (let turn = 0; turn < sides.length; turn++) {
    const side = sides[(round + turn) % sides.length]!;
    if (!side.offered.has(item)) continue;
    const operation = side.generator.operationFor(item);
    if (operation) return { side, operation };
  }
  throw new Error(`The generator cannot make an operation with ${item}.`);
}

/** The same document several times: with other values for its variables, and by others who may see as much. */
function askingsOf(side: Side, operation: Operation): { by: Side; variables: Record<string, unknown> }[] {
  const askings = [{ by: side, variables: operation.variables }];
  if (Object.keys(operation.variables).length > 0) askings.push(...[1, 2].map(() => ({ by: side, variables: operation.vary() })));
  if (operation.refusal || !random.chance(0.4)) return askings;
  const others = [...sides, ...strangers].filter(
    ({ persona }) => (!side.persona.isCustom || persona.isCustom) && (persona.team === null || side.persona.team !== null),
  );
  return [...askings, ...[1, 2].map(() => ({ by: random.pick(others), variables: operation.vary() }))];
}

/** Asks both ways; on any difference fails with the smallest operation that still shows one. Returns the cursors of the answer. */
async function compare(side: Side, asked: Asked, refusal: Refusal | null): Promise<readonly GivenCursor[]> {
  const { expected, difference } = await ask(side, asked, refusal);
  if (difference) throw new Error(await report(side, asked, refusal, difference));
  return refusal ? [] : expected.cursors;
}

function keepCursors(side: Side, cursors: readonly GivenCursor[]): void {
  for (const cursor of cursors) {
    const known = side.cursors.get(cursor.module) ?? [];
    known[known.length < MAX_CURSORS ? known.length : random.below(MAX_CURSORS)] = cursor;
    side.cursors.set(cursor.module, known);
  }
}

async function ask({ persona, naive }: Side, { document, variables, operationName }: Asked, refusal: Refusal | null) {
  const { person, hidden, team } = persona;
  const asking = fixture.crm.post({ query: document, variables, operationName }, { authorization: `Bearer ${person.token}` });
  const expected = await naive(
    parse(document),
    variables,
    {
      org: person.org,
      hidden,
      team,
      seesPrivate: persona.seesPrivate,
      userId: person.userId,
      calendar: persona.calendar,
      now: NOW.toISOString(),
    },
    operationName,
  );
  const answer = await asking;
  return { answer, expected, difference: differenceBetween(answer, expected, refusal) };
}

async function report(side: Side, asked: Asked, refusal: Refusal | null, difference: string): Promise<string> {
  const kindOf = (text: string | null) => text?.split('\n')[0];
  const differs = async (document: string) => kindOf((await ask(side, { ...asked, document }, refusal)).difference) === kindOf(difference);
  // Without its fault an operation that must be refused is another one.
  const document = refusal ? asked.document : await shrink(asked.document, side.model.schema, differs, 20_000);
  const { name, team } = side.persona;
  return [
    `The answers differ in their ${(await ask(side, { ...asked, document }, refusal)).difference ?? `${difference}, but only once`}`,
    reproduction(),
    `asked by ${name}${team ? ', who sees what their team owns' : ''}${refusal ? `; to be refused for ${refusal.reason}` : ''}`,
    document,
    `variables: ${JSON.stringify(asked.variables)}`,
    ...fixture.faults.slice(-1),
  ].join('\n');
}

test('a variable that is null where none is taken refuses its root field and no other', async () => {
  const side = sides[0]!;
  const id = `account_${content.rows('Account')[0]!.id}`;
  for (const [type, field] of [
    ['DeletedRecords = WITH', 'accounts(deleted: $null) { totalCount }'],
    ['ID = ""', 'account(id: $null) { id }'],
    ['ID = ""', 'node(id: $null) { id }'],
    ['[ID!] = []', 'nodes(ids: $null) { id }'],
    ['[AccountGroupBy!] = [{ field: INDUSTRY }]', 'accounts { groups(by: $null) { __typename } }'],
    ['DeletedRecords = WITH', `account(id: "${id}") { contacts(deleted: $null) { totalCount } }`],
    ['Boolean = true', 'accounts { totalCount @include(if: $null) }'],
    ['Boolean = true', 'accounts { nodes { ... @skip(if: $null) { id } } }'],
  ] as const) {
    const asked = { document: `query ($null: ${type}) { refused: ${field} users { totalCount } }`, variables: { null: null } };
    const { expected } = await ask(side, asked, null);
    expect(expected.errors).not.toEqual([]);
    const { difference } = await ask(side, asked, { key: 'refused', code: 'VALIDATION_FAILED', reason: 'null' });
    expect({ document: asked.document, difference }).toEqual({ document: asked.document, difference: null });
  }
});

test('the texts of these records sort and lower-case the same in PostgreSQL and in JavaScript', async () => {
  const { rows } = await fixture.crm.app.database.system.query<{ sorted: string; lower: string }>(
    `SELECT t AS sorted, lower(t COLLATE "und-x-icu") AS lower FROM unnest($1::text[]) t ORDER BY t COLLATE "und-x-icu"`,
    [texts],
  );
  expect(rows.map(({ sorted }) => sorted)).toEqual([...texts].sort(byLanguage));
  expect(rows.map(({ lower }) => lower)).toEqual(rows.map(({ sorted }) => sorted.toLowerCase()));
});

test('beside a picklist or the schema itself, which are resolved, compiled fields answer as they do alone', async () => {
  for (let round = 0; round < runs(60); round++) {
    const { generator, persona } = sides[round % sides.length]!;
    const { document, variables, refusal, operationName } = generator.operation();
    if (refusal || operationName) continue;
    const mixed = withRoot(document, random.pick(resolvedRoots));
    const alone = await persona.person.send(document, variables);
    const together = await persona.person.send(mixed, variables);
    // A list that falls into too many groups is refused in either.
    expect({ seed, mixed, errors: codesOf(together) }).toEqual({ seed, mixed, errors: codesOf(alone) });
    if (alone.errors) continue;
    const { resolved, ...rest } = together.data!;
    expect(resolved).toBeTruthy();
    expect({ seed, mixed, data: JSON.stringify(rest) }).toEqual({ seed, mixed, data: dataText(alone) });
    expect(hiddenPaths(together).sort()).toEqual(hiddenPaths(alone).sort());
  }
});

const resolvedRoots = [
  'picklist(name: "Rating") { name values { key place } }',
  'picklists { name values { key labels { language label } } }',
  '__schema { queryType { name } }',
  '__type(name: "Deal") { name }',
];

/** The document with one more root field, `resolved`, in its operation. */
function withRoot(document: string, field: string): string {
  const [added] = (parse(`{ resolved: ${field} }`).definitions[0] as OperationDefinitionNode).selectionSet.selections;
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
  for (let round = 0; round < runs(60); round++) {
    const { generator, model, persona } = sides[round % sides.length]!;
    const module = model.registry.module(random.pick(['Account', 'Contact', 'Deal']));
    const { selection, definitions, variables, fragments } = generator.recordSelection(module);
    const seen = content
      .rows(module.name)
      .filter(({ org, cells }) => org === persona.person.org && cells['deleted_at'] === null)
      .filter(({ cells }) => !persona.team || persona.team.includes(cells['owner_id']!));
    const id = `${module.prefix}_${random.pick(seen).id}`;
    const key = camelCase(module.name);
    // A change of nothing writes nothing.
    const change = `mutation ${definitions} { update${module.name}(id: "${id}", input: {}) { ${key} ${selection} } } ${fragments}`;
    const changed = await persona.person.send(change, variables);
    const read = await persona.person.send(`query ${definitions} { ${key}(id: "${id}") ${selection} } ${fragments}`, variables);
    // A payload that can not be read undoes its mutation, for the reason that the query gives.
    expect({ seed, change, errors: codesOf(changed) }).toEqual({ seed, change, errors: codesOf(read) });
    if (read.errors) continue;
    expect({ seed, change, data: dataText(changed) }).toEqual({ seed, change, data: `{"update${module.name}":${dataText(read)}}` });
  }
});
