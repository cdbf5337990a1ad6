import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { ESLint } from 'eslint';
import { buildSchema, isScalarType, isSpecifiedScalarType } from 'graphql';
import { auditServer, type AuditFail } from 'graphql-http';
import { standardModel } from '../../server/app.js';
import { errorCatalogue, faultCodes } from '../../server/core/errors.js';
import { printSorted } from '../../server/core/schema/build-schema.js';
import { workspace } from '../support/workspace.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The path of its program; null where it has none for this machine. */
const relayCompiler = createRequire(import.meta.url)('relay-compiler') as string | null;
const schemaFile = join(root, 'schema/schema.graphql');

test('the files in schema/ are what the code prints (else: npm run schema)', async () => {
  const printed: Record<string, string> = {
    'schema.graphql': printSorted(standardModel().schema),
    'errors.json': `${JSON.stringify({ errors: errorCatalogue(), faults: faultCodes }, null, 2)}\n`,
  };
  const committed = await readdir(join(root, 'schema'));
  expect(committed.sort()).toEqual(Object.keys(printed).sort());
  for (const [name, text] of Object.entries(printed)) expect(await readFile(join(root, 'schema', name), 'utf8')).toBe(text);
});

test('graphql-eslint has nothing to say about the schema, and would about a worse one', async () => {
  const eslint = new ESLint({ cwd: root });
  const problems = async (text: string): Promise<string[]> => {
    const [result] = await eslint.lintText(text, { filePath: schemaFile });
    return result!.messages.map(({ ruleId, line, message }) => `${line}: ${ruleId ?? 'parser'}: ${message}`);
  };
  const schema = await readFile(schemaFile, 'utf8');
  expect(await problems(schema)).toEqual([]);

  const worse = schema
    .replace(/^ {2}"""[^"]*"""\n(?= {2}accountName: String$)/m, '')
    .replace(/^ {2}fax: String$/m, '  fax_number: String @deprecated');
  const rules = (await problems(worse)).map((problem) => problem.split(': ')[1]);
  for (const rule of ['require-description', 'naming-convention', 'require-deprecation-reason', 'require-deprecation-date'])
    expect(rules).toContain(`@graphql-eslint/${rule}`);
});

test('relay-compiler accepts the schema: paging, refetching by node and mutations', async () => {
  if (!relayCompiler) return console.warn(`relay-compiler has no binary for ${process.platform} ${process.arch}; left out.`);
  const folder = await mkdtemp(join(tmpdir(), 'relata-relay-'));
  try {
    const schema = await readFile(schemaFile, 'utf8');
    const scalars = Object.values(buildSchema(schema).getTypeMap()).filter((type) => isScalarType(type) && !isSpecifiedScalarType(type));
    await mkdir(join(folder, 'src/made'), { recursive: true });
    await writeFile(join(folder, 'schema.graphql'), schema);
    await writeFile(join(folder, 'src/accounts.ts'), relayDocuments);
    await writeFile(
      join(folder, 'relay.config.json'),
      JSON.stringify({
        src: './src',
        schema: './schema.graphql',
        language: 'typescript',
        artifactDirectory: './src/made',
        customScalarTypes: Object.fromEntries(scalars.map(({ name }) => [name, name.startsWith('JSON') ? 'unknown' : 'string'])),
        typescriptExcludeUndefinedFromNullableUnion: true,
        requireCustomScalarTypes: true,
      }),
    );
    const { code, output } = await run(relayCompiler, ['relay.config.json'], folder);
    expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
    expect((await readdir(join(folder, 'src/made'))).sort()).toEqual(
      [
        'accountsContactsPage.graphql.ts',
        'accounts_account.graphql.ts',
        'accountsCreateMutation.graphql.ts',
        'accountsQuery.graphql.ts',
      ].sort(),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

const relayDocuments = `import { graphql } from 'react-relay';
graphql\`query accountsQuery($first: Int!, $after: Cursor, $filter: AccountFilter) {
  accounts(first: $first, after: $after, filter: $filter, orderBy: [{ accountName: ASC }]) @connection(key: "accounts_accounts") {
    edges { node { id ...accounts_account } }
    totalCount
    groups(by: [{ field: INDUSTRY }]) { key { industry industryLabel } aggregate { count sum { annualRevenue } } }
  }
}\`;
graphql\`fragment accounts_account on Account @refetchable(queryName: "accountsContactsPage") @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "Cursor" }) {
  accountName
  createdAt
  annualRevenue
  owner { fullName }
  contacts(first: $count, after: $cursor) @connection(key: "accounts_contacts") { edges { node { fullName email } } }
}\`;
graphql\`mutation accountsCreateMutation($input: AccountCreateInput!, $connections: [ID!]!) {
  createAccount(input: $input) { account @appendNode(connections: $connections, edgeTypeName: "AccountEdge") { id ...accounts_account } }
}\`;
`;

test.each([
  { caller: 'somebody who is signed in', demo: false },
  { caller: 'anybody, in the demo', demo: true },
])('the server passes the audit of GraphQL over HTTP without an error, a warning or a notice, asked by $caller', async ({ demo }) => {
  await using crm = await workspace({ config: { demo } });
  const { chief } = await crm.company('acme');
  const address = await crm.app.http.listen({ host: '127.0.0.1', port: await freePort() });
  const fetchFn = (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (!demo) headers.set('authorization', `Bearer ${chief.token}`);
    return fetch(url, { ...init, headers });
  };
  const results = await auditServer({ url: `${address}/graphql`, fetchFn });
  const failed = results.filter((result): result is AuditFail => result.status !== 'ok');
  expect(results).toHaveLength(61);
  expect(failed.map(({ status, name, reason }) => `${status}: ${name}: ${reason}`)).toEqual([]);
});

/** Runs a program to its end. */
async function run(program: string, args: readonly string[], cwd: string): Promise<{ code: number | null; output: string }> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (text) => (output += String(text)));
  child.stderr.on('data', (text) => (output += String(text)));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  return { code, output };
}

/** A port below those that the system gives to outgoing connections. */
async function freePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const probe = createServer();
    const isFree = await new Promise<boolean>((resolve) =>
      probe.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true)),
    );
    await new Promise((resolve) => probe.close(resolve));
    if (isFree) return port;
  }
  throw new Error('No port between 20000 and 32000 is free.');
}
