import { accounts, campaigns, createClient, createSession, isCrmError, leads, viewer } from '../../sdk/src/index.js';

/** Where to and as whom: put in by test/sdk/runtimes.test.ts. */
declare const SMOKE: {
  readonly url: string;
  readonly goneUrl: string;
  readonly email: string;
  readonly password: string;
  readonly name: string;
};

/** What an app does with the SDK, in a minute: the same on every runtime. */
export async function smoke(): Promise<unknown> {
  const { url, goneUrl, email, password, name } = SMOKE;
  const session = createSession({ url });
  await session.signIn({ email, password });
  const attempts: number[] = [];
  const crm = createClient({ url, auth: session.auth, onRequest: ({ attempt }) => attempts.push(attempt) });

  const { results } = await accounts(crm).createMany([1, 2, 3].map((index) => ({ accountName: `${name} ${index}` })));
  const filter = { accountName: { startsWith: name } };
  const page = await accounts(crm).list({ filter, first: 2, select: { accountName: true, owner: { email: true } }, totalCount: true });
  const walked: (string | null)[] = [];
  for await (const { accountName } of accounts(crm).iterate({ filter, pageSize: 1, orderBy: [{ accountName: 'ASC' }] }))
    walked.push(accountName);

  const lead = await leads(crm).create({ lastName: name, company: name });
  const { members } = await campaigns(crm).create(
    { campaignName: name, members: { create: [{ personId: lead.id }] } },
    { select: { members: { nodes: { person: { on: { Lead: { lastName: true } } } } } } },
  );

  const conflict = await accounts(crm)
    .update(results[0]!.record!.id, { phone: '1' }, { expectedVersion: 9 })
    .catch((error: unknown) => (isCrmError(error, 'CONFLICT') ? error.details.currentVersion : error));
  const aborted = await viewer(crm, { signal: AbortSignal.abort(new Error('enough')) }).catch((error: unknown) => (error as Error).message);
  const gone = await viewer(createClient({ url: goneUrl, retries: 1, timeoutMs: 5000 })).catch((error: unknown) =>
    isCrmError(error) ? error.code : String(error),
  );

  const expired = createSession({ url, tokens: { ...session.tokens!, token: 'expired' } });
  const again = createClient({ url, auth: expired.auth });
  const renewed = await Promise.all([viewer(again), viewer(again)]);
  await expired.signOut();
  return {
    made: results.length,
    owner: page.nodes[0]?.owner?.email,
    total: page.totalCount,
    walked: walked.map((one) => one?.replace(name, '')),
    person: members?.nodes[0]?.person?.__typename,
    conflict,
    aborted,
    gone,
    renewed: renewed.map((one) => one?.isAdministrator),
    attempts: Math.max(...attempts),
  };
}
