import { fault } from '../errors.js';
import { fieldType, type Aggregate } from '../field-types.js';
import { say } from '../messages.js';
import type { Field } from '../registry.js';
import { derivedFrom } from './compile.js';
import { figureOf } from './figures.js';
import type { GroupKey, RawFigures } from './groups.js';
import type { Input } from './input.js';
import { MAX_TERMS, onlyField, orderSql, sorted, termsOf, type Term } from './order.js';
import { picklistPlace, refuseHidden, type Scope } from './scope.js';

/**
 * The order of groups: the terms asked for, then all keys as they stand in `by`, so that no two groups are equal.
 *
 * @param outer the groups, with their keys as columns
 * @param alias of the rows that are grouped
 */
export function groupOrder(outer: Scope, keys: readonly GroupKey[], orderBy: Input | undefined, alias: string, raw: RawFigures): string {
  const items = orderBy?.value === null ? [] : (orderBy?.items() ?? []);
  if (items.length > MAX_TERMS)
    throw fault(orderBy!.path, 'TOO_MANY', say('faults.tooManyTerms', { path: orderBy!.path, limit: MAX_TERMS }), { limit: MAX_TERMS });
  const terms = [
    ...items.flatMap((item) => termOf(outer, item, alias, raw)),
    ...keys.flatMap(({ field }) => keyTerms(outer, outer.module.fields.get(field.name)!, 'ASC')),
  ];
  return orderSql({ terms });
}

function termOf(outer: Scope, item: Input, alias: string, raw: RawFigures): Term[] {
  const [name, input] = onlyField(item);
  if (name === 'count') return [sorted(raw('count(*)'), 'integer', input.value as string)];
  const [fieldName, one] = onlyField(input);
  if (name === 'key') {
    const field = outer.module.fields.get(fieldName);
    if (!field) throw fault(one.path, 'CONTRADICTION', say('faults.notGroupedBy', { path: one.path, field: fieldName }));
    if (field.kind === 'lookup') return termsOf(outer.join(field), one, [], true);
    if (field.kind === 'reference') return termsOf(outer, input, []);
    return keyTerms(outer, field, one.value as string);
  }
  // The module of the groups has only their keys for fields.
  const module = outer.compilation.registry.module(outer.module.name);
  const field = module.fields.get(fieldName) ?? derivedFrom(module, fieldName)!;
  refuseHidden(outer.compilation, module, field, one.path);
  return [sorted(raw(figureOf(name as Aggregate, field, alias)), fieldType(field).sql, one.value as string)];
}

function keyTerms({ compilation, alias }: Scope, field: Field, sortOrder: string): Term[] {
  const column = `${alias}.${field.column}`;
  const value = sorted(column, fieldType(field).sql, sortOrder);
  return field.kind === 'picklist' ? [sorted(picklistPlace(compilation, field, column), 'integer', sortOrder), value] : [value];
}
