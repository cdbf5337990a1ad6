import type { GraphQLField, GraphQLInputType } from 'graphql';
import type { Module } from '../../../server/core/registry.js';
import type { Hidden } from '../../support/access-shapes.js';
import type { MadeArgument } from './arguments.js';
import type { Coverage } from './coverage.js';
import type { GivenCursor } from './naive.js';
import type { Random } from '../../support/random.js';
import { fixed } from './values.js';

/** A root field that must fail, and with which code. */
export interface Refusal {
  readonly key: string;
  readonly code: string;
  /** What is wrong with it. */
  readonly reason: string;
}

export interface Refusals {
  arm(): { readonly done: Refusal | null };
  /** The arguments of a list with one fault in them, once; and a selection that belongs to the fault. */
  list(
    root: string,
    module: Module,
    field: GraphQLField<unknown, unknown>,
    given: readonly MadeArgument[],
  ): { given: MadeArgument[]; selection: string } | null;
}

interface Fault {
  readonly reason: string;
  readonly code?: string;
  /** Arguments that take the place of those of the same name. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Arguments that would make it another fault, or none. */
  readonly without?: readonly string[];
  readonly selection?: string;
}

/** Faults that any list can be asked with. */
const plainFaults = (cursorOfAnother: string | undefined): Fault[] => [
  { reason: 'first and last', given: { first: 1, last: 1 } },
  { reason: 'a page of none', given: { first: 0 }, without: ['last'] },
  { reason: 'a negative page', given: { last: -1 }, without: ['first'] },
  { reason: 'a page too large', given: { first: 501 }, without: ['last'] },
  { reason: 'a null operand', given: { filter: { id: { eq: null } } } },
  { reason: 'a null condition', given: { filter: { id: null } } },
  { reason: 'a null filter in a filter', given: { filter: { not: null } } },
  { reason: 'a damaged cursor', given: { after: 'WyJhIl0' }, without: ['before'] },
  { reason: 'no cursor at all', given: { before: '§' }, without: ['after'] },
  { reason: 'too many terms', given: { orderBy: Array.from({ length: 11 }, () => ({ id: 'ASC' })) }, without: ['after', 'before'] },
  { reason: 'groups by nothing', given: {}, selection: 'refusedGroups: groups(by: []) { __typename }' },
  { reason: 'a span of none', given: { filter: { createdAt: { inLast: { amount: 0, unit: 'DAY' } } } } },
  { reason: 'a span beyond all years', given: { filter: { createdAt: { inNext: { amount: 2_000_000_000, unit: 'YEAR' } } } } },
  { reason: 'days beyond all years', given: { filter: { createdAt: { ageInDays: { gte: 2_000_000_000 } } } } },
  { reason: 'a range reversed', given: { filter: { version: { between: { from: 2, to: 1 } } } } },
  { reason: 'moments without a bucket', given: {}, selection: 'refusedGroups: groups(by: [{ field: CREATED_AT }]) { __typename }' },
  {
    reason: 'a bucket of what is no date',
    given: {},
    selection: 'refusedGroups: groups(by: [{ field: VERSION, bucket: DAY }]) { __typename }',
  },
  {
    reason: 'a field in two buckets',
    given: {},
    selection: 'refusedGroups: groups(by: [{ field: CREATED_AT, bucket: DAY }, { field: CREATED_AT, bucket: YEAR }]) { __typename }',
  },
  {
    reason: 'empty buckets of none',
    given: {},
    selection: 'refusedGroups: groups(by: [{ field: VERSION }], emptyBuckets: true) { __typename }',
  },
  {
    reason: 'a key that is not grouped by',
    given: {},
    selection: 'refusedGroups: groups(by: [{ field: VERSION }]) { key { createdAt } }',
  },
  {
    reason: 'an order by another key',
    given: {},
    selection: 'refusedGroups: groups(by: [{ field: VERSION }], orderBy: [{ key: { createdAt: ASC } }]) { __typename }',
  },
  {
    reason: 'too many groups asked for',
    given: {},
    selection: 'refusedGroups: groups(by: [{ field: VERSION }], first: 1001) { __typename }',
  },
  {
    reason: 'a null operand in having',
    given: {},
    selection: 'refusedGroups: groups(by: [{ field: VERSION }], having: { count: { gte: null } }) { __typename }',
  },
  ...(cursorOfAnother ? [{ reason: 'a cursor of another list', given: { after: cursorOfAnother }, without: ['before'] }] : []),
];

const code = 'FORBIDDEN';
const without = ['after', 'before'];

/** Nothing can be learnt about a hidden field by asking around it: what the fixture hides, asked for in every way. */
const hiddenFaults: Readonly<Record<string, readonly Fault[]>> = {
  Account: [
    { reason: 'a hidden field in a filter', code, given: { filter: { phone: { isNull: true } } } },
    { reason: 'a hidden field in an order', code, given: { orderBy: [{ phone: 'ASC' }] }, without },
    {
      reason: 'a hidden field in groups',
      code,
      given: {},
      selection: 'refusedGroups: groups(by: [{ field: INDUSTRY }, { field: PHONE }]) { __typename }',
    },
    { reason: 'a hidden field in figures', code, given: {}, selection: 'refusedFigures: aggregate { countDistinct { phone } }' },
    { reason: 'a hidden field of others in a filter', code, given: { filter: { deals: { some: { amount: { gt: '1' } } } } } },
  ],
  Contact: [
    { reason: 'a hidden lookup in a filter', code, given: { filter: { reportingTo: {} } } },
    { reason: 'the id of a hidden lookup in a filter', code, given: { filter: { reportingToId: { isNull: true } } } },
    { reason: 'the list of a hidden lookup in a filter', code, given: { filter: { reportees: { some: {} } } } },
    { reason: 'a hidden lookup in an order', code, given: { orderBy: [{ reportingTo: { lastName: 'ASC' } }] }, without },
    {
      reason: 'a hidden lookup in groups',
      code,
      given: {},
      selection: 'refusedGroups: groups(by: { field: REPORTING_TO }) { __typename }',
    },
    { reason: 'a hidden lookup in figures', code, given: {}, selection: 'refusedFigures: aggregate { countDistinct { reportingToId } }' },
  ],
  Deal: [
    { reason: 'hidden money in an order', code, given: { orderBy: [{ id: 'ASC' }, { amount: 'DESC' }] }, without },
    {
      reason: 'hidden money in the order of groups',
      code,
      given: {},
      selection: 'refusedGroups: groups(by: [{ field: CURRENCY }], orderBy: [{ sum: { amount: ASC } }]) { __typename }',
    },
    {
      reason: 'hidden money in having',
      code,
      given: {},
      selection: 'refusedGroups: groups(by: [{ field: CURRENCY }], having: { max: { amount: { gte: "1" } } }) { __typename }',
    },
    {
      reason: 'hidden money in its own currency',
      code,
      given: {},
      selection: 'refusedGroups: groups(by: [{ field: CURRENCY }]) { inOwnCurrency { sum { amount } } }',
    },
    {
      reason: 'own currencies added up',
      given: {},
      selection: 'refusedGroups: groups(by: [{ field: STAGE }]) { inOwnCurrency { __typename } }',
    },
    { reason: 'hidden money in figures', code, given: {}, selection: 'refusedFigures: aggregate { sum { amount } }' },
    { reason: 'a hidden field of the account in an order', code, given: { orderBy: [{ account: { phone: 'ASC' } }] }, without },
  ],
};

/** Every reason that there is to refuse a list, to somebody from whom these modules hide fields. */
export const refusalReasons = (modules: readonly string[] = Object.keys(hiddenFaults)): string[] =>
  [...plainFaults('any'), ...modules.flatMap((module) => hiddenFaults[module] ?? [])].map(({ reason }) => reason);

export function createRefusals(options: {
  random: Random;
  coverage: Coverage;
  hidden: Hidden;
  cursors: (module: string) => readonly GivenCursor[];
}): Refusals {
  const { random, coverage, hidden, cursors } = options;
  const state: { isArmed: boolean; done: Refusal | null } = { isArmed: false, done: null };
  return {
    arm() {
      state.isArmed = true;
      return state;
    },
    list(root, module, field, given) {
      if (!state.isArmed || random.chance(0.3)) return null;
      state.isArmed = false;
      const others = cursors(module.name === 'Deal' ? 'Account' : 'Deal');
      const faults = [
        ...plainFaults(others.length > 0 ? random.pick(others).cursor : undefined),
        ...((hidden[module.name] && hiddenFaults[module.name]) ?? []),
      ];
      const uses = ({ reason }: Fault): number => coverage.count(`refused:${reason}`);
      const aimed = coverage.next(
        faults.map(({ reason }) => reason),
        (reason) => `refused:${reason}`,
      );
      const fault =
        faults.find(({ reason }) => reason === aimed) ??
        random.shuffle(faults).reduce((least, one) => (uses(one) < uses(least) ? one : least));
      const { reason } = fault;
      state.done = { key: root, code: fault.code ?? 'VALIDATION_FAILED', reason };
      coverage.note(`refused:${reason}`);
      const typeOf = (name: string): GraphQLInputType => field.args.find((argument) => argument.name === name)!.type;
      const kept = given.filter(({ name }) => !(name in fault.given) && !fault.without?.includes(name));
      const added = Object.entries(fault.given).map(([name, value]) => ({
        name,
        made: fixed(typeOf(name), value),
        place: { isOptional: true, isFixed: true },
      }));
      return { given: [...kept, ...added], selection: fault.selection ?? '' };
    },
  };
}
