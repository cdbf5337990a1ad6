import type pg from 'pg';
import { leadsToRecord, type Field, type Module, type Registry } from '../../../server/core/registry.js';

/** A row of a table, each cell as PostgreSQL prints it. */
export interface Row {
  readonly id: string;
  readonly org: string;
  readonly cells: Readonly<Record<string, string | null>>;
  readonly custom: Readonly<Record<string, string | number | boolean | null>>;
}

/** A value of an organisation's picklist. */
export interface PicklistValue {
  readonly place: string;
  readonly label: string;
  readonly category: string | null;
}

/** All rows of all organisations, in memory. */
export interface Content {
  rows(module: string): readonly Row[];
  row(module: string, id: string | null): Row | undefined;
  /** The rows whose lookup or reference leads to the given one. */
  pointingAt(module: string, via: Field, id: string): readonly Row[];
  picklistValue(org: string, picklist: string, key: string | null): PicklistValue | undefined;
}

/** Reads every table once, by the simplest SQL there is. */
export async function loadContent(database: pg.Pool, { modules }: Registry): Promise<Content> {
  const tables = new Map<string, Row[]>();
  const byId = new Map<string, Row>();
  const byLookup = new Map<string, Row[]>();
  for (const module of modules.values()) {
    const rows = await readTable(database, module);
    tables.set(module.name, rows);
    for (const row of rows) {
      byId.set(`${module.name}/${row.id}`, row);
      for (const field of module.fields.values()) {
        const { name, column } = field;
        if (!leadsToRecord(field) || row.cells[column] === null) continue;
        const key = `${module.name}/${name}/${row.cells[column]!}`;
        byLookup.set(key, [...(byLookup.get(key) ?? []), row]);
      }
    }
  }
  const values = await database.query<{ key: string } & PicklistValue>(
    `SELECT org || '/' || picklist || '/' || key AS key, place::text, coalesce(labels->>'en', label) AS label, category FROM picklist_value`,
  );
  const picklists = new Map(values.rows.map(({ key, ...value }) => [key, value]));
  return {
    rows: (module) => tables.get(module)!,
    row: (module, id) => byId.get(`${module}/${id}`),
    pointingAt: (module, via, id) => byLookup.get(`${module}/${via.name}/${id}`) ?? [],
    picklistValue: (org, picklist, key) => picklists.get(`${org}/${picklist}/${key}`),
  };
}

async function readTable(database: pg.Pool, module: Module): Promise<Row[]> {
  const columns = [...module.fields.values()]
    .filter((field) => !field.custom && !field.virtual)
    .flatMap(({ column, moduleColumn }) => [column, ...(moduleColumn ? [moduleColumn] : [])]);
  const isOwned = module.hasOwner;
  const text = `SELECT id::text, org::text, ${columns.map((column) => `${column}::text`).join(', ')}${isOwned ? ', custom::text' : ''} FROM ${module.table}`;
  const { rows } = await database.query<(string | null)[]>({ text, rowMode: 'array' });
  return rows.map(([id, org, ...cells]) => ({
    id: id!,
    org: org!,
    cells: Object.fromEntries(columns.map((column, index) => [column, cells[index]!])),
    custom: JSON.parse((isOwned && cells.at(-1)) || '{}') as Row['custom'],
  }));
}
