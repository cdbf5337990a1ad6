/**
 * The well-behaved organization, in a process of its own: reads and writes at a steady rate, whatever the server does, so that a
 * server which answers nothing for a second has a second in every request that fell into it. A request that this process itself was
 * late to send counts from when it was sent; how late is told, as it says what the machine adds to all times.
 */
import { getIntrospectionQuery } from 'graphql';
import { createClient, upload } from './client.mjs';

/** Enough for a p99 of a single attack of some seconds; it keeps a server of two cores busy for an eighth of its time. */
const PER_SECOND = 100;

/** Connections that it has all the time, as a proxy has: a new one waits behind all that strangers open at once. */
const CONNECTIONS = 64;

/** Documents that are asked for once: from here on the server's stores are full (twelve times as many make it 4 % larger). */
const REPORTS = 8_000;

let client;
let tokens = [];
let records = {};
let state = null;
let isStopped = false;

process.on('disconnect', () => process.exit(0));
process.on('message', async ({ do: what, ...order }) => {
  try {
    process.send({ done: what, result: await orders[what](order) });
  } catch (error) {
    process.send({ done: what, error: String(error?.stack ?? error) });
  }
});

const orders = {
  /** Signs in and looks up what the requests are about. */
  async begin({ port, users }) {
    client = createClient({ port, connections: CONNECTIONS });
    for (const { email, password } of users) tokens.push(await signIn(email, password));
    const { data } = await ask('{ accounts(first: 100) { nodes { id accountName } } deals(first: 100) { nodes { id } } }');
    records = { accounts: data.accounts.nodes, deals: data.deals.nodes, users };
    for (let i = 0; i < 60; i++) await ask(...requestAt(i));
    // As explorers, generators of code and reports do: what the server stores of it, up to its limits, is not what an attack leaves behind.
    for (const option of ['descriptions', 'specifiedByUrl', 'directiveIsRepeatable', 'schemaDescription', 'inputValueDeprecation', 'oneOf'])
      await ask(getIntrospectionQuery({ [option]: option !== 'descriptions' }));
    await Promise.all(Array.from({ length: CONNECTIONS }, (_, i) => ask(...requestAt(i))));
    let sent = 0;
    const lane = async () => {
      while (sent < REPORTS) await ask(reportAt(sent++));
    };
    await Promise.all(Array.from({ length: 6 }, lane));
    tick();
  },
  /** Begins a phase. */
  measure() {
    state = newState();
  },
  /** Ends the phase: what its requests took. */
  async report() {
    const phase = state;
    state = null;
    await Promise.all(phase.underWay);
    const { times, failures, livez, signIns, imports, late } = phase;
    return { times, failures, livez, signIns, imports, late };
  },
  stop() {
    isStopped = true;
  },
};

const newState = () => ({ times: [], failures: [], livez: [], signIns: [], imports: [], late: 0, underWay: new Set() });

async function signIn(email, password) {
  const query = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }';
  const answer = await client.ask({ query, variables: { email, password }, address: '192.0.2.7' });
  if (answer.code !== 'OK') throw new Error(`Signing in failed: ${answer.text}`);
  return answer.data.signIn.token;
}

let turn = 0;
const nextToken = () => tokens[turn++ % tokens.length];
const ask = (query, variables, token = nextToken()) => client.ask({ token, query, variables, address: '192.0.2.7' });

/** The requests of a screen, an integration, a form. */
function requestAt(at) {
  const { accounts, deals } = records;
  const account = accounts[at % accounts.length];
  switch (at % 10) {
    case 0:
    case 1:
    case 2:
      return [
        '{ accounts(first: 25) { nodes { id accountName phone industry owner { id fullName } } pageInfo { hasNextPage endCursor } } }',
      ];
    case 3:
    case 4:
      return [
        'query ($id: ID!) { account(id: $id) { id accountName website contacts(first: 5) { nodes { id fullName } } } }',
        { id: account.id },
      ];
    case 5:
      return [
        'query ($name: String!) { accounts(first: 10, filter: { accountName: { startsWith: $name } }) { totalCount nodes { id accountName } } }',
        { name: account.accountName.slice(0, 6) },
      ];
    case 6:
      return ['query ($id: ID!) { deal(id: $id) { id dealName amount account { accountName } } }', { id: deals[at % deals.length].id }];
    case 7:
      return ['{ deals(first: 1) { aggregate { count sum { amount } } } }'];
    case 8:
      return [
        'mutation ($input: ContactCreateInput!) { createContact(input: $input) { contact { id } } }',
        { input: { lastName: `Contact ${at}` } },
      ];
    default:
      return [
        'mutation ($id: ID!, $input: AccountUpdateInput!) { updateAccount(id: $id, input: $input) { account { id version } } }',
        { id: account.id, input: { phone: `030 ${at}` } },
      ];
  }
}

/** One of very many documents. */
function reportAt(at) {
  const fields = ['phone', 'website', 'fax', 'accountSite', 'tickerSymbol', 'description', 'industry'].filter((_, i) => (at >> i) % 2);
  return `query Report${at} { accounts(first: ${1 + (at % 50)}, filter: { accountName: { startsWith: "${at}" } }) { nodes { id accountName ${fields.join(' ')} } } }`;
}

/** Sends what is due, however long the answers take. */
function tick() {
  let sent = 0;
  const began = performance.now();
  const timer = setInterval(() => {
    if (isStopped) return clearInterval(timer);
    for (; sent < ((performance.now() - began) / 1000) * PER_SECOND; sent++) {
      const due = began + (sent / PER_SECOND) * 1000;
      note((phase) => measured(phase, requestAt(sent), due));
      if (sent % (PER_SECOND / 10) === 0) note(probe);
      if (sent % (PER_SECOND * 2) === 0) note(signInAgain);
      if (sent % (PER_SECOND * 10) === 0) note(importOneRow);
    }
  }, 5);
}

/** Runs a task and counts it for the phase in which it began. */
function note(task) {
  const phase = state ?? newState();
  const running = task(phase)
    .catch((error) => phase.failures.push(String(error.message)))
    .finally(() => phase.underWay.delete(running));
  phase.underWay.add(running);
}

async function measured(phase, [query, variables], due) {
  const sent = performance.now();
  phase.late = Math.max(phase.late, sent - due);
  const answer = await ask(query, variables);
  phase.times.push(performance.now() - sent);
  if (answer.code !== 'OK') phase.failures.push(`${answer.status} ${answer.code}: ${query.slice(0, 60)} ${answer.text.slice(0, 200)}`);
}

async function probe(phase) {
  const sent = performance.now();
  const answer = await client.post({ method: 'GET', path: '/livez' });
  phase.livez.push(performance.now() - sent);
  if (answer.status !== 200) phase.failures.push(`/livez ${answer.status} ${answer.code}`);
}

async function signInAgain(phase) {
  const { email, password } = records.users[0];
  const began = performance.now();
  await signIn(email, password);
  phase.signIns.push(performance.now() - began);
}

/** Of one user: files and jobs are nobody else's. */
async function importOneRow(phase) {
  const began = performance.now();
  const token = nextToken();
  const csv = Buffer.from('Account Name,Phone\nOne Row,030 1\n');
  const fileId = await upload(client, { token, address: '192.0.2.7' }, 'one.csv', 'text/csv', csv);
  const start = 'mutation ($fileId: ID!) { startImport(files: [{ fileId: $fileId, module: "Account" }]) { job { id } } }';
  const started = await ask(start, { fileId }, token);
  if (started.code !== 'OK') throw new Error(`The import was refused: ${started.text}`);
  for (;;) {
    const { id } = started.data.startImport.job;
    const { data, text } = await ask('query ($id: ID!) { job(id: $id) { state errorMessage } }', { id }, token);
    if (!data?.job) throw new Error(`The job could not be read: ${text}`);
    if (data.job.state === 'DONE') break;
    if (data.job.state === 'FAILED') throw new Error(`The import failed: ${data.job.errorMessage}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  phase.imports.push(performance.now() - began);
}
