import type { WriteContext } from '../../core/context.js';
import { externalField } from '../../core/external-ids.js';
import { runOf } from '../../core/read/run.js';
import { visible } from '../../core/read/scope.js';
import { arrayLiteral, literal, Statement } from '../../core/read/statement.js';
import type { Field, Module } from '../../core/registry.js';
import type { Target } from './import-file.js';

/** The records that a column's texts name, by text; several where a text names several. */
export type Named = ReadonlyMap<string, readonly string[]>;

type Lookup = Extract<Target, { lookup: string }>;

/** Finds the records that the texts of a column name, all in one statement, through the walls. */
export async function findNamed(context: WriteContext, target: Module, by: Lookup, texts: ReadonlySet<string>): Promise<Named> {
  const named = new Map<string, string[]>();
  if (texts.size === 0) return named;
  const statement = new Statement();
  const alias = statement.alias();
  const seen = visible({ statement, registry: context.model.registry, access: context.viewer.access }, target, alias, 'WITHOUT');
  const list = [...texts];
  const given = statement.bind(() => arrayLiteral(list), 'text[]');
  const is = condition(context, statement, target, by, alias);
  const run = runOf(context, context.viewer);
  context.tally.statements++;
  const rows = await context.transaction.run(
    `SELECT DISTINCT k.place::text, ${alias}.id::text FROM unnest(${given}) WITH ORDINALITY AS k(text, place) JOIN ${target.table} ${alias} ON ${[...seen, is].join(' AND ')} ORDER BY 2`,
    statement.binders.map((binder) => binder(run)),
  );
  for (const [place, id] of rows) {
    const text = list[Number(place) - 1]!;
    named.set(text, [...(named.get(text) ?? []), id!]);
  }
  return named;
}

const LOWER = `lower(k.text COLLATE "und-x-icu")`;

function condition(context: WriteContext, statement: Statement, target: Module, by: Lookup, alias: string): string {
  const lower = ({ column }: Field): string => `lower(${alias}.${column} COLLATE "und-x-icu") = ${LOWER}`;
  if (by.by === 'externalId') {
    const externalIds = target.fields.get('externalIds');
    if (!externalIds || context.viewer.access.isHidden(target, externalIds)) return 'false';
    const org = statement.bind(() => context.viewer.org, 'uuid');
    return `${alias}.id IN (SELECT u.record_id FROM unique_value u WHERE u.org = ${org} AND u.module = ${literal(target.name)} AND u.field = ${literal(externalField(by.source ?? ''))} AND u.value = k.text)`;
  }
  // Nothing can be learnt about a hidden field by naming records by it.
  const open = (field: Field | null | undefined): Field | null => (field && !context.viewer.access.isHidden(target, field) ? field : null);
  const duplicateCheck = open(target.duplicateCheck);
  const email = open(target.fields.get('email'));
  const fullName = open(target.fields.get('fullName'));
  if (by.by === 'unique' && email) return lower(email);
  // People are called by their whole name, or by their address.
  if (fullName) return email ? `(${lower(fullName)} OR ${lower(email)})` : lower(fullName);
  if (duplicateCheck) return `${alias}.duplicate_key = ${duplicateCheck.anyCase ? `(${LOWER} COLLATE "C")` : 'k.text'}`;
  const name = open(target.fields.get('name'));
  return name ? lower(name) : 'false';
}
