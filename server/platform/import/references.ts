import type { WriteContext } from '../../core/context.js';
import { foldSql, isFolded } from '../../core/field-types.js';
import { externalField } from '../../core/external-ids.js';
import { runOf } from '../../core/read/run.js';
import { visible } from '../../core/read/scope.js';
import { arrayLiteral, bindOrg, literal, Statement } from '../../core/read/statement.js';
import type { Field, Module } from '../../core/registry.js';
import type { Target } from './import-file.js';

/** The records that a column's texts name, by text; several where a text names several. */
export type Named = ReadonlyMap<string, readonly string[]>;

type Lookup = Extract<Target, { lookup: string }>;

/** So many records of one name are counted. */
const MAX_NAMED = 10;

/** Finds the records that the texts of a column name, all in one statement, through the walls. */
export async function findNamed(context: WriteContext, target: Module, by: Lookup, texts: ReadonlySet<string>): Promise<Named> {
  const named = new Map<string, string[]>();
  if (texts.size === 0) return named;
  const statement = new Statement();
  const alias = statement.alias();
  const seen = visible({ statement, registry: context.model.registry, access: context.viewer.access }, target, alias, 'WITHOUT').join(
    ' AND ',
  );
  const list = [...texts];
  const keys = `unnest(${statement.bind(() => arrayLiteral(list), 'text[]')}) WITH ORDINALITY AS k(text, place)`;
  const ways = waysTo(context, statement, target, by, { alias, seen, keys });
  if (ways.length === 0) return named;
  const run = runOf(context, context.viewer);
  const rows = await context.transaction.run(
    `SELECT DISTINCT place::text, id::text FROM (${ways.join(' UNION ALL ')}) w ORDER BY 2`,
    statement.binders.map((binder) => binder(run)),
  );
  for (const [place, id] of rows) {
    const text = list[Number(place) - 1]!;
    named.set(text, [...(named.get(text) ?? []), id!]);
  }
  return named;
}

interface Source {
  readonly alias: string;
  /** The predicates of what the caller may see. */
  readonly seen: string;
  readonly keys: string;
}

/** The ways from a text to records; each has an index to go by, or joins by equality. */
function waysTo(context: WriteContext, statement: Statement, target: Module, by: Lookup, { alias, seen, keys }: Source): string[] {
  // Nothing can be learnt about a hidden field by naming records by it.
  const open = (field: Field | null | undefined): Field[] => (field && !context.viewer.access.isHidden(target, field) ? [field] : []);
  if (by.by === 'externalId') {
    if (open(target.fields.get('externalIds')).length === 0) return [];
    const org = statement.bind(() => context.viewer.org, 'uuid');
    const holder = `SELECT u.record_id FROM unique_value u WHERE u.org = ${org} AND u.module = ${literal(target.name)} AND u.field = ${literal(externalField(by.source ?? ''))} AND u.value = k.text LIMIT 1`;
    return [
      `SELECT k.place, ${alias}.id FROM ${keys} CROSS JOIN LATERAL (${holder}) u JOIN ${target.table} ${alias} ON ${alias}.id = u.record_id AND ${seen}`,
    ];
  }
  const { duplicateCheck } = target;
  const [email, fullName, name] = ['email', 'fullName', 'name'].map((one) => target.fields.get(one));
  // People are called by their whole name, or by their address.
  const called = by.by === 'unique' && email ? [email] : fullName ? [fullName, email] : [duplicateCheck ?? name];
  return called.flatMap(open).map((field) => {
    if (field === fullName) return wayToPerson(statement, target, field, { alias, seen, keys });
    if (field !== duplicateCheck)
      return `SELECT k.place, ${alias}.id FROM ${keys} JOIN ${target.table} ${alias} ON ${seen} AND ${foldSql(`${alias}.${field.column}`)} = ${foldSql('k.text')}`;
    const key = isFolded(field) ? foldSql('k.text') : 'k.text';
    return `SELECT k.place, d.id FROM ${keys} CROSS JOIN LATERAL (SELECT ${alias}.id FROM ${target.table} ${alias} WHERE ${seen} AND ${alias}.duplicate_key = ${key} LIMIT ${MAX_NAMED}) d`;
  });
}

/** People by their whole name, as files write it: with a salutation of the organisation before it, or without. */
function wayToPerson(statement: Statement, target: Module, field: Field, { alias, seen, keys }: Source): string {
  const folded = `SELECT k.place, ${foldSql('k.text')} AS key FROM ${keys}`;
  const salutation = target.fields.get('salutation')?.picklist;
  const without = salutation
    ? ` UNION SELECT f.place, substr(f.key, length(s.label) + 2) FROM f JOIN (
          SELECT ${foldSql('l.label')} AS label FROM picklist_value v CROSS JOIN LATERAL (SELECT v.label UNION SELECT jsonb_each_text.value FROM jsonb_each_text(v.labels)) l(label)
           WHERE v.org = ${statement.bind(bindOrg, 'uuid')} AND v.picklist = ${literal(salutation.name)}) s ON starts_with(f.key, s.label || ' ')`
    : '';
  const names = `WITH f AS (${folded}) SELECT f.place, f.key FROM f${without}`;
  return `SELECT n.place, ${alias}.id FROM (${names}) n JOIN ${target.table} ${alias} ON ${seen} AND ${foldSql(`${alias}.${field.column}`)} = n.key`;
}
