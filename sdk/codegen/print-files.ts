import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { linksOf } from './links.js';
import {
  basesOf,
  createModel,
  fieldsOf,
  isLeaf,
  operationsOf,
  plainSelection,
  standardSelection,
  upsertInputOf,
  type Model,
  type Operation,
  type RecordModel,
  type VerbModel,
} from './model.js';
import { createPrinter, doc, ownNames, type Printer } from './print-types.js';
import { clashesOf } from './references.js';
import { picklistKeys, scalarMap } from './scalars.js';

const head = '// Generated from schema/ by `npm run codegen`.\n';

/** What schema/errors.json holds. */
export interface ErrorCatalogue {
  readonly errors: readonly { readonly code: string; readonly description: string }[];
  readonly faults: Readonly<Record<string, string>>;
}

/** Every file of sdk/src/records/, by its name. */
export function printFiles(schema: GraphQLSchema, catalogue: ErrorCatalogue, model = createModel(schema)): ReadonlyMap<string, string> {
  const files = model.records.map((record) => [fileOf(record), printRecord(model, record)] as const);
  return new Map([
    ...files,
    ['shared.ts', printShared(model)],
    ['index.ts', printIndex(model)],
    ['links.ts', printLinks(schema)],
    ['clashing.ts', printClashing(model)],
    ['open-mutations.ts', printOpenMutations(model)],
    ['error-codes.ts', printErrorCodes(catalogue)],
    ['scalars.ts', printScalars(schema)],
  ]);
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const fileOf = (record: RecordModel | null): string => (record ? `${kebab(record.many)}.ts` : 'shared.ts');
const capital = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

/** The record that a verb stands with. */
const homeOf = (model: Model, { field, unwrapped }: VerbModel): RecordModel | null =>
  model.ownerOf(getNamedType((unwrapped ?? field).type).name) ?? model.ownerOf(getNamedType(field.type).name);

function printRecord(model: Model, record: RecordModel): string {
  const { type, one, many } = record;
  const { name } = type;
  const printer = createPrinter(model);
  const declarations = printTypes(model, printer, record);
  const verbs = printVerbs(model, printer, record);
  const interfaces = functionsOf(model, printer, record);
  const types = model.listOf(name)
    ? `type Types = TypesOf<${name}Lists>;\n`
    : `interface Types {\n  readonly shape: ${name}Shape;\n  readonly list: ${name}ListArgs;\n  readonly aggregate: ${name}AggregateShape;\n  readonly group: ${name}GroupShape;\n  readonly groups: ${name}GroupsArgs;\n}\n`;
  const upsertInput = upsertInputOf(model.schema, name);
  const upserts = upsertInput === `${name}UpdateInput` ? '' : `, '${upsertInput}'`;
  const body = [
    types,
    `/** What can be done with ${many}. */\nexport interface ${capital(many)} extends ${interfaces.map(({ text }) => text).join(', ')} {}\n`,
    `/** Selected unless said otherwise. */\nconst ${one}Fields = '${plainSelection(type)}';\n`,
    `/** ${type.description ?? ''} \`${many}(crm).list()\` and what else there is. */\nexport const ${many} = /* @__PURE__ */ record('${name}', '${one}', '${many}', ${one}Fields${upserts}) as (crm: Crm) => ${capital(many)};\n`,
    verbs,
    declarations,
  ].join('\n');
  const imports = [
    `import type { Crm${verbs && ', CallOptions'} } from '../client.js';`,
    `import { record } from '../record.js';`,
    `import type { ${[...(model.listOf(name) ? ['TypesOf'] : []), ...interfaces.map(({ name: used }) => used)].join(', ')} } from '../record-types.js';`,
    ...verbImports(verbs),
    ...importsOf(model, printer, fileOf(record)),
  ];
  return `${head}${imports.join('\n')}\n\n${body}`;
}

function printShared(model: Model): string {
  const printer = createPrinter(model);
  const declarations = printTypes(model, printer, null);
  const verbs = printVerbs(model, printer, null);
  const imports = [
    `import type { CallOptions, Crm } from '../client.js';`,
    ...verbImports(verbs),
    ...importsOf(model, printer, 'shared.ts'),
  ];
  return `${head}${imports.join('\n')}\n\n${verbs}\n${declarations}`;
}

const verbImports = (verbs: string): string[] =>
  verbs ? [`import type { All, Answer, Choice, Select } from '../shape.js';`, `import { verb } from '../verb.js';`] : [];

function importsOf(model: Model, { mentioned }: Printer, file: string): string[] {
  const byFile = new Map<string, string[]>();
  for (const name of [...mentioned].sort()) {
    const from = ownNames[name] ?? `./${fileOf(model.ownerOf(name)).replace(/ts$/, 'js')}`;
    if (from !== `./${file.replace(/ts$/, 'js')}`) byFile.set(from, [...(byFile.get(from) ?? []), name]);
  }
  return [...byFile].sort(([a], [b]) => (a < b ? -1 : 1)).map(([from, names]) => `import type { ${names.join(', ')} } from '${from}';`);
}

/** What sdk/src/record-types.ts has put together; the first that fits is taken. */
const writes = ['Creates', 'CreatesMany', 'Updates', 'UpdatesMany', 'Clones', 'Deletes', 'DeletesMany', 'Restores', 'RestoresMany'];
const inputs = ['CreateInput', 'UpdateInput'];
const combinations = [
  { name: 'WritesAndUpserts', of: [...writes, 'Upserts', 'UpsertsMany'], inputs: [...inputs, 'UpsertBy'] },
  { name: 'Writes', of: writes, inputs },
];

/** The parts that the type of a record's functions is put together from. */
function functionsOf({ schema }: Model, printer: Printer, record: RecordModel): { name: string; text: string }[] {
  const { name } = record.type;
  const operations = operationsOf(schema, record);
  const make = (part: string, ...parameters: string[]) => ({ name: part, text: `${part}<${['Types', ...parameters].join(', ')}>` });
  const inputs: Readonly<Record<Operation, readonly string[]>> = {
    create: [`${name}CreateInput`],
    createMany: [`${name}CreateInput`],
    update: [`${name}UpdateInput`],
    updateMany: [`${name}UpdateInput`],
    clone: [`${name}UpdateInput`],
    upsert: [`${name}UpsertBy`, upsertInputOf(schema, name)],
    upsertMany: [`${name}UpsertBy`, upsertInputOf(schema, name)],
    delete: [],
    deleteMany: [],
    restore: [],
    restoreMany: [],
  };
  const parts = Object.entries(inputs).flatMap(([operation, types]) => {
    const field = operations[operation as Operation];
    if (!field) return [];
    const part = capital(operation).replace(/(Many)?$/, 's$1');
    const canTry = !['create', 'update'].includes(operation) || field.args.some((arg) => arg.name === 'dryRun');
    return [make(canTry ? part : `${part}Now`, ...types.map(printer.mention))];
  });
  const all = new Map([make('Reads'), ...parts].map((part) => [part.name, part]));
  const combined = combinations.find(({ of }) => of.every((part) => all.has(part)));
  if (!combined) return [...all.values()];
  for (const part of combined.of) all.delete(part);
  const taken = combined.inputs.map((input) => name + input);
  const upsertInput = upsertInputOf(schema, name);
  const hasOwn = combined.of.includes('Upserts') && upsertInput !== `${name}UpdateInput`;
  return [...all.values(), make(combined.name, ...taken, ...(hasOwn ? [upsertInput] : []))];
}

/** The types of a record that the SDK has a use for, or of none. */
function printTypes(model: Model, printer: Printer, record: RecordModel | null): string {
  const used = usedTypes(model);
  const declarations = [...used]
    .filter((type) => model.ownerOf(type.name) === record)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((type) => printer.declare(type) + printListArgs(model, printer, type))
    .filter(Boolean);
  const references = model.references.filter(({ name }) => model.ownerOf(`${name}Types`) === record).map(printer.declareReference);
  return once([...declarations, ...references]).join('\n');
}

/** What a list and its groups are asked for, beside the type of its pages; all lists of a record are asked alike. */
function printListArgs({ schema, listOf }: Model, printer: Printer, type: GraphQLNamedType): string {
  if (!isObjectType(type) || !type.name.endsWith('Connection')) return '';
  const name = type.name.replace(/Connection$/, '');
  if (listOf(name)) return '';
  const fields = Object.values(schema.getTypeMap()).flatMap((other) => (isObjectType(other) ? fieldsOf(other) : []));
  const { args } = fields.find((field) => field.args.length > 0 && getNamedType(field.type) === type)!;
  const inCommon = ['after', 'before', 'deleted', 'first', 'last'];
  const own = args.filter((arg) => !inCommon.includes(arg.name));
  if (own.length + inCommon.length !== args.length) throw new Error(`Lists of ${name} lack what all lists take: ${inCommon.join(', ')}.`);
  const groups = type.getFields()['groups'];
  return [
    `/** What a list is asked for. */\nexport interface ${name}ListArgs extends ${printer.mention('ListArguments')} ${printer.args(own)}\n`,
    groups ? `export interface ${name}GroupsArgs ${printer.args(groups.args)}\n` : '',
  ].join('');
}

/** Says once what is said twice: shapes that are the same but for their names, and long lists of names. */
function once(declarations: readonly string[]): string[] {
  const known = new Map<string, string>();
  const texts = declarations.map((text) => {
    const [, name = '', body = ''] = /^export interface (\w+Shape) (\{[^]*\})\n$/.exec(text) ?? [];
    const same = known.get(body);
    if (!same && name) known.set(body, name);
    return same ? `export type ${name} = ${same};\n` : text;
  });
  const counts = new Map<string, number>();
  for (const [, names] of texts.join('').matchAll(LONG_NAMES)) counts.set(names!, (counts.get(names!) ?? 0) + 1);
  const repeated = new Map([...counts].filter(([, count]) => count > 1).map(([names], index) => [names, `Names${index + 1}`]));
  return [
    ...[...repeated].map(([names, alias]) => `type ${alias} = ${names};\n`),
    ...texts.map((text) =>
      text.replace(LONG_NAMES, (found, names: string) => (repeated.has(names) ? `Alike<${repeated.get(names)!},` : found)),
    ),
  ];
}

const LONG_NAMES = /Alike<((?:'\w+'(?: \| )?){4,}),/g;

/** Everything that can be reached from the functions of the SDK. */
function usedTypes(model: Model): ReadonlySet<GraphQLNamedType> {
  const { schema } = model;
  const used = new Set<GraphQLNamedType>();
  const add = (type: GraphQLNamedType): void => {
    if (used.has(type) || (isScalarType(type) && (isSpecifiedScalarType(type) || !picklistKeys(type)))) return;
    used.add(type);
    if (isScalarType(type) || isEnumType(type)) return;
    if (isObjectType(type)) basesOf(type).forEach(add);
    const fields = isInputObjectType(type) ? Object.values(type.getFields()) : fieldsOf(type as never);
    for (const field of fields) {
      add(getNamedType(field.type));
      if ('args' in field) for (const arg of field.args) add(getNamedType(arg.type));
    }
  };
  const queries = schema.getQueryType()!.getFields();
  for (const record of model.records) {
    for (const name of [record.one, record.many]) {
      add(getNamedType(queries[name]!.type));
      for (const arg of queries[name]!.args) add(getNamedType(arg.type));
    }
    for (const { args } of Object.values(operationsOf(schema, record))) {
      // The items of bulk calls have types of the SDK, which take ids as well.
      for (const arg of args) if (arg.name !== 'items') add(getNamedType(arg.type));
    }
  }
  for (const { field, unwrapped } of model.verbs) {
    add(getNamedType((unwrapped ?? field).type));
    for (const arg of field.args) add(getNamedType(arg.type));
  }
  add(schema.getType('RowError')!);
  return used;
}

function printVerbs(model: Model, printer: Printer, record: RecordModel | null): string {
  return model.verbs
    .filter((verb) => homeOf(model, verb) === record)
    .map((verb) => printVerb(model, printer, verb))
    .join('\n');
}

/** `verb(crm, id, input, { what else it takes })`. */
function printVerb(model: Model, printer: Printer, { kind, field, unwrapped }: VerbModel): string {
  const { name, args } = field;
  const answered = unwrapped ?? field;
  const of = getNamedType(answered.type);
  const positional = ['id', 'input'].filter((one) => args.some((arg) => arg.name === one));
  const isNeeded = ({ type, defaultValue }: (typeof args)[number]) => isNonNullType(type) && defaultValue === undefined;
  const rest = args.filter((arg) => !positional.includes(arg.name));
  const own = rest.length > 0 ? `${printer.args(rest)} & ` : '';
  const parameters = positional.map((one) => `${one}: ${printer.input(args.find((arg) => arg.name === one)!.type)}`);
  const signature = args.map((arg) => `${arg.name}:${String(arg.type)}`).join(' ');
  const call = (fields: string) =>
    `verb(crm, '${kind}', '${name}', '${signature}', ${fields}, { ${[...positional, '...options'].join(', ')} }${unwrapped ? `, '${unwrapped.name}'` : ''})`;
  const optional = rest.some(isNeeded) ? '' : ' = {}';
  // A mutation answers; where it does not, the caller may not see it, which is an error of its own.
  const result = (inner: string) =>
    kind === 'query' ? printer.output(answered.type, inner) : printer.output(answered.type, inner).replace(/ \| null$/, '');
  if (isLeaf(field.type)) {
    const parts = ['crm: Crm', ...parameters, `options: ${own}CallOptions${optional}`];
    return `${doc(field)}export const ${name} = (${parts.join(', ')}): Promise<${printer.output(field.type)}> => ${call("''")};\n`;
  }
  const shape = printer.mention(`${of.name}Shape`);
  const parts = ['crm: Crm', ...parameters, `options: ${own}Choice<${shape}, Given> & CallOptions${optional}`];
  const home = model.records.find(({ type }) => type === of);
  const fields = home && homeOf(model, { kind, field, unwrapped }) === home ? `${home.one}Fields` : `'${standardSelection(of as never)}'`;
  return `${doc(field)}export const ${name} = <Given extends Select<${shape}> = All<${shape}>>(${parts.join(', ')}): Promise<${result(`Answer<${shape}, Given, ${printer.mention(of.name)}>`)}> => ${call(fields)};\n`;
}

function printIndex(model: Model): string {
  const verbsOf = (record: RecordModel | null) =>
    model.verbs.filter((verb) => homeOf(model, verb) === record).map(({ field }) => field.name);
  const lines = [...model.records, null].map((record) => {
    const from = `'./${fileOf(record).replace(/ts$/, 'js')}'`;
    const values = [...(record ? [record.many] : []), ...verbsOf(record)];
    return `${values.length > 0 ? `export { ${values.join(', ')} } from ${from};\n` : ''}export type * from ${from};\n`;
  });
  return `${head}export type * from './error-codes.js';\n${lines.join('')}`;
}

function printLinks(schema: GraphQLSchema): string {
  const links = Object.entries(linksOf(schema)).map(([name, to]) => `  ${/\W/.test(name) ? `'${name}'` : name}: '${to}',\n`);
  const rowError = plainSelection(schema.getType('RowError') as never);
  return `${head}
/** Where the fields that take arguments lead to. */
export const links: Readonly<Record<string, string>> = {\n${links.join('')}};

/** All of a refused row. */
export const rowError = '${rowError}';
`;
}

function printClashing({ schema, references }: Model): string {
  const names = [...new Set(references.flatMap(({ common }) => clashesOf(schema, common)))].sort();
  return `${head}
/** Fields of records that are of different types in different modules. */
export const clashing = /^(?:${names.join('|')})$/;
`;
}

function printOpenMutations({ verbs }: Model): string {
  const names = verbs.filter(({ kind }) => kind === 'open').map(({ field }) => field.name);
  return `${head}
/** The mutations of callers who are not signed in: they take no idempotency key. */
export const openMutations = /\\b(?:${names.join('|')})\\s*\\(/;
`;
}

function printErrorCodes({ errors, faults }: ErrorCatalogue): string {
  const union = (codes: readonly (readonly [code: string, description: string])[]) =>
    codes.map(([code, description]) => `${doc({ description }, '  ')}  | '${code}'`).join('\n');
  return `${head}
/** The codes of errors. */
export type ErrorCode =
${union(errors.map(({ code, description }) => [code, description]))};

/** What can be wrong with one value of an input. */
export type FaultCode =
${union(Object.entries(faults))};
`;
}

function printScalars(schema: GraphQLSchema): string {
  const entries = Object.entries(scalarMap(schema)).map(
    ([name, { input, output }]) => `  ${name}: { input: ${JSON.stringify(input)}, output: ${JSON.stringify(output)} },\n`,
  );
  return `${head}
/** The scalars of the schema as graphql-codegen wants to know them: \`config: { scalars }\`. */
export const scalars = {\n${entries.join('')}} as const;
`;
}
