import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLInterfaceType } from 'graphql';
import ts from 'typescript';
import { createModel } from '../../sdk/codegen/model.js';
import { printFiles, type ErrorCatalogue } from '../../sdk/codegen/print-files.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const contract = read('schema/schema.graphql');
const catalogue = JSON.parse(read('schema/errors.json')) as ErrorCatalogue;
const folder = fileURLToPath(new URL('sdk/', import.meta.url));
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(fileURLToPath(new URL('../../tsconfig.json', import.meta.url)), ts.sys.readFile.bind(ts.sys)).config,
  ts.sys,
  fileURLToPath(new URL('../../', import.meta.url)),
);

/** What the compiler says of files, some of which are only texts. */
function complaints(files: readonly string[], texts: Readonly<Record<string, string>> = {}): string[] {
  const host = ts.createCompilerHost(options);
  host.readFile = (path) => texts[path] ?? ts.sys.readFile(path);
  host.fileExists = (path) => path in texts || ts.sys.fileExists(path);
  host.directoryExists = () => true;
  const program = ts.createProgram([...files, ...Object.keys(texts)], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

test('what must compile does, and what must not does not', () => {
  expect(complaints([`${folder}compiles.ts`, `${folder}refused.ts`])).toEqual([]);
});

test('a typo is named where it stands', () => {
  const of = (select: string) => `await contacts(crm).get('contact_1', { select: ${select} });`;
  const text = `import { campaignMembers, contacts, type Crm } from '../../../sdk/src/index.js';
    export async function typos(crm: Crm) {
      ${of('{ firstNam: true }')}
      ${of('{ firstName: true, account: { accountNam: true, id: true } }')}
      ${of('{ deals: { args: { first: 1, limit: 1 }, nodes: { id: true } } }')}
      await campaignMembers(crm).list({ select: { person: { on: { Leed: { id: true } } } } });
      await campaignMembers(crm).list({ select: { person: { on: { Lead: { compani: true, id: true } } } } });
    }`;
  const [alone, nested, argument, type, branch, ...others] = complaints([], { [`${folder}typos.ts`]: text });
  expect(alone).toContain("Did you mean to write 'firstName'?");
  expect(nested).toContain('NoSuchName<"accountNam">');
  expect(argument).toContain('NoSuchName<"limit">');
  expect(type).toContain('NoSuchName<"Leed">');
  expect(branch).toContain('NoSuchName<"compani">');
  expect(others).toEqual([]);
});

/** The texts of files in a folder beside sdk/src/records. */
const beside = (name: string, files: ReadonlyMap<string, string>) =>
  Object.fromEntries([...files].map(([file, text]) => [fileURLToPath(new URL(`../../sdk/src/${name}/${file}`, import.meta.url)), text]));

test('the lists that generics make are those of the schema', () => {
  const schema = buildSchema(contract);
  const model = createModel(schema);
  const files = printFiles(schema, catalogue, model);
  const inFull = printFiles(
    schema,
    catalogue,
    createModel(schema, () => null),
  );
  const declared = (printed: ReadonlyMap<string, string>) =>
    new Map(
      [...printed].flatMap(([file, text]) => [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => [name!, file])),
    );
  const [names, fullNames] = [declared(files), declared(inFull)];
  // Functions that are generic can not be compared.
  for (const { many } of model.records) fullNames.delete(many[0]!.toUpperCase() + many.slice(1));
  const from = (place: string, file: string) => `import('../${place}/${file.replace(/ts$/, 'js')}')`;
  const checks = [...fullNames].flatMap(([name, file]) => {
    // The links of a shape are compared with it.
    if (name.endsWith('ShapeLinks')) return [];
    const full = `${from('in-full', file)}.${name}`;
    const listed = /^(\w+)ConnectionShape$/.exec(name)?.[1];
    const home = names.get(listed ? `${listed}Lists` : name);
    if (!home) return [];
    const own = listed ? `ConnectionShape<${from('records', home)}.${listed}Lists>` : `${from('records', home)}.${name}`;
    // So are the types of a reference, as if they were links.
    const branches = (types: string) => `Outline<{ fields: object; links: ${types} }>`;
    if (name.endsWith('Types')) return [`IsSame<'${name}', ${branches(full)}, ${branches(own)}>`];
    if (name.endsWith('Shape')) return [`IsSame<'${name}', Outline<${full}>, Outline<${own}>>`];
    return [`IsSame<'${name}', ${full}, ${own}>`, ...(/Group(Having|Order)$/.test(name) ? [`AreSame<'${name}', ${full}, ${own}>`] : [])];
  });
  expect(checks.length).toBeGreaterThan(400);
  const text = `import type { ConnectionShape } from '../list-types.js';
    import type { Shape } from '../shape.js';
    interface DiffersIn<Name> { readonly name: Name }
    type IsSame<Name, A, B> = [keyof A, keyof B, A, B] extends [keyof B, keyof A, B, A] ? true : DiffersIn<Name>;
    type AreSame<Of, A, B> = {
      [Name in keyof A]-?: Name extends keyof B ? IsSame<[Of, Name], NonNullable<A[Name]>, NonNullable<B[Name]>> : DiffersIn<[Of, Name]>;
    }[keyof A];
    // Shapes lead to all others: they are compared three links deep.
    type Outline<Of, Depth extends 0[] = [0, 0, 0]> = Of extends readonly (infer Item)[]
      ? readonly Outline<Item, Depth>[]
      : Of extends Shape
        ? {
            fields: Of['fields'];
            args: Of extends { args: infer Args } ? Args : null;
            links: Depth extends [0, ...infer Left extends 0[]]
              ? { [Name in keyof Of['links']]: Outline<Of['links'][Name], Left> }
              : { [Name in keyof Of['links']]: 0 };
          }
        : Of;
    declare function is<Holds extends true>(): Holds;
    ${checks.map((check) => `is<${check}>();`).join('\n')}`;
  expect(complaints([], beside('in-full', new Map([...inFull, ['same.ts', text]])))).toEqual([]);
});

test('a reference may lead to records of every module', () => {
  const schema = buildSchema(contract);
  const modules = schema.getPossibleTypes(schema.getType('CrmRecord') as GraphQLInterfaceType);
  const conditions = modules.map(({ name }) => `  ${name[0]!.toLowerCase()}${name.slice(1)}: ${name}Filter`);
  const anywhere = contract
    .replaceAll('LeadOrContactFilter', 'CrmRecordFilter')
    .replace(/^input CrmRecordFilter {[^]*?^}/m, `input CrmRecordFilter {\n  module: RecordModuleFilter\n${conditions.join('\n')}\n}`);
  const files = printFiles(buildSchema(anywhere), catalogue);
  expect(files.get('campaign-members.ts')).toContain('readonly references: { readonly person: CrmRecordFilter; };');
  const text = `import { campaignMembers } from './index.js';
    import type { Crm } from '../client.js';
    export async function read(crm: Crm) {
      const { nodes } = await campaignMembers(crm).list({
        filter: { person: { invoice: { subject: { eq: 'Lamps' } } } },
        select: { person: { displayName: true, on: { Invoice: { status: true }, Campaign: { status: true, campaignName: true } } } },
      });
      const person = nodes[0]!.person!;
      // @ts-expect-error -- only campaigns have it
      void person.campaignName;
      if (person.__typename === 'Deal') return person.displayName;
      return person.__typename === 'Campaign' ? person.campaignName : null;
    }`;
  expect(complaints([], beside('anywhere', new Map([...files, ['read.ts', text]])))).toEqual([]);
});

test('a list that is not like others is printed in full', () => {
  const deviating = contract
    .replace('type VendorMax {', 'type VendorMax {\n  slogan: String\n')
    .replace('type VendorMin {', 'type VendorMin {\n  slogan: String\n');
  const files = printFiles(buildSchema(deviating), catalogue);
  expect(files.get('vendors.ts')).toContain('interface VendorMaxShape');
  expect(files.get('vendors.ts')).not.toContain('VendorLists');
  const text = `import { vendors } from './index.js';
    import type { Crm } from '../client.js';
    export const all = (crm: Crm) => [
      vendors(crm).aggregate({ select: { max: { slogan: true, city: true } } }),
      // @ts-expect-error -- vendors have no such field
      vendors(crm).aggregate({ select: { max: { motto: true } } }),
    ];`;
  expect(complaints([], beside('deviating', new Map([...files, ['all.ts', text]])))).toEqual([]);
});
