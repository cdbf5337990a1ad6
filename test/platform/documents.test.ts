import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accountDocuments } from '../../server/platform/account-page/account-page.js';
import { readDocuments } from '../../server/platform/api/documents.js';
import { codesOf } from '../support/answers.js';
import { startServer } from '../support/server-process.js';
import { workspace, type Answer, type Company, type Workspace } from '../support/workspace.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const persisted = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });
const limits = { maxTokens: 2000, maxDepth: 12, maxAliases: 15, maxDirectives: 20 };

let folder: string;
let crm: Workspace;
let acme: Company;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relata-documents-'));
  crm = await workspace({ database: 'own' });
  acme = await crm.company('acme');
});
afterAll(async () => {
  await crm.close();
  await rm(folder, { recursive: true, force: true });
});

const signedIn = () => ({ authorization: `Bearer ${acme.chief.token}` });
const post = (body: object, server = crm): Promise<Answer> => server.post(body, signedIn());
async function get(parameters: Record<string, unknown>, server = crm): Promise<Answer> {
  const texts = Object.entries(parameters).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const search = new URLSearchParams(texts);
  const { body, statusCode } = await server.app.http.inject({ url: `/graphql?${search.toString()}`, headers: signedIn() });
  return { ...JSON.parse(body), status: statusCode, text: body } as Answer;
}
/** The file of registered documents, by their own hashes. */
async function registered(documents: readonly string[], name = 'documents.json'): Promise<string> {
  await writeFile(join(folder, name), JSON.stringify(Object.fromEntries(documents.map((text) => [sha256(text), text]))));
  return join(folder, name);
}

describe('a document that is asked for by its hash', () => {
  test('is asked for with its text first, and then runs without it, by POST and by GET', async () => {
    const query = 'query Chiefs($first: Int) { users(first: $first) { nodes { lastName } } }';
    const answer = { users: { nodes: [{ lastName: 'Chief' }] } };
    const extensions = persisted(query);
    const unknown = await post({ extensions });
    expect(unknown).toMatchObject({
      status: 200,
      errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
    expect(await post({ query, extensions, variables: { first: 1 } })).toMatchObject({ status: 200, data: answer });
    expect(await post({ extensions, variables: { first: 1 } })).toMatchObject({ status: 200, data: answer });
    expect(await get({ extensions, variables: { first: 1 }, operationName: 'Chiefs' })).toMatchObject({ status: 200, data: answer });

    const byGet = '{ users(first: 1) { totalCount } }';
    expect(codesOf(await get({ extensions: persisted(byGet) }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect((await get({ extensions: persisted(byGet), query: byGet })).data).toEqual({ users: { totalCount: 1 } });
    expect((await get({ extensions: persisted(byGet) })).data).toEqual({ users: { totalCount: 1 } });
  });

  test('writes by POST only', async () => {
    const query = 'mutation ($name: String!) { createAccount(input: { accountName: $name }) { account { accountName } } }';
    const extensions = persisted(query);
    expect(codesOf(await post({ query, extensions, variables: { name: 'First' } }))).toEqual([]);
    expect((await post({ extensions, variables: { name: 'Second' } })).data).toEqual({
      createAccount: { account: { accountName: 'Second' } },
    });
    expect((await get({ extensions, variables: { name: 'Third' } })).status).toBe(405);
    expect((await acme.chief.ask('{ accounts { totalCount } }'))['accounts']).toEqual({ totalCount: 2 });
  });

  test('of another text, of another kind or with another text is refused, and registers nothing', async () => {
    const [query, foreign] = ['{ users { totalCount } }', '{ accounts { totalCount } }'];
    expect(await post({ query: foreign, extensions: persisted(query) })).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'PERSISTED_QUERY_MISMATCH' } }],
    });
    expect(codesOf(await get({ query: foreign, extensions: persisted(query) }))).toEqual(['PERSISTED_QUERY_MISMATCH']);
    expect(codesOf(await post({ extensions: persisted(query) }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    const hash = sha256(query);
    for (const persistedQuery of [
      { version: 2, sha256Hash: hash },
      { version: '1', sha256Hash: hash },
      { sha256Hash: hash },
      { version: 1 },
      { version: 1, sha256Hash: hash.toUpperCase() },
      { version: 1, sha256Hash: hash.slice(1) },
      { version: 1, sha256Hash: [hash] },
      { version: 1, sha256Hash: { toString: 'x' } },
      { version: 1, sha256Hash: '__proto__' },
      'x',
      7,
      [],
      true,
    ]) {
      for (const text of [undefined, query]) {
        const { status, errors } = await post({ query: text, extensions: { persistedQuery } });
        expect([persistedQuery, status, errors?.[0]?.extensions.code]).toEqual([persistedQuery, 400, 'BAD_REQUEST']);
      }
    }
    expect(codesOf(await post({ extensions: persisted(query) }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });

  test('meets the same limits as one that is sent, and is not kept when it is refused', async () => {
    const tooDeep = `{ accounts ${'{ nodes { parentAccount { childAccounts '.repeat(5)} { totalCount } ${'} } }'.repeat(5)} }`;
    const wrong = '{ accounts { nonsense } }';
    for (const [query, code] of [
      [tooDeep, 'DOCUMENT_TOO_DEEP'],
      [`{ ${Array.from({ length: 16 }, (_, n) => `a${n}: __typename`).join(' ')} }`, 'DOCUMENT_TOO_MANY_ALIASES'],
      [wrong, 'GRAPHQL_VALIDATION_FAILED'],
      ['{ accounts', 'GRAPHQL_PARSE_FAILED'],
    ] as const) {
      const extensions = persisted(query);
      expect(codesOf(await post({ query, extensions }))).toEqual([code]);
      expect(codesOf(await post({ extensions }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    }
  });

  test('takes no more memory than was set aside, however many are registered', async () => {
    const padded = (number: number) => `{ __typename } # ${number} ${'x'.repeat(120_000)}`;
    for (let number = 0; number < 90; number++)
      expect(codesOf(await post({ query: padded(number), extensions: persisted(padded(number)) }))).toEqual([]);
    expect(codesOf(await post({ extensions: persisted(padded(0)) }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect(codesOf(await post({ extensions: persisted(padded(89)) }))).toEqual([]);
  });
});

describe('registered documents', () => {
  const LIST = 'query Users { users(first: 1) { nodes { lastName } } }';
  const CREATE = 'mutation Create($name: String!) { createAccount(input: { accountName: $name }) { account { accountName } } }';
  const DEEP = `{ ${'accounts { nodes { '.repeat(3)} id ${'} }'.repeat(3)} }`;
  const users = { users: { nodes: [{ lastName: 'Chief' }] } };

  test('run by their hash under any of its names, beside all others', async () => {
    await using server = await workspace({
      databaseUrl: crm.url,
      config: { documents: { path: await registered([LIST, CREATE]), isOnly: false } },
    });
    for (const request of [
      { extensions: persisted(LIST) },
      { documentId: sha256(LIST) },
      { documentId: `sha256:${sha256(LIST)}` },
      { id: sha256(LIST) },
      { query: LIST, documentId: sha256(LIST) },
      { query: LIST, extensions: persisted(LIST) },
    ]) {
      expect((await post(request, server)).data).toEqual(users);
      expect((await get(request, server)).data).toEqual(users);
    }
    expect((await post({ documentId: sha256(CREATE), variables: { name: 'By id' } }, server)).data).toEqual({
      createAccount: { account: { accountName: 'By id' } },
    });
    expect((await post({ query: '{ __typename }' }, server)).data).toEqual({ __typename: 'Query' });
    expect((await post({ query: '{ __typename }', id: 'somebody’s own number' }, server)).data).toEqual({ __typename: 'Query' });
    expect(codesOf(await post({ documentId: sha256(DEEP) }, server))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect(codesOf(await post({ query: '{ __typename }', documentId: sha256(LIST) }, server))).toEqual(['PERSISTED_QUERY_MISMATCH']);
  });

  test('are all that runs where nothing else is allowed, whoever asks and however', async () => {
    const config = { documents: { path: await registered([LIST, CREATE]), isOnly: true } };
    await using server = await workspace({ databaseUrl: crm.url, config });
    for (const request of [
      { extensions: persisted(LIST) },
      { documentId: sha256(LIST) },
      { query: LIST },
      { query: LIST, extensions: persisted(LIST) },
    ]) {
      expect((await post(request, server)).data).toEqual(users);
      expect((await get(request, server)).data).toEqual(users);
    }
    const before = (await acme.chief.ask('{ accounts { totalCount } }'))['accounts'];
    const other = CREATE.replace('Create', 'Other');
    for (const request of [
      { query: other, variables: { name: 'Smuggled' } },
      { query: `${LIST} ` },
      { query: `${LIST} ${other}`, operationName: 'Users' },
      { query: '{ __typename }' },
      { query: '{ __schema { queryType { name } } }' },
      { query: other, extensions: persisted(other) },
      { extensions: persisted(other) },
      { documentId: 'nonsense' },
      { id: '__proto__' },
      { documentId: 7, query: other },
      {},
    ]) {
      for (const answer of [await post(request, server), await server.post(request), await get(request, server)])
        expect([request, answer.status, codesOf(answer)]).toEqual([request, 400, ['PERSISTED_DOCUMENT_REQUIRED']]);
    }
    expect(codesOf(await post({ query: other, documentId: sha256(LIST) }, server))).toEqual(['PERSISTED_QUERY_MISMATCH']);
    expect((await acme.chief.ask('{ accounts { totalCount } }'))['accounts']).toEqual(before);
    // The page that links lead to still gets through.
    for (const query of accountDocuments.values())
      expect(codesOf(await server.post({ query }))).not.toContain('PERSISTED_DOCUMENT_REQUIRED');
    const page = (await server.app.http.inject('/')).body;
    expect(page).toContain('# This server runs registered documents only');
    expect((await crm.app.http.inject('/')).body).not.toContain('registered documents only');
  });

  test('of a file that is not one stop the start, with a message that says what is wrong', async () => {
    const hash = sha256(LIST);
    const inFile = async (text: string): Promise<string> => {
      await writeFile(join(folder, 'hostile.json'), text);
      return readDocuments(join(folder, 'hostile.json'), limits).then(
        () => 'taken',
        (error: unknown) => `${(error as Error).name}: ${(error as Error).message.split('can not be used: ')[1]!}`,
      );
    };
    const deep = `{ ${'a { '.repeat(13)} a ${'}'.repeat(13)} }`;
    for (const [text, why] of [
      ['', 'it is not a JSON object { "<sha256>": "<document>" }.'],
      ['{', 'it is not a JSON object { "<sha256>": "<document>" }.'],
      ['[]', 'it is not a JSON object { "<sha256>": "<document>" }.'],
      ['null', 'it is not a JSON object { "<sha256>": "<document>" }.'],
      ['{}', 'there is no document in it.'],
      ['{"__proto__": "{ a }"}', 'the key "__proto__" is not a SHA-256 in lower case hexadecimal.'],
      [JSON.stringify({ [hash.toUpperCase()]: LIST }), `the key "${hash.toUpperCase()}" is not a SHA-256 in lower case hexadecimal.`],
      [JSON.stringify({ ['x'.repeat(500)]: LIST }), `the key "${'x'.repeat(80)}" is not a SHA-256 in lower case hexadecimal.`],
      [JSON.stringify({ [hash]: { query: LIST } }), `the document of "${hash}" is not a text.`],
      [JSON.stringify({ [hash]: `${LIST} ` }), `the key "${hash}" is not the SHA-256 of its document.`],
      [
        JSON.stringify({ [sha256('{ a')]: '{ a' }),
        `the document of "${sha256('{ a')}" would be refused: Syntax Error: Expected Name, found <EOF>.`,
      ],
      [JSON.stringify({ [sha256('')]: '' }), `the document of "${sha256('')}" would be refused: Syntax Error: Unexpected <EOF>.`],
      [
        JSON.stringify({ [sha256(deep)]: deep }),
        `the document of "${sha256(deep)}" would be refused: The document selects 14 levels deep, at the field "a" in line 1, column 49; 12 are allowed.`,
      ],
    ] as const)
      expect([text, await inFile(text)]).toEqual([text, `DocumentsError: ${why}`]);
    expect(await inFile(`\uFEFF${JSON.stringify({ [`sha256:${hash}`]: LIST })}`)).toBe('taken');
    await expect(readDocuments(join(folder, 'nowhere.json'), limits)).rejects.toThrow(/nowhere\.json\) can not be used: ENOENT\.$/);
    await expect(readDocuments(folder, limits)).rejects.toThrow('it is not a file.');

    const server = startServer({
      RELATA_DATA_DIR: join(folder, 'data'),
      RELATA_DOCUMENTS: join(folder, 'nowhere.json'),
      DATABASE_URL: crm.url,
      PORT: '0',
    });
    expect((await server.ended()).code).toBe(1);
    expect(server.output().trim()).toBe(`The documents of RELATA_DOCUMENTS (${join(folder, 'nowhere.json')}) can not be used: ENOENT.`);
  });
});
