import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { createBareDatabase } from '../support/database.js';
import { freePort, startServer, type ServerProcess } from '../support/server-process.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A translation that says of each text what it would be. */
const translated = (value: unknown): unknown =>
  typeof value === 'string'
    ? `fi: ${value}`
    : Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, translated(inner)]));

test('adding a language is adding a file: old organisations have its labels, its people its messages', async () => {
  const [database, folder] = [await createBareDatabase(), await mkdtemp(join(tmpdir(), 'relata-language-'))];
  let server: ServerProcess | undefined;
  const start = async (from: string): Promise<(query: string, headers: Record<string, string>) => Promise<any>> => {
    const port = await freePort();
    server = startServer({ DATABASE_URL: database.url, RELATA_DEMO: 'on', RELATA_DATA_DIR: folder, PORT: String(port) }, from);
    await server.prints('Stop with Ctrl-C');
    return async (query, headers) => {
      const body = JSON.stringify({ query });
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
      return response.json();
    };
  };
  const stop = async (): Promise<void> => {
    server!.child.kill('SIGTERM');
    expect((await server!.ended()).code).toBe(0);
  };
  const signIn = async (ask: Awaited<ReturnType<typeof start>>): Promise<string> => {
    const [, email] = /Sign in +(\S+)/.exec(server!.output())!;
    const [, password] = /Password +(\S+)/.exec(server!.output())!;
    const { data } = await ask(`mutation { signIn(email: "${email}", password: "${password}") { token } }`, {});
    return `Bearer ${data.signIn.token}`;
  };
  const question = `{ picklist(name: "Rating") { values { key label } } enumeration(name: "StageCategory") { values { key label } } }`;
  const wrong = 'mutation { createAccount(input: { accountName: " " }) { account { id } } }';

  try {
    const before = await start(root);
    const asked = await before(question, { authorization: await signIn(before), 'accept-language': 'fi' });
    expect(asked.data.picklist.values[0].label).not.toMatch(/^fi: /);
    await stop();

    // The same program with one file more.
    await cp(join(root, 'server'), join(folder, 'server'), { recursive: true });
    for (const name of ['package.json', 'tsconfig.json', 'README.md']) await cp(join(root, name), join(folder, name));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    const messages = join(folder, 'server/messages');
    await writeFile(join(messages, 'fi.json'), JSON.stringify(translated(JSON.parse(await readFile(join(messages, 'nl.json'), 'utf8')))));
    const after = await start(folder);
    const authorization = await signIn(after);
    const { data } = await after(question, { authorization, 'accept-language': 'fi-FI, fi;q=0.9' });
    for (const { label } of [...data.picklist.values, ...data.enumeration.values]) expect(label).toMatch(/^fi: /);
    expect((await after(wrong, { authorization, 'accept-language': 'fi' })).errors[0].message).toMatch(/^fi: /);

    // As one's own language, too, whatever the browser is set to.
    const chosen = await after('mutation { updateViewerSettings(input: { language: "fi" }) { __typename } }', { authorization });
    expect(chosen.errors).toBeUndefined();
    expect((await after(wrong, { authorization })).errors[0].message).toMatch(/^fi: /);
    await stop();
  } finally {
    server?.child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
    await database.drop();
  }
});
