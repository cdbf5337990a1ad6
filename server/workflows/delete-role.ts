import type { WriteContext } from '../core/context.js';
import { fault, NotFound, type Fault, ValidationFailed } from '../core/errors.js';
import { rowIdOf } from '../core/ids.js';
import { label, say } from '../core/messages.js';
import { organizationDb, type Db } from '../core/typed-sql.js';
import { lockTree } from '../core/write/operations.js';
import { deleteRecords } from '../core/write/recycle.js';

/**
 * Deletes a role: its users get another one, and the roles right below report to the role above it, those in the bin too, so that
 * nothing leads to a deleted role; below one at the top, they stand at the top themselves. One role at the top is always left. Whoever is giving somebody the role at this moment is waited for, and later ones are refused.
 */
export async function deleteRole(
  context: WriteContext,
  { id, transferTo, expectedVersion }: { id: string; transferTo: string | null; expectedVersion: number | null },
): Promise<void> {
  const { viewer, model, services, afterCommit } = context;
  const db = organizationDb(context);
  const module = model.registry.module('Role');
  await lockTree(context, module);
  const [rowId, target] = [id, transferTo].map((one) => (one === null ? null : rowIdOf(module, one)));
  const roles = await db
    .selectFrom('role as r')
    .select(['r.id', 'r.name', 'r.reports_to_id as above'])
    .where(
      'r.id',
      'in',
      [rowId, target].filter((one) => one != null),
    )
    .where('r.deleted_at', 'is', null)
    .orderBy('r.id')
    .forUpdate()
    .execute();
  const role = roles.find((one) => one.id === rowId);
  if (!role) throw NotFound({ id });
  const { name, above } = role;
  if (above === null && !(await hasOtherTop(db, role.id))) throw fault('id', 'CONTRADICTION', say('faults.topRole', { name }));
  const users = await db
    .selectFrom('app_user as u')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('u.role_id', '=', role.id)
    .executeTakeFirstOrThrow();
  const count = Number(users.count);
  const faults: Fault[] = [];
  const note = (code: Fault['code'], message: Fault['message'], details?: Fault['details']): void =>
    void faults.push({ inputPath: 'transferTo', code, message, ...(details && { details }) });
  if (transferTo === null) {
    if (count > 0) note('REQUIRED', say('faults.roleTransferNeeded', { count, name }), { users: count });
  } else if (target === rowId) note('CONTRADICTION', say('faults.otherRoleNeeded'));
  else if (!roles.some((one) => one.id === target))
    note('REFERENCE_NOT_FOUND', say('faults.noSuchReference', { label: 'transferTo', module: label('Role') }));
  if (faults.length > 0) throw ValidationFailed({ fields: faults });

  if (count > 0) await db.updateTable('app_user').set({ role_id: target! }).where('role_id', '=', role.id).execute();
  await db.updateTable('role').set({ reports_to_id: above }).where('reports_to_id', '=', role.id).execute();
  await deleteRecords(context, module, [{ id, expectedVersion }], { path: 'id', many: false }, 'ABORT');
  afterCommit.push(() => services.auth.forget(viewer.org));
}

/** Whether another role than `id` is at the top. */
async function hasOtherTop(db: Db, id: string): Promise<boolean> {
  const other = await db
    .selectFrom('role as r')
    .select('r.id')
    .where('r.id', '!=', id)
    .where('r.reports_to_id', 'is', null)
    .where('r.deleted_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}
