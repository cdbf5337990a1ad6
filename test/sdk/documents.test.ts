import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse, print, visit, type DocumentNode } from 'graphql';
import { accounts, createClient, deals, type Crm } from '../../sdk/src/index.js';
import { printDocument } from '../../sdk/src/print-document.js';
import { OpenPipelineDocument, type OpenPipelineQuery } from './documents/documents.generated.js';
import { listeningServer, type ListeningServer } from './support/listening-server.js';

let server: ListeningServer;
let crm: Crm;
beforeAll(async () => {
  server = await listeningServer();
  crm = createClient({ url: server.url, auth: server.company.chief.token, retries: 0 });
});
afterAll(() => server.crm.close());

test('a typed document goes in, and comes out typed', async () => {
  const { id } = await accounts(crm).create({ accountName: 'Noorderlicht' });
  await deals(crm).create({ dealName: 'Lighthouse', accountId: id, amount: '500', closingDate: '2027-01-31', stage: 'QUALIFICATION' });
  const { deals: found }: OpenPipelineQuery = await crm.request(OpenPipelineDocument, { first: 3, atLeast: '100' });
  expect(found).toEqual({
    totalCount: 1,
    nodes: [
      {
        dealName: 'Lighthouse',
        amount: '500.00',
        closingDate: '2027-01-31',
        leadSource: null,
        stage: { label: 'Qualification', category: 'OPEN' },
      },
    ],
  });
  // @ts-expect-error -- the document needs to know how many
  await expect(crm.request(OpenPipelineDocument, { atLeast: '100' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
});

test('string objects and trees with their text go as they are', async () => {
  const text = '{ organization { name } }';
  const wanted = { organization: { name: 'noorderlicht' } };
  expect(await crm.request(new String(text))).toEqual(wanted);
  expect(await crm.request(parse(text))).toEqual(wanted);
});

test('a tree is printed as graphql-js prints it, whatever a client may write', () => {
  const text = `
    query A($a: [Int!]! = [1, 2], $b: In = { c: "x\\"y", d: null, e: [TRUE, true, -1.5e3] } @onVariable) @live(if: $a) {
      alias: field(a: $a, b: { c: $b, d: """block "quoted" text""" }) @include(if: true) { ...F @skip(if: false) ... on T { id } ... @defer { id } }
    }
    mutation B { b }
    subscription { c }
    fragment F on T @tag(name: "é\\u0001") { id }
  `;
  // Of a block string only the value counts.
  const plain = (tree: DocumentNode) => print(visit(tree, { StringValue: (node) => ({ ...node, block: false }) }));
  const tree = parse(text, { noLocation: true });
  expect(plain(parse(printDocument(tree)))).toBe(plain(tree));
});
