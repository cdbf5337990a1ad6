import type { Module, RelatedList } from '../registry.js';
import { deletedMode, points, type Selecting } from './compile.js';
import type { Input } from './input.js';
import { belongsTo, visible } from './scope.js';
import { where } from './where.js';

/** Where a related list hangs, and the parent's alias. */
export interface Link {
  readonly list: RelatedList;
  readonly parent: string;
}

/** A list of records, as its arguments say. */
export interface List {
  readonly module: Module;
  readonly inputs: ReadonlyMap<string, Input>;
  readonly link: Link | undefined;
}

/** The predicates of a list: its parent, the walls, the bin, the filter. */
export function predicates(selecting: Selecting, { module, inputs, link }: List, alias: string, multiplier: number): string[] {
  const found = [
    ...(link ? [belongsTo(selecting, link.list, alias, link.parent)] : []),
    ...visible(selecting, module, alias, deletedMode(inputs)),
  ];
  const filter = inputs.get('filter');
  if (filter && filter.value !== null) {
    const cost = { relations: 0 };
    const condition = where(selecting, module, alias, filter, cost);
    if (condition !== 'true') found.push(condition);
    selecting.cost += cost.relations * points.relation * multiplier;
  }
  return found;
}
