import type { Row } from './content.js';
import { valueOf, type Rows } from './naive-rows.js';

/** Whether a user is among those that an operator about people names, walking upwards from the user. */
export function isInTeam(rows: Rows, operator: string, userId: string, operand: string): boolean {
  const found = rows.byWireId(operand);
  const module = rows.registry.module(operator === 'inTeamOf' ? 'User' : 'Role');
  if (found?.module !== module || !rows.isVisible(module, found.row, 'WITHOUT')) return false;
  const users = rows.registry.module('User');
  const [manager, role] = [users.fields.get('manager')!, users.fields.get('role')!];
  const reportsTo = rows.registry.module('Role').fields.get('reportsTo')!;
  const user = rows.record(manager, userId);
  if (!user) return false;
  /** The record and all above it. */
  const upwards = (from: Row | undefined, next: (row: Row) => Row | undefined): string[] => {
    const ids: string[] = [];
    for (let at = from; at && !ids.includes(at.id); at = next(at)) ids.push(at.id);
    return ids;
  };
  const roles = (row: Row): string[] => upwards(rows.target(role, row), (one) => rows.target(reportsTo, one));
  if (operator === 'inRole') return valueOf(role, user) === found.row.id;
  if (operator === 'inRoleOrBelow') return roles(user).includes(found.row.id);
  const leader = valueOf(role, found.row);
  return upwards(user, (one) => rows.target(manager, one)).includes(found.row.id) || roles(user).slice(1).includes(leader!);
}
