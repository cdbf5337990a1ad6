import { v7 } from 'uuid';

/** What has ids: a module, or whatever else the API names by `<prefix>_<uuid>`. */
export interface Identified {
  readonly prefix: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A new row id: uuid version 7, so that ids sort by their creation. */
export const newRowId = (): string => v7();

/** The id on the wire of a row: `account_0192…`. */
export const wireId = (module: Identified, rowId: string): string => `${module.prefix}_${rowId}`;

/** The row id inside a wire id of `module`; null for anything else, whatever it is. */
export function rowIdOf(module: Identified, id: unknown): string | null {
  if (typeof id !== 'string' || !id.startsWith(`${module.prefix}_`)) return null;
  const uuid = id.slice(module.prefix.length + 1);
  return UUID.test(uuid) ? uuid : null;
}

/** The part of a wire id before its uuid; null where there is none. */
export function prefixOf(id: unknown): string | null {
  if (typeof id !== 'string') return null;
  const at = id.lastIndexOf('_');
  return at > 0 && UUID.test(id.slice(at + 1)) ? id.slice(0, at) : null;
}
