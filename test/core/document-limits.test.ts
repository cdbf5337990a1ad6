import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, getIntrospectionQuery, Lexer, parse, validate, visit, type DocumentNode, type SelectionSetNode } from 'graphql';
import { checkDocument, checkVariables, createDocumentGate } from '../../server/core/document-limits.js';
import { checkProperty } from '../support/seed.js';

const limits = { maxTokens: 2000, maxAliases: 15, maxDirectives: 20, maxDepth: 12 };

let advance: jest.SpiedFunction<Lexer['advance']>;
beforeEach(() => void (advance = jest.spyOn(Lexer.prototype, 'advance')));
afterEach(() => advance.mockRestore());

/** The code of the refusal, and how many tokens were read to find it. */
function check(text: string, over: Partial<typeof limits> & { maxVariableDepth?: number } = {}) {
  advance.mockClear();
  const refusal = checkDocument(text, { ...limits, ...over });
  return { ...refusal?.extensions, message: refusal?.message, read: advance.mock.calls.length };
}

const codeOf = (text: string, over: Partial<typeof limits> & { maxVariableDepth?: number } = {}) =>
  checkDocument(text, { ...limits, ...over })?.extensions['code'];

const times = (count: number, part: string | ((i: number) => string)) =>
  Array.from({ length: count }, (_, i) => (typeof part === 'string' ? part : part(i))).join(' ');

const nested = (depth: number, open = 'a') => `${`{ ${open} `.repeat(depth - 1)}{ leaf }${' }'.repeat(depth - 1)}`;

test('an everyday document passes', () => {
  const text = `
    # what a screen asks for
    query Screen($filter: DealFilter = { stage: { in: [["A"], []] } } @note(text: "x"), $first: Int! = 5) @cached(seconds: 5) {
      open: deals(first: $first, filter: { and: [{ stage: { eq: "A" } }] }) { ...Page }
      won: deals(filter: $filter) @include(if: true) { ...Page nodes { ... on Deal @skip(if: false) { amount } ... { id } } }
    }
    fragment Page on DealConnection { nodes { id account { id accountName } } pageInfo { hasNextPage } }`;
  expect(() => parse(text)).not.toThrow();
  expect(codeOf(text)).toBeUndefined();
});

test('the standard introspection query passes, however much it asks for', () => {
  for (const options of [{}, { descriptions: true, inputValueDeprecation: true, oneOf: true, specifiedByUrl: true }]) {
    expect(codeOf(getIntrospectionQuery(options))).toBeUndefined();
  }
  expect(codeOf(`query A ${nested(15, '__schema')} query B { __type(name: "A") { name } __typename }`)).toBeUndefined();
  expect(codeOf(`{ __schema { types { ...T } } } fragment T on __Type ${nested(15, 'ofType')}`)).toBeUndefined();
});

test('only documents of introspection alone are exempt from the depth limit', () => {
  const deep = `__schema ${nested(14)}`;
  expect(codeOf(`{ ${deep} }`)).toBeUndefined();
  expect(codeOf(`{ accounts { id } ${deep} }`)).toBe('DOCUMENT_TOO_DEEP');
  expect(codeOf(`{ ${deep} accounts { id } }`)).toBe('DOCUMENT_TOO_DEEP');
  expect(codeOf(`{ ${deep} ...A } fragment A on Query { accounts { id } }`)).toBe('DOCUMENT_TOO_DEEP');
  expect(codeOf(`{ schema: accounts { a: __schema ${nested(13)} } }`)).toBe('DOCUMENT_TOO_DEEP');
  expect(codeOf(`{ __schema: accounts ${nested(14)} }`)).toBe('DOCUMENT_TOO_DEEP');
  expect(codeOf(`query A { ${deep} } query B ${nested(12)}`)).toBeUndefined();
});

test('tokens are counted to the last one', () => {
  expect(codeOf(`{ ${times(1998, (i) => `f${i}`)} }`)).toBeUndefined();
  expect(check(`{ ${times(1999, (i) => `f${i}`)} }`)).toMatchObject({ code: 'DOCUMENT_TOO_LARGE', limit: 2000, read: 2001 });
});

test('depth is that of fields: fragments add what they select, where they are spread', () => {
  expect(codeOf(nested(12))).toBeUndefined();
  expect(check(nested(13))).toMatchObject({ code: 'DOCUMENT_TOO_DEEP', limit: 12 });

  const spread = (levels: number) => `{ a { a { ...F } } } fragment F on T ${nested(levels)}`;
  expect(codeOf(spread(10))).toBeUndefined();
  expect(check(spread(11))).toMatchObject({ code: 'DOCUMENT_TOO_DEEP', limit: 12, actual: 13 });

  expect(codeOf(`{ ... { ... on T { ... @x { ${nested(12).slice(1, -1)} } } } }`)).toBeUndefined();
  expect(codeOf(`{ ... { ... on T { ${nested(13).slice(1, -1)} } } }`)).toBe('DOCUMENT_TOO_DEEP');
});

test('depth through a chain of fragments is seen, whichever comes first in the text', () => {
  const chain = (length: number) => [...Array(length).keys()].map((i) => `fragment F${i} on T { a { ...F${i + 1} } }`);
  const last = 'fragment F12 on T { leaf }';
  expect(check(`{ ...F1 } ${chain(12).join(' ')} ${last}`)).not.toHaveProperty('code');
  expect(check(`{ ...F0 } ${chain(12).join(' ')} ${last}`)).toMatchObject({ code: 'DOCUMENT_TOO_DEEP', actual: 13 });
  expect(check(`${[...chain(12), last].reverse().join(' ')} query Q { ...F0 }`)).toMatchObject({ code: 'DOCUMENT_TOO_DEEP', actual: 13 });
});

test('a second fragment of the same name hides nothing', () => {
  expect(codeOf(`{ a { ...F } } fragment F on T ${nested(12)} fragment F on T { x }`)).toBe('DOCUMENT_TOO_DEEP');
  expect(codeOf(`{ a { ...F } } fragment F on T { x } fragment F on T ${nested(12)}`)).toBe('DOCUMENT_TOO_DEEP');
});

test('values are no selections, but may not nest without end either', () => {
  const value = (depth: number) => `{ a(x: ${'{x:['.repeat(depth / 2)}${']}'.repeat(depth / 2)}) { b } }`;
  expect(codeOf(value(32))).toBeUndefined();
  expect(check(value(34))).toMatchObject({ code: 'DOCUMENT_TOO_DEEP', limit: 32 });
  expect(codeOf(value(6), { maxVariableDepth: 4 })).toBe('DOCUMENT_TOO_DEEP');
  expect(codeOf(`query ($x: I = ${'['.repeat(40)}${']'.repeat(40)}) { a }`)).toBe('DOCUMENT_TOO_DEEP');
  expect(codeOf(`{ ${times(20, (i) => `f${i}(x: {y: [{z: 1}]})`)} }`)).toBeUndefined();
});

test('aliases of one field are counted over the whole document', () => {
  expect(codeOf(`{ ${times(15, (i) => `a${i}: b`)} ${times(15, (i) => `c${i}: d`)} }`)).toBeUndefined();
  expect(check(`{ ${times(16, (i) => `a${i}: __typename`)} }`)).toMatchObject({
    code: 'DOCUMENT_TOO_MANY_ALIASES',
    limit: 15,
    message: 'The document has more than 15 aliases of the field "__typename".',
  });
  const apart = `query A { x { ${times(8, (i) => `a${i}: b`)} } } query B { y { ...F } } fragment F on T { ${times(8, (i) => `a${i}: b`)} }`;
  expect(codeOf(apart)).toBe('DOCUMENT_TOO_MANY_ALIASES');
  expect(codeOf('{ a: b c }', { maxAliases: 0 })).toBe('DOCUMENT_TOO_MANY_ALIASES');
  expect(codeOf('{ c }', { maxAliases: 0 })).toBeUndefined();
});

test('the same field again and again in one place is refused, in many places it is not', () => {
  expect(codeOf(`{ ${times(15, 'a')} }`)).toBeUndefined();
  expect(codeOf(`{ ${times(16, 'a')} }`)).toBe('DOCUMENT_TOO_MANY_ALIASES');
  expect(codeOf(`{ ${times(16, 'a @include(if: true) { b }')} }`)).toBe('DOCUMENT_TOO_MANY_ALIASES');
  expect(codeOf(`{ ${times(16, '... { a }')} }`)).toBe('DOCUMENT_TOO_MANY_ALIASES');
  expect(codeOf(`{ ${times(16, '... on T { a }')} }`)).toBe('DOCUMENT_TOO_MANY_ALIASES');
  expect(codeOf(`{ what { ${times(40, (i) => `... on T${i} { id }`)} } }`)).toBeUndefined();
  expect(codeOf(`{ ${times(40, (i) => `f${i} { id }`)} }`)).toBeUndefined();
});

test('directives are counted wherever they stand', () => {
  expect(codeOf(`{ ${times(20, (i) => `f${i} @include(if: true)`)} }`)).toBeUndefined();
  expect(check(`{ a ${times(1000, '@x')} }`)).toMatchObject({ code: 'DOCUMENT_TOO_MANY_DIRECTIVES', limit: 20, read: 43 });
  expect(codeOf(`query (${times(7, (i) => `$v${i}: Int @x(a: {b: 1})`)}) ${times(7, '@y')} { a { ...F ${times(7, '@z')} } }`)).toBe(
    'DOCUMENT_TOO_MANY_DIRECTIVES',
  );
});

test('fragments in a circle end, and are left to validation', () => {
  const text = '{ ...A } fragment A on Query { b { ...B } ...A } fragment B on Query { b { ...A } }';
  expect(codeOf(text)).toBeUndefined();
  const schema = buildSchema('type Query { b: Query }');
  expect(validate(schema, parse(text)).map(({ message }) => message)).toContainEqual(expect.stringMatching(/within itself/));
});

test.each([
  ['nothing', ''],
  ['no GraphQL', 'hello ) } ] ('],
  ['a brace too many', '{ a } }'],
  ['a brace too few', `{ a { ...F } fragment F on`],
  ['an unknown character', `{ a ? ${times(3000, 'b')} }`],
  ['a string without end', '{ a(x: "'],
  ['a mixed up bracket', '{ a(x: [}]) { b ] }'],
])('%s is left to the parser', (_, text) => {
  expect(codeOf(text)).toBeUndefined();
});

/** Each with the code that it must get, and the most tokens that may be read for it. */
const hostile: [name: string, text: string, code: string, most: number][] = [
  ['5,000 braces', '{a'.repeat(5000), 'DOCUMENT_TOO_DEEP', 30],
  ['5,000 braces of introspection', `{__schema${'{a'.repeat(5000)}`, 'DOCUMENT_TOO_DEEP', 100],
  ['5,000 inline fragments', '{...'.repeat(5000), 'DOCUMENT_TOO_DEEP', 100],
  ['5,000 inline fragments within a fragment', `fragment F on T ${'{... on T'.repeat(5000)}`, 'DOCUMENT_TOO_DEEP', 200],
  ['5,000 lists', `{ a(x: ${'['.repeat(5000)}`, 'DOCUMENT_TOO_DEEP', 40],
  ['5,000 objects', `{ a(x: ${'{x:'.repeat(5000)}`, 'DOCUMENT_TOO_DEEP', 110],
  ['1 MB of tokens', 'a '.repeat(500_000), 'DOCUMENT_TOO_LARGE', 2001],
  ['1 MB of comments', '#\n'.repeat(500_000), 'DOCUMENT_TOO_LARGE', 1],
  ['1 MB of block string', `{ a(x: """${'\n'.repeat(1_000_000)}""") }`, 'DOCUMENT_TOO_LARGE', 10],
  ['1 MB of blanks', ' '.repeat(1_000_000), 'DOCUMENT_TOO_LARGE', 10],
  ['1 MB of one name', 'a'.repeat(1_000_000), 'DOCUMENT_TOO_LARGE', 10],
  ['10,000 aliases', `{ ${times(10_000, (i) => `a${i}: __typename`)} }`, 'DOCUMENT_TOO_MANY_ALIASES', 60],
  ['10,000 times one field', `{ ${times(10_000, '__typename')} }`, 'DOCUMENT_TOO_MANY_ALIASES', 30],
  ['10,000 directives', `{ a ${times(10_000, '@a')} }`, 'DOCUMENT_TOO_MANY_DIRECTIVES', 50],
  ['10,000 parentheses', `{ a ${'('.repeat(10_000)}`, 'DOCUMENT_TOO_LARGE', 2001],
  ['a long name', `{ ${times(16, `a: ${'b'.repeat(5_000)}`)} }`, 'DOCUMENT_TOO_MANY_ALIASES', 60],
  [
    'a fragment bomb of a million million fields',
    `{ ...F0 } ${times(40, (i) => `fragment F${i} on T { ...F${i + 1} ...F${i + 1} }`)} fragment F40 on T { a }`,
    'DOCUMENT_TOO_LARGE',
    600,
  ],
  [
    'a fragment bomb in depth',
    `{ ...F0 } ${times(11, (i) => `fragment F${i} on T { a { ...F${i + 1} } b { ...F${i + 1} } c { ...F${i + 1} } }`)} fragment F11 on T { a }`,
    'DOCUMENT_TOO_LARGE',
    400,
  ],
  [
    'a chain of 180 fragments',
    `{ ...F0 } ${times(180, (i) => `fragment F${i} on T { a { ...F${i + 1} } }`)} fragment F180 on T { a }`,
    'DOCUMENT_TOO_DEEP',
    2000,
  ],
];

test.each(hostile)('%s is refused after few tokens', (_, text, code, most) => {
  const { read, message, ...found } = check(text);
  expect(found).toMatchObject({ code, limit: expect.any(Number) });
  expect(read).toBeLessThanOrEqual(most);
  expect(message!.length).toBeLessThan(150);
});

test('comments and strings are not read without end either, though each is one token or none', () => {
  expect(check(`{ a ${'#x\n'.repeat(2001)} }`)).toMatchObject({ code: 'DOCUMENT_TOO_LARGE', limit: 2000 });
  expect(codeOf(`{ a ${'#x\n'.repeat(2000)} }`)).toBeUndefined();
  expect(check(`{ a(x: "${'y'.repeat(128_000)}") }`)).toMatchObject({ code: 'DOCUMENT_TOO_LARGE', limit: 128_000, actual: 128_012 });
});

test('a repeated document is not read again once it was accepted', () => {
  const gate = createDocumentGate(limits);
  expect(gate('{ a }')).toBeNull();
  advance.mockClear();
  expect(gate(['{ a', '}'].join(' '))).toBeNull();
  expect(advance).not.toHaveBeenCalled();

  expect(gate(nested(13))?.extensions['code']).toBe('DOCUMENT_TOO_DEEP');
  advance.mockClear();
  expect(gate(nested(13))?.extensions['code']).toBe('DOCUMENT_TOO_DEEP');
  expect(advance).toHaveBeenCalled();
});

test('remembered documents stay within bounds', () => {
  const gate = createDocumentGate(limits);
  gate('{ a }');
  for (let i = 0; i < 70; i++) gate(`{ a${i}(x: "${'y'.repeat(120_000)}") }`);
  advance.mockClear();
  gate('{ a }');
  expect(advance).toHaveBeenCalled();
});

test('variables may nest as deep as the limit, lists and objects alike', () => {
  const deep = (depth: number) => JSON.parse(`{"v":${'[{"x":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}}`) as unknown;
  expect(checkVariables(deep(32), 32)).toBeNull();
  expect(checkVariables(deep(34), 32)?.extensions).toEqual({ code: 'VARIABLES_TOO_DEEP', limit: 32 });
  expect(checkVariables(deep(200_000), 32)?.extensions['code']).toBe('VARIABLES_TOO_DEEP');
  for (const value of [undefined, null, 'text', 1, {}, { a: null, b: [[], {}] }, { wide: Array(100_000).fill({ a: [1] }) }]) {
    expect(checkVariables(value, 3)).toBeNull();
  }
});

test('for any document, the tokens tell the same depth, directives and aliases as its parsed form', async () => {
  const name = fc.constantFrom('a', 'b', 'on', 'fragment', 'query', '__typename', 'true');
  const { set } = fc.letrec<{ set: string; selection: string }>((tie) => ({
    set: fc.array(tie('selection'), { minLength: 1, maxLength: 3 }).map((selections) => `{ ${selections.join(' ')} }`),
    selection: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      name,
      fc.constantFrom('...F', '...G @x', 'b(x: {b: [{c: "}"}]}, y: """{{""") @x(y: {z: $q})', 'c: d # }\n'),
      fc.tuple(name, fc.constantFrom('', ': b', ': on(on: on)', ' @on', '(x: {y: {z: 1}})'), tie('set')).map((parts) => parts.join('')),
      fc.tuple(fc.constantFrom('...', '... on on', '...on a @x', '... @fragment'), tie('set')).map((parts) => parts.join(' ')),
    ),
  }));
  const document = fc
    .tuple(fc.constantFrom('', 'query', 'query fragment', 'query on($q: [I!]! = {a: [1]} @x(a: {b: 1})) @y', 'mutation'), set, set, set)
    .map(([head, query, f, g]) => {
      const [onlyG, none] = [f.replaceAll('...F', 'a'), g.replaceAll(/\.\.\.[FG]/g, 'a')]; // no circles
      return `fragment F on T ${onlyG} ${head} { ...F ...G a ${query} } fragment G on query @x ${none}`;
    });

  await checkProperty(
    fc.property(document, (text) => {
      const { depth, directives, aliases } = sizesOf(parse(text));
      const ample = { maxTokens: 1e6, maxAliases: 1e6, maxDirectives: 1e6, maxDepth: 1e6 };
      const passesOnlyFrom = (limit: keyof typeof ample, size: number) => {
        expect(codeOf(text, { ...ample, [limit]: size })).toBeUndefined();
        if (size > 1) expect(codeOf(text, { ...ample, [limit]: size - 1 })).toBeDefined();
      };
      passesOnlyFrom('maxDepth', depth);
      passesOnlyFrom('maxDirectives', directives);
      if (aliases > 0) expect(codeOf(text, { ...ample, maxAliases: aliases - 1 })).toBe('DOCUMENT_TOO_MANY_ALIASES');
    }),
    { numRuns: 300 },
  );
});

/** The same sizes from the parsed document, the slow and simple way. */
function sizesOf(document: DocumentNode): { depth: number; directives: number; aliases: number } {
  const fragments = new Map(document.definitions.flatMap((node) => (node.kind === 'FragmentDefinition' ? [[node.name.value, node]] : [])));
  const depthOf = (set: SelectionSetNode | undefined): number =>
    Math.max(
      0,
      ...(set?.selections ?? []).map((node) => {
        if (node.kind === 'Field') return 1 + depthOf(node.selectionSet);
        return depthOf(node.kind === 'InlineFragment' ? node.selectionSet : fragments.get(node.name.value)?.selectionSet);
      }),
    );
  let [directives, braces, deepest] = [0, 0, 0];
  const aliases = new Map<string, number>();
  visit(document, {
    Directive: () => void directives++,
    SelectionSet: { enter: () => void (deepest = Math.max(deepest, ++braces)), leave: () => void braces-- },
    Field: ({ alias, name }) => void (alias && aliases.set(name.value, (aliases.get(name.value) ?? 0) + 1)),
  });
  const roots = document.definitions.map((node) => ('selectionSet' in node ? depthOf(node.selectionSet) : 0));
  // braces have a limit too: four a level
  return { depth: Math.max(...roots, Math.ceil(deepest / 4)), directives, aliases: Math.max(0, ...aliases.values()) };
}
