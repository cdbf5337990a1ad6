import type { WriteContext } from '../context.js';
import { NotFound } from '../errors.js';
import { fieldType } from '../field-types.js';
import { inputName } from '../fields.js';
import { rowIdOf, wireId } from '../ids.js';
import { runOf } from '../read/run.js';
import { columnOf, Scope, valueOf, visible } from '../read/scope.js';
import { Statement } from '../read/statement.js';
import type { Field, Module, RelatedList } from '../registry.js';
import { createRecords } from './operations.js';
import type { Outcome } from './outcome.js';
import { rulesOf } from './rules.js';

type Input = Readonly<Record<string, unknown>>;
type Original = ReadonlyMap<string, string | null>;

interface Copied {
  /** The input that would make the record. */
  readonly input: Record<string, unknown>;
  readonly original: Original;
}

/**
 * Makes a record like another: what the caller may see and set of that one as if they had sent it, with `input` over it.
 * So every check of a new record holds, and says at `input.<field>` what can't be had again. What it refers to it may have
 * as the original has it: a retired value, a record in the bin. It belongs to the caller unless `input` says otherwise, as
 * in Salesforce: whoever copies a record works on the copy.
 */
export async function cloneRecord(context: WriteContext, module: Module, id: string, input: Input): Promise<Outcome[]> {
  const rowId = rowIdOf(module, id);
  const rules = rulesOf(module.name);
  const asCopied = (values: Record<string, unknown>): Record<string, unknown> => rules?.copied?.(values) ?? values;
  const [found] = rowId ? await readRecords(context, module, (alias, bind) => `${alias}.id = ${bind(rowId)}`) : [];
  if (!found) throw NotFound({ id });
  const copied = asCopied(found.input);
  const originals = new Map<object, Original>();
  for (const list of module.nestedLists) {
    if (!list.via.inverse?.parts || list.name in input) continue;
    const parts = (await readParts(context, list, rowId!)).map(({ input: part, original }) => ({ part: asCopied(part), original }));
    for (const { part, original } of parts) originals.set(part, original);
    copied[list.name] = { create: parts.map(({ part }) => part) };
  }
  const stale = new Set<string>();
  for (const [name, leader] of Object.entries({ exchangeRate: 'currency', ...rules?.follows })) {
    const [follower, led] = [module.fields.get(name), module.fields.get(leader)];
    if (!follower || !led) continue;
    const key = inputName(led);
    if (key in input && input[key] !== copied[key]) stale.add(inputName(follower));
  }
  const kept = Object.fromEntries(Object.entries(copied).filter(([key]) => !stale.has(key)));
  const row = { ...kept, ...input };
  // What the caller gives is chosen anew, whatever the original has.
  originals.set(row, new Map([...found.original].filter(([name]) => !(inputName(module.fields.get(name)!) in input))));
  return createRecords({ ...context, originals }, module, [row], { path: 'input', many: false }, 'ABORT');
}

/** What a record consists of, as the inputs that would make it. */
function readParts(context: WriteContext, { module, via }: RelatedList, rowId: string): Promise<Copied[]> {
  const part = context.model.registry.module(module);
  const isFilled = (field: Field): boolean => field === via || part.oneOf.includes(field);
  return readRecords(context, part, (alias, bind) => `${alias}.${via.column} = ${bind(rowId)}`, isFilled);
}

/** Records, and the inputs that would make them, in the order that they were made in. */
async function readRecords(
  context: WriteContext,
  module: Module,
  predicate: (alias: string, bind: (rowId: string) => string) => string,
  isLeftOut: (field: Field) => boolean = () => false,
): Promise<Copied[]> {
  const { registry } = context.model;
  const { access } = context.viewer;
  const fields = [...module.fields.values()].filter(
    (field) =>
      field.writable && field.name !== 'owner' && field.kind !== 'externalIds' && !access.isHidden(module, field) && !isLeftOut(field),
  );
  const statement = new Statement();
  const compilation = { statement, registry, access };
  const scope = new Scope(compilation, module, statement.alias());
  const cells = fields.map((field) => cellOf(context, scope, field));
  const predicates = [
    ...visible(compilation, module, scope.alias, 'WITHOUT'),
    predicate(scope.alias, (rowId) => statement.bind(() => rowId, 'uuid')),
  ];
  const run = runOf(context, context.viewer);
  const rows = await context.transaction.run(
    `SELECT ${cells.join(', ')} FROM ${scope.from()} WHERE ${predicates.join(' AND ')} ORDER BY ${scope.alias}.id`,
    statement.binders.map((binder) => binder(run)),
  );
  const fillsIn = rulesOf(module.name)?.fillsIn ?? [];
  return rows.map((row) => ({
    input: inputOf(context, fields, fillsIn, row),
    original: new Map(fields.map(({ name }, at) => [name, row[at] ?? null])),
  }));
}

function inputOf(
  context: WriteContext,
  fields: readonly Field[],
  fillsIn: readonly string[],
  row: readonly (string | null)[],
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [at, field] of fields.entries()) {
    const text = row[at] ?? null;
    // What is empty is empty in the copy as well, where a new record would have a default.
    if (text !== null) input[inputName(field)] = inputValue(context, field, text);
    else if (field.default !== undefined || fillsIn.includes(field.name)) input[inputName(field)] = null;
  }
  return input;
}

/** What an input gives for a field, as PostgreSQL's text. */
function cellOf({ model }: WriteContext, scope: Scope, field: Field): string {
  if (field.inputKey) {
    const target = scope.join(field);
    return columnOf(model.registry.target(field).fields.get(field.inputKey)!, target.alias);
  }
  if (field.kind === 'instant') return `to_char(${columnOf(field, scope.alias)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return valueOf(field, scope.alias);
}

function inputValue({ model }: WriteContext, field: Field, text: string): unknown {
  if (field.kind === 'lookup' && !field.inputKey) return wireId(model.registry.target(field), text);
  switch (fieldType(field).sql) {
    case 'integer':
      return Number(text);
    case 'boolean':
      return text === 'true';
    case 'jsonb':
      return JSON.parse(text);
    default:
      return text;
  }
}
