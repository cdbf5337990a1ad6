import type { AccessShape } from '../../server/core/access.js';

/** Fields by module, as `hides` takes them. */
export type Hidden = Readonly<Record<string, readonly string[]>>;

/**
 * Hides the given fields and, of Account, Contact, Deal and Lead, every row that neither the viewer nor somebody below owns.
 * Viewers need `values: { team: teamOf(…) }`.
 */
export const ownerOrBelow = (hidden: Hidden): AccessShape => ({
  key: `ownerOrBelow ${JSON.stringify(hidden)}`,
  isHidden: (module, field) => hidden[module.name]?.includes(field.name) ?? false,
  rows: (module) =>
    ownedModules.includes(module.name) ? { value: 'team', sql: (alias, parameter) => `${alias}.owner_id = ANY(${parameter})` } : null,
});

export const ownedModules: readonly string[] = ['Account', 'Contact', 'Deal', 'Lead'];

/** The viewer and everybody below: row ids of users. */
export function teamOf(userId: string, managerOf: ReadonlyMap<string, string | null>): string[] {
  const team = [userId];
  for (const leader of team) for (const [user, manager] of managerOf) if (manager === leader) team.push(user);
  return team;
}
