import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { attachment } from '../../server/platform/files/routes.js';
import { canBe, essenceOf } from '../../server/platform/files/content-types.js';
import { codesOf, faultsOf } from '../support/answers.js';
import { seededBytes } from '../support/seed.js';
import { workspace, type Company, type Person, type Workspace } from '../support/workspace.js';

let folder: string;
let crm: Workspace;
let acme: Company;
let chief: Person;
let second: Person;
let foreign: Person;
let address: string;
let now = new Date('2027-01-31T12:00:00Z');

const setUp = async (filesFolder: string, edge?: object): Promise<Workspace> => {
  const made = await workspace({
    clock: () => now,
    config: { files: { folder: filesFolder, maxBytes: 300 * 1024 * 1024 }, ...(edge && { edge: edge as never }) },
  });
  await made.app.http.listen({ host: '127.0.0.1', port: 0 });
  return made;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relata-files-'));
  crm = await setUp(folder, { trustProxy: 0, hosts: [], takesAnyAddress: true, origins: ['https://app.example.com'] });
  address = crm.app.services.publicUrl;
  acme = await crm.company('acme', [
    { lastName: 'Chief', email: 'chief@acme.example.com' },
    { lastName: 'Second', email: 'second@acme.example.com' },
    { lastName: 'Third', email: 'third@acme.example.com' },
  ]);
  ({ chief, second } = acme.people as { chief: Person; second: Person });
  foreign = (await crm.company('other')).chief;
});
afterAll(async () => {
  await crm.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  now = new Date('2027-01-31T12:00:00Z');
});

const CSV = Buffer.from('Name,City\nAda,London\n');

const tryTicket = (person: Person, input: object) =>
  person.send('mutation ($input: CreateUploadInput!) { createUpload(input: $input) { url expiresAt fileId } }', { input });

async function ticket(person: Person, size: number, contentType = 'text/csv', fileName = 'people.csv') {
  const { data, errors } = await tryTicket(person, { fileName, size, contentType });
  expect(errors).toBeUndefined();
  return data!['createUpload'] as { url: string; expiresAt: string; fileId: string };
}

const put = (url: string, body: Buffer | Readable, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'PUT',
    body: (body instanceof Readable ? Readable.toWeb(body) : new Uint8Array(body)) as never,
    headers: { 'content-type': 'text/csv', ...headers },
    duplex: 'half',
  } as never);

const codeOf = async (response: Response): Promise<string> =>
  `${response.status} ${((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code}`;

/** All files below the folder, whatever they are. */
const onDisk = async (of = folder): Promise<string[]> =>
  (await readdir(of, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

const rowsOf = async (id: string): Promise<number> =>
  (await crm.app.database.system.query('SELECT FROM file WHERE id = $1', [id.slice('file_'.length)])).rowCount!;

const fileOf = async (person: Person, id: string) =>
  (await person.ask('query ($id: ID!) { file(id: $id) { id fileName contentType size createdAt expiresAt downloadUrl } }', { id }))['file'];

async function upload(person: Person, body: Buffer, contentType = 'text/csv', fileName = 'people.csv'): Promise<string> {
  const { url, fileId } = await ticket(person, body.length, contentType, fileName);
  expect((await put(url, body, { 'content-type': contentType })).status).toBe(201);
  return fileId;
}

test('a file is uploaded by a ticket, is known to its maker and to administrators, and comes back as it was', async () => {
  const { url, expiresAt, fileId } = await ticket(second, CSV.length);
  expect(url.startsWith(`${address}/uploads/`)).toBe(true);
  expect(expiresAt).toBe('2027-01-31T12:15:00.000Z');
  expect(await fileOf(second, fileId)).toBeNull();
  const response = await put(url, CSV, { 'content-type': 'Text/CSV; charset=utf-8' });
  expect([response.status, await response.json()]).toEqual([
    201,
    { fileId, fileName: 'people.csv', contentType: 'text/csv', size: CSV.length },
  ]);
  for (const person of [second, chief]) {
    const file = await fileOf(person, fileId);
    expect(file).toMatchObject({
      id: fileId,
      fileName: 'people.csv',
      contentType: 'text/csv',
      size: CSV.length,
      createdAt: now.toISOString(),
    });
    const download = await fetch(file.downloadUrl);
    expect(Buffer.from(await download.arrayBuffer())).toEqual(CSV);
    expect(Object.fromEntries(download.headers)).toMatchObject({
      'content-type': 'text/csv',
      'content-length': String(CSV.length),
      'content-disposition': `attachment; filename="people.csv"; filename*=UTF-8''people.csv`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    });
  }
  expect(await fileOf(foreign, fileId)).toBeNull();
  const read = async (): Promise<string> => {
    const chunks = await crm.app.services.files.open(acme.org, fileId.slice(5)).then((content) => content!.toArray());
    return Buffer.concat(chunks as Buffer[]).toString();
  };
  expect([await read(), await read()]).toEqual([CSV.toString(), CSV.toString()]);
  expect(await crm.app.services.files.open(foreign.org, fileId.slice(5))).toBeNull();
});

test('a ticket is only kept as a hash, and the name of a file is in no name on disk', async () => {
  const { url } = await ticket(chief, 1);
  const secret = url.split('/').at(-1)!;
  const { rows } = await crm.app.database.system.query<{ row: string }>('SELECT t::text AS row FROM upload_ticket t');
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ row }) => row.includes(secret))).toEqual([]);

  const hostile = '../../..\\..\\etc/passwd\r\nSet-Cookie: a=1"; filename=x\u202e%00é😀.csv';
  const fileId = await upload(chief, CSV, 'text/csv', hostile);
  expect((await onDisk()).filter((name) => !/^[0-9a-f]{32}$/.test(name))).toEqual([]);
  const file = await fileOf(chief, fileId);
  expect(file.fileName).toBe(hostile);
  const download = await fetch(file.downloadUrl);
  expect(download.headers.get('set-cookie')).toBeNull();
  const disposition = download.headers.get('content-disposition')!;
  expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.!~*%-]+$/);
  expect(disposition).not.toMatch(/[/\\\r\n]|\.\.\/|%2F|%5C|%0D|%0A/i);
  expect(attachment('a"b;c%d/e\\f.csv')).toBe(`attachment; filename="a_b_c_d_e_f.csv"; filename*=UTF-8''a%22b%3Bc%25d_e_f.csv`);
});

test('a ticket is asked for with a name, a size and a type that can be', async () => {
  const good = { fileName: 'a.csv', size: 1, contentType: 'text/csv' };
  const cases: [object, string][] = [
    [{ fileName: ' ' }, 'input.fileName REQUIRED'],
    [{ fileName: 'x'.repeat(256) }, 'input.fileName TOO_LONG'],
    [{ fileName: 'a\u0000' }, 'input.fileName INVALID_CHARACTER'],
    [{ size: -1 }, 'input.size OUT_OF_RANGE'],
    [{ size: 300 * 1024 * 1024 + 1 }, 'input.size OUT_OF_RANGE'],
    [{ contentType: 'text' }, 'input.contentType INVALID_FORMAT'],
    [{ contentType: 'text/csv\r\nx: y' }, 'input.contentType INVALID_FORMAT'],
  ];
  for (const [wrong, expected] of cases)
    expect([wrong, faultsOf(await tryTicket(chief, { ...good, ...wrong }))]).toEqual([wrong, [expected]]);
  const anonymous = await crm.post({ query: 'mutation { createUpload(input: { fileName: "a", size: 1, contentType: "a/b" }) { url } }' });
  expect(codesOf(anonymous)).toEqual(['UNAUTHENTICATED']);
});

test('a ticket is good once, for whom it was made, and for a quarter of an hour', async () => {
  const before = await onDisk();
  const { url } = await ticket(chief, CSV.length);
  const both = await Promise.all([put(url, CSV), put(url, CSV)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 401]);
  expect(await codeOf(await put(url, CSV))).toBe('401 UPLOAD_TICKET_INVALID');
  expect(await onDisk()).toHaveLength(before.length + 1);

  for (const person of [foreign, second]) {
    const mine = await ticket(chief, CSV.length);
    expect(await codeOf(await put(mine.url, CSV, { authorization: `Bearer ${person.token}` }))).toBe('401 UPLOAD_TICKET_INVALID');
    expect((await put(mine.url, CSV, { authorization: `Bearer ${chief.token}` })).status).toBe(201);
  }
  const late = await ticket(chief, CSV.length);
  now = new Date(now.getTime() + 15 * 60_000);
  expect(await codeOf(await put(late.url, CSV))).toBe('401 UPLOAD_TICKET_INVALID');
  for (const token of ['x', 'x'.repeat(43), '..%2f..%2fetc', '%00'])
    expect(await codeOf(await put(`${address}/uploads/${token}`, CSV))).toBe('401 UPLOAD_TICKET_INVALID');
});

test('a suspended user uploads and downloads no more', async () => {
  const third = acme.people['third']!;
  const fileId = await upload(third, CSV);
  const { downloadUrl } = await fileOf(third, fileId);
  const { url } = await ticket(third, CSV.length);
  await chief.ask('mutation ($id: ID!) { suspendUser(id: $id) { user { id } } }', { id: `user_${third.userId}` });
  expect(await codeOf(await put(url, CSV))).toBe('401 UPLOAD_TICKET_INVALID');
  expect(await codeOf(await fetch(downloadUrl))).toBe('403 DOWNLOAD_LINK_INVALID');
  await chief.ask('mutation ($id: ID!) { reactivateUser(id: $id) { user { id } } }', { id: `user_${third.userId}` });
  expect((await fetch(downloadUrl)).status).toBe(200);
});

test('content of another size or type is refused, and nothing of it is left', async () => {
  const before = await onDisk();
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), seededBytes(2000)]);
  const streamed = (content: Buffer): Readable => Readable.from([content.subarray(0, 3), content.subarray(3)]);
  const cases: [string, number, Buffer | Readable, Record<string, string>, string][] = [
    ['text/csv', CSV.length, CSV, { 'content-type': 'image/png' }, '415 UPLOAD_TYPE_MISMATCH'],
    ['text/csv', CSV.length + 1, CSV, {}, '400 UPLOAD_SIZE_MISMATCH'],
    ['text/csv', CSV.length + 1, streamed(CSV), {}, '400 UPLOAD_SIZE_MISMATCH'],
    ['text/csv', CSV.length - 1, streamed(CSV), {}, '413 FILE_TOO_LARGE'],
    ['text/csv', png.length, png, {}, '415 UPLOAD_TYPE_MISMATCH'],
    ['text/csv', png.length, streamed(png), {}, '415 UPLOAD_TYPE_MISMATCH'],
    ['image/png', CSV.length, CSV, { 'content-type': 'image/png' }, '415 UPLOAD_TYPE_MISMATCH'],
    ['application/pdf', 0, Buffer.alloc(0), { 'content-type': 'text/csv' }, '415 UPLOAD_TYPE_MISMATCH'],
  ];
  for (const [type, size, body, headers, expected] of cases) {
    const { url, fileId } = await ticket(chief, size, type);
    expect(await codeOf(await put(url, body, headers))).toBe(expected);
    expect([expected, await rowsOf(fileId)]).toEqual([expected, 0]);
  }
  expect(await onDisk()).toEqual(before);
  // What the head alone shows to be wrong leaves the ticket good.
  const { url } = await ticket(chief, CSV.length);
  await put(url, CSV, { 'content-type': 'image/png' });
  expect((await put(url, CSV)).status).toBe(201);
});

test('what content begins with tells its type', () => {
  expect(essenceOf('Text/CSV; charset="utf-8"')).toBe('text/csv');
  expect([undefined, '', 'csv', 'a/b/c', 'a /b', 'ä/b'].map(essenceOf)).toEqual(Array(6).fill(null));
  const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
  expect(canBe('text/csv', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('Name;Ort')]))).toBe(true);
  expect(canBe('text/csv', utf16('Name;Ort\nAda;Köln'))).toBe(true);
  expect(canBe('text/csv', Buffer.from('caf\xe9', 'latin1'))).toBe(true);
  expect(canBe('text/csv', Buffer.from('Name,City\0'))).toBe(false);
  expect(canBe('text/vcard', Buffer.from('PK\x03\x04xxxx'))).toBe(false);
  expect(canBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', Buffer.from('PK\x03\x04xxxx'))).toBe(true);
  expect(canBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', CSV)).toBe(false);
  expect(canBe('application/octet-stream', Buffer.from('PK\x03\x04xxxx'))).toBe(true);
});

test('an upload that breaks off leaves nothing behind, and does not hold the server up', async () => {
  const before = await onDisk();
  for (const sent of [0, 10_000]) {
    const { url, fileId } = await ticket(chief, 1_000_000);
    const { port, hostname, pathname } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.write(
      `PUT ${pathname} HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: text/csv\r\ncontent-length: 1000000\r\n\r\n${'x'.repeat(sent)}`,
    );
    if (sent > 0) for (let turn = 0; turn < 100 && (await onDisk()).length === before.length; turn++) await wait(20);
    socket.destroy();
    for (let turn = 0; turn < 100 && (turn < 5 || (await onDisk()).length > before.length); turn++) await wait(20);
    expect(await onDisk()).toEqual(before);
    expect(await rowsOf(fileId)).toBe(0);
    if (sent > 0) expect(await codeOf(await put(url, CSV))).toBe('401 UPLOAD_TICKET_INVALID');
  }
});

test('a full disk is told, and nothing of the file is left', async () => {
  const mount = join(folder, 'small');
  execFileSync('mkdir', ['-p', mount]);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', mount], { stdio: 'ignore' });
  } catch {
    return console.warn('left out: a full disk; this user may not mount a small one.');
  }
  const full = await setUp(mount);
  try {
    const { chief: person } = await full.company('full');
    const body = Buffer.alloc(1_000_000, 'x');
    const { url } = await ticket(person, body.length);
    expect(await codeOf(await put(url, body))).toBe('507 STORAGE_FULL');
    expect(await onDisk(mount)).toEqual([]);
    const small = await ticket(person, CSV.length);
    expect((await put(small.url, CSV)).status).toBe(201);
    await expect(
      full.app.services.files.store(Readable.from([body]), {
        org: person.org,
        userId: person.userId,
        fileName: 'a',
        contentType: 'text/csv',
        lifetimeMinutes: 1,
      }),
    ).rejects.toMatchObject({ code: 'STORAGE_FULL' });
    expect(await onDisk(mount)).toHaveLength(1);
  } finally {
    await full.close();
    execFileSync('umount', [mount]);
  }
});

test('an address to download from is good for five minutes, for one file and one viewer', async () => {
  const [fileId, other] = [await upload(second, CSV), await upload(chief, Buffer.from('b'))];
  const { downloadUrl } = await fileOf(second, fileId);
  const variants = [
    downloadUrl.replace(fileId, other),
    downloadUrl.replace(second.userId, chief.userId),
    downloadUrl.replace(second.org, foreign.org),
    downloadUrl.replace(/\.(\d{13})\./, (_: string, expires: string) => `.${Number(expires) + 1}.`),
    `${downloadUrl.slice(0, -2)}xx`,
    downloadUrl.replace(/\?.*/, ''),
    `${downloadUrl}&for=x`,
    `${address}/files/file_x?for=a`,
  ];
  for (const url of variants) expect([url, await codeOf(await fetch(url))]).toEqual([url, '403 DOWNLOAD_LINK_INVALID']);
  expect((await fetch(downloadUrl)).status).toBe(200);
  now = new Date(now.getTime() + 5 * 60_000);
  expect(await codeOf(await fetch(downloadUrl))).toBe('403 DOWNLOAD_LINK_INVALID');
  // Signed rightly, for someone who may not see the file.
  const signed = await crm.app.services.files.downloadUrl(foreign, fileId.slice(5), address);
  expect(await codeOf(await fetch(signed))).toBe('404 NOT_FOUND');
  expect(await codeOf(await fetch(await crm.app.services.files.downloadUrl(second, other.slice(5), address)))).toBe('404 NOT_FOUND');
});

test('what the server writes itself is kept whole or not at all, and goes when its time is over', async () => {
  const { files } = crm.app.services;
  const details = { org: acme.org, userId: second.userId, fileName: 'export.csv', contentType: 'text/csv', lifetimeMinutes: 60 };
  const before = await onDisk();
  async function* broken(): AsyncGenerator<Buffer> {
    yield await Promise.resolve(CSV);
    throw new Error('No more.');
  }
  await expect(files.store(broken(), details)).rejects.toThrow('No more.');
  await expect(files.store(Readable.from([CSV]), { ...details, userId: foreign.userId })).rejects.toMatchObject({ code: '23503' });
  expect(await onDisk()).toEqual(before);

  const id = await files.store(Readable.from([CSV, CSV]), details);
  expect(await fileOf(second, `file_${id}`)).toMatchObject({ size: 2 * CSV.length, expiresAt: '2027-01-31T13:00:00.000Z' });
  const { url } = await ticket(second, 1);
  now = new Date('2027-01-31T13:00:00Z');
  expect(await fileOf(second, `file_${id}`)).toBeNull();
  expect(await files.open(acme.org, id)).toBeNull();

  // Content that nobody made a file of, and a draft that was never ended.
  const left = await files.write(Readable.from([CSV]));
  const old = new Date(Date.now() - 2 * 60 * 60_000);
  await utimes(join(folder, left.key.slice(0, 2), left.key), old, old);
  const fresh = await files.write(Readable.from([CSV]));
  await (files as unknown as { clean(): Promise<void> }).clean();
  const after = await onDisk();
  expect(after).toContain(fresh.key);
  expect(after).not.toContain(left.key);
  expect(after).toHaveLength(before.length + 1);
  const hash = createHash('sha256').update(url.split('/').at(-1)!).digest();
  expect((await crm.app.database.system.query('SELECT FROM upload_ticket WHERE hash = $1', [hash])).rowCount).toBe(0);
  await files.discard(fresh);
});

test('pages of allowed origins may upload; others, and other names of the server, are refused', async () => {
  const { url } = await ticket(chief, CSV.length);
  const preflight = await fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://app.example.com',
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'content-type',
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-methods')).toMatch(/PUT/);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
  expect(await codeOf(await put(url, CSV, { origin: 'https://evil.example.com' }))).toBe('403 ORIGIN_NOT_ALLOWED');
  const { port, pathname } = new URL(url);
  const refused = await new Promise<number>((resolve, reject) =>
    httpRequest({ port, path: pathname, method: 'PUT', headers: { host: 'evil.example.com', 'content-type': 'text/csv' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode!);
    })
      .on('error', reject)
      .end(CSV),
  );
  expect(refused).toBe(421);
  const taken = await put(url, CSV, { origin: 'https://app.example.com' });
  expect([taken.status, taken.headers.get('access-control-allow-origin')]).toEqual([201, 'https://app.example.com']);
});

test('a large file goes through without being held in memory', async () => {
  const size = 256 * 1024 * 1024;
  const { url, fileId } = await ticket(chief, size, 'application/octet-stream');
  const chunk = seededBytes(1024 * 1024);
  const source = Readable.from(
    (function* () {
      for (let sent = 0; sent < size; sent += chunk.length) yield chunk;
    })(),
  );
  const memory = (): number => process.memoryUsage.rss() / 1024 / 1024;
  const before = memory();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, memory())), 20);
  const response = await put(url, source, { 'content-type': 'application/octet-stream' });
  expect(response.status).toBe(201);
  const download = await fetch((await fileOf(chief, fileId)).downloadUrl);
  const hash = createHash('sha256');
  for await (const part of download.body!) hash.update(part as Uint8Array);
  clearInterval(watch);
  const expected = createHash('sha256');
  for (let sent = 0; sent < size; sent += chunk.length) expected.update(chunk);
  expect(hash.digest('hex')).toBe(expected.digest('hex'));
  // The client is in this process too.
  expect(most - before).toBeLessThan(150);
});
