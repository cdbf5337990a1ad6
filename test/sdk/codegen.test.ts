import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { linksOf } from '../../sdk/codegen/links.js';
import { createModel, operationsOf } from '../../sdk/codegen/model.js';
import { clashesOf, referencesOf } from '../../sdk/codegen/references.js';
import { printFiles, type ErrorCatalogue } from '../../sdk/codegen/print-files.js';
import { typesOf } from '../../sdk/codegen/scalars.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const schema = buildSchema(read('schema/schema.graphql'));
const catalogue = JSON.parse(read('schema/errors.json')) as ErrorCatalogue;

test('the files of the SDK are those that the schema asks for: `npm run codegen` would change nothing', () => {
  const files = printFiles(schema, catalogue);
  expect(readdirSync(new URL('../../sdk/src/records/', import.meta.url)).sort()).toEqual([...files.keys()].sort());
  for (const [file, text] of files) expect({ file, text: read(`sdk/src/records/${file}`).trim() }).toEqual({ file, text: text.trim() });
});

test('every root field has a function, but those that answer any record at all', () => {
  const { records, verbs } = createModel(schema);
  const named = new Set([
    ...verbs.map(({ field }) => field.name),
    ...records.flatMap((record) => [record.one, record.many, ...Object.values(operationsOf(schema, record)).map(({ name }) => name)]),
  ]);
  const roots = [schema.getQueryType()!, schema.getMutationType()!].flatMap((type) => Object.keys(type.getFields()));
  expect(roots.filter((name) => !named.has(name))).toEqual(['node', 'nodes']);
});

test('mutations that give a session are those of callers who are not signed in', () => {
  const open = createModel(schema).verbs.filter(({ kind }) => kind === 'open');
  expect(open.map(({ field }) => field.name).sort()).toEqual([
    'acceptInvitation',
    'completePasswordReset',
    'refreshSession',
    'signIn',
    'signInWithLink',
  ]);
});

test('a link of one name to two places is told apart by its type, and an argument of its own by its type', () => {
  const links = linksOf(
    buildSchema(`
      type Query { role: Role }
      type Role { members(first: Int): UserConnection, team: Team, files(kind: Kind!, first: Int): FileConnection }
      type Team { members(filter: RoleFilter): RoleConnection }
      type UserConnection { nodes: [Role] } type RoleConnection { nodes: [Role] } type FileConnection { nodes: [Role] }
      input RoleFilter { id: ID } enum Kind { A }
    `),
  );
  expect(links).toEqual({ 'Role.members': 'User', 'Team.members': 'Role', files: 'File kind:Kind!', nodes: 'Role', team: 'Team' });
});

test('a reference leads to the types that the conditions on it name, and to all of its interface where there are none', () => {
  const schema = buildSchema(`
    type Query { call: Call }
    interface CrmRecord { id: ID! }
    type Lead implements CrmRecord { id: ID!, status: Boolean, city: String }
    type Deal implements CrmRecord { id: ID!, status: Int, stages: Int }
    type Quote implements CrmRecord { id: ID!, status: Int, stages: [Int], city: String }
    type Call { who: CrmRecord, about: CrmRecord, also: CrmRecord, lead: Lead }
    type CallGroupKey { who: CrmRecord }
    input CallFilter { who: LeadOrDealFilter, also: LeadOrDealFilter, lead: LeadFilter }
    input LeadOrDealFilter { module: Int, lead: LeadFilter, deal: DealFilter }
    input LeadFilter { city: Int } input DealFilter { city: Int }
  `);
  const references = referencesOf(schema);
  expect(references.map(({ name, types }) => ({ name, types }))).toEqual([
    { name: 'LeadOrDeal', types: ['Lead', 'Deal'] },
    { name: 'AnyCrmRecord', types: ['Lead', 'Deal', 'Quote'] },
  ]);
  // Of what differs between them there are aliases.
  expect(new Set(clashesOf(schema, references[0]!.common))).toEqual(new Set(['status', 'stages']));
});

test('a scalar that nobody has told about is asked for', () => {
  const unknown = buildSchema('scalar Colour type Query { colour: Colour }').getType('Colour');
  expect(() => typesOf(unknown as never)).toThrow('sdk/codegen/scalars.ts does not say what the scalar Colour is');
});
