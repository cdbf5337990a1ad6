import type { WriteContext } from '../context.js';
import { label } from '../messages.js';
import { inputName } from '../fields.js';
import type { Field, Module } from '../registry.js';
import { runOf } from '../read/run.js';
import { arrayLiteral, Statement } from '../read/statement.js';
import { visible } from '../read/scope.js';
import { addFault, type PendingRow } from './check.js';

/**
 * Checks that everything the rows refer to is there and may be seen: records through the walls (foreign keys pass them),
 * picklist values in the organisation's own lists. One statement for all rows, none when nothing is referred to.
 *
 * Picklist values and held records stay locked against deletion until the transaction ends, so that nothing is orphaned:
 * whoever deletes one waits for those that refer to it, and they for the deletion.
 */
export async function checkReferences(context: WriteContext, module: Module, rows: readonly PendingRow[]): Promise<void> {
  const { registry } = context.model;
  const targets = new Map<Module, Set<string>>();
  const keys = new Map<string, Set<string>>();
  eachReference(module, rows, (field, value) => {
    if (field.kind === 'picklist') add(keys, field.picklist!.name, value);
    else if (!(field.name === 'owner' && value === context.viewer.userId)) add(targets, registry.target(field), value);
  });
  if (targets.size === 0 && keys.size === 0) return;

  const found = await findReferences(context, targets, keys);
  eachReference(module, rows, (field, value, row) => {
    const name = inputName(field);
    if (field.kind === 'picklist') {
      if (!found.has(`${field.picklist!.name}/${value}`)) {
        addFault(
          row,
          name,
          'UNKNOWN_PICKLIST_VALUE',
          `${label(module.name, field.name)} has no value ${JSON.stringify(value)}. picklist(name: "${field.picklist!.name}") lists them.`,
          { value },
        );
      }
      return;
    }
    const target = registry.target(field);
    if (targets.get(target)?.has(value) && !found.has(`${target.name}/${value}`)) {
      addFault(row, name, 'REFERENCE_NOT_FOUND', `${label(module.name, field.name)}: there is no such ${target.name}.`);
    }
  });
}

function eachReference(module: Module, rows: readonly PendingRow[], visit: (field: Field, value: string, row: PendingRow) => void): void {
  for (const field of module.fields.values()) {
    if (field.kind !== 'picklist' && field.kind !== 'lookup') continue;
    for (const row of rows) {
      const value = row.values.get(field.name);
      if (typeof value === 'string') visit(field, value, row);
    }
  }
}

function add<K>(sets: Map<K, Set<string>>, key: K, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

async function findReferences(
  context: WriteContext,
  targets: ReadonlyMap<Module, Set<string>>,
  keys: ReadonlyMap<string, Set<string>>,
): Promise<Set<string>> {
  const statement = new Statement();
  const compilation = { statement, registry: context.model.registry, access: context.viewer.access };
  const parts: string[] = [];
  for (const [target, ids] of targets) {
    const alias = statement.alias();
    const list = `{${[...ids].join(',')}}`;
    const predicates = [...visible(compilation, target, alias, 'WITHOUT'), `${alias}.id = ANY(${statement.bind(() => list, 'uuid[]')})`];
    const part = `SELECT '${target.name}/' || ${alias}.id::text FROM ${target.table} ${alias} WHERE ${predicates.join(' AND ')}`;
    parts.push(target.held ? held(part, alias) : part);
  }
  if (keys.size > 0) {
    const pairs = [...keys].flatMap(([list, values]) => [...values].map((value) => `${list}/${value}`));
    const org = statement.bind(() => context.viewer.org, 'uuid');
    const lists = statement.bind(() => arrayLiteral([...keys.keys()]), 'text[]');
    const wanted = statement.bind(() => arrayLiteral(pairs), 'text[]');
    const part = `SELECT v.picklist || '/' || v.key FROM picklist_value v WHERE v.org = ${org} AND v.picklist = ANY(${lists}) AND NOT v.is_retired AND v.picklist || '/' || v.key = ANY(${wanted})`;
    parts.push(held(part, 'v'));
  }
  const run = runOf(context, context.viewer);
  context.tally.statements++;
  const rows = await context.transaction.run(
    parts.join(' UNION ALL '),
    statement.binders.map((binder) => binder(run)),
  );
  return new Set(rows.map(([key]) => key!));
}

/** Rows that can't be deleted until the transaction ends; a union has no locks of its own. */
const held = (select: string, alias: string): string => `SELECT * FROM (${select} FOR KEY SHARE OF ${alias}) ${alias}h`;
