import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import type { WriteContext } from '../../core/context.js';
import { inputName } from '../../core/fields.js';
import { label, say } from '../../core/messages.js';
import type { Field, Module } from '../../core/registry.js';
import { organizationDb, recordTable, viewerDb, type AllTables } from '../../core/typed-sql.js';
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
  const seen = viewerDb(context);
  const parts: Selection[] = [];
  for (const [field, names] of lookupsOf(module)) {
    const ids = [...new Set(rows.filter((row) => isMoved(module, row)).flatMap((row) => (valueOf(row, field.name) as string | null) ?? []))];
    if (ids.length === 0) continue;
    const target = registry.target(field);
    const isDocument = target.fields.has('discountTiming');
    const facts = factsSql(target, 't', isDocument ? [...new Set([...names, ...Object.keys(shared), ...terms])] : names);
    const part = seen
      .selectFrom(`${recordTable(target)} as t` as const)
      .select(['t.id', facts.as('facts')])
      .where('t.id', 'in', ids);
    // What is locked cannot stand in a UNION itself.
    parts.push(isDocument ? seen.selectFrom(part.forShare().as('locked')).select(['locked.id', 'locked.facts']) : part);
  }
  if (rows.some((row) => !row.current && terms.some((name) => row.input[name] == null))) {
    const settings = factsSql(registry.module('Organization'), 'o', terms);
    parts.push(
      organizationDb(context)
        .selectFrom('organization as o')
        .select([sql<string | null>`NULL::uuid`.as('id'), settings.as('facts')]),
    );
  }
  if (parts.length === 0) return { records: new Map(), organization: null };
  const found = await parts.reduce((all, part) => all.unionAll(part)).execute();
  return {
    records: new Map(found.flatMap(({ id, facts }) => (id === null ? [] : [[id, facts] as const]))),
    organization: found.find(({ id }) => id === null)?.facts ?? null,
  };
}

type Selection = SelectQueryBuilder<AllTables, never, { id: string | null; facts: Facts }>;

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
  const db = organizationDb(context);
  const parts = followers.map(({ follower, field }) =>
    db
      .selectFrom(`${recordTable(follower)} as f` as const)
      .select([sql<string>`${sql.ref(`f.${field.column}`)}`.as('id'), factsSql(follower, 'f', names).as('facts')])
      .where(
        sql<string>`${sql.ref(`f.${field.column}`)}`,
        'in',
        moved.map(({ id }) => id),
      )
      .where('f.deleted_at', 'is', null),
  );
  const found = await parts.reduce((all, part) => all.unionAll(part)).execute();
  for (const row of moved) {
    const following = found.filter(({ id }) => id === row.id).map(({ facts }) => facts);
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

/** The fields of a row as JSON: none of those that are compared is an amount. */
function factsSql(module: Module, alias: string, names: readonly string[]): RawBuilder<Facts> {
  const fields = names.flatMap((name) => module.fields.get(name) ?? []);
  return sql<Facts>`json_build_object(${sql.join(fields.map(({ name, column }) => sql`${sql.lit(name)}, ${sql.ref(`${alias}.${column}`)}`))})`;
}

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
