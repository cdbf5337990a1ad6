import type { OperationTypeNode } from 'graphql';
import { Extensions } from 'type-graphql';
import type { Viewer } from './context.js';
import { Forbidden, type CrmError } from './errors.js';
import { say } from './messages.js';
import type { Field, Module } from './registry.js';

/** A predicate over a row, bound to a value of the viewer by name. */
export interface RowRule {
  /** The name in `Run.viewer` that the parameter is read from: an array of row ids. */
  readonly value: string;
  readonly sql: (alias: string, parameter: string) => string;
}

/**
 * What a viewer may see, as far as it decides the text of a statement: which fields are hidden and which kinds of row
 * predicate apply. Two viewers with the same shape share their plans; their values bind.
 */
export interface AccessShape {
  /** Part of every plan's key. */
  readonly key: string;
  isHidden(module: Module, field: Field): boolean;
  /** Null: every row of the organisation. */
  rows(module: Module): RowRule | null;
}

/** Every field and every row of the organisation. */
export const fullAccess: AccessShape = { key: 'full', isHidden: () => false, rows: () => null };

/** Of private modules only what the viewer made, whose id is their value `self`; else everything. */
export const memberAccess: AccessShape = {
  key: 'member',
  isHidden: () => false,
  rows: ({ isPrivate }) => (isPrivate ? { value: 'self', sql: (alias, parameter) => `${alias}.created_by_id = ANY(${parameter})` } : null),
};

/** How somebody came in. */
export interface Credential {
  readonly kind: 'SESSION' | 'KEY';
  /** The row id of the session or the API key; the same person with another one has other limits. */
  readonly id: string;
  /** A key that may only read. */
  readonly isReadOnly: boolean;
  /** When the token or the key stops being good, RFC 3339; null for a key that does not. */
  readonly expiresAt: string | null;
}

/** Who may call a root field, beyond being signed in. */
export interface RootAccess {
  /** Only users whose profile is of the kind ADMINISTRATOR. */
  readonly isForAdministrators?: boolean;
  /** Only people who signed in themselves: what an API key must not be able to do. */
  readonly needsPassword?: boolean;
  /** Also callers who are not signed in. A mutation of this kind stands alone in its operation. */
  readonly isOpen?: boolean;
  /** A mutation that writes sessions, keys or links: its operation is a transaction of the system role (ADR 7). */
  readonly writesSecrets?: boolean;
}

/** Why somebody who is signed in may not call a root field; null when they may. */
export function refusalOf(viewer: Viewer, operation: OperationTypeNode, field: string, given: RootAccess): CrmError | null {
  if (operation === 'mutation' && viewer.credential.isReadOnly && !given.isOpen)
    return Forbidden({ reason: say('faults.readOnlyKey', { field }) });
  if (given.needsPassword && viewer.credential.kind !== 'SESSION')
    return Forbidden({ reason: say('faults.passwordSessionOnly', { field }) });
  if (given.isForAdministrators && !viewer.isAdministrator) return Forbidden({ reason: say('faults.administratorsOnly', { field }) });
  return null;
}

/** Marks a field that only the first answer to a mutation has: none is kept with its idempotency key. */
export const secret = (): PropertyDecorator => Extensions({ secret: true });

/**
 * Declares what a root field costs in points, where it is not a compiled query: 1 for a query unless told; a mutation costs it
 * beside its rows.
 *
 * @param each the list argument whose items cost so much each
 */
export const costs = (points: number, each?: string): MethodDecorator => Extensions({ cost: points, costsEach: each });

/** Declares who may call a query or mutation; `execute.ts` checks it before anything else happens. */
export const access = (given: RootAccess): MethodDecorator => Extensions({ access: given });
