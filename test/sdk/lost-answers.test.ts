import { expect, test } from '@jest/globals';
import { accounts, createClient } from '../../sdk/src/index.js';
import { cuttingProxy } from './support/cutting-proxy.js';
import { listeningServer } from './support/listening-server.js';

test('of 1,000 creates whose answers get lost each is done once', async () => {
  await using server = await listeningServer();
  await using wire = await cuttingProxy(server.url, { requests: 0.1, answers: 0.3 });
  let replays = 0;
  const crm = createClient({
    url: wire.url,
    auth: server.company.chief.token,
    // So many are never used up: each attempt gets through two times out of three.
    retries: 60,
    onResponse: ({ extensions }) => {
      if ((extensions?.['idempotency'] as { isReplay?: boolean } | undefined)?.isReplay) replays++;
    },
  });
  const names = Array.from({ length: 1000 }, (_, index) => `Account ${index}`);
  const ids: string[] = [];
  const left = [...names];
  const work = async () => {
    for (let name = left.pop(); name !== undefined; name = left.pop())
      ids.push((await accounts(crm).create({ accountName: name }, { select: { id: true } })).id);
  };
  await Promise.all(Array.from({ length: 64 }, work));

  // The wire did its part: hundreds of answers were lost after the server had done what was asked.
  expect(wire.cuts.answers).toBeGreaterThan(200);
  expect(replays).toBeGreaterThan(200);
  const direct = createClient({ url: server.url, auth: server.company.chief.token });
  const found = await accounts(direct)
    .iterate({ select: { id: true, accountName: true }, pageSize: 500 })
    .toArray({ limit: 2000 });
  expect(found.map(({ accountName }) => accountName).sort()).toEqual(names.sort());
  expect(found.map(({ id }) => id).sort()).toEqual(ids.sort());
});
