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

/** The row id inside a wire id of one of some modules; null for anything else. */
export function rowIdIn(modules: readonly Identified[], id: unknown): string | null {
  const prefix = prefixOf(id);
  const module = prefix === null ? undefined : modules.find((one) => one.prefix === prefix);
  return module ? rowIdOf(module, id) : null;
}

/** The uuid at the end of a wire id of any module; null where there is none. */
export const uuidOf = (id: string | null): string | null => (prefixOf(id) === null ? null : id!.slice(id!.lastIndexOf('_') + 1));

/** The part of a wire id before its uuid; null where there is none. */
export function prefixOf(id: unknown): string | null {
  if (typeof id !== 'string') return null;
  const at = id.lastIndexOf('_');
  return at > 0 && UUID.test(id.slice(at + 1)) ? id.slice(0, at) : null;
}
