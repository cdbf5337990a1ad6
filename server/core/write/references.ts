import type { WriteContext } from '../context.js';
import { todayIn } from '../calendar.js';
import { label, say } from '../messages.js';
import { inputName } from '../fields.js';
import { prefixOf, rowIdOf } from '../ids.js';
import { leadsToRecord, type Field, type Module, type Registry } from '../registry.js';
import { runOf } from '../read/run.js';
import { arrayLiteral, Statement } from '../read/statement.js';
import { visible, type Deleted } from '../read/scope.js';
import { addFault, newCurrency, unknownTimeZone, type PendingRow } from './check.js';

/**
 * Checks that everything the rows refer to is there and may be seen: records through the walls (foreign keys pass them),
 * picklist values in the organisation's own lists, currencies among its own, time zones among those of the database. One
 * statement for all rows, none when nothing is referred to.
 *
 * What a record has already is not looked at again. What a copy takes over may be retired or in the bin, but must still be there. Picklist values, held records and those that rows cannot be without stay locked against deletion until the transaction ends, so that nothing is orphaned:
 * whoever deletes one waits for those that refer to it, and they for the deletion.
 */
export async function checkReferences(context: WriteContext, module: Module, rows: readonly PendingRow[]): Promise<void> {
  const { registry } = context.model;
  const targets = new Map<Module, Set<string>>();
  const copied = new Map<Module, Set<string>>();
  const keys = new Map<string, Set<string>>();
  const currencies = new Set(rows.flatMap((row) => newCurrency(module, row, context.viewer.baseCurrency) ?? []));
  const zones = new Set<string>();
  const users = new Set<string>();
  const needed = new Set<Module>();
  eachReference(module, rows, (field, value, _row, isCopied) => {
    if (field.kind === 'picklist') add(keys, field.picklist!.name, value);
    else if (field.kind === 'timeZone') zones.add(value.toLowerCase());
    else if (!(field.name === 'owner' && value === context.viewer.userId)) {
      const { target, rowId } = targetOf(registry, field, value);
      add(isCopied ? copied : targets, target, rowId);
      if (field.required && field.name !== 'owner') needed.add(target);
      // What was people's elsewhere is theirs, also when they have left since.
      if (target.name === 'User' && !isCopied && !context.bringsHistory) users.add(rowId);
    }
  });
  if (targets.size + copied.size === 0 && keys.size === 0 && currencies.size === 0 && zones.size === 0) return;

  const found = await findReferences(context, { targets, copied, keys, currencies, zones, users, needed });
  const unknown = [...keys].filter(([list, values]) => [...values].some((value) => !found.has(`${list}/${value}`)));
  const known =
    unknown.length > 0
      ? await keysOf(
          context,
          unknown.map(([list]) => list),
        )
      : null;
  for (const row of rows) takeRate(context, module, row, found);
  eachReference(module, rows, (field, value, row, isCopied) => {
    const name = inputName(field);
    if (field.kind === 'picklist') {
      if (!found.has(`${field.picklist!.name}/${value}`)) {
        addFault(
          row,
          name,
          'UNKNOWN_PICKLIST_VALUE',
          say('faults.unknownPicklistValue', {
            label: label(module.name, field.name),
            value: JSON.stringify(value),
            picklist: field.picklist!.name,
            values: known!.get(field.picklist!.name)?.slice(0, MAX_TOLD) ?? [],
            more: Math.max(0, (known!.get(field.picklist!.name)?.length ?? 0) - MAX_TOLD),
          }),
          { value, values: known!.get(field.picklist!.name)?.slice(0, MAX_TOLD).join(', ') ?? '' },
        );
      }
      return;
    }
    if (field.kind === 'timeZone') {
      const name = found.get(`zone/${value.toLowerCase()}`);
      if (name) row.values.set(field.name, name);
      else unknownTimeZone(module, field, row, value);
      return;
    }
    const { target, rowId } = targetOf(registry, field, value);
    const wanted = isCopied ? copied : targets;
    if (wanted.get(target)?.has(rowId) && !found.has(`${isCopied ? 'copied/' : ''}${target.name}/${rowId}`)) {
      addFault(
        row,
        name,
        'REFERENCE_NOT_FOUND',
        say('faults.noSuchReference', { label: label(module.name, field.name), module: label(target.name) }),
      );
    } else if (target.name === 'User' && !isCopied && found.has(`suspended/${rowId}`)) {
      addFault(row, name, 'INACTIVE', say('faults.suspendedUser', { label: label(module.name, field.name) }));
    }
  });
}

/** The record that a value of a lookup or a reference leads to. */
export function targetOf(registry: Registry, field: Field, value: string): { readonly target: Module; readonly rowId: string } {
  if (field.kind === 'lookup') return { target: registry.target(field), rowId: value };
  const target = registry.byPrefix(prefixOf(value)!)!;
  return { target, rowId: rowIdOf(target, value)! };
}

/** So many values of a picklist are told where one is wrong. */
const MAX_TOLD = 20;

/** The keys that picklists take, in their order. */
async function keysOf({ transaction, viewer }: WriteContext, lists: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await transaction.run(
    'SELECT v.picklist, v.key FROM picklist_value v WHERE v.org = $1::uuid AND v.picklist = ANY($2::text[]) AND NOT v.is_retired ORDER BY v.picklist, v.place, v.key',
    [viewer.org, arrayLiteral([...lists])],
  );
  const keys = new Map<string, string[]>();
  for (const [list, key] of rows) keys.set(list!, [...(keys.get(list!) ?? []), key!]);
  return keys;
}

/** What stands for a retired currency where the rate would stand. */
const RETIRED = 'retired';

/** A row that takes another currency takes the organisation's rate of the day too, unless it says its own. */
function takeRate({ viewer }: WriteContext, module: Module, row: PendingRow, found: ReadonlyMap<string, string>): void {
  const currency = newCurrency(module, row, viewer.baseCurrency);
  if (!currency) return;
  const rate = found.get(`currency/${currency}`);
  if (rate === undefined || rate === RETIRED) {
    addFault(
      row,
      'currency',
      'UNKNOWN_CURRENCY',
      rate ? say('faults.retiredCurrency', { currency }) : say('faults.unknownCurrency', { currency }),
      {
        value: currency,
      },
    );
  } else if (!('exchangeRate' in row.input)) {
    if (rate) row.values.set('exchangeRate', rate);
    else addFault(row, 'exchangeRate', 'REQUIRED', say('faults.rateNeeded', { currency, base: viewer.baseCurrency }));
  }
}

function eachReference(
  module: Module,
  rows: readonly PendingRow[],
  visit: (field: Field, value: string, row: PendingRow, isCopied: boolean) => void,
): void {
  for (const field of module.fields.values()) {
    if (field.kind !== 'picklist' && field.kind !== 'timeZone' && !leadsToRecord(field)) continue;
    for (const row of rows) {
      // The row that it is nested in is being written itself.
      if (row.within?.via === field) continue;
      const value = row.values.get(field.name);
      // What a record has already it may keep: a retired value, a record that is in the bin by now, an owner who has left.
      if (field.kind !== 'timeZone' && value === row.current?.get(field.name)) continue;
      if (typeof value !== 'string') continue;
      const isCopied = value === row.original?.get(field.name);
      if (!(isCopied && field.kind === 'picklist')) visit(field, value, row, isCopied);
    }
  }
}

function add<K>(sets: Map<K, Set<string>>, key: K, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

interface Wanted {
  readonly targets: ReadonlyMap<Module, ReadonlySet<string>>;
  /** What copies take over. */
  readonly copied: ReadonlyMap<Module, ReadonlySet<string>>;
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
  readonly currencies: ReadonlySet<string>;
  /** In small letters. */
  readonly zones: ReadonlySet<string>;
  /** Users who must not be suspended, by row id. */
  readonly users: ReadonlySet<string>;
  /** The modules of records that rows cannot be without. */
  readonly needed: ReadonlySet<Module>;
}

/** What was found, with what is known of it: a currency's rate of the day, a zone's name as it is written. */
async function findReferences(
  context: WriteContext,
  { targets, copied, keys, currencies, zones, users, needed }: Wanted,
): Promise<Map<string, string>> {
  const statement = new Statement();
  const compilation = { statement, registry: context.model.registry, access: context.viewer.access };
  const parts: string[] = [];
  const look = (target: Module, ids: ReadonlySet<string>, deleted: Deleted, mark: string): void => {
    const alias = statement.alias();
    const list = `{${[...ids].join(',')}}`;
    const predicates = [...visible(compilation, target, alias, deleted), `${alias}.id = ANY(${statement.bind(() => list, 'uuid[]')})`];
    const part = `SELECT '${mark}${target.name}/' || ${alias}.id::text FROM ${target.table} ${alias} WHERE ${predicates.join(' AND ')}`;
    parts.push(target.held || needed.has(target) ? held(part, alias) : part);
  };
  for (const [target, ids] of targets) look(target, ids, 'WITHOUT', '');
  for (const [target, ids] of copied) look(target, ids, 'WITH', 'copied/');
  if (keys.size > 0) {
    const pairs = [...keys].flatMap(([list, values]) => [...values].map((value) => `${list}/${value}`));
    const org = statement.bind(() => context.viewer.org, 'uuid');
    const lists = statement.bind(() => arrayLiteral([...keys.keys()]), 'text[]');
    const wanted = statement.bind(() => arrayLiteral(pairs), 'text[]');
    const part = `SELECT v.picklist || '/' || v.key FROM picklist_value v WHERE v.org = ${org} AND v.picklist = ANY(${lists}) AND NOT v.is_retired AND v.picklist || '/' || v.key = ANY(${wanted})`;
    parts.push(held(part, 'v'));
  }
  if (currencies.size > 0) {
    const org = statement.bind(() => context.viewer.org, 'uuid');
    const wanted = statement.bind(() => arrayLiteral([...currencies]), 'text[]');
    const today = statement.bind(() => todayIn(context.viewer.organizationTimeZone), 'date');
    const rate = `SELECT r.rate::text FROM exchange_rate r WHERE r.org = ${org} AND r.currency_id = c.id AND r.deleted_at IS NULL AND r.valid_from <= ${today} ORDER BY r.valid_from DESC LIMIT 1`;
    parts.push(
      `SELECT 'currency/' || c.iso_code || '=' || CASE WHEN c.is_active THEN coalesce((${rate}), '') ELSE '${RETIRED}' END FROM currency c WHERE c.org = ${org} AND c.deleted_at IS NULL AND c.iso_code = ANY(${wanted})`,
    );
  }
  if (zones.size > 0) {
    const wanted = statement.bind(() => arrayLiteral([...zones]), 'text[]');
    parts.push(`SELECT 'zone/' || lower(z.name) || '=' || z.name FROM pg_timezone_names z WHERE lower(z.name) = ANY(${wanted})`);
  }
  if (users.size > 0) {
    const org = statement.bind(() => context.viewer.org, 'uuid');
    const wanted = statement.bind(() => `{${[...users].join(',')}}`, 'uuid[]');
    parts.push(
      `SELECT 'suspended/' || u.id::text FROM app_user u WHERE u.org = ${org} AND u.id = ANY(${wanted}) AND u.status = 'DISABLED'`,
    );
  }
  const run = runOf(context, context.viewer);
  const rows = await context.transaction.run(
    parts.join(' UNION ALL '),
    statement.binders.map((binder) => binder(run)),
  );
  return new Map(
    rows.map(([text]) => {
      const at = /^(?:currency|zone)\//.test(text!) ? text!.indexOf('=') : -1;
      return at < 0 ? ([text!, ''] as const) : ([text!.slice(0, at), text!.slice(at + 1)] as const);
    }),
  );
}

/** Rows that can't be deleted until the transaction ends; a union has no locks of its own. */
const held = (select: string, alias: string): string => `SELECT * FROM (${select} FOR KEY SHARE OF ${alias}) ${alias}h`;
