import type { WriteContext } from '../../core/context.js';
import { inputName } from '../../core/fields.js';
import { updateRecords, type Change } from '../../core/write/operations.js';
import type { JobRowInput } from '../jobs/kinds.js';
import type { ConvertedRow } from './convert-rows.js';
import type { ImportFile } from './import-file.js';

/**
 * Puts references into records that were taken without them, where what they name is there by now. One that still can not be
 * put in stays left out.
 *
 * @param columns those whose references may be missing
 * @param told what was told of the rows, by place
 */
export async function completeRows(
  context: WriteContext,
  file: ImportFile,
  rows: readonly ConvertedRow[],
  columns: readonly string[],
  told: ReadonlyMap<number, JobRowInput>,
): Promise<JobRowInput[]> {
  const module = context.model.registry.module(file.module);
  const references = file.columns.flatMap(({ column, target }, at) =>
    target && 'lookup' in target && columns.includes(column) ? [{ column, at, name: inputName(module.fields.get(target.lookup)!) }] : [],
  );
  const found = rows.flatMap((row) => {
    const own = references.filter(({ name }) => row.input[name] != null);
    const input = Object.fromEntries(own.map(({ name }) => [name, row.input[name]]));
    const change: Change = { id: told.get(row.place)!.recordId!, input };
    return own.length > 0 ? [{ row, own, change }] : [];
  });
  const outcomes =
    found.length === 0
      ? []
      : await updateRecords(
          context,
          module,
          found.map(({ change }) => change),
          { path: 'rows', many: true },
          'CONTINUE',
        );
  for (const { index, error } of outcomes) {
    if (!error) continue;
    const { row, own } = found[index]!;
    for (const { at, column } of own)
      row.leftOut.push({ column, message: error.fields[0]?.message ?? error.message, value: row.row.cells[at]!.trim() });
  }
  return rows.map(({ place }) => told.get(place)!);
}
