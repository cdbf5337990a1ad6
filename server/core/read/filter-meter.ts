import { getNamedType, type GraphQLInputType } from 'graphql';
import { fault, TooManyConditions } from '../errors.js';
import { say } from '../messages.js';
import { hasForbiddenCharacter } from '../text.js';
import type { Input, Variables } from './input.js';

/** Limits on the filters of one operation. */
export interface FilterLimits {
  /** Conditions in all filters of an operation; each also costs a point. */
  readonly maxConditions: number;
  /** Characters of one operand. */
  readonly maxOperand: number;
}

/** Counts what the filters of one operation ask, over all of its root fields. */
export class FilterMeter {
  conditions = 0;
  private readonly lists: Pick<Input, 'read'>[] = [];

  constructor(private readonly limits: FilterLimits) {}

  /** @throws COST_EXCEEDED for the first condition too many: nobody compiles the rest */
  addConditions(count: number, { path }: Pick<Input, 'path'>): void {
    this.conditions += count;
    if (this.conditions > this.limits.maxConditions) throw TooManyConditions(this.limits.maxConditions, path);
  }

  /** A list of operands, each of which costs a point in every run. Its length is no part of the plan. */
  addList(list: Pick<Input, 'read'>): void {
    this.lists.push(list);
  }

  /** The number of list members in a run. */
  readonly membersIn = (variables: Variables): number =>
    this.lists.reduce((sum, list) => {
      const value = list.read(variables);
      return sum + (Array.isArray(value) ? value.length : 1);
    }, 0);

  /** The text of an operand. @throws VALIDATION_FAILED when it is too long or has characters that no text has */
  text(value: unknown, path: string): string {
    const text = String(value);
    const { maxOperand } = this.limits;
    if (text.length > maxOperand)
      throw fault(path, 'TOO_LONG', say('faults.operandTooLong', { path, max: maxOperand }), { max: maxOperand, length: text.length });
    if (hasForbiddenCharacter(text)) throw fault(path, 'INVALID_CHARACTER', say('faults.forbiddenCharacter', { label: path }));
    return text;
  }
}

/** Entries of a filter that may belong to one condition: a branch of `or`, a field, an operator, the ends of a range. */
const ENTRIES_PER_CONDITION = 5;

/**
 * Refuses a filter in a variable that is far too large, by its raw value. Coercing tens of thousands of conditions by their types
 * would cost more than the rest of the request; the exact number is counted when the filter is compiled.
 */
export function checkFilterSize(type: GraphQLInputType, raw: unknown, path: string, { maxConditions }: FilterLimits): void {
  if (!getNamedType(type).name.endsWith('Filter')) return;
  const stack: unknown[] = [raw];
  for (let entries = 0; stack.length > 0;) {
    const value = stack.pop();
    if (typeof value !== 'object' || value === null) continue;
    const children: unknown[] = Object.values(value);
    // A list of values is one operand; each member costs a point.
    if (Array.isArray(value) && !children.some((child) => typeof child === 'object' && child !== null)) continue;
    entries += children.length;
    if (entries > maxConditions * ENTRIES_PER_CONDITION) throw TooManyConditions(maxConditions, path);
    stack.push(...children);
  }
}
