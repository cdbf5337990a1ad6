import { standardPicklists } from '../../../server/core/picklist.js';
import { RelativePeriod } from '../../../server/core/enums.js';
import { leadsToRecord, type Field, type Module, type Registry } from '../../../server/core/registry.js';
import { idName } from '../../../server/core/fields.js';
import { screamingCase } from '../../../server/core/names.js';
import { isoInstant } from './compare.js';
import type { Content } from './content.js';
import { valueOf } from './naive-rows.js';
import type { Random } from '../../support/random.js';
import { texts } from './texts.js';

/** Makes the leaves of arguments: mostly values that rows have or nearly have, sometimes ones that nothing has. */
export interface Operands {
  /** An operand of a filter on a field, by the field's name in the filter. */
  operand(module: Module, name: string, operator: string): unknown;
  /** Two values of a field, whenever they are made the first not greater than the second; and a name for the two. */
  range(module: Module, name: string): { from: () => unknown; to: () => unknown; role: string };
  /** The id of a record; of the given module if any, mostly. */
  id(module?: Module): unknown;
}

const TEXT_PARTS = ['contains', 'notContains', 'startsWith', 'endsWith'];
const MISSES = ['§ nothing has this §', '', 'ß', '%', '\\', '_', 'E', 'e\u0301'];

export function createOperands(random: Random, registry: Registry, content: Content, org: string): Operands {
  const pools = new Map<string, readonly string[]>();

  /** The different values of a field, as PostgreSQL prints them. */
  function pool(module: Module, field: Field): readonly string[] {
    const key = `${module.name}.${field.name}`;
    let values = pools.get(key);
    if (!values) {
      const column = field.kind === 'money' ? `${field.column}_base` : field.column;
      const cells = content
        .rows(module.name)
        .map(
          (row) => (field.kind === 'reference' ? valueOf(field, row) : field.custom ? row.custom[field.column] : row.cells[column]) ?? null,
        );
      values = [...new Set(cells.filter((cell) => cell !== null).map(String))].sort();
      pools.set(key, values);
    }
    return values;
  }

  function id(module?: Module): unknown {
    const modules = [...registry.modules.values()];
    const wanted = module && random.chance(0.9) ? module : random.pick(modules);
    if (random.chance(0.06))
      return random.pick([
        'nothing',
        '',
        5,
        `${wanted.prefix}_`,
        `${wanted.prefix}_0192aaaa-0000-7000-8000-000000000000`,
        `_${wanted.prefix}`,
      ]);
    const rows = content.rows(wanted.name);
    if (rows.length === 0) throw new Error(`The fixture has no ${wanted.name}: add some to fixture-records.ts.`);
    const own = rows.filter((row) => row.org === org);
    const row = random.chance(0.9) && own.length > 0 ? random.pick(own) : random.pick(rows);
    return `${wanted.prefix}_${random.chance(0.03) ? row.id.toUpperCase() : row.id}`;
  }

  function text(values: readonly string[], operator: string): string {
    if (random.chance(0.15)) return random.pick([...MISSES, ...texts]);
    const value = values.length > 0 ? random.pick(values) : random.pick(texts);
    if (operator !== 'equalsIgnoreCase' && !TEXT_PARTS.includes(operator)) return value;
    const cased = random.pick([value, value.toUpperCase(), value.toLowerCase()]);
    if (operator === 'equalsIgnoreCase') return cased;
    // By code points: half of a surrogate pair is refused.
    const characters = Array.from(cased);
    const start = operator === 'startsWith' ? 0 : random.below(characters.length + 1);
    const end = operator === 'endsWith' ? characters.length : start + random.below(characters.length - start + 1);
    return characters.slice(operator === 'endsWith' ? random.below(end + 1) : start, end).join('');
  }

  function number(values: readonly string[]): string | number {
    const known = values.filter((value) => /^-?\d{1,16}(\.\d{1,16})?$/.test(value));
    if (known.length === 0 || random.chance(0.1))
      return random.pick(['0', '-1', 12, 1000, '0.0000000000000001', '9999999999999999.9999999999999999', '-7.5']);
    const value = random.pick(known);
    if (!value.includes('.') && value.length < 15 && random.chance(0.5)) return Number(value);
    return random.pick([value, value.includes('.') ? value : `${value}.000`, value.startsWith('-') ? value : `00${value}`.slice(-16 - 17)]);
  }

  function integer(values: readonly string[]): number {
    const value =
      values.length > 0 && random.chance(0.9) ? Number(random.pick(values)) : random.pick([0, -1, 2_147_483_647, -2_147_483_648]);
    return Math.max(-2_147_483_648, Math.min(2_147_483_647, value + random.pick([0, 0, 0, 1, -1])));
  }

  function instant(values: readonly string[], isCustom: boolean): string {
    if (values.length === 0 || random.chance(0.15))
      return random.pick(['2026-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', '2030-06-30T23:59:59+05:30']);
    const value = random.pick(values);
    const iso = isCustom ? value : isoInstant(value);
    return random.pick([iso, iso.replace('Z', '+00:00'), iso.replace('.000', '')]);
  }

  function operand(module: Module, name: string, operator: string): unknown {
    if (operator === 'isNull' || operator === 'isMe') return random.chance(0.5);
    if (operator === 'within') return random.pick(Object.keys(RelativePeriod.values));
    if (operator === 'inTeamOf') return id(registry.module('User'));
    if (operator.startsWith('inRole')) return id(registry.module('Role'));
    if (operator === 'labelContains') return random.pick(['a', 'E', 'er', 'English', 'market', 'x', '%', 'Mr.', 'adver', '']);
    if (name.endsWith('.module'))
      return screamingCase(random.pick(registry.targets(module.fields.get(name.slice(0, -'.module'.length))!)).name);
    const field = module.fields.get(name) ?? [...module.fields.values()].find((one) => leadsToRecord(one) && idName(one) === name)!;
    const values = pool(module, field);
    switch (field.kind) {
      case 'id':
        return id(module);
      case 'lookup':
        return random.chance(0.7) && values.length > 0
          ? `${registry.target(field).prefix}_${random.pick(values)}`
          : id(registry.target(field));
      case 'reference':
        return random.chance(0.7) && values.length > 0 ? random.pick(values) : id(random.pick(registry.targets(field)));
      case 'integer':
        return integer(values);
      case 'decimal':
      case 'money':
        return number(values);
      case 'boolean':
        return random.chance(0.5);
      case 'date':
        return random.chance(0.8) && values.length > 0
          ? random.pick(values)
          : random.pick(['2026-11-22', '0001-01-02', '9999-12-30', '2000-02-29']);
      case 'instant':
        return instant(values, field.custom);
      case 'externalIds': {
        const known =
          values.length > 0 && random.chance(0.8) ? (JSON.parse(random.pick(values)) as Record<string, string>) : { erp: 'none' };
        return random.chance(0.5) ? known : { erp: known['erp'] ?? 'E-1' };
      }
      case 'enum':
        return random.pick(Object.keys(field.enum!.values));
      case 'currency':
        return random.chance(0.8) ? random.pick(values) : 'SEK';
      case 'picklist': {
        const standard = standardPicklists().find((list) => list.name === field.picklist!.name)!.values;
        return random.chance(0.75) && values.length > 0
          ? random.pick(values)
          : random.chance(0.7)
            ? random.pick(standard).key
            : 'NOT_IN_THE_LIST';
      }
      default:
        return text(values, operator);
    }
  }

  let ranges = 0;
  function range(module: Module, name: string): { from: () => unknown; to: () => unknown; role: string } {
    const field = module.fields.get(name)!;
    const isNumber = ['integer', 'decimal', 'money'].includes(field.kind);
    const plain = pool(module, field)
      .filter((value) => !isNumber || /^-?\d{1,16}(\.\d{1,16})?$/.test(value))
      .map((value) => (field.kind === 'instant' && !field.custom ? isoInstant(value) : value));
    const samples: Readonly<Record<string, readonly string[]>> = {
      date: ['2026-01-01', '2026-12-31'],
      instant: ['2026-01-01T00:00:00.000Z', '2026-12-31T00:00:00.000Z'],
    };
    const values = [...plain, ...(samples[field.kind] ?? ['-5', '0', '100'])].sort((a, b) =>
      isNumber ? Number(a) - Number(b) : a < b ? -1 : 1,
    );
    const pivot = random.below(values.length);
    const value = (text: string): unknown => (field.kind === 'integer' ? Number(text) : text);
    return {
      from: () => value(random.pick(values.slice(0, pivot + 1))),
      to: () => value(random.pick(values.slice(pivot))),
      role: `range ${ranges++}`,
    };
  }

  return { operand, id, range };
}
