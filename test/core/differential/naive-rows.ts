import { idName, labelName } from '../../../server/core/fields.js';
import { leadsToRecord, type Field, type Module, type Registry, type RelatedList } from '../../../server/core/registry.js';
import type { Calendar } from '../../../server/core/calendar.js';
import { ownedModules, type Hidden } from '../../support/access-shapes.js';
import { isoInstant } from './compare.js';
import type { Content, PicklistValue, Row } from './content.js';

/** Who asks the naive server. */
export interface NaiveViewer {
  readonly org: string;
  readonly hidden: Hidden;
  /** Row ids of the users whose records are seen; null: everybody's. */
  readonly team: readonly string[] | null;
  readonly seesPrivate: boolean;
  readonly userId: string;
  readonly calendar: Calendar;
  /** What time it is. */
  readonly now: string;
}

export type Deleted = 'WITHOUT' | 'WITH' | 'ONLY';

/** The rows as one viewer sees them. */
export interface Rows {
  readonly registry: Registry;
  readonly viewer: NaiveViewer;
  /** The three walls: the organisation, the bin, the viewer's rows. */
  isVisible(module: Module, row: Row, deleted: Deleted): boolean;
  isHidden(module: Module, field: Field): boolean;
  all(module: Module): readonly Row[];
  /** The row of a wire id. */
  byWireId(id: string): { module: Module; row: Row } | null;
  /** The record a lookup leads to, if there is one to be seen. */
  target(field: Field, row: Row): Row | undefined;
  /** The record that a lookup or a reference leads to, with its module, if there is one to be seen. */
  referred(field: Field, row: Row): { readonly module: Module; readonly row: Row } | undefined;
  /** What points at the row, seen or not; and at the records of the lists that the list includes, as far as those are seen. */
  related(list: RelatedList, row: Row): readonly Row[];
  /** The record with an id that a lookup may lead to. */
  record(field: Field, id: string | null): Row | undefined;
  /** All values of a field's picklist, by their keys. */
  picklistValue(field: Field, key: string | null): PicklistValue | undefined;
}

export function rowsFor(viewer: NaiveViewer, registry: Registry, content: Content): Rows {
  const cell = (module: Module, row: Row, name: string): string | null => valueOf(module.fields.get(name)!, row);
  const isVisible: Rows['isVisible'] = (module, row, deleted) => {
    if (row.org !== viewer.org) return false;
    if (deleted !== 'WITH' && (cell(module, row, 'deletedAt') !== null) !== (deleted === 'ONLY')) return false;
    if (module.isPrivate && !viewer.seesPrivate && cell(module, row, 'createdBy') !== viewer.userId) return false;
    return !viewer.team || !ownedModules.includes(module.name) || viewer.team.includes(cell(module, row, 'owner')!);
  };
  const record: Rows['record'] = (field, id) => {
    const module = registry.target(field);
    const found = content.row(module.name, id);
    return found && isVisible(module, found, 'WITHOUT') ? found : undefined;
  };
  const isHidden: Rows['isHidden'] = (module, field) => viewer.hidden[module.name]?.includes(field.name) ?? false;
  const related: Rows['related'] = ({ module, via, includes }, row) => {
    const included = includes.flatMap((list) => {
      const target = registry.module(list.module);
      return isHidden(target, list.via) ? [] : related(list, row).filter((one) => isVisible(target, one, 'WITHOUT'));
    });
    return [row, ...included].flatMap(({ id, org }) => content.pointingAt(module, via, id).filter((one) => one.org === org));
  };
  const byWireId: Rows['byWireId'] = (id) => {
    const module = [...registry.modules.values()].find(({ prefix }) => id.startsWith(`${prefix}_`));
    const row = module && content.row(module.name, id.slice(module.prefix.length + 1));
    return row ? { module, row } : null;
  };
  return {
    registry,
    viewer,
    record,
    related,
    byWireId,
    isHidden,
    referred(field, row) {
      const id = valueOf(field, row);
      const found = id === null ? null : field.kind === 'reference' ? byWireId(id) : byWireId(`${registry.target(field).prefix}_${id}`);
      return found && isVisible(found.module, found.row, 'WITHOUT') ? found : undefined;
    },
    isVisible,
    all: (module) => content.rows(module.name),
    target: (field, row) => record(field, valueOf(field, row)),
    picklistValue: (field, key) => content.picklistValue(viewer.org, field.picklist!.name, key),
  };
}

/** A field's value as PostgreSQL prints it. */
export function valueOf(field: Field, row: Row): string | null {
  if (field.kind === 'reference') {
    const id = row.cells[field.column] ?? null;
    return id === null ? null : `${row.cells[field.moduleColumn!]}_${id}`;
  }
  if (!field.custom) return row.cells[field.column]!;
  const value = row.custom[field.column] ?? null;
  if (value === null) return null;
  return field.kind === 'instant' ? postgresInstant(String(value)) : String(value);
}

/** A row of which nothing is known but the value of one field. */
export function rowOf(field: Field, value: string | null): Row {
  const at = value === null ? -1 : value.lastIndexOf('_');
  const cells =
    field.kind === 'reference' && value !== null
      ? { [field.column]: value.slice(at + 1), [field.moduleColumn!]: value.slice(0, at) }
      : { [field.column]: value };
  return { id: '', org: '', cells, custom: {} };
}

/** `2027-01-31T09:30:00.500Z` → `2027-01-31 09:30:00.5+00`. */
export const postgresInstant = (text: string): string => text.replace('T', ' ').replace(/\.?0*Z$/, '+00');

/** What filters, orders and figures mean: money is compared in base currency. */
export const compared = (module: Module, field: Field, row: Row): string | null =>
  valueOf(field.kind === 'money' ? module.fields.get(`${field.name}InBaseCurrency`)! : field, row);

/** A field's value as its reader sees it: names with the salutation, times as of now. */
export function seenValue(rows: Rows, module: Module, field: Field, row: Row): string | null {
  const cell = (name: string): string | null => valueOf(module.fields.get(name)!, row);
  if (field.name === 'secondsInStage' && field.virtual) {
    const entered = cell('stageEnteredAt');
    if (entered === null) return null;
    const seconds = (Date.parse(rows.viewer.now) - Date.parse(isoInstant(entered))) / 1000;
    return String(Math.min(2_147_483_647, Math.max(0, Math.floor(seconds))));
  }
  if (field.name !== 'fullName') return valueOf(field, row);
  const salutation = module.fields.get('salutation');
  const said = salutation && rows.picklistValue(salutation, valueOf(salutation, row))?.label;
  return [said, cell('firstName'), cell('lastName')].filter((part) => part !== null && part !== undefined).join(' ');
}

/** The field that a name of the schema belongs to: `accountId` and `industryLabel` belong to `account` and `industry`, `displayName` to what names the record. */
export function fieldNamed(module: Module, name: string): Field {
  const found =
    (name === 'displayName' ? module.displayName : null) ??
    module.fields.get(name) ??
    [...module.fields.values()].find(
      (field) => (leadsToRecord(field) && idName(field) === name) || (field.kind === 'picklist' && labelName(field) === name),
    );
  if (!found) throw new Error(`${module.name} has no field ${name}.`);
  return found;
}
