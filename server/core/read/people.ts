import type { Field, Module, Registry } from '../registry.js';
import { rowIdOf } from '../ids.js';
import type { Input } from './input.js';
import { columnOf, refuseHidden, visible, type Compilation } from './scope.js';
import type { Binder } from './statement.js';

/** The operators of ids of users beyond those of every id. */
export const peopleOperators = ['isMe', 'inTeamOf', 'inRole', 'inRoleOrBelow'] as const;

/** Whether a field holds the id of a user, of whom more can be asked than who it is. */
export const isOfUser = (registry: Registry, module: Module, field: Field): boolean =>
  (field.kind === 'id' && module.name === 'User') || (field.kind === 'lookup' && registry.target(field).name === 'User');

const bindMe: Binder = (run) => run.userId;

/**
 * The condition of an operator about people over a column of user ids; null where the operator is another one. Who they
 * are is found once a statement, not once a row: the subquery depends on no row.
 */
export function peopleCondition(compilation: Compilation, column: string, operator: string, operand: Input): string | null {
  const { statement, registry } = compilation;
  if (operator === 'isMe') {
    const me = `${column} = ${statement.bind(bindMe, 'uuid')}`;
    return operand.value === true ? me : `(${me}) IS NOT TRUE`;
  }
  const id = (module: Module) => statement.bind((run) => rowIdOf(module, operand.read(run.variables)), 'uuid');
  switch (operator) {
    case 'inTeamOf':
      return `${column} = ANY(ARRAY(${team(compilation, id(registry.module('User')), operand)}))`;
    case 'inRole':
      return `${column} = ANY(ARRAY(${holders(compilation, operand, (role) => `${role} = ${id(registry.module('Role'))}`)}))`;
    case 'inRoleOrBelow': {
      const below = rolesBelow(compilation, `r.id = ${id(registry.module('Role'))}`, operand);
      return `${column} = ANY(ARRAY(WITH RECURSIVE ${below} ${holders(compilation, operand, (role) => `${role} IN (SELECT id FROM roles)`)}))`;
    }
    default:
      return null;
  }
}

const fieldOf = (compilation: Compilation, module: string, name: string, operand: Input): Field => {
  const found = compilation.registry.module(module);
  const field = found.fields.get(name)!;
  refuseHidden(compilation, found, field, operand.path);
  return field;
};

const seen = (compilation: Compilation, module: string, alias: string): string =>
  visible(compilation, compilation.registry.module(module), alias, 'WITHOUT').join(' AND ');

/** The user, whoever reports to them directly or through others, and whoever has a role below theirs. UNION ends where people report in a circle. */
function team(compilation: Compilation, user: string, operand: Input): string {
  const table = compilation.registry.module('User').table;
  const manager = columnOf(fieldOf(compilation, 'User', 'manager', operand), 'm');
  const role = columnOf(fieldOf(compilation, 'User', 'role', operand), 'l');
  const above = columnOf(fieldOf(compilation, 'Role', 'reportsTo', operand), 'r');
  const first = `${above} = (SELECT ${role} FROM ${table} l WHERE l.id = ${user} AND ${seen(compilation, 'User', 'l')})`;
  const reports = `reports AS (SELECT m.id FROM ${table} m WHERE m.id = ${user} AND ${seen(compilation, 'User', 'm')} UNION SELECT m.id FROM ${table} m JOIN reports ON ${manager} = reports.id WHERE ${seen(compilation, 'User', 'm')})`;
  return `WITH RECURSIVE ${rolesBelow(compilation, first, operand)}, ${reports} SELECT id FROM reports UNION ${holders(compilation, operand, (column) => `${column} IN (SELECT id FROM roles)`)}`;
}

/** `roles AS (…)`: the roles that meet a condition on `r`, and those below them. */
function rolesBelow(compilation: Compilation, first: string, operand: Input): string {
  const { table } = compilation.registry.module('Role');
  const above = columnOf(fieldOf(compilation, 'Role', 'reportsTo', operand), 'r');
  const walls = seen(compilation, 'Role', 'r');
  return `roles AS (SELECT r.id FROM ${table} r WHERE ${first} AND ${walls} UNION SELECT r.id FROM ${table} r JOIN roles ON ${above} = roles.id WHERE ${walls})`;
}

/** Whoever has a role. */
function holders(compilation: Compilation, operand: Input, condition: (role: string) => string): string {
  const role = columnOf(fieldOf(compilation, 'User', 'role', operand), 'h');
  return `SELECT h.id FROM ${compilation.registry.module('User').table} h WHERE ${condition(role)} AND ${seen(compilation, 'User', 'h')}`;
}
