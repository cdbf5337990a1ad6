import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { expect, test } from '@jest/globals';
import { buildSchema, type GraphQLSchema } from 'graphql';

const root = fileURLToPath(new URL('../../', import.meta.url));
const git = (...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** The contract as it was released last; null when nothing was, or when this is no clone that knows. */
function released(): { readonly tag: string; readonly schema: string } | null {
  try {
    const tag = git('describe', '--tags', '--abbrev=0');
    return { tag, schema: git('show', `${tag}:schema/schema.graphql`) };
  } catch {
    return null;
  }
}

/**
 * Changes that break somebody, unless they were announced: what is gone must have been `@deprecated` in the release before,
 * with a date that is past. `pardons` are the texts of the changesets, which may name a change by its path and say why.
 */
async function unannounced(before: GraphQLSchema, after: GraphQLSchema, pardons: string, today: string): Promise<string[]> {
  const changes = await diff(before, after);
  return changes
    .filter(({ criticality, path = '', message }) => {
      if (criticality.level !== CriticalityLevel.Breaking || pardons.includes(`\`${path}\``)) return false;
      const reason = /removed/.test(message) ? deprecationOf(before, path) : null;
      const [date] = /\d{4}-\d{2}-\d{2}/.exec(reason ?? '') ?? [];
      return date === undefined || date > today;
    })
    .map(({ path, message }) => `${path}: ${message}`);
}

/** Why a field, argument or value is deprecated: by its path, `Deal.amount` or `Deal.contacts.first`. */
function deprecationOf(schema: GraphQLSchema, path: string): string | null | undefined {
  const [typeName = '', memberName = '', argument] = path.split('.');
  const type = schema.getType(typeName);
  if (!type) return null;
  if ('getValue' in type) return type.getValue(memberName)?.deprecationReason;
  if (!('getFields' in type)) return null;
  const field = type.getFields()[memberName];
  if (argument === undefined) return field?.deprecationReason;
  return field && 'args' in field ? field.args.find(({ name }) => name === argument)?.deprecationReason : null;
}

test('what the last release promised still holds, or was announced', async () => {
  const last = released();
  if (!last) {
    process.stdout.write('Left out: the comparison of the schema with the last release; there is no tag here.\n');
    return;
  }
  const pardons = globSync('.changeset/*.md', { cwd: root })
    .filter((file) => !file.endsWith('README.md'))
    .map((file) => readFileSync(`${root}/${file}`, 'utf8'));
  const now = buildSchema(readFileSync(`${root}/schema/schema.graphql`, 'utf8'));
  expect(await unannounced(buildSchema(last.schema), now, pardons.join('\n'), new Date().toISOString().slice(0, 10))).toEqual([]);
});

test('a change that breaks is found, one that was announced is not', async () => {
  const before = buildSchema(`
    type Query { a: Int, b: Int @deprecated(reason: "Ask for a. Gone after 2027-01-31."), c(x: Int): Int, d: Colour }
    enum Colour { RED, GREEN @deprecated(reason: "2027-01-31: never seen.") }
  `);
  const after = buildSchema('type Query { a: String, c(x: Int!): Int, d: Colour, e: Int } enum Colour { RED }');
  expect(await unannounced(before, after, '', '2027-02-01')).toEqual([
    expect.stringContaining('Query.a: '),
    expect.stringContaining('Query.c.x: '),
  ]);
  expect(await unannounced(before, after, '', '2027-01-01')).toHaveLength(4);
  expect(await unannounced(before, after, 'We never had `Query.a` right. `Query.c.x` was always needed.', '2027-02-01')).toEqual([]);
});
