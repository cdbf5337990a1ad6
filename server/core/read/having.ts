import { fault } from '../errors.js';
import type { Aggregate } from '../field-types.js';
import { say } from '../messages.js';
import type { Field, Module } from '../registry.js';
import { derivedFrom, points, type Selecting } from './compile.js';
import { figureOf } from './figures.js';
import type { RawFigures } from './groups.js';
import type { Input } from './input.js';
import { refuseHidden } from './scope.js';
import { nullOperand, valueCondition } from './where.js';

const MAX_CONDITIONS = 50;

/** Whole numbers that are counted, and numbers that are computed, are compared as such whatever field they are of. */
const COUNT = { kind: 'integer' } as Field;
const NUMBER = { kind: 'decimal' } as Field;

/** The condition on groups; null where there is none. */
export function havingSql(
  selecting: Selecting,
  module: Module,
  having: Input | undefined,
  alias: string,
  raw: RawFigures,
  multiplier: number,
): string | null {
  if (!having || having.value === null) return null;
  const cost = { relations: 0 };
  let conditions = 0;

  const figure = (part: Aggregate, name: string, input: Input): string => {
    if (input.value === null) throw nullOperand(input);
    const field = module.fields.get(name) ?? derivedFrom(module, name)!;
    refuseHidden(selecting, module, field, input.path);
    const sql = figureOf(part, field, alias);
    if (part === 'countDistinct') return value(COUNT, raw(sql), input);
    if (part === 'min' || part === 'max') return value(field, raw(sql), input);
    return value(NUMBER, raw(field.kind === 'integer' ? `${sql}::numeric` : sql), input);
  };
  const value = (field: Field, column: string, input: Input): string => {
    conditions += input.fields().length;
    if (conditions > MAX_CONDITIONS)
      throw fault(having.path, 'TOO_MANY', say('faults.tooManyConditions', { path: having.path, limit: MAX_CONDITIONS }), {
        limit: MAX_CONDITIONS,
      });
    return valueCondition(selecting, module, field, column, input, cost);
  };
  const condition = (name: string, input: Input): string => {
    if (input.value === null) throw nullOperand(input);
    switch (name) {
      case 'and':
        return input.items().length === 0 ? 'true' : `(${input.items().map(all).join(' AND ')})`;
      case 'or':
        return input.items().length === 0 ? 'false' : `(${input.items().map(all).join(' OR ')})`;
      case 'not':
        return `(${all(input)}) IS NOT TRUE`;
      case 'count':
        return value(COUNT, raw('count(*)'), input);
      default:
        return joined(input.fields().map(([field, one]) => figure(name as Aggregate, field, one)));
    }
  };
  const all = (input: Input): string => {
    if (input.value === null) throw nullOperand(input);
    return joined(input.fields().map(([name, one]) => condition(name, one)));
  };
  const sql = all(having);
  selecting.cost += cost.relations * points.relation * multiplier;
  return sql === 'true' ? null : sql;
}

const joined = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'true' : conditions.length === 1 ? conditions[0]! : `(${conditions.join(' AND ')})`;
