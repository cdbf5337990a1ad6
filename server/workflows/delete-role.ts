import type { WriteContext } from '../core/context.js';
import { fault, NotFound, type Fault, ValidationFailed } from '../core/errors.js';
import { rowIdOf } from '../core/ids.js';
import { label, say } from '../core/messages.js';
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
  const { transaction, viewer, model, services, afterCommit } = context;
  const module = model.registry.module('Role');
  await lockTree(context, module);
  const [rowId, target] = [id, transferTo].map((one) => (one === null ? null : rowIdOf(module, one)));
  const run = (text: string, values: readonly (string | null)[]) => {
    return transaction.run(text, values);
  };
  const roles = await run(
    `SELECT r.id::text, r.name, r.reports_to_id::text FROM role r WHERE r.org = $1::uuid AND r.id = ANY($2::uuid[]) AND r.deleted_at IS NULL ORDER BY r.id FOR UPDATE`,
    [viewer.org, `{${[rowId, target].filter((one) => one != null).join(',')}}`],
  );
  const hasOtherTop = async (): Promise<boolean> =>
    (
      await run(
        `SELECT 1::text FROM role r WHERE r.org = $1::uuid AND r.id <> $2::uuid AND r.reports_to_id IS NULL AND r.deleted_at IS NULL LIMIT 1`,
        [viewer.org, rowId!],
      )
    ).length > 0;
  const role = roles.find(([one]) => one === rowId);
  if (!role) throw NotFound({ id });
  const [, name, above] = role;
  if (above === null && !(await hasOtherTop())) throw fault('id', 'CONTRADICTION', say('faults.topRole', { name: name! }));
  const own = [viewer.org, rowId!];
  const [users] = await run(`SELECT count(*)::text FROM app_user u WHERE u.org = $1::uuid AND u.role_id = $2::uuid`, own);
  const count = Number(users![0]);
  const faults: Fault[] = [];
  const note = (code: Fault['code'], message: Fault['message'], details?: Fault['details']): void =>
    void faults.push({ inputPath: 'transferTo', code, message, ...(details && { details }) });
  if (transferTo === null) {
    if (count > 0) note('REQUIRED', say('faults.roleTransferNeeded', { count, name: name! }), { users: count });
  } else if (target === rowId) note('CONTRADICTION', say('faults.otherRoleNeeded'));
  else if (!roles.some(([one]) => one === target))
    note('REFERENCE_NOT_FOUND', say('faults.noSuchReference', { label: 'transferTo', module: label('Role') }));
  if (faults.length > 0) throw ValidationFailed({ fields: faults });

  if (count > 0) await run(`UPDATE app_user SET role_id = $3::uuid WHERE org = $1::uuid AND role_id = $2::uuid`, [...own, target!]);
  await run(`UPDATE role SET reports_to_id = $3::uuid WHERE org = $1::uuid AND reports_to_id = $2::uuid`, [...own, above ?? null]);
  await deleteRecords(context, module, [{ id, expectedVersion }], { path: 'id', many: false }, 'ABORT');
  afterCommit.push(() => services.auth.forget(viewer.org));
}
