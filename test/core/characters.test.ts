import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  getNamedType,
  type GraphQLArgument,
  type GraphQLInputType,
} from 'graphql';
import { codesOf, faultsOf } from '../support/answers.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let chief: Person;
beforeAll(async () => {
  crm = await workspace({ database: 'own' });
  ({ chief } = await crm.company('acme'));
});
afterAll(() => crm.close());

const samples: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  Decimal: '1',
  Long: '1',
  DateTime: '2027-01-01T00:00:00.000Z',
  Date: '2027-01-01',
  CurrencyCode: 'EUR',
  JSON: {},
  ExternalIds: { crm: '1' },
};

/** The least that a type takes. */
function least(type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [least(bare.ofType)];
  if (isEnumType(bare)) return bare.getValues()[0]!.name;
  if (!isInputObjectType(bare)) return samples[bare.name] ?? 'x';
  const fields = Object.values(bare.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(fields.map(({ name, type: of }) => [name, least(of)]));
}

/** Values of a type with a text at one place, for each of its places that takes one; no type is gone through twice. */
function* poisoned(type: GraphQLInputType, bad: string, seen = new Set<string>()): Generator<{ value: unknown; path: string }> {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    for (const { value, path } of poisoned(bare.ofType, bad, seen)) yield { value: [value], path: `.0${path}` };
  } else if (isInputObjectType(bare)) {
    if (seen.has(bare.name)) return;
    seen.add(bare.name);
    const rest = least(type) as object;
    for (const { name, type: of } of Object.values(bare.getFields()))
      for (const { value, path } of poisoned(of, bad, seen))
        yield { value: { ...(bare.isOneOf ? {} : rest), [name]: value }, path: `.${name}${path}` };
  } else if (!isEnumType(bare) && !['Int', 'Float', 'Boolean'].includes(bare.name)) {
    if (bare.name === 'ExternalIds') yield { value: { crm: bad }, path: '' };
    else if (bare.name === 'JSON') yield { value: { [bad]: bad }, path: '' };
    else yield { value: bad, path: '' };
  }
}

/** Every module compares and checks its fields in the same way: two stand for all, except where records are looked for. */
const isCovered = (root: string, { type }: GraphQLArgument): boolean =>
  /(Filter|Having|CreateInput|UpdateInput|UpdateItem)$/.test(getNamedType(type).name) &&
  !/^(account|createAccount|updateAccount|cloneAccount|createInvoice|updateInvoices)s?$|^upsert(Account|Product|Contact)$/.test(root);

/** How the API says that it does not take a text, or finds nothing by it. */
const REFUSALS = /^(VALIDATION_FAILED|NOT_FOUND|FORBIDDEN|MUST_STAND_ALONE|\w+_FAILED|LINK_INVALID|REFRESH_TOKEN_INVALID)$/;

test.each([
  ['NUL', 'a\0b'],
  ['half of a surrogate pair', 'a\ud800b'],
])('%s is refused wherever a text is taken, or finds nothing; it never fails the server or becomes another text', async (_, bad) => {
  const { schema } = crm.app.model;
  const failures: string[] = [];
  for (const [kind, root] of [
    ['query', schema.getQueryType()!],
    ['mutation', schema.getMutationType()!],
  ] as const) {
    for (const field of Object.values(root.getFields())) {
      for (const arg of field.args.filter((one) => !isCovered(field.name, one))) {
        const needed = field.args.filter((one) => one !== arg && isRequiredArgument(one));
        const args = [...needed, arg];
        const declared = args.map((one) => `$${one.name}: ${String(one.type)}`).join(', ');
        const given = args.map((one) => `${one.name}: $${one.name}`).join(', ');
        const selection = isCompositeType(getNamedType(field.type)) ? '{ __typename }' : '';
        for (const { value, path } of poisoned(arg.type, bad)) {
          const variables = Object.fromEntries([...needed.map((one) => [one.name, least(one.type)]), [arg.name, value]]);
          const answer = await chief.send(`${kind} (${declared}) { ${field.name}(${given}) ${selection} }`, variables);
          if (!codesOf(answer).every((code) => REFUSALS.test(code)) || answer.text.includes('\ufffd'))
            failures.push(`${field.name} ${arg.name}${path}: ${answer.text}`);
        }
      }
    }
  }
  expect(failures).toEqual([]);
});

test('records are not looked for by a text that the database cannot keep: the row is refused with its place, the others are written', async () => {
  const upsert =
    'mutation ($inputs: [ContactUpdateInput!]!, $by: ContactUpsertBy) { upsertContacts(inputs: $inputs, by: $by, onError: CONTINUE) { results { outcome error { code fields { inputPath code } } } } }';
  for (const bad of ['a\0@x.y', 'a\ud800@x.y', '\udc00']) {
    const { upsertContacts } = await chief.ask(upsert, {
      by: { field: 'EMAIL' },
      inputs: [
        { lastName: 'Bad', email: bad },
        { lastName: 'Good', email: `${crypto.randomUUID()}@x.y` },
      ],
    });
    expect(upsertContacts.results).toEqual([
      { outcome: null, error: { code: 'VALIDATION_FAILED', fields: [{ inputPath: 'inputs.0.email', code: 'INVALID_CHARACTER' }] } },
      { outcome: 'CREATED', error: null },
    ]);
  }
  // Not found as what PostgreSQL would have made of it.
  await chief.ask('mutation { createAccount(input: { accountName: "a\ufffdb" }) { account { id } } }');
  const one = await chief.send('mutation ($name: String!) { upsertAccount(input: { accountName: $name, phone: "1" }) { outcome } }', {
    name: 'a\ud800b',
  });
  expect(faultsOf(one)).toEqual(['input.accountName INVALID_CHARACTER']);
  expect(await chief.ask('{ accounts(filter: { phone: { eq: "1" } }) { totalCount } }')).toEqual({ accounts: { totalCount: 0 } });
});

test('settings of imports and names of mappings are refused with the place of each such text', async () => {
  const save = async (name: string, settings: object) =>
    faultsOf(
      await chief.send(
        'mutation ($name: String!, $settings: ImportSettingsInput!) { saveImportMapping(name: $name, settings: $settings) { importMapping { id } } }',
        { name, settings },
      ),
    );
  expect(await save('a\0', {})).toEqual(['name INVALID_CHARACTER']);
  expect(await save('x', { delimiter: '\0', columns: [{ column: 'x', values: [{ from: '\ud800' }] }] })).toEqual([
    'settings.columns.0.values.0.from INVALID_CHARACTER',
    'settings.delimiter INVALID_CHARACTER',
  ]);
  expect(await save('x', { delimiter: ';' })).toEqual([]);
  const preview = await chief.send('query ($file: ImportInput!) { previewImport(file: $file) { format } }', {
    file: { fileId: 'x', mapping: '\0' },
  });
  expect(faultsOf(preview)).toEqual(['file.mapping INVALID_CHARACTER']);
});
