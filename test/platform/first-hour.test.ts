import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { createBareDatabase } from '../support/database.js';
import { freePort, startServer, type ServerProcess } from '../support/server-process.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [, section] = /## A team's first hour\n([\s\S]*?)\n## /.exec(readFileSync(new URL('../../README.md', import.meta.url), 'utf8'))!;
const blocksOf = (language: string): string[] =>
  [...section!.matchAll(new RegExp(`\`\`\`${language}\\n([^\`]+)\`\`\``, 'g'))].map(([, text]) => text!);
const documents = new Map(blocksOf('graphql').map((text) => [/^(?:query|mutation) (\w+)/.exec(text)![1]!, text]));

/** Runs a block in a shell. Only `npm` is another one: it runs the tools, and leaves the start to the test. */
async function inShell(block: string, url: string): Promise<string> {
  const npm = 'npm() { [ "$1" != start ] || return 0; tool=$2; shift 3; "$NODE" "build/server/tools/$tool.js" "$@"; }';
  const { TEST_DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn('bash', ['-euc', `${npm}\n${block}`], {
    cwd: root,
    env: { ...inherited, NODE_OPTIONS: '', NODE: process.execPath, DATABASE_URL: url },
  });
  child.stdin.end();
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  expect([code, output]).toEqual([0, output]);
  return output;
}

/** A server on a database, and how it is asked by the README's documents. */
async function serve(url: string, running: Set<ServerProcess>) {
  const port = await freePort();
  const server = startServer({ DATABASE_URL: url, PORT: String(port) });
  running.add(server);
  await server.prints('Stop with Ctrl-C');
  const ask = async (query: string, variables: object, token: string): Promise<Record<string, any>> => {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Record<string, any>; errors?: unknown };
    expect({ query, errors }).toEqual({ query, errors: undefined });
    return data;
  };
  return {
    ask,
    run: (name: string, token = '', variables: object = {}) => ask(documents.get(name)!, variables, token),
    async stop(): Promise<void> {
      server.child.kill('SIGTERM');
      expect((await server.ended()).code).toBe(0);
      running.delete(server);
    },
  };
}

const seen = `{ organization { name } users { nodes { firstName } } deals { nodes { dealName stage { label } pipeline { stages { nodes { label } } } } } }`;
const signIn = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }';

test('the first hour of a team, from an empty database to the same team elsewhere, as the README tells it', async () => {
  const [here, elsewhere, folder] = [await createBareDatabase(), await createBareDatabase(), await mkdtemp(join(tmpdir(), 'relata-hour-'))];
  const file = join(folder, 'first-hour.backup');
  const [setUp, moveAway] = blocksOf('sh').map((block) =>
    block
      .replaceAll('postgres://user:password@host:5432/relata', here.url)
      .replaceAll('postgres://user:password@elsewhere:5432/relata', elsewhere.url)
      .replaceAll('first-hour.backup', file),
  );
  const running = new Set<ServerProcess>();
  try {
    expect(await inShell(setUp!, here.url)).toContain('Noorderlicht is there.');
    const first = await serve(here.url, running);
    const ada = (await first.run('SignInAsAda'))['signIn'].token as string;
    const { roles, profiles } = await first.run('RolesAndProfiles', ada);
    const { inviteUser } = await first.run('Invite', ada, { roleId: roles.nodes[0].id, profileId: profiles.nodes[0].id });
    expect(inviteUser.url).toContain(inviteUser.token);
    const bram = (await first.run('Accept', '', { token: inviteUser.token }))['acceptInvitation'].token as string;
    const { key } = (await first.run('Key', ada))['createApiKey'];

    const [stage] = (await first.run('Stages', ada))['pipelines'].nodes[0].stages.nodes;
    expect(stage.label).toBe('Qualification');
    await first.run('Rename', ada, { stageId: stage.id });
    const { deal } = (await first.run('Add', bram))['createDeal'];
    expect(deal.stage.label).toBe('First meeting');
    const moved = (await first.run('Move', bram, { dealId: deal.id, version: deal.version }))['updateDeal'].deal;
    expect([moved.stage.label, moved.stageHistory.nodes.map((node: any) => node.stage.label).sort()]).toEqual([
      'Needs Analysis',
      ['First meeting', 'Needs Analysis'],
    ]);
    const before = await first.ask(seen, {}, key as string);

    expect(await inShell(moveAway!, here.url)).toContain('are back.');
    expect((await stat(file)).mode & 0o077).toBe(0);
    await first.stop();
    const second = await serve(elsewhere.url, running);
    expect(await second.ask(seen, {}, key as string)).toEqual(before);
    for (const [email, password] of [
      ['ada@noorderlicht.example.com', 'correct horse battery'],
      ['bram@noorderlicht.example.com', 'staple the battery'],
    ]) {
      const { token } = (await second.ask(signIn, { email, password }, ''))['signIn'];
      expect(await second.ask(seen, {}, token as string)).toEqual(before);
    }
    await second.stop();
    expect(before['deals'].nodes).toHaveLength(1);
  } finally {
    for (const server of running) server.child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
    await Promise.all([here.drop(), elsewhere.drop()]);
  }
});
