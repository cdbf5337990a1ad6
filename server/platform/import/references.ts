import { sql, type RawBuilder } from 'kysely';
import type { WriteContext } from '../../core/context.js';
import { isFolded } from '../../core/field-types.js';
import { externalField } from '../../core/external-ids.js';
import { viewerDb } from '../../core/typed-sql.js';
import type { Field, Module } from '../../core/registry.js';
import type { Target } from './import-file.js';

/** The records that a column's texts name, by text; several where a text names several. */
export type Named = ReadonlyMap<string, readonly string[]>;

type Lookup = Extract<Target, { lookup: string }>;

/** So many records of one name are counted. */
const MAX_NAMED = 10;

/** Finds the records that the texts of a column name, all in one statement, among those that the caller may see. */
export async function findNamed(context: WriteContext, target: Module, by: Lookup, texts: ReadonlySet<string>): Promise<Named> {
  const named = new Map<string, string[]>();
  if (texts.size === 0) return named;
  const list = [...texts];
  const ways = waysTo(context, target, by, sql`unnest(${list}::text[]) WITH ORDINALITY AS k(text, position)`);
  if (ways.length === 0) return named;
  const { rows } = await sql<{
    position: string;
    id: string;
  }>`SELECT DISTINCT position, id FROM (${sql.join(ways, sql` UNION ALL `)}) w ORDER BY id`.execute(viewerDb(context));
  for (const { position, id } of rows) {
    const text = list[Number(position) - 1]!;
    named.set(text, [...(named.get(text) ?? []), id]);
  }
  return named;
}

type Sql = RawBuilder<unknown>;

/** The ways from a text to records; each has an index to go by, or joins by equality. */
function waysTo(context: WriteContext, target: Module, by: Lookup, keys: Sql): Sql[] {
  // Nothing can be learnt about a hidden field by naming records by it.
  const open = (field: Field | null | undefined): Field[] => (field && !context.viewer.access.isHidden(target, field) ? [field] : []);
  const table = sql.table(target.table);
  if (by.by === 'externalId') {
    if (open(target.fields.get('externalIds')).length === 0) return [];
    const holder = sql`SELECT u.record_id FROM ${sql.table('unique_value')} u
      WHERE u.module = ${target.name} AND u.field = ${externalField(by.source ?? '')} AND u.value = k.text LIMIT 1`;
    return [sql`SELECT k.position, t.id FROM ${keys} CROSS JOIN LATERAL (${holder}) u JOIN ${table} t ON t.id = u.record_id`];
  }
  const { duplicateCheck } = target;
  const [email, fullName, name] = ['email', 'fullName', 'name'].map((one) => target.fields.get(one));
  // People are called by their whole name, or by their address.
  const called = by.by === 'unique' && email ? [email] : fullName ? [fullName, email] : [duplicateCheck ?? name];
  return called.flatMap(open).map((field) => {
    if (field === fullName) return wayToPerson(target, field, keys);
    if (field !== duplicateCheck)
      return sql`SELECT k.position, t.id FROM ${keys} JOIN ${table} t ON ${folded(sql.ref(`t.${field.column}`))} = ${folded(sql`k.text`)}`;
    const key = isFolded(field) ? folded(sql`k.text`) : sql`k.text`;
    return sql`SELECT k.position, d.id FROM ${keys} CROSS JOIN LATERAL (SELECT t.id FROM ${table} t WHERE t.duplicate_key = ${key} LIMIT ${sql.lit(MAX_NAMED)}) d`;
  });
}

const folded = (value: Sql): Sql => sql`crm_fold(${value})`;

/** People by their whole name, as files write it: with a salutation of the organization before it, or without. */
function wayToPerson(target: Module, field: Field, keys: Sql): Sql {
  const salutation = target.fields.get('salutation')?.picklist;
  const without = salutation
    ? sql` UNION SELECT f.position, substr(f.key, length(s.label) + 2) FROM f JOIN (
          SELECT ${folded(sql`l.label`)} AS label FROM ${sql.table('picklist_value')} v
           CROSS JOIN LATERAL (SELECT v.label UNION SELECT jsonb_each_text.value FROM jsonb_each_text(v.labels)) l(label)
           WHERE v.picklist = ${salutation.name}) s ON starts_with(f.key, s.label || ' ')`
    : sql``;
  const names = sql`WITH f AS (SELECT k.position, ${folded(sql`k.text`)} AS key FROM ${keys}) SELECT f.position, f.key FROM f${without}`;
  return sql`SELECT n.position, t.id FROM (${names}) n JOIN ${sql.table(target.table)} t ON ${folded(sql.ref(`t.${field.column}`))} = n.key`;
}
