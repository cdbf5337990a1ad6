import type { AccessShape } from '../access.js';
import { Forbidden } from '../errors.js';
import { fieldType } from '../field-types.js';
import { baseColumn } from '../fields.js';
import { say } from '../messages.js';
import type { Field, Module, Registry, RelatedList } from '../registry.js';
import type { FilterMeter } from './filter-meter.js';
import { bindLanguage, bindOrg, literal, type Statement } from './statement.js';

/** Whether rows in the bin take part. */
export type Deleted = 'WITHOUT' | 'WITH' | 'ONLY';

/** What a compilation carries along: the statement being written, the modules and the viewer's access. */
export interface Compilation {
  readonly statement: Statement;
  readonly registry: Registry;
  readonly access: AccessShape;
}

/** A compilation of something that callers can filter. */
export interface FilterCompilation extends Compilation {
  readonly meter: FilterMeter;
}

/** One FROM clause: a table, the look-ups joined to it, and the cells that are read of its rows. */
export class Scope {
  readonly cells: string[] = [];
  private readonly joins = new Map<string, { scope: Scope; sql: string }>();

  constructor(
    readonly compilation: Compilation,
    readonly module: Module,
    readonly alias: string,
    private readonly root?: Scope,
  ) {}

  /** The place of a cell in each row; the same SQL is read once. */
  cell(sql: string): number {
    if (this.root) return this.root.cell(sql);
    const known = this.cells.indexOf(sql);
    return known >= 0 ? known : this.cells.push(sql) - 1;
  }

  /**
   * The record that a lookup leads to, or a reference where it leads to one of `target`, joined once; its columns are null where
   * there is none or it may not be seen.
   */
  join(field: Field, target: Module = this.compilation.registry.target(field)): Scope {
    const base = this.root ?? this;
    const key = `${this.alias}.${field.name}.${target.name}`;
    const known = base.joins.get(key);
    if (known) return known.scope;
    const alias = this.compilation.statement.alias();
    const scope = new Scope(this.compilation, target, alias, base);
    const on = [
      `${alias}.id = ${idIn(field, target, this.alias)}`,
      ...visible(this.compilation, target, alias, 'WITH'),
      // Written so that no partial index offers itself: on tables without statistics they look cheaper than the primary key, and
      // are read whole for each row.
      `(${alias}.deleted_at IS NULL) IS TRUE`,
    ];
    base.joins.set(key, { scope, sql: ` LEFT JOIN ${target.table} ${alias} ON ${on.join(' AND ')}` });
    return scope;
  }

  /** `account t0 LEFT JOIN …`. */
  from(): string {
    return `${this.module.table} ${this.alias}${this.joinSql()}`;
  }

  joinSql(): string {
    return [...this.joins.values()].map(({ sql }) => sql).join('');
  }
}

/** The predicates that every reading of a module carries: the organisation, the bin, the viewer's rows. */
export function visible({ statement, access }: Compilation, module: Module, alias: string, deleted: Deleted): string[] {
  const predicates = [`${alias}.org = ${statement.bind(bindOrg, 'uuid')}`];
  if (deleted !== 'WITH') predicates.push(`${alias}.deleted_at IS ${deleted === 'ONLY' ? 'NOT ' : ''}NULL`);
  const rule = access.rows(module);
  if (rule) predicates.push(rule.sql(alias, statement.bind(viewerBinder(rule.value), 'uuid[]')));
  return predicates;
}

const viewerBinders = new Map<string, (run: { viewer: Readonly<Record<string, readonly string[]>> }) => string>();
function viewerBinder(name: string) {
  let binder = viewerBinders.get(name);
  if (!binder) {
    binder = (run) => `{${(run.viewer[name] ?? []).join(',')}}`;
    viewerBinders.set(name, binder);
  }
  return binder;
}

/** The column of a field, or its place in the custom document, as its own type. */
export function columnOf(field: Field, alias: string): string {
  const { sql, collate } = fieldType(field);
  return field.custom && sql === 'text' ? `${storedOf(field, alias)} COLLATE ${collate ?? '"C"'}` : storedOf(field, alias);
}

/** The column where it is not compared: values under different explicit collations can't stand in one array. */
function storedOf(field: Field, alias: string): string {
  if (!field.custom) return `${alias}.${field.column}`;
  const { sql } = fieldType(field);
  return `(${alias}.custom->>${literal(field.column)})${sql === 'text' ? '' : `::${sql}`}`;
}

/** The id of the record that a lookup or a reference leads to, null unless that is of `target`: PostgreSQL starts no index scan for a null key. */
export const idIn = (field: Field, target: Module, alias: string): string =>
  field.kind === 'reference'
    ? `CASE WHEN ${alias}.${field.moduleColumn!} = ${literal(target.prefix)} THEN ${alias}.${field.column} END`
    : columnOf(field, alias);

/** The condition that a row of a related list belongs to the record of `parent`. */
export function belongsTo(
  compilation: Compilation,
  { via, includes }: Pick<RelatedList, 'via' | 'includes'>,
  alias: string,
  parent: string,
): string {
  const column = columnOf(via, alias);
  const { registry, access, statement } = compilation;
  const more = includes.flatMap((list): string[] => {
    const module = registry.module(list.module);
    // Nothing can be learnt about a hidden field by what a list holds.
    if (access.isHidden(module, list.via)) return [];
    const inner = statement.alias();
    const predicates = [belongsTo(compilation, list, inner, parent), ...visible(compilation, module, inner, 'WITHOUT')];
    return [`SELECT ${inner}.id FROM ${module.table} ${inner} WHERE ${predicates.join(' AND ')}`];
  });
  return more.length === 0 ? `${column} = ${parent}.id` : `${column} = ANY(ARRAY(${[`SELECT ${parent}.id`, ...more].join(' UNION ALL ')}))`;
}

/** What filters, sorts and figures compare: money in base currency, all else as it is. */
export const comparedColumn = (field: Field, alias: string): string =>
  field.kind === 'money' ? `${alias}.${baseColumn(field.column)}` : columnOf(field, alias);

/** A field's value as a cell: forms that PostgreSQL prints differently inside and outside of JSON are read as text. */
export const valueOf = (field: Field, alias: string): string =>
  field.kind === 'reference'
    ? `${alias}.${field.moduleColumn!} || '_' || ${alias}.${field.column}`
    : asCell(storedOf(field, alias), fieldType(field).sql);

export const asCell = (sql: string, type: string): string =>
  ['numeric', 'boolean', 'timestamptz(3)', 'date', 'bigint'].includes(type) ? `${sql}::text` : sql;

/** What a picklist is ordered by: the place of its value in the organisation's list. */
export const picklistPlace = ({ statement }: Compilation, field: Field, column: string): string =>
  `(SELECT v.place FROM picklist_value v WHERE v.org = ${statement.bind(bindOrg, 'uuid')} AND v.picklist = ${literal(field.picklist!.name)} AND v.key = ${column})`;

export const picklistLabel = ({ statement }: Compilation, field: Field, column: string): string =>
  `(SELECT coalesce(v.labels->>${statement.bind(bindLanguage, 'text')}, v.label) FROM picklist_value v WHERE v.org = ${statement.bind(bindOrg, 'uuid')} AND v.picklist = ${literal(field.picklist!.name)} AND v.key = ${column})`;

/** Nothing can be learnt about a hidden field by asking around it. */
export function refuseHidden({ access }: Pick<Compilation, 'access'>, module: Module, field: Field, path: string): void {
  if (access.isHidden(module, field)) throw Forbidden({ reason: say('faults.hidden', { field: `${module.name}.${field.name}`, path }) });
}
