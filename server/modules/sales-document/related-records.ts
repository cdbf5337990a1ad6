import type { WriteContext } from '../../core/context.js';
import { inputName } from '../../core/fields.js';
import { label, say } from '../../core/messages.js';
import { runOf } from '../../core/read/run.js';
import { visible } from '../../core/read/scope.js';
import { arrayLiteral, Statement } from '../../core/read/statement.js';
import type { Field, Module } from '../../core/registry.js';
import { addFault, type PendingRow } from '../../core/write/check.js';
import { valueOf } from './add-up.js';

/** What a document must have in common with the records that it names: where both have a value, it is the same. */
const shared: Readonly<Record<string, readonly string[]>> = {
  deal: ['account'],
  contact: ['account', 'vendor'],
  quote: ['account', 'deal', 'currency'],
  salesOrder: ['account', 'deal', 'quote', 'currency'],
};

/** What a document takes over of the order or the quote that it follows, otherwise of the organization's settings. */
const terms = ['discountTiming', 'pricesIncludeTax'] as const;

type Facts = Readonly<Record<string, unknown>>;

/** By row id. */
export interface RelatedRecords {
  readonly records: ReadonlyMap<string, Facts>;
  readonly organization: Facts | null;
}

/** Reads what the documents of a call name, as far as the caller may see it. Quotes and orders stay as they are until the transaction ends. */
export async function readRelated(context: WriteContext, module: Module, rows: readonly PendingRow[]): Promise<RelatedRecords> {
  const { registry } = context.model;
  const statement = new Statement();
  const compilation = { statement, registry, access: context.viewer.access };
  const parts: string[] = [];
  for (const [field, names] of lookupsOf(module)) {
    const ids = [...new Set(rows.filter((row) => isMoved(module, row)).flatMap((row) => (valueOf(row, field.name) as string | null) ?? []))];
    if (ids.length === 0) continue;
    const target = registry.target(field);
    const alias = statement.alias();
    const predicates = [...visible(compilation, target, alias, 'WITHOUT'), `${alias}.id = ANY(${statement.bind(() => arrayLiteral(ids), 'uuid[]')})`];
    const isDocument = target.fields.has('discountTiming');
    const facts = factsSql(target, alias, isDocument ? [...new Set([...names, ...Object.keys(shared), ...terms])] : names);
    const part = `SELECT ${alias}.id::text, ${facts} FROM ${target.table} ${alias} WHERE ${predicates.join(' AND ')}`;
    parts.push(isDocument ? `SELECT * FROM (${part} FOR SHARE OF ${alias}) ${alias}s` : part);
  }
  if (rows.some((row) => !row.current && terms.some((name) => row.input[name] == null))) {
    const org = statement.bind(() => context.viewer.org, 'uuid');
    parts.push(`SELECT NULL, ${factsSql(registry.module('Organization'), 'o', terms)} FROM organization o WHERE o.org = ${org}`);
  }
  if (parts.length === 0) return { records: new Map(), organization: null };
  const run = runOf(context, context.viewer);
  const found = await context.transaction.run(
    parts.join(' UNION ALL '),
    statement.binders.map((binder) => binder(run)),
  );
  const facts = found.map(([id, text]) => [id ?? null, JSON.parse(text!) as Facts] as const);
  return {
    records: new Map(facts.flatMap(([id, one]) => (id === null ? [] : [[id, one] as const]))),
    organization: facts.find(([id]) => id === null)?.[1] ?? null,
  };
}

/** New documents are worked out like those that they follow, otherwise as the organization does it. */
export function takeTerms(rows: readonly PendingRow[], { records, organization }: RelatedRecords): void {
  for (const row of rows) {
    if (row.current) continue;
    const followed = ['salesOrder', 'quote'].flatMap((name) => records.get(row.values.get(name) as string) ?? []);
    const from = (followed[0] ?? organization) as Facts | null;
    for (const name of terms) if (row.input[name] == null && from) row.values.set(name, from[name]);
  }
}

/** Refuses documents that contradict the records that they name, or the documents that follow them. */
export async function checkRelated(context: WriteContext, module: Module, rows: readonly PendingRow[], { records }: RelatedRecords): Promise<void> {
  for (const row of rows) {
    for (const [field, names] of lookupsOf(module)) {
      const related = records.get(valueOf(row, field.name) as string);
      if (!related) continue;
      const differing = names.find((name) => differs(related[name], currencyOr(context, row, name)) && (hasMoved(row, field.name) || hasMoved(row, name)) && !isOfFollowed(row, records, field.name, name));
      if (differing) refuse(module, row, field, differing);
    }
  }
  await checkFollowing(context, module, rows);
}

function refuse(module: Module, row: PendingRow, field: Field, name: string): void {
  const isOfOther = field.name === 'contact';
  const message = say(`faults.${isOfOther ? 'contactOfOther' : 'relatedDiffers'}`, {
    label: label(module.name, field.name),
    other: label(module.name, name),
    module: label(module.name),
  });
  const at = hasMoved(row, field.name) ? field : module.fields.get(name)!;
  addFault(row, inputName(at), isOfOther ? 'CONTACT_OF_OTHER_ACCOUNT' : 'CONTRADICTION', message);
}

/** Orders and invoices follow a quote to its account and its deal, which therefore stay while they are there. */
async function checkFollowing(context: WriteContext, module: Module, rows: readonly PendingRow[]): Promise<void> {
  const names = ['account', 'deal'];
  const moved = rows.filter((row) => row.current && names.some((name) => hasMoved(row, name)));
  const followers = [...context.model.registry.modules.values()].flatMap((follower) => lookupsOf(follower).flatMap(([field]) => (context.model.registry.target(field) === module ? [{ follower, field }] : [])));
  if (moved.length === 0 || followers.length === 0) return;
  const parts = followers.map(({ follower, field }) => `SELECT f.${field.column}::text, ${factsSql(follower, 'f', names)} FROM ${follower.table} f WHERE f.org = $1::uuid AND f.${field.column} = ANY($2::uuid[]) AND f.deleted_at IS NULL`);
  const found = await context.transaction.run(parts.join(' UNION ALL '), [context.viewer.org, arrayLiteral(moved.map(({ id }) => id))]);
  for (const row of moved) {
    const following = found.filter(([id]) => id === row.id).map(([, text]) => JSON.parse(text!) as Facts);
    for (const name of names) {
      if (!hasMoved(row, name) || !following.some((one) => differs(one[name], valueOf(row, name)))) continue;
      const field = module.fields.get(name)!;
      addFault(row, inputName(field), 'CONTRADICTION', say('faults.followersDiffer', { label: label(module.name, name), module: label(module.name) }));
    }
  }
}

/** The lookups of a kind of document to what it must agree with. */
const lookupsOf = (module: Module): [Field, readonly string[]][] =>
  module.fields.has('discountTiming')
    ? Object.entries(shared).flatMap(([name, names]): [Field, readonly string[]][] => {
        const field = module.fields.get(name);
        return field ? [[field, names.filter((one) => module.fields.has(one))]] : [];
      })
    : [];

const factsSql = (module: Module, alias: string, names: readonly string[]): string => `json_build_object(${names.flatMap((name) => (module.fields.has(name) ? [`'${name}', ${alias}.${module.fields.get(name)!.column}`] : [])).join(', ')})::text`;

const differs = (one: unknown, other: unknown): boolean => one != null && other != null && one !== other;

/** The base currency is filled in by the database. */
const currencyOr = ({ viewer }: WriteContext, row: PendingRow, name: string): unknown => valueOf(row, name) ?? (name === 'currency' ? viewer.baseCurrency : null);

/** Whether a row takes another value than it has, or than its original has. */
const hasMoved = (row: PendingRow, name: string): boolean => row.values.has(name) && row.values.get(name) !== ((row.current ?? row.original)?.get(name) ?? null);

/** Whether a new document has both values of the quote or the order that it follows: they were right when that was made. */
const isOfFollowed = (row: PendingRow, records: RelatedRecords['records'], ...names: readonly string[]): boolean =>
  !row.current &&
  ['quote', 'salesOrder'].some((lookup) => {
    const followed = records.get(row.values.get(lookup) as string);
    return followed !== undefined && !names.includes(lookup) && names.every((name) => followed[name] != null && followed[name] === row.values.get(name));
  });

const isMoved = (module: Module, row: PendingRow): boolean => !row.current || ['account', 'vendor', ...lookupsOf(module).map(([{ name }]) => name)].some((name) => hasMoved(row, name));
