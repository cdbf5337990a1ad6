import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { executeSync, getIntrospectionQuery, parse, type IntrospectionQuery } from 'graphql';
import { standardModel } from '../../server/app.js';
import { createIntrospector } from '../../server/platform/api/introspection.js';
import { codesOf } from '../support/answers.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let ada: Person;
beforeAll(async () => {
  crm = await workspace();
  ada = (await crm.company('introspection', [{ lastName: 'Ada', email: 'ada@introspection.example.com' }])).people['ada']!;
});
afterAll(() => crm.close());

const options = { descriptions: true, inputValueDeprecation: true, oneOf: true, specifiedByUrl: true, directiveIsRepeatable: true };
const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
/** Null for types that are not abstract. */
const sortedNames = (types: readonly { name: string }[] | null) => types && [...types].sort(byName);
const sorted = ({ __schema: schema }: IntrospectionQuery): unknown => {
  const types = schema.types.map((type) => ('possibleTypes' in type ? { ...type, possibleTypes: sortedNames(type.possibleTypes) } : type));
  return { ...schema, types: types.sort(byName), directives: [...schema.directives].sort(byName) };
};

test('the schema is read as graphql-js would read it, and costs as much as it takes', async () => {
  const query = getIntrospectionQuery({ ...options, schemaDescription: true });
  const answer = await ada.send(query);
  expect(answer.errors).toBeUndefined();
  expect(answer.extensions).toMatchObject({ cost: { requested: 1000 } });
  const { data } = executeSync({ schema: standardModel().schema, document: parse(query) });
  expect(sorted(answer.data as never)).toEqual(sorted(JSON.parse(JSON.stringify(data)) as IntrospectionQuery));
});

test('aliases, fragments, variables, directives and an operation by name are understood', async () => {
  const query = `
    query Other { __typename }
    query Wanted($name: String!, $more: Boolean!) {
      kind: __typename
      deal: __type(name: $name) { ...Name kind @include(if: $more) description @skip(if: true) }
      nothing: __type(name: "Nothing") { name }
    }
    fragment Name on __Type { name }`;
  const ask = (more: boolean) =>
    crm.app.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${ada.token}` },
      payload: { query, operationName: 'Wanted', variables: { name: 'Deal', more } },
    });
  const { data } = (await ask(true)).json<{ data: unknown }>();
  expect(data).toEqual({ kind: 'Query', deal: { name: 'Deal', kind: 'OBJECT' }, nothing: null });
  expect((await ask(false)).json()).toMatchObject({ data: { deal: { name: 'Deal' } } });
});

test('records can stand beside it; the answer keeps the order and pays for both', async () => {
  const answer = await ada.send(
    '{ before: __typename accounts(first: 7) { nodes { id } } __type(name: "Deal") { name } organization { name } }',
  );
  expect(answer.errors).toBeUndefined();
  expect(Object.keys(answer.data!)).toEqual(['before', 'accounts', '__type', 'organization']);
  expect(answer.data).toMatchObject({ before: 'Query', __type: { name: 'Deal' }, organization: { name: 'introspection' } });
  expect((answer.extensions!['cost'] as { requested: number }).requested).toBeGreaterThanOrEqual(1007);
});

test('a query that asks for too much of the schema ends by itself and is refused, and others go on meanwhile', async () => {
  const level = (inner: string) => `fields { args { type { ${inner} } } type { ${inner} } }`;
  const large = `{ __schema { types { name ${Array.from({ length: 12 }, (_, i) => `a${i}: ${level('name fields { name description args { name description } }')}`).join(' ')} } } }`;
  const [refused, served] = await Promise.all([ada.send(large), ada.send('{ accounts(first: 1) { nodes { id } } }')]);
  expect(codesOf(refused)).toEqual(['INTROSPECTION_TOO_LARGE']);
  expect(codesOf(served)).toEqual([]);
  expect(codesOf(await ada.send('{ __schema { queryType { name } } }'))).toEqual([]);
});

test('callers who ask the same do not wait for what one of them has asked before', async () => {
  const introspector = createIntrospector();
  const { schema } = standardModel();
  const answered: string[] = [];
  const ask = async (caller: string, query: string) => {
    await introspector.answer({ schema, document: parse(query), operationName: null, variables: {}, caller });
    answered.push(`${caller} ${query}`);
  };
  const [first, second, small] = [
    '{ __schema { types { name } } }',
    '{ __schema { types { kind } } }',
    '{ __schema { queryType { name } } }',
  ];
  try {
    await Promise.all([ask('a', first), ask('a', second), ask('a', small), ask('b', small)]);
    expect(answered).toEqual([`a ${first}`, `a ${second}`, `b ${small}`, `a ${small}`]);
  } finally {
    await introspector.stop();
  }
});
