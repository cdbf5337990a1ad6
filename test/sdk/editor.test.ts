/** What somebody who writes a program with the packed SDK sees: proposals, comments, complaints, and declarations of their own. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSchema, getNamedType, isInputObjectType, isObjectType, type GraphQLInputObjectType, type GraphQLObjectType } from 'graphql';
import ts from 'typescript';
import { createModel, operationsOf } from '../../sdk/codegen/model.js';
import { consumerProject, root, snippetsOf, strictOptions, type ConsumerProject } from './support/consumer-project.js';
import { compilers, openEditor, type Editor } from './support/editor.js';

const schema = buildSchema(readFileSync(join(root, 'schema/schema.graphql'), 'utf8'));
const { records, verbs } = createModel(schema);
const program = snippetsOf('sdk/README.md')
  .filter((text) => !text.startsWith('// codegen'))
  .join('\n');

let project: ConsumerProject;
beforeAll(async () => {
  project = await consumerProject();
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

const { module: _, target: __, verbatimModuleSyntax: ___, ...strict } = strictOptions;
const { ES2022, ESNext } = ts.ScriptTarget;
const kinds = {
  'an ES module': ['main.ts', { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }],
  'a CommonJS module': ['main.cts', { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }],
  'a bundled module': ['main.ts', { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, target: ESNext }],
} as const;
const editor = (compiler: typeof ts, kind: keyof typeof kinds = 'an ES module'): Editor =>
  openEditor(compiler, project.folder, kinds[kind][0], { target: ES2022, ...strict, ...kinds[kind][1] });

const head = `import * as sdk from '@relata/sdk';\ndeclare const crm: sdk.Crm;\n`;

/** The objects that calls of a program are given, by their place and with the names in them; those whose names are free are left out. */
function objectsOf(text: string): { from: number; to: number; names: string[] }[] {
  const source = ts.createSourceFile('main.ts', text, ESNext, true);
  const found: { from: number; to: number; names: string[] }[] = [];
  const visit = (node: ts.Node, isGiven: boolean): void => {
    if (isGiven && ts.isObjectLiteralExpression(node)) {
      const names = node.properties.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []));
      const isFree = ts.isPropertyAssignment(node.parent) && ['externalIds', 'headers'].includes(node.parent.name.getText());
      if (names.length > 0 && !isFree) found.push({ from: node.getStart(), to: node.getEnd(), names });
    }
    ts.forEachChild(node, (child) => visit(child, isGiven || ts.isCallExpression(node)));
  };
  visit(source, false);
  return found;
}

/** As in a script that is CommonJS: no `await` outside of functions. */
const wrapped = (text: string): string => {
  const imports = text.match(/^import .*$/gm)!.join('\n');
  return `${imports}\nexport async function main() {\n${text.replace(/^import .*$/gm, '')}\n}`;
};

test.each([
  ['an ES module', compilers[0]!.versionMajorMinor, compilers[0]!],
  ...(Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) => [kind, ts.versionMajorMinor, ts] as const),
] as const)('in %s, TypeScript %s proposes what the calls of the README are given', (kind, _version, compiler) => {
  const { completions, complaints } = editor(compiler, kind);
  const text = wrapped(program);
  expect(complaints(text)).toEqual([]);
  const objects = objectsOf(text);
  expect(objects.length).toBeGreaterThan(40);
  for (const { from, to, names } of objects) {
    const proposed = completions(`${text.slice(0, from)}{ ▮ }${text.slice(to)}`);
    expect({ object: text.slice(from, to), proposed }).toEqual({ object: text.slice(from, to), proposed: expect.arrayContaining(names) });
  }
});

test('fields are proposed beside others, behind links, in lists and in every call that takes a selection', () => {
  const calls = [
    ["deals(crm).get('deal_1', { select: { dealName: true, ▮ } })", ['amount', 'account', 'contactRoles']],
    ["deals(crm).get('deal_1', { select: { ▮, dealName: true } })", ['amount', 'account']],
    ["deals(crm).get('deal_1', { select: { account: { owner: { ▮ } } } })", ['fullName', 'manager']],
    ["contacts(crm).get('contact_1', { select: { deals: { ▮ } } })", ['args', 'nodes', 'totalCount', 'aggregate', 'groups']],
    ["contacts(crm).get('contact_1', { select: { deals: { args: { ▮ } } } })", ['filter', 'orderBy', 'first', 'after']],
    ["contacts(crm).get('contact_1', { select: { deals: { args: { filter: { ▮ } } } } })", ['amount', 'stage', 'and', 'externalIds']],
    ["contacts(crm).get('contact_1', { select: { deals: { args: { filter: { amount: { ▮ } } } } } })", ['gte', 'between']],
    ["contacts(crm).get('contact_1', { select: { deals: { args: { orderBy: [{ ▮ }] } } } })", ['amount', 'account']],
    ["contacts(crm).get('contact_1', { select: { deals: { nodes: { stage: { ▮ } } } } })", ['label', 'probability']],
    ['deals(crm).list({ filter: { account: { owner: { ▮ } } } })', ['email']],
    ['accounts(crm).list({ filter: { deals: { some: { ▮ } } } })', ['amount']],
    ['deals(crm).list({ orderBy: [{ account: { ▮ } }] })', ['accountName']],
    ['deals(crm).iterate({ select: { ▮ } })', ['dealName', 'account']],
    ['deals(crm).aggregate({ select: { avg: { ▮ } } })', ['amount']],
    ["deals(crm).groups({ by: [{ field: 'STAGE' }], having: { sum: { ▮ } }, select: { aggregate: { count: true } } })", ['amount']],
    ["deals(crm).groups({ by: [{ field: 'STAGE' }], select: { key: { ▮ } } })", ['stage', 'closingDatePeriod']],
    ["accounts(crm).create({ accountName: 'A' }, { select: { ▮ } })", ['accountName', 'owner']],
    ["accounts(crm).createMany([{ accountName: 'A' }], { select: { ▮ } })", ['accountName', 'owner']],
    ["accounts(crm).update('account_1', { ▮ })", ['phone', 'ownerId']],
    ["accounts(crm).upsert({ accountName: 'A' }, { by: { ▮ } })", ['externalId', 'field']],
    ["accounts(crm).delete('account_1', { select: { ▮ } })", ['accountName', 'owner']],
    ['campaignMembers(crm).list({ select: { person: { ▮ } } })', ['displayName', 'owner', 'on', '__typename']],
    ['campaignMembers(crm).list({ select: { person: { on: { ▮ } } } })', ['Lead', 'Contact']],
    ['campaignMembers(crm).list({ select: { person: { on: { Contact: { ▮ } } } } })', ['lastName', 'account', 'deals']],
    ['campaignMembers(crm).list({ filter: { person: { ▮ } } })', ['module', 'lead', 'contact']],
    ['campaignMembers(crm).list({ filter: { person: { lead: { ▮ } } } })', ['company', 'and']],
    ["campaignMembers(crm).groups({ by: [{ field: 'PERSON' }], select: { key: { ▮ } } })", ['person', 'personId']],
    ['viewer(crm, { select: { ▮ } })', ['user', 'isAdministrator']],
    ['reorderProducts(crm, { ids: [], select: { ▮ } })', ['purchaseOrders', 'withoutVendor']],
  ] as const;
  for (const compiler of compilers) {
    const { completions } = editor(compiler);
    for (const [call, wanted] of calls) {
      const proposed = completions(`${head}void sdk.${call};`);
      expect({ call, proposed }).toEqual({ call, proposed: expect.arrayContaining([...wanted]) });
    }
  }
});

test('every record proposes its own fields', () => {
  const { completions } = editor(ts);
  for (const { many, type } of records) {
    const proposed = completions(`${head}void sdk.${many}(crm).get('x', { select: { ▮ } });`);
    expect({ many, proposed: proposed?.toSorted() }).toEqual({ many, proposed: Object.keys(type.getFields()).sort() });
    const filter = schema.getType(`${type.name}Filter`) as GraphQLInputObjectType | undefined;
    const conditions = completions(`${head}void sdk.${many}(crm).list({ filter: { ▮ } });`);
    if (filter) expect({ many, conditions: conditions?.toSorted() }).toEqual({ many, conditions: Object.keys(filter.getFields()).sort() });
  }
});

test('the comments of the schema are shown wherever a name of it is written', () => {
  const fieldsOf = (name: string) => (schema.getType(name) as GraphQLObjectType | GraphQLInputObjectType).getFields();
  const shown: [code: string, description: string][] = [];
  const note = (code: string, type: string, field: string): void =>
    void shown.push([code, fieldsOf(type)[field]!.description!.replace(/\s+/g, ' ')]);
  for (const name of ['Deal', 'User', 'StockMovement', 'Quote']) {
    const { many } = records.find(({ type }) => type.name === name)!;
    const [filter, order, sum, key] = ['Filter', 'Order', 'Sum', 'GroupKey'].map((part) => fieldsOf(name + part));
    for (const [field, { type }] of Object.entries(fieldsOf(name))) {
      const target = getNamedType(type);
      const select = isObjectType(target)
        ? target.getFields()['id']
          ? '{ id: true }'
          : target.getFields()['nodes']
            ? '{ totalCount: true }'
            : ''
        : 'true';
      if (!select) continue;
      note(`void sdk.${many}(crm).get('x', { select: { ▮${field}: ${select} } })`, name, field);
      note(`void sdk.${many}(crm).get('x', { select: { ${field}: ${select} } }).then((one) => one!.▮${field})`, name, field);
      note(`void sdk.${many}(crm).list({ select: { ${field}: ${select} } }).then(({ nodes }) => nodes[0]!.▮${field})`, name, field);
      if (filter![field]) note(`void sdk.${many}(crm).list({ filter: { ▮${field}: {} } })`, name, field);
      if (order![field])
        note(`void sdk.${many}(crm).list({ orderBy: [{ ▮${field}: null }] })`, field === 'id' ? `${name}Order` : name, field);
      const by = 'by: []';
      if (sum![field]) {
        note(`void sdk.${many}(crm).aggregate({ select: { sum: { ▮${field}: true } } })`, name, field);
        note(`void sdk.${many}(crm).aggregate({ select: { sum: { ${field}: true } } }).then(({ sum }) => sum.▮${field})`, name, field);
        note(
          `void sdk.${many}(crm).groups({ ${by}, having: { sum: { ▮${field}: {} } }, select: { aggregate: { count: true } } })`,
          name,
          field,
        );
      }
      if (key![field]) note(`void sdk.${many}(crm).groups({ ${by}, select: { key: { ▮${field}: ${select} } } })`, name, field);
    }
  }
  for (const figure of ['sum', 'avg', 'min', 'max', 'countDistinct'])
    note(`void sdk.deals(crm).aggregate({ select: { ▮${figure}: { amount: true } } })`, 'DealAggregate', figure);
  note(`void sdk.deals(crm).aggregate({ select: { ▮count: true } })`, 'DealAggregate', 'count');
  note(`void sdk.campaignMembers(crm).list({ select: { ▮person: { id: true } } })`, 'CampaignMember', 'person');
  note(`void sdk.campaignMembers(crm).list({ select: { person: { ▮displayName: true } } })`, 'CrmRecord', 'displayName');
  note(`void sdk.campaignMembers(crm).list({ select: { person: { on: { Lead: { ▮company: true } } } } })`, 'Lead', 'company');
  note(`void sdk.campaignMembers(crm).list({ filter: { ▮person: {} } })`, 'CampaignMember', 'person');
  note(`void sdk.campaignMembers(crm).list({ filter: { ▮personId: {} } })`, 'CampaignMember', 'personId');
  for (const part of ['nodes', 'pageInfo'])
    note(`void sdk.accounts(crm).get('x', { select: { deals: { ▮${part}: {} } } })`, 'DealConnection', part);
  const operators = [...new Set(Object.values(fieldsOf('DealFilter')).map(({ type }) => getNamedType(type)))];
  for (const type of operators) {
    if (!isInputObjectType(type) || !type.getFields()['isNull']) continue;
    const field = Object.entries(fieldsOf('DealFilter')).find(([, one]) => getNamedType(one.type) === type)![0];
    for (const operator of Object.keys(type.getFields()))
      note(`void sdk.deals(crm).list({ filter: { ${field}: { ▮${operator}: null } } })`, type.name, operator);
  }
  expect(shown.length).toBeGreaterThan(500);
  const found = editor(ts).comments(`${head}${shown.map(([code]) => `${code};`).join('\n')}`);
  const missing = shown
    .map(([code, description], index) => ({ code, description, comment: found[index]! }))
    .filter(({ description, comment }) => !comment.includes(description));
  expect(missing).toEqual([]);
});

test('a condition, an order and a selection that are none do not compile, for any record', () => {
  const { complaints } = editor(ts);
  const lines = records.flatMap(({ many, type }) => {
    const conditions = schema.getType(`${type.name}Filter`);
    const orders = schema.getType(`${type.name}Order`);
    if (!isInputObjectType(conditions) || !isInputObjectType(orders)) return [];
    const values = ["'QUALIFICATION'", '5'];
    return [
      ...Object.values(conditions.getFields()).flatMap(({ name, type: of }) =>
        isInputObjectType(getNamedType(of)) ? values.map((value) => `void sdk.${many}(crm).list({ filter: { ${name}: ${value} } });`) : [],
      ),
      ...Object.values(orders.getFields()).flatMap(({ name }) =>
        ["'UP'"].map((value) => `void sdk.${many}(crm).list({ orderBy: [{ ${name}: ${value} }] });`),
      ),
      `void sdk.${many}(crm).list({ filter: 'x' });`,
      `void sdk.${many}(crm).list({ orderBy: ['id'] });`,
      `void sdk.${many}(crm).get('x', { select: {} });`,
      `void sdk.${many}(crm).list({ select: { createdBy: {} } });`,
    ];
  });
  expect(lines.length).toBeGreaterThan(1500);
  const refused = complaints(head + lines.map((line) => `// @ts-expect-error\n${line}`).join('\n'));
  expect(refused).toEqual([]);
  expect(complaints(`${head}void sdk.deals(crm).list({ filter: { stage: 'QUALIFICATION' } });`)[0]).toContain('PipelineStageFilter');
});

test('filters and inputs are built step by step, and may leave things undefined', () => {
  const { complaints } = editor(ts);
  const text = `${head}declare const some: boolean;
    const filter: sdk.DealFilter = {};
    filter.dealName = { contains: 'a' };
    filter.amount = { gte: '1' };
    filter.amount.lt = '9';
    const input: sdk.AccountUpdateInput = {};
    input.phone = '1';
    input.ownerId = null;
    const args: sdk.DealListArgs = { first: 3 };
    args.filter = filter;
    void sdk.deals(crm).list({ filter: some ? filter : undefined, orderBy: undefined, select: { id: true }, first: undefined });
    void sdk.deals(crm).list({ filter: { dealName: some ? { eq: 'a' } : undefined }, select: undefined });
    void sdk.deals(crm).aggregate({ filter: undefined, select: { count: true } });
    void sdk.accounts(crm).update('x', { phone: some ? '1' : undefined }, { expectedVersion: undefined, dryRun: undefined });
    void sdk.viewer(crm, { select: undefined });
    const page = await sdk.deals(crm).list();
    // @ts-expect-error -- what is read stays as it is
    page.nodes[0]!.dealName = 'b';`;
  expect(complaints(text)).toEqual([]);
});

test.each(compilers.map((compiler) => [compiler.versionMajorMinor, compiler] as const))(
  'a project that exports what the SDK gives gets its declarations from TypeScript %s, and they are complete',
  (_version, compiler) => {
    const { folder } = project;
    const exported = program
      .replace(/^(const|for await) /gm, (found) => (found.startsWith('const') ? `export ${found}` : found))
      .replace(/^try \{[^]*?^\}\n/gm, '');
    const all = records.flatMap(({ many, type }) => {
      const { create, upsert } = operationsOf(schema, { many, type, one: '' });
      const has = (part: string) => schema.getType(type.name + part) !== undefined;
      return [
        `export const ${many}Functions = (crm: sdk.Crm) => sdk.${many}(crm);`,
        `export const ${many}One = (crm: sdk.Crm) => sdk.${many}(crm).get('x', { select: { id: true, createdBy: { fullName: true } } });`,
        `export const ${many}Whole = (crm: sdk.Crm) => sdk.${many}(crm).get('x');`,
        `export const ${many}List = (crm: sdk.Crm) => sdk.${many}(crm).list({ totalCount: true, select: { id: true } });`,
        `export const ${many}All = (crm: sdk.Crm) => sdk.${many}(crm).iterate({ select: { id: true } });`,
        `export const ${many}Figures = (crm: sdk.Crm) => sdk.${many}(crm).aggregate({ select: { count: true, max: { createdAt: true } } });`,
        `export const ${many}Groups = (crm: sdk.Crm) => sdk.${many}(crm).groups({ by: [{ field: 'CREATED_BY' }], select: { key: { createdBy: { fullName: true }, createdAtPeriod: { from: true } }, aggregate: { count: true, countDistinct: { version: true } } } });`,
        ...(create && has('CreateInput')
          ? [`export const ${many}Made = (crm: sdk.Crm, input: sdk.${type.name}CreateInput) => sdk.${many}(crm).create(input);`]
          : []),
        ...(upsert ? [`export const ${many}Upserted = (crm: sdk.Crm) => sdk.${many}(crm).upsertMany([], { select: { id: true } });`] : []),
      ];
    });
    const rest = [
      ...verbs.map(({ field }) => `export const ${field.name} = sdk.${field.name};`),
      `export const session = sdk.createSession({ url: 'https://crm.example.com/graphql' });`,
      `export const current = (session: sdk.ClientSession) => session.tokens;`,
      `export const money = (crm: sdk.Crm) => sdk.deals(crm).groups({ by: [{ field: 'CURRENCY' }], select: { inOwnCurrency: { sum: { amount: true } } } });`,
      `export const client = sdk.createClient({ url: 'https://crm.example.com/graphql', auth: session.auth });`,
      `export const people = (crm: sdk.Crm) => sdk.campaignMembers(crm).list({ select: { person: { displayName: true, on: { Lead: { company: true } } } } });`,
      `export const imported = (crm: sdk.Crm) => sdk.importFile(crm, '', { fileName: 'a.csv' });`,
      `export class Repository { constructor(readonly crm: sdk.Crm) {} readonly deals = (first: number) => sdk.deals(this.crm).list({ first }); page = () => sdk.deals(this.crm).list({ select: { id: true } }); }`,
    ];
    const files = { 'readme.ts': exported, 'everything.ts': `import * as sdk from '@relata/sdk';\n${[...all, ...rest].join('\n')}\n` };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    writeFileSync(
      join(folder, 'uses.ts'),
      `import { session, dealsGroups, accountsList } from './declared/everything.js';\nimport { byStage, found } from './declared/readme.js';\nexport const id: Promise<string | null> = session.signIn({ email: 'a', password: 'b' });\nexport const label: string | null | undefined = byStage[0]?.key.stage?.label ?? found?.owner?.fullName;\nexport type Count = Awaited<ReturnType<typeof accountsList>>['totalCount'];\nexport const count: Count = 1;\nexport type Groups = Awaited<ReturnType<typeof dealsGroups>>;\nexport const figures: Groups[number]['aggregate']['count'] = 1;\n`,
    );
    const compile = (names: readonly string[], more: ts.CompilerOptions) => {
      const { options } = compiler.convertCompilerOptionsFromJson({ ...strictOptions, ...more }, folder);
      const made = compiler.createProgram(
        names.map((name) => join(folder, name)),
        options,
      );
      const emitted = made.emit();
      return [...compiler.getPreEmitDiagnostics(made), ...emitted.diagnostics].map(({ messageText }) =>
        compiler.flattenDiagnosticMessageText(messageText, '\n'),
      );
    };
    expect(compile(Object.keys(files), { declaration: true, emitDeclarationOnly: true, outDir: 'declared' })).toEqual([]);
    expect(compile(['uses.ts'], { noEmit: true })).toEqual([]);
  },
);
